"""Umbrella antennas of the relay satellites: gilt mesh sagging between thin ribs, a feed on struts before it."""

from __future__ import annotations

import math
from itertools import pairwise

from kit import materials as m
from kit.assembly import Assembly, Material


def gauze(name: str = "gauze", solid: float = 0.8) -> Material:
    """Knitted gilt wire: a part of the light passes through."""

    def make(n: m._Nodes) -> None:
        n.set(Base_Color=(0.62, 0.42, 0.17), Metallic=0.55, Roughness=0.5)
        through = n.add("BsdfTransparent")
        mixed = n.add("MixShader", i0=solid)
        n.tree.links.new(through.outputs[0], mixed.inputs[1])
        n.tree.links.new(n.surface.outputs[0], mixed.inputs[2])
        n.tree.links.new(mixed.outputs[0], n.tree.nodes["Material Output"].inputs["Surface"])

    return m._once(f"{name}-{solid}", make)


def _height(r: float, radius: float, depth: float) -> float:
    return depth * 2 * radius * (r / radius) ** 2


def umbrella(
    frame: Assembly, radius: float, *, depth: float = 0.17, ribs: int = 18, mesh: Material | None = None
) -> None:
    """Add the reflector that looks along +z, its hub at the origin; between ribs the mesh hangs in and is cut back."""
    rows, parts = 14, 10
    points: list[tuple[float, float, float]] = []
    for row in range(rows + 1):
        for k in range(ribs * parts):
            between = math.sin(math.pi * (k % parts) / parts)
            r = radius * (0.08 + 0.92 * row / rows) * (1 - 0.035 * between * row / rows)
            a = 2 * math.pi * k / (ribs * parts)
            points.append(
                (r * math.cos(a), r * math.sin(a), _height(r, radius, depth) + 0.022 * radius * between * row / rows)
            )
    ring = ribs * parts
    faces = [
        (row * ring + k, row * ring + (k + 1) % ring, (row + 1) * ring + (k + 1) % ring, (row + 1) * ring + k)
        for row in range(rows)
        for k in range(ring)
    ]
    frame.mesh(points, faces, mesh or gauze(), smooth=30.0)
    bar, hub = m.metal((0.42, 0.41, 0.4), "umbrella-rib", 0.4), m.paint((0.3, 0.3, 0.3), "umbrella-hub")
    for k in range(ribs):
        a = 2 * math.pi * k / ribs
        line = [(radius * t, _height(radius * t, radius, depth) - 0.02) for t in (0.07, 0.3, 0.55, 0.8, 1.0)]
        for (p, h), (q, g) in pairwise(line):
            frame.tube(
                (p * math.cos(a), p * math.sin(a), h), (q * math.cos(a), q * math.sin(a), g), 0.016, bar, sides=8
            )
        frame.ball(0.026, (radius * math.cos(a), radius * math.sin(a), line[-1][1]), bar, rows=8)
    frame.lathe([(0.2, -0.16), (0.2, 0.04), (0.16, 0.07), (0.0, 0.07)], hub, sides=48)
    frame.lathe([(0.27, -0.12), (0.27, -0.06), (0.2, -0.04)], m.metal(), sides=48)


def feed(frame: Assembly, radius: float, *, depth: float = 0.17, struts: int = 4) -> None:
    """Stand the feed in the focus on struts that rise from the hub."""
    focus = radius / (8 * depth)
    pole = m.paint((0.72, 0.72, 0.71), "pole")
    for k in range(struts):
        a = 2 * math.pi * (k + 0.5) / struts
        frame.tube(
            (0.18 * math.cos(a), 0.18 * math.sin(a), 0.05),
            (0.06 * math.cos(a), 0.06 * math.sin(a), focus),
            0.016,
            pole,
            sides=10,
        )
    frame.lathe(
        [(0.1, focus - 0.1), (0.12, focus - 0.06), (0.12, focus + 0.16), (0.08, focus + 0.2)], m.paint(), sides=36
    )
    frame.lathe([(0.05, focus - 0.2), (0.1, focus - 0.1)], m.black(), sides=32)
