"""The Moon seen from a low orbit: the mosaic that the atlas ships, sharpened by craters too small for it."""

from __future__ import annotations

import math

import bpy
from mathutils import Vector

from kit import materials as m
from kit.assembly import Point
from kit.stage import TERRAIN, _globe


def low(at: Point, radius: float, turn: tuple[float, float, float], *, rough: float = 1.0) -> None:
    """Put the Moon under a spacecraft as `stage.moon_below` does; `rough`: how much invented craters stand out."""
    thing = _globe("moon", Vector(at), radius)
    thing.rotation_euler = tuple(math.radians(t) for t in turn)
    n = m._Nodes("moon-low")
    picture = n.add("TexImage", Vector=n.add("TexCoord").outputs["UV"], interpolation="Cubic")
    picture.image = bpy.data.images.load(str(TERRAIN / "globe.jpg"))
    where = n.add("Mapping", Vector=n.add("TexCoord").outputs["Object"], Scale=(1 / radius,) * 3).outputs["Vector"]
    height = n.maths("MULTIPLY", picture.outputs["Color"], 1.1)
    for scale in (26.0, 61.0, 140.0, 330.0):
        height = n.maths("ADD", height, n.maths("MULTIPLY", _craters(n, where, scale), rough * 9.0 / scale))
    grit = n.add("TexNoise", Vector=where, Scale=420.0, Detail=6.0, Roughness=0.7).outputs[0]
    height = n.maths("ADD", height, n.maths("MULTIPLY", grit, 0.035 * rough))
    tone = n.add("MixRGB", blend_type="MULTIPLY", i0=1.0, i1=picture.outputs["Color"], i2=(0.40, 0.39, 0.375, 1.0))
    speck = n.add("MixRGB", blend_type="MULTIPLY", i0=0.3, i1=tone.outputs[0], i2=n.mix(grit, (0.5,) * 3, (1.5,) * 3))
    bump = n.add("Bump", Strength=0.75, Distance=radius * 0.005, Height=height)
    n.set(Base_Color=speck.outputs[0], Roughness=1.0, Diffuse_Roughness=1.0, Normal=bump.outputs[0])
    n.surface.inputs["Specular IOR Level"].default_value = 0.0
    thing.data.materials.append(n.material)


def _craters(n: m._Nodes, where: m.Socket, scale: float) -> m.Socket:
    """Give bowls with raised rims, one in each cell that has one, of differing size."""
    cell = n.add("TexVoronoi", Vector=where, Scale=scale, Randomness=1.0)
    chance = n.add("SeparateXYZ", Vector=cell.outputs["Color"])
    size = n.maths("ADD", n.maths("MULTIPLY", chance.outputs[0], 0.3), 0.1)
    t = n.maths("DIVIDE", cell.outputs["Distance"], size)
    bowl = n.ramp(t, 0.3, 1.0)
    rim = n.maths("SUBTRACT", 1.0, n.ramp(t, 1.0, 1.9))
    shape = n.maths("SUBTRACT", n.maths("MULTIPLY", rim, 0.35), n.maths("SUBTRACT", 1.0, bowl))
    return n.maths("MULTIPLY", shape, n.maths("MULTIPLY", size, 2.6))
