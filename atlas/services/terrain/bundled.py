"""The terrain that ships: heights, slopes and sharp relief of the south polar square at 1.6 km."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QImage

from atlas.domain.coordinates import LatLon
from atlas.services.terrain import files, look, shading, spline
from atlas.services.terrain.heights import Heights, read_grey
from atlas.services.terrain.sampler import Plane, Raster, Sampler

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain.shading import Part

    Field = NDArray[np.float32]

_BAND: Final = 48
_SHARPEN_SIGMA: Final = 2.0
_SHARPEN: Final = 1.15
_FAINT: Final = 0.015
"""Brightness (0–1) of detail in the finer hillshade that is sharpened half as much as strong detail."""
_SURROUNDINGS: Final = 9.0


@dataclass(frozen=True)
class _Grids:
    """Spline coefficients: of heights in metres, of columns and of rows of the table of colours.

    Columns come from the finer hillshade, rows from the tone of each place; `lift` is what its surroundings add to
    the tone that its height alone would have.
    """

    height: Field
    fine: Field
    tones: Field
    lift: Field
    table: NDArray[np.uint32]


class Bundled:
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

    def smooth(self, xs: NDArray[Any], ys: NDArray[Any]) -> Field:
        """Return heights at all crossings of columns and rows, through a spline so that no facet shows."""
        import numpy as np

        values = _values(self._need().height, xs, ys)
        out = np.empty((len(ys), len(xs)), np.float32)
        for top in range(0, len(ys), _BAND):
            band = slice(top, min(len(ys), top + _BAND))
            values.into(band, slice(0, len(xs)), out[band])
        return out

    def lifts(self, xs: NDArray[Any], ys: NDArray[Any]) -> Plane:
        """Return what the surroundings of all crossings of columns and rows add to the tones of their heights."""
        return _values(self._need().lift, xs, ys)

    def colours(self) -> NDArray[np.uint32]:
        """Return the table of `look.relief_table`."""
        return self._need().table

    def relief_image(
        self, x0: float, y0: float, x1: float, y1: float, width: int, height: int, above: Sequence[Part] = ()
    ) -> QImage:
        """Return shaded relief of the map rectangle (west, south, east, north in metres) as RGB32.

        Smooth at any zoom; off the terrain its border is drawn out. Where what will be drawn `above` it hides it,
        it may be anything.
        """
        import numpy as np

        grids = self._need()
        xs = x0 + (np.arange(width) + 0.5) * ((x1 - x0) / width)
        ys = y1 - (np.arange(height) + 0.5) * ((y1 - y0) / height)
        raster = _raster(grids.height, files.DEM_CELL_M, xs, ys)
        surface = shading.Surface(
            Sampler(grids.height, raster, slopes=True),
            Sampler(grids.fine, _raster(grids.fine, files.SHADE_CELL_M, xs, ys)),
            Sampler(grids.tones, raster),
            grids.table,
        )
        if not above:
            return shading.picture(surface, width, height)
        return shading.picture(shading.Covered(surface, above), width, height, columns=shading.BLENDED)

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
        detail = shade - look.blurred(shade, _SHARPEN_SIGMA)
        # what is as faint as the traces of its compression stays as it is
        power = detail * detail
        sharp = shade + detail * (power / (power + np.float32(_FAINT * _FAINT))) * np.float32(_SHARPEN)
        over = heights - look.blurred(heights, _SURROUNDINGS)
        tones = look.tones(heights, over)
        return _Grids(
            spline.coefficients(heights),
            shading.fine_columns(spline.coefficients(sharp)),
            shading.tone_rows(spline.coefficients(tones)),
            spline.coefficients(tones - look.tone_of(heights)),
            look.relief_table(),
        )

    def _shade(self) -> NDArray[np.uint8]:
        import numpy as np

        image = read_grey(self._folder / files.SHADE, QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : image.width()].copy()


def _raster(coeffs: Field, cell: float, xs: NDArray[Any], ys: NDArray[Any]) -> Raster:
    """Return where map metres lie among the nodes of a grid of the whole square."""
    columns, rows = (xs + files.HALF_SIDE_M) / cell - 0.5, (files.HALF_SIDE_M - ys) / cell - 0.5
    return Raster(columns, rows, spline.nodes_of(coeffs), cell)


def _values(coeffs: Field, xs: NDArray[Any], ys: NDArray[Any]) -> Plane:
    return Sampler(coeffs, _raster(coeffs, files.DEM_CELL_M, xs, ys)).values
