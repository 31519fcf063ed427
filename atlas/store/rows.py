"""Turns rows of the catalogue into domain objects."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any

from atlas.domain.claims import Claim, Source
from atlas.domain.dates import DatePrecision, DateSpan
from atlas.domain.entries import Name, Picture, Profile, Quote
from atlas.domain.vocabulary import Basis, PictureKind, SourceKind

CLAIM_COLUMNS = (
    "c.slug, c.entry_id, c.property, c.value, c.unit, c.uncertainty, c.basis, c.asserted, c.known_day, c.earliest, "
    "c.latest, c.precision, c.approximate, c.title, c.note, c.replaces, c.sources"
)

LISTED_CLAIM_COLUMNS = CLAIM_COLUMNS.removesuffix("c.sources") + "'[]' AS sources"
"""The same for the list, which tells no sources."""

# looking a word up is much quicker than calling its class
_BASES = {str(basis): basis for basis in Basis}
_PRECISIONS = {str(precision): precision for precision in DatePrecision}


def source_from(row: sqlite3.Row) -> Source:
    """Build a source from a row of `source`."""
    return Source(
        row["slug"],
        row["title"],
        row["publisher"],
        row["date"],
        row["url"],
        row["language"],
        SourceKind(row["kind"]),
        row["remark"],
    )


def sources_from(text: str, sources: Mapping[int, Source]) -> tuple[Source, ...]:
    """Read a JSON array of source ids."""
    return tuple(sources[number] for number in json.loads(text)) if text != "[]" else ()


def claim_from(row: sqlite3.Row, sources: Mapping[int, Source]) -> Claim:
    """Build a claim from a row with `CLAIM_COLUMNS`."""
    value = _value(row["value"])
    span = None
    if row["precision"] is not None:
        span = DateSpan(
            value, _day(row["earliest"]), _day(row["latest"]), _PRECISIONS[row["precision"]], bool(row["approximate"])
        )
    return Claim(
        row["slug"],
        row["property"],
        tuple(value) if isinstance(value, list) else value,
        row["unit"],
        _BASES[row["basis"]],
        row["asserted"],
        date.fromisoformat(row["known_day"]),
        sources_from(row["sources"], sources),
        span,
        row["uncertainty"],
        row["title"],
        row["note"],
        row["replaces"],
    )


def name_from(row: sqlite3.Row, sources: Mapping[int, Source]) -> Name:
    """Build a name from a row of `name`."""
    return Name(
        row["text"],
        row["lang"],
        row["role"],
        date.fromisoformat(row["known_day"]),
        row["note"],
        sources_from(row["sources"], sources),
    )


def quote_from(row: sqlite3.Row, sources: Mapping[int, Source], on: tuple[str, ...]) -> Quote:
    """Build a quotation from a row of `quote`; `on` are the entries that show it."""
    return Quote(
        row["text"],
        row["speaker"],
        row["office"],
        row["said"],
        row["lang"],
        date.fromisoformat(row["known_day"]),
        sources_from(row["sources"], sources),
        row["note"],
        on,
    )


def picture_from(row: sqlite3.Row, sources: Mapping[int, Source]) -> Picture:
    """Build a picture's record from a row of `picture`."""
    return Picture(
        row["slug"],
        row["caption"],
        row["credit"],
        row["licence"],
        row["file"],
        row["date"],
        date.fromisoformat(row["known_day"]),
        row["note"],
        sources_from(row["sources"], sources),
        PictureKind(row["kind"]),
        row["width"],
        row["height"],
        row["made"],
        row["alt"],
    )


def profile_from(row: sqlite3.Row, sources: Mapping[int, Source]) -> Profile:
    """Build a drawing's record from a row of `profile` with its entry's slug as `entry`."""
    return Profile(
        row["entry"],
        row["part"],
        row["file"],
        row["width_m"],
        row["height_m"],
        row["made"],
        row["credit"],
        row["licence"],
        row["date"],
        date.fromisoformat(row["known_day"]),
        sources_from(row["sources"], sources),
    )


def _value(text: str) -> Any:  # noqa: ANN401 - what JSON holds
    # nearly all values are plain text, and a list of 100,000 entries has half a million of them
    return text[1:-1] if text.startswith('"') and "\\" not in text else json.loads(text)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
