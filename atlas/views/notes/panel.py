"""My notes on one entry: star, tags, text, revisions, and what links here."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from atlas.domain.links import MAP, PLACE, parse_link
from atlas.domain.notes import FREE_PREFIX, Backlink, Revision
from atlas.services.notebook import NotebookService
from atlas.services.notebook_desk import NoteState
from atlas.services.tasks import Tasks
from atlas.views.flow import FlowLayout
from atlas.views.notes.editor import Mode, NoteEditor
from atlas.views.notes.history import HistoryDialog, local_text
from atlas.views.notes.tags import TagEditor
from atlas.views.theme import UNIT
from atlas.views.themed import dress, follow_theme, label, tool_button


class NotesPanel(QWidget):
    """The notes of the entry last given to `show_entry`.

    `link_title` gives the name of an entry by slug, None for none; it is only called on the GUI thread.
    What is typed goes to the NotebookService at every key, so turning to another entry loses nothing.
    """

    entry_activated = Signal(str)
    """A link to an entry or a note was clicked; its slug."""
    link_activated = Signal(str)
    """Any other safe link was clicked: a web page, a place or the map."""
    message = Signal(str)
    """For the status bar: the address under the pointer."""

    def __init__(
        self,
        notebook: NotebookService,
        tasks: Tasks,
        link_title: Callable[[str], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._link_title = link_title
        self._slug = ""
        self._loaded = False
        self._backlinks: tuple[Backlink, ...] = ()
        self._history: HistoryDialog | None = None
        self._star = tool_button("star", "", self)
        self._star.setCheckable(True)
        self._tags = TagEditor(self)
        self._editor = NoteEditor(tasks, link_title, self)
        self._modes = self._mode_buttons()
        self._revisions = tool_button("", "", self, "plain")
        self._state = label("", "faint", self)
        self._state.setWordWrap(True)
        self._links_head = label("", "section", self)
        self._links = QWidget(self)
        self._links_flow = FlowLayout(self._links, UNIT // 2)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.clear()
        follow_theme(self._dress)

    @property
    def slug(self) -> str:
        """Slug of the entry shown, empty when there is none."""
        return self._slug

    @property
    def mode(self) -> Mode:
        """Whether the text, the preview or both are shown."""
        return self._editor.mode

    def set_mode(self, mode: str) -> None:
        """Show `edit`, `preview` or `both`; anything else is `edit`."""
        chosen = Mode(mode) if mode in set(Mode) else Mode.EDIT
        self._modes[chosen].setChecked(True)
        self._editor.set_mode(chosen)

    def show_entry(self, slug: str) -> None:
        """Show the notes on an entry; those shown before are saved and their revision closes."""
        if slug == self._slug:
            return
        self.clear()
        if not slug:
            return
        self._slug = slug
        self.setEnabled(True)
        self._show_star()
        self._show_tags()
        self._show_state()
        self._notebook.load(slug)

    def clear(self) -> None:
        """Show no entry's notes."""
        if self._slug:
            self._notebook.leave(self._slug)
        self._slug = ""
        self._loaded = False
        if self._history is not None:
            self._history.close()
        self._editor.set_locked(True)
        self._editor.show_text("")
        self._tags.clear_typing()
        self._tags.show_tags(())
        self._show_links(())
        self._state.clear()
        self.setEnabled(False)

    def focus_text(self) -> None:
        """Put the keyboard into the text."""
        if self._editor.mode is Mode.PREVIEW:
            self.set_mode(Mode.EDIT)
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def toggle_star(self) -> None:
        """Star the entry shown, or take its star away."""
        if self._slug:
            self._notebook.set_star(self._slug, not self._notebook.is_starred(self._slug))

    @Slot()
    def show_history(self) -> None:
        """Open the list of revisions of the note shown."""
        if self._slug:
            # what is typed now becomes the first of the list
            self._notebook.leave(self._slug)
            self._notebook.revisions(self._slug, self._open_history)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _mode_buttons(self) -> dict[Mode, QToolButton]:
        group = QButtonGroup(self)
        buttons = {}
        for mode in Mode:
            button = tool_button("", "", self, "plain")
            button.setCheckable(True)
            button.setChecked(mode is Mode.EDIT)
            button.setProperty("mode", str(mode))
            group.addButton(button)
            buttons[mode] = button
        group.buttonClicked.connect(self._mode_chosen)
        return buttons

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(UNIT // 2)
        top.addWidget(self._star, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._tags, 1)
        bar = QHBoxLayout()
        bar.setSpacing(UNIT // 2)
        for button in self._modes.values():
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self._revisions)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addLayout(bar)
        column.addWidget(self._editor, 1)
        column.addWidget(self._state)
        column.addWidget(self._links_head)
        column.addWidget(self._links)

    def _connect(self) -> None:
        self._star.clicked.connect(self.toggle_star)
        self._tags.tags_edited.connect(self._tags_edited)
        self._editor.typed.connect(self._typed)
        self._editor.link_activated.connect(self._link_clicked)
        self._editor.link_hovered.connect(self.message)
        self._revisions.clicked.connect(self.show_history)
        self._notebook.note_loaded.connect(self._note_loaded)
        self._notebook.note_changed.connect(self._note_changed)
        self._notebook.stars_changed.connect(self._show_star)
        self._notebook.tags_changed.connect(self._show_tags)
        self._notebook.failed.connect(self._failed)
        self._notebook.trouble_changed.connect(self._show_state)
        self._notebook.ready.connect(self._fetch_missing)
        self._notebook.replaced.connect(self._fetch_again)

    @Slot(str, object)
    def _note_loaded(self, slug: str, state: NoteState) -> None:
        if slug != self._slug:
            return
        if self._loaded:
            self._editor.replace_text(state.note.text)
        else:
            self._loaded = True
            self._editor.show_text(state.note.text)
        self._editor.set_locked(False)
        self._show_links(state.backlinks)
        self._show_state()
        if state.note.changed is not None and not self._notebook.typed_text(slug):
            self._say_saved(local_text(state.note.changed, self.locale()))

    @Slot(str)
    def _note_changed(self, slug: str) -> None:
        if slug != self._slug or not self._loaded:
            return
        typed = self._notebook.typed_text(slug)
        if typed is not None:
            # written from outside the window; otherwise it is what stands here already
            self._editor.replace_text(typed)
        self._show_state()

    @Slot(str)
    def _typed(self, text: str) -> None:
        if self._slug and self._loaded:
            self._notebook.type_text(self._slug, text)
            self._show_state()

    @Slot(object)
    def _tags_edited(self, tags: tuple[str, ...]) -> None:
        if self._slug:
            self._notebook.set_tags(self._slug, tags)

    @Slot()
    def _show_star(self) -> None:
        starred = bool(self._slug) and self._notebook.is_starred(self._slug)
        self._star.setChecked(starred)
        words = self.tr("Take the star away") if starred else self.tr("Give this entry a star")
        self._star.setToolTip(words)
        self._star.setAccessibleName(words)
        self._star.setProperty("iconName", "star-filled" if starred else "star")
        dress(self._star)

    @Slot()
    def _show_tags(self) -> None:
        self._tags.show_tags(self._notebook.tags_of(self._slug))
        self._tags.show_known(list(self._notebook.tag_counts()))

    @Slot()
    def _show_state(self) -> None:
        if not self._slug:
            return
        saved = self._notebook.saved_at(self._slug)
        if self._notebook.problem:
            unsaved = self._notebook.typed_text(self._slug) is not None
            # what happened stands in the bar above
            kept, out = self.tr("Not saved yet; kept in memory."), self.tr("The notebook cannot be used now.")
            self._state.setText(kept if unsaved else out)
        elif not self._loaded:
            self._state.setText(self.tr("Fetching the note …"))
        elif self._notebook.typed_text(self._slug) is not None:
            self._state.setText(self.tr("Saving …"))
        elif saved is not None:
            self._say_saved(local_text(saved, self.locale()))
        else:
            self._state.setText(self.tr("Saved as you type; every revision is kept."))

    def _say_saved(self, time: str) -> None:
        if not self._notebook.problem:
            self._state.setText(self.tr("Saved {time}").format(time=time))

    @Slot(str)
    def _failed(self, _problem: str) -> None:
        if self._loaded:
            # a restore that failed leaves the text as it stands
            self._editor.set_locked(False)
        self._show_state()

    @Slot()
    def _fetch_missing(self) -> None:
        """Fetch the note that could not be read before."""
        if self._slug and not self._loaded:
            self._notebook.load(self._slug)

    @Slot()
    def _fetch_again(self) -> None:
        """Forget what is shown: another notebook took the place of the one it came from."""
        if not self._slug:
            return
        self._loaded = False
        self._editor.set_locked(True)
        self._editor.show_text("")
        self._show_links(())
        self._show_state()
        self._notebook.load(self._slug)

    def _show_links(self, links: tuple[Backlink, ...]) -> None:
        self._backlinks = links
        while (item := self._links_flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for link in links:
            self._links_flow.addWidget(self._link_button(link))
        self._links_head.setVisible(bool(links))
        self._links.setVisible(bool(links))
        self._links.updateGeometry()

    def _link_button(self, link: Backlink) -> QToolButton:
        words = self._link_title(link.slug) or link.slug
        if link.slug.startswith(FREE_PREFIX):
            words = link.excerpt[:40] or self.tr("A note of mine")
        button = tool_button("", link.excerpt, self._links, "button")
        button.setText(words)
        button.setAccessibleName(self.tr("Go to {title}, whose note links here").format(title=words))
        button.setProperty("slug", link.slug)
        button.clicked.connect(self._backlink_clicked)
        return button

    @Slot()
    def _backlink_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.entry_activated.emit(str(button.property("slug")))

    @Slot(str)
    def _link_clicked(self, address: str) -> None:
        try:
            link = parse_link(address)
        except ValueError:
            self.link_activated.emit(address)
            return
        if link.kind in (MAP, PLACE) or link.as_of is not None:
            self.link_activated.emit(address)
        else:
            self.entry_activated.emit(link.slug)

    @Slot(object)
    def _mode_chosen(self, button: QToolButton) -> None:
        self._editor.set_mode(Mode(str(button.property("mode"))))

    def _open_history(self, revisions: list[Revision]) -> None:
        if not self._slug or any(revision.slug != self._slug for revision in revisions):
            return
        if self._history is not None:
            self._history.close()
        title = self._link_title(self._slug) or self._slug
        self._history = HistoryDialog(title, revisions, self)
        self._history.restore_asked.connect(self._restore)
        self._history.finished.connect(self._history_closed)
        self._history.open()

    @Slot()
    def _history_closed(self) -> None:
        self._history = None

    @Slot(int)
    def _restore(self, revision: int) -> None:
        if self._slug:
            self._editor.set_locked(True)
            self._notebook.restore(self._slug, revision)

    def _dress(self) -> None:
        dress(self._star)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("My notes"))
        self._editor.set_placeholder(self.tr("Your thoughts, in Markdown. [[change-7]] links to an entry."))
        texts = {
            Mode.EDIT: self.tr("Edit"),
            Mode.PREVIEW: self.tr("Preview"),
            Mode.BOTH: self.tr("Both"),
        }
        tips = {
            Mode.EDIT: self.tr("Show the text of the note"),
            Mode.PREVIEW: self.tr("Show how the note reads"),
            Mode.BOTH: self.tr("Show the text and how it reads"),
        }
        for mode, button in self._modes.items():
            button.setText(texts[mode])
            button.setToolTip(tips[mode])
            button.setAccessibleName(tips[mode])
        self._revisions.setText(self.tr("Revisions"))
        self._revisions.setToolTip(self.tr("Read and restore earlier states of this note"))
        self._revisions.setAccessibleName(self._revisions.toolTip())
        self._links_head.setText(self.tr("Linked from"))
        self._state.setAccessibleName(self.tr("State of the note"))
        self._show_star()
        self._show_state()
