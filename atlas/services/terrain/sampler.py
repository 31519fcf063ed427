"""Values and derivatives of splines on rasters, a piece at a time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from atlas.services.terrain import spline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]

_PIECE: Final = 64
"""Rows and columns of the products that run along the rows: small ones stay on one core and in its cache."""

_ONE_CORE: Final = 250_000
"""Multiplications in a product: OpenBLAS hands larger ones to threads of its own, which wait for work spinning."""


class Plane:
    """A field on a raster: what a few nodes of every column weigh in its rows, and their values in its columns.

    A piece of the field is one product of two thin matrices; `starts` are the first nodes that its rows touch.
    """

    def __init__(self, weights: Field, nodes: Field, starts: NDArray[np.intp], reach: int) -> None:
        import numpy as np

        # an import would cost as much as a small product
        self._product = np.matmul
        self._weights = weights
        self._nodes = nodes
        self._starts = starts
        self._reach = reach

    def into(self, rows: slice, columns: slice, out: Field) -> None:
        """Compute a piece of the field."""
        first, last = int(self._starts[rows.start]), int(self._starts[rows.stop - 1]) + self._reach
        weights, nodes = self._weights[rows, first:last], self._nodes[first:last, columns]
        step = max(_PIECE, _ONE_CORE // weights.size)
        for left in range(0, nodes.shape[1], step):
            piece = slice(left, left + step)
            self._product(weights, nodes[:, piece], out=out[:, piece])


class Raster:
    """Where columns (growing) and rows (downwards) of a raster lie among the nodes of a grid of `shape`, in nodes.

    It serves all grids of that shape, with cells of `cell` metres.
    """

    def __init__(self, columns: NDArray[Any], rows: NDArray[Any], shape: tuple[int, ...], cell: float) -> None:
        self.cell = cell
        self.left, self.across, self.leans = spline.basis(columns, shape[1])
        top, self.down, self.steep = spline.basis(rows, shape[0])
        self.rows = slice(int(top[0]), int(top[-1]) + 4)
        self.starts = top - top[0]

    @cached_property
    def down_and_steep(self) -> Field:
        """The weights of values and of derivatives, node by node in turn."""
        import numpy as np

        both = np.empty((*self.down.shape, 2), np.float32)
        both[..., 0], both[..., 1] = self.down, self.steep
        return both.reshape(len(both), -1)


class Sampler:
    """Evaluates one spline on a raster; what runs along the rows is done once.

    `coeffs` are those of `spline.coefficients`.
    """

    def __init__(self, coeffs: Field, raster: Raster, *, slopes: bool = False) -> None:
        self._raster = raster
        block = coeffs[raster.rows]
        self._values = _along(block, raster.left, raster.across)
        self._leans = _along(block, raster.left, raster.leans) if slopes else None

    def plane(self, value: float = 0.0, east: float = 0.0, north: float = 0.0) -> Plane:
        """Return `value` + `east` × the derivative towards +x + `north` × that towards +y, both per metre."""
        import numpy as np

        raster = self._raster
        assert self._leans is not None
        if not value and not east:
            return Plane(raster.steep, self._values * np.float32(-north / raster.cell), raster.starts, 4)
        along = self._leans * np.float32(east / raster.cell)
        # the weights of a value add up to 1 everywhere
        along += np.float32(value)
        if not north:
            return Plane(raster.down, along, raster.starts, 4)
        nodes, width = along.shape
        both = np.empty((nodes, 2, width), np.float32)
        both[:, 0] = along
        np.multiply(self._values, np.float32(-north / raster.cell), out=both[:, 1])
        return Plane(raster.down_and_steep, both.reshape(-1, width), raster.starts * 2, 8)

    @property
    def values(self) -> Plane:
        """The values themselves."""
        return Plane(self._raster.down, self._values, self._raster.starts, 4)


def _along(block: Field, left: NDArray[np.intp], weights: Field) -> Field:
    """Return rows of nodes at columns of positions."""
    import numpy as np

    out = np.empty((block.shape[0], len(left)), np.float32)
    start = int(left[0])
    for first in range(0, len(left), _PIECE):
        last = min(len(left), first + _PIECE)
        west, east = int(left[first]), int(left[last - 1]) + 4
        part = np.ascontiguousarray(weights[first:last, west - start : east - start].T)
        for top in range(0, block.shape[0], _PIECE):
            rows = slice(top, top + _PIECE)
            np.matmul(block[rows, west:east], part, out=out[rows, first:last])
    return out
