"""What is to be computed: a map rectangle, a span of time, and the blocks into which the work is cut."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from atlas.services.illumination.block import Block
from atlas.services.sky.ground import Ground
from atlas.services.sky.shadow import Rect
from atlas.services.terrain.files import DEM_CELL_M, HALF_SIDE_M

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.ephemeris import Sky
    from atlas.services.terrain import Source, Terrain
    from atlas.services.terrain.record import TerrainRecord

MOST_CELLS: Final = 4096 * 4096
MOST_MOMENTS: Final = 1_000_000
FINEST_M: Final = 1.0
_SIDE: Final = 512
"""Of a block, in cells: its horizons take 380 MB in all directions, and a sweep of fewer cells costs more for each."""
_MARGIN_M: Final = 8_000.0
_MARGIN_CELLS: Final = (100, 600)


class IlluminationError(Exception):
    """What can't be computed, read or written; the text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class IlluminationJob:
    """A rectangle of square cells, a span (aware times) and a step; `earth`: whether the Earth is looked for too.

    Raises ValueError for what is too large, too small or empty.
    """

    rect: Rect
    begin: datetime
    end: datetime
    step: timedelta
    earth: bool = True

    def __post_init__(self) -> None:
        if self.step <= timedelta():
            raise ValueError("the step must be longer than nothing")
        if self.end - self.begin < self.step:
            raise ValueError("the span must be at least one step long")
        if self.moments > MOST_MOMENTS:
            raise ValueError(f"{self.moments:,} moments are too many: at most {MOST_MOMENTS:,}; make the step longer")
        if self.cells > MOST_CELLS:
            raise ValueError(f"{self.cells:,} cells are too many: at most {MOST_CELLS:,}; make the cells larger")
        if self.rect.pixel_m < FINEST_M:
            raise ValueError(f"cells of {self.rect.pixel_m:g} m are too small: at least {FINEST_M:g} m")

    @property
    def moments(self) -> int:
        """How many moments there are: one in the middle of each whole step."""
        return int((self.end - self.begin) / self.step + 1e-9)

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self.rect.width * self.rect.height

    def times(self) -> NDArray[np.datetime64]:
        """Return the moments."""
        import numpy as np

        begin = np.datetime64(self.begin.astimezone(UTC).replace(tzinfo=None), "us")
        step = np.timedelta64(round(self.step.total_seconds() * 1e6), "us")
        found: NDArray[np.datetime64] = begin + step // 2 + np.arange(self.moments) * step
        return found

    def blocks(self, terrain: Terrain, sky: Sky) -> Iterator[Block]:
        """Yield the blocks from the top on. Raises SkySpanError, TerrainError."""
        times = self.times()
        sun, earth = sky.sun(times), sky.earth(times) if self.earth else None
        measured = Ground.of(terrain)
        for row, column, rect in self._parts():
            ground, around = grounds(rect, terrain, measured)
            yield Block(row, column, rect, ground, around, sun, earth)

    def imported(self, terrain: Terrain) -> tuple[TerrainRecord, ...]:
        """Return the imported terrains that are in the ground of any block, the finest last."""
        areas = [_area(rect, terrain) for _, _, rect in self._parts()]
        finer = (own for own in terrain.own() if own.record.finer)
        return tuple(own.record for own in finer if any(area and own.overlaps(*area) for area in areas))

    def _parts(self) -> Iterator[tuple[int, int, Rect]]:
        rect, side = self.rect, _SIDE
        across, down = (rect.east - rect.west) / rect.width, (rect.north - rect.south) / rect.height
        for row in range(0, rect.height, side):
            rows = min(side, rect.height - row)
            for column in range(0, rect.width, side):
                columns = min(side, rect.width - column)
                west, north = rect.west + column * across, rect.north - row * down
                part = Rect(west, north - rows * down, west + columns * across, north, columns, rows)
                yield row, column, part


def grounds(rect: Rect, terrain: Terrain, measured: Ground) -> tuple[Ground, Ground | None]:
    """Return the ground under a rectangle and near it, and the coarser one around.

    Cells are no finer than half the measured ones, between which the ground is a smooth surface, and no finer than
    those of the rectangle.
    """
    cell = _ground_cell_m(rect, terrain)
    if cell >= measured.cell_m:
        return measured, None
    margin = _margin_m(cell)
    sides = rect.east - rect.west, rect.north - rect.south
    columns, rows = (math.ceil((side + 2.0 * margin) / cell) for side in sides)
    return Ground.patch(terrain, rect.west - margin, rect.north + margin, cell, columns, rows), measured


def _area(rect: Rect, terrain: Terrain) -> tuple[float, float, float, float] | None:
    """Return (west, south, east, north) of what `grounds` reads of imported terrain, None where it is nothing."""
    cell = _ground_cell_m(rect, terrain)
    if cell >= terrain.resolution_m:
        return None
    # by whole cells a patch reaches up to one farther than its margin
    reach = _margin_m(cell) + cell
    return rect.west - reach, rect.south - reach, rect.east + reach, rect.north + reach


def _ground_cell_m(rect: Rect, terrain: Terrain) -> float:
    return max(rect.pixel_m, source(rect, terrain).resolution_m / 2.0)


def _margin_m(cell: float) -> float:
    least, most = (count * cell for count in _MARGIN_CELLS)
    return min(max(_MARGIN_M, least), most)


def source(rect: Rect, terrain: Terrain) -> Source:
    """Return the finest terrain in a rectangle."""
    terrain.own()
    return terrain.sources_in(rect.west, rect.south, rect.east, rect.north)[0]


def fitted(west: float, south: float, east: float, north: float, cell_m: float) -> Rect:
    """Return the part of a rectangle that lies on the map's square, in square cells. Raises ValueError off the map."""
    west, south = max(west, -HALF_SIDE_M), max(south, -HALF_SIDE_M)
    east, north = min(east, HALF_SIDE_M), min(north, HALF_SIDE_M)
    width, height = (max(1, round(side / cell_m)) for side in (east - west, north - south))
    if east <= west or north <= south:
        raise ValueError("the rectangle lies off the map")
    middle_x, middle_y = (west + east) / 2.0, (south + north) / 2.0
    half_x, half_y = width * cell_m / 2.0, height * cell_m / 2.0
    return Rect(middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y, width, height)


def usual_cell_m(side_m: float, finest_m: float) -> float:
    """Return cells for a rectangle whose longer side is given: those of its terrain, in smooth steps, 1024 at most."""
    return max(side_m / 1024.0, min(finest_m, DEM_CELL_M) / 2.0)
