"""The view: pixels and metres, zoom at the pointer, what may be seen; layers as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.coordinates import LatLon, format_position
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.view import FINEST, MapView, on_map
from atlas.services.terrain.files import HALF_SIDE_M

views = st.builds(
    MapView,
    st.floats(-600_000, 600_000),
    st.floats(-600_000, 600_000),
    st.floats(10, 2000),
    st.integers(200, 2500),
    st.integers(200, 1600),
)


@given(views, st.floats(0, 1), st.floats(0, 1))
def test_screen_and_map_agree(view, across, down):
    px, py = across * view.width, down * view.height
    assert view.to_screen(*view.to_map(px, py)) == pytest.approx((px, py), abs=1e-4)


def test_axes():
    view = MapView(0, 0, 100, 1000, 800)
    assert view.to_screen(0, 0) == (500, 400)
    assert view.to_screen(10_000, 20_000) == (600, 200)
    assert view.bounds == (-50_000, -40_000, 50_000, 40_000)
    assert format_position(view.centre) == "90.00°S 0.00°E"
    # 0° is up, 90° E to the right
    assert view.position(500, 0).lon == pytest.approx(0)
    assert view.position(1000, 400).lon == pytest.approx(90)


@given(views, st.floats(0, 1), st.floats(0, 1), st.floats(0.3, 3))
def test_zoom_keeps_the_point_under_the_pointer(view, across, down, factor):
    view = view.clamped()
    px, py = across * view.width, down * view.height
    before = view.to_map(px, py)
    after = view.zoomed(factor, px, py)
    assert FINEST <= after.mpp <= after.coarsest
    unclamped = abs(after.x) < HALF_SIDE_M - after.width * after.mpp / 2 - 1
    unclamped = unclamped and abs(after.y) < HALF_SIDE_M - after.height * after.mpp / 2 - 1
    if unclamped:
        assert after.to_map(px, py) == pytest.approx(before, abs=after.mpp * 0.01)


@given(views)
def test_clamped_views_stay(view):
    clamped = view.clamped()
    assert clamped.clamped() == clamped
    assert FINEST <= clamped.mpp <= clamped.coarsest
    # some of the square is always in the middle
    assert abs(clamped.x) <= HALF_SIDE_M
    assert abs(clamped.y) <= HALF_SIDE_M


def test_pan_moves_the_ground_with_the_pointer():
    view = MapView(0, 0, 100, 1000, 800)
    assert view.panned(10, -5).to_screen(0, 0) == (510, 395)
    assert view.panned(1e9, 0).clamped() == view.panned(1e9, 0)


def test_whole_square_fits():
    view = MapView(1000, 500, 50, 1200, 800).whole()
    west, south, east, north = view.bounds
    assert south == pytest.approx(-HALF_SIDE_M)
    assert north == pytest.approx(HALF_SIDE_M)
    assert west <= -HALF_SIDE_M
    assert east >= HALF_SIDE_M


def test_scale():
    assert MapView(0, 0, 529.1667, 100, 100).scale == pytest.approx(2_000_000, rel=1e-4)


def test_on_map():
    assert on_map(LatLon(-89, 10))
    assert on_map(LatLon(-62.5, 45))
    assert not on_map(LatLon(-62.5, 0))
    assert not on_map(LatLon(41, 0))
    assert not on_map(LatLon(90, 0))


def test_layers_by_name():
    layers = Layers.named("relief, GRID")
    assert layers.shown == {Layer.RELIEF, Layer.GRID}
    assert layers.strength(Layer.NAMES) == 0
    assert Layers.named("imagery").strength(Layer.IMAGERY) == 1
    assert Layers.named("relief,imagery").strength(Layer.IMAGERY) == pytest.approx(0.6)
    for bad in ("", "relief,roads", ","):
        with pytest.raises(ValueError, match="layer"):
            Layers.named(bad)


def test_layers_as_text():
    layers = Layers().with_shown(Layer.REGIONS, shown=True).with_opacity(Layer.IMAGERY, 0.25)
    assert Layers.from_text(layers.to_text()) == layers
    assert Layers.from_text("rubbish,relief=x,=,names-=40").opacity[Layer.NAMES] == pytest.approx(0.4)
    assert layers.with_opacity(Layer.GRID, 7).opacity[Layer.GRID] == 1
    assert layers.same_ground(layers.with_shown(Layer.NAMES, shown=False))
    assert not layers.same_ground(layers.with_shown(Layer.IMAGERY, shown=True))
