"""The command palette: every command that makes sense now, found by some of its letters."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from atlas.actions.commands import menu_title
from atlas.actions.registry import Registry
from atlas.models.commands import CommandModel, CommandRole
from atlas.views.empty_state import EmptyState
from atlas.views.icons import STANDARD
from atlas.views.theme import UNIT, current_theme

_WIDTH = 70 * UNIT
_ROW = 4 * UNIT + 4


class _Delegate(QStyledItemDelegate):
    """Icon, title, and at the right the menu and the shortcut."""

    def sizeHint(  # noqa: N802 - the name is Qt's
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_WIDTH // 2, max(_ROW, option.fontMetrics.height() + UNIT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current_theme()
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.hover)
        found = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(found, QIcon) and not found.isNull():
            found.paint(painter, rect.left() + 2 * UNIT, rect.center().y() - STANDARD // 2 + 1, STANDARD, STANDARD)
        flags = Qt.AlignmentFlag.AlignVCenter
        words = rect.adjusted(6 * UNIT, 0, -2 * UNIT, 0)
        small = QFont(option.font)
        small.setPixelSize(option.font.pixelSize() - 2)
        keys = str(index.data(CommandRole.SHORTCUT))
        menu = str(index.data(CommandRole.MENU))
        right = "    ".join(part for part in (menu, keys) if part)
        painter.setFont(small)
        painter.setPen(theme.muted)
        painter.drawText(words, flags | Qt.AlignmentFlag.AlignRight, right)
        words.setRight(words.right() - QFontMetrics(small).horizontalAdvance(right) - 2 * UNIT)
        plain = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(theme.text)
        title = plain.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, flags | Qt.AlignmentFlag.AlignLeft, title)
        painter.restore()


class _Query(QLineEdit):
    """The box of the palette: its arrows move in the list."""

    def __init__(self, view: QListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        model = self._view.model()
        row = min(max(self._view.currentIndex().row() + step, 0), model.rowCount() - 1)
        self._view.setCurrentIndex(model.index(row, 0))


class CommandPalette(QFrame):
    """Opens over the window; Return runs the command, Escape closes."""

    def __init__(self, registry: Registry, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Command palette"))
        commands = [(menu_title(c.menu), made) for c, made in registry.runnable() if c.id != "palette"]
        self.model = CommandModel(commands, self)
        self.view = QListView(self)
        self.view.setObjectName("menuList")
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Commands"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.query = _Query(self.view, self)
        self.query.setPlaceholderText(self.tr("Type a command"))
        self.query.setAccessibleName(self.tr("Type a command"))
        self._empty = EmptyState("command", self)
        self._empty.say(self.tr("No command matches."), self.tr("Try fewer letters."))
        self._build()
        self.query.textChanged.connect(self._narrow)
        self.query.returnPressed.connect(self._run_current)
        self.view.clicked.connect(self._run)
        self._narrow("")

    def _build(self) -> None:
        stack = QWidget(self)
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.query)
        column.addWidget(stack, 1)

    def open_over(self, window: QWidget) -> None:
        """Show the palette in the upper middle of a window."""
        wanted = max(_WIDTH, 76 * self.fontMetrics().averageCharWidth())
        width = min(wanted, window.width() - 4 * UNIT)
        self.resize(width, min(52 * UNIT, window.height() - 16 * UNIT))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 8 * UNIT)))
        self.show()
        self.query.setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self._empty)
        self.view.setCurrentIndex(self.model.index(0, 0))

    def _run_current(self) -> None:
        self._run(self.view.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        action = index.data(CommandRole.ACTION)
        self.close()
        if isinstance(action, QAction):
            action.trigger()
