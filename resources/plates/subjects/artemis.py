"""Artemis I to IV: Orion where each flight was, or is to be, at its farthest.

Read: Artemis I 432,210 km from the Earth at most; Artemis II 6,545 km above the Moon's far side and 406,771 km from the
Earth; Artemis III by the plan of 27 February 2026 a rendezvous and docking test with Starship, Blue Moon or both in low
Earth orbit; Artemis IV the first landing, its lander by SpaceX or by Blue Origin, none designated on 13 September 2026
(the atlas's own entries artemis-1 to artemis-4). Orion as in orion.py, Starship HLS as in starship_hls.py, its legs
and its lift left off: how they are stowed in flight is not published, nor where its docking port sits.
"""

from __future__ import annotations

import math

from kit import earth, stage, stations
from kit.assembly import Assembly, pose

from subjects import orion, starship_hls

MOON_KM, EARTH_KM = 1737.4, 6371.0
AWAY = 20_000.0
"""How far off, in the scene's units, bodies hang that are given by their angles."""


def _moon(view: stage.View, right: float, up: float, distance: float, turn: tuple[float, float, float]) -> None:
    """Hang the Moon in the sky by degrees right of and above the line of sight, its centre `distance` km away."""
    forward = (view.aim - view.eye).normalized()
    aside = forward.cross((0, 0, 1)).normalized()
    over = aside.cross(forward)
    a, b = math.radians(right), math.radians(up)
    towards = forward * math.cos(a) * math.cos(b) + aside * math.sin(a) * math.cos(b) + over * math.sin(b)
    stage.moon_below(view.eye + towards * AWAY, AWAY * MOON_KM / distance, turn)


def far_point() -> None:
    """Draw Artemis I at its farthest: the engine and the wings before us, Moon and Earth small beyond."""
    at = Assembly(pose((0.80, 0.58, 0.14), (0.3, 0.1, 1.0)))
    orion.spacecraft(at.sub((0, 0, 0), z=-2), swing=10)
    view = stage.look((-12.5, -30.0, 7.0), (2.5, 0.0, -0.9), 48)
    _moon(view, 11.8, 5.2, 68_500.0, (8, -6, 80))
    stage.earth(view, 15.7, 7.6, across=math.degrees(2 * EARTH_KM / 432_210.0))
    stage.sun(-148, 30, 13.0, fill=0.012)


def far_side() -> None:
    """Draw Artemis II behind the Moon, light in its windows, the Earth about to set."""
    at = Assembly(pose((0.62, -0.70, 0.22), (0.2, 0.3, 1.0)))
    orion.spacecraft(at.sub((0, 0, 0), z=12), face=0.0, swing=24, lit=True)
    view = stage.look((3.5, -30.0, 1.0), (2.4, 0.0, -0.5), 49)
    _moon(view, 9.4, 1.2, MOON_KM + 6_545.0, (8, -6, 40))
    stage.earth(view, 20.8, 8.6, across=math.degrees(2 * EARTH_KM / 406_771.0))
    stage.sun(-40, 20, 13.0, fill=0.014)


def _lander(at: Assembly) -> Assembly:
    """Build Starship HLS as in flight, and give the frame of its docking port."""
    starship_hls.hull(at)
    starship_hls.details(at)
    port = at.sub((0, 0, starship_hls.HEIGHT - 0.28))
    stations.port(port, 0.85)
    return port.sub((0, 0, 0.5))


def rendezvous() -> None:
    """Draw the test planned for Artemis III: Orion before the nose of Starship HLS, the Earth below."""
    light = (-140.0, 30.0)
    ship = Assembly(pose((-0.74, -0.62, -0.10), (0.3, -0.6, 1.0), (35.0, 40.0, 5.0)))
    port = _lander(ship)
    near = port.sub((0, 0, 9.0 + orion.HEIGHT), x=180)
    orion.spacecraft(near.sub((0, 0, 0), z=15), swing=6)
    view = stage.look((-21.0, -52.0, 3.4), (-4.6, 0.0, -1.6), 44)
    stage.sun(*light, 11.0, fill=0.012)
    earth.below(view, light, altitude=420, drop=1.5, lean=-6, turn=(140, 20, 60))


def docked() -> None:
    """Draw the plan of Artemis IV: Orion docked with a lander, here Starship HLS, high over the Moon."""
    ship = Assembly(pose((-0.40, -0.66, 0.63), (0.7, -0.2, 0.6), (19.6, 27.0, -26.0)))
    port = _lander(ship)
    orion.spacecraft(port.sub((0, 0, orion.HEIGHT - 0.12), x=180, z=45), swing=0)
    view = stage.look((-15.0, -36.0, 14.0), (2.6, 0.0, 2.7), 57)
    _moon(view, -19.0, -13.0, 5_200.0, (12, 20, 150))
    stage.earth(view, 22.0, 1.0)
    stage.sun(-52, 26, 12.0, fill=0.014)


PLATES = {
    "artemis-1-far-point": (far_point, 8, 0.0),
    "artemis-2-far-side": (far_side, 8, 0.0),
    "artemis-3-rendezvous": (rendezvous, 8, -0.1),
    "artemis-4-docked": (docked, 8, -0.1),
}
PROFILES = {}
