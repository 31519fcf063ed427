"""Claims as lines of a flat table, the same in every format that knows only rows and columns."""

import json
from collections.abc import Iterator
from typing import Final, NamedTuple

from atlas.domain.claims import Claim, ClaimValue
from atlas.domain.entries import Entry


class ClaimLine(NamedTuple):
    """One claim of one entry. Lists are joined by a semicolon; days are ISO 8601, dates EDTF."""

    claim: str
    entry: str
    entry_name: str
    property: str
    value: str
    """Text, EDTF, a number in `unit`, or `[latitude, longitude]` or `[west, south, east, north]` in degrees."""
    unit: str | None
    uncertainty: float | None
    date_earliest: str | None
    date_latest: str | None
    basis: str
    asserted: str | None
    known: str
    superseded_by: str | None
    """The claim that took its place; None for what holds or disagrees."""
    title: str | None
    note: str | None
    sources: str
    source_titles: str
    source_urls: str
    as_of: str


CLAIM_LINE_FIELDS: Final = ClaimLine._fields


def claim_lines(entry: Entry) -> Iterator[ClaimLine]:
    """Return every claim of an entry known on its day, in the entry's order."""
    superseded = {old.id: h.claim.id for h in entry.holdings for old in h.superseded}
    for claim in entry.claims:
        yield _line(entry, claim, superseded.get(claim.id))


def _line(entry: Entry, claim: Claim, superseded_by: str | None) -> ClaimLine:
    span = claim.span
    return ClaimLine(
        claim=claim.id,
        entry=entry.slug,
        entry_name=entry.row.name,
        property=claim.property,
        value=value_text(claim.value),
        unit=claim.unit,
        uncertainty=claim.uncertainty,
        date_earliest=span.earliest.isoformat() if span and span.earliest else None,
        date_latest=span.latest.isoformat() if span and span.latest else None,
        basis=str(claim.basis),
        asserted=claim.asserted,
        known=claim.known.isoformat(),
        superseded_by=superseded_by,
        title=claim.title,
        note=claim.note,
        sources=";".join(source.id for source in claim.sources),
        source_titles="; ".join(source.title for source in claim.sources),
        source_urls=" ".join(source.url for source in claim.sources if source.url),
        as_of=entry.as_of.isoformat(),
    )


def value_text(value: ClaimValue) -> str:
    """Return a value as one cell: text as it is, a number in full, degrees as a JSON array."""
    return json.dumps(value) if isinstance(value, tuple) else str(value)
