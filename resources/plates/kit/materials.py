"""Materials of spacecraft and of the Moon, each made once a scene and found again by its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import bpy

Colour = tuple[float, float, float]

Socket: TypeAlias = Any
"""A node's socket or the value for one: Blender's own stubs type neither."""

GOLD: Final[Colour] = (0.80, 0.46, 0.13)
SILVER: Final[Colour] = (0.78, 0.78, 0.76)
COPPER: Final[Colour] = (0.55, 0.26, 0.09)


class _Nodes:
    """A material's nodes, wired by short calls."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.tree = self.material.node_tree
        self.surface = self.tree.nodes["Principled BSDF"]

    def add(self, kind: str, **values: Socket) -> Socket:
        """Add a node; values name its inputs (by name or `_n`) or, failing that, its properties."""
        node = self.tree.nodes.new(f"ShaderNode{kind}")
        for key, value in values.items():
            name = key.replace("_", " ")
            if name in node.inputs:
                self._feed(node.inputs[name], value)
            elif key.startswith("i") and key[1:].isdigit():
                self._feed(node.inputs[int(key[1:])], value)
            else:
                setattr(node, key, value)
        return node

    def set(self, **values: Socket) -> None:
        """Set inputs of the surface."""
        for key, value in values.items():
            self._feed(self.surface.inputs[key.replace("_", " ")], value)

    def place(self, scale: float) -> Socket:
        """Give the object's own coordinates in metres, scaled."""
        coords = self.add("TexCoord").outputs["Object"]
        return self.add("Mapping", Vector=coords, Scale=(scale, scale, scale)).outputs["Vector"]

    def maths(self, operation: str, a: Socket, b: Socket = 0.0) -> Socket:
        return self.add("Math", operation=operation, i0=a, i1=b).outputs[0]

    def mix(self, factor: Socket, low: Colour, high: Colour) -> Socket:
        node = self.add("MixRGB", i0=factor, i1=(*low, 1.0), i2=(*high, 1.0))
        return node.outputs[0]

    def ramp(self, value: Socket, low: float, high: float) -> Socket:
        return self.add("MapRange", i0=value, i1=low, i2=high, interpolation_type="SMOOTHSTEP").outputs[0]

    def _feed(self, socket: Socket, value: Socket) -> None:
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif isinstance(value, tuple) and len(value) == 3 and len(socket.default_value) == 4:
            socket.default_value = (*value, 1.0)
        else:
            socket.default_value = value


def _once(name: str, make: Callable[[_Nodes], None]) -> bpy.types.Material:
    found = bpy.data.materials.get(name)
    if found is not None:
        return found
    nodes = _Nodes(name)
    make(nodes)
    return nodes.material


def foil(colour: Colour = GOLD, size: float = 0.16, depth: float = 0.03, name: str = "gold") -> bpy.types.Material:
    """Multi-layer insulation: a loose metallised sheet with folds between its stitches and fine crinkles."""

    def make(n: _Nodes) -> None:
        where = n.place(1.0 / size)
        shift = n.add("TexNoise", Vector=where, Scale=0.8, Detail=3.0).outputs["Color"]
        bent = n.add("MixRGB", blend_type="LINEAR_LIGHT", i0=0.55, i1=where, i2=shift).outputs[0]
        folds = n.add("TexVoronoi", Vector=bent, Scale=1.0, feature="DISTANCE_TO_EDGE").outputs["Distance"]
        fine = n.add("TexVoronoi", Vector=bent, Scale=3.1, feature="F1").outputs["Distance"]
        waves = n.add("TexNoise", Vector=where, Scale=2.2, Detail=4.0, Roughness=0.5).outputs[0]
        height = n.maths("ADD", n.maths("POWER", folds, 0.6), n.maths("MULTIPLY", fine, 0.22))
        height = n.maths("ADD", height, n.maths("MULTIPLY", waves, 0.7))
        bump = n.add("Bump", Strength=0.75, Distance=depth, Height=height)
        tone = n.mix(n.ramp(waves, 0.3, 0.7), (colour[0] * 0.72, colour[1] * 0.64, colour[2] * 0.55), colour)
        n.set(Base_Color=tone, Metallic=0.92, Roughness=0.3, Normal=bump.outputs[0])

    return _once(f"foil-{name}-{size}", make)


def cloth(colour: Colour = (0.78, 0.77, 0.74), name: str = "white") -> bpy.types.Material:
    """Beta cloth: a matt blanket that sags softly between its stitches."""

    def make(n: _Nodes) -> None:
        where = n.place(1.0)
        quilt = n.add("TexVoronoi", Vector=where, Scale=4.5, feature="SMOOTH_F1", Smoothness=0.6).outputs["Distance"]
        creases = n.add("TexNoise", Vector=where, Scale=9.0, Detail=4.0, Distortion=1.5).outputs[0]
        height = n.maths("ADD", quilt, n.maths("MULTIPLY", creases, 0.5))
        bump = n.add("Bump", Strength=0.55, Distance=0.03, Height=height)
        n.set(Base_Color=colour, Roughness=0.75, Normal=bump.outputs[0])

    return _once(f"cloth-{name}", make)


def paint(colour: Colour = (0.8, 0.8, 0.79), name: str = "white", rough: float = 0.45) -> bpy.types.Material:
    """Painted metal, a little uneven so that large faces don't look like plastic."""

    def make(n: _Nodes) -> None:
        grime = n.add("TexNoise", Vector=n.place(1.0), Scale=2.5, Detail=6.0, Roughness=0.6).outputs[0]
        dark = (colour[0] * 0.86, colour[1] * 0.85, colour[2] * 0.83)
        n.set(Base_Color=n.mix(n.ramp(grime, 0.35, 0.65), dark, colour), Roughness=rough)

    return _once(f"paint-{name}", make)


def metal(colour: Colour = (0.62, 0.62, 0.63), name: str = "grey", rough: float = 0.34) -> bpy.types.Material:
    """Bare or anodised metal with the streaks of its machining."""

    def make(n: _Nodes) -> None:
        streaks = n.add("TexNoise", Vector=n.place(1.0), Scale=24.0, Detail=3.0).outputs[0]
        spread = n.maths("ADD", n.maths("MULTIPLY", streaks, 0.25), rough - 0.12)
        n.set(Base_Color=colour, Metallic=1.0, Roughness=spread)

    return _once(f"metal-{name}", make)


def black(name: str = "black") -> bpy.types.Material:
    """Black anodised or painted parts."""
    return _once(name, lambda n: n.set(Base_Color=(0.018, 0.018, 0.02), Roughness=0.42))


def glass(name: str = "glass") -> bpy.types.Material:
    """Make a lens or a window: black and polished."""
    return _once(name, lambda n: n.set(Base_Color=(0.008, 0.01, 0.016), Roughness=0.06, Coat_Weight=1.0))


def cells(columns: int, rows: int) -> bpy.types.Material:
    """Solar cells with silver gaps and thin busbars, on a face whose UVs run from 0 to 1."""

    def make(n: _Nodes) -> None:
        uv = n.add("SeparateXYZ", Vector=n.add("TexCoord").outputs["UV"])

        def line(axis: int, count: float, half: float) -> Socket:
            along = n.maths("FRACT", n.maths("MULTIPLY", uv.outputs[axis], count))
            return n.maths("GREATER_THAN", n.maths("ABSOLUTE", n.maths("SUBTRACT", along, 0.5)), 0.5 - half)

        gaps = n.maths("MAXIMUM", line(0, columns, 0.035), line(1, rows, 0.035))
        bars = line(0, columns * 3.0, 0.03)
        cell = n.add(
            "TexWhiteNoise",
            Vector=n.add(
                "VectorMath",
                operation="FLOOR",
                i0=n.add(
                    "VectorMath",
                    operation="MULTIPLY",
                    i0=n.add("TexCoord").outputs["UV"],
                    i1=(columns, rows, 1.0),
                ).outputs[0],
            ).outputs[0],
        )
        base = n.mix(cell.outputs["Value"], (0.008, 0.014, 0.045), (0.014, 0.026, 0.085))
        with_bars = n.add("MixRGB", i0=n.maths("MULTIPLY", bars, 0.35), i1=base, i2=(0.25, 0.27, 0.32, 1.0))
        with_gaps = n.add("MixRGB", i0=gaps, i1=with_bars.outputs[0], i2=(0.36, 0.36, 0.34, 1.0))
        n.set(Base_Color=with_gaps.outputs[0], Roughness=0.22, Coat_Weight=0.8, Coat_Roughness=0.08)

    return _once(f"cells-{columns}x{rows}", make)


def nozzle() -> bpy.types.Material:
    """Make the wall of a radiation-cooled bell, dark from heat inside and out."""
    return metal((0.16, 0.145, 0.13), "nozzle", 0.42)


def regolith() -> bpy.types.Material:
    """Lunar soil: dark, rough, grey with a touch of brown, grains and clods too small to model in the bump."""

    def make(n: _Nodes) -> None:
        where = n.place(1.0)
        large = n.add("TexNoise", Vector=where, Scale=0.35, Detail=3.0, Roughness=0.6).outputs[0]
        grain = n.add("TexNoise", Vector=where, Scale=28.0, Detail=4.0, Roughness=0.72).outputs[0]
        clods = n.add("TexVoronoi", Vector=where, Scale=13.0, feature="F1").outputs["Distance"]
        sparse = n.ramp(n.add("TexNoise", Vector=where, Scale=2.3, Detail=3.0).outputs[0], 0.47, 0.66)
        tone = n.mix(n.ramp(large, 0.35, 0.68), (0.092, 0.089, 0.084), (0.142, 0.138, 0.130))
        speck = n.add("MixRGB", blend_type="MULTIPLY", i0=0.35, i1=tone, i2=n.mix(grain, (0.35,) * 3, (1.5,) * 3))
        height = n.maths("SUBTRACT", grain, n.maths("MULTIPLY", n.maths("MULTIPLY", clods, sparse), 0.9))
        bump = n.add("Bump", Strength=1.0, Distance=0.035, Height=height)
        n.set(Base_Color=speck.outputs[0], Roughness=1.0, Diffuse_Roughness=1.0, Normal=bump.outputs[0])
        n.surface.inputs["Specular IOR Level"].default_value = 0.0

    return _once("regolith", make)


def rock() -> bpy.types.Material:
    """Make a dusty boulder."""

    def make(n: _Nodes) -> None:
        where = n.place(1.0)
        spots = n.add("TexNoise", Vector=where, Scale=5.0, Detail=4.0, Roughness=0.7).outputs[0]
        bump = n.add("Bump", Strength=0.7, Distance=0.06, Height=spots)
        n.set(
            Base_Color=n.mix(spots, (0.115, 0.112, 0.106), (0.23, 0.225, 0.215)), Roughness=1.0, Normal=bump.outputs[0]
        )

    return _once("rock", make)
