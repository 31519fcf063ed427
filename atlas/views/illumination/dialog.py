"""Asks what is to be computed for the map's view: span, step, cells; tells how long it will take."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.light import read_time
from atlas.services.illumination.desk import foresee
from atlas.services.illumination.estimate import Estimate
from atlas.services.illumination.job import IlluminationJob, fitted, source, usual_cell_m
from atlas.services.map.view import MapView
from atlas.services.sky.ephemeris import END, FIRST, SkyError, SkySpanError
from atlas.services.sky.shadow import Rect
from atlas.services.tasks import Job
from atlas.services.terrain import TerrainError
from atlas.views.check_box import CheckBox
from atlas.views.theme import UNIT
from atlas.views.themed import label

if TYPE_CHECKING:
    from atlas.context import AppContext

_REST_MS: Final = 250
_SPANS: Final = (timedelta(days=1), timedelta(days=29.53), timedelta(days=365.25), timedelta(days=6793.5))
"""The last: the Moon's nodes go once round (18.6 years), after which the Sun has stood as far south as it ever does."""
_STEPS: Final = (0.5, 1.0, 2.0, 6.0, 12.0)
_COARSER: Final = (1, 2, 4, 8)


class IlluminationDialog(QDialog):
    """Emits `wanted` with the job the user settled on."""

    wanted = Signal(object)

    def __init__(self, context: "AppContext", view: MapView, parent: QWidget, light: datetime | None = None) -> None:
        """Offer to begin with the day of the light on the map, else with this year."""
        super().__init__(parent)
        self._context = context
        self._first_day = f"{light:%Y-%m-%d}" if light is not None else f"{datetime.now(UTC):%Y}-01-01"
        self._bounds = view.bounds
        self.job: IlluminationJob | None = None
        """What the fields say, once it is known how long it takes."""
        self._asked: Job | None = None
        self.setObjectName("illumination")
        self.setWindowTitle(self.tr("Illumination of this view"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._foresee)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(2 * UNIT)
        intro = label(
            self.tr(
                "Works out for every cell of the map in view how much of the time the Sun shines on it, its longest "
                "night, how much of the time Earth is in sight, and whether it is never lit. You can go on working "
                "meanwhile."
            ),
            "muted",
            self,
        )
        intro.setWordWrap(True)
        column.addWidget(intro)
        column.addLayout(self._form())
        self.estimate = label("", "muted", self)
        self.estimate.setWordWrap(True)
        self.estimate.setMinimumHeight(3 * self.estimate.fontMetrics().height())
        column.addWidget(self.estimate)
        column.addWidget(self._buttons())
        self.setMinimumWidth(60 * UNIT)
        self._changed()

    def _form(self) -> QFormLayout:
        self.begin = QLineEdit(self._first_day, self)
        self.begin.setToolTip(self.tr("A day or a moment in UTC, such as 2026-11-22 or 2026-11-22T18:00; 1959 to 2060"))
        self.begin.textChanged.connect(self._changed)
        days = (self.tr("One day"), self.tr("One lunation (29.5 days)"), self.tr("One year"))
        self.span = self._combo(self.tr("Span"), (*days, self.tr("18.6 years (once round the Moon's nodes)")), 2)
        steps = [self.tr("{hours} h").format(hours=QLocale().toString(step)) for step in _STEPS]
        self.step = self._combo(self.tr("Step"), tuple(steps), 2)
        west, south, east, north = self._bounds
        whole = Rect(west, south, east, north, 1, 1)
        least = usual_cell_m(max(east - west, north - south), source(whole, self._context.terrain).resolution_m)
        self._cells = tuple(least * factor for factor in _COARSER)
        self.cells = self._combo(self.tr("Cells"), tuple(self._cell_text(cell) for cell in self._cells), 0)
        self.earth = CheckBox(self.tr("Earth in sight too"), self)
        self.earth.setChecked(True)
        self.earth.toggled.connect(self._changed)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * UNIT)
        form.setVerticalSpacing(UNIT)
        for name, field in (
            (self.tr("From (UTC)"), self.begin),
            (self.tr("Span"), self.span),
            (self.tr("Step"), self.step),
            (self.tr("Cells"), self.cells),
            ("", self.earth),
        ):
            if name:
                field.setAccessibleName(name)
            form.addRow(name, field)
        return form

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.compute = QPushButton(self.tr("Compute…"), self)
        self.compute.setDefault(True)
        box.addButton(self.compute, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self._accept)
        box.rejected.connect(self.reject)
        return box

    def _combo(self, name: str, texts: tuple[str, ...], index: int) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.addItems(list(texts))
        combo.setCurrentIndex(index)
        combo.currentIndexChanged.connect(self._changed)
        return combo

    def _cell_text(self, cell: float) -> str:
        try:
            rect = fitted(*self._bounds, cell)
        except ValueError:
            return QLocale().toString(round(cell))
        text = self.tr("{cell} m ({width} × {height} cells)")
        return text.format(cell=QLocale().toString(round(cell)), width=rect.width, height=rect.height)

    def _read(self) -> IlluminationJob:
        """Return the job that the fields say. Raises ValueError."""
        begin = read_time(self.begin.text().strip())
        end = begin + _SPANS[self.span.currentIndex()]
        step = timedelta(hours=_STEPS[self.step.currentIndex()])
        rect = fitted(*self._bounds, self._cells[self.cells.currentIndex()])
        return IlluminationJob(rect, begin, min(end, END - timedelta(seconds=1)), step, self.earth.isChecked())

    def _changed(self) -> None:
        self.job = None
        self.estimate.setText(self.tr("Looking how long it will take …"))
        self._rest.start()

    def _foresee(self) -> None:
        if self._context.tasks.closed:
            return
        job = self._readable()
        if job is None:
            return
        context = self._context
        self._asked = context.tasks.submit(
            foresee, job, context.terrain, context.paths.sky,
            done=self._foreseen, failed=self._failed, key="illumination-estimate",
        )  # fmt: skip

    def _readable(self) -> IlluminationJob | None:
        """Return the job that the fields say; tell what is wrong with them where they say none."""
        try:
            job = self._read()
        except (ValueError, OverflowError):
            job = None
        if job is not None and job.begin >= FIRST:
            return job
        self.estimate.setText(
            self.tr("The first field is no moment from 1959 to 2060: write it like 2026-11-22 or 2026-11-22T18:00.")
        )
        return None

    def _foreseen(self, found: tuple[IlluminationJob, Estimate]) -> None:
        self.job, told = found
        minutes = told.seconds / 60.0
        if minutes < 1.0:
            long = self.tr("%n second(s)", "", max(1, round(told.seconds)))
        elif minutes < 90.0:
            long = self.tr("%n minute(s)", "", round(minutes))
        else:
            long = self.tr("%n hour(s)", "", round(minutes / 60.0))
        moments = self.tr("%Ln moment(s)", "", self.job.moments)
        processes = self.tr("%n processor(s)", "", told.workers)
        text = self.tr("{cells} cells, {moments}: about {long} on {processes}.")
        self.estimate.setText(
            text.format(cells=QLocale().toString(self.job.cells), moments=moments, long=long, processes=processes)
        )

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, SkyError | SkySpanError | TerrainError):
            self._context.tasks.error.emit(error)
        self.estimate.setText(str(error))

    def _accept(self) -> None:
        # whoever knows what they want need not wait for the estimate
        job = self.job or self._readable()
        if job is not None:
            self.accept()
            self.wanted.emit(job)
