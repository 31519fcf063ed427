"""How steep the ground is at a place, read without numpy; `slopes` works the same out for whole pictures.

A cell is the square between four nodes. Its gradient is that of the plane that lies closest to the four heights, so its
baseline is one cell. Between the middles of cells gradients are bilinear, towards east and north apart: the slope has
no jumps, and on the nodes it is that of Horn, "Hill shading and the reflectance map", Proc. IEEE 69 (1981), 14-47,
which most programs for maps take. Beyond the middles of the outermost cells it stays as it is there.
"""

import math
from collections.abc import Callable

Node = Callable[[int, int], float | None]
"""Gives the height of a node by its row, counted from the north, and column; None where nothing is known."""


def gradient(node: Node, row: float, column: float, rows: int, columns: int) -> tuple[float, float] | None:
    """Return what heights rise from node to node towards east and north at a place among so many rows and columns.

    Where a cell round it has no gradient, that of the cell in which it lies counts; None where that has none either.
    """
    east = north = 0.0
    for top, down in _cells(row - 0.5, rows - 1):
        for left, across in _cells(column - 0.5, columns - 1):
            found = _of_cell(node, top, left)
            if found is None:
                return _of_cell(node, _held(row, rows - 2), _held(column, columns - 2))
            east += found[0] * down * across
            north += found[1] * down * across
    return east, north


def degrees(rises: tuple[float, float], cell_m: float, scale: float) -> float:
    """Return the slope for a gradient between nodes so many map metres apart.

    `scale` is map metres per metre on the ground: ground is steeper than the map makes it.
    """
    return math.degrees(math.atan(math.hypot(*rises) / cell_m * scale))


def _cells(at: float, count: int) -> tuple[tuple[int, float], ...]:
    """Return between which of so many cells a position lies, and how much each of them counts."""
    held = min(max(at, 0.0), count - 1.0)
    first = int(held)
    part = held - first
    return ((first, 1.0 - part), (first + 1, part)) if part else ((first, 1.0),)


def _held(at: float, last: int) -> int:
    return min(max(int(at), 0), last)


def _of_cell(node: Node, top: int, left: int) -> tuple[float, float] | None:
    nw, ne, sw, se = node(top, left), node(top, left + 1), node(top + 1, left), node(top + 1, left + 1)
    if nw is None or ne is None or sw is None or se is None:
        return None
    return (ne + se - nw - sw) / 2.0, (nw + ne - sw - se) / 2.0
