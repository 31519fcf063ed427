"""Griffin with its ramps down, the rover FLIP on its way to the ground.

Read: a deck milled from one sheet of 12 by 12 feet, sizeable ramps (aviationnews.eu, February 2022); a full-scale
model with ramps for tests (spacenews.com, 2022), the largest lander since Apollo (parabolicarc.com); the rover FLIP,
about 450 kg (naseba.sk, February 2025), in size and mass like VIPER (africaflying.com, copy of SpaceNews), forerunner
of the four-wheeled FLEX (universemagazine.com). The height, legs, tanks, panels, ramps and the whole look of the
rover are estimated beside the deck and VIPER: as described.
"""

from __future__ import annotations

import math

from kit import blankets, frames, parts, stage
from kit import materials as m
from kit.assembly import Assembly, octagon
from kit.frames import around, face
from kit.ground import Ground, Level

SIDE = 3.66
"""The deck's published width, twelve feet."""
KEEL, DECK = 0.78, 1.62
REACH = 2.62
CORNERS = (45, 135, 225, 315)
RAMP_ROOT, RAMP_FOOT = 1.9, 5.0


def deck(at: Assembly) -> None:
    """Build the bare deck with its pockets, the cone beneath it and four great tanks."""
    bare, dark = m.metal((0.6, 0.6, 0.59), "griffin-deck", 0.4), m.paint((0.09, 0.09, 0.095), "griffin-dark")
    at.prism(octagon(SIDE, SIDE, 0.75), DECK - 0.06, DECK + 0.04, bare, bevel=0.012)
    for i in range(-3, 4):
        for j in range(-3, 4):
            if abs(i) + abs(j) < 6:
                at.box((0.38, 0.38, 0.01), (i * 0.48, j * 0.48, DECK + 0.041), dark, bevel=0.0)
    low = [around(0.9, 45 * k, KEEL) for k in range(8)]
    high = [around(1.6, 45 * k, DECK - 0.06) for k in range(8)]
    frames.lattice(at, low, high, 0.045, bare)
    at.lathe([(0.72, KEEL - 0.06), (0.8, DECK - 0.1)], blankets.mli(m.GOLD, "griffin", 0.35), sides=8, start=22.5)
    for b in (0, 90, 180, 270):
        x, y, _ = around(1.06, b + 45)
        skin = blankets.mli((0.66, 0.65, 0.62), "griffin-tank", 0.3)
        at.lathe(
            [(0.0, 0.62), (0.3, 0.66), (0.46, 0.86), (0.5, 1.1), (0.46, 1.34), (0.3, 1.52), (0.0, 1.56)],
            skin,
            at=(x, y, 0),
            smooth=80,
        )
        at.ring(0.5, 0.025, (x, y, 1.1), bare)
    parts.bell(at.sub((0, 0, KEEL)), 0.06, 0.18, 0.34)
    for k in range(6):
        parts.bell(at.sub(around(0.46, 60 * k, KEEL - 0.02)), 0.05, 0.15, 0.3)


def fittings(at: Assembly) -> None:
    """Add the panels on two sides, thrusters, boxes, antennas and the cradle that held the rover."""
    white = m.paint((0.62, 0.62, 0.61), "griffin-white")
    for b in (90, 270):
        panel = face(at, SIDE / 2 + 0.1, b, 1.28, lean=8)
        frames.cell_panel(panel, 2.1, 0.92, (16, 7))
        for x in (-0.8, 0.8):
            at_edge = face(at, SIDE / 2 - 0.06, b, DECK + 0.12)
            at_edge.box((0.4, 0.2, 0.3), (x, 0, -0.1), white, bevel=0.02)
    for b in CORNERS:
        parts.quad(at.sub(around(2.1, b, DECK - 0.16), z=b), 0.05)
        at.tube(around(1.95, b, DECK - 0.02), around(2.1, b, DECK - 0.16), 0.03, m.metal(), sides=10)
    for x, y, size in ((-1.35, 1.15, 0.4), (-1.3, -1.2, 0.46), (1.2, 1.3, 0.34), (-0.7, 1.42, 0.3)):
        at.box(
            (size, size * 0.9, size * 0.7),
            (x, y, DECK + 0.04 + size * 0.35),
            white if y < 0 else blankets.mli(m.GOLD, "g-box", 0.16),
        )
    for y in (-0.62, 0.62):
        at.box((2.8, 0.06, 0.1), (0.2, y, DECK + 0.09), m.metal(), bevel=0.01)
        for x in (-0.9, 0.3):
            at.tube((x, y, DECK + 0.1), (x, y * 0.72, DECK + 0.42), 0.024, m.metal(), sides=10)
    at.tube((-1.25, -0.1, DECK), (-1.25, -0.1, DECK + 0.95), 0.03, m.metal())
    parts.dish(at.facing((-1.25, -0.1, DECK + 0.98), (0.5, -0.75, 0.25)), 0.26)
    at.tube((-1.4, 0.5, DECK), (-1.4, 0.5, DECK + 0.8), 0.012, m.metal(), sides=8)
    for b in (30, 330, 100, 190):
        parts.camera(at.facing(around(1.85, b, DECK + 0.12), around(1.0, b, -0.25)), 0.09)


def legs(at: Assembly, ground: Ground | Level) -> None:
    """Build the four legs."""
    for b in CORNERS:
        frames.strut_leg(
            at,
            around(REACH, b),
            around(1.98, b, DECK - 0.08),
            [around(0.95, b + d, KEEL + 0.04) for d in (-24, 24)],
            ground.height,
            size=0.36,
            bar=0.07,
            skin=m.metal((0.62, 0.62, 0.63), "leg-tube", 0.3),
            sole=m.metal((0.5, 0.48, 0.45), "bowl"),
        )


def _ramp_height(at: Assembly, ground: Ground | Level, x: float) -> float:
    """Say how high the front ramp stands at a distance from the middle."""
    spot = at.world((RAMP_FOOT, 0, 0))
    low = at.local((spot.x, spot.y, ground.height(spot.x, spot.y))).z + 0.05
    t = min(max((x - RAMP_ROOT) / (RAMP_FOOT - RAMP_ROOT), 0.0), 1.0)
    return DECK + 0.06 + (low - DECK - 0.06) * t


def ramps(at: Assembly, ground: Ground | Level) -> None:
    """Fold the ramps down, one in front and one behind, each two troughs with rungs."""
    skin = m.metal((0.55, 0.55, 0.55), "ramp", 0.4)
    for turn in (0, 180):
        side = at.sub((0, 0, 0), z=turn)
        ends = [_ramp_height(side, ground, x) for x in (RAMP_ROOT, RAMP_FOOT)]
        for y in (-0.66, 0.66):
            for edge in (-0.2, 0.2):
                side.tube((RAMP_ROOT, y + edge, ends[0]), (RAMP_FOOT, y + edge, ends[1]), 0.035, skin, sides=12)
            for k in range(22):
                t = (k + 0.5) / 22
                x, z = RAMP_ROOT + (RAMP_FOOT - RAMP_ROOT) * t, ends[0] + (ends[1] - ends[0]) * t
                side.tube((x, y - 0.2, z), (x, y + 0.2, z), 0.016, skin, sides=8)
            side.box((0.2, 0.5, 0.12), (RAMP_ROOT - 0.06, y, ends[0] - 0.03), m.metal(), bevel=0.01)
        for t in (0.33, 0.66):
            x, z = RAMP_ROOT + (RAMP_FOOT - RAMP_ROOT) * t, ends[0] + (ends[1] - ends[0]) * t
            side.tube((x, -0.66, z), (x, 0.66, z), 0.025, skin, sides=10)


def flip(at: Assembly) -> None:
    """Build FLIP on its wheels at z = 0: low frame, four broad springy wheels, an upright panel, a mast."""
    white, dark = m.paint((0.62, 0.62, 0.61), "griffin-white"), m.metal((0.3, 0.3, 0.31), "hub")
    at.box((1.24, 0.72, 0.2), (0, 0, 0.6), white, bevel=0.04)
    at.box((1.0, 0.62, 0.18), (-0.04, 0, 0.78), blankets.mli(m.GOLD, "flip", 0.18), bevel=0.03)
    for x in (-0.52, 0.52):
        for y in (-0.66, 0.66):
            parts.wheel(at.sub((x, y, 0.34)), 0.34, 0.26, spokes=14, grousers=30)
            at.tube((x, y * 0.76, 0.34), (x, y * 0.76, 0.62), 0.06, dark, sides=16)
            at.tube((x, y * 0.76, 0.6), (x * 0.8, y * 0.5, 0.6), 0.05, white, sides=14)
    back = at.sub((-0.36, 0, 1.42), z=90).sub((0, 0, 0), x=84)
    back.sheet(1.3, 0.98, m.cells(12, 9), m.paint((0.1, 0.1, 0.105), "panel-back", 0.5))
    for y in (-0.4, 0.4):
        at.tube((-0.4, y, 0.84), (-0.36, y, 1.0), 0.025, m.metal(), sides=10)
    at.tube((0.46, 0.2, 0.84), (0.46, 0.2, 1.62), 0.032, m.metal((0.72, 0.71, 0.68), "mast"))
    at.box((0.12, 0.34, 0.1), (0.48, 0.2, 1.66), white, bevel=0.015)
    for y in (0.1, 0.3):
        parts.camera(at.facing((0.55, y, 1.66), (1, 0, -0.1)), 0.075)
    parts.dish(at.facing((0.3, -0.24, 1.06), (0.4, -0.7, 0.4)), 0.15)
    at.tube((0.3, -0.24, 0.84), (0.3, -0.24, 1.06), 0.018, m.metal())
    for y in (-0.22, 0.0, 0.22):
        at.box((0.16, 0.17, 0.15), (0.5, y, 0.8), m.foil(m.SILVER, 0.05, 0.01, "flip-box") if y else white, bevel=0.01)
    for y in (-0.2, 0.2):
        parts.camera(at.facing((0.64, y, 0.62), (1, 0, -0.3)), 0.065)


def lander(at: Assembly, ground: Ground | Level) -> None:
    """Build the lander with its ramps down."""
    deck(at)
    fittings(at)
    legs(at, ground)
    ramps(at, ground)


def egress() -> None:
    """Draw the rover half-way down the front ramp, the Sun low over the highlands."""
    heading = -22.0
    pads = frames.footprints(REACH, 0.36, [b + heading for b in CORNERS], 0.03)
    ground = Ground(
        139, dents=pads, level=13, hills=90, placed=[(6.6, -6.2, 1.1), (-9, 8, 4.0), (1.5, -8.4, 1.5), (7.5, 4.0, 0.7)]
    )
    at = Assembly().sub((0, 0, 0), z=heading)
    lander(at, ground)
    x = 3.1
    ahead, behind = _ramp_height(at, ground, x + 0.52), _ramp_height(at, ground, x - 0.52)
    pitch = math.degrees(math.atan2(behind - ahead, 1.04))
    flip(at.sub((x, 0, (ahead + behind) / 2 + 0.02), y=pitch))
    eye = (10.2, 0.6, ground.height(10.2, 0.6) + 1.0)
    view = stage.look(eye, (1.2, -0.75, 1.45), 45)
    stage.sun(78, 11, 16.0, fill=0.045)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=4.0, spread=42, count=480, largest=0.6)
    stage.earth(view, -15.0, 9.0)


def standing(at: Assembly) -> None:
    """Build the lander for its profile."""
    lander(at, Level())


def rover_alone(at: Assembly) -> None:
    """Build the rover for its profile."""
    flip(at)


PLATES = {"griffin-1-ramp": (egress, 6, 0.1)}
PROFILES = {"griffin-1": (standing, 0.0), "griffin-1--rover": (rover_alone, 0.0)}
