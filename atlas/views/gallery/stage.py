"""A window of its own that the viewer fills."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class FullScreenStage(QWidget):
    """Borrows the viewer while it is shown."""

    left = Signal()
    """The system closed the window."""

    def __init__(self, viewer: QWidget, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Picture viewer"))
        # where no window manager makes it as large as the screen, it is so by itself
        self.setGeometry(over.screen().geometry())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(viewer)
        viewer.show()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - the name is Qt's
        super().closeEvent(event)
        self.left.emit()
