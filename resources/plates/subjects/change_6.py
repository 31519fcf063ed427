"""Chang'e 6: lander with ascender at its samples, and the ascender's departure.

Read: a drill and a mechanical arm, the ascender on the lander (China Daily, 3 May 2024), a camera rover of about 5 kg
that was strapped to the lander's side (Space.com, July 2024, copied at xpresschronicle.com), four legs. No
dimensions of the stack are published there: proportions are estimated from descriptions of published pictures; the
footprint of 4.6 m is a working figure.
"""

from __future__ import annotations

import math

from kit import materials as m
from kit import parts, stage
from kit.assembly import Assembly, octagon
from kit.ground import Ground, Level

DECK, KEEL = 2.12, 0.98
FEET = 2.3


def lander(at: Assembly, ground: Ground) -> None:
    """Build the descent stage: gold octagon, four legs, two wings, drill tower, deck."""
    gold = m.foil()
    at.prism(octagon(2.3, 2.3, 0.55), KEEL, DECK, gold, bevel=0.03)
    at.prism(octagon(2.36, 2.36, 0.56), DECK, DECK + 0.05, m.paint((0.55, 0.54, 0.5), "deck"))
    at.prism(octagon(2.0, 2.0, 0.5), KEEL - 0.12, KEEL, m.foil(m.COPPER, 0.1, 0.02, "keel"))
    parts.bell(at.sub((0, 0, KEEL - 0.08)), 0.09, 0.36, 0.52)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        c, s = math.cos(a), math.sin(a)
        side = (-s, c)
        hip = (1.22 * c, 1.22 * s, DECK - 0.18)
        braces = [(1.2 * c + d * 0.42 * side[0], 1.2 * s + d * 0.42 * side[1], KEEL + 0.08) for d in (-1, 1)]
        parts.leg(
            at,
            hip,
            (FEET * c, FEET * s, 0),
            braces,
            ground.height,
            pad=0.3,
            bar=0.055,
            skin=m.foil(m.GOLD, 0.06, 0.01, "leg"),
        )
        parts.quad(at.sub((1.02 * c, 1.02 * s, DECK + 0.12), z=45), 0.045)
    for side in (-1, 1):
        root = at.sub((0, side * 1.15, DECK - 0.35), z=90 * side)
        parts.wing(root.sub((0.0, 0, 0), x=52 * side), 2, 1.05, 1.45, boom=0.35, grid=(10, 14))
    _details(at)


def _details(at: Assembly) -> None:
    drab = m.paint((0.62, 0.62, 0.6), "unit")
    for x, y, sx, sy, sz in (
        (1.17, 0.25, 0.06, 0.5, 0.34),
        (1.17, -0.38, 0.06, 0.4, 0.5),
        (-1.17, 0.1, 0.06, 0.7, 0.5),
    ):
        at.box((sx, sy, sz), (x, y, 1.62), m.foil(m.SILVER, 0.09, 0.02, "silver") if y < 0 else drab)
    for y in (-0.28, -0.5):
        parts.camera(at.facing((1.2, y, 1.98), (1, 0, -0.5)), 0.09)
    parts.dish(at.facing((-0.85, -0.85, DECK + 0.55), (-0.3, -0.6, 0.75)), 0.24)
    at.tube((-0.85, -0.85, DECK), (-0.85, -0.85, DECK + 0.56), 0.022, m.metal())


def drill(at: Assembly, ground: Ground) -> None:
    """Build the drill's tower on the lander's front, with its string down to the soil."""
    x, y = 1.42, -0.1
    steel, dark = m.metal(), m.metal((0.35, 0.35, 0.36), "dark")
    foot = at.world((x, y, 0))
    soil = ground.height(foot.x, foot.y)
    for dx, dy in ((-0.12, -0.13), (-0.12, 0.13), (0.12, -0.13), (0.12, 0.13)):
        at.tube((x + dx, y + dy, 0.62), (x + dx, y + dy, 3.12), 0.018, steel, sides=12)
    for k in range(9):
        z = 0.66 + 0.3 * k
        for sign in (-1, 1):
            at.tube(
                (x - 0.12, y + sign * 0.13, z),
                (x + 0.12, y + sign * 0.13, z + 0.3 if z < 2.9 else z),
                0.01,
                steel,
                sides=8,
            )
        at.tube((x + 0.12, y - 0.13, z), (x + 0.12, y + 0.13, z + (0.3 if z < 2.9 else 0)), 0.01, steel, sides=8)
    at.box((0.3, 0.32, 0.24), (x, y, 2.62), m.paint(), bevel=0.03)
    at.tube((x, y, soil - 0.1), (x, y, 2.6), 0.03, dark)
    at.box((0.32, 0.34, 0.05), (x, y, 0.62), steel)
    at.lathe([(0.1, 0.0), (0.06, 0.35)], m.metal((0.7, 0.66, 0.58), "pad"), at=(x, y, soil))
    for z in (1.2, 2.0):
        at.tube((1.1, y - 0.2, z), (x - 0.12, y - 0.13, z), 0.025, steel)
        at.tube((1.1, y + 0.2, z), (x - 0.12, y + 0.13, z), 0.025, steel)


def ascender(at: Assembly, *, spread: bool = True) -> None:
    """Build the ascender from its base at the origin: body, four tanks, wings, claw ring and antennas."""
    silver = m.foil(m.SILVER, 0.11, 0.02, "silver")
    at.lathe([(0.62, 0.0), (0.55, 0.12)], m.metal((0.25, 0.25, 0.26), "adapter"), sides=32)
    at.prism(octagon(1.16, 1.16, 0.3), 0.16, 1.16, silver, bevel=0.03)
    at.prism(octagon(1.26, 1.26, 0.3), 0.12, 0.18, m.paint())
    at.prism(octagon(1.26, 1.26, 0.3), 1.14, 1.2, m.paint())
    for k in range(4):
        a = math.radians(45 + 90 * k)
        at.ball(0.35, (0.6 * math.cos(a), 0.6 * math.sin(a), 0.64), m.foil(m.GOLD, 0.1, 0.015, "tank"), squash=1.12)
        parts.quad(at.sub((0.6 * math.cos(a), 0.6 * math.sin(a), 1.26), z=45), 0.035)
    at.lathe([(0.3, 1.2), (0.3, 1.34), (0.25, 1.36), (0.25, 1.22)], m.metal((0.7, 0.68, 0.62), "claw"), sides=40)
    for k in range(3):
        a = math.radians(120 * k + 20)
        at.tube(
            (0.28 * math.cos(a), 0.28 * math.sin(a), 1.2),
            (0.34 * math.cos(a), 0.34 * math.sin(a), 1.5),
            0.024,
            m.metal((0.35, 0.35, 0.36), "dark"),
        )
    at.tube((-0.45, 0.3, 1.2), (-0.45, 0.3, 1.72), 0.012, m.metal())
    at.lathe([(0.05, 1.7), (0.02, 1.86)], m.paint(), at=(-0.45, 0.3, 0))
    parts.camera(at.facing((0.6, 0.2, 1.26), (1, 0, 0.1)), 0.08)
    at.box((0.04, 0.42, 0.4), (0.6, 0, 0.62), m.paint())
    if spread:
        for side in (-1, 1):
            root = at.sub((0, side * 0.6, 0.72), z=90 * side)
            parts.wing(root.sub((0, 0, 0), x=40 * side), 1, 1.05, 0.8, boom=0.3, grid=(9, 7))


def arm(at: Assembly, ground: Ground) -> None:
    """Build the sampling arm from its shoulder down to the scoop in the soil."""
    tip = at.world((2.95, 1.75, 0))
    soil = ground.height(tip.x, tip.y)
    end = at.local((tip.x, tip.y, soil + 0.28))
    parts.chain(
        at, [(1.0, 0.75, DECK + 0.12), (1.75, 1.15, 2.95), tuple(end)], 0.045, m.metal((0.72, 0.71, 0.68), "arm")
    )
    at.tube(end, (end.x, end.y, end.z - 0.2), 0.075, m.paint())
    at.lathe([(0.09, 0.0), (0.075, 0.1)], m.metal(), at=(end.x, end.y, end.z - 0.3), sides=24)
    at.tube((1.0, 0.75, DECK), (1.0, 0.75, DECK + 0.14), 0.09, m.metal())


def mini_rover(at: Assembly) -> None:
    """Build the small camera rover."""
    at.box((0.34, 0.24, 0.14), (0, 0, 0.2), m.foil(m.GOLD, 0.08, 0.01, "mini"), bevel=0.015)
    at.box((0.36, 0.26, 0.02), (0, 0, 0.28), m.cells(6, 4))
    for x in (-0.14, 0.14):
        for y in (-0.17, 0.17):
            parts.wheel(at.sub((x, y, 0.085)), 0.09, 0.06, spokes=6, grousers=14)
    at.tube((0.1, 0, 0.28), (0.1, 0, 0.46), 0.012, m.metal())
    parts.camera(at.facing((0.13, 0, 0.48), (1, 0, 0.12)), 0.075)


def sampling() -> None:
    """Draw the stack at work on the far side: no Earth in this sky."""
    pads = [
        (FEET * math.cos(math.radians(a)), FEET * math.sin(math.radians(a)), 0.33, 0.02) for a in (45, 135, 225, 315)
    ]
    scoops = [(2.95, 1.75, 0.17, 0.05), (3.25, 1.35, 0.16, 0.07), (2.6, 2.15, 0.15, 0.06), (3.3, 2.1, 0.16, 0.05)]
    ground = Ground(
        6, dents=pads + scoops, placed=[(4.3, -0.2, 0.55), (3.6, 4.2, 0.9), (-7.0, 7.0, 2.6), (-2.0, -9.0, 2.0)]
    )
    at = Assembly()
    lander(at, ground)
    drill(at, ground)
    arm(at, ground)
    ascender(at.sub((0, 0, DECK + 0.05)))
    rover = (2.9, -3.0)
    mini_rover(at.sub((*rover, ground.height(*rover)), z=140))
    view = stage.look((10.2, -5.5, 2.2), (0.35, 0.2, 1.5), 44.5)
    stage.sun(-80, 14, 15.0)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.6)


def departure() -> None:
    """Draw the ascender by itself in lunar orbit, its samples aboard, the bell and claw ring in view."""
    at = Assembly().sub((0, 0, 0), z=-46).sub((0, 0, 0), x=-20, y=32)
    ascender(at)
    at.lathe([(0.5, -0.06), (0.56, 0.1)], m.foil(m.COPPER, 0.1, 0.02, "keel"), sides=40)
    parts.bell(at.sub((0, 0, -0.05)), 0.06, 0.24, 0.42)
    stage.look((4.9, -4.7, 1.0), (0.15, 0.2, 0.45), 42)
    stage.moon_below((-520, 640, -560), 520, (80, 20, 200))
    stage.sun(20, 14, 12.0, fill=0.02)


def profile(at: Assembly) -> None:
    """Stand lander and ascender with drill and arm."""
    lander(at, Level())
    drill(at, Level())
    arm(at, Level())
    ascender(at.sub((0, 0, DECK + 0.05)))


def profile_ascender(at: Assembly) -> None:
    """Stand the ascender on its bell."""
    high = at.sub((0, 0, 0.47))
    ascender(high)
    parts.bell(high.sub((0, 0, -0.05)), 0.06, 0.24, 0.42)


PLATES = {"change-6-sampling": (sampling, 12, -0.2), "change-6-ascender": (departure, 10, 0.0)}
PROFILES = {"change-6": (profile, -50.0), "change-6--ascender": (profile_ascender, -90.0)}
