"""What a pane says when it has nothing to show, and what to do about it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.views.icons import pixmap
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme, label


class EmptyState(QWidget):
    """An icon, a sentence, a hint and perhaps a button, in the middle."""

    acted = Signal()
    """The button was pressed."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said = label("", "strong", self)
        self._hint = label("", "muted", self)
        for words in (self._said, self._hint):
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 4 * UNIT, 3 * UNIT, 4 * UNIT)
        column.setSpacing(UNIT)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(self._said)
        column.addWidget(self._hint)
        column.addSpacing(UNIT)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        follow_theme(self._dress)

    def say(self, words: str, hint: str, button: str = "") -> None:
        """Show a sentence, a hint and, where given, a button."""
        self._said.setText(words)
        self._hint.setText(hint)
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))

    def text(self) -> str:
        """Return what is said."""
        return f"{self._said.text()} {self._hint.text()}"

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(240, 240)

    def _dress(self) -> None:
        self._icon.setPixmap(pixmap(self._icon_name, current_theme().faint, 32, self.devicePixelRatioF()))

    def _on_clicked(self) -> None:
        self.acted.emit()
