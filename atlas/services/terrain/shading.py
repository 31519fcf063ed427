"""Turns slopes and tones into the pixels of a relief, in arrays that are kept and used again.

What is worked on at once is so small that it stays inside a core's cache. Nothing large is allocated there: memory that
a thread asks for anew comes a page at a time from the system, which costs more than what is done in it, and makes
threads wait for one another.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from atlas.services.terrain import look

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    Field = NDArray[np.float32]
    Pixels = NDArray[np.uint32]

STRIP: Final = 32768
"""Pixels that are shaded at once."""
_OFFSET: Final = (-1.0 - look.MIX_LOW) * look.MIX_SCALE + 0.5
"""The column of the table for no light at all, with a half to be cut off."""


class Work:
    """Room for working arrays, handed out one behind the other; `release` takes back all since a `mark`."""

    def __init__(self, size: int) -> None:
        import numpy as np

        self._room = np.empty(size, np.float32)
        self._used = 0

    def mark(self) -> int:
        """Return how much is in use."""
        return self._used

    def release(self, mark: int) -> None:
        """Take back what was handed out since."""
        self._used = mark

    def field(self, rows: int, columns: int) -> Field:
        """Return a field with anything in it."""
        end = self._used + rows * columns
        if end > self._room.size:
            import numpy as np

            return np.empty((rows, columns), np.float32)
        found = self._room[self._used : end].reshape(rows, columns)
        # on whole lines of the cache
        self._used = min(self._room.size, -(-end // 16) * 16)
        return found

    def places(self, rows: int, columns: int) -> NDArray[np.intp]:
        """Return as many indices with anything in them."""
        import numpy as np

        wide = np.dtype(np.intp).itemsize // 4
        return self.field(rows, columns * wide).view(np.intp)


def strips(rows: slice, columns: slice) -> list[slice]:
    """Return the rows of a block cut into those that are shaded at once."""
    height = max(1, STRIP // (columns.stop - columns.start))
    return [slice(top, min(rows.stop, top + height)) for top in range(rows.start, rows.stop, height)]


def pixels_of(image: QImage) -> Pixels:
    """Return the pixels of a picture of four bytes each, to be read and written in place."""
    import numpy as np

    return np.frombuffer(image.bits(), np.uint32).reshape(image.height(), -1)[:, : image.width()]


def fine_columns(fine: Field) -> Field:
    """Return the finer hillshade (0–1) as the columns of the table that it adds to a mix, with the table's own offset.

    Coefficients of a spline may be given: what lies between them is then held in the table too.
    """
    import numpy as np

    held = np.clip(fine, *look.FINE_RANGE)
    held *= np.float32(look.FINE_SHARE / look.FINE_FLAT * look.MIX_SCALE)
    held += np.float32(_OFFSET)
    return held


def tone_rows(tones: Field) -> Field:
    """Return tones, or their coefficients, held within the table and ready to be cut to whole rows."""
    import numpy as np

    return np.clip(tones, 0, look.TONES - 1) + np.float32(0.5)


def hold(tones: Field) -> None:
    """Hold tones, with the half that `tone_rows` adds, within the table."""
    import numpy as np

    np.clip(tones, np.float32(0.5), np.float32(look.TONES - 0.5), out=tones)


class Lights:
    """The three lights on slopes that are given in units of `rise` metres per metre.

    `fine`: the finer hillshade will be added, and brings the table's offset along.
    """

    def __init__(self, rise: float = 1.0, *, fine: bool = False) -> None:
        import numpy as np

        self._ufuncs = np.multiply, np.sqrt, np.maximum
        level = 1.0 / (look.VERTICAL_SCALE * rise)
        scale = look.MIX_SCALE * (1.0 - look.FINE_SHARE if fine else 1.0)
        self._each = [
            (np.float32(-a * weight * scale), np.float32(-b * weight * scale), np.float32(weight * scale * level))
            for a, b, weight in look.facets()
        ]
        east, north, up = (sum(parts) for parts in zip(*self._each, strict=True))
        self._sum = np.float32(east), np.float32(north), np.float32(up)
        self._level = np.float32(level * level)
        self._gentle = (level * math.tan(math.radians(look.LIGHT_HEIGHT))) ** 2
        self._offset = np.float32(0.0 if fine else _OFFSET)

    def mix(self, east: Field, north: Field, work: tuple[Field, Field]) -> Field:
        """Return the columns of the table for slopes, which are used up; `work` are two fields of their shape.

        What all lights together give is one sum; only where ground may turn away from one of them are they taken one
        by one. Few slopes are as steep as that.
        """
        multiply, root, _ = self._ufuncs
        steep, part = work
        multiply(east, east, out=steep)
        multiply(north, north, out=part)
        steep += part
        turned = self._turned(east, north, steep) if steep.max() > self._gentle else None
        steep += self._level
        root(steep, out=steep)
        east *= self._sum[0]
        north *= self._sum[1]
        east += north
        east += self._sum[2]
        if turned is not None:
            east.reshape(-1)[turned[0]] = turned[1]
        east /= steep
        if self._offset:
            east += self._offset
        return east

    def _turned(self, east: Field, north: Field, steep: Field) -> tuple[NDArray[np.intp], Field]:
        """Return where slopes are so steep that they may have no light from somewhere, and the light they have."""
        where = (steep > self._gentle).reshape(-1).nonzero()[0]
        east, north = east.take(where), north.take(where)
        total = east * 0
        for a, b, up in self._each:
            light = east * a
            light += north * b
            light += up
            total += self._ufuncs[2](light, 0.0, out=light)
        return where, total


def put(tones: Field, mix: Field, table: Pixels, work: Work, out: Pixels) -> None:
    """Look pixels up at rows (which are used up) and columns of the table, both with a half added to be cut off."""
    import numpy as np

    np.floor(tones, out=tones)
    tones *= np.float32(look.MIXES)
    tones += mix
    places = work.places(*tones.shape)
    np.copyto(places, tones, casting="unsafe")
    table.take(places, out=out, mode="clip")


def blend(over: Pixels, share: Field, out: Pixels) -> None:
    """Lay pixels over others to shares of 0–1; all four bytes, so that premultiplied ones may be below."""
    import numpy as np

    part = (np.clip(share, 0.0, 1.0) * np.float32(255.0) + np.float32(0.5)).astype(np.uint32)
    rest = np.uint32(255) - part
    halves = [(over >> shift & 0xFF00FF) * part + (out >> shift & 0xFF00FF) * rest for shift in (0, 8)]
    for half in halves:
        # x / 255, rounded, is (x + 128 + (x + 128) / 256) / 256 for products of two bytes
        half += 0x800080
        half += half >> 8 & 0xFF00FF
    np.bitwise_or(halves[0] >> 8 & 0xFF00FF, halves[1] & 0xFF00FF00, out=out)


def relief(height: Field, east: Field, north: Field) -> Pixels:
    """Return 0xffRRGGBB pixels for a small picture of its own; the slopes are used up."""
    import numpy as np

    out = np.empty(height.shape, np.uint32)
    mix = Lights().mix(east, north, (np.empty_like(east), np.empty_like(east)))
    put(tone_rows(look.tone_of(height)), mix, look.relief_table(), Work(0), out)
    return out
