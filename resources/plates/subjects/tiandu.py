"""Tiandu-1 and Tiandu-2 over the Moon, soon after they let go of each other.

Read: Tiandu-1 of 61 kg with a Ka-band communicator for two bands, a laser corner reflector and a space router,
Tiandu-2 of 15 kg with devices for communication and navigation; coupled until lunar orbit, then in formation 200 km
apart (spacedaily.com, 2024; tawaradai.com, 2024); two deployable solar arrays (Gunter's Space Page, Tiandu 1, 2).
No dimensions and no detailed pictures were read: bodies of 0.7 and 0.25 m are estimated from their masses, and where
the fittings sit is drawn as such satellites have them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kit import arrays, blankets, near_moon, parts, stage
from kit import materials as m
from kit.assembly import Assembly, pose

if TYPE_CHECKING:
    from mathutils import Vector

WIDE, HIGH = 0.62, 0.72
SMALL, TALL = 0.24, 0.36


def tiandu_1(at: Assembly, sun: Vector | None = None) -> None:
    """Build the larger: cabinet of panels, two wings along y, dish, laser reflector, the ring that held its twin."""
    half = WIDE / 2
    at.box((WIDE, WIDE, HIGH), (0, 0, 0), blankets.mli(m.SILVER, "silver", 0.16), bevel=0.012)
    white, grey, black = m.paint((0.82, 0.82, 0.8), "radiator", 0.28), m.paint((0.62, 0.62, 0.6), "unit"), m.black()
    for turn in (0, 90, 180, 270):
        face = at.sub(z=float(turn)).sub((half, 0, 0))
        plain = turn in (90, 270)
        face.box(
            (0.014, WIDE - 0.08, HIGH - 0.08),
            (0.004, 0, 0),
            white if plain else blankets.mli(size=0.13, name="small"),
            bevel=0.004,
        )
        for z in (-0.3, 0.3):
            for y in (-0.26, 0.26):
                face.box((0.012, 0.016, 0.016), (0.014, y, z), m.metal(), bevel=0.002)
    for side in (-1, 1):
        root = at.sub((0, side * half, 0.1), z=90.0 * side)
        root.lathe([(0.05, 0.0), (0.04, 0.06), (0.03, 0.08)], m.metal(), sides=24)
        arrays.panels(
            arrays.turned(root, sun),
            2,
            0.62,
            0.6,
            front=arrays.cells(5, 6, "gallium"),
            yoke=0.26,
            gap=0.03,
            thick=0.018,
        )
    face = at.sub((half, 0, 0))
    parts.dish(face.facing((0.14, -0.12, 0.16), (0.7, 0.42, 0.58)), 0.15, depth=0.2)
    face.tube((0.0, -0.14, 0.16), (0.12, -0.14, 0.16), 0.02, m.metal())
    _reflector(face.sub((0.01, 0.15, 0.17)))
    face.box((0.06, 0.2, 0.18), (0.03, 0.14, -0.16), grey, bevel=0.008)
    for k in range(3):
        face.facing((0.06, 0.08 + 0.06 * k, -0.12), (1, 0, 0)).lathe(
            [(0.02, 0.0), (0.025, 0.04), (0.018, 0.04)], black, sides=20
        )
    for y in (-0.18, -0.06):
        tracker = face.facing((0.0, y, -0.2), (1, -0.4, -0.2))
        tracker.lathe([(0.035, 0.0), (0.03, 0.06), (0.05, 0.14), (0.045, 0.14)], black, sides=28)
    _ends(at)


def _reflector(frame: Assembly) -> None:
    """Set the laser reflector: corner cubes in a round tray that looks along x."""
    tray = frame.facing((0, 0, 0), (1, 0, 0))
    tray.lathe([(0.095, 0.0), (0.095, 0.03), (0.085, 0.03), (0.085, 0.015)], m.metal((0.3, 0.3, 0.31), "hub"), sides=48)
    for count, radius in ((1, 0.0), (6, 0.033), (12, 0.064)):
        for k in range(count):
            a = 2 * math.pi * k / count
            tray.lathe(
                [(0.0145, 0.012), (0.0145, 0.028), (0.012, 0.03), (0.0, 0.02)],
                m.glass("cube"),
                at=(radius * math.cos(a), radius * math.sin(a), 0),
                sides=18,
            )


def _ends(at: Assembly) -> None:
    """Fit the upper face with the ring of the twin, the lower with bell and thrusters."""
    top, low = HIGH / 2, -HIGH / 2
    at.lathe([(0.17, top), (0.17, top + 0.05), (0.15, top + 0.05), (0.15, top + 0.01)], m.metal(), sides=56)
    for k in range(4):
        at.sub(z=90.0 * k + 45).box((0.05, 0.05, 0.06), (0.17, 0, top + 0.03), m.metal((0.3, 0.3, 0.31), "hub"))
    at.tube((0.22, 0.22, top), (0.22, 0.22, top + 0.22), 0.01, m.metal())
    at.lathe([(0.035, 0.0), (0.02, 0.08), (0.0, 0.09)], m.paint(), at=(0.22, 0.22, top + 0.2), sides=24)
    at.box((0.14, 0.12, 0.06), (-0.2, -0.2, top + 0.03), m.paint((0.62, 0.62, 0.6), "unit"))
    parts.bell(at.sub((0, 0, low - 0.02)), 0.02, 0.07, 0.13)
    for x in (-0.24, 0.24):
        for y in (-0.24, 0.24):
            at.box((0.06, 0.06, 0.04), (x, y, low - 0.015), m.metal((0.3, 0.3, 0.31), "hub"), bevel=0.005)
            parts.thruster(at.facing((x, y, low - 0.05), (x * 1.5, y * 1.5, -1)), 0.022)


def tiandu_2(at: Assembly, sun: Vector | None = None) -> None:
    """Build the smaller: a long case with two wings along y, a patch antenna, a camera, four whips."""
    frame = m.metal((0.5, 0.5, 0.51), "frame")
    at.box((SMALL, SMALL, TALL), (0, 0, 0), m.paint((0.16, 0.16, 0.17), "case", 0.4), bevel=0.006)
    for x in (-1, 1):
        for y in (-1, 1):
            at.box((0.014, 0.014, TALL + 0.02), (x * SMALL / 2, y * SMALL / 2, 0), frame, bevel=0.002)
    front = arrays.cells(3, 6, "gallium")
    back = m.paint((0.1, 0.1, 0.105), "panel-back", 0.5)
    for turn in (0, 90, 180, 270):
        face = at.sub(z=float(turn)).sub((SMALL / 2 + 0.004, 0, 0), y=90.0)
        if turn:
            face.sheet(TALL - 0.06, SMALL - 0.05, front, back, thick=0.006)
    face = at.sub((SMALL / 2, 0, 0))
    face.box((0.012, 0.16, 0.16), (0.006, 0, 0.07), m.paint(), bevel=0.003)
    face.box((0.004, 0.1, 0.1), (0.014, 0, 0.07), m.metal((0.6, 0.4, 0.2), "patch"), bevel=0.002)
    parts.camera(face.facing((0.02, 0.04, -0.1), (1, 0, 0)), 0.06)
    face.box((0.01, 0.07, 0.07), (0.005, -0.06, -0.1), m.paint((0.62, 0.62, 0.6), "unit"), bevel=0.002)
    for side in (-1, 1):
        root = at.sub((0, side * SMALL / 2, 0.0), z=90.0 * side)
        arrays.panels(arrays.turned(root, sun), 2, 0.24, 0.34, front=front, yoke=0.07, gap=0.016, thick=0.01)
    at.lathe([(0.1, -TALL / 2 - 0.03), (0.1, -TALL / 2)], m.metal(), sides=40)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        spot = (0.1 * math.cos(a), 0.1 * math.sin(a), TALL / 2)
        at.facing(spot, (math.cos(a), math.sin(a), 0.9)).tube(
            (0, 0, 0), (0, 0, 0.26), 0.003, m.metal((0.8, 0.79, 0.76), "tape", 0.25), sides=8
        )


def parting() -> None:
    """Draw the two a few metres apart over the Moon's southern half."""
    light = (-60.0, 25.0)
    sun = arrays.sunward(*light)
    tiandu_1(Assembly(pose((0.72, 0.5, 0.48), (0.3, -0.85, 0.35), (-0.5, 0.0, -0.08))), sun)
    tiandu_2(Assembly(pose((0.6, 0.35, 0.7), (0.45, -0.8, -0.1), (1.2, 0.4, 0.5))), sun)
    view = stage.look((0.0, -5.2, 0.45), (0.16, 0, -0.1), 55)
    near_moon.moon(view, (-300, 800, -700), 640, (150, 20, 40), seed=11)
    stage.sun(*light, 9.5, fill=0.035)


def profile_1(at: Assembly) -> None:
    """Stand the larger alone."""
    tiandu_1(at.sub((0, 0, HIGH / 2 + 0.15)), arrays.sunward(0.0, 0.0))


def profile_2(at: Assembly) -> None:
    """Stand the smaller alone."""
    tiandu_2(at.sub((0, 0, TALL / 2 + 0.03)), arrays.sunward(0.0, 0.0))


PLATES = {"tiandu-parting": (parting, 8, 0.0)}
PROFILES = {"tiandu": (profile_1, -90.0), "tiandu--smaller-satellite": (profile_2, -90.0)}
