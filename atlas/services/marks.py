"""The user's marks on the map, for the window: every write goes to the notebook's worker, and can be taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from atlas.domain.coordinates import LatLon
from atlas.domain.notes import Mark
from atlas.services.notebook import NotebookService
from atlas.services.tasks import Tasks
from atlas.store.notebook import Notebook, NotebookMissingError

_STEPS: Final = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a change went: the mark as it is now (None where it is gone), what undoes it, and all marks."""

    mark: Mark | None
    undo: Callable[[Notebook], "Outcome"]
    marks: tuple[Mark, ...]


class MarkService(QObject):
    """Adds, changes and removes marks on the map, and undoes that step by step."""

    changed = Signal()
    """Other marks are on the map."""
    undoable = Signal(bool)
    failed = Signal(object, object)
    """A mark that could not be written, with what was wrong: what was typed stands in it still."""

    def __init__(self, tasks: Tasks, notebook: NotebookService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._notebook = notebook
        self._undo: list[Callable[[Notebook], Outcome]] = []
        notebook.marks_changed.connect(self.changed)
        notebook.replaced.connect(self._forget)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Everything on the map, oldest first."""
        return self._notebook.marks

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    def mark(self, number: int) -> Mark | None:
        """Return a mark by its number, None where there is none."""
        return next((mark for mark in self.marks if mark.id == number), None)

    def add(
        self,
        shape: str,
        points: Sequence[LatLon],
        name: str,
        note: str = "",
        done: Callable[[Mark], object] | None = None,
    ) -> None:
        """Put a `pin`, `path` or `area` on the map; `done` gets it with its number."""
        placed = tuple((p.lat, p.lon) for p in points)
        work = _Adding(shape, placed, name, note)
        self._tasks.notebook(self._notebook.desk.do, work, done=_Then(self._took, done), failed=self._broken)

    def change(self, mark: Mark) -> None:
        """Write a mark as it is to be, while somebody types; `note_change` makes a step of it that can be undone."""
        work = _Changing(mark)
        self._tasks.notebook(self._notebook.desk.do, work, done=self._undone, failed=_Failed(self._refused, mark))

    def note_change(self, before: Mark) -> None:
        """Let the last step lead back to what a mark was before it was edited."""
        self._push(_Changing(before))

    def remove(self, number: int) -> None:
        """Take a mark off the map."""
        self._tasks.notebook(
            self._notebook.desk.do, _Removing(number), done=_Then(self._took, None), failed=self._broken
        )

    def undo(self) -> None:
        """Take the last change back."""
        if self._undo:
            work = self._undo.pop()
            self.undoable.emit(self.can_undo)
            self._tasks.notebook(self._notebook.desk.do, work, done=self._undone, failed=self._broken)

    def _took(self, outcome: Outcome) -> None:
        self._push(outcome.undo)
        self._notebook.take_marks(outcome.marks)

    def _push(self, undo: Callable[[Notebook], Outcome]) -> None:
        self._undo = [*self._undo, undo][-_STEPS:]
        self.undoable.emit(True)

    def _undone(self, outcome: Outcome) -> None:
        self._notebook.take_marks(outcome.marks)

    def _refused(self, mark: Mark, problem: BaseException) -> None:
        self.failed.emit(mark, problem)
        self._broken(problem)

    def _broken(self, problem: BaseException) -> None:
        self._notebook.report(problem)

    def _forget(self) -> None:
        self._undo.clear()
        self.undoable.emit(False)


# what runs on the notebook's worker


@dataclass(frozen=True, slots=True)
class _Adding:
    shape: str
    points: tuple[tuple[float, float], ...]
    name: str
    note: str

    def __call__(self, book: Notebook) -> Outcome:
        mark = book.mark_table.add(self.shape, self.points, self.name, self.note)
        return Outcome(mark, _Removing(mark.id), tuple(book.marks()))


@dataclass(frozen=True, slots=True)
class _Changing:
    mark: Mark

    def __call__(self, book: Notebook) -> Outcome:
        before = next((mark for mark in book.marks() if mark.id == self.mark.id), None)
        if before is None:
            raise NotebookMissingError(f"There is no mark {self.mark.id} on the map.")
        mark = book.mark_table.change(self.mark)
        return Outcome(mark, _Changing(before), tuple(book.marks()))


@dataclass(frozen=True, slots=True)
class _Removing:
    number: int

    def __call__(self, book: Notebook) -> Outcome:
        gone = book.mark_table.remove(self.number)
        return Outcome(None, _PuttingBack(gone), tuple(book.marks()))


@dataclass(frozen=True, slots=True)
class _PuttingBack:
    mark: Mark

    def __call__(self, book: Notebook) -> Outcome:
        book.mark_table.put_back(self.mark)
        return Outcome(self.mark, _Removing(self.mark.id), tuple(book.marks()))


@dataclass(frozen=True, slots=True)
class _Then:
    """Takes an outcome over, then tells who asked."""

    took: Callable[[Outcome], object]
    done: Callable[[Mark], object] | None

    def __call__(self, outcome: Outcome) -> None:
        self.took(outcome)
        if self.done is not None and outcome.mark is not None:
            self.done(outcome.mark)


@dataclass(frozen=True, slots=True)
class _Failed:
    refused: Callable[[Mark, BaseException], object]
    mark: Mark

    def __call__(self, problem: BaseException) -> None:
        self.refused(self.mark, problem)
