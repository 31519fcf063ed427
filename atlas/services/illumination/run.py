"""Runs a job: hands blocks out, writes what comes back, tells how far it is; a job that ends early leaves nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from atlas.services.illumination import estimate
from atlas.services.illumination.block import Block, Sweep, Tiles, Watch
from atlas.services.illumination.job import IlluminationError, IlluminationJob
from atlas.services.illumination.raster import RasterWriter
from atlas.services.tasks import CancelToken

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.illumination.pools import Pool
    from atlas.services.sky.ephemeris import Sky
    from atlas.services.terrain import Terrain

    Field = NDArray[np.float32]

Progress = Callable[[float], object]

_BEAT_S: Final = 0.2
_AHEAD: Final = 2
"""Pieces in hand for each worker: one it works on, one that waits."""


def illuminate(
    job: IlluminationJob,
    terrain: Terrain,
    sky: Sky,
    target: Path,
    pool: Pool,
    progress: Progress,
    token: CancelToken,
) -> None:
    """Compute a job and write it as GeoTIFF, over a file that is there only when all is done.

    `progress` is told the share done, 0–1. Raises IlluminationError, SkySpanError, TerrainError, OSError;
    CancelledError once the token is cancelled.
    """
    before = job.imported(terrain)
    with RasterWriter(job, terrain, target) as writer:
        crew = _Crew(pool, job, progress, token)
        try:
            for block in job.blocks(terrain, sky):
                # its ground has been read: what changes from now on is not in it
                if job.imported(terrain) != before:
                    raise IlluminationError(
                        "other terrain was imported, removed or switched meanwhile, so that parts of this would not "
                        "belong together; nothing was written. Compute it again."
                    )
                writer.write(block.row, block.column, crew.run(block))
        except BrokenProcessPool as error:
            raise IlluminationError(
                "a process that computed was ended from outside, perhaps for want of memory; nothing was written. "
                "Larger cells or fewer of them need less."
            ) from error
        token.check()
        writer.finish()
    progress(1.0)


class _Crew:
    """The workers at one job."""

    def __init__(self, pool: Pool, job: IlluminationJob, progress: Progress, token: CancelToken) -> None:
        self._pool = pool
        self._job = job
        self._progress = progress
        self._token = token
        self._cells = 0
        """How many are done."""

    def run(self, block: Block) -> Field:
        """Return the bands of a block."""
        import numpy as np

        directions, tiles = block.directions(), Tiles(block.rect)
        cells = block.rect.width * block.rect.height
        sines = np.empty((tiles.count, len(directions), tiles.cells), np.int16)
        swept = estimate.sweep_part(len(directions), self._job)
        first = 0
        for part in self._each(block.sweeps(directions), 0.0, swept, cells):
            sines[:, first : first + part.shape[1]] = part
            first += part.shape[1]
        watches = list(block.watches(directions, sines))
        found = np.concatenate(list(self._each(watches, swept, 1.0, cells)), axis=1)
        self._cells += cells
        return np.stack([tiles.joined(band) for band in found])

    def _each(self, pieces: Sequence[Sweep] | Sequence[Watch], begin: float, end: float, cells: int) -> Iterator[Any]:
        """Yield what pieces of work come to, in their order; they are the part from `begin` to `end` of a block."""
        hands = _AHEAD * self._pool.workers
        waiting: deque[Future[Any]] = deque()
        try:
            for number in range(len(pieces) + hands):
                if number < len(pieces):
                    waiting.append(self._pool.executor.submit(_run, pieces[number]))
                if number >= hands and waiting:
                    yield self._wait(waiting.popleft())
                    done = begin + (end - begin) * (number + 1 - hands) / len(pieces)
                    self._progress(min(0.99, (self._cells + done * cells) / self._job.cells))
        finally:
            for future in waiting:
                future.cancel()

    def _wait(self, future: Future[Any]) -> Any:  # noqa: ANN401 - what a piece comes to
        while True:
            self._token.check()
            try:
                return future.result(_BEAT_S)
            except TimeoutError:
                if future.done():
                    raise


def _run(piece: Sweep | Watch) -> Any:  # noqa: ANN401
    return piece.run()
