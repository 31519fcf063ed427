"""Paints machines at one scale. Lines keep their weight in pixels whatever the scale, as on a drawing board."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform

from atlas.services.to_scale.layout import Arrangement, Slot
from atlas.services.to_scale.scene import Scene, Shape
from atlas.services.to_scale.words import size_text
from atlas.services.units import METRIC, Units

_WEIGHTS: Final = {"outline": 1.5, "edge": 0.9, "fine": 0.6}
_STRENGTHS: Final = {"outline": 1.0, "edge": 0.72, "fine": 0.5}
"""How strong lines are beside the outline."""
_FULL_FROM: Final = {"outline": 0.0, "edge": 170.0, "fine": 330.0}
"""From how many pixels of a machine's longer side on its lines are drawn in full; below they fade out to a third."""
_TICK: Final = 4.0
_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class Look:
    """Colours: lines and words, what machines are filled with, the figure, and the line they stand on."""

    ink: QColor
    paper: QColor
    text: QColor
    faint: QColor
    figure: QColor
    line: QColor


@dataclass(frozen=True)
class Style:
    """How a scene is written and drawn. `labels`: names and heights stand under the machines."""

    look: Look
    font: QFont
    units: Units = METRIC
    labels: bool = False


def draw_scene(painter: QPainter, scene: Scene, at: Arrangement, style: Style) -> None:
    """Draw all of it, with its upper left corner at the origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look = style.look
    last = at.figure or at.slots[-1]
    painter.setPen(QPen(look.line, 1.0))
    painter.drawLine(QPointF(at.slots[0].own_left, at.ground), QPointF(last.own_left + last.own_width, at.ground))
    for machine, slot in zip(scene.machines, at.slots, strict=True):
        _machine(painter, machine.shape, slot, at, look)
        if style.labels:
            _label(painter, (machine.title, size_text(machine.profile.height_m, style.units)), slot, at, style)
        else:
            _dimension(painter, size_text(machine.profile.height_m, style.units), slot, at, machine.shape, style)
    if scene.figure is not None and at.figure is not None:
        _figure(painter, scene.figure, at.figure, at, look)
        if style.labels:
            _label(painter, ("", size_text(scene.figure.size.tall, style.units)), at.figure, at, style)
    _bar(painter, at, style)


def _place(shape: Shape, slot: Slot, at: Arrangement) -> QTransform:
    top = at.ground - shape.size.tall * at.scale
    return QTransform().translate(slot.left, top).scale(at.scale, at.scale)


def _machine(painter: QPainter, shape: Shape, slot: Slot, at: Arrangement, look: Look) -> None:
    place = _place(shape, slot, at)
    painter.fillPath(place.map(shape.body), look.paper)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    size = max(shape.size.wide, shape.size.tall) * at.scale
    for kind in ("fine", "edge", "outline"):
        full = _FULL_FROM[kind]
        share = min(1.0, max(0.33, size / full)) if full else 1.0
        colour = QColor(look.ink)
        colour.setAlphaF(_STRENGTHS[kind] * share)
        # a small drawing is drawn with a finer pen
        width = _WEIGHTS[kind] * min(1.0, max(0.55, size / 220.0))
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        for line in shape.lines[kind]:
            painter.drawPath(place.map(line))


def _figure(painter: QPainter, shape: Shape, slot: Slot, at: Arrangement, look: Look) -> None:
    painter.fillPath(_place(shape, slot, at).map(shape.body), look.figure)


def _font(style: Style, share: float = 1.0) -> QFont:
    font = QFont(style.font)
    size = font.pixelSize() if font.pixelSize() > 0 else 12
    font.setPixelSize(max(9, round(size * share)))
    return font


def _label(painter: QPainter, lines: tuple[str, str], slot: Slot, at: Arrangement, style: Style) -> None:
    font = _font(style)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    top = at.ground + 5.0
    for text, colour in zip(lines, (style.look.text, style.look.faint), strict=True):
        if text:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, slot.own_width)
            painter.setPen(colour)
            painter.drawText(QRectF(slot.own_left, top, slot.own_width, metrics.height()), _CENTRE, shown)
            top += metrics.height()


def _dimension(painter: QPainter, text: str, slot: Slot, at: Arrangement, shape: Shape, style: Style) -> None:
    """Draw the line at a machine's left that tells its height."""
    x, top = slot.left - 8.0, at.ground - shape.size.tall * at.scale
    font = _font(style, 0.92)
    metrics = QFontMetricsF(font)
    room = metrics.horizontalAdvance(text) + 10.0
    painter.setPen(QPen(style.look.faint, 1.0))
    for y in (top, at.ground):
        painter.drawLine(QPointF(x - _TICK, y), QPointF(x + _TICK, y))
    painter.setFont(font)
    if at.ground - top < room:
        painter.drawLine(QPointF(x, top), QPointF(x, at.ground))
        above = QRectF(x - room / 2, top - metrics.height() - _TICK, room, metrics.height())
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, text)
        return
    middle = (top + at.ground) / 2
    painter.drawLine(QPointF(x, top), QPointF(x, middle - room / 2))
    painter.drawLine(QPointF(x, middle + room / 2), QPointF(x, at.ground))
    painter.save()
    painter.translate(x, middle)
    painter.rotate(-90)
    painter.drawText(
        QRectF(-room / 2, -metrics.height() / 2, room, metrics.height()), Qt.AlignmentFlag.AlignCenter, text
    )
    painter.restore()


def _bar(painter: QPainter, at: Arrangement, style: Style) -> None:
    left, right, y = at.bar_left, at.bar_left + at.bar_width, at.bar_top
    painter.setPen(QPen(style.look.text, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    for x in (left, right):
        painter.drawLine(QPointF(x, y - _TICK), QPointF(x, y + _TICK))
    font = _font(style)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    painter.setPen(style.look.text)
    painter.drawText(QPointF(right + 8.0, y + metrics.capHeight() / 2), size_text(at.bar_m, style.units))
