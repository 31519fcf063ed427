"""One source in full, with its address to open or to copy."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.domain.claims import Source
from atlas.services.card.html import source_html
from atlas.views.detail.browser import card_style
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import label
from atlas.views.web import is_web_address, open_web_address

_WIDTH = 45 * UNIT


class SourcePopup(QFrame):
    """Opens where a source mark was clicked; nothing goes to the network unless its button is pressed."""

    message = Signal(str)

    def __init__(self, number: int, source: Source, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Source {number}").format(number=number))
        self._source = source
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        words = QLabel(source_html(number, source, card_style(current_theme())), self)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.setFixedWidth(_WIDTH)
        column.addWidget(words)
        if source.url is None:
            column.addWidget(label(self.tr("No address is known for it."), "faint", self))
        else:
            self._add_address(column, source.url)

    def _add_address(self, column: QVBoxLayout, url: str) -> None:
        shown = QLabel(self)
        shown.setProperty("role", "faint")
        shown.setTextFormat(Qt.TextFormat.PlainText)
        metrics = shown.fontMetrics()
        shown.setText(metrics.elidedText(url, Qt.TextElideMode.ElideMiddle, _WIDTH))
        shown.setToolTip(url)
        column.addWidget(shown)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        if is_web_address(url):
            open_it = QPushButton(self.tr("Open in the browser"), self)
            open_it.setDefault(True)
            open_it.setAccessibleName(open_it.text())
            open_it.clicked.connect(self._open)
            row.addWidget(open_it)
        copy = QPushButton(self.tr("Copy the address"), self)
        copy.setAccessibleName(copy.text())
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
        row.addStretch(1)
        column.addLayout(row)

    def open_at(self, point: QPoint) -> None:
        """Show the popup at a point of the screen, wholly on it."""
        self.adjustSize()
        area = self.screen().availableGeometry()
        left = min(max(area.left(), point.x() - self.width() // 2), area.right() - self.width())
        top = point.y() + UNIT
        if top + self.height() > area.bottom():
            top = point.y() - self.height() - UNIT
        self.move(left, max(area.top(), top))
        self.show()

    def _open(self) -> None:
        open_web_address(self._source.url or "")
        self.close()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._source.url or "")
        self.message.emit(self.tr("Address copied"))
        self.close()
