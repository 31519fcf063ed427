"""Checked content, before it is written to the database."""

import datetime as dt
from dataclasses import dataclass, field

from atlas.domain.claims import ClaimValue
from atlas.domain.dates import DateSpan
from atlas.domain.vocabulary import Basis, Kind, PictureKind, SourceKind


@dataclass(slots=True)
class SourceRecord:
    """A source as written in `sources/*.toml`."""

    slug: str
    title: str
    publisher: str
    date: str | None
    url: str | None
    language: str | None
    kind: SourceKind
    remark: str | None


@dataclass(slots=True)
class NameRecord:
    """One name in one language; `known` is None until it is derived."""

    lang: str
    text: str
    role: str
    known: dt.date | None
    note: str | None
    sources: tuple[str, ...]


@dataclass(slots=True)
class ClaimRecord:
    """One claim. `slug` is `<entry>#<property>-<n>` in file order."""

    slug: str
    property: str
    value: ClaimValue
    unit: str | None
    uncertainty: float | None
    basis: Basis
    asserted: str | None
    known: dt.date | None
    span: DateSpan | None
    title: str | None
    note: str | None
    replaces: str | None
    sources: tuple[str, ...]


@dataclass(slots=True)
class RelationRecord:
    """A link from the entry that holds it."""

    type: str
    to: str
    known: dt.date | None
    note: str | None
    sources: tuple[str, ...]


@dataclass(slots=True)
class QuoteRecord:
    """Verbatim words; `about` names further entries that show them."""

    text: str
    speaker: str
    office: str | None
    said: str | None
    lang: str
    known: dt.date | None
    note: str | None
    about: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(slots=True)
class PictureRecord:
    """A picture's record; `file` is relative to `resources/`, None where it may not be reproduced.

    `about` names further entries that show it, `replaces` the entry's picture that it stands for from its own day on.
    """

    slug: str
    caption: str
    credit: str
    licence: str
    file: str | None
    date: str | None
    known: dt.date | None
    note: str | None
    sources: tuple[str, ...]
    kind: PictureKind = PictureKind.MENTIONED
    width: int | None = None
    height: int | None = None
    made: str | None = None
    alt: str | None = None
    about: tuple[str, ...] = ()
    replaces: str | None = None
    shared: dict[str, dt.date] = field(default_factory=dict)
    """Since when the further entries show it: derived."""


@dataclass(slots=True)
class ProfileRecord:
    """The record of a line drawing to scale; `file` is relative to `resources/`."""

    entry: str
    part: str
    file: str
    width_m: float
    height_m: float
    made: str
    credit: str
    licence: str
    date: str
    known: dt.date | None
    sources: tuple[str, ...]


@dataclass(slots=True)
class EntryRecord:
    """One entry file."""

    slug: str
    kind: Kind
    file: str
    tagline: str
    summary: str
    nations: tuple[str, ...]
    former_slugs: tuple[str, ...]
    names: list[NameRecord] = field(default_factory=list)
    claims: list[ClaimRecord] = field(default_factory=list)
    relations: list[RelationRecord] = field(default_factory=list)
    quotes: list[QuoteRecord] = field(default_factory=list)
    pictures: list[PictureRecord] = field(default_factory=list)
    profiles: list[ProfileRecord] = field(default_factory=list)
    known: dt.date | None = None


@dataclass(slots=True)
class PlaceRecord:
    """A named surface feature."""

    slug: str
    name: str
    type: str
    lat: float
    lon: float
    diameter_km: float | None
    informal: bool
    known: dt.date
    note: str | None


@dataclass(slots=True)
class Content:
    """Everything under `resources/content`, checked."""

    date: dt.date
    title: str
    licence: str
    sources: dict[str, SourceRecord]
    entries: dict[str, EntryRecord]
    places: list[PlaceRecord]
    digest: str
    """SHA-256 over names and bytes of all files read."""
