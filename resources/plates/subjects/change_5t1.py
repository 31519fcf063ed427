"""Chang'e 5-T1 home from the Moon: the return capsule has left its service module, the Earth below.

Read: a service module on the bus DFH-3A, like Chang'e 2, of about 2,215 kg, which carried a return capsule of under
335 kg (chaos.owiki.org; review.clateway.com, Chang'e 5-T1); the capsule has the shape of Shenzhou's, made smaller
(Wikipedia in Japanese at weblio.jp). No dimensions are published there: the module's body follows the 2.00 x 1.72 x
2.20 m of Chang'e 1, the capsule is drawn at half of Shenzhou's size (1.25 m), its carrier is estimated.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kit import arrays, blankets, earth, parts, stage
from kit import materials as m
from kit.assembly import Assembly, pose

from subjects import change_1

if TYPE_CHECKING:
    from mathutils import Vector

RADIUS, HIGH = 0.625, 1.2


def capsule(at: Assembly) -> None:
    """Build the bell of the capsule from its heat shield at the origin upwards."""
    skin = m.paint((0.5, 0.485, 0.45), "ablator", 0.6)
    side = [(RADIUS - 0.012, 0.13), (0.545, 0.56), (0.47, 0.82), (0.36, 1.02), (0.22, 1.14)]
    at.lathe([*side, (0.16, HIGH - 0.04), (0.0, HIGH)], skin, sides=96, smooth=35)
    char = m.paint((0.2, 0.125, 0.08), "shield", 0.75)
    at.lathe([(0.0, -0.1), (0.24, -0.08), (0.46, -0.015), (0.6, 0.06), (RADIUS, 0.11), (0.6, 0.14)], char, sides=96)
    seam, dark = m.metal((0.3, 0.3, 0.31), "seam"), m.black()
    for radius, z in ((RADIUS - 0.008, 0.145), (0.547, 0.56), (0.472, 0.82)):
        at.ring(radius, 0.007, (0, 0, z), seam)
    for k in range(12):
        a = math.radians(30 * k + 12)
        ends = [(r * math.cos(a), r * math.sin(a), z) for r, z in (side[0], side[1])]
        at.tube(*ends, 0.005, seam, sides=8)
    for a, z, radius, size in (
        (20, 0.7, 0.51, 0.15),
        (150, 0.42, 0.572, 0.1),
        (-75, 0.66, 0.52, 0.12),
        (-30, 0.38, 0.58, 0.08),
    ):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        plate = at.facing((radius * c, radius * s, z), (c, s, 0.22))
        plate.lathe([(size, -0.03), (size, 0.012), (size * 0.86, 0.02)], m.paint((0.5, 0.49, 0.46), "hatch"), sides=36)
        plate.ring(size * 0.86, 0.006, (0, 0, 0.018), seam)
    for k in range(6):
        a = math.radians(60 * k - 50)
        jet = at.facing((0.57 * math.cos(a), 0.57 * math.sin(a), 0.45), (math.cos(a), math.sin(a), 0.15))
        jet.box((0.1, 0.07, 0.03), (0, 0, 0), dark, bevel=0.008)
        for x in (-0.025, 0.025):
            jet.lathe([(0.016, 0.012), (0.02, 0.024), (0.012, 0.012)], m.nozzle(), at=(x, 0, 0), sides=16)
    at.lathe([(0.11, HIGH - 0.06), (0.11, HIGH + 0.02), (0.07, HIGH + 0.03)], m.metal(), sides=32)


def module(at: Assembly, sun: Vector | None = None) -> None:
    """Build the service module: the orbiters' body with a carrier on its roof in place of their instruments."""
    change_1.bus(at, sun, roof=False)
    top = change_1.TALL / 2
    white, steel = blankets.pelt(), m.metal((0.72, 0.71, 0.68), "claw", 0.3)
    at.lathe([(0.86, top), (0.84, top + 0.06), (0.66, top + 0.44), (0.6, top + 0.46)], white, sides=72, smooth=25)
    at.lathe([(0.66, top + 0.42), (0.69, top + 0.5), (0.6, top + 0.52), (0.54, top + 0.3)], steel, sides=72, smooth=25)
    at.lathe(
        [(0.56, top + 0.36), (0.3, top + 0.26), (0.0, top + 0.24)], blankets.mli(m.SILVER, "silver", 0.2), sides=64
    )
    for k in range(4):
        mount = at.sub(z=90.0 * k + 45)
        mount.box((0.12, 0.16, 0.2), (0.72, 0, top + 0.42), m.paint((0.62, 0.62, 0.6), "unit"), bevel=0.012)
        mount.tube((0.62, 0, top + 0.5), (0.62, 0, top + 0.62), 0.03, m.black(), sides=16)
    for x, y, turn in ((0.86, 0.6, 20.0), (-0.84, 0.62, 150.0)):
        parts.camera(at.facing((x, y, top + 0.12), (math.cos(turn) * 0.3, 0.2, 1)), 0.13)
    face = at.sub((change_1.LONG / 2, 0, 0))
    for y, z, size in ((-0.45, 0.5, 0.42), (0.35, 0.55, 0.3), (0.4, -0.4, 0.46), (-0.4, -0.5, 0.3)):
        face.box((0.14, size, size * 0.8), (0.07, y, z), m.paint((0.62, 0.62, 0.6), "unit"), bevel=0.015)
    for y in (0.02, 0.22):
        eye = face.facing((0.05, y, 0.86), (1, 0.1, 0.35))
        eye.lathe([(0.1, 0.0), (0.07, 0.18), (0.1, 0.34), (0.09, 0.34)], m.black(), sides=28)


def homecoming() -> None:
    """Draw the two soon after they parted, the capsule nearest."""
    light = (232.0, 26.0)
    module(Assembly(pose((0.4, -0.9, 0.12), (-0.42, 0.1, 0.9), (-0.9, 1.6, 0.35))), arrays.sunward(*light))
    capsule(Assembly(pose((-0.42, 0.6, 0.68), (0.9, 0.2, 0.4), (1.75, -9.3, -0.1))))
    view = stage.look((0.0, -15.5, 0.6), (-1.35, 0, 0.1), 58)
    stage.sun(*light, 13.0, fill=0.03)
    earth.below(view, light, altitude=3500.0, drop=7.0, lean=9.0, turn=(20.0, 0.0, 60.0))


def profile(at: Assembly) -> None:
    """Stand the module with the capsule on its carrier."""
    stack = at.sub((0, 0, change_1.TALL / 2 + 0.97))
    module(stack, arrays.sunward(0.0, 0.0))
    capsule(stack.sub((0, 0, change_1.TALL / 2 + 0.42)))


def profile_capsule(at: Assembly) -> None:
    """Stand the capsule alone."""
    capsule(at.sub((0, 0, 0.1)))


PLATES = {"change-5t1-homecoming": (homecoming, 8, 0.0)}
PROFILES = {"change-5t1": (profile, -90.0), "change-5t1--capsule": (profile_capsule, -20.0)}
