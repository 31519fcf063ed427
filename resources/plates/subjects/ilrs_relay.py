"""The communication facility of the International Lunar Research Station on a height in sight of the Earth.

As described; its appearance is not published. Read: ILRS-1 is for energy and communication (SpaceNews as copied at
exbulletin.com, 17 June 2021); a line to the Earth and fast networks on the Moon's surface (newsyou.info, September
2024); relay, navigation and observation satellites round the Moon for the station (SpaceNews, October 2023). From the
south pole the Earth stands at the horizon, which is why the dish looks along the ground. No dimensions are published
there: a dish of 9 m and a mast of 16 m are working figures beside people of 1.9 m in suits.
"""

from __future__ import annotations

import math

from kit import base, parts, rovers, stage
from kit import materials as m
from kit.assembly import Assembly, Vector
from kit.ground import Level
from kit.parts import Height
from kit.relief import Lane, Site, cable, mountains, steps
from kit.suit import CARRYING, POINTING, READING, WORKING, astronaut

RADIUS, AXLE = 4.5, 6.4
"""Metres: the dish's radius and how high it turns."""
EARTHWARD = Vector((0.572, 0.82, 0.089))


def great_dish(at: Assembly, ground: Height, towards: Vector) -> None:
    """Build the dish: six feet, drum with stairs, fork, backing frame, petals, feed on four legs."""
    steel, white = m.metal(), m.paint()
    drum, dark = m.paint((0.7, 0.7, 0.69), "jack"), m.metal((0.35, 0.35, 0.36), "dark")
    for k in range(6):
        a = math.radians(60 * k + 30)
        c, s = math.cos(a), math.sin(a)
        base.jack(at, (3.0 * c, 3.0 * s, 0.8), ground, pad=0.5, bar=0.11)
        at.tube((3.0 * c, 3.0 * s, 0.8), (1.15 * c, 1.15 * s, 3.1), 0.1, steel)
        at.tube((3.0 * c, 3.0 * s, 0.8), (1.2 * c, 1.2 * s, 0.8), 0.08, steel)
        b = math.radians(60 * k + 90)
        at.tube((3.0 * c, 3.0 * s, 0.8), (3.0 * math.cos(b), 3.0 * math.sin(b), 0.8), 0.05, steel)
    at.lathe([(1.3, 0.6), (1.3, 0.75), (1.15, 0.8), (1.15, 3.1), (1.45, 3.2), (1.45, 3.45)], drum, sides=64)
    base.plating(at, 1.16, 0.9, 3.0, 2, 10, m.cloth())
    at.lathe([(1.4, 3.45), (1.4, 3.75), (1.2, 3.8)], dark, sides=64)
    aim = (at.frame.to_3x3().inverted() @ towards).normalized()
    side = Vector((-aim.y, aim.x, 0)).normalized()
    for d in (-1, 1):
        arm = side * d * 1.15
        at.tube(arm * 0.8 + Vector((0, 0, 3.75)), arm + Vector((0, 0, AXLE)), 0.34, drum, end_radius=0.24)
        at.tube(arm * 0.86 + Vector((0, 0, AXLE)), arm * 1.25 + Vector((0, 0, AXLE)), 0.36, dark)
    at.tube(side * -1.2 + Vector((0, 0, AXLE)), side * 1.2 + Vector((0, 0, AXLE)), 0.16, steel)
    _reflector(at.facing((0, 0, AXLE), aim), steel, white)
    for k in range(9):
        at.sub((0, 0, 0.62 + 0.29 * k), z=200 + 11 * k).box((0.6, 0.42, 0.05), (1.42, 0, 0), dark, bevel=0.0)
    base.rail(
        at,
        [
            (1.72 * math.cos(math.radians(200 + 11 * k)), 1.72 * math.sin(math.radians(200 + 11 * k)), 1.62 + 0.29 * k)
            for k in range(9)
        ],
    )


def _reflector(dish: Assembly, steel: m.bpy.types.Material, white: m.bpy.types.Material) -> None:
    """Build what turns: counterweights, ring truss behind, petals with seams, subreflector."""
    for d in (-1, 1):
        dish.tube((d * 0.6, 0, -0.1), (d * 0.55, 0, -1.5), 0.12, steel)
        dish.box((0.5, 0.9, 0.5), (d * 0.55, 0, -1.6), m.paint((0.5, 0.5, 0.49), "shield"), bevel=0.04)
    dish.lathe([(0.9, -0.35), (1.05, 0.1), (1.5, 0.5), (0.0, 0.55)], white, sides=56)
    bowl = dish.sub((0, 0, 0.55))
    parts.dish(bowl, RADIUS, depth=0.15, feed=False, ribs=24, skin=m.paint((0.6, 0.6, 0.59), "petal", 0.4))

    def wall(r: float, lift: float = 0.0) -> float:
        return 0.3 * RADIUS * (r / RADIUS) ** 2 + lift

    for k in range(24):
        a, b = (math.radians(15 * (k + f)) for f in (0, 1))
        spots = [(r * math.cos(a), r * math.sin(a), wall(r, 0.018)) for r in (0.5, 1.6, 2.6, 3.6, 4.5)]
        base.rail(bowl, spots, 0.009, m.metal((0.45, 0.45, 0.46), "petalseam"))
        outer, inner = (3.1 * math.cos(a), 3.1 * math.sin(a)), (1.5 * math.cos(b), 1.5 * math.sin(b))
        bowl.tube((*outer, wall(3.1) - 0.05), (*inner, -0.35), 0.028, steel, sides=8)
        bowl.tube(
            (*outer, wall(3.1) - 0.55), (3.1 * math.cos(b), 3.1 * math.sin(b), wall(3.1) - 0.55), 0.03, steel, sides=8
        )
        bowl.tube((*outer, wall(3.1) - 0.05), (*outer, wall(3.1) - 0.55), 0.025, steel, sides=8)
        bowl.tube((*outer, wall(3.1) - 0.55), (1.4 * math.cos(a), 1.4 * math.sin(a), -0.4), 0.028, steel, sides=8)
    for r in (1.6, 3.1):
        bowl.ring(r, 0.012, (0, 0, wall(r, 0.018)), m.metal((0.45, 0.45, 0.46), "petalseam"))
    bowl.lathe([(0.5, 0.0), (0.42, 0.9), (0.3, 1.3), (0.0, 1.32)], white, sides=40)
    for k in range(4):
        a = math.radians(90 * k + 45)
        bowl.tube(
            (2.7 * math.cos(a), 2.7 * math.sin(a), wall(2.7)),
            (0.42 * math.cos(a), 0.42 * math.sin(a), 3.35),
            0.06,
            steel,
        )
    bowl.lathe([(0.0, 3.2), (0.6, 3.34), (0.62, 3.42), (0.3, 3.62), (0.0, 3.64)], white, sides=40)


def navigation_mast(at: Assembly) -> None:
    """Raise the mast that serves rovers and landers round about: sector antennas, beacons, laser, small dishes."""
    base.lattice(at, 16.0, 0.8, bays=13, bar=0.045)
    for z in (11.5, 13.6):
        at.lathe([(0.95, 0.0), (0.95, 0.06)], m.metal((0.4, 0.4, 0.4), "grating"), at=(0, 0, z - 0.9), sides=40)
        for k in range(3):
            a = math.radians(120 * k + 20)
            panel = at.facing((0.8 * math.cos(a), 0.8 * math.sin(a), z), (math.cos(a), math.sin(a), -0.06))
            panel.box((1.5, 0.34, 0.14), (0, 0, 0), m.paint(), bevel=0.03)
    parts.dish(at.facing((0.75, -0.4, 9.4), (0.8, -0.5, -0.04)), 0.6, ribs=8)
    parts.dish(at.facing((-0.7, 0.2, 8.3), (-0.7, 0.6, -0.05)), 0.45, ribs=8)
    at.tube((0, 0, 16), (0, 0, 18.4), 0.04, m.metal(), end_radius=0.012)
    at.ball(0.16, (0, 0, 16.25), base.glow((1.0, 0.16, 0.08), 9.0, "beacon"), rows=12)
    base.lamp(at.facing((0.4, -0.4, 6.0), (0.3, -0.9, -1)), 700.0, cone=80)


def height() -> None:
    """Draw dish and mast on the rise, the Earth on the horizon where the dish looks, people at its foot."""
    ground = Site(
        66,
        level=22,
        hills=9,
        craters=560,
        reach=100,
        placed=[(3.6, -12.5, 0.8), (12.5, -2.0, 1.8), (-12, 4, 2.4)],
        lanes=[Lane([(24, -10), (16, -4), (9.8, -0.5)], 1.9, 0.3, 0.15, 0.04)],
        abyss=(-110, 330, 240, 100, 3.0),
        dents=steps([(4.6, -15.0), (3.6, -12.0), (2.8, -9.6)]) + steps([(12.0, -11.0), (8.0, -8.4), (5.2, -7.1)]),
    )

    def put(x: float, y: float, turn: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    great_dish(put(0, 1.5), ground.height, EARTHWARD)
    navigation_mast(put(13.0, 24.0, 40))
    house = put(8.4, 8.0, -24)
    rovers.container(house, (3.4, 2.0, 2.1), m.cloth())
    base.lamp(house.facing((0.2, -1.15, 2.0), (0, -0.6, -1)), 200.0)
    rovers.container(put(11.4, 7.4, 30), (1.8, 1.6, 1.4), m.foil(m.SILVER, 0.1, 0.02, "silver"))
    cable(ground, [(7.0, 7.4), (4.6, 5.0), (1.6, 3.2)], 0.06, ends=(0.3, 0.05))
    cable(ground, [(9.2, 9.2), (11.0, 15.0), (12.8, 23.4)], 0.05, ends=(0.3, 0.3), seed=8)
    cable(ground, [(7.6, 6.8), (3.0, -6.0), (-6.0, -17.0)], 0.05, ends=(0.3, 0.0), seed=5)
    rovers.carrier(put(9.6, -0.4, 158), ground.height)
    for x, y, turn, pose in (
        (2.7, -9.2, 262.0, READING),
        (5.1, -6.9, 30.0, POINTING),
        (1.4, -4.9, 24.0, CARRYING),
        (7.3, 6.2, 75.0, WORKING),
    ):
        astronaut(put(x, y, turn), pose)
    view = stage.look((1.6, -17.5, 1.7), (4.8, 0.0, 5.0), 56)
    stage.sun(-38, 11, 14.0, fill=0.06)
    ground.build(view.eye, view.aim, view.fov)
    mountains(view.eye, view.aim, view.fov, seed=72, high=330)
    ground.rocks(view.eye, Vector((0, -4, 0)), clear=5.5, count=520, spread=26, largest=0.5)
    stage.earth(view, 24.5, -5.4)


def _alone(at: Assembly) -> None:
    """Stand the dish alone on level ground."""
    great_dish(at, Level().height, Vector((1.0, 0.0, 0.1)))


PLATES = {"ilrs-relay": (height, 8, -0.25)}
PROFILES = {"ilrs--ground-dish": (_alone, 0.0), "ilrs--mast": (navigation_mast, 0.0)}
