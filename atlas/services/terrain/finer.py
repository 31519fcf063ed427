"""Relief and heights of imported terrain on rasters of the map: sharp down to its cells, smooth beyond them.

Where the cells are smaller than the pixels, the level nearest to the pixels is read; where they are larger, a spline
runs through them, so that no cell shows. Towards its edge an imported terrain passes into what lies under it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from atlas.services.terrain import look, shading, spline
from atlas.services.terrain.own import OwnTerrain
from atlas.services.terrain.sampler import Plane, Raster, Sampler

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from atlas.services.terrain.bundled import Bundled
    from atlas.services.terrain.shading import Work

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

_BAND: Final = 48
"""Rows that are worked on together: their arrays stay inside the processor's cache."""
_ROUND: Final = 1.4
"""Cells of so many pixels and more are drawn through a spline; below, facets are too small to be seen."""
_MARGIN: Final = 8
"""Nodes round a rectangle after which the spline no longer feels where the reading ended."""


class Slopes(NamedTuple):
    """Heights in metres, and slopes towards east and north in metres per metre; nan where nothing is known."""

    height: Field
    east: Field
    north: Field


class Lattice:
    """Nodes of an even grid with a raster's columns and rows laid over them, in nodes; bilinear between them."""

    def __init__(self, nodes: Field, columns: Floats, rows: Floats) -> None:
        import numpy as np

        self._nodes = nodes
        self._left, self._across = _bases(columns, nodes.shape[1])
        self._top, self._down = _bases(rows, nodes.shape[0])
        self.gaps = bool(np.isnan(nodes).any())
        """Whether any node is missing."""

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


class _Plain:
    """The surface from heights at the pixels' corners, bilinear between nodes."""

    def __init__(self, own: OwnTerrain, level: int, xs: Floats, ys: Floats, pixel: float) -> None:
        import numpy as np

        half = pixel / 2.0
        self._scale = np.float32(0.5 / pixel)
        self._corners = _lattice(own, level, np.append(xs - half, xs[-1] + half), np.append(ys + half, ys[-1] - half))
        self.gaps = self._corners.gaps

    def slopes(self, rows: slice, columns: slice) -> Slopes:
        """Return the surface on a piece of the raster."""
        import numpy as np

        corners = self._corners.value(slice(rows.start, rows.stop + 1), slice(columns.start, columns.stop + 1))
        across = corners[:, 1:] - corners[:, :-1]
        east = across[1:] + across[:-1]
        east *= self._scale
        down = corners[:-1] - corners[1:]
        north = down[:, 1:] + down[:, :-1]
        north *= self._scale
        np.add(corners[:-1], corners[1:], out=down)
        means = down[:, 1:] + down[:, :-1]
        means *= np.float32(0.25)
        return Slopes(means, east, north)


class _Round:
    """The surface from the cubic spline through a level's nodes."""

    def __init__(self, own: OwnTerrain, level: int, xs: Floats, ys: Floats) -> None:
        import numpy as np

        columns, rows = own.place(level, xs, ys)
        nodes, left, top = _read(own, level, columns, rows, _MARGIN)
        self._gone = np.isnan(nodes)
        self.gaps = bool(self._gone.any())
        coeffs = spline.coefficients(_filled(nodes, self._gone) if self.gaps else nodes)
        sampler = Sampler(coeffs, Raster(columns - left, rows - top, nodes.shape, own.cell_m(level)), slopes=True)
        self._height, self._east, self._north = sampler.values, sampler.plane(east=1.0), sampler.plane(north=1.0)
        self._nearest = _nearest(rows - top, nodes.shape[0]), _nearest(columns - left, nodes.shape[1])

    def slopes(self, rows: slice, columns: slice) -> Slopes:
        """Return the surface on a piece of the raster."""
        import numpy as np

        shape = rows.stop - rows.start, columns.stop - columns.start
        found = Slopes(*(np.empty(shape, np.float32) for _ in range(3)))
        for plane, field in zip((self._height, self._east, self._north), found, strict=True):
            plane.into(rows, columns, field)
        if self.gaps:
            away = self._gone[np.ix_(self._nearest[0][rows], self._nearest[1][columns])]
            for field in found:
                field[away] = np.nan
        return found


def surface(own: OwnTerrain, xs: Floats, ys: Floats) -> _Plain | _Round:
    """Return the surface at all crossings of columns (growing) and rows (falling), evenly spaced, two at least."""
    pixel = (xs[-1] - xs[0]) / (len(xs) - 1)
    level = own.level_for(pixel)
    if own.cell_m(level) > _ROUND * pixel:
        return _Round(own, level, xs, ys)
    return _Plain(own, level, xs, ys, pixel)


def heights(own: OwnTerrain, xs: Floats, ys: Floats) -> Field:
    """Return the heights alone, at the nodes' own values where the raster meets them."""
    import numpy as np

    pixel = (xs[-1] - xs[0]) / (len(xs) - 1)
    level, whole = own.level_for(pixel), slice(0, len(xs))
    if own.cell_m(level) > _ROUND * pixel:
        round_ = _Round(own, level, xs, ys)
        return np.concatenate([round_.slopes(band, whole).height for band in bands(len(ys))])
    lattice = _lattice(own, level, xs, ys)
    return np.concatenate([lattice.value(band, whole) for band in bands(len(ys))])


def painted(own: OwnTerrain, bundled: Bundled, xs: Floats, ys: Floats, *, whole: bool) -> QImage | None:
    """Return relief at all crossings; None where the terrain shows nowhere among them.

    If that is the `whole` picture and hides everything below, it is RGB32, else it has an alpha channel.
    """
    share = None if own.is_whole(xs, ys) else Lattice(*own.share_nodes(xs, ys))
    if share is not None and not share.nodes(slice(0, len(ys)), slice(0, len(xs))).any():
        return None
    relief = _Relief(surface(own, xs, ys), bundled.lifts(xs, ys), bundled.colours(), share)
    columns = shading.COLUMNS if relief.opaque else shading.BLENDED
    return shading.picture(relief, len(xs), len(ys), opaque=whole and relief.opaque, columns=columns)


class _Relief:
    """Paints an imported terrain; `share` is its part in the blend with what lies below, None where that is all."""

    def __init__(self, ground: _Plain | _Round, lifts: Plane, table: NDArray[np.uint32], share: Lattice | None) -> None:
        self._ground = ground
        self._lifts = lifts
        self._table = table
        self._share = share

    @property
    def opaque(self) -> bool:
        """Whether nothing below shows."""
        return self._share is None and not self._ground.gaps

    def paint(self, rows: slice, columns: slice, work: Work, out: NDArray[np.uint32]) -> None:
        """Put the pixels of a piece into `out`."""
        import numpy as np

        mix, part, tones, _ = work.fields(*out.shape)
        slopes = self._ground.slopes(rows, columns)
        gone = np.isnan(slopes.east + slopes.north) if self._ground.gaps else None
        if gone is not None:
            for field in slopes:
                field[gone] = 0.0
        shading.mix_of(slopes.east, slopes.north, (mix, part))
        self._lifts.into(rows, columns, tones)
        tones += look.tone_of(slopes.height)
        shading.put(shading.tone_rows(tones), mix, self._table, out)
        if self.opaque:
            return
        strength = self._strength(rows, columns, gone)
        if strength is not None:
            _premultiply(out, strength)

    def _strength(self, rows: slice, columns: slice, gone: NDArray[np.bool_] | None) -> Field | None:
        """Return how much of a piece hides what lies below, None where all of it does."""
        import numpy as np

        gaps = gone is not None and bool(gone.any())
        blended = self._share is not None and float(self._share.nodes(rows, columns).min()) < 1.0
        if not gaps and not blended:
            return None
        shape = rows.stop - rows.start, columns.stop - columns.start
        strength = self._share.value(rows, columns) if self._share is not None else np.ones(shape, np.float32)
        if gone is not None:
            strength[gone] = 0.0
        return strength


def bands(rows: int) -> list[slice]:
    """Return the rows of a raster cut into bands."""
    return [slice(top, min(rows, top + _BAND)) for top in range(0, rows, _BAND)]


def _lattice(own: OwnTerrain, level: int, xs: Floats, ys: Floats) -> Lattice:
    columns, rows = own.place(level, xs, ys)
    nodes, left, top = _read(own, level, columns, rows, 1)
    return Lattice(nodes, columns - left, rows - top)


def _nearest(at: Floats, nodes: int) -> NDArray[np.intp]:
    import numpy as np

    return np.clip(np.rint(at), 0, nodes - 1).astype(np.intp)


def _read(own: OwnTerrain, level: int, columns: Floats, rows: Floats, margin: int) -> tuple[Field, int, int]:
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


def _premultiply(pixels: NDArray[np.uint32], share: Field) -> None:
    """Give 0xffRRGGBB pixels an alpha of 0–1 and scale their colours by it."""
    import numpy as np

    alpha = (np.clip(share, 0.0, 1.0) * np.float32(255.0) + np.float32(0.5)).astype(np.uint32)
    outer = (pixels & 0xFF00FF) * alpha
    middle = (pixels >> 8 & 0xFF) * alpha
    # x / 255, rounded, is (x + 128 + (x + 128) / 256) / 256 for products of two bytes
    outer += 0x800080
    outer += outer >> 8 & 0xFF00FF
    middle += 0x80
    middle += middle >> 8
    alpha <<= 24
    alpha |= outer >> 8 & 0xFF00FF
    alpha |= middle & 0xFF00
    pixels[:] = alpha
