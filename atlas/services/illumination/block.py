"""Light over one block of cells: horizons in all directions that Sun and Earth come from, then time runs over them.

A body's great circle through a cell meets the equator at some longitude. Towards a row of such longitudes the horizon
of every cell is swept once (`horizon_map`); at a moment the body is then held against the horizon between the two
nearest of them. What this costs a moment is a few operations a cell, and no terrain is looked at any more. The horizon
is taken as level over the breadth of the disc, and a body's longitude as one for cells that lie close together.

Both halves of the work come in pieces that any process can do: `Sweep` for some directions, `Watch` for some cells.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon
from atlas.services.sky.ephemeris import Directions
from atlas.services.sky.ground import Ground
from atlas.services.sky.horizon_map import horizon_map
from atlas.services.sky.shadow import Rect

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]
    Sines = NDArray[np.int16]

STEP_DEG: Final = 0.5
"""Between the directions of horizons: as wide as the Sun's disc."""
BANDS: Final = 4
"""Share of light, longest night in steps, share of Earth, never lit (1) or lit (0)."""
_DIRECTIONS: Final = round(360.0 / STEP_DEG)
_TILE: Final = 32
_CELLS: Final = _TILE * _TILE
_MOMENTS: Final = 32
"""Moments and cells worked on at once: their arrays stay in the processor's cache."""
_PARTS: Final = 1024
_SINES: Final = 32_767.0
"""Sines of horizons are kept as whole numbers: to 0.001°."""
_SWEEPS: Final = 8
_WATCHED: Final = 8
"""Directions and tiles in a piece of work: a second's worth or so."""


@dataclass(frozen=True, eq=False)
class Sweep:
    """The horizons of a rectangle in some directions. `around`: coarser ground to be used where `ground` ends."""

    rect: Rect
    ground: Ground
    around: Ground | None
    directions: Index

    def run(self) -> Sines:
        """Return sines of horizons, (tiles, directions, cells)."""
        import numpy as np

        tiles = Tiles(self.rect)
        found = np.empty((tiles.count, len(self.directions), _CELLS), np.int16)
        for number, direction in enumerate(self.directions):
            field = horizon_map(self.ground, self.rect, LatLon(0.0, float(direction) * STEP_DEG), self.around)
            np.radians(field, out=field)
            np.sin(field, out=field)
            field *= np.float32(_SINES)
            np.rint(field, out=field)
            found[:, number] = tiles.cut(field.astype(np.int16))
        return found


@dataclass(frozen=True, eq=False)
class Watch:
    """Sun and Earth over some tiles: `middles` (tiles, 3), `ups` (tiles, 4, cells), sines (tiles, directions, cells).

    `directions` tells of which ones the sines are.
    """

    sun: Directions
    earth: Directions | None
    middles: Floats
    ups: Field
    sines: Sines
    directions: Index

    def run(self) -> Field:
        """Return the bands, (bands, tiles, cells)."""
        import numpy as np

        sun = _Body.of(self.sun, self.middles)
        earth = _Body.of(self.earth, self.middles) if self.earth is not None else None
        moments = np.float32(len(self.sun.distance_km))
        out = np.full((BANDS, len(self.middles), _CELLS), np.nan, np.float32)
        for number, ups in enumerate(self.ups):
            lines = self.sines[number].astype(np.float32) * np.float32(1.0 / _SINES)
            lit, night, longest = np.zeros((3, _CELLS), np.float32)
            for share in sun.shares(number, ups, lines, self.directions):
                lit += share.sum(axis=0)
                _nights(share, night, longest)
            out[0, number], out[1, number], out[3, number] = lit / moments, longest, longest == moments
            if earth is not None:
                out[2, number] = sum(s.sum(axis=0) for s in earth.shares(number, ups, lines, self.directions)) / moments
        return out


@dataclass(frozen=True, eq=False)
class Block:
    """Cells of a rectangle under Sun and Earth at the moments of a span. `row`, `column`: its place in the raster.

    Without `earth` its band is not a number.
    """

    row: int
    column: int
    rect: Rect
    ground: Ground
    around: Ground | None
    sun: Directions
    earth: Directions | None

    def run(self) -> Field:
        """Do both halves here and now; return the bands, (bands, rows, columns)."""
        import numpy as np

        directions, tiles = self.directions(), Tiles(self.rect)
        sines = np.concatenate([sweep.run() for sweep in self.sweeps(directions)], axis=1)
        found = np.concatenate([watch.run() for watch in self.watches(directions, sines)], axis=1)
        return np.stack([tiles.joined(band) for band in found])

    def directions(self) -> Index:
        """Return the numbers of the directions between which the bodies stand at some moment, from some cell."""
        import numpy as np

        middles = Tiles(self.rect).middles()
        bodies = [_Body.of(body, middles) for body in (self.sun, self.earth) if body is not None]
        return np.unique(np.concatenate([body.needed() for body in bodies]))

    def sweeps(self, directions: Index) -> list[Sweep]:
        """Return the first half of the work."""
        return [
            Sweep(self.rect, self.ground, self.around, directions[first : first + _SWEEPS])
            for first in range(0, len(directions), _SWEEPS)
        ]

    def watches(self, directions: Index, sines: Sines) -> Iterator[Watch]:
        """Yield the second half, from what the first half found, (tiles, directions, cells)."""
        tiles = Tiles(self.rect)
        middles, ups = tiles.middles(), tiles.ups()
        for first in range(0, len(sines), _WATCHED):
            some = slice(first, min(len(sines), first + _WATCHED))
            yield Watch(self.sun, self.earth, middles[some], ups[some], sines[some], directions)


def _nights(share: Field, night: Field, longest: Field) -> None:
    """Take moments into the nights that last until now and the longest ones, in moments without any light."""
    import numpy as np

    # an accumulating maximum along the moments would cost three times as much
    for dark in (share == 0.0).view(np.uint8).astype(np.float32):
        night += np.float32(1.0)
        night *= dark
        np.maximum(longest, night, out=longest)


class Tiles:
    """A rectangle's cells as square tiles; the last ones repeat its edge."""

    def __init__(self, rect: Rect) -> None:
        self.rect = rect
        self._down, self._across = (math.ceil(side / _TILE) for side in (rect.height, rect.width))
        self.count = self._down * self._across
        self.cells = _CELLS

    def cut(self, field: NDArray[Any]) -> NDArray[Any]:
        """Return a field of the rectangle, (rows, columns), as (tiles, cells)."""
        import numpy as np

        rows, columns = self._down * _TILE - field.shape[0], self._across * _TILE - field.shape[1]
        whole = np.pad(field, ((0, rows), (0, columns)), mode="edge")
        return whole.reshape(self._down, _TILE, self._across, _TILE).swapaxes(1, 2).reshape(self.count, -1)

    def joined(self, tiles: Field) -> Field:
        """Return what is given as (tiles, cells) as a field of the rectangle."""
        import numpy as np

        whole = tiles.reshape(self._down, self._across, _TILE, _TILE).swapaxes(1, 2)
        joined = whole.reshape(self._down * _TILE, self._across * _TILE)
        return np.ascontiguousarray(joined[: self.rect.height, : self.rect.width])

    def ups(self) -> Field:
        """Return the directions upwards in MOON_ME and a 1 for each cell, (tiles, 4, cells)."""
        import numpy as np

        xs, ys = self.rect.centres()
        parts = _up(xs[None, :], ys[:, None])
        cells = [self.cut(np.broadcast_to(part, (len(ys), len(xs))).astype(np.float32)) for part in (*parts, 1.0)]
        return np.stack(cells, axis=1).astype(np.float32, copy=False)

    def middles(self) -> Floats:
        """Return the directions upwards in the middles of the tiles, (tiles, 3)."""
        import numpy as np

        xs, ys = self.rect.centres()
        x, y = (np.minimum(np.arange(_TILE // 2, _TILE * count, _TILE), len(line) - 1) for count, line in (
            (self._across, xs), (self._down, ys)
        ))  # fmt: skip
        parts = _up(xs[x][None, :], ys[y][:, None])
        return np.stack([np.broadcast_to(part, (len(y), len(x))).ravel() for part in parts], axis=-1)


def _up(x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the directions upwards, in MOON_ME, at map metres."""
    k = (x * x + y * y) / (4.0 * MOON_RADIUS_M**2)
    return y / MOON_RADIUS_M / (1.0 + k), x / MOON_RADIUS_M / (1.0 + k), (k - 1.0) / (1.0 + k)


class _Body:
    """Sun or Earth at the moments, as tiles have it: directions are told by the number of the one before."""

    def __init__(self, places: Floats, radius_km: float, middles: Floats, longitudes: Floats) -> None:
        self._places = places
        self._radius_km = radius_km
        self._middles = middles
        self._longitudes = longitudes

    @classmethod
    def of(cls, body: Directions, middles: Floats) -> _Body:
        """Return the body over tiles with these directions upwards in their middles, (tiles, 3)."""
        import numpy as np

        # the great circle from a place through the body goes on to this longitude of the equator
        lean = -middles[:, :2] / middles[:, 2:]
        x, y = (body.unit[None, :, k] + lean[:, k, None] * body.unit[None, :, 2] for k in (0, 1))
        longitudes = np.degrees(np.arctan2(y, x)) % 360.0 / STEP_DEG
        return cls(body.unit * body.distance_km[:, None], body.radius_km, middles, longitudes)

    def needed(self) -> Index:
        """Return the numbers of the directions between which the body stands at some moment."""
        import numpy as np

        first = np.unique(self._longitudes.astype(np.intp))
        return np.unique(np.concatenate([first, first + 1]) % _DIRECTIONS)

    def shares(self, number: int, ups: Field, lines: Field, directions: Index) -> Iterator[Field]:
        """Yield the shares of the disc in sight from a tile's cells, (moments, cells), some moments at a time."""
        import numpy as np

        middle = self._middles[number]
        away = self._places - middle * (MOON_RADIUS_M / 1000.0)
        distance = np.sqrt(np.einsum("ij,ij->i", away, away))
        sine = away @ middle / distance
        # one disc's radius is 1: sines over the horizon become heights, and the parallax of the place is in them
        radius = self._radius_km / distance * np.sqrt(np.maximum(1.0 - sine * sine, 1e-6))
        heights = np.empty((len(distance), 4), np.float32)
        heights[:, :3] = self._places / (distance * radius)[:, None]
        heights[:, 3] = -MOON_RADIUS_M / 1000.0 / (distance * radius)
        left = self._longitudes[number].astype(np.intp) % _DIRECTIONS
        part = self._longitudes[number] % 1.0
        weights = np.stack([(1.0 - part) / radius, part / radius]).astype(np.float32)
        rows = np.searchsorted(directions, np.stack([left, (left + 1) % _DIRECTIONS]))
        return _shares(ups, lines, heights, weights, rows)


def _shares(ups: Field, lines: Field, heights: Field, weights: Field, rows: Index) -> Iterator[Field]:
    """Yield the shares of a disc in sight, (moments, cells), some moments at a time.

    `heights` (moments, 4) times `ups` are those of the disc's middle; `weights` and `rows`, (2, moments), tell of what
    `lines` the horizon is made.
    """
    import numpy as np

    table = _share_table()
    scale, middle = np.float32(_PARTS), np.float32(_PARTS + 0.5)
    for begin in range(0, len(heights), _MOMENTS):
        some = slice(begin, begin + _MOMENTS)
        over = heights[some] @ ups
        for row, weight in zip(rows[:, some], weights[:, some], strict=True):
            line = lines.take(row, axis=0)
            line *= weight[:, None]
            over -= line
        over *= scale
        over += middle
        np.clip(over, 0.0, 2.0 * _PARTS, out=over)
        yield table.take(over.astype(np.int32), mode="clip")


def _share_table() -> Field:
    """Return the share of a disc over a level line, for its middle from a radius under the line (0) to one over it."""
    import numpy as np

    rise = np.arange(-_PARTS, _PARTS + 1) / _PARTS
    table: Field = (0.5 + (rise * np.sqrt(1.0 - rise * rise) + np.arcsin(rise)) / math.pi).astype(np.float32)
    table[0], table[-1] = 0.0, 1.0
    return table
