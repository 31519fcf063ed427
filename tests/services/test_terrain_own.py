"""Imported terrain in use: the finest at each place for heights, relief, horizons and shadows, without seams."""

import math
import struct
import tracemalloc
import zlib
from datetime import UTC, datetime
from functools import partial

import numpy as np
import pytest
from rasterio.transform import from_origin
from rasters import map_tif, on_map, write

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, project, unproject
from atlas.paths import Paths
from atlas.services.map.ground import credits_line
from atlas.services.map.layers import Layers
from atlas.services.map.view import MapView, finest_scale
from atlas.services.sky import Ground, Sky, skyline
from atlas.services.sky.shadow import Rect, Scene
from atlas.services.tasks import CancelToken
from atlas.services.terrain import Terrain
from atlas.services.terrain.bundled import BundledRelief
from atlas.services.terrain.desk import records
from atlas.services.terrain.finer import FinerRelief
from atlas.services.terrain.importing import import_terrain
from atlas.services.terrain.library import Library
from atlas.services.terrain.packing import pack, unpack
from atlas.services.terrain.pyramid import PyramidWriter
from atlas.services.terrain.survey import survey
from atlas.services.terrain.tiles import FOOTER, MAGIC, TileCache, TileFile, nodata

# of how rasterio multiplies transforms
pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")

BUNDLED = Paths.find().terrain


def stack(tmp_path, *files):
    """Return the terrain with files imported into it."""
    library = Library(tmp_path / "terrain")
    for file in files:
        import_terrain(library, survey(file, library.folder), file.stem, "", lambda share: None, CancelToken())
    terrain = Terrain(BUNDLED, library.folder)
    terrain.load()
    return terrain


# the file


@pytest.mark.parametrize("kind", ["<i2", "<i4"])
def test_packing_loses_nothing(kind):
    random = np.random.default_rng(3)
    whole = np.iinfo(kind)
    for tile in (
        random.integers(whole.min, whole.max, (257, 257), kind, endpoint=True),
        np.full((257, 257), whole.min, kind),
        np.cumsum(random.integers(-9, 9, (257, 257), kind), axis=1, dtype=kind),
    ):
        assert (unpack(pack(tile), tile.shape, tile.itemsize) == tile).all()


def pyramid(path, numbers, rows_at_once, pool):
    with path.open("wb") as stream:
        writer = PyramidWriter(stream, *numbers.shape, numbers.itemsize, pool)
        for top in range(0, len(numbers), rows_at_once):
            writer.add(numbers[top : top + rows_at_once])
        writer.finish()
    return TileFile(path, TileCache())


@pytest.mark.parametrize("shape", [(2, 2), (256, 256), (257, 255), (513, 1030), (1000, 3)])
@pytest.mark.parametrize("rows_at_once", [1, 256, 300])
def test_every_level_is_what_it_should_be(tmp_path, shape, rows_at_once):
    from concurrent.futures import ThreadPoolExecutor

    random = np.random.default_rng(1)
    numbers = random.integers(-9_000, 9_000, shape, "<i2")
    gone = random.random(shape) < 0.2
    numbers[gone] = nodata(2)
    with ThreadPoolExecutor(2) as pool:
        file = pyramid(tmp_path / "x.tiles", numbers, rows_at_once, pool)
    level = np.where(gone, np.nan, numbers).astype(float)
    for number, (rows, columns) in enumerate(file.shapes):
        found = file.window(number, 0, 0, rows, columns).astype(float)
        found[found == nodata(2)] = np.nan
        assert (np.isnan(found) == np.isnan(level)).all()
        # each level rounds to whole steps once more
        assert np.nanmax(np.abs(found - level)) <= number
        padded = np.pad(level, ((0, rows % 2), (0, columns % 2)), mode="edge")
        four = np.stack([padded[r::2, c::2] for r in (0, 1) for c in (0, 1)])
        there = ~np.isnan(four)
        count = there.sum(axis=0)
        level = np.where(count, np.where(there, four, 0).sum(axis=0) / np.maximum(count, 1), np.nan)
    assert max(file.shapes[-1]) <= 256
    file.close()


def test_the_cache_is_bounded():
    cache = TileCache(10 * 131_072)
    for k in range(50):
        cache.put((0, 0, 0, k), np.zeros((256, 256), "<i2"))
    assert cache.size <= 10 * 131_072
    assert cache.get((0, 0, 0, 49)) is not None
    assert cache.get((0, 0, 0, 0)) is None


# what is used where


def test_the_finest_counts_and_the_others_go_on_round_it(tmp_path):
    wide = map_tif(tmp_path / "wide.tif", cell=200.0)
    site = map_tif(tmp_path / "site.tif", cell=10.0, half=2_000.0)
    terrain = stack(tmp_path, wide, site)
    at = [unproject(x, 0.0) for x in (500.0, 10_000.0, 100_000.0)]
    assert [terrain.source_at(p).label for p in at] == ["site, 10 m", "wide, 200 m", "LOLA 1.6 km"]
    assert terrain.finest_m == 10.0
    assert finest_scale(terrain.finest_m) == 1.25
    assert [s.name for s in terrain.sources_in(-500, -500, 500, 500)] == ["site"]
    assert [s.name for s in terrain.sources_in(-9_000, -500, 500, 500)] == ["site", "wide"]
    view = MapView(0, 0, 100, 800, 600)
    whence = ["Relief: site (10 m)", "Relief: wide (200 m)", "Relief: NASA/GSFC/LOLA (1.6 km)"]
    assert credits_line(Layers(), terrain, view).split(" · ") == whence
    terrain.library.set_enabled(terrain.library.named("site"), enabled=False)
    before = terrain.revision
    terrain.reload()
    assert terrain.revision > before
    assert terrain.source_at(at[0]).name == "wide"
    terrain.close()


def test_a_reading_without_waiting_says_that_it_is_not_settled(tmp_path):
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=40.0))
    p = unproject(15_000.0, -15_000.0)
    first = terrain.reading(p, wait=False)
    assert not first.settled
    assert first.source.name == "LOLA 1.6 km"
    finest = terrain.reading(p)
    assert terrain.reading(p, wait=False) == finest
    assert finest.settled
    terrain.close()


def test_slopes_are_over_the_fine_cells(tmp_path):
    _, transform = on_map(10.0, 3_000.0)
    x = -3_000.0 + (np.arange(600) + 0.5) * 10.0
    path = write(tmp_path / "ramp.tif", np.tile(0.5 * x, (600, 1)), transform)
    terrain = stack(tmp_path, path)
    assert terrain.slope_deg(unproject(5.0, 5.0)) == pytest.approx(math.degrees(math.atan(0.5)), abs=0.01)
    terrain.close()


@pytest.mark.parametrize("size", [3_000.0, 100.0], ids=["wide", "closer than its cells"])
def test_a_damaged_file_is_set_aside_and_told(tmp_path, size):
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=40.0))
    tiles = terrain.library.named("site")
    terrain.close()
    broken = bytearray(tiles.read_bytes())
    broken[20 : len(broken) // 2] = bytes(len(broken) // 2 - 20)
    tiles.write_bytes(broken)
    terrain = Terrain(BUNDLED, tiles.parent)
    terrain.load()
    image = terrain.relief_image(-19_000, 19_000 - size, size - 19_000, 19_000, 64, 64)
    assert not image.isNull()
    assert "import it again" in terrain.problems[0]
    assert terrain.source_at(unproject(0.0, 0.0)).name == "LOLA 1.6 km"
    tiles.with_suffix(".json").write_text("{}")
    terrain.reload()
    assert "cannot be read" in terrain.problems[0]
    terrain.close()


FOOT = FOOTER.size + len(MAGIC)


def footer_changed(data: bytearray, **to: int) -> None:
    values = dict(
        zip(("index", "rows", "columns", "itemsize"), FOOTER.unpack_from(data, len(data) - FOOT), strict=True)
    )
    FOOTER.pack_into(data, len(data) - FOOT, *{**values, **to}.values())


def index_changed(data: bytearray, offset: int, length: int) -> None:
    struct.pack_into("<QQ", data, FOOTER.unpack_from(data, len(data) - FOOT)[0], offset, length)


def grown(data: bytearray) -> None:
    data[len(MAGIC) : len(MAGIC)] = bytes(4_000_000)
    at = FOOTER.unpack_from(data, len(data) - FOOT)[0] + 4_000_000
    footer_changed(data, index=at)
    index_changed(data, len(MAGIC), 3_999_999)


@pytest.mark.parametrize(
    "change",
    [
        partial(footer_changed, rows=2**32 - 1, columns=2**32 - 1), partial(footer_changed, index=2**64 - 1),
        partial(footer_changed, index=16), partial(footer_changed, rows=0, columns=0),
        partial(index_changed, offset=2**64 - 8, length=16), partial(index_changed, offset=16, length=2**64 - 1),
        partial(index_changed, offset=0, length=9), grown, bytearray.clear,
    ],
)  # fmt: skip
def test_a_file_whose_index_leads_elsewhere_is_set_aside_at_once(tmp_path, change):
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=40.0))
    tiles = terrain.library.named("site")
    terrain.close()
    broken = bytearray(tiles.read_bytes())
    change(broken)
    tiles.write_bytes(broken)
    terrain = Terrain(BUNDLED, tiles.parent)
    terrain.load()
    assert terrain.own() == ()
    assert "import it again" in terrain.problems[0]
    terrain.close()


@pytest.mark.parametrize("much", [0, 66_049 * 2 - 1, 66_049 * 2 + 1, 300_000_000])
def test_a_tile_unpacks_to_its_own_size_or_not_at_all(much):
    squeezer = zlib.compressobj(9)
    packed = b"".join(squeezer.compress(bytes(min(10**6, much - at))) for at in range(0, much, 10**6))
    packed += squeezer.flush()
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="not the bytes of a tile"):
            unpack(packed, (257, 257), 2)
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


def test_a_tile_that_is_cut_off_or_goes_on_is_damaged():
    packed = pack(np.zeros((257, 257), "<i2"))
    for wrong in (packed[:-1], packed + b"x"):
        with pytest.raises(ValueError, match="not the bytes of a tile"):
            unpack(wrong, (257, 257), 2)


@pytest.mark.parametrize(
    "text", ['"offset_m": NaN', '"max_m": Infinity', '"north_m": 1e999', '"max_m": 1' + "0" * 400, '"cell_m": 1e308',
             '"rows": 1' + "0" * 400, '"x": ' + "[" * 100_000],
    ids=["nan", "infinity", "too large", "too long", "bounds", "rows", "deep"],
)  # fmt: skip
def test_a_record_of_impossible_numbers_is_refused(tmp_path, text):
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=40.0))
    record = terrain.library.named("site").with_suffix(".json")
    record.write_text(record.read_text().rstrip().removesuffix("}") + f", {text}}}")
    terrain.reload()
    assert terrain.own() == ()
    assert "cannot be read" in terrain.problems[0]
    terrain.close()


def test_a_damaged_terrain_is_not_read_again_until_it_changes(tmp_path):
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=40.0), map_tif(tmp_path / "other.tif", cell=50.0))
    tiles = terrain.library.named("site")
    whole = tiles.read_bytes()
    terrain.close()
    tiles.write_bytes(whole[:-1])
    terrain = Terrain(BUNDLED, tiles.parent)
    records(terrain)
    before = terrain.revision
    assert [own.record.name for own in terrain.own()] == ["other"]
    for _ in range(3):
        assert len(records(terrain)) == 2
    assert terrain.revision == before
    tiles.write_bytes(whole)
    records(terrain)
    assert [own.record.name for own in terrain.own()] == ["other", "site"]
    terrain.library.set_enabled(tiles, enabled=False)
    records(terrain)
    assert [own.record.name for own in terrain.own()] == ["other"]
    terrain.close()


def test_rasters_and_single_places_agree(tmp_path):
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=50.0))
    xs, ys = np.arange(-12_025.0, 12_000.0, 50.0), np.arange(9_025.0, -9_000.0, -50.0)
    raster = terrain.raster(xs, ys)
    real = Ground.of(terrain)
    sampled = real.sample(*np.meshgrid(xs, ys))
    inside = np.abs(xs) < 12_000
    assert np.abs(raster - sampled)[:, inside].max() < 0.02
    for i, j in ((7, 9), (200, 301)):
        assert raster[i, j] == pytest.approx(terrain.elevation(unproject(xs[j], ys[i])), abs=0.02)
    terrain.close()


@pytest.mark.parametrize("cell", [25.0, 50.0, 400.0, 1_700.0])
def test_heights_pass_into_the_surroundings_without_a_step(tmp_path, cell):
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=100.0, half=30_000.0))
    xs = np.arange(-60_000.0, 60_000.0, cell) + 3.0
    ys = np.array([1_000.0, 1_000.0 - cell])
    jumps = np.abs(np.diff(terrain.raster(xs, ys)[0])) / cell
    edge = np.abs(np.abs(xs[1:]) - 30_000.0) < 5_000.0
    # the two grounds have nothing in common: over 3.2 km and up to 3 km of height that is a slope, not a wall
    assert jumps[edge].max() < 2.0
    terrain.close()


def grey(image):
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)[:, : image.width() * 4]
    return pixels.reshape(image.height(), image.width(), 4)[..., :3].mean(axis=-1)


def test_relief_is_sharp_where_the_terrain_is_and_unchanged_elsewhere(tmp_path):
    x = np.arange(2_000) * 20.0
    waves = np.tile(60.0 * np.sin(x / 300.0), (2_000, 1)).astype("float32")
    path = write(tmp_path / "waves.tif", waves, from_origin(-20_000, 20_000, 20, 20))
    terrain, plain = stack(tmp_path, path), Terrain(BUNDLED)
    box = (-60_000, -30_000, 60_000, 30_000, 600, 300)
    with_it, without = grey(terrain.relief_image(*box)), grey(plain.relief_image(*box))
    assert np.abs(with_it[:, :190] - without[:, :190]).max() == 0
    assert with_it[150, 210:390].std() > 10
    # halves join as the whole does, and no line shows at the border: steps there are no larger than elsewhere
    left = grey(terrain.relief_image(-60_000, -30_000, 0, 30_000, 300, 300))
    assert np.abs(left - with_it[:, :300]).max() <= 2
    flat = write(tmp_path / "flat.tif", np.zeros((2_000, 2_000), "float32"), from_origin(-20_000, 20_000, 20, 20))
    terrain.close()
    level = stack(tmp_path / "other", flat)
    mixed = grey(level.relief_image(*box))
    steps = np.abs(np.diff(mixed, axis=1))
    assert steps[:, 185:215].max() <= max(np.abs(np.diff(without, axis=1))[:, 150:250].max(), 8)
    level.close()


@pytest.mark.parametrize("pixel", [1.0, 2.5, 10.0])
def test_no_cell_shows_far_in(tmp_path, pixel):
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=20.0))
    image = grey(terrain.relief_image(0, 0, 300 * pixel, 200 * pixel, 300, 200))
    assert np.abs(np.diff(image, 2, axis=1)).max() <= 2.5
    terrain.close()


def test_a_picture_from_far_out_has_the_terrain_in_it(tmp_path):
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=400.0, half=100_000.0))
    left, top, image = terrain.finer_image(-609_600, -609_600, 609_600, 609_600, 600, 600)
    assert (left, top) == (251, 251)
    assert image.width() == image.height() == 98
    assert image.pixelColor(49, 49).alpha() == 255
    assert 0 < image.pixelColor(0, 49).alpha() < 255
    assert terrain.finer_image(300_000, 300_000, 400_000, 400_000, 50, 50) is None
    terrain.close()


def test_only_what_is_seen_is_drawn(tmp_path, monkeypatch):
    drawn = dict.fromkeys((BundledRelief, FinerRelief), 0)
    for kind in drawn:
        plain = kind.paint

        def paint(self, rows, columns, work, out, kind=kind, plain=plain):
            drawn[kind] += out.size
            return plain(self, rows, columns, work, out)

        monkeypatch.setattr(kind, "paint", paint)
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=100.0, half=60_000.0))
    # the terrain fills a third of the picture; then it is the whole of it, but for an edge
    terrain.relief_image(-180_000, -60_000, 180_000, 60_000, 1_920, 640)
    assert 1_100_000 > drawn[BundledRelief] > 800_000
    assert 620_000 > drawn[FinerRelief] > 400_000
    drawn.update(dict.fromkeys(drawn, 0))
    terrain.relief_image(-60_000, -60_000, 60_000, 60_000, 1_200, 1_200)
    assert 0 < drawn[BundledRelief] < 0.3 * 1_440_000
    drawn.update(dict.fromkeys(drawn, 0))
    terrain.relief_image(-50_000, -50_000, 50_000, 50_000, 500, 500)
    assert drawn == {BundledRelief: 0, FinerRelief: 250_000}
    terrain.close()


def test_pixels_on_the_nodes_are_drawn_like_those_beside_them(tmp_path):
    # one node a pixel is read in another way; a hair's breadth off it is not
    terrain = stack(tmp_path, map_tif(tmp_path / "site.tif", cell=50.0, half=30_000.0))
    on = grey(terrain.relief_image(-10_000, -10_000, 10_000, 10_000, 400, 400))
    beside = grey(terrain.relief_image(-10_000, -10_000, 10_004, 10_000, 400, 400))
    assert on.std() > 2.0
    assert np.abs(on - beside).max() <= 2.0
    assert np.abs(on - beside).mean() < 0.2
    terrain.close()


def test_a_hole_shows_the_terrain_below(tmp_path):
    heights, transform = on_map(50.0, 30_000.0)
    heights[600:603, 700:703] = np.nan
    holed = write(tmp_path / "holed.tif", heights.astype("float32"), transform, nodata=np.nan)
    terrain, plain = stack(tmp_path, holed), Terrain(BUNDLED)
    for pixel in (50.0, 10.0):
        x, y = -30_000.0 + 701.5 * 50.0, 30_000.0 - 601.5 * 50.0
        box = (x - 50 * pixel, y - 50 * pixel, x + 50 * pixel, y + 50 * pixel, 100, 100)
        with_it, without = grey(terrain.relief_image(*box)), grey(plain.relief_image(*box))
        assert with_it[49, 49] == without[49, 49]
        assert np.abs(with_it - without)[:20].min() > 1.0
    terrain.close()


# lines of sight

RIDGE_M = 800.0


def ridge(tmp_path, cell=20.0):
    """Import a plain, level with the sphere, with a wall of one cell on it, 5 km from the middle towards 90° E."""
    heights = np.zeros((2_000, 2_000), "float32")
    heights[:, 1_250] = RIDGE_M
    return stack(tmp_path, write(tmp_path / "ridge.tif", heights, from_origin(-20_000, 20_000, cell, cell)))


def test_a_ridge_that_only_fine_terrain_knows_is_on_the_horizon(tmp_path):
    terrain = ridge(tmp_path)
    ground = Ground.of(terrain)
    eye = ground.observer(LatLon(-90, 0), 2.0)
    assert ground.elevation(LatLon(-90, 0)) == pytest.approx(0.0, abs=1e-6)
    line = skyline(ground, eye, np.array([90.0, 60.0]))
    for azimuth, found, distance in zip((90.0, 60.0), line.elevations_deg, line.distances_m, strict=True):
        away = 5_010.0 / math.sin(math.radians(azimuth))
        arc = 2.0 * math.atan(away / (2.0 * MOON_RADIUS_M))
        r = MOON_RADIUS_M + RIDGE_M
        expected = math.degrees(math.atan2(r * math.cos(arc) - eye.radius_m, r * math.sin(arc)))
        assert found == pytest.approx(expected, abs=0.002)
        assert distance == pytest.approx(away, abs=30.0)
    seen = ground.seen_from(LatLon(-90, 0))
    assert (seen.name, seen.resolution_m) == ("ridge", 20.0)
    plain = Ground.of(Terrain(BUNDLED))
    assert (plain.seen_from(LatLon(-90, 0)).name, plain.resolution_m) == ("LOLA 1.6 km", 1600.0)
    terrain.close()


def test_far_off_cells_grow_but_mountains_stay(tmp_path):
    terrain = ridge(tmp_path)
    fine, plain = Ground.of(terrain), Ground.of(Terrain(BUNDLED))
    rings = fine.seen_from(LatLon(-90, 0)).rings
    assert rings[0] == (20_000.0, 20.0)
    assert rings[-1] == (math.inf, 1600.0)
    p = unproject(60_000.0, 60_000.0)
    azimuths = np.arange(0.0, 360.0, 2.0)
    before, after = skyline(plain, plain.observer(p), azimuths), skyline(fine, fine.observer(p), azimuths)
    towards = np.abs(azimuths - 180.0) < 30.0
    assert after.elevations_deg[~towards] == pytest.approx(before.elevations_deg[~towards], abs=0.01)
    terrain.close()


def test_the_ridge_casts_its_shadow(tmp_path):
    terrain = ridge(tmp_path)
    sun = Sky.load(Paths.find().sky).sun(datetime(2026, 11, 22, 18, tzinfo=UTC))
    half = 10_000.0
    patch = Ground.patch(terrain, -1.6 * half, 1.6 * half, 20.0, 1_600, 1_600)
    shares = Scene(patch, Rect(-half, -half, half, half, 400, 400), Ground.of(Terrain(BUNDLED))).shares(sun)
    apparent = patch.observer(LatLon(-90, 0)).look(sun)
    azimuth, elevation = math.radians(float(apparent.azimuth_deg[0])), float(apparent.elevation_deg[0])
    reach = RIDGE_M / math.tan(math.radians(elevation + 0.3))
    # the wall stands towards 90° E: its shadow falls to the side away from the Sun
    away = -1 if math.sin(azimuth) > 0 else 1
    at = 5_010.0 + away * min(0.5 * reach * abs(math.sin(azimuth)), 1_500.0)
    column = int((at + half) / 50.0)
    assert shares[100:300, column].max() == 0.0
    terrain.close()
    assert project(LatLon(-90, 0)) == (0.0, 0.0)


def test_no_two_files_share_a_place_in_the_cache():
    from atlas.services.terrain.tiles import TileCache

    cache = TileCache()
    assert len({cache.new_file() for _ in range(3)}) == 3
