"""Heights of a square of ground for lines of sight: bilinear between the nodes of a south polar grid."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, project
from atlas.services.sky.observer import Observer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain import Terrain

EYE_HEIGHT_M = 2.0
_NORTHMOST = -55.0


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
        """Return the bundled terrain's ground. Raises TerrainError if its file is missing or damaged."""
        return cls(terrain.heights(), terrain.resolution_m, -terrain.half_side_m, terrain.half_side_m, terrain.name)

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
