"""One imported terrain, open: heights at places and on rasters, and how it blends into what is round it."""

from __future__ import annotations

import math
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

from atlas.domain.coordinates import LatLon, scale_factor
from atlas.services.terrain.files import DEM_CELL_M
from atlas.services.terrain.gradient import degrees, gradient
from atlas.services.terrain.record import SOUTH, TerrainRecord, to_plane
from atlas.services.terrain.tiles import TILE, TileCache, TileFile, nodata

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain.packing import Steps

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

_BLEND_M: Final = 2.0 * DEM_CELL_M
"""Width of the border over which a terrain passes into the coarser one round it: two of that one's cells,"""
_BLEND_SHARE: Final = 0.125
"""but no more than this share of its own shorter side."""


class OwnTerrain:
    """An imported terrain; every method may be called from any thread. Raises TerrainError where it is damaged."""

    def __init__(self, path: Path, record: TerrainRecord, cache: TileCache) -> None:
        self.record = record
        self._tiles = TileFile(path, cache)
        if self._tiles.shapes[0] != (record.rows, record.columns):
            self._tiles.close()
            raise self._tiles.damaged()
        self._missing = nodata(self._tiles.itemsize)

    @property
    def levels(self) -> int:
        """How many levels there are, each half as fine as the one before."""
        return len(self._tiles.shapes)

    def close(self) -> None:
        """Let go of the file."""
        self._tiles.close()

    def cell_m(self, level: int) -> float:
        """Return the size of a level's cells."""
        return float(self.record.cell_m * 2**level)

    def level_for(self, cell_m: float) -> int:
        """Return the coarsest level whose cells are no larger than asked for, else the finest."""
        if cell_m <= self.record.cell_m:
            return 0
        return min(self.levels - 1, math.floor(math.log2(cell_m / self.record.cell_m) + 1e-9))

    def reading(self, p: LatLon, *, wait: bool = True) -> tuple[float, float] | None:
        """Return height in metres and slope in degrees at a place, None where there is none.

        Raises LookupError where the tile is not at hand and nobody is to wait for it.
        """
        found = self._cell_at(p)
        if found is None:
            return None
        row, column, down, across = found
        node, record = partial(self._node, wait), self.record
        nw, ne, sw, se = (node(row + i, column + j) for i, j in ((0, 0), (0, 1), (1, 0), (1, 1)))
        if nw is None or ne is None or sw is None or se is None:
            return None
        north, south = nw + (ne - nw) * across, sw + (se - sw) * across
        rises = gradient(node, row + down, column + across, record.rows, record.columns)
        if rises is None:
            return None
        # metres of the projection are longer than metres on the ground
        slope = degrees(rises, record.cell_m / record.step_m, scale_factor(-abs(p.lat)))
        return (north + (south - north) * down) * record.step_m + record.offset_m, slope

    def _node(self, wait: bool, row: int, column: int) -> int | None:
        """Return a node of the finest level in steps, None where nothing is known. Raises LookupError."""
        at = (0, row // TILE, column // TILE)
        tile = self._tiles.tile(*at) if wait else self._tiles.kept(*at)
        if tile is None:
            raise LookupError("the tile is not at hand")
        found = int(tile[row % TILE, column % TILE])
        return None if found == self._missing else found

    def _cell_at(self, p: LatLon) -> tuple[int, int, float, float] | None:
        """Return row and column of the node above and left of a place, and how far it is from there."""
        plane = to_plane(p, self.record.crs)
        if plane is None:
            return None
        record = self.record
        row, column = (
            (record.north_m - plane[1]) / record.cell_m - 0.5,
            (plane[0] - record.west_m) / record.cell_m - 0.5,
        )
        if not (-0.5 <= row <= record.rows - 0.5 and -0.5 <= column <= record.columns - 0.5):
            return None
        # the outermost half cell repeats the border
        row, column = min(max(row, 0.0), record.rows - 1.0), min(max(column, 0.0), record.columns - 1.0)
        top, left = min(int(row), record.rows - 2), min(int(column), record.columns - 2)
        return top, left, row - top, column - left

    def sample(self, x: NDArray[Any], y: NDArray[Any], level: int) -> Floats:
        """Return heights at metres of the projection, any number and order of places; nan where there are none."""
        import numpy as np

        height, width = self._tiles.shapes[level]
        cell = self.cell_m(level)
        column, row = (x - self.record.west_m) / cell - 0.5, (self.record.north_m - y) / cell - 0.5
        inside = (column >= -0.5) & (column <= width - 0.5) & (row >= -0.5) & (row <= height - 0.5)
        out = np.full(x.shape, np.nan)
        if not inside.any():
            return out
        column, row = np.clip(column[inside], 0.0, width - 1.0), np.clip(row[inside], 0.0, height - 1.0)
        left = np.minimum(column.astype(np.intp), max(0, width - 2))
        top = np.minimum(row.astype(np.intp), max(0, height - 2))
        out[inside] = self._between(level, top, left, row - top, column - left)
        return out

    def _between(
        self, level: int, top: NDArray[np.intp], left: NDArray[np.intp], down: Floats, across: Floats
    ) -> Floats:
        """Return bilinear heights right and below of nodes, tile by tile."""
        import numpy as np

        found = np.empty(top.shape)
        tiles_across = math.ceil(self._tiles.shapes[level][1] / TILE)
        owner = top // TILE * tiles_across + left // TILE
        order = np.argsort(owner, kind="stable")
        for part in np.split(order, np.flatnonzero(np.diff(owner[order])) + 1):
            row, column = divmod(int(owner[part[0]]), tiles_across)
            tile = self._tiles.tile(level, row, column)
            r, c = top[part] - row * TILE, left[part] - column * TILE
            corners = np.stack([tile[r, c], tile[r, c + 1], tile[r + 1, c], tile[r + 1, c + 1]]).astype(np.float64)
            corners[corners == self._missing] = np.nan
            north = corners[0] + (corners[1] - corners[0]) * across[part]
            south = corners[2] + (corners[3] - corners[2]) * across[part]
            found[part] = north + (south - north) * down[part]
        return found * self.record.step_m + self.record.offset_m

    def shape(self, level: int) -> tuple[int, int]:
        """Return the rows and columns of a level's nodes."""
        return self._tiles.shapes[level]

    def read(self, level: int, top: int, left: int, out: Field) -> bool:
        """Put a level's nodes in steps into `out`, nan where there are none, and return whether any is missing."""
        import numpy as np

        self._tiles.fill(level, top, left, out)
        missing = bool(out.min() == self._missing)
        if missing:
            out[out == self._missing] = np.nan
        return missing

    def nodes(self, level: int, top: int, left: int, rows: int, columns: int) -> Field:
        """Return a level's nodes in metres, nan where there are none."""
        return self._metres(self._tiles.window(level, top, left, rows, columns))

    def _metres(self, steps: Steps) -> Field:
        import numpy as np

        out = steps.astype(np.float32)
        if steps.size and steps.min() == self._missing:
            out[steps == self._missing] = np.nan
        out *= np.float32(self.record.step_m)
        if self.record.offset_m:
            out += np.float32(self.record.offset_m)
        return out

    def place(self, level: int, xs: NDArray[Any], ys: NDArray[Any]) -> tuple[Floats, Floats]:
        """Return the columns and rows of a level, in nodes, at metres of the projection."""
        cell = self.cell_m(level)
        return (xs - self.record.west_m) / cell - 0.5, (self.record.north_m - ys) / cell - 0.5

    @cached_property
    def _weights(self) -> tuple[Field, int]:
        """The share this terrain has in a blend, at the nodes of a coarse level with a border of zeros; and the level.

        It rises from 0 at the edge of what was measured to 1 over the width of the blend.
        """
        import numpy as np

        record = self.record
        side = min(record.rows, record.columns) * record.cell_m
        width = min(_BLEND_M, _BLEND_SHARE * side)
        level = self.level_for(width / 4.0)
        rows, columns = self._tiles.shapes[level]
        there = self._tiles.window(level, 0, 0, rows, columns) != self._missing
        share = np.pad(there, 1).astype(np.float32)
        # from the edge inwards, ring by ring: how many cells away the nearest gap is
        rings = max(1, round(width / self.cell_m(level)))
        depth = share.copy()
        for _ in range(rings - 1):
            share = _eroded(share)
            depth += share
        t = np.maximum(depth - 0.5, 0.0) / np.float32(max(rings - 0.5, 0.5))
        smooth: Field = (t * t * (3.0 - 2.0 * t)).astype(np.float32)
        return smooth, level

    def is_whole(self, xs: Floats, ys: Floats) -> bool:
        """Return whether nothing under this terrain shows between the first and the last of columns and rows."""
        grid, level = self._weights
        columns, rows = self.place(level, xs[[0, -1]], ys[[0, -1]])
        left, right = math.floor(columns[0]) + 1, math.ceil(columns[1]) + 2
        top, bottom = math.floor(rows[0]) + 1, math.ceil(rows[1]) + 2
        if left < 0 or top < 0 or right > grid.shape[1] or bottom > grid.shape[0]:
            return False
        return bool(grid[top:bottom, left:right].min() >= 1.0)

    def share_nodes(self, xs: Floats, ys: Floats) -> tuple[Field, Floats, Floats]:
        """Return the nodes between which the shares of the blend lie, and columns and rows of metres among them."""
        grid, level = self._weights
        columns, rows = self.place(level, xs, ys)
        return grid, columns + 1.0, rows + 1.0

    def weights(self, xs: Floats, ys: Floats) -> Field:
        """Return the share of this terrain in the blend at all crossings of columns and rows."""
        import numpy as np

        grid, level = self._weights
        columns, rows = self.place(level, xs, ys)
        (left, across), (top, down) = _bases(columns + 1.0, grid.shape[1]), _bases(rows + 1.0, grid.shape[0])
        lines = grid[top] + (grid[top + 1] - grid[top]) * down[:, None]
        found: Field = lines[:, left] * (1.0 - across) + lines[:, left + 1] * across
        found[:, (columns < -0.5) | (columns > grid.shape[1] - 2.5)] = 0.0
        found[(rows < -0.5) | (rows > grid.shape[0] - 2.5)] = 0.0
        return np.clip(found, 0.0, 1.0)

    def weights_at(self, x: NDArray[Any], y: NDArray[Any]) -> Field:
        """Return the share of this terrain in the blend at places."""
        grid, level = self._weights
        columns, rows = self.place(level, x, y)
        (left, across), (top, down) = _bases(columns + 1.0, grid.shape[1]), _bases(rows + 1.0, grid.shape[0])
        north = grid[top, left] * (1.0 - across) + grid[top, left + 1] * across
        south = grid[top + 1, left] * (1.0 - across) + grid[top + 1, left + 1] * across
        found: Field = north + (south - north) * down
        return found

    def overlaps(self, west: float, south: float, east: float, north: float) -> bool:
        """Return whether any of it lies in a rectangle of the map."""
        w, s, e, n = self.record.bounds_m
        return self.record.crs == SOUTH and w < east and e > west and s < north and n > south


def _eroded(share: Field) -> Field:
    """Return the least of each node and its eight neighbours; the border stays 0."""
    import numpy as np

    out = np.zeros_like(share)
    down = np.minimum(np.minimum(share[:-2], share[1:-1]), share[2:])
    out[1:-1, 1:-1] = np.minimum(np.minimum(down[:, :-2], down[:, 1:-1]), down[:, 2:])
    return out


def _bases(at: Floats, size: int) -> tuple[NDArray[np.intp], Field]:
    """Return the node before each position and the distance from it, held inside a grid."""
    import numpy as np

    held = np.clip(at, 0.0, size - 1.0)
    base = np.minimum(held.astype(np.intp), size - 2)
    return base, (held - base).astype(np.float32)
