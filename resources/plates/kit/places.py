"""Launch sites as country under a twilight sky. What stands on the pad is the subjects' own.

The lie of the land is simplified: Xichang's valley between green hills, Wenchang's coast of palms, the headland of
Māhia, the marsh at Cape Canaveral, the taiga of Russia's northern and eastern sites.
"""

from __future__ import annotations

import math
from typing import Final

from kit import assembly, country, pads, trees, twilight
from kit import materials as m
from kit.base import glow
from kit.trees import Spot, Wedge
from kit.twilight import Haze

GRASS: Final[tuple[m.Colour, m.Colour]] = ((0.035, 0.052, 0.018), (0.075, 0.085, 0.032))
WOOD: Final[tuple[m.Colour, m.Colour]] = ((0.022, 0.04, 0.014), (0.05, 0.07, 0.024))


def lights(wedge: Wedge, count: int, *, ground: trees.Rise = country.flat, seed: int = 4, lift: float = 4.0) -> None:
    """Scatter lit windows and street lamps far off."""
    import numpy as np

    at = assembly.Assembly()
    for x, y in wedge.spots(count, seed):
        z = float(ground(np.array([x]), np.array([y]))[0]) + lift
        size = math.dist((x, y), wedge.eye) * 0.0006
        at.box((size, size, size), (x, y, z), glow(pads.WARM, 5.0, "far-lamp"), bevel=0.0)


def xichang(eye: Spot, *, reach: float = 75.0) -> None:
    """Lay a valley between wooded hills, an evening half an hour after sunset."""
    haze = Haze((0.13, 0.17, 0.22), 6500.0)
    twilight.low_sun(-60, 32, 0.7, (0.72, 0.84, 1.0))
    twilight.sky(74, -3.9, 2.4, clouds=0.75, across=20, drift=3.0)
    hills = country.Hills(360.0, 190.0, 1900.0, seed=11)
    country.land(
        hills, country.meadow("hill", (0.07, 0.12, 0.035), (0.14, 0.18, 0.065), haze, crowns=11.0), inner=reach * 0.95
    )
    wood = trees.foliage("broad", (0.05, 0.095, 0.026), (0.115, 0.16, 0.05), haze)
    bearing = math.degrees(math.atan2(-eye[1], -eye[0]))
    stand = Wedge(eye, bearing, 27, 190.0, 1500.0)
    trees.plant(trees.broadleaves(wood, haze), stand.spots(3400, 2, _Clear(reach + 9.0)), (7.0, 15.0), ground=hills)
    lights(Wedge(eye, bearing, 22, 500, 1300), 26, ground=hills)


class _Clear:
    """Keeps plants off the concrete, which is square."""

    def __init__(self, reach: float) -> None:
        self.reach = reach

    def __call__(self, x: float, y: float) -> bool:
        return max(abs(x), abs(y)) > self.reach


class _Inland(_Clear):
    """Keeps plants off the concrete, off the way north of it and out of the sea."""

    def __init__(self, reach: float, shore: country.Shore) -> None:
        super().__init__(reach)
        self.shore = shore

    def __call__(self, x: float, y: float) -> bool:
        a = math.radians(self.shore.bearing)
        beside = abs(x) > 26
        return beside and super().__call__(x, y) and x * math.cos(a) + y * math.sin(a) < self.shore.away - 12


def wenchang(
    eye: Spot,
    sun: tuple[float, float],
    strength: float,
    *,
    bearing: float = 85.0,
    away: float = 420.0,
    reach: float = 110.0,
) -> None:
    """Lay a level coast with coconut palms and the sea behind it; `sun`: azimuth and elevation."""
    haze = Haze((0.36, 0.31, 0.33) if sun[1] < 0 else (0.62, 0.62, 0.66), 9000.0)
    twilight.sky(*sun, strength, clouds=0.85, across=70, drift=1.0, dust=0.6 if sun[1] > 0 else 1.3)
    shore = country.Shore(bearing, away, 24.0, 60.0)
    country.land(shore, country.meadow("coast", *GRASS, haze), inner=reach * 0.95)
    country.sea(haze, -5.0, shore=away + 14.0, bearing=bearing)
    fronds = trees.foliage("palm", (0.03, 0.055, 0.016), (0.075, 0.1, 0.03), haze)
    looks = math.degrees(math.atan2(-eye[1], -eye[0]))
    stand = Wedge(eye, looks, 40, reach * 1.2, 1300.0)
    trees.plant(trees.palms(fronds, haze), stand.spots(620, 5, _Inland(reach + 8, shore)), (6.0, 17.0), ground=shore)
    scrub = trees.foliage("scrub", *WOOD, haze)
    low = Wedge(eye, looks, 40, reach * 1.1, 1500.0)
    bushes = low.spots(1500, 6, _Inland(reach + 5, shore))
    trees.plant(trees.broadleaves(scrub, haze), bushes, (1.8, 5.0), ground=shore)


def mahia(eye: Spot, *, reach: float = 22.0) -> None:
    """Lay a grassy headland over the sea, a dawn that looks away from the Sun: the Earth's shadow, rose above it."""
    haze = Haze((0.2, 0.16, 0.2), 14_000.0)
    twilight.sky(-75, -0.7, 0.46, clouds=0.3, across=10, drift=6.0)
    shore = country.Shore(84.0, 74.0, 60.0, 26.0)
    country.land(shore, country.meadow("headland", (0.06, 0.07, 0.03), (0.15, 0.14, 0.06), haze), inner=reach * 0.95)
    country.sea(haze, -34.0, shore=92.0, bearing=84.0)
    blades = trees.foliage("tussock", (0.09, 0.09, 0.04), (0.2, 0.17, 0.08), haze)
    looks = math.degrees(math.atan2(-eye[1], -eye[0]))
    grass = Wedge(eye, looks, 45, reach * 0.9, 100.0)
    trees.plant(trees.tufts(blades, haze), grass.spots(2600, 7, _Inland(reach + 0.5, shore)), (0.3, 0.8), ground=shore)


def canaveral(eye: Spot, *, reach: float, ponds: list[list[Spot]]) -> None:
    """Lay the marsh of the cape before sunrise: ponds with reeds, a far line of oaks and palms."""
    haze = Haze((0.2, 0.2, 0.3), 7000.0)
    twilight.sky(124, -4.0, 1.75, clouds=0.7, across=-30, drift=9.0)
    country.land(country.flat, country.meadow("marsh", (0.03, 0.036, 0.014), (0.075, 0.07, 0.03), haze), inner=reach)
    for outline in ponds:
        country.pond(haze, outline)
    looks = math.degrees(math.atan2(-eye[1], -eye[0]))
    reed = trees.tufts(trees.foliage("reed", (0.04, 0.045, 0.015), (0.12, 0.1, 0.04), haze), haze)
    edges = [p for outline in ponds for p in _rim(outline)]
    trees.plant(reed, iter(edges), (0.7, 1.6), ground=country.flat)
    far = Wedge(eye, looks, 34, 420.0, 2600.0)
    oak = trees.broadleaves(trees.foliage("oak", *WOOD, haze), haze)
    trees.plant(oak, far.spots(900, 3), (6.0, 12.0))
    palm = trees.palms(trees.foliage("palmetto", *WOOD, haze), haze)
    trees.plant(palm, far.spots(60, 8), (9.0, 14.0))
    lights(Wedge(eye, looks, 30, 1500, 2600), 24)


def _rim(outline: list[Spot]) -> list[Spot]:
    """Give places along a shore, a little ragged."""
    found = []
    for (x, y), (u, v) in zip(outline, outline[1:] + outline[:1], strict=True):
        count = max(int(math.dist((x, y), (u, v)) / 0.7), 1)
        for k in range(count):
            t, off = k / count, math.sin(k * 12.9898) * 0.9
            found.append((x + (u - x) * t + off, y + (v - y) * t + math.cos(k * 4.1) * 0.9))
    return found


def taiga(eye: Spot, looks: float, *, lane: float = 24.0) -> None:
    """Lay snow between walls of spruce, a winter morning with the Sun just under the trees."""
    haze = Haze((0.5, 0.4, 0.46), 2600.0)
    twilight.sky(22, -2.2, 0.75, clouds=0.55, across=15, drift=2.0)
    country.land(country.Flat(-0.05, 0.12), country.snowfield(haze), inner=1.0)
    needles = trees.foliage("needles", (0.012, 0.022, 0.014), (0.026, 0.04, 0.024), haze, snow=0.75)
    far = Wedge(eye, looks, 44, 72.0, 1100.0)
    trees.plant(trees.spruces(needles, haze), far.spots(1900, 9, _Verge(lane)), (9.0, 21.0))


class _Verge(_Clear):
    """Keeps trees off a railway along x."""

    def __call__(self, x: float, y: float) -> bool:
        return abs(y) > self.reach + 4.0 * math.sin(x / 17.0)
