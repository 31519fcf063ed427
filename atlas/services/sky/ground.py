"""Heights of the ground for lines of sight: bilinear between the nodes of a south polar grid.

Where the user imported finer terrain, heights come from that; seen from a place, in cells that grow with the distance,
so that a cell is never seen larger than a thousandth of it: what a mean over it leaves out of a ridge then stands a
hundredth of a degree high at most.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, project
from atlas.services.sky.observer import Observer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain import Terrain

EYE_HEIGHT_M = 2.0
_NORTHMOST = -55.0
_FAR_CELLS: Final = 1000.0
"""A cell may be so many times nearer than its own size times this."""


@dataclass(frozen=True, eq=False)
class Ground:
    """A grid on the map's projection: metres above the 1737.4 km sphere at the centres of square cells.

    `heights` is (rows, columns), row 0 towards +y; `west_m` and `north_m` are the map metres of its outer corner.
    """

    heights: NDArray[np.float32]
    cell_m: float
    west_m: float
    north_m: float
    name: str

    @classmethod
    def of(cls, terrain: Terrain) -> Ground:
        """Return the ground of a terrain: its bundled nodes, and between them what was imported.

        Raises TerrainError if the bundled file is missing or damaged.
        """
        half = terrain.half_side_m
        if cls is Ground and terrain.has_finer:
            return FinerGround(terrain.heights(), terrain.resolution_m, -half, half, terrain.name, terrain)
        return cls(terrain.heights(), terrain.resolution_m, -half, half, terrain.name)

    @classmethod
    def patch(cls, terrain: Terrain, west_m: float, north_m: float, cell_m: float, columns: int, rows: int) -> Ground:
        """Return a grid of its own of a part of a terrain, imported terrain in it; smooth where cells are larger."""
        import numpy as np

        xs: NDArray[np.float64] = west_m + np.arange(0.5, columns) * cell_m
        ys: NDArray[np.float64] = north_m - np.arange(0.5, rows) * cell_m
        return Ground(terrain.raster(xs, ys), cell_m, west_m, north_m, terrain.name)

    @property
    def resolution_m(self) -> float:
        """The size of the measured cells: where the eye is, if it is seen from one."""
        return self.cell_m

    @property
    def rings(self) -> tuple[tuple[float, float], ...]:
        """The size of the cells as a line of sight goes on: (until so many metres away, metres)."""
        return ((math.inf, self.cell_m),)

    def seen_from(self, p: LatLon) -> Ground:
        """Return the ground as it serves lines of sight from a place, with that place's name and resolution."""
        del p
        return self

    @cached_property
    def highest_m(self) -> float:
        """The highest node."""
        import numpy as np

        return float(np.nanmax(self.heights))

    def sample(self, x: NDArray[Any], y: NDArray[Any]) -> NDArray[np.float64]:
        """Return heights at map metres, in the shape of `x`; nan off the ground and round nodes that are nan.

        Between nodes the height is bilinear in map metres, as `Terrain.elevation` has it; the outer half cell repeats
        the border.
        """
        import numpy as np

        rows, columns = self.heights.shape
        column = (x - self.west_m) / self.cell_m - 0.5
        row = (self.north_m - y) / self.cell_m - 0.5
        outside = (column < -0.5) | (column > columns - 0.5) | (row < -0.5) | (row > rows - 0.5)
        column = np.clip(column, 0.0, columns - 1.0)
        row = np.clip(row, 0.0, rows - 1.0)
        left = np.minimum(column.astype(np.intp), columns - 2)
        top = np.minimum(row.astype(np.intp), rows - 2)
        across, down = column - left, row - top
        flat = self.heights.ravel()
        at = top * columns + left
        north = flat[at] * (1.0 - across) + flat[at + 1] * across
        at += columns
        south = flat[at] * (1.0 - across) + flat[at + 1] * across
        found: NDArray[np.float64] = north + (south - north) * down
        found[outside] = np.nan
        return found

    def elevation(self, p: LatLon) -> float | None:
        """Return metres above the 1737.4 km sphere, or None off the ground."""
        import numpy as np

        if p.lat > _NORTHMOST:
            return None
        x, y = project(p)
        height = float(self.sample(np.array([x]), np.array([y]))[0])
        return None if np.isnan(height) else height

    def observer(self, p: LatLon, height_m: float = EYE_HEIGHT_M) -> Observer:
        """Return an eye `height_m` over the ground, over the bare sphere where there is no ground."""
        return Observer(p, MOON_RADIUS_M + (self.elevation(p) or 0.0) + height_m)


@dataclass(frozen=True, eq=False)
class FinerGround(Ground):
    """Ground with imported terrain in it. `heights` are the bundled nodes; `sample` gives the finest there is.

    `centre`: the map metres of the eye, from where it is seen; without one it is equally fine everywhere.
    """

    terrain: Terrain
    centre: tuple[float, float] | None = None
    finest_m: float | None = None

    @property
    def resolution_m(self) -> float:
        """The size of the measured cells: where the eye is, if it is seen from one."""
        return self.cell_m if self.finest_m is None else self.finest_m

    @cached_property
    def highest_m(self) -> float:
        """The highest node of all terrain."""
        import numpy as np

        return max(float(np.nanmax(self.heights)), self.terrain.highest_m)

    @cached_property
    def rings(self) -> tuple[tuple[float, float], ...]:
        """The size of the cells as a line of sight goes on: (until so many metres away, metres)."""
        if self.centre is None:
            return ((math.inf, self.terrain.finest_m),)
        found: list[tuple[float, float]] = []
        begin, reach = 0.0, self.terrain.finest_m * _FAR_CELLS
        while begin < _FAR_CELLS * self.terrain.resolution_m:
            cell = max(reach / _FAR_CELLS, self.terrain.finest_between(*self.centre, begin, reach))
            if found and found[-1][1] == cell:
                found.pop()
            found.append((reach, min(cell, self.terrain.resolution_m)))
            begin, reach = reach, 2.0 * reach
        return (*found, (math.inf, self.terrain.resolution_m))

    def seen_from(self, p: LatLon) -> Ground:
        """Return the ground as it serves lines of sight from a place, with that place's name and resolution."""
        if p.lat > _NORTHMOST:
            return self
        source = self.terrain.source_at(p)
        if source is None:
            return replace(self, centre=project(p))
        return replace(self, centre=project(p), name=source.name, finest_m=source.resolution_m)

    def sample(self, x: NDArray[Any], y: NDArray[Any]) -> NDArray[np.float64]:
        """Return heights at map metres, in the shape of `x`; nan off the ground."""
        import numpy as np

        found = super().sample(x, y)
        if self.centre is None:
            self.terrain.refine(x, y, found)
            return found
        away = np.hypot(x - self.centre[0], y - self.centre[1])
        begin = 0.0
        for until, cell in self.rings:
            if cell < self.terrain.resolution_m:
                ring = (away >= begin) & (away < until)
                if ring.any():
                    part = found[ring]
                    self.terrain.refine(x[ring], y[ring], part, cell)
                    found[ring] = part
            begin = until
        return found
