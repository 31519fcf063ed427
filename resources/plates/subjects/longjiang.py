"""Longjiang-1 and Longjiang-2, the twins of Harbin: both on their way out, and the second over the far side.

Read: 50 x 50 x 40 cm, about 45 to 47 kg, stabilised in three axes, two linear antennas along and across the flight
direction (spaceweekly.com and icqpodcast.com, 2018); solar array, own propulsion into lunar orbit, long-wave radio
receiver, a small camera from Saudi Arabia, amateur radio (Gunter's Space Page, DSLWP A1, A2). Where cells, antennas
and camera sit is not told there: estimated from descriptions of published pictures, the antennas a metre long.
"""

from __future__ import annotations

from kit import arrays, blankets, earth, near_moon, parts, stage
from kit import materials as m
from kit.assembly import Assembly, pose

WIDE, HIGH = 0.5, 0.4


def satellite(at: Assembly) -> None:
    """Build one: a foil box with cells on its back and on two flaps, a bell below, camera, tape antennas."""
    half, top = WIDE / 2, HIGH / 2
    at.box((WIDE, WIDE, HIGH), (0, 0, 0), blankets.mli(size=0.11, name="small"), bevel=0.012)
    frame = m.metal((0.6, 0.6, 0.61), "frame")
    for x in (-1, 1):
        for y in (-1, 1):
            at.box((0.022, 0.022, HIGH + 0.012), (x * half, y * half, 0), frame, bevel=0.003)
        for z in (-1, 1):
            at.box((WIDE, 0.018, 0.018), (0, x * half, z * top), frame, bevel=0.002)
            at.box((0.018, WIDE, 0.018), (x * half, 0, z * top), frame, bevel=0.002)
    _cells(at)
    _front(at)
    _below(at)
    _whips(at)


def _cells(at: Assembly) -> None:
    """Put the cells on the roof and on two flaps beside it."""
    front = arrays.cells(6, 8, "gallium")
    back = m.paint((0.1, 0.1, 0.105), "panel-back", 0.5)
    at.sub((0, 0, HIGH / 2 + 0.012)).sheet(WIDE - 0.06, WIDE - 0.04, front, back, thick=0.012)
    for side in (-1, 1):
        flap = at.sub((0, side * WIDE / 2, HIGH / 2 + 0.01), z=90.0 * side)
        flap.sub((0.25, 0, 0)).sheet(0.44, 0.46, front, back, thick=0.014)
        for y in (-0.16, 0.16):
            flap.tube((0.0, y - 0.03, -0.004), (0.0, y + 0.03, -0.004), 0.011, m.metal(), sides=12)


def _front(at: Assembly) -> None:
    """Fit the side that looks ahead: camera, star tracker, receivers, connectors."""
    face = at.sub((WIDE / 2, 0, 0))
    black, grey = m.black(), m.paint((0.62, 0.62, 0.6), "unit")
    face.box((0.012, 0.2, 0.14), (0.008, -0.12, 0.08), grey, bevel=0.004)
    eye = face.facing((0.012, -0.12, 0.08), (1, 0, 0))
    eye.lathe([(0.045, 0.0), (0.045, 0.05), (0.036, 0.052)], black, sides=32)
    eye.lathe([(0.035, 0.046), (0.0, 0.05)], m.glass(), sides=32)
    tracker = face.facing((0.0, 0.13, 0.09), (1, 0.3, 0.3))
    tracker.lathe([(0.035, 0.0), (0.03, 0.05), (0.05, 0.13), (0.046, 0.13)], black, sides=32)
    face.box((0.02, 0.14, 0.1), (0.01, 0.12, -0.1), m.paint((0.82, 0.82, 0.8), "radiator", 0.28), bevel=0.003)
    for k in range(3):
        face.box((0.02, 0.03, 0.02), (0.01, -0.2 + 0.05 * k, -0.13), m.metal((0.3, 0.3, 0.31), "hub"), bevel=0.002)
    for x, y, turn in ((0.0, -WIDE / 2, -90.0), (-WIDE / 2, 0.0, 180.0)):
        side = at.sub((x, y, 0), z=turn)
        side.box((0.008, 0.36, 0.28), (0.004, 0, 0), m.paint((0.82, 0.82, 0.8), "radiator", 0.28), bevel=0.003)
        for k in range(6):
            side.box((0.012, 0.004, 0.28), (0.006, -0.15 + 0.06 * k, 0), m.metal(), bevel=0.0)


def _below(at: Assembly) -> None:
    """Fit the engine, the ring it left its rocket by, and four small thrusters."""
    low = -HIGH / 2
    at.lathe([(0.15, low), (0.15, low - 0.035), (0.135, low - 0.035), (0.135, low - 0.01)], m.metal(), sides=56)
    parts.bell(at.sub((0, 0, low - 0.02)), 0.016, 0.05, 0.1)
    for x in (-0.19, 0.19):
        for y in (-0.19, 0.19):
            at.box((0.05, 0.05, 0.03), (x, y, low - 0.012), m.metal((0.3, 0.3, 0.31), "hub"), bevel=0.004)
            parts.thruster(at.facing((x, y, low - 0.04), (x * 2, y * 2, -1)), 0.018)


def _whips(at: Assembly) -> None:
    """Unroll the antennas: two long ones in a right angle for the sky, four short ones for the radio amateurs."""
    steel = m.metal((0.8, 0.79, 0.76), "tape", 0.25)
    for start, along in (((0.2, 0.26, -0.12), (0.5, 1.0, -0.25)), ((0.26, 0.2, -0.12), (1.0, -0.35, -0.3))):
        root = at.facing(start, along)
        root.box((0.05, 0.05, 0.06), (0, 0, 0.0), m.black(), bevel=0.004)
        root.tube((0, 0, 0.02), (0, 0, 1.0), 0.006, steel, end_radius=0.004, sides=10)
    for x, y in ((-0.24, -0.24), (-0.24, 0.24)):
        for dx, dy, dz in ((x, y * 1.6, -0.25), (x * 1.6, y, 0.25)):
            root = at.facing((x, y, -0.14), (dx, dy, dz))
            root.tube((0, 0, 0), (0, 0, 0.34), 0.005, steel, end_radius=0.003, sides=10)
            root.ball(0.012, (0, 0, 0), m.black(), rows=10)


def outbound() -> None:
    """Draw the pair as they leave the Earth."""
    light = (238.0, 34.0)
    satellite(Assembly(pose((-0.35, -0.55, 0.76), (0.75, -0.6, 0.0), (-0.55, 0.0, 0.1))))
    satellite(Assembly(pose((-0.5, -0.2, 0.8), (-0.2, -0.9, -0.2), (1.75, 3.4, 0.85))))
    view = stage.look((0.2, -4.6, 0.5), (0.28, 0, 0.1), 41)
    stage.sun(*light, 13.0, fill=0.03)
    earth.below(view, light, altitude=9000.0, drop=8.5, lean=-14.0, turn=(70.0, 10.0, -70.0))


def far_side() -> None:
    """Draw the second over the far side, its camera on the Moon with the Earth beyond."""
    light = (-24.0, 27.0)
    satellite(Assembly(pose((0.5, -0.45, 0.74), (0.5, -0.85, -0.35), (-0.66, 0.0, 0.26))))
    view = stage.look((0.0, -4.1, 0.3), (0.0, 0, -0.06), 42)
    near_moon.moon(view, (205, 900, -75), 255, (6, 0, 77))
    stage.sun(*light, 16.0, fill=0.03)
    stage.earth(view, -2.6, 10.9, 2.8)


def profile(at: Assembly) -> None:
    """Stand one with its antennas out."""
    satellite(at.sub((0, 0, 0.5)))


PLATES = {"longjiang-1-outbound": (outbound, 8, 0.0), "longjiang-2-far-side": (far_side, 8, 0.0)}
PROFILES = {"longjiang-1": (profile, -70.0), "longjiang-2": (profile, -70.0)}
