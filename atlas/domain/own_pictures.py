"""The user's own pictures, as the window and the command line see them."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import PurePath
from typing import Final, NamedTuple

from atlas.domain.links import is_slug

PICTURE_PREFIX: Final = "picture."
"""Slugs of own pictures begin so; no slug of the catalogue holds a dot."""
BIN: Final = "bin"
"""The folder of deleted pictures within the folder of own ones."""
MAX_CAPTION: Final = 5000
MAX_CREDIT: Final = 500
MAX_LICENCE: Final = 200
MAX_ON: Final = 100
"""A picture is attached to so many entries at most."""
MAX_PATH: Final = 4096
LICENCES: Final = (
    "CC BY 4.0",
    "CC BY-SA 4.0",
    "CC BY-NC 4.0",
    "CC0 1.0",
    "Public domain",
)
"""What a dialog offers besides "my own" in the user's language; any other text is as good."""

PICTURE_ENDINGS: Final = frozenset({
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".gif", ".bmp", ".dib",
    ".svg", ".heic", ".heif", ".avif", ".psd", ".jp2", ".jxl", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf",
})  # fmt: skip
"""What counts as a picture by its name, in a folder that is added; some of them the atlas cannot show, and says so."""

_DAY: Final = r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?[?~%]?"
_TAKEN: Final = rf"(?:{_DAY}|\d{{3}}X|\d{{2}}XX|(?:{_DAY}|\.\.)/(?:{_DAY}|\.\.))"
_PARTS: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class Keeping(StrEnum):
    """Where a picture's file lies."""

    OWN = "own"
    """Copied into the user's data folder."""
    IN_PLACE = "in-place"
    """Left where the user has it."""


class Order(StrEnum):
    """How a list of pictures is sorted."""

    ADDED = "added"
    """Newest first."""
    TAKEN = "taken"
    """Newest first, those without a date last."""
    CAPTION = "caption"
    """By caption, or by the file's name where there is none."""


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """Where on the Moon a picture was taken or what it shows: degrees north and east, perhaps a radius in metres."""

    lat: float
    lon: float
    radius_m: float | None = None


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What the user says of a picture; `taken` is EDTF, `on` holds slugs of entries."""

    caption: str = ""
    credit: str = ""
    licence: str = ""
    taken: str = ""
    on: tuple[str, ...] = ()
    place: PicturePlace | None = None


@dataclass(frozen=True, slots=True)
class PictureEdit:
    """A change to what is said of some pictures; what is None stays as it is for each of them."""

    caption: str | None = None
    credit: str | None = None
    licence: str | None = None
    taken: str | None = None
    on: tuple[str, ...] | None = None
    place: PicturePlace | None = None
    no_place: bool = False
    """Takes the place away."""

    def applied(self, words: PictureWords) -> PictureWords:
        """Return the words after the change."""
        place = None if self.no_place else self.place or words.place
        return PictureWords(
            words.caption if self.caption is None else self.caption,
            words.credit if self.credit is None else self.credit,
            words.licence if self.licence is None else self.licence,
            words.taken if self.taken is None else self.taken,
            words.on if self.on is None else self.on,
            place,
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """What is said once of all pictures that are added together.

    `keeping` None leaves it to the atlas: few are copied, many stay where they are. With `file_credit`, what a
    file says of its own author holds before `words.credit`; `words.taken` empty takes the camera's date.
    """

    words: PictureWords = PictureWords()
    keeping: Keeping | None = None
    file_credit: bool = True


class NewPicture(NamedTuple):
    """A picture about to be recorded: its file is where it is to stay."""

    file: str
    keeping: Keeping
    words: PictureWords
    size: int
    mtime_ns: int
    width: int
    height: int
    mime: str
    digest: str


class OwnPicture(NamedTuple):
    """The record of an own picture. A plain row: ten thousand of them are read in a few milliseconds.

    `file` is a name within the folder of own pictures, or a full path for one left in place; `added` and `binned`
    are UTC in ISO 8601; sides are in pixels as displayed; `slugs` are joined by spaces.
    """

    id: int
    file: str
    keeping: str
    caption: str
    credit: str
    licence: str
    taken: str
    added: str
    size: int
    mtime_ns: int
    width: int
    height: int
    mime: str
    digest: str
    binned: str | None
    lat: float | None
    lon: float | None
    radius_m: float | None
    slugs: str

    @property
    def slug(self) -> str:
        """The stable id, `picture.12`."""
        return f"{PICTURE_PREFIX}{self.id}"

    @property
    def name(self) -> str:
        """The name of the file."""
        return re.split(r"[/\\]", self.file)[-1]

    @property
    def title(self) -> str:
        """The caption, or the file's name where there is none."""
        return self.caption or PurePath(self.name).stem

    @property
    def is_own(self) -> bool:
        """Whether the file is a copy in the user's data folder."""
        return self.keeping == Keeping.OWN

    @property
    def added_at(self) -> datetime:
        """When it was added (UTC)."""
        return datetime.fromisoformat(self.added)

    @property
    def binned_at(self) -> datetime | None:
        """When it was deleted into the bin (UTC), None where it was not."""
        return datetime.fromisoformat(self.binned) if self.binned else None

    @property
    def on(self) -> tuple[str, ...]:
        """Slugs of the entries it is attached to."""
        return tuple(self.slugs.split())

    @property
    def place(self) -> PicturePlace | None:
        """The place on the Moon it is attached to."""
        return None if self.lat is None or self.lon is None else PicturePlace(self.lat, self.lon, self.radius_m)

    @property
    def words(self) -> PictureWords:
        """What the user says of it."""
        return PictureWords(self.caption, self.credit, self.licence, self.taken, self.on, self.place)


@dataclass(frozen=True, slots=True)
class PictureQuery:
    """Which own pictures to list. `text` is searched as in notes; `on` is the slug of an entry.

    `limit` asks for so many at most, 0 for all: a screenful is there at once, however many there are.
    """

    text: str = ""
    on: str = ""
    order: Order = Order.ADDED
    binned: bool = False
    limit: int = 0


@dataclass(frozen=True, slots=True)
class RefusedPicture:
    """A file that was not taken, and a sentence that says why and what can be done."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What came of a batch. `known` are pictures that were here already; ids in the order of the files."""

    added: tuple[int, ...] = ()
    known: tuple[int, ...] = ()
    refused: tuple[RefusedPicture, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a look at files before they are added tells a dialog. `credit` and `taken` are empty where they differ."""

    files: int
    size: int
    """Bytes of all files together."""
    keeping: Keeping
    credit: str = ""
    taken: str = ""


@dataclass(frozen=True, slots=True)
class PictureCounts:
    """How many own pictures there are, and how many of them lie in the bin besides."""

    shown: int = 0
    binned: int = 0


def picture_id(slug: str) -> int | None:
    """Return the number of an own picture's slug, None where it is not one."""
    tail = slug.removeprefix(PICTURE_PREFIX)
    plain = slug != tail and tail.isascii() and tail.isdecimal() and len(tail) < 16
    return int(tail) if plain else None


def is_taken(text: str) -> bool:
    """Whether the text is empty or a date as EDTF writes it: `2026`, `2026-11-22`, `2025~`, `2024/2025`, `201X`."""
    if not text:
        return True
    return len(text) <= 80 and re.fullmatch(_TAKEN, text) is not None and all(map(_exists, _PARTS.findall(text)))


def _exists(parts: tuple[str, str, str]) -> bool:
    year, month, day = parts
    if not day and 21 <= int(month) <= 24:
        # a season
        return True
    try:
        return date(int(year), int(month), int(day or 1)) is not None
    except ValueError:
        return False


def clean_words(words: PictureWords) -> PictureWords:
    """Return the words as they are kept; raise ValueError, with a sentence, for what cannot be."""
    taken = words.taken.strip()
    if not is_taken(taken):
        raise ValueError(f"{taken!r} is not a date: write it like 2026, 2026-11-22, 2025~ or 2024/2025.")
    on = tuple(dict.fromkeys(words.on))
    if not all(map(is_slug, on)) or len(on) > MAX_ON:
        raise ValueError("A picture can be attached to a hundred entries at most, each named by its slug.")
    return PictureWords(
        _clean(words.caption, MAX_CAPTION, lines=True),
        _clean(words.credit, MAX_CREDIT),
        _clean(words.licence, MAX_LICENCE),
        taken,
        on,
        _clean_place(words.place),
    )


def _clean_place(place: PicturePlace | None) -> PicturePlace | None:
    if place is None:
        return None
    lat, lon, radius = place.lat, place.lon, place.radius_m
    # written so that what is no number is refused too
    if not -90 <= lat <= 90 or not -360 <= lon <= 360:
        raise ValueError("The place is not on the Moon: latitudes go from -90 to 90, longitudes from 0 to 360.")
    if radius is not None and not 0 < radius <= 6_000_000:
        raise ValueError("The radius of a place is more than nothing and less than the Moon.")
    return PicturePlace(float(lat), float(lon) % 360.0 % 360.0, None if radius is None else float(radius))


def _clean(text: str, most: int, *, lines: bool = False) -> str:
    """Return text without what cannot be shown or written: controls, half surrogate pairs, blanks at the ends."""
    if lines:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(char if (lines and char == "\n") or _shows(char) else " " for char in text[: 2 * most])
    return kept.strip()[:most].rstrip()


def _shows(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"}


def is_own_file(file: str) -> bool:
    """Whether a recorded file is a plain name in the folder of own pictures or in its bin, and leads nowhere else."""
    name = file.removeprefix(f"{BIN}/")
    bare = 0 < len(name) <= 255 and name != BIN and not name.startswith(".") and name == name.rstrip(" .")
    return bare and not re.search(r"[/\\:\x00-\x1f\x7f]", name)


def is_recorded_path(file: str, keeping: str) -> bool:
    """Whether a recorded file can be believed: an own one stays in its folder, one in place has a full path."""
    if keeping == Keeping.OWN:
        return is_own_file(file)
    absolute = file.startswith(("/", "\\\\")) or re.match(r"[A-Za-z]:[\\/]", file) is not None
    return keeping == Keeping.IN_PLACE and absolute and len(file) <= MAX_PATH and "\0" not in file


def is_digest(text: str) -> bool:
    """Whether the text is a SHA-256 in hexadecimal."""
    return _DIGEST.fullmatch(text) is not None
