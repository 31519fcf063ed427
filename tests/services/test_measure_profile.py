"""Profiles over ground whose shape is known in closed form, over the real terrain, and over imported one."""

import csv
import json
import math

import numpy as np
import pytest
from rasters import map_tif

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon
from atlas.domain.geodesy import Path
from atlas.paths import Paths
from atlas.services.measure.chart import Frame
from atlas.services.measure.copies import path_csv, path_geojson, path_text, profile_csv, total_text
from atlas.services.measure.export import ProfileRequest, source_text, write_profile
from atlas.services.measure.profile import sample_profile
from atlas.services.tasks import CancelToken
from atlas.services.terrain import Terrain
from atlas.services.terrain.importing import import_terrain
from atlas.services.terrain.library import Library
from atlas.services.terrain.survey import survey
from atlas.services.units import METRIC, Units

# of how rasterio multiplies transforms
pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")

BUNDLED = Paths.find().terrain
R = MOON_RADIUS_M


class Shaped(Terrain):
    """The bundled terrain with other heights: a function of the distance from the pole over the sphere, in metres."""

    def __init__(self, shape):
        super().__init__(BUNDLED)
        self._shape = shape

    def heights(self):
        side = round(2 * self.half_side_m / self.resolution_m)
        at = (np.arange(side) + 0.5) * self.resolution_m - self.half_side_m
        rho = np.hypot(at[None, :], at[:, None])
        return self._shape(2 * R * np.arctan(rho / (2 * R))).astype(np.float32)


@pytest.fixture(scope="module")
def terrain():
    made = Terrain(BUNDLED)
    made.load()
    return made


def test_an_even_slope_has_the_length_of_its_spiral():
    """With r = R + k·R·θ the length is that of an Archimedean spiral, known in closed form."""
    k = 0.2
    profile = sample_profile(Shaped(lambda away: k * away), Path((LatLon(-89, 40), LatLon(-84, 40))))

    def spiral(theta):
        t = 1.0 / k + theta
        return k * R / 2 * (t * math.sqrt(1 + t * t) + math.asinh(t))

    wanted = spiral(math.radians(6)) - spiral(math.radians(1))
    assert profile.ground_m == pytest.approx(wanted, rel=2e-6)
    assert profile.ground_m > profile.length_m * 1.019
    assert profile.slopes == pytest.approx(math.degrees(math.atan(k)), abs=0.1)
    assert profile.point_height_m(1) - profile.point_height_m(0) == pytest.approx(k * profile.length_m, abs=1)


def test_flat_ground_below_the_sphere_is_shorter_by_its_depth():
    path = Path((LatLon(-85, 0), LatLon(-85, 180)))
    profile = sample_profile(Shaped(lambda away: 0 * away - 4000.0), path)
    assert profile.ground_m == pytest.approx(profile.length_m * (R - 4000.0) / R, rel=1e-7)
    assert profile.climb_m == pytest.approx((0, 0), abs=1e-3)
    assert profile.steepest_deg == pytest.approx(0, abs=1e-6)


def test_up_and_down_again_over_the_pole():
    cone = Shaped(lambda away: 8000.0 - 0.05 * away)
    profile = sample_profile(cone, Path((LatLon(-88, 90), LatLon(-88, 270))))
    top = profile.at(profile.length_m / 2)
    assert top.position.lat == pytest.approx(-90, abs=1e-6)
    up, down = profile.climb_m
    assert up == pytest.approx(down, abs=2)
    assert up == pytest.approx(0.05 * profile.length_m / 2, rel=0.02)


def test_the_real_terrain_sample_by_sample(terrain):
    path = Path((LatLon(-85, 350), LatLon(-89.67, 129.78), LatLon(-84, 181)))
    profile = sample_profile(terrain, path)
    assert profile.step_m <= terrain.resolution_m / 2
    assert profile.sources == ((terrain.name, 1.0),)
    for k in range(0, profile.count, 25):
        p = LatLon(float(profile.lat[k]), float(profile.lon[k]))
        assert float(profile.height[k]) == pytest.approx(terrain.elevation(p), abs=0.1)
    assert profile.leg_ground_m(0) + profile.leg_ground_m(1) == pytest.approx(profile.ground_m)
    for k, p in enumerate(path.points):
        assert profile.point_height_m(k) == pytest.approx(terrain.elevation(p), abs=0.1)
    assert float(profile.distance[profile.knots[1]]) == pytest.approx(path.legs[0].distance_m)
    assert np.diff(profile.distance).min() > 0


def test_a_closed_path_comes_back(terrain):
    path = Path((LatLon(-85, 0), LatLon(-85, 120), LatLon(-85, 240)), closed=True)
    profile = sample_profile(terrain, path)
    assert profile.knots[-1] == profile.count - 1
    assert profile.point_height_m(3) == pytest.approx(profile.point_height_m(0))
    assert profile.length_m == pytest.approx(path.length_m)


def test_where_no_terrain_is_nothing_is_invented(terrain):
    out = sample_profile(terrain, Path((LatLon(-72, 45), LatLon(-40, 45))))
    assert out.has_heights
    assert not out.is_whole
    assert out.ground_m is None
    assert out.leg_ground_m(0) is None
    assert out.point_height_m(1) is None
    assert out.at(out.length_m).height_m is None
    none = sample_profile(terrain, Path((LatLon(10, 0), LatLon(80, 20))))
    assert not none.has_heights
    assert none.range_m is None
    assert none.steepest_deg is None


def test_no_length_no_profile(terrain):
    with pytest.raises(ValueError, match="apart"):
        sample_profile(terrain, Path((LatLon(-85, 0), LatLon(-85, 0))))


def test_the_finest_terrain_at_each_place(tmp_path):
    file = tmp_path / "fine.tif"
    map_tif(file, 100.0, 10_000.0)
    library = Library(tmp_path / "terrain")
    import_terrain(library, survey(file, library.folder), "fine", "", lambda share: None, CancelToken())
    terrain = Terrain(BUNDLED, library.folder)
    profile = sample_profile(terrain, Path((LatLon(-90, 0), LatLon(-88, 0))))
    steps = np.diff(profile.distance)
    assert steps[0] <= 50.0 < 700.0 < steps[-1]
    assert profile.resolution_m == pytest.approx(100.0)
    assert {label.split(",")[0] for label, _ in profile.sources} == {"fine", terrain.name}
    assert sum(share for _, share in profile.sources) == pytest.approx(1)
    # 10 of 60.6 km, though most of the samples are taken there
    share = next(share for label, share in profile.sources if label.startswith("fine"))
    assert share == pytest.approx(10.0 / 60.6, abs=0.03)
    inside = profile.distance < 5000.0
    for k in np.flatnonzero(inside)[::10]:
        p = LatLon(float(profile.lat[k]), float(profile.lon[k]))
        assert float(profile.height[k]) == pytest.approx(terrain.elevation(p), abs=0.2)
    terrain.close()


# what is written


def test_tables(terrain):
    path = Path((LatLon(-85, 0), LatLon(-86, 30), LatLon(-87, 200)))
    profile = sample_profile(terrain, path)
    rows = list(csv.DictReader(path_csv(path, profile).splitlines()))
    assert [row["point"] for row in rows] == ["1", "2", "3"]
    assert float(rows[0]["leg_m"]) == pytest.approx(path.legs[0].distance_m, abs=0.01)
    assert float(rows[0]["leg_ground_m"]) > float(rows[0]["leg_m"]) * 0.99
    assert rows[2]["leg_m"] == ""
    samples = list(csv.DictReader(profile_csv(profile).splitlines()))
    assert len(samples) == profile.count
    assert float(samples[-1]["ground_m"]) == pytest.approx(profile.ground_m, abs=0.02)
    assert float(samples[-1]["distance_m"]) == pytest.approx(path.length_m, abs=0.02)
    off = sample_profile(terrain, Path((LatLon(-72, 45), LatLon(-40, 45))))
    assert "nan" not in profile_csv(off)


def test_words_and_geojson(terrain):
    area = Path((LatLon(-88, 0), LatLon(-88, 120), LatLon(-88, 240)), closed=True)
    profile = sample_profile(terrain, area)
    assert "area 4" in total_text(area, profile, METRIC)
    assert "mi²" in total_text(area, profile, Units(feet=True))
    assert len(path_text(area, profile, METRIC).splitlines()) == 7
    crossed = Path(tuple(LatLon(-88, lon) for lon in (0, 180, 90, 270)), closed=True)
    assert "crosses itself" in total_text(crossed, None, METRIC)
    written = json.loads(path_geojson(area))
    assert written["body"] == "Moon"
    ring = written["features"][0]["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1] == [0.0, -88.0]
    assert written["features"][0]["properties"]["area_m2"] == pytest.approx(area.area_m2, rel=1e-6)


@pytest.mark.parametrize("suffix", [".png", ".svg", ".csv"])
def test_files(qapp, terrain, tmp_path, suffix):
    profile = sample_profile(terrain, Path((LatLon(-85, 0), LatLon(-85, 180))))
    target = tmp_path / f"profile{suffix}"
    write_profile(target, ProfileRequest(profile, 0.0, profile.length_m, "", METRIC), qapp.font())
    data = target.read_bytes()
    assert data.startswith({".png": b"\x89PNG", ".svg": b"<?xml", ".csv": b"distance_m"}[suffix])
    if suffix == ".svg":
        assert b"LOLA" in data
    assert [file.name for file in tmp_path.iterdir()] == [target.name]
    with pytest.raises(ValueError, match="does not end"):
        write_profile(tmp_path / "profile.doc", ProfileRequest(profile, 0.0, 1.0, "", METRIC), qapp.font())


def test_the_caption_says_where_heights_come_from(terrain):
    profile = sample_profile(terrain, Path((LatLon(-85, 0), LatLon(-85, 180))))
    assert source_text(profile, METRIC).startswith("LOLA 1.6 km · a sample every 79")


def test_the_frame_says_how_much_heights_are_stretched(qapp, terrain):
    profile = sample_profile(terrain, Path((LatLon(-85, 0), LatLon(-85, 180))))
    frame = Frame.fit(profile, 900, 200, 0.0, profile.length_m, qapp.font())
    metre_up = frame.y(0.0) - frame.y(1.0)
    metre_on = frame.x(1.0) - frame.x(0.0)
    assert frame.exaggeration == pytest.approx(metre_up / metre_on)
    assert frame.distance(frame.x(1234.0)) == pytest.approx(1234.0)
    low, high = profile.range_m
    assert frame.area.top() < frame.y(high) < frame.y(low) < frame.area.bottom()
