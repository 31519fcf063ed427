"""Measures the sky: python tests/benchmarks/bench_sky.py

Prints how long it takes to load the tables, to find the Sun and the Earth at 10,000 epochs, to see them from a place,
and to draw the skyline of several places in steps of 0.5°. Best and median of several rounds.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from atlas.domain.coordinates import LatLon
from atlas.paths import Paths
from atlas.services.sky import Ground, Sky, sky_view, skyline, visible_shares
from atlas.services.sky.time_scales import to_tdb
from atlas.services.terrain import Terrain

EPOCHS = 10_000
ROUNDS = 15
PLACES = (
    ("floor of Shackleton", LatLon(-89.67, 129.78)),
    ("connecting ridge", LatLon(-89.45, 222.7)),
    ("Malapert massif", LatLon(-85.99, 0.0)),
    ("plain at 72 S", LatLon(-72.0, 45.0)),
)


def main() -> None:
    """Run all measurements and print them."""
    paths = Paths.find()
    _measure("load the tables", lambda: Sky.load(paths.sky))
    _measure("load the ground", lambda: Ground.of(Terrain(paths.terrain)))
    sky, ground = Sky.load(paths.sky), Ground.of(Terrain(paths.terrain))
    start = datetime(2020, 1, 1, tzinfo=UTC)
    moments = [start + timedelta(hours=13 * n) for n in range(EPOCHS)]
    tdb = np.random.default_rng(1).permutation(to_tdb(moments))
    _measure(f"{EPOCHS} epochs UTC to TDB", lambda: to_tdb(moments))
    _measure(f"{EPOCHS} epochs, Sun", lambda: sky.sun(tdb), limit=50.0)
    _measure(f"{EPOCHS} epochs, Earth", lambda: sky.earth(tdb), limit=50.0)
    _measure(f"{EPOCHS} UTC epochs, Sun", lambda: sky.sun(moments), limit=50.0)
    eye = ground.observer(PLACES[0][1])
    _measure(f"{EPOCHS} epochs, Sun from a place", lambda: eye.look(sky.sun(tdb)), limit=50.0)
    for name, place in PLACES:
        _measure(f"skyline, {name}", lambda p=place: skyline(ground, ground.observer(p)))
    line = skyline(ground, eye)
    _measure(f"{EPOCHS} shares of the disc", lambda: visible_shares(eye.look(sky.sun(tdb)), line))
    _measure("both bodies over their horizons", lambda: sky_view(sky, ground, PLACES[0][1], start))


def _measure(title: str, work: Callable[[], object], limit: float | None = None) -> None:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    times.sort()
    goal = "" if limit is None else f"   goal {limit:.0f} ms: {'met' if times[ROUNDS // 2] <= limit else 'MISSED'}"
    print(f"{title:36s} best {times[0]:7.2f}  median {times[ROUNDS // 2]:7.2f} ms{goal}")


if __name__ == "__main__":
    main()
