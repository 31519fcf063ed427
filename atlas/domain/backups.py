"""What a copy of the notebook holds, so that somebody can choose between two."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a notebook holds; `newest` is the newest change of a note, star, mark or picture (UTC), if any."""

    notes: int = 0
    revisions: int = 0
    stars: int = 0
    tags: int = 0
    marks: int = 0
    pictures: int = 0
    """Records of own pictures, those in the bin too; their files are not in a copy of the notebook."""
    newest: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost with it."""
        return not (self.revisions or self.notes or self.stars or self.tags or self.marks or self.pictures)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup beside the notebook. `made` is UTC; `reason` stands in its name: `daily`, `exit`, `before-0002`."""

    path: Path
    made: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class CheckedBackup:
    """A backup that was opened and found whole."""

    backup: Backup
    contents: Contents
