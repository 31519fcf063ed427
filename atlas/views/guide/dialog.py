"""The window of the user guide: its pages, what stands on them, a search through all of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QKeyEvent, QKeySequence, QShortcut, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.links import GUIDE, parse_link
from atlas.services.guide import GuidePage
from atlas.services.language import Language, shown_language
from atlas.views.notes.browser import SafeTextBrowser
from atlas.views.theme import UNIT, current_theme, theme_manager
from atlas.views.themed import dress, follow_theme, label, tool_button

_SIZE: Final = (1120, 740)
_LIST_WIDTH: Final = 34 * UNIT
_MOST_MARKED: Final = 500


class GuideDialog(QDialog):
    """Shows one page at a time; links between pages stay within, others are handed on."""

    link_activated = Signal(str)
    """A web address or an `atlas://` link that leads out of the guide."""

    def __init__(self, pages: Sequence[GuidePage], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("User guide"))
        self._pages = {page.name: page for page in pages}
        self._shown = ""
        self._behind: list[str] = []
        self._ahead: list[str] = []
        self.browser = SafeTextBrowser(self)
        self.browser.setAccessibleName(self.tr("Page of the guide"))
        self.browser.document().setDocumentMargin(3 * UNIT)
        self.browser.link_activated.connect(self._follow)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search the guide"))
        self.search.setAccessibleName(self.tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.next_hit)
        self.list = QListWidget(self)
        self.list.setObjectName("guidePages")
        self.list.setAccessibleName(self.tr("Pages of the guide"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for page in pages:
            item = QListWidgetItem(page.title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
        self.list.currentItemChanged.connect(self._on_item)
        self.back_button = tool_button("back", self.tr("Back"), self)
        self.back_button.clicked.connect(self.back)
        self.forward_button = tool_button("forward", self.tr("Forward"), self)
        self.forward_button.clicked.connect(self.forward)
        self._arrange()
        self._add_keys()
        self.list.setCurrentRow(0)
        follow_theme(self._refresh)
        self.list.setFocus()

    @property
    def page(self) -> str:
        """The name of the page shown."""
        return self._shown

    def show_page(self, name: str) -> bool:
        """Show a page; False where there is none of that name."""
        if name not in self._pages:
            return False
        if name != self._shown:
            self._behind.append(self._shown)
            self._ahead.clear()
            self._turn_to(name)
        return True

    @Slot()
    def back(self) -> None:
        """Show the page that was shown before."""
        if self._behind:
            self._ahead.append(self._shown)
            self._turn_to(self._behind.pop())

    @Slot()
    def forward(self) -> None:
        """Show again the page from which one went back."""
        if self._ahead:
            self._behind.append(self._shown)
            self._turn_to(self._ahead.pop())

    @Slot()
    def next_hit(self) -> None:
        """Go to the next place with the words searched for, on this page and then on the next one that has them."""
        self._step(QTextDocument.FindFlag(0), 1)

    @Slot()
    def previous_hit(self) -> None:
        """Go to the place with the words searched for before this one."""
        self._step(QTextDocument.FindFlag.FindBackward, -1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the name is Qt's
        super().showEvent(event)
        # the rows were measured before the style sheet gave them their room
        self.list.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        # the first Escape gives the search up, the second one closes
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.list.setFocus()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        row, side, column = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        bar = QHBoxLayout()
        bar.addWidget(self.back_button)
        bar.addWidget(self.forward_button)
        bar.addWidget(self.search, 1)
        side.addLayout(bar)
        side.addWidget(self.list, 1)
        if shown_language() is not Language.EN:
            note = label(self.tr("This guide is in English."), "muted", self)
            note.setWordWrap(True)
            side.addWidget(note)
        holder = QWidget(self)
        holder.setFixedWidth(_LIST_WIDTH)
        side.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(side)
        row.addWidget(holder)
        row.addWidget(self.browser, 1)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addLayout(row)
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 4 * UNIT), min(_SIZE[1], room.height() - 8 * UNIT))

    def _add_keys(self) -> None:
        for key, slot in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._to_search),
            (QKeySequence("Ctrl+K"), self._to_search),
            (QKeySequence("Alt+Left"), self.back),
            (QKeySequence("Alt+Right"), self.forward),
            (QKeySequence("F3"), self.next_hit),
            (QKeySequence("Shift+F3"), self.previous_hit),
        ):
            QShortcut(key, self).activated.connect(slot)

    @Slot()
    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # the page

    def _turn_to(self, name: str) -> None:
        self._shown = name
        for row in range(self.list.count()):
            if self._name(row) == name:
                self.list.blockSignals(True)
                self.list.setCurrentRow(row)
                self.list.blockSignals(False)
        self.back_button.setEnabled(bool(self._behind))
        self.forward_button.setEnabled(bool(self._ahead))
        self._fill()
        self.browser.verticalScrollBar().setValue(0)

    def _fill(self) -> None:
        self.browser.show_html(self._pages[self._shown].html)
        self._mark()

    @Slot()
    def _refresh(self) -> None:
        theme, manager = current_theme(), theme_manager()
        title = manager.type_scale.title if manager is not None else 22
        body = manager.type_scale.body if manager is not None else 14
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self.browser.document().setDefaultStyleSheet(
            f"h1 {{ font-size: {title}px; margin: 0px 0px 12px 0px; }}"
            f"h2 {{ font-size: {body + 2}px; margin: 18px 0px 6px 0px; }}"
            "p { margin: 0px 0px 9px 0px; line-height: 125%; } li { margin: 0px 0px 5px 0px; line-height: 125%; }"
            f"a {{ color: {theme.link.name()}; }}"
            "table { margin: 2px 0px 12px 0px; } th, td { padding: 3px 16px 3px 0px; } th { text-align: left; }"
            f"code, pre {{ font-family: '{fixed}'; font-size: {body - 2}px; background-color: {theme.raised.name()}; }}"
            "pre { white-space: pre-wrap; margin: 6px 0px 12px 0px; }"
        )
        for button in (self.back_button, self.forward_button):
            dress(button, theme)
        if self._shown:
            self._fill()

    def _name(self, row: int) -> str:
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = str(item.data(Qt.ItemDataRole.UserRole))
        if self._shown:
            self.show_page(name)
        else:
            self._turn_to(name)

    @Slot(str)
    def _follow(self, address: str) -> None:
        if address.startswith(f"atlas://{GUIDE}/"):
            self.show_page(parse_link(address).slug)
        else:
            self.link_activated.emit(address)

    # search

    @Slot(str)
    def _on_search(self, text: str) -> None:
        found = [row for row in range(self.list.count()) if self._pages[self._name(row)].holds(text)]
        for row in range(self.list.count()):
            self.list.item(row).setHidden(row not in found)
        if found and self._shown not in {self._name(row) for row in found}:
            self.show_page(self._name(found[0]))
            return
        self._mark()
        if text and found:
            self._select(QTextCursor(self.browser.document()), QTextDocument.FindFlag(0))

    def _step(self, flag: QTextDocument.FindFlag, way: int) -> None:
        """Select the next hit; behind the last one of a page, the first one of the next page that has any."""
        text = self.search.text().strip()
        if not text or self._select(self.browser.textCursor(), flag):
            return
        rows = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if not rows:
            return
        here = self.list.currentRow()
        there = rows[(rows.index(here) + way) % len(rows)] if here in rows else rows[0]
        self.show_page(self._name(there))
        start = QTextCursor(self.browser.document())
        if way < 0:
            start.movePosition(QTextCursor.MoveOperation.End)
        self._select(start, flag)

    def _select(self, start: QTextCursor, flag: QTextDocument.FindFlag) -> bool:
        found = self.browser.document().find(self.search.text().strip(), start, flag)
        if found.isNull():
            return False
        self.browser.setTextCursor(found)
        return True

    def _mark(self) -> None:
        """Colour every place on the page with the words searched for."""
        text, theme = self.search.text().strip(), current_theme()
        marks: list[QTextEdit.ExtraSelection] = []
        document = self.browser.document()
        cursor = document.find(text) if text else QTextCursor()
        while not cursor.isNull() and len(marks) < _MOST_MARKED:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(theme.selected)
            marks.append(mark)
            cursor = document.find(text, cursor)
        self.browser.setExtraSelections(marks)
