"""The wheel, built and installed, has everything in it and runs from anywhere."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT],
        check=True,
    )
    (wheel,) = folder.glob("ilrs_atlas-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(folder / "site")
    assert "atlas/_data/resources/catalogue.db" in names
    assert "atlas/_data/db/catalogue.sql" in names
    assert not [n for n in names if n.startswith(("tests/", "packaging/"))]
    return folder / "site"


def run(installed: Path, cwd: Path, *argv: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "--data-dir", str(cwd / "data"), *argv],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    code = "import atlas, atlas.paths; print(atlas.__file__); print(atlas.paths.Paths.find().resources)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(line.startswith(str(installed)) for line in done.stdout.split())


def test_check_and_show(installed: Path, tmp_path: Path) -> None:
    assert json.loads(run(installed, tmp_path, "check", "--format", "json"))["ok"]
    assert json.loads(run(installed, tmp_path, "show", "change-7", "--format", "json"))["slug"] == "change-7"


def test_the_catalogue_can_be_compiled_again(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "catalogue", "build", "-o", "again.db")
    shipped = installed / "atlas" / "_data" / "resources" / "catalogue.db"
    assert (tmp_path / "again.db").read_bytes() == shipped.read_bytes()


def test_every_view_draws(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "selftest")
