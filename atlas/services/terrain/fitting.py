"""The grid on the map's projection that an imported raster goes to: its own where it lies on that, else a new one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M
from atlas.services.terrain.files import HALF_SIDE_M
from atlas.services.terrain.record import NORTH, SOUTH

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from rasterio import Affine
    from rasterio.crs import CRS
    from rasterio.io import DatasetReader

    Floats = NDArray[np.float64]

_SAMPLES: Final = 65
_GEOGRAPHIC: Final = "IAU_2015:30100"
_SAME: Final = 0.01
"""A projection is the map's if it agrees to this share of a cell."""
_FARTHEST_M: Final = 2.0 * MOON_RADIUS_M
"""The equator's distance from the pole, in metres of a polar projection."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells that a terrain is kept in; `crs` is one of the two polar projections.

    `same`: they are cells of the source, from column `left` and row `top` on. `clipped`: the source goes on beyond.
    """

    crs: str
    west_m: float
    north_m: float
    cell_m: float
    rows: int
    columns: int
    same: bool
    clipped: bool
    outside: bool
    left: int = 0
    top: int = 0

    @property
    def bounds_m(self) -> tuple[float, float, float, float]:
        """(west, south, east, north) edges."""
        south, east = self.north_m - self.rows * self.cell_m, self.west_m + self.columns * self.cell_m
        return self.west_m, south, east, self.north_m

    def transform(self, shrink: float = 1.0) -> Affine:
        """Return the transform of the grid, or of one with cells larger by a factor."""
        from rasterio.transform import from_origin

        return from_origin(self.west_m, self.north_m, self.cell_m * shrink, self.cell_m * shrink)


@dataclass(frozen=True, slots=True)
class Placement:
    """A source's coordinate system and transform, brought into a form without a seam in the middle of it."""

    crs: CRS
    transform: Affine


def placed(dataset: DatasetReader) -> Placement:
    """Return where a raster lies; of a cylindrical one, with the meridian in its middle as the central one.

    Longitudes from 0 to 360 and from -180 to 180 are then alike, and none of them lies beyond an edge.
    """
    from rasterio import Affine
    from rasterio.crs import CRS

    crs, transform = dataset.crs, dataset.transform
    what = crs.to_dict()
    radius = float(what.get("R") or what.get("a") or MOON_RADIUS_M)
    middle = transform.c + transform.a * dataset.width / 2.0
    if transform.b or transform.d:
        return Placement(crs, transform)
    if crs.is_geographic:
        metres = math.radians(1.0) * radius
        centred = f"+proj=eqc +lat_ts=0 +lat_0=0 +lon_0={middle:.12g} +R={radius:.12g} +units=m +no_defs"
        shifted = Affine(transform.a * metres, 0.0, (transform.c - middle) * metres,
                         0.0, transform.e * metres, transform.f * metres)  # fmt: skip
        return Placement(CRS.from_proj4(centred), shifted)
    if what.get("proj") == "eqc" and what.get("units", "m") == "m":
        along = radius * math.cos(math.radians(float(what.get("lat_ts", 0.0))))
        lon = float(what.get("lon_0", 0.0)) + math.degrees((middle - float(what.get("x_0", 0.0))) / along)
        turned = CRS.from_dict({**what, "lon_0": lon, "x_0": 0.0})
        return Placement(turned, Affine(transform.a, 0.0, transform.c - middle, 0.0, transform.e, transform.f))
    return Placement(crs, transform)


def fitted(dataset: DatasetReader, place: Placement) -> Grid | None:
    """Return the grid for a raster, None where none of it can be brought to the Moon."""
    import numpy as np

    columns, rows = _raster(dataset)
    x, y = _transformed(place, columns, rows, SOUTH)
    near = np.isfinite(x) & np.isfinite(y) & (np.hypot(x, y) < _FARTHEST_M * 4.0)
    on_map = near & (np.abs(x) <= HALF_SIDE_M) & (np.abs(y) <= HALF_SIDE_M)
    if on_map.any() or _holds_pole(dataset, place):
        return _same_grid(dataset, x, y, columns, rows) or _resampled(
            dataset, place, SOUTH, near, HALF_SIDE_M, outside=False
        )
    lat = _transformed(place, columns, rows, _GEOGRAPHIC)[1]
    if not np.isfinite(lat).any():
        return None
    crs = NORTH if float(np.nanmean(lat[np.isfinite(lat)])) > 0.0 else SOUTH
    x, y = _transformed(place, columns, rows, crs)
    near = np.isfinite(x) & np.isfinite(y) & (np.hypot(x, y) < _FARTHEST_M)
    return _resampled(dataset, place, crs, near, _FARTHEST_M, outside=True) if near.any() else None


def _raster(dataset: DatasetReader) -> tuple[Floats, Floats]:
    """Return columns and rows of points all over a raster, edges included."""
    import numpy as np

    columns, rows = np.meshgrid(np.linspace(0.0, dataset.width, _SAMPLES), np.linspace(0.0, dataset.height, _SAMPLES))
    return columns.ravel(), rows.ravel()


def _transformed(place: Placement, columns: Floats, rows: Floats, crs: str) -> tuple[Floats, Floats]:
    from rasterio.crs import CRS

    t = place.transform
    x, y = t.a * columns + t.b * rows + t.c, t.d * columns + t.e * rows + t.f
    return _points(place.crs, CRS.from_user_input(crs), x, y)


def _points(source: CRS, target: CRS, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return points in another coordinate system; infinity where they have no place in it."""
    import numpy as np
    from rasterio._err import CPLE_BaseError
    from rasterio.errors import RasterioError
    from rasterio.warp import transform

    try:
        found = transform(source, target, x.tolist(), y.tolist())
    except (CPLE_BaseError, RasterioError):
        if len(x) == 1:
            return np.array([np.inf]), np.array([np.inf])
        # one point without a place, such as the other pole, spoils them all
        half = len(x) // 2
        parts = [_points(source, target, x[part], y[part]) for part in (slice(half), slice(half, None))]
        return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    return np.asarray(found[0], np.float64), np.asarray(found[1], np.float64)


def _holds_pole(dataset: DatasetReader, place: Placement) -> bool:
    import numpy as np
    from rasterio.crs import CRS

    # a metre from it, where every projection still knows the longitude
    found = _points(CRS.from_user_input(SOUTH), place.crs, np.array([1.0]), np.array([1.0]))
    x, y = float(found[0][0]), float(found[1][0])
    if not (math.isfinite(x) and math.isfinite(y)):
        return False
    back = ~place.transform
    column, row = back.a * x + back.b * y + back.c, back.d * x + back.e * y + back.f
    return bool(0.0 <= column <= dataset.width and 0.0 <= row <= dataset.height)


def _same_grid(dataset: DatasetReader, x: Floats, y: Floats, columns: Floats, rows: Floats) -> Grid | None:
    """Return the part of the raster's own grid that lies on the map, None where it is not on the map's projection."""
    import numpy as np

    t = dataset.transform
    if t.b or t.d or t.a <= 0.0 or abs(t.a + t.e) > 1e-6 * t.a:
        return None
    off = np.hypot(x - (t.c + t.a * columns), y - (t.f + t.e * rows))
    if dataset.crs.is_geographic or not np.nanmax(off) < _SAME * t.a or not np.isfinite(off).all():
        return None
    left = max(0, math.floor((-HALF_SIDE_M - t.c) / t.a + 1e-6))
    right = min(dataset.width, math.ceil((HALF_SIDE_M - t.c) / t.a - 1e-6))
    top = max(0, math.floor((t.f - HALF_SIDE_M) / t.a + 1e-6))
    bottom = min(dataset.height, math.ceil((t.f + HALF_SIDE_M) / t.a - 1e-6))
    if right - left < 2 or bottom - top < 2:
        return None
    clipped = (right - left, bottom - top) != (dataset.width, dataset.height)
    return Grid(
        SOUTH, t.c + left * t.a, t.f - top * t.a, t.a, bottom - top, right - left,
        same=True, clipped=clipped, outside=False, left=left, top=top,
    )  # fmt: skip


def _resampled(
    dataset: DatasetReader, place: Placement, crs: str, near: NDArray[np.bool_], reach: float, *, outside: bool
) -> Grid:
    """Return a grid as fine as the raster at its finest, over all of it within a distance along either axis."""
    import numpy as np

    columns, rows = _raster(dataset)
    x, y = _transformed(place, columns, rows, crs)
    cell = _cell(dataset, place, crs, near & (np.maximum(np.abs(x), np.abs(y)) <= reach * 1.05))
    # in whole cells from the pole, as polar products are: one that is only turned keeps its numbers
    west, east = _edges(x[near], reach, cell)
    south, north = _edges(y[near], reach, cell)
    clipped = bool((np.maximum(np.abs(x[near]), np.abs(y[near])) > reach * 1.001).any()) or not near.all()
    return Grid(
        crs, west * cell, north * cell, cell, north - south, east - west,
        same=False, clipped=clipped and not outside, outside=outside,
    )  # fmt: skip


def _edges(at: Floats, reach: float, cell: float) -> tuple[int, int]:
    low, high = max(float(at.min()), -reach), min(float(at.max()), reach)
    first, last = math.floor(low / cell + 1e-3), math.ceil(high / cell - 1e-3)
    return first, max(last, first + 2)


def _cell(dataset: DatasetReader, place: Placement, crs: str, where: NDArray[np.bool_]) -> float:
    """Return the size of a cell: of the raster's, the longer side where that is shortest."""
    import numpy as np

    columns, rows = _raster(dataset)
    columns = np.clip(columns, 1.0, dataset.width - 1.0)
    rows = np.clip(rows, 1.0, dataset.height - 1.0)
    x, y = _transformed(place, columns - 0.5, rows - 0.5, crs)
    sides = []
    for across, down in ((0.5, -0.5), (-0.5, 0.5)):
        x1, y1 = _transformed(place, columns + across, rows + down, crs)
        sides.append(np.hypot(x1 - x, y1 - y))
    longer = np.maximum(*sides)
    usable = longer[where & np.isfinite(longer) & (longer > 0.0)]
    found = float(usable.min() if usable.size else longer[np.isfinite(longer)].min())
    return float(f"{found:.5g}")
