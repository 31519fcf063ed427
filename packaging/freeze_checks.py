"""Looks over what PyInstaller said and made: every problem that would show on a user's machine stops the build."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from freeze_parts import (
    ALLOWED_HOST_LIBRARIES,
    DENIED_QT,
    EXCLUDED_MODULES,
    QT_LIBRARIES,
    REQUIRED_PLUGINS,
    is_wanted,
    part_of,
    plugin_of,
    qt_library_of,
)

_DEPENDENCY_OF = re.compile(r"dependency of '([^']+)'")
_EXCLUDING = re.compile(r"excluding plugin '([^']+)'", re.IGNORECASE)
_MODULE = re.compile(r"^(missing|excluded|invalid) module named '?([\w.]+)'? - imported by (.*)$", re.MULTILINE)
_IMPORTER = re.compile(r"([\w./\\:-]+) \(([^)]*)\)")
_ELF = b"\x7fELF"
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")


def problems_of_log(lines: Iterable[str]) -> list[str]:
    """Return the lines of PyInstaller's log that stand for something missing from the bundle.

    What is said about plugins that stay out anyway does not count.
    """
    found = []
    for line in lines:
        excluded = _EXCLUDING.search(line)
        unresolved = _DEPENDENCY_OF.search(line) if "could not resolve" in line else None
        about = excluded or unresolved
        if (about and is_wanted(about[1])) or ("idden import" in line and "not found" in line):
            found.append(line.strip())
    return found


def problems_of_warnings(text: str) -> list[str]:
    """Return what matters in PyInstaller's list of missing modules (`warn-ilrs-atlas.txt`).

    A missing module, or one that Python can't read, matters when one of ours imports it; a missing one also when it is
    installed and so could have been found. One that we exclude matters when something imports it without a way round.
    """
    found = []
    for how, name, importers in _MODULE.findall(text):
        ways = _IMPORTER.findall(importers)
        if how == "excluded":
            needing = [who for who, way in ways if way == "top-level" and not who.startswith("PySide6.")]
            if name in EXCLUDED_MODULES and needing:
                found.append(f"{name} is excluded, but {', '.join(needing)} cannot do without it")
        elif any(who.partition(".")[0] == "atlas" for who, _ in ways) or (how == "missing" and _is_installed(name)):
            found.append(f"{name} is {how}, imported by {importers}")
    return found


def _is_installed(name: str) -> bool:
    try:
        # a frozen module of the interpreter itself comes with it
        spec = find_spec(name)
    except (ImportError, AttributeError, ValueError):
        return False
    return spec is not None and spec.origin not in {"frozen", "built-in"}


def problems_of_bundle(bundle: Path) -> list[str]:
    """Return what lies in a bundle and should not, and what should and does not."""
    names = [path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file() or path.is_symlink()]
    found = [f"{name} has no place in the bundle" for name in names if not is_wanted(name)]
    for name in names:
        module = qt_library_of(name)
        python_module = name.endswith((".abi3.so", ".pyd")) and module in DENIED_QT
        if module is not None and (module not in QT_LIBRARIES or python_module):
            found.append(f"{name}: the atlas does not use {module}")
    plugins = {plugin[1] for plugin in map(plugin_of, names) if plugin}
    found += [f"the plugin {name} is missing" for name in sorted(REQUIRED_PLUGINS[sys.platform] - plugins)]
    data = "atlas/_data/"
    for needed in (
        f"{data}resources/catalogue.db",
        *(f"{data}resources/translations/atlas_{language}.qm" for language in ("en", "ru", "zh")),
        f"{data}resources/CREDITS.md",
        f"{data}resources/guide/10-first-steps.md",
        f"{data}resources/plates/sites/ORIGIN.toml",
        f"{data}resources/plates/typeset/ORIGIN.toml",
        f"{data}resources/plates/machines/change-7-arrival.webp",
        f"{data}resources/plates/figures/person.svg",
        f"{data}resources/sky/sky.npz",
        f"{data}resources/terrain/ORIGIN.toml",
        f"{data}resources/icons/atlas.svg",
        f"{data}db/catalogue.sql",
        f"{data}db/notebook/0001-notebook.sql",
        "rasterio/gdal_data/gdalvrt.xsd",
        "rasterio/proj_data/proj.db",
    ):
        if not any(name.endswith(needed) for name in names):
            found.append(f"{needed} is missing")
    for path in bundle.rglob("*"):
        if path.is_symlink() and not path.exists():
            found.append(f"{path.relative_to(bundle)} is a link that leads nowhere")
    return found


def host_libraries(bundle: Path) -> dict[str, list[str]]:
    """Return the shared libraries that a Linux bundle expects of the machine, each with the files that link it."""
    files = list(_elf_files(bundle))
    there = {path.name for path in bundle.rglob("*.so*")}
    wanted: dict[str, list[str]] = {}
    for path in files:
        said = subprocess.run(["readelf", "--dynamic", "--wide", path], capture_output=True, text=True, check=True)
        for name in re.findall(r"\(NEEDED\).*\[(.+?)\]", said.stdout):
            # the start program finds nothing of the bundle before it has set the path
            if name not in there or path.parent == bundle:
                wanted.setdefault(name, []).append(path.name)
    return dict(sorted(wanted.items()))


def problems_of_host_libraries(wanted: dict[str, list[str]]) -> list[str]:
    """Return those libraries that a machine with a desktop need not have."""
    return [
        f"{name} would have to be on the user's machine, for {', '.join(sorted(set(who))[:4])}"
        for name, who in wanted.items()
        if not ALLOWED_HOST_LIBRARIES.fullmatch(name)
    ]


def least_glibc(bundle: Path) -> str:
    """Return the oldest version of glibc on which a Linux bundle starts, such as `2.36`."""
    newest = max(int(minor) for path in _elf_files(bundle) for minor in _GLIBC.findall(path.read_bytes()))
    return f"2.{newest}"


def sizes(bundle: Path) -> dict[str, int]:
    """Return the bytes of a bundle by part, largest first. Links count nothing."""
    total: dict[str, int] = {}
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            part = part_of(path.relative_to(bundle).as_posix())
            total[part] = total.get(part, 0) + path.stat().st_size
    return dict(sorted(total.items(), key=lambda item: -item[1]))


def size_table(bundle: Path) -> str:
    """Return the sizes as lines of text, in megabytes of 10⁶ bytes."""
    by_part = sizes(bundle)
    rows = [*by_part.items(), ("together", sum(by_part.values()))]
    width = max(len(part) for part, _ in rows)
    return "\n".join(f"  {part:{width}} {size / 1e6:7.1f} MB" for part, size in rows)


def _elf_files(bundle: Path) -> Iterator[Path]:
    for path in sorted(bundle.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == _ELF:
                    yield path
