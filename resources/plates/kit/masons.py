"""Machines that make bricks of lunar soil and lay them: solar printer, six-legged mason, two-armed carrier robot.

What is public of them are words, and pictures of models on Earth; their sizes are working figures beside a brick of
half a metre.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

import bpy
from mathutils import Matrix, Vector

from kit import base, bricks, parts
from kit import materials as m
from kit.assembly import Assembly, Point
from kit.parts import Height

BRICK: Final = (0.5, 0.32, 0.22)
"""Length, width and height of a brick, in metres: a working figure."""
BED: Final = 0.42
"""How high the printing bed stands."""


def brick(at: Assembly) -> None:
    """Add one brick, its foot at the origin."""
    bricks.brick_mesh(at, [(Matrix.Translation((0, 0, BRICK[2] / 2)), BRICK)], bricks.sintered(), bevel=0.025)


def mirror(at: Assembly, radius: float, aim: Vector, *, high: float = 1.5) -> Vector:
    """Set a parabolic mirror on its two-axis mount and turn it to the Sun; return where its light is gathered."""
    steel, hub = m.metal(), m.paint((0.7, 0.7, 0.69), "jack")
    at.lathe([(0.2, 0.0), (0.13, 0.1), (0.13, high - 0.3), (0.2, high - 0.25), (0.2, high - 0.1)], hub, sides=32)
    side = Vector((-aim.y, aim.x, 0)).normalized()
    for d in (-1, 1):
        at.tube(side * d * 0.24 + Vector((0, 0, high - 0.2)), side * d * 0.24 + Vector((0, 0, high)), 0.05, hub)
    at.tube(side * -0.32 + Vector((0, 0, high)), side * 0.32 + Vector((0, 0, high)), 0.06, steel)
    bowl = at.facing((0, 0, high), aim)
    bowl.lathe([(0.16, -0.25), (0.2, 0.0), (radius * 0.3, 0.2), (0.0, 0.22)], hub, sides=32)
    cup = bowl.sub((0, 0, 0.18))
    parts.dish(cup, radius, depth=0.15, ribs=16, feed=False, skin=m.metal((0.9, 0.9, 0.88), "mirror", 0.14))
    rim, focus = radius * 0.3, radius / 1.2
    for k in range(12):
        a = math.pi * k / 6
        line = [
            (r * math.cos(a), r * math.sin(a), 0.15 * 2 * r * r / radius + 0.016) for r in (0.15, radius * 0.55, radius)
        ]
        for p, q in pairwise(line):
            cup.tube(p, q, 0.006, m.metal((0.3, 0.3, 0.31), "seam"), sides=6)
    for k in range(3):
        a = 2 * math.pi * k / 3 + 0.4
        cup.tube((radius * math.cos(a), radius * math.sin(a), rim), (0, 0, focus), 0.014, m.black(), sides=8)
    cup.lathe([(0.05, focus - 0.14), (0.1, focus - 0.1), (0.1, focus + 0.1), (0.0, focus + 0.12)], m.black(), sides=24)
    cup.lathe([(0.06, focus - 0.141), (0.0, focus - 0.141)], base.glow((1.0, 0.9, 0.7), 14.0, "focus"), sides=16)
    return cup.world((0, 0, focus + 0.1))


def fibre(points: list[Vector], radius: float = 0.028) -> None:
    """Hang the bundle of light guides through points of the scene, smoothly."""
    line = bpy.data.curves.new("fibre", "CURVE")
    line.dimensions, line.bevel_depth, line.bevel_resolution = "3D", radius, 3
    spline = line.splines.new("BEZIER")
    spline.bezier_points.add(len(points) - 1)
    for knot, point in zip(spline.bezier_points, points, strict=True):
        knot.co, knot.handle_left_type, knot.handle_right_type = point, "AUTO", "AUTO"
    line.materials.append(m.black("cable"))
    bpy.context.scene.collection.objects.link(bpy.data.objects.new("fibre", line))


def printer(at: Assembly, ground: Height, sunward: Vector, *, hot: bool = True) -> None:
    """Build the printer: levelled table, mirror behind, gantry over the bed, hopper for soil, tray for bricks.

    `sunward` is a direction of the scene. The bed lies towards +x.
    """
    steel, deck = m.metal(), m.paint((0.66, 0.66, 0.65), "deck")
    dark = m.metal((0.35, 0.35, 0.36), "dark")
    at.box((2.5, 1.5, 0.1), (0, 0, BED - 0.08), m.metal((0.4, 0.4, 0.42), "chassis"), bevel=0.03)
    at.box((1.15, 1.46, 0.5), (-0.62, 0, BED + 0.24), m.foil(m.GOLD, 0.1, 0.015, "unit"), bevel=0.03)
    at.box((1.2, 1.5, 0.03), (-0.62, 0, BED + 0.5), deck)
    for x in (-1.1, 1.1):
        for y in (-0.72, 0.72):
            base.jack(at, (x * 1.12, y * 1.18, BED - 0.05), ground, pad=0.2, bar=0.045)
            at.tube((x * 0.9, y * 0.9, BED - 0.08), (x * 1.12, y * 1.18, BED - 0.02), 0.04, steel)
    aim = at.frame.to_3x3().inverted() @ sunward
    light = mirror(at.sub((-0.7, 0.1, BED + 0.5)), 1.0, aim)
    head = _gantry(at, steel, dark)
    foot = at.world((-0.35, 0.55, BED + 0.62))
    over = at.world((0.22, 0.25, 1.36))
    fibre([light, light.lerp(foot, 0.5) + Vector((0, 0, -0.25)), foot, over, at.world(head)])
    _bed(at, steel, hot=hot)
    _hopper(at.sub((0.62, 0.98, BED)), steel)
    at.box((0.34, 0.2, 0.3), (-0.05, -0.55, BED + 0.12), m.paint(), bevel=0.02)
    parts.camera(at.facing((0.05, -0.62, BED + 0.45), (1, 0.6, -0.5)), 0.11)


def _gantry(at: Assembly, steel: m.bpy.types.Material, dark: m.bpy.types.Material) -> Point:
    """Set two rails with a bridge over the bed and the printing head on it; return where the light enters the head."""
    for y in (-0.66, 0.66):
        at.tube((0.0, y, BED + 0.62), (1.24, y, BED + 0.62), 0.035, steel)
        for x in (0.06, 1.2):
            at.box((0.07, 0.07, 0.66), (x, y, BED + 0.3), dark, bevel=0.01)
    at.box((0.16, 1.46, 0.12), (0.62, 0, BED + 0.68), m.paint(), bevel=0.02)
    for y in (-0.66, 0.66):
        at.box((0.26, 0.14, 0.16), (0.62, y, BED + 0.64), dark, bevel=0.02)
    spot = (0.62, -0.1, BED)
    at.box((0.24, 0.26, 0.3), (spot[0], spot[1], BED + 0.66), m.paint((0.55, 0.55, 0.56), "hatch"), bevel=0.03)
    at.lathe(
        [(0.03, 0.24), (0.05, 0.26), (0.1, 0.44), (0.1, 0.54)], m.metal((0.7, 0.68, 0.62), "claw"), at=spot, sides=32
    )
    return (spot[0], spot[1], BED + 0.82)


def _bed(at: Assembly, steel: m.bpy.types.Material, *, hot: bool) -> None:
    """Fill the bed with soil, a brick in it half printed, the melt glowing where the light falls."""
    at.box((1.1, 1.2, 0.04), (0.62, 0, BED), steel)
    for x in (0.08, 1.16):
        at.box((0.03, 1.2, 0.2), (x, 0, BED + 0.08), steel, bevel=0.006)
    for y in (-0.6, 0.6):
        at.box((1.1, 0.03, 0.2), (0.62, y, BED + 0.08), steel, bevel=0.006)
    at.box((1.04, 1.14, 0.1), (0.62, 0, BED + 0.06), m.regolith(), bevel=0.0)
    at.box((0.5, 0.32, 0.08), (0.62, -0.1, BED + 0.14), bricks.sintered(), bevel=0.015)
    at.box((0.5, 0.32, 0.2), (0.62, 0.36, BED + 0.15), bricks.sintered(), bevel=0.025)
    if not hot:
        return
    for k in range(9):
        colour = (1.0, 0.62 * 0.82**k, 0.25 * 0.6**k)
        strength = 26.0 * 0.62**k
        at.lathe(
            [(0.034 - 0.0012 * k, 0.0), (0.0, 0.006)],
            base.glow(colour, strength, f"melt{k}"),
            at=(0.62 + 0.004 * k, -0.1 + 0.022 * k, BED + 0.186),
            sides=20,
        )
    lamp = bpy.data.lights.new("melt", "POINT")
    lamp.energy, lamp.color, lamp.shadow_soft_size = 16.0, (1.0, 0.5, 0.18), 0.04
    thing = bpy.data.objects.new("melt", lamp)
    thing.location = at.world((0.62, -0.1, BED + 0.24))
    bpy.context.scene.collection.objects.link(thing)


def _hopper(at: Assembly, steel: m.bpy.types.Material) -> None:
    """Hang the funnel for soil beside the bed with its sieve, its legs and the screw that feeds the bed."""
    at.lathe([(0.07, 0.5), (0.3, 0.82), (0.3, 0.98), (0.28, 0.98), (0.27, 0.84)], m.paint(), sides=4, start=45)
    at.lathe([(0.27, 0.93), (0.1, 1.0), (0.0, 1.04)], m.regolith(), sides=24)
    at.tube((0, 0, 0.52), (0, -0.42, 0.2), 0.055, steel)
    for x in (-0.2, 0.2):
        at.tube((x, 0.2, 0.85), (x * 1.1, 0.24, -0.38), 0.022, steel)
        at.tube((x, -0.1, 0.75), (x, -0.3, 0.1), 0.02, steel)


def mason(at: Assembly, ground: Height, *, holds: bool = True) -> None:
    """Build the six-legged mason, looking along +x: flat body, jointed legs, a clamp with a brick under its nose."""
    steel, shell = m.metal((0.72, 0.71, 0.68), "arm"), m.paint()
    body = at.sub((0, 0, 0.72))
    outline = [(0.62, -0.2), (0.62, 0.2), (0.3, 0.36), (-0.5, 0.32), (-0.62, 0.0), (-0.5, -0.32), (0.3, -0.36)]
    body.prism(outline, -0.1, 0.08, shell, bevel=0.035)
    body.prism([(x * 0.8, y * 0.8) for x, y in outline], 0.08, 0.17, m.foil(m.GOLD, 0.09, 0.015, "hop"), bevel=0.03)
    body.sub((-0.1, 0, 0.185)).sheet(0.7, 0.42, m.cells(8, 5), m.paint((0.1, 0.1, 0.105), "panel-back", 0.5))
    for bearing in (38, 90, 142, -38, -90, -142):
        a = math.radians(bearing)
        c, s = math.cos(a), math.sin(a)
        hip, knee, foot = (0.42 * c, 0.34 * s, 0.7), (0.86 * c, 0.8 * s, 1.02), (1.12 * c, 1.08 * s, 0.0)
        spot = at.world(foot)
        down = at.local((spot.x, spot.y, ground(spot.x, spot.y) + 0.02))
        at.ball(0.085, hip, m.metal((0.3, 0.3, 0.31), "hub"), rows=14)
        at.tube(hip, knee, 0.048, steel, end_radius=0.04)
        at.ball(0.072, knee, m.metal((0.3, 0.3, 0.31), "hub"), rows=14)
        at.tube(knee, down + Vector((0, 0, 0.05)), 0.04, shell, end_radius=0.022)
        at.lathe([(0.0, -0.02), (0.09, -0.02), (0.08, 0.02), (0.03, 0.06)], m.metal((0.7, 0.66, 0.58), "pad"), at=down)
    for y in (-0.14, 0.14):
        parts.camera(body.facing((0.6, y, 0.14), (1, 0, -0.3)), 0.09)
    body.tube((0.5, 0, -0.05), (0.85, 0, -0.06), 0.05, steel)
    for y in (-0.19, 0.19):
        body.box((0.3, 0.025, 0.22), (0.88, y, -0.18), steel, bevel=0.008)
    body.box((0.2, 0.42, 0.05), (0.88, 0, -0.06), m.metal((0.3, 0.3, 0.31), "hub"), bevel=0.01)
    if holds:
        brick(body.sub((0.88, 0, -0.36)))


def porter(at: Assembly, ground: Height) -> None:
    """Build the two-armed robot on four wheels, which looks along +x, a brick between its hands."""
    steel, dark = m.metal(), m.metal((0.35, 0.35, 0.36), "dark")
    for x in (-0.42, 0.42):
        for y in (-0.45, 0.45):
            spot = at.world((x, y, 0))
            low = at.local((spot.x, spot.y, ground(spot.x, spot.y) + 0.185)).z
            parts.wheel(at.sub((x, y, low)), 0.19, 0.16, spokes=8, grousers=20)
            at.tube((x, y * 0.8, low), (x * 0.7, y * 0.66, 0.42), 0.028, steel)
    at.box((0.95, 0.6, 0.3), (0, 0, 0.54), m.foil(m.GOLD, 0.1, 0.015, "unit"), bevel=0.03)
    at.box((1.0, 0.64, 0.03), (0, 0, 0.71), m.cells(9, 6), bevel=0.004)
    at.box((0.3, 0.4, 0.36), (0.18, 0, 0.9), m.paint(), bevel=0.05)
    at.tube((0.18, 0, 1.05), (0.18, 0, 1.3), 0.04, steel)
    at.box((0.15, 0.36, 0.14), (0.2, 0, 1.36), m.paint(), bevel=0.03)
    for y in (-0.1, 0.1):
        parts.camera(at.facing((0.29, y, 1.36), (1, 0, -0.2)), 0.085)
    for side in (-1, 1):
        arm = [(0.22, side * 0.24, 0.98), (0.5, side * 0.44, 0.86), (0.82, side * 0.29, 0.8)]
        parts.chain(at, arm, 0.034, m.metal((0.72, 0.71, 0.68), "arm"))
        at.box((0.16, 0.05, 0.14), (0.88, side * 0.2, 0.79), dark, bevel=0.012)
    brick(at.sub((0.88, 0, 0.68), z=90))
    at.tube((-0.4, 0.2, 0.7), (-0.4, 0.2, 1.35), 0.012, steel, sides=8)
