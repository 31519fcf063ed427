"""Asks where a file is to go, about one that is in the way, and for another place where it could not be written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from atlas.services.export.words import can_be_told, failure_sentence

if TYPE_CHECKING:
    from atlas.context import AppContext

_FOLDER: Final = "export/folder"


@dataclass(frozen=True, slots=True)
class Saving:
    """What is saved: the dialog's title, a name for the file, formats by ending, and what begins to write it.

    `failed` is the sentence for the user when it was not written; `chosen` the ending that is offered first; `over` a
    window that asks and may be closed before the answer comes.
    """

    title: str
    name: str
    filters: Mapping[str, str]
    begin: Callable[["Destination"], None]
    failed: str
    chosen: str = ""
    over: QWidget | None = None

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


@dataclass(frozen=True, slots=True)
class Destination:
    """The file that was chosen for what is saved, and the ending of its format, which a typed one may contradict.

    It goes along with the writing: of several files in hand, each answer names its own.
    """

    saving: Saving
    target: Path
    suffix: str


class SaveDialog(QObject):
    """Asks over a widget, which outlives every writing begun here. Nothing is overwritten without asking."""

    def __init__(self, context: "AppContext", parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent

    def ask(self, saving: Saving) -> None:
        """Open the file dialog in the folder that was last written to."""
        last = self._context.settings.text(_FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._over(saving), saving.title, last if last and Path(last).is_dir() else documents)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(list(saving.filters.values()))
        dialog.selectNameFilter(saving.filters[saving.first])
        # the name has no ending, so that the one of the chosen format fits whatever was chosen before
        dialog.selectFile(saving.name)
        dialog.filterSelected.connect(partial(self._on_filter, saving, dialog))
        dialog.fileSelected.connect(partial(self._on_file, saving, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setDefaultSuffix(saving.first)
        dialog.open()

    def write_to(self, saving: Saving, asked: Path, suffix: str) -> None:
        """Begin to write to a file chosen together with a format; an ending that was typed out wins."""
        known = saving.knows(asked)
        destination = Destination(saving, asked if known else asked.with_name(asked.name + suffix), suffix)
        if not known and destination.target.exists():
            # the dialog asked about the name as it was typed, not about this one
            self._ask_to_replace(destination)
        else:
            saving.begin(destination)

    def remember(self, target: Path) -> None:
        """Offer a file's folder first from now on; to be called once it could be written to."""
        self._context.settings.set_text(_FOLDER, str(target.parent))

    def tell(self, destination: Destination, error: BaseException, *also: type[BaseException]) -> None:
        """Say why a file was not written and offer another place; what is nobody's doing goes to the report.

        `also` are kinds of errors whose words are meant for the user, besides those of files.
        """
        if not (can_be_told(error) or isinstance(error, also)):
            self._context.tasks.error.emit(error)
            return
        saving = destination.saving
        box = self._box(QMessageBox.Icon.Warning, saving)
        box.setText(saving.failed)
        box.setInformativeText(failure_sentence(error, destination.target))
        box.addButton(self.tr("Choose another place …"), QMessageBox.ButtonRole.AcceptRole).setObjectName("again")
        box.addButton(QMessageBox.StandardButton.Close)
        box.accepted.connect(partial(self.ask, saving))
        box.open()

    def _on_filter(self, saving: Saving, dialog: QFileDialog, words: str) -> None:
        dialog.setDefaultSuffix(saving.suffix(words))

    def _on_file(self, saving: Saving, dialog: QFileDialog, file: str) -> None:
        self.write_to(saving, Path(file), saving.suffix(dialog.selectedNameFilter()))

    def _ask_to_replace(self, destination: Destination) -> None:
        box = self._box(QMessageBox.Icon.Question, destination.saving)
        box.setText(self.tr("{name} is there already.").format(name=destination.target.name))
        box.setInformativeText(self.tr("Writing to it replaces what it holds."))
        box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole).setObjectName("replace")
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.accepted.connect(partial(destination.saving.begin, destination))
        box.open()

    def _box(self, sign: QMessageBox.Icon, saving: Saving) -> QMessageBox:
        box = QMessageBox(self._over(saving))
        box.setIcon(sign)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(saving.title)
        box.finished.connect(box.deleteLater)
        return box

    def _over(self, saving: Saving) -> QWidget:
        """Return where to ask and answer: the window that asked, or the widget behind it once that was closed."""
        over = saving.over
        return over if over is not None and isValid(over) and over.isVisible() else self._parent


class FileSaver(QObject):
    """Has one function write the file on a worker, for what is quickly written."""

    message = Signal(str)

    def __init__(self, context: "AppContext", parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.dialog = SaveDialog(context, parent)

    def ask(
        self,
        title: str,
        name: str,
        filters: Mapping[str, str],
        write: Callable[[Path], object],
        over: QWidget | None = None,
    ) -> None:
        """Ask where to, over a window that may be closed while it is written, and write there."""
        begin = partial(self._begin, write)
        self.dialog.ask(Saving(title, name, filters, begin, self.tr("The file was not written."), over=over))

    def _begin(self, write: Callable[[Path], object], destination: Destination) -> None:
        target = destination.target
        done, failed = partial(self._on_done, target), partial(self.dialog.tell, destination)
        self._context.tasks.submit(write, target, done=done, failed=failed)

    def _on_done(self, target: Path, _result: object) -> None:
        self.dialog.remember(target)
        self.message.emit(self.tr("Written: {target}").format(target=target))
