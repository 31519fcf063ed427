"""A launch pad: concrete, flame opening, lattice towers, floodlights and people who work there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import bpy
from mathutils import Vector

from kit import materials as m
from kit import rockets
from kit.assembly import Assembly, Material, Point
from kit.base import glow

COOL: m.Colour = (0.90, 0.95, 1.0)
WARM: m.Colour = (1.0, 0.80, 0.56)


def flood(
    at: Point, aim: Point, strength: float, *, cone: float = 38.0, colour: m.Colour = COOL, size: float = 0.8
) -> None:
    """Hang a floodlight; `strength`: what reaches the place aimed at, on the Sun's own scale of stage.sun."""
    away = (Vector(aim) - Vector(at)).length
    data = bpy.data.lights.new("flood", "SPOT")
    data.energy, data.color = strength * 4 * math.pi * away * away, colour
    data.spot_size, data.spot_blend, data.shadow_soft_size = math.radians(cone), 0.6, size
    thing = bpy.data.objects.new("flood", data)
    thing.location = Vector(at)
    thing.rotation_euler = (Vector(aim) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(thing)


def concrete(name: str = "apron", tone: float = 0.30, slab: float = 7.5, *, damp: float = 1.0) -> Material:
    """Give poured concrete: slabs with sealed joints and stains; `damp`: how wet its puddles are (0 to 1)."""

    def make(n: m._Nodes) -> None:
        where = n.add("TexCoord").outputs["Object"]
        parts = n.add("SeparateXYZ", Vector=where)

        def joint(axis: int) -> m.Socket:
            step = n.maths("FRACT", n.maths("DIVIDE", parts.outputs[axis], slab))
            return n.maths("LESS_THAN", step, 0.05 / slab * 2)

        stains = n.add("TexNoise", Vector=where, Scale=0.16, Detail=8.0, Roughness=0.68).outputs[0]
        grain = n.add("TexNoise", Vector=where, Scale=7.0, Detail=5.0, Roughness=0.7).outputs[0]
        tile = n.add("TexWhiteNoise", Vector=_floored(n, where, slab))
        shade = n.maths("ADD", n.maths("MULTIPLY", tile.outputs["Value"], 0.18), 0.86)
        base = n.mix(n.ramp(stains, 0.3, 0.68), (tone * 0.5, tone * 0.49, tone * 0.47), (tone, tone, tone * 0.96))
        base = n.add("MixRGB", blend_type="MULTIPLY", i0=1.0, i1=base, i2=shade).outputs[0]
        base = n.add("MixRGB", blend_type="MULTIPLY", i0=0.4, i1=base, i2=n.mix(grain, (0.5,) * 3, (1.4,) * 3))
        lines = n.maths("MAXIMUM", joint(0), joint(1))
        tinted = n.add("MixRGB", i0=n.maths("MULTIPLY", lines, 0.75), i1=base.outputs[0], i2=(0.03, 0.03, 0.03, 1.0))
        pools = n.ramp(n.add("TexNoise", Vector=where, Scale=0.09, Detail=5.0).outputs[0], 0.42, 0.6)
        rough = n.maths("SUBTRACT", 0.8, n.maths("MULTIPLY", pools, 0.68 * damp))
        bump = n.add("Bump", Strength=0.3, Distance=0.02, Height=grain)
        n.set(Base_Color=tinted.outputs[0], Roughness=rough, Normal=bump.outputs[0])

    return m._once(f"concrete-{name}", make)


def _floored(n: m._Nodes, where: m.Socket, slab: float) -> m.Socket:
    scaled = n.add("VectorMath", operation="DIVIDE", i0=where, i1=(slab, slab, 1000.0)).outputs[0]
    return n.add("VectorMath", operation="FLOOR", i0=scaled).outputs[0]


def apron(
    reach: float = 900.0, *, hole: tuple[float, float] = (0.0, 0.0), deep: float = 14.0, damp: float = 1.0
) -> None:
    """Pour the ground at height 0, with a flame trench of `hole` (x, y) metres about the origin, open to +y and -y."""
    at = Assembly()
    x, y = hole[0] / 2, hole[1] / 2
    slab = concrete(damp=damp)
    for a, b, c, d in (
        ((-reach, -reach), (-x, -reach), (-x, reach), (-reach, reach)),
        ((x, -reach), (reach, -reach), (reach, reach), (x, reach)),
        ((-x, -reach), (x, -reach), (x, -y), (-x, -y)),
        ((-x, y), (x, y), (x, reach), (-x, reach)),
    ):
        at.mesh([(*p, 0.0) for p in (a, b, c, d)], [(0, 1, 2, 3)], slab)
    if x > 0:
        wall = concrete("trench", 0.12, 2.5)
        corners = [(-x, -y), (x, -y), (x, y), (-x, y)]
        points = [(*p, 0.0) for p in corners] + [(*p, -deep) for p in corners]
        at.mesh(points, [(0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), (4, 5, 6, 7)], wall)


def lattice(width: float, low: float, high: float, storey: float, *, depth: float = 0.0) -> list[rockets.Segment]:
    """List the bars of a four-legged tower about the z axis: legs, rings, crosses on every side."""
    x, y = width / 2, (depth or width) / 2
    corners = [(-x, -y), (x, -y), (x, y), (-x, y)]
    found: list[rockets.Segment] = [((*c, low), (*c, high)) for c in corners]
    count = max(round((high - low) / storey), 1)
    for k in range(count):
        z, top = low + (high - low) * k / count, low + (high - low) * (k + 1) / count
        for c, d in zip(corners, corners[1:] + corners[:1], strict=True):
            found += [((*c, top), (*d, top)), ((*c, z), (*d, top)), ((*d, z), (*c, top))]
    return found


def tower(
    at: Assembly,
    width: float,
    height: float,
    *,
    storey: float = 5.0,
    material: Material | None = None,
    lamps: bool = True,
    depth: float = 0.0,
    bar: float = 0.28,
) -> None:
    """Put up an umbilical tower: lattice, a floor with railing at each storey, lit landings, lift shaft."""
    steel = material or m.paint((0.24, 0.25, 0.27), "tower", 0.5)
    deep = depth or width
    rockets.bars(at, lattice(width, 0.0, height, storey, depth=deep), bar, steel)
    floor = m.paint((0.2, 0.2, 0.21), "grating", 0.8)
    rails: list[rockets.Segment] = []
    for k in range(1, round(height / storey) + 1):
        z = height * k / round(height / storey)
        at.box((width * 1.08, deep * 1.08, 0.16), (0, 0, z), floor, bevel=0.0)
        x, y = width * 0.54, deep * 0.54
        edge = [(-x, -y), (x, -y), (x, y), (-x, y)]
        for lift in (0.55, 1.1):
            rails += [((*p, z + lift), (*q, z + lift)) for p, q in zip(edge, edge[1:] + edge[:1], strict=True)]
        if lamps:
            for sx, sy in ((-1, -1), (1, 1)):
                at.ball(0.16, (sx * x * 0.9, sy * y * 0.9, z - 0.5), glow(WARM, 30.0, "landing"), rows=8)
    rockets.bars(at, rails, 0.06, steel)
    at.box((width * 0.36, deep * 0.36, height), (0, 0, height / 2), m.paint((0.3, 0.31, 0.33), "shaft", 0.6))


def arm(at: Assembly, start: Point, end: Point, *, width: float = 1.6, material: Material | None = None) -> None:
    """Swing an access or umbilical arm from a tower to the rocket: a box girder."""
    steel = material or m.paint((0.24, 0.25, 0.27), "tower", 0.5)
    a, b = Vector(start), Vector(end)
    here = at.facing(a, b - a)
    length = (b - a).length
    rockets.bars(here, lattice(width, 0.0, length, width * 1.1), 0.12, steel)
    here.box((width, width * 0.1, length), (0, 0, length / 2), m.paint((0.2, 0.2, 0.21), "grating", 0.8), bevel=0.0)


def mast(at: Assembly, height: float, aim: Point, *, lamps: int = 6, strength: float = 26.0) -> None:
    """Put up a lighting mast whose bank of lamps looks towards `aim`; it only shows, pads.flood gives the light."""
    steel = m.paint((0.5, 0.5, 0.52), "mast", 0.5)
    rockets.bars(at, lattice(1.3, 0.0, height, 2.2), 0.11, steel)
    there = at.local(aim)
    bank = at.facing((0, 0, height + 1.0), (there.x, there.y, there.z - height))
    bank.box((4.4, 2.4, 0.3), (0, 0, -0.25), steel, bevel=0.02)
    for k in range(lamps):
        x, y = (k % 3 - 1) * 1.35, (k // 3 - (lamps // 3 - 1) / 2) * 1.1
        bank.lathe([(0.5, -0.1), (0.5, 0.12)], steel, at=(x, y, 0), sides=20)
        bank.lathe([(0.44, 0.13), (0.0, 0.14)], glow(COOL, strength, "flood"), at=(x, y, 0), sides=20)


def worker(at: Assembly, colour: m.Colour = (0.85, 0.32, 0.05), name: str = "orange", *, point: bool = False) -> None:
    """Stand a person of 1.75 m in overalls and a helmet, who looks along +x."""
    cloth, hat = m.cloth(colour, name), m.paint((0.85, 0.85, 0.8), "helmet", 0.3)
    skin = m.paint((0.45, 0.3, 0.22), "face", 0.6)
    for side in (-1, 1):
        at.tube((0, side * 0.1, 0.88), (0.02, side * 0.12, 0.06), 0.095, cloth, end_radius=0.075, sides=14)
        at.box((0.28, 0.11, 0.09), (0.05, side * 0.12, 0.045), m.black(), bevel=0.03)
        hand = (0.55, side * 0.3, 1.5) if point and side > 0 else (0.1, side * 0.28, 0.82)
        at.tube((0, side * 0.21, 1.4), hand, 0.065, cloth, end_radius=0.05, sides=12)
        at.ball(0.055, hand, skin, rows=8)
    at.lathe([(0.0, 0.82), (0.17, 0.85), (0.18, 1.1), (0.22, 1.38), (0.1, 1.48), (0.0, 1.5)], cloth, sides=24)
    at.ball(0.105, (0.01, 0, 1.6), skin, rows=12)
    at.lathe([(0.145, 1.63), (0.125, 1.7), (0.06, 1.76), (0.0, 1.77)], hat, sides=24)


def fence(at: Assembly, points: Sequence[Point], *, height: float = 1.1) -> None:
    """Run a railing along points on the ground or on a deck."""
    yellow = m.paint((0.7, 0.5, 0.05), "rail", 0.5)
    lines: list[rockets.Segment] = []
    for start, end in pairwise(points):
        a, b, up = Vector(start), Vector(end), Vector((0, 0, height))
        lines += [(a + up * lift, b + up * lift) for lift in (0.5, 1.0)]
        count = max(int((b - a).length / 2.0), 1)
        lines += [(a.lerp(b, k / count), a.lerp(b, k / count) + up) for k in range(count + 1)]
    rockets.bars(at, lines, 0.06, yellow)


def lightning(at: Assembly, height: float, *, foot: float = 5.0) -> None:
    """Put up a lightning mast: a tapering lattice with a rod on top."""
    steel = m.paint((0.45, 0.46, 0.48), "lightning", 0.5)
    steps = [k / 14 for k in range(15)]
    lines: list[rockets.Segment] = []
    for low, high in pairwise(steps):
        a, b = (foot / 2 * (1 - 0.82 * t) for t in (low, high))
        corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        for (i, j), (p, q) in zip(corners, corners[1:] + corners[:1], strict=True):
            here, there = (i * a, j * a, low * height), (p * a, q * a, low * height)
            lines += [(here, (i * b, j * b, high * height)), (here, (p * b, q * b, high * height)), (here, there)]
    lines.append(((0, 0, height), (0, 0, height * 1.16)))
    rockets.bars(at, lines, 0.2, steel)
    at.ball(0.4, (0, 0, height * 1.16), glow((1.0, 0.06, 0.03), 14.0, "beacon"), rows=8)


def doorway(at: Assembly, width: float, height: float) -> None:
    """Open a hall's tall door (in the x-z plane, seen from -y): lit, work floors drawn back on both sides."""

    def bright(n: m._Nodes) -> None:
        where = n.add("TexCoord").outputs["Object"]
        up = n.add("SeparateXYZ", Vector=where).outputs[2]
        bays = n.add("TexNoise", Vector=n.add("Mapping", Vector=where, Scale=(0.045, 0.0, 0.02)).outputs[0], Detail=3.0)
        depth = n.maths("ADD", n.maths("MULTIPLY", n.ramp(bays.outputs[0], 0.3, 0.65), 0.2), 0.75)
        power = n.maths("MULTIPLY", n.ramp(up, height * 1.1, -height * 0.25), depth)
        n.set(Base_Color=(0, 0, 0), Emission_Color=(1.0, 0.8, 0.54), Emission_Strength=n.maths("MULTIPLY", power, 1.5))

    at.box((width, 0.2, height), (0, 0, height / 2), m._once(f"well-{height}", bright), bevel=0.0)
    floor, edge = glow((1.0, 0.72, 0.45), 0.1, "floor"), glow(WARM, 1.6, "strip")
    levels = max(int(height / 8), 3)
    for k in range(levels):
        for side in (-1, 1):
            reach = width * (0.2 + 0.1 * ((k * 7 + side) % 3) / 2)
            x, z = side * (width - reach) / 2, height * (k + 0.6) / levels
            at.box((reach, 0.4, height / levels * 0.3), (x, -0.3, z), floor, bevel=0.0)
            at.box((reach * 0.8, 0.5, height / levels * 0.035), (x, -0.35, z - height / levels * 0.19), edge, bevel=0.0)


def track(at: Assembly, length: float, *, gauge: float = 1.52) -> None:
    """Lay a railway along x about the origin: rails on sleepers in ballast, the rail heads 0.5 m up."""
    at.prism([(-length / 2, -2.6), (length / 2, -2.6), (length / 2, 2.6), (-length / 2, 2.6)], 0.0, 0.26, ballast())
    count = int(length / 0.62)
    beams: list[rockets.Segment] = [
        ((-length / 2 + 0.62 * k, -1.3, 0.28), (-length / 2 + 0.62 * k, 1.3, 0.28)) for k in range(count)
    ]
    rockets.bars(at, beams, 0.2, m.paint((0.2, 0.19, 0.18), "sleeper", 0.8))
    rails: list[rockets.Segment] = [((-length / 2, y, 0.43), (length / 2, y, 0.43)) for y in (-gauge / 2, gauge / 2)]
    rockets.bars(at, rails, 0.12, m.metal((0.5, 0.49, 0.48), "rail", 0.3))


def ballast() -> Material:
    """Give the broken stone under rails and on the way of the crawler."""

    def make(n: m._Nodes) -> None:
        where = n.place(1.0)
        stones = n.add("TexVoronoi", Vector=where, Scale=9.0, feature="F1")
        tone = n.mix(n.add("TexNoise", Vector=where, Scale=4.0).outputs[0], (0.09, 0.085, 0.08), (0.24, 0.23, 0.22))
        bump = n.add("Bump", Strength=1.0, Distance=0.06, Height=stones.outputs["Distance"])
        n.set(Base_Color=tone, Roughness=0.95, Normal=bump.outputs[0])

    return m._once("ballast", make)


def bogie(at: Assembly, *, wheels: int = 4) -> None:
    """Stand a railway bogie on the rails: frame, axles, wheels; z 0 is the rail head."""
    steel = m.paint((0.06, 0.065, 0.07), "bogie", 0.5)
    at.box((wheels * 0.95, 2.2, 0.45), (0, 0, 0.85), steel, bevel=0.06)
    for k in range(wheels):
        x = (k - (wheels - 1) / 2) * 0.95
        for side in (-1, 1):
            disc = at.facing((x, side * 0.76, 0.45), (0, side, 0))
            disc.lathe([(0.0, -0.08), (0.45, -0.08), (0.45, 0.05), (0.3, 0.07), (0.0, 0.02)], m.metal(), sides=36)
