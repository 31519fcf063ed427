"""Insulation that hangs in taut sheets: fine ridged creases and stitched seams, for large faces seen from near."""

from __future__ import annotations

import bpy

from kit import materials as m


def mli(colour: m.Colour = m.GOLD, name: str = "amber", size: float = 0.5, rough: float = 0.3) -> bpy.types.Material:
    """Multi-layer insulation stretched over a frame: shallow billows between sharp creases.

    `size` is about the distance in metres between two creases.
    """

    def make(n: m._Nodes) -> None:
        where = n.place(1.0 / size)
        billow = n.add("TexNoise", Vector=where, Scale=1.1, Detail=2.0, Distortion=0.4).outputs[0]
        crease = n.add(
            "TexNoise", noise_type="RIDGED_MULTIFRACTAL", Vector=where, Scale=1.7, Detail=4.0, Distortion=1.1
        ).outputs[0]
        fine = n.add("TexNoise", Vector=where, Scale=9.0, Detail=3.0, Distortion=2.0).outputs[0]
        height = n.maths("ADD", n.maths("MULTIPLY", crease, 0.5), n.maths("MULTIPLY", billow, 1.2))
        height = n.maths("ADD", height, n.maths("MULTIPLY", fine, 0.12))
        bump = n.add("Bump", Strength=0.6, Distance=size * 0.16, Height=height)
        dark = (colour[0] * 0.78, colour[1] * 0.68, colour[2] * 0.58)
        n.set(Base_Color=n.mix(n.ramp(billow, 0.35, 0.65), dark, colour), Metallic=0.95, Roughness=rough)
        n.set(Normal=bump.outputs[0])

    return m._once(f"mli-{name}-{size}", make)


def pelt(colour: m.Colour = (0.8, 0.79, 0.76), name: str = "white", size: float = 0.35) -> bpy.types.Material:
    """White outer cloth over a blanket: matt, with soft folds."""

    def make(n: m._Nodes) -> None:
        where = n.place(1.0 / size)
        fold = n.add("TexNoise", Vector=where, Scale=1.6, Detail=3.0, Distortion=1.4).outputs[0]
        bump = n.add("Bump", Strength=0.5, Distance=size * 0.12, Height=fold)
        n.set(Base_Color=colour, Roughness=0.7, Normal=bump.outputs[0])

    return m._once(f"pelt-{name}-{size}", make)
