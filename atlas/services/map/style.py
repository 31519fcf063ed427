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
PERMANENT_SHADOW: Final = QColor(104, 78, 235, 235)
"""Ground that is never lit."""
LIGHT_RAMP: Final = (
    QColor(20, 11, 53),
    QColor(86, 20, 109),
    QColor(158, 40, 99),
    QColor(221, 81, 58),
    QColor(252, 160, 30),
    QColor(250, 240, 150),
)
"""An illumination map, from nothing to the most: as bright as what it stands for."""
SLOPE_RAMP: Final = (
    QColor(30, 72, 104),
    QColor(52, 118, 112),
    QColor(128, 146, 72),
    QColor(222, 158, 62),
    QColor(248, 174, 156),
    QColor(255, 224, 236),
)
"""Classes of slope from gentle to steep: each lighter than the one before, so that no hue has to be told apart."""
SLOPE_UNDER: Final = QColor(118, 114, 108)
"""What lies under the colours of a legend: level ground in the middle of the relief's tint."""
FURNITURE: Final = QColor(255, 255, 255, 235)
FURNITURE_FAINT: Final = QColor(255, 255, 255, 190)

PANORAMA_SKY: Final = (QColor(5, 6, 10), QColor(17, 21, 31))
"""The sky of a panorama, overhead and over the horizon."""
PANORAMA_GROUND: Final = (
    QColor(50, 47, 48),
    QColor(56, 54, 57),
    QColor(72, 73, 80),
    QColor(94, 101, 116),
    QColor(124, 139, 163),
    QColor(150, 170, 198),
)
"""Ground by its distance, from near to far: warm and dark to cool and pale."""
PANORAMA_GRID: Final = QColor(255, 255, 255, 22)
PANORAMA_LEVEL: Final = QColor(255, 255, 255, 64)
PANORAMA_AXIS: Final = QColor(8, 10, 16, 190)
PANORAMA_NEAR_M: Final = 40.0
PANORAMA_FAR_M: Final = 200_000.0
PANORAMA_SUNLIT: Final = QColor(255, 243, 219)
LIGHT_GROUND: Final = QColor(24, 29, 40)
"""The ground of a calendar of light: what is dark or out of sight."""
SUN: Final = QColor(255, 214, 120)
SUN_FAINT: Final = QColor(255, 196, 92)
EARTH: Final = QColor(126, 186, 255)
EARTH_NIGHT: Final = QColor(20, 34, 58)
TRACK_TEXT: Final = QColor(255, 226, 166)
NIGHT: Final = QColor(24, 29, 44)
"""The strip of time while the Sun is down, and fully up."""
DAYLIGHT: Final = QColor(214, 205, 178)
SUN_EDGE: Final = QColor(40, 28, 0)

MARK: Final = QColor(255, 138, 214)
"""What the user put on the map."""
MARK_FILL: Final = QColor(255, 138, 214, 36)
MARK_TEXT: Final = QColor(255, 206, 238)
MEASURE: Final = QColor(255, 226, 110)
"""What is being measured."""
MEASURE_FILL: Final = QColor(255, 226, 110, 34)
MEASURE_DARK: Final = QColor(24, 20, 6)
SLOPES: Final = (QColor(92, 122, 158), QColor(138, 166, 150), QColor(222, 166, 78), QColor(206, 86, 76))
"""Slope along a profile, from flat to steep; hatching says the same."""
PROFILE_PAPER: Final = QColor(255, 255, 255)
PROFILE_GRID: Final = QColor(222, 224, 228)
PROFILE_TEXT: Final = QColor(27, 31, 39)
PROFILE_FAINT: Final = QColor(92, 99, 112)
PROFILE_LINE: Final = QColor(40, 46, 58)
PROFILE_HATCH: Final = QColor(40, 20, 10, 120)
DRAWING_PAPER: Final = QColor(243, 241, 234)
"""What machines drawn in line are filled with, on paper; and whoever stands beside them."""
DRAWING_FIGURE: Final = QColor(176, 98, 16)

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
