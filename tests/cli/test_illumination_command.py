"""`ilrs-atlas illumination`: one machine, a Dask cluster, Ctrl+C, refusals."""

import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio

ROOT = Path(__file__).parents[2]
PLACE = ["--centre", "-89.67,129.78", "--width-km", "40", "--from", "2026-11-01", "--to", "2026-11-02", "--step", "6"]
CLUSTER = """
import sys
from distributed import LocalCluster
from atlas.__main__ import main

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        sys.exit(main([*sys.argv[1:], "--scheduler", cluster.scheduler_address]))
"""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "atlas", "--data-dir", str(folder / "data"), "illumination", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)


def test_a_dask_cluster_of_two_processes_finds_what_this_machine_finds(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    here, there = tmp_path / "here.tif", tmp_path / "there.tif"
    done = run(tmp_path, *PLACE, "-o", str(here))
    assert done.returncode == 0, done.stderr
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    command = [sys.executable, str(script), "--data-dir", str(tmp_path / "data"), "illumination", *PLACE]
    done = subprocess.run(
        [*command, "-o", str(there)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "2 processes" in done.stderr
    with rasterio.open(here) as a, rasterio.open(there) as b:
        np.testing.assert_array_equal(a.read(), b.read())
        assert a.tags()["METHOD"] == b.tags()["METHOD"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for another process")
def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    words = ["--centre", "-89.67,129.78", "--width-km", "40", "--from", "2026-01-01", "--to", "2027-01-01", "-o"]
    command = [sys.executable, "-m", "atlas", "--data-dir", str(tmp_path / "data"), "illumination", *words]
    with subprocess.Popen(
        [*command, str(folder / "x.tif")], cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        assert "cells" in process.stderr.readline()
        os.killpg(process.pid, signal.SIGINT)
        told = process.stderr.read()
        assert process.wait(60) == 2
    assert told.splitlines()[-1] == "ilrs-atlas: stopped; nothing was written"
    assert "Traceback" not in told
    assert not list(folder.iterdir())
    assert _gone(process.pid)


def _gone(group: int) -> bool:
    """Return whether a group of processes has ended, which the last of it may take a moment for."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--width-km", "10", "--from", "2026-01-01", "--to", "2026-01-02", "-o", "x.png"], "does not end in .tif"),
        (["--width-km", "10", "--from", "2026-01-01", "--to", "2062-01-02", "-o", "x.tif"], "1959 to 2060"),
        (["--width-km", "10", "--from", "2026-01-02", "--to", "2026-01-01", "-o", "x.tif"], "one step long"),
        (["--width-km", "0", "--from", "2026-01-01", "--to", "2026-01-02", "-o", "x.tif"], "--width-km"),
        (["--width-km", "9", "--size", "9", "--from", "2026-01-01", "--to", "2026-01-02", "-o", "x.tif"], "--size"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from atlas.__main__ import main

    monkeypatch.chdir(tmp_path)
    assert main(["--data-dir", str(tmp_path / "d"), "illumination", "--centre", "-89,0", *words]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert len(error.splitlines()) == 1
    assert not list(tmp_path.glob("*.tif"))


def test_without_dask_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from atlas.__main__ import main

    monkeypatch.setitem(sys.modules, "distributed", None)
    words = ["--data-dir", str(tmp_path / "d"), "illumination", *PLACE, "-o", str(tmp_path / "x.tif")]
    assert main([*words, "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert "ilrs-atlas[cluster]" in capsys.readouterr().err
    assert importlib.util.find_spec("atlas.cli.illumination") is not None
