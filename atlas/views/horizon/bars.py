"""The two bars over the panorama: from where one looks, and when."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QSignalBlocker, QSize, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QMenu,
    QSpinBox,
    QToolButton,
    QWidget,
)

from atlas.domain.light import DAY, HOUR, LUNATION, held, known
from atlas.services.horizon.compose import Span
from atlas.services.horizon.view import EXAGGERATIONS
from atlas.views.flow import FlowLayout
from atlas.views.icons import icon
from atlas.views.map.goto import GoTo
from atlas.views.segments import Segments
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme

HIGHEST_M: Final = 10_000
_FIELD_WIDTH: Final = 300


class PlaceBar(QWidget):
    """Chooses the place and the height of the eye."""

    position_wanted = Signal(object, str)
    """A `LatLon`, and the name that led there."""
    height_chosen = Signal(int)
    map_wanted = Signal()
    message = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goto = GoTo(self)
        self.goto.setMinimumWidth(_FIELD_WIDTH * 2 // 3)
        self.goto.setMaximumWidth(_FIELD_WIDTH)
        self.eye = QSpinBox(self)
        self.eye.setProperty("look", "field")
        self.eye.setRange(0, HIGHEST_M)
        self.eye.setKeyboardTracking(False)
        self.eye.setAccelerated(True)
        self.eye.setPrefix(self.tr("Eye "))
        self.eye.setSuffix(self.tr(" m up"))
        self.eye.setAccessibleName(self.tr("Height of the eye over the ground, in metres"))
        self.eye.setToolTip(self.tr("Height of the eye over the ground; type it, or turn the wheel"))
        _inset(self.eye)
        self.map = _button(self.tr("On the map"), self.tr("Show this place on the map"), self)
        self.map.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.map.setIconSize(QSize(16, 16))
        self.more = _button("", self.tr("Export and copy"), self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, UNIT // 2, UNIT, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.goto, 4)
        row.addWidget(self.eye)
        row.addStretch(1)
        row.addWidget(self.map)
        row.addWidget(self.more)
        self.goto.position_wanted.connect(self.position_wanted)
        self.goto.message.connect(self.message)
        self.eye.valueChanged.connect(self.height_chosen)
        self.map.clicked.connect(self.map_wanted)
        follow_theme(self._dress)

    def set_height(self, metres: int) -> None:
        """Show a height; nothing is emitted."""
        with QSignalBlocker(self.eye):
            self.eye.setValue(metres)

    def _dress(self) -> None:
        theme = current_theme()
        self.more.setIcon(icon("export", theme))
        self.map.setIcon(icon("map", theme))


class TimeBar(QWidget):
    """Chooses the moment, how much time the paths cover, and how much heights are stretched."""

    moment_chosen = Signal(object)
    """A `datetime` in UTC."""
    span_chosen = Signal(str)
    exaggeration_chosen = Signal(object)
    """A factor, or None for as much as fits."""
    refused = Signal(object)
    """A moment was typed at which nobody knows the Sun's place: the `datetime`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment = datetime.now(UTC)
        self.field = self._make_field()
        self.steps = self._make_steps()
        self.now = _button(self.tr("Now"), self.tr("The sky of this moment"), self, "step")
        self.now.clicked.connect(self._on_now)
        titles: dict[str, str] = {Span.DAY: self.tr("Day"), Span.MONTH: self.tr("Month"), Span.YEAR: self.tr("Year")}
        self.spans = Segments(self.tr("Time that paths and calendar cover"), titles, self)
        self.spans.chosen.connect(self.span_chosen)
        self.stretch = QComboBox(self)
        self.stretch.addItem(self.tr("Heights: as fits"), None)
        for factor in EXAGGERATIONS:
            self.stretch.addItem(self.tr("Heights × {factor}").format(factor=f"{factor:g}"), factor)
        self.stretch.setAccessibleName(self.tr("How much heights are stretched against widths"))
        self.stretch.setToolTip(self.stretch.accessibleName())
        self.stretch.currentIndexChanged.connect(self._on_stretch)
        flow = FlowLayout(self, UNIT // 2)
        flow.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        half = len(self.steps) // 2
        parts: list[QWidget] = [*self.steps[:half], self.field, *self.steps[half:], self.now, self.spans, self.stretch]
        tall = max(part.sizeHint().height() for part in parts)
        for part in parts:
            part.setFixedHeight(tall)
            flow.addWidget(part)

    def set_moment(self, moment: datetime) -> None:
        """Show a moment; nothing is emitted."""
        self._moment = moment
        there = moment.astimezone(UTC)
        shown = QDateTime(
            QDate(there.year, there.month, there.day), QTime(there.hour, there.minute), QTimeZone.utc()
        )  # fmt: skip
        with QSignalBlocker(self.field):
            self.field.setDateTime(shown)

    def set_stretch(self, factor: float | None) -> None:
        """Show how much heights are stretched; nothing is emitted."""
        with QSignalBlocker(self.stretch):
            self.stretch.setCurrentIndex(max(0, self.stretch.findData(factor)))

    def _make_field(self) -> QDateTimeEdit:
        field = QDateTimeEdit(self)
        field.setProperty("look", "field")
        field.setTimeZone(QTimeZone.utc())
        field.setDisplayFormat("yyyy-MM-dd HH:mm 'UTC'")
        # until Enter: half a date is none
        field.setKeyboardTracking(False)
        field.setAccessibleName(self.tr("Date and time of the sky, UTC"))
        field.setToolTip(self.tr("The sky of which moment? Known from 1959 to 2060."))
        _inset(field)
        field.dateTimeChanged.connect(self._on_typed)
        return field

    def _make_steps(self) -> list[QToolButton]:
        steps = (
            (LUNATION, self.tr("{sign}29.5 d"), self.tr("One lunation")),
            (DAY, self.tr("{sign}1 d"), self.tr("One day")),
            (HOUR, self.tr("{sign}1 h"), self.tr("One hour")),
        )
        found = []
        for sign in (-1, 1):
            for step, text, name in steps if sign < 0 else reversed(steps):
                tip = (self.tr("{step} back") if sign < 0 else self.tr("{step} on")).format(step=name)
                button = _button(text.format(sign="−" if sign < 0 else "+"), tip, self, "step")
                button.clicked.connect(partial(self._on_step, sign * step))
                found.append(button)
        return found

    def _on_typed(self, typed: QDateTime) -> None:
        day, clock = typed.date(), typed.time()
        moment = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=UTC)
        if known(moment):
            self.moment_chosen.emit(moment)
        else:
            self.refused.emit(moment)

    def _on_step(self, step: timedelta) -> None:
        self.moment_chosen.emit(held(self._moment + step))

    def _on_now(self) -> None:
        self.moment_chosen.emit(held(datetime.now(UTC)))

    def _on_stretch(self) -> None:
        self.exaggeration_chosen.emit(self.stretch.currentData())


def _button(text: str, tip: str, parent: QWidget, look: str = "") -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if look:
        button.setProperty("look", look)
    return button


def _inset(field: QAbstractSpinBox) -> None:
    """Keep the words off the border: the style sheet does not reach them."""
    field.setMinimumWidth(field.sizeHint().width() + 2 * UNIT)
    field.lineEdit().setTextMargins(UNIT, 0, UNIT, 0)
