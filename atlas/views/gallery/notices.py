"""Lines under the grid: progress of long work, what can be taken back, what is missing."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from atlas.views.theme import UNIT
from atlas.views.themed import label

_UNDO_MS: Final = 12_000
_PATIENCE_MS: Final = 400


class Notice(QWidget):
    """A sentence with a button at its right; hidden until there is something to say."""

    acted = Signal()

    def __init__(self, button: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = label("", "muted", self)
        self._button = QPushButton(button, self)
        self._button.setAccessibleName(button)
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    def say(self, words: str) -> None:
        """Say something, or nothing."""
        self._words.setText(words)
        self._words.setToolTip(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()

    def _on_clicked(self) -> None:
        self.acted.emit()


class UndoNotice(Notice):
    """Says what was done and takes it back, for a while."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        title = self.tr("Undo")
        self._button.setText(title)
        self._button.setAccessibleName(title)
        self._undo: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_UNDO_MS)
        self._timer.timeout.connect(self._end)
        self.acted.connect(self._take_back)

    def offer(self, words: str, undo: Callable[[], object]) -> None:
        """Offer to take something back."""
        self._undo = undo
        self.say(words)
        self._timer.start()

    def _take_back(self) -> None:
        undo = self._undo
        self._end()
        if undo is not None:
            undo()

    def _end(self) -> None:
        self._timer.stop()
        self._undo = None
        self.say("")


class ProgressNotice(QWidget):
    """How far long work is, and a button that ends it. Work of less than half a second shows nothing."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = label("", "muted", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(UNIT)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._button = QPushButton(self.tr("Cancel"), self)
        self._button.setAccessibleName(self.tr("Cancel"))
        self._button.clicked.connect(self._on_clicked)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._button)
        self.hide()

    def set_busy(self, busy: bool) -> None:
        """Appear if it lasts, or go away."""
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; a total of 0 is not known yet."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(self.tr("{done} of {total}").format(done=done, total=total) if total else "…")

    def _on_clicked(self) -> None:
        self.cancelled.emit()
