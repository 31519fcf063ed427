"""The landing platform that the new Russian landers share in kind: frame, tanks, engines, four legs."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kit import fittings, parts
from kit import materials as m
from kit.assembly import Assembly, Material
from kit.parts import Height

LEGS = (45.0, 135.0, 225.0, 315.0)


@dataclass(frozen=True)
class Platform:
    """Measures of a platform in metres; `tall` is how much longer than a ball its tanks are."""

    frame: float
    low: float
    deck: float
    feet: float
    tank: float
    tall: float
    pad: float
    bar: float
    bells: int = 4

    @property
    def pads(self) -> list[tuple[float, float, float, float]]:
        """Give the dents that the pads press into the ground."""
        return [(*round_at(self.feet, a), self.pad * 1.1, 0.02) for a in LEGS]


def round_at(radius: float, degrees: float) -> tuple[float, float]:
    """Give a place on a circle."""
    return radius * math.cos(math.radians(degrees)), radius * math.sin(math.radians(degrees))


def platform(at: Assembly, size: Platform, ground: Height, wrap: Material, *, dark: Material | None = None) -> None:
    """Build it: tanks between two rings, engines below, deck above, legs at 45 degrees to the front (+x)."""
    bar = m.metal((0.68, 0.68, 0.69), "tube", 0.3)
    _frame(at, size, bar)
    tanks(at, size, wrap)
    _engines(at, size, dark or m.foil(m.COPPER, 0.1, 0.02, "keel"))
    for a in LEGS:
        foot, hip = round_at(size.feet, a), round_at(size.frame * 1.02, a)
        braces = [(*round_at(size.frame, a + d), size.low + 0.03) for d in (-26, 26)]
        parts.leg(
            at,
            (*hip, size.deck - 0.05),
            (*foot, 0),
            braces,
            ground,
            pad=size.pad,
            bar=size.bar,
            skin=bar,
        )
        at.box((0.16, 0.16, 0.14), (*hip, size.deck - 0.03), m.metal(fittings.DARK, "dark"), bevel=0.02)


def _frame(at: Assembly, size: Platform, bar: Material) -> None:
    top = size.deck - 0.06
    for z in (size.low, top):
        at.ring(size.frame, 0.034, (0, 0, z), bar)
    for k in range(8):
        a = 22.5 + 45 * k
        for d in (-17, 17):
            at.tube((*round_at(size.frame, a + d), size.low), (*round_at(size.frame, a), top), 0.02, bar, sides=12)
        at.ball(0.042, (*round_at(size.frame, a), top), m.metal(fittings.DARK, "dark"), rows=10)
    plate = m.paint((0.6, 0.6, 0.59), "deck")
    at.lathe([(size.frame * 1.06, size.deck - 0.03), (size.frame * 1.06, size.deck)], plate, sides=64, bevel=0.008)
    for k in range(24):
        x, y = round_at(size.frame * 1.02, 15 * k + 4)
        at.lathe([(0.016, size.deck), (0.016, size.deck + 0.012)], m.metal(), at=(x, y, 0), sides=8)


def tanks(at: Assembly, size: Platform, wrap: Material) -> None:
    """Add four wrapped tanks, the bottles between them and their pipes."""
    reach, middle = size.frame - size.tank * 0.72, (size.low + size.deck) / 2 - 0.02
    for k in range(4):
        x, y = round_at(reach, 90 * k)
        arc = [math.pi * j / 20 for j in range(11)]
        dome = [(size.tank * math.sin(t), -size.tank * math.cos(t) - size.tall / 2) for t in arc]
        at.lathe(dome + [(r, -z) for r, z in reversed(dome)], wrap, at=(x, y, middle), smooth=60.0)
        for z in (-0.09, 0.09):
            at.ring(size.tank + 0.004, 0.009, (x, y, middle + z), m.metal((0.7, 0.69, 0.66), "strap", 0.25))
        out = round_at(reach + size.tank, 90 * k)
        at.box((0.1, 0.1, 0.12), (*out, middle), m.metal(fittings.DARK, "dark"), bevel=0.015)
        bottle = round_at(size.frame - 0.24, 90 * k + 45)
        at.ball(0.19, (*bottle, middle + 0.02), m.metal((0.5, 0.48, 0.45), "bottle", 0.28))
        at.ring(0.192, 0.008, (*bottle, middle + 0.02), m.metal())
        fittings.cable(
            at,
            [
                (*bottle, middle - 0.18),
                (*round_at(size.frame - 0.1, 90 * k + 30), size.low + 0.05),
                (x * 1.1, y * 1.1, middle - size.tank - size.tall / 2 + 0.04),
            ],
            0.01,
            m.metal(),
        )


def _engines(at: Assembly, size: Platform, dark: Material) -> None:
    keel = size.low - 0.02
    at.lathe([(size.frame * 0.42, keel - 0.14), (size.frame * 0.62, keel), (size.frame * 0.62, keel + 0.06)], dark)
    parts.bell(at.sub((0, 0, keel - 0.1)), 0.06, 0.19, 0.3)
    for k in range(size.bells):
        a = 45 + 360 * k / size.bells
        parts.bell(at.sub((*round_at(size.frame * 0.36, a), keel - 0.1)), 0.03, 0.085, 0.15)
    for a in (12, 102, 192, 282):
        spot = at.facing((*round_at(size.frame * 0.8, a), keel), (*round_at(0.25, a), -1))
        spot.box((0.16, 0.16, 0.05), (0, 0, 0.0), m.paint((0.75, 0.75, 0.73), "radar"), bevel=0.008)
    for a in LEGS:
        for d in (-9, 9):
            x, y = round_at(size.frame * 1.06, a + d)
            pod = at.facing((x, y, size.deck + 0.05), (x * 0.7, y * 0.7, 0.1))
            pod.box((0.08, 0.08, 0.09), (0, 0, -0.02), m.metal(), bevel=0.01)
            parts.thruster(pod.sub((0, 0, 0.05)), 0.032)


def scoop(at: Assembly, joints: list[tuple[float, float, float]], radius: float = 0.026) -> None:
    """Add a digging arm through joints, ending in a scoop with its sample tube and cable."""
    parts.chain(at, joints, radius, m.metal((0.72, 0.71, 0.68), "arm"))
    for x, y, z in joints[:-1]:
        at.box((0.09, 0.11, 0.09), (x, y, z), m.paint((0.7, 0.7, 0.68), "motor"), bevel=0.014)
    fittings.cable(at, [(x, y + radius * 2.2, z + radius) for x, y, z in joints], 0.008, m.black())
    hand = at.facing(joints[-1], (0.3, 0, -1))
    hand.box((0.12, 0.14, 0.17), (0, 0, 0.07), m.metal(), bevel=0.01, top=0.55)
    hand.tube((0.07, 0.0, -0.02), (0.07, 0.0, 0.17), 0.016, m.metal((0.3, 0.3, 0.31), "hub"))


def drill(at: Assembly, ground: Height, place: tuple[float, float], deck: float) -> None:
    """Build the drill: a box beam on a swivel at the platform's edge, carriage, motor and the string in the soil."""
    x, y = place
    root = x - 0.36
    spot = at.world((x, y, 0))
    soil = at.local((spot.x, spot.y, ground(spot.x, spot.y))).z
    dark, white = m.metal((0.14, 0.14, 0.15), "beam", 0.4), m.paint((0.78, 0.78, 0.76), "unit")
    at.box((0.3, 0.22, 0.24), (root, y, deck + 0.06), m.metal(), bevel=0.03)
    at.tube((root, y - 0.2, deck + 0.14), (root, y + 0.2, deck + 0.14), 0.075, dark)
    at.box((0.16, 0.3, 2.5), (x - 0.17, y, 1.78), white, bevel=0.02)
    for side in (-0.1, 0.1):
        at.box((0.03, 0.03, 2.4), (x - 0.075, y + side, 1.78), m.metal(), bevel=0.004)
    for k in range(8):
        at.box((0.012, 0.24, 0.012), (x - 0.086, y, 0.72 + 0.3 * k), m.metal(fittings.DARK, "dark"), bevel=0.0)
    at.box((0.2, 0.28, 0.46), (x, y, 1.86), dark, bevel=0.025)
    at.lathe([(0.09, 2.09), (0.09, 2.36), (0.05, 2.4)], m.paint((0.7, 0.7, 0.68), "motor"), at=(x, y, 0), sides=28)
    fittings.auger(at.sub((x, y, 1.64)), 0.042, 1.64 - soil + 0.08)
    at.box((0.26, 0.26, 0.05), (x, y, 0.56), m.metal(), bevel=0.01)
    at.box((0.12, 0.1, 0.14), (x - 0.04, y + 0.2, 0.7), m.black(), bevel=0.01)
    fittings.optics(at.facing((x - 0.1, y - 0.22, 1.2), (0.3, 0.2, -1)), 0.09)
    fittings.cable(
        at, [(root, y + 0.12, 1.9), (x - 0.16, y + 0.3, 2.5), (x - 0.02, y + 0.2, 2.2), (x, y + 0.12, 2.0)], 0.018
    )
    at.lathe([(0.05, soil - 0.01), (0.1, soil + 0.01), (0.05, soil + 0.045)], m.regolith(), at=(x, y, 0), sides=24)
