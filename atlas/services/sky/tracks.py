"""The paths of Sun and Earth over the sky of a place, as lines to draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from atlas.services.sky.ephemeris import END, FIRST, Directions, Sky
from atlas.services.sky.observer import Observer

if TYPE_CHECKING:
    from atlas.services.sky.time_scales import Times

_POINTS: Final = 1_500
"""In a year one every six hours, in which the Sun goes on by 3° of azimuth."""


@dataclass(frozen=True, slots=True)
class Track:
    """A path: moments and the degrees of azimuth and elevation then; azimuths run on beyond 360, without a jump."""

    times: tuple[datetime, ...]
    azimuths_deg: tuple[float, ...]
    elevations_deg: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Disc:
    """A body at a moment, degrees and km."""

    azimuth_deg: float
    elevation_deg: float
    radius_deg: float
    distance_km: float


def track(body: Directions, observer: Observer, times: tuple[datetime, ...]) -> Track:
    """Return the path of a body over the sky of an observer."""
    import numpy as np

    seen = observer.look(body)
    azimuths = np.unwrap(seen.azimuth_deg, period=360.0)
    return Track(times, tuple(azimuths.tolist()), tuple(seen.elevation_deg.tolist()))


def tracks(sky: Sky, observer: Observer, begin: datetime, end: datetime) -> tuple[Track, Track]:
    """Return the paths of Sun and Earth over a span, cut to 1959–2060; at most some thousand points."""
    import numpy as np

    begin, end = max(begin, FIRST), min(end, END - timedelta(seconds=1))
    if end <= begin:
        return Track((), (), ()), Track((), (), ())
    hours = (end - begin) / timedelta(hours=1)
    count = max(25, min(_POINTS, int(hours / 2.0) + 1))
    times = tuple(begin + (end - begin) * float(part) for part in np.linspace(0.0, 1.0, count))
    stamps: Times = times
    return track(sky.sun(stamps), observer, times), track(sky.earth(stamps), observer, times)


def discs(sky: Sky, observer: Observer, moment: datetime) -> tuple[Disc, Disc]:
    """Return Sun and Earth at a moment. Raises SkySpanError outside 1959–2060."""
    return _disc(sky.sun(moment), observer), _disc(sky.earth(moment), observer)


def _disc(body: Directions, observer: Observer) -> Disc:
    seen = observer.look(body)
    return Disc(*(float(part[0]) for part in (
        seen.azimuth_deg, seen.elevation_deg, seen.angular_radius_deg, seen.distance_km
    )))  # fmt: skip
