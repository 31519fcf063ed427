"""The International Lunar Research Station on the ground at the south pole: from a ridge, and from among its modules.

As described; its appearance is not published beyond sketches. Read: command centre, energy, communication, transport
and long-term support on the surface (Xinhua, 17 June 2021; Sputnik's Chinese service, 5 December 2022); modules for
research, hopping robots and small rovers (The National, 16 June 2021); solar panels, radioisotope and nuclear
generators, rovers open and pressurised (newsyou.info, September 2024); solar arrays, cables and pipes on the ground
(Dhaka Tribune after Reuters, 23 April 2025); bricks of lunar soil as a cover over rigid modules (Moon Daily, 30 July
2025). No dimensions are published there: modules 4.2 m across and 10 m long are a working figure beside people of 1.9
m in suits.
"""

from __future__ import annotations

import math

from kit import base, bricks, parts, power, rovers, stage
from kit import materials as m
from kit.assembly import Assembly, Vector
from kit.parts import Height
from kit.relief import Lane, Site, cable, mountains, steps
from kit.suit import CARRYING, RESTING, SAMPLING, STANDING, WALKING, WORKING, astronaut

from subjects.change_7 import hopper

AXIS, RADIUS, LENGTH = 2.55, 2.1, 10.0
"""Metres: height of the modules' axis, their radius and their length."""
NODE, STOREY = 2.55, 6.1
"""Metres: the command centre's radius and the height of its roof."""


def command_centre(at: Assembly, ground: Height) -> None:
    """Build the upright drum that joins the modules: ports, a ring of lit windows, a look-out on the roof."""
    steel, white = m.metal(), m.cloth()
    at.lathe(
        [(NODE * 0.97, 0.95), (NODE * 0.97, STOREY), (1.7, STOREY + 0.55)], m.paint((0.62, 0.62, 0.6), "tile"), sides=72
    )
    base.plating(at, NODE, 1.0, 4.3, 2, 12, white)
    base.plating(at, NODE, 5.25, STOREY, 1, 12, white)
    for z in (0.98, 4.36, 5.2, STOREY + 0.02):
        at.ring(NODE + 0.02, 0.055, (0, 0, z), steel)
    for k in range(12):
        pane = at.sub((0, 0, 4.78), z=30 * k + 15)
        pane.box((0.08, 0.98, 0.62), (NODE * 0.985, 0, 0), m.metal((0.3, 0.3, 0.31), "seam"), bevel=0.03)
        pane.box((0.05, 0.84, 0.48), (NODE * 0.985 + 0.03, 0, 0), base.glow(), bevel=0.02)
    for k in range(6):
        a = math.radians(60 * k + 30)
        base.jack(at, (2.1 * math.cos(a), 2.1 * math.sin(a), 1.15), ground, pad=0.42, bar=0.1)
    for a in (0.0, 15.0, 90.0, 180.0):
        port = at.facing((0, 0, AXIS), (math.cos(math.radians(a)), math.sin(math.radians(a)), 0))
        port.lathe([(1.28, 2.3), (1.28, NODE + 0.45)], steel, sides=48)
    _look_out(at.sub((0, 0, STOREY + 0.5)))
    _porch(at, ground)


def _look_out(at: Assembly) -> None:
    """Set the roof's dome with its panes, a dish, whips and a camera."""
    steel = m.metal()
    at.lathe([(1.15, 0.0), (1.12, 0.45), (0.8, 0.95), (0.35, 1.12), (0.0, 1.14)], m.paint(), sides=8, start=22.5)
    for k in range(8):
        a = math.radians(45 * k)
        pane = at.facing((0.9 * math.cos(a), 0.9 * math.sin(a), 0.68), (math.cos(a), math.sin(a), 0.62)).sub(
            (0, 0, 0), z=90
        )
        pane.box((0.5, 0.42, 0.03), (0, 0, 0.02), base.glow(), bevel=0.03)
    at.tube((-1.6, 0.6, -0.3), (-1.6, 0.6, 1.4), 0.05, steel)
    parts.dish(at.facing((-1.6, 0.6, 1.4), (0.25, 0.9, 0.3)), 0.62, ribs=8)
    for x, y, high in ((1.5, 0.9, 2.6), (1.1, -1.3, 1.9), (-0.9, -1.5, 2.2)):
        at.tube((x, y, -0.3), (x, y, high), 0.025, steel, end_radius=0.01, sides=10)
        at.ball(0.06, (x, y, high), m.paint(), rows=8)


def _porch(at: Assembly, ground: Height) -> None:
    """Hang the lock on the front (-y): chamber, hatch, landing with rails, stairs to the soil, a lamp over the door."""
    rail = m.metal((0.72, 0.72, 0.72), "rail", 0.3)
    lock = at.sub((0, -NODE, 2.35), x=90)
    lock.lathe([(1.2, -0.4), (1.2, 1.5), (1.05, 1.7)], m.cloth(), sides=56, smooth=50)
    for z in (0.1, 1.45):
        lock.ring(1.22, 0.05, (0, 0, z), m.metal())
    lock.lathe([(1.02, 1.66), (0.0, 1.72)], m.paint((0.6, 0.6, 0.6), "hatchwall"), sides=48)
    lock.box((0.86, 1.5, 0.12), (0, -0.15, 1.72), m.paint((0.42, 0.43, 0.45), "chest"), bevel=0.16)
    lock.ring(0.16, 0.03, (0, -0.15, 1.8), rail)
    y = -NODE - 1.7
    at.box((2.0, 1.5, 0.07), (0, y - 0.75, 1.2), m.metal((0.4, 0.4, 0.4), "grating"))
    foot = at.world((0, y - 3.2, 0))
    soil = at.local((foot.x, foot.y, ground(foot.x, foot.y))).z
    for side in (-0.95, 0.95):
        base.rail(at, [(side, y, 2.25), (side, y - 1.5, 2.25), (side, y - 1.5, 1.2)], 0.024)
        base.rail(at, [(side, y, 1.75), (side, y - 1.5, 1.75)], 0.018)
        at.tube((side, y - 1.5, 1.2), (side, y - 3.2, soil), 0.045, rail)
        base.rail(at, [(side, y - 1.5, 2.25), (side, y - 3.1, soil + 1.1), (side, y - 3.1, soil)], 0.024)
        at.tube((side, y - 1.4, 1.2), (side, y - 1.4, soil - 0.1), 0.05, rail)
    for k in range(6):
        t = (k + 0.5) / 6
        at.box((1.9, 0.24, 0.04), (0, y - 1.5 - 1.7 * t, 1.2 + (soil - 1.2) * t), m.metal((0.4, 0.4, 0.4), "grating"))
    base.lamp(at.facing((0, -NODE - 1.9, 3.75), (0, -0.5, -1)), 420.0)


def core(at: Assembly, ground: Height) -> None:
    """Build the joined heart of the station: command centre, two modules and the brick cover over one of them."""
    command_centre(at, ground)
    gap = NODE + 0.5 + LENGTH / 2 + 0.7
    for x, bearing in ((-gap, 180.0), (gap, 15.0)):
        a = math.radians(bearing)
        spot = (abs(x) * math.cos(a), abs(x) * math.sin(a), 0.0)
        wing = at.sub(spot, z=bearing if x > 0 else 0.0)
        base.module(wing, LENGTH, RADIUS, AXIS, ground)
        near = Vector((math.cos(a), math.sin(a), 0))
        base.tunnel(
            at, near * (NODE + 0.4) + Vector((0, 0, AXIS)), near * (gap - LENGTH / 2) + Vector((0, 0, AXIS)), 1.1
        )
        for u in (-2.6, 0.0, 2.6):
            base.window(wing.facing((u, -RADIUS - 0.02, AXIS + 0.1), (0, -1, 0.05)), 0.3)
        base.lamp(wing.facing((2.4, -RADIUS - 0.2, AXIS + 1.4), (0, -0.6, -1)), 260.0)
    bricks.vault(at.sub((-gap - LENGTH / 2 - 0.9, 0, -0.1)), 4.75, 15, full=9, brick=(0.62, 0.5, 0.42))


def tanks(at: Assembly, ground: Height, count: int) -> None:
    """Set wrapped tanks in a row along x, each in a ring on three feet, with the pipe that joins them."""
    steel = m.metal()
    for k in range(count):
        x = 1.35 * k
        at.ball(0.56, (x, 0, 0.95), m.foil(m.GOLD, 0.12, 0.02, "wide" if k % 2 else "gold"))
        at.ring(0.58, 0.035, (x, 0, 0.95), steel)
        for turn in (90, 210, 330):
            c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            spot = at.world((x + 0.58 * c, 0.58 * s, 0))
            at.tube((x + 0.58 * c, 0.58 * s, 0.95), at.local((spot.x, spot.y, ground(spot.x, spot.y))), 0.03, steel)
    at.tube((0, 0, 1.56), (1.35 * (count - 1), 0, 1.56), 0.035, steel)


def mast(at: Assembly, height: float = 14.0) -> None:
    """Raise the mast of local communication and navigation."""
    base.lattice(at, height, 0.55, bays=12)
    for z, turn in ((height * 0.72, 20.0), (height * 0.72, 140.0), (height * 0.72, 260.0)):
        a = math.radians(turn)
        at.facing((0.45 * math.cos(a), 0.45 * math.sin(a), z), (math.cos(a), math.sin(a), 0)).box(
            (1.1, 0.3, 0.14), (0, 0, 0), m.paint()
        )
    parts.dish(at.facing((0.1, 0, height + 0.1), (0.5, 0.5, 0.25)), 0.7, ribs=8)
    at.tube((0, 0, height), (0, 0, height + 2.2), 0.03, m.metal(), end_radius=0.012)
    base.lamp(at.facing((0, -0.4, height * 0.55), (-0.4, -1, -1.1)), 900.0, cone=80)


def station(ground: Site, sunward: float, earthward: Vector) -> None:
    """Build everything at its place; `sunward`: the azimuth that the solar towers face."""

    def put(x: float, y: float, turn: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    core(put(0, 0), ground.height)
    tanks(put(5.6, -2.6, 15), ground.height, 4)
    mast(put(-5.0, 10.0))
    for x, y in TOWERS:
        power.solar_tower(put(x, y, sunward + 90), ground.height, 13.0, 1.8)
    power.reactor(put(-28, 70, 22))
    rovers.ground_dish(put(-12, 36), 2.9, earthward, ground.height)
    rovers.cargo_lander(put(14, 40, 20), ground.height)
    rovers.cargo_lander(put(-4, 60, -15), ground.height, loaded=False)
    for x, y, turn in ((16.5, -2, 12), (19.2, -0.8, 40), (-18, -9, 75)):
        rovers.container(put(x, y, turn))
    bricks.stack(put(-11.5, -7.6, 8), 4, 3, 4, brick=(0.62, 0.5, 0.42))
    cable(ground, [(2, 3), (7, 9), (11, 13), TOWERS[0]], 0.05, ends=(0.6, 0.3))
    cable(ground, [TOWERS[0], TOWERS[1], TOWERS[2]], 0.05)
    cable(ground, [(-1, 4), (-14, 24), (-24, 55), (-28, 68)], 0.06, seed=9)
    cable(ground, [(2, 4), (-4, 14), (-8, 26), (-11.5, 34.5)], 0.05, seed=5)


TOWERS = [(15.0, 16.0), (20.0, 8.0), (25.0, 0.0)]
ROADS = [
    Lane([(-18, -60), (2, -36), (7.5, -21), (9.4, -14.5)], 2.9, 0.42, 0.2, 0.05),
    Lane([(9.4, -14.5), (13, -6), (16, 4), (14.5, 34)], 2.9, 0.42, 0.2, 0.05),
    Lane([(-14, -13), (-6, -16), (7, -24), (26, -40)], 1.9, 0.3, 0.15, 0.04),
    Lane([(-16.0, -12.5), (-21, -4), (-23, 8)], 1.9, 0.3, 0.15, 0.04),
]


def site(seed: int, *, ridge: bool = True) -> Site:
    """Make the plateau on the crater's rim, with a ridge to look from."""
    return Site(
        seed,
        level=46,
        hills=12,
        craters=760,
        reach=150,
        lanes=ROADS,
        knolls=[(-8, -66, 38, 14.5)] if ridge else [],
        abyss=(50, 275, 212, 95, 2.5),
        placed=[(15, -29, 2.2), (-24, -26, 3.2), (5, -43, 1.2), (-3, -30, 1.0), (30, -8, 3.0), (-44, 2, 3.5)],
    )


def wide() -> None:
    """Draw the whole station from a ridge, a person looking over it, the shadowed crater behind, the Earth low."""
    ground, sunward = site(41), 222.0
    eye = Vector((-6.0, -64.0, 0))
    eye.z = ground.height(eye.x, eye.y) + 2.1
    view = stage.look(eye, (0.5, 14, 6.4), 48)
    station(ground, sunward, Vector((0.35, 1.0, 0.09)))

    def put(x: float, y: float, turn: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    rovers.pressurised(put(9.4, -14.5, 243), ground.height)
    rovers.carrier(put(-15, -12.6, 150), ground.height)
    astronaut(put(-8.1, -54.4, 6), RESTING)
    for x, y, turn, pose in (
        (-1.0, -11.2, 100.0, WALKING),
        (2.2, -10.4, 200.0, STANDING),
        (-10.0, -9.0, 80.0, WORKING),
        (-2.4, -30.0, 60.0, CARRYING),
        (-3.8, -30.4, 300.0, SAMPLING),
    ):
        astronaut(put(x, y, turn), pose)
    hopper(Assembly().sub((12.4, -20, 13.2), x=10, z=20))
    stage.sun(sunward, 14, 13.5, fill=0.09)
    ground.build(view.eye, view.aim, view.fov, columns=900, rows=820)
    mountains(view.eye, view.aim, view.fov, seed=12, high=420)
    ground.rocks(view.eye, Vector((0, -34, 0)), clear=27, count=700, spread=40, largest=0.36)
    stage.earth(view, 3.5, 12.3)


def close() -> None:
    """Draw the lock, the modules and the people at work before them from eye height."""
    ground, sunward = site(41, ridge=False), -54.0
    ground.dents = steps([(-6.0, -23.0), (-5.0, -20.0), (-4.3, -17.2)]) + steps(
        [(-1.0, -6.8), (-2.0, -11.0), (-1.2, -15.2)]
    )
    eye = Vector((-4.6, -24.5, 0))
    eye.z = ground.height(eye.x, eye.y) + 1.75
    view = stage.look(eye, (-0.1, 0, 3.7), 58.8, shift=0.032)
    station(ground, sunward, Vector((0.35, 1.0, 0.09)))

    def put(x: float, y: float, turn: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    for x, y, turn, pose in ((-4.2, -16.8, 72.0, CARRYING), (-1.0, -15.4, 236.0, RESTING)):
        astronaut(put(x, y, turn), pose)
    astronaut(put(0, 0).sub((0.1, -5.0, 1.24), z=-80), STANDING)
    rovers.carrier(put(3.6, -8.9, 196), ground.height)
    cable(ground, [(-11, -19), (-5, -16.8), (1, -16.2), (9, -12)], 0.035, seed=8)
    stage.sun(sunward, 11, 14.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    mountains(view.eye, view.aim, view.fov, seed=12, high=190)
    ground.rocks(view.eye, Vector((-3, -12, 0)), clear=9, count=520, spread=22, largest=0.5)
    stage.earth(view, 20.0, 8.2)


PLATES = {"ilrs-station": (wide, 8, 0.0), "ilrs-station-close": (close, 14, -0.25)}
