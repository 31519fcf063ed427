"""What can stand between the user and the notebook, as the window and the command line see it."""

from dataclasses import dataclass
from enum import StrEnum


class TroubleKind(StrEnum):
    """Why the notebook cannot be read or written now."""

    CORRUPT = "corrupt"
    """The file is damaged or is no notebook."""
    NEWER = "newer"
    """A newer atlas wrote it."""
    READ_ONLY = "read-only"
    FULL = "full"
    """The disk is full or failing."""
    LOCKED = "locked"
    """Another program is writing it."""
    GONE = "gone"
    """The file or its folder is no longer where it was."""
    OTHER = "other"


PASSING = frozenset({TroubleKind.READ_ONLY, TroubleKind.FULL, TroubleKind.LOCKED, TroubleKind.GONE, TroubleKind.OTHER})
"""Troubles that may be over at the next attempt; the others need a decision."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One trouble: its kind, and a sentence that says what happened, what it means and what can be done."""

    kind: TroubleKind
    sentence: str
