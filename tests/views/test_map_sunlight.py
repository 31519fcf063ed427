"""Sunlight in the real map: switched on, typed, dragged, run, rested, exported, linked, told at the pointer."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from atlas.domain.coordinates import LatLon, project
from atlas.domain.light import Span, write_time
from atlas.domain.links import parse_link
from atlas.paths import Paths
from atlas.services.map.ground import compose_ground
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.sun_desk import Standing, SunDesk
from atlas.services.settings import Settings
from atlas.services.tasks import Tasks
from atlas.services.terrain import GroundPictures, Terrain
from atlas.views.map import MapPane
from atlas.views.map.sunlight import Newest
from atlas.views.map.sunlight_field import read_typed
from atlas.views.map.sunlight_words import standing_words

WHEN = datetime(2026, 11, 22, 18, tzinfo=UTC)


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


@pytest.fixture(scope="module")
def pictures():
    """Terrain and pictures, read once: what is drawn of them is what the tests are about."""
    folder = Paths.find().terrain
    return Terrain(folder), GroundPictures(folder)


@pytest.fixture
def context(tasks, tmp_path, pictures):
    paths = Paths.find(tmp_path)
    terrain, ground = pictures
    settings = Settings(tmp_path / "settings.ini")
    settings.set_text("map/light", write_time(WHEN))
    return SimpleNamespace(paths=paths, tasks=tasks, settings=settings, catalogue=None, terrain=terrain, ground=ground)


@pytest.fixture
def pane(qtbot, context):
    made = MapPane(context)
    qtbot.addWidget(made)
    made.set_data((), (), ())
    made.resize(760, 620)
    made.show()
    qtbot.waitUntil(lambda: made.canvas.is_sharp, timeout=20_000)
    return made


@pytest.fixture
def lit(qtbot, pane):
    pane.layers.sunlight.setChecked(True)
    rest(qtbot, pane)
    return pane


def rest(qtbot, pane):
    """Wait until the map is as exact as it gets, with nothing under way."""
    qtbot.waitUntil(lambda: pane.canvas.is_sharp and not pane._context.tasks.busy, timeout=20_000)


def shown(pane):
    """Return the picture of the ground that is shown."""
    return pane.canvas._ground._sharp[0].image


def exact(pane, time):
    """Return the picture that the sky and the terrain give for a moment, made apart from the map."""
    context, canvas = pane._context, pane.canvas
    light = SunDesk(context.paths.sky, context.terrain).sunlight(time)
    layers = Layers(frozenset({Layer.RELIEF})).with_sunlight()
    return compose_ground(canvas.view, canvas.devicePixelRatioF(), layers, context.terrain, context.ground, light)


def type_time(pane, text):
    field = pane.sunlight.bar.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_bar_is_there_only_while_the_sun_shines(pane, qtbot):
    assert pane.sunlight.bar is None
    baked = shown(pane)
    pane.layers.sunlight.setChecked(True)
    rest(qtbot, pane)
    assert pane.sunlight.bar.isVisible()
    assert shown(pane) == exact(pane, WHEN)
    assert pane.sunlight.bar.geometry().top() >= pane.canvas.geometry().bottom()
    for panel in (pane.zoom_buttons, pane.locator):
        assert not panel.isVisible() or pane.canvas.geometry().contains(panel.geometry())
    pane.sunlight.bar.close_button.click()
    rest(qtbot, pane)
    assert not pane.sunlight.bar.isVisible()
    assert not pane.layers.sunlight.isChecked()
    assert shown(pane) == baked


def test_without_relief_there_is_nothing_to_light(lit):
    lit.layers.check_box(Layer.RELIEF).setChecked(False)
    assert not lit.sunlight.is_on
    lit.layers.sunlight.setChecked(True)
    assert lit.layers.check_box(Layer.RELIEF).isChecked()
    assert lit.sunlight.is_on


def test_a_typed_date(lit, qtbot):
    type_time(lit, "2027-02-03 06:30")
    time = datetime(2027, 2, 3, 6, 30, tzinfo=UTC)
    assert lit.sunlight.time == time
    rest(qtbot, lit)
    assert shown(lit) == exact(lit, time)
    assert lit.sunlight.bar.slider.window_shown.start <= time < lit.sunlight.bar.slider.window_shown.end


def test_a_date_that_nobody_knows_is_refused_in_words(lit, qtbot):
    before = shown(lit)
    for text, year in (("1950-01-01 00:00", 1950), ("2070-06-01 12:00", 2070)):
        refuse(lit, qtbot, text, year)
    rest(qtbot, lit)
    assert shown(lit) == before


def refuse(lit, qtbot, text, year):
    with qtbot.waitSignal(lit.message) as caught:
        type_time(lit, text)
    for word in ("1959", "2060", str(year)):
        assert word in caught.args[0]
        assert word in lit.sunlight.bar.words()
    assert lit.sunlight.time == WHEN
    # what was typed is not lost
    assert text in lit.sunlight.bar.field.text()


def test_what_rounds_to_nothing_has_no_sign():
    assert standing_words(Standing(12.0, -0.04)) == "0.0° at 12°"
    assert standing_words(Standing(12.0, -0.06)) == "−0.1° at 12°"


def test_what_is_no_moment_is_told_and_stays(lit, qtbot):
    text = "22.11.2026"
    with qtbot.waitSignal(lit.message) as caught:
        type_time(lit, text)
    assert text in caught.args[0]
    assert "2026-11-22 18:00" in caught.args[0]
    assert lit.sunlight.bar.field.text() == text
    assert lit.sunlight.time == WHEN
    QTest.keyClick(lit.sunlight.bar.field, Qt.Key.Key_Escape)
    assert lit.sunlight.bar.field.text() == "2026-11-22 18:00 UTC"
    rest(qtbot, lit)


@pytest.mark.parametrize("text", ["2027-02-03T06:30Z", " 2027-02-03 06:30 utc ", "2027-02-03T08:30+02:00"])
def test_moments_are_read_in_the_usual_ways(text):
    assert read_typed(text) == datetime(2027, 2, 3, 6, 30, tzinfo=UTC)
    assert read_typed("2027-02-03") == datetime(2027, 2, 3, tzinfo=UTC)


def test_dragging_shows_pictures_and_rest_makes_them_exact(lit, qtbot):
    bar, slider = lit.sunlight.bar, lit.sunlight.bar.slider
    pictures = []
    lit.canvas._ground.changed.connect(lambda: pictures.append(lit.canvas._ground._sharp[0]))
    at = QPoint(slider.width() // 4, 12)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at)
    for k in range(12):
        QTest.mouseMove(slider, at + QPoint(8 * k, 0))
        qtbot.wait(15)
    assert slider.isSliderDown()
    hurried = [picture for picture in pictures if picture.wish.light.moving]
    assert hurried
    assert all(picture.image.width() <= lit.canvas.width() for picture in hurried)
    moments = [picture.wish.light.time for picture in hurried]
    assert moments == sorted(moments)
    # the hand is still, the button down: exact all the same
    rest(qtbot, lit)
    assert shown(lit) == exact(lit, lit.sunlight.time)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at + QPoint(88, 0))
    rest(qtbot, lit)
    assert lit.sunlight.time != WHEN
    assert shown(lit) == exact(lit, lit.sunlight.time)
    assert bar.field.text() == f"{lit.sunlight.time:%Y-%m-%d %H:%M} UTC"


def test_time_runs_and_stops(lit, qtbot):
    lit.sunlight.bar.play.click()
    qtbot.waitUntil(lambda: lit.sunlight.time > WHEN + timedelta(hours=2), timeout=10_000)
    lit.sunlight.bar.play.click()
    stopped = lit.sunlight.time
    rest(qtbot, lit)
    assert lit.sunlight.time == stopped
    assert shown(lit) == exact(lit, stopped)


def test_time_stops_at_the_end(lit, qtbot):
    lit.sunlight.set_time(datetime(2060, 12, 31, 23, tzinfo=UTC))
    with qtbot.waitSignal(lit.message, timeout=10_000) as caught:
        lit.sunlight.bar.play.click()
    assert "2060" in caught.args[0]
    assert not lit.sunlight.bar.play.isChecked()
    assert "extrapolated" in lit.sunlight.bar.words() or qtbot.waitUntil(
        lambda: "extrapolated" in lit.sunlight.bar.words(), timeout=5_000
    )
    rest(qtbot, lit)


def test_steps_now_and_keys(lit, qtbot):
    bar = lit.sunlight.bar
    for button, step in zip(bar.steps, (-29.530556, -1, -1 / 24, 1 / 24, 1, 29.530556), strict=True):
        before = lit.sunlight.time
        button.click()
        assert (lit.sunlight.time - before) / timedelta(days=1) == pytest.approx(step, abs=1e-5)
    assert lit.sunlight.time == WHEN
    QTest.keyClick(bar.slider, Qt.Key.Key_Right)
    assert timedelta(0) < lit.sunlight.time - WHEN <= timedelta(minutes=30)
    QTest.keyClick(bar.slider, Qt.Key.Key_PageUp)
    assert lit.sunlight.time - WHEN > timedelta(hours=23)
    type_time(lit, "2027-01-31 12:00")
    for cursor, keys, expected in (
        (0, "UUD", "2028-01-31 12:00"),
        (6, "U", "2028-02-29 12:00"),
        (9, "D", "2028-02-28 12:00"),
        (12, "UU", "2028-02-28 14:00"),
        (15, "D", "2028-02-28 13:59"),
    ):
        bar.field.setCursorPosition(cursor)
        for key in keys:
            QTest.keyClick(bar.field, Qt.Key.Key_Up if key == "U" else Qt.Key.Key_Down)
        assert bar.field.text() == f"{expected} UTC"
        assert f"{lit.sunlight.time:%Y-%m-%d %H:%M}" == expected
    bar.now.click()
    assert abs(lit.sunlight.time - datetime.now(UTC)) < timedelta(minutes=3)
    rest(qtbot, lit)


def test_every_span_tells_when_the_sun_is_up(lit, qtbot):
    bar = lit.sunlight.bar
    lit.canvas.set_view(lit.canvas.view.centred(LatLon(-75, 0)))
    for span in Span:
        next(a for a in bar.spans.menu().actions() if a.text() == bar.spans._titles[span]).trigger()
        assert bar.span is span
        qtbot.waitUntil(lambda: len(bar.slider._elevations) > 0, timeout=5_000)
        rest(qtbot, lit)
        up = [degrees > 0 for degrees in bar.slider._elevations]
        # at 75° S the Sun rises and sets in a lunar day, hardly in a day
        assert (any(up) and not all(up)) or span is Span.DAY
        assert lit._context.settings.text("map/light-span") == span


def test_what_the_bar_says(lit, qtbot):
    qtbot.waitUntil(lambda: "Sun" in lit.sunlight.bar.words(), timeout=5_000)
    words = lit.sunlight.bar.words()
    assert words.startswith("Middle: Sun 1.5° at 20° · Earth ")
    assert "Sun overhead at 1.5°S 20.2°E" in words
    assert "extrapolated" not in words
    tip = lit.sunlight.bar.readout.toolTip()
    for word in ("LOLA 1.6 km", "Earth", "partial"):
        assert word in tip


@pytest.mark.parametrize(
    ("lat", "lon", "half_m"),
    [(-89.67, 129.78, 2_500), (-88.14, 45.91, 7_000), (-87.45, 354.83, 5_500), (-87.18, 84.31, 5_500)],
    ids=["Shackleton", "Shoemaker", "Haworth", "Faustini"],
)
def test_floors_stay_dark(lit, qtbot, lat, lon, half_m):
    canvas = lit.canvas
    canvas.set_view(canvas.view.centred(LatLon(lat, lon), 300))
    for when in (WHEN, datetime(1969, 7, 20, 20, 17, tzinfo=UTC), datetime(2031, 5, 5, tzinfo=UTC)):
        lit.sunlight.set_time(when)
        rest(qtbot, lit)
        image = shown(lit)
        x, y = canvas.view.to_screen(*project(LatLon(lat, lon)))
        reach = half_m / canvas.view.mpp * 0.56
        offsets = [(dx * reach, dy * reach) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        inside = [image.pixelColor(round(x + dx), round(y + dy)) for dx, dy in offsets]
        assert max(colour.lightness() for colour in inside) < 40
        every = [image.pixelColor(px, py).lightness() for px in range(0, 700, 20) for py in range(0, 400, 20)]
        assert max(every) > 120


def test_the_pointer_tells_of_the_sun(lit, qtbot):
    x, y = lit.canvas.view.to_screen(*project(LatLon(-89.67, 129.78)))
    with qtbot.waitSignal(lit.sunlight.point_changed, timeout=10_000) as caught:
        QTest.mouseMove(lit.canvas, QPoint(round(x), round(y)))
    text, tip = caught.args
    assert text.startswith("Sun ")
    assert text.endswith("in shadow")
    for word in ("22 Nov 2026, 18:00 UTC", "Earth", "LOLA 1.6 km"):
        assert word in tip
    rest(qtbot, lit)


def test_the_pointer_tells_of_the_sun_without_the_layer_too(pane, qtbot):
    with qtbot.waitSignal(pane.sunlight.point_changed, timeout=10_000) as caught:
        QTest.mouseMove(pane.canvas, QPoint(300, 300))
    assert caught.args[0].startswith("Sun ")
    rest(qtbot, pane)


def test_exports_name_the_date_of_the_light(lit, qtbot, tmp_path, monkeypatch):
    told = []

    def draw_credits(painter, text, *rest):
        told.append(text)

    monkeypatch.setattr("atlas.services.map.export.draw_credits", draw_credits)
    for ending in ("png", "svg", "pdf"):
        with qtbot.waitSignal(lit.message, timeout=20_000):
            lit.export_map(tmp_path / f"map.{ending}", "As known on 10 March 2021")
        assert (tmp_path / f"map.{ending}").stat().st_size > 10_000
        assert told.pop().startswith("Lit as on 22 Nov 2026, 18:00 UTC; Sun over 20°E · As known on 10 March 2021")
    rest(qtbot, lit)


def test_links_carry_the_light(lit, qtbot):
    lit.canvas.set_view(lit.canvas.view.centred(LatLon(-88, 30), 100))
    link = lit.link
    assert link.light == WHEN
    assert parse_link(str(link)) == link
    lit.set_layers(lit.canvas.layers.without_sunlight())
    assert lit.link.light is None
    lit.sunlight.set_time(datetime(2030, 1, 1, tzinfo=UTC))
    lit.canvas.set_view(lit.canvas.view.whole())
    lit.follow(parse_link(str(link)))
    assert lit.sunlight.is_on
    assert lit.sunlight.time == WHEN
    qtbot.waitUntil(lambda: lit.canvas.view.mpp == pytest.approx(100, rel=1e-4), timeout=5_000)
    assert lit.canvas.view.centre.lat == pytest.approx(-88, abs=1e-3)
    rest(qtbot, lit)


def test_the_light_is_remembered(lit, qtbot, context):
    type_time(lit, "2030-03-04 05:06")
    qtbot.waitUntil(lambda: context.settings.text("map/light") == "2030-03-04T05:06Z", timeout=5_000)
    rest(qtbot, lit)
    again = MapPane(context)
    qtbot.addWidget(again)
    assert again.sunlight.is_on
    assert again.sunlight.time == datetime(2030, 3, 4, 5, 6, tzinfo=UTC)
    context.settings.set_text("map/light", "nonsense")
    third = MapPane(context)
    qtbot.addWidget(third)
    assert abs(third.sunlight.time - datetime.now(UTC)) < timedelta(minutes=3)


def test_the_list_says_which_light(lit):
    assert "22 Nov 2026, 18:00 UTC" in lit.in_view.list.accessibleDescription()
    lit.layers.sunlight.setChecked(False)
    assert lit.in_view.list.accessibleDescription() == ""


def test_every_control_has_a_name_and_takes_the_keyboard(lit):
    for stop in lit.sunlight.bar.stops():
        assert stop.accessibleName(), stop
        assert stop.focusPolicy() & Qt.FocusPolicy.TabFocus, stop


def test_without_the_sky_the_map_says_so(qtbot, tasks, context, tmp_path):
    context.paths = Paths(tmp_path, tmp_path, context.paths.db)
    made = MapPane(context)
    qtbot.addWidget(made)
    made.set_data((), (), ())
    made.resize(500, 400)
    made.show()
    with qtbot.waitSignal(made.message, timeout=10_000, check_params_cb=lambda text: "Sun and Earth" in text):
        made.layers.sunlight.setChecked(True)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)


def test_only_the_newest_comes_next(qtbot, tasks):
    newest, came = Newest(tasks, tasks), []
    newest.came.connect(came.append)
    for k in range(50):
        newest.ask(partial(int, k))
    qtbot.waitUntil(lambda: came[-1:] == [49], timeout=5_000)
    assert came == [0, 49]
    newest.ask(partial(int, 50))
    newest.forget()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=5_000)
    assert came == [0, 49]


def test_the_two_dates_leave_each_other_alone(atlas, qtbot):
    window, light = atlas.window, atlas.window.centre.map.sunlight
    window.registry["sunlight"].trigger()
    assert light.is_on
    assert window.registry["sunlight"].isChecked()
    light.set_time(WHEN)
    window.session.set_as_of(date(2021, 3, 10))
    assert light.time == WHEN
    light.set_time(datetime(2027, 2, 3, tzinfo=UTC))
    assert window.session.as_of == date(2021, 3, 10)
    window.open_link("atlas://map?light=2030-01-01T00:00Z")
    assert light.time == datetime(2030, 1, 1, tzinfo=UTC)
    assert window.session.as_of == date(2021, 3, 10)
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy, timeout=20_000)
    QTest.mouseMove(window.centre.map.canvas, QPoint(200, 200))
    qtbot.waitUntil(lambda: window.status._light.text().startswith("Sun "), timeout=10_000)
    window.registry["sunlight"].trigger()
    assert not light.is_on
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy, timeout=20_000)


def test_only_what_was_foreseen_is_told_in_a_sentence(lit, qtbot):
    from atlas.services.terrain import TerrainError

    said: list[str] = []
    unforeseen: list[BaseException] = []
    lit.sunlight.message.connect(said.append)
    tasks = lit.sunlight._tasks
    tasks.error.connect(unforeseen.append)
    fault = KeyError("a slip")
    lit.sunlight._failed(TerrainError("The terrain is gone."))
    lit.sunlight._failed(fault)
    assert said == ["The terrain is gone."]
    assert unforeseen == [fault]


def test_what_gestures_need_is_loaded_at_the_first_of_them(qtbot, context, monkeypatch):
    loaded = []
    monkeypatch.setattr(SunDesk, "warm_up", lambda self: loaded.append(self))
    made = MapPane(context)
    qtbot.addWidget(made)
    made.set_data((), (), ())
    made.resize(760, 620)
    made.show()
    # the pointer lies over the map where the window opened, and is read again once the terrain is there
    QTest.mouseMove(made.canvas, QPoint(300, 300))
    qtbot.waitUntil(lambda: made.canvas.is_sharp and made._ready_asked, timeout=20_000)
    made.terrain_changed()
    made.terrain_changed()
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)
    assert loaded == []
    QTest.mouseMove(made.canvas, QPoint(320, 310))
    qtbot.waitUntil(lambda: loaded == [made.sunlight.desk])
    QTest.mouseMove(made.canvas, QPoint(330, 320))
    made.canvas.set_view(made.canvas.view.zoomed(2.0))
    qtbot.wait(50)
    assert len(loaded) == 1


def test_a_view_that_moves_without_a_pointer_loads_it_too(qtbot, context, monkeypatch):
    loaded = []
    monkeypatch.setattr(SunDesk, "warm_up", lambda self: loaded.append(self))
    made = MapPane(context)
    qtbot.addWidget(made)
    made.set_data((), (), ())
    made.resize(760, 620)
    made.show()
    qtbot.waitUntil(lambda: made.canvas.is_sharp and made._ready_asked, timeout=20_000)
    # another size shows the same place at the same scale
    made.resize(780, 640)
    qtbot.wait(50)
    assert loaded == []
    made.canvas.set_view(made.canvas.view.zoomed(1.2))
    qtbot.waitUntil(lambda: len(loaded) == 1)
