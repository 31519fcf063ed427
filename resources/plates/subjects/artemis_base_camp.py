"""Artemis Base Camp as NASA described it: surface habitat, pressurised rover, terrain vehicle.

As described; what will stand there may look otherwise. Read: a fixed habitat for four, an unpressurised terrain vehicle
and a habitable mobility platform for long drives (SpaceNews on NASA's plan of 2 April 2020; sciencejane.com, 2020);
from top to bottom the habitat is an inflatable part of two storeys, a metallic part of one storey and a lander stage
(AmericaSpace, 13 January 2024); the pressurised rover of Toyota and JAXA on six wheels, 6.0 m long, 5.2 m wide and
3.8 m tall (genieconception.ca and nysepost.com, 2019); the terrain vehicle with a cargo bed and an arm
(modern-science.net, April 2025). The habitat is not dimensioned there: 6.6 m across its inflatable part and 14 m tall
are estimated beside the rover and people of 1.9 m in suits.
"""

from __future__ import annotations

import math

from kit import base, parts, power, rovers, stage
from kit import materials as m
from kit.assembly import Assembly, Vector, octagon
from kit.ground import Level
from kit.parts import Height
from kit.relief import Lane, Site, cable, mountains, steps
from kit.suit import CARRYING, RESTING, SEATED, WORKING, astronaut

KEEL, DECK, RING, CROWN = 1.6, 3.5, 6.6, 12.6
"""Metres: the lander stage's underside and deck, the top of the metallic storey, the top of the inflatable part."""
WIDE, DRUM = 3.3, 2.1
"""Metres: radii of the inflatable part and of the metallic storey."""
LENGTH, WIDTH, TALL = 6.0, 5.2, 3.8
"""Metres: the pressurised rover."""


def habitat(at: Assembly, ground: Height) -> None:
    """Build the habitat from the ground up: lander stage, metallic storey with the lock, soft storeys, wings."""
    _stage(at, ground)
    _storey(at)
    _soft(at)
    for side in (-1, 1):
        root = at.sub((-0.6, side * 2.3, RING - 0.3), z=90 * side)
        root.tube((0, 0, 0), (2.0, 0, 0.2), 0.07, m.metal())
        power_wing = root.sub((2.9, 0, 1.4))
        _sail(power_wing, side)
    _stairs(at, ground)


def _stage(at: Assembly, ground: Height) -> None:
    """Build the landing stage: frame, tanks, four engines, four legs."""
    steel, silver = m.metal(), m.foil(m.SILVER, 0.16, 0.02, "silver")
    at.prism(octagon(4.6, 4.6, 1.3), KEEL, KEEL + 0.3, m.metal((0.4, 0.4, 0.42), "chassis"), bevel=0.03)
    at.prism(octagon(5.2, 5.2, 1.5), DECK - 0.2, DECK, m.paint((0.66, 0.66, 0.65), "deck"), bevel=0.03)
    at.lathe([(1.5, KEEL + 0.2), (1.5, DECK - 0.2)], m.foil(m.GOLD, 0.2, 0.035, "wide"), sides=56)
    for k in range(4):
        a, b = math.radians(90 * k), math.radians(90 * k + 45)
        c, s = math.cos(b), math.sin(b)
        at.ball(0.9, (1.75 * math.cos(a), 1.75 * math.sin(a), 2.6), silver)
        parts.bell(at.sub((0.8 * c, 0.8 * s, KEEL)), 0.12, 0.42, 0.8)
        braces = [(2.3 * c - d * 0.8 * s, 2.3 * s + d * 0.8 * c, KEEL + 0.1) for d in (-1, 1)]
        hip, foot = (2.6 * c, 2.6 * s, DECK - 0.25), (5.0 * c, 5.0 * s, 0)
        parts.leg(at, hip, foot, braces, ground, pad=0.6, bar=0.11, skin=m.cloth((0.74, 0.73, 0.7), "leg"))
        at.tube((2.3 * c, 2.3 * s, KEEL + 0.2), (2.5 * c, 2.5 * s, DECK - 0.1), 0.08, steel)


def _storey(at: Assembly) -> None:
    """Build the metallic storey: plated drum, lock with its hatch towards +x, radiators, windows, boxes."""
    white, steel = m.paint(), m.metal()
    at.lathe(
        [(DRUM * 0.97, DECK), (DRUM * 0.97, RING), (DRUM * 0.9, RING + 0.15)],
        m.metal((0.3, 0.3, 0.31), "seam"),
        sides=72,
    )
    base.plating(at, DRUM, DECK + 0.1, RING - 0.1, 2, 12, white)
    for z in (DECK + 0.05, RING - 0.02):
        at.ring(DRUM + 0.04, 0.07, (0, 0, z), steel)
    lock = at.sub((DRUM - 0.3, 0, DECK + 1.35), y=90)
    lock.lathe([(1.1, 0.0), (1.1, 1.6), (0.95, 1.75)], white, sides=56, smooth=50)
    lock.lathe([(0.93, 1.72), (0.0, 1.76)], m.paint((0.6, 0.6, 0.6), "hatchwall"), sides=48)
    lock.box((1.5, 0.85, 0.1), (0.1, 0, 1.78), m.paint((0.42, 0.43, 0.45), "chest"), bevel=0.14)
    for a in (62, -62, 118, -118):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        base.window(at.facing((DRUM * c, DRUM * s, DECK + 2.0), (c, s, 0)), 0.26)
    for a in (90, -90, 180):
        face = at.sub((0, 0, DECK + 1.4), z=a)
        face.box((0.06, 1.5, 1.3), (DRUM + 0.16, 0, -0.5), m.paint((0.86, 0.87, 0.88), "radiator", 0.25), bevel=0.02)
    base.lamp(at.facing((DRUM + 1.6, 0, DECK + 2.7), (0.6, 0, -1)), 420.0)


def _soft(at: Assembly) -> None:
    """Build the inflated storeys: lobes between meridian straps, belts, windows, the crown with its antennas."""
    lobes, steps, rows = 24, 6, 26
    points: list[Vector] = []
    for row in range(rows + 1):
        t = row / rows
        z = RING + 0.1 + (CROWN - RING - 0.1) * t
        bulge = WIDE * min(1.0, (1 - abs(2 * t - 1) ** 3.2)) ** 0.42
        radius = max(bulge, DRUM * 0.92)
        for k in range(lobes * steps):
            u = (k % steps) / steps
            swell = 0.15 * math.sin(math.pi * u) * min(1.0, 6 * t, 6 * (1 - t))
            belt = -0.05 * math.exp(-(((t - 0.5) / 0.02) ** 2))
            a = 2 * math.pi * k / (lobes * steps)
            points.append(Vector(((radius + swell + belt) * math.cos(a), (radius + swell + belt) * math.sin(a), z)))
    around = lobes * steps
    faces = [
        (
            row * around + k,
            row * around + (k + 1) % around,
            (row + 1) * around + (k + 1) % around,
            (row + 1) * around + k,
        )
        for row in range(rows)
        for k in range(around)
    ]
    at.mesh(points, faces, m.cloth((0.6, 0.592, 0.57), "soft"), smooth=50)
    at.lathe(
        [(DRUM * 0.94, CROWN - 0.05), (DRUM * 0.9, CROWN + 0.25), (1.2, CROWN + 0.5), (0.0, CROWN + 0.52)],
        m.paint(),
        sides=64,
    )
    at.ring(DRUM * 0.95, 0.08, (0, 0, CROWN), m.metal())
    at.ring(DRUM * 0.95, 0.08, (0, 0, RING + 0.12), m.metal())
    for a in (28, -28, 150):
        for z in (RING + 1.75, RING + 4.25):
            c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
            base.window(at.facing((WIDE * 1.012 * c, WIDE * 1.012 * s, z), (c, s, 0)), 0.3)
    parts.dish(at.facing((0.3, 1.1, CROWN + 1.1), (0.3, 0.8, 0.35)), 0.75, ribs=10)
    at.tube((0.3, 1.1, CROWN + 0.3), (0.3, 1.1, CROWN + 1.1), 0.06, m.metal())
    for x, y, high in ((-0.9, -0.8, 1.9), (0.9, -1.0, 1.4)):
        at.tube((x, y, CROWN + 0.3), (x, y, CROWN + high), 0.03, m.metal(), end_radius=0.01)


def _sail(at: Assembly, side: int) -> None:
    """Hang an upright blanket of cells between two spreaders on a mast."""
    steel = m.metal((0.72, 0.72, 0.72), "rail", 0.3)
    at.tube((0, 0, -3.2), (0, 0, 5.4), 0.07, steel)
    for row in range(4):
        panel = at.sub((0, -0.06 * side, -1.95 + 2.05 * row), x=90 if side > 0 else -90)
        panel.sub((0, 0, 0)).sheet(2.6, 1.95, m.cells(9, 7), m.paint((0.10, 0.10, 0.105), "panel-back", 0.5))
    for z in (-3.0, 5.25):
        at.tube((-1.4, 0, z), (1.4, 0, z), 0.04, steel)


def _stairs(at: Assembly, ground: Height) -> None:
    """Hang the landing before the lock and the long stairs to the soil."""
    rail, tread = m.metal((0.72, 0.72, 0.72), "rail", 0.3), m.metal((0.4, 0.4, 0.4), "grating")
    at.box((1.7, 2.2, 0.08), (DRUM + 2.3, 0, DECK + 0.1), tread)
    for y in (-1.0, 1.0):
        base.rail(at, [(DRUM + 1.5, y, DECK + 1.2), (DRUM + 3.1, y, DECK + 1.2), (DRUM + 3.1, y, DECK + 0.1)], 0.026)
        at.tube((DRUM - 0.2, y, DECK - 0.6), (DRUM + 2.6, y, DECK + 0.06), 0.05, rail)
    foot = at.world((DRUM + 5.7, 0, 0))
    soil = at.local((foot.x, foot.y, ground(foot.x, foot.y))).z
    low, high = Vector((DRUM + 5.7, 0, soil + 0.05)), Vector((DRUM + 3.1, 0, DECK + 0.1))
    for y in (-0.5, 0.5):
        aside = Vector((0, y, 0))
        at.tube(high + aside, low + aside, 0.05, rail)
        base.rail(at, [high + aside + Vector((0, 0, 1.0)), low + aside + Vector((0, 0, 1.0)), low + aside], 0.024)
    for k in range(13):
        spot = high.lerp(low, (k + 0.5) / 13)
        at.box((0.24, 1.0, 0.04), spot, tread, bevel=0.0)


def pressurised(at: Assembly, ground: Height) -> None:
    """Build the pressurised rover, looking along +x: high body with a raked front, six great wheels, side windows."""
    white, dark = m.paint(), m.metal((0.35, 0.35, 0.36), "dark")
    rovers.on_wheels(at, (-2.15, 0.0, 2.15), WIDTH - 0.75, 0.82, 0.72, 1.15, ground)
    at.box((5.2, 2.3, 0.34), (0, 0, 1.15), m.metal((0.4, 0.4, 0.42), "chassis"), bevel=0.06)
    outline = [(-2.9, 1.3), (2.55, 1.3), (3.0, 1.75), (2.85, 2.35), (2.0, 3.42), (1.6, 3.55), (-2.6, 3.55), (-2.9, 3.3)]
    side_on = at.sub((0, 0, 0), x=90)
    side_on.prism(outline, -1.3, 1.3, white, bevel=0.16)
    side_on.prism([(-2.6, 1.62), (1.9, 1.62), (1.9, 1.86), (-2.6, 1.86)], -1.325, 1.325, dark, bevel=0.02)
    pane = at.facing((2.49, 0, 2.9), (1.07, 0, 0.85)).sub((0, 0, 0), z=90)
    pane.box((2.2, 1.05, 0.06), (0, 0, 0.02), m.metal((0.3, 0.3, 0.31), "seam"), bevel=0.05)
    for y in (-0.54, 0.54):
        pane.box((1.0, 0.9, 0.05), (y, 0, 0.045), m.glass(), bevel=0.05)
    pane.box((0.9, 0.1, 0.01), (0.0, -0.36, 0.075), base.glow((1.0, 0.7, 0.38), 1.6, "cabin2"), bevel=0.0)
    for side in (-1, 1):
        for x, wide in ((1.35, 0.8), (0.2, 0.7)):
            at.box((wide, 0.06, 0.62), (x, side * 1.3, 2.75), m.metal((0.3, 0.3, 0.31), "seam"), bevel=0.05)
            at.box((wide - 0.12, 0.05, 0.5), (x, side * 1.32, 2.75), base.glow(strength=2.0, name="side"), bevel=0.04)
        at.box((1.0, 0.06, 1.7), (-1.5, side * 1.31, 2.35), m.paint((0.55, 0.55, 0.56), "hatch"), bevel=0.04)
        base.rail(at, [(-2.1, side * 1.42, 1.6), (-2.1, side * 1.42, 3.1)], 0.022)
        base.lamp(at.facing((3.02, side * 0.8, 1.9), (1, 0, -0.2)), 220.0)
        for x in (-2.15, 0.0, 2.15):
            at.box((1.5, 0.75, 0.05), (x, side * 2.2, 1.86), m.paint((0.7, 0.7, 0.69), "jack"), bevel=0.02)
    at.box((3.6, 2.2, 0.06), (-0.5, 0, TALL - 0.14), m.paint((0.86, 0.87, 0.88), "radiator", 0.25), bevel=0.02)
    at.box((0.5, 1.6, 0.16), (1.5, 0, 3.66), m.black(), bevel=0.03)
    parts.dish(at.facing((-2.2, 0.7, TALL + 0.35), (0.4, 0.6, 0.45)), 0.42)
    at.tube((-2.2, 0.7, 3.5), (-2.2, 0.7, TALL + 0.35), 0.04, m.metal())


def terrain_vehicle(at: Assembly, ground: Height) -> None:
    """Build the terrain vehicle, which looks along +x: open frame, two seats in front, cargo bed and arm behind."""
    steel, dark = m.metal(), m.metal((0.35, 0.35, 0.36), "dark")
    rovers.on_wheels(at, (-1.3, 1.3), 2.3, 0.46, 0.34, 0.72, ground)
    at.box((3.5, 1.3, 0.16), (0, 0, 0.72), m.paint((0.2, 0.21, 0.23), "tub"), bevel=0.04)
    for y in (-0.72, 0.72):
        base.rail(
            at, [(1.75, y * 0.7, 0.8), (1.55, y, 1.35), (0.5, y, 1.2), (-0.1, y, 1.75), (-1.7, y, 1.0)], 0.045, steel
        )
    at.tube((-0.1, -0.72, 1.75), (-0.1, 0.72, 1.75), 0.045, steel)
    at.box((0.5, 1.3, 0.12), (1.5, 0, 1.28), m.black(), bevel=0.04)
    for y in (-0.36, 0.36):
        at.box((0.5, 0.52, 0.12), (0.35, y, 0.98), m.cloth((0.4, 0.4, 0.41), "seat"), bevel=0.03)
        at.sub((0.04, y, 1.3), y=-10).box((0.08, 0.52, 0.6), (0, 0, 0), m.cloth((0.4, 0.4, 0.41), "seat"), bevel=0.03)
    at.box((1.5, 1.25, 0.4), (-1.0, 0, 1.0), m.paint((0.66, 0.66, 0.65), "deck"), bevel=0.03)
    at.box((0.6, 0.9, 0.35), (-0.8, 0, 1.37), m.foil(m.SILVER, 0.1, 0.02, "silver"), bevel=0.03)
    parts.chain(at, [(-1.5, 0.4, 1.2), (-1.7, 0.5, 2.0), (-1.05, 0.45, 2.35), (-0.75, 0.4, 1.95)], 0.05, dark)
    at.tube((-0.1, -0.6, 1.75), (-0.1, -0.6, 2.5), 0.025, steel)
    parts.dish(at.facing((-0.1, -0.6, 2.5), (0.3, 0.5, 0.5)), 0.28)
    for y in (-0.5, 0.5):
        base.lamp(at.facing((1.78, y, 1.1), (1, 0, -0.25)), 140.0)
    astronaut(at.sub((0.42, -0.36, 0.62)), SEATED)


def camp() -> None:
    """Draw the camp under a Sun on the horizon: habitat, rover driving up, terrain vehicle in front, people at work."""
    ground = Site(
        77,
        level=26,
        hills=10,
        craters=560,
        reach=100,
        lanes=[
            Lane([(-26, 10.5), (-15, 6.2), (-7.1, 3.0)], WIDTH - 0.75, 0.7, 0.24, 0.06),
            Lane([(16, -16), (9, -10.5), (4.4, -9.6)], 2.3, 0.34, 0.16, 0.04),
        ],
        placed=[(0.5, -17, 1.0), (14, -3, 2.0), (-16, 6, 3.0), (-6, -14.5, 0.7)],
        abyss=(120, 300, 230, 100, 3.0),
        dents=steps([(1.5, -4.0), (0.8, -9.0), (-0.3, -14.0)]) + steps([(-4.6, -22.0), (-3.6, -18.0), (-2.7, -14.6)]),
    )

    def put(x: float, y: float, turn: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    habitat(put(2.5, 6.0, -104), ground.height)
    pressurised(put(-7.1, 3.0, -22), ground.height)
    terrain_vehicle(put(4.7, -7.4, 200), ground.height)
    rovers.cargo_lander(put(22, 44, 10), ground.height)
    power.reactor(put(-31, 88, 20))
    cable(ground, [(2, 10), (-8, 30), (-20, 60), (-30, 86)], 0.06, seed=4)
    for x, y, turn in ((9.5, 2.0, 30), (11.6, 0.4, 65)):
        rovers.container(put(x, y, turn))
    for x, y, turn, pose in (
        (-0.5, -14.4, 246.0, RESTING),
        (-2.7, -14.2, 70.0, CARRYING),
        (8.9, -1.2, 80.0, WORKING),
    ):
        astronaut(put(x, y, turn), pose)
    view = stage.look((-3.4, -24.0, 1.75), (0.3, 0.0, 5.6), 54)
    stage.sun(214, 10, 14.0, fill=0.06)
    ground.build(view.eye, view.aim, view.fov)
    mountains(view.eye, view.aim, view.fov, seed=52, high=520)
    ground.rocks(view.eye, Vector((0, -4, 0)), clear=8, count=520, spread=26, largest=0.45)
    stage.earth(view, 17.0, -1.0)


def _habitat(at: Assembly) -> None:
    """Stand the habitat alone."""
    habitat(at, Level().height)


def _rover(at: Assembly) -> None:
    """Stand the pressurised rover alone."""
    pressurised(at, Level().height)


PLATES = {"artemis-base-camp": (camp, 8, -0.35)}
PROFILES = {"artemis-base-camp--habitat": (_habitat, 20.0), "artemis-base-camp--pressurised-rover": (_rover, 0.0)}
