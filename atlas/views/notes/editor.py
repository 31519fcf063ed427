"""The text of a note beside its preview."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from atlas.domain.notes import wiki_links
from atlas.services.markdown import to_safe_html
from atlas.services.tasks import Tasks
from atlas.views.notes.browser import SafeTextBrowser
from atlas.views.theme import UNIT

_PREVIEW_MS = 120
_SIDE_BY_SIDE = 640


class Mode(StrEnum):
    """What of a note is shown."""

    EDIT = "edit"
    PREVIEW = "preview"
    BOTH = "both"


class _NoteText(QPlainTextEdit):
    """A plain editor in which the keys for bold and italic put Markdown round the selection."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.matches(QKeySequence.StandardKey.Bold):
            self._wrap("**")
        elif event.matches(QKeySequence.StandardKey.Italic):
            self._wrap("*")
        else:
            super().keyPressEvent(event)

    def _wrap(self, mark: str) -> None:
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        words = cursor.selectedText().replace("\u2029", "\n")
        cursor.insertText(f"{mark}{words}{mark}")
        cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(mark))
        self.setTextCursor(cursor)


class NoteEditor(QWidget):
    """A Markdown editor with a preview beside it, or below where there is little room."""

    typed = Signal(str)
    """The user changed the text; comes with the whole of it."""
    link_activated = Signal(str)
    link_hovered = Signal(str)

    def __init__(self, tasks: Tasks, link_title: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._link_title = link_title
        self._mode = Mode.EDIT
        self._key = f"note-preview-{id(self)}"
        self._text = _NoteText(self)
        self._text.setObjectName("field")
        self._text.setTabChangesFocus(True)
        self._preview = SafeTextBrowser(self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._text)
        self._splitter.addWidget(self._preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PREVIEW_MS)
        self._timer.timeout.connect(self._render)
        self._text.textChanged.connect(self._on_typed)
        self._preview.link_activated.connect(self.link_activated)
        self._preview.link_hovered.connect(self.link_hovered)
        self.setFocusProxy(self._text)
        self._retranslate()
        self._make_room()
        self.set_mode(Mode.EDIT)

    @property
    def mode(self) -> Mode:
        """What is shown."""
        return self._mode

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self._text.toPlainText()

    def set_mode(self, mode: Mode) -> None:
        """Show the text, the preview, or both."""
        self._mode = mode
        self._text.setVisible(mode is not Mode.PREVIEW)
        self._preview.setVisible(mode is not Mode.EDIT)
        self.setFocusProxy(self._preview if mode is Mode.PREVIEW else self._text)
        self._render()

    def show_text(self, text: str) -> None:
        """Show another note; its undo begins anew."""
        self._text.blockSignals(True)
        self._text.setPlainText(text)
        self._text.blockSignals(False)
        self._preview.clear()
        self._render()

    def replace_text(self, text: str) -> None:
        """Put other words in the place of all, as one step that can be undone."""
        if text == self.text:
            return
        self._text.blockSignals(True)
        cursor = QTextCursor(self._text.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self._text.blockSignals(False)
        self._render()

    def set_locked(self, locked: bool) -> None:
        """Let nobody type while the note is fetched."""
        self._text.setReadOnly(locked)

    def set_placeholder(self, text: str) -> None:
        """Set what stands in an empty note."""
        self._text.setPlaceholderText(text)

    def insert(self, text: str) -> None:
        """Put text at the cursor, as if typed."""
        self._text.insertPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        wide = event.size().width() >= _SIDE_BY_SIDE
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            # colours of links are set when the HTML is read
            self._render()
        elif event.type() == QEvent.Type.FontChange:
            self._make_room()
        super().changeEvent(event)

    def _make_room(self) -> None:
        """Hold three lines at least: what stands in an empty note needs them where words are long or large."""
        for part in (self._text, self._preview):
            part.setMinimumHeight(3 * part.fontMetrics().lineSpacing() + 3 * UNIT)

    @Slot()
    def _on_typed(self) -> None:
        if self._mode is not Mode.EDIT:
            self._timer.start()
        self.typed.emit(self.text)

    @Slot()
    def _render(self) -> None:
        self._timer.stop()
        if self._mode is Mode.EDIT or self._tasks.closed:
            return
        text = self.text
        # names are looked up here: the worker gets plain data only
        titles = {slug: title for slug in wiki_links(text) if (title := self._link_title(slug)) is not None}
        self._tasks.submit(to_safe_html, text, titles.get, done=self._preview.show_html, key=self._key)

    def _retranslate(self) -> None:
        self._text.setAccessibleName(self.tr("Note, in Markdown"))
        self._preview.setAccessibleName(self.tr("Preview of the note"))
        self._splitter.setAccessibleName(self.tr("Note and preview"))
