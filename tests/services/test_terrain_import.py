"""Rasters of every kind come in with the heights they were written with, and bad ones are refused in words."""

import hashlib
import math
import os
import threading
from concurrent.futures import CancelledError
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from rasterio.transform import from_origin
from rasters import RADIUS, ground, map_tif, on_degrees, on_map, pds3, write

from atlas.domain.coordinates import LatLon, destination, project, unproject
from atlas.paths import Paths
from atlas.services.tasks import CancelToken
from atlas.services.terrain import Terrain, TerrainError
from atlas.services.terrain.importing import import_terrain
from atlas.services.terrain.library import Library
from atlas.services.terrain.survey import survey

# of how rasterio multiplies transforms
pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")

BUNDLED = Paths.find().terrain
FINE_M = 1 / 128
"""Half of the step in which floating-point heights are kept."""


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "terrain")


def bring_in(library, path, unit="", name=""):
    """Import a file; return its record and a terrain that has it."""
    found = survey(path, library.folder, unit)
    tiles = import_terrain(library, found, name or found.name, "", lambda share: None, CancelToken())
    return library.records()[0][tiles]


def checked(library, path, allowed, places, unit=""):
    """Import a file and compare heights at places with those it was made from."""
    record = bring_in(library, path, unit)
    terrain = Terrain(BUNDLED, library.folder)
    for x, y in places:
        found = terrain.reading(unproject(x, y))
        assert found.source.name == record.name, (x, y)
        assert found.elevation == pytest.approx(float(ground(x, y)), abs=allowed), (x, y)
    terrain.close()
    return record


def centres(cell, half, centre=(0.0, 0.0), every=37):
    """Return the middles of some cells, those at the corners among them."""
    at = [*range(0, round(2 * half / cell), every), round(2 * half / cell) - 1]
    return [(centre[0] - half + (c + 0.5) * cell, centre[1] + half - (r + 0.5) * cell) for r in at for c in at]


@pytest.mark.parametrize(
    ("kind", "allowed"), [("float32", FINE_M + 2e-4), ("float64", FINE_M), ("int16", 0.5), ("int32", 0.5)]
)
def test_geotiff_of_metres(library, tmp_path, kind, allowed):
    heights, transform = on_map(200.0, 20_000.0)
    numbers = np.rint(heights).astype(kind) if kind.startswith("int") else heights.astype(kind)
    path = write(tmp_path / "metres.tif", numbers, transform)
    record = checked(library, path, allowed + 1e-9, centres(200.0, 20_000.0))
    assert (record.rows, record.columns, record.cell_m, record.resampled) == (200, 200, 200.0, False)
    assert record.bounds_m == (-20_000, -20_000, 20_000, 20_000)
    assert record.crs == "IAU_2015:30135"
    assert record.min_m == pytest.approx(heights.min(), abs=allowed)
    assert record.max_m == pytest.approx(heights.max(), abs=allowed)
    assert record.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_cloud_optimised_geotiff(library, tmp_path):
    heights, transform = on_map(50.0, 20_000.0)
    path = tmp_path / "cog.tif"
    with rasterio.open(write(tmp_path / "plain.tif", heights.astype("float32"), transform)) as plain:
        rasterio.shutil.copy(plain, path, driver="COG", compress="DEFLATE")
    checked(library, path, FINE_M + 2e-4, centres(50.0, 20_000.0, every=131))


def test_kilometres_named(library, tmp_path):
    heights, transform = on_map(200.0, 20_000.0)
    path = write(tmp_path / "km.tif", heights / 1000.0, transform, unit="km")
    checked(library, path, FINE_M, centres(200.0, 20_000.0))
    assert not survey(path, library.folder).meaning.said


def test_kilometres_guessed_are_said_and_can_be_overruled(library, tmp_path):
    heights, transform = on_map(200.0, 20_000.0)
    path = write(tmp_path / "km.tif", (heights / 1000.0).astype("float32"), transform, unit="")
    found = survey(path, library.folder)
    assert (found.meaning.unit, found.meaning.assumed) == ("km", True)
    assert any("kilometres" in note for note in found.notes)
    checked(library, path, FINE_M + 1e-3, centres(200.0, 20_000.0))
    assert survey(path, library.folder, "m").max_m < 2.0


def test_scale_and_offset_are_applied_and_integers_kept_exactly(library, tmp_path):
    heights, transform = on_map(200.0, 20_000.0)
    steps = np.rint((heights - 100.0) / 0.25).astype("int16")
    path = write(tmp_path / "scaled.tif", steps, transform, scale=0.25, offset=100.0)
    record = checked(library, path, 0.125 + 1e-9, centres(200.0, 20_000.0))
    assert (record.step_m, record.offset_m) == (0.25, 100.0)


@pytest.mark.parametrize("unit", ["m", "km", ""])
def test_radii_become_heights(library, tmp_path, unit):
    heights, transform = on_map(200.0, 20_000.0)
    numbers = (heights + RADIUS) / (1000.0 if unit == "km" else 1.0)
    path = write(tmp_path / "radius.tif", numbers, transform, unit=unit)
    assert any("Moon's centre" in note for note in survey(path, library.folder).notes)
    checked(library, path, FINE_M, centres(200.0, 20_000.0))


@pytest.mark.parametrize("attached", [True, False])
@pytest.mark.parametrize(("scale", "offset", "unit"), [(0.5, 1_737_400.0, "METER"), (0.0005, 1737.4, "KILOMETER")])
def test_pds3_image(library, tmp_path, attached, scale, offset, unit):
    path = pds3(tmp_path, "LDEM", attached=attached, scale=scale, offset=offset, unit=unit)
    record = checked(library, path, 0.25 + 1e-6, centres(200.0, 20_000.0))
    assert record.step_m == pytest.approx(0.5)
    assert record.offset_m == pytest.approx(0.0, abs=1e-6)
    assert record.source.endswith("LDEM.IMG")
    if not attached:
        checked(Library(tmp_path / "other"), path.with_suffix(".LBL"), 0.25 + 1e-6, [(5_100.0, -900.0)])


def test_pds3_image_without_its_label(library, tmp_path):
    path = pds3(tmp_path, "LDEM")
    path.with_suffix(".LBL").unlink()
    with pytest.raises(TerrainError, match=r"label \(LDEM.LBL or LDEM.xml\) is missing"):
        survey(path, library.folder)


@pytest.mark.parametrize("driver", ["ISIS3", "PDS4"])
def test_what_gdal_writes_of_other_kinds(library, tmp_path, driver):
    heights, transform = on_map(200.0, 20_000.0)
    path = tmp_path / ("ground.cub" if driver == "ISIS3" else "ground.xml")
    write(path, heights.astype("float32"), transform, driver=driver, unit="" if driver == "ISIS3" else "m")
    checked(library, path, FINE_M + 2e-4, centres(200.0, 20_000.0))
    if driver == "PDS4":
        image = next(p for p in tmp_path.iterdir() if p.suffix in {".img", ".tif"})
        checked(Library(tmp_path / "other"), image, FINE_M + 2e-4, [(5_100.0, -900.0)])


def test_jpeg_2000_with_a_label_beside_it(library, tmp_path):
    heights, _ = on_map(200.0, 20_000.0)
    pds3(tmp_path, "LDEM")
    (tmp_path / "LDEM.IMG").unlink()
    steps = np.rint(heights / 0.5).astype("int16")
    path = write(
        tmp_path / "LDEM.JP2", steps, from_origin(0, 9, 3, 3), crs=None, unit="",
        driver="JP2OpenJPEG", REVERSIBLE="YES", QUALITY="100",
    )  # fmt: skip
    label = tmp_path / "LDEM.LBL"
    text = label.read_text()
    body = text[text.index("OBJECT = IMAGE") :]
    image, rest = body.split("END_OBJECT = IMAGE", 1)
    rows, columns = steps.shape
    label.write_text(
        "PDS_VERSION_ID = PDS3\nTARGET_NAME = MOON\n"
        f'OBJECT = COMPRESSED_FILE\n FILE_NAME = "LDEM.JP2"\n RECORD_TYPE = UNDEFINED\n ENCODING_TYPE = "JP2"\n'
        ' UNCOMPRESSED_FILE_NAME = "LDEM.IMG"\nEND_OBJECT = COMPRESSED_FILE\n'
        f'OBJECT = UNCOMPRESSED_FILE\n FILE_NAME = "LDEM.IMG"\n RECORD_TYPE = FIXED_LENGTH\n'
        f" RECORD_BYTES = {columns * 2}\n"
        f' FILE_RECORDS = {rows}\n ^IMAGE = "LDEM.IMG"\n{image}END_OBJECT = IMAGE\nEND_OBJECT = UNCOMPRESSED_FILE{rest}'
    )
    record = checked(library, path, 0.25 + 1e-6, centres(200.0, 20_000.0))
    assert record.step_m == 0.5


@pytest.mark.parametrize("lons", [(0.0, 360.0), (-180.0, 180.0)])
@pytest.mark.parametrize("projected", [False, True])
def test_longitudes_of_both_conventions_the_seam_and_the_pole(library, tmp_path, lons, projected):
    step = 0.02
    heights, transform = on_degrees(*lons, -90.0, -89.0, step)
    crs = "IAU_2015:30100"
    if projected:
        metres = math.radians(1.0) * RADIUS
        crs = f"+proj=eqc +lon_0=0 +R={RADIUS} +units=m +no_defs"
        transform = from_origin(lons[0] * metres, -89.0 * metres, step * metres, step * metres)
    path = write(tmp_path / "degrees.tif", heights.astype("float32"), transform, crs=crs)
    found = survey(path, library.folder)
    assert found.grid.cell_m == pytest.approx(math.radians(step) * RADIUS, rel=1e-3)
    assert any("resampled" in note for note in found.notes)
    lines = (0.0, 0.01, 90.0, 179.99, 180.0, 180.01, 270.0, 359.99)
    places = [project(destination(LatLon(-90, 0), lon, away)) for lon in lines for away in (3_000.0, 20_000.0)]
    # between the nodes of a smooth ground bilinear heights are as good as its bend allows: here 606 m, 7 km waves
    record = checked(library, path, 1.6, [(0.0, 0.0), (150.0, -70.0), *places])
    assert record.resampled


def test_a_map_turned_by_half_a_circle_keeps_its_numbers(library, tmp_path):
    heights, _ = on_map(200.0, 20_000.0, (40_000.0, -60_000.0))
    turned = from_origin(-60_000.0, 80_000.0, 200.0, 200.0)
    crs = f"+proj=stere +lat_0=-90 +lon_0=180 +R={RADIUS} +units=m +no_defs"
    path = write(tmp_path / "turned.tif", heights[::-1, ::-1].astype("float32"), turned, crs=crs)
    record = checked(library, path, FINE_M + 5e-4, centres(200.0, 20_000.0, (40_000.0, -60_000.0), every=17)[1:-1])
    assert record.cell_m == 200.0
    assert record.bounds_m == (20_000, -80_000, 60_000, -40_000)


def test_gaps_stay_gaps_and_the_bundled_terrain_fills_them(library, tmp_path):
    heights, transform = on_map(200.0, 20_000.0)
    numbers = heights.astype("float32")
    numbers[50:70, 100:130] = -3.4028226550889045e38
    path = write(tmp_path / "gap.tif", numbers, transform)
    record = bring_in(library, path)
    terrain = Terrain(BUNDLED, library.folder)
    inside = unproject(-20_000 + 115 * 200, 20_000 - 60 * 200)
    assert terrain.reading(inside).source.name == "LOLA 1.6 km"
    assert terrain.reading(unproject(-10_000, -10_000)).source.name == record.name
    assert record.min_m > -2000
    terrain.close()


def test_a_large_map_is_cut_to_the_square(library, tmp_path):
    heights, transform = on_map(4_000.0, 800_000.0)
    path = write(tmp_path / "large.tif", np.rint(heights / 100).astype("int16"), transform)
    found = survey(path, library.folder)
    west, south, east, north = found.grid.bounds_m
    assert -613_600 < west <= -609_600
    assert 609_600 <= east < 613_600
    assert (west, south) == (-east, -north)
    assert any("Only the part" in note for note in found.notes)
    assert any("no finer" in note for note in found.notes)


def test_the_north_is_taken_and_said_to_be_off_the_map(library, tmp_path):
    heights, transform = on_map(200.0, 20_000.0)
    path = write(tmp_path / "north.tif", heights.astype("float32"), transform, crs="IAU_2015:30130")
    found = survey(path, library.folder)
    assert any("outside the map" in note for note in found.notes)
    record = bring_in(library, path)
    assert not record.on_map
    assert record.crs == "IAU_2015:30130"
    terrain = Terrain(BUNDLED, library.folder)
    # 10 km from the north pole towards 90° E is x = 10 km there
    p = destination(LatLon(89.9999999, 0.0), 0.0, 1.0)
    p = LatLon(90.0 - math.degrees(2 * math.atan(10_100.0 / (2 * RADIUS))), 90.0)
    assert terrain.elevation(p) == pytest.approx(float(ground(10_100.0, 0.0)), abs=0.5)
    assert terrain.source_at(LatLon(-90, 0)).name == "LOLA 1.6 km"
    terrain.close()


# what is refused


def refused(library, path, words):
    with pytest.raises(TerrainError, match=words):
        survey(path, library.folder)
    assert not library.folder.exists()


@pytest.mark.parametrize(
    ("crs", "body"),
    [
        ("EPSG:3031", "the Earth"),
        ("EPSG:4326", "the Earth"),
        ("IAU_2015:49935", "Mars"),
        ("+proj=longlat +R=1188300 +no_defs", "1188.3 km"),
    ],
)
def test_other_bodies(library, tmp_path, crs, body):
    heights, transform = on_map(200.0, 20_000.0)
    if "longlat" in crs or crs == "EPSG:4326":
        transform = from_origin(10, -80, 0.01, 0.01)
    refused(library, write(tmp_path / "other.tif", heights.astype("float32"), transform, crs=crs), body)


def test_no_place(library, tmp_path):
    heights, _ = on_map(200.0, 20_000.0)
    path = tmp_path / "nowhere.tif"
    with pytest.warns(rasterio.errors.NotGeoreferencedWarning):
        write(path, heights.astype("float32"), rasterio.Affine.identity(), crs=None)
    refused(library, path, "does not say where on the Moon")


def test_pictures_and_complex_numbers(library, tmp_path):
    heights, transform = on_map(200.0, 20_000.0)
    refused(library, write(tmp_path / "grey.tif", (heights % 256).astype("uint8"), transform), "shaded picture")
    refused(library, write(tmp_path / "wave.tif", heights.astype("complex64"), transform), "complex64")
    path = tmp_path / "rgb.tif"
    with rasterio.open(path, "w", driver="GTiff", count=3, dtype="uint8", width=20, height=20, crs="IAU_2015:30135",
                       transform=transform) as out:  # fmt: skip
        out.write(np.zeros((3, 20, 20), "uint8"))
    refused(library, path, "3 bands")


@pytest.mark.parametrize("kind", ["tif", "img"])
def test_a_file_that_ends_early(library, tmp_path, kind):
    path = map_tif(tmp_path / "cut.tif", cell=50.0) if kind == "tif" else pds3(tmp_path, "CUT")
    os.truncate(path, path.stat().st_size * 2 // 3)
    refused(library, path, "ends early|damaged")


def test_nothing_but_gaps_and_absurd_heights(library, tmp_path):
    heights, transform = on_map(200.0, 20_000.0)
    refused(
        library, write(tmp_path / "none.tif", np.full((200, 200), -9999.0), transform, nodata=-9999.0), "no heights"
    )
    refused(library, write(tmp_path / "high.tif", heights * 100.0, transform), "the Moon's reach from")


def test_files_that_are_none(library, tmp_path):
    refused(library, tmp_path, "is a folder")
    refused(library, tmp_path / "gone.tif", "no file")
    (tmp_path / "text.tif").write_text("not a raster")
    refused(library, tmp_path / "text.tif", "cannot be read as a raster")


# what is left behind


def left(library):
    return sorted(p.name for p in library.folder.iterdir()) if library.folder.exists() else []


def test_cancelling_leaves_nothing(library, tmp_path):
    path = map_tif(tmp_path / "big.tif", cell=40.0)
    found, token = survey(path, library.folder), CancelToken()

    def cancel(share):
        if share > 0.3:
            token.cancel()

    with pytest.raises(CancelledError):
        import_terrain(library, found, "x", "", cancel, token)
    assert left(library) == []


def test_heights_that_turn_absurd_on_the_way_leave_nothing(library, tmp_path):
    heights, transform = on_map(40.0, 20_000.0)
    numbers = heights.astype("float32")
    numbers[751, 3] = 99_999.0
    path = write(tmp_path / "spike.tif", numbers, transform)
    found = survey(path, library.folder)
    with pytest.raises(TerrainError, match="100 km"):
        import_terrain(library, found, "x", "", lambda share: None, CancelToken())
    assert left(library) == []


def test_too_little_room_is_told_before_anything_is_written(library, tmp_path, monkeypatch):
    path = map_tif(tmp_path / "big.tif")
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=1000))
    found = survey(path, library.folder)
    assert not found.fits
    with pytest.raises(TerrainError, match="not enough room"):
        import_terrain(library, found, "x", "", lambda share: None, CancelToken())
    assert left(library) == []


def test_a_killed_import_is_swept_away_by_the_next(library, tmp_path):
    library.folder.mkdir()
    (library.folder / "import-1.part").write_bytes(b"half")
    (library.folder / "orphan.tiles").write_bytes(b"whole, but nobody noted it")
    record = bring_in(library, map_tif(tmp_path / "one.tif"), name="Ridge / one")
    assert left(library) == ["Ridge-one.json", "Ridge-one.tiles"]
    assert record.name == "Ridge / one"


def test_one_import_at_a_time_and_names_are_kept_apart(library, tmp_path):
    path = map_tif(tmp_path / "one.tif")
    found = survey(path, library.folder)
    begun, go = threading.Event(), threading.Event()

    def wait(share):
        begun.set()
        go.wait(10)

    other = threading.Thread(target=import_terrain, args=(library, found, "same", "", wait, CancelToken()))
    other.start()
    assert begun.wait(10)
    with pytest.raises(TerrainError, match="being imported"):
        import_terrain(library, found, "same", "", lambda share: None, CancelToken())
    go.set()
    other.join()
    assert bring_in(library, path, name="same").name == "same 2"


def test_a_file_that_would_lead_to_others_is_no_raster(tmp_path):
    from atlas.services.terrain.files import TerrainError
    from atlas.services.terrain.raster_file import opened

    file = tmp_path / "heights.tif"
    band = '<VRTRasterBand dataType="Int16" band="1"/>'
    file.write_text(f'<VRTDataset rasterXSize="2" rasterYSize="2">{band}</VRTDataset>')
    with pytest.raises(TerrainError, match="cannot be read as a raster"), opened(file):
        pass
