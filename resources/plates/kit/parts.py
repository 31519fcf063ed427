"""Parts that many machines share: legs, dishes, panels, wheels, bells, tanks, thrusters, cameras."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from mathutils import Vector

from kit import materials as m
from kit.assembly import Assembly, Material, Point

Height = Callable[[float, float], float]


def leg(
    body: Assembly,
    hip: Point,
    foot: Point,
    braces: Sequence[Point],
    ground: Height,
    *,
    pad: float = 0.28,
    bar: float = 0.06,
    skin: Material | None = None,
) -> None:
    """Add a shock-absorbing leg: a main strut from the hip to the pad, side struts; the pad stands on the ground.

    Only the foot's place in the body's plane counts: the ground decides its height, a little pressed in.
    """
    skin = skin or m.metal()
    flat = body.world(foot)
    down = body.local((flat.x, flat.y, ground(flat.x, flat.y) - 0.012))
    ankle = down + Vector((0, 0, pad * 0.42))
    top = Vector(hip)
    knee = top.lerp(ankle, 0.52)
    body.tube(top, knee, bar * 1.25, skin)
    body.tube(knee, ankle, bar * 0.85, m.metal((0.8, 0.8, 0.8), "polished", 0.22))
    body.tube(knee.lerp(top, 0.03), knee.lerp(ankle, 0.04), bar * 1.5, m.metal((0.35, 0.35, 0.36), "dark"))
    body.ball(bar * 1.35, ankle, m.metal((0.35, 0.35, 0.36), "dark"), rows=12)
    lower = top.lerp(ankle, 0.72)
    for brace in braces:
        body.tube(Vector(brace), lower, bar * 0.72, skin)
        body.ball(bar * 0.95, Vector(brace), m.metal((0.35, 0.35, 0.36), "dark"), rows=10)
    body.ball(bar * 1.1, lower, m.metal((0.35, 0.35, 0.36), "dark"), rows=10)
    rise = pad * 0.38
    body.lathe(
        [
            (0.0, 0.0),
            (pad * 0.62, 0.0),
            (pad * 0.93, rise * 0.35),
            (pad, rise * 0.75),
            (pad * 0.97, rise * 0.82),
            (pad * 0.8, rise * 0.5),
            (pad * 0.3, rise * 0.55),
            (0.0, rise * 1.1),
        ],
        m.metal((0.7, 0.66, 0.58), "pad"),
        at=down,
        sides=40,
    )


def dish(
    frame: Assembly,
    radius: float,
    *,
    depth: float = 0.22,
    skin: Material | None = None,
    ribs: int = 0,
    feed: bool = True,
) -> None:
    """Add a parabolic reflector that looks along +z, its back at the origin; a feed on three struts."""
    skin = skin or m.paint()
    profile = [(radius * k / 14, depth * radius * 2 * (k / 14) ** 2) for k in range(15)]
    frame.shell(profile, skin, thick=0.012)
    rim = depth * radius * 2
    frame.ring(radius, 0.012 + radius * 0.004, (0, 0, rim), m.metal())
    for k in range(ribs):
        a = 2 * math.pi * k / ribs
        line = [(r * math.cos(a), r * math.sin(a), h - 0.012) for r, h in profile]
        for p, q in zip(line[::2], line[2::2], strict=False):
            frame.tube(p, q, 0.006 + radius * 0.004, m.metal((0.3, 0.3, 0.3), "rib"), sides=8)
    if not feed:
        return
    focus = radius / (8 * depth)
    top = Vector((0, 0, focus + rim * 0.1))
    for k in range(3):
        a = 2 * math.pi * k / 3 + 0.5
        frame.tube(
            (radius * 0.9 * math.cos(a), radius * 0.9 * math.sin(a), rim * 0.81),
            top,
            0.004 + radius * 0.006,
            m.black(),
            sides=8,
        )
    frame.lathe(
        [(0.0, -0.02), (radius * 0.1, 0.0), (radius * 0.12, radius * 0.07), (0.0, radius * 0.09)],
        m.paint(),
        at=top,
        sides=28,
    )


def wing(
    frame: Assembly,
    count: int,
    width: float,
    height: float,
    *,
    gap: float = 0.05,
    boom: float = 0.3,
    grid: tuple[int, int] = (9, 12),
    fold: float = 0.0,
) -> None:
    """Add a solar wing that runs out along +x from a boom, cells towards +z; `fold` degrees bend each hinge."""
    bar = m.metal()
    back = m.paint((0.10, 0.10, 0.105), "panel-back", 0.5)
    for side in (-1, 1):
        frame.tube((0, 0, 0), (boom, side * height * 0.3, 0), 0.022, bar, sides=12)
    at = frame.sub((boom, 0, 0))
    for k in range(count):
        at = at.sub((0, 0, 0), y=fold if k else 0.0)
        at.sub((width / 2, 0, 0)).sheet(width, height, m.cells(*grid), back)
        for side in (-0.32, 0.32):
            at.box((gap + 0.06, 0.05, 0.05), (width + gap / 2 if k < count - 1 else 0.0, side * height, -0.01), bar)
        at = at.sub((width + gap, 0, 0))


def bell(frame: Assembly, throat: float, exit_radius: float, length: float) -> None:
    """Add an engine's bell that hangs down (-z) from the origin."""
    steps = [k / 12 for k in range(13)]
    wall = [(throat + (exit_radius - throat) * math.sqrt(t) * (1.15 - 0.15 * t), -length * t) for t in steps]
    frame.shell(list(reversed(wall)), m.nozzle(), thick=0.008)
    frame.ring(exit_radius, 0.012, (0, 0, -length), m.nozzle())
    frame.lathe([(throat * 1.5, -0.02), (throat * 1.9, 0.1), (throat * 1.3, 0.16)], m.metal(), sides=28)


def thruster(frame: Assembly, size: float = 0.05) -> None:
    """Add a small thruster that fires along +z."""
    frame.lathe([(size * 0.35, -size), (size * 0.3, 0.0)], m.metal(), sides=16)
    frame.shell(
        [(size * 0.28, 0.0), (size * 0.62, size * 0.8), (size * 0.8, size * 1.6)], m.nozzle(), sides=20, thick=0.004
    )


def quad(frame: Assembly, size: float = 0.05) -> None:
    """Add a block of four thrusters round the z axis."""
    frame.box((size * 2, size * 2, size * 2.2), (0, 0, 0), m.foil(m.GOLD, 0.07), bevel=0.008)
    for k in range(4):
        thruster(
            frame.facing((0, 0, 0), (math.cos(k * math.pi / 2), math.sin(k * math.pi / 2), 0)).sub((0, 0, size * 1.7)),
            size,
        )


def wheel(frame: Assembly, radius: float, width: float, *, spokes: int = 8, grousers: int = 22) -> None:
    """Add a rigid mesh wheel about the y axis with grousers across its tread."""
    hoop = frame.sub((0, 0, 0), x=90)
    rim = m.metal((0.5, 0.49, 0.47), "rim", 0.4)
    for side in (-1, 1):
        hoop.ring(radius * 0.95, radius * 0.035, (0, 0, side * width / 2), rim)
    hoop.lathe(
        [
            (radius * 0.94, -width / 2),
            (radius * 0.94, width / 2),
            (radius * 0.92, width / 2),
            (radius * 0.92, -width / 2),
            (radius * 0.94, -width / 2),
        ],
        rim,
        sides=44,
    )
    for k in range(grousers):
        a = 2 * math.pi * k / grousers
        hoop.sub((0, 0, 0), z=math.degrees(a)).box(
            (radius * 0.1, radius * 0.03, width), (radius * 0.98, 0, 0), rim, bevel=0.0
        )
    hoop.lathe(
        [(radius * 0.24, -width * 0.45), (radius * 0.24, width * 0.45)], m.metal((0.3, 0.3, 0.31), "hub"), sides=24
    )
    for k in range(spokes):
        a = 2 * math.pi * k / spokes
        for side in (-0.36, 0.36):
            hoop.tube(
                (0, 0, side * width),
                (radius * 0.93 * math.cos(a), radius * 0.93 * math.sin(a), side * width),
                radius * 0.022,
                rim,
                sides=8,
            )


def camera(frame: Assembly, size: float = 0.08) -> None:
    """Add a camera that looks along +z."""
    frame.box((size, size * 0.8, size * 1.1), (0, 0, -size * 0.3), m.paint(), bevel=0.006)
    frame.lathe([(size * 0.36, 0.0), (size * 0.36, size * 0.55), (size * 0.3, size * 0.55)], m.black(), sides=24)
    frame.lathe([(size * 0.28, size * 0.5), (0.0, size * 0.56)], m.glass(), sides=24)


def chain(frame: Assembly, points: Sequence[Point], radius: float, material: Material) -> None:
    """Add an arm through points with a joint at each."""
    for p, q in pairwise(points):
        frame.tube(p, q, radius, material)
    for p in points:
        frame.ball(radius * 1.7, p, m.metal((0.35, 0.35, 0.36), "dark"), rows=14)
