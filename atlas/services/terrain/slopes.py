"""How steep the ground is, for whole pictures: in degrees, or in the colours of classes.

What a slope is, is told in `gradient`; its baseline is a cell of the finest terrain at the place, or a pixel where that
is larger: then it is taken between the pixel's corners, from the level of the terrain that fits. No slope is taken
across the edge between two terrains, which would make a cliff of what is a difference of two surveys.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

from atlas.domain.coordinates import MOON_RADIUS_M
from atlas.services.terrain import files, finer, painting, shading, spline
from atlas.services.terrain.files import TerrainError
from atlas.services.terrain.sampler import Axis, Spline
from atlas.services.terrain.shading import Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain.own import OwnTerrain
    from atlas.services.terrain.shading import Pixels

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_AROUND: Final = 2
"""Nodes round a rectangle that its gradients need."""
_SHADES: Final = 4096
"""Entries of a table of colours: from level ground up,"""
_STEEPEST: Final = 1.0
"""to 45°, in tangents."""
_LEAST: Final = 0.05
"""The share of a pixel between corners that were moved inside a terrain, below which there is no slope."""


class SlopeLayer(painting.Cover, Protocol):
    """What knows how steep blocks of a picture are."""

    def steepness(self, rows: slice, columns: slice, work: Work, out: Field) -> bool:
        """Put squares of the slope's tangent on the ground into `out`, nan where there is none.

        Returns whether there may be such places.
        """


class _Stretch:
    """Squares of map metres per metre on the ground at all crossings of columns and rows."""

    def __init__(self, xs: Floats, ys: Floats) -> None:
        import numpy as np

        # the projection is true to scale at the pole, and stretched by 1 + ρ² / 4R² round it
        across = 1.0 / (2.0 * MOON_RADIUS_M) ** 2
        self._columns: Field = (1.0 + xs * xs * across).astype(np.float32)
        self._rows: Field = (ys * ys * across).astype(np.float32)

    def apply(self, rows: slice, columns: slice, east: Field, north: Field, out: Field) -> None:
        """Put squares of the tangent into `out` for metres per map metre, which are used up."""
        import numpy as np

        np.multiply(east, east, out=east)
        np.multiply(north, north, out=north)
        np.add(east, north, out=out)
        np.add(self._rows[rows, None], self._columns[columns], out=east)
        np.multiply(east, east, out=east)
        np.multiply(out, east, out=out)


class BundledSlopes:
    """The terrain that ships: it lies under everything, and everywhere. `cells` are `padded` gradients of its cells."""

    def __init__(self, heights: Field, cells: tuple[Field, Field], xs: Floats, ys: Floats) -> None:
        cell = files.DEM_CELL_M
        columns, rows = (xs + files.HALF_SIDE_M) / cell - 0.5, (files.HALF_SIDE_M - ys) / cell - 0.5
        self._stretch = _Stretch(xs, ys)
        pixel = _pixel(xs)
        self._between = _Between(cells, columns - 0.5, rows - 0.5) if pixel < cell else None
        self._corners = None if pixel < cell else _between_corners(heights, columns, rows, pixel)

    def cover(self, rows: slice, columns: slice) -> tuple[float, float]:
        """Return that all is hidden that lies below."""
        del rows, columns
        return 1.0, 1.0

    def steepness(self, rows: slice, columns: slice, work: Work, out: Field) -> bool:
        """Put squares of the slope's tangent on the ground into `out`; there is one everywhere."""
        east, north = work.field(*out.shape), work.field(*out.shape)
        if self._between is not None:
            self._between.put(rows, columns, work, east, north)
        elif self._corners is not None:
            east[:], north[:] = self._corners[0][rows, columns], self._corners[1][rows, columns]
        self._stretch.apply(rows, columns, east, north, out)
        return False


class OwnSlopes:
    """An imported terrain at all crossings of columns and rows. `part`: those in which any of it lies.

    Raises DamagedTerrainError, as `steepness` does.
    """

    def __init__(self, own: OwnTerrain, xs: Floats, ys: Floats, part: tuple[slice, slice]) -> None:
        self._own, self._part = own, part
        self._stretch = _Stretch(xs, ys)
        try:
            if _pixel(xs) < own.record.cell_m:
                self._ground: _Cells | _Pixels = _Cells(own, xs, ys, part)
            else:
                self._ground = _Pixels(own, xs, ys)
                self._part = self._ground.within(part)
        except TerrainError as error:
            raise finer.DamagedTerrainError(own, error) from error

    def cover(self, rows: slice, columns: slice) -> tuple[float, float]:
        """Return the least and the largest share of what lies below that is hidden in a block, but for gaps."""
        shares = [_share(one, other) for one, other in zip((columns, rows), self._part, strict=True)]
        return float(all(share >= 1.0 for share in shares)), float(all(share > 0.0 for share in shares))

    def steepness(self, rows: slice, columns: slice, work: Work, out: Field) -> bool:
        """Put squares of the slope's tangent on the ground into `out`, nan where there is none."""
        east, north = work.field(*out.shape), work.field(*out.shape)
        try:
            gaps = self._ground.put(rows, columns, work, east, north)
        except TerrainError as error:
            raise finer.DamagedTerrainError(self._own, error) from error
        self._stretch.apply(rows, columns, east, north, out)
        return self._leave_out(rows, columns, out) or gaps

    def _leave_out(self, rows: slice, columns: slice, out: Field) -> bool:
        """Take back what lies outside of the terrain; return whether any does."""
        across, down = self._part
        before, after = max(0, across.start - columns.start), max(0, across.stop - columns.start)
        above, below = max(0, down.start - rows.start), max(0, down.stop - rows.start)
        for outside in (out[:, :before], out[:, after:], out[:above], out[below:]):
            outside[:] = math.nan
        return self.cover(rows, columns)[0] < 1.0


class _Between:
    """Gradients of cells on a raster, bilinear between the middles of the cells."""

    def __init__(self, cells: tuple[Field, Field], columns: Floats, rows: Floats) -> None:
        height, width = spline.nodes_of(cells[0])
        axes = Axis(columns, width, taps=spline.linear_taps), Axis(rows, height, taps=spline.linear_taps)
        self._both = tuple(Spline(field, *axes) for field in cells)

    def put(self, rows: slice, columns: slice, work: Work, east: Field, north: Field) -> None:
        for field, out in zip(self._both, (east, north), strict=True):
            (lines,) = field.along(rows, columns, work.field)
            field.values(lines, rows, out)


class _Cells:
    """An imported terrain whose cells are larger than the pixels."""

    def __init__(self, own: OwnTerrain, xs: Floats, ys: Floats, part: tuple[slice, slice]) -> None:
        import numpy as np

        columns, rows = own.place(0, xs, ys)
        nodes, left, top = finer.read_nodes(own, 0, columns[part[0]], rows[part[1]], _AROUND)
        self._fields = gradients(nodes, own.record.cell_m)
        gone = np.isnan(self._fields[0])
        self._gone: Flags | None = gone if gone.any() else None
        if self._gone is not None:
            for field in self._fields:
                field[gone] = 0.0
        self._columns, self._rows = columns - left - 0.5, rows - top - 0.5
        self._between = _Between((padded(self._fields[0]), padded(self._fields[1])), self._columns, self._rows)

    def put(self, rows: slice, columns: slice, work: Work, east: Field, north: Field) -> bool:
        """Put the rises of a block, nan in gaps; return whether there are any."""
        self._between.put(rows, columns, work, east, north)
        return self._gone is not None and self._mend(self._gone, rows, columns, east, north)

    def _mend(self, gone: Flags, rows: slice, columns: slice, east: Field, north: Field) -> bool:
        """Give what lies beside a gap the gradient of its own cell."""
        import numpy as np

        above, below = _two(self._rows[rows], gone.shape[0])
        west, right = _two(self._columns[columns], gone.shape[1])
        holes = np.flatnonzero(gone[above[0] : below[-1] + 1].any(axis=0))
        if not len(holes):
            return False
        # only the columns that one of the holes can reach
        near = slice(np.searchsorted(right, holes[0]), np.searchsorted(west, holes[-1], "right"))
        touched = np.zeros((len(above), len(west[near])), np.bool_)
        for row in (above, below):
            for column in (west[near], right[near]):
                touched |= gone[np.ix_(row, column)]
        at_rows, at_columns = self._rows[rows], self._columns[columns][near]
        inside = np.ix_(_nearest(at_rows, gone.shape[0]), _nearest(at_columns, gone.shape[1]))
        for out, field in zip((east[:, near], north[:, near]), self._fields, strict=True):
            np.copyto(out, field[inside], where=touched)
            out[gone[inside]] = math.nan
        return True


class _Pixels:
    """An imported terrain whose cells are no larger than the pixels: slopes between the pixels' corners."""

    def __init__(self, own: OwnTerrain, xs: Floats, ys: Floats) -> None:
        import numpy as np

        pixel = _pixel(xs)
        level = own.level_for(pixel)
        self._plain = finer.Plain(own, level, xs, ys, pixel)
        height, width = own.shape(level)
        columns, rows = own.place(level, _edges(xs), _edges(ys))
        cell = own.cell_m(level) / pixel
        # between corners that were moved onto the terrain there is less than a pixel
        self._across = np.float32(self._plain.rise) / _span(columns, width, cell)
        self._down = np.float32(self._plain.rise) / _span(rows, height, cell)

    def within(self, part: tuple[slice, slice]) -> tuple[slice, slice]:
        """Return those of some columns and rows in which there is a slope."""
        across, down = (_common(one, _there(span)) for one, span in zip(part, (self._across, self._down), strict=True))
        return across, down

    def put(self, rows: slice, columns: slice, work: Work, east: Field, north: Field) -> bool:
        """Put the rises of a block, nan in gaps; return whether there are any."""
        import numpy as np

        block = self._plain.block(rows, columns, work)
        for strip in shading.strips(rows, columns):
            mark = work.mark()
            found = block.slopes(strip, work)
            here = slice(strip.start - rows.start, strip.stop - rows.start)
            np.multiply(found.east, self._across[columns], out=east[here])
            np.multiply(found.north, self._down[strip, None], out=north[here])
            work.release(mark)
        return block.gaps


def gradients(nodes: Field, cell_m: float) -> tuple[Field, Field]:
    """Return how the cells between nodes rise towards east and north in metres per map metre; row 0 is the north."""
    import numpy as np

    half = np.float32(0.5 / cell_m)
    east = nodes[:, 1:] - nodes[:, :-1]
    east = east[1:] + east[:-1]
    east *= half
    north = nodes[:-1] - nodes[1:]
    north = north[:, 1:] + north[:, :-1]
    north *= half
    return east, north


def padded(cells: Field) -> Field:
    """Return gradients of cells as `spline.linear_taps` wants them."""
    import numpy as np

    return np.pad(cells, spline.BORDER, mode="edge")


def steep(layers: Sequence[SlopeLayer], out: Field) -> None:
    """Put squares of the slope's tangent into a field; layers come with the lowest first."""
    work = Work(painting.ROOM)
    for rows, columns, shown, _ in painting.pieces(layers, out.shape):
        _fill(shown, rows, columns, work, out[rows, columns])


def colour_table(bounds: Sequence[float], colours: Sequence[int], soft: float) -> Pixels:
    """Return the colours (0xffRRGGBB) of classes between bounds in degrees, growing, as `paint` wants them.

    Over `soft` degrees at each bound one passes into the next.
    """
    import numpy as np

    slopes = np.degrees(np.arctan((np.arange(_SHADES) + 0.5) * (_STEEPEST / _SHADES)))
    parts = [np.clip((slopes - bound) / max(soft, 1e-6) + 0.5, 0.0, 1.0) for bound in bounds]
    table = np.full(_SHADES, 0xFF000000, np.uint32)
    for shift in (16, 8, 0):
        bytes_ = [colour >> shift & 0xFF for colour in colours]
        found = bytes_[0] + sum(
            part * (after - before) for part, before, after in zip(parts, bytes_[:-1], bytes_[1:], strict=True)
        )
        table |= np.rint(found).astype(np.uint32) << shift
    return table


def paint(layers: Sequence[SlopeLayer], table: Pixels, out: Pixels) -> None:
    """Put the colours of a `colour_table` into a picture; layers come with the lowest first."""
    import numpy as np

    work = Work(painting.ROOM)
    for rows, columns, shown, _ in painting.pieces(layers, out.shape):
        mark = work.mark()
        shape = rows.stop - rows.start, columns.stop - columns.start
        tangent, places = work.field(*shape), work.places(*shape)
        _fill(shown, rows, columns, work, tangent)
        np.sqrt(tangent, out=tangent)
        tangent *= np.float32(_SHADES / _STEEPEST)
        np.copyto(places, tangent, casting="unsafe")
        table.take(places, out=out[rows, columns], mode="clip")
        work.release(mark)


def _fill(layers: Sequence[SlopeLayer], rows: slice, columns: slice, work: Work, out: Field) -> None:
    import numpy as np

    while len(layers) > 1 and layers[-1].cover(rows, columns)[1] <= 0.0:
        layers = layers[:-1]
    mark = work.mark()
    if layers[-1].steepness(rows, columns, work, out) and len(layers) > 1:
        work.release(mark)
        below = work.field(*out.shape)
        _fill(layers[:-1], rows, columns, work, below)
        np.copyto(out, below, where=np.isnan(out))
    work.release(mark)


def _between_corners(heights: Field, columns: Floats, rows: Floats, pixel: float) -> tuple[Field, Field]:
    """Return the rises of pixels that are no smaller than the cells of a grid of nodes; its border is drawn out."""
    import numpy as np

    height, width = heights.shape
    columns, rows = _touching(_edges(columns), width), _touching(_edges(rows), height)
    corners = finer.Lattice(heights, columns, rows).value(slice(0, len(rows)), slice(0, len(columns)))
    east, north = gradients(corners, pixel)
    cell = files.DEM_CELL_M / pixel
    across, down = _span(columns, width, cell), _span(rows, height, cell)
    # a pixel with no ground of its own has the rises of the nearest one that has some
    nearest = np.ix_(_drawn_out(down), _drawn_out(across))
    return (east / across)[nearest], (north / down[:, None])[nearest]


def _pixel(xs: Floats) -> float:
    return float((xs[-1] - xs[0]) / (len(xs) - 1))


def _edges(middles: Floats) -> Floats:
    """Return the edges of evenly spaced pixels from their middles."""
    import numpy as np

    half = (middles[-1] - middles[0]) / (len(middles) - 1) / 2.0
    found: Floats = np.append(middles - half, middles[-1] + half)
    return found


def _span(edges: Floats, nodes: int, cell: float) -> Field:
    """Return how far the edges of pixels lie apart once they are moved inside a grid, in pixels; nan for nothing."""
    import numpy as np

    span = np.diff(np.clip(edges, 0.0, nodes - 1.0)) * cell
    found: Field = np.where(span < _LEAST, np.nan, span).astype(np.float32)
    return found


def _there(span: Field) -> slice:
    """Return where numbers are no nan; they follow one another."""
    import numpy as np

    found = np.flatnonzero(~np.isnan(span))
    return slice(int(found[0]), int(found[-1]) + 1) if len(found) else slice(0, 0)


def _drawn_out(span: Field) -> NDArray[Any]:
    """Return for each pixel the nearest one that has a span."""
    import numpy as np

    there = _there(span)
    return np.clip(np.arange(len(span)), there.start, there.stop - 1)


def _touching(edges: Floats, nodes: int) -> Floats:
    """Return the edges of pixels, moved all together if need be, so that at least one pixel lies inside a grid."""
    step = float(edges[1] - edges[0])
    moved: Floats = edges + max(0.0, step - float(edges[-1])) - max(0.0, float(edges[0]) - (nodes - 1.0 - step))
    return moved


def _common(one: slice, other: slice) -> slice:
    """Return what two ranges have in common."""
    start = max(one.start, other.start)
    return slice(start, max(start, min(one.stop, other.stop)))


def _share(one: slice, other: slice) -> float:
    """Return how much of a range lies in another."""
    common: int = min(one.stop, other.stop) - max(one.start, other.start)
    whole: int = one.stop - one.start
    return max(0, common) / whole


def _two(at: Floats, count: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the two cells between whose middles each position lies."""
    import numpy as np

    first = np.clip(at, 0.0, count - 1.0).astype(np.intp)
    return first, np.minimum(first + 1, count - 1)


def _nearest(at: Floats, count: int) -> NDArray[Any]:
    """Return the cell in which each position lies."""
    import numpy as np

    return np.clip(np.floor(at + 0.5), 0, count - 1).astype(np.intp)
