"""What a command is: said once, here, for menus, bars, palette and the page of shortcuts."""

from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """The menus, in their order."""

    ENTRY = "entry"
    NOTES = "notes"
    PICTURES = "pictures"
    MAP = "map"
    GO = "go"
    VIEW = "view"
    LANGUAGE = "language"
    HELP = "help"
    NONE = ""


class Need(StrEnum):
    """What must be there for a command to make sense."""

    ENTRY = "entry"
    BACK = "back"
    FORWARD = "forward"
    PAST = "past"
    """The as-of day lies before the catalogue's date."""
    FILTERED = "filtered"
    PLACE = "place"
    """The entry has a place on the map."""


@dataclass(frozen=True, slots=True)
class Action:
    """One command. `shortcut` is portable text (`Ctrl+K`), several separated by `; `.

    `group` parts a menu with lines; a `choice` groups checkable actions of which one holds.
    """

    id: str
    title: str
    menu: Menu = Menu.NONE
    shortcut: str = ""
    icon: str = ""
    group: str = ""
    need: Need | None = None
    checkable: bool = False
    choice: str = ""
