"""The strip of small pictures under the viewer: where one is among all."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from atlas.models.gallery import PictureItem
from atlas.models.gallery_list import GalleryListModel, PictureRole
from atlas.views.gallery.thumbs import TileStore
from atlas.views.theme import Theme

_TILE: Final = QSize(80, 50)
_CELL: Final = QSize(88, 58)


class _StripDelegate(QStyledItemDelegate):
    """Draws a small tile; the one shown has a frame."""

    def __init__(self, store: TileStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store

    def sizeHint(  # noqa: N802 - the name is Qt's
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return _CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = index.data(PictureRole.ITEM)
        if not isinstance(item, PictureItem):
            return
        theme = Theme.dark()
        tile = QRect(option.rect.topLeft(), _TILE).translated(4, 4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(tile, 4, 4)
        pixmap = self._store.pixmap(item.key)
        if pixmap is not None:
            painter.drawPixmap(tile, pixmap)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(tile.adjusted(-2, -2, 2, 2), 6, 6)
        painter.restore()


class FilmStrip(QListView):
    """All pictures of the grid in one row; a click shows one."""

    chosen = Signal(int)
    """The user chose a row."""

    def __init__(self, model: GalleryListModel, store: TileStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._pictures = model
        self.setModel(model)
        self.setItemDelegate(_StripDelegate(store, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setGridSize(_CELL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_CELL.height() + 2)
        # the arrow keys of the viewer go through the pictures already
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("All pictures in a row"))
        self._quiet = False
        self.horizontalScrollBar().valueChanged.connect(self._want)
        self.selectionModel().currentChanged.connect(self._on_current)
        store.arrived.connect(self._on_arrived)

    def show_row(self, row: int) -> None:
        """Mark a picture and bring it into the middle."""
        self._quiet = True
        index = self._pictures.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._quiet = False
        self._want()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - names of this class are Qt's
        bar = self.horizontalScrollBar()
        turned = event.angleDelta()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._want()

    def _rows(self) -> range:
        first = self.horizontalScrollBar().value() // _CELL.width()
        count = len(self._pictures.items)
        return range(min(first, count), min(first + self.viewport().width() // _CELL.width() + 2, count))

    def _want(self) -> None:
        if not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        size = QSize(round(_TILE.width() * ratio), round(_TILE.height() * ratio))
        self._store.want([self._pictures.items[row] for row in self._rows()], size, ratio)

    def _on_arrived(self, key: str) -> None:
        row = self._pictures.row_of(key)
        if row in self._rows():
            self.update(self._pictures.index(row))

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.chosen.emit(current.row())
