"""The Earth's sky with the Sun just under or over the horizon: scattered light, bands of thin cloud, haze far off."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import bpy
from mathutils import Vector

from kit import materials as m

LOW_SUN: Final[m.Colour] = (1.0, 0.56, 0.28)
"""A Sun a few degrees up, reddened by the long way through the air."""


@dataclass(frozen=True)
class Haze:
    """What distance does to things: they fade towards a colour, by 63 % at `reach` metres."""

    colour: m.Colour = (0.2, 0.24, 0.34)
    reach: float = 4000.0

    def over(self, n: m._Nodes) -> None:
        """Fade a material's surface by its distance from the camera."""
        away = n.add("CameraData").outputs["View Distance"]
        clear = n.maths("EXPONENT", n.maths("DIVIDE", away, -self.reach))
        air = n.add("Emission", Color=(*self.colour, 1.0))
        both = n.add("MixShader", i0=n.maths("SUBTRACT", 1.0, clear))
        n.tree.links.new(n.surface.outputs[0], both.inputs[1])
        n.tree.links.new(air.outputs[0], both.inputs[2])
        n.tree.links.new(both.outputs[0], n.tree.nodes["Material Output"].inputs["Surface"])


class _World(m._Nodes):
    """The nodes of the scene's sky."""

    def __init__(self, name: str) -> None:
        world = bpy.data.worlds.new(name)
        bpy.context.scene.world = world
        self.tree = world.node_tree
        self.surface = self.tree.nodes["Background"]


def sky(
    azimuth: float,
    elevation: float,
    strength: float,
    *,
    clouds: float = 0.0,
    across: float = 0.0,
    drift: float = 0.0,
    dust: float = 1.0,
) -> None:
    """Fill the sky as air scatters the light of a Sun at an azimuth and elevation (degrees, as in stage.sun).

    `clouds`: how dense the bands of cirrus are; `across`: the bearing (degrees) they stretch along; `drift` brings
    others in; `dust`: aerosols, which widen the glow about the Sun.
    """
    n = _World("twilight")
    air = n.add(
        "TexSky",
        sky_type="MULTIPLE_SCATTERING",
        sun_disc=False,
        sun_elevation=math.radians(elevation),
        sun_rotation=math.radians(90.0 - azimuth),
        aerosol_density=dust,
    ).outputs[0]
    if clouds > 0:
        air = _cirrus(n, air, azimuth, clouds, across, drift)
    n.set(Color=air, Strength=strength)


def _cirrus(n: m._Nodes, air: m.Socket, azimuth: float, dense: float, across: float, drift: float) -> m.Socket:
    """Lay cloud on a level far overhead, so that its bands draw together at the horizon; sunward it catches fire."""
    towards = n.add("TexCoord").outputs["Generated"]
    x, y, z = n.add("SeparateXYZ", Vector=towards).outputs
    rise = n.maths("ADD", n.maths("MAXIMUM", z, 0.0), 0.075)
    level = n.add("CombineXYZ", X=n.maths("DIVIDE", x, rise), Y=n.maths("DIVIDE", y, rise), Z=drift).outputs[0]
    turned = n.add("Mapping", Vector=level, Rotation=(0.0, 0.0, -math.radians(across)), Scale=(0.16, 0.62, 1.0))
    bent = n.add("TexNoise", Vector=turned.outputs[0], Scale=0.8, Detail=2.0).outputs["Color"]
    where = n.add("MixRGB", blend_type="LINEAR_LIGHT", i0=0.22, i1=turned.outputs[0], i2=bent).outputs[0]
    puffs = n.add("TexNoise", Vector=where, Scale=1.5, Detail=9.0, Roughness=0.62).outputs[0]
    cover = n.maths("MULTIPLY", n.ramp(puffs, 0.42, 0.68), n.maths("MULTIPLY", n.ramp(z, 0.0, 0.07), dense))
    a = math.radians(azimuth)
    facing = n.add("VectorMath", operation="DOT_PRODUCT", i0=towards, i1=(math.cos(a), math.sin(a), 0.0))
    tint = n.mix(n.ramp(facing.outputs["Value"], -0.3, 0.95), (1.75, 1.3, 1.15), (2.7, 1.4, 0.9))
    lit = n.add("MixRGB", blend_type="MULTIPLY", i0=1.0, i1=air, i2=tint).outputs[0]
    return n.add("MixRGB", i0=cover, i1=air, i2=lit).outputs[0]


def low_sun(azimuth: float, elevation: float, strength: float, colour: m.Colour = LOW_SUN) -> None:
    """Add the direct light of a Sun that has risen: soft-edged and warm; the sky comes from `sky`."""
    lamp = bpy.data.lights.new("low-sun", "SUN")
    lamp.energy, lamp.angle, lamp.color = strength, math.radians(1.2), colour
    thing = bpy.data.objects.new("low-sun", lamp)
    a, e = math.radians(azimuth), math.radians(elevation)
    towards = Vector((math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e)))
    thing.rotation_euler = towards.to_track_quat("Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(thing)
