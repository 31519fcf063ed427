"""What the atlas is made of: its parts, data and pictures, with who made them and under which licence."""

import platform
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from PySide6.QtCore import QCoreApplication, qVersion

from atlas.domain.entries import Picture, Profile
from atlas.domain.vocabulary import PictureKind
from atlas.store.versions import sqlite_version


@dataclass(frozen=True, slots=True)
class Credit:
    """A part: what it is, from whom, under which licence."""

    name: str
    by: str
    licence: str


_LIBRARIES: Final = (
    ("PySide6-Essentials", "PySide6", "The Qt Company", "LGPL-3.0"),
    ("numpy", "NumPy", "NumPy developers", "BSD-3-Clause"),
    ("Pillow", "Pillow", "Jeffrey A. Clark and contributors", "MIT-CMU"),
    ("rasterio", "rasterio", "Mapbox, Sean Gillies and contributors", "BSD-3-Clause"),
    ("sqlite-utils", "sqlite-utils", "Simon Willison", "Apache-2.0"),
    ("platformdirs", "platformdirs", "platformdirs developers", "MIT"),
    ("markdown-it-py", "markdown-it-py", "Chris Sewell and contributors", "MIT"),
    ("edtf", "edtf", "The Interaction Consortium", "MIT"),
)


def library_credits() -> tuple[Credit, ...]:
    """Return the libraries with their versions, those of C first."""
    found = [
        Credit(f"Python {platform.python_version()}", "Python Software Foundation", "PSF-2.0"),
        Credit(f"Qt {qVersion()}", "The Qt Company", "LGPL-3.0"),
        Credit(f"SQLite {sqlite_version()}", "D. Richard Hipp and others", _public_domain()),
        Credit("GDAL, PROJ", "OSGeo", "MIT"),
    ]
    for package, title, by, licence in _LIBRARIES:
        found.append(Credit(f"{title} {_version(package)}".strip(), by, licence))
    return tuple(found)


def data_credits() -> tuple[Credit, ...]:
    """Return the data and pictures that ship with the atlas."""
    translate = QCoreApplication.translate
    return (
        Credit(translate("Credits", "Text and data of the catalogue"), "ILRS Atlas", "CC BY 4.0"),
        Credit(translate("Credits", "Terrain of the south pole"), "NASA/GSFC/LOLA", _public_domain()),
        Credit(
            translate("Credits", "Imagery of the south pole and of the whole Moon"),
            "NASA/GSFC/Arizona State University (LROC WAC)",
            _public_domain(),
        ),
        Credit(
            translate("Credits", "Files of terrain and imagery"),
            "lunar-toolkit 0.1.0, Alex Maietta",
            "BSD-3-Clause",
        ),
        Credit(
            translate("Credits", "Names of features"),
            "IAU/USGS Gazetteer of Planetary Nomenclature",
            _public_domain(),
        ),
        Credit(translate("Credits", "Where Sun and Earth stand"), "NASA/JPL DE440, NAIF", _public_domain()),
    )


def picture_credits(pictures: Iterable[Picture]) -> tuple[Credit, ...]:
    """Return whom the pictures that ship come from: one line for each kind, credit and licence."""
    counts = Counter((p.kind, p.credit, p.licence) for p in pictures if p.file is not None)
    return tuple(
        Credit(_pictures(kind, count), credit, licence) for (kind, credit, licence), count in sorted(counts.items())
    )


def drawing_credits(profiles: Iterable[Profile]) -> tuple[Credit, ...]:
    """Return whom the line drawings that ship come from: one line for each credit and licence."""
    counts = Counter((profile.credit, profile.licence) for profile in profiles)
    return tuple(
        Credit(QCoreApplication.translate("Credits", "%n line drawing(s) to scale", "", count), credit, licence)
        for (credit, licence), count in sorted(counts.items())
    )


def _pictures(kind: PictureKind, count: int) -> str:
    translate = QCoreApplication.translate
    if kind is PictureKind.MAP:
        return translate("Credits", "%n map(s) of sites", "", count)
    if kind is PictureKind.IMAGERY:
        return translate("Credits", "%n picture(s) from orbit", "", count)
    return translate("Credits", "%n drawn plate(s)", "", count)


def versions_line() -> str:
    """Return the versions that a report of a fault needs, in one line."""
    return f"Python {platform.python_version()} · Qt {qVersion()} · SQLite {sqlite_version()}"


def _public_domain() -> str:
    return QCoreApplication.translate("Credits", "public domain")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        # a frozen bundle may hold a library without what was written about it
        return ""
