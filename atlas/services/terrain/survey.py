"""Looks over a raster of heights before it is imported: where it lies, how fine and high it is, what it will take."""

from __future__ import annotations

import math
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from atlas.domain.coordinates import MOON_RADIUS_M
from atlas.services.tasks import CancelToken
from atlas.services.terrain import raster_file
from atlas.services.terrain.files import DEM_CELL_M, TerrainError
from atlas.services.terrain.fitting import Grid, fitted, placed
from atlas.services.terrain.packing import pack
from atlas.services.terrain.rows import Rows
from atlas.services.terrain.tiles import SIDE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from rasterio.io import DatasetReader

    Field = NDArray[np.float32]

translate = QCoreApplication.translate

LOWEST_M: Final = -13_000.0
HIGHEST_M: Final = 13_000.0
"""The Moon's heights reach from -9.1 to 10.8 km over the sphere of 1737.4 km."""
PREVIEW_SIDE: Final = 360
_RADII_M: Final = (1_700_000.0, 1_780_000.0)
_MOST_KM: Final = 13.0
_RESERVE: Final = 1.25
_PYRAMID: Final = 4.0 / 3.0
_LEAST_FREE: Final = 50_000_000


@dataclass(frozen=True, slots=True)
class Meaning:
    """How stored numbers become metres over the sphere: times `scale`, plus `offset`.

    `said`: sentences on what was taken for granted.
    """

    scale: float
    offset: float
    said: tuple[str, ...] = ()
    unit: str = "m"
    """`m` or `km`: what the numbers were taken for."""
    assumed: bool = False
    """Whether the file names no unit."""


@dataclass(frozen=True, eq=False)
class Survey:
    """What is known of a raster before it is imported.

    `notes` are sentences for the user, `preview` heights of the whole of it, row 0 north.
    """

    path: Path
    name: str
    kind: str
    crs_name: str
    source_size: tuple[int, int]
    grid: Grid
    meaning: Meaning
    min_m: float
    max_m: float
    covered: float
    disk_bytes: int
    free_bytes: int
    notes: tuple[str, ...]
    preview: Field

    @property
    def fits(self) -> bool:
        """Whether there is room for it on the disk."""
        return self.disk_bytes + _LEAST_FREE < self.free_bytes


def survey(path: Path, folder: Path, unit: str = "", token: CancelToken | None = None) -> Survey:
    """Look a file over; `folder` is where it would go, `unit` (`m` or `km`) overrules what the file says.

    Raises TerrainError with a sentence that says why a file cannot be imported; nothing is written.
    """
    with raster_file.opened(path) as dataset:
        name = path.name
        raster_file.check_kind(dataset, name)
        raster_file.check_body(dataset, name)
        place = placed(dataset)
        grid = fitted(dataset, place)
        if grid is None:
            raise TerrainError(
                translate(
                    "TerrainImport", "{name} lies nowhere on the Moon: its coordinate system does not lead there."
                ).format(name=name)
            )
        _check(token)
        rows = Rows(dataset, grid, place)
        preview, samples = _looked_at(rows, name, token)
        raw = _range(preview, samples, name)
        meaning = _meaning(dataset, raster_file.read_label(path), raw, unit, name)
        low, high = sorted(number * meaning.scale + meaning.offset for number in raw)
        check_heights(low, high, name)
        cells = grid.rows * grid.columns
        disk = round(_bytes_a_cell(rows, samples, meaning) * cells * _PYRAMID * _RESERVE) + 65_536
        return Survey(
            path,
            path.stem,
            dataset.driver,
            raster_file.crs_name(dataset.crs),
            (dataset.width, dataset.height),
            grid,
            meaning,
            low,
            high,
            _share(preview),
            disk,
            _free(folder),
            (*_notes(grid, low, high), *meaning.said),
            (preview * meaning.scale + meaning.offset).astype("float32"),
        )


def check_heights(low: float, high: float, name: str) -> None:
    """Raise TerrainError for heights that the Moon does not have."""
    if low < LOWEST_M or high > HIGHEST_M:
        raise TerrainError(
            translate(
                "TerrainImport",
                "{name} has heights from {low} to {high} km over the sphere of 1737.4 km; the Moon's reach from −9.1 "
                "to 10.8 km. Its unit or its scale is not what it says: choose metres or kilometres yourself, or look "
                "for missing heights that are not marked as such.",
            ).format(name=name, low=f"{low / 1000.0:.4g}", high=f"{high / 1000.0:.4g}")
        )


def truncated(name: str) -> TerrainError:
    """Return what to say of a file that cannot be read to its end."""
    return TerrainError(
        translate(
            "TerrainImport",
            "{name} ends early or is damaged: not all of its heights can be read. Copy or download it again.",
        ).format(name=name)
    )


def _looked_at(rows: Rows, name: str, token: CancelToken | None) -> tuple[Field, list[Field]]:
    """Return the whole in small, and a few pieces at full size, as stored, nan where there is nothing."""
    from rasterio.errors import RasterioError

    try:
        # the end first: a file that was cut off shows there
        rows.check_ends()
        _check(token)
        preview = rows.small(PREVIEW_SIDE)
        _check(token)
        grid = rows.grid
        pieces = []
        for down, across in ((0.5, 0.5), (0.25, 0.3), (0.7, 0.75), (0.2, 0.8), (0.8, 0.2)):
            top = int(max(0, min(grid.rows - SIDE, grid.rows * down)))
            left = int(max(0, min(grid.columns - SIDE, grid.columns * across)))
            pieces.append(rows.window(top, left, min(SIDE, grid.rows), min(SIDE, grid.columns)))
            _check(token)
    except (RasterioError, OSError) as error:
        raise truncated(name) from error
    return preview, pieces


def _range(preview: Field, samples: list[Field], name: str) -> tuple[float, float]:
    import numpy as np

    every = np.concatenate([field[~np.isnan(field)].ravel() for field in (preview, *samples)])
    if not every.size:
        raise TerrainError(
            translate("TerrainImport", "{name} holds no heights: all its cells are marked as missing.").format(
                name=name
            )
        )
    return float(every.min()), float(every.max())


def _meaning(
    dataset: DatasetReader, label: raster_file.Label, raw: tuple[float, float], unit: str, name: str
) -> Meaning:
    """Return how numbers between `raw` become heights."""
    scale, offset = raster_file.scale_and_offset(dataset, label)
    if not (math.isfinite(scale) and math.isfinite(offset)) or scale <= 0.0:
        raise TerrainError(
            translate(
                "TerrainImport", "{name} says that its heights are scaled by {scale}, which makes no sense."
            ).format(name=name, scale=scale)
        )
    low, high = (number * scale + offset for number in raw)
    said: list[str] = []
    factor = {"m": 1.0, "km": 1000.0}.get(unit) or raster_file.unit_factor(dataset, label)
    assumed = factor is None
    if factor is None:
        factor = _likely_factor(low, high)
        plain = translate(
            "TerrainImport", "The file names no unit. Its numbers, from {low} to {high}, were taken for {unit}."
        )
        words = translate("TerrainImport", "kilometres") if factor == 1000.0 else translate("TerrainImport", "metres")
        said.append(plain.format(low=f"{low:.6g}", high=f"{high:.6g}", unit=words))
    scale, offset = scale * factor, offset * factor
    if _RADII_M[0] < low * factor and high * factor < _RADII_M[1]:
        offset -= MOON_RADIUS_M
        said.append(
            translate("TerrainImport", "The file holds distances from the Moon's centre; 1737.4 km are taken off.")
        )
    return Meaning(scale, offset, tuple(said), "km" if factor == 1000.0 else "m", assumed)


def _likely_factor(low: float, high: float) -> float:
    """Return metres in the unit that such numbers are likely to be in."""
    radius = _RADII_M[0] < low * 1000.0 and high * 1000.0 < _RADII_M[1]
    return 1000.0 if radius or max(abs(low), abs(high)) <= _MOST_KM else 1.0


def _notes(grid: Grid, low: float, high: float) -> tuple[str, ...]:
    notes = []
    if grid.outside:
        notes.append(
            translate(
                "TerrainImport",
                "This terrain lies outside the map, which reaches 610 km round the south pole: nothing of it will be "
                "seen there. Heights at a place of it can be asked for all the same.",
            )
        )
    elif grid.cell_m >= DEM_CELL_M:
        notes.append(
            translate(
                "TerrainImport",
                "It is no finer than the terrain of the atlas (1.6 km), so nothing will change on the map.",
            )
        )
    if grid.clipped:
        notes.append(translate("TerrainImport", "Only the part within the map's square is taken."))
    if not grid.same:
        notes.append(
            translate(
                "TerrainImport",
                "It is on another projection or grid than the map: heights are resampled (bilinear) to {cell} m.",
            ).format(cell=f"{grid.cell_m:.4g}")
        )
    if high - low < 1e-6:
        notes.append(translate("TerrainImport", "All heights looked at are the same."))
    return tuple(notes)


def _bytes_a_cell(rows: Rows, samples: list[Field], meaning: Meaning) -> float:
    """Return what a cell takes packed, going by a few pieces."""
    import numpy as np

    total, cells = 0, 0
    for piece in samples:
        total += len(pack(np.ascontiguousarray(rows.steps(piece, meaning.scale, meaning.offset)[0])))
        cells += piece.size
    return total / max(1, cells)


def _share(field: Field) -> float:
    import numpy as np

    return float(1.0 - np.isnan(field).mean())


def _free(folder: Path) -> int:
    there: Any = next(place for place in (folder, *folder.parents) if place.is_dir())
    return shutil.disk_usage(there).free


def _check(token: CancelToken | None) -> None:
    if token is not None:
        token.check()
