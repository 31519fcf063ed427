"""What can go wrong with the notebook, each as sentences for the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PRIMARY = 0xFF


class NotebookError(Exception):
    """Something went wrong with the notebook; the text says what, what it means, and what to do."""


class NotebookCorruptError(NotebookError):
    """The file is damaged or is no notebook."""


class NotebookNewerError(NotebookError):
    """The file was written by a newer atlas."""


class NotebookReadOnlyError(NotebookError):
    """The file or its folder cannot be written."""


class NotebookLockedError(NotebookError):
    """Another process is writing the file and does not finish."""


class NotebookFullError(NotebookError):
    """The disk is full or broken."""


class NotebookMissingError(NotebookError):
    """What was asked for is not in the notebook."""


def newest_backup(path: Path) -> Path | None:
    """Return the newest backup beside the notebook, if there is one."""
    return max(backups(path), default=None)


def backups(path: Path) -> list[Path]:
    """Return the backups beside the notebook, oldest first; their names begin with their time."""
    return sorted((path.parent / "backups").glob(f"*-{path.name}"))


def translate(problem: sqlite3.Error, path: Path) -> NotebookError:
    """Return the notebook's error for one of SQLite's."""
    code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return corrupt(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return NotebookReadOnlyError(
            f"The notebook {path} cannot be written, so nothing new is saved. "
            "Make the file and its folder writable, or start with --data-dir and another folder."
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return NotebookLockedError(
            f"Another program is writing to the notebook {path}, so nothing was saved yet. "
            "Close the other program; what you typed is kept and saved as soon as the file is free."
        )
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return NotebookFullError(
            f"The disk that holds the notebook {path} is full or failing, so nothing new is saved. "
            "Free some space; what you typed is kept until the atlas is closed."
        )
    return NotebookError(f"The notebook {path} could not do that: {problem}. Nothing in it was changed.")


def corrupt(path: Path) -> NotebookCorruptError:
    """Return the error for a damaged file, naming the newest backup."""
    backup = newest_backup(path)
    way_out = f"Put the backup {backup} in its place" if backup else "Put a backup of yours in its place"
    return NotebookCorruptError(
        f"The notebook {path} is damaged or is not a notebook. It was left as it is. "
        f"{way_out}, or move the file away to begin a new one."
    )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside the block into the notebook's."""
    try:
        yield
    except sqlite3.Error as problem:
        raise translate(problem, path) from problem
