"""Opens the notebook's file: checks that it is one, backs it up and migrates it."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from atlas.store.notebook import backups
from atlas.store.notebook.errors import NotebookNewerError, corrupt, translated

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID: Final = 0x494C5253
MIGRATION_SET: Final = "notebook"
BUSY_MS: Final = 5000
HEADER: Final = b"SQLite format 3\0"
APPLIED: Final = "_sqlite_migrations"
_MIGRATION = re.compile(r"\d{4}-[a-z0-9-]+\.sql")


def connect(path: Path, migrations: Path) -> sqlite3.Connection:
    """Open the notebook at `path`, made or migrated as needed by the SQL files of the folder `migrations`.

    Raise a NotebookError otherwise; a file that is damaged, foreign or newer is left untouched.
    """
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_text(path)
        connection = sqlite3.connect(path, isolation_level=None)
    try:
        with translated(path):
            _prepare(connection, path, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, migrations: Path) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS:d}")
    _refuse_foreign(connection, path)
    known = [file.name for file in migration_files(migrations)]
    applied = applied_migrations(connection)
    if newer := sorted(set(applied) - set(known)):
        raise NotebookNewerError(
            f"The notebook {path} was written by a newer atlas (with {newer[-1]}). It was left untouched. "
            "Install the newest atlas, or start with --data-dir and another folder."
        )
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if len(applied) < len(known):
        if applied:
            backups.make(connection, path, f"before-{known[len(applied)][:4]}", datetime.now(UTC))
        _migrate(connection, migrations)


def _refuse_text(path: Path) -> None:
    """SQLite takes any file below 512 bytes for an empty one and would write over it."""
    # with a journal beside it, the file may be half written and will be rolled back
    if not path.exists() or path.with_name(path.name + "-journal").exists():
        return
    with path.open("rb") as file:
        head = file.read(len(HEADER))
    if head and head != HEADER:
        raise corrupt(path)


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    if not backups.is_healthy(connection):
        raise corrupt(path)
    identity = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    # a first start that was killed leaves the table of migrations and nothing else
    if identity != APPLICATION_ID and tables - {APPLIED, "sqlite_sequence"}:
        raise corrupt(path)


def migration_files(migrations: Path) -> list[Path]:
    """Return the numbered SQL files of the folder in their order; raise FileNotFoundError where there is none."""
    files = sorted(file for file in migrations.iterdir() if _MIGRATION.fullmatch(file.name))
    if not files:
        raise FileNotFoundError(f"no migrations of the notebook in {migrations}: the installation is damaged")
    return files


def applied_migrations(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the migrations that made the file what it is."""
    exists = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (APPLIED,)).fetchone()
    if not exists:
        return []
    query = f"SELECT name FROM {APPLIED} WHERE migration_set = ? ORDER BY name"
    return [row[0] for row in connection.execute(query, (MIGRATION_SET,))]


def _migrate(connection: sqlite3.Connection, migrations: Path) -> None:
    # 0.2 s of import, needed only when there is something to migrate
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    todo = Migrations(MIGRATION_SET)
    for file in migration_files(migrations):
        todo(name=file.name)(_runner(file.read_text(encoding="utf-8")))
    todo.apply(Database(connection))


def _runner(script: str) -> "Callable[[Database], None]":
    def run(db: "Database") -> None:
        # executescript would commit, and the migration would no longer be all or nothing
        for statement in statements(script):
            db.conn.execute(statement)

    return run


def statements(script: str) -> Iterator[str]:
    """Split an SQL script into its statements, comments included."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if any(line.strip() and not line.strip().startswith("--") for line in statement.splitlines()):
        raise ValueError(f"an SQL statement lacks its semicolon: {statement.strip()[:80]!r}")
