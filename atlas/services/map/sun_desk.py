"""Answers what Sun and Earth do over the map at a moment. Made at no cost; every method is for workers.

Tables, splines and shadows are loaded when first asked for.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.domain.coordinates import LatLon

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from atlas.domain.light import Window
    from atlas.services.map.sunlit import Sunlight, SunlitRelief
    from atlas.services.sky import Apparent, Ground, Sky
    from atlas.services.terrain import Terrain

BARS: Final = 180
"""Into how many pieces a stretch of time is cut to tell when the Sun is up."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a body stands from a place: degrees, azimuth clockwise from north."""

    azimuth: float
    elevation: float


@dataclass(frozen=True, slots=True)
class LightReport:
    """Sun and Earth over a place at a moment; `extrapolated`: beyond the table of leap seconds.

    `terrain`: what casts the shadows there, with its resolution.
    """

    time: datetime
    sun: Standing
    earth: Standing
    sub_solar: LatLon
    extrapolated: bool
    terrain: str


@dataclass(frozen=True, slots=True)
class PointLight:
    """Sun and Earth from a point of the ground, with the share (0–1) of each disc over the skyline there.

    The shares are None off the terrain. `terrain`: what the skyline was told from.
    """

    position: LatLon
    time: datetime
    sun: Standing
    earth: Standing
    sun_share: float | None
    earth_share: float | None
    terrain: str


class SunDesk:
    """The sky over one terrain. Methods may be called from any thread, but take milliseconds, the first ones more."""

    def __init__(self, folder: Path, terrain: Terrain) -> None:
        self._folder = folder
        self._terrain = terrain
        self._lock = threading.Lock()
        self._sky: Sky | None = None
        self._relief: SunlitRelief | None = None
        self._ground: tuple[int, Ground] | None = None

    def sky(self) -> Sky:
        """Return the places of Sun and Earth. Raises SkyError if their file is missing or damaged."""
        with self._lock:
            if self._sky is None:
                from atlas.services.sky import Sky

                self._sky = Sky.load(self._folder)
            return self._sky

    def sunlight(self, time: datetime, *, fast: bool = False) -> Sunlight:
        """Return the Sun of a moment over the terrain. Raises SkyError."""
        from atlas.services.map.sunlit import Sunlight, SunlitRelief

        sky = self.sky()
        with self._lock:
            if self._relief is None:
                self._relief = SunlitRelief(sky, self._terrain)
            return Sunlight(self._relief, time, fast)

    def report(self, p: LatLon, time: datetime) -> LightReport:
        """Return how Sun and Earth stand over the ground at a place. Raises SkySpanError, SkyError, TerrainError."""
        from atlas.services.sky.time_scales import extrapolated

        sky, observer = self.sky(), self._need_ground().observer(p)
        sun, source = sky.sun(time), self._terrain.source_at(p)
        return LightReport(
            time,
            _standing(observer.look(sun)),
            _standing(observer.look(sky.earth(time))),
            LatLon(float(sun.lat[0]), float(sun.lon[0])),
            bool(extrapolated(time)[0]),
            source.label if source is not None else self._terrain.name,
        )

    def elevations(self, p: LatLon, window: Window) -> list[float]:
        """Return the Sun's elevation over a place in the middle of each of `BARS` pieces of a stretch; nan beyond."""
        import math

        from atlas.domain.light import known

        piece = (window.end - window.start) / BARS
        times = [window.start + piece * (k + 0.5) for k in range(BARS)]
        asked = [time for time in times if known(time)]
        if not asked:
            return [math.nan] * BARS
        found = iter(self._need_ground().observer(p).look(self.sky().sun(asked)).elevation_deg.tolist())
        return [next(found) if known(time) else math.nan for time in times]

    def point(self, p: LatLon, time: datetime) -> PointLight:
        """Return what a place sees of Sun and Earth over its skyline, in about 20 ms; raises as `report`."""
        from atlas.services.sky import sky_view

        view = sky_view(self.sky(), self._need_ground(), p, time)
        sun, earth = view.sun, view.earth
        return PointLight(
            p,
            time,
            Standing(sun.azimuth_deg, sun.elevation_deg),
            Standing(earth.azimuth_deg, earth.elevation_deg),
            sun.visible,
            earth.visible,
            view.ground.name if view.ground is not None else self._terrain.name,
        )

    def warm_up(self) -> None:
        """Load what the first sharp relief and the first shadow need, while nobody waits for it."""
        import numpy as np

        at = np.array([0.0, 100.0])
        self._terrain.raster(at, -at)
        self.sky()
        self._need_ground()

    def _need_ground(self) -> Ground:
        from atlas.services.sky import Ground

        with self._lock:
            revision = self._terrain.revision
            if self._ground is None or self._ground[0] != revision:
                self._ground = revision, Ground.of(self._terrain)
            return self._ground[1]


def _standing(seen: Apparent) -> Standing:
    return Standing(float(seen.azimuth_deg[0]), float(seen.elevation_deg[0]))
