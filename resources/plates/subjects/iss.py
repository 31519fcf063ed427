"""The International Space Station as it stood in 2011, when its truss and its eight wings were complete.

Read: 110 m from end to end of the arrays (NASA facts, "An Orbiting Laboratory", 2011), 108.5 m wide, 72.8 m long, gold
coloured wings, two on either side, six white radiators, modules in a long T, blue arrays at the aft end (piglix.com);
eight wings of 112 by 39 feet, 35.1 x 11.9 m (community.fortunecity.ws), 73 m from tip to tip of a pair (scimyst.com);
a truss about 110 m long of numbered segments, three radiators each on S1 and P1 (questionai.com; space.skyrocket.de).
The lengths of single modules and segments, and the fittings, are estimated from descriptions of published pictures.
"""

from __future__ import annotations

from typing import Final

from kit import arrays, earth, parts, stage, stations
from kit import materials as m
from kit.assembly import Assembly, Material, pose
from mathutils import Vector

HALF = 49.0
WING, WING_WIDE = 33.0, 11.9
"""A wing's blankets; with mast box and root a wing reaches the published 35 m."""
AXIS: Final = -4.6
"""How far the modules' axis runs under the truss."""
OUTER: Final = (31.0, 47.4)
"""Where the wings are rooted along the truss, to either side."""


def station(at: Assembly, sun: Vector | None = None) -> None:
    """Build it: x forward, y to port, z to the zenith; the truss along y through the origin."""
    truss(at)
    for side in (-1, 1):
        for reach in OUTER:
            _pair(at.sub((0, side * reach, 0)), sun)
            _cooler(at.sub((-1.2, side * (reach - 3.6), 0.6)))
        _radiators(at.sub((-1.4, side * 14.6, -1.2)))
    american(at)
    russian(at, sun)
    _arm(at)


def _silver() -> Material:
    light, dark = (0.66, 0.66, 0.65), (0.52, 0.52, 0.515)
    return stations.tiled("iss", 14, 0.9, tones=(dark, light), line=(0.3, 0.3, 0.3), metallic=0.4, rough=0.42)


def truss(at: Assembly) -> None:
    """Build the backbone: an open lattice with boxes and tanks in it, fuller in the middle."""
    bar, box = m.metal((0.66, 0.66, 0.65), "iss-truss", 0.38), m.cloth((0.74, 0.73, 0.70), "iss-box")
    rim = [(1.5, 1.7), (2.1, 0.0), (1.5, -1.7), (-1.5, -1.7), (-2.1, 0.0), (-1.5, 1.7)]
    for x, z in rim:
        at.tube((x, -HALF, z), (x, HALF, z), 0.13, bar, sides=8)
    bays = 36
    for k in range(bays + 1):
        y = -HALF + 2 * HALF * k / bays
        for (x, z), (u, w) in zip(rim, rim[1:] + rim[:1], strict=True):
            at.tube((x, y, z), (u, y, w), 0.09, bar, sides=6)
            if k < bays:
                at.tube((x, y, z), (u, y + 2 * HALF / bays, w), 0.07, bar, sides=6)
    for k in range(34):
        y = -20.0 + 40.0 * k / 33
        size = 1.3 + 0.7 * ((k * 7) % 5) / 5
        side = (-1.2, 0.2, 1.1)[k % 3]
        at.box((size, 1.1, 1.5 + 0.4 * (k % 2)), (side, y, 0.5 - 0.45 * (k % 4)), box, bevel=0.06)
    at.box((2.6, 11.0, 2.4), (0, 0, 0), _silver(), bevel=0.2)
    for side in (-1, 1):
        joint = at.sub((0, side * 23.4, 0), x=-90.0 * side)
        joint.lathe([(1.9, -0.5), (2.1, 0.0), (1.9, 0.5)], m.metal((0.5, 0.5, 0.5), "drive"), sides=56)
        for reach in OUTER:
            at.box((3.0, 5.2, 2.6), (0, side * (reach - 3.4), -0.2), box, bevel=0.12)
            at.box((2.2, 1.6, 2.0), (0, side * reach, 0), m.foil(m.GOLD, 0.4, 0.05, "iss"), bevel=0.1)
    at.box((1.0, 46.0, 0.12), (2.4, 0, 1.2), bar)


def _pair(at: Assembly, sun: Vector | None) -> None:
    """Unfold a wing forward and a wing aft: two golden blankets on a mast, the cells turned to the Sun."""
    gold = m.paint((0.52, 0.29, 0.08), "iss-blanket", 0.4)
    tones = ((0.014, 0.013, 0.034), (0.030, 0.022, 0.040))
    front = arrays.cells(82, 10, "iss", tones=tones, line=(0.34, 0.20, 0.08), gap=0.035, rough=0.3)
    for side in (0, 180):
        wing = arrays.turned(at.sub((0, 0, 0), z=side).sub((1.6, 0, 0)), sun)
        arrays.blanket(wing, WING, WING_WIDE, front=front, back=gold, split=1.1, folds=42, box=0.5)


def _cooler(at: Assembly) -> None:
    """Unfold the radiator of a pair of wings towards the aft and the zenith."""
    stations.radiator(at.sub((0, 0, 0.8), z=180, y=0).sub((0, 0, 0), y=-22), 7, 1.8, 3.4, fold=4)


def _radiators(at: Assembly) -> None:
    """Unfold three radiators side by side, 23 m to the aft and a little down."""
    for k in (-1, 0, 1):
        stations.radiator(at.sub((0, 3.6 * k, 0), z=180).sub((0, 0, 0), y=12), 8, 2.8, 3.3, fold=3)
    at.box((1.2, 11.0, 0.7), (0.2, 0, 0.3), m.metal(), bevel=0.05)


def american(at: Assembly) -> None:
    """Build the modules from Unity forward, with those of Europe and Japan."""
    skin = _silver()
    line = at.sub((0, 0, AXIS), y=90)
    stations.drum(line.sub((0, 0, -1.2)), 2.15, 8.5, skin, neck=1.1)
    stations.drum(line.sub((0, 0, 7.5)), 2.2, 7.0, skin, neck=1.1)
    stations.drum(line.sub((0, 0, -6.8)), 2.15, 5.5, skin, neck=1.1)
    line.lathe([(1.2, 14.5), (0.9, 15.6), (0.8, 16.6)], m.black("pma"), sides=48)
    line.lathe([(1.0, -8.6), (1.25, -7.6), (1.2, -6.7)], m.black("pma"), sides=48)
    stations.port(line.sub((0, 0, 16.5)), 0.75)
    stations.drum(at.sub((11.0, -2.1, AXIS), x=90), 2.24, 6.9, skin, neck=1.1)
    stations.drum(at.sub((11.0, 2.1, AXIS), x=-90), 2.2, 11.2, skin, neck=1.1)
    stations.drum(at.sub((11.0, 10.4, AXIS + 2.1)), 2.2, 4.0, skin, neck=1.1)
    porch = at.sub((11.0, 16.4, AXIS - 0.6))
    porch.box((5.0, 5.2, 1.8), (0, 0, 0), m.cloth((0.76, 0.75, 0.72), "iss-porch"), bevel=0.1)
    for k in range(5):
        porch.box((1.2, 0.9, 1.4), (-2.0 + k, 1.6 - 0.8 * (k % 3), 1.3), m.foil(m.GOLD, 0.4, 0.05, "iss"), bevel=0.05)
    stations.drum(at.sub((-4.0, 2.0, AXIS), x=-90), 2.15, 6.7, skin, neck=1.1)
    cupola = at.sub((-4.0, 5.4, AXIS - 2.1), x=180)
    cupola.lathe([(1.5, 0.0), (1.45, 0.5), (0.9, 1.4), (0.0, 1.5)], m.metal((0.6, 0.6, 0.6), "cupola"), sides=7)
    stations.drum(at.sub((-4.0, -2.0, AXIS), x=90), 1.5, 5.6, skin, neck=1.0)
    for x in (-1.0, 1.0):
        at.ball(0.7, (-4.0 + x, -5.4, AXIS + 1.6), m.paint(), rows=16)
    stations.drum(at.sub((-4.0, 0, AXIS - 2.0), x=180), 2.2, 6.4, skin, neck=1.1)
    at.box((3.2, 3.6, 2.6), (-4.0, 0, AXIS + 3.3), _silver(), bevel=0.1)
    parts.dish(at.facing((-4.0, 1.2, AXIS + 6.2), (0.3, 0.2, 1.0)), 0.9)
    at.tube((-4.0, 1.2, AXIS + 4.4), (-4.0, 1.2, AXIS + 6.2), 0.1, m.metal())


def russian(at: Assembly, sun: Vector | None) -> None:
    """Build Zarya and Zvezda with its blue wings, two small modules and the ships docked to them."""
    skin = stations.blanket_skin("russian", 0.66, 14)
    line = at.sub((0, 0, AXIS), y=90)
    stations.drum(line.sub((0, 0, -21.0)), 2.05, 12.4, skin, cones=(0.6, 1.6), neck=1.2, rails=5)
    stations.drum(line.sub((0, 0, -27.4)), 1.5, 6.6, skin, cones=(0.4, 1.3), neck=1.3, rails=4)
    stations.drum(line.sub((0, 0, -34.2)), 2.08, 7.0, skin, cones=(0.3, 0.9), neck=1.5, rails=6)
    front = arrays.cells(10, 14, "zvezda", tones=arrays.SILICON)
    for side in (-1, 1):
        wing = arrays.turned(at.sub((-31.2, side * 2.0, AXIS), z=90.0 * side), sun)
        arrays.panels(wing, 4, 2.7, 3.3, front=front, yoke=1.4, thick=0.05)
    for lift in (1, -1):
        stub = at.sub((-22.3, 0, AXIS + lift * 1.4), x=0 if lift > 0 else 180)
        stations.drum(stub, 1.25, 4.4, skin, cones=(0.5, 0.5), neck=0.8, rails=3)
    soyuz(at.sub((-22.3, 0, AXIS - 6.0), x=180), sun)
    soyuz(at.sub((-34.4, 0, AXIS), y=-90), sun)


def soyuz(at: Assembly, sun: Vector | None) -> None:
    """Dock a Soyuz along z: round orbital module, bell-shaped capsule, service module with two blue wings."""
    grey, drab = m.cloth((0.30, 0.31, 0.28), "soyuz"), m.cloth((0.5, 0.5, 0.46), "soyuz-light")
    at.lathe([(0.7, 0.0), (0.6, 0.4)], m.metal(), sides=36)
    at.ball(1.13, (0, 0, 1.5), grey, squash=1.15)
    at.lathe([(0.7, 2.6), (0.85, 2.9), (1.1, 4.2), (1.1, 4.6)], drab, sides=48)
    at.lathe([(1.08, 4.6), (1.08, 6.4), (1.35, 7.0), (1.3, 7.1)], grey, sides=48)
    parts.bell(at.sub((0, 0, 7.1), x=180), 0.08, 0.25, 0.3)
    for side in (0, 180):
        wing = arrays.turned(at.sub((0, 0, 5.9), z=side + 90).sub((1.0, 0, 0)), sun)
        arrays.panels(wing, 4, 0.9, 1.3, front=arrays.cells(6, 9, "soyuz", tones=arrays.SILICON), yoke=0.5)


def _arm(at: Assembly) -> None:
    """Let the station's arm reach over the truss from the laboratory."""
    stations.arm(at, [(4.0, -2.0, AXIS + 1.8), (7.5, -4.5, 1.0), (7.0, -9.0, 5.5), (2.5, -13.5, 3.4)], 0.24)


def over_earth() -> None:
    """Draw it from above and ahead over the Earth's limb, as departing crews saw it."""
    at = Assembly(pose((-0.02, -0.62, 0.78), (-0.60, -0.62, -0.48), (0.0, 0.0, 3.5))).sub((3.0, 0.0, 0.0))
    light = (-122.0, 52.0)
    station(at, arrays.sunward(*light))
    view = stage.look((2.0, -190.0, 50.0), (0.0, 0.0, -6.0), 46)
    stage.sun(*light, 11.0, fill=0.012)
    earth.below(view, light, altitude=400, drop=-3.5, lean=8, turn=(200, 60, 30))


def profile(at: Assembly) -> None:
    """Build it alone, seen from the zenith: its wings would hide behind their edges in any other view."""
    station(at.sub((0, 0, 41.82), x=90).sub((0, 0, 0), z=90), Vector((0, -1, 0)))


PLATES = {"iss-over-earth": (over_earth, 8, -0.2)}
PROFILES = {"iss": (profile, 0)}
