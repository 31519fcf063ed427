"""Keyboard shortcuts and About: pages that are generated, never typed in."""

from collections.abc import Mapping
from datetime import date
from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from atlas import __version__
from atlas.actions.action import Menu
from atlas.actions.commands import menu_title
from atlas.actions.registry import Registry, shortcut_text
from atlas.services.card.format import format_day
from atlas.views.theme import UNIT, current_theme


class PageDialog(QDialog):
    """A page of rich text with a button that closes it."""

    def __init__(self, title: str, html: str, size: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(title)
        self.page.document().setDocumentMargin(2 * UNIT)
        self.page.setHtml(html)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(self.tr("Close"))
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(*size)


def shortcuts_html(registry: Registry) -> str:
    """Return every command that has a shortcut, menu by menu."""
    theme = current_theme()
    line = f"border-bottom:1px solid {theme.line.name()};padding:5px 0"
    html = ""
    for menu in Menu:
        found = [(c.title, shortcut_text(c)) for c in registry.commands.values() if c.menu is menu and c.shortcut]
        if not found:
            continue
        rows = "".join(
            f'<tr><td style="{line}">{escape(title)}</td>'
            f'<td align="right" style="{line};color:{theme.muted.name()}">{escape(keys)}</td></tr>'
            for title, keys in found
        )
        if menu is not Menu.NONE:
            html += f'<p style="color:{theme.muted.name()};font-weight:600;margin-bottom:4px">{menu_title(menu)}</p>'
        html += f'<table width="100%" cellspacing="0" style="border-collapse:collapse">{rows}</table>'
    return html


class ShortcutsDialog(PageDialog):
    """Every shortcut."""

    def __init__(self, registry: Registry, parent: QWidget) -> None:
        super().__init__("", shortcuts_html(registry), (460, 620), parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))


class AboutDialog(PageDialog):
    """What this is, of which day, under which licences."""

    def __init__(self, counts: Mapping[str, int], day: date, folder: str, parent: QWidget) -> None:
        super().__init__("", "", (480, 440), parent)
        self.setWindowTitle(self.tr("About the ILRS Atlas"))
        muted = current_theme().muted.name()
        lines = (
            self.tr(
                "An offline atlas of the International Lunar Research Station and of all that flies to the south pole "
                "of the Moon: who said what, when, and what came of it."
            ),
            self.tr(
                "Catalogue of {day}: {entries} entries, {claims} claims, {sources} sources, {places} named places."
            ).format(
                day=format_day(day),
                entries=counts.get("entries", 0),
                claims=counts.get("claims", 0),
                sources=counts.get("sources", 0),
                places=counts.get("places", 0),
            ),
            self.tr("The code is under the MIT licence; text and data of the catalogue are under CC BY 4.0."),
            self.tr(
                "Terrain and imagery: NASA LOLA and LROC. Names of places: IAU Gazetteer of Planetary Nomenclature."
            ),
            self.tr("Your notes lie in {folder}. The atlas never goes to the network by itself.").format(folder=folder),
        )
        body = "".join(f'<p style="line-height:135%">{escape(line)}</p>' for line in lines)
        self.page.setHtml(
            f'<p style="font-size:22px;font-weight:600;margin-bottom:0">ILRS Atlas</p>'
            f'<p style="color:{muted};margin-top:2px">{escape(__version__)}</p>{body}'
        )
