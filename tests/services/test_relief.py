"""The pixels of the relief: against the formulas they stand for, whole in pieces, smooth far in."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from atlas.paths import Paths
from atlas.services.terrain import Terrain, look, painting, shading, spline
from atlas.services.terrain.sampler import Axis, Spline, fresh


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
    assert look.hillshade(*fields)[0, 0] - 1.0 == pytest.approx(mixed(east, north), abs=2e-5)
    assert told(*fields)[0, 0] == pytest.approx(mixed(east, north), abs=1e-4)


def told(east, north, rise=1.0):
    """Return the mix that the drawing of relief works with."""
    columns = shading.Lights(rise).mix(east, north, (np.empty_like(east), np.empty_like(east)))
    return (columns - 0.5) / look.MIX_SCALE + look.MIX_LOW


def test_steep_slopes_among_gentle_ones_are_lit_by_each_light_alone():
    # most of them in one sum, those that turn away from a light one by one; slopes given in other units
    random = np.random.default_rng(5)
    east, north = (random.normal(0.0, 0.25, (40, 50)).astype(np.float32) for _ in range(2))
    steep = look.VERTICAL_SCALE * np.hypot(east, north) > math.tan(math.radians(look.LIGHT_HEIGHT))
    assert 50 < steep.sum() < 1_000
    wanted = look.hillshade(east, north) - 1.0
    for rise in (1.0, 0.004, 30.0):
        assert told(east / np.float32(rise), north / np.float32(rise), rise) == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize(("shape", "sigma"), [((130, 97), 2.0), ((48, 96), 9.0), ((60, 200), 0.7)])
def test_a_blur_is_a_gaussian_mirrored_at_the_borders(shape, sigma):
    field = np.random.default_rng(2).normal(size=shape).astype(np.float32)
    reach = math.ceil(3.0 * sigma)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    wanted = np.pad(field.astype(float), reach, mode="reflect")
    for axis in (0, 1):
        wanted = np.apply_along_axis(np.convolve, axis, wanted, weights / weights.sum(), mode="valid")
    assert look.blurred(field, sigma) == pytest.approx(wanted, abs=1e-5)


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
    at_columns, at_rows = np.linspace(9.3, 41.7, 190), np.linspace(8.1, 31.9, 150)
    found = Spline(coeffs, Axis(at_columns, 50), Axis(at_rows, 40, turn=-1.0))
    block, right = slice(64, 128), slice(64, 190)
    values, leans = found.along(block, right, fresh, slopes=True)
    part = slice(70, 101)
    out = fresh(31, 126)
    found.values(values, part, out)
    assert out == pytest.approx(3.0 * at_columns[None, right] - 2.0 * at_rows[part, None], abs=1e-3)
    found.values(leans, part, out)
    assert out == pytest.approx(3.0, abs=1e-3)
    # rows run towards the south: +y is up the slope of −2 a row
    found.changes(values, part, out)
    assert out == pytest.approx(2.0, abs=1e-3)
    assert found.whole() == pytest.approx(3.0 * at_columns[None] - 2.0 * at_rows[:, None], abs=1e-3)


def test_a_spline_goes_on_level_beyond_its_grid():
    coeffs = spline.coefficients(np.add.outer(np.arange(9.0) * 10.0, np.arange(7.0)))
    at = np.linspace(-400.0, 400.0, 130)
    found = Spline(coeffs, Axis(at, 7), Axis(at, 9)).whole()
    assert found[0, 0] == pytest.approx(0.0, abs=2e-3)
    assert found[-1, -1] == pytest.approx(86.0, abs=2e-3)
    assert found[0, -1] == pytest.approx(6.0, abs=2e-3)


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


class Plate:
    """A layer of one colour between two columns, half transparent for a few columns more on both sides."""

    def __init__(self, colour, left=-1000, right=100_000, soft=0):
        self.colour, self.left, self.right, self.soft = colour, left, right, soft
        self.painted = []

    def share(self, columns):
        at = np.arange(columns.start, columns.stop)
        inside = (at >= self.left) & (at < self.right)
        near = (at >= self.left - self.soft) & (at < self.right + self.soft)
        return np.where(inside, 1.0, np.where(near, 0.5, 0.0)).astype(np.float32)

    def cover(self, rows, columns):
        share = self.share(columns)
        return share.min(), share.max()

    def paint(self, rows, columns, work, out):
        self.painted.append((rows, columns))
        out[:] = self.colour
        share = self.share(columns)
        return None if share.min() == 1.0 else np.broadcast_to(share, out.shape).copy()


def test_layers_are_laid_over_one_another_and_what_is_hidden_is_not_drawn():
    ground, plate = Plate(0xFF0000FF), Plate(0xFFFF0000, 1_000, 2_500, soft=10)
    drawn = np.empty((150, 3_000), np.uint32)
    painting.paint([ground, plate], drawn)
    assert (drawn[:, :990] == 0xFF0000FF).all()
    assert (drawn[:, 1_000:2_500] == 0xFFFF0000).all()
    assert (drawn[:, 2_510:] == 0xFF0000FF).all()
    assert {int(value) for value in drawn[:, 990:1_000].ravel()} == {0xFF80007F}
    area = sum((rows.stop - rows.start) * (columns.stop - columns.start) for rows, columns in ground.painted)
    # a column of blocks at either edge is drawn twice
    assert area < 150 * (1_500 + 4 * 64)
    assert max(c.stop - c.start for _, c in plate.painted if plate.share(c).min() < 1.0) <= 128


def test_where_no_layer_lies_a_picture_is_transparent():
    drawn = np.full((70, 300), 0x12345678, np.uint32)
    painting.paint([Plate(0xFFFFFFFF, 100, 200, soft=5)], drawn)
    assert not drawn[:, :95].any()
    assert not drawn[:, 205:].any()
    assert (drawn[:, 100:200] == 0xFFFFFFFF).all()
    # premultiplied
    assert {int(value) for value in drawn[:, 95:100].ravel()} == {0x80808080}


def test_a_hole_that_nobody_foretold_shows_what_lies_below():
    class Holed(Plate):
        def cover(self, rows, columns):
            return 1.0, 1.0

        def paint(self, rows, columns, work, out):
            out[:] = self.colour
            share = np.ones(out.shape, np.float32)
            if columns.start <= 700 < columns.stop and rows.start == 0:
                share[5, 700 - columns.start] = 0.0
                return share
            return None

    ground = Plate(0xFF00FF00)
    drawn = np.empty((100, 1_000), np.uint32)
    painting.paint([ground, Holed(0xFF111111)], drawn)
    assert np.argwhere(drawn != 0xFF111111).tolist() == [[5, 700]]
    assert drawn[5, 700] == 0xFF00FF00
    assert ground.painted == [(slice(0, 64), slice(640, 704))]


def test_working_arrays_are_handed_out_once_until_taken_back():
    work = shading.Work(300)
    first, mark = work.field(5, 11), work.mark()
    second, index = work.field(3, 7), work.places(2, 5)
    first[:], second[:], index[:] = 1.0, 2.0, -3
    assert (first == 1.0).all()
    assert (second == 2.0).all()
    assert index.dtype == np.intp
    work.release(mark)
    assert np.shares_memory(work.field(1, 4), second)
    # more than there is room for is made anew
    assert work.field(40, 40).shape == (40, 40)


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
