"""Reads a raster of heights in the rows and columns of the grid it is kept in, as it is or resampled by GDAL."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from atlas.services.terrain.fitting import Grid, Placement
from atlas.services.terrain.tiles import nodata

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from rasterio.enums import Resampling
    from rasterio.io import DatasetReader
    from rasterio.vrt import WarpedVRT

    from atlas.services.terrain.packing import Steps

    Field = NDArray[np.float32]

FINE_STEP_M: Final = 1.0 / 64.0
"""The step in which heights are kept that came as floating-point numbers or were resampled: a centimetre and a half."""
_HUGE: Final = 1e30
_ISIS_SPECIAL: Final = -32_752
"""Numbers up to this one stand for missing or saturated cells in a 16-bit cube."""
_NOTHING: Final = -3.0e38
_EXACTNESS: Final = 0.02


class Rows:
    """A raster seen through a grid."""

    def __init__(self, dataset: DatasetReader, grid: Grid, place: Placement) -> None:
        self.grid = grid
        self._dataset = dataset
        self._place = place
        kind = dataset.dtypes[0]
        self._whole = kind.startswith(("int", "uint"))
        self._exact = self._whole and grid.same
        self._small = kind == "int16"
        self._missing = dataset.nodata
        self._isis = dataset.driver in {"ISIS3", "ISIS2"} and kind == "int16"

    @property
    def itemsize(self) -> int:
        """Bytes of a stored step: 2 where the source's own 16-bit numbers are kept."""
        return 2 if self._exact and self._small else 4

    def step(self, scale: float) -> float:
        """Return the step in metres in which heights are kept."""
        return scale if self._exact else FINE_STEP_M

    def offset(self, offset: float) -> float:
        """Return what is to be added to the steps, in metres."""
        return offset if self._exact else 0.0

    def check_ends(self) -> None:
        """Read the source's last and middle cells. Raises RasterioError where they are not there."""
        data, width = self._dataset, self._dataset.width
        for row in (data.height - 1, data.height // 2):
            data.read(1, window=((row, row + 1), (max(0, width - 512), width)))

    def small(self, side: int) -> Field:
        """Return the whole grid in at most so many cells a side, as stored, nan where there is nothing."""
        from rasterio.enums import Resampling

        grid = self.grid
        shrink = max(1.0, max(grid.rows, grid.columns) / side)
        shape = max(1, round(grid.rows / shrink)), max(1, round(grid.columns / shrink))
        if grid.same:
            found = self._dataset.read(1, window=self._source(0, 0, grid.rows, grid.columns), out_shape=shape)
            return self._plain(found)
        with self._warped(Resampling.nearest, shrink, shape) as vrt:
            return self._plain(vrt.read(1))

    def window(self, top: int, left: int, rows: int, columns: int) -> Field:
        """Return cells of the grid as stored, nan where there is nothing."""
        from rasterio.enums import Resampling

        if self.grid.same:
            return self._plain(self._dataset.read(1, window=self._source(top, left, rows, columns)))
        with self._warped(Resampling.bilinear) as vrt:
            return self._plain(vrt.read(1, window=((top, top + rows), (left, left + columns))))

    def strips(
        self, height: int, scale: float, offset: float
    ) -> Generator[tuple[Steps, tuple[float, float] | None], None, None]:
        """Return the grid's steps from the north, so many rows at a time, with their least and largest height."""
        from contextlib import nullcontext

        from rasterio.enums import Resampling

        grid = self.grid
        with nullcontext(self._dataset) if grid.same else self._warped(Resampling.bilinear) as source:
            for top in range(0, grid.rows, height):
                rows = min(height, grid.rows - top)
                if grid.same:
                    read = source.read(1, window=self._source(top, 0, rows, grid.columns))
                else:
                    read = source.read(1, window=((top, top + rows), (0, grid.columns)))
                yield self.steps(read, scale, offset)

    def steps(self, read: NDArray[Any], scale: float, offset: float) -> tuple[Steps, tuple[float, float] | None]:
        """Return what was read as steps, and the least and largest height among it in metres."""
        import numpy as np

        missing = nodata(self.itemsize)
        gone = self._gone(read)
        kind = np.dtype(f"<i{self.itemsize}")
        if self._exact:
            steps = (
                read.astype(kind) if not np.issubdtype(read.dtype, np.floating) else np.nan_to_num(read).astype(kind)
            )
            step, base = scale, offset
        else:
            metres = np.where(gone, np.float64(0.0), read) * scale + offset
            # what no Moon has is told by its size, so it must not wrap round
            steps = np.rint(np.clip(metres, -1e7, 1e7) / FINE_STEP_M).astype(kind)
            step, base = FINE_STEP_M, 0.0
        if not gone.any():
            return steps, (float(steps.min()) * step + base, float(steps.max()) * step + base)
        there = steps[~gone]
        steps[gone] = missing
        if not there.size:
            return steps, None
        return steps, (float(there.min()) * step + base, float(there.max()) * step + base)

    def _source(self, top: int, left: int, rows: int, columns: int) -> tuple[tuple[int, int], tuple[int, int]]:
        first, begin = self.grid.top + top, self.grid.left + left
        return (first, first + rows), (begin, begin + columns)

    def _plain(self, read: NDArray[Any]) -> Field:
        import numpy as np

        out: Field = read.astype(np.float64)
        out[self._gone(read)] = np.nan
        return out

    def _gone(self, read: NDArray[Any]) -> NDArray[np.bool_]:
        """Return which numbers stand for no height, marked as such or by the usual signs."""
        import numpy as np

        if np.issubdtype(read.dtype, np.floating):
            with np.errstate(invalid="ignore"):
                gone: NDArray[np.bool_] = ~(np.abs(read) < _HUGE)
            if self._missing is not None and math.isfinite(self._missing):
                gone |= read == np.asarray(self._missing, read.dtype)
            return gone
        gone = np.zeros(read.shape, bool) if self._missing is None else read == self._missing
        if self._isis:
            gone |= read <= _ISIS_SPECIAL
        elif read.dtype == np.int16:
            gone |= read == -32_768
        return gone

    @contextmanager
    def _warped(
        self, resampling: Resampling, shrink: float = 1.0, shape: tuple[int, int] | None = None
    ) -> Iterator[WarpedVRT]:
        from rasterio.crs import CRS
        from rasterio.vrt import WarpedVRT

        grid = self.grid
        rows, columns = shape or (grid.rows, grid.columns)
        missing = self._missing
        if missing is None and self._whole:
            missing = -32_768 if self._small else None
        with WarpedVRT(
            self._dataset,
            src_crs=self._place.crs,
            src_transform=self._place.transform,
            crs=CRS.from_user_input(grid.crs),
            transform=grid.transform(shrink),
            width=columns,
            height=rows,
            resampling=resampling,
            src_nodata=missing,
            nodata=_NOTHING,
            dtype="float64" if self._dataset.dtypes[0] in {"float64", "int32", "uint32"} else "float32",
            tolerance=_EXACTNESS,
            warp_mem_limit=64,
            num_threads=2,
        ) as vrt:
            yield vrt
