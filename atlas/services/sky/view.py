"""What somebody at a place sees of Sun and Earth at a moment, put together for the command line and the window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from atlas.domain.coordinates import LatLon
from atlas.domain.entries import Place
from atlas.services.sky.disc import visible_shares, window
from atlas.services.sky.ephemeris import Directions, Sky
from atlas.services.sky.features import feature_at
from atlas.services.sky.ground import EYE_HEIGHT_M, Ground
from atlas.services.sky.horizon import Skyline, skyline
from atlas.services.sky.observer import Observer
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
    ground = ground.seen_from(position)
    ground_m = ground.elevation(position)
    observer = ground.observer(position, height_m)
    seen_over = None if ground_m is None else ground
    named = list(places)
    return SkyView(
        time.astimezone(UTC),
        position,
        height_m,
        ground_m,
        seen_over,
        _body(sky.sun(time), observer, seen_over, named),
        _body(sky.earth(time), observer, seen_over, named),
        bool(extrapolated(time)[0]),
    )


def _body(body: Directions, observer: Observer, ground: Ground | None, places: list[Place]) -> BodyView:
    apparent = observer.look(body)
    visible, ridge = None, None
    if ground is not None:
        line = skyline(ground, observer, window(apparent))
        visible = float(visible_shares(apparent, line)[0])
        ridge = _ridge(line, len(line.azimuths_deg) // 2, places)
    return BodyView(
        float(apparent.azimuth_deg[0]),
        float(apparent.elevation_deg[0]),
        float(apparent.angular_radius_deg[0]),
        float(apparent.distance_km[0]),
        LatLon(float(body.lat[0]), float(body.lon[0])),
        visible,
        ridge,
    )


def _ridge(line: Skyline, index: int, places: list[Place]) -> Ridge:
    position = line.position(index)
    return Ridge(
        float(line.elevations_deg[index]),
        float(line.distances_m[index]),
        position,
        feature_at(places, position),
        bool(line.open_ended[index]),
    )
