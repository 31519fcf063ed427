"""Derives the list's line for an entry from its claims: date, slip, place on the map."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from atlas.domain.claims import Claim, Holding, known_claims, resolve
from atlas.domain.dates import DateSpan
from atlas.domain.entries import EntryRow
from atlas.domain.properties import START_EVENTS
from atlas.domain.status import derive_status
from atlas.domain.vocabulary import Basis, Kind, Phase

LOCATION_PROPERTIES: Final = ("landing_location", "impact_location", "location", "target_location")
"""Where an entry lies on the map: the first of these that holds."""

ROW_PROPERTIES: Final = (
    *START_EVENTS,
    "held",
    "landing",
    "impact",
    "ended",
    "earth_return",
    "outcome",
    "cancelled",
    "paused",
    "resumed",
    "dissolved",
    "phase",
    *LOCATION_PROPERTIES,
)
"""All properties that a list line is derived from."""


def entry_row(
    slug: str,
    kind: Kind,
    names: Mapping[str, str],
    tagline: str,
    nations: tuple[str, ...],
    claims: Sequence[Claim],
    as_of: date,
) -> EntryRow:
    """Return the line for one entry on a day; `claims` may be limited to `ROW_PROPERTIES`."""
    holdings = resolve(claims, as_of)
    held = {h.property: h for h in holdings}
    start = next((held[name] for name in (*START_EVENTS, "held") if name in held), None)
    place = next((held[name].claim for name in LOCATION_PROPERTIES if name in held), None)
    touch = next((held[name].claim for name in ("landing", "impact", "ended") if name in held), None)
    return EntryRow(
        slug=slug,
        kind=kind,
        names=names,
        tagline=tagline,
        nations=nations,
        status=derive_status(kind, holdings, as_of),
        phases=tuple(Phase(str(h.claim.value)) for h in holdings if h.property == "phase"),
        when=start.claim.span if start else None,
        when_planned=start is not None and start.claim.basis is Basis.PLANNED,
        slip_days=slip_days(known_claims(claims, as_of), start) if start else None,
        location=_pair(place),
        location_property=place.property if place else None,
        touched=touch.span if touch and touch.basis is not Basis.PLANNED else None,
    )


def slip_days(claims: Sequence[Claim], holding: Holding) -> int | None:
    """Return the days from the last day of the first promise to what came, or to the last day of the newest plan.

    None where nothing was promised or only one promise was made and nothing came of it yet.
    """
    plans = [c for c in claims if c.property == holding.property and c.basis is Basis.PLANNED and c.span is not None]
    if not plans:
        return None
    first = min(plans, key=lambda c: (c.asserted or c.known.isoformat(), c.known))
    if first is holding.claim or first.span is None or first.span.latest is None:
        return None
    came = _end(holding.claim.span)
    return (came - first.span.latest).days if came else None


def _end(span: DateSpan | None) -> date | None:
    return (span.latest or span.earliest) if span else None


def _pair(claim: Claim | None) -> tuple[float, float] | None:
    if claim is None or not isinstance(claim.value, tuple):
        return None
    return claim.value[0], claim.value[1]
