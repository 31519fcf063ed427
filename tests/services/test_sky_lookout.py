"""Lookouts: the names of what forms a skyline, places off the terrain, the pole and the 180th meridian."""

import math

import numpy as np
import pytest

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, destination
from atlas.domain.entries import Place
from atlas.paths import Paths
from atlas.services.sky import Ground, sky_view  # noqa: F401 - the package offers both
from atlas.services.sky.features import feature_at
from atlas.services.sky.lookout import look_out, name_stretches, nearest_features
from atlas.services.terrain import Terrain
from atlas.store.catalogue import Catalogue


@pytest.fixture(scope="module")
def real():
    return Ground.of(Terrain(Paths.find().terrain))


@pytest.fixture(scope="module")
def places():
    return Catalogue.open(Paths.find().catalogue).places()


def test_names_are_those_of_single_points(places):
    rng = np.random.default_rng(3)
    lats, lons = rng.uniform(-90, -80, 300), rng.uniform(0, 360, 300)
    found = nearest_features(places, lats, lons)
    for lat, lon, number in zip(lats, lons, found, strict=True):
        expected = feature_at(places, LatLon(lat, lon))
        assert (places[number] if number >= 0 else None) is expected
    assert (found >= 0).sum() > 50


def test_the_rim_of_shackleton_all_round(real, places):
    found = look_out(real, LatLon(-89.67, 129.78), 2.0, places, step_deg=0.5)
    named = {stretch.place.name for stretch in found.stretches}
    assert "Shackleton" in named
    rim = max(found.stretches, key=lambda stretch: stretch.peak_elevation_deg)
    assert rim.place.name == "Shackleton"
    assert 15 < rim.peak_elevation_deg < 26
    assert 8_000 < rim.distance_m < 12_000
    assert found.open_share == 0.0


def test_stretches_part_the_circle(real, places):
    found = look_out(real, LatLon(-88.8, 123.4), 2.0, places, step_deg=0.25)
    assert len(found.stretches) >= 4
    for stretch in found.stretches:
        inside = (stretch.peak_azimuth_deg - stretch.first_deg) % 360
        assert inside <= stretch.width_deg + 1e-6
        assert found.line.at(np.array([stretch.peak_azimuth_deg]))[0] == pytest.approx(stretch.peak_elevation_deg)
    # one that goes through north is one, not two
    starts = [stretch.first_deg for stretch in found.stretches]
    assert len(set(starts)) == len(starts)


def test_one_name_all_round(real):
    everywhere = Place("x", "Everywhere", "MO", -90, 0, 3000.0)
    found = look_out(real, LatLon(-89.67, 129.78), 2.0, [everywhere], step_deg=1.0)
    (only,) = found.stretches
    assert only.width_deg == pytest.approx(359)
    assert name_stretches(found.line, []) == ()


@pytest.mark.parametrize("place", [LatLon(-90, 0), LatLon(-90, 137), LatLon(-87, 180), LatLon(-87, 179.9999)])
def test_at_the_pole_and_across_180(real, place):
    found = look_out(real, place, 2.0, step_deg=1.0)
    assert np.isfinite(found.line.elevations_deg).all()
    lats, lons = found.line.positions(np.arange(0, 360, 30))
    for lat, lon, index in zip(lats, lons, range(0, 360, 30), strict=True):
        exact = found.line.position(index)
        assert lat == pytest.approx(exact.lat, abs=1e-9)
        assert abs((lon - exact.lon + 180) % 360 - 180) < 1e-6
    if place.lat == -90:
        # the longitude says which way north is: everything turns with it
        other = look_out(real, LatLon(-90, place.lon + 40), 2.0, step_deg=1.0)
        assert np.roll(other.line.elevations_deg, 40) == pytest.approx(found.line.elevations_deg, abs=1e-6)


@pytest.mark.parametrize("place", [LatLon(0.67, 23.5), LatLon(90, 0), LatLon(-60, 0), LatLon(-20, 180)])
def test_off_the_terrain_the_sphere_is_the_horizon(real, places, place):
    found = look_out(real, place, 100.0, places, step_deg=1.0)
    dip = math.degrees(math.acos(MOON_RADIUS_M / (MOON_RADIUS_M + 100)))
    assert found.ground is None
    assert found.ground_m is None
    assert found.line.elevations_deg == pytest.approx(-dip)
    assert found.line.open_ended.all()
    assert found.open_share == 1.0
    assert found.stretches == ()


def test_a_higher_eye_sees_farther(real):
    place = destination(LatLon(-89.45, 222.7), 0, 0)
    low, high = (look_out(real, place, height, step_deg=1.0) for height in (0.0, 100.0))
    assert (high.line.elevations_deg <= low.line.elevations_deg + 1e-6).all()
    assert high.line.distances_m.mean() > low.line.distances_m.mean()
