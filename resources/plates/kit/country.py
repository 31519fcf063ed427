"""The country round a launch site: hills, fields, sea, snow; it begins where the concrete ends."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kit import materials as m
from kit.assembly import Assembly, Material
from kit.ground import Field, _noise, grid
from kit.trees import Rise
from kit.twilight import Haze


@dataclass(frozen=True)
class Hills:
    """Wooded hills that begin `start` metres off and reach `high` metres `width` metres further on."""

    high: float
    start: float
    width: float
    seed: int = 3
    rough: float = 900.0

    def __call__(self, x: Field, y: Field) -> Field:
        """Say how high the country stands at many places."""
        away = np.hypot(x, y)
        t = np.clip((away - self.start) / self.width, 0, 1)
        t = t * t * (3 - 2 * t)
        z = np.zeros_like(x)
        for k in range(6):
            length = self.rough / 2**k
            z += _noise(x / length, y / length, self.seed + k) * 0.46**k
        return np.asarray(np.maximum(0.5 + 0.42 * z, 0.02) * self.high * t - 0.3)


@dataclass(frozen=True)
class Flat:
    """Level country about a height; unless told otherwise a little under the concrete."""

    level: float = -0.45
    uneven: float = 0.25

    def __call__(self, x: Field, y: Field) -> Field:
        """Say how high the country stands at many places."""
        return np.asarray(self.uneven * _noise(x / 40.0, y / 40.0, 5) * (np.hypot(x, y) > 30) + self.level)


flat = Flat()


def land(rise: Rise, cover: Material, *, inner: float, outer: float = 60_000.0) -> None:
    """Lay the country as a ring about the origin, rings closer together near by."""
    rows, columns = 200, 900
    away = inner * (outer / inner) ** np.linspace(0, 1, rows)
    around = np.linspace(0, 2 * math.pi, columns, endpoint=False)
    r, a = np.meshgrid(away, around, indexing="ij")
    x, y = (r * np.cos(a)).ravel(), (r * np.sin(a)).ravel()
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(columns), indexing="ij")
    k = (j + 1) % columns
    quads = np.stack([i * columns + j, (i + 1) * columns + j, (i + 1) * columns + k, i * columns + k], axis=-1)
    points = np.stack([x, y, rise(x, y)], axis=-1)
    grid(points.astype(np.float32), quads.reshape(-1, 4), cover, "country")


def meadow(name: str, low: m.Colour, high: m.Colour, haze: Haze, *, crowns: float = 0.0) -> Material:
    """Give grass and scrub in patches; `crowns`: from so far off woods stand for the trees that cover it (metres)."""

    def make(n: m._Nodes) -> None:
        where = n.place(1.0)
        patch = n.add("TexNoise", Vector=where, Scale=0.02, Detail=9.0, Roughness=0.7).outputs[0]
        blades = n.add("TexNoise", Vector=where, Scale=3.0, Detail=6.0, Roughness=0.75).outputs[0]
        tone = n.mix(n.ramp(patch, 0.36, 0.62), low, high)
        tone = n.add("MixRGB", blend_type="MULTIPLY", i0=0.8, i1=tone, i2=n.mix(blades, (0.3,) * 3, (1.7,) * 3))
        if crowns > 0:
            wood = n.add("TexNoise", Vector=where, Scale=1 / crowns, Detail=5.0, Roughness=0.7).outputs[0]
            glades = n.add("TexNoise", Vector=where, Scale=0.006, Detail=6.0, Roughness=0.6).outputs[0]
            shade = n.maths("ADD", n.ramp(wood, 0.3, 0.68), n.maths("SUBTRACT", n.ramp(glades, 0.35, 0.65), 0.5))
            dark = n.add("MixRGB", blend_type="MULTIPLY", i0=1.0, i1=tone.outputs[0], i2=n.mix(shade, *_SHADES))
            bump = n.add("Bump", Strength=0.8, Distance=crowns * 0.6, Height=wood)
            n.set(Base_Color=dark.outputs[0], Normal=bump.outputs[0])
        else:
            n.set(Base_Color=tone.outputs[0])
            n.set(Normal=n.add("Bump", Strength=0.7, Distance=0.12, Height=blades).outputs[0])
        n.set(Roughness=0.95)
        n.surface.inputs["Specular IOR Level"].default_value = 0.1
        haze.over(n)

    return m._once(f"meadow-{name}", make)


_SHADES: tuple[m.Colour, m.Colour] = ((0.5, 0.54, 0.56), (1.2, 1.15, 0.95))


def water(haze: Haze, *, waves: float = 0.35, length: float = 6.0, rough: float = 0.12) -> Material:
    """Give water: waves of a length in metres; `waves`: how much they bend what it mirrors; `rough`: their ripples."""

    def make(n: m._Nodes) -> None:
        where = n.add("Mapping", Vector=n.place(1.0), Scale=(1.0, 1.7, 1.0)).outputs[0]
        swell = n.add("TexNoise", Vector=where, Scale=1 / length, Detail=7.0, Roughness=0.6).outputs[0]
        bump = n.add("Bump", Strength=waves, Distance=length * 0.12, Height=swell)
        n.set(Base_Color=(0.012, 0.03, 0.04), Roughness=rough, Normal=bump.outputs[0])
        n.surface.inputs["Specular IOR Level"].default_value = 0.3
        haze.over(n)

    return m._once(f"water-{length}", make)


def sea(haze: Haze, level: float, *, shore: float, bearing: float, waves: float = 0.4) -> None:
    """Spread the sea beyond a shore: a line `shore` metres from the origin in the direction of a bearing (degrees)."""
    at = Assembly().sub((0, 0, level), z=bearing)
    far = 90_000.0
    at.mesh(
        [(shore, -far, 0), (far, -far, 0), (far, far, 0), (shore, far, 0)],
        [(0, 1, 2, 3)],
        water(haze, waves=waves, rough=0.42),
    )
    foam = m.paint((0.6, 0.62, 0.64), "surf", 0.8)
    line = [(shore + 3 * math.sin(k * 0.9) + 2 * math.sin(k * 2.3), (k - 60) * 30.0) for k in range(121)]
    for (x, y), (u, v) in pairwise(line):
        at.mesh([(x, y, 0.1), (x + 2.2, y, 0.1), (u + 2.2, v, 0.1), (u, v, 0.1)], [(0, 1, 2, 3)], foam)


def pond(haze: Haze, outline: list[tuple[float, float]], *, level: float = -0.1) -> None:
    """Let still water stand in the country."""
    count = len(outline)
    Assembly().mesh([(x, y, level) for x, y in outline], [tuple(range(count))], water(haze, waves=0.06, length=1.3))


def snowfield(haze: Haze) -> Material:
    """Give snow with drifts, blue in the shade of the sky."""

    def make(n: m._Nodes) -> None:
        where = n.place(1.0)
        drift = n.add("TexNoise", Vector=where, Scale=0.2, Detail=10.0, Roughness=0.6).outputs[0]
        n.set(Base_Color=n.mix(n.ramp(drift, 0.3, 0.7), (0.66, 0.68, 0.72), (0.82, 0.83, 0.85)), Roughness=0.7)
        n.set(Normal=n.add("Bump", Strength=1.0, Distance=0.6, Height=drift).outputs[0])
        n.surface.inputs["Subsurface Weight"].default_value = 0.0
        haze.over(n)

    return m._once("snowfield", make)


@dataclass(frozen=True)
class Shore:
    """Level country that drops to the sea beyond a line `away` metres off in the direction of a bearing (degrees)."""

    bearing: float
    away: float
    drop: float
    slope: float

    def __call__(self, x: Field, y: Field) -> Field:
        """Say how high the country stands at many places."""
        a = math.radians(self.bearing)
        along = x * math.cos(a) + y * math.sin(a)
        ragged = self.away + 9.0 * _noise(x / 35.0, y / 35.0, 8) + 3.0 * _noise(x / 9.0, y / 9.0, 9)
        t = np.clip((along - ragged) / self.slope, 0, 1)
        return np.asarray(flat(x, y) - self.drop * t * t * (3 - 2 * t))
