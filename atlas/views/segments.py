"""A row of buttons of which one holds: a choice of few things that are all seen at once."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from atlas.views.theme import UNIT


class Segments(QWidget):
    """Chooses one of some values. The arrow keys go from one to the next."""

    chosen = Signal(str)
    """The user chose another value."""

    def __init__(self, name: str, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        for value, title in titles.items():
            button = QToolButton(self)
            button.setText(title)
            button.setCheckable(True)
            button.setObjectName(value)
            button.setProperty("look", "segment")
            button.setAccessibleName(f"{name}: {title}")
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def value(self) -> str:
        """The value that holds, empty before there is one."""
        button = self._group.checkedButton()
        return button.objectName() if button is not None else ""

    def set_value(self, value: str) -> None:
        """Show which value holds. Raises KeyError for one that is not offered."""
        self._buttons[value].setChecked(True)
        self._one_stop()

    def _one_stop(self) -> None:
        """Let Tab stop at the button that holds, as in a group of radio buttons."""
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons in their order."""
        return list(self._buttons.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        buttons = self.buttons()
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
        there = buttons[(here + step) % len(buttons)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.click()

    def _on_clicked(self) -> None:
        self._one_stop()
        self.chosen.emit(self.value)
