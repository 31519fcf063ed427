"""`ilrs-atlas terrain` in processes of its own: import, list, remove, what other commands make of it, refusals."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

ROOT = Path(__file__).parents[2]
# of how rasterio multiplies transforms
pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")


def atlas(data, *words, **more):
    """Run the command and return the finished process."""
    command = [sys.executable, "-m", "atlas", "--data-dir", str(data), *words]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, **more
    )


def raster(path, heights, cell=50.0):
    half = len(heights) * cell / 2
    with rasterio.open(
        path, "w", driver="GTiff", count=1, dtype="float32", width=len(heights), height=len(heights),
        crs="IAU_2015:30135", transform=from_origin(-half, half, cell, cell),
    ) as out:  # fmt: skip
        out.write(heights.astype("float32"), 1)
        out.units = ("m",)
    return path


@pytest.fixture
def plain(tmp_path):
    return raster(tmp_path / "plain.tif", np.full((400, 400), 1234.0))


def test_from_the_file_to_the_sky_and_back_to_nothing(tmp_path, plain):
    data = tmp_path / "data"
    done = atlas(data, "terrain", "import", str(plain), "--name", "Plain one", "--credit", "Somebody", "--yes")
    assert (done.returncode, done.stdout) == (0, "")
    assert "100 %" in done.stderr
    assert "about 1234 to 1234 m" in done.stderr

    listed = atlas(data, "terrain", "list", "--format", "json")
    (record,) = json.loads(listed.stdout)
    assert listed.stderr == ""
    assert {key: record[key] for key in ("name", "source", "resolution_m", "min_m", "max_m", "bounds_m", "crs")} == {
        "name": "Plain one", "source": str(plain), "resolution_m": 50.0, "min_m": 1234.0, "max_m": 1234.0,
        "bounds_m": [-10_000.0, -10_000.0, 10_000.0, 10_000.0], "crs": "IAU_2015:30135",
    }  # fmt: skip
    assert "Plain one" in atlas(data, "terrain", "list").stdout

    sky = json.loads(atlas(data, "sun", "-89.95", "10", "--at", "2026-11-22T18:00", "--format", "json").stdout)
    assert sky["terrain"] == {"name": "Plain one", "resolution_m": 50.0}
    assert "ground at 1234 m (Plain one, 50 m a pixel)" in atlas(data, "sun", "-89.95", "10").stdout
    checked = json.loads(atlas(data, "check", "--format", "json").stdout)
    assert checked["counts"]["own_terrains"] == 1

    target = tmp_path / "map.svg"
    assert atlas(data, "map", "-o", str(target), "--width-km", "60", "--size", "400x300").returncode == 0
    assert target.stat().st_size > 1000

    gone = atlas(data, "terrain", "remove", "plain ONE")
    assert gone.returncode == 0
    assert list((data / "terrain").iterdir()) == []
    assert json.loads(atlas(data, "terrain", "list", "--format", "json").stdout) == []
    assert plain.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["terrain", "import", "gone.tif", "--yes"], "There is no file"),
        (["terrain", "import", ".", "--yes"], "is a folder"),
        (["terrain", "import", "README.md", "--yes"], "cannot be read as a raster"),
        (["terrain", "remove", "nothing"], "None has been imported yet"),
        (["terrain", "import"], "FILE"),
        (["terrain"], "import|list|remove"),
        (["terrain", "import", "x.tif", "--unit", "feet"], "feet"),
    ],
)
def test_refusals_are_one_line(tmp_path, words, said):
    done = atlas(tmp_path / "data", *words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "data" / "terrain").exists()


def test_with_nobody_to_ask_the_file_is_told_and_left_alone(tmp_path, plain):
    done = atlas(tmp_path / "data", "terrain", "import", str(plain))
    assert done.returncode == 2
    assert "about 1234 to 1234 m" in done.stderr
    assert "nothing was imported, as there is nobody to ask: add --yes" in done.stderr.splitlines()[-1]
    assert not (tmp_path / "data" / "terrain").exists()


def test_interrupted_it_leaves_nothing(tmp_path):
    random = np.random.default_rng(1)
    big = raster(tmp_path / "big.tif", random.normal(0, 500, (5_000, 5_000)), 4.0)
    data = tmp_path / "data"
    process = subprocess.Popen(
        [sys.executable, "-m", "atlas", "--data-dir", str(data), "terrain", "import", str(big), "--yes"],
        cwd=ROOT, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list((data / "terrain").glob("*.part")) and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 2, told
    assert told.splitlines()[-1].endswith("nothing was imported")
    assert not (data / "terrain").exists()
