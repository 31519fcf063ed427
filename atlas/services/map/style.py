"""Colours and sizes of the map's data: the same in light and dark, because they lie on relief."""

from enum import StrEnum
from typing import Final

from PySide6.QtGui import QColor

from atlas.domain.entries import Marker
from atlas.domain.vocabulary import Status

SPACE: Final = QColor(14, 17, 23)
"""What lies outside the terrain's square."""
FRAME: Final = QColor(255, 255, 255, 60)
GRID: Final = QColor(255, 255, 255, 62)
GRID_TEXT: Final = QColor(255, 255, 255, 205)
NAME: Final = QColor(255, 255, 255)
HEIGHT_NAME: Final = QColor(255, 240, 209)
"""Mountains, ridges and other names of high ground."""
HALO: Final = QColor(8, 10, 16)
PLATE: Final = QColor(14, 18, 26, 214)
PLATE_TEXT: Final = QColor(255, 255, 255)
PLATE_YEAR: Final = QColor(196, 203, 214)
MARKER_EDGE: Final = QColor(10, 12, 18, 230)
SELECTED: Final = QColor(255, 196, 102)
REGION: Final = QColor(145, 219, 255)
REGION_CASING: Final = QColor(6, 16, 26, 170)
"""The dark edge of a region's outline: it is seen on bright ground too."""
REGION_FILL: Final = QColor(125, 211, 252, 30)
REGION_TEXT: Final = QColor(190, 232, 255)
FURNITURE: Final = QColor(255, 255, 255, 235)
FURNITURE_FAINT: Final = QColor(255, 255, 255, 190)

NAME_PX: Final = 12
TAG_PX: Final = 12
SMALL_PX: Final = 11
MARKER_R: Final = 6.0


class Shape(StrEnum):
    """The sign of a marker; every outcome has one of its own, so colour is never alone."""

    DISC = "disc"
    TRIANGLE = "triangle"
    CROSS = "cross"
    STAR = "star"
    RING = "ring"
    CLOCK = "clock"
    BARS = "bars"
    DIAMOND = "diamond"
    HALF = "half"
    DOT = "dot"


_SIGNS: Final[dict[Status | None, tuple[Shape, QColor]]] = {
    Status.SUCCEEDED: (Shape.DISC, QColor(88, 214, 155)),
    Status.PARTLY: (Shape.TRIANGLE, QColor(240, 210, 96)),
    Status.FAILED: (Shape.CROSS, QColor(255, 120, 112)),
    Status.PLANNED: (Shape.RING, QColor(255, 183, 77)),
    Status.UNDER_WAY: (Shape.HALF, QColor(120, 190, 255)),
    Status.OVERDUE: (Shape.CLOCK, QColor(255, 150, 84)),
    Status.PAUSED: (Shape.BARS, QColor(205, 211, 222)),
    Status.CANCELLED: (Shape.DIAMOND, QColor(178, 186, 199)),
    None: (Shape.DOT, QColor(226, 230, 238)),
}


def sign(marker: Marker) -> tuple[Shape, QColor]:
    """Return the shape and colour of a marker: by its status, and a star for an impact that was meant."""
    shape, colour = _SIGNS[marker.status]
    if marker.impact and not marker.planned:
        if marker.status is None:
            return Shape.CROSS, colour
        if marker.status is not Status.FAILED:
            return Shape.STAR, colour
    return shape, colour
