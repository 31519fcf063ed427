"""What the notebook's worker thread does: it opens the file on first use and keeps it to itself."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from atlas.domain.backups import CheckedBackup, Contents
from atlas.domain.notebook_copy import Merged, NotebookCopy
from atlas.domain.notes import Backlink, Mark, Note, NoteSummary, Revision, clean_tags
from atlas.domain.text import fold
from atlas.domain.trouble import Trouble, TroubleKind
from atlas.store.notebook import Notebook, NotebookError, backups, inspect, restore
from atlas.store.notebook.errors import gone, read_only

T = TypeVar("T")
_log = logging.getLogger(__name__)
_REOPEN: Final = frozenset({TroubleKind.READ_ONLY, TroubleKind.FULL, TroubleKind.GONE, TroubleKind.CORRUPT})
"""After these the file is opened anew: it may be another one, or writable again."""


def trouble_of(problem: NotebookError) -> Trouble:
    """Return what an error means to the window."""
    return Trouble(problem.kind, str(problem))


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the window keeps in memory of the notebook; `trouble` where it could not be read (`read`) or written."""

    stars: frozenset[str] = frozenset()
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    trouble: Trouble | None = None
    read: bool = True


@dataclass(frozen=True, slots=True)
class NoteState:
    """A note with what links to the entry it is on."""

    note: Note
    backlinks: tuple[Backlink, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """How a write of a note's text went; `at` is None where there was trouble."""

    slug: str
    text: str
    at: datetime | None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Starred:
    """How a change of a star went."""

    slug: str
    starred: bool
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Tagged:
    """How a change of tags went; `before` is what to go back to."""

    slug: str
    before: tuple[str, ...]
    trouble: Trouble | None = None


class NotebookDesk:
    """Owns the Notebook on the worker's thread. Opening is tried again at each call until it succeeds."""

    def __init__(self, path: Path, migrations: Path) -> None:
        self._path = path
        self._migrations = migrations
        self._notebook: Notebook | None = None
        self._was_open = False

    def _open(self) -> Notebook:
        if self._notebook is None:
            self._refuse_to_forget()
            self._notebook = Notebook.open(self._path, self._migrations)
            self._was_open = True
        return self._notebook

    def _refuse_to_forget(self) -> None:
        """Never put an empty notebook where one was: its drive may be away, or something took the file."""
        if self._path.exists():
            return
        if self._was_open or restore.newest_good(self._path, self._migrations) is not None:
            raise gone(self._path)

    @contextmanager
    def _book(self) -> Iterator[Notebook]:
        """Give the open notebook; after an error that says so it is opened anew the next time."""
        try:
            yield self._open()
        except NotebookError as problem:
            if problem.kind in _REOPEN:
                self.close()
            raise

    def do(self, work: Callable[[Notebook], T]) -> T:
        """Return what `work` makes of the open notebook. Raises NotebookError."""
        with self._book() as book:
            return work(book)

    def load(self) -> Shelf:
        """Open the notebook, close what an earlier run left as a draft, and fetch what is kept in memory."""
        trouble = None
        try:
            with self._book() as book:
                book.close_drafts()
                if not book.seems_writable():
                    # told before the first word is typed
                    trouble = trouble_of(read_only(self._path))
        except NotebookError as problem:
            trouble = trouble_of(problem)
        return self.shelf(trouble)

    def shelf(self, trouble: Trouble | None = None) -> Shelf:
        """Fetch what is kept in memory; `trouble` is what writing met before."""
        try:
            with self._book() as book:
                return Shelf(book.stars(), book.tags_by_slug(), tuple(book.marks()), trouble)
        except NotebookError as problem:
            return Shelf(trouble=trouble or trouble_of(problem), read=False)

    def probe(self) -> Trouble | None:
        """Return what writing meets now."""
        try:
            with self._book() as book:
                book.probe()
        except NotebookError as problem:
            return trouble_of(problem)
        return None

    def read(self, slug: str) -> NoteState:
        """Return the note on an entry and what links to the entry."""
        with self._book() as book:
            return NoteState(book.note(slug), tuple(book.backlinks(slug)))

    def save(self, slug: str, text: str) -> Saved:
        """Save a draft."""
        try:
            with self._book() as book:
                # half of a surrogate pair, which an editor may hold, cannot be written anywhere
                clean = text.encode("utf-8", "replace").decode("utf-8")
                return Saved(slug, text, book.save_draft(slug, clean))
        except NotebookError as problem:
            return Saved(slug, text, None, trouble_of(problem))

    def close_revision(self, slug: str) -> bool:
        """Turn the draft into a revision."""
        with self._book() as book:
            return book.close_revision(slug)

    def revisions(self, slug: str) -> list[Revision]:
        """Return every revision, newest first."""
        with self._book() as book:
            return book.revisions(slug)

    def restore(self, slug: str, revision: int) -> NoteState:
        """Make an old revision the text again."""
        with self._book() as book:
            book.restore_revision(slug, revision)
        return self.read(slug)

    def create_note(self) -> str:
        """Begin a note on no entry."""
        with self._book() as book:
            return book.create_note()

    def notes(self, text: str, tag: str) -> list[NoteSummary]:
        """Return the notes that hold the text and are on entries with the tag; both may be empty."""
        with self._book() as book:
            if not text.strip():
                return book.notes(tag)
            wanted = fold(tag)
            return [note for note in book.search(text) if not wanted or wanted in {fold(own) for own in note.tags}]

    def set_star(self, slug: str, starred: bool) -> Starred:
        """Star the entry or take its star away."""
        try:
            with self._book() as book:
                book.set_star(slug, starred)
        except NotebookError as problem:
            return Starred(slug, starred, trouble_of(problem))
        return Starred(slug, starred)

    def set_tags(self, slug: str, tags: tuple[str, ...], before: tuple[str, ...]) -> Tagged:
        """Give the entry exactly these tags."""
        try:
            with self._book() as book:
                book.set_tags(slug, clean_tags(tags))
        except NotebookError as problem:
            return Tagged(slug, before, trouble_of(problem))
        return Tagged(slug, before)

    def add_pin(self, lat: float, lon: float, name: str, note: str) -> tuple[Mark, ...]:
        """Put a pin on the map (degrees north and east); return all marks."""
        with self._book() as book:
            book.add_mark("pin", [(lat, lon)], name, note)
            return tuple(book.marks())

    def remove_mark(self, mark: int) -> tuple[Mark, ...]:
        """Take a mark off the map; return those that stay."""
        with self._book() as book:
            book.remove_mark(mark)
            return tuple(book.marks())

    def redirect_slugs(self, renamed: Mapping[str, str]) -> Shelf:
        """Follow renamed slugs; return what is kept in memory afterwards."""
        trouble = None
        try:
            with self._book() as book:
                book.redirect_slugs(renamed)
        except NotebookError as problem:
            trouble = trouble_of(problem)
        return self.shelf(trouble)

    # copies of the whole

    def contents(self) -> Contents | None:
        """Count what the notebook holds; None where it cannot be opened."""
        try:
            with self._book() as book:
                return book.contents()
        except NotebookError:
            return None

    def look_into(self, file: Path) -> Contents:
        """Count what another notebook holds. Raises BackupError."""
        return inspect.look_into(file, self._migrations)

    def newest_good(self) -> CheckedBackup | None:
        """Return the newest backup that is whole."""
        return restore.newest_good(self._path, self._migrations)

    def good_backups(self) -> list[CheckedBackup]:
        """Return every backup that is whole, newest first."""
        return restore.checked(self._path, self._migrations)

    def back_up(self, file: Path) -> Contents:
        """Copy the notebook to a file, checked; return what is in the copy."""
        with self._book() as book:
            book.backup(file)
        return self.look_into(file)

    def daily_backup(self) -> None:
        """Back up once a day, where something was written."""
        now = datetime.now(UTC)
        if self._notebook is not None and self._path.exists() and backups.daily_is_due(self._path, now):
            self._notebook.back_up("daily", now)

    def close_with_backup(self) -> None:
        """Back up what was written since the newest backup, and close the file."""
        try:
            if self._notebook is not None and self._path.exists() and backups.changed_since_newest(self._path):
                self._notebook.back_up("exit", datetime.now(UTC))
        except NotebookError as problem:
            _log.warning("no backup at the end: %s", problem)
        self.close()

    def restore_from(self, file: Path) -> Contents:
        """Make the notebook what the file is; what was there is kept. Raises NotebookError."""
        self.close()
        return restore.restore(self._path, file, self._migrations, datetime.now(UTC)).contents

    def begin_anew(self) -> Path | None:
        """Set a damaged notebook aside, or give up one that is gone, and begin an empty one. Raises NotebookError."""
        self.close()
        return restore.begin_anew(self._path, self._migrations, datetime.now(UTC))

    def copy_out(self) -> NotebookCopy:
        """Return everything as plain values."""
        with self._book() as book:
            return book.copy_out()

    def import_from(self, source: Path) -> Merged:
        """Merge exported notes into the notebook, of which a backup is made first."""
        from atlas.services.export import notebook_files
        from atlas.services.pictures.carrying import merge_files

        copy = notebook_files.read_files(source, datetime.now(UTC))
        with self._book() as book:
            return merge_files(source, copy, self._path.parent / "pictures", book)

    def close(self) -> None:
        """Close the file."""
        if self._notebook is not None:
            self._notebook.close()
            self._notebook = None
