"""The energy facility of the International Lunar Research Station: solar towers, a small reactor, cables and pipes.

As described; its appearance is not published. Read: ILRS-1 is for energy and communication (SpaceNews as copied at
exbulletin.com, 17 June 2021); solar panels, radioisotope and nuclear generators (newsyou.info, September 2024); large
solar arrays, a nuclear unit, pipes and cables for heat and current on the ground (Dhaka Tribune after Reuters, 23
April 2025). No dimensions are published there: towers 15 m tall and radiators of 45 square metres are working figures
beside people of 1.9 m in suits.
"""

from __future__ import annotations

from itertools import pairwise

from kit import base, power, rovers, stage
from kit import materials as m
from kit.assembly import Assembly, Vector
from kit.ground import Level
from kit.relief import Lane, Site, cable, mountains, steps
from kit.suit import CARRYING, READING, WORKING, astronaut

from subjects import ilrs_station

SUNWARD = 216.0
TOWERS = ((9.5, 7.5), (11.2, 19.5), (13.2, 33.0), (15.8, 51.0), (18.8, 72.0))
REACTOR = (-7.2, 17.5)
PIT = 6.0
"""Metres: radius of the pit that keeps the reactor's radiation from the station."""


def pipes(ground: Site, points: list[tuple[float, float]]) -> None:
    """Run two wrapped pipes and a cable tray on low stands along points."""
    silver, steel = m.cloth((0.8, 0.79, 0.76), "wrap"), m.metal()
    pad = m.metal((0.7, 0.66, 0.58), "pad")
    line: list[Vector] = []
    for (ax, ay), (bx, by) in pairwise(points):
        steps = max(round(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 / 2.4), 1)
        line += [Vector((ax + (bx - ax) * k / steps, ay + (by - ay) * k / steps, 0)) for k in range(steps)]
    line.append(Vector((*points[-1], 0)))
    for spot in line:
        spot.z = ground.height(spot.x, spot.y) + 0.42
    scene = Assembly()
    for p, q in pairwise(line):
        aside = Vector((-(q - p).y, (q - p).x, 0)).normalized()
        for offset, size, skin in ((-0.2, 0.1, silver), (0.08, 0.1, silver), (0.3, 0.05, m.black("cable"))):
            scene.tube(p + aside * offset, q + aside * offset, size, skin, sides=16)
        bar = p - Vector((0, 0, 0.13))
        scene.tube(bar - aside * 0.42, bar + aside * 0.42, 0.035, steel, sides=8)
        for side in (-0.36, 0.36):
            foot = p + aside * side
            scene.tube(foot - Vector((0, 0, 0.12)), foot - Vector((0, 0, 0.46)), 0.03, steel, sides=8)
            scene.lathe([(0.12, 0.0), (0.1, 0.03)], pad, at=foot - Vector((0, 0, 0.42)), sides=16)
        for offset in (-0.2, 0.08):
            scene.facing(p + aside * offset, q - p).ring(0.108, 0.02, (0, 0, 0), steel)


def drum(at: Assembly) -> None:
    """Add a cable drum on its frame, its foot at the origin."""
    steel = m.metal()
    reel = at.sub((0, 0, 0.62), x=90)
    reel.lathe([(0.3, -0.45), (0.3, 0.45)], m.black("cable"), sides=40)
    for k in range(12):
        reel.ring(0.33, 0.035, (0, 0, -0.4 + 0.072 * k), m.black("cable"))
    for z in (-0.48, 0.48):
        reel.lathe([(0.55, z - 0.02), (0.55, z + 0.02)], m.paint((0.75, 0.5, 0.12), "amber"), sides=48)
        at.tube((-0.35, z * 1.15, 0), (0, z * 1.15, 0.62), 0.03, steel)
        at.tube((0.35, z * 1.15, 0), (0, z * 1.15, 0.62), 0.03, steel)


def switchgear(at: Assembly) -> None:
    """Add the house where the lines meet: container, cooling fins, insulators, a lamp."""
    rovers.container(at, (2.8, 1.7, 1.9), m.cloth())
    for k in range(9):
        at.box((0.03, 0.4, 1.3), (-1.1 + 0.27 * k, 1.05, 1.0), m.paint((0.86, 0.87, 0.88), "radiator", 0.25), bevel=0.0)
    at.box((0.9, 0.06, 1.3), (-0.7, -0.85, 0.95), m.paint((0.55, 0.55, 0.56), "hatch"), bevel=0.02)
    glaze = m.paint((0.4, 0.22, 0.14), "glaze", 0.2)
    for x in (0.35, 0.75, 1.15):
        for k in range(4):
            at.lathe([(0.05, 0.0), (0.1, 0.03), (0.05, 0.06)], glaze, at=(x, -0.4, 1.95 + 0.07 * k), sides=20)
    base.lamp(at.facing((-0.7, -1.0, 1.86), (0, -0.6, -1)), 160.0)


def field() -> None:
    """Draw the row of towers into the depth, the reactor in its pit, pipes from the foreground, the station far off."""
    ground = Site(
        29,
        level=34,
        hills=10,
        craters=620,
        reach=120,
        placed=[(*REACTOR, PIT), (2.2, -13.5, 0.9), (5, 24, 2.0), (-5.5, 6.5, 1.1)],
        lanes=[Lane([(9, -21), (4.6, -9), (3.2, 2), (4.5, 16), (2, 40)], 1.9, 0.3, 0.15, 0.04)],
        abyss=(130, 300, 230, 90, 3.0),
        dents=steps([(-2.6, -22.0), (-1.9, -18.0), (-0.85, -14.0)]),
    )

    def put(x: float, y: float, turn: float = 0.0, lift: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y) + lift), z=turn)

    for x, y in TOWERS:
        power.solar_tower(put(x, y, SUNWARD + 90), ground.height, 15.0, 2.0, 6)
    for (ax, ay), (bx, by) in pairwise(TOWERS):
        cable(ground, [(ax - 0.6, ay), (bx - 0.6, by)], 0.05, seed=int(ax))
    power.reactor(put(*REACTOR, 14, 1.15))
    pipes(ground, [(-4.4, -19.0), (-4.9, -8.0), (-5.6, 2.0), (-6.6, 11.0)])
    switchgear(put(1.7, 3.6, 16))
    cable(ground, [(3.2, 3.8), (6.2, 4.6), (9.2, 7.6)], 0.05, ends=(0.5, 0.3))
    cable(ground, [(0.3, 4.0), (-4.6, 3.4)], 0.05, ends=(0.5, 0.3), seed=6)
    ilrs_station.core(put(-34, 96, 8), ground.height)
    carrier = put(3.6, -7.4, 104)
    rovers.carrier(carrier, ground.height, load=False)
    drum(carrier.sub((-0.5, 0, 0.86)))
    cable(ground, [(4.0, -9.4), (5.6, -14.0), (8.5, -20.0)], 0.035, ends=(0.7, 0.0), seed=2)
    for x, y, turn, pose in (
        (-0.75, -13.6, 70.0, CARRYING),
        (1.3, -9.6, 236.0, READING),
        (0.6, 1.6, 88.0, WORKING),
    ):
        astronaut(put(x, y, turn), pose)
    view = stage.look((-1.2, -22.6, 1.75), (1.6, 8.0, 7.1), 58.5)
    stage.sun(SUNWARD, 11, 14.0, fill=0.055)
    ground.build(view.eye, view.aim, view.fov)
    mountains(view.eye, view.aim, view.fov, seed=44, high=430)
    ground.rocks(view.eye, Vector((0, -4, 0)), clear=6, count=520, spread=30, largest=0.45)
    stage.earth(view, 2.2, -2.2)


def _tower(at: Assembly) -> None:
    """Stand one solar tower alone."""
    power.solar_tower(at, Level().height, 15.0, 2.0, 6)


def _reactor(at: Assembly) -> None:
    """Stand the reactor alone, out of its pit."""
    power.reactor(at.sub((0, 0, 0.6)))


PLATES = {"ilrs-energy": (field, 8, 0.0)}
PROFILES = {"ilrs--solar-tower": (_tower, 0.0), "ilrs--reactor": (_reactor, 0.0)}
