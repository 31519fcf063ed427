"""Tiangong: Tianhe with the laboratories Wentian and Mengtian in a T, two ships docked.

Read: Tianhe 16.6 m long and 4.2 m across at most, a T with a laboratory on each side (window-to-china.de, 2 May 2021;
teleSUR, 29 April 2021); Wentian 17.9 m and 4.2 m, of three compartments (Sputnik, 24 July 2022), Mengtian 17.9 m and
4.2 m (shrinetwork.com, 2022); wings of each laboratory more than 55 m from tip to tip, 110 square metres a wing
(kevinjamesng.com, 15 August 2022; scimyst.com); Tianhe's wings 11 m by 4.6 m (defence.pk); a robotic arm of 10 m and a
small one of 5 m (Dongfang Hour, 2022). The ships' sizes, the division of the modules and their fittings are estimated
from descriptions of published pictures.
"""

from __future__ import annotations

from typing import Final

from kit import arrays, earth, parts, stage, stations
from kit import materials as m
from kit.assembly import Assembly, Material, pose
from mathutils import Vector

WIDE: Final = 2.1
TIANHE, LABORATORY = 16.6, 17.9
WING, WING_WIDE = 24.5, 4.5
"""A laboratory's wing: 110 square metres; with the trusses at their roots two span 55 m."""
CORE_WING, CORE_WIDE = 11.0, 4.6


def station(at: Assembly, sun: Vector | None = None) -> None:
    """Build it: Tianhe along z with its node at the top, laboratories along x, Tianzhou below, Shenzhou on the node."""
    tianhe(at, sun)
    node = at.sub((0, 0, TIANHE - 1.45))
    for side in (-1, 1):
        laboratory(node.sub((side * 1.35, 0, 0), y=90.0 * side), sun, mirrored=side < 0)
    tianzhou(at.sub((0, 0, -0.35), x=180), sun)
    shenzhou(node.sub((0, -1.35, 0), x=90), sun)
    _arm(at)


def _skin() -> Material:
    return stations.blanket_skin("tiangong", 0.74, 16)


def _sheet() -> tuple[Material, Material]:
    """Give the front and the back of a flexible wing: nearly black cells, an amber film."""
    amber = m.paint((0.46, 0.27, 0.08), "amber-film", 0.4)
    return arrays.cells(70, 14, "tiangong", tones=((0.006, 0.006, 0.012), (0.016, 0.014, 0.026)), gap=0.03), amber


def _wings(at: Assembly, reach: float, length: float, width: float, sun: Vector | None, *, off: float = 0.0) -> None:
    """Unfold two flexible wings along x, each on a drive at its root, `off` degrees from where the Sun stands."""
    front, back = _sheet()
    for side in (0, 180):
        root = at.sub((0, 0, 0), z=side)
        root.tube((0, 0, 0), (reach, 0, 0), 0.2, m.metal())
        root.lathe([(0.42, -0.3), (0.42, 0.3)], m.metal((0.35, 0.35, 0.36), "dark"), at=(reach * 0.7, 0, 0))
        wing = arrays.turned(root.sub((reach, 0, 0)), sun).sub((0, 0, 0), x=off if side else -off)
        arrays.blanket(wing, length, width, front=front, back=back, split=0.34, folds=24, box=0.35)


def tianhe(at: Assembly, sun: Vector | None) -> None:
    """Build the core: service end, wide living column, narrow column with its wings, node with its ports."""
    skin = _skin()
    stations.drum(at, WIDE, 8.6, skin, cones=(0.4, 0.9), neck=1.5, rails=8)
    at.lathe([(1.4, 8.5), (1.4, 13.4)], skin, sides=64)
    stations.rail(at.sub((0, 0, 0), z=40), 1.4, 8.9, 13.0)
    stations.rail(at.sub((0, 0, 0), z=220), 1.4, 8.9, 13.0)
    for z in (8.62, 10.2, 11.8, 13.3):
        at.ring(1.41, 0.03, (0, 0, z), m.metal((0.45, 0.45, 0.46), "station-seam"))
    at.ball(1.42, (0, 0, TIANHE - 1.45), skin)
    stations.port(at.sub((0, 0, TIANHE - 0.2)), 0.72, closed=False)
    stations.port(at.sub((0, 1.3, TIANHE - 1.45), x=-90), 0.68)
    _wings(at.sub((0, 0, 11.2), z=0), 1.75, CORE_WING, CORE_WIDE, sun, off=22.0)
    for k in range(6):
        panel = at.sub((0, 0, 0), z=60.0 * k)
        panel.box((0.06, 1.5, 2.6), (WIDE + 0.06, 0, 5.6), m.paint((0.8, 0.8, 0.79), "tiangong-radiator", 0.3))
        parts.quad(panel.sub((WIDE + 0.1, 0.95, 1.0)), 0.09)
    for bearing in (30, 210):
        dish = at.sub((0, 0, 9.4), z=bearing)
        dish.tube((1.3, 0, 0), (2.6, 0, 0.3), 0.06, m.metal())
        parts.dish(dish.facing((2.65, 0, 0.32), (0.7, 0.2, 0.7)), 0.7)
    for bearing in (70, 110, 250, 290):
        stations.window(at.sub((0, 0, 3.0), z=bearing).sub((WIDE, 0, 0), y=90), 0.22)


def laboratory(at: Assembly, sun: Vector | None, *, mirrored: bool) -> None:
    """Build a laboratory along z: docking end, wide cabin, narrower hold or lock, truss with the great wings."""
    skin = _skin()
    at.lathe([(0.85, -0.05), (0.9, 0.5), (1.3, 0.9)], m.metal((0.6, 0.6, 0.6), "collar"), sides=48)
    stations.drum(at.sub((0, 0, 0.6)), WIDE, 9.4, skin, cones=(0.8, 0.6), neck=1.0, rails=8)
    narrow = 1.45 if mirrored else 1.7
    stations.drum(at.sub((0, 0, 9.8)), narrow, 4.2, skin, cones=(0.3, 0.5), neck=1.2, rails=4)
    for k in range(4):
        panel = at.sub((0, 0, 0), z=90.0 * k + (20 if mirrored else 45))
        panel.box((0.06, 1.5, 3.2), (WIDE + 0.06, 0, 4.4), m.paint((0.8, 0.8, 0.79), "tiangong-radiator", 0.3))
        parts.quad(panel.sub((narrow + 0.1, 0.5, 13.2)), 0.09)
    shelf = at.sub((0, 0, 11.9), z=-90)
    shelf.box((0.7, 2.2, 1.6), (narrow + 0.2, 0, 0), m.cloth((0.66, 0.65, 0.6), "payloads"), bevel=0.06)
    for k in range(6):
        shelf.box(
            (0.34, 0.5, 0.46), (narrow + 0.7, -0.75 + 0.75 * (k % 3), -0.4 + 0.8 * (k // 3)), m.foil(), bevel=0.03
        )
    if mirrored:
        stations.arm(shelf, [(narrow, 1.5, -1.5), (3.2, 1.7, -0.8), (3.4, 1.0, 1.6), (2.6, 0.2, 1.2)], 0.1)
    _truss(at.sub((0, 0, 14.0)))
    _wings(at.sub((0, 0, LABORATORY - 0.9)), 2.6, WING, WING_WIDE, sun)


def _truss(at: Assembly) -> None:
    """Build the open truss at a laboratory's end that bears the drives of its wings."""
    bar = m.metal((0.7, 0.7, 0.69), "lab-truss", 0.35)
    spots = [(1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (-1.0, 1.0)]
    for (x, y), (u, v) in zip(spots, spots[1:] + spots[:1], strict=True):
        at.tube((x, y, 0), (x * 0.7, y * 0.7, 3.0), 0.07, bar)
        for a, b in ((0.0, 1.5), (1.5, 3.0)):
            s, t = 1 - a / 10, 1 - b / 10
            at.tube((x * s, y * s, a), (u * t, v * t, b), 0.045, bar, sides=10)
            at.tube((x * t, y * t, b), (u * t, v * t, b), 0.05, bar, sides=10)
    at.lathe([(0.75, 2.6), (0.75, 3.4)], m.metal((0.5, 0.5, 0.5), "drive"), sides=36)


def tianzhou(at: Assembly, sun: Vector | None) -> None:
    """Dock the cargo ship along z: docking ring, wide hold, narrower engine section with two wings."""
    stations.port(at, 0.72, closed=False)
    stations.drum(at.sub((0, 0, 0.3)), 1.67, 7.0, _skin(), cones=(0.8, 0.4), neck=0.75, rails=2)
    at.lathe([(1.4, 7.2), (1.4, 10.0), (1.2, 10.2)], m.paint((0.72, 0.72, 0.71), "tianzhou"), sides=56)
    for x, y in ((0.5, 0.5), (-0.5, 0.5), (-0.5, -0.5), (0.5, -0.5)):
        parts.bell(at.sub((x, y, 10.2), x=180), 0.08, 0.27, 0.45)
    _rigid(at.sub((0, 0, 8.6)), 3, sun)


def shenzhou(at: Assembly, sun: Vector | None) -> None:
    """Dock the crew ship along z: orbital module, bell-shaped return capsule, service module with two wings."""
    grey = m.cloth((0.45, 0.46, 0.44), "shenzhou")
    stations.port(at, 0.7, closed=False)
    stations.drum(at.sub((0, 0, 0.3)), 1.12, 2.6, grey, cones=(0.4, 0.4), neck=0.7, rails=2)
    at.lathe([(0.75, 2.9), (0.8, 3.1), (1.05, 4.3), (1.24, 5.2), (1.26, 5.4)], grey, sides=56)
    at.lathe([(1.25, 5.45), (1.25, 7.3), (1.4, 8.3), (1.2, 8.4)], m.paint((0.68, 0.68, 0.67), "shenzhou-service"))
    for x in (-0.35, 0.35):
        for y in (-0.35, 0.35):
            parts.bell(at.sub((x, y, 8.4), x=180), 0.06, 0.2, 0.3)
    _rigid(at.sub((0, 0, 6.6)), 3, sun)


def _rigid(at: Assembly, count: int, sun: Vector | None) -> None:
    """Unfold a ship's pair of stiff wings along x."""
    for side in (0, 180):
        wing = arrays.turned(at.sub((0, 0, 0), z=side).sub((1.4, 0, 0)), sun)
        arrays.panels(wing, count, 1.75, 1.9, front=arrays.cells(14, 15, "ship", tones=arrays.SILICON), yoke=0.8)


def _arm(at: Assembly) -> None:
    """Let the great arm walk: both ends on Tianhe, its elbow high."""
    stations.arm(at, [(1.4, -0.9, 13.2), (2.6, -2.6, 12.6), (4.4, -5.0, 9.0), (3.2, -3.6, 4.6), (2.0, -1.4, 4.4)], 0.2)


def over_earth() -> None:
    """Draw it over the sea, laboratories to either side, the wings turned to the Sun."""
    at = Assembly(pose((-0.42, -0.52, -0.74), (0.90, -0.36, -0.12), (0.0, 0.0, 5.0))).sub((0, 0, -11.0))
    light = (-140.0, 40.0)
    station(at, arrays.sunward(*light))
    view = stage.look((10.0, -84.0, 24.0), (0.6, 0.0, 0.4), 58)
    stage.sun(*light, 11.0, fill=0.012)
    earth.below(view, light, altitude=390, drop=-7.0, lean=-9, turn=(310, 70, 40))


def profile(at: Assembly) -> None:
    """Build it alone, upright on the cargo ship's engines."""
    station(at.sub((0, 0, 12.55)), Vector((0, -1, 0)))


PLATES = {"tiangong-over-earth": (over_earth, 8, -0.3)}
PROFILES = {"tiangong": (profile, 0)}
