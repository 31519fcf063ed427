"""Queqiao-2 over the Moon.

Read: antenna of 4.2 m for the Moon and of 0.6 m for the Earth on a CAST2000 bus of about 1.2 t (China Daily,
20 March 2024); thrusters and payloads (NSSDC 2024-051A). The bus and wings are not dimensioned there: their proportions
are estimated beside the 4.2 m antenna.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit import arrays, blankets, near_moon, parts, stage
from kit import materials as m
from kit.assembly import Assembly, octagon, pose
from kit.umbrella import feed, umbrella

if TYPE_CHECKING:
    from mathutils import Vector

DISH = 2.1


def satellite(at: Assembly, sun: Vector | None = None) -> None:
    """Build the satellite: dish along +z, bus below it, wings along y, turned to the Sun where there is one."""
    gold = blankets.mli(size=0.3)
    at.prism(octagon(1.5, 1.5, 0.06), -1.75, -0.25, gold, bevel=0.02)
    at.box((1.56, 1.0, 1.1), (0, 0, -1.0), m.paint((0.82, 0.82, 0.8), "radiator", 0.3))
    at.prism(octagon(1.6, 1.6, 0.1), -1.79, -1.73, m.paint((0.4, 0.4, 0.4), "frame"))
    at.lathe([(0.42, -0.25), (0.3, 0.0), (0.3, 0.06)], m.black(), sides=32)
    umbrella(at.sub((0, 0, 0.12)), DISH, ribs=20)
    feed(at.sub((0, 0, 0.12)), DISH)
    cells = arrays.cells(8, 13, "silicon", tones=arrays.SILICON)
    for side in (-1, 1):
        root = arrays.turned(at.sub((0, side * 0.78, -1.0), z=90 * side), sun)
        arrays.panels(root, 3, 1.08, 1.75, front=cells, yoke=0.65, gap=0.06)
    small = at.facing((0.55, -0.35, -2.15), (0.5, -0.2, -0.85))
    parts.dish(small, 0.3, skin=m.paint())
    at.tube((0.45, -0.3, -1.75), (0.55, -0.35, -2.12), 0.035, m.metal())
    parts.bell(at.sub((-0.2, 0.1, -1.8)), 0.05, 0.16, 0.3)
    for x in (-0.62, 0.62):
        for y in (-0.62, 0.62):
            parts.quad(at.sub((x, y, -1.84)), 0.04)
    for x, y in ((0.76, 0.4), (0.76, -0.45)):
        parts.camera(at.facing((x + 0.06, y, -0.42), (1, 0, 0.2)), 0.16)
    at.box((0.28, 0.3, 0.34), (0.86, 0.0, -1.6), m.foil(m.SILVER, 0.08, 0.015, "silver"))
    at.tube((-0.6, 0.6, -1.75), (-0.6, 0.6, -2.4), 0.015, m.metal())
    for k in range(10):
        at.ring(0.05, 0.006, (-0.6, 0.6, -2.38 + 0.05 * k), m.metal((0.6, 0.35, 0.2), "helix"))


def relay() -> None:
    """Draw it high above the Moon, its great dish turned down to the southern far side."""
    light = (-40.0, 24.0)
    satellite(Assembly(pose((0.55, -0.45, -0.7), (-0.445, 0.475, -0.655), (-0.3, 0.0, 0.55))), arrays.sunward(*light))
    view = stage.look((0.0, -13.0, 1.2), (-0.35, 0, -0.15), 48)
    near_moon.moon(view, (370, 800, -690), 580, (58, 10, 130), seed=21)
    stage.sun(*light, 12.0, fill=0.025)
    stage.earth(view, -15.0, -6.5)


def profile(at: Assembly) -> None:
    """Stand it on its helix, the dish up."""
    satellite(at.sub((0, 0, 2.4)), arrays.sunward(0.0, 0.0))


PLATES = {"queqiao-2-relay": (relay, 8, 0.0)}
PROFILES = {"queqiao-2": (profile, -90.0)}
