"""Heights and slopes at a point, read without numpy: the pointer's reading must not wait for its import."""

import math
import threading
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

from atlas.domain.coordinates import LatLon, project, scale_factor
from atlas.services.terrain.files import DEM, DEM_CELL_M, DEM_OFFSET_M, HALF_SIDE_M, TerrainError
from atlas.services.terrain.gradient import degrees, gradient

_NORTHERNMOST: Final = -55.0
"""Beyond this nothing projects into the square."""


def read_grey(path: Path, wanted: QImage.Format) -> QImage:
    """Return a grey picture of the terrain. Raises TerrainError if it is missing or damaged."""
    image = QImage(str(path))
    if image.isNull():
        raise TerrainError(
            f"The terrain file {path} is missing or damaged; your notes are not touched. "
            "Install the atlas again to get it back."
        )
    return image.convertToFormat(wanted)


class Heights:
    """The measured nodes of the bundled terrain, kept as 16-bit numbers."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / DEM
        self._lock = threading.Lock()
        self._nodes: memoryview | None = None
        self.side = 0
        """Nodes a row, once loaded."""
        self._stride = 0

    @property
    def ready(self) -> bool:
        """Whether heights can be had without waiting."""
        return self._nodes is not None

    def load(self) -> memoryview:
        """Read the file (once; from any thread) and return its rows. Raises TerrainError."""
        with self._lock:
            if self._nodes is None:
                image = read_grey(self._path, QImage.Format.Format_Grayscale16)
                self.side, self._stride = image.width(), image.bytesPerLine() // 2
                self._nodes = memoryview(bytes(image.constBits())).cast("H")
            return self._nodes

    def slope_deg(self, p: LatLon) -> float | None:
        """Return the slope in degrees over the terrain's 1.6 km, or None off the terrain."""
        at = self._place(p)
        if at is None:
            return None
        rises = gradient(self._node, *at, self.side, self.side)
        return None if rises is None else degrees(rises, DEM_CELL_M, scale_factor(p.lat))

    def _node(self, row: int, column: int) -> float:
        return self.load()[row * self._stride + column]

    def _place(self, p: LatLon) -> tuple[float, float] | None:
        """Return the row and column of a place in nodes, None off the terrain; the nodes are then loaded."""
        if p.lat > _NORTHERNMOST:
            return None
        x, y = project(p)
        if abs(x) > HALF_SIDE_M or abs(y) > HALF_SIDE_M:
            return None
        self.load()
        return (HALF_SIDE_M - y) / DEM_CELL_M - 0.5, (x + HALF_SIDE_M) / DEM_CELL_M - 0.5

    def elevation(self, p: LatLon) -> float | None:
        """Return metres above the 1737.4 km sphere, or None off the terrain; bilinear between measured nodes.

        The spline that draws the relief is smoother, but swings out past the nodes by up to 150 m beside cliffs.
        """
        place = self._place(p)
        if place is None:
            return None
        nodes, (row, column) = self.load(), place
        top = min(max(math.floor(row), 0), self.side - 2)
        left = min(max(math.floor(column), 0), self.side - 2)
        # the outermost half cell repeats the border
        down, across = min(max(row - top, 0.0), 1.0), min(max(column - left, 0.0), 1.0)
        at = top * self._stride + left
        nw, ne, sw, se = nodes[at], nodes[at + 1], nodes[at + self._stride], nodes[at + self._stride + 1]
        north, south = nw + (ne - nw) * across, sw + (se - sw) * across
        return north + (south - north) * down - DEM_OFFSET_M
