"""The heavy rover that earlier plans gave to Luna-29, as described.

Read: a long-lived rover with a large set of scientific instruments (Sputnik Srbija, 2016); a lunar vehicle of 1.3 t (an
unnamed source of the space industry as told by fort-russ.com, May 2019); a heavy rover that can drill (Dmitry Rogozin
as told by prohoster.info, undated); a geologist's machine with a drill, designed at the institute for robotics of Saint
Petersburg (TASS, 24 June 2019). Later plans have an orbiter under the number (the atlas's entry luna-29). No
appearance and no size have been published: drawn at 3 m on six wheels, with an isotope source for the nights.
"""

from __future__ import annotations

import math

from kit import fittings, parts, relief, rovers, stage
from kit import materials as m
from kit.assembly import Assembly, octagon
from kit.ground import Level
from kit.luna import drill
from kit.parts import Height

TRACK, WHEEL, WIDE, FLOOR, ROOF = 2.05, 0.44, 0.36, 0.86, 1.52


def rover(at: Assembly, ground: Height) -> None:
    """Build the rover, its head to +x: white thermal hull on six wheels, drill in front, mast, dish, source behind."""
    rovers.on_wheels(at, (-1.15, 0.0, 1.15), TRACK, WHEEL, WIDE, 0.84, ground)
    at.box((2.7, 1.05, 0.16), (0, 0, FLOOR - 0.02), m.metal((0.4, 0.4, 0.42), "chassis"), bevel=0.03)
    hull = at.sub((-0.2, 0, 0))
    hull.prism(octagon(2.3, 1.36, 0.3), FLOOR + 0.05, ROOF, m.cloth((0.78, 0.77, 0.74), "hull"), bevel=0.04)
    hull.prism(octagon(2.4, 1.46, 0.32), ROOF, ROOF + 0.05, m.paint((0.7, 0.7, 0.69), "roof"), bevel=0.015)
    hull.sub((0, 0, ROOF + 0.055)).box((1.7, 1.1, 0.02), (0, 0, 0), m.metal(), bevel=0.004)
    fittings.radiator(hull.sub((0, 0, ROOF + 0.08)), 1.66, 1.06, columns=9, rows=6)
    for side in (-1, 1):
        wall = hull.facing((0, side * 0.72, 1.2), (0, side, 0.06))
        fittings.panel(wall, 1.5, 0.48, (18, 6))
        fittings.rail(at, [(x, side * 0.66, ROOF + 0.16) for x in (-1.1, -0.2, 0.7)], (0, 0, -0.12), 0.016)
        for x in (-0.9, 0.5):
            fittings.cable(at, [(x, side * 0.66, 1.0), (x + 0.1, side * 0.6, 0.86), (x + 0.3, side * 0.7, 0.7)], 0.016)
    _front(at)
    _mast(at)
    fittings.source(at.facing((-1.36, 0.0, 1.26), (-1, 0, 0.16)), 0.72, 0.17, fins=12)
    at.box((0.16, 0.8, 0.5), (-1.38, 0, 1.2), fittings.mylar(m.GOLD, 0.12, 0.016, "rover-gold"), bevel=0.03)


def _front(at: Assembly) -> None:
    """Fit the nose: laboratory boxes, lamps, hazard cameras, the arm with its grinder."""
    gold = fittings.mylar(m.GOLD, 0.12, 0.016, "rover-gold")
    at.box((0.3, 0.9, 0.42), (1.06, 0.0, 1.18), gold, bevel=0.03)
    at.box((0.2, 0.34, 0.26), (1.26, 0.2, 1.12), m.paint((0.76, 0.76, 0.74), "unit"), bevel=0.02)
    at.lathe([(0.05, 0.0), (0.09, 0.08), (0.075, 0.08)], m.black(), at=(1.26, 0.2, 1.25), sides=28)
    for y in (-0.42, 0.42):
        fittings.optics(at.facing((1.24, y, 1.0), (1, 0, -0.45)), 0.12, lenses=2)
        lamp = at.facing((1.2, y * 0.9, 1.42), (1, 0, -0.2))
        lamp.lathe([(0.05, -0.06), (0.075, 0.03), (0.065, 0.03)], m.metal(), sides=24)
        lamp.lathe([(0.064, 0.026), (0.0, 0.03)], m.glass(), sides=24)
    joints = [(1.2, 0.52, 1.2), (1.72, 0.72, 1.78), (2.2, 0.6, 1.06), (2.24, 0.56, 0.72)]
    parts.chain(at, joints, 0.034, m.metal((0.72, 0.71, 0.68), "arm"))
    for x, y, z in joints[:-1]:
        at.box((0.12, 0.13, 0.12), (x, y, z), m.paint((0.7, 0.7, 0.68), "motor"), bevel=0.02)
    fittings.cable(at, [(x, y - 0.06, z + 0.04) for x, y, z in joints], 0.01, m.black())
    at.box((0.2, 0.18, 0.16), (2.24, 0.56, 0.66), m.metal(), bevel=0.02)
    at.lathe([(0.06, 0.0), (0.07, 0.14)], m.metal(fittings.DARK, "dark"), at=(2.27, 0.56, 0.46), sides=28)


def _mast(at: Assembly) -> None:
    """Raise the mast with its two eyes and lidar, the dish, the whips."""
    at.box((0.26, 0.26, 0.14), (0.56, -0.36, ROOF + 0.1), m.metal(), bevel=0.02)
    at.tube((0.56, -0.36, ROOF), (0.56, -0.36, 2.66), 0.05, m.paint())
    at.lathe([(0.085, 2.6), (0.085, 2.76)], m.metal(fittings.DARK, "dark"), at=(0.56, -0.36, 0), sides=28)
    at.box((0.2, 0.62, 0.2), (0.58, -0.36, 2.86), m.paint((0.78, 0.78, 0.76), "head"), bevel=0.03)
    for y in (-0.58, -0.14):
        fittings.optics(at.facing((0.7, y, 2.86), (1, 0, -0.1)), 0.15)
    fittings.optics(at.facing((0.72, -0.36, 2.86), (1, 0, -0.1)), 0.1)
    at.lathe([(0.09, 2.96), (0.09, 3.1), (0.06, 3.13)], m.black(), at=(0.56, -0.36, 0), sides=32)
    fittings.cable(at, [(0.62, -0.36, 2.7), (0.64, -0.3, 2.2), (0.6, -0.26, ROOF + 0.06)], 0.014, m.black())
    at.tube((-0.75, 0.4, ROOF), (-0.75, 0.4, 2.3), 0.04, m.metal())
    at.box((0.16, 0.16, 0.16), (-0.75, 0.4, 2.32), m.metal(fittings.DARK, "dark"), bevel=0.02)
    parts.dish(at.facing((-0.7, 0.42, 2.42), (-0.3, 0.55, 0.5)), 0.42, skin=m.paint(), ribs=10)
    for y in (-0.5, 0.5):
        at.tube((-1.15, y, ROOF), (-1.3, y * 1.1, 2.5), 0.01, m.metal(), sides=8)


def sampler(at: Assembly, ground: Height) -> None:
    """Build the drill, three fifths as large as a lander's, on the right side of the nose."""
    small = fittings.scaled(at, 0.62)
    drill(small, ground, (2.46, -0.72), 1.7)


def craft(at: Assembly) -> None:
    """Stand it on level ground, its drill up."""
    rover(at, Level().height)
    sampler(at, Level().height)


def climb() -> None:
    """Draw it come over the rim of a crater, its tracks behind it, the Sun low behind its shoulder."""
    heading = -14.0
    way = math.radians(heading)
    back = [(-math.cos(way) * d, -math.sin(way) * d) for d in (26.0, 12.0, 5.0, 0.0)]
    path = [(back[0][0], back[0][1] + 6.0), (back[1][0], back[1][1] + 1.2), *back[2:]]
    ground = relief.Site(
        129,
        level=6,
        hills=30,
        lanes=[relief.Lane(path, gauge=TRACK, width=WIDE)],
        placed=[(-10.0, 9.5, 5.2), (3.9, -2.9, 0.5), (-1.6, -4.4, 0.7), (12, 16, 7.0)],
    )
    spot = (0.0, 0.0)
    at = Assembly().sub((*spot, ground.height(*spot)), z=heading)
    rover(at, ground.height)
    sampler(at, ground.height)
    view = stage.look((5.6, -7.4, 1.3), (0.25, 0.0, 1.36), 41)
    stage.sun(-148, 13, 16.0, fill=0.055)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=2.6, count=640, spread=38, largest=0.7)


PLATES = {"luna-29-rover": (climb, 8, 0.0)}
PROFILES = {"luna-29": (craft, -90.0)}
