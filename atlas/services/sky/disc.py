"""How much of a disc stands over the skyline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.horizon import Skyline
    from atlas.services.sky.observer import Apparent

    Floats = NDArray[np.float64]

_STRIPS: Final = 96


def half_widths(elevation: Floats, radius: Floats) -> Floats:
    """Return how far discs reach to either side of their middle in azimuth: 180 where they hold the zenith; degrees."""
    import numpy as np

    ratio = np.sin(np.radians(radius)) / np.maximum(np.cos(np.radians(elevation)), 1e-12)
    return np.where(ratio >= 1.0, 180.0, np.degrees(np.arcsin(np.minimum(ratio, 1.0))))


def window(body: Apparent) -> Floats:
    """Return azimuths across a disc at the first time of `body`, from limb to limb, its middle halfway among them."""
    import numpy as np

    half = float(half_widths(body.elevation_deg, body.angular_radius_deg)[0])
    offsets = np.linspace(-half, half, 33 if half < 10.0 else 721)
    found: Floats = (body.azimuth_deg[0] + offsets) % 360.0
    return found


def visible_shares(body: Apparent, line: Skyline) -> Floats:
    """Return the share of a disc's area that stands over a skyline, 0 to 1, at each time of `body`, shape (N,).

    The disc, evenly bright, is cut into upright strips on the celestial sphere, limb by limb; each counts from where
    the skyline crosses it. Between its azimuths the skyline is taken as straight: a skyline of `window` shows what
    stands before the disc, one in steps of 0.5° only two points of it.
    """
    import numpy as np

    # a strip is a row; they crowd towards the limbs, where their height changes fastest
    turn = ((np.arange(_STRIPS) + 0.5) / _STRIPS * np.pi)[:, None]
    aside = -half_widths(body.elevation_deg, body.angular_radius_deg) * np.cos(turn)
    low, high = _limbs(np.radians(body.elevation_deg), np.radians(body.angular_radius_deg), np.radians(aside))
    edge = np.radians(line.at(body.azimuth_deg + aside))
    breadth = np.sin(turn)
    seen = (np.sin(high) - np.sin(np.clip(edge, low, high))) * breadth
    whole = (np.sin(high) - np.sin(low)) * breadth
    found: Floats = np.clip(seen.sum(axis=0) / whole.sum(axis=0), 0.0, 1.0)
    return found


def clearances(body: Apparent, line: Skyline) -> tuple[Floats, Floats]:
    """Return in degrees how far the upper limb overtops the skyline at most, and how far the lower one does at least.

    Of shape (N,) each. Some of the disc is in sight where the first is over 0, all of it where the second is.
    """
    import numpy as np

    turn = (np.arange(_STRIPS + 1) / _STRIPS * np.pi)[:, None]
    aside = -half_widths(body.elevation_deg, body.angular_radius_deg) * np.cos(turn)
    low, high = _limbs(np.radians(body.elevation_deg), np.radians(body.angular_radius_deg), np.radians(aside))
    edge = np.radians(line.at(body.azimuth_deg + aside))
    return np.degrees((high - edge).max(axis=0)), np.degrees((low - edge).min(axis=0))


def _limbs(middle: Floats, radius: Floats, aside: Floats) -> tuple[Floats, Floats]:
    """Return the elevations of the lower and the upper limb at azimuths aside of the middle, all in radians."""
    import numpy as np

    # cos r = sin m sin e + cos m cos e cos a, solved for e
    up, level = np.broadcast_to(np.sin(middle), aside.shape), np.cos(middle) * np.cos(aside)
    reach = np.arccos(np.clip(np.cos(radius) / np.hypot(up, level), -1.0, 1.0))
    tilt = np.arctan2(up, level)
    right = np.pi / 2.0
    return np.clip(tilt - reach, -right, right), np.clip(tilt + reach, -right, right)
