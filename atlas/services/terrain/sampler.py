"""Values and derivatives of a spline over the terrain's square, on rasters of map positions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atlas.services.terrain import files, spline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]


class Sampler:
    """Evaluates one spline on a raster of map positions, band by band; one dimension of it is done once.

    `coeffs` are those of `spline.coefficients` for cells of `cell` metres; `xs` and `ys` map metres of the raster's
    columns and rows.
    """

    def __init__(self, coeffs: Field, cell: float, xs: NDArray[Any], ys: NDArray[Any]) -> None:
        nodes = coeffs.shape[0] - 4
        columns = (xs + files.HALF_SIDE_M) / cell - 0.5
        rows = (files.HALF_SIDE_M - ys) / cell - 0.5
        left, right, across, slopes = spline.basis(columns, nodes)
        self._top, bottom, self._down, self._steep = spline.basis(rows, nodes)
        block = coeffs[self._top : bottom, left:right]
        self._values = block @ across.T
        self._slopes = block @ slopes.T
        self._cell = cell

    def value(self, band: slice) -> Field:
        """Return the values on rows of the raster."""
        return self._times(self._down, self._values, band)

    def east(self, band: slice) -> Field:
        """Return the derivative towards +x, per metre."""
        return self._times(self._down, self._slopes, band) / self._cell

    def north(self, band: slice) -> Field:
        """Return the derivative towards +y, per metre."""
        return self._times(self._steep, self._values, band) / -self._cell

    @staticmethod
    def _times(weights: Field, columns: Field, band: slice) -> Field:
        # a band touches few nodes: leave the zero weights out
        import numpy as np

        part = weights[band]
        used = np.flatnonzero(part.any(axis=0))
        first, last = int(used[0]), int(used[-1]) + 1
        product: Field = part[:, first:last] @ columns[first:last]
        return product
