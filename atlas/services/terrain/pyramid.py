"""Writes a file of tiles from rows of heights that come from north to south, all levels in one pass.

Each level holds back little more than one row of tiles, so that memory does not grow with the grid; packing and
halving run on a pool of threads, whose work is numpy's and zlib's and so free of the interpreter's lock.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from atlas.services.terrain.packing import pack
from atlas.services.terrain.tiles import FOOTER, MAGIC, SIDE, TILE, level_shapes, nodata, tile_counts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain.packing import Steps

    Wide = NDArray[np.signedinteger[Any]]
    _Packed = tuple[list[bytes], Steps]

_GROUP: Final = 32
"""Tiles across that one thread packs at a time: an even number, so that their halves fit together."""
_AHEAD: Final = 2
"""Rows of tiles in work before the first of them is waited for."""


@dataclass
class _Level:
    """One level being written: rows that do not fill a row of tiles yet, and where its tiles came to lie."""

    shape: tuple[int, int]
    index: NDArray[np.uint64]
    waiting: list[Steps] = field(default_factory=list)
    count: int = 0
    """Rows that wait."""
    given: int = 0
    """Rows of tiles handed to the pool."""
    written: int = 0
    working: deque[list[Future[_Packed]]] = field(default_factory=deque)


class PyramidWriter:
    """Takes rows of steps from the north, any number at a time; `finish` writes the rest and the index."""

    def __init__(self, stream: BinaryIO, rows: int, columns: int, itemsize: int, pool: Executor) -> None:
        import numpy as np

        self._stream = stream
        self._pool = pool
        self._itemsize = itemsize
        self._levels = [
            _Level(shape, np.zeros((*tile_counts(shape), 2), "<u8")) for shape in level_shapes(rows, columns)
        ]
        self._at = stream.write(MAGIC)

    def add(self, rows: Steps) -> None:
        """Take the next rows. Raises OSError."""
        self._add(0, rows)

    def finish(self) -> None:
        """Write what is left. Raises OSError."""
        for number, level in enumerate(self._levels):
            if level.count:
                self._give(number, level.count)
            while level.working:
                self._take(number)
        index_at = self._at
        for level in self._levels:
            self._at += self._stream.write(level.index.tobytes())
        rows, columns = self._levels[0].shape
        self._stream.write(FOOTER.pack(index_at, rows, columns, self._itemsize) + MAGIC)

    def _add(self, number: int, rows: Steps) -> None:
        level = self._levels[number]
        level.waiting.append(rows)
        level.count += len(rows)
        # a row of tiles needs the first row of the next one
        while level.count > TILE:
            self._give(number, TILE)
            if len(level.working) > _AHEAD:
                self._take(number)

    def _give(self, number: int, rows: int) -> None:
        """Hand a row of tiles to the pool."""
        import numpy as np

        level = self._levels[number]
        whole = level.waiting[0] if len(level.waiting) == 1 else np.concatenate(level.waiting)
        strip = whole[: rows + 1]
        level.waiting = [whole[rows:]] if len(whole) > rows else []
        level.count -= rows
        level.given += 1
        width = _GROUP * TILE
        level.working.append(
            [
                self._pool.submit(_work, strip[:, left : left + width + 1], rows)
                for left in range(0, level.shape[1], width)
            ]
        )

    def _take(self, number: int) -> None:
        """Write the oldest row of tiles in work, and hand its halves to the next level."""
        import numpy as np

        level = self._levels[number]
        done = [future.result() for future in level.working.popleft()]
        for column, packed in enumerate(tile for tiles, _ in done for tile in tiles):
            level.index[level.written, column] = self._at, len(packed)
            self._at += self._stream.write(packed)
        level.written += 1
        if number + 1 < len(self._levels):
            self._add(number + 1, np.concatenate([half for _, half in done], axis=1))


def _work(strip: Steps, rows: int) -> _Packed:
    """Return the packed tiles of a group and its nodes halved.

    `strip` has a row and a column more than the group, except at the grid's end.
    """
    width = min(strip.shape[1], _GROUP * TILE)
    tiles = [_packed(strip[:, left : left + SIDE]) for left in range(0, width, TILE)]
    return tiles, _halved(strip[:rows, :width])


def _packed(nodes: Steps) -> bytes:
    import numpy as np

    missing = nodata(nodes.itemsize)
    if nodes.max() == missing:
        return b""
    short = SIDE - nodes.shape[0], SIDE - nodes.shape[1]
    if any(short):
        # the border goes on for half a cell, and further costs nothing
        nodes = np.pad(nodes, ((0, short[0]), (0, short[1])), mode="edge")
    return pack(np.ascontiguousarray(nodes))


def _halved(nodes: Steps) -> Steps:
    """Return the means of two by two nodes; where some are missing, of the others."""
    import numpy as np

    missing = nodata(nodes.itemsize)
    rows, columns = nodes.shape
    if rows % 2 or columns % 2:
        nodes = np.pad(nodes, ((0, rows % 2), (0, columns % 2)), mode="edge")
    corners = [nodes[row::2, column::2] for row in (0, 1) for column in (0, 1)]
    total: Wide = np.zeros(corners[0].shape, np.int32 if nodes.itemsize == 2 else np.int64)
    if nodes.min() > missing:
        for part in corners:
            total += part
        return ((total + 2) >> 2).astype(nodes.dtype)
    count: Wide = np.zeros_like(total)
    for part in corners:
        there = part > missing
        count += there
        total += np.where(there, part, 0)
    mean = (total + count // 2) // np.maximum(count, 1)
    return np.where(count > 0, mean, missing).astype(nodes.dtype)
