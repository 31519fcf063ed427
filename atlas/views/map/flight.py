"""How the map moves: the arrow keys, and the short movement from one view to another."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt

from atlas.services.map.view import MapView

PANS: Final[Mapping[Qt.Key, tuple[float, float]]] = {
    Qt.Key.Key_Left: (1.0, 0.0),
    Qt.Key.Key_Right: (-1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
"""Which way the ground goes under the arrow keys."""


def between(start: MapView, end: MapView, time: float) -> MapView:
    """Return the view at a share (0–1) of the time from one view to another; it eases out."""
    # the scale moves evenly to the eye
    part = 1.0 - (1.0 - time) ** 3
    mpp = start.mpp * (end.mpp / start.mpp) ** part
    # the point that both views show at the same pixel stays there all along
    share = part if math.isclose(start.mpp, end.mpp) else (start.mpp - mpp) / (start.mpp - end.mpp)
    x, y = start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share
    return replace(start, x=x, y=y, mpp=mpp)
