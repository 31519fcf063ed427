"""Opens a raster of heights that somebody else made, and finds out which band, which unit, which body it is about.

GDAL reads the file, and only with the drivers named here; what it leaves out of a PDS label is read from that.
"""

from __future__ import annotations

import math
import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from atlas.domain.coordinates import MOON_RADIUS_M
from atlas.services.terrain.files import TerrainError

if TYPE_CHECKING:
    from rasterio.crs import CRS
    from rasterio.io import DatasetReader

_DRIVERS: Final = ("GTiff", "PDS", "PDS4", "ISIS3", "ISIS2", "VICAR", "JP2OpenJPEG")
_LABELS: Final = (".lbl", ".LBL", ".Lbl", ".xml", ".XML")
_ATTACHED: Final = (b"PDS_VERSION_ID", b"CCSD", b"NJPL", b"Object = IsisCube", b"LBLSIZE=")
_OPTIONS: Final = {
    "GDAL_PAM_ENABLED": False,
    # a small number is in megabytes
    "GDAL_CACHEMAX": 128,
    "GDAL_NUM_THREADS": 2,
    "PROJ_NETWORK": False,
}
_LABEL_BYTES: Final = 200_000
_KILOMETRES: Final = frozenset({"km", "kilometer", "kilometre", "kilometers", "kilometres"})
_METRES: Final = frozenset({"m", "meter", "metre", "meters", "metres"})
_BODIES: Final = (("the Earth", 6.30e6, 6.40e6), ("Mars", 3.37e6, 3.40e6), ("Mercury", 2.43e6, 2.45e6),
                  ("Venus", 6.04e6, 6.06e6))  # fmt: skip
_TOLERANCE_M: Final = 3_000.0
"""Lunar radii in use are 1736.0 km (polar), 1737.4 km and 1738.1 km (equatorial)."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a PDS3 label says about its numbers; None where it is silent."""

    scale: float | None = None
    offset: float | None = None
    unit: str = ""


@contextmanager
def opened(path: Path) -> Iterator[DatasetReader]:
    """Open a raster, by its label where it has one beside it. Raises TerrainError with a sentence that says why not."""
    import rasterio
    from rasterio.errors import NotGeoreferencedWarning, RasterioIOError
    from rasterio.io import DatasetReader

    translate = QCoreApplication.translate
    entry = entry_file(path)
    with rasterio.Env(**_OPTIONS):
        try:
            with warnings.catch_warnings():
                # told in words by `check_body`
                warnings.simplefilter("ignore", NotGeoreferencedWarning)
                # `rasterio.open` takes one driver at most; any other could reach beyond the file before it is asked
                dataset = DatasetReader(str(entry), driver=list(_DRIVERS))
        except RasterioIOError as error:
            if path.suffix.casefold() == ".img" and entry == path and not _has_label(path):
                raise TerrainError(
                    translate(
                        "TerrainImport",
                        "{name} holds bare numbers: its label ({stem}.LBL or {stem}.xml) is missing. Put the label "
                        "into the same folder and try again.",
                    ).format(name=path.name, stem=path.stem)
                ) from error
            raise _unreadable(path) from error
        with dataset:
            yield dataset


def _unreadable(path: Path) -> TerrainError:
    return TerrainError(
        QCoreApplication.translate(
            "TerrainImport",
            "{name} cannot be read as a raster: it is damaged or of another kind. Read are GeoTIFF, PDS3, PDS4, ISIS "
            "cubes and JPEG 2000.",
        ).format(name=path.name)
    )


def entry_file(path: Path) -> Path:
    """Return the file to open for the one chosen: the label beside it, if it has none inside. Raises TerrainError."""
    translate = QCoreApplication.translate
    if path.is_dir():
        raise TerrainError(
            translate("TerrainImport", "{name} is a folder. Choose the file of heights in it.").format(name=path.name)
        )
    if not path.is_file():
        raise TerrainError(translate("TerrainImport", "There is no file {path}.").format(path=path))
    if not os.access(path, os.R_OK):
        raise TerrainError(
            translate("TerrainImport", "The atlas may not read {path}. Change its permissions or copy it.").format(
                path=path
            )
        )
    if path.suffix.casefold() in {".img", ".jp2"} and not _has_label(path):
        for suffix in _LABELS:
            label = path.with_suffix(suffix)
            if label.is_file():
                return label
    return path


def _has_label(path: Path) -> bool:
    with path.open("rb") as stream:
        head = stream.read(512).lstrip()
    return head.startswith(_ATTACHED)


def data_file(dataset: DatasetReader, chosen: Path) -> Path:
    """Return the file that holds the numbers: the largest of those the raster consists of."""
    files = [Path(name) for name in dataset.files if Path(name).is_file()] or [chosen]
    return max(files, key=_size)


def _size(path: Path) -> int:
    return path.stat().st_size


def read_label(path: Path) -> Label:
    """Return what the PDS3 label of a file says, inside or beside it."""
    entry = entry_file(path)
    with entry.open("rb") as stream:
        text = stream.read(_LABEL_BYTES).decode("latin-1")
    if "PDS_VERSION_ID" not in text:
        return Label()
    text = re.split(r"^\s*END\s*$", text, maxsplit=1, flags=re.MULTILINE)[0]
    unit = re.search(r"^\s*UNIT\s*=\s*\"?(\w+)", text, re.MULTILINE)
    return Label(_number(text, "SCALING_FACTOR"), _number(text, "OFFSET"), unit[1] if unit else "")


def _number(text: str, key: str) -> float | None:
    found = re.search(rf"^\s*{key}\s*=\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?)", text, re.MULTILINE)
    return float(found[1]) if found else None


def scale_and_offset(dataset: DatasetReader, label: Label) -> tuple[float, float]:
    """Return what a stored number is to be multiplied with, and what is to be added then."""
    scale, offset = float(dataset.scales[0]), float(dataset.offsets[0])
    if (scale, offset) == (1.0, 0.0):
        # GDAL forgets these where a label goes with a JPEG 2000 file
        scale, offset = label.scale or 1.0, label.offset or 0.0
    return scale, offset


def unit_factor(dataset: DatasetReader, label: Label) -> float | None:
    """Return metres in the unit the file names, None where it names none that is known."""
    for word in (dataset.units[0] or "", label.unit):
        plain = word.strip().casefold()
        if plain in _METRES:
            return 1.0
        if plain in _KILOMETRES:
            return 1000.0
    return None


def check_kind(dataset: DatasetReader, name: str) -> None:
    """Raise TerrainError unless the raster has one band of numbers that can be heights."""
    translate = QCoreApplication.translate
    if dataset.count != 1:
        raise TerrainError(
            translate(
                "TerrainImport",
                "{name} has {count} bands; heights come in one. A picture of the terrain holds no heights: look for "
                "the elevation model (DEM) of the same place.",
            ).format(name=name, count=dataset.count)
        )
    kind = dataset.dtypes[0]
    if kind.startswith("complex") or kind in {"uint8", "int8"}:
        raise TerrainError(
            translate(
                "TerrainImport",
                "{name} holds numbers of the kind {kind}, which are no heights. A shaded picture cannot be imported: "
                "look for the elevation model (DEM) of the same place.",
            ).format(name=name, kind=kind)
        )
    if dataset.width < 2 or dataset.height < 2:
        raise TerrainError(translate("TerrainImport", "{name} is smaller than two by two cells.").format(name=name))


def check_body(dataset: DatasetReader, name: str) -> None:
    """Raise TerrainError unless the raster says where on the Moon it lies."""
    translate = QCoreApplication.translate
    radius = None if dataset.crs is None else _radius(dataset.crs)
    if radius is None or dataset.transform.is_identity:
        raise TerrainError(
            translate(
                "TerrainImport",
                "{name} does not say where on the Moon it lies: it has no coordinate system. Import the file as it "
                "was published, with its label or world file beside it.",
            ).format(name=name)
        )
    if abs(radius - MOON_RADIUS_M) > _TOLERANCE_M:
        body = next((body for body, low, high in _BODIES if low < radius < high), None)
        what = body or translate("TerrainImport", "a body of {km} km radius").format(km=f"{radius / 1000.0:g}")
        raise TerrainError(
            translate(
                "TerrainImport",
                "{name} is on a coordinate system of {body}, not of the Moon (radius 1737.4 km). If its heights are "
                "the Moon's all the same, give it a lunar coordinate system (such as IAU_2015:30135) first.",
            ).format(name=name, body=what)
        )


def _radius(crs: CRS) -> float | None:
    """Return the semi-major axis of a coordinate system in metres, None where it is not that of a body."""
    found = re.search(r"(?:SPHEROID|ELLIPSOID)\[\"[^\"]*\",\s*([\d.]+)", crs.to_wkt())
    radius = float(found[1]) if found else math.nan
    return radius if radius > 0.0 else None


def crs_name(crs: CRS) -> str:
    """Return the code of a coordinate system, or its name."""
    authority = crs.to_authority()
    if authority:
        return ":".join(authority)
    found = re.match(r"\w+\[\"([^\"]*)\"", crs.to_wkt())
    return found[1] if found and found[1] not in {"", "unknown"} else crs.to_proj4()
