"""The two things every pane follows: the entry that is shown and the day as of which things are known."""

from collections.abc import Callable
from datetime import date
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, Signal

from atlas.models.history import History, Spot

PASSING_S: Final = 1.5
"""An entry that the user left sooner than that, going on with the keys, is no place to go back to."""


class Session(QObject):
    """Holds the entry and the as-of day, and tells when either changes. One a window."""

    entry_changed = Signal(str)
    """Another entry is shown; empty for none."""
    as_of_changed = Signal(object)
    """Another `date`; sent before `entry_changed` where both change."""
    history_changed = Signal()

    def __init__(
        self,
        today: date,
        as_of: date | None = None,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._passed: Spot | None = None
        self._passed_at = 0.0
        self.today = today
        """The catalogue's date: the newest day there is."""
        self._history = History(Spot(None, min(as_of or today, today)))

    @property
    def slug(self) -> str | None:
        """The entry shown, None for none."""
        return self._history.current.slug

    @property
    def as_of(self) -> date:
        """The day as of which everything is shown."""
        return self._history.current.as_of

    @property
    def can_go_back(self) -> bool:
        """True where there is an earlier place."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """True where there is a later place."""
        return self._history.can_go_forward

    def go_on_from(self, other: "Session") -> None:
        """Take over where another session is and was; to be called before anything is shown."""
        self._history = other._history
        self.history_changed.emit()

    def open(self, slug: str) -> None:
        """Show an entry."""
        self._visit(Spot(slug, self.as_of))

    def step_to(self, slug: str) -> None:
        """Show an entry that the keys came to, going from row to row; those passed by are not remembered."""
        before, spot = self._history.current, Spot(slug, self.as_of)
        passing = before == self._passed and self._clock() - self._passed_at < PASSING_S
        if self._history.replace(spot) if passing else self._history.visit(spot):
            self._passed, self._passed_at = spot, self._clock()
            self._tell(before, spot)

    def set_as_of(self, day: date) -> None:
        """Show everything as known on a day; days after the catalogue's count as the catalogue's."""
        self._visit(Spot(self.slug, min(day, self.today)))

    def back(self) -> None:
        """Return to the place before."""
        self._move(self._history.current, self._history.back())

    def forward(self) -> None:
        """Go again to the place after."""
        self._move(self._history.current, self._history.forward())

    def _visit(self, spot: Spot) -> None:
        before = self._history.current
        if self._history.visit(spot):
            self._tell(before, spot)

    def _move(self, before: Spot, after: Spot) -> None:
        if before != after:
            self._tell(before, after)

    def _tell(self, before: Spot, after: Spot) -> None:
        if before.as_of != after.as_of:
            self.as_of_changed.emit(after.as_of)
        if before.slug != after.slug:
            self.entry_changed.emit(after.slug or "")
        self.history_changed.emit()
