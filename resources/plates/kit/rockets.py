"""Parts of launch vehicles. A stage stands on its engines: z points to the nose; a strap-on's x points outwards."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from mathutils import Matrix, Vector

from kit import materials as m
from kit.assembly import Assembly, Material, Point

Spot = tuple[float, float]
Segment = tuple[Point, Point]

WHITE: Final[m.Colour] = (0.80, 0.80, 0.79)
SIDES: Final = 96


def skin(
    colour: m.Colour = WHITE,
    name: str = "white",
    *,
    pitch: float = 2.4,
    rough: float = 0.4,
    soot: tuple[float, float] | None = None,
    frost: float = 0.0,
) -> Material:
    """Give a painted tank's skin: weld seams every `pitch` metres, streaks along the body.

    `soot`: between these heights it changes from black to clean; `frost`: how much of it is iced over (0 to 1).
    """

    def make(n: m._Nodes) -> None:
        where = n.add("TexCoord").outputs["Object"]
        along = n.add("SeparateXYZ", Vector=where).outputs[2]
        seam = n.maths("FRACT", n.maths("DIVIDE", along, pitch))
        seam = n.maths("LESS_THAN", seam, 0.045 / pitch)
        stretched = n.add("Mapping", Vector=where, Scale=(1.4, 1.4, 0.09)).outputs["Vector"]
        streaks = n.add("TexNoise", Vector=stretched, Scale=2.4, Detail=5.0, Roughness=0.6).outputs[0]
        dark = (colour[0] * 0.8, colour[1] * 0.79, colour[2] * 0.77)
        tone = n.mix(n.ramp(streaks, 0.3, 0.66), dark, colour)
        tone = _over(n, n.maths("MULTIPLY", seam, 0.5), tone, (colour[0] * 0.42, colour[1] * 0.42, colour[2] * 0.42))
        gloss: m.Socket = rough
        if soot is not None:
            high = n.add("MapRange", i0=along, i1=soot[0], i2=soot[1], i3=0.96, i4=0.0).outputs[0]
            ragged = n.maths("ADD", high, n.maths("MULTIPLY", n.maths("SUBTRACT", streaks, 0.5), 1.1))
            tone = _over(n, n.ramp(ragged, 0.25, 0.95), tone, (0.045, 0.042, 0.04))
        if frost > 0:
            ice = n.add("TexNoise", Vector=where, Scale=1.1, Detail=8.0, Roughness=0.66).outputs[0]
            cover = n.ramp(ice, 0.62 - 0.4 * frost, 0.70 - 0.28 * frost)
            tone = _over(n, cover, tone, (0.86, 0.9, 0.93))
            gloss = n.maths("ADD", n.maths("MULTIPLY", cover, 0.5), rough)
        bump = n.add("Bump", Strength=0.25, Distance=0.02, Height=streaks)
        n.set(Base_Color=tone, Roughness=gloss, Normal=bump.outputs[0])

    return m._once(f"skin-{name}-{pitch}-{soot}-{frost}", make)


def _over(n: m._Nodes, factor: m.Socket, low: m.Socket, high: m.Colour) -> m.Socket:
    return n.add("MixRGB", i0=factor, i1=low, i2=(*high, 1.0)).outputs[0]


def flying(tail: Point, nose: Point, side: Point) -> Assembly:
    """Give the frame of a rocket whose tail is at a place: directions of its nose and, roughly, of its x axis."""
    z = Vector(nose).normalized()
    y = z.cross(Vector(side)).normalized()
    turned = Matrix((y.cross(z), y, z)).transposed().to_4x4()
    return Assembly(Matrix.Translation(Vector(tail)) @ turned)


def dark(name: str = "carbon", colour: m.Colour = (0.03, 0.031, 0.034), rough: float = 0.4) -> Material:
    """Give the black of interstages, carbon composite and heat shields."""
    return m.paint(colour, name, rough)


def haack(radius: float, length: float, base: float = 0.0, *, blunt: float = 0.0, third: float = 0.0) -> list[Spot]:
    """Give a nose as (radius, height): von Kármán's for `third` 0, fuller for 1/3; `blunt`: the tip's radius.

    The Sears-Haack series; its formula is in any text on nose cone design.
    """
    steps = 26
    points = []
    for k in range(steps + 1):
        t = math.acos(1 - 2 * (1 - k / steps))
        r = radius / math.sqrt(math.pi) * math.sqrt(max(t - math.sin(2 * t) / 2 + third * math.sin(t) ** 3, 0.0))
        points.append((r, base + length * k / steps))
    kept = [p for p in points if p[0] > blunt]
    edge, top = kept[-1]
    stretch = length / (top + blunt * 0.8 - base)
    cap = [(edge * math.cos(a), top + blunt * 0.8 * math.sin(a)) for a in (0.5, 1.0)] + [(0.0, top + blunt * 0.8)]
    return [(r, base + (h - base) * stretch) for r, h in kept + cap]


def hull(at: Assembly, profile: Iterable[Spot], material: Material, *, sides: int = SIDES) -> None:
    """Turn a body of (height, radius), from the bottom up."""
    at.lathe([(r, z) for z, r in profile], material, sides=sides, smooth=30.0)


def leaning(at: Assembly, radius: float, low: float, length: float, material: Material, *, lean: float = 1.0) -> None:
    """Put a slanted nose on a strap-on; for `lean` 1 its side towards the core runs straight up."""
    sides = 72
    rings = [(-(radius - r) * lean, z, r) for r, z in haack(radius, length, low, blunt=radius * 0.12)]
    points = [
        (x + r * math.cos(2 * math.pi * k / sides), r * math.sin(2 * math.pi * k / sides), z)
        for x, z, r in rings
        for k in range(sides)
    ]
    faces = [
        (row * sides + k, row * sides + (k + 1) % sides, (row + 1) * sides + (k + 1) % sides, (row + 1) * sides + k)
        for row in range(len(rings) - 1)
        for k in range(sides)
    ]
    at.mesh(points, faces, material, smooth=40.0)


def ribbed(at: Assembly, radius: float, low: float, high: float, material: Material, *, count: int = 0) -> None:
    """Add a corrugated section: stringers all round, closed by a hoop at each end."""
    count = count or int(radius * 26)
    depth = 0.022 + radius * 0.008
    outline = []
    for k in range(count):
        for part, r in ((0.0, radius), (0.28, radius + depth), (0.62, radius + depth), (0.9, radius)):
            a = 2 * math.pi * (k + part) / count
            outline.append((r * math.cos(a), r * math.sin(a)))
    at.prism(outline, low, high, material, bevel=0.0)
    hoops(at, radius, (low, high), material)


def hoops(at: Assembly, radius: float, heights: Iterable[float], material: Material, *, thick: float = 0.05) -> None:
    """Add flanges round the body."""
    for z in heights:
        at.lathe(
            [(radius - 0.02, z - thick), (radius + thick, z - thick), (radius + thick, z + thick), (radius, z + thick)],
            material,
            sides=SIDES,
        )


def raceway(
    at: Assembly, radius: float, angle: float, low: float, high: float, material: Material, *, width: float = 0.28
) -> None:
    """Run a cable duct up the body at an angle (degrees), with clips."""
    duct = at.sub((0, 0, 0), z=angle)
    duct.box((width * 0.8, width, high - low), (radius, 0, (low + high) / 2), material, bevel=width * 0.18)
    for k in range(int((high - low) / 2.2)):
        duct.box((width * 0.95, width * 1.15, 0.08), (radius, 0, low + 1.1 + 2.2 * k), material, bevel=0.0)


def ring_of(count: int, radius: float, start: float = 0.0) -> list[Spot]:
    """Give places round the axis; `start` in degrees."""
    turn = [math.radians(start) + 2 * math.pi * k / count for k in range(count)]
    return [(radius * math.cos(a), radius * math.sin(a)) for a in turn]


def engines(
    at: Assembly,
    spots: Sequence[Spot],
    exit_radius: float,
    length: float,
    *,
    top: float,
    colour: m.Colour = (0.2, 0.185, 0.17),
    name: str = "bell",
) -> None:
    """Hang bells with their throats at `top`: cooled walls with hoops, a chamber and a turbopump above each."""
    wall = m.metal(colour, name, 0.4)
    steel = m.metal((0.45, 0.44, 0.43), "chamber", 0.36)
    throat = exit_radius * 0.3
    steps = [k / 10 for k in range(11)]
    for x, y in spots:
        profile = [(throat + (exit_radius - throat) * math.sqrt(t) * (1.12 - 0.12 * t), -length * t) for t in steps]
        here = at.sub((x, y, top))
        here.shell(list(reversed(profile)), wall, sides=40, thick=exit_radius * 0.02)
        for k in (3, 5, 7, 10):
            here.ring(profile[k][0], exit_radius * 0.022, (0, 0, profile[k][1]), wall)
        rise = exit_radius * 0.9
        here.lathe([(throat, 0.0), (throat * 1.5, rise * 0.5), (throat * 1.5, rise), (throat, rise * 1.2)], steel)
        here.tube((throat * 2, 0, 0), (throat * 2, 0, rise * 1.2), throat * 0.7, steel, sides=14)
        here.tube((throat * 2, 0, rise * 0.2), (throat, 0, -length * 0.3), throat * 0.3, steel, sides=10)


def base(at: Assembly, radius: float, low: float, height: float, material: Material | None = None) -> None:
    """Close a stage's tail: a heat shield that stands back a little inside a skirt."""
    at.lathe([(0.0, low + height * 0.5), (radius * 0.98, low + height * 0.5)], material or dark("shield", rough=0.7))


def bars(at: Assembly, segments: Iterable[Segment], width: float, material: Material) -> None:
    """Join many square bars into one mesh: trusses, towers, grids, railings."""
    points: list[Vector] = []
    faces: list[Sequence[int]] = []
    for start, end in segments:
        a, b = Vector(start), Vector(end)
        along = (b - a).normalized()
        side = along.cross(Vector((0.31, 0.17, 0.93)) if abs(along.z) < 0.9 else Vector((1, 0, 0))).normalized()
        other = along.cross(side)
        corners = [(side * i + other * j) * (width / 2) for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        first = len(points)
        points += [a + c for c in corners] + [b + c for c in corners]
        faces += [(first + k, first + (k + 1) % 4, first + (k + 1) % 4 + 4, first + k + 4) for k in range(4)]
        faces += [(first + 3, first + 2, first + 1, first), (first + 4, first + 5, first + 6, first + 7)]
    at.mesh(points, faces, material)


def truss(at: Assembly, low: Spot, high: Spot, material: Material, *, count: int = 12, width: float = 0.12) -> None:
    """Join two stages by an open lattice; `low` and `high` are (height, radius)."""
    (z0, r0), (z1, r1) = low, high
    below, above = ring_of(count, r0), ring_of(count, r1, 180 / count)
    legs: list[Segment] = []
    for k in range(count):
        legs += [((*below[k], z0), (*above[k], z1)), ((*below[k], z0), (*above[k - 1], z1))]
    bars(at, legs, width, material)
    hoops(at, r0, (z0,), material)
    hoops(at, r1, (z1,), material)


def fin(at: Assembly, outline: Sequence[Spot], thick: float, material: Material) -> None:
    """Add a flat fin in the x-z plane: an outline of (distance from the axis, height), counter-clockwise."""
    points = [(x, y, z) for y in (-thick / 2, thick / 2) for x, z in outline]
    count = len(outline)
    faces: list[Sequence[int]] = [tuple(range(count)), tuple(reversed(range(count, 2 * count)))]
    faces += [(k, k + count, (k + 1) % count + count, (k + 1) % count) for k in range(count)]
    at.mesh(points, faces, material, bevel=thick * 0.3)


def grid_fin(at: Assembly, width: float, length: float, material: Material, *, cells: int = 7) -> None:
    """Add a lattice fin that reaches along +x from its hinge, its cells open along z."""
    lines: list[Segment] = []
    half = width / 2
    step = width / cells
    for k in range(-cells, cells + int(length / step) + 1):
        for sign in (-1, 1):
            y0 = -half * sign
            start, end = k * step, k * step + width
            a, b = max(start, 0.0), min(end, length)
            if b - a > 0.02:
                lines.append(((a + 0.35, y0 + sign * (a - start), 0), (b + 0.35, y0 + sign * (b - start), 0)))
    frame = [(0.35, -half), (0.35 + length, -half), (0.35 + length, half), (0.35, half), (0.35, -half)]
    lines += [((x, y, 0), (u, v, 0)) for (x, y), (u, v) in pairwise(frame)]
    for z in (-0.09, 0.0, 0.09):
        bars(at.sub((0, 0, z)), lines, 0.07, material)
    at.box((0.5, width * 0.28, 0.3), (0.2, 0, 0), material, bevel=0.04)


def fairing(
    at: Assembly,
    low: float,
    radius: float,
    straight: float,
    nose: float,
    material: Material,
    *,
    foot: Spot,
    third: float = 0.0,
    blunt: float = 0.12,
) -> None:
    """Add a payload fairing: boat-tail from `foot` (radius, length below `low`), cylinder, ogive, seam and vents."""
    profile = [(foot[0], low - foot[1]), (radius, low), *haack(radius, nose, low + straight, blunt=blunt, third=third)]
    at.lathe(profile, material, sides=SIDES, smooth=28.0)
    seam = m.paint((0.42, 0.42, 0.42), "seam")
    for side in (0, 180):
        strip = at.sub((0, 0, 0), z=side)
        strip.box((0.07, 0.13, straight), (radius, 0, low + straight / 2), seam, bevel=0.0)
        rail = [Vector((r + 0.01, 0, z)) for r, z in haack(radius, nose, low + straight, blunt=blunt, third=third)]
        bars(strip, list(pairwise(rail)), 0.08, seam)
    hoops(at, radius, (low,), seam, thick=0.03)
    for x, y in ring_of(12, radius, 15):
        at.facing((x, y, low + min(1.0, straight * 0.3)), (x, y, 0)).lathe(
            [(0.13, -0.05), (0.13, 0.02)], seam, sides=20
        )
