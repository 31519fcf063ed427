"""The Moon's south polar ground from a low orbit: the atlas's own heights (LOLA) and made-up small craters."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import bpy
import numpy as np
from mathutils import Matrix, Vector
from numpy.typing import NDArray

from kit import materials as m
from kit.earth import zenith
from kit.ground import Field, _hash, _noise, grid

if TYPE_CHECKING:
    from kit.stage import View

RADIUS: Final = 1_737_400.0
PIXEL: Final = 1600.0
"""Metres a pixel of the heights, terrain/dem.png."""


@dataclass(frozen=True)
class Ground:
    """Ground under the camera: which way is up there, for whoever sets the Sun."""

    up: Vector
    ahead: Vector

    def sun(self, right: float, high: float) -> tuple[float, float]:
        """Give the azimuth and elevation for stage.sun: a Sun `right` of straight ahead and `high` over the ground."""
        level = Matrix.Rotation(-math.radians(right), 3, self.up) @ self.ahead
        towards = level * math.cos(math.radians(high)) + self.up * math.sin(math.radians(high))
        return math.degrees(math.atan2(towards.y, towards.x)), math.degrees(math.asin(towards.z))


def below(
    view: View,
    *,
    altitude: float = 100.0,
    over: tuple[float, float] = (-86.0, 0.0),
    heading: float = 0.0,
    drop: float | None = None,
    lean: float = 0.0,
    seed: int = 1,
) -> Ground:
    """Put the ground under the camera, `altitude` km down at a latitude and longitude; call it before stage.sun.

    `heading`: where straight ahead lies on a polar map with longitude 0 at the top, degrees clockwise; `drop`: how far
    the horizon stands below the line of sight.
    """
    high = altitude * 1000.0
    dip = math.acos(RADIUS / (RADIUS + high))
    up = zenith(view, math.degrees(dip), drop=drop, lean=lean)
    forward = (view.aim - view.eye).normalized()
    ahead = (forward - up * forward.dot(up)).normalized()
    reach = RADIUS * (dip + math.acos(RADIUS / (RADIUS + 6000.0)))
    half = math.radians(view.fov) / 2 + abs(math.radians(lean)) * 0.3 + 0.25
    bearings = np.linspace(-half, half, 900)
    away = np.geomspace(high * 0.12, reach, 900)
    s, a = np.meshgrid(away, bearings, indexing="ij")
    x, y = _map(over)
    turn = math.radians(heading)
    heights = _heights(x + s * np.sin(a + turn), y + s * np.cos(a + turn), seed)
    right = ahead.cross(up)
    level = np.cos(a)[..., None] * np.array(ahead) + np.sin(a)[..., None] * np.array(right)
    out = (RADIUS + heights)[..., None]
    angle = (s / RADIUS)[..., None]
    spots = out * (np.cos(angle) * np.array(up) + np.sin(angle) * level) - np.array(up) * (RADIUS + high)
    count = len(bearings)
    i, j = np.meshgrid(np.arange(len(away) - 1), np.arange(count - 1), indexing="ij")
    k = i * count + j
    quads = np.stack([k, k + 1, k + count + 1, k + count], axis=-1).reshape(-1, 4)
    thing = grid(spots.reshape(-1, 3).astype(np.float32), quads, _dust(), "pole")
    thing.location = view.eye
    return Ground(up, ahead)


def _map(over: tuple[float, float]) -> tuple[float, float]:
    """Project a place as the heights are projected: stereographic about the south pole, metres."""
    away = 2 * RADIUS * math.tan(math.radians(90.0 + over[0]) / 2)
    return away * math.sin(math.radians(over[1])), away * math.cos(math.radians(over[1]))


def _heights(x: Field, y: Field, seed: int) -> Field:
    """Take the measured height, bent smoothly between its pixels, and add what is too small to have been measured."""
    from PIL import Image

    from kit.stage import TERRAIN

    with Image.open(TERRAIN / "dem.png") as picture:
        dem = np.asarray(picture, dtype=np.float64) - 32768.0
    middle = (len(dem) - 1) / 2
    column = np.clip(middle + x / PIXEL, 1.0, len(dem) - 3.001)
    row = np.clip(middle - y / PIXEL, 1.0, len(dem) - 3.001)
    z = _cubic(dem, row, column)
    for cell, deep in ((21000.0, 0.55), (9000.0, 0.9), (4200.0, 1.0), (1900.0, 1.0), (850.0, 1.0), (400.0, 0.9)):
        z += _craters(x, y, cell, seed) * deep
    for length, size in ((2600.0, 55.0), (1100.0, 28.0), (480.0, 13.0), (200.0, 6.0)):
        z += _noise(x / length, y / length, seed + int(length)) * size
    return z


def _cubic(dem: NDArray[np.float64], row: Field, column: Field) -> Field:
    i, j = row.astype(int), column.astype(int)
    weights = [_weights(row - i), _weights(column - j)]
    total = np.zeros_like(row)
    for p in range(4):
        for q in range(4):
            total += weights[0][p] * weights[1][q] * dem[i + p - 1, j + q - 1]
    return total


def _weights(t: Field) -> list[Field]:
    """Give the weights of a Catmull-Rom spline."""
    return [
        0.5 * (-(t**3) + 2 * t**2 - t),
        0.5 * (3 * t**3 - 5 * t**2 + 2),
        0.5 * (-3 * t**3 + 4 * t**2 + t),
        0.5 * (t**3 - t**2),
    ]


def _craters(x: Field, y: Field, cell: float, seed: int) -> Field:
    """Give bowls with rims, at most one a cell of a lattice, no two alike."""
    total = np.zeros_like(x)
    ix, iy = np.floor(x / cell), np.floor(y / cell)
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            cx, cy = ix + dx, iy + dy
            chance = _hash(cx, cy, seed + 11)
            size = cell * (0.10 + 0.26 * _hash(cx, cy, seed + 5) ** 2.2)
            px = (cx + 0.2 + 0.6 * _hash(cx, cy, seed + 1)) * cell
            py = (cy + 0.2 + 0.6 * _hash(cx, cy, seed + 2)) * cell
            t = np.hypot(x - px, y - py) / size
            fresh = np.where(chance < 0.62, 0.35 + 0.65 * _hash(cx, cy, seed + 8), 0.0)
            rim = size * 0.055 * fresh
            bowl = size * 0.30 * fresh
            inside = rim - (bowl + rim) * (1 - np.minimum(t, 1) ** 2) ** 1.1
            total += np.where(t < 1, inside, rim * np.clip((2.4 - t) / 1.4, 0, 1) ** 3)
    return total


def _dust() -> bpy.types.Material:
    """Soil seen from far: dark, without gloss, brighter where it is fresh, grain of some hundred metres in the bump."""

    def make(n: m._Nodes) -> None:
        where: Any = n.place(1.0 / 1000.0)
        wide = n.add("TexNoise", Vector=where, Scale=0.035, Detail=6.0, Roughness=0.6).outputs[0]
        near = n.add("TexNoise", Vector=where, Scale=0.7, Detail=6.0, Roughness=0.7).outputs[0]
        grain = n.add("TexNoise", Vector=where, Scale=3.2, Detail=5.0, Roughness=0.75).outputs[0]
        tone = n.mix(n.ramp(wide, 0.35, 0.68), (0.105, 0.102, 0.097), (0.165, 0.160, 0.152))
        speck = n.add("MixRGB", blend_type="MULTIPLY", i0=0.45, i1=tone, i2=n.mix(near, (0.45,) * 3, (1.5,) * 3))
        bump = n.add("Bump", Strength=0.8, Distance=70.0, Height=grain)
        n.set(Base_Color=speck.outputs[0], Roughness=1.0, Diffuse_Roughness=1.0, Normal=bump.outputs[0])
        n.surface.inputs["Specular IOR Level"].default_value = 0.0

    return m._once("pole-dust", make)
