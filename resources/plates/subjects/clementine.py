"""Clementine over the lunar pole, its fixed dish towards the Earth.

Read: an octagonal prism 1.88 m high and 1.14 m across, two panels on opposite sides along the prism's axis, a fixed
dish of 1.1 m (42 inches) at one end, a thruster of 489 N at the other, all sensors together on one of the eight panels
at right angles to the wings, under one cover, twelve small jets, two star trackers (liquisearch.com;
friends-partners.org; globalsecurity.org; NASA solarsystem.nasa.gov). The wings' size, the sensors' layout and the skin
are estimated from descriptions of published pictures.
"""

from __future__ import annotations

import math
from typing import Final

from kit import arrays, parts, pole, stage
from kit import materials as m
from kit.assembly import Assembly, pose
from kit.blankets import mli
from mathutils import Vector

TALL, ACROSS = 1.88, 1.14
DISH: Final = 0.55
REACH: Final = ACROSS / 2
"""From the axis to the middle of a side."""
PANEL: Final = (0.98, 1.18)


def spacecraft(at: Assembly, sun: Vector | None = None) -> None:
    """Build it: the prism about z, dish at the top, engine below, sensors towards -y, wings along x."""
    prism(at)
    sensors(at.sub((0, -REACH, 0.2), x=90))
    parts.dish(at.sub((0, 0, TALL / 2 - 0.02)), DISH, depth=0.16, skin=m.paint((0.74, 0.74, 0.72), "clementine-dish"))
    at.lathe([(0.3, TALL / 2 - 0.16), (0.14, TALL / 2)], m.metal((0.35, 0.35, 0.36), "dark"), sides=40)
    parts.bell(at.sub((0, 0, -TALL / 2 + 0.16)), 0.05, 0.2, 0.42)
    for side in (0, 180):
        root = at.sub((0, 0, -0.1), z=side).sub((REACH, 0, 0))
        root.lathe([(0.09, -0.12), (0.09, 0.12)], m.metal((0.35, 0.35, 0.36), "dark"), at=(0.06, 0, 0))
        wing = arrays.turned(root.sub((0.08, 0, 0)), sun)
        arrays.panels(wing, 2, *PANEL, front=arrays.cells(14, 17, "clementine"), yoke=0.42)


def prism(at: Assembly) -> None:
    """Build the eight sides: amber blankets, radiators with mirrors, frames at both ends, jets at the corners."""
    corner = REACH / math.cos(math.pi / 8)
    amber = mli((0.66, 0.40, 0.12), "clementine-amber", 0.16, 0.34)
    dark = m.paint((0.10, 0.10, 0.105), "clementine-frame", 0.45)
    half = TALL / 2 - 0.16
    at.lathe([(corner - 0.01, -half), (corner - 0.01, half)], amber, sides=8, start=22.5, bevel=0.012)
    for z in (-half, half):
        at.lathe([(corner + 0.025, z - 0.03), (corner + 0.025, z + 0.03)], dark, sides=8, start=22.5, bevel=0.006)
    at.lathe([(corner - 0.05, -half - 0.02), (0.28, -half - 0.14), (0.26, -half - 0.16)], amber, sides=8, start=22.5)
    mirror = m.metal((0.82, 0.83, 0.85), "mirror", 0.12)
    for k in range(8):
        side = at.sub((0, 0, 0), z=45.0 * k).sub((REACH, 0, 0), y=90)
        if k in (1, 3, 5, 7):
            side.box(
                (0.86, 0.36, 0.02), (0.1, 0, 0.0), m.paint((0.82, 0.82, 0.81), "clementine-white", 0.3), bevel=0.006
            )
            for row in range(7):
                side.box((0.1, 0.34, 0.01), (-0.27 + 0.123 * row, 0, 0.012), mirror, bevel=0.0)
        if k in (2,):
            side.box((0.4, 0.34, 0.1), (-0.3, 0, 0.03), m.cloth((0.7, 0.69, 0.66), "unit"), bevel=0.02)
            side.lathe([(0.06, 0.0), (0.07, 0.1), (0.05, 0.14)], m.metal(), at=(0.3, 0, 0), sides=28)
    for k in range(4):
        for z in (-half - 0.05, half + 0.05):
            jet = at.sub((0, 0, 0), z=90.0 * k + 22.5)
            jet.box((0.08, 0.08, 0.07), (corner - 0.03, 0, z), m.metal(), bevel=0.01)
            for d in ((0.4, 0.9, 0), (0.4, -0.9, 0)):
                parts.thruster(jet.facing((corner, 0, z), d), 0.026)
    for side in (-1, 1):
        tracker = at.facing((side * 0.36, 0.42, half + 0.12), (side * 0.6, 0.7, 0.4))
        tracker.lathe([(0.05, -0.1), (0.05, 0.06), (0.08, 0.16), (0.07, 0.16), (0.04, 0.06)], m.black(), sides=28)
    at.ring(0.2, 0.02, (0, 0, -TALL / 2 + 0.12), m.metal())


def sensors(at: Assembly) -> None:
    """Open the sensors' side (z outwards, y up): four cameras and the laser, the cover swung away."""
    at.box((0.44, 0.84, 0.05), (0, 0, 0.0), m.black(), bevel=0.01)
    at.box((0.44, 0.03, 0.16), (0, 0.43, 0.06), m.metal(), bevel=0.006)
    cover = at.sub((0.24, 0, 0.04), y=-118)
    cover.box((0.42, 0.84, 0.025), (0.21, 0, 0), mli((0.66, 0.40, 0.12), "clementine-amber", 0.16, 0.34), bevel=0.008)
    bright = m.metal((0.75, 0.75, 0.75), "tube", 0.28)
    for x, y, size in (
        (-0.1, 0.27, 0.085),
        (0.11, 0.24, 0.06),
        (-0.1, 0.03, 0.07),
        (0.1, 0.0, 0.09),
        (0.0, -0.25, 0.1),
    ):
        at.lathe([(size, 0.0), (size, 0.1), (size * 0.86, 0.1), (size * 0.84, 0.03)], bright, at=(x, y, 0.02), sides=36)
        at.lathe([(size * 0.84, 0.05), (0.0, 0.06)], m.glass(), at=(x, y, 0.02), sides=32)


def earthrise() -> None:
    """Draw it with the Earth low over the pole's ridges."""
    view = stage.look((0.9, -8.3, 1.1), (0.2, 0.0, 0.1), 43)
    ground = pole.below(view, altitude=160, over=(-82.5, 165.0), heading=345, drop=3.0, lean=-7, seed=33)
    light = ground.sun(-116, 13)
    stage.sun(*light, 14.0, fill=0.02)
    spacecraft(
        Assembly(pose((0.34, 0.62, 0.70), (0.84, -0.50, 0.18))), arrays.sunward(*light) + Vector((0.5, -0.5, 0.4))
    )
    stage.earth(view, 12.5, 5.0)


def profile(at: Assembly) -> None:
    """Build it alone, standing on its engine's bell."""
    spacecraft(at.sub((0, 0, TALL / 2 + 0.27)), Vector((0, -1, 0)))


PLATES = {"clementine-earthrise": (earthrise, 8, 0.0)}
PROFILES = {"clementine": (profile, 0)}
