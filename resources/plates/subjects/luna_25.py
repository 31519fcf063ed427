"""Luna-25 on the ground north of Boguslawsky.

Read: four-legged base with engines and propellant tanks, above it a compartment with solar panels and instruments
(NSSDC, LUNA-25); a robotic arm of 1.6 m, scoop and sample tube (Roscosmos as told by Mint, 2023; svethardware.cz,
2023). The body is not dimensioned there: proportions are estimated from descriptions of published
pictures, beside the arm's 1.6 m.
"""

from __future__ import annotations

import math

from kit import materials as m
from kit import parts, stage
from kit.assembly import Assembly
from kit.ground import Ground

FEET = 1.72
BASE, TOP = 0.86, 1.16


def lander(at: Assembly, ground: Ground) -> None:
    """Build the lander: tanks in an open ring frame below, the tall thin instrument tower with panels above."""
    bar = m.metal((0.68, 0.68, 0.69), "tube", 0.3)
    dark = m.metal((0.35, 0.35, 0.36), "dark")
    for z, r in ((BASE - 0.28, 0.86), (BASE + 0.28, 0.92)):
        at.ring(r, 0.035, (0, 0, z), bar)
    for k in range(4):
        a = math.radians(90 * k)
        at.ball(0.43, (0.62 * math.cos(a), 0.62 * math.sin(a), BASE), m.foil(m.SILVER, 0.13, 0.02, "silver"))
        b = math.radians(45 + 90 * k)
        at.ball(0.2, (0.66 * math.cos(b), 0.66 * math.sin(b), BASE + 0.1), m.metal((0.5, 0.48, 0.45), "bottle", 0.28))
        for d in (-0.3, 0.3):
            at.tube(
                (0.86 * math.cos(b + d), 0.86 * math.sin(b + d), BASE - 0.28),
                (0.92 * math.cos(b - d), 0.92 * math.sin(b - d), BASE + 0.28),
                0.022,
                bar,
                sides=12,
            )
    at.lathe(
        [(0.5, BASE - 0.42), (0.62, BASE - 0.3), (0.62, BASE - 0.24)], m.foil(m.COPPER, 0.1, 0.02, "keel"), sides=32
    )
    parts.bell(at.sub((0, 0, BASE - 0.36)), 0.06, 0.2, 0.3)
    for k in range(2):
        parts.bell(at.sub((0.34 * (1 - 2 * k), 0.0, BASE - 0.36)), 0.03, 0.09, 0.16)
    at.lathe([(0.98, TOP), (0.98, TOP + 0.06)], m.paint((0.66, 0.66, 0.65), "deck"), sides=64, bevel=0.01)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        c, s = math.cos(a), math.sin(a)
        parts.leg(
            at,
            (0.93 * c, 0.93 * s, TOP - 0.02),
            (FEET * c, FEET * s, 0),
            [(0.86 * math.cos(a + d), 0.86 * math.sin(a + d), BASE - 0.28) for d in (-0.38, 0.38)],
            ground.height,
            pad=0.22,
            bar=0.042,
            skin=bar,
        )
        parts.quad(at.sub((0.9 * math.cos(a + 0.5), 0.9 * math.sin(a + 0.5), TOP + 0.11)), 0.036)
        at.tube((0.6 * c, 0.6 * s, TOP + 0.06), (0.42 * c, 0.42 * s, TOP + 0.34), 0.02, dark)
    _tower(at)


def _tower(at: Assembly) -> None:
    """Build the tower: a box in white cloth, panels on its faces, RTG, antennas and cameras."""
    low, high = TOP + 0.3, 2.62
    at.box((0.8, 0.8, high - low), (0, 0, (low + high) / 2), m.cloth(), bevel=0.03)
    at.box((0.9, 0.9, 0.05), (0, 0, low), m.metal())
    at.box((0.92, 0.92, 0.05), (0, 0, high), m.paint((0.7, 0.7, 0.7), "roof"))
    for k, reach in ((0, 0.0), (1, 0.1), (3, 0.1)):
        face = at.sub((0, 0, 0), z=90 * k)
        face.facing((0.47 + reach * 0.4, 0.0, (low + high) / 2 + 0.1), (1, 0, 0.12)).sub((0, 0, 0), z=90).sheet(
            0.92, 0.98, m.cells(8, 9), m.paint((0.1, 0.1, 0.105), "panel-back", 0.5)
        )
    rtg = at.facing((-0.44, 0.1, 1.75), (-1, 0, 0.1))
    rtg.lathe([(0.09, 0.0), (0.09, 0.42), (0.06, 0.46)], m.black(), sides=24)
    for k in range(8):
        rtg.sub((0, 0, 0), z=45 * k).box((0.09, 0.008, 0.38), (0.12, 0, 0.22), m.black(), bevel=0.0)
    at.tube((0, 0, high), (0, 0, high + 0.42), 0.03, m.metal())
    parts.dish(at.facing((0.0, 0.0, high + 0.44), (0.62, 0.5, 0.5)), 0.23)
    for x, y in ((0.36, -0.36), (-0.36, -0.36), (0.36, 0.36)):
        at.lathe([(0.05, high), (0.03, high + 0.2), (0.055, high + 0.24)], m.paint(), at=(x, y, 0), sides=20)
    for y in (-0.16, 0.16):
        parts.camera(at.facing((0.46, y, high + 0.12), (1, 0, -0.35)), 0.11)
    at.box((0.3, 0.34, 0.3), (0.62, -0.52, TOP + 0.22), m.foil(m.GOLD, 0.08, 0.012, "unit"))
    at.box((0.26, 0.4, 0.24), (0.62, 0.5, TOP + 0.18), m.paint())
    at.box((0.34, 0.26, 0.42), (-0.3, 0.7, TOP + 0.28), m.foil(m.GOLD, 0.08, 0.012, "unit"))


def arm(at: Assembly, ground: Ground) -> None:
    """Build the arm of 1.6 m with its scoop at a small trench."""
    tip = (1.95, -0.32)
    soil = ground.height(*tip)
    joints = [(0.92, -0.28, TOP + 0.16), (1.42, -0.31, 1.72), (*tip, soil + 0.2)]
    parts.chain(at, joints, 0.026, m.metal((0.72, 0.71, 0.68), "arm"))
    scoop = at.facing((*tip, soil + 0.16), (0.35, 0, -1))
    scoop.box((0.11, 0.13, 0.16), (0, 0, 0.05), m.metal(), bevel=0.01, top=0.6)


def field() -> None:
    """Draw it at work under a low Sun, the Earth over the northern horizon."""
    pads = [
        (FEET * math.cos(math.radians(a)), FEET * math.sin(math.radians(a)), 0.24, 0.02) for a in (45, 135, 225, 315)
    ]
    ground = Ground(
        25,
        dents=[*pads, (1.98, -0.3, 0.12, 0.05), (2.1, -0.1, 0.1, 0.04)],
        level=7,
        placed=[(4.0, 1.9, 0.7), (-5.5, -3.4, 1.6), (2.6, -2.4, 0.4), (-9, 9, 4.0)],
    )
    at = Assembly()
    lander(at, ground)
    arm(at, ground)
    view = stage.look((7.5, -4.1, 1.55), (0.25, 0.1, 1.3), 41, shift=0.025)
    stage.sun(-100, 12, 15.0)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=2.4, count=520, spread=40)
    stage.earth(view, 13.0, 11.0)


PLATES = {"luna-25-boguslawsky": (field, 12, -0.2)}
