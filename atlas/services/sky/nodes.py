"""The ground's heights made ready for many samples along the Sun's rays."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M
from atlas.services.sky.ground import Ground
from atlas.services.sky.rays import COARSE, Frame

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

_R: Final = MOON_RADIUS_M
_GUESSES: Final = 2


class Nodes:
    """The nodes of a ground with zeros all round; each is held together with the rise to its right neighbour."""

    def __init__(self, ground: Ground) -> None:
        import numpy as np

        self.ground = ground
        # the border goes on for the outer half cell, the bare sphere begins beyond
        whole = np.nan_to_num(ground.heights, nan=0.0)
        self._nodes: Field = np.pad(np.pad(whole, 1, mode="edge"), 1).astype(np.float32, copy=False)

    @cached_property
    def _pairs(self) -> NDArray[np.complex64]:
        import numpy as np

        pairs = np.zeros(self._nodes.shape, np.complex64)
        pairs.real = self._nodes
        pairs.imag[:, :-1] = self._nodes[:, 1:] - self._nodes[:, :-1]
        return pairs.ravel()

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(west, south, east, north) edges in map metres."""
        g = self.ground
        rows, columns = g.heights.shape
        return g.west_m, g.north_m - rows * g.cell_m, g.west_m + columns * g.cell_m, g.north_m

    @cached_property
    def lowest(self) -> float:
        """Metres above the sphere; outside the ground is the bare sphere."""
        return float(self._nodes.min())

    @cached_property
    def highest(self) -> float:
        """Metres above the sphere; outside the ground is the bare sphere."""
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
        found: Field = lines.take(left, axis=1)
        found += (lines.take(left + 1, axis=1) - found) * across
        return found

    def places(self, frame: Frame, u: Floats, h: Floats) -> tuple[Field, Field]:
        """Return columns and rows where the lines straight up from places (u across, h along) meet the ground.

        They are given for every fourth place, the first of each block, with one more at either end: between them
        they are as good as even. The line leans against the Moon's radius, so where it ends depends on the height.
        """
        import numpy as np

        few_u = np.append(u[::COARSE], u[-1] + (u[1] - u[0]))[None, :].astype(np.float32)
        few_h = np.append(h[::COARSE], h[-1] + (h[1] - h[0]))[:, None].astype(np.float32)
        height: Field = np.zeros((few_h.shape[0], few_u.shape[1]), np.float32)
        for _ in range(_GUESSES):
            column, row = self._met(frame, few_u, few_h, height)
            height = self.sample(column.copy(), row.copy())
        return self._met(frame, few_u, few_h, height)

    def _met(self, frame: Frame, u: Field, h: Field, height: Field) -> tuple[Field, Field]:
        """Return columns and rows of places in space over which the ground has these heights."""
        import numpy as np

        radius = height + np.float32(_R)
        z = np.sqrt(np.maximum(radius * radius - u * u - h * h, 0.0))
        along, across, up = (a.astype(np.float32) for a in (frame.along, frame.across, frame.up))
        # the projection from the north pole, and its metres as nodes of the grid, in one factor
        scale = np.float32(2.0 * _R / self.ground.cell_m) / (radius - (u * across[2] + h * along[2] + z * up[2]))
        first_column, first_row = self._origin
        column = (u * across[1] + h * along[1] + z * up[1]) * scale + np.float32(first_column)
        row = np.float32(first_row) - (u * across[0] + h * along[0] + z * up[0]) * scale
        rows, columns = self._nodes.shape
        return np.clip(column, 0.0, columns - 1.5), np.clip(row, 0.0, rows - 1.5)

    def sample(self, column: Field, row: Field) -> Field:
        """Return heights at columns and rows within the nodes, bilinear; changes its arguments."""
        import numpy as np

        width = self._nodes.shape[1]
        left, top = np.floor(column), np.floor(row)
        column -= left
        row -= top
        index = top.astype(np.int32)
        index *= width
        index += left.astype(np.int32)
        upper = self._pairs.take(index, mode="clip")
        index += width
        lower = self._pairs.take(index, mode="clip")
        found: Field = np.multiply(upper.imag, column, out=left)
        found += upper.real
        column *= lower.imag
        column += lower.real
        column -= found
        column *= row
        found += column
        return found
