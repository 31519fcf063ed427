"""Peregrine Mission One in space, the Earth far behind it.

Read: 1.9 m tall, 2.5 m wide, about 1,280 kg with fuel, five main engines, many ports for payloads
(universemagazine.com, 2023); payloads above or below the decks, inside or outside of enclosures (inceptivemind.com,
April 2022); decks in front and behind, four legs, thrusters below (parman.blogspot.com, October 2022). The top panel,
tanks, struts and the places of payloads are estimated beside height and width from descriptions of published
pictures.
"""

from __future__ import annotations

import bpy
from kit import blankets, earth, frames, parts, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.frames import around, face
from kit.ground import Ground, Level

KEEL, DECK, PANEL = 0.66, 1.4, 1.88
REACH = 1.1
CORNERS = (45, 135, 225, 315)


def frame(at: Assembly) -> None:
    """Build the frame: two bare metal decks with round holes, walls of struts between, a cross in the middle."""
    bare = m.metal((0.58, 0.58, 0.57), "isogrid", 0.38)
    for z in (KEEL, DECK):
        at.prism(frames.polygon(8, 0.98, 22.5), z - 0.03, z + 0.03, bare, bevel=0.008)
    low = [around(0.92, 22.5 + 45 * k, KEEL) for k in range(8)]
    high = [around(0.92, 22.5 + 45 * k, DECK) for k in range(8)]
    frames.lattice(at, low, high, 0.026, bare)
    for turn in (0, 90):
        at.sub((0, 0, (KEEL + DECK) / 2), z=45 + turn).box((1.6, 0.03, DECK - KEEL), (0, 0, 0), bare)
    for b in CORNERS:
        for k in range(3):
            hole = at.sub(around(0.36 + 0.2 * k, b + 22, DECK + 0.031))
            hole.lathe([(0.07, 0.0), (0.055, 0.004), (0.0, 0.004)], m.black(), sides=24)


def propulsion(at: Assembly) -> None:
    """Build the golden tanks in the four bays, five engines beneath and thrusters at the corners."""
    gold = blankets.mli(m.GOLD, "peregrine", 0.2)
    for b in (0, 90, 180, 270):
        x, y, _ = around(0.56, b)
        at.ball(0.34, (x, y, (KEEL + DECK) / 2 + 0.02), gold, squash=1.06)
        at.ring(0.345, 0.016, (x, y, (KEEL + DECK) / 2), m.metal())
    at.lathe([(0.34, KEEL - 0.14), (0.42, KEEL)], m.foil(m.SILVER, 0.08, 0.015, "peregrine-keel"), sides=40)
    for k in range(5):
        spot = (0.0, 0.0, KEEL - 0.1) if k == 4 else around(0.24, 90 * k + 45, KEEL - 0.1)
        parts.bell(at.sub(spot), 0.03, 0.095, 0.26)
    for b in CORNERS:
        for z in (KEEL + 0.08, DECK - 0.02):
            parts.quad(at.sub(around(1.02, b, z), z=b), 0.028)


def panel(at: Assembly) -> None:
    """Build the panel on top, a flat octagon of cells on struts, all one piece."""
    sheets = ((-0.6, 0.9), (-0.36, 1.38), (-0.12, 1.7), (0.12, 1.7), (0.36, 1.38), (0.6, 0.9))
    top = at.sub((0, 0, PANEL), z=22.5)
    top.prism(frames.polygon(12, 0.9, 15), -0.05, -0.018, m.paint((0.5, 0.5, 0.5), "panel-edge"))
    for y, wide in sheets:
        top.sub((0, y, 0)).sheet(wide, 0.2, m.cells(int(wide * 9), 2), m.paint((0.1, 0.1, 0.105), "panel-back", 0.5))
    for b in CORNERS:
        for d in (-20, 20):
            at.tube(around(0.86, b + d, DECK), around(0.6, b, PANEL - 0.05), 0.02, m.metal(), sides=12)


def legs(at: Assembly, ground: Ground | Level | None) -> None:
    """Build the four legs, each a wide A of bare tubes with one strut down the middle, and shallow feet."""
    bare = m.metal((0.62, 0.62, 0.63), "leg-tube", 0.3)
    for b in CORNERS:
        braces = [around(0.92, b + d, KEEL) for d in (-22.5, 22.5)]
        frames.strut_leg(
            at,
            around(REACH, b),
            around(0.95, b, DECK - 0.05),
            braces,
            None if ground is None else ground.height,
            size=0.17,
            bar=0.036,
            skin=bare,
        )


def payloads(at: Assembly) -> None:
    """Hang the payloads: boxes on the upper deck, enclosures and canisters on the sides, a small rover below."""
    white, silver = m.paint((0.62, 0.62, 0.61), "peregrine-white"), m.foil(m.SILVER, 0.06, 0.012, "peregrine-box")
    grey = m.paint((0.3, 0.3, 0.31), "peregrine-grey")
    for b, wide, tall, skin in ((0, 0.62, 0.5, silver), (180, 0.62, 0.5, white)):
        wall = face(at, 0.96, b, (KEEL + DECK) / 2)
        wall.box((wide, tall, 0.16), (0, 0, 0), skin, bevel=0.02)
        wall.box((wide * 0.4, tall * 0.5, 0.05), (0.08, 0.05, 0.1), grey, bevel=0.01)
    for b, size, z, skin in (
        (62, 0.2, 1.52, white),
        (118, 0.24, 1.53, silver),
        (205, 0.18, 1.51, grey),
        (300, 0.26, 1.53, white),
        (338, 0.16, 1.5, silver),
    ):
        x, y, _ = around(0.68, b)
        at.sub((x, y, z), z=b).box((size, size * 0.9, size * 0.8), (0, 0, 0), skin, bevel=0.012)
    for b in (80, 100, 262, 280):
        side = face(at, 0.95, b, 1.16)
        side.lathe([(0.06, -0.05), (0.06, 0.12), (0.05, 0.13), (0.0, 0.13)], silver if b < 200 else grey, sides=24)
    rover = face(at, 0.97, 270, 0.84)
    rover.box((0.3, 0.18, 0.1), (0, 0, 0), m.paint((0.045, 0.045, 0.05), "carbon", 0.4), bevel=0.01)
    for x in (-0.15, 0.15):
        for y in (-0.09, 0.09):
            rover.lathe([(0.05, -0.02), (0.05, 0.05)], m.metal((0.3, 0.3, 0.31), "hub"), at=(x, y, 0), sides=20)
    parts.dish(at.facing((0.62, -0.62, DECK + 0.22), (0.6, -0.7, 0.35)), 0.15)
    at.tube((0.62, -0.62, DECK), (0.62, -0.62, DECK + 0.22), 0.02, m.metal())
    for b in (30, 210):
        frames.tracker(at.facing(around(0.95, b, DECK + 0.1), around(1.0, b, 0.8)), 0.09)
    for b in (20, 160, 250):
        parts.camera(at.facing(around(0.99, b, DECK + 0.04), around(1.0, b, -0.3)), 0.06)
    for k in range(4):
        turn = 10 + 90 * k
        frames.pipe(
            at,
            [around(0.3, turn, KEEL - 0.05), around(0.6, turn + 15, KEEL - 0.06), around(0.9, turn + 8, KEEL + 0.06)],
            0.012,
            m.metal(),
        )


def lander(at: Assembly, ground: Ground | Level | None) -> None:
    """Build the whole lander."""
    frame(at)
    propulsion(at)
    panel(at)
    legs(at, ground)
    payloads(at)


def adrift() -> None:
    """Draw the lander between Earth and Moon, its panel to the Sun."""
    at = Assembly().sub((0, 0, 0), z=28).sub((0, 0, 0), x=24, y=-10).sub((0, 0, -0.95))
    lander(at, None)
    view = stage.look((4.6, -3.5, 0.75), (-0.1, -0.14, -0.03), 44)
    stage.sun(-78, 33, 13.0, fill=0.035)
    stage.earth(view, -12.5, -2.5, 17.0)
    globe = bpy.data.objects["earth"]
    globe.data.materials[0] = earth.skin(globe.dimensions.x / 2, turn=(40, 110, 20), name="near-earth")


def standing(at: Assembly) -> None:
    """Build the lander for its profile."""
    lander(at, Level())


PLATES = {"peregrine-1-adrift": (adrift, 10, 0.0)}
PROFILES = {"peregrine-1": (standing, 20.0)}
