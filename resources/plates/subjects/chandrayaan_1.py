"""Chandrayaan-1 over the Moon, its impact probe just let go.

Read: a cuboid of about 1.5 m, 1,380 kg at launch, one panel on a yoke canted by 30 degrees, a dish of 0.7 m on two
gimbals (ISSDC, spacecraft page); the panel's 2.15 m by 1.8 m (rediff.com, 17 October 2008); impact probe of 375 mm by
375 mm by 470 mm on the upper deck (chandrayaan.com, payload MIP); one engine of 440 N, eight thrusters of 22 N
(bartleby.com, copy of an encyclopedia); eleven instruments, the Moon Mineralogy Mapper among them (ESA, 2008). The
places of the instruments on the side towards the Moon are estimated from descriptions of published pictures; painted
marks are left off.
"""

from __future__ import annotations

import math

from kit import arrays, fittings, moon, parts, stage
from kit import materials as m
from kit.assembly import Assembly

SIDE, PANEL, DISH, PROBE = 1.5, (1.8, 2.15), 0.35, (0.375, 0.375, 0.47)
HALF = SIDE / 2


def orbiter(at: Assembly) -> None:
    """Build the orbiter: upper deck +z, engine below, instruments on +x, its single wing along +y."""
    gold = fittings.mylar((0.84, 0.5, 0.14), 0.16, 0.022, "chandrayaan")
    at.box((SIDE, SIDE, SIDE), (0, 0, 0), gold, bevel=0.035)
    for z in (-HALF, HALF):
        at.box((SIDE + 0.05, SIDE + 0.05, 0.03), (0, 0, z), gold, bevel=0.006)
    for side in (-1, 1):
        fittings.radiator(at.facing((0.06, side * (HALF + 0.02), 0.1), (0, side, 0)), 1.0, 1.0, columns=7, rows=8)
    fittings.radiator(at.facing((-HALF - 0.02, 0, 0.2), (-1, 0, 0)), 1.1, 0.8, columns=8, rows=6)
    _wing(at)
    _payload(at)
    _decks(at)


def _wing(at: Assembly) -> None:
    """Unfold the panel on its yoke, canted by 30 degrees."""
    at.lathe([(0.1, -0.05), (0.1, 0.05)], m.metal(), at=(0, HALF + 0.08, 0), sides=28)
    root = at.sub((0, HALF + 0.12, 0), z=90).sub((0, 0, 0), y=-30).sub((0, 0, 0), x=44)
    front = arrays.cells(13, 15, "chandrayaan", line=(0.13, 0.13, 0.13), gap=0.016)
    arrays.panels(root, 1, PANEL[1], PANEL[0], front=front, yoke=0.85)


def _payload(at: Assembly) -> None:
    """Fit the instruments of the side that looks at the Moon."""
    face = HALF + 0.01
    mapper = at.sub((face, -0.36, 0.32))
    mapper.box((0.26, 0.44, 0.4), (0.13, 0, 0), m.paint((0.82, 0.82, 0.8), "mapper"), bevel=0.02)
    fittings.radiator(mapper.facing((0.14, 0, 0.27), (0.25, 0, 1)), 0.46, 0.36, columns=4, rows=3)
    mapper.lathe([(0.0, 0.0), (0.11, 0.02)], m.glass(), at=(0.15, 0, -0.2), sides=28)
    fittings.optics(at.facing((face + 0.34, -0.42, 0.28), (1, 0, 0)), 0.17)
    for z in (-0.2, 0.0, 0.2):
        eye = at.facing((face + 0.16, 0.4, 0.3), (1, 0, z * 1.4))
        eye.lathe([(0.06, -0.1), (0.06, 0.14), (0.075, 0.16), (0.075, 0.28), (0.06, 0.28)], m.black(), sides=28)
    at.box((0.24, 0.34, 0.42), (face + 0.12, 0.4, 0.3), m.metal(), bevel=0.02)
    fittings.optics(at.facing((face + 0.2, 0.02, 0.5), (1, 0, 0)), 0.18)
    at.box((0.12, 0.32, 0.26), (face + 0.06, 0.0, 0.1), m.paint((0.3, 0.3, 0.31), "xray"), bevel=0.015)
    for y in (-0.08, 0.08):
        for z in (0.04, 0.16):
            at.lathe([(0.055, 0.0), (0.05, 0.02)], m.nozzle(), at=(face + 0.13, y, z), sides=20)
    plate = at.facing((face + 0.12, -0.1, -0.42), (1, 0, -0.18))
    plate.box((0.96, 0.42, 0.05), (0, 0, 0), m.paint((0.78, 0.78, 0.76), "radar"), bevel=0.015)
    for k in range(16):
        x, y = (k % 8 - 3.5) * 0.115, (0.5 - k // 8) * 0.19
        plate.box((0.085, 0.14, 0.012), (x, y, 0.03), m.metal((0.62, 0.42, 0.2), "patch"), bevel=0.003)
    fittings.optics(at.facing((face + 0.16, 0.56, -0.1), (1, 0.2, 0)), 0.13)
    for k in range(4):
        y = -0.5 + 0.33 * k
        points = [(face + 0.06, y, 0.56), (face + 0.03, y + 0.1, 0.66), (HALF - 0.1, y + 0.12, HALF + 0.03)]
        fittings.cable(at, points, 0.009, m.black())


def _decks(at: Assembly) -> None:
    """Set the probe's empty ring, star sensors and antennas on the upper deck; dish, engine and thrusters below."""
    top = HALF + 0.015
    at.lathe(
        [(0.26, top), (0.26, top + 0.1), (0.22, top + 0.12), (0.22, top)], m.metal((0.6, 0.58, 0.54), "ring"), sides=48
    )
    for k in range(6):
        a = math.radians(60 * k)
        spot = (0.3 * math.cos(a), 0.3 * math.sin(a), top + 0.05)
        at.sub(spot, z=60 * k).box((0.08, 0.06, 0.1), (0, 0, 0), m.metal(fittings.DARK, "dark"), bevel=0.01)
    for y in (-0.5, 0.5):
        sensor = at.facing((-0.5, y, top + 0.12), (-0.6, y, 1))
        sensor.box((0.16, 0.16, 0.2), (0, 0, -0.04), m.paint(), bevel=0.015)
        sensor.shell([(0.05, 0.05), (0.12, 0.26)], m.black(), sides=28, thick=0.005)
    for x, y in ((0.56, 0.56), (0.56, -0.56)):
        fittings.horn(at.sub((x, y, top)), 0.22, 0.05)
    silver = fittings.mylar(m.SILVER, 0.12, 0.016, "chandrayaan-silver")
    at.box((0.3, 0.36, 0.16), (0.5, 0.0, top + 0.08), silver, bevel=0.02)
    at.box((0.24, 0.3, 0.12), (-0.08, 0.55, top + 0.06), m.paint((0.72, 0.72, 0.7), "box"), bevel=0.015)
    at.box((0.3, 0.24, 0.14), (-0.06, -0.56, top + 0.07), m.black(), bevel=0.015)
    fittings.cable(at, [(0.4, 0.1, top + 0.1), (0.2, 0.4, top + 0.03), (-0.05, 0.5, top + 0.06)], 0.009, m.black())
    fittings.cable(at, [(0.4, -0.1, top + 0.1), (0.3, -0.45, top + 0.03), (0.05, -0.55, top + 0.06)], 0.009, m.black())
    fittings.cable(at, [(-0.28, 0.1, top + 0.03), (-0.5, 0.0, top + 0.03), (-0.5, -0.4, top + 0.04)], 0.009, m.black())
    fittings.rail(at, [(-0.66, -0.3, top + 0.06), (-0.66, 0.3, top + 0.06)], (0, 0, -0.06))
    low = -HALF - 0.015
    at.lathe([(0.34, low), (0.3, low - 0.08)], m.foil(m.COPPER, 0.1, 0.02, "keel"), sides=40)
    parts.bell(at.sub((0, 0, low - 0.06)), 0.05, 0.19, 0.34)
    for x in (-0.62, 0.62):
        for y in (-0.62, 0.62):
            for d in (-0.07, 0.07):
                parts.thruster(at.facing((x + d, y, low - 0.04), (x * 0.3, y * 0.3, -1)), 0.04)
    parts.chain(at, [(-0.5, -0.4, low), (-0.6, -0.55, low - 0.42)], 0.03, m.metal())
    bowl = at.facing((-0.62, -0.58, low - 0.46), (-0.5, -0.75, -0.2))
    parts.dish(bowl, DISH, depth=0.2, skin=m.paint(), ribs=8)


def probe(at: Assembly) -> None:
    """Build the impact probe about its middle: panelled box, motor below, antennas and camera above."""
    wide, deep, tall = PROBE
    skin = fittings.mylar((0.84, 0.5, 0.14), 0.07, 0.01, "probe")
    at.box((wide, deep, tall * 0.86), (0, 0, 0), skin, bevel=0.014)
    plate = m.metal((0.62, 0.62, 0.61), "plate", 0.4)
    for z in (-0.43, 0.43):
        at.box((wide + 0.02, deep + 0.02, 0.018), (0, 0, z * tall), plate, bevel=0.004)
    for x in (-1, 1):
        for y in (-1, 1):
            at.tube(
                (x * wide / 2, y * deep / 2, -0.43 * tall), (x * wide / 2, y * deep / 2, 0.43 * tall), 0.01, m.metal()
            )
    for k in range(4):
        wall = at.sub((0, 0, 0), z=90 * k).facing((wide / 2 + 0.006, 0, 0.02), (1, 0, 0))
        wall.box((0.2, 0.26, 0.008), (0, 0, 0), m.paint((0.76, 0.76, 0.75), "hatch"), bevel=0.004)
        for x in (-0.085, 0.085):
            for y in (-0.11, 0.11):
                wall.lathe([(0.007, 0.003), (0.007, 0.009)], m.metal(), at=(x, y, 0), sides=8)
    at.lathe([(0.09, -0.21), (0.09, -0.25)], m.metal(fittings.DARK, "dark"), sides=28)
    parts.bell(at.sub((0, 0, -0.24)), 0.025, 0.06, 0.1)
    at.box((0.12, 0.12, 0.03), (-0.06, 0.06, 0.22), m.paint((0.8, 0.8, 0.79), "antenna"), bevel=0.005)
    fittings.optics(at.facing((0.09, -0.08, 0.24), (0, 0, 1)), 0.07)
    at.lathe([(0.03, 0.21), (0.03, 0.27), (0.02, 0.27)], m.black(), at=(0.1, 0.1, 0), sides=20)


def craft(at: Assembly) -> None:
    """Stand the orbiter on its engine, the probe in its ring."""
    body = at.sub((0, 0, HALF + 0.87))
    orbiter(body)
    probe(body.sub((0, 0, HALF + 0.36)))


def release() -> None:
    """Draw the moment after the release, the Moon's limb behind."""
    at = fittings.aimed((-0.175, -0.78, 0.56), (0.9, 0.1, 0.42))
    orbiter(at)
    probe(at.sub((0.05, -1.25, 2.2), z=28).sub((0, 0, 0), x=14, y=-10))
    view = stage.look((0.2, -9.0, 1.2), (0.75, 0.0, 0.72), 50)
    moon.low((-520, 640, -790), 830, (58, 10, 130), rough=2.4)
    stage.sun(-109, 5, 14.0, fill=0.05)
    stage.earth(view, -19.0, 7.0)


PLATES = {"chandrayaan-1-release": (release, 10, 0.1)}
PROFILES = {"chandrayaan-1": (craft, 180.0)}
