"""Exhaust of engines at work: thin glowing gas in nested shells that only the camera sees, and its light."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import bpy

from kit import materials as m
from kit.assembly import Assembly, Material

Spot = tuple[float, float]

KEROSENE: Final[tuple[m.Colour, m.Colour]] = ((1.0, 0.78, 0.5), (0.55, 0.62, 0.95))
"""Near the bell and far from it: yellow-white, then pale as the gas spreads."""
HYDROGEN: Final[tuple[m.Colour, m.Colour]] = ((0.62, 0.74, 1.0), (0.3, 0.36, 0.8))
METHANE: Final[tuple[m.Colour, m.Colour]] = ((0.55, 0.62, 1.0), (0.42, 0.3, 0.95))
SOLID: Final[tuple[m.Colour, m.Colour]] = ((1.0, 0.86, 0.62), (1.0, 0.6, 0.3))
STORABLE: Final[tuple[m.Colour, m.Colour]] = ((1.0, 0.66, 0.42), (0.9, 0.5, 0.4))


def gas(
    name: str, length: float, colours: tuple[m.Colour, m.Colour], strength: float, *, soft: float = 1.6
) -> Material:
    """Make glowing gas that fades along -z over a length; `soft`: how much its edge thins out."""

    def make(n: m._Nodes) -> None:
        along = n.add("SeparateXYZ", Vector=n.add("TexCoord").outputs["Object"]).outputs[2]
        run = n.maths("DIVIDE", along, -length)
        fade = n.maths("POWER", n.maths("MAXIMUM", n.maths("SUBTRACT", 1.0, run), 0.0), 2.2)
        near = n.maths("ADD", fade, n.maths("MULTIPLY", n.maths("EXPONENT", n.maths("MULTIPLY", run, -16.0)), 2.0))
        edge = n.add("LayerWeight", Blend=0.5).outputs["Facing"]
        thick = n.maths("POWER", n.maths("SUBTRACT", 1.0, edge), soft)
        seen = n.add("LightPath").outputs["Is Camera Ray"]
        power = n.maths("MULTIPLY", n.maths("MULTIPLY", near, thick), n.maths("MULTIPLY", seen, strength))
        glow = n.add("Emission", Color=n.mix(n.ramp(run, 0.0, 0.45), *colours), Strength=power)
        both = n.add("AddShader")
        n.tree.links.new(n.add("BsdfTransparent").outputs[0], both.inputs[0])
        n.tree.links.new(glow.outputs[0], both.inputs[1])
        n.tree.links.new(both.outputs[0], n.tree.nodes["Material Output"].inputs["Surface"])

    return m._once(f"gas-{name}-{length:.2f}-{strength}", make)


def _shell(at: Assembly, start: float, spread: float, length: float, bend: float, material: Material) -> None:
    steps = [k / 22 for k in range(23)]
    profile = [(start + spread * t**bend, -length * t) for t in steps]
    data_sides = 72
    points = [(r, z) for r, z in reversed(profile)]
    at.lathe([(0.0, points[0][1]), *points], material, sides=data_sides, smooth=80.0)


def plume(
    at: Assembly,
    start: float,
    length: float,
    spread: float,
    *,
    colours: tuple[m.Colour, m.Colour] = KEROSENE,
    strength: float = 1.0,
    name: str = "plume",
    bend: float = 0.72,
    light: float = 0.0,
) -> None:
    """Add the plume of a stage that hangs down (-z) from its bells' exits: core, jet and the wide veil round them.

    `spread`: how much wider the veil is at its end; in vacuum about half of its length, low down a tenth.
    """
    bpy.context.scene.cycles.transparent_max_bounces = 48
    for part, wide, far, soft, power in (
        ("core", 0.1, 0.34, 0.9, 7.0),
        ("jet", 0.36, 0.68, 1.5, 1.5),
        ("veil", 1.0, 1.0, 2.2, 0.42),
    ):
        flow = gas(f"{name}-{part}", length * far, colours, strength * power, soft=soft)
        _shell(at, start * (0.8 + 0.3 * wide), spread * wide, length * far, bend, flow)
    if light > 0:
        lamp(at, light, start, colours[0])


def jets(
    at: Assembly,
    spots: Sequence[Spot],
    start: float,
    length: float,
    *,
    colours: tuple[m.Colour, m.Colour] = KEROSENE,
    strength: float = 6.0,
    name: str = "jet",
) -> None:
    """Add a bright narrow jet under each bell."""
    bpy.context.scene.cycles.transparent_max_bounces = 48
    flow = gas(name, length, colours, strength, soft=1.2)
    for x, y in spots:
        _shell(at.sub((x, y, 0)), start * 0.9, start * 0.35, length, 0.8, flow)


def lamp(at: Assembly, power: float, radius: float, colour: m.Colour) -> None:
    """Light a tail as its own fire does."""
    data = bpy.data.lights.new("fire", "POINT")
    data.energy, data.color, data.shadow_soft_size = power, colour, radius
    thing = bpy.data.objects.new("fire", data)
    thing.location = at.world((0, 0, -radius * 3))
    bpy.context.scene.collection.objects.link(thing)
