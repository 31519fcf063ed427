"""Measures shadows: python tests/benchmarks/bench_shadow.py [--width-km 400]

Prints, for squares of 0.25, 1 and 4 megapixels round the pole, milliseconds a megapixel: to make a scene, to light it
at a moment, to draw sunlit relief of it; and how many times as long a plain ray march over the same pixels takes,
measured on a part of them (every ray at steps of one pixel, two rays a pixel for the limbs). Best of several rounds.
"""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from plain_march import plain_march

from atlas.paths import Paths
from atlas.services.map.sunlit import SunlitRelief
from atlas.services.sky import Directions, Ground, Sky
from atlas.services.sky.shadow import Rect, Scene
from atlas.services.terrain import Terrain

ROUNDS = 7
MEGAPIXELS = (0.25, 1.0, 4.0)
WHEN = datetime(2026, 11, 22, 18, tzinfo=UTC)
PART = 100


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--width-km", type=float, default=400.0)
    width_m = parser.parse_args().width_km * 1000.0
    paths = Paths.find()
    terrain = Terrain(paths.terrain)
    ground, sky = Ground.of(terrain), Sky.load(paths.sky)
    sun, relief = sky.sun(WHEN), SunlitRelief(sky, terrain)
    print(
        f"{width_m / 1000:g} km round the pole, {WHEN:%d %b %Y %H:%M} UTC, ms a megapixel, one core, best of {ROUNDS}"
    )
    print(f"{'Mpx':>5} {'scene':>8} {'light':>8} {'sunlit':>8} {'march':>10} {'ratio':>7}")
    for size in MEGAPIXELS:
        side = round((size * 1e6) ** 0.5)
        rect = Rect(-width_m / 2, -width_m / 2, width_m / 2, width_m / 2, side, side)
        made = best(lambda: Scene(ground, rect)) / size  # noqa: B023
        scene = Scene(ground, rect)
        lit = best(lambda: scene.shares(sun)) / size  # noqa: B023
        drawn = best(lambda: relief.image(rect, WHEN)) / size  # noqa: B023
        marched = march(ground, rect, sun)
        print(f"{size:5g} {made:8.0f} {lit:8.0f} {drawn:8.0f} {marched:10.0f} {marched / lit:7.0f}")
    return 0


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


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    sys.exit(main())
