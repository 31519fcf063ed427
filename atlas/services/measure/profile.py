"""Elevation along a path, sampled as finely as the terrain at each place is."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, project
from atlas.domain.geodesy import Leg, Path, along, great_circle_points, tangent, vector
from atlas.services.tasks import CancelToken
from atlas.services.terrain import Terrain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MOST_SAMPLES: Final = 200_000
"""A path that would need more is sampled more coarsely, and says so."""
_SHARE: Final = 0.5
"""Distance between samples in cells of the terrain: two samples a cell follow it along its diagonal too."""
_STRETCH_M: Final = 1600.0
"""So often it is looked up which terrain is the finest."""
_NORTHMOST: Final = -45.0
"""No terrain reaches so far; further north the projection runs away."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a profile: metres along the path, metres above the sphere, degrees along the path (up is positive)."""

    distance_m: float
    position: LatLon
    height_m: float | None
    slope_deg: float | None


@dataclass(frozen=True, eq=False)
class Profile:
    """Samples along a path: metres over the sphere from its start, position in degrees, metres above the sphere.

    `knots` are the samples at the path's own points; heights are nan off the terrain. `sources` names the terrains
    with the share of the length that each gave; `step_m` is the distance between samples where it is smallest.
    """

    path: Path
    distance: Floats
    lat: Floats
    lon: Floats
    height: Floats
    knots: tuple[int, ...]
    sources: tuple[tuple[str, float], ...]
    resolution_m: float
    step_m: float
    coarsened: bool = False
    """Whether there are fewer samples than the terrain has cells."""
    credits: tuple[str, ...] = ()

    @property
    def length_m(self) -> float:
        """The length of the path over the sphere."""
        return float(self.distance[-1])

    @property
    def count(self) -> int:
        """How many samples there are."""
        return len(self.distance)

    @cached_property
    def steps(self) -> Floats:
        """Metres from each sample to the next over the ground: straight lines between points at their height."""
        import numpy as np

        angle = np.diff(self.distance) / MOON_RADIUS_M
        r = MOON_RADIUS_M + self.height
        chord = 2.0 * np.sqrt(r[1:] * r[:-1]) * np.sin(angle / 2.0)
        length: Floats = np.hypot(chord, np.diff(r))
        return length

    @cached_property
    def slopes(self) -> Floats:
        """Degrees along the path from each sample to the next, positive upwards."""
        import numpy as np

        flat = np.maximum(np.diff(self.distance), 1e-9)
        found: Floats = np.degrees(np.arctan(np.diff(self.height) / flat))
        return found

    @property
    def is_whole(self) -> bool:
        """Whether there is terrain under all of it."""
        import numpy as np

        return bool(np.isfinite(self.height).all())

    @property
    def has_heights(self) -> bool:
        """Whether there is terrain under any of it."""
        import numpy as np

        return bool(np.isfinite(self.height).any())

    @property
    def ground_m(self) -> float | None:
        """The length over the ground, None where terrain is missing."""
        return float(self.steps.sum()) if self.is_whole else None

    def leg_ground_m(self, leg: int) -> float | None:
        """Return the length of a leg over the ground, None where terrain is missing."""
        part = self.steps[self.knots[leg] : self.knots[leg + 1]]
        total = float(part.sum())
        return None if math.isnan(total) else total

    def point_height_m(self, index: int) -> float | None:
        """Return the height of one of the path's points, None off the terrain."""
        height = float(self.height[self.knots[index]])
        return None if math.isnan(height) else height

    @property
    def range_m(self) -> tuple[float, float] | None:
        """The lowest and the highest sample, None off the terrain."""
        import numpy as np

        return (float(np.nanmin(self.height)), float(np.nanmax(self.height))) if self.has_heights else None

    @property
    def climb_m(self) -> tuple[float, float]:
        """All metres up and all metres down, as the samples have them."""
        import numpy as np

        rises = np.diff(self.height)
        return float(np.nansum(rises[rises > 0.0])), float(-np.nansum(rises[rises < 0.0]))

    @property
    def steepest_deg(self) -> float | None:
        """The steepest slope along the path, without its sign."""
        import numpy as np

        return float(np.nanmax(np.abs(self.slopes))) if np.isfinite(self.slopes).any() else None

    def at(self, distance_m: float) -> Spot:
        """Return what is so many metres along the path."""
        import numpy as np

        held = min(max(distance_m, 0.0), self.length_m)
        after = min(max(int(np.searchsorted(self.distance, held, side="right")), 1), self.count - 1)
        before = after - 1
        span = float(self.distance[after] - self.distance[before])
        share = (held - float(self.distance[before])) / span if span > 0.0 else 0.0
        low, high = float(self.height[before]), float(self.height[after])
        height, slope = low + (high - low) * share, float(self.slopes[before])
        one, other = (LatLon(float(self.lat[k]), float(self.lon[k])) for k in (before, after))
        return Spot(
            held,
            along(one, other, share),
            None if math.isnan(height) else height,
            None if math.isnan(slope) else slope,
        )


def sample_profile(terrain: Terrain, path: Path, token: CancelToken | None = None) -> Profile:
    """Return the elevation along a path of at least two points; on a worker, as terrain may have to be read.

    Raises ValueError for a path without a length, TerrainError.
    """
    import numpy as np

    from atlas.services.sky.ground import Ground

    if path.length_m <= 0.0:
        raise ValueError("a profile needs two points that lie apart")
    plans = [_Plan.of(terrain, leg) for leg in path.legs]
    wanted = sum(plan.samples for plan in plans)
    coarser = max(1.0, wanted / MOST_SAMPLES)
    parts, knots, begin, count = [], [0], 0.0, 1
    for plan in plans:
        if token is not None:
            token.check()
        shares = plan.shares(coarser)
        parts.append(_Samples.of(plan.leg, shares, begin))
        begin += plan.leg.distance_m
        count += len(shares)
        knots.append(count - 1)
    samples = _Samples.joined(path.corners[0], parts)
    x, y = samples.projected()
    height = np.full(x.shape, np.nan)
    near = samples.lat < _NORTHMOST
    height[near] = Ground.of(terrain).sample(x[near], y[near])
    cells: Counter[tuple[str, float, str]] = Counter()
    for plan in plans:
        cells.update(plan.sources)
    total = max(1, cells.total())
    return Profile(
        path,
        samples.distance,
        samples.lat,
        samples.lon,
        height,
        tuple(knots),
        tuple((label, n / total) for (label, _, _), n in cells.most_common()),
        min(cell for _, cell, _ in cells),
        min(plan.finest_step(coarser) for plan in plans),
        coarser > 1.0,
        tuple(dict.fromkeys(words for _, _, words in cells)),
    )


@dataclass(frozen=True)
class _Plan:
    """How a leg is to be sampled: into how many pieces each of its stretches is cut; metres over each terrain."""

    leg: Leg
    pieces: tuple[int, ...]
    sources: Counter[tuple[str, float, str]]

    @classmethod
    def of(cls, terrain: Terrain, leg: Leg) -> _Plan:
        stretches = max(1, math.ceil(leg.distance_m / _STRETCH_M))
        length = leg.distance_m / stretches
        ends = great_circle_points(leg.start, leg.end, [k / stretches for k in range(stretches + 1)])
        placed = [project(p) if p.lat < _NORTHMOST else None for p in ends]
        # the imported terrains are known from here on
        terrain.own()
        pieces, sources = [], Counter[tuple[str, float, str]]()
        for one, other in pairwise(placed):
            if one is None or other is None:
                pieces.append(1)
                continue
            west, east = sorted((one[0], other[0]))
            south, north = sorted((one[1], other[1]))
            found = terrain.sources_in(west - 1.0, south - 1.0, east + 1.0, north + 1.0)[0]
            pieces.append(max(1, math.ceil(length / (found.resolution_m * _SHARE))))
            sources[found.label, found.resolution_m, found.credits] += max(1, round(length))
        if not sources:
            sources[terrain.name, terrain.resolution_m, terrain.credits] += 1
        return cls(leg, tuple(pieces), sources)

    @property
    def samples(self) -> int:
        return sum(self.pieces)

    def _cut(self, coarser: float) -> tuple[int, ...]:
        return tuple(max(1, math.floor(n / coarser)) for n in self.pieces)

    def finest_step(self, coarser: float) -> float:
        return self.leg.distance_m / len(self.pieces) / max(self._cut(coarser))

    def shares(self, coarser: float) -> Floats:
        """Return the shares of the leg at which it is sampled, without its beginning."""
        import numpy as np

        cut, stretches = self._cut(coarser), len(self.pieces)
        found = [k + np.arange(1, n + 1) / n for k, n in enumerate(cut)]
        shares: Floats = np.concatenate(found) / stretches
        shares[-1] = 1.0
        return shares


@dataclass(frozen=True)
class _Samples:
    distance: Floats
    lat: Floats
    lon: Floats

    @classmethod
    def of(cls, leg: Leg, shares: Floats, begin: float) -> _Samples:
        """Return positions along a leg, as `domain.geodesy` has them, many at once."""
        import numpy as np

        start, ahead = vector(leg.start), tangent(leg.start, leg.end)
        arc = shares * (leg.distance_m / MOON_RADIUS_M)
        c, s = np.cos(arc), np.sin(arc)
        x, y, z = (one * c + other * s for one, other in zip(start, ahead, strict=True))
        lat, lon = np.degrees(np.arctan2(z, np.hypot(x, y))), np.degrees(np.arctan2(y, x)) % 360.0
        lat[-1], lon[-1] = leg.end.lat, leg.end.lon
        return cls(begin + shares * leg.distance_m, lat, lon)

    @classmethod
    def joined(cls, start: LatLon, parts: list[_Samples]) -> _Samples:
        import numpy as np

        return cls(
            np.concatenate([np.zeros(1), *(part.distance for part in parts)]),
            np.concatenate([np.array([start.lat]), *(part.lat for part in parts)]),
            np.concatenate([np.array([start.lon]), *(part.lon for part in parts)]),
        )

    def projected(self) -> tuple[Floats, Floats]:
        """Return map metres."""
        import numpy as np

        rho = 2.0 * MOON_RADIUS_M * np.tan(np.radians(np.minimum(90.0 + self.lat, 179.0)) / 2.0)
        lon = np.radians(self.lon)
        return rho * np.sin(lon), rho * np.cos(lon)
