"""The geometry of a panorama: which azimuth and elevation lies at which pixel."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

FINEST: Final = 0.004
"""Degrees a pixel when zoomed in all the way: the Sun is then 130 pixels wide."""
EXAGGERATIONS: Final = (1.0, 2.0, 5.0, 10.0, 20.0)
_MARGIN: Final = 1.35
_MOST_BY_ITSELF: Final = 12.0
"""Stretched more, mountains look like needles."""
_SKY_SHARE: Final = 0.62
_LOWEST, _HIGHEST = -60.0, 90.0


@dataclass(frozen=True, slots=True)
class PanoramaView:
    """A cylinder of sky, unrolled: the azimuth and the elevation of the middle, and degrees of azimuth a pixel.

    Elevations are stretched by `exaggeration` against azimuths.
    """

    azimuth: float
    elevation: float
    step: float
    exaggeration: float
    width: int
    height: int

    @classmethod
    def whole(cls, width: int, height: int, low: float, high: float, exaggeration: float | None = None) -> PanoramaView:
        """Return the view all round that holds elevations from `low` to `high`, south in the middle."""
        step = 360.0 / max(1, width)
        view = cls(180.0, (low + high) / 2.0, step, 1.0, max(1, width), max(1, height))
        return view.fitted(low, high, exaggeration).rested(low, high)

    @property
    def step_up(self) -> float:
        """Degrees of elevation a pixel."""
        return self.step / self.exaggeration

    @property
    def widest(self) -> float:
        """Degrees of azimuth a pixel at which the whole circle is in view."""
        return 360.0 / self.width

    def fitted(self, low: float, high: float, exaggeration: float | None = None) -> PanoramaView:
        """Return the view stretched as asked; by default so that elevations from `low` to `high` fit, at least by 1."""
        if exaggeration is None:
            room = max(high - low, 1.0) * _MARGIN
            exaggeration = max(1.0, min(_MOST_BY_ITSELF, self.height * self.step / room))
        return replace(self, exaggeration=exaggeration)

    def rested(self, low: float, high: float) -> PanoramaView:
        """Return the view with elevations from `low` to `high` in it; where there is room to spare, sky has most."""
        seen = self.height * self.step_up
        spare = seen - (high - low)
        share = 0.5 if spare < (_MARGIN - 1.0) * (high - low) * 1.01 else _SKY_SHARE
        return replace(self, elevation=high + share * spare - seen / 2.0)

    def x(self, azimuth: float) -> float:
        """Return the pixel column of an azimuth, the one nearest to the middle."""
        return self.width / 2.0 + self.aside(azimuth) / self.step

    def y(self, elevation: float) -> float:
        """Return the pixel row of an elevation."""
        return self.height / 2.0 - (elevation - self.elevation) / self.step_up

    def aside(self, azimuth: float) -> float:
        """Return how far an azimuth lies from the middle, -180 to 180."""
        return (azimuth - self.azimuth + 180.0) % 360.0 - 180.0

    def azimuth_at(self, x: float) -> float:
        """Return the azimuth of a pixel column, 0–360."""
        return (self.azimuth + (x - self.width / 2.0) * self.step) % 360.0

    def elevation_at(self, y: float) -> float:
        """Return the elevation of a pixel row."""
        return self.elevation - (y - self.height / 2.0) * self.step_up

    def panned(self, dx: float, dy: float) -> PanoramaView:
        """Return the view after the picture has been dragged by pixels."""
        up = min(_HIGHEST, max(_LOWEST, self.elevation + dy * self.step_up))
        return replace(self, azimuth=(self.azimuth - dx * self.step) % 360.0, elevation=up)

    def zoomed(self, factor: float, x: float, y: float) -> PanoramaView:
        """Return the view zoomed in by a factor round a pixel, as far as zooming goes."""
        step = min(self.widest, max(FINEST, self.step / factor))
        azimuth, elevation = self.azimuth_at(x), self.elevation_at(y)
        kept = replace(self, step=step)
        turned = azimuth - (x - self.width / 2.0) * step
        up = elevation + (y - self.height / 2.0) * kept.step_up
        return replace(kept, azimuth=turned % 360.0, elevation=min(_HIGHEST, max(_LOWEST, up)))

    def resized(self, width: int, height: int) -> PanoramaView:
        """Return the same piece of sky, as wide, on another number of pixels."""
        width, height = max(1, width), max(1, height)
        step = min(360.0 / width, max(FINEST, self.step * self.width / width))
        return replace(self, step=step, width=width, height=height)

    def centred(self, azimuth: float, elevation: float, step: float | None = None) -> PanoramaView:
        """Return the view with another middle, and zoomed to some degrees a pixel where given."""
        wanted = self.step if step is None else min(self.widest, max(FINEST, step))
        return replace(self, azimuth=azimuth % 360.0, elevation=elevation, step=wanted)


def nice_step(degrees: float, steps: tuple[float, ...]) -> float:
    """Return the smallest of some steps that is not below a number of degrees, the last one if all are."""
    return next((step for step in steps if step >= degrees - 1e-9), steps[-1])


def marks(low: float, high: float, step: float) -> list[float]:
    """Return the multiples of a step from `low` to `high`."""
    return [number * step for number in range(math.ceil(low / step), math.floor(high / step) + 1)]
