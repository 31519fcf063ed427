"""What the user does with own pictures: adds, describes, throws away, brings back, finds again, exports."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from atlas.domain.own_pictures import (
    Batch,
    BatchReport,
    Keeping,
    OwnPicture,
    PictureWords,
    RefusedPicture,
    picture_id,
)
from atlas.models.gallery import PictureItem
from atlas.views.gallery.grid import dropped_files

if TYPE_CHECKING:
    from atlas.services.pictures.service import PictureService
    from atlas.services.settings import Settings
    from atlas.views.gallery.words_dialog import WordsDialog

_FOLDER: Final = "gallery/folder"
_CREDIT: Final = "gallery/credit"
_LICENCE: Final = "gallery/licence"


class OwnDesk(QObject):
    """Opens the dialogs, and hands what was decided to the service."""

    message = Signal(str)
    undo_offered = Signal(str, object)
    """A sentence, and what takes it back."""

    def __init__(
        self,
        service: "PictureService",
        settings: "Settings",
        names: Callable[[], Mapping[str, str]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._service = service
        self._settings = settings
        self._names = names
        self._window = window
        self._entry = ""
        service.message.connect(self.message)
        service.refused.connect(self._on_refused)
        service.finished.connect(self._on_finished)

    def set_entry(self, slug: str | None) -> None:
        """Remember which entry is shown: new pictures are offered to belong to it."""
        self._entry = slug or ""

    # adding

    def choose_files(self) -> None:
        """Ask for files to add."""
        dialog = self._file_dialog(self.tr("Add pictures"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif *.bmp)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def choose_folder(self) -> None:
        """Ask for a folder all of whose pictures are to be added."""
        dialog = self._file_dialog(self.tr("Add all pictures of a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        last = self._settings.text(_FOLDER)
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self._window, title, last if last and Path(last).is_dir() else pictures)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_files(self, files: list[str]) -> None:
        self._settings.set_text(_FOLDER, str(Path(files[0]).parent) if files else "")
        self.add([Path(file) for file in files])

    def paste(self) -> None:
        """Add what lies on the clipboard: files, or a picture."""
        data = QGuiApplication.clipboard().mimeData()
        files = dropped_files(data)
        if files:
            self.add(files)
        elif data.hasImage():
            image = QGuiApplication.clipboard().image()
            dialog = self._ask(None)
            dialog.accepted_words.connect(partial(self._on_pasted, dialog, image))
            dialog.open()
        else:
            self.message.emit(self.tr("There is no picture on the clipboard."))

    def add(self, files: Sequence[Path]) -> None:
        """Ask once what is said of all files, and add them."""
        if files:
            dialog = self._ask(Keeping.OWN)
            dialog.accepted_words.connect(partial(self._on_described, dialog, tuple(files)))
            # a method of the dialog is not called once the dialog is gone
            self._service.propose(files, dialog.offer)
            dialog.open()

    def _ask(self, keeping: Keeping | None) -> "WordsDialog":
        """Return a dialog for pictures that come: each knows its own, as two may be open."""
        from atlas.views.gallery.words_dialog import WordsDialog

        hint = self.tr(
            "Said once of all pictures you add now; each can be described otherwise later. The files themselves are "
            "never changed."
        )
        dialog = WordsDialog(self.tr("Add pictures"), hint, self._names(), self._window)
        known = self._entry in self._names()
        dialog.ask_about_new(
            PictureWords(
                credit=self._settings.text(_CREDIT),
                licence=self._settings.text(_LICENCE),
                on=(self._entry,) if known else (),
            ),
            keeping,
        )
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_described(self, dialog: "WordsDialog", files: tuple[Path, ...]) -> None:
        words = self._remembered(dialog.words())
        self._service.add(files, Batch(words, dialog.chosen_keeping, dialog.file_credit.isChecked()))

    def _on_pasted(self, dialog: "WordsDialog", image: QImage) -> None:
        self._service.add_image(image, Batch(self._remembered(dialog.words()), Keeping.OWN))

    def _remembered(self, words: PictureWords) -> PictureWords:
        # whoever adds pictures twice is mostly the same person
        self._settings.set_text(_CREDIT, words.credit)
        self._settings.set_text(_LICENCE, words.licence)
        return words

    def _on_finished(self, report: BatchReport) -> None:
        if report.cancelled:
            self.message.emit(self.tr("Stopped: %n picture(s) were added before.", "", len(report.added)))

    def _on_refused(self, refused: list[RefusedPicture]) -> None:
        from atlas.views.gallery.refused_dialog import RefusedDialog

        dialog = RefusedDialog(refused, self._window)
        dialog.message.connect(self.message)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # words

    def edit(self, items: Sequence[PictureItem]) -> None:
        """Describe own pictures otherwise."""
        ids = _ids(items)
        if ids:
            self._service.some(ids, self._on_rows)

    def _on_rows(self, rows: list[OwnPicture]) -> None:
        from atlas.views.gallery.words_dialog import WordsDialog

        if not rows:
            return
        hint = self.tr("%n picture(s)", "", len(rows)) if len(rows) > 1 else rows[0].name
        dialog = WordsDialog(self.tr("Describe"), hint, self._names(), self._window)
        dialog.ask_about([row.words for row in rows])
        dialog.accepted_words.connect(partial(self._on_edited, dialog, tuple(row.id for row in rows)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_edited(self, dialog: "WordsDialog", ids: tuple[int, ...]) -> None:
        self._service.edit(ids, dialog.edit(), self._offer_undo_edit)

    def _offer_undo_edit(self, ids: list[int]) -> None:
        if ids:
            words = self.tr("%n picture(s) described anew.", "", len(ids))
            self.undo_offered.emit(words, partial(self._service.undo_edit, tuple(ids)))

    # the bin

    def throw(self, items: Sequence[PictureItem]) -> None:
        """Put own pictures into the bin; it can be taken back."""
        ids = _ids([item for item in items if not item.binned])
        if ids:
            self._service.delete(ids, self._offer_undo_bin)

    def _offer_undo_bin(self, ids: list[int]) -> None:
        if ids:
            words = self.tr("%n picture(s) put into the bin.", "", len(ids))
            self.undo_offered.emit(words, partial(self._service.restore, tuple(ids)))

    def restore(self, items: Sequence[PictureItem]) -> None:
        """Take pictures out of the bin."""
        ids = _ids([item for item in items if item.binned])
        if ids:
            self._service.restore(ids, self._told_restored)

    def _told_restored(self, ids: list[int]) -> None:
        self.message.emit(self.tr("%n picture(s) taken out of the bin.", "", len(ids)))

    def empty_bin(self, items: Sequence[PictureItem]) -> None:
        """Ask, and remove what lies in the bin for good."""
        count = len(items)
        if not count:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Empty the bin"))
        box.setText(self.tr("Remove %n picture(s) for good?", "", count))
        box.setInformativeText(
            self.tr(
                "Copies in your data folder are deleted and cannot be brought back. Files that you left where they "
                "were stay there."
            )
        )
        remove = box.addButton(self.tr("Remove for good"), QMessageBox.ButtonRole.DestructiveRole)
        remove.setObjectName("remove")
        remove.clicked.connect(partial(self._service.empty_bin, tuple(_ids(items))))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.finished.connect(box.deleteLater)
        box.open()

    # files

    def find_missing(self) -> None:
        """Ask where missing files may be now, and search there."""
        dialog = self._file_dialog(self.tr("Choose the folder to search for missing pictures"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self._on_where)
        dialog.open()

    def _on_where(self, folders: list[str]) -> None:
        if folders:
            self._service.find(Path(folders[0]))

    def export(self, items: Sequence[PictureItem]) -> None:
        """Ask for a folder, and write clean copies of own pictures into it."""
        dialog = self._file_dialog(self.tr("Export copies to a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(partial(self._on_target, _ids(items)))
        dialog.open()

    def _on_target(self, ids: list[int], folders: list[str]) -> None:
        if folders:
            self._service.export(ids, Path(folders[0]))


def _ids(items: Sequence[PictureItem]) -> list[int]:
    numbers = [picture_id(item.key) for item in items if item.mine]
    return [number for number in numbers if number is not None]
