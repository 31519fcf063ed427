"""How start, memory, search, facets and list grow from 100 to 100,000 entries.

    python tests/benchmarks/bench_scale.py [--sizes 100 1000 10000 100000] [--rounds 5] [--real] [--cache FOLDER]

Invented catalogues (kept in the cache folder between runs) are opened by the real window, off-screen. Texts are
typed letter by letter; `shown` is the time from a keystroke to the list and the facet counts painted, `held` the
longest time in which the window could not have taken the next keystroke. `--real` adds the catalogue that ships.
Prints medians and 95th percentiles in milliseconds; asserts nothing.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from synthetic import synthetic

from atlas.domain.facets import Filter
from atlas.paths import Paths

TYPED = ("change 12", "luna 2", "moonlight", "嫦娥", "луна 2", "artemis zz")
FILTERS = (
    Filter(kind=frozenset({"mission"})),
    Filter(nation=frozenset({"CN"})),
    Filter(kind=frozenset({"mission", "vehicle"}), nation=frozenset({"CN", "RU"}), status=frozenset({"planned"})),
    Filter(phase=frozenset({"construction"})),
    Filter(decade=frozenset({"2010"})),
)
_CLOCK = "ATLAS_BENCH_STARTED"


def keystrokes() -> list[str]:
    """Return what stands in the search box after each key of the typed texts."""
    return [text[:end] for text in TYPED for end in range(1, len(text) + 1)]


def rss_mb() -> float:
    """Return this process's resident memory in megabytes."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds the work takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def store_figures(catalogue_file: Path) -> dict[str, Any]:
    """Measure the catalogue without a window: opening, the first list, searching, memory."""
    from atlas.store.catalogue import Catalogue

    before = rss_mb()
    found: dict[str, Any] = {"file MB": catalogue_file.stat().st_size / 1e6}
    began = time.perf_counter()
    catalogue = Catalogue.open(catalogue_file)
    catalogue.snapshot(catalogue.date)
    found["open + list"] = [(time.perf_counter() - began) * 1000]
    found["list MB"] = rss_mb() - before
    found["search"] = [timed(lambda: catalogue.find(text, catalogue.date)) for text in keystrokes()]  # noqa: B023
    return found


@contextmanager
def real_window(catalogue_file: Path) -> Iterator[Any]:
    """Open the real window over a catalogue."""
    from atlas.app import Atlas, make_application

    app = make_application()
    ours = Paths.find()
    with tempfile.TemporaryDirectory() as home:
        resources = Path(home) / "resources"
        resources.mkdir()
        for part in ("icons", "sky", "terrain", "translations"):
            (resources / part).symlink_to(ours.resources / part, target_is_directory=True)
        (resources / "catalogue.db").symlink_to(catalogue_file.resolve())
        atlas = Atlas(app, Paths(Path(home) / "data", resources, ours.db))
        atlas.window.resize(1600, 960)
        atlas.window.show()
        settle(atlas)
        yield atlas
        atlas.close()


def settle(atlas: Any) -> float:
    """Run the event loop until nothing is under way; return the longest hold-up in milliseconds."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    longest, quiet = 0.0, 0
    while quiet < 3:
        longest = max(longest, timed(QApplication.processEvents))
        quiet += 1
        if atlas.context.tasks.busy:
            # as the window waits: asleep until the worker's signal comes; only what it then does itself counts
            worked = time.thread_time()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            longest = max(longest, (time.thread_time() - worked) * 1000)
            quiet = 0
    return longest


def window_figures(catalogue_file: Path, rounds: int) -> dict[str, Any]:
    """Measure the real window: typing, filtering, ordering."""
    from atlas.models.sorting import SortKey

    found: dict[str, Any] = {name: [] for name in ("typing shown", "typing held", "facet shown", "order shown")}
    with real_window(catalogue_file) as atlas:
        found["window MB"] = rss_mb()
        pane, box = atlas.window.list_pane, atlas.window.top_bar.search
        for _ in range(rounds):
            for text in keystrokes():
                if len(text) == 1:
                    box.clear()
                    settle(atlas)
                shown, held = measured(atlas, lambda: box.setText(text))  # noqa: B023
                found["typing shown"].append(shown)
                found["typing held"].append(held)
            box.clear()
            settle(atlas)
            for chosen in FILTERS:
                found["facet shown"].append(measured(atlas, lambda: pane.set_filter(chosen))[0])  # noqa: B023
            pane.set_filter(Filter())
            for key in SortKey:
                found["order shown"].append(measured(atlas, lambda: pane.set_sort(key))[0])  # noqa: B023
        found["used MB"] = rss_mb()
    return found


def measured(atlas: Any, act: Callable[[], object]) -> tuple[float, float]:
    """Do something; return when it was shown and the longest hold-up, in milliseconds."""
    began = time.perf_counter()
    held = timed(act)
    held = max(held, settle(atlas))
    return (time.perf_counter() - began) * 1000, held


def start_figures(catalogue_file: Path) -> dict[str, Any]:
    """Measure from the start of the process to the window painted and at rest."""
    with real_window(catalogue_file):
        return {"start": [(time.time() - float(os.environ[_CLOCK])) * 1000]}


def child(part: str, catalogue_file: Path, rounds: int) -> dict[str, Any]:
    """Run one part of the measurements in a process of its own."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        _CLOCK: str(time.time()),
    }
    command = [sys.executable, __file__, "--part", part, str(catalogue_file), "--rounds", str(rounds)]
    # a window that waits for an answer nobody gives would wait for ever
    answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=1800)
    figures: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return figures


def figures_of(catalogue_file: Path, rounds: int) -> dict[str, Any]:
    """Measure everything for one catalogue."""
    stores = [child("store", catalogue_file, rounds) for _ in range(max(1, rounds // 2))]
    found = stores[0] | {key: [v for s in stores for v in s[key]] for key in ("open + list", "search")}
    found |= child("window", catalogue_file, rounds)
    starts = [child("start", catalogue_file, rounds) for _ in range(rounds)]
    return found | {"start": [v for s in starts for v in s["start"]]}


def as_text(value: float | list[float]) -> str:
    """Write a figure, or median and 95th percentile of many."""
    if not isinstance(value, list):
        return f"{value:.1f}"
    top = sorted(value)[max(0, -(-len(value) * 95 // 100) - 1)]
    return f"{statistics.median(value):.1f} / {top:.1f}"


def main() -> None:
    """Measure every size and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--real", action="store_true")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "atlas-scale")
    parser.add_argument("--part", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.part:
        part, file = args.part[0], Path(args.part[1])
        parts = {"store": store_figures, "start": start_figures}
        print(json.dumps(window_figures(file, args.rounds) if part == "window" else parts[part](file)))
        return
    files = {f"{size:,}": synthetic(size, args.cache) for size in args.sizes}
    if args.real:
        files = {"shipped": Paths.find().catalogue} | files
    columns = {name: figures_of(file, args.rounds) for name, file in files.items()}
    print(f"{'ms: median / p95':18}" + "".join(f"{name:>20}" for name in columns))
    for row in next(iter(columns.values())):
        print(f"{row:18}" + "".join(f"{as_text(figures[row]):>20}" for figures in columns.values()))


if __name__ == "__main__":
    main()
