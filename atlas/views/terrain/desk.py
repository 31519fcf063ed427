"""Importing terrain in the window: a file is chosen, looked over, imported; and the list of what there is."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog

from atlas.services.tasks import CancelToken, Job
from atlas.services.terrain.desk import Look, look_over
from atlas.services.terrain.files import SUFFIXES, TerrainError

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.services.terrain.record import TerrainRecord
    from atlas.views.main_window import MainWindow
    from atlas.views.terrain.import_dialog import ImportDialog
    from atlas.views.terrain.list_dialog import TerrainsDialog

_FOLDER: Final = "terrain/folder"
_PATIENCE_MS: Final = 400


class TerrainDesk(QObject):
    """Looks files over, one at a time, and opens the dialogs about terrain over a window."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._looking: tuple[Job, CancelToken, QProgressDialog] | None = None
        self.dialog: ImportDialog | None = None
        """The dialog over a file that was looked over, while it is open."""
        self.list: TerrainsDialog | None = None

    @Slot()
    def choose(self) -> None:
        """Ask for a file of heights."""
        last = self._context.settings.text(_FOLDER)
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        folder = last if last and Path(last).is_dir() else usual
        dialog = QFileDialog(self._window, self.tr("Import terrain"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in SUFFIXES)
        dialog.setNameFilters(
            [self.tr("Heights of the Moon ({endings})").format(endings=endings), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_file(self, file: str) -> None:
        self._context.settings.set_text(_FOLDER, str(Path(file).parent))
        self.look_at(Path(file))

    def look_at(self, path: Path, unit: str = "") -> None:
        """Look a file over on a worker and show what it would be; `unit` overrules what it says."""
        self._stop_looking()
        token = CancelToken()
        shown = QProgressDialog(
            self.tr("Looking at {name} …").format(name=path.name), self.tr("Cancel"), 0, 0, self._window
        )
        shown.setWindowTitle(self.tr("Import terrain"))
        shown.setAccessibleName(self.tr("Looking at the file"))
        shown.setMinimumDuration(_PATIENCE_MS)
        shown.canceled.connect(self._stop_looking)
        job = self._context.tasks.submit(
            look_over,
            self._context.terrain,
            self._context.ground,
            path,
            unit,
            token,
            done=self._looked,
            failed=self._refused,
        )
        self._looking = job, token, shown
        # a dialog without an end to count to appears only when it is told that time goes by
        shown.setValue(0)

    @Slot()
    def _stop_looking(self) -> None:
        if self._looking is None:
            return
        job, _, shown = self._looking
        self._looking = None
        job.cancel()
        shown.canceled.disconnect(self._stop_looking)
        shown.close()
        shown.deleteLater()

    def _looked(self, look: Look) -> None:
        self._stop_looking()
        if self.dialog is not None:
            self.dialog.show_look(look)
            return
        from atlas.views.terrain.import_dialog import ImportDialog

        self.dialog = ImportDialog(self._context, look, self._window)
        self.dialog.unit_wanted.connect(self.look_at)
        self.dialog.imported.connect(self._imported)
        self.dialog.failed.connect(self._refused)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _refused(self, error: BaseException) -> None:
        """Say in a box why a file is not imported."""
        self._stop_looking()
        if not isinstance(error, TerrainError | OSError):
            self._context.tasks.error.emit(error)
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Import terrain"))
        box.setText(self.tr("This terrain was not imported. Nothing was changed."))
        box.setInformativeText(_sentence(error))
        box.addButton(QMessageBox.StandardButton.Close)
        box.finished.connect(box.deleteLater)
        box.open()

    def _imported(self, record: "TerrainRecord") -> None:
        self._changed()
        if self.list is not None:
            self.list.refresh()
        if record.on_map:
            self.show_on_map(record)
            text = self.tr("{name} is in use on the map, for heights, slopes, shadows and horizons.")
        else:
            text = self.tr("{name} is imported; it lies outside the map.")
        self._window.status.say(text.format(name=record.name))

    def show_on_map(self, record: "TerrainRecord") -> None:
        """Show all of a terrain on the map."""
        self._window.centre.show_map()
        canvas = self._window.centre.map.canvas
        west, south, east, north = record.bounds_m
        scale = 1.1 * max((east - west) / max(1, canvas.width()), (north - south) / max(1, canvas.height()))
        canvas.fly_to(canvas.view.centred(record.position((west + east) / 2.0, (south + north) / 2.0), scale))

    @Slot()
    def show_list(self) -> None:
        """Show what has been imported."""
        if self.list is None:
            from atlas.views.terrain.list_dialog import TerrainsDialog

            self.list = TerrainsDialog(self._context, self._window)
            self.list.import_wanted.connect(self.choose)
            self.list.place_wanted.connect(self.show_on_map)
            self.list.changed.connect(self._changed)
            self.list.finished.connect(self._list_closed)
            self.list.open()
        self.list.refresh()

    @Slot()
    def _list_closed(self) -> None:
        if self.list is not None:
            self.list.deleteLater()
            self.list = None

    @Slot()
    def _changed(self) -> None:
        self._window.centre.map.terrain_changed()


def _sentence(error: BaseException) -> str:
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return f"{error.strerror or error}{where}"
    return str(error)
