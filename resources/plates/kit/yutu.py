"""The rover Yutu of Chang'e 3 and its twin Yutu-2 of Chang'e 4, its tracks and a solar panel with cut corners."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from mathutils import Vector

from kit import blankets, parts
from kit import materials as m
from kit.assembly import Assembly, octagon

LENGTH, WIDTH, MAST = 1.5, 1.0, 1.5
"""Metres: 1.5 x 1.0 m over the wheels, about 1.5 m to the top of the mast."""
WHEEL, TREAD = 0.15, 0.15
AXLE, SIDE = LENGTH / 2 - WHEEL, WIDTH / 2 - TREAD / 2
FLOOR, ROOF = 0.37, 0.76

Dent = tuple[float, float, float, float]


class Soil(Protocol):
    """What can say how high the ground stands."""

    def height(self, x: float, y: float) -> float: ...


def cut_panel(frame: Assembly, width: float, height: float, cut: float, grid: tuple[int, int]) -> None:
    """Add a solar panel with cut corners in the x-y plane, cells towards +z."""
    outline = octagon(width, height, cut)
    frame.prism(octagon(width + 0.03, height + 0.03, cut), -0.014, 0.012, m.paint((0.1, 0.1, 0.105), "panel-back", 0.5))
    front = frame.mesh([(x, y, 0.0145) for x, y in outline], [tuple(range(len(outline)))], m.cells(*grid))
    layer = front.data.uv_layers.new(name="UVMap")
    for loop, (x, y) in zip(layer.data, outline, strict=True):
        loop.uv = (x / width + 0.5, y / height + 0.5)


def ruts(path: Sequence[tuple[float, float]], step: float = 0.12) -> list[Dent]:
    """Press the two rows of dents that the wheels leave along a quadratic curve through three points."""
    (ax, ay), (bx, by), (cx, cy) = path
    length = math.dist(path[0], path[1]) + math.dist(path[1], path[2])
    count = int(length / step)
    rows: list[Dent] = []
    for k in range(count + 1):
        t = k / count
        x = (1 - t) ** 2 * ax + 2 * t * (1 - t) * bx + t * t * cx
        y = (1 - t) ** 2 * ay + 2 * t * (1 - t) * by + t * t * cy
        along = Vector(((1 - t) * (bx - ax) + t * (cx - bx), (1 - t) * (by - ay) + t * (cy - by))).normalized()
        rows += [(x - along.y * side, y + along.x * side, 0.09, 0.022) for side in (-SIDE, SIDE)]
    return rows


def rover(at: Assembly, ground: Soil, *, arm: bool = True, tilt: tuple[float, float] = (-12.0, -38.0)) -> None:
    """Build the rover, which looks along +x; `tilt` raises the right and the left wing, `arm`: Yutu's own has one."""
    _body(at)
    _chassis(at, ground)
    _mast(at)
    bar = m.metal()
    for side, angle in zip((-1, 1), tilt, strict=True):
        hinge = at.sub((-0.06, side * 0.36, ROOF + 0.03), z=90.0 * side).sub(y=angle)
        cut_panel(hinge.sub((0.42, 0, 0)), 0.76, 1.06, 0.09, (7, 10))
        for y in (-0.34, 0.34):
            hinge.tube((-0.03, y, -0.012), (0.07, y, -0.012), 0.02, bar, sides=12)
        hinge.tube((0.05, 0, -0.04), (0.72, 0, -0.04), 0.012, bar, sides=10)
    if arm:
        _arm(at)
    else:
        at.box((0.13, 0.16, 0.14), (0.6, 0.2, 0.5), m.paint((0.7, 0.7, 0.68), "unit"))
        at.lathe([(0.035, 0.0), (0.045, 0.06), (0.03, 0.06)], m.black(), at=(0.6, 0.2, 0.38), sides=20)


def _body(at: Assembly) -> None:
    gold, steel = blankets.mli(name="yutu", size=0.24), m.metal()
    at.prism(octagon(1.12, 0.7, 0.05), FLOOR, ROOF, gold, bevel=0.025)
    at.prism(octagon(1.18, 0.76, 0.05), ROOF, ROOF + 0.022, m.paint((0.74, 0.74, 0.73), "roof"), bevel=0.006)
    at.box((1.0, 0.6, 0.03), (0, 0, FLOOR - 0.012), m.metal((0.3, 0.3, 0.31), "pan"))
    for x, y, sx, sy, sz in (
        (-0.36, 0.12, 0.24, 0.3, 0.07),
        (-0.3, -0.22, 0.3, 0.16, 0.1),
        (0.12, 0.2, 0.2, 0.18, 0.05),
    ):
        at.box((sx, sy, sz), (x, y, ROOF + 0.02 + sz / 2), m.paint((0.62, 0.62, 0.6), "lid"), bevel=0.008)
    at.sub((0.565, -0.17, 0.58)).box((0.02, 0.24, 0.26), (0, 0, 0), m.paint((0.8, 0.8, 0.78), "radiator", 0.3))
    for y in (-0.21, 0.21):
        parts.camera(at.facing((0.57, y, 0.44), (1, 0, -0.55)), 0.06)
    at.box((0.09, 0.2, 0.12), (0.6, -0.02, 0.5), m.paint((0.7, 0.7, 0.68), "unit"), bevel=0.012)
    at.lathe([(0.032, 0.0), (0.032, -0.05), (0.022, -0.05)], m.black(), at=(0.6, -0.02, 0.44), sides=20)
    for y in (-0.22, 0.22):
        at.tube((-0.57, y, 0.62), (-1.06, y * 1.25, 0.74), 0.009, steel, sides=10)
        at.box((0.07, 0.06, 0.07), (-0.58, y, 0.62), m.black(), bevel=0.006)
    at.tube((-0.42, -0.24, ROOF), (-0.42, -0.24, ROOF + 0.42), 0.007, steel, sides=8)
    at.lathe([(0.055, 0.0), (0.06, 0.05), (0.02, 0.07)], m.paint(), at=(-0.1, -0.24, ROOF + 0.02), sides=24)


def _chassis(at: Assembly, ground: Soil) -> None:
    """Stand the six wheels on the soil, each side's three joined by a rocker and a bogie."""
    bar, hub = m.metal((0.52, 0.5, 0.46), "rocker", 0.4), m.metal((0.3, 0.3, 0.31), "hub")
    for side in (-1, 1):
        pivot = (0.02, side * 0.4, 0.5)
        bogie = (-0.3, side * 0.4, 0.36)
        at.tube((0.02, side * 0.34, 0.5), (0.02, side * 0.43, 0.5), 0.045, hub)
        for x in (-AXLE, 0.0, AXLE):
            spot = at.world((x, side * SIDE, 0))
            low = at.local((spot.x, spot.y, ground.height(spot.x, spot.y) + WHEEL - 0.014)).z
            parts.wheel(at.sub((x, side * SIDE, low)), WHEEL, TREAD, spokes=8, grousers=24)
            knee = (x, side * 0.33, low + 0.17)
            at.tube((x, side * 0.4, low), knee, 0.02, bar, sides=12)
            at.lathe([(0.034, -0.05), (0.034, 0.05)], hub, at=knee, sides=20)
            joint = pivot if x > 0.1 else bogie
            at.tube(knee, (joint[0], side * 0.37, joint[2]), 0.024, bar, sides=14)
        at.tube((bogie[0], side * 0.37, bogie[2]), (pivot[0], side * 0.37, pivot[2]), 0.026, bar, sides=14)
        at.ball(0.036, (bogie[0], side * 0.37, bogie[2]), hub, rows=12)


def _mast(at: Assembly) -> None:
    """Raise the mast: a dish half way up, above it a bar with two pairs of eyes."""
    pole, x = m.paint((0.72, 0.72, 0.71), "pole"), 0.4
    at.tube((x, 0, ROOF), (x, 0, 1.42), 0.026, pole)
    at.lathe([(0.06, ROOF + 0.02), (0.06, ROOF + 0.1), (0.036, ROOF + 0.14)], m.metal(), at=(x, 0, 0), sides=24)
    at.lathe([(0.04, 1.38), (0.04, 1.45)], m.metal((0.35, 0.35, 0.36), "dark"), at=(x, 0, 0), sides=20)
    at.box((0.09, 0.4, 0.05), (x, 0, 1.45), m.paint())
    for y, size in ((-0.17, 0.075), (0.17, 0.075), (-0.075, 0.055), (0.075, 0.055)):
        parts.camera(at.facing((x + 0.05, y, 1.455), (1, 0, -0.12)), size)
    parts.dish(at.facing((x + 0.06, 0.0, 1.2), (0.55, -0.35, 0.75)), 0.15, depth=0.2)
    at.tube((x, 0, 1.14), (x + 0.06, 0.0, 1.2), 0.018, m.metal(), sides=12)


def _arm(at: Assembly) -> None:
    """Fold the arm with its spectrometer before the front."""
    steel = m.metal((0.72, 0.71, 0.68), "arm")
    parts.chain(at, [(0.56, 0.24, 0.5), (0.86, 0.26, 0.6), (0.98, 0.24, 0.33)], 0.014, steel)
    at.lathe([(0.04, 0.0), (0.048, 0.05), (0.03, 0.09)], m.paint(), at=(0.98, 0.24, 0.23), sides=24)
