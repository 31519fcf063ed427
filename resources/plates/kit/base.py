"""Buildings of a base on the Moon: modules, passages, masts, windows, lamps.

What is public of such buildings are words and sketches, so their sizes are working figures: people of 1.9 m in suits
stand beside them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import bpy
from mathutils import Matrix, Vector

from kit import materials as m
from kit.assembly import Assembly, Material, Point
from kit.parts import Height


def glow(colour: m.Colour = (1.0, 0.56, 0.22), strength: float = 2.4, name: str = "warm") -> Material:
    """Make a lit window, a lamp or molten soil."""

    def make(n: m._Nodes) -> None:
        n.set(Base_Color=(0, 0, 0), Emission_Color=colour, Emission_Strength=strength)

    return m._once(f"glow-{name}", make)


def lamp(frame: Assembly, power: float = 250.0, *, cone: float = 110.0, colour: m.Colour = (1.0, 0.86, 0.68)) -> None:
    """Add a flood lamp that shines along +z; `power` in watts as Blender counts them."""
    frame.lathe([(0.07, -0.1), (0.1, 0.0), (0.1, 0.03), (0.09, 0.03)], m.metal((0.3, 0.3, 0.31), "hub"), sides=20)
    frame.lathe([(0.085, 0.028), (0.0, 0.032)], glow(colour, 18.0, "lamp"), sides=20)
    light = bpy.data.lights.new("lamp", "SPOT")
    light.energy, light.color, light.spot_size, light.spot_blend = power, colour, math.radians(cone), 0.7
    light.shadow_soft_size = 0.1
    thing = bpy.data.objects.new("lamp", light)
    thing.matrix_world = frame.frame @ Matrix.Translation((0, 0, 0.06)) @ Matrix.Rotation(math.pi, 4, "X")
    bpy.context.scene.collection.objects.link(thing)


def plating(
    frame: Assembly,
    radius: float,
    low: float,
    high: float,
    rows: int,
    columns: int,
    skin: Material,
    *,
    gap: float = 0.03,
) -> None:
    """Clad a drum about the z axis with bent plates, seams between them: one mesh."""
    points: list[Vector] = []
    faces: list[tuple[int, ...]] = []
    steps, thick = 4, 0.035
    for row in range(rows):
        z0, z1 = (low + (high - low) * (row + f) / rows for f in (0, 1))
        for column in range(columns):
            a0 = 2 * math.pi * column / columns + gap / radius / 2
            a1 = 2 * math.pi * (column + 1) / columns - gap / radius / 2
            first = len(points)
            for k in range(steps + 1):
                a = a0 + (a1 - a0) * k / steps
                points += [
                    Vector((r * math.cos(a), r * math.sin(a), z))
                    for r in (radius, radius + thick)
                    for z in (z0 + gap / 2, z1 - gap / 2)
                ]
            for k in range(steps):
                p, q = first + 4 * k, first + 4 * k + 4
                faces += [(p + 2, q + 2, q + 3, p + 3), (p, q, q + 2, p + 2), (p + 3, q + 3, q + 1, p + 1)]
            last = first + 4 * steps
            faces += [(first, first + 2, first + 3, first + 1), (last + 2, last, last + 1, last + 3)]
    frame.mesh(points, faces, skin, smooth=30)


def window(frame: Assembly, size: float, *, lit: bool = True) -> None:
    """Add a round window that looks along +z."""
    frame.lathe(
        [(size * 1.4, -0.12), (size * 1.4, 0.03), (size * 1.25, 0.06), (size, 0.06), (size, 0.0)], m.metal(), sides=32
    )
    frame.lathe([(size, 0.012), (0.0, 0.016)], glow() if lit else m.glass(), sides=32)
    for k in range(8):
        a = math.pi * k / 4
        frame.ball(size * 0.07, (size * 1.32 * math.cos(a), size * 1.32 * math.sin(a), 0.045), m.metal(), rows=6)


def rail(frame: Assembly, points: Sequence[Point], radius: float = 0.018, material: Material | None = None) -> None:
    """Add a bent handrail through points."""
    skin = material or m.metal((0.72, 0.72, 0.72), "rail", 0.3)
    for p, q in pairwise(points):
        frame.tube(p, q, radius, skin, sides=8)
        frame.ball(radius * 1.05, q, skin, rows=6)


def jack(at: Assembly, top: Point, ground: Height, *, pad: float = 0.34, bar: float = 0.075) -> None:
    """Stand a levelling leg under a point of a frame: housing, polished ram, pad on the soil."""
    spot = at.world(top)
    foot = at.local((spot.x, spot.y, ground(spot.x, spot.y) - 0.01))
    head = Vector(top)
    at.tube(head, head.lerp(foot, 0.55), bar * 1.5, m.paint((0.7, 0.7, 0.69), "jack"))
    at.tube(head.lerp(foot, 0.5), foot, bar, m.metal((0.8, 0.8, 0.8), "polished", 0.22))
    at.lathe(
        [(pad, 0.0), (pad, 0.05), (pad * 0.45, 0.12), (bar * 1.6, 0.22)], m.metal((0.7, 0.66, 0.58), "pad"), at=foot
    )


def module(
    at: Assembly, length: float, radius: float, axis: float, ground: Height, *, skin: Material | None = None
) -> None:
    """Add a pressurised module along x: plated drum, end cones, docking rings, radiators on top, rails and legs."""
    steel, seam = m.metal(), m.metal((0.3, 0.3, 0.31), "seam")
    drum = at.sub((-length / 2, 0, axis), y=90)
    cone = radius * 0.62
    drum.lathe([(cone, 0.0), (radius * 0.97, 0.75), (radius * 0.97, length - 0.75), (cone, length)], seam, sides=72)
    plating(drum, radius, 0.8, length - 0.8, max(round((length - 1.6) / 1.5), 1), 14, skin or m.cloth())
    for end, step in ((0.0, 1), (length, -1)):
        for k in range(10):
            a = math.radians(36 * k)
            low, high = end + step * 0.06, end + step * 0.72
            drum.tube(
                (cone * 1.02 * math.cos(a), cone * 1.02 * math.sin(a), low),
                (radius * 1.0 * math.cos(a), radius * 1.0 * math.sin(a), high),
                0.022,
                steel,
                sides=8,
            )
        drum.ring(radius * 1.0, 0.05, (0, 0, end + step * 0.77), steel)
        drum.lathe([(cone, end - step * 0.22), (cone, end)], steel, sides=56)
        drum.ring(cone, 0.06, (0, 0, end - step * 0.22), m.paint())
    for side in (-1, 1):
        for x in (-length * 0.31, length * 0.31):
            hip = (x, side * radius * 0.72, axis - radius * 0.62)
            jack(at, (x, side * radius * 0.95, axis - radius * 0.75), ground)
            at.tube(hip, (x, side * radius * 0.95, axis - radius * 0.75), 0.07, steel)
            at.tube(
                (x * 0.55, side * radius * 0.6, axis - radius * 0.82),
                (x, side * radius * 0.95, axis - radius * 1.02),
                0.035,
                steel,
            )
        for x in (-length * 0.2, length * 0.2):
            panel = at.sub((x, side * radius * 0.62, axis + radius * 0.86), x=-side * 33)
            panel.box((length * 0.36, radius * 0.62, 0.05), (0, 0, 0), m.paint((0.86, 0.87, 0.88), "radiator", 0.25))
            for k in range(7):
                panel.tube(
                    (length * (-0.165 + 0.055 * k), -radius * 0.29, 0.03),
                    (length * (-0.165 + 0.055 * k), radius * 0.29, 0.03),
                    0.009,
                    steel,
                    sides=6,
                )
        high, out = axis + radius * 0.32, radius * 1.0
        amber = m.paint((0.75, 0.5, 0.12), "amber")
        rail(at, [(-length * 0.36, side * (out + 0.1), high), (length * 0.36, side * (out + 0.1), high)], 0.022, amber)
        for k in range(5):
            x = length * (-0.36 + 0.18 * k)
            at.tube((x, side * out * 0.93, high), (x, side * (out + 0.1), high), 0.014, steel, sides=8)
    at.box((length * 0.7, 0.34, 0.16), (0, 0, axis - radius - 0.06), m.metal((0.4, 0.4, 0.42), "chassis"))


def tunnel(at: Assembly, start: Point, end: Point, radius: float = 0.85) -> None:
    """Join two docking rings by a ribbed passage."""
    a, b = Vector(start), Vector(end)
    length = (b - a).length
    pipe = at.facing(a, b - a)
    count = max(round(length / 0.28), 3)
    profile = []
    for k in range(count):
        z = length * k / count
        profile += [(radius * 0.93, z), (radius, z + length / count * 0.35), (radius, z + length / count * 0.65)]
    pipe.lathe([*profile, (radius * 0.93, length)], m.cloth((0.7, 0.69, 0.67), "tunnel"), sides=40, smooth=50)
    for z in (0.0, length):
        pipe.ring(radius * 1.02, 0.06, (0, 0, z), m.metal())


def lattice(at: Assembly, height: float, width: float, *, taper: float = 0.5, bays: int = 8, bar: float = 0.03) -> None:
    """Raise a mast of three rails with braces."""
    steel = m.metal((0.68, 0.68, 0.69), "tube", 0.3)

    def corner(k: int, t: float) -> Vector:
        a, r = math.radians(120 * k + 30), width * (1 - (1 - taper) * t)
        return Vector((r * math.cos(a), r * math.sin(a), height * t))

    for k in range(3):
        at.tube(corner(k, 0), corner(k, 1), bar, steel, end_radius=bar * 0.7, sides=10)
        for bay in range(bays):
            low, high = bay / bays, (bay + 1) / bays
            at.tube(corner(k, low), corner(k + 1, high), bar * 0.45, steel, sides=6)
            at.tube(corner(k, high), corner(k + 1, high), bar * 0.45, steel, sides=6)
