"""The Russian crewed lander as described: cosmonauts beside their craft.

Read: a lunar ascent and descent complex of 20 t for two or 27 t for four people, 100 to 625 kg of cargo, sent to lunar
orbit without its crew, a concept of about 2015 (russianspaceweb.com, Russia mulls new-generation lunar lander);
four-legged, nearly 20 t, at a glance like Apollo's lander, at least two cosmonauts (Popular Mechanics as told by
yahoo.com, undated); its look only being worked out (TASS as told by rusreality.com, 3 July 2018). No drawing with
sizes was read: proportions are estimated beside the cosmonauts of 1.9 m, as are hatch, window, lamp and radiators of
the cabin; its ball and its grey-green blanket follow the habit of the maker's earlier craft.
"""

from __future__ import annotations

import math

from kit import fittings, parts, relief, stage, suit
from kit import materials as m
from kit.assembly import Assembly, Vector, pose
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
    """Build the cabin: ball with the hatch's trunk low in front, port, dish; what else it bears is in `_fittings`."""
    green = m.cloth((0.15, 0.158, 0.132), "blanket")
    at.ball(CABIN, (0, 0, MIDDLE), green, rows=40)
    at.lathe([(0.9, DECK + 0.6), (1.12, DECK + 1.0), (1.0, MIDDLE - 0.7)], green, sides=64)
    trunk = at.sub((0.72, 0, MIDDLE - 0.36), y=90)
    trunk.box((1.3, 1.04, 1.2), (0, 0, 0.1), green, bevel=0.2)
    trunk.box((1.16, 0.92, 0.06), (0, 0, 0.7), m.metal((0.3, 0.3, 0.31), "seam"), bevel=0.14)
    trunk.box((1.06, 0.82, 0.08), (0, 0, 0.73), m.paint((0.55, 0.55, 0.53), "hatch"), bevel=0.12)
    for x in (-0.3, 0.3):
        trunk.box((0.1, 0.14, 0.07), (x, 0.42, 0.77), m.metal(), bevel=0.012)
    trunk.box((0.34, 0.05, 0.06), (0.05, -0.24, 0.79), m.metal(), bevel=0.015)
    trunk.lathe([(0.1, 0.76), (0.1, 0.79), (0.075, 0.79)], m.metal(), at=(-0.28, -0.02, 0), sides=32)
    trunk.lathe([(0.075, 0.785), (0.0, 0.79)], m.glass(), at=(-0.28, -0.02, 0), sides=32)
    _fittings(at)
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


def _on_ball(at: Assembly, bearing: float, rise: float) -> Assembly:
    """Give a frame on the cabin's skin that looks outwards, degrees from the front and upwards, its y axis up."""
    b, r = math.radians(bearing), math.radians(rise)
    out = Vector((math.cos(b) * math.cos(r), math.sin(b) * math.cos(r), math.sin(r)))
    side = Vector((-math.sin(b), math.cos(b), 0.0))
    return Assembly(at.frame @ pose(out, side, out * CABIN + Vector((0, 0, MIDDLE))))


def _fittings(at: Assembly) -> None:
    """Set one pilot's window left of the hatch, one lamp, a sextant and radiators: estimated, as is the rest."""
    pane = _on_ball(at, 33, 25)
    pane.lathe([(0.36, -0.12), (0.36, 0.05), (0.28, 0.07), (0.27, 0.03)], m.metal(), sides=6, start=30)
    pane.lathe([(0.28, 0.04), (0.0, 0.05)], m.glass(), sides=6, start=30)
    for bearing in (-64, -88, 70, 94):
        fittings.radiator(_on_ball(at, bearing, 6).sub((0, 0, 0.03)), 0.48, 0.9, columns=4, rows=7)
    fittings.optics(_on_ball(at, -8, 50), 0.2, lenses=1)
    lamp = _on_ball(at, -26, 30)
    lamp.lathe([(0.09, -0.1), (0.13, 0.1), (0.11, 0.1)], m.metal(), sides=28)
    lamp.lathe([(0.11, 0.09), (0.0, 0.1)], m.glass(), sides=28)
    for bearing in (-32, 150):
        points = [_on_ball(at, bearing, rise).world((0, 0, 0.1)) for rise in (-18, 0, 18)]
        fittings.rail(at, [at.local(p) for p in points], (0, 0, -0.06), 0.02)
    for rise, wide in ((0.0, CABIN), (0.86, 1.0)):
        at.ring(wide + 0.012, 0.016, (0, 0, MIDDLE + rise), m.metal(fittings.DARK, "dark"))


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
    turn = -84.0
    pads = [(*round_at(FEET, a + turn), 0.66, 0.035) for a in LEGS]
    way = math.radians(turn)
    foot = (4.2 * math.cos(way), 4.2 * math.sin(way))
    walked = relief.steps([foot, (2.6, -5.0), (5.4, -3.8)]) + relief.steps([foot, (1.6, -5.5)])
    ground = relief.Site(
        61,
        dents=[*pads, *walked],
        level=12,
        hills=34,
        placed=[(1.0, -9.5, 1.3), (-11, 8, 4.6), (9.5, 3.0, 1.8), (16, 22, 9.0)],
    )
    lander(Assembly().sub((0, 0, 0), z=turn), ground.height)
    for x, y, facing, stance in ((5.7, -3.6, -92.0, suit.CARRYING), (2.0, -5.6, 118.0, suit.WORKING)):
        suit.astronaut(Assembly().sub((x, y, ground.height(x, y) - 0.015), z=facing), stance)
    box = (1.6, -5.0)
    tools = Assembly().sub((*box, ground.height(*box)), z=20)
    tools.box((0.62, 0.4, 0.3), (0, 0, 0.42), m.paint(), bevel=0.03)
    for dx in (-0.26, 0.26):
        for dy in (-0.16, 0.16):
            tools.tube((dx, dy, 0.3), (dx * 1.3, dy * 1.3, 0.0), 0.014, m.metal(), sides=10)
    tools.tube((0.2, 0.1, 0.56), (0.3, 0.1, 1.3), 0.012, m.metal(), sides=10)
    fittings.optics(tools.facing((0.3, 0.1, 1.34), (-0.6, 0.8, 0)), 0.1)
    view = stage.look((10.2, -12.6, 1.75), (0.7, 0.0, 3.1), 48)
    stage.sun(-112, 12, 14.0, fill=0.06)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=5.4, count=520, spread=50)
    stage.earth(view, 15.5, 8.5)


PLATES = {"ru-crewed-lander": (landing, 8, -0.1)}
PROFILES = {"ru-crewed-lunar": (craft, -90.0)}
