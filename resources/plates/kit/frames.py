"""Parts of small landers of many makers: prisms with panels on their faces, legs of struts, tanks, trackers, horns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import bpy
from mathutils import Vector

from kit import materials as m
from kit.assembly import Assembly, Material, Point
from kit.parts import Height


def around(radius: float, bearing: float, height: float = 0.0) -> tuple[float, float, float]:
    """Give a point on a circle about the z axis; the bearing is in degrees from +x towards +y."""
    a = math.radians(bearing)
    return (radius * math.cos(a), radius * math.sin(a), height)


def polygon(sides: int, radius: float, start: float = 0.0) -> list[tuple[float, float]]:
    """Outline a regular polygon by the radius of its corners, the first at `start` degrees."""
    spots = (around(radius, start + 360 * k / sides) for k in range(sides))
    return [(x, y) for x, y, _ in spots]


def face(at: Assembly, reach: float, bearing: float, height: float, *, lean: float = 0.0) -> Assembly:
    """Give a frame on a side wall: z points outwards, y up, x along the wall; `lean` degrees turn it to the sky."""
    return at.facing(around(reach, bearing, height), around(1.0, bearing)).sub((0, 0, 0), x=-lean)


def cell_panel(
    frame: Assembly, width: float, height: float, grid: tuple[int, int], *, back: Material | None = None
) -> None:
    """Add a body-mounted panel of solar cells with a bright frame and the stand-offs that carry it."""
    frame.sheet(width, height, m.cells(*grid), back or m.paint((0.5, 0.5, 0.5), "panel-edge"), thick=0.03)
    for x in (-0.4, 0.4):
        for y in (-0.4, 0.4):
            frame.tube((x * width, y * height, -0.09), (x * width, y * height, 0.0), 0.012, m.metal(), sides=8)


def pad(at: Assembly, where: Point, radius: float, skin: Material) -> None:
    """Add a dished footpad whose sole is at a point."""
    rise = radius * 0.34
    profile = [(0.0, 0.0), (0.66, 0.0), (0.95, 0.4), (1.0, 0.85), (0.96, 0.9), (0.76, 0.5), (0.3, 0.6), (0.0, 1.1)]
    at.lathe([(r * radius, h * rise) for r, h in profile], skin, at=where, sides=36)


def strut_leg(
    at: Assembly,
    foot: Point,
    main: Point,
    braces: Sequence[Point],
    ground: Height | None,
    *,
    size: float = 0.2,
    bar: float = 0.035,
    skin: Material | None = None,
    sole: Material | None = None,
) -> None:
    """Add a leg of straight bars that meet above the footpad; without a ground the foot stays where it is said."""
    skin = skin or m.metal()
    dark = m.metal((0.35, 0.35, 0.36), "dark")
    down = Vector(foot)
    if ground is not None:
        flat = at.world(foot)
        down = at.local((flat.x, flat.y, ground(flat.x, flat.y) - 0.012))
    ankle = down + Vector((0, 0, size * 0.5))
    hip = Vector(main)
    at.tube(hip, ankle, bar, skin)
    at.tube(hip.lerp(ankle, 0.45), hip.lerp(ankle, 0.62), bar * 1.35, dark)
    meet = hip.lerp(ankle, 0.9)
    for brace in braces:
        at.tube(brace, meet, bar * 0.7, skin)
        at.ball(bar * 1.1, brace, dark, rows=10)
    for joint in (hip, ankle, meet):
        at.ball(bar * 1.4, joint, dark, rows=12)
    pad(at, down, size, sole or m.metal((0.7, 0.66, 0.58), "pad"))


def lattice(at: Assembly, low: Sequence[Point], high: Sequence[Point], bar: float, material: Material) -> None:
    """Join two rings of points by posts, rims and one diagonal a side."""
    count = len(low)
    for k in range(count):
        follow = (k + 1) % count
        at.tube(low[k], high[k], bar, material, sides=12)
        at.tube(low[k], low[follow], bar, material, sides=12)
        at.tube(high[k], high[follow], bar, material, sides=12)
        at.tube(low[k], high[follow], bar * 0.7, material, sides=10)


def bottle(at: Assembly, radius: float, where: Point, skin: Material, *, squash: float = 1.0) -> None:
    """Add a pressure tank with the band and boss that hold it."""
    at.ball(radius, where, skin, squash=squash)
    at.ring(radius * 1.005, radius * 0.05, where, m.metal())
    x, y, z = where
    at.tube((x, y, z + radius * squash * 0.95), (x, y, z + radius * squash * 1.2), radius * 0.14, m.metal(), sides=14)


def tracker(frame: Assembly, size: float = 0.1) -> None:
    """Add a star tracker: a small box with a black conical baffle that looks along +z."""
    frame.box((size, size, size), (0, 0, 0), m.paint(), bevel=0.006)
    frame.shell([(size * 0.3, size * 0.4), (size * 0.72, size * 1.7)], m.black(), sides=24, thick=0.005)


def horn(frame: Assembly, size: float = 0.12) -> None:
    """Add a small horn antenna on a bracket, open along +z."""
    frame.tube((0, 0, -size), (0, 0, 0), size * 0.25, m.metal(), sides=12)
    frame.shell([(size * 0.3, 0.0), (size * 0.5, size * 0.7), (size, size * 1.5)], m.metal((0.7, 0.6, 0.4), "horn"))


def pipe(at: Assembly, points: Sequence[Point], radius: float, material: Material) -> None:
    """Lead a pipe or a cable through points."""
    for p, q in pairwise(points):
        at.tube(p, q, radius, material, sides=10)
    for p in points[1:-1]:
        at.ball(radius, p, material, rows=8)


def footprints(
    radius: float, size: float, bearings: Sequence[float], deep: float = 0.02
) -> list[tuple[float, float, float, float]]:
    """Press the dents of a lander's pads."""
    spots = (around(radius, b) for b in bearings)
    return [(x, y, size * 1.1, deep) for x, y, _ in spots]


def headlight(frame: Assembly, *, power: float, spread: float, colour: m.Colour = (0.66, 0.82, 1.0)) -> None:
    """Shine a lamp along +z: a spot light with a soft edge, and the bright disc one sees of it."""
    lamp = bpy.data.lights.new("headlight", "SPOT")
    lamp.energy, lamp.spot_size, lamp.spot_blend, lamp.color = power, math.radians(spread), 0.6, colour
    lamp.shadow_soft_size = 0.03
    thing = bpy.data.objects.new("headlight", lamp)
    thing.matrix_world = frame.sub((0, 0, 0.05), x=180).frame
    bpy.context.scene.collection.objects.link(thing)
    glow = m._once("glow", lambda n: n.set(Emission_Color=colour, Emission_Strength=14.0, Base_Color=(0.0, 0.0, 0.0)))
    frame.lathe([(0.045, 0.02), (0.0, 0.03)], glow, sides=20)
