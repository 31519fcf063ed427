"""Starship HLS on the Moon, with two astronauts at its foot for scale.

Read: 50 m tall and 9 m across, legs like those of Falcon 9, a black base, small engines two thirds up (r/SpaceXLounge
on the pictures of 2023, copied at rl.technicalvoid.dev); white, without flaps or heat shield, cells on the nose,
three dark openings of small landing engines on the side that is seen (r/SpaceXLounge on the picture of 30 April
2020); a band of cells about the circumference (factsnippet.com); an elevator to the surface (nextbigfuture.com, May
2020). Doors, windows and the heights of the bands are estimated beside height and width; the flight design is not
published: as described.
"""

from __future__ import annotations

import math

from kit import frames, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.frames import around
from kit.ground import Ground, Level
from kit.relief import steps
from kit.suit import CARRYING, LOPING, RESTING, STANDING, astronaut

HEIGHT, RADIUS = 50.0, 4.5
BASE, SHOULDER = 2.4, 33.5
"""Underside of the skirt; where the nose begins to taper."""
DOOR, BAND, CELLS = 26.0, 29.6, 35.2
LEGS = (45, 135, 225, 315)


def _radius(height: float) -> float:
    """Say how wide the nose is at a height: an ogive from the shoulder to the blunt tip."""
    t = min(max((height - SHOULDER) / (HEIGHT - SHOULDER), 0.0), 1.0)
    return RADIUS * math.sqrt(max(1.0 - t**2.1, 0.0))


def hull(at: Assembly) -> None:
    """Build the white hull: rings welded every 1.8 m, black base, ogive nose with its band of cells."""
    white, seam = m.paint((0.66, 0.66, 0.65), "hls", 0.38), m.paint((0.42, 0.42, 0.42), "hls-seam")
    at.lathe([(RADIUS, BASE), (RADIUS, 9.0)], m.paint((0.04, 0.04, 0.045), "hls-base", 0.5), sides=96)
    at.lathe([(RADIUS + 0.004, 9.0), (RADIUS + 0.004, SHOULDER)], white, sides=96)
    steps = [SHOULDER + (HEIGHT - SHOULDER) * k / 40 for k in range(41)]
    at.lathe([(_radius(z), z) for z in steps], white, sides=96, smooth=60)
    for k in range(1, 13):
        at.lathe([(RADIUS + 0.012, 9.0 + 1.86 * k), (RADIUS + 0.012, 9.05 + 1.86 * k)], seam, sides=96)
    for z in (36.8 + 3.2, 43.0, 45.8):
        at.ring(_radius(z) + 0.0, 0.025, (0, 0, z), seam)
    _cells(at)
    _engines(at)


def _cells(at: Assembly) -> None:
    """Clothe a band below the nose with upright panels, all round."""
    count, tall = 24, 3.6
    low, high = _radius(CELLS), _radius(CELLS + tall)
    lean = math.degrees(math.atan2(low - high, tall))
    for k in range(count):
        wide = 2 * math.pi * (low + high) / 2 / count - 0.1
        panel = frames.face(at, (low + high) / 2 + 0.07, 360 * k / count, CELLS + tall / 2, lean=lean)
        panel.sheet(wide, tall, m.cells(6, 18), m.paint((0.5, 0.5, 0.5), "panel-edge"), thick=0.06)


def _engines(at: Assembly) -> None:
    """Set the large engines in the skirt and the ring of small landing engines high on the hull."""
    for k in range(3):
        parts.bell(at.sub(around(1.25, 120 * k, BASE + 1.6)), 0.28, 0.62, 1.7)
        parts.bell(at.sub(around(2.75, 60 + 120 * k, BASE + 1.9)), 0.32, 1.15, 2.5)
    at.lathe([(4.3, BASE + 1.4), (0.2, BASE + 1.9)], m.metal((0.3, 0.3, 0.31), "dome"), sides=64)
    for k in range(24):
        if k % 4 == 3:
            continue
        hole = frames.face(at, RADIUS - 0.02, 15 * k + 7.5, BAND)
        hole.lathe(
            [(0.42, -0.1), (0.42, 0.05), (0.36, 0.06), (0.34, -0.1)], m.metal((0.4, 0.4, 0.41), "port"), sides=28
        )
        hole.lathe([(0.36, 0.055), (0.0, 0.05)], m.black(), sides=28)


def legs(at: Assembly, ground: Ground | Level) -> None:
    """Fold down four broad legs, each an A of two beams with a strut to its middle."""
    skin, dark = m.paint((0.3, 0.3, 0.31), "hls-leg"), m.metal((0.35, 0.35, 0.36), "dark")
    for b in LEGS:
        x, y, _ = around(9.4, b)
        spot = at.world((x, y, 0))
        foot = (x, y, at.local((spot.x, spot.y, ground.height(spot.x, spot.y))).z)
        for side in (-16, 16):
            at.tube(around(RADIUS, b + side, BASE + 0.5), (foot[0], foot[1], foot[2] + 0.5), 0.26, skin)
        at.tube(
            around(RADIUS, b, 8.6), (foot[0], foot[1], foot[2] + 0.62), 0.2, m.metal((0.8, 0.8, 0.8), "polished", 0.22)
        )
        at.tube(around(RADIUS - 0.1, b, 8.6), (foot[0] * 0.76, foot[1] * 0.76, 3.6), 0.3, dark)
        at.ball(0.42, (foot[0], foot[1], foot[2] + 0.55), dark, rows=14)
        frames.pad(at, (foot[0], foot[1], foot[2] - 0.05), 1.05, m.metal((0.5, 0.48, 0.45), "bowl"))


def lift(at: Assembly, ground: Ground | Level, *, cage: float) -> None:
    """Build the open hatch, its gantry, the cables and the cage of the lift at a height above the soil."""
    dark, rail = m.paint((0.05, 0.05, 0.055), "hatch-dark"), m.metal((0.72, 0.72, 0.72), "rail", 0.3)
    side = frames.face(at, RADIUS, 0, DOOR)
    side.box((3.6, 4.4, 0.5), (0, 0, -0.2), dark, bevel=0.15)
    side.box((3.9, 0.16, 0.7), (0, -2.3, 0.2), m.paint(), bevel=0.03)
    for x in (-1.85, 1.85):
        side.box((0.14, 4.5, 0.3), (x, 0, 0.08), m.paint(), bevel=0.03)
        side.sub((x * 1.0, 0, 0.1), y=-68 if x > 0 else 68).box(
            (1.8, 4.4, 0.12), (0.9 if x > 0 else -0.9, 0, 0), m.paint()
        )
    for x in (-1.3, 1.3):
        side.tube((x, 1.85, -0.2), (x, 1.85, 2.5), 0.1, rail)
        side.tube((x, 2.1, -0.1), (x, 1.85, 1.6), 0.06, rail)
    side.tube((-1.3, 1.85, 2.4), (1.3, 1.85, 2.4), 0.1, rail)
    spot = at.world((RADIUS + 2.0, 0, 0))
    floor = at.local((spot.x, spot.y, ground.height(spot.x, spot.y))).z + cage
    for y in (-1.3, 1.3):
        for x in (RADIUS + 1.0, RADIUS + 2.4):
            at.tube((x, y, floor + 1.2), (x if x > 6 else 5.6, y, DOOR + 1.85), 0.022, rail, sides=8)
    at.box((2.1, 3.0, 0.14), (RADIUS + 1.75, 0, floor), m.metal((0.4, 0.4, 0.4), "grating"))
    for x in (RADIUS + 0.72, RADIUS + 2.78):
        for k in range(7):
            y = -1.48 + 2.96 * k / 6
            at.tube((x, y, floor), (x, y, floor + 1.2), 0.022, rail, sides=8)
        for z in (0.6, 1.2):
            at.tube((x, -1.48, floor + z), (x, 1.48, floor + z), 0.028, rail, sides=8)
    for y in (-1.48, 1.48):
        for z in (0.6, 1.2):
            at.tube((RADIUS + 0.72, y, floor + z), (RADIUS + 2.78, y, floor + z), 0.028, rail, sides=8)
    astronaut(at.sub((RADIUS + 1.9, 0.5, floor + 0.07), z=-15), STANDING)


def details(at: Assembly) -> None:
    """Add windows, a docking port under the tip, antennas, vents and the fittings along the hull."""
    for b in (-38, -22, 22, 38, 60, -60):
        z = 41.6
        pane = frames.face(at, _radius(z) + 0.02, b, z, lean=24)
        pane.lathe([(0.5, -0.1), (0.5, 0.05), (0.4, 0.06)], m.metal(), sides=28)
        pane.lathe([(0.4, 0.062), (0.0, 0.08)], m.glass(), sides=28)
    for b in (24, 156, 204, 336):
        for z in (12.0, 20.0):
            frames.face(at, RADIUS + 0.05, b, z).box((0.5, 1.1, 0.14), (0, 0, 0), m.paint(), bevel=0.04)
        pod = frames.face(at, RADIUS + 0.1, b, 32.3)
        pod.box((1.0, 0.7, 0.26), (0, 0, 0), m.paint((0.3, 0.3, 0.31), "hls-leg"), bevel=0.05)
        for x in (-0.28, 0.28):
            pod.lathe([(0.1, 0.1), (0.17, 0.3)], m.nozzle(), at=(x, 0, 0), sides=20)
    at.tube(around(RADIUS + 0.07, 100, 9.0), around(RADIUS + 0.07, 100, SHOULDER), 0.12, m.paint(), sides=12)
    at.tube(around(RADIUS + 0.07, 280, 9.0), around(RADIUS + 0.07, 280, SHOULDER), 0.12, m.paint(), sides=12)


def ship(at: Assembly, ground: Ground | Level, *, cage: float = 9.0) -> None:
    """Build the whole ship on its legs."""
    hull(at)
    legs(at, ground)
    lift(at, ground, cage=cage)
    details(at)


def crew() -> None:
    """Draw the ship from the ground, two astronauts before it and one in the lift."""
    pads = frames.footprints(9.4, 1.05, [b + 12 for b in LEGS], 0.08)
    walked = steps([(12.0, -4.0), (26.0, -14.0), (44.0, -25.0), (62.0, -31.0), (64.2, -33.0), (67.0, -37.0)])
    ground = Ground(
        91,
        dents=pads + walked,
        level=26,
        reach=110,
        craters=700,
        placed=[(22, 6.5, 2.4), (-30, 24, 9.0), (13, -14, 1.2)],
    )
    at = Assembly().sub((0, 0, 0), z=12)
    ship(at, ground)
    for x, y, facing, pose in (
        (17.0, -4.0, 170.0, STANDING),
        (19.4, 1.0, 215.0, LOPING),
        (64.4, -33.2, 106.0, CARRYING),
        (66.3, -31.9, -66.0, RESTING),
    ):
        astronaut(Assembly().sub((x, y, ground.height(x, y) - 0.015), z=facing), pose)
    eye = (73.0, -42.0, ground.height(73.0, -42.0) + 1.8)
    view = stage.look(eye, (5.0, 9.0, eye[2]), 66, shift=0.16)
    stage.sun(16, 11, 13.0, fill=0.055)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=13.0, spread=45, count=520, largest=0.6)
    stage.earth(view, 17.0, 10.0)


def standing(at: Assembly) -> None:
    """Build the ship for its profile."""
    ship(at, Level())


PLATES = {"starship-hls-crew": (crew, 8, -0.3)}
PROFILES = {"starship-hls": (standing, 45.0)}
