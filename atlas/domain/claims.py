"""Claims and sources, and the rule that says which claim holds on a given day."""

import builtins
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from atlas.domain.dates import DateSpan
from atlas.domain.properties import PROPERTIES
from atlas.domain.vocabulary import Basis, SourceKind

_PROPERTY_ORDER: Final = {name: position for position, name in enumerate(PROPERTIES)}

ClaimValue = str | float | int | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read. `date` is a partial ISO date or None; a `url` is written only if it was read."""

    id: str
    title: str
    publisher: str
    date: str | None
    url: str | None
    language: str | None
    kind: SourceKind
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Who said what about one property of one entry, when, and since when it could be known.

    `value` is text (dates as EDTF), a number in `unit`, or degrees: (lat, lon) or (west, south, east, north).
    `asserted` is a partial ISO date. `title` names a generic event. `replaces` is the id of a claim of equal
    basis that this one corrects.
    """

    id: str
    property: str
    value: ClaimValue
    unit: str | None
    basis: Basis
    asserted: str | None
    known: date
    sources: tuple[Source, ...]
    span: DateSpan | None = None
    uncertainty: float | None = None
    title: str | None = None
    note: str | None = None
    replaces: str | None = None

    @builtins.property
    def unverified(self) -> bool:
        """True where no source is given."""
        return not self.sources


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds for a property: the claim, those that disagree with it, and those it superseded (newest first)."""

    property: str
    claim: Claim
    disagreeing: tuple[Claim, ...]
    superseded: tuple[Claim, ...]

    @builtins.property
    def history(self) -> tuple[Claim, ...]:
        """Every known claim of the property, oldest first."""
        return tuple(sorted((self.claim, *self.disagreeing, *self.superseded), key=_order))


def _order(claim: Claim) -> tuple[date, str, int]:
    return (claim.known, claim.asserted or "", -claim.basis.rank)


def _strength(claim: Claim) -> tuple[int, date, str]:
    return (-claim.basis.rank, claim.known, claim.asserted or "")


def known_claims(claims: Iterable[Claim], as_of: date) -> list[Claim]:
    """Return the claims that exist on that day."""
    return [c for c in claims if c.known <= as_of]


def resolve(claims: Sequence[Claim], as_of: date) -> list[Holding]:
    """Return what holds on that day, in the order of `PROPERTIES`.

    Actual before reported before planned, then the latest known, then the latest asserted. A newer plan
    supersedes an older one; actual or reported claims of different value disagree unless one replaces the other.
    A property that adds up (`many`) yields one holding a value.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in known_claims(claims, as_of):
        many = PROPERTIES[claim.property].many
        key = (claim.property, f"{claim.title}|{claim.value}" if many else "")
        groups.setdefault(key, []).append(claim)
    holdings = [_resolve_group(name, group) for (name, _), group in groups.items()]
    return sorted(holdings, key=lambda h: _PROPERTY_ORDER[h.property])


def _resolve_group(name: str, group: list[Claim]) -> Holding:
    if len(group) == 1:
        return Holding(name, group[0], (), ())
    replaced = {c.replaces for c in group if c.replaces is not None}
    ranked = sorted((c for c in group if c.id not in replaced), key=_strength, reverse=True)
    best, rest = ranked[0], ranked[1:]
    disagreeing: list[Claim] = []
    superseded: list[Claim] = [c for c in group if c.id in replaced]
    for claim in rest:
        same_rank = claim.basis is best.basis and best.basis is not Basis.PLANNED
        if same_rank and claim.value != best.value:
            disagreeing.append(claim)
        else:
            superseded.append(claim)
    superseded.sort(key=_order, reverse=True)
    return Holding(name, best, tuple(disagreeing), tuple(superseded))
