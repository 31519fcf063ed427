"""`ilrs-atlas horizon` and `ilrs-atlas light`: what is seen from a place all round, and when it has light."""

import argparse
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from atlas.cli.errors import CliError
from atlas.cli.output import write_out
from atlas.cli.sun import height, moment, position
from atlas.paths import Paths

if TYPE_CHECKING:
    from atlas.cli.arguments import Parser
    from atlas.domain.entries import Place
    from atlas.services.horizon.jobs import Prospect
    from atlas.services.sky.spells import LightTable, Spell, Spells

_PICTURES: Final = ("png", "svg")
_YEAR: Final = timedelta(days=365)
_SIZE: Final = (2400, 640)
_TABLE_STEP: Final = 10.0
_FINEST_STEP: Final = 0.05


def add_parsers(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the commands `horizon` and `light` to a parser's commands."""
    horizon = commands.add_parser(
        "horizon",
        usage="%(prog)s LAT LON [--height M] [--at UTC] [--step DEG] [--from UTC --to UTC] "
        "[--format table|json|csv|svg|png] [-o FILE]",
        help="the skyline all round a place: elevation, distance, what forms it; as a table or a panorama",
        epilog="Azimuths are clockwise from north; at the pole itself the longitude given stands for north. A skyline "
        "is as good as the terrain it names. `certain` is false where the terrain ends before the skyline is settled: "
        "higher ground may stand beyond, and the bare sphere is assumed. --at sets the moment that a picture shows; "
        "--from and --to add the spells of light to a table or to JSON.",
    )
    _add_place(horizon)
    horizon.add_argument("--at", type=moment, metavar="UTC", help="the moment of a picture; default: now")
    horizon.add_argument(
        "--step", type=_step, metavar="DEG", help="between azimuths, from 0.05; default: 0.5, in the table 10"
    )
    _add_span(horizon, "the span of light to add")
    horizon.add_argument("--format", choices=("table", "json", "csv", *_PICTURES))
    horizon.add_argument("-o", "--output", type=Path, metavar="FILE")
    light = commands.add_parser(
        "light",
        usage="%(prog)s LAT LON [--height M] [--from UTC --to UTC] [--format table|json|csv] [-o FILE]",
        help="when Sun and Earth are in sight from a place: every spell, the longest night, shares of time",
        epilog="A place is dark while none of the Sun's disc stands over the terrain's horizon, partly lit while some "
        "of it does, lit while all of it does. Ends are found to some seconds; terrain coarser than the hills of the "
        "place moves them by more. Spells under ten minutes may be missed. Without a span: a year from now.",
    )
    _add_place(light)
    _add_span(light, "the span, within 1959 to 2060")
    light.add_argument("--format", choices=("table", "json", "csv"))
    light.add_argument("-o", "--output", type=Path, metavar="FILE")


def run_horizon(args: argparse.Namespace, paths: Paths) -> int:
    """Tell or draw the skyline. Raises CliError for what can't be read, OSError for what can't be written."""
    chosen = _format(args.format, args.output, ("json", "csv", *_PICTURES))
    if chosen in _PICTURES:
        return _draw(args, paths, chosen)
    from atlas.services.horizon.tables import horizon_json, skyline_csv

    prospect, places = _prospect(args, paths)
    table = _light(args, prospect, default=False)
    step = args.step or (_TABLE_STEP if chosen == "table" else 0.5)
    if chosen == "json":
        text = horizon_json(prospect.lookout, places, step, table)
    elif chosen == "csv":
        text = skyline_csv(prospect.lookout, places, step)
    else:
        text = "\n".join([*_skyline_lines(prospect, places, step), *(_light_lines(table) if table else ())])
    _put(text, args.output)
    return 0


def run_light(args: argparse.Namespace, paths: Paths) -> int:
    """Tell the spells of light. Raises CliError for what can't be read, OSError for what can't be written."""
    chosen = _format(args.format, args.output, ("json", "csv"))
    from atlas.services.horizon.tables import light_json, spells_csv

    prospect, _ = _prospect(args, paths)
    table = _light(args, prospect, default=True)
    assert table is not None
    if chosen == "json":
        text = light_json(prospect.lookout, table)
    elif chosen == "csv":
        text = spells_csv(prospect.lookout, table)
    else:
        text = "\n".join([*_place_lines(prospect), *_light_lines(table), *_spell_lines(table)])
    _put(text, args.output)
    return 0


def _add_place(parser: "Parser") -> None:
    parser.add_argument("position", nargs="+", metavar="LAT LON", help="such as -89.67 129.78 or 89.67S 129.78E")
    parser.add_argument(
        "--height", type=height, default=2.0, metavar="M", help="metres of the eye over the ground; default: 2"
    )


def _add_span(parser: "Parser", what: str) -> None:
    parser.add_argument("--from", dest="begin", type=moment, metavar="UTC", help=what)
    parser.add_argument("--to", dest="end", type=moment, metavar="UTC")


def _step(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not _FINEST_STEP <= value <= 90.0:
        raise argparse.ArgumentTypeError(f"{text.strip()!r} is not a number of degrees from {_FINEST_STEP} to 90")
    return value


def _format(asked: str | None, output: Path | None, files: tuple[str, ...]) -> str:
    """Return the format: the one asked for, else the one that the file's name ends in."""
    if output is None:
        if asked in _PICTURES:
            raise CliError(f"--format {asked} needs a file to write to: add -o FILE.{asked}")
        return asked or "table"
    if not output.absolute().parent.is_dir():
        raise CliError(f"-o: the folder {output.parent} does not exist")
    if output.is_dir():
        raise CliError(f"-o: {output} is a folder")
    ending = output.suffix.casefold().removeprefix(".")
    chosen = asked or (ending if ending in files else None)
    if chosen is None:
        raise CliError(f"-o: {output.name!r} does not end in .{', .'.join(files)}: name the format with --format")
    if chosen in _PICTURES and ending != chosen:
        raise CliError(f"-o: {output.name!r} does not end in .{chosen}")
    return chosen


def _prospect(args: argparse.Namespace, paths: Paths) -> "tuple[Prospect, list[Place]]":
    from atlas.services.horizon.jobs import prepare
    from atlas.services.sky import SkyError
    from atlas.services.terrain import Terrain, TerrainError
    from atlas.store.catalogue import Catalogue

    places = Catalogue.open(paths.catalogue).places()
    try:
        terrain = Terrain(paths.terrain, paths.own_terrain)
        return prepare(paths.sky, terrain, places, position(args.position), args.height), places
    except (SkyError, TerrainError) as error:
        raise CliError(str(error)) from error


def _light(args: argparse.Namespace, prospect: "Prospect", *, default: bool) -> "LightTable | None":
    from atlas.services.horizon.jobs import whole_table
    from atlas.services.sky import SkySpanError
    from atlas.services.sky.spells import SpellProgress

    if args.begin is None and args.end is None and not default:
        return None
    begin = args.begin or (datetime.now(UTC).replace(microsecond=0) if args.end is None else args.end - _YEAR)
    end = args.end or begin + _YEAR
    if end <= begin:
        raise CliError("--to must be later than --from")
    try:
        return whole_table(prospect, begin, end, SpellProgress())
    except SkySpanError as error:
        raise CliError(str(error)) from error


def _draw(args: argparse.Namespace, paths: Paths, chosen: str) -> int:
    if args.begin is not None or args.end is not None:
        raise CliError(f"--from and --to belong to tables: --format {chosen} shows one moment, --at")
    from atlas.cli.offscreen import application

    there = application()
    from atlas.services.horizon.compose import Span, compose, composed_caption
    from atlas.services.horizon.export import PanoramaRequest, write_panorama
    from atlas.services.horizon.view import PanoramaView
    from atlas.services.language import speak_english
    from atlas.services.sky import SkySpanError
    from atlas.services.terrain import Terrain

    speak_english()

    prospect, _ = _prospect(args, paths)
    at = args.at or datetime.now(UTC)
    view = PanoramaView.whole(*_SIZE, prospect.low, prospect.high)
    try:
        composed = compose(prospect.lookout, prospect.sky, at, Span.MONTH)
    except SkySpanError as error:
        raise CliError(str(error)) from error
    words = composed_caption(prospect.lookout, at, view.exaggeration)
    credit = Terrain.credits if prospect.lookout.ground is not None else ""
    write_panorama(args.output, PanoramaRequest(view, prospect.scenery, composed, words, credit), there.font())
    return 0


def _put(text: str, output: Path | None) -> None:
    if output is None:
        write_out(text)
        return
    from atlas.services.export.files import write_atomically

    write_atomically(output, text.encode("utf-8"))


def _place_lines(prospect: "Prospect") -> list[str]:
    from atlas.domain.coordinates import format_position, telling_places

    lookout = prospect.lookout
    where = format_position(lookout.position, telling_places(lookout.position))
    if lookout.ground is None or lookout.ground_m is None:
        bare = "outside the terrain: the horizon is that of the bare sphere"
        return [f"Place    {where}, {bare}, eye {lookout.height_m:g} m over it"]
    source = f"{lookout.ground.name}, {lookout.ground.resolution_m:g} m a pixel"
    lines = [f"Place    {where}, ground at {lookout.ground_m:.0f} m ({source}), eye {lookout.height_m:g} m over it"]
    if lookout.open_share > 0.0:
        lines.append(f"         the terrain ends before {100.0 * lookout.open_share:.1f} % of the horizon is certain")
    return lines


def _skyline_lines(prospect: "Prospect", places: "list[Place]", step: float) -> list[str]:
    from atlas.services.horizon.tables import skyline_points

    lines = [*_place_lines(prospect), "", "  azimuth  elevation    distance  formed by"]
    for point in skyline_points(prospect.lookout, places, step):
        azimuth, elevation, away, _, _, name, certain = point.values()
        words = " ".join(part for part in (name, "" if certain else "(the terrain ends: not certain)") if part)
        lines.append(f"{azimuth:8.2f}°  {elevation:8.3f}°  {away / 1000.0:7.2f} km  {words}".rstrip())
    return lines


def _light_lines(table: "LightTable") -> list[str]:
    from atlas.services.horizon.tables import iso
    from atlas.services.sky.spells import ANY_SIGHT, Sight

    sun, earth = table.sun, table.earth
    return [
        "",
        f"Span     {iso(sun.begin)} to {iso(sun.end)}",
        f"Sun      {_shares(sun)}, on average {100.0 * sun.mean_share:.1f} % of its disc",
        f"         longest night {_run(sun.longest([Sight.HIDDEN]))}",
        f"         longest light {_run(sun.longest(ANY_SIGHT))}",
        f"Earth    {_shares(earth)}",
        f"         longest out of sight {_run(earth.longest([Sight.HIDDEN]))}",
    ]


def _shares(body: "Spells") -> str:
    from atlas.services.sky.spells import ANY_SIGHT, Sight

    some, whole = 100.0 * body.share(ANY_SIGHT), 100.0 * body.share([Sight.WHOLE])
    return f"in sight {some:.1f} % of the time, all of it {whole:.1f} %"


def _spell_lines(table: "LightTable") -> list[str]:
    from atlas.services.horizon.tables import EARTH_WORDS, SUN_WORDS, iso

    lines = ["", "body   from                  to                        hours  sight"]
    for name, body, words in (("Sun", table.sun, SUN_WORDS), ("Earth", table.earth, EARTH_WORDS)):
        for spell in body.spells:
            hours = spell.length / timedelta(hours=1)
            lines.append(f"{name:5s}  {iso(spell.begin)}  {iso(spell.end)}  {hours:9.2f}  {words[spell.sight]}")
    return lines


def _run(spell: "Spell | None") -> str:
    from atlas.services.horizon.tables import iso

    if spell is None:
        return "none"
    cut = ", cut by the span" if spell.cut_begin or spell.cut_end else ""
    days = spell.length / timedelta(days=1)
    return f"{days:.2f} days, {iso(spell.begin)} to {iso(spell.end)}{cut}"
