"""The Lunar Reconnaissance Orbiter over the south polar highlands.

Read: 3.9 x 2.7 x 2.6 m as launched (gravy.cc; piglix.com), about 2 m by 2.6 m (crater.unh.edu), articulated array and
antenna, six instruments and one demonstration (science.nasa.gov, "Spacecraft and Instruments"), silver insulation
(NASA, LCROSS flight director's blog, 16 May 2009). The array (three panels on one boom), the antenna's boom and the
places of the instruments on the face that looks down are estimated from descriptions of published pictures.
"""

from __future__ import annotations

from typing import Final

from kit import arrays, parts, pole, stage
from kit import materials as m
from kit.assembly import Assembly, Material, pose
from kit.blankets import mli
from mathutils import Vector

LONG, WIDE, DEEP = 2.6, 1.75, 1.9
"""The body: along the flight (x), across (y), from the face that looks down to the top (z)."""
PANEL: Final = (1.25, 2.15)


def spacecraft(at: Assembly, sun: Vector | None = None) -> None:
    """Build it: instruments look along -z, the array hangs on a boom to +y, the dish on a boom to the rear, -x."""
    body(at)
    instruments(at)
    _array(at, sun)
    _dish(at)


def _silver() -> Material:
    return mli((0.66, 0.65, 0.63), "lro-silver", 0.24, 0.5)


def body(at: Assembly) -> None:
    """Build the stacked modules: avionics panels, propulsion module, white radiators."""
    silver, dark = _silver(), m.metal((0.3, 0.3, 0.31), "hinge")
    at.box((LONG * 0.58, WIDE, DEEP), (0.42, 0, 0), silver, bevel=0.03)
    at.box((LONG * 0.36, WIDE * 0.86, DEEP * 0.86), (-0.8, 0, -0.02), silver, bevel=0.05)
    at.sub((-1.28, 0, 0), y=-90).lathe([(0.62, 0.0), (0.5, 0.16), (0.5, 0.24)], m.metal(), sides=48)
    for y in (-0.3, 0.3):
        for z in (-0.3, 0.3):
            parts.bell(at.sub((-1.36, y, z), y=90), 0.03, 0.1, 0.2)
    white = m.paint((0.83, 0.83, 0.82), "lro-radiator", 0.25)
    at.box((1.36, 0.05, 1.5), (0.42, -WIDE / 2 - 0.03, 0.05), white, bevel=0.012)
    for k in range(6):
        at.box((1.36, 0.02, 0.015), (0.42, -WIDE / 2 - 0.062, -0.6 + 0.25 * k), dark, bevel=0.0)
    for x, y, z in ((-0.2, 0.8, 0.9), (-0.2, -0.8, 0.9), (1.1, 0.8, 0.9), (1.1, -0.8, 0.9)):
        parts.quad(at.sub((x, y, z + 0.05), z=45), 0.035)
    for y in (-0.35, 0.3):
        tracker = at.facing((0.9, y, DEEP / 2 + 0.12), (0.15, y, 1.0))
        tracker.lathe([(0.1, -0.1), (0.1, 0.1), (0.16, 0.34), (0.15, 0.34), (0.09, 0.1)], m.black(), sides=32)
    for k in range(3):
        at.box((0.34, 0.3, 0.16), (0.1 + 0.42 * k, 0.5, DEEP / 2 + 0.07), silver, bevel=0.03)


def instruments(at: Assembly) -> None:
    """Hang the instruments on the face that looks down, and the radar's panel beside them."""
    low = -DEEP / 2
    white, dark = m.paint(), m.black()
    bench = at.sub((0.45, 0, low))
    bench.box((1.45, 1.5, 0.07), (0, 0, -0.03), m.cloth((0.66, 0.66, 0.64), "bench"), bevel=0.02)
    for y in (-0.44, -0.1):
        tube = bench.sub((0.5, y, -0.05), x=180)
        tube.lathe([(0.15, 0.0), (0.15, 0.62), (0.13, 0.62), (0.12, 0.2)], _silver(), sides=36)
        tube.lathe([(0.122, 0.3), (0.0, 0.32)], m.glass(), sides=32)
    wide = bench.sub((0.5, 0.3, -0.05), x=180)
    wide.box((0.24, 0.22, 0.22), (0, 0, 0.1), white, bevel=0.02)
    wide.lathe([(0.05, 0.2), (0.05, 0.28), (0.0, 0.27)], dark, sides=24)
    laser = bench.sub((-0.1, -0.35, -0.05), x=180)
    laser.lathe([(0.1, 0.0), (0.1, 0.42), (0.085, 0.42)], m.metal((0.8, 0.8, 0.8), "polished", 0.22), sides=32)
    laser.lathe([(0.05, 0.0), (0.05, 0.3), (0.0, 0.3)], dark, at=(0.16, 0.05, 0), sides=24)
    for x, y, size in ((-0.15, 0.1, 0.26), (-0.5, -0.3, 0.22), (-0.5, 0.15, 0.3)):
        bench.box((size, size, size * 1.1), (x, y, -size * 0.5), _silver() if size < 0.3 else white, bevel=0.02)
        bench.lathe([(size * 0.3, 0.0), (size * 0.3, 0.08)], dark, at=(x, y, -size * 1.15), sides=24)
    neutron = bench.sub((-0.45, 0.55, -0.06), x=180)
    neutron.lathe([(0.16, 0.0), (0.16, 0.34), (0.1, 0.36)], m.metal((0.72, 0.6, 0.4), "lend", 0.4), sides=32)
    radar = at.sub((1.34, -0.15, -0.1), y=28)
    radar.box((0.06, 1.0, 1.55), (0, 0, 0), white, bevel=0.01)
    for j in range(4):
        for k in range(7):
            radar.box((0.02, 0.18, 0.15), (0.04, -0.36 + 0.24 * j, -0.62 + 0.207 * k), m.metal(), bevel=0.004)


def _array(at: Assembly, sun: Vector | None) -> None:
    """Unfold the one array: a boom with a gimbal, then three panels side by side."""
    bar = m.metal()
    at.tube((-0.2, WIDE / 2, 0.3), (-0.2, WIDE / 2 + 0.85, 0.3), 0.06, bar)
    at.lathe([(0.13, -0.14), (0.13, 0.14)], m.metal((0.3, 0.3, 0.31), "hinge"), at=(-0.2, WIDE / 2 + 0.85, 0.3))
    wing = arrays.turned(at.sub((-0.2, WIDE / 2 + 0.9, 0.3), z=90), sun).sub((0, 0, 0), x=26)
    arrays.panels(wing, 3, *PANEL, front=arrays.cells(14, 24, "lro"), yoke=0.55, gap=0.045)


def _dish(at: Assembly) -> None:
    """Swing the antenna out on its boom, away from body and array."""
    bar = m.metal((0.72, 0.71, 0.68), "lro-boom", 0.35)
    elbow, end = (-1.5, -0.75, 1.2), (-2.9, -1.15, 1.75)
    at.tube((-0.9, -0.6, DEEP / 2 - 0.1), elbow, 0.045, bar)
    at.tube(elbow, end, 0.04, bar)
    for p in (elbow, end):
        at.ball(0.085, p, m.metal((0.3, 0.3, 0.31), "hinge"), rows=14)
    head = at.facing(end, (-0.55, -0.55, 0.62))
    head.box((0.22, 0.22, 0.16), (0, 0, 0.1), _silver(), bevel=0.02)
    parts.dish(head.sub((0, 0, 0.2)), 0.38, depth=0.2)


def mapping() -> None:
    """Draw it over the shadowed craters about the pole, its instruments down, the array to the Sun."""
    view = stage.look((3.4, -12.2, 1.6), (1.0, 0.6, 0.1), 44)
    ground = pole.below(view, altitude=90, over=(-83.0, 150.0), heading=330, drop=-1.5, lean=5, seed=4)
    light = ground.sun(150, 14)
    stage.sun(*light, 15.0, fill=0.02)
    at = Assembly(pose(ground.up + ground.ahead * 0.6, (0.80, -0.60, 0.0)))
    spacecraft(at, arrays.sunward(*light))


def profile(at: Assembly) -> None:
    """Build it alone, its instruments on the ground."""
    spacecraft(at.sub((0, 0, DEEP / 2 + 0.67)), Vector((0.3, -0.8, 0.5)))


PLATES = {"lro-mapping": (mapping, 8, -0.15)}
PROFILES = {"lro": (profile, -118)}
