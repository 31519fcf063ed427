"""The records of the user's own pictures. Files are not touched here: a record only says where one lies."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Final

from atlas.domain.own_pictures import (
    Keeping,
    NewPicture,
    Order,
    OwnPicture,
    PictureCounts,
    PictureEdit,
    PicturePlace,
    PictureQuery,
    PictureWords,
    clean_words,
)
from atlas.domain.text import fold, index_cjk, index_words
from atlas.store.notebook import redirects, search
from atlas.store.notebook.errors import NotebookError, NotebookMissingError

_PLAIN: Final = OwnPicture._fields[:-1]
_SELECT: Final = (
    f"SELECT {', '.join(_PLAIN)}, coalesce((SELECT group_concat(slug, ' ') FROM "
    "(SELECT slug FROM picture_on WHERE picture = picture.id ORDER BY position)), '') FROM picture"
)
_ORDERS: Final[Mapping[Order, str]] = {
    Order.ADDED: "added DESC, id DESC",
    Order.TAKEN: "taken = '', taken DESC, id DESC",
    Order.CAPTION: "sort_key, id",
}
_INSERT: Final = f"INSERT INTO picture ({', '.join(_PLAIN[1:])}, sort_key) VALUES ({', '.join('?' * len(_PLAIN))})"
_MANY: Final = 500
"""So many ids are asked for at once: SQLite bounds the number of placeholders."""

Transaction = Callable[[], AbstractContextManager[sqlite3.Connection]]


class PictureTable:
    """The pictures of one open notebook. Every method is one transaction, or raises a NotebookError."""

    def __init__(self, reading: Transaction, writing: Transaction, clock: Callable[[], datetime]) -> None:
        self._reading = reading
        self._writing = writing
        self._clock = clock

    # looking

    def rows(self, query: PictureQuery = PictureQuery()) -> list[OwnPicture]:  # noqa: B008 - it is frozen
        """Return the pictures asked for; a text finds those that hold all of it."""
        with self._reading() as db:
            where = ["binned IS NOT NULL" if query.binned else "binned IS NULL"]
            values: list[object] = []
            if query.on:
                where.append("id IN (SELECT picture FROM picture_on WHERE slug = ?)")
                values.append(redirects.current(db, query.on))
            if query.text.strip():
                expression = search.match_expression(query.text)
                if not expression:
                    return []
                where.append("id IN (SELECT rowid FROM picture_search WHERE picture_search MATCH ?)")
                values.append(expression)
            order = "binned DESC, id DESC" if query.binned else _ORDERS[query.order]
            values.append(query.limit or -1)
            return _read(db, f"WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ?", values)

    def every(self) -> list[OwnPicture]:
        """Return all pictures, those in the bin too, oldest first."""
        with self._reading() as db:
            return read_all(db)

    def some(self, ids: Iterable[int]) -> list[OwnPicture]:
        """Return the pictures of these numbers, as far as there are any, in the order asked for."""
        with self._reading() as db:
            return _some(db, ids)

    def counts(self) -> PictureCounts:
        """Count the pictures and those in the bin."""
        with self._reading() as db:
            shown, binned = db.execute("SELECT count(*) - count(binned), count(binned) FROM picture").fetchone()
            return PictureCounts(shown, binned)

    # adding

    def add(self, pictures: Sequence[NewPicture]) -> list[int]:
        """Record pictures; return their numbers."""
        cleaned = [picture._replace(words=_checked(picture.words)) for picture in pictures]
        now = _text(self._clock())
        with self._writing() as db:
            return [_insert(db, picture, now) for picture in cleaned]

    def attach(self, ids: Iterable[int], slugs: Iterable[str], place: PicturePlace | None = None) -> None:
        """Attach pictures to entries besides those they are on, and to a place where they have none."""
        words = _checked(PictureWords(on=tuple(slugs), place=place))
        with self._writing() as db:
            for row in _some(db, ids):
                on = tuple(dict.fromkeys((*row.on, *words.on)))
                _put_words(db, row, PictureEdit(on=on, place=row.place or words.place).applied(row.words))

    # words

    def edit(self, ids: Iterable[int], edit: PictureEdit) -> list[int]:
        """Change what is said of pictures, keeping what was said before; return which were changed."""
        with self._writing() as db:
            changed = []
            for row in _some(db, ids):
                after = _checked(edit.applied(row.words))
                after = PictureEdit(on=_followed(db, after.on)).applied(after)
                if after != row.words:
                    _keep_before(db, row)
                    _put_words(db, row, after)
                    changed.append(row.id)
            return changed

    def undo_edit(self, ids: Iterable[int]) -> list[int]:
        """Say again what was said before the last edit; a second time brings the edit back. Return which changed."""
        with self._writing() as db:
            changed = []
            for row in _some(db, ids):
                kept = db.execute("SELECT words FROM picture_before WHERE picture = ?", (row.id,)).fetchone()
                if kept is not None:
                    before = _words(kept[0])
                    _keep_before(db, row)
                    _put_words(db, row, PictureEdit(on=_followed(db, before.on)).applied(before))
                    changed.append(row.id)
            return changed

    def can_undo(self, picture: int) -> bool:
        """Whether the picture's words were edited."""
        with self._reading() as db:
            return db.execute("SELECT 1 FROM picture_before WHERE picture = ?", (picture,)).fetchone() is not None

    # files

    def set_binned(self, files: Mapping[int, str], binned: bool) -> None:
        """Put pictures into the bin or take them out; `files` says what the record calls each file now."""
        now = _text(self._clock()) if binned else None
        with self._writing() as db:
            db.executemany(
                "UPDATE picture SET file = ?, binned = ? WHERE id = ?",
                [(file, now, picture) for picture, file in files.items()],
            )

    def relink(self, found: Iterable[tuple[int, str, Keeping, int, int]]) -> None:
        """Say where files are now: (number, file, keeping, size, mtime_ns)."""
        with self._writing() as db:
            db.executemany(
                "UPDATE picture SET file = ?, keeping = ?, size = ?, mtime_ns = ? WHERE id = ?",
                [(file, str(keeping), size, mtime, picture) for picture, file, keeping, size, mtime in found],
            )

    def take_changed(self, picture: int, facts: NewPicture) -> None:
        """Note what a file is now that the user changed with another program; its words stay."""
        with self._writing() as db:
            db.execute(
                "UPDATE picture SET size = ?, mtime_ns = ?, width = ?, height = ?, mime = ?, digest = ? WHERE id = ?",
                (facts.size, facts.mtime_ns, facts.width, facts.height, facts.mime, facts.digest, picture),
            )

    def forget_binned(
        self, ids: Iterable[int] | None, remove: Callable[[OwnPicture], object]
    ) -> tuple[int, list[OwnPicture]]:
        """Forget pictures in the bin, all for None, after `remove` has removed the file of each.

        Return how many were forgotten, and those whose file could not be removed (`remove` raised OSError), which
        stay. Where the notebook cannot be written, no file is removed.
        """
        with self._writing() as db:
            rows = _read(db, "WHERE binned IS NOT NULL ORDER BY id") if ids is None else _some(db, ids)
            kept = []
            binned = [row for row in rows if row.binned]
            for row in binned:
                # forgotten first: a full or read-only disk says so before the file is gone
                db.execute("SAVEPOINT one")
                db.execute("DELETE FROM picture_search WHERE rowid = ?", (row.id,))
                db.execute("DELETE FROM picture WHERE id = ?", (row.id,))
                try:
                    remove(row)
                except OSError:
                    db.execute("ROLLBACK TO one")
                    kept.append(row)
                db.execute("RELEASE one")
            return len(binned) - len(kept), kept


def merge(db: sqlite3.Connection, pictures: Iterable[OwnPicture]) -> int:
    """Add the pictures of another notebook inside a transaction; return how many were added or changed.

    The same picture is known by its digest: ours stays where it is and gets only the words and entries it lacks.
    """
    changed = 0
    for theirs in pictures:
        on = _followed(db, theirs.on)
        same = _read(db, "WHERE digest = ? ORDER BY binned IS NOT NULL, id LIMIT 1", [theirs.digest])
        if not same:
            words = PictureEdit(on=on).applied(theirs.words)
            new = NewPicture(
                theirs.file, Keeping(theirs.keeping), words, theirs.size, theirs.mtime_ns, theirs.width,
                theirs.height, theirs.mime, theirs.digest,
            )  # fmt: skip
            _insert(db, new, theirs.added)
            changed += 1
            continue
        ours = same[0]
        words = _together(ours.words, PictureEdit(on=on).applied(theirs.words))
        if words != ours.words:
            _keep_before(db, ours)
            _put_words(db, ours, words)
            changed += 1
    return changed


def read(db: sqlite3.Connection) -> list[OwnPicture]:
    """Return the pictures that are not in the bin, oldest first."""
    return _read(db, "WHERE binned IS NULL ORDER BY id")


def read_all(db: sqlite3.Connection) -> list[OwnPicture]:
    """Return all pictures, oldest first; what a foreign file says in them may be anything."""
    return _read(db, "ORDER BY id")


def check_befores(db: sqlite3.Connection) -> None:
    """Raise ValueError where what is kept for undoing an edit makes no sense."""
    try:
        for (words,) in db.execute("SELECT words FROM picture_before"):
            _words(words)
    except NotebookError as problem:
        raise ValueError(str(problem)) from problem


def _read(db: sqlite3.Connection, clauses: str, values: Sequence[object] = ()) -> list[OwnPicture]:
    return list(map(OwnPicture._make, db.execute(f"{_SELECT} {clauses}", values)))


def _some(db: sqlite3.Connection, ids: Iterable[int]) -> list[OwnPicture]:
    wanted = list(dict.fromkeys(ids))
    found: dict[int, OwnPicture] = {}
    for start in range(0, len(wanted), _MANY):
        part = wanted[start : start + _MANY]
        marks = ", ".join("?" * len(part))
        found.update((row.id, row) for row in _read(db, f"WHERE id IN ({marks})", part))
    if len(wanted) == 1 and not found:
        raise NotebookMissingError(f"There is no picture {wanted[0]} in the notebook.")
    return [found[number] for number in wanted if number in found]


def _insert(db: sqlite3.Connection, picture: NewPicture, added: str) -> int:
    words = picture.words
    place = words.place
    row = OwnPicture(
        0, picture.file, str(picture.keeping), words.caption, words.credit, words.licence, words.taken, added,
        picture.size, picture.mtime_ns, picture.width, picture.height, picture.mime, picture.digest, None,
        place.lat if place else None, place.lon if place else None, place.radius_m if place else None, "",
    )  # fmt: skip
    number = db.execute(_INSERT, (*row[1:-1], _sort_key(row))).lastrowid or 0
    _put_on(db, number, _followed(db, words.on))
    _index(db, row._replace(id=number))
    return number


def _put_words(db: sqlite3.Connection, row: OwnPicture, words: PictureWords) -> None:
    place = words.place
    after = row._replace(caption=words.caption, credit=words.credit, licence=words.licence, taken=words.taken)
    db.execute(
        "UPDATE picture SET caption = ?, credit = ?, licence = ?, taken = ?, lat = ?, lon = ?, radius_m = ?, "
        "sort_key = ? WHERE id = ?",
        (
            words.caption, words.credit, words.licence, words.taken, place.lat if place else None,
            place.lon if place else None, place.radius_m if place else None, _sort_key(after), row.id,
        ),
    )  # fmt: skip
    if words.on != row.on:
        _put_on(db, row.id, words.on)
    _index(db, after)


def _put_on(db: sqlite3.Connection, picture: int, slugs: Iterable[str]) -> None:
    db.execute("DELETE FROM picture_on WHERE picture = ?", (picture,))
    db.executemany(
        "INSERT INTO picture_on VALUES (?, ?, ?)", [(picture, slug, place) for place, slug in enumerate(slugs)]
    )


def _followed(db: sqlite3.Connection, slugs: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(redirects.current(db, slug) for slug in slugs))


def _index(db: sqlite3.Connection, row: OwnPicture) -> None:
    text = f"{row.caption}\n{row.credit}\n{row.licence}\n{row.name}"
    db.execute("DELETE FROM picture_search WHERE rowid = ?", (row.id,))
    db.execute(
        "INSERT INTO picture_search (rowid, words, cjk) VALUES (?, ?, ?)", (row.id, index_words(text), index_cjk(text))
    )


def _sort_key(row: OwnPicture) -> str:
    return fold(row.title)


def _keep_before(db: sqlite3.Connection, row: OwnPicture) -> None:
    words = json.dumps([row.caption, row.credit, row.licence, row.taken, row.on, row.lat, row.lon, row.radius_m])
    db.execute("INSERT OR REPLACE INTO picture_before VALUES (?, ?)", (row.id, words))


def _words(text: str) -> PictureWords:
    try:
        caption, credit, licence, taken, on, lat, lon, radius = json.loads(text)
        place = None if lat is None else PicturePlace(lat, lon, radius)
        return clean_words(PictureWords(caption, credit, licence, taken, tuple(on), place))
    except (ValueError, TypeError, AttributeError) as problem:
        raise NotebookError("What was said of the picture before cannot be read; nothing was changed.") from problem


def _together(ours: PictureWords, theirs: PictureWords) -> PictureWords:
    return PictureWords(
        ours.caption or theirs.caption,
        ours.credit or theirs.credit,
        ours.licence or theirs.licence,
        ours.taken or theirs.taken,
        tuple(dict.fromkeys((*ours.on, *theirs.on))),
        ours.place or theirs.place,
    )


def _checked(words: PictureWords) -> PictureWords:
    try:
        return clean_words(words)
    except ValueError as problem:
        raise NotebookError(f"{problem} Nothing was changed.") from problem


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds")
