"""What is known of the picture that is shown: never out of sight."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from atlas.views.theme import UNIT

_LEAST_ROOM: Final = 150
"""Height in pixels up to which it never scrolls."""
_SHARE: Final = 0.23
"""How much of the viewer's height it may take for the rest."""


class AboutPicture(QTextBrowser):
    """Caption, credit, licence, date and how it was made, as high as its words are."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._most = _LEAST_ROOM
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

    def set_room(self, height: int) -> None:
        """Say how high the viewer is: a high one has room for all the sources, a low one scrolls sooner."""
        most = max(_LEAST_ROOM, round(height * _SHARE))
        if most != self._most:
            self._most = most
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - names of this class are Qt's
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(30 * UNIT, self.height())

    def _fit(self) -> None:
        words = round(self.document().size().height()) + 2 * UNIT + 2
        self.setFixedHeight(min(max(words, 5 * UNIT), self._most))

    def _on_clicked(self, url: QUrl) -> None:
        self.link_clicked.emit(url.toString())
