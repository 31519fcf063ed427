"""The Russian crewed lander as described: cosmonauts beside their craft.

Read: a lunar ascent and descent complex of 20 t for two or 27 t for four people, 100 to 625 kg of cargo, sent to lunar
orbit without its crew, a concept of about 2015 (russianspaceweb.com, Russia mulls new-generation lunar lander);
four-legged, nearly 20 t, at a glance like Apollo's lander, at least two cosmonauts (Popular Mechanics as told by
yahoo.com, undated); its look only being worked out (TASS as told by rusreality.com, 3 July 2018). No drawing with
sizes was read: proportions are estimated beside the cosmonauts of 1.9 m, the ball-shaped cabin and its grey-green
blanket follow the habit of the maker's earlier craft.
"""

from __future__ import annotations

import math

from kit import fittings, parts, relief, stage, suit
from kit import materials as m
from kit.assembly import Assembly
from kit.ground import Level
from kit.luna import LEGS, Platform, platform, round_at
from kit.parts import Height

SCALE = 1.85
SIZE = Platform(frame=1.3, low=0.66, deck=1.66, feet=2.35, tank=0.47, tall=0.12, pad=0.33, bar=0.056)
DECK, FEET = SIZE.deck * SCALE, SIZE.feet * SCALE
CABIN, MIDDLE = 1.32, 4.95


def lander(at: Assembly, ground: Height) -> None:
    """Build the lander: descent stage on four legs, ascent stage with the cabin, porch and ladder to the front (+x)."""
    silver = fittings.mylar((0.72, 0.71, 0.66), 0.13, 0.014, "lvpk")
    platform(fittings.scaled(at, SCALE), SIZE, ground, silver, dark=m.metal((0.3, 0.3, 0.31), "keel", 0.4))
    steel = m.metal((0.68, 0.68, 0.69), "tube", 0.3)
    for k in range(8):
        low = (*round_at(2.1, 45 * k + 22.5), DECK)
        for d in (-22.5, 22.5):
            at.tube(low, (*round_at(1.25, 45 * k + 22.5 + d), DECK + 0.62), 0.045, steel, sides=12)
    at.ring(1.25, 0.06, (0, 0, DECK + 0.62), steel)
    at.lathe([(1.2, DECK + 0.6), (0.5, DECK + 0.36)], m.metal((0.3, 0.29, 0.28), "deflector", 0.4), sides=48)
    for a in (90, 180, 270):
        wall = at.facing((*round_at(2.3, a), DECK + 0.62), (*round_at(1, a), 0.16))
        fittings.panel(wall, 2.3, 1.1, (22, 11))
        for side in (-0.8, 0.8):
            wall.tube((side, 0.2, -0.03), (side * 0.9, -0.5, -0.5), 0.025, m.metal(), sides=10)
    _ascent(at)
    _cabin(at)
    _porch(at, ground)


def _ascent(at: Assembly) -> None:
    """Hang the ascent stage's four tanks, its bottles and thruster blocks round the cabin's foot."""
    metal = m.metal((0.7, 0.69, 0.66), "titanium", 0.26)
    for a in LEGS:
        x, y = round_at(1.42, a)
        at.ball(0.55, (x, y, DECK + 1.12), metal)
        at.ring(0.555, 0.022, (x, y, DECK + 1.12), m.metal())
        for z in (0.66, 1.58):
            at.tube((x, y, DECK + 1.12), (x * 0.7, y * 0.7, DECK + z), 0.03, m.metal(fittings.DARK, "dark"))
        bx, by = round_at(1.72, a)
        parts.quad(at.sub((bx * 1.04, by * 1.04, DECK + 1.86), z=45), 0.075)
        at.tube((bx * 1.04, by * 1.04, DECK + 1.86), (x * 0.75, y * 0.75, DECK + 1.7), 0.04, m.metal())
    for a in (100, 160, 200, 260):
        x, y = round_at(1.3, a)
        at.ball(0.24, (x, y, DECK + 0.95), m.metal((0.5, 0.48, 0.45), "bottle", 0.28))
        fittings.cable(at, [(x, y, DECK + 1.18), (x * 1.1, y * 1.1, DECK + 1.5), (x * 0.8, y * 0.8, DECK + 1.9)], 0.022)
    parts.bell(at.sub((0, 0, DECK + 0.68)), 0.1, 0.32, 0.42)


def _cabin(at: Assembly) -> None:
    """Build the cabin: ball with a drum in front, two windows that look down, docking port, dish, lamps."""
    green = m.cloth((0.15, 0.158, 0.132), "blanket")
    at.ball(CABIN, (0, 0, MIDDLE), green, rows=40)
    at.lathe([(0.9, DECK + 0.6), (1.12, DECK + 1.0), (1.0, MIDDLE - 0.7)], green, sides=64)
    front = at.facing((0.7, 0, MIDDLE - 0.06), (1, 0, -0.08))
    front.lathe([(1.02, 0.0), (1.0, 0.62), (0.9, 0.72)], green, sides=64)
    for z in (0.1, 0.6):
        front.ring(1.02, 0.02, (0, 0, z), m.metal())
    for side in (-1, 1):
        pane = front.facing((side * 0.56, 0.4, 0.68), (side * 0.5, -0.2, 1))
        pane.lathe([(0.27, -0.1), (0.27, 0.05), (0.2, 0.06), (0.19, 0.02)], m.metal(), sides=44)
        pane.lathe([(0.2, 0.025), (0.0, 0.04)], m.glass(), sides=44)
        lamp = at.facing((1.1, side * 1.0, MIDDLE + 0.55), (1, side * 0.15, -0.4))
        lamp.lathe([(0.09, -0.1), (0.13, 0.06), (0.11, 0.06)], m.metal(), sides=28)
        lamp.lathe([(0.11, 0.05), (0.0, 0.06)], m.glass(), sides=28)
        fittings.rail(
            at, [(0.2, side * 1.34, MIDDLE - 0.3), (0.2, side * 1.42, MIDDLE + 0.3)], (0, -side * 0.12, 0), 0.02
        )
    hatch = front.sub((0, -0.44, 0.72))
    hatch.box((0.96, 0.8, 0.06), (0, 0, 0), m.metal((0.3, 0.3, 0.31), "seam"), bevel=0.12)
    hatch.box((0.86, 0.7, 0.08), (0, 0, 0.02), m.paint((0.55, 0.55, 0.53), "hatch"), bevel=0.1)
    for y in (-0.2, 0.2):
        hatch.box((0.12, 0.08, 0.07), (0.43, y, 0.06), m.metal(), bevel=0.012)
    hatch.box((0.3, 0.05, 0.06), (-0.1, 0, 0.09), m.metal(), bevel=0.015)
    top = MIDDLE + CABIN
    at.lathe([(0.75, top - 0.2), (0.68, top + 0.16), (0.56, top + 0.2), (0.36, top + 0.02)], m.paint(), sides=64)
    for k in range(8):
        at.sub((0, 0, 0), z=45 * k).box(
            (0.1, 0.1, 0.09), (0.62, 0, top + 0.22), m.metal(fittings.DARK, "dark"), bevel=0.02
        )
    at.tube((-0.7, 0.75, MIDDLE + 0.8), (-0.95, 1.1, top + 0.5), 0.045, m.metal())
    parts.dish(at.facing((-0.95, 1.1, top + 0.5), (0.3, 0.55, 0.5)), 0.55, skin=m.paint(), ribs=10)
    for x, y in ((-0.8, -0.7), (-0.9, -0.5)):
        at.tube((x, y, MIDDLE + 0.7), (x * 1.3, y * 1.3, top + 0.9), 0.014, m.metal(), sides=8)
    fittings.optics(at.facing((0.75, 0.0, top + 0.02), (1, 0, -0.2)), 0.2, lenses=2)


def _porch(at: Assembly, ground: Height) -> None:
    """Lay the porch before the hatch and lean the ladder to the soil."""
    at.box((1.3, 1.1, 0.06), (2.1, 0, DECK + 0.36), m.metal((0.4, 0.4, 0.4), "grating"), bevel=0.01)
    for side in (-0.5, 0.5):
        points = [(1.6, side, DECK + 1.3), (2.2, side, DECK + 1.34), (2.7, side, DECK + 1.24)]
        fittings.rail(at, points, (0, 0, -0.95), 0.022)
        at.tube((1.7, side, DECK), (2.6, side, DECK + 0.34), 0.04, m.metal())
    end = at.world((3.85, 0, 0))
    foot = at.local((end.x, end.y, ground(end.x, end.y))).z
    fittings.ladder(at, (2.72, 0, DECK + 0.42), (3.85, 0, foot + 0.2))


def craft(at: Assembly) -> None:
    """Stand it on level ground."""
    lander(at, Level().height)


def landing() -> None:
    """Draw two cosmonauts at their craft, one near the camera, in the low light of the south."""
    turn = -38.0
    pads = [(*round_at(FEET, a + turn), 0.66, 0.035) for a in LEGS]
    way = math.radians(turn)
    steps = [
        (4.2 * math.cos(way) + 0.36 * k + (0.1 if k % 2 else -0.1), 4.2 * math.sin(way) - 0.42 * k, 0.13, 0.018)
        for k in range(11)
    ]
    ground = relief.Site(
        61,
        dents=[*pads, *steps],
        level=12,
        hills=34,
        placed=[(1.0, -9.5, 1.3), (-11, 8, 4.6), (9.5, 3.0, 1.8), (16, 22, 9.0)],
    )
    lander(Assembly().sub((0, 0, 0), z=turn), ground.height)
    for x, y, facing, pose in ((5.7, -3.3, 205.0, suit.WALKING), (3.0, -4.35, 150.0, suit.WORKING)):
        suit.astronaut(Assembly().sub((x, y, ground.height(x, y) - 0.015), z=facing), pose)
    box = (2.35, -3.95)
    tools = Assembly().sub((*box, ground.height(*box)), z=20)
    tools.box((0.62, 0.4, 0.3), (0, 0, 0.42), m.paint(), bevel=0.03)
    for dx in (-0.26, 0.26):
        for dy in (-0.16, 0.16):
            tools.tube((dx, dy, 0.3), (dx * 1.3, dy * 1.3, 0.0), 0.014, m.metal(), sides=10)
    tools.tube((0.2, 0.1, 0.56), (0.3, 0.1, 1.3), 0.012, m.metal(), sides=10)
    fittings.optics(tools.facing((0.3, 0.1, 1.34), (-0.6, 0.8, 0)), 0.1)
    view = stage.look((10.2, -12.6, 1.75), (0.7, 0.0, 2.95), 45)
    stage.sun(-118, 11, 16.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=5.4, count=520, spread=50)
    stage.earth(view, 15.5, 8.5)


PLATES = {"ru-crewed-lander": (landing, 8, 0.0)}
PROFILES = {"ru-crewed-lunar": (craft, -90.0)}
