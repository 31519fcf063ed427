"""Light over a span: closed forms, the same numbers whoever computes, a file that tells what it is."""

import math
from collections.abc import Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasters import map_tif

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon
from atlas.paths import Paths
from atlas.services.illumination.block import Block, Tiles
from atlas.services.illumination.estimate import estimate
from atlas.services.illumination.job import IlluminationError, IlluminationJob, fitted, grounds
from atlas.services.illumination.pools import Pool, local_pool
from atlas.services.illumination.run import illuminate
from atlas.services.sky import Directions, Ground, Observer, Sky, SkySpanError, skyline, visible_shares
from atlas.services.sky.ephemeris import SUN_RADIUS_KM
from atlas.services.sky.shadow import Rect
from atlas.services.tasks import CancelToken
from atlas.services.terrain import Terrain
from atlas.services.terrain.importing import import_terrain
from atlas.services.terrain.library import Library
from atlas.services.terrain.survey import survey

# of how rasterio multiplies transforms
pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
SHARE, NIGHT, EARTH, NEVER = range(4)


@pytest.fixture(scope="module")
def terrain() -> Terrain:
    return Terrain(Paths.find().terrain)


@pytest.fixture(scope="module")
def sky() -> Sky:
    return Sky.load(Paths.find().sky)


@contextmanager
def one_thread() -> Iterator[Pool]:
    with ThreadPoolExecutor(1) as executor:
        yield Pool(executor, 1)


def sun_round(lat: float, steps: int) -> Directions:
    """Return a Sun that goes once round at one latitude."""
    lon = np.radians(np.arange(steps) * 360.0 / steps)
    phi = math.radians(lat)
    unit = np.stack([math.cos(phi) * np.cos(lon), math.cos(phi) * np.sin(lon), np.full(steps, math.sin(phi))], axis=1)
    return Directions(unit, np.full(steps, 1.496e8), SUN_RADIUS_KM)


def job_of(rect: Rect, hours: float = 24.0, step: float = 6.0) -> IlluminationJob:
    return IlluminationJob(rect, BEGIN, BEGIN + timedelta(hours=hours), timedelta(hours=step))


def test_the_floor_of_a_crater_at_the_pole_is_dark_as_far_as_its_rim_says() -> None:
    # a bowl, its depth d(1 - r²/a²), in a sphere: a ray at elevation e over the far rim meets the bowl on the axis
    # of the plane at r = a - tan e / (d/a² - 1/2R)
    radius, depth, cell, count = 10_000.0, 1_200.0, 200.0, 200
    at = (np.arange(count) - count / 2 + 0.5) * cell
    away = np.hypot(at[None, :], at[:, None])
    heights = np.where(away < radius, -depth * (1.0 - (away / radius) ** 2), 0.0).astype(np.float32)
    half = count * cell / 2.0
    ground = Ground(heights, cell, -half, half, "bowl")
    rect = Rect(-9_000.0, -9_000.0, 9_000.0, 9_000.0, 90, 90)
    bands = Block(0, 0, rect, ground, None, sun_round(-1.5, 90), None).run()
    limb = math.radians(1.5) + math.asin(SUN_RADIUS_KM / 1.496e8)
    edge = radius - math.tan(limb) / (depth / radius**2 - 0.5 / MOON_RADIUS_M)
    xs, ys = rect.centres()
    r = np.hypot(xs[None, :], ys[:, None])
    never = bands[NEVER] == 1.0
    assert never[r < edge - 1.5 * cell].all()
    assert not never[r > edge + 1.5 * cell].any()
    assert (bands[NIGHT][never] == 90).all()
    assert (bands[SHARE][never] == 0).all()
    assert np.isnan(bands[EARTH]).all()


def test_on_a_plain_at_the_pole_the_share_follows_from_the_suns_height(sky: Sky) -> None:
    # small cells: the ground is straight between its nodes, so its horizon is lower than a ball's by half a cell's arc
    ground = Ground(np.zeros((64, 64), np.float32), 100.0, -3_200.0, 3_200.0, "plain")
    job = job_of(Rect(-50.0, -50.0, 50.0, 50.0, 1, 1), hours=365 * 24.0, step=12.0)
    sun, earth = sky.sun(job.times()), sky.earth(job.times())
    bands = Block(0, 0, job.rect, ground, None, sun, earth).run()
    for body, band in ((sun, SHARE), (earth, EARTH)):
        seen = Observer(LatLon(-90.0, 0.0)).look(body)
        rise = np.clip(seen.elevation_deg / seen.angular_radius_deg, -1.0, 1.0)
        share = 0.5 + (rise * np.sqrt(1.0 - rise**2) + np.arcsin(rise)) / math.pi
        assert bands[band, 0, 0] == pytest.approx(share.mean(), abs=2e-3)
        if band == SHARE:
            dark = "".join("1" if one <= 0.0 else "0" for one in share)
            # from limb to limb the Sun takes weeks here: one step is more or less of its edge
            assert bands[NIGHT, 0, 0] == pytest.approx(max(map(len, dark.split("0"))), abs=2)


def test_light_agrees_with_the_skyline_of_a_place(terrain: Terrain, sky: Sky) -> None:
    ground = Ground.of(terrain)
    rect = Rect(-40_000.0, -40_000.0, 40_000.0, 40_000.0, 50, 50)
    job = job_of(rect, hours=72.0, step=1.0)
    sun = sky.sun(job.times())
    bands = Block(0, 0, rect, ground, None, sun, None).run()
    xs, ys = rect.centres()
    differences = []
    for row, column in ((5, 40), (25, 25), (44, 9), (12, 17), (33, 30)):
        from atlas.domain.coordinates import unproject

        p = unproject(float(xs[column]), float(ys[row]))
        observer = ground.observer(p, 0.01)
        line = skyline(ground, observer, np.arange(0.0, 360.0, 0.05))
        differences.append(bands[SHARE, row, column] - visible_shares(observer.look(sun), line).mean())
    assert np.abs(differences).max() < 0.02


def test_tiles_put_a_field_back_together() -> None:
    tiles = Tiles(Rect(0.0, 0.0, 70.0, 40.0, 70, 40))
    field = np.arange(2800, dtype=np.float32).reshape(40, 70)
    np.testing.assert_array_equal(tiles.joined(tiles.cut(field)), field)


def test_blocks_make_up_the_rectangle(terrain: Terrain, sky: Sky) -> None:
    job = job_of(Rect(-600_000.0, -400_000.0, 600_000.0, 400_000.0, 600, 400))
    covered = np.zeros((400, 600), int)
    for block in job.blocks(terrain, sky):
        covered[block.row : block.row + block.rect.height, block.column : block.column + block.rect.width] += 1
        assert block.rect.pixel_m == pytest.approx(2_000.0)
    assert (covered == 1).all()


def test_fine_cells_get_a_smooth_ground_with_the_measured_one_around(terrain: Terrain) -> None:
    measured = Ground.of(terrain)
    assert grounds(Rect(-5e5, -5e5, 5e5, 5e5, 500, 500), terrain, measured) == (measured, None)
    near, around = grounds(Rect(-5e3, -5e3, 5e3, 5e3, 100, 100), terrain, measured)
    assert around is measured
    assert near.cell_m == 800.0


def test_processes_and_one_thread_find_the_same_and_the_file_tells_what_it_is(
    terrain: Terrain, sky: Sky, tmp_path: Path
) -> None:
    job = job_of(fitted(-30_000.0, -30_000.0, 30_000.0, 30_000.0, 800.0))
    one, many = tmp_path / "one.tif", tmp_path / "many.tif"
    shares: list[float] = []
    with one_thread() as pool:
        illuminate(job, terrain, sky, one, pool, shares.append, CancelToken())
    with local_pool(2) as pool:
        illuminate(job, terrain, sky, many, pool, shares.append, CancelToken())
    assert shares[-1] == 1.0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["many.tif", "one.tif"]
    with rasterio.open(one) as a, rasterio.open(many) as b:
        np.testing.assert_array_equal(a.read(), b.read())
        ours, theirs = rasterio.CRS.from_string("IAU_2015:30135").to_dict(), a.crs.to_dict()
        assert all(theirs[key] == ours[key] for key in ("proj", "lat_0", "lon_0", "R"))
        assert a.transform.a == pytest.approx(800.0)
        assert tuple(a.bounds) == pytest.approx((-30_000.0, -30_000.0, 30_000.0, 30_000.0))
        assert a.descriptions[0] == "Share of time in sunlight"
        assert a.tags()["STEP_HOURS"] == "6"
        assert a.tags()["MOMENTS"] == "4"
        assert "1.6 km" in a.tags()["TERRAIN"]
        assert "LOLA" in a.tags()["CREDITS"]
        share, night, earth, never = a.read()
        assert share.min() >= 0.0
        assert share.max() <= 1.0
        assert night.max() == 24.0
        assert set(np.unique(never)) <= {0.0, 1.0}
        assert earth.max() > 0.5
        assert ((share == 0.0) == (never == 1.0)).all()


def test_processes_know_the_terrain_of_ones_own(sky: Sky, tmp_path: Path) -> None:
    library = Library(tmp_path / "terrain")
    file = map_tif(tmp_path / "fine.tif", 400.0, 8_000.0)
    import_terrain(library, survey(file, library.folder), "fine", "", lambda share: None, CancelToken())
    terrain = Terrain(Paths.find().terrain, library.folder)
    job = job_of(fitted(-12_000.0, -12_000.0, 12_000.0, 12_000.0, 400.0))
    one, many = tmp_path / "one.tif", tmp_path / "many.tif"
    with one_thread() as pool:
        illuminate(job, terrain, sky, one, pool, lambda share: None, CancelToken())
    with local_pool(2) as pool:
        illuminate(job, terrain, sky, many, pool, lambda share: None, CancelToken())
    with rasterio.open(one) as a, rasterio.open(many) as b:
        assert a.tags()["TERRAIN"] == "fine"
        np.testing.assert_array_equal(a.read(), b.read())
    terrain.close()


TWO_BLOCKS = Rect(-60_000.0, -1_000.0, 60_000.0, 1_000.0, 600, 10)
"""512 cells, then the other 88, of 200 m: their ground reaches 80 km farther."""


class Import:
    """Imports terrain round a place as soon as some work is done; keeps the shares that it was told."""

    def __init__(self, folder: Path, centre: tuple[float, float]) -> None:
        self.terrain = Terrain(Paths.find().terrain, folder / "terrain")
        self.shares: list[float] = []
        self._file = map_tif(folder / "fine.tif", 400.0, 4_000.0, centre)

    def __call__(self, share: float) -> None:
        library = self.terrain.library
        assert library is not None
        if not self.shares:
            import_terrain(library, survey(self._file, library.folder), "fine", "", lambda share: None, CancelToken())
            self.terrain.reload()
        self.shares.append(share)


def test_terrain_imported_near_by_stops_the_work_at_once(sky: Sky, tmp_path: Path) -> None:
    # beside the rectangle, but the horizons of its blocks see it
    change = Import(tmp_path, (0.0, 70_000.0))
    with one_thread() as pool, pytest.raises(IlluminationError, match="Compute it again"):
        illuminate(job_of(TWO_BLOCKS), change.terrain, sky, tmp_path / "x.tif", pool, change, CancelToken())
    assert max(change.shares) < 0.9
    assert not list(tmp_path.glob("*x*.tif"))
    assert not list(tmp_path.glob(".atlas-*"))
    change.terrain.close()


def test_terrain_imported_far_away_does_not_stop_the_work(sky: Sky, tmp_path: Path) -> None:
    change = Import(tmp_path, (0.0, 95_000.0))
    with one_thread() as pool:
        illuminate(job_of(TWO_BLOCKS), change.terrain, sky, tmp_path / "x.tif", pool, change, CancelToken())
    assert change.terrain.own()
    assert change.shares[-1] == 1.0
    assert (tmp_path / "x.tif").exists()
    change.terrain.close()


def test_coarse_cells_are_no_matter_of_imported_terrain(sky: Sky, tmp_path: Path) -> None:
    change = Import(tmp_path, (0.0, 0.0))
    job = job_of(Rect(-8e4, -8e4, 8e4, 8e4, 80, 80))
    change(0.0)
    assert not job.imported(change.terrain)
    assert job_of(TWO_BLOCKS).imported(change.terrain)[0].name == "fine"
    change.terrain.close()


def test_a_large_raster_has_overviews_and_nothing_off_the_terrain(terrain: Terrain, sky: Sky, tmp_path: Path) -> None:
    rect = Rect(560_000.0, -50_000.0, 660_000.0, 50_000.0, 300, 300)
    with one_thread() as pool:
        illuminate(job_of(rect, 6.0), terrain, sky, tmp_path / "x.tif", pool, print, CancelToken())
    with rasterio.open(tmp_path / "x.tif") as dataset:
        assert dataset.overviews(1) == [2]
        assert dataset.compression is rasterio.enums.Compression.deflate
        share = dataset.read(1)
        assert np.isnan(share[:, -100:]).all()
        assert not np.isnan(share[:, :140]).any()


def test_cancel_leaves_nothing_and_the_old_file_stays(terrain: Terrain, sky: Sky, tmp_path: Path) -> None:
    target = tmp_path / "x.tif"
    target.write_bytes(b"older")
    token = CancelToken()

    def stop(share: float) -> None:
        token.cancel()

    with one_thread() as pool, pytest.raises(CancelledError):
        illuminate(job_of(fitted(-3e4, -3e4, 3e4, 3e4, 1600.0)), terrain, sky, target, pool, stop, token)
    assert [p.name for p in tmp_path.iterdir()] == ["x.tif"]
    assert target.read_bytes() == b"older"


def test_what_cannot_be_is_refused(terrain: Terrain, sky: Sky, tmp_path: Path) -> None:
    rect = Rect(0.0, 0.0, 1000.0, 1000.0, 10, 10)
    with pytest.raises(ValueError, match="one step"):
        job_of(rect, 1.0, 2.0)
    with pytest.raises(ValueError, match="too many"):
        job_of(rect, 2e6, 1.0)
    with pytest.raises(ValueError, match="too many"):
        job_of(Rect(0.0, 0.0, 1e6, 1e6, 5000, 5000))
    with pytest.raises(ValueError, match="too small"):
        job_of(Rect(0.0, 0.0, 5.0, 5.0, 10, 10))
    with pytest.raises(ValueError, match="off the map"):
        fitted(700_000.0, 0.0, 800_000.0, 100_000.0, 100.0)
    late = IlluminationJob(rect, datetime(2070, 1, 1, tzinfo=UTC), datetime(2071, 1, 1, tzinfo=UTC), timedelta(days=1))
    with one_thread() as pool, pytest.raises(SkySpanError):
        illuminate(late, terrain, sky, tmp_path / "x.tif", pool, print, CancelToken())
    assert not list(tmp_path.iterdir())


def test_the_estimate_grows_with_the_work(terrain: Terrain, sky: Sky) -> None:
    rect = fitted(-3e4, -3e4, 3e4, 3e4, 1600.0)
    day, year = (estimate(job_of(rect, hours, 1.0), terrain, sky, 2) for hours in (24.0, 8760.0))
    assert year.seconds > day.seconds
