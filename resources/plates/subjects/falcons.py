"""Falcon 9, Falcon Heavy and the spent second stage that went to the Moon.

Read: 70 m high, 3.7 m wide; first stage 41.2 m, 47.7 m with its interstage, second stage 13.8 m, fairing 5.2 m wide
(Spaceflight Insider, "Falcon 9 & Falcon Heavy"); nine Merlin engines a core, 27 on Falcon Heavy, one on the second
stage (SpaceX, "Falcon User's Guide", and Rocket Rundown); Falcon Heavy 12.2 m from booster to booster
(spacexstats); nose cones in place of the interstage on its side boosters, large titanium grid fins (space.stackexchange
24109). The stage on its way to the Moon: 13.8 m long, about 4 t (a2znews). Sizes of fins, legs, bells and their places
are estimated beside these; emblems and lettering are left off.
"""

from __future__ import annotations

from typing import Final

from kit import earth, plumes, rockets, stage
from kit import materials as m
from kit.assembly import Assembly

RADIUS: Final = 1.85
TANK: Final = 41.2
INTERSTAGE: Final = 47.7
STAGE_2: Final = 13.8
FAIRING: Final = 2.6
GAP: Final = 12.2 / 2 - RADIUS
TITANIUM: Final[m.Colour] = (0.36, 0.35, 0.34)


def merlins(at: Assembly, *, top: float = 1.5) -> None:
    """Hang nine engines: eight round one, as in the Octaweb."""
    rockets.engines(at, [(0, 0), *rockets.ring_of(8, 1.24, 22.5)], 0.46, 1.5, top=top, name="merlin")


def first_stage(at: Assembly, *, used: bool = True, fins: bool = False, cap: bool = False) -> None:
    """Build a core with legs and fins; `fins`: spread for the way back; `cap`: a nose instead of the interstage."""
    soot = (9.0, 46.0) if used else None
    lower = rockets.skin(name="core", pitch=1.5, soot=soot)
    merlins(at)
    rockets.hull(at, [(1.1, RADIUS), (3.0, RADIUS)], rockets.dark())
    rockets.base(at, RADIUS, 1.1, 0.5)
    rockets.hull(at, [(3.0, RADIUS), (26.5, RADIUS)], lower)
    rockets.hull(
        at, [(26.5, RADIUS), (TANK, RADIUS)], rockets.skin(name="oxygen", pitch=1.5, soot=(14.0, 47.0), frost=0.1)
    )
    if cap:
        at.lathe(
            [(RADIUS, TANK), *rockets.haack(RADIUS, 6.2, TANK + 0.3, blunt=0.25, third=0.2)], rockets.skin(), sides=96
        )
    else:
        at.lathe(
            [(RADIUS - 0.05, INTERSTAGE), (RADIUS, INTERSTAGE), (RADIUS, TANK), (RADIUS - 0.05, TANK)], rockets.dark()
        )
        at.lathe([(RADIUS - 0.06, TANK + 0.6), (RADIUS - 0.06, INTERSTAGE)], rockets.dark("inside"))
        at.ball(RADIUS - 0.08, (0, 0, TANK - 0.5), m.metal((0.7, 0.7, 0.7), "dome"), squash=0.5)
    rockets.raceway(at, RADIUS, 20, 4.0, TANK, rockets.skin(), width=0.34)
    for k in range(4):
        side = at.sub((0, 0, 0), z=45 + 90 * k)
        _leg(side)
        hinge = side.sub((RADIUS, 0, TANK + 0.9 if not cap else TANK - 0.9), y=0 if fins else -90)
        rockets.grid_fin(hinge, 1.5, 1.9, m.metal(TITANIUM, "titanium", 0.42))


def _leg(at: Assembly) -> None:
    """Fold a leg against the tank: a broad black blade with its strut's fairing, its foot up."""
    blade = rockets.dark("leg", (0.035, 0.036, 0.04))
    outline = [(-0.95, 1.7), (0.95, 1.7), (0.62, 8.6), (0.3, 10.6), (-0.3, 10.6), (-0.62, 8.6)]
    points = [(RADIUS + d * (1 - 0.35 * (z > 8)), y, z) for d in (-0.12, 0.34) for y, z in outline]
    faces = [tuple(range(6)), tuple(range(11, 5, -1)), *((k, k + 6, (k + 1) % 6 + 6, (k + 1) % 6) for k in range(6))]
    at.mesh(points, faces, blade, bevel=0.08)
    at.tube((RADIUS + 0.3, 0, 2.0), (RADIUS + 0.28, 0, 9.6), 0.17, blade, sides=16)


def second_stage(at: Assembly, *, spent: bool = False) -> None:
    """Build the second stage from its bell's exit at 0; `spent`: payload adapter open on top, paint weathered."""
    white = rockets.skin((0.72, 0.71, 0.67) if spent else rockets.WHITE, "spent" if spent else "white", pitch=1.5)
    bell = 3.2
    rockets.engines(at, [(0, 0)], 1.45, bell, top=bell, colour=(0.26, 0.22, 0.2), name="niobium")
    rockets.hull(at, [(bell + 0.5, RADIUS * 0.82), (bell + 1.0, RADIUS), (STAGE_2 - 1.2, RADIUS)], white)
    at.lathe([(0.0, bell + 0.55), (RADIUS * 0.8, bell + 0.55)], m.foil(m.SILVER, 0.3, 0.05, "tail"))
    rockets.hoops(at, RADIUS, (bell + 1.1, 8.0, STAGE_2 - 1.3), m.paint((0.55, 0.55, 0.54), "flange"), thick=0.04)
    rockets.hull(at, [(STAGE_2 - 1.2, RADIUS), (STAGE_2, RADIUS)], rockets.dark())
    rockets.raceway(at, RADIUS, 20, bell + 1.1, STAGE_2 - 1.2, white, width=0.34)
    for x, y in rockets.ring_of(4, RADIUS * 0.62, 45):
        at.ball(0.42, (x, y, bell + 0.25), m.metal((0.12, 0.12, 0.13), "bottle", 0.4), rows=16)
    for angle in (70, 250):
        pod = at.sub((0, 0, 0), z=angle)
        pod.box((0.34, 0.5, 0.7), (RADIUS + 0.1, 0, STAGE_2 - 2.1), white, bevel=0.08)
        for y in (-0.16, 0.16):
            pod.facing((RADIUS + 0.24, y, STAGE_2 - 2.5), (0.3, y, -1)).lathe(
                [(0.05, 0.0), (0.09, 0.16)], m.nozzle(), sides=16
            )
        rockets.raceway(at, RADIUS, angle + 24, 5.0, STAGE_2 - 2.0, m.metal(), width=0.12)
    if spent:
        at.lathe([(RADIUS - 0.1, STAGE_2), (0.9, STAGE_2 + 0.9), (0.85, STAGE_2 + 1.1)], rockets.dark("cone"), sides=72)
        rockets.hoops(at, 0.86, (STAGE_2 + 1.1,), m.metal(), thick=0.06)


def falcon_9(at: Assembly) -> None:
    """Build Falcon 9 with its fairing, ready to fly."""
    first_stage(at)
    rockets.hull(at, [(INTERSTAGE, RADIUS), (56.0, RADIUS)], rockets.skin(name="stage-2", pitch=1.5, frost=0.1))
    rockets.hoops(at, RADIUS, (INTERSTAGE,), rockets.dark())
    rockets.fairing(at, 58.0, FAIRING, 5.6, 6.4, rockets.skin(pitch=3.0), foot=(RADIUS, 1.6), third=0.15, blunt=0.3)
    rockets.raceway(at, RADIUS, 20, INTERSTAGE, 56.0, rockets.skin(), width=0.34)


def falcon_heavy(at: Assembly, *, apart: float = 0.0) -> None:
    """Build Falcon Heavy: three cores in a row along x; `apart`: how far the side boosters have drifted."""
    falcon_9(at)
    for side in (-1, 1):
        booster = at.sub((side * (GAP + apart), 0, -apart * 0.55), y=side * apart * 0.55)
        first_stage(booster.sub((0, 0, 0), z=0 if side > 0 else 180), cap=True)


def separation() -> None:
    """Draw Falcon 9 at stage separation above the air: the first stage falls back, the second has lit."""
    base, course = (-23.0, -25.0, -11.0), (0.747, 0.548, 0.378)
    first_stage(rockets.flying(base, (0.747, 0.53, 0.40), (0.6, -0.8, 0.2)), fins=True)
    upper = rockets.flying(base, course, (0.4, -0.9, 0.1)).sub((0.3, 0, 62.0))
    second_stage(upper)
    rockets.hull(upper, [(STAGE_2, RADIUS), (15.4, FAIRING)], rockets.skin(pitch=3.0))
    rockets.fairing(upper, 15.4, FAIRING, 5.2, 6.4, rockets.skin(pitch=3.0), foot=(RADIUS, 1.4), third=0.15, blunt=0.3)
    plumes.plume(upper, 1.4, 34.0, 13.0, strength=0.5, light=9.0e4, name="mvac")
    view = stage.look((0.0, -75.0, 2.0), (-0.5, 0.0, 3.4), 61)
    stage.sun(222, 17, 14.0, fill=0.06)
    earth.below(view, (222, 17), altitude=80.0, lean=7.0)


def side_boosters_away() -> None:
    """Draw Falcon Heavy as its side boosters let go and turn away."""
    at = rockets.flying((23.0, -12.0, -21.0), (-0.62, 0.34, 0.70), (0.7, 0.2, 0.6))
    falcon_heavy(at, apart=7.0)
    plumes.plume(at, 1.7, 40.0, 12.0, strength=0.5, light=1.2e5, name="core")
    view = stage.look((2.0, -96.0, -14.0), (2.0, 0.0, -5.5), 58)
    stage.sun(-8, 12, 14.0, fill=0.04)
    earth.below(view, (-8, 12), altitude=120.0, lean=-5.0, turn=(40, 10, 80))


def towards_the_moon() -> None:
    """Draw the spent stage, tumbling over the Moon's limb towards the border of near and far side."""
    at = rockets.flying((4.3, -2.6, -2.4), (-0.74, 0.42, 0.46), (0.3, 0.8, 0.1))
    second_stage(at, spent=True)
    view = stage.look((-3.0, -24.0, 1.0), (-0.6, 0.0, 0.9), 47)
    stage.sun(-20, 9, 13.0, fill=0.03)
    stage.moon_below((-260, 1150, -1160), 1150, (70, 0, 95))
    stage.earth(view, 14.0, 9.0)


PLATES = {
    "falcon-9-separation": (separation, 14, 0.0),
    "falcon-heavy-boosters": (side_boosters_away, 14, 0.0),
    "falcon9-stage-moon": (towards_the_moon, 10, 0.0),
}
PROFILES = {
    "falcon-9": (falcon_9, 20),
    "falcon-heavy": (falcon_heavy, 0),
    "falcon9-stage-impact-2026": (second_stage, 0),
}
