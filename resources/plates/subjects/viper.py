"""VIPER at the edge of a shadow, its lights on.

Read: a rover with four wheels (the atlas's entry viper), as large as a golf cart with a drill of 1 m (canonizer.com);
the mast's tip about 2.5 m above the wheels' rims, with a pair of cameras, a pair of blue lights, a steered dish and a
small antenna (it.scienceaq.com and copernical.com, April 2024). The body, its three upright panels, wheels and the
place of the drill are estimated beside the mast from descriptions of published pictures.
"""

from __future__ import annotations

import math

from kit import blankets, frames, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.frames import face
from kit.ground import Ground, Level

TRACK, BASE = 0.66, 0.62
"""Half the distance of the wheels across and along."""
WHEEL, FLOOR, DECK, EYES = 0.25, 0.5, 1.08, 2.36


def _wheel(at: Assembly, x: float, y: float, low: float) -> None:
    """Add one wheel with deep grousers on its steered, sprung arm."""
    skin = m.metal((0.22, 0.22, 0.23), "tread", 0.45)
    hub = at.sub((x, y, low), x=90)
    hub.lathe([(0.235, -0.11), (0.235, 0.11), (0.2, 0.11), (0.2, -0.11), (0.235, -0.11)], skin, sides=44)
    hub.lathe([(0.2, -0.02), (0.09, 0.03), (0.0, 0.03)], skin, sides=32)
    hub.lathe([(0.2, 0.02), (0.09, -0.03), (0.0, -0.03)], skin, sides=32)
    for k in range(20):
        hub.sub((0, 0, 0), z=18 * k).box((0.03, 0.012, 0.22), (0.245, 0, 0), skin, bevel=0.0)
    inward = -math.copysign(1.0, y)
    steel = m.metal((0.5, 0.49, 0.47), "rim", 0.4)
    at.tube((x, y, low), (x, y + inward * 0.2, low), 0.05, steel, sides=14)
    at.tube((x, y + inward * 0.2, low), (x, y + inward * 0.2, low + 0.36), 0.055, steel, sides=16)
    at.lathe([(0.075, 0.0), (0.075, 0.1)], m.metal((0.35, 0.35, 0.36), "dark"), at=(x, y + inward * 0.2, low + 0.34))
    for z in (0.3, 0.42):
        at.tube((x, y + inward * 0.2, low + z), (x * 0.62, y + inward * 0.3, FLOOR + z - 0.22), 0.026, steel, sides=12)


def chassis(at: Assembly, ground: Ground | Level) -> None:
    """Build the wheels and the body in its silver blankets, the radiator on top."""
    silver = blankets.mli((0.62, 0.6, 0.56), "viper", 0.22)
    at.box((1.12, 0.86, DECK - FLOOR), (0, 0, (FLOOR + DECK) / 2), silver, bevel=0.04)
    at.box((1.16, 0.9, 0.04), (0, 0, DECK), m.paint((0.6, 0.6, 0.59), "viper-deck"))
    at.box((0.66, 0.7, 0.03), (-0.2, 0, DECK + 0.04), m.paint((0.75, 0.75, 0.74), "mirror", 0.2))
    for x in (-BASE, BASE):
        for y in (-TRACK, TRACK):
            spot = at.world((x, y, 0))
            _wheel(at, x, y, at.local((spot.x, spot.y, ground.height(spot.x, spot.y))).z + WHEEL - 0.012)
    for bearing, wide in ((90, 1.2), (270, 1.2), (180, 1.02)):
        panel = face(at, 0.56 if bearing != 180 else 0.7, bearing, 1.06, lean=7)
        frames.cell_panel(panel, wide, 0.86, (12, 8))
        for x in (-0.4, 0.4):
            panel.tube((x, -0.3, -0.03), (x * 0.8, -0.3, -0.16), 0.018, m.metal(), sides=8)


def mast(at: Assembly, *, lights: bool) -> None:
    """Build the mast with its head: two cameras, two lights, the dish and the small antenna above."""
    steel, white = m.metal((0.72, 0.71, 0.68), "mast"), m.paint((0.62, 0.62, 0.61), "viper-white")
    root = at.sub((0.4, 0.06, DECK))
    root.box((0.22, 0.22, 0.1), (0, 0, 0.05), white, bevel=0.02)
    root.tube((0, 0, 0), (0, 0, EYES - DECK - 0.1), 0.05, steel)
    root.tube((0, 0, EYES - DECK - 0.14), (0, 0, EYES - DECK), 0.07, m.metal((0.35, 0.35, 0.36), "dark"))
    for k in range(5):
        root.ring(0.052, 0.01, (0, 0, 0.2 + 0.2 * k), m.metal((0.35, 0.35, 0.36), "dark"))
    frames.pipe(root, [(-0.06, 0.03, 0.0), (-0.065, 0.03, 0.6), (-0.06, 0.02, 1.1)], 0.012, m.black())
    head = root.sub((0.02, 0, EYES - DECK), y=14)
    head.box((0.15, 0.6, 0.12), (0, 0, 0), white, bevel=0.02)
    for side in (-1, 1):
        parts.camera(head.facing((0.1, side * 0.12, 0.0), (1, 0, 0)), 0.1)
        lamp = head.facing((0.08, side * 0.25, 0.0), (1, side * 0.2, -0.66))
        lamp.lathe([(0.085, -0.08), (0.09, 0.02), (0.06, 0.02)], m.black(), sides=24)
        if lights:
            frames.headlight(lamp, power=1100, spread=46)
    root.tube((-0.12, 0, 0.95), (-0.22, 0, 1.24), 0.028, steel)
    parts.dish(root.facing((-0.22, 0, 1.42), (-0.35, 0.75, 0.3)), 0.17)
    root.tube((-0.22, 0, 1.24), (-0.22, 0, 1.42), 0.022, steel)
    root.tube((0.02, -0.2, 1.3), (0.02, -0.2, 1.5), 0.01, m.metal(), sides=8)
    root.lathe([(0.03, 1.48), (0.03, 1.58)], white, at=(0.02, -0.2, 0), sides=16)


def drill(at: Assembly) -> None:
    """Build the drill's tower before the body, its spectrometers and the low cameras."""
    steel = m.metal()
    tower = at.sub((0.62, -0.22, 0))
    for y in (-0.07, 0.07):
        tower.box((0.03, 0.03, 1.26), (0, y, 1.0), steel, bevel=0.004)
    for k in range(8):
        tower.tube((0, -0.07, 0.45 + 0.16 * k), (0, 0.07, 0.53 + 0.16 * k), 0.008, steel, sides=8)
    tower.box((0.16, 0.2, 0.3), (0.03, 0, 1.3), blankets.mli(m.GOLD, "viper-drill", 0.14), bevel=0.02)
    tower.tube((0.05, 0, 1.2), (0.05, 0, 0.3), 0.018, m.metal((0.45, 0.45, 0.46), "auger"))
    for k in range(22):
        tower.ring(0.022, 0.005, (0.05, 0, 0.32 + 0.035 * k), m.metal((0.7, 0.68, 0.62), "flight"))
    at.box((0.14, 0.34, 0.2), (0.63, 0.2, 0.84), m.paint((0.62, 0.62, 0.61), "viper-white"), bevel=0.02)
    for y in (0.12, 0.28):
        parts.camera(at.facing((0.71, y, 0.86), (1, 0, -0.6)), 0.07)
    at.box((0.2, 0.5, 0.1), (0.58, 0.12, 0.58), m.foil(m.SILVER, 0.06, 0.012, "viper-box"), bevel=0.02)
    parts.camera(at.facing((0.6, -0.34, 0.62), (1, -0.3, -0.4)), 0.07)


def rover(at: Assembly, ground: Ground | Level, *, lights: bool = False) -> None:
    """Build the whole rover, its front towards +x."""
    chassis(at, ground)
    drill(at)
    mast(at, lights=lights)


def _tracks(spot: tuple[float, float], heading: float, length: float) -> list[tuple[float, float, float, float]]:
    """Press the two ruts that the rover has left behind it."""
    c, s = math.cos(math.radians(heading)), math.sin(math.radians(heading))
    return [
        (spot[0] - c * 0.17 * k - s * side, spot[1] - s * 0.17 * k + c * side, 0.13, 0.022)
        for k in range(int(length / 0.17))
        for side in (-TRACK, TRACK)
    ]


def night_edge() -> None:
    """Draw the rover as it drives out of the low Sun into the dark, a hill out of the picture casting the shadow."""
    heading = 2.0
    hill = [(5.6, -15.0, 5.2, -3.0), (14.0, -19.0, 7.0, -4.0)]
    ground = Ground(
        64,
        dents=[*_tracks((0.1, 0.0), heading, 5.5), *hill],
        placed=[(3.4, 2.5, 0.7), (-6.0, 5.0, 2.0), (2.7, -2.3, 0.45)],
        level=11,
        hills=80,
    )
    at = Assembly().sub((0.1, 0, ground.height(0.1, 0.0)), z=heading)
    rover(at, ground, lights=True)
    eye = (5.6, -3.6, ground.height(5.6, -3.6) + 0.9)
    view = stage.look(eye, (0.85, 0.35, 1.2), 45)
    stage.sun(-97, 7, 15.0, fill=0.02)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=1.5, spread=26, count=520, largest=0.4)
    stage.earth(view, 16.0, 6.5)


def standing(at: Assembly) -> None:
    """Build the rover for its profile."""
    rover(at, Level())


PLATES = {"viper-edge-of-shadow": (night_edge, 12, 0.2)}
PROFILES = {"viper": (standing, 0.0)}
