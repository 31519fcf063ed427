"""Draws the signs of landing and impact sites."""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from atlas.services.map import style
from atlas.services.map.style import Shape


def draw_sign(painter: QPainter, shape: Shape, colour: QColor, x: float, y: float, r: float) -> None:
    """Draw a sign of radius r round a point, with a dark edge that holds on bright ground."""
    path, filled = _PATHS[shape](x, y, r)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    solid, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    line = r * 0.36
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, QPen(style.MARKER_EDGE, (2.6 if filled else line + 2.6), solid, cap, join))
    if filled:
        painter.fillPath(path, colour)
    else:
        painter.strokePath(path, QPen(colour, line, solid, cap, join))
    painter.restore()


def draw_selection(painter: QPainter, x: float, y: float, r: float) -> None:
    """Draw the ring round the selected marker."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.MARKER_EDGE, 5.0))
    painter.drawEllipse(QPointF(x, y), r + 6.0, r + 6.0)
    painter.setPen(QPen(style.SELECTED, 2.5))
    painter.drawEllipse(QPointF(x, y), r + 6.0, r + 6.0)
    painter.restore()


def draw_target(painter: QPainter, x: float, y: float) -> None:
    """Draw the crosshairs at a position that was asked for."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), 9.0, 9.0)
    for dx, dy in ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)):
        path.moveTo(x + dx * 5.0, y + dy * 5.0)
        path.lineTo(x + dx * 15.0, y + dy * 15.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, QPen(style.MARKER_EDGE, 4.5))
    painter.strokePath(path, QPen(style.SELECTED, 1.75))
    painter.restore()


def _disc(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), r * 0.9, r * 0.9)
    return path, True


def _dot(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), r * 0.55, r * 0.55)
    return path, True


def _triangle(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    path = QPainterPath(QPointF(x, y - r))
    path.lineTo(x + r * 0.98, y + r * 0.75)
    path.lineTo(x - r * 0.98, y + r * 0.75)
    path.closeSubpath()
    return path, True


def _cross(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    d = r * 0.72
    path = QPainterPath(QPointF(x - d, y - d))
    path.lineTo(x + d, y + d)
    path.moveTo(x + d, y - d)
    path.lineTo(x - d, y + d)
    return path, False


def _star(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    for k in range(8):
        length = r * (1.1 if k % 2 == 0 else 0.45)
        angle = math.pi * k / 4.0
        point = QPointF(x + length * math.sin(angle), y - length * math.cos(angle))
        if k:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path, True


def _ring(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), r * 0.8, r * 0.8)
    return path, False


def _clock(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    path, _ = _ring(x, y, r * 1.1)
    path.moveTo(x, y - r * 0.45)
    path.lineTo(x, y + r * 0.05)
    path.lineTo(x + r * 0.35, y + r * 0.25)
    return path, False


def _bars(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    for side in (-1.0, 1.0):
        path.moveTo(x + side * r * 0.4, y - r * 0.7)
        path.lineTo(x + side * r * 0.4, y + r * 0.7)
    return path, False


def _diamond(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    path = QPainterPath(QPointF(x, y - r * 0.95))
    path.lineTo(x + r * 0.95, y)
    path.lineTo(x, y + r * 0.95)
    path.lineTo(x - r * 0.95, y)
    path.closeSubpath()
    return path, False


def _half(x: float, y: float, r: float) -> tuple[QPainterPath, bool]:
    outer = QPainterPath()
    outer.addEllipse(QPointF(x, y), r * 0.9, r * 0.9)
    hole = QPainterPath()
    hole.moveTo(x, y - r * 0.55)
    hole.arcTo(QRectF(x - r * 0.55, y - r * 0.55, r * 1.1, r * 1.1), 90.0, 180.0)
    hole.closeSubpath()
    return outer.subtracted(hole), True


_PATHS: Final[dict[Shape, Callable[[float, float, float], tuple[QPainterPath, bool]]]] = {
    Shape.DISC: _disc,
    Shape.TRIANGLE: _triangle,
    Shape.CROSS: _cross,
    Shape.STAR: _star,
    Shape.RING: _ring,
    Shape.CLOCK: _clock,
    Shape.BARS: _bars,
    Shape.DIAMOND: _diamond,
    Shape.HALF: _half,
    Shape.DOT: _dot,
}
