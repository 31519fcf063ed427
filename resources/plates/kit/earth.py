"""The Earth from orbit and from afar: sea, land and weather as noise on a ball, a thin line of air at its limb."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import bpy
import numpy as np
from mathutils import Matrix, Vector

from kit import materials as m
from kit.ground import grid

if TYPE_CHECKING:
    from kit.stage import View

RADIUS_KM: Final = 6371.0
_RADIUS: Final = 300_000.0
"""How large the ball is made, in the scene's units: far too large for a spacecraft of metres to shade it."""
_AIR: Final = 0.012
_SCALE: Final = 0.0021
"""Height of the air that is drawn and the height in which it thins to a third, as parts of the radius."""


def zenith(view: View, dip: float, *, drop: float | None = None, lean: float = 0.0) -> Vector:
    """Say which way is up for a camera over a ball whose limb lies `dip` degrees below the horizontal.

    Up is the scene's z, or such that the limb stands `drop` degrees below the line of sight; `lean` tips it left.
    """
    forward = (view.aim - view.eye).normalized()
    up = Vector((0.0, 0.0, 1.0))
    if drop is not None:
        pitch = math.radians(drop - dip)
        over = forward.cross(up).normalized().cross(forward)
        up = over * math.cos(pitch) + forward * math.sin(pitch)
    return Matrix.Rotation(-math.radians(lean), 3, forward) @ up


def skin(radius: float, *, turn: tuple[float, float, float] = (0.0, 0.0, 0.0), name: str = "earth") -> m.Socket:
    """Make the Earth's face for a ball of this radius about its origin; `turn` (degrees) brings other weather round."""
    n = m._Nodes(name)
    place = n.add("TexCoord").outputs["Object"]
    angles = tuple(math.radians(a) for a in turn)
    where = n.add("Mapping", Vector=place, Scale=(1 / radius,) * 3, Rotation=angles).outputs["Vector"]
    cloud, tone = _clouds(n, where)
    dry = n.ramp(_noise(n, where, 1.6, 8.0, 0.58), 0.535, 0.55)
    land = n.mix(n.ramp(_noise(n, where, 5.0, 7.0, 0.66), 0.4, 0.62), (0.030, 0.046, 0.018), (0.185, 0.120, 0.062))
    ground = n.add("MixRGB", i0=dry, i1=(0.005, 0.022, 0.074, 1.0), i2=land).outputs[0]
    white = n.add("MixRGB", i0=cloud, i1=ground, i2=tone).outputs[0]
    edge = n.add("LayerWeight", Blend=0.5).outputs["Facing"]
    haze = n.maths("ADD", n.maths("MULTIPLY", n.maths("POWER", edge, 4.0), 0.7), 0.035)
    n.set(Base_Color=n.add("MixRGB", i0=haze, i1=white, i2=(0.13, 0.29, 0.62, 1.0)).outputs[0])
    n.set(Roughness=n.maths("ADD", n.maths("MULTIPLY", n.maths("MAXIMUM", cloud, dry), 0.55), 0.42))
    n.surface.inputs["Specular IOR Level"].default_value = 0.25
    return n.material


def _noise(n: m._Nodes, where: m.Socket, scale: float, detail: float, rough: float) -> m.Socket:
    return n.add("TexNoise", Vector=where, Scale=scale, Detail=detail, Roughness=rough).outputs[0]


def _clouds(n: m._Nodes, where: m.Socket) -> tuple[m.Socket, m.Socket]:
    """Mix weather of several sizes, from wound-up systems to puffs over the open sea: how thick it is, and how white.

    No bump: Cycles would work out every one of these noises three times over.
    """
    swirl = n.add("TexNoise", Vector=where, Scale=2.6, Detail=3.0, Roughness=0.55).outputs["Color"]
    bent = n.add("MixRGB", blend_type="LINEAR_LIGHT", i0=0.12, i1=where, i2=swirl).outputs[0]
    systems = _noise(n, bent, 3.6, 3.0, 0.5)
    streets = _noise(n, bent, 18.0, 6.0, 0.62)
    puffs = _noise(n, bent, 120.0, 6.0, 0.68)
    grain = _noise(n, where, 900.0, 4.0, 0.7)
    fine = n.maths("ADD", n.maths("MULTIPLY", puffs, 0.66), n.maths("MULTIPLY", grain, 0.34))
    sheet = n.maths("ADD", n.maths("MULTIPLY", systems, 0.46), n.maths("MULTIPLY", streets, 0.28))
    cover = n.ramp(n.maths("ADD", sheet, n.maths("MULTIPLY", fine, 0.26)), 0.503, 0.60)
    fields = n.ramp(_noise(n, where, 9.0, 3.0, 0.5), 0.44, 0.6)
    small = n.maths("MULTIPLY", n.maths("MULTIPLY", n.ramp(fine, 0.54, 0.66), fields), 0.8)
    tone = n.mix(
        n.ramp(n.maths("ADD", n.maths("MULTIPLY", streets, 0.5), n.maths("MULTIPLY", fine, 0.5)), 0.42, 0.6),
        (0.46, 0.50, 0.56),
        (0.88, 0.88, 0.88),
    )
    return n.maths("MAXIMUM", cover, small), tone


def below(
    view: View,
    sun: tuple[float, float],
    *,
    altitude: float = 400.0,
    drop: float | None = None,
    lean: float = 0.0,
    turn: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> None:
    """Put the Earth under the camera, `altitude` km down; `sun`: azimuth and elevation as given to stage.sun.

    The limb lies acos(R / (R + altitude)) below the horizontal: 20 degrees from a station, 76 from 20,000 km.
    """
    high = 1.0 + altitude / RADIUS_KM
    edge = math.acos(1.0 / high)
    up = zenith(view, math.degrees(edge), drop=drop, lean=lean)
    centre = view.eye - up * (_RADIUS * high)
    _cap("earth", centre, up, _RADIUS, edge + 0.02, skin(_RADIUS, turn=turn))
    shell = _RADIUS * (1.0 + _AIR)
    a, e = math.radians(sun[0]), math.radians(sun[1])
    towards = Vector((math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e)))
    air = _cap("air", centre, up, shell, math.acos(min((1.0 + _AIR) / high, 1.0)), _air(towards))
    air.visible_shadow = air.visible_diffuse = air.visible_glossy = False


def _cap(name: str, centre: Vector, up: Vector, radius: float, reach: float, material: bpy.types.Material) -> m.Socket:
    """Make the part of a ball that the camera can see: rings about the point under it, closer towards the limb."""
    rings, sectors = 240, 720
    polar = reach * np.linspace(0.0, 1.0, rings) ** 0.6
    around = np.linspace(0.0, 2 * math.pi, sectors, endpoint=False)
    t, a = np.meshgrid(polar, around, indexing="ij")
    flat = np.stack([np.sin(t) * np.cos(a), np.sin(t) * np.sin(a), np.cos(t)], axis=-1).reshape(-1, 3)
    turned = flat @ np.array(up.to_track_quat("Z", "Y").to_matrix()).T * radius
    i, j = np.meshgrid(np.arange(rings - 1), np.arange(sectors), indexing="ij")
    k = (j + 1) % sectors
    quads = np.stack([i * sectors + j, (i + 1) * sectors + j, (i + 1) * sectors + k, i * sectors + k], axis=-1)
    thing = grid(turned.astype(np.float32), quads.reshape(-1, 4), material, name)
    thing.location = centre
    return thing


def _air(towards: Vector) -> bpy.types.Material:
    """Make the air: as thick as the path of a line of sight through it, lit where the Sun stands over it."""
    n = m._Nodes("air")
    shape = n.add("NewGeometry")
    facing = n.add("VectorMath", operation="DOT_PRODUCT", i0=shape.outputs["Normal"], i1=shape.outputs["Incoming"])
    square = n.maths("POWER", n.maths("ABSOLUTE", facing.outputs["Value"]), 2.0)
    lowest = n.maths(
        "SUBTRACT", n.maths("MULTIPLY", n.maths("SQRT", n.maths("SUBTRACT", 1.0, square)), 1.0 + _AIR), 1.0
    )
    over = n.maths("EXPONENT", n.maths("DIVIDE", n.maths("MAXIMUM", lowest, 0.0), -_SCALE))
    under = n.maths("EXPONENT", n.maths("DIVIDE", n.maths("MINIMUM", lowest, 0.0), 0.009))
    thick = n.maths("MULTIPLY", n.maths("MULTIPLY", over, under), 0.86)
    height = n.ramp(lowest, -0.002, _SCALE * 2.4)
    lit = n.add("VectorMath", operation="DOT_PRODUCT", i0=shape.outputs["Normal"], i1=tuple(towards))
    day = n.ramp(lit.outputs["Value"], -0.12, 0.42)
    glow = n.add("Emission", Color=n.mix(height, (0.52, 0.73, 1.0), (0.09, 0.27, 0.95)))
    n._feed(glow.inputs["Strength"], n.maths("MULTIPLY", day, 2.3))
    through = n.add("BsdfTransparent")
    mixed = n.add("MixShader", i0=n.maths("MULTIPLY", thick, n.ramp(lit.outputs["Value"], -0.2, 0.1)))
    n.tree.links.new(through.outputs[0], mixed.inputs[1])
    n.tree.links.new(glow.outputs[0], mixed.inputs[2])
    n.tree.links.new(mixed.outputs[0], n.tree.nodes["Material Output"].inputs["Surface"])
    return n.material
