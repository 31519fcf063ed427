"""`ilrs-atlas map`: draws the map into a PNG, SVG or PDF file without a window."""

import argparse
import os
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.cli.errors import CliError
from atlas.cli.sun import moment
from atlas.paths import Paths

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from atlas.cli.arguments import Parser
    from atlas.domain.notes import Mark
    from atlas.services.map.data import MapData
    from atlas.services.map.layers import Layers
    from atlas.services.map.sunlit import Sunlight
    from atlas.services.map.view import MapView
    from atlas.services.terrain import Terrain

_DEFAULT_SIZE = "1600x1200"
_DEFAULT_LAYERS = "relief,names,sites,grid"
_LARGEST_SIDE = 8192
_SMALLEST_SIDE = 64


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command `map` to a parser's commands."""
    parser = commands.add_parser("map", help="draw the map of the south pole into a PNG, SVG or PDF file")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.png|svg|pdf")
    parser.add_argument("--centre", metavar="LAT,LON", help="the middle, such as -89.67,129.78; default: the pole")
    parser.add_argument("--width-km", type=float, metavar="W", help="width of the map; default: the whole square")
    parser.add_argument("--size", default=_DEFAULT_SIZE, metavar="WxH", help=f"pixels; default: {_DEFAULT_SIZE}")
    parser.add_argument(
        "--layers",
        default=_DEFAULT_LAYERS,
        metavar="LIST",
        help="out of relief,imagery,slope (how steep the ground is, in classes),shadow (ground that is never lit),"
        "grid,regions,names,sites,pins (your own marks),sunlight (relief with the shadows "
        f"of the moment --at, in the place of relief); default: {_DEFAULT_LAYERS}",
    )
    parser.add_argument(
        "--at",
        type=moment,
        metavar="UTC",
        help="light the relief by the Sun of this moment, such as 2026-11-22T18:00 (adds the layer sunlight); "
        "default with sunlight: now",
    )
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="only what was known on that day")


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Draw the map. Raises CliError for what can't be read, OSError for what can't be written."""
    from atlas.services.map.layers import Layer

    view = _view(args.centre, args.width_km, args.size)
    layers = _layers(args.layers)
    if args.at is not None:
        layers = layers.with_sunlight()
    target: Path = args.output
    _check_target(target)
    day, data = _data(paths, args.as_of)
    if Layer.PINS in layers.shown:
        data = data.with_marks(_marks(paths))
    application = _application()
    from atlas.services.map.export import MapRequest, write_map
    from atlas.services.terrain import GroundPictures, Terrain, TerrainError

    terrain = Terrain(paths.terrain, paths.own_terrain)
    sunlight = _sunlight(paths, terrain, args.at) if layers.sunlit else None
    request = MapRequest(view, layers, data, f"Known as of {day.isoformat()}", sunlight=sunlight)
    try:
        write_map(target, request, terrain, GroundPictures(paths.terrain), application.font())
    except TerrainError as error:
        raise CliError(str(error)) from error
    return 0


def _sunlight(paths: Paths, terrain: "Terrain", at: datetime | None) -> "Sunlight":
    from atlas.services.map.sunlit import Sunlight, SunlitRelief
    from atlas.services.sky import Sky, SkyError, SkySpanError

    time = at or datetime.now(UTC)
    try:
        relief = SunlitRelief(Sky.load(paths.sky), terrain)
        # asked here, so that nothing is drawn for a time without a Sun
        relief.sun(time)
    except (SkyError, SkySpanError) as error:
        raise CliError(str(error)) from error
    return Sunlight(relief, time)


def _day(text: str) -> date:
    from atlas.domain.dates import last_day

    try:
        return last_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _view(centre: str | None, width_km: float | None, size: str) -> "MapView":
    from atlas.domain.coordinates import LatLon, format_position, parse_position
    from atlas.services.map.view import MapView, on_map

    width, height = _size(size)
    view = MapView(0.0, 0.0, 1.0, width, height)
    mpp = view.coarsest
    if width_km is not None:
        if not 1.0 <= width_km <= 10_000.0:
            raise CliError("--width-km is a number of kilometres from 1 to 10000")
        mpp = width_km * 1000.0 / width
    p = LatLon(-90.0, 0.0)
    if centre is not None:
        try:
            p = parse_position(centre)
        except ValueError as error:
            raise CliError(f"--centre: {error}") from error
        if not on_map(p):
            raise CliError(f"--centre: {format_position(p)} lies outside the map, which reaches 610 km round the pole")
    return view.drawn_at(p, mpp)


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,6})[x×*](\d{1,6})", text.strip(), re.IGNORECASE)
    if match is None:
        raise CliError(f"--size {text!r} is not a size in pixels: write it like {_DEFAULT_SIZE}")
    width, height = int(match[1]), int(match[2])
    if not (_SMALLEST_SIDE <= width <= _LARGEST_SIDE and _SMALLEST_SIDE <= height <= _LARGEST_SIDE):
        raise CliError(f"--size {text}: each side has {_SMALLEST_SIDE} to {_LARGEST_SIDE} pixels")
    return width, height


def _layers(text: str) -> "Layers":
    from atlas.services.map.layers import Layers

    try:
        return Layers.named(text)
    except ValueError as error:
        raise CliError(f"--layers: {error}") from error


def _check_target(target: Path) -> None:
    from atlas.services.map.export import check_target

    try:
        check_target(target)
    except ValueError as error:
        raise CliError(f"-o: {error}") from error
    if not target.parent.is_dir():
        raise CliError(f"-o: the folder {target.parent} does not exist")
    if target.is_dir():
        raise CliError(f"-o: {target} is a folder")


def _data(paths: Paths, as_of: date | None) -> "tuple[date, MapData]":
    from atlas.services.map.data import MapData
    from atlas.store.catalogue import Catalogue

    catalogue = Catalogue.open(paths.catalogue)
    day = min(as_of, catalogue.date) if as_of is not None else catalogue.date
    return day, MapData.build(catalogue.markers(day), catalogue.regions(day), catalogue.places())


def _marks(paths: Paths) -> "list[Mark]":
    """Return what the user put on the map; nothing where there is no notebook yet."""
    from atlas.store.notebook import Notebook, NotebookError

    if not paths.notebook.is_file():
        return []
    try:
        with Notebook.open(paths.notebook, paths.notebook_migrations) as notebook:
            return notebook.marks()
    except NotebookError as error:
        raise CliError(str(error)) from error


def _application() -> "QGuiApplication":
    """Return an application object for fonts, off-screen: nothing is shown, so no display is needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    there = QGuiApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    return QGuiApplication(sys.argv[:1])
