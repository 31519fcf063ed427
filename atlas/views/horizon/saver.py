"""Writes what the horizon page shows: the panorama as a picture, the skyline and the light as tables."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QImage
from PySide6.QtWidgets import QProgressDialog

from atlas.domain.entries import Place
from atlas.services.export.files import write_atomically
from atlas.services.horizon.compose import composed_caption
from atlas.services.horizon.export import PanoramaRequest, panorama_image, write_panorama
from atlas.services.horizon.jobs import Prospect, whole_table
from atlas.services.horizon.tables import skyline_csv, spells_csv
from atlas.services.sky.ephemeris import END, FIRST
from atlas.services.sky.horizon import STEP_DEG
from atlas.services.sky.spells import SpellProgress
from atlas.services.tasks import Job
from atlas.views.save_dialog import Destination, SaveDialog, Saving

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.horizon.page import HorizonPage

_PATIENCE_MS: Final = 500
_BEAT_MS: Final = 100


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be written as it was when the user asked: the page may show another place before a file is chosen."""

    prospect: Prospect
    places: list[Place]
    begin: datetime
    end: datetime
    request: PanoramaRequest | None


class HorizonSaver(QObject):
    """Asks where to write and lets a worker write. Nothing is overwritten without asking."""

    message = Signal(str)

    def __init__(self, context: "AppContext", page: "HorizonPage") -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialog = SaveDialog(context, page)
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
            self._tell_unready()
            return
        self._context.tasks.submit(
            panorama_image, request, self._page.font(), self._page.devicePixelRatioF(), done=self._on_image
        )

    def write_to(self, kind: str, asked: Path, suffix: str) -> None:
        """Write to a file that the user chose together with a format; an ending that was typed out wins."""
        saving = self._saving(kind)
        if saving is not None:
            self._dialog.write_to(saving, asked, suffix)

    def _saving(self, kind: str) -> Saving | None:
        """Return what is saved now, None where it is not ready yet, which is told."""
        asked = self._asked(kind)
        if asked is None:
            self._tell_unready()
            return None
        table = {".csv": self.tr("Table for spreadsheets (CSV) (*.csv)")}
        pictures = {".png": self.tr("Picture (PNG) (*.png)"), ".svg": self.tr("Drawing to enlarge (SVG) (*.svg)")}
        at = self._page.position
        place = f"{abs(at.lat):.2f}{'S' if at.lat < 0.0 else 'N'}-{at.lon:.2f}E"
        title, filters, name = {
            "panorama": (self.tr("Export the horizon"), pictures, f"horizon-{place}-{self._page.moment:%Y-%m-%d}"),
            "skyline": (self.tr("Export the skyline"), table, f"skyline-{place}"),
            "light": (self.tr("Export the table of light"), table, f"light-{place}"),
            "all-light": (self.tr("Export the table of light, 1959–2060"), table, f"light-{place}-1959-2060"),
        }[kind]
        begin = partial(self._write, kind, title, asked)
        return Saving(title, name, filters, begin, self.tr("The export was not written."))

    def _asked(self, kind: str) -> _Asked | None:
        page, last = self._page, END - timedelta(seconds=1)
        prospect = page.ready()
        request = self._request() if kind == "panorama" else None
        if prospect is None or (kind == "panorama" and request is None):
            return None
        begin, end = page.span.bounds(page.moment)
        begin, end = (FIRST, last) if kind == "all-light" else (max(begin, FIRST), min(end, last))
        return _Asked(prospect, list(page.places), begin, end, request)

    def _tell_unready(self) -> None:
        problem = self._page.problem
        words = self.tr("The horizon is not ready yet. Try again in a moment.") if problem is None else str(problem)
        self.message.emit(words)

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
        saving = self._saving(kind)
        if saving is not None:
            self._dialog.ask(saving)

    def _write(self, kind: str, title: str, asked: _Asked, destination: Destination) -> None:
        tasks, target = self._context.tasks, destination.target
        failed = partial(self._on_failed, destination)
        self._progress = SpellProgress()
        if asked.request is not None:
            self._job = tasks.submit(
                _write_panorama, target, asked.request, self._page.font(), done=self._on_done, failed=failed
            )
        elif kind == "skyline":
            self._job = tasks.submit(
                _write_skyline, target, asked.prospect, asked.places, done=self._on_done, failed=failed
            )
        else:
            self._shown = self._progress_dialog(title)
            self._beat.start()
            self._job = tasks.submit(
                _write_light, target, asked.prospect, asked.begin, asked.end, self._progress,
                done=self._on_done, failed=failed,
            )  # fmt: skip

    def _request(self) -> PanoramaRequest | None:
        page = self._page
        if page.prospect is None or page.composed is None:
            return None
        # the lines follow a little later than the place and the moment that the caption tells
        if page.composed.lookout is not page.prospect.lookout or page.composed.moment != page.moment:
            return None
        words = composed_caption(page.prospect.lookout, page.moment, page.canvas.view.exaggeration, page.units)
        credit = self._context.terrain.credits if page.prospect.lookout.ground is not None else ""
        return PanoramaRequest(page.canvas.view, page.prospect.scenery, page.composed, words, credit)

    def _progress_dialog(self, title: str) -> QProgressDialog:
        dialog = QProgressDialog(self.tr("Looking for every sunrise …"), self.tr("Cancel"), 0, 100, self._page)
        dialog.setWindowTitle(title)
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
        self._dialog.remember(target)
        self.message.emit(self.tr("Written: {target}").format(target=target))

    def _on_image(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.message.emit(self.tr("Copied the panorama."))

    def _on_failed(self, destination: Destination, error: BaseException) -> None:
        self._end()
        self._dialog.tell(destination, error)


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
