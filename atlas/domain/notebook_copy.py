"""A notebook as plain values: what an export writes and an import reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlas.domain.own_pictures import OwnPicture


@dataclass(frozen=True, slots=True)
class CopiedRevision:
    """A closed state of a note; `closed` is UTC."""

    text: str
    closed: datetime


@dataclass(frozen=True, slots=True)
class CopiedNote:
    """A note with all its revisions, oldest first; the last is the text that holds. `created` is UTC."""

    slug: str
    created: datetime
    revisions: tuple[CopiedRevision, ...]

    @property
    def text(self) -> str:
        """The text that holds."""
        return self.revisions[-1].text if self.revisions else ""


@dataclass(frozen=True, slots=True)
class CopiedStar:
    """A star on an entry, given at a moment (UTC)."""

    slug: str
    starred: datetime


@dataclass(frozen=True, slots=True)
class CopiedMark:
    """Something drawn on the map: degrees north and degrees east. `changed` is UTC."""

    shape: str
    name: str
    note: str
    points: tuple[tuple[float, float], ...]
    changed: datetime


@dataclass(frozen=True, slots=True)
class NotebookCopy:
    """Everything in a notebook; tags are (slug, tags in their order). Pictures are those outside the bin."""

    notes: tuple[CopiedNote, ...] = ()
    stars: tuple[CopiedStar, ...] = ()
    tags: tuple[tuple[str, tuple[str, ...]], ...] = ()
    marks: tuple[CopiedMark, ...] = ()
    pictures: "tuple[OwnPicture, ...]" = ()
    picture_files: Mapping[str, str] = field(default_factory=dict)
    """Names of the copies of pictures that travel along, by the digest of the picture."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import changed; `notes` were added or got revisions, `same` were here already."""

    notes: int = 0
    same: int = 0
    stars: int = 0
    tags: int = 0
    marks: int = 0
    pictures: int = 0
