"""The top bar: back, forward, search, the as-of date, theme, menu."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from atlas.actions.registry import Registry
from atlas.views.as_of import AsOfButton
from atlas.views.icons import STANDARD, icon
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import dress, follow_theme, label, tool_button


class SearchBox(QLineEdit):
    """Narrows the list as one types. Down goes into the list, Return opens the best hit, Escape empties it."""

    down_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search missions, places …"))
        self.setAccessibleName(self.tr("Search"))
        self.setMinimumWidth(200)
        self.setMaximumWidth(65 * UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._cross = QAction(self)
        self._cross.setToolTip(self.tr("Empty the search"))
        self._cross.triggered.connect(self.clear)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(
                self.tr("Empty the search") if button.defaultAction() is self._cross else self.tr("Search")
            )
        self._keys = QLabel("Ctrl K", self)
        self._keys.setProperty("role", "keys")
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._on_text_changed)
        self._on_text_changed("")
        follow_theme(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._place_keys()

    def _place_keys(self) -> None:
        """Show the shortcut at the right end of an empty box that has room for it."""
        size = self._keys.sizeHint()
        left = self.width() - size.width() - UNIT
        self._keys.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self._keys.setVisible(not self.text() and words + 7 * UNIT <= left)

    def _on_text_changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))
        self._place_keys()

    def _dress(self) -> None:
        theme = current_theme()
        self._glass.setIcon(icon("search", theme, theme.muted))
        self._cross.setIcon(icon("close", theme, theme.muted))
        self._place_keys()


class TopBar(QToolBar):
    """Generated from the commands, with the search box and the as-of date between them."""

    def __init__(self, registry: Registry, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setWindowTitle(self.tr("Top bar"))
        self.setMovable(False)
        self.setIconSize(QSize(STANDARD, STANDARD))
        self.toggleViewAction().setVisible(False)
        for name in ("back", "forward"):
            self.addAction(registry[name])
        self.search = SearchBox(self)
        self.addWidget(self.search)
        self.addWidget(self._spring())
        self.addWidget(label(self.tr("Known as of"), "muted", self))
        self.as_of = AsOfButton(today, self)
        self.addWidget(self.as_of)
        self.addAction(registry["toggle-theme"])
        self.menu_button = self._menu_button(registry)
        self.addWidget(self.menu_button)
        self._name_buttons()
        follow_theme(self._dress)

    def open_menu(self) -> None:
        """Open the menu from the keyboard."""
        self.menu_button.showMenu()

    def _spring(self) -> QWidget:
        spring = QWidget(self)
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return spring

    def _menu_button(self, registry: Registry) -> QToolButton:
        button = tool_button("menu", self.tr("Menu (F10)"), self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        registry.fill_all(menu)
        button.setMenu(menu)
        return button

    def _name_buttons(self) -> None:
        for action in self.actions():
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setAccessibleName(button.accessibleName() or action.text())

    def _dress(self) -> None:
        dress(self.menu_button)
