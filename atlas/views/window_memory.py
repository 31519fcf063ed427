"""What the window takes up again from the last time, and what it leaves for the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog

from atlas.views.layout import STATE_VERSION, load_filter, load_sort, save_filter, save_layout

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.detail.browser import CardBrowser
    from atlas.views.main_window import MainWindow

_FIRST_ENTRY = "ilrs"
"""What a new user sees first."""


class WindowMemory(QObject):
    """Saves and restores one window."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._settings = context.settings
        self._window = window

    def save(self) -> None:
        """Write everything down."""
        window, settings = self._window, self._settings
        save_layout(settings, window.saveGeometry(), window.saveState(STATE_VERSION), window.splitter.saveState())
        save_filter(settings, window.list_pane.model.filter)
        settings.set_text("list/sort", window.list_pane.model.sort_key)
        settings.set_text("entry", window.session.slug or "")
        past = window.session.as_of != window.session.today
        settings.set_text("as-of", window.session.as_of.isoformat() if past else "")
        settings.set_text("tab", window.centre.current_key)
        settings.sync()

    def restore(self) -> None:
        """Show order, day, filter, entry and tab of the last time."""
        window, settings = self._window, self._settings
        sort = load_sort(settings)
        window.registry[f"sort-{sort}"].setChecked(True)
        window.registry[f"theme-{window.theme.mode}"].setChecked(True)
        window.list_pane.set_sort(sort)
        window.show_as_of(window.session.as_of)
        window.list_pane.set_filter(load_filter(settings))
        window.take_marks()
        slug = settings.text("entry") or _FIRST_ENTRY
        if window.title_of(slug) is not None:
            window.session.open(slug)
        window.centre.show_page(settings.text("tab"))
        window.commands.update_needs()
        window.update_title()

    def take_place_of(self, old: "MainWindow") -> None:
        """Show the window in the place of another one, with what no settings hold: history, search, scrolling."""
        window = self._window
        window.session.go_on_from(old.session)
        window.notes.set_mode(old.notes.mode)
        window.centre.go_on_from(old.centre)
        window.commands.illumination.go_on_from(old.commands.illumination)
        window.top_bar.search.setText(old.top_bar.search.text())
        self.restore_geometry()
        if not window.isMaximized() and not window.isFullScreen():
            # what is remembered is fitted to the screen, this one stands there
            window.setGeometry(old.geometry())
        window.show()
        list_pane, view = old.list_pane, window.list_pane.view
        top = window.list_pane.model.index_of(list_pane.model.slug_at(list_pane.view.indexAt(QPoint(1, 1))))
        if top.isValid():
            view.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)
        _scroll_alike(old.detail.body, window.detail.body)
        preferences = old.findChild(QDialog, "preferences")
        if preferences is not None and preferences.isVisible():
            preferences.close()
            window.commands.show_preferences()

    def restore_geometry(self) -> None:
        """Take the size and place of the last time, before the window is shown."""
        geometry = self._settings.state("window/geometry")
        if geometry is None or not self._window.restoreGeometry(geometry):
            self._window.resize(self._window.sizeHint())

    def place(self) -> None:
        """Put window and panes where they were; what was saved by another version counts for nothing."""
        window, settings = self._window, self._settings
        docks, notes = settings.state("window/docks"), settings.state("window/notes")
        if docks is None or not window.restoreState(docks, STATE_VERSION):
            self.place_panes()
        if notes is not None:
            window.splitter.restoreState(notes)
        window.as_of_bar.setVisible(window.session.as_of != window.session.today)
        window.top_bar.show()
        window.list_pane.view.setFocus()

    def place_panes(self) -> None:
        """Give the panes the sizes of a new window."""
        window = self._window
        width, height = window.width(), window.height()
        left, right = min(380, max(280, width // 4)), min(460, max(330, width * 3 // 10))
        window.resizeDocks([window.list_dock, window.detail_dock], [left, right], Qt.Orientation.Horizontal)
        notes = max(176, height // 5)
        window.splitter.setSizes([height - notes, notes])


def _scroll_alike(old: "CardBrowser", new: "CardBrowser") -> None:
    """Scroll as far down in one card as in another, whose words may need more or less room."""
    bar = old.verticalScrollBar()
    if bar.value() > 0:
        old.finish()
        new.finish()
        new.verticalScrollBar().setValue(round(new.verticalScrollBar().maximum() * bar.value() / bar.maximum()))
