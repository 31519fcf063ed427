"""The notebook: all notes, newest first, with search and tags; notes on no entry are written here."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.notes import FREE_PREFIX, NoteSummary
from atlas.models.note_list import NoteListModel, NoteRole
from atlas.services.notebook import NotebookService
from atlas.services.tasks import Tasks
from atlas.views.empty_state import EmptyState
from atlas.views.notes.panel import NotesPanel
from atlas.views.notes.row import NoteDelegate
from atlas.views.page import Page
from atlas.views.theme import UNIT
from atlas.views.themed import dress, follow_theme, tool_button

_REFRESH_MS = 150


class NotebookPane(Page):
    """Lists every note. A note on an entry asks for that entry; a note of its own opens beside the list."""

    def __init__(
        self,
        notebook: NotebookService,
        tasks: Tasks,
        link_title: Callable[[str], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._model = NoteListModel(link_title, self)
        self._search = QLineEdit(self)
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(18 * UNIT)
        self._tags = QComboBox(self)
        self._tags.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._tags.setMinimumContentsLength(6)
        self._new = tool_button("plus", "", self, "button")
        self._new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(NoteDelegate(self._list))
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._empty = EmptyState("notebook", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._panel = NotesPanel(notebook, tasks, link_title, self)
        self._panel.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._lay_out()
        self._connect()
        self._retranslate()
        follow_theme(self._dress)

    def show_note(self, slug: str) -> None:
        """Open a note of its own beside the list."""
        self._panel.show_entry(slug)
        self._turn()
        self._panel.show()
        self._panel.focus_text()

    def standing(self) -> object:
        return self._search.text(), self._panel.slug

    def go_on_from(self, standing: object) -> None:
        match standing:
            case (str() as text, str() as slug):
                self._search.setText(text)
                if slug:
                    self.show_note(slug)

    def _turn(self) -> None:
        """Put the note beside the list, or below it where the page is too narrow for both."""
        needed = sum(part.minimumSizeHint().width() for part in (self._left, self._panel))
        wide = self.width() >= needed + self._splitter.handleWidth()
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def take_focus(self) -> None:
        """Put the keyboard into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the name is Qt's
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._turn()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        # showing it again fetches everything anew
        self._timer.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        bar.setSpacing(UNIT)
        bar.addWidget(self._search, 1)
        bar.addWidget(self._new)
        tags = QHBoxLayout()
        tags.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        tags.addWidget(self._tags)
        self._left = left = QWidget(self)
        self._stack.setMinimumWidth(44 * UNIT)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(tags)
        column.addWidget(self._stack, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._panel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._refresh)
        self._search.textChanged.connect(self._later)
        self._tags.currentIndexChanged.connect(self._later)
        self._new.clicked.connect(self._create)
        self._empty.acted.connect(self._act)
        self._list.activated.connect(self._activated)
        self._list.clicked.connect(self._activated)
        self._panel.entry_activated.connect(self._go)
        self._panel.link_activated.connect(self.link_activated)
        self._panel.message.connect(self.message)
        for changed in (
            self._notebook.note_changed,
            self._notebook.stars_changed,
            self._notebook.ready,
            self._notebook.trouble_changed,
        ):
            changed.connect(self._later)
        self._notebook.tags_changed.connect(self._tags_changed)

    @Slot()
    def _later(self) -> None:
        if self.isVisible():
            self._timer.start()

    @Slot()
    def _tags_changed(self) -> None:
        self._fill_tags()
        self._later()

    @Slot()
    def _refresh(self) -> None:
        self._timer.stop()
        self._notebook.notes(self._show, self._search.text(), self._tag(), key=f"notebook-pane-{id(self)}")

    def _show(self, notes: list[NoteSummary]) -> None:
        current = self._list.currentIndex().data(NoteRole.SLUG)
        self._model.show_notes(notes)
        row = self._model.row_of(str(current))
        if row >= 0 and row != self._list.currentIndex().row():
            self._list.setCurrentIndex(self._model.index(row))
        if not notes:
            self._say_why_empty()
        self._stack.setCurrentWidget(self._list if notes else self._empty)

    def _say_why_empty(self) -> None:
        if self._search.text().strip() or self._tag():
            self._empty.say(
                self.tr("No note holds that"),
                self.tr("Search for fewer words, or look at all tags."),
                self.tr("Show all notes"),
            )
        elif self._notebook.problem:
            self._empty.say(self.tr("The notebook cannot be read"), self._notebook.problem)
        else:
            self._empty.say(
                self.tr("Your notebook is empty"),
                self.tr(
                    "Open an entry and write under “My notes”, or begin a note of its own. "
                    "Everything stays on this computer."
                ),
                self.tr("New note"),
            )

    def _tag(self) -> str:
        return str(self._tags.currentData() or "")

    def _fill_tags(self) -> None:
        chosen = self._tag()
        self._tags.blockSignals(True)
        self._tags.clear()
        self._tags.addItem(self.tr("All tags"), "")
        for tag, count in self._notebook.tag_counts().items():
            self._tags.addItem(f"{tag} ({count})", tag)
        self._tags.setCurrentIndex(max(0, self._tags.findData(chosen)))
        # without tags there is nothing to choose
        self._tags.setVisible(self._tags.count() > 1)
        self._tags.blockSignals(False)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self._go(str(index.data(NoteRole.SLUG)))

    @Slot(str)
    def _go(self, slug: str) -> None:
        if slug.startswith(FREE_PREFIX):
            self.show_note(slug)
        else:
            self.entry_activated.emit(slug)

    @Slot()
    def _act(self) -> None:
        if self._search.text() or self._tag():
            self._search.clear()
            self._tags.setCurrentIndex(0)
        else:
            self._create()

    @Slot()
    def _create(self) -> None:
        self._notebook.create_note(self.show_note)

    def _dress(self) -> None:
        dress(self._new)
        # a line too narrow for both takes from the search, never from the words of the button
        self._new.setMinimumWidth(self._new.sizeHint().width())
        self._list.viewport().update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Notebook"))
        self._search.setPlaceholderText(self.tr("Search my notes …"))
        self._search.setAccessibleName(self.tr("Search my notes"))
        self._tags.setAccessibleName(self.tr("Show only notes on entries with this tag"))
        self._list.setAccessibleName(self.tr("My notes, newest first"))
        self._splitter.setAccessibleName(self.tr("Notes and the note that is open"))
        self._new.setText(self.tr("New note"))
        self._new.setAccessibleName(self.tr("New note"))
        self._new.setToolTip(self.tr("Begin a note that belongs to no entry"))
        self._fill_tags()
        self._say_why_empty()
