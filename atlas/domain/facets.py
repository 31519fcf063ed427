"""Filters over the list, and counts that follow them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from atlas.domain.entries import EntryRow

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


def filtered(
    rows: Sequence[EntryRow],
    wanted: Filter,
    *,
    matching: Mapping[str, int] | None = None,
    tags: Mapping[str, Iterable[str]] | None = None,
    stars: frozenset[str] = frozenset(),
) -> tuple[list[EntryRow], dict[str, Counter[str]]]:
    """Return the rows that pass, in their order, and for each facet how many rows each value would leave.

    A facet's own counts ignore what is chosen in that facet and follow everything else. `matching`: the slugs a
    search text found, or None for no text.
    """
    tags = tags or {}
    chosen = {facet: getattr(wanted, facet) for facet in FACETS}
    passed: list[EntryRow] = []
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for row in rows:
        if (matching is not None and row.slug not in matching) or (wanted.starred and row.slug not in stars):
            continue
        values = {facet: facet_values(row, facet, tags) for facet in FACETS}
        failing = [f for f, want in chosen.items() if want and want.isdisjoint(values[f])]
        if not failing:
            passed.append(row)
        for facet in FACETS if not failing else failing if len(failing) == 1 else ():
            counts[facet].update(values[facet])
    return passed, counts
