"""Measures the relief beside gdaldem's: python tests/benchmarks/bench_relief.py

Draws tinted, multi-directional relief of the whole square at 400 m a pixel from the same heights in two ways, in turn:
`gdaldem hillshade -multidirectional` and `gdaldem color-relief` (Debian `gdal-bin`; skipped where it is missing) on a
GeoTIFF of them, both at once and writing to memory, and the atlas on the same file imported, and on the bundled
terrain. The atlas's relief is a finished picture; theirs are still to be multiplied. Of the imported file its middle is
drawn as well: along its edge it is blended with the bundled terrain, which is drawn there too.

Also prints what a screen of 1920 × 1080 takes at five scales, and the slopes of the same ground. Times are the best and
the median of all rounds; on a machine that is busy with other things only the processor time is to be trusted.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
import rasterio
from rasterio.transform import from_origin

from atlas.paths import Paths
from atlas.services.map.slope_layer import slope_image
from atlas.services.sky.shadow import Rect
from atlas.services.tasks import CancelToken
from atlas.services.terrain import Terrain, look
from atlas.services.terrain.files import HALF_SIDE_M
from atlas.services.terrain.importing import import_terrain
from atlas.services.terrain.library import Library
from atlas.services.terrain.survey import survey

ROUNDS = 7
CELL_M = 400.0
_EDGE = 24
"""Cells on each side that are left out to draw only the middle."""
SCREEN = (1920, 1080)
SCALES = (("whole square", 1128.0), ("1:4M", 1058.0), ("1:1M", 264.6), ("1:300k", 79.4), ("1:80k", 21.2))

Times = list[tuple[float, float]]


def main() -> None:
    """Run all measurements and print them."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        bundled = Terrain(Paths.find().terrain)
        side = round(2.0 * HALF_SIDE_M / CELL_M)
        grid = _grid(bundled, folder, side)
        library = Library(folder / "own")
        import_terrain(library, survey(grid, library.folder), "grid", "", lambda share: None, CancelToken())
        own = Terrain(Paths.find().terrain, library.folder)
        ways: dict[str, Callable[[], object]] = {
            "atlas, the file imported": lambda: _square(own, side),
            "atlas, the middle of it": lambda: _square(own, side - 2 * _EDGE),
            "atlas, bundled terrain": lambda: _square(bundled, side),
        }
        if shutil.which("gdaldem"):
            ways = {"gdaldem, both": lambda: _gdaldem(grid, folder / "tint.txt"), **ways}
            _write_tint(folder / "tint.txt")
        else:
            print("gdaldem is missing (Debian: gdal-bin): the atlas alone")
        _compare(ways, side)
        own.close()
        print(f"\n{SCREEN[0]} × {SCREEN[1]} pixels, bundled, ms: best, median, processor of relief, then of slopes")
        for name, mpp in SCALES:
            line = f"  {name:14s}"
            for work in (_screen, _slopes):
                found = _figures([_timed(partial(work, bundled, mpp)) for _ in range(ROUNDS)])
                line += "".join(f"{1e3 * value:8.1f}" for value in found) + "   "
            print(line)


def _compare(ways: dict[str, Callable[[], object]], side: int) -> None:
    taken: dict[str, Times] = {name: [] for name in ways}
    for work in ways.values():
        # tiles unpacked, files in memory, splines made
        work()
    for _ in range(ROUNDS):
        for name, work in ways.items():
            taken[name].append(_timed(work))
    sides = {name: side - 2 * _EDGE if "middle" in name else side for name in ways}
    found = {name: [value * 1e6 / sides[name] ** 2 for value in _figures(times)] for name, times in taken.items()}
    print(f"{side * side / 1e6:.1f} megapixels, ms a megapixel: best, median, processor; and the share of gdaldem's")
    theirs = found.get("gdaldem, both")
    for name, figures in found.items():
        line = "".join(f"{1e3 * value:8.1f}" for value in figures)
        if theirs:
            line += "   " + "".join(f"{value / other:7.2f}" for value, other in zip(figures, theirs, strict=True))
        print(f"  {name:26s}{line}")


def _grid(terrain: Terrain, folder: Path, side: int) -> Path:
    at = np.arange(0.5, side) * CELL_M - HALF_SIDE_M
    heights = terrain.raster(at, -at)
    path = folder / "grid.tif"
    profile = {
        "driver": "GTiff", "width": side, "height": side, "count": 1, "dtype": "float32", "crs": "IAU_2015:30135",
        "transform": from_origin(-HALF_SIDE_M, HALF_SIDE_M, CELL_M, CELL_M),
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as file:
        file.write(heights, 1)
    return path


def _write_tint(path: Path) -> None:
    path.write_text("".join(" ".join(str(part) for part in stop) + "\n" for stop in look.TINT), encoding="ascii")


def _gdaldem(grid: Path, tint: Path) -> None:
    shade = ["gdaldem", "hillshade", "-q", "-multidirectional", "-z", "1.5", "-compute_edges", str(grid)]
    colour = ["gdaldem", "color-relief", "-q", str(grid), str(tint)]
    running = [
        subprocess.Popen([*command, f"/vsimem/{k}.tif"], stdout=subprocess.DEVNULL)
        for k, command in enumerate((shade, colour))
    ]
    if any(program.wait() for program in running):
        raise SystemExit("gdaldem failed")


def _square(terrain: Terrain, side: int) -> object:
    half = side * CELL_M / 2.0
    return terrain.relief_image(-half, -half, half, half, side, side)


def _screen(terrain: Terrain, mpp: float) -> object:
    width, height = SCREEN
    across, down = width * mpp / 2.0, height * mpp / 2.0
    return terrain.relief_image(-across, -down, across, down, width, height)


def _slopes(terrain: Terrain, mpp: float) -> object:
    width, height = SCREEN
    across, down = width * mpp / 2.0, height * mpp / 2.0
    return slope_image(terrain, Rect(-across, -down, across, down, width, height))


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds that went by, and those that this process and those it started worked."""
    begun, worked = time.perf_counter(), _worked()
    work()
    return time.perf_counter() - begun, _worked() - worked


def _worked() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _figures(times: Times) -> tuple[float, float, float]:
    passed = [seconds for seconds, _ in times]
    return min(passed), statistics.median(passed), statistics.median(worked for _, worked in times)


if __name__ == "__main__":
    main()
