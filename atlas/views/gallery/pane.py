"""The gallery as a tab: the grid and, in its place, the viewer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from atlas.domain.entries import EntryRow
from atlas.models.gallery import PictureItem, PictureOrder, Shelf, pictures_of
from atlas.models.gallery_files import PictureFiles
from atlas.models.gallery_list import GalleryListModel
from atlas.services.units import METRIC, Units
from atlas.views.gallery.acts import PictureActs
from atlas.views.gallery.data import GalleryData
from atlas.views.gallery.menu import fill_picture_menu
from atlas.views.gallery.notices import ProgressNotice, UndoNotice
from atlas.views.gallery.own import OwnDesk
from atlas.views.gallery.shelf import ShelfView
from atlas.views.gallery.thumbs import TileStore
from atlas.views.page import Page

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.gallery.stage import FullScreenStage
    from atlas.views.gallery.viewer import Viewer

_SIZE: Final = "gallery/size"
_ORDER: Final = "gallery/order"
_SECONDS: Final = "gallery/seconds"


class GalleryPane(Page):
    """Pictures of the catalogue and the user's own."""

    wants_list: ClassVar[bool] = True

    def __init__(self, context: "AppContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = context.tasks
        self._settings = context.settings
        self._units = METRIC
        self._waiting_key = ""
        self._waiting_slug = ""
        self._read = False
        """Whether what is shown answers what was asked for last."""
        self._stage: FullScreenStage | None = None
        self.files = PictureFiles(context.paths.data / "thumbnails")
        self.model = GalleryListModel(self)
        self.store = TileStore(context.tasks, self.files, self)
        self.data = GalleryData(context, self)
        self.shelf = ShelfView(self.model, self.store, self)
        self._viewer: Viewer | None = None
        self.acts = PictureActs(context.tasks, context.pictures, self.files, context.settings, self)
        self.desk = OwnDesk(context.pictures, context.settings, self._names, self)
        self.undo = UndoNotice(self)
        self.progress = ProgressNotice(self)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.undo)
        column.addWidget(self.progress)
        self._stack.addWidget(self.shelf)
        self.setAccessibleName(self.tr("Gallery"))
        self._connect()
        self._connect_own(context)
        self._restore()

    def _connect(self) -> None:
        shelf, grid, data = self.shelf, self.shelf.grid, self.data
        data.arranged.connect(self._on_arranged)
        data.collected.connect(self._on_collected)
        shelf.shelf_chosen.connect(self._on_shelf)
        shelf.order_chosen.connect(self._on_order)
        shelf.text_changed.connect(self._on_text)
        shelf.entry_activated.connect(self.entry_activated)
        shelf.compare_wanted.connect(self.compare)
        grid.opened.connect(self.open_key)
        grid.size_changed.connect(self._on_size)
        grid.copied.connect(self._copy)
        grid.customContextMenuRequested.connect(self._on_context_menu)
        self.acts.message.connect(self.message)

    @property
    def viewer(self) -> "Viewer":
        """The viewer; made when the first picture is opened, as the grid is looked at before."""
        if self._viewer is None:
            from atlas.views.gallery.viewer import Viewer

            viewer = self._viewer = Viewer(self.model, self.store, self._tasks, self.files, self)
            self._stack.addWidget(viewer)
            viewer.closed.connect(self._on_viewer_closed)
            viewer.full_screen_wanted.connect(self.set_full_screen)
            viewer.link_clicked.connect(self.link_activated)
            viewer.menu_wanted.connect(self._fill_viewer_menu)
            viewer.copy_wanted.connect(self._copy)
            viewer.bin_wanted.connect(self._throw)
            viewer.bar.interval_chosen.connect(self._on_seconds)
            seconds = self._settings.text(_SECONDS)
            viewer.set_seconds(int(seconds) if seconds.isdecimal() and int(seconds) else viewer.seconds)
            viewer.set_units(self._units)
            viewer.set_names(self.data.names)
        return self._viewer

    def _connect_own(self, context: "AppContext") -> None:
        shelf, desk, service = self.shelf, self.desk, context.pictures
        shelf.grid.files_dropped.connect(desk.add)
        shelf.grid.pasted.connect(desk.paste)
        shelf.grid.binned.connect(self._throw)
        shelf.restore_wanted.connect(self._take_out)
        shelf.empty_wanted.connect(self._empty)
        shelf.find_wanted.connect(desk.find_missing)
        shelf.add_wanted.connect(desk.choose_files)
        self.progress.cancelled.connect(service.cancel)
        service.busy_changed.connect(self.progress.set_busy)
        service.progress.connect(self.progress.show_progress)
        desk.message.connect(self.message)
        desk.undo_offered.connect(self.undo.offer)

    def _restore(self) -> None:
        size, order = self._settings.text(_SIZE), self._settings.text(_ORDER)
        if size.isdecimal():
            self.shelf.grid.set_cell_width(int(size))
        if order in set(PictureOrder):
            self.shelf.toolbar.show_order(PictureOrder(order))
            self.data.set_query(replace(self.data.query, order=PictureOrder(order)))

    def _names(self) -> dict[str, str]:
        return dict(self.data.names)

    # what the window tells

    def set_as_of(self, day: date) -> None:
        """Show the pictures known on a day."""
        self.data.set_day(day)

    def set_listed(self, rows: Sequence[EntryRow]) -> None:
        """Show the pictures of the entries in the filtered list."""
        self.data.set_listed(rows)

    def select(self, slug: str | None) -> None:
        """Offer new pictures to the entry that the window shows."""
        self.desk.set_entry(slug)

    def set_units(self, units: Units) -> None:
        """Write places in other units."""
        self._units = units
        if self._viewer is not None:
            self._viewer.set_units(units)

    def take_focus(self) -> None:
        """Put the keyboard into the grid, or onto the picture."""
        target = self.viewer if self.is_viewing else self.shelf.grid
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def standing(self) -> object:
        """Return shelf, text, and which picture is looked at."""
        item = self.viewer.item if self.is_viewing else None
        return str(self.data.query.shelf), self.data.query.text, item.key if item is not None else ""

    def go_on_from(self, standing: object) -> None:
        """Show the same shelf and picture again."""
        if not isinstance(standing, tuple) or len(standing) != 3:
            return
        shelf, text, self._waiting_key = standing
        self.shelf.toolbar.shelves.set_value(shelf)
        self.shelf.toolbar.search.setText(text)
        self.data.set_query(replace(self.data.query, shelf=Shelf(shelf), text=text))

    def set_add_actions(self, actions: Sequence[QAction]) -> None:
        """Take over the commands that add pictures."""
        self.shelf.toolbar.add.menu().addActions(list(actions))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - names of this class are Qt's
        super().showEvent(event)
        self.data.look(looking=True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.data.look(looking=False)
        if self._viewer is not None:
            self._viewer.set_playing(False)
        self.store.stop()

    # what is shown

    @property
    def is_viewing(self) -> bool:
        """Whether the viewer stands in the place of the grid."""
        return self._viewer is not None and (self._stage is not None or self._stack.currentWidget() is self._viewer)

    def show_picture(self, key: str) -> None:
        """Open the viewer on a picture of any shelf, as soon as it is there."""
        self._waiting_key = key
        self._show_all_if_hidden()
        self._open_waiting()

    def show_pictures_of(self, slug: str) -> None:
        """Open the viewer on the first picture of an entry, as soon as it is known whether there is one."""
        self._waiting_slug = slug
        self._show_all_if_hidden()
        if self._read:
            self._open_waiting()

    def open_key(self, key: str) -> None:
        """Open the viewer on a picture of the grid."""
        self._stack.setCurrentWidget(self.viewer)
        self.viewer.open_key(key)
        self.viewer.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare(self) -> None:
        """Open the viewer on the two pictures that are selected."""
        chosen = self.shelf.grid.selected_items()
        if len(chosen) > 1:
            self._stack.setCurrentWidget(self.viewer)
            self.viewer.open_two(chosen[0].key, chosen[1].key)
            self.viewer.setFocus(Qt.FocusReason.OtherFocusReason)

    def play(self) -> None:
        """Show the pictures one after the other, from the current one on, filling the screen."""
        key = self.shelf.grid.current_key() or (self.model.items[0].key if self.model.items else "")
        if key:
            if not self.is_viewing:
                self.open_key(key)
            self.viewer.set_playing(True)
            self.viewer.bar.full.setChecked(True)

    def set_full_screen(self, on: bool) -> None:
        """Let the viewer fill the screen, or put it back."""
        if on and self._stage is None:
            from atlas.views.gallery.stage import FullScreenStage

            self._stage = FullScreenStage(self.viewer, self.window())
            self._stage.left.connect(self._leave_full_screen)
            self._stage.showFullScreen()
        elif not on and self._stage is not None:
            stage, self._stage = self._stage, None
            self._stack.addWidget(self.viewer)
            self._stack.setCurrentWidget(self.viewer)
            stage.close()
            stage.deleteLater()
        self.viewer.show_full_screen(on=on)
        self.viewer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_full_screen(self) -> None:
        self.viewer.bar.full.setChecked(False)

    def _on_viewer_closed(self) -> None:
        self.viewer.bar.full.setChecked(False)
        item = self.viewer.item
        self._stack.setCurrentWidget(self.shelf)
        if item is not None:
            self.shelf.grid.show_key(item.key)
        self.shelf.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_arranged(self, items: list[PictureItem]) -> None:
        self._read = True
        self.shelf.show_items(items, self.data)
        self._open_waiting()

    def _on_collected(self) -> None:
        if self._viewer is not None:
            self._viewer.set_names(self.data.names)

    def _open_waiting(self) -> None:
        key, slug = self._waiting_key, self._waiting_slug
        if slug:
            key = next((item.key for item in pictures_of(self.model.items, slug)), "")
            self._waiting_slug = ""
            if not key:
                self.message.emit(self.tr("There is no picture of this entry."))
        if key and self.model.row_of(key) >= 0:
            self._waiting_key = ""
            self.open_key(key)

    def _show_all_if_hidden(self) -> None:
        """Make sure that nothing chosen here hides the picture that was asked for elsewhere."""
        if self.model.row_of(self._waiting_key) < 0 and (self.data.query.text or self.data.query.shelf != Shelf.ALL):
            self._read = False
            self.shelf.toolbar.search.clear()
            self.shelf.toolbar.shelves.set_value(Shelf.ALL)
            self.data.set_query(replace(self.data.query, text="", shelf=Shelf.ALL))

    # choices

    def _on_shelf(self, value: str) -> None:
        self.data.set_query(replace(self.data.query, shelf=Shelf(value)))

    def _on_order(self, value: str) -> None:
        self._settings.set_text(_ORDER, value)
        self.data.set_query(replace(self.data.query, order=PictureOrder(value)))

    def _on_text(self, text: str) -> None:
        self.data.set_query(replace(self.data.query, text=text.strip()))

    def _on_size(self, width: int) -> None:
        self._settings.set_text(_SIZE, str(width))

    def _on_seconds(self, seconds: int) -> None:
        self._settings.set_text(_SECONDS, str(seconds))

    # pictures

    def _chosen(self) -> list[PictureItem]:
        if self.is_viewing:
            return [self.viewer.item] if self.viewer.item is not None else []
        return self.shelf.grid.selected_items()

    def _copy(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self.acts.copy(chosen[0])
        elif chosen:
            self.acts.copy_credit(chosen)

    def _throw(self) -> None:
        chosen = self._chosen()
        if chosen and not any(item.mine for item in chosen):
            self.message.emit(self.tr("Pictures of the atlas stay: only your own can be put into the bin."))
        self.desk.throw(chosen)

    def _take_out(self) -> None:
        self.desk.restore(self.shelf.grid.selected_items() or self.data.on_shelf(Shelf.BIN))

    def _empty(self) -> None:
        self.desk.empty_bin(self.data.on_shelf(Shelf.BIN))

    def _on_context_menu(self, point: QPoint) -> None:
        grid = self.shelf.grid
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = grid.selected_items()
        if len(chosen) > 1:
            menu.addAction(self.tr("Compare the first two"), self.compare)
        self._fill_menu(menu, chosen)
        if not menu.isEmpty():
            menu.popup(grid.viewport().mapToGlobal(point))

    def _fill_viewer_menu(self, menu: QMenu) -> None:
        self._fill_menu(menu, self._chosen())

    def _fill_menu(self, menu: QMenu, items: list[PictureItem]) -> None:
        fill_picture_menu(menu, items, self.acts, self.desk, self.data.names, self.entry_activated.emit)

    def add_files(self, files: Sequence[Path]) -> None:
        """Add files that were dropped elsewhere."""
        self.desk.add(files)
