"""Which names of an entry are shown where."""

from typing import Final

from atlas.domain.entries import EntryRow

_NATIVE: Final = {"CN": "zh", "TW": "zh", "RU": "ru", "SU": "ru"}


def native_name(row: EntryRow) -> str:
    """Return the name in the language of the entry's first nation that has one; empty where there is none."""
    for nation in row.nations:
        lang = _NATIVE.get(nation)
        if lang is not None and lang in row.names:
            return row.names[lang]
    return ""


def other_names(row: EntryRow) -> tuple[str, ...]:
    """Return the Chinese and the Russian name, as far as there are any."""
    return tuple(row.names[lang] for lang in ("zh", "ru") if lang in row.names)
