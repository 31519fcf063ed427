"""Small things that give a machine its scale: creased foil, tiles, radiators, cables, augers, horns, rails."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import bpy
import numpy as np
from mathutils import Matrix, Vector

from kit import arrays
from kit import materials as m
from kit.assembly import Assembly, Point

Material = bpy.types.Material

DARK = (0.35, 0.35, 0.36)


def mylar(colour: m.Colour = m.GOLD, size: float = 0.16, depth: float = 0.02, name: str = "gold") -> Material:
    """Make a taut metallised blanket: flat facets that meet in sharp creases, as in drawn foil."""

    def make(n: m._Nodes) -> None:
        rng = np.random.default_rng(list(name.encode()))
        where = n.place(1.0 / size)
        wobble = n.add("TexNoise", Vector=where, Scale=0.6, Detail=2.0).outputs["Color"]
        bent = n.add("MixRGB", blend_type="LINEAR_LIGHT", i0=0.5, i1=where, i2=wobble).outputs[0]
        height = None
        for k in range(7):
            way = Vector(rng.normal(0, 1, 3).tolist()).normalized() * (0.8 * 1.42**k)
            along = n.add("VectorMath", operation="DOT_PRODUCT", i0=bent, i1=tuple(way)).outputs["Value"]
            shifted = n.maths("ADD", along, float(rng.random()) * 2)
            fold = n.maths("MULTIPLY", n.maths("PINGPONG", shifted, 1.0), 1.0 / 1.22**k)
            height = fold if height is None else n.maths("ADD", height, fold)
        bump = n.add("Bump", Strength=0.8, Distance=depth, Height=height)
        stain = n.ramp(n.add("TexNoise", Vector=where, Scale=1.3, Detail=3.0).outputs[0], 0.3, 0.7)
        tone = n.mix(stain, (colour[0] * 0.8, colour[1] * 0.74, colour[2] * 0.68), colour)
        n.set(Base_Color=tone, Metallic=0.95, Roughness=0.24, Normal=bump.outputs[0])

    return m._once(f"mylar-{name}-{size}", make)


def tiles(columns: int, rows: float, low: m.Colour, high: m.Colour, name: str, *, split: float = 0.0) -> Material:
    """Make the tiles of a body of revolution about z: courses of 1/rows metres, staggered; darker below `split`."""

    def make(n: m._Nodes) -> None:
        place = n.add("SeparateXYZ", Vector=n.add("TexCoord").outputs["Object"])
        x, y, z = (place.outputs[k] for k in range(3))
        course = n.maths("MULTIPLY", z, rows)
        stagger = n.maths("MULTIPLY", n.maths("FLOOR", course), 0.5)
        turn = n.maths("ADD", n.maths("MULTIPLY", n.maths("ARCTAN2", y, x), columns / (2 * math.pi)), stagger)
        edges = [
            n.maths("GREATER_THAN", n.maths("ABSOLUTE", n.maths("SUBTRACT", n.maths("FRACT", axis), 0.5)), 0.5 - gap)
            for axis, gap in ((turn, 0.022), (course, 0.03))
        ]
        joint = n.maths("MAXIMUM", *edges)
        whole = n.add("CombineXYZ", X=n.maths("FLOOR", turn), Y=n.maths("FLOOR", course)).outputs[0]
        shade = n.add("TexWhiteNoise", Vector=whole).outputs["Value"]
        grime = n.add("TexNoise", Vector=n.place(1.0), Scale=1.4, Detail=6.0, Roughness=0.6).outputs[0]
        blend = n.maths("ADD", n.maths("MULTIPLY", shade, 0.55), n.maths("MULTIPLY", grime, 0.45))
        tone = n.mix(n.maths("MULTIPLY", blend, n.maths("GREATER_THAN", z, split)), low, high)
        lines = n.add("MixRGB", i0=n.maths("MULTIPLY", joint, 0.75), i1=tone, i2=(0.06, 0.06, 0.06, 1.0)).outputs[0]
        bump = n.add("Bump", Strength=0.5, Distance=0.008, Height=n.maths("SUBTRACT", 1.0, joint))
        n.set(Base_Color=lines, Roughness=0.55, Normal=bump.outputs[0])

    return m._once(f"tiles-{name}", make)


def radiator(frame: Assembly, width: float, height: float, *, columns: int = 5, rows: int = 6) -> None:
    """Add a radiator in the x-y plane, its mirrors towards +z, with the gaps between them."""
    frame.box((width, height, 0.03), (0, 0, 0), m.paint((0.84, 0.85, 0.86), "mirror", 0.14), bevel=0.006)
    gap = m.paint((0.42, 0.43, 0.45), "gap")
    for k in range(1, columns):
        frame.box((0.007, height * 0.97, 0.004), (width * (k / columns - 0.5), 0, 0.016), gap, bevel=0.0)
    for k in range(1, rows):
        frame.box((width * 0.97, 0.007, 0.004), (0, height * (k / rows - 0.5), 0.016), gap, bevel=0.0)


def cable(frame: Assembly, points: Sequence[Point], radius: float = 0.012, material: Material | None = None) -> None:
    """Lay a harness smoothly through points."""
    ends = [Vector(p) for p in points]
    through = [ends[0] * 2 - ends[1], *ends, ends[-1] * 2 - ends[-2]]
    smooth: list[Vector] = []
    for a, b, c, d in zip(through, through[1:], through[2:], through[3:], strict=False):
        for k in range(6):
            t = k / 6
            smooth.append(
                (b * 2 + (c - a) * t + (a * 2 - b * 5 + c * 4 - d) * t**2 + (b * 3 - a - c * 3 + d) * t**3) * 0.5
            )
    smooth.append(ends[-1])
    for p, q in pairwise(smooth):
        frame.tube(p, q + (q - p) * 0.08, radius, material or m.paint((0.5, 0.49, 0.46), "harness"), sides=8)


def auger(frame: Assembly, radius: float, length: float, *, pitch: float = 0.07) -> None:
    """Add a drill string that hangs down (-z) from the origin, with its screw."""
    steel = m.metal((0.5, 0.5, 0.51), "drill", 0.3)
    frame.tube((0, 0, 0), (0, 0, -length), radius * 0.6, steel, sides=16)
    points: list[Point] = []
    steps = int(length / pitch * 16)
    for k in range(steps + 1):
        a, z = 2 * math.pi * k / 16, -pitch * k / 16
        for r, drop in ((0.55, 0.0), (1.0, 0.0), (1.0, -0.006), (0.55, -0.006)):
            points.append((radius * r * math.cos(a), radius * r * math.sin(a), z + drop))
    faces = [
        (4 * k + j, 4 * k + 4 + j, 4 * k + 4 + (j + 1) % 4, 4 * k + (j + 1) % 4) for k in range(steps) for j in range(4)
    ]
    frame.mesh(points, faces, steel, smooth=40.0)
    frame.lathe([(0.0, -length - radius * 2.2), (radius * 1.05, -length)], m.metal(DARK, "dark"), sides=20)


def horn(frame: Assembly, length: float = 0.22, radius: float = 0.06) -> None:
    """Add a small conical antenna that looks along +z."""
    frame.lathe([(radius * 0.9, 0.0), (radius * 0.9, length * 0.12)], m.metal(), sides=24)
    frame.lathe(
        [(radius * 0.28, length * 0.12), (radius * 0.34, length * 0.6), (radius, length), (radius * 0.9, length)],
        m.paint(),
        sides=28,
    )


def source(frame: Assembly, length: float = 0.42, radius: float = 0.085, fins: int = 8) -> None:
    """Add an isotope generator that sticks out along +z: a dark drum with cooling fins."""
    skin = m.paint((0.09, 0.088, 0.085), "isotope", 0.5)
    frame.lathe([(radius * 1.5, 0.0), (radius * 1.5, 0.03)], m.metal(), sides=28)
    frame.lathe([(radius, 0.03), (radius, length * 0.92), (radius * 0.6, length)], skin, sides=28)
    for k in range(fins):
        frame.sub((0, 0, 0), z=360 * k / fins).box(
            (radius * 1.1, 0.008, length * 0.8), (radius * 1.4, 0, length * 0.48), skin, bevel=0.0
        )


def panel(frame: Assembly, width: float, height: float, grid: tuple[int, int]) -> None:
    """Add a solar panel in the x-y plane on its honeycomb plate with a light frame, cells towards +z."""
    front = arrays.cells(*grid, "body", line=(0.12, 0.12, 0.12), gap=0.013)
    frame.sheet(width, height, front, m.paint((0.62, 0.61, 0.58), "honeycomb"), thick=0.024)
    for side in (-1, 1):
        frame.box((0.016, height + 0.03, 0.034), (side * (width / 2 + 0.012), 0, 0), m.metal(), bevel=0.003)
        for y in (-0.3, 0.3):
            frame.box((0.05, 0.07, 0.03), (side * width * 0.36, y * height, -0.03), m.metal(DARK, "dark"), bevel=0.004)


def optics(frame: Assembly, size: float, *, lenses: int = 1) -> None:
    """Add an instrument that looks along +z: a bright box, a hood or two, black glass."""
    wide = size * (0.9 + 0.5 * (lenses - 1))
    frame.box(
        (wide, size, size * 1.3), (0, 0, -size * 0.4), m.paint((0.72, 0.72, 0.7), "instrument"), bevel=size * 0.06
    )
    for k in range(lenses):
        x = (k - (lenses - 1) / 2) * size * 0.62
        frame.lathe(
            [
                (size * 0.27, 0.2 * size),
                (size * 0.27, size * 0.55),
                (size * 0.23, size * 0.55),
                (size * 0.23, size * 0.3),
            ],
            m.black(),
            at=(x, 0, 0),
            sides=28,
        )
        frame.lathe([(size * 0.22, size * 0.34), (0.0, size * 0.38)], m.glass(), at=(x, 0, 0), sides=28)


def rail(frame: Assembly, points: Sequence[Point], stand: Point = (0, 0, -0.08), radius: float = 0.012) -> None:
    """Add a handrail through points with a stanchion at each."""
    bar = m.metal((0.74, 0.74, 0.73), "rail", 0.3)
    for p, q in pairwise(points):
        frame.tube(p, q, radius, bar, sides=10)
    for p in points:
        frame.ball(radius * 1.3, p, bar, rows=8)
        frame.tube(p, Vector(p) + Vector(stand), radius * 0.9, bar, sides=8)


def aimed(along: Point, across: Point, place: Point = (0, 0, 0)) -> Assembly:
    """Give a frame whose z axis points along one direction and whose y axis points as near another as it can."""
    z = Vector(along).normalized()
    x = Vector(across).cross(z).normalized()
    axes = Matrix((x, z.cross(x), z)).transposed().to_4x4()
    return Assembly(Matrix.Translation(Vector(place)) @ axes)


def scaled(at: Assembly, factor: float) -> Assembly:
    """Give a frame in which everything comes out smaller or larger."""
    return Assembly(at.frame @ Matrix.Scale(factor, 4))


def film(frame: Assembly, corners: tuple[Point, Point, Point, Point], front: Material) -> None:
    """Lay a thin sheet over four corners, given counter-clockwise from the lower left, its UVs from 0 to 1."""
    face = frame.mesh(list(corners), [(0, 1, 2, 3)], front)
    layer = face.data.uv_layers.new(name="UVMap")
    for loop, uv in zip(layer.data, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True):
        loop.uv = uv


def ladder(frame: Assembly, top: Point, bottom: Point, width: float = 0.56, pitch: float = 0.3) -> None:
    """Lean a ladder whose rungs run along y."""
    bar = m.metal((0.74, 0.74, 0.73), "rail", 0.3)
    high, low, aside = Vector(top), Vector(bottom), Vector((0, width / 2, 0))
    for side in (-1, 1):
        frame.tube(high + aside * side, low + aside * side, 0.03, bar)
    count = int((low - high).length / pitch)
    for k in range(1, count):
        spot = high.lerp(low, k / count)
        frame.tube(spot - aside, spot + aside, 0.02, bar, sides=12)
