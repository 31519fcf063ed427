"""Which ground the Sun lights at a moment: a whole map rectangle at once, from the terrain in it and all around it.

The Sun's rays are parallel, and so straight lines in an orthographic grid whose columns run away from the Sun. In the
frame in which the rays are level, a point is lit if nothing sunward in its column stands higher: one running maximum
down the columns, at a cost that is linear in the cells. Heights in that frame are dot products of places in space, so
the Moon's curvature is in them. The Sun is a disc: two such frames, for its lower and its upper limb, tell where the
local horizon crosses it and what share of its area is in sight. Between nodes the ground is bilinear, as for
`skyline`; beyond it stands the bare sphere.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, unproject
from atlas.services.sky.ground import Ground
from atlas.services.sky.observer import Observer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.ephemeris import Directions

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]
    Casters = NDArray[np.complex64]

_R: Final = MOON_RADIUS_M
_BAND: Final = 32
_NEAR_STEP: Final = 1 / 16
_FAR_STEP: Final = 1 / 4
"""Steps of the grids in cells of the ground: finer ones find nothing more. Coarser than a cell they miss summits."""
_MARGIN: Final = 3
_AHEAD: Final = 0.5
"""Rows between a place and the first ground that may hide it: nearer by, the place would hide itself."""
_GUESS: Final = 4
_SHARES: Final = 4096


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle of map metres, cut into width × height pixels. Raises ValueError if it is empty."""

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or self.east <= self.west or self.north <= self.south:
            raise ValueError("the rectangle and the picture must not be empty")

    @property
    def pixel_m(self) -> float:
        """The shorter side of a pixel."""
        return min((self.east - self.west) / self.width, (self.north - self.south) / self.height)

    def centres(self) -> tuple[Floats, Floats]:
        """Return the map metres x of the columns' and y of the rows' middles, row 0 towards +y."""
        import numpy as np

        xs: Floats = self.west + np.arange(0.5, self.width) * ((self.east - self.west) / self.width)
        ys: Floats = self.north - np.arange(0.5, self.height) * ((self.north - self.south) / self.height)
        return xs, ys


class Scene:
    """A map rectangle to be lit at many moments: what does not change with time is worked out once.

    `around` is the ground that casts shadows from outside the rectangle, by default `ground` itself; with it
    `ground` must reach a little over half the rectangle's diagonal from its middle. All may run on any thread.
    """

    def __init__(self, ground: Ground, rect: Rect, around: Ground | None = None) -> None:
        import numpy as np

        self.rect = rect
        self._field = _Field(ground)
        self._around = self._field if around is None else _Field(around)
        self._xs, self._ys = rect.centres()
        self.middle = unproject((rect.west + rect.east) / 2.0, (rect.south + rect.north) / 2.0)
        self.height: Field = self._field.on_raster(self._xs, self._ys)
        """Metres above the sphere at the pixels' middles, (rows, columns)."""
        spread = 1.0 + (self._xs[None, :] ** 2 + self._ys[:, None] ** 2) / (4.0 * _R * _R)
        self._radius = ((_R + self.height) / spread).astype(np.float32)

    def shares(self, sun: Directions) -> Field:
        """Return the share (0–1) of the Sun's disc in sight at each pixel, (rows, columns); 0 is full shadow.

        The Sun's place is the first one of `sun`; all its rays are taken as parallel to the one through the middle of
        the rectangle, which is right to 0.0003°. The Sun may stand at any height below 80°, and below
        the horizon.
        """
        import numpy as np

        frame = _Frame.of(self.middle, sun)
        near = self._swept(frame)
        lookup = _share_table()
        out: Field = np.empty((self.rect.height, self.rect.width), np.float32)
        weights = [_weights(axis, self._xs, self._ys) for axis in (frame.across, frame.along)]
        down = _drops(frame.up, self._xs, self._ys)
        for top in range(0, self.rect.height, _BAND):
            band = slice(top, min(self.rect.height, top + _BAND))
            radius = self._radius[band]
            u = radius * (weights[0][0][band] + weights[0][1])
            h = radius * (weights[1][0][band] + weights[1][1])
            z = self.height[band] - radius * (down[0][band] + down[1])
            out[band] = _shares_over(near.hidden(u, h, z), lookup)
        return out

    def _swept(self, frame: _Frame) -> _Sweep:
        """Return the running maxima over the rectangle, with those of all ground sunward of it in them."""
        rect, around = self.rect, self._around
        cell = self._field.ground.cell_m
        step = min(max(rect.pixel_m, cell * _NEAR_STEP), cell)
        far_step = max(step, around.ground.cell_m * _FAR_STEP)
        u, h = frame.outline(rect.west, rect.south, rect.east, rect.north, self._field.lowest, self._field.highest)
        margin = _MARGIN * step
        near = _Grid(u[0] - margin, h[1] + margin, step, u[1] + margin, h[0] - margin)
        edge = frame.outline(*around.bounds, around.lowest, around.highest)[1][1]
        begin = frame.reach(near, max(edge, near.top), around.lowest, around.highest) + far_step
        far = _Grid(near.left - far_step, begin, far_step, near.right + far_step, near.top)
        first = _sweep(around, frame, far, frame.bare(far.columns(), begin))
        return _sweep(self._field, frame, near, first.last(near.columns()))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Axes in MOON_ME round a place: `up` over it, `along` level towards the Sun, `across` at right angles to both.

    `tilts`: the elevations of the Sun's lower and upper limb over the plane at right angles to `up`, in radians.
    """

    up: Floats
    along: Floats
    across: Floats
    tilts: tuple[float, float]

    @classmethod
    def of(cls, middle: LatLon, sun: Directions) -> _Frame:
        import numpy as np

        up = Observer(middle).axes()[2]
        ray = sun.unit[0] * (sun.distance_km[0] * 1000.0) - up * _R
        distance = float(np.linalg.norm(ray))
        rise = float(ray @ up)
        along = ray - rise * up
        length = float(np.linalg.norm(along))
        # overhead every direction is towards the Sun
        along = along / length if length > 0.0 else Observer(middle).axes()[1]
        half = math.asin(sun.radius_km * 1000.0 / distance)
        tilt = math.atan2(rise, length)
        return cls(up, along, np.cross(up, along), (tilt - half, tilt + half))

    def outline(
        self, west: float, south: float, east: float, north: float, low: float, high: float
    ) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the least and the largest place across and along that ground in a map rectangle can have."""
        import numpy as np

        t = np.linspace(0.0, 1.0, 65)
        x, y = west + (east - west) * t, south + (north - south) * t
        xs = np.concatenate([x, x, np.full(65, west), np.full(65, east)])
        ys = np.concatenate([np.full(65, south), np.full(65, north), y, y])
        k = (xs * xs + ys * ys) / (4.0 * _R * _R)
        unit = np.stack([ys / _R, xs / _R, k - 1.0]) / (1.0 + k)
        found = []
        for axis in (self.across, self.along):
            place = np.concatenate([(_R + low) * (axis @ unit), (_R + high) * (axis @ unit)])
            found.append((float(place.min()), float(place.max())))
        return found[0], found[1]

    def reach(self, grid: _Grid, end: float, low: float, high: float) -> float:
        """Return the place along, at most `end`, beyond which no ground overtops even the lowest at a grid's top."""
        import numpy as np

        h = np.linspace(grid.top, end, 1001)
        matters = np.zeros(len(h), bool)
        for u in (0.0, max(abs(grid.left), abs(grid.right))):
            highest = np.sqrt(np.maximum((_R + high) ** 2 - u * u - h * h, 0.0))
            lowest = math.sqrt(max((_R + low) ** 2 - u * u - grid.top**2, 0.0))
            matters |= highest - lowest > (h - grid.top) * math.tan(self.tilts[0])
        last = int(np.flatnonzero(matters)[-1]) if matters.any() else 0
        return float(h[min(last + 1, len(h) - 1)])

    def bare(self, u: Floats, begin: float) -> Casters:
        """Return, (columns, tilts), what of the bare sphere stands highest sunward of `begin`."""
        import numpy as np

        radius = np.sqrt(np.maximum(_R * _R - u * u, 0.0))
        out = np.empty((len(u), len(self.tilts)), np.complex64)
        for k, tilt in enumerate(self.tilts):
            # the sphere stands highest where the rays touch it, or where it begins
            place = np.minimum(np.maximum(-radius * math.sin(tilt), begin), radius)
            level = np.sqrt(np.maximum(radius * radius - place * place, 0.0)) - _R
            out.real[:, k] = level * math.cos(tilt) - place * math.sin(tilt)
            out.imag[:, k] = place
        return out


class _Grid:
    """Nodes of an orthographic grid: columns across from `left`, rows from the sunward `top` on away from the Sun."""

    def __init__(self, left: float, top: float, step: float, right: float, bottom: float) -> None:
        self.left, self.top, self.step, self.right = left, top, step, right
        self.width = max(2, math.ceil((right - left) / step) + 1)
        self.height = max(2, math.ceil((top - bottom) / step) + 1)

    def columns(self) -> Floats:
        """Return the places across."""
        import numpy as np

        found: Floats = self.left + np.arange(self.width, dtype=np.float64) * self.step
        return found

    def rows(self) -> Floats:
        """Return the places along."""
        import numpy as np

        found: Floats = self.top - np.arange(self.height, dtype=np.float64) * self.step
        return found


class _Field:
    """The ground's heights, ready for many samples: zeros all round, neighbours in a row held as complex numbers."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    @cached_property
    def _nodes(self) -> Field:
        import numpy as np

        # the border goes on for the outer half cell, the bare sphere begins beyond
        whole = np.nan_to_num(self.ground.heights, nan=0.0)
        return np.pad(np.pad(whole, 1, mode="edge"), 1)

    @cached_property
    def _pairs(self) -> NDArray[np.complex64]:
        import numpy as np

        pairs = np.empty(self._nodes.shape, np.complex64)
        pairs.real = self._nodes
        pairs.imag[:, :-1] = self._nodes[:, 1:]
        pairs.imag[:, -1] = 0.0
        return pairs

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(west, south, east, north) edges in map metres."""
        g = self.ground
        rows, columns = g.heights.shape
        return g.west_m, g.north_m - rows * g.cell_m, g.west_m + columns * g.cell_m, g.north_m

    @cached_property
    def lowest(self) -> float:
        return float(self._nodes.min())

    @cached_property
    def highest(self) -> float:
        return float(self._nodes.max())

    @property
    def _origin(self) -> tuple[float, float]:
        """Column and row, among the nodes, of the map's middle."""
        return 1.5 - self.ground.west_m / self.ground.cell_m, 1.5 + self.ground.north_m / self.ground.cell_m

    def on_raster(self, xs: Floats, ys: Floats) -> Field:
        """Return heights at all crossings of columns and rows in map metres."""
        import numpy as np

        first_column, first_row = self._origin
        columns, rows = first_column + xs / self.ground.cell_m, first_row - ys / self.ground.cell_m
        parts = []
        for at, size in ((columns, self._nodes.shape[1]), (rows, self._nodes.shape[0])):
            held = np.clip(at, 0.0, size - 1.0)
            base = np.minimum(held.astype(np.intp), size - 2)
            parts.append((base, (held - base).astype(np.float32)))
        (left, across), (top, down) = parts
        lines = self._nodes[top] + (self._nodes[top + 1] - self._nodes[top]) * down[:, None]
        found: Field = lines[:, left] * (1.0 - across) + lines[:, left + 1] * across
        return found

    def over(self, frame: _Frame, u: Field, h: Field, guess: Field) -> Field:
        """Return heights where the lines straight up from places (u across, h along) meet the ground.

        `guess` are heights near by: the line leans against the Moon's radius, so where it ends depends on the height.
        """
        import numpy as np

        radius = guess + np.float32(_R)
        z = np.sqrt(np.maximum(radius * radius - u * u - h * h, 0.0))
        along, across, up = (a.astype(np.float32) for a in (frame.along, frame.across, frame.up))
        # the projection from the north pole, and its metres as nodes of the grid, in one factor
        scale = np.float32(2.0 * _R / self.ground.cell_m) / (radius - (u * across[2] + h * along[2] + z * up[2]))
        first_column, first_row = self._origin
        column = (u * across[1] + h * along[1] + z * up[1]) * scale + np.float32(first_column)
        row = np.float32(first_row) - (u * across[0] + h * along[0] + z * up[0]) * scale
        return self._sample(column, row)

    def _sample(self, column: Field, row: Field) -> Field:
        import numpy as np

        rows, columns = self._nodes.shape
        np.clip(column, 0.0, columns - 1.5, out=column)
        np.clip(row, 0.0, rows - 1.5, out=row)
        left, top = column.astype(np.int32), row.astype(np.int32)
        column -= left
        row -= top
        index = np.minimum(top, rows - 2)
        index *= columns
        index += left
        flat = self._pairs.ravel()
        upper = flat.take(index, mode="clip")
        index += columns
        lower = flat.take(index, mode="clip")
        lower -= upper
        lower *= row
        lower += upper
        found: Field = lower.real + (lower.imag - lower.real) * column
        return found


@dataclass(frozen=True, slots=True, eq=False)
class _Sweep:
    """What stands highest sunward of a grid's nodes, or on them, in the frames of the tilts.

    `casters` is (rows, columns, tilts), height in the frame + place along × 1j: complex numbers are ordered by their
    real part, so that the maximum carries its place with it.
    """

    frame: _Frame
    grid: _Grid
    casters: Casters

    def last(self, u: Floats) -> Casters:
        """Return the casters of all rows at places across, (N, tilts)."""
        import numpy as np

        columns = self.grid.columns()
        found = [np.interp(u, columns, self.casters[-1, :, k]) for k in range(len(self.frame.tilts))]
        return np.stack(found, axis=-1).astype(np.complex64)

    def hidden(self, u: Field, h: Field, z: Field) -> Field:
        """Return how far up the disc the horizon stands at places in space: 0 at the lower limb, 1 at the upper one.

        Every caster is ground that is there, so each gives an angle that the horizon has at least; the caster of the
        frame nearest to the horizon is the ground that forms it.
        """
        import numpy as np

        grid, tilts = self.grid, self.frame.tilts
        scale = np.float32(1.0 / grid.step)
        column = (u - np.float32(grid.left)) * scale
        # towards the Sun: what stands there hides the place, not the place itself
        row = (np.float32(grid.top) - h) * scale - np.float32(_AHEAD)
        np.clip(column, 0.0, grid.width - 1.5, out=column)
        np.clip(row, 0.0, grid.height - 1.5, out=row)
        left, top = column.astype(np.int32), row.astype(np.int32)
        column -= left
        row -= top
        top *= grid.width
        top += left
        held = self._held(top, column[..., None], row[..., None])
        least = np.float32(grid.step * _AHEAD / 2.0)
        found: Field | None = None
        for k, tilt in enumerate(tilts):
            overtops = z * np.float32(math.cos(tilt)) - h * np.float32(math.sin(tilt)) - held.real[..., k]
            overtops /= np.maximum(held.imag[..., k] - h, least)
            overtops *= np.float32(-math.cos(tilt) / (tilts[-1] - tilts[0]))
            overtops += np.float32(k / (len(tilts) - 1))
            found = overtops if found is None else np.maximum(found, overtops, out=found)
        assert found is not None
        return found

    def _held(self, index: NDArray[np.int32], column: Field, row: Field) -> Casters:
        """Return the casters between the nodes that begin at an index, bilinear."""
        flat = self.casters.reshape(-1, self.casters.shape[2])
        upper = flat.take(index, axis=0, mode="clip")
        right = flat.take(index + 1, axis=0, mode="clip")
        right -= upper
        right *= column
        upper += right
        index += self.grid.width
        lower = flat.take(index, axis=0, mode="clip")
        right = flat.take(index + 1, axis=0, mode="clip")
        right -= lower
        right *= column
        lower += right
        lower -= upper
        lower *= row
        upper += lower
        return upper


def _sweep(field: _Field, frame: _Frame, grid: _Grid, first: Casters) -> _Sweep:
    """Sample the ground at a grid's nodes, run the maxima down its columns; `first` (columns, tilts) stands sunward."""
    import numpy as np

    u, h = grid.columns().astype(np.float32)[None, :], grid.rows().astype(np.float32)[:, None]
    guess = _guess(field, frame, u, h)
    casters = np.empty((grid.height, grid.width, len(frame.tilts)), np.complex64)
    before = first
    for top in range(0, grid.height, _BAND):
        band = slice(top, min(grid.height, top + _BAND))
        lines = h[band]
        rough = np.repeat(np.repeat(guess[band.start // _GUESS : -(-band.stop // _GUESS)], _GUESS, 0), _GUESS, 1)
        height = field.over(frame, u, lines, rough[: len(lines), : grid.width])
        # √((R+H)² − u² − h²) − R without the loss of digits
        over = height * (height + np.float32(2.0 * _R)) - u * u - lines * lines
        z = over / (np.sqrt(np.maximum(over + np.float32(_R * _R), 0.0)) + np.float32(_R))
        part = casters[band]
        part.imag = lines[..., None]
        for k, tilt in enumerate(frame.tilts):
            np.subtract(z * np.float32(math.cos(tilt)), lines * np.float32(math.sin(tilt)), out=part.real[..., k])
        for line in part:
            np.maximum(line, before, out=line)
            before = line
    return _Sweep(frame, grid, casters)


def _guess(field: _Field, frame: _Frame, u: Field, h: Field) -> Field:
    """Return heights at every fourth row and column, between the nodes that they are meant for."""
    import numpy as np

    middle = min(_GUESS // 2, u.shape[1] - 1, h.shape[0] - 1)
    few_u = u[:, ::_GUESS] + (u[0, middle] - u[0, 0])
    few_h = h[::_GUESS] + (h[middle, 0] - h[0, 0])
    found: Field = np.zeros((few_h.shape[0], few_u.shape[1]), np.float32)
    for _ in range(3):
        found = field.over(frame, few_u, few_h, found)
    return found


def _weights(axis: Floats, xs: Floats, ys: Floats) -> tuple[Field, Field]:
    """Return what the rows (as a column) and the columns add to the dot product of a place with an axis."""
    import numpy as np

    curve = axis[2] / (4.0 * _R * _R)
    down = (axis[0] / _R) * ys + curve * ys * ys - axis[2]
    across = (axis[1] / _R) * xs + curve * xs * xs
    return down.astype(np.float32)[:, None], across.astype(np.float32)


def _drops(up: Floats, xs: Floats, ys: Floats) -> tuple[Field, Field]:
    """Return what the rows and the columns add to 1 − the dot product with `up`, times 1 + ρ²/4R²."""
    import numpy as np

    # the chord between two places of a stereographic map, which keeps its digits close by
    x0, y0 = 2.0 * _R * up[1] / (1.0 - up[2]), 2.0 * _R * up[0] / (1.0 - up[2])
    factor = 1.0 / (2.0 * _R * _R * (1.0 + (x0 * x0 + y0 * y0) / (4.0 * _R * _R)))
    down, across = factor * (ys - y0) ** 2, factor * (xs - x0) ** 2
    return down.astype(np.float32)[:, None], across.astype(np.float32)


def _shares_over(hidden: Field, lookup: Field) -> Field:
    """Return the shares of a disc over horizons that stand so far up it; changes `hidden`."""
    import numpy as np

    np.clip(hidden, 0.0, 1.0, out=hidden)
    hidden *= np.float32(_SHARES - 1)
    hidden += np.float32(0.5)
    found: Field = lookup.take(hidden.astype(np.int32), mode="clip")
    return found


def _share_table() -> Field:
    """Return the share of a disc over a level line at heights from its lower limb (1) to its upper limb (0)."""
    import numpy as np

    rise = 2.0 * np.linspace(0.0, 1.0, _SHARES) - 1.0
    table: Field = ((np.arccos(rise) - rise * np.sqrt(1.0 - rise * rise)) / np.pi).astype(np.float32)
    return table
