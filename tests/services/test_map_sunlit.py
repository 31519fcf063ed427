"""Relief under the real Sun: what is lit and what is dark, how dark, and what the map's layers and files say."""

from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage
from rasterio.transform import from_origin
from rasters import write

from atlas.domain.coordinates import LatLon, project
from atlas.paths import Paths
from atlas.services.map.data import MapData
from atlas.services.map.export import MapRequest, write_map
from atlas.services.map.ground import compose_ground
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.sunlit import Sunlight, SunlitRelief
from atlas.services.map.view import MapView
from atlas.services.sky import Ground, Sky, SkySpanError
from atlas.services.sky.shadow import Rect, Scene
from atlas.services.tasks import CancelToken
from atlas.services.terrain import GroundPictures, Terrain
from atlas.services.terrain.importing import import_terrain
from atlas.services.terrain.library import Library
from atlas.services.terrain.survey import survey

PATHS = Paths.find()
WHEN = datetime(2026, 11, 22, 18, tzinfo=UTC)


@pytest.fixture(scope="module")
def terrain():
    return Terrain(PATHS.terrain)


@pytest.fixture(scope="module")
def relief(terrain):
    return SunlitRelief(Sky.load(PATHS.sky), terrain)


def square(half, pixels):
    return Rect(-half, -half, half, half, pixels, pixels)


def brightness(image):
    """Return the grey levels of a picture, 0–1, (rows, columns)."""
    assert image.format() == QImage.Format.Format_RGB32
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)[:, : image.width() * 4]
    return pixels.reshape(image.height(), image.width(), 4)[..., :3].mean(axis=-1) / 255


@pytest.mark.parametrize("half", [20_000, 60_000, 200_000])
def test_lit_ground_is_bright_and_shadow_dark_but_not_black(relief, terrain, half):
    rect = square(half, 300)
    shares = Scene(Ground.of(terrain), rect).shares(relief.sun(WHEN))
    grey = brightness(relief.image(rect, WHEN))
    dark, full = grey[shares == 0], grey[shares == 1]
    assert 0.03 < np.median(dark) < 0.11
    assert dark.min() > 0.005
    assert np.median(full) > 5 * np.median(dark)
    assert grey.max() < 1
    # the smooth ground that is drawn and the measured one differ along edges only
    assert ((grey > 0.15) == (shares > 0.3)).mean() > 0.93


# of how rasterio multiplies transforms
@pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")
@pytest.mark.parametrize("away", [25_000.0, 45_000.0])
def test_imported_mountains_outside_a_view_cast_their_shadows_into_it(tmp_path, away):
    # a wall on level ground, the Sun low over it, the view some way behind
    sky = Sky.load(PATHS.sky)
    sun, cell, side = sky.sun(WHEN), 50.0, 3_200
    lon = np.radians(float(sun.lon[0]))
    x, y = np.meshgrid(*((np.arange(side) + 0.5 - side / 2) * cell * sign for sign in (1, -1)))
    along = x * np.sin(lon) + y * np.cos(lon)
    across = x * np.cos(lon) - y * np.sin(lon)
    seen = []
    for height in (0.0, 9_000.0):
        wall = (np.abs(along - 30_000 - away) < 900) & (np.abs(across) < 60_000)
        heights = np.where(wall, height, 0.0).astype("float32")
        folder = tmp_path / f"{height}"
        folder.mkdir()
        file = write(folder / "wall.tif", heights, from_origin(-80_000, 80_000, cell, cell))
        terrain = imported(folder, file)
        middle = 30_000 * np.sin(lon), 30_000 * np.cos(lon)
        rect = Rect(middle[0] - 4_000, middle[1] - 4_000, middle[0] + 4_000, middle[1] + 4_000, 200, 200)
        relief = SunlitRelief(sky, terrain)
        seen.append([brightness(relief.image(rect, WHEN, fast=fast)).mean() for fast in (False, True)])
        terrain.close()
    for lit, dark in zip(*seen, strict=True):
        assert lit > 1.6 * dark


def imported(folder, file):
    """Return the terrain with a file imported into it."""
    library = Library(folder / "terrain")
    import_terrain(library, survey(file, library.folder), "own", "", lambda share: None, CancelToken())
    terrain = Terrain(PATHS.terrain, library.folder)
    terrain.load()
    return terrain


def test_shackleton_is_dark_inside_and_its_rim_lit(relief):
    x, y = project(LatLon(-89.67, 129.78))
    grey = brightness(relief.image(Rect(x - 3_000, y - 3_000, x + 3_000, y + 3_000, 20, 20), WHEN))
    assert grey.max() < 0.11
    assert brightness(relief.image(Rect(x - 15_000, y - 15_000, x + 15_000, y + 15_000, 60, 60), WHEN)).max() > 0.5


def test_shadows_turn_with_the_sun(relief):
    rect = square(60_000, 120)
    now, later = (brightness(relief.image(rect, WHEN + timedelta(days=d))) for d in (0, 14))
    assert np.abs(now - later).mean() > 0.1
    assert np.array_equal(brightness(relief.image(rect, WHEN)), now)


def test_pictures_join_without_a_seam(relief):
    # two halves are lit by rays of their own middles; only shadows' edges may tell
    whole = brightness(relief.image(Rect(-60_000, -60_000, 60_000, 60_000, 240, 240), WHEN))
    left = brightness(relief.image(Rect(-60_000, -60_000, 0, 60_000, 120, 240), WHEN))
    assert np.abs(whole[:, :120] - left).mean() < 0.004


def test_posters_are_drawn_in_strips(relief, monkeypatch):
    rect = Rect(-60_000, -40_000, 60_000, 60_000, 240, 200)
    whole = brightness(relief.image(rect, WHEN))
    monkeypatch.setattr("atlas.services.map.sunlit._MOST_PIXELS", 240 * 70)
    strips = brightness(relief.image(rect, WHEN))
    assert strips.shape == whole.shape
    assert np.abs(strips - whole).mean() < 0.004


def test_the_caption(relief):
    assert Sunlight(relief, WHEN).caption() == "Lit as on 22 Nov 2026, 18:00 UTC; Sun over 20°E"
    zoned = WHEN.astimezone(timezone(timedelta(hours=8)))
    assert Sunlight(relief, zoned).caption() == Sunlight(relief, WHEN).caption()
    with pytest.raises(SkySpanError):
        Sunlight(relief, datetime(2061, 1, 1, tzinfo=UTC)).caption()
    with pytest.raises(SkySpanError):
        relief.image(square(1_000, 4), datetime(1958, 1, 1, tzinfo=UTC))


def test_layers_with_sunlight():
    layers = Layers.named("sunlight,names")
    assert layers.sunlit
    assert layers.shown == {Layer.RELIEF, Layer.NAMES}
    assert Layers.named("imagery").with_sunlight().strength(Layer.RELIEF) == 1
    assert not Layers().sunlit
    assert not layers.same_ground(Layers.named("relief,names"))
    assert layers.same_ground(layers.with_shown(Layer.NAMES, shown=False))
    # no layer of its own, but another light on the relief, which ends with it
    assert "sunlight" not in set(Layer)
    assert Layers.from_text(layers.to_text()).sunlit
    assert not Layers.from_text(layers.without_sunlight().to_text()).sunlit
    assert not layers.with_shown(Layer.RELIEF, shown=False).sunlit


def test_a_fast_picture_has_fewer_pixels_of_the_same_ground(relief):
    for half in (20_000, 200_000, 600_000):
        rect = square(half, 900)
        fast, exact = relief.image(rect, WHEN, fast=True), relief.image(rect, WHEN)
        assert fast.width() == fast.height() < 900
        assert exact.width() == 900
        coarse = brightness(exact.scaled(fast.size(), mode=Qt.TransformationMode.SmoothTransformation))
        assert np.abs(brightness(fast) - coarse).mean() < 0.04


def test_imported_terrain_that_changes_is_drawn_anew(relief, terrain, monkeypatch):
    rect = square(5_000, 40)
    before = brightness(relief.image(rect, WHEN))
    monkeypatch.setattr(terrain, "raster", lambda xs, ys: np.zeros((len(ys), len(xs)), np.float32))
    assert np.array_equal(brightness(relief.image(rect, WHEN)), before)
    monkeypatch.setattr(terrain, "revision", terrain.revision + 1)
    assert not np.array_equal(brightness(relief.image(rect, WHEN)), before)


def test_sunlit_relief_takes_the_place_of_the_baked_light(relief, terrain):
    view, pictures = MapView(0, 0, 400, 320, 240), GroundPictures(PATHS.terrain)
    layers, sunlight = Layers(frozenset({Layer.RELIEF})).with_sunlight(), Sunlight(relief, WHEN)
    lit = compose_ground(view, 2.0, layers, terrain, pictures, sunlight)
    assert (lit.width(), lit.height(), lit.devicePixelRatio()) == (640, 480, 2.0)
    assert np.array_equal(
        brightness(lit), brightness(relief.image(Rect(-64_000, -48_000, 64_000, 48_000, 640, 480), WHEN))
    )
    baked = compose_ground(view, 2.0, Layers(), terrain, pictures, sunlight)
    assert baked == compose_ground(view, 2.0, layers, terrain, pictures)
    assert np.abs(brightness(baked) - brightness(lit)).mean() > 0.1


def test_beyond_the_square_is_space(relief, terrain):
    view = MapView(0, 700_000, 2_000, 64, 64)
    ground = compose_ground(
        view, 1.0, Layers().with_sunlight(), terrain, GroundPictures(PATHS.terrain), Sunlight(relief, WHEN)
    )
    assert ground.pixelColor(32, 2).getRgb()[:3] == (14, 17, 23)


@pytest.mark.parametrize("name", ["map.png", "map.svg"])
def test_the_file_tells_the_moment(relief, terrain, tmp_path, qapp, name):
    target, view = tmp_path / name, MapView(0, 0, 400, 640, 480)
    request = MapRequest(view, Layers.named("sunlight,grid"), MapData(), sunlight=Sunlight(relief, WHEN))
    write_map(target, request, terrain, GroundPictures(PATHS.terrain), QFont())
    assert target.stat().st_size > 10_000
