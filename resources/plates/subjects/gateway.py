"""Gateway as planned in February 2025: five modules, Orion and a cargo ship docked.

Read: HALO as one of five modules, with three docking ports, launched together with PPE (Thales Alenia Space,
20 February 2025), of Cygnus heritage but longer (behindtheblack.com, February 2025); I-Hab with docking ports of its
own, the module for communications and refuelling (europeanspaceflight.com), the airlock and Canadarm3
(spacepolicyonline.com); two roll-out arrays, each about as large as the end zone of a football field
(exterrajsc.com), electric thrusters of 12 kW and 6 kW (fakti.bg, 2025). No dimensions of the modules are published
there: they are estimated beside Orion (5.03 m across) and Cygnus; the order of the modules follows descriptions of
published pictures.
"""

from __future__ import annotations

import math

from kit import arrays, parts, stage, stations
from kit import materials as m
from kit.assembly import Assembly, octagon, pose
from kit.blankets import mli
from mathutils import Vector

from subjects import orion

HALO, IHAB = 6.4, 6.6
"""Lengths in metres, estimated."""
ARRAY, ARRAY_WIDE = 21.0, 7.0


def station(at: Assembly, sun: Vector | None = None) -> None:
    """Build it along z: PPE below, HALO from z = 0, I-Hab above it, Orion at the top."""
    power(at, sun)
    halo(at)
    ihab(at.sub((0, 0, HALO + 0.25)))
    orion.spacecraft(at.sub((0, 0, HALO + IHAB + 0.85 + orion.HEIGHT)).sub((0, 0, 0), x=180, z=20), swing=-6)
    view = at.sub((0, -1.5, 3.4), x=90)
    lunar_view(view)
    _cargo(view.sub((0, 0, 6.0)), sun)
    airlock(at.sub((0, 1.6, HALO + 3.2), x=-90))
    _arm(at)


def power(at: Assembly, sun: Vector | None) -> None:
    """Build the power and propulsion element: bus, radiators, roll-out arrays, xenon thrusters, dishes."""
    grey = mli((0.50, 0.50, 0.49), "ppe", 0.35, 0.42)
    at.prism(octagon(2.9, 2.5, 0.35), -4.4, -0.55, grey, bevel=0.04)
    at.lathe([(1.15, -0.6), (0.95, -0.2), (0.95, 0.05)], m.metal((0.4, 0.4, 0.41), "ppe-adapter"), sides=56)
    white = m.paint((0.82, 0.82, 0.81), "ppe-radiator", 0.3)
    for side in (-1, 1):
        at.box((1.9, 0.06, 3.5), (0, side * 1.29, -2.45), white, bevel=0.012)
        for k in range(7):
            at.box((1.85, 0.075, 0.02), (0, side * 1.29, -4.0 + 0.52 * k), white, bevel=0.0)
        _array(at.sub((side * 1.45, 0, -1.2), z=0 if side > 0 else 180), sun)
        at.box((0.7, 0.5, 0.9), (side * 0.9, side * 0.9, -4.7), m.cloth(), bevel=0.05)
    at.prism(octagon(2.4, 2.1, 0.3), -4.62, -4.4, m.paint((0.2, 0.2, 0.21), "ppe-base"), bevel=0.03)
    for k in range(7):
        a = math.radians(360 * k / 7)
        size = 0.28 if k % 2 == 0 else 0.2
        spot = (0.78 * math.cos(a), 0.78 * math.sin(a), -4.75)
        at.lathe([(size, 0.13), (size, -0.16), (size * 0.8, -0.2), (size * 0.7, -0.1)], m.metal(), at=spot, sides=40)
        at.lathe([(size * 0.55, -0.19), (size * 0.45, -0.19), (size * 0.45, 0.0)], m.nozzle(), at=spot, sides=32)
    for x, y in ((1.25, 1.05), (-1.25, -1.05), (1.25, -1.05), (-1.25, 1.05)):
        parts.quad(at.sub((x, y, -0.7), z=45), 0.08)
        parts.quad(at.sub((x, y, -4.3), z=45), 0.08)
    for x, towards in ((1.0, (0.9, 0.2, -0.5)), (-1.0, (-0.8, -0.3, 0.6))):
        at.tube((x * 1.3, 0.9, -3.9), (x * 2.3, 1.5, -4.1), 0.06, m.metal())
        parts.dish(at.facing((x * 2.35, 1.52, -4.1), towards), 0.75, skin=m.paint((0.7, 0.7, 0.69), "ppe-dish"))


def _array(at: Assembly, sun: Vector | None) -> None:
    """Unroll one wing along +x: a yoke, two edge booms, a sheet of cells with a tan back."""
    tan = m.paint((0.40, 0.29, 0.16), "rosa-back", 0.55)
    boom = m.metal((0.16, 0.155, 0.15), "rosa-boom", 0.4)
    at.tube((0, 0, 0), (2.2, 0, 0), 0.14, m.metal())
    wing = arrays.turned(at.sub((2.2, 0, 0)), sun)
    for edge in (-1, 1):
        wing.tube((0, 0, 0), (1.3, edge * ARRAY_WIDE * 0.48, 0), 0.07, m.metal())
        wing.tube((1.2, edge * ARRAY_WIDE * 0.515, -0.06), (ARRAY + 1.7, edge * ARRAY_WIDE * 0.515, -0.06), 0.085, boom)
    wing.tube((1.25, -ARRAY_WIDE * 0.53, 0), (1.25, ARRAY_WIDE * 0.53, 0), 0.2, m.paint(), sides=28)
    arrays.blanket(
        wing.sub((1.1, 0, 0)), ARRAY, ARRAY_WIDE - 0.4, front=arrays.cells(84, 24, "rosa", gap=0.03), back=tan,
        split=0.0, folds=18, box=0.3,
    )  # fmt: skip


def halo(at: Assembly) -> None:
    """Build the habitation and logistics outpost: a drum of 3 m with radial ports, radiators, link dishes."""
    stations.drum(at, 1.55, HALO, stations.blanket_skin("halo", 0.7, 14), cones=(0.55, 0.5), neck=1.0, rails=6)
    at.lathe([(1.0, HALO - 0.02), (0.95, HALO + 0.27)], m.metal((0.45, 0.45, 0.46), "joint"), sides=56)
    for bearing in (0, 180, 90, 270):
        side = at.sub((0, 0, 3.4), z=bearing).sub((1.35, 0, 0), y=90)
        side.lathe([(1.05, -0.1), (1.0, 0.18)], m.metal((0.6, 0.6, 0.6), "collar"), sides=48)
        if bearing in (0, 180):
            stations.port(side.sub((0, 0, 0.16)), 0.78)
    for k in range(8):
        panel = at.sub((0, 0, 0), z=45.0 * k + 22.5)
        panel.box((0.05, 0.86, 1.5), (1.62, 0, 1.45), m.paint((0.8, 0.8, 0.79), "halo-radiator", 0.3), bevel=0.02)
        panel.box((0.05, 0.86, 0.9), (1.62, 0, 5.3), m.paint((0.8, 0.8, 0.79), "halo-radiator", 0.3), bevel=0.02)
    for bearing in (35, 215):
        link = at.sub((0, 0, 0), z=bearing)
        link.tube((1.5, 0, 0.8), (2.5, 0, 0.7), 0.06, m.metal())
        parts.dish(link.facing((2.55, 0, 0.7), (0.7, 0.5, -0.5)), 0.62)


def ihab(at: Assembly) -> None:
    """Build I-Hab: a wider drum with two radial ports, body radiators, and a port at its end."""
    stations.drum(at, 1.75, IHAB, stations.blanket_skin("ihab", 0.76, 18), cones=(0.6, 0.6), neck=0.95, rails=8)
    for k in range(6):
        at.sub((0, 0, 0), z=60.0 * k + 30).box(
            (0.06, 1.2, 2.0), (1.83, 0, 4.4), m.paint((0.82, 0.82, 0.81), "ihab-radiator", 0.3), bevel=0.02
        )
    for bearing in (0, 90, 270):
        side = at.sub((0, 0, 3.0), z=bearing).sub((1.55, 0, 0), y=90)
        side.lathe([(1.05, -0.1), (0.95, 0.2)], m.metal((0.6, 0.6, 0.6), "collar"), sides=48)
        stations.port(side.sub((0, 0, 0.18)), 0.75)
    at.lathe([(0.95, IHAB), (0.85, IHAB + 0.35), (0.8, IHAB + 0.62)], m.metal((0.6, 0.6, 0.6), "collar"), sides=48)


def lunar_view(at: Assembly) -> None:
    """Build Lunar View along z: tank section, a corridor with six large windows, a port at its end."""
    at.lathe([(0.95, 0.0), (0.95, 0.4)], m.metal((0.6, 0.6, 0.6), "collar"), sides=48)
    body = at.sub((0, 0, 0.35))
    stations.drum(body, 1.6, 5.2, stations.blanket_skin("view", 0.68, 14), cones=(0.5, 0.5), neck=0.95, rails=5)
    for k in range(6):
        stations.window(body.sub((0, 0, 1.5), z=60.0 * k + 15).sub((1.6, 0, 0), y=90), 0.34)
    for k in range(4):
        tank = body.sub((0, 0, 0), z=90.0 * k + 45)
        tank.box((0.05, 1.0, 1.7), (1.67, 0, 3.5), arrays.cells(6, 10, "view"), bevel=0.01)
    stations.port(body.sub((0, 0, 5.2)), 0.75, closed=False)


def _cargo(at: Assembly, sun: Vector | None) -> None:
    """Dock a cargo ship: drum, service ring, two round-cornered wings."""
    stations.drum(at, 1.53, 4.4, stations.blanket_skin("cargo", 0.62, 12), cones=(0.5, 0.2), neck=0.8, rails=0)
    at.lathe([(1.45, 4.4), (1.45, 5.6), (1.2, 5.75)], mli((0.5, 0.5, 0.49), "ppe", 0.35, 0.42), sides=56)
    parts.bell(at.sub((0, 0, 5.75), x=180), 0.08, 0.3, 0.5)
    for side in (-1, 1):
        wing = arrays.turned(at.sub((side * 1.45, 0, 5.0), z=0 if side > 0 else 180), sun)
        arrays.panels(wing, 2, 1.9, 1.9, front=arrays.cells(14, 14, "cargo"), yoke=0.7)


def airlock(at: Assembly) -> None:
    """Build the crew and science airlock along z."""
    stations.drum(at.sub((0, 0, 0.3)), 1.35, 3.6, stations.blanket_skin("lock", 0.74, 12), cones=(0.4, 0.5), neck=0.85)
    at.lathe([(0.85, 0.0), (0.85, 0.35)], m.metal((0.6, 0.6, 0.6), "collar"), sides=48)
    hatch = at.sub((0, 0, 3.9))
    hatch.lathe([(0.85, 0.0), (0.8, 0.12), (0.0, 0.16)], m.metal((0.62, 0.62, 0.62), "hatch-lid"), sides=48)


def _arm(at: Assembly) -> None:
    """Let the robotic arm stand on HALO, bent over I-Hab."""
    stations.arm(at, [(1.5, 0.9, 5.2), (2.9, 1.6, 6.0), (4.4, 2.2, 9.6), (3.2, 1.9, 12.6), (2.4, 1.5, 12.4)], 0.15)


def near_moon() -> None:
    """Draw the station at the low point of its orbit, the Moon below it, the Earth far off."""
    at = Assembly(pose((-0.50, -0.80, -0.22), (0.86, -0.46, 0.28))).sub((0, 0, -5.0))
    light = (-156.0, 18.0)
    station(at, arrays.sunward(*light))
    view = stage.look((8.0, -62.0, 9.0), (3.6, 0.0, -0.6), 46)
    stage.moon_below((-9800, 26000, -15500), 10200, (14, 16, 150))
    stage.sun(*light, 12.0, fill=0.015)
    stage.earth(view, 15.5, 10.5)


def profile(at: Assembly) -> None:
    """Build it alone, upright on its thrusters."""
    station(at.sub((0, 0, 5.15)), Vector((0, -1, 0)))


PLATES = {"gateway-near-moon": (near_moon, 8, 0.0)}
PROFILES = {"gateway": (profile, 0)}
