"""Chang'e 3 in Mare Imbrium: Yutu just off the ramp, the lander behind it.

Read: a lander of 1,200 kg with an astronomical telescope and a camera for extreme ultraviolet light (Gunter's Space
Page, Chang'e 3, 4); the rover drove off a ramp lowered from the lander, cameras and antenna on its mast, spectrometers
on an arm at its front, six wheels on rockers and bogies, solar panels (Space.com, 2013); Yutu about 1.5 m tall
(worldspaceclub.com), 1.5 m long and 1.0 m high without its mast (Wikipedia, Chang'e 3). The lander is not dimensioned
there: it is that of Chang'e 4, whose file says how it was estimated. The Earth stands lower than the 43 degrees it
would have at 44 N 19.5 W, to be in the picture.
"""

from __future__ import annotations

from kit import blankets, stage, yutu
from kit import materials as m
from kit.assembly import Assembly
from kit.ground import Ground, Level

from subjects import change_4

TOP = change_4.DECK + 0.045


def telescopes(at: Assembly) -> None:
    """Set the telescope's box and the ultraviolet camera, turned up to the Earth, on the deck."""
    at.box((0.4, 0.34, 0.3), (-0.35, -0.72, TOP + 0.15), blankets.mli(m.SILVER, "silver", 0.2))
    at.lathe([(0.1, 0.0), (0.1, 0.16), (0.085, 0.16)], m.black(), at=(-0.35, -0.72, TOP + 0.3), sides=28)
    fork = at.sub((-0.4, 0.7, TOP))
    for y in (-0.15, 0.15):
        fork.box((0.08, 0.03, 0.42), (0, y, 0.21), m.metal(), bevel=0.006)
    barrel = fork.facing((0, 0, 0.4), (0.62, 0.2, 0.75))
    barrel.box((0.24, 0.24, 0.3), (0, 0, -0.05), blankets.mli(m.GOLD, "box", 0.14), bevel=0.02)
    barrel.lathe([(0.1, 0.08), (0.1, 0.26), (0.12, 0.3), (0.09, 0.28)], m.paint(), sides=32)


def lander(at: Assembly, ground: yutu.Soil) -> None:
    """Build the lander of Chang'e 3."""
    change_4.base(at, ground)
    telescopes(at)


def imbrium() -> None:
    """Draw the rover's first metres from low before it, the Earth over the mare."""
    spot = (4.75, -0.05)
    ground = Ground(
        41,
        dents=[*change_4.pads(), *yutu.ruts([(3.55, 0.0), (4.2, 0.0), spot])],
        placed=[(9.0, -6.0, 1.6), (-5.0, -8.5, 2.4), (5.7, 1.2, 0.22)],
        hills=14,
        level=16,
    )
    at = Assembly()
    lander(at, ground)
    yutu.rover(at.sub((*spot, ground.height(*spot)), z=4), ground, tilt=(-36.0, -5.0))
    view = stage.look((7.9, 3.55, 0.9), (1.74, -0.72, 1.62), 61)
    stage.sun(12, 15, 15.0)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.4, count=520, spread=30, largest=0.4)
    stage.earth(view, -12.0, 15.5, 2.4)


def profile(at: Assembly) -> None:
    """Stand the lander alone, the ramp down."""
    lander(at, Level())


def profile_rover(at: Assembly) -> None:
    """Stand Yutu alone."""
    yutu.rover(at, Level())


PLATES = {"change-3-imbrium": (imbrium, 8, 0.0)}
PROFILES = {"change-3": (profile, -62.0), "change-3--rover": (profile_rover, -24.0)}
