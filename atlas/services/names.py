"""Which names of an entry are shown where, and in which order."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from atlas.domain.entries import Entry, EntryRow, Marker, Region
from atlas.services.language import Language

_NATIVE: Final = {"CN": "zh", "TW": "zh", "RU": "ru", "SU": "ru"}


def native_name(row: EntryRow) -> str:
    """Return the name in the language of the entry's first nation that has one; empty where there is none."""
    for nation in row.nations:
        lang = _NATIVE.get(nation)
        if lang is not None and lang in row.names:
            return row.names[lang]
    return ""


def main_name(row: EntryRow, language: Language) -> str:
    """Return the name in the language of the interface, the English one where the catalogue has none in it."""
    return row.names.get(language, row.name)


def second_name(row: EntryRow, language: Language) -> str:
    """Return the name for the room beside the main one: the native, or the English one; empty for no other."""
    if language is Language.EN:
        return native_name(row)
    return row.name if row.names.get(language, row.name) != row.name else ""


def other_names(row: EntryRow, language: Language = Language.EN) -> tuple[str, ...]:
    """Return the names in the other languages, as far as there are any; English comes first."""
    main = main_name(row, language)
    names = (row.names[lang] for lang in Language if lang in row.names)
    return tuple(dict.fromkeys(name for name in names if name != main))


def localised_markers(markers: Iterable[Marker], rows: Iterable[EntryRow], language: Language) -> list[Marker]:
    """Return the markers with the names that the language shows; `rows` are those of the same day."""
    names = _names(rows, language)
    return [replace(m, name=names[m.slug]) if m.slug in names else m for m in markers]


def localised_regions(regions: Iterable[Region], rows: Iterable[EntryRow], language: Language) -> list[Region]:
    """Return the regions with the names that the language shows; `rows` are those of the same day."""
    names = _names(rows, language)
    return [replace(r, name=names[r.slug]) if r.slug in names else r for r in regions]


def localised_entry(entry: Entry, rows: Iterable[EntryRow], language: Language) -> Entry:
    """Return the entry with the entries it is related to called as the language calls them."""
    names = _names(rows, language)
    relations = tuple(replace(r, name=names[r.slug]) if r.slug in names else r for r in entry.relations)
    return replace(entry, relations=relations)


def _names(rows: Iterable[EntryRow], language: Language) -> dict[str, str]:
    if language is Language.EN:
        return {}
    return {row.slug: row.names[language] for row in rows if language in row.names}
