"""What is built of bricks made from lunar soil."""

from __future__ import annotations

import math
from typing import Final

from mathutils import Matrix, Vector

from kit import materials as m
from kit.assembly import Assembly, Material, Point

CORNERS: Final = [(x, y, z) for z in (-1, 1) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
SIDES: Final = ((3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7))


def sintered() -> Material:
    """Make molten and frozen soil: darker than the soil, a little glassy, blistered."""

    def make(n: m._Nodes) -> None:
        where = n.place(1.0)
        spots = n.add("TexNoise", Vector=where, Scale=7.0, Detail=5.0, Roughness=0.65).outputs[0]
        pores = n.add("TexVoronoi", Vector=where, Scale=26.0, feature="F1").outputs["Distance"]
        bump = n.add("Bump", Strength=0.6, Distance=0.02, Height=n.maths("ADD", spots, pores))
        n.set(Base_Color=n.mix(spots, (0.1, 0.094, 0.088), (0.2, 0.186, 0.17)), Roughness=0.55, Normal=bump.outputs[0])

    return m._once("sintered", make)


def brick_mesh(at: Assembly, spots: list[tuple[Matrix, Point]], skin: Material, *, bevel: float = 0.02) -> None:
    """Add bricks, each a place with a turn and a size, as one mesh."""
    points: list[Vector] = []
    faces: list[tuple[int, ...]] = []
    for place, size in spots:
        first = len(points)
        points += [place @ Vector([c * s / 2 for c, s in zip(corner, size, strict=True)]) for corner in CORNERS]
        faces += [tuple(first + i for i in side) for side in SIDES]
    at.mesh(points, faces, skin, bevel=bevel)


def vault(at: Assembly, radius: float, rows: int, *, full: int, brick: Point = (0.52, 0.4, 0.3)) -> None:
    """Lay an arch of bricks along x: whole rings as far as `full`, further ones ever less complete."""
    spots: list[tuple[Matrix, Point]] = []
    count = int(math.pi * (radius + brick[2]) / brick[1])
    size = (brick[0] * 0.965, brick[1] * 0.95, brick[2])
    for row in range(rows):
        feet = 0.5 if row < full else max(0.06, 0.36 - 0.08 * (row - full))
        for k in range(count):
            t = (k + 0.5) / count
            if min(t, 1 - t) > feet:
                continue
            a, uneven = math.pi * t, math.sin(row * 12.9 + k * 78.2) * 0.014
            x = row * brick[0] + (brick[0] * 0.5 if k % 2 else 0.0)
            spot = (x, (radius + uneven) * math.cos(a), (radius + uneven) * math.sin(a))
            spots.append((Matrix.Translation(spot) @ Matrix.Rotation(a - math.pi / 2, 4, "X"), size))
    brick_mesh(at, spots, sintered())


def wall(
    at: Assembly, radius: float, courses: int, *, start: float, sweep: float, brick: Point = (0.5, 0.32, 0.22)
) -> None:
    """Lay a round wall of bricks about the z axis, lower towards its end, as it is while it is being built."""
    spots: list[tuple[Matrix, Point]] = []
    size = (brick[0] * 0.965, brick[1], brick[2] * 0.96)
    step = brick[0] / radius
    count = int(math.radians(sweep) / step)
    for course in range(courses):
        shorter = int(count * (0.42 * (course / courses) ** 1.2))
        for k in range(count - shorter):
            a = math.radians(start) + (k + (0.5 if course % 2 else 0.0)) * step
            r = radius - 0.0022 * course * course * 4
            spot = (r * math.cos(a), r * math.sin(a), (course + 0.5) * brick[2])
            uneven = math.sin(course * 7.7 + k * 31.3) * 0.03
            spots.append((Matrix.Translation(spot) @ Matrix.Rotation(a + math.pi / 2 + uneven, 4, "Z"), size))
    brick_mesh(at, spots, sintered())


def stack(at: Assembly, columns: int, rows: int, layers: int, *, brick: Point = (0.5, 0.32, 0.22)) -> None:
    """Pile bricks up beside where they are laid."""
    spots: list[tuple[Matrix, Point]] = []
    for layer in range(layers):
        for column in range(columns):
            for row in range(rows):
                if layer == layers - 1 and (column + row) % 3 == 0:
                    continue
                x = (column - columns / 2) * brick[0] * 1.05 + math.sin(layer * 5 + row * 3 + column) * 0.02
                spot = (x, (row - rows / 2) * brick[1] * 1.06, (layer + 0.5) * brick[2])
                turn = Matrix.Rotation(math.sin(column * 9.1 + row * 4.7 + layer) * 0.05, 4, "Z")
                spots.append((Matrix.Translation(spot) @ turn, (brick[0] * 0.97, brick[1] * 0.97, brick[2] * 0.97)))
    brick_mesh(at, spots, sintered())
