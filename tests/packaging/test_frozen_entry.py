"""The start of the frozen atlas: what it sets, and what it says when a window cannot open."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import entry  # noqa: E402


def test_libraries_find_their_data_and_children_do_not_find_ours() -> None:
    environment = {
        "LD_LIBRARY_PATH": "/bundle/_internal",
        "LD_LIBRARY_PATH_ORIG": "/mine",
        "_PYI_ARCHIVE_FILE": "/bundle/ilrs-atlas",
        "PROJ_DATA": "/somewhere/else",
        "LANG": "ru_RU.UTF-8",
    }
    bundle = Path("/bundle/_internal")
    entry.set_environment(bundle, environment)
    assert environment == {
        "GDAL_DATA": str(bundle / "rasterio" / "gdal_data"),
        "PROJ_DATA": str(bundle / "rasterio" / "proj_data"),
        "LD_LIBRARY_PATH": "/mine",
        "LANG": "ru_RU.UTF-8",
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, "C.UTF-8"),
        ({"LANG": "C"}, "C.UTF-8"),
        ({"LANG": "zh_CN.UTF-8"}, None),
        ({"LC_ALL": "C"}, None),
    ],
)
def test_a_bare_locale_becomes_utf_8(before: dict[str, str], after: str | None) -> None:
    environment = {**before, "LD_LIBRARY_PATH": "/bundle"}
    entry.set_environment(Path("/bundle"), environment)
    assert environment.get("LC_CTYPE") == after
    assert "LD_LIBRARY_PATH" not in environment


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--data-dir", "/x"], True),
        (["atlas://mission/change-7"], True),
        (["list", "--nation", "CN"], False),
        (["--help"], False),
    ],
)
def test_which_starts_open_a_window(arguments: list[str], window: bool) -> None:
    assert entry.wants_window(arguments) is window


def test_no_desktop(tmp_path: Path) -> None:
    said = entry.window_obstacle(tmp_path, {})
    assert said is not None
    assert "no desktop" in said


@pytest.mark.parametrize(
    "environment", [{"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, {"QT_QPA_PLATFORM": "offscreen"}]
)
def test_other_platforms_are_left_to_qt(tmp_path: Path, environment: dict[str, str]) -> None:
    assert entry.window_obstacle(tmp_path, environment) is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves libraries to the system")
def test_a_plugin_that_cannot_be_loaded_names_the_packages(tmp_path: Path) -> None:
    said = entry.window_obstacle(tmp_path, {"DISPLAY": ":0"})
    assert said is not None
    assert "libqxcb.so" in said
    assert "sudo apt install" in said
    assert "sudo dnf install" in said
