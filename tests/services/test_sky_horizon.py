"""Skylines against closed forms on the sphere, and the share of a disc that stands over them."""

import math
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, destination, great_circle_m, project
from atlas.domain.entries import Place
from atlas.paths import Paths
from atlas.services.sky import Apparent, Ground, Observer, Sky, Skyline, sky_view, skyline, visible_shares
from atlas.services.sky.disc import half_widths, window
from atlas.services.sky.features import feature_at
from atlas.services.sky.horizon import _Rays
from atlas.services.sky.time_scales import to_tdb
from atlas.services.terrain import Terrain
from atlas.store.catalogue import Catalogue

R = MOON_RADIUS_M
POLE = LatLon(-90, 0)


def ground(height, cell=1000.0, side=401, middle=POLE):
    """Return synthetic ground round a place; `height` takes map metres x, y (arrays)."""
    half = side * cell / 2
    x0, y0 = project(middle)
    offsets = -half + (np.arange(side) + 0.5) * cell
    x, y = np.meshgrid(x0 + offsets, y0 - offsets)
    heights = np.asarray(height(x, y), np.float32) + np.zeros_like(x, np.float32)
    return Ground(heights, cell, x0 - half, y0 + half, "synthetic")


def over_sphere_m(x, y, centre):
    """Return great-circle distances in metres of map points from a place."""
    near = (x * x + y * y) / (4 * R * R)
    unit = np.stack([y / R, x / R, near - 1]) / (1 + near)
    up = Observer(centre).axes()[2]
    return R * np.arctan2(np.linalg.norm(np.cross(unit, up, axis=0), axis=0), np.tensordot(up, unit, 1))


def elevation_of(height, distance, eye):
    """Return in degrees how high ground of a height stands at a distance over the sphere, seen from an eye's height."""
    arc = distance / R
    return math.degrees(math.atan2((R + height) * math.cos(arc) - (R + eye), (R + height) * math.sin(arc)))


@pytest.mark.parametrize("place", [POLE, LatLon(-89.2, 77), LatLon(-87.5, 181)])
@pytest.mark.parametrize("eye", [2.0, 100.0, 1500.0])
def test_the_dip_of_a_smooth_sphere(place, eye):
    flat = ground(lambda x, y: 0.0)
    line = skyline(flat, flat.observer(place, eye))
    dip = math.degrees(math.acos(R / (R + eye)))
    assert len(line.azimuths_deg) == 720
    assert line.elevations_deg == pytest.approx(-dip, abs=1e-5)
    assert line.distances_m == pytest.approx(R * math.radians(dip), rel=0.02)
    assert not line.open_ended.any()


def test_a_higher_eye_sees_further_down():
    flat = ground(lambda x, y: 500.0)
    assert flat.elevation(POLE) == 500.0
    dip = math.acos((R + 500) / (R + 502))
    line = skyline(flat, flat.observer(POLE, 2.0))
    assert line.elevations_deg == pytest.approx(-math.degrees(dip), abs=1e-5)


@pytest.mark.parametrize("height", [1200.0, 2000.0, 6000.0])
def test_a_straight_ridge(height):
    # one row of nodes stands up; towards an azimuth of the pole its crest is at y / cos(azimuth) map metres
    row, cell, side = 150, 1000.0, 401
    crest_y = (side / 2 - row - 0.5) * cell

    def ridge(x, y):
        return np.where(np.abs(y - crest_y) < 1, height, 0.0)

    made = ground(ridge, cell, side)
    # from high up, so that the plain's own horizon does not hide the far ends of the ridge
    line = skyline(made, made.observer(POLE, 1000.0), azimuths := np.arange(-60.0, 60.1, 0.5))
    for k, azimuth in enumerate(azimuths):
        arc = 2 * math.atan(crest_y / math.cos(math.radians(azimuth)) / (2 * R))
        assert line.elevations_deg[k] == pytest.approx(elevation_of(height, R * arc, 1000.0), abs=5e-4)
        assert line.distances_m[k] == pytest.approx(R * arc, rel=2e-3)
        x, y = project(line.position(k))
        assert y == pytest.approx(crest_y, abs=0.002 * R * arc)
        assert math.degrees(math.atan2(x, y)) == pytest.approx(azimuth, abs=1e-6)


@pytest.mark.parametrize("centre", [POLE, LatLon(-89.3, 40), LatLon(-88.4, 250)])
def test_an_analytic_crater(centre):
    # flat floor at -2500 m, wall of constant slope between 6 and 10 km from the centre, plain at 500 m
    def crater(x, y):
        return np.interp(over_sphere_m(x, y, centre), [6_000, 10_000], [-2_500, 500])

    made = ground(crater, 25.0, 961, centre)
    line = skyline(made, made.observer(centre))
    expected = elevation_of(500, 10_000, -2_498)
    assert made.elevation(centre) == pytest.approx(-2500, abs=0.01)
    # between nodes 25 m apart the rim's edge is cut by up to 4 m, which are 0.02° at 10 km
    assert line.elevations_deg == pytest.approx(expected, abs=0.025)
    assert line.elevations_deg.max() <= expected + 1e-3
    assert line.distances_m == pytest.approx(10_000, abs=50)
    assert np.mean(line.elevations_deg) == pytest.approx(expected, abs=0.015)


def test_the_far_peak_over_the_curve_of_the_moon():
    # 100 km away 2.9 km of the mountain lie under the plane of the eye; 200 km away 11.5 km do
    summit = destination(POLE, 30, 100_000)

    def mountain(x, y):
        return np.maximum(0.0, 6_000 - over_sphere_m(x, y, summit) * 0.3)

    made = ground(mountain, 500.0, 801)
    line = skyline(made, made.observer(POLE), np.array([30.0, 210.0]))
    assert line.elevations_deg[0] == pytest.approx(elevation_of(6_000, 100_000, 2), abs=0.06)
    assert line.elevations_deg[1] == pytest.approx(-math.degrees(math.acos(R / (R + 2))), abs=1e-4)
    assert great_circle_m(line.position(0), summit) < 600


@pytest.mark.parametrize(
    ("lat", "lon", "eye"), [(-89.67, 129.78, 2), (-89.45, 222.7, 10), (-86, 0, 2), (-75, 40, 0.5), (-88, 300, 3000)]
)
def test_real_ground_against_a_dense_march(lat, lon, eye):
    real = Ground.of(Terrain(Paths.find().terrain))
    observer = real.observer(LatLon(lat, lon), eye)
    azimuths = np.arange(0.0, 360.0, 7.5)
    line = skyline(real, observer, azimuths)
    rays = _Rays(real, observer, azimuths)
    steps = np.concatenate([np.arange(1, 5_000, 2.0), np.arange(5_000, 60_000, 10.0), np.arange(60_000, 600_000, 50.0)])
    dense = [rays.slopes(np.array([k]), steps)[0].max() for k in range(len(azimuths))]
    short = np.degrees(np.arctan(dense)) - line.elevations_deg
    # the march steps over crests that the skyline finds, never the other way round
    assert short.max() < 1e-3
    assert short.min() > -0.02


def test_the_ground_is_the_terrain():
    terrain = Terrain(Paths.find().terrain)
    real = Ground.of(terrain)
    for lat, lon in ((-89.67, 129.78), (-90, 0), (-71, 100), (-62.5, 45)):
        assert real.elevation(LatLon(lat, lon)) == pytest.approx(terrain.elevation(LatLon(lat, lon)), abs=1e-2)
    for off in (LatLon(-60, 0), LatLon(0, 0), LatLon(90, 0)):
        assert real.elevation(off) is None
    # the floor of Shackleton lies deep: nothing low can be seen from it, and its wall is what forms the skyline
    line = skyline(real, real.observer(LatLon(-89.67, 129.78)))
    assert line.elevations_deg.min() > 15
    assert line.distances_m.max() < 15_000


def test_at_the_edge_it_says_that_the_ground_ends():
    real = Ground.of(Terrain(Paths.find().terrain))
    line = skyline(real, real.observer(LatLon(-70.2, 0)))
    outward = np.abs((line.azimuths_deg + 180) % 360 - 180) < 60
    assert line.open_ended[outward].any()
    assert not line.open_ended[(line.azimuths_deg > 160) & (line.azimuths_deg < 200)].any()
    assert np.isfinite(line.elevations_deg).all()


def test_holes_in_the_ground_count_as_its_end():
    def holed(x, y):
        return np.where((y > 20_000) & (y < 60_000), np.nan, 0.0)

    made = ground(holed)
    line = skyline(made, made.observer(POLE, 500.0), np.array([0.0, 180.0]))
    assert line.open_ended.tolist() == [True, False]
    assert line.elevations_deg == pytest.approx(-math.degrees(math.acos(R / (R + 500))), abs=1e-4)


def seen(azimuth, elevation, radius):
    return Apparent(*(np.array([v]) for v in (azimuth, elevation, radius, 1.5e8)))


def share_of(azimuth, elevation, radius, line):
    return visible_shares(seen(azimuth, elevation, radius), line)[0]


def half_width(elevation, radius):
    return half_widths(np.array([elevation]), np.array([radius]))[0]


def flat_line(elevation, azimuths=None):
    azimuths = np.arange(0, 360, 0.01) if azimuths is None else azimuths
    same = np.zeros_like(azimuths)
    elevations = elevation(azimuths) if callable(elevation) else same + elevation
    return Skyline(Observer(POLE), azimuths, elevations, same, same.astype(bool))


@pytest.mark.parametrize("azimuth", [0.0, 123.4, 359.9])
@pytest.mark.parametrize("rise", [-1.0, -0.7, -0.2, 0.0, 0.5, 0.95, 1.0])
def test_share_over_a_level_skyline_is_a_circle_segment(azimuth, rise):
    radius = 0.2665
    share = share_of(azimuth, 1.3, radius, flat_line(1.3 - rise * radius))
    segment = 1 - (math.acos(rise) - rise * math.sqrt(1 - rise * rise)) / math.pi
    assert share == pytest.approx(segment, abs=2e-3)


def test_share_is_exactly_all_or_nothing():
    assert share_of(10, 2.0, 0.27, flat_line(1.7)) == 1.0
    assert share_of(10, 2.0, 0.27, flat_line(2.3)) == 0.0
    assert share_of(10, -1.0, 0.27, flat_line(-1.3)) == 1.0


@pytest.mark.parametrize("elevation", [0.0, 20.0, 75.0])
def test_share_beside_an_upright_wall(elevation):
    # half of the sky is a wall: half of the disc is seen at its edge, wherever the disc stands
    wall = flat_line(lambda a: np.where((a > 50) & (a < 230), 89.9, -10.0))
    assert share_of(50.005, elevation, 0.95, wall) == pytest.approx(0.5, abs=0.01)
    assert share_of(40, elevation, 0.95, wall) == 1.0
    assert share_of(70, elevation, 0.95, wall) == 0.0


@pytest.mark.parametrize("elevation", [89.5, 90.0])
def test_a_disc_round_the_zenith(elevation):
    assert half_width(elevation, 0.95) == 180.0
    assert share_of(33, elevation, 0.95, flat_line(20.0)) == 1.0
    assert len(window(seen(33, elevation, 0.95))) == 721


def test_the_window_spans_the_disc():
    azimuths = window(seen(0.1, 60.0, 0.95))
    assert azimuths[len(azimuths) // 2] == pytest.approx(0.1)
    assert azimuths[0] == pytest.approx(360 + 0.1 - half_width(60, 0.95))
    assert half_width(60, 0.95) == pytest.approx(1.9, abs=0.01)


def test_sunset_over_a_plain():
    # two degrees from the pole the Sun rises and sets within hours; the plain's horizon is the dip of the eye
    plain, sky, place = ground(lambda x, y: 0.0), Sky.load(Paths.find().sky), LatLon(-88, 60)
    dip = math.degrees(math.acos(R / (R + 2)))
    start, shares = datetime(2026, 11, 1, tzinfo=UTC), []
    for hours in range(0, 800, 2):
        view = sky_view(sky, plain, place, start + timedelta(hours=hours)).sun
        rise = max(-1.0, min(1.0, (view.elevation_deg + dip) / view.angular_radius_deg))
        shares.append(1 - (math.acos(rise) - rise * math.sqrt(1 - rise * rise)) / math.pi)
        assert view.visible == pytest.approx(shares[-1], abs=2e-3)
        assert view.ridge.elevation_deg == pytest.approx(-dip, abs=1e-4)
    assert 0 in shares
    assert 1 in shares
    assert sum(0.05 < share < 0.95 for share in shares) >= 2


@pytest.mark.parametrize(
    ("lat", "lon", "radius_km"),
    [(-89.67, 129.78, 4), (-88.14, 45.91, 10), (-87.45, 354.83, 8), (-87.18, 84.31, 8)],
    ids=["Shackleton", "Shoemaker", "Haworth", "Faustini"],
)
def test_floors_that_the_sun_never_reaches(lat, lon, radius_km):
    real, sky, centre = Ground.of(Terrain(Paths.find().terrain)), Sky.load(Paths.find().sky), LatLon(lat, lon)
    # every two hours of a draconic year, in which the Sun goes once through all its heights over the pole
    start = to_tdb(datetime(2026, 1, 1, tzinfo=UTC))
    sun = sky.sun(start + np.arange(0, 346.62 * 86_400, 7_200))
    for azimuth, share in ((0, 0.0), *((a, f) for f in (0.5, 1.0) for a in range(0, 360, 60))):
        floor = destination(centre, azimuth, share * radius_km * 1000)
        observer = real.observer(floor, 0.0)
        assert visible_shares(observer.look(sun), skyline(real, observer)).max() == 0.0


def place(name, lat, lon, km, kind="AA"):
    return Place(name, name, kind, lat, lon, km)


def test_features_are_named_by_rim_or_height():
    # 0.01° of latitude are 303 m
    crater, hill = place("Crater", -88, 10, 40.0), place("Hill", -85, 10, 30.0, "MO")
    small = place("Small", -88, 10, None)
    on_rim = destination(LatLon(-88, 10), 70, 20_400)
    assert feature_at([hill, crater, small], on_rim) is crater
    assert feature_at([hill, crater], LatLon(-88, 10)) is None
    assert feature_at([crater, hill], LatLon(-85, 12)) is hill
    assert feature_at([crater, hill, small], LatLon(-88.05, 10)) is small
    assert feature_at([], on_rim) is None


def test_what_forms_the_skyline_of_shackleton_is_shackleton():
    real = Ground.of(Terrain(Paths.find().terrain))
    places = Catalogue.open(Paths.find().catalogue).places()
    line = skyline(real, real.observer(LatLon(-89.67, 129.78)), np.arange(0.0, 360, 30))
    names = [getattr(feature_at(places, line.position(k)), "name", None) for k in range(12)]
    assert names.count("Shackleton") >= 10


def test_nothing_of_numpy_at_import():
    for path in (Path(__file__).parents[2] / "atlas" / "services" / "sky").glob("*.py"):
        assert "\nimport numpy" not in path.read_text(encoding="utf-8").partition("if TYPE_CHECKING:")[0]
