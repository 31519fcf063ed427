"""The facts about the light of a place, side by side under the calendar."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlas.services.horizon.facts import Fact
from atlas.views.flow import FlowLayout
from atlas.views.theme import UNIT
from atlas.views.themed import label

_ROOMY = 860


class _FactBox(QWidget):
    """One fact: title, value, detail, below each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[QLabel, QLabel, QLabel] = (
            label("", "section", self), label("", "strong", self), label("", "faint", self),
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for line in self._lines:
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)

    def show_fact(self, fact: Fact) -> None:
        """Show another fact."""
        for line, words in zip(self._lines, (fact.title, fact.value, fact.detail), strict=True):
            line.setText(words)
            line.setToolTip(fact.detail)

    def set_detailed(self, *, detailed: bool) -> None:
        """Show the detail, or leave it to the tooltip where there is little room."""
        self._lines[2].setVisible(detailed)


class FactsRow(QWidget):
    """Facts in a row, or in several where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The light in numbers"))
        self._boxes: list[_FactBox] = []
        self._flow = FlowLayout(self, 2 * UNIT)
        self._flow.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._detail()

    def _detail(self) -> None:
        for box in self._boxes:
            box.set_detailed(detailed=self.width() >= _ROOMY)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts."""
        while len(self._boxes) < len(facts):
            box = _FactBox(self)
            self._boxes.append(box)
            self._flow.addWidget(box)
            box.show()
        for box, fact in zip(self._boxes, facts, strict=False):
            box.show_fact(fact)
        for number, box in enumerate(self._boxes):
            box.setVisible(number < len(facts))
        self._detail()
        self.setAccessibleDescription(". ".join(f"{fact.title}: {fact.value}, {fact.detail}" for fact in facts))
        self.updateGeometry()
