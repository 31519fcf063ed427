"""Trees and grass of launch sites, made of small leaves, and where to plant them so that the eye meets them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import bpy
import numpy as np
from mathutils import Euler, Matrix, Vector

from kit import materials as m
from kit.ground import Field
from kit.twilight import Haze

Spot = tuple[float, float]
Rise = Callable[[Field, Field], Field]
VARIANTS: Final = 5


@dataclass(frozen=True)
class Wedge:
    """Where plants may stand: between two distances from an eye, `spread` degrees either side of a bearing."""

    eye: Spot
    bearing: float
    spread: float
    near: float
    far: float

    def spots(self, count: int, seed: int, keep: Callable[[float, float], bool] | None = None) -> Iterator[Spot]:
        """Give places that look evenly strewn from the eye: as many near as far."""
        rng = np.random.default_rng(seed)
        for _ in range(count):
            a = math.radians(self.bearing + self.spread * rng.uniform(-1, 1))
            away = self.near * (self.far / self.near) ** rng.random()
            x, y = self.eye[0] + away * math.cos(a), self.eye[1] + away * math.sin(a)
            if keep is None or keep(x, y):
                yield x, y


class _Leaves:
    """Collects a plant's triangles; the trunk's use the first material, the leaves' the second."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.points: list[Vector] = []
        self.faces: list[tuple[int, ...]] = []
        self.kinds: list[int] = []

    def leaf(self, at: Vector, along: Vector, length: float, width: float) -> None:
        """Add one leaf or spray of needles."""
        side = along.cross(Vector(self.rng.normal(0, 1, 3).tolist())).normalized() * (width / 2)
        first = len(self.points)
        self.points += [at - side, at + side, at + along.normalized() * length]
        self.faces.append((first, first + 1, first + 2))
        self.kinds.append(1)

    def trunk(self, path: Sequence[Vector], radii: Sequence[float]) -> None:
        """Add a bent, tapering trunk of six sides."""
        first = len(self.points)
        for p, r in zip(path, radii, strict=True):
            self.points += [
                p + Vector((r * math.cos(math.pi * k / 3), r * math.sin(math.pi * k / 3), 0)) for k in range(6)
            ]
        for row in range(len(path) - 1):
            for k in range(6):
                a, b = first + row * 6 + k, first + row * 6 + (k + 1) % 6
                self.faces.append((a, b, b + 6, a + 6))
                self.kinds.append(0)

    def mesh(self, name: str, bark: bpy.types.Material, leaves: bpy.types.Material) -> bpy.types.Mesh:
        """Give the plant as one mesh."""
        data = bpy.data.meshes.new(name)
        data.from_pydata([tuple(p) for p in self.points], [], self.faces)
        data.polygons.foreach_set("material_index", self.kinds)
        data.materials.append(bark)
        data.materials.append(leaves)
        return data


def foliage(name: str, low: m.Colour, high: m.Colour, haze: Haze, *, snow: float = 0.0) -> bpy.types.Material:
    """Give leaves whose tone differs from plant to plant; `snow`: how much of it lies on them."""

    def make(n: m._Nodes) -> None:
        own = n.add("ObjectInfo").outputs["Random"]
        patch = n.add("TexNoise", Vector=n.place(1.0), Scale=2.5 if snow else 0.7, Detail=3.0).outputs[0]
        tone = n.mix(n.maths("MULTIPLY", n.maths("ADD", own, n.ramp(patch, 0.3, 0.7)), 0.5), low, high)
        if snow > 0:
            lies = n.maths("MULTIPLY", n.ramp(patch, 0.42, 0.56), snow)
            tone = n.add("MixRGB", i0=lies, i1=tone, i2=(0.6, 0.64, 0.7, 1.0)).outputs[0]
        n.set(Base_Color=tone, Roughness=0.8)
        n.surface.inputs["Specular IOR Level"].default_value = 0.15
        haze.over(n)

    return m._once(f"foliage-{name}", make)


def bark(haze: Haze, tone: float = 0.055) -> bpy.types.Material:
    """Give a trunk's bark."""

    def make(n: m._Nodes) -> None:
        n.set(Base_Color=(tone, tone * 0.85, tone * 0.7), Roughness=0.9)
        haze.over(n)

    return m._once(f"bark-{tone}", make)


def spruces(leaves: bpy.types.Material, haze: Haze) -> list[bpy.types.Mesh]:
    """Grow spruces of one metre: whorls of boughs that hang, shorter towards the tip."""
    found = []
    for seed in range(VARIANTS):
        tree = _Leaves(seed)
        tree.trunk([Vector((0, 0, 0)), Vector((0, 0, 0.97))], [0.017, 0.002])
        slim = float(tree.rng.uniform(0.13, 0.19))
        for t in np.linspace(0.06, 0.98, 30):
            reach = slim * (1.02 - t) ** 0.85 * tree.rng.uniform(0.8, 1.1)
            for _ in range(9):
                a = tree.rng.uniform(0, 2 * math.pi)
                out = Vector((math.cos(a), math.sin(a), -0.28 - 0.35 * (1 - t)))
                for part in (0.05, 0.35, 0.65):
                    tip = out + Vector((tree.rng.normal(0, 0.3, 3) * (1, 1, 0.5)).tolist())
                    tree.leaf(Vector((0, 0, t)) + out * (reach * part), tip, reach * 0.55 + 0.008, 0.016 + reach * 0.2)
        found.append(tree.mesh("spruce", bark(haze), leaves))
    return found


def broadleaves(leaves: bpy.types.Material, haze: Haze) -> list[bpy.types.Mesh]:
    """Grow broad trees of one metre: clumps of leaves about a short trunk."""
    found = []
    for seed in range(VARIANTS):
        tree = _Leaves(seed + 50)
        tree.trunk([Vector((0, 0, 0)), Vector((0.01, 0, 0.5))], [0.03, 0.014])
        for _ in range(9):
            clump = Vector(tree.rng.uniform((-0.26, -0.26, 0.34), (0.26, 0.26, 0.84)).tolist())
            size = float(tree.rng.uniform(0.13, 0.2))
            for _ in range(150):
                out = Vector(tree.rng.normal(0, 1, 3).tolist()).normalized()
                spot = clump + Vector((out.x, out.y, out.z * 0.75)) * (size * float(tree.rng.uniform(0.75, 1.0)))
                tree.leaf(spot, out + Vector(tree.rng.normal(0, 0.8, 3).tolist()), 0.06, 0.05)
        found.append(tree.mesh("broadleaf", bark(haze), leaves))
    return found


def palms(leaves: bpy.types.Material, haze: Haze) -> list[bpy.types.Mesh]:
    """Grow coconut palms of one metre: a leaning trunk, fronds of hanging leaflets."""
    found = []
    for seed in range(VARIANTS):
        tree = _Leaves(seed + 90)
        lean, turn = float(tree.rng.uniform(0.04, 0.2)), float(tree.rng.uniform(0, 6.3))
        sway = Vector((math.cos(turn), math.sin(turn), 0))
        path = [sway * (lean * t * t) + Vector((0, 0, 0.78 * t)) for t in np.linspace(0, 1, 8)]
        tree.trunk(path, [0.02 - 0.009 * k / 7 for k in range(8)])
        for k in range(24):
            _frond(tree, path[-1], 2 * math.pi * (k * 0.381966), float(tree.rng.uniform(-0.35, 0.95)))
        found.append(tree.mesh("palm", bark(haze, 0.09), leaves))
    return found


def _frond(tree: _Leaves, crown: Vector, turn: float, lift: float) -> None:
    out, length = Vector((math.cos(turn), math.sin(turn), 0)), float(tree.rng.uniform(0.24, 0.32))
    spot, climb = crown.copy(), lift
    for k in range(16):
        along = out + Vector((0, 0, climb))
        along.normalize()
        tree.leaf(spot, along, length / 13, 0.008)
        spot, climb = spot + along * (length / 16), climb - 0.11
        for side in (-1, 1):
            away = out.cross(Vector((0, 0, 1))) * side + along * 0.7 + Vector((0, 0, -0.7))
            tree.leaf(spot, away, 0.09 * math.sin(math.pi * (k + 2.5) / 20), 0.013)


def tufts(leaves: bpy.types.Material, haze: Haze) -> list[bpy.types.Mesh]:
    """Grow tufts of grass or reed of one metre."""
    found = []
    for seed in range(VARIANTS):
        tree = _Leaves(seed + 130)
        for _ in range(60):
            foot = Vector((*tree.rng.normal(0, 0.22, 2).tolist(), 0.0))
            along = Vector((*tree.rng.normal(0, 0.26, 2).tolist(), 1.0))
            tree.leaf(foot, along, float(tree.rng.uniform(0.4, 1.0)), 0.022)
        found.append(tree.mesh("tuft", bark(haze), leaves))
    return found


def plant(
    kinds: Sequence[bpy.types.Mesh],
    spots: Iterator[Spot],
    size: tuple[float, float],
    *,
    ground: Rise | None = None,
    seed: int = 1,
) -> None:
    """Plant one of some kinds at every place, between two heights in metres."""
    rng = np.random.default_rng(seed)
    for x, y in spots:
        z = float(ground(np.array([x]), np.array([y]))[0]) if ground else 0.0
        thing = bpy.data.objects.new("plant", kinds[int(rng.integers(len(kinds)))])
        high = float(rng.uniform(*size))
        turned = Euler((0.0, 0.0, float(rng.uniform(0, 6.3)))).to_matrix().to_4x4()
        thing.matrix_world = Matrix.Translation((x, y, z - 0.01 * high)) @ turned @ Matrix.Scale(high, 4)
        bpy.context.scene.collection.objects.link(thing)
