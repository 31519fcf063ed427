"""What the user put on the map: its place on the map, projected once, and how it is drawn."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, project
from atlas.domain.geodesy import Leg, Path, great_circle_points
from atlas.domain.notes import Mark
from atlas.services.map import style
from atlas.services.map.view import MapView

_NORTHMOST: Final = -30.0
"""What lies further north is nowhere near the map, and the projection runs away there."""
_BEND_M: Final = 2.0 * MOON_RADIUS_M
"""No great circle is bent more sharply on the map than a circle of this radius."""
PIN_HEIGHT: Final = 18.0

Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with the map metres of its line, curved as great circles are; `anchor` is where its name stands."""

    mark: Mark
    points: tuple[tuple[float, float], ...]
    anchor: tuple[float, float]
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class MarkSign:
    """A mark in view, in pixels; a pin has one point."""

    mark: Mark
    points: Points

    def is_at(self, x: float, y: float, reach: float = 6.0) -> bool:
        """Return whether it is at a pixel: a pin's sign, a path's or an area's line."""
        if self.mark.shape == "pin":
            px, py = self.points[0]
            return abs(px - x) <= reach + 4.0 and -reach <= py - y <= PIN_HEIGHT + reach
        return any(nearest(x, y, a, b)[0] <= reach for a, b in pairwise(self.points))


def place_marks(marks: Iterable[Mark]) -> tuple[Placed, ...]:
    """Project the marks that lie on the map."""
    return tuple(placed for placed in map(_place, marks) if placed is not None)


def _place(mark: Mark) -> Placed | None:
    path = mark_path(mark)
    lines = great_circle_lines(path, step_m=8000.0)
    points = tuple(point for line in lines for point in line)
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    bounds = min(xs), min(ys), max(xs), max(ys)
    anchor = points[0]
    if mark.shape == "area":
        anchor = (bounds[0] + bounds[2]) / 2.0, (bounds[1] + bounds[3]) / 2.0
    return Placed(mark, points, anchor, bounds)


def mark_path(mark: Mark) -> Path:
    """Return a mark's points as a path."""
    return Path(tuple(LatLon(lat, lon) for lat, lon in mark.points), mark.shape == "area")


def great_circle_lines(path: Path, step_m: float) -> list[list[tuple[float, float]]]:
    """Return the legs of a path in map metres, a point at least every `step_m`; what lies far off the map is cut out.

    Great circles are circles on a stereographic map too; short chords follow them.
    """
    if len(path.corners) == 1:
        only = path.corners[0]
        return [[project(only)]] if only.lat < _NORTHMOST else []
    lines: list[list[tuple[float, float]]] = [[]]
    for leg in path.legs:
        for piece in leg_points(leg, step_m):
            if piece is None:
                lines.append([])
            elif not lines[-1] or lines[-1][-1] != piece:
                lines[-1].append(piece)
    return [line for line in lines if line]


def leg_points(leg: Leg, step_m: float) -> list[tuple[float, float] | None]:
    """Return points of a leg in map metres, evenly spaced along it; None for those far off the map."""
    pieces = max(1, min(4000, math.ceil(leg.distance_m / step_m)))
    shares = [k / pieces for k in range(pieces + 1)]
    points = great_circle_points(leg.start, leg.end, shares)
    return [project(p) if p.lat < _NORTHMOST else None for p in points]


def chord_m(mpp: float) -> float:
    """Return the length of chords that stay within a quarter of a pixel of the great circle at a scale."""
    return math.sqrt(8.0 * _BEND_M * 0.25 * mpp)


def marks_in(view: MapView, placed: Iterable[Placed]) -> list[MarkSign]:
    """Return the marks in view, in pixels."""
    west, south, east, north = view.bounds
    margin = PIN_HEIGHT * view.mpp
    found = []
    for one in placed:
        w, s, e, n = one.bounds
        if w - margin <= east and e + margin >= west and s - margin <= north and n + margin >= south:
            found.append(MarkSign(one.mark, [view.to_screen(x, y) for x, y in one.points]))
    return found


def draw_mark(painter: QPainter, sign: MarkSign) -> None:
    """Draw a pin, a path or an area in the colour of the user's own things."""
    if sign.mark.shape == "pin" or len(sign.points) == 1:
        draw_pin(painter, *sign.points[0], style.MARK)
    elif sign.mark.shape == "area":
        draw_line(painter, sign.points, style.MARK, style.MARK_FILL)
    else:
        draw_line(painter, sign.points, style.MARK)


def draw_pin(painter: QPainter, x: float, y: float, colour: QColor) -> None:
    """Draw a pin whose point is at (x, y)."""
    r = 6.5
    path = QPainterPath(QPointF(x, y))
    path.cubicTo(x - 1.0, y - 5.0, x - r, y - 7.0, x - r, y - PIN_HEIGHT + r)
    path.arcTo(x - r, y - PIN_HEIGHT, 2.0 * r, 2.0 * r, 180.0, -180.0)
    path.cubicTo(x + r, y - 7.0, x + 1.0, y - 5.0, x, y)
    path.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, QPen(style.MARKER_EDGE, 2.6))
    painter.fillPath(path, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.MARKER_EDGE)
    painter.drawEllipse(QPointF(x, y - PIN_HEIGHT + r), 2.4, 2.4)
    painter.restore()


def draw_line(
    painter: QPainter, points: Sequence[tuple[float, float]], colour: QColor, fill: QColor | None = None
) -> None:
    """Draw a line with a dark edge that holds on bright ground; with `fill` the shape it closes."""
    shape = QPolygonF([QPointF(x, y) for x, y in points])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(shape)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    for width, pen in ((4.5, style.REGION_CASING), (2.0, colour)):
        painter.setPen(QPen(pen, width, Qt.PenStyle.SolidLine, cap, join))
        painter.drawPolyline(shape)
    painter.restore()


def nearest(x: float, y: float, a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    """Return how far a pixel is from the straight line a–b, and the share (0–1) of it that is nearest."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    share = 0.0 if square == 0.0 else min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / square))
    return math.hypot(x - a[0] - share * dx, y - a[1] - share * dy), share
