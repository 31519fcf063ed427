"""Chang'e 8: a wall of bricks made from lunar soil goes up beside the lander; the printer that makes them, close up.

As described; its appearance is not published in detail. Read: sunlight gathered by parabolic reflectors, led through a
bundle of light guides and focused to a spot above 1,300 degrees that melts the soil into bricks (Moon Daily, 30 July
2025; WION, 12 April 2025); a bricklaying machine on limbs (Zhou and others, Automation in Construction 104, 2019), a
six-legged robot that lays printed bricks (Gadget Onus, undated); a robot of about 100 kg with two arms that unloads
and sets up instruments (ECNS, 17 March 2025; China Daily as copied at yibaidns.com, 25 December 2024) on four wheels
(efinder.lk after the South China Morning Post); lander, rover and robot together (citylife.capetown, October 2023). No
dimensions are published there: the lander's proportions follow the descent stage of Chang'e 5 to 7, a brick is drawn
half a metre long.
"""

from __future__ import annotations

import math

from kit import bricks, masons, parts, stage
from kit import materials as m
from kit.assembly import Assembly, Vector, octagon
from kit.ground import Level
from kit.parts import Height
from kit.relief import Lane, Site, cable, mountains

DECK, KEEL, FEET = 2.1, 0.95, 2.4


def lander(at: Assembly, ground: Height) -> None:
    """Build the lander: body in silver and gold, unloading crane, upright wings, box for living things, dish."""
    silver, steel = m.foil(m.SILVER, 0.12, 0.02, "silver"), m.metal()
    at.prism(octagon(2.4, 2.4, 0.5), KEEL, DECK, m.foil(), bevel=0.03)
    at.prism(octagon(2.46, 2.46, 0.52), DECK - 0.42, DECK - 0.36, steel)
    at.prism(octagon(2.6, 2.6, 0.56), DECK, DECK + 0.06, m.paint((0.66, 0.66, 0.65), "deck"))
    parts.bell(at.sub((0, 0, KEEL)), 0.09, 0.36, 0.5)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        c, s = math.cos(a), math.sin(a)
        braces = [(1.18 * c - d * 0.42 * s, 1.18 * s + d * 0.42 * c, KEEL + 0.08) for d in (-1, 1)]
        hip, foot = (1.26 * c, 1.26 * s, DECK - 0.15), (FEET * c, FEET * s, 0)
        parts.leg(at, hip, foot, braces, ground, pad=0.3, skin=m.foil(m.GOLD, 0.06, 0.01, "leg"))
        parts.quad(at.sub((1.1 * c, 1.1 * s, DECK + 0.13), z=45), 0.045)
    for side in (-1, 1):
        root = at.sub((-0.3, side * 1.2, DECK + 0.2), z=90 * side)
        parts.wing(root.sub((0, 0, 0), x=82 * side), 3, 0.95, 1.9, boom=0.35, grid=(7, 14))
    at.box((0.9, 0.8, 0.62), (-0.55, 0.1, DECK + 0.37), silver, bevel=0.03)
    at.lathe([(0.24, 0.0), (0.24, 0.4), (0.16, 0.5), (0.0, 0.52)], m.paint(), at=(0.35, -0.75, DECK + 0.06), sides=36)
    at.box((0.4, 0.4, 0.34), (0.55, 0.7, DECK + 0.23), m.cloth(), bevel=0.03)
    at.tube((-0.9, -0.8, DECK), (-0.9, -0.8, DECK + 1.4), 0.03, steel)
    parts.dish(at.facing((-0.9, -0.8, DECK + 1.42), (0.5, 0.6, 0.4)), 0.36)
    for turn in (-1, 1):
        at.tube((-0.2, turn * 0.5, DECK), (-0.2 + turn * 0.3, turn * 1.9, DECK + 1.9), 0.012, steel, end_radius=0.006)
    _crane(at)


def _crane(at: Assembly) -> None:
    """Set the crane that lifts loads down: post, jib, rope and hook."""
    steel = m.metal((0.72, 0.71, 0.68), "arm")
    at.lathe([(0.16, 0.0), (0.16, 0.3), (0.1, 0.34), (0.1, 0.9)], m.paint(), at=(0.6, 0.0, DECK + 0.06), sides=28)
    elbow, tip = (0.6, 0.0, DECK + 0.95), (2.55, -0.25, DECK + 1.55)
    parts.chain(at, [elbow, (1.5, -0.1, DECK + 1.5), tip], 0.055, steel)
    at.tube(tip, (tip[0], tip[1], 1.75), 0.008, m.black(), sides=6)
    at.lathe([(0.05, 0.0), (0.03, 0.12)], m.metal((0.3, 0.3, 0.31), "hub"), at=(tip[0], tip[1], 1.63), sides=16)


LANDER = (-3.4, 14.5)


def _feet() -> list[tuple[float, float]]:
    """Say where the lander's feet stand."""
    angles = (math.radians(45 + 90 * k - 64) for k in range(4))
    return [(LANDER[0] + FEET * math.cos(a), LANDER[1] + FEET * math.sin(a)) for a in angles]


def printing() -> None:
    """Draw printer, mason and two-armed robot at a round wall of bricks, the lander behind, the Earth low."""
    sunward = Vector((math.cos(math.radians(-30)), math.sin(math.radians(-30)), math.tan(math.radians(9))))
    feet = [(x, y, 0.33, 0.02) for x, y in _feet()]
    ground = Site(
        88,
        level=20,
        hills=9,
        craters=520,
        reach=90,
        dents=[*feet, (-4.6, 1.6, 1.0, 0.16), (-6.4, 0.6, 0.8, 0.12)],
        lanes=[Lane([(-7.5, 2.0), (-5.6, -3.6), (-3.4, -5.4), (-0.6, -4.55)], 0.9, 0.16, 0.1, 0.022)],
        placed=[(-8.5, 6.0, 1.8), (6.5, -4.0, 0.8), (9, 9, 2.2), (-2.8, -4.8, 0.5)],
        abyss=(90, 330, 240, 110, 3.0),
    )

    def put(x: float, y: float, turn: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    bricks.wall(Assembly().sub((1.7, 2.3, ground.height(1.7, 2.3) - 0.06)), 2.5, 7, start=70, sweep=252)
    masons.mason(put(4.15, -0.55, 112), ground.height)
    masons.porter(put(-0.1, -4.4, 18), ground.height)
    masons.printer(put(-2.9, -0.5, -40), ground.height, sunward)
    bricks.stack(put(2.45, -4.4, 22), 3, 2, 2)
    lander(put(*LANDER, -64), ground.height)
    cable(ground, [(-3.6, 0.4), (-3.9, 6.0), (-3.3, 13.2)], 0.03, ends=(0.4, 0.9))
    view = stage.look((0.7, -10.3, 1.95), (0.6, 2.0, 1.85), 55)
    stage.sun(-30, 9, 15.0, fill=0.035)
    ground.build(view.eye, view.aim, view.fov)
    mountains(view.eye, view.aim, view.fov, seed=31, high=460)
    ground.rocks(view.eye, Vector((0, 0, 0)), clear=4.8, count=460, spread=26, largest=0.6)
    stage.earth(view, 16.0, 10.0)


def close_up() -> None:
    """Draw the printer from near: gathered sunlight melts a brick in the bed, finished ones lie in front."""
    sunward = Vector((math.cos(math.radians(262)), math.sin(math.radians(262)), math.tan(math.radians(11))))
    ground = Site(89, level=12, placed=[(3.6, 3.4, 0.5), (-5, 5, 1.6)], hills=18)

    def put(x: float, y: float, turn: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    masons.printer(put(0, 0), ground.height, sunward)
    for x, y, turn in ((-2.3, -1.7, 24), (-3.0, -1.2, 75), (-2.75, -2.3, -12)):
        masons.brick(put(x, y, turn))
    bricks.stack(put(0.55, 2.5, 6), 3, 2, 2)
    lander(put(-12.5, 17.0, -30), ground.height)
    view = stage.look((3.75, -2.5, 1.5), (-0.05, 0.3, 1.62), 63)
    stage.sun(262, 11, 14.0, fill=0.04)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=1.9, count=420, spread=16, largest=0.4)


def _alone(at: Assembly) -> None:
    """Build the printer by itself, its mirror turned to the viewer's left."""
    masons.printer(at, Level().height, Vector((-0.9, -0.35, 0.25)), hot=False)


def _lander(at: Assembly) -> None:
    """Stand the lander alone."""
    lander(at, Level().height)


PLATES = {"change-8-printing": (printing, 8, 0.0), "change-8-printer": (close_up, 12, 0.0)}
PROFILES = {
    "change-8": (_lander, 20.0),
    "change-8-isru-printer": (_alone, 0.0),
}
