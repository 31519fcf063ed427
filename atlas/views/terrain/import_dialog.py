"""What a file of heights would be on the map, before it is accepted; then how far the import is."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from atlas.services.tasks import CancelToken, Job
from atlas.services.terrain.desk import Look, Share, bring_in
from atlas.services.terrain.record import resolution_text
from atlas.services.units import load_units
from atlas.views.segments import Segments
from atlas.views.terrain.pictures import SIDE, Locator, Picture
from atlas.views.theme import UNIT
from atlas.views.themed import label

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.services.terrain.record import TerrainRecord

_BEAT_MS: Final = 100
_STEPS: Final = 1000


class ImportDialog(QDialog):
    """Shows a `Look`; Import brings the file in, Cancel leaves everything as it was."""

    unit_wanted = Signal(Path, str)
    """The file is to be taken for metres or kilometres (`m`, `km`), whatever it says."""
    imported = Signal(object)
    """The `TerrainRecord` of what was imported."""
    failed = Signal(object)

    def __init__(self, context: "AppContext", look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._look = look
        self._job: Job | None = None
        self._share = Share()
        self.setObjectName("importTerrain")
        self.setWindowTitle(self.tr("Import terrain"))
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._show_share)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addLayout(self._top())
        self._notes = label("", "muted", self)
        self._notes.setWordWrap(True)
        column.addWidget(self._notes)
        column.addLayout(self._form())
        column.addStretch(1)
        column.addLayout(self._bottom())
        self.show_look(look)
        self.name.setFocus()
        self.name.selectAll()

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT)
        self._relief = Picture(self.tr("Relief of the file in small"), self)
        self._locator = Locator(self.tr("Where it lies in the map's square"), self)
        for picture in (self._relief, self._locator):
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(2 * UNIT)
        self._facts.setVerticalSpacing(UNIT)
        self._facts.setColumnStretch(1, 1)
        self._values = [self._fact(number, title) for number, title in enumerate(self._titles())]
        facts = QVBoxLayout()
        facts.addLayout(self._facts)
        facts.addStretch(1)
        row.addLayout(facts, 1)
        return row

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("File"),
            self.tr("Kind"),
            self.tr("Cells"),
            self.tr("Extent"),
            self.tr("Heights"),
            self.tr("Covered"),
            self.tr("On the disk"),
        )

    def _fact(self, row: int, title: str) -> QLabel:
        name = label(title, "muted", self)
        value = label("", "", self)
        value.setWordWrap(True)
        value.setMinimumWidth(26 * UNIT)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        return value

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        self.name = QLineEdit(self._look.survey.name, self)
        self.credit = QLineEdit(self)
        self.credit.setPlaceholderText(self.tr("such as NASA/GSFC/LOLA; stands on maps that you export"))
        self.unit = Segments(
            self.tr("Numbers of the file are"), {"m": self.tr("metres"), "km": self.tr("kilometres")}, self
        )
        self.unit.chosen.connect(self._on_unit)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Name"), self.name),
            (self.tr("Credit"), self.credit),
            (self.tr("Numbers are"), self.unit),
        )
        for number, (title, field) in enumerate(rows):
            words = label(title, "muted", self)
            words.setBuddy(field)
            if isinstance(field, QLineEdit):
                field.setAccessibleName(title)
            grid.addWidget(words, number, 0)
            grid.addWidget(field, number, 1)
        return grid

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _STEPS)
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.progress.setTextVisible(False)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.hide()
        row.addWidget(self.progress, 1)
        row.addSpacing(2 * UNIT)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAccessibleName(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.accept_button = QPushButton(self.tr("Import"), self)
        self.accept_button.setAccessibleName(self.tr("Import"))
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.start)
        row.addWidget(self.cancel)
        row.addWidget(self.accept_button)
        return row

    def show_look(self, look: Look) -> None:
        """Show what was found, anew where the unit was changed."""
        self._look = look
        found, locale = look.survey, QLocale()
        grid, units = found.grid, load_units(self._context.settings)
        west, south, east, north = grid.bounds_m
        size = self.tr("{width} × {height} km").format(
            width=f"{(east - west) / 1000.0:.4g}", height=f"{(north - south) / 1000.0:.4g}"
        )
        room = self.tr("about {needed}; {free} are free").format(
            needed=locale.formattedDataSize(found.disk_bytes, 0), free=locale.formattedDataSize(found.free_bytes, 0)
        )
        texts = (
            found.path.name,
            f"{found.kind}, {found.crs_name}",
            self.tr("{cell}, {columns} × {rows} of them").format(
                cell=resolution_text(grid.cell_m),
                columns=locale.toString(grid.columns),
                rows=locale.toString(grid.rows),
            ),
            size,
            self.tr("about {low} to {high}").format(low=units.height(found.min_m), high=units.height(found.max_m)),
            self.tr("{percent} % of the cells").format(percent=round(100 * found.covered)),
            room,
        )
        for value, text in zip(self._values, texts, strict=True):
            value.setText(text)
        notes = list(found.notes)
        if not found.fits:
            notes.insert(0, self.tr("There is not enough room on the disk. Make room, then try again."))
        self._notes.setText("\n".join(f"• {note}" for note in notes))
        self._notes.setVisible(bool(notes))
        self._relief.show_image(look.relief)
        self._locator.show_image(look.square)
        self._locator.show_extent(None if grid.outside else grid.bounds_m)
        self.unit.set_value(found.meaning.unit)
        self.accept_button.setEnabled(found.fits)
        self.adjustSize()

    def text(self) -> str:
        """Return all that is said of the file."""
        return "\n".join([*(value.text() for value in self._values), self._notes.text()])

    @Slot(str)
    def _on_unit(self, unit: str) -> None:
        if unit != self._look.survey.meaning.unit:
            self.unit_wanted.emit(self._look.survey.path, unit)

    @Slot()
    def start(self) -> None:
        """Import the file."""
        if self._job is not None:
            return
        self._share = Share()
        for widget in (self.name, self.credit, self.unit, self.accept_button):
            widget.setEnabled(False)
        self.progress.setValue(0)
        self.progress.show()
        self._beat.start()
        self._job = self._context.tasks.submit(
            bring_in,
            self._context.terrain,
            self._look.survey,
            self.name.text(),
            self.credit.text(),
            self._share,
            CancelToken(),
            done=self._on_done,
            failed=self._on_failed,
        )

    def _show_share(self) -> None:
        self.progress.setValue(round(self._share.done * _STEPS))

    def _on_done(self, record: "TerrainRecord") -> None:
        self._end()
        self.accept()
        self.imported.emit(record)

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        super().reject()
        self.failed.emit(error)

    def _end(self) -> None:
        self._job = None
        self._beat.stop()

    def reject(self) -> None:
        """Close without importing; an import under way stops and leaves nothing."""
        if self._job is not None:
            self._job.cancel()
            self._end()
        super().reject()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return super().minimumSizeHint().expandedTo(QSize(2 * SIDE + 40 * UNIT, 0))
