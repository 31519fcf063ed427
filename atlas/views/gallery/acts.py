"""What can be done with pictures: copy them with their credit, save a copy, go to their entry."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from atlas.domain.own_pictures import PictureWords
from atlas.models.gallery import PictureItem
from atlas.models.gallery_copy import PictureCopy, make_copy
from atlas.models.gallery_words import credit_text, described, safe_name

if TYPE_CHECKING:
    from atlas.models.gallery_files import PictureFiles
    from atlas.services.pictures.service import PictureService
    from atlas.services.settings import Settings
    from atlas.services.tasks import Tasks

_FOLDER: Final = "export/folder"


class PictureActs(QObject):
    """Copies and saves; the clipboard and the file never part a picture from its credit."""

    message = Signal(str)

    def __init__(
        self,
        tasks: "Tasks",
        pictures: "PictureService",
        files: "PictureFiles",
        settings: "Settings",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._pictures = pictures
        self._files = files
        self._settings = settings
        self._window = window

    def copy(self, item: PictureItem) -> None:
        """Put a picture on the clipboard, with its credit as text and beside it as HTML."""
        self._tasks.submit(make_copy, self._files, item, done=self._on_copied, key="copy-picture")

    def _on_copied(self, copy: PictureCopy) -> None:
        if copy.refusal:
            self.message.emit(copy.refusal)
            return
        data = QMimeData()
        data.setImageData(copy.image)
        data.setText(copy.text)
        data.setHtml(copy.html)
        QGuiApplication.clipboard().setMimeData(data)
        self.message.emit(self.tr("Picture and credit copied"))

    def copy_credit(self, items: list[PictureItem]) -> None:
        """Put caption, credit and licence on the clipboard."""
        QGuiApplication.clipboard().setText("\n\n".join(credit_text(item) for item in items))
        self.message.emit(self.tr("Credit copied"))

    def save(self, item: PictureItem) -> None:
        """Ask where a copy is to go, and write it: its credit inside, where it was taken not."""
        last = self._settings.text(_FOLDER)
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self._window, self.tr("Save a copy"), last if last and Path(last).is_dir() else pictures)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(item.file.suffix)
        dialog.selectFile(safe_name(item))
        dialog.fileSelected.connect(partial(self._on_file, item))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file(self, item: PictureItem, file: str) -> None:
        self.write_to(Path(file), item)

    def write_to(self, target: Path, item: PictureItem) -> None:
        """Write a copy to a file that the user chose, its credit beside it; never over the picture itself."""
        self._settings.set_text(_FOLDER, str(target.parent))
        # when a plate of the catalogue was made is not when it was taken
        taken = item.date if item.mine else ""
        words = PictureWords(described(item), item.credit, item.licence, taken)
        self._pictures.export_one(item.file, words, target, partial(self._on_ended, target))

    def _on_ended(self, target: Path, problem: str) -> None:
        if not problem:
            self.message.emit(self.tr("Written: {target}").format(target=target))
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Save a copy"))
        box.setText(self.tr("The copy was not written."))
        box.setInformativeText(problem)
        box.addButton(QMessageBox.StandardButton.Close)
        box.finished.connect(box.deleteLater)
        box.open()
