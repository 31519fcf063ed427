"""Puts the licence texts of everything in a bundle beside it."""

import shutil
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUNDLED = (
    "PySide6-Essentials",
    "shiboken6",
    "numpy",
    "rasterio",
    "sqlite-utils",
    "markdown-it-py",
    "mdurl",
    "edtf",
    "platformdirs",
    "pyparsing",
    "python-dateutil",
    "click",
    "pluggy",
    "tabulate",
)
_COMMON = Path("/usr/share/common-licenses")
_NOTE = """\
Licences of what is in this folder

ILRS Atlas: MIT (code), CC BY 4.0 (catalogue): LICENSE.
Terrain and imagery: NASA/GSFC/LOLA; NASA/GSFC/Arizona State University;
derived from lunar-toolkit, BSD-3-Clause: terrain/LICENSE.
Qt and Qt for Python (PySide6, Shiboken): GNU LGPL version 3, used as separate
shared libraries that may be replaced by others of the same interface: LGPL-3,
GPL-3. Their own sources are published by The Qt Company at qt.io.
Python: PSF licence: Python/LICENSE.
GDAL, PROJ, GEOS and the libraries that came inside rasterio's wheel: rasterio/,
and _internal/rasterio/gdal_data/LICENSE.TXT.
Each further package has a folder of its own.
"""


def write_licences(bundle: Path) -> int:
    """Copy every licence text into `bundle/licences` and return how many files there are.

    Raises FileNotFoundError where a distribution that should have one brings none and none is known otherwise.
    """
    target = bundle / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    (target / "README.txt").write_text(_NOTE, encoding="utf-8")
    shutil.copy(ROOT / "LICENSE", target / "LICENSE")
    (target / "terrain").mkdir()
    shutil.copy(ROOT / "resources" / "terrain" / "LICENSE", target / "terrain" / "LICENSE")
    python = next(Path(sys.base_prefix).glob("lib/python3*/LICENSE.txt"), None)
    if python is not None:
        (target / "Python").mkdir()
        shutil.copy(python, target / "Python" / "LICENSE")
    for name in ("LGPL-3", "GPL-3"):
        if (_COMMON / name).is_file():
            shutil.copy(_COMMON / name, target / name)
    for name in BUNDLED:
        _copy_of(name, target)
    return sum(1 for path in target.rglob("*") if path.is_file())


def _copy_of(name: str, target: Path) -> None:
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return
    texts = [
        f for f in files if ".dist-info" in f.as_posix() and f.name.upper().startswith(("LICEN", "COPYING", "AUTHORS"))
    ]
    if not texts and not name.startswith(("PySide6", "shiboken6")):
        raise FileNotFoundError(f"{name} brings no licence text")
    for text in texts:
        inside = text.as_posix().split(".dist-info/", 1)[1].removeprefix("licenses/")
        copy = target / name / inside
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(str(text.locate()), copy)
