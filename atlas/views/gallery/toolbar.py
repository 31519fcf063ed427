"""The bar over the grid: whose pictures, which of them, in what order, how large, and how to add some."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QSlider, QToolButton, QWidget

from atlas.models.gallery import PictureOrder, Shelf
from atlas.views.gallery.grid import SIZES, USUAL_SIZE
from atlas.views.segments import Segments
from atlas.views.theme import UNIT
from atlas.views.themed import dress, follow_theme, tool_button

_TYPING_MS = 120


class GalleryToolbar(QWidget):
    """Tells what the user wants to see; wraps where it is narrow."""

    shelf_chosen = Signal(str)
    order_chosen = Signal(str)
    text_changed = Signal(str)
    size_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shelves = Segments(self.tr("Whose pictures"), self._shelf_titles(), self)
        self.search = QLineEdit(self)
        self.order = QToolButton(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.add = tool_button("plus", self.tr("Add pictures of your own"), self, "button")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._on_typed)
        self._build()
        self._order_menu()
        self.shelves.chosen.connect(self.shelf_chosen)
        self.search.textChanged.connect(self._typing.start)
        self.slider.valueChanged.connect(self.size_chosen)
        follow_theme(self._dress)

    def _shelf_titles(self) -> dict[str, str]:
        return {
            Shelf.ALL: self.tr("All"),
            Shelf.ATLAS: self.tr("Atlas"),
            Shelf.MINE: self.tr("Mine"),
            Shelf.BIN: self.tr("Bin"),
        }

    def _build(self) -> None:
        self.shelves.set_value(Shelf.ALL)
        self.search.setPlaceholderText(self.tr("Search pictures …"))
        self.search.setAccessibleName(self.tr("Search pictures"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(14 * UNIT)
        self.search.setMaximumWidth(40 * UNIT)
        self.slider.setRange(*SIZES)
        self.slider.setValue(USUAL_SIZE)
        self.slider.setFixedWidth(13 * UNIT)
        self.slider.setAccessibleName(self.tr("Size of the pictures"))
        self.slider.setToolTip(self.tr("Size of the pictures (Ctrl and the wheel)"))
        self.add.setText(self.tr("Add …"))
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(QMenu(self.add))
        tools = QHBoxLayout()
        tools.setSpacing(UNIT)
        for part in (self.search, self.order, self.slider, self.add):
            tools.addWidget(part)
        tools.setStretch(0, 1)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self._rows.setSpacing(UNIT)
        self._rows.addWidget(self.shelves)
        self._rows.addLayout(tools)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        needed = self.shelves.sizeHint().width() + 80 * UNIT
        self._rows.setDirection(way.LeftToRight if event.size().width() >= needed else way.TopToBottom)

    def _order_menu(self) -> None:
        titles = {
            PictureOrder.ENTRY: self.tr("By entry"),
            PictureOrder.NEWEST: self.tr("Newest first"),
            PictureOrder.OLDEST: self.tr("Oldest first"),
            PictureOrder.CAPTION: self.tr("By caption"),
            PictureOrder.ADDED: self.tr("Last added first"),
        }
        menu = QMenu(self.order)
        self._orders = QActionGroup(self)
        for order, title in titles.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setData(str(order))
            self._orders.addAction(action)
        self._orders.triggered.connect(self._on_order)
        self.order.setMenu(menu)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setProperty("look", "plain")
        self.show_order(PictureOrder.ENTRY)

    def show_order(self, order: PictureOrder) -> None:
        """Show which order holds."""
        for action in self._orders.actions():
            if action.data() == order:
                action.setChecked(True)
                self.order.setText(f"{action.text()} ▾")
                self.order.setToolTip(self.tr("Order of the pictures"))
                self.order.setAccessibleName(self.tr("Order: {order}").format(order=action.text()))

    def show_size(self, width: int) -> None:
        """Show how large the pictures are."""
        if self.slider.value() != width:
            self.slider.setValue(width)

    def _on_order(self) -> None:
        chosen = self._orders.checkedAction()
        if chosen is not None:
            self.show_order(PictureOrder(chosen.data()))
            self.order_chosen.emit(chosen.data())

    def _on_typed(self) -> None:
        self.text_changed.emit(self.search.text())

    def _dress(self) -> None:
        dress(self.add)
