"""The parts of what stands in the scene, as a drawing sees them: along +y, with their outlines and sharp edges."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import bpy
import numpy as np
import shapely
from mathutils import Matrix
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

CREASE: Final = math.cos(math.radians(25))
"""Faces that meet at more degrees than this form an edge: more than any round body's tessellation has between faces."""
SPECK: Final = 1 / 200
"""What is smaller than this part of the drawing is left out."""
_SMALL: Final = 1 / 50
_EQUAL: Final = 1e-3


@dataclass
class Part:
    """One mesh as it stands in the scene: its points, triangles, its outline and its sharp edges."""

    points: Array
    triangles: Whole
    shape: Any
    edges: list[tuple[int, int, tuple[Array, ...]]]
    """Two points and the normals of the faces that meet there."""

    @property
    def extent(self) -> float:
        """The longer side of its outline."""
        left, low, right, high = self.shape.bounds
        return float(max(right - left, high - low))

    @property
    def thickness(self) -> float:
        """How wide its outline is, as of a long bar."""
        return float(2 * self.shape.area / self.shape.length)


@dataclass(frozen=True)
class _Net:
    """A mesh as plain arrays: points, triangles with their faces, and the corners of faces one after another."""

    points: Array
    triangles: Whole
    face_of_triangle: Whole
    face_of_corner: Whole
    edge_of_corner: Whole
    point_of_corner: Whole
    edges: Whole

    @property
    def extent(self) -> float:
        """How wide or high it is in the drawing."""
        return float(np.ptp(self.points[:, (0, 2)], axis=0).max())


def parts(turn: float) -> list[Part]:
    """Return every mesh of the scene that is more than a speck, turned by degrees about the vertical."""
    around = Matrix.Rotation(math.radians(turn), 4, "Z")
    for thing in bpy.context.scene.objects:
        for modifier in thing.modifiers:
            # a rounded edge is drawn as the edge that it rounds
            modifier.show_viewport = modifier.type != "BEVEL"
    graph = bpy.context.evaluated_depsgraph_get()
    nets = []
    for thing in bpy.context.scene.objects:
        if thing.type == "MESH":
            seen = thing.evaluated_get(graph)
            nets.append(_net(seen.to_mesh(), np.array(around @ thing.matrix_world)))
            seen.to_mesh_clear()
    every = [net.points[:, (0, 2)] for net in nets if len(net.points)]
    size = float(np.ptp(np.concatenate(every), axis=0).max()) if every else 0.0
    found = [_part(net, size) for net in nets if len(net.triangles) and net.extent > size * SPECK]
    return [part for part in found if part is not None]


def _net(mesh: bpy.types.Mesh, place: Array) -> _Net:
    mesh.calc_loop_triangles()
    flat = np.empty(len(mesh.vertices) * 3)
    mesh.vertices.foreach_get("co", flat)
    sizes = _read(mesh.polygons, "loop_total")
    return _Net(
        flat.reshape(-1, 3) @ place[:3, :3].T + place[:3, 3],
        _read(mesh.loop_triangles, "vertices", 3).reshape(-1, 3),
        _read(mesh.loop_triangles, "polygon_index"),
        np.repeat(np.arange(len(sizes)), sizes),
        _read(mesh.loops, "edge_index"),
        _read(mesh.loops, "vertex_index"),
        _read(mesh.edges, "vertices", 2).reshape(-1, 2),
    )


def _read(rows: Any, name: str, width: int = 1) -> Whole:  # noqa: ANN401 - Blender's collections have no common type
    values = np.empty(len(rows) * width, dtype=np.int32)
    rows.foreach_get(name, values)
    return values.astype(np.int64)


def _part(net: _Net, size: float) -> Part | None:
    order = np.argsort(net.edge_of_corner, kind="stable")
    counts = np.bincount(net.edge_of_corner, minlength=len(net.edges))
    firsts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    shape = _shadow(net, closed=_is_closed(net, order, counts, firsts), small=net.extent < size * _SMALL)
    if shape is None:
        return None
    return Part(net.points, net.triangles, shape, _edges(net, order, counts, firsts))


def _is_closed(net: _Net, order: Whole, counts: Whole, firsts: Whole) -> bool:
    """Say whether a mesh has an outside everywhere: both faces of each edge run along it in opposite directions."""
    ends = net.points[net.edges]
    # a pole is a ring of points in one place
    real = np.linalg.norm(ends[:, 0] - ends[:, 1], axis=1) > net.extent * 1e-7
    if not np.all(counts[real] == 2):
        return False
    starts = net.point_of_corner[order]
    return bool(np.all(starts[firsts[real]] != starts[firsts[real] + 1]))


def _shadow(net: _Net, *, closed: bool, small: bool) -> Any:  # noqa: ANN401 - shapely is not annotated
    """Return what a part covers in the drawing, None where it covers nothing.

    Of a closed one the near side is enough, and small ones are taken as full.
    """
    extent = net.extent
    if small:
        shape = shapely.MultiPoint(net.points[:, (0, 2)]).convex_hull
        return shape if shape.area > extent**2 * 1e-6 else None
    corners = net.points[net.triangles][:, :, (0, 2)]
    a, b = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    area = (a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) / 2
    kept = corners[(area if closed else np.abs(area)) > extent**2 * 1e-9]
    if not len(kept):
        return None
    full = shapely.MultiPoint(net.points[:, (0, 2)]).convex_hull
    if closed and abs(area[area > 0].sum() - full.area) < full.area * _EQUAL:
        # one that bulges everywhere hides nothing of itself
        return full
    shape = shapely.union_all(shapely.polygons(kept))
    # cracks between triangles that only touch
    shape = shape.buffer(extent * 1e-4, join_style="mitre").buffer(-extent * 1e-4, join_style="mitre")
    return None if shape.is_empty else shape


def _edges(net: _Net, order: Whole, counts: Whole, firsts: Whole) -> list[tuple[int, int, tuple[Array, ...]]]:
    """Return where faces meet sharply, and where a face ends."""
    corners = net.points[net.triangles]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros((int(net.face_of_corner.max()) + 1, 3))
    np.add.at(normals, net.face_of_triangle, across)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-30)
    faces = net.face_of_corner[order]
    found: list[tuple[int, int, tuple[Array, ...]]] = [
        (int(net.edges[edge, 0]), int(net.edges[edge, 1]), (normals[faces[firsts[edge]]],))
        for edge in np.flatnonzero(counts == 1)
    ]
    shared = np.flatnonzero(counts >= 2)
    one, other = normals[faces[firsts[shared]]], normals[faces[firsts[shared] + 1]]
    sharp = np.einsum("ij,ij->i", one, other) < CREASE
    for edge, *pair in zip(net.edges[shared[sharp]].tolist(), one[sharp], other[sharp], strict=True):
        found.append((edge[0], edge[1], tuple(pair)))
    return found
