"""Backups beside the notebook: made by SQLite itself, checked, named by their time, and thinned out.

`backups/20261122T163000123456-daily-notebook.db`: the moment in UTC, why it was made, and of which file.
"""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from atlas.domain.backups import Backup
from atlas.store.notebook.errors import BackupError, NotebookError, corrupt, translated

NEWEST_KEPT: Final = 10
DAYS_KEPT: Final = 7
"""The newest of each of so many days is kept besides."""
MONTHS_KEPT: Final = 12
"""The newest of each of so many months is kept besides."""
DAILY: Final = timedelta(hours=24)
_STAMP: Final = "%Y%m%dT%H%M%S%f"
_NAME: Final = re.compile(r"(\d{8}T\d{6}\d{0,6})-([a-z0-9-]+)")


def listed(path: Path) -> list[Backup]:
    """Return the backups beside the notebook, newest first; files with other names are not ours."""
    found = [_read_name(file, path) for file in (path.parent / "backups").glob(f"*-{path.name}")]
    return sorted((backup for backup in found if backup), key=_made, reverse=True)


def make(connection: sqlite3.Connection, path: Path, reason: str, now: datetime) -> Backup:
    """Back the open notebook up beside it, checked, and throw away what is not worth keeping any more."""
    name = f"{now.astimezone(UTC).strftime(_STAMP)}-{reason}-{path.name}"
    target = path.parent / "backups" / name
    copy(connection, target)
    for old in superfluous(listed(path)):
        old.path.unlink(missing_ok=True)
    return Backup(target, now, reason)


def changed_since_newest(path: Path) -> bool:
    """Whether the notebook's file was written after its newest backup was made."""
    newest = next(iter(listed(path)), None)
    return newest is None or path.stat().st_mtime > newest.made.timestamp()


def daily_is_due(path: Path, now: datetime) -> bool:
    """Whether a day has passed since the newest backup, and something was written."""
    newest = next(iter(listed(path)), None)
    return newest is None or (now - newest.made >= DAILY and changed_since_newest(path))


def superfluous(newest_first: Iterable[Backup]) -> list[Backup]:
    """Return the backups that need not be kept: neither among the newest nor the last of a day or month."""
    every = list(newest_first)
    keep = set(every[:NEWEST_KEPT])
    for form, count in (("%Y%m%d", DAYS_KEPT), ("%Y%m", MONTHS_KEPT)):
        last: dict[str, Backup] = {}
        for backup in every:
            last.setdefault(backup.made.strftime(form), backup)
        keep.update(list(last.values())[:count])
    return [backup for backup in every if backup not in keep]


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the open notebook to a file and check the copy; the target appears, or changes, only when it is whole.

    Raise a NotebookError about the target, after which nothing is left there that was not there before.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _fill(connection, part)
        _to_disk(part)
        part.replace(target)
    except NotebookError:
        _remove(part)
        raise
    except OSError as problem:
        _remove(part)
        raise _failed(target, problem.strerror or str(problem)) from problem


def is_healthy(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds nothing wrong in the file."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _fill(connection: sqlite3.Connection, part: Path) -> None:
    with _held(connection) as source:
        try:
            with closing(sqlite3.connect(part, isolation_level=None)) as made:
                connection.backup(made)
                healthy = is_healthy(made)
        except sqlite3.Error as problem:
            raise _failed(part.with_suffix(""), str(problem)) from problem
        if not healthy and not is_healthy(connection):
            raise corrupt(source)
    if not healthy:
        raise _failed(part.with_suffix(""), "the copy did not pass its check")


@contextmanager
def _held(connection: sqlite3.Connection) -> Iterator[Path]:
    """Hold the notebook's file for reading: SQLite would wait without end for one that another program locks."""
    source = Path(str(connection.execute("PRAGMA database_list").fetchone()[2]))
    with translated(source):
        connection.execute("BEGIN")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            yield source
        finally:
            connection.execute("COMMIT")


def _failed(target: Path, reason: str) -> BackupError:
    return BackupError(
        f"The backup {target} could not be made: {reason}. The notebook is as it was; "
        "free some space there or choose another place."
    )


def _to_disk(part: Path) -> None:
    descriptor = os.open(part, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # the place that failed may not even let go of what was begun there
        return


def _made(backup: Backup) -> datetime:
    return backup.made


def _read_name(file: Path, path: Path) -> Backup | None:
    found = _NAME.fullmatch(file.name.removesuffix(f"-{path.name}"))
    if found is None:
        return None
    stamp = found[1] if len(found[1]) > 15 else found[1] + "0"
    try:
        return Backup(file, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), found[2])
    except ValueError:
        return None
