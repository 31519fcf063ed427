"""Heights, slopes and relief of the bundled terrain, against what is known of the places."""

import hashlib
import math
import shutil
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.domain.coordinates import LatLon, destination, project, unproject
from atlas.paths import Paths
from atlas.services.terrain import GroundPictures, Terrain, TerrainError
from atlas.services.terrain.files import DEM, HALF_SIDE_M, PREVIEW

FOLDER = Paths.find().terrain


@pytest.fixture(scope="module")
def terrain():
    made = Terrain(FOLDER)
    made.load()
    return made


def lowest_within(terrain, centre, radius_m):
    x0, y0 = project(centre)
    steps = range(-30, 31)
    found = []
    for i in steps:
        for j in steps:
            dx, dy = i / 30 * radius_m, j / 30 * radius_m
            if math.hypot(dx, dy) <= radius_m:
                found.append(terrain.elevation(unproject(x0 + dx, y0 + dy)))
    return min(found)


@pytest.mark.parametrize(
    ("name", "lat", "lon", "radius_km", "lowest"),
    [
        ("Shackleton", -89.67, 129.78, 6, -2785),
        ("Shoemaker", -88.14, 45.91, 13, -4112),
        ("Haworth", -87.45, 354.83, 13, -3861),
        ("Faustini", -87.18, 84.31, 11, -3020),
    ],
)
def test_floors_of_known_craters(terrain, name, lat, lon, radius_km, lowest):
    assert lowest_within(terrain, LatLon(lat, lon), radius_km * 1000) == pytest.approx(lowest, abs=35)


def test_malapert_massif_is_high(terrain):
    x0, y0 = project(LatLon(-85.99, 0.0))
    highest = max(
        terrain.elevation(unproject(x0 + dx * 1000, y0 + dy * 1000)) for dx in range(-25, 26) for dy in range(-15, 16)
    )
    assert highest == pytest.approx(5104, abs=60)


@pytest.mark.parametrize(
    ("name", "lat", "lon", "diameter_km"),
    [
        ("Shackleton", -89.67, 129.78, 20.9),
        ("Amundsen", -84.44, 83.07, 103.4),
        ("Faustini", -87.18, 84.31, 42.5),
        ("Shoemaker", -88.14, 45.91, 51.8),
        ("Schrödinger", -74.73, 132.93, 316.4),
        ("Drygalski", -79.57, 272.76, 162.5),
        ("Zeeman", -75.04, 225.55, 186.4),
    ],
)
def test_rims_stand_above_floors_where_the_gazetteer_has_them(terrain, name, lat, lon, diameter_km):
    centre, radius = LatLon(lat, lon), diameter_km * 500
    rim = [terrain.elevation(destination(centre, azimuth, radius)) for azimuth in range(0, 360, 15)]
    floor = [terrain.elevation(destination(centre, azimuth, radius * 0.5)) for azimuth in range(0, 360, 15)]
    assert sum(rim) / 24 - sum(floor) / 24 > 600
    assert sum(r > f for r, f in zip(rim, floor, strict=True)) >= 18


def test_outside_there_is_nothing(terrain):
    for p in (LatLon(-50, 0), LatLon(0, 0), LatLon(90, 0), LatLon(-69.9, 0), LatLon(-70, 270)):
        assert terrain.elevation(p) is None
        assert terrain.slope_deg(p) is None
    assert terrain.elevation(LatLon(-62.5, 45)) is not None


@settings(max_examples=60, deadline=None)
@given(st.floats(-HALF_SIDE_M, HALF_SIDE_M), st.floats(-HALF_SIDE_M, HALF_SIDE_M))
def test_everywhere_inside_there_is_a_sane_height(x, y):
    terrain = _shared()
    p = unproject(x, y)
    height, slope = terrain.elevation(p), terrain.slope_deg(p)
    if height is None:
        # only the very edge may fall outside by rounding
        assert max(abs(x), abs(y)) > HALF_SIDE_M - 1
        return
    assert -9500 < height < 7500
    assert 0 <= slope < 65


def _shared(kept=[]):  # noqa: B006 - read once for all examples
    if not kept:
        kept.append(Terrain(FOLDER))
    return kept[0]


def test_it_is_continuous_over_the_seam_and_the_pole(terrain):
    across = [terrain.elevation(LatLon(-88.0, lon)) for lon in (359.9999, 0.0, 0.0001)]
    assert max(across) - min(across) < 1
    around_pole = [terrain.elevation(LatLon(-89.9999, lon)) for lon in range(0, 360, 30)]
    assert max(around_pole) - min(around_pole) < 5


def test_slope_is_the_gradient_of_the_height(terrain):
    centre = LatLon(-89.5, 60.0)
    metres = 40.0
    north = terrain.elevation(destination(centre, 0, metres)) - terrain.elevation(destination(centre, 180, metres))
    east = terrain.elevation(destination(centre, 90, metres)) - terrain.elevation(destination(centre, 270, metres))
    expected = math.degrees(math.atan(math.hypot(north, east) / (2 * metres)))
    assert terrain.slope_deg(centre) == pytest.approx(expected, abs=0.3)


def test_nodes_are_kept_exactly(terrain):
    # the centre of a cell has the cell's height
    from PySide6.QtGui import QImage

    image = QImage(str(FOLDER / DEM))
    assert (image.width(), image.height()) == (762, 762)
    for row, column in ((381, 381), (100, 650), (0, 0), (761, 761), (700, 3)):
        x, y = -HALF_SIDE_M + (column + 0.5) * 1600, HALF_SIDE_M - (row + 0.5) * 1600
        stored = image.pixelColor(column, row).rgba64().red() - 32_768
        assert terrain.elevation(unproject(x, y)) == pytest.approx(stored, abs=1)


def grey(image, x, y):
    colour = image.pixelColor(x, y)
    return (colour.red() + colour.green() + colour.blue()) / 3


def test_relief_is_not_black_and_lit_from_the_upper_left(terrain):
    image = terrain.relief_image(-12_000, -22_000, 32_000, 22_000, 220, 220)
    assert (image.width(), image.height()) == (220, 220)
    values = [grey(image, x, y) for x in range(0, 220, 5) for y in range(0, 220, 5)]
    assert 60 < sum(values) / len(values) < 180
    assert max(values) - min(values) > 90
    # Shackleton lies at x 8 km, y -6.4 km: its north-western wall is in shade, its south-eastern wall lit
    px, py = (8_000 + 12_000) / 200, (22_000 + 6_400) / 200
    assert grey(image, round(px - 22), round(py - 18)) + 40 < grey(image, round(px + 22), round(py + 18))


def test_relief_joins_without_a_seam(terrain):
    whole = terrain.relief_image(0, 0, 40_000, 40_000, 200, 200)
    left = terrain.relief_image(0, 0, 20_000, 40_000, 100, 200)
    for y in range(0, 200, 17):
        assert abs(grey(whole, 99, y) - grey(left, 99, y)) <= 1


def test_relief_far_in_is_smooth(terrain):
    image = terrain.relief_image(0, 0, 2_000, 2_000, 200, 200)
    steps = [abs(grey(image, x, 100) - grey(image, x + 1, 100)) for x in range(199)]
    assert max(steps) <= 4


def test_empty_relief_is_refused(terrain):
    for rectangle in ((0, 0, 0, 10, 5, 5), (0, 0, 10, 10, 0, 5), (10, 0, 0, 10, 5, 5)):
        with pytest.raises(ValueError, match="empty"):
            terrain.relief_image(*rectangle)


def test_missing_and_damaged_files_are_told(tmp_path):
    with pytest.raises(TerrainError, match="missing or damaged"):
        Terrain(tmp_path).load()
    shutil.copy(FOLDER / DEM, tmp_path / DEM)
    with pytest.raises(TerrainError, match="shade"):
        Terrain(tmp_path).relief_image(0, 0, 1000, 1000, 5, 5)
    (tmp_path / PREVIEW).write_bytes(b"not a picture")
    with pytest.raises(TerrainError, match="Install the atlas again"):
        GroundPictures(tmp_path).preview()


def test_pictures_have_their_sizes():
    pictures = GroundPictures(FOLDER)
    assert pictures.preview().width() == 1016
    assert pictures.relief().width() == pictures.imagery().width() == 3048
    assert (pictures.globe().width(), pictures.globe().height()) == (1440, 720)
    assert pictures.has(PREVIEW)


def test_prerendered_relief_has_the_look_of_the_computed_one(terrain):
    stored = GroundPictures(FOLDER).relief()
    fresh = terrain.relief_image(-100_000, -100_000, 100_000, 100_000, 500, 500)
    offset = round((HALF_SIDE_M - 100_000) / 400)
    differences = [
        abs(grey(fresh, x, y) - grey(stored, offset + x, offset + y))
        for x in range(0, 500, 25)
        for y in range(0, 500, 25)
    ]
    assert sum(differences) / len(differences) < 3


def test_every_file_has_its_origin():
    record = tomllib.loads((FOLDER / "ORIGIN.toml").read_text(encoding="utf-8"))
    assert record["origin"]["package"] == "lunar-toolkit"
    assert record["origin"]["licence"] == "BSD-3-Clause"
    named = {entry["name"]: entry for entry in record["file"]}
    pictures = {path.name for path in FOLDER.iterdir() if path.suffix in {".jpg", ".png"}}
    assert set(named) == pictures
    for name, entry in named.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == entry["sha256"]
        assert entry["credit"].startswith("NASA/")
        assert entry["inputs"]
    assert "Redistributions of source code" in (FOLDER / "LICENSE").read_text(encoding="utf-8")
    assert sum((FOLDER / name).stat().st_size for name in named) < 8_000_000
