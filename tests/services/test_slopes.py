"""Slopes: against closed forms, one and the same under the pointer and on the map, at poles, edges and gaps."""

import math

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFont, QImage
from rasterio.transform import from_origin
from rasters import write

from atlas.__main__ import main
from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, destination, project, scale_factor, unproject
from atlas.domain.geodesy import Path
from atlas.paths import Paths
from atlas.services.map import style
from atlas.services.map.data import MapData
from atlas.services.map.export import MapRequest, write_map
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.legend import broken, over_ground
from atlas.services.map.lettering import Lettering, Role
from atlas.services.map.slope_layer import BOUNDS, slope_image, slope_words
from atlas.services.map.view import MapView
from atlas.services.measure.profile import sample_profile
from atlas.services.sky.shadow import Rect
from atlas.services.tasks import CancelToken
from atlas.services.terrain import GroundPictures, Terrain
from atlas.services.terrain.gradient import gradient
from atlas.services.terrain.importing import import_terrain
from atlas.services.terrain.library import Library
from atlas.services.terrain.slopes import colour_table
from atlas.services.terrain.survey import survey
from atlas.services.units import Units

# of how rasterio multiplies transforms
pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")

BUNDLED = Paths.find().terrain


@pytest.fixture(scope="module")
def bundled():
    made = Terrain(BUNDLED)
    made.load()
    return made


@pytest.fixture
def over(tmp_path):
    """Return a function that puts heights over the bundled terrain: of map metres, cells, half a side, the middle."""
    opened = []

    def put(heights, cell=20.0, half=4_000.0, centre=(0.0, 0.0), hole=None):
        side = round(2.0 * half / cell)
        x = centre[0] - half + (np.arange(side) + 0.5) * cell
        y = centre[1] + half - (np.arange(side) + 0.5) * cell
        grid = np.broadcast_to(heights(x[None, :], y[:, None]), (side, side)).astype("float64")
        if hole is not None:
            grid = np.where(hole(x[None, :], y[:, None]), -9999.0, grid)
        file = write(
            tmp_path / "site.tif", grid, from_origin(x[0] - cell / 2, y[0] + cell / 2, cell, cell), nodata=-9999.0
        )
        library = Library(tmp_path / "terrain")
        import_terrain(library, survey(file, library.folder), "site", "", lambda share: None, CancelToken())
        terrain = Terrain(BUNDLED, library.folder)
        terrain.load()
        opened.append(terrain)
        return terrain

    yield put
    for terrain in opened:
        terrain.close()


def raster(x, y, pixel, columns, rows):
    """Return columns and rows of pixels round a place."""
    return x + (np.arange(columns) - (columns - 1) / 2) * pixel, y - (np.arange(rows) - (rows - 1) / 2) * pixel


def pointer(terrain, xs, ys):
    """Return what the pointer is told at all crossings."""
    return np.array([[terrain.slope_deg(unproject(x, y)) for x in xs] for y in ys])


# closed forms


@pytest.mark.parametrize("pixel", [3.0, 20.0, 47.0, 160.0], ids=["enlarged", "as fine", "coarser", "far coarser"])
def test_a_tilted_plane_has_one_slope_to_its_very_edge(over, pixel):
    terrain = over(lambda x, y: 0.3 * x - 0.2 * y + 0.0 * x * y)
    count = int(7_999.0 / pixel)
    xs, ys = raster(0.0, 0.0, pixel, min(count, 400), min(count, 300))
    here = xs + 4_000.0 - pixel / 2.0 - xs[-1]
    for across in (xs, here):
        expected = np.degrees(
            np.arctan(math.hypot(0.3, 0.2) * (1.0 + np.add.outer(ys**2, across**2) / (2 * MOON_RADIUS_M) ** 2))
        )
        assert terrain.slopes(across, ys) == pytest.approx(expected, abs=0.02)


def to_pole(x, y):
    """Return the way to the pole over the sphere from map metres."""
    return 2.0 * MOON_RADIUS_M * np.arctan(np.hypot(x, y) / (2.0 * MOON_RADIUS_M))


@pytest.mark.parametrize(
    ("centre", "cell"),
    [((0.0, 0.0), 200.0), ((0.0, -560_000.0), 500.0), ((400_000.0, 400_000.0), 1_000.0)],
    ids=["round the pole", "across 180°", "in a corner of the map"],
)
def test_a_cone_on_the_sphere_is_equally_steep_everywhere(over, centre, cell):
    # it falls by a quarter of the way on the ground, whatever the map makes of that
    top = 0.25 * to_pole(*centre)
    terrain = over(lambda x, y: top - 0.25 * to_pole(x, y), cell=cell, half=16_000.0, centre=centre)
    wanted = math.degrees(math.atan(0.25))
    for pixel in (60.0, 700.0, 1_500.0):
        xs, ys = raster(*centre, pixel, 20, 18)
        found = terrain.slopes(xs, ys)
        away = np.hypot(*np.meshgrid(xs, ys)) > 5.0 * max(cell, pixel)
        assert away.any() or pixel < cell
        assert found[away] == pytest.approx(wanted, abs=0.1)
    # without the scale of the projection it would lie far off
    flat = math.degrees(math.atan(0.25 / scale_factor(unproject(*centre).lat)))
    assert abs(flat - wanted) > 0.3 or centre == (0.0, 0.0)


def test_at_the_pole_itself_there_is_one_slope_and_no_seam_along_any_meridian(over):
    terrain = over(lambda x, y: 0.1 * x + 0.1 * y)
    at = [terrain.slope_deg(LatLon(-90.0, lon)) for lon in (0.0, 90.0, 180.0, 270.0)]
    assert at == pytest.approx([math.degrees(math.atan(math.hypot(0.1, 0.1)))] * 4, abs=0.01)
    for lon in (0.0, 90.0, 180.0, 270.0):
        sides = [terrain.slope_deg(LatLon(-89.95, lon + aside)) for aside in (-1e-6, 0.0, 1e-6)]
        assert max(sides) - min(sides) < 1e-3


def test_on_the_nodes_it_is_horns(bundled):
    heights = bundled.heights().astype(float)
    part = heights[300:340, 500:540]
    # Horn (1981), the weights of his equation 3
    east = part[:-2, 2:] + 2 * part[1:-1, 2:] + part[2:, 2:] - part[:-2, :-2] - 2 * part[1:-1, :-2] - part[2:, :-2]
    north = part[:-2, :-2] + 2 * part[:-2, 1:-1] + part[:-2, 2:] - part[2:, :-2] - 2 * part[2:, 1:-1] - part[2:, 2:]
    xs = -609_600.0 + (np.arange(501, 539) + 0.5) * 1600.0
    ys = 609_600.0 - (np.arange(301, 339) + 0.5) * 1600.0
    stretch = 1.0 + np.add.outer(ys**2, xs**2) / (2 * MOON_RADIUS_M) ** 2
    wanted = np.degrees(np.arctan(np.hypot(east, north) / (8 * 1600.0) * stretch))
    assert pointer(bundled, xs, ys) == pytest.approx(wanted, abs=1e-4)
    assert bundled.slopes(xs, ys) == pytest.approx(wanted, abs=1e-3)


# one and the same everywhere


@pytest.mark.parametrize("place", [(0.0, 0.0), (31_000.0, -222_000.0), (-609_000.0, 608_900.0), (-3.0, -500_000.0)])
@pytest.mark.parametrize("pixel", [11.0, 260.0])
def test_the_layer_is_what_the_pointer_says(bundled, place, pixel):
    xs, ys = raster(*place, pixel, 21, 17)
    xs, ys = np.clip(xs, -609_599.0, 609_599.0), np.clip(ys, -609_599.0, 609_599.0)
    if abs(place[0]) > 600_000.0:
        xs, ys = np.linspace(-609_599.0, -609_000.0, 21), np.linspace(609_599.0, 608_900.0, 17)
    assert bundled.slopes(xs, ys) == pytest.approx(pointer(bundled, xs, ys), abs=1e-3)


def test_at_the_edge_of_a_terrain_each_side_has_its_own_slope_and_there_is_no_cliff(over, bundled):
    # three kilometres over the ground round it: what lies between the two is no slope
    terrain = over(lambda x, y: 6_000.0 + 0.1 * x + 40.0 * np.sin(y / 90.0))
    for pixel in (5.0, 20.0, 60.0):
        xs, ys = raster(4_000.0, 100.0, pixel, 120, 40)
        found = terrain.slopes(xs, ys)
        inside = xs < 4_000.0
        assert found[:, ~inside] == pytest.approx(bundled.slopes(xs, ys)[:, ~inside], abs=1e-4)
        waves = np.degrees(np.arctan(np.hypot(0.1, 40.0 / 90.0)))
        assert found[:, inside].max() < waves + 0.5
        if pixel < 20.0:
            assert found == pytest.approx(pointer(terrain, xs, ys), abs=1e-3)
    assert terrain.reading(unproject(3_999.0, 0.0)).source.name == "site"
    assert terrain.reading(unproject(4_001.0, 0.0)).source.name == "LOLA 1.6 km"


@pytest.mark.parametrize("pixel", [4.0, 20.0, 90.0])
def test_round_a_gap_the_slope_is_that_of_the_cells_beside_it_and_in_it_the_coarser_one(over, bundled, pixel):
    terrain = over(lambda x, y: 0.4 * x + 0.0 * y, hole=lambda x, y: np.hypot(x - 300.0, y) < 250.0)
    xs, ys = raster(300.3, 0.6, pixel, 150, 151)
    found, below = terrain.slopes(xs, ys), bundled.slopes(xs, ys)
    plane = math.degrees(math.atan(0.4))
    here, under = np.abs(found - plane) < 0.02, np.abs(found - below) < 1e-3
    away = np.hypot(*np.meshgrid(xs - 300.0, ys))
    # coarser levels hold means of what there is of a cell: beside a gap they lean
    assert (here | under)[(abs(away - 250.0) > 100.0) | (pixel <= 20.0)].all()
    assert under[away < 220.0 - pixel].all()
    assert here[(away > 290.0 + pixel) & (away < 3_000.0)].all()
    if pixel < 20.0:
        some = slice(None, None, 7)
        assert found[some, some] == pytest.approx(pointer(terrain, xs[some], ys[some]), abs=1e-3)


def test_parts_join_as_the_whole_does(over):
    terrain = over(lambda x, y: 300.0 * np.sin(x / 700.0) * np.cos(y / 500.0), cell=40.0)
    for pixel in (13.0, 75.0):
        xs, ys = raster(2_000.0, 1_000.0, pixel, 300, 200)
        whole = terrain.slopes(xs, ys)
        pieces = [[terrain.slopes(x, y) for x in (xs[:131], xs[131:])] for y in (ys[:77], ys[77:])]
        assert np.block(pieces) == pytest.approx(whole, abs=2e-3)


def test_the_baseline_is_a_pixel_where_that_is_larger_than_a_cell(over):
    # waves of 200 m on a plane: steep over 10 m, not there over 400 m
    terrain = over(lambda x, y: 0.1 * y + 12.0 * np.sin(2.0 * np.pi * x / 200.0), cell=10.0)
    near = terrain.slopes(*raster(0.0, 0.0, 10.0, 100, 100))
    # the difference of the waves over the two cells beside the nodes next to x = 0, where they are steepest
    wave = 2.0 * math.pi / 200.0
    steepest = 12.0 * math.sin(wave * 10.0) / 10.0 * math.cos(wave * 5.0)
    assert near.max() == pytest.approx(math.degrees(math.atan(math.hypot(0.1, steepest))), abs=0.02)
    far = terrain.slopes(*raster(0.0, 0.0, 400.0, 16, 16))
    assert far == pytest.approx(math.degrees(math.atan(0.1)), abs=0.4)


EDGE = 609_600.0


@pytest.mark.filterwarnings("error::RuntimeWarning")
@pytest.mark.parametrize("pixel", [1_600.0, 2_500.0, 9_000.0])
@pytest.mark.parametrize("centre", [(-EDGE, 100_000.0), (EDGE, -EDGE), (30_000.0, EDGE), (EDGE + 90_000.0, 0.0)])
def test_off_the_terrain_its_border_is_drawn_out(bundled, pixel, centre):
    xs, ys = raster(*centre, pixel, 24, 20)
    found = bundled.slopes(xs, ys)
    assert np.isfinite(found).all()
    # as the nearest pixel that lies on the ground
    on_x, on_y = np.abs(xs) < EDGE - pixel, np.abs(ys) < EDGE - pixel
    if on_x.any() and on_y.any():
        near_x = np.clip(np.arange(24), *np.flatnonzero(np.abs(xs) < EDGE)[[0, -1]])
        off = np.abs(xs) > EDGE + pixel
        assert found[:, off] == pytest.approx(found[:, near_x[off]], rel=0.2, abs=0.5)
    rows, columns = (np.array([0, len(at) - 1]) for at in (ys, xs))
    assert (found[np.ix_(rows, columns)] > 0.0).any()
    # the picture agrees: steep borders are no gentle class
    half_x, half_y = 12 * pixel, 10 * pixel
    edges = centre[0] - half_x, centre[1] - half_y, centre[0] + half_x, centre[1] + half_y
    image = slope_image(bundled, Rect(*edges, 24, 20))
    for row in range(20):
        for column in range(24):
            slope = found[row, column]
            if min(abs(slope - bound) for bound in BOUNDS) > 0.6:
                assert image.pixelColor(column, row) == style.SLOPE_RAMP[sum(slope > bound for bound in BOUNDS)]


@pytest.mark.filterwarnings("error::RuntimeWarning")
def test_a_sliver_of_a_terrain_at_its_edge_leaves_no_hole(over, bundled):
    # the outermost nodes lie half a cell inside: the first pixel's ground there is less than a twentieth of it
    terrain = over(lambda x, y: 0.3 * x + 0.0 * y)
    for pixel in (20.0, 20.4):
        xs = -4_000.0 + 0.1 + np.arange(16) * pixel
        ys = 100.0 - np.arange(12) * pixel
        found = terrain.slopes(xs, ys)
        assert np.isfinite(found).all()
        assert found[:, 0] == pytest.approx(bundled.slopes(xs, ys)[:, 0], abs=1e-3)
        assert found[:, 2:] == pytest.approx(math.degrees(math.atan(0.3)), abs=0.05)


def test_a_profile_straight_up_is_as_steep(over):
    terrain = over(lambda x, y: 0.35 * x + 0.0 * y)
    start = unproject(-2_000.0, 500.0)
    profile = sample_profile(terrain, Path((start, destination(start, 90.0 - start.lon, 1_500.0))))
    middle = profile.at(700.0)
    assert abs(middle.slope_deg) == pytest.approx(terrain.slope_deg(middle.position), abs=0.1)
    x, y = project(middle.position)
    assert terrain.slopes(*raster(x, y, 5.0, 3, 3))[1, 1] == pytest.approx(terrain.slope_deg(middle.position), abs=1e-3)


def test_a_damaged_file_is_set_aside(over, bundled):
    terrain = over(lambda x, y: 0.3 * x + 9.0 * np.sin(y))
    tiles = terrain.library.named("site")
    terrain.close()
    broken = bytearray(tiles.read_bytes())
    broken[20 : len(broken) // 2] = bytes(len(broken) // 2 - 20)
    tiles.write_bytes(broken)
    again = Terrain(BUNDLED, tiles.parent)
    again.load()
    xs, ys = raster(0.0, 0.0, 5.0, 40, 40)
    assert again.slopes(xs, ys) == pytest.approx(bundled.slopes(xs, ys))
    assert "import it again" in again.problems[0]
    again.close()


def test_beside_a_gap_the_cell_itself_counts():
    heights = [[0, 1, 2, 3], [0, 1, 2, 3], [0, 1, None, 3], [0, 1, 2, 3]]
    found = gradient(lambda row, column: heights[row][column], 1.4, 0.7, 4, 4)
    assert found == (1.0, 0.0)
    assert gradient(lambda row, column: heights[row][column], 1.6, 1.6, 4, 4) is None
    assert gradient(lambda row, column: heights[row][column], -0.5, 3.5, 4, 4) == (1.0, 0.0)
    assert gradient(lambda row, column: row * 2.0 + column, 0.3, 0.9, 2, 2) == (1.0, -2.0)


# classes


def lightness(colour):
    """Return CIE L* of a colour."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116.0 * y ** (1.0 / 3.0) - 16.0


def test_the_classes_can_be_told_apart_by_lightness_alone():
    steps = np.diff([lightness(colour) for colour in style.SLOPE_RAMP])
    assert len(style.SLOPE_RAMP) == len(BOUNDS) + 1
    assert steps.min() > 7.0


def test_the_colours_are_those_of_the_slopes(bundled):
    rect = Rect(-40_000.0, -30_000.0, 40_000.0, 30_000.0, 200, 150)
    image = slope_image(bundled, rect)
    degrees = bundled.slopes(*rect.centres())
    checked = set()
    for row in range(150):
        for column in range(200):
            slope = degrees[row, column]
            if min(abs(slope - bound) for bound in BOUNDS) > 0.6:
                number = sum(slope > bound for bound in BOUNDS)
                assert image.pixelColor(column, row) == style.SLOPE_RAMP[number]
                checked.add(number)
    assert checked == set(range(6))


@pytest.mark.parametrize("soft", [0.0, 0.4])
def test_a_table_of_colours_changes_at_its_bounds(soft):
    table = colour_table((10.0, 20.0), (0xFF000000, 0xFF808080, 0xFFFFFFFF), soft)
    slopes = np.degrees(np.arctan((np.arange(len(table)) + 0.5) / len(table)))
    for bound, low, high in ((10.0, 0x00, 0x80), (20.0, 0x80, 0xFF)):
        assert (table[(slopes > bound - 5.0) & (slopes < bound - soft / 2 - 0.02)] & 0xFF == low).all()
        assert (table[(slopes > bound + soft / 2 + 0.02) & (slopes < bound + 5.0)] & 0xFF == high).all()


def test_the_legend_names_the_baseline(over, bundled):
    view = MapView(0.0, 0.0, 100.0, 800, 600)
    words = slope_words(bundled, view)
    # lines are never broken between a number and its unit
    assert words.title == "Slope over 1.6\u00a0km"
    assert [text for _, text in words.classes] == ["0–5°", "5–10°", "10–15°", "15–20°", "20–25°", "over 25°"]
    assert words.note == "Steep slopes smaller than that do not show."
    terrain = over(lambda x, y: 0.3 * x + 0.0 * y)
    assert slope_words(terrain, view).title == "Slope over 100\u00a0m, elsewhere 1.6\u00a0km"
    assert slope_words(terrain, view).note.endswith("the terrain’s cells are 20\u00a0m.")
    assert slope_words(terrain, view, 2.0).title == "Slope over 50\u00a0m, elsewhere 1.6\u00a0km"
    close = MapView(0.0, 0.0, 5.0, 800, 600)
    assert slope_words(terrain, close).title == "Slope over 20\u00a0m"


def test_a_legend_stands_on_the_map_or_in_its_credits_where_there_is_no_room(qapp, bundled, tmp_path):
    layers, pictures, data = Layers.named("relief,slope"), GroundPictures(BUNDLED), MapData()
    for side, suffix in ((600, ".png"), (600, ".svg"), (600, ".pdf"), (150, ".png")):
        target = tmp_path / f"slope-{side}{suffix}"
        request = MapRequest(MapView(0.0, 0.0, 200.0, side, side), layers, data)
        write_map(target, request, bundled, pictures, QFont())
        if suffix == ".png":
            image = QImage(str(target))
            shown = {image.pixelColor(x, y).rgb() for x in range(0, side, 2) for y in range(side // 2, side, 2)}
            swatches = {over_ground(colour, 0.6).rgb() for colour in style.SLOPE_RAMP}
            assert (swatches <= shown) == (side == 600)
    lettering = Lettering(QFont(), cached=False)
    for text in ("Slope over 430 m, elsewhere 200 m, 1.6 km", "坡度：超过一千六百米的距离，更小的陡坡不显示出来"):
        lines = broken((text,), 90.0, lettering)
        assert len(lines) > 1
        assert all(lettering.size(line, Role.FURNITURE)[0] <= 90.0 for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("feet", [False, True])
def test_a_small_map_keeps_what_the_slopes_hide_in_its_credits(qapp, bundled, tmp_path, monkeypatch, feet):
    drawn = []

    def note(painter, text, *rest):
        drawn.append(text)

    monkeypatch.setattr("atlas.services.map.export.draw_credits", note)
    request = MapRequest(MapView(0.0, 0.0, 200.0, 150, 150), Layers.named("relief,slope"), MapData(), feet=feet)
    write_map(tmp_path / "slope.png", request, bundled, GroundPictures(BUNDLED), QFont())
    words = " ".join(reversed(drawn))
    size = "0.99\u00a0mi" if feet else "1.6\u00a0km"
    assert f"Slope over {size}. Steep slopes smaller than that do not show." in words
    assert "5–10°" not in words, "a class says nothing without its colour"


def test_the_baseline_is_told_in_the_users_units(over, bundled):
    feet = Units(feet=True)
    view = MapView(0.0, 0.0, 100.0, 800, 600)
    assert slope_words(bundled, view, units=feet).title == "Slope over 0.99\u00a0mi"
    terrain = over(lambda x, y: 0.3 * x + 0.0 * y)
    words = slope_words(terrain, view, units=feet)
    # a pixel to two digits there too
    assert words.title == "Slope over 330\u00a0ft, elsewhere 0.99\u00a0mi"
    assert words.note.endswith("the terrain’s cells are 66\u00a0ft.")


def test_the_command_line_draws_it(tmp_path, capfdbinary):
    target = tmp_path / "slope.png"
    wanted = [
        "-o",
        str(target),
        "--layers",
        "slope",
        "--centre",
        "-89.67,129.78",
        "--width-km",
        "20",
        "--size",
        "64x64",
    ]
    assert main(["--data-dir", str(tmp_path), "map", *wanted]) == 0
    # the wall of Shackleton: steeper than 25° all the way round
    seen = QImage(str(target)).pixelColor(32, 12)
    strong = QColor.fromRgbF(*(part * 0.6 for part in style.SLOPE_RAMP[-1].getRgbF()[:3]))
    assert all(abs(a - b) < 12 for a, b in zip(seen.getRgb()[:3], strong.getRgb()[:3], strict=True))


def test_it_is_a_layer_with_a_word_of_its_own():
    layers = Layers.named("relief,slope")
    assert layers.strength(Layer.SLOPE) == pytest.approx(0.6)
    assert Layers().strength(Layer.SLOPE) == 0.0
    assert Layers.from_text(layers.to_text()) == layers
    assert not Layers().with_shown(Layer.SLOPE, shown=True).same_ground(Layers())
    # settings from before there was the layer
    assert Layers.from_text("relief=100,grid-=80").strength(Layer.SLOPE) == 0.0
