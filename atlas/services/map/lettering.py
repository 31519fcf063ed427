"""The map's lettering: white with a soft dark edge, and dark plates; as cached pixmaps or as outlines."""

import math
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPixmap

from atlas.services.map import style
from atlas.services.map.signs import draw_sign
from atlas.services.map.style import Shape

_EDGE: Final = 3.0
_PAD_X: Final = 7.0
_PAD_Y: Final = 2.5
_GAP: Final = 4.0
_CACHE: Final = 1500
_ROUND: Final = tuple((math.cos(math.pi * k / 4.0), math.sin(math.pi * k / 4.0)) for k in range(8))


class Role(StrEnum):
    """What a text on the map is; each role has a size and weight."""

    GREAT = "great"
    NAME = "name"
    LESSER = "lesser"
    TAG = "tag"
    YEAR = "year"
    GRID = "grid"
    REGION = "region"
    FURNITURE = "furniture"


_ROLES: Final[dict[Role, tuple[int, QFont.Weight]]] = {
    Role.GREAT: (style.NAME_PX + 2, QFont.Weight.DemiBold),
    Role.NAME: (style.NAME_PX, QFont.Weight.DemiBold),
    Role.LESSER: (style.SMALL_PX, QFont.Weight.Normal),
    Role.TAG: (style.TAG_PX, QFont.Weight.DemiBold),
    Role.YEAR: (style.TAG_PX, QFont.Weight.Normal),
    Role.GRID: (style.SMALL_PX, QFont.Weight.Normal),
    Role.REGION: (style.SMALL_PX, QFont.Weight.DemiBold),
    Role.FURNITURE: (style.SMALL_PX, QFont.Weight.Normal),
}


class Lettering:
    """Measures and draws texts. With `cached` (GUI thread only) every text becomes a pixmap once.

    Sizes and places are logical pixels; boxes of edged texts include the dark edge.
    """

    def __init__(self, base: QFont, *, cached: bool, ratio: float = 1.0) -> None:
        self._cached = cached
        self._ratio = ratio
        self._fonts = {role: _font(base, size, weight) for role, (size, weight) in _ROLES.items()}
        self._metrics = {role: QFontMetricsF(font) for role, font in self._fonts.items()}
        self._widths: dict[tuple[Role, str], float] = {}
        self._pixmaps: dict[tuple[str, ...], QPixmap] = {}

    @property
    def ratio(self) -> float:
        """The device pixel ratio pixmaps are made for."""
        return self._ratio

    def size(self, text: str, role: Role) -> tuple[float, float]:
        """Return the box of an edged text."""
        return self._width(text, role) + 2.0 * _EDGE, self._metrics[role].height() * 0.82 + 2.0 * _EDGE - 1.0

    def plate_size(self, name: str, year: str) -> tuple[float, float]:
        """Return the box of a site's plate."""
        width = self._width(name, Role.TAG) + 2.0 * _PAD_X
        if year:
            width += _GAP + self._width(year, Role.YEAR)
        return width, self._metrics[Role.TAG].height() + 2.0 * _PAD_Y

    def draw(self, painter: QPainter, text: str, role: Role, left: float, top: float, colour: QColor) -> None:
        """Draw an edged text with its box at (left, top)."""
        if not self._cached:
            self._outline_text(painter, text, role, left, top, colour)
            return
        key = (role.value, text, colour.name(QColor.NameFormat.HexArgb))
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            image = self._blank(*self.size(text, role))
            inner = QPainter(image)
            self._paint_text(inner, text, role, colour)
            inner.end()
            pixmap = self._keep(key, image)
        painter.drawPixmap(self._snapped(left, top), pixmap)

    def draw_plate(self, painter: QPainter, name: str, year: str, left: float, top: float, *, marked: bool) -> None:
        """Draw a site's plate with its box at (left, top); `marked` gives it the colour of the selection."""
        if not self._cached:
            self._paint_plate(painter, name, year, left, top, marked=marked)
            return
        key = ("plate", name, year, "marked" if marked else "")
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            image = self._blank(*self.plate_size(name, year))
            inner = QPainter(image)
            self._paint_plate(inner, name, year, 0.0, 0.0, marked=marked)
            inner.end()
            pixmap = self._keep(key, image)
        painter.drawPixmap(self._snapped(left, top), pixmap)

    def draw_sign(self, painter: QPainter, shape: Shape, colour: QColor, x: float, y: float) -> None:
        """Draw the sign of a site round a point."""
        if not self._cached:
            draw_sign(painter, shape, colour, x, y, style.MARKER_R)
            return
        half = style.MARKER_R + 3.0
        key = ("sign", shape.value, colour.name())
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            image = self._blank(2.0 * half, 2.0 * half)
            inner = QPainter(image)
            draw_sign(inner, shape, colour, half, half, style.MARKER_R)
            inner.end()
            pixmap = self._keep(key, image)
        painter.drawPixmap(self._snapped(x - half, y - half), pixmap)

    def _width(self, text: str, role: Role) -> float:
        key = (role, text)
        width = self._widths.get(key)
        if width is None:
            width = self._widths[key] = self._metrics[role].horizontalAdvance(text)
        return width

    def _paint_text(self, painter: QPainter, text: str, role: Role, colour: QColor) -> None:
        """Draw into a pixmap: the edge is the text itself, put round in two rings, ten times faster than a stroke."""
        x, y = _EDGE, self._baseline(role)
        painter.setFont(self._fonts[role])
        edge = QColor(style.HALO)
        for radius, alpha in ((2.1, 26), (1.1, 105)):
            edge.setAlpha(alpha * colour.alpha() // 255)
            painter.setPen(edge)
            for dx, dy in _ROUND:
                painter.drawText(QPointF(x + dx * radius, y + dy * radius), text)
        painter.setPen(colour)
        painter.drawText(QPointF(x, y), text)

    def _outline_text(self, painter: QPainter, text: str, role: Role, left: float, top: float, colour: QColor) -> None:
        """Draw as outlines, for files that are enlarged and for devices without a glyph cache."""
        path = QPainterPath()
        path.addText(QPointF(left + _EDGE, top + self._baseline(role)), self._fonts[role], text)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, alpha in ((5.0, 40), (3.6, 80), (2.0, 170)):
            edge = QColor(style.HALO)
            edge.setAlpha(alpha * colour.alpha() // 255)
            pen = QPen(edge, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)
        painter.fillPath(path, colour)
        painter.restore()

    def _baseline(self, role: Role) -> float:
        metrics = self._metrics[role]
        return _EDGE - 0.5 + metrics.ascent() - metrics.height() * 0.09

    def _paint_plate(self, painter: QPainter, name: str, year: str, left: float, top: float, *, marked: bool) -> None:
        width, height = self.plate_size(name, year)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(style.PLATE)
        painter.setPen(QPen(style.SELECTED, 1.25) if marked else QPen(style.FRAME, 1.0))
        painter.drawRoundedRect(QRectF(left + 0.5, top + 0.5, width - 1.0, height - 1.0), 4.0, 4.0)
        baseline = top + _PAD_Y + self._metrics[Role.TAG].ascent()
        x = left + _PAD_X
        self._plain(painter, name, Role.TAG, x, baseline, style.SELECTED if marked else style.PLATE_TEXT)
        if year:
            x += self._width(name, Role.TAG) + _GAP
            self._plain(painter, year, Role.YEAR, x, baseline, style.PLATE_YEAR)
        painter.restore()

    def _plain(self, painter: QPainter, text: str, role: Role, x: float, baseline: float, colour: QColor) -> None:
        if self._cached:
            painter.setFont(self._fonts[role])
            painter.setPen(colour)
            painter.drawText(QPointF(x, baseline), text)
            return
        path = QPainterPath()
        path.addText(QPointF(x, baseline), self._fonts[role], text)
        painter.fillPath(path, colour)

    def _blank(self, width: float, height: float) -> QImage:
        ratio = self._ratio
        image = QImage(
            int(width * ratio + 1.999), int(height * ratio + 1.999), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.fill(0)
        image.setDevicePixelRatio(ratio)
        return image

    def _keep(self, key: tuple[str, ...], image: QImage) -> QPixmap:
        if len(self._pixmaps) >= _CACHE:
            self._pixmaps.clear()
        pixmap = self._pixmaps[key] = QPixmap.fromImage(image)
        return pixmap

    def _snapped(self, left: float, top: float) -> QPointF:
        # on whole device pixels, or the cached letters would be smeared over two
        return QPointF(round(left * self._ratio) / self._ratio, round(top * self._ratio) / self._ratio)


def _font(base: QFont, size: int, weight: QFont.Weight) -> QFont:
    font = QFont(base)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
