"""Goes into the bundle while it is built, and out again: uses every bundled library once, from inside.

No command of the atlas touches all of them, and a library that cannot find its data fails only when it is used.
"""

import ctypes
import os
import sqlite3
import sys
from importlib import import_module
from pathlib import Path

from entry import set_environment

BUNDLE = Path(__file__).resolve().parent


def load_libraries() -> int:
    """Load every Linux library of the bundle, plugins too. Raises OSError naming what is missing.

    Those for Wayland need the libraries of a compositor, which a machine that builds need not have.
    """
    files = [path for path in sorted(BUNDLE.rglob("*.so*")) if not path.is_symlink() and "ayland" not in str(path)]
    for path in files:
        ctypes.CDLL(str(path))
    return len(files)


def import_modules(packages: tuple[str, ...]) -> int:
    """Import every module of packages in the bundle. Raises ImportError."""
    from pkgutil import walk_packages

    names = [
        module.name
        for package in packages
        for module in walk_packages([*import_module(package).__path__], f"{package}.")
    ]
    for name in names:
        if not name.endswith(".__main__"):
            import_module(name)
    return len(names)


def use_raster() -> str:
    """Write and read a raster in the Moon's polar projection, which needs GDAL's and PROJ's data."""
    import numpy as np
    import rasterio
    from rasterio.crs import CRS
    from rasterio.io import MemoryFile
    from rasterio.warp import transform

    crs = CRS.from_user_input("IAU_2015:30135")
    profile = {"driver": "GTiff", "width": 2, "height": 2, "count": 1, "dtype": "float32", "crs": crs}
    with MemoryFile() as memory:
        with memory.open(**profile, transform=rasterio.Affine.scale(5.0)) as data:
            data.write(np.ones((1, 2, 2), "float32"))
        with memory.open() as data:
            assert data.read().sum() == 4.0
    (x,), (y,) = transform(CRS.from_user_input("IAU_2015:30100"), crs, [90.0], [-89.0])
    assert abs(x - 30323.0) < 5.0, x
    assert abs(y) < 1e-3, y
    return str(rasterio.__gdal_version__)


def use_others() -> str:
    """Use the libraries that read content, notes and databases."""
    from edtf import parse_edtf
    from markdown_it import MarkdownIt
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    assert str(parse_edtf("2027?")) == "2027?"
    assert "<em>" in MarkdownIt("commonmark").render("*ice*")
    assert Migrations("probe") is not None
    table = Database(memory=True).table("entry")
    table.insert({"name": "嫦娥七号 Chang'e 7"})
    table.enable_fts(["name"], fts_version="FTS5")
    assert len(list(table.search("chang"))) == 1
    return sqlite3.sqlite_version


def main() -> int:
    """Use everything and say so."""
    set_environment(BUNDLE, os.environ)
    modules = import_modules(("atlas", "rasterio"))
    raster, others = use_raster(), use_others()
    libraries = load_libraries() if sys.platform == "linux" else 0
    print(f"{modules} modules imported, {libraries} libraries loaded, GDAL {raster} and SQLite {others} work.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
