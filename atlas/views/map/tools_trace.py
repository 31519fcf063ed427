"""Draws a path that is being measured: its legs as the great circles they are, points, and lengths."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from atlas.domain.coordinates import LatLon, project
from atlas.domain.geodesy import Leg, Path
from atlas.services.map import style
from atlas.services.map.labels import Box, Layout, beside
from atlas.services.map.lettering import Lettering, Role
from atlas.services.map.marks import chord_m, draw_line, leg_points, nearest
from atlas.services.map.view import MapView
from atlas.services.measure.words import azimuth_text, length_text
from atlas.services.units import Units

_POINT_R: Final = 4.5


@dataclass(frozen=True, slots=True)
class Near:
    """The place of a path that is nearest to a pixel: which leg, metres from the path's start, pixels away."""

    leg: int
    distance_m: float
    away: float


class Trace:
    """The path in map metres, made anew when it or the scale changes."""

    def __init__(self) -> None:
        self._path = Path()
        self._step = 0.0
        self._legs: list[list[tuple[float, float] | None]] = []
        self._lettering: Lettering | None = None

    def take(self, path: Path, view: MapView, canvas: QWidget) -> None:
        """Follow another path or scale."""
        step = 2.0 ** math.floor(math.log2(chord_m(view.mpp)))
        if path != self._path or step != self._step:
            self._path, self._step = path, step
            self._legs = [leg_points(leg, step) for leg in path.legs]
        if self._lettering is None or self._lettering.ratio != canvas.devicePixelRatioF():
            self._lettering = Lettering(canvas.font(), cached=True, ratio=canvas.devicePixelRatioF())

    def nearest(self, view: MapView, at: QPointF) -> Near | None:
        """Return the place of the path nearest to a pixel."""
        found: Near | None = None
        begin = 0.0
        for number, (leg, points) in enumerate(zip(self._path.legs, self._legs, strict=False)):
            pieces = len(points) - 1
            for k, (a, b) in enumerate(pairwise(points)):
                if a is None or b is None:
                    continue
                away, share = nearest(at.x(), at.y(), view.to_screen(*a), view.to_screen(*b))
                if found is None or away < found.away:
                    found = Near(number, begin + leg.distance_m * (k + share) / pieces, away)
            begin += leg.distance_m
        return found

    def draw_legs(self, painter: QPainter, view: MapView) -> None:
        """Draw the legs and the inside of an area."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._path.is_area:
            self._fill(painter, view)
        for points in self._legs:
            for run in _runs(points, view):
                draw_line(painter, run, style.MEASURE)
        painter.restore()

    def draw(
        self, painter: QPainter, view: MapView, units: Units, labels: Sequence[Box], *, drawing: bool, hover: int | None
    ) -> None:
        """Draw points, and lengths that keep clear of the map's own labels."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = len(self._path.points) - 1
        for k, p in enumerate(self._path.points):
            if p.lat < 0.0:
                draw_point(painter, *view.to_screen(*project(p)), large=k == hover, open_=drawing and k == last)
        self._draw_lengths(painter, view, units, labels)
        painter.restore()

    def draw_next(self, painter: QPainter, view: MapView, units: Units, last: LatLon, pointer: LatLon) -> None:
        """Draw the leg that a click at the pointer would add, with its length and direction."""
        leg = Leg.between(last, pointer)
        if self._lettering is None or leg.distance_m <= 0.0:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for run in _runs(leg_points(leg, self._step), view):
            shape = QPolygonF([QPointF(x, y) for x, y in run])
            painter.setPen(QPen(style.REGION_CASING, 3.5))
            painter.drawPolyline(shape)
            painter.setPen(QPen(style.MEASURE, 1.5, Qt.PenStyle.DashLine))
            painter.drawPolyline(shape)
        text = f"{length_text(leg.distance_m, units)}  {azimuth_text(leg.azimuth)}"
        x, y = view.to_screen(*project(pointer))
        width, height = self._lettering.size(text, Role.NAME)
        left = x + 14.0 if x + 14.0 + width < view.width else x - 14.0 - width
        top = y + 12.0 if y + 12.0 + height < view.height else y - 12.0 - height
        self._lettering.draw(painter, text, Role.NAME, left, top, style.MEASURE)
        painter.restore()

    def draw_spot(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the place that the profile points to."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, colour in ((5.0, style.MARKER_EDGE), (2.5, style.NAME)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(QPointF(x, y), 8.0, 8.0)
        painter.restore()

    def _fill(self, painter: QPainter, view: MapView) -> None:
        shape = [point for points in self._legs for point in points if point is not None]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.MEASURE_FILL)
        painter.drawPolygon(QPolygonF([QPointF(*view.to_screen(*point)) for point in shape]))

    def _draw_lengths(self, painter: QPainter, view: MapView, units: Units, labels: Sequence[Box]) -> None:
        """Draw the length of each leg at its middle where it has room, away from the points."""
        if self._lettering is None:
            return
        layout = Layout((4.0, 4.0, view.width - 4.0, view.height - 4.0))
        layout.reserve(labels)
        for p in self._path.points:
            if p.lat < 0.0:
                x, y = view.to_screen(*project(p))
                layout.reserve([(x - 6.0, y - 6.0, x + 6.0, y + 6.0)])
        for leg, points in zip(self._path.legs, self._legs, strict=False):
            text = length_text(leg.distance_m, units)
            size = self._lettering.size(text, Role.NAME)
            if leg.distance_m / view.mpp < size[1] * 1.5:
                continue
            # the middle first, else wherever on the leg there is room
            places = [corner for share in (0.5, 0.4, 0.6, 0.3, 0.7) for corner in _corners(points, share, view, size)]
            box = layout.place(size, places)
            if box is not None:
                self._lettering.draw(painter, text, Role.NAME, box[0], box[1], style.MEASURE)


def _corners(
    points: list[tuple[float, float] | None], share: float, view: MapView, size: tuple[float, float]
) -> list[tuple[float, float]]:
    """Return where a label may stand beside a leg at a share of it."""
    at = share * (len(points) - 1)
    k = min(int(at), len(points) - 2)
    a, b = points[k], points[k + 1]
    if a is None or b is None:
        return []
    x, y = view.to_screen(a[0] + (b[0] - a[0]) * (at - k), a[1] + (b[1] - a[1]) * (at - k))
    return beside(x, y, size, 5.0)


def draw_point(painter: QPainter, x: float, y: float, *, large: bool, open_: bool) -> None:
    """Draw a point of the path; an open one is where the next leg begins."""
    r = _POINT_R + (2.0 if large else 0.0)
    painter.setPen(QPen(style.MEASURE_DARK, 1.5))
    painter.setBrush(style.MEASURE_DARK if open_ else style.MEASURE)
    painter.drawEllipse(QPointF(x, y), r + 0.75, r + 0.75)
    if open_:
        painter.setPen(QPen(style.MEASURE, 2.0))
        painter.drawEllipse(QPointF(x, y), r - 1.0, r - 1.0)


def _runs(points: list[tuple[float, float] | None], view: MapView) -> list[list[tuple[float, float]]]:
    """Return the parts of a leg that are in view or nearly so, in pixels."""
    runs: list[list[tuple[float, float]]] = [[]]
    margin = 40.0
    for a, b in pairwise(points):
        if a is None or b is None:
            continue
        (ax, ay), (bx, by) = view.to_screen(*a), view.to_screen(*b)
        outside = (
            max(ax, bx) < -margin
            or min(ax, bx) > view.width + margin
            or max(ay, by) < -margin
            or min(ay, by) > view.height + margin
        )
        if outside:
            continue
        if not runs[-1] or runs[-1][-1] != (ax, ay):
            runs.append([(ax, ay)])
        runs[-1].append((bx, by))
    return [run for run in runs if len(run) > 1]
