"""What a tab of the window's middle is, and what the window tells it."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from atlas.domain.entries import EntryRow
from atlas.services.units import Units


class Page(QWidget):
    """One tab. The window calls the setters below as things change, and all of them once when a page is first shown.

    A page overrides those that matter to it; none may take long, and a hidden page may put its work off.
    """

    entry_activated = Signal(str)
    """The user chose an entry: its slug."""
    link_activated = Signal(str)
    """The user followed an `atlas://` link or a web address."""
    wants_list: ClassVar[bool] = False
    """Whether the page follows the filtered list: a class says so."""
    message = Signal(str)
    """A sentence for the status bar."""

    def set_as_of(self, day: date) -> None:
        """Show what was known on a day."""

    def select(self, slug: str | None) -> None:
        """Mark the entry that the window shows."""

    def set_listed(self, rows: Sequence[EntryRow]) -> None:
        """Take the filtered list, in its order; called only where `wants_list` is True."""

    def set_units(self, units: Units) -> None:
        """Tell positions, heights and distances in other units."""

    def standing(self) -> object:
        """Return where the user stands on the page, for the page that takes its place when the language changes."""
        return None

    def go_on_from(self, standing: object) -> None:
        """Take up what `standing` of a page of the same class returned; called once, when the page is made."""

    def take_focus(self) -> None:
        """Put the keyboard where the user goes on."""
        self.setFocus()
