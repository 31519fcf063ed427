"""Lunar Prospector: a spinning drum of cells with three booms, over the Moon's south pole.

Read: a graphite-epoxy drum 1.37 m across and 1.28 m high, three radial booms of 2.5 m, an extension of 1.1 m with the
magnetometer, six thrusters (two aft, two forward, two tangential), cells on the body, a slotted medium-gain antenna
and an omnidirectional one (NASA Ames, lunar.arc.nasa.gov; PDS, lphost.cat); gamma rays on one boom, neutrons and alpha
particles on the second, magnetometer and electron reflectometer on the third, 120 degrees apart (PDS;
forallmoonkind.org). The antennas' and instruments' sizes and the lattice of the booms are estimated from descriptions
of published pictures.
"""

from __future__ import annotations

import math

from kit import arrays, parts, pole, stage, stations
from kit import materials as m
from kit.assembly import Assembly, Material, pose
from kit.blankets import mli

RADIUS, TALL = 0.685, 1.28
BOOM, EXTENSION = 2.5, 1.1


def spacecraft(at: Assembly) -> None:
    """Build it: the spin axis along z, the antennas up, the booms from the drum's middle at 0, 120 and 240 degrees."""
    drum(at)
    antennas(at)
    for k, fit in enumerate((_gamma, _neutron, _fields)):
        boom = at.sub((0, 0, 0), z=120.0 * k)
        boom.box((0.1, 0.2, 0.2), (RADIUS + 0.03, 0, 0), m.metal((0.35, 0.35, 0.36), "dark"), bevel=0.02)
        arrays.mast(boom, (RADIUS + 0.06, RADIUS + BOOM), 0.055)
        boom.tube((RADIUS + 0.06, 0, 0.03), (RADIUS + BOOM, 0, 0.0), 0.011, m.black("cable"), sides=8)
        fit(boom.sub((RADIUS + BOOM, 0, 0)))


def _cells() -> Material:
    blue = ((0.006, 0.010, 0.032), (0.014, 0.022, 0.062))
    return stations.tiled("prospector", 108, 25, tones=blue, line=(0.34, 0.34, 0.33), gap=0.045, rough=0.18)


def drum(at: Assembly) -> None:
    """Build the drum: three belts of cells between black bands, lids under foil, thrusters on the rims."""
    half = TALL / 2
    at.lathe([(RADIUS - 0.008, -half), (RADIUS - 0.008, half)], m.paint((0.05, 0.05, 0.052), "epoxy", 0.5), sides=96)
    for low, high in ((-half + 0.05, -0.17), (0.17, half - 0.05)):
        at.lathe([(RADIUS, low), (RADIUS, high)], _cells(), sides=96)
    for k in range(9):
        if k % 3:
            at.sub((0, 0, 0), z=40.0 * k + 20).box(
                (0.02, 0.36, 0.24), (RADIUS - 0.012, 0, 0), arrays.cells(8, 6, "belt")
            )
    gold, silver = mli((0.75, 0.45, 0.13), "prospector-lid", 0.16, 0.32), m.metal()
    for side in (-1, 1):
        at.lathe(
            [(RADIUS - 0.012, side * half), (0.3, side * (half + 0.03)), (0.0, side * (half + 0.032))], gold, sides=72
        )
        at.ring(RADIUS - 0.005, 0.016, (0, 0, side * half), silver)
    at.lathe([(0.47, -half - 0.1), (0.47, -half - 0.01)], silver, sides=64)
    for k in range(24):
        a = math.radians(15 * k)
        at.lathe([(0.012, 0), (0.0, 0.014)], silver, at=(0.5 * math.cos(a), 0.5 * math.sin(a), half + 0.02), sides=8)
    for bearing in (60, 240):
        for side in (-1, 1):
            nozzle = at.sub((0, 0, 0), z=bearing + 12 * side)
            parts.thruster(nozzle.facing((0.56, 0, side * (half + 0.06)), (0, 0, side)), 0.045)
        parts.thruster(at.sub((0, 0, 0), z=bearing).facing((RADIUS + 0.05, 0, 0.0), (0, 1, 0)), 0.045)
        at.sub((0, 0, 0), z=bearing).box((0.08, 0.1, 0.08), (RADIUS + 0.03, -0.05, 0), silver, bevel=0.01)


def antennas(at: Assembly) -> None:
    """Stand the slotted antenna and the small omnidirectional one on the upper lid."""
    base = TALL / 2 + 0.03
    white, dark = m.paint((0.8, 0.8, 0.79), "radome", 0.4), m.metal((0.35, 0.35, 0.36), "dark")
    at.lathe([(0.16, base), (0.12, base + 0.12), (0.12, base + 0.16)], dark, sides=40)
    at.lathe([(0.115, base + 0.16), (0.115, base + 0.62), (0.09, base + 0.64)], white, sides=40)
    for k in range(8):
        for z in (0.25, 0.36, 0.47, 0.56):
            slot = at.sub((0, 0, base + z), z=45.0 * k + (22 if z in (0.36, 0.56) else 0))
            slot.box((0.01, 0.05, 0.018), (0.114, 0, 0), m.black(), bevel=0.0)
    at.lathe([(0.045, base + 0.64), (0.04, base + 0.86), (0.06, base + 0.9), (0.0, base + 0.98)], white, sides=32)


def _gamma(at: Assembly) -> None:
    """Fit the gamma-ray spectrometer: a wrapped can across the boom's end."""
    wrap = mli((0.7, 0.69, 0.66), "prospector-can", 0.1, 0.36)
    at.lathe([(0.0, -0.3), (0.12, -0.28), (0.13, 0.22), (0.09, 0.3), (0.0, 0.31)], wrap, sides=40)
    at.ring(0.13, 0.012, (0, 0, 0.05), m.metal())


def _neutron(at: Assembly) -> None:
    """Fit the neutron tubes and the box of the alpha-particle spectrometer with its windows."""
    at.box((0.22, 0.2, 0.24), (0.05, 0, 0), m.foil(m.GOLD, 0.08, 0.012, "aps"), bevel=0.02)
    for side in (-1, 1):
        at.lathe([(0.06, 0.0), (0.06, 0.012), (0.0, 0.014)], m.black(), at=(0.05, 0, 0.12), sides=24)
        at.sub((0.2, side * 0.08, 0), y=90).lathe(
            [(0.045, 0.0), (0.045, 0.3), (0.02, 0.33)], m.metal((0.8, 0.8, 0.8), "polished", 0.22), sides=28
        )


def _fields(at: Assembly) -> None:
    """Fit the electron reflectometer, and beyond it the magnetometer on its thin extension."""
    at.lathe([(0.1, -0.12), (0.12, 0.0), (0.1, 0.12)], m.black(), sides=36)
    at.lathe([(0.126, -0.02), (0.126, 0.02)], m.metal(), sides=36)
    arrays.mast(at, (0.1, EXTENSION), 0.03)
    at.box((0.14, 0.11, 0.11), (EXTENSION + 0.05, 0, 0), m.cloth((0.76, 0.75, 0.72), "mag"), bevel=0.03)


def spinning() -> None:
    """Draw it from above its antennas, the cratered ground about the pole below."""
    view = stage.look((0.9, -7.6, 4.3), (-0.62, 0.0, -0.1), 52)
    ground = pole.below(view, altitude=100, over=(-84.5, -170.0), heading=10, drop=-8.5, lean=8, seed=21)
    light = ground.sun(-102, 13)
    stage.sun(*light, 15.0, fill=0.025)
    spacecraft(Assembly(pose((0.16, -0.30, 0.94), (0.86, -0.52, -0.30))))


def profile(at: Assembly) -> None:
    """Build it alone, on its adapter's ring."""
    spacecraft(at.sub((0, 0, TALL / 2 + 0.136)))


PLATES = {"lunar-prospector-spinning": (spinning, 8, 0.15)}
PROFILES = {"lunar-prospector": (profile, 30)}
