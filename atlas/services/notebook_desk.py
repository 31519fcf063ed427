"""What the notebook's worker thread does: it opens the file on first use and keeps it to itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from atlas.domain.notes import Backlink, Mark, Note, NoteSummary, Revision, clean_tags
from atlas.domain.text import fold
from atlas.store.notebook import Notebook, NotebookError


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the window keeps in memory of the notebook."""

    stars: frozenset[str] = frozenset()
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class NoteState:
    """A note with what links to the entry it is on."""

    note: Note
    backlinks: tuple[Backlink, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """How a write of a note's text went; `problem` is a sentence for the user, empty when it went well."""

    slug: str
    text: str
    at: datetime | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Starred:
    """How a change of a star went."""

    slug: str
    starred: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Tagged:
    """How a change of tags went; `before` is what to go back to."""

    slug: str
    before: tuple[str, ...]
    problem: str = ""


class NotebookDesk:
    """Owns the Notebook on the worker's thread. Opening is tried again at each call until it succeeds."""

    def __init__(self, path: Path, migrations: Path) -> None:
        self._path = path
        self._migrations = migrations
        self._notebook: Notebook | None = None

    def _open(self) -> Notebook:
        if self._notebook is None:
            self._notebook = Notebook.open(self._path, self._migrations)
        return self._notebook

    def load(self) -> Shelf:
        """Open the notebook, close what an earlier run left as a draft, and fetch what is kept in memory."""
        try:
            self._open().close_drafts()
        except NotebookError as problem:
            return Shelf(problem=str(problem))
        return self.shelf()

    def shelf(self) -> Shelf:
        """Fetch what is kept in memory."""
        try:
            book = self._open()
            return Shelf(book.stars(), book.tags_by_slug(), tuple(book.marks()))
        except NotebookError as problem:
            return Shelf(problem=str(problem))

    def read(self, slug: str) -> NoteState:
        """Return the note on an entry and what links to the entry."""
        book = self._open()
        return NoteState(book.note(slug), tuple(book.backlinks(slug)))

    def save(self, slug: str, text: str) -> Saved:
        """Save a draft."""
        try:
            return Saved(slug, text, self._open().save_draft(slug, text))
        except NotebookError as problem:
            return Saved(slug, text, None, str(problem))

    def close_revision(self, slug: str) -> bool:
        """Turn the draft into a revision."""
        return self._open().close_revision(slug)

    def revisions(self, slug: str) -> list[Revision]:
        """Return every revision, newest first."""
        return self._open().revisions(slug)

    def restore(self, slug: str, revision: int) -> NoteState:
        """Make an old revision the text again."""
        self._open().restore_revision(slug, revision)
        return self.read(slug)

    def create_note(self) -> str:
        """Begin a note on no entry."""
        return self._open().create_note()

    def notes(self, text: str, tag: str) -> list[NoteSummary]:
        """Return the notes that hold the text and are on entries with the tag; both may be empty."""
        book = self._open()
        if not text.strip():
            return book.notes(tag)
        wanted = fold(tag)
        return [note for note in book.search(text) if not wanted or wanted in {fold(own) for own in note.tags}]

    def set_star(self, slug: str, starred: bool) -> Starred:
        """Star the entry or take its star away."""
        try:
            self._open().set_star(slug, starred)
        except NotebookError as problem:
            return Starred(slug, starred, str(problem))
        return Starred(slug, starred)

    def set_tags(self, slug: str, tags: tuple[str, ...], before: tuple[str, ...]) -> Tagged:
        """Give the entry exactly these tags."""
        try:
            self._open().set_tags(slug, clean_tags(tags))
        except NotebookError as problem:
            return Tagged(slug, before, str(problem))
        return Tagged(slug, before)

    def add_pin(self, lat: float, lon: float, name: str, note: str) -> tuple[Mark, ...]:
        """Put a pin on the map (degrees north and east); return all marks."""
        book = self._open()
        book.add_mark("pin", [(lat, lon)], name, note)
        return tuple(book.marks())

    def remove_mark(self, mark: int) -> tuple[Mark, ...]:
        """Take a mark off the map; return those that stay."""
        book = self._open()
        book.remove_mark(mark)
        return tuple(book.marks())

    def redirect_slugs(self, renamed: Mapping[str, str]) -> Shelf:
        """Follow renamed slugs; return what is kept in memory afterwards."""
        try:
            self._open().redirect_slugs(renamed)
        except NotebookError as problem:
            return Shelf(problem=str(problem))
        return self.shelf()

    def close(self) -> None:
        """Close the file."""
        if self._notebook is not None:
            self._notebook.close()
            self._notebook = None
