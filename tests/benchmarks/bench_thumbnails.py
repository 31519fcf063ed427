"""How fast thumbnails are made, beside `vipsthumbnail` (Debian: libvips-tools) over the same files.

    python tests/benchmarks/bench_thumbnails.py [--files 200] [--side 320] [--rounds 3] [--keep FOLDER]

Makes JPEGs of 12 megapixels (gradients, shapes and noise: 3 to 6 MB each), then lets all work in turn: ours with its
threads, one vipsthumbnail over all files as its manual shows it, and two of them side by side, each with half of
the files. Prints pictures a second, ratios and processor time; asserts nothing. Without vipsthumbnail only our rate
is printed.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image

from atlas.services.images.thumbnails import Thumbnails
from atlas.services.tasks import CancelToken

WIDTH, HEIGHT = 4000, 3000
VARIANTS = 8


def make_pictures(folder: Path, count: int) -> list[Path]:
    """Write `count` pictures, each its own crop and brightness of a few drawn ones; return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"picture-{number:04}.jpg" for number in range(count)]
    drawn: list[np.ndarray] = []
    for number, file in enumerate(files):
        if file.exists():
            continue
        if len(drawn) < VARIANTS:
            drawn.append(_drawn(len(drawn)))
        pixels = np.roll(drawn[number % len(drawn)], (37 * number, 91 * number), (0, 1))
        Image.fromarray(pixels).save(file, quality=90)
    return files


def _drawn(seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    planes = [110 + 70 * np.sin(x / (300 + 40 * k) + seed) * np.cos(y / (250 + 30 * k)) for k in range(3)]
    light = np.zeros((HEIGHT, WIDTH), np.float32)
    for _ in range(60):
        cx, cy, radius = random.integers(WIDTH), random.integers(HEIGHT), random.integers(20, 300)
        light[(x - cx) ** 2 + (y - cy) ** 2 < radius**2] += random.normal(0, 25)
    grain = random.normal(0, 7, (HEIGHT, WIDTH)).astype(np.float32)
    return np.stack([plane + light + grain for plane in planes], 2).clip(0, 255).astype(np.uint8)


def ours(files: list[Path], side: int, target: Path) -> None:
    """Make all thumbnails with an empty cache."""
    refused = Thumbnails(target).make_many(files, (side, side), _nothing, CancelToken())
    if refused:
        raise SystemExit(str(refused[0]))


def vips(files: list[Path], side: int, target: Path) -> None:
    """Make all thumbnails with one vipsthumbnail."""
    target.mkdir(exist_ok=True)
    form = f"{target}/%s.jpg[Q=85,strip]"
    subprocess.run(["vipsthumbnail", "--size", f"{side}x{side}", "-o", form, *files], check=True)


def two_vips(files: list[Path], side: int, target: Path) -> None:
    """Make all thumbnails with two vipsthumbnails side by side."""
    target.mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(vips, (files[::2], files[1::2]), (side, side), (target, target)))


def _nothing(_done: int, _total: int) -> None:
    return None


Contender = Callable[[list[Path], int, Path], None]


def rate(work: Contender, files: list[Path], side: int, folder: Path) -> tuple[float, float]:
    """Return pictures a second, and milliseconds of the processor for one (what a busy machine changes little)."""
    target = folder / "out"
    began, worked = time.perf_counter(), processor_seconds()
    work(files, side, target)
    taken, spent = time.perf_counter() - began, processor_seconds() - worked
    shutil.rmtree(target)
    return len(files) / taken, 1000 * spent / len(files)


def processor_seconds() -> float:
    """Return what this process and its ended children have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--side", type=int, default=320)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="keep the pictures here for the next run")
    wanted = parser.parse_args()
    contenders: dict[str, Contender] = {"atlas": ours}
    if shutil.which("vipsthumbnail"):
        contenders |= {"vipsthumbnail": vips, "two vipsthumbnails": two_vips}
    else:
        print("vipsthumbnail is missing (Debian: apt install libvips-tools): only the atlas is measured")
    with tempfile.TemporaryDirectory() as scratch:
        files = make_pictures(wanted.keep or Path(scratch) / "in", wanted.files)
        sizes = [file.stat().st_size / 1e6 for file in files]
        print(f"{len(files)} JPEGs of {WIDTH} x {HEIGHT}, {min(sizes):.1f} to {max(sizes):.1f} MB, to {wanted.side} px")
        rates: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
        for _ in range(wanted.rounds):
            for name, work in contenders.items():
                rates[name].append(rate(work, files, wanted.side, Path(scratch)))
        mine = statistics.median(speed for speed, _ in rates["atlas"])
        for name, found in rates.items():
            speeds = [speed for speed, _ in found]
            middle, work_ms = statistics.median(speeds), statistics.median(spent for _, spent in found)
            span = f"({min(speeds):.1f} to {max(speeds):.1f})"
            ratio = f"ratio {mine / middle:.2f}"
            print(f"{name:18} {middle:6.1f} a second {span:16} {ratio}   {work_ms:.0f} ms of processor each")


if __name__ == "__main__":
    main()
