"""Places labels so that none overlaps another or is cut off: the more important ones choose first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

_CELL: Final = 96
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in logical pixels."""


@dataclass
class Layout:
    """A frame with what already lies in it; the frame may be changed between labels.

    Boxes are found through a coarse grid of cells.
    """

    frame: Box
    _cells: dict[tuple[int, int], list[Box]] = field(default_factory=dict)

    def reserve(self, boxes: Iterable[Box]) -> None:
        """Keep labels off these boxes, which may overlap each other."""
        for box in boxes:
            self._put(box)

    def place(self, size: tuple[float, float], corners: Sequence[tuple[float, float]]) -> Box | None:
        """Take the first of the top left corners at which a box of that size is free; None if there is none."""
        width, height = size
        for left, top in corners:
            box = (left, top, left + width, top + height)
            if self.fits(box):
                self._put(box)
                return box
        return None

    def fits(self, box: Box) -> bool:
        """Return whether a box lies wholly in the frame and touches nothing."""
        frame = self.frame
        if box[0] < frame[0] or box[1] < frame[1] or box[2] > frame[2] or box[3] > frame[3]:
            return False
        for cell in _cells(box):
            for other in self._cells.get(cell, ()):
                if box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]:
                    return False
        return True

    def _put(self, box: Box) -> None:
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    first_row, last_row = int(box[1] // _CELL), int(box[3] // _CELL)
    first, last = int(box[0] // _CELL), int(box[2] // _CELL)
    return [(c, r) for r in range(first_row, last_row + 1) for c in range(first, last + 1)]


def beside(x: float, y: float, size: tuple[float, float], gap: float) -> list[tuple[float, float]]:
    """Return the top left corners for a label right, left, above and below of a point, then on the diagonals."""
    width, height = size
    right, left, middle = x + gap, x - gap - width, y - height / 2.0
    above, below, centred = y - gap - height, y + gap, x - width / 2.0
    near_above, near_below = y - height - gap * 0.35, y + gap * 0.35
    return [
        (right, middle),
        (left, middle),
        (centred, above),
        (centred, below),
        (right, near_above),
        (right, near_below),
        (left, near_above),
        (left, near_below),
    ]


def over(x: float, y: float, size: tuple[float, float], radius: float) -> list[tuple[float, float]]:
    """Return the top left corners for the name of a round feature of that radius, all in pixels.

    Inside where it fits, else under or over the rim.
    """
    width, height = size
    left = x - width / 2.0
    under, above = y + radius + 1.0, y - radius - height - 1.0
    if radius * 2.0 > width * 0.9:
        return [
            (left, y - height / 2.0),
            (left, y + radius * 0.35 - height / 2.0),
            (left, y - radius * 0.45 - height / 2.0),
            (left, under),
            (left, above),
        ]
    side = y - height / 2.0
    return [(left, under), (left, above), (x + radius + 3.0, side), (x - radius - width - 3.0, side)]
