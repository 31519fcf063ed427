"""The rover of LUPEX drilling near the south pole, its lander behind.

Read: rover on four crawlers, each driven and steered by itself, a flat solar panel that unfolds, an auger of 1.5 m,
radiators on top, high-gain and low-gain antennas, navigation and hazard cameras with lights, a radar for the ground
(JAXA, humans-in-space.jaxa.jp, LUPEX); large crawlers on a prototype (Hindustan Times as copied at everynews.info, 12
November 2023); some 350 kg (WION, 23 November 2023); the lander India's (JAXA, the same page; the atlas's entry lupex
with its 6,800 kg). No sizes were read and the lander's look isn't settled in what was read: the rover is drawn 2 m
long, the lander as a large relative of Vikram with two ramps.
"""

from __future__ import annotations

import math

from kit import arrays, fittings, parts, relief, stage
from kit import materials as m
from kit.assembly import Assembly, octagon
from kit.ground import Level
from kit.luna import round_at
from kit.parts import Height

BASE, TRACK, FLOOR, ROOF = 1.28, 1.62, 0.62, 1.26
BELT, HUB = 0.3, 0.19
"""Width of a belt and radius of the drums it runs round."""
KEEL, TOP, FEET = 1.3, 3.1, 3.3


def crawler(at: Assembly) -> None:
    """Build one crawler about the middle of its sole: belt with cleats, drums, rollers, leg."""
    loop = _loop(0.34, HUB)
    frame = at.sub((0, BELT / 2, HUB), x=90)
    rubber, steel = m.metal((0.3, 0.3, 0.3), "belt", 0.5), m.metal()
    inner = _loop(0.34, HUB - 0.025)
    count = len(loop)
    points = [(x, y, z) for outline in (loop, inner) for z in (0.0, BELT) for x, y in outline]
    faces = []
    for k in range(count):
        n = (k + 1) % count
        a, b, c, d = 0, count, 2 * count, 3 * count
        faces += [(a + k, a + n, b + n, b + k), (c + n, c + k, d + k, d + n)]
        faces += [(a + n, a + k, c + k, c + n), (b + k, b + n, d + n, d + k)]
    frame.mesh(points, faces, rubber, smooth=30.0)
    for k in range(0, count, 2):
        (x, y), (px, py) = loop[k], loop[(k + 1) % count]
        turn = math.degrees(math.atan2(py - y, px - x))
        frame.sub((x, y, BELT / 2), z=turn).box((0.018, 0.06, BELT), (0, -0.012, 0), rubber, bevel=0.0)
    for x in (-0.34, 0.34):
        frame.lathe([(HUB - 0.03, 0.02), (HUB - 0.03, BELT - 0.02)], steel, at=(x, 0, 0), sides=36)
        for z in (0.0, BELT - 0.02):
            frame.lathe([(0.07, z), (0.07, z + 0.03)], m.metal(fittings.DARK, "dark"), at=(x, 0, 0), sides=24)
    for x in (-0.15, 0.0, 0.15):
        frame.lathe([(0.06, 0.02), (0.06, BELT - 0.02)], steel, at=(x, -HUB + 0.09, 0), sides=24)
    frame.box((0.5, 0.12, BELT + 0.03), (0, 0.02, BELT / 2), m.paint((0.72, 0.72, 0.7), "bogie"), bevel=0.03)


def _loop(reach: float, radius: float) -> list[tuple[float, float]]:
    """Outline a belt that runs round two drums, finely enough for its cleats."""
    points = []
    for side in (1, -1):
        for k in range(13):
            a = math.radians(-90 + 15 * k)
            points.append((side * (reach + radius * math.cos(a)), side * radius * math.sin(a)))
        points += [(side * reach * (1 - 2 * k / 10), side * radius) for k in range(1, 10)]
    return points


def rover(at: Assembly, ground: Height) -> None:
    """Build the rover, its head to +x: white hull, four crawlers, tall panel, dish, drill at its nose."""
    hull = m.cloth((0.8, 0.79, 0.77), "lupex")
    at.prism(octagon(1.86, 1.0, 0.16), FLOOR, ROOF, hull, bevel=0.04)
    at.prism(octagon(1.94, 1.08, 0.18), ROOF, ROOF + 0.04, m.paint((0.7, 0.7, 0.69), "roof"), bevel=0.01)
    at.prism(octagon(1.7, 0.86, 0.14), FLOOR - 0.06, FLOOR, fittings.mylar(m.GOLD, 0.12, 0.016, "lupex"), bevel=0.015)
    fittings.radiator(at.sub((0.36, 0, ROOF + 0.06)), 0.9, 0.9, columns=6, rows=6)
    for x in (-BASE / 2, BASE / 2):
        for side in (-1, 1):
            y = side * TRACK / 2
            spot = at.world((x, y, 0))
            low = at.local((spot.x, spot.y, ground(spot.x, spot.y))).z
            crawler(at.sub((x, y, low - 0.005)))
            at.tube((x, y, low + HUB), (x, y, FLOOR + 0.2), 0.06, m.paint(), end_radius=0.07)
            at.lathe([(0.1, 0.0), (0.1, 0.16), (0.07, 0.2)], m.metal(), at=(x, y, FLOOR + 0.16), sides=32)
            at.box((0.16, 0.36, 0.12), (x, side * (TRACK / 2 - 0.18), FLOOR + 0.24), m.metal(), bevel=0.02)
    _panel(at)
    _head(at)
    _drill(at, ground)


def _panel(at: Assembly) -> None:
    """Stand the unfolded panel upright on its turning post at the back."""
    at.lathe([(0.14, ROOF + 0.04), (0.14, ROOF + 0.16), (0.07, ROOF + 0.22)], m.metal(), at=(-0.6, 0, 0), sides=36)
    at.tube((-0.6, 0, ROOF), (-0.6, 0, 2.2), 0.055, m.paint())
    wall = at.facing((-0.6, -0.1, 2.42), (0.2, -1, 0.34))
    cells = arrays.cells(9, 12, "lupex", line=(0.13, 0.13, 0.13))
    for k in (-1, 0, 1):
        leaf = wall.sub((0.68 * k, 0, 0))
        leaf.sheet(0.65, 1.66, cells, m.paint((0.62, 0.61, 0.58), "honeycomb"), thick=0.026)
        leaf.box((0.03, 1.66, 0.04), (0, 0, -0.03), m.metal(), bevel=0.004)
    for y in (-0.5, 0.5):
        wall.box((2.0, 0.05, 0.05), (0, y, -0.05), m.metal(fittings.DARK, "dark"), bevel=0.008)


def _head(at: Assembly) -> None:
    """Raise the camera mast and the dish, fit hazard cameras, lamps, boxes and the whip antennas."""
    at.tube((0.74, -0.34, ROOF), (0.74, -0.34, 2.2), 0.04, m.paint())
    at.box((0.16, 0.46, 0.16), (0.76, -0.34, 2.28), m.paint((0.78, 0.78, 0.76), "head"), bevel=0.025)
    for y in (-0.5, -0.18):
        fittings.optics(at.facing((0.86, y, 2.28), (1, 0, -0.14)), 0.12)
    fittings.cable(at, [(0.78, -0.34, 2.2), (0.8, -0.3, 1.8), (0.76, -0.28, ROOF + 0.05)], 0.012, m.black())
    at.tube((0.1, 0.4, ROOF), (0.1, 0.4, 1.86), 0.035, m.metal())
    at.box((0.13, 0.13, 0.14), (0.1, 0.4, 1.9), m.metal(fittings.DARK, "dark"), bevel=0.02)
    parts.dish(at.facing((0.15, 0.42, 1.98), (0.6, 0.5, 0.5)), 0.34, skin=m.paint(), ribs=8)
    for y in (-0.38, 0.38):
        fittings.optics(at.facing((0.96, y, 1.0), (1, 0, -0.4)), 0.1, lenses=2)
        lamp = at.facing((0.95, y * 0.7, 1.16), (1, 0, -0.2))
        lamp.lathe([(0.045, -0.05), (0.065, 0.03), (0.055, 0.03)], m.metal(), sides=24)
        lamp.lathe([(0.054, 0.026), (0.0, 0.03)], m.glass(), sides=24)
    for side in (-1, 1):
        at.box(
            (0.5, 0.05, 0.34),
            (0.1, side * 0.52, 0.95),
            fittings.mylar(m.SILVER, 0.1, 0.014, "lupex-silver"),
            bevel=0.02,
        )
        fittings.rail(at, [(x, side * 0.5, ROOF + 0.12) for x in (0.0, 0.4, 0.8)], (0, 0, -0.08))
        at.tube((-0.86, side * 0.4, ROOF), (-0.9, side * 0.44, 1.9), 0.008, m.metal(), sides=8)
    at.box((0.7, 0.6, 0.05), (-0.1, 0, FLOOR - 0.14), m.paint((0.3, 0.3, 0.31), "radar"), bevel=0.01)


def _drill(at: Assembly, ground: Height) -> None:
    """Build the auger's tower at the nose, its string in the soil."""
    x = 1.16
    spot = at.world((x, 0, 0))
    soil = at.local((spot.x, spot.y, ground(spot.x, spot.y))).z
    steel = m.metal()
    at.box((0.12, 0.34, 0.44), (x - 0.2, 0, 0.98), m.metal(fittings.DARK, "dark"), bevel=0.02)
    for side in (-0.13, 0.13):
        at.box((0.05, 0.05, 1.9), (x - 0.1, side, 1.24), m.paint((0.76, 0.76, 0.74), "unit"), bevel=0.008)
    for k in range(9):
        at.box((0.03, 0.24, 0.03), (x - 0.1, 0, 0.36 + 0.22 * k), steel, bevel=0.004)
    at.box((0.2, 0.24, 0.3), (x, 0, 1.42), m.metal((0.14, 0.14, 0.15), "beam", 0.4), bevel=0.025)
    at.lathe([(0.075, 1.57), (0.075, 1.78), (0.04, 1.81)], m.paint((0.7, 0.7, 0.68), "motor"), at=(x, 0, 0), sides=28)
    fittings.auger(at.sub((x, 0, 1.28)), 0.05, 1.28 - soil + 0.08, pitch=0.09)
    at.box((0.2, 0.2, 0.05), (x, 0, 0.34), steel, bevel=0.01)
    at.lathe([(0.06, soil - 0.01), (0.15, soil + 0.012), (0.06, soil + 0.06)], m.regolith(), at=(x, 0, 0), sides=28)
    fittings.cable(at, [(0.92, 0.2, 1.2), (1.02, 0.26, 1.8), (x - 0.02, 0.14, 1.75), (x, 0.1, 1.55)], 0.016)


def lander(at: Assembly, ground: Height) -> None:
    """Build the lander: two storeys in gold, panels round the upper one, four legs, ramps."""
    gold = fittings.mylar((0.86, 0.54, 0.16), 0.22, 0.03, "lupex-lander")
    at.prism(octagon(3.3, 3.3, 0.8), KEEL, 2.2, gold, bevel=0.04)
    at.prism(octagon(3.4, 3.4, 0.82), 2.2, 2.27, m.paint((0.7, 0.7, 0.69), "deck"), bevel=0.01)
    at.prism(octagon(2.3, 2.3, 0.56), 2.27, TOP, gold, bevel=0.04)
    at.prism(octagon(2.36, 2.36, 0.57), TOP, TOP + 0.05, m.paint((0.8, 0.81, 0.82), "roof", 0.3), bevel=0.01)
    for x, y in ((0.6, 0.6), (-0.6, 0.6), (0.6, -0.6), (-0.6, -0.6)):
        parts.bell(at.sub((x, y, KEEL)), 0.07, 0.24, 0.42)
    for a in (90, 180, 270):
        wall = at.facing((*round_at(1.2, a), 2.72), (*round_at(1, a), 0.1))
        fittings.panel(wall, 1.24, 0.8, (14, 9))
        wall = at.facing((*round_at(1.7, a), 1.76), (*round_at(1, a), 0))
        fittings.panel(wall, 1.6, 0.78, (18, 9))
    for a in (45, 135, 225, 315):
        braces = [(*round_at(1.75, a + d), KEEL + 0.06) for d in (-18, 18)]
        hip, foot = round_at(1.9, a), round_at(FEET, a)
        parts.leg(
            at, (*hip, 2.1), (*foot, 0), braces, ground, pad=0.46, bar=0.08, skin=m.paint((0.66, 0.66, 0.65), "leg")
        )
    end = at.world((4.6, 0, 0))
    low = at.local((end.x, end.y, ground(end.x, end.y) + 0.05)).z
    slope, length = math.degrees(math.atan2(2.2 - low, 2.95)), math.hypot(2.2 - low, 2.95)
    for y in (-TRACK / 2, TRACK / 2):
        way = at.sub((1.65, y, 2.2), y=slope)
        way.box((length, 0.5, 0.04), (length / 2, 0, 0), m.metal((0.6, 0.6, 0.6), "ramp", 0.4), bevel=0.008)
    parts.dish(at.facing((-0.5, 0.5, TOP + 0.5), (0.4, 0.4, 0.6)), 0.4, skin=m.paint())
    at.tube((-0.5, 0.5, TOP), (-0.5, 0.5, TOP + 0.5), 0.04, m.metal())


def craft(at: Assembly) -> None:
    """Stand the lander on level ground."""
    lander(at, Level().height)


def vehicle(at: Assembly) -> None:
    """Stand the rover on level ground."""
    rover(at, Level().height)


def prospecting() -> None:
    """Draw the rover at the edge of a shadow, the lander on the rise behind it."""
    heading, home = -36.0, (-13.5, 8.5)
    way = [(-9.6, 7.2), (-6.0, 5.6), (-2.8, 2.1), (0.0, 0.0)]
    ground = relief.Site(
        5,
        level=7,
        hills=26,
        dents=[(home[0] + x, home[1] + y, 0.5, 0.03) for x, y in (round_at(FEET, a - 20) for a in (45, 135, 225, 315))],
        lanes=[relief.Lane(way, gauge=TRACK, width=BELT, pitch=0.09, deep=0.03)],
        knolls=[(-14.5, 9.5, 9.0, 0.9)],
        placed=[(3.6, -1.2, 0.7), (-3.0, -4.6, 0.9), (7, 7, 3.0), (-6.5, 13, 1.6)],
    )
    at = Assembly().sub((0, 0, ground.height(0, 0)), z=heading)
    rover(at, ground.height)
    lander(Assembly().sub((*home, ground.height(*home)), z=-20), ground.height)
    view = stage.look((4.6, -6.4, 1.0), (-0.75, 0.0, 1.5), 42)
    stage.sun(-152, 9, 17.0, fill=0.055)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=2.6, count=560, spread=36)
    stage.earth(view, 15.5, 9.5)


PLATES = {"lupex-prospecting": (prospecting, 10, 0.2)}
PROFILES = {"lupex": (craft, 0.0), "lupex--rover": (vehicle, 0.0)}
