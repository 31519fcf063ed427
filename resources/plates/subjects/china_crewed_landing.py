"""Chinese astronauts on a drive over the Moon, their lander Lanyue behind them.

As described; the rover's final look is not published. Read: an open rover that folds and carries two astronauts, made
of modules, with traits of ancient Chinese chariots (People's Daily Online, 15 November 2024); four wheels, a body whose
angle can be set (kevinjamesng.com, November 2023); named Tansuo, its suit Wangyu (People's Daily Online, 12 February
2025); 200 kg (CGTN, 24 February 2024); two astronauts, a short stay with samples (the atlas's entry on the landing).
The lander is that of lanyue.py beside this file, which says how its size was estimated; the rover is estimated at 2.6 m
beside its crew of 1.9 m in suits.
"""

from __future__ import annotations

import math

from kit import base, parts, stage
from kit import materials as m
from kit.assembly import Assembly, Vector
from kit.ground import Level
from kit.parts import Height
from kit.relief import Lane, Site, mountains
from kit.suit import Pose, astronaut

from subjects import lanyue

FAR = (-2.4, 27.0)
"""Where the lander stands, in metres."""
TRACK, RADIUS = 1.62, 0.41
"""Metres: distance between the wheels of an axle and their radius."""
RED = (0.62, 0.05, 0.03)
DRIVING = Pose(hips=(98, 96), knees=(66, 60), arms=(52, 50), out=(8, 6), elbows=(44, 40), lean=-4, roll=0)
RIDING = Pose(hips=(98, 98), knees=(60, 64), arms=(30, 128), out=(6, -14), elbows=(58, 46), lean=-5, roll=0, look=-24)


def tansuo(at: Assembly, ground: Height) -> None:
    """Build the rover, which looks along +x: folding frame, four wheels on arms, seats, high dish, boxes behind."""
    steel, dark = m.metal(), m.metal((0.35, 0.35, 0.36), "dark")
    frame = m.metal((0.74, 0.74, 0.73), "frame", 0.32)
    _wheels(at, ground, frame, dark)
    for side in (-1, 1):
        y = side * 0.46
        base.rail(at, [(1.22, y, 0.86), (1.1, y, 0.62), (-1.1, y, 0.62), (-1.24, y, 0.9)], 0.042, frame)
        base.rail(
            at, [(1.1, y, 0.62), (0.86, side * 0.6, 1.02), (0.16, side * 0.62, 0.98), (-0.5, y, 0.64)], 0.026, frame
        )
    for x in (-1.1, -0.35, 0.35, 1.1):
        at.tube((x, -0.46, 0.62), (x, 0.46, 0.62), 0.036, frame)
    at.box((1.25, 0.96, 0.04), (0.42, 0, 0.64), m.metal((0.4, 0.4, 0.4), "grating"), bevel=0.01)
    for y in (-0.27, 0.27):
        at.box((0.44, 0.42, 0.09), (-0.12, y, 0.92), m.cloth((0.4, 0.4, 0.41), "seat"), bevel=0.03)
        at.sub((-0.52, y, 1.2), y=-14).box((0.06, 0.44, 0.56), (0, 0, 0), m.cloth((0.4, 0.4, 0.41), "seat"), bevel=0.02)
        at.tube((-0.12, y, 0.64), (-0.12, y, 0.88), 0.04, steel)
        base.rail(at, [(-0.5, y * 2.0, 0.66), (-0.54, y * 2.0, 1.5)], 0.02, frame)
    _console(at, steel)
    _load(at, steel)


def _wheels(at: Assembly, ground: Height, frame: m.bpy.types.Material, dark: m.bpy.types.Material) -> None:
    """Set four mesh wheels on swing arms with springs, under bent mudguards."""
    for x in (-0.95, 0.95):
        for side in (-1, 1):
            y = side * TRACK / 2
            spot = at.world((x, y, 0))
            low = at.local((spot.x, spot.y, ground(spot.x, spot.y) + RADIUS * 0.96)).z
            parts.wheel(at.sub((x, y, low)), RADIUS, 0.26, spokes=12, grousers=32)
            at.tube((x, side * 0.56, low), (x, y, low), 0.075, dark)
            for d in (-0.22, 0.22):
                at.tube((x + d, side * 0.46, 0.6), (x, side * 0.6, low), 0.028, frame)
            at.tube((x, side * 0.46, 0.8), (x, side * 0.6, low + 0.04), 0.034, m.paint((0.75, 0.5, 0.12), "amber"))
            hoop = at.sub((x, y, low), x=90)
            arc = [math.radians(a) for a in range(40, 151, 10)]
            outer = [(0.5 * math.cos(a), 0.5 * math.sin(a)) for a in arc]
            inner = [(0.482 * math.cos(a), 0.482 * math.sin(a)) for a in reversed(arc)]
            hoop.prism(outer + inner, -0.15, 0.15, m.paint((0.8, 0.8, 0.79)), bevel=0.004)


def _console(at: Assembly, steel: m.bpy.types.Material) -> None:
    """Set the driver's panel, hand control, lamps and cameras on the front."""
    panel = at.sub((0.78, 0.0, 1.08), y=-28)
    panel.box((0.06, 0.62, 0.34), (0, 0, 0), m.paint((0.3, 0.3, 0.31), "boot"), bevel=0.03)
    for y in (-0.16, 0.16):
        panel.box((0.012, 0.24, 0.2), (-0.035, y, 0.02), base.glow((0.35, 0.7, 1.0), 0.8, "screen"), bevel=0.0)
    at.tube((0.84, 0, 0.64), (0.8, 0, 1.02), 0.03, steel)
    at.tube((0.34, 0.0, 0.66), (0.4, 0.0, 1.0), 0.022, steel)
    at.ball(0.035, (0.4, 0, 1.02), m.black(), rows=10)
    at.box((0.26, 0.84, 0.24), (1.14, 0, 0.8), m.foil(m.GOLD, 0.1, 0.015, "unit"), bevel=0.03)
    for y in (-0.34, 0.34):
        base.lamp(at.facing((1.3, y, 0.86), (1, 0, -0.18)), 90.0)
    parts.camera(at.facing((1.28, 0.0, 0.98), (1, 0, -0.05)), 0.1)


def _load(at: Assembly, steel: m.bpy.types.Material) -> None:
    """Carry tools, sample boxes and battery behind the seats, and the high dish, like a chariot's shade."""
    at.box((0.66, 0.9, 0.3), (-0.92, 0, 0.82), m.foil(m.SILVER, 0.1, 0.02, "silver"), bevel=0.03)
    at.box((0.4, 0.36, 0.26), (-0.9, 0.22, 1.1), m.paint(), bevel=0.03)
    at.box((0.4, 0.36, 0.2), (-0.9, -0.24, 1.07), m.paint((0.75, 0.5, 0.12), "amber"), bevel=0.02)
    for y, tilt in ((-0.42, 4), (-0.36, -3), (0.44, 3)):
        pole = at.sub((-1.24, y, 0.9), x=tilt, y=-8)
        pole.tube((0, 0, 0), (0, 0, 1.05), 0.014, steel, sides=10)
        pole.box((0.09, 0.12, 0.03), (0, 0, 1.06), steel, bevel=0.008)
    at.tube((-0.62, 0.0, 0.7), (-0.62, 0.0, 2.2), 0.03, steel)
    parts.dish(at.facing((-0.62, 0.0, 2.2), (0.25, 0.35, 0.9)), 0.5, depth=0.16, ribs=12)
    at.tube((1.0, -0.42, 0.9), (1.0, -0.42, 1.8), 0.012, steel, sides=8)


def drive() -> None:
    """Draw the rover coming on with both aboard, its tracks leading back to the lander, the Earth over it."""
    way = [(FAR[0] + 3.4, FAR[1] - 7.0), (6.2, 13.0), (4.7, 4.3), (0.75, 0.45)]
    feet = [
        (FAR[0] + lanyue.FEET * math.cos(math.radians(a)), FAR[1] + lanyue.FEET * math.sin(math.radians(a)), 0.52, 0.03)
        for a in (-10, 80, 170, 260)
    ]
    ground = Site(
        19,
        level=30,
        hills=18,
        craters=560,
        reach=90,
        dents=feet,
        lanes=[Lane(way, TRACK, 0.26, 0.1, 0.035)],
        placed=[(-3.6, -1.4, 1.1), (6.5, 1.5, 1.6), (-9, 10, 2.4), (2.9, -3.6, 0.5)],
    )

    def put(x: float, y: float, turn: float = 0.0) -> Assembly:
        return Assembly().sub((x, y, ground.height(x, y)), z=turn)

    lanyue.lander(put(*FAR, -55), ground)
    car = put(0.6, 0.3, -136)
    tansuo(car, ground.height)
    astronaut(car.sub((-0.02, 0.35, 0.68)), DRIVING, band=RED)
    astronaut(car.sub((-0.02, -0.35, 0.68)), RIDING, band=RED)
    view = stage.look((-2.1, -6.0, 1.25), (-0.15, 3.0, 1.75), 52)
    stage.sun(-58, 15, 14.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov)
    mountains(view.eye, view.aim, view.fov, seed=9, high=560)
    ground.rocks(view.eye, Vector((0, 3, 0)), clear=2.6, count=520, spread=28, largest=0.5)
    stage.earth(view, -14.0, 11.5)


def _alone(at: Assembly) -> None:
    """Stand the rover alone, nobody aboard."""
    tansuo(at, Level().height)


PLATES = {"lunar-landing-china": (drive, 8, -0.2)}
PROFILES = {"china-crewed-landing--tansuo": (_alone, 0.0)}
