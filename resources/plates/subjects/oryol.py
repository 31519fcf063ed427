"""Oryol in orbit round the Earth.

Read: a conical return capsule and a propulsion section, 14.4 t in orbit round the Earth (the atlas's entry oryol;
TASS, 2016); landing on parachutes and rockets with landing gear, a full-size mock-up of the capsule shown (jets.ru,
2013; dzen.ru on the capsule's gear, undated); up to four people, up to ten flights of the capsule (TASS of an 11 April
as told by vpk.name). Length and diameter aren't in what was read: the capsule is drawn 4.4 m across as a working
figure, its cone and the propulsion section are estimated beside it from descriptions of published pictures.
"""

from __future__ import annotations

import math

from kit import arrays, earth, fittings, parts, stage
from kit import materials as m
from kit.assembly import Assembly

BASE, SHOULDER, NECK, SLOPE = 2.2, 0.42, 3.12, 0.364
"""Radius at the heat shield, heights at which the cone begins and ends, its slope (20 degrees)."""
HULL, WAIST, TAIL = 2.0, -2.0, -2.75


def spacecraft(at: Assembly) -> None:
    """Build it along z: capsule up, propulsion section down, wings along y."""
    capsule(at)
    section(at)
    cells = arrays.cells(10, 12, "oryol")
    for side in (-1, 1):
        root = at.sub((0, side * 1.95, -1.45), z=90 * side).sub((0, 0, 0), x=62 * side)
        arrays.panels(root, 3, 1.5, 2.1, front=cells, yoke=0.8)


def radius(z: float) -> float:
    """Give the cone's radius at a height."""
    return BASE - (z - SHOULDER) * SLOPE


def wall(at: Assembly, bearing: float, z: float, out: float = 0.0) -> Assembly:
    """Give a frame on the cone: z out of the wall, y up along it."""
    a = math.radians(bearing)
    r = radius(z) + out
    return at.facing((r * math.cos(a), r * math.sin(a), z), (math.cos(a), math.sin(a), SLOPE))


def capsule(at: Assembly) -> None:
    """Build the capsule: tiled cone, dark shield, hatch, windows, doors of the four legs, docking gear."""
    skin = fittings.tiles(56, 4.2, (0.5, 0.49, 0.465), (0.8, 0.79, 0.76), "oryol")
    at.lathe([(BASE, SHOULDER), (radius(NECK), NECK)], skin, sides=128, smooth=25)
    shield = fittings.tiles(40, 7.0, (0.05, 0.048, 0.046), (0.12, 0.112, 0.105), "oryol-shield", split=-9.0)
    at.lathe(
        [(0.0, -0.34), (1.3, -0.26), (2.0, -0.06), (2.2, 0.12), (2.225, 0.26), (BASE, SHOULDER)], shield, sides=128
    )
    dark = m.metal((0.3, 0.3, 0.31), "seam")
    at.ring(BASE + 0.005, 0.018, (0, 0, SHOULDER), dark)
    for z in (1.62, 2.72):
        at.ring(radius(z), 0.012, (0, 0, z), dark)
    for a in (45, 135, 225, 315):
        _leg_door(wall(at, a, 1.0))
        _brake_ports(wall(at, a + 45, 0.74))
    for a, z, size in ((-6, 1.86, 0.23), (-32, 1.86, 0.23), (-19, 2.42, 0.14), (84, 1.86, 0.23), (180, 1.9, 0.2)):
        _window(wall(at, a, z), size)
    _hatch(wall(at, 33, 1.98))
    for a in (12, 62, 102, 152, 192, 242, 282, 332):
        pod = wall(at, a, 2.9)
        pod.box((0.3, 0.2, 0.03), (0, 0, 0.01), m.black(), bevel=0.02)
        for x in (-0.07, 0.07):
            pod.lathe([(0.05, 0.02), (0.035, 0.032)], m.nozzle(), at=(x, 0, 0), sides=18)
    cover = wall(at, 128, 2.2)
    cover.box((0.95, 1.1, 0.05), (0, 0, 0.0), m.paint((0.72, 0.71, 0.68), "cover"), bevel=0.06, top=0.97)
    _dock(at)


def _leg_door(door: Assembly) -> None:
    """Fit the closed door of a leg: a tall plate with a frame, hinges and bolts."""
    door.box((0.52, 0.98, 0.04), (0, 0, 0.0), m.metal((0.3, 0.3, 0.31), "seam"), bevel=0.04)
    door.box((0.46, 0.92, 0.05), (0, 0, 0.012), m.paint((0.62, 0.61, 0.585), "door"), bevel=0.03)
    for y in (-0.3, 0.0, 0.3):
        door.box((0.1, 0.06, 0.05), (-0.24, y, 0.025), m.metal(), bevel=0.01)
        door.lathe([(0.022, 0.03), (0.022, 0.045)], m.metal(), at=(0.17, y, 0), sides=12)


def _brake_ports(port: Assembly) -> None:
    """Fit the covers of the landing rockets."""
    port.box((0.8, 0.36, 0.04), (0, 0, 0), m.paint((0.2, 0.195, 0.19), "port"), bevel=0.06)
    for x in (-0.22, 0.22):
        port.lathe(
            [(0.13, 0.015), (0.12, 0.04), (0.0, 0.045)], m.metal((0.5, 0.48, 0.44), "cap"), at=(x, 0, 0), sides=28
        )


def _window(pane: Assembly, size: float) -> None:
    pane.lathe([(size * 1.45, -0.06), (size * 1.45, 0.02), (size * 1.05, 0.03), (size, -0.01)], m.paint(), sides=44)
    for k in range(10):
        x, y = size * 1.25 * math.cos(0.63 * k), size * 1.25 * math.sin(0.63 * k)
        pane.lathe([(0.014, 0.02), (0.014, 0.036)], m.metal(), at=(x, y, 0), sides=8)
    pane.lathe([(size * 1.02, 0.002), (0.0, 0.012)], m.glass(), sides=44)


def _hatch(door: Assembly) -> None:
    """Fit the crew's side hatch with its handle and rails."""
    door.box((0.88, 1.02, 0.05), (0, 0, 0), m.metal((0.3, 0.3, 0.31), "seam"), bevel=0.14)
    door.box((0.8, 0.94, 0.06), (0, 0, 0.015), m.paint((0.74, 0.73, 0.7), "hatch"), bevel=0.12)
    door.lathe([(0.12, 0.04), (0.12, 0.055), (0.0, 0.06)], m.glass(), at=(0, 0.2, 0), sides=28)
    door.box((0.3, 0.05, 0.05), (0.05, -0.16, 0.06), m.metal(), bevel=0.015)
    for side in (-1, 1):
        fittings.rail(door, [(side * 0.53, y, 0.1) for y in (-0.42, 0.0, 0.42)], (0, 0, -0.1), 0.016)


def _dock(at: Assembly) -> None:
    """Build the neck, the docking ring with its hooks and the probe."""
    white, steel = m.paint((0.74, 0.74, 0.72), "neck"), m.paint((0.42, 0.41, 0.39), "dock", 0.35)
    at.lathe([(radius(NECK), NECK), (1.08, NECK + 0.08), (0.86, NECK + 0.1)], white, sides=96)
    tunnel = [(0.82, NECK + 0.1), (0.82, NECK + 0.33), (0.78, NECK + 0.33), (0.78, NECK + 0.1), (0.82, NECK + 0.1)]
    at.lathe(tunnel, white, sides=96)
    for k in range(16):
        at.sub((0, 0, 0), z=22.5 * k).box((0.03, 0.03, 0.2), (0.83, 0, NECK + 0.2), m.metal(), bevel=0.005)
    at.lathe(
        [(0.82, NECK + 0.32), (0.82, NECK + 0.44), (0.62, NECK + 0.44), (0.5, NECK + 0.22), (0.1, NECK + 0.13)],
        steel,
        sides=96,
    )
    for k in range(8):
        x, y = 0.72 * math.cos(0.785 * k + 0.4), 0.72 * math.sin(0.785 * k + 0.4)
        at.box((0.08, 0.08, 0.06), (x, y, NECK + 0.46), m.metal(fittings.DARK, "dark"), bevel=0.012)
    at.tube((0, 0, NECK + 0.08), (0, 0, NECK + 0.62), 0.07, m.metal(), end_radius=0.055)
    at.lathe([(0.055, 0.0), (0.1, 0.06), (0.05, 0.17), (0.0, 0.19)], steel, at=(0, 0, NECK + 0.6), sides=32)
    for a in (70, 250):
        fittings.optics(wall(at, a, 3.0, 0.08), 0.16)
    target = at.sub((0.92 * math.cos(0.6), 0.92 * math.sin(0.6), NECK + 0.12))
    target.box((0.12, 0.12, 0.2), (0, 0, 0.05), m.black(), bevel=0.015)


def section(at: Assembly) -> None:
    """Build the propulsion section: short drum with radiators, thruster blocks, a tail of foil, the engines."""
    at.lathe([(2.0, -0.3), (1.92, -0.1), (1.6, 0.0)], m.metal((0.3, 0.3, 0.31), "seam"), sides=96)
    at.lathe([(HULL, WAIST), (HULL, -0.3)], m.cloth((0.74, 0.735, 0.71), "hull"), sides=96)
    for z in (-0.34, -1.15, WAIST + 0.02):
        at.ring(HULL, 0.03, (0, 0, z), m.metal())
    for k in range(10):
        a = math.radians(36 * k + 18)
        if abs(math.sin(a)) > 0.9:
            continue
        for z in (-0.75, -1.58):
            spot = at.facing((2.03 * math.cos(a), 2.03 * math.sin(a), z), (math.cos(a), math.sin(a), 0))
            fittings.radiator(spot, 1.08, 0.7, columns=6, rows=4)
    at.lathe([(1.34, TAIL), (HULL - 0.02, WAIST)], fittings.mylar(m.GOLD, 0.24, 0.02, "tail"), sides=72)
    at.lathe([(1.36, TAIL - 0.04), (1.36, TAIL + 0.03)], m.metal(fittings.DARK, "dark"), sides=72)
    parts.bell(at.sub((0, 0, TAIL)), 0.14, 0.46, 0.8)
    for k in range(6):
        a = math.radians(60 * k)
        parts.bell(at.sub((0.9 * math.cos(a), 0.9 * math.sin(a), TAIL)), 0.06, 0.19, 0.32)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        for z in (-0.52, -1.85):
            parts.quad(at.sub((2.12 * math.cos(a), 2.12 * math.sin(a), z), z=45), 0.075)
    for a in (-28.0, 152.0):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        at.tube((1.9 * c, 1.9 * s, -1.9), (2.75 * c, 2.75 * s, -2.25), 0.04, m.metal())
        parts.dish(at.facing((2.78 * c, 2.78 * s, -2.25), (c, s, 0.5)), 0.34)


def craft(at: Assembly) -> None:
    """Stand it on its engine."""
    spacecraft(at.sub((0, 0, 0.8 - TAIL)))


def orbit() -> None:
    """Draw it over the Earth, its nose to the viewer, the Sun behind its shoulder."""
    at = Assembly().facing((0, 0, 0), (-0.8, -0.54, 0.24)).sub((0, 0, 0), z=-66)
    spacecraft(at)
    view = stage.look((-1.2, -16.4, 3.6), (1.35, 0.0, 0.25), 47)
    light = (-152.0, 24.0)
    stage.sun(*light, 12.0, fill=0.03)
    earth.below(view, light, altitude=420, lean=6.0, turn=(20, 40, 10))


PLATES = {"oryol-orbit": (orbit, 10, -0.1)}
PROFILES = {"oryol": (craft, 90.0)}
