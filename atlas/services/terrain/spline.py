"""Interpolating cubic splines on regular grids: smooth to the second derivative, so no cell shows in a hillshade.

Grids are float32 arrays of nodes, row 0 north; positions are in nodes (0 is the centre of the first cell).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grid = NDArray[np.float32]

_POLE = math.sqrt(3.0) - 2.0
BORDER: Final = 2
"""Nodes by which coefficients are padded on each side."""


def coefficients(nodes: NDArray[np.generic]) -> Grid:
    """Return the B-spline coefficients of a grid (mirrored at its borders), padded by two nodes on each side."""
    import numpy as np

    out = np.array(nodes, dtype=np.float64)
    _filter_rows(out)
    # the same filter down the columns
    out = np.ascontiguousarray(out.T)
    _filter_rows(out)
    padded = np.pad(out.T, BORDER, mode="reflect")
    return np.ascontiguousarray(padded, dtype=np.float32)


def nodes_of(coeffs: Grid) -> tuple[int, int]:
    """Return how many rows and columns of nodes the grid of some coefficients has."""
    rows, columns = coeffs.shape
    return rows - 2 * BORDER, columns - 2 * BORDER


def _filter_rows(c: NDArray[np.float64]) -> None:
    """Run the recursive pre-filter along axis 0 in place (Unser 1999, mirror borders)."""
    n = c.shape[0]
    c *= 6.0
    horizon = min(n, 30)
    first = c[0].copy()
    power = 1.0
    for k in range(1, horizon):
        power *= _POLE
        first += power * c[k]
    c[0] = first
    for k in range(1, n):
        c[k] += _POLE * c[k - 1]
    c[n - 1] = (_POLE / (_POLE * _POLE - 1.0)) * (c[n - 1] + _POLE * c[n - 2])
    for k in range(n - 2, -1, -1):
        c[k] = _POLE * (c[k + 1] - c[k])


def linear_taps(at: NDArray[Any], nodes: int) -> tuple[NDArray[np.intp], Grid, Grid]:
    """Return the same as `taps` for straight lines between nodes that are padded as coefficients are; no derivatives.

    Outside the grid the border's value is given.
    """
    import numpy as np

    clipped = np.clip(at, 0.0, nodes - 1.0)
    base = np.floor(clipped).astype(np.intp)
    t = (clipped - base).astype(np.float32)
    values = np.stack([np.zeros_like(t), 1.0 - t, t, np.zeros_like(t)])
    return base - 1 + BORDER, values, np.zeros_like(values)


def taps(at: NDArray[Any], nodes: int) -> tuple[NDArray[np.intp], Grid, Grid]:
    """Return, for each position, the first of the four padded nodes it touches, and their weights, (4, positions).

    The first weights give values, the second derivatives per node. Outside the grid the border's value is given.
    """
    import numpy as np

    clipped = np.clip(at, 0.0, nodes - 1.0)
    base = np.minimum(np.floor(clipped).astype(np.intp), nodes - 2)
    t = clipped - base
    s = 1.0 - t
    values = np.stack(
        [
            s**3 / 6.0,
            (4.0 + 3.0 * t * t * (t - 2.0)) / 6.0,
            (4.0 + 3.0 * s * s * (s - 2.0)) / 6.0,
            t**3 / 6.0,
        ]
    )
    changes = np.stack([-s * s / 2.0, t * (3.0 * t - 4.0) / 2.0, -s * (3.0 * s - 4.0) / 2.0, t * t / 2.0])
    return base - 1 + BORDER, values.astype(np.float32), changes.astype(np.float32)
