"""The grid of pictures: only what is in sight, and what comes next, is ever decoded."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from atlas.models.gallery import PictureItem
from atlas.models.gallery_list import GalleryListModel, PictureRole
from atlas.models.gallery_words import credit_text
from atlas.views.gallery.delegate import PictureDelegate
from atlas.views.gallery.thumbs import TileStore
from atlas.views.theme import UNIT, current_theme

SIZES: Final = (150, 480)
"""The least and the largest width of a cell in logical pixels."""
USUAL_SIZE: Final = 248
STEP: Final = 32
_KEYBOARD: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class GalleryGrid(QListView):
    """Columns as many as fit; the arrow keys go through them, letters to what begins with them."""

    opened = Signal(str)
    """The user opened a picture, by its key."""
    files_dropped = Signal(list)
    """Files or folders that the user let fall here."""
    pasted = Signal()
    binned = Signal()
    copied = Signal()
    size_changed = Signal(int)
    """Cells are to be that wide."""

    def __init__(self, model: GalleryListModel, store: TileStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._pictures = model
        self._cell = USUAL_SIZE
        self._before = 0
        self.setModel(model)
        self._words = PictureDelegate(store, self)
        self.setItemDelegate(self._words)
        # a list that wraps lays out thousands of cells at once; icon mode takes each for itself
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Pictures"))
        # what is scrolled is moved, not painted anew
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._plan = QTimer(self)
        self._plan.setSingleShot(True)
        self._plan.timeout.connect(self._want)
        store.arrived.connect(self._on_arrived)
        model.modelReset.connect(self._on_reset)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.activated.connect(self._on_activated)

    @property
    def cell_width(self) -> int:
        """How wide the user wants a cell."""
        return self._cell

    def set_cell_width(self, width: int) -> None:
        """Make tiles larger or smaller; what is in the middle stays in sight."""
        width = min(max(width, SIZES[0]), SIZES[1])
        if width == self._cell:
            return
        middle = self.indexAt(self.viewport().rect().center())
        self._cell = width
        self._arrange()
        if middle.isValid():
            self.scrollTo(middle, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.size_changed.emit(width)

    def selected_items(self) -> list[PictureItem]:
        """Return the selected pictures in their order."""
        return self._pictures.items_at(self.selectionModel().selectedIndexes())

    def show_key(self, key: str) -> None:
        """Go to a picture, where it is shown."""
        row = self._pictures.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._pictures.index(row))
            self.scrollTo(self._pictures.index(row), QAbstractItemView.ScrollHint.EnsureVisible)

    def current_key(self) -> str:
        """Return the key of the picture that the keyboard stands on, empty for none."""
        item = self._pictures.item_at(self.currentIndex())
        return item.key if item is not None else ""

    def want_now(self) -> None:
        """Fetch what is in sight: the grid is looked at again."""
        self._want()

    # layout

    def _columns(self) -> int:
        """Return how many columns come nearest to the size wished for: one of twice that size helps nobody."""
        width = self.viewport().width()
        return max(1, min(round(width / self._cell), width // SIZES[0]))

    def _arrange(self) -> None:
        """Let the columns fill the width to its last few pixels."""
        # a pixel to spare: a row of exactly the width would wrap
        width = max(SIZES[0], (self.viewport().width() - 1) // self._columns())
        size = self._words.cell(width)
        if size != self.gridSize():
            self._words.forget_words()
            self.setGridSize(size)
        self._later()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - names of this class are Qt's
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current_theme().surface)
        painter.end()
        super().paintEvent(event)

    # what is in sight

    def _on_scrolled(self, _value: int) -> None:
        self._want()

    def _on_reset(self) -> None:
        self._words.forget_words()
        self._arrange()

    def _later(self) -> None:
        self._plan.start(0)

    def rows_in_sight(self) -> range:
        """Return the rows of the model that are at least partly seen."""
        height = max(1, self.gridSize().height())
        top = self.verticalScrollBar().value()
        columns = self._columns()
        first = top // height * columns
        last = (top + self.viewport().height() + height - 1) // height * columns
        count = len(self._pictures.items)
        return range(min(first, count), min(last, count))

    def _want(self) -> None:
        """Ask for what is seen, then for what comes next on the way the user is going."""
        self._plan.stop()
        if not self.isVisible():
            return
        seen = self.rows_in_sight()
        top, count = self.verticalScrollBar().value(), len(self._pictures.items)
        after = range(seen.stop, min(count, seen.stop + 2 * len(seen)))
        before = range(max(0, seen.start - len(seen)), seen.start)[::-1]
        coming = (after, before) if top >= self._before else (before, after)
        self._before = top
        items = self._pictures.items
        ratio = self.devicePixelRatioF()
        tile = self._words.tile(self.gridSize().width())
        size = QSize(round(tile.width() * ratio), round(tile.height() * ratio))
        self._store.want([items[row] for rows in (seen, *coming) for row in rows], size, ratio)

    def _on_arrived(self, key: str) -> None:
        row = self._pictures.row_of(key)
        if row in self.rows_in_sight():
            self.update(self._pictures.index(row))

    # keys, wheel, mouse

    def _on_activated(self) -> None:
        key = self.current_key()
        if key:
            self.opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.setProperty("byKeyboard", True)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.set_cell_width(self._cell + STEP)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.set_cell_width(self._cell - STEP)
        elif control and event.key() == Qt.Key.Key_0:
            self.set_cell_width(USUAL_SIZE)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.binned.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_activated()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_cell_width(self._cell + (STEP if event.angleDelta().y() > 0 else -STEP))
            event.accept()
            return
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        if event.reason() in _KEYBOARD:
            self.setProperty("byKeyboard", True)
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._pictures.items:
            self.setCurrentIndex(self._pictures.index(0))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setProperty("byKeyboard", False)
        super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _tip(self, point: QPoint) -> str:
        item = self.indexAt(point).data(PictureRole.ITEM)
        if not isinstance(item, PictureItem):
            return ""
        problem = self._store.refusal(item.key)
        if item.missing:
            problem = self.tr("The file is not where it was: {file}").format(file=item.file)
        return "\n".join(part for part in (credit_text(item), problem) if part)

    # drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        self._take_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        self._take_drag(event)

    def _take_drag(self, event: QDragMoveEvent) -> None:
        if event.source() is not self and dropped_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        files = dropped_files(event.mimeData())
        if event.source() is self or not files:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.files_dropped.emit(files)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(SIZES[0] + 3 * UNIT, 16 * UNIT)


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files and folders of this machine that were dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
