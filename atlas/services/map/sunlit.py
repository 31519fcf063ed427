"""Relief as the Sun lights it at a moment: real shadows, real slopes, the tint of the map's relief."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from atlas.domain.coordinates import MOON_RADIUS_M
from atlas.domain.light import write_time
from atlas.services.card.format import format_edtf
from atlas.services.sky import Ground
from atlas.services.sky.nodes import Nodes
from atlas.services.sky.shadow import Rect, Scene
from atlas.services.terrain import files, look

if TYPE_CHECKING:
    from datetime import datetime

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky import Directions, Sky
    from atlas.services.terrain import Terrain

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

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
_PIXELS_A_FINE_CELL: Final = 1.5
_ROOM: Final = 1.15
_AROUND: Final = 3.0
"""Diagonals of a view from its middle as far as which imported terrain casts shadows in more than smooth cells,"""
_CELLS_AROUND: Final = 640
"""in as many cells across."""
_FAST_PIXELS: Final = 400_000
"""The most pixels of a picture that is drawn while the hand moves."""
_SQUARE: Final = 1016
_PICTURES_KEPT: Final = 3
"""Those of a view, exact and fast, and that of the whole square."""
_MIDDLE_GREY: Final = 118.0
_CONTRAST: Final = 0.45
_COLOUR: Final = 0.5


@dataclass(frozen=True)
class Sunlight:
    """The Sun of a moment (an aware time) over a terrain. `fast`: drawn with fewer pixels than asked for."""

    relief: SunlitRelief
    time: datetime
    fast: bool = False

    def caption(self) -> str:
        """Return a line such as `Lit as on 22 Nov 2026, 18:00 UTC; Sun over 20°E`. Raises SkySpanError."""
        lon = round(float(self.relief.sun(self.time).lon[0])) % 360
        text = QCoreApplication.translate("Sunlight", "Lit as on {time}; Sun over {lon}°E")
        return text.format(time=format_edtf(write_time(self.time), short=True), lon=lon)

    def image(self, rect: Rect) -> QImage:
        """Return the lit relief of a map rectangle as RGB32, with its pixels, or with fewer where it is `fast`."""
        return self.relief.image(rect, self.time, fast=self.fast)

    def square(self) -> QImage:
        """Return a coarse picture of the whole terrain."""
        half = files.HALF_SIDE_M
        return self.relief.image(Rect(-half, -half, half, half, _SQUARE, _SQUARE), self.time, fast=True)


class SunlitRelief:
    """Draws the terrain under the Sun of any moment; the rectangle of the last picture is kept ready for other times.

    Every method may be called from any thread; two pictures at a time are drawn one after the other.
    """

    def __init__(self, sky: Sky, terrain: Terrain) -> None:
        self._sky = sky
        self._terrain = terrain
        self._lock = threading.Lock()
        self._grids: _Grids | None = None
        self._kept: list[_Picture] = []

    def sun(self, time: datetime) -> Directions:
        """Return where the Sun stands. Raises SkySpanError outside 1959–2060."""
        return self._sky.sun(time)

    def image(self, rect: Rect, time: datetime, *, fast: bool = False) -> QImage:
        """Return the lit relief of a map rectangle as RGB32; a `fast` one has fewer pixels if they are many.

        Raises SkySpanError for a time outside 1959–2060, TerrainError if the terrain's file is missing or damaged.
        """
        sun = self.sun(time)
        with self._lock:
            pixels = self._pixels(self._need(), _coarser(rect) if fast else rect, sun, fast=fast)
        rows, columns = pixels.shape
        return QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGB32).copy()

    def _need(self) -> _Grids:
        if self._grids is None or self._grids.revision != self._terrain.revision:
            self._kept.clear()
            self._grids = _Grids.of(self._terrain)
        return self._grids

    def _pixels(self, grids: _Grids, rect: Rect, sun: Directions, *, fast: bool) -> NDArray[np.uint32]:
        import numpy as np

        rows = max(1, _MOST_PIXELS // rect.width)
        if rows < rect.height:
            # strip by strip, nothing kept: a poster would take gigabytes; nobody waits for its next moment
            return np.concatenate(
                [_Picture(grids, strip, fast=fast, fine=not fast).pixels(sun) for strip in _strips(rect, rows)]
            )
        kept = next((picture for picture in self._kept if (picture.rect, picture.fast) == (rect, fast)), None)
        if kept is None:
            kept = _Picture(grids, rect, fast=fast)
        else:
            self._kept.remove(kept)
        self._kept = [kept, *self._kept[: _PICTURES_KEPT - 1]]
        return kept.pixels(sun)


@dataclass(frozen=True, eq=False)
class _Grids:
    """The measured ground, a coarser one, colours for height × light; as the terrain was at a revision."""

    terrain: Terrain
    revision: int
    measured: Nodes
    coarse: Nodes
    table: NDArray[np.uint32]

    @classmethod
    def of(cls, terrain: Terrain) -> _Grids:
        import numpy as np

        revision = terrain.revision
        half = terrain.half_side_m + _BEYOND * terrain.resolution_m
        heights = np.pad(terrain.heights(), _BEYOND, mode="edge")
        measured = Ground(heights, terrain.resolution_m, -half, half, terrain.name)
        mean = heights[0::2, 0::2] + heights[0::2, 1::2] + heights[1::2, 0::2] + heights[1::2, 1::2]
        coarse = Ground(mean * np.float32(0.25), 2.0 * terrain.resolution_m, -half, half, terrain.name)
        return cls(terrain, revision, Nodes(measured), Nodes(coarse), look.colour_table(_tint()))

    @cached_property
    def smooth(self) -> Nodes:
        """All of the terrain in smooth cells."""
        half = self.terrain.half_side_m + _BEYOND * self.terrain.resolution_m
        return self._patch(-half, half, 2.0 * half, _SMOOTH_M)

    def around(self, rect: Rect, ground: Nodes, *, fast: bool) -> tuple[Nodes, ...]:
        """Return what casts shadows into a rectangle from outside, outwards: imported terrain counts there too."""
        if not self.terrain.has_finer:
            return (self.coarse if ground is self.coarse else self.measured,)
        reach = _AROUND * math.hypot(rect.east - rect.west, rect.north - rect.south)
        x, y = (rect.west + rect.east) / 2.0, (rect.south + rect.north) / 2.0
        cell = max(2.0 * reach / _CELLS_AROUND, ground.ground.cell_m)
        finest = self.terrain.sources_in(x - reach, y - reach, x + reach, y + reach)[0].resolution_m
        if fast or max(cell, finest) >= _SMOOTH_M:
            return (self.smooth,)
        return self._patch(x - reach, y + reach, 2.0 * reach, max(cell, finest)), self.smooth

    def under(self, rect: Rect, *, fast: bool) -> Nodes:
        """Return ground so fine that no facet shows in a picture, as far round it as a corner reaches when turned."""
        finest = self.terrain.sources_in(rect.west, rect.south, rect.east, rect.north)[0].resolution_m
        cell = max(_FINEST_M, _PIXELS_A_CELL * rect.pixel_m)
        if finest < self.terrain.resolution_m:
            cell = min(cell, max(finest, _PIXELS_A_FINE_CELL * rect.pixel_m))
        if cell >= _SMOOTH_M:
            if fast:
                # what moves may have facets
                return self.coarse if rect.pixel_m > self.terrain.resolution_m else self.measured
            return self.smooth
        side = math.hypot(rect.east - rect.west, rect.north - rect.south) * _ROOM
        x, y = (rect.west + rect.east) / 2.0, (rect.south + rect.north) / 2.0
        return self._patch(x - side / 2.0, y + side / 2.0, side, cell)

    def _patch(self, west: float, north: float, side: float, cell: float) -> Nodes:
        cells = math.ceil(side / cell)
        return Nodes(Ground.patch(self.terrain, west, north, cell, cells, cells))


class _Picture:
    """A rectangle ready to be lit: its scene, and the normals of its pixels."""

    def __init__(self, grids: _Grids, rect: Rect, *, fast: bool, fine: bool = False) -> None:
        import numpy as np

        self.rect, self.fast = rect, fast
        ground = grids.under(rect, fast=fast)
        self._scene = Scene(ground, rect, grids.around(rect, ground, fast=fast), fine=fine)
        self._table = grids.table
        xs, ys = rect.centres()
        shape = (rect.height, rect.width)
        across, down = (rect.east - rect.west) / rect.width, (rect.north - rect.south) / rect.height
        corners = grids.terrain.raster(np.append(xs - across / 2.0, rect.east), np.append(ys + down / 2.0, rect.south))
        self._height, self._faint = np.empty(shape, np.float32), np.empty(shape, np.float32)
        self._normals = np.empty((3, *shape), np.float32)
        for band in self._scene.bands():
            north, south = corners[band.start : band.stop], corners[band.start + 1 : band.stop + 1]
            east_rise = (north[:, 1:] - north[:, :-1] + south[:, 1:] - south[:, :-1]) * np.float32(0.5 / across)
            north_rise = (north[:, 1:] - south[:, 1:] + north[:, :-1] - south[:, :-1]) * np.float32(0.5 / down)
            self._height[band] = (north[:, 1:] + north[:, :-1] + south[:, 1:] + south[:, :-1]) * np.float32(0.25)
            faint = look.hillshade(east_rise, north_rise)
            self._faint[band] = np.clip(faint, *_FAINT_RANGE) * np.float32(_STARLIGHT)
            _normals(xs, ys[band, None], east_rise, north_rise, self._normals[:, band])

    def pixels(self, sun: Directions) -> NDArray[np.uint32]:
        """Return 0xffRRGGBB, (rows, columns)."""
        import numpy as np

        lit = self._scene.lit(sun)
        out = np.empty((self.rect.height, self.rect.width), np.uint32)
        sx, sy, sz = sun.unit[0].astype(np.float32)
        for band in self._scene.bands():
            x, y, z = self._normals[:, band]
            # the sine of the Sun's height over the slope
            facing = x * sx
            facing += y * sy
            facing += z * sz
            np.maximum(facing, np.float32(0.0), out=facing)
            light = facing + np.float32(_HALF_BRIGHT)
            np.divide(facing, light, out=light)
            light *= lit.shares(band)
            light *= np.float32(_BRIGHTEST)
            light += self._faint[band]
            out[band] = look.paint(self._height[band], light, self._table)
        return out


def _coarser(rect: Rect) -> Rect:
    """Return a rectangle with no more pixels than can be drawn while the hand moves."""
    shrink = math.sqrt(rect.width * rect.height / _FAST_PIXELS)
    if shrink <= 1.0:
        return rect
    width, height = max(1, round(rect.width / shrink)), max(1, round(rect.height / shrink))
    return Rect(rect.west, rect.south, rect.east, rect.north, width, height)


def _strips(rect: Rect, rows: int) -> list[Rect]:
    """Return a rectangle cut into strips of so many rows, from the top."""
    side = (rect.north - rect.south) / rect.height
    return [
        Rect(rect.west, rect.north - last * side, rect.east, rect.north - first * side, rect.width, last - first)
        for first in range(0, rect.height, rows)
        for last in (min(rect.height, first + rows),)
    ]


def _normals(x: Floats, y: Floats, east: Field, north: Field, out: Field) -> None:
    """Give unit normals in MOON_ME, (3, rows, columns), of slopes in metres per map metre."""
    import numpy as np

    r = MOON_RADIUS_M
    x, y = (x / r).astype(np.float32), (y / r).astype(np.float32)
    k = x * x
    k = k + y * y
    k *= np.float32(0.25)
    spread = k + np.float32(1.0)
    # slopes on the ground: map metres are longer there
    slope_x, slope_y = east * spread, north * spread
    steep = slope_x * slope_x
    steep += slope_y * slope_y
    steep += np.float32(1.0)
    np.sqrt(steep, out=steep)
    # the map's x and y grow on the ground along (0, 1, x/2R) − x/2R·up and (1, 0, y/2R) − y/2R·up
    lean = slope_x * x
    lean += slope_y * y
    lean *= np.float32(0.5)
    up = (lean + np.float32(1.0)) / spread
    out[0] = (up * y - slope_y) / steep
    out[1] = (up * x - slope_x) / steep
    out[2] = (up * (k - np.float32(1.0)) - lean) / steep


def _tint() -> tuple[tuple[float, ...], ...]:
    """Return the relief's tint, paler and closer together: in sunlight the ground is grey, its lows hardly darker."""
    stops = []
    for height, *rgb in look.TINT:
        grey = 0.30 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2]
        raised = _MIDDLE_GREY + (grey - _MIDDLE_GREY) * _CONTRAST
        stops.append((float(height), *(raised + (value - grey) * _COLOUR for value in rgb)))
    return tuple(stops)
