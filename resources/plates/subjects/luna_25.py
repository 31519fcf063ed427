"""Luna-25 on the ground north of Boguslawsky.

Read: a lower landing platform and on it an unpressurised instrument container of light build, its panels kept at one
temperature (avianews.info, NPO Lavochkin's own text, 2023); four legs, engines and propellant tanks below, solar panels
and instruments above (NSSDC, LUNA-25); a robotic arm of 1.6 m with scoop and sample tube (Roscosmos as told by Mint,
2023; svethardware.cz, 2023) that is fixed to the lower part (forum.raumfahrer.net on a paper of 2021). The body is not
dimensioned there: proportions are estimated from descriptions of published pictures, beside the arm's 1.6 m.
"""

from __future__ import annotations

from kit import fittings, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.ground import Ground, Level
from kit.luna import Platform, platform, round_at, scoop
from kit.parts import Height

SIZE = Platform(frame=0.94, low=0.56, deck=1.2, feet=1.72, tank=0.41, tall=0.0, pad=0.23, bar=0.042)
FOOT, ROOF, DEEP, WIDE = 1.32, 2.62, 0.76, 0.88


def lander(at: Assembly, ground: Height) -> None:
    """Build the lander: silver tanks in an open frame, on them the tall narrow container with its walls."""
    silver = fittings.mylar(m.SILVER, 0.17, 0.024, "silver")
    platform(at, SIZE, ground, silver)
    at.lathe([(0.66, SIZE.deck), (0.5, FOOT)], m.metal(fittings.DARK, "dark"), sides=8, start=22.5)
    at.box((DEEP, WIDE, ROOF - FOOT), (0, 0, (ROOF + FOOT) / 2), silver, bevel=0.03)
    for x in (-DEEP / 2, DEEP / 2):
        for y in (-WIDE / 2, WIDE / 2):
            at.tube((x, y, FOOT - 0.1), (x, y, ROOF), 0.022, m.metal((0.68, 0.68, 0.69), "tube", 0.3))
            at.tube((x, y, FOOT), (x * 1.75, y * 1.5, SIZE.deck), 0.02, m.metal(fittings.DARK, "dark"))
    _walls(at)
    _front(at)
    _roof(at)
    _deck(at)


def _walls(at: Assembly) -> None:
    """Hang the solar panels on both sides and the back, the radiator on the front."""
    middle = (ROOF + FOOT) / 2 + 0.04
    for side in (-1, 1):
        wall = at.facing((0, side * (WIDE / 2 + 0.14), middle), (0, side, 0.1))
        fittings.panel(wall, 1.02, 1.34, (12, 18))
        for x in (-0.32, 0.32):
            for z in (FOOT + 0.2, ROOF - 0.2):
                at.tube((x, side * WIDE / 2, z), (x, side * (WIDE / 2 + 0.13), z), 0.014, m.metal(), sides=10)
    fittings.panel(at.facing((-DEEP / 2 - 0.1, 0, middle), (-1, 0, 0.08)), 0.84, 1.2, (10, 16))
    fittings.radiator(at.facing((DEEP / 2 + 0.035, 0.0, ROOF - 0.36), (1, 0, 0)), 0.84, 0.62, columns=6, rows=5)


def _front(at: Assembly) -> None:
    """Fit the instruments of the working side under the radiator."""
    face = DEEP / 2
    at.box((0.2, 0.26, 0.3), (face + 0.1, 0.26, FOOT + 0.28), m.paint((0.78, 0.78, 0.76), "unit"), bevel=0.02)
    at.lathe([(0.05, 0), (0.075, 0.07)], m.black(), at=(face + 0.12, 0.26, FOOT + 0.43), sides=24)
    at.box((0.16, 0.2, 0.2), (face + 0.08, -0.06, FOOT + 0.2), m.black(), bevel=0.015)
    at.box((0.14, 0.22, 0.34), (face + 0.07, -0.31, FOOT + 0.32), fittings.mylar(m.GOLD, 0.1, 0.01), bevel=0.02)
    fittings.optics(at.facing((face + 0.14, -0.06, FOOT + 0.44), (1, 0, -0.5)), 0.1, lenses=2)
    for y in (-0.4, 0.4):
        points = [(face + 0.02, y, ROOF - 0.05), (face + 0.05, y * 1.02, FOOT + 0.6), (face + 0.06, y * 0.9, FOOT)]
        fittings.cable(at, [*points, (face + 0.2, y * 0.8, SIZE.deck + 0.03)], 0.013)


def _roof(at: Assembly) -> None:
    """Set dish, horns, cameras and the star sensor on the roof."""
    at.box((DEEP + 0.1, WIDE + 0.1, 0.035), (0, 0, ROOF + 0.01), m.paint((0.7, 0.7, 0.7), "roof"), bevel=0.008)
    at.box((0.44, 0.5, 0.16), (-0.08, 0.1, ROOF + 0.1), fittings.mylar(m.SILVER, 0.1, 0.01, "silver-small"), bevel=0.02)
    at.tube((-0.1, 0.08, ROOF), (-0.1, 0.08, ROOF + 0.36), 0.028, m.metal())
    at.box((0.1, 0.1, 0.1), (-0.1, 0.08, ROOF + 0.36), m.metal(fittings.DARK, "dark"), bevel=0.015)
    parts.dish(at.facing((-0.08, 0.06, ROOF + 0.41), (0.5, -0.42, 0.62)), 0.2, skin=m.paint((0.76, 0.75, 0.72), "dish"))
    for x, y in ((0.3, -0.36), (-0.3, -0.36), (-0.3, 0.4)):
        fittings.horn(at.sub((x, y, ROOF + 0.03)), 0.24, 0.055)
    for y, turn in ((-0.2, -0.35), (0.28, 0.3)):
        fittings.optics(at.facing((0.36, y, ROOF + 0.12), (1, turn, -0.3)), 0.1)
    at.lathe([(0.06, 0.0), (0.085, 0.2), (0.07, 0.2)], m.black(), at=(0.1, 0.36, ROOF + 0.03), sides=28)


def _deck(at: Assembly) -> None:
    """Stand the units of the platform round the container's foot, the isotope source behind."""
    fittings.source(at.facing((-0.44, -0.2, 1.55), (-1, -0.25, 0.1)))
    gold = fittings.mylar(m.GOLD, 0.1, 0.01)
    at.box((0.26, 0.34, 0.22), (0.62, 0.5, SIZE.deck + 0.11), m.paint(), bevel=0.02)
    at.box((0.22, 0.26, 0.16), (0.72, -0.48, SIZE.deck + 0.08), gold, bevel=0.02)
    at.box((0.34, 0.26, 0.3), (-0.3, 0.72, SIZE.deck + 0.15), gold, bevel=0.02)
    at.box((0.3, 0.22, 0.2), (-0.2, -0.74, SIZE.deck + 0.1), m.paint((0.78, 0.78, 0.76), "unit"), bevel=0.02)
    for a in (20, 70, 160, 250, 340):
        x, y = round_at(0.72, a)
        fittings.cable(
            at, [(x * 0.6, y * 0.6, FOOT), (x * 0.9, y * 0.9, SIZE.deck + 0.06), (x * 1.15, y * 1.1, SIZE.deck)]
        )


def arm(at: Assembly, ground: Height) -> None:
    """Build the arm of 1.6 m from its shoulder on the platform to its trench."""
    tip = (1.95, -0.32)
    soil = ground(*tip)
    at.box((0.18, 0.18, 0.2), (0.9, -0.26, SIZE.deck + 0.1), m.metal(), bevel=0.02)
    scoop(at, [(0.92, -0.26, SIZE.deck + 0.24), (1.4, -0.3, 1.84), (*tip, soil + 0.17)])


def craft(at: Assembly) -> None:
    """Stand the whole lander on level ground."""
    lander(at, Level().height)
    arm(at, Level().height)


def field() -> None:
    """Draw it at work under a low Sun, the Earth over the northern horizon."""
    ground = Ground(
        25,
        dents=[*SIZE.pads, (1.98, -0.3, 0.12, 0.05), (2.1, -0.1, 0.1, 0.04)],
        level=7,
        placed=[(4.0, 1.9, 0.7), (-5.5, -3.4, 1.6), (2.6, -2.4, 0.4), (-9, 9, 4.0)],
    )
    at = Assembly()
    lander(at, ground.height)
    arm(at, ground.height)
    view = stage.look((7.6, -4.8, 1.55), (0.25, 0.0, 1.3), 40, shift=0.005)
    stage.sun(-76, 13, 15.0, fill=0.045)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=2.4, count=520, spread=40)
    stage.earth(view, 13.0, 10.0)


PLATES = {"luna-25-boguslawsky": (field, 12, -0.2)}
PROFILES = {"luna-25": (craft, -90.0)}
