"""Turns slopes and tones into the pixels of a relief, piece by piece on all cores.

A piece is so small that its working arrays stay inside a core's cache: what is computed there costs a fraction of
what it costs on whole pictures, and numpy lets other threads run meanwhile.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtGui import QImage

from atlas.services.terrain import look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain.sampler import Sampler

    Field = NDArray[np.float32]
    Pixels = NDArray[np.uint32]
    Part = tuple[int, int, QImage]
    """A picture to be drawn over another, after the column and row of its upper left corner."""

ROWS: Final = 16
"""Rows of a piece,"""
COLUMNS: Final = 2048
"""and its columns at most."""
BLENDED: Final = 512
"""Columns of a piece where edges are blended: the narrower all are, the fewer need it."""
_MOST_CORES: Final = 4
_SHARES: Final = 4
"""Into how many shares a core's work is cut, so that none waits long for the others."""


class Source(Protocol):
    """What can paint a piece of a picture."""

    def paint(self, rows: slice, columns: slice, work: Work, out: Pixels) -> None:
        """Put the pixels of a piece into `out`, which has its shape."""


class Work:
    """Working arrays for one piece at a time."""

    def __init__(self, rows: int, columns: int) -> None:
        import numpy as np

        self._fields = np.empty((4, rows * columns), np.float32)

    def fields(self, rows: int, columns: int) -> list[Field]:
        """Return four fields of a piece's shape, with anything in them."""
        return [field[: rows * columns].reshape(rows, columns) for field in self._fields]


class Surface:
    """The bundled terrain on a raster: slopes and the finer hillshade (in columns of the table) and tones (in rows)."""

    def __init__(self, heights: Sampler, fine: Sampler, tones: Sampler, table: Pixels) -> None:
        z, share = look.VERTICAL_SCALE, (1.0 - look.FINE_SHARE) * look.MIX_SCALE
        self._east, self._north = heights.plane(east=z), heights.plane(north=z)
        self._lights = [
            heights.plane(weight * share, -east * weight * share * z, -north * weight * share * z)
            for east, north, weight in look.facets()
        ]
        self._fine, self._tones, self._table = fine.values, tones.values, table

    def paint(self, rows: slice, columns: slice, work: Work, out: Pixels) -> None:
        """Put the pixels of a piece into `out`."""
        import numpy as np

        steep, mix, part, _ = work.fields(*out.shape)
        self._east.into(rows, columns, steep)
        self._north.into(rows, columns, part)
        _secant(steep, part)
        for k, light in enumerate(self._lights):
            target = part if k else mix
            light.into(rows, columns, target)
            np.maximum(target, np.float32(0.0), out=target)
            if k:
                mix += part
        mix /= steep
        self._fine.into(rows, columns, part)
        mix += part
        self._tones.into(rows, columns, part)
        put(part, mix, self._table, out)


class Covered:
    """A source of which parts will be drawn over: what they hide is left out."""

    def __init__(self, source: Source, above: Sequence[Part]) -> None:
        self._source = source
        self._above = [(left, top, pixels_of(image)) for left, top, image in above]

    def paint(self, rows: slice, columns: slice, work: Work, out: Pixels) -> None:
        """Put the pixels of a piece into `out` unless it is hidden."""
        if not any(self._hides(*part, rows, columns) for part in self._above):
            self._source.paint(rows, columns, work, out)

    @staticmethod
    def _hides(left: int, top: int, pixels: Pixels, rows: slice, columns: slice) -> bool:
        import numpy as np

        if rows.start < top or columns.start < left:
            return False
        piece = pixels[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
        whole = piece.shape == (rows.stop - rows.start, columns.stop - columns.start)
        return whole and int(np.bitwise_and.reduce(piece, axis=None)) >> 24 == 255


def fine_columns(fine: Field) -> Field:
    """Return the finer hillshade (0–1) as the columns of the table that it adds to a mix, with the table's own offset.

    Coefficients of a spline may be given: what lies between them is then held in the table too.
    """
    import numpy as np

    held = np.clip(fine, *look.FINE_RANGE)
    held *= np.float32(look.FINE_SHARE / look.FINE_FLAT * look.MIX_SCALE)
    held += np.float32((-1.0 - look.MIX_LOW) * look.MIX_SCALE + 0.5)
    return held


def tone_rows(tones: Field) -> Field:
    """Return tones, or their coefficients, held within the table and ready to be cut to whole rows."""
    import numpy as np

    return np.clip(tones, 0, look.TONES - 1) + np.float32(0.5)


def mix_of(east: Field, north: Field, work: tuple[Field, Field]) -> Field:
    """Return the columns of the table for slopes alone, which are used up; `work` are two fields of their shape."""
    import numpy as np

    mix, part = work
    z = look.VERTICAL_SCALE
    east *= np.float32(z)
    north *= np.float32(z)
    for k, (towards_east, towards_north, weight) in enumerate(look.facets()):
        target = part if k else mix
        np.multiply(east, np.float32(-towards_east / towards_north), out=target)
        target -= north
        target *= np.float32(towards_north * weight * look.MIX_SCALE)
        target += np.float32(weight * look.MIX_SCALE)
        np.maximum(target, np.float32(0.0), out=target)
        if k:
            mix += part
    _secant(east, north)
    mix /= east
    mix += np.float32((-1.0 - look.MIX_LOW) * look.MIX_SCALE + 0.5)
    return mix


def put(tones: Field, mix: Field, table: Pixels, out: Pixels) -> None:
    """Look pixels up at rows (which are used up) and columns of the table, both with a half added to be cut off."""
    import numpy as np

    np.floor(tones, out=tones)
    tones *= np.float32(look.MIXES)
    tones += mix
    look.looked_up(tones, table, out)


def relief(height: Field, east: Field, north: Field) -> Pixels:
    """Return 0xffRRGGBB pixels for a small picture of its own; the slopes are used up."""
    import numpy as np

    out = np.empty(height.shape, np.uint32)
    mix = mix_of(east, north, (np.empty_like(east), np.empty_like(east)))
    put(tone_rows(look.tone_of(height)), mix, look.relief_table(), out)
    return out


def picture(source: Source, width: int, height: int, *, opaque: bool = True, columns: int = COLUMNS) -> QImage:
    """Return a source painted on all cores, in pieces of so many columns at most."""
    form = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(width, height, form)
    _paint_all(source, pixels_of(image), columns)
    return image


def pixels_of(image: QImage) -> Pixels:
    """Return the pixels of a picture of four bytes each, to be read and written in place."""
    import numpy as np

    return np.frombuffer(image.bits(), np.uint32).reshape(image.height(), -1)[:, : image.width()]


def _paint_all(source: Source, pixels: Pixels, most: int) -> None:
    rows, columns = pixels.shape
    width = -(-columns // -(-columns // most))
    # narrow pieces are taller instead: each of them costs some calls
    height = ROWS * max(1, COLUMNS // most // 2)

    def paint_share(share: range) -> None:
        work = Work(height, width)
        for top in share:
            for left in range(0, columns, width):
                piece = slice(top, min(rows, top + height)), slice(left, min(columns, left + width))
                source.paint(*piece, work, pixels[piece])

    _on_all_cores(paint_share, range(0, rows, height))


def _on_all_cores(work: Callable[[range], None], tops: range) -> None:
    """Do all of a range, cut into shares; raises what any of them raised."""
    cores = min(_MOST_CORES, _cores(), len(tops))
    if cores < 2:
        work(tops)
        return
    size = -(-len(tops) // (cores * _SHARES))
    shares = [tops[k : k + size] for k in range(0, len(tops), size)]
    with ThreadPoolExecutor(cores, thread_name_prefix="relief") as pool:
        for _ in pool.map(work, shares):
            pass


def _cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def _secant(east: Field, north: Field) -> None:
    """Put √(1 + east² + north²) into `east`; both are used up."""
    import numpy as np

    east *= east
    north *= north
    east += north
    east += np.float32(1.0)
    np.sqrt(east, out=east)
