"""The notebook as the window uses it: everything here is called on the GUI thread and returns at once."""

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from atlas.domain.links import is_slug
from atlas.domain.notes import MAX_NOTE, Mark, NoteSummary, Revision, clean_tags
from atlas.domain.text import fold
from atlas.domain.trouble import PASSING, Trouble, TroubleKind
from atlas.services.notebook_desk import NotebookDesk, NoteState, Saved, Shelf, Starred, Tagged, trouble_of
from atlas.services.tasks import Job, Tasks
from atlas.store.notebook import NotebookError

_log = logging.getLogger(__name__)
DRAFT_MS: Final = 300
"""Typing is saved this long after the first unsaved key, however long the typing goes on."""
IDLE_MS: Final = 5 * 60 * 1000
RETRY_MS: Final = 5000
CLOSE_SECONDS: Final = 15.0


class NotebookService(QObject):
    """Keeps typed text in memory until the worker has written it, and stars, tags and marks for the views.

    Stars and tags change at once and go back when writing them fails. `failed` brings sentences for users.
    """

    ready = Signal()
    note_loaded = Signal(str, object)
    """Slug and NoteState; after `load` and `restore`."""
    note_changed = Signal(str)
    """The note's text or its revisions changed, here or from outside."""
    saved = Signal(str)
    failed = Signal(str)
    trouble_changed = Signal()
    """`trouble` began, became another, or is over."""
    replaced = Signal()
    """Another notebook stands in the place of the one before: everything shown of it is out of date."""
    stars_changed = Signal()
    tags_changed = Signal()
    marks_changed = Signal()

    def __init__(
        self,
        tasks: Tasks,
        path: Path,
        migrations: Path,
        parent: QObject | None = None,
        *,
        draft_ms: int = DRAFT_MS,
        idle_ms: int = IDLE_MS,
        retry_ms: int = RETRY_MS,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._path = path
        self._desk = NotebookDesk(path, migrations)
        self._typed: dict[str, str] = {}
        self._saving: set[str] = set()
        self._unclosed: set[str] = set()
        self._saved_at: dict[str, datetime] = {}
        self._waiting: dict[tuple[str, str], list[Callable[[str], object]]] = {}
        self._stars: set[str] = set()
        self._tags: dict[str, tuple[str, ...]] = {}
        self._marks: tuple[Mark, ...] = ()
        self._unconfirmed = 0
        self._trouble: Trouble | None = None
        self._shelved = False
        self._closed = False
        self._draft_timer = self._timer(draft_ms, self._save_typed)
        self._idle_timer = self._timer(idle_ms, self._close_idle)
        self._retry_timer = self._timer(retry_ms, self.retry)

    @property
    def desk(self) -> NotebookDesk:
        """What runs on the worker's thread, for those who have work of their own there."""
        return self._desk

    @property
    def trouble(self) -> Trouble | None:
        """What keeps the notebook from being read or written; None while it goes well."""
        return self._trouble

    @property
    def problem(self) -> str:
        """The trouble's sentence, empty while writing goes well."""
        return self._trouble.sentence if self._trouble is not None else ""

    @property
    def path(self) -> Path:
        """The notebook's file."""
        return self._path

    @property
    def backups_folder(self) -> Path:
        """The folder beside the notebook that holds its backups; it may not exist yet."""
        return self._path.parent / "backups"

    @property
    def is_open(self) -> bool:
        """Whether the notebook has been read in this run."""
        return self._shelved

    def open(self) -> None:
        """Open the notebook on its worker; `ready` follows, or `failed`."""
        self._tasks.notebook(self._desk.load, done=self._loaded, failed=self._broken)

    @Slot()
    def retry(self) -> None:
        """Try again what did not work; by itself this happens every few seconds while there is trouble."""
        if self._closed or self._trouble is None:
            return
        if not self._shelved:
            self.open()
        elif self._typed:
            self._save_typed()
        else:
            self._tasks.notebook(self._desk.probe, done=self._probed, failed=self._broken)

    def take_replaced(self) -> None:
        """Read everything anew: another notebook was put in the place of the one before."""
        self._shelved = False
        self._saved_at.clear()
        self._clear_trouble()
        self.open()
        self.replaced.emit()
        self._save_typed()

    # notes

    def load(self, slug: str) -> None:
        """Fetch the note on an entry; `note_loaded` follows."""
        self._tasks.notebook(self._desk.read, slug, done=self._read, failed=self._broken)

    def typed_text(self, slug: str) -> str | None:
        """Return the text that was typed and is not yet confirmed as written, or None."""
        return self._typed.get(slug)

    @property
    def unsaved(self) -> Mapping[str, str]:
        """Texts by slug that are typed and not yet confirmed as written: what closing would lose."""
        return dict(self._typed)

    def saved_at(self, slug: str) -> datetime | None:
        """Return when the note was last written in this run (UTC)."""
        return self._saved_at.get(slug)

    def type_text(self, slug: str, text: str) -> None:
        """Take the whole text as it stands after a key; it is saved within a second."""
        if self._closed:
            return
        self._typed[slug] = text
        self._unclosed.add(slug)
        # not restarted: somebody who never pauses is saved all the same
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        self._idle_timer.start()

    def leave(self, slug: str) -> None:
        """Save the note and close its revision: the user turned to something else."""
        if slug in self._typed:
            self._save(slug, again=True)
        if slug in self._unclosed:
            self._unclosed.discard(slug)
            self._tasks.notebook(self._desk.close_revision, slug, failed=self._broken)

    def write(self, slug: str, text: str, done: Callable[[str], object]) -> None:
        """Replace a note's text from outside the window; `done` gets "" or the sentence that says why not.

        What stood there becomes a revision first.
        """
        if not is_slug(slug) or len(text) > MAX_NOTE:
            done("The note names no entry or is too long, so it was not saved.")
            return
        self._unclosed.add(slug)
        self.leave(slug)
        self._typed[slug] = text
        self._waiting.setdefault((slug, text), []).append(done)
        self._unclosed.add(slug)
        self.leave(slug)
        self.note_changed.emit(slug)

    def revisions(self, slug: str, done: Callable[[list[Revision]], object]) -> None:
        """Fetch every revision of a note, newest first; what is being typed is not among them."""
        self._tasks.notebook(self._desk.revisions, slug, done=done, failed=self._broken, key="revisions")

    def restore(self, slug: str, revision: int) -> None:
        """Make an old revision the note's text again; `note_loaded` and `note_changed` follow."""
        self.leave(slug)
        self._tasks.notebook(self._desk.restore, slug, revision, done=self._restored, failed=self._broken)

    def create_note(self, done: Callable[[str], object]) -> None:
        """Begin a note on no entry; `done` gets its slug."""
        self._tasks.notebook(self._desk.create_note, done=done, failed=self._broken)

    def notes(
        self, done: Callable[[list[NoteSummary]], object], text: str = "", tag: str = "", key: str = "notes"
    ) -> None:
        """Fetch the notes that hold `text` and are on entries tagged `tag`, or all, newest first."""
        self._tasks.notebook(self._desk.notes, text, tag, done=done, failed=self._broken, key=key)

    # stars, tags, marks

    @property
    def stars(self) -> frozenset[str]:
        """Slugs of the starred entries."""
        return frozenset(self._stars)

    def is_starred(self, slug: str) -> bool:
        """Whether the entry has a star."""
        return slug in self._stars

    def set_star(self, slug: str, starred: bool) -> None:
        """Star the entry or take its star away."""
        if starred == (slug in self._stars):
            return
        self._put_star(slug, starred)
        self._unconfirmed += 1
        self._tasks.notebook(self._desk.set_star, slug, starred, done=self._starred, failed=self._broken)

    @property
    def tags_by_slug(self) -> Mapping[str, tuple[str, ...]]:
        """Tags of every tagged entry."""
        return dict(self._tags)

    def tags_of(self, slug: str) -> tuple[str, ...]:
        """Return the entry's tags in the order they were given."""
        return self._tags.get(slug, ())

    def tag_counts(self) -> dict[str, int]:
        """Return each tag with the number of entries that have it, most used first."""
        spelling: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for tags in self._tags.values():
            for tag in tags:
                key = fold(tag)
                spelling[key] = min(tag, spelling.get(key, tag))
                counts[key] += 1
        return {spelling[key]: counts[key] for key in sorted(counts, key=lambda key: (-counts[key], key))}

    def set_tags(self, slug: str, tags: tuple[str, ...]) -> None:
        """Give the entry exactly these tags."""
        before, after = self.tags_of(slug), clean_tags(tags)
        if before == after:
            return
        self._put_tags(slug, after)
        self._unconfirmed += 1
        self._tasks.notebook(self._desk.set_tags, slug, after, before, done=self._tagged, failed=self._broken)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What the user put on the map."""
        return self._marks

    def add_pin(self, lat: float, lon: float, name: str = "", note: str = "") -> None:
        """Put a pin on the map, degrees north and east; `marks_changed` follows."""
        self._tasks.notebook(self._desk.add_pin, lat, lon, name, note, done=self._marked, failed=self._broken)

    def remove_mark(self, mark: int) -> None:
        """Take a mark off the map; `marks_changed` follows."""
        self._tasks.notebook(self._desk.remove_mark, mark, done=self._marked, failed=self._broken)

    def take_marks(self, marks: tuple[Mark, ...]) -> None:
        """Take over the marks as they are now on the disk; `marks_changed` follows."""
        self._marked(marks)

    def report(self, problem: BaseException) -> None:
        """Tell of what went wrong in work that others gave the notebook's worker."""
        self._broken(problem)

    def redirect_slugs(self, renamed: Mapping[str, str]) -> None:
        """Follow the slugs a newer catalogue renamed ({old: new})."""
        if renamed:
            self._tasks.notebook(self._desk.redirect_slugs, renamed, done=self._loaded, failed=self._broken)

    # the end

    def put_away(self) -> None:
        """Begin to write everything typed and to close all revisions; what is asked of the worker next comes after."""
        for slug in list(self._typed):
            self._save(slug, again=True)
        for slug in list(self._unclosed):
            self.leave(slug)

    def flush(self, timeout: float = CLOSE_SECONDS) -> bool:
        """Write everything typed and close all revisions; return whether nothing is left unwritten."""
        self.put_away()
        if not self._barrier().wait(timeout):
            return False
        self._tasks.deliver()
        return not self._typed

    def close(self) -> bool:
        """Flush, close the file and stop the timers; return whether nothing is left unwritten."""
        if self._closed:
            return True
        written = self.flush()
        self._closed = True
        for timer in (self._draft_timer, self._idle_timer, self._retry_timer):
            timer.stop()
        self._tasks.notebook(self._desk.close_with_backup).wait(CLOSE_SECONDS)
        return written

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _barrier(self) -> Job:
        return self._tasks.notebook(_nothing)

    def _save(self, slug: str, *, again: bool = False) -> None:
        if slug in self._saving and not again:
            return
        self._saving.add(slug)
        self._tasks.notebook(self._desk.save, slug, self._typed[slug], done=self._was_saved, failed=self._broken)

    @Slot()
    def _save_typed(self) -> None:
        for slug in list(self._typed):
            self._save(slug)

    @Slot()
    def _close_idle(self) -> None:
        for slug in list(self._unclosed):
            self.leave(slug)

    def _was_saved(self, outcome: Saved) -> None:
        slug = outcome.slug
        self._saving.discard(slug)
        for waiting in self._waiting.pop((slug, outcome.text), []):
            waiting(outcome.trouble.sentence if outcome.trouble is not None else "")
        if outcome.trouble is not None:
            self._unclosed.add(slug)
            self._idle_timer.start()
            self._complain(outcome.trouble)
            return
        self._end_trouble()
        if self._typed.get(slug) == outcome.text:
            del self._typed[slug]
        elif slug in self._typed and not self._draft_timer.isActive():
            self._draft_timer.start()
        if outcome.at is not None:
            self._saved_at[slug] = outcome.at
        self.saved.emit(slug)
        self.note_changed.emit(slug)

    def _complain(self, trouble: Trouble) -> None:
        """Say a trouble once, not at every attempt, and try again later where that may help."""
        if trouble.kind in PASSING and not self._closed:
            self._retry_timer.start()
        if trouble != self._trouble:
            self._trouble = trouble
            _log.warning("trouble with the notebook: %s", trouble.kind)
            self.failed.emit(trouble.sentence)
            self.trouble_changed.emit()

    def _clear_trouble(self) -> TroubleKind | None:
        """Say that the trouble is over; return what it was."""
        if self._trouble is None:
            return None
        kind, self._trouble = self._trouble.kind, None
        self._retry_timer.stop()
        _log.info("trouble with the notebook is over: %s", kind)
        self.trouble_changed.emit()
        return kind

    def _end_trouble(self) -> None:
        kind = self._clear_trouble()
        if kind is None:
            return
        if self._typed and not self._draft_timer.isActive():
            # the retries that would have written it have just ended
            self._draft_timer.start()
        if not self._shelved:
            self.open()
        elif kind is TroubleKind.GONE:
            # what came back may be another file than the one that went
            self._tasks.notebook(self._desk.shelf, done=self._loaded, failed=self._broken)

    def _probed(self, trouble: Trouble | None) -> None:
        if trouble is None:
            self._end_trouble()
        else:
            self._complain(trouble)

    def _loaded(self, shelf: Shelf) -> None:
        self._shelved = self._shelved or shelf.read
        if shelf.trouble is not None:
            self._complain(shelf.trouble)
        else:
            self._end_trouble()
        if not shelf.read:
            return
        if self._unconfirmed:
            # fetched before a change that is still on its way: fetch again behind it
            self._tasks.notebook(self._desk.shelf, done=self._loaded, failed=self._broken)
            return
        self._stars, self._tags, self._marks = set(shelf.stars), dict(shelf.tags), shelf.marks
        self.ready.emit()
        self.stars_changed.emit()
        self.tags_changed.emit()
        self.marks_changed.emit()

    def _read(self, state: NoteState) -> None:
        typed = self._typed.get(state.note.slug)
        if typed is not None:
            state = replace(state, note=replace(state.note, text=typed, has_draft=True))
        self.note_loaded.emit(state.note.slug, state)

    def _restored(self, state: NoteState) -> None:
        self._typed.pop(state.note.slug, None)
        self.note_loaded.emit(state.note.slug, state)
        self.note_changed.emit(state.note.slug)

    def _put_star(self, slug: str, starred: bool) -> None:
        if starred:
            self._stars.add(slug)
        else:
            self._stars.discard(slug)
        self.stars_changed.emit()

    def _starred(self, outcome: Starred) -> None:
        self._unconfirmed -= 1
        if outcome.trouble is not None:
            self._put_star(outcome.slug, not outcome.starred)
            self._complain(outcome.trouble)

    def _put_tags(self, slug: str, tags: tuple[str, ...]) -> None:
        if tags:
            self._tags[slug] = tags
        else:
            self._tags.pop(slug, None)
        self.tags_changed.emit()

    def _tagged(self, outcome: Tagged) -> None:
        self._unconfirmed -= 1
        if outcome.trouble is not None:
            self._put_tags(outcome.slug, outcome.before)
            self._complain(outcome.trouble)

    def _marked(self, marks: tuple[Mark, ...]) -> None:
        self._marks = marks
        self.marks_changed.emit()

    def _broken(self, problem: BaseException) -> None:
        self._saving.clear()
        if isinstance(problem, NotebookError) and problem.kind is not TroubleKind.OTHER:
            self._complain(trouble_of(problem))
        elif isinstance(problem, NotebookError):
            self.failed.emit(str(problem))
        else:
            self._tasks.error.emit(problem)


def _nothing() -> None:
    """Run when everything queued before it has run."""
