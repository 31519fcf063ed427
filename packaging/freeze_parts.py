"""What goes into the frozen bundle and what stays out: read by the spec, by freeze.py and by the tests."""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import Final

APP_ID: Final = "org.ilrs_atlas.Atlas"
"""Names the desktop file, the icon and the AppStream record; change it here and rename the files of packaging/linux."""

USED_QT: Final = frozenset({"QtCore", "QtGui", "QtNetwork", "QtSvg", "QtWidgets"})
"""The Qt modules that `atlas` imports: tests/packaging/test_freeze_spec.py compares them with every import."""

DENIED_QT: Final = frozenset(
    {
        "QtConcurrent",
        "QtDBus",
        "QtDesigner",
        "QtHelp",
        "QtOpenGL",
        "QtOpenGLWidgets",
        "QtPrintSupport",
        "QtQml",
        "QtQuick",
        "QtQuickControls2",
        "QtQuickTest",
        "QtQuickWidgets",
        "QtSql",
        "QtSvgWidgets",
        "QtTest",
        "QtUiTools",
        "QtWaylandCompositor",
        "QtWebChannel",
        "QtWebEngineCore",
        "QtWebEngineQuick",
        "QtWebEngineWidgets",
        "QtXml",
        "QtExampleIcons",
        "QtAsyncio",
    }
)
"""Every other module of PySide6-Essentials, and the heavy ones of PySide6-Addons."""

QT_LIBRARIES: Final = frozenset(
    {
        *USED_QT,
        # the X11 and Wayland platforms and the desktop portal link these; no Python module goes with them
        "QtDBus",
        "QtXcbQpa",
        "QtWaylandClient",
        "QtOpenGL",
    }
)
"""The shared libraries of Qt that may lie in the bundle."""

PLUGINS: Final[dict[str, frozenset[str]]] = {
    "platforms": frozenset({"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"}),
    "iconengines": frozenset({"qsvgicon"}),
    "imageformats": frozenset({"qjpeg", "qsvg", "qwebp", "qgif"}),
    "platforminputcontexts": frozenset({"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"}),
    "platformthemes": frozenset({"qxdgdesktopportal"}),
    "wayland-shell-integration": frozenset({"xdg-shell"}),
    "wayland-graphics-integration-client": frozenset({"qt-plugin-wayland-egl"}),
    "wayland-decoration-client": frozenset({"adwaita", "bradient"}),
}
"""The plugins of Qt that the atlas uses, by folder, without `lib` and ending. All others stay out: the window is drawn
in software and in the Fusion style, opens no TLS connection and never asks whether there is a network."""

REQUIRED_PLUGINS: Final[dict[str, frozenset[str]]] = {
    "linux": frozenset({"qxcb", "qwayland", "qoffscreen", "qjpeg", "qsvg", "qsvgicon", "xdg-shell"}),
    "win32": frozenset({"qwindows", "qoffscreen", "qjpeg", "qsvg", "qsvgicon"}),
    "darwin": frozenset({"qcocoa", "qoffscreen", "qjpeg", "qsvg", "qsvgicon"}),
}

TRANSLATIONS: Final = frozenset({"qtbase_ru.qm", "qtbase_zh_CN.qm"})
"""Qt's own translations to bundle: those that atlas/services/language.py loads."""

WHOLE_PACKAGES: Final = ("atlas", "rasterio")
"""Packages of which every module goes in: ours are imported where used, rasterio's by compiled code."""

LEFT_OUT_OF_PACKAGES: Final = ("rasterio.rio", "rasterio.plot", "rasterio._example")
"""Parts of WHOLE_PACKAGES that are not gathered: the commands `rio`, plots. What other modules import comes all the
same (`rasterio.features` needs `rasterio.rio.helpers`)."""

PACKAGES_IMPORTED_WHERE_USED: Final = ("numpy", "sqlite_utils", "markdown_it", "edtf", "platformdirs")

EXTRAS: Final = ("dask", "distributed")
"""What the atlas imports only where it is installed: a cluster is for those who install the wheel with [cluster]."""
EXCLUDED_MODULES: Final = (
    *(f"PySide6.{name}" for name in sorted(DENIED_QT)),
    # tools of the developer
    "pip",
    "setuptools",
    "pkg_resources",
    "_distutils_hack",
    "wheel",
    "distutils",
    "ensurepip",
    "venv",
    "idlelib",
    "lib2to3",
    "pydoc",
    "pydoc_data",
    "doctest",
    "pdb",
    "test",
    "pytest",
    "_pytest",
    "hypothesis",
    "IPython",
    "numpy.f2py",
    "numpy.distutils",
    *EXTRAS,
    # other toolkits, and extras of libraries
    "tkinter",
    "_tkinter",
    "turtle",
    "curses",
    "_curses",
    "readline",
    "matplotlib",
    "pandas",
    "scipy",
    "django",
    "boto3",
    "botocore",
    # the atlas opens no connection: no TLS; and hashlib has its own hashes where OpenSSL's are missing
    "ssl",
    "_ssl",
    "_hashlib",
)

ALLOWED_HOST_LIBRARIES: Final = re.compile(
    r"(ld-linux-.*|lib(c|m|dl|rt|pthread|util|resolv|crypt)"  # glibc
    r"|libz"  # the start program's; every distribution has it
    r"|lib(GL|EGL|OpenGL|GLX|GLdispatch)"  # must match the graphics driver
    r"|lib(xcb)"  # PyInstaller leaves it out: it must match the driver's xcb-dri
    r"|libwayland-(client|cursor|egl))\.so(\.\d+)*"
)
"""What a bundle on Linux may expect of the machine: everything else lies in it."""

_PLUGIN = re.compile(r"(?:^|/)PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?([^/]+?)\.(?:so|dll|dylib)$")
_TRANSLATION = re.compile(r"(?:^|/)PySide6/(?:Qt/)?translations/([^/]+)$")
_QT_LIBRARY = re.compile(r"(?:^|/)(?:lib)?(Qt)6?([A-Z]\w*?)(?:\.abi3|_d)?\.(?:so|dll|dylib|pyd)(?:\.\d+)*$")
_LINKED = re.compile(r"^(?:[^/]+|PySide6/Qt/lib/[^/]+)$")


def plugin_of(name: str) -> tuple[str, str] | None:
    """Return (folder, name) of the Qt plugin at a path of the bundle, None where it is no plugin."""
    match = _PLUGIN.search(_slashes(name))
    return (match[1], match[2]) if match else None


def is_wanted(name: str) -> bool:
    """Return whether a file, given by its path in the bundle, belongs there."""
    plugin = plugin_of(name)
    if plugin is not None:
        return plugin[1] in PLUGINS.get(plugin[0], frozenset())
    translation = _TRANSLATION.search(_slashes(name))
    if translation is not None:
        return translation[1] in TRANSLATIONS
    path = PurePosixPath(_slashes(name))
    # the atlas loads words from .qm files; .ts is what people edit
    return path.name != "derive.py" and path.suffix != ".ts" and "__pycache__" not in path.parts


def qt_library_of(name: str) -> str | None:
    """Return the Qt module that a library or Python extension belongs to, such as `QtGui`; None for anything else."""
    match = _QT_LIBRARY.search(_slashes(name))
    return f"{match[1]}{match[2]}" if match else None


def only_linked(names: Iterable[str], needs: Callable[[str], Iterable[str]]) -> set[str]:
    """Return those shared libraries among `names` (paths in a Linux bundle) that no file outside them needs.

    PyInstaller gathers the libraries of a plugin before the plugin can be dropped. Libraries found that way lie at the
    top of the bundle or among Qt's; all other files are roots. `needs` gives the names of the libraries a file links.
    """
    names = set(names)
    linked = {PurePosixPath(name).name: name for name in names if _LINKED.match(name) and ".so" in name}
    # Python's own extensions and libpython are loaded by name
    roots = {name for name in names if name not in linked.values() or "libpython" in name or ".cpython-" in name}
    reached: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        waiting += [linked[need] for need in needs(name) if need in linked]
    return names - reached


def part_of(name: str) -> str:
    """Return the heading under which the size of a file of the bundle is counted."""
    path = PurePosixPath(_slashes(name))
    parts = path.parts[1:] if path.parts[0] in {"_internal", "Contents"} else path.parts
    top = parts[0] if parts else ""
    file = path.name
    if top == "PySide6":
        if "plugins" in parts:
            return "Qt plugins"
        return "ICU (Qt)" if file.startswith(("libicu", "icu")) else "PySide6 and Qt"
    if top == "shiboken6":
        return "PySide6 and Qt"
    if top == "atlas":
        return f"atlas/_data/{parts[2]}" if len(parts) > 3 and parts[1] == "_data" else "atlas"
    if top in {"rasterio", "rasterio.libs", "numpy", "numpy.libs", "PIL", "pillow.libs"}:
        return top
    if file.startswith(("libpython", "python3", "base_library")) or top.startswith(("lib-dynload", "python3")):
        return "Python"
    if len(parts) == 1 and re.search(r"\.(so|dll|dylib)\b", file):
        return "libraries of the build machine"
    if len(parts) == 1 and path.parts[0] != "_internal":
        return "start program with all Python modules"
    return "other packages"


def _slashes(name: str) -> str:
    return name.replace("\\", "/")
