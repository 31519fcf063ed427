"""Soft and rounded things: sleeves swept along a bent line, bodies lofted through sections, blocks with round edges."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import bpy
from mathutils import Vector, noise

from kit import materials as m
from kit.assembly import Assembly, Material, Point

Radius = Callable[[float], float]
"""The radius of a sleeve at so many metres along it."""


@dataclass(frozen=True)
class Section:
    """One section of a loft: its middle, half its depth (x) and width (y); `power` 2 is an ellipse, 4 nearly a box."""

    x: float
    z: float
    depth: float
    width: float
    power: float = 2.4


def bend(points: Sequence[Point], reach: float = 0.11, step: float = 0.008) -> list[Vector]:
    """Round the corners of a line by `reach` metres to either side and divide it evenly."""
    line = [Vector(p) for p in points]
    rough = [line[0]]
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        into = corner + (before - corner).normalized() * min(reach, (before - corner).length * 0.5)
        out = corner + (after - corner).normalized() * min(reach, (after - corner).length * 0.5)
        for k in range(13):
            t = k / 12
            rough.append(into * (1 - t) ** 2 + corner * 2 * t * (1 - t) + out * t**2)
    rough.append(line[-1])
    even, left = [rough[0]], step
    for a, b in pairwise(rough):
        length, gone = (b - a).length, 0.0
        while length - gone >= left and length > 0:
            gone += left
            even.append(a.lerp(b, gone / length))
            left = step
        left -= length - gone
    return even


def sleeve(
    frame: Assembly,
    points: Sequence[Point],
    radius: Radius | float,
    material: Material,
    *,
    reach: float = 0.11,
    step: float = 0.008,
    sides: int = 36,
    crumple: float = 0.0,
) -> None:
    """Sweep a round sleeve along a bent line as one skin; `crumple`: how deep in metres its folds are."""
    line = bend(points, reach, step)
    first = (line[1] - line[0]).normalized()
    across = Vector((0, 1, 0)) if abs(first.y) < 0.9 else Vector((1, 0, 0))
    rings: list[Vector] = []
    for k, spot in enumerate(line):
        along = (line[min(k + 1, len(line) - 1)] - line[max(k - 1, 0)]).normalized()
        across = (across - along * across.dot(along)).normalized()
        other = along.cross(across)
        wide = radius(k * step) if callable(radius) else radius
        for j in range(sides):
            a = 2 * math.pi * j / sides
            way = across * math.cos(a) + other * math.sin(a)
            folds = _folds(spot + way * wide, along) * crumple if crumple else 0.0
            rings.append(spot + way * (wide + folds))
    frame.mesh(rings, _skin(len(line), sides), material, smooth=70.0)


def _folds(spot: Vector, along: Vector) -> float:
    """Say how far cloth stands out at a point: folds that run round the limb, and some larger sag."""
    squeezed = spot + along * spot.dot(along) * 2.2
    ridge = 1 - 2 * abs(noise.noise(squeezed * 11.0))
    return 0.65 * ridge + 0.8 * noise.noise(spot * 7.0 + Vector((3.1, 0, 0)))


def _skin(rows: int, sides: int) -> list[Sequence[int]]:
    faces: list[Sequence[int]] = [
        (row * sides + k, row * sides + (k + 1) % sides, (row + 1) * sides + (k + 1) % sides, (row + 1) * sides + k)
        for row in range(rows - 1)
        for k in range(sides)
    ]
    return [*faces, tuple(reversed(range(sides))), tuple(range((rows - 1) * sides, rows * sides))]


def loft(
    frame: Assembly,
    sections: Sequence[Section],
    material: Material,
    *,
    sides: int = 48,
    between: int = 5,
    crumple: float = 0.0,
) -> None:
    """Draw a smooth skin through sections from below upwards, with lids."""
    through = [sections[0], *sections, sections[-1]]
    rows: list[list[float]] = []
    for a, b, c, d in zip(through, through[1:], through[2:], through[3:], strict=False):
        quads = [(p.x, p.z, p.depth, p.width, p.power) for p in (a, b, c, d)]
        rows += [[_spline(k / between, *four) for four in zip(*quads, strict=True)] for k in range(between)]
    last = sections[-1]
    rows.append([last.x, last.z, last.depth, last.width, last.power])
    points: list[Vector] = []
    for x, z, depth, width, power in rows:
        for j in range(sides):
            a = 2 * math.pi * j / sides
            c, s = math.cos(a), math.sin(a)
            spot = Vector((x + depth * _round(c, power), width * _round(s, power), z))
            folds = _folds(spot, Vector((0, 0, 1))) * crumple if crumple else 0.0
            points.append(spot + Vector((c, s, 0)) * folds)
    frame.mesh(points, _skin(len(rows), sides), material, smooth=60.0)


def _spline(t: float, a: float, b: float, c: float, d: float) -> float:
    """Interpolate between b and c, after Catmull and Rom but never beyond either of them."""
    value = 0.5 * (b * 2 + (c - a) * t + (a * 2 - b * 5 + c * 4 - d) * t**2 + (b * 3 - a - c * 3 + d) * t**3)
    return min(max(value, min(b, c)), max(b, c))


def _round(value: float, power: float) -> float:
    return math.copysign(abs(value) ** (2 / power), value)


def block(
    frame: Assembly, size: Point, at: Point, material: Material, edge: float = 0.03, *, top: float = 1.0
) -> bpy.types.Object:
    """Add a box with well-rounded edges, shaded smoothly; `top` shrinks the upper face."""
    x, y, z = (s / 2 for s in size)
    low = [(-x, -y, -z), (x, -y, -z), (x, y, -z), (-x, y, -z)]
    points = [Vector(p) + Vector(at) for p in low + [(p[0] * top, p[1] * top, z) for p in low]]
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    thing = frame.mesh(points, faces, material, bevel=min(edge, x * 0.98, y * 0.98, z * 0.98))
    thing.data.shade_smooth()
    rounded = thing.modifiers["bevel"]
    rounded.segments, rounded.harden_normals = 5, True
    return thing


def suit_cloth(colour: m.Colour, name: str, *, dust: tuple[float, float] | None = None) -> Material:
    """Make the outer cloth of a suit: woven, creased, soiled; `dust`: grey below one height, none over another."""

    def make(n: m._Nodes) -> None:
        where = n.place(1.0)
        weave = n.add("TexNoise", Vector=where, Scale=160.0, Detail=2.0).outputs[0]
        creases = n.add("TexNoise", Vector=where, Scale=16.0, Detail=5.0, Roughness=0.6, Distortion=1.4).outputs[0]
        height = n.maths("ADD", n.maths("MULTIPLY", weave, 0.12), creases)
        bump = n.add("Bump", Strength=0.6, Distance=0.02, Height=height)
        stain = n.ramp(n.add("TexNoise", Vector=where, Scale=6.0, Detail=5.0, Roughness=0.65).outputs[0], 0.36, 0.7)
        tone = n.mix(stain, (colour[0] * 0.78, colour[1] * 0.77, colour[2] * 0.75), colour)
        if dust:
            high = n.add("SeparateXYZ", Vector=where).outputs[2]
            uneven = n.maths("ADD", high, n.maths("MULTIPLY", n.maths("SUBTRACT", creases, 0.5), 0.35))
            clean = n.ramp(uneven, *dust)
            tone = n.add("MixRGB", i0=clean, i1=(0.075, 0.073, 0.069, 1.0), i2=tone).outputs[0]
        n.set(Base_Color=tone, Roughness=0.85, Normal=bump.outputs[0])

    return m._once(f"suit-{name}", make)


def visor() -> Material:
    """Make the gilded visor: a mirror to the ground, the sky and the Sun, with a trace of gold of its own."""
    return m._once(
        "visor",
        lambda n: n.set(
            Base_Color=(0.86, 0.52, 0.16), Metallic=0.95, Roughness=0.08, Coat_Weight=0.6, Coat_Roughness=0.02
        ),
    )
