"""Writes entries as an OGC GeoPackage 1.3 on the Moon, for QGIS and every other reader of GDAL."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from atlas.domain.claim_lines import CLAIM_LINE_FIELDS, claim_lines
from atlas.domain.entries import Entry
from atlas.domain.links import Link
from atlas.domain.listing import LOCATION_PROPERTIES
from atlas.store.gpkg_schema import APPLICATION_ID, EXTENSIONS, MOON_SRS_ID, REGIONS, SCHEMA, SYSTEMS, USER_VERSION
from atlas.store.gpkg_shapes import Bounds, planar_lon, point_blob, region_rings, rings_blob, rings_box

Cell = str | int | float | bytes | None
Row = tuple[Cell, ...]

_REAL_FIELDS: Final = frozenset({"uncertainty"})
_DAY_FIELDS: Final = frozenset({"known", "date_earliest", "date_latest", "as_of"})
_DUBLIN_CORE: Final = "http://purl.org/dc/elements/1.1/"


def geopackage(entries: Sequence[Entry], *, title: str, credit: str, licence: str, day: date) -> bytes:
    """Return a GeoPackage whose positions are in IAU_2015:30100, longitudes from -180 to 180.

    `entries` is a layer of points; an entry that lies nowhere has no geometry. `regions` is a layer of outlines and
    exists where an entry has one. `claims` is a table of all claims known on the entries' day. `day` (the
    catalogue's) is written as the day of the last change, so that the same entries give the same bytes.
    """
    stamp = f"{day.isoformat()}T00:00:00.000Z"
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {USER_VERSION}")
        db.executescript(SCHEMA)
        _insert(db, "gpkg_spatial_ref_sys", SYSTEMS)
        _insert(db, "gpkg_extensions", EXTENSIONS)
        _write_entries(db, entries, stamp)
        _write_regions(db, entries, stamp)
        _write_claims(db, entries, stamp)
        _write_metadata(db, _dublin_core(title, credit, licence, day), stamp)
        db.commit()
        return db.serialize()


def _insert(db: sqlite3.Connection, table: str, rows: Sequence[Row], first: int = 0) -> None:
    """Insert rows; `first` is the number of leading columns that are left to SQLite."""
    if rows:
        columns = [str(r[1]) for r in db.execute(f"PRAGMA table_info({table})")][first:]
        marks = ", ".join("?" * len(columns))
        db.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def _write_entries(db: sqlite3.Connection, entries: Sequence[Entry], stamp: str) -> None:
    _insert(db, "entries", [_entry(e) for e in entries], first=1)
    places = [(planar_lon(e.row.location[1]), e.row.location[0]) for e in entries if e.row.location]
    box = rings_box([places]) if places else None
    words = "Missions, sites and other entries; those that lie nowhere on the Moon have no geometry"
    _announce(db, "entries", "ILRS Atlas: entries", words, stamp, box, "POINT")


def _entry(entry: Entry) -> Row:
    row, when = entry.row, entry.row.when
    held = {h.property for h in entry.holdings}
    position = next((name for name in LOCATION_PROPERTIES if name in held), None)
    lat, lon = row.location or (None, None)
    return (
        point_blob(lat, lon, MOON_SRS_ID) if lat is not None and lon is not None else None,
        row.slug,
        str(row.kind),
        *_names(entry),
        row.tagline,
        str(row.status) if row.status else None,
        when.text if when else None,
        when.earliest.isoformat() if when and when.earliest else None,
        when.latest.isoformat() if when and when.latest else None,
        int(row.when_planned),
        row.slip_days,
        ";".join(row.nations),
        ";".join(row.phases),
        position,
        lat,
        lon,
        len(entry.claims),
        len(entry.sources),
        entry.summary,
        str(Link(str(row.kind), row.slug)),
        entry.as_of.isoformat(),
    )


def _names(entry: Entry) -> tuple[str, str | None, str | None]:
    return entry.row.name, entry.row.names.get("zh"), entry.row.names.get("ru")


def _write_regions(db: sqlite3.Connection, entries: Sequence[Entry], stamp: str) -> None:
    found = [region for entry in entries for region in _regions(entry)]
    if not found:
        return
    db.execute(REGIONS)
    _insert(db, "regions", [row for row, _ in found], first=1)
    boxes = [box for _, box in found]
    whole = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    words = "Outlines of candidate regions: between two meridians and two parallels, parallels cut every half degree"
    _announce(db, "regions", "ILRS Atlas: regions", words, stamp, whole, "MULTIPOLYGON")


def _regions(entry: Entry) -> Iterator[tuple[Row, Bounds]]:
    for holding in entry.holdings:
        claim = holding.claim
        if holding.property != "extent" or not isinstance(claim.value, tuple) or len(claim.value) != 4:
            continue
        west, south, east, north = claim.value
        rings = region_rings((west, south, east, north))
        titles = "; ".join(source.title for source in claim.sources)
        about = (entry.slug, entry.row.name, str(claim.basis), west, south, east, north, titles)
        yield (rings_blob(rings, MOON_SRS_ID), *about, entry.as_of.isoformat()), rings_box(rings)


def _write_claims(db: sqlite3.Connection, entries: Sequence[Entry], stamp: str) -> None:
    columns = ", ".join(f"{name} {_claim_type(name)}" for name in CLAIM_LINE_FIELDS)
    db.execute(f"CREATE TABLE claims (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {columns})")
    _insert(db, "claims", [tuple(line) for entry in entries for line in claim_lines(entry)], first=1)
    words = "Every claim of the entries: who said what, when, since when it could be known, and its sources"
    _announce(db, "claims", "ILRS Atlas: claims", words, stamp)


def _claim_type(name: str) -> str:
    return "DOUBLE" if name in _REAL_FIELDS else "DATE" if name in _DAY_FIELDS else "TEXT"


def _announce(
    db: sqlite3.Connection,
    table: str,
    title: str,
    description: str,
    stamp: str,
    box: Bounds | None = None,
    shape: str | None = None,
) -> None:
    """Enter a table into the list of contents; one with a `shape` is a layer on the Moon."""
    kind, srs = ("features", MOON_SRS_ID) if shape else ("attributes", None)
    corners = box or (None, None, None, None)
    _insert(db, "gpkg_contents", [(table, kind, title, description, stamp, *corners, srs)])
    if shape:
        _insert(db, "gpkg_geometry_columns", [(table, "geom", shape, MOON_SRS_ID, 0, 0)])


def _write_metadata(db: sqlite3.Connection, xml: str, stamp: str) -> None:
    _insert(db, "gpkg_metadata", [(1, "dataset", _DUBLIN_CORE, "text/xml", xml)])
    _insert(db, "gpkg_metadata_reference", [("geopackage", None, None, None, stamp, 1, None)])


def _dublin_core(title: str, credit: str, licence: str, day: date) -> str:
    parts = {
        "title": title,
        "creator": "The ILRS Atlas authors",
        "date": day.isoformat(),
        "rights": licence,
        "source": credit,
        "coverage": "The Moon, IAU_2015:30100: sphere of 1737.4 km, longitude east-positive from -180 to 180",
    }
    lines = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in parts.items())
    return f'<metadata xmlns:dc="{_DUBLIN_CORE}">{lines}</metadata>'
