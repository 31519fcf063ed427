"""Backups, restoring, export and import of the notebook, for the window: called on the GUI thread, returns at once."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from atlas.domain.backups import CheckedBackup, Contents
from atlas.domain.notebook_copy import Merged, NotebookCopy
from atlas.services.export.files import write_atomically
from atlas.services.notebook import NotebookService
from atlas.services.tasks import Tasks
from atlas.store.notebook import NotebookError

T = TypeVar("T")
Failed = Callable[[str], object]
"""Gets a sentence for the user."""

DAILY_MS: Final = 60 * 60 * 1000
"""So often it is looked whether the day's backup is due."""


class NotebookCare(QObject):
    """Looks after the notebook as a whole. `backup_failed` brings a sentence when no daily backup could be made."""

    backup_failed = Signal(str)

    def __init__(
        self, notebook: NotebookService, tasks: Tasks, parent: QObject | None = None, *, daily_ms: int = DAILY_MS
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._tasks = tasks
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setInterval(daily_ms)
        self._timer.timeout.connect(self._daily)
        notebook.ready.connect(self._begin)

    def close(self) -> None:
        """Look no more whether a backup is due."""
        self._timer.stop()

    # copies of the whole

    def back_up(self, file: Path, done: Callable[[Contents], object], failed: Failed) -> None:
        """Copy the notebook to a file, which is replaced, and check it; `done` gets what the copy holds."""
        self._notebook.put_away()
        self._run(self._notebook.desk.back_up, (file,), done, failed)

    def look_into(self, file: Path, done: Callable[[tuple[Contents, Contents | None]], object], failed: Failed) -> None:
        """Fetch what a file holds and what the notebook holds now, None where it cannot be opened."""
        self._notebook.put_away()
        self._run(self._look_into, (file,), done, failed)

    def good_backups(self, done: Callable[[list[CheckedBackup]], object], failed: Failed) -> None:
        """Fetch every backup that is whole, newest first."""
        self._run(self._notebook.desk.good_backups, (), done, failed)

    def newest_good(self, done: Callable[[CheckedBackup | None], object], failed: Failed) -> None:
        """Fetch the newest backup that is whole."""
        self._run(self._notebook.desk.newest_good, (), done, failed)

    def restore(self, file: Path, done: Callable[[Contents], object], failed: Failed) -> None:
        """Put the notebook in a file in the place of the present one, which becomes a backup or is set aside."""
        self._notebook.put_away()
        self._run(self._notebook.desk.restore_from, (file,), _Then(self._notebook.take_replaced, done), failed)

    def begin_anew(self, done: Callable[[Path | None], object], failed: Failed) -> None:
        """Begin an empty notebook; a damaged one is set aside and `done` gets where it is."""
        self._run(self._notebook.desk.begin_anew, (), _Then(self._notebook.take_replaced, done), failed)

    def export_to(
        self,
        target: Path,
        done: Callable[[int], object],
        failed: Failed,
        *,
        replace: bool = False,
        pictures: bool = False,
    ) -> None:
        """Write all notes into a new folder or a zip, with own pictures if wanted; `done` gets how many."""
        self._notebook.put_away()
        write = partial(self._write_out, target, done, failed, replace, pictures)
        self._run(self._notebook.desk.copy_out, (), write, failed)

    def import_from(self, source: Path, done: Callable[[Merged], object], failed: Failed) -> None:
        """Add exported notes to the notebook, of which a backup is made first."""
        self._notebook.put_away()
        self._run(self._notebook.desk.import_from, (source,), _Then(self._notebook.take_replaced, done), failed)

    # what is typed and not written

    def unsaved_text(self) -> str:
        """Return what is typed and not yet written, as one Markdown text; empty where nothing is."""
        return "\n\n".join(f"# {slug}\n\n{text}" for slug, text in sorted(self._notebook.unsaved.items()))

    def save_unsaved(self, file: Path) -> str:
        """Write `unsaved_text` to a file and make sure it is there; return "" or a sentence that says why not."""
        try:
            write_atomically(file, self.unsaved_text().encode("utf-8", "replace"))
        except OSError as problem:
            reason = problem.strerror or str(problem)
            return f"Your text could not be written to {file}: {reason}. Choose a place on another drive."
        return ""

    def proposed_name(self) -> str:
        """Return a file name that tells when it was made."""
        return datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H%M")

    @Slot()
    def _begin(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
            self._daily()

    @Slot()
    def _daily(self) -> None:
        if not self._tasks.closed:
            self._run(self._notebook.desk.daily_backup, (), _nothing, self._no_backup)

    def _no_backup(self, sentence: str) -> None:
        if sentence != self._said:
            self._said = sentence
            self.backup_failed.emit(sentence)

    def _look_into(self, file: Path) -> tuple[Contents, Contents | None]:
        desk = self._notebook.desk
        return desk.look_into(file), desk.contents()

    def _write_out(
        self,
        target: Path,
        done: Callable[[int], object],
        failed: Failed,
        replace: bool,
        pictures: bool,
        copy: NotebookCopy,
    ) -> None:
        """Write what was read, but not on the notebook's worker: pictures take long, and typing is saved meanwhile."""
        folder = self._notebook.path.parent / "pictures"
        self._tasks.submit(
            _write, copy, target, folder, replace, pictures, done=done, failed=_Sentence(failed, self._tasks)
        )

    def _run(
        self, work: Callable[..., T], args: tuple[object, ...], done: Callable[[T], object], failed: Failed
    ) -> None:
        self._tasks.notebook(work, *args, done=done, failed=_Sentence(failed, self._tasks))


class _Then:
    """Calls one thing and then another with the result."""

    def __init__(self, first: Callable[[], object], then: Callable[[T], object]) -> None:
        self._first = first
        self._then = then

    def __call__(self, result: object) -> None:
        self._first()
        self._then(result)  # type: ignore[arg-type]


class _Sentence:
    """Hands on what an error says; one that is not the notebook's goes where all unexpected ones go."""

    def __init__(self, failed: Failed, tasks: Tasks) -> None:
        self._failed = failed
        self._tasks = tasks

    def __call__(self, problem: BaseException) -> None:
        if not isinstance(problem, NotebookError | OSError):
            self._tasks.error.emit(problem)
        self._failed(str(problem))


def _write(copy: NotebookCopy, target: Path, folder: Path, replace: bool, pictures: bool) -> int:
    from atlas.services.pictures.carrying import write_out

    return write_out(copy, target, folder, replace=replace, pictures=pictures)


def _nothing(_result: object) -> None:
    """Take a result that tells nothing."""
