"""Power on the Moon's surface: solar towers for a Sun on the horizon, and a small reactor.

Their sizes are working figures; people of 1.9 m in suits stand beside them.
"""

from __future__ import annotations

import math

from mathutils import Vector

from kit import materials as m
from kit.assembly import Assembly
from kit.parts import Height


def _ring(radius: float, angle: float, z: float) -> Vector:
    """Give a point on a circle about the z axis, degrees from +x."""
    a = math.radians(angle)
    return Vector((radius * math.cos(a), radius * math.sin(a), z))


def solar_tower(at: Assembly, ground: Height, height: float = 12.0, width: float = 1.7, rows: int = 5) -> None:
    """Raise a mast that bears two columns of panels facing -y, on a tripod with guys."""
    steel, dark = m.metal((0.72, 0.72, 0.72), "rail", 0.3), m.metal((0.35, 0.35, 0.36), "dark")
    back = m.paint((0.10, 0.10, 0.105), "panel-back", 0.5)
    low = height * 0.24
    at.lathe(
        [(0.2, 0.3), (0.2, low), (0.15, low), (0.15, height * 0.6), (0.1, height * 0.6), (0.1, height)], steel, sides=24
    )
    for k in range(3):
        a = math.radians(120 * k - 30)
        spot = at.world((1.7 * math.cos(a), 1.7 * math.sin(a), 0))
        foot = at.local((spot.x, spot.y, ground(spot.x, spot.y) + 0.02))
        at.tube((0.2 * math.cos(a), 0.2 * math.sin(a), low * 0.72), foot, 0.06, steel)
        at.tube((0.2 * math.cos(a), 0.2 * math.sin(a), 0.42), foot + Vector((0, 0, 0.1)), 0.035, steel)
        at.lathe(
            [(0.3, 0.0), (0.3, 0.05), (0.1, 0.12)], m.metal((0.7, 0.66, 0.58), "pad"), at=foot - Vector((0, 0, 0.02))
        )
    at.box((0.9, 0.62, 0.62), (0, 0.42, 0.72), m.foil(m.SILVER, 0.1, 0.02, "silver"), bevel=0.03)
    at.lathe([(0.28, low), (0.28, low + 0.3)], dark, sides=24)
    step = (height - low - 0.5) / rows
    for side in (-1, 1):
        for row in range(rows):
            z = low + 0.55 + step * (row + 0.5)
            at.sub((side * (width / 2 + 0.2), 0, z), x=90).sheet(width, step - 0.1, m.cells(6, 7), back)
            at.tube((0, 0.05, z), (side * width, 0.05, z), 0.022, steel, sides=8)
        at.tube(
            (side * (width + 0.2), 0.04, low + 0.5), (side * (width + 0.2), 0.04, height - 0.1), 0.025, steel, sides=8
        )
    at.tube((-width - 0.2, 0.04, height - 0.05), (width + 0.2, 0.04, height - 0.05), 0.03, steel)
    at.lathe([(0.05, height), (0.03, height + 0.5), (0.07, height + 0.55), (0.0, height + 0.62)], m.paint(), sides=16)


def reactor(at: Assembly, *, span: float = 6.5, tall: float = 3.6) -> None:
    """Stand a small reactor: core in its shield, converters above, two dark radiator wings along x."""
    steel, dark = m.metal(), m.metal((0.35, 0.35, 0.36), "dark")
    at.lathe(
        [(0.0, -0.6), (0.75, -0.6), (0.75, 0.7), (0.6, 0.85), (0.0, 0.85)],
        m.paint((0.5, 0.5, 0.49), "shield"),
        sides=48,
    )
    for z in (0.0, 0.35, 0.7):
        at.ring(0.76, 0.03, (0, 0, z), dark)
    at.lathe([(0.6, 0.85), (0.34, 1.5), (0.34, 1.9), (0.5, 2.0)], m.metal((0.4, 0.4, 0.42), "chassis"), sides=40)
    for k in range(8):
        angle = 45 * k + 22.5
        at.tube(_ring(0.7, angle, 0.8), _ring(0.9, angle, 2.05), 0.035, steel, sides=10)
        bottle = [(0.0, 2.0), (0.13, 2.05), (0.13, 2.7), (0.08, 2.8), (0.0, 2.82)]
        at.lathe(bottle, steel, at=_ring(0.62, angle, 0.0), sides=20)
    at.lathe([(1.0, 2.02), (1.0, 2.1)], m.paint((0.66, 0.66, 0.65), "deck"), sides=48)
    panel = m.paint((0.3, 0.31, 0.33), "graphite", 0.5)
    seam, count = m.metal((0.3, 0.3, 0.31), "seam"), 4
    for side in (-1, 1):
        for k in range(count):
            wide = span / count - 0.2
            x = side * (1.15 + (k + 0.5) * span / count)
            frame = at.sub((x, 0, 2.1 + tall / 2), z=side * (7 if k % 2 else -7))
            frame.box((wide, 0.05, tall), (0, 0, 0), panel, bevel=0.01)
            for rib in range(9):
                u = wide * (rib / 8 - 0.5) * 0.94
                for y in (-0.03, 0.03):
                    frame.tube((u, y, -tall * 0.49), (u, y, tall * 0.49), 0.012, seam, sides=6)
        for z in (2.12, 2.1 + tall):
            at.tube((side * 0.5, 0, z), (side * (1.15 + span), 0, z), 0.045, steel)
        at.tube((side * 0.4, 0, 2.8), (side * 1.15, 0, 2.1 + tall), 0.03, steel)
