"""SLIM on its nose beside Shioli, engines up, with LEV-1 and LEV-2.

Read: 2.4 m tall, 2.7 m wide, 1.7 m deep, a base of crushable aluminium foam, a landing radar, a camera of many bands
(italianspace.it, 2023); the main tank carries the structure, thin film panels (news9live.com, 2023); five crushable
legs of printed aluminium (interspaceskyway.com, October 2023); a picture by a rover shows it with its thrusters up
(planetary.org, SLIM on the Moon), part of a nozzle lost (divbracket.com on a hearing in Japan, 2024). LEV-2: a ball of
8 cm and some 250 g, two halves that part and roll, cameras between them (kampuspedia.com; hangakugozen.com, 2023);
LEV-1: a hopper of the 1 kg class (web.tuat.ac.jp, Maeda laboratory). The body's cross-section and LEV-1 are estimated
from descriptions of published pictures.
"""

from __future__ import annotations

import math
from itertools import pairwise

from kit import arrays, blankets, fittings, parts, relief, stage
from kit import materials as m
from kit.assembly import Assembly
from kit.ground import Level
from kit.parts import Height

TALL, TAPER = 1.5, 0.86
BELLY = [(0.56, -0.72), (0.56, 0.72), (0.3, 1.2)]
BACK = [(-0.22, 1.29), (-0.52, 0.99), (-0.68, 0.52), (-0.73, 0.0), (-0.68, -0.52), (-0.52, -0.99), (-0.22, -1.29)]
OUTLINE = [*BELLY, *BACK, (0.3, -1.2)]
BALL = 0.04


def lander(at: Assembly, *, broken: bool = True) -> None:
    """Build it as it flies: engines at z = 0 and below, nose up, legs on the belly (+x), film on the back (-x)."""
    gold = blankets.mli((0.82, 0.52, 0.17), "slim", 0.3, 0.26)
    at.prism(OUTLINE, 0.0, TALL, gold, top=TAPER, bevel=0.05)
    nose = [(x * TAPER * 0.98, y * TAPER * 0.98) for x, y in OUTLINE]
    at.prism(nose, TALL - 0.01, TALL + 0.16, fittings.mylar(m.SILVER, 0.13, 0.02, "slim-nose"), top=0.8, bevel=0.05)
    _film(at)
    _stern(at, broken=broken)
    _belly(at)
    for side in (-1, 1):
        flank = at.facing((0.05, side * 1.22, 0.9), (0.1, side, 0.12))
        flank.box((0.42, 0.56, 0.03), (-0.02, 0, 0.0), m.paint((0.82, 0.83, 0.84), "radiator", 0.2), bevel=0.008)
        for z in (0.22, 1.32):
            for x in (-0.2, 0.3):
                reach = 1.3 - 0.16 * z / TALL
                pod = at.facing((x * 0.9, side * reach * 0.97, z), (0.2, side, -0.1))
                pod.box((0.09, 0.09, 0.06), (0, 0, -0.02), m.metal(), bevel=0.01)
                parts.thruster(pod.sub((0, 0, 0.05)), 0.034)
    at.tube((-0.1, 0.5, TALL + 0.14), (-0.12, 0.52, TALL + 0.3), 0.02, m.metal())


def _film(at: Assembly) -> None:
    """Cover the back with thin solar film, one strip a facet."""
    front = arrays.cells(4, 14, "slim", line=(0.1, 0.1, 0.1), gap=0.02)
    for (ax, ay), (bx, by) in pairwise(BACK):
        strip = []
        for x, y, z in ((bx, by, 0.08), (ax, ay, 0.08), (ax, ay, TALL - 0.06), (bx, by, TALL - 0.06)):
            grow = 1.035 * (1 - (1 - TAPER) * z / TALL)
            strip.append((x * grow, y * grow, z))
        corners = (strip[1], strip[0], strip[3], strip[2])
        fittings.film(at, corners, front)
        for end in (0, 3):
            at.tube(strip[end], strip[3 - end], 0.006, m.metal(), sides=6)


def _stern(at: Assembly, *, broken: bool) -> None:
    """Close the stern: dome of the tank, two main engines, one without the end of its bell, pipes, thrusters."""
    at.prism(
        [(x * 0.94, y * 0.94) for x, y in OUTLINE], -0.05, 0.0, m.metal((0.3, 0.3, 0.31), "stern", 0.4), bevel=0.02
    )
    at.ball(0.5, (0, 0, 0.1), fittings.mylar(m.COPPER, 0.12, 0.02, "slim-dome"), squash=0.66)
    for side in (-1, 1):
        mount = at.sub((-0.06, side * 0.52, -0.05), x=-4 * side)
        mount.lathe([(0.19, 0.02), (0.13, -0.12), (0.07, -0.16)], m.metal(), sides=36)
        for k in range(3):
            a = 2.1 * k + 0.4
            mount.tube(
                (0.26 * math.cos(a), 0.26 * math.sin(a), 0.0),
                (0.07 * math.cos(a), 0.07 * math.sin(a), -0.16),
                0.014,
                m.metal(),
            )
        if broken and side > 0:
            parts.bell(mount.sub((0, 0, -0.14)), 0.05, 0.1, 0.13)
        else:
            parts.bell(mount.sub((0, 0, -0.14)), 0.05, 0.2, 0.46)
        fittings.cable(
            at, [(0.3, side * 0.3, -0.04), (0.2, side * 0.46, -0.16), (-0.02, side * 0.5, -0.18)], 0.014, m.metal()
        )
        fittings.cable(
            at, [(-0.4, side * 0.2, -0.04), (-0.3, side * 0.4, -0.14), (-0.1, side * 0.5, -0.16)], 0.012, m.metal()
        )
    for x, y in ((0.42, 0.62), (0.42, -0.62), (-0.42, 0.7), (-0.42, -0.7)):
        pod = at.facing((x, y, -0.08), (x * 0.4, y * 0.4, -1))
        pod.box((0.12, 0.12, 0.08), (0, 0, -0.02), m.metal(), bevel=0.012)
        parts.thruster(pod.sub((0, 0, 0.06)), 0.042)
    at.box((0.24, 0.3, 0.14), (0.34, 0.0, -0.1), m.paint((0.74, 0.74, 0.72), "unit"), bevel=0.02)


def _belly(at: Assembly) -> None:
    """Fit the belly: five crushable feet, radar plates, cameras, the many-band camera, the cage of the small rovers."""
    for y, z, size in (
        (0.0, 0.12, 0.2),
        (-0.52, 0.42, 0.14),
        (0.52, 0.42, 0.14),
        (-0.5, 1.32, 0.14),
        (0.5, 1.32, 0.14),
    ):
        _foot(at.facing((0.54, y, z), (1, y * 0.25, -0.25 if z < 0.2 else 0.0)), size)
    for y in (-0.2, 0.2):
        at.box((0.03, 0.3, 0.3), (0.55, y, 0.86), m.paint((0.78, 0.78, 0.76), "radar"), bevel=0.01)
    fittings.optics(at.facing((0.6, 0.0, 1.22), (1, 0, -0.2)), 0.12)
    fittings.optics(at.facing((0.58, -0.24, 1.2), (1, 0, 0.1)), 0.1)
    mapper = at.facing((0.48, 0.9, 0.9), (1, 0.8, 0))
    mapper.box((0.2, 0.3, 0.2), (0, 0, 0.02), m.black(), bevel=0.02)
    mapper.lathe([(0.07, 0.1), (0.07, 0.24), (0.05, 0.24), (0.0, 0.14)], m.metal(fittings.DARK, "dark"), sides=28)
    at.box((0.14, 0.34, 0.26), (0.52, -0.62, 1.06), m.metal((0.5, 0.5, 0.5), "cage"), bevel=0.015)
    for y in (-0.68, 0.68):
        fittings.cable(
            at, [(0.56, y, 0.02), (0.585, y * 0.99, 0.6), (0.54, y * 0.94, 1.1), (0.5, y * 0.88, TALL)], 0.009
        )
    for z in (0.62, 1.06):
        at.box((0.012, 1.26, 0.035), (0.545 - 0.03 * z, 0, z), m.foil(m.SILVER, 0.07, 0.01, "tape"), bevel=0.0)


def _foot(at: Assembly, size: float) -> None:
    """Build a foot: a dome of printed lattice on a short stem."""
    lattice = m.metal((0.6, 0.6, 0.6), "lattice", 0.4)
    at.tube((0, 0, 0), (0, 0, size * 0.8), size * 0.4, m.metal(fittings.DARK, "dark"))
    for k in range(4):
        t = math.pi / 2 * k / 4
        at.ring(size * math.cos(t), size * 0.055, (0, 0, size * 0.5 + size * math.sin(t)), lattice)
    for k in range(12):
        a = math.pi * k / 6
        arc = [math.pi / 2 * j / 5 for j in range(6)]
        line = [
            (size * math.cos(t) * math.cos(a), size * math.cos(t) * math.sin(a), size * (0.5 + math.sin(t)))
            for t in arc
        ]
        for p, q in pairwise(line):
            at.tube(p, q, size * 0.045, lattice, sides=6)
    at.ball(size * 0.86, (0, 0, size * 0.5), m.metal((0.42, 0.42, 0.42), "foam", 0.5), rows=16)


def ball(at: Assembly) -> None:
    """Build LEV-2 opened, about its axle (y): two half shells as wheels, between them the eyes, behind it the tail."""
    shell = m.metal((0.72, 0.71, 0.68), "shell", 0.3)
    for side in (-1, 1):
        half = at.sub((0, side * 0.016, 0), x=-90 * side)
        arc = [math.pi / 2 * k / 10 for k in range(11)]
        half.shell([(BALL * math.cos(t), BALL * math.sin(t)) for t in arc], shell, sides=40, thick=0.003)
        for k in range(8):
            half.sub((0, 0, 0), z=45 * k).facing((0.033, 0, 0.021), (0.8, 0, 0.52)).box(
                (0.017, 0.008, 0.004), (0, 0, 0.001), m.black(), bevel=0.001
            )
        half.lathe([(0.012, 0.039), (0.01, 0.042)], m.metal(fittings.DARK, "dark"), sides=20)
    core = m.paint((0.78, 0.55, 0.1), "core")
    at.box((0.03, 0.026, 0.044), (0, 0, 0.004), core, bevel=0.004)
    at.box((0.02, 0.022, 0.02), (0.012, 0, 0.03), m.metal(fittings.DARK, "dark"), bevel=0.003)
    eye = at.facing((0.022, 0, 0.031), (1, 0, 0.2))
    eye.lathe([(0.007, -0.004), (0.007, 0.004), (0.0, 0.005)], m.glass(), sides=24)
    tail = at.sub((-0.045, 0, -0.014), y=-16)
    tail.box((0.06, 0.022, 0.003), (0, 0, 0), shell, bevel=0.001)


def hopper(at: Assembly) -> None:
    """Build LEV-1: a small box with cells, two antennas, a spring foot and two wheels that turn it."""
    at.box((0.2, 0.16, 0.12), (0, 0, 0.12), fittings.mylar((0.82, 0.52, 0.17), 0.06, 0.008, "lev"), bevel=0.01)
    at.sub((0, 0, 0.184)).sheet(0.19, 0.15, arrays.cells(5, 4, "lev"), m.metal(), thick=0.008)
    for side in (-1, 1):
        at.sub((0.05, side * 0.1, 0.065), x=90).lathe(
            [(0.062, -0.008), (0.065, 0.0), (0.062, 0.008)], m.metal(), sides=36
        )
        at.tube((-0.06, side * 0.05, 0.18), (-0.09, side * 0.07, 0.36), 0.003, m.metal(), sides=8)
    at.lathe(
        [(0.0, 0.0), (0.05, 0.0), (0.05, 0.012), (0.012, 0.02), (0.012, 0.07)], m.metal(), at=(-0.06, 0, 0.0), sides=28
    )
    fittings.optics(at.facing((0.11, 0, 0.14), (1, 0, 0)), 0.04)


def craft(at: Assembly) -> None:
    """Stand it upright as designed for the last metres, unbroken."""
    lander(at.sub((0, 0, 0.66)), broken=False)


def small(at: Assembly) -> None:
    """Stand LEV-2 on level ground."""
    ball(at.sub((0, 0, Level().height(0, 0) + BALL)))


def standing(at: Assembly, ground: Height) -> None:
    """Put the lander on its nose, a little tilted, its nose in the soil."""
    soil = ground(0.0, 0.0)
    lander(at.sub((0, 0, soil + TALL + 0.04), x=180).sub((0, 0, 0), y=-9, x=5))


def headstand() -> None:
    """Draw what LEV-2 saw, with LEV-2 itself in the foreground."""
    ground = relief.Site(
        1319,
        level=5,
        hills=24,
        knolls=[(-12, 12, 16, 4.2), (3.9, -2.6, 0.75, 0.13)],
        dents=[(0.0, 0.0, 1.0, 0.05)],
        placed=[(2.6, 2.2, 0.5), (-3.5, -2.6, 0.7), (5, 9, 1.6)],
    )
    standing(Assembly(), ground.height)
    eye = (5.0, -3.65)
    spot, other = (3.92, -2.72), (2.9, -0.8)
    ball(Assembly().sub((*spot, ground.height(*spot) + BALL * 0.92), z=150))
    hopper(Assembly().sub((*other, ground.height(*other) - 0.016), z=-20))
    low = ground.height(*eye) + 0.24
    view = stage.look((*eye, low), (0.0, 0.1, low + 0.8), 54)
    stage.sun(26, 17, 15.0, fill=0.05)
    ground.build(view.eye, view.aim, view.fov, columns=900, rows=900)
    ground.rocks(view.eye, view.aim, clear=1.25, count=900, spread=18, largest=0.34)


PLATES = {"slim-headstand": (headstand, 8, 0.0)}
PROFILES = {"slim": (craft, 0.0), "slim--lev-2": (small, -90.0)}
