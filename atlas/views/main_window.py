"""The main window: builds the panes and connects them."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QSplitter, QWidget

from atlas.actions.registry import Registry
from atlas.models.session import Session
from atlas.models.sorting import SortKey
from atlas.views.as_of import AsOfBar
from atlas.views.centre import Centre
from atlas.views.detail.pane import DetailPane
from atlas.views.docks import make_dock
from atlas.views.errors import confirm_loss
from atlas.views.focus_ring import FocusRing
from atlas.views.icons import icon
from atlas.views.layout import STATE_VERSION, load_day, load_filter, load_sort, save_filter, save_layout
from atlas.views.list_pane import ListPane
from atlas.views.notes import NotesKeeper, NotesPanel
from atlas.views.status_bar import StatusBar
from atlas.views.tab_order import next_stop
from atlas.views.theme import ThemeManager, current_theme
from atlas.views.themed import follow_theme
from atlas.views.top_bar import TopBar
from atlas.views.window_commands import WindowCommands

if TYPE_CHECKING:
    from atlas.context import AppContext

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_FIRST_ENTRY = "ilrs"
"""What a new user sees first."""


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
        self._restore()

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
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setAccessibleName(self.tr("Entry and my notes"))
        self._splitter.addWidget(self.detail)
        self._splitter.addWidget(self.keeper.above(self.notes))
        self._splitter.setStretchFactor(0, 1)
        self.list_dock, _ = make_dock("listDock", self.tr("Entries"), self.list_pane, self)
        self.detail_dock, title = make_dock("detailDock", self.tr("Entry"), self._splitter, self)
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
        session.as_of_changed.connect(self._show_as_of)
        session.history_changed.connect(self.commands.update_needs)
        notebook = self._context.notebook
        for signal in (notebook.stars_changed, notebook.tags_changed, notebook.ready):
            signal.connect(self._take_marks)
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
        self.list_pane.changed.connect(commands.update_needs)
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
            return catalogue.entry(slug, catalogue.date).row.name
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
        self._place_panes()

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        room = self.screen().availableSize()
        return QSize(min(1600, room.width() * 9 // 10), min(960, room.height() * 9 // 10))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if not self._placed:
            self._placed = True
            self._place()

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
        self._remember()
        super().closeEvent(event)

    def _remember(self) -> None:
        settings = self._context.settings
        save_layout(settings, self.saveGeometry(), self.saveState(STATE_VERSION), self._splitter.saveState())
        save_filter(settings, self.list_pane.model.filter)
        settings.set_text("list/sort", self.list_pane.model.sort_key)
        settings.set_text("entry", self.session.slug or "")
        past = self.session.as_of != self.session.today
        settings.set_text("as-of", self.session.as_of.isoformat() if past else "")
        settings.set_text("tab", str(self.centre.currentIndex()))
        settings.sync()

    def _restore(self) -> None:
        settings = self._context.settings
        sort = load_sort(settings)
        self.registry[f"sort-{sort}"].setChecked(True)
        self.registry[f"theme-{self.theme.mode}"].setChecked(True)
        self.list_pane.set_sort(sort)
        self._show_as_of(self.session.as_of)
        self.list_pane.set_filter(load_filter(settings))
        self._take_marks()
        slug = settings.text("entry") or _FIRST_ENTRY
        if self.title_of(slug) is not None:
            self.session.open(slug)
        tab = settings.text("tab", "0")
        self.centre.setCurrentIndex(int(tab) if tab.isdecimal() else 0)
        self.commands.update_needs()
        self._title()

    def _place(self) -> None:
        """Put window and panes where they were; what was saved by another version counts for nothing."""
        settings = self._context.settings
        docks, notes = settings.state("window/docks"), settings.state("window/notes")
        if docks is None or not self.restoreState(docks, STATE_VERSION):
            self._place_panes()
        if notes is not None:
            self._splitter.restoreState(notes)
        self.as_of_bar.setVisible(self.session.as_of != self.session.today)
        self.top_bar.show()
        self.list_pane.view.setFocus()

    def restore_geometry(self) -> None:
        """Take the size and place of the last time, before the window is shown."""
        geometry = self._context.settings.state("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(self.sizeHint())

    def _place_panes(self) -> None:
        width, height = self.width(), self.height()
        left, right = min(380, max(280, width // 4)), min(460, max(330, width * 3 // 10))
        self.resizeDocks([self.list_dock, self.detail_dock], [left, right], Qt.Orientation.Horizontal)
        notes = max(176, height // 5)
        self._splitter.setSizes([height - notes, notes])

    @Slot(str)
    def _show_entry(self, slug: str) -> None:
        if slug:
            self.detail.show_entry(slug, self.session.as_of)
        else:
            self.detail.show_nothing()
        self.notes.show_entry(slug)
        self.list_pane.select(slug)
        self.centre.map.select(slug)
        self._take_marks()
        self._title()

    @Slot(object)
    def _show_as_of(self, day: date) -> None:
        self.list_pane.set_as_of(day)
        self.centre.map.set_as_of(day)
        self.top_bar.as_of.show_day(day)
        self.as_of_bar.show_day(day, self.list_pane.model.not_yet_known)
        if self.session.slug:
            self.detail.show_entry(self.session.slug, day)
        self.commands.update_needs()
        self._title()

    @Slot()
    def _take_marks(self) -> None:
        notebook = self._context.notebook
        self.list_pane.set_marks(notebook.tags_by_slug, notebook.stars)
        self.registry["star"].setChecked(notebook.is_starred(self.session.slug or ""))

    @Slot()
    def _mark_panes(self) -> None:
        if self.isVisible():
            self.registry["pane-list"].setChecked(not self.list_dock.isHidden())
            self.registry["pane-detail"].setChecked(not self.detail_dock.isHidden())

    def _title(self) -> None:
        entry = self.detail.entry
        app = self.tr("ILRS Atlas")
        self.setWindowTitle(f"{entry.row.name} — {app}" if entry is not None else app)

    def _icon(self, name: str) -> QIcon:
        return icon(name, current_theme(), active=current_theme().accent)

    @Slot()
    def _dress(self) -> None:
        self.registry.set_icons(self._icon)
        self.registry[f"theme-{self.theme.mode}"].setChecked(True)
        self.list_pane.view.viewport().update()
