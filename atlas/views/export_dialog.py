"""Writing entries to a file: asks where to, lets a worker write, and tells how it went."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QProgressDialog, QWidget

from atlas.domain.entries import EntryRow
from atlas.services.export.formats import FORMATS, Format, format_of
from atlas.services.export.job import Exported, ExportOrder, Progress, run_order
from atlas.services.export.words import can_be_told, failure_sentence, name_filter
from atlas.services.tasks import Job

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
        self._dialog: QFileDialog | None = None
        self._order: ExportOrder | None = None
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
            self._ask()

    # where to

    def _ask(self) -> None:
        dialog = QFileDialog(self._window, self._title(), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([name_filter(format_id) for format_id in FORMATS])
        dialog.selectNameFilter(name_filter(self._last_format().id))
        # the name has no ending, so that the one of the chosen format fits whatever was chosen before
        dialog.selectFile(self._name)
        dialog.filterSelected.connect(self._on_filter)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setDefaultSuffix(self._last_format().suffix)
        self._dialog = dialog
        dialog.open()

    def _title(self) -> str:
        if len(self._slugs) == 1:
            return self.tr("Export this entry")
        return self.tr("Export %n entries", "", len(self._slugs))

    def _folder(self) -> str:
        last = self._context.settings.text("export/folder")
        if last and Path(last).is_dir():
            return last
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def _last_format(self) -> Format:
        usual = _ENTRY_FORMAT if self._remembered == "export/entry-format" else _LIST_FORMAT
        return FORMATS.get(self._context.settings.text(self._remembered), FORMATS[usual])

    def _on_filter(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix(_format_named(text).suffix)

    def _on_file(self, file: str) -> None:
        if self._dialog is not None:
            chosen = _format_named(self._dialog.selectedNameFilter())
            self._dialog = None
            self.write_to(Path(file), chosen.id)

    def write_to(self, asked: Path, format_id: str) -> None:
        """Write to a file that the user chose together with a format; an ending that was typed out wins."""
        target, chosen = _settle(asked, FORMATS[format_id])
        self._order = ExportOrder(self._context.paths.catalogue, self._slugs, self._as_of, target, chosen.id)
        if target != asked and target.exists():
            # the dialog asked about the name as it was typed, not about this one
            self._ask_to_replace(target)
        else:
            self._start()

    def _ask_to_replace(self, target: Path) -> None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self._title())
        box.setText(self.tr("{name} is there already.").format(name=target.name))
        box.setInformativeText(self.tr("Writing to it replaces what it holds."))
        replace = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        replace.setObjectName("replace")
        self._open_box(box)

    # writing

    def _start(self) -> None:
        if self._order is None:
            return
        self._progress = Progress()
        self._shown = self._progress_dialog()
        self._beat.start()
        self._job = self._context.tasks.submit(
            run_order, self._order, self._progress, done=self._on_done, failed=self._on_failed
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
        # only a place that could be written to is offered again
        self._context.settings.set_text("export/folder", str(written.target.parent))
        self._context.settings.set_text(self._remembered, written.format_id)
        size = QLocale().formattedDataSize(written.size)
        if written.entries == 1:
            text = self.tr("Written: {target} ({size})").format(target=written.target, size=size)
        else:
            text = self.tr("%n entries written: {target} ({size})", "", written.entries).format(
                target=written.target, size=size
            )
        self.message.emit(text)

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        if self._order is None or not can_be_told(error):
            self._context.tasks.error.emit(error)
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self._title())
        box.setText(self.tr("The export was not written."))
        box.setInformativeText(failure_sentence(error, self._order.target))
        again = box.addButton(self.tr("Choose another place …"), QMessageBox.ButtonRole.AcceptRole)
        again.setObjectName("again")
        box.addButton(QMessageBox.StandardButton.Close)
        self._open_box(box)

    def _open_box(self, box: QMessageBox) -> None:
        box.buttonClicked.connect(self._on_button)
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_button(self, button: QAbstractButton) -> None:
        if button.objectName() == "replace":
            self._start()
        elif button.objectName() == "again":
            self._ask()


def _format_named(text: str) -> Format:
    """Return the format of a name filter."""
    return next((f for f in FORMATS.values() if name_filter(f.id) == text), FORMATS[_LIST_FORMAT])


def _settle(asked: Path, chosen: Format) -> tuple[Path, Format]:
    """Return file and format for what was asked: a known ending decides, otherwise the chosen one is added."""
    try:
        typed = format_of(asked)
    except ValueError:
        return asked.with_name(asked.name + chosen.suffix), chosen
    # `.csv` also fits the format whose own ending is `.claims.csv`
    return asked, chosen if chosen.suffix.endswith(typed.suffix) else typed
