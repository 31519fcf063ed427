"""Where the user has been: entries and as-of days, back and forth."""

from dataclasses import dataclass
from datetime import date
from typing import Final

LIMIT: Final = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """An entry (None before one is chosen) as known on a day."""

    slug: str | None
    as_of: date


class History:
    """A browser's history: going somewhere new forgets what lay ahead."""

    def __init__(self, start: Spot) -> None:
        self._spots = [start]
        self._at = 0

    @property
    def current(self) -> Spot:
        """Where the user is."""
        return self._spots[self._at]

    @property
    def can_go_back(self) -> bool:
        """True where there is an earlier spot."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """True where there is a later spot."""
        return self._at + 1 < len(self._spots)

    def visit(self, spot: Spot) -> bool:
        """Go somewhere new; returns False where the user already is there."""
        if spot == self.current:
            return False
        kept = self._spots[: self._at + 1]
        if kept[-1].slug is None:
            # the state before any entry was chosen is no place to go back to
            kept.pop()
        self._spots = [*kept, spot][-LIMIT:]
        self._at = len(self._spots) - 1
        return True

    def replace(self, spot: Spot) -> bool:
        """Be somewhere else in the place of where the user is; returns False where that is the same."""
        if spot == self.current:
            return False
        self._spots = [*self._spots[: self._at], spot]
        return True

    def back(self) -> Spot:
        """Go one back where possible, and return where the user is then."""
        self._at = max(0, self._at - 1)
        return self.current

    def forward(self) -> Spot:
        """Go one forward where possible, and return where the user is then."""
        self._at = min(len(self._spots) - 1, self._at + 1)
        return self.current
