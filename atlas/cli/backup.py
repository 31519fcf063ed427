"""The commands backup and restore: the whole notebook as one file, and back, with a look at both before."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.cli.errors import CliError
from atlas.cli.holding import hand_to_window, held
from atlas.cli.output import write_out
from atlas.domain.backups import Contents
from atlas.paths import Paths
from atlas.store.notebook import Notebook, NotebookError, inspect, restore

if TYPE_CHECKING:
    from atlas.cli.arguments import Parser


def add_backup_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `backup FILE` and `restore FILE`."""
    backup = commands.add_parser("backup", help="copy the notebook to a file, checked; works while the window is open")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.add_argument("--replace", action="store_true", help="overwrite the file where it exists")
    back = commands.add_parser(
        "restore", help="make the notebook what a backup is, after a look at both; the present one is kept"
    )
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("--yes", action="store_true", help="do not ask")


def run_backup(args: argparse.Namespace, paths: Paths) -> int:
    """Copy the notebook to a file. Raises CliError."""
    file: Path = args.file.absolute()
    if not paths.notebook.is_file():
        raise CliError(f"there is no notebook yet in {paths.data}: nothing to back up")
    if file.exists() and not args.replace:
        raise CliError(f"{file} exists already; choose another name or add --replace")
    if not file.parent.is_dir():
        raise CliError(f"there is no folder {file.parent} to write the backup into")
    if file.exists() and file.samefile(paths.notebook):
        raise CliError(f"{file} is the notebook itself; choose another name")
    try:
        with Notebook.open(paths.notebook, paths.notebook_migrations) as notebook:
            notebook.backup(file)
        contents = inspect.look_into(file, paths.notebook_migrations)
    except NotebookError as error:
        raise CliError(str(error)) from error
    print(f"{file}: {_told(contents)}", file=sys.stderr)
    if contents.pictures:
        print(
            f"What you say of your pictures is in it, their files are not: keep {paths.data / 'pictures'} and what you "
            "left in other folders too.",
            file=sys.stderr,
        )
    return 0


def run_restore(args: argparse.Namespace, paths: Paths) -> int:
    """Show what is in the file and what is now, ask, and restore. Raises CliError."""
    file: Path = args.file.absolute()
    if file.exists() and paths.notebook.exists() and file.samefile(paths.notebook):
        raise CliError(f"{file} is the notebook itself; there is nothing to restore")
    try:
        contents = inspect.look_into(file, paths.notebook_migrations)
    except NotebookError as error:
        raise CliError(str(error)) from error
    write_out(f"in the file:      {_told(contents)}\nin the notebook:  {_present(paths)}")
    if not args.yes and not _agreed():
        print("Nothing was changed.", file=sys.stderr)
        return 0
    with held(paths) as ours:
        if not ours:
            hand_to_window(paths, "restore", file)
            print("The open window restored it.", file=sys.stderr)
            return 0
        return _restore(file, paths)


def _restore(file: Path, paths: Paths) -> int:
    try:
        restored = restore.restore(paths.notebook, file, paths.notebook_migrations, datetime.now(UTC))
    except NotebookError as error:
        raise CliError(str(error)) from error
    kept = f" What stood there before is in {restored.kept}." if restored.kept else ""
    print(f"Restored {_told(restored.contents)}.{kept}", file=sys.stderr)
    return 0


def _present(paths: Paths) -> str:
    try:
        contents = restore.present(paths.notebook, paths.notebook_migrations)
    except NotebookError as error:
        return f"it cannot be read. {error}"
    return "nothing yet" if contents is None else _told(contents)


def _told(contents: Contents) -> str:
    newest = contents.newest.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC") if contents.newest else "none"
    parts = (
        (contents.notes, "note", "notes"),
        (contents.stars, "star", "stars"),
        (contents.tags, "tag", "tags"),
        (contents.marks, "mark on the map", "marks on the map"),
        (contents.pictures, "picture", "pictures"),
    )
    counted = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in parts)
    return f"{counted}; newest change: {newest}"


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise CliError("nobody can be asked here: add --yes to restore without a question")
    print(
        "Put the file in the place of the notebook? The present one becomes a backup. [y/N] ", end="", file=sys.stderr
    )
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}
