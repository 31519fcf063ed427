"""The dialog for an error nobody foresaw: what happened, what it means for the notes, and a report to copy."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from atlas.views.theme import UNIT
from atlas.views.themed import label


class ErrorDialog(QDialog):
    """Says it in three sentences; the report is there to copy, and more errors are added to it while it is open."""

    save_asked = Signal()
    """The text that is not yet written shall go to a file."""
    quit_asked = Signal()

    def __init__(self, happened: str, unsaved: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("ILRS Atlas"))
        self._unsaved = unsaved
        self._happened = label(happened, "strong", self)
        self._notes = label("", "", self)
        self._advice = label(
            self.tr(
                "You can go on. If it happens again, close the atlas and open it again, and send the report below to "
                "its makers; look through it first, as it may name files and folders of yours."
            ),
            "muted",
            self,
        )
        for words in (self._happened, self._notes, self._advice):
            words.setWordWrap(True)
        self._report = QPlainTextEdit(self)
        self._report.setObjectName("field")
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("Report"))
        self._copy = self._button(self.tr("Copy the report"), self._copy_report)
        self._save = self._button(self.tr("Save my text to a file…"), self.save_asked.emit)
        self._quit = self._button(self.tr("Close the atlas"), self.quit_asked.emit)
        self._go_on = self._button(self.tr("Go on"), self.accept)
        self._go_on.setDefault(True)
        self._lay_out()
        self.tell_notes()

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(80 * UNIT, 56 * UNIT)

    @property
    def report(self) -> str:
        """The whole report."""
        return self._report.toPlainText()

    def add(self, report: str) -> None:
        """Put a report below those that stand there."""
        self._report.setPlainText(f"{self.report}\n\n{report}".strip())
        self.tell_notes()

    def tell_notes(self) -> None:
        """Say what it means for the notes, as it is now."""
        count = self._unsaved()
        self._save.setVisible(bool(count))
        self._notes.setText(
            self.tr("What you typed last is not written yet; it is kept in memory and tried again.")
            if count
            else self.tr("Your notes are safe: everything you typed is written.")
        )

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self._copy)
        row.addWidget(self._save)
        row.addStretch(1)
        row.addWidget(self._quit)
        row.addWidget(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        for words in (self._happened, self._notes, self._advice):
            column.addWidget(words)
        column.addWidget(self._report, 1)
        column.addLayout(row)

    @Slot()
    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._copy.setText(self.tr("Copied"))
