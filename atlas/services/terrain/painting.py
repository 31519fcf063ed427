"""Paints layers of relief into one picture, block by block: what is hidden is not drawn.

A picture is cut into blocks; a block that one layer hides whole is painted once, one through which an edge runs is cut
smaller and smaller until little is painted twice. One thread paints: what is done at once is over within microseconds,
and two threads that hand the interpreter to one another that often took twice as long as one alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, Protocol, TypeVar

from atlas.services.terrain import shading
from atlas.services.terrain.sampler import BLOCK, blocks
from atlas.services.terrain.shading import Work

if TYPE_CHECKING:
    from atlas.services.terrain.shading import Field, Pixels

COLUMNS: Final = 2048
"""Columns of a block at most: whole multiples of those of a spline's block."""
ROOM: Final = 24 * shading.STRIP
"""Numbers in the working arrays of a picture: those of a block's nodes and of what is shaded at once."""


class Cover(Protocol):
    """What hides blocks of what lies below it."""

    def cover(self, rows: slice, columns: slice) -> tuple[float, float]:
        """Return the least and the largest share of what lies below that is hidden in a block, as far as is known."""


class Layer(Cover, Protocol):
    """What can paint blocks of a picture. Pictures are painted on several threads at once."""

    def paint(self, rows: slice, columns: slice, work: Work, out: Pixels) -> Field | None:
        """Put 0xffRRGGBB into `out` and return how much of what lies below is hidden, None where all of it is."""


Hiding = TypeVar("Hiding", bound=Cover)


class Piece(NamedTuple, Generic[Hiding]):
    """A block, and the layers that may show in it, the lowest first: below one that hides all, those of its holes."""

    rows: slice
    columns: slice
    layers: Sequence[Hiding]
    mixed: bool
    """Whether more than one of them surely shows."""


def paint(layers: Sequence[Layer], pixels: Pixels) -> None:
    """Paint layers, the lowest first, over a picture; where none is, it becomes transparent."""
    work = Work(ROOM)
    for rows, columns, shown, _ in pieces(layers, pixels.shape):
        _lay(shown, rows, columns, work, pixels[rows, columns])


def pieces(layers: Sequence[Hiding], shape: tuple[int, ...]) -> list[Piece[Hiding]]:
    """Return a picture of so many rows and columns in pieces, each with the layers that may show in it."""
    return [piece for block in _blocks(shape) for piece in _joined(_cut(*block, layers))]


def _blocks(shape: tuple[int, ...]) -> list[tuple[slice, slice]]:
    rows, columns = shape
    count = -(-columns // COLUMNS)
    width = -(-columns // (count * BLOCK)) * BLOCK
    across = [slice(left, min(columns, left + width)) for left in range(0, columns, width)]
    return [(down, part) for down in blocks(rows) for part in across]


def _cut(rows: slice, columns: slice, layers: Sequence[Hiding]) -> list[Piece[Hiding]]:
    """Return a block, cut where layers pass into one another."""
    shown: list[Hiding] = []
    mixed = False
    for number in range(len(layers) - 1, -1, -1):
        least, most = layers[number].cover(rows, columns)
        if least >= 1.0:
            shown = [*layers[: number + 1], *shown]
            break
        if most > 0.0:
            shown.insert(0, layers[number])
            mixed = True
    width = columns.stop - columns.start
    if not mixed or width <= BLOCK:
        return [Piece(rows, columns, shown, mixed)]
    middle = columns.start + -(-width // (2 * BLOCK)) * BLOCK
    # what is hidden in the whole is hidden in its halves
    halves = slice(columns.start, middle), slice(middle, columns.stop)
    return [piece for half in halves for piece in _cut(rows, half, shown)]


def _joined(pieces: list[Piece[Hiding]]) -> list[Piece[Hiding]]:
    """Return the pieces of a block with those joined that show the same: each of them costs some calls."""
    found: list[Piece[Hiding]] = []
    for piece in pieces:
        if found and (found[-1].layers, found[-1].mixed) == (piece.layers, piece.mixed):
            before = found.pop()
            piece = before._replace(columns=slice(before.columns.start, piece.columns.stop))
        found.append(piece)
    return found


def _lay(layers: Sequence[Layer], rows: slice, columns: slice, work: Work, out: Pixels) -> None:
    while layers and layers[-1].cover(rows, columns)[1] <= 0.0:
        layers = layers[:-1]
    if not layers:
        out[:] = 0
        return
    mark = work.mark()
    share = layers[-1].paint(rows, columns, work, out)
    work.release(mark)
    if share is not None:
        for part in _open_runs(share):
            over = out[:, part].copy()
            below = slice(columns.start + part.start, columns.start + part.stop)
            _lay(layers[:-1], rows, below, work, out[:, part])
            shading.blend(over, share[:, part], out[:, part])


def _open_runs(share: Field) -> list[slice]:
    """Return the columns in which something below shows, in runs of whole blocks."""
    import numpy as np

    width = share.shape[1]
    lefts = np.arange(0, width, BLOCK)
    least = np.append(np.minimum.reduceat(share.min(axis=0), lefts), 1.0)
    found: list[slice] = []
    begin: int | None = None
    for left, value in zip([*lefts.tolist(), width], least.tolist(), strict=True):
        if value < 1.0:
            begin = left if begin is None else begin
        elif begin is not None:
            found.append(slice(begin, left))
            begin = None
    return found
