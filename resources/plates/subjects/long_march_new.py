"""Long March 10 for crews to the Moon and the planned super-heavy Long March 9.

Read: Long March 10: 92.5 m high, three cores 5 m wide with seven YF-100K each, second stage with two YF-100M, third
with three YF-75E (mirror of Wikipedia's "Long March 10", wikiwand, 2024; Notebookcheck, 2026). It had not flown when
this was drawn: the plan of 2023 to 2026 is shown, with the crewed spacecraft and its escape tower. Long March 9: of
its changing plans the one of 2023 is shown: 114 m high, 10.6 m wide, no boosters, 30 methane engines on a reusable
first stage, two on the second, one hydrogen engine on a third (Exospace News, March 2023; mirror of Wikipedia,
cloudfront); grid fins on the first stage (ru24, 2024). Lengths of the stages, noses, the places of the 30 engines (3,
9 and 18), fins and tower are estimated beside these. Lettering and flags are left off.
"""

from __future__ import annotations

from typing import Final

from kit import earth, plumes, rockets, stage
from kit import materials as m
from kit.assembly import Assembly

CORE_10: Final = 2.5
CORE_9: Final = 5.3
GREY: Final[m.Colour] = (0.5, 0.51, 0.53)


def _core_10(at: Assembly, top: float) -> None:
    """Build one of the three cores: seven engines, corrugated tail and intertank."""
    white, grey = rockets.skin(name="core-10"), rockets.skin(GREY, "tail")
    rockets.engines(at, [(0, 0), *rockets.ring_of(6, 1.62, 30)], 0.66, 1.85, top=1.85, name="yf-100k")
    rockets.hull(at, [(1.6, CORE_10 * 1.03), (4.4, CORE_10), (top, CORE_10)], white)
    rockets.base(at, CORE_10, 1.6, 0.6)
    rockets.ribbed(at, CORE_10, 1.7, 4.4, grey)
    rockets.ribbed(at, CORE_10, 16.4, 18.6, white)
    rockets.hoops(at, CORE_10, (30.0, 40.6), grey)
    for angle in (75, 255):
        rockets.raceway(at, CORE_10, angle, 4.6, top - 2.0, white, width=0.4)


def escape_tower(at: Assembly, low: float, height: float, radius: float) -> None:
    """Add an escape tower that narrows upwards, with four canted nozzles and a skirt of smaller ones."""
    white = rockets.skin(pitch=1.6)
    z = [low + height * t for t in (0.0, 0.1, 0.62, 0.66, 0.86, 0.9, 0.97)]
    rockets.hull(
        at,
        [
            (z[0], radius * 1.7),
            (z[1], radius),
            (z[2], radius),
            (z[3], radius * 0.8),
            (z[4], radius * 0.8),
            (z[5], radius * 0.62),
            (z[6], radius * 0.4),
            (low + height, 0.0),
        ],
        white,
        sides=48,
    )
    rockets.hoops(at, radius, (z[1], z[2]), rockets.dark(), thick=0.06)
    for x, y in rockets.ring_of(4, radius * 0.95, 45):
        bell = at.facing((x, y, z[3]), (x, y, -radius * 1.1))
        bell.shell([(0.16, 0.0), (0.3, 0.5), (0.38, 1.0)], m.nozzle(), sides=24)
        bell.lathe([(0.22, -0.4), (0.24, 0.02)], white, sides=24)
    for x, y in rockets.ring_of(8, radius * 0.62):
        at.facing((x, y, z[5] + 0.2), (x, y, 0)).lathe([(0.1, -0.05), (0.13, 0.12)], rockets.dark(), sides=16)


def long_march_10(at: Assembly) -> None:
    """Build Long March 10 with the crewed spacecraft: three cores in a row along x."""
    white, grey = rockets.skin(name="core-10"), rockets.skin(GREY, "tail")
    _core_10(at, 44.0)
    for k in range(2):
        side = at.sub((0, 0, 0), z=180 * k).sub((2 * CORE_10 + 0.35, 0, 0))
        _core_10(side, 41.0)
        rockets.leaning(side, CORE_10, 41.0, 8.4, white, lean=0.55)
        for z in (3.4, 39.6):
            for y in (-1.1, 1.1):
                side.tube((-CORE_10 * 0.8, y, z), (-CORE_10 - 0.8, y * 0.6, z), 0.14, m.metal())
    rockets.ribbed(at, CORE_10, 44.0, 48.6, grey)
    rockets.hull(at, [(44.0, CORE_10), (73.4, CORE_10)], white)
    rockets.ribbed(at, CORE_10, 59.2, 62.6, white)
    rockets.hoops(at, CORE_10, (48.6, 54.0, 66.5, 73.4), grey)
    rockets.raceway(at, CORE_10, 75, 48.8, 73.0, white, width=0.4)
    rockets.hull(at, [(73.4, CORE_10), (77.4, CORE_10), (78.2, 2.46), (82.6, 1.0)], rockets.skin(pitch=9.0), sides=96)
    for x, y in rockets.ring_of(4, CORE_10, 45):
        at.facing((x, y, 76.2), (x, y, 0)).box((1.3, 2.0, 0.12), (0, 0, 0), grey, bevel=0.03)
    escape_tower(at, 82.4, 92.5 - 82.4, 0.56)


def engines_9() -> list[rockets.Spot]:
    """Place thirty engines in three rings."""
    return [*rockets.ring_of(3, 0.95, 30), *rockets.ring_of(9, 2.75), *rockets.ring_of(18, 4.5, 10)]


def long_march_9(at: Assembly) -> None:
    """Build Long March 9 as planned in 2023: one body of 10.6 m, three stages, four grid fins."""
    white, steel = rockets.skin(name="core-9", pitch=3.6), rockets.skin((0.46, 0.47, 0.49), "steel", pitch=1.8)
    rockets.engines(at, engines_9(), 0.62, 2.0, top=2.0, name="yf-215")
    rockets.hull(at, [(1.8, CORE_9), (59.0, CORE_9)], white)
    rockets.base(at, CORE_9, 1.6, 0.8)
    rockets.ribbed(at, CORE_9, 1.8, 6.4, steel, count=110)
    rockets.ribbed(at, CORE_9, 26.0, 29.4, white, count=120)
    rockets.hull(at, [(54.0, CORE_9 + 0.03), (61.2, CORE_9 + 0.03)], steel)
    rockets.ribbed(at, CORE_9, 58.8, 61.2, steel, count=110)
    rockets.hull(at, [(61.2, CORE_9), (92.0, CORE_9)], white)
    rockets.ribbed(at, CORE_9, 76.0, 79.6, white, count=120)
    rockets.hoops(at, CORE_9, (54.0, 66.0, 79.6, 92.0), steel, thick=0.09)
    rockets.fairing(at, 92.0, CORE_9, 7.0, 114.0 - 99.0, white, foot=(CORE_9, 0.2), third=0.1, blunt=0.8)
    for angle in (20, 200):
        rockets.raceway(at, CORE_9, angle, 6.4, 58.0, white, width=0.7)
        rockets.raceway(at, CORE_9, angle, 61.4, 91.0, white, width=0.5)
    for k in range(4):
        side = at.sub((0, 0, 0), z=45 + 90 * k)
        rockets.grid_fin(side.sub((CORE_9, 0, 56.6), y=-84), 3.2, 4.4, m.metal((0.34, 0.34, 0.34), "grid", 0.42))
        outline = [(CORE_9 - 0.1, 2.0), (CORE_9 + 1.3, 2.0), (CORE_9 + 1.3, 8.0), (CORE_9 - 0.1, 13.0)]
        rockets.fin(side, outline, 1.5, steel)


def three_cores_climb() -> None:
    """Draw Long March 10 in climb, its escape tower nearest to the eye, three plumes below."""
    at = rockets.flying((35.0, 16.0, -42.0), (-0.62, -0.5, 0.6), (0.72, -0.1, 0.68))
    long_march_10(at)
    for k in (-1, 0, 1):
        tail = at.sub((k * (2 * CORE_10 + 0.35), 0, 0))
        plumes.plume(tail, 2.2, 52.0, 9.0, strength=0.5, name="yf-100k")
    plumes.lamp(at, 3.0e5, 4.0, plumes.KEROSENE[0])
    view = stage.look((1.0, -84.0, 6.0), (3.0, 0.0, -9.0), 63)
    stage.sun(238, 16, 12.0, fill=0.03)
    earth.below(view, (238, 16), altitude=95.0, lean=-11.0, turn=(10, 60, 200))


def thirty_engines() -> None:
    """Draw Long March 9 from behind as it climbs: the ring of engines near, the nose far off."""
    at = rockets.flying((-21.0, -22.0, -17.0), (0.66, 0.62, 0.42), (0.5, -0.7, 0.2))
    long_march_9(at)
    plumes.jets(at, engines_9(), 0.62, 9.0, colours=plumes.METHANE, strength=2.2, name="yf-215")
    plumes.plume(at, 5.0, 60.0, 18.0, colours=plumes.METHANE, strength=0.12, name="veil-9")
    plumes.lamp(at, 2.0e5, 5.0, plumes.METHANE[0])
    view = stage.look((0.0, -86.0, -4.0), (-1.0, 0.0, 1.0), 62)
    stage.sun(222, 20, 13.0, fill=0.04)
    earth.below(view, (222, 20), altitude=100.0, lean=12.0, turn=(80, 200, 20))


PLATES = {
    "long-march-10-climb": (three_cores_climb, 10, 0.0),
    "long-march-9-climb": (thirty_engines, 10, 0.0),
}
PROFILES = {"long-march-10": (long_march_10, 0), "long-march-9": (long_march_9, 20)}
