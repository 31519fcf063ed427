"""Lanyue on the Moon with two astronauts.

Read: lander of a lunar module and a propulsion module, 26 t together, two astronauts and a rover of 200 kg (CGTN,
24 February 2024; the atlas's entry lanyue); four legs, the rover mounted on the side, a ladder on one leg (South China
Morning Post, 7 August 2025; here the ladder stands before the hatch). The size is not published there: it is estimated
beside the astronauts (a person in a suit drawn at 1.9 m) from descriptions of published pictures.
"""

from __future__ import annotations

import math

from kit import materials as m
from kit import parts, stage
from kit.assembly import Assembly, octagon
from kit.ground import Ground, Level
from kit.relief import steps
from kit.suit import CARRYING, WAVING, astronaut

KEEL, FLOOR, TOP, FEET = 1.35, 3.05, 5.1, 3.7


def lander(at: Assembly, ground: Ground) -> None:
    """Build the lander: tanks and engines below, the crew's pressurised drum above, wings, ladder."""
    white, dark = m.cloth(), m.metal((0.35, 0.35, 0.36), "dark")
    at.prism(octagon(3.3, 3.3, 0.95), KEEL, FLOOR, m.foil(m.GOLD, 0.2, 0.035, "wide"), bevel=0.04)
    at.prism(octagon(3.45, 3.45, 1.0), FLOOR, FLOOR + 0.08, m.paint((0.7, 0.7, 0.69), "deck"))
    for k in range(4):
        a = math.radians(90 * k)
        at.lathe(
            [(0.0, -0.72), (0.3, -0.66), (0.5, -0.42), (0.52, 0.4), (0.34, 0.64), (0.0, 0.7)],
            m.foil(m.SILVER, 0.16, 0.02, "silver"),
            at=(1.62 * math.cos(a) * 0.9, 1.62 * math.sin(a) * 0.9, 2.2),
        )
    for x, y in ((0.5, 0.5), (-0.5, 0.5), (0.5, -0.5), (-0.5, -0.5)):
        parts.bell(at.sub((x, y, KEEL)), 0.1, 0.34, 0.62)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        c, s = math.cos(a), math.sin(a)
        braces = [(1.65 * c - d * 0.6 * s, 1.65 * s + d * 0.6 * c, KEEL + 0.1) for d in (-1, 1)]
        parts.leg(
            at,
            (1.72 * c, 1.72 * s, FLOOR - 0.15),
            (FEET * c, FEET * s, 0),
            braces,
            ground.height,
            pad=0.48,
            bar=0.085,
            skin=white,
        )
        parts.quad(at.sub((1.52 * c, 1.52 * s, FLOOR + 0.9), z=45), 0.075)
        at.tube((1.3 * c, 1.3 * s, FLOOR + 0.85), (1.5 * c, 1.5 * s, FLOOR + 0.9), 0.05, dark)
    _cabin(at, white)
    _porch(at, ground)
    for side in (-1, 1):
        root = at.sub((-0.4, side * 1.4, FLOOR + 0.9), z=90 * side)
        parts.wing(root.sub((0, 0, 0), x=58 * side), 2, 1.3, 1.7, boom=0.55, grid=(10, 13))


def _cabin(at: Assembly, white: m.bpy.types.Material) -> None:
    at.lathe(
        [(1.32, FLOOR + 0.08), (1.46, FLOOR + 0.3), (1.46, TOP - 0.5), (1.1, TOP - 0.05), (0.62, TOP + 0.1)],
        white,
        sides=64,
        bevel=0.0,
    )
    at.lathe([(0.62, TOP + 0.05), (0.62, TOP + 0.34), (0.5, TOP + 0.4), (0.48, TOP + 0.3)], m.metal(), sides=48)
    for k in range(6):
        a = math.radians(60 * k)
        at.tube(
            (0.58 * math.cos(a), 0.58 * math.sin(a), TOP + 0.34),
            (0.5 * math.cos(a), 0.5 * math.sin(a), TOP + 0.56),
            0.03,
            m.metal((0.35, 0.35, 0.36), "dark"),
        )
    for a, z in ((32, 4.35), (-32, 4.35)):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        pane = at.facing((1.45 * c, 1.45 * s, z), (c, s, 0))
        pane.lathe([(0.26, -0.08), (0.26, 0.03), (0.235, 0.04)], m.metal((0.35, 0.35, 0.36), "dark"), sides=32)
        pane.lathe([(0.235, 0.041), (0.0, 0.047)], m.glass(), sides=32)
    hatch = at.facing((1.43, 0, FLOOR + 0.78), (1, 0, 0))
    hatch.box((1.1, 0.8, 0.1), (0, 0, 0), m.paint((0.55, 0.55, 0.56), "hatch"), bevel=0.08)
    hatch.ring(0.32, 0.025, (0, 0, 0.06), m.metal())
    for y in (-0.9, 0.9):
        at.ball(0.42, (-0.9, y * 1.25, FLOOR + 0.52), m.foil(m.GOLD, 0.1, 0.015, "tank"))
    parts.dish(at.facing((-0.5, 0.9, TOP + 0.35), (0.4, 0.55, 0.62)), 0.42)
    at.tube((-0.5, 0.9, TOP - 0.4), (-0.5, 0.9, TOP + 0.34), 0.04, m.metal())
    at.tube((0.2, -0.9, TOP - 0.3), (0.2, -0.9, TOP + 0.7), 0.02, m.metal())
    parts.camera(at.facing((1.05, 0.55, TOP - 0.02), (1, 0.2, -0.5)), 0.14)


def _porch(at: Assembly, ground: Ground) -> None:
    """Hang the porch before the hatch and the ladder down to the soil."""
    bar = m.metal((0.72, 0.72, 0.72), "rail", 0.3)
    at.box((1.0, 1.15, 0.06), (2.1, 0, FLOOR + 0.1), m.metal((0.4, 0.4, 0.4), "grating"))
    soil = ground.height(3.55, 0)
    for side in (-0.3, 0.3):
        at.tube((2.55, side, FLOOR + 1.05), (2.6, side, FLOOR + 0.1), 0.025, bar)
        at.tube((2.6, side, FLOOR + 0.1), (3.55, side, soil + 0.25), 0.032, bar)
        at.tube((1.5, side * 1.85, FLOOR + 1.0), (2.55, side * 1.85, FLOOR + 1.0), 0.022, bar)
        at.tube((2.55, side * 1.85, FLOOR + 1.0), (2.55, side * 1.85, FLOOR + 0.1), 0.022, bar)
        at.tube((1.7, side * 1.6, FLOOR), (2.5, side * 1.6, FLOOR + 0.08), 0.03, bar)
    for k in range(10):
        t = (k + 0.4) / 10
        z = FLOOR + 0.1 + (soil + 0.25 - FLOOR - 0.1) * t
        at.tube((2.6 + 0.95 * t, -0.3, z), (2.6 + 0.95 * t, 0.3, z), 0.022, bar, sides=12)


def buggy(at: Assembly, ground: Ground) -> None:
    """Build the open two-seat rover."""
    at.box((2.1, 1.1, 0.12), (0, 0, 0.55), m.metal((0.4, 0.4, 0.42), "chassis"), bevel=0.03)
    for x in (-0.8, 0.8):
        for y in (-0.72, 0.72):
            spot = at.world((x, y, 0))
            low = at.local((spot.x, spot.y, ground.height(spot.x, spot.y) + 0.36)).z
            parts.wheel(at.sub((x, y, low)), 0.38, 0.24, spokes=10, grousers=26)
            at.tube((x, y * 0.5, 0.55), (x, y * 0.9, low), 0.04, m.metal())
            at.box((0.72, 0.28, 0.03), (x, y, 0.86), m.foil(m.GOLD, 0.1, 0.01, "fender"))
    for y in (-0.3, 0.3):
        at.box((0.46, 0.42, 0.08), (-0.15, y, 0.82), m.cloth(), bevel=0.02)
        at.sub((-0.4, y, 1.08), y=-12).box((0.07, 0.42, 0.55), (0, 0, 0), m.cloth(), bevel=0.02)
        at.tube((-0.15, y, 0.6), (-0.15, y, 0.8), 0.04, m.metal())
    at.box((0.3, 0.8, 0.3), (0.72, 0, 0.76), m.foil(m.GOLD, 0.1, 0.015, "unit"))
    at.tube((0.9, 0.3, 0.6), (0.9, 0.3, 1.7), 0.025, m.metal())
    parts.dish(at.facing((0.9, 0.3, 1.7), (0.2, 0.45, 0.7)), 0.3)
    at.box((0.4, 0.9, 0.3), (-0.85, 0, 0.77), m.paint())
    parts.camera(at.facing((0.92, -0.3, 1.02), (1, 0, 0)), 0.12)


def crew() -> None:
    """Draw the lander with its crew outside and the rover in the foreground."""
    pads = [
        (FEET * math.cos(math.radians(a)), FEET * math.sin(math.radians(a)), 0.52, 0.03) for a in (45, 135, 225, 315)
    ]
    walked = steps([(4.0, 0.0), (6.2, -1.4), (7.4, -3.2)]) + steps([(4.0, 0.2), (5.3, 1.2)])
    ground = Ground(33, dents=pads + walked, level=11, placed=[(7.0, 4.6, 1.0), (-12, 10, 5.0), (2.0, -8.5, 1.2)])
    at = Assembly()
    lander(at, ground)
    for x, y, facing, pose in ((7.4, -3.4, -68.0, CARRYING), (5.5, 1.4, -36.0, WAVING)):
        astronaut(at.sub((x, y, ground.height(x, y) - 0.015), z=facing), pose)
    car = (4.4, -5.0)
    buggy(at.sub((*car, ground.height(*car)), z=-24), ground)
    view = stage.look((16.4, -7.4, 2.1), (1.2, -0.5, 2.3), 46)
    stage.sun(-66, 13, 14.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=4.6, spread=55)
    stage.earth(view, 14.5, 12.0)


def profile(at: Assembly) -> None:
    """Stand the lander alone."""
    lander(at, Level())


def profile_rover(at: Assembly) -> None:
    """Stand the two-seat rover alone."""
    buggy(at, Level())


PLATES = {"lanyue-crew": (crew, 8, -0.35)}
PROFILES = {"lanyue": (profile, -62.0), "lanyue--rover": (profile_rover, -24.0)}
