"""Lunar Trailblazer as it was meant to fly: its two instruments on the shadowed ground near the pole.

Read: 200 kg, 3.5 m wide with its arrays open (NASA photojournal PIA25836; IPAC, Caltech), the size of a dishwasher
(crackittoday.com), two wings (vcpnewz.com), the volume of an ESPA Grande port, chemical propulsion (Caltech,
18 August 2020), both instruments looking down at the Moon, the thermal mapper also to space (Caltech, 2 October 2020).
The body is drawn at 0.9 m; wings of two panels, the instruments' hoods and radiators are estimated from descriptions
of published pictures.
"""

from __future__ import annotations

from typing import Final

from kit import arrays, parts, pole, stage
from kit import materials as m
from kit.assembly import Assembly, octagon, pose
from kit.blankets import mli
from mathutils import Vector

SPAN = 3.5
BODY: Final = (0.82, 0.78, 0.92)
PANEL: Final = (0.56, 1.0)


def spacecraft(at: Assembly, sun: Vector | None = None) -> None:
    """Build it: instruments towards -z, engines +z, wings along x."""
    body(at)
    volatiles(at.sub((0.1, -BODY[1] / 2, -0.1)))
    thermal(at.sub((-0.2, 0.12, -BODY[2] / 2), x=180))
    for side in (0, 180):
        root = at.sub((0, 0, 0.1), z=side).sub((BODY[0] / 2, 0, 0))
        root.lathe([(0.05, -0.07), (0.05, 0.07)], m.metal((0.35, 0.35, 0.36), "dark"), at=(0.03, 0, 0), sides=28)
        wing = arrays.turned(root.sub((0.04, 0, 0)), sun)
        yoke = SPAN / 2 - BODY[0] / 2 - 2 * PANEL[0] - 0.07
        arrays.panels(wing, 2, *PANEL, front=arrays.cells(8, 14, "trailblazer"), yoke=yoke, gap=0.025, thick=0.02)


def body(at: Assembly) -> None:
    """Build the body: black blankets, silver panels, separation ring and engines on top."""
    x, y, z = BODY
    dark = mli((0.10, 0.10, 0.105), "trailblazer-black", 0.14, 0.4)
    silver = mli((0.66, 0.65, 0.62), "trailblazer-silver", 0.12, 0.38)
    at.prism(octagon(x, y, 0.1), -z / 2, z / 2, dark, bevel=0.015)
    for low in (-z / 2 - 0.015, z / 2 - 0.01):
        at.prism(octagon(x + 0.03, y + 0.03, 0.11), low, low + 0.025, m.metal(), bevel=0.004)
    for side in (-1, 1):
        at.box((0.5, 0.03, 0.34), (-0.05, side * (y / 2 + 0.005), 0.22), silver, bevel=0.02)
        at.box((0.03, 0.46, 0.5), (side * (x / 2 + 0.004), 0, -0.18), silver, bevel=0.02)
    top = z / 2 + 0.01
    at.lathe(
        [(0.30, top), (0.30, top + 0.07), (0.27, top + 0.07), (0.27, top)], m.metal((0.7, 0.7, 0.7), "sep"), sides=56
    )
    for k in range(4):
        spot = (0.12 if k % 2 else -0.12, 0.12 if k < 2 else -0.12, top + 0.02)
        parts.bell(at.sub(spot, x=180), 0.02, 0.06, 0.13)
        corner = at.sub((0.36 if k % 2 else -0.36, 0.34 if k < 2 else -0.34, top + 0.02), z=45)
        corner.box((0.07, 0.07, 0.05), (0, 0, 0), m.metal(), bevel=0.008)
        parts.thruster(corner.facing((0, 0, 0.03), (0.3, 0, 1)), 0.02)
    for k in (-1, 1):
        tracker = at.facing((0.3 * k, 0.4, 0.3), (0.4 * k, 1.0, 0.4))
        tracker.lathe([(0.04, -0.05), (0.04, 0.06), (0.07, 0.15), (0.065, 0.15), (0.035, 0.06)], m.black(), sides=28)
    parts.dish(at.facing((-0.28, -0.43, 0.36), (-0.3, -1.0, 0.4)), 0.11, feed=False)
    at.tube((0.25, 0.2, top), (0.25, 0.2, top + 0.2), 0.008, m.metal(), sides=10)


def volatiles(at: Assembly) -> None:
    """Mount the spectrometer on the front: its housing, the opening downwards, the tilted radiator with its shield."""
    gold = mli((0.74, 0.45, 0.14), "hvm", 0.1, 0.34)
    at.box((0.46, 0.26, 0.5), (0, -0.13, -0.14), gold, bevel=0.03)
    mouth = at.sub((0.02, -0.13, -0.39), x=180)
    mouth.box((0.26, 0.16, 0.1), (0, 0, 0.04), m.black(), bevel=0.01)
    mouth.box((0.2, 0.11, 0.02), (0, 0, 0.09), m.glass(), bevel=0.004)
    shield = at.sub((0.0, -0.27, 0.0), x=62)
    shield.box((0.52, 0.46, 0.02), (0, 0.0, 0.0), m.metal((0.8, 0.8, 0.8), "shield", 0.14), bevel=0.004)
    shield.box((0.42, 0.36, 0.03), (0, 0.0, 0.03), m.paint((0.84, 0.84, 0.83), "hvm-radiator", 0.3), bevel=0.006)
    for side in (-1, 1):
        shield.box((0.015, 0.46, 0.14), (side * 0.26, 0, 0.07), m.metal((0.8, 0.8, 0.8), "shield", 0.14), bevel=0.003)


def thermal(at: Assembly) -> None:
    """Mount the thermal mapper on the lower face: a box with a scanning mirror in a hood."""
    at.box((0.3, 0.36, 0.2), (0, 0, 0.1), m.metal((0.62, 0.62, 0.60), "ltm", 0.3), bevel=0.012)
    hood = at.sub((0.0, 0.22, 0.12), x=-90)
    hood.lathe([(0.09, -0.04), (0.09, 0.1), (0.075, 0.1), (0.07, 0.0)], m.black(), sides=36)
    at.lathe([(0.075, 0.2), (0.075, 0.3), (0.06, 0.3), (0.055, 0.22)], m.black(), at=(0.02, -0.08, 0), sides=36)


def over_shadow() -> None:
    """Draw it over the pole at the edge of night, its instruments to the ground."""
    view = stage.look((1.3, -4.7, 0.15), (0.0, 0.0, -0.02), 48)
    ground = pole.below(view, altitude=70, over=(-84.0, 95.0), heading=258, drop=-3.0, lean=12, seed=52)
    light = ground.sun(-98, 6)
    stage.sun(*light, 15.0, fill=0.03)
    at = Assembly(pose(ground.up + ground.ahead * 0.55, (0.93, -0.34, -0.14))).sub((0, 0, 0.05))
    spacecraft(at, arrays.sunward(*light) * 0.5 + Vector((0.3, -1.0, 0.7)))


def profile(at: Assembly) -> None:
    """Build it alone, its instruments on the ground."""
    spacecraft(at.sub((0, 0, 0.8)), Vector((0, -1, 0)))


PLATES = {"lunar-trailblazer-shadow": (over_shadow, 8, 0.15)}
PROFILES = {"lunar-trailblazer": (profile, 0)}
