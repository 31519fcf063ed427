"""The terrain that ships: heights, slopes and sharp relief of the south polar square at 1.6 km."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QImage

from atlas.domain.coordinates import LatLon
from atlas.services.terrain import files, look, shading, spline
from atlas.services.terrain.heights import Heights, read_grey
from atlas.services.terrain.sampler import Axis, Spline

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain.shading import Pixels, Work
    from atlas.services.terrain.slopes import BundledSlopes

    Field = NDArray[np.float32]

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
        self._cells: tuple[Field, Field, Field] | None = None

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
        grid = self._need().height
        return Spline(grid, *_axes(grid, files.DEM_CELL_M, xs, ys)).whole()

    def lifts(self, xs: NDArray[Any], ys: NDArray[Any]) -> Spline:
        """Return what the surroundings of all crossings of columns and rows add to the tones of their heights.

        It brings along what those of level 0 are in rows of the table of colours, as `shading.put` takes them.
        """
        grid = self._need().lift
        return Spline(grid, *_axes(grid, files.DEM_CELL_M, xs, ys))

    def colours(self) -> NDArray[np.uint32]:
        """Return the table of `look.relief_table`."""
        return self._need().table

    def relief(self, xs: NDArray[Any], ys: NDArray[Any]) -> BundledRelief:
        """Return the relief at all crossings of columns and rows, to be painted.

        Smooth at any zoom; off the terrain its border is drawn out.
        """
        return BundledRelief(self._need(), xs, ys)

    def slopes(self, xs: NDArray[Any], ys: NDArray[Any]) -> BundledSlopes:
        """Return how steep the ground is at all crossings of columns and rows, two of each at least."""
        from atlas.services.terrain import slopes

        cells = self._cells
        if cells is None:
            heights = self.heights()
            east, north = slopes.gradients(heights, files.DEM_CELL_M)
            # two threads may make them at once: they are the same
            cells = self._cells = heights, slopes.padded(east), slopes.padded(north)
        return slopes.BundledSlopes(cells[0], cells[1:], xs, ys)

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
        level = shading.tone_rows(look.tone_of(np.zeros(1, np.float32)))
        return _Grids(
            spline.coefficients(heights),
            shading.fine_columns(spline.coefficients(sharp)),
            shading.tone_rows(spline.coefficients(tones)),
            spline.coefficients(tones - look.tone_of(heights)) + level,
            look.relief_table(),
        )

    def _shade(self) -> NDArray[np.uint8]:
        import numpy as np

        image = read_grey(self._folder / files.SHADE, QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : image.width()].copy()


class BundledRelief:
    """The bundled terrain on a raster, to be painted: it lies under everything, and everywhere."""

    def __init__(self, grids: _Grids, xs: NDArray[Any], ys: NDArray[Any]) -> None:
        axes = _axes(grids.height, files.DEM_CELL_M, xs, ys)
        self._heights = Spline(grids.height, *axes)
        self._tones = Spline(grids.tones, *axes)
        self._fine = Spline(grids.fine, *_axes(grids.fine, files.SHADE_CELL_M, xs, ys))
        self._lights = shading.Lights(1.0 / files.DEM_CELL_M, fine=True)
        self._table = grids.table

    def cover(self, rows: slice, columns: slice) -> tuple[float, float]:
        """Return that all is hidden that lies below."""
        del rows, columns
        return 1.0, 1.0

    def paint(self, rows: slice, columns: slice, work: Work, out: Pixels) -> None:
        """Put the pixels of a block into `out`."""
        heights, leans = self._heights.along(rows, columns, work.field, slopes=True)
        (fine,) = self._fine.along(rows, columns, work.field)
        (tones,) = self._tones.along(rows, columns, work.field)
        for strip in shading.strips(rows, columns):
            mark = work.mark()
            shape = strip.stop - strip.start, columns.stop - columns.start
            east, north, one, two = (work.field(*shape) for _ in range(4))
            self._heights.values(leans, strip, east)
            self._heights.changes(heights, strip, north)
            mix = self._lights.mix(east, north, (one, two))
            self._fine.values(fine, strip, one)
            mix += one
            self._tones.values(tones, strip, two)
            shading.put(two, mix, self._table, work, out[strip.start - rows.start : strip.stop - rows.start])
            work.release(mark)


def _axes(coeffs: Field, cell: float, xs: NDArray[Any], ys: NDArray[Any]) -> tuple[Axis, Axis]:
    """Return where map metres lie among the nodes of a grid of the whole square; slopes are towards +x and +y."""
    rows, columns = spline.nodes_of(coeffs)
    return (
        Axis((xs + files.HALF_SIDE_M) / cell - 0.5, columns),
        Axis((files.HALF_SIDE_M - ys) / cell - 0.5, rows, turn=-1.0),
    )
