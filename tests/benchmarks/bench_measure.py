"""Measures profiles and the measuring tool: python tests/benchmarks/bench_measure.py

Prints how long a profile of so many samples takes, over the bundled terrain and over an imported one of 20 m cells, and
how long the window's thread works on one step of a point that is dragged (path, table, read-out and painting).
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from rasters import map_tif

from atlas.domain.coordinates import LatLon, unproject
from atlas.domain.geodesy import Path as Way
from atlas.paths import Paths
from atlas.services.measure.profile import sample_profile
from atlas.services.settings import Settings
from atlas.services.tasks import CancelToken, Tasks
from atlas.services.terrain import GroundPictures, Terrain
from atlas.services.terrain.importing import import_terrain
from atlas.services.terrain.library import Library
from atlas.services.terrain.survey import survey
from atlas.views.map.canvas import MapCanvas
from atlas.views.map.goto import GoTo
from atlas.views.map.tools import MapTools


def timed(work, times=7):
    """Return the median milliseconds of a call, after one to warm up."""
    work()
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000.0)
    return statistics.median(found)


def profiles(folder: Path) -> None:
    bundled = Terrain(Paths.find().terrain)
    bundled.load()
    file = folder / "fine.tif"
    map_tif(file, 20.0, 30_000.0)
    library = Library(folder / "terrain")
    import_terrain(library, survey(file, library.folder), "fine", "", lambda share: None, CancelToken())
    fine = Terrain(Paths.find().terrain, library.folder)
    fine.load()
    print(f"{'profile':<34}{'samples':>9}{'ms':>8}")
    for title, terrain, path in (
        ("100 km, 1.6 km cells", bundled, Way((LatLon(-88.35, 0), LatLon(-88.35, 180)))),
        ("1200 km, 1.6 km cells", bundled, Way((unproject(0, -600_000), unproject(0, 600_000)))),
        ("20 legs of 300 km, 1.6 km cells", bundled, Way(tuple(LatLon(-85, 160 * k) for k in range(21)))),
        ("50 km, 20 m cells", fine, Way((unproject(-25_000, -900), unproject(25_000, 900)))),
        ("10 legs of 50 km, 20 m cells", fine, Way(tuple(unproject(25_000 * (-1) ** k, 900 * k) for k in range(11)))),
    ):
        count = sample_profile(terrain, path).count
        print(f"{title:<34}{count:>9}{timed(lambda t=terrain, p=path: sample_profile(t, p)):>8.1f}")
    fine.close()


def dragging(folder: Path, app: QApplication) -> None:
    class Context:
        paths, tasks, settings = Paths.find(folder), Tasks(), Settings(folder / "settings.ini")
        terrain, ground = Terrain(Paths.find().terrain), GroundPictures(Paths.find().terrain)

    Context.terrain.load()
    pane = QWidget()
    column = QVBoxLayout(pane)
    canvas = MapCanvas(Context.tasks, Context.terrain, Context.ground, pane)
    column.addWidget(canvas, 1)
    tools = MapTools(Context, canvas, GoTo(pane), column, pane)
    pane.resize(1600, 1000)
    pane.show()
    print(f"\n{'a point dragged, of':<34}{'':>9}{'ms':>8}{'worst':>8}")
    for count in (3, 20, 60):
        points = tuple(canvas.view.position(200 + 20 * k, 300 + 80 * (k % 2)) for k in range(count))
        measure = tools.show_measure(profile=True)
        measure.set_path(Way(points), drawing=False)
        end = time.monotonic() + 2.0
        while time.monotonic() < end:
            app.processEvents()
        at = QPointF(200.0, 300.0)
        measure.press(QPointF(*canvas.view.to_screen(*_project(points[0]))))
        found = []
        for k in range(60):
            start = time.perf_counter()
            measure.drag(at + QPointF(k, k))
            found.append((time.perf_counter() - start) * 1000.0)
            app.processEvents()
        measure.release(at)
        print(f"{f'{count} points':<34}{'':>9}{statistics.median(found):>8.2f}{np.max(found):>8.2f}")
    tools.put_down()
    pane.close()
    Context.tasks.close()


def _project(p):
    from atlas.domain.coordinates import project

    return project(p)


if __name__ == "__main__":
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        profiles(Path(name))
        dragging(Path(name), application)
