"""The skyline of a point: for every azimuth the highest elevation at which ground stands, and which ground it is.

Lines of sight run along great circles of the sphere, so the Moon's curvature is in them. Each is sampled at steps that
grow from a metre to half a cell, and the best peaks are then closed in on between the samples; a line is followed
until the highest ground there is could no longer rise over what was found. No refraction: the Moon has no air.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, destination
from atlas.services.sky.ephemeris import turned
from atlas.services.sky.ground import Ground
from atlas.services.sky.observer import Observer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEP_DEG: Final = 0.5
_FIRST_M: Final = 1.0
_GROWTH: Final = 1.15
# steps in cells, each until a distance in cells
_STEPS: Final = ((1 / 8, 12.0), (1 / 4, 50.0))
_LAST_STEP: Final = 1 / 2
_CHUNK: Final = 64
_PEAKS: Final = 4
_CLOSINGS: Final = 4
_WITHIN: Final = 17


@dataclass(frozen=True)
class Skyline:
    """What an observer's horizon is made of; arrays of shape (N,), one value for each azimuth.

    `open_ended`: the line of sight left the ground before the skyline was settled; beyond, the bare sphere is assumed.
    """

    observer: Observer
    azimuths_deg: Floats
    elevations_deg: Floats
    distances_m: Floats
    open_ended: NDArray[np.bool_]

    def at(self, azimuths_deg: Floats) -> Floats:
        """Return elevations in degrees at azimuths, linear between those computed."""
        import numpy as np

        return np.interp(azimuths_deg, self.azimuths_deg, self.elevations_deg, period=360.0)

    def position(self, index: int) -> LatLon:
        """Return the place of the ground that forms the skyline at the azimuth of an index."""
        return destination(self.observer.position, float(self.azimuths_deg[index]), float(self.distances_m[index]))

    def positions(self, chosen: NDArray[np.intp]) -> tuple[Floats, Floats]:
        """Return latitudes and east longitudes of the ground at the azimuths of some indices."""
        import numpy as np

        east, north, up = self.observer.axes()
        theta, arc = np.radians(self.azimuths_deg[chosen]), self.distances_m[chosen] / MOON_RADIUS_M
        towards = np.cos(theta)[:, None] * north + np.sin(theta)[:, None] * east
        x, y, z = (np.sin(arc)[:, None] * towards + np.cos(arc)[:, None] * up).T
        return np.degrees(np.arctan2(z, np.hypot(x, y))), turned(np.degrees(np.arctan2(y, x)))


def skyline(ground: Ground, observer: Observer, azimuths_deg: Floats | None = None) -> Skyline:
    """Return the skyline at azimuths in degrees clockwise from north; by default all round in steps of 0.5°.

    Elevations are exact to 0.001° for the bilinear ground; what the ground itself leaves out is another matter.
    """
    import numpy as np

    azimuths = np.arange(0.0, 360.0, STEP_DEG) if azimuths_deg is None else np.asarray(azimuths_deg, np.float64)
    ground = ground.seen_from(observer.position)
    rays = _Rays(ground, observer, azimuths)
    distances = _distances(ground.rings)
    slopes, open_ended = _march(rays, distances)
    best, where = _close_in(rays, distances[: slopes.shape[1]], slopes)
    return Skyline(observer, azimuths, np.degrees(np.arctan(best)), where, open_ended)


def sight_lines(ground: Ground, observer: Observer, azimuths_deg: Floats) -> tuple[Floats, Floats]:
    """Return the distances (M,) at which lines of sight were sampled, and the tangents there (N, M).

    A tangent is -inf where nothing that far off could be seen any more.
    """
    ground = ground.seen_from(observer.position)
    distances = _distances(ground.rings)
    slopes, _ = _march(_Rays(ground, observer, azimuths_deg), distances)
    return distances[: slopes.shape[1]], slopes


def bare_skyline(observer: Observer, azimuths_deg: Floats) -> Skyline:
    """Return the skyline of the bare sphere, where no terrain is known: every direction is open-ended."""
    import numpy as np

    dip = math.acos(min(1.0, MOON_RADIUS_M / observer.radius_m))
    same = np.ones(len(azimuths_deg))
    return Skyline(
        observer, azimuths_deg, -math.degrees(dip) * same, MOON_RADIUS_M * dip * same, np.ones(len(same), dtype=bool)
    )


class _Rays:
    """Lines of sight from one eye; gives the tangent of the elevation of the ground along them."""

    def __init__(self, ground: Ground, observer: Observer, azimuths: Floats) -> None:
        import numpy as np

        self.ground = ground
        self._eye = observer.radius_m
        self._top = MOON_RADIUS_M + max(ground.highest_m, 0.0)
        east, north, self._up = observer.axes()
        theta = np.radians(azimuths)[:, None]
        self._towards = np.cos(theta) * north + np.sin(theta) * east
        self.count = len(azimuths)

    def slopes(self, which: NDArray[np.intp], distances: Floats) -> tuple[Floats, NDArray[np.bool_]]:
        """Return tangents and whether the ground is missing, shape (rays, M), at distances (M,) or (rays, M)."""
        import numpy as np

        arc = np.atleast_2d(distances) / MOON_RADIUS_M
        along, up = np.sin(arc), np.cos(arc)
        x, y, z = (along * self._towards[which, k, None] + up * self._up[k] for k in range(3))
        scale = 2.0 * MOON_RADIUS_M / (1.0 - z)
        height = self.ground.sample(scale * y, scale * x)
        missing = np.isnan(height)
        radius = MOON_RADIUS_M + np.where(missing, 0.0, height)
        # r cos θ − eye, without the loss of digits close by
        rise = (radius - self._eye) - 2.0 * radius * np.sin(arc / 2.0) ** 2
        return rise / (radius * along), missing

    def bound(self, distances: Floats) -> Floats:
        """Return the largest tangent that the highest ground could have at distances or beyond."""
        import numpy as np

        # lower than the eye it would stand highest where the line of sight touches it
        touching = math.acos(min(1.0, self._top / self._eye))
        arc = np.maximum(distances / MOON_RADIUS_M, touching)
        found: Floats = (self._top * np.cos(arc) - self._eye) / (self._top * np.sin(arc))
        return found


def _distances(rings: Sequence[tuple[float, float]]) -> Floats:
    """Return the distances in metres at which rays are sampled, up to a quarter of the way round the Moon.

    `rings`: until how far away cells are of which size.
    """
    import numpy as np

    end = math.pi / 2.0 * MOON_RADIUS_M
    begin, near = _FIRST_M, rings[0][1] * _STEPS[0][0]
    parts = [begin * _GROWTH ** np.arange(max(1, math.ceil(math.log(near / (_GROWTH - 1.0), _GROWTH))))]
    for until, cell in rings:
        for step, cells in (*_STEPS, (_LAST_STEP, math.inf)):
            last = float(parts[-1][-1])
            parts.append(np.arange(last + step * cell, min(until, cells * cell, end), step * cell))
            if not len(parts[-1]):
                parts.pop()
    every = np.concatenate(parts)
    return every[every < end]


def _march(rays: _Rays, distances: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Sample all rays until none can rise any more: tangents (rays, M), -inf where a ray had ended; and open ends."""
    import numpy as np

    best = np.full(rays.count, -np.inf)
    open_ended = np.zeros(rays.count, dtype=bool)
    chunks: list[Floats] = []
    active = np.arange(rays.count)
    for begin in range(0, len(distances), _CHUNK):
        part = distances[begin : begin + _CHUNK]
        bound = rays.bound(part)
        active = active[bound[0] > best[active]]
        if not len(active):
            break
        found, missing = rays.slopes(active, part)
        chunk = np.full((rays.count, len(part)), -np.inf)
        chunk[active] = found
        chunks.append(chunk)
        best[active] = np.maximum(best[active], found.max(axis=1))
        open_ended[active] |= (missing & (bound > best[active, None])).any(axis=1)
    return np.concatenate(chunks, axis=1), open_ended


def _close_in(rays: _Rays, distances: Floats, slopes: Floats) -> tuple[Floats, Floats]:
    """Return the highest tangent of each ray and its distance, searching between the samples round the best peaks."""
    import numpy as np

    padded = np.pad(slopes, ((0, 0), (1, 1)), constant_values=-np.inf)
    peaks = np.where((slopes >= padded[:, :-2]) & (slopes >= padded[:, 2:]), slopes, -np.inf)
    count = min(_PEAKS, slopes.shape[1])
    chosen = np.argpartition(-peaks, count - 1, axis=1)[:, :count].ravel()
    which = np.repeat(np.arange(rays.count), count)
    low = distances[np.maximum(chosen - 1, 0)]
    high = distances[np.minimum(chosen + 1, len(distances) - 1)]
    fractions = np.linspace(0.0, 1.0, _WITHIN)
    rows = np.arange(len(which))
    for _ in range(_CLOSINGS):
        tried = low[:, None] + (high - low)[:, None] * fractions
        found, _ = rays.slopes(which, tried)
        at = found.argmax(axis=1)
        low, high = tried[rows, np.maximum(at - 1, 0)], tried[rows, np.minimum(at + 1, _WITHIN - 1)]
    values = found[rows, at].reshape(rays.count, count)
    winner = values.argmax(axis=1)
    ray = np.arange(rays.count)
    return values[ray, winner], tried[rows, at].reshape(rays.count, count)[ray, winner]
