"""Small helpers that every pane uses: follow the theme, labels and buttons with a role."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from atlas.views.icons import STANDARD, icon
from atlas.views.theme import Theme, current_theme, theme_manager


def follow_theme(slot: Callable[[], None]) -> None:
    """Call a method now and whenever the theme changes; bound to a QObject it ends with that object."""
    manager = theme_manager()
    if manager is not None:
        manager.changed.connect(slot)
    slot()


def label(text: str, role: str, parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label: `muted`, `faint`, `section` or `title`."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def tool_button(name: str, tip: str, parent: QWidget, look: str = "") -> QToolButton:
    """Return a button with an icon, whose tip is also what a screen reader says."""
    made = QToolButton(parent)
    made.setAutoRaise(True)
    made.setIconSize(QSize(STANDARD, STANDARD))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setProperty("iconName", name)
    if look:
        made.setProperty("look", look)
    return made


def dress(button: QToolButton, theme: Theme | None = None) -> None:
    """Give a button made by `tool_button` its icon in the theme's colours."""
    there = theme or current_theme()
    name = str(button.property("iconName") or "")
    if name:
        button.setIcon(icon(name, there, active=there.accent))
