"""The Space Launch System with Orion, and New Glenn.

Read: SLS Block 1: 98.15 m high (dewiki.de), core stage 64.6 m by 8.4 m with four RS-25, ICPS 5 m wide (Infogalactic),
two solid boosters of 54 m (copy of Wikipedia at amedleyofpotpourri.blogspot.com, 2021), stage adapter a cone of about
9.1 m by 9.1 m (Boeing). New Glenn: 98 m high, fairing 7 m wide (gagadget), seven BE-4 on the first stage and two BE-3U
on the second (collectSPACE), aft strakes and forward fins (Space Launch Report, 2017). The boosters' width of 3.7 m,
Orion's and the escape tower's proportions, the lengths of New Glenn's stages, its fins and legs are estimated beside
these; lettering is left off.
"""

from __future__ import annotations

from typing import Final

from kit import earth, pads, places, plumes, rockets, service, stage
from kit import materials as m
from kit.assembly import Assembly, Material
from kit.base import glow

CORE: Final = 4.2
BOOSTER: Final = 1.86
FOAM: Final[m.Colour] = (0.56, 0.235, 0.065)
GLENN: Final = 3.5


def _solid_booster(at: Assembly) -> None:
    """Build a five-segment booster: flared aft skirt, joints, separation motors, blunt cone."""
    white = rockets.skin(name="srb", pitch=7.9)
    at.shell([(1.86, 0.0), (1.6, 0.8), (1.15, 1.9)], m.nozzle(), thick=0.05)
    rockets.hull(at, [(0.5, 2.65), (0.9, 2.62), (3.6, BOOSTER)], rockets.skin(name="skirt", pitch=4.0))
    rockets.base(at, 2.5, 0.7, 0.6)
    rockets.hull(at, [(3.6, BOOSTER), (46.6, BOOSTER)], white)
    joints = m.paint((0.55, 0.55, 0.54), "joint")
    rockets.hoops(at, BOOSTER, (3.7, 5.2, 6.6, 13.2, 21.2, 29.2, 37.2, 45.2), joints, thick=0.07)
    at.lathe([(BOOSTER, 46.6), (BOOSTER, 48.4), (0.62, 53.1), (0.42, 53.7), (0.0, 54.0)], rockets.skin(), sides=72)
    rockets.raceway(at, BOOSTER, 90, 4.0, 47.0, white, width=0.5)
    for side in (-1, 1):
        for x, y in rockets.ring_of(4, 2.2, 20 * side):
            at.sub((x, y, 1.4)).box((0.3, 0.3, 0.6), (0, 0, 0), white, bevel=0.04)
        at.tube((-BOOSTER * 0.9, side * 0.9, 5.2), (-BOOSTER - 0.7, side * 1.3, 5.2), 0.16, m.metal())
    for z in (8.0, 44.0):
        for k in range(4):
            at.sub((0, 0, z), z=45 + 90 * k).box((0.05, 0.7, 0.7), (BOOSTER, 0, 0), m.black(), bevel=0.0)


def _core_stage(at: Assembly) -> None:
    """Build the core: four engines under a boat-tail, orange foam, ribbed intertank, feed lines outside."""
    foam = rockets.skin(FOAM, "foam", pitch=5.5, rough=0.85)
    rockets.engines(at, rockets.ring_of(4, 2.6, 45), 1.15, 3.0, top=4.4, colour=(0.3, 0.29, 0.28), name="rs-25")
    rockets.hull(at, [(4.0, CORE * 0.96), (6.0, CORE), (66.0, CORE)], foam)
    rockets.base(at, CORE * 0.96, 3.9, 0.6)
    rockets.ribbed(at, CORE, 43.8, 50.4, foam, count=108)
    rockets.ribbed(at, CORE, 63.4, 66.0, foam, count=96)
    for k in range(4):
        shroud = at.sub((0, 0, 0), z=45 + 90 * k)
        shroud.box((1.1, 2.0, 3.2), (CORE - 0.25, 0, 5.2), rockets.skin(name="shroud"), bevel=0.3, top=0.7)
    for angle in (60, 120):
        rockets.raceway(at, CORE, angle, 7.0, 45.0, foam, width=0.42)
    rockets.raceway(at, CORE, 250, 7.0, 63.0, foam, width=0.6)


def _orion(at: Assembly) -> None:
    """Build adapters, the service module's fairings, the abort tower's ogive and the tower itself."""
    white, foam = rockets.skin(name="orion", pitch=12.0), rockets.skin(FOAM, "foam", pitch=5.5, rough=0.85)
    rockets.hull(at, [(66.0, CORE), (67.4, CORE), (75.2, 2.55)], foam)
    rockets.ribbed(at, 2.55, 75.2, 76.4, rockets.skin((0.66, 0.6, 0.45), "icps", pitch=2.0))
    rockets.hull(at, [(75.2, 2.55), (78.2, 2.55)], rockets.skin((0.66, 0.6, 0.45), "icps", pitch=2.0))
    rockets.hull(at, [(78.2, 2.6), (79.6, 2.75), (84.0, 2.75)], white)
    rockets.hoops(at, 2.7, (79.6, 84.0), m.paint((0.3, 0.3, 0.31), "band"))
    for k in range(3):
        at.sub((0, 0, 0), z=20 + 120 * k).box((0.06, 0.1, 4.3), (2.75, 0, 81.8), m.paint((0.3, 0.3, 0.31), "band"))
    ogive = [(2.72, 84.0), (2.5, 85.2), (2.02, 86.8), (1.35, 88.4), (0.72, 89.8), (0.5, 90.4)]
    at.lathe(ogive, white, sides=96, smooth=40.0)
    rockets.hull(at, [(90.4, 0.46), (95.4, 0.46), (95.6, 0.4), (97.0, 0.4), (97.6, 0.3), (98.15, 0.0)], white, sides=48)
    rockets.hoops(at, 0.46, (90.5, 92.8, 95.3), rockets.dark(), thick=0.05)
    for x, y in rockets.ring_of(4, 0.5, 45):
        bell = at.facing((x, y, 95.0), (x, y, -0.8))
        bell.shell([(0.14, 0.0), (0.3, 0.55), (0.36, 0.95)], m.nozzle(), sides=24)


def sls(at: Assembly) -> None:
    """Build SLS Block 1, its boosters along x."""
    _core_stage(at)
    _orion(at)
    for k in range(2):
        _solid_booster(at.sub((0, 0, 0), z=180 * k).sub((CORE + BOOSTER + 0.45, 0, 0)))


def new_glenn(at: Assembly, *, fins: float = 0.0) -> None:
    """Build New Glenn; `fins`: how far (degrees) the forward fins are turned."""
    white, navy = (
        rockets.skin(name="glenn", pitch=3.4),
        rockets.skin((0.045, 0.055, 0.075), "navy", pitch=2.4, rough=0.35),
    )
    rockets.engines(
        at, [(0, 0), *rockets.ring_of(6, 2.25, 30)], 0.92, 2.6, top=2.6, colour=(0.36, 0.33, 0.3), name="be-4"
    )
    rockets.hull(at, [(1.6, GLENN * 1.13), (6.5, GLENN * 1.1), (11.0, GLENN)], navy)
    rockets.base(at, GLENN * 1.1, 1.5, 0.8)
    rockets.hull(at, [(11.0, GLENN), (48.6, GLENN)], white)
    rockets.hull(at, [(48.6, GLENN), (57.0, GLENN)], navy)
    rockets.hull(at, [(57.0, GLENN), (75.0, GLENN)], rockets.skin(name="glenn-2", pitch=3.4, frost=0.2))
    rockets.hoops(at, GLENN, (11.0, 30.0, 48.6, 57.0, 75.0), m.paint((0.5, 0.5, 0.51), "flange"), thick=0.06)
    rockets.fairing(at, 75.2, GLENN, 8.8, 98.0 - 84.0, white, foot=(GLENN, 0.2), third=0.1, blunt=0.55)
    for low, high in ((28.4, 31.6), (45.8, 48.6), (57.0, 59.4), (72.6, 75.0)):
        rockets.ribbed(at, GLENN, low, high, white, count=100)
    for x, y in rockets.ring_of(8, GLENN, 20):
        at.facing((x, y, 63.0), (x, y, 0)).lathe([(0.16, -0.05), (0.16, 0.03)], navy, sides=20)
    for angle in (100, 250, 280):
        rockets.raceway(at, GLENN, angle, 11.2, 48.0, white, width=0.5)
    for k in range(6):
        leg = at.sub((0, 0, 0), z=60 * k + 30)
        leg.box((0.5, 1.7, 7.6), (GLENN * 1.1, 0, 6.0), navy, bevel=0.2, top=0.75)
    for k in range(4):
        hinge = at.sub((0, 0, 0), z=45 + 90 * k).sub((GLENN, 0, 52.4), x=fins)
        rockets.fin(hinge, [(-0.2, -1.5), (3.3, -2.0), (3.3, 0.4), (-0.2, 2.4)], 0.42, navy)
    for k in range(2):
        strake = at.sub((0, 0, 0), z=180 * k)
        rockets.fin(strake, [(GLENN, 2.4), (GLENN + 3.4, 2.4), (GLENN + 3.0, 5.4), (GLENN, 15.5)], 0.7, navy)


def glenn_downrange() -> None:
    """Draw New Glenn far downrange, level over the limb, its methane flame pale violet."""
    at = rockets.flying((-32.0, -22.0, -10.0), (0.84, 0.43, 0.30), (0.1, -0.9, 0.5))
    new_glenn(at)
    plumes.jets(
        at, [(0, 0), *rockets.ring_of(6, 2.25, 30)], 0.92, 11.0, colours=plumes.METHANE, strength=1.6, name="be-4-jet"
    )
    plumes.plume(at, 3.0, 44.0, 15.0, colours=plumes.METHANE, strength=0.14, name="be-4", light=2.0e5)
    view = stage.look((2.0, -96.0, -6.0), (1.0, 0.0, -1.0), 58)
    stage.sun(-28, 14, 9.5, fill=0.04)
    earth.below(view, (-28, 14), altitude=100.0, lean=4.0, turn=(120, 90, 10))


def _crawler(at: Assembly) -> None:
    """Build the crawler-transporter: a deck on four trucks of two tracks each."""
    grey, shoe = m.paint((0.2, 0.205, 0.21), "crawler", 0.5), m.metal((0.3, 0.29, 0.28), "shoe", 0.5)
    at.box((40.0, 34.0, 2.6), (0, 0, 4.9), grey, bevel=0.2)
    at.box((30.0, 26.0, 1.2), (0, 0, 3.2), m.paint((0.2, 0.2, 0.21), "belly"), bevel=0.1)
    travel = at.sub((0, 0, 0), z=90)
    for x in (-13.5, 13.5):
        for y in (-15.0, 15.0):
            _truck(travel.sub((x, y, 0)), grey, shoe)


def _truck(at: Assembly, grey: Material, shoe: Material) -> None:
    """Build one truck: its pivot and two tracks that run along x."""
    at.lathe([(1.4, 2.2), (1.4, 4.4)], grey, sides=32)
    rim = [(-5.0, 0.7), (-4.2, 0.05), (4.2, 0.05), (5.0, 0.7), (5.0, 1.9), (4.2, 2.5), (-4.2, 2.5), (-5.0, 1.9)]
    links = [((-4.4 + 0.55 * k, h, -1.15), (-4.4 + 0.55 * k, h, 1.15)) for k in range(17) for h in (0.0, 2.55)]
    for side in (-2.2, 2.2):
        track = at.sub((0, side, 0), x=90)
        track.prism(rim, -1.1, 1.1, shoe, bevel=0.12)
        track.prism([(p * 0.82, q * 0.7 + 0.38) for p, q in rim], -1.2, 1.2, grey, bevel=0.05)
        rockets.bars(track, links, 0.2, shoe)


def _mobile_launcher(at: Assembly) -> None:
    """Build the mobile launcher over the crawler: thick base with its exhaust well, tower of 20 storeys, arms."""
    grey = m.paint((0.25, 0.255, 0.265), "launcher-deck", 0.5)
    for x, y, sx, sy in ((-16.5, 0, 16, 41), (16.5, 0, 16, 41), (0, 14.5, 17, 12), (0, -14.5, 17, 12)):
        at.box((sx, sy, 7.4), (x, y, 10.0), grey, bevel=0.25)
    for k in range(13):
        for y in (-20.55, 20.55):
            at.box((0.3, 0.2, 7.0), (-23.0 + 3.8 * k, y, 10.0), m.paint((0.2, 0.2, 0.21), "web"), bevel=0.0)
    for k in range(9):
        for side in (-1, 1):
            at.box((0.2, 0.3, 7.0), (side * 24.55, -18.0 + 4.5 * k, 10.0), m.paint((0.2, 0.2, 0.21), "web"), bevel=0.0)
            at.ball(0.2, (-24.0 + 6.0 * k, side * 20.7, 13.2), glow(pads.WARM, 30.0, "landing"), rows=8)
            at.ball(0.2, (side * 24.7, -18.0 + 4.5 * k, 13.2), glow(pads.WARM, 30.0, "landing"), rows=8)
    tower = at.sub((-17.0, 0, 13.7))
    pads.tower(tower, 12.0, 104.0, storey=5.2, bar=0.5, material=m.paint((0.33, 0.34, 0.36), "tower-grey", 0.5))
    tower.box((1.6, 1.6, 12.0), (0, 0, 110.0), grey, bevel=0.1)
    for z, reach in ((26.0, 6.0), (53.0, 7.0), (66.0, 7.0), (79.0, 8.2), (84.0, 8.4)):
        pads.arm(tower, (6.0, 0, z), (6.0 + reach, 0, z), width=2.2)
        service.umbilicals(tower, (5.0 + reach, 0, z - 0.4), (8.4 + reach, 0, z - 1.6), sag=1.4, thick=0.14)
    pads.fence(at, [(-24, -20.3, 13.7), (24, -20.3, 13.7), (24, 20.3, 13.7)], height=1.3)


POND: Final = [(-34, -196), (20, -207), (90, -204), (124, -170), (112, -128), (50, -108), (2, -114), (-12, -140)]


def _assembly_building(at: Assembly) -> None:
    """Stand the hall the rocket came from far off, its tall door open and lit."""
    wall, band = m.paint((0.4, 0.41, 0.43), "vab", 0.7), m.paint((0.2, 0.21, 0.23), "vab-band", 0.7)
    at.box((150, 200, 160), (0, 100, 80), wall, bevel=0.0)
    at.box((210, 120, 62), (0, 130, 31), wall, bevel=0.0)
    for x in (-44, 44):
        at.box((26, 0.6, 142), (x, -0.2, 71), band, bevel=0.0)
    pads.doorway(at.sub((0, -0.6, 0)), 22.0, 139.0)


def sls_rollout() -> None:
    """Draw SLS on its mobile launcher and crawler before sunrise, its hall far behind, over a pond beside the way."""
    eye = (60.0, -250.0)
    places.canaveral(eye, reach=1.0, ponds=[[(float(x), float(y)) for x, y in POND]])
    at = Assembly().sub((0, 0, 0), z=-25)
    _crawler(at)
    _mobile_launcher(at)
    sls(at.sub((0.5, 0, 13.9), z=38))
    for k in (-1, 1):
        at.sub((0.5, 0, 13.6), z=38).box(
            (7.0, 1.4, 1.8), (k * 6.5, 0, 0), m.paint((0.15, 0.155, 0.165), "launcher", 0.5), bevel=0.1
        )
        at.box((13.0, 1400.0, 1.2), (k * 15.0, 350.0, -0.45), pads.ballast(), bevel=0.0)
        for x, turn in ((12.0, 80), (13.6, 100), (18.0, 60)):
            pads.worker(at.sub((k * x, -34.0 - x * 0.4, 0.15), z=turn + 20 * k), (0.55, 0.6, 0.1), "lime")
    service.van(at.sub((-15.0, -50.0, 0.15), z=-90))
    _assembly_building(Assembly().sub((140, 760, 0), z=-14))
    for k in range(7):
        service.street_lamp(at.sub((26.0, -60.0 + 48.0 * k, -0.4), z=180), 11.0)
    for x, y in ((-95.0, 60.0), (92.0, 70.0)):
        pads.mast(Assembly().sub((x, y, 0)), 30, (0, 0, 60))
    service.lit([((125, -60, 6), (0, 0, 36), 4.2), ((132, -60, 8), (0, 0, 92), 4.9)], cone=44, size=2.0)
    service.lit([((-110, 60, 30), (0, 0, 70), 4.0), ((92, 70, 30), (-6, 0, 60), 2.6)], cone=60, size=2.0)
    warm = [((-60, -90, 8), (-12, 0, 60), 1.5), ((10, -90, 34), (0, -20, 4), 1.6), ((54, -70, 2), (6, -8, 8), 1.5)]
    service.lit(warm, cone=64, colour=service.SODIUM, size=1.5)
    stage.look((*eye, 3.0), (15.0, 3.0, 3.0), 47, shift=0.254)


PLATES = {
    "sls-rollout": (sls_rollout, 20, 0.0),
    "new-glenn-downrange": (glenn_downrange, 10, 0.0),
}
PROFILES = {"sls": (sls, 0), "new-glenn": (new_glenn, 0)}
