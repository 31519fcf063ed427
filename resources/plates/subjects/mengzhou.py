"""Mengzhou in lunar orbit.

Read: nearly 9 m long, 4.5 m across, a re-entry module for the crew and a service module (ECNS, 19 July 2023);
21.6 t (the atlas's entry mengzhou). The division of the length, the wings and the fittings are estimated from
descriptions of published pictures.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kit import arrays, near_moon, parts, stage
from kit import materials as m
from kit.assembly import Assembly, pose

if TYPE_CHECKING:
    from mathutils import Vector

RADIUS, NOSE, TAIL = 2.25, 3.75, -4.75


def spacecraft(at: Assembly, sun: Vector | None = None) -> None:
    """Build it along z: crew module up, service module down, wings along y, turned to the Sun where there is one."""
    capsule(at)
    service(at)
    cells = arrays.cells(12, 14, "silicon", tones=arrays.SILICON)
    for side in (-1, 1):
        root = arrays.turned(at.sub((0, side * 2.02, -2.7), z=90 * side), sun)
        arrays.panels(root, 3, 2.0, 2.3, front=cells, yoke=1.2, gap=0.08)


def capsule(at: Assembly, *, port: bool = True) -> None:
    """Build the blunt cone of the crew module with seams, windows and thrusters; `port`: with its docking ring."""
    skin = m.paint((0.62, 0.62, 0.60), "tile", 0.5)
    cone = [(2.0, -0.16), (RADIUS, 0.12), (2.2, 0.32), (1.02, 3.0), (0.86, 3.18)]
    at.lathe([(0.0, -0.34), (1.2, -0.28), *cone, (0.0, 3.2)], skin, sides=96, smooth=25)
    slope = (2.2 - 1.02) / (3.0 - 0.32)
    for z in (0.36, 0.95, 1.6, 2.25, 2.9):
        at.ring(2.2 - (z - 0.32) * slope + 0.004, 0.012, (0, 0, z), m.metal((0.3, 0.3, 0.31), "seam"))
    for k in range(12):
        a = math.radians(30 * k + 8)
        ends = [
            ((2.2 - (z - 0.32) * slope + 0.003) * math.cos(a), (2.2 - (z - 0.32) * slope + 0.003) * math.sin(a), z)
            for z in (0.36, 2.9)
        ]
        at.tube(*ends, 0.009, m.metal((0.3, 0.3, 0.31), "seam"), sides=8)
    for angle, z, size in ((-62, 1.35, 0.24), (-20, 1.35, 0.24), (-41, 2.05, 0.17), (60, 1.35, 0.24), (-95, 1.9, 0.17)):
        _window(at, angle, z, size, slope)
    for k in range(4):
        a = math.radians(-41 + 25 + 90 * k)
        r = 2.2 - (2.55 - 0.32) * slope
        fitting = at.facing((r * math.cos(a), r * math.sin(a), 2.55), (math.cos(a), math.sin(a), slope))
        fitting.box((0.3, 0.42, 0.06), (0, 0, 0), m.black(), bevel=0.02)
        for y in (-0.1, 0.1):
            fitting.lathe([(0.07, 0.03), (0.05, 0.04)], m.nozzle(), at=(0, y, 0), sides=20)
    if port:
        _port(at)


def _port(at: Assembly) -> None:
    """Set the docking ring with its three petals on the nose."""
    at.lathe([(0.84, 3.18), (0.72, 3.4), (0.66, NOSE - 0.12), (0.6, NOSE - 0.1), (0.58, 3.4)], m.metal(), sides=64)
    for k in range(3):
        a = math.radians(120 * k)
        petal = at.sub((0.58 * math.cos(a), 0.58 * math.sin(a), NOSE - 0.02), z=120.0 * k, y=-22)
        petal.box((0.05, 0.34, 0.26), (0, 0, 0), m.metal((0.72, 0.72, 0.72), "petal", 0.3), top=0.6)


def _window(at: Assembly, angle: float, z: float, size: float, slope: float) -> None:
    a = math.radians(angle)
    r = 2.2 - (z - 0.32) * slope
    pane = at.facing((r * math.cos(a), r * math.sin(a), z), (math.cos(a), math.sin(a), slope))
    pane.lathe([(size * 1.3, -0.05), (size * 1.3, 0.025), (size, 0.03)], m.metal(), sides=40)
    pane.lathe([(size, 0.028), (0.0, 0.05)], m.glass(), sides=40)


def service(at: Assembly) -> None:
    """Build the service module: white drum with radiators, foil-wrapped tail, main engines and thruster blocks."""
    at.lathe([(2.02, -0.32), (2.02, -0.2)], m.metal((0.3, 0.3, 0.31), "seam"), sides=96)
    at.lathe([(2.0, -3.95), (2.0, -0.36)], m.paint(), sides=96, bevel=0.02)
    for z in (-0.9, -3.4):
        at.ring(2.0, 0.028, (0, 0, z), m.metal())
    for k in range(8):
        a = 22.5 + 45 * k
        at.sub((0, 0, 0), z=a).box(
            (0.04, 1.25, 2.2), (1.995, 0, -2.15), m.paint((0.7, 0.71, 0.72), "radiator", 0.25), bevel=0.012
        )
    at.lathe([(1.6, TAIL + 0.35), (1.98, -3.98)], m.foil(m.GOLD, 0.22, 0.03, "tail"), sides=64)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        parts.bell(at.sub((0.72 * math.cos(a), 0.72 * math.sin(a), TAIL + 0.35)), 0.11, 0.4, 0.75)
        parts.quad(at.sub((2.12 * math.cos(a), 2.12 * math.sin(a), -0.72), z=45), 0.09)
        parts.quad(at.sub((2.08 * math.cos(a), 2.08 * math.sin(a), -3.65), z=45), 0.09)
    at.tube((1.9, 0.6, -3.5), (2.75, 0.9, -3.9), 0.05, m.metal())
    parts.dish(at.facing((2.78, 0.92, -3.9), (0.8, -0.2, 0.5)), 0.45)


def orbit() -> None:
    """Draw it coasting over the Moon's limb, the Earth beyond."""
    light = (-52.0, 33.0)
    spacecraft(Assembly(pose((0.83, -0.5, 0.16), (0.2, 0.56, 0.8), (0.7, 0.0, 0.2))), arrays.sunward(*light))
    view = stage.look((2.0, -24.0, 5.2), (-0.1, 0, 0.3), 49)
    near_moon.moon(view, (-150, 800, -830), 690, (35, -40, 60), seed=8)
    stage.sun(*light, 13.0, fill=0.02)
    stage.earth(view, 16.0, 10.0)


def profile(at: Assembly) -> None:
    """Stand it on its engines."""
    spacecraft(at.sub((0, 0, -TAIL)), arrays.sunward(0.0, 0.0))


PLATES = {"mengzhou-orbit": (orbit, 8, 0.0)}
PROFILES = {"mengzhou": (profile, -90.0)}
