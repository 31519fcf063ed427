"""Blue Moon Mark 1 of Blue Origin on a ridge near the south pole.

Read: over 26 feet (8 m) tall (r/BlueOrigin on the company's notice of 21 November 2025); nearly three storeys, for a
fairing of 7 m (prod-appfeeds.intoday.in and vuink.com, October 2023); large cargo on top, small cargo such as the
plume cameras on the lower engine module (r/BlueOrigin, November 2025); one BE-7 engine, hydrogen and oxygen (the
atlas's entry blue-moon-mk1). The widths, the tank, the legs, panels and radiators are estimated beside the height
from descriptions of published pictures.
"""

from __future__ import annotations

from kit import blankets, frames, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.frames import around, face
from kit.ground import Ground, Level

WIDE, TANK = 1.62, 1.5
"""Radius of the engine module's corners and of the hydrogen tank."""
KEEL, BAY, WAIST, CROWN, TOP = 1.55, 3.35, 3.95, 6.7, 8.0
REACH = 3.5
CORNERS = (45, 135, 225, 315)


def engine_module(at: Assembly) -> None:
    """Build the eight-sided module below: panels of cells and silver blankets in turn, the engine under it."""
    dark = m.paint((0.05, 0.05, 0.055), "carbon", 0.4)
    at.prism(frames.polygon(8, WIDE, 22.5), KEEL, BAY, blankets.mli((0.66, 0.65, 0.62), "moon", 0.45), bevel=0.02)
    for z in (KEEL, BAY):
        at.prism(frames.polygon(8, WIDE * 1.03, 22.5), z - 0.06, z + 0.06, m.paint((0.6, 0.6, 0.59), "moon-white"))
    for b in range(0, 360, 90):
        frames.cell_panel(face(at, WIDE * 0.93 + 0.09, b, (KEEL + BAY) / 2), 1.12, 1.5, (9, 12))
    for b in CORNERS:
        at.tube(around(WIDE * 0.95, b, KEEL), around(WIDE * 0.95, b, BAY), 0.09, dark, sides=16)
    at.lathe([(0.75, KEEL - 0.3), (WIDE * 0.92, KEEL)], blankets.mli(m.COPPER, "moon-keel", 0.3), sides=8, start=22.5)
    parts.bell(at.sub((0, 0, KEEL - 0.1)), 0.13, 0.5, 0.95)
    for b in CORNERS:
        frames.bottle(at, 0.3, around(1.22, b + 45, KEEL - 0.12), m.metal((0.6, 0.58, 0.54), "bottle", 0.28))
        for z in (BAY - 0.12, CROWN + 0.2):
            parts.quad(at.sub(around(WIDE + 0.12, b + 22.5, z), z=b), 0.06)


def tanks(at: Assembly) -> None:
    """Build the truss at the waist with the oxygen tank's crown in it, and the great white hydrogen tank above."""
    white, dark = m.paint((0.66, 0.66, 0.65), "moon-tank", 0.42), m.paint((0.05, 0.05, 0.055), "carbon", 0.4)
    at.ball(1.1, (0, 0, BAY - 0.1), m.metal((0.66, 0.65, 0.62), "lox", 0.3), squash=0.62)
    low = [around(WIDE * 0.92, 22.5 + 30 * k, BAY + 0.05) for k in range(12)]
    high = [around(TANK, 37.5 + 30 * k, WAIST) for k in range(12)]
    for k in range(12):
        at.tube(low[k], high[k], 0.035, dark, sides=12)
        at.tube(low[k], high[k - 1], 0.035, dark, sides=12)
    shape = [(1.1, WAIST - 0.35), (1.36, WAIST - 0.12), (TANK, WAIST + 0.16), (TANK, CROWN)]
    at.lathe(shape, white, sides=96)
    dome = [(TANK, CROWN), (1.46, CROWN + 0.22), (1.3, CROWN + 0.5), (1.0, CROWN + 0.72), (0.6, CROWN + 0.84)]
    at.lathe(dome, white, sides=96, smooth=60)
    for k in range(6):
        z = WAIST + 0.2 + 0.5 * k
        at.lathe([(TANK + 0.012, z), (TANK + 0.012, z + 0.04)], m.paint((0.45, 0.45, 0.45), "moon-seam"), sides=96)
    at.lathe([(TANK + 0.03, WAIST - 0.02), (TANK + 0.05, WAIST + 0.14)], dark, sides=96)
    at.lathe([(TANK + 0.05, CROWN - 0.06), (TANK + 0.05, CROWN + 0.06)], dark, sides=96)
    for b in (20, 200):
        at.tube(around(TANK + 0.08, b, BAY), around(TANK + 0.08, b, CROWN + 0.1), 0.07, white, sides=16)
        for z in (4.6, 5.6, 6.4):
            face(at, TANK + 0.05, b, z).box((0.24, 0.1, 0.12), (0, 0, 0), dark, bevel=0.01)
    face(at, TANK + 0.04, 60, 5.3).box((0.5, 1.7, 0.09), (0, 0, 0), m.paint((0.75, 0.75, 0.74), "mirror", 0.2))
    face(at, TANK + 0.04, 285, 5.3).box((0.5, 1.7, 0.09), (0, 0, 0), m.paint((0.75, 0.75, 0.74), "mirror", 0.2))


def top_deck(at: Assembly) -> None:
    """Build the cargo deck on its struts, with dishes, trackers and reflectors at its rim."""
    white, steel = m.paint((0.6, 0.6, 0.59), "moon-white"), m.metal()
    for k in range(8):
        at.tube(around(TANK, 45 * k, CROWN + 0.05), around(1.3, 45 * k + 22.5, TOP - 0.42), 0.04, steel, sides=12)
        at.tube(around(TANK, 45 * k, CROWN + 0.05), around(1.3, 45 * k - 22.5, TOP - 0.42), 0.04, steel, sides=12)
    at.prism(frames.polygon(8, 1.45, 22.5), TOP - 0.44, TOP - 0.32, white)
    at.box((0.9, 0.9, 0.16), (0, 0, TOP - 0.26), m.foil(m.SILVER, 0.1, 0.02, "moon-cargo"), bevel=0.02)
    for b, towards in ((80, (0.6, 0.5, 0.25)), (260, (-0.5, -0.6, 0.3))):
        x, y, _ = around(1.2, b)
        at.tube((x, y, TOP - 0.34), (x, y, TOP - 0.1), 0.035, steel)
        parts.dish(at.facing((x, y, TOP - 0.08), towards), 0.32)
    for b in (10, 190):
        frames.tracker(at.facing(around(1.25, b, TOP - 0.24), around(1.0, b, 0.7)), 0.13)
    for b in (130, 310):
        at.tube(around(1.2, b, TOP - 0.35), around(1.2, b, TOP), 0.014, steel, sides=8)


def legs(at: Assembly, ground: Ground | Level) -> None:
    """Build the four legs: a thick strut from the module's upper corner, two from its lower edge, a broad foot."""
    skin = blankets.pelt((0.6, 0.6, 0.59), "moon-leg", 0.2)
    for b in CORNERS:
        frames.strut_leg(
            at,
            around(REACH, b),
            around(WIDE, b, BAY - 0.05),
            [around(WIDE * 0.95, b + d, KEEL) for d in (-34, 34)],
            ground.height,
            size=0.52,
            bar=0.1,
            skin=skin,
            sole=m.metal((0.5, 0.48, 0.45), "bowl"),
        )
    for b in (8, 188):
        eye = at.facing(around(WIDE + 0.04, b + 10, KEEL + 0.06), around(1.0, b, -0.8))
        parts.camera(eye, 0.12)


def lander(at: Assembly, ground: Ground | Level) -> None:
    """Build the whole lander."""
    engine_module(at)
    tanks(at)
    top_deck(at)
    legs(at, ground)


def ridge() -> None:
    """Draw the lander on its ridge from below, the Sun on the horizon."""
    pads = frames.footprints(REACH, 0.52, [b + 27 for b in CORNERS], 0.04)
    ground = Ground(
        118,
        dents=pads,
        level=14,
        hills=46,
        placed=[(7.6, -1.5, 1.3), (-9, 12, 4.5), (3.2, -8.0, 1.6), (11.0, 2.8, 0.8)],
    )
    at = Assembly().sub((0, 0, 0), z=27)
    lander(at, ground)
    eye = (16.6, 9.8, ground.height(16.6, 9.8) + 1.0)
    view = stage.look(eye, (0.6, -1.5, 3.75), 47)
    stage.sun(92, 8, 16.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=5.0, spread=45, count=520, largest=0.7)
    stage.earth(view, -14.0, 1.5)


def standing(at: Assembly) -> None:
    """Build the lander for its profile."""
    lander(at, Level())


PLATES = {"blue-moon-mk1-ridge": (ridge, 6, 0.1)}
PROFILES = {"blue-moon-mk1": (standing, 20.0)}
