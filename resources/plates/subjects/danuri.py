"""Danuri, the Korea Pathfinder Lunar Orbiter, between the Moon and the Earth.

Read: a body 1.82 m wide, 2.14 m long and 2.29 m high, six instruments (worldstockmarket.net, August 2022), a cubic
shape with two wings of panels and a dish on an arm (La Prensa Latina/EFE, 28 December 2022), 678 kg, 760 W; cameras,
magnetometer, gamma-ray spectrometer (wikimili.com copy of Wikipedia). Wings of two panels, the dish, the
magnetometer's boom and the instruments' places are estimated from descriptions of published pictures.
"""

from __future__ import annotations

from typing import Final

from kit import arrays, parts, stage
from kit import materials as m
from kit.assembly import Assembly, octagon, pose
from kit.blankets import mli
from mathutils import Vector

WIDE, LONG, HIGH = 1.82, 2.14, 2.29
"""With what stands out of the body; the box itself is a little smaller."""
BOX: Final = (1.5, 1.45, 1.75)
PANEL: Final = (1.15, 1.5)


def spacecraft(at: Assembly, sun: Vector | None = None) -> None:
    """Build it: instruments towards -z, engine side +z, wings along x, the dish's arm to -y."""
    body(at)
    instruments(at)
    for side in (0, 180):
        wing = arrays.turned(at.sub((0, 0, 0.25), z=side).sub((BOX[0] / 2, 0, 0)), sun)
        wing.tube((0, 0, 0), (0.3, 0, 0), 0.05, m.metal())
        arrays.panels(wing.sub((0.25, 0, 0)), 2, *PANEL, front=arrays.cells(12, 16, "danuri"), yoke=0.5)
    _dish(at)
    _boom(at)


def body(at: Assembly) -> None:
    """Build the body: golden blankets, white radiators on two sides, engine ring and thrusters."""
    x, y, z = BOX
    gold = mli((0.72, 0.45, 0.15), "danuri-gold", 0.22, 0.34)
    at.prism(octagon(x, y, 0.12), -z / 2, z / 2, gold, bevel=0.03)
    frame, white = m.paint((0.30, 0.30, 0.31), "danuri-frame"), m.paint((0.83, 0.83, 0.82), "danuri-radiator", 0.25)
    for low in (-z / 2 - 0.04, z / 2):
        at.prism(octagon(x + 0.06, y + 0.06, 0.14), low, low + 0.04, frame, bevel=0.008)
    for side in (-1, 1):
        at.box((1.0, 0.04, 1.15), (0.05, side * (y / 2 + 0.015), -0.12), white, bevel=0.012)
        for k in range(5):
            at.box((1.0, 0.012, 0.012), (0.05, side * (y / 2 + 0.04), -0.58 + 0.23 * k), frame, bevel=0.0)
    top = z / 2 + 0.04
    at.lathe([(0.48, top), (0.45, top + 0.14)], m.metal(), sides=56)
    for k in range(4):
        spot = (0.2 if k % 2 else -0.2, 0.2 if k < 2 else -0.2, top + 0.1)
        parts.bell(at.sub(spot, x=180), 0.035, 0.11, 0.26)
        parts.quad(at.sub((0.62 if k % 2 else -0.62, 0.6 if k < 2 else -0.6, top + 0.06), z=45), 0.035)
    for k, spot in enumerate(((-0.5, 0.2), (-0.5, -0.25))):
        tracker = at.facing((spot[0], spot[1], top + 0.12), (-0.5, 0.3 - 0.6 * k, 0.7))
        tracker.lathe([(0.07, -0.08), (0.07, 0.1), (0.12, 0.28), (0.11, 0.28), (0.06, 0.1)], m.black(), sides=32)


def instruments(at: Assembly) -> None:
    """Mount the instruments on the face that looks at the Moon: shadow camera, terrain camera, spectrometer."""
    low = -BOX[2] / 2 - 0.04
    white, dark = m.cloth((0.76, 0.75, 0.72), "danuri-camera"), m.black()
    shadow = at.sub((0.35, 0.3, low), x=180)
    shadow.lathe([(0.17, 0.0), (0.17, 0.62), (0.155, 0.62), (0.15, 0.2)], white, sides=40)
    shadow.lathe([(0.15, 0.3), (0.0, 0.32)], m.glass(), sides=36)
    terrain = at.sub((-0.3, 0.35, low), x=180)
    for x in (-0.13, 0.13):
        terrain.lathe([(0.09, 0.0), (0.1, 0.36), (0.085, 0.36), (0.08, 0.1)], dark, at=(x, 0, 0), sides=32)
    for side in (-1, 1):
        polar = at.sub((0.25 * side, -0.3, low), x=180 + 35 * side)
        polar.box((0.2, 0.24, 0.26), (0, 0, 0.13), white, bevel=0.02)
        polar.lathe([(0.06, 0.26), (0.06, 0.34), (0.0, 0.33)], dark, sides=24)
    rays = at.sub((-0.5, -0.35, low), x=180)
    rays.lathe([(0.14, 0.0), (0.14, 0.28), (0.08, 0.34)], m.metal((0.72, 0.6, 0.4), "kgrs", 0.4), sides=32)
    at.box((0.5, 0.5, 0.09), (0.0, 0.0, low - 0.05), mli((0.62, 0.61, 0.58), "danuri-silver", 0.14, 0.4), bevel=0.02)


def _dish(at: Assembly) -> None:
    """Swing the dish out on its arm."""
    bar = m.metal((0.72, 0.71, 0.68), "danuri-arm", 0.35)
    elbow, end = (-0.35, -1.25, 1.15), (-0.75, -1.75, 1.75)
    at.tube((-0.3, -0.7, 0.75), elbow, 0.045, bar)
    at.tube(elbow, end, 0.042, bar)
    for p in (elbow, end):
        at.ball(0.085, p, m.metal((0.3, 0.3, 0.31), "hinge"), rows=14)
    head = at.facing(end, (0.15, -0.75, 0.62))
    head.box((0.2, 0.2, 0.16), (0, 0, 0.12), mli((0.72, 0.45, 0.15), "danuri-gold", 0.22, 0.34), bevel=0.02)
    parts.dish(head.sub((0, 0, 0.2)), 0.45, depth=0.2)


def _boom(at: Assembly) -> None:
    """Point the magnetometer's boom away from the body."""
    tip = (0.75, 1.05, 1.75)
    at.tube((0.55, 0.6, 0.82), tip, 0.03, m.metal((0.16, 0.155, 0.15), "mag-boom", 0.45), end_radius=0.022)
    at.ball(0.05, tip, m.cloth((0.76, 0.75, 0.72), "danuri-camera"), rows=12)


def between() -> None:
    """Draw it above the Moon's limb, its dish to the Earth."""
    light = (-52.0, 27.0)
    at = Assembly(pose((0.22, -0.40, 0.86), (0.80, -0.34, 0.30))).sub((0, 0, 0), z=-14)
    spacecraft(at, arrays.sunward(*light).lerp(Vector((0.3, -1.0, 0.2)), 0.25))
    view = stage.look((1.4, -11.2, 1.4), (0.1, 0.0, 0.15), 44)
    stage.moon_below((-8200, 19000, -2400), 7900, (10, 14, 120))
    stage.sun(*light, 13.0, fill=0.02)
    stage.earth(view, 14.0, 8.5)


def profile(at: Assembly) -> None:
    """Build it alone, its cameras on the ground."""
    spacecraft(at.sub((0, 0, 1.535)), Vector((0, -1, 0.2)))


PLATES = {"danuri-between": (between, 8, -0.3)}
PROFILES = {"danuri": (profile, 0)}
