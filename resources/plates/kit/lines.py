"""Line drawings of what stands in the scene: seen along +y without perspective, hidden lines removed, in metres.

Every part gives its own outline and its sharp edges; a ray decides at each place whether that part is the foremost.
Round bodies so have no lines of their tessellation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import numpy as np
import shapely
import strokes
from mathutils import Vector
from mathutils.bvhtree import BVHTree
from strokes import Line, Point

from kit import meetings, solids
from kit.solids import SPECK, Array, Part, Whole

_FORWARD: Final = Vector((0, 1, 0))

# parts of a drawing's longer side
_STEP: Final = 1 / 500
_BESIDE: Final = 1 / 2000
_DEEP: Final = 1 / 500
_SPACING: Final = 1 / 330
_MEETING: Final = 1 / 40
_THIN: Final = 1 / 220
_SMALL: Final = 1 / 14
_SLOT: Final = 1 / 200
_HOLE: Final = (1 / 90) ** 2
_EXACT: Final = 1 / 3500
_JOINED: Final = 1 / 2500


@dataclass(frozen=True)
class Drawing:
    """A finished drawing in metres: its box (left, low, right, high), what is filled, and lines by weight."""

    box: tuple[float, float, float, float]
    body: list[Line]
    layers: dict[str, list[Line]]


def draw(turn: float) -> Drawing:
    """Draw everything in the scene, turned by degrees about the vertical."""
    parts = solids.parts(turn)
    if not parts:
        raise ValueError("there is nothing to draw")
    size = _size(parts)
    parts = sorted((p for p in parts if p.extent > size * SPECK), key=lambda p: -p.extent)
    whole = _whole(parts, size)
    size = _size(parts)
    outline = [list(ring.coords) for ring in _rings(whole)]
    crowd = strokes.Crowd(size * _SPACING)
    for ring in outline:
        crowd.add(ring)
    sight = _Sight(parts, size)
    drawn: dict[str, list[Line]] = {"edge": [], "fine": []}
    for find in (sight.outlines, sight.creases, sight.meetings):
        for number, part in enumerate(parts):
            layer = drawn["fine" if part.extent < size * _SMALL else "edge"]
            for line in sorted(find(number), key=strokes.length, reverse=True):
                layer.extend(crowd.thin(line))
    layers = {name: _finished(lines, size) for name, lines in drawn.items()}
    body = [strokes.simplify(ring, size * _EXACT) for ring in outline]
    return Drawing(tuple(whole.bounds), body, layers | {"outline": body})


def _size(parts: Iterable[Part]) -> float:
    boxes = np.array([part.shape.bounds for part in parts])
    return float(max(boxes[:, 2].max() - boxes[:, 0].min(), boxes[:, 3].max() - boxes[:, 1].min()))


def _finished(lines: list[Line], size: float) -> list[Line]:
    joined = strokes.join(lines, size * _JOINED)
    return [strokes.simplify(line, size * _EXACT) for line in joined if strokes.length(line) > size * SPECK]


def _whole(parts: Iterable[Part], size: float) -> Any:  # noqa: ANN401 - shapely is not annotated
    """Return what all parts cover together, without holes and slots too narrow to be seen."""
    joined = shapely.union_all([part.shape for part in parts])
    near = size * _SLOT / 2
    joined = joined.buffer(near).buffer(-near)
    kept = []
    for piece in getattr(joined, "geoms", [joined]):
        holes = [hole for hole in piece.interiors if shapely.Polygon(hole).area > size**2 * _HOLE]
        kept.append(shapely.Polygon(piece.exterior, holes))
    return shapely.MultiPolygon(kept)


def _rings(shape: Any) -> list[Any]:  # noqa: ANN401 - shapely is not annotated
    """Return the rims of an area, each with the area to its left."""
    pieces = [shapely.geometry.polygon.orient(p) for p in getattr(shape, "geoms", [shape])]
    return [ring for piece in pieces for ring in (piece.exterior, *piece.interiors)]


class _Sight:
    """Looks along +y and says which part is foremost."""

    def __init__(self, parts: list[Part], size: float) -> None:
        self._parts = parts
        self._size = size
        counts = np.cumsum([0, *(len(part.points) for part in parts)])
        points = np.concatenate([part.points for part in parts])
        faces = np.concatenate([part.triangles + first for part, first in zip(parts, counts, strict=False)])
        self._owner = np.repeat(np.arange(len(parts)), [len(part.triangles) for part in parts]).tolist()
        self._front = float(points[:, 1].min()) - 1.0
        self._tree = meetings.tree(points, faces)
        self._trees: dict[int, BVHTree] = {}
        self._touched: dict[int, list[int]] = {}
        large = [number for number, part in enumerate(parts) if part.extent > size * _MEETING]
        lows = np.array([parts[number].points.min(axis=0) for number in large])
        highs = np.array([parts[number].points.max(axis=0) for number in large])
        for one, other in meetings.near_pairs(lows, highs):
            # parts come in the order of their size: the smaller one goes into the larger
            self._touched.setdefault(large[other], []).append(large[one])

    def outlines(self, number: int) -> list[Line]:
        """Return what is seen of a part's outline."""
        part = self._parts[number]
        beside = min(self._size * _BESIDE, part.thickness / 5)
        found: list[Line] = []
        for ring in _rings(part.shape):
            ruler = strokes.Ruler(ring.coords)
            if ruler.end > self._size * SPECK:
                spans = strokes.true_spans(
                    partial(self._foremost_beside, number, ruler, beside), ruler.end, self._size * _STEP
                )
                found += [ruler.cut(span) for span in self._tidy(spans)]
        return found

    def creases(self, number: int) -> list[Line]:
        """Return what is seen of a part's sharp edges; a thin bar shows none."""
        part = self._parts[number]
        if part.thickness < self._size * _THIN:
            return []
        found: list[Line] = []
        for first, second, normals in part.edges:
            a, b = part.points[first], part.points[second]
            line = [(float(a[0]), float(a[2])), (float(b[0]), float(b[2]))]
            if strokes.length(line) <= self._size * 1e-4:
                continue
            ruler = strokes.Ruler(line)
            spans = strokes.true_spans(
                partial(self._on_foremost_face, number, ruler, (a, b), normals), ruler.end, self._size * _STEP
            )
            found += [ruler.cut(span) for span in spans]
        return [line for line in strokes.join(found, self._size * _JOINED) if strokes.length(line) > self._size * SPECK]

    def meetings(self, number: int) -> list[Line]:
        """Return what is seen of the lines in which a part goes into larger ones."""
        found: list[Line] = []
        for other in self._touched.get(number, ()):
            for a, b in meetings.meetings(self._solid(other), self._solid(number)).tolist():
                line = [(a[0], a[2]), (b[0], b[2])]
                if strokes.length(line) > self._size * 1e-4:
                    ruler = strokes.Ruler(line)
                    spans = strokes.true_spans(
                        partial(self._foremost_at, ruler, (a[1], b[1])), ruler.end, self._size * _STEP
                    )
                    found += [ruler.cut(span) for span in spans]
        return [line for line in strokes.join(found, self._size * _JOINED) if strokes.length(line) > self._size * SPECK]

    def _solid(self, number: int) -> tuple[Array, Whole, BVHTree]:
        part = self._parts[number]
        if number not in self._trees:
            self._trees[number] = meetings.tree(part.points, part.triangles)
        return part.points, part.triangles, self._trees[number]

    def _foremost_at(self, ruler: strokes.Ruler, deep: tuple[float, float], distance: float) -> bool:
        hit = self._hit(ruler.at(distance)[0])
        return hit is None or hit[1] > deep[0] + (deep[1] - deep[0]) * distance / ruler.end - self._size * _DEEP / 2

    def _tidy(self, spans: list[strokes.Span]) -> list[strokes.Span]:
        return strokes.tidy_spans(spans, self._size * _STEP, self._size * _STEP)

    def _hit(self, place: Point) -> tuple[int, float] | None:
        """Return the foremost part at a place and how deep it lies."""
        there, _, index, _ = self._tree.ray_cast(Vector((place[0], self._front, place[1])), _FORWARD)
        return None if there is None else (self._owner[index], float(there.y))

    def _foremost_beside(self, number: int, ruler: strokes.Ruler, beside: float, distance: float) -> bool:
        (x, y), (dx, dy) = ruler.at(distance)
        hit = self._hit((x - dy * beside, y + dx * beside))
        return hit is not None and hit[0] == number

    def _on_foremost_face(
        self,
        number: int,
        ruler: strokes.Ruler,
        ends: tuple[Array, Array],
        normals: tuple[Array, ...],
        distance: float,
    ) -> bool:
        (x, y), (dx, dy) = ruler.at(distance)
        part = distance / ruler.end
        deep = float(ends[0][1] + (ends[1][1] - ends[0][1]) * part)
        beside = self._size * _BESIDE
        for side in (-beside, beside):
            away = (-dy * side, dx * side)
            hit = self._hit((x + away[0], y + away[1]))
            if hit is None or hit[0] != number:
                continue
            for normal in normals:
                # where the face's plane lies beside the edge
                if abs(normal[1]) > 0.02:
                    plane = deep - float(normal[0] * away[0] + normal[2] * away[1]) / float(normal[1])
                    if abs(plane - hit[1]) < self._size * _DEEP:
                        return True
        return False
