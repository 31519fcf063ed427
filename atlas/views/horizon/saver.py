"""Writes what the horizon page shows: the panorama as a picture, the skyline and the light as tables."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QProgressDialog

from atlas.domain.entries import Place
from atlas.services.export.files import write_atomically
from atlas.services.export.words import can_be_told, failure_sentence
from atlas.services.horizon.compose import composed_caption
from atlas.services.horizon.export import PanoramaRequest, panorama_image, write_panorama
from atlas.services.horizon.jobs import Prospect, whole_table
from atlas.services.horizon.tables import skyline_csv, spells_csv
from atlas.services.sky.ephemeris import END, FIRST
from atlas.services.sky.horizon import STEP_DEG
from atlas.services.sky.spells import SpellProgress
from atlas.services.tasks import Job

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.horizon.page import HorizonPage

_FOLDER: Final = "export/folder"
_PATIENCE_MS: Final = 500
_BEAT_MS: Final = 100


@dataclass(frozen=True, slots=True)
class _Kind:
    """One thing to write: title of the dialog, its formats by ending, the name proposed."""

    title: str
    filters: dict[str, str]
    name: str


class HorizonSaver(QObject):
    """Asks where to write and lets a worker write. Nothing is overwritten without asking."""

    message = Signal(str)

    def __init__(self, context: "AppContext", page: "HorizonPage") -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._kind = ""
        self._target = Path()
        self._dialog: QFileDialog | None = None
        self._job: Job | None = None
        self._progress = SpellProgress()
        self._shown: QProgressDialog | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._show_progress)

    @property
    def busy(self) -> bool:
        """Whether a file is being written now."""
        return self._job is not None

    def panorama(self) -> None:
        """Ask where to write the panorama in view."""
        self._ask("panorama")

    def skyline(self) -> None:
        """Ask where to write the skyline as a table."""
        self._ask("skyline")

    def light(self) -> None:
        """Ask where to write the light of the span shown."""
        self._ask("light")

    def all_light(self) -> None:
        """Ask where to write the light of all the years that are known."""
        self._ask("all-light")

    def copy(self) -> None:
        """Copy the panorama in view as a picture."""
        request = self._request()
        if request is None:
            return
        self._context.tasks.submit(
            panorama_image, request, self._page.font(), self._page.devicePixelRatioF(),
            done=self._on_image, failed=self._on_failed,
        )  # fmt: skip

    def kinds(self) -> dict[str, _Kind]:
        """Return what can be written."""
        table = {".csv": self.tr("Table for spreadsheets (CSV) (*.csv)")}
        pictures = {".png": self.tr("Picture (PNG) (*.png)"), ".svg": self.tr("Drawing to enlarge (SVG) (*.svg)")}
        return {
            "panorama": _Kind(self.tr("Export the horizon"), pictures, "horizon"),
            "skyline": _Kind(self.tr("Export the skyline"), table, "skyline"),
            "light": _Kind(self.tr("Export the table of light"), table, "light"),
            "all-light": _Kind(self.tr("Export the table of light, 1959–2060"), table, "light-1959-2060"),
        }

    def write_to(self, kind: str, asked: Path, suffix: str) -> None:
        """Write to a file that the user chose together with a format; an ending that was typed out wins."""
        self._kind = kind
        known = asked.suffix.casefold() in self.kinds()[kind].filters
        self._target = asked if known else asked.with_name(asked.name + suffix)
        if not known and self._target.exists():
            # the dialog asked about the name as it was typed, not about this one
            self._ask_to_replace()
        else:
            self._write()

    def cancel(self) -> None:
        """Stop writing; the file stays as it was."""
        if self._job is not None:
            self._job.cancel()
            self._end()
            self.message.emit(self.tr("Export cancelled: nothing was written."))

    def _ask(self, kind: str) -> None:
        if self.busy:
            self.message.emit(self.tr("The last export is still being written."))
            return
        if self._page.prospect is None:
            self.message.emit(self.tr("Choose a place first: there is no horizon to export yet."))
            return
        what = self.kinds()[kind]
        self._kind = kind
        last = self._context.settings.text(_FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._page, what.title, last if last and Path(last).is_dir() else documents)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(list(what.filters.values()))
        dialog.setDefaultSuffix(next(iter(what.filters)))
        dialog.selectFile(what.name)
        dialog.filterSelected.connect(self._on_filter)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _suffix(self, words: str) -> str:
        filters = self.kinds()[self._kind].filters
        return next((suffix for suffix, there in filters.items() if there == words), next(iter(filters)))

    def _on_filter(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix(self._suffix(words))

    def _on_file(self, file: str) -> None:
        if self._dialog is not None:
            suffix = self._suffix(self._dialog.selectedNameFilter())
            self._dialog = None
            self.write_to(self._kind, Path(file), suffix)

    def _write(self) -> None:
        prospect, request = self._page.prospect, self._request()
        if prospect is None or request is None:
            return
        tasks = self._context.tasks
        self._progress = SpellProgress()
        if self._kind == "panorama":
            self._job = tasks.submit(
                _write_panorama, self._target, request, self._page.font(), done=self._on_done, failed=self._on_failed
            )
        elif self._kind == "skyline":
            self._job = tasks.submit(
                _write_skyline, self._target, prospect, self._page.places, done=self._on_done, failed=self._on_failed
            )
        else:
            begin, end = self._page.span.bounds(self._page.moment)
            last = END - timedelta(seconds=1)
            begin, end = (FIRST, last) if self._kind == "all-light" else (max(begin, FIRST), min(end, last))
            self._shown = self._progress_dialog()
            self._beat.start()
            self._job = tasks.submit(
                _write_light, self._target, prospect, begin, end, self._progress,
                done=self._on_done, failed=self._on_failed,
            )  # fmt: skip

    def _request(self) -> PanoramaRequest | None:
        page = self._page
        if page.prospect is None or page.composed is None:
            return None
        words = composed_caption(page.prospect.lookout, page.moment, page.canvas.view.exaggeration, page.units)
        credit = self._context.terrain.credits if page.prospect.lookout.ground is not None else ""
        return PanoramaRequest(page.canvas.view, page.prospect.scenery, page.composed, words, credit)

    def _progress_dialog(self) -> QProgressDialog:
        dialog = QProgressDialog(self.tr("Looking for every sunrise …"), self.tr("Cancel"), 0, 100, self._page)
        dialog.setWindowTitle(self.kinds()[self._kind].title)
        dialog.setAccessibleName(self.tr("Progress of the export"))
        dialog.setMinimumDuration(_PATIENCE_MS)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(self.cancel)
        return dialog

    def _show_progress(self) -> None:
        if self._shown is not None:
            self._shown.setValue(min(99, round(100.0 * self._progress.share)))

    def _end(self) -> None:
        self._job = None
        self._beat.stop()
        if self._shown is not None:
            self._shown.canceled.disconnect(self.cancel)
            self._shown.close()
            self._shown.deleteLater()
            self._shown = None

    def _on_done(self, target: Path) -> None:
        self._end()
        # only a place that could be written to is offered again
        self._context.settings.set_text(_FOLDER, str(target.parent))
        self.message.emit(self.tr("Written: {target}").format(target=target))

    def _on_image(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.message.emit(self.tr("Copied the panorama."))

    def _ask_to_replace(self) -> None:
        box = self._box(QMessageBox.Icon.Question)
        box.setText(self.tr("{name} is there already.").format(name=self._target.name))
        box.setInformativeText(self.tr("Writing to it replaces what it holds."))
        box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole).setObjectName("replace")
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        if not can_be_told(error):
            self._context.tasks.error.emit(error)
            return
        box = self._box(QMessageBox.Icon.Warning)
        box.setText(self.tr("The export was not written."))
        box.setInformativeText(failure_sentence(error, self._target))
        box.addButton(self.tr("Choose another place …"), QMessageBox.ButtonRole.AcceptRole).setObjectName("again")
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()

    def _box(self, sign: QMessageBox.Icon) -> QMessageBox:
        box = QMessageBox(self._page)
        box.setIcon(sign)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.kinds()[self._kind].title)
        box.buttonClicked.connect(self._on_button)
        box.finished.connect(box.deleteLater)
        return box

    def _on_button(self, button: QAbstractButton) -> None:
        if button.objectName() == "replace":
            self._write()
        elif button.objectName() == "again":
            self._ask(self._kind)


def _write_panorama(target: Path, request: PanoramaRequest, font: QFont) -> Path:
    write_panorama(target, request, font)
    return target


def _write_skyline(target: Path, prospect: Prospect, places: list[Place]) -> Path:
    write_atomically(target, skyline_csv(prospect.lookout, places, STEP_DEG).encode("utf-8"))
    return target


def _write_light(target: Path, prospect: Prospect, begin: datetime, end: datetime, progress: SpellProgress) -> Path:
    table = whole_table(prospect, begin, end, progress)
    progress.check()
    write_atomically(target, spells_csv(prospect.lookout, table).encode("utf-8"))
    return target
