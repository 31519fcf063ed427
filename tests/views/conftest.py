"""A real window over a small catalogue made by the real compiler."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from atlas.app import Atlas
from atlas.content.compile import build_catalogue
from atlas.paths import Paths

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def small_resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of resources with a catalogue of ten entries; the rest is linked to the real one."""
    folder = tmp_path_factory.mktemp("resources")
    for part in ("icons", "terrain", "translations"):
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
