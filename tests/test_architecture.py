"""Who may import whom, how long a module may be, what may not be imported at start or written in a view."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "atlas").rglob("*.py"))
MAY_IMPORT: dict[str, set[str]] = {
    "domain": set(),
    "content": {"domain"},
    "store": {"domain"},
    "services": {"domain", "store", "paths"},
    "models": {"domain", "services"},
    "actions": {"domain"},
    "views": {"actions", "models", "services", "domain", "context"},
    "cli": {"domain", "content", "store", "services", "paths", "context"},
    "paths": set(),
    "context": {"store", "services", "paths"},
    "app": {"context", "store", "services", "views", "models", "actions", "domain", "paths"},
    "__main__": {"cli", "app", "paths", "store"},
    "__init__": set(),
}
QT = {
    "content": set(),
    "domain": set(),
    "store": set(),
    "services": {"QtCore", "QtGui", "QtSvg", "QtNetwork"},
    "models": {"QtCore", "QtGui"},
    "cli": {"QtCore", "QtGui"},
}
# the real window is opened by one command only
EXCEPTIONS = {("cli/selftest.py", "app"), ("cli/selftest.py", "QtWidgets")}


def part(path: Path) -> str:
    """Return the package or top-level module that a file belongs to."""
    return path.relative_to(ROOT / "atlas").parts[0].removesuffix(".py")


def imports(path: Path) -> list[tuple[str, int, bool]]:
    """Return (module, line, whether at module level) of all imports in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    found: list[tuple[str, int, bool]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno, id(node) in top) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            module = node.module or ""
            found += [
                (f"{module}.{alias.name}" if module in {"atlas", "PySide6"} else module, node.lineno, id(node) in top)
                for alias in node.names
            ]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_direction_of_imports(path: Path) -> None:
    mine = part(path)
    assert mine in MAY_IMPORT, f"{path}: a new part of the atlas needs a row in the table"
    name = path.relative_to(ROOT / "atlas").as_posix()
    for module, line, _ in imports(path):
        if module.startswith("atlas.") and module != "atlas.__version__":
            theirs = module.split(".")[1]
            allowed = theirs == mine or theirs in MAY_IMPORT[mine] or (name, theirs) in EXCEPTIONS
            assert allowed, f"{name}:{line}: {mine} may not import {theirs}"
        if module.startswith("PySide6.") and mine in QT:
            theirs = module.split(".")[1]
            assert theirs in QT[mine] or (name, theirs) in EXCEPTIONS, f"{name}:{line}: {mine} may not import {module}"
        if module == "sqlite3":
            assert mine in {"store", "content"}, f"{name}:{line}: only the store touches SQLite"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_module_is_too_long(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    limit = 300 if path.name == "main_window.py" else 500
    assert lines <= limit, f"{path} has {lines} lines, at most {limit} are allowed"


def test_the_table_in_the_readme_is_this_one() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, allowed in MAY_IMPORT.items():
        if name == "__init__":
            continue
        row = re.search(rf"^\| `{re.escape(name)}` \|([^|]*)\|", readme, re.MULTILINE)
        assert row, f"README has no row for {name}"
        assert set(re.findall(r"`(\w+)`", row.group(1))) == allowed, f"README's row for {name} differs from the test's"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_slow_libraries_are_imported_where_used(path: Path) -> None:
    slow = {"numpy", "PIL", "rasterio", "sqlite_utils", "edtf", "markdown_it"}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        names = (
            [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else ([node.module or ""] if isinstance(node, ast.ImportFrom) else [])
        )
        assert not {n.split(".")[0] for n in names} & slow, (
            f"{path}:{node.lineno}: import it in the function that uses it"
        )


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if part(p) in {"views", "models", "actions"}],
    ids=lambda p: p.relative_to(ROOT).as_posix(),
)
def test_no_literal_colour_in_views(path: Path) -> None:
    if path.name == "theme.py":
        return
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"[\"'(\s]#(?:[0-9a-fA-F]{3}){1,2}\b", text), f"{path}: colours come from the theme"
    assert not re.search(r"QColor\(\s*[\"'\d]|GlobalColor(?!\.transparent)", text), (
        f"{path}: colours come from the theme"
    )
    assert not re.search(r"\brgba?\(\s*\d", text), f"{path}: colours come from the theme"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_code_that_hides_or_loses_things(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in {"", "Exception", "BaseException"} or _tells(node), (
                f"{path}:{node.lineno}: hides errors"
            )
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect":
            assert not any(isinstance(a, ast.Lambda) for a in node.args), f"{path}:{node.lineno}: lambda in a signal"
        assert not isinstance(node, ast.Global), f"{path}:{node.lineno}: global state"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"QRunnable", "QThread", "QThreadPool"}, f"{path}:{node.lineno}: use Tasks"


def _tells(node: ast.ExceptHandler) -> bool:
    """Allow a broad handler that hands the error on: to a caller of another thread, or raised again."""
    if any(isinstance(n, ast.Raise) and n.exc is None for n in ast.walk(node)):
        return True
    return node.name is not None and any(isinstance(n, ast.Name) and n.id == node.name for n in ast.walk(node))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_strings_for_translation_are_literal(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        wanted = {"tr": 1, "translate": 2, "QT_TRANSLATE_NOOP": 2}.get(name)
        if wanted is None or (name == "translate" and not _is_qt_translate(node)):
            continue
        for argument in node.args[:wanted]:
            assert isinstance(argument, ast.Constant), f"{path}:{node.lineno}: {name} needs a literal"
            assert isinstance(argument.value, str)


def _is_qt_translate(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value).endswith("QCoreApplication")


def test_nothing_opens_the_network() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        for name in (
            "QTcpSocket",
            "QUdpSocket",
            "QNetworkAccessManager",
            "urllib.request",
            "http.client",
            "requests",
            "QTcpServer",
            "import socket",
        ):
            assert name not in text, f"{path}: {name}: the atlas never opens the network"


@pytest.mark.parametrize("command", ["import atlas.__main__", "import atlas.cli.parser, atlas.cli.listing"])
def test_the_command_line_starts_lazily(command: str) -> None:
    code = (
        f"{command}\nimport sys\n"
        "print([m for m in ('PySide6', 'numpy', 'PIL', 'rasterio', 'sqlite_utils', 'edtf') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


LATE = (
    "numpy",
    "PIL",
    "rasterio",
    "sqlite_utils",
    "edtf",
    "dask",
    "importlib.metadata",
    "atlas.services.credits",
    "atlas.services.export.formats",
    "atlas.services.map.export",
    "atlas.services.measure.chart",
    "atlas.services.measure.export",
    "atlas.services.measure.profile",
    "atlas.services.images",
    "atlas.domain.line_drawing",
    "atlas.services.to_scale.export",
    "atlas.services.to_scale.painter",
    "atlas.services.to_scale.scene",
    "atlas.views.detail.drawings",
    "atlas.views.dialogs",
    "atlas.views.error_dialog",
    "atlas.views.export_dialog",
    "atlas.views.gallery",
    "atlas.views.horizon",
    "atlas.views.map.tools_list",
    "atlas.views.map.tools_marks",
    "atlas.views.map.tools_measure",
    "atlas.views.map_saver",
    "atlas.views.notes.pane",
    "atlas.views.palette",
    "atlas.views.preferences",
    "atlas.views.profile",
    "atlas.views.to_scale",
    "atlas.views.terrain",
)
"""What the first frame does without: everybody who opens the atlas would wait for it."""


def test_the_window_starts_lazily() -> None:
    code = "import atlas.app, sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert not [name for name in loaded if any(f"{name}.".startswith(f"{late}.") for late in LATE)]


def test_only_the_fixed_names_stand_at_the_top() -> None:
    allowed = {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "atlas",
        "resources",
        "db",
        "packaging",
        "tests",
    }
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    names = {line.split("/")[0] for line in tracked if line and not line.startswith(".")}
    assert names <= allowed
