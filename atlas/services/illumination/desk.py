"""Runs jobs for the window: on a worker, which waits for processes of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from atlas.services.cores import usable_cores
from atlas.services.illumination.estimate import Estimate, estimate
from atlas.services.illumination.job import IlluminationJob
from atlas.services.illumination.result import LightResult
from atlas.services.sky import Sky
from atlas.services.tasks import CancelToken

if TYPE_CHECKING:
    from atlas.services.terrain import Terrain

_NICE: Final = 5
"""By how much the work gives way to whoever works at the machine."""


class Share(CancelToken):
    """How much of a job is done, 0–1: written by the worker, read by anybody; it can stop the worker."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0.0

    def __call__(self, done: float) -> None:
        """Note how much is done."""
        self.done = done


def compute(job: IlluminationJob, terrain: Terrain, sky_folder: Path, target: Path, share: Share) -> LightResult:
    """Compute a job, write its file and open it. Raises IlluminationError, SkyError, TerrainError, OSError."""
    # processes take long to import, and a window that only shows a file again needs none
    from atlas.services.illumination.pools import local_pool
    from atlas.services.illumination.run import illuminate

    with local_pool(nice=_NICE) as pool:
        illuminate(job, terrain, Sky.load(sky_folder), target, pool, share, share)
    return LightResult.open(target)


def foresee(job: IlluminationJob, terrain: Terrain, sky_folder: Path) -> tuple[IlluminationJob, Estimate]:
    """Return a job with how long it will take. Raises SkyError, SkySpanError, TerrainError."""
    return job, estimate(job, terrain, Sky.load(sky_folder), usable_cores())
