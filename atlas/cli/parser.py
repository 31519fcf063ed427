"""Reads the command line. What can't be understood is told in one line, exit status 2."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from atlas import __version__
from atlas.cli.arguments import Parser, day, nation
from atlas.cli.errors import CliError
from atlas.domain.links import parse_link
from atlas.domain.vocabulary import Kind, Phase, Status

COMMANDS = (
    "list", "show", "search", "sun", "horizon", "light", "illumination", "map", "terrain", "export", "notes",
    "pictures", "backup", "restore", "check", "selftest", "catalogue",
)  # fmt: skip
_COORDINATE_OPTIONS = ("--centre",)
_BARE = frozenset({"sun", "horizon", "light"})
"""Commands that take a position as plain words."""
_NEGATIVE = re.compile(r"-[\d.]")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the parsed arguments; `command` is None where the window is asked for. Raises CliError."""
    arguments = _join_coordinates(argv)
    parser = _parser()
    position = _first_word(arguments)
    if position is None or arguments[position].startswith("atlas:"):
        link = arguments.pop(position) if position is not None else None
        # the command is optional only here, so that a mistyped one is never taken for a link
        args = parser.parse_args(arguments)
        args.link = _checked(link) if link else None
        return args
    if arguments[position] not in COMMANDS:
        raise CliError(
            f"{arguments[position]!r} is neither a command nor an atlas:// link. Commands: {', '.join(COMMANDS)}"
        )
    return parser.parse_args(arguments)


def _checked(link: str) -> str:
    try:
        parse_link(link)
    except ValueError as error:
        raise CliError(str(error)) from error
    return link


def _first_word(arguments: Sequence[str]) -> int | None:
    skip = False
    for number, word in enumerate(arguments):
        if skip:
            skip = False
        elif word == "--data-dir":
            skip = True
        elif not word.startswith("-"):
            return number
    return None


def _join_coordinates(argv: Sequence[str]) -> list[str]:
    """Make coordinates safe from argparse, which takes a leading minus for an option.

    `--centre -89.67,129.78` becomes one word; a negative number after `sun`, `horizon` or `light` gets a
    space before its minus.
    """
    joined: list[str] = []
    position = _first_word(argv)
    bare = position is not None and argv[position] in _BARE
    words = iter(argv)
    for word in words:
        if word in _COORDINATE_OPTIONS:
            value = next(words, None)
            joined.append(word if value is None else f"{word}={value}")
        elif bare and _NEGATIVE.match(word):
            joined.append(f" {word}")
        else:
            joined.append(word)
    return joined


def _parser() -> Parser:
    parser = Parser(
        prog="ilrs-atlas",
        description="An offline atlas of the International Lunar Research Station and of everything that flies to the "
        "Moon's south pole. With no command it opens the window, on an entry if an atlas:// link is given.",
        epilog="Times are UTC. Latitudes are selenographic, longitudes east-positive 0–360. Exit status: 0, also for "
        "no hits; 1 where check found problems; 2 for an error, told in one line on standard error.",
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="the user's folder; stands before the command")
    parser.add_argument("--version", action="version", version=f"ilrs-atlas {__version__}")
    parser.set_defaults(command=None, link=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    _add_list(commands)
    _add_show(commands)
    _add_search(commands)
    _add_sun(commands)
    _add_horizon(commands)
    _add_illumination(commands)
    _add_map(commands)
    _add_terrain(commands)
    _add_export(commands)
    _add_notebook(commands)
    check = commands.add_parser(
        "check", help="look over resources, catalogue and notebook; exit 1 where something is wrong"
    )
    check.add_argument("--format", choices=("table", "json"), default="table")
    commands.add_parser("selftest", help="open every view of the real window off-screen; exit 0 when all drew")
    catalogue = commands.add_parser("catalogue", help="compile the catalogue from its text files")
    steps = catalogue.add_subparsers(dest="step", required=True, metavar="build", parser_class=Parser)
    build = steps.add_parser("build", help="check content files and compile them")
    build.add_argument("dir", type=Path, nargs="?", metavar="DIR", help="content folder; default: the one that ships")
    build.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    return parser


def _as_of(parser: Parser) -> None:
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="only what was known on that day; default: the catalogue's own date"
    )


def add_filters(parser: Parser) -> None:
    """Add the filters that `list` and `export` share."""
    parser.add_argument("--kind", action="append", choices=tuple(Kind), default=[])
    parser.add_argument("--nation", action="append", type=nation, default=[], metavar="CODE")
    parser.add_argument("--status", action="append", choices=tuple(Status), default=[])
    parser.add_argument("--phase", action="append", choices=tuple(Phase), default=[])
    _as_of(parser)


def _add_list(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = commands.add_parser("list", help="list entries; an option given twice means either value")
    add_filters(parser)
    parser.add_argument("--format", choices=("table", "json", "csv", "geojson", "markdown"), default="table")


def _add_show(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = commands.add_parser("show", help="show an entry with all its facts and sources")
    parser.add_argument("slug", metavar="SLUG")
    _as_of(parser)
    parser.add_argument("--format", choices=("json", "markdown"), default="markdown")


def _add_search(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = commands.add_parser("search", help="find entries, IAU places and notes, in English, Chinese and Russian")
    parser.add_argument("text", nargs="+", metavar="TEXT")
    _as_of(parser)
    parser.add_argument("--format", choices=("table", "json"), default="table")


def _add_sun(commands: "argparse._SubParsersAction[Parser]") -> None:
    from atlas.cli.sun import add_parser

    add_parser(commands)


def _add_horizon(commands: "argparse._SubParsersAction[Parser]") -> None:
    from atlas.cli.horizon import add_parsers

    add_parsers(commands)


def _add_illumination(commands: "argparse._SubParsersAction[Parser]") -> None:
    from atlas.cli.illumination import add_parser

    add_parser(commands)


def _add_map(commands: "argparse._SubParsersAction[Parser]") -> None:
    from atlas.cli.map import add_parser

    add_parser(commands)


def _add_terrain(commands: "argparse._SubParsersAction[Parser]") -> None:
    from atlas.cli.terrain import add_parser

    add_parser(commands)


def _add_export(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = commands.add_parser(
        "export",
        help="write entries to a file; its ending says in which format",
        epilog="A name that ends in .claims.csv gets all claims of the entries, a line each. A GeoPackage is on "
        "IAU_2015:30100 with longitudes from -180 to 180.",
    )
    add_filters(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.csv|json|geojson|gpkg|md|pdf")


def _add_notebook(commands: "argparse._SubParsersAction[Parser]") -> None:
    from atlas.cli.backup import add_backup_commands
    from atlas.cli.notes import add_notes_commands
    from atlas.cli.pictures import add_pictures_commands

    add_notes_commands(commands)
    add_pictures_commands(commands)
    add_backup_commands(commands)
