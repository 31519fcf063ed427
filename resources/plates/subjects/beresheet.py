"""Beresheet on its way down over the Moon.

Read: about 2 m across and 1.5 m high, a magnetometer and a laser reflector (stiriinternationale.ro, February 2019);
legs with crushable honeycomb, 585 kg of which most is propellant (quikdocs.com, April 2019). The slope of the panels,
the tanks and the places of thrusters and antennas are estimated beside the published size from descriptions of
published pictures.
"""

from __future__ import annotations

from kit import blankets, frames, parts, stage
from kit import materials as m
from kit.assembly import Assembly, octagon
from kit.frames import around, face
from kit.ground import Ground, Level

KEEL, SHOULDER, DECK = 0.46, 0.74, 1.24
HALF, CROWN = 0.68, 0.5
"""Half the width of the body at the shoulder and at the deck."""
REACH = 0.96
CORNERS = (45, 135, 225, 315)


def body(at: Assembly) -> None:
    """Build the golden body: a low square box below, sloping sides with dark panels, a golden deck."""
    gold = blankets.mli(m.GOLD, "beresheet", 0.2)
    at.prism(octagon(2 * HALF, 2 * HALF, 0.16), KEEL, SHOULDER, gold, bevel=0.015)
    at.prism(octagon(2 * HALF, 2 * HALF, 0.16), SHOULDER, DECK, gold, top=CROWN / HALF, bevel=0.015)
    at.prism(octagon(2 * CROWN, 2 * CROWN, 0.12), DECK, DECK + 0.03, blankets.mli(m.GOLD, "beresheet-top", 0.14))
    for k in range(4):
        panel = face(at, (HALF + CROWN) / 2 + 0.06, 90 * k, (SHOULDER + DECK) / 2, lean=20)
        frames.cell_panel(panel, 0.92, 0.5, (11, 6), back=m.paint((0.5, 0.5, 0.5), "panel-edge"))
        wall = face(at, HALF, 90 * k, (KEEL + SHOULDER) / 2)
        wall.box((0.3, 0.17, 0.05), (0.26, 0, 0.02), m.foil(m.SILVER, 0.05, 0.01, "beresheet-box"), bevel=0.008)
        wall.box((0.18, 0.14, 0.06), (-0.3, 0.02, 0.02), m.black(), bevel=0.008)
    for b in CORNERS:
        frames.bottle(at, 0.25, around(0.42, b, KEEL - 0.02), m.metal((0.62, 0.6, 0.56), "beresheet-tank", 0.3))
        for d in (-14, 14):
            thrust = at.facing(around(0.68, b + d, KEEL + 0.02), (0, 0, -1))
            parts.thruster(thrust.sub((0, 0, 0.03)), 0.035)


def engine(at: Assembly) -> None:
    """Hang the main engine with its long bell between the tanks."""
    at.lathe([(0.16, KEEL - 0.12), (0.2, KEEL)], m.metal(), sides=28)
    parts.bell(at.sub((0, 0, KEEL - 0.06)), 0.05, 0.17, 0.3)
    for b in (0, 90, 180, 270):
        frames.pipe(
            at,
            [around(0.14, b, KEEL - 0.1), around(0.3, b, KEEL - 0.2), around(0.42, b + 30, KEEL - 0.14)],
            0.012,
            m.metal(),
        )


def legs(at: Assembly, ground: Ground | Level | None) -> None:
    """Build the four legs with golden struts and pale round feet."""
    for b in CORNERS:
        braces = [around(0.62, b + d, KEEL) for d in (-36, 36)]
        frames.strut_leg(
            at,
            around(REACH - 0.12, b),
            around(0.86, b, SHOULDER - 0.02),
            braces,
            None if ground is None else ground.height,
            size=0.16,
            bar=0.032,
            skin=blankets.mli(m.GOLD, "beresheet-leg", 0.06),
            sole=m.paint((0.7, 0.7, 0.69), "beresheet-foot"),
        )
        at.tube(around(0.78, b, SHOULDER - 0.04), around(0.88, b, SHOULDER - 0.02), 0.05, m.metal())


def deck(at: Assembly) -> None:
    """Set antennas, trackers, the reflector and the magnetometer on the deck."""
    top = at.sub((0, 0, DECK + 0.03))
    for x, y, height in ((0.34, 0.34, 0.22), (-0.36, -0.3, 0.2)):
        top.tube((x, y, 0), (x, y, height), 0.012, m.metal(), sides=10)
        top.lathe(
            [(0.035, height - 0.02), (0.045, height + 0.03), (0.0, height + 0.05)], m.paint(), at=(x, y, 0), sides=20
        )
    for b in (60, 240):
        frames.tracker(top.facing(around(0.3, b, 0.05), around(0.7, b, 1.0)), 0.075)
    top.box((0.2, 0.24, 0.1), (0.1, -0.26, 0.05), m.foil(m.SILVER, 0.05, 0.01, "beresheet-box"), bevel=0.008)
    top.box((0.12, 0.12, 0.08), (-0.12, 0.3, 0.04), m.black(), bevel=0.008)
    top.ball(0.028, (-0.32, 0.12, 0.03), m.metal((0.72, 0.55, 0.2), "gilt", 0.25), rows=14)
    top.tube((0.1, 0.08, 0), (0.1, 0.08, 0.12), 0.03, m.paint((0.6, 0.6, 0.59), "sensor"))
    for b in (0, 90, 180, 270):
        parts.camera(at.facing(around(0.53, b + 22, DECK - 0.02), around(1.0, b + 22, -0.5)), 0.05)


def lander(at: Assembly, ground: Ground | Level | None) -> None:
    """Build the whole lander."""
    body(at)
    engine(at)
    legs(at, ground)
    deck(at)


def descending() -> None:
    """Draw the lander above the grey plains, its engine ahead, the Earth behind it."""
    at = Assembly().sub((0, 0, 0), z=35).sub((0, 0, 0), y=-58, x=14).sub((0, 0, -0.8))
    lander(at, None)
    view = stage.look((3.0, -2.5, 0.35), (0.2, 0.1, -0.12), 52)
    stage.moon_below((-480, 300, -620), 600, (100, 60, 20))
    stage.sun(-72, 24, 12.0, fill=0.03)
    stage.earth(view, 19.0, 10.5)


def standing(at: Assembly) -> None:
    """Build the lander for its profile."""
    lander(at, Level())


PLATES = {"beresheet-descent": (descending, 10, 0.0)}
PROFILES = {"beresheet": (standing, 25.0)}
