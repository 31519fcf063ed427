"""Values and derivatives of splines on rasters, a block at a time.

A block is 64 rows by any number of times 64 columns, counted from the raster's corner. A spline there is a product of
three matrices: what nodes weigh in its rows, the nodes, and what they weigh in its columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from atlas.services.terrain import spline

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]
    Room = Callable[[int, int], Field]
    """Gives a field of so many rows and columns with anything in it."""
    Taps = Callable[[NDArray[Any], int], tuple[NDArray[np.intp], Field, Field]]

BLOCK: Final = 64
"""Rows and columns of a block: products of that size stay in a core's cache."""
_ONE_CORE: Final = 250_000
"""Multiplications in a product: OpenBLAS hands larger ones to threads of its own, which wait for work spinning."""


class Axis:
    """What few nodes weigh at positions in growing order, evenly or not, block by block.

    Positions are in nodes; off the grid they take the border's value. `turn` is -1 where derivatives are wanted
    against the order of the nodes. `taps` is what lies between the nodes: a spline, or `spline.linear_taps`.
    """

    def __init__(self, at: NDArray[Any], nodes: int, turn: float = 1.0, taps: Taps | None = None) -> None:
        import numpy as np

        self.count = len(at)
        first, values, changes = (taps or spline.taps)(at, nodes)
        blocks = -(-self.count // BLOCK)
        ends = first[np.minimum(np.arange(1, blocks + 1) * BLOCK, self.count) - 1] + 4
        starts = first[::BLOCK]
        span = int((ends - starts).max())
        self.first = first
        self.starts = np.minimum(starts, nodes + 2 * spline.BORDER - span)
        self.span = span
        self.values = np.zeros((blocks, BLOCK, span), np.float32)
        """Weights of values, (blocks, positions, nodes from `starts` on)."""
        self.changes = np.zeros_like(self.values)
        """Weights of derivatives per node."""
        row = np.arange(self.count)
        for tap in range(4):
            place = row // BLOCK, row % BLOCK, first - self.starts[row // BLOCK] + tap
            self.values[place] = values[tap]
            self.changes[place] = changes[tap] * np.float32(turn)

    def within(self, piece: slice) -> tuple[int, slice, slice]:
        """Return the block of a piece, its positions in that, and the nodes from the block's start that they touch."""
        block = piece.start // BLOCK
        start = int(self.starts[block])
        nodes = slice(int(self.first[piece.start]) - start, int(self.first[piece.stop - 1]) + 4 - start)
        return block, slice(piece.start - block * BLOCK, piece.stop - block * BLOCK), nodes


class Spline:
    """One spline on a raster of columns (growing) and rows (downwards). `coeffs` are those of `spline.coefficients`."""

    def __init__(self, coeffs: Field, columns: Axis, rows: Axis) -> None:
        import numpy as np

        # an import would cost as much as a small product
        self._product = np.matmul
        self._coeffs = coeffs
        self._columns = columns
        self._rows = rows
        self._nodes = columns.starts[:, None] + np.arange(columns.span)

    def along(self, rows: slice, columns: slice, room: Room, *, slopes: bool = False) -> tuple[Field, ...]:
        """Return the rows of nodes that a block touches at its columns: values, and derivatives if asked for."""
        axis = self._columns
        top = int(self._rows.starts[rows.start // BLOCK])
        first, last = columns.start // BLOCK, -(-columns.stop // BLOCK)
        block = self._coeffs[top : top + self._rows.span].take(self._nodes[first:last], axis=1).transpose(1, 0, 2)
        found = []
        for weights in (axis.values, axis.changes)[: 2 if slopes else 1]:
            field = room(self._rows.span, (last - first) * BLOCK)
            out = field.reshape(self._rows.span, last - first, BLOCK).transpose(1, 0, 2)
            self._product(block, weights[first:last].transpose(0, 2, 1), out=out)
            found.append(field[:, : columns.stop - columns.start])
        return tuple(found)

    def values(self, lines: Field, rows: slice, out: Field) -> None:
        """Compute rows of a block from what `along` gave for it."""
        self._down(self._rows.values, lines, rows, out)

    def changes(self, lines: Field, rows: slice, out: Field) -> None:
        """Compute the derivatives down the rows."""
        self._down(self._rows.changes, lines, rows, out)

    def _down(self, weights: Field, lines: Field, rows: slice, out: Field) -> None:
        block, positions, nodes = self._rows.within(rows)
        part, lines = weights[block, positions, nodes], lines[nodes]
        step = max(BLOCK, _ONE_CORE // part.size)
        for left in range(0, lines.shape[1], step):
            piece = slice(left, left + step)
            self._product(part, lines[:, piece], out=out[:, piece])

    def whole(self) -> Field:
        """Return the values on all of the raster."""
        import numpy as np

        out = np.empty((self._rows.count, self._columns.count), np.float32)
        for rows in blocks(self._rows.count):
            (lines,) = self.along(rows, slice(0, self._columns.count), fresh)
            self.values(lines, rows, out[rows])
        return out


def blocks(rows: int) -> list[slice]:
    """Return the rows of a raster cut into those of its blocks."""
    return [slice(top, min(rows, top + BLOCK)) for top in range(0, rows, BLOCK)]


def fresh(rows: int, columns: int) -> Field:
    """Return a field of its own."""
    import numpy as np

    return np.empty((rows, columns), np.float32)
