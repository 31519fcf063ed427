"""Reads and writes of the notebook. One connection, used only on the thread that opened it."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from atlas.domain.backups import Backup, Contents
from atlas.domain.links import is_slug
from atlas.domain.notebook_copy import Merged, NotebookCopy
from atlas.domain.notes import (
    FREE_PREFIX,
    MAX_NOTE,
    Backlink,
    Mark,
    Note,
    NoteSummary,
    Revision,
    clean_tags,
    excerpt,
    wiki_links,
)
from atlas.domain.text import fold
from atlas.store.notebook import backups, inspect, redirects, schema, search, transfer
from atlas.store.notebook.errors import NotebookError, NotebookMissingError, translated, unopened
from atlas.store.notebook.marks import MarkTable

if TYPE_CHECKING:
    from atlas.store.notebook.pictures import PictureTable


def utc_now() -> datetime:
    """Return the time of day in UTC."""
    return datetime.now(UTC)


class Notebook:
    """The open notebook. Every method is one transaction, or raises a NotebookError and changes nothing."""

    def __init__(self, path: Path, connection: sqlite3.Connection, clock: Callable[[], datetime] = utc_now) -> None:
        self.path = path
        self._connection = connection
        self._clock = clock
        self._pictures: PictureTable | None = None
        self.mark_table = MarkTable(self._reading, self._writing, clock)
        """What the user put on the map."""

    @classmethod
    def open(cls, path: Path, migrations: Path, clock: Callable[[], datetime] = utc_now) -> Self:
        """Open the notebook or make it; `migrations` is the folder of the numbered SQL files."""
        try:
            return cls(path, schema.connect(path, migrations), clock)
        except OSError as problem:
            raise unopened(problem, path) from problem

    @property
    def pictures(self) -> "PictureTable":
        """The records of own pictures."""
        if self._pictures is None:
            # not needed to open the window
            from atlas.store.notebook.pictures import PictureTable

            self._pictures = PictureTable(self._reading, self._writing, self._clock)
        return self._pictures

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # notes

    def note(self, slug: str) -> Note:
        """Return the note on an entry; an empty one where nothing was written yet."""
        with self._reading() as db:
            slug = redirects.current(db, slug)
            row = db.execute("SELECT text, changed, has_draft FROM current_note WHERE slug = ?", (slug,)).fetchone()
            if row is None:
                return Note(slug, "")
            count = db.execute("SELECT count(*) FROM revision WHERE slug = ?", (slug,)).fetchone()[0]
            return Note(slug, row[0], _time(row[1]), count, bool(row[2]))

    def save_draft(self, slug: str, text: str) -> datetime:
        """Keep what is being typed; return when it was saved (UTC). An empty text on no note makes none."""
        _check(slug, text)
        now = self._clock()
        with self._writing() as db:
            slug = redirects.current(db, slug)
            row = db.execute("SELECT text FROM current_note WHERE slug = ?", (slug,)).fetchone()
            if (row is None and not text) or (row is not None and row[0] == text):
                return now
            self._put_draft(db, slug, text, now)
        return now

    def close_revision(self, slug: str) -> bool:
        """Turn the draft into a revision; return False when it says nothing new."""
        with self._writing() as db:
            return self._close_draft(db, redirects.current(db, slug))

    def close_drafts(self) -> int:
        """Close what an earlier run left open, for instance because it was killed; return how many."""
        with self._writing() as db:
            slugs = [row[0] for row in db.execute("SELECT slug FROM draft")]
            return sum(self._close_draft(db, slug) for slug in slugs)

    def revisions(self, slug: str) -> list[Revision]:
        """Return every revision of the note, newest first."""
        with self._reading() as db:
            slug = redirects.current(db, slug)
            rows = db.execute("SELECT id, slug, text, closed FROM revision WHERE slug = ? ORDER BY id DESC", (slug,))
            return [Revision(row[0], row[1], row[2], _time(row[3])) for row in rows]

    def restore_revision(self, slug: str, revision: int) -> Note:
        """Make an old text the note's text again; what stood there becomes a revision, so nothing is lost."""
        with self._writing() as db:
            slug = redirects.current(db, slug)
            row = db.execute("SELECT text FROM revision WHERE id = ? AND slug = ?", (revision, slug)).fetchone()
            if row is None:
                raise NotebookMissingError(f"The note on {slug} has no revision {revision}.")
            self._close_draft(db, slug)
            self._put_draft(db, slug, row[0], self._clock())
            self._close_draft(db, slug)
        return self.note(slug)

    def create_note(self, text: str = "") -> str:
        """Begin a note that belongs to no entry and return its slug."""
        with self._writing() as db:
            numbers = db.execute("SELECT slug FROM note WHERE slug GLOB ?", (f"{FREE_PREFIX}[0-9]*",))
            taken = [int(row[0].removeprefix(FREE_PREFIX)) for row in numbers]
            slug = f"{FREE_PREFIX}{max(taken, default=0) + 1}"
            _check(slug, text)
            self._put_draft(db, slug, text, self._clock())
        return slug

    def notes(self, tag: str = "") -> list[NoteSummary]:
        """Return all notes that say something, newest first, or those on entries with the tag."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT slug, text, changed FROM current_note WHERE trim(text) <> '' "
                "AND (? = '' OR slug IN (SELECT slug FROM tag WHERE folded = ?)) ORDER BY changed DESC, slug",
                (fold(tag), fold(tag)),
            ).fetchall()
            return self._summaries(db, rows)

    def search(self, text: str, limit: int = 200) -> list[NoteSummary]:
        """Return the notes that hold everything that was typed, best first; nothing for an empty query."""
        with self._reading() as db:
            rows: list[tuple[str, str, str]] = []
            for slug in search.find(db, text, limit):
                rows += db.execute("SELECT slug, text, changed FROM current_note WHERE slug = ?", (slug,))
            return self._summaries(db, rows, text)

    def backlinks(self, slug: str) -> list[Backlink]:
        """Return the notes that link to the entry, by name."""
        with self._reading() as db:
            slug = redirects.current(db, slug)
            rows = db.execute(
                "SELECT link.source, current_note.text FROM link JOIN current_note ON slug = source "
                "WHERE target = ? AND source <> target ORDER BY source",
                (slug,),
            )
            return [Backlink(source, _line_with(text, slug)) for source, text in rows]

    # stars and tags

    def set_star(self, slug: str, starred: bool) -> None:
        """Star the entry or take its star away."""
        _check(slug)
        with self._writing() as db:
            slug = redirects.current(db, slug)
            if starred:
                db.execute("INSERT OR IGNORE INTO star VALUES (?, ?)", (slug, _text(self._clock())))
            else:
                db.execute("DELETE FROM star WHERE slug = ?", (slug,))

    def stars(self) -> frozenset[str]:
        """Return the slugs of all starred entries."""
        with self._reading() as db:
            return frozenset(row[0] for row in db.execute("SELECT slug FROM star"))

    def set_tags(self, slug: str, tags: Iterable[str]) -> tuple[str, ...]:
        """Give the entry exactly these tags; return them as they are kept."""
        _check(slug)
        kept = clean_tags(tuple(tags))
        with self._writing() as db:
            slug = redirects.current(db, slug)
            db.execute("DELETE FROM tag WHERE slug = ?", (slug,))
            rows = [(slug, fold(tag), tag, position) for position, tag in enumerate(kept)]
            db.executemany("INSERT INTO tag VALUES (?, ?, ?, ?)", rows)
        return kept

    def tags(self) -> dict[str, int]:
        """Return each tag with the number of entries that have it, most used first."""
        with self._reading() as db:
            query = "SELECT min(tag), count(*) FROM tag GROUP BY folded ORDER BY count(*) DESC, folded"
            return dict(db.execute(query).fetchall())

    def tags_by_slug(self) -> dict[str, tuple[str, ...]]:
        """Return the tags of every tagged entry, in the order they were given."""
        found: dict[str, tuple[str, ...]] = {}
        with self._reading() as db:
            for slug, tag in db.execute("SELECT slug, tag FROM tag ORDER BY slug, position"):
                found[slug] = (*found.get(slug, ()), tag)
        return found

    # marks on the map

    def add_mark(self, shape: str, points: Iterable[tuple[float, float]], name: str = "", note: str = "") -> Mark:
        """Keep a `pin`, `path` or `area`; points are (degrees north, degrees east)."""
        return self.mark_table.add(shape, points, name, note)

    def remove_mark(self, mark: int) -> None:
        """Take a mark off the map."""
        self.mark_table.remove(mark)

    def marks(self) -> list[Mark]:
        """Return everything drawn on the map, oldest first."""
        return self.mark_table.every()

    # the file

    def redirect_slugs(self, renamed: Mapping[str, str]) -> int:
        """Follow the catalogue's renamed slugs ({old: new}); return how many notes, tags and stars moved."""
        with self._writing() as db:
            concerned = redirects.concerned(db, renamed)
            for slug in concerned:
                self._close_draft(db, slug)
            moved = redirects.follow(db, renamed, _text(self._clock()))
            for slug in {redirects.current(db, slug) for slug in concerned}:
                self._index(db, slug)
            return moved

    def backup(self, target: Path) -> None:
        """Copy the notebook to a new file, checked before it appears there."""
        with self._reading() as db:
            backups.copy(db, target)

    def contents(self) -> Contents:
        """Count what the notebook holds."""
        with self._reading() as db:
            return inspect.count(db)

    def back_up(self, reason: str, now: datetime) -> Backup | None:
        """Make a checked backup beside the notebook and thin the old ones out; None where there is nothing to keep."""
        if self.contents().is_empty:
            return None
        with self._reading() as db:
            return backups.make(db, self.path, reason, now)

    def seems_writable(self) -> bool:
        """Whether nothing is known that forbids writing: the system's word on the file and its folder."""
        return os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK)

    def probe(self) -> None:
        """Write the least there is to write, to see whether writing works."""
        with self._writing() as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            db.execute(f"PRAGMA user_version = {version:d}")

    def copy_out(self) -> NotebookCopy:
        """Return everything as plain values; what is being typed counts as the last revision."""
        with self._reading() as db:
            return transfer.read(db)

    def merge(self, other: NotebookCopy) -> Merged:
        """Add what another notebook holds: of every note the newest text holds, all others become revisions."""
        with self._writing() as db:
            for (slug,) in db.execute("SELECT slug FROM draft").fetchall():
                self._close_draft(db, slug)
            merged, touched = transfer.merge(db, other)
            for slug in touched:
                self._index(db, slug)
            return merged

    def _put_draft(self, db: sqlite3.Connection, slug: str, text: str, now: datetime) -> None:
        db.execute("INSERT OR IGNORE INTO note VALUES (?, ?)", (slug, _text(now)))
        db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (slug, text, _text(now)))
        self._index(db, slug)

    def _index(self, db: sqlite3.Connection, slug: str) -> None:
        text = db.execute("SELECT text FROM current_note WHERE slug = ?", (slug,)).fetchone()[0]
        search.reindex(db, slug, text)
        db.execute("DELETE FROM link WHERE source = ?", (slug,))
        targets = {redirects.current(db, target) for target in wiki_links(text)}
        db.executemany("INSERT INTO link VALUES (?, ?)", [(slug, target) for target in sorted(targets)])

    def _close_draft(self, db: sqlite3.Connection, slug: str) -> bool:
        draft = db.execute("SELECT text, saved FROM draft WHERE slug = ?", (slug,)).fetchone()
        if draft is None:
            return False
        newest = db.execute("SELECT text FROM revision WHERE slug = ? ORDER BY id DESC LIMIT 1", (slug,)).fetchone()
        differs: bool = draft[0] != (newest[0] if newest else "")
        if differs:
            db.execute("INSERT INTO revision (slug, text, closed) VALUES (?, ?, ?)", (slug, *draft))
        db.execute("DELETE FROM draft WHERE slug = ?", (slug,))
        return differs

    def _summaries(
        self, db: sqlite3.Connection, rows: Iterable[tuple[str, str, str]], query: str = ""
    ) -> list[NoteSummary]:
        stars = {row[0] for row in db.execute("SELECT slug FROM star")}
        tags: dict[str, list[str]] = {}
        for slug, tag in db.execute("SELECT slug, tag FROM tag ORDER BY slug, position"):
            tags.setdefault(slug, []).append(tag)
        return [
            NoteSummary(slug, excerpt(text, query), _time(changed), tuple(tags.get(slug, ())), slug in stars)
            for slug, text, changed in rows
        ]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with translated(self.path):
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        db = self._connection
        with translated(self.path):
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                # a full disk may have rolled back already
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise


def _check(slug: str, text: str = "") -> None:
    if not is_slug(slug):
        raise NotebookError(f"{slug!r} is not the name of an entry, so nothing was saved for it.")
    if len(text) > MAX_NOTE:
        raise NotebookError(
            f"The note on {slug} is longer than {MAX_NOTE:,} characters, so it was not saved. Split it up."
        )


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds")


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _line_with(text: str, slug: str) -> str:
    line = next((line for line in text.splitlines() if f"[[{slug}" in line), text)
    return excerpt(line)
