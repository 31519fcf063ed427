"""CAPSTONE high over the Moon, in the orbit that was chosen for Gateway.

Read: a CubeSat of twelve units, an S-band antenna of sixteen square patches on a flat plate, hydrazine thrusters (NASA
by the Moon Village Association, 2021), the size of a microwave oven, 25 kg (aerospace-journal.com; satnews.com,
12 August 2022). Twelve units are drawn as 22 x 22 x 36 cm, the size of a common dispenser; two wings of three panels,
trackers and thrusters are estimated from descriptions of published pictures.
"""

from __future__ import annotations

from typing import Final

from kit import arrays, parts, stage
from kit import materials as m
from kit.assembly import Assembly, pose
from kit.blankets import mli
from mathutils import Vector

BODY: Final = (0.226, 0.226, 0.366)
PANEL: Final = (0.21, 0.34)


def spacecraft(at: Assembly, sun: Vector | None = None) -> None:
    """Build it: the long side along z, the patch antenna towards -y, thrusters below, wings along x."""
    body(at)
    patches(at.sub((0, -BODY[1] / 2, 0.03), x=90))
    ends(at)
    for side in (0, 180):
        root = at.sub((0, 0, 0.02), z=side).sub((BODY[0] / 2, 0, 0))
        root.lathe([(0.018, -0.05), (0.018, 0.05)], m.metal((0.35, 0.35, 0.36), "dark"), at=(0.012, 0, 0), sides=24)
        wing = arrays.turned(root.sub((0.014, 0, 0)), sun)
        front = arrays.cells(4, 7, "capstone", gap=0.03)
        arrays.panels(wing, 3, *PANEL, front=front, yoke=0.05, gap=0.008, thick=0.004)


def body(at: Assembly) -> None:
    """Build the box: anodised frame, four rails, lids with screws, foil between them."""
    x, y, z = BODY
    frame = m.metal((0.20, 0.20, 0.21), "capstone-frame", 0.4)
    at.box((x - 0.012, y - 0.012, z - 0.012), (0, 0, 0), mli((0.70, 0.44, 0.15), "capstone", 0.05, 0.34), bevel=0.004)
    for sx in (-1, 1):
        for sy in (-1, 1):
            at.box((0.014, 0.014, z), (sx * (x / 2 - 0.004), sy * (y / 2 - 0.004), 0), frame, bevel=0.002)
    for low in (-z / 2, z / 2):
        for side in (-1, 1):
            at.box((x, 0.012, 0.012), (0, side * (y / 2 - 0.004), low), frame, bevel=0.002)
            at.box((0.012, y, 0.012), (side * (x / 2 - 0.004), 0, low), frame, bevel=0.002)
    steel = m.metal((0.75, 0.75, 0.75), "screw", 0.25)
    for side in (-1, 1):
        lid = at.sub((side * (x / 2), 0, -0.02), y=90 * side)
        lid.box((0.25, 0.15, 0.006), (-0.05 * side, 0, 0), m.metal((0.55, 0.55, 0.56), "lid", 0.35), bevel=0.002)
        for u in (-0.11, 0.0, 0.11):
            for v in (-0.065, 0.065):
                lid.lathe([(0.004, 0.0), (0.004, 0.005), (0.0, 0.005)], steel, at=(u - 0.05 * side, v, 0), sides=10)


def patches(at: Assembly) -> None:
    """Mount the antenna's plate with its sixteen patches (z outwards)."""
    at.box((0.206, 0.206, 0.008), (0, 0, 0.006), m.paint((0.82, 0.82, 0.80), "capstone-plate", 0.35), bevel=0.002)
    copper = m.metal((0.62, 0.40, 0.20), "patch", 0.34)
    for j in range(4):
        for k in range(4):
            spot = (-0.072 + 0.048 * j, -0.072 + 0.048 * k, 0.011)
            at.box((0.035, 0.035, 0.003), spot, copper, bevel=0.001)
            at.lathe([(0.003, 0.0), (0.0, 0.004)], m.metal(), at=(spot[0], spot[1] + 0.009, 0.012), sides=10)


def ends(at: Assembly) -> None:
    """Fit thrusters at the lower end, camera, tracker and small antennas at the upper one."""
    z = BODY[2] / 2
    steel, dark = m.metal(), m.black()
    at.box((0.19, 0.19, 0.03), (0, 0, -z - 0.012), m.metal((0.5, 0.5, 0.5), "tank-plate", 0.35), bevel=0.006)
    for x in (-0.07, 0.07):
        for y in (-0.07, 0.07):
            parts.thruster(at.facing((x, y, -z - 0.03), (x * 2, y * 2, -1)), 0.016)
    parts.bell(at.sub((0, 0, -z - 0.028)), 0.01, 0.026, 0.04)
    at.box((0.19, 0.19, 0.012), (0, 0, z + 0.004), m.paint((0.8, 0.8, 0.79), "capstone-lid", 0.3), bevel=0.003)
    tracker = at.facing((-0.05, -0.05, z + 0.02), (-0.2, -0.6, 1))
    tracker.lathe([(0.022, -0.02), (0.022, 0.03), (0.034, 0.07), (0.031, 0.07), (0.018, 0.03)], dark, sides=28)
    at.lathe([(0.03, 0.0), (0.03, 0.02), (0.0, 0.022)], m.paint(), at=(0.055, 0.045, z + 0.01), sides=28)
    at.box((0.05, 0.05, 0.02), (0.05, -0.055, z + 0.018), m.foil(m.GOLD, 0.02, 0.003, "cube"), bevel=0.004)
    at.tube((-0.07, 0.07, z), (-0.07, 0.07, z + 0.1), 0.003, steel, sides=8)


def halo() -> None:
    """Draw it far out over the Moon's pole, the half Moon whole behind it."""
    light = (172.0, 18.0)
    at = Assembly(pose((0.30, 0.34, 0.89), (0.84, -0.50, -0.12)))
    spacecraft(at, arrays.sunward(*light) + Vector((0.0, -1.3, 0.25)))
    view = stage.look((0.22, -2.45, 0.36), (0.02, 0.0, 0.0), 42)
    stage.moon_below((10600, 90000, -4300), 9800, (64, -24, 150))
    stage.sun(*light, 14.0, fill=0.03)
    stage.earth(view, -14.0, 8.0)


def profile(at: Assembly) -> None:
    """Build it alone, its thrusters on the ground."""
    spacecraft(at.sub((0, 0, BODY[2] / 2 + 0.07)), Vector((0, -1, 0)))


PLATES = {"capstone-halo": (halo, 8, 0.1)}
PROFILES = {"capstone": (profile, 0)}
