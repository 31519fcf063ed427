"""The pixels of the relief: against the formulas they stand for, whole in pieces, smooth far in."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from atlas.paths import Paths
from atlas.services.terrain import Terrain, look, shading, spline
from atlas.services.terrain.sampler import Raster, Sampler


@pytest.fixture(scope="module")
def terrain():
    return Terrain(Paths.find().terrain)


def pixels(image):
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[..., 2::-1].astype(int)


def mixed(east, north):
    """Return the sum of the three lights on one slope, less 1, worked out from angles."""
    z = look.VERTICAL_SCALE
    normal = np.array([-east * z, -north * z, 1.0]) / math.hypot(east * z, north * z, 1.0)
    height = math.radians(look.LIGHT_HEIGHT)
    total = 0.0
    for azimuth, weight in look.LIGHTS:
        a = math.radians(azimuth)
        towards = np.array([math.sin(a) * math.cos(height), math.cos(a) * math.cos(height), math.sin(height)])
        total += weight * max(0.0, float(normal @ towards)) / math.sin(height)
    return total - 1.0


slopes = st.floats(-2.0, 2.0, width=32)


@given(slopes, slopes)
def test_light_on_a_slope_is_that_of_three_lights(east, north):
    fields = np.full((1, 1), east, np.float32), np.full((1, 1), north, np.float32)
    work = np.empty((1, 1), np.float32), np.empty((1, 1), np.float32)
    assert look.hillshade(*fields)[0, 0] - 1.0 == pytest.approx(mixed(east, north), abs=2e-5)
    column = shading.mix_of(*fields, work)[0, 0]
    assert (column - 0.5) / look.MIX_SCALE + look.MIX_LOW == pytest.approx(mixed(east, north), abs=1e-4)


def test_no_mix_lies_outside_the_table():
    # the steepest slopes towards and away from the lights, and the finer hillshade at its ends
    brightest = max(mixed(e, n) for e in np.linspace(-2, 2, 41) for n in np.linspace(-2, 2, 41))
    low, high = shading.fine_columns(np.array([-9.0, 9.0], np.float32))
    share = (1.0 - look.FINE_SHARE) * look.MIX_SCALE
    assert low >= 0.0
    assert high + share * (brightest + 1.0) < look.MIXES
    assert (brightest - look.MIX_LOW) * look.MIX_SCALE + 0.5 < look.MIXES


def test_shade_is_dark_but_not_black_and_light_does_not_glare():
    light = look.lighting(np.linspace(-1.0, 0.8, 200, dtype=np.float32))
    assert (np.diff(light) > 0).all()
    assert light[0] > 0.15
    assert light[-1] < 1.6
    assert look.lighting(np.zeros(1, np.float32))[0] == pytest.approx(1.0)


def test_a_spline_is_evaluated_with_its_slopes():
    # an even slope has the same derivative everywhere and lies on the spline
    rows, columns = np.mgrid[0:40, 0:50].astype(np.float32)
    coeffs = spline.coefficients(3.0 * columns - 2.0 * rows)
    at_columns, at_rows = np.linspace(9.3, 41.7, 90), np.linspace(8.1, 31.9, 70)
    sampler = Sampler(coeffs, Raster(at_columns, at_rows, spline.nodes_of(coeffs), 10.0), slopes=True)
    piece = slice(16, 32), slice(5, 90)
    out = np.empty((16, 85), np.float32)
    sampler.values.into(*piece, out)
    assert out == pytest.approx(3.0 * at_columns[None, 5:90] - 2.0 * at_rows[16:32, None], abs=1e-3)
    sampler.plane(1.0, 2.0, -4.0).into(*piece, out)
    # rows run towards the south: +y is up the slope of −2 a row
    assert out == pytest.approx(1.0 + 2.0 * 0.3 - 4.0 * 0.2, abs=1e-3)
    sampler.plane(north=1.0).into(*piece, out)
    assert out == pytest.approx(0.2, abs=1e-4)


def test_pieces_leave_no_seams(terrain):
    # wider than a piece and of an odd size: the same ground drawn in another cut has the same pixels
    whole = pixels(terrain.relief_image(-210_000, -40_000, 210_000, 40_000, 2_100, 400))
    part = pixels(terrain.relief_image(-50_000, -20_000, 110_000, 27_000, 800, 235))
    assert np.abs(whole[65:300, 800:1600] - part).max() <= 2


@pytest.mark.parametrize("pixel_m", [400.0, 200.0, 50.0, 10.0])
def test_no_cell_shows(terrain, pixel_m):
    # where the light bends from one pixel to the next it bends a little: a facet would bend it all at its edge
    side = 320
    half = side * pixel_m / 2.0
    grey = pixels(terrain.relief_image(8_000 - half, -6_400 - half, 8_000 + half, -6_400 + half, side, side)).mean(2)
    bend = np.abs(np.diff(grey, 2, axis=1))
    assert np.percentile(bend, 99.5) < max(2.5, 60.0 * (pixel_m / 800.0))


def test_one_core_draws_the_same(terrain, monkeypatch):
    box = (-30_000, -30_000, 30_000, 30_000, 300, 300)
    many = pixels(terrain.relief_image(*box))
    monkeypatch.setattr(shading, "_cores", lambda: 1)
    assert (pixels(terrain.relief_image(*box)) == many).all()


def test_what_a_piece_raises_is_not_lost(monkeypatch):
    class Broken:
        def paint(self, rows, columns, work, out):
            raise ValueError("broken")

    for cores in (1, 2):
        monkeypatch.setattr(shading, "_cores", lambda cores=cores: cores)
        with pytest.raises(ValueError, match="broken"):
            shading.picture(Broken(), 40, 100)


def test_heights_beyond_the_tint_are_held(qapp):
    height = np.array([[-20_000.0, 20_000.0]], np.float32)
    level = np.zeros((1, 2), np.float32)
    drawn = shading.relief(height, level.copy(), level.copy())
    assert (drawn >> 24 == 255).all()
    dark, bright = (int(value) & 0xFF for value in drawn[0])
    assert dark < 60 < 180 < bright


def test_the_bundled_picture_is_what_would_be_drawn(terrain):
    # relief.jpg is drawn at build time; at its scale it is shown in place of the relief
    picture = QImage(str(Paths.find().terrain / "relief.jpg"))
    half = 200 * 400.0
    drawn = pixels(terrain.relief_image(-half, -half, half, half, 400, 400))
    middle = picture.width() // 2
    stored = pixels(picture.copy(middle - 200, middle - 200, 400, 400).convertToFormat(QImage.Format.Format_RGB32))
    assert np.abs(drawn - stored).mean() < 4.0
