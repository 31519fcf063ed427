"""Entries as the window and the command line see them: on one day, with what was known by then."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from atlas.domain.claims import Claim, Holding, Source
from atlas.domain.dates import DateSpan
from atlas.domain.rowsets import Matches
from atlas.domain.vocabulary import Kind, Phase, PictureKind, Status


@dataclass(frozen=True, slots=True)
class Name:
    """One name. `lang` is en, zh or ru; `role` is `main` (the newest holds), or `alias`."""

    text: str
    lang: str
    role: str
    known: date
    note: str | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link as seen from one end: `type` reads from the entry that holds it to `slug`."""

    type: str
    slug: str
    name: str
    kind: Kind
    known: date
    note: str | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words, verbatim, with who said them, in what office, where and when."""

    text: str
    speaker: str
    office: str | None
    said: str | None
    lang: str
    known: date
    sources: tuple[Source, ...]
    note: str | None = None
    on: tuple[str, ...] = ()
    """Slugs of the entries it is shown with."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's record. `file` is None where the atlas knows of a picture that it may not reproduce."""

    id: str
    caption: str
    credit: str
    licence: str
    file: str | None
    """Relative to the folder of resources, with forward slashes."""
    date: str | None
    known: dt.date
    note: str | None = None
    sources: tuple[Source, ...] = ()
    kind: PictureKind = PictureKind.MENTIONED
    width: int | None = None
    height: int | None = None
    made: str | None = None
    """How it was made: from which data, by what, how fine."""
    alt: str | None = None

    @property
    def description(self) -> str:
        """What a screen reader says of it."""
        return self.alt or self.caption


@dataclass(frozen=True, slots=True)
class Profile:
    """The record of a line drawing to scale. `part` names the part of the entry that it shows; empty: all of it."""

    entry: str
    """Slug of the entry."""
    part: str
    file: str
    """Relative to the folder of resources, with forward slashes."""
    width_m: float
    height_m: float
    made: str
    credit: str
    licence: str
    date: str
    known: dt.date
    sources: tuple[Source, ...] = ()

    @property
    def key(self) -> str:
        """What it is called among all drawings: the name of its file without ending."""
        return self.file.rpartition("/")[2].partition(".")[0]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the list: what holds on the day of the snapshot."""

    slug: str
    kind: Kind
    names: Mapping[str, str]
    """Main name by language; a missing language falls back to English at display."""
    tagline: str
    nations: tuple[str, ...]
    status: Status | None
    phases: tuple[Phase, ...]
    when: DateSpan | None
    """Launch, first flight, signing or founding: what the list shows as its date."""
    when_planned: bool
    slip_days: int | None
    """Days from the first planned launch to the newest plan or the actual one; None where nothing was promised."""
    location: tuple[float, float] | None
    """Selenographic latitude and longitude (0–360 east) where it touched the Moon or means to."""
    location_property: str | None = None
    """Which property says so: `landing_location`, `impact_location`, `location` or `target_location`."""
    touched: DateSpan | None = None
    """When it landed or struck, where that has happened."""

    @property
    def name(self) -> str:
        """The English name (every entry has one)."""
        return self.names["en"]

    @property
    def decade(self) -> int | None:
        """First year of the decade the date falls into."""
        day = self.when and (self.when.earliest or self.when.latest)
        return day.year // 10 * 10 if day else None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole list as of a day, and how many entries were not yet known then."""

    as_of: date
    rows: tuple[EntryRow, ...]
    not_yet_known: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry in full as of a day."""

    row: EntryRow
    as_of: date
    summary: str
    names: tuple[Name, ...]
    claims: tuple[Claim, ...]
    """Every claim known on the day, in file order."""
    holdings: tuple[Holding, ...]
    relations: tuple[Relation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sources: tuple[Source, ...] = field(default=())
    """Every source used by the entry, in order of first use: a card numbers them so."""
    profiles: tuple[Profile, ...] = ()
    """Line drawings to scale, the whole before its parts."""

    @property
    def slug(self) -> str:
        """The stable id."""
        return self.row.slug

    @property
    def aliases(self) -> tuple[Name, ...]:
        """Names other than the ones that hold."""
        return tuple(n for n in self.names if self.row.names.get(n.lang) != n.text)


@dataclass(frozen=True, slots=True)
class Place:
    """A named surface feature. `diameter_km` is None where the gazetteer gives none; `informal`: not IAU-approved."""

    id: str
    name: str
    type: str
    lat: float
    lon: float
    diameter_km: float | None
    informal: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A point on the map: where an entry landed, struck, or means to land. `planned`: not reached yet."""

    slug: str
    name: str
    kind: Kind
    status: Status | None
    lat: float
    lon: float
    planned: bool
    impact: bool
    year: str
    """Short date for the tag, such as `2024` or `2027?`."""


@dataclass(frozen=True, slots=True)
class Region:
    """A candidate region: an outline in degrees, (west, south, east, north)."""

    slug: str
    name: str
    lat: float
    lon: float
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Hit:
    """A search hit. `kind` is an entry's kind, `place` or `note`; `slug` is an entry's, or `iau-<id>`."""

    slug: str
    kind: str
    names: Mapping[str, str]
    status: Status | None
    date: str | None
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a text finds on a day: entries as rows of the snapshot, and the places worth offering beside them."""

    matches: Matches
    places: tuple[Hit, ...] = ()
