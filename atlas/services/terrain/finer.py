"""Relief and heights of imported terrain on rasters of the map: sharp down to its cells, smooth beyond them.

Where the cells are smaller than the pixels, the level nearest to the pixels is read; where they are larger, a spline
runs through them, so that no cell shows. Towards its edge an imported terrain passes into what lies under it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from atlas.services.terrain import look, shading, spline
from atlas.services.terrain.files import TerrainError
from atlas.services.terrain.own import OwnTerrain
from atlas.services.terrain.sampler import Axis, Spline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain.bundled import Bundled
    from atlas.services.terrain.shading import Pixels, Work

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

_BAND: Final = 48
"""Rows that are worked on together: their arrays stay inside the processor's cache."""
_ROUND: Final = 1.4
"""Cells of so many pixels and more are drawn through a spline; below, facets are too small to be seen."""
_MARGIN: Final = 8
"""Nodes round a rectangle after which the spline no longer feels where the reading ended."""
_EVEN: Final = 1e-4
"""Parts of a node by which columns may stray that are taken to lie one node apart."""


class DamagedTerrainError(Exception):
    """An imported terrain whose file turned out damaged while it was drawn."""

    def __init__(self, own: OwnTerrain, error: TerrainError) -> None:
        super().__init__(str(error))
        self.own = own
        self.error = error


class Slopes(NamedTuple):
    """Heights, and slopes towards east and north, in units of the surface; nan where nothing is known."""

    height: Field
    east: Field
    north: Field


class Lattice:
    """Nodes of an even grid with a raster's columns and rows laid over them, in nodes; bilinear between them."""

    def __init__(self, nodes: Field, columns: Floats, rows: Floats) -> None:
        self._nodes = nodes
        self._left, self._across = _bases(columns, nodes.shape[1])
        self._top, self._down = _bases(rows, nodes.shape[0])

    def nodes(self, rows: slice, columns: slice) -> Field:
        """Return the nodes that a piece of the raster lies between."""
        left, top = self._left[columns], self._top[rows]
        return self._nodes[int(top[0]) : int(top[-1]) + 2, int(left[0]) : int(left[-1]) + 2]

    def value(self, rows: slice, columns: slice) -> Field:
        """Return the values of a piece of the raster."""
        left, top, across = self._left[columns], self._top[rows], self._across[columns]
        block = self.nodes(rows, columns)
        first, start = int(left[0]), int(top[0])
        lines = block.take(top - start, axis=0)
        lower = block.take(top - start + 1, axis=0)
        lower -= lines
        lower *= self._down[rows, None]
        lines += lower
        west = lines.take(left - first, axis=1)
        east = lines.take(left - first + 1, axis=1)
        east -= west
        east *= across
        east += west
        return east


class _Surface(Protocol):
    """The ground of an imported terrain on a raster.

    Heights are in units of `metres` over `offset`, slopes in units of `rise` metres per metre.
    """

    metres: float
    offset: float
    rise: float

    def block(self, rows: slice, columns: slice, work: Work) -> _Block:
        """Return a block of it, with what all of its rows have in common worked out."""


class _Block(Protocol):
    gaps: bool
    """Whether heights may be missing."""

    def slopes(self, rows: slice, work: Work) -> Slopes:
        """Return some rows of the block, in fields of `work`."""


class Plain:
    """The surface from heights at the pixels' corners, bilinear between nodes."""

    def __init__(self, own: OwnTerrain, level: int, xs: Floats, ys: Floats, pixel: float) -> None:
        import numpy as np

        half = pixel / 2.0
        height, width = own.shape(level)
        columns, rows = own.place(level, np.append(xs - half, xs[-1] + half), np.append(ys + half, ys[-1] - half))
        self.own, self.level = own, level
        self.left, self.across = _bases(columns, width)
        self.top, self.down = _bases(rows, height)
        # four corners are added up, two differences
        self.metres, self.offset = own.record.step_m / 4.0, own.record.offset_m
        self.rise = own.record.step_m * 0.5 / pixel

    def block(self, rows: slice, columns: slice, work: Work) -> PlainBlock:
        """Return a block of it."""
        return PlainBlock(self, rows, columns, work)


class PlainBlock:
    """A block of it."""

    def __init__(self, plain: Plain, rows: slice, columns: slice, work: Work) -> None:
        import numpy as np

        self._plain = plain
        left, across = plain.left[columns.start : columns.stop + 1], plain.across[columns.start : columns.stop + 1]
        top = plain.top[rows.start : rows.stop + 1]
        self._first = int(top[0])
        west, count = int(left[0]), len(left)
        self._nodes = work.field(int(top[-1]) + 2 - self._first, int(left[-1]) + 2 - west)
        self.gaps = plain.own.read(plain.level, self._first, west, self._nodes)
        one_apart = int(left[-1]) - west == count - 1 and float(across.max() - across.min()) < _EVEN
        self._left = None if one_apart else left - west
        self._across = across[0] if one_apart else across
        self._count = count
        self._ufuncs = np.take, np.add, np.subtract

    def slopes(self, rows: slice, work: Work) -> Slopes:
        """Return some rows of the block."""
        _, add, subtract = self._ufuncs
        corners = self._corners(rows, work)
        shape = len(corners) - 1, corners.shape[1] - 1
        height, east, north = (work.field(*shape) for _ in range(3))
        down = work.field(shape[0], shape[1] + 1)
        add(corners[:-1], corners[1:], out=down)
        add(down[:, 1:], down[:, :-1], out=height)
        subtract(down[:, 1:], down[:, :-1], out=east)
        subtract(corners[:-1], corners[1:], out=down)
        add(down[:, 1:], down[:, :-1], out=north)
        return Slopes(height, east, north)

    def _corners(self, rows: slice, work: Work) -> Field:
        """Return heights at the corners of pixels of some rows."""
        take, _, subtract = self._ufuncs
        plain, nodes = self._plain, self._nodes
        top, down = plain.top[rows.start : rows.stop + 1], plain.down[rows.start : rows.stop + 1, None]
        count, first = len(top), int(top[0]) - self._first
        lines = work.field(count, nodes.shape[1])
        if int(top[-1]) - int(top[0]) == count - 1:
            upper, lower = nodes[first : first + count], nodes[first + 1 : first + 1 + count]
            subtract(lower, upper, out=lines)
            lines *= down
            lines += upper
        else:
            upper = work.field(count, nodes.shape[1])
            take(nodes, top - self._first, axis=0, out=upper, mode="clip")
            take(nodes, top + (1 - self._first), axis=0, out=lines, mode="clip")
            lines -= upper
            lines *= down
            lines += upper
        found = work.field(count, self._count)
        if self._left is None:
            west, east = lines[:, : self._count], lines[:, 1 : self._count + 1]
            subtract(east, west, out=found)
        else:
            west = work.field(count, self._count)
            take(lines, self._left, axis=1, out=west, mode="clip")
            take(lines, self._left + 1, axis=1, out=found, mode="clip")
            found -= west
        found *= self._across
        found += west
        return found


class _Round:
    """The surface from the cubic spline through a level's nodes."""

    def __init__(self, own: OwnTerrain, level: int, xs: Floats, ys: Floats, part: tuple[slice, slice]) -> None:
        import numpy as np

        columns, rows = own.place(level, xs, ys)
        nodes, left, top = read_nodes(own, level, columns[part[0]], rows[part[1]], _MARGIN)
        self.gone = np.isnan(nodes)
        self.gaps = bool(self.gone.any())
        coeffs = spline.coefficients(_filled(nodes, self.gone) if self.gaps else nodes)
        height, width = nodes.shape
        self.spline = Spline(coeffs, Axis(columns - left, width), Axis(rows - top, height, turn=-1.0))
        self.metres, self.offset, self.rise = 1.0, 0.0, 1.0 / own.cell_m(level)
        self.nearest = _nearest(rows - top, height), _nearest(columns - left, width)

    def block(self, rows: slice, columns: slice, work: Work) -> _RoundBlock:
        """Return a block of it."""
        return _RoundBlock(self, rows, columns, work)


class _RoundBlock:
    def __init__(self, whole: _Round, rows: slice, columns: slice, work: Work) -> None:
        self._whole = whole
        self._columns = columns
        self._heights, self._leans = whole.spline.along(rows, columns, work.field, slopes=True)
        self._nearest = whole.nearest[0][rows], whole.nearest[1][columns]
        down, across = ((int(at[0]), int(at[-1]) + 1) for at in self._nearest)
        self.gaps = whole.gaps and bool(whole.gone[slice(*down), slice(*across)].any())

    def slopes(self, rows: slice, work: Work) -> Slopes:
        """Return some rows of the block."""
        import numpy as np

        shape, whole = (rows.stop - rows.start, self._columns.stop - self._columns.start), self._whole
        found = Slopes(*(work.field(*shape) for _ in range(3)))
        whole.spline.values(self._heights, rows, found.height)
        whole.spline.values(self._leans, rows, found.east)
        whole.spline.changes(self._heights, rows, found.north)
        if self.gaps:
            away = whole.gone[np.ix_(whole.nearest[0][rows], whole.nearest[1][self._columns])]
            for field in found:
                field[away] = np.nan
        return found


def heights(own: OwnTerrain, xs: Floats, ys: Floats) -> Field:
    """Return the heights alone, at the nodes' own values where the raster meets them.

    Columns grow, rows fall, both evenly; two of each at least.
    """
    import numpy as np

    pixel = (xs[-1] - xs[0]) / (len(xs) - 1)
    level, whole = own.level_for(pixel), slice(0, len(xs))
    if own.cell_m(level) > _ROUND * pixel:
        surface = _Round(own, level, xs, ys, (whole, slice(0, len(ys))))
        found = surface.spline.whole()
        if surface.gaps:
            found[surface.gone[np.ix_(*surface.nearest)]] = np.nan
        return found
    lattice = _lattice(own, level, xs, ys)
    return np.concatenate([lattice.value(band, whole) for band in _bands(len(ys))])


class FinerRelief:
    """Relief of an imported terrain at all crossings of columns and rows, to be painted over what lies below.

    `part`: the columns and rows in which any of it lies. Raises DamagedTerrainError, as `paint` does.
    """

    def __init__(self, own: OwnTerrain, bundled: Bundled, xs: Floats, ys: Floats, part: tuple[slice, slice]) -> None:
        import numpy as np

        self._own = own
        self._part = part
        pixel = (xs[-1] - xs[0]) / (len(xs) - 1)
        level = own.level_for(pixel)
        self._share: Lattice | None
        """Its part in the blend with what lies below, None where that is all."""
        self._surface: _Surface
        try:
            self._share = None if own.is_whole(xs, ys) else Lattice(*own.share_nodes(xs, ys))
            if own.cell_m(level) > _ROUND * pixel:
                self._surface = _Round(own, level, xs, ys, part)
            else:
                self._surface = Plain(own, level, xs, ys, pixel)
        except TerrainError as error:
            raise DamagedTerrainError(own, error) from error
        self._lights = shading.Lights(self._surface.rise)
        self._tone = np.float32(look.TONES_A_METRE * self._surface.metres)
        self._offset = np.float32(look.TONES_A_METRE * self._surface.offset)
        self._lifts = bundled.lifts(xs, ys)
        self._table = bundled.colours()

    def cover(self, rows: slice, columns: slice) -> tuple[float, float]:
        """Return the least and the largest share of what lies below that is hidden in a block."""
        if self._share is None:
            return 1.0, 1.0
        across, down = self._part
        if columns.stop <= across.start or columns.start >= across.stop:
            return 0.0, 0.0
        if rows.stop <= down.start or rows.start >= down.stop:
            return 0.0, 0.0
        nodes = self._share.nodes(rows, columns)
        return float(nodes.min()), float(nodes.max())

    def paint(self, rows: slice, columns: slice, work: Work, out: Pixels) -> Field | None:
        """Put the pixels of a block into `out`; return how much of what lies below is hidden, None if all of it."""
        import numpy as np

        try:
            gone = self._paint(rows, columns, work, out)
        except TerrainError as error:
            raise DamagedTerrainError(self._own, error) from error
        blended = self._share is not None and self.cover(rows, columns)[0] < 1.0
        share = self._share.value(rows, columns) if self._share is not None and blended else None
        if gone is None:
            return share
        return (~gone).astype(np.float32) if share is None else share * ~gone

    def _paint(self, rows: slice, columns: slice, work: Work, out: Pixels) -> NDArray[np.bool_] | None:
        """Put the pixels of a block into `out` and return where there is no ground, None if there is everywhere."""
        import numpy as np

        (lifts,) = self._lifts.along(rows, columns, work.field)
        block = self._surface.block(rows, columns, work)
        gone = np.zeros(out.shape, np.bool_) if block.gaps else None
        for strip in shading.strips(rows, columns):
            mark = work.mark()
            here = slice(strip.start - rows.start, strip.stop - rows.start)
            slopes = block.slopes(strip, work)
            if gone is not None:
                gone[here] = np.isnan(slopes.east + slopes.north)
                for field in slopes:
                    field[gone[here]] = 0.0
            one, two = (work.field(*slopes.height.shape) for _ in range(2))
            mix = self._lights.mix(slopes.east, slopes.north, (one, two))
            self._lifts.values(lifts, strip, one)
            tones = slopes.height
            tones *= self._tone
            tones += one
            if self._offset:
                tones += self._offset
            shading.hold(tones)
            shading.put(tones, mix, self._table, work, out[here])
            work.release(mark)
        return gone if gone is not None and gone.any() else None


def _bands(rows: int) -> list[slice]:
    """Return the rows of a raster cut into bands."""
    return [slice(top, min(rows, top + _BAND)) for top in range(0, rows, _BAND)]


def _lattice(own: OwnTerrain, level: int, xs: Floats, ys: Floats) -> Lattice:
    columns, rows = own.place(level, xs, ys)
    nodes, left, top = read_nodes(own, level, columns, rows, 1)
    return Lattice(nodes, columns - left, rows - top)


def _nearest(at: Floats, nodes: int) -> NDArray[np.intp]:
    import numpy as np

    return np.clip(np.rint(at), 0, nodes - 1).astype(np.intp)


def read_nodes(own: OwnTerrain, level: int, columns: Floats, rows: Floats, margin: int) -> tuple[Field, int, int]:
    """Return the nodes round positions, and the column and row of the first of them; held inside the terrain."""
    width = max(2, math.ceil(own.record.columns / 2**level))
    height = max(2, math.ceil(own.record.rows / 2**level))
    left = min(max(0, math.floor(float(columns[0])) - margin), width - 2)
    right = max(min(width, math.ceil(float(columns[-1])) + margin + 1), left + 2)
    top = min(max(0, math.floor(float(rows[0])) - margin), height - 2)
    bottom = max(min(height, math.ceil(float(rows[-1])) + margin + 1), top + 2)
    return own.nodes(level, top, left, bottom - top, right - left), left, top


def _filled(nodes: Field, gone: NDArray[np.bool_]) -> Field:
    """Return the nodes with those that are missing put at the height of the nearest in their row, else the mean."""
    import numpy as np

    if gone.all():
        return np.zeros_like(nodes)
    there = np.where(gone, 0, np.arange(nodes.shape[1]))
    carried = np.take_along_axis(nodes, np.maximum.accumulate(there, axis=1), axis=1)
    filled: Field = np.where(np.isnan(carried), np.float32(np.nanmean(nodes)), carried)
    return filled


def _bases(at: Floats, size: int) -> tuple[NDArray[np.intp], Field]:
    """Return the node before each position and the distance from it, held inside a grid."""
    import numpy as np

    held = np.clip(at, 0.0, size - 1.0)
    base = np.minimum(held.astype(np.intp), size - 2)
    return base, (held - base).astype(np.float32)
