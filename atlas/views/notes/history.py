"""Every revision of a note, to read and to restore."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.notes import Revision, excerpt
from atlas.views.theme import UNIT
from atlas.views.themed import label


def local_text(time: datetime, locale: QLocale) -> str:
    """Return a moment as the locale writes it, by the user's clock; of today only the time of day."""
    moment = QDateTime.fromSecsSinceEpoch(int(time.timestamp()))
    if moment.date() == QDateTime.currentDateTime().date():
        return locale.toString(moment.time(), "HH:mm")
    return locale.toString(moment, QLocale.FormatType.ShortFormat)


class HistoryDialog(QDialog):
    """Revisions at the left, newest first, the chosen one's text at the right."""

    restore_asked = Signal(int)
    """The revision whose text shall be the note's again."""

    def __init__(self, title: str, revisions: Sequence[Revision], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Revisions: {title}").format(title=title))
        self._revisions = list(revisions)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Revisions, newest first"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSpacing(UNIT // 4)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("field")
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Text of the chosen revision"))
        self._restore = QPushButton(self.tr("Restore this text"), self)
        self._restore.setAccessibleName(self._restore.text())
        self._restore.setEnabled(False)
        self._lay_out()
        for revision in self._revisions:
            first = excerpt(revision.text)[:40] or self.tr("(empty)")
            self._list.addItem(f"{local_text(revision.closed, self.locale())}\n{first}")
        self._list.currentRowChanged.connect(self._chosen)
        self._restore.clicked.connect(self._ask)
        if self._revisions:
            self._list.setCurrentRow(0)

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(90 * UNIT, 60 * UNIT)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setAccessibleName(self.tr("Revisions and text"))
        splitter.addWidget(self._list)
        splitter.addWidget(self._text)
        splitter.setStretchFactor(1, 2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._restore, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self._explanation())
        column.addWidget(splitter, 1)
        column.addWidget(buttons)

    def _explanation(self) -> QLabel:
        words = (
            self.tr("Restoring loses nothing: the text that stands there now becomes a revision too.")
            if self._revisions
            else self.tr(
                "No revision yet. One is kept whenever you leave a note you changed, or pause for five minutes."
            )
        )
        made = label(words, "muted", self)
        made.setWordWrap(True)
        return made

    @Slot(int)
    def _chosen(self, row: int) -> None:
        self._restore.setEnabled(row >= 0)
        self._text.setPlainText(self._revisions[row].text if row >= 0 else "")

    @Slot()
    def _ask(self) -> None:
        self.restore_asked.emit(self._revisions[self._list.currentRow()].id)
        self.close()
