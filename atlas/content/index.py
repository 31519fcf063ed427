"""What the search table holds: for every entry one row a span of days in which its text did not change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from atlas.content.records import Content, EntryRecord
from atlas.domain.dates import last_day
from atlas.domain.vocabulary import Kind

FOREVER = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class SearchRow:
    """Text of an entry or place, known from `start` to the day before `end`."""

    slug: str
    is_place: bool
    kind_rank: int
    start: date
    end: date
    names: tuple[str, ...]
    body: tuple[str, ...]


def search_rows(content: Content) -> Iterator[SearchRow]:
    """Yield the rows of all entries and places, in a fixed order."""
    shared = _shared_quotes(content)
    titles = {
        s.slug: (min(last_day(s.date), content.date) if s.date else date.min, s.title) for s in content.sources.values()
    }
    for entry in content.entries.values():
        yield from _entry_rows(entry, shared.get(entry.slug, []), titles)
    for place in content.places:
        body = tuple(text for text in (place.type, place.note) if text)
        yield SearchRow(place.slug, True, len(Kind), place.known, FOREVER, (place.name,), body)


def _shared_quotes(content: Content) -> dict[str, list[tuple[date, str]]]:
    found: dict[str, list[tuple[date, str]]] = {}
    for entry in content.entries.values():
        for quote in entry.quotes:
            for slug in {entry.slug, *quote.about}:
                assert quote.known is not None
                text = " ".join(t for t in (quote.text, quote.speaker, quote.office) if t)
                found.setdefault(slug, []).append((quote.known, text))
    return found


def _entry_rows(
    entry: EntryRecord, quotes: list[tuple[date, str]], titles: dict[str, tuple[date, str]]
) -> Iterator[SearchRow]:
    assert entry.known is not None
    start = entry.known
    names = [(n.known or start, n.text) for n in entry.names]
    names.append((start, entry.slug.replace("-", " ")))
    body = [(start, entry.summary), (start, entry.tagline), *quotes]
    for claim in entry.claims:
        text = " ".join(str(t) for t in (claim.title, _value_text(claim.value), claim.note) if t)
        body.append((claim.known or start, text))
        body.extend((max(claim.known or start, titles[s][0]), titles[s][1]) for s in claim.sources)
    days = sorted({start, *(max(day, start) for day, _ in names + body)})
    for first, nxt in zip(days, [*days[1:], FOREVER], strict=True):
        yield SearchRow(
            entry.slug,
            False,
            list(Kind).index(entry.kind),
            first,
            nxt,
            tuple(dict.fromkeys(text for day, text in names if day <= first)),
            tuple(dict.fromkeys(text for day, text in body if day <= first)),
        )


def _value_text(value: object) -> str:
    return value if isinstance(value, str) else ""
