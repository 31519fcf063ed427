"""What is noted about an imported terrain: where it came from and what it holds. One JSON file beside its tiles."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, unproject
from atlas.services.terrain.files import DEM_CELL_M, HALF_SIDE_M, TerrainError

if TYPE_CHECKING:
    from pathlib import Path

SOUTH: Final = "IAU_2015:30135"
"""The map's own projection: south polar stereographic on the sphere of 1737.4 km."""
NORTH: Final = "IAU_2015:30130"
"""The same round the north pole: for terrain that the map does not reach."""


@dataclass(frozen=True, slots=True)
class TerrainRecord:
    """An imported terrain. Heights are `offset_m` + steps × `step_m` over the 1737.4 km sphere; row 0 is the north.

    `crs` is the projection it is kept in, `original_crs` what its source said; `source` the file it was made from and
    `digest` the SHA-256 of that file; `size` the bytes of its tiles.
    """

    name: str
    source: str
    digest: str
    imported: str
    credit: str
    original_crs: str
    crs: str
    resampled: bool
    west_m: float
    north_m: float
    cell_m: float
    rows: int
    columns: int
    step_m: float
    offset_m: float
    min_m: float
    max_m: float
    size: int
    enabled: bool = True

    @property
    def bounds_m(self) -> tuple[float, float, float, float]:
        """(west, south, east, north) edges in metres of its projection."""
        south, east = self.north_m - self.rows * self.cell_m, self.west_m + self.columns * self.cell_m
        return self.west_m, south, east, self.north_m

    @property
    def on_map(self) -> bool:
        """Whether any of it lies in the map's square."""
        west, south, east, north = self.bounds_m
        half = HALF_SIDE_M
        return self.crs == SOUTH and west < half and east > -half and south < half and north > -half

    @property
    def finer(self) -> bool:
        """Whether it is finer than the terrain that ships with the atlas."""
        return self.cell_m < DEM_CELL_M

    def position(self, x: float, y: float) -> LatLon:
        """Return the position of metres of its projection."""
        p = unproject(x, y)
        # round the north pole longitude 180 is up
        return p if self.crs == SOUTH else LatLon(-p.lat, 180.0 - p.lon)

    def to_json(self) -> str:
        """Return the text of the record's file."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def read(cls, path: Path) -> TerrainRecord:
        """Read a record's file. Raises TerrainError."""
        try:
            return cls.from_object(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, OverflowError, RecursionError) as error:
            raise TerrainError(
                f"The record {path} of an imported terrain cannot be read ({error}); the terrain is left out and your "
                "notes are not touched. Delete the file and import the terrain again."
            ) from error

    @classmethod
    def from_object(cls, found: dict[str, Any]) -> TerrainRecord:
        """Return the record of a JSON object; numbers and texts are checked.

        Raises TypeError, ValueError or OverflowError.
        """
        kinds = {"str": str, "int": int, "bool": bool, "float": float}
        values: dict[str, Any] = {}
        for field in fields(cls):
            if field.name not in found:
                raise ValueError(f"{field.name} is missing")
            value = found[field.name]
            kind = kinds[str(field.type)]
            if kind is float and isinstance(value, int):
                value = float(value)
            if type(value) is not kind or (isinstance(value, float) and not math.isfinite(value)):
                raise TypeError(f"{field.name} is {value!r}")
            values[field.name] = value
        record = cls(**values)
        if record.rows < 2 or record.columns < 2 or not record.cell_m > 0.0 or not record.step_m > 0.0:
            raise ValueError("its grid is empty")
        if not all(map(math.isfinite, record.bounds_m)):
            raise ValueError(f"cell_m is {record.cell_m!r}")
        return record


def resolution_text(metres: float) -> str:
    """Return the size of a cell as `20 m` or `1.6 km`."""
    return f"{metres:.3g} m" if metres < 1000.0 else f"{metres / 1000.0:.3g} km"


def to_plane(p: LatLon, crs: str) -> tuple[float, float] | None:
    """Return the metres of a position in one of the two projections, None at the pole that lies at infinity."""
    lat, lon = (p.lat, p.lon) if crs == SOUTH else (-p.lat, 180.0 - p.lon)
    if lat >= 89.0:
        return None
    rho = 2.0 * MOON_RADIUS_M * math.tan(math.radians(90.0 + lat) / 2.0)
    return rho * math.sin(math.radians(lon)), rho * math.cos(math.radians(lon))
