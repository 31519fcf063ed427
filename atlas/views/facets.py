"""The chips over the list: what narrows it now, the likeliest choices, and a popup with all of them."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from atlas.domain.facets import FACETS
from atlas.domain.vocabulary import Kind, Phase, Status
from atlas.models.entries import EntryListModel
from atlas.services.facet_labels import facet_label
from atlas.views.chips import Chip
from atlas.views.flow import FlowLayout
from atlas.views.theme import UNIT
from atlas.views.themed import label

_POPUP_WIDTH: Final = 53 * UNIT

Key = tuple[str, str]
STARRED: Final = "starred"
"""The facet of the user's stars: on or off, without values."""

_OFFERED: Final = {"kind": 1, "nation": 3, "status": 1, "phase": 1}
"""How many values of a facet are offered over the list when none of it is chosen."""

_FIXED: Final = {
    "kind": [str(kind) for kind in Kind],
    "status": [str(status) for status in Status],
    "phase": [str(phase) for phase in Phase],
}
"""Facets whose values have an order of their own."""


def ordered_values(model: EntryListModel, facet: str) -> list[str]:
    """Return a facet's values that would show something or are chosen, in the order people expect."""
    counts = model.counts(facet)
    chosen: frozenset[str] = getattr(model.filter, facet)
    values = [value for value in {*counts, *chosen} if counts[value] or value in chosen]
    fixed = _FIXED.get(facet)
    if fixed is not None:
        return sorted(values, key=fixed.index)
    if facet == "decade":
        return sorted(values, reverse=True)
    return sorted(values, key=lambda value: (-counts[value], value))


class ChipFlow(QWidget):
    """Chips in rows. Those that stay keep their widgets, and so the keyboard's place."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Key, Chip] = {}
        self._flow = FlowLayout(self, gap=6)
        self._last: QWidget | None = None

    def set_last(self, widget: QWidget) -> None:
        """Let a widget follow the chips."""
        self._last = widget
        self._flow.addWidget(widget)

    def show_keys(self, model: EntryListModel, keys: list[Key]) -> None:
        """Show these values with their counts."""
        for key in [key for key in self._chips if key not in keys]:
            chip = self._chips.pop(key)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while self._flow.count():
            self._flow.takeAt(0)
        for facet, value in keys:
            chip = self._chips.get((facet, value)) or self._make(facet, value)
            if facet == STARRED:
                chip.show_count(model.starred_count, chosen=model.filter.starred)
            else:
                chip.show_count(model.counts(facet)[value], chosen=value in getattr(model.filter, facet))
            self._flow.addWidget(chip)
        if self._last is not None:
            self._flow.addWidget(self._last)
        self._flow.invalidate()
        self.updateGeometry()

    def _make(self, facet: str, value: str) -> Chip:
        chip = Chip(facet, value, self)
        chip.chosen.connect(self.chosen)
        chip.show()
        self._chips[facet, value] = chip
        return chip


class FacetPopup(QFrame):
    """Every facet with all its values."""

    chosen = Signal(str, str)

    def __init__(self, model: EntryListModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("All filters"))
        self._model = model
        self._sections: dict[str, tuple[QWidget, ChipFlow]] = {}
        inside = self._inside = QWidget(self)
        inside.setObjectName("popupInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT // 2)
        for facet in FACETS:
            heading = label(facet_label(facet), "section", inside)
            heading.setContentsMargins(0, UNIT, 0, 0)
            flow = ChipFlow(inside)
            flow.chosen.connect(self.chosen)
            column.addWidget(heading)
            column.addWidget(flow)
            self._sections[facet] = (heading, flow)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("All filters"))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(scroll)
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Take over the counts."""
        for facet, (heading, flow) in self._sections.items():
            values = ordered_values(self._model, facet)
            flow.show_keys(self._model, [(facet, value) for value in values])
            heading.setVisible(bool(values))
            flow.setVisible(bool(values))

    def open_under(self, anchor: QWidget) -> None:
        """Show the popup below a widget."""
        room = self.screen().availableGeometry().bottom() - anchor.mapToGlobal(QPoint(0, 0)).y() - 8 * UNIT
        wanted = self._inside.heightForWidth(_POPUP_WIDTH - 2 * UNIT) + 2
        self.resize(_POPUP_WIDTH, max(30 * UNIT, min(wanted, room)))
        self.move(anchor.mapToGlobal(QPoint(0, anchor.height() + UNIT // 2)))
        self.show()


class FacetBar(ChipFlow):
    """The chips over the list."""

    filter_changed = Signal(object)
    """The `Filter` that a click asks for."""

    def __init__(self, model: EntryListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._popup: FacetPopup | None = None
        self._more = QToolButton(self)
        self._more.setProperty("chip", True)
        self._more.setText(self.tr("More …"))
        self._more.setToolTip(self.tr("All filters"))
        self._more.setAccessibleName(self.tr("All filters"))
        self._more.clicked.connect(self.open_popup)
        self.set_last(self._more)
        self.chosen.connect(self._on_chosen)
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Take over the filter and its counts."""
        model = self._model
        keys: list[Key] = [(STARRED, "")] if model.filter.starred else []
        for facet in FACETS:
            keys += [(facet, value) for value in ordered_values(model, facet) if value in getattr(model.filter, facet)]
        for facet, offered in _OFFERED.items():
            if getattr(model.filter, facet):
                continue
            keys += [(facet, value) for value in ordered_values(model, facet)[:offered]]
        if model.starred_count and not model.filter.starred:
            keys.append((STARRED, ""))
        self.show_keys(model, keys)

    def open_popup(self) -> None:
        """Show every facet."""
        if self._popup is None:
            self._popup = FacetPopup(self._model, self)
            self._popup.chosen.connect(self._on_chosen)
        self._popup.refresh()
        self._popup.open_under(self._more)

    def _on_chosen(self, facet: str, value: str) -> None:
        flt = self._model.filter
        if facet == STARRED:
            self.filter_changed.emit(replace(flt, starred=not flt.starred))
        else:
            self.filter_changed.emit(flt.toggled(facet, value))
