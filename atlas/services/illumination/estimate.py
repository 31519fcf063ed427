"""How long a job will take: from times measured per sweep, cell and moment, on this machine."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from atlas.services.illumination.block import Block, Sweep, Tiles, Watch
from atlas.services.illumination.job import IlluminationJob
from atlas.services.sky.ephemeris import Directions

if TYPE_CHECKING:
    from atlas.services.sky.ephemeris import Sky
    from atlas.services.terrain import Terrain

_SWEEP_S: Final = 250e-9
_MOMENT_S: Final = 7e-9
"""Seconds a cell and direction, and a cell, body and moment, as measured on one core: only their ratio counts."""
_START_S: Final = 1.5
_MOMENTS: Final = 2048


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds that a job will take with so many processes."""

    seconds: float
    workers: int


def sweep_part(directions: int, job: IlluminationJob) -> float:
    """Return which part (0–1) of the work on a block the sweeps are."""
    sweeps = directions * _SWEEP_S
    return sweeps / (sweeps + (2 if job.earth else 1) * job.moments * _MOMENT_S)


def estimate(job: IlluminationJob, terrain: Terrain, sky: Sky, workers: int) -> Estimate:
    """Return how long a job will take, from doing a little of it: some tenths of a second.

    Raises SkySpanError, TerrainError.
    """
    import numpy as np

    block: Block = next(iter(job.blocks(terrain, sky)))
    directions, tiles = block.directions(), Tiles(block.rect)
    sweep = block.sweeps(directions[:1])[0]
    # what is loaded and cut at the first time is not counted
    sines = sweep.run()
    one_sweep = _taken(sweep)
    some = replace(block, sun=_first(block.sun), earth=block.earth and _first(block.earth))
    lines = np.repeat(sines[:1], len(directions), axis=1)
    one_tile = _taken(next(some.watches(directions, lines))) * job.moments / len(some.sun.distance_km)
    blocks = job.cells / (block.rect.width * block.rect.height)
    return Estimate(_START_S + blocks * (one_sweep * len(directions) + one_tile * tiles.count) / workers, workers)


def _taken(piece: Sweep | Watch) -> float:
    # other threads that are busy meanwhile do not count: the processes will not wait for them
    begin = time.thread_time()
    piece.run()
    return time.thread_time() - begin


def _first(body: Directions) -> Directions:
    return Directions(body.unit[:_MOMENTS], body.distance_km[:_MOMENTS], body.radius_km)
