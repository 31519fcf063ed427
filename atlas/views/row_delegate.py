"""Draws a row of the list: status by shape, name, second name, tagline, date, star."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from atlas.domain.entries import EntryRow
from atlas.models.entries import Role
from atlas.services.drawn_icons import render
from atlas.views.icons import draw_status
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme

_LEFT = 5 * UNIT + 2
_SIDE = 14
_BAR = 3


@dataclass(frozen=True, slots=True)
class _Fonts:
    name: QFont
    native: QFont
    small: QFont

    @staticmethod
    def of(font: QFont) -> "_Fonts":
        name, small = QFont(font), QFont(font)
        name.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(max(11, font.pixelSize() - 2))
        return _Fonts(name, QFont(font), small)


class RowDelegate(QStyledItemDelegate):
    """Two lines a row; too long a text is elided, never cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fonts = _Fonts.of(parent.font())
        follow_theme(self._follow)

    def _follow(self) -> None:
        """Take over another size of text."""
        font = QApplication.font()
        if font.pixelSize() != self._fonts.native.pixelSize():
            self._fonts = _Fonts.of(font)
            self.sizeHintChanged.emit(QModelIndex())

    def sizeHint(  # noqa: N802 - the name is Qt's
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        lines = QFontMetrics(self._fonts.name).height() + QFontMetrics(self._fonts.small).height()
        return QSize(240, lines + 2 * UNIT + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Role.ROW)
        if not isinstance(row, EntryRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        centre = QPointF(option.rect.left() + 3 * UNIT, option.rect.center().y() + 0.5).toPoint()
        draw_status(painter, centre, _SIDE, row.status, current_theme())
        right = self._date(painter, option.rect, str(index.data(Role.WHEN)), starred=bool(index.data(Role.STARRED)))
        area = option.rect.adjusted(_LEFT, UNIT, 0, -UNIT)
        area.setRight(right - UNIT)
        names = str(index.data(Qt.ItemDataRole.DisplayRole)), str(index.data(Role.SECOND))
        self._words(painter, area, names, row.tagline)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = current_theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, theme.selected)
            painter.fillRect(QRect(option.rect.topLeft(), QSize(_BAR, option.rect.height())), theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.hover)
        if option.state & QStyle.StateFlag.State_HasFocus and self._by_keyboard():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))

    def _by_keyboard(self) -> bool:
        # whoever clicks sees where he is; the ring is for those who come by keyboard
        parent = self.parent()
        return parent is not None and bool(parent.property("byKeyboard"))

    def _date(self, painter: QPainter, rect: QRect, text: str, *, starred: bool) -> int:
        """Draw the date (and the star before it) and return where they begin."""
        theme = current_theme()
        metrics = QFontMetrics(self._fonts.small)
        left = rect.right() - 2 * UNIT - metrics.horizontalAdvance(text)
        box = QRect(left, rect.top(), rect.right() - 2 * UNIT - left + 1, rect.height())
        _text(painter, box, self._fonts.small, theme.muted, text)
        if starred:
            side = 12
            ratio = painter.device().devicePixelRatioF()
            image = render("star-filled", theme.accent.name(), round(side * ratio))
            left -= side + 6
            painter.drawImage(QRect(left, rect.center().y() - side // 2, side, side), image)
        return left

    def _words(self, painter: QPainter, area: QRect, names: tuple[str, str], tagline: str) -> None:
        main, second = names
        theme = current_theme()
        high, low = QFontMetrics(self._fonts.name), QFontMetrics(self._fonts.small)
        top = QRect(area.left(), area.top(), area.width(), high.height())
        name = high.elidedText(main, Qt.TextElideMode.ElideRight, top.width())
        _text(painter, top, self._fonts.name, theme.text, name)
        used = high.horizontalAdvance(name) + UNIT
        plain = QFontMetrics(self._fonts.native)
        if second and top.width() - used > 3 * plain.averageCharWidth():
            rest = top.adjusted(used, 0, 0, 0)
            shown = plain.elidedText(second, Qt.TextElideMode.ElideRight, rest.width())
            _text(painter, rest, self._fonts.native, theme.muted, shown)
        under = QRect(area.left(), area.bottom() - low.height() + 1, area.width(), low.height())
        under_text = low.elidedText(tagline, Qt.TextElideMode.ElideRight, under.width())
        _text(painter, under, self._fonts.small, theme.muted, under_text)


def _text(painter: QPainter, rect: QRect, font: QFont, colour: QColor, text: str) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, flags, text)
