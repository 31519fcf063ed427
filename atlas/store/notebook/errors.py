"""What can go wrong with the notebook, each as sentences for the user."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from atlas.domain.trouble import TroubleKind

_PRIMARY = 0xFF


class NotebookError(Exception):
    """Something went wrong with the notebook; the text says what, what it means, and what to do."""

    kind: ClassVar[TroubleKind] = TroubleKind.OTHER


class NotebookCorruptError(NotebookError):
    """The file is damaged or is no notebook."""

    kind = TroubleKind.CORRUPT


class NotebookNewerError(NotebookError):
    """The file was written by a newer atlas."""

    kind = TroubleKind.NEWER


class NotebookReadOnlyError(NotebookError):
    """The file or its folder cannot be written."""

    kind = TroubleKind.READ_ONLY


class NotebookLockedError(NotebookError):
    """Another process is writing the file and does not finish."""

    kind = TroubleKind.LOCKED


class NotebookFullError(NotebookError):
    """The disk is full or broken."""

    kind = TroubleKind.FULL


class NotebookGoneError(NotebookError):
    """The file or its folder is no longer where it was."""

    kind = TroubleKind.GONE


class NotebookMissingError(NotebookError):
    """What was asked for is not in the notebook."""


class BackupError(NotebookError):
    """A backup or an export could not be made or read; the notebook itself is not touched by it."""


def newest_backup(path: Path) -> Path | None:
    """Return the newest backup beside the notebook, if there is one."""
    return max(backups(path), default=None)


def backups(path: Path) -> list[Path]:
    """Return the backups beside the notebook, oldest first; their names begin with their time."""
    return sorted((path.parent / "backups").glob(f"*-{path.name}"))


def translate(problem: sqlite3.Error, path: Path) -> NotebookError:
    """Return the notebook's error for one of SQLite's."""
    extended = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    code = extended & _PRIMARY
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return corrupt(path)
    if extended == sqlite3.SQLITE_READONLY_DBMOVED or (code != sqlite3.SQLITE_BUSY and not path.parent.is_dir()):
        return gone(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return read_only(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return NotebookLockedError(
            f"Another program is writing to the notebook {path}, so nothing was saved yet. "
            "Close the other program; what you typed is kept and saved as soon as the file is free."
        )
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return full(path)
    return NotebookError(f"The notebook {path} could not do that: {problem}. Nothing in it was changed.")


def unopened(problem: OSError, path: Path) -> NotebookError:
    """Return the notebook's error for one of the system's while opening it."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
        return full(path)
    if problem.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return read_only(path)
    return NotebookError(
        f"The notebook {path} cannot be opened: {problem.strerror or problem}. "
        "Notes are not kept until this is mended; start with --data-dir to use another folder."
    )


def read_only(path: Path) -> NotebookReadOnlyError:
    """Return the error for a file or folder that cannot be written."""
    return NotebookReadOnlyError(
        f"The notebook {path} cannot be written, so nothing new is saved. "
        "Make the file and its folder writable, or start with --data-dir and another folder."
    )


def full(path: Path) -> NotebookFullError:
    """Return the error for a full or failing disk."""
    return NotebookFullError(
        f"The disk that holds the notebook {path} is full or failing, so nothing new is saved. "
        "Free some space; what you typed is kept until the atlas is closed."
    )


def gone(path: Path) -> NotebookGoneError:
    """Return the error for a notebook that was there and is no more."""
    return NotebookGoneError(
        f"The notebook {path} is no longer there: the file or its folder was moved, deleted, or its drive taken away. "
        "Nothing new is saved. Put it back; what you typed is kept until the atlas is closed."
    )


def corrupt(path: Path) -> NotebookCorruptError:
    """Return the error for a damaged file, naming the newest backup."""
    backup = newest_backup(path)
    way_out = f"ilrs-atlas restore {backup}" if backup else "ilrs-atlas restore FILE, with a backup of yours"
    return NotebookCorruptError(
        f"The notebook {path} is damaged or is not a notebook. It was left as it is. "
        f"Bring a backup back with: {way_out}; or move the file away to begin a new one."
    )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside the block into the notebook's."""
    try:
        yield
    except sqlite3.Error as problem:
        raise translate(problem, path) from problem
