"""What is drawn over and behind the terrain of a panorama."""

from __future__ import annotations

from dataclasses import dataclass, field

from atlas.services.horizon.bodies import Path
from atlas.services.sky.tracks import Disc


@dataclass(frozen=True, slots=True)
class Label:
    """Words over a point of the skyline; `weight`: the weightier ones are placed first."""

    text: str
    azimuth: float
    elevation: float
    weight: float
    width_deg: float


@dataclass(frozen=True)
class Panorama:
    """What is drawn over and behind the terrain. `compass`: the letters of north, east, south and west."""

    labels: tuple[Label, ...] = ()
    paths: tuple[Path, ...] = ()
    path_opacity: float = 0.85
    dashed: bool = True
    """Whether paths are dashed where the ground hides them, not only fainter: too slow for long ones."""
    marks: tuple[tuple[float, float, str], ...] = ()
    """Moments on the Sun's path: azimuth, elevation, words (empty for a plain dot)."""
    sun: Disc | None = None
    earth: Disc | None = None
    sun_words: str = ""
    earth_words: str = ""
    compass: tuple[str, str, str, str] = ("N", "E", "S", "W")
    hidden: tuple[str, ...] = field(default=())
    """Which of `sun` and `earth` stand behind the ground altogether."""
