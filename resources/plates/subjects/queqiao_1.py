"""Queqiao beyond the Moon: its umbrella turned to the far side, the Earth behind.

Read: body 1.4 x 1.4 x 0.85 m on the CAST 100 bus (Wikipedia, Queqiao relay satellite); 448.7 kg, parabolic antenna of
4.2 m, a spiral antenna for the link to the Earth, four thrusters of 20 N and twelve of 5 N, two tanks, more than 780 W
from its solar array, halo orbit round the Lagrange point beyond the Moon (Space: Science & Technology, 2021, table 1);
Dutch-Chinese low-frequency antennas (eoPortal, Chang'e-4). Wings, ribs and the length of the thin antennas (2.5 m) are
estimated from descriptions of published pictures. Moon and Earth stand as wide as seen from there: 3.2 and 1.6 degrees.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from kit import arrays, blankets, near_moon, parts, stage
from kit import materials as m
from kit.assembly import Assembly, pose
from kit.umbrella import feed, umbrella

if TYPE_CHECKING:
    from mathutils import Vector

DISH, WIDE, HIGH = 2.1, 1.4, 0.85


def satellite(at: Assembly, sun: Vector | None = None) -> None:
    """Build the satellite: umbrella along +z, the low square body under it, wings along y."""
    gold, white = blankets.mli(size=0.26), m.paint((0.82, 0.82, 0.8), "radiator", 0.28)
    body = at.sub((0, 0, -0.3 - HIGH / 2))
    body.box((WIDE, WIDE, HIGH), (0, 0, 0), gold, bevel=0.025)
    body.box((WIDE + 0.03, WIDE - 0.12, HIGH - 0.16), (0, 0, 0), white, bevel=0.008)
    for side in (-1, 1):
        for k in range(5):
            body.box(
                (0.012, 0.012, HIGH - 0.18), (side * (WIDE / 2 + 0.016), -0.52 + 0.26 * k, 0), m.metal(), bevel=0.0
            )
        root = body.sub((0, side * WIDE / 2, 0.1), z=90.0 * side)
        root.lathe([(0.09, 0.0), (0.07, 0.1), (0.05, 0.14)], m.metal(), sides=24)
        arrays.panels(arrays.turned(root, sun), 2, 1.05, 1.15, front=arrays.cells(8, 9, "gallium"), yoke=0.75)
    body.lathe(
        [(0.34, HIGH / 2), (0.26, HIGH / 2 + 0.2), (0.26, HIGH / 2 + 0.26)],
        m.paint((0.3, 0.3, 0.3), "umbrella-hub"),
        sides=48,
    )
    umbrella(at.sub((0, 0, 0.1)), DISH)
    feed(at.sub((0, 0, 0.1)), DISH)
    _below(body)
    _antennas(body)


def _below(body: Assembly) -> None:
    """Fit the lower face: rocket's ring, tanks' domes, thrusters, trackers, the spiral antenna."""
    low, grey = -HIGH / 2, m.paint((0.62, 0.62, 0.6), "unit")
    body.lathe([(0.46, low), (0.46, low - 0.06), (0.42, low - 0.06), (0.42, low - 0.01)], m.metal(), sides=64)
    for y in (-0.2, 0.2):
        body.ball(0.17, (0, y, low + 0.02), blankets.mli(m.SILVER, "silver", 0.12), squash=0.8)
    for x in (-0.56, 0.56):
        for y in (-0.56, 0.56):
            parts.thruster(body.facing((x, y, low - 0.06), (0, 0, -1)), 0.055)
            body.box((0.14, 0.14, 0.06), (x, y, low - 0.02), m.metal((0.3, 0.3, 0.31), "hub"))
            for dx, dy in ((1, 0), (0, 1), (0.6, 0.6)):
                jet = body.facing((x * 1.18, y * 1.18, low + 0.1), (dx * x, dy * y, -0.25))
                parts.thruster(jet, 0.03)
    for x, y in ((0.3, -0.62), (0.08, -0.66)):
        eye = body.facing((x, y, low), (0.2, -0.5, -1))
        eye.lathe([(0.06, 0.0), (0.05, 0.12), (0.09, 0.26), (0.08, 0.26)], m.black(), sides=28)
    body.box((0.3, 0.24, 0.1), (-0.42, -0.1, low - 0.04), grey)
    body.box((0.2, 0.3, 0.14), (-0.2, 0.56, low - 0.06), blankets.mli(m.GOLD, "box", 0.14))
    mast = body.facing((-0.5, -0.45, low), (-0.45, -0.25, -1))
    mast.lathe([(0.13, 0.0), (0.13, 0.03), (0.03, 0.04)], m.metal(), sides=32)
    mast.tube((0, 0, 0.03), (0, 0, 0.62), 0.014, m.paint((0.72, 0.72, 0.71), "pole"), sides=12)
    turns = [(0.06 * math.cos(k * 0.5), 0.06 * math.sin(k * 0.5), 0.06 + 0.008 * k) for k in range(70)]
    for p, q in pairwise(turns):
        mast.tube(p, q, 0.007, m.metal((0.6, 0.35, 0.2), "helix"), sides=6)


def _antennas(body: Assembly) -> None:
    """Stretch the three thin antennas for low frequencies from their boxes."""
    steel = m.metal((0.8, 0.79, 0.76), "tape", 0.25)
    for x, y, z in ((0.9, 0.15, -0.42), (-0.55, 0.7, -0.46), (-0.3, -0.75, -0.6)):
        start = (0.62 * (1 if x > 0 else -1), 0.55 * (1 if y > 0 else -1), -HIGH / 2)
        root = body.facing(start, (x, y, z))
        root.box((0.12, 0.12, 0.16), (0, 0, 0.02), m.black(), bevel=0.008)
        root.tube((0, 0, 0.05), (0, 0, 2.5), 0.011, steel, end_radius=0.006, sides=10)


def halo() -> None:
    """Draw it from behind, over its umbrella's rim to the far side of the Moon and the Earth."""
    light = (-152.0, 44.0)
    satellite(Assembly(pose((0.62, 0.62, 0.28), (0.2, -0.5, 0.75), (-0.75, 0.0, -0.1))), arrays.sunward(*light))
    view = stage.look((0.0, -9.6, -0.9), (-0.2, 0, -0.8), 58)
    near_moon.moon(view, (1180, 3600, 870), 108, (0, 0, 72))
    stage.sun(*light, 13.0, fill=0.035)
    stage.earth(view, 13.2, 14.5, 1.64)


def profile(at: Assembly) -> None:
    """Stand it on its antennas, the umbrella up."""
    satellite(at.sub((0, 0, 2.85)), arrays.sunward(0.0, 0.0))


PLATES = {"queqiao-1-halo": (halo, 8, 0.0)}
PROFILES = {"queqiao-1": (profile, -90.0)}
