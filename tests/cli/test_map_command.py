"""`ilrs-atlas map`: the file it writes, and what it refuses in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from atlas.__main__ import main

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_without_any_display(tmp_path, suffix):
    target = tmp_path / f"map.{suffix}"
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    arguments = ["map", "-o", str(target), "--centre", "-89.67,129.78", "--width-km", "200", "--size", "400x300"]
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "--data-dir", str(tmp_path), *arguments, "--as-of", "2026-01"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert target.stat().st_size > 10_000


def test_size_and_layers(tmp_path, qapp):
    target = tmp_path / "map.png"
    assert main(["map", "-o", str(target), "--size", "321x123", "--layers", "imagery,grid"]) == 0
    image = QImage(str(target))
    assert (image.width(), image.height()) == (321, 123)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--layers", "relief,roads"], "roads"),
        (["--layers", ""], "layer"),
        (["--size", "big"], "--size"),
        (["--size", "10x10"], "64"),
        (["--size", "99999x100"], "8192"),
        (["--centre", "Shackleton"], "--centre"),
        (["--centre", "-95,10"], "90"),
        (["--centre", "41,300"], "outside"),
        (["--width-km", "0"], "--width-km"),
        (["--width-km", "nan"], "--width-km"),
        (["--width-km", "wide"], "--width-km"),
        (["--as-of", "2026-13"], "month"),
    ],
)
def test_bad_input_is_one_line(tmp_path, capsys, arguments, word):
    target = tmp_path / "map.png"
    assert main(["map", "-o", str(target), *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert word in err
    assert not target.exists()


@pytest.mark.parametrize("name", ["map.gif", "map", "nowhere/map.png"])
def test_bad_targets_are_one_line(tmp_path, capsys, name):
    assert main(["map", "-o", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("arguments", [["--layers", "sunlight,names,grid"], ["--at", "2026-11-22T18:00"], []])
def test_relief_in_the_light_of_a_moment(tmp_path, qapp, arguments):
    target = tmp_path / "map.png"
    assert main(["map", "-o", str(target), "--size", "320x240", "--width-km", "200", *arguments]) == 0
    grey = sorted(QImage(str(target)).pixelColor(x, y).lightness() for x in range(0, 320, 5) for y in range(0, 240, 5))
    # half of the ground about the pole lies in shadow
    assert (grey[len(grey) // 3] < 40) == bool(arguments)


@pytest.mark.parametrize("at", ["2061-01-01", "1958-12-31T23:59"])
def test_no_sun_outside_the_tables(tmp_path, capsys, qapp, at):
    assert main(["map", "-o", str(tmp_path / "map.png"), "--at", at]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "1959" in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("at", ["yesterday", "2026-13-01", ""])
def test_a_time_that_is_none_is_one_line(tmp_path, capsys, at):
    assert main(["map", "-o", str(tmp_path / "map.png"), "--at", at]) == 2
    assert capsys.readouterr().err.count("\n") == 1
