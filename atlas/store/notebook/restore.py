"""Puts another notebook in the place of the present one, which is kept: as a backup, or aside where it is damaged."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from atlas.domain.backups import Backup, CheckedBackup, Contents
from atlas.store.notebook import backups, inspect
from atlas.store.notebook.errors import BackupError, NotebookCorruptError, NotebookError, unopened
from atlas.store.notebook.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it: where the notebook that stood there is now (None where there was none), and what holds now."""

    kept: Path | None
    contents: Contents


def present(path: Path, migrations: Path) -> Contents | None:
    """Return what the notebook holds now, None where there is none. Raises NotebookError."""
    if not path.exists():
        return None
    with Notebook.open(path, migrations) as notebook:
        return notebook.contents()


def restore(path: Path, source: Path, migrations: Path, now: datetime) -> Restored:
    """Make the notebook what the file `source` is. Nobody may hold the notebook open.

    The present notebook becomes a backup first; a damaged one is set aside. Until the very last step, which is
    one renaming, nothing has changed. Raises NotebookError (BackupError where the source is refused).
    """
    with inspect.opened(source, migrations) as connection:
        contents = inspect.count(connection)
        fresh = path.with_name(f"{path.name}.restored")
        backups.copy(connection, fresh)
    try:
        kept = _keep(path, migrations, now, "restore")
        fresh.replace(path)
    except OSError as problem:
        raise unopened(problem, path) from problem
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    # an older backup is brought up to date here and now, so that a failure is told here
    Notebook.open(path, migrations).close()
    return Restored(kept, contents)


def begin_anew(path: Path, migrations: Path, now: datetime) -> Path | None:
    """Set a damaged notebook aside and make an empty one; return where the old one is now. Raises NotebookError."""
    try:
        aside = _set_aside(path, now) if path.exists() else None
        if aside is not None:
            path.unlink()
    except OSError as problem:
        raise unopened(problem, path) from problem
    Notebook.open(path, migrations).close()
    return aside


def checked(path: Path, migrations: Path) -> list[CheckedBackup]:
    """Return the backups that are whole and not empty, newest first."""
    good = []
    for backup in backups.listed(path):
        with suppress(BackupError):
            contents = inspect.look_into(backup.path, migrations)
            if not contents.is_empty:
                good.append(CheckedBackup(backup, contents))
    return good


def newest_good(path: Path, migrations: Path) -> CheckedBackup | None:
    """Return the newest backup that is whole and not empty."""
    for backup in backups.listed(path):
        with suppress(BackupError):
            contents = inspect.look_into(backup.path, migrations)
            if not contents.is_empty:
                return CheckedBackup(backup, contents)
    return None


def back_up(path: Path, migrations: Path, reason: str, now: datetime) -> Backup | None:
    """Back the notebook up beside it; None where there is none or nothing in it. Raises NotebookError."""
    if not path.exists():
        return None
    with Notebook.open(path, migrations) as notebook:
        return notebook.back_up(reason, now)


def _keep(path: Path, migrations: Path, now: datetime, why: str) -> Path | None:
    if not path.exists():
        return None
    try:
        backup = back_up(path, migrations, f"before-{why}", now)
    except NotebookCorruptError:
        return _set_aside(path, now)
    except NotebookError as problem:
        raise type(problem)(f"{problem} Nothing was restored: what is there now could not be kept.") from problem
    return backup.path if backup else None


def _set_aside(path: Path, now: datetime) -> Path:
    """Give the damaged file a second, dated name; the first stays until something whole replaces it."""
    stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%S")
    aside = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}-damaged-{stamp}-{number}{path.suffix}")
    journal = path.with_name(path.name + "-journal")
    if journal.exists():
        # left behind, it would be rolled into whatever stands there next
        journal.replace(aside.with_name(aside.name + "-journal"))
    try:
        os.link(path, aside)
    except OSError:
        # some file systems have no second names
        _copy(path, aside)
    return aside


def _copy(path: Path, aside: Path) -> None:
    import shutil

    shutil.copyfile(path, aside)
