"""The new-generation crew ship's uncrewed test flight of 2020, high over the Earth.

Read: 8.8 m long, 21.6 t, a service capsule and a return capsule (Xinhua, 24 March 2020); nearly 9 m tall and about
4.5 m at its widest (ksgindia.com, 2020); seven manoeuvres up to an apogee of about 8,000 km (wikisum.wiki, Mengzhou);
no escape tower on this flight (Digital Journal, 2020). The ship is drawn by the builders of Mengzhou, whose file says
what is estimated there: 8.5 m and a skirt; the trial version carries no docking ring here, nothing of one having
been read, and an apex cover in its place.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kit import arrays, blankets, earth, parts, stage
from kit import materials as m
from kit.assembly import Assembly, pose

from subjects import mengzhou

if TYPE_CHECKING:
    from mathutils import Vector

LENGTH = 8.8
TAIL = mengzhou.TAIL
APEX = TAIL + LENGTH - 0.12


def ship(at: Assembly, sun: Vector | None = None) -> None:
    """Build the trial ship along z: capsule with a plain apex, service module, two wings along y."""
    mengzhou.capsule(at, port=False)
    cover = m.paint((0.5, 0.5, 0.49), "apex", 0.5)
    at.lathe(
        [(0.88, 3.17), (0.84, 3.3), (0.62, APEX - 0.12), (0.3, APEX - 0.01), (0.0, APEX)], cover, sides=72, smooth=30
    )
    at.ring(0.87, 0.02, (0, 0, 3.2), m.metal((0.3, 0.3, 0.31), "seam"))
    mengzhou.service(at)
    _tail(at)
    for side in (-1, 1):
        root = at.sub((0, side * 2.02, -2.7), z=90.0 * side)
        root.lathe([(0.2, -0.05), (0.16, 0.22), (0.1, 0.3)], m.metal(), sides=28)
        cells = arrays.cells(11, 12, "gallium")
        arrays.panels(arrays.turned(root, sun), 3, 1.95, 2.25, front=cells, yoke=1.15, gap=0.08)


def _tail(at: Assembly) -> None:
    """Close the tail that the camera looks at: bulkhead, pipes, tanks' ends, roll thrusters, cameras."""
    at.lathe(
        [(1.62, TAIL + 0.4), (1.55, TAIL + 0.34), (0.0, TAIL + 0.3)], blankets.mli(m.COPPER, "keel", 0.3), sides=72
    )
    for k in range(4):
        a = math.radians(90 * k)
        at.ball(
            0.34,
            (1.05 * math.cos(a), 1.05 * math.sin(a), TAIL + 0.42),
            blankets.mli(m.SILVER, "silver", 0.2),
            squash=0.7,
        )
        b = a + math.radians(45)
        at.ring(0.2, 0.03, (0.72 * math.cos(b), 0.72 * math.sin(b), TAIL + 0.28), m.metal())
        at.tube(
            (0.72 * math.cos(b), 0.72 * math.sin(b), TAIL + 0.3),
            (0.2 * math.cos(b), 0.2 * math.sin(b), TAIL + 0.28),
            0.035,
            m.metal(),
        )
    for k in range(8):
        a = math.radians(45 * k + 22)
        parts.thruster(
            at.facing(
                (1.72 * math.cos(a), 1.72 * math.sin(a), TAIL + 0.46), (math.cos(a) * 0.3, math.sin(a) * 0.3, -1)
            ),
            0.07,
        )
    at.lathe([(0.16, TAIL + 0.16), (0.2, TAIL + 0.32)], m.black(), sides=32)


def apogee() -> None:
    """Draw it from behind near the top of its path, the whole Earth in view."""
    light = (222.0, 22.0)
    ship(Assembly(pose((0.62, 0.68, 0.36), (0.15, -0.55, 0.8), (-0.5, 0.0, 0.3))), arrays.sunward(*light))
    view = stage.look((-2.6, -19.0, 2.2), (0.1, 0, -1.55), 63)
    stage.sun(*light, 12.5, fill=0.03)
    earth.below(view, light, altitude=8000.0, drop=-5.0, lean=-26.0, turn=(10.0, 30.0, 110.0))


def profile(at: Assembly) -> None:
    """Stand it on its engines."""
    ship(at.sub((0, 0, -TAIL)), arrays.sunward(0.0, 0.0))


PLATES = {"xzf-test-2020-apogee": (apogee, 8, 0.0)}
PROFILES = {"xzf-test-2020": (profile, -90.0)}
