"""Soyuz-2.1b with Fregat, Angara-A5 and the planned Yenisei.

Read: Soyuz: four boosters 19.6 m by 2.68 m and a core of 27.1 m by 2.95 m, third stage 2.66 m wide (Wikipedia,
"Soyuz-FG", whose stages Soyuz-2 keeps); four chambers a block, two or four for steering, 8.1 m of third stage with a
four-chamber engine, 10.3 m across the foot (rlf1.at). Angara-A5: 54.5 m high (exampur, 2024), like modules with one
RD-191 each, four round one, a URM-2 stage with RD-0124A above (Interfax, 2023). Yenisei: of its plans that of 2018 and
2019 is shown: about 100 m high, six side blocks with RD-171 from Soyuz-5 round a centre with RD-180, third stage from
Angara-A5V (novosti-dny.su, January 2019; TASS, 25 March 2019). The widths of Angara's modules (2.9 and 3.6 m), of
Yenisei's blocks (4.1 m) and stages are working figures; fairings, trusses, noses and fins are estimated.
"""

from __future__ import annotations

from typing import Final

from kit import earth, pads, places, plumes, rockets, service, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.base import glow

GREEN: Final[m.Colour] = (0.20, 0.225, 0.19)
ORANGE: Final[m.Colour] = (0.62, 0.27, 0.08)
BARE: Final[m.Colour] = (0.55, 0.56, 0.56)
MODULE: Final = 1.45
URM_2: Final = 1.8
BLOCK: Final = 2.05


def _chambers(at: Assembly, reach: float, exit_radius: float, *, top: float, verniers: int) -> None:
    """Hang a four-chamber engine with its small steering chambers."""
    rockets.engines(
        at, rockets.ring_of(4, reach, 45), exit_radius, 1.35, top=top, colour=(0.42, 0.27, 0.2), name="rd-107"
    )
    for x, y in rockets.ring_of(verniers, reach * 1.75, 90 if verniers == 2 else 0):
        rockets.engines(at.sub((x, y, 0)), [(0, 0)], exit_radius * 0.42, 0.6, top=top - 0.3, name="steering")


def _soyuz_booster(at: Assembly) -> None:
    """Build a conical strap-on that leans on the core: grey kerosene tank below, iced oxygen tank above, ball nose."""
    _chambers(at, 0.52, 0.36, top=1.4, verniers=2)
    rockets.hull(at, [(1.35, 1.34), (4.2, 1.3)], rockets.skin(ORANGE, "tail-orange", pitch=1.2))
    rockets.base(at, 1.34, 1.35, 0.4)
    lean = [(4.2, 1.3), (9.6, 1.13), (17.0, 0.62), (19.1, 0.3)]
    for (low, r0), (high, r1), colour in zip(
        lean,
        lean[1:],
        (
            rockets.skin(GREEN, "fuel", pitch=1.5),
            rockets.skin((0.7, 0.72, 0.72), "lox", frost=0.75),
            rockets.skin(GREEN, "tip"),
        ),
        strict=False,
    ):
        rockets.hull(at, [(low, r0), (high, r1)], colour)
    at.ball(0.3, (0, 0, 19.2), m.metal(), rows=16)
    rockets.hoops(at, 1.3, (4.2,), m.paint(BARE, "hoop"))
    rockets.hoops(at, 1.13, (9.6,), m.paint(BARE, "hoop"))
    rockets.raceway(at, 1.12, 60, 2.0, 9.2, m.paint(BARE, "hoop"), width=0.2)
    rockets.fin(at, [(1.2, 1.35), (2.0, 1.35), (2.0, 2.0), (1.25, 3.2)], 0.1, rockets.skin(GREEN, "fuel", pitch=1.5))


def soyuz_2(at: Assembly, *, boosters: bool = True) -> None:
    """Build Soyuz-2.1b: four cones round a hammerhead core, open truss, third stage, wide fairing over Fregat."""
    green, ice = rockets.skin(GREEN, "fuel", pitch=1.5), rockets.skin((0.7, 0.72, 0.72), "lox", frost=0.75)
    _chambers(at, 0.5, 0.36, top=1.4, verniers=4)
    rockets.hull(at, [(1.45, 1.02), (12.5, 1.02)], green)
    rockets.base(at, 1.0, 1.45, 0.4)
    rockets.hull(at, [(12.5, 1.02), (17.4, 1.15), (19.6, 1.475)], green)
    rockets.hull(at, [(19.6, 1.475), (24.0, 1.475), (26.6, 1.24)], ice)
    rockets.hoops(at, 1.475, (19.6, 22.2), m.paint(BARE, "hoop"))
    rockets.truss(at, (26.6, 1.24), (28.2, 1.33), m.metal((0.4, 0.41, 0.42), "truss"), count=12, width=0.1)
    rockets.engines(at, rockets.ring_of(4, 0.6, 45), 0.34, 0.9, top=28.4, name="rd-0124")
    rockets.hull(at, [(28.2, 1.33), (31.6, 1.33)], green)
    rockets.hull(at, [(31.6, 1.33), (34.9, 1.33)], ice)
    rockets.ribbed(at, 1.33, 28.2, 29.4, green)
    rockets.raceway(at, 1.33, 30, 28.4, 34.6, m.paint(BARE, "hoop"))
    white = rockets.skin()
    rockets.fairing(at, 36.0, 2.055, 5.4, 5.0, white, foot=(1.33, 1.3), third=0.25, blunt=0.5)
    for k in range(4 if boosters else 0):
        side = at.sub((0, 0, 0), z=45 + 90 * k)
        _soyuz_booster(side.sub((3.0, 0, 0), y=-5.6))
        side.tube((1.1, 0, 18.6), (1.5, 0, 19.2), 0.16, m.metal())


def _module(at: Assembly, top: float, *, slant: bool) -> None:
    """Build a universal module: one engine, dark tail, white tanks; `slant`: with the nose of a strap-on."""
    white = rockets.skin(name="urm", pitch=1.8)
    rockets.engines(at, [(0, 0)], 0.72, 2.0, top=2.0, colour=(0.34, 0.3, 0.27), name="rd-191")
    rockets.hull(at, [(1.4, MODULE), (4.0, MODULE)], rockets.skin((0.3, 0.31, 0.33), "aft", pitch=1.3))
    rockets.base(at, MODULE, 1.4, 0.4)
    rockets.ribbed(at, MODULE, 1.5, 3.6, rockets.skin((0.3, 0.31, 0.33), "aft", pitch=1.3))
    rockets.hull(at, [(4.0, MODULE), (top, MODULE)], white)
    rockets.ribbed(at, MODULE, 11.0, 12.8, rockets.skin((0.36, 0.37, 0.38), "inter", pitch=1.3))
    rockets.hull(at, [(13.4, MODULE + 0.012), (top - 1.6, MODULE + 0.012)], rockets.skin(name="urm-ice", frost=0.2))
    rockets.raceway(at, MODULE, 40, 4.0, top - 1.0, white, width=0.24)
    if slant:
        rockets.leaning(at, MODULE, top, 4.6, white, lean=0.75)
        for z in (4.4, top - 0.8):
            at.tube((-MODULE * 0.8, 0, z), (-MODULE - 0.6, 0, z), 0.14, m.metal())


def angara(at: Assembly) -> None:
    """Build Angara-A5: one module in the middle, four round it, the wider URM-2 and a fairing above."""
    _module(at, 25.6, slant=False)
    for k in range(4):
        _module(at.sub((0, 0, 0), z=90 * k).sub((2 * MODULE + 0.28, 0, 0)), 21.4, slant=True)
    aft = rockets.skin((0.3, 0.31, 0.33), "aft", pitch=1.3)
    rockets.hull(at, [(25.6, MODULE), (28.4, URM_2)], aft)
    rockets.ribbed(at, URM_2, 28.4, 30.2, aft)
    rockets.hull(at, [(28.4, URM_2), (36.4, URM_2)], rockets.skin(name="urm", pitch=1.8))
    rockets.hoops(at, URM_2, (32.4, 36.4), m.paint(BARE, "hoop"))
    rockets.raceway(at, URM_2, 40, 30.2, 36.0, rockets.skin())
    rockets.fairing(at, 38.0, 2.175, 8.6, 54.5 - 46.6, rockets.skin(), foot=(URM_2, 1.6), third=0.2, blunt=0.4)


def _block(at: Assembly, *, nose: bool) -> None:
    """Build a side block from the first stage of Soyuz-5: four chambers, a long tank, a slanted nose."""
    white, grey = rockets.skin(name="block", pitch=2.2), rockets.skin((0.4, 0.41, 0.43), "block-aft", pitch=1.4)
    rockets.engines(at, rockets.ring_of(4, 0.92, 45), 0.72, 2.1, top=2.1, colour=(0.36, 0.3, 0.26), name="rd-171")
    rockets.hull(at, [(1.6, BLOCK), (36.0, BLOCK)], white)
    rockets.base(at, BLOCK, 1.6, 0.5)
    rockets.ribbed(at, BLOCK, 1.6, 4.6, grey)
    rockets.ribbed(at, BLOCK, 13.2, 15.4, grey)
    rockets.hoops(at, BLOCK, (24.0, 35.6), grey)
    rockets.raceway(at, BLOCK, 25, 4.6, 35.4, white, width=0.34)
    if nose:
        rockets.leaning(at, BLOCK, 36.0, 7.4, white, lean=0.8)


def yenisei(at: Assembly) -> None:
    """Build Yenisei as planned in 2019: six side blocks, a longer centre, a wide hydrogen stage and fairing."""
    white, grey = rockets.skin(name="block", pitch=2.2), rockets.skin((0.4, 0.41, 0.43), "block-aft", pitch=1.4)
    rockets.engines(at, [(0.8, 0), (-0.8, 0)], 0.72, 2.1, top=2.1, colour=(0.36, 0.3, 0.26), name="rd-171")
    rockets.hull(at, [(1.6, BLOCK), (48.0, BLOCK)], white)
    rockets.base(at, BLOCK, 1.6, 0.5)
    rockets.ribbed(at, BLOCK, 44.0, 48.0, grey)
    for k in range(6):
        _block(at.sub((0, 0, 0), z=60 * k).sub((2 * BLOCK + 0.3, 0, 0)), nose=True)
    wide = 3.1
    rockets.hull(at, [(48.0, BLOCK), (53.0, wide)], grey)
    rockets.hull(at, [(53.0, wide), (70.0, wide)], rockets.skin((0.78, 0.77, 0.74), "hydrogen", pitch=1.9, frost=0.35))
    rockets.ribbed(at, wide, 53.0, 56.0, grey)
    rockets.ribbed(at, wide, 67.0, 70.0, white)
    rockets.raceway(at, wide, 30, 56.0, 67.0, white, width=0.4)
    rockets.fairing(at, 72.4, 3.75, 14.6, 13.0, white, foot=(wide, 2.4), third=0.15, blunt=0.6)


def korolev_cross() -> None:
    """Draw Soyuz as its four boosters fall away together: the cross that watchers on the ground know."""
    course, side = (0.80, 0.32, 0.50), (0.35, -0.85, 0.25)
    at = rockets.flying((-13.0, -16.0, -7.0), course, side)
    soyuz_2(at, boosters=False)
    plumes.plume(at, 1.2, 22.0, 6.0, strength=0.35, name="rd-108", light=2.0e4)
    for k in range(4):
        away = at.sub((0, 0, 0), z=45 + 90 * k).sub((9.4, 0, -5.0), y=26)
        _soyuz_booster(away)
        plumes.plume(away, 0.5, 7.0, 1.6, strength=0.06, name="vent")
    view = stage.look((-5.0, -70.0, 1.0), (0.5, 0.0, -1.2), 60)
    stage.sun(203, 14, 14.0, fill=0.035)
    earth.below(view, (203, 14), altitude=85.0, lean=-8.0, turn=(150, 40, 30))


def angara_by_rail() -> None:
    """Draw Angara-A5 on its way to the pad on a winter morning: it lies on its erector, drawn through the taiga."""
    eye = (-47.0, -22.0)
    places.taiga(eye, 29.0)
    ground = Assembly()
    for y in (0.0, -11.5):
        pads.track(ground.sub((60, y, 0)), 420)
    axis = Assembly().sub((-27.0, 0, 7.6), y=90).sub((0, 0, 0), z=45)
    angara(axis)
    _erector(Assembly())
    for x, turn in ((-31.0, 40), (-29.6, 150), (-8.0, 20), (14.0, 0)):
        pads.worker(Assembly().sub((x, -6.2, 0.0), z=turn), (0.75, 0.3, 0.04), "padded")
    for x, y in ((-30.0, 19.0), (22.0, 19.0), (74.0, 19.0), (126.0, 19.0)):
        pads.mast(Assembly().sub((x, y, 0)), 17, (x, 0, 2), lamps=3)
        service.lit([((x, y, 18), (x + 4, 0, 4), 1.6)], cone=95, colour=service.SODIUM)
    service.lit([((-66, -50, 14), (-20, 0, 7), 2.6), ((2, -44, 13), (6, 0, 7), 2.8)], cone=90)
    service.lit([((-40, 16, 12), (-24, 0, 9), 2.4)], cone=90, colour=service.SODIUM)
    stage.look((*eye, 1.9), (-3.0, 2.4, 1.9), 55, shift=0.15)


def _erector(at: Assembly) -> None:
    """Build the carriage under a lying Angara: girder frame with saddles on bogies, a buffer car at each end."""
    blue, steel = m.paint((0.06, 0.12, 0.2), "erector", 0.45), m.metal((0.4, 0.41, 0.42), "saddle")
    girder = at.sub((-28.0, 0, 2.7), y=90)
    rockets.bars(girder, pads.lattice(1.7, 0.0, 56.0, 2.4, depth=3.4), 0.22, blue)
    for x in (-24.0, -12.5, 0.5, 9.0, 21.0):
        at.box((1.0, 4.4, 0.5), (x, 0, 3.7), blue, bevel=0.06)
        high = 4.2 if x < -2 else 5.9
        for y in (-1.5, 1.5):
            at.tube((x, y, 3.8), (x, y * 0.8, high), 0.22, steel)
    for x in (-23.0, -9.0, 8.0, 23.0):
        pads.bogie(at.sub((x, 0, 0.5)), wheels=6)
        at.box((4.6, 2.4, 0.5), (x, 0, 1.75), blue, bevel=0.05)
    _locomotive(at.sub((38.0, 0, 0.5)))


def _locomotive(at: Assembly) -> None:
    """Build a shunting diesel: long hood with louvres, cab with lit windows, railings, buffers, lamps."""
    red, black = m.paint((0.30, 0.06, 0.04), "locomotive", 0.45), m.black()
    at.box((15.0, 2.9, 0.5), (0, 0, 1.3), black, bevel=0.05)
    at.box((8.2, 2.2, 2.3), (2.6, 0, 2.7), red, bevel=0.14)
    at.box((2.6, 2.2, 2.0), (-5.6, 0, 2.5), red, bevel=0.14)
    at.box((2.9, 2.9, 3.1), (-2.9, 0, 3.1), red, bevel=0.12, top=0.94)
    for y in (-1.44, 1.44):
        for x in (-3.6, -2.3):
            at.box((0.9, 0.1, 0.9), (x, y, 3.7), glow(pads.WARM, 2.5, "cab"), bevel=0.02)
        for k in range(9):
            at.box((0.5, 0.1, 1.3), (-0.8 + 0.8 * k, y * 0.78, 2.7), black, bevel=0.0)
    at.box((0.1, 2.0, 0.7), (-4.38, 0, 3.9), glow(pads.WARM, 2.5, "cab"), bevel=0.02)
    for y in (-0.8, 0.8):
        at.facing((-7.0, y, 3.0), (-1, 0, 0)).lathe([(0.2, -0.1), (0.2, 0.05)], black, sides=20)
        at.ball(0.14, (-7.04, y, 3.0), glow(pads.WARM, 30.0, "landing"), rows=10)
        at.tube((-7.5, y, 1.1), (-8.0, y, 1.1), 0.24, m.metal(), sides=18)
    pads.fence(at, [(-7.2, -1.4, 1.5), (7.2, -1.4, 1.5)])
    for x in (-4.6, 4.6):
        pads.bogie(at.sub((x, 0, 0)), wheels=3)


def six_blocks() -> None:
    """Draw Yenisei as planned, from ahead and against the Sun: six slanted noses ring the centre."""
    at = rockets.flying((28.0, 24.0, -38.0), (-0.546, -0.492, 0.677), (0.8, -0.5, 0.3))
    yenisei(at)
    spots = [(0.0, 0.0), *rockets.ring_of(6, 2 * BLOCK + 0.3)]
    plumes.jets(at, spots, 1.7, 22.0, strength=3.0, name="rd-171")
    plumes.plume(at, 5.5, 70.0, 24.0, strength=0.3, name="yenisei")
    plumes.lamp(at, 3.0e5, 6.0, plumes.KEROSENE[0])
    pads.flood((-90, -150, 60), (4, 4, -6), 5.4, cone=60, colour=(0.8, 0.88, 1.0), size=4.0)
    view = stage.look((4.0, -92.0, 10.0), (0.5, 0.0, 2.6), 67)
    stage.sun(46, 9, 13.0, fill=0.03)
    earth.below(view, (46, 9), altitude=120.0, lean=9.0, turn=(200, 20, 60))


PLATES = {
    "soyuz-2-cross": (korolev_cross, 10, 0.0),
    "angara-by-rail": (angara_by_rail, 18, 0.0),
    "yenisei-climb": (six_blocks, 10, 0.0),
}
PROFILES = {"soyuz-2": (soyuz_2, 45), "angara": (angara, 0), "yenisei": (yenisei, 30)}
