"""Shadows over whole rectangles: against closed forms on the sphere, a plain ray march, and the skylines of points."""

import math
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from plain_march import plain_march

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, destination, project, unproject
from atlas.paths import Paths
from atlas.services.sky import Directions, Ground, Observer, Sky, skyline, visible_shares
from atlas.services.sky.disc import window
from atlas.services.sky.shadow import Rect, Scene
from atlas.services.sky.time_scales import to_tdb
from atlas.services.terrain import Terrain

R = MOON_RADIUS_M
POLE = LatLon(-90, 0)
AU_KM = 149_597_870.7
RADIUS = math.degrees(math.asin(695_700 / AU_KM))


@pytest.fixture(scope="module")
def real():
    return Ground.of(Terrain(Paths.find().terrain))


@pytest.fixture(scope="module")
def sky():
    return Sky.load(Paths.find().sky)


def sun_at(lat, lon, distance_km=AU_KM, radius_km=695_700):
    phi, lam = math.radians(lat), math.radians(lon)
    unit = [math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)]
    return Directions(np.array([unit]), np.array([distance_km]), radius_km)


def ground(height, cell=500.0, side=801):
    half = side * cell / 2
    offsets = -half + (np.arange(side) + 0.5) * cell
    x, y = np.meshgrid(offsets, -offsets)
    return Ground(np.asarray(height(x, y), np.float32) + np.zeros_like(x, np.float32), cell, -half, half, "made")


def square(half, pixels, centre=POLE):
    x, y = project(centre)
    return Rect(x - half, y - half, x + half, y + half, pixels, pixels)


def segment(rise):
    """Return the share of a disc over a level line that stands `rise` radii over its middle."""
    rise = np.clip(rise, -1.0, 1.0)
    return (np.arccos(rise) - rise * np.sqrt(1 - rise * rise)) / np.pi


def off_edges(field):
    """Return where the eight neighbours have the pixel's own value."""
    padded = np.pad(field, 1, mode="edge")
    rows, columns = field.shape
    around = np.stack([padded[i : i + rows, j : j + columns] for i in range(3) for j in range(3)])
    return (around == field).all(axis=0)


@pytest.mark.parametrize("lon", [0.0, 37.0, 118.0, 200.2, 305.0])
@pytest.mark.parametrize("lat", [-1.5, 0.0, 1.5])
def test_sunset_over_the_bare_sphere(lat, lon):
    # where the Sun stands level, half of its disc is seen: nothing but the curve of the Moon is in the way
    rect = square(100_000, 250)
    shares = Scene(ground(lambda x, y: 0.0), rect).shares(sun_at(lat, lon))
    xs, ys = rect.centres()
    x, y = np.meshgrid(xs, ys)
    k = (x * x + y * y) / (4 * R * R)
    unit = np.stack([y / R, x / R, k - 1], axis=-1) / (1 + k)[..., None]
    elevation = np.degrees(np.arcsin(unit @ sun_at(lat, lon).unit[0] - R / (AU_KM * 1000)))
    assert shares == pytest.approx(segment(-elevation / RADIUS), abs=0.035)
    assert shares.min() == 0
    assert shares.max() == 1


@pytest.mark.parametrize("lat", [-1.5, -0.5, 0.3])
def test_the_shadow_of_a_straight_ridge(lat):
    # a ridge 3 km high whose near edge is 60 km sunward; its shadow ends where that stands as high as the Sun
    edge_y, height, sun = 60_000.0, 3_000.0, sun_at(lat, 0)
    made = ground(lambda x, y: np.where(np.abs(y - edge_y - 1_500) < 1_501, height, 0.0))
    rect = Rect(-2_000, -150_000, 2_000, 55_000, 5, 820)
    shares = Scene(made, rect).shares(sun)[:, 2]
    along = 2 * np.arctan(rect.centres()[1] / (2 * R))
    arc = 2 * math.atan(edge_y / (2 * R)) - along
    crest = np.degrees(np.arctan2((R + height) * np.cos(arc) - R, (R + height) * np.sin(arc)))
    elevation = np.degrees(along - R / (AU_KM * 1000)) - lat
    assert shares == pytest.approx(segment((np.maximum(crest, 0) - elevation) / RADIUS), abs=0.03)
    assert (shares == 0).mean() > 0.1
    # and the skylines of points agree
    for k in range(0, 820, 40):
        observer = Observer(unproject(0.0, float(rect.centres()[1][k])), R)
        seen = observer.look(sun)
        assert shares[k] == pytest.approx(visible_shares(seen, skyline(made, observer, window(seen)))[0], abs=0.02)


@pytest.mark.parametrize("lon", [10.0, 222.0])
def test_the_shadow_in_an_analytic_crater(lon):
    # flat floor at -1000 m out to 6 km, steep wall, plain at 0 from 7 km on; the Sun 7° high
    made = ground(lambda x, y: np.interp(np.hypot(x, y), [6_000, 7_000], [-1_000, 0]), 25.0, 801)
    sun = sun_at(-7, lon)
    rect = square(4_000, 160)
    shares = Scene(made, rect).shares(sun)
    x, y = np.meshgrid(*rect.centres())
    s, c = math.sin(math.radians(lon)), math.cos(math.radians(lon))
    across, along = x * c - y * s, x * s + y * c
    away = np.sqrt(7_000**2 - across**2) - along
    rim = np.degrees(np.arctan2(R * np.cos(away / R) - (R - 1_000), R * np.sin(away / R)))
    expected = segment((rim - 7 - np.degrees(along / R)) / RADIUS)
    assert np.abs(shares - expected).max() < 0.2
    assert np.abs(shares - expected).mean() < 0.01
    assert {0.0, 1.0} <= set(np.unique(shares).tolist())


@pytest.mark.parametrize(
    ("centre", "half", "when"),
    [
        (POLE, 60_000, datetime(2026, 11, 22, 18, tzinfo=UTC)),
        (LatLon(-87, 100), 50_000, datetime(2027, 2, 3, tzinfo=UTC)),
        (LatLon(-75, 200), 60_000, datetime(2026, 12, 13, tzinfo=UTC)),
    ],
    ids=["pole", "87 S", "75 S"],
)
def test_against_a_plain_march(real, sky, centre, half, when):
    rect, sun = square(half, 150, centre), sky.sun(when)
    shares = Scene(real, rect).shares(sun)
    for towards, lit in ((-1.0, shares >= 1.0), (0.0, shares > 0.5), (1.0, shares > 0.0)):
        marched = plain_march(real, rect, sun, 200.0, towards)
        assert 0.02 < marched.mean() < 0.98
        assert (marched == lit)[off_edges(marched)].mean() >= 0.999
        assert (marched == lit).mean() > 0.98


@pytest.mark.parametrize("half", [20_000, 200_000])
def test_against_the_skylines_of_points(real, sky, half):
    sun, rng = sky.sun(datetime(2027, 2, 3, tzinfo=UTC)), np.random.default_rng(5)
    rect = square(half, 700)
    shares = Scene(real, rect).shares(sun)
    xs, ys = rect.centres()
    wrong = off = 0
    for i, j in rng.integers(2, 698, (300, 2)):
        observer = real.observer(unproject(xs[j], ys[i]), 0.0)
        seen = observer.look(sun)
        share = visible_shares(seen, skyline(real, observer, window(seen)))[0]
        around = shares[i - 2 : i + 3, j - 2 : j + 3]
        if around.max() - around.min() < 0.1:
            off += 1
            wrong += abs(share - shares[i, j]) > 0.05
    assert off > 200
    assert wrong <= 0.005 * off


@pytest.mark.parametrize(
    ("lat", "lon", "radius_km"),
    [(-89.67, 129.78, 4), (-88.14, 45.91, 10), (-87.45, 354.83, 8), (-87.18, 84.31, 8)],
    ids=["Shackleton", "Shoemaker", "Haworth", "Faustini"],
)
def test_floors_that_the_sun_never_reaches(real, sky, lat, lon, radius_km):
    # some 60 moments of a draconic year, no two at the same time of the month
    scene = Scene(real, square(radius_km * 700, 24, LatLon(lat, lon)))
    start = to_tdb(datetime(2026, 1, 1, tzinfo=UTC))[0]
    for k in range(60):
        assert scene.shares(sky.sun(start + k * 346.62 / 60 * 86_400)).max() == 0.0


def test_mountains_outside_the_rectangle_cast_their_shadows(real, sky):
    sun = sky.sun(datetime(2026, 11, 22, 18, tzinfo=UTC))
    wide, rect = Scene(real, square(200_000, 400)).shares(sun), square(20_000, 40)
    assert np.abs(Scene(real, rect).shares(sun) - wide[180:220, 180:220]).mean() < 0.02
    summit = destination(POLE, 20, 100_000)
    x0, y0 = project(summit)
    far = ground(lambda x, y: np.maximum(0.0, 8_000 - np.hypot(x - x0, y - y0) * 0.4))
    assert Scene(far, square(1_000, 20)).shares(sun_at(-1.0, 20)).max() == 0.0
    assert Scene(far, square(1_000, 20)).shares(sun_at(-1.0, 40)).min() == 1.0


def test_finer_ground_in_coarser_ground(real, sky):
    # the same surface, once cut out: what stands around it still casts its shadows
    sun, rect = sky.sun(datetime(2026, 11, 22, 18, tzinfo=UTC)), square(20_000, 100)
    part = slice(381 - 30, 381 + 30)
    cut = Ground(real.heights[part, part].copy(), real.cell_m, -30 * real.cell_m, 30 * real.cell_m, "cut")
    whole = Scene(real, rect).shares(sun)
    apart = np.abs(Scene(cut, rect, real).shares(sun) - whole)
    # the grids' nodes lie elsewhere: edges may tell
    assert apart.mean() < 0.01
    assert (apart > 0.2)[off_edges(whole)].mean() < 1e-3


def test_rings_of_ground_are_as_good_as_one(real, sky):
    # the same surface, cut out twice: a ring round the rectangle, and all the rest
    sun, rect = sky.sun(datetime(2026, 11, 22, 18, tzinfo=UTC)), square(20_000, 100)

    def cut(cells):
        part = slice(381 - cells, 381 + cells)
        return Ground(real.heights[part, part].copy(), real.cell_m, -cells * real.cell_m, cells * real.cell_m, "cut")

    whole = Scene(real, rect).shares(sun)
    ringed = Scene(cut(20), rect, (cut(60), real)).shares(sun)
    assert np.abs(ringed - whole).mean() < 0.01
    assert (np.abs(ringed - whole) > 0.2)[off_edges(whole)].mean() < 1e-3


@pytest.mark.parametrize("away", [30_000, 100_000])
def test_a_mountain_in_any_ring_casts_its_shadow(away):
    x0, y0 = project(destination(POLE, 20, away))
    far = ground(lambda x, y: np.maximum(0.0, 8_000 - np.hypot(x - x0, y - y0) * 0.4))

    def cut(cells):
        part = slice(400 - cells, 401 + cells)
        half = (cells + 0.5) * 500.0
        return Ground(far.heights[part, part].copy(), 500.0, -half, half, "cut")

    rings = cut(10), square(1_000, 20), (cut(100), far)
    assert Scene(*rings).shares(sun_at(-1.0, 20)).max() == 0.0
    for lon in range(100, 300, 8):
        assert Scene(*rings).shares(sun_at(-1.0, lon)).min() == 1.0
    alone = Scene(cut(10), square(1_000, 20), cut(100)).shares(sun_at(-1.0, 20))
    assert alone.max() == (0.0 if away < 50_000 else 1.0)


def test_finer_rows_come_closer_to_the_march(real, sky):
    rect, sun = square(200_000, 500), sky.sun(datetime(2026, 11, 22, 18, tzinfo=UTC))
    block = slice(235, 265), slice(435, 465)
    marched = plain_march(real, Rect(148_000, -12_000, 172_000, 12_000, 30, 30), sun, 50.0)
    wrong = [(marched != (Scene(real, rect, fine=fine).shares(sun)[block] > 0.5)).sum() for fine in (False, True)]
    assert wrong[1] < wrong[0]


def test_holes_and_the_edge_count_as_the_bare_sphere(sky):
    holed = ground(lambda x, y: np.where(np.abs(x) < 20_000, np.nan, 0.0))
    sun = sun_at(-1.0, 90)
    bare = Scene(ground(lambda x, y: 0.0), square(50_000, 50)).shares(sun)
    assert Scene(holed, square(50_000, 50)).shares(sun) == pytest.approx(bare, abs=1e-3)
    beyond = Scene(holed, square(80_000, 20, LatLon(-80, 90))).shares(sun_at(0.0, 90))
    assert beyond.min() == 1.0
    assert Scene(holed, square(100_000, 20, LatLon(-80, 270))).shares(sun_at(0.0, 90)).max() == 0.0


def test_a_moment_later_from_the_same_scene(real, sky):
    rect, start = square(60_000, 90), datetime(2026, 11, 1, tzinfo=UTC)
    scene, means = Scene(real, rect), []
    for hours in range(0, 29 * 24, 96):
        sun = sky.sun(start + timedelta(hours=hours))
        shares = scene.shares(sun)
        assert np.array_equal(shares, Scene(real, rect).shares(sun))
        assert 0.0 <= shares.min() <= shares.max() <= 1.0
        means.append(float(shares.mean()))
    assert max(means) > min(means) + 0.02


@pytest.mark.parametrize("rect", [(0, 0, 0, 1, 5, 5), (0, 2, 1, 1, 5, 5), (0, 0, 1, 1, 0, 5), (0, 0, 1, 1, 5, 0)])
def test_an_empty_rectangle_is_refused(rect):
    with pytest.raises(ValueError, match="empty"):
        Rect(*rect)


def test_tiny_rectangles_and_a_high_sun(real):
    assert Scene(real, Rect(0, 0, 400, 400, 1, 1)).shares(sun_at(-1.5, 10)).shape == (1, 1)
    assert Scene(real, Rect(0, 0, 4000, 40, 3, 1)).shares(sun_at(-30.0, 0)).min() == 1.0


def test_nothing_of_numpy_at_import():
    path = Path(__file__).parents[2] / "atlas" / "services" / "sky" / "shadow.py"
    assert "\nimport numpy" not in path.read_text(encoding="utf-8").partition("if TYPE_CHECKING:")[0]
