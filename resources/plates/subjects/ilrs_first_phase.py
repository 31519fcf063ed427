"""The machines of the station's first phase, reconnaissance, on one ground at one scale.

Read: the first phase is that of Chang'e 4, 6 and 7 and of Luna-25, 26 and 27 (Xinhua, 17 June 2021; SpaceNews as copied
at exbulletin.com, 17 June 2021); a forum's list of 10 March 2021 has Chang'e 6 and 7 and Luna-25 and 27. Sizes and
looks are those of each machine's own file beside this one, which name their sources and say what is estimated. They
never stood together: the orbiter Luna-26, 60 to 80 km up in its plans, hangs over the landers here.
"""

from __future__ import annotations

from collections.abc import Callable

from kit import stage
from kit.assembly import Assembly, Vector
from kit.relief import Lane, Site, mountains, steps
from kit.suit import RESTING, astronaut

from subjects import change_4, change_6, change_7, luna_25, luna_26, luna_27


def _change_6(at: Assembly, ground: Site) -> None:
    """Build Chang'e 6 at work: lander, drill, arm, ascender."""
    change_6.lander(at, ground)
    change_6.drill(at, ground)
    change_6.arm(at, ground)
    change_6.ascender(at.sub((0, 0, change_6.DECK + 0.05)))


def _luna_25(at: Assembly, ground: Site) -> None:
    """Build Luna-25 with its arm out."""
    luna_25.lander(at, ground.height)
    luna_25.arm(at, ground.height)


def _luna_27(at: Assembly, ground: Site) -> None:
    """Build Luna-27 with its drill and arm out."""
    luna_27.whole(at, ground.height)


LINE: list[tuple[float, float, float, Callable[[Assembly, Site], None]]] = [
    (-8.7, 6.0, -52.0, change_4.lander),
    (0.2, 7.0, -78.0, _change_6),
    (9.5, 6.2, -104.0, change_7.lander),
    (-4.4, -3.2, -66.0, _luna_25),
    (4.0, -3.2, -104.0, _luna_27),
    (-8.2, -2.6, -40.0, change_4.rover),
    (8.7, -2.4, -138.0, change_7.rover),
]
"""Place, bearing and builder of each machine that stands on the ground."""


def line_up() -> None:
    """Draw landers and rovers in two ranks, seen by a long lens, the orbiter above them and a person before them."""
    ground = Site(
        57,
        level=30,
        hills=7,
        craters=520,
        reach=90,
        placed=[(-1.6, -14.5, 1.5), (9.5, -12, 0.9), (-13, -7, 1.6)],
        dents=steps([(-6.5, -26.0), (-4.0, -15.0), (-2.0, -5.0)]),
        lanes=[
            Lane([(-2.0, -30.0), (-4.6, -21.0), (-6.6, -13.0), (-7.8, -7.0), (-8.2, -2.6)], 1.0, 0.16, 0.1, 0.009),
            Lane([(4.6, -30.0), (6.2, -21.0), (7.6, -13.0), (8.5, -7.0), (8.7, -2.4)], 1.0, 0.16, 0.1, 0.009),
        ],
    )

    def put(x: float, y: float, turn: float) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    for x, y, turn, build in LINE:
        build(put(x, y, turn), ground)
    change_7.hopper(Assembly().sub((5.2, 5.0, 6.3), x=12, y=-8))
    change_6.mini_rover(put(0.7, -4.3, -60))
    luna_26.orbiter(Assembly().sub((-1.6, 5.5, 8.7), z=-62).sub((0, 0, 0), x=24, y=152))
    astronaut(put(-1.9, -4.6, -74), RESTING)
    view = stage.look((0.2, -41.0, 2.75), (0.1, 2.0, 3.95), 33.4)
    stage.sun(220, 12, 15.0, fill=0.045)
    ground.build(view.eye, view.aim, view.fov)
    mountains(view.eye, view.aim, view.fov, seed=17, high=150)
    ground.rocks(view.eye, Vector((0, 16, 0)), clear=13.5, count=620, spread=34, largest=0.7)


PLATES = {"ilrs-first-phase": (line_up, 8, 0.05)}
