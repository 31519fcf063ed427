"""Queqiao-2 over the Moon.

Read: antenna of 4.2 m for the Moon and of 0.6 m for the Earth on a CAST2000 bus of about 1.2 t (China Daily,
20 March 2024); thrusters and payloads (NSSDC 2024-051A). The bus and wings are not dimensioned there: their proportions
are estimated beside the 4.2 m antenna.
"""

from __future__ import annotations

from kit import materials as m
from kit import parts, stage
from kit.assembly import Assembly, octagon

DISH = 2.1


def satellite(at: Assembly) -> None:
    """Build the satellite: dish along +z, bus below it, wings along y."""
    gold = m.foil(m.GOLD, 0.14, 0.025)
    at.prism(octagon(1.5, 1.5, 0.06), -1.75, -0.25, gold, bevel=0.02)
    at.box((1.56, 1.0, 1.1), (0, 0, -1.0), m.paint((0.82, 0.82, 0.8), "radiator", 0.3))
    at.prism(octagon(1.6, 1.6, 0.1), -1.79, -1.73, m.paint((0.4, 0.4, 0.4), "frame"))
    at.lathe([(0.42, -0.25), (0.3, 0.0), (0.3, 0.06)], m.black(), sides=32)
    _mesh_dish(at.sub((0, 0, 0.06)))
    for side in (-1, 1):
        parts.wing(
            at.sub((0, side * 0.78, -1.0), z=90 * side).sub((0, 0, 0), x=-62 * side),
            3,
            1.08,
            1.75,
            boom=0.65,
            gap=0.06,
            grid=(8, 13),
        )
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


def _mesh_dish(at: Assembly) -> None:
    """Build the unfolded umbrella: golden mesh between 16 ribs, scalloped nowhere seen from afar, and its feed."""
    parts.dish(at, DISH, depth=0.17, skin=m.paint((0.62, 0.44, 0.2), "mesh", 0.38), ribs=16)
    at.lathe([(0.34, -0.02), (0.34, 0.16), (0.26, 0.2)], m.black(), sides=36)
    at.lathe([(0.14, 0.2), (0.1, 0.62), (0.13, 0.66)], m.paint(), sides=32)


def relay() -> None:
    """Draw it high above the Moon, its great dish turned down to the southern far side."""
    at = Assembly().sub((0, 0, 0), y=118).sub((0, 0, 0), z=24)
    satellite(at)
    view = stage.look((9.6, -8.2, 2.6), (0.3, 0.2, 0.15), 43)
    stage.moon_below((-700, 760, -780), 640, (58, 10, 130))
    stage.sun(12, 22, 13.0, fill=0.02)
    stage.earth(view, 13.0, 9.0)


PLATES = {"queqiao-2-relay": (relay, 10, 0.0)}
