"""Chang'e 1 over the Moon and Chang'e 2 at the asteroid Toutatis: two orbiters on the bus of DFH-3.

Read: body 2.00 x 1.72 x 2.20 m (the first also given as 2.22 m), wings 18.1 m from tip to tip, 2,350 kg, shape and
wings like those of DFH-3 (Xinhua, 24 October 2007, at China Gate); one engine of 490 N, several of 10 N, a steerable
antenna (chinaspacereport.com, Chang'e 1); stereo camera, laser altimeter, gamma and X-ray spectrometers, microwave
radiometer (CCTV after NASA, 2007); Chang'e 2 had been the reserve of Chang'e 1. Toutatis: 4.75 x 1.95 km, two lobes,
passed at 3.2 km (astronomy.com; netherlandsinnovation.nl). Panels, yokes, dish and the places of the instruments are
estimated from descriptions of published pictures.
"""

from __future__ import annotations

import math

import bpy
import numpy as np
from kit import arrays, blankets, near_moon, parts, stage
from kit import materials as m
from kit.assembly import Assembly, pose
from kit.ground import _noise
from mathutils import Matrix, Vector

LONG, DEEP, TALL, SPAN = 2.0, 1.72, 2.2, 18.1
YOKE = 1.95
PANEL = (SPAN / 2 - DEEP / 2 - YOKE - 2 * 0.05 - 0.015) / 3


def bus(at: Assembly, sun: Vector | None, *, roof: bool = True) -> None:
    """Build what both share: body, radiators at the wings' roots, engine, dish, wings along y; `roof`: its boxes."""
    gold, white = blankets.mli(size=0.34), m.paint((0.82, 0.82, 0.8), "radiator", 0.28)
    at.box((LONG, DEEP, TALL), (0, 0, 0), gold, bevel=0.03)
    for side in (-1, 1):
        at.box((LONG - 0.16, 0.03, TALL - 0.3), (0, side * DEEP / 2, 0), white, bevel=0.008)
        for k in range(5):
            at.box((0.012, 0.012, TALL - 0.34), (-0.72 + 0.36 * k, side * (DEEP / 2 + 0.016), 0), m.metal(), bevel=0.0)
        root = at.sub((0, side * DEEP / 2, 0.0), z=90.0 * side)
        root.lathe([(0.13, 0.0), (0.1, 0.1), (0.06, 0.16)], m.metal(), sides=24)
        cells = arrays.cells(9, 9, "silicon", tones=arrays.SILICON)
        arrays.panels(arrays.turned(root, sun), 3, PANEL, 1.75, front=cells, yoke=YOKE)
    at.prism([(-0.8, -0.66), (0.8, -0.66), (0.8, 0.66), (-0.8, 0.66)], -TALL / 2 - 0.06, -TALL / 2, m.paint())
    at.lathe([(0.56, -0.24), (0.6, 0.0)], blankets.mli(m.COPPER, "keel", 0.3), at=(0, 0, -TALL / 2), sides=48)
    parts.bell(at.sub((0, 0, -TALL / 2 - 0.18)), 0.06, 0.27, 0.5)
    _fittings(at)
    if roof:
        _roof(at)
    _dish(at)


def _fittings(at: Assembly) -> None:
    """Fit thrusters, the lower antenna and the seams of the panels."""
    grey, low = m.paint((0.62, 0.62, 0.6), "unit"), -TALL / 2
    for x in (-0.86, 0.86):
        for y in (-0.7, 0.7):
            for k, (dx, dz) in enumerate(((0.0, -1.0), (0.4, -0.6))):
                parts.thruster(at.facing((x, y + 0.1 * k, low - 0.08), (dx * x, 0, dz)), 0.045)
            at.box((0.18, 0.26, 0.1), (x, y + 0.05, low - 0.02), m.metal((0.3, 0.3, 0.31), "hub"))
    at.tube((-0.75, -0.6, low), (-0.75, -0.6, low - 0.6), 0.02, m.metal())
    at.lathe([(0.0, -0.26), (0.05, -0.24), (0.09, 0.0)], m.paint(), at=(-0.75, -0.6, low - 0.6), sides=28)
    for z in (-0.55, 0.55):
        at.box((0.02, DEEP - 0.1, 0.03), (LONG / 2, 0, z), grey, bevel=0.0)
        at.box((0.02, DEEP - 0.1, 0.03), (-LONG / 2, 0, z), grey, bevel=0.0)


def _roof(at: Assembly) -> None:
    """Set star trackers, boxes and an antenna on the upper face."""
    for x, y in ((-0.55, 0.45), (-0.25, 0.52)):
        eye = at.facing((x, y, TALL / 2), (-0.3, 0.25, 1))
        eye.lathe([(0.11, 0.0), (0.08, 0.22), (0.12, 0.42), (0.11, 0.42)], m.black(), sides=28)
    at.tube((0.75, 0.6, TALL / 2), (0.75, 0.6, TALL / 2 + 0.7), 0.02, m.metal())
    at.lathe([(0.09, 0.0), (0.05, 0.24), (0.0, 0.26)], m.paint(), at=(0.75, 0.6, TALL / 2 + 0.7), sides=28)
    at.box((0.5, 0.4, 0.12), (0.1, -0.4, TALL / 2 + 0.05), m.paint((0.62, 0.62, 0.6), "unit"))
    at.box((0.36, 0.5, 0.18), (-0.5, -0.3, TALL / 2 + 0.08), blankets.mli(m.SILVER, "silver", 0.2))
    top, steel, dark = TALL / 2, m.metal(), m.metal((0.3, 0.3, 0.31), "hub")
    for x in (-0.9, 0.9):
        for y in (-0.76, 0.0, 0.76):
            at.box((0.1, 0.08, 0.05), (x, y, top + 0.02), dark, bevel=0.006)
    for k in range(5):
        at.tube((0.35 + 0.05 * k, -0.2, top + 0.012), (0.35 + 0.05 * k, 0.7, top + 0.012), 0.011, m.black(), sides=8)
    at.box((0.24, 0.16, 0.08), (0.45, 0.12, top + 0.04), m.black())
    at.lathe([(0.14, 0.0), (0.14, 0.05), (0.11, 0.06), (0.0, 0.06)], steel, at=(0.1, 0.2, top), sides=40)
    for y in (-0.05, 0.5):
        at.lathe([(0.045, 0.0), (0.045, 0.06), (0.0, 0.07)], m.paint(), at=(-0.82, y, top), sides=24)
    for x, y in ((0.0, -0.83), (0.0, 0.83)):
        at.box((1.7, 0.03, 0.03), (x, y, top + 0.01), steel, bevel=0.004)


def _dish(at: Assembly) -> None:
    """Hang the steerable dish on its short boom behind the body."""
    elbow = (-LONG / 2 - 0.55, 0.0, -TALL / 2 + 0.1)
    at.tube((-LONG / 2, 0.0, -0.5), elbow, 0.045, m.metal())
    at.ball(0.1, elbow, m.metal((0.3, 0.3, 0.31), "hub"), rows=16)
    head = at.facing((elbow[0] - 0.08, 0, elbow[2] - 0.14), (-0.55, -0.55, -0.62))
    parts.dish(head, 0.42, depth=0.2)


def instruments(at: Assembly, *, second: bool) -> None:
    """Fit the face that looks down (+x): cameras, altimeter, spectrometers; the second ship's camera is larger."""
    face = at.sub((LONG / 2, 0, 0))
    black, grey, silver = m.black(), m.paint((0.62, 0.62, 0.6), "unit"), blankets.mli(m.SILVER, "silver", 0.2)
    reach = 0.62 if second else 0.42
    face.box((reach, 0.46, 0.5), (reach / 2, -0.45, 0.62), black if second else grey, bevel=0.02)
    face.facing((reach, -0.45, 0.62), (1, 0, 0)).lathe(
        [(0.17, 0.0), (0.2, 0.2), (0.18, 0.2), (0.14, 0.02)], black, sides=36
    )
    face.box((0.3, 0.36, 0.36), (0.15, 0.1, 0.7), silver, bevel=0.015)
    for y in (0.42, 0.64):
        barrel = face.facing((0.0, y, 0.6), (1, 0, 0))
        barrel.lathe([(0.11 if y < 0.5 else 0.07, 0.0), (0.11 if y < 0.5 else 0.07, 0.36)], grey, sides=28)
        barrel.lathe([(0.09 if y < 0.5 else 0.05, 0.361), (0.0, 0.37)], m.glass(), sides=28)
    face.box((0.34, 0.4, 0.4), (0.17, 0.5, -0.5), blankets.mli(m.COPPER, "keel", 0.3), bevel=0.02)
    for y, z in ((-0.6, -0.25), (-0.3, -0.25), (-0.6, -0.6), (-0.3, -0.6)):
        face.box((0.16, 0.24, 0.28), (0.08, y, z), grey, bevel=0.01)
        face.facing((0.16, y, z), (1, 0, 0)).lathe([(0.09, 0.0), (0.1, 0.06), (0.08, 0.06)], black, sides=24)
    face.box((0.12, 0.3, 0.2), (0.06, 0.05, -0.9), grey)
    if second:
        for y, z in ((0.72, 0.15), (-0.05, 0.18)):
            parts.camera(face.facing((0.08, y, z), (1, 0.3, 0)), 0.14)


def toutatis(at: Assembly, length: float) -> None:
    """Shape the asteroid: a large and a small lobe with a neck, a hollow in the large one's end, boulders."""
    import bmesh  # only there once bpy is

    shape = bmesh.new()
    bmesh.ops.create_icosphere(shape, subdivisions=7, radius=1.0)
    points = np.array([v.co for v in shape.verts])
    x, y, z = points.T
    along = np.arcsin(np.clip(x, -1, 1)) / (math.pi / 2)
    body = 0.205 * np.sqrt(np.clip(1 - ((along + 0.28) / 0.72) ** 2, 0, 1))
    head = 0.135 * np.sqrt(np.clip(1 - ((along - 0.66) / 0.34) ** 2, 0, 1))
    girth = np.maximum(np.hypot(body, head * 0.6), np.maximum(body, head)) + 0.004
    around = np.maximum(np.hypot(y, z), 1e-6)
    hollow = 0.05 * np.exp(-(((along + 1.0) / 0.16) ** 2))
    out = np.column_stack([along * 0.5 + hollow, girth * y / around * 0.92, girth * z / around * 1.05])
    out[:, 2] += 0.05 * along**2
    rough = np.zeros(len(out))
    for size, high in ((0.22, 0.028), (0.09, 0.012), (0.035, 0.006), (0.014, 0.0028)):
        p, q, r = (out / size).T
        for k, (u, v) in enumerate(((p + 0.3 * r, q), (q - 0.3 * p, r), (r + 0.3 * q, p))):
            rough += high * 0.75 * _noise(u, v, int(1000 * size) + k)
    radial = out.copy()
    radial[:, 0] *= 0.25
    out += radial / np.linalg.norm(radial, axis=1)[:, None] * rough[:, None]
    for vertex, place in zip(shape.verts, out, strict=True):
        vertex.co = Vector(place.tolist())
    data = bpy.data.meshes.new("toutatis")
    shape.to_mesh(data)
    shape.free()
    data.shade_smooth()
    data.materials.append(m.rock())
    thing = bpy.data.objects.new("toutatis", data)
    thing.matrix_world = at.frame @ Matrix.Scale(length, 4)
    bpy.context.scene.collection.objects.link(thing)


def change_1(at: Assembly, sun: Vector | None = None) -> None:
    """Build Chang'e 1."""
    bus(at, sun)
    instruments(at, second=False)


def change_2(at: Assembly, sun: Vector | None = None) -> None:
    """Build Chang'e 2."""
    bus(at, sun)
    instruments(at, second=True)


def mapping() -> None:
    """Draw Chang'e 1 from behind and above, its instruments turned down to the Moon."""
    light = (230.0, 27.0)
    change_1(Assembly(pose((0.32, -0.62, 0.3), (0.26, 0.22, -0.9))), arrays.sunward(*light))
    view = stage.look((0.0, -16.8, 2.2), (-1.3, 0, -0.62), 54)
    near_moon.moon(view, (140, 560, -880), 700, (20, 40, 75))
    stage.sun(*light, 13.0, fill=0.03)


def flyby() -> None:
    """Draw Chang'e 2 as it passes the asteroid, far from Earth and Moon."""
    light = (214.0, 36.0)
    change_2(Assembly(pose((0.3, -0.36, 0.86), (0.5, 0.78, -0.05))), arrays.sunward(*light))
    stage.look((0.0, -18.0, -1.5), (0.75, 0, 0.1), 59)
    toutatis(Assembly().sub((58, 560, 136), x=30, y=14, z=-14), 380)
    stage.sun(*light, 13.0, fill=0.03)


def profile_1(at: Assembly) -> None:
    """Stand Chang'e 1 with its wings out."""
    change_1(at.sub((0, 0, TALL / 2 + 0.97)), arrays.sunward(0.0, 0.0))


def profile_2(at: Assembly) -> None:
    """Stand Chang'e 2 with its wings out."""
    change_2(at.sub((0, 0, TALL / 2 + 0.97)), arrays.sunward(0.0, 0.0))


PLATES = {"change-1-mapping": (mapping, 8, 0.0), "change-2-toutatis": (flyby, 8, 0.0)}
PROFILES = {"change-1": (profile_1, -90.0), "change-2": (profile_2, -90.0)}
