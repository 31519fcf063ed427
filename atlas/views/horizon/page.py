"""The page Horizon: place and moment, the panorama, the calendar of light, the facts."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.domain.coordinates import LatLon, telling_places
from atlas.domain.entries import Place
from atlas.domain.light import held, read_time, write_time
from atlas.services.horizon.compose import Composed, Span, number
from atlas.services.horizon.facts import light_facts
from atlas.services.horizon.jobs import Calendar, Picture, Prospect
from atlas.services.horizon.reading import reading_at
from atlas.services.units import METRIC, Units
from atlas.views.horizon.bars import HIGHEST_M, PlaceBar, TimeBar
from atlas.views.horizon.canvas import PanoramaCanvas
from atlas.views.horizon.desk import HorizonDesk
from atlas.views.horizon.facts import FactsRow
from atlas.views.horizon.saver import HorizonSaver
from atlas.views.horizon.strip import LightStrip
from atlas.views.page import Page

if TYPE_CHECKING:
    from atlas.context import AppContext

LIGHT_TIME: Final = "map/light"
"""The setting that holds the date of the light: the map's own, which both share."""
_PLACE, _NAME, _HEIGHT, _SPAN, _STRETCH = (f"horizon/{key}" for key in ("place", "name", "height", "span", "stretch"))
_FIRST_NAME: Final = "Connecting ridge"
_REST_MS: Final = 60
_COUNT_MS: Final = 250


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the page stood, for the one that takes its place."""

    position: LatLon
    name: str
    moment: datetime


class HorizonPage(Page):
    """What somebody at a place sees all round."""

    place_wanted = Signal(object)
    """The place is to be shown on the map: a `LatLon`."""

    def __init__(self, context: "AppContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.units = METRIC
        self.places: list[Place] = context.catalogue.places()
        self._begun = False
        self._revision = context.terrain.revision
        self.position, self.name = self._first_place()
        self.moment = datetime.now(UTC)
        self.span = Span.MONTH
        self.prospect: Prospect | None = None
        self.composed: Composed | None = None
        self.problem: BaseException | None = None
        """Why the place asked for could not be made ready, None while it can."""
        self._calendar: Calendar | None = None
        self.place_bar = PlaceBar(self)
        self.time_bar = TimeBar(self)
        self.canvas = PanoramaCanvas(self)
        self.strip = LightStrip(self)
        self.facts = FactsRow(self)
        self.desk = HorizonDesk(context.tasks, context.paths.sky, context.terrain, self)
        self.saver = HorizonSaver(context, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.place_bar, self.time_bar):
            column.addWidget(part)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.strip)
        column.addWidget(self.facts)
        self._rest = self._timer(_REST_MS, self._draw)
        self._settle = self._timer(_COUNT_MS, self._ask)
        self._connect()
        self._restore()
        self.setFocusProxy(self.canvas)

    # what the window tells

    def set_units(self, units: Units) -> None:
        """Tell positions and distances in other units."""
        self.units = units
        self._show_place()
        self._ask()

    def standing(self) -> object:
        """Return where the user stands on the page."""
        return Standing(self.position, self.name, self.moment)

    def go_on_from(self, standing: object) -> None:
        """Take up where another page stood."""
        if isinstance(standing, Standing):
            self.set_moment(standing.moment)
            self.look_from(standing.position, standing.name)

    def take_focus(self) -> None:
        """Put the keyboard on the panorama."""
        self.canvas.setFocus()

    # what the user does

    def look_from(self, position: LatLon, name: str = "") -> None:
        """Show the horizon of a place."""
        self.position, self.name = position, name
        self.problem = None
        self._context.settings.set_text(_PLACE, f"{position.lat!r},{position.lon!r}")
        self._context.settings.set_text(_NAME, name)
        self._show_place()
        self._begun = True
        self._revision = self._context.terrain.revision
        self.desk.go(self.places, position, float(self.place_bar.eye.value()))

    def set_moment(self, moment: datetime) -> None:
        """Show another moment."""
        self.moment = held(moment)
        self._context.settings.set_text(LIGHT_TIME, write_time(self.moment))
        self.time_bar.set_moment(self.moment)
        self.strip.set_moment(self.moment, self.span)
        self._show_facts()
        self._settle.start()
        self._ask_sky()

    def set_span(self, span: Span) -> None:
        """Let paths and calendar cover another time."""
        self.span = span
        self._context.settings.set_text(_SPAN, span)
        self.time_bar.spans.set_value(span)
        self.strip.set_moment(self.moment, span)
        self._ask()

    def focus_place(self) -> None:
        """Put the keyboard into the field for a coordinate or a name."""
        self.place_bar.goto.field.setFocus()
        self.place_bar.goto.field.selectAll()

    def focus_moment(self) -> None:
        """Put the keyboard into the field for the date and time of the sky."""
        self.time_bar.field.setFocus()

    # what the saver asks

    def ready(self) -> Prospect | None:
        """Return what is seen from the place, the height and over the terrain of now, None until it is known."""
        prospect, revision = self.prospect, self._context.terrain.revision
        if prospect is not None and prospect.revision == revision:
            asked = (self.position, float(self.place_bar.eye.value()))
            return prospect if (prospect.lookout.position, prospect.lookout.height_m) == asked else None
        if self._begun and self._revision != revision:
            self.look_from(self.position, self.name)
        return None

    # inside

    def _first_place(self) -> tuple[LatLon, str]:
        settings = self._context.settings
        with suppress(ValueError):
            lat, lon = (float(part) for part in settings.text(_PLACE).split(","))
            return LatLon(lat, lon), settings.text(_NAME)
        first = next((place for place in self.places if place.name == _FIRST_NAME), None)
        return (LatLon(first.lat, first.lon), first.name) if first is not None else (LatLon(-90.0, 0.0), "")

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        self.place_bar.position_wanted.connect(self.look_from)
        self.place_bar.height_chosen.connect(self._on_height)
        self.place_bar.message.connect(self.message)
        self.place_bar.map_wanted.connect(self._on_map_wanted)
        self.time_bar.moment_chosen.connect(self.set_moment)
        self.time_bar.span_chosen.connect(self._on_span)
        self.time_bar.exaggeration_chosen.connect(self._on_stretch)
        self.time_bar.refused.connect(self._on_refused)
        self.strip.moment_chosen.connect(self.set_moment)
        self.canvas.view_changed.connect(self._rest.start)
        self.canvas.pointed.connect(self._on_pointed)
        self.saver.message.connect(self.message)
        desk = self.desk
        desk.prepared.connect(self._on_prepared)
        desk.composed.connect(self._on_composed)
        desk.pictured.connect(self._on_picture)
        desk.counted.connect(self._on_counted)
        desk.progressed.connect(self.strip.set_progress)
        desk.unprepared.connect(self._on_unprepared)
        desk.failed.connect(self._on_failed)

    def _restore(self) -> None:
        settings = self._context.settings
        named = [(place.name, LatLon(place.lat, place.lon)) for place in self.places]
        self.place_bar.goto.set_names(named)
        height = settings.text(_HEIGHT, "2")
        self.place_bar.set_height(min(HIGHEST_M, int(height)) if height.isdecimal() else 2)
        span = settings.text(_SPAN)
        self.span = Span(span) if span in set(Span) else Span.MONTH
        self.time_bar.spans.set_value(self.span)
        with suppress(ValueError):
            factor = float(settings.text(_STRETCH))
            self.time_bar.set_stretch(factor)
            self.canvas.set_exaggeration(self.time_bar.stretch.currentData())
        self._take_shared_moment()
        self._show_place()

    def _take_shared_moment(self) -> None:
        """Take over the date of the light that was chosen last, on the map for instance."""
        with suppress(ValueError):
            self.moment = held(read_time(self._context.settings.text(LIGHT_TIME)))
        self.time_bar.set_moment(self.moment)
        self.strip.set_moment(self.moment, self.span)
        self._show_facts()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the name is Qt's
        super().showEvent(event)
        self._take_shared_moment()
        if not self._begun or self._context.terrain.revision != self._revision:
            self.look_from(self.position, self.name)
        else:
            self._ask()
        self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._rest.stop()

    def _ask(self) -> None:
        self._settle.stop()
        self.desk.show(self.moment, self.span, self.units)
        self._draw()

    def _ask_sky(self) -> None:
        """Ask for what follows the hand: lines, discs and light; the calendar waits for its rest."""
        self.desk.show_sky(self.moment, self.span, self.units)
        self._draw()

    def _draw(self) -> None:
        if self.prospect is not None and self.isVisible():
            self.desk.draw(self.canvas.view, self.devicePixelRatioF())

    def _show_place(self) -> None:
        where = self.units.position(self.position, telling_places(self.position))
        self.canvas.set_title(f"{self.name} · {where}" if self.name else where, self._ground_words())

    def _ground_words(self) -> str:
        prospect = self.prospect
        if self.problem is not None:
            return str(self.problem)
        if prospect is None or prospect.lookout.position != self.position:
            return self.tr("Looking round …")
        lookout = prospect.lookout
        if lookout.ground is None or lookout.ground_m is None:
            return self.tr("No terrain there: the horizon is that of the bare sphere.")
        words = self.tr("ground {height}, {terrain}").format(
            height=self.units.height(lookout.ground_m), terrain=lookout.ground.name
        )
        if lookout.open_share > 0.0:
            percent = number(max(1.0, 100.0 * lookout.open_share), 0)
            words += self.tr(" · the terrain ends before {percent} % of the horizon is certain").format(percent=percent)
        return words

    def _on_height(self, metres: int) -> None:
        self._context.settings.set_text(_HEIGHT, str(metres))
        self.look_from(self.position, self.name)

    def _on_span(self, value: str) -> None:
        self.set_span(Span(value))

    def _on_stretch(self, factor: float | None) -> None:
        self._context.settings.set_text(_STRETCH, "" if factor is None else f"{factor:g}")
        self.canvas.set_exaggeration(factor)

    def _on_refused(self, moment: datetime) -> None:
        self.time_bar.set_moment(self.moment)
        self.message.emit(
            self.tr("The places of Sun and Earth are known from 1959 to 2060; {year} lies outside.").format(
                year=moment.year
            )
        )

    def _on_map_wanted(self) -> None:
        self.place_wanted.emit(self.position)

    def _on_prepared(self, prospect: Prospect) -> None:
        self.prospect = prospect
        # the light of another place tells nothing about a moment here
        self._calendar = None
        self.canvas.set_range(prospect.low, prospect.high)
        self._show_place()
        self._draw()

    def _on_composed(self, composed: Composed) -> None:
        self.composed = composed
        self.canvas.set_panorama(composed.panorama)
        panorama = composed.panorama
        names = ", ".join(dict.fromkeys(label.text for label in panorama.labels))
        self.canvas.setAccessibleDescription(
            self.tr("{sun}. {earth}. Formed by: {names}. Arrow keys turn, plus and minus zoom, Home shows all.").format(
                sun=panorama.sun_words, earth=panorama.earth_words, names=names
            )
        )

    def _on_picture(self, picture: Picture) -> None:
        self.canvas.set_picture(picture)

    def _on_counted(self, calendar: Calendar) -> None:
        self.strip.set_calendar(calendar)
        self._calendar = calendar
        self._show_facts()

    def _show_facts(self) -> None:
        """Show the facts for the moment of now, which may have moved on since they were counted."""
        facts = light_facts(replace(self._calendar, moment=self.moment)) if self._calendar is not None else []
        self.facts.show_facts(facts)
        self.strip.setAccessibleDescription(". ".join(f"{fact.title}: {fact.value}" for fact in facts))

    def _on_pointed(self, at: QPointF | None) -> None:
        if at is None or self.prospect is None:
            self.canvas.set_words("")
            return
        reading = reading_at(self.prospect, self.canvas.view, at.x(), at.y(), self.places)
        self.canvas.set_words(reading.text(self.units))

    def _on_unprepared(self, problem: BaseException) -> None:
        self.problem = problem
        self._show_place()
        self._on_failed(problem)

    def _on_failed(self, problem: BaseException) -> None:
        self.message.emit(str(problem))
