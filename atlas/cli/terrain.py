"""`ilrs-atlas terrain`: imports, lists and removes terrain of the user's own."""

import argparse
import sys
from concurrent.futures import CancelledError
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.cli.errors import CliError
from atlas.cli.interrupt import StopOnInterrupt
from atlas.cli.output import Progress, write_out
from atlas.paths import Paths

if TYPE_CHECKING:
    from atlas.cli.arguments import Parser
    from atlas.services.terrain.library import Library
    from atlas.services.terrain.survey import Survey


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command `terrain` to a parser's commands."""
    from atlas.cli.arguments import Parser as AtlasParser

    parser = commands.add_parser("terrain", help="import terrain of your own, list it, remove it")
    steps = parser.add_subparsers(dest="step", required=True, metavar="import|list|remove", parser_class=AtlasParser)
    bring = steps.add_parser(
        "import",
        help="bring in heights of the Moon from a GeoTIFF, PDS3, PDS4, ISIS or JPEG 2000 file",
        epilog="What the file holds is told on standard error before you are asked. Heights may be metres or "
        "kilometres, over the sphere or from the Moon's centre, on any lunar projection; where they are finer than the "
        "atlas's own, they take their place everywhere. The file itself is not touched and not needed any more.",
    )
    bring.add_argument("file", type=Path, metavar="FILE", help="the file of heights, or its label")
    bring.add_argument("--name", default="", help="what to call it; default: the file's name")
    bring.add_argument("--credit", default="", metavar="TEXT", help="whom the heights come from; stands on maps")
    bring.add_argument("--unit", choices=("m", "km"), default="", help="overrules what the file says of its unit")
    bring.add_argument("--yes", action="store_true", help="do not ask")
    table = steps.add_parser("list", help="what has been imported")
    table.add_argument("--format", choices=("table", "json"), default="table")
    remove = steps.add_parser("remove", help="remove what was imported; the file it came from is not touched")
    remove.add_argument("name", metavar="NAME")


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Carry out the step asked for. Raises CliError for what can't be, OSError where the disk refuses."""
    from atlas.services.terrain import TerrainError
    from atlas.services.terrain.library import Library

    library = Library(paths.own_terrain)
    try:
        return {"import": _import, "list": _list, "remove": _remove}[args.step](args, library)
    except TerrainError as error:
        raise CliError(str(error)) from error
    except (KeyboardInterrupt, CancelledError) as error:
        raise CliError("stopped; nothing was imported") from error


def _import(args: argparse.Namespace, library: "Library") -> int:
    from atlas.services.tasks import CancelToken
    from atlas.services.terrain.importing import import_terrain
    from atlas.services.terrain.survey import survey

    found = survey(args.file.expanduser().absolute(), library.folder, args.unit)
    for line in _told(found):
        print(line, file=sys.stderr)
    if not args.yes and not sys.stdin.isatty():
        # a look at the file is worth something all the same
        raise CliError("nothing was imported, as there is nobody to ask: add --yes to import without being asked")
    if not args.yes and not _agreed():
        print("Nothing was imported.", file=sys.stderr)
        return 0
    progress, token = Progress(), CancelToken()
    try:
        with StopOnInterrupt(token):
            tiles = import_terrain(library, found, args.name or found.name, args.credit, progress, token)
    finally:
        progress.end()
    record = library.records()[0][tiles]
    print(f"Imported as {record.name!r}: {tiles} ({record.size / 1e6:.1f} MB)", file=sys.stderr)
    return 0


def _told(found: "Survey") -> list[str]:
    west, south, east, north = (edge / 1000.0 for edge in found.grid.bounds_m)
    width, height = found.source_size
    return [
        f"{found.path}: {found.kind}, {width} x {height}, {found.crs_name}",
        f"cells       {found.grid.cell_m:g} m, {found.grid.columns} x {found.grid.rows} of them",
        f"extent      x {west:g} to {east:g} km, y {south:g} to {north:g} km ({found.grid.crs})",
        f"heights     about {found.min_m:.0f} to {found.max_m:.0f} m, {found.covered:.0%} of the cells",
        f"on the disk about {found.disk_bytes / 1e6:.0f} MB; {found.free_bytes / 1e6:.0f} MB are free",
        *found.notes,
    ]


def _agreed() -> bool:
    print("Import it? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}


def _list(args: argparse.Namespace, library: "Library") -> int:
    from atlas.services.terrain.library import listing
    from atlas.services.terrain.record import resolution_text

    records, problems = library.records()
    for problem in problems:
        print(f"ilrs-atlas: {problem}", file=sys.stderr)
    if args.format == "json":
        write_out(listing(records))
        return 0
    rows = [
        (
            record.name,
            resolution_text(record.cell_m),
            f"{record.min_m:.0f} to {record.max_m:.0f} m",
            "off" if not record.enabled else "on" if record.on_map else "off the map",
            record.source,
        )
        for record in records.values()
    ]
    widths = [max((len(row[k]) for row in rows), default=0) for k in range(4)]
    for row in rows:
        cells = [text.ljust(width) for text, width in zip(row, widths, strict=False)]
        write_out("  ".join([*cells, row[4]]))
    if not rows:
        print("No terrain has been imported.", file=sys.stderr)
    return 0


def _remove(args: argparse.Namespace, library: "Library") -> int:
    tiles = library.named(args.name)
    library.remove(tiles)
    print(f"Removed {args.name!r}; the file it came from was not touched.", file=sys.stderr)
    return 0
