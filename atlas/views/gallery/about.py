"""What is known of the picture that is shown: never out of sight."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from atlas.views.theme import UNIT

_MOST: Final = 150
"""Height in pixels from which on it scrolls."""


class AboutPicture(QTextBrowser):
    """Caption, credit, licence, date and how it was made, as high as its words are."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("About this picture"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self.anchorClicked.connect(self._on_clicked)

    def show_html(self, html: str) -> None:
        """Say something else."""
        self.setHtml(html)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - names of this class are Qt's
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(30 * UNIT, self.height())

    def _fit(self) -> None:
        words = round(self.document().size().height()) + 2 * UNIT + 2
        self.setFixedHeight(min(max(words, 5 * UNIT), _MOST))

    def _on_clicked(self, url: QUrl) -> None:
        self.link_clicked.emit(url.toString())
