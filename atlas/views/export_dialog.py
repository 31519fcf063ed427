"""Writing entries to a file: asks where to, lets a worker write, and tells how it went."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from atlas.domain.entries import EntryRow
from atlas.services.export.formats import FORMATS, Format, format_of
from atlas.services.export.job import Exported, ExportOrder, Progress, run_order
from atlas.services.export.words import name_filter
from atlas.services.tasks import Job
from atlas.views.save_dialog import Destination, SaveDialog, Saving

if TYPE_CHECKING:
    from atlas.context import AppContext

_PATIENCE_MS: Final = 500
_BEAT_MS: Final = 100
_LIST_FORMAT: Final = "csv"
_ENTRY_FORMAT: Final = "pdf"


class Exporter(QObject):
    """Exports over one window, one file at a time. Nothing is overwritten without asking."""

    message = Signal(str)
    """What was written, for the status bar."""

    def __init__(self, context: "AppContext", window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._slugs: tuple[str, ...] = ()
        self._as_of = date.min
        self._name = ""
        self._remembered = ""
        self._dialog = SaveDialog(context, window)
        self._job: Job | None = None
        self._progress = Progress()
        self._shown: QProgressDialog | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._show_progress)

    @property
    def busy(self) -> bool:
        """Whether a file is being written now."""
        return self._job is not None

    def export_entry(self, row: EntryRow, as_of: date) -> None:
        """Ask where to write one entry as known on a day, and write it."""
        self._begin((row.slug,), as_of, row.slug, "entry")

    def export_rows(self, rows: Sequence[EntryRow], as_of: date) -> None:
        """Ask where to write entries (a selection, or the filtered list) in their order, and write them."""
        self._begin(tuple(row.slug for row in rows), as_of, f"ilrs-atlas-{as_of.isoformat()}", "list")

    def _begin(self, slugs: tuple[str, ...], as_of: date, name: str, what: str) -> None:
        if self.busy:
            self.message.emit(self.tr("The last export is still being written."))
        elif not slugs:
            self.message.emit(self.tr("There is nothing to export: the list is empty."))
        else:
            self._slugs, self._as_of, self._name = slugs, as_of, name
            self._remembered = f"export/{what}-format"
            self._dialog.ask(self._saving())

    # where to

    def _saving(self) -> Saving:
        return Saving(
            self._title(),
            self._name,
            {form.suffix: name_filter(form.id) for form in FORMATS.values()},
            self._start,
            self.tr("The export was not written."),
            self._last_format().suffix,
        )

    def _title(self) -> str:
        if len(self._slugs) == 1:
            return self.tr("Export this entry")
        return self.tr("Export %n entries", "", len(self._slugs))

    def _last_format(self) -> Format:
        usual = _ENTRY_FORMAT if self._remembered == "export/entry-format" else _LIST_FORMAT
        return FORMATS.get(self._context.settings.text(self._remembered), FORMATS[usual])

    def write_to(self, asked: Path, format_id: str) -> None:
        """Write to a file that the user chose together with a format; an ending that was typed out wins."""
        self._dialog.write_to(self._saving(), asked, FORMATS[format_id].suffix)

    # writing

    def _start(self, destination: Destination) -> None:
        target, suffix = destination.target, destination.suffix
        # `.csv` also fits the format whose own ending is `.claims.csv`
        typed = format_of(target)
        chosen = _format_ending(suffix) if suffix.endswith(typed.suffix) else typed
        order = ExportOrder(self._context.paths.catalogue, self._slugs, self._as_of, target, chosen.id)
        self._progress = Progress()
        self._shown = self._progress_dialog()
        self._beat.start()
        self._job = self._context.tasks.submit(
            run_order, order, self._progress, done=self._on_done, failed=partial(self._on_failed, destination)
        )

    def _progress_dialog(self) -> QProgressDialog:
        # one more step than entries: the last is the writing itself
        dialog = QProgressDialog(self.tr("Writing …"), self.tr("Cancel"), 0, len(self._slugs) + 1, self._window)
        dialog.setWindowTitle(self._title())
        dialog.setAccessibleName(self.tr("Progress of the export"))
        dialog.setMinimumDuration(_PATIENCE_MS)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(self.cancel)
        return dialog

    def _show_progress(self) -> None:
        if self._shown is not None:
            self._shown.setValue(self._progress.done)

    def cancel(self) -> None:
        """Stop writing; the file stays as it was."""
        if self._job is not None:
            self._job.cancel()
            self._end()
            self.message.emit(self.tr("Export cancelled: nothing was written."))

    def _end(self) -> None:
        self._job = None
        self._beat.stop()
        if self._shown is not None:
            self._shown.canceled.disconnect(self.cancel)
            self._shown.close()
            self._shown.deleteLater()
            self._shown = None

    def _on_done(self, written: Exported) -> None:
        self._end()
        self._dialog.remember(written.target)
        self._context.settings.set_text(self._remembered, written.format_id)
        size = QLocale().formattedDataSize(written.size)
        if written.entries == 1:
            text = self.tr("Written: {target} ({size})").format(target=written.target, size=size)
        else:
            text = self.tr("%n entries written: {target} ({size})", "", written.entries).format(
                target=written.target, size=size
            )
        self.message.emit(text)

    def _on_failed(self, destination: Destination, error: BaseException) -> None:
        self._end()
        self._dialog.tell(destination, error)


def _format_ending(suffix: str) -> Format:
    return next(form for form in FORMATS.values() if form.suffix == suffix)
