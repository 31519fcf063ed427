"""What lies on the map, projected once: markers, regions, names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from atlas.domain.coordinates import LatLon, project
from atlas.domain.entries import Marker, Place, Region
from atlas.domain.notes import Mark
from atlas.services.map.marks import Placed, place_marks
from atlas.services.map.view import MapView, on_map

_HIGH_GROUND = frozenset({"MO", "PM", "DO", "RU", "informal"})
_BRACKETS = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Spot:
    """A marker with its place on the map in metres."""

    marker: Marker
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Named:
    """A named place with its place on the map and its radius, in metres."""

    place: Place
    x: float
    y: float
    radius: float
    high: bool


@dataclass(frozen=True)
class MapData:
    """Everything that is drawn over the ground. Names come largest first; `far` lies outside the square."""

    spots: tuple[Spot, ...] = ()
    far: tuple[Marker, ...] = ()
    regions: tuple[Region, ...] = ()
    names: tuple[Named, ...] = ()
    by_slug: dict[str, Spot] = field(default_factory=dict)
    marks: tuple[Placed, ...] = ()
    """What the user put on the map."""

    @staticmethod
    def build(markers: Iterable[Marker], regions: Iterable[Region], places: Iterable[Place]) -> "MapData":
        """Project everything; names outside the square are left out."""
        names = [_named(place) for place in places if on_map(LatLon(place.lat, place.lon))]
        names.sort(key=_size, reverse=True)
        return MapData(names=tuple(names)).with_sites(markers, regions)

    def with_sites(self, markers: Iterable[Marker], regions: Iterable[Region]) -> "MapData":
        """Return the same names with other markers and regions."""
        spots: list[Spot] = []
        far: list[Marker] = []
        for marker in markers:
            p = LatLon(marker.lat, marker.lon)
            if on_map(p):
                spots.append(Spot(marker, *project(p)))
            else:
                far.append(marker)
        by_slug = {spot.marker.slug: spot for spot in spots}
        return MapData(tuple(spots), tuple(far), tuple(regions), self.names, by_slug, self.marks)

    def with_marks(self, marks: Iterable[Mark]) -> "MapData":
        """Return the same with other marks of the user's."""
        return replace(self, marks=place_marks(marks))

    def spots_in(self, view: MapView, margin: float = 0.0) -> list[Spot]:
        """Return the markers in view (margin in pixels)."""
        west, south, east, north = view.bounds
        m = margin * view.mpp
        return [s for s in self.spots if west - m <= s.x <= east + m and south - m <= s.y <= north + m]

    def names_in(self, view: MapView, margin: float = 0.0) -> list[Named]:
        """Return the names whose middle is in view (margin in pixels), largest first."""
        west, south, east, north = view.bounds
        m = margin * view.mpp
        return [n for n in self.names if west - m <= n.x <= east + m and south - m <= n.y <= north + m]


def _named(place: Place) -> Named:
    x, y = project(LatLon(place.lat, place.lon))
    return Named(place, x, y, (place.diameter_km or 0.0) * 500.0, place.type in _HIGH_GROUND)


def region_label(region: Region) -> str:
    """Return a region's name without what stands in brackets behind it: the outline says what it is."""
    return _BRACKETS.sub("", region.name)


def _size(named: Named) -> tuple[float, str]:
    # lettered satellite craters come after the named ones of twice their size
    return named.radius * (0.5 if named.place.type == "SF" else 1.0), named.place.name
