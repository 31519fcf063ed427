"""The layer of slopes in the real window: switched on and off, its legend, what is under the pointer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlas.domain.coordinates import LatLon
from atlas.services.map import style
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.legend import over_ground
from atlas.services.map.slope_layer import SlopeWords
from atlas.services.units import METRIC, Units
from atlas.views.map.readout import reading_at


def idle(qtbot, atlas):
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy, timeout=60_000)


@pytest.fixture
def pane(qtbot, atlas):
    made = atlas.window.centre.map
    canvas = made.canvas
    canvas.set_view(canvas.view.centred(LatLon(-89.67, 129.78), 60.0))
    qtbot.waitUntil(lambda: canvas.is_sharp, timeout=20_000)
    yield made
    idle(qtbot, atlas)


def sharp(qtbot, pane):
    """Return the ground as it is drawn."""
    qtbot.waitUntil(lambda: pane.canvas.is_sharp, timeout=20_000)
    return pane.canvas._ground._sharp[0].image


def test_it_is_off_until_it_is_wanted_and_says_what_its_colours_mean(qtbot, pane):
    assert Layer.SLOPE not in pane.canvas.layers.shown
    assert pane.slope.bar is None
    before = sharp(qtbot, pane)
    middle = before.rect().center()
    box = pane.layers.check_box(Layer.SLOPE)
    assert "smaller than that" in box.toolTip()
    box.click()
    bar = pane.slope.bar
    assert bar.isVisible()
    assert bar.words.toolTip() == "Slope over 1.6\u00a0km. Steep slopes smaller than that do not show."
    assert bar.words.accessibleName() == bar.words.toolTip()
    words = [text for _, text in bar.scale.classes]
    assert words == ["0–5°", "5–10°", "10–15°", "15–20°", "20–25°", "over 25°"]
    assert bar.scale.classes[0][0] == over_ground(style.SLOPE_RAMP[0], 0.6)
    assert "over 25°" in bar.accessibleName()
    after = sharp(qtbot, pane)
    # the floor of Shackleton is gentle, the wall around it the steepest: dark, and light
    wall = after.pixelColor(middle.x() + round(6_000 / 60.0), middle.y())
    assert after.pixelColor(middle).blue() > after.pixelColor(middle).red() + 20
    assert wall.lightness() > after.pixelColor(middle).lightness() + 40
    assert before.pixelColor(middle) != after.pixelColor(middle)


def test_its_strength_is_seen_in_map_and_legend(qtbot, pane):
    pane.layers.check_box(Layer.SLOPE).click()
    weak = sharp(qtbot, pane).pixelColor(200, 200)
    pane.layers.slider(Layer.SLOPE).setValue(100)
    assert pane.slope.bar.scale.classes[5][0] == style.SLOPE_RAMP[5]
    strong = sharp(qtbot, pane).pixelColor(200, 200)
    assert strong in style.SLOPE_RAMP
    assert weak != strong


def test_it_is_closed_in_the_bar_and_remembered(qtbot, pane):
    pane.layers.check_box(Layer.SLOPE).click()
    bar = pane.slope.bar
    saved = Layers.from_text(pane._context.settings.text("map/layers"))
    assert Layer.SLOPE in saved.shown
    bar.close_button.setFocus()
    QTest.keyClick(bar.close_button, Qt.Key.Key_Space)
    assert not bar.isVisible()
    assert not pane.layers.check_box(Layer.SLOPE).isChecked()
    assert Layer.SLOPE not in Layers.from_text(pane._context.settings.text("map/layers")).shown
    sharp(qtbot, pane)


def test_the_legend_follows_the_view(qtbot, pane):
    pane.layers.check_box(Layer.SLOPE).click()
    canvas = pane.canvas
    canvas.set_view(canvas.view.whole())
    assert pane.slope.bar.words.text().startswith("Slope over 1.6\u00a0km") == (canvas.view.mpp <= 1600.0)
    sharp(qtbot, pane)
    colours = {sharp(qtbot, pane).pixel(x, y) for x in range(100, 400, 7) for y in range(100, 400, 7)}
    assert len(colours) > 200


def test_the_pointer_tells_the_slope_with_its_baseline(qtbot, atlas, pane):
    terrain = pane._terrain
    qtbot.waitUntil(lambda: terrain.ready, timeout=10_000)
    p = LatLon(-89.67, 129.78)
    reading = reading_at(p, terrain)
    assert reading.slope_text() == f"slope {terrain.slope_deg(p):.1f}° over 1.6 km"
    assert reading.slope_text(Units(feet=True)).endswith("° over 0.99 mi")
    atlas.window.commands.set_units(Units(feet=True))
    atlas.window.status.show_reading(reading)
    assert atlas.window.status._slope.text().endswith("over 0.99 mi")


def test_the_legend_follows_the_units(qtbot, pane):
    pane.layers.check_box(Layer.SLOPE).click()
    pane.set_units(Units(feet=True))
    assert pane.slope.bar.words.text().startswith("Slope over 0.99\u00a0mi")
    pane.set_units(METRIC)
    assert pane.slope.bar.words.text().startswith("Slope over 1.6\u00a0km")
    sharp(qtbot, pane)


def test_the_map_is_as_high_whatever_the_legend_says(qtbot, pane):
    pane.layers.check_box(Layer.SLOPE).click()
    bar = pane.slope.bar
    long = SlopeWords("Slope over 20 m, elsewhere 1.6 km", "Steep slopes do not show, however steep. " * 9, ())
    short = SlopeWords("Slope over 20 m", "Steep.", ())
    heights, canvas = set(), pane.canvas.height
    for words in (short, long, short):
        bar.set_words(words, 0.6)
        qtbot.wait(20)
        heights.add(canvas())
        assert bar.words.toolTip() == words.sentences()
        if words is long:
            assert bar.words.text().endswith("…")
            assert bar.words.fontMetrics().horizontalAdvance(bar.words.text()) <= bar.words.width()
    assert bar.words.text() == short.sentences()
    assert len(heights) == 1
    sharp(qtbot, pane)


def test_other_terrain_is_seen_in_the_coarse_square_too(qtbot, atlas, pane):
    pane.layers.check_box(Layer.SLOPE).click()
    sharp(qtbot, pane)
    idle(qtbot, atlas)
    before = pane.canvas._ground._coarse.cacheKey()
    pane.canvas.terrain_changed()
    qtbot.waitUntil(lambda: pane.canvas._ground._coarse.cacheKey() != before, timeout=20_000)
    idle(qtbot, atlas)
