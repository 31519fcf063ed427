"""Asks where a file is to go, about one that is in the way, and for another place where it could not be written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from atlas.services.export.words import can_be_told, failure_sentence

if TYPE_CHECKING:
    from atlas.context import AppContext

_FOLDER: Final = "export/folder"


@dataclass(frozen=True, slots=True)
class Saving:
    """What is saved: the dialog's title, a name for the file, formats by ending, and what begins to write it.

    `begin` is called with the file and the ending of the format chosen, which a typed ending may contradict; `failed`
    is the sentence for the user when it was not written; `chosen` the ending that is offered first.
    """

    title: str
    name: str
    filters: Mapping[str, str]
    begin: Callable[[Path, str], None]
    failed: str
    chosen: str = ""

    @property
    def first(self) -> str:
        """The ending that is offered first."""
        return self.chosen if self.chosen in self.filters else next(iter(self.filters))

    def suffix(self, words: str) -> str:
        """Return the ending of a format as the dialog offers it."""
        return next((suffix for suffix, there in self.filters.items() if there == words), self.first)

    def knows(self, file: Path) -> bool:
        """Whether a name ends as one of the formats does."""
        name = file.name.casefold()
        return name.endswith(tuple(self.filters)) and name not in self.filters


class SaveDialog(QObject):
    """Asks over a widget, for one file at a time. Nothing is overwritten without asking."""

    def __init__(self, context: "AppContext", parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._dialog: QFileDialog | None = None
        self._saving: Saving | None = None
        self._target, self._suffix = Path(), ""

    def ask(self, saving: Saving) -> None:
        """Open the file dialog in the folder that was last written to."""
        self._saving = saving
        last = self._context.settings.text(_FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._parent, saving.title, last if last and Path(last).is_dir() else documents)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(list(saving.filters.values()))
        dialog.selectNameFilter(saving.filters[saving.first])
        # the name has no ending, so that the one of the chosen format fits whatever was chosen before
        dialog.selectFile(saving.name)
        dialog.filterSelected.connect(self._on_filter)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setDefaultSuffix(saving.first)
        self._dialog = dialog
        dialog.open()

    def write_to(self, saving: Saving, asked: Path, suffix: str) -> None:
        """Begin to write to a file chosen together with a format; an ending that was typed out wins."""
        self._saving, self._suffix = saving, suffix
        known = saving.knows(asked)
        self._target = asked if known else asked.with_name(asked.name + suffix)
        if not known and self._target.exists():
            # the dialog asked about the name as it was typed, not about this one
            self._ask_to_replace()
        else:
            saving.begin(self._target, suffix)

    def remember(self, target: Path) -> None:
        """Offer a file's folder first from now on; to be called once it could be written to."""
        self._context.settings.set_text(_FOLDER, str(target.parent))

    def tell(self, error: BaseException, *also: type[BaseException]) -> None:
        """Say why the file was not written and offer another place; what is nobody's doing goes to the report.

        `also` are kinds of errors whose words are meant for the user, besides those of files.
        """
        if self._saving is None or not (can_be_told(error) or isinstance(error, also)):
            self._context.tasks.error.emit(error)
            return
        box = self._box(QMessageBox.Icon.Warning, self._saving)
        box.setText(self._saving.failed)
        box.setInformativeText(failure_sentence(error, self._target))
        box.addButton(self.tr("Choose another place …"), QMessageBox.ButtonRole.AcceptRole).setObjectName("again")
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()

    def _on_filter(self, words: str) -> None:
        if self._dialog is not None and self._saving is not None:
            self._dialog.setDefaultSuffix(self._saving.suffix(words))

    def _on_file(self, file: str) -> None:
        if self._dialog is not None and self._saving is not None:
            suffix = self._saving.suffix(self._dialog.selectedNameFilter())
            self._dialog = None
            self.write_to(self._saving, Path(file), suffix)

    def _ask_to_replace(self) -> None:
        if self._saving is None:
            return
        box = self._box(QMessageBox.Icon.Question, self._saving)
        box.setText(self.tr("{name} is there already.").format(name=self._target.name))
        box.setInformativeText(self.tr("Writing to it replaces what it holds."))
        box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole).setObjectName("replace")
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()

    def _box(self, sign: QMessageBox.Icon, saving: Saving) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setIcon(sign)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(saving.title)
        box.buttonClicked.connect(self._on_button)
        box.finished.connect(box.deleteLater)
        return box

    def _on_button(self, button: QAbstractButton) -> None:
        if self._saving is None:
            return
        if button.objectName() == "replace":
            self._saving.begin(self._target, self._suffix)
        elif button.objectName() == "again":
            self.ask(self._saving)


class FileSaver(QObject):
    """Has one function write the file on a worker, for what is quickly written."""

    message = Signal(str)

    def __init__(self, context: "AppContext", parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.dialog = SaveDialog(context, parent)

    def ask(self, title: str, name: str, filters: Mapping[str, str], write: Callable[[Path], object]) -> None:
        """Ask where to, and write there."""
        begin = partial(self._begin, write)
        self.dialog.ask(Saving(title, name, filters, begin, self.tr("The file was not written.")))

    def _begin(self, write: Callable[[Path], object], target: Path, _suffix: str) -> None:
        self._context.tasks.submit(write, target, done=partial(self._on_done, target), failed=self.dialog.tell)

    def _on_done(self, target: Path, _result: object) -> None:
        self.dialog.remember(target)
        self.message.emit(self.tr("Written: {target}").format(target=target))
