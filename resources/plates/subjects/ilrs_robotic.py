"""A station of robots at the south pole as it was told of in early 2021, nobody there, the Sun on the horizon.

As described; its appearance is not published beyond an artist's conception. Read: a robotic base at the lunar south
pole to which nations contribute spacecraft of their own, Chang'e 6, 7 and 8 and missions such as Luna-27 as its robotic
basis (SpaceNews, 17 February 2021); able to work by itself for long (CNSA in Live Science, March 2021). No dimensions
are published there: the landers are those of change_4.py, standing for the kind, and luna_27.py beside this file, which
name their sources; cargo landers, carriers and masts are working figures.
"""

from __future__ import annotations

from kit import base, rovers, stage
from kit.assembly import Assembly, Vector
from kit.relief import Lane, Site, cable, mountains

from subjects import change_4, ilrs_station, luna_27


def headlamps(at: Assembly, x: float, y: float, z: float, power: float) -> None:
    """Add two lamps on the front of a vehicle."""
    for side in (-y, y):
        base.lamp(at.facing((x, side, z), (1, 0, -0.16)), power, cone=70, colour=(0.95, 0.95, 1.0))


def dawn() -> None:
    """Draw landers and rovers against the light, their lamps on, long shadows running to the camera."""
    ground = Site(
        95,
        level=26,
        hills=8,
        craters=620,
        reach=110,
        placed=[(-2.6, -12.6, 0.9), (4.6, -10.2, 0.6), (12, -1, 2.2), (-13, 2, 2.6)],
        lanes=[
            Lane([(-7.5, 9.0), (-1.0, 4.5), (0.4, -4.5), (0.9, -7.4)], 1.9, 0.3, 0.15, 0.045),
            Lane([(6.3, 3.0), (6.9, -1.5), (6.0, -3.8)], 0.85, 0.15, 0.1, 0.03),
        ],
        abyss=(70, 300, 235, 110, 3.0),
    )

    def put(x: float, y: float, turn: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    luna_27.whole(put(-5.4, 0.6, -58), ground.height)
    change_4.base(put(6.6, 6.6, -104), ground)
    change_4.rover(put(5.9, -4.0, -124), ground)
    front = put(1.0, -8.6, -84)
    rovers.carrier(front, ground.height)
    headlamps(front, 1.68, 0.5, 0.74, 260.0)
    back = put(-9.2, 10.4, -36)
    rovers.carrier(back, ground.height, load=False)
    headlamps(back, 1.68, 0.5, 0.74, 160.0)
    rovers.cargo_lander(put(-5.2, 31, 30), ground.height)
    rovers.cargo_lander(put(17, 31, 10), ground.height, loaded=False)
    ilrs_station.mast(put(-13.5, 30), 11.0)
    rovers.ground_dish(put(3.6, 27), 2.6, Vector((-0.3, 1, 0.12)), ground.height)
    rovers.container(put(0.6, 3.8, 30), (1.8, 1.6, 1.4))
    cable(ground, [(-13.2, 29.0), (-8.0, 14.0), (-4.6, 2.2)], 0.045, ends=(0.3, 0.6))
    cable(ground, [(-13.0, 30.0), (2.0, 18.0), (5.6, 8.0)], 0.045, ends=(0.3, 0.6), seed=7)
    view = stage.look((0.4, -19.5, 2.5), (0.3, 2.0, 2.2), 50)
    stage.sun(160, 8, 17.0, fill=0.06)
    ground.build(view.eye, view.aim, view.fov)
    mountains(view.eye, view.aim, view.fov, seed=21, high=380)
    ground.rocks(view.eye, Vector((0, -2, 0)), clear=6.5, count=560, spread=26, largest=0.45)
    stage.earth(view, 11.0, 8.5)


PLATES = {"ilrs-robotic-base": (dawn, 12, 0.35)}
