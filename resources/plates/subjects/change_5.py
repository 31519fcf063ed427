"""Chang'e 5 in lunar orbit: the ascender with the samples comes up to the orbiter that keeps the return capsule.

Read: four craft of 8.2 t together; orbiter and returner circle at 200 km, the ascender docks with them and hands the
samples over (Xinhua as copied at juduo.cc, 2020); the orbiter has solar wings, a main engine and thrusters, and keeps
the return vehicle in a cavity (Spaceflight101, Chang'e 5). No dimensions are published there: orbiter, docking ring
and claws are estimated beside the ascender, from descriptions of published pictures; the ascender is that of
Chang'e 6, of the same build.
"""

from __future__ import annotations

import math

from kit import blankets, near_moon, parts, stage
from kit import materials as m
from kit.assembly import Assembly, octagon

from subjects import change_6

DRUM, LOW, HIGH, RING = 1.5, -1.35, 0.35, 1.42


def orbiter(at: Assembly) -> None:
    """Build the orbiter along z: engine down, drum, cone over the capsule's cavity, docking ring with claws."""
    white, silver = blankets.pelt(), blankets.mli(m.SILVER, "silver", 0.3)
    at.lathe([(DRUM, LOW), (DRUM, HIGH)], blankets.mli(size=0.27, name="drum"), sides=96, bevel=0.03)
    for z, thick in ((LOW, 0.05), (-0.5, 0.022), (HIGH, 0.05)):
        at.ring(DRUM + 0.005, thick, (0, 0, z), m.paint())
    at.lathe([(DRUM - 0.06, HIGH), (1.12, 0.86), (1.0, 0.9)], white, sides=96, smooth=25)
    at.lathe([(0.96, 0.86), (0.96, RING - 0.16), (0.9, RING - 0.14)], silver, sides=96, smooth=25)
    at.lathe([(1.02, LOW - 0.12), (DRUM - 0.04, LOW)], blankets.mli(m.COPPER, "keel", 0.3), sides=64)
    _docking(at)
    _tail(at)
    _sides(at)
    for side in (-1, 1):
        root = at.sub((0, side * DRUM, -0.45), z=90.0 * side)
        root.lathe([(0.11, 0.0), (0.09, 0.14)], m.metal(), sides=24)
        parts.wing(root.sub(x=-34.0 * side), 2, 1.2, 1.7, boom=0.5, gap=0.06, grid=(9, 13))


def _docking(at: Assembly) -> None:
    """Set three pairs of open claws and the guide cone on the ring."""
    steel, dark = m.metal((0.72, 0.71, 0.68), "claw", 0.3), m.metal((0.3, 0.3, 0.31), "hub")
    at.lathe([(0.9, RING - 0.14), (0.94, RING), (0.8, RING + 0.02), (0.72, RING - 0.2)], steel, sides=80, smooth=25)
    at.lathe([(0.72, RING - 0.18), (0.3, RING - 0.34), (0.0, RING - 0.36)], m.black(), sides=64)
    at.ring(0.4, 0.025, (0, 0, RING - 0.28), m.metal())
    for k in range(3):
        mount = at.sub(z=120.0 * k + 30)
        mount.box((0.26, 0.44, 0.2), (0.93, 0, RING - 0.04), m.paint(), bevel=0.02)
        for y in (-0.16, 0.16):
            for p, q in (((0.93, 0.0), (1.06, 0.26)), ((1.06, 0.26), (0.86, 0.46)), ((0.86, 0.46), (0.76, 0.42))):
                mount.tube((p[0], y, RING + p[1]), (q[0], y, RING + q[1]), 0.03, steel, sides=14)
            mount.ball(0.045, (1.06, y, RING + 0.26), dark, rows=12)
        mount.tube((1.06, -0.18, RING + 0.26), (1.06, 0.18, RING + 0.26), 0.022, dark, sides=12)
    for a in (80, 200, 320):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        parts.camera(at.facing((0.86 * c, 0.86 * s, RING + 0.06), (0, 0, 1)), 0.11)


def _tail(at: Assembly) -> None:
    parts.bell(at.sub((0, 0, LOW - 0.1)), 0.13, 0.46, 0.8)
    for k in range(8):
        a = 2 * math.pi * k / 8 + 0.2
        jet = at.facing((0.86 * math.cos(a), 0.86 * math.sin(a), LOW - 0.14), (0, 0, -1))
        parts.thruster(jet, 0.075)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        for z in (LOW + 0.22, HIGH - 0.2):
            parts.quad(at.sub((1.58 * math.cos(a), 1.58 * math.sin(a), z), z=45), 0.05)


def _sides(at: Assembly) -> None:
    """Put radiators, hatches, trackers, antennas and rails round the drum."""
    grey, white = m.paint((0.62, 0.62, 0.6), "unit"), m.paint((0.82, 0.82, 0.8), "radiator", 0.28)
    for a, wide, high, z in ((0, 0.9, 0.6, 0.0), (-38, 0.7, 0.5, -0.9), (38, 0.6, 0.6, -0.95), (180, 0.9, 0.9, -0.5)):
        at.sub(z=float(a)).box((0.05, wide, high), (DRUM * math.cos(wide / 2 / DRUM) + 0.04, 0, z), white, bevel=0.01)
    for a, z, size in ((-18, -1.0, 0.26), (18, -0.62, 0.2), (-62, -0.1, 0.24), (60, 0.05, 0.22), (130, -0.4, 0.3)):
        at.sub(z=float(a)).box(
            (0.2, size, size), (DRUM + 0.08, 0, z), grey if a > 0 else blankets.mli(size=0.14), bevel=0.015
        )
    for k in range(12):
        a = 2 * math.pi * k / 12
        at.tube(
            (1.49 * math.cos(a), 1.49 * math.sin(a), HIGH),
            (1.0 * math.cos(a), 1.0 * math.sin(a), 0.9),
            0.016,
            m.metal(),
        )
    at.tube((1.05, -0.6, 0.75), (1.75, -1.0, 0.95), 0.035, m.metal())
    parts.dish(at.facing((1.78, -1.02, 0.97), (0.8, -0.5, 0.35)), 0.36, depth=0.2)
    for y in (-0.22, 0.1):
        tracker = at.facing((1.2, 0.75 + y, 0.72), (0.7, 0.5, 0.5))
        tracker.lathe([(0.1, 0.0), (0.07, 0.2), (0.1, 0.34), (0.09, 0.34)], m.black(), sides=24)


def ascender(at: Assembly) -> None:
    """Build the ascender with the shroud and bell that its lander hid."""
    change_6.ascender(at, spread=False)
    for side in (-1, 1):
        root = at.sub((0, side * 0.6, 0.72), z=90.0 * side)
        parts.wing(root.sub(x=220.0 * side), 1, 1.05, 0.8, boom=0.3, grid=(9, 7))
    at.lathe([(0.5, -0.06), (0.56, 0.1)], blankets.mli(m.COPPER, "keel", 0.3), sides=40)
    at.prism(octagon(1.0, 1.0, 0.26), -0.03, 0.12, blankets.mli(m.SILVER, "silver", 0.3))
    parts.bell(at.sub((0, 0, -0.05)), 0.06, 0.24, 0.42)


def docking() -> None:
    """Draw the last metre between the two over the Moon."""
    at = Assembly().sub((-2.0, 0, -0.35), z=-22).sub(y=70).sub(z=72)
    orbiter(at)
    ascender(at.sub((0.03, 0.02, 4.3)).sub(x=180, z=35))
    view = stage.look((0.0, -15.4, 0.0), (0.25, 0, -0.72), 51)
    near_moon.moon(view, (-160, 700, -840), 720, (60, -35, 120), seed=5)
    stage.sun(-64, 24, 13.5, fill=0.025)
    stage.earth(view, 17.5, 1.2)


def profile(at: Assembly) -> None:
    """Stand the orbiter on its engine."""
    orbiter(at.sub((0, 0, -LOW + 0.9)))


def profile_ascender(at: Assembly) -> None:
    """Stand the ascender on its bell."""
    ascender(at.sub((0, 0, 0.47)))


PLATES = {"change-5-docking": (docking, 10, 0.0)}
PROFILES = {"change-5": (profile, -90.0), "change-5--ascender": (profile_ascender, -90.0)}
