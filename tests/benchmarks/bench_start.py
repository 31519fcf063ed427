"""Time from process start to the settled window, and memory then, beside other programs.

    python tests/benchmarks/bench_start.py [--runs 5] [--frozen dist/ilrs-atlas/ilrs-atlas]

Each program is started in turn on a virtual X server of its own (Debian: xvfb). Settled is the time of the last pixel
change before 300 ms of rest. Memory is the proportional set size of all its processes. Peers that are not installed
(Debian: marble-qt with marble-plugins and marble-data, sqlitebrowser) are left out. Prints; asserts nothing.
"""

import argparse
import contextlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import ImageGrab

ROOT = Path(__file__).parents[2]
DISPLAY = ":97"
REST_S = 0.3
LIMIT_S = 30.0


def family(pid: int) -> list[int]:
    """Return a process and all that it started."""
    found = [pid]
    for child in subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split():
        found += family(int(child))
    return found


def memory_mb(pid: int) -> float:
    """Return the proportional set size of a process and its children in megabytes."""
    total = 0
    for one in family(pid):
        # a helper process may be gone by now
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def settle(command: list[str], home: Path) -> tuple[float, float]:
    """Start a program; return seconds to the settled window and its memory in megabytes."""
    empty = ImageGrab.grab(xdisplay=DISPLAY).tobytes()
    environment = {
        **os.environ,
        "DISPLAY": DISPLAY,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "QT_QPA_PLATFORM": "xcb",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",  # Marble's browser refuses to start as root without it
    }
    # as on a user's machine: byte code is kept
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    last, changed = empty, None
    try:
        while time.perf_counter() - started < LIMIT_S:
            now = time.perf_counter()
            shot = ImageGrab.grab(xdisplay=DISPLAY).tobytes()
            if shot != last:
                last, changed = shot, now
            elif changed is not None and shot != empty and now - changed > REST_S:
                return changed - started, memory_mb(process.pid)
            time.sleep(0.01)
        raise TimeoutError(" ".join(command))
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        while ImageGrab.grab(xdisplay=DISPLAY).tobytes() != empty:
            time.sleep(0.05)


def main() -> None:
    """Measure all programs in turn and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--frozen", type=Path)
    args = parser.parse_args()
    catalogue = ROOT / "resources" / "catalogue.db"
    programs = {"atlas": [sys.executable, "-m", "atlas"]}
    if args.frozen:
        programs["atlas, frozen"] = [str(args.frozen.resolve())]
    if shutil.which("marble-qt"):
        programs["Marble"] = ["marble-qt"]
    if shutil.which("sqlitebrowser"):
        programs["DB Browser"] = ["sqlitebrowser", str(catalogue)]
    server = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"])
    results: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    try:
        time.sleep(1.0)
        with tempfile.TemporaryDirectory() as home:
            for run in range(args.runs + 1):
                for name, command in programs.items():
                    folder = Path(home) / name.replace(" ", "-").replace(",", "")
                    folder.mkdir(exist_ok=True)
                    measured = settle(command, folder)
                    if run:  # the first round fills the disk cache and first-start files
                        results[name].append(measured)
    finally:
        server.terminate()
        server.wait()
    base = [statistics.median(column) for column in zip(*results["atlas"], strict=True)]
    for name, runs in results.items():
        seconds, memory = (statistics.median(column) for column in zip(*runs, strict=True))
        low, high = min(r[0] for r in runs), max(r[0] for r in runs)
        print(
            f"{name:14} settled {seconds:5.2f} s ({low:.2f}–{high:.2f})  memory {memory:6.1f} MB  "
            f"atlas/this {base[0] / seconds:5.2f} time, {base[1] / memory:5.2f} memory"
        )


if __name__ == "__main__":
    main()
