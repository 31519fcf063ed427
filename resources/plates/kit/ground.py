"""The ground: fractal soil with craters and rocks, finest where the camera looks."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import bpy
import numpy as np
from mathutils import Euler, Matrix, Vector
from numpy.typing import NDArray

from kit import materials as m

Field = NDArray[np.float64]


def _hash(ix: Field, iy: Field, seed: int) -> Field:
    mixed = np.sin(ix * 127.1 + iy * 311.7 + seed * 74.7) * 43758.5453
    return mixed - np.floor(mixed)


def _noise(x: Field, y: Field, seed: int) -> Field:
    """Value noise between -1 and 1 on a lattice of one unit."""
    ix, iy = np.floor(x), np.floor(y)
    fx, fy = x - ix, y - iy
    fx, fy = fx**3 * (fx * (fx * 6 - 15) + 10), fy**3 * (fy * (fy * 6 - 15) + 10)
    low = _hash(ix, iy, seed) * (1 - fx) + _hash(ix + 1, iy, seed) * fx
    high = _hash(ix, iy + 1, seed) * (1 - fx) + _hash(ix + 1, iy + 1, seed) * fx
    return (low * (1 - fy) + high * fy) * 2 - 1


@dataclass
class Ground:
    """Heights of a made-up piece of the Moon; within `level` metres of the origin it has no hills.

    `hills`: height in metres of the far ridges; `dents`: (x, y, radius, depth) of pads, tracks and pits;
    `placed`: (x, y, radius) of craters that the picture wants.
    """

    seed: int = 1
    level: float = 9.0
    hills: float = 26.0
    craters: int = 460
    reach: float = 70.0
    dents: list[tuple[float, float, float, float]] = field(default_factory=list)
    placed: list[tuple[float, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        rng = np.random.default_rng(self.seed)
        radius = np.clip(0.22 * rng.pareto(1.45, self.craters) + 0.18, 0.18, 9.0)
        where = rng.uniform(-1, 1, (self.craters, 2))
        where = where * (4 + (self.reach - 4) * rng.random((self.craters, 1)))
        self._craters = [
            (x, y, r, 0.17 * rng.uniform(0.5, 1.0))
            for (x, y), r in zip(where, radius, strict=True)
            if math.hypot(x, y) > r * 1.2 + self.level * 0.55 or r < 0.4
        ] + [(x, y, r, 0.2) for x, y, r in self.placed]

    def height(self, x: float, y: float) -> float:
        """Say how high the ground stands at one place."""
        return float(self.heights(np.array([x]), np.array([y]))[0])

    def heights(self, x: Field, y: Field) -> Field:
        """Say how high the ground stands at many places."""
        away = np.hypot(x, y)
        far = np.clip((away - self.level) / (self.level * 3.0), 0, 1)
        far = far * far * (3 - 2 * far)
        z = np.zeros_like(x)
        rise = np.clip((away - 60) / 260, 0, 1)
        for length, size in ((230.0, self.hills), (95.0, self.hills * 0.4), (38.0, self.hills * 0.12)):
            z += _noise(x / length, y / length, self.seed + int(length)) * size * np.maximum(rise, far * 0.05)
        for length, size in ((17.0, 0.7), (7.0, 0.28)):
            z += _noise(x / length, y / length, self.seed + int(length)) * size * far
        for length, size in ((2.3, 0.075), (0.9, 0.036), (0.37, 0.017), (0.15, 0.007), (0.06, 0.0025)):
            z += _noise(x / length, y / length, self.seed + int(length * 100)) * size
        for cx, cy, radius, ratio in self._craters:
            near = (abs(x - cx) < radius * 3) & (abs(y - cy) < radius * 3)
            if not near.any():
                continue
            t = np.hypot(x[near] - cx, y[near] - cy) / radius
            bowl = radius * 2 * ratio * 0.75
            rim = bowl * 0.24
            inside = -(bowl + rim) * (1 - np.minimum(t, 1) ** 2) ** 1.15 + rim
            z[near] += np.where(t < 1, inside, rim * np.clip((3 - t) / 2, 0, 1) ** 3)
        for cx, cy, radius, deep in self.dents:
            t = np.hypot(x - cx, y - cy) / radius
            z += -deep * np.exp(-(t**6)) + deep * 0.8 * np.exp(-(((t - 1.22) / 0.17) ** 2))
        return z

    def build(self, eye: Vector, aim: Vector, fov: float, *, columns: int = 760, rows: int = 700) -> None:
        """Make the mesh: rings about the camera, columns dense in its view, so that detail is even in the picture."""
        facing = math.atan2(aim.y - eye.y, aim.x - eye.x)
        half = math.radians(fov) / 2 + 0.12
        bearings = (
            np.concatenate(
                [
                    np.linspace(-half, half, columns, endpoint=False),
                    np.linspace(half, 2 * math.pi - half, 150, endpoint=False),
                ]
            )
            + facing
        )
        radii = np.concatenate([np.geomspace(0.4, 900, rows)])
        r, a = np.meshgrid(radii, bearings, indexing="ij")
        x, y = eye.x + r * np.cos(a), eye.y + r * np.sin(a)
        z = self.heights(x.ravel(), y.ravel())
        points = np.column_stack([x.ravel(), y.ravel(), z]).astype(np.float32)
        count = len(bearings)
        i, j = np.meshgrid(np.arange(rows - 1), np.arange(count), indexing="ij")
        k = (j + 1) % count
        quads = np.stack([i * count + j, (i + 1) * count + j, (i + 1) * count + k, i * count + k], axis=-1).reshape(
            -1, 4
        )
        _grid(points, quads)

    def rocks(
        self,
        eye: Vector,
        aim: Vector,
        *,
        count: int = 420,
        clear: float = 2.2,
        spread: float = 60.0,
        largest: float = 0.55,
    ) -> None:
        """Strew rocks, many small and few large, the largest away from the machine; each sits in the soil."""
        rng = np.random.default_rng(self.seed + 7)
        shapes = [_rock_shape(self.seed * 10 + k) for k in range(8)]
        middle = (eye + aim) / 2
        done = 0
        while done < count:
            spot = rng.normal(0, 1, 2) * spread * rng.random() ** 0.8
            x, y = float(middle.x + spot[0]), float(middle.y + spot[1])
            size = min(0.022 + 0.024 * rng.pareto(1.25), largest)
            room = math.hypot(x, y)
            if room < clear + size * 2 or math.hypot(x - eye.x, y - eye.y) < 1.2 + size * 5:
                continue
            if size > 0.2 and room < self.level * 0.8:
                continue
            thing = bpy.data.objects.new("rock", shapes[done % len(shapes)])
            tilt = Euler([*rng.uniform(-0.5, 0.5, 2).tolist(), float(rng.uniform(0, 6.3))]).to_matrix().to_4x4()
            flat = Matrix.Diagonal((size, size * rng.uniform(0.7, 1.0), size * rng.uniform(0.5, 0.85), 1.0))
            thing.matrix_world = Matrix.Translation((x, y, self.height(x, y) + size * 0.16)) @ tilt @ flat
            bpy.context.scene.collection.objects.link(thing)
            done += 1


class Level:
    """Flat ground at height 0, where profiles are drawn."""

    def height(self, _x: float, _y: float) -> float:
        """Say how high the ground stands at one place."""
        return 0.0


def _grid(points: Field, quads: NDArray[np.int64]) -> None:
    grid(points, quads, m.regolith(), "ground")


def grid(
    points: NDArray[np.float32], quads: NDArray[np.int64], material: bpy.types.Material, name: str
) -> bpy.types.Object:
    """Add a large smooth mesh of squares from arrays."""
    mesh = bpy.data.meshes.new(name)
    mesh.vertices.add(len(points))
    mesh.vertices.foreach_set("co", points.ravel())
    mesh.loops.add(quads.size)
    mesh.loops.foreach_set("vertex_index", quads.ravel().astype(np.int32))
    mesh.polygons.add(len(quads))
    mesh.polygons.foreach_set("loop_start", np.arange(0, quads.size, 4, dtype=np.int32))
    mesh.update(calc_edges=True)
    mesh.shade_smooth()
    mesh.materials.append(material)
    thing = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def _rock_shape(seed: int) -> bpy.types.Mesh:
    """Cut a ball by random planes: broken stone with worn edges."""
    import bmesh

    rng = np.random.default_rng(seed)
    shape = bmesh.new()
    bmesh.ops.create_icosphere(shape, subdivisions=4, radius=1.0)
    planes = rng.normal(0, 1, (13, 3))
    planes /= np.linalg.norm(planes, axis=1)[:, None]
    cuts = rng.uniform(0.55, 0.9, 13)
    for vertex in shape.verts:
        p = np.array(vertex.co)
        over = planes @ p
        scale = float(np.min(np.where(over > cuts, cuts / np.maximum(over, 1e-6), 1.0)))
        rough = float(_noise(p[:1] * 3 + p[2] * 2.1, p[1:2] * 3 - p[2] * 1.3, seed)[0])
        vertex.co = Vector((p * (scale + 0.05 * rough)).tolist())
    mesh = bpy.data.meshes.new("rock")
    shape.to_mesh(mesh)
    shape.free()
    mesh.shade_smooth()
    mesh.set_sharp_from_angle(angle=math.radians(32))
    mesh.materials.append(m.rock())
    return mesh
