"""What light over a span costs: per cell and direction, per cell and moment, by grid, and with whom.

    nice -n 10 python tests/benchmarks/bench_illumination.py [--large]

`--large` adds 16 megapixels. The direct way, against which the horizons are held, sweeps the shadows of every moment.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from atlas.paths import Paths
from atlas.services.illumination.block import Tiles
from atlas.services.illumination.job import IlluminationJob
from atlas.services.illumination.pools import Pool, local_pool
from atlas.services.illumination.run import illuminate
from atlas.services.sky import Ground, Sky
from atlas.services.sky.shadow import Rect, Scene
from atlas.services.tasks import CancelToken
from atlas.services.terrain import Terrain

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
SIDES = (512, 1024, 2048, 4096)


@contextmanager
def threads(count: int) -> Iterator[Pool]:
    with ThreadPoolExecutor(count) as executor:
        yield Pool(executor, count)


def job_of(side: int, hours: float, step: float, cell: float = 100.0) -> IlluminationJob:
    half = side * cell / 2.0
    rect = Rect(-half, -half, half, half, side, side)
    return IlluminationJob(rect, BEGIN, BEGIN + timedelta(hours=hours), timedelta(hours=step), earth=False)


def spent(work) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def pieces(terrain: Terrain, sky: Sky) -> None:
    """Cost of the two halves on one core, and of the direct way."""
    job = job_of(512, 24.0 * 20, 1.0)
    block = next(job.blocks(terrain, sky))
    directions = block.directions()
    sweep = block.sweeps(directions[:4])[0]
    cells = job.cells
    a = spent(sweep.run) / 4 / cells
    sines = sweep.run()
    import numpy as np

    lines = np.repeat(sines[:8, :1], len(directions), axis=1)
    watch = next(block.watches(directions, lines))
    tiles = Tiles(block.rect)
    b = spent(watch.run) / (len(watch.middles) * tiles.cells * job.moments)
    scene = Scene(Ground.of(terrain), job.rect)
    sun = sky.sun(BEGIN)
    scene.shares(sun)
    c = spent(lambda: scene.shares(sun)) / cells
    print(f"horizon of a cell in a direction  {a * 1e9:8.1f} ns   (blocks of 512 x 512, 100 m cells)")
    print(f"a cell at a moment, looked up     {b * 1e9:8.1f} ns")
    print(f"a cell at a moment, swept         {c * 1e9:8.1f} ns")
    print(f"horizons in all 720 directions pay from {720 * a / (c - b):,.0f} moments on")


def run(
    job: IlluminationJob, terrain: Terrain, sky: Sky, folder: Path, pool_of: AbstractContextManager[Pool]
) -> tuple[float, float]:
    """Run a job; return seconds on the wall and of all processors, those of the processes included."""
    before, begin = os.times(), time.perf_counter()
    with pool_of as pool:
        illuminate(job, terrain, sky, folder / "x.tif", pool, int, CancelToken())
    after = os.times()
    return time.perf_counter() - begin, sum(after[:4]) - sum(before[:4])


def grids(terrain: Terrain, sky: Sky, sides: tuple[int, ...]) -> None:
    """Cost as the grid grows: a day by twelve hours; in processor seconds, which a busy machine leaves alone."""
    print("\nside    Mpx   moments   s on all cores   processor s   us a cell   ns a cell and moment")
    with tempfile.TemporaryDirectory() as folder:
        for side in sides:
            job = job_of(side, 24.0, 12.0)
            taken, cpu = run(job, terrain, sky, Path(folder), local_pool())
            each = cpu / job.cells
            print(f"{side:4d} {job.cells / 1e6:6.2f} {job.moments:9d} {taken:16.1f} {cpu:13.1f} {each * 1e6:11.2f} "
                  f"{each / job.moments * 1e9:22.0f}", flush=True)  # fmt: skip


def crews(terrain: Terrain, sky: Sky) -> None:
    """Processes against threads."""
    print()
    job = job_of(512, 120.0, 2.0)
    with tempfile.TemporaryDirectory() as folder:
        for name, pool_of in (("threads", threads), ("processes", local_pool)):
            for count in (1, 2):
                taken, cpu = run(job, terrain, sky, Path(folder), pool_of(count))
                print(f"{count} {name:10s} {taken:6.1f} s, {cpu:6.1f} processor s", flush=True)


def main() -> None:
    paths = Paths.find()
    terrain, sky = Terrain(paths.terrain), Sky.load(paths.sky)
    pieces(terrain, sky)
    crews(terrain, sky)
    grids(terrain, sky, SIDES if "--large" in sys.argv else SIDES[:2])


if __name__ == "__main__":
    main()
