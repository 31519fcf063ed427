"""Luna-27 drilling near the south pole.

Read: more payload, an improved landing gear, more propellant and more instruments than the lander before it, 2,200 kg;
a model was shown beside that of Luna-Glob (russianspaceweb.com, Luna-Resurs lander); heavy lander that drills and
analyses ice (Wikipedia in Russian as copied at defzone.net, with a model at MAKS 2013); a drill for a depth of one to
two metres and a laboratory (Open University record of Trautner and others, 2024; ESA, 2024), a lidar for the descent
and a television system that watches the taking of soil (SciTechDaily, 2020; news-pravda.com, 2024). No dimensions are
published there and the flight craft hasn't been shown: proportions are estimated beside Luna-25's, with a footprint
a third wider, and the panels stand upright as a Sun near the horizon asks for.
"""

from __future__ import annotations

from kit import fittings, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.ground import Ground, Level
from kit.luna import Platform, drill, platform, round_at, scoop
from kit.parts import Height

SIZE = Platform(frame=1.34, low=0.72, deck=1.72, feet=2.42, tank=0.46, tall=0.34, pad=0.33, bar=0.056, bells=8)
DRUM, WAIST = 1.06, 2.78
CROWN = 2.5
"""Heights of the instrument drum's roof and of the middle of the panels round it."""


def lander(at: Assembly, ground: Height) -> None:
    """Build the lander: a broad platform with long golden tanks, a wide drum, upright panels round it."""
    gold = fittings.mylar(m.GOLD, 0.2, 0.024, "resurs")
    platform(at, SIZE, ground, gold, dark=m.metal((0.3, 0.3, 0.31), "keel", 0.4))
    at.lathe([(DRUM, SIZE.deck), (DRUM, WAIST)], fittings.mylar(m.COPPER, 0.16, 0.014, "drum"), sides=8, start=22.5)
    roof = m.paint((0.8, 0.81, 0.82), "roof", 0.3)
    at.lathe([(DRUM + 0.06, WAIST), (DRUM + 0.06, WAIST + 0.04)], roof, sides=8, start=22.5, bevel=0.008)
    for k in range(8):
        x, y = round_at(DRUM + 0.01, 22.5 + 45 * k)
        at.tube((x, y, SIZE.deck), (x, y, WAIST), 0.024, m.metal((0.68, 0.68, 0.69), "tube", 0.3))
        at.tube(
            (x, y, SIZE.deck + 0.4), (*round_at(1.32, 22.5 + 45 * k), SIZE.deck), 0.018, m.metal(fittings.DARK, "dark")
        )
    _crown(at)
    _instruments(at)
    _mast(at)


def _crown(at: Assembly) -> None:
    """Stand five panels round the drum; the working side stays open between two of them."""
    for a in (90.0, 135.0, 180.0, 225.0, 270.0):
        x, y = round_at(1.22, a)
        wall = at.facing((x, y, CROWN), (x, y, 0.12))
        fittings.panel(wall, 0.94, 1.46, (10, 18))
        for side in (-0.34, 0.34):
            for z in (-0.5, 0.2):
                wall.tube((side, z, -0.03), (side, z, -0.3), 0.014, m.metal(), sides=10)


def _instruments(at: Assembly) -> None:
    """Fit the working side (+x): laboratory, radiators, lidar, boxes of the platform and the isotope source."""
    reach = DRUM * 0.924
    for a in (45.0, -45.0):
        x, y = round_at(reach + 0.03, a)
        fittings.radiator(at.facing((x, y, 2.25), (x, y, 0)), 0.72, 0.9, columns=5, rows=7)
    at.box((0.34, 0.46, 0.4), (reach + 0.1, 0.06, 2.12), m.paint((0.78, 0.78, 0.76), "unit"), bevel=0.025)
    at.lathe([(0.05, 2.26), (0.1, 2.36), (0.08, 2.36)], m.black(), at=(reach + 0.14, 0.0, 0.06), sides=28)
    fittings.optics(at.facing((1.28, 0.32, SIZE.deck + 0.12), (1, 0.1, -0.55)), 0.15, lenses=2)
    lidar = at.facing((1.36, -0.62, SIZE.low + 0.16), (0.4, -0.2, -1))
    lidar.box((0.3, 0.24, 0.3), (0, 0, -0.14), m.paint((0.15, 0.15, 0.16), "lidar"), bevel=0.02)
    lidar.lathe([(0.085, 0.0), (0.085, 0.05), (0.06, 0.05), (0.0, 0.02)], m.glass(), sides=28)
    silver = fittings.mylar(m.SILVER, 0.12, 0.01, "resurs-silver")
    for a, size, skin in (
        (30, (0.3, 0.36, 0.26), silver),
        (-62, (0.34, 0.3, 0.34), m.paint()),
        (118, (0.3, 0.4, 0.3), silver),
    ):
        x, y = round_at(1.2, a)
        at.sub((x, y, SIZE.deck + size[2] / 2), z=a).box(size, (0, 0, 0), skin, bevel=0.02)
    fittings.source(at.facing((*round_at(1.02, 157.5), 2.1), (*round_at(1, 157.5), 0.1)), 0.5, 0.1)
    for a in (12, -30, 60, 200, 310):
        near, far = round_at(DRUM, a), round_at(1.3, a + 6)
        fittings.cable(
            at, [(*near, 2.1), (*round_at(1.1, a + 3), SIZE.deck + 0.07), (*far, SIZE.deck), (*far, 1.3)], 0.015
        )


def _mast(at: Assembly) -> None:
    """Raise the mast of the cameras, the dish on its gimbal, horns and the star sensor."""
    steel = m.metal()
    at.tube((0.5, -0.34, WAIST), (0.5, -0.34, 3.96), 0.034, steel)
    at.box((0.16, 0.5, 0.13), (0.5, -0.34, 4.04), m.paint((0.76, 0.76, 0.74), "head"), bevel=0.02)
    for y in (-0.52, -0.16):
        fittings.optics(at.facing((0.6, y, 4.04), (1, 0, -0.12)), 0.12)
    fittings.cable(at, [(0.54, -0.34, 3.98), (0.56, -0.3, 3.2), (0.52, -0.3, WAIST)], 0.01, m.black())
    at.tube((-0.1, 0.3, WAIST), (-0.1, 0.3, 3.86), 0.045, steel)
    at.box((0.16, 0.16, 0.18), (-0.1, 0.3, 3.92), m.metal(fittings.DARK, "dark"), bevel=0.02)
    parts.dish(
        at.facing((-0.02, 0.24, 4.02), (0.35, -0.9, 0.3)), 0.42, skin=m.paint((0.76, 0.75, 0.72), "dish"), ribs=10
    )
    for x, y in ((0.62, 0.5), (-0.5, -0.56)):
        fittings.horn(at.sub((x, y, WAIST + 0.03)), 0.3, 0.07)
    at.box(
        (0.6, 0.5, 0.22), (-0.2, -0.2, WAIST + 0.13), fittings.mylar(m.SILVER, 0.12, 0.01, "resurs-silver"), bevel=0.03
    )


def arm(at: Assembly, ground: Height) -> None:
    """Build the second sampler, an arm with a scoop."""
    spot = at.world((2.35, 1.12, 0))
    soil = at.local((spot.x, spot.y, ground(spot.x, spot.y))).z
    scoop(at, [(1.2, 0.62, SIZE.deck + 0.2), (1.78, 0.9, 2.5), (2.35, 1.12, soil + 0.2)], 0.03)


def whole(at: Assembly, ground: Height) -> None:
    """Stand the lander on the ground with its drill and arm out."""
    lander(at, ground)
    drill(at, ground, (1.78, -0.34), SIZE.deck)
    arm(at, ground)


def craft(at: Assembly) -> None:
    """Stand it on level ground."""
    whole(at, Level().height)


def polar() -> None:
    """Draw it on a rise at the pole, the Sun on the horizon, the Earth low over the ridge."""
    turn = 62.0
    pads = [(*round_at(SIZE.feet, a + turn), SIZE.pad * 1.1, 0.025) for a in (45, 135, 225, 315)]
    ground = Ground(
        27,
        dents=pads,
        level=8,
        hills=22,
        placed=[(-5.6, 4.6, 0.9), (-4.4, 7.6, 0.5), (8.0, 3.0, 2.2), (4.0, -7.0, 3.2), (26, -30, 12.0)],
    )
    at = Assembly().sub((0, 0, 0), z=turn)
    whole(at, ground.height)
    view = stage.look((-3.2, 10.6, 1.2), (0.15, 0.0, 2.0), 42, shift=0.0)
    stage.sun(150, 9, 17.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.0, count=640, spread=46, largest=0.9)
    stage.earth(view, -15.0, 6.0)


PLATES = {"luna-27-drill": (polar, 10, -0.15)}
PROFILES = {"luna-27": (craft, -90.0)}
