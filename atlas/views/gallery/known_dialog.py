"""Pictures that the atlas knows of and does not show: whose they are, and where they were named."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QWidget

from atlas.domain.entries import Picture
from atlas.domain.links import entry_link, parse_link
from atlas.views.dialogs import PageDialog
from atlas.views.theme import current_theme
from atlas.views.themed import follow_theme


class KnownDialog(PageDialog):
    """A list to read; a click on an entry opens it."""

    entry_activated = Signal(str)

    def __init__(self, pictures: Sequence[tuple[str, Picture]], names: Mapping[str, str], parent: QWidget) -> None:
        super().__init__("", (560, 480), parent)
        self._pictures = tuple(pictures)
        self._names = names
        self.setWindowTitle(self.tr("Known, not reproduced"))
        self.page.setAccessibleName(self.windowTitle())
        self.page.anchorClicked.connect(self._on_clicked)
        follow_theme(self._refresh)

    def html(self) -> str:
        """Return the pictures, an entry after the other."""
        theme = current_theme()
        intro = self.tr("The atlas knows that these pictures were published, but may not reproduce them.")
        parts = [f'<p style="margin-top:0;color:{theme.muted.name()}">{escape(intro)}</p>']
        for slug, picture in self._pictures:
            about = " · ".join(part for part in (picture.credit, picture.licence, picture.note or "") if part)
            link = (
                f'<a href="{entry_link(slug)}" style="color:{theme.link.name()};text-decoration:none">'
                f"{escape(self._names.get(slug, slug))}</a>"
            )
            parts.append(
                f'<p style="margin-bottom:2px">{link}<br>{escape(picture.caption)}<br>'
                f'<span style="color:{theme.muted.name()}">{escape(about)}</span></p>'
            )
        return "".join(parts)

    def _on_clicked(self, url: QUrl) -> None:
        self.accept()
        self.entry_activated.emit(parse_link(url.toString()).slug)
