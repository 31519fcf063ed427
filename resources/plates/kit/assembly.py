"""Puts simple solids together: every call adds one part in the assembly's own frame (metres, z up)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import bpy
from mathutils import Euler, Matrix, Vector

Point = Sequence[float]
Material = bpy.types.Material


def turn(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Matrix:
    """Give a rotation by degrees about x, then y, then z."""
    return Euler((math.radians(x), math.radians(y), math.radians(z)), "XYZ").to_matrix().to_4x4()


def pose(along: Point, side: Point, at: Point = (0, 0, 0)) -> Matrix:
    """Give a frame for Assembly: its z axis along one direction, its x axis as near to another as that allows."""
    z = Vector(along).normalized()
    y = z.cross(Vector(side)).normalized()
    columns = Matrix((y.cross(z), y, z)).transposed()
    return Matrix.Translation(Vector(at)) @ columns.to_4x4()


def octagon(width: float, depth: float, cut: float) -> list[tuple[float, float]]:
    """Outline a rectangle with its corners cut."""
    x, y = width / 2, depth / 2
    return [
        (x, -y + cut),
        (x, y - cut),
        (x - cut, y),
        (-x + cut, y),
        (-x, y - cut),
        (-x, -y + cut),
        (-x + cut, -y),
        (x - cut, -y),
    ]


class Assembly:
    """A frame to build in; `sub` gives a frame inside it."""

    def __init__(self, frame: Matrix | None = None) -> None:
        self.frame = frame if frame is not None else Matrix.Identity(4)

    def sub(self, at: Point = (0, 0, 0), x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Assembly:
        """Give a frame at a place in this one, turned by degrees."""
        return Assembly(self.frame @ Matrix.Translation(Vector(at)) @ turn(x, y, z))

    def facing(self, at: Point, towards: Point) -> Assembly:
        """Give a frame whose z axis points along a direction of this one."""
        along = Vector(towards).to_track_quat("Z", "Y").to_matrix().to_4x4()
        return Assembly(self.frame @ Matrix.Translation(Vector(at)) @ along)

    def world(self, point: Point) -> Vector:
        """Say where a point of this frame is in the scene."""
        return self.frame @ Vector(point)

    def local(self, point: Point) -> Vector:
        """Say where a point of the scene is in this frame."""
        return self.frame.inverted() @ Vector(point)

    def mesh(
        self,
        points: Sequence[Point],
        faces: Sequence[Sequence[int]],
        material: Material,
        *,
        smooth: float | None = None,
        bevel: float = 0.0,
    ) -> bpy.types.Object:
        """Add a mesh; `smooth`: faces that meet at less than this many degrees are shaded as one surface."""
        data = bpy.data.meshes.new("part")
        data.from_pydata([tuple(p) for p in points], [], faces)
        data.materials.append(material)
        if smooth is not None:
            data.shade_smooth()
            data.set_sharp_from_angle(angle=math.radians(smooth))
        thing = bpy.data.objects.new("part", data)
        thing.matrix_world = self.frame
        bpy.context.scene.collection.objects.link(thing)
        if bevel > 0:
            rounded = thing.modifiers.new("bevel", "BEVEL")
            rounded.width, rounded.segments = bevel, 2
        return thing

    def box(self, size: Point, at: Point, material: Material, *, bevel: float = 0.01, top: float = 1.0) -> None:
        """Add a box about its middle; `top` shrinks the upper face."""
        x, y, z = (s / 2 for s in size)
        low = [(-x, -y, -z), (x, -y, -z), (x, y, -z), (-x, y, -z)]
        points = [Vector(p) + Vector(at) for p in low + [(p[0] * top, p[1] * top, z) for p in low]]
        faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
        self.mesh(points, faces, material, bevel=bevel)

    def prism(
        self,
        outline: Sequence[tuple[float, float]],
        low: float,
        high: float,
        material: Material,
        *,
        top: float = 1.0,
        bevel: float = 0.015,
    ) -> None:
        """Raise an outline (counter-clockwise) from one height to another; `top` shrinks the upper face."""
        count = len(outline)
        points = [(x, y, low) for x, y in outline] + [(x * top, y * top, high) for x, y in outline]
        faces: list[Sequence[int]] = [tuple(reversed(range(count))), tuple(range(count, 2 * count))]
        faces += [(k, (k + 1) % count, (k + 1) % count + count, k + count) for k in range(count)]
        self.mesh(points, faces, material, bevel=bevel)

    def lathe(
        self,
        profile: Sequence[tuple[float, float]],
        material: Material,
        *,
        at: Point = (0, 0, 0),
        sides: int = 48,
        smooth: float = 35.0,
        start: float = 0.0,
        bevel: float = 0.0,
    ) -> None:
        """Turn a profile of (radius, height) about the z axis, with lids unless it is closed; few sides: a prism."""
        points: list[Vector] = []
        for radius, height in profile:
            for k in range(sides):
                a = math.radians(start) + 2 * math.pi * k / sides
                points.append(Vector((radius * math.cos(a), radius * math.sin(a), height)) + Vector(at))
        faces: list[Sequence[int]] = []
        for row in range(len(profile) - 1):
            for k in range(sides):
                a, b = row * sides + k, row * sides + (k + 1) % sides
                faces.append((a, b, b + sides, a + sides))
        closed = math.dist(profile[0], profile[-1]) < 1e-6
        if profile[0][0] > 1e-6 and not closed:
            faces.append(tuple(reversed(range(sides))))
        if profile[-1][0] > 1e-6 and not closed:
            faces.append(tuple(range((len(profile) - 1) * sides, len(profile) * sides)))
        self.mesh(points, faces, material, smooth=smooth if sides > 12 else None, bevel=bevel)

    def shell(
        self,
        profile: Sequence[tuple[float, float]],
        material: Material,
        *,
        at: Point = (0, 0, 0),
        sides: int = 56,
        thick: float = 0.01,
    ) -> None:
        """Turn an open profile into a thin wall (dishes, bells): outside going out, inside coming back."""
        inner = [(max(r - thick * 0.3, 0.0), h + thick) for r, h in reversed(profile)]
        closed = list(profile) + inner
        points: list[Vector] = []
        for radius, height in closed:
            for k in range(sides):
                a = 2 * math.pi * k / sides
                points.append(Vector((radius * math.cos(a), radius * math.sin(a), height)) + Vector(at))
        faces = [
            (row * sides + k, row * sides + (k + 1) % sides, (row + 1) * sides + (k + 1) % sides, (row + 1) * sides + k)
            for row in range(len(closed) - 1)
            for k in range(sides)
        ]
        self.mesh(points, faces, material, smooth=40.0)

    def tube(
        self,
        start: Point,
        end: Point,
        radius: float,
        material: Material,
        *,
        end_radius: float | None = None,
        sides: int = 20,
    ) -> None:
        """Add a round bar from one point to another."""
        a, b = Vector(start), Vector(end)
        length = (b - a).length
        last = radius if end_radius is None else end_radius
        self.facing(a, b - a).lathe([(radius, 0), (last, length)], material, sides=sides, smooth=60.0)

    def ball(self, radius: float, at: Point, material: Material, *, squash: float = 1.0, rows: int = 24) -> None:
        """Add a sphere; `squash` scales its height."""
        steps = [math.pi * k / rows - math.pi / 2 for k in range(rows + 1)]
        profile = [(max(radius * math.cos(t), 0.0), radius * math.sin(t) * squash) for t in steps]
        profile[0], profile[-1] = (0.0, profile[0][1]), (0.0, profile[-1][1])
        self.lathe(profile, material, at=at, sides=48, smooth=80.0)

    def ring(self, radius: float, thick: float, at: Point, material: Material) -> None:
        """Add a torus about the z axis."""
        steps = [2 * math.pi * k / 16 for k in range(17)]
        self.lathe(
            [(radius + thick * math.cos(t), thick * math.sin(t)) for t in steps], material, at=at, sides=64, smooth=80.0
        )

    def sheet(self, width: float, height: float, material: Material, back: Material, *, thick: float = 0.025) -> None:
        """Add a flat panel in the x-y plane about the origin, its front (+z) with UVs from 0 to 1."""
        x, y = width / 2, height / 2
        corners = [(-x, -y), (x, -y), (x, y), (-x, y)]
        front = self.mesh([(*c, thick / 2 + 0.002) for c in corners], [(0, 1, 2, 3)], material)
        layer = front.data.uv_layers.new(name="UVMap")
        for loop, uv in zip(layer.data, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True):
            loop.uv = uv
        self.box((width + 0.03, height + 0.03, thick), (0, 0, 0), back, bevel=0.006)
