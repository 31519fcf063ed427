"""The start of the frozen atlas: leads the bundled libraries to their data, says what is missing, runs the command."""

import os
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path

_APT = (
    "sudo apt install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 "
    "libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libdbus-1-3 libfontconfig1"
)
_DNF = (
    "sudo dnf install mesa-libEGL mesa-libGL libglvnd-egl libglvnd-glx libxkbcommon-x11 libxcb xcb-util-cursor "
    "xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil dbus-libs fontconfig"
)


def set_environment(bundle: Path, environment: MutableMapping[str, str]) -> None:
    """Point GDAL and PROJ at the bundle, and hide the bundle from programs that the atlas starts.

    A browser that inherits the library path would load our libraries; an atlas that it starts would take itself for a
    part of this process.
    """
    environment["GDAL_DATA"] = str(bundle / "rasterio" / "gdal_data")
    environment["PROJ_DATA"] = str(bundle / "rasterio" / "proj_data")
    # this process keeps the path: the loader read it at the start
    original = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    if original:
        environment["LD_LIBRARY_PATH"] = original
    else:
        environment.pop("LD_LIBRARY_PATH", None)
    for name in [name for name in environment if name.startswith("_PYI_")]:
        del environment[name]
    locale = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG")
    if locale in {None, "C", "POSIX"} and not environment.get("LC_ALL"):
        # as Python itself does when it is not frozen; Qt would complain at length
        environment["LC_CTYPE"] = "C.UTF-8"


def missing_library(problem: str) -> str:
    """Return what to tell a user when the system's loader gave up with `problem`."""
    return (
        f"ilrs-atlas: the window cannot open, because a library of the system is missing: {problem}\n"
        f"  Debian, Ubuntu:  {_APT}\n"
        f"  Fedora:          {_DNF}\n"
        "Your notes are untouched."
    )


def window_obstacle(plugins: Path, environment: Mapping[str, str]) -> str | None:
    """Return why a window cannot open on this Linux desktop, None where nothing speaks against it.

    Qt would abort the process instead, without a word about what to install.
    """
    platform = environment.get("QT_QPA_PLATFORM", "")
    wayland = "WAYLAND_DISPLAY" in environment
    if platform.partition(":")[0] not in {"", "xcb"} or (wayland and not platform):
        return None
    if "DISPLAY" not in environment and not wayland:
        return (
            "ilrs-atlas: there is no desktop to open a window on (DISPLAY and WAYLAND_DISPLAY are not set). "
            "The commands work without one: ilrs-atlas --help"
        )
    import ctypes

    try:
        ctypes.CDLL(str(plugins / "platforms" / "libqxcb.so"))
    except OSError as error:
        # PyInstaller wraps what the loader said into a guess of its own
        return missing_library(str(error.__cause__ or error))
    return None


def wants_window(arguments: Sequence[str]) -> bool:
    """Return whether the command line asks for the window."""
    from atlas.cli.parser import COMMANDS

    return not {*COMMANDS, "-h", "--help", "--version"} & set(arguments)


def start() -> int:
    """Run the command and return its exit status."""
    bundle = Path(__file__).resolve().parent
    set_environment(bundle, os.environ)
    if sys.platform == "linux" and wants_window(sys.argv[1:]):
        obstacle = window_obstacle(bundle / "PySide6" / "Qt" / "plugins", os.environ)
        if obstacle is not None:
            print(obstacle, file=sys.stderr)
            return 2
    from atlas.__main__ import main

    try:
        return main()
    except ImportError as error:
        if ".so" not in str(error):
            raise
        print(missing_library(str(error)), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(start())
