"""What the window does with imported terrain, as functions for workers: look over, bring in, switch, take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from atlas.services.tasks import CancelToken
from atlas.services.terrain import shading
from atlas.services.terrain.files import TerrainError

if TYPE_CHECKING:
    from pathlib import Path

    from atlas.services.terrain.pictures import GroundPictures
    from atlas.services.terrain.record import TerrainRecord
    from atlas.services.terrain.survey import Survey
    from atlas.services.terrain.terrain import Terrain

LOCATOR_SIDE: Final = 600


@dataclass(frozen=True, eq=False)
class Look:
    """What is shown before a file is imported: what was found, its relief, and the map's square to mark it on."""

    survey: Survey
    relief: QImage
    square: QImage


class Share:
    """How much of an import is done, 0–1: written by the worker, read by the window."""

    def __init__(self) -> None:
        self.done = 0.0

    def __call__(self, share: float) -> None:
        self.done = share


def look_over(terrain: Terrain, pictures: GroundPictures, path: Path, unit: str, token: CancelToken) -> Look:
    """Look a file over. Raises TerrainError with a sentence that says why it cannot be imported."""
    from atlas.services.terrain.survey import survey

    library = terrain.library
    if library is None:
        raise TerrainError("There is no folder for imported terrain.")
    found = survey(path, library.folder, unit, token)
    square = pictures.preview().scaledToWidth(LOCATOR_SIDE, Qt.TransformationMode.SmoothTransformation)
    return Look(found, relief_of(found), square)


def relief_of(found: Survey) -> QImage:
    """Return shaded relief of the whole of a file in small, transparent where nothing is known."""
    import numpy as np

    height = found.preview
    cell = found.grid.rows * found.grid.cell_m / height.shape[0]
    gone = np.isnan(height)
    padded = np.pad(height, 1, mode="edge")
    east = (padded[1:-1, 2:] - padded[1:-1, :-2]) / np.float32(2.0 * cell)
    north = (padded[:-2, 1:-1] - padded[2:, 1:-1]) / np.float32(2.0 * cell)
    pixels = shading.relief(np.nan_to_num(height), np.nan_to_num(east), np.nan_to_num(north))
    pixels[gone] = 0
    rows, columns = pixels.shape
    return QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_ARGB32).copy()


def bring_in(
    terrain: Terrain, found: Survey, name: str, credit: str, share: Share, token: CancelToken
) -> TerrainRecord:
    """Import a file that was looked over and use it from now on. Raises TerrainError, OSError, CancelledError."""
    from atlas.services.terrain.importing import import_terrain

    assert terrain.library is not None
    tiles = import_terrain(terrain.library, found, name, credit, share, token)
    terrain.reload()
    return terrain.library.records()[0][tiles]


def records(terrain: Terrain) -> dict[Path, TerrainRecord]:
    """Return what has been imported, after another look at the folder: a command may have changed it meanwhile."""
    if terrain.library is None:
        return {}
    found = terrain.library.records()[0]
    if not terrain.has_read(found):
        terrain.reload()
    return found


def switch(terrain: Terrain, tiles: Path, *, enabled: bool) -> None:
    """Use a terrain from now on, or not. Raises TerrainError, OSError."""
    assert terrain.library is not None
    terrain.library.set_enabled(tiles, enabled=enabled)
    terrain.reload()


def take_away(terrain: Terrain, tiles: Path) -> None:
    """Remove a terrain; the file it was made from is not touched. Raises OSError."""
    assert terrain.library is not None
    terrain.let_go(tiles)
    terrain.library.remove(tiles)
    terrain.reload()
