"""The time bar under the map: the date of the light, steps, play, the span of the strip, and what the Sun does."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from atlas.domain.light import DAY, HOUR, LUNATION, Span, held, known
from atlas.views.flow import FlowLayout
from atlas.views.icons import icon, pixmap
from atlas.views.map.sunlight_field import MomentField
from atlas.views.map.sunlight_slider import TimeSlider
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme, label, tool_button

_SUN_SIDE: Final = 20


class SpanButton(QToolButton):
    """Says how much time the strip covers, and opens a menu of the other spans."""

    chosen = Signal(object)
    """The user chose another `Span`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = Span.LUNAR_DAY
        self._titles = {
            Span.DAY: self.tr("A day"),
            Span.LUNAR_DAY: self.tr("A lunar day"),
            Span.MONTH: self.tr("A month"),
            Span.YEAR: self.tr("A year"),
        }
        self._choices: dict[Span, QAction] = {}
        menu, group = QMenu(self), QActionGroup(self)
        for span, title in self._titles.items():
            choice = menu.addAction(title)
            choice.setCheckable(True)
            choice.triggered.connect(partial(self._on_chosen, span))
            group.addAction(choice)
            self._choices[span] = choice
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("look", "step")
        self.setToolTip(self.tr("How much time the strip covers"))
        self.set_value(self.value)

    def set_value(self, span: Span) -> None:
        """Show which span holds."""
        self.value = span
        self._choices[span].setChecked(True)
        self.setText(f"{self._titles[span]} ▾")
        self.setAccessibleName(f"{self.toolTip()}: {self._titles[span]}")

    def _on_chosen(self, span: Span) -> None:
        self.set_value(span)
        self.chosen.emit(span)


class SunlightBar(QWidget):
    """Shows one moment and lets the user choose another. `set_time` tells it which; it never changes by itself."""

    time_chosen = Signal(object, bool)
    """Another moment (a `datetime` in UTC), and whether the hand is still moving."""
    span_chosen = Signal(object)
    play_toggled = Signal(bool)
    now_wanted = Signal()
    closed = Signal()
    refused = Signal(object)
    """A moment was typed at which nobody knows the Sun's place: the `datetime`."""
    unreadable = Signal(str)
    """What was typed is no moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sunlightBar")
        self.setAccessibleName(self.tr("Date of the light"))
        self._time = datetime.now(UTC)
        self._words = ""
        self.field = self._make_field()
        self.slider = TimeSlider(self)
        self.steps = self._make_steps()
        self.play = tool_button("play", self.tr("Let time run"), self)
        self.play.setCheckable(True)
        self.now = self._text_button(self.tr("Now"), self.tr("Light of this moment"))
        self.spans = SpanButton(self)
        self.close_button = tool_button("close", self.tr("Switch sunlight off"), self)
        self.close_button.setIconSize(QSize(16, 16))
        self._sun = QLabel(self)
        self.readout = label("", "faint", self)
        self.readout.setAccessibleName(self.tr("Sun and Earth over the middle of the map"))
        self._lay_out()
        self._connect()
        follow_theme(self._dress)

    def set_time(self, time: datetime) -> None:
        """Show a moment; nothing is emitted."""
        self._time = time
        self.field.set_time(time)
        self.slider.show_window(self.span, time)
        shown_window = self.slider.window_shown
        if shown_window is not None and not self.slider.isSliderDown():
            with QSignalBlocker(self.slider):
                self.slider.setValue(shown_window.index(time))

    @property
    def span(self) -> Span:
        """How much time the strip covers."""
        return self.spans.value

    def set_span(self, span: Span) -> None:
        """Let the strip cover another span; nothing is emitted."""
        self.spans.set_value(span)
        self.set_time(self._time)

    def focus_moment(self) -> None:
        """Put the keyboard into the field for the date, ready to be overwritten."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_playing(self, *, playing: bool) -> None:
        """Show whether time runs."""
        with QSignalBlocker(self.play):
            self.play.setChecked(playing)
        self._dress()

    def set_words(self, text: str, tip: str, *, urgent: bool = False) -> None:
        """Say what Sun and Earth do, or why they cannot be told."""
        self._words = text
        role = "strong" if urgent else "faint"
        if self.readout.property("role") != role:
            self.readout.setProperty("role", role)
            self.readout.style().unpolish(self.readout)
            self.readout.style().polish(self.readout)
        self.readout.setToolTip(tip)
        self.readout.setAccessibleDescription(text)
        self._elide()

    def words(self) -> str:
        """Return what the bar says of Sun and Earth."""
        return self._words

    def stops(self) -> list[QWidget]:
        """Return what takes the keyboard, in order."""
        return [self.field, self.now, *self.steps, self.play, self.close_button, self.slider, self.spans]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._elide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.window)
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

    def _make_field(self) -> MomentField:
        field = MomentField(self)
        field.setAccessibleName(self.tr("Date and time of the light, UTC"))
        field.setToolTip(
            self.tr("The light of which moment? Known from 1959 to 2060. Up and down change the part at the cursor.")
        )
        return field

    def _make_steps(self) -> list[QToolButton]:
        found = []
        for sign in (-1, 1):
            steps = [(LUNATION, self.tr("{sign}29.5 d"), self.tr("One lunation"))]
            steps += [(DAY, self.tr("{sign}1 d"), self.tr("One day"))]
            steps += [(HOUR, self.tr("{sign}1 h"), self.tr("One hour"))]
            for step, text, name in steps if sign < 0 else reversed(steps):
                tip = self.tr("{step} back") if sign < 0 else self.tr("{step} on")
                button = self._text_button(text.format(sign="−" if sign < 0 else "+"), tip.format(step=name))
                button.clicked.connect(partial(self._on_step, sign * step))
                found.append(button)
        return found

    def _text_button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("look", "step")
        return button

    def _lay_out(self) -> None:
        row = QWidget(self)
        flow = FlowLayout(row, UNIT // 2)
        half = len(self.steps) // 2
        parts: list[QWidget] = [self._sun, self.field, self.now]
        parts += [*self.steps[:half], self.play, *self.steps[half:]]
        height = max(part.sizeHint().height() for part in parts)
        for part in parts:
            part.setParent(row)
            part.setFixedHeight(height)
            flow.addWidget(part)
        self._sun.setFixedWidth(_SUN_SIDE + UNIT // 2)
        self._sun.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.readout.setMinimumWidth(1)
        self.readout.setContentsMargins(UNIT // 2, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT // 2)
        column.setSpacing(UNIT // 2)
        top = QHBoxLayout()
        top.setSpacing(UNIT // 2)
        top.addWidget(row, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.slider)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT // 2)
        foot.addWidget(self.readout, 1)
        foot.addWidget(self.spans)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.field.moment_chosen.connect(self._on_typed)
        self.field.unreadable.connect(self.unreadable)
        self.slider.valueChanged.connect(self._on_slid)
        self.slider.sliderReleased.connect(self._on_released)
        self.spans.chosen.connect(self._on_span)
        self.play.toggled.connect(self._on_play)
        self.now.clicked.connect(self.now_wanted)
        self.close_button.clicked.connect(self.closed)

    def _on_typed(self, time: datetime) -> None:
        if known(time):
            self.field.setModified(False)
            self.time_chosen.emit(time, False)
        else:
            self.refused.emit(time)

    def _on_slid(self, step: int) -> None:
        shown = self.slider.window_shown
        if shown is not None:
            # what was half typed gives way to the hand
            self.field.setModified(False)
            self.time_chosen.emit(shown.time(step), self.slider.isSliderDown())

    def _on_released(self) -> None:
        self.time_chosen.emit(self._time, False)

    def _on_step(self, step: timedelta) -> None:
        self.field.setModified(False)
        self.time_chosen.emit(held(self._time + step), False)

    def _on_span(self, span: Span) -> None:
        self.set_time(self._time)
        self.span_chosen.emit(span)

    def _on_play(self, playing: bool) -> None:
        self._dress()
        self.play_toggled.emit(playing)

    def _elide(self) -> None:
        room = self.width() - self.spans.sizeHint().width() - 4 * UNIT
        self.readout.setText(self.readout.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    def _dress(self) -> None:
        theme = current_theme()
        playing = self.play.isChecked()
        tip = self.tr("Stop time") if playing else self.tr("Let time run")
        self.play.setIcon(icon("pause" if playing else "play", theme))
        self.play.setToolTip(tip)
        self.play.setAccessibleName(tip)
        self.close_button.setIcon(icon("close", theme))
        self._sun.setPixmap(pixmap("sun", theme.text, _SUN_SIDE, self.devicePixelRatioF()))
        self.update()
