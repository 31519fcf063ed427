"""Draws a row of the notebook: title and time, the note's words, its tags."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from atlas.models.note_list import NoteRole
from atlas.views.icons import draw
from atlas.views.theme import UNIT, current_theme

_BAR = 3
_STAR = 14


class NoteDelegate(QStyledItemDelegate):
    """Three lines a row; too long a text is elided."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bold, self._small = QFont(parent.font()), QFont(parent.font())
        self._bold.setWeight(QFont.Weight.DemiBold)
        if self._small.pixelSize() > 0:
            self._small.setPixelSize(max(11, self._small.pixelSize() - 2))
        else:
            self._small.setPointSizeF(self._small.pointSizeF() * 0.88)
        self._plain = QFont(parent.font())

    def sizeHint(  # noqa: N802 - the name is Qt's
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        lines = [QFontMetrics(font).height() for font in (self._bold, self._plain)]
        if index.data(NoteRole.TAGS):
            lines.append(QFontMetrics(self._small).height() + 2)
        return QSize(240, sum(lines) + 2 * UNIT + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        self._ground(painter, option)
        area = option.rect.adjusted(2 * UNIT, UNIT, -2 * UNIT, -UNIT)
        theme = current_theme()
        when = str(index.data(NoteRole.WHEN))
        taken = QFontMetrics(self._small).horizontalAdvance(when)
        self._line(painter, area, self._small, theme.muted, when, Qt.AlignmentFlag.AlignRight)
        head = area.adjusted(0, 0, -taken - UNIT, 0)
        if index.data(NoteRole.STARRED):
            star = QRect(head.left(), head.top(), _STAR, QFontMetrics(self._bold).height())
            device = round(_STAR * painter.device().devicePixelRatioF())
            draw(painter, star.toRectF(), "star-filled", theme.accent.name(), device)
            head.setLeft(star.right() + UNIT // 2)
        top = self._line(painter, head, self._bold, theme.text, str(index.data()))
        area.setTop(top + 2)
        area.setTop(self._line(painter, area, self._plain, theme.muted, str(index.data(NoteRole.EXCERPT))) + 2)
        self._line(painter, area, self._small, theme.faint, str(index.data(NoteRole.TAGS)))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = current_theme()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.selected)
            painter.fillRect(QRect(rect.topLeft(), QSize(_BAR, rect.height())), theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.hover)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _line(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        colour: QColor,
        text: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> int:
        """Draw one elided line at the top of the area and return where the next one begins."""
        metrics = QFontMetrics(font)
        rect = QRect(area.left(), area.top(), area.width(), metrics.height())
        painter.setFont(font)
        painter.setPen(colour)
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), words)
        return rect.bottom() + 1
