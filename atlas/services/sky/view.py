"""What somebody at a place sees of Sun and Earth at a moment, put together for the command line and the window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from atlas.domain.coordinates import LatLon
from atlas.domain.entries import Place
from atlas.services.sky.disc import visible_share, window
from atlas.services.sky.ephemeris import Directions, Sky
from atlas.services.sky.features import feature_at
from atlas.services.sky.ground import EYE_HEIGHT_M, Ground
from atlas.services.sky.horizon import Skyline, skyline
from atlas.services.sky.observer import Apparent, Observer
from atlas.services.sky.time_scales import extrapolated


@dataclass(frozen=True, slots=True)
class Ridge:
    """The ground under a body that forms the skyline. `feature`: the named place it belongs to, if any is near.

    `open_ended`: the terrain ended before the skyline was settled, so higher ground may stand beyond.
    """

    elevation_deg: float
    distance_m: float
    position: LatLon
    feature: Place | None
    open_ended: bool


@dataclass(frozen=True, slots=True)
class BodyView:
    """One body: degrees, azimuth clockwise from north. `visible` (0–1) and `ridge` are None off the terrain."""

    azimuth_deg: float
    elevation_deg: float
    angular_radius_deg: float
    distance_km: float
    overhead: LatLon
    visible: float | None
    ridge: Ridge | None


@dataclass(frozen=True, slots=True)
class SkyView:
    """Both bodies from a place. `ground_m` and `ground` are None off the terrain.

    `extrapolated`: no table of leap seconds reaches so far, so the time may be off by a second or so.
    """

    time: datetime
    position: LatLon
    height_m: float
    ground_m: float | None
    ground: Ground | None
    sun: BodyView
    earth: BodyView
    extrapolated: bool


def sky_view(
    sky: Sky,
    ground: Ground,
    position: LatLon,
    time: datetime,
    height_m: float = EYE_HEIGHT_M,
    places: Iterable[Place] = (),
) -> SkyView:
    """Return what an eye `height_m` over the ground sees, in about 20 ms. Raises SkySpanError outside 1959–2060."""
    import numpy as np

    ground_m = ground.elevation(position)
    observer = ground.observer(position, height_m)
    seen = [(body, observer.look(body)) for body in (sky.sun(time), sky.earth(time))]
    line = None
    if ground_m is not None:
        line = skyline(ground, observer, np.concatenate([_window(apparent) for _, apparent in seen]))
    named = list(places)
    sun, earth = (_body(body, apparent, line, observer, named) for body, apparent in seen)
    return SkyView(
        time.astimezone(UTC),
        position,
        height_m,
        ground_m,
        None if ground_m is None else ground,
        sun,
        earth,
        bool(extrapolated(time)[0]),
    )
