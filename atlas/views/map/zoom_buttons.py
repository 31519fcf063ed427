"""Zoom in, zoom out, whole square."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from atlas.views.map.overlay import Overlay
from atlas.views.theme import UNIT
from atlas.views.themed import dress, follow_theme, tool_button


class ZoomButtons(Overlay):
    """Three buttons, one above the other."""

    zoom_in = Signal()
    zoom_out = Signal()
    whole = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(UNIT // 2)
        column = QVBoxLayout()
        column.setSpacing(2)
        self._row.addLayout(column)
        self._buttons = [
            tool_button("plus", self.tr("Zoom in"), self),
            tool_button("minus", self.tr("Zoom out"), self),
            tool_button("home", self.tr("Whole map"), self),
        ]
        for button, signal in zip(self._buttons, (self.zoom_in, self.zoom_out, self.whole), strict=True):
            button.clicked.connect(signal)
            column.addWidget(button)
        follow_theme(self._dress)

    def add_beside(self, widget: QWidget) -> None:
        """Put other buttons to the left of these."""
        self._row.insertWidget(0, widget)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons from the top."""
        return list(self._buttons)

    def _dress(self) -> None:
        for button in self._buttons:
            dress(button)
