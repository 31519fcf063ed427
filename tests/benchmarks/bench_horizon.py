"""Measures horizons beside GRASS r.horizon: python tests/benchmarks/bench_horizon.py [--directions 33,57] [--quick]

Prints, for squares of the bundled terrain round the pole, the processor time a cell and direction of `horizon_map` and
of r.horizon (Debian: grass-core; skipped where it is missing), how many times as fast, and how far apart they are in
degrees. Then the skyline of a point, the picture of a panorama, and tables of light.

Like with like: r.horizon takes every terrain for the Earth's, lowering ground by L²/2R with R = 6371 km. It is given
the Moon's with all lengths, heights too, 6371/1737.4 times as large, which changes no angle and makes its curvature the
Moon's. A Mercator plane makes its directions those of the map. It looks from cell to cell without anything between,
finds nothing under 0° and cuts its search short where little can be found (under 0.5°): differences are told where it
says more than 0.5°. It gets the reach of 150 km; `horizon_map` sees as far as there is ground.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon
from atlas.paths import Paths
from atlas.services.horizon.jobs import picture, prepare
from atlas.services.horizon.view import PanoramaView
from atlas.services.sky import Ground
from atlas.services.sky.horizon_map import horizon_map
from atlas.services.sky.lookout import look_out
from atlas.services.sky.shadow import Rect
from atlas.services.sky.spells import light_table
from atlas.services.terrain import Terrain
from atlas.store.catalogue import Catalogue

SCALE = 6_371_000.0 / MOON_RADIUS_M
REACH_M = 150_000.0
GRIDS = ((1524, 1_219_200.0), (1000, 400_000.0), (2000, 400_000.0), (3040, 608_000.0))
"""Cells a side, metres a side."""
LEAST_DEG = 0.5
PLACE = LatLon(-88.8, 123.4)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--directions", default="33,127")
    parser.add_argument("--quick", action="store_true", help="the two smaller grids only")
    args = parser.parse_args()
    directions = [float(word) for word in args.directions.split(",")]
    paths = Paths.find()
    terrain = Terrain(paths.terrain)
    whole = Ground.of(terrain)
    grass = shutil.which("grass")
    if grass is None:
        print("GRASS is not installed (Debian: apt install grass-core): its columns are left out")
    heads = f"{'cells':>9} {'km':>6} {'ns a cell':>10} {'r.horizon':>10} {'times':>6} {'median':>8} {'95 %':>7}"
    print(f"{heads}  apart, degrees")
    for side, metres in GRIDS[:2] if args.quick else GRIDS:
        compare(whole, side, metres, directions, grass)
    points(paths, terrain, whole)
    return 0


def compare(whole: Ground, side: int, metres: float, directions: list[float], grass: str | None) -> None:
    """Measure one grid; azimuths are longitudes that the directions lead to."""
    cell, half = metres / side, metres / 2.0
    offsets = -half + (np.arange(side) + 0.5) * cell
    x, y = np.meshgrid(offsets, -offsets)
    made = Ground(whole.sample(x, y).astype(np.float32), cell, -half, half, "grid")
    rect = Rect(-half, -half, half, half, side, side)
    horizon_map(made, rect, LatLon(0, directions[0]))
    taken, maps = [], []
    for direction in directions:
        begin = time.process_time()
        maps.append(horizon_map(made, rect, LatLon(0, direction)))
        taken.append(time.process_time() - begin)
    ours = np.mean(taken) / side**2 * 1e9
    line = f"{side}²".rjust(9) + f" {metres / 1000:6.0f} {ours:10.0f}"
    if grass is not None:
        theirs_s, others = run_grass(grass, made.heights, metres, directions)
        theirs = np.mean(theirs_s) / side**2 * 1e9
        median, most = apart(maps, others)
        line += f" {theirs:10.0f} {theirs / ours:6.1f} {median:8.3f} {most:7.3f}"
    print(line, flush=True)


def apart(maps: list[np.ndarray], others: list[np.ndarray]) -> tuple[float, float]:
    """Return the median and the 95th percentile of the differences where r.horizon finds a horizon, off the border."""
    side = len(maps[0])
    inside = slice(side // 8, side - side // 8)
    found = [
        np.abs(ours[inside, inside] - theirs[inside, inside])[theirs[inside, inside] > LEAST_DEG]
        for ours, theirs in zip(maps, others, strict=True)
    ]
    every = np.concatenate(found)
    return float(np.median(every)), float(np.percentile(every, 95))


def run_grass(
    grass: str, heights: np.ndarray, metres: float, directions: list[float]
) -> tuple[list[float], list[np.ndarray]]:
    """Return the processor seconds of r.horizon for each direction, and its maps in degrees."""
    side = len(heights)
    edge = metres / 2.0 * SCALE
    with tempfile.TemporaryDirectory(prefix="atlas-grass-") as name:
        folder = Path(name)
        (heights * np.float32(SCALE)).astype("<f4").tofile(folder / "dem.bin")
        extent = f"north={edge} south=-{edge} east={edge} west=-{edge} rows={side} cols={side}"
        script = [
            f"r.in.bin --q -f input={folder}/dem.bin output=dem bytes=4 {extent}",
            "g.region raster=dem",
            "TIMEFORMAT='%U %S'",
        ]
        for number, direction in enumerate(directions):
            # its angles run counterclockwise from east, longitudes on the map clockwise from the top
            angle = (90.0 - direction) % 360.0
            run = f"r.horizon --q --o -d elevation=dem direction={angle} output=h{number} maxdistance={REACH_M * SCALE}"
            script += [
                f"{{ time {run} ; }} 2>> {folder}/times",
                f"r.out.bin --q -f input=$(g.list raster pattern='h{number}_*') output={folder}/h{number}.bin bytes=4",
            ]
        (folder / "run.sh").write_text("set -e\n" + "\n".join(script) + "\n", encoding="utf-8")
        home = {**os.environ, "HOME": name}
        subprocess.run([grass, "-c", "EPSG:3857", folder / "place", "-e"], check=True, capture_output=True, env=home)
        subprocess.run(
            [grass, folder / "place" / "PERMANENT", "--exec", "bash", folder / "run.sh"],
            check=True, capture_output=True, env=home,
        )  # fmt: skip
        lines = (folder / "times").read_text(encoding="utf-8").strip().splitlines()
        seconds = [sum(float(word.replace(",", ".")) for word in line.split()) for line in lines[-len(directions) :]]
        maps = [np.fromfile(folder / f"h{number}.bin", "<f4").reshape(side, side) for number in range(len(directions))]
    return seconds, maps


def points(paths: Paths, terrain: Terrain, ground: Ground) -> None:
    """Measure what one place asks for."""
    places = Catalogue.open(paths.catalogue).places()
    for step in (0.5, 0.05):
        print(f"skyline in steps of {step}°: {best(lambda: look_out(ground, PLACE, 2.0, places, step)):6.0f} ms")  # noqa: B023
    prospect = prepare(paths.sky, terrain, places, PLACE, 2.0)
    views = iter(PanoramaView.whole(1920, 640, -4.0, 6.0).panned(k, 0.0) for k in range(100))
    moment = datetime(2027, 2, 3, tzinfo=UTC)
    print(f"panorama of 1920 × 640: {best(lambda: picture(prospect, next(views), 1.0, moment)):6.0f} ms")
    kept = next(views)
    print(f"the same, another moment: {best(lambda: picture(prospect, kept, 1.0, moment)):6.0f} ms")
    observer, line = prospect.lookout.observer, prospect.lookout.line
    for years in (1, 10, 102):
        begin, end = datetime(1959, 1, 1, tzinfo=UTC), datetime(1959 + years, 1, 1, tzinfo=UTC)
        end = min(end, datetime(2060, 12, 31, 23, 59, tzinfo=UTC))
        rounds = 3 if years < 100 else 1
        taken = best(lambda: light_table(prospect.sky, observer, line, begin, end), rounds)  # noqa: B023
        print(f"table of light of {years} years: {taken / 1000.0:6.2f} s")


def best(job, rounds: int = 3) -> float:
    """Return the shortest of several runs in milliseconds."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        job()
        taken.append(time.perf_counter() - begin)
    return min(taken) * 1000.0


if __name__ == "__main__":
    sys.exit(main())
