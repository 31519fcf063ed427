"""Draws a picture of the grid: its tile, its entry, what it shows, whom it is owed to."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from atlas.models.gallery import PictureItem
from atlas.models.gallery_files import RADIUS
from atlas.models.gallery_list import PictureRole
from atlas.models.gallery_words import credit_line
from atlas.views.gallery.thumbs import TileStore
from atlas.views.icons import draw
from atlas.views.theme import UNIT, Theme, current_theme
from atlas.views.themed import follow_theme

GAP: Final = UNIT
"""Between the edge of a cell and what it holds."""
_ABOVE: Final = 6
_SIGN: Final = 20


@dataclass(frozen=True, slots=True)
class _Fonts:
    """The fonts of the words with the heights of their lines."""

    pixels: int
    title: QFont
    small: QFont
    title_height: int
    small_height: int
    title_ascent: int
    small_ascent: int

    @staticmethod
    def of(font: QFont) -> "_Fonts":
        title, small = QFont(font), QFont(font)
        title.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(max(11, font.pixelSize() - 2))
        high, low = QFontMetrics(title), QFontMetrics(small)
        return _Fonts(font.pixelSize(), title, small, high.height(), low.height(), high.ascent(), low.ascent())


class PictureDelegate(QStyledItemDelegate):
    """A tile of 16:10 over three lines; too long a text is elided."""

    def __init__(self, store: TileStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._fonts = _Fonts.of(QApplication.font())
        self._lines: dict[tuple[str, int], tuple[str, str, str]] = {}
        follow_theme(self._follow)

    def _follow(self) -> None:
        font = QApplication.font()
        if font.pixelSize() != self._fonts.pixels:
            self._fonts = _Fonts.of(font)
            self._lines.clear()

    def cell(self, width: int) -> QSize:
        """Return the size of a cell of a width."""
        tile = self.tile(width)
        return QSize(width, GAP + tile.height() + _ABOVE + self._words_height() + GAP)

    @staticmethod
    def tile(width: int) -> QSize:
        """Return the size of the tile within a cell of a width, in logical pixels."""
        inner = width - 2 * GAP
        return QSize(inner, round(inner * 10 / 16))

    def forget_words(self) -> None:
        """Elide the words anew: there are other pictures."""
        self._lines.clear()

    def sizeHint(  # noqa: N802 - the name is Qt's
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self.cell(option.rect.width())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = index.data(PictureRole.ITEM)
        if not isinstance(item, PictureItem):
            return
        theme = current_theme()
        tile = QRect(option.rect.topLeft(), self.tile(option.rect.width())).translated(GAP, GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, theme)
        self._picture(painter, tile, item, theme)
        self._words(painter, tile, item, theme)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        area = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.selected)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS + 3, RADIUS + 3)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(area, RADIUS + 3, RADIUS + 3)
        parent = self.parent()
        if option.state & QStyle.StateFlag.State_HasFocus and parent is not None and parent.property("byKeyboard"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.focus, 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(area.adjusted(4, 4, -4, -4), RADIUS + 1, RADIUS + 1)

    def _picture(self, painter: QPainter, tile: QRect, item: PictureItem, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(tile, RADIUS, RADIUS)
        pixmap = self._store.pixmap(item.key)
        if pixmap is not None and pixmap.size() == tile.size() * pixmap.devicePixelRatio():
            painter.drawPixmap(tile.topLeft(), pixmap)
        elif pixmap is not None:
            painter.drawPixmap(tile, pixmap)
        elif item.missing or self._store.refusal(item.key):
            self._sign(painter, QRectF(tile), "warning", theme.muted)
        if item.missing and pixmap is not None:
            badge = QRectF(tile.right() - _SIGN - 8, tile.top() + 6, _SIGN + 4, _SIGN + 4)
            painter.setBrush(theme.raised)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(badge, RADIUS, RADIUS)
            self._sign(painter, badge, "warning", theme.warn)

    def _sign(self, painter: QPainter, area: QRectF, name: str, colour: QColor) -> None:
        box = QRectF(0, 0, _SIGN, _SIGN)
        box.moveCenter(area.center())
        draw(painter, box, name, colour.name(), round(_SIGN * painter.device().devicePixelRatioF()))

    def _words(self, painter: QPainter, tile: QRect, item: PictureItem, theme: Theme) -> None:
        title, about, credit = self._elided(item, tile.width())
        fonts = self._fonts
        left, base = tile.left() + 2, tile.bottom() + 1 + _ABOVE + fonts.title_ascent
        painter.setFont(fonts.title)
        painter.setPen(theme.text)
        painter.drawText(left, base, title)
        painter.setFont(fonts.small)
        painter.setPen(theme.muted)
        base += fonts.title_height - fonts.title_ascent + fonts.small_ascent
        painter.drawText(left, base, about)
        painter.setPen(theme.faint)
        painter.drawText(left, base + fonts.small_height, credit)

    def _elided(self, item: PictureItem, width: int) -> tuple[str, str, str]:
        found = self._lines.get((item.key, width))
        if found is None:
            title = item.title.replace("\n", " ")
            about = item.caption.replace("\n", " ") if item.entry else ""
            lines = [title, about, credit_line(item)] if about else [title, credit_line(item), ""]
            fonts = (self._fonts.title, self._fonts.small, self._fonts.small)
            cut = [
                QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, width - 4)
                for line, font in zip(lines, fonts, strict=True)
            ]
            found = self._lines[item.key, width] = (cut[0], cut[1], cut[2])
        return found

    def _words_height(self) -> int:
        return self._fonts.title_height + 2 * self._fonts.small_height
