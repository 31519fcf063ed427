"""A real window over a small catalogue made by the real compiler."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from atlas.app import Atlas
from atlas.content.compile import build_catalogue
from atlas.paths import Paths

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def small_resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of resources with a catalogue of ten entries; the rest is linked to the real one."""
    folder = tmp_path_factory.mktemp("resources")
    for part in ("guide", "icons", "sky", "terrain", "translations"):
        (folder / part).symlink_to(ROOT / "resources" / part, target_is_directory=True)
    build_catalogue(ROOT / "tests/fixtures/small", ROOT / "db/catalogue.sql", folder / "catalogue.db")
    return folder


@pytest.fixture
def small_paths(small_resources: Path, tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data", small_resources, ROOT / "db")


@pytest.fixture
def atlas(qapp: QApplication, qtbot, small_paths: Paths) -> Iterator[Atlas]:
    """An open atlas with its window on the screen."""
    opened = Atlas(qapp, small_paths)
    opened.window.resize(1280, 800)
    opened.window.show()
    qtbot.waitUntil(lambda: not opened.context.tasks.busy, timeout=10_000)
    yield opened
    opened.close()


_PLATE = """
[[picture]]
id = "{key}"
kind = "map"
caption = "{caption}"
alt = "Grey ground, {key}"
credit = "A. Painter"
licence = "CC BY 4.0"
file = "plates/{key}.jpg"
width = {width}
height = {height}
date = "{date}"
known = "{known}"
made = "Drawn by hand for the tests"
"""


@pytest.fixture(scope="session")
def plate_resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small resources with three pictures in the catalogue: two of Luna-25 and one of Chang'e 7."""
    from PIL import Image

    folder = tmp_path_factory.mktemp("plates")
    for part in ("guide", "icons", "sky", "terrain", "translations"):
        (folder / part).symlink_to(ROOT / "resources" / part, target_is_directory=True)
    content = Path(shutil.copytree(ROOT / "tests/fixtures/small", folder / "content"))
    (folder / "plates").mkdir()
    for slug, key, size, known, date in (
        ("luna-25", "luna-plan", (320, 200), "2020-05-01", "2020-05-01"),
        ("luna-25", "luna-crash", (200, 320), "2023-09-01", "2023-09-01"),
        ("change-7", "change-site", (640, 400), "2021-01-01", "2026-11-22"),
    ):
        Image.effect_noise(size, 60).convert("RGB").save(folder / "plates" / f"{key}.jpg", quality=85)
        with (content / "mission" / f"{slug}.toml").open("a", encoding="utf-8") as file:
            words = {"key": key, "caption": f"What is seen of {key}", "known": known, "date": date}
            file.write(_PLATE.format(**words, width=size[0], height=size[1]))
    build_catalogue(content, ROOT / "db/catalogue.sql", folder / "catalogue.db")
    return folder


@pytest.fixture
def pictured(qapp: QApplication, qtbot, plate_resources: Path, tmp_path: Path) -> Iterator[Atlas]:
    """An open atlas over a catalogue with pictures."""
    opened = Atlas(qapp, Paths(tmp_path / "data", plate_resources, ROOT / "db"))
    opened.window.resize(1280, 800)
    opened.window.show()
    qtbot.waitUntil(lambda: not opened.context.tasks.busy, timeout=10_000)
    yield opened
    opened.close()
    # off-screen Qt frees what was put there after Python is gone, and crashes
    QGuiApplication.clipboard().clear()
