"""Named places that a search found: they stand on the map, not among the entries."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from atlas.domain.entries import Hit
from atlas.views.flow import FlowLayout
from atlas.views.icons import icon
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme, label


class PlaceHit(QToolButton):
    """One place."""

    activated = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._slug = ""
        self.setProperty("chip", True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        self.clicked.connect(self._on_clicked)
        follow_theme(self._dress)

    def show_hit(self, hit: Hit) -> None:
        """Stand for a place."""
        self._slug = hit.slug
        self.setText(hit.names["en"])
        self.setToolTip(self.tr("Show {name} on the map").format(name=hit.names["en"]))
        self.setAccessibleName(self.tr("Place {name}, show on the map").format(name=hit.names["en"]))

    def _on_clicked(self) -> None:
        self.activated.emit(self._slug)

    def _dress(self) -> None:
        theme = current_theme()
        self.setIcon(icon("pin", theme, theme.muted))


class PlaceHits(QWidget):
    """A line of places; hidden where there are none."""

    activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[PlaceHit] = []
        self._inside = QWidget(self)
        self._flow = FlowLayout(self._inside, gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        column.addWidget(label(self.tr("Places on the map"), "section", self))
        column.addWidget(self._inside)
        self.hide()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these places."""
        while len(self._shown) > len(hits):
            old = self._shown.pop()
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        while len(self._shown) < len(hits):
            chip = PlaceHit(self._inside)
            chip.activated.connect(self.activated)
            self._flow.addWidget(chip)
            self._shown.append(chip)
            chip.show()
        for chip, hit in zip(self._shown, hits, strict=True):
            chip.show_hit(hit)
        self.setVisible(bool(hits))
        self._inside.updateGeometry()
