"""Places on the Moon: selenographic positions, the sphere's geometry and the map's projection.

The body is the sphere IAU_2015:30100 of radius 1737.4 km; the projection is IAU_2015:30135, south polar
stereographic, true to scale at the pole. Angles are degrees, lengths metres, longitudes east 0–360.
"""

import math
from dataclasses import dataclass
from typing import Final

MOON_RADIUS_M: Final = 1_737_400.0


def normalise_lon(lon: float) -> float:
    """Return the longitude in [0, 360)."""
    turned = math.fmod(lon, 360.0)
    if turned < 0.0:
        turned += 360.0
    # a tiny negative angle plus 360 rounds to 360 itself; adding 0.0 turns -0.0 into 0.0
    return 0.0 if turned >= 360.0 else turned + 0.0


@dataclass(frozen=True, slots=True)
class LatLon:
    """A selenographic (planetocentric) position in degrees; `lon` is east and is normalised to [0, 360).

    Raises ValueError for a latitude beyond ±90 and for anything that is not a finite number.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.lat) and math.isfinite(self.lon)):
            raise ValueError("a position needs two finite numbers")
        if abs(self.lat) > 90.0:
            raise ValueError(f"latitude {self.lat:g} is outside -90 to 90")
        object.__setattr__(self, "lat", self.lat + 0.0)
        object.__setattr__(self, "lon", normalise_lon(self.lon))


def format_position(p: LatLon, places: int = 2) -> str:
    """Write a position as `89.67°S 129.78°E`, longitude 0–360 east; never `-0` and never `360`."""
    lat = round(p.lat, places)
    lon = normalise_lon(round(p.lon, places))
    return f"{abs(lat):.{places}f}°{'S' if lat < 0 else 'N'} {lon:.{places}f}°E"


def telling_places(p: LatLon, most: int = 4) -> int:
    """Return how many decimals, from 2 on, tell a position as it was given; `most` is 3 m on the ground.

    Where a place sees the Sun over a near ridge, the 300 m of a second decimal can make night of day.
    """
    for places in range(2, most):
        if all(abs(round(angle, places) - angle) < 1e-7 for angle in (p.lat, p.lon)):
            return places
    return most


def great_circle_m(a: LatLon, b: LatLon) -> float:
    """Return the distance over the sphere in metres; accurate for neighbours and for antipodes."""
    phi1, phi2 = math.radians(a.lat), math.radians(b.lat)
    dlon = math.radians(b.lon - a.lon)
    east = math.cos(phi2) * math.sin(dlon)
    # sin(phi2 - phi1) + ... keeps the digits that cos·sin − sin·cos loses for close points
    north = math.sin(phi2 - phi1) + 2.0 * math.sin(phi1) * math.cos(phi2) * math.sin(dlon / 2.0) ** 2
    along = math.sin(phi1) * math.sin(phi2) + math.cos(phi1) * math.cos(phi2) * math.cos(dlon)
    return MOON_RADIUS_M * math.atan2(math.hypot(east, north), along)


def initial_azimuth(a: LatLon, b: LatLon) -> float:
    """Return the direction from a to b in degrees clockwise from north, in [0, 360).

    At a pole `a.lon` says which meridian stands for north (the limit of approaching along it): from
    (-90, 0) the azimuth is the target's longitude. Between equal points it is 0.
    """
    phi1, phi2 = math.radians(a.lat), math.radians(b.lat)
    dlon = math.radians(b.lon - a.lon)
    east = math.cos(phi2) * math.sin(dlon)
    north = math.sin(phi2 - phi1) + 2.0 * math.sin(phi1) * math.cos(phi2) * math.sin(dlon / 2.0) ** 2
    if great_circle_m(a, b) < 1e-6:
        return 0.0
    return normalise_lon(math.degrees(math.atan2(east, north)))


def destination(start: LatLon, azimuth: float, distance_m: float) -> LatLon:
    """Return the point reached from `start` along a great circle (azimuth in degrees from north, metres)."""
    phi, theta, arc = math.radians(start.lat), math.radians(azimuth), distance_m / MOON_RADIUS_M
    # Cartesian in the frame of the start's meridian: asin(sin lat) would lose half the digits at the poles
    up = math.sin(phi) * math.cos(arc) + math.cos(phi) * math.sin(arc) * math.cos(theta)
    forth = math.cos(phi) * math.cos(arc) - math.sin(phi) * math.sin(arc) * math.cos(theta)
    east = math.sin(arc) * math.sin(theta)
    lat = math.degrees(math.atan2(up, math.hypot(forth, east)))
    return LatLon(max(-90.0, min(90.0, lat)), start.lon + math.degrees(math.atan2(east, forth)))


def project(p: LatLon) -> tuple[float, float]:
    """Return map metres (x, y): x grows towards 90° E, y towards 0°. Raises ValueError at the north pole."""
    if p.lat >= 90.0:
        raise ValueError("the north pole lies at infinity on a south polar map")
    rho = 2.0 * MOON_RADIUS_M * math.tan(math.radians(90.0 + p.lat) / 2.0)
    lon = math.radians(p.lon)
    return rho * math.sin(lon), rho * math.cos(lon)


def unproject(x: float, y: float) -> LatLon:
    """Return the position of map metres (x, y); the south pole itself is (-90, 0)."""
    colatitude = 2.0 * math.degrees(math.atan(math.hypot(x, y) / (2.0 * MOON_RADIUS_M)))
    return LatLon(colatitude - 90.0, math.degrees(math.atan2(x, y)))


def scale_factor(lat: float) -> float:
    """Return map metres per metre on the ground at a latitude: 1 at the south pole, 1.031 at 70° S."""
    return 2.0 / (1.0 - math.sin(math.radians(lat)))


def parse_position(text: str) -> LatLon:
    """Read a position in any usual notation; the reading itself is in `position_text`.

    Raises ValueError with one sentence that says what is wrong and how to write it.
    """
    from atlas.domain.position_text import read_position

    lat, lon = read_position(text)
    return LatLon(lat, lon)
