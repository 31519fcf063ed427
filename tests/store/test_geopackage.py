"""The GeoPackage is read back by what knows nothing of the atlas: plain SQLite, PROJ, and GDAL where it is there."""

import itertools
import json
import math
import shutil
import sqlite3
import struct
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from atlas.domain.entries import Entry
from atlas.paths import Paths
from atlas.store.catalogue import Catalogue
from atlas.store.geopackage import geopackage
from atlas.store.gpkg_schema import MOON_WKT, MOON_WKT2
from atlas.store.gpkg_shapes import planar_lon, point_blob, region_rings, rings_blob

SLUGS = ("change-7", "change-6", "luna-25", "ilrs", "artemis-region-malapert-massif", "artemis-region-connecting-ridge")
OGRINFO = shutil.which("ogrinfo")


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    with closing(Catalogue.open(Paths.find().catalogue)) as catalogue:
        return [catalogue.entry(slug, catalogue.date) for slug in SLUGS]


def packed(entries: list[Entry]) -> bytes:
    return geopackage(entries, title="ILRS Atlas", credit="A credit <&>", licence="CC BY 4.0", day=date(2026, 11, 22))


@pytest.fixture(scope="module")
def file(entries: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gpkg") / "moon.gpkg"
    path.write_bytes(packed(entries))
    return path


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def read_blob(blob: bytes) -> tuple[int, list[list[tuple[float, float]]]]:
    """Read GeoPackageBinary with a point or a multipolygon: srs id, and its rings (a point is a ring of one)."""
    magic, version, flags, srs = struct.unpack_from("<2sBBi", blob)
    assert (magic, version, flags & 1) == (b"GP", 0, 1)
    at = 8 + {0: 0, 1: 32}[flags >> 1 & 0b111]
    order, kind = struct.unpack_from("<BI", blob, at)
    assert order == 1
    if kind == 1:
        assert len(blob) == at + 21
        return srs, [[struct.unpack_from("<2d", blob, at + 5)]]
    assert kind == 6
    (count,) = struct.unpack_from("<I", blob, at + 5)
    at += 9
    rings = []
    for _ in range(count):
        assert struct.unpack_from("<BII", blob, at) == (1, 3, 1)
        (points,) = struct.unpack_from("<I", blob, at + 9)
        rings.append([struct.unpack_from("<2d", blob, at + 13 + 16 * n) for n in range(points)])
        at += 13 + 16 * points
    assert at == len(blob)
    return srs, rings


def area(ring: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) / 2


def test_header_says_geopackage(file: Path, db: sqlite3.Connection) -> None:
    raw = file.read_bytes()
    assert raw.startswith(b"SQLite format 3\0")
    assert raw[68:72] == b"GPKG"
    assert db.execute("PRAGMA user_version").fetchone()[0] == 10300
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_coordinate_system_is_the_moons(db: sqlite3.Connection) -> None:
    rows = {r["srs_id"]: r for r in db.execute("SELECT * FROM gpkg_spatial_ref_sys")}
    assert {-1, 0, 4326, 30100} == set(rows)
    moon = rows[30100]
    assert (moon["organization"], moon["organization_coordsys_id"]) == ("IAU_2015", 30100)
    assert "1737400,0" in moon["definition"]
    layers = {r["table_name"]: r["srs_id"] for r in db.execute("SELECT * FROM gpkg_geometry_columns")}
    assert layers == {"entries": 30100, "regions": 30100}


@pytest.mark.parametrize("wkt", [MOON_WKT, MOON_WKT2])
def test_proj_knows_the_definition(wkt: str) -> None:
    from rasterio.crs import CRS

    crs = CRS.from_wkt(wkt)
    assert crs == CRS.from_user_input("IAU_2015:30100")
    assert crs.is_geographic
    if wkt is MOON_WKT2:
        assert crs.to_authority() == ("IAU_2015", "30100")


def test_positions(db: sqlite3.Connection) -> None:
    rows = {r["slug"]: r for r in db.execute("SELECT * FROM entries")}
    assert set(rows) == set(SLUGS)
    assert rows["ilrs"]["geom"] is None
    assert rows["ilrs"]["latitude_deg"] is None
    assert read_blob(rows["change-7"]["geom"]) == (30100, [[(123.4, -88.8)]])
    _, [[(lon, lat)]] = read_blob(rows["change-6"]["geom"])
    assert lon == pytest.approx(-154.0, abs=0.1)
    assert lat == pytest.approx(-41.6, abs=0.1)
    assert rows["change-6"]["longitude_deg_east"] == pytest.approx(lon + 360)
    assert rows["change-6"]["position"] == "landing_location"


def test_attributes(db: sqlite3.Connection) -> None:
    row = db.execute("SELECT * FROM entries WHERE slug = 'change-7'").fetchone()
    assert row["name_zh"] == "嫦娥七号"
    assert row["name_ru"] == "Чанъэ-7"
    assert (row["nations"], row["phase"], row["status"]) == ("CN", "reconnaissance", "planned")
    assert row["date_earliest"] <= row["date_latest"]
    assert row["sources"] > 3
    assert row["link"] == "atlas://mission/change-7"
    assert row["as_of"] == "2026-11-22"
    claims = db.execute("SELECT * FROM claims WHERE entry = 'change-7'").fetchall()
    assert len(claims) == row["claims"]
    places = [json.loads(c["value"]) for c in claims if c["property"] == "target_location"]
    assert [-88.8, 123.4] in places
    ids = {c["claim"] for c in claims}
    assert {c["superseded_by"] for c in claims if c["superseded_by"]} <= ids


def test_contents_say_how_far_each_layer_reaches(db: sqlite3.Connection) -> None:
    rows = {r["table_name"]: r for r in db.execute("SELECT * FROM gpkg_contents")}
    assert {name: r["data_type"] for name, r in rows.items()} == {
        "entries": "features",
        "regions": "features",
        "claims": "attributes",
    }
    for table in ("entries", "regions"):
        points = [
            p
            for (blob,) in db.execute(f"SELECT geom FROM {table}")
            if blob
            for ring in read_blob(blob)[1]
            for p in ring
        ]
        box = (
            min(x for x, _ in points),
            min(y for _, y in points),
            max(x for x, _ in points),
            max(y for _, y in points),
        )
        assert tuple(rows[table])[5:9] == pytest.approx(box)


def test_credits_are_in_the_metadata(db: sqlite3.Connection) -> None:
    from xml.etree import ElementTree as ET

    (text,) = db.execute("SELECT metadata FROM gpkg_metadata").fetchone()
    words = {e.tag.partition("}")[2]: e.text for e in ET.fromstring(text)}
    assert words["rights"] == "CC BY 4.0"
    assert words["source"] == "A credit <&>"
    assert words["date"] == "2026-11-22"


def test_same_entries_same_bytes(entries: list[Entry]) -> None:
    assert packed(entries) == packed(entries)


@pytest.mark.parametrize("slugs", [(), ("ilrs",)])
def test_nothing_to_draw(entries: list[Entry], slugs: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "none.gpkg"
    path.write_bytes(packed([e for e in entries if e.slug in slugs]))
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT table_name FROM gpkg_contents ORDER BY 1").fetchall() == [("claims",), ("entries",)]
        assert db.execute("SELECT min_x, max_y FROM gpkg_contents WHERE table_name = 'entries'").fetchone() == (
            None,
            None,
        )


@pytest.mark.parametrize(
    ("lon", "planar"),
    [(0, 0), (359.75, -0.25), (180, -180), (179.5, 179.5), (360, 0), (-90, -90), (540, -180), (-181, 179)],
)
def test_planar_longitude(lon: float, planar: float) -> None:
    assert planar_lon(lon) == planar


def test_a_point_at_the_pole() -> None:
    assert read_blob(point_blob(-90.0, 0.0, 30100)) == (30100, [[(0.0, -90.0)]])


@pytest.mark.parametrize(
    ("bounds", "spans"),
    [
        ((65.0, -84.6, 73.5, -83.8), [(65.0, 73.5)]),
        ((354.34, -86.3, 5.15, -85.6), [(-5.66, 5.15)]),
        ((188.5, -89.8, 258.1, -89.1), [(-171.5, -101.9)]),
        ((170.0, -85.0, 190.0, -84.0), [(170.0, 180.0), (-180.0, -170.0)]),
        ((180.0, -85.0, 190.0, -84.0), [(-180.0, -170.0)]),
        ((170.0, -85.0, 180.0, -84.0), [(170.0, 180.0)]),
        ((0.0, -90.0, 360.0, -88.0), [(-180.0, 180.0)]),
    ],
)
def test_outlines(bounds: tuple[float, float, float, float], spans: list[tuple[float, float]]) -> None:
    rings = region_rings(bounds)
    assert [(min(x for x, _ in r), max(x for x, _ in r)) for r in rings] == [pytest.approx(s) for s in spans]
    for ring in rings:
        assert ring[0] == ring[-1]
        assert area(ring) > 0, "outer rings run counter-clockwise"
        assert {y for _, y in ring} == {bounds[1], bounds[3]}
        steps = [abs(b[0] - a[0]) for a, b in itertools.pairwise(ring)]
        assert max(steps) <= 0.5 + 1e-9
    width = (bounds[2] - bounds[0]) % 360 or 360
    assert sum(area(r) for r in rings) == pytest.approx(width * (bounds[3] - bounds[1]))
    assert read_blob(rings_blob(rings, 30100)) == (30100, rings)


def test_cut_parallels_stay_on_their_circle() -> None:
    """On the polar map no point of the drawn parallel leaves the circle by more than 3 m at 80° S."""
    ring = region_rings((10.0, -80.0, 60.0, -79.0))[0]
    (west, _), (east, _) = ring[0], ring[1]
    radius = 2 * 1_737_400 * math.tan(math.radians(5))
    assert radius * (1 - math.cos(math.radians((east - west) / 2))) < 3.0


def test_the_catalogues_regions_hold_their_centres(db: sqlite3.Connection) -> None:
    found = db.execute(
        "SELECT r.geom AS outline, e.geom AS point FROM regions r JOIN entries e ON e.slug = r.slug"
    ).fetchall()
    assert len(found) == 2
    for row in found:
        _, [ring] = read_blob(row["outline"])
        _, [[(x, y)]] = read_blob(row["point"])
        assert min(p[0] for p in ring) < x < max(p[0] for p in ring)
        assert min(p[1] for p in ring) < y < max(p[1] for p in ring)


needs_gdal = pytest.mark.skipif(OGRINFO is None, reason="ogrinfo of GDAL is not installed (Debian: gdal-bin)")


def ogrinfo(*argv: str) -> str:
    assert OGRINFO is not None
    done = subprocess.run([OGRINFO, *argv], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    # a reader that complains on standard error has not found a sound file
    assert done.stderr == ""
    return done.stdout


@needs_gdal
def test_gdal_finds_the_layers_on_the_moon(file: Path) -> None:
    said = ogrinfo("-so", str(file), "entries", "regions")
    assert said.count('ID["IAU",30100') == 2
    assert said.count("1737400,0") == 2
    assert "WGS" not in said
    assert "Geometry: Point" in said
    assert "Geometry: Multi Polygon" in said
    assert "CC BY 4.0" in said


@needs_gdal
def test_gdal_puts_things_in_their_place(file: Path) -> None:
    assert "POINT (123.4 -88.8)" in ogrinfo("-q", str(file), "entries", "-where", "slug = 'change-7'")
    assert "嫦娥七号" in ogrinfo("-q", str(file), "entries", "-where", "slug = 'change-7'")
    assert "POINT" not in ogrinfo("-q", str(file), "entries", "-where", "slug = 'ilrs'")
    valid = ogrinfo("-q", str(file), "-sql", "SELECT ST_IsValid(geom) AS ok FROM regions")
    assert valid.count("ok (Integer) = 1") == 2


@needs_gdal
def test_gdal_projects_it_onto_the_polar_map(file: Path, tmp_path: Path) -> None:
    from atlas.domain.coordinates import LatLon, project

    ogr2ogr = shutil.which("ogr2ogr")
    assert ogr2ogr is not None
    target = tmp_path / "polar.geojson"
    subprocess.run(
        [ogr2ogr, "-t_srs", "IAU_2015:30135", "-where", "slug = 'change-7'", str(target), str(file), "entries"],
        check=True,
        timeout=60,
        capture_output=True,
    )
    (feature,) = json.loads(target.read_text(encoding="utf-8"))["features"]
    assert feature["geometry"]["coordinates"] == pytest.approx(project(LatLon(-88.8, 123.4)), abs=0.01)
