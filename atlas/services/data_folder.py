"""Moving the user's data to another folder: asked for at any time, done when everything is closed.

Nothing is removed from the old folder before all of it lies in the new one, compared byte by byte, and the pointer
that later starts follow has been written. Whatever goes wrong before that leaves the old folder in use.
"""

import filecmp
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from atlas.paths import POINTER, Paths
from atlas.services.export.files import write_atomically
from atlas.services.settings import Settings

TARGET: Final = "data/move-to"
FAILURE: Final = "data/move-failed"
_STAYS: Final = frozenset({"lock", POINTER})
"""What belongs to the folder itself and not to the user."""


class MoveError(Exception):
    """The data cannot be moved; its text says why, and that it stays where it is."""


def planned_move(settings: Settings) -> Path | None:
    """Return the folder that the data is to move to, None where none was chosen."""
    text = settings.text(TARGET)
    return Path(text) if text else None


def failed_move(settings: Settings) -> str:
    """Return why the last move failed, empty where it did not."""
    return settings.text(FAILURE)


def plan_move(paths: Paths, settings: Settings, target: Path | None) -> None:
    """Note the folder that the data is to move to, None to let it be. Raises MoveError."""
    if target is not None:
        check_target(paths, target)
    settings.set_text(TARGET, str(target) if target is not None else "")
    settings.remove(FAILURE)
    settings.sync()


def check_target(paths: Paths, target: Path) -> None:
    """Raise MoveError unless the data can be moved there."""
    translate = QCoreApplication.translate
    old = paths.data
    if paths.pointer is None:
        raise MoveError(translate("DataFolder", "This folder was named when the atlas was started: name another one."))
    if _same(old, target):
        raise MoveError(translate("DataFolder", "Your data is in that folder already."))
    if old.resolve() in target.resolve().parents or target.resolve() in old.resolve().parents:
        raise MoveError(translate("DataFolder", "One folder lies in the other. Choose a folder beside it."))
    if target.exists() and not target.is_dir():
        raise MoveError(translate("DataFolder", "{target} is a file. Choose a folder.").format(target=target))
    try:
        there = [name.name for name in target.iterdir() if name.name not in _STAYS] if target.is_dir() else []
    except OSError as error:
        raise MoveError(_refused(target, error)) from error
    if there:
        raise MoveError(
            translate("DataFolder", "{target} is not empty. Choose an empty folder, so that nothing is mixed.").format(
                target=target
            )
        )
    base = next((folder for folder in (target, *target.parents) if folder.is_dir()), target)
    if not os.access(base, os.W_OK):
        raise MoveError(
            translate("DataFolder", "The atlas may not write in {target}. Choose another folder.").format(target=target)
        )


def carry_out(paths: Paths, settings: Settings) -> str:
    """Move the data as planned, once nothing has it open; return what went wrong, empty where nothing did.

    Where it fails everything stays as it was, and the sentence is noted for the next start.
    """
    target = planned_move(settings)
    if target is None or paths.pointer is None:
        return ""
    settings.remove(TARGET)
    settings.sync()
    try:
        check_target(paths, target)
        _move(paths.data, target, paths.pointer)
    except MoveError as error:
        problem = str(error)
    except OSError as error:
        problem = _refused(target, error)
    else:
        return ""
    settings.set_text(FAILURE, problem)
    settings.sync()
    return problem


def _move(old: Path, target: Path, pointer: Path) -> None:
    made = not target.exists()
    names = sorted(item.name for item in old.iterdir() if item.name not in _STAYS)
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name in names:
            _copy(old / name, target / name)
            _compare(old / name, target / name)
        pointer.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(pointer, f"{target}\n".encode())
    except OSError:
        for name in names:
            _remove(target / name)
        if made:
            with suppress(OSError):
                target.rmdir()
        raise
    for name in names:
        _remove(old / name)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
        return
    shutil.copy2(source, target)
    with target.open("rb") as stream:
        os.fsync(stream.fileno())


def _compare(source: Path, target: Path) -> None:
    """Raise OSError unless a copy is the same byte by byte."""
    files = [file.relative_to(source) for file in source.rglob("*") if file.is_file()] if source.is_dir() else [Path()]
    for file in files:
        if not filecmp.cmp(source / file, target / file, shallow=False):
            raise OSError(f"{target / file} came out different")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def _refused(target: Path, error: OSError) -> str:
    return QCoreApplication.translate(
        "DataFolder", "Your data could not be moved to {target}: {why}. It stays where it is, nothing is lost."
    ).format(target=target, why=error.strerror or error)
