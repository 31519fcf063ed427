"""Where the Sun and the Earth stand as seen from the Moon's centre: tables of Chebyshev polynomials, 1959–2060.

The frame is MOON_ME, the mean-Earth/mean-rotation axes in which selenographic coordinates are given: x towards 0° E on
the equator, z towards the north pole. Directions are apparent: corrected for light time and stellar aberration.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from atlas.services.sky.time_scales import to_tdb, to_utc

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.time_scales import Times

FILE: Final = "sky.npz"
FIRST: Final = datetime(1959, 1, 1, tzinfo=UTC)
END: Final = datetime(2061, 1, 1, tzinfo=UTC)
SUN_RADIUS_KM: Final = 695_700.0
EARTH_RADIUS_KM: Final = 6_371.0


class SkyError(Exception):
    """The tables are missing or damaged; the text is a sentence for the user."""


class SkySpanError(ValueError):
    """A time outside the tables; the text is a sentence for the user."""


@dataclass(frozen=True)
class Directions:
    """One body at N times, from the Moon's centre in MOON_ME: unit vectors (N, 3), distances in km (N,)."""

    unit: NDArray[np.float64]
    distance_km: NDArray[np.float64]
    radius_km: float

    @property
    def lat(self) -> NDArray[np.float64]:
        """Latitudes in degrees of the points that have the body overhead, shape (N,)."""
        import numpy as np

        x, y, z = self.unit.T
        found: NDArray[np.float64] = np.degrees(np.arctan2(z, np.hypot(x, y)))
        return found

    @property
    def lon(self) -> NDArray[np.float64]:
        """East longitudes in degrees, 0–360, of the points that have the body overhead, shape (N,)."""
        import numpy as np

        return turned(np.degrees(np.arctan2(self.unit[:, 1], self.unit[:, 0])))


@dataclass(frozen=True)
class _Table:
    """Positions in units of `scale_km`: coefficients (segments, order, 3) over equal spans of TDB."""

    coefficients: NDArray[np.float32]
    scale_km: float
    start: float
    length: float

    def at(self, tdb: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return positions in km, shape (N, 3)."""
        import numpy as np

        along = (tdb - self.start) / self.length
        segment = along.astype(np.intp)
        x = (2.0 * (along - segment) - 1.0)[:, None]
        c = self.coefficients
        # Clenshaw's recurrence, from the smallest term down
        first = np.zeros((len(tdb), 3))
        second = np.zeros_like(first)
        twice = 2.0 * x
        for k in range(c.shape[1] - 1, 0, -1):
            first, second = c[segment, k] + twice * first - second, first
        found: NDArray[np.float64] = (c[segment, 0] + x * first - second) * self.scale_km
        return found


class Sky:
    """Directions of Sun and Earth for 1959–2060; within 0.02″ of DE440 as a function of TDB."""

    def __init__(self, sun: _Table, earth: _Table) -> None:
        self._sun = sun
        self._earth = earth

    @classmethod
    def load(cls, folder: Path) -> Sky:
        """Read the tables of a folder (a few milliseconds). Raises SkyError if they are missing or damaged."""
        import zipfile

        import numpy as np

        path = folder / FILE
        try:
            with path.open("rb") as file, np.load(file) as data:
                start, length = float(data["start"]), float(data["length"])
                sun = _Table(data["sun"], float(data["sun_scale_km"]), start, length)
                earth = _Table(data["earth"], float(data["earth_scale_km"]), start, length)
        except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
            raise SkyError(
                f"The file {path} with the places of Sun and Earth is missing or damaged; your notes are not "
                "touched. Install the atlas again to get it back."
            ) from error
        return cls(sun, earth)

    def sun(self, times: Times) -> Directions:
        """Return where the Sun stands. Raises SkySpanError outside 1959–2060."""
        return _directions(self._sun, times, SUN_RADIUS_KM)

    def earth(self, times: Times) -> Directions:
        """Return where the Earth stands. Raises SkySpanError outside 1959–2060."""
        return _directions(self._earth, times, EARTH_RADIUS_KM)


def turned(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return angles brought into [0, 360)."""
    import numpy as np

    out = np.mod(degrees, 360.0)
    # a tiny negative angle comes back as 360 itself
    return np.where(out >= 360.0, 0.0, out)


def _directions(table: _Table, times: Times, radius_km: float) -> Directions:
    import numpy as np

    tdb = to_tdb(times)
    first, end = to_tdb([FIRST, END])
    outside = ~((tdb >= first) & (tdb < end))
    if outside.any():
        raise SkySpanError(
            f"The places of Sun and Earth are known from {FIRST.year} to {END.year - 1}; "
            f"{_year(float(tdb[outside][0]))} lies outside."
        )
    positions = table.at(tdb)
    distance = np.sqrt(np.einsum("ij,ij->i", positions, positions))
    return Directions(positions / distance[:, None], distance, radius_km)


def _year(tdb: float) -> str:
    try:
        return f"the year {to_utc(tdb).year}" if math.isfinite(tdb) else "the time asked for"
    except OverflowError:
        # no year that a datetime could hold
        return "the time asked for"
