"""Blue Ghost of Firefly: the first lander at work in Mare Crisium, the second stacked on its transfer vehicle.

Read: a box-shaped frame with two decks and four legs, cells on the sides or standing above the upper deck (NSSDC
entry BLUEGHOST); 2 m tall and 3.5 m wide, shock-absorbing feet (mission summary by Firefly, copied at ruclips.net,
February 2025); antenna for X band and the telescope LEXI on the upper deck (webtech360.com, March 2025), the sampler
on its arm, the thermal drill and the reflector (news-247.top, March 2025); for the second flight the lander stacked
on an Elytra Dark (fireflyspace.com). Deck, panels and tanks are estimated beside the published height and width; the
look of Elytra is published in outline only: as described.
"""

from __future__ import annotations

import math

from kit import blankets, frames, parts, stage
from kit import materials as m
from kit.assembly import Assembly, octagon
from kit.frames import around, face
from kit.ground import Ground, Level

WIDTH, REACH = 1.92, 1.5
"""Across the body; how far out a foot stands, so that pads and all are 3.5 m wide on the diagonal."""
KEEL, DECK = 0.74, 1.6
CORNERS = (45, 135, 225, 315)
DARK = (0.045, 0.045, 0.05)


def body(at: Assembly) -> None:
    """Build the frame between its two decks, gold blankets in its bays, tanks in the corners, engines below."""
    carbon = m.paint(DARK, "carbon", 0.4)
    gold = blankets.mli(m.GOLD, "ghost", 0.32)
    at.prism(octagon(WIDTH - 0.1, WIDTH - 0.1, 0.42), KEEL, DECK, gold, bevel=0.02)
    for z in (KEEL, DECK):
        at.prism(octagon(WIDTH, WIDTH, 0.44), z - 0.035, z + 0.035, carbon, bevel=0.01)
    for k in range(4):
        wall = face(at, WIDTH / 2 - 0.02, 90 * k, (KEEL + DECK) / 2)
        for x in (-0.5, 0.5):
            wall.tube((x, -0.42, 0), (x, 0.42, 0), 0.03, carbon, sides=10)
            wall.tube((x, -0.42, 0.0), (0, 0.42, 0.0), 0.018, carbon, sides=10)
    at.prism(octagon(1.3, 1.3, 0.35), KEEL - 0.16, KEEL - 0.03, blankets.mli(m.COPPER, "ghost-keel", 0.25), bevel=0.02)
    parts.bell(at.sub((0, 0, KEEL - 0.05)), 0.08, 0.22, 0.4)
    for k in range(8):
        parts.bell(at.sub(around(0.55, 22.5 + 45 * k, KEEL - 0.12)), 0.02, 0.055, 0.12)
    for b in CORNERS:
        parts.quad(at.sub(around(1.17, b, DECK - 0.16), z=b), 0.035)


def cells(at: Assembly, *, raised: bool) -> None:
    """Mount the solar panels on three sides; raised they stand above the upper deck on hinges."""
    for b in (90, 180, 270):
        lean = 4 if raised else 9
        height = DECK + 0.38 if raised else 1.26
        panel = face(at, WIDTH / 2 + (0.16 if raised else 0.17), b, height, lean=-lean if raised else lean)
        frames.cell_panel(panel, 1.5, 0.86, (12, 7))
        for x in (-0.5, 0.5):
            panel.tube((x, -0.5, -0.02), (x, -0.3, -0.03), 0.02, m.metal(), sides=10)


def legs(at: Assembly, ground: Ground | Level | None) -> None:
    """Build the four legs with their wide dished feet."""
    for b in CORNERS:
        braces = [around(0.92, b + d, KEEL) for d in (-34, 34)]
        frames.strut_leg(
            at,
            around(REACH - 0.02, b),
            around(1.1, b, DECK - 0.1),
            braces,
            None if ground is None else ground.height,
            size=0.27,
            bar=0.05,
            skin=m.paint(DARK, "carbon", 0.4),
            sole=m.metal((0.5, 0.48, 0.45), "bowl"),
        )
        hip, knee = around(1.12, b, DECK - 0.12), around(1.4, b, 0.9)
        at.tube(hip, knee, 0.062, blankets.mli(m.GOLD, "ghost-leg", 0.12))


def instruments(at: Assembly) -> None:
    """Set the instruments of the first flight on the upper deck."""
    white, silver = m.paint((0.5, 0.5, 0.49), "ghost-white"), m.foil(m.SILVER, 0.08, 0.015, "ghost-box")
    deck = at.sub((0, 0, DECK + 0.035))
    deck.box((0.55, 0.5, 0.05), (-0.45, 0.1, 0.03), m.paint((0.3, 0.3, 0.31), "radiator-grey"))
    lexi = deck.sub((0.52, 0.5, 0.0))
    lexi.tube((0, 0, 0), (0, 0, 0.12), 0.09, m.metal())
    lexi.sub((0, 0, 0.28), z=160).sub((0, 0, 0), y=-32).box((0.5, 0.3, 0.3), (0, 0, 0), white, bevel=0.02)
    lexi.facing((-0.2, 0.07, 0.42), (-0.8, 0.3, 0.55)).lathe([(0.13, 0.0), (0.13, 0.07), (0.1, 0.07)], m.black())
    mast = deck.sub((-0.25, -0.66, 0))
    mast.tube((0, 0, 0), (0, 0, 0.3), 0.03, m.metal())
    plate = mast.facing((0, 0, 0.32), (-0.75, 0.25, 0.5))
    plate.lathe([(0.19, 0.0), (0.2, 0.05), (0.0, 0.06)], white)
    plate.ring(0.2, 0.012, (0, 0, 0.05), m.metal())
    deck.tube((0.0, 0.0, 0.0), (0.0, 0.0, 1.55), 0.013, m.metal((0.5, 0.5, 0.5), "boom"))
    deck.lathe([(0.07, 0.0), (0.07, 0.2), (0.05, 0.24)], silver, sides=24)
    deck.box((0.08, 0.08, 0.16), (0.0, 0.0, 1.6), silver)
    for x, y, size in ((0.62, -0.1, 0.26), (0.18, 0.5, 0.24), (0.3, -0.42, 0.3)):
        deck.box((size, size * 0.9, size * 0.7), (x, y, size * 0.35), silver if y > 0 else white)
        deck.box((size * 0.8, size * 0.7, 0.03), (x, y, size * 0.7 + 0.015), m.paint((0.3, 0.3, 0.31), "radiator-grey"))
        for side in (-0.3, 0.3):
            lug = (x + size * 0.5, y + side * size, size * 0.2)
            deck.box((0.02, 0.05, 0.08), lug, m.metal((0.35, 0.35, 0.36), "dark"), bevel=0.004)
        frames.pipe(deck, [(x - size * 0.4, y, 0.1), (x * 0.5, y * 0.5, 0.05), (0.0, 0.0, 0.06)], 0.01, m.black())
    deck.tube((-0.6, 0.6, 0), (-0.6, 0.6, 0.22), 0.02, m.metal())
    deck.facing((-0.6, 0.6, 0.27), (-0.7, 0.2, 0.6)).lathe([(0.08, -0.04), (0.08, 0.06), (0.06, 0.06)], m.black())
    for b in (20, 200):
        frames.tracker(deck.facing(around(0.9, b, 0.1), around(1.0, b, 0.9)), 0.1)
    for y in (-0.35, 0.35):
        parts.camera(at.facing((WIDTH / 2 + 0.03, y, DECK - 0.1), (1, 0, -0.5)), 0.08)
    wall = face(at, WIDTH / 2 + 0.05, 0, 1.2)
    wall.box((0.36, 0.3, 0.12), (0.62, 0.05, 0), white)
    wall.box((0.28, 0.4, 0.1), (-0.58, 0.0, 0), m.glass("shield"))


def surface_work(at: Assembly, ground: Ground) -> None:
    """Let down the thermal drill, the sampler on its arm and two electrodes on their cables."""
    steel = m.metal((0.72, 0.71, 0.68), "arm")
    spot = at.world((0.86, -0.42, 0))
    soil = at.local((spot.x, spot.y, ground.height(spot.x, spot.y))).z
    at.tube((0.86, -0.42, KEEL), (0.86, -0.42, soil + 0.02), 0.03, steel)
    at.lathe([(0.09, 0.0), (0.05, 0.16)], m.paint(), at=(0.86, -0.42, soil), sides=20)
    hand = at.world((1.62, 0.34, 0))
    low = at.local((hand.x, hand.y, ground.height(hand.x, hand.y))).z
    parts.chain(at, [(0.98, 0.34, 0.98), (1.38, 0.34, 0.92), (1.62, 0.34, low + 0.22)], 0.026, steel)
    at.lathe([(0.07, 0.0), (0.1, 0.08), (0.07, 0.24)], m.paint(), at=(1.62, 0.34, low), sides=24)
    for reach, bearing in ((3.6, 38), (3.1, 4)):
        points = []
        for k in range(13):
            place = at.world(around(1.0 + (reach - 1.0) * k / 12, bearing + 6 * math.sin(k * 0.9)))
            points.append(tuple(at.local((place.x, place.y, ground.height(place.x, place.y) + 0.012))))
        frames.pipe(at, [around(0.9, bearing, KEEL), *points], 0.006, m.paint((0.4, 0.39, 0.36), "cable"))
        end = points[-1]
        at.lathe([(0.1, 0.0), (0.11, 0.05), (0.05, 0.1), (0.0, 0.1)], m.metal(), at=end, sides=28)


def lander(at: Assembly, ground: Ground | Level | None, *, raised: bool = False) -> None:
    """Build the lander; raised: its panels stand above the deck."""
    body(at)
    cells(at, raised=raised)
    legs(at, ground)


def elytra(at: Assembly) -> None:
    """Build the transfer vehicle from its engine's exit at the origin to the ring that carries the lander."""
    carbon, gold = m.paint(DARK, "carbon", 0.4), blankets.mli(m.GOLD, "elytra", 0.4)
    parts.bell(at.sub((0, 0, 0.62)), 0.1, 0.34, 0.6)
    at.lathe([(0.5, 0.55), (1.12, 0.82)], blankets.mli(m.COPPER, "elytra-keel", 0.25), sides=40)
    at.lathe([(1.12, 0.82), (1.12, 2.3)], gold, sides=16, smooth=1.0)
    for z in (0.84, 1.56, 2.28):
        at.lathe([(1.16, z - 0.05), (1.16, z + 0.05)], carbon, sides=16)
    for k in range(8):
        at.tube(around(1.16, 45 * k, 0.84), around(1.16, 45 * k, 2.28), 0.028, carbon, sides=10)
    for k in range(4):
        frames.bottle(at, 0.3, around(1.02, 45 + 90 * k, 0.66), m.metal((0.6, 0.58, 0.54), "bottle", 0.28))
        parts.quad(at.sub(around(1.22, 45 + 90 * k, 2.05), z=45 + 90 * k), 0.05)
    at.lathe([(1.12, 2.3), (0.7, 2.72), (0.7, 2.8)], carbon, sides=40)
    at.lathe([(0.76, 2.78), (0.76, 2.88)], m.metal(), sides=40)
    for side in (-1, 1):
        root = at.sub((0, side * 1.14, 1.56), z=90 * side)
        parts.wing(root.sub((0, 0, 0), x=52 * side), 3, 1.05, 1.3, boom=0.45, grid=(9, 11))
    parts.dish(at.facing((1.35, 0.0, 1.2), (0.9, -0.2, -0.35)), 0.36)
    at.tube((1.1, 0, 1.2), (1.35, 0, 1.2), 0.03, m.metal())


def stack(at: Assembly) -> None:
    """Stack the second lander on the transfer vehicle, the box of its radio telescope on the upper deck."""
    elytra(at)
    top = at.sub((0, 0, 2.88 - KEEL + 0.16))
    lander(top, None, raised=True)
    deck = top.sub((0, 0, DECK + 0.035))
    deck.box((0.8, 0.8, 0.42), (0.05, 0, 0.22), m.cloth((0.8, 0.79, 0.76), "lusee"), bevel=0.03)
    deck.box((0.66, 0.66, 0.03), (0.05, 0, 0.45), m.paint((0.75, 0.75, 0.74), "mirror", 0.2))
    for b in CORNERS:
        x, y, _ = around(0.5, b)
        deck.tube((x + 0.05, y, 0.1), (x + 0.05, y, 0.62), 0.035, m.metal((0.35, 0.35, 0.36), "dark"))
    parts.dish(deck.facing((-0.62, -0.62, 0.2), (-0.4, -0.3, 0.8)), 0.17)
    frames.horn(deck.sub((0.75, -0.6, 0.14)), 0.08)


def crisium() -> None:
    """Draw the first lander at work on its plain, the Earth above."""
    pads = frames.footprints(REACH, 0.27, [b + 18 for b in CORNERS], 0.03)
    ground = Ground(83, dents=pads, placed=[(4.4, -3.4, 0.9), (-8, 7, 3.2), (0.8, 6.4, 1.1)], hills=14, level=12)
    at = Assembly().sub((0, 0, 0), z=18)
    lander(at, ground)
    instruments(at)
    surface_work(at, ground)
    view = stage.look((7.6, -3.6, 1.05), (0.15, 0.3, 1.5), 44)
    stage.sun(46, 16, 15.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    ground.rocks(view.eye, view.aim, clear=3.0, spread=35, largest=0.4)
    stage.earth(view, -11.0, 10.0)


def departing() -> None:
    """Draw the stack of the second flight above the Moon."""
    at = Assembly().sub((0, 0, 0), z=-30).sub((0, 0, 0), x=24, y=-22).sub((0, 0, -2.3))
    stack(at)
    stage.look((10.2, -7.4, 1.6), (0.0, 0.0, 0.05), 47)
    stage.moon_below((-760, 260, -700), 700, (20, 40, 60))
    stage.sun(-20, 26, 12.0, fill=0.02)


def standing(at: Assembly) -> None:
    """Build the first lander for its profile."""
    lander(at, Level())
    instruments(at)


PLATES = {"blue-ghost-1-crisium": (crisium, 6, 0.0), "blue-ghost-2-stack": (departing, 8, 0.0)}
PROFILES = {"blue-ghost-1": (standing, 20.0), "blue-ghost-2": (stack, 90.0)}
