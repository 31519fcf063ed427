"""Heights, slopes and sharp relief of the south polar square, from the bundled 1.6 km terrain."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from atlas.domain.coordinates import LatLon
from atlas.services.terrain import files, look, spline
from atlas.services.terrain.files import TerrainError
from atlas.services.terrain.heights import Heights, read_grey
from atlas.services.terrain.sampler import Sampler

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]

__all__ = ["Terrain", "TerrainError"]

_BAND: Final = 48
_FINEST_M: Final = 50.0
"""Nothing in the terrain is finer than 800 m: below this the picture is enlarged, not computed."""
_SHARPEN_SIGMA: Final = 2.0
_SHARPEN: Final = 0.9
_SURROUNDINGS: Final = 9.0


@dataclass(frozen=True)
class _Grids:
    """Heights in metres, and spline coefficients: of heights, the finer hillshade, height above surroundings."""

    height: Field
    shade: Field
    hollow: Field
    table: NDArray[np.uint32]


class Terrain:
    """The bundled terrain. Call `load` on a worker, then ask `ready`; the first relief takes tenths of a second."""

    name = files.NAME
    resolution_m = files.DEM_CELL_M
    half_side_m = files.HALF_SIDE_M
    credits = files.CREDITS

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._heights = Heights(folder)
        self._lock = threading.Lock()
        self._grids: _Grids | None = None

    @property
    def ready(self) -> bool:
        """Whether heights can be had without waiting."""
        return self._heights.ready

    def load(self) -> None:
        """Read the heights (once; from any thread). Raises TerrainError if the file is missing or damaged."""
        self._heights.load()

    def covers(self, x: float, y: float) -> bool:
        """Return whether map metres lie on the terrain."""
        return abs(x) <= self.half_side_m and abs(y) <= self.half_side_m

    def heights(self) -> Field:
        """Return the measured nodes: metres above the 1737.4 km sphere at cell centres, row 0 towards +y.

        Raises TerrainError if the file is missing or damaged.
        """
        import numpy as np

        nodes = np.frombuffer(self._heights.load(), dtype=np.uint16).reshape(self._heights.side, -1)
        field: Field = nodes[:, : self._heights.side].astype(np.float32) - np.float32(files.DEM_OFFSET_M)
        return field

    def elevation(self, p: LatLon) -> float | None:
        """Return metres above the 1737.4 km sphere, or None off the terrain."""
        return self._heights.elevation(p)

    def slope_deg(self, p: LatLon) -> float | None:
        """Return the slope in degrees over the terrain's 1.6 km, or None off the terrain."""
        return self._heights.slope_deg(p)

    def relief_image(self, x0: float, y0: float, x1: float, y1: float, width: int, height: int) -> QImage:
        """Return shaded relief of the map rectangle (west, south, east, north in metres) as RGB32.

        Smooth at any zoom; off the terrain its border is drawn out. Raises ValueError for an empty rectangle.
        """
        if width < 1 or height < 1 or x1 <= x0 or y1 <= y0:
            raise ValueError("the rectangle and the picture must not be empty")
        coarse = min(1.0, (x1 - x0) / width / _FINEST_M)
        columns, rows = max(2, math.ceil(width * coarse)), max(2, math.ceil(height * coarse))
        pixels = self._pixels(x0, y0, x1, y1, columns, rows)
        image = QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGB32)
        if (columns, rows) == (width, height):
            return image.copy()
        return image.scaled(
            width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    def _pixels(self, x0: float, y0: float, x1: float, y1: float, columns: int, rows: int) -> NDArray[np.uint32]:
        import numpy as np

        grids = self._need()
        xs = x0 + (np.arange(columns) + 0.5) * ((x1 - x0) / columns)
        ys = y1 - (np.arange(rows) + 0.5) * ((y1 - y0) / rows)
        height = Sampler(grids.height, files.DEM_CELL_M, xs, ys)
        hollow = Sampler(grids.hollow, files.DEM_CELL_M, xs, ys)
        shade = Sampler(grids.shade, files.SHADE_CELL_M, xs, ys)
        out = np.empty((rows, columns), dtype=np.uint32)
        # bands of rows keep the working arrays inside the processor's cache
        for top in range(0, rows, _BAND):
            band = slice(top, min(rows, top + _BAND))
            light = look.illuminate(
                look.hillshade(height.east(band), height.north(band)), shade.value(band), hollow.value(band)
            )
            out[band] = look.paint(height.value(band), light, grids.table)
        return out

    def _need(self) -> _Grids:
        if self._grids is None:
            with self._lock:
                if self._grids is None:
                    self._grids = self._read()
        return self._grids

    def _read(self) -> _Grids:
        import numpy as np

        heights = self.heights()
        shade = self._shade().astype(np.float32)
        shade *= np.float32(1.0 / 255.0)
        sharp = shade + (shade - look.blurred(shade, _SHARPEN_SIGMA)) * np.float32(_SHARPEN)
        return _Grids(
            spline.coefficients(heights),
            spline.coefficients(sharp),
            spline.coefficients(heights - look.blurred(heights, _SURROUNDINGS)),
            look.colour_table(),
        )

    def _shade(self) -> NDArray[np.uint8]:
        import numpy as np

        image = read_grey(self._folder / files.SHADE, QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : image.width()].copy()
