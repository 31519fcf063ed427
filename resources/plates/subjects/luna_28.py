"""Luna-28 as described: a lander with a return rocket, to which a rover brings its samples.

Read: a stationary lander and a rover that brings soil to the lander's ascent stage, whose capsule is taken over in
lunar orbit; 4,363 kg with propellant (nextspaceflight.com, Luna-28); a rover of 30 to 100 kg with an arm (Interfax,
October 2019); a lander of the same kind as for Luna-Resurs, a return rocket of some 400 kg (russianspaceweb.com,
Luna-Grunt); soil from up to two metres, kept cold (news.mail.ru, 2025). No appearance has been published: the lander is
drawn as a larger relative of Luna-25 and 27, the rocket after what its tasks ask for, the rover at 1.1 m.
"""

from __future__ import annotations

import math

from kit import arrays, fittings, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.ground import Ground, Level
from kit.luna import Platform, drill, platform, round_at, tanks
from kit.parts import Height

SIZE = Platform(frame=1.46, low=0.76, deck=1.8, feet=2.6, tank=0.5, tall=0.3, pad=0.36, bar=0.06, bells=8)
ROCKET = Platform(frame=0.78, low=0.42, deck=1.06, feet=0.0, tank=0.33, tall=0.0, pad=0.0, bar=0.0)
WHEEL = 0.13


def lander(at: Assembly, ground: Height) -> None:
    """Build the lander: platform, ring that the rocket stands on, panels at four corners, units on its deck."""
    platform(at, SIZE, ground, fittings.mylar(m.GOLD, 0.2, 0.016, "grunt"), dark=m.metal((0.3, 0.3, 0.31), "keel", 0.4))
    steel = m.metal((0.68, 0.68, 0.69), "tube", 0.3)
    at.ring(0.84, 0.035, (0, 0, SIZE.deck + 0.42), steel)
    for k in range(12):
        low, high = round_at(1.1, 30 * k), round_at(0.84, 30 * k + (15 if k % 2 else -15))
        at.tube((*low, SIZE.deck), (*high, SIZE.deck + 0.42), 0.02, steel, sides=12)
    at.shell(
        [(0.66, SIZE.deck + 0.22), (0.2, SIZE.deck + 0.1)], m.metal((0.3, 0.29, 0.28), "deflector", 0.4), thick=0.02
    )
    for a in (90, 180, 270):
        wall = at.facing((*round_at(1.44, a), SIZE.deck + 0.56), (*round_at(1, a), 0.16))
        fittings.panel(wall, 1.35, 1.06, (14, 12))
        for side in (-0.5, 0.5):
            wall.tube((side, 0.3, -0.03), (side * 0.9, -0.5, -0.34), 0.016, m.metal(), sides=10)
    silver = fittings.mylar(m.SILVER, 0.12, 0.01, "grunt-silver")
    for a, size in ((28, (0.34, 0.42, 0.3)), (132, (0.3, 0.5, 0.34)), (228, (0.36, 0.4, 0.3)), (318, (0.3, 0.3, 0.42))):
        at.sub((*round_at(1.2, a), SIZE.deck + size[2] / 2), z=a).box(size, (0, 0, 0), silver, bevel=0.025)
    at.tube((*round_at(1.3, 318), SIZE.deck), (*round_at(1.3, 318), 3.5), 0.03, m.metal())
    fittings.optics(at.facing((*round_at(1.3, 318), 3.55), (1, 0.2, -0.25)), 0.14, lenses=2)
    parts.dish(at.facing((*round_at(1.34, 132), SIZE.deck + 0.95), (0.3, 0.5, 0.6)), 0.36, skin=m.paint())
    at.tube((*round_at(1.34, 132), SIZE.deck), (*round_at(1.34, 132), SIZE.deck + 0.96), 0.035, m.metal())
    fittings.source(at.facing((*round_at(1.3, 200), SIZE.deck + 0.25), (*round_at(1, 200), 0.2)), 0.5, 0.1)
    _crane(at)


def _crane(at: Assembly) -> None:
    """Raise the arm that passes the soil from the rover up to the capsule."""
    joints = [(1.3, 0.62, SIZE.deck + 0.14), (1.75, 0.95, 3.0), (0.95, 0.5, 4.05), (0.42, 0.22, 3.86)]
    parts.chain(at, joints, 0.036, m.metal((0.72, 0.71, 0.68), "arm"))
    for x, y, z in joints[:-1]:
        at.box((0.12, 0.14, 0.12), (x, y, z), m.paint((0.7, 0.7, 0.68), "motor"), bevel=0.02)
    fittings.cable(at, [(x, y + 0.07, z + 0.03) for x, y, z in joints], 0.01, m.black())


def rocket(at: Assembly) -> None:
    """Build the return rocket from its ring up: four bare tanks, engine, ring of instruments, capsule."""
    tanks(at, ROCKET, m.metal((0.7, 0.69, 0.66), "titanium", 0.26))
    parts.bell(at.sub((0, 0, 0.4)), 0.06, 0.24, 0.4)
    steel = m.metal((0.68, 0.68, 0.69), "tube", 0.3)
    for z in (0.42, 1.06):
        at.ring(0.8, 0.024, (0, 0, z), steel)
    for k in range(8):
        at.tube((*round_at(0.8, 45 * k), 0.42), (*round_at(0.8, 45 * k + 22), 1.06), 0.016, steel, sides=10)
        at.tube((*round_at(0.8, 45 * k), 0.42), (*round_at(0.8, 45 * k - 22), 1.06), 0.016, steel, sides=10)
    at.lathe([(0.84, 1.08), (0.84, 1.4), (0.6, 1.46), (0.46, 1.46)], m.cloth((0.76, 0.75, 0.72), "grunt"), sides=64)
    for k in range(6):
        a = 60 * k + 30
        spot = at.facing((*round_at(0.845, a), 1.24), (*round_at(1, a), 0))
        fittings.radiator(spot, 0.44, 0.24, columns=4, rows=2)
        parts.quad(at.sub((*round_at(0.86, a + 30), 1.36), z=a), 0.03)
    at.lathe([(0.46, 1.46), (0.4, 1.62)], m.metal(fittings.DARK, "dark"), sides=48)
    char = fittings.tiles(26, 9.0, (0.2, 0.13, 0.075), (0.34, 0.235, 0.145), "grunt")
    at.lathe([(0.36, 1.6), (0.44, 1.72), (0.42, 1.8), (0.17, 2.22), (0.1, 2.27), (0.0, 2.28)], char, sides=64)
    at.box((0.16, 0.2, 0.03), (0.31, 0.16, 1.96), m.metal(), bevel=0.01)
    for a in (70, 190, 310):
        at.tube((*round_at(0.7, a), 1.44), (*round_at(1.05, a), 2.0), 0.01, m.metal(), sides=8)


def rover(at: Assembly, ground: Height) -> None:
    """Build the rover with its arm and the canister of soil."""
    at.box((0.86, 0.56, 0.24), (0, 0, 0.46), fittings.mylar(m.GOLD, 0.1, 0.01, "grunt-rover"), bevel=0.03)
    at.sub((0, 0, 0.6)).sheet(0.92, 0.66, arrays.cells(9, 6, "grunt-rover"), m.paint((0.3, 0.3, 0.3), "edge"))
    for side in (-1, 1):
        for x in (-0.4, 0.0, 0.4):
            spot = at.world((x, side * 0.42, 0))
            low = at.local((spot.x, spot.y, ground(spot.x, spot.y) + WHEEL)).z
            parts.wheel(at.sub((x, side * 0.42, low)), WHEEL, 0.12, spokes=8, grousers=20)
            at.tube((x, side * 0.36, low), (x * 0.6, side * 0.3, 0.42), 0.018, m.metal(), sides=12)
        at.tube((-0.24, side * 0.3, 0.42), (0.24, side * 0.3, 0.42), 0.02, m.metal(), sides=12)
    at.tube((0.3, 0.14, 0.6), (0.3, 0.14, 1.06), 0.02, m.metal())
    fittings.optics(at.facing((0.33, 0.14, 1.1), (1, 0, -0.15)), 0.1, lenses=2)
    parts.chain(
        at, [(0.42, -0.18, 0.56), (0.72, -0.2, 0.94), (0.98, -0.14, 0.62)], 0.02, m.metal((0.72, 0.71, 0.68), "arm")
    )
    at.lathe([(0.05, 0.0), (0.06, 0.02), (0.06, 0.2), (0.045, 0.22)], m.paint(), at=(0.99, -0.14, 0.42), sides=28)
    at.tube((-0.34, 0.18, 0.6), (-0.34, 0.18, 1.2), 0.008, m.metal(), sides=8)


def craft(at: Assembly) -> None:
    """Stand lander and rocket on level ground."""
    lander(at, Level().height)
    drill(at, Level().height, (1.9, -0.4), SIZE.deck)
    rocket(at.sub((0, 0, SIZE.deck + 0.05)))


def vehicle(at: Assembly) -> None:
    """Stand the rover on level ground."""
    rover(at, Level().height)


def handover() -> None:
    """Draw the rover come back to the lander with soil, the rocket waiting above."""
    turn, spot, heading = -64.0, (-2.75, -4.0), 38.0
    pads = [(*round_at(SIZE.feet, a + turn), SIZE.pad * 1.1, 0.025) for a in (45, 135, 225, 315)]
    way = math.radians(heading)
    tracks = [
        (
            spot[0] - math.cos(way) * 0.11 * k - math.sin(way) * side,
            spot[1] - math.sin(way) * 0.11 * k + math.cos(way) * side,
            0.07,
            0.016,
        )
        for k in range(34)
        for side in (-0.42, 0.42)
    ]
    ground = Ground(
        28, dents=[*pads, *tracks], level=9, hills=30, placed=[(-6.2, -1.0, 0.8), (6, 8, 3.4), (4.6, -5.2, 0.7)]
    )
    at = Assembly().sub((0, 0, 0), z=turn)
    lander(at, ground.height)
    drill(at, ground.height, (1.9, -0.4), SIZE.deck)
    rocket(at.sub((0, 0, SIZE.deck + 0.05)))
    rover(Assembly().sub((*spot, ground.height(*spot)), z=heading), ground.height)
    view = stage.look((-5.2, -10.6, 1.3), (-0.6, 0.0, 1.86), 47)
    stage.sun(-154, 11, 16.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.4, count=560, spread=44)
    stage.earth(view, -15.5, 9.5)


PLATES = {"luna-28-handover": (handover, 10, -0.3)}
PROFILES = {"luna-28": (craft, -90.0), "luna-28--rover": (vehicle, -90.0)}
