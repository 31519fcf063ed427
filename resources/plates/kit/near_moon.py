"""The Moon from a spacecraft's orbit: the atlas's own mosaic on ground with bowls and rims.

Limb and terminator are rough so. The craters are made up, more of them where the mosaic is bright: the maria are young.
"""

from __future__ import annotations

import math
from typing import Final

import bpy
import numpy as np
from mathutils import Euler, Vector
from numpy.typing import NDArray

from kit import materials as m
from kit.assembly import Point
from kit.ground import grid
from kit.stage import TERRAIN, View

Field = NDArray[np.float64]
RINGS, SECTORS = 900, 1500
SMALLEST: Final = 0.0045
LARGEST: Final = 0.1
"""Radii of craters, in radians seen from the Moon's middle: 8 to 170 km."""


def _mosaic() -> Field:
    """Read the mosaic's brightness, rows from south to north."""
    picture = bpy.data.images.load(str(TERRAIN / "globe.jpg"))
    wide, high = picture.size
    flat = np.empty(wide * high * 4, np.float32)
    picture.pixels.foreach_get(flat)
    return flat.reshape(high, wide, 4)[:, :, 0].astype(np.float64)


def _bright(mosaic: Field, places: Field, turn: tuple[float, float, float]) -> Field:
    """Look up the mosaic, between its pixels, where unit vectors point; `turn` brings another side round."""
    spin = np.array(Euler([math.radians(t) for t in turn]).to_matrix())
    x, y, z = (places @ spin).T
    high, wide = mosaic.shape
    u = (np.arctan2(y, x) / (2 * math.pi) + 0.5) * wide - 0.5
    v = np.clip((np.arcsin(np.clip(z, -1, 1)) / math.pi + 0.5) * high - 0.5, 0, high - 1.001)
    i, j = np.floor(u).astype(int), np.floor(v).astype(int)
    fu, fv = u - i, v - j
    row = mosaic[j, i % wide] * (1 - fu) + mosaic[j, (i + 1) % wide] * fu
    return row * (1 - fv) + mosaic[j + 1, i % wide] * fu * fv + mosaic[j + 1, i % wide] * (1 - fu) * fv


def _cap(reach: float) -> tuple[Field, Field]:
    """Lay rings about the z axis out to an angle, closer towards the limb; give their polar angles and the places."""
    polar = reach * np.linspace(0.0, 1.0, RINGS) ** 0.88
    around = np.linspace(0.0, 2 * math.pi, SECTORS, endpoint=False)
    t, a = np.meshgrid(polar, around, indexing="ij")
    return polar, np.stack([np.sin(t) * np.cos(a), np.sin(t) * np.sin(a), np.cos(t)], axis=-1)


def _heights(polar: Field, flat: Field, tone: Field, count: int, seed: int) -> Field:
    """Dig the craters: small ones are bowls of a fifth of their width, large ones shallower."""
    rng = np.random.default_rng(seed)
    high = np.zeros(tone.shape)
    radii = np.clip(SMALLEST * rng.random(count) ** (-1 / 1.6), SMALLEST, LARGEST)
    angles = np.arccos(1 - rng.random(count) * (1 - math.cos(polar[-1] * 1.02)))
    bearings = rng.uniform(0, 2 * math.pi, count)
    for radius, angle, bearing, keep in zip(np.sort(radii)[::-1], angles, bearings, rng.random(count), strict=True):
        low, top = np.searchsorted(polar, (angle - radius * 2.2, angle + radius * 2.2))
        if low >= top:
            continue
        middle = (math.sin(angle) * math.cos(bearing), math.sin(angle) * math.sin(bearing), math.cos(angle))
        t = np.arccos(np.clip(flat[low:top] @ np.array(middle), -1, 1)) / radius
        near = t < 2.2
        if not near.any() or keep > tone[low:top][near].mean() * 2.4 - 0.35:
            continue
        deep = radius * 0.34 / (1 + radius / 0.01)
        bowl = -deep * (1 - np.minimum(t, 1) ** 2.6) + deep * 0.24
        apron = deep * 0.24 * np.clip((2.2 - t) / 1.2, 0, 1) ** 3
        high[low:top] += np.where(near, np.where(t < 1, bowl, apron), 0.0)
    return high


def _soil() -> bpy.types.Material:
    n = m._Nodes("near-moon")
    where = n.add("TexCoord").outputs["Object"]
    tone = n.add("Attribute", attribute_name="tone").outputs["Fac"]
    grain = n.add("TexNoise", Vector=where, Scale=90.0, Detail=5.0, Roughness=0.7).outputs[0]
    base = n.mix(tone, (0.012, 0.0115, 0.011), (0.44, 0.428, 0.41))
    colour = n.add("MixRGB", blend_type="MULTIPLY", i0=1.0, i1=base, i2=n.mix(grain, (0.66,) * 3, (1.3,) * 3))
    bump = n.add("Bump", Strength=0.5, Distance=0.002, Height=grain)
    n.set(Base_Color=colour.outputs[0], Roughness=1.0, Diffuse_Roughness=1.0, Normal=bump.outputs[0])
    n.surface.inputs["Specular IOR Level"].default_value = 0.0
    return n.material


def moon(
    view: View,
    at: Point,
    radius: float,
    turn: tuple[float, float, float] = (0.0, 0.0, 0.0),
    *,
    craters: int = 3600,
    seed: int = 3,
) -> None:
    """Put the Moon at a place of the scene, turned by degrees; only the part that the camera sees is made."""
    up = view.eye - Vector(at)
    polar, flat = _cap(math.acos(radius / up.length) + 0.05)
    world = flat @ np.array(up.to_track_quat("Z", "Y").to_matrix()).T
    tone = _bright(_mosaic(), world.reshape(-1, 3), turn).reshape(flat.shape[:2])
    points = world * (1 + _heights(polar, flat, tone, craters, seed))[..., None]
    i, j = np.meshgrid(np.arange(RINGS - 1), np.arange(SECTORS), indexing="ij")
    k = (j + 1) % SECTORS
    quads = np.stack([i * SECTORS + j, (i + 1) * SECTORS + j, (i + 1) * SECTORS + k, i * SECTORS + k], axis=-1)
    thing = grid(points.reshape(-1, 3).astype(np.float32), quads.reshape(-1, 4), _soil(), "near-moon")
    layer = thing.data.attributes.new("tone", "FLOAT", "POINT")
    layer.data.foreach_set("value", (np.clip(tone, 0, 1) ** 2).ravel().astype(np.float32))
    thing.location, thing.scale = Vector(at), (radius,) * 3
