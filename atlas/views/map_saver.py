"""Saves the map in view as a file that the user chooses."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox

from atlas.services.card.format import format_day
from atlas.services.export.words import can_be_told, failure_sentence
from atlas.services.map.export import FORMATS
from atlas.services.terrain.files import TerrainError

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.main_window import MainWindow

_FOLDER: Final = "export/folder"
_FORMAT: Final = "export/map-format"


class MapSaver(QObject):
    """Asks where the map is to go and has it written there. Nothing is overwritten without asking."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._dialog: QFileDialog | None = None
        self._target = Path()

    def ask(self) -> None:
        """Open the file dialog."""
        settings = self._context.settings
        last = settings.text(_FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = last if last and Path(last).is_dir() else documents
        dialog = QFileDialog(self._window, self.tr("Export the map"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        filters = self.filters()
        dialog.setNameFilters(list(filters.values()))
        suffix = settings.text(_FORMAT)
        suffix = suffix if suffix in filters else FORMATS[0]
        dialog.selectNameFilter(filters[suffix])
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile("lunar-south-pole")
        dialog.filterSelected.connect(self._on_filter)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def filters(self) -> dict[str, str]:
        """Return the formats as the dialog offers them, by their endings."""
        return {
            ".png": self.tr("Picture (PNG) (*.png)"),
            ".svg": self.tr("Drawing to enlarge (SVG) (*.svg)"),
            ".pdf": self.tr("Page to print (PDF) (*.pdf)"),
        }

    def _suffix(self, words: str) -> str:
        return next((suffix for suffix, there in self.filters().items() if there == words), FORMATS[0])

    def _on_filter(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix(self._suffix(words))

    def _on_file(self, file: str) -> None:
        if self._dialog is not None:
            suffix = self._suffix(self._dialog.selectedNameFilter())
            self._dialog = None
            self.write_to(Path(file), suffix)

    def write_to(self, asked: Path, suffix: str) -> None:
        """Write to a file that the user chose together with a format; an ending that was typed out wins."""
        known = asked.suffix.casefold() in FORMATS
        self._target = asked if known else asked.with_name(asked.name + suffix)
        if not known and self._target.exists():
            # the dialog asked about the name as it was typed, not about this one
            self._ask_to_replace()
        else:
            self._write()

    def _write(self) -> None:
        settings = self._context.settings
        settings.set_text(_FOLDER, str(self._target.parent))
        settings.set_text(_FORMAT, self._target.suffix.casefold())
        caption = self.tr("As known on {day}").format(day=format_day(self._window.session.as_of))
        self._window.centre.map.export_map(self._target, caption, self._on_failed)

    def _ask_to_replace(self) -> None:
        box = self._box(QMessageBox.Icon.Question)
        box.setText(self.tr("{name} is there already.").format(name=self._target.name))
        box.setInformativeText(self.tr("Writing to it replaces what it holds."))
        box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole).setObjectName("replace")
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()

    def _on_failed(self, error: BaseException) -> None:
        if not can_be_told(error) and not isinstance(error, TerrainError):
            self._context.tasks.error.emit(error)
            return
        box = self._box(QMessageBox.Icon.Warning)
        box.setText(self.tr("The map was not written."))
        box.setInformativeText(failure_sentence(error, self._target))
        box.addButton(self.tr("Choose another place …"), QMessageBox.ButtonRole.AcceptRole).setObjectName("again")
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()

    def _box(self, sign: QMessageBox.Icon) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(sign)
        box.setWindowTitle(self.tr("Export the map"))
        box.buttonClicked.connect(self._on_button)
        box.finished.connect(box.deleteLater)
        return box

    def _on_button(self, button: QAbstractButton) -> None:
        if button.objectName() == "replace":
            self._write()
        elif button.objectName() == "again":
            self.ask()
