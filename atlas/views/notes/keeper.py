"""Looks after the notebook in the window: backups, restoring, files of notes, and what to do in trouble."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QVBoxLayout, QWidget

from atlas.domain.backups import CheckedBackup, Contents
from atlas.domain.notebook_copy import Merged
from atlas.domain.trouble import TroubleKind
from atlas.services.language import told
from atlas.services.notebook import NotebookService
from atlas.services.notebook_care import NotebookCare
from atlas.views.notes.restore_dialog import Choice, DamagedDialog, PreviewDialog, counted
from atlas.views.notes.trouble_bar import TroubleBar


class NotesKeeper(QObject):
    """The commands about the notebook as a whole; `message` brings words for the status bar."""

    message = Signal(str)

    def __init__(self, notebook: NotebookService, care: NotebookCare, window: QWidget) -> None:
        super().__init__(window)
        self._notebook = notebook
        self._care = care
        self._window = window
        self._file: Path | None = None
        self._backup: CheckedBackup | None = None
        self._asked: TroubleKind | None = None
        self.bar = TroubleBar(notebook, window)
        self.bar.save_asked.connect(self.save_text)
        self.bar.restore_asked.connect(self.offer)
        self.bar.anew_asked.connect(self.begin_anew)
        notebook.trouble_changed.connect(self._trouble)
        notebook.failed.connect(self._say_failed)
        care.backup_failed.connect(self.message)

    def above(self, notes: QWidget) -> QWidget:
        """Return the notes with the bar above them."""
        both = QWidget(self._window)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(notes, 1)
        return both

    # commands

    @Slot()
    def back_up(self) -> None:
        """Ask for a file and copy the notebook there."""
        name = self.tr("ILRS Atlas notes {date}.db").format(date=self._care.proposed_name())
        file = self._save_name(self.tr("Back up my notes"), name, self.tr("Notebooks (*.db)"))
        if file is not None:
            self._file = file
            self._care.back_up(file, self._backed_up, self._failed)

    @Slot()
    def restore(self) -> None:
        """Ask for a backup, show what is in it, and put it in the notebook's place when the user agrees."""
        folder = self._notebook.backups_folder
        start = str(folder if folder.is_dir() else _documents())
        title, kinds = self.tr("Restore my notes"), self.tr("Notebooks (*.db)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, start, kinds)
        if name:
            self._file = Path(name)
            self._care.look_into(self._file, self._preview, self._failed)

    @Slot()
    def export_notes(self) -> None:
        """Ask for a zip and write all notes into it."""
        name = self.tr("ILRS Atlas notes {date}.zip").format(date=self._care.proposed_name())
        notes, both = self.tr("My notes (*.zip)"), self.tr("My notes and the files of my pictures (*.zip)")
        place = str(_documents() / name)
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export my notes"), place, f"{notes};;{both}", notes
        )
        if chosen:
            self._file = Path(chosen)
            file = self._file.with_suffix(".zip")
            self._care.export_to(file, self._exported, self._failed, replace=True, pictures=kind == both)

    @Slot()
    def import_notes(self) -> None:
        """Ask for exported notes and add them."""
        title, kinds = self.tr("Import notes"), self.tr("Exported notes (*.zip notebook.json)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(_documents()), kinds)
        if name:
            file = Path(name)
            self._care.import_from(file if file.suffix.lower() == ".zip" else file.parent, self._imported, self._failed)

    @Slot()
    def save_text(self) -> bool:
        """Ask for a file and write what is typed and not yet saved there; return whether that is done."""
        name = self.tr("ILRS Atlas unsaved text {date}.md").format(date=self._care.proposed_name())
        file = self._save_name(self.tr("Save my text"), name, self.tr("Markdown (*.md)"))
        if file is None:
            return False
        if problem := self._care.save_unsaved(file):
            self._failed(problem)
            return False
        self.message.emit(self.tr("Your text is in {file}.").format(file=str(file)))
        return True

    @Slot()
    def offer(self) -> None:
        """Look for the newest good backup and ask what to do."""
        self._care.newest_good(self._ask, self._failed)

    @Slot()
    def begin_anew(self) -> None:
        """Begin an empty notebook; a damaged one is kept under a dated name."""
        self._care.begin_anew(self._begun, self._failed)

    # answers

    @Slot(str)
    def _say_failed(self, sentence: str) -> None:
        """Say what the bar does not."""
        if self._notebook.trouble is None:
            self.message.emit(sentence)

    @Slot()
    def _trouble(self) -> None:
        trouble = self._notebook.trouble
        kind = trouble.kind if trouble is not None else None
        # asked once by itself; after that the bar is there to ask again
        wanted = kind is TroubleKind.CORRUPT or (kind is TroubleKind.GONE and not self._notebook.is_open)
        if wanted and kind is not self._asked:
            self.offer()
        self._asked = kind if kind is not TroubleKind.LOCKED else self._asked

    def _ask(self, backup: CheckedBackup | None) -> None:
        trouble = self._notebook.trouble
        if trouble is None:
            return
        self._backup = backup
        gone = trouble.kind is TroubleKind.GONE
        dialog = DamagedDialog(str(self._notebook.path), backup, self._window, gone=gone)
        dialog.finished.connect(self._chosen)
        self._open(dialog)

    @Slot(int)
    def _chosen(self, choice: int) -> None:
        if choice == Choice.RESTORE and self._backup is not None:
            self._care.restore(self._backup.backup.path, self._restored, self._failed)
        elif choice == Choice.ANEW:
            self.begin_anew()
        elif choice == Choice.QUIT:
            self._window.close()

    def _preview(self, found: tuple[Contents, Contents | None]) -> None:
        if self._file is None:
            return
        dialog = PreviewDialog(self._file.name, *found, self._window)
        dialog.finished.connect(self._previewed)
        self._open(dialog)

    @Slot(int)
    def _previewed(self, choice: int) -> None:
        if choice == Choice.RESTORE and self._file is not None:
            self._care.restore(self._file, self._restored, self._failed)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _backed_up(self, contents: Contents) -> None:
        words = self.tr("Backed up to {file}: {contents}.").format(file=str(self._file), contents=counted(contents))
        if contents.pictures:
            words += " " + self.tr("The files of your pictures are not in it.")
        self.message.emit(words)

    def _restored(self, contents: Contents) -> None:
        words = self.tr("Restored: {contents}.")
        self.message.emit(words.format(contents=counted(contents)))

    def _begun(self, aside: Path | None) -> None:
        if aside is None:
            self.message.emit(self.tr("An empty notebook was begun."))
        else:
            words = self.tr("An empty notebook was begun; the damaged one is {file}.")
            self.message.emit(words.format(file=str(aside)))

    def _exported(self, count: int) -> None:
        words = self.tr("Notes written to {file}: {count}.")
        self.message.emit(words.format(file=str(self._file), count=count))

    def _imported(self, merged: Merged) -> None:
        words = self.tr("Imported. Notes added or changed: {notes}; the same as before: {same}.")
        self.message.emit(words.format(notes=merged.notes, same=merged.same))

    def _failed(self, sentence: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("ILRS Atlas"), sentence, parent=self._window)
        if told("", sentence):
            # the sentence is English: say at least in the reader's words what it is about
            box.setText(self.tr("That did not work. Your notebook is as it was."))
            box.setInformativeText(sentence)
        close = box.addButton(QMessageBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))
        self._open(box)

    def _save_name(self, title: str, name: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(_documents() / name), kinds)
        return Path(chosen) if chosen else None


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()
