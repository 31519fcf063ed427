"""Parallels and meridians of the polar map as polylines in logical pixels, right at the pole too."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from atlas.domain.coordinates import LatLon, project, unproject
from atlas.services.map.view import MapView

LAT_STEPS: Final = (10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02)
LON_STEPS: Final = (90.0, 30.0, 10.0, 5.0, 2.0, 1.0, 0.5)
_RING_GAP: Final = 95.0
_LINE_GAP: Final = 110.0
_START_GAP: Final = 26.0
_TOLERANCE: Final = 0.25

Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Parallel:
    """A parallel: latitude, radius in map metres, and the longitudes between which it can be in view."""

    lat: float
    rho: float
    west: float
    east: float

    @property
    def is_whole(self) -> bool:
        """Whether all of the circle may be in view."""
        return self.east - self.west >= 360.0


@dataclass(frozen=True, slots=True)
class Meridian:
    """A meridian: longitude and the radii (map metres) between which it is drawn."""

    lon: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Graticule:
    """The grid of a view and its steps in degrees."""

    parallels: tuple[Parallel, ...]
    meridians: tuple[Meridian, ...]
    lat_step: float
    lon_step: float


def graticule(view: MapView) -> Graticule:
    """Return the grid that suits a view: lines about a hundred pixels apart, fewer towards the pole."""
    lat_step = _lat_step(view)
    nearest, farthest = _radii(view)
    parallels = []
    for lat in _multiples(unproject(0, nearest).lat, unproject(0, farthest).lat, lat_step):
        rho = project(LatLon(lat, 0.0))[1]
        if rho > 0:
            parallels.append(Parallel(lat, rho, *_angles(view)))
    lon_step, meridians = _meridians(view, nearest, farthest, lat_step)
    return Graticule(tuple(parallels), tuple(meridians), lat_step, lon_step)


def arc_points(view: MapView, rho: float, west: float, east: float) -> Points:
    """Return the arc at a radius in map metres from west to east (degrees, east > west) in pixels."""
    radius = max(1.0, rho / view.mpp)
    turn = math.radians(east - west)
    # the sagitta of every chord stays under the tolerance
    step = 2.0 * math.acos(max(0.0, 1.0 - _TOLERANCE / radius))
    pieces = max(2, min(720, math.ceil(turn / step)))
    first = math.radians(west)
    centre_x, centre_y = view.to_screen(0.0, 0.0)
    scale = rho / view.mpp
    points = []
    for k in range(pieces + 1):
        angle = first + turn * k / pieces
        points.append((centre_x + scale * math.sin(angle), centre_y - scale * math.cos(angle)))
    return points


def ray(view: MapView, lon: float, start: float, end: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the two ends in pixels of a meridian between two radii in map metres."""
    s, c = math.sin(math.radians(lon)), math.cos(math.radians(lon))
    return view.to_screen(start * s, start * c), view.to_screen(end * s, end * c)


def degrees_text(value: float, step: float) -> str:
    """Write a multiple of a step with the digits the step needs."""
    places = 0 if step >= 1.0 else 1 if step >= 0.1 else 2
    return f"{value:.{places}f}"


def _lat_step(view: MapView) -> float:
    metres_per_degree = 30_323.0
    for step in reversed(LAT_STEPS):
        if step * metres_per_degree / view.mpp >= _RING_GAP:
            return step
    return LAT_STEPS[0]


def _radii(view: MapView) -> tuple[float, float]:
    """Return the nearest and farthest distance of the view from the pole, in map metres."""
    west, south, east, north = view.bounds
    nearest = math.hypot(max(west, 0.0, -east), max(south, 0.0, -north))
    return nearest, math.hypot(max(abs(west), abs(east)), max(abs(south), abs(north)))


def _angles(view: MapView) -> tuple[float, float]:
    """Return the longitudes (west, east > west) between which the view lies; the whole circle round the pole."""
    west, south, east, north = view.bounds
    if west <= 0.0 <= east and south <= 0.0 <= north:
        return 0.0, 360.0
    middle = math.degrees(math.atan2(view.x, view.y))
    turns = []
    for x, y in ((west, south), (west, north), (east, south), (east, north)):
        turn = math.degrees(math.atan2(x, y)) - middle
        turns.append((turn + 180.0) % 360.0 - 180.0)
    return middle + min(turns), middle + max(turns)


def _multiples(low: float, high: float, step: float) -> Iterator[float]:
    for k in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
        yield k * step


def _meridians(view: MapView, nearest: float, farthest: float, lat_step: float) -> tuple[float, list[Meridian]]:
    """Return the finest step and the meridians, each from the ring at which its neighbours stand apart."""
    west, east = _angles(view)
    found: dict[float, Meridian] = {}
    finest = LON_STEPS[0]
    typical = max(math.hypot(view.x, view.y), view.height * view.mpp * 0.35)
    for step in LON_STEPS:
        if step < 90.0 and math.radians(step) * typical / view.mpp < _LINE_GAP:
            break
        finest = step
        start = 0.0 if step == 90.0 else _start_ring(view, step, lat_step)
        if start >= farthest:
            continue
        for lon in _multiples(west, east, step):
            key = round(lon % 360.0, 4)
            if key not in found:
                found[key] = Meridian(key, max(start, nearest * 0.98), farthest)
    return finest, list(found.values())


def _start_ring(view: MapView, step: float, lat_step: float) -> float:
    apart = _START_GAP * view.mpp / math.radians(step)
    colatitude = unproject(0.0, apart).lat + 90.0
    ring = math.ceil(colatitude / lat_step) * lat_step - 90.0
    return project(LatLon(min(ring, 0.0), 0.0))[1]
