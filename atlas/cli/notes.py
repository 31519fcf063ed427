"""The commands `notes export` and `notes import`: the notebook as Markdown files, and back."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.cli.errors import CliError
from atlas.cli.holding import hand_to_window, held
from atlas.paths import Paths
from atlas.services.export import notebook_files
from atlas.store.notebook import Notebook, NotebookError

if TYPE_CHECKING:
    from atlas.cli.arguments import Parser


def add_notes_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `notes export DIR|FILE.zip` and `notes import DIR|FILE.zip`."""
    notes = commands.add_parser("notes", help="write all notes as Markdown files, or read such files")
    steps = notes.add_subparsers(dest="step", required=True, metavar="export|import", parser_class=type(notes))
    out = steps.add_parser("export", help="one Markdown file a note, the rest as JSON, in a new folder or a zip")
    out.add_argument("target", type=Path, metavar="DIR|FILE.zip")
    out.add_argument("--replace", action="store_true", help="overwrite a zip that exists")
    out.add_argument("--pictures", action="store_true", help="with the files of own pictures, not only their records")
    into = steps.add_parser("import", help="add exported notes to the notebook, of which a backup is made first")
    into.add_argument("source", type=Path, metavar="DIR|FILE.zip")


def run_notes(args: argparse.Namespace, paths: Paths) -> int:
    """Export or import. Raises CliError."""
    try:
        return _export(args, paths) if args.step == "export" else _import(args.source.absolute(), paths)
    except NotebookError as error:
        raise CliError(str(error)) from error


def _export(args: argparse.Namespace, paths: Paths) -> int:
    if not paths.notebook.is_file():
        raise CliError(f"there is no notebook yet in {paths.data}: nothing to export")
    with Notebook.open(paths.notebook, paths.notebook_migrations) as notebook:
        copy = notebook.copy_out()
    from atlas.services.pictures.carrying import write_out

    folder = paths.data / "pictures"
    count = write_out(copy, args.target.absolute(), folder, replace=args.replace, pictures=args.pictures)
    print(f"{args.target}: {count} {'note' if count == 1 else 'notes'}", file=sys.stderr)
    return 0


def _import(source: Path, paths: Paths) -> int:
    # refused files are refused here, also where the window would do the work
    copy = notebook_files.read_files(source, datetime.now(UTC))
    with held(paths) as ours:
        if not ours:
            hand_to_window(paths, "import", source)
            print("The open window imported them.", file=sys.stderr)
            return 0
        from atlas.services.pictures.carrying import merge_files

        with Notebook.open(paths.notebook, paths.notebook_migrations) as notebook:
            merged = merge_files(source, copy, paths.data / "pictures", notebook)
    print(
        f"Notes added or changed: {merged.notes}; the same as before: {merged.same}. "
        f"Added: stars {merged.stars}, tags {merged.tags}, marks on the map {merged.marks}, "
        f"pictures {merged.pictures}.",
        file=sys.stderr,
    )
    return 0
