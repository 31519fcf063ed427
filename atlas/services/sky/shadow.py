"""Which ground the Sun lights at a moment: a whole map rectangle at once, from the terrain in it and all around it.

The Sun's rays are parallel, and so straight lines in an orthographic grid whose columns run away from the Sun: a point
is lit if nothing sunward in its column reaches up over the ray through it. That is one running maximum down the
columns (`sweep`), at a cost that is linear in the cells. The Sun is a disc: rays from its lower and its upper limb
tell where the local horizon crosses it and what share of its area is in sight. Between nodes the ground is bilinear,
as for `skyline`; beyond it stands the bare sphere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M, unproject
from atlas.services.sky.ground import Ground
from atlas.services.sky.nodes import Nodes
from atlas.services.sky.rays import Frame, Grid
from atlas.services.sky.sweep import highest, horizons

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.ephemeris import Directions

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

_R: Final = MOON_RADIUS_M
_BAND: Final = 32
_NEAR_STEP: Final = 1 / 16
_FAR_STEP: Final = 1 / 4
"""Steps of the grids in cells of the ground: finer ones find nothing more. Coarser than a cell they miss summits."""
_PACE: Final = 1 / 8
"""Rows closer than so many cells find nothing more."""
_ON_THE_GROUND: Final = 0.9
"""Metres on the ground to one of the map, at least, wherever there is terrain."""
_MARGIN: Final = 3
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
    `ground` must reach a little over half the rectangle's diagonal from its middle. There may be several, each round
    the one before it, coarser and with the same middle, but for the last, which may lie anywhere. `fine`: summits are
    looked for in rows half a pixel apart, which moves the edges of shadows by less and takes half as long again. All
    may run on any thread.
    """

    def __init__(
        self,
        ground: Ground | Nodes,
        rect: Rect,
        around: Ground | Nodes | Sequence[Ground | Nodes] | None = None,
        *,
        fine: bool = False,
    ) -> None:
        self.rect = rect
        self._nodes = _nodes(ground)
        if around is None:
            self._around: tuple[Nodes, ...] = (self._nodes,)
        else:
            self._around = tuple(map(_nodes, (around,) if isinstance(around, Ground | Nodes) else around))
        self._fine = fine
        self._xs, self._ys = rect.centres()
        self.middle = unproject((rect.west + rect.east) / 2.0, (rect.south + rect.north) / 2.0)
        self.height: Field = self._nodes.on_raster(self._xs, self._ys)
        """Metres above the sphere at the pixels' middles, (rows, columns)."""
        self._radius = self._radii()

    def _radii(self) -> Field:
        """Return the pixels' distance from the Moon's middle, over 1 + ρ²/4R² of the projection."""
        import numpy as np

        part = 1.0 / (4.0 * _R * _R)
        spread = (self._ys * self._ys * part + 1.0).astype(np.float32)[:, None] + (self._xs * self._xs * part).astype(
            np.float32
        )
        radius = self.height + np.float32(_R)
        radius /= spread
        return radius

    def shares(self, sun: Directions) -> Field:
        """Return the share (0–1) of the Sun's disc in sight at each pixel, (rows, columns); 0 is full shadow.

        The Sun's place is the first one of `sun`; all its rays are taken as parallel to the one through the middle of
        the rectangle, which is right to 0.0003°. The Sun may stand at any height below 80°, and below
        the horizon.
        """
        import numpy as np

        lit = self.lit(sun)
        return np.concatenate([lit.shares(band) for band in self.bands()])

    def bands(self) -> list[slice]:
        """Return bands of rows that make up the rectangle: their arrays stay inside the processor's cache."""
        rows = self.rect.height
        return [slice(top, min(rows, top + _BAND)) for top in range(0, rows, _BAND)]

    def lit(self, sun: Directions) -> Lit:
        """Return the rectangle under the Sun of a moment, to be asked for the shares of bands of its rows."""
        import numpy as np

        frame = Frame.of(self.middle, sun)
        near, rings = self._grids(frame)
        columns, outer = near.columns(), rings[-1][0] if rings else near
        before = frame.bare(outer.columns(), outer.top)
        within = [near, *(grid for grid, _ in rings)]
        for (grid, nodes), inner in zip(rings[::-1], within[-2::-1], strict=True):
            found = highest(nodes, frame, grid, before)
            before = np.stack([np.interp(inner.columns(), grid.columns(), line) for line in found]).astype(np.float32)
        rect = self.rect
        depth = frame.depth(
            columns, rect.west, rect.south, rect.east, rect.north, self._nodes.lowest, self._nodes.highest
        )
        field = np.empty((near.height, near.width), np.float32)
        horizons(self._nodes, frame, near, before, depth, field)
        weights = (
            _weights(frame.across, self._xs, self._ys, near.step), _weights(frame.along, self._xs, self._ys, near.pace)
        )  # fmt: skip
        return Lit(near, field, self._radius, weights, _share_table())

    def _grids(self, frame: Frame) -> tuple[Grid, list[tuple[Grid, Nodes]]]:
        """Return the grid over the rectangle, and coarser ones, outwards, over what may cast shadows on it."""
        rect = self.rect
        cell = self._nodes.ground.cell_m
        step = min(max(rect.pixel_m, cell * _NEAR_STEP), cell)
        pace = min(step, max(cell * _PACE, step / 2.0)) if self._fine else step
        u, h = frame.outline(rect.west, rect.south, rect.east, rect.north, self._nodes.lowest, self._nodes.highest)
        margin = _MARGIN * step
        near = Grid(u[0] - margin, h[1] + margin, step, u[1] + margin, h[0] - margin, pace)
        lowest = min(nodes.lowest for nodes in self._around)
        found: list[tuple[Grid, Nodes]] = []
        inner = near
        for nodes in self._around:
            if nodes is self._around[-1]:
                edge = frame.outline(*nodes.bounds, nodes.lowest, nodes.highest)[1][1]
            else:
                edge = _inscribed(nodes, near)
            begin = min(edge, frame.reach(near, max(edge, near.top), lowest, nodes.highest))
            if begin > inner.top:
                inner = Grid.sunward_of(inner, begin, max(inner.step, nodes.ground.cell_m * _FAR_STEP))
                found.append((inner, nodes))
        return near, found


def _nodes(ground: Ground | Nodes) -> Nodes:
    return ground if isinstance(ground, Nodes) else Nodes(ground)


def _inscribed(nodes: Nodes, near: Grid) -> float:
    """Return how far along a square of ground round the frame's middle surely reaches in all columns of a grid."""
    west, _, east, _ = nodes.bounds
    # metres on the map are longer than those on the ground
    half = (east - west) / 2.0 * _ON_THE_GROUND
    beside = max(abs(near.left), abs(near.right))
    return math.sqrt(max(0.0, half * half - beside * beside))


@dataclass(frozen=True, eq=False)
class Lit:
    """A scene at a moment. All may run on any thread.

    `horizons`, on a grid's nodes: where the horizon stands up the Sun's disc.
    """

    grid: Grid
    horizons: Field
    radius: Field
    weights: tuple[tuple[Field, Field], ...]
    table: Field

    def shares(self, band: slice) -> Field:
        """Return the share (0–1) of the Sun's disc in sight at each pixel of a band of rows."""
        import numpy as np

        grid = self.grid
        radius = self.radius[band]
        column, row = ((down[band] + across) * radius for down, across in self.weights)
        column -= np.float32(grid.left / grid.step)
        np.subtract(np.float32(grid.top / grid.pace), row, out=row)
        np.clip(column, 0.0, grid.width - 1.5, out=column)
        np.clip(row, 0.0, grid.height - 1.5, out=row)
        left, top = np.floor(column), np.floor(row)
        column -= left
        row -= top
        index = top.astype(np.int32)
        index *= grid.width
        index += left.astype(np.int32)
        upper = self._between(index, column)
        index += grid.width
        lower = self._between(index, column)
        lower -= upper
        lower *= row
        upper += lower
        np.clip(upper, 0.0, 1.0, out=upper)
        upper *= np.float32(_SHARES - 1)
        upper += np.float32(0.5)
        found: Field = self.table.take(upper.astype(np.int32), mode="clip")
        return found

    def _between(self, index: NDArray[np.int32], part: Field) -> Field:
        """Return what lies a part of the way from the nodes of an index to their right neighbours."""
        flat = self.horizons.reshape(-1)
        found: Field = flat.take(index, mode="clip")
        right = flat.take(index + 1, mode="clip")
        right -= found
        right *= part
        found += right
        return found


def _weights(axis: Floats, xs: Floats, ys: Floats, step: float) -> tuple[Field, Field]:
    """Return what the rows (as a column) and the columns add to the dot product of a place with an axis, in steps."""
    import numpy as np

    curve = axis[2] / (4.0 * _R * _R)
    down = (axis[0] / _R) * ys + curve * ys * ys - axis[2]
    across = (axis[1] / _R) * xs + curve * xs * xs
    return (down / step).astype(np.float32)[:, None], (across / step).astype(np.float32)


def _share_table() -> Field:
    """Return the share of a disc over a level line at heights from its lower limb (1) to its upper limb (0)."""
    import numpy as np

    rise = 2.0 * np.linspace(0.0, 1.0, _SHARES) - 1.0
    table: Field = ((np.arccos(rise) - rise * np.sqrt(1.0 - rise * rise)) / np.pi).astype(np.float32)
    return table
