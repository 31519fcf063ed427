"""Luna-26 in its polar orbit.

Read: 2,100 kg (nextspaceflight.com, Luna-26); a radar that sounds below the surface, spectrometers, a stereo television
system, a plasma suite, the task of a relay for landers (ferra.ru, 21 October 2025; tass.ru of the same day); thirteen
instruments, a meteoroid sensor among them (estaterule.ru on a talk of Evgeny Slyuta, undated); a model of an earlier
design was shown (Wikipedia, Luna 26). The flight craft is not shown or dimensioned there: body, wings, dish and the
dipoles of the radar are estimated as such a mass and such tasks ask for them.
"""

from __future__ import annotations

import math

from kit import arrays, fittings, moon, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.luna import Platform, round_at, tanks

STAGE = Platform(frame=1.02, low=-1.5, deck=-0.62, feet=0.0, tank=0.4, tall=0.0, pad=0.0, bar=0.0)
BODY, TOP, DIPOLE = 0.92, 0.86, 5.2


def orbiter(at: Assembly) -> None:
    """Build the orbiter: the side with the instruments up (+z), the engine down, wings along y."""
    _propulsion(at)
    gold = fittings.mylar(m.GOLD, 0.2, 0.016, "orbiter")
    at.lathe([(BODY, -0.55), (BODY, TOP)], gold, sides=6)
    at.lathe(
        [(BODY + 0.05, TOP), (BODY + 0.05, TOP + 0.045)], m.paint((0.72, 0.72, 0.71), "deck"), sides=6, bevel=0.008
    )
    at.lathe([(BODY + 0.05, -0.6), (BODY + 0.05, -0.54)], m.metal(fittings.DARK, "dark"), sides=6)
    for k in range(6):
        at.tube((*round_at(BODY, 60 * k), -0.55), (*round_at(BODY, 60 * k), TOP), 0.026, m.metal())
    for a in (30, 150, 210, 330):
        x, y = round_at(BODY * 0.866 + 0.03, a)
        fittings.radiator(at.facing((x, y, 0.2), (x, y, 0)), 0.76, 1.05, columns=5, rows=8)
    cells = arrays.cells(8, 12, "orbiter", line=(0.13, 0.13, 0.13))
    for side in (-1, 1):
        root = at.sub((0, side * 0.8, 0.1), z=90 * side).sub((0, 0, 0), x=-72 * side)
        arrays.panels(root, 3, 1.25, 1.9, front=cells, yoke=0.75)
        at.lathe([(0.12, -0.06), (0.12, 0.06)], m.metal(), at=(0, side * 0.84, 0.1), sides=24)
    _instruments(at)
    _radio(at)


def _propulsion(at: Assembly) -> None:
    bar = m.metal((0.68, 0.68, 0.69), "tube", 0.3)
    tanks(at, STAGE, fittings.mylar(m.SILVER, 0.16, 0.014, "orbiter-tank"))
    for z in (STAGE.low, STAGE.deck):
        at.ring(STAGE.frame, 0.032, (0, 0, z), bar)
    for k in range(8):
        for d in (-20, 20):
            low = (*round_at(STAGE.frame, 45 * k + d), STAGE.low)
            at.tube(low, (*round_at(STAGE.frame, 45 * k), STAGE.deck), 0.018, bar, sides=12)
    at.lathe([(0.5, STAGE.low - 0.14), (0.62, STAGE.low), (0.62, STAGE.low + 0.1)], m.foil(m.COPPER, 0.1, 0.02, "keel"))
    parts.bell(at.sub((0, 0, STAGE.low - 0.1)), 0.07, 0.26, 0.46)
    for k in range(4):
        parts.quad(at.sub((*round_at(1.08, 45 + 90 * k), STAGE.low + 0.05), z=45), 0.045)
        parts.quad(at.sub((*round_at(1.08, 45 + 90 * k), -0.56), z=45), 0.04)


def _instruments(at: Assembly) -> None:
    """Crowd the deck that looks at the Moon: stereo camera, spectrometers, neutron detector, sensors."""
    top = TOP + 0.045
    white, grey = m.paint((0.78, 0.78, 0.76), "unit"), m.metal(fittings.DARK, "dark")
    for side in (-1, 1):
        eye = at.facing((0.34, side * 0.2, top + 0.18), (0.0, side * 0.36, 1))
        eye.lathe([(0.11, -0.16), (0.11, 0.16), (0.13, 0.18), (0.13, 0.4), (0.11, 0.4), (0.1, 0.2)], white, sides=36)
        eye.lathe([(0.1, 0.16), (0.0, 0.2)], m.glass(), sides=36)
    at.box((0.4, 0.62, 0.14), (0.34, 0, top + 0.07), m.metal(), bevel=0.02)
    at.box((0.36, 0.3, 0.34), (-0.3, 0.4, top + 0.17), m.black(), bevel=0.02)
    at.box((0.3, 0.36, 0.26), (-0.34, -0.38, top + 0.13), white, bevel=0.02)
    at.lathe([(0.17, top), (0.17, top + 0.4), (0.13, top + 0.4), (0.13, top + 0.2)], grey, at=(-0.3, 0.0, 0), sides=40)
    fittings.optics(at.facing((0.02, -0.5, top + 0.2), (0, 0, 1)), 0.2)
    fittings.optics(at.facing((0.0, 0.52, top + 0.16), (0, 0.2, 1)), 0.16, lenses=2)
    at.box((0.34, 0.34, 0.05), (0.66, 0.0, top + 0.1), m.paint((0.3, 0.28, 0.24), "sensor"), bevel=0.01)
    for a in (0, 60, 200, 300):
        x, y = round_at(0.8, a)
        fittings.cable(
            at, [(x * 0.5, y * 0.5, top + 0.03), (x * 0.95, y * 0.95, top + 0.04), (x * 1.18, y * 1.14, 0.6)]
        )
    boom = at.facing((-0.8, -0.4, 0.7), (-1, -0.5, 0.3))
    boom.tube((0, 0, 0), (0, 0, 1.9), 0.02, m.metal(), sides=12)
    boom.ball(0.07, (0, 0, 1.95), white)


def _radio(at: Assembly) -> None:
    """Add the dish on its arm, the relay's horns and the radar's crossed dipoles."""
    x, y, z = 1.3, 1.25, -1.75
    parts.chain(at, [(0.85, 0.4, -0.5), (1.25, 0.9, -0.9), (x, y, z)], 0.04, m.metal())
    at.box((0.2, 0.2, 0.22), (x, y, z), m.metal(fittings.DARK, "dark"), bevel=0.02)
    bowl = at.facing((x + 0.12, y, z - 0.08), (0.83, -0.13, -0.52))
    parts.dish(bowl, 0.66, depth=0.2, skin=m.paint((0.74, 0.73, 0.7), "dish"), ribs=12)
    for a in (100, 260):
        fittings.horn(at.sub((*round_at(0.62, a), TOP + 0.05)), 0.4, 0.09)
    rod = m.metal((0.8, 0.74, 0.6), "dipole", 0.3)
    for a in (65, 115, 245, 295):
        c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
        root = (0.86 * c, 0.86 * s, TOP - 0.1)
        at.box((0.16, 0.16, 0.2), root, m.metal(fittings.DARK, "dark"), bevel=0.02)
        at.tube(
            root, (root[0] + DIPOLE * c * 0.9, root[1] + DIPOLE * s * 0.5, TOP + DIPOLE * 0.36), 0.017, rod, sides=8
        )


def craft(at: Assembly) -> None:
    """Stand it on its engine."""
    orbiter(at.sub((0, 0, 2.56)))


def orbit() -> None:
    """Draw it low over the limb, its instruments turned down to the ground in the evening light."""
    at = fittings.aimed((0.3, -0.35, -0.88), (0.95, 0.1, 0.28))
    orbiter(at)
    view = stage.look((-0.8, -14.2, 1.2), (0.0, 0.0, -0.1), 46)
    moon.low((340, 640, -850), 870, (58, 10, 130), rough=2.4)
    stage.sun(-40, 14, 15.0, fill=0.03)
    stage.earth(view, -15.5, 8.5)


PLATES = {"luna-26-orbit": (orbit, 10, 0.25)}
PROFILES = {"luna-26": (craft, 0.0)}
