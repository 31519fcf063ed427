"""How relief looks: three lights, the finer hillshade, and a tint from slate-blue lows to ivory heights.

Colour is looked up in a table, so that curves and colours cost one gather a pixel however they are made.
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

TONES: Final = 256
"""Rows of `relief_table`: from the lowest tint to the highest."""
TONES_A_METRE: Final = (TONES - 1) / (TINT[-1][0] - TINT[0][0])
MIXES: Final = 1536
"""Columns of `relief_table`: the mix of hillshades less 1, which is 0 on level ground."""
MIX_LOW: Final = -1.1
MIX_SCALE: Final = (MIXES - 1) / 2.05
FINE_RANGE: Final = (-0.15, 1.5)
"""The finer hillshade is held within this, so that no mix lies outside the table."""

_HEIGHTS: Final = 512
_LIGHT_STEPS: Final = 768
_LIGHT_MAX: Final = 2.25
_AMBIENT: Final = 0.17
"""The light that is left in the deepest shade."""
_DARKENING: Final = 2.3
_BRIGHTENING: Final = 1.0
_GLARE: Final = 0.50
"""How much brighter than level ground a slope gets at most."""
_EXPOSURE: Final = 1.02
_SHOULDER: Final = 0.60
_WHITE: Final = 0.95
_HOLLOW: Final = 0.10
_HOLLOW_M: Final = 1200.0
_PIECE: Final = 48
"""Rows and columns that are blurred at once: small enough to stay on one core."""
_WARM: Final = (0.035, 0.01, -0.045)
"""How sunlit faces differ in colour from level ground, and"""
_COOL: Final = (-0.11, -0.035, 0.16)
"""how shaded ones do on the map, where the sky's light would fill them if there were one."""


def colour_table(tint_stops: tuple[tuple[float, ...], ...] = TINT) -> NDArray[np.uint32]:
    """Return 0xffRRGGBB for every (height step × light step), flattened row by row, for `paint`.

    `tint_stops` are as those of `TINT`, over the same heights.
    """
    import numpy as np

    heights = np.linspace(TINT[0][0], TINT[-1][0], _HEIGHTS)
    light = np.linspace(0.0, _LIGHT_MAX, _LIGHT_STEPS, dtype=np.float32)
    less = tuple(-part for part in _WARM)
    return _packed(_tint(tint_stops, heights), light, less)


def relief_table() -> NDArray[np.uint32]:
    """Return 0xffRRGGBB for every (tone × mix), flattened row by row; see `tones` and `lighting`."""
    import numpy as np

    heights = np.linspace(TINT[0][0], TINT[-1][0], TONES)
    mix = np.arange(MIXES, dtype=np.float32) * np.float32(1.0 / MIX_SCALE) + np.float32(MIX_LOW)
    return _packed(_tint(TINT, heights), lighting(mix), _COOL)


def tones(height: Field, over: Field) -> Field:
    """Return the row of `relief_table` for heights that stand `over` the mean of their surroundings, both in metres.

    What stands over its surroundings is a little lighter, what lies below them a little darker.
    """
    import numpy as np

    stops = np.array(TINT, dtype=np.float64)
    brightness = stops[:, 1:] @ np.array([0.30, 0.59, 0.11])
    wanted = np.interp(height, stops[:, 0], brightness) * (1.0 + _HOLLOW * np.tanh(over * (1.0 / _HOLLOW_M)))
    return tone_of(np.interp(wanted, brightness, stops[:, 0]).astype(np.float32))


def tone_of(height: Field) -> Field:
    """Return the row of `relief_table` for heights on a level with their surroundings."""
    import numpy as np

    return (height - np.float32(TINT[0][0])) * np.float32(TONES_A_METRE)


def lighting(mix: Field) -> Field:
    """Return the light, 1 on level ground, for the mix of hillshades less 1: no shade is black, no slope glares."""
    import numpy as np

    dark = np.float32(1.0 - _AMBIENT) * np.exp(np.minimum(mix, 0.0) * np.float32(_DARKENING / (1.0 - _AMBIENT)))
    bright = np.tanh(np.maximum(mix, 0.0) * np.float32(_BRIGHTENING / _GLARE)) * np.float32(_GLARE)
    light: Field = dark + bright + np.float32(_AMBIENT)
    return light


def hillshade(east: Field, north: Field) -> Field:
    """Return the light on slopes (metres per metre towards east and north), 1 on level ground."""
    import numpy as np

    z = VERTICAL_SCALE
    steep = east * east
    part = north * north
    steep += part
    steep *= np.float32(z * z)
    steep += np.float32(1.0)
    np.sqrt(steep, out=steep)
    total = np.zeros_like(east)
    light = np.empty_like(east)
    for towards_east, towards_north, weight in facets():
        # weights are positive: what turns away from a light has none of it
        np.multiply(east, np.float32(-towards_east * z * weight), out=light)
        np.multiply(north, np.float32(-towards_north * z * weight), out=part)
        light += part
        light += np.float32(weight)
        np.maximum(light, np.float32(0.0), out=light)
        total += light
    total /= steep
    return total


def facets() -> list[tuple[float, float, float]]:
    """Return for each light how much a slope towards east and north takes from it, and its weight."""
    flat = 1.0 / math.tan(math.radians(LIGHT_HEIGHT))
    return [
        (math.sin(math.radians(azimuth)) * flat, math.cos(math.radians(azimuth)) * flat, weight)
        for azimuth, weight in LIGHTS
    ]


def paint(height: Field, light: Field, table: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return 0xffRRGGBB pixels for heights in metres and light from a table of `colour_table`."""
    import numpy as np

    low, high = TINT[0][0], TINT[-1][0]
    row = (height - np.float32(low)) * np.float32((_HEIGHTS - 1) / (high - low))
    row += np.float32(0.5)
    np.clip(row, 0, _HEIGHTS - 1, out=row)
    np.floor(row, out=row)
    column = light * np.float32((_LIGHT_STEPS - 1) / _LIGHT_MAX)
    column += np.float32(0.5)
    np.clip(column, 0, _LIGHT_STEPS - 1, out=column)
    row *= np.float32(_LIGHT_STEPS)
    # the sum is below 2²⁴, which is as far as whole numbers go here
    row += column
    return looked_up(row, table)


def looked_up(place: Field, table: NDArray[np.uint32], out: NDArray[np.uint32] | None = None) -> NDArray[np.uint32]:
    """Return what stands at the whole part of places in a table; those outside of it are held at its ends."""
    import numpy as np

    index = np.empty(place.shape, np.intp)
    np.copyto(index, place, casting="unsafe")
    return table.take(index, out=out, mode="clip")


def _tint(stops: tuple[tuple[float, ...], ...], heights: NDArray[np.float64]) -> Field:
    """Return red, green and blue (0–1) of level ground at heights."""
    import numpy as np

    at = np.array(stops, dtype=np.float64)
    tint = np.stack([np.interp(heights, at[:, 0], at[:, k] / 255.0) for k in (1, 2, 3)], axis=-1)
    return tint.astype(np.float32)


def _packed(tint: Field, light: Field, shaded: tuple[float, ...]) -> NDArray[np.uint32]:
    """Return 0xffRRGGBB for every colour of level ground under every light, flattened row by row.

    `shaded` is how the colour of shaded faces differs.
    """
    import numpy as np

    over = np.clip((light - 1.0) * 0.8, -1.0, 0.6)[:, None]
    turn = np.where(over > 0.0, over * np.array(_WARM, np.float32), -over * np.array(shaded, np.float32)) + 1.0
    colour = tint[:, None, :] * (turn * (light[:, None] * _EXPOSURE)).astype(np.float32)
    room = _WHITE - _SHOULDER
    colour = np.where(colour > _SHOULDER, _SHOULDER + room * np.tanh((colour - _SHOULDER) / room), colour)
    rgb = np.clip(colour * 255.0 + 0.5, 0, 255).astype(np.uint32)
    packed: NDArray[np.uint32] = 0xFF000000 | rgb[..., 0] << 16 | rgb[..., 1] << 8 | rgb[..., 2]
    return packed.ravel()


def blurred(field: Field, sigma: float) -> Field:
    """Return a Gaussian blur (standard deviation in nodes), mirrored at the borders."""
    import numpy as np

    reach = math.ceil(3.0 * sigma)
    weights = np.array([math.exp(-0.5 * (k / sigma) ** 2) for k in range(-reach, reach + 1)])
    weights /= weights.sum()
    # what each of the nodes of a piece takes from those of it and around: a product is faster than sums of shifted rows
    takes = np.zeros((_PIECE, _PIECE + 2 * reach), np.float32)
    for k in range(_PIECE):
        takes[k, k : k + len(weights)] = weights
    rows, columns = field.shape
    padded, down = np.pad(field, ((reach, reach), (0, 0)), mode="reflect"), np.empty_like(field)
    for top in range(0, rows, _PIECE):
        piece = takes[: min(_PIECE, rows - top), : min(_PIECE, rows - top) + 2 * reach]
        for left in range(0, columns, _PIECE):
            across = slice(left, left + _PIECE)
            np.matmul(piece, padded[top : top + piece.shape[1], across], out=down[top : top + _PIECE, across])
    padded, out = np.pad(down, ((0, 0), (reach, reach)), mode="reflect"), down
    for left in range(0, columns, _PIECE):
        piece = takes[: min(_PIECE, columns - left), : min(_PIECE, columns - left) + 2 * reach].T
        for top in range(0, rows, _PIECE):
            part = slice(top, top + _PIECE)
            np.matmul(padded[part, left : left + piece.shape[0]], piece, out=out[part, left : left + _PIECE])
    return out
