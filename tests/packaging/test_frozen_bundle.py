"""The frozen application, if it was built, in an environment that knows nothing of Python or of the checkout."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUNDLE = Path(os.environ.get("ILRS_ATLAS_BUNDLE", ROOT / "dist" / "ilrs-atlas"))
PROGRAM = BUNDLE / "ilrs-atlas"
PATIENCE_S = 60.0

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the bundle was tried on Linux only"),
    pytest.mark.skipif(not PROGRAM.is_file(), reason="no bundle is built (python packaging/freeze.py)"),
]


def run(home: Path, *argv: str, program: Path = PROGRAM, **more: str) -> subprocess.CompletedProcess[str]:
    bare = {"PATH": "/usr/bin", "HOME": str(home), **more}
    return subprocess.run(
        [program, *argv], cwd=home, env=bare, capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )


def good(home: Path, *argv: str) -> str:
    done = run(home, *argv)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_view_draws(tmp_path: Path) -> None:
    assert "views drew" in good(tmp_path, "selftest")


def test_nothing_is_missing(tmp_path: Path) -> None:
    assert json.loads(good(tmp_path, "check", "--format", "json"))["ok"]


def test_list_show_and_search(tmp_path: Path) -> None:
    assert len(json.loads(good(tmp_path, "list", "--format", "json"))) > 100
    assert json.loads(good(tmp_path, "show", "change-7", "--format", "json"))["name"]["zh"] == "嫦娥七号"
    assert json.loads(good(tmp_path, "search", "嫦娥六号", "--format", "json"))[0]["slug"] == "change-6"


def test_the_map_is_drawn(tmp_path: Path) -> None:
    good(tmp_path, "map", "-o", "x.png", "--size", "800x600")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "x.png").stat().st_size > 100_000


def test_the_catalogue_can_be_compiled(tmp_path: Path) -> None:
    good(tmp_path, "catalogue", "build", "-o", "again.db")
    assert (tmp_path / "again.db").stat().st_size > 100_000


def test_without_a_desktop_it_says_so(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("ilrs-atlas: there is no desktop")
    assert done.stderr.count("\n") == 1


def test_where_the_window_cannot_open_it_names_the_packages(tmp_path: Path) -> None:
    def link(source: str, target: str) -> None:
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)

    broken = tmp_path / "broken"
    shutil.copytree(BUNDLE, broken, symlinks=True, copy_function=link)
    library = broken / "_internal" / "libxcb-cursor.so.0"
    library.unlink()
    library.touch()
    done = run(tmp_path, program=broken / "ilrs-atlas", DISPLAY=":0")
    assert done.returncode == 2
    assert "libxcb-cursor.so.0" in done.stderr
    assert "sudo apt install" in done.stderr
    assert "libxcb-cursor0" in done.stderr


@pytest.fixture
def display() -> Iterator[str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    try:
        assert number, "the X server did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.xserver
@pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed (Debian: xvfb)")
@pytest.mark.skipif(not shutil.which("xdotool"), reason="xdotool is not installed (Debian: xdotool)")
def test_the_window_opens_and_loads_nothing_of_the_developer(tmp_path: Path, display: str) -> None:
    bare = {"PATH": "/usr/bin", "HOME": str(tmp_path), "DISPLAY": display}
    log = tmp_path / "stderr.txt"
    with log.open("wb") as file:
        process = subprocess.Popen([PROGRAM, "atlas://mission/change-7"], cwd=tmp_path, env=bare, stderr=file)
    try:
        search = ["xdotool", "search", "--onlyvisible", "--name", "^Chang.e 7 — ILRS Atlas"]
        end = time.monotonic() + PATIENCE_S
        while subprocess.run(search, env=bare, capture_output=True, check=False).returncode:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < end, "no window appeared"
            time.sleep(0.1)
        maps = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8").splitlines()
        loaded = {Path(line.split(maxsplit=5)[5]) for line in maps if ".so" in line}
        strangers = [p for p in loaded if p.is_relative_to(sys.prefix) or p.is_relative_to(sys.base_prefix)]
        assert not [p for p in strangers if sys.base_prefix != "/usr" and not p.is_relative_to(BUNDLE.resolve())]
        assert any(p.name.startswith("libxcb-cursor") and p.is_relative_to(BUNDLE.resolve()) for p in loaded)
    finally:
        process.terminate()
        process.wait()
    assert log.read_text() == ""
    assert (tmp_path / ".local" / "share" / "ilrs-atlas").is_dir()
