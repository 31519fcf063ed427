"""Vikram and Pragyan of Chandrayaan-3 at Statio Shiv Shakti.

Read: lander of 2.0 m by 2.0 m by 1.166 m, box-shaped, four legs, four engines for the landing, panels on its sides
that give 738 W, 1,750 kg (republicworld.com, 22 August 2023); rover of 0.9 m by 0.75 m by 0.85 m with six wheels, 26
kg, 50 W from its panel (Wikipedia, Pragyan, as copied at review.clateway.com); a ramp of two segments, a panel of the
lander that unfolds (Deccan Herald, 25 August 2023); probes for heat, quakes and plasma, a retroreflector of NASA
(kalingatv.com, 23 August 2023). Legs, fittings and the places of the instruments are estimated from descriptions of
published pictures.
"""

from __future__ import annotations

import math

from kit import arrays, fittings, parts, relief, stage
from kit import materials as m
from kit.assembly import Assembly, octagon
from kit.ground import Level
from kit.luna import round_at
from kit.parts import Height

WIDE, TALL, KEEL, FEET = 2.0, 1.166, 0.86, 1.86
TOP = KEEL + TALL
LONG, BROAD, WHEEL = 0.9, 0.75, 0.09
FRONT, RAMP_END = 1.0, 2.92
LEGS = (45.0, 135.0, 225.0, 315.0)


def lander(at: Assembly, ground: Height) -> None:
    """Build the lander: golden box with cut corners, panels on three sides, the open front (+x) with its ramp."""
    gold = fittings.mylar((0.86, 0.54, 0.16), 0.17, 0.022, "vikram")
    at.prism(octagon(WIDE, WIDE, 0.42), KEEL, TOP, gold, bevel=0.03)
    at.prism(octagon(WIDE + 0.04, WIDE + 0.04, 0.43), TOP, TOP + 0.03, m.paint((0.72, 0.72, 0.71), "deck"), bevel=0.006)
    at.prism(octagon(WIDE - 0.1, WIDE - 0.1, 0.4), KEEL - 0.05, KEEL, fittings.mylar(m.COPPER, 0.14, 0.02, "keel"))
    for x, y in ((0.42, 0.42), (-0.42, 0.42), (0.42, -0.42), (-0.42, -0.42)):
        parts.bell(at.sub((x, y, KEEL - 0.04)), 0.035, 0.13, 0.24)
    for a in (90.0, 180.0, 270.0):
        wall = at.facing((*round_at(1.03, a), KEEL + 0.6), (*round_at(1, a), 0))
        wall.sheet(1.06, 1.02, arrays.cells(12, 11, "vikram", gap=0.016), m.paint((0.3, 0.3, 0.3), "panel-edge"))
    for a in LEGS:
        _leg(at, a, ground)
        for d in (-10, 10):
            pod = at.facing((*round_at(1.14, a + d), TOP - 0.16), (*round_at(1, a + d), 0.25))
            pod.box((0.1, 0.1, 0.06), (0, 0, -0.02), m.metal(), bevel=0.01)
            parts.thruster(pod.sub((0, 0, 0.05)), 0.034)
    _front(at)
    _ramp(at, ground)
    _top(at)
    _probes(at, ground)


def _leg(at: Assembly, bearing: float, ground: Height) -> None:
    """Add a leg: a stout main strut, two braces to the keel, a wide shallow pad."""
    skin = m.paint((0.66, 0.66, 0.65), "leg")
    hip, foot = round_at(1.16, bearing), round_at(FEET, bearing)
    braces = [(*round_at(1.08, bearing + d), KEEL + 0.04) for d in (-17, 17)]
    parts.leg(at, (*hip, KEEL + 0.62), (*foot, 0), braces, ground, pad=0.29, bar=0.05, skin=skin)
    at.box((0.2, 0.2, 0.16), (*hip, KEEL + 0.62), m.metal(fittings.DARK, "dark"), bevel=0.02)


def _front(at: Assembly) -> None:
    """Open the bay that the rover came from, with its frame."""
    at.box((0.03, 1.0, 0.72), (FRONT + 0.005, 0, KEEL + 0.42), m.black("bay"), bevel=0.0)
    for y in (-0.51, 0.51):
        at.box((0.05, 0.05, 0.78), (FRONT + 0.02, y, KEEL + 0.42), m.metal(), bevel=0.008)
        at.tube((FRONT, y, KEEL + 0.8), (FRONT + 0.5, y, KEEL - 0.2), 0.012, m.metal(), sides=10)
    at.box((0.05, 1.06, 0.05), (FRONT + 0.02, 0, KEEL + 0.81), m.metal(), bevel=0.008)
    for y in (-0.3, 0.0, 0.3):
        at.box((0.02, 0.02, 0.66), (FRONT + 0.024, y, KEEL + 0.42), m.metal(fittings.DARK, "dark"), bevel=0.0)


def _ramp(at: Assembly, ground: Height) -> None:
    """Lean the ramp's two segments against the sill, with the side rails the wheels ran between."""
    end = at.world((RAMP_END, 0, 0))
    foot = at.local((end.x, end.y, ground(end.x, end.y) + 0.03)).z
    top = KEEL + 0.08
    slope = math.degrees(math.atan2(top - foot, RAMP_END - FRONT))
    length = math.hypot(top - foot, RAMP_END - FRONT)
    way = at.sub((FRONT, 0, top), y=slope)
    back = m.paint((0.7, 0.7, 0.69), "ramp")
    for k in range(2):
        x = length * (k + 0.5) / 2
        way.box((length / 2 - 0.02, 0.92, 0.022), (x, 0, 0), back, bevel=0.006)
        for y in (-0.46, 0.46):
            way.box((length / 2 - 0.02, 0.025, 0.08), (x, y, 0.02), m.metal(), bevel=0.006)
        for j in range(9):
            way.box((0.012, 0.88, 0.01), (length * (k * 9 + j + 0.5) / 18, 0, 0.015), m.metal(fittings.DARK, "dark"))
    way.tube((length / 2, -0.5, 0), (length / 2, 0.5, 0), 0.022, m.metal(fittings.DARK, "dark"))


def _top(at: Assembly) -> None:
    """Crowd the upper deck: raised panel, antennas, cameras, the plasma probe on its boom, the retroreflector."""
    wing = at.facing((-0.94, 0, TOP + 0.48), (-0.6, 0, 1))
    wing.sheet(1.2, 0.86, arrays.cells(13, 9, "vikram-top", gap=0.016), m.paint((0.62, 0.61, 0.58), "honeycomb"))
    for y in (-0.4, 0.4):
        at.tube((-0.86, y, TOP), (-0.92, y, TOP + 0.44), 0.016, m.metal(), sides=10)
    silver = fittings.mylar(m.SILVER, 0.12, 0.016, "vikram-silver")
    at.box((0.4, 0.5, 0.2), (0.1, 0.44, TOP + 0.12), silver, bevel=0.02)
    at.box((0.34, 0.3, 0.28), (0.3, -0.4, TOP + 0.16), fittings.mylar(m.GOLD, 0.12, 0.016), bevel=0.02)
    at.tube((0.56, 0.0, TOP), (0.56, 0.0, TOP + 0.3), 0.022, m.metal())
    disc = at.facing((0.56, 0.0, TOP + 0.34), (0.4, 0.3, 1))
    disc.lathe([(0.17, -0.02), (0.2, 0.0), (0.2, 0.02)], m.paint((0.8, 0.8, 0.79), "antenna"), sides=48)
    for x, y in ((0.72, 0.5), (-0.3, -0.72), (-0.3, 0.72)):
        fittings.horn(at.sub((x, y, TOP + 0.03)), 0.2, 0.05)
    for y in (-0.62, 0.62):
        fittings.optics(at.facing((0.9, y, TOP - 0.1), (1, 0, -0.4)), 0.1)
    at.ball(0.05, (0.7, -0.1, TOP + 0.04), m.metal((0.6, 0.5, 0.3), "reflector"), rows=12)
    at.tube((-0.2, -0.9, TOP), (-0.2, -1.0, TOP + 0.62), 0.01, m.metal(), sides=8)
    at.ball(0.03, (-0.2, -1.0, TOP + 0.64), m.metal(), rows=10)
    for a in (30, 60, 300, 330):
        near, far = round_at(0.6, a), round_at(1.02, a)
        fittings.cable(at, [(*near, TOP + 0.04), (*round_at(0.85, a), TOP + 0.06), (*far, TOP - 0.04)], 0.012)


def _probes(at: Assembly, ground: Height) -> None:
    """Put the heat probe and the seismometer down on their arms at the side (-y)."""
    for x, reach, deep in ((0.32, 1.62, True), (-0.38, 1.5, False)):
        spot = at.world((x, -reach, 0))
        soil = at.local((spot.x, spot.y, ground(spot.x, spot.y))).z
        parts.chain(at, [(x, -1.04, KEEL + 0.1), (x, -reach, KEEL - 0.05)], 0.016, m.metal())
        if deep:
            at.box((0.1, 0.1, 0.24), (x, -reach, soil + 0.34), m.paint(), bevel=0.015)
            at.tube((x, -reach, KEEL - 0.05), (x, -reach, soil - 0.06), 0.012, m.metal(), sides=10)
        else:
            at.box((0.22, 0.22, 0.16), (x, -reach, soil + 0.08), m.paint((0.78, 0.78, 0.76), "unit"), bevel=0.02)
            at.tube((x, -reach, KEEL - 0.05), (x, -reach, soil + 0.15), 0.008, m.black(), sides=8)


def rover(at: Assembly, ground: Height) -> None:
    """Build the rover, its head to +x: low box, the panel standing on its side, six wheels, two eyes."""
    gold = fittings.mylar((0.86, 0.54, 0.16), 0.1, 0.012, "pragyan")
    at.box((LONG * 0.78, BROAD * 0.62, 0.2), (0, 0, 0.33), gold, bevel=0.02)
    at.box((LONG * 0.82, BROAD * 0.66, 0.02), (0, 0, 0.44), m.metal(), bevel=0.004)
    lid = at.facing((-0.02, 0.25, 0.66), (0, -1, 0.3))
    lid.sheet(
        0.72, 0.42, arrays.cells(10, 6, "pragyan", gap=0.016), m.paint((0.62, 0.61, 0.58), "honeycomb"), thick=0.018
    )
    for x in (-0.24, 0.24):
        at.tube((x, 0.24, 0.44), (x, 0.3, 0.86), 0.009, m.metal(), sides=8)
    for side in (-1, 1):
        hinge = (0.02, side * 0.27, 0.32)
        for x in (-0.34, 0.0, 0.34):
            spot = at.world((x, side * 0.34, 0))
            low = at.local((spot.x, spot.y, ground(spot.x, spot.y) + WHEEL * 0.95)).z
            parts.wheel(at.sub((x, side * 0.34, low)), WHEEL, 0.1, spokes=6, grousers=18)
            at.tube((x, side * 0.28, low), (x * 0.72, side * 0.28, low + 0.13), 0.012, m.metal(), sides=10)
            at.tube((x * 0.72, side * 0.28, low + 0.13), hinge, 0.012, m.metal(), sides=10)
    for y in (-0.1, 0.1):
        fittings.optics(at.facing((0.38, y, 0.42), (1, 0, -0.15)), 0.055)
    at.box((0.08, 0.12, 0.1), (0.39, 0.0, 0.3), m.paint(), bevel=0.01)
    at.tube((-0.3, -0.16, 0.44), (-0.3, -0.16, 0.8), 0.006, m.metal(), sides=8)
    at.box((0.09, 0.09, 0.06), (-0.24, -0.1, 0.48), m.metal(fittings.DARK, "dark"), bevel=0.008)


def craft(at: Assembly) -> None:
    """Stand the lander on level ground."""
    lander(at, Level().height)


def vehicle(at: Assembly) -> None:
    """Stand the rover on level ground."""
    rover(at, Level().height)


def roving() -> None:
    """Draw the rover a few metres out, near the camera, the lander behind with its ramp down."""
    turn, spot, heading = -66.0, (-0.85, -4.55), 278.0
    pads = [(*round_at(FEET, a + turn), 0.32, 0.02) for a in LEGS]
    way = [(1.19, -2.67), (0.7, -3.25), (-0.3, -3.5), (-0.8, -4.0), spot]
    ground = relief.Site(
        53,
        dents=pads,
        level=8,
        hills=20,
        lanes=[relief.Lane(way, gauge=0.68, width=0.1, pitch=0.05, deep=0.014)],
        placed=[(-3.6, -3.4, 0.55), (4.8, 2.6, 1.5), (-7, 6, 2.6), (2.4, -7.2, 0.45)],
    )
    at = Assembly().sub((0, 0, 0), z=turn)
    lander(at, ground.height)
    rover(Assembly().sub((*spot, ground.height(*spot)), z=heading), ground.height)
    view = stage.look((-3.5, -9.0, 1.1), (0.2, 0.0, 0.9), 42)
    stage.sun(-176, 13, 16.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=2.7, count=560, spread=36)
    stage.earth(view, 14.5, 10.0)


PLATES = {"chandrayaan-3-roving": (roving, 10, -0.2)}
PROFILES = {"chandrayaan-3": (craft, 0.0), "chandrayaan-3--rover": (vehicle, 0.0)}
