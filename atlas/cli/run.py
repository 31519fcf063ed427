"""Runs one command and returns its exit status."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from atlas.cli.errors import CliError
from atlas.paths import Paths


def run_command(args: argparse.Namespace) -> int:
    """Run the command that `atlas.cli.parser` read. Raises CliError, CatalogueError or OSError."""
    paths = Paths.find(args.data_dir)
    return _COMMANDS[args.command](args, paths)


def _list(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.listing import run_list

    return run_list(args, paths)


def _show(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.listing import run_show

    return run_show(args, paths)


def _search(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.listing import run_search

    return run_search(args, paths)


def _export(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.export import run

    return run(args, paths)


def _sun(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.sun import run

    return run(args, paths)


def _horizon(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.horizon import run_horizon

    return run_horizon(args, paths)


def _light(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.horizon import run_light

    return run_light(args, paths)


def _illumination(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.illumination import run

    return run(args, paths)


def _map(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.map import run

    return run(args, paths)


def _terrain(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.terrain import run

    return run(args, paths)


def _notes(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.notes import run_notes

    return run_notes(args, paths)


def _pictures(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.pictures import run_pictures

    return run_pictures(args, paths)


def _backup(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.backup import run_backup

    return run_backup(args, paths)


def _restore(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.backup import run_restore

    return run_restore(args, paths)


def _check(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.health import run_check

    return run_check(args, paths)


def _selftest(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.cli.selftest import run_selftest

    return run_selftest(args, paths)


def _catalogue(args: argparse.Namespace, paths: Paths) -> int:
    from atlas.content.compile import build_catalogue
    from atlas.content.reader import ContentError

    folder: Path = args.dir or paths.content
    if not folder.is_dir():
        raise CliError(f"there is no folder {folder}")
    if not args.output.absolute().parent.is_dir():
        raise CliError(f"there is no folder {args.output.absolute().parent} to write the catalogue into")
    try:
        content = build_catalogue(folder, paths.catalogue_schema, args.output)
    except ContentError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        noun = "problem" if len(error.problems) == 1 else "problems"
        raise CliError(f"{len(error.problems)} {noun} in {folder}: nothing was compiled") from error
    claims = sum(len(e.claims) for e in content.entries.values())
    print(
        f"{args.output}: {len(content.entries)} entries, {claims} claims, {len(content.sources)} sources, "
        f"{len(content.places)} places, as of {content.date}",
        file=sys.stderr,
    )
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace, Paths], int]] = {
    "list": _list,
    "show": _show,
    "search": _search,
    "export": _export,
    "sun": _sun,
    "horizon": _horizon,
    "light": _light,
    "illumination": _illumination,
    "map": _map,
    "terrain": _terrain,
    "notes": _notes,
    "pictures": _pictures,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "selftest": _selftest,
    "catalogue": _catalogue,
}
