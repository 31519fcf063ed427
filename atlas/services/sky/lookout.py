"""A place to look out from: its eye, the skyline all round, and the names of what forms it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon
from atlas.domain.entries import Place
from atlas.services.sky.features import HIGH_GROUND, NEAR_M, NEAR_SHARE
from atlas.services.sky.ground import EYE_HEIGHT_M, Ground
from atlas.services.sky.horizon import Skyline, bare_skyline, skyline
from atlas.services.sky.observer import Observer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FINE_DEG: Final = 0.05
"""Steps of a skyline on which rise and set are found: finer ones move no event by a minute."""
_NAMED_DEG: Final = 0.25


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the skyline formed by one named feature; the peak is the highest point of the part, degrees."""

    place: Place
    first_deg: float
    last_deg: float
    peak_azimuth_deg: float
    peak_elevation_deg: float
    distance_m: float

    @property
    def width_deg(self) -> float:
        """How much of the circle it takes."""
        return (self.last_deg - self.first_deg) % 360.0


@dataclass(frozen=True, eq=False)
class Lookout:
    """What stands round a place. `ground` and `ground_m` are None off the terrain: the skyline is the sphere's."""

    position: LatLon
    height_m: float
    ground: Ground | None
    ground_m: float | None
    observer: Observer
    line: Skyline
    stretches: tuple[Stretch, ...]

    @property
    def open_share(self) -> float:
        """The share of the directions in which the terrain ends before the skyline is certain, 0–1."""
        return float(self.line.open_ended.mean()) if self.ground is not None else 1.0


def look_out(
    ground: Ground,
    position: LatLon,
    height_m: float = EYE_HEIGHT_M,
    places: Sequence[Place] = (),
    step_deg: float = FINE_DEG,
) -> Lookout:
    """Return the lookout of an eye `height_m` over the ground, over the bare sphere off the terrain."""
    import numpy as np

    azimuths = np.arange(0.0, 360.0, step_deg)
    ground = ground.seen_from(position)
    ground_m = ground.elevation(position)
    if ground_m is None:
        observer = Observer(position, MOON_RADIUS_M + height_m)
        return Lookout(position, height_m, None, None, observer, bare_skyline(observer, azimuths), ())
    observer = ground.observer(position, height_m)
    line = skyline(ground, observer, azimuths)
    return Lookout(position, height_m, ground, ground_m, observer, line, name_stretches(line, places))


def name_stretches(line: Skyline, places: Sequence[Place]) -> tuple[Stretch, ...]:
    """Return the named parts of a skyline that goes all round, from north on."""
    import numpy as np

    every = max(1, round(_NAMED_DEG * len(line.azimuths_deg) / 360.0))
    chosen = np.arange(0, len(line.azimuths_deg), every)
    if not places or not len(chosen):
        return ()
    named = nearest_features(places, *line.positions(chosen))
    begins = np.flatnonzero(named != np.roll(named, 1))
    if not len(begins):
        begins = np.array([0])
    lengths = np.diff(np.append(begins, begins[0] + len(named)))
    found = []
    for begin, length in zip(begins, lengths, strict=True):
        if named[begin] < 0:
            continue
        part = chosen[np.arange(begin, begin + length) % len(named)]
        found.append(_stretch(line, part, places[int(named[begin])]))
    return tuple(found)


def _stretch(line: Skyline, part: NDArray[np.intp], place: Place) -> Stretch:
    peak = int(part[line.elevations_deg[part].argmax()])
    return Stretch(
        place,
        float(line.azimuths_deg[part[0]]),
        float(line.azimuths_deg[part[-1]]),
        float(line.azimuths_deg[peak]),
        float(line.elevations_deg[peak]),
        float(line.distances_m[peak]),
    )


def nearest_features(places: Sequence[Place], lats: Floats, lons: Floats) -> NDArray[np.intp]:
    """Return for each position the number of the feature that `feature_at` names, -1 where none is near."""
    import numpy as np

    radius = np.array([(place.diameter_km or 0.0) * 500.0 for place in places])
    high = np.array([place.type in HIGH_GROUND for place in places])
    centres = _units(np.array([place.lat for place in places]), np.array([place.lon for place in places]))
    # the chord keeps the digits that an arc cosine loses close by
    chord = np.linalg.norm(_units(lats, lons)[:, None, :] - centres[None, :, :], axis=-1)
    beyond = 2.0 * MOON_RADIUS_M * np.arcsin(np.minimum(1.0, chord / 2.0)) - radius
    away = np.where(high, np.maximum(beyond, 0.0), np.abs(beyond))
    away[away > np.maximum(NEAR_M, NEAR_SHARE * radius)] = np.inf
    nearest = away.argmin(axis=1)
    return np.where(np.isfinite(away[np.arange(len(nearest)), nearest]), nearest, -1)


def _units(lats: Floats, lons: Floats) -> Floats:
    import numpy as np

    phi, lam = np.radians(lats), np.radians(lons)
    found: Floats = np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=-1)
    return found
