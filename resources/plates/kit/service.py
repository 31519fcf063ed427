"""What serves a rocket on its pad beside the tower: umbilical lines, lamps that light it, tanks, a van."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mathutils import Vector

from kit import materials as m
from kit import pads, parts, rockets
from kit.assembly import Assembly, Point
from kit.base import glow

SODIUM: Final[m.Colour] = (1.0, 0.70, 0.42)
PALE: Final[m.Colour] = (1.0, 0.90, 0.78)
Lamp = tuple[Point, Point, float]
"""Where a floodlight hangs, where it aims, how bright that place gets."""


def lit(lamps: Sequence[Lamp], *, colour: m.Colour = PALE, cone: float = 55.0, size: float = 1.2) -> None:
    """Turn floodlights on."""
    for eye, aim, strength in lamps:
        pads.flood(eye, aim, strength, cone=cone, colour=colour, size=size)


def umbilicals(
    at: Assembly, start: Point, end: Point, *, count: int = 4, sag: float = 1.6, thick: float = 0.11
) -> None:
    """Hang lines side by side from an arm or a tower to the rocket."""
    a, b = Vector(start), Vector(end)
    side = (b - a).cross(Vector((0, 0, 1))).normalized()
    for k in range(count):
        off = side * ((k - (count - 1) / 2) * thick * 4)
        hang = [
            tuple(a.lerp(b, t) + off * (1 - 0.5 * t) - Vector((0, 0, sag * 4 * t * (1 - t) * (0.8 + 0.13 * k))))
            for t in (0.0, 0.17, 0.34, 0.5, 0.67, 0.84, 1.0)
        ]
        tone = (0.05, 0.5, 0.16, 0.06)[k % 4]
        parts.chain(at, hang, thick, m.paint((tone,) * 3, f"line-{tone}", 0.5))


def store(at: Assembly, radius: float) -> None:
    """Stand a spherical propellant tank on legs, its stairs round it."""
    white, steel = rockets.skin(name="sphere", pitch=radius), m.paint((0.4, 0.41, 0.43), "legs", 0.5)
    at.ball(radius, (0, 0, radius * 1.45), white, rows=32)
    for x, y in rockets.ring_of(8, radius * 0.92):
        at.tube((x, y, 0), (x, y, radius * 1.4), radius * 0.05, steel, sides=12)
    ring = rockets.ring_of(24, radius * 1.1)
    steps = [(*p, radius * (0.2 + 0.1 * k)) for k, p in enumerate(ring)]
    pads.fence(at, steps, height=1.1)


def street_lamp(at: Assembly, height: float = 9.0) -> None:
    """Stand a lamp post that shows as lit."""
    steel = m.paint((0.3, 0.31, 0.33), "post", 0.5)
    at.tube((0, 0, 0), (0, 0, height), 0.1, steel, end_radius=0.06, sides=12)
    at.tube((0, 0, height), (1.4, 0, height + 0.3), 0.06, steel, sides=10)
    at.box((0.8, 0.3, 0.12), (1.6, 0, height + 0.3), steel, bevel=0.03)
    at.box((0.7, 0.24, 0.05), (1.6, 0, height + 0.22), glow(SODIUM, 22.0, "street"), bevel=0.0)


def van(at: Assembly, colour: m.Colour = (0.7, 0.7, 0.68), name: str = "van") -> None:
    """Park a van with its lights on; it looks along +x."""
    body, dark = m.paint(colour, name, 0.3), m.glass("van-glass")
    side = [(-2.6, 0.45), (2.5, 0.45), (2.6, 1.0), (1.75, 1.3), (1.2, 2.15), (-2.5, 2.2), (-2.65, 1.9)]
    at.sub((0, 0.95, 0), x=90).prism(side, 0.0, 1.9, body, bevel=0.08)
    for y in (-0.97, 0.97):
        at.box((0.9, 0.03, 0.6), (0.85, y, 1.65), dark, bevel=0.02)
        for x in (-1.7, 1.7):
            at.facing((x, y * 0.9, 0.36), (0, y, 0)).lathe([(0.36, -0.1), (0.36, 0.1)], m.black(), sides=28)
        at.ball(0.12, (2.58, y * 0.75, 0.85), glow(SODIUM, 30.0, "headlamp"), rows=8)
