"""`atlas://` links: to an entry, a named place, a note, or a view of the map."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from atlas.domain.light import known, read_time, write_time
from atlas.domain.vocabulary import Kind

SCHEME: Final = "atlas"
MAX_LENGTH: Final = 500
ENTRY: Final = "entry"
"""The kind of a link that names an entry by its slug alone; slugs are unique across kinds."""
PLACE: Final = "place"
NOTE: Final = "note"
MAP: Final = "map"
GUIDE: Final = "guide"
"""A page of the user guide."""
SLUG_KINDS: Final = frozenset({*(str(kind) for kind in Kind), ENTRY, PLACE, NOTE, GUIDE})

_SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:\.\d{1,12})?")
_MAX_WIDTH_KM = 11_000.0


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads.

    Either `kind` and `slug` of an entry, place or note, or the kind `map` with `lat` (degrees, -90 to 90),
    `lon` (degrees east, 0 to below 360) and perhaps `width_km`; `light` is the moment, in UTC, whose Sun shall light
    the map. `as_of` is the day the window shall stand at.
    """

    kind: str
    slug: str = ""
    as_of: date | None = None
    lat: float | None = None
    lon: float | None = None
    width_km: float | None = None
    light: datetime | None = None

    def __str__(self) -> str:
        query: dict[str, str] = {}
        for name, value in (("lat", self.lat), ("lon", self.lon), ("width", self.width_km)):
            if value is not None:
                query[name] = _decimal(value)
        if self.light is not None:
            query["light"] = write_time(self.light)
        if self.as_of is not None:
            query["as-of"] = self.as_of.isoformat()
        head = f"{SCHEME}://{self.kind}" + (f"/{quote(self.slug, safe='')}" if self.slug else "")
        return head + (f"?{urlencode(query)}" if query else "")


def is_slug(text: str) -> bool:
    """Whether the text has the form of a slug: small letters and digits, joined by single hyphens or dots."""
    return len(text) <= 100 and _SLUG.fullmatch(text) is not None


def entry_link(slug: str) -> str:
    """Return the link to an entry whose kind need not be known."""
    return str(Link(ENTRY, slug))


def parse_link(text: str) -> Link:
    """Read an `atlas://` link; raise ValueError, with a sentence, on anything that is not exactly one."""
    text = text.strip()
    if len(text) > MAX_LENGTH or not text.isascii() or not text.isprintable():
        raise ValueError("an atlas:// link is at most 500 plain characters long")
    parts = urlsplit(text)
    if parts.scheme != SCHEME or not text.lower().startswith(f"{SCHEME}://"):
        raise ValueError(f"not an atlas:// link: {text!r}")
    if parts.fragment or "#" in text:
        raise ValueError(f"an atlas:// link has no #fragment: {text!r}")
    query = _query(parts.query, text)
    kind, slug = parts.netloc, parts.path.removeprefix("/").removesuffix("/")
    if kind == MAP:
        if slug:
            raise ValueError(f"a map link has no path: {text!r}")
        return _map_link(query, text)
    if kind not in SLUG_KINDS:
        raise ValueError(f"unknown kind {kind!r} in {text!r}: expected one of {', '.join(sorted(SLUG_KINDS))}, map")
    if not is_slug(slug):
        raise ValueError(f"{text!r} does not name an entry: expected atlas://{kind}/<slug>")
    if unknown := set(query) - {"as-of"}:
        raise ValueError(f"unknown option {sorted(unknown)[0]!r} in {text!r}")
    return Link(kind, slug, _day(query, text))


def _query(text: str, link: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text), max_num_fields=8)
    except ValueError as problem:
        raise ValueError(f"the options of {link!r} cannot be read") from problem
    query = dict(pairs)
    if len(query) != len(pairs):
        raise ValueError(f"an option stands twice in {link!r}")
    return query


def _map_link(query: dict[str, str], text: str) -> Link:
    if unknown := set(query) - {"lat", "lon", "width", "light", "as-of"}:
        raise ValueError(f"unknown option {sorted(unknown)[0]!r} in {text!r}")
    lat = _number(query, "lat", -90, 90, text)
    lon = _number(query, "lon", -360, 360, text)
    width = _number(query, "width", 0.01, _MAX_WIDTH_KM, text)
    if (lat is None) != (lon is None):
        raise ValueError(f"lat and lon belong together in {text!r}")
    if lon is not None and not 0 <= lon < 360:
        # the second reduction catches the tiny negative that rounds up to 360
        lon = math.fmod(lon + 360.0, 360.0) % 360.0
    return Link(MAP, "", _day(query, text), lat, lon, width, _moment(query, text))


def _number(query: dict[str, str], name: str, low: float, high: float, text: str) -> float | None:
    if name not in query:
        return None
    if not _NUMBER.fullmatch(query[name]):
        raise ValueError(f"{name} is not a number in {text!r}")
    value = float(query[name])
    if not low <= value <= high:
        raise ValueError(f"{name} is not between {low:g} and {high:g} in {text!r}")
    return value


def _day(query: dict[str, str], text: str) -> date | None:
    if "as-of" not in query:
        return None
    try:
        day = date.fromisoformat(query["as-of"])
    except ValueError as problem:
        raise ValueError(f"as-of is not a day like 2021-03-10 in {text!r}") from problem
    if day.isoformat() != query["as-of"]:
        raise ValueError(f"as-of is not a day like 2021-03-10 in {text!r}")
    return day


def _moment(query: dict[str, str], text: str) -> datetime | None:
    if "light" not in query:
        return None
    try:
        moment = read_time(query["light"])
    except (ValueError, OverflowError) as problem:
        raise ValueError(f"light is not a moment like 2026-11-22T18:00Z in {text!r}") from problem
    if not known(moment) or write_time(moment) != query["light"]:
        raise ValueError(f"light is not a moment like 2026-11-22T18:00Z, from 1959 to 2060, in {text!r}")
    return moment


def _decimal(value: float) -> str:
    """Write a number without an exponent, which no link may hold, and without needless zeros."""
    return f"{value:.9f}".rstrip("0").rstrip(".")
