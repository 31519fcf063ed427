"""Parts of space stations and crewed ships: pressurised drums, docking ports, handrails, radiators, tiled skins."""

from __future__ import annotations

import math
from itertools import pairwise

from kit import materials as m
from kit.assembly import Assembly, Material

Colour = m.Colour


def tiled(
    name: str,
    columns: int,
    rows_a_metre: float,
    *,
    tones: tuple[Colour, Colour],
    line: Colour = (0.12, 0.12, 0.12),
    gap: float = 0.02,
    metallic: float = 0.0,
    rough: float = 0.5,
    quilt: float = 0.0,
) -> Material:
    """Make the skin of a body of revolution about z: tiles or blankets in rings, no two of quite the same tone."""

    def make(n: m._Nodes) -> None:
        place = n.add("TexCoord").outputs["Object"]
        xyz = n.add("SeparateXYZ", Vector=place)
        turn = n.maths("MULTIPLY", n.maths("ARCTAN2", xyz.outputs[1], xyz.outputs[0]), columns / (2 * math.pi))
        row = n.maths("MULTIPLY", xyz.outputs[2], rows_a_metre)
        off = [n.maths("ABSOLUTE", n.maths("SUBTRACT", n.maths("FRACT", v), 0.5)) for v in (turn, row)]
        joint = n.maths("MAXIMUM", *(n.maths("GREATER_THAN", o, 0.5 - gap) for o in off))
        whole = n.add("CombineXYZ", i0=n.maths("FLOOR", turn), i1=n.maths("FLOOR", row), i2=0.0).outputs[0]
        tone = n.mix(n.add("TexWhiteNoise", Vector=whole).outputs["Value"], *tones)
        n.set(Base_Color=n.add("MixRGB", i0=joint, i1=tone, i2=(*line, 1)).outputs[0], Roughness=rough)
        n.set(Metallic=metallic)
        if quilt > 0:
            sag = n.maths("MAXIMUM", n.maths("POWER", off[0], 2.0), n.maths("POWER", off[1], 2.0))
            crease = n.add("TexNoise", Vector=place, Scale=7.0, Detail=4.0, Distortion=1.6).outputs[0]
            height = n.maths("SUBTRACT", n.maths("MULTIPLY", crease, 0.22), n.maths("MULTIPLY", sag, 3.0))
            n.set(Normal=n.add("Bump", Strength=0.6, Distance=quilt, Height=height).outputs[0])

    return m._once(f"tiled-{name}", make)


def blanket_skin(name: str = "station", tone: float = 0.72, columns: int = 16) -> Material:
    """Make the white quilted blankets of a module."""
    light, dark = (tone, tone, tone * 0.985), (tone * 0.9, tone * 0.895, tone * 0.875)
    return tiled(name, columns, 1.1, tones=(dark, light), line=(0.42, 0.41, 0.39), gap=0.014, rough=0.6, quilt=0.05)


def drum(
    at: Assembly,
    radius: float,
    length: float,
    skin: Material,
    *,
    cones: tuple[float, float] = (0.5, 0.5),
    neck: float = 0.8,
    rails: int = 4,
) -> None:
    """Add a pressurised drum along +z from 0 to its length, end cones included, with seams and handrails."""
    low, high = cones
    seam = m.metal((0.45, 0.45, 0.46), "station-seam")
    at.lathe([(neck, 0.0), (radius, low), (radius, length - high), (neck, length)], skin, sides=72, smooth=18)
    for z in (low, length - high):
        at.ring(radius, radius * 0.014, (0, 0, z), seam)
    for k in range(max(int((length - low - high) / 1.6), 1) - 1):
        z = low + (length - low - high) * (k + 1) / max(int((length - low - high) / 1.6), 1)
        at.ring(radius, radius * 0.008, (0, 0, z), seam)
    for k in range(rails):
        rail(at.sub((0, 0, 0), z=360 * k / rails + 22), radius, low + 0.3, length - high - 0.3)


def rail(at: Assembly, radius: float, start: float, end: float) -> None:
    """Add a row of handrails along a drum at bearing 0."""
    gold = m.metal((0.72, 0.66, 0.5), "handrail", 0.35)
    count = max(int((end - start) / 1.5), 1)
    for k in range(count):
        a, b = start + (end - start) * (k + 0.15) / count, start + (end - start) * (k + 0.85) / count
        at.tube((radius + 0.09, 0, a), (radius + 0.09, 0, b), 0.022, gold, sides=8)
        for z in (a, b):
            at.tube((radius - 0.02, 0, z), (radius + 0.09, 0, z), 0.02, gold, sides=6)


def port(at: Assembly, radius: float = 0.8, *, closed: bool = True, petals: int = 3) -> None:
    """Add a docking port that looks along +z, its base at the origin."""
    ring = m.metal((0.66, 0.66, 0.66), "port", 0.32)
    deep = radius * 0.45
    at.lathe([(radius * 1.12, 0.0), (radius * 1.02, deep * 0.5), (radius, deep), (radius * 0.8, deep)], ring, sides=56)
    at.lathe([(radius * 0.8, deep - 0.01), (radius * 0.74, deep * 0.5), (0.0, deep * 0.4)], m.black(), sides=48)
    if closed:
        at.lathe([(radius * 0.72, deep * 0.55), (0.0, deep * 0.75)], m.metal((0.5, 0.5, 0.5), "hatch-lid"), sides=48)
    for k in range(petals):
        leaf = at.sub((0, 0, 0), z=360 * k / petals)
        leaf.box((0.05, radius * 0.45, radius * 0.22), (radius * 0.8, 0, deep * 1.2), ring, top=0.65)


def radiator(at: Assembly, count: int, length: float, width: float, *, gap: float = 0.06, fold: float = 0.0) -> None:
    """Add an unfolded radiator along +x: white panels with their tubes, hinged end to end, carried by scissor arms."""
    white = m.paint((0.82, 0.82, 0.81), "radiator-panel", 0.35)
    bar = m.metal((0.55, 0.55, 0.55), "scissor")
    for k in range(count):
        panel = at.sub((k * (length + gap) + length / 2, 0, 0), y=fold if k % 2 else -fold)
        panel.box((length, width, 0.04), (0, 0, 0), white, bevel=0.01)
        for j in range(1, 6):
            panel.box((0.02, width * 0.97, 0.055), (-length / 2 + length * j / 6, 0, 0), white, bevel=0.0)
        for side in (-0.28, 0.28):
            y = side * width
            panel.tube((-length / 2, y, -0.09), (length / 2, y, -0.09), 0.035, bar, sides=6)


def window(at: Assembly, size: float) -> None:
    """Add a round window that looks along +z."""
    at.lathe([(size * 1.3, -0.05), (size * 1.3, 0.03), (size, 0.04)], m.metal(), sides=36)
    at.lathe([(size, 0.032), (0.0, 0.05)], m.glass(), sides=36)


def arm(at: Assembly, points: list[tuple[float, float, float]], radius: float = 0.18) -> None:
    """Add a robotic arm: white booms, dark joints, a hand at its end."""
    white = m.cloth((0.78, 0.77, 0.74), "arm-sleeve")
    dark = m.metal((0.3, 0.3, 0.31), "arm-joint")
    for a, b in pairwise(points):
        at.tube(a, b, radius, white)
    for p in points:
        at.ball(radius * 1.5, p, dark, rows=14)
    end = at.facing(points[-1], tuple(q - p for p, q in zip(points[-2], points[-1], strict=True)))
    end.lathe([(radius * 1.1, 0.0), (radius * 1.25, radius * 2.2), (radius * 0.9, radius * 2.6)], dark, sides=24)
