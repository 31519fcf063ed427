"""`ilrs-atlas illumination`: how long ground is lit over a span, as a GeoTIFF."""

import argparse
import sys
from concurrent.futures import CancelledError
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from atlas.cli.errors import CliError
from atlas.cli.interrupt import StopOnInterrupt
from atlas.cli.output import Progress
from atlas.cli.sun import moment
from atlas.paths import Paths

if TYPE_CHECKING:
    from atlas.cli.arguments import Parser
    from atlas.services.illumination.job import IlluminationJob
    from atlas.services.illumination.pools import Pool
    from atlas.services.sky.shadow import Rect
    from atlas.services.terrain import Terrain

_NAMES: Final = (".tif", ".tiff")


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command `illumination` to a parser's commands."""
    parser = commands.add_parser(
        "illumination",
        usage="%(prog)s --centre LAT,LON --width-km W --from UTC --to UTC [--step HOURS] "
        "[--resolution M | --size WxH] [--no-earth] [--jobs N | --scheduler ADDRESS] -o FILE.tif",
        help="share of time lit, longest night, Earth in sight, never lit: over a span, as a GeoTIFF",
        epilog="Bands: share of time in sunlight (0-1; a disc partly hidden counts by the share in sight), longest "
        "night in hours (a run of moments without any light, each as long as the step), share of time with Earth in "
        "sight, never lit in the span (1) or lit (0). A short light between two moments is missed: a step of 1 hour is "
        "half a degree of the Sun's way. What the terrain's cells do not resolve casts no shadow. Ctrl+C leaves "
        "nothing behind.",
    )
    parser.add_argument("--centre", metavar="LAT,LON", default="-90,0", help="the middle; default: the pole")
    parser.add_argument("--width-km", type=float, required=True, metavar="W", help="the width, on the map")
    parser.add_argument("--from", dest="begin", type=moment, required=True, metavar="UTC", help="such as 2026-01-01")
    parser.add_argument("--to", dest="end", type=moment, required=True, metavar="UTC", help="within 1959 to 2060")
    parser.add_argument("--step", type=float, default=1.0, metavar="HOURS", help="between moments; default: 1")
    cells = parser.add_mutually_exclusive_group()
    cells.add_argument("--resolution", type=float, metavar="M", help="cells of so many metres; default: the terrain's")
    cells.add_argument("--size", metavar="WxH", help="cells across and down")
    parser.add_argument("--no-earth", action="store_true", help="leave the Earth out")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--jobs", type=int, metavar="N", help="processes; default: one a processor")
    who.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, such as tcp://host:8786 ([cluster])")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.tif")


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Compute and write. Raises CliError for what can't be, OSError where the disk refuses."""
    from atlas.services.illumination.job import IlluminationError, IlluminationJob
    from atlas.services.illumination.run import illuminate
    from atlas.services.sky import Sky, SkyError, SkySpanError
    from atlas.services.tasks import CancelToken
    from atlas.services.terrain import Terrain, TerrainError

    _check_target(args.output)
    terrain, token, progress = Terrain(paths.terrain, paths.own_terrain), CancelToken(), Progress()
    stop = StopOnInterrupt(token)
    try:
        sky = Sky.load(paths.sky)
        sky.sun([args.begin, args.end])
        job = IlluminationJob(
            _rect(args, terrain), args.begin, args.end, timedelta(hours=_hours(args.step)), not args.no_earth
        )
        with stop, _pool(args) as pool:
            _tell(job, pool)
            illuminate(job, terrain, sky, args.output, pool, progress, token)
    except CancelledError as error:
        raise CliError("stopped; nothing was written") from error
    except (IlluminationError, SkyError, SkySpanError, TerrainError, ValueError) as error:
        raise CliError(str(error)) from error
    finally:
        progress.end()
    return 0


def _pool(args: argparse.Namespace) -> "AbstractContextManager[Pool]":
    from atlas.services.illumination.pools import cluster_pool, local_pool

    if args.scheduler:
        return cluster_pool(args.scheduler)
    if args.jobs is not None and not 1 <= args.jobs <= 1024:
        raise CliError("--jobs is a number of processes from 1 to 1024")
    return local_pool(args.jobs)


def _rect(args: argparse.Namespace, terrain: "Terrain") -> "Rect":
    from atlas.domain.coordinates import parse_position, project
    from atlas.services.illumination.job import fitted, source, usual_cell_m
    from atlas.services.map.view import on_map
    from atlas.services.sky.shadow import Rect

    if not 0.1 <= args.width_km <= 10_000.0:
        raise CliError("--width-km is a number of kilometres from 0.1 to 10000")
    try:
        p = parse_position(args.centre)
    except ValueError as error:
        raise CliError(f"--centre: {error}") from error
    if not on_map(p):
        raise CliError(f"--centre: {args.centre} lies outside the map, which reaches 610 km round the pole")
    x, y = project(p)
    width = args.width_km * 1000.0
    if args.size is not None:
        columns, rows = _size(args.size)
        cell, height = width / columns, width / columns * rows
    else:
        height = width
        whole = Rect(x - width / 2.0, y - height / 2.0, x + width / 2.0, y + height / 2.0, 1, 1)
        cell = args.resolution or usual_cell_m(width, source(whole, terrain).resolution_m)
        if not 1.0 <= cell <= 100_000.0:
            raise CliError("--resolution is a number of metres from 1 to 100000")
    return fitted(x - width / 2.0, y - height / 2.0, x + width / 2.0, y + height / 2.0, cell)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.casefold().replace("×", "x").partition("x")
    if not (width.isdecimal() and height.isdecimal() and 1 <= int(width) <= 65_536 and 1 <= int(height) <= 65_536):
        raise CliError(f"--size {text!r} is not a size in cells: write it like 1024x1024")
    return int(width), int(height)


def _hours(step: float) -> float:
    if not 0.01 <= step <= 10_000.0:
        raise CliError("--step is a number of hours from 0.01 to 10000")
    return step


def _check_target(target: Path) -> None:
    if target.suffix.casefold() not in _NAMES:
        raise CliError(f"-o: {target} does not end in .tif")
    if not target.absolute().parent.is_dir():
        raise CliError(f"-o: the folder {target.parent} does not exist")
    if target.is_dir():
        raise CliError(f"-o: {target} is a folder")


def _tell(job: "IlluminationJob", pool: "Pool") -> None:
    rect = job.rect
    noun = "process" if pool.workers == 1 else "processes"
    print(
        f"{rect.width} x {rect.height} cells of {rect.pixel_m:.4g} m, {job.moments} moments, {pool.workers} {noun}",
        file=sys.stderr,
    )
