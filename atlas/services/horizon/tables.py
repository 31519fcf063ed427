"""Skylines and spells of light as CSV and JSON. Words in files are English; degrees, metres, UTC."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from atlas.domain.entries import Place
from atlas.services.sky.lookout import Lookout, nearest_features
from atlas.services.sky.spells import ANY_SIGHT, LightTable, Sight, Spell, Spells

SKYLINE_COLUMNS: Final = (
    "azimuth_deg", "elevation_deg", "distance_m", "latitude_deg", "longitude_deg_east", "formed_by", "certain",
)  # fmt: skip
SPELL_COLUMNS: Final = (
    "body", "sight", "begin_utc", "end_utc", "hours", "cut_by_span",
    "latitude_deg", "longitude_deg_east", "eye_height_m", "terrain", "terrain_resolution_m",
)  # fmt: skip
SUN_WORDS: Final = {Sight.HIDDEN: "dark", Sight.PARTLY: "partly lit", Sight.WHOLE: "lit"}
EARTH_WORDS: Final = {Sight.HIDDEN: "hidden", Sight.PARTLY: "partly in sight", Sight.WHOLE: "in sight"}
_HOUR: Final = timedelta(hours=1)


def skyline_csv(lookout: Lookout, places: list[Place], step_deg: float) -> str:
    """Return a line for every azimuth (CSV, RFC 4180)."""
    return _csv(SKYLINE_COLUMNS, (list(point.values()) for point in skyline_points(lookout, places, step_deg)))


def skyline_points(lookout: Lookout, places: list[Place], step_deg: float) -> Iterator[dict[str, Any]]:
    """Yield the skyline, azimuth by azimuth, in the order of `SKYLINE_COLUMNS`."""
    import numpy as np

    line = lookout.line
    every = max(1, round(step_deg * len(line.azimuths_deg) / 360.0))
    chosen = np.arange(0, len(line.azimuths_deg), every)
    lats, lons = line.positions(chosen)
    on_terrain = lookout.ground is not None
    named = nearest_features(places, lats, lons) if places and on_terrain else np.full(len(chosen), -1)
    for index, lat, lon, feature in zip(chosen.tolist(), lats.tolist(), lons.tolist(), named.tolist(), strict=True):
        values = (
            round(float(line.azimuths_deg[index]), 4),
            round(float(line.elevations_deg[index]), 5),
            round(float(line.distances_m[index]), 1),
            round(lat, 5),
            round(lon, 5),
            places[feature].name if feature >= 0 else None,
            not bool(line.open_ended[index]),
        )
        yield dict(zip(SKYLINE_COLUMNS, values, strict=True))


def spells_csv(lookout: Lookout, table: LightTable) -> str:
    """Return a line for every spell of Sun and Earth (CSV, RFC 4180); every line says for where it holds."""
    ground = lookout.ground
    where = [
        lookout.position.lat, lookout.position.lon, lookout.height_m,
        "" if ground is None else ground.name, "" if ground is None else ground.resolution_m,
    ]  # fmt: skip
    rows = (
        [name, words[spell.sight], *_times(spell), _cut(spell), *where]
        for name, body, words in (("sun", table.sun, SUN_WORDS), ("earth", table.earth, EARTH_WORDS))
        for spell in body.spells
    )
    return _csv(SPELL_COLUMNS, rows)


def horizon_json(lookout: Lookout, places: list[Place], step_deg: float, table: LightTable | None) -> str:
    """Return the skyline, and the light where a span was asked for, as one JSON object."""
    found = {
        **_head(lookout),
        "skyline": list(skyline_points(lookout, places, step_deg)),
        **({} if table is None else light_object(table)),
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def light_json(lookout: Lookout, table: LightTable) -> str:
    """Return the light over a span as one JSON object."""
    return json.dumps({**_head(lookout), **light_object(table)}, ensure_ascii=False, indent=1)


def light_object(table: LightTable) -> dict[str, Any]:
    """Return the spells of both bodies, with their sums."""
    return {
        "span": {"from": iso(table.sun.begin), "to": iso(table.sun.end)},
        "sun": {
            "lit_share": round(table.sun.share(ANY_SIGHT), 5),
            "wholly_lit_share": round(table.sun.share([Sight.WHOLE]), 5),
            "mean_disc_share": round(table.sun.mean_share, 5),
            "longest_night": _run(table.sun.longest([Sight.HIDDEN])),
            "longest_light": _run(table.sun.longest(ANY_SIGHT)),
            "spells": _spell_objects(table.sun, SUN_WORDS),
        },
        "earth": {
            "in_sight_share": round(table.earth.share(ANY_SIGHT), 5),
            "wholly_in_sight_share": round(table.earth.share([Sight.WHOLE]), 5),
            "longest_out_of_sight": _run(table.earth.longest([Sight.HIDDEN])),
            "longest_in_sight": _run(table.earth.longest(ANY_SIGHT)),
            "spells": _spell_objects(table.earth, EARTH_WORDS),
        },
    }


def iso(time: datetime) -> str:
    """Write a moment as `2027-02-03T04:05:06Z`."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def _head(lookout: Lookout) -> dict[str, Any]:
    ground = lookout.ground
    return {
        "lat": lookout.position.lat,
        "lon": lookout.position.lon,
        "eye_height_m": lookout.height_m,
        "ground_m": None if lookout.ground_m is None else round(lookout.ground_m, 1),
        "terrain": None if ground is None else {"name": ground.name, "resolution_m": ground.resolution_m},
        "certain_share": round(1.0 - lookout.open_share, 4),
    }


def _run(spell: Spell | None) -> dict[str, Any] | None:
    if spell is None:
        return None
    return {
        "begin": iso(spell.begin), "end": iso(spell.end), "hours": round(spell.length / _HOUR, 3),
        "cut_by_span": spell.cut_begin or spell.cut_end,
    }  # fmt: skip


def _spell_objects(body: Spells, words: dict[Sight, str]) -> list[dict[str, Any]]:
    return [
        {
            "sight": words[spell.sight], "begin": iso(spell.begin), "end": iso(spell.end),
            "hours": round(spell.length / _HOUR, 3),
        }
        for spell in body.spells
    ]  # fmt: skip


def _times(spell: Spell) -> tuple[str, str, float]:
    return iso(spell.begin), iso(spell.end), round(spell.length / _HOUR, 3)


def _cut(spell: Spell) -> str:
    return {(True, True): "both", (True, False): "begin", (False, True): "end"}.get(
        (spell.cut_begin, spell.cut_end), ""
    )


def _csv(columns: tuple[str, ...], rows: Iterable[list[Any]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue()
