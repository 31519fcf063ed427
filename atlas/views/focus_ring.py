"""F6: the keyboard goes round the panes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusRing:
    """Stops in the order of reading; each with the widget of it that takes the keyboard."""

    def __init__(self, stops: Sequence[tuple[QWidget, QWidget]]) -> None:
        self._stops = list(stops)

    def go(self, step: int) -> None:
        """Give the keyboard to the next visible pane, or to the one before."""
        visible = [(pane, target) for pane, target in self._stops if pane.isVisible()]
        if not visible:
            return
        now = QApplication.focusWidget()
        here = next(
            (place for place, (pane, _) in enumerate(visible) if now is not None and _holds(pane, now)),
            -1 if step > 0 else 0,
        )
        _, target = visible[(here + step) % len(visible)]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
