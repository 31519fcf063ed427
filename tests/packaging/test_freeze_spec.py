"""What goes into the frozen bundle: the lists of packaging/freeze_parts.py against what the atlas imports."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import freeze_checks as checks  # noqa: E402
import freeze_parts as parts  # noqa: E402

QT = "PySide6/Qt"


def imported() -> set[str]:
    """Return every module that the atlas imports, with the names taken from packages: `PySide6.QtGui`."""
    found: set[str] = set()
    for path in (ROOT / "atlas").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_the_qt_modules_are_those_imported() -> None:
    mine = {name.split(".")[1] for name in imported() if name.startswith("PySide6.Qt")}
    assert mine == parts.USED_QT


def test_no_module_that_is_imported_is_left_out() -> None:
    mine = imported()
    assert not [name for name in parts.EXCLUDED_MODULES if name in mine and name not in parts.EXTRAS]


def test_every_qt_module_is_used_or_denied() -> None:
    import PySide6

    folder = Path(PySide6.__file__).parent
    there = {path.name.split(".")[0] for path in folder.glob("Qt*") if path.suffix in {".so", ".pyd"}}
    assert there
    assert not parts.USED_QT & parts.DENIED_QT
    assert there <= parts.USED_QT | parts.DENIED_QT


def test_packages_named_are_imported() -> None:
    tops = {name.split(".")[0] for name in imported()}
    assert set(parts.PACKAGES_IMPORTED_WHERE_USED) <= tops


def test_translations_of_qt_are_those_loaded() -> None:
    text = (ROOT / "atlas/services/language.py").read_text(encoding="utf-8")
    assert set(re.findall(r'"(qtbase_\w+\.qm)"', text)) == parts.TRANSLATIONS
    import PySide6

    there = {path.name for path in Path(PySide6.__file__).parent.rglob("qtbase_*.qm")}
    assert there >= parts.TRANSLATIONS


def test_the_bundle_maps_what_the_wheel_maps() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    spec = (ROOT / "packaging" / "ilrs-atlas.spec").read_text(encoding="utf-8")
    for source, target in project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"].items():
        assert f'(str(ROOT / "{source}"), "{target}")' in spec


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (f"{QT}/plugins/platforms/libqxcb.so", True),
        (f"{QT}/plugins/platforms/libqoffscreen.so", True),
        (f"{QT}/plugins/platforms/libqvnc.so", False),
        (f"{QT}/plugins/platforms/libqlinuxfb.so", False),
        (f"{QT}/plugins/platforms/libqeglfs.so", False),
        (f"{QT}/plugins/platformthemes/libqgtk3.so", False),
        (f"{QT}/plugins/tls/libqopensslbackend.so", False),
        (f"{QT}/plugins/networkinformation/libqglib.so", False),
        (f"{QT}/plugins/imageformats/libqwebp.so", True),
        (f"{QT}/plugins/imageformats/libqtga.so", False),
        (f"{QT}/plugins/platforms/libqcocoa.dylib", True),
        (r"PySide6\plugins\platforms\qwindows.dll", True),
        (r"PySide6\plugins\styles\qmodernwindowsstyle.dll", False),
        (f"{QT}/translations/qtbase_de.qm", False),
        (f"{QT}/translations/qtbase_ru.qm", True),
        ("atlas/_data/resources/translations/atlas_ru.qm", True),
        ("atlas/_data/resources/translations/atlas_ru.ts", False),
        (f"{QT}/lib/libQt6Gui.so.6", True),
        ("atlas/_data/resources/terrain/dem.png", True),
        ("atlas/_data/resources/terrain/derive.py", False),
    ],
)
def test_what_is_wanted(name: str, wanted: bool) -> None:
    assert parts.is_wanted(name) is wanted


@pytest.mark.parametrize(
    ("name", "module"),
    [
        (f"{QT}/lib/libQt6Gui.so.6", "QtGui"),
        ("PySide6/QtGui.abi3.so", "QtGui"),
        ("PySide6/Qt6Quick.dll", "QtQuick"),
        ("PySide6/QtNetwork.pyd", "QtNetwork"),
        ("libglib-2.0.so.0", None),
    ],
)
def test_whose_library_it_is(name: str, module: str | None) -> None:
    assert parts.qt_library_of(name) == module


def test_libraries_go_with_the_plugin_that_needed_them() -> None:
    needs = {
        "PySide6/QtGui.abi3.so": ["libQt6Gui.so.6"],
        f"{QT}/lib/libQt6Gui.so.6": ["libglib.so.0", "libc.so.6"],
        "libgtk-3.so.0": ["libpango.so.0", "libglib.so.0"],
    }
    names = [*needs, "libglib.so.0", "libpango.so.0", "libpython3.11.so.1.0", f"{QT}/plugins/platforms/libqxcb.so"]
    assert parts.only_linked(names, lambda name: needs.get(name, [])) == {"libgtk-3.so.0", "libpango.so.0"}


def test_the_log_is_read() -> None:
    plugins = "/venv/PySide6/Qt/plugins"
    harmless = [
        f"1 DEBUG: excluding plugin '{plugins}/imageformats/libqpdf.so' ('imageformats')! Reason: …",
        f"2 WARNING: could not resolve 'libgtk-3.so.0', dependency of '{plugins}/platformthemes/libqgtk3.so'.",
        "3 WARNING: Library ole32 required via ctypes not found",
    ]
    fatal = [
        f"4 DEBUG: excluding plugin '{plugins}/platforms/libqxcb.so' ('platforms')! Reason: …",
        f"5 WARNING: could not resolve 'libxcb-cursor.so.0', dependency of '{plugins}/platforms/libqxcb.so'.",
        "6 ERROR: Hidden import 'rasterio.serde' not found",
    ]
    assert checks.problems_of_log([*harmless, *fatal]) == fatal


def test_missing_modules_matter_when_they_could_be_there() -> None:
    harmless = """
missing module named winreg - imported by platform (delayed, optional)
missing module named numpy._core.zeros - imported by numpy._core (top-level)
excluded module named boto3 - imported by rasterio.session (optional)
excluded module named PySide6.QtDBus - imported by PySide6.QtGui (top-level)
"""
    assert checks.problems_of_warnings(harmless) == []
    fatal = """
missing module named atlas.gone - imported by atlas.app (top-level)
missing module named 'rasterio.features' - imported by rasterio.mask (top-level)
excluded module named ssl - imported by rasterio.env (top-level)
invalid module named atlas.app - imported by atlas.__main__ (delayed)
"""
    assert len(checks.problems_of_warnings(fatal)) == 4


def test_what_has_no_place_is_found(tmp_path: Path) -> None:
    for name in (f"{QT}/plugins/tls/libqopensslbackend.so", f"{QT}/lib/libQt6Quick.so.6", "PySide6/QtDBus.abi3.so"):
        file = tmp_path / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "gone").symlink_to("nowhere")
    text = "\n".join(checks.problems_of_bundle(tmp_path))
    wanted = ("tls/", "QtQuick", "QtDBus", "nowhere", "catalogue.db is missing", "atlas_zh.qm is missing")
    for part in (*wanted, "proj.db is missing"):
        assert part in text


def test_sizes_are_counted_by_part(tmp_path: Path) -> None:
    for name in ("_internal/numpy/a.so", "_internal/numpy.libs/b.so", "_internal/atlas/_data/resources/x/y", "program"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"12")
    (tmp_path / "_internal" / "link.so").symlink_to("numpy/a.so")
    assert checks.sizes(tmp_path) == {
        "numpy": 2,
        "numpy.libs": 2,
        "atlas/_data/resources": 2,
        "start program with all Python modules": 2,
    }


def test_libraries_expected_of_the_machine() -> None:
    wanted = {"libc.so.6": ["a"], "libEGL.so.1": ["b"], "libxcb.so.1": ["c"], "libxcb-cursor.so.0": ["libqxcb.so"]}
    (problem,) = checks.problems_of_host_libraries(wanted)
    assert problem.startswith("libxcb-cursor.so.0")
