"""Rocket Lab's Electron on its pad.

Read: 17 m high, 1.2 m wide, first stage 12.1 m with nine Rutherford engines, second stage 2.4 m with one, fairing
2.5 m, carbon composite (Space Launch Report, "Rocket Lab Electron"); the black of bare carbon fibre (the carbon
composite named there and by New Zealand's environment ministry). The tower, the clamps and the patches of frost on the
oxygen tanks are estimated from descriptions; lettering is left off.
"""

from __future__ import annotations

from typing import Final

from kit import materials as m
from kit import pads, parts, places, rockets, service, stage
from kit.assembly import Assembly
from kit.base import glow
from mathutils import Matrix

RADIUS: Final = 0.6
STAGE_1: Final = 12.1
STAGE_2: Final = 2.4
CARBON: Final[m.Colour] = (0.022, 0.023, 0.026)


def electron(at: Assembly) -> None:
    """Build Electron: black composite, frost where the oxygen stands."""
    carbon = rockets.skin(CARBON, "composite", pitch=1.1, rough=0.3)
    ice = rockets.skin(CARBON, "composite-ice", pitch=1.1, rough=0.3, frost=0.8)
    rockets.engines(at, [(0, 0), *rockets.ring_of(8, 0.41, 22.5)], 0.14, 0.44, top=0.44, name="rutherford")
    rockets.hull(at, [(0.34, RADIUS), (1.2, RADIUS)], carbon)
    rockets.base(at, RADIUS, 0.34, 0.14)
    rockets.hull(at, [(1.2, RADIUS), (5.2, RADIUS)], carbon)
    rockets.hull(at, [(5.2, RADIUS), (10.3, RADIUS)], ice)
    rockets.hull(at, [(10.3, RADIUS), (12.1, RADIUS)], carbon)
    rockets.hull(at, [(12.1, RADIUS), (13.1, RADIUS)], carbon)
    rockets.hull(at, [(13.1, RADIUS), (14.2, RADIUS)], rockets.skin(CARBON, "composite-2", pitch=1.1, frost=0.6))
    silver = m.metal((0.6, 0.6, 0.61), "band")
    rockets.hoops(at, RADIUS, (0.36, 1.2, 5.2, 10.3, STAGE_1, 14.45), silver, thick=0.018)
    for angle in (30, 150, 210):
        rockets.raceway(at, RADIUS, angle, 0.6, 11.8, carbon, width=0.09)
    white = rockets.skin((0.76, 0.76, 0.75), "cap", pitch=9.0)
    at.lathe([(RADIUS, 14.2), (RADIUS, 15.2), *rockets.haack(RADIUS, 1.8, 15.2, blunt=0.07)], carbon, sides=96)
    for angle in (0, 180):
        rockets.raceway(at, RADIUS, angle, 14.5, 15.2, white, width=0.05)
    for x, y in rockets.ring_of(6, RADIUS, 10):
        at.facing((x, y, 11.6), (x, y, 0)).lathe([(0.05, -0.02), (0.05, 0.015)], silver, sides=16)


def _strongback(at: Assembly) -> None:
    """Build the erector that leans back from the rocket, with its two clamps, lines and lamps."""
    white = m.paint((0.62, 0.63, 0.64), "strongback", 0.45)
    beam = at.sub((-2.3, 0, 0.4), y=-4)
    rockets.bars(beam, pads.lattice(1.0, 0.0, 14.6, 1.05, depth=1.3), 0.09, white)
    for z in (4.9, 10.6, 13.4):
        at.box((1.9 - z * 0.02, 0.3, 0.22), (-1.35 - z * 0.03, 0, z), white, bevel=0.03)
        for y in (-0.62, 0.62):
            at.box((0.5, 0.16, 0.3), (-0.45, y, z), m.metal(), bevel=0.03)
    for y, tint in ((-0.4, 0.05), (0.0, 0.35), (0.4, 0.05)):
        hose = [(-2.4, y, 1.0), (-2.7, y, 6.0), (-3.0, y, 11.0), (-1.6, y * 0.6, 13.2), (-0.55, y * 0.3, 13.6)]
        parts.chain(at, hose, 0.05, m.paint((tint,) * 3, f"hose-{tint}", 0.5))
    for z in (2.6, 6.4, 10.2, 13.9):
        at.ball(0.07, (-2.2 - z * 0.06, -0.72, z), glow(pads.WARM, 26.0, "landing"), rows=8)


def _mount(at: Assembly) -> None:
    """Build the table: a ring on four feet over the flame opening, hold-downs, pipes, a few steps."""
    steel = m.paint((0.22, 0.23, 0.25), "mount", 0.5)
    at.lathe([(0.75, 0.0), (1.5, 0.0), (1.5, 0.35), (0.75, 0.35), (0.75, 0.0)], steel, sides=48)
    for x, y in rockets.ring_of(4, 1.35, 45):
        at.box((0.5, 0.5, 1.5), (x, y, -0.75), steel, bevel=0.04)
        at.tube((x * 0.8, y * 0.8, 0.3), (x * 0.46, y * 0.46, 0.75), 0.09, m.metal())
    at.box((2.6, 0.5, 0.5), (-2.2, 0, -0.1), steel, bevel=0.04)
    for y in (-0.9, 0.9):
        at.tube((-6.0, y, -1.2), (-1.4, y, -1.2), 0.11, m.metal((0.6, 0.6, 0.6), "pipe"))


def before_sunrise() -> None:
    """Draw Electron on its headland pad, iced, before sunrise; the eye looks away from the Sun, over the sea."""
    eye = (5.0, -35.5)
    places.mahia(eye)
    pads.apron(22.0, hole=(2.6, 7.0), deep=5)
    at = Assembly().sub((0, 0, 1.5), z=-28)
    _mount(at)
    _strongback(at)
    electron(at.sub((0, 0, 0.3)))
    for x, y, turn, tint, name in (
        (4.6, -10.6, 118, (0.85, 0.32, 0.05), "orange"),
        (5.6, -10.0, 150, (0.6, 0.62, 0.1), "lime"),
        (-5.4, -3.0, 30, (0.85, 0.32, 0.05), "orange"),
    ):
        pads.worker(Assembly().sub((x, y, 0), z=turn), tint, name, point=turn == 150)
    for side in (-1, 1):
        pads.fence(Assembly(), [(side * 2.2, -4.2, 0), (side * 2.2, 4.2, 0)])
    tank = Assembly().sub((-11.0, 9.0, 1.9), y=90)
    tank.lathe(
        [(0.0, -3.8), (0.9, -3.5), (1.3, -2.8), (1.3, 2.8), (0.9, 3.5), (0.0, 3.8)],
        rockets.skin(name="store"),
        sides=64,
    )
    for x in (-13.0, -9.0):
        Assembly().box((0.5, 2.2, 1.4), (x, 9.0, 0.6), m.paint((0.2, 0.2, 0.21), "cradle"), bevel=0.03)
    for x, y, high in ((13.5, 12.0, 9.0), (-15.0, 16.0, 9.0)):
        half = Assembly(Assembly().sub((x, y, 0)).frame @ Matrix.Scale(0.45, 4))
        pads.mast(half, high / 0.45, (0, 0, 6), lamps=3, strength=16.0)
    for x, y in ((-7.5, 5.0), (8.5, 7.0)):
        Assembly().tube((x, y, 0), (x, y, 20.5), 0.16, m.metal(), end_radius=0.03)
    service.lit([((14, -22, 7), (0, 0, 5), 4.4), ((15, -24, 7), (0, 0, 14), 5.0)], cone=40, size=0.4)
    service.lit([((-15, 14, 10), (0, 0, 10), 8.0), ((7, 20, 22), (0, 0, 14), 9.0)], cone=50, size=0.4)
    service.lit([((-14, -18, 6), (-2, 0, 7), 1.6), ((0, 1, -3), (0, 0, 2), 3.0)], cone=90, colour=service.SODIUM)
    stage.look((*eye, 3.0), (1.2, 0.0, 3.0), 54, shift=0.176)


PLATES = {"electron-night": (before_sunrise, 16, 0.0)}
PROFILES = {"electron": (electron, 0)}
