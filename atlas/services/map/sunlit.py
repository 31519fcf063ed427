"""Relief as the Sun lights it at a moment: real shadows, real slopes, the tint of the map's relief."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from atlas.domain.coordinates import MOON_RADIUS_M
from atlas.services.sky import Ground
from atlas.services.sky.shadow import Rect, Scene
from atlas.services.terrain import files, look, spline
from atlas.services.terrain.sampler import Sampler

if TYPE_CHECKING:
    from datetime import datetime

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky import Directions, Sky
    from atlas.services.terrain import Terrain

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

_BAND: Final = 32
_SMOOTH_M: Final = 800.0
"""Cells of the ground that casts shadows: the spline through the measured nodes, so that no facet shows."""
_BEYOND: Final = 30
"""Cells by which the terrain's border is drawn out: a step to the bare sphere there would cast shadows of its own."""
_HALF_BRIGHT: Final = 0.13
"""The sine of the Sun's height over a slope at which it has half the light of one that faces the Sun."""
_BRIGHTEST: Final = 1.9
_STARLIGHT: Final = 0.18
"""Light in full shadow, so that its ground can still be made out."""
_FAINT_RANGE: Final = (0.35, 1.6)
_MOST_PIXELS: Final = 6_000_000
_FINEST_M: Final = 100.0
_PIXELS_A_CELL: Final = 3.0
_ROOM: Final = 1.15
_MIDDLE_GREY: Final = 118.0
_CONTRAST: Final = 0.45
_COLOUR: Final = 0.5


@dataclass(frozen=True)
class Sunlight:
    """The Sun of a moment (an aware time) over a terrain."""

    relief: SunlitRelief
    time: datetime

    def caption(self) -> str:
        """Return a line such as `Lit as on 22 Nov 2026 18:00 UTC, Sun over 20°E`. Raises SkySpanError."""
        from datetime import UTC

        time = self.time.astimezone(UTC)
        lon = round(float(self.relief.sun(time).lon[0])) % 360
        text = QCoreApplication.translate("Sunlight", "Lit as on {time} UTC, Sun over {lon}°E")
        return text.format(time=f"{time.day} {time:%b %Y %H:%M}", lon=lon)


class SunlitRelief:
    """Draws the terrain under the Sun of any moment; the rectangle of the last picture is kept ready for other times.

    Every method may be called from any thread; two pictures at a time are drawn one after the other.
    """

    def __init__(self, sky: Sky, terrain: Terrain) -> None:
        self._sky = sky
        self._terrain = terrain
        self._lock = threading.Lock()
        self._grids: _Grids | None = None
        self._kept: _Picture | None = None

    def sun(self, time: datetime) -> Directions:
        """Return where the Sun stands. Raises SkySpanError outside 1959–2060."""
        return self._sky.sun(time)

    def image(self, rect: Rect, time: datetime) -> QImage:
        """Return the lit relief of a map rectangle as RGB32.

        Raises SkySpanError for a time outside 1959–2060, TerrainError if the terrain's file is missing or damaged.
        """
        sun = self.sun(time)
        with self._lock:
            if self._grids is None:
                self._grids = _Grids.of(self._terrain)
            pixels = self._pixels(self._grids, rect, sun)
        rows, columns = pixels.shape
        return QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGB32).copy()

    def _pixels(self, grids: _Grids, rect: Rect, sun: Directions) -> NDArray[np.uint32]:
        import numpy as np

        rows = max(1, _MOST_PIXELS // rect.width)
        if rows < rect.height:
            # strip by strip, nothing kept: a poster would take gigabytes
            return np.concatenate([_Picture(grids, strip).pixels(sun) for strip in _strips(rect, rows)])
        if self._kept is None or self._kept.rect != rect:
            self._kept = _Picture(grids, rect)
        return self._kept.pixels(sun)


@dataclass(frozen=True, eq=False)
class _Grids:
    """Spline coefficients of the heights, the measured ground and a smooth one, colours for height × light."""

    coeffs: Field
    measured: Ground
    smooth: Ground
    table: NDArray[np.uint32]

    @classmethod
    def of(cls, terrain: Terrain) -> _Grids:
        import numpy as np

        heights = terrain.heights()
        coeffs = spline.coefficients(heights)
        half = terrain.half_side_m + _BEYOND * terrain.resolution_m
        measured = Ground(np.pad(heights, _BEYOND, mode="edge"), terrain.resolution_m, -half, half, terrain.name)
        return cls(coeffs, measured, _smooth(coeffs, -half, half, 2.0 * half, _SMOOTH_M), look.colour_table(_tint()))

    def under(self, rect: Rect) -> Ground:
        """Return ground so fine that no facet shows in a picture, as far round it as a corner reaches when turned."""
        cell = max(_FINEST_M, _PIXELS_A_CELL * rect.pixel_m)
        if cell >= _SMOOTH_M:
            return self.smooth
        side = math.hypot(rect.east - rect.west, rect.north - rect.south) * _ROOM
        x, y = (rect.west + rect.east) / 2.0, (rect.south + rect.north) / 2.0
        return _smooth(self.coeffs, x - side / 2.0, y + side / 2.0, side, cell)


class _Picture:
    """A rectangle ready to be lit: its scene, and the normals of its pixels."""

    def __init__(self, grids: _Grids, rect: Rect) -> None:
        import numpy as np

        self.rect = rect
        self._scene = Scene(grids.under(rect), rect, grids.measured)
        self._table = grids.table
        xs, ys = rect.centres()
        sampler = Sampler(grids.coeffs, files.DEM_CELL_M, xs, ys)
        shape = (rect.height, rect.width)
        self._height, self._faint = np.empty(shape, np.float32), np.empty(shape, np.float32)
        self._normals = np.empty((3, *shape), np.float32)
        for band in _bands(rect.height):
            east, north = sampler.east(band), sampler.north(band)
            self._height[band] = sampler.value(band)
            self._faint[band] = np.clip(look.hillshade(east, north), *_FAINT_RANGE) * np.float32(_STARLIGHT)
            self._normals[:, band] = _normals(xs, ys[band, None], east, north)

    def pixels(self, sun: Directions) -> NDArray[np.uint32]:
        """Return 0xffRRGGBB, (rows, columns)."""
        import numpy as np

        shares = self._scene.shares(sun)
        out = np.empty(shares.shape, np.uint32)
        sx, sy, sz = sun.unit[0].astype(np.float32)
        for band in _bands(self.rect.height):
            x, y, z = self._normals[:, band]
            # the sine of the Sun's height over the slope
            facing = np.maximum(x * sx + y * sy + z * sz, np.float32(0.0))
            light = facing / (facing + np.float32(_HALF_BRIGHT))
            light *= shares[band]
            light *= np.float32(_BRIGHTEST)
            light += self._faint[band]
            out[band] = look.paint(self._height[band], light, self._table)
        return out


def _strips(rect: Rect, rows: int) -> list[Rect]:
    """Return a rectangle cut into strips of so many rows, from the top."""
    side = (rect.north - rect.south) / rect.height
    return [
        Rect(rect.west, rect.north - last * side, rect.east, rect.north - first * side, rect.width, last - first)
        for first in range(0, rect.height, rows)
        for last in (min(rect.height, first + rows),)
    ]


def _bands(rows: int) -> list[slice]:
    # bands of rows keep the working arrays inside the processor's cache
    return [slice(top, min(rows, top + _BAND)) for top in range(0, rows, _BAND)]


def _smooth(coeffs: Field, west: float, north: float, side: float, cell: float) -> Ground:
    """Return the splined ground of a square; over the terrain's edge the border is drawn out."""
    import numpy as np

    at = (np.arange(math.ceil(side / cell)) + 0.5) * cell
    xs, ys = west + at, north - at
    sampler = Sampler(coeffs, files.DEM_CELL_M, xs, ys)
    heights = np.concatenate([sampler.value(band) for band in _bands(len(at))])
    return Ground(heights, cell, west, north, files.NAME)


def _normals(x: Floats, y: Floats, east: Field, north: Field) -> Field:
    """Return unit normals in MOON_ME, (3, rows, columns), of slopes in metres per map metre."""
    import numpy as np

    r = MOON_RADIUS_M
    k = (x * x + y * y) / (4.0 * r * r)
    up = np.stack([y / r + 0.0 * x, x / r + 0.0 * y, k - 1.0]) / (1.0 + k)
    # slopes on the ground: map metres are longer there
    slope_x, slope_y = east * (1.0 + k), north * (1.0 + k)
    # the map's x and y grow on the ground along (0, 1, x/2R) − x/2R·up and (1, 0, y/2R) − y/2R·up
    lean = (slope_x * x + slope_y * y) / (2.0 * r)
    found = up * (1.0 + lean)
    found[0] -= slope_y
    found[1] -= slope_x
    found[2] -= lean
    found /= np.sqrt(1.0 + slope_x * slope_x + slope_y * slope_y)
    normals: Field = found.astype(np.float32)
    return normals


def _tint() -> tuple[tuple[float, ...], ...]:
    """Return the relief's tint, paler and closer together: in sunlight the ground is grey, its lows hardly darker."""
    stops = []
    for height, *rgb in look.TINT:
        grey = 0.30 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2]
        raised = _MIDDLE_GREY + (grey - _MIDDLE_GREY) * _CONTRAST
        stops.append((float(height), *(raised + (value - grey) * _COLOUR for value in rgb)))
    return tuple(stops)
