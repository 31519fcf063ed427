"""Illumination in the window: asks, computes while one works on, shows, opens again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from atlas.domain.coordinates import project
from atlas.services.illumination.desk import Share, compute
from atlas.services.illumination.job import IlluminationError, IlluminationJob
from atlas.services.illumination.result import Band, LightResult, ShownLight, value_text
from atlas.services.map.view import on_map
from atlas.services.sky import SkyError, SkySpanError
from atlas.services.tasks import Job
from atlas.services.terrain import TerrainError
from atlas.views.illumination.bar import IlluminationBar
from atlas.views.illumination.commands import OPENING, SHOWN
from atlas.views.map.readout import PointerReading

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.illumination.dialog import IlluminationDialog
    from atlas.views.main_window import MainWindow

_FOLDER: Final = "illumination/folder"
_BAND: Final = "illumination/band"
_OPACITY: Final = "illumination/opacity"
_BEAT_MS: Final = 200
_SOON: Final = 0.02
"""The part of the work after which it can be said how long the rest takes."""


class IlluminationDesk(QObject):
    """One job at a time, one result shown."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._share = Share()
        self._job: Job | None = None
        self._begun = 0.0
        self._pointer: PointerReading | None = None
        self.dialog: IlluminationDialog | None = None
        self.result: LightResult | None = None
        """What is shown."""
        self._map = window.centre.map
        self.bar = IlluminationBar(self._map)
        percent = context.settings.text(_OPACITY)
        if percent.isdecimal():
            self.bar.opacity.setValue(min(100, int(percent)))
        column = self._map.layout()
        assert column is not None
        column.addWidget(self.bar)
        self.bar.hide()
        self.bar.band_chosen.connect(self._on_band)
        self.bar.opacity_chosen.connect(self._on_opacity)
        self.bar.cancelled.connect(self.cancel)
        self.bar.closed.connect(self.close)
        self._map.pointer_changed.connect(self._on_pointer)
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._show_share)

    @property
    def busy(self) -> bool:
        """Whether something is being computed."""
        return self._job is not None

    def ask(self) -> None:
        """Ask what is to be computed for the view."""
        if self.busy:
            self._window.status.say(self.tr("An illumination map is still being computed; cancel it below the map."))
            return
        if self.dialog is not None:
            self.dialog.raise_()
            return
        from atlas.views.illumination.dialog import IlluminationDialog

        light = self._map.sunlight
        self.dialog = IlluminationDialog(
            self._context, self._map.canvas.view, self._window, light.time if light.is_on else None
        )
        self.dialog.wanted.connect(self._ask_target)
        self.dialog.finished.connect(self._dialog_closed)
        self.dialog.open()

    def choose(self) -> None:
        """Ask for a file to be shown."""
        dialog = self._file_dialog(self.tr("Open an illumination map"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def start(self, job: IlluminationJob, target: Path) -> None:
        """Compute a job into a file, which is then shown."""
        self._share = Share()
        self._begun = monotonic()
        context = self._context
        context.settings.set_text(_FOLDER, str(target.parent))
        self._job = context.tasks.submit(
            compute, job, context.terrain, context.paths.sky, target, self._share,
            done=self._done, failed=self._failed,
        )  # fmt: skip
        self.bar.show()
        self._beat.start()
        self._show_share()

    def open(self, path: Path) -> None:
        """Show a file, and the part of the map that it is of."""
        self._context.settings.set_text(_FOLDER, str(path.parent))
        self._context.tasks.submit(LightResult.open, path, done=self._opened, failed=self._refused, key=OPENING)

    def take_up(self, result: LightResult) -> None:
        """Show the file of the last time with the band of the last time; the map stays where it is."""
        band = self._context.settings.text(_BAND)
        found = next((found for found in result.facts.bands if str(int(found)) == band), None)
        self._show(result, found, self.let_go)

    def let_go(self, error: BaseException) -> None:
        """Forget the file of the last time, which cannot be read any more; nobody has asked for it just now."""
        if not isinstance(error, IlluminationError | OSError):
            self._context.tasks.error.emit(error)
            return
        name = Path(self._context.settings.text(SHOWN)).name
        self._window.status.say(self.tr("{name}, shown last time, cannot be read any more.").format(name=name))
        self._context.settings.remove(_BAND)
        self.close()

    def go_on_from(self, old: "IlluminationDesk") -> None:
        """Take over what another desk computes, whose window gives way to this one."""
        job = old.hand_over()
        if job is None:
            return
        job.done, job.failed = self._done, self._failed
        self._job, self._share, self._begun = job, old._share, old._begun
        self.bar.show()
        self._beat.start()
        self._show_share()

    def hand_over(self) -> Job | None:
        """Let go of what is being computed, without an end to it, and return it."""
        job, self._job = self._job, None
        self._beat.stop()
        return job

    @Slot()
    def cancel(self) -> None:
        """Stop computing; nothing is written."""
        if self._job is not None:
            self._job.cancel()
            self._leave_bar()
            self._end()
            self._window.status.say(self.tr("Stopped: no illumination map was written."))

    @Slot()
    def close(self) -> None:
        """Show no result any more; its file stays."""
        self.result = None
        self._context.settings.remove(SHOWN)
        self._leave_bar()
        self.bar.set_result(None)
        self.bar.setVisible(self.busy)
        self._map.canvas.set_over(None)

    def _dialog_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _file_dialog(self, title: str) -> QFileDialog:
        last = self._context.settings.text(_FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = next((folder for folder in (last, documents) if folder and Path(folder).is_dir()), str(Path.home()))
        dialog = QFileDialog(self._window, title, folder)
        dialog.setNameFilters([self.tr("Illumination map (GeoTIFF) (*.tif *.tiff)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _ask_target(self, job: IlluminationJob) -> None:
        dialog = self._file_dialog(self.tr("Where the illumination map is to be kept"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(".tif")
        dialog.selectFile("illumination")
        dialog.fileSelected.connect(partial(self._on_target, job))
        dialog.open()

    def _on_target(self, job: IlluminationJob, file: str) -> None:
        self.start(job, Path(file))

    def _on_file(self, file: str) -> None:
        self.open(Path(file))

    def _end(self) -> None:
        self._job = None
        self._beat.stop()
        self.bar.set_share(None)
        self.bar.setVisible(self.result is not None)

    def _show_share(self) -> None:
        done = self._share.done
        words = self.tr("Illumination: {percent} %").format(percent=int(done * 100.0))
        if done > _SOON:
            left = (monotonic() - self._begun) * (1.0 - done) / done
            words += ", " + self.tr("about %n minute(s) left", "", max(1, round(left / 60.0)))
        self.bar.set_share(done, words)

    def _done(self, result: LightResult) -> None:
        self._end()
        self._show(result)
        self._window.status.say(self.tr("The illumination map is in {path}").format(path=result.path))

    def _opened(self, result: LightResult) -> None:
        self._show(result)
        west, south, east, north = result.facts.bounds
        canvas = self._map.canvas
        view, (left, bottom, right, top) = canvas.view, canvas.view.bounds
        if west < right and east > left and south < top and north > bottom:
            return
        mpp = max((east - west) / view.width, (north - south) / view.height)
        canvas.fly_to(replace(view, x=(west + east) / 2.0, y=(south + north) / 2.0, mpp=mpp).clamped())

    def _leave_bar(self) -> None:
        """Give the keyboard back to the map before what holds it is hidden."""
        held = QApplication.focusWidget()
        if held is not None and self.bar.isAncestorOf(held):
            self._map.canvas.setFocus()

    def _show(
        self, result: LightResult, band: Band | None = None, failed: Callable[[BaseException], object] | None = None
    ) -> None:
        self.result = result
        self._context.settings.set_text(SHOWN, str(result.path))
        self.bar.set_result(result, band)
        self.bar.show()
        self._lay_over(failed or self._refused)

    def _on_band(self, band: Band) -> None:
        self._context.settings.set_text(_BAND, str(int(band)))
        self._lay_over(self._refused)

    def _on_opacity(self, opacity: float) -> None:
        self._context.settings.set_text(_OPACITY, str(round(opacity * 100.0)))
        self._lay_over(self._refused)

    def _lay_over(self, failed: Callable[[BaseException], object]) -> None:
        """Have the band that is chosen read, then drawn."""
        if self.result is not None:
            shown = ShownLight(self.result, self.bar.band, self.bar.opacity.value() / 100.0)
            self._context.tasks.submit(_ready, shown, done=self._laid, failed=failed, key="light-band")

    def _laid(self, found: tuple[ShownLight, float]) -> None:
        shown, most = found
        if shown.result is self.result:
            self.bar.set_scale(shown.band, most)
            self._map.canvas.set_over(shown)
            self._tell_value()

    def _on_pointer(self, reading: PointerReading | None) -> None:
        self._pointer = reading
        self._tell_value()

    def _tell_value(self) -> None:
        over, reading = self._map.canvas.over, self._pointer
        if over is None:
            return
        value = None
        if reading is not None and on_map(reading.position):
            value = over.result.value(over.band, *project(reading.position))
        self.bar.set_value("" if value is None else value_text(over.band, value))

    def _failed(self, error: BaseException) -> None:
        self._end()
        self._refused(error)

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, IlluminationError | SkyError | SkySpanError | TerrainError | OSError):
            self._context.tasks.error.emit(error)
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Illumination"))
        box.setText(self.tr("There is no illumination map to show. Nothing was changed."))
        box.setInformativeText(str(error))
        box.addButton(QMessageBox.StandardButton.Close)
        box.finished.connect(box.deleteLater)
        box.open()


def _ready(shown: ShownLight) -> tuple[ShownLight, float]:
    """Read the band on a worker; return it with the upper end of its scale."""
    return shown, shown.result.most(shown.band)
