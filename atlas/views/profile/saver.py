"""Saves a profile, a measurement or the user's marks as a file that the user chooses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from atlas.services.export.words import can_be_told, failure_sentence

if TYPE_CHECKING:
    from atlas.context import AppContext

_FOLDER: Final = "export/folder"


@dataclass(frozen=True, slots=True)
class Saving:
    """What is saved: the dialog's title, a name for the file, formats by ending, and what writes it on a worker."""

    title: str
    name: str
    filters: Mapping[str, str]
    write: Callable[[Path], object]


class FileSaver(QObject):
    """Asks where a file is to go and has it written there. Nothing is overwritten without asking."""

    message = Signal(str)

    def __init__(self, context: "AppContext", parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._dialog: QFileDialog | None = None
        self._saving: Saving | None = None
        self._target = Path()

    def ask(self, saving: Saving) -> None:
        """Open the file dialog."""
        self._saving = saving
        last = self._context.settings.text(_FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._parent, saving.title, last if last and Path(last).is_dir() else documents)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(list(saving.filters.values()))
        dialog.setDefaultSuffix(next(iter(saving.filters)))
        dialog.selectFile(saving.name)
        dialog.filterSelected.connect(self._on_filter)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def write_to(self, saving: Saving, asked: Path, suffix: str) -> None:
        """Write to a file that the user chose together with a format; an ending that was typed out wins."""
        self._saving = saving
        known = asked.suffix.casefold() in saving.filters
        self._target = asked if known else asked.with_name(asked.name + suffix)
        if not known and self._target.exists():
            # the dialog asked about the name as it was typed, not about this one
            self._ask_to_replace()
        else:
            self._write()

    def _suffix(self, words: str) -> str:
        filters = self._saving.filters if self._saving is not None else {}
        return next((suffix for suffix, there in filters.items() if there == words), next(iter(filters), ""))

    def _on_filter(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix(self._suffix(words))

    def _on_file(self, file: str) -> None:
        if self._dialog is not None and self._saving is not None:
            suffix = self._suffix(self._dialog.selectedNameFilter())
            self._dialog = None
            self.write_to(self._saving, Path(file), suffix)

    def _write(self) -> None:
        if self._saving is not None:
            self._context.tasks.submit(self._saving.write, self._target, done=self._on_done, failed=self._on_failed)

    def _on_done(self, _result: object) -> None:
        # only a place that could be written to is offered again
        self._context.settings.set_text(_FOLDER, str(self._target.parent))
        self.message.emit(self.tr("Written: {target}").format(target=self._target))

    def _ask_to_replace(self) -> None:
        box = self._box(QMessageBox.Icon.Question)
        box.setText(self.tr("{name} is there already.").format(name=self._target.name))
        box.setInformativeText(self.tr("Writing to it replaces what it holds."))
        box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole).setObjectName("replace")
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()

    def _on_failed(self, error: BaseException) -> None:
        if not can_be_told(error):
            self._context.tasks.error.emit(error)
            return
        box = self._box(QMessageBox.Icon.Warning)
        box.setText(self.tr("The file was not written."))
        box.setInformativeText(failure_sentence(error, self._target))
        box.addButton(self.tr("Choose another place …"), QMessageBox.ButtonRole.AcceptRole).setObjectName("again")
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()

    def _box(self, sign: QMessageBox.Icon) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setIcon(sign)
        box.setWindowTitle(self._saving.title if self._saving is not None else "")
        box.buttonClicked.connect(self._on_button)
        box.finished.connect(box.deleteLater)
        return box

    def _on_button(self, button: QAbstractButton) -> None:
        if button.objectName() == "replace":
            self._write()
        elif button.objectName() == "again" and self._saving is not None:
            self.ask(self._saving)
