"""Writes clean copies of own pictures: without the place they were taken, with their credit inside and beside."""

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from atlas.domain.own_pictures import OwnPicture, PictureWords, RefusedPicture
from atlas.services.export.files import write_atomically
from atlas.services.pictures.folder import PictureFolder, readable_name
from atlas.services.pictures.runs import Clock, Write
from atlas.services.tasks import CancelToken
from atlas.store.notebook import Notebook


class ExportRun:
    """Writes pictures into a folder, each with a text beside it; files that are there are never written over."""

    def __init__(self, ids: Iterable[int], target: Path, folder: PictureFolder) -> None:
        self._ids = tuple(ids)
        self._target = target
        self._folder = folder
        self._rows: list[OwnPicture] = []
        self.written: list[Path] = []
        self.done = 0
        self.total = 0
        self.finished = False
        self.refused: list[RefusedPicture] = []

    def begin(self, notebook: Notebook) -> None:
        """Read the records."""
        self._rows = notebook.pictures.some(self._ids)
        self.total = len(self._rows)
        self.finished = not self._rows

    def step(self, token: CancelToken) -> Write | None:
        """Write some of them. Raises OSError where the folder cannot be written."""
        from atlas.services.images.gate import PictureRefusedError

        clock = Clock()
        self._target.mkdir(parents=True, exist_ok=True)
        while self.done < self.total and not clock.over and not token.cancelled:
            row = self._rows[self.done]
            try:
                self.written.append(self._export(row))
            except (PictureRefusedError, FileNotFoundError) as problem:
                missing = isinstance(problem, FileNotFoundError)
                why = missing_sentence(self._folder.path(row)) if missing else str(problem)
                self.refused.append(RefusedPicture(row.file, why))
            self.done += 1
        self.finished = self.done >= self.total
        return None

    def _export(self, row: OwnPicture) -> Path:
        name = readable_name(row.name, row.mime)
        target = free_target(self._target / name)
        export_one(self._folder.path(row), row.words, target, row.title)
        return target


def export_one(source: Path, words: PictureWords, target: Path, title: str = "") -> None:
    """Write a clean copy, which replaces a file of that name, and its text beside it.

    The picture itself and other texts are never written over. Raises PictureRefusedError, OSError.
    """
    from atlas.services.images.clean import export_clean

    if target.exists() and source.exists() and target.samefile(source):
        raise OSError(
            QCoreApplication.translate("OwnPictures", "that is the picture itself, which is never written over")
        )
    source.stat()
    export_clean(source, target, credit=words.credit, caption=words.caption, licence=words.licence)
    text = _lines_beside(words, title or words.caption or source.stem).encode("utf-8")
    write_atomically(_free_text(target, text), text)


def _free_text(target: Path, text: bytes) -> Path:
    """Return the name of the text beside a picture, numbered where something else has it already."""
    number = 1
    free = target.with_name(f"{target.name}.txt")
    while os.path.lexists(free) and not (free.is_file() and free.read_bytes() == text):
        number += 1
        free = target.with_name(f"{target.name} {number}.txt")
    return free


def _lines_beside(words: PictureWords, title: str) -> str:
    """Return what belongs beside a picture: title, credit, licence and date as far as known, a line each."""
    translate = QCoreApplication.translate
    lines = [title]
    if words.credit:
        lines.append(translate("OwnPictures", "Credit: {credit}").format(credit=words.credit))
    if words.licence:
        lines.append(translate("OwnPictures", "Licence: {licence}").format(licence=words.licence))
    if words.taken:
        lines.append(translate("OwnPictures", "Taken: {date}").format(date=words.taken))
    return "\n".join(lines) + "\n"


def missing_sentence(path: Path) -> str:
    """Say that a picture's file is not where it was."""
    return QCoreApplication.translate(
        "OwnPictures", "The file is no longer at {path}. Put it back, or let the atlas find it in another folder."
    ).format(path=path)


def free_target(target: Path) -> Path:
    """Return the name, numbered where a file or its text has it already."""
    number = 1
    free = target
    while os.path.lexists(free) or os.path.lexists(free.with_name(f"{free.name}.txt")):
        number += 1
        free = target.with_name(f"{target.stem} {number}{target.suffix}")
    return free
