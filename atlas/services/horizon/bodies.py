"""Sun and Earth in a panorama: their discs to scale, with the Earth's phase, and their paths over the sky."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QRadialGradient, QTransform

from atlas.services.horizon.view import PanoramaView
from atlas.services.map import style
from atlas.services.sky.tracks import Disc, Track

GLOW_PX: Final = 34.0
_LEAST_PX: Final = 2.5


@dataclass(frozen=True)
class Path:
    """A path over the sky in degrees of azimuth (0–360, cut at north) and elevation, ready to be drawn."""

    line: QPainterPath
    colour: QColor

    @classmethod
    def of(cls, track: Track, colour: QColor) -> Path:
        """Return the line of a track."""
        line = QPainterPath()
        before: tuple[float, float] | None = None
        for azimuth, elevation in zip(track.azimuths_deg, track.elevations_deg, strict=True):
            turn = 360.0 * math.floor(azimuth / 360.0)
            if before is None:
                line.moveTo(QPointF(azimuth - turn, elevation))
            elif math.floor(before[0] / 360.0) != math.floor(azimuth / 360.0):
                # over the border, and in again on the other side
                line.lineTo(QPointF(azimuth - 360.0 * math.floor(before[0] / 360.0), elevation))
                line.moveTo(QPointF(before[0] - turn, before[1]))
            line.lineTo(QPointF(azimuth - turn, elevation))
            before = azimuth, elevation
        return cls(line, colour)

    def draw(self, painter: QPainter, view: PanoramaView, opacity: float, *, dashed: bool = False) -> None:
        """Draw the path where it crosses the view."""
        painter.save()
        colour = QColor(self.colour)
        colour.setAlphaF(opacity)
        # wider lines, and dashes in long paths, are ten times as slow to draw
        pen = QPen(colour, 1.0)
        pen.setCosmetic(True)
        if dashed:
            pen.setDashPattern([2.0, 4.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for copy in (-360.0, 0.0, 360.0):
            left = view.width / 2.0 + (copy - view.azimuth) / view.step
            if left + 360.0 / view.step < 0.0 or left > view.width:
                continue
            across = QTransform(
                1.0 / view.step, 0.0, 0.0, -1.0 / view.step_up,
                left, view.height / 2.0 + view.elevation / view.step_up,
            )  # fmt: skip
            painter.drawPath(across.map(self.line))
        painter.restore()


def disc_rect(view: PanoramaView, disc: Disc) -> QRectF:
    """Return the pixels of a disc: an ellipse where elevations are stretched; never too small to be seen."""
    wide = disc.radius_deg / max(0.05, math.cos(math.radians(disc.elevation_deg))) / view.step
    high = disc.radius_deg / view.step_up
    wide, high = max(wide, _LEAST_PX), max(high, _LEAST_PX)
    return QRectF(view.x(disc.azimuth_deg) - wide, view.y(disc.elevation_deg) - high, 2.0 * wide, 2.0 * high)


def draw_sun(painter: QPainter, view: PanoramaView, disc: Disc) -> None:
    """Draw the Sun with a glow."""
    rect = disc_rect(view, disc)
    middle = rect.center()
    reach = max(rect.width(), rect.height()) / 2.0 + GLOW_PX
    glow = QRadialGradient(middle, reach)
    for at, alpha in ((0.0, 0.75), (0.25, 0.30), (0.6, 0.08), (1.0, 0.0)):
        colour = QColor(style.SUN)
        colour.setAlphaF(alpha)
        glow.setColorAt(at, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(glow))
    painter.drawEllipse(middle, reach, reach)
    painter.setBrush(style.PANORAMA_SUNLIT)
    painter.drawEllipse(rect)


def draw_earth(painter: QPainter, view: PanoramaView, earth: Disc, sun: Disc) -> None:
    """Draw the Earth with the part of it that has day, as the Sun's place in the sky has it."""
    rect = disc_rect(view, earth)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.EARTH_NIGHT)
    painter.drawEllipse(rect)
    painter.save()
    painter.translate(rect.center())
    painter.scale(rect.width() / 2.0, rect.height() / 2.0)
    apart, bearing = separation(earth, sun)
    # a turn by the bearing (from up, clockwise) brings the bright limb from the right to where it is
    painter.rotate(math.degrees(bearing) - 90.0)
    painter.setBrush(style.EARTH)
    painter.drawPath(_day(math.cos(apart)))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = QColor(style.EARTH)
    edge.setAlphaF(0.6)
    painter.setPen(QPen(edge, 1.0))
    painter.drawEllipse(rect)


def draw_ring(painter: QPainter, view: PanoramaView, disc: Disc, colour: QColor) -> None:
    """Draw the outline of a disc: where it stands behind the ground."""
    faint = QColor(colour)
    faint.setAlphaF(0.7)
    pen = QPen(faint, 1.2)
    pen.setDashPattern([3.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rect = disc_rect(view, disc)
    painter.drawEllipse(rect.adjusted(-2.0, -2.0, 2.0, 2.0))


def separation(one: Disc, other: Disc) -> tuple[float, float]:
    """Return the angle between two bodies and the bearing of the other from the one, from up clockwise; radians."""
    a, b = math.radians(one.elevation_deg), math.radians(other.elevation_deg)
    turn = math.radians(other.azimuth_deg - one.azimuth_deg)
    right = math.cos(b) * math.sin(turn)
    up = math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(turn)
    along = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn)
    return math.atan2(math.hypot(right, up), along), math.atan2(right, up)


def _day(apart: float) -> QPainterPath:
    """Return the sunlit part of a unit disc whose bright limb points right; `apart`: cosine of the Sun's distance."""
    path = QPainterPath()
    whole = QRectF(-1.0, -1.0, 2.0, 2.0)
    path.arcMoveTo(whole, 90.0)
    path.arcTo(whole, 90.0, -180.0)
    # the Sun behind it leaves a sickle, the Sun opposite a full disc
    inner = QRectF(-abs(apart), -1.0, 2.0 * abs(apart), 2.0)
    path.arcTo(inner, -90.0, 180.0 if apart > 0.0 else -180.0)
    path.closeSubpath()
    return path
