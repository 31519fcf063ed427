"""Wider ground than a landing place: knolls, one great crater, the tracks of wheels and mountains behind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import bpy
import numpy as np
from mathutils import Vector

from kit import materials as m
from kit.ground import Field, Ground, _grid, _noise

MOON_RADIUS = 1_737_400.0
"""Metres; distant ground sinks below the horizontal by its distance squared over twice this."""


@dataclass(frozen=True)
class Lane:
    """The way that a vehicle came: its points, the distance between its wheels, their width, their tread's pitch."""

    points: Sequence[tuple[float, float]]
    gauge: float = 1.8
    width: float = 0.3
    pitch: float = 0.14
    deep: float = 0.035


@dataclass
class Site(Ground):
    """Ground with more said about it.

    `knolls`: (x, y, radius, height) of rounded rises; `abyss`: (x, y, radius, depth, rim's height) of a great crater.
    """

    knolls: list[tuple[float, float, float, float]] = field(default_factory=list)
    abyss: tuple[float, float, float, float, float] | None = None
    lanes: list[Lane] = field(default_factory=list)

    def height(self, x: float, y: float) -> float:
        """Say how high the ground stands at one place."""
        return super().height(float(x), float(y))

    def heights(self, x: Field, y: Field) -> Field:
        """Say how high the ground stands at many places."""
        z = super().heights(x, y)
        for kx, ky, radius, high in self.knolls:
            z += high * np.exp(-(((x - kx) ** 2 + (y - ky) ** 2) / radius**2))
        if self.abyss:
            z += _bowl(x, y, *self.abyss, seed=self.seed)
        for lane in self.lanes:
            for side in (-1, 1):
                _press(z, x, y, lane, side * lane.gauge / 2)
        return z


def steps(points: Sequence[tuple[float, float]], *, pitch: float = 0.42) -> list[tuple[float, float, float, float]]:
    """Give the dents of footprints along a way, left and right in turn, two to a foot."""
    dents: list[tuple[float, float, float, float]] = []
    for (ax, ay), (bx, by) in pairwise(points):
        length = math.hypot(bx - ax, by - ay)
        ux, uy = (bx - ax) / length, (by - ay) / length
        for k in range(int(length / pitch)):
            side = 0.13 if (len(dents) // 2) % 2 else -0.13
            for ahead in (0.0, 0.16):
                t = k * pitch + ahead
                dents.append((ax + ux * t - uy * side, ay + uy * t + ux * side, 0.1, 0.025))
    return dents


def _bowl(x: Field, y: Field, cx: float, cy: float, radius: float, deep: float, rim: float, *, seed: int) -> Field:
    """Give the heights of a great crater with an uneven rim and gullied walls."""
    bearing = np.arctan2(y - cy, x - cx)
    wobble = _noise(bearing * 2.2 + 20, np.full_like(x, 3.0), seed) * 0.05
    t = np.hypot(x - cx, y - cy) / (radius * (1 + wobble))
    wall = np.clip(1 - np.minimum(t, 1) ** 2, 0, 1)
    rough = _noise(bearing * 17, t * 6, seed + 3) * 0.035 + _noise(bearing * 47 + t * 9, t * 21, seed + 4) * 0.01
    inside = rim - (deep + rim) * wall**1.2 * (1 + rough * np.minimum(wall * 6, 1) * 2)
    return np.where(t < 1, inside, rim * np.clip((1.9 - t) / 0.9, 0, 1) ** 2)


def _press(z: Field, x: Field, y: Field, lane: Lane, aside: float) -> None:
    """Press one wheel's track into the heights: a trough with raised edges and the marks of the tread."""
    gone = 0.0
    half = lane.width / 2
    for (ax, ay), (bx, by) in pairwise(lane.points):
        length = math.hypot(bx - ax, by - ay)
        ux, uy = (bx - ax) / length, (by - ay) / length
        along = (x - ax) * ux + (y - ay) * uy
        across = np.abs(-(x - ax) * uy + (y - ay) * ux - aside)
        near = (along >= 0) & (along < length) & (across < lane.width * 1.6)
        if near.any():
            a, s = across[near], along[near] + gone
            trough = np.clip((half * 1.1 - a) / (half * 0.25), 0, 1)
            edge = np.exp(-(((a - half * 1.35) / (half * 0.3)) ** 2))
            tread = 0.35 * np.sin(2 * math.pi * s / lane.pitch) * trough
            z[near] += lane.deep * (0.45 * edge - trough + tread * 0.6)
        gone += length


def mountains(
    eye: Vector,
    aim: Vector,
    fov: float,
    *,
    seed: int = 1,
    high: float = 300.0,
    near: float = 700.0,
    far: float = 9000.0,
    start: float = -40.0,
) -> None:
    """Raise ranges beyond the ground's mesh, across the view only, so that no range stands before the Sun."""
    facing = math.atan2(aim.y - eye.y, aim.x - eye.x)
    half = math.radians(fov) / 2 + 0.15
    bearings = np.linspace(-half, half, 620) + facing
    radii = np.geomspace(near, far, 150)
    r, a = np.meshgrid(radii, bearings, indexing="ij")
    x, y = (eye.x + r * np.cos(a)).ravel(), (eye.y + r * np.sin(a)).ravel()
    away = r.ravel()
    ramp = np.clip((away - near) / (far * 0.55 - near), 0, 1) ** 1.3
    z = np.zeros_like(x)
    for length, size in ((3600.0, 1.0), (1500.0, 0.5), (640.0, 0.24), (260.0, 0.1), (110.0, 0.045), (50.0, 0.02)):
        z += (0.5 + 0.5 * _noise(x / length + 7.3, y / length + 2.1, seed + int(length))) * size
    z = (z - 0.45) * high * ramp + start * (1 - ramp) - away**2 / (2 * MOON_RADIUS)
    points = np.column_stack([x, y, z]).astype(np.float32)
    count = len(bearings)
    i, j = np.meshgrid(np.arange(len(radii) - 1), np.arange(count - 1), indexing="ij")
    k = i * count + j
    _grid(points, np.stack([k, k + count, k + count + 1, k + 1], axis=-1).reshape(-1, 4))


def cable(
    ground: Ground,
    points: Sequence[tuple[float, float]],
    radius: float = 0.03,
    material: bpy.types.Material | None = None,
    *,
    ends: tuple[float, float] = (0.0, 0.0),
    seed: int = 3,
) -> None:
    """Lay a cable on the ground through points, meandering a little; `ends`: how high its two ends hang above it."""
    line = bpy.data.curves.new("cable", "CURVE")
    line.dimensions, line.bevel_depth, line.bevel_resolution = "3D", radius, 3
    spots: list[tuple[float, float]] = []
    for (ax, ay), (bx, by) in pairwise(points):
        steps = max(int(math.hypot(bx - ax, by - ay) / 0.35), 2)
        spots += [(ax + (bx - ax) * k / steps, ay + (by - ay) * k / steps) for k in range(steps)]
    spots.append(points[-1])
    rng = np.random.default_rng(seed)
    sway = np.convolve(rng.normal(0, 1, len(spots) + 12), np.ones(13) / 13, "valid") * 0.32
    spline = line.splines.new("POLY")
    spline.points.add(len(spots) - 1)
    for k, ((x, y), aside) in enumerate(zip(spots, sway, strict=True)):
        lift = ends[0] * max(0.0, 1 - k / 5) ** 2 + ends[1] * max(0.0, 1 - (len(spots) - 1 - k) / 5) ** 2
        calm = min(k, len(spots) - 1 - k, 6) / 6
        px, py = x + float(aside) * calm, y + float(aside) * calm * 0.7
        spline.points[k].co = (px, py, ground.height(px, py) + radius * 0.8 + lift, 1.0)
    line.materials.append(material or m.black("cable"))
    bpy.context.scene.collection.objects.link(bpy.data.objects.new("cable", line))
