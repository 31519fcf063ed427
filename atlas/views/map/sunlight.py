"""Sunlight on the map: keeps the date of the light, moves it, and tells what Sun and Earth do."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.domain.coordinates import LatLon
from atlas.domain.light import LAST, Span, held, known, read_time, to_minute, write_time
from atlas.services.map.sun_desk import LightReport, PointLight, SunDesk
from atlas.services.map.view import MapView, on_map
from atlas.services.tasks import Tasks
from atlas.services.units import Units
from atlas.views.map.canvas import MapCanvas
from atlas.views.map.ground import Light
from atlas.views.map.readout import PointerReading
from atlas.views.map.sunlight_words import light_words, point_tip, point_words, refusal, report_tip, report_words

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.map.sunlight_bar import SunlightBar

_TIME: Final = "map/light"
_SPAN: Final = "map/light-span"
_REST_MS: Final = 150
_POINTER_MS: Final = 60
_WORDS_MS: Final = 80
"""Words need not change with every picture."""
_FRAME_MS: Final = 33
_PLAY_STEPS: Final = {
    Span.DAY: timedelta(minutes=2),
    Span.LUNAR_DAY: timedelta(minutes=40),
    Span.MONTH: timedelta(minutes=40),
    Span.YEAR: timedelta(hours=8),
}
"""How far time runs from picture to picture."""


class Newest(QObject):
    """Runs one piece of work at a time on a worker; of all that was asked meanwhile only the newest comes next."""

    came = Signal(object)
    """The result of the work."""
    failed = Signal(object)
    """The exception that it ended with."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._busy = self._wanted = False
        self._next: Callable[[], object] | None = None

    def ask(self, work: Callable[[], object]) -> None:
        """Have something done, now or next."""
        self._next, self._wanted = work, True
        self._go_on()

    def forget(self) -> None:
        """Want nothing more, nor what is under way."""
        self._next, self._wanted = None, False

    def _go_on(self) -> None:
        if self._busy or self._next is None or self._tasks.closed:
            return
        work, self._next = self._next, None
        self._busy = True
        self._tasks.submit(work, done=self._on_done, failed=self._on_failed)

    def _on_done(self, result: object) -> None:
        self._busy = False
        if self._wanted:
            self.came.emit(result)
        self._go_on()

    def _on_failed(self, problem: BaseException) -> None:
        self._busy = False
        self.failed.emit(problem)
        self._go_on()


class SunlightController(QObject):
    """The date of the light. The bar is made when sunlight is first switched on."""

    message = Signal(str)
    off_wanted = Signal()
    light_changed = Signal()
    """Another moment lights the map, or none; not told while the hand moves."""
    point_changed = Signal(str, str)
    """What the point under the pointer sees of Sun and Earth, in short and in full; empty where there is none."""

    def __init__(self, context: "AppContext", canvas: MapCanvas, column: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._settings = context.tasks, context.settings
        self._canvas, self._column = canvas, column
        self._on = False
        self.desk = SunDesk(context.paths.sky, context.terrain)
        self.bar: SunlightBar | None = None
        self._time = self._remembered()
        self._moving = False
        self._report: LightReport | None = None
        self._reports, self._strips, self._points = (Newest(context.tasks, self) for _ in range(3))
        for newest, slot in (
            (self._reports, self._report_came),
            (self._strips, self._strip_came),
            (self._points, self._point_came),
        ):
            newest.came.connect(slot)
            newest.failed.connect(self._failed)
        self._pointer: LatLon | None = None
        self._still = self._timer(_REST_MS, self._on_rest)
        self._lingers = self._timer(_POINTER_MS, self._ask_point)
        self._soon = self._timer(_WORDS_MS, self._ask_report)
        self._at_rest: MapView | None = None
        """What the map shows while nobody has touched it since the start; what gestures need is loaded later."""
        self._lay: LatLon | None = None
        """Where the pointer lay then."""
        self._clock = QTimer(self)
        self._clock.setInterval(_FRAME_MS)
        self._clock.timeout.connect(self._on_frame)
        canvas.pointer_changed.connect(self._on_pointer)
        canvas.view_changed.connect(self._on_view)

    @property
    def is_on(self) -> bool:
        """Whether the Sun lights the map."""
        return self._on

    @property
    def time(self) -> datetime:
        """The date of the light, UTC."""
        return self._time

    @property
    def light(self) -> Light | None:
        """The Sun that lights the map, None for the map's own light."""
        return Light(self.desk, self._time) if self._on else None

    def wait_for_a_gesture(self) -> None:
        """Have what sharp relief and shadows need loaded once the pointer moves on the map or the view does.

        Who only reads the list never pays for it.
        """
        self._at_rest, self._lay = self._canvas.view, None

    def _warm_up(self) -> None:
        self._at_rest = None
        if not self._tasks.closed:
            self._tasks.submit(self.desk.warm_up, failed=self._failed)

    def _on_view(self) -> None:
        self._still.start()
        before, now = self._at_rest, self._canvas.view
        if before is None:
            return
        if (before.width, before.height) != (now.width, now.height):
            # another size of the window may show more or less of the Moon
            self.wait_for_a_gesture()
        elif (before.x, before.y, before.mpp) != (now.x, now.y, now.mpp):
            self._warm_up()

    @property
    def words(self) -> str:
        """The date of the light in words, empty where the map has its own light."""
        return light_words(self._time) if self._on else ""

    def switch(self, *, on: bool) -> None:
        """Let the Sun light the map, or no more."""
        if on == self._on:
            return
        self._on = on
        if on:
            bar = self._need_bar()
            bar.show()
            self._apply()
        else:
            self._clock.stop()
            if self.bar is not None:
                self.bar.set_playing(playing=False)
                self.bar.hide()
        self.light_changed.emit()

    def set_time(self, time: datetime, *, moving: bool = False) -> None:
        """Let the Sun of another moment light the map; a time outside 1959–2060 is refused in words."""
        if not known(time):
            self._refuse(time)
            return
        self._time, self._moving = to_minute(time), moving
        if self._on:
            self._apply()

    def set_units(self, _units: Units) -> None:
        """Tell positions in other units."""
        self._still.start()

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _remembered(self) -> datetime:
        text = self._settings.text(_TIME)
        try:
            return held(read_time(text)) if text else held(to_minute(datetime.now(UTC)))
        except ValueError:
            return held(to_minute(datetime.now(UTC)))

    def _need_bar(self) -> "SunlightBar":
        if self.bar is None:
            from atlas.views.map.sunlight_bar import SunlightBar

            parent = self.parent()
            assert isinstance(parent, QWidget)
            bar = self.bar = SunlightBar(parent)
            span = self._settings.text(_SPAN)
            bar.set_span(Span(span) if span in set(Span) else Span.LUNAR_DAY)
            bar.time_chosen.connect(self._on_chosen)
            bar.span_chosen.connect(self._on_span)
            bar.play_toggled.connect(self._on_play)
            bar.now_wanted.connect(self._on_now)
            bar.closed.connect(self.off_wanted)
            bar.refused.connect(self._refuse)
            bar.unreadable.connect(self._on_unreadable)
            self._column.addWidget(bar)
        return self.bar

    def _apply(self) -> None:
        """Light the map and tell of it."""
        bar = self._need_bar()
        bar.set_time(self._time)
        moving = self._moving or self._clock.isActive()
        self._canvas.set_light(Light(self.desk, self._time, moving))
        if not self._soon.isActive():
            self._soon.start()
        self._still.start()

    def _on_chosen(self, time: datetime, moving: bool) -> None:
        self._time, self._moving = time, moving
        self._apply()

    def _on_now(self) -> None:
        self.set_time(held(datetime.now(UTC)))

    def _on_span(self, span: Span) -> None:
        self._settings.set_text(_SPAN, span)
        self._ask_strip()

    def _on_play(self, playing: bool) -> None:
        if playing:
            self._clock.start()
        else:
            self._clock.stop()
            self._apply()

    def _on_frame(self) -> None:
        """Let time run on; a picture that is late is waited for."""
        bar = self._need_bar()
        if self._canvas.is_hurried:
            return
        time = self._time + _PLAY_STEPS[bar.span]
        if time > LAST:
            self._clock.stop()
            bar.set_playing(playing=False)
            self.message.emit(refusal(time))
            time = LAST
        self._time = time
        self._apply()

    def _refuse(self, time: datetime) -> None:
        self._tell(refusal(time))

    def _on_unreadable(self, typed: str) -> None:
        text = self.tr("“{text}” is not a moment: write it like 2026-11-22 18:00. The map keeps its light.")
        self._tell(text.format(text=typed))

    def _tell(self, text: str) -> None:
        self.message.emit(text)
        if self.bar is not None:
            self.bar.set_words(text, text, urgent=True)

    # what is told

    def _ask_report(self) -> None:
        if self._tasks.closed:
            return
        centre, time, desk = self._canvas.view.centre, self._time, self.desk
        self._reports.ask(partial(desk.report, centre, time))

    def _report_came(self, report: object) -> None:
        assert isinstance(report, LightReport)
        self._report = report
        if self.bar is not None and self._on:
            units = self._canvas.units
            self.bar.set_words(report_words(report, units), report_tip(report, units))

    def _ask_strip(self) -> None:
        shown = self.bar.slider.window_shown if self.bar is not None else None
        if shown is not None:
            self._strips.ask(partial(self.desk.elevations, self._canvas.view.centre, shown))

    def _strip_came(self, elevations: object) -> None:
        if self.bar is not None and isinstance(elevations, list):
            self.bar.slider.show_elevations(elevations)

    def _on_rest(self) -> None:
        if not self._on or self._tasks.closed:
            return
        self._settings.set_text(_TIME, write_time(self._time))
        self._ask_report()
        self._ask_strip()
        if self._pointer is not None:
            self._ask_point()
        self.light_changed.emit()

    def _on_pointer(self, reading: PointerReading | None) -> None:
        self._pointer = reading.position if reading is not None and on_map(reading.position) else None
        if self._at_rest is not None and self._pointer is not None:
            # one that merely lies where the window opened says nothing
            if self._lay is not None and self._lay != self._pointer:
                self._warm_up()
            self._lay = self._pointer
        if self._pointer is None:
            self._lingers.stop()
            self._points.forget()
            self.point_changed.emit("", "")
        else:
            self._lingers.start()

    def _ask_point(self) -> None:
        if self._pointer is not None and not self._tasks.closed:
            self._points.ask(partial(self.desk.point, self._pointer, self._time))

    def _point_came(self, light: object) -> None:
        assert isinstance(light, PointLight)
        if self._pointer is not None:
            self.point_changed.emit(point_words(light), point_tip(light))

    def _failed(self, problem: BaseException) -> None:
        from atlas.services.sky import SkyError, SkySpanError
        from atlas.services.terrain import TerrainError

        if isinstance(problem, SkyError | SkySpanError | TerrainError | OSError):
            self.message.emit(str(problem))
        else:
            # told whole, with a report, by those who take every unforeseen error
            self._tasks.error.emit(problem)
