"""Measures the map's frames at 1920×1080, drawn in software: python tests/benchmarks/bench_map.py

Prints, for panning and zooming at several scales, the median, the 95th percentile and the longest frame (the time
from a change of the view to the end of painting), the 95th percentile of the time that the window's thread worked on
it (all that counts where the machine is busy with other things), and how long after rest the ground is sharp.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from atlas.paths import Paths
from atlas.services.language import LanguageManager
from atlas.services.map.layers import Layer
from atlas.services.settings import Settings
from atlas.services.tasks import Tasks
from atlas.services.terrain import GroundPictures, Terrain
from atlas.services.terrain.files import HALF_SIDE_M
from atlas.store.catalogue import Catalogue
from atlas.views.map import MapPane
from atlas.views.theme import ThemeManager

SIZE = (1920, 1080)
FRAMES = 150
TARGET_MS = 16.0


def main(own: Path | None = None, scales: tuple[float, ...] = (1100.0, 430.0, 150.0, 40.0)) -> None:
    """Run all measurements and print them, with imported terrain of a folder if one is given."""
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.find(Path(folder))
        settings = Settings(Path(folder) / "settings.ini")
        _manager = ThemeManager(application, settings)
        catalogue = Catalogue.open(paths.catalogue)
        tasks = Tasks()
        terrain, ground = Terrain(paths.terrain, own), GroundPictures(paths.terrain)
        pane = MapPane(
            SimpleNamespace(
                paths=paths,
                catalogue=catalogue,
                tasks=tasks,
                settings=settings,
                terrain=terrain,
                ground=ground,
                language=LanguageManager(settings, paths.translations, tasks),
            )
        )
        pane.set_as_of(catalogue.date)
        pane.set_layers(pane.canvas.layers.with_shown(Layer.REGIONS, shown=True))
        pane.resize(*SIZE)
        started = time.perf_counter()
        pane.show()
        application.processEvents()
        pane.canvas.repaint()
        print(f"first frame after show    {1000 * (time.perf_counter() - started):6.1f} ms")
        _settle(application, pane)
        print(f"first sharp ground        {1000 * (time.perf_counter() - started):6.1f} ms")
        for mpp in scales:
            _measure(application, pane, f"pan at {mpp:.0f} m/px", mpp, _pan)
            _measure(application, pane, f"zoom from {mpp:.0f} m/px", mpp, _zoom)
        tasks.close()


def _measure(
    application: QApplication, pane: MapPane, title: str, mpp: float, step: Callable[[MapPane, int], None]
) -> None:
    canvas = pane.canvas
    canvas.set_view(canvas.view.centred(canvas.view.centre, mpp))
    _settle(application, pane)
    times, worked = [], []
    for k in range(FRAMES):
        started, begun = time.perf_counter(), time.thread_time()
        step(pane, k)
        # what Qt does for one frame: the canvas, then the panels that float over it
        pane.repaint()
        application.processEvents()
        times.append(1000 * (time.perf_counter() - started))
        worked.append(1000 * (time.thread_time() - begun))
        time.sleep(max(0.0, (TARGET_MS - times[-1]) / 1000))
    times.sort()
    worked.sort()
    rested = time.perf_counter()
    _settle(application, pane)
    sharp = 1000 * (time.perf_counter() - rested)
    print(
        f"{title:24s}  median {times[len(times) // 2]:5.1f}  95 % {times[int(len(times) * 0.95)]:5.1f}"
        f"  longest {times[-1]:5.1f} ms   worked 95 % {worked[int(len(worked) * 0.95)]:5.1f} ms"
        f"   sharp {sharp:4.0f} ms after rest"
    )


def _pan(pane: MapPane, k: int) -> None:
    canvas = pane.canvas
    canvas.set_view(canvas.view.panned(7 if k % 100 < 50 else -7, 4 if k % 60 < 30 else -4))
    assert abs(canvas.view.x) <= HALF_SIDE_M


def _zoom(pane: MapPane, k: int) -> None:
    canvas = pane.canvas
    canvas.set_view(canvas.view.zoomed(1.03 if k % 60 < 30 else 1 / 1.03, 700, 400))


def _settle(application: QApplication, pane: MapPane) -> None:
    deadline = time.perf_counter() + 10
    while not pane.canvas.is_sharp and time.perf_counter() < deadline:
        application.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    main()
