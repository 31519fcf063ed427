"""Measures shadows: python tests/benchmarks/bench_shadow.py [--width-km 400] [--only engine|pane]

Prints first, for squares of 0.25, 1 and 4 megapixels round the pole, milliseconds a megapixel on one core: to make a
scene, to light it at a moment, to draw sunlit relief of it; how many times as long a plain ray march over the same
pixels takes, measured on a part of them (every ray at steps of one pixel, two rays a pixel for the limbs); and what
share of the pixels agrees with a march at half such steps, of those strewn over the square and of those off the edges.
Pixels agree if both say of the middle of the Sun's disc that it is in sight, or that it is not, from their middles: of
the pixels that an edge runs through, the march itself takes some for another when its steps are halved. The last three
columns are of scenes with rows half a pixel apart, as posters have them.

Then, through the real map with a megapixel of it in view: pictures a second while the time slider is dragged, how long
the event loop was held apart from painting, and the milliseconds from the slider's rest to the exact picture; and the
same work in processor time, which a busy machine changes less.
"""

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from plain_march import plain_march

from atlas.paths import Paths
from atlas.services.map.sunlit import SunlitRelief
from atlas.services.sky import Directions, Ground, Sky
from atlas.services.sky.shadow import Rect, Scene
from atlas.services.terrain import GroundPictures, Terrain

ROUNDS = 7
MEGAPIXELS = (0.25, 1.0, 4.0)
WHEN = datetime(2026, 11, 22, 18, tzinfo=UTC)
PART = 100
CANVAS = (1000, 1000)
DRAGS = 20
DRAG_S = 1.5
MOUSE_S = 1 / 125


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--width-km", type=float, default=400.0)
    parser.add_argument("--only", choices=("engine", "pane"))
    args = parser.parse_args()
    width_m = args.width_km * 1000.0
    if args.only != "pane":
        engine(width_m)
    if args.only != "engine":
        pane(width_m)
    return 0


def engine(width_m: float) -> None:
    paths = Paths.find()
    terrain = Terrain(paths.terrain)
    ground, sky = Ground.of(terrain), Sky.load(paths.sky)
    sun, relief = sky.sun(WHEN), SunlitRelief(sky, terrain)
    print(
        f"{width_m / 1000:g} km round the pole, {WHEN:%d %b %Y %H:%M} UTC, ms a megapixel, one core, best of {ROUNDS}"
    )
    heads = ("scene", "light", "sunlit", "march", "ratio", "agree", "off edges", "fine light", "agree", "off edges")
    print(f"{'Mpx':>5}" + "".join(f"{head:>11}" for head in heads))
    for size in MEGAPIXELS:
        side = round((size * 1e6) ** 0.5)
        rect = Rect(-width_m / 2, -width_m / 2, width_m / 2, width_m / 2, side, side)
        made = best(lambda: Scene(ground, rect)) / size  # noqa: B023
        scene = Scene(ground, rect)
        lit = best(lambda: scene.shares(sun)) / size  # noqa: B023
        drawn = best(lambda: relief.image(rect, WHEN)) / size  # noqa: B023
        marched = march(ground, rect, sun)
        finer = Scene(ground, rect, fine=True)
        finely = best(lambda: finer.shares(sun)) / size  # noqa: B023
        alike = [
            f"{value:11.3%}" for each in (scene, finer) for value in agreement(ground, rect, sun, each.shares(sun))
        ]
        times = "".join(f"{value:11.0f}" for value in (made, lit, drawn, marched, marched / lit))
        print(f"{size:5g}{times}{alike[0]}{alike[1]}{finely:11.0f}{alike[2]}{alike[3]}")


def best(job: Callable[[], object]) -> float:
    """Return the shortest of several runs in milliseconds, after one to warm up."""
    job()
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        job()
        taken.append(time.perf_counter() - begin)
    return min(taken) * 1000.0


def march(ground: Ground, rect: Rect, sun: Directions) -> float:
    """Return the milliseconds a megapixel of the plain march, from pixels strewn evenly over the rectangle."""
    part = Rect(rect.west, rect.south, rect.east, rect.north, PART, PART)
    begin = time.perf_counter()
    for limb in (-1.0, 1.0):
        plain_march(ground, part, sun, rect.pixel_m, limb)
    return (time.perf_counter() - begin) * 1000.0 / (PART * PART / 1e6)


def agreement(ground: Ground, rect: Rect, sun: Directions, shares: np.ndarray) -> tuple[float, float]:
    """Return the share of pixels lit alike in blocks from all over a rectangle, and of those off the edges."""
    alike, off_edges, blocks = [], [], 6
    size = 40
    for i in range(blocks):
        for j in range(blocks):
            top = round((i + 0.5) / blocks * rect.height - size / 2)
            left = round((j + 0.5) / blocks * rect.width - size / 2)
            px, py = (rect.east - rect.west) / rect.width, (rect.north - rect.south) / rect.height
            west, north = rect.west + left * px, rect.north - top * py
            part = Rect(west, north - size * py, west + size * px, north, size, size)
            marched = plain_march(ground, part, sun, min(rect.pixel_m / 2.0, 100.0), 0.0)
            same = marched == (shares[top : top + size, left : left + size] > 0.5)
            alike.append(same.mean())
            padded = np.pad(marched, 1, mode="edge")
            around = np.stack([padded[k : k + size, m : m + size] for k in range(3) for m in range(3)])
            off_edges.append(same[(around == marched).all(axis=0)])
    return float(np.mean(alike)), float(np.concatenate(off_edges).mean())


def pane(width_m: float) -> None:
    """Drag the slider of a real map and print what is seen."""
    from PySide6.QtWidgets import QApplication

    from atlas.services.settings import Settings
    from atlas.services.tasks import Tasks
    from atlas.views.map import MapPane
    from atlas.views.theme import ThemeManager

    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.find(Path(folder))
        settings = Settings(Path(folder) / "settings.ini")
        _manager = ThemeManager(application, settings)
        tasks = Tasks()
        terrain, ground = Terrain(paths.terrain), GroundPictures(paths.terrain)
        context = SimpleNamespace(
            paths=paths, catalogue=None, tasks=tasks, settings=settings, terrain=terrain, ground=ground
        )
        shown = MapPane(context)
        shown.show()
        shown.sunlight.set_time(WHEN)
        shown.set_layers(shown.canvas.layers.with_sunlight())
        application.processEvents()
        bar = shown.sunlight.bar
        assert bar is not None
        shown.resize(CANVAS[0], CANVAS[1] + bar.sizeHint().height())
        application.processEvents()
        shown.resize(CANVAS[0], CANVAS[1] + shown.height() - shown.canvas.height())
        application.processEvents()
        canvas = shown.canvas
        canvas.set_view(canvas.view.centred(canvas.view.centre, width_m / canvas.width()))
        settle(application, shown)
        print(f"\nthe map with {canvas.width()} × {canvas.height()} pixels, {DRAGS} drags of {DRAG_S} s")
        # as the application does once it stands
        gc.collect()
        gc.freeze()
        fast, exact = timed_pictures()
        rates, rests, held, busy = [], [], [], []
        for _ in range(DRAGS):
            rate, rest, longest, worked = drag(application, shown)
            rates.append(rate)
            rests.append(rest)
            held.append(longest)
            busy.append(worked)
        print(f"pictures a second: median {statistics.median(rates):.0f}, least {min(rates):.0f}")
        rests.sort()
        print(
            f"rest to exact: median {statistics.median(rests):.0f} ms, "
            f"95 % {rests[int(len(rests) * 0.95)]:.0f} ms, longest {rests[-1]:.0f} ms"
        )
        usual = statistics.median(held)
        print(f"event loop held, painting apart: longest {max(held):.1f} ms, median of the longest {usual:.1f} ms")
        print(
            f"processor time: fast picture {statistics.median(fast):.1f} ms, "
            f"exact one {statistics.median(exact):.1f} ms, event loop apart from painting at most {max(busy):.1f} ms"
        )
        shown.close()
        tasks.close()


def timed_pictures() -> tuple[list[float], list[float]]:
    """Have the workers' processor time in ms kept for pictures while the hand moves, and for exact ones."""
    from atlas.views.map import ground

    fast: list[float] = []
    exact: list[float] = []
    plain = ground._sharp_of

    def timed(wish: object, *rest: object) -> object:
        begun = time.thread_time()
        made = plain(wish, *rest)
        (fast if wish.light.moving else exact).append(1000.0 * (time.thread_time() - begun))
        return made

    ground._sharp_of = timed
    return fast, exact


def drag(application: object, shown: object) -> tuple[float, float, float, float]:
    """Move the slider to and fro; return pictures a second, ms from rest to exact, and the longest hold in ms.

    The last is the longest hold in processor time.
    """
    canvas, slider = shown.canvas, shown.sunlight.bar.slider
    pictures: list[float] = []
    painting, painted = [0.0], [0.0]
    plain_paint = type(canvas).paintEvent

    def timed(self: object, event: object) -> None:
        begun, worked = time.perf_counter(), time.thread_time()
        plain_paint(self, event)
        painting[0] += time.perf_counter() - begun
        painted[0] += time.thread_time() - worked

    def came() -> None:
        pictures.append(time.perf_counter())

    type(canvas).paintEvent = timed
    canvas._ground.changed.connect(came)
    slider.setSliderDown(True)
    longest, busiest, begin, step, way = 0.0, 0.0, time.perf_counter(), slider.value(), 1
    while time.perf_counter() - begin < DRAG_S:
        turn, worked = time.perf_counter(), time.thread_time()
        painting[0] = painted[0] = 0.0
        step += way * 6
        if not 0 < step < slider.maximum():
            way, step = -way, min(max(step, 0), slider.maximum())
        slider.setSliderPosition(step)
        application.processEvents()
        taken = time.perf_counter() - turn
        longest = max(longest, taken - painting[0])
        busiest = max(busiest, time.thread_time() - worked - painted[0])
        time.sleep(max(0.0, MOUSE_S - taken))
    rate = len(pictures) / (time.perf_counter() - begin)
    slider.setSliderDown(False)
    rested = time.perf_counter()
    settle(application, shown)
    canvas.repaint()
    rest = 1000.0 * (time.perf_counter() - rested)
    canvas._ground.changed.disconnect(came)
    type(canvas).paintEvent = plain_paint
    end = time.perf_counter() + 0.4
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.005)
    return rate, rest, 1000.0 * longest, 1000.0 * busiest


def settle(application: object, shown: object) -> None:
    deadline = time.perf_counter() + 20
    while not shown.canvas.is_sharp and time.perf_counter() < deadline:
        application.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    sys.exit(main())
