"""What is drawn where: labels never overlap or are cut off, the grid is right, outlines are curved."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QImage, QPainter

from atlas.domain.coordinates import LatLon, great_circle_m, unproject
from atlas.domain.entries import Marker, Place, Region
from atlas.domain.vocabulary import Kind, Status
from atlas.services.map import style
from atlas.services.map.data import MapData
from atlas.services.map.graticule import arc_points, graticule
from atlas.services.map.labels import Layout, beside, over
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.lettering import Lettering
from atlas.services.map.outline import outline, touches
from atlas.services.map.painter import draw_frame, draw_plan, scale_bar
from atlas.services.map.plan import make_plan
from atlas.services.map.view import MapView
from atlas.services.terrain.files import HALF_SIDE_M

ALL = Layers().with_shown(Layer.REGIONS, shown=True)


def marker(slug, lat, lon, status=Status.SUCCEEDED, *, planned=False, impact=False, year="2024"):
    return Marker(slug, slug.title(), Kind.MISSION, status, lat, lon, planned, impact, year)


def crowd():
    """Return a hundred craters and thirty sites crowded round the pole, and two overlapping regions."""
    places = [
        Place(f"iau-{k}", f"Crater {k}", "AA" if k % 3 else "SF", -89.9 + (k * 0.17) % 16, (k * 47.3) % 360, 4 + k % 60)
        for k in range(100)
    ]
    markers = [marker(f"mission {k}", -89.5 + (k * 0.31) % 9, (k * 73.1) % 360) for k in range(30)]
    markers.append(marker("far away", 41.0, 300.0))
    regions = [
        Region("one", "Region One", -87.0, 10.0, (355.0, -87.5, 20.0, -86.5)),
        Region("two", "Region Two", -86.9, 12.0, (0.0, -87.4, 25.0, -86.4)),
    ]
    return MapData.build(markers, regions, places)


@pytest.fixture(scope="module")
def data():
    return crowd()


@pytest.fixture
def lettering(qapp):
    return Lettering(QFont(), cached=True)


def overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("mpp", [1200, 600, 300, 120, 40, 12])
@pytest.mark.parametrize("size", [(1250, 900), (700, 500), (1920, 1080)])
def test_labels_never_overlap_nor_stick_out(data, lettering, mpp, size):
    view = MapView(5_000, -3_000, mpp, *size).clamped()
    reserved = [(0.0, 0.0, 200.0, 120.0), (size[0] - 150.0, 0.0, float(size[0]), 200.0)]
    plan = make_plan(view, data, ALL, lettering, selected="mission 3", reserved=reserved)
    boxes = plan.boxes()
    assert boxes
    for a, b in itertools.combinations(boxes, 2):
        assert not overlap(a, b)
    for box in boxes:
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= view.width
        assert box[3] <= view.height
        assert not any(overlap(box, other) for other in reserved)


def test_labels_keep_off_signs(data, lettering):
    plan = make_plan(MapView(0, 0, 400, 1200, 900), data, ALL, lettering)
    for sign in plan.sites:
        dot = (sign.x - style.MARKER_R, sign.y - style.MARKER_R, sign.x + style.MARKER_R, sign.y + style.MARKER_R)
        assert not any(overlap(dot, box) for box in plan.boxes())


def test_the_selected_site_always_has_its_plate(lettering):
    markers = [marker(f"m {k}", -89.0, 20.0 + k * 0.1) for k in range(12)]
    data = MapData.build(markers, (), ())
    for selected in ("m 0", "m 7", "m 11"):
        plan = make_plan(MapView(0, 0, 400, 900, 700), data, ALL, lettering, selected=selected)
        sign = next(s for s in plan.sites if s.spot.marker.slug == selected)
        assert sign.tag is not None


def test_larger_names_win(lettering):
    places = [
        Place("a", "Small", "AA", -88.0, 40.0, 20.0),
        Place("b", "Large", "AA", -88.0, 40.0, 80.0),
        Place("c", "Lettered A", "SF", -88.0, 40.2, 60.0),
    ]
    plan = make_plan(MapView(0, 0, 1000, 500, 400), MapData.build((), (), places), ALL, lettering)
    assert plan.names[0][0].place.name == "Large"


def test_what_lies_off_the_square_is_not_on_the_map(data):
    assert [m.slug for m in data.far] == ["far away"]
    assert "far away" not in data.by_slug


def test_layers_switch_parts_off(data, lettering):
    view = MapView(0, 0, 400, 1200, 900)
    bare = make_plan(view, data, Layers(frozenset({Layer.RELIEF})), lettering)
    assert not bare.boxes()
    assert bare.grid is None
    only_names = make_plan(view, data, Layers(frozenset({Layer.NAMES})), lettering)
    assert only_names.names
    assert not only_names.sites


def test_site_at_finds_sign_and_plate(data, lettering):
    plan = make_plan(MapView(0, 0, 300, 1200, 900), data, ALL, lettering)
    sign = next(s for s in plan.sites if s.tag is not None)
    assert plan.site_at(sign.x + 1, sign.y) is sign
    assert plan.site_at((sign.tag[0] + sign.tag[2]) / 2, (sign.tag[1] + sign.tag[3]) / 2) is sign
    assert plan.site_at(-500, -500) is None


def test_every_status_has_a_sign_of_its_own():
    shapes = [style.sign(marker("x", -80, 0, status))[0] for status in [*Status, None]]
    assert len(set(shapes)) == len(shapes)
    assert style.sign(marker("x", -80, 0, impact=True))[0] is style.Shape.STAR
    assert style.sign(marker("x", -80, 0, Status.FAILED, impact=True))[0] is style.Shape.CROSS
    assert style.sign(marker("x", -80, 0, Status.PLANNED, planned=True, impact=True))[0] is style.Shape.RING


def test_all_signs_and_names_are_drawn(data, lettering, qapp):
    view = MapView(0, 0, 400, 900, 700)
    extra = [marker(f"s {status}", -86 + k * 0.4, 200 + 9 * k, status) for k, status in enumerate([*Status, None])]
    data = MapData.build([s.marker for s in data.spots] + extra, data.regions, [n.place for n in data.names])
    for cached in (True, False):
        image = QImage(900, 700, QImage.Format.Format_RGB32)
        image.fill(0xFF404040)
        painter = QPainter(image)
        letters = Lettering(QFont(), cached=cached)
        plan = make_plan(view, data, ALL, letters, selected="s planned")
        draw_plan(painter, plan, ALL, letters)
        draw_frame(painter, view)
        painter.end()
        for sign in plan.sites:
            spots = [(sign.x + dx, sign.y + dy) for dx in range(-5, 6) for dy in range(-5, 6)]
            colours = {image.pixel(round(x), round(y)) for x, y in spots if 0 <= x < 900 and 0 <= y < 700}
            assert len(colours) > 1


@settings(max_examples=60, deadline=None)
@given(st.floats(-500_000, 500_000), st.floats(-500_000, 500_000), st.floats(10, 1200))
def test_the_grid_lies_where_it_says(x, y, mpp):
    view = MapView(x, y, mpp, 1000, 700).clamped()
    grid = graticule(view)
    for parallel in grid.parallels:
        points = arc_points(view, parallel.rho, parallel.west, parallel.east)
        for px, py in points[:: max(1, len(points) // 7)]:
            assert view.position(px, py).lat == pytest.approx(parallel.lat, abs=1e-6)
    assert len(grid.parallels) <= 24
    assert len(grid.meridians) <= 80
    for meridian in grid.meridians:
        assert 0 <= meridian.lon < 360
        assert meridian.start < meridian.end or meridian.start == 0


def test_the_grid_at_the_pole():
    grid = graticule(MapView(0, 0, 430, 1200, 900))
    to_the_pole = [m.lon for m in grid.meridians if m.start == 0]
    assert to_the_pole == [0, 90, 180, 270]
    assert all(p.lat > -90 for p in grid.parallels)
    assert {m.lon for m in grid.meridians} >= set(range(0, 360, 30))


def test_regions_are_curved_and_may_cross_the_seam():
    view = MapView(0, 0, 200, 1000, 800)
    region = Region("r", "R", -87.0, 5.0, (340.0, -88.0, 30.0, -86.0))
    points = outline(view, region)
    positions = [view.position(*p) for p in points]
    lats = [p.lat for p in positions]
    assert min(lats) == pytest.approx(-88)
    assert max(lats) == pytest.approx(-86)
    offsets = [(p.lon + 180) % 360 - 180 for p in positions]
    assert min(offsets) == pytest.approx(-20)
    assert max(offsets) == pytest.approx(30)
    # the far side is an arc: its middle lies on the parallel, not on the chord
    middle = points[len(points) // 4]
    assert view.position(*middle).lat == pytest.approx(-86, abs=1e-6)
    assert touches(points, view)
    away = MapView(-500_000, -500_000, 50, 500, 500)
    assert not touches(outline(away, region), away)
    assert outline(view, Region("n", "N", 10, 10, (0, 5, 20, 15))) == []


def test_region_round_the_pole_is_a_disc():
    points = outline(MapView(0, 0, 100, 800, 800), Region("p", "Pole", -90, 0, (0, -90, 360, -89)))
    rs = [math.hypot(x - 400, y - 400) for x, y in points]
    assert max(rs) - min(rs) < 0.01


@pytest.mark.parametrize("mpp", [1500, 430, 77, 10])
def test_the_scale_bar_is_true_on_the_ground(mpp):
    view = MapView(0, 300_000, mpp, 1200, 900).clamped()
    pixels, text = scale_bar(view, 150)
    number, unit = text.split()
    metres = float(number) * (1000 if unit == "km" else 1)
    a = unproject(view.x - pixels / 2 * view.mpp, view.y)
    b = unproject(view.x + pixels / 2 * view.mpp, view.y)
    assert great_circle_m(a, b) == pytest.approx(metres, rel=0.005)
    assert 50 <= pixels <= 150


def test_layout_places_and_refuses():
    layout = Layout((0.0, 0.0, 100.0, 50.0))
    assert layout.place((30, 10), [(80.0, 5.0), (5.0, 5.0)]) == (5.0, 5.0, 35.0, 15.0)
    assert layout.place((30, 10), [(10.0, 10.0)]) is None
    assert layout.place((30, 10), beside(50.0, 30.0, (30, 10), 5)) == (55.0, 25.0, 85.0, 35.0)
    assert over(50, 50, (20, 10), 40)[0] == (40.0, 45.0)
    assert over(50, 50, (20, 10), 3)[0] == (40.0, 54.0)


def test_markers_beyond_the_edges_of_the_square():
    corner = unproject(HALF_SIDE_M - 10, HALF_SIDE_M - 10)
    data = MapData.build([marker("in", corner.lat, corner.lon), marker("out", -62.0, 0.0)], (), ())
    assert set(data.by_slug) == {"in"}
    assert LatLon(data.far[0].lat, data.far[0].lon) == LatLon(-62, 0)
