"""Where one looks in a picture: how near, and at what; the same for pictures of any size, so that two can be linked."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

NEAREST: Final = 32.0
"""Device pixels to a picture's pixel at most."""


@dataclass(frozen=True, slots=True)
class Sight:
    """`ratio` is the size against the fitted one; `x` and `y`, from 0 to 1, tell what stands in the middle."""

    ratio: float = 1.0
    x: float = 0.5
    y: float = 0.5

    @property
    def is_fitted(self) -> bool:
        """Whether all of the picture is seen, as large as that allows."""
        return abs(self.ratio - 1.0) < 1e-6

    def moved(self, dx: float, dy: float, shown: QSizeF) -> "Sight":
        """Return the sight after the picture, of that size as shown, was moved by so many device pixels."""
        if shown.isEmpty():
            return self
        return replace(self, x=self.x - dx / shown.width(), y=self.y - dy / shown.height())

    def zoomed(self, ratio: float, at: QPointF, shown: QSizeF, fit: float) -> "Sight":
        """Return the sight at another ratio; what lies `at` (device pixels from the middle) stays there."""
        ratio = min(max(ratio, 1.0), max(1.0, NEAREST / fit))
        if shown.isEmpty():
            return self
        change = 1.0 - self.ratio / ratio
        return Sight(ratio, self.x + at.x() / shown.width() * change, self.y + at.y() / shown.height() * change)

    def within(self, shown: QSizeF, room: QSizeF) -> "Sight":
        """Return the sight moved so that the picture fills the room as far as it can and is in its middle otherwise."""
        return replace(
            self, x=_kept(self.x, shown.width(), room.width()), y=_kept(self.y, shown.height(), room.height())
        )

    def frame(self, shown: QSizeF, room: QSizeF) -> QRectF:
        """Return where the whole picture lies in the room, in device pixels."""
        left = room.width() / 2 - self.x * shown.width()
        top = room.height() / 2 - self.y * shown.height()
        # whole pixels at the edge: a fitted picture is then copied, not scaled once more
        return QRectF(round(left), round(top), shown.width(), shown.height())


def _kept(share: float, shown: float, room: float) -> float:
    if shown <= room or shown <= 0:
        return 0.5
    edge = room / shown / 2
    return min(max(share, edge), 1.0 - edge)
