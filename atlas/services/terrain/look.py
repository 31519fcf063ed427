"""How relief looks: three lights, the finer hillshade, and a tint from slate-blue lows to ivory heights.

Colour is looked up in one table, height × light, so that a picture costs one gather a pixel.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Field = NDArray[np.float32]

VERTICAL_SCALE: Final = 1.5
LIGHTS: Final = ((300.0, 0.5), (350.0, 0.25), (250.0, 0.25))
"""Azimuth in degrees clockwise from the top of the map, and weight."""
LIGHT_HEIGHT: Final = 37.0
FINE_SHARE: Final = 0.4
FINE_FLAT: Final = 0.71
"""Brightness that level ground has in the finer hillshade."""

TINT: Final = (
    (-9000, 24, 29, 48),
    (-6500, 31, 37, 60),
    (-4800, 40, 46, 70),
    (-3400, 55, 59, 78),
    (-2200, 78, 78, 84),
    (-1000, 101, 97, 92),
    (500, 129, 121, 109),
    (2000, 155, 146, 130),
    (3500, 182, 172, 154),
    (5500, 208, 199, 181),
    (7500, 230, 223, 208),
)
"""Metres above the sphere, red, green, blue of level ground."""

_HEIGHTS: Final = 512
_LIGHT_STEPS: Final = 768
_LIGHT_MAX: Final = 2.25
_DARKENING: Final = 2.3
_BRIGHTENING: Final = 1.6
_EXPOSURE: Final = 1.02
_SHOULDER: Final = 0.66
_WHITE: Final = 0.96
_HOLLOW: Final = 0.10
_HOLLOW_M: Final = 1200.0


def colour_table(tint_stops: tuple[tuple[float, ...], ...] = TINT) -> NDArray[np.uint32]:
    """Return 0xffRRGGBB for every (height step × light step), flattened row by row.

    `tint_stops` are as those of `TINT`, over the same heights.
    """
    import numpy as np

    heights = np.linspace(TINT[0][0], TINT[-1][0], _HEIGHTS)
    stops = np.array(tint_stops, dtype=np.float64)
    tint = np.stack([np.interp(heights, stops[:, 0], stops[:, k] / 255.0) for k in (1, 2, 3)], axis=-1)
    light = np.linspace(0.0, _LIGHT_MAX, _LIGHT_STEPS)
    # sunlit faces a little warmer, shaded ones a little cooler
    turn = np.clip((light - 1.0) * 0.8, -1.0, 0.6)[:, None] * np.array([0.035, 0.01, -0.045]) + 1.0
    colour = tint[:, None, :] * light[None, :, None] * _EXPOSURE * turn[None, :, :]
    room = _WHITE - _SHOULDER
    colour = np.where(colour > _SHOULDER, _SHOULDER + room * np.tanh((colour - _SHOULDER) / room), colour)
    rgb = np.clip(colour * 255.0 + 0.5, 0, 255).astype(np.uint32)
    packed: NDArray[np.uint32] = 0xFF000000 | rgb[..., 0] << 16 | rgb[..., 1] << 8 | rgb[..., 2]
    return packed.ravel()


def hillshade(east: Field, north: Field) -> Field:
    """Return the light on slopes (metres per metre towards east and north), 1 on level ground."""
    import numpy as np

    z = VERTICAL_SCALE
    steep = 1.0 / np.sqrt(1.0 + (east * east + north * north) * np.float32(z * z))
    up = math.sin(math.radians(LIGHT_HEIGHT))
    flat = math.cos(math.radians(LIGHT_HEIGHT))
    total = np.zeros_like(east)
    for azimuth, weight in LIGHTS:
        towards_east = np.float32(math.sin(math.radians(azimuth)) * flat / up * z)
        towards_north = np.float32(math.cos(math.radians(azimuth)) * flat / up * z)
        light = np.maximum(1.0 - east * towards_east - north * towards_north, 0.0)
        total += light * np.float32(weight)
    total *= steep
    return total


def illuminate(shade: Field, fine: Field, hollow: Field) -> Field:
    """Mix both hillshades into light: 1 on level ground, towards 0 in shade, at most about 2.

    `fine` is the brightness (0–1) of the finer hillshade, `hollow` metres above the mean of the surroundings.
    """
    import numpy as np

    mixed = shade * np.float32(1.0 - FINE_SHARE) + np.maximum(fine, 0.0) * np.float32(FINE_SHARE / FINE_FLAT) - 1.0
    dark = np.exp(np.minimum(mixed, 0.0) * np.float32(_DARKENING))
    bright = np.tanh(np.maximum(mixed, 0.0) * np.float32(_BRIGHTENING)) * np.float32(1.0 / _BRIGHTENING)
    light: Field = (dark + bright) * (1.0 + np.float32(_HOLLOW) * np.tanh(hollow * np.float32(1.0 / _HOLLOW_M)))
    return light


def paint(height: Field, light: Field, table: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return 0xffRRGGBB pixels for heights in metres and light."""
    import numpy as np

    low, high = TINT[0][0], TINT[-1][0]
    row = np.clip((height - low) * np.float32((_HEIGHTS - 1) / (high - low)) + 0.5, 0, _HEIGHTS - 1)
    column = np.clip(light * np.float32((_LIGHT_STEPS - 1) / _LIGHT_MAX) + 0.5, 0, _LIGHT_STEPS - 1)
    index = row.astype(np.int32)
    index *= _LIGHT_STEPS
    index += column.astype(np.int32)
    pixels: NDArray[np.uint32] = table[index]
    return pixels


def blurred(field: Field, sigma: float) -> Field:
    """Return a Gaussian blur (standard deviation in nodes), mirrored at the borders."""
    import numpy as np

    reach = math.ceil(3.0 * sigma)
    weights = [math.exp(-0.5 * (k / sigma) ** 2) for k in range(-reach, reach + 1)]
    total = sum(weights)
    out = field
    for _ in range(2):
        rows = out.shape[0]
        padded = np.pad(out, ((reach, reach), (0, 0)), mode="reflect")
        summed = np.zeros_like(out)
        for k, weight in enumerate(weights):
            summed += padded[k : k + rows] * np.float32(weight / total)
        out = np.ascontiguousarray(summed.T)
    return out
