"""How high the Sun ever stands over the horizon: permanent shadow over all the years that the tables hold.

At a longitude of the Sun, a place south of the equator sees it the higher the farther south it stands. So of all
moments at which it stood within a half step of a longitude, only that counts at which its upper limb was southernmost.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon
from atlas.services.sky.ephemeris import END, FIRST, Directions, Sky
from atlas.services.sky.ground import Ground
from atlas.services.sky.horizon_map import horizon_map
from atlas.services.sky.shadow import Rect

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]

STEP_DEG: Final = 0.5
_CHUNK_HOURS: Final = 100_000


def southernmost_suns(sky: Sky) -> Directions:
    """Return for every step of longitude the Sun whose upper limb was southernmost, by the hour from 1959 to 2060."""
    import numpy as np

    count = round(360.0 / STEP_DEG)
    limb, unit, distance = np.full(count, -np.inf), np.zeros((count, 3)), np.ones(count)
    first = np.datetime64(FIRST.replace(tzinfo=None), "s")
    hours = int((END - FIRST).total_seconds() // 3600)
    for begin in range(0, hours, _CHUNK_HOURS):
        some = np.arange(begin, min(hours, begin + _CHUNK_HOURS))
        sun = sky.sun(first + some * np.timedelta64(3600, "s"))
        number = np.rint(sun.lon / STEP_DEG).astype(np.intp) % count
        reach = np.degrees(np.arcsin(sun.radius_km / sun.distance_km)) - sun.lat
        order = np.lexsort((reach, number))
        best = order[np.flatnonzero(np.append(number[order][1:] != number[order][:-1], True))]
        best = best[reach[best] > limb[number[best]]]
        at = number[best]
        limb[at], unit[at], distance[at] = reach[best], sun.unit[best], sun.distance_km[best]
    return Directions(unit, distance, sun.radius_km)


def highest_suns(ground: Ground, rect: Rect, suns: Directions) -> Iterator[Field]:
    """Yield how far the upper limb overtopped the horizon at most, in degrees, after each of some Suns."""
    import numpy as np

    xs, ys = rect.centres()
    k = (xs[None, :] ** 2 + ys[:, None] ** 2) / (4.0 * MOON_RADIUS_M**2)
    across, down = xs[None, :] / MOON_RADIUS_M / (1.0 + k), ys[:, None] / MOON_RADIUS_M / (1.0 + k)
    up = (k - 1.0) / (1.0 + k)
    found: Field = np.full(k.shape, -90.0, np.float32)
    for number, (x, y, z) in enumerate(suns.unit):
        toward = LatLon(float(suns.lat[number]), float(suns.lon[number]))
        distance = float(suns.distance_km[number])
        limb = math.asin(suns.radius_km / distance) - MOON_RADIUS_M / 1000.0 / distance
        height = np.degrees(np.arcsin(down * x + across * y + up * z) + limb) - horizon_map(ground, rect, toward)
        np.maximum(found, height.astype(np.float32), out=found)
        yield found
