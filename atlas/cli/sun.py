"""`ilrs-atlas sun`: where Sun and Earth stand at a place and a moment, and how much of them the terrain leaves."""

import argparse
import json
import math
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from atlas.cli.errors import CliError
from atlas.cli.output import write_out
from atlas.paths import Paths

if TYPE_CHECKING:
    from atlas.cli.arguments import Parser
    from atlas.domain.coordinates import LatLon
    from atlas.services.sky import BodyView, Ground, Sky, SkyView

_HIGHEST_M = 100_000.0
_ZONE = re.compile(r"\s*(?:UTC|UT|GMT)\s*$", re.IGNORECASE)


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command `sun` to a parser's commands."""
    parser = commands.add_parser(
        "sun",
        usage="%(prog)s LAT LON [--at UTC] [--height M] [--format table|json]",
        help="where Sun and Earth stand at a place and a moment, and how much of them is in sight",
        epilog="Azimuths are clockwise from north; at the pole itself the longitude given stands for north. The share "
        "in sight is that of the disc's area over the horizon of the terrain named; what the terrain does not resolve "
        "is not in it. The table also says whether the place is lit and when the Sun next rises or sets over that "
        "horizon.",
    )
    parser.add_argument("position", nargs="+", metavar="LAT LON", help="such as -89.67 129.78 or 89.67S 129.78E")
    parser.add_argument("--at", type=moment, metavar="UTC", help="such as 2026-11-22T18:00; default: now")
    parser.add_argument(
        "--height", type=height, default=2.0, metavar="M", help="metres of the eye over the ground; default: 2"
    )
    parser.add_argument("--format", choices=("table", "json"), default="table")


def moment(text: str) -> datetime:
    """Read an ISO 8601 date or time as UTC; a time with an offset is converted."""
    try:
        read = datetime.fromisoformat(_ZONE.sub("", text.strip()))
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time in UTC: write it like 2026-11-22T18:00") from error


def run(args: argparse.Namespace, paths: Paths) -> int:
    """Print the sky. Raises CliError for what can't be read and for times outside 1959–2060."""
    from atlas.services.sky import Ground, Sky, SkyError, SkySpanError, sky_view
    from atlas.services.terrain import Terrain, TerrainError
    from atlas.store.catalogue import Catalogue

    where = position(args.position)
    time = args.at or datetime.now(UTC).replace(microsecond=0)
    # only the table names what forms the horizon
    places = Catalogue.open(paths.catalogue).places() if args.format == "table" else []
    try:
        ground = Ground.of(Terrain(paths.terrain, paths.own_terrain))
        sky = Sky.load(paths.sky)
        view = sky_view(sky, ground, where, time, args.height, places)
        light = _light(sky, ground, view) if args.format == "table" else []
    except (SkyError, SkySpanError, TerrainError) as error:
        raise CliError(str(error)) from error
    if args.format == "json":
        write_out(json.dumps(sky_object(view), indent=1))
        for warning in _warnings(view):
            print(f"ilrs-atlas: {warning}", file=sys.stderr)
    else:
        write_out("\n".join([*_table(view, light), *_warnings(view)]))
    return 0


def sky_object(view: "SkyView") -> dict[str, Any]:
    """Return the JSON object of the command: degrees, azimuth clockwise from north; null where no terrain lies."""
    ground = view.ground
    return {
        "time": _iso(view.time),
        "lat": view.position.lat,
        "lon": view.position.lon,
        "sun": _body_object(view.sun),
        "earth": _body_object(view.earth),
        "sub_solar": _point_object(view.sun.overhead),
        "sub_earth": _point_object(view.earth.overhead),
        "terrain": None if ground is None else {"name": ground.name, "resolution_m": ground.resolution_m},
        "extrapolated": view.extrapolated,
    }


def _body_object(body: "BodyView") -> dict[str, float | None]:
    return {
        "azimuth": _angle(body.azimuth_deg),
        "elevation": round(body.elevation_deg, 5),
        "visible_fraction": None if body.visible is None else round(body.visible, 4),
        "horizon": None if body.ridge is None else round(body.ridge.elevation_deg, 5),
    }


def _point_object(p: "LatLon") -> dict[str, float]:
    return {"lat": round(p.lat, 5), "lon": _angle(p.lon)}


def _angle(degrees: float, places: int = 5) -> float:
    return round(degrees, places) % 360.0


def _light(sky: "Sky", ground: "Ground", view: "SkyView") -> list[str]:
    """Say whether the place is lit and when that changes; nothing off the terrain, where there is no horizon."""
    from atlas.services.horizon.jobs import coming_light
    from atlas.services.horizon.tables import SUN_WORDS, iso
    from atlas.services.sky.lookout import look_out
    from atlas.services.sky.spells import Sight, SpellProgress

    if view.ground is None:
        return []
    table = coming_light(sky, look_out(ground, view.position, view.height_m), view.time, SpellProgress())
    now = table.sun.at(view.time) if table is not None else None
    if table is None or now is None:
        return []
    change = table.sun.change_after(view.time)
    title = "next sunrise" if now.sight is Sight.HIDDEN else "next sunset"
    when = iso(change.begin) if change is not None else f"not before {iso(table.sun.end)}"
    return [f"Light             {SUN_WORDS[now.sight]}; {title} {when}", ""]


def _table(view: "SkyView", light: list[str]) -> list[str]:
    from atlas.domain.coordinates import format_position

    note = "  (no leap second is known so far ahead: extrapolated)" if view.extrapolated else ""
    return [
        f"Place             {_place(view)}",
        f"Time              {_iso(view.time)}{note}",
        "",
        *_columns(view),
        "",
        *light,
        f"Sun overhead at   {format_position(view.sun.overhead)}",
        f"Earth overhead at {format_position(view.earth.overhead)}",
    ]


def _warnings(view: "SkyView") -> list[str]:
    return [
        f"the terrain ends before the {name}'s horizon is certain: higher ground may stand beyond"
        for name, body in (("Sun", view.sun), ("Earth", view.earth))
        if body.ridge and body.ridge.open_ended
    ]


def _place(view: "SkyView") -> str:
    from atlas.domain.coordinates import format_position, telling_places

    where = format_position(view.position, telling_places(view.position))
    if view.ground is None or view.ground_m is None:
        return f"{where}, outside the terrain: no horizon, height over the 1737.4 km sphere {view.height_m:g} m"
    source = f"{view.ground.name}, {view.ground.resolution_m:g} m a pixel"
    return f"{where}, ground at {view.ground_m:.0f} m ({source}), eye {view.height_m:g} m over it"


def _columns(view: "SkyView") -> list[str]:
    rows: list[Sequence[str]] = [("", "azimuth", "elevation", "radius", "in sight", "horizon", "formed by")]
    for name, body in (("Sun", view.sun), ("Earth", view.earth)):
        angles = (_angle(body.azimuth_deg, 3), body.elevation_deg, body.angular_radius_deg)
        rows.append([name, *(f"{angle:.3f}°" for angle in angles), *_sight(body)])
    widths = [max(len(row[i]) for row in rows) for i in range(6)]
    return [
        "  ".join([row[0].ljust(widths[0]), *(row[i].rjust(widths[i]) for i in range(1, 6)), row[6]]).rstrip()
        for row in rows
    ]


def _sight(body: "BodyView") -> tuple[str, str, str]:
    if body.visible is None or body.ridge is None:
        return "–", "–", ""
    ridge = body.ridge
    name = f"{ridge.feature.name}, " if ridge.feature else ""
    away = f"{ridge.distance_m / 1000.0:.1f} km" if ridge.distance_m >= 100.0 else f"{ridge.distance_m:.0f} m"
    return f"{100.0 * body.visible:.1f} %", f"{ridge.elevation_deg:.3f}°", f"{name}{away} away"


def position(words: Sequence[str]) -> "LatLon":
    """Read the words of a position. Raises CliError."""
    from atlas.domain.coordinates import parse_position

    try:
        return parse_position(" ".join(words))
    except ValueError as error:
        raise CliError(str(error)) from error


def height(text: str) -> float:
    """Read metres over the ground."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0.0 <= value <= _HIGHEST_M:
        raise argparse.ArgumentTypeError(f"{text.strip()!r} is not a number of metres from 0 to {_HIGHEST_M:.0f}")
    return value


def _iso(time: datetime) -> str:
    return time.isoformat().replace("+00:00", "Z")
