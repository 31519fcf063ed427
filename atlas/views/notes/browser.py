"""A text browser that loads nothing: no file, no picture, no page; it only tells which link was clicked."""

from typing import Final

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from atlas.services.markdown import is_safe_url

_SPACING: Final = "th, td { padding: 2px 16px 2px 0px; } th { text-align: left; } p { margin: 0px 0px 8px 0px; }"


class SafeTextBrowser(QTextBrowser):
    """Shows HTML made by `atlas.services.markdown` and never follows a link by itself."""

    link_activated = Signal(str)
    """A link with http, https or atlas was clicked; others are ignored."""
    link_hovered = Signal(str)
    """The address under the pointer, or an empty text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setIndentWidth(24)
        self.document().setDefaultStyleSheet(_SPACING)
        self.anchorClicked.connect(self._clicked)
        self.highlighted.connect(self._hovered)

    def loadResource(self, _type: int, _name: QUrl | str) -> object:  # noqa: N802 - the name is Qt's
        """Load nothing, whatever is asked for."""
        return ""

    def doSetSource(  # noqa: N802 - the name is Qt's
        self,
        _name: QUrl | str,
        _type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Go nowhere: what is shown is only ever set as text."""

    def show_html(self, html: str) -> None:
        """Show other HTML and stay at the place in it."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(html)
        bar.setValue(place)

    @Slot(QUrl)
    def _clicked(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if is_safe_url(address):
            self.link_activated.emit(address)

    @Slot(QUrl)
    def _hovered(self, url: QUrl) -> None:
        self.link_hovered.emit(url.toDisplayString())
