"""The file of one terrain: tiles of heights in steps, in levels of halved resolution, read a tile at a time.

    magic | packed tiles as they came | index: (offset, length) of every tile, level by level | footer

A tile holds 256 × 256 nodes and, once more, the first row and column of the tiles beside it: whatever lies between
nodes lies in one tile. A tile without any height takes no room.
"""

from __future__ import annotations

import math
import os
import struct
import threading
import zlib
from collections import OrderedDict
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from atlas.services.terrain.files import TerrainError
from atlas.services.terrain.packing import unpack

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain.packing import Steps

    Field = NDArray[np.float32]

TILE: Final = 256
SIDE: Final = TILE + 1
MAGIC: Final = b"ATLAS-TERRAIN-1\n"
FOOTER: Final = struct.Struct("<QIII")
"""Where the index begins, rows, columns, bytes of a number; the magic follows."""
CACHE_BYTES: Final = 128 * 2**20


def nodata(itemsize: int) -> int:
    """Return the number that stands for a missing height."""
    return -(1 << (8 * itemsize - 1))


def level_shapes(rows: int, columns: int) -> list[tuple[int, int]]:
    """Return the rows and columns of every level, the finest first; the last one fits into a tile."""
    shapes = [(rows, columns)]
    while max(shapes[-1]) > TILE:
        shapes.append(((shapes[-1][0] + 1) // 2, (shapes[-1][1] + 1) // 2))
    return shapes


def tile_counts(shape: tuple[int, int]) -> tuple[int, int]:
    """Return how many tiles a level of so many nodes has down and across."""
    return math.ceil(shape[0] / TILE), math.ceil(shape[1] / TILE)


class TileCache:
    """Unpacked tiles, the latest used of them, bounded in bytes; for any thread."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[int, int, int, int], Steps] = OrderedDict()
        self._files = count()
        self.size = 0

    def new_file(self) -> int:
        """Return the number under which a file keeps its tiles; no other file ever has it."""
        return next(self._files)

    def get(self, key: tuple[int, int, int, int]) -> Steps | None:
        """Return a tile if it is kept."""
        with self._lock:
            tile = self._kept.get(key)
            if tile is not None:
                self._kept.move_to_end(key)
            return tile

    def put(self, key: tuple[int, int, int, int], tile: Steps) -> None:
        """Keep a tile, in the place of those that were not used for longest."""
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = tile
            self.size += tile.nbytes
            while self.size > self._limit:
                self.size -= self._kept.popitem(last=False)[1].nbytes


class TileFile:
    """An open file of tiles; every method may be called from any thread. Raises TerrainError where it is damaged."""

    def __init__(self, path: Path, cache: TileCache) -> None:
        import numpy as np

        self._path = path
        self._cache = cache
        self._number = cache.new_file()
        self._lock = threading.Lock()
        try:
            self._stream = path.open("rb")
        except OSError as error:
            raise self.damaged() from error
        try:
            index_at, rows, columns, self.itemsize = self._footer()
            self.shapes = level_shapes(rows, columns)
            counts = [tile_counts(shape) for shape in self.shapes]
            index = self._tiles_in(index_at, sum(r * c for r, c in counts))
            ends = np.cumsum([r * c for r, c in counts])
            self._index = [
                part.reshape(r, c, 2) for part, (r, c) in zip(np.split(index, ends[:-1]), counts, strict=True)
            ]
        except (OSError, ValueError, struct.error) as error:
            self._stream.close()
            raise self.damaged() from error
        self._empty = np.full((SIDE, SIDE), nodata(self.itemsize), f"<i{self.itemsize}")

    def close(self) -> None:
        """Let go of the file; whoever still reads from it finds no heights."""
        with self._lock:
            self._stream.close()

    def kept(self, level: int, row: int, column: int) -> Steps | None:
        """Return a tile if it can be had without reading."""
        if not self._index[level][row, column, 1]:
            return self._empty
        return self._cache.get((self._number, level, row, column))

    def tile(self, level: int, row: int, column: int) -> Steps:
        """Return a tile of 257 × 257 steps."""
        found = self.kept(level, row, column)
        if found is not None:
            return found
        offset, length = (int(number) for number in self._index[level][row, column])
        try:
            with self._lock:
                if self._stream.closed:
                    return self._empty
                self._stream.seek(offset)
                packed = self._stream.read(length)
            tile = unpack(packed, (SIDE, SIDE), self.itemsize)
        except (OSError, ValueError, zlib.error) as error:
            raise self.damaged() from error
        self._cache.put((self._number, level, row, column), tile)
        return tile

    def window(self, level: int, top: int, left: int, rows: int, columns: int) -> Steps:
        """Return steps of a level's nodes; outside of the level there are none."""
        import numpy as np

        out = np.empty((rows, columns), f"<i{self.itemsize}")
        self.fill(level, top, left, out)
        return out

    def fill(self, level: int, top: int, left: int, out: NDArray[Any]) -> None:
        """Put steps of a level's nodes into an array of any numbers; outside of the level there are none."""
        height, width = self.shapes[level]
        bottom, right = min(top + out.shape[0], height), min(left + out.shape[1], width)
        if top < 0 or left < 0 or bottom < top + out.shape[0] or right < left + out.shape[1]:
            out[:] = nodata(self.itemsize)
        for row in range(max(top, 0) // TILE, math.ceil(max(bottom, 0) / TILE)):
            for column in range(max(left, 0) // TILE, math.ceil(max(right, 0) / TILE)):
                first, last = max(top, row * TILE), min(bottom, row * TILE + TILE)
                west, east = max(left, column * TILE), min(right, column * TILE + TILE)
                tile = self.tile(level, row, column)
                out[first - top : last - top, west - left : east - left] = tile[
                    first - row * TILE : last - row * TILE, west - column * TILE : east - column * TILE
                ]

    def _footer(self) -> tuple[int, int, int, int]:
        if self._stream.read(len(MAGIC)) != MAGIC:
            raise ValueError("no magic at the beginning")
        self._stream.seek(-FOOTER.size - len(MAGIC), os.SEEK_END)
        index_at, rows, columns, itemsize = FOOTER.unpack(self._stream.read(FOOTER.size))
        if self._stream.read() != MAGIC or itemsize not in (2, 4):
            raise ValueError("no magic at the end")
        return index_at, rows, columns, itemsize

    def _tiles_in(self, index_at: int, count: int) -> NDArray[np.uint64]:
        """Return offset and length of so many tiles.

        Raises ValueError where one does not lie whole before the index, or is longer than any can be.
        """
        import numpy as np

        # before anything is read: what a damaged footer asks for could be more than there is memory
        if self._stream.seek(0, os.SEEK_END) - index_at != 16 * count + FOOTER.size + len(MAGIC):
            raise ValueError("an index of another size")
        self._stream.seek(index_at)
        index = np.frombuffer(self._stream.read(16 * count), "<u8").reshape(-1, 2)
        offsets, lengths = index[index[:, 1] > 0].T
        # packed, noise grows a little; sums could overflow
        longest = min(index_at, 2 * SIDE * SIDE * self.itemsize)
        if (lengths > longest).any() or (offsets < len(MAGIC)).any() or (offsets > index_at - lengths).any():
            raise ValueError("a tile outside of the file")
        return index

    def damaged(self) -> TerrainError:
        """Return what to tell the user of a file that is not as it was written."""
        return TerrainError(
            f"The imported terrain {self._path} is missing or damaged; your notes are not touched. Remove it under "
            "My terrains and import it again from its source."
        )
