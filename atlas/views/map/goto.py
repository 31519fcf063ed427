"""The field that goes to a coordinate or a named place."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from atlas.domain.coordinates import LatLon, parse_position
from atlas.domain.text import fold
from atlas.services.language import told
from atlas.views.map.overlay import Overlay
from atlas.views.themed import dress, follow_theme, tool_button

_OFFERED: Final = 12
_OFFER_WIDTH: Final = 380


class GoTo(Overlay):
    """Takes a position in any notation, or a name; says in one sentence what it can't find."""

    position_wanted = Signal(object, str)
    """A `LatLon` to go to, and the name that led there (empty for a coordinate)."""
    message = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[str, tuple[str, LatLon]] = {}
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self._names = QStringListModel(self)
        completer = self.completer(self)
        self.field.setCompleter(completer)
        self._button = tool_button("locate", self.tr("Go there"), self)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 4, 4, 4)
        line.setSpacing(2)
        line.addWidget(self.field, 1)
        line.addWidget(self._button)
        self.field.returnPressed.connect(self._go)
        self._button.clicked.connect(self._go)
        completer.activated.connect(self._on_completed)
        follow_theme(self._dress)
        self._translate()

    def set_names(self, named: Iterable[tuple[str, LatLon]]) -> None:
        """Offer these names; of equal ones the first counts."""
        self._places = {}
        for name, p in named:
            self._places.setdefault(fold(name), (name, p))
        self._names.setStringList(sorted(name for name, _ in self._places.values()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name is Qt's
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.field.setPlaceholderText(self.tr("Coordinate or name"))
        self.field.setAccessibleName(self.tr("Go to a coordinate or a named place"))

    def _on_completed(self, _text: str) -> None:
        self._go()

    def resolve(self, text: str) -> tuple[str, LatLon]:
        """Return the name and the place that a text means; no name for a coordinate.

        Raises ValueError with one sentence for people, in their language.
        """
        found = self._find(text)
        if found is not None:
            return found
        if not any(c.isdigit() for c in text):
            raise ValueError(self.tr("No place on the map is called “{name}”.").format(name=text))
        try:
            return "", parse_position(text)
        except ValueError as error:
            words = self.tr("“{text}” is not a position: write it like -89.67, 129.78 or 89.67S 129.78E.")
            raise ValueError(told(str(error), words.format(text=text))) from error

    def completer(self, parent: QObject) -> QCompleter:
        """Return what offers the names under a field."""
        made = QCompleter(self._names, parent)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setMaxVisibleItems(_OFFERED)
        popup = made.popup()
        assert popup is not None
        popup.setObjectName("completions")
        # the field is narrower than many a name
        popup.setMinimumWidth(_OFFER_WIDTH)
        return made

    def _go(self) -> None:
        text = self.field.text().strip()
        if not text:
            self.field.setFocus()
            return
        try:
            name, p = self.resolve(text)
        except ValueError as problem:
            self.message.emit(str(problem))
            return
        self.position_wanted.emit(p, name)

    def _find(self, text: str) -> tuple[str, LatLon] | None:
        """Return the place of that name, else the first that begins with the text."""
        wanted = fold(text)
        if not wanted:
            # nothing, or an apostrophe alone: every name begins with that
            return None
        if wanted in self._places:
            return self._places[wanted]
        begins = sorted(key for key in self._places if key.startswith(wanted))
        return self._places[begins[0]] if begins else None

    def _dress(self) -> None:
        dress(self._button)
