"""The list itself: rows by the delegate, letters typed into it begin a search."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from atlas.domain.entries import EntryRow
from atlas.models.entries import EntryListModel, Role
from atlas.services.labels import kind_label, status_label
from atlas.services.language import shown_language
from atlas.services.names import main_name
from atlas.views.row_delegate import RowDelegate

_KEYBOARD: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class EntryListView(QListView):
    """Shows an `EntryListModel`. Several rows can be selected, to export or to drag them out."""

    typed = Signal(str)
    """Letters were typed into the list: they belong into the search box."""

    def __init__(self, model: EntryListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.stepping = False
        """True while a key moves from row to row."""
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Entries"))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.reason() in _KEYBOARD:
            self.setProperty("byKeyboard", True)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        self.setProperty("byKeyboard", False)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        text = event.text()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if plain and text.strip() and text.isprintable():
            self.typed.emit(text)
            return
        self.setProperty("byKeyboard", True)
        self.stepping = True
        super().keyPressEvent(event)
        self.stepping = False

    def selected_rows(self) -> list[int]:
        """Return the rows that are selected, in the order of the list."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.indexAt(event.pos()).data(Role.ROW)
            QToolTip.showText(event.globalPos(), row_tip(row) if isinstance(row, EntryRow) else "", self)
            return True
        return super().viewportEvent(event)


def row_tip(row: EntryRow) -> str:
    """Return what a row says in full when hovered, as plain text."""
    words = [kind_label(row.kind)]
    if row.status is not None:
        words.append(status_label(row.status))
    return f"{main_name(row, shown_language())}\n{row.tagline}\n{' · '.join(words)}"
