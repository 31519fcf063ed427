"""LCROSS: the shepherding spacecraft behind the spent Centaur, over a shadowed crater near the south pole.

Read: six panels with instruments, electronics, batteries and the solar array about an ESPA ring, the propulsion inside
it with a tank as of the TDRS satellites (NASA, LCROSS Spacecraft); six ports of 15 inches, 24 inches of room before
each (eudic.net copy of Wikipedia); gold insulation, array on one side, star tracker on another (Ken Kremer at
7skies-englishnews.blogsky.com; NASA flight director's blog, 16 May 2009); Centaur III 12.68 m by 3.05 m with one RL10
(everything.explained.today). The ring is drawn 1.6 m across, the whole about 2 m high by 2.6 m; both are working
figures, the panels' fittings are estimated from descriptions of published pictures.
"""

from __future__ import annotations

import math
from typing import Final

from kit import arrays, parts, pole, stage
from kit import materials as m
from kit.assembly import Assembly, pose
from kit.blankets import mli

RING, TALL = 0.8, 0.68
PANEL: Final = (1.18, 1.05)
CENTAUR, CENTAUR_WIDE = 12.68, 3.05


def shepherd(at: Assembly) -> None:
    """Build the shepherding spacecraft: the ring about z, its instruments looking along -z, the array towards +x."""
    steel = m.metal((0.62, 0.62, 0.63), "ring", 0.3)
    at.lathe([(RING, -TALL / 2), (RING, TALL / 2)], m.metal((0.45, 0.45, 0.46), "ring-wall", 0.4), sides=72)
    for z in (-TALL / 2, TALL / 2):
        flange = [(RING + 0.07, -0.025), (RING + 0.07, 0.025), (RING - 0.03, 0.025), (RING - 0.03, -0.025)]
        at.lathe([*flange, flange[0]], steel, at=(0, 0, z), sides=72)
        for k in range(36):
            a = math.radians(10 * k)
            spot = (0.84 * math.cos(a), 0.84 * math.sin(a), z + 0.03)
            at.lathe([(0.012, 0), (0.012, 0.02), (0.0, 0.02)], steel, at=spot, sides=8)
    adapter = [(RING - 0.02, TALL / 2), (0.64, TALL / 2 + 0.3), (0.64, TALL / 2 + 0.4), (0.6, TALL / 2 + 0.4)]
    adapter += [(0.6, TALL / 2 + 0.28), (RING - 0.06, TALL / 2), adapter[0]]
    at.lathe(adapter, m.paint((0.58, 0.58, 0.57), "lcross-adapter", 0.4), sides=72)
    at.ball(0.54, (0, 0, 0.1), mli((0.7, 0.62, 0.5), "lcross-tank", 0.2, 0.35), squash=1.05)
    for k in range(6):
        panel = at.sub((0, 0, 0), z=60.0 * k).sub((RING, 0, 0), y=90)
        panel.lathe([(0.2, 0.0), (0.2, 0.16)], steel, sides=32)
        _panel(panel.sub((0, 0, 0.17)), k)
    for k in range(4):
        _thrusters(at.sub((0, 0, 0), z=90.0 * k + 30))
    for side in (-1, 1):
        at.tube((0.3, side * 0.5, TALL / 2 + 0.3), (0.3, side * 0.62, TALL / 2 + 0.9), 0.02, m.metal())
        at.lathe([(0.06, 0.0), (0.06, 0.14), (0.03, 0.2)], m.paint(), at=(0.3, side * 0.62, TALL / 2 + 0.88), sides=24)


def _panel(at: Assembly, k: int) -> None:
    """Fit one panel (z outwards, x down, y along the rim): the array, radiators, instruments or boxes under foil."""
    gold = mli((0.80, 0.47, 0.13), "lcross-gold", 0.26, 0.32)
    high, wide = PANEL
    if k == 0:
        for side in (-1, 0, 1):
            leaf = at.sub((0, side * 0.72, 0.42 - 0.19 * abs(side)), x=-30.0 * side)
            leaf.sheet(1.7, 0.76, arrays.cells(20, 9, "lcross"), m.paint((0.12, 0.12, 0.12), "panel-back", 0.5))
        return
    at.box((high, wide, 0.05), (0, 0, 0), m.metal(), bevel=0.01)
    at.box((high * 0.92, wide * 0.92, 0.3), (0, 0, 0.16), gold, bevel=0.07)
    if k in (1, 5):
        at.box((high * 0.7, wide * 0.72, 0.03), (0, 0, 0.33), m.paint((0.82, 0.82, 0.81), "lcross-radiator", 0.25))
    if k in (2, 4):
        at.box((0.42, 0.38, 0.26), (-0.16, 0.1, 0.4), gold, bevel=0.05)
        parts.dish(at.facing((-0.34, -0.3, 0.5), (-0.3, 0.0, 1.0)), 0.14, feed=False)
        horn = at.sub((0.3, -0.24, 0.3))
        horn.lathe([(0.05, 0.0), (0.06, 0.14), (0.15, 0.34), (0.14, 0.34), (0.05, 0.15)], m.metal(), sides=32)
    if k == 3:
        for spot, size in (((0.36, -0.26), 0.11), ((0.4, 0.0), 0.14), ((0.36, 0.26), 0.11), ((0.18, 0.14), 0.09)):
            at.box(
                (0.26, size * 2, size * 2), (spot[0], spot[1], 0.36), m.paint((0.3, 0.3, 0.31), "sensor"), bevel=0.01
            )
            parts.camera(at.facing((0.58, spot[1], 0.38), (1, 0, 0)), size)
        tracker = at.facing((-0.42, 0.2, 0.4), (-0.4, 0.0, 1.0))
        tracker.lathe([(0.08, 0.0), (0.08, 0.14), (0.13, 0.32), (0.12, 0.32), (0.07, 0.12)], m.black(), sides=32)


def _thrusters(at: Assembly) -> None:
    """Set a pod on its struts below the ring."""
    bar = m.metal()
    pod = (1.02, 0, -TALL / 2 - 0.42)
    for spot in ((0.8, -0.2, -0.34), (0.8, 0.2, -0.34), (0.62, 0.0, -0.34)):
        at.tube(spot, pod, 0.018, bar, sides=10)
    at.box((0.14, 0.2, 0.12), pod, mli((0.80, 0.47, 0.13), "lcross-gold", 0.26, 0.32), bevel=0.02)
    for side in (-1, 1):
        parts.thruster(at.facing((pod[0], side * 0.09, pod[2]), (0.5, side, 0.0)), 0.04)
    parts.thruster(at.facing((pod[0], 0, pod[2] - 0.06), (0, 0, -1)), 0.05)


def centaur(at: Assembly) -> None:
    """Build the stage along z, its engine at z = 0: bell, aft bulkhead with its gear, white tank, forward adapter."""
    r = CENTAUR_WIDE / 2
    white = m.paint((0.66, 0.66, 0.65), "centaur-skin", 0.45)
    bright = m.metal((0.68, 0.68, 0.69), "stainless", 0.44)
    parts.bell(at.sub((0, 0, 1.55)), 0.13, 0.62, 1.55)
    at.lathe([(0.3, 1.5), (0.42, 1.9), (0.3, 2.3)], m.metal(), sides=36)
    at.lathe([(0.25, 2.2), (1.1, 2.5), (r - 0.1, 3.0), (r, 3.4)], m.foil(m.GOLD, 0.3, 0.03, "aft"), sides=72)
    at.lathe([(r, 3.3), (r, 10.7)], white, sides=96)
    at.lathe([(r + 0.012, 3.35), (r + 0.012, 3.9)], bright, sides=96)
    for z in (3.9, 5.2, 6.5, 7.8, 9.1, 10.4):
        at.ring(r, 0.02, (0, 0, z), bright)
    at.lathe(
        [(r, 10.65), (r, 11.3), (1.2, 12.2), (0.9, CENTAUR - 0.1), (0.85, CENTAUR), (0.7, CENTAUR)], bright, sides=72
    )
    at.lathe([(0.7, CENTAUR - 0.02), (0.0, CENTAUR - 0.4)], m.black(), sides=48)
    for k in range(2):
        duct = at.sub((0, 0, 0), z=180.0 * k + 40)
        duct.tube((r + 0.06, 0, 3.4), (r + 0.06, 0, 10.6), 0.07, white, sides=14)
        duct.box((0.2, 0.3, 0.5), (r + 0.05, 0.3, 11.0), m.cloth((0.7, 0.69, 0.66), "unit"), bevel=0.04)
    for k in range(4):
        at.ball(0.33, (1.0 * math.cos(1.57 * k + 0.4), 1.0 * math.sin(1.57 * k + 0.4), 2.6), m.foil(), rows=16)
        parts.quad(at.sub((1.42 * math.cos(1.57 * k), 1.42 * math.sin(1.57 * k), 3.1)), 0.07)


def approach() -> None:
    """Draw the two a little after they parted: the stage ahead, below it craters whose floors no light reaches."""
    view = stage.look((0.0, -11.0, 0.0), (0.0, 0.0, 0.0), 44)
    ground = pole.below(view, altitude=230, over=(-77.5, -41.0), heading=141, drop=-10.5, lean=-6, seed=9)
    light = ground.sun(-104, 9.5)
    stage.sun(*light, 15.0, fill=0.03)
    shepherd(Assembly(pose((-0.30, -0.52, 0.74), (-0.80, -0.62, -0.3), (-1.7, 0.0, 0.3))))
    centaur(Assembly(pose((-0.52, -0.62, 0.58), (1, 0, 0), (7.6, 31.0, -8.2))))


def profile(at: Assembly) -> None:
    """Build the shepherding spacecraft alone, its pods on the ground."""
    shepherd(at.sub((0, 0, 0.9)))


def stage_profile(at: Assembly) -> None:
    """Build the Centaur alone, on its engine's bell."""
    centaur(at)


PLATES = {"lcross-approach": (approach, 8, 0.2)}
PROFILES = {"lcross": (profile, 60), "lcross--centaur": (stage_profile, 0)}
