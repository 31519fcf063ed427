"""A mark of the user's, open: its name, its note in Markdown beside how it reads, and where it lies."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from atlas.domain.notes import Mark
from atlas.services.map.marks import mark_path
from atlas.services.markdown import LinkTitle, to_safe_html
from atlas.services.marks import MarkService
from atlas.services.units import Units
from atlas.views.map.describe import mark_facts
from atlas.views.notes.browser import SafeTextBrowser
from atlas.views.theme import UNIT
from atlas.views.themed import label

_TYPING_MS: Final = 400
MAX_NAME: Final = 200


class MarkEditor(QDialog):
    """Name and note of one mark, written as they are typed; closing makes one step of it that can be undone."""

    link_activated = Signal(str)
    measure_wanted = Signal(object)
    """Measure along the mark: its `Path`."""

    def __init__(
        self,
        marks: MarkService,
        mark: Mark,
        units: Units,
        parent: QWidget,
        typed: Mark,
        link_title: LinkTitle | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks = marks
        self._link_title = link_title
        self._before = self._written = mark
        self._removed = False
        self.setObjectName("markEditor")
        self.resize(560, 400)
        self.name = QLineEdit(typed.name, self)
        self.name.setMaxLength(MAX_NAME)
        self.note = QPlainTextEdit(typed.note, self)
        self.note.setObjectName("field")
        self.preview = SafeTextBrowser(self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.write)
        self._build(units)
        self.name.textChanged.connect(self._on_typed)
        self.note.textChanged.connect(self._on_typed)
        self.preview.link_activated.connect(self.link_activated)
        self.finished.connect(self._on_finished)
        marks.failed.connect(self._on_failed)
        self._show_preview()
        self.name.selectAll()

    @property
    def mark(self) -> Mark:
        """The mark as it reads now."""
        return replace(self._before, name=self.name.text().strip(), note=self.note.toPlainText())

    def _build(self, units: Units) -> None:
        mark = self._before
        titles = {"pin": self.tr("My pin"), "path": self.tr("My path"), "area": self.tr("My area")}
        self.setWindowTitle(titles[mark.shape])
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))
        self.note.setPlaceholderText(self.tr("Note in Markdown; [[change-7]] links an entry"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("The note as it reads"))
        first = mark_path(mark).points[0]
        where = units.position(first, 4)
        facts = label(where if mark.shape == "pin" else f"{mark_facts(mark, units)} · {where}", "muted", self)
        texts = QHBoxLayout()
        texts.setSpacing(UNIT)
        texts.addWidget(self.note, 1)
        texts.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        delete = QPushButton(self.tr("Delete"), self)
        delete.setAutoDefault(False)
        delete.clicked.connect(self._on_delete)
        row.addWidget(delete)
        row.addStretch(1)
        if mark.shape != "pin":
            measure = QPushButton(self.tr("Measure and profile"), self)
            measure.setAutoDefault(False)
            measure.clicked.connect(self._on_measure)
            row.addWidget(measure)
        done = QPushButton(self.tr("Done"), self)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        row.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.name)
        column.addWidget(facts)
        column.addLayout(texts, 1)
        column.addLayout(row)

    def write(self) -> None:
        """Write what was typed."""
        self._typing.stop()
        if self._removed or self.mark == self._written:
            return
        self._written = self.mark
        self._marks.change(self.mark)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - the name is Qt's
        self.write()
        super().closeEvent(event)

    def _on_typed(self) -> None:
        if not self._typing.isActive():
            self._typing.start()
        self._show_preview()

    def _on_failed(self, refused: Mark, _problem: object) -> None:
        """Hold what could not be written for unwritten, so that it is tried again."""
        if refused.id == self._before.id:
            self._written = self._before

    def _show_preview(self) -> None:
        self.preview.show_html(to_safe_html(self.note.toPlainText(), self._link_title))

    def _on_delete(self) -> None:
        self.write()
        self._removed = True
        self._marks.remove(self._before.id)
        self.reject()

    def _on_measure(self) -> None:
        self.accept()
        self.measure_wanted.emit(mark_path(self._before))

    def _on_finished(self) -> None:
        self.write()
        if not self._removed and self._written != self._before:
            self._marks.note_change(self._before)
