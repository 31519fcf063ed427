"""The list of what is in view."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from atlas.models.in_view import InViewModel, InViewRow
from atlas.views.map.overlay import Panel
from atlas.views.theme import UNIT, current_theme

_Index = QModelIndex | QPersistentModelIndex


class InViewPanel(Panel):
    """Everything with a name in view; Enter or a click goes there."""

    activated = Signal(object)
    """An `InViewRow` was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = InViewModel(self)
        self.list = QListView(self.body)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_RowDelegate(self.list))
        self.list.setAccessibleName(self.tr("In view on the map"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, UNIT // 2, 0, 0)
        column.addWidget(self.list)
        self.list.clicked.connect(self._on_activated)
        self.list.activated.connect(self._on_activated)
        self.set_rows(())

    def set_rows(self, rows: Sequence[InViewRow]) -> None:
        """Show what is in view."""
        self.model.set_rows(rows)
        self.set_title(self.tr("In view · {count}").format(count=len(rows)))

    def _on_activated(self, index: QModelIndex) -> None:
        self.activated.emit(self.model.row(index))


class _RowDelegate(QStyledItemDelegate):
    """Two lines: the name with its position to the right, and what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - the name is Qt's
        del index
        return QSize(160, option.fontMetrics.height() * 2 + UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current_theme()
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.selected)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.hover)
        area = option.rect.adjusted(UNIT, UNIT // 2, -UNIT, -UNIT // 2)
        upper, lower = QRect(area), QRect(area)
        upper.setBottom(area.center().y())
        lower.setTop(area.center().y() + 1)
        position = str(index.data(InViewModel.PositionRole))
        painter.setFont(option.font)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setPen(theme.faint)
        painter.drawText(upper, right, position)
        upper.setRight(upper.right() - option.fontMetrics.horizontalAdvance(position) - UNIT)
        _line(painter, upper, str(index.data(InViewModel.NameRole)), theme.text)
        _line(painter, lower, str(index.data(InViewModel.FactsRole)), theme.muted)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.focus)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()


def _line(painter: QPainter, rect: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
