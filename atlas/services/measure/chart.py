"""Draws a profile: elevation over distance, filled, with the slope as colour and as hatching."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLineF, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from atlas.services.map import style
from atlas.services.measure.profile import Profile, Spot
from atlas.services.measure.words import length_text, slope_text
from atlas.services.units import METRES_PER_FOOT, METRES_PER_MILE, Units

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEEP_DEG: Final = (5.0, 15.0, 25.0)
"""Where the classes of slope part: rovers go up to 15° or so, from 25° on loose ground begins to slide."""
_TOP: Final = 12.0
_BOTTOM: Final = 24.0
_LEGEND: Final = 20.0
_GAP: Final = 8.0
_TICK_GAP: Final = 88.0
_LINE_GAP: Final = 30.0
_TEXT_PX: Final = 11
_PATTERNS: Final = (
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.DiagCrossPattern,
)


@dataclass(frozen=True)
class Look:
    """Colours of a chart. `slopes` are those of the classes, flattest first."""

    ground: QColor
    grid: QColor
    text: QColor
    faint: QColor
    line: QColor
    hatch: QColor
    mark: QColor
    slopes: tuple[QColor, ...] = style.SLOPES


@dataclass(frozen=True)
class Frame:
    """Where on a canvas of `width` × `height` pixels a window of a profile lies (metres along the path)."""

    width: float
    height: float
    begin: float
    end: float
    low: float
    high: float
    left: float

    @classmethod
    def fit(cls, profile: Profile, width: float, height: float, begin: float, end: float, font: QFont) -> Frame:
        """Return the frame that shows a window of a profile with all its heights and a little air."""
        low, high = _heights(profile, begin, end)
        wide = max((QFontMetricsF(_small(font)).horizontalAdvance(t) for t in ("−8,888 m", "88,888 ft")), default=50.0)
        return cls(width, height, begin, end, low, high, wide + _GAP)

    @property
    def area(self) -> QRectF:
        """The part that the ground is drawn in."""
        return QRectF(
            self.left,
            _TOP + _LEGEND,
            max(1.0, self.width - self.left - _GAP),
            max(1.0, self.height - _TOP - _BOTTOM - _LEGEND),
        )

    @property
    def exaggeration(self) -> float:
        """How many times heights are stretched against distances."""
        return (self.area.height() / (self.high - self.low)) / (self.area.width() / (self.end - self.begin))

    def x(self, distance: float) -> float:
        """Return the pixel of metres along the path."""
        return self.area.left() + (distance - self.begin) / (self.end - self.begin) * self.area.width()

    def y(self, height: float) -> float:
        """Return the pixel of metres above the sphere."""
        return self.area.bottom() - (height - self.low) / (self.high - self.low) * self.area.height()

    def distance(self, x: float) -> float:
        """Return the metres along the path at a pixel."""
        share = (x - self.area.left()) / self.area.width()
        return self.begin + min(1.0, max(0.0, share)) * (self.end - self.begin)


def slope_words() -> tuple[str, ...]:
    """Return the classes of slope, flattest first."""
    translate = QCoreApplication.translate
    first, second, third = (f"{degrees:.0f}" for degrees in STEEP_DEG)
    return (
        translate("Measure", "under {degrees}°").format(degrees=first),
        translate("Measure", "{from_}–{to}°").format(from_=first, to=second),
        translate("Measure", "{from_}–{to}°").format(from_=second, to=third),
        translate("Measure", "over {degrees}°").format(degrees=third),
    )


def draw_chart(painter: QPainter, frame: Frame, profile: Profile, look: Look, font: QFont, units: Units) -> None:
    """Draw ground, axes and legend; the canvas is filled."""
    painter.save()
    painter.setFont(_small(font))
    painter.fillRect(QRectF(0, 0, frame.width, frame.height), look.ground)
    _draw_axes(painter, frame, look, units)
    painter.setClipRect(frame.area.adjusted(0, -2, 0, 0))
    _draw_ground(painter, frame, profile, look)
    _draw_knots(painter, frame, profile, look)
    painter.setClipping(False)
    _draw_legend(painter, frame, look)
    painter.restore()


def draw_spot(painter: QPainter, frame: Frame, spot: Spot, look: Look, font: QFont, units: Units) -> None:
    """Draw the mark at a place of the profile, with what there is."""
    area, x = frame.area, frame.x(spot.distance_m)
    if not area.left() - 1.0 <= x <= area.right() + 1.0:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.mark, 1.0))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    parts = [length_text(spot.distance_m, units)]
    if spot.height_m is not None:
        painter.setBrush(look.mark)
        painter.setPen(QPen(look.ground, 1.5))
        painter.drawEllipse(QPointF(x, frame.y(spot.height_m)), 4.5, 4.5)
        parts.append(units.height(spot.height_m))
    if spot.slope_deg is not None:
        parts.append(slope_text(spot.slope_deg))
    painter.setFont(_small(font))
    text = "  ·  ".join(parts)
    metrics = QFontMetricsF(painter.font())
    box = QRectF(0.0, 0.0, metrics.horizontalAdvance(text) + 12.0, metrics.height() + 4.0)
    right = x + 8.0 + box.width() <= area.right()
    box.moveTopLeft(QPointF(x + 8.0 if right else max(area.left(), x - 8.0 - box.width()), area.top() + 2.0))
    painter.setPen(QPen(look.grid, 1.0))
    painter.setBrush(look.ground)
    painter.drawRoundedRect(box, 4.0, 4.0)
    painter.setPen(look.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def exaggeration_text(frame: Frame) -> str:
    """Say how many times heights are stretched: `heights × 12`."""
    times = frame.exaggeration
    places = 0 if times >= 10.0 else 1
    number = QLocale().toString(times, "f", places)
    return QCoreApplication.translate("Measure", "heights × {times}").format(times=number)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(_TEXT_PX)
    return small


def _heights(profile: Profile, begin: float, end: float) -> tuple[float, float]:
    import numpy as np

    first, last = np.searchsorted(profile.distance, [begin, end])
    part = profile.height[max(0, int(first) - 1) : int(last) + 1]
    part = part[np.isfinite(part)]
    low, high = (float(part.min()), float(part.max())) if len(part) else (0.0, 0.0)
    # flat ground is not blown up into mountains
    air = max((high - low) * 0.08, 20.0, (end - begin) * 0.002)
    return low - air, high + air


@dataclass(frozen=True)
class _Columns:
    """The profile as at most one value a pixel: the highest ground, and the class of the steepest slope."""

    x: list[float]
    top: list[float]
    kind: list[int]


def _columns(profile: Profile, frame: Frame) -> list[_Columns]:
    """Return the runs of ground in a frame; gaps in the terrain part them."""
    import numpy as np

    first = max(0, int(np.searchsorted(profile.distance, frame.begin)) - 1)
    last = min(profile.count, int(np.searchsorted(profile.distance, frame.end)) + 2)
    distance, height = profile.distance[first:last], profile.height[first:last]
    slopes = np.abs(np.append(profile.slopes, profile.slopes[-1:]))[first:last]
    area = frame.area
    columns = max(2, int(area.width()))
    if len(distance) > 3 * columns:
        # of many samples in a pixel the highest is the outline, the steepest the colour
        cell = np.clip(((distance - frame.begin) / (frame.end - frame.begin) * columns).astype(int), 0, columns - 1)
        starts = np.flatnonzero(np.diff(cell, prepend=-1))
        top = np.maximum.reduceat(height, starts)
        steep = np.fmax.reduceat(slopes, starts)
        distance = distance[starts]
    else:
        top, steep = height, slopes
    kinds = np.digitize(np.nan_to_num(steep), STEEP_DEG)
    runs: list[_Columns] = []
    whole = np.isfinite(top)
    for run in np.split(np.arange(len(top)), np.flatnonzero(np.diff(whole)) + 1):
        if len(run) > 1 and whole[run[0]]:
            xs = area.left() + (distance[run] - frame.begin) * (area.width() / (frame.end - frame.begin))
            ys = area.bottom() - (top[run] - frame.low) * (area.height() / (frame.high - frame.low))
            runs.append(_Columns(xs.tolist(), ys.tolist(), kinds[run].tolist()))
    return runs


def _draw_ground(painter: QPainter, frame: Frame, profile: Profile, look: Look) -> None:
    base = frame.area.bottom() + 1.0
    for run in _columns(profile, frame):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        begin = 0
        for k in range(1, len(run.x)):
            if k + 1 == len(run.x) or run.kind[k] != run.kind[begin]:
                _draw_part(painter, run, begin, k, base, look)
                begin = k
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.line, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(run.x, run.top, strict=True)]))


def _draw_part(painter: QPainter, run: _Columns, begin: int, end: int, base: float, look: Look) -> None:
    """Fill the ground between two samples with the colour of its slope, hatched where it is steep."""
    kind = run.kind[begin]
    points = [QPointF(run.x[k], run.top[k]) for k in range(begin, end + 1)]
    shape = QPolygonF([*points, QPointF(run.x[end], base), QPointF(run.x[begin], base)])
    painter.setBrush(look.slopes[kind])
    painter.drawPolygon(shape)
    if _PATTERNS[kind] is not Qt.BrushStyle.NoBrush:
        painter.setBrush(QBrush(look.hatch, _PATTERNS[kind]))
        painter.drawPolygon(shape)


def _draw_knots(painter: QPainter, frame: Frame, profile: Profile, look: Look) -> None:
    """Draw where the path's own points lie, with their numbers."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for number, sample in enumerate(profile.knots):
        x = frame.x(float(profile.distance[sample]))
        painter.setPen(QPen(look.faint, 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(x, frame.area.top(), x, frame.area.bottom()))
        if 0 < number < len(profile.knots) - 1:
            painter.setPen(look.text)
            painter.drawText(QPointF(x + 3.0, frame.area.top() + 9.0), str(number + 1))


def _draw_axes(painter: QPainter, frame: Frame, look: Look, units: Units) -> None:
    area, metrics = frame.area, QFontMetricsF(painter.font())
    foot = METRES_PER_FOOT if units.feet else 1.0
    step = _round_step((frame.high - frame.low) / foot, max(2, int(area.height() / _LINE_GAP))) * foot
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    value = math.ceil(frame.low / step) * step
    while value <= frame.high:
        y = frame.y(value)
        painter.setPen(QPen(look.grid, 1.0))
        painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setPen(look.faint)
        text = units.height(value)
        painter.drawText(
            QPointF(area.left() - 6.0 - metrics.horizontalAdvance(text), y + metrics.ascent() / 2.0 - 1.0), text
        )
        value += step
    long = METRES_PER_MILE if units.feet else 1000.0
    unit = long if frame.end - frame.begin >= 3.0 * long else foot
    step = _round_step((frame.end - frame.begin) / unit, max(2, int(area.width() / _TICK_GAP))) * unit
    value = math.ceil(frame.begin / step - 1e-9) * step
    while value <= frame.end + 1e-6:
        x = frame.x(value)
        painter.setPen(QPen(look.grid, 1.0))
        painter.drawLine(QLineF(x, area.bottom(), x, area.bottom() + 4.0))
        painter.setPen(look.faint)
        text = _tick_text(value, step, unit, long)
        half = metrics.horizontalAdvance(text) / 2.0
        left = min(max(x - half, area.left()), area.right() - 2.0 * half)
        painter.drawText(QPointF(left, area.bottom() + 5.0 + metrics.ascent()), text)
        value += step


def _tick_text(value: float, step: float, unit: float, long: float) -> str:
    """Write a distance on the axis with the digits that the step needs."""
    translate = QCoreApplication.translate
    number = QLocale().toString(value / unit, "f", max(0, -math.floor(math.log10(step / unit) + 1e-9)))
    miles = long == METRES_PER_MILE
    if unit == long:
        return (translate("Measure", "{number} mi") if miles else translate("Measure", "{number} km")).format(
            number=number
        )
    return (translate("Measure", "{number} ft") if miles else translate("Measure", "{number} m")).format(number=number)


def _draw_legend(painter: QPainter, frame: Frame, look: Look) -> None:
    """Say what colours and hatching mean, and how much heights are stretched."""
    metrics = QFontMetricsF(painter.font())
    x, top = frame.area.left(), 5.0
    title = QCoreApplication.translate("Measure", "Slope along the path")
    words = slope_words()
    swatch, gap = 16.0, 10.0
    stretched = exaggeration_text(frame)
    right = frame.width - _GAP - metrics.horizontalAdvance(stretched)
    painter.setPen(look.text)
    painter.drawText(QPointF(right, top + metrics.ascent()), stretched)
    room = right - x - gap
    width = sum(swatch + 4.0 + metrics.horizontalAdvance(word) + gap for word in words)
    head = metrics.horizontalAdvance(title) + gap
    if head + width <= room:
        painter.setPen(look.faint)
        painter.drawText(QPointF(x, top + metrics.ascent()), title)
        x += head
    for kind, word in enumerate(words):
        need = swatch + 4.0 + metrics.horizontalAdvance(word)
        if x + need > right - gap:
            return
        box = QRectF(x, top + 1.0, swatch, metrics.height() - 3.0)
        painter.setPen(QPen(look.faint, 1.0))
        painter.setBrush(look.slopes[kind])
        painter.drawRect(box)
        if _PATTERNS[kind] is not Qt.BrushStyle.NoBrush:
            painter.setBrush(QBrush(look.hatch, _PATTERNS[kind]))
            painter.drawRect(box)
        painter.setPen(look.text)
        painter.drawText(QPointF(x + swatch + 4.0, top + metrics.ascent()), word)
        x += need + gap


def _round_step(span: float, most: int) -> float:
    """Return the round step (1, 2 or 5 times a power of ten) that parts a span into at most so many pieces."""
    least = span / most
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= least * 0.999999)
