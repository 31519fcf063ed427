"""Vehicles of a base on the Moon: pressurised rover, carrier with an arm, cargo lander, antennas on the ground.

Their sizes are working figures; people of 1.9 m in suits stand beside them.
"""

from __future__ import annotations

import math

from mathutils import Vector

from kit import base, parts
from kit import materials as m
from kit.assembly import Assembly, Material, Point, octagon
from kit.parts import Height


def on_wheels(
    at: Assembly, xs: tuple[float, ...], track: float, radius: float, width: float, chassis: float, ground: Height
) -> None:
    """Stand a chassis on wheels that follow the ground, each on a swing arm with its motor."""
    steel, dark = m.metal(), m.metal((0.3, 0.3, 0.31), "hub")
    for x in xs:
        for side in (-1, 1):
            y = side * track / 2
            spot = at.world((x, y, 0))
            low = at.local((spot.x, spot.y, ground(spot.x, spot.y) + radius * 0.97)).z
            parts.wheel(at.sub((x, y, low)), radius, width, spokes=10, grousers=30)
            inner = side * (track / 2 - width * 0.75)
            at.tube((x, inner, low), (x, side * (track / 2), low), radius * 0.16, dark)
            at.tube((x, inner, low), (x * 0.86, inner * 0.86, chassis), radius * 0.12, steel)
            at.tube((x, inner, low + 0.05), (x - 0.4 * math.copysign(1, x), inner * 0.8, chassis), radius * 0.07, steel)


def pressurised(at: Assembly, ground: Height, *, skin: Material | None = None, lit: bool = True) -> None:
    """Build a rover to live in, 6 m long, looking along +x: drum cabin, great windows, six wheels, lock at the back."""
    white, steel = skin or m.cloth(), m.metal()
    dark = m.metal((0.35, 0.35, 0.36), "dark")
    floor, radius, length = 1.02, 1.16, 4.3
    axis = floor + radius
    on_wheels(at, (-1.75, 0.0, 1.75), 2.9, 0.52, 0.42, 0.92, ground)
    at.box((4.6, 1.7, 0.26), (0, 0, 0.92), m.metal((0.4, 0.4, 0.42), "chassis"), bevel=0.05)
    drum = at.sub((-2.15, 0, axis), y=90)
    drum.lathe(
        [(0.75, 0.0), (radius * 0.98, 0.35), (radius * 0.98, 3.3), (1.02, 3.85), (0.62, length)], white, sides=64
    )
    base.plating(drum, radius * 0.985, 0.4, 3.2, 2, 12, white)
    for z in (0.36, 3.26):
        drum.ring(radius, 0.045, (0, 0, z), steel)
    _windscreen(at.sub((1.72, 0, axis + 0.12)), lit=lit)
    for side in (-1, 1):
        base.window(at.facing((0.35, side * 1.17, axis + 0.2), (0, side, 0.1)), 0.24, lit=lit)
        at.box((3.2, 0.16, 0.5), (-0.3, side * 1.02, 1.32), m.foil(m.SILVER, 0.1, 0.02, "silver"), bevel=0.03)
        base.rail(at, [(-1.6, side * 1.28, axis + 0.55), (1.2, side * 1.28, axis + 0.55)])
        base.lamp(at.facing((2.3, side * 0.72, 1.1), (1, 0, -0.22)), 160.0)
    at.box(
        (2.6, 1.5, 0.06), (-0.5, 0, axis + radius + 0.16), m.paint((0.86, 0.87, 0.88), "radiator", 0.25), bevel=0.015
    )
    for x in (-1.5, -0.5, 0.5):
        for y in (-0.5, 0.5):
            at.tube((x, y, axis + radius - 0.15), (x, y, axis + radius + 0.15), 0.025, dark, sides=8)
    lock = at.sub((-2.15, 0, axis), y=-90)
    lock.lathe([(0.75, 0.0), (0.75, 0.5), (0.6, 0.56), (0.6, 0.5)], steel, sides=48)
    lock.lathe([(0.58, 0.45), (0.0, 0.5)], m.paint((0.55, 0.55, 0.56), "hatch"), sides=40)
    at.tube((-1.6, 0.6, axis + radius - 0.1), (-1.6, 0.6, axis + radius + 1.5), 0.03, steel)
    parts.dish(at.facing((-1.6, 0.6, axis + radius + 1.5), (0.5, 0.4, 0.55)), 0.36)
    parts.camera(at.facing((1.4, 0, axis + radius + 0.1), (1, 0, -0.1)), 0.16)


def _windscreen(at: Assembly, *, lit: bool) -> None:
    """Set three tall panes about the nose."""
    for turn in (-48, 0, 48):
        a = math.radians(turn)
        pane = at.facing((0.16 + 0.4 * math.cos(a), 0.72 * math.sin(a), 0), (math.cos(a), math.sin(a) * 1.1, 0.1))
        pane = pane.sub((0, 0, 0), z=90)
        pane.box((0.74, 0.86, 0.07), (0, 0, 0), m.metal((0.3, 0.3, 0.31), "seam"), bevel=0.05)
        pane.box((0.62, 0.74, 0.03), (0, 0, 0.04), m.glass(), bevel=0.04)
        if lit:
            pane.box((0.5, 0.14, 0.012), (0, -0.24, 0.056), base.glow((1.0, 0.7, 0.38), 2.2, "cabin"), bevel=0.0)


def carrier(at: Assembly, ground: Height, *, load: bool = True) -> None:
    """Build an open carrier, 3.4 m long: flat bed, six wheels, mast, an arm at the front."""
    on_wheels(at, (-1.25, 0.0, 1.25), 1.9, 0.36, 0.3, 0.66, ground)
    steel = m.metal()
    at.box((3.3, 1.35, 0.2), (0, 0, 0.72), m.foil(m.GOLD, 0.11, 0.018, "rover"), bevel=0.04)
    at.box((3.36, 1.42, 0.04), (0, 0, 0.84), m.paint((0.66, 0.66, 0.65), "deck"))
    at.tube((1.3, 0.4, 0.84), (1.3, 0.4, 1.9), 0.045, steel)
    at.box((0.2, 0.5, 0.2), (1.3, 0.4, 1.95), m.paint(), bevel=0.03)
    for y in (0.26, 0.54):
        parts.camera(at.facing((1.42, y, 1.95), (1, 0, -0.15)), 0.12)
    shoulder = (1.45, -0.3, 0.95)
    arm = [shoulder, (1.75, -0.35, 1.8), (2.45, -0.4, 1.5), (2.6, -0.4, 0.95)]
    parts.chain(at, arm, 0.05, m.metal((0.72, 0.71, 0.68), "arm"))
    at.box((0.2, 0.26, 0.2), (2.62, -0.4, 0.86), m.paint(), bevel=0.03)
    if load:
        container(at.sub((-0.35, 0, 0.86)), (1.5, 1.15, 0.85))
    at.tube((-1.5, -0.55, 0.84), (-1.5, -0.55, 1.7), 0.02, steel)


def container(at: Assembly, size: Point = (2.4, 2.0, 1.6), skin: Material | None = None) -> None:
    """Add a container with corner posts, ribs and lifting eyes; its foot at the origin."""
    x, y, z = size
    steel = m.metal()
    at.box((x * 0.97, y * 0.97, z * 0.97), (0, 0, z / 2), skin or m.cloth((0.74, 0.73, 0.7), "cargo"), bevel=0.03)
    for sx in (-1, 1):
        for sy in (-1, 1):
            at.box((0.09, 0.09, z), (sx * x / 2, sy * y / 2, z / 2), steel, bevel=0.01)
            at.ring(0.05, 0.014, (sx * x / 2, sy * y / 2, z + 0.05), steel)
    for sy in (-1, 1):
        for k in range(3):
            at.box((0.05, 0.04, z * 0.94), (x * (k - 1) * 0.28, sy * y * 0.49, z / 2), steel, bevel=0.008)
    for sz in (0.04, z - 0.04):
        for sy in (-1, 1):
            at.box((x, 0.07, 0.07), (0, sy * y / 2, sz), steel, bevel=0.01)
        for sx in (-1, 1):
            at.box((0.07, y, 0.07), (sx * x / 2, 0, sz), steel, bevel=0.01)


def cargo_lander(at: Assembly, ground: Height, *, loaded: bool = True) -> None:
    """Build a large cargo lander, 9 m across its feet: open frame with tanks, flat deck, crane."""
    keel, deck, reach = 1.5, 3.3, 4.4
    steel, silver = m.metal(), m.foil(m.SILVER, 0.16, 0.02, "silver")
    at.prism(octagon(3.6, 3.6, 1.0), keel, keel + 0.25, m.metal((0.4, 0.4, 0.42), "chassis"), bevel=0.03)
    at.prism(octagon(4.3, 4.3, 1.2), deck - 0.2, deck, m.paint((0.66, 0.66, 0.65), "deck"), bevel=0.03)
    at.lathe([(1.0, keel + 0.2), (1.0, deck - 0.2)], m.foil(m.GOLD, 0.2, 0.035, "wide"), sides=48)
    for k in range(4):
        a = math.radians(90 * k)
        at.ball(0.82, (1.35 * math.cos(a), 1.35 * math.sin(a), (keel + deck) / 2 + 0.05), silver)
        parts.bell(at.sub((0.62 * math.cos(a + 0.785), 0.62 * math.sin(a + 0.785), keel)), 0.1, 0.36, 0.7)
        b = a + math.pi / 4
        c, s = math.cos(b), math.sin(b)
        braces = [(1.9 * c - d * 0.7 * s, 1.9 * s + d * 0.7 * c, keel + 0.1) for d in (-1, 1)]
        hip, foot = (2.15 * c, 2.15 * s, deck - 0.25), (reach * c, reach * s, 0)
        parts.leg(at, hip, foot, braces, ground, pad=0.55, bar=0.1, skin=m.cloth((0.74, 0.73, 0.7), "leg"))
        at.tube((2.0 * c, 2.0 * s, keel + 0.1), (2.1 * c, 2.1 * s, deck - 0.1), 0.07, steel)
        parts.quad(at.sub((2.2 * c, 2.2 * s, deck + 0.15), z=45), 0.08)
    at.tube((-1.7, 0, deck), (-1.7, 0, deck + 2.6), 0.1, steel)
    at.tube((-1.7, 0, deck + 2.6), (1.9, 0, deck + 3.0), 0.07, steel)
    at.tube((-1.7, 0, deck + 2.0), (0.3, 0, deck + 2.8), 0.04, steel)
    at.tube((1.8, 0, deck + 2.98), (1.8, 0, deck + 2.0), 0.015, m.black(), sides=6)
    if loaded:
        container(at.sub((0.3, 0, deck)), (2.2, 2.0, 1.5))


def ground_dish(at: Assembly, radius: float, towards: Vector, ground: Height) -> None:
    """Stand a steerable dish on a pedestal; `towards`: a direction of the scene."""
    steel, hub = m.metal(), m.paint((0.7, 0.7, 0.69), "jack")
    high = radius * 1.35
    for k in range(3):
        a = math.radians(120 * k + 30)
        base.jack(at, (radius * 0.75 * math.cos(a), radius * 0.75 * math.sin(a), 0.55), ground, pad=0.3)
        at.tube((radius * 0.75 * math.cos(a), radius * 0.75 * math.sin(a), 0.55), (0, 0, high * 0.55), 0.06, steel)
        at.tube((radius * 0.75 * math.cos(a), radius * 0.75 * math.sin(a), 0.55), (0, 0, 0.5), 0.05, steel)
    at.lathe([(0.42, 0.4), (0.3, high * 0.72), (0.42, high * 0.74), (0.42, high * 0.82)], hub, sides=40)
    aim = at.frame.to_3x3().inverted() @ towards
    side = Vector((-aim.y, aim.x, 0)).normalized()
    for d in (-1, 1):
        at.tube(side * d * 0.36 + Vector((0, 0, high * 0.78)), side * d * 0.36 + Vector((0, 0, high)), 0.1, hub)
    at.tube(side * -0.5 + Vector((0, 0, high)), side * 0.5 + Vector((0, 0, high)), 0.12, steel)
    mount = at.facing((0, 0, high), aim)
    mount.lathe([(0.3, -0.5), (0.36, -0.1), (radius * 0.3, 0.3), (0.0, 0.32)], hub, sides=36)
    parts.dish(mount.sub((0, 0, 0.25)), radius, depth=0.16, ribs=18)
