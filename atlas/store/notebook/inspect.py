"""Looks into a file that is said to be a notebook, without trusting it, and tells what it holds."""

import json
import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from atlas.domain.backups import Contents
from atlas.domain.links import is_slug
from atlas.domain.notes import MAX_NOTE
from atlas.store.notebook import backups, schema
from atlas.store.notebook.errors import BackupError

if TYPE_CHECKING:
    from atlas.domain.own_pictures import OwnPicture

MAX_FILE: Final = 4 * 1024**3
_MADE_ELSEWHERE: Final = re.compile(rf"sqlite_|note_search_|picture_search_|(?:idx_)?{re.escape(schema.APPLIED)}")
_NONSENSE: Final = "what is written in it makes no sense as a notebook"
_LIMITS: Final = ((sqlite3.SQLITE_LIMIT_LENGTH, 4 * MAX_NOTE + 1_000_000), (sqlite3.SQLITE_LIMIT_ATTACHED, 0))
_SHAPES: Final = frozenset({"pin", "path", "area"})
_TIMES: Final = (
    "SELECT created FROM note UNION ALL SELECT closed FROM revision UNION ALL SELECT saved FROM draft "
    "UNION ALL SELECT starred FROM star UNION ALL SELECT changed FROM mark"
)
_SLUGS: Final = (
    "SELECT slug FROM note UNION ALL SELECT slug FROM revision UNION ALL SELECT slug FROM draft "
    "UNION ALL SELECT slug FROM star UNION ALL SELECT slug FROM tag UNION ALL SELECT old FROM redirect "
    "UNION ALL SELECT new FROM redirect"
)
_PICTURE_TIMES: Final = "SELECT added FROM picture UNION ALL SELECT binned FROM picture WHERE binned IS NOT NULL"
_TEXTS: Final = "SELECT text FROM revision UNION ALL SELECT text FROM draft"


def look_into(file: Path, migrations: Path) -> Contents:
    """Return what the notebook in a file holds; the file is only read.

    Raise BackupError, with a sentence, where it is no whole notebook of ours that this atlas can read.
    """
    with opened(file, migrations) as connection:
        return count(connection)


@contextmanager
def opened(file: Path, migrations: Path) -> Iterator[sqlite3.Connection]:
    """Open a foreign notebook for reading after it passed every check. Raises BackupError."""
    _check_file(file)
    # a journal beside a copy is not ours to roll back: what lies in the file is what counts
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            _distrust(connection)
            _check_schema(connection, file, migrations)
            _check_rows(connection, file)
            yield connection
    except sqlite3.Error as problem:
        raise _refused(file, "it is damaged or is not a notebook") from problem


def count(connection: sqlite3.Connection) -> Contents:
    """Count what an open notebook holds."""

    def number(query: str) -> int:
        return int(connection.execute(query).fetchone()[0])

    # one that an atlas without pictures wrote has no such table
    has_pictures = _has_pictures(connection)
    times = f"{_TIMES} UNION ALL {_PICTURE_TIMES}" if has_pictures else _TIMES
    newest = connection.execute(f"SELECT max(moment) FROM (SELECT NULL AS moment UNION ALL {times})").fetchone()[0]
    return Contents(
        notes=number("SELECT count(*) FROM current_note WHERE trim(text) <> ''"),
        revisions=number("SELECT count(*) FROM revision"),
        stars=number("SELECT count(*) FROM star"),
        tags=number("SELECT count(DISTINCT folded) FROM tag"),
        marks=number("SELECT count(*) FROM mark"),
        pictures=number("SELECT count(*) FROM picture") if has_pictures else 0,
        newest=datetime.fromisoformat(newest).astimezone(UTC) if newest else None,
    )


def _has_pictures(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'picture'").fetchone() is not None


def _check_file(file: Path) -> None:
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _refused(file, "it is not a file")
        if found.st_size > MAX_FILE:
            raise _refused(file, "it is larger than any notebook")
        with file.open("rb") as opened_file:
            head = opened_file.read(len(schema.HEADER))
    except OSError as problem:
        reason = problem.strerror or problem
        raise BackupError(f"The file {file} cannot be read: {reason}. Nothing was changed.") from problem
    if head != schema.HEADER:
        raise _refused(file, "it is not a notebook")
    journal = file.with_name(file.name + "-journal")
    if journal.exists() and journal.stat().st_size > 0:
        raise _refused(file, "an atlas was stopped while writing it; open that notebook once with --data-dir")


def _distrust(connection: sqlite3.Connection) -> None:
    """Let nothing that is written in the file act."""
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    for limit, most in _LIMITS:
        connection.setlimit(limit, most)


def _check_schema(connection: sqlite3.Connection, file: Path, migrations: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise _refused(file, "it is not a notebook")
    # what is made of the file's schema is compared before any of it is used
    applied = _applied(connection)
    known = [found.name for found in schema.migration_files(migrations)]
    if set(applied) - set(known):
        raise _refused(file, "a newer atlas wrote it; install that first")
    if not applied or applied != known[: len(applied)]:
        raise _refused(file, "it is not a notebook")
    if unknown := _objects(connection) - _expected(migrations, applied):
        raise _refused(file, f"it holds what no notebook has ({sorted(unknown)[0][1]!r})")
    if not backups.is_healthy(connection) or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise _refused(file, "it is damaged")


def _applied(connection: sqlite3.Connection) -> list[str]:
    kind = connection.execute("SELECT type FROM sqlite_schema WHERE name = ?", (schema.APPLIED,)).fetchone()
    return schema.applied_migrations(connection) if kind == ("table",) else []


def _objects(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """Return (type, name, SQL); without the SQL of what SQLite and the library of migrations write themselves."""
    found = set()
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema"):
        ours = kind in {"view", "trigger"} or not _MADE_ELSEWHERE.match(str(name))
        found.add((str(kind), str(name), " ".join(str(sql).split()) if ours else ""))
    return found


def _expected(migrations: Path, applied: list[str]) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        ours.execute(f"CREATE TABLE {schema.APPLIED} (id INTEGER PRIMARY KEY, migration_set, name, applied_at)")
        for file in schema.migration_files(migrations):
            if file.name in applied:
                for statement in schema.statements(file.read_text(encoding="utf-8")):
                    ours.execute(statement)
        own = {("table", "sqlite_sequence", ""), ("table", "sqlite_stat1", "")}
        return _objects(ours) | own | {("index", name, "") for name in _AUTOMATIC}


_AUTOMATIC: Final = (
    f"idx_{schema.APPLIED}_migration_set_name",
    *(f"sqlite_autoindex_{schema.APPLIED}_{number}" for number in range(1, 4)),
)


def _check_rows(connection: sqlite3.Connection, file: Path) -> None:
    """Read every row once, so that nothing in it can surprise the atlas later."""
    try:
        sound = (
            all(is_slug(slug) for (slug,) in connection.execute(_SLUGS))
            and all(_is_moment(moment) for (moment,) in connection.execute(_TIMES))
            and all(isinstance(text, str) and len(text) <= MAX_NOTE for (text,) in connection.execute(_TEXTS))
            and all(isinstance(tag, str) for row in connection.execute("SELECT folded, tag FROM tag") for tag in row)
        )
        for shape, name, note, points in connection.execute("SELECT shape, name, note, points FROM mark"):
            check_mark(shape, name, note, json.loads(points))
        if _has_pictures(connection):
            _check_pictures(connection)
    except (ValueError, TypeError, RecursionError) as problem:
        raise _refused(file, _NONSENSE) from problem
    if not sound:
        raise _refused(file, _NONSENSE)


def _check_pictures(connection: sqlite3.Connection) -> None:
    from atlas.store.notebook import pictures

    pictures.check_befores(connection)
    for picture in pictures.read_all(connection):
        check_picture(picture)


def check_picture(picture: "OwnPicture") -> None:
    """Raise ValueError or TypeError where a record of another notebook cannot be believed.

    What it names as its file is read, moved and in the end removed, so a copy of ours may lie in our folder only.
    """
    from atlas.domain.own_pictures import clean_words, is_digest, is_recorded_path

    texts = (picture.file, picture.keeping, picture.taken, picture.mime, picture.digest, picture.slugs, picture.added)
    numbers = (picture.size, picture.mtime_ns, picture.width, picture.height)
    if not all(isinstance(text, str) for text in (*texts, picture.caption, picture.credit, picture.licence)):
        raise TypeError("not the words of a picture")
    if not all(type(number) is int and 0 <= number < 2**62 for number in numbers):
        raise ValueError("not the measures of a picture")
    if not is_recorded_path(picture.file, picture.keeping) or not is_digest(picture.digest) or len(picture.mime) > 100:
        raise ValueError("not the file of a picture")
    for moment in (picture.added, picture.binned):
        if moment is not None and not _is_moment(moment):
            raise ValueError("a time without its zone")
    picture.file.encode("utf-8")
    clean_words(picture.words)


def _is_moment(text: str) -> bool:
    return datetime.fromisoformat(text).tzinfo is not None


def check_mark(shape: object, name: object, note: object, points: object) -> tuple[tuple[float, float], ...]:
    """Return the points of a mark; raise ValueError where it cannot be drawn."""
    if shape not in _SHAPES or not isinstance(name, str) or not isinstance(note, str) or not isinstance(points, list):
        raise ValueError("not a mark")
    placed = []
    for point in points:
        lat, lon = point
        if isinstance(lat, bool) or isinstance(lon, bool) or not -90 <= lat <= 90 or not -360 <= lon <= 360:
            raise ValueError("a point beside the Moon")
        placed.append((float(lat), float(lon)))
    if not placed or (shape == "pin" and len(placed) != 1):
        raise ValueError("a mark without its points")
    return tuple(placed)


def _refused(file: Path, reason: str) -> BackupError:
    return BackupError(f"The file {file} cannot be used: {reason}. Nothing was changed.")
