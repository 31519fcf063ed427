"""Names what forms a skyline: the IAU feature on whose rim or height a point lies."""

from collections.abc import Iterable
from typing import Final

from atlas.domain.coordinates import LatLon, great_circle_m
from atlas.domain.entries import Place

HIGH_GROUND: Final = frozenset({"MO", "PM", "DO", "RU", "informal"})
NEAR_M: Final = 5_000.0
NEAR_SHARE: Final = 0.25


def feature_at(places: Iterable[Place], p: LatLon) -> Place | None:
    """Return the named feature nearest to a point, or None if none is near.

    From a crater, whose rim is what stands high, the distance to its circle counts; from high ground, the distance to
    the area inside. Near means within a quarter of the feature's radius, and always within 5 km.
    """
    found: tuple[float, Place] | None = None
    for place in places:
        away = _away_m(place, p)
        limit = max(NEAR_M, NEAR_SHARE * _radius_m(place))
        if away <= limit and (found is None or away < found[0]):
            found = away, place
    return found[1] if found else None


def _radius_m(place: Place) -> float:
    return (place.diameter_km or 0.0) * 500.0


def _away_m(place: Place, p: LatLon) -> float:
    beyond = great_circle_m(LatLon(place.lat, place.lon), p) - _radius_m(place)
    return max(0.0, beyond) if place.type in HIGH_GROUND else abs(beyond)
