"""The file: a GeoTIFF on the Moon's south polar stereographic projection, that tells how it was made."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from atlas import __version__
from atlas.services.illumination.block import BANDS, STEP_DEG
from atlas.services.illumination.job import IlluminationError, IlluminationJob, source
from atlas.services.terrain.record import SOUTH

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain import Terrain

DESCRIPTIONS: Final = (
    "Share of time in sunlight",
    "Longest night (hours)",
    "Share of time with Earth in sight",
    "Never lit in the span",
)
_UNITS: Final = ("1", "h", "1", "1")
_METHOD: Final = (
    f"The horizon of every cell was swept towards bodies at every {STEP_DEG:g} degrees of longitude on the equator, "
    "as far as ground can be seen over the Moon's curvature; at a moment the disc of Sun or Earth, with the parallax "
    "of the cell, is held against the horizon between the two nearest, taken as level over the breadth of the disc. "
    "Partly hidden discs count by the share of their area in sight. Moments stand in the middles of the steps; a "
    "night is a run of moments at which nothing of the Sun is in sight, each as long as a step. Seen from the ground "
    "itself. Beyond the terrain the bare sphere is assumed; what its cells do not resolve casts no shadow."
)
_TILE: Final = 256


class RasterWriter:
    """Writes blocks into a draft beside the target; `finish` makes it the target, leaving without removes it."""

    def __init__(self, job: IlluminationJob, terrain: Terrain, target: Path) -> None:
        self._job = job
        self._terrain = terrain
        self._target = Path(os.path.realpath(target))
        self._draft = self._target.with_name(f".atlas-{os.urandom(6).hex()}.tif")
        self._dataset: Any = None

    def __enter__(self) -> RasterWriter:
        import rasterio
        from rasterio.errors import RasterioError

        try:
            self._dataset = rasterio.open(self._draft, "w", **self._profile())
        except RasterioError as error:
            raise IlluminationError(f"{self._target} cannot be written: {error}") from error
        self._tell()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        for left in (self._draft, self._draft.with_name(self._draft.name + ".aux.xml")):
            # a disk that fails may refuse this too; what is told is the failure that came first
            with suppress(OSError):
                left.unlink(missing_ok=True)

    def write(self, row: int, column: int, bands: NDArray[np.float32]) -> None:
        """Put a block into its place; cells off the terrain hold no value. Raises IlluminationError."""
        import numpy as np
        from rasterio.errors import RasterioError
        from rasterio.windows import Window

        rect, half = self._job.rect, self._terrain.half_side_m
        xs, ys = rect.centres()
        rows, columns = bands.shape[1:]
        off = (np.abs(xs[column : column + columns])[None, :] > half) | (np.abs(ys[row : row + rows])[:, None] > half)
        bands = np.where(off, np.float32(np.nan), bands)
        hours = self._job.step.total_seconds() / 3600.0
        bands[1] *= np.float32(hours)
        try:
            self._dataset.write(bands, window=Window(column, row, columns, rows))
        except RasterioError as error:
            raise self._no_room(error) from error

    def finish(self) -> None:
        """Add overviews and put the file in its place. Raises IlluminationError, OSError."""
        import rasterio
        from rasterio.enums import Resampling
        from rasterio.errors import RasterioError

        try:
            self._close()
            longest = max(self._job.rect.width, self._job.rect.height)
            factors = [2**k for k in range(1, 8) if longest / 2 ** (k - 1) > _TILE]
            with rasterio.Env(COMPRESS_OVERVIEW="DEFLATE"), rasterio.open(self._draft, "r+") as dataset:
                if factors:
                    dataset.build_overviews(factors, Resampling.average)
        except RasterioError as error:
            raise self._no_room(error) from error
        with self._draft.open("rb") as stream:
            os.fsync(stream.fileno())
        self._draft.replace(self._target)

    def _no_room(self, error: Exception) -> IlluminationError:
        return IlluminationError(f"{self._target} cannot be written, perhaps the disk is full: {error}")

    def _close(self) -> None:
        if self._dataset is not None:
            self._dataset.close()
            self._dataset = None

    def _profile(self) -> dict[str, Any]:
        from rasterio import Affine

        rect = self._job.rect
        return {
            "driver": "GTiff",
            "width": rect.width,
            "height": rect.height,
            "count": BANDS,
            "dtype": "float32",
            "nodata": float("nan"),
            "crs": SOUTH,
            "transform": Affine(
                (rect.east - rect.west) / rect.width,
                0.0,
                rect.west,
                0.0,
                (rect.south - rect.north) / rect.height,
                rect.north,
            ),
            "tiled": True,
            "blockxsize": _TILE,
            "blockysize": _TILE,
            "interleave": "band",
            "compress": "deflate",
            "predictor": 3,
            "bigtiff": "if_safer",
        }

    def _tell(self) -> None:
        job, found = self._job, source(self._job.rect, self._terrain)
        self._dataset.update_tags(
            TITLE="Illumination of the lunar south pole",
            SPAN_BEGIN=job.begin.isoformat(),
            SPAN_END=job.end.isoformat(),
            STEP_HOURS=f"{job.step.total_seconds() / 3600.0:g}",
            MOMENTS=str(job.moments),
            EARTH=str(int(job.earth)),
            TERRAIN=found.name,
            TERRAIN_RESOLUTION_M=f"{found.resolution_m:g}",
            METHOD=_METHOD,
            CREDITS="; ".join(dict.fromkeys([found.credits, self._terrain.credits])),
            SOFTWARE=f"ILRS Atlas {__version__}",
        )
        for number, (text, unit) in enumerate(zip(DESCRIPTIONS, _UNITS, strict=True), 1):
            self._dataset.set_band_description(number, text)
            self._dataset.set_band_unit(number, unit)
