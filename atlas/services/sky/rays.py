"""The frame in which the Sun's rays are straight columns of a grid, and that grid.

Heights in the frame are dot products of places in space with the upright of one place, so the Moon's curvature is in
them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon
from atlas.services.sky.observer import Observer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.ephemeris import Directions

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

_R: Final = MOON_RADIUS_M
NEAR_LIMB: Final = 0.05
"""How far inside its limbs, in diameters of the disc, the second ray of each pair comes from."""
_UP_THE_DISC: Final = (0.0, NEAR_LIMB, 1.0 - NEAR_LIMB, 1.0)
COARSE: Final = 4
"""Grids are whole multiples of so many nodes each way."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Axes in MOON_ME round a place: `up` over it, `along` level towards the Sun, `across` at right angles to both.

    `slopes`: the rise of rays, per metre along, that come from the lower limb of the Sun's disc, from a little above
    it, from a little below the upper limb, and from that.
    """

    up: Floats
    along: Floats
    across: Floats
    slopes: tuple[float, ...]

    @classmethod
    def of(cls, middle: LatLon, sun: Directions) -> Frame:
        """Return the frame of a place and of the first of the Sun's directions."""
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
        middle_tilt = math.atan2(rise, length)
        slopes = tuple(math.tan(middle_tilt + half * (2.0 * part - 1.0)) for part in _UP_THE_DISC)
        return cls(up, along, np.cross(up, along), slopes)

    def outline(
        self, west: float, south: float, east: float, north: float, low: float, high: float
    ) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the least and the largest place across and along that ground in a map rectangle can have."""
        edges = self._edges(west, south, east, north, low, high)
        u, h = edges[:, 0], edges[:, 1]
        return (float(u.min()), float(u.max())), (float(h.min()), float(h.max()))

    def depth(
        self, u: Floats, west: float, south: float, east: float, north: float, low: float, high: float
    ) -> tuple[Floats, Floats]:
        """Return, at places across, the least and the largest place along that ground in a map rectangle can have.

        Where there is none they are infinite, the least one positive.
        """
        import numpy as np

        # the hull: edges along the rays bend to and fro
        edges = self._edges(west, south, east, north, low, high)
        points = sorted((float(x), float(y)) for x, y in edges.transpose(0, 2, 1).reshape(-1, 2))
        least, largest = np.array(_chain(points, 1.0)), np.array(_chain(points, -1.0))
        first = np.interp(u, least[:, 0], least[:, 1], left=np.inf, right=np.inf)
        last = np.interp(u, largest[:, 0], largest[:, 1], left=-np.inf, right=-np.inf)
        return first, last

    def _edges(self, west: float, south: float, east: float, north: float, low: float, high: float) -> Floats:
        """Return the edges of a rectangle at both heights: (edges, across and along, points)."""
        import numpy as np

        t = np.linspace(0.0, 1.0, 65)
        x, y, one = west + (east - west) * t, south + (north - south) * t, np.ones(65)
        xs, ys = np.stack([x, x, west * one, east * one]), np.stack([south * one, north * one, y, y])
        k = (xs * xs + ys * ys) / (4.0 * _R * _R)
        unit = np.stack([ys / _R, xs / _R, k - 1.0], axis=1) / (1.0 + k)[:, None]
        flat = np.einsum("ak,eks->eas", np.stack([self.across, self.along]), unit)
        edges: Floats = np.concatenate([(_R + low) * flat, (_R + high) * flat])
        return edges

    def reach(self, grid: Grid, end: float, low: float, high: float) -> float:
        """Return the place along, at most `end`, beyond which no ground overtops even the lowest at a grid's top."""
        import numpy as np

        h = np.linspace(grid.top, end, 1001)
        matters = np.zeros(len(h), bool)
        for u in (0.0, max(abs(grid.left), abs(grid.right))):
            highest = np.sqrt(np.maximum((_R + high) ** 2 - u * u - h * h, 0.0))
            lowest = math.sqrt(max((_R + low) ** 2 - u * u - grid.top**2, 0.0))
            matters |= highest - lowest > (h - grid.top) * self.slopes[0]
        last = int(np.flatnonzero(matters)[-1]) if matters.any() else 0
        return float(h[min(last + 1, len(h) - 1)])

    def bare(self, u: Floats, begin: float) -> Field:
        """Return the shadow lines, (rays, columns), of the bare sphere sunward of `begin`."""
        import numpy as np

        radius = np.sqrt(np.maximum(_R * _R - u * u, 0.0))
        found = []
        for slope in self.slopes:
            # the sphere stands highest where the rays touch it, or where it begins
            touching = -radius * (slope / math.hypot(1.0, slope))
            place = np.minimum(np.maximum(touching, begin), radius)
            found.append(np.sqrt(np.maximum(radius * radius - place * place, 0.0)) - _R - place * slope)
        return np.stack(found).astype(np.float32)


class Grid:
    """Nodes of an orthographic grid: columns across from `left`, rows from the sunward `top` on away from the Sun.

    Columns are a `step` apart, rows a `pace`: nothing is missed between columns, but a summit may be between rows.
    """

    def __init__(
        self, left: float, top: float, step: float, right: float, bottom: float, pace: float | None = None
    ) -> None:
        self.left, self.top, self.step = left, top, step
        self.pace = step if pace is None else pace
        self.width = _whole((right - left) / step)
        self.height = _whole((top - bottom) / self.pace)

    @classmethod
    def sunward_of(cls, grid: Grid, begin: float, step: float) -> Grid:
        """Return a coarser grid from `begin` to one of its steps before another grid's top, over all its columns."""
        rows = _whole(max(0.0, begin - grid.top) / step)
        # half a step short: as many rows whatever is rounded, and none of them lies behind the other grid's first
        return cls(grid.left - step, grid.top + rows * step, step, grid.right + step, grid.top + 1.5 * step)

    @property
    def right(self) -> float:
        """The place across of the last column."""
        return self.left + (self.width - 1) * self.step

    def columns(self) -> Floats:
        """Return the places across."""
        import numpy as np

        found: Floats = self.left + np.arange(self.width, dtype=np.float64) * self.step
        return found

    def rows(self) -> Floats:
        """Return the places along."""
        import numpy as np

        found: Floats = self.top - np.arange(self.height, dtype=np.float64) * self.pace
        return found


def _chain(points: Sequence[tuple[float, float]], side: float) -> list[tuple[float, float]]:
    """Return the lower (1) or the upper (-1) chain of the hull of points in order (Andrew 1979)."""
    chain: list[tuple[float, float]] = []
    for x, y in points:
        while len(chain) > 1:
            (x0, y0), (x1, y1) = chain[-2:]
            if side * ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) > 0.0:
                break
            chain.pop()
        chain.append((x, y))
    return chain


def _whole(steps: float) -> int:
    """Return the nodes over a distance in steps, in whole blocks."""
    return COARSE * max(1, math.ceil((math.ceil(steps) + 1) / COARSE))
