"""Luna-30 as described: a lander and the two rovers that it brings.

Read: the station Luna-30 with two medium rovers, planned for 2036 (RIA Novosti, 27 January 2026; news.29ru.net on the
same talk of Vasily Marfin, NPO Lavochkin); a heavy rover a few months earlier (TASS, 2 October 2025). No appearance and
no size have been published: the lander is drawn as a flat pallet on the platform of its relatives, with a ramp to
either side, the rovers at 1.7 m with six wheels and an upright panel for a Sun on the horizon.
"""

from __future__ import annotations

import math

from kit import arrays, fittings, parts, relief, rovers, stage
from kit import materials as m
from kit.assembly import Assembly, octagon
from kit.ground import Level
from kit.luna import Platform, platform, round_at
from kit.parts import Height

SIZE = Platform(frame=1.7, low=0.72, deck=1.5, feet=2.9, tank=0.4, tall=0.1, pad=0.38, bar=0.06, bells=8)
RAMP, REACH, GAUGE = 1.62, 4.6, 1.16
"""Where a ramp begins and where it meets the ground, and the distance between a rover's wheels."""


def lander(at: Assembly, ground: Height) -> None:
    """Build the lander: wide platform, ramps fore (+x) and aft, between the rovers a spine with dish and panels."""
    platform(
        at, SIZE, ground, fittings.mylar(m.GOLD, 0.2, 0.024, "pallet"), dark=m.metal((0.3, 0.3, 0.31), "keel", 0.4)
    )
    for side in (-1, 1):
        _ramp(at, ground, side)
        wall = at.facing((0, side * 1.56, SIZE.deck + 0.42), (0, side, 0.2))
        fittings.panel(wall, 1.3, 0.76, (14, 8))
        for x in (-0.45, 0.45):
            wall.tube((x, -0.3, -0.03), (x, -0.4, -0.36), 0.016, m.metal(), sides=10)
    silver = fittings.mylar(m.SILVER, 0.14, 0.02, "pallet-silver")
    at.box((0.44, 1.5, 0.6), (0, 0, SIZE.deck + 0.3), silver, bevel=0.04)
    at.box((0.5, 1.56, 0.04), (0, 0, SIZE.deck + 0.62), m.paint((0.7, 0.7, 0.69), "deck"), bevel=0.01)
    for x in (-1, 1):
        fittings.radiator(at.facing((x * 0.235, 0, SIZE.deck + 0.32), (x, 0, 0)), 1.3, 0.46, columns=8, rows=3)
    for y in (-0.62, 0.62):
        at.tube((0, y, SIZE.deck + 0.6), (0, y, 3.0), 0.035, m.metal())
    fittings.optics(at.facing((0.06, 0.62, 3.06), (1, 0, -0.3)), 0.16, lenses=2)
    parts.dish(at.facing((0.02, -0.62, 3.04), (0.3, -0.6, 0.5)), 0.4, skin=m.paint(), ribs=10)
    fittings.source(at.facing((0, 0.3, SIZE.deck + 0.66), (0, 0, 1)), 0.4, 0.1)


def _ramp(at: Assembly, ground: Height, side: int) -> None:
    """Lean two channels with cleats from the deck to the ground."""
    end = at.world((side * REACH, 0, 0))
    foot = at.local((end.x, end.y, ground(end.x, end.y) + 0.04)).z
    alloy = m.metal((0.6, 0.6, 0.6), "ramp", 0.4)
    slope = math.degrees(math.atan2(SIZE.deck - foot, REACH - RAMP))
    length = math.hypot(SIZE.deck - foot, REACH - RAMP)
    for y in (-GAUGE / 2, GAUGE / 2):
        way = at.sub((side * RAMP, y, SIZE.deck), z=0 if side > 0 else 180).sub((0, 0, 0), y=slope)
        way.box((length, 0.3, 0.03), (length / 2, 0, 0), alloy, bevel=0.006)
        for edge in (-0.15, 0.15):
            way.box((length, 0.02, 0.09), (length / 2, edge, 0.03), alloy, bevel=0.004)
        for k in range(int(length / 0.16)):
            way.box((0.02, 0.27, 0.014), (0.08 + 0.16 * k, 0, 0.02), m.metal(fittings.DARK, "dark"), bevel=0.0)
        at.tube(
            (side * RAMP * 0.9, y, SIZE.low), (side * (RAMP + 0.9), y, SIZE.deck - 0.62), 0.022, m.metal(), sides=12
        )


def rover(at: Assembly, ground: Height) -> None:
    """Build a rover, its head to +x: low hull, upright panel, mast, arm."""
    rovers.on_wheels(at, (-0.64, 0.0, 0.64), GAUGE, 0.24, 0.22, 0.5, ground)
    gold = fittings.mylar(m.GOLD, 0.12, 0.02, "pallet-rover")
    at.prism(octagon(1.36, 0.8, 0.12), 0.46, 0.82, gold, bevel=0.03)
    at.prism(octagon(1.44, 0.88, 0.14), 0.82, 0.86, m.paint((0.8, 0.81, 0.82), "roof", 0.3), bevel=0.01)
    at.tube((-0.3, 0, 0.86), (-0.3, 0, 1.06), 0.05, m.metal())
    wall = at.facing((-0.3, -0.04, 1.56), (-0.5, -1, 0.12))
    wall.sheet(1.2, 0.98, arrays.cells(12, 10, "pallet"), m.paint((0.62, 0.61, 0.58), "honeycomb"), thick=0.03)
    at.tube((0.46, 0.2, 0.86), (0.46, 0.2, 1.62), 0.026, m.metal())
    at.box((0.14, 0.4, 0.12), (0.46, 0.2, 1.68), m.paint((0.78, 0.78, 0.76), "head"), bevel=0.02)
    for y in (0.06, 0.34):
        fittings.optics(at.facing((0.54, y, 1.68), (1, 0, -0.12)), 0.1)
    for y in (-0.26, 0.26):
        fittings.optics(at.facing((0.72, y, 0.6), (1, 0, -0.4)), 0.08, lenses=2)
    at.box((0.16, 0.26, 0.18), (0.74, 0.0, 0.66), m.paint((0.76, 0.76, 0.74), "unit"), bevel=0.02)
    joints = [(0.68, -0.32, 0.84), (1.02, -0.42, 1.2), (1.3, -0.36, 0.66)]
    parts.chain(at, joints, 0.022, m.metal((0.72, 0.71, 0.68), "arm"))
    at.box((0.12, 0.12, 0.14), (1.31, -0.36, 0.58), m.metal(), bevel=0.015)
    at.tube((-0.62, 0.3, 0.86), (-0.66, 0.34, 1.6), 0.008, m.metal(), sides=8)


def craft(at: Assembly) -> None:
    """Stand the lander on level ground, one rover still on its deck."""
    lander(at, Level().height)
    rover(at.sub((-0.95, 0, SIZE.deck), z=180), lambda _x, _y: SIZE.deck)


def vehicle(at: Assembly) -> None:
    """Stand a rover on level ground."""
    rover(at, Level().height)


def rollout() -> None:
    """Draw one rover on its way, the other on its ramp."""
    turn, spot, heading = 24.0, (4.3, -3.3), -8.0
    pads = [(*round_at(SIZE.feet, a + turn), SIZE.pad * 1.1, 0.025) for a in (45, 135, 225, 315)]
    ends = [(0.2, -2.9), (2.4, -3.0), spot]
    ground = relief.Site(
        30,
        dents=pads,
        level=10,
        hills=24,
        lanes=[relief.Lane(ends, gauge=GAUGE, width=0.22, pitch=0.09, deep=0.022)],
        placed=[(8.5, 4.2, 1.1), (-8, 8, 3.6), (1.6, -5.4, 0.6), (16, 22, 9.0)],
    )
    at = Assembly().sub((0, 0, 0), z=turn)
    lander(at, ground.height)
    rover(Assembly().sub((*spot, ground.height(*spot)), z=heading), ground.height)
    slope = -math.degrees(math.atan2(SIZE.deck, REACH - RAMP))
    rider = at.sub((-(RAMP + 1.15), 0, SIZE.deck - 0.56), z=180).sub((0, 0, 0), y=-slope)
    rover(rider, _Slope(rider).height)
    view = stage.look((8.8, -9.6, 2.6), (0.7, -0.4, 1.36), 45)
    stage.sun(-140, 10, 17.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=5.2, count=520, spread=46)
    stage.earth(view, 15.5, 12.2)


class _Slope:
    """The ramp's own plane, on which the second rover stands."""

    def __init__(self, frame: Assembly) -> None:
        self.frame = frame

    def height(self, x: float, y: float) -> float:
        """Say how high the ramp is at a place of the scene."""
        up = self.frame.frame.to_3x3().col[2]
        start = self.frame.world((0, 0, 0))
        return float(start.z - (up.x * (x - start.x) + up.y * (y - start.y)) / up.z)


PLATES = {"luna-30-rollout": (rollout, 8, -0.1)}
PROFILES = {"luna-30": (craft, 0.0), "luna-30--rover": (vehicle, 0.0)}
