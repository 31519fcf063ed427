"""Hakuto-R of ispace: the first lander in orbit round the Moon, the second as planned with the rover Tenacious.

Read: 2.3 m tall and 2.6 m wide with its four legs out, a main thruster (futurespaceflight.com, undated), payload
bays, panels and a camera (iatanews.com, July 2020); the second lander of the same overall design, its rover lowered
to the ground (profilpelajar.com, 2024); Tenacious 26 cm tall, 31.5 cm wide, 54 cm long (4nownews.com, July 2024),
frame of carbon fibre, camera in front, a shovel (fivesooft.com, July 2024). The slope of the panels, tanks and small
thrusters are estimated beside these figures from descriptions of published pictures.
"""

from __future__ import annotations

from kit import blankets, frames, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.frames import around, face
from kit.ground import Ground, Level

KEEL, BELT, DECK = 0.62, 1.12, 1.98
LOWER, UPPER = 0.9, 0.66
"""Radius of the walls at the belt and at the deck."""
REACH = 1.06
CORNERS = (45, 135, 225, 315)
ROVER = (0.54, 0.315, 0.26)


def body(at: Assembly) -> None:
    """Build the eight-sided body: white blankets and tanks below the belt, sloping panels above it."""
    white = blankets.pelt((0.62, 0.62, 0.61), "hakuto", 0.22)
    silver = blankets.mli((0.66, 0.65, 0.62), "hakuto", 0.25)
    grow = 1 / 0.9239
    at.prism(frames.polygon(8, 0.8 * grow, 22.5), KEEL, BELT, silver, bevel=0.015)
    at.prism(frames.polygon(8, LOWER * grow, 22.5), BELT - 0.05, BELT + 0.06, white, bevel=0.02)
    at.prism(frames.polygon(8, (LOWER - 0.06) * grow, 22.5), BELT, DECK, white, top=(UPPER - 0.06) / (LOWER - 0.06))
    for k in range(8):
        panel = face(at, (LOWER + UPPER) / 2 - 0.01, 45 * k, (BELT + DECK) / 2 + 0.02, lean=15.6)
        if k in (0, 4):
            panel.box((0.5, 0.74, 0.04), (0, 0, -0.02), m.paint((0.6, 0.6, 0.59), "bay-door"), bevel=0.015)
            for x in (-0.2, 0.2):
                panel.box((0.05, 0.08, 0.05), (x, 0.34, 0.01), m.metal(), bevel=0.005)
        else:
            frames.cell_panel(panel, 0.52, 0.78, (5, 8))
    for b in CORNERS:
        frames.bottle(at, 0.3, around(0.56, b, KEEL + 0.02), blankets.mli((0.66, 0.65, 0.62), "hakuto-tank", 0.16))
    for b in (0, 90, 180, 270):
        wall = face(at, 0.83, b, (KEEL + BELT) / 2)
        wall.box((0.34, 0.3, 0.08), (0, -0.02, 0.02), m.foil(m.GOLD, 0.06, 0.012, "hakuto-box"), bevel=0.01)
    at.lathe([(0.4, KEEL - 0.14), (0.55, KEEL)], silver, sides=8, start=22.5)
    parts.bell(at.sub((0, 0, KEEL - 0.06)), 0.06, 0.2, 0.36)
    for k in range(6):
        parts.bell(at.sub(around(0.36, 60 * k, KEEL - 0.1)), 0.025, 0.06, 0.13)
    for b in CORNERS:
        parts.quad(at.sub(around(0.98, b, BELT + 0.03), z=b), 0.03)


def deck(at: Assembly) -> None:
    """Set the white rim, antennas, trackers and boxes on top."""
    white, top = m.paint((0.6, 0.6, 0.59), "bay-door"), at.sub((0, 0, DECK))
    at.prism(frames.polygon(8, UPPER * 1.1, 22.5), DECK - 0.02, DECK + 0.05, white)
    top.box((0.5, 0.4, 0.12), (-0.12, 0.1, 0.11), blankets.mli((0.66, 0.65, 0.62), "hakuto-tank", 0.16), bevel=0.015)
    parts.dish(top.facing((0.34, -0.3, 0.2), (0.5, -0.4, 0.6)), 0.16)
    top.tube((0.34, -0.3, 0.03), (0.34, -0.3, 0.2), 0.02, m.metal())
    for x, y in ((0.42, 0.36), (-0.46, -0.34)):
        top.tube((x, y, 0.03), (x, y, 0.3), 0.012, m.metal(), sides=10)
        top.lathe([(0.03, 0.28), (0.04, 0.32), (0.0, 0.34)], white, at=(x, y, 0), sides=18)
    for b in (70, 250):
        frames.tracker(top.facing(around(0.5, b, 0.11), around(0.8, b, 1.0)), 0.085)
    for b in (20, 160, 200, 340):
        parts.camera(at.facing(around(0.72, b, DECK - 0.04), around(1.0, b, -0.5)), 0.06)


def legs(at: Assembly, ground: Ground | Level | None) -> None:
    """Build the four legs, stout and wrapped in white, with wide feet."""
    for b in CORNERS:
        braces = [around(0.84, b + d, KEEL + 0.03) for d in (-30, 30)]
        frames.strut_leg(
            at,
            around(REACH, b),
            around(0.95, b, BELT - 0.02),
            braces,
            None if ground is None else ground.height,
            size=0.24,
            bar=0.05,
            skin=blankets.pelt((0.62, 0.62, 0.61), "hakuto-leg", 0.1),
            sole=m.metal((0.62, 0.6, 0.56), "hakuto-foot"),
        )


def lander(at: Assembly, ground: Ground | Level | None) -> None:
    """Build the whole lander."""
    body(at)
    deck(at)
    legs(at, ground)


def tenacious(at: Assembly, ground: Ground | Level) -> None:
    """Build the small rover: flat box of carbon fibre on four wheels, a camera in front, a shovel below it."""
    long, wide, _ = ROVER
    carbon, radius = m.paint((0.045, 0.045, 0.05), "carbon", 0.4), 0.09
    at.box((long - 0.14, wide - 0.12, 0.09), (0, 0, 0.155), carbon, bevel=0.012)
    at.box((long - 0.18, wide - 0.15, 0.012), (0, 0, 0.206), blankets.mli((0.66, 0.65, 0.62), "rover", 0.07))
    at.sub((-0.02, 0, 0.235), y=-6).sheet(long - 0.16, wide - 0.06, m.cells(7, 5), carbon, thick=0.008)
    for x in (-long / 2 + radius, long / 2 - radius):
        for y in (-wide / 2 + 0.035, wide / 2 - 0.035):
            spot = at.world((x, y, 0))
            low = at.local((spot.x, spot.y, ground.height(spot.x, spot.y))).z + radius - 0.008
            parts.wheel(at.sub((x, y, low)), radius, 0.07, spokes=6, grousers=14)
            at.tube((x, y * 0.7, low), (x * 0.7, y * 0.62, 0.14), 0.009, m.metal(), sides=10)
    parts.camera(at.facing((long / 2 - 0.06, 0, 0.19), (1, 0, -0.05)), 0.05)
    arm = m.metal((0.72, 0.71, 0.68), "arm")
    parts.chain(at, [(0.2, 0.08, 0.13), (0.31, 0.08, 0.12), (0.34, 0.08, 0.05)], 0.007, arm)
    at.sub((0.355, 0.08, 0.035), y=30).box((0.06, 0.07, 0.02), (0, 0, 0), arm, bevel=0.004)
    at.box((0.06, 0.04, 0.035), (0.19, -0.07, 0.225), m.paint((0.4, 0.03, 0.02), "small-house", 0.5), bevel=0.003)
    at.tube((-0.2, -0.1, 0.2), (-0.2, -0.1, 0.36), 0.004, m.metal(), sides=8)


def _tracks(spot: tuple[float, float], length: float) -> list[tuple[float, float, float, float]]:
    """Press the small rover's ruts, straight back along -x."""
    return [(spot[0] - 0.07 * k, spot[1] + y, 0.055, 0.008) for k in range(int(length / 0.07)) for y in (-0.12, 0.12)]


def orbit() -> None:
    """Draw the first lander over the Moon, legs out, its engines towards us."""
    at = Assembly().sub((0, 0, 0), z=20).sub((0, 0, 0), y=-40, x=-16).sub((0, 0, -1.15))
    lander(at, None)
    view = stage.look((4.3, -3.6, -0.5), (0.1, 0.15, -0.12), 52)
    stage.moon_below((-300, 760, -420), 560, (130, 10, 90))
    stage.sun(-10, 30, 12.0, fill=0.03)
    stage.earth(view, -18.0, 10.0)


def frigoris() -> None:
    """Draw the second lander as planned: on its plain, the small rover before it."""
    spot = (3.6, -0.35)
    pads = frames.footprints(REACH, 0.24, [b + 12 for b in CORNERS], 0.025)
    ground = Ground(
        47, dents=pads + _tracks(spot, 2.3), placed=[(3.0, 1.5, 0.4), (-7, 5, 2.2), (0.6, 5.4, 0.9)], hills=16, level=12
    )
    at = Assembly().sub((0, 0, 0), z=12)
    lander(at, ground)
    tenacious(Assembly().sub((*spot, ground.height(*spot))), ground)
    eye = (6.6, -2.3, ground.height(6.6, -2.3) + 0.55)
    view = stage.look(eye, (0.3, 0.42, 0.86), 44)
    stage.sun(66, 13, 15.0, fill=0.04)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=2.0, spread=26, count=520, largest=0.35)
    stage.earth(view, 15.0, 8.5)


def standing(at: Assembly) -> None:
    """Build the lander for its profile."""
    lander(at, Level())


def rover_alone(at: Assembly) -> None:
    """Build the rover for its profile."""
    tenacious(at, Level())


PLATES = {"hakuto-r-m1-orbit": (orbit, 10, 0.0), "hakuto-r-m2-tenacious": (frigoris, 6, 0.0)}
PROFILES = {
    "hakuto-r-m1": (standing, 20.0),
    "hakuto-r-m2": (standing, 20.0),
    "hakuto-r-m2--rover": (rover_alone, 0.0),
}
