"""Filters over the list, and counts that follow them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import reduce
from itertools import compress
from operator import or_
from typing import Any

from atlas.domain.entries import EntryRow
from atlas.domain.rowsets import Matches, flags_of, set_of

FACETS = ("kind", "nation", "status", "phase", "decade", "tag")


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is limited to. Within a facet any value will do; all facets must agree. Empty: no limit."""

    kind: frozenset[str] = frozenset()
    nation: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    phase: frozenset[str] = frozenset()
    decade: frozenset[str] = frozenset()
    tag: frozenset[str] = frozenset()
    starred: bool = False

    def toggled(self, facet: str, value: str) -> "Filter":
        """Return this filter with one value of a facet added, or taken away where it was."""
        chosen: frozenset[str] = getattr(self, facet)
        changed: Any = {facet: chosen ^ {value}}
        return replace(self, **changed)

    def without(self, facet: str) -> "Filter":
        """Return this filter with a facet emptied."""
        changed: Any = {facet: frozenset()}
        return replace(self, **changed)

    @property
    def active(self) -> bool:
        """True where anything is limited."""
        return any(getattr(self, f.name) for f in fields(self))


def facet_values(row: EntryRow, facet: str, tags: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return a row's values of a facet; `tags` are the user's, by slug."""
    match facet:
        case "kind":
            return (str(row.kind),)
        case "nation":
            return row.nations
        case "status":
            return (str(row.status),) if row.status else ()
        case "phase":
            return tuple(str(p) for p in row.phases)
        case "decade":
            return (f"{row.decade}",) if row.decade is not None else ()
        case _:
            return tuple(tags.get(row.slug, ()))


class FacetIndex:
    """The rows of a snapshot by value of each facet, as sets of bits: made once, asked at every key."""

    def __init__(self, rows: Sequence[EntryRow]) -> None:
        self.rows = rows
        self.numbers: dict[str, int] = {row.slug: number for number, row in enumerate(rows)}
        """Number of the row of an entry."""
        self.all = (1 << len(rows)) - 1
        self.stars = 0
        """The rows with a star."""
        self._sets = {facet: self._by_value(facet) for facet in FACETS if facet != "tag"}
        self._sets["tag"] = {}

    def set_marks(self, tags: Mapping[str, Iterable[str]], stars: Iterable[str]) -> None:
        """Take over the user's tags (slug to tags) and stars; entries that are no rows are left out."""
        tagged: dict[str, list[int]] = {}
        for slug, words in tags.items():
            if (number := self.numbers.get(slug)) is not None:
                for word in words:
                    tagged.setdefault(word, []).append(number)
        self._sets["tag"] = {word: set_of(numbers, len(self.rows)) for word, numbers in tagged.items()}
        self.stars = set_of((self.numbers[slug] for slug in stars if slug in self.numbers), len(self.rows))

    def matches(self, slugs: Iterable[str]) -> Matches:
        """Return these entries, best first, as rows; entries that are no rows are left out."""
        best = tuple(self.numbers[slug] for slug in slugs if slug in self.numbers)
        return Matches(best, set_of(best, len(self.rows)))

    def filtered(self, wanted: Filter, matches: Matches | None = None) -> tuple[int, dict[str, Counter[str]]]:
        """Return the rows that pass as a set, and for each facet how many rows each value would leave.

        A facet's own counts ignore what is chosen in that facet and follow everything else.
        """
        found = self.all if matches is None else matches.rows
        if wanted.starred:
            found &= self.stars
        chosen = {facet: self._chosen(wanted, facet) for facet in FACETS}
        counts: dict[str, Counter[str]] = {}
        for facet in FACETS:
            others = found
            for other, rows in chosen.items():
                others = others if other == facet else others & rows
            counts[facet] = Counter(
                {value: left for value, rows in self._sets[facet].items() if (left := (rows & others).bit_count())}
            )
        for rows in chosen.values():
            found &= rows
        return found, counts

    def _chosen(self, wanted: Filter, facet: str) -> int:
        values: frozenset[str] = getattr(wanted, facet)
        return reduce(or_, (self._sets[facet].get(value, 0) for value in values), 0) if values else self.all

    def _by_value(self, facet: str) -> dict[str, int]:
        numbers: dict[str, list[int]] = {}
        for number, row in enumerate(self.rows):
            for value in facet_values(row, facet, {}):
                numbers.setdefault(value, []).append(number)
        return {value: set_of(those, len(self.rows)) for value, those in numbers.items()}


def filtered(
    rows: Sequence[EntryRow],
    wanted: Filter,
    *,
    matching: Iterable[str] | None = None,
    tags: Mapping[str, Iterable[str]] | None = None,
    stars: frozenset[str] = frozenset(),
) -> tuple[list[EntryRow], dict[str, Counter[str]]]:
    """Filter once: return the rows that pass, in their order, and the counts of `FacetIndex.filtered`.

    `matching`: the slugs a search text found, or None for no text.
    """
    index = FacetIndex(rows)
    index.set_marks(tags or {}, stars)
    found, counts = index.filtered(wanted, None if matching is None else index.matches(matching))
    return list(compress(rows, flags_of(found, len(rows)))), counts
