"""The user's own pictures as the window uses them: everything here is called on the GUI thread and returns at once."""

import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from shiboken6 import isValid

from atlas.domain.own_pictures import (
    Batch,
    BatchReport,
    NewPicture,
    OwnPicture,
    PictureCounts,
    PictureEdit,
    PicturePlace,
    PictureQuery,
    PictureWords,
    Proposal,
)
from atlas.services.images.errors import PictureRefusedError
from atlas.services.language import told
from atlas.services.notebook import NotebookService
from atlas.services.pictures import binning, exporting, finding
from atlas.services.pictures.folder import PictureFolder
from atlas.services.pictures.importing import ImportRun, propose
from atlas.services.pictures.pasting import as_part, pasted_name
from atlas.services.pictures.runs import Run, Write
from atlas.services.tasks import CancelToken, Job, Tasks
from atlas.store.notebook import Notebook, NotebookError

T = TypeVar("T")
CLOSE_SECONDS: Final = 5.0
LOOK_MS: Final = 2000
"""How long the first look at the files waits, so that the first pictures are drawn before thousands are looked for."""
TELL_SECONDS: Final = 1.0
"""While pictures come in, `changed` is emitted this seldom, and once more at the end."""
Failed = Callable[[str], object]
"""Gets a sentence for the user."""
Ended = Callable[[str], object]
"""Gets "" or the sentence that says why not."""


class PictureService(QObject):
    """Adds, describes, finds, bins and exports own pictures. `message` brings sentences for users.

    Long work (adding, finding, exporting) runs one piece after the other: `progress` tells how far it is, `cancel`
    ends it and keeps what is done. Where a method takes `failed`, that gets the sentence instead of `message`.
    """

    changed = Signal()
    """Pictures came, went or are described otherwise: ask for `rows` again."""
    missing_changed = Signal()
    """`missing` is another set than before."""
    progress = Signal(int, int)
    """Done and total; the total is 0 while the files are still being counted."""
    busy_changed = Signal(bool)
    finished = Signal(object)
    """A BatchReport, at the end of every `add`."""
    found = Signal(int, int)
    """At the end of `find`: how many were found, how many are still missing."""
    exported = Signal(list)
    """At the end of `export`: the paths of the pictures that were written."""
    refused = Signal(list)
    """RefusedPicture by file, at the end of long work, where there were any."""
    message = Signal(str)

    def __init__(self, tasks: Tasks, notebook: NotebookService, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._notebook = notebook
        self._folder = PictureFolder(folder)
        self._missing: frozenset[int] = frozenset()
        self._checked = False
        self._first_look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._first_look.timeout.connect(self.check_files)
        self._waiting: deque[tuple[Run, Ended | None]] = deque()
        self._run: Run | None = None
        self._ended: Ended | None = None
        self._token = CancelToken()
        self._job: Job | None = None
        self._told = 0.0
        self._untold = False
        notebook.replaced.connect(self._replaced)
        tasks.submit(self._folder.remove_parts)

    # looking

    @property
    def folder(self) -> Path:
        """The folder of the user's own pictures; it may not exist yet."""
        return self._folder.root

    def path_of(self, row: OwnPicture) -> Path:
        """Return where the picture's file is, or was when it was last seen."""
        return self._folder.path(row)

    def rows(self, query: PictureQuery, done: Callable[[list[OwnPicture]], object], key: str = "pictures") -> None:
        """Fetch the pictures asked for; a later call with the same key drops this one's answer."""
        self._ask(partial(_rows, query), done, key=key)
        if not self._checked:
            self._checked = True
            self._first_look.start()

    def some(self, ids: Iterable[int], done: Callable[[list[OwnPicture]], object]) -> None:
        """Fetch pictures by their numbers."""
        self._ask(partial(_some, tuple(ids)), done)

    def counts(self, done: Callable[[PictureCounts], object]) -> None:
        """Count the pictures and those in the bin."""
        self._ask(_counts, done, key="picture-counts")

    @property
    def missing(self) -> frozenset[int]:
        """Numbers of the pictures whose file was not there at the last look."""
        return self._missing

    @Slot()
    def check_files(self) -> None:
        """Look which files are missing; `missing_changed` follows where that is news."""
        self._checked = True
        self._first_look.stop()
        self._ask(_every, self._look)

    # adding

    def propose(self, files: Sequence[Path], done: Callable[[Proposal], object]) -> None:
        """Look into files and folders somebody wants to add, for what a dialog can offer."""
        self._tasks.submit(propose, tuple(files), CancelToken(), done=done)

    def add(self, files: Sequence[Path], batch: Batch, ended: Ended | None = None) -> None:
        """Add files and folders; `progress`, `finished` and perhaps `refused` follow."""
        self._start(ImportRun(tuple(files), batch, self._folder), ended)

    def add_image(self, image: QImage, batch: Batch) -> None:
        """Add a picture that was pasted; it is kept as PNG."""
        self._tasks.submit(
            as_part, image, self._folder, done=partial(self._pasted, batch), failed=partial(self._broken, None)
        )

    def strays(self, done: Callable[[list[Path]], object]) -> None:
        """Fetch the files in our folder that no record names: `add` takes them in without a copy."""
        self._ask(partial(_strays, self._folder), done)

    # words

    def edit(
        self,
        ids: Iterable[int],
        edit: PictureEdit,
        done: Callable[[list[int]], object] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Change what is said of pictures; what was said before is kept for `undo_edit`. `done` gets the changed."""
        self._write(partial(_edit, tuple(ids), edit), done, failed)

    def undo_edit(self, ids: Iterable[int], done: Callable[[list[int]], object] | None = None) -> None:
        """Say again what was said before the last edit; called again, it brings the edit back."""
        self._write(partial(_undo, tuple(ids)), done, None)

    def attach(self, ids: Iterable[int], slugs: Iterable[str], place: PicturePlace | None = None) -> None:
        """Attach pictures to entries besides those they are on, and to a place where they have none."""
        self._write(partial(_attach, tuple(ids), tuple(slugs), place), None, None)

    # the bin

    def delete(self, ids: Iterable[int], done: Callable[[list[int]], object] | None = None) -> None:
        """Put pictures into the bin; `done` gets which. A file left in place stays where it is."""
        self._write(partial(binning.throw, tuple(ids), self._folder), done, None)

    def restore(self, ids: Iterable[int], done: Callable[[list[int]], object] | None = None) -> None:
        """Take pictures out of the bin; `done` gets which."""
        self._write(partial(binning.bring_back, tuple(ids), self._folder), done, None)

    def empty_bin(self, ids: Iterable[int] | None = None) -> None:
        """Remove pictures in the bin for good, all for None: ask before. Files left in place are not touched."""
        only = None if ids is None else tuple(ids)
        self._write(partial(binning.empty, only, self._folder), self._emptied, None)

    # finding and exporting

    def find(self, where: Path, only: Iterable[int] | None = None, ended: Ended | None = None) -> None:
        """Search a folder, or look at one file, for pictures whose file is missing; `found` follows."""
        self._start(finding.FindRun(where, self._folder, only), ended)

    def export(self, ids: Iterable[int], target: Path) -> None:
        """Write clean copies with their credit into a folder; `exported` follows."""
        self._start(exporting.ExportRun(ids, target, self._folder), None)

    def export_one(self, source: Path, words: PictureWords, target: Path, ended: Ended) -> None:
        """Write a clean copy of a picture, never over itself, to a file that is replaced, and its credit beside it."""
        self._tasks.submit(
            exporting.export_one, source, words, target,
            done=partial(_went_well, ended), failed=partial(self._not_exported, source, target, ended),
        )  # fmt: skip

    @property
    def busy(self) -> bool:
        """Whether long work is going on."""
        return self._run is not None

    @Slot()
    def cancel(self) -> None:
        """End the long work; what is done stays."""
        self._waiting.clear()
        self._token.cancel()

    def close(self) -> None:
        """End the long work and record what it has done; the notebook is closed after this."""
        self._first_look.stop()
        self.cancel()
        deadline = time.monotonic() + CLOSE_SECONDS
        while self._run is not None and self._job is not None and time.monotonic() < deadline:
            # its callback may come a moment after the work itself has ended
            self._job.wait(0.05)
            time.sleep(0.001)
            self._tasks.deliver()

    # long work

    def _start(self, run: Run, ended: Ended | None) -> None:
        self._waiting.append((run, ended))
        if self._run is None:
            self.busy_changed.emit(True)
            self._next()

    def _next(self) -> None:
        self._run = None
        if not self._waiting:
            self.busy_changed.emit(False)
            return
        self._run, self._ended = self._waiting.popleft()
        self._token = CancelToken()
        self.progress.emit(0, 0)
        self._job = self._tasks.notebook(
            self._notebook.desk.do, self._run.begin, done=self._go_on, failed=self._stopped
        )

    def _go_on(self, _result: object = None) -> None:
        """Take the next step, or end."""
        run = self._run
        if run is None:
            return
        self.progress.emit(run.done, run.total)
        if run.finished or self._token.cancelled:
            self._end("")
        else:
            self._job = self._tasks.submit(run.step, self._token, done=self._stepped, failed=self._stopped)

    def _stepped(self, write: Write | None) -> None:
        if write is None:
            self._go_on()
        else:
            self._job = self._tasks.notebook(self._notebook.desk.do, write, done=self._written, failed=self._stopped)

    def _written(self, result: object) -> None:
        # a list of thousands is not fetched anew four times a second
        self._untold = True
        if time.monotonic() - self._told >= TELL_SECONDS:
            self._tell_changed()
        self._go_on(result)

    def _tell_changed(self) -> None:
        self._untold = False
        self._told = time.monotonic()
        self.changed.emit()

    def _stopped(self, problem: BaseException) -> None:
        if not isinstance(problem, NotebookError | OSError):
            # told whole, with a report, by those who take every unforeseen error
            self._tasks.error.emit(problem)
        self._end(self._sentence(problem))

    def _end(self, problem: str) -> None:
        run, ended = self._run, self._ended
        self._ended = None
        if self._untold:
            self._tell_changed()
        if problem:
            self.message.emit(problem)
        if run is not None and run.refused:
            self.refused.emit(list(run.refused))
        if isinstance(run, ImportRun):
            self._tell_added(run.report(cancelled=self._token.cancelled))
        elif isinstance(run, finding.FindRun):
            self._tell_found(run)
        elif isinstance(run, exporting.ExportRun):
            self.exported.emit(list(run.written))
        _tell(ended, problem or (_all_refused(run) if run is not None else ""))
        self._next()

    def _tell_added(self, report: BatchReport) -> None:
        if report.added:
            self.message.emit(self.tr("%n picture(s) added.", "", len(report.added)))
        elif report.known:
            self.message.emit(self.tr("%n picture(s) were here already.", "", len(report.known)))
        self.finished.emit(report)
        if report.known:
            self.check_files()

    def _tell_found(self, run: finding.FindRun) -> None:
        self.found.emit(len(run.found), run.still_missing)
        self._set_missing(self._missing - frozenset(run.found))
        if run.still_missing:
            self.message.emit(self.tr("%n picture(s) are still missing.", "", run.still_missing))
        elif run.found:
            self.message.emit(self.tr("%n picture(s) were found again.", "", len(run.found)))

    def _sentence(self, problem: BaseException) -> str:
        if isinstance(problem, OSError):
            return self.tr(
                "The work stopped: {why} ({place}). What was done before stays; free some space or choose another "
                "place, then do it again."
            ).format(why=problem.strerror or problem, place=problem.filename or self.folder)
        if isinstance(problem, NotebookError):
            return told(str(problem), self.tr("The notebook took no change. Nothing in it and no picture is lost."))
        return self.tr("The work stopped at an error of the atlas. What was done before stays, and no file was harmed.")

    # what is short

    def _ask(self, work: Callable[[Notebook], T], done: Callable[[T], object], *, key: str | None = None) -> None:
        self._tasks.notebook(self._notebook.desk.do, work, done=done, failed=partial(self._broken, None), key=key)

    def _write(self, work: Callable[[Notebook], T], done: Callable[[T], object] | None, failed: Failed | None) -> None:
        self._tasks.notebook(
            self._notebook.desk.do, work, done=partial(self._wrote, done), failed=partial(self._broken, failed)
        )

    def _wrote(self, done: Callable[[T], object] | None, result: T) -> None:
        self.changed.emit()
        _tell(done, result)

    def _broken(self, failed: Failed | None, problem: BaseException) -> None:
        if not isinstance(problem, NotebookError | OSError):
            self._tasks.error.emit(problem)
        elif failed is not None:
            _tell(failed, self._sentence(problem))
        else:
            self.message.emit(self._sentence(problem))

    def _emptied(self, outcome: tuple[int, Collection[OwnPicture]]) -> None:
        removed, kept = outcome
        if kept:
            self.message.emit(
                self.tr("%n picture(s) could not be removed: the folder cannot be written. They stay.", "", len(kept))
            )
        else:
            self.message.emit(self.tr("%n picture(s) removed for good.", "", removed))

    def _not_exported(self, source: Path, target: Path, ended: Ended, problem: BaseException) -> None:
        if isinstance(problem, FileNotFoundError) and not source.exists():
            _tell(ended, exporting.missing_sentence(source))
        elif isinstance(problem, OSError):
            _tell(
                ended,
                self.tr("The picture could not be written to {target}: {why}. Choose another place.").format(
                    target=target, why=problem.strerror or problem
                ),
            )
        elif isinstance(problem, PictureRefusedError):
            _tell(ended, str(problem))
        else:
            self._tasks.error.emit(problem)

    def _pasted(self, batch: Batch, part: Path) -> None:
        self._start(ImportRun.pasted(part, pasted_name(), batch, self._folder), None)

    # missing and changed files

    def _look(self, rows: list[OwnPicture]) -> None:
        if rows or self._missing:
            self._tasks.submit(finding.look, rows, self._folder, CancelToken(), done=self._looked, key="picture-files")

    def _looked(self, files: finding.Files) -> None:
        self._set_missing(files.missing)
        if files.changed:
            rows = files.changed[: finding.LOOKED_AGAIN]
            self._tasks.submit(
                finding.look_again, rows, self._folder, CancelToken(), done=self._note_changed, key="picture-changes"
            )

    def _note_changed(self, found: list[tuple[int, NewPicture]]) -> None:
        if found:
            self._write(partial(finding.note_changed, found), None, None)

    def _set_missing(self, missing: frozenset[int]) -> None:
        if missing != self._missing:
            self._missing = missing
            self.missing_changed.emit()

    @Slot()
    def _replaced(self) -> None:
        self.changed.emit()
        self.check_files()


def _rows(query: PictureQuery, notebook: Notebook) -> list[OwnPicture]:
    return notebook.pictures.rows(query)


def _some(ids: tuple[int, ...], notebook: Notebook) -> list[OwnPicture]:
    return notebook.pictures.some(ids)


def _every(notebook: Notebook) -> list[OwnPicture]:
    return notebook.pictures.every()


def _counts(notebook: Notebook) -> PictureCounts:
    return notebook.pictures.counts()


def _strays(folder: PictureFolder, notebook: Notebook) -> list[Path]:
    return folder.strays({row.file for row in notebook.pictures.every() if row.is_own})


def _edit(ids: tuple[int, ...], edit: PictureEdit, notebook: Notebook) -> list[int]:
    return notebook.pictures.edit(ids, edit)


def _undo(ids: tuple[int, ...], notebook: Notebook) -> list[int]:
    return notebook.pictures.undo_edit(ids)


def _attach(ids: tuple[int, ...], slugs: tuple[str, ...], place: PicturePlace | None, notebook: Notebook) -> None:
    notebook.pictures.attach(ids, slugs, place)


def _went_well(ended: Ended, _result: object) -> None:
    _tell(ended, "")


def _tell(callback: Callable[[T], object] | None, what: T) -> None:
    """Call back, unless nobody asked or the one who did is gone."""
    owner = getattr(callback.func if isinstance(callback, partial) else callback, "__self__", None)
    if callback is not None and (not isinstance(owner, QObject) or isValid(owner)):
        callback(what)


def _all_refused(run: Run) -> str:
    """Return the first reason where nothing came of the work but refusals."""
    if isinstance(run, ImportRun) and run.refused and not (run.report().added or run.report().known):
        return run.refused[0].reason
    return ""
