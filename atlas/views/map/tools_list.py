"""All marks of the user's as a list: show, edit, delete, undo, export."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.coordinates import LatLon
from atlas.domain.notes import excerpt
from atlas.domain.text import fold
from atlas.services.marks import MarkService
from atlas.services.units import Units
from atlas.views.map.describe import mark_facts, mark_name
from atlas.views.theme import UNIT
from atlas.views.themed import label

_NUMBER: Final = Qt.ItemDataRole.UserRole


class MarksDialog(QDialog):
    """Every pin, path and area, wherever it lies, with a field that searches names and notes."""

    edit_wanted = Signal(int)
    show_wanted = Signal(int)
    export_wanted = Signal()

    def __init__(self, marks: MarkService, units: Units, parent: QWidget) -> None:
        super().__init__(parent)
        from PySide6.QtWidgets import QLineEdit

        self._marks, self._units = marks, units
        self.setObjectName("marksDialog")
        self.setWindowTitle(self.tr("My marks on the map"))
        self.resize(640, 460)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search names and notes"))
        self.search.setAccessibleName(self.tr("Search my marks"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("My marks on the map"))
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        self.list.setHeaderLabels([self.tr("Name"), self.tr("What"), self.tr("Position"), self.tr("Note")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(True)
        self._empty = label(
            self.tr("Nothing yet. Put a pin with Ctrl+B, or measure a path and keep it."), "muted", self
        )
        self._show = self._button(self.tr("Show on the map"))
        self._edit = self._button(self.tr("Edit …"))
        self._delete = self._button(self.tr("Delete"))
        self._undo = self._button(self.tr("Undo"))
        self._export = self._button(self.tr("Export …"))
        close = self._button(self.tr("Close"))
        close.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for button in (self._show, self._edit, self._delete, self._undo):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._export)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.search)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._enable)
        self.list.itemActivated.connect(self._on_show)
        self._show.clicked.connect(self._on_show)
        self._edit.clicked.connect(self._on_edit)
        self._delete.clicked.connect(self.delete)
        self._undo.clicked.connect(marks.undo)
        self._export.clicked.connect(self.export_wanted)
        close.clicked.connect(self.accept)
        marks.changed.connect(self._fill)
        marks.undoable.connect(self._enable)
        self._fill()

    @property
    def number(self) -> int | None:
        """The number of the mark that is chosen."""
        item = self.list.currentItem()
        return None if item is None else int(item.data(0, _NUMBER))

    def delete(self) -> None:
        """Take the chosen mark off the map; Undo puts it back."""
        if self.number is not None:
            self._marks.remove(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.delete()
        else:
            super().keyPressEvent(event)

    def _button(self, title: str) -> QPushButton:
        button = QPushButton(title, self)
        button.setAutoDefault(False)
        return button

    def _fill(self) -> None:
        number, wanted = self.number, fold(self.search.text()).split()
        self.list.clear()
        for mark in reversed(self._marks.marks):
            held = fold(f"{mark.name} {mark.note}")
            if not all(word in held for word in wanted):
                continue
            where = self._units.position(LatLon(*mark.points[0]), 3)
            cells = [mark_name(mark), mark_facts(mark, self._units), where, excerpt(mark.note)]
            item = QTreeWidgetItem(self.list, cells)
            item.setData(0, _NUMBER, mark.id)
            item.setToolTip(3, excerpt(mark.note))
            if mark.id == number:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.topLevelItemCount():
            self.list.setCurrentItem(self.list.topLevelItem(0))  # type: ignore[arg-type]
        self._empty.setVisible(not self._marks.marks)
        self._enable()

    def _enable(self) -> None:
        chosen = self.number is not None
        for button in (self._show, self._edit, self._delete):
            button.setEnabled(chosen)
        self._undo.setEnabled(self._marks.can_undo)
        self._export.setEnabled(bool(self._marks.marks))

    def _on_show(self) -> None:
        if self.number is not None:
            self.show_wanted.emit(self.number)

    def _on_edit(self) -> None:
        if self.number is not None:
            self.edit_wanted.emit(self.number)
