"""Measures the gallery with 10,000 own pictures: python tests/benchmarks/bench_gallery.py [--pictures 10000]

Some hundred real JPEGs, 12-megapixel ones among them, stand under ten thousand names. Each part runs in a process of
its own with the real window at 1920×1080, off-screen: opening the tab (first with an empty cache of thumbnails, then
with the one that run left), scrolling at several speeds, opening the viewer and stepping through it, memory.

`held` is the time in which the window could not have answered: from a step of the scroll bar to the end of its paint,
with all that the event loop had to do besides; `own work` is the processor time of it, which a busy machine does not
lengthen. Frames are 1/60 s apart, as on a screen. Prints milliseconds.
"""

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

FRAME_S = 1 / 60
FRAMES = 240
SPEEDS = {"calm (20 px)": 20, "wheel (120 px)": 120, "fast (600 px)": 600, "jump (20 screens)": 20_000}
SIZES = ((4000, 3000), (4000, 3000), (1600, 1000), (1200, 1600), (2400, 1350), (800, 800), (640, 427), (3000, 1000))


def make_files(folder: Path, count: int) -> list[tuple[Path, int, int]]:
    """Write some hundred JPEGs and give them as many names as wanted, by hard links."""
    import numpy as np
    from PIL import Image

    real, named = folder / "real", folder / "pictures"
    found: list[tuple[Path, int, int]] = []
    if not named.is_dir():
        real.mkdir(parents=True)
        named.mkdir()
        rng = np.random.default_rng(7)
        for number in range(min(120, count)):
            width, height = SIZES[number % len(SIZES)]
            rough = Image.fromarray((rng.random((height // 25 + 2, width // 25 + 2, 3)) * 255).astype("uint8"))
            picture = np.asarray(rough.resize((width, height), Image.Resampling.BICUBIC)).astype("int16")
            noise = rng.integers(-14, 15, (height, width, 1), dtype="int16")
            done = Image.fromarray(np.clip(picture + noise, 0, 255).astype("uint8"))
            done.save(real / f"{number:03d}-{width}x{height}.jpg", quality=85)
        files = sorted(real.iterdir())
        for number in range(count):
            os.link(files[number % len(files)], named / f"{number:05d}-{files[number % len(files)].name}")
    for path in sorted(named.iterdir()):
        width, height = path.stem.split("-")[-1].split("x")
        found.append((path, int(width), int(height)))
    return found


def fill(data: Path, files: list[tuple[Path, int, int]]) -> None:
    """Record every file as an own picture left in place."""
    from atlas.domain.own_pictures import Keeping, NewPicture, PictureWords

    new = []
    for number, (path, width, height) in enumerate(files):
        found = path.stat()
        on = (("change-7", "luna-25", "im-2")[number % 3],) if number % 2 else ()
        words = PictureWords(f"Picture {number} of some ground", f"Person {number % 40}", "CC BY 4.0", "", on)
        digest = hashlib.sha256(str(path).encode()).hexdigest()
        new.append(
            NewPicture(
                str(path),
                Keeping.IN_PLACE,
                words,
                found.st_size,
                found.st_mtime_ns,
                width,
                height,
                "image/jpeg",
                digest,
            )
        )
    with Window(data) as window:
        jobs = [
            window.atlas.context.tasks.notebook(
                window.atlas.context.notebook.desk.do, partial(_add, new[start : start + 500])
            )
            for start in range(0, len(new), 500)
        ]
        for job in jobs:
            job.wait()
        window.settle()


def _add(new: list[Any], notebook: Any) -> None:
    notebook.pictures.add(new)


class Window:
    """The real window over a data folder, at work on nothing."""

    def __init__(self, data: Path) -> None:
        from atlas.app import Atlas, make_application
        from atlas.paths import Paths

        self.app = make_application()
        found = Paths.find()
        self.atlas = Atlas(self.app, Paths(data, found.resources, found.db))
        self.atlas.window.resize(1920, 1080)
        self.atlas.window.show()
        self.settle()

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        self.atlas.close()

    def settle(self, ended: Callable[[], bool] | None = None) -> float:
        """Run the event loop until nothing is under way (or something holds); return the longest hold-up in ms."""
        longest, quiet = 0.0, 0
        while quiet < 3 if ended is None else not ended():
            began = time.perf_counter()
            self.app.processEvents()
            longest = max(longest, (time.perf_counter() - began) * 1000)
            quiet = 0 if self.atlas.context.tasks.busy else quiet + 1
            time.sleep(0.002)
        return longest


def measure(data: Path) -> dict[str, Any]:
    """Open the gallery on the user's own pictures and measure everything."""
    with Window(data) as window:
        before = pss_mb()
        figures = opening(window)
        gallery = window.atlas.window.centre.gallery
        figures["scroll"] = {name: scrolled(window, pixels) for name, pixels in SPEEDS.items()}
        grid_only = pss_mb()
        figures["viewer"] = viewing(window)
        # the window remembers its tab: the next run is to open this one itself
        window.atlas.window.centre.show_map()
        figures["memory"] = {
            "before the tab": before,
            "with the grid": grid_only,
            "with the viewer": pss_mb(),
            "thumbnails": gallery.store.bytes_held / 1e6,
        }
    return figures


def opening(window: Window) -> dict[str, Any]:
    """Measure from the first click on the tab to the cells with their words, and to every thumbnail in sight."""
    main = window.atlas.window
    began, worked = time.perf_counter(), time.process_time()
    main.centre.show_gallery()
    gallery = main.centre.gallery
    held = (time.perf_counter() - began) * 1000
    held = max(held, window.settle(lambda: len(gallery.model.items) > 0))
    gallery.shelf.grid.viewport().repaint()
    first = (time.perf_counter() - began) * 1000
    held = max(held, window.settle(lambda: len(gallery.model.items) > 1000))
    gallery.shelf.grid.viewport().repaint()
    cells, worked = (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
    grid, store = gallery.shelf.grid, gallery.store

    def whole() -> bool:
        keys = [gallery.model.items[row].key for row in grid.rows_in_sight()]
        return all(store.pixmap(key) is not None for key in keys)

    held = max(held, window.settle(whole))
    shown = (time.perf_counter() - began) * 1000
    window.settle()
    return {
        "first": first,
        "cells": cells,
        "worked": worked,
        "thumbnails": shown,
        "held": held,
        "in sight": len(grid.rows_in_sight()),
    }


def scrolled(window: Window, pixels: int) -> dict[str, list[float]]:
    """Scroll frame by frame, as a screen would show it: how long each frame held the window, and what it worked."""
    grid = window.atlas.window.centre.gallery.shelf.grid
    bar = grid.verticalScrollBar()
    bar.setValue(0)
    window.settle()
    held, worked = [], []
    due = time.perf_counter()
    for _ in range(FRAMES):
        began, worked_before = time.perf_counter(), time.thread_time()
        bar.setValue((bar.value() + pixels) % max(1, bar.maximum()))
        window.app.processEvents()
        held.append((time.perf_counter() - began) * 1000)
        worked.append((time.thread_time() - worked_before) * 1000)
        due = max(due + FRAME_S, time.perf_counter())
        while time.perf_counter() < due:
            began = time.perf_counter()
            window.app.processEvents()
            # what arrives between two frames holds the window as well
            held[-1] = max(held[-1], (time.perf_counter() - began) * 1000)
            time.sleep(0.001)
    return {"held": held, "worked": worked}


def viewing(window: Window) -> dict[str, list[float]]:
    """Step through the viewer as fast as a picture a third of a second: until it is painted, and until it is sharp."""
    gallery = window.atlas.window.centre.gallery
    window.settle()
    gallery.open_key(gallery.model.items[0].key)
    window.settle()
    painted, sharp = [], []
    viewer = gallery.viewer
    for _ in range(24):
        began = time.perf_counter()
        viewer.go(1)
        viewer.canvases[0].repaint()
        painted.append((time.perf_counter() - began) * 1000)
        window.settle(lambda: viewer.loader.levels(viewer.item.key) is not None)
        sharp.append((time.perf_counter() - began) * 1000)
        rest = time.perf_counter() + 0.33
        window.settle(lambda: time.perf_counter() > rest)  # noqa: B023
    return {"painted": painted, "sharp": sharp}


def pss_mb() -> float:
    """Return this process's proportional share of memory in megabytes."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def spread(values: list[float]) -> str:
    """Write median, 95th percentile and maximum."""
    top = sorted(values)
    at_95 = top[max(0, -(-len(top) * 95 // 100) - 1)]
    return f"{statistics.median(values):8.1f} {at_95:8.1f} {top[-1]:8.1f}"


def tell(name: str, figures: dict[str, Any]) -> None:
    """Print one run."""
    print(f"\n{name}")
    print(
        f"  first screen ({figures['in sight']} pictures): painted {figures['first']:.0f} ms, with all "
        f"own pictures in it {figures['cells']:.0f} ms (processor time "
        f"of all threads {figures['worked']:.0f} ms), "
        f"all thumbnails {figures['thumbnails']:.0f} ms, longest hold-up {figures['held']:.1f} ms"
    )
    print(f"  {'ms per frame':34}{'median':>8}{'95 %':>9}{'longest':>9}")
    for speed, frames in figures["scroll"].items():
        print(f"  {speed + ', held':34}{spread(frames['held'])}")
        print(f"  {speed + ', own work':34}{spread(frames['worked'])}")
    print(f"  {'viewer: next painted':34}{spread(figures['viewer']['painted'])}")
    print(f"  {'viewer: next sharp':34}{spread(figures['viewer']['sharp'])}")
    print("  " + ", ".join(f"{part} {size:.0f} MB" for part, size in figures["memory"].items()))


def main() -> None:
    """Make the pictures, run both measurements in processes of their own, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=10_000)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "atlas-gallery-bench")
    parser.add_argument("--part", choices=("fill", "measure"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    folder = args.cache / str(args.pictures)
    data = folder / "data"
    if args.part == "fill":
        fill(data, make_files(folder, args.pictures))
        return
    if args.part == "measure":
        print(json.dumps(measure(data)))
        return
    if not (data / "notebook.db").exists():
        child(args, "fill")
    cache = data / "thumbnails"
    child(args, "measure")
    empty(cache)
    print(f"{args.pictures:,} own pictures, window 1920×1080, {os.cpu_count()} cores")
    for name in ("no thumbnail on the disk yet", "thumbnails on the disk"):
        tell(name, json.loads(child(args, "measure").splitlines()[-1]))


def empty(folder: Path) -> None:
    """Remove everything in a folder."""
    for file in sorted(folder.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()


def child(args: argparse.Namespace, part: str) -> str:
    """Run one part in a process of its own."""
    command = [sys.executable, __file__, "--part", part]
    command += ["--pictures", str(args.pictures), "--cache", str(args.cache)]
    # as installed: every module compiled before
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(args.cache / "compiled")
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=1800, env=environment)
    return done.stdout


if __name__ == "__main__":
    main()
