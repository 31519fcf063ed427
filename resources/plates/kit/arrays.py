"""Solar arrays of spacecraft: rigid panels on a yoke, and thin blankets stretched between masts."""

from __future__ import annotations

import math
from typing import Final

from mathutils import Vector

from kit import materials as m
from kit.assembly import Assembly, Material

Colour = m.Colour

GALLIUM: Final[tuple[Colour, Colour]] = ((0.004, 0.005, 0.014), (0.008, 0.011, 0.030))
"""Triple-junction cells: nearly black, a touch of blue."""
SILICON: Final[tuple[Colour, Colour]] = ((0.008, 0.014, 0.05), (0.014, 0.026, 0.09))


def sunward(azimuth: float, elevation: float) -> Vector:
    """Point to the Sun that stage.sun(azimuth, elevation) lights."""
    a, e = math.radians(azimuth), math.radians(elevation)
    return Vector((math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e)))


def turned(frame: Assembly, towards: Vector | None) -> Assembly:
    """Turn a wing's frame about its own length until its face (+z) looks as far towards a direction as it can."""
    if towards is None:
        return frame
    seen = frame.frame.to_3x3().inverted() @ towards
    return frame.sub((0, 0, 0), x=math.degrees(math.atan2(-seen.y, seen.z)))


def cells(
    columns: int,
    rows: int,
    name: str,
    *,
    tones: tuple[Colour, Colour] = GALLIUM,
    line: Colour = (0.30, 0.30, 0.29),
    gap: float = 0.02,
    rough: float = 0.2,
) -> Material:
    """Solar cells on a face whose UVs run from 0 to 1; `gap`: the part of a cell's width that its joint shows."""

    def make(n: m._Nodes) -> None:
        uv = n.add("TexCoord").outputs["UV"]
        place = n.add("VectorMath", operation="MULTIPLY", i0=uv, i1=(columns, rows, 1.0)).outputs[0]
        parts = n.add("SeparateXYZ", Vector=place)
        edges = [
            n.maths("GREATER_THAN", n.maths("ABSOLUTE", n.maths("SUBTRACT", n.maths("FRACT", axis), 0.5)), 0.5 - gap)
            for axis in (parts.outputs[0], parts.outputs[1])
        ]
        whole = n.add("VectorMath", operation="FLOOR", i0=place).outputs[0]
        shade = n.add("TexWhiteNoise", Vector=whole).outputs["Value"]
        joint = n.maths("MAXIMUM", *edges)
        tone = n.add("MixRGB", i0=joint, i1=n.mix(shade, *tones), i2=(*line, 1.0)).outputs[0]
        n.set(Base_Color=tone, Roughness=rough, Coat_Weight=0.7, Coat_Roughness=0.08)

    return m._once(f"array-{name}-{columns}x{rows}", make)


def panels(
    frame: Assembly,
    count: int,
    length: float,
    width: float,
    *,
    front: Material,
    back: Material | None = None,
    yoke: float = 0.6,
    gap: float = 0.05,
    thick: float = 0.03,
) -> None:
    """Add a wing of rigid panels that runs out along +x behind a yoke, cells towards +z, hinges between panels."""
    back = back or m.paint((0.10, 0.10, 0.105), "panel-back", 0.5)
    bar, dark = m.metal(), m.metal((0.3, 0.3, 0.31), "hinge")
    if yoke > 0:
        for side in (-1, 1):
            frame.tube((0, side * 0.04, 0), (yoke, side * width * 0.36, 0), 0.022 + thick * 0.3, bar, sides=12)
        frame.tube((yoke * 0.94, -width * 0.4, 0), (yoke * 0.94, width * 0.4, 0), 0.02 + thick * 0.3, bar, sides=12)
    for k in range(count):
        at = frame.sub((yoke + length / 2 + k * (length + gap), 0, 0))
        at.sheet(length, width, front, back, thick=thick)
        for side in (-0.36, 0.36):
            at.box((gap * 2.2, thick * 2.3, thick * 2.2), (-length / 2 - gap / 2, side * width, 0), dark, bevel=0.004)
        for y in (-0.18, 0.18):
            at.box((length * 0.98, thick, thick * 0.66), (0, y * width, -thick * 0.8), dark, bevel=0.0)


def blanket(
    frame: Assembly,
    length: float,
    width: float,
    *,
    front: Material,
    back: Material,
    split: float = 0.0,
    folds: int = 0,
    box: float = 0.3,
    skin: Material | None = None,
) -> None:
    """Add a blanket array along +x, cells towards +z: thin sheets beside a mast, a box at the root, a bar at the tip.

    `split`: the gap that the mast runs in (0: one sheet); `folds`: how many creases cross a sheet.
    """
    skin = skin or m.metal((0.72, 0.72, 0.71), "spar", 0.4)
    wide = (width - split) / (2 if split else 1)
    for side in (-1, 1) if split else (0,):
        y = side * (split + wide) / 2
        frame.sub((box + length / 2, y, 0)).sheet(length, wide, front, back, thick=0.02)
        frame.box((box, wide, box * 0.8), (box / 2, y, -box * 0.3), skin, bevel=0.02)
        frame.box((box * 0.7, wide, box * 0.5), (box + length + box * 0.35, y, -box * 0.15), skin, bevel=0.02)
        for k in range(1, folds):
            frame.box((0.025, wide, 0.035), (box + length * k / folds, y, 0.0), skin, bevel=0.0)
    if split:
        mast(frame, (0.0, length + box * 1.7), min(split * 0.42, 0.38))


def mast(frame: Assembly, span: tuple[float, float], size: float) -> None:
    """Add a square lattice mast along +x."""
    bar = m.metal((0.6, 0.6, 0.6), "lattice")
    start, end = span
    bays = max(int((end - start) / (size * 2.4)), 3)
    corners = [(-size, -size), (-size, size), (size, size), (size, -size)]
    for y, z in corners:
        frame.tube((start, y, z), (end, y, z), size * 0.1, bar, sides=6)
    for k in range(bays):
        a, b = start + (end - start) * k / bays, start + (end - start) * (k + 1) / bays
        for (y, z), (v, w) in zip(corners, corners[1:] + corners[:1], strict=True):
            frame.tube((a, y, z), (b, v, w), size * 0.06, bar, sides=5)
            frame.tube((a, y, z), (a, v, w), size * 0.08, bar, sides=5)
