"""Chang'e 4 in Von Kármán: the lander with its long antennas, Yutu-2 on its way.

Read: a lander of the build of Chang'e 3, its reserve, with a terrain camera, a low-frequency radio spectrometer and a
German dosimeter; rover with panoramic camera, radar, infrared spectrometer and Swedish analyser (eoPortal, Chang'e-4;
yuqiqian.com, CNSA's missions); a ramp for the rover; Yutu-2 of 140 kg, 1.5 x 1.0 x 1.0 m on six wheels (w.owiki.org);
four steered corner wheels with a meshed surface (Leonard David, 2022); Yutu about 1.5 m tall with its mast
(worldspaceclub.com). The lander is not dimensioned there: its body, legs, wings and the three antennas are estimated
beside the rover that rode on its deck, from descriptions of published pictures.
"""

from __future__ import annotations

import math

from kit import blankets, parts, stage, yutu
from kit import materials as m
from kit.assembly import Assembly, octagon
from kit.ground import Ground, Level

DECK, KEEL, FEET, PAD = 1.9, 0.98, 2.25, 0.3
RAMP_END = 3.75


def base(at: Assembly, ground: yutu.Soil, *, ramp: bool = True) -> None:
    """Build the lander that Chang'e 3 and 4 share: body, legs, wings, ramp, camera mast."""
    gold = blankets.mli(size=0.42)
    at.prism(octagon(2.3, 2.1, 0.5), KEEL, DECK, gold, bevel=0.035)
    at.prism(octagon(1.7, 1.5, 0.4), KEEL - 0.2, KEEL, blankets.mli(m.COPPER, "keel", 0.3), top=1.25, bevel=0.02)
    at.prism(octagon(2.42, 2.22, 0.52), DECK, DECK + 0.045, m.paint((0.66, 0.66, 0.65), "deck"), bevel=0.01)
    parts.bell(at.sub((0, 0, KEEL - 0.16)), 0.1, 0.4, 0.5)
    _legs(at, ground)
    _faces(at)
    _deck(at)
    for side in (-1, 1):
        hinge = at.sub((-0.05, side * 1.12, DECK + 0.02), z=90.0 * side).sub(y=-18 if side > 0 else 14)
        yutu.cut_panel(hinge.sub((0.82, 0, 0)), 1.5, 1.75, 0.34, (10, 12))
        for y in (-0.55, 0.0, 0.55):
            hinge.tube((-0.04, y, -0.02), (0.14, y, -0.02), 0.028, m.metal(), sides=12)
            hinge.tube((0.1, y, -0.035), (1.45, y, -0.035), 0.014, m.metal(), sides=8)
    if ramp:
        _ramp(at, ground)


def _legs(at: Assembly, ground: yutu.Soil) -> None:
    wrap = blankets.mli(m.GOLD, "leg", 0.14)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        c, s = math.cos(a), math.sin(a)
        braces = [(1.12 * c - d * 0.42 * s, 1.05 * s + d * 0.42 * c, KEEL + 0.06) for d in (-1, 1)]
        hip = (1.16 * c, 1.08 * s, DECK - 0.1)
        parts.leg(at, hip, (FEET * c, FEET * s, 0), braces, ground.height, pad=PAD, bar=0.06, skin=wrap)
        at.facing(hip, (c, s, 0)).box((0.26, 0.3, 0.14), (0, 0, -0.03), m.metal((0.35, 0.35, 0.36), "dark"))
        for d in (-1, 1):
            jet = at.facing((0.98 * c - d * 0.3 * s, 0.9 * s + d * 0.3 * c, KEEL - 0.04), (c * 0.25, s * 0.25, -1))
            jet.box((0.09, 0.09, 0.07), (0, 0, -0.03), m.metal((0.3, 0.3, 0.31), "hub"))
            for y in (-0.05, 0.05):
                parts.thruster(jet.sub((0, y, 0.03)), 0.04)


def _faces(at: Assembly) -> None:
    """Put radiators, boxes and cameras on the sides."""
    grey, white = m.paint((0.62, 0.62, 0.6), "unit"), m.paint((0.82, 0.82, 0.8), "radiator", 0.28)
    for side in (-1, 1):
        at.box((0.96, 0.03, 0.5), (0.0, side * 1.06, 1.42), white, bevel=0.008)
        for k in range(4):
            at.box((0.012, 0.012, 0.5), (-0.36 + 0.24 * k, side * 1.08, 1.42), grey, bevel=0.0)
    at.box((0.1, 0.5, 0.3), (-1.18, 0.2, 1.5), grey)
    at.box((0.08, 0.3, 0.42), (-1.17, -0.35, 1.4), blankets.mli(m.SILVER, "silver", 0.2))
    for y, z, deep, wide, high in (
        (0.34, 1.62, 0.12, 0.3, 0.22),
        (-0.36, 1.3, 0.08, 0.26, 0.34),
        (0.3, 1.2, 0.06, 0.3, 0.2),
    ):
        at.box((deep, wide, high), (1.15 + deep / 2, y, z), grey if z > 1.25 else m.black(), bevel=0.012)
    for y in (-0.12, 0.08):
        parts.camera(at.facing((1.19, y, 1.72), (1, 0, -0.7)), 0.08)
    for a in (45, 135, 225, 315):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        at.sub((1.14 * c, 1.04 * s, 1.3), z=a).box((0.03, 0.2, 0.2), (0, 0, 0), grey, bevel=0.006)
    for y in (-0.95, -0.32, 0.32, 0.95):
        at.tube((-1.16, y * 0.6, DECK - 0.03), (1.17, y * 0.6, DECK - 0.03), 0.012, m.black(), sides=8)


def _deck(at: Assembly) -> None:
    """Fit the top out: the rails the rover stood on, camera mast, dish, boxes and small antennas."""
    top, bar = DECK + 0.045, m.metal()
    for y in (-0.42, 0.42):
        at.box((1.9, 0.2, 0.03), (0.1, y, top + 0.05), m.metal((0.45, 0.45, 0.46), "track"))
        for x in (-0.7, 0.0, 0.7):
            at.tube((x, y, top), (x, y, top + 0.05), 0.03, bar, sides=12)
    for x in (-0.55, 0.55):
        at.box((0.12, 0.16, 0.2), (x, 0.0, top + 0.1), m.metal((0.35, 0.35, 0.36), "dark"))
    at.box((0.34, 0.3, 0.26), (-0.85, -0.28, top + 0.13), blankets.mli(m.GOLD, "box", 0.14))
    at.box((0.3, 0.34, 0.16), (-0.86, 0.32, top + 0.08), m.paint((0.62, 0.62, 0.6), "unit"))
    at.tube((-0.9, 0.62, top), (-0.9, 0.62, top + 0.95), 0.024, m.paint((0.72, 0.72, 0.71), "pole"))
    at.box((0.16, 0.2, 0.14), (-0.88, 0.62, top + 1.02), m.paint(), bevel=0.012)
    parts.camera(at.facing((-0.8, 0.62, top + 1.02), (1, 0, -0.12)), 0.1)
    at.tube((-0.75, -0.66, top), (-0.75, -0.66, top + 0.5), 0.026, bar)
    parts.dish(at.facing((-0.75, -0.66, top + 0.52), (-0.1, -0.35, 0.9)), 0.24, depth=0.2)
    for x, y, high in ((0.95, 0.72, 0.3), (0.95, -0.72, 0.24), (-1.02, 0.0, 0.4)):
        at.tube((x, y, top), (x, y, top + high), 0.014, bar, sides=10)
        at.lathe([(0.04, 0.0), (0.025, 0.1), (0.04, 0.12)], m.paint(), at=(x, y, top + high), sides=20)


def _ramp(at: Assembly, ground: yutu.Soil) -> None:
    """Let the two rails down to the soil on the arms that lowered them."""
    steel, arm = m.metal((0.5, 0.5, 0.5), "track"), m.metal((0.7, 0.69, 0.66), "lift", 0.3)
    far = at.world((RAMP_END, 0, 0))
    slope = None
    for side in (-1, 1):
        y = side * 0.42
        soil = at.local((far.x, far.y, ground.height(far.x, far.y))).z + 0.04
        high, run = 1.02 - soil, RAMP_END - 1.35
        length, slope = math.hypot(run, high), math.degrees(math.atan2(high, run))
        rail = at.sub((1.35, y, 1.02), y=slope)
        rail.box((length, 0.2, 0.02), (length / 2, 0, 0), steel, bevel=0.004)
        for edge in (-0.1, 0.1):
            rail.box((length, 0.012, 0.06), (length / 2, edge, 0.02), arm, bevel=0.003)
        for k in range(int(length / 0.13)):
            rail.box((0.014, 0.18, 0.014), (0.1 + 0.13 * k, 0, 0.016), arm, bevel=0.0)
        at.tube((1.2, side * 0.56, DECK), (1.62, side * 0.56, 1.02 - 0.22), 0.026, arm)
        at.tube((1.2, side * 0.56, 1.05), (1.62, side * 0.56, 1.02 - 0.22), 0.022, arm)
        at.tube((1.16, side * 0.62, DECK - 0.1), (1.28, side * 0.62, 1.0), 0.03, arm)
        at.tube((1.62, side * 0.56, 0.8), (1.62, side * 0.32, 0.8), 0.02, arm)


def antennas(at: Assembly) -> None:
    """Unroll the three long antennas of the radio spectrometer and set the far-side instruments on the deck."""
    silver = m.metal((0.85, 0.84, 0.82), "antenna", 0.25)
    for x, y, turn in ((-0.95, 0.1, 160.0), (0.3, -0.9, -132.0), (0.6, 0.86, 50.0)):
        rise = math.radians(34)
        c, s = math.cos(math.radians(turn)) * math.cos(rise), math.sin(math.radians(turn)) * math.cos(rise)
        root = (x, y, DECK + 0.2)
        at.box((0.2, 0.2, 0.2), (x, y, DECK + 0.14), m.paint(), bevel=0.015)
        at.facing(root, (c, s, math.sin(rise))).lathe([(0.06, 0.0), (0.05, 0.16), (0.025, 0.2)], m.metal(), sides=24)
        at.tube(root, (x + 5 * c, y + 5 * s, DECK + 0.2 + 5 * math.sin(rise)), 0.019, silver, end_radius=0.013)
        at.ball(0.024, (x + 5 * c, y + 5 * s, DECK + 0.2 + 5 * math.sin(rise)), silver, rows=10)
    at.box((0.2, 0.16, 0.22), (-0.45, 0.66, DECK + 0.15), blankets.mli(m.GOLD, "box", 0.14))


def lander(at: Assembly, ground: yutu.Soil) -> None:
    """Build the lander of Chang'e 4."""
    base(at, ground)
    antennas(at)


def rover(at: Assembly, ground: yutu.Soil) -> None:
    """Build Yutu-2: no arm, a detector of neutral atoms on its front instead."""
    yutu.rover(at, ground, arm=False, tilt=(-38.0, -8.0))


def pads() -> list[yutu.Dent]:
    """Say where the four feet press the soil."""
    angles = [math.radians(45 + 90 * k) for k in range(4)]
    return [(FEET * math.cos(a), FEET * math.sin(a), PAD * 1.1, 0.02) for a in angles]


def von_karman() -> None:
    """Draw the rover on its way over the crater's floor; no Earth in this sky."""
    spot, heading = (5.35, -0.95), -72.0
    ground = Ground(
        14,
        dents=[*pads(), *yutu.ruts([(3.5, 0.0), (5.1, 0.3), spot])],
        placed=[(7.6, -3.0, 0.45), (3.2, -4.6, 1.1), (1.0, 6.4, 1.5), (-8.0, 2.0, 3.0)],
        craters=560,
        hills=34,
    )
    at = Assembly()
    lander(at, ground)
    rover(at.sub((*spot, ground.height(*spot)), z=heading), ground)
    view = stage.look((10.6, -5.9, 1.9), (1.25, 0.2, 1.68), 52)
    stage.sun(28, 19, 14.0)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.2, count=260, largest=0.3)


def profile(at: Assembly) -> None:
    """Stand the lander alone, its antennas out."""
    lander(at, Level())


def profile_rover(at: Assembly) -> None:
    """Stand Yutu-2 alone."""
    rover(at, Level())


PLATES = {"change-4-von-karman": (von_karman, 8, 0.0)}
PROFILES = {"change-4": (profile, -62.0), "change-4--rover": (profile_rover, -24.0)}
