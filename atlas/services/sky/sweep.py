"""The sweep: running maxima down the columns of a grid in which the Sun's rays are straight.

For each of the frame's rays the highest is kept that passes over the ground sunward of a node: a shadow line. What a
node lacks to these lines, ray by ray, tells how far up the Sun's disc its horizon stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M
from atlas.services.sky.nodes import Nodes
from atlas.services.sky.rays import COARSE, NEAR_LIMB, Frame, Grid

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

_R: Final = MOON_RADIUS_M
_BAND: Final = 32
_AROUND: Final = 2
"""Nodes round the ground that is wanted: its pixels lie between them."""
_LEAST: Final = -16.0
_MOST: Final = 17.0
"""Horizons are told from some diameters below the Sun's disc to as many above it: between a place that is lit and one
that is dark the edge then falls about where it belongs."""


def highest(nodes: Nodes, frame: Frame, grid: Grid, before: Field) -> Field:
    """Return the shadow lines of what stands on a grid or sunward of it, (rays, columns); `before` of what is sunward.

    Lines are told by where they pass through the frame's middle.
    """
    import numpy as np

    for band, heights in _Heights(nodes, frame, grid).bands():
        before = np.maximum(_levels(frame, grid, band, heights[:-1]).max(axis=0), before)
    return before


def horizons(nodes: Nodes, frame: Frame, grid: Grid, before: Field, depth: tuple[Floats, Floats], out: Field) -> None:
    """Tell how far up the Sun's disc the horizon stands at the nodes: 0 at the lower limb, 1 at the upper one.

    `before` are the shadow lines, (rays, columns), of what stands sunward of the grid. `depth` tells for each column
    the least and the largest place along that is wanted: elsewhere `out` is left as it is.
    """
    import numpy as np

    ground = _Heights(nodes, frame, grid)
    rooms = np.empty((2, (_BAND + 1) * before.size), np.float32)
    last: Field | None = None
    for band, heights in ground.bands(depth[0]):
        columns, rows = ground.columns, len(heights) - 1
        size = len(before) * heights.shape[1]
        # fresh arrays would cost as much as what is done in them
        levels = rooms[0, : rows * size].reshape(rows, len(before), -1)
        lines = rooms[1, : (rows + 1) * size].reshape(rows + 1, len(before), -1)
        _levels(frame, grid, band, heights[:-1], levels)
        lines[0] = before[:, columns]
        for row, level in enumerate(levels):
            np.maximum(lines[row], level, out=lines[row + 1])
        before[:, columns] = lines[-1]
        wanted = _wanted(grid, band, *depth)
        if wanted is not None:
            np.subtract(lines[:-1], levels, out=levels)
            inner = slice(wanted.start - columns.start, wanted.stop - columns.start)
            found = out[band, wanted]
            _up_the_disc(levels[:, :, inner], frame, grid.pace, found)
            above = heights[0] if last is None else last[columns]
            _lean_away(heights[:, inner], above[inner], frame, grid.pace, found)
        last = np.empty(grid.width, np.float32) if last is None else last
        last[columns] = heights[-2]


def _lean_away(heights: Field, above: Field, frame: Frame, step: float, found: Field) -> None:
    """Raise the horizons of places on slopes that lean away from the Sun to those slopes.

    A crest between two rows hides the place behind it, but none of the rows stands on it: the slope from the row
    before (`above` the first one) to the row after tells.
    """
    import numpy as np

    breadth = frame.slopes[-1] - frame.slopes[0]
    lean = np.empty_like(found)
    np.subtract(above, heights[1], out=lean[0])
    np.subtract(heights[:-2], heights[2:], out=lean[1:])
    lean *= np.float32(0.5 / (step * breadth))
    lean -= np.float32(frame.slopes[0] / breadth)
    np.maximum(found, lean, out=found)
    np.clip(found, _LEAST, _MOST, out=found)


def _levels(frame: Frame, grid: Grid, band: slice, height: Field, out: Field | None = None) -> Field:
    """Return where the rays through places pass through the frame's middle, (rows, rays, columns)."""
    import numpy as np

    along = grid.rows()[band, None] * np.array(frame.slopes)
    levels: Field = np.subtract(height[:, None, :], along.astype(np.float32)[:, :, None], out=out)
    return levels


def _wanted(grid: Grid, band: slice, least: Floats, largest: Floats) -> slice | None:
    """Return the columns in which something between two places along lies in a band of rows."""
    import numpy as np

    top = grid.top - (band.start - _AROUND) * grid.pace
    bottom = grid.top - (band.stop + _AROUND) * grid.pace
    found = np.flatnonzero((least <= top) & (largest >= bottom))
    if not len(found):
        return None
    return slice(max(0, int(found[0]) - _AROUND), min(grid.width, int(found[-1]) + 1 + _AROUND))


class _Heights:
    """How high the ground stands over the frame's level plane at a grid's nodes, band by band of rows."""

    def __init__(self, nodes: Nodes, frame: Frame, grid: Grid) -> None:
        import numpy as np

        self._nodes, self._grid = nodes, grid
        u, h = grid.columns(), grid.rows()
        few_columns, few_rows = nodes.places(frame, u, h)
        self._at = _filled_across(few_columns), _filled_across(few_rows)
        self._uu = (u * u).astype(np.float32)
        self._hh = (np.append(h, h[-1] - grid.pace) ** 2).astype(np.float32)[:, None]
        self.columns = slice(0, grid.width)
        """The columns that the last band holds."""

    def bands(self, least: Floats | None = None) -> Iterator[tuple[slice, Field]]:
        """Yield rows, and their heights with those of one row more.

        Columns in which nothing more is `least` or more along are left out.
        """
        for top in range(0, self._grid.height, _BAND):
            band = slice(top, min(self._grid.height, top + _BAND))
            if least is not None:
                found = _wanted(self._grid, band, least, least + float("inf"))
                if found is None:
                    return
                self.columns = found
            yield band, self._over(band)

    def _over(self, band: slice) -> Field:
        import numpy as np

        blocks = slice(band.start // COARSE, band.stop // COARSE + 1)
        column, row = (_filled_down(places[blocks, self.columns]) for places in self._at)
        band = slice(band.start, band.stop + 1)
        height = self._nodes.sample(column, row)
        # √((R+H)² − u² − h²) − R without the loss of digits
        over = np.add(height, np.float32(2.0 * _R), out=column)
        over *= height
        over -= self._uu[self.columns]
        over -= self._hh[band]
        np.add(over, np.float32(_R * _R), out=height)
        np.maximum(height, np.float32(0.0), out=height)
        np.sqrt(height, out=height)
        height += np.float32(_R)
        over /= height
        return over


def _filled_across(few: Field) -> Field:
    """Return what lies evenly between the columns of a field; the last of them is left out."""
    import numpy as np

    found = np.empty((few.shape[0], few.shape[1] - 1, COARSE), np.float32)
    rise = few[:, 1:] - few[:, :-1]
    for k in range(COARSE):
        found[:, :, k] = few[:, :-1] + rise * np.float32(k / COARSE)
    return found.reshape(few.shape[0], -1)


def _filled_down(few: Field) -> Field:
    """Return what lies evenly between the rows of a field, the last one too."""
    import numpy as np

    parts = (np.arange(COARSE, dtype=np.float32) / COARSE)[:, None]
    found: Field = np.empty(((len(few) - 1) * COARSE + 1, few.shape[1]), np.float32)
    blocks = found[:-1].reshape(len(few) - 1, COARSE, -1)
    np.multiply((few[1:] - few[:-1])[:, None, :], parts, out=blocks)
    blocks += few[:-1, None, :]
    found[-1] = few[-1]
    return found


def _up_the_disc(lacks: Field, frame: Frame, step: float, out: Field) -> None:
    """Tell where horizons stand from what places lack to each ray, (rows, rays, columns); changes it.

    What is lacking falls with the ray's slope, ever more slowly: two rays close together tell how fast, and so at
    which slope nothing is lacking. The pairs at both limbs each give a horizon that is there at least.
    """
    import numpy as np

    slopes = frame.slopes
    lower, upper = slopes[1] - slopes[0], slopes[3] - slopes[2]
    lowest, low, high, top = (lacks[:, k] for k in range(4))
    np.subtract(lowest, low, out=low)
    # nothing that hides a place is nearer than one step; rounding may say otherwise
    np.maximum(low, np.float32(step * lower / 2.0), out=low)
    np.divide(lowest, low, out=out)
    out *= np.float32(NEAR_LIMB)
    np.subtract(high, top, out=high)
    np.maximum(high, np.float32(step * upper / 2.0), out=high)
    top /= high
    top *= np.float32(NEAR_LIMB)
    top += np.float32(1.0)
    np.maximum(out, top, out=out)
