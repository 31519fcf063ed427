"""Chips: a value of a facet with its count, which narrows the list to it or stops doing so."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from atlas.services.facet_labels import facet_label, value_label
from atlas.views.icons import icon
from atlas.views.theme import current_theme
from atlas.views.themed import follow_theme


class Chip(QToolButton):
    """One value of one facet; checked while it narrows the list."""

    chosen = Signal(str, str)
    """Facet and value were clicked."""

    def __init__(self, facet: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facet = facet
        self._value = value
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setIconSize(QSize(12, 12))
        # the cross stands after the words
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        follow_theme(self._dress)

    def show_count(self, count: int, *, chosen: bool) -> None:
        """Show how many entries the value would show, and whether it narrows the list now."""
        words = value_label(self._facet, self._value)
        self.setChecked(chosen)
        between = " · " if words[-1:].isdigit() else " "
        self.setText(words if chosen else f"{words}{between}{count}")
        self.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if chosen else Qt.ToolButtonStyle.ToolButtonTextOnly
        )
        name = f"{facet_label(self._facet)}: {words}"
        if chosen:
            self.setAccessibleName(self.tr("{name}, chosen; press to remove").format(name=name))
            self.setToolTip(self.tr("Remove this filter"))
        else:
            self.setAccessibleName(self.tr("{name}, %n entries", "", count).format(name=name))
            self.setToolTip(self.tr("Show only {name}").format(name=words))

    def _on_clicked(self) -> None:
        self.chosen.emit(self._facet, self._value)

    def _dress(self) -> None:
        theme = current_theme()
        self.setIcon(icon("close", theme, theme.accent_text))
