"""Orion: crew module, adapter, European service module and its X of four wings.

Read: wings of 7,375 mm, each of three panels of 2,130 x 1,920 mm, swivelling 35 degrees back and 25 degrees forward
(ESA, "Power", 30 November 2015); arrays span 19 m, service module a little over 5 m in diameter and 4 m high (ESA on
Flickr, "Orion Service Module"), its main body 2 m of them, the rest engine (Spaceflight Insider, November 2018);
33 engines: one main engine, eight of 490 N fixed at the bottom, 24 small ones in six pods (ESA, Orion2, 2015); crew
module 5.03 m (16.5 ft) across and 3.3 m high (Space Foundation; parkingday.org). The slope of the cone, windows,
radiators, tank domes and the bell's size are estimated from descriptions of published pictures.
"""

from __future__ import annotations

import math

from kit import arrays, earth, parts, stage, stations
from kit import materials as m
from kit.assembly import Assembly, Material
from kit.blankets import mli

RADIUS, HEIGHT = 2.515, 3.3
WING, PANEL, PANEL_WIDE = 7.375, 2.13, 1.92
SPAN = 19.0
BODY = 2.05
CMA, TAIL = -0.85, -2.95
BELL = -4.55
"""Heights along the axis: the seam of crew module and adapter is 0, the nose up."""
SLOPE = math.tan(math.radians(32.5))
ROOT = -2.35


def tiles() -> Material:
    """Make the back shell's silvery tiles."""
    return stations.tiled("orion", 44, 3.4, tones=((0.47, 0.47, 0.465), (0.60, 0.60, 0.59)), metallic=0.55, rough=0.36)


def spacecraft(at: Assembly, *, face: float = 180.0, swing: float = 0.0, lit: bool = False) -> None:
    """Build it along z, nose up; the cells look `face` degrees from the nose, the wings `swing` to the tail."""
    crew_module(at, lit=lit)
    _adapter(at)
    service_module(at)
    front = arrays.cells(17, 24, "orion")
    back = m.paint((0.30, 0.30, 0.30), "orion-wing-back", 0.55)
    for k in range(4):
        arm = at.sub((0, 0, ROOT), z=45.0 + 90.0 * k)
        root = SPAN / 2 - WING
        arm.tube((root - 0.4, 0, 0), (root, 0, 0), 0.16, m.metal())
        arm.lathe([(0.19, -0.22), (0.19, 0.22)], m.metal((0.35, 0.35, 0.36), "dark"), at=(root, 0, 0))
        wing = arm.sub((root, 0, 0), y=swing).sub((0, 0, 0), x=face)
        yoke = WING - 3 * PANEL - 0.12
        arrays.panels(wing, 3, PANEL, PANEL_WIDE, front=front, back=back, yoke=yoke, gap=0.06)
        parts.camera(wing.facing((WING - 0.06, 0.5, 0.07), (-1, 0, 0)), 0.11)


def crew_module(at: Assembly, *, lit: bool = False) -> None:
    """Build the crew module: tiled cone, forward bay, docking ring, windows, hatch, thruster ports."""
    top = 0.32 + (RADIUS - 0.98) / SLOPE
    at.lathe([(2.35, 0.0), (2.49, 0.1), (RADIUS, 0.22), (RADIUS - 0.02, 0.32), (0.98, top)], tiles(), sides=128)
    at.lathe([(0.985, top - 0.01), (0.95, top + 0.06), (0.76, top + 0.2)], m.paint((0.3, 0.3, 0.3), "bay"), sides=64)
    ring = m.metal((0.72, 0.72, 0.72), "dock", 0.3)
    at.lathe([(0.72, top + 0.1), (0.72, HEIGHT - 0.1), (0.8, HEIGHT - 0.06), (0.8, HEIGHT), (0.62, HEIGHT)], ring)
    at.lathe([(0.62, HEIGHT - 0.02), (0.0, HEIGHT - 0.12)], m.black(), sides=48)
    for k in range(3):
        petal = at.sub((0, 0, 0), z=120.0 * k)
        petal.box((0.04, 0.36, 0.16), (0.62, 0, HEIGHT + 0.07), ring, top=0.7)
    for bearing, low, high, wide in (
        (-27, 1.05, 1.62, 0.46),
        (27, 1.05, 1.62, 0.46),
        (-62, 1.0, 1.42, 0.42),
        (62, 1.0, 1.42, 0.42),
    ):
        _window(at, bearing, (low + high) / 2, wide, high - low, lit=lit)
    hatch = _on_cone(at, 0.0, 0.98)
    hatch.box((0.72, 1.02, 0.03), (0, -0.05, 0.0), m.paint((0.5, 0.5, 0.49), "hatch", 0.4), bevel=0.02)
    hatch.lathe([(0.17, 0.0), (0.17, 0.03), (0.13, 0.035)], m.metal(), at=(0, 0.18, 0.0), sides=28)
    hatch.lathe([(0.13, 0.03), (0.0, 0.04)], _pane(lit), at=(0, 0.18, 0.0), sides=28)
    for bearing in (45, 135, 225, 315):
        for z in (0.62, 2.3):
            port = _on_cone(at, bearing + (8 if z > 2 else 0), z)
            port.box((0.34, 0.22, 0.03), (0, 0, 0), m.black(), bevel=0.02)
            for x in (-0.08, 0.08):
                port.lathe([(0.06, 0.01), (0.045, 0.03)], m.nozzle(), at=(x, 0, 0), sides=18)


def _on_cone(at: Assembly, bearing: float, z: float) -> Assembly:
    """Give a frame on the cone: z outwards, y up the slope."""
    r = RADIUS - (z - 0.32) * SLOPE
    return at.sub((0, 0, 0), z=bearing).sub((r, 0, z), y=90 - 32.5).sub((0, 0, 0), z=90)


def _pane(lit: bool) -> Material:
    if not lit:
        return m.glass()

    def make(n: m._Nodes) -> None:
        n.set(Base_Color=(0.02, 0.02, 0.02), Roughness=0.1, Emission_Color=(1.0, 0.78, 0.48), Emission_Strength=1.6)

    return m._once("lit-pane", make)


def _window(at: Assembly, bearing: float, z: float, wide: float, high: float, *, lit: bool) -> None:
    frame = _on_cone(at, bearing, z)
    frame.box((wide + 0.14, high + 0.14, 0.035), (0, 0, 0), m.metal((0.3, 0.3, 0.31), "frame", 0.4), bevel=0.05)
    frame.box((wide, high, 0.03), (0, 0, 0.012), _pane(lit), bevel=0.04)


def _adapter(at: Assembly) -> None:
    """Build the crew module adapter with its seams, antennas, trackers and the umbilical's cover."""
    white = m.paint((0.74, 0.74, 0.73), "cma", 0.4)
    at.lathe([(2.3, CMA), (2.42, CMA + 0.1), (2.47, -0.06), (2.38, 0.0)], white, sides=96, smooth=20)
    for z in (CMA + 0.1, -0.08):
        at.ring(2.45 if z > -0.2 else 2.43, 0.018, (0, 0, z), m.metal((0.3, 0.3, 0.31), "seam"))
    for k in range(18):
        panel = at.sub((0, 0, 0), z=20.0 * k + 6)
        panel.box((0.02, 0.62 if k % 3 else 0.4, 0.46), (2.452, 0, -0.42), white, bevel=0.01)
        if k % 6 == 1:
            panel.box((0.05, 0.34, 0.34), (2.47, 0, -0.42), m.paint((0.35, 0.35, 0.36), "antenna"), bevel=0.02)
    cover = at.sub((0, 0, 0), z=152)
    cover.box((0.16, 0.62, 1.35), (2.45, 0, 0.05), white, bevel=0.06, top=0.75)
    for bearing in (70, 84):
        parts.camera(
            at.facing(
                (2.5 * math.cos(math.radians(bearing)), 2.5 * math.sin(math.radians(bearing)), -0.2),
                (math.cos(math.radians(bearing)), math.sin(math.radians(bearing)), 0.3),
            ),
            0.16,
        )


def service_module(at: Assembly) -> None:
    """Build the service module: radiators about its upper half, blanketed tail, tank domes, pods and engines."""
    at.lathe([(BODY, TAIL), (BODY, CMA + 0.02)], m.paint((0.16, 0.16, 0.165), "esm-core"), sides=72)
    _radiators(at)
    silver = mli((0.62, 0.60, 0.56), "esm-tail", 0.3, 0.38)
    at.lathe([(BODY + 0.05, ROOT + 0.42), (BODY + 0.08, ROOT - 0.35), (1.9, TAIL - 0.05), (0.0, TAIL - 0.1)], silver)
    for k in range(4):
        a = math.radians(90 * k)
        at.ball(0.62, (1.12 * math.cos(a), 1.12 * math.sin(a), TAIL - 0.02), silver, squash=0.62)
    _engines(at)
    for k in range(6):
        _pod(at.sub((0, 0, 0), z=60.0 * k + 15))
    for k in range(4):
        hold = at.sub((0, 0, 0), z=90.0 * k)
        hold.tube((BODY + 0.08, -0.5, ROOT - 0.1), (BODY + 0.08, 0.5, ROOT - 0.1), 0.035, m.metal())
        hold.box((0.12, 0.34, 0.42), (BODY + 0.1, 0.1, ROOT + 0.15), m.cloth((0.7, 0.69, 0.66), "unit"), bevel=0.04)


def _radiators(at: Assembly) -> None:
    """Hang twelve white radiators with narrow gaps about the body, tubes showing as ridges."""
    white = m.paint((0.80, 0.80, 0.79), "esm-radiator", 0.3)
    low, high = ROOT + 0.5, CMA - 0.06
    for k in range(12):
        panel = at.sub((0, 0, 0), z=30.0 * k)
        panel.box((0.05, 1.13, high - low), (BODY + 0.16, 0, (low + high) / 2), white, bevel=0.012)
        for row in range(5):
            z = low + (high - low) * (row + 0.5) / 5
            panel.box((0.012, 1.08, 0.02), (BODY + 0.19, 0, z), white, bevel=0.0)
        for side in (-0.5, 0.5):
            for z in (low + 0.06, high - 0.06):
                panel.tube((BODY + 0.17, side, z), (BODY + 0.2, side, z), 0.022, m.metal(), sides=10)
    at.ring(BODY + 0.14, 0.05, (0, 0, high + 0.03), m.metal())
    at.ring(BODY + 0.14, 0.04, (0, 0, low - 0.04), m.metal())


def _engines(at: Assembly) -> None:
    """Hang the shuttle's orbital engine in the middle and four pairs of auxiliary engines about it."""
    dark = m.metal((0.35, 0.35, 0.36), "dark")
    at.lathe([(0.55, TAIL - 0.12), (0.34, TAIL - 0.34)], mli((0.62, 0.60, 0.56), "esm-tail", 0.3, 0.38), sides=40)
    parts.bell(at.sub((0, 0, TAIL - 0.3)), 0.14, 0.56, TAIL - 0.3 - BELL)
    for z, r in ((-0.62, 0.41), (-0.95, 0.5)):
        at.ring(r, 0.014, (0, 0, TAIL - 0.3 + z), m.nozzle())
    for k in range(4):
        pair = at.sub((0, 0, 0), z=90.0 * k + 45)
        pair.box((0.3, 0.72, 0.16), (1.42, 0, TAIL - 0.06), dark, bevel=0.03)
        for side in (-0.2, 0.2):
            parts.bell(pair.sub((1.42, side, TAIL - 0.12), y=-8), 0.035, 0.15, 0.36)


def _pod(at: Assembly) -> None:
    """Set a pod of four thrusters on the body's lower edge."""
    at.box((0.22, 0.5, 0.3), (BODY + 0.16, 0, ROOT - 0.28), m.cloth((0.72, 0.71, 0.69), "pod"), bevel=0.05)
    for side, lift in ((-0.16, 0.07), (0.16, 0.07), (-0.16, -0.08), (0.16, -0.08)):
        towards = (0.45, math.copysign(0.9, side), 0.0) if lift > 0 else (0.55, 0.0, -0.8)
        parts.thruster(at.facing((BODY + 0.3, side, ROOT - 0.28 + lift), towards), 0.075)


def departure() -> None:
    """Draw it leaving the Earth: the crew module towards us, cells turned to a low Sun."""
    at = Assembly().facing((0, 0, 0), (-0.84, -0.36, 0.24)).sub((0, 0, 0), z=8)
    spacecraft(at, face=0.0, swing=8)
    view = stage.look((2.0, -33.0, 4.0), (0.9, 0.0, -0.95), 48)
    light = (-130.0, 42.0)
    stage.sun(*light, 11.0, fill=0.012)
    earth.below(view, light, altitude=6000, drop=5, lean=24, turn=(20, 60, 10))


def profile(at: Assembly) -> None:
    """Build it alone, standing on its engine's bell."""
    spacecraft(at.sub((0, 0, -BELL + 0.02)), face=90.0)


PLATES = {"orion-departure": (departure, 8, 0.0)}
PROFILES = {"orion": (profile, 45)}
