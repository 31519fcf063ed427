"""Keyboard shortcuts and About: pages that are generated, never typed in."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from atlas import __version__
from atlas.actions.action import Menu
from atlas.actions.commands import menu_title
from atlas.actions.registry import Registry, shortcut_text
from atlas.services.card.format import format_day
from atlas.services.credits import (
    Credit,
    data_credits,
    drawing_credits,
    library_credits,
    picture_credits,
    versions_line,
)
from atlas.views.theme import UNIT, current_theme, theme_manager
from atlas.views.themed import follow_theme

if TYPE_CHECKING:
    from atlas.context import AppContext


class PageDialog(QDialog):
    """A page of rich text with a button that closes it; it follows the theme."""

    def __init__(self, title: str, size: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(title)
        self.page.document().setDocumentMargin(2 * UNIT)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addWidget(self.page, 1)
        column.addWidget(self.buttons)
        room = parent.screen().availableSize()
        self.resize(min(size[0], room.width() - 4 * UNIT), min(size[1], room.height() - 8 * UNIT))

    def html(self) -> str:
        """Return the page in the theme's colours."""
        raise NotImplementedError

    def _refresh(self) -> None:
        place = self.page.verticalScrollBar().value()
        self.page.setHtml(self.html())
        self.page.verticalScrollBar().setValue(place)


def _heading(text: str) -> str:
    muted = current_theme().muted.name()
    return f'<p style="color:{muted};font-weight:600;margin-top:16px;margin-bottom:4px">{escape(text)}</p>'


def _table(rows: Iterable[tuple[str, str]]) -> str:
    """Return rows of HTML, the second cell muted and at the right."""
    theme = current_theme()
    line = f"border-bottom:1px solid {theme.line.name()};padding:5px 0"
    cells = "".join(
        f'<tr><td style="{line}">{left}</td>'
        f'<td align="right" style="{line};color:{theme.muted.name()}">{right}</td></tr>'
        for left, right in rows
    )
    return f'<table width="100%" cellspacing="0" style="border-collapse:collapse">{cells}</table>'


class ShortcutsDialog(PageDialog):
    """Every command with a shortcut; a click on one that makes sense now runs it."""

    def __init__(self, registry: Registry, parent: QWidget) -> None:
        super().__init__("", (480, 640), parent)
        self._registry = registry
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.page.setAccessibleName(self.windowTitle())
        self.page.anchorClicked.connect(self._run)
        follow_theme(self._refresh)

    def html(self) -> str:
        """Return the commands menu by menu, those that can be run as links."""
        parts = []
        for menu in Menu:
            found = [c for c in self._registry.commands.values() if c.menu is menu and c.shortcut]
            if found:
                parts.append(_heading(menu_title(menu) or self.tr("More")))
                parts.append(_table((self._title(c.id), escape(shortcut_text(c))) for c in found))
        return "".join(parts)

    def _title(self, name: str) -> str:
        theme, action = current_theme(), self._registry[name]
        title = escape(action.text())
        if not action.isEnabled():
            return f'<span style="color:{theme.faint.name()}">{title}</span>'
        return f'<a href="command:{name}" style="color:{theme.text.name()};text-decoration:none">{title}</a>'

    def _run(self, url: QUrl) -> None:
        name = url.path()
        if url.scheme() != "command" or name not in self._registry.commands:
            return
        self.accept()
        self._registry[name].trigger()


class AboutDialog(PageDialog):
    """What this is, of which day, made of what, under which licences."""

    copied = Signal(str)
    guide_wanted = Signal()

    def __init__(self, context: "AppContext", parent: QWidget) -> None:
        super().__init__("", (600, 660), parent)
        self._context = context
        self.setWindowTitle(self.tr("About the ILRS Atlas"))
        self.page.setAccessibleName(self.windowTitle())
        copy = self.buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copy")
        copy.setAccessibleName(self.tr("Copy this page"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        self.page.anchorClicked.connect(self._on_link)
        follow_theme(self._refresh)

    def html(self) -> str:
        """Return the page."""
        muted = current_theme().muted.name()
        manager = theme_manager()
        title = manager.type_scale.title if manager is not None else 22
        look = "line-height:135%;margin-top:0;margin-bottom:8px"
        lines = "".join(f'<p style="{look}">{escape(line)}</p>' for line in self._about())
        return (
            f'<p style="font-size:{title}px;font-weight:600;margin-top:0;margin-bottom:0">ILRS Atlas {__version__}</p>'
            f'<p style="color:{muted};margin-top:2px">{escape(versions_line())}</p>{lines}'
            f'<p style="{look}"><a href="command:guide">{escape(self.tr("User guide"))}</a></p>'
            f"{_heading(self.tr('Data and pictures'))}{_credits(self._data())}"
            f"{_heading(self.tr('Made with'))}{_credits(library_credits())}"
        )

    def _about(self) -> tuple[str, ...]:
        catalogue = self._context.catalogue
        counts = catalogue.counts()
        return (
            self.tr(
                "An offline atlas of the International Lunar Research Station and of all that flies to the south pole "
                "of the Moon: who said what, when, and what came of it."
            ),
            self.tr(
                "Catalogue of {day}: {entries} entries, {claims} claims, {sources} sources, {places} named places."
            ).format(
                day=format_day(catalogue.date),
                entries=counts.get("entries", 0),
                claims=counts.get("claims", 0),
                sources=counts.get("sources", 0),
                places=counts.get("places", 0),
            ),
            self.tr("Nothing is fetched: the atlas never goes to the network by itself."),
            self.tr("Your notes lie in {folder}.").format(folder=self._context.paths.data),
            self.tr("The code of the atlas is under the MIT licence."),
        )

    def _data(self) -> tuple[Credit, ...]:
        catalogue = self._context.catalogue
        pictures = picture_credits(picture for _, picture in catalogue.pictures(catalogue.date))
        return (*data_credits(), *pictures, *drawing_credits(catalogue.profiles(catalogue.date)))

    def text(self) -> str:
        """Return the page as plain text."""
        lines = [f"ILRS Atlas {__version__}", versions_line(), "", *self._about()]
        for heading, found in (
            (self.tr("Data and pictures"), self._data()),
            (self.tr("Made with"), library_credits()),
        ):
            lines += ["", heading, *(f"{credit.name}: {credit.by}, {credit.licence}" for credit in found)]
        return "\n".join(lines) + "\n"

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == "command" and url.path() == "guide":
            self.accept()
            self.guide_wanted.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.copied.emit(self.tr("Copied"))


def _credits(found: Iterable[Credit]) -> str:
    muted = current_theme().muted.name()
    return _table(
        (f'{escape(c.name)}<br><span style="color:{muted}">{escape(c.by)}</span>', escape(c.licence)) for c in found
    )
