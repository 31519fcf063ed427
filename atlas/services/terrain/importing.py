"""Imports a raster of heights: one pass over the source, one file of tiles; a failure leaves nothing behind."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from atlas.services.cores import usable_cores
from atlas.services.tasks import CancelToken
from atlas.services.terrain import raster_file
from atlas.services.terrain.files import TerrainError
from atlas.services.terrain.fitting import placed
from atlas.services.terrain.library import Library
from atlas.services.terrain.pyramid import PyramidWriter
from atlas.services.terrain.record import TerrainRecord
from atlas.services.terrain.rows import Rows
from atlas.services.terrain.survey import Survey, check_heights, truncated
from atlas.services.terrain.tiles import TILE

if TYPE_CHECKING:
    from rasterio.io import DatasetReader

_CHUNK: Final = 8 * 2**20

Progress = Callable[[float], object]
"""Is told the share that is done, 0–1; may be called from a worker."""


def import_terrain(
    library: Library, found: Survey, name: str, credit: str, progress: Progress, token: CancelToken
) -> Path:
    """Import what was surveyed; return where its tiles lie. Cancelling raises CancelledError.

    Raises TerrainError with a sentence for the user, OSError where the disk refuses. Either way nothing is left.
    """
    if not found.fits:
        raise _no_room(found)
    try:
        with library.importing() as draft, raster_file.opened(found.path) as dataset:
            record = _written(draft, dataset, found, progress, token)
            record = replace(record, name=library.free_name(name), credit=" ".join(credit.split()))
            token.check()
            tiles = library.add(draft, record)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise _no_room(found) from error
        raise
    progress(1.0)
    return tiles


def _written(
    draft: Path, dataset: DatasetReader, found: Survey, progress: Progress, token: CancelToken
) -> TerrainRecord:
    """Write the tiles and return their record."""
    grid, meaning = found.grid, found.meaning
    rows = Rows(dataset, grid, placed(dataset))
    data = raster_file.data_file(dataset, found.path)
    with ThreadPoolExecutor(usable_cores()) as pool, ThreadPoolExecutor(1) as reader:
        digest = reader.submit(_digest, data, token)
        try:
            low, high = _copied(draft, rows, found, progress, token, pool)
        except BaseException:
            token.cancel()
            raise
        sha256 = digest.result()
    check_heights(low, high, found.path.name)
    return TerrainRecord(
        name=found.name,
        source=str(data.resolve()),
        digest=sha256,
        imported=datetime.now(UTC).isoformat(timespec="seconds"),
        credit="",
        original_crs=found.crs_name,
        crs=grid.crs,
        resampled=not grid.same,
        west_m=grid.west_m,
        north_m=grid.north_m,
        cell_m=grid.cell_m,
        rows=grid.rows,
        columns=grid.columns,
        step_m=rows.step(meaning.scale),
        offset_m=rows.offset(meaning.offset),
        min_m=low,
        max_m=high,
        size=draft.stat().st_size,
    )


def _copied(
    draft: Path, rows: Rows, found: Survey, progress: Progress, token: CancelToken, pool: ThreadPoolExecutor
) -> tuple[float, float]:
    """Write the file of tiles and return the least and the largest height."""
    from rasterio.errors import RasterioError

    grid, meaning = found.grid, found.meaning
    lows: list[float] = []
    highs: list[float] = []
    with draft.open("xb") as stream:
        writer = PyramidWriter(stream, grid.rows, grid.columns, rows.itemsize, pool)
        strips = rows.strips(TILE, meaning.scale, meaning.offset)
        done = 0
        while done < grid.rows:
            token.check()
            try:
                steps, ends = next(strips)
            except RasterioError as error:
                raise truncated(found.path.name) from error
            if ends is not None:
                check_heights(*ends, found.path.name)
                lows.append(ends[0])
                highs.append(ends[1])
            writer.add(steps)
            done += len(steps)
            progress(0.99 * done / grid.rows)
        strips.close()
        writer.finish()
        token.check()
        stream.flush()
        os.fsync(stream.fileno())
    if not lows:
        raise TerrainError(
            QCoreApplication.translate(
                "TerrainImport", "{name} holds no heights: all its cells are marked as missing."
            ).format(name=found.path.name)
        )
    return min(lows), max(highs)


def _digest(path: Path, token: CancelToken) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            token.check()
            digest.update(chunk)
    return digest.hexdigest()


def _no_room(found: Survey) -> TerrainError:
    return TerrainError(
        QCoreApplication.translate(
            "TerrainImport",
            "There is not enough room on the disk for {name}: it takes about {needed} MB and {free} MB are free. "
            "Make room, or move your data to another disk under Preferences.",
        ).format(name=found.path.name, needed=f"{found.disk_bytes / 1e6:.0f}", free=f"{found.free_bytes / 1e6:.0f}")
    )
