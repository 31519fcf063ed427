"""The bar above the notes while the notebook cannot be read or written: what happened, and what can be done."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.domain.trouble import PASSING, TroubleKind
from atlas.services.notebook import NotebookService
from atlas.views.flow import FlowLayout
from atlas.views.icons import pixmap
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme, label

_ICON = 16


class TroubleBar(QFrame):
    """Hidden while all goes well; it never takes the keyboard away from who is typing."""

    save_asked = Signal()
    restore_asked = Signal()
    anew_asked = Signal()

    def __init__(self, notebook: NotebookService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("troubleBar")
        self.setAutoFillBackground(True)
        self._notebook = notebook
        self._icon = QLabel(self)
        self._title = label("", "strong", self)
        self._means = label("", "", self)
        self._details = label("", "faint", self)
        for words in (self._title, self._means, self._details):
            words.setWordWrap(True)
        self._save = QPushButton(self)
        self._retry = QPushButton(self)
        self._restore = QPushButton(self)
        self._anew = QPushButton(self)
        self._lay_out()
        self._save.clicked.connect(self.save_asked)
        self._restore.clicked.connect(self.restore_asked)
        self._anew.clicked.connect(self.anew_asked)
        self._retry.clicked.connect(self._try)
        notebook.trouble_changed.connect(self._tell)
        notebook.saved.connect(self._tell)
        self._retranslate()
        follow_theme(self._dress)

    def text(self) -> str:
        """Return all that the bar says."""
        return " ".join(words.text() for words in (self._title, self._means, self._details))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def tell_unsaved(self) -> None:
        """Look again whether there is text that only the memory holds."""
        self._save.setVisible(bool(self._notebook.unsaved))

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons, UNIT // 2)
        for button in (self._save, self._retry, self._restore, self._anew):
            flow.addWidget(button)
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addLayout(head)
        for widget in (self._means, self._details, buttons):
            column.addWidget(widget)

    @Slot()
    def _try(self) -> None:
        self._notebook.retry()

    @Slot()
    def _tell(self) -> None:
        trouble = self._notebook.trouble
        self.setVisible(trouble is not None)
        if trouble is None:
            return
        kind = trouble.kind
        self._title.setText(self._happened(kind))
        self._means.setText(self._meaning(kind))
        self._details.setText(str(self._notebook.path))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(f"{self._means.text()} {self._details.text()}")
        self._retry.setVisible(kind in PASSING)
        self._restore.setVisible(kind in {TroubleKind.CORRUPT, TroubleKind.GONE})
        self._anew.setVisible(kind is TroubleKind.GONE)
        self.tell_unsaved()

    def _happened(self, kind: TroubleKind) -> str:
        return {
            TroubleKind.CORRUPT: self.tr("The notebook is damaged"),
            TroubleKind.NEWER: self.tr("A newer atlas wrote this notebook"),
            TroubleKind.READ_ONLY: self.tr("The notebook cannot be written"),
            TroubleKind.FULL: self.tr("The disk is full or failing"),
            TroubleKind.LOCKED: self.tr("Another program is writing to the notebook"),
            TroubleKind.GONE: self.tr("The notebook is no longer there"),
            TroubleKind.OTHER: self.tr("The notebook could not be saved"),
        }[kind]

    def _meaning(self, kind: TroubleKind) -> str:
        if kind is TroubleKind.NEWER:
            return self.tr(
                "It was left untouched. Notes, stars and tags are switched off here; everything else works. "
                "Install the newest atlas."
            )
        if kind is TroubleKind.CORRUPT:
            return self.tr("It was left as it is. Bring back a backup, or begin an empty notebook.")
        kept = self.tr("What you type stays in memory and is tried again every few seconds.")
        return f"{kept} {self._remedy(kind)}".strip()

    def _remedy(self, kind: TroubleKind) -> str:
        return {
            TroubleKind.READ_ONLY: self.tr("Make the file and its folder writable."),
            TroubleKind.FULL: self.tr("Free some space on its disk."),
            TroubleKind.LOCKED: self.tr("Close the other program."),
            TroubleKind.GONE: self.tr("Put the folder back, or plug its drive in again."),
        }.get(kind, self._notebook.problem)

    def _dress(self) -> None:
        theme = current_theme()
        self._icon.setPixmap(pixmap("warning", theme.warn, _ICON, self.devicePixelRatioF()))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, theme.selected)
        self.setPalette(palette)

    def _retranslate(self) -> None:
        for button, words in (
            (self._save, self.tr("Save my text to a file…")),
            (self._retry, self.tr("Try again now")),
            (self._restore, self.tr("Restore a backup…")),
            (self._anew, self.tr("Begin an empty notebook")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
        self._tell()
