"""Asks workers for what the horizon page shows: one question of a kind at a time, always the newest one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from atlas.domain.coordinates import LatLon
from atlas.domain.entries import Place
from atlas.services.horizon.compose import Composed, Span
from atlas.services.horizon.jobs import Calendar, Picture, Prospect, composed, light_calendar, picture, prepare
from atlas.services.horizon.view import PanoramaView
from atlas.services.sky.spells import SpellProgress
from atlas.services.tasks import Tasks
from atlas.services.units import METRIC, Units

if TYPE_CHECKING:
    from atlas.services.terrain import Terrain

_BEAT_MS: Final = 120
_PATIENCE_BEATS: Final = 4


class HorizonDesk(QObject):
    """Keeps a place ready and tells what is known of it. Nothing here takes long; workers do the work."""

    prepared = Signal(object)
    """A `Prospect`: another place is ready."""
    composed = Signal(object)
    """A `Composed`: lines and words of the moment."""
    pictured = Signal(object)
    """A `Picture` of the terrain."""
    counted = Signal(object)
    """A `Calendar` of the light."""
    progressed = Signal(float)
    """How much of a calendar is worked out, where it takes long."""
    unprepared = Signal(object)
    """Why the place that was asked for last could not be made ready; `failed` tells all other problems."""
    failed = Signal(object)

    def __init__(self, tasks: Tasks, sky: Path, terrain: "Terrain", parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._sky = sky
        self._terrain = terrain
        self._prospect: Prospect | None = None
        self._moment: datetime | None = None
        self._span = Span.MONTH
        self._units = METRIC
        self._counted: tuple[Prospect, Span, datetime] | None = None
        self._drawing = False
        self._wanted: tuple[PanoramaView, float] | None = None
        self._composing = False
        self._compose_again = False
        self._progress = SpellProgress()
        self._beats = 0
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._on_beat)

    @property
    def prospect(self) -> Prospect | None:
        """The place that is ready, None before the first is."""
        return self._prospect

    def go(self, places: Sequence[Place], position: LatLon, height_m: float) -> None:
        """Make another place ready."""
        self._tasks.submit(
            prepare, self._sky, self._terrain, places, position, height_m,
            done=self._on_prepared, failed=self._on_unprepared, key="horizon-place",
        )  # fmt: skip

    def show(self, moment: datetime, span: Span, units: Units) -> None:
        """Show another moment or span."""
        self.show_sky(moment, span, units)
        self._count()

    def show_sky(self, moment: datetime, span: Span, units: Units) -> None:
        """Show another moment without asking for its calendar, as while the hand moves."""
        self._moment, self._span, self._units = moment, span, units
        self._compose()

    def draw(self, view: PanoramaView, ratio: float) -> None:
        """Draw the terrain of a view; while one picture is made, only the newest wish waits."""
        self._wanted = (view, ratio)
        if not self._drawing:
            self._draw_wanted()

    def _draw_wanted(self) -> None:
        if self._wanted is None or self._prospect is None or self._moment is None or self._tasks.closed:
            return
        (view, ratio), self._wanted = self._wanted, None
        self._drawing = True
        self._tasks.submit(
            picture, self._prospect, view, ratio, self._moment,
            done=self._on_picture, failed=self._on_picture_failed,
        )  # fmt: skip

    def _compose(self) -> None:
        if self._prospect is None or self._moment is None or self._tasks.closed:
            return
        if self._composing:
            self._compose_again = True
            return
        self._composing = True
        self._tasks.submit(
            composed, self._prospect, self._moment, self._span, self._units,
            done=self._on_composed, failed=self._on_compose_failed,
        )  # fmt: skip

    def _count(self) -> None:
        """Ask for the calendar, unless it is the one of the same place and span."""
        if self._prospect is None or self._moment is None or self._tasks.closed:
            return
        wanted = (self._prospect, self._span, self._moment)
        if self._counted == wanted:
            return
        self._counted = wanted
        self._progress = SpellProgress()
        self._beats = 0
        self._beat.start()
        self._tasks.submit(
            light_calendar, self._prospect, self._moment, self._span, self._progress,
            done=self._on_counted, failed=self._on_count_failed, key="horizon-light",
        )  # fmt: skip

    def _on_prepared(self, prospect: Prospect) -> None:
        self._prospect = prospect
        self.prepared.emit(prospect)
        self._compose()
        self._count()

    def _on_unprepared(self, problem: BaseException) -> None:
        self.unprepared.emit(problem)

    def _on_composed(self, found: Composed) -> None:
        self._composing = False
        self.composed.emit(found)
        if self._compose_again:
            self._compose_again = False
            self._compose()

    def _on_compose_failed(self, problem: BaseException) -> None:
        self._composing = False
        self.failed.emit(problem)

    def _on_picture(self, found: Picture) -> None:
        self._drawing = False
        if found.prospect is self._prospect:
            self.pictured.emit(found)
        self._draw_wanted()

    def _on_picture_failed(self, problem: BaseException) -> None:
        self._drawing = False
        self.failed.emit(problem)

    def _on_counted(self, found: Calendar) -> None:
        self._beat.stop()
        self.counted.emit(found)

    def _on_count_failed(self, problem: BaseException) -> None:
        self._beat.stop()
        self.failed.emit(problem)

    def _on_beat(self) -> None:
        self._beats += 1
        if self._beats >= _PATIENCE_BEATS:
            self.progressed.emit(self._progress.share)
