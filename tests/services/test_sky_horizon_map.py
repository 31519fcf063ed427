"""The horizon of every cell of a map against closed forms on the sphere and against the skyline of single points."""

import math

import numpy as np
import pytest

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, destination, initial_azimuth, project, unproject
from atlas.paths import Paths
from atlas.services.sky import Ground, Observer, skyline
from atlas.services.sky.horizon_map import horizon_map
from atlas.services.sky.shadow import Rect
from atlas.services.terrain import Terrain

R = MOON_RADIUS_M
POLE = LatLon(-90, 0)
DIRECTIONS = [0.0, 20.0, 70.0, 110.0, 160.0, 200.0, 250.0, 290.0, 340.0]


def ground(height, cell, side, middle=POLE):
    half = side * cell / 2
    x0, y0 = project(middle)
    offsets = -half + (np.arange(side) + 0.5) * cell
    x, y = np.meshgrid(x0 + offsets, y0 - offsets)
    heights = np.asarray(height(x, y), np.float32) + np.zeros_like(x, np.float32)
    return Ground(heights, cell, x0 - half, y0 + half, "made")


def away_m(x, y, centre):
    near = (x * x + y * y) / (4 * R * R)
    unit = np.stack([y / R, x / R, near - 1]) / (1 + near)
    up = Observer(centre).axes()[2]
    return R * np.arctan2(np.linalg.norm(np.cross(unit, up, axis=0), axis=0), np.tensordot(up, unit, 1))


def elevation_of(height, distance, eye):
    arc = distance / R
    return math.degrees(math.atan2((R + height) * math.cos(arc) - (R + eye), (R + height) * math.sin(arc)))


def square(middle, half, side):
    x, y = project(middle)
    return Rect(x - half, y - half, x + half, y + half, side, side)


@pytest.mark.parametrize("lon", DIRECTIONS)
@pytest.mark.parametrize("middle", [POLE, LatLon(-87, 180)], ids=["pole", "180"])
def test_the_dip_of_the_bare_sphere(lon, middle):
    flat = ground(lambda x, y: 0.0, 2000.0, 101, middle)
    found = horizon_map(flat, square(middle, 20_000, 20), LatLon(0, lon), height_m=1000.0)
    # between places 2 km apart a chord lies some metres under the sphere
    assert found == pytest.approx(-math.degrees(math.acos(R / (R + 1000))), abs=0.02)


@pytest.mark.parametrize("lon", DIRECTIONS)
@pytest.mark.parametrize("middle", [POLE, LatLon(-88.2, 180), LatLon(-88.4, 250)], ids=["pole", "180", "250"])
def test_the_rim_of_an_analytic_crater(lon, middle):
    # flat floor at -2500 m, wall of constant slope between 6 and 10 km from the centre, plain at 500 m
    made = ground(lambda x, y: np.interp(away_m(x, y, middle), [6_000, 10_000], [-2_500, 500]), 50.0, 601, middle)
    rect = square(middle, 100, 3)
    found = horizon_map(made, rect, LatLon(0.5, lon))
    expected = elevation_of(500, 10_000, -2_500)
    assert found[1, 1] == pytest.approx(expected, abs=0.05)


@pytest.mark.parametrize("height", [1500.0, 4000.0])
def test_a_straight_ridge(height):
    # one row of nodes stands up; what is seen of it towards longitude 0 stands along the cells' own meridians
    cell, crest = 1000.0, 50_000.0
    made = ground(lambda x, y: 0.0, cell, 301)
    row = round((made.north_m - crest) / cell - 0.5)
    made.heights[row] = height
    y_crest = made.north_m - (row + 0.5) * cell
    rect = Rect(-3_000, -3_000, 3_000, 3_000, 6, 6)
    found = horizon_map(made, rect, LatLon(0, 0))
    xs, ys = rect.centres()
    for i in range(6):
        for j in range(6):
            # along the great circle to 0° N 0° E, which the crest's row of the map crosses at another x
            start = unproject(xs[j], ys[i])
            azimuth = initial_azimuth(start, LatLon(0, 0))
            arcs = np.linspace(40_000, 60_000, 20_001)
            y = np.array([project(destination(start, azimuth, a))[1] for a in arcs[::200]])
            distance = float(np.interp(y_crest, y, arcs[::200]))
            assert found[i, j] == pytest.approx(elevation_of(height, distance, 0), abs=2e-3)


def test_it_is_the_skyline_of_every_cell():
    real = Ground.of(Terrain(Paths.find().terrain))
    rect = Rect(-120_000, -90_000, 150_000, 120_000, 540, 420)
    xs, ys = rect.centres()
    chosen = np.random.default_rng(7)
    for toward in (LatLon(1.2, 35), LatLon(-0.5, 140), LatLon(0, 235), LatLon(1.5, 310)):
        found = horizon_map(real, rect, toward, height_m=10.0)
        apart = []
        for i, j in zip(chosen.integers(0, 420, 60), chosen.integers(0, 540, 60), strict=True):
            place = unproject(xs[j], ys[i])
            line = skyline(real, real.observer(place, 10.0), np.array([initial_azimuth(place, toward)]))
            # the map's eye sees nothing nearer than its next row
            if line.distances_m[0] > 2_000:
                apart.append(found[i, j] - line.elevations_deg[0])
        assert len(apart) > 20
        assert np.median(np.abs(apart)) < 0.02
        assert np.percentile(np.abs(apart), 90) < 0.15


def test_it_is_the_same_whether_walks_are_gone_on_with_one_by_one_or_all_at_once(monkeypatch):
    real = Ground.of(Terrain(Paths.find().terrain))
    rect = square(LatLon(-88, 60), 80_000, 160)
    found = []
    for few in (0, 6, 10_000):
        monkeypatch.setattr("atlas.services.sky.horizon_map._FEW", few)
        found.append(horizon_map(real, rect, LatLon(1.0, 33)))
    assert found[0].std() > 0.5
    for other in found[1:]:
        assert np.abs(other - found[0]).max() < 1e-4


def test_holes_are_level_with_the_sphere():
    def holed(x, y):
        return np.where(np.hypot(x, y) < 5_000, np.nan, 2_000.0 * (np.hypot(x, y) < 30_000))

    filled = ground(lambda x, y: np.nan_to_num(holed(x, y), nan=0.0), 500.0, 160)
    for lon in (20.0, 110.0, 200.0, 290.0):
        maps = [
            horizon_map(made, square(POLE, 20_000, 50), LatLon(0, lon)) for made in (ground(holed, 500.0, 160), filled)
        ]
        assert (maps[0] == maps[1]).all()


def test_finer_ground_lies_in_coarser_ground():
    far_peak = destination(POLE, 30, 60_000)
    coarse = ground(lambda x, y: np.maximum(0, 5_000 - away_m(x, y, far_peak) * 0.5), 1000.0, 201)
    near_wall = ground(lambda x, y: np.where(away_m(x, y, POLE) > 4_000, 150.0, 0.0), 50.0, 201)
    rect = square(POLE, 100, 2)
    both = horizon_map(near_wall, rect, LatLon(0, 210), around=coarse)
    assert both == pytest.approx(elevation_of(150, 4_000, 0), abs=0.1)
    over = horizon_map(near_wall, rect, LatLon(0, 30), around=coarse)
    # the wall of the finer ground hides less than the peak beyond it
    assert over == pytest.approx(elevation_of(5_000, 60_000, 0), abs=0.1)


def test_a_point_of_the_sky_close_by_is_refused():
    flat = ground(lambda x, y: 0.0, 2000.0, 11)
    with pytest.raises(ValueError, match="at least 45°"):
        horizon_map(flat, square(POLE, 5_000, 4), LatLon(-60, 10))
