"""Measures imported terrain of 30,400 × 30,400 cells: python tests/benchmarks/bench_terrain.py [FOLDER]

Prints the time, memory and disk that the import takes beside those of `gdal_translate -of COG` on the same file
(skipped where GDAL's programs are missing), how long relief of 1920×1080 pixels takes at several scales, skylines, and
the map's frames with the bundled terrain and with the imported one. FOLDER (default: a temporary one) is where the
grid of 1.85 GB is made and kept; the whole takes 5 GB of disk and some minutes.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

import bench_map
import big_grid

from atlas.domain.coordinates import LatLon
from atlas.paths import Paths
from atlas.services.sky import Ground, skyline
from atlas.services.terrain import Terrain

_ROUNDS = 3
_SIZE = (1920, 1080)
_IMPORT = """
import resource, sys, time
from pathlib import Path
from atlas.services.tasks import CancelToken
from atlas.services.terrain.importing import import_terrain
from atlas.services.terrain.library import Library
from atlas.services.terrain.survey import survey
library = Library(Path(sys.argv[2]))
begun = time.perf_counter()
found = survey(Path(sys.argv[1]), library.folder)
looked = time.perf_counter()
tiles = import_terrain(library, found, "big", "", lambda share: None, CancelToken())
print(looked - begun, time.perf_counter() - looked, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0,
      tiles.stat().st_size / 1e6)
"""


def main(folder: Path) -> None:
    """Run all measurements and print them."""
    grid, own = folder / "big.tif", folder / "terrain"
    if not grid.exists():
        big_grid.make(grid)
    print(f"grid                       {grid.stat().st_size / 1e6:7.0f} MB")
    _imports(grid, own, folder / "big_cog.tif")
    _relief(own)
    _skylines(own)
    for name, there in (("bundled terrain", None), ("imported terrain", own)):
        print(f"\nthe map's frames, {name}")
        bench_map.main(there, (430.0, 150.0, 40.0, 10.0))


def _imports(grid: Path, own: Path, cog: Path) -> None:
    # in turns, as other work on the machine comes and goes
    translate = shutil.which("gdal_translate")
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        shutil.rmtree(own, ignore_errors=True)
        done = subprocess.run(
            [sys.executable, "-c", _IMPORT, str(grid), str(own)], capture_output=True, text=True, check=True,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
        ours.append([float(word) for word in done.stdout.split()])
        if translate:
            cog.unlink(missing_ok=True)
            begun = time.perf_counter()
            subprocess.run([translate, "-q", "-of", "COG", str(grid), str(cog)], check=True)
            theirs.append(time.perf_counter() - begun)
    seconds = sorted(run[1] for run in ours)
    print(f"a look before              {min(run[0] for run in ours):7.1f} s")
    print(f"import                     {', '.join(f'{s:.1f}' for s in seconds)} s")
    print(f"memory at most             {max(run[2] for run in ours):7.0f} MB")
    print(f"on the disk                {ours[0][3]:7.0f} MB")
    if theirs:
        print(f"gdal_translate -of COG     {', '.join(f'{s:.1f}' for s in sorted(theirs))} s")
        print(f"  on the disk              {cog.stat().st_size / 1e6:7.0f} MB")
        print(f"ratio of the medians       {seconds[len(seconds) // 2] / sorted(theirs)[len(theirs) // 2]:7.2f}")
    cog.unlink(missing_ok=True)


def _relief(own: Path) -> None:
    paths = Paths.find()
    print(f"\nrelief of {_SIZE[0]} × {_SIZE[1]} pixels")
    for name, folder in (("bundled", None), ("imported", own)):
        for mpp in (390.0, 150.0, 40.0, 20.0, 10.0, 2.5):
            terrain = Terrain(paths.terrain, folder)
            terrain.relief_image(0.0, 0.0, 100.0, 100.0, 8, 8)
            half = _SIZE[0] * mpp / 2.0, _SIZE[1] * mpp / 2.0
            box = 8_000.0 - half[0], -6_400.0 - half[1], 8_000.0 + half[0], -6_400.0 + half[1]
            times = []
            for _ in range(5):
                begun = time.perf_counter()
                terrain.relief_image(*box, *_SIZE)
                times.append(1000 * (time.perf_counter() - begun))
            first, *again = times
            print(f"  {name:9s} {mpp:6.1f} m/px   first {first:5.0f}   again {min(again):5.0f} to {max(again):.0f} ms")
            terrain.close()


def _skylines(own: Path) -> None:
    paths = Paths.find()
    print("\nskyline of 720 azimuths")
    for name, folder in (("bundled", None), ("imported", own)):
        terrain = Terrain(paths.terrain, folder)
        ground = Ground.of(terrain)
        for p in (LatLon(-89.67, 129.78), LatLon(-85.99, 0.0)):
            begun = time.perf_counter()
            skyline(ground, ground.observer(p))
            print(f"  {name:9s} {p.lat:7.2f}° {p.lon:6.2f}°   {1000 * (time.perf_counter() - begun):6.0f} ms")
        terrain.close()
    print(f"memory of all this         {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0:7.0f} MB")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
