"""Chang'e 7 at the south pole: lander, rover and the hopper on its way.

Read: orbiter, lander, rover and a hopping probe with six legs, tanks and thrusters that flies and walks
(anewz.tv, 2025; the atlas's own entries change-7 and change-7-hopper). No dimensions are published there: the
lander's proportions follow the descent stage of Chang'e 5 and 6, the rover's those told of Yutu (six wheels, two wings,
mast); the hopper is that of change_7_hopper.
"""

from __future__ import annotations

import math

from kit import materials as m
from kit import parts, stage
from kit.assembly import Assembly, octagon
from kit.ground import Ground, Level

from subjects.change_7_hopper import hopper

DECK, KEEL, FEET = 2.0, 0.95, 2.35


def lander(at: Assembly, ground: Ground) -> None:
    """Build the lander: gold body, white radiators, upright wings for a Sun on the horizon, mast, ramp."""
    at.prism(octagon(2.3, 2.3, 0.5), KEEL, DECK, m.foil(), bevel=0.03)
    at.prism(octagon(2.4, 2.4, 0.52), DECK, DECK + 0.05, m.paint((0.66, 0.66, 0.65), "deck"))
    parts.bell(at.sub((0, 0, KEEL)), 0.09, 0.36, 0.5)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        c, s = math.cos(a), math.sin(a)
        braces = [(1.15 * c - d * 0.42 * s, 1.15 * s + d * 0.42 * c, KEEL + 0.08) for d in (-1, 1)]
        parts.leg(
            at,
            (1.22 * c, 1.22 * s, DECK - 0.15),
            (FEET * c, FEET * s, 0),
            braces,
            ground.height,
            pad=0.3,
            skin=m.cloth((0.74, 0.73, 0.7), "leg"),
        )
    _top(at)
    _ramp(at, ground)


def _top(at: Assembly) -> None:
    silver = m.foil(m.SILVER, 0.1, 0.02, "silver")
    at.prism(octagon(1.1, 1.5, 0.2), DECK + 0.05, DECK + 0.5, silver)
    at.box((0.9, 1.3, 0.04), (0, 0, DECK + 0.52), m.paint())
    for side in (-1, 1):
        root = at.sub((-0.15, side * 1.15, DECK + 0.25), z=90 * side)
        parts.wing(root.sub((0, 0, 0), x=80 * side), 2, 1.2, 1.6, boom=0.4, grid=(9, 12))
    at.tube((-0.7, 0.5, DECK), (-0.7, 0.5, 4.1), 0.035, m.metal())
    at.box((0.3, 0.36, 0.16), (-0.7, 0.5, 4.15), m.paint())
    for y in (-0.1, 0.1):
        parts.camera(at.facing((-0.56, 0.5 + y, 4.27), (1, 0, -0.1)), 0.1)
    at.tube((0.3, -0.55, DECK), (0.3, -0.55, 2.95), 0.03, m.metal())
    parts.dish(at.facing((0.3, -0.55, 2.98), (0.75, 0.2, 0.45)), 0.34)
    at.lathe([(0.13, 2.54), (0.13, 2.75), (0.11, 2.78)], m.black(), at=(0.2, 0.4, 0), sides=32)
    for k, (y, size) in enumerate(((0.45, 0.36), (0.0, 0.42), (-0.45, 0.34))):
        at.box((0.08, size, size), (1.18, y, 1.5 + 0.08 * (k % 2)), m.cloth() if k != 1 else silver)
    parts.chain(
        at, [(0.95, 0.85, DECK + 0.1), (1.6, 1.15, 2.45), (2.2, 1.35, 1.7)], 0.03, m.metal((0.72, 0.71, 0.68), "arm")
    )
    at.box((0.16, 0.16, 0.24), (2.22, 1.36, 1.58), m.paint())


def _ramp(at: Assembly, ground: Ground) -> None:
    """Lean two rails from the deck to the ground, the way the rover came down."""
    end = at.world((3.55, 0, 0))
    for side in (-0.42, 0.42):
        foot = (3.55, side, ground.height(end.x, end.y + side) + 0.03)
        at.tube((1.2, side, 1.05), foot, 0.035, m.metal())
        at.tube((1.2, side + 0.12, 1.05), (foot[0], foot[1] + 0.12, foot[2]), 0.035, m.metal())


def rover(at: Assembly, ground: Ground) -> None:
    """Build the rover: gold box on six wheels, two wings, a mast with two eyes and a dish."""
    at.box((1.35, 0.95, 0.42), (0, 0, 0.72), m.foil(m.GOLD, 0.11, 0.018, "rover"), bevel=0.03)
    at.sub((0, 0, 0.95)).sheet(1.38, 0.98, m.cells(10, 8), m.metal(), thick=0.03)
    for side in (-1, 1):
        parts.wing(
            at.sub((0, side * 0.5, 0.97), z=90 * side).sub((0, 0, 0), y=-28), 1, 0.78, 1.2, boom=0.05, grid=(6, 9)
        )
        joint = (0.12, side * 0.58, 0.5)
        for x in (-0.58, 0.0, 0.58):
            spot = at.world((x, side * 0.66, 0))
            low = at.local((spot.x, spot.y, ground.height(spot.x, spot.y) + 0.135)).z
            parts.wheel(at.sub((x, side * 0.66, low)), 0.15, 0.15)
            at.tube((x, side * 0.6, low), (x * 0.8, side * 0.58, low + 0.2), 0.022, m.metal())
            at.tube((x * 0.8, side * 0.58, low + 0.2), joint, 0.022, m.metal())
    at.tube((0.5, 0.1, 0.95), (0.5, 0.1, 1.65), 0.035, m.metal())
    at.box((0.14, 0.42, 0.14), (0.5, 0.1, 1.68), m.paint())
    for y in (-0.12, 0.12):
        parts.camera(at.facing((0.6, 0.1 + y, 1.68), (1, 0, -0.1)), 0.1)
    parts.dish(at.facing((0.46, 0.1, 1.88), (0.3, 0.5, 0.6)), 0.17)
    at.tube((0.5, 0.1, 1.7), (0.48, 0.1, 1.88), 0.02, m.metal())
    parts.chain(
        at, [(0.66, -0.3, 0.7), (0.95, -0.32, 0.78), (1.1, -0.3, 0.42)], 0.018, m.metal((0.72, 0.71, 0.68), "arm")
    )


def _tracks(start: tuple[float, float], heading: float, length: float) -> list[tuple[float, float, float, float]]:
    """Press two rows of dents behind the rover."""
    a = math.radians(heading)
    rows = []
    for k in range(int(length / 0.13)):
        for side in (-0.66, 0.66):
            x = start[0] - math.cos(a) * 0.13 * k - math.sin(a) * side
            y = start[1] - math.sin(a) * 0.13 * k + math.cos(a) * side
            rows.append((x, y, 0.085, 0.02))
    return rows


def arrival() -> None:
    """Draw the lander on a sunlit rise, the rover driving off, the hopper leaving for the shadow."""
    pads = [
        (FEET * math.cos(math.radians(a)), FEET * math.sin(math.radians(a)), 0.33, 0.02) for a in (45, 135, 225, 315)
    ]
    spot, heading = (4.5, -3.0), -30.0
    ground = Ground(
        71, dents=pads + _tracks(spot, heading, 2.0), placed=[(4.6, 3.6, 1.0), (-6, -9, 3.0), (-12, 10, 6.0)], hills=44
    )
    at = Assembly()
    lander(at, ground)
    rover(at.sub((*spot, ground.height(*spot)), z=heading), ground)
    hop = (2.7, 3.9)
    hopper(at.sub((*hop, ground.height(*hop) + 3.5), z=24, x=12))
    view = stage.look((12.4, -4.2, 3.0), (1.2, 0.2, 1.62), 48)
    stage.sun(-84, 8, 16.0)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.4, spread=50)
    stage.earth(view, 9.0, 11.0)


def profile(at: Assembly) -> None:
    """Stand the lander alone, its ramp down."""
    lander(at, Level())


def profile_rover(at: Assembly) -> None:
    """Stand the rover alone."""
    rover(at, Level())


PLATES = {"change-7-arrival": (arrival, 6, 0.15)}
PROFILES = {"change-7": (profile, -62.0), "change-7--rover": (profile_rover, -24.0)}
