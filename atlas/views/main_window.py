"""The main window: builds the panes and connects them."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QSplitter, QWidget

from atlas.actions.registry import Registry
from atlas.domain.entries import EntryRow
from atlas.models.session import Session
from atlas.models.sorting import SortKey
from atlas.services.names import main_name
from atlas.views.as_of import AsOfBar
from atlas.views.centre import Centre
from atlas.views.detail.pane import DetailPane
from atlas.views.docks import make_dock
from atlas.views.errors import confirm_loss
from atlas.views.focus_ring import FocusRing
from atlas.views.icons import icon
from atlas.views.layout import load_day
from atlas.views.list_pane import ListPane
from atlas.views.notes import NotesKeeper, NotesPanel
from atlas.views.status_bar import StatusBar
from atlas.views.tab_order import next_stop
from atlas.views.theme import ThemeManager, current_theme
from atlas.views.themed import follow_theme
from atlas.views.top_bar import TopBar
from atlas.views.window_commands import WindowCommands
from atlas.views.window_memory import WindowMemory

if TYPE_CHECKING:
    from atlas.context import AppContext

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class MainWindow(QMainWindow):
    """One window over one catalogue and one notebook."""

    def __init__(self, context: "AppContext", theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._placed = False
        self.theme = theme
        self.setObjectName("mainWindow")
        self.session = Session(context.catalogue.date, load_day(context.settings), self)
        self.registry = Registry(self)
        self._build_bars()
        self._build_panes()
        self.commands = WindowCommands(context, self)
        self._connect_session()
        self._connect_panes()
        follow_theme(self._dress)
        self._memory = WindowMemory(context, self)
        self._memory.restore()

    def _build_bars(self) -> None:
        today = self._context.catalogue.date
        self.top_bar = TopBar(self.registry, today, self)
        self.addToolBar(self.top_bar)
        self.addToolBarBreak()
        self.as_of_bar = AsOfBar(today, self)
        self.addToolBar(self.as_of_bar)
        self.status = StatusBar(today, self)
        self.setStatusBar(self.status)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _build_panes(self) -> None:
        context = self._context
        self.list_pane = ListPane(context, self)
        self.detail = DetailPane(context, self)
        self.keeper = NotesKeeper(context.notebook, context.care, self)
        self.notes = NotesPanel(context.notebook, context.tasks, self.title_of, self)
        self.centre = Centre(context, self.title_of, self)
        self.setCentralWidget(self.centre)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setAccessibleName(self.tr("Entry and my notes"))
        self.splitter.addWidget(self.detail)
        self.splitter.addWidget(self.keeper.above(self.notes))
        self.splitter.setStretchFactor(0, 1)
        self.list_dock, _ = make_dock("listDock", self.tr("Entries"), self.list_pane, self)
        self.detail_dock, title = make_dock("detailDock", self.tr("Entry"), self.splitter, self)
        title.add_action(self.registry["show-on-map"])
        copies = ("copy-text", "copy-markdown", "copy-bibtex", "copy-csl", "copy-link", "report")
        title.add_menu("copy", self.tr("Copy this entry"), [self.registry[name] for name in copies])
        self.addDockWidget(_LEFT, self.list_dock)
        self.addDockWidget(_RIGHT, self.detail_dock)
        self.list_pane.set_sort_actions({key: self.registry[f"sort-{key}"] for key in SortKey})
        self.ring = FocusRing(
            [
                (self.top_bar, self.top_bar.search),
                (self.list_pane, self.list_pane.view),
                (self.centre, self.centre),
                (self.detail, self.detail.body),
                (self.notes, self.notes),
            ]
        )

    def _connect_session(self) -> None:
        session = self.session
        session.entry_changed.connect(self._show_entry)
        session.as_of_changed.connect(self.show_as_of)
        session.history_changed.connect(self.commands.update_needs)
        notebook = self._context.notebook
        for signal in (notebook.stars_changed, notebook.tags_changed, notebook.ready):
            signal.connect(self.take_marks)
        self.keeper.message.connect(self.status.showMessage)

    def _connect_panes(self) -> None:
        commands, search = self.commands, self.top_bar.search
        search.textChanged.connect(self.list_pane.set_text)
        search.returnPressed.connect(self.list_pane.activate_first)
        search.down_pressed.connect(self.list_pane.view.setFocus)
        self.top_bar.as_of.day_chosen.connect(self.session.set_as_of)
        self.as_of_bar.closed.connect(commands.as_of_today)
        self.list_pane.entry_passed.connect(self.session.step_to)
        self.list_pane.text_typed.connect(commands.type_into_search)
        self.list_pane.changed.connect(self._on_list_changed)
        self.list_pane.place_activated.connect(commands.show_place)
        self.detail.kin_wanted.connect(commands.list_kin)
        self.detail.today_wanted.connect(commands.as_of_today)
        for pane in (self.list_pane, self.detail, self.centre, self.notes):
            pane.entry_activated.connect(commands.open_entry)
        for pane in (self.detail, self.centre, self.notes):
            pane.message.connect(self.status.say)
        for pane in (self.centre, self.notes):
            pane.link_activated.connect(commands.open_link)
        self.centre.map.pointer_changed.connect(self.status.show_reading)
        self.centre.map.scale_changed.connect(self.status.show_scale)
        self.status.show_terrain(self.centre.map.terrain_name)
        for dock, name in ((self.list_dock, "pane-list"), (self.detail_dock, "pane-detail")):
            self.registry[name].toggled.connect(dock.setVisible)
            dock.visibilityChanged.connect(self._mark_panes)

    def title_of(self, slug: str) -> str | None:
        """Return the name of an entry by slug, None where there is none."""
        catalogue = self._context.catalogue
        with suppress(LookupError):
            return main_name(catalogue.entry(slug, catalogue.date).row, self._context.language.language)
        return None

    def open_link(self, address: str) -> None:
        """Come to the front and follow an `atlas://` link, where one is given."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        if address:
            self.commands.open_link(address)

    def show_page(self, page: QDialog) -> None:
        """Show a page over the window until it is closed."""
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.open()

    def reset_layout(self) -> None:
        """Put the panes where they stand in a new window."""
        for dock, area in ((self.list_dock, _LEFT), (self.detail_dock, _RIGHT)):
            dock.setFloating(False)
            self.addDockWidget(area, dock)
            dock.show()
        self._memory.place_panes()

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        room = self.screen().availableSize()
        return QSize(min(1600, room.width() * 9 // 10), min(960, room.height() * 9 // 10))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if not self._placed:
            self._placed = True
            self._memory.place()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's
        panes = (self.top_bar, self.as_of_bar, self.list_dock, self.centre, self.detail_dock)
        stop = next_stop(panes, QApplication.focusWidget(), forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason
        stop.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        notebook = self._context.notebook
        if not notebook.flush() and not confirm_loss(self, notebook.problem, self.keeper.save_text):
            event.ignore()
            return
        self._memory.save()
        super().closeEvent(event)

    def restore_geometry(self) -> None:
        """Take the size and place of the last time, before the window is shown."""
        self._memory.restore_geometry()

    def remember(self) -> None:
        """Write down where everything stands, for the next window."""
        self._memory.save()

    def take_place_of(self, other: "MainWindow") -> None:
        """Show this window where another one stood, with everything as it stood there."""
        self._memory.take_place_of(other)

    @Slot()
    def _on_list_changed(self) -> None:
        self.commands.update_needs()
        self.centre.set_listed(self._listed)

    def _listed(self) -> tuple[EntryRow, ...]:
        return self.list_pane.model.shown

    @Slot(str)
    def _show_entry(self, slug: str) -> None:
        if slug:
            self.detail.show_entry(slug, self.session.as_of)
        else:
            self.detail.show_nothing()
        self.notes.show_entry(slug)
        self.list_pane.select(slug)
        self.centre.select(slug or None)
        self.take_marks()
        self.update_title()

    @Slot(object)
    def show_as_of(self, day: date) -> None:
        """Show what was known on a day, in every pane."""
        self.list_pane.set_as_of(day)
        self.centre.set_as_of(day)
        self.top_bar.as_of.show_day(day)
        self.as_of_bar.show_day(day, self.list_pane.model.not_yet_known)
        if self.session.slug:
            self.detail.show_entry(self.session.slug, day, soon=True)
        self.commands.update_needs()
        self.update_title()

    @Slot()
    def take_marks(self) -> None:
        """Take over stars and tags from the notebook."""
        notebook = self._context.notebook
        self.list_pane.set_marks(notebook.tags_by_slug, notebook.stars)
        self.registry["star"].setChecked(notebook.is_starred(self.session.slug or ""))

    @Slot()
    def _mark_panes(self) -> None:
        if self.isVisible():
            self.registry["pane-list"].setChecked(not self.list_dock.isHidden())
            self.registry["pane-detail"].setChecked(not self.detail_dock.isHidden())

    def update_title(self) -> None:
        """Name the entry shown in the title."""
        entry = self.detail.entry
        app = self.tr("ILRS Atlas")
        language = self._context.language.language
        self.setWindowTitle(f"{main_name(entry.row, language)} — {app}" if entry is not None else app)

    def _icon(self, name: str) -> QIcon:
        return icon(name, current_theme(), active=current_theme().accent)

    @Slot()
    def _dress(self) -> None:
        self.registry.set_icons(self._icon)
        self.registry[f"theme-{self.theme.mode}"].setChecked(True)
        self.list_pane.view.viewport().update()
