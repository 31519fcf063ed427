"""Nova-C of Intuitive Machines: IM-1 leaning on a tank, IM-2 on its side in a crater, IM-3 upright with its rovers.

Read: a hexagonal hull 4.3 m tall (italianspace.it, October 2023), 4.0 m tall and 1.57 m wide on six legs
(citylife.capetown, 4 November 2023); IM-1 lost one or two legs on a slope of 12 degrees and rests some 30 degrees
from the horizontal, propped by a tank (boingboing.net, 28 February 2024), one of its yellow ones of helium
(trekzone.org, March 2024); IM-2 lies in a crater 20 m across (nexusnews.pro, March 2025), its drill run out between
two raised legs (wildhunt.org, March 2025); IM-3 with Lunar Vertex and the CADRE rovers (the atlas's entry im-3). The
reach of the legs and the places of panels, tanks, antennas and payloads are estimated from descriptions of published
pictures.
"""

from __future__ import annotations

import math

from kit import blankets, frames, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.frames import around, face
from kit.ground import Ground, Level

CORNER, WALL = 0.785, 0.68
"""Half the published width, at a corner, and what that leaves at the middle of a face."""
KEEL, DECK, REACH = 1.0, 3.92, 2.2
TANK = (0.98, 1.32, 0.27)
"""The bottle on the lower hull: how far out, how high, its radius."""
LEGS = tuple(30 + 60 * k for k in range(6))
DARK = (0.05, 0.05, 0.055)


def hull(at: Assembly) -> None:
    """Build the hull: six-sided shaft, cells on three faces and on top, white radiators on the others."""
    black = m.paint(DARK, "carbon", 0.4)
    at.prism(frames.polygon(6, CORNER, 30), KEEL, DECK, blankets.pelt((0.56, 0.56, 0.55), "nova", 0.5), bevel=0.01)
    at.lathe([(0.46, 0.78), (CORNER, KEEL)], m.foil(m.SILVER, 0.12, 0.02, "skirt"), sides=6, start=30)
    for z, thick in ((KEEL, 0.05), (1.78, 0.035), (2.62, 0.035), (DECK, 0.05)):
        at.prism(frames.polygon(6, CORNER * 1.025, 30), z - thick, z + thick, black, bevel=0.006)
    for b in LEGS:
        at.tube(around(CORNER, b, KEEL), around(CORNER, b, DECK), 0.022, black, sides=10)
    for b in (180, 240, 300):
        frames.cell_panel(face(at, WALL + 0.07, b, 2.86), 0.8, 2.02, (6, 15))
    for b, height in ((0, 3.27), (60, 3.27), (120, 3.27), (60, 2.2), (0, 2.2)):
        _radiator(face(at, WALL + 0.02, b, height), 0.66, 1.12 if height > 3 else 0.7)
    face(at, WALL + 0.02, 120, 2.2).box((0.68, 0.74, 0.03), (0, 0, 0), blankets.mli(m.GOLD, "nova", 0.3))
    parts.bell(at.sub((0, 0, 0.84)), 0.09, 0.3, 0.48)
    _bottles(at)
    _deck(at)


def _radiator(wall: Assembly, wide: float, tall: float) -> None:
    """Bolt a white radiator on a face: two leaves with a seam, screws along the rim, the heat pipes' ends below."""
    white, screw = m.paint((0.6, 0.6, 0.59), "nova-white"), m.metal((0.3, 0.3, 0.31), "screw")
    for side in (-1, 1):
        wall.box((wide / 2 - 0.008, tall, 0.03), (side * wide / 4, 0, 0), white, bevel=0.004)
        for k in range(7):
            y = (k / 6 - 0.5) * (tall - 0.06)
            wall.lathe([(0.011, 0.0), (0.009, 0.022)], screw, at=(side * (wide / 2 - 0.03), y, 0), sides=10)
    for k in range(4):
        wall.tube(((k - 1.5) * 0.15, -tall / 2 - 0.05, 0.0), ((k - 1.5) * 0.15, -tall / 2 + 0.03, 0.02), 0.012, screw)


def _bottles(at: Assembly) -> None:
    """Hang the yellow bottles of helium and the small thrusters on the outside."""
    yellow = m.paint((0.62, 0.47, 0.08), "aramid", 0.5)
    out, high, radius = TANK
    for b in (0, 120, 240):
        frames.bottle(at, radius, around(out, b, high), yellow)
        for side in (-18, 18):
            for z in (high - 0.2, high + 0.24):
                at.tube(around(WALL, b + side, z), around(out, b, high), 0.016, m.metal(), sides=8)
    for b in (30, 150, 270):
        for z in (1.62, 3.62):
            at.tube(around(CORNER, b, z), around(CORNER + 0.13, b, z), 0.022, m.metal(), sides=8)
            parts.quad(at.sub(around(CORNER + 0.17, b, z), z=b), 0.034)
    for b in (60, 180, 300):
        frames.pipe(
            at,
            [around(CORNER + 0.03, b + 26, z) for z in (1.1, 1.7, 2.5, 3.3)] + [around(WALL, b + 20, 3.45)],
            0.012,
            m.metal(),
        )
        face(at, WALL + 0.08, b, 1.42).box((0.4, 0.44, 0.17), (0, 0, 0), m.foil(m.SILVER, 0.08, 0.015, "nova-box"))


def _deck(at: Assembly) -> None:
    """Set the top panel, dishes, trackers and the mast of antennas on the upper deck."""
    at.sub((0, 0, DECK + 0.12)).sheet(0.92, 0.92, m.cells(7, 7), m.paint((0.5, 0.5, 0.5), "panel-edge"))
    for b in LEGS[::2]:
        at.tube(around(0.6, b, DECK), around(0.6, b, DECK + 0.11), 0.02, m.metal(), sides=8)
    for b, towards in ((90, (0.2, 0.9, 0.35)), (330, (0.7, -0.6, 0.35)), (210, (-0.7, -0.5, 0.4))):
        foot = around(CORNER - 0.06, b, DECK)
        at.tube(foot, (foot[0] * 1.12, foot[1] * 1.12, DECK + 0.16), 0.02, m.metal(), sides=10)
        parts.dish(at.facing((foot[0] * 1.12, foot[1] * 1.12, DECK + 0.17), towards), 0.16)
    for b in (30, 150):
        frames.tracker(at.facing(around(0.66, b, DECK + 0.1), around(1.0, b, 0.6)), 0.1)
    frames.horn(at.sub((0.1, -0.5, DECK + 0.22)), 0.07)
    at.tube((-0.3, 0.52, DECK), (-0.3, 0.52, DECK + 0.38), 0.01, m.metal(), sides=8)


def legs(at: Assembly, ground: Ground | Level | None, missing: tuple[int, ...] = ()) -> None:
    """Build the six legs of carbon tubes; a missing one leaves the stump of its main strut."""
    black = m.paint(DARK, "carbon", 0.4)
    for b in LEGS:
        hip, foot = around(CORNER + 0.02, b, 2.06), around(REACH, b)
        if b in missing:
            stump = [h + (f - h) * 0.43 for h, f in zip(hip, foot, strict=True)]
            at.tube(hip, stump, 0.036, black)
            at.ball(0.05, hip, m.metal((0.35, 0.35, 0.36), "dark"), rows=10)
            continue
        braces = [around(WALL, b + d, KEEL + 0.02) for d in (-30, 30)]
        height = None if ground is None else ground.height
        frames.strut_leg(at, foot, hip, braces, height, size=0.21, bar=0.036, skin=black)


def cargo(at: Assembly) -> None:
    """Add what all flights carry outside: Doppler lidar, cameras low on the hull, reflectors, boxes of customers."""
    lidar = face(at, WALL + 0.1, 60, 1.2)
    lidar.box((0.3, 0.2, 0.14), (0, -0.1, 0), m.paint())
    for x, y in ((-0.1, -0.16), (0.1, -0.16), (0.0, -0.02)):
        eye = lidar.facing((x, y, 0.08), (x * 0.6, -0.6, 1.0))
        eye.lathe([(0.045, 0.0), (0.05, 0.1)], m.black(), sides=20)
    for b in (-14, 14, 106, 134):
        parts.camera(at.facing(around(WALL + 0.08, b, 1.06), around(1.0, b, -0.9)), 0.075)
    for b, z, size in ((0, 2.2, 0.34), (352, 2.72, 0.2), (66, 2.76, 0.24), (126, 3.0, 0.26)):
        face(at, WALL + 0.1, b, z).box((size, size * 1.15, 0.17), (0, 0, 0), m.paint((0.55, 0.54, 0.52), "customer"))
    reflector = face(at, WALL + 0.06, 0, 3.62)
    reflector.ball(0.06, (0, 0, 0), m.metal((0.72, 0.55, 0.2), "gilt", 0.25))


def drill(at: Assembly) -> None:
    """Build TRIDENT and its spectrometer on the face away from the ground of IM-2, the auger run out past the hull."""
    rail = face(at, WALL + 0.2, 180, 0.0)
    steel = m.metal()
    for x in (-0.26, -0.06):
        rail.tube((x, 1.0, 0), (x, 2.55, 0), 0.02, steel, sides=10)
    for k in range(6):
        rail.tube((-0.26, 1.05 + 0.3 * k, 0), (-0.06, 1.05 + 0.3 * k, 0), 0.012, steel, sides=8)
    rail.box((0.28, 0.36, 0.2), (-0.16, 1.5, 0.06), blankets.mli(m.GOLD, "drill", 0.2), bevel=0.02)
    rail.tube((-0.16, 1.5, 0.05), (-0.16, 0.34, 0.05), 0.028, m.metal((0.45, 0.45, 0.46), "auger"))
    for k in range(18):
        rail.ring(0.034, 0.008, (-0.16, 0.38 + 0.05 * k, 0.05), m.metal((0.7, 0.68, 0.62), "flight"))
    rail.box((0.3, 0.42, 0.26), (0.24, 1.32, 0.06), m.foil(m.SILVER, 0.08, 0.015, "msolo"), bevel=0.02)


def lander(at: Assembly, ground: Ground | Level | None, missing: tuple[int, ...] = ()) -> None:
    """Build a whole lander on its legs."""
    hull(at)
    legs(at, ground, missing)
    cargo(at)


def _toppled(x: float, y: float, lift: float, heading: float, lean: float) -> Assembly:
    """Give the frame of a lander that has tipped over towards its face 0."""
    return Assembly().sub((x, y, lift), z=heading).sub((0, 0, 0), y=lean)


def leaning() -> None:
    """Draw IM-1 on the rim of a small crater, propped on a bottle, its hull 30 degrees above the ground."""
    ground = Ground(14, placed=[(3.6, 0.0, 3.0), (-5.5, 6.5, 1.3), (8.5, 9.0, 2.4)], level=10, hills=60)
    lean = math.radians(60)
    out, high, radius = TANK
    bottom = -out * math.sin(lean) + high * math.cos(lean) - radius
    contact = out * math.cos(lean) + high * math.sin(lean)
    at = _toppled(0, 0, ground.height(contact, 0) - bottom - 0.03, 0, 60)
    lander(at, ground=None, missing=(30, 330))
    black = m.paint(DARK, "carbon", 0.4)
    for x, y, turn in ((-0.9, -2.7, 25), (0.6, -3.3, 140)):
        piece = Assembly().sub((x, y, ground.height(x, y) + 0.04), z=turn)
        piece.tube((-0.7, 0, 0), (0.6, 0, 0.02), 0.034, black)
        if turn == 25:
            frames.pad(piece.sub((-0.75, 0, 0.02), y=68), (0, 0, 0), 0.21, m.metal((0.7, 0.66, 0.58), "pad"))
    view = stage.look((-2.6, -9.4, 1.25), (1.35, 0.2, 1.12), 37)
    stage.sun(-152, 10, 15.0)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.2, spread=45)
    stage.earth(view, -11.0, 7.5)


def fallen() -> None:
    """Draw IM-2 on its side on the floor of its crater, half in shadow, the Earth over the far wall."""
    ground = Ground(27, dents=[(0.6, 0.4, 9.0, 1.0)], placed=[(2.6, -3.4, 0.8)], level=12, hills=70)
    lean = math.radians(108)
    foot = -REACH * math.cos(math.radians(30)) * math.sin(lean)
    at = _toppled(0, 0, ground.height(0.0, 0.0) - foot - 0.04, -24, 108)
    lander(at, ground=None)
    drill(at)
    view = stage.look((-9.6, -6.4, ground.height(-9.6, -6.4) + 0.95), (0.45, 0.1, 0.72), 35)
    stage.sun(-76, 14, 16.0)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.6, spread=26, largest=0.7)
    stage.earth(view, 11.0, 8.0)


def _small_rover(at: Assembly, ground: Ground) -> None:
    """Build one of the three suitcase-sized rovers: flat box, cells on top, four wheels, a low mast."""
    at.box((0.52, 0.36, 0.15), (0, 0, 0.2), blankets.mli(m.GOLD, "cadre", 0.2), bevel=0.02)
    at.sub((0, 0, 0.32), y=-12).sheet(0.56, 0.46, m.cells(6, 5), m.paint((0.5, 0.5, 0.5), "panel-edge"))
    for x in (-0.2, 0.2):
        for y in (-0.24, 0.24):
            spot = at.world((x, y, 0))
            low = at.local((spot.x, spot.y, ground.height(spot.x, spot.y) + 0.085)).z
            parts.wheel(at.sub((x, y, low)), 0.1, 0.08, spokes=6, grousers=16)
    at.tube((-0.16, 0.1, 0.28), (-0.16, 0.1, 0.62), 0.01, m.metal(), sides=8)
    parts.camera(at.facing((0.28, 0, 0.22), (1, 0, -0.1)), 0.06)


def upright() -> None:
    """Draw IM-3 standing on pale soil, its three small rovers driving away from it."""
    ground = Ground(
        52,
        dents=frames.footprints(REACH, 0.21, LEGS),
        placed=[(-2.0, 6.4, 1.6), (-9, -8, 3.0), (5.6, -1.4, 0.5)],
        hills=20,
    )
    at = Assembly().sub((0, 0, 0), z=205)
    lander(at, ground)
    for x, y, turn in ((4.2, 1.75, -25), (3.6, -2.35, -70), (-0.6, 4.6, 40)):
        _small_rover(Assembly().sub((x, y, ground.height(x, y)), z=turn), ground)
    view = stage.look((11.4, -2.6, 0.95), (0.9, 0.35, 1.82), 42)
    stage.sun(-72, 15, 14.0)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.2, spread=40)


def standing(at: Assembly) -> None:
    """Build one lander for its profile."""
    lander(at, Level())


def standing_with_drill(at: Assembly) -> None:
    """Build the lander of the second flight for its profile."""
    lander(at, Level())
    drill(at)


PLATES = {
    "im-1-leaning": (leaning, 6, 0.1),
    "im-2-on-its-side": (fallen, 6, 0.15),
    "im-3-upright": (upright, 6, -0.15),
}
PROFILES = {"im-1": (standing, 0.0), "im-2": (standing_with_drill, 100.0), "im-3": (standing, 0.0)}
