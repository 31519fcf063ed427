"""How much of a disc stands over the skyline."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.horizon import Skyline

_STRIPS: Final = 96


def half_width_deg(elevation: float, radius: float) -> float:
    """Return how far a disc reaches to either side of its middle in azimuth: 180 where it holds the zenith."""
    ratio = math.sin(math.radians(radius)) / max(math.cos(math.radians(elevation)), 1e-12)
    return 180.0 if ratio >= 1.0 else math.degrees(math.asin(ratio))


def window(azimuth: float, elevation: float, radius: float) -> NDArray[np.float64]:
    """Return azimuths across a disc from limb to limb, its middle among them: there a skyline has to be known."""
    import numpy as np

    half = half_width_deg(elevation, radius)
    offsets = np.linspace(-half, half, 33 if half < 10.0 else 721)
    return (azimuth + offsets) % 360.0


def visible_share(azimuth: float, elevation: float, radius: float, skyline: Skyline) -> float:
    """Return the share of a disc's area that stands over a skyline, 0 to 1; all angles in degrees.

    The disc, evenly bright, is cut into upright strips on the celestial sphere, limb by limb; each counts from where
    the skyline crosses it. Between its azimuths the skyline is taken as straight.
    """
    import numpy as np

    half = math.radians(half_width_deg(elevation, radius))
    # strips crowd towards the limbs, where their height changes fastest
    turn = (np.arange(_STRIPS) + 0.5) / _STRIPS * math.pi
    aside = -half * np.cos(turn)
    breadth = np.sin(turn)
    middle = math.radians(elevation)
    low, high = _limbs(middle, math.radians(radius), aside)
    edge = np.radians(skyline.at(azimuth + np.degrees(aside)))
    seen = np.sin(high) - np.sin(np.clip(edge, low, high))
    whole = np.sin(high) - np.sin(low)
    return float(np.clip((seen * breadth).sum() / (whole * breadth).sum(), 0.0, 1.0))


def _limbs(middle: float, radius: float, aside: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the elevations of the lower and the upper limb at azimuths aside of the middle, all in radians."""
    import numpy as np

    # cos r = sin m sin e + cos m cos e cos a, solved for e
    up, level = math.sin(middle), math.cos(middle) * np.cos(aside)
    length, tilt = np.hypot(up, level), np.arctan2(up, level)
    reach = np.arccos(np.clip(math.cos(radius) / length, -1.0, 1.0))
    right = math.pi / 2.0
    return np.clip(tilt - reach, -right, right), np.clip(tilt + reach, -right, right)
