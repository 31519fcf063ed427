"""The head of a card: what it is, its names, and chips that lead to its kin."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from atlas.domain.entries import Entry, EntryRow
from atlas.domain.vocabulary import Kind, Status
from atlas.services.facet_labels import value_label
from atlas.services.labels import kind_label, status_label
from atlas.services.language import shown_language
from atlas.services.names import main_name, other_names
from atlas.views.flow import FlowLayout
from atlas.views.icons import icon, kind_name, status_name
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme, label


class KinChip(QToolButton):
    """A status, nation or phase of the entry; a click lists every entry that shares it."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._facet = ""
        self._value = ""
        self.setProperty("chip", True)
        self.clicked.connect(self._on_clicked)
        follow_theme(self._dress)

    def show_kin(self, facet: str, value: str) -> None:
        """Stand for a value of a facet."""
        if (facet, value) == (self._facet, self._value):
            return
        with_icon = facet in {"status", "kind"}
        self._facet, self._value = facet, value
        words = status_label(value) if facet == "status" else value_label(facet, value)
        if facet == "kind":
            words = kind_label(value)
        self.setText(words)
        self.setIconSize(QSize(12, 12) if facet == "status" else QSize(16, 16))
        self.setToolTip(self.tr("List all: {name}").format(name=value_label(facet, value)))
        self.setAccessibleName(self.tr("{name}, list all").format(name=words))
        if self.property("withIcon") != with_icon:
            self.setProperty("withIcon", with_icon)
            self.style().unpolish(self)
            self.style().polish(self)
        self._dress()

    def _on_clicked(self) -> None:
        self.wanted.emit(self._facet, self._value)

    def _dress(self) -> None:
        theme = current_theme()
        if self._facet == "status":
            status = Status(self._value)
            self.setIcon(icon(status_name(status), theme, theme.status(status)))
        elif self._facet == "kind":
            self.setIcon(icon(kind_name(Kind(self._value)), theme, theme.muted))
        style = Qt.ToolButtonStyle
        with_icon = self._facet in {"status", "kind"}
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if with_icon else style.ToolButtonTextOnly)


class CardHeader(QWidget):
    """Name, native names, chips, and the buttons of the card."""

    kin_wanted = Signal(str, str)
    """A facet and a value: list every entry that shares it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[KinChip] = []
        self._name = label("", "title", self)
        self._name.setWordWrap(True)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._native = label("", "muted", self)
        self._native.setWordWrap(True)
        self._native.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        chips = QWidget(self)
        self._flow = FlowLayout(chips, gap=6)
        self._build(chips)

    def _build(self, chips: QWidget) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self._native)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addLayout(names)
        column.addWidget(chips)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_entry(self, entry: Entry) -> None:
        """Show the head of an entry."""
        row = entry.row
        language = shown_language()
        self._name.setText(main_name(row, language))
        native = " · ".join(other_names(row, language))
        self._native.setText(native)
        self._native.setVisible(bool(native))
        kin = _kin(row)
        while len(self._chips) < len(kin):
            self._add_chip()
        for chip, (facet, value) in zip(self._chips, kin, strict=False):
            chip.show_kin(facet, value)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(kin))
        self._flow.invalidate()
        self.updateGeometry()

    def _add_chip(self) -> None:
        chip = KinChip(self)
        chip.wanted.connect(self.kin_wanted)
        self._chips.append(chip)
        self._flow.addWidget(chip)

    def name(self) -> str:
        """Return the name shown."""
        return self._name.text()


def _kin(row: EntryRow) -> list[tuple[str, str]]:
    kin = [("status", str(row.status))] if row.status is not None else []
    kin.append(("kind", str(row.kind)))
    kin += [("nation", code) for code in row.nations]
    kin += [("phase", str(phase)) for phase in row.phases]
    return kin
