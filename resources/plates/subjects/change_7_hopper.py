"""The hopper of Chang'e 7 where the sunlight ends, on its way down into a crater.

Read: a hopping probe with six legs, tanks and thrusters that flies and walks (anewz.tv, 2025); it charges in the
sunlight, flies into the ever dark floor and crawls, with analysers for water and hydrogen isotopes
(sinodefenceforum.com, 2024); cameras and an arm at its front (cloud.tencent.com.cn, 2024); drill, arm and furnace
(the atlas's entry change-7-hopper). No dimensions are published there and its flight model has not been shown in
detail: it is drawn at 1 m across as described, everything else is estimated. No lamps are described: none are drawn.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import bpy
from kit import blankets, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.ground import Ground, Level

if TYPE_CHECKING:
    from kit.yutu import Soil

STAND, REACH = 0.54, 0.8
"""How high the middle of the body stands on its legs and how far out they reach, in metres."""


def hopper(at: Assembly, ground: Soil | None = None) -> None:
    """Build the hopper about the middle of its body, its front along +x; without ground its legs hang."""
    _body(at)
    _tanks(at)
    for k in range(6):
        _leg(at, 30.0 + 60.0 * k, ground)
    _front(at)
    for x, y in ((0.17, 0.17), (-0.17, 0.17), (0.17, -0.17), (-0.17, -0.17)):
        parts.bell(at.sub((x, y, -0.2)), 0.022, 0.07, 0.13)


def _hexagon(radius: float) -> list[tuple[float, float]]:
    return [(radius * math.cos(math.radians(60 * k)), radius * math.sin(math.radians(60 * k))) for k in range(6)]


def _body(at: Assembly) -> None:
    """Build the six-sided box, its deck of cells, rails, radiators and the antennas on top."""
    steel, white = m.metal(), m.paint((0.82, 0.82, 0.8), "radiator", 0.28)
    at.prism(_hexagon(0.4), -0.17, 0.15, blankets.mli(size=0.16, name="hop"), bevel=0.02)
    at.prism(_hexagon(0.43), 0.15, 0.175, m.paint((0.6, 0.6, 0.59), "deck"), bevel=0.006)
    at.prism(_hexagon(0.36), -0.2, -0.17, blankets.mli(m.COPPER, "keel", 0.12), bevel=0.01)
    for x, y, wide, deep, grid in (
        (-0.17, 0.0, 0.34, 0.56, (4, 7)),
        (0.13, 0.22, 0.2, 0.2, (3, 3)),
        (0.13, -0.22, 0.2, 0.2, (3, 3)),
    ):
        at.sub((x, y, 0.19)).sheet(wide, deep, m.cells(*grid), steel, thick=0.014)
    for k in (1, 2, 4, 5):
        wall = at.sub(z=30.0 + 60.0 * k).sub((0.35, 0, 0))
        wall.box((0.012, 0.2, 0.18), (0.0, 0, 0.02), white, bevel=0.004)
        for y in (-0.06, 0.0, 0.06):
            wall.box((0.016, 0.006, 0.18), (0.004, y, 0.02), steel, bevel=0.0)
    at.tube((-0.26, 0.16, 0.19), (-0.3, 0.18, 0.62), 0.007, steel, sides=8)
    at.tube((0.16, 0.0, 0.18), (0.16, 0.0, 0.24), 0.03, steel)
    at.lathe([(0.07, 0.0), (0.075, 0.03), (0.03, 0.05)], m.paint(), at=(0.16, 0.0, 0.24), sides=32)
    for k in range(6):
        parts.quad(
            at.sub((0.41 * math.cos(math.radians(60 * k)), 0.41 * math.sin(math.radians(60 * k)), 0.1), z=60.0 * k),
            0.016,
        )


def _tanks(at: Assembly) -> None:
    """Set two propellant tanks and two gas bottles into the keel, with the pipes between them."""
    pipe = m.metal((0.72, 0.71, 0.68), "pipe", 0.25)
    for k, (x, y) in enumerate(((0.0, 0.24), (0.0, -0.24), (0.25, 0.0), (-0.25, 0.0))):
        skin = m.metal((0.72, 0.68, 0.6), "tank", 0.2) if k < 2 else m.paint((0.05, 0.05, 0.055), "bottle", 0.3)
        at.ball(0.155 if k < 2 else 0.1, (x, y, -0.19), skin)
        at.tube((x * 0.9, y * 0.9, -0.3), (0, 0, -0.24), 0.01, pipe, sides=10)
    at.box((0.12, 0.12, 0.06), (0, 0, -0.23), m.metal((0.3, 0.3, 0.31), "hub"))


def _leg(at: Assembly, bearing: float, ground: Soil | None) -> None:
    """Joint one leg: hip, thigh up and out, shin down to a dished foot."""
    c, s = math.cos(math.radians(bearing)), math.sin(math.radians(bearing))
    bone, dark = m.paint((0.42, 0.42, 0.41), "bone", 0.35), m.metal((0.3, 0.3, 0.31), "hub")
    hip = (0.36 * c, 0.36 * s, -0.08)
    knee = (0.62 * c, 0.62 * s, 0.14)
    foot = at.local(at.world((REACH * c, REACH * s, -STAND)))
    if ground is not None:
        flat = at.world(foot)
        foot = at.local((flat.x, flat.y, ground.height(flat.x, flat.y) - 0.006))
    ankle = (foot[0] - 0.02 * c, foot[1] - 0.02 * s, foot[2] + 0.06)
    at.sub(hip, z=bearing).box((0.13, 0.12, 0.13), (0.02, 0, 0), dark, bevel=0.015)
    at.tube(hip, knee, 0.034, bone, end_radius=0.028)
    at.tube((hip[0], hip[1], hip[2] + 0.06), (knee[0], knee[1], knee[2] + 0.035), 0.01, m.metal(), sides=10)
    for joint, size in ((hip, 0.052), (knee, 0.046)):
        spin = at.facing(joint, (-s, c, 0))
        spin.lathe([(size, -0.05), (size, 0.05)], dark, sides=28)
        spin.lathe([(size * 0.6, -0.058), (size * 0.6, 0.058)], m.metal(), sides=24)
    at.tube(knee, ankle, 0.026, bone, end_radius=0.018)
    at.tube((knee[0] - 0.03 * c, knee[1] - 0.03 * s, knee[2] - 0.06), ankle, 0.007, m.black(), sides=8)
    at.ball(0.026, ankle, dark, rows=12)
    sole = [(0.0, -0.02), (0.075, -0.012), (0.085, 0.014), (0.04, 0.012), (0.0, 0.04)]
    at.lathe(sole, m.metal((0.7, 0.66, 0.58), "pad"), at=foot, sides=32)


def _front(at: Assembly) -> None:
    """Fit cameras on a short neck, the drill in its sleeve and the arm folded before the body."""
    steel, bone = m.metal(), m.metal((0.72, 0.71, 0.68), "arm")
    at.tube((0.3, 0.0, 0.18), (0.33, 0.0, 0.4), 0.018, steel)
    head = at.facing((0.36, 0.0, 0.42), (1, 0, -0.32))
    head.box((0.26, 0.1, 0.07), (0, 0, -0.03), m.paint(), bevel=0.012)
    for y in (-0.085, 0.0, 0.085):
        size = 0.028 if y else 0.02
        head.lathe([(size, 0.0), (size, 0.05), (size * 0.8, 0.05)], m.black(), at=(y, 0, 0), sides=28)
        head.lathe([(size * 0.8, 0.044), (0.0, 0.05)], m.glass(), at=(y, 0, 0), sides=28)
    at.lathe(
        [(0.045, -0.34), (0.045, 0.3), (0.03, 0.33)], m.paint((0.62, 0.62, 0.6), "unit"), at=(0.37, 0.18, 0), sides=28
    )
    at.tube((0.37, 0.18, -0.52), (0.37, 0.18, -0.34), 0.014, m.metal((0.4, 0.4, 0.4), "bit"), sides=14)
    for z in (-0.1, 0.1):
        at.ring(0.047, 0.008, (0.37, 0.18, z), steel)
    parts.chain(at, [(0.36, -0.17, 0.05), (0.58, -0.2, 0.2), (0.7, -0.17, -0.08)], 0.013, bone)
    at.lathe([(0.03, -0.06), (0.035, 0.0), (0.02, 0.03)], m.paint(), at=(0.7, -0.17, -0.1), sides=24)
    at.box((0.1, 0.12, 0.3), (0.4, -0.17, -0.04), blankets.mli(m.GOLD, "box", 0.08), bevel=0.01)


def _ridge(azimuth: float, elevation: float, high: float) -> None:
    """Raise a ridge out of the picture, whose shadow reaches `high` metres up where the hopper stands."""
    a, away = math.radians(azimuth), 60.0
    top = away * math.tan(math.radians(elevation)) + high
    frame = Assembly().sub((away * math.cos(a), away * math.sin(a), top / 2 - 6), z=azimuth)
    frame.box((1.0, 200.0, top + 12), (0, 0, 0), m.black(), bevel=0.0)
    bpy.context.scene.collection.objects[-1].visible_camera = False


def shadow() -> None:
    """Draw it where the shadow begins: the last sunlight on its deck, a lit slope behind it, dark ground below."""
    light = (-14.0, 6.5)
    steps = [(-0.9 - 0.42 * k, 0.5 + 0.1 * k + (0.5 if k % 2 else -0.5), 0.085, 0.016) for k in range(6)]
    feet = [
        (REACH * math.cos(math.radians(60 * k + 28)), REACH * math.sin(math.radians(60 * k + 28)), 0.1, 0.018)
        for k in range(6)
    ]
    ground = Ground(
        57,
        dents=[*feet, *steps],
        placed=[(0.55, -1.45, 0.24), (1.5, -0.6, 0.16), (-3.4, 4.8, 1.9), (0.6, 2.7, 0.5)],
        hills=46,
        level=7,
    )
    hopper(Assembly().sub((0, 0, ground.height(0.0, 0.0) + STAND - 0.03), z=-2.0), ground)
    view = stage.look((2.05, -3.1, 1.12), (-0.02, 0.1, 0.5), 36)
    stage.sun(*light, 10.5, fill=0.11)
    _ridge(*light, 0.24)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=1.3, count=520, spread=20, largest=0.3)


def profile(at: Assembly) -> None:
    """Stand it alone."""
    hopper(at.sub((0, 0, STAND)), Level())


PLATES = {"change-7-hopper-shadow": (shadow, 12, 0.3)}
PROFILES = {"change-7-hopper": (profile, -30.0)}
