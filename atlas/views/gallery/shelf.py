"""The grid with everything round it: the bar above, what is missing, what can be undone, how many there are."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from atlas.domain.entries import Picture
from atlas.models.gallery import PictureItem, Shelf
from atlas.models.gallery_list import GalleryListModel
from atlas.views.empty_state import EmptyState
from atlas.views.gallery.grid import GalleryGrid
from atlas.views.gallery.notices import Notice
from atlas.views.gallery.thumbs import TileStore
from atlas.views.gallery.toolbar import GalleryToolbar
from atlas.views.theme import UNIT
from atlas.views.themed import label

if TYPE_CHECKING:
    from atlas.views.gallery.data import GalleryData


class ShelfView(QWidget):
    """Shows pictures of one shelf, or says why there are none."""

    shelf_chosen = Signal(str)
    order_chosen = Signal(str)
    text_changed = Signal(str)
    entry_activated = Signal(str)
    compare_wanted = Signal()
    restore_wanted = Signal()
    empty_wanted = Signal()
    find_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, model: GalleryListModel, store: TileStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._shelf = Shelf.ALL
        self._unshown: Sequence[tuple[str, Picture]] = ()
        self._names: Mapping[str, str] = {}
        self.toolbar = GalleryToolbar(self)
        self.grid = GalleryGrid(model, store, self)
        self.missing = Notice(self.tr("Find …"), self)
        self._empty = EmptyState("pictures", self)
        self._middle = QStackedWidget(self)
        self._count = label("", "faint", self)
        self._known = QPushButton(self)
        self._compare = QPushButton(self.tr("Compare"), self)
        self._restore = QPushButton(self.tr("Take out"), self)
        self._clear = QPushButton(self.tr("Empty the bin …"), self)
        self._build()
        self._connect()

    def _build(self) -> None:
        for button in (self._known, self._compare, self._restore, self._clear):
            button.setProperty("look", "link")
            button.setAccessibleName(button.text())
            button.hide()
        self._middle.addWidget(self.grid)
        self._middle.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
        foot.setSpacing(UNIT)
        foot.addWidget(self._count)
        foot.addWidget(self._known)
        foot.addStretch(1)
        for button in (self._compare, self._restore, self._clear):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self._middle, 1)
        column.addWidget(self.missing)
        column.addLayout(foot)

    def _connect(self) -> None:
        bar = self.toolbar
        bar.shelf_chosen.connect(self.shelf_chosen)
        bar.order_chosen.connect(self.order_chosen)
        bar.text_changed.connect(self.text_changed)
        bar.size_chosen.connect(self.grid.set_cell_width)
        self.grid.size_changed.connect(bar.show_size)
        self.grid.selectionModel().selectionChanged.connect(self._on_selection)
        self.missing.acted.connect(self.find_wanted)
        self._empty.acted.connect(self._on_empty_acted)
        self._compare.clicked.connect(self.compare_wanted)
        self._restore.clicked.connect(self.restore_wanted)
        self._clear.clicked.connect(self.empty_wanted)
        self._known.clicked.connect(self._show_known)

    def show_items(self, items: Sequence[PictureItem], data: "GalleryData") -> None:
        """Show pictures, and stay at the one that was looked at."""
        self._shelf = data.query.shelf
        key, top = self.grid.current_key(), self.grid.verticalScrollBar().value()
        self._model.show_items(items)
        if key and self._model.row_of(key) >= 0:
            self.grid.show_key(key)
        else:
            self.grid.verticalScrollBar().setValue(top if not data.query.text else 0)
        if not items:
            self._say_why_empty(searching=bool(data.query.text), listed=bool(data.query.listed))
        self._middle.setCurrentWidget(self.grid if items else self._empty)
        self._tell(items, data)
        self.grid.want_now()

    def _tell(self, items: Sequence[PictureItem], data: "GalleryData") -> None:
        self._unshown = data.unshown if self._shelf in {Shelf.ALL, Shelf.ATLAS} else ()
        self._names = data.names
        self._count.setText(self.tr("%n picture(s)", "", len(items)))
        if self._unshown:
            self._known.setText(self.tr("%n more known, not reproduced here", "", len(self._unshown)))
            self._known.setAccessibleName(self._known.text())
        self._known.setVisible(bool(self._unshown))
        missing = data.missing if self._shelf in {Shelf.ALL, Shelf.MINE} else 0
        self.missing.say(self.tr("%n picture(s) are not where they were.", "", missing) if missing else "")
        self._clear.setVisible(self._shelf is Shelf.BIN and bool(items))
        self._on_selection()

    def _on_selection(self) -> None:
        chosen = len(self.grid.selectionModel().selectedIndexes())
        self._compare.setVisible(chosen == 2)
        self._restore.setVisible(self._shelf is Shelf.BIN and bool(self._model.items))
        title = self.tr("Take out the selected") if chosen else self.tr("Take all out")
        self._restore.setText(title)
        self._restore.setAccessibleName(title)

    def _say_why_empty(self, *, searching: bool, listed: bool) -> None:
        say = self._empty.say
        if searching:
            say(self.tr("No picture matches."), self.tr("Search for fewer words, or look at another shelf."))
        elif self._shelf is Shelf.BIN:
            say(self.tr("The bin is empty."), self.tr("Pictures of your own that you throw away wait here."))
        elif self._shelf is Shelf.MINE:
            say(
                self.tr("No pictures of your own yet."),
                self.tr(
                    "Let files or folders fall here, paste a picture, or choose files. They stay on this computer."
                ),
                self.tr("Add pictures …"),
            )
        elif listed:
            say(
                self.tr("No picture of these entries."),
                self.tr("Widen the list at the left, choose a later as-of date, or add pictures of your own."),
                self.tr("Add pictures …"),
            )
        else:
            say(self.tr("The list is empty."), self.tr("Pictures follow the list: remove a filter there."))

    def _on_empty_acted(self) -> None:
        self.add_wanted.emit()

    def _show_known(self) -> None:
        from atlas.views.gallery.known_dialog import KnownDialog

        dialog = KnownDialog(self._unshown, self._names, self)
        dialog.entry_activated.connect(self.entry_activated)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
