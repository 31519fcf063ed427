"""Maps in files: what is in them, that they are replaced whole, what is refused."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtGui import QFont, QImage

from atlas.domain.coordinates import LatLon
from atlas.domain.entries import Marker, Place
from atlas.domain.vocabulary import Kind, Status
from atlas.paths import Paths
from atlas.services.map.data import MapData
from atlas.services.map.export import MapRequest, check_target, write_map
from atlas.services.map.ground import compose_ground, compose_square, credits_line
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.legend import broken
from atlas.services.map.lettering import Lettering, Role
from atlas.services.map.view import MapView
from atlas.services.terrain import GroundPictures, Terrain

FOLDER = Paths.find().terrain


@pytest.fixture(scope="module")
def terrain():
    return Terrain(FOLDER)


@pytest.fixture(scope="module")
def pictures():
    return GroundPictures(FOLDER)


@pytest.fixture
def request_(qapp):
    markers = [
        Marker("change-7", "Chang'e 7", Kind.MISSION, Status.PLANNED, -88.8, 123.4, True, False, "2027?"),
        Marker("im-2", "IM-2", Kind.MISSION, Status.PARTLY, -84.79, 29.2, False, False, "2025"),
    ]
    places = [Place("iau-1", "Shackleton", "AA", -89.67, 129.78, 20.9)]
    return MapRequest(MapView(0, 0, 400, 640, 480), Layers(), MapData.build(markers, (), places), "Known as of 2026")


def mean(image, step=16):
    rows, columns = range(0, image.height(), step), range(0, image.width(), step)
    values = [image.pixelColor(x, y).lightness() for x in columns for y in rows]
    return sum(values) / len(values), max(values) - min(values)


def test_png(request_, terrain, pictures, tmp_path):
    target = tmp_path / "map.png"
    write_map(target, request_, terrain, pictures, QFont())
    image = QImage(str(target))
    assert (image.width(), image.height()) == (640, 480)
    level, spread = mean(image)
    assert 50 < level < 190
    assert spread > 90
    # the ring of Chang'e 7 in its colour
    x, y = request_.view.to_screen(*_project(-88.8, 123.4))
    around = [image.pixelColor(round(x) + dx, round(y) + dy) for dx in range(-6, 7) for dy in range(-6, 7)]
    assert any(c.red() > 230 and c.blue() < 130 for c in around)


def _project(lat, lon):
    from atlas.domain.coordinates import project

    return project(LatLon(lat, lon))


def test_svg_is_well_formed_and_vector(request_, terrain, pictures, tmp_path):
    target = tmp_path / "map.svg"
    write_map(target, request_, terrain, pictures, QFont())
    root = ET.parse(target).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == "0 0 640 480"
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert {"image", "path", "polyline"} <= names
    assert len(list(root.iter("{http://www.w3.org/2000/svg}path"))) > 20


def test_pdf_has_one_page_of_the_right_size(request_, terrain, pictures, tmp_path):
    target = tmp_path / "map.pdf"
    write_map(target, request_, terrain, pictures, QFont())
    content = target.read_bytes()
    assert content.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", content)
    assert box
    assert float(box[1]) == pytest.approx(480, abs=1)
    assert float(box[2]) == pytest.approx(360, abs=1)
    assert content.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("room", [120.0, 300.0, 5000.0])
def test_credits_break_where_the_map_is_narrow(qapp, room):
    lettering = Lettering(QFont(), cached=False)
    light, relief = "Light of 14 June 2027, 16:40 UTC; Sun over 68°E", "Relief: NASA/GSFC/LOLA (1.6 km)"
    parts = (light, "", "Known as of 2026", relief)
    lines = broken(parts, room, lettering)
    assert all(lettering.size(line, Role.FURNITURE)[0] <= room for line in lines)
    assert (len(lines) == 1) == (room == 5000.0)
    words = [word for line in lines for word in line.split() if word != "·"]
    assert words == [word for part in parts for word in part.split()], "nothing is lost"


@pytest.mark.parametrize("room", [90.0, 200.0])
def test_chinese_credits_break_between_letters(qapp, room):
    lettering = Lettering(QFont(), cached=False)
    parts = ("2027年6月14日16时40分的光照，太阳在东经68度上空", "比这更小的陡坡显示不出来")
    lines = broken(parts, room, lettering)
    assert all(lettering.size(line, Role.FURNITURE)[0] <= room for line in lines)
    assert "".join(lines).replace(" · ", "").replace(" ", "") == "".join(parts)


def test_an_older_file_is_kept_when_writing_fails(request_, tmp_path):
    target = tmp_path / "map.png"
    target.write_bytes(b"older")
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(Exception, match="missing or damaged"):
        write_map(target, request_, Terrain(empty), GroundPictures(empty), QFont())
    assert target.read_bytes() == b"older"
    assert {path.name for path in tmp_path.iterdir()} == {"map.png", "empty"}


def test_unknown_formats_are_refused(tmp_path):
    for name in ("map.gif", "map", "map.png.txt"):
        with pytest.raises(ValueError, match=r"\.png, \.svg or \.pdf"):
            check_target(tmp_path / name)
    check_target(tmp_path / "MAP.PNG")


@pytest.mark.parametrize("mpp", [1270, 500, 390, 60, 12])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_ground_has_device_pixels_and_is_not_black(terrain, pictures, mpp, ratio, qapp):
    ground = compose_ground(MapView(20_000, 10_000, mpp, 320, 240), ratio, Layers(), terrain, pictures)
    assert (ground.width(), ground.height()) == (320 * ratio, 240 * ratio)
    assert ground.devicePixelRatio() == ratio
    level, spread = mean(ground)
    assert 35 < level < 220
    assert spread > (10 if mpp < 100 else 60)


def test_ground_is_the_same_at_any_ratio(terrain, pictures, qapp):
    view = MapView(30_000, -20_000, 150, 200, 160)
    one = compose_ground(view, 1.0, Layers(), terrain, pictures)
    two = compose_ground(view, 2.0, Layers(), terrain, pictures)
    for x in range(10, 200, 30):
        for y in range(10, 160, 30):
            assert abs(one.pixelColor(x, y).lightness() - two.pixelColor(2 * x, 2 * y).lightness()) < 14


def test_imagery_covers_by_its_opacity(terrain, pictures, qapp):
    view = MapView(0, 0, 400, 200, 200)
    relief = compose_ground(view, 1.0, Layers(), terrain, pictures)
    both = compose_ground(view, 1.0, Layers().with_shown(Layer.IMAGERY, shown=True), terrain, pictures)
    only = Layers(frozenset({Layer.IMAGERY})).with_opacity(Layer.IMAGERY, 1.0)
    imagery = compose_ground(view, 1.0, only, terrain, pictures)
    for x in range(5, 200, 24):
        for y in range(5, 200, 24):
            a, b, c = (image.pixelColor(x, y).green() for image in (relief, both, imagery))
            assert abs(b - (0.4 * a + 0.6 * c)) < 6
            colour = imagery.pixelColor(x, y)
            assert abs(colour.red() - colour.blue()) < 4


def test_outside_the_square_is_space(terrain, pictures, qapp):
    ground = compose_ground(MapView(600_000, 0, 400, 400, 300), 1.0, Layers(), terrain, pictures)
    assert ground.pixelColor(390, 150).lightness() < 25
    assert ground.pixelColor(50, 150).lightness() > 30


def test_square_and_credits(terrain, pictures, qapp):
    small = compose_square(500, Layers(), pictures, preview=True)
    assert small.width() == 500
    assert mean(small)[0] > 50
    wide = MapView(0, 0, 400, 400, 300)
    assert credits_line(Layers(), terrain, wide) == "Relief: NASA/GSFC/LOLA (1.6 km)"
    both = credits_line(Layers().with_shown(Layer.IMAGERY, shown=True), terrain, wide)
    assert both.endswith("Imagery: NASA/GSFC/Arizona State University")
    assert credits_line(Layers(frozenset({Layer.NAMES})), terrain, wide) == ""


@pytest.mark.parametrize(("mpp", "said"), [(210.0, False), (190.0, True)])
def test_a_view_finer_than_the_terrain_by_far_says_so(terrain, mpp, said):
    close = MapView(0, 0, mpp, 400, 300)
    assert ("beyond the terrain’s resolution" in credits_line(Layers(), terrain, close)) is said
