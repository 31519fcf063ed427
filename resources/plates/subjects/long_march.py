"""Long March 5, 8 and 3B, the launchers of China's probes to the Moon.

Read: Long March 5: 57 m, core 5 m wide, four boosters 3.35 m wide and 27.6 m long with two YF-100 each, first stage
31.7 m with two YF-77, second stage 10.6 m (mirror of Wikipedia's "Long March 5", kiwix.campusafrica). Long March 8:
50.34 m, core 25.083 m by 3.35 m with two YF-100, two boosters 26.903 m by 2.25 m with one, second stage 12.375 m by
3.0 m (mirror of Wikipedia, cloudfront), fairing 4.2 m (Borneo Bulletin, 2020). Long March 3B/E: 56.326 m, boosters
16.1 m by 2.25 m, first stage 23.272 m by 3.35 m (3B) with four engines, second 9.943 m, third 12.375 m by 3.0 m
(Wikipedia, self.gutenberg.org). The 3B/E's first stage is drawn 1.5 m longer for its greater height; fairings,
interstages and the pads are estimated beside these figures. Lettering and flags are left off.
"""

from __future__ import annotations

from typing import Final

from kit import materials as m
from kit import pads, places, rockets, service, stage, twilight
from kit.assembly import Assembly
from kit.rockets import Spot

CORE_5: Final = 2.5
BOOSTER_5: Final = 1.675
CORE_8: Final = 1.675
BOOSTER_8: Final = 1.125
THIRD: Final = 1.5
GREY: Final[m.Colour] = (0.52, 0.53, 0.54)


def _strap_on(at: Assembly, radius: float, length: float, nozzles: list[Spot], bell: float, *, low: float) -> None:
    """Build a strap-on booster with a slanted nose; its core lies towards -x."""
    nose = radius * 4.2
    white = rockets.skin(pitch=2.3)
    rockets.engines(at, nozzles, bell, low * 1.15, top=low * 1.15)
    rockets.hull(at, [(low, radius * 1.04), (low + radius, radius), (length - nose, radius)], white)
    rockets.base(at, radius, low, 0.5)
    rockets.ribbed(at, radius, low + 0.1, low + radius * 1.2, rockets.skin(GREY, "tail"))
    rockets.ribbed(at, radius, length * 0.42, length * 0.42 + radius * 0.7, white)
    rockets.leaning(at, radius, length - nose, nose, white)
    rockets.hoops(at, radius, (length - nose, length * 0.66), rockets.skin(GREY, "tail"), thick=0.03)
    rockets.raceway(at, radius, 35, low + radius, length - nose, white, width=radius * 0.16)
    for z in (low + radius * 1.4, length - nose - 0.4):
        for side in (-1, 1):
            at.tube((-radius * 0.9, side * radius * 0.5, z), (-radius - 0.7, side * radius * 0.2, z), 0.1, m.metal())


def long_march_5(at: Assembly) -> None:
    """Build Long March 5: wide hydrogen core, four kerosene boosters, von Kármán fairing."""
    white, foam = rockets.skin(), rockets.skin((0.76, 0.755, 0.73), "foam", pitch=1.7, rough=0.6, frost=0.25)
    rockets.engines(at, [(0.95, 0), (-0.95, 0)], 0.72, 2.1, top=3.1, name="yf-77")
    rockets.hull(at, [(2.7, CORE_5), (30.2, CORE_5)], foam)
    rockets.base(at, CORE_5, 2.7, 0.6)
    rockets.ribbed(at, CORE_5, 2.7, 4.6, rockets.skin(GREY, "tail"))
    rockets.ribbed(at, CORE_5, 24.2, 26.4, white)
    rockets.hull(at, [(30.2, CORE_5), (44.4, CORE_5)], white)
    rockets.ribbed(at, CORE_5, 30.2, 34.0, white)
    rockets.ribbed(at, CORE_5, 42.6, 43.9, white)
    rockets.hoops(at, CORE_5, (34.0, 38.6, 42.6), rockets.skin(GREY, "tail"))
    rockets.fairing(at, 45.0, 2.6, 4.2, 56.97 - 49.2, white, foot=(CORE_5, 0.6), blunt=0.16)
    for angle in (45, 225):
        rockets.raceway(at, CORE_5, angle, 4.6, 30.2, white, width=0.42)
        rockets.raceway(at, CORE_5, angle + 18, 34.0, 43.0, white)
    for k in range(4):
        out = at.sub((0, 0, 0), z=90 * k).sub((CORE_5 + BOOSTER_5 + 0.14, 0, 0))
        _strap_on(out, BOOSTER_5, 27.6, [(0, 0.78), (0, -0.78)], 0.7, low=1.5)


def _hydrogen_stage(at: Assembly, low: float, high: float) -> None:
    """Build the 3.0 m hydrogen stage that Long March 8 and 3B share, its foam iced over."""
    rockets.hull(at, [(low, THIRD), (high, THIRD)], rockets.skin((0.8, 0.8, 0.77), "foam-3", pitch=1.5, frost=0.5))
    rockets.ribbed(at, THIRD, low, low + 1.5, rockets.skin(GREY, "tail"))
    rockets.ribbed(at, THIRD, high - 1.2, high, rockets.skin())
    rockets.hoops(at, THIRD, (low + 4.6, low + 8.2), rockets.skin())
    rockets.raceway(at, THIRD, 60, low + 1.5, high - 1.2, rockets.skin())


def long_march_8(at: Assembly) -> None:
    """Build Long March 8: a slim core between two boosters that overtop it, hammerhead fairing."""
    white = rockets.skin()
    rockets.engines(at, [(0, 0.8), (0, -0.8)], 0.7, 1.75, top=1.75)
    rockets.hull(at, [(1.3, CORE_8 * 1.02), (25.1, CORE_8)], white)
    rockets.base(at, CORE_8, 1.3, 0.5)
    for low, high in ((1.3, 3.2), (11.6, 13.2), (22.6, 25.1)):
        rockets.ribbed(at, CORE_8, low, high, rockets.skin(GREY, "tail") if low < 2 else white)
    rockets.hull(at, [(25.1, CORE_8), (27.4, THIRD)], white)
    _hydrogen_stage(at, 27.4, 38.1)
    rockets.fairing(at, 39.3, 2.1, 5.2, 50.34 - 44.5, white, foot=(THIRD, 1.2), third=0.25, blunt=0.3)
    rockets.raceway(at, CORE_8, 75, 3.2, 25.0, white)
    for k in range(2):
        out = at.sub((0, 0, 0), z=180 * k).sub((CORE_8 + BOOSTER_8 + 0.12, 0, 0))
        _strap_on(out, BOOSTER_8, 26.903, [(0, 0)], 0.7, low=1.3)


def long_march_3b(at: Assembly) -> None:
    """Build Long March 3B/E: four short boosters with fins, lattice between the stages, 4 m fairing."""
    white = rockets.skin(pitch=2.0)
    rockets.engines(at, rockets.ring_of(4, 0.95, 45), 0.55, 1.6, top=2.0, name="yf-20")
    rockets.hull(at, [(1.7, CORE_8), (24.4, CORE_8)], white)
    rockets.base(at, CORE_8, 1.7, 0.5)
    for low, high in ((1.7, 3.4), (13.2, 14.8), (22.8, 24.4)):
        rockets.ribbed(at, CORE_8, low, high, white)
    rockets.truss(at, (24.4, CORE_8 * 0.97), (25.9, CORE_8 * 0.97), m.metal((0.4, 0.41, 0.42), "truss"), count=16)
    rockets.engines(at, [(0, 0)], 0.75, 1.2, top=26.0)
    rockets.hull(at, [(25.9, CORE_8), (34.2, CORE_8), (35.4, THIRD)], white)
    rockets.ribbed(at, CORE_8, 32.4, 34.1, white)
    _hydrogen_stage(at, 35.4, 46.2)
    rockets.fairing(at, 47.4, 2.0, 4.6, 56.326 - 52.0, white, foot=(THIRD, 1.2), third=0.3, blunt=0.42)
    rockets.raceway(at, CORE_8, 45, 3.4, 24.4, white)
    for k in range(4):
        out = at.sub((0, 0, 0), z=90 * k).sub((CORE_8 + BOOSTER_8 + 0.1, 0, 0))
        _strap_on(out, BOOSTER_8, 16.1, [(0, 0)], 0.58, low=0.9)
        plate = [(BOOSTER_8 * 0.95, 0.95), (BOOSTER_8 + 1.25, 0.95), (BOOSTER_8 + 1.25, 1.7), (BOOSTER_8, 4.1)]
        rockets.fin(out, plate, 0.14, rockets.skin(GREY, "tail"))


def dawn_on_the_coast() -> None:
    """Draw Long March 5 before a launch at dawn, from the edge of its flame trench, the sea behind."""
    eye = (34.0, -106.0)
    places.wenchang(eye, (126, -4.2), 3.0, bearing=98.0)
    pads.apron(110.0, hole=(15.0, 46.0), deep=16, damp=0.65)
    _table(Assembly(), 15.0)
    long_march_5(Assembly().sub((0, 0, 3.2), z=45))
    away = Assembly().sub((-15.5, 10.0, 0.0), z=-33)
    pads.tower(away, 9.0, 62.0, storey=5.0, material=m.paint((0.34, 0.40, 0.46), "tower-blue", 0.5), bar=0.3)
    for z in (14.0, 36.5, 46.0):
        pads.arm(Assembly(), (-11.5, 7.4, z), (-4.6, 2.9, z))
        service.umbilicals(Assembly(), (-5.0, 3.2, z), (-2.0, 1.2, z - 1.2))
    for x, y, high in ((-50.0, 52.0, 30.0), (44.0, 74.0, 30.0)):
        pads.mast(Assembly().sub((x, y, 0)), high, (0, 0, 25))
    for x, y in ((-62, 30), (36, 44), (-30, 84)):
        pads.lightning(Assembly().sub((x, y, 0)), 62)
    for x in (16.0, 29.0):
        service.store(Assembly().sub((x, 98.0, 0)), 5.0)
    for x, y, turn, tint, name in (
        (14.9, -47.0, 100, (0.85, 0.32, 0.05), "orange"),
        (16.0, -46.4, 160, (0.1, 0.2, 0.5), "blue"),
        (-13.6, -24.0, 60, (0.1, 0.2, 0.5), "blue"),
        (11.6, -8.0, 180, (0.85, 0.32, 0.05), "orange"),
    ):
        pads.worker(Assembly().sub((x, y, 0), z=turn), tint, name, point=turn == 160)
    service.van(Assembly().sub((24.0, -14.0, 0), z=150))
    for side in (-1, 1):
        pads.fence(Assembly(), [(side * 8.2, -22.8, 0), (side * 8.2, 22.8, 0)])
    service.lit([((70, -40, 22), (0, 0, 18), 4.2), ((74, -44, 22), (0, 0, 46), 4.6)], cone=46)
    service.lit([((-60, -50, 24), (-6, 0, 34), 1.6), ((0, 8, -10), (0, 0, 4), 3.0)], cone=80, colour=service.SODIUM)
    service.lit([((-50, 52, 30), (0, 0, 34), 4.0), ((-24, -14, 1), (-14, 8, 34), 2.2)], cone=70, colour=service.SODIUM)
    stage.look((*eye, 1.7), (-6.0, 0.0, 1.7), 56, shift=0.228)


def _table(at: Assembly, span: float) -> None:
    """Bridge the flame trench by a launch table on four feet."""
    steel = m.paint((0.30, 0.31, 0.32), "table", 0.55)
    for side in (-1, 1):
        at.box((span + 3, 1.6, 2.4), (0, side * 5.4, 1.2), steel, bevel=0.1)
        at.box((1.6, 12.4, 2.4), (side * 5.4, 0, 1.2), steel, bevel=0.1)
        for x in (-6.6, 6.6):
            at.box((2.2, 2.6, 3.2), (x, side * 5.4, 1.6), steel, bevel=0.15)
    for x, y in rockets.ring_of(8, 5.2, 22.5):
        at.tube((x, y, 2.2), (x * 0.92, y * 0.92, 4.7), 0.28, m.metal((0.35, 0.35, 0.36), "dark"))


def rolling_out() -> None:
    """Draw Long March 8 leaving its hall upright, soon after sunrise, on the platform that carries its tower too."""
    eye = (-64.0, -108.0)
    places.wenchang(eye, (-18, 5.0), 0.14, bearing=75.0, away=900.0, reach=150.0)
    twilight.low_sun(-26, 7.0, 8.0)
    pads.apron(150.0, damp=0.5)
    for x in (-7.0, 7.0):
        pads.track(Assembly().sub((x, 110, 0), z=90), 420)
    at = Assembly()
    steel = m.paint((0.30, 0.36, 0.43), "platform", 0.5)
    at.box((19.0, 24.0, 3.0), (0, 3.0, 4.3), steel, bevel=0.15)
    for x in (-7.0, 7.0):
        for y in (-5.5, 3.0, 11.5):
            pads.bogie(at.sub((x, y, 0.5), z=90), wheels=6)
            at.box((2.6, 3.0, 1.6), (x, y, 2.2), steel, bevel=0.08)
    pads.fence(at, [(9.3, 14.8, 5.8), (9.3, -8.8, 5.8), (-9.3, -8.8, 5.8), (-9.3, 14.8, 5.8)])
    for x, y in rockets.ring_of(8, 3.4, 22.5):
        at.tube((x, y, 5.7), (x * 0.86, y * 0.86, 7.4), 0.2, m.metal((0.35, 0.35, 0.36), "dark"))
    long_march_8(at.sub((0, 0, 6.3), z=12))
    blue = m.paint((0.20, 0.31, 0.44), "tower-deep", 0.5)
    pads.tower(at.sub((0, 10.4, 5.8)), 7.0, 47.0, storey=4.7, bar=0.24, material=blue)
    for z in (24.0, 33.0, 43.0):
        pads.arm(at, (0, 7.2, 5.8 + z), (0, 2.8, 5.8 + z), width=1.1, material=blue)
        service.umbilicals(at, (0.0, 3.2, 5.4 + z), (0.0, 1.5, 4.8 + z), sag=0.7, thick=0.08)
    hall = Assembly().sub((-6, 290, 0))
    hall.box((74, 60, 92), (0, 32, 46), m.paint((0.42, 0.43, 0.44), "hall-near", 0.7), bevel=0.0)
    for k in range(8):
        hall.box((74.3, 60.3, 0.35), (0, 32, 11.0 * k + 9.0), m.paint((0.36, 0.42, 0.5), "course", 0.7), bevel=0.0)
    pads.doorway(hall.sub((6, 1.4, 0)), 25.0, 80.0)
    for side in (-1, 1):
        hall.box((6, 1.2, 82), (6 + side * 15.6, 1.0, 41), m.paint((0.42, 0.46, 0.52), "leaf", 0.6), bevel=0.0)
    for x, y, turn in ((-4.5, -15, -90), (-2.8, -16, -80), (3.0, -15.5, -100), (-13.0, -16, -85), (-14, -7, -90)):
        pads.worker(Assembly().sub((x, y, 0), z=turn), (0.08, 0.16, 0.45), "blue")
    stage.look((*eye, 1.8), (-11.2, 5.3, 1.8), 46, shift=0.245)


def xichang() -> None:
    """Draw Long March 3B from the hillside above its pad as night falls, the service tower drawn back."""
    eye = (14.0, -165.0)
    places.xichang(eye)
    pads.apron(75.0, hole=(9.0, 30.0), deep=12, damp=0.4)
    at = Assembly()
    steel = m.paint((0.26, 0.28, 0.3), "table", 0.55)
    at.lathe([(3.4, 0.3), (5.2, 0.3), (5.2, 1.8), (3.4, 1.8), (3.4, 0.3)], steel, sides=48)
    for x, y in rockets.ring_of(4, 4.6):
        at.box((1.4, 1.4, 2.0), (x, y, 0.9), steel, bevel=0.1)
    long_march_3b(at.sub((0, 0, 1.9), z=20))
    red = m.paint((0.42, 0.12, 0.06), "red", 0.5)
    pads.tower(Assembly().sub((-9.6, 6.5, 0), z=-34), 6.4, 56.0, storey=4.7, bar=0.24, material=red)
    for z in (33.0, 42.0, 49.5):
        pads.arm(Assembly(), (-7.0, 4.7, z), (-2.2, 1.5, z), width=1.2, material=red)
        service.umbilicals(Assembly(), (-2.6, 1.7, z), (-1.3, 0.8, z - 1.0), sag=0.8, thick=0.09)
    moved = Assembly().sub((50.0, 112.0, 0), z=12)
    for x in (-9.0, 9.0):
        pads.tower(moved.sub((x, 0, 0)), 7.0, 76.0, storey=6.4, bar=0.34, depth=12.0, material=red)
    moved.box((27.0, 14.0, 5.0), (0, 0, 78.0), m.paint((0.34, 0.36, 0.38), "head", 0.6), bevel=0.1)
    for x in (12.4, 17.6):
        pads.track(Assembly().sub((x, 18, 0), z=90), 112)
    for x, y, turn in ((9.5, -9.0, 140), (10.8, -8.2, 170), (-14, -12, 40), (16, 3, 190), (-3, -26, 80)):
        pads.worker(Assembly().sub((x, y, 0), z=turn))
    service.van(Assembly().sub((26.0, -24.0, 0), z=160))
    service.store(Assembly().sub((-44.0, 40.0, 0)), 4.0)
    for x, y in ((-40.0, 26.0), (44.0, 20.0)):
        pads.mast(Assembly().sub((x, y, 0)), 26, (0, 0, 20))
    for x, y in ((-46, 72), (24, 74)):
        pads.lightning(Assembly().sub((x, y, 0)), 58)
    service.lit([((58, -60, 28), (0, 0, 16), 4.6), ((62, -66, 28), (0, 0, 44), 5.0)], cone=40)
    service.lit([((-40, 26, 28), (0, 0, 34), 5.0), ((-44, -40, 26), (-4, 0, 22), 1.4)], cone=64, colour=service.SODIUM)
    service.lit([((60, 60, 10), (50, 112, 40), 1.6), ((30, -30, 30), (4, -8, 0), 1.3)], cone=90, colour=service.SODIUM)
    stage.look((*eye, 27.0), (14.0, 0.0, 27.0), 38)


PLATES = {
    "long-march-5-pad": (dawn_on_the_coast, 18, 0.0),
    "long-march-8-rollout": (rolling_out, 16, 0.0),
    "long-march-3b-pad": (xichang, 16, 0.0),
}
PROFILES = {
    "long-march-5": (long_march_5, 0),
    "long-march-8": (long_march_8, 0),
    "long-march-3b": (long_march_3b, 0),
}
