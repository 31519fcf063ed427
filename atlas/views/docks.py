"""Panes as docks with a slim title that can be dragged, and buttons in it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMenu, QToolButton, QWidget

from atlas.views.theme import UNIT
from atlas.views.themed import dress, follow_theme, label, tool_button


class DockTitle(QWidget):
    """A small title; dragging it moves the dock, its cross closes it."""

    def __init__(self, dock: QDockWidget, text: str) -> None:
        super().__init__(dock)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, 0)
        self.setMinimumHeight(4 * UNIT)
        self._row.setSpacing(2)
        self._words = label(text, "section", self)
        self._row.addWidget(self._words, 1)
        self._close = tool_button("close", self.tr("Close this pane: {name}").format(name=text), self)
        self._close.setIconSize(QSize(14, 14))
        self._close.clicked.connect(dock.close)
        self._row.addWidget(self._close)
        self._menus: list[QToolButton] = []
        follow_theme(self._dress)

    def say(self, text: str) -> None:
        """Change the title."""
        self._words.setText(text)

    def add_action(self, action: QAction) -> None:
        """Put a command before the cross."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(action.text())
        self._row.insertWidget(self._row.count() - 1, button)

    def add_menu(self, icon_name: str, tip: str, actions: list[QAction]) -> None:
        """Put a button with commands before the cross."""
        button = tool_button(icon_name, tip, self)
        button.setIconSize(QSize(16, 16))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addActions(actions)
        button.setMenu(menu)
        self._menus.append(button)
        dress(button)
        self._row.insertWidget(self._row.count() - 1, button)

    def _dress(self) -> None:
        dress(self._close)
        for button in self._menus:
            dress(button)


def make_dock(name: str, title: str, content: QWidget, parent: QWidget) -> tuple[QDockWidget, DockTitle]:
    """Return a dock with a content and its title bar."""
    dock = QDockWidget(title, parent)
    dock.setObjectName(name)
    dock.setAccessibleName(title)
    dock.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
    bar = DockTitle(dock, title)
    dock.setTitleBarWidget(bar)
    dock.setWidget(content)
    return dock, bar
