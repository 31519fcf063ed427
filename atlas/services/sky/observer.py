"""How a body stands for somebody on the Moon: azimuth, elevation, size, with the parallax of the place.

Azimuth is clockwise from north. At a pole the longitude of the observer's position says which meridian stands for
north, as in `coordinates.initial_azimuth`: at (-90, 0) the azimuth of a body is the longitude it stands over.
Elevation is measured from the plane at right angles to the Moon's radius; there is no air to bend the light.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon
from atlas.services.sky.ephemeris import Directions, turned

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Apparent:
    """One body as seen from a place at N times: degrees, degrees, degrees and km, each of shape (N,)."""

    azimuth_deg: Floats
    elevation_deg: Floats
    angular_radius_deg: Floats
    distance_km: Floats


@dataclass(frozen=True, slots=True)
class Observer:
    """An eye at a position, `radius_m` from the Moon's centre."""

    position: LatLon
    radius_m: float = MOON_RADIUS_M

    def axes(self) -> Floats:
        """Return the unit vectors east, north and up in MOON_ME as rows, shape (3, 3)."""
        import numpy as np

        phi, lam = math.radians(self.position.lat), math.radians(self.position.lon)
        return np.array(
            [
                [-math.sin(lam), math.cos(lam), 0.0],
                [-math.sin(phi) * math.cos(lam), -math.sin(phi) * math.sin(lam), math.cos(phi)],
                [math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)],
            ]
        )

    def look(self, body: Directions) -> Apparent:
        """Return where the body stands for this observer."""
        import numpy as np

        local = (body.unit * body.distance_km[:, None]) @ self.axes().T
        local[:, 2] -= self.radius_m / 1000.0
        east, north, up = local.T
        level = np.hypot(east, north)
        distance = np.hypot(level, up)
        return Apparent(
            turned(np.degrees(np.arctan2(east, north))),
            np.degrees(np.arctan2(up, level)),
            np.degrees(np.arcsin(np.minimum(1.0, body.radius_km / distance))),
            distance,
        )
