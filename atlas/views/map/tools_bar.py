"""The buttons of the map's tools."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from atlas.views.themed import dress, follow_theme, tool_button


class ToolsBar(QWidget):
    """Three buttons, one above the other: measure, profile, pin."""

    wanted = Signal(str)
    """`measure`, `profile` or `pin`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._buttons = {
            "measure": tool_button("ruler", self.tr("Measure distance and area (Ctrl+R)"), self),
            "profile": tool_button("profile", self.tr("Elevation profile (Ctrl+Shift+R)"), self),
            "pin": tool_button("pin", self.tr("Put a pin on the map (Ctrl+B)"), self),
        }
        for name, button in self._buttons.items():
            button.setCheckable(True)
            button.setObjectName(name)
            button.clicked.connect(self._on_clicked)
            column.addWidget(button)
        follow_theme(self._dress)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons from the top."""
        return list(self._buttons.values())

    def show_active(self, names: set[str]) -> None:
        """Mark the tools in hand."""
        for name, button in self._buttons.items():
            button.setChecked(name in names)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(sender.objectName())

    def _dress(self) -> None:
        for button in self._buttons.values():
            dress(button)
