"""Nothing in the atlas can reach a network: the one door of QtNetwork that is used is a local socket."""

import ast
import socket
from pathlib import Path

import pytest

import atlas

ROOT = Path(atlas.__file__).parent
ALLOWED_QTNETWORK = {"services/instance.py": {"QLocalServer", "QLocalSocket"}}
FORBIDDEN_MODULES = {
    "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "xmlrpc", "socketserver", "asyncio",
    "requests", "httpx", "urllib3", "aiohttp", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
}  # fmt: skip


def imported(tree: ast.AST) -> list[tuple[str, set[str]]]:
    """Return each imported module with the names taken from it."""
    found: list[tuple[str, set[str]]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, set()) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, {alias.name for alias in node.names}))
    return found


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_module_reaches_for_no_network(path):
    place = path.relative_to(ROOT).as_posix()
    for module, names in imported(ast.parse(path.read_text(encoding="utf-8"))):
        full = {module} | {f"{module}.{name}" for name in names}
        parents = {part.rsplit(".", count)[0] for part in full for count in range(part.count(".") + 1)}
        assert not parents & FORBIDDEN_MODULES, f"{place} imports {module}"
        if module == "PySide6.QtNetwork" or "PySide6.QtNetwork" in full:
            assert names, f"{place} imports QtNetwork whole"
            assert names <= ALLOWED_QTNETWORK.get(place, set()), f"{place} imports {names} of QtNetwork"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_the_guard_refuses_internet_sockets(no_sockets, family, request):
    with pytest.raises(OSError, match="no internet sockets"):
        socket.socket(family, socket.SOCK_STREAM)
    # the attempt above was meant: take it off the guard's list
    closure = socket.socket.__init__.__closure__
    assert closure is not None
    for cell in closure:
        if isinstance(cell.cell_contents, list):
            cell.cell_contents.clear()
