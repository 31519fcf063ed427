"""How high the horizon stands for every cell of a map rectangle, towards one point of the sky.

Looked at along great circles that all lead to one point of the sphere (the one under the Sun, say), the cells fall into
upright planes through the Moon's centre. In such a plane lines of sight are straight, so the Moon's curvature needs no
correction, and the ground ahead of a place matters only by its upper hull. The sweep goes through the rows of the map
from the far side on and follows that hull from each place until it falls away: every cell is seen over all ground
ahead of it, however far, at a cost linear in the cells (the algorithm of Dozier, Bruno and Downey, "A faster solution
to the horizon problem", Computers & Geosciences 7, 1981).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, unproject
from atlas.services.sky.ground import Ground
from atlas.services.sky.observer import Observer
from atlas.services.sky.shadow import Rect

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]
    Casters = NDArray[np.complex64]

_R: Final = MOON_RADIUS_M
_NEAREST_DEG: Final = 45.0
_BLOCK: Final = 16
"""Rows worked on at once, all but the walk along the hull: few enough to stay in the processor's cache."""
_STRETCH: Final = 1.2
"""Map metres a metre on the ground, at most, as far out as the terrain's corners."""
_BARE_M: Final = 10_000.0
"""Between rows of the bare sphere beyond the ground: their chord lies 7 m under it, 0.004° at 100 km."""
_FEW: Final = 6
"""Walks along the hull that are gone on with one by one: most end after a few steps, and then arrays are a burden."""


def horizon_map(
    ground: Ground, rect: Rect, toward: LatLon, around: Ground | None = None, height_m: float = 0.0
) -> Field:
    """Return the horizon's elevation in degrees at the middles of a rectangle's pixels, (rows, columns).

    It is the one in the direction of the great circle to `toward`, as `skyline` has it at that azimuth, for eyes
    `height_m` over the ground; `around` is coarser ground to be used where `ground` ends. Beyond both stands the bare
    sphere. Raises ValueError where `toward` is less than 45° from the rectangle's middle.
    """
    import numpy as np

    plan = _Plan.of(ground, rect, toward, around or ground, height_m)
    sweep = _Sweep(plan, _grounds(plan, ground, around))
    p, q = plan.raster(rect)
    pixels = _Pixels(plan, p, q)
    out: Field = np.empty((len(q), len(p)), np.float32)
    for begin in range(0, len(plan.rows), _BLOCK):
        lines = plan.rows[begin : begin + _BLOCK]
        rays = pixels.rays[lines[0].below]
        sweep.advance(begin, np.array([[line.q] for line in lines]), rays)
        drawn = [number for number, line in enumerate(lines) if line.drawn]
        if drawn:
            # the sweep comes from the far side; the picture's rows count from the near one
            places = [len(q) - 1 - lines[number].below for number in drawn]
            here = q[[lines[number].below for number in drawn], None]
            out[places] = pixels.values(here, rays.start, sweep.elevations(begin, drawn, rays, height_m))
    return plan.turned_back(out)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the sweep at a place q: the raster's row `below` it, or the one it is where `drawn`."""

    q: float
    below: int
    drawn: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """The sweep's geometry: rows at places q of one map axis, rays numbered by the tangent of their angle at `toward`.

    The map's axes are renamed so that the sweep comes down from large q: p is the other axis. Vectors of space have
    their components in the order q, p, z.
    """

    swapped: bool
    mirrored: bool
    toward: Floats
    inward: Floats
    across: Floats
    tangents: Floats
    rows: tuple[_Row, ...]
    origin: float

    @classmethod
    def of(cls, ground: Ground, rect: Rect, toward: LatLon, around: Ground, height_m: float) -> _Plan:
        import numpy as np

        middle = unproject((rect.west + rect.east) / 2.0, (rect.south + rect.north) / 2.0)
        up, target = Observer(middle).axes()[2], Observer(toward).axes()[2]
        if float(up @ target) > math.cos(math.radians(_NEAREST_DEG)):
            raise ValueError("the point of the sky must lie at least 45° from the middle of the rectangle")
        along = target - float(up @ target) * up
        # the map turns a direction by the longitude; its x grows towards 90° E, its y towards 0°
        swapped = bool(abs(along[1]) > abs(along[0]))
        order = [1, 0, 2] if swapped else [0, 1, 2]
        turned, start = target[order], up[order]
        mirrored = bool(along[order][0] < 0.0)
        if mirrored:
            turned[0], start[0] = -turned[0], -start[0]
        inward = start - float(start @ turned) * turned
        inward /= np.linalg.norm(inward)
        across = np.cross(turned, inward)
        across = across if across[1] > 0.0 else -across
        made = cls(swapped, mirrored, turned, inward, across, np.empty(0), (), float(start @ turned) * _R)
        p, q = made.raster(rect)
        tangents = made._rays(p, q, min(rect.pixel_m, ground.cell_m))
        rows = made._rows(q, ground, around, _reach(around, ground, height_m))
        return cls(swapped, mirrored, turned, inward, across, tangents, rows, made.origin)

    def raster(self, rect: Rect) -> tuple[Floats, Floats]:
        """Return the places p and q, both ascending, of a rectangle's pixels."""
        xs, ys = rect.centres()
        p, q = (ys[::-1], xs) if self.swapped else (xs, ys[::-1])
        return p, -q[::-1] if self.mirrored else q

    def turned_back(self, out: Field) -> Field:
        """Return an array of rows of falling q as rows of falling y."""
        import numpy as np

        found = out[::-1] if self.mirrored else out
        if self.swapped:
            # rows of falling x over columns of rising y
            found = found[::-1].T[::-1]
        return np.ascontiguousarray(found)

    def nodes(self, ground: Ground) -> _Nodes:
        """Return a ground's heights along the sweep's axes."""
        import numpy as np

        whole = ground.heights.T[:, ::-1] if self.swapped else ground.heights[::-1]
        if self.mirrored:
            whole = whole[::-1]
        rows, columns = whole.shape
        # the border goes on for the outer half cell, the bare sphere begins beyond
        padded = np.zeros((rows + 4, columns + 4), np.float32)
        padded[2:-2, 2:-2] = whole
        inner = padded[1:-1, 1:-1]
        inner[0], inner[-1] = inner[1], inner[-2]
        inner[:, 0], inner[:, -1] = inner[:, 1], inner[:, -2]
        np.copyto(padded, 0.0, where=np.isnan(padded))
        p0, q0 = self.corner(ground)
        return _Nodes(padded, ground.cell_m, p0 - 1.5 * ground.cell_m, q0 - 1.5 * ground.cell_m)

    def corner(self, ground: Ground) -> tuple[float, float]:
        """Return the least p and the least q of a ground."""
        rows, columns = ground.heights.shape
        south, east = ground.north_m - rows * ground.cell_m, ground.west_m + columns * ground.cell_m
        if self.swapped:
            return south, -east if self.mirrored else ground.west_m
        return ground.west_m, -ground.north_m if self.mirrored else south

    def _rays(self, p: Floats, q: Floats, step: float) -> Floats:
        """Return the tangents of rays that reach all pixels, about a step apart on the ground."""
        import numpy as np

        edge = np.concatenate([self.tangent(p, one) for one in (q[0], q[len(q) // 2], q[-1])])
        edge = np.concatenate([edge, *(self.tangent(np.full(len(q), one), q) for one in (p[0], p[-1]))])
        low, high = float(edge.min()), float(edge.max())
        middle = len(p) // 2
        beside = self.tangent(np.array([p[middle], p[middle] + step]), q[len(q) // 2])
        apart = float(beside[1] - beside[0])
        count = max(2, math.ceil((high - low) / apart) + 3)
        return np.linspace(low - apart, low + (count - 2) * apart, count)

    def _rows(self, q: Floats, ground: Ground, around: Ground, reach: float) -> tuple[_Row, ...]:
        """Return the rows from far to near."""
        import numpy as np

        pixel = float(q[1] - q[0]) if len(q) > 1 else ground.cell_m
        parts = max(1, math.ceil(pixel / ground.cell_m - 1e-6))
        near: list[_Row] = []
        for number in range(len(q) - 1, -1, -1):
            near += [_Row(float(q[number]) + pixel * k / parts, number, False) for k in range(parts - 1, 0, -1)]
            near.append(_Row(float(q[number]), number, True))
        begin, end = near[0].q, near[0].q + reach
        far: list[float] = []
        for one in (ground,) if around is ground else (ground, around):
            # every row of nodes, as far as the ground goes
            count = one.heights.shape[1 if self.swapped else 0]
            here = self.corner(one)[1] + np.arange(-1.5, count + 2.5) * one.cell_m
            far += [float(at) for at in here if begin + 0.5 * one.cell_m < at <= end]
            begin = max(begin, float(here[-1]))
        bare = np.arange(begin + _BARE_M, end, _BARE_M).tolist()
        return (*(_Row(at, len(q) - 1, False) for at in (*bare[::-1], *far[::-1])), *near)

    def tangent(self, p: Floats, q: float | Floats) -> Floats:
        """Return the tangents of the rays through places."""
        k = (p * p + q * q) / (4.0 * _R * _R)
        a, b = self.inward, self.across
        found: Floats = ((b[0] * q + b[1] * p) / _R + b[2] * (k - 1.0)) / (
            (a[0] * q + a[1] * p) / _R + a[2] * (k - 1.0)
        )
        return found


@dataclass(frozen=True, slots=True, eq=False)
class _Nodes:
    """Heights at (q, p), both ascending by a cell from their first node."""

    heights: Field
    cell_m: float
    p0: float
    q0: float

    def sample(self, q: Floats, p: Field) -> Field:
        """Return the heights at places p of rows q (a column); zeros beside the ground."""
        import numpy as np

        rows, columns = self.heights.shape
        along = np.clip((q[:, 0] - self.q0) / self.cell_m, 0.0, rows - 1.001)
        first = along.astype(np.intp)
        lines = self.heights[first]
        lines += (self.heights[first + 1] - lines) * (along - first).astype(np.float32)[:, None]
        at = p - self.p0
        at *= 1.0 / self.cell_m
        np.clip(at, 0.0, columns - 1.01, out=at)
        left = at.astype(np.intp)
        at -= left
        left += np.arange(0, len(lines) * columns, columns)[:, None]
        return _between(lines.ravel(), left, at)

    def covers(self, q: Floats, p: Field) -> NDArray[np.bool_]:
        """Return which places of rows lie on the ground itself."""
        rows, columns = self.heights.shape
        along, beside = (q - self.q0) / self.cell_m, (p - self.p0) / self.cell_m
        inside: NDArray[np.bool_] = (beside >= 1.5) & (beside <= columns - 2.5) & (along >= 1.5) & (along <= rows - 2.5)
        return inside


def _between(line: Field, left: Index, share: Field) -> Field:
    """Return values between neighbours of a line; changes `left`."""
    low = line.take(left)
    left += 1
    found: Field = line.take(left)
    found -= low
    found *= share
    found += low
    return found


class _Pixels:
    """The raster among the rays: which rays its rows need, and what those say at the pixels."""

    def __init__(self, plan: _Plan, p: Floats, q: Floats) -> None:
        import numpy as np

        self._plan = plan
        self._p = p.astype(np.float32)
        step = plan.tangents[1] - plan.tangents[0]
        ends = np.stack([plan.tangent(np.full(len(q), one), q) for one in (p[0], p[len(p) // 2], p[-1])])
        # rays that have left the raster on their way down are of no more use to it
        low = np.minimum.accumulate(ends.min(axis=0)) - plan.tangents[0]
        high = np.maximum.accumulate(ends.max(axis=0)) - plan.tangents[0]
        count = len(plan.tangents)
        self.rays = [
            slice(max(0, int(first) - 1), min(count, int(last) + 3))
            for first, last in zip(low / step, high / step, strict=True)
        ]

    def values(self, q: Floats, first: int, values: Field) -> Field:
        """Return values of rays from the `first` on at the pixels of rows q (a column), linear between rays."""
        import numpy as np

        plan, t = self._plan, self._plan.tangents
        k = _curve(q, self._p)
        at = _plane(plan.across, q, self._p, k)
        at /= _plane(plan.inward, q, self._p, k)
        at -= float(t[0])
        at *= float(1.0 / (t[1] - t[0]))
        at -= float(first)
        rows, rays = values.shape
        np.clip(at, 0.0, rays - 1.01, out=at)
        left = at.astype(np.intp)
        at -= left
        left += np.arange(0, rows * rays, rays)[:, None]
        return _between(values.ravel(), left, at)


def _curve(q: Floats, p: Field) -> Field:
    """Return ρ²/4R² − 1 at places p of rows q (a column)."""
    k = p * p
    k *= 1.0 / (4.0 * _R * _R)
    # not in place: a row of p becomes rows
    found: Field = k + (q * q / (4.0 * _R * _R) - 1.0).astype(p.dtype)
    return found


def _plane(axis: Floats, q: Floats, p: Field, k: Field) -> Field:
    """Return the dot products of an axis with places p of rows q, times 1 + ρ²/4R²; `k` is that − 2."""
    found: Field = k * float(axis[2])
    found += p * float(axis[1] / _R)
    found += (q * (axis[0] / _R)).astype(k.dtype)
    return found


class _Sweep:
    """Rays gone along from far to near: for each node the one that forms its horizon, and the tangent to it."""

    def __init__(self, plan: _Plan, grounds: tuple[_Nodes, ...]) -> None:
        import numpy as np

        count = len(plan.tangents)
        shape = (len(plan.rows), count)
        self._plan = plan
        self._grounds = grounds
        # the plane of a ray: n·P = 0, and where it crosses a row the root of a quadratic equation
        normal = plan.across[:, None] - plan.tangents * plan.inward[:, None]
        self._nq, self._b, self._nz = ((normal[k] * f).astype(np.float32) for k, f in enumerate((1 / _R, 1 / _R, 1.0)))
        self._bb = self._b * self._b
        self._a4 = self._nz * np.float32(1.0 / (_R * _R))
        self._columns = np.arange(count)
        # along the plane towards the point of the sky, and upwards from there × 1j: one look-up gives both
        self._places = np.empty(shape, np.complex64)
        self._tan = np.empty(shape, np.float32)
        self._horizon = np.empty(shape, np.intp)
        # the same, number by number
        self._numbers = (
            self._places.view(np.float32).reshape(-1).data,
            self._tan.reshape(-1).data,
            self._horizon.reshape(-1).data,
        )
        self._sine: Field = np.empty(0, np.float32)

    def advance(self, begin: int, q: Floats, rays: slice) -> None:
        """Take the next rows in, at places q (a column), of the rays that are still needed."""
        import numpy as np

        plan = self._plan
        p = self._crossings(q, rays)
        height = self._grounds[0].sample(q, p)
        for finer in self._grounds[1:]:
            np.copyto(height, finer.sample(q, p), where=finer.covers(q, p))
        k = _curve(q, p)
        sine = _plane(plan.toward, q, p, k)
        k += 2.0
        sine /= k
        # (R + H) √(1 − s²) − R without the loss of digits
        drop = sine * sine
        level = np.sqrt(1.0 - drop)
        drop *= _R
        drop /= level + 1.0
        level *= height
        rows = slice(begin, begin + len(q))
        np.subtract(level, drop, out=self._places.imag[rows, rays])
        height += _R
        height *= sine
        np.subtract(height, plan.origin, out=self._places.real[rows, rays])
        self._sine = sine
        for row in range(begin, begin + len(q)):
            if row == 0:
                self._tan[row], self._horizon[row] = -np.inf, self._columns
            else:
                self._tan[row, rays], self._horizon[row, rays] = self._walk(row, rays, self._places[row, rays])

    def _crossings(self, q: Floats, rays: slice) -> Field:
        """Return where rays cross the rows of places q."""
        import numpy as np

        at = q.astype(np.float32)
        c = self._nq[rays] * at
        c += self._nz[rays] * (q * q / (4.0 * _R * _R) - 1.0).astype(np.float32)
        root = self._a4[rays] * c
        np.subtract(self._bb[rays], root, out=root)
        np.sqrt(root, out=root)
        root += self._b[rays]
        found: Field = c / root
        found *= -2.0
        return found

    def elevations(self, begin: int, drawn: list[int], rays: slice, height_m: float) -> Field:
        """Return the horizon's elevations in degrees over the level at nodes of the last rows, for eyes over them."""
        import numpy as np

        sine = self._sine[drawn]
        if height_m > 0.0:
            # raised along the plane's own upright: level leans there, which moves the eye by metres
            eyes = self._places[[begin + k for k in drawn], rays]
            eyes.imag += np.sqrt(1.0 - sine * sine) * height_m
            found = np.stack([self._walk(begin + k, rays, eye)[0] for k, eye in zip(drawn, eyes, strict=True)])
        else:
            found = self._tan[[begin + k for k in drawn], rays]
        np.arctan(found, out=found)
        found += np.arcsin(sine)
        found *= 180.0 / math.pi
        return found

    def _walk(self, row: int, rays: slice, eyes: Casters) -> tuple[Field, Index]:
        """Return the steepest tangents from places in a row to the ground ahead, and where that stands."""
        places, tangents, horizon = self._places.reshape(-1), self._tan.reshape(-1), self._horizon.reshape(-1)
        ahead = self._places[row - 1, rays] - eyes
        best: Field = ahead.imag / ahead.real
        where = self._columns[rays] + (row - 1) * len(self._columns)
        # the hull ahead falls away steeper and steeper: it is followed while its next stretch rises over the line
        active = (self._tan[row - 1, rays] > best).nonzero()[0]
        at = where.take(active)
        while active.size > _FEW:
            at = horizon.take(at)
            ahead = places.take(at)
            ahead -= eyes.take(active)
            tangent = ahead.imag / ahead.real
            best[active] = tangent
            where[active] = at
            on = (tangents.take(at) > tangent).nonzero()[0]
            active, at = active.take(on), at.take(on)
        for ray, from_there in zip(active.tolist(), at.tolist(), strict=True):
            best[ray], where[ray] = self._walked(from_there, complex(eyes[ray]))
        return best, where

    def _walked(self, at: int, eye: complex) -> tuple[float, int]:
        """Return what `_walk` does for one place, from a step of its way along the hull on."""
        places, tangents, horizon = self._numbers
        along, up = eye.real, eye.imag
        while True:
            at = horizon[at]
            tangent = (places[2 * at + 1] - up) / (places[2 * at] - along)
            if tangents[at] <= tangent:
                return tangent, at


def _grounds(plan: _Plan, ground: Ground, around: Ground | None) -> tuple[_Nodes, ...]:
    """Return the grounds from the coarse one to the one that covers it."""
    return (plan.nodes(ground),) if around is None else (plan.nodes(around), plan.nodes(ground))


def _reach(around: Ground, ground: Ground, height_m: float) -> float:
    """Return how far off, in map metres, the highest ground can be seen over the lowest from over the highest."""
    import numpy as np

    low = min(float(np.nanmin(ground.heights)), float(np.nanmin(around.heights)), 0.0)
    high = max(ground.highest_m, around.highest_m, 0.0)
    seen = math.acos((_R + low) / (_R + high)) + math.acos((_R + low) / (_R + high + height_m))
    # and on to a row that is there even where nothing stands up
    return seen * _R * _STRETCH + 2.0 * _BARE_M
