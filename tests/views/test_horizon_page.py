"""The page Horizon in the real window: from where, when, what is drawn and told, and what goes into files."""

import csv
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget

from atlas.domain.coordinates import LatLon, project
from atlas.services.horizon.compose import Span
from atlas.services.sky.spells import Sight
from atlas.services.terrain.files import TerrainError
from atlas.views.horizon.page import LIGHT_TIME, HorizonPage
from atlas.views.map.menu import open_map_menu

RIM = LatLon(-88.8, 123.4)
PIT = LatLon(-89.67, 129.78)
WHEN = datetime(2027, 2, 14, tzinfo=UTC)
WORDS = {Sight.HIDDEN: "dark", Sight.PARTLY: "partly lit", Sight.WHOLE: "lit"}


def settle(qtbot, atlas, page):
    qtbot.waitUntil(
        lambda: not atlas.context.tasks.busy and not page._rest.isActive() and not page._settle.isActive(),
        timeout=20_000,
    )
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy, timeout=20_000)


@pytest.fixture
def page(atlas, qtbot):
    atlas.context.settings.set_text(LIGHT_TIME, "2027-02-14T00:00Z")
    atlas.window.commands.horizon.look_from(RIM, "Rim")
    made = atlas.window.centre.horizon
    settle(qtbot, atlas, made)
    return made


def test_it_is_the_tab_after_the_map_and_made_when_first_shown(atlas):
    centre = atlas.window.centre
    assert [centre.tabText(k) for k in range(2)] == ["Map", "Horizon"]
    assert "horizon" not in centre._pages
    atlas.window.registry["show-horizon"].trigger()
    assert isinstance(centre.horizon, HorizonPage)
    assert centre.current_key == "horizon"


def test_a_place_is_drawn_told_and_counted(page):
    assert page.prospect.lookout.position == RIM
    assert page.canvas.is_sharp
    assert "Rim · 88.80°S 123.40°E" in page.canvas.accessibleName()
    assert "Sun" in page.canvas.accessibleDescription()
    assert page.moment == WHEN
    facts = page.facts.accessibleDescription()
    assert "Sun in sight: 65.4 % of the time" in facts
    assert page.strip.accessibleDescription().startswith("At this moment: lit. Sun in sight")
    image = page.canvas.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 8) for y in range(0, image.height(), 8)}
    assert len(colours) > 300


def test_the_map_offers_the_horizon_of_a_point(atlas, qtbot):
    map_pane = atlas.window.centre.map
    x, y = map_pane.canvas.view.to_screen(*project(LatLon(-89.2, 77)))
    menu = open_map_menu(map_pane.canvas, QPoint(round(x), round(y)))
    menu.horizon_wanted.connect(map_pane.horizon_wanted)
    next(action for action in menu.actions() if action.text() == "Horizon from here").trigger()
    menu.deleteLater()
    page = atlas.window.centre.horizon
    assert atlas.window.centre.current_key == "horizon"
    assert page.position.lat == pytest.approx(-89.2, abs=0.05)
    settle(qtbot, atlas, page)
    assert page.prospect.lookout.position == page.position


def test_an_entry_with_a_place_has_a_horizon(atlas, qtbot):
    rows = atlas.context.catalogue.snapshot(atlas.window.session.as_of).rows
    row = next(row for row in rows if row.location is not None)
    atlas.window.commands.open_entry(row.slug)
    atlas.window.registry["horizon-from-entry"].trigger()
    page = atlas.window.centre.horizon
    assert page.name == row.name
    assert page.position == LatLon(*row.location)
    settle(qtbot, atlas, page)


def test_typing_a_coordinate_and_nonsense(atlas, page, qtbot):
    atlas.window.registry["horizon-go-to"].trigger()
    field = page.place_bar.goto.field
    assert field.hasFocus()
    QTest.keyClicks(field, "89.67S 129.78E")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, atlas, page)
    assert page.prospect.lookout.position == PIT
    assert "behind the horizon" in page.composed.panorama.sun_words
    field.clear()
    QTest.keyClicks(field, "Nowhere at all")
    with qtbot.waitSignal(page.message) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Nowhere at all" in told.args[0]
    assert page.position == PIT


def test_off_the_terrain_it_says_so(atlas, page, qtbot):
    page.look_from(LatLon(0.67, 23.47), "Apollo 11")
    settle(qtbot, atlas, page)
    assert "bare sphere" in page._ground_words()
    assert page.canvas.is_sharp
    page.look_from(LatLon(-70.2, 0))
    settle(qtbot, atlas, page)
    assert "the terrain ends before" in page._ground_words()


def test_the_moment_is_typed_stepped_and_shared(atlas, page, qtbot):
    bar = page.time_bar
    bar.steps[-1].click()
    assert page.moment > WHEN
    settle(qtbot, atlas, page)
    assert atlas.context.settings.text(LIGHT_TIME).startswith("2027-03-15")
    assert page.strip._calendar.table.sun.begin == datetime(2027, 3, 1, tzinfo=UTC)
    # another page chose a moment meanwhile
    atlas.window.centre.show_map()
    assert atlas.window.centre.map.sunlight.time == page.moment
    atlas.context.settings.set_text(LIGHT_TIME, "2030-06-01T12:00Z")
    atlas.window.centre.show_horizon()
    assert page.moment == datetime(2030, 6, 1, 12, tzinfo=UTC)
    settle(qtbot, atlas, page)
    bar.refused.emit(datetime(1950, 5, 5, tzinfo=UTC))
    assert "1950 lies outside" in atlas.window.status.currentMessage()
    assert page.moment.year == 2030
    bar.now.click()
    assert page.moment.year == datetime.now(UTC).year
    settle(qtbot, atlas, page)


def test_spans_change_paths_and_calendar(atlas, page, qtbot):
    for span, first in ((Span.YEAR, datetime(2027, 1, 1, tzinfo=UTC)), (Span.DAY, WHEN)):
        button = next(b for b in page.time_bar.spans.buttons() if b.objectName() == span)
        button.click()
        settle(qtbot, atlas, page)
        assert page.strip._calendar.table.sun.begin == first
    assert atlas.context.settings.text("horizon/span") == "day"


def test_the_strip_chooses_a_moment_by_mouse_and_keys(atlas, page, qtbot):
    strip = page.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() // 2, 20))
    assert page.moment.month == 2
    assert page.moment != WHEN
    before = page.moment
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert (page.moment - before).total_seconds() == pytest.approx(6 * 3600, abs=60)
    settle(qtbot, atlas, page)
    words = strip._words_at(QPointF(strip._x(WHEN), 15.0))
    assert words.startswith("Lit: all of the Sun is in sight")
    assert "UTC" in words
    assert strip._words_at(QPointF(2.0, 15.0)) == ""
    assert strip._words_at(QPointF(strip._x(WHEN), 45.0)).startswith("Earth")


def test_height_lifts_the_eye(atlas, page, qtbot):
    low = page.prospect.lookout.line.elevations_deg
    page.place_bar.eye.setValue(100)
    settle(qtbot, atlas, page)
    assert page.prospect.lookout.height_m == 100.0
    assert (page.prospect.lookout.line.elevations_deg <= low + 1e-6).all()
    assert atlas.context.settings.text("horizon/height") == "100"


def wheel(canvas, at, delta):
    event = QWheelEvent(
        at, canvas.mapToGlobal(at), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_turning_and_zooming(atlas, page, qtbot):
    canvas = page.canvas
    at = QPointF(200, 100)
    before = canvas.view.azimuth_at(200)
    wheel(canvas, at, 360)
    assert canvas.view.step < canvas.view.widest
    assert canvas.view.azimuth_at(200) == pytest.approx(before, abs=1e-6)
    assert not canvas.is_sharp
    settle(qtbot, atlas, page)
    assert canvas.is_sharp
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    QTest.mouseMove(canvas, QPoint(260, 100))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(260, 100))
    assert canvas.view.azimuth_at(260) == pytest.approx(before, abs=1e-6)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Up, Qt.Key.Key_S, Qt.Key.Key_E):
        shown = canvas.view
        QTest.keyClick(canvas, key)
        assert canvas.view != shown
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.view.step == pytest.approx(canvas.view.widest)
    page.time_bar.stretch.setCurrentIndex(1)
    assert canvas.view.exaggeration == 1.0
    settle(qtbot, atlas, page)
    assert atlas.context.settings.text("horizon/stretch") == "1"


def test_the_pointer_tells_what_is_there(atlas, page):
    canvas = page.canvas
    at = QPoint(round(canvas.view.x(150.0)), round(canvas.view.y(3.0)))
    QTest.mouseMove(canvas, at - QPoint(5, 5))
    QTest.mouseMove(canvas, at)
    for part in ("azimuth 1", "elevation ", "°S"):
        assert part in canvas._words
    QTest.mouseMove(canvas, QPoint(round(canvas.view.x(20.0)), 10))
    assert canvas._words.endswith("sky")
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert canvas._words == ""


def test_files_and_clipboard(atlas, page, qtbot, tmp_path):
    saver = page.saver
    for kind, name, begins in (
        ("panorama", "p.png", b"\x89PNG"), ("panorama", "p.svg", b"<?xml"), ("skyline", "s.csv", b"azimuth_deg"),
        ("light", "l.csv", b"body,sight"),
    ):  # fmt: skip
        with qtbot.waitSignal(saver.message, timeout=20_000) as told:
            saver.write_to(kind, tmp_path / name, (tmp_path / name).suffix)
        assert name in told.args[0]
        assert (tmp_path / name).read_bytes().startswith(begins)
    with (tmp_path / "l.csv").open(encoding="utf-8", newline="") as file:
        assert {row["body"] for row in csv.DictReader(file)} == {"sun", "earth"}
    with qtbot.waitSignal(saver.message, timeout=20_000):
        atlas.window.registry["copy-horizon"].trigger()
    assert QGuiApplication.clipboard().image().width() == page.canvas.width()
    # nothing is overwritten without asking, and a folder that is not there is told
    saver.write_to("light", tmp_path / "l", ".csv")
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
    assert "l.csv is there already" in box.text()
    box.reject()
    saver.write_to("light", tmp_path / "none" / "l.csv", ".csv")
    qtbot.waitUntil(lambda: not saver.busy, timeout=20_000)
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
    assert "was not written" in box.text()
    box.reject()


def test_a_place_just_left_is_not_exported(atlas, page, qtbot):
    page.look_from(LatLon(-89.2, 31.0), "")
    with qtbot.waitSignal(page.saver.message) as told:
        page.saver.panorama()
    assert "not ready yet" in told.args[0]
    settle(qtbot, atlas, page)
    page.saver.panorama()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
    assert dialog.selectedFiles()[0].rpartition("/")[2].startswith("horizon-89.20S-31.00E-")
    dialog.reject()


def shown(kind):
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def test_another_place_for_a_file_that_failed_gets_what_was_asked_for(atlas, page, qtbot, tmp_path):
    for kind, ending in (("light", ".csv"), ("skyline", ".csv"), ("panorama", ".svg")):
        page.saver.write_to(kind, tmp_path / f"{kind}{ending}", ending)
        qtbot.waitUntil(lambda: not page.saver.busy, timeout=20_000)
        page.saver.write_to(kind, tmp_path / "none" / f"{kind}{ending}", ending)
        qtbot.waitUntil(lambda: not page.saver.busy, timeout=20_000)
    # the page goes on to another place and another month before the user turns to the files again
    page.set_moment(datetime(2030, 6, 1, tzinfo=UTC))
    page.look_from(PIT, "Pit")
    settle(qtbot, atlas, page)
    boxes = {box.windowTitle(): box for box in shown(QMessageBox)}
    for title, kind, name in (
        ("Export the table of light", "light", "light-88.80S-123.40E.csv"),
        ("Export the skyline", "skyline", "skyline-88.80S-123.40E.csv"),
        ("Export the horizon", "panorama", "horizon-88.80S-123.40E-2027-02-14.svg"),
    ):
        boxes[title].findChild(QPushButton, "again").click()
        dialog = shown(QFileDialog)[0]
        assert dialog.selectedFiles()[0].rpartition("/")[2].startswith(name.rpartition(".")[0])
        with qtbot.waitSignal(page.saver.message, timeout=20_000):
            dialog.fileSelected.emit(str(tmp_path / name))
        dialog.reject()
        assert (tmp_path / name).read_bytes() == next(tmp_path.glob(f"{kind}.*")).read_bytes()
    settle(qtbot, atlas, page)


def test_an_eye_just_raised_and_another_terrain_are_not_exported(atlas, page, qtbot):
    for change in (lambda: page.place_bar.eye.setValue(500), atlas.context.terrain.reload):
        change()
        with qtbot.waitSignal(page.saver.message) as told:
            page.saver.skyline()
        assert "not ready yet" in told.args[0]
        assert shown(QFileDialog) == []
        settle(qtbot, atlas, page)
        assert page.prospect.lookout.height_m == 500.0
        page.saver.skyline()
        shown(QFileDialog)[0].reject()
        qtbot.wait(1)


def test_lines_of_another_moment_are_not_exported(atlas, page, qtbot, tmp_path):
    page.set_moment(datetime(2027, 2, 20, tzinfo=UTC))
    for ask in (page.saver.panorama, page.saver.copy):
        with qtbot.waitSignal(page.saver.message) as told:
            ask()
        assert "not ready yet" in told.args[0]
    settle(qtbot, atlas, page)
    with qtbot.waitSignal(page.saver.message, timeout=20_000) as told:
        page.saver.copy()
    assert "Copied" in told.args[0]


def test_a_place_that_could_not_be_made_ready_is_told_in_the_title(atlas, page, qtbot, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("atlas.views.horizon.desk.prepare", refuse)
        page.look_from(PIT, "Pit")
        assert page._ground_words() == "Looking round …"
        settle(qtbot, atlas, page)
        assert page.canvas._title[1] == "The heights are damaged."
        assert atlas.window.status.currentMessage() == "The heights are damaged."
        with qtbot.waitSignal(page.saver.message) as told:
            page.saver.light()
        assert told.args[0] == "The heights are damaged."
    page.look_from(PIT, "Pit")
    settle(qtbot, atlas, page)
    assert page.canvas._title[1].startswith("ground ")


def refuse(*_asked):
    raise TerrainError("The heights are damaged.")


def test_what_holds_at_the_moment_follows_it_at_once(atlas, page, qtbot):
    table, facts = page.strip._calendar.table, page.facts
    assert "At this moment: lit, Earth" in facts.accessibleDescription()
    dark = next(spell for spell in table.sun.spells if spell.sight is Sight.HIDDEN and spell.begin > WHEN)
    page.set_moment(dark.begin + dark.length / 2)
    assert "At this moment: dark, Earth" in facts.accessibleDescription()
    assert page.strip.accessibleDescription().startswith("At this moment: dark.")
    # before the moment that was counted for, but within the month
    page.set_moment(table.sun.begin + timedelta(minutes=1))
    assert f"At this moment: {WORDS[table.sun.spells[0].sight]}, Earth" in facts.accessibleDescription()
    # nothing is known of that year yet
    page.set_moment(datetime(2031, 3, 1, tzinfo=UTC))
    assert "At this moment" not in facts.accessibleDescription()
    settle(qtbot, atlas, page)
    assert "At this moment" in facts.accessibleDescription()
    # another page chose a moment meanwhile
    atlas.window.centre.show_map()
    atlas.context.settings.set_text(LIGHT_TIME, "2040-06-01T12:00Z")
    atlas.window.centre.show_horizon()
    assert "At this moment" not in facts.accessibleDescription()
    settle(qtbot, atlas, page)


def test_the_light_of_a_place_left_tells_nothing_of_the_next(atlas, page, qtbot):
    with qtbot.waitSignal(page.desk.prepared, timeout=20_000):
        page.look_from(PIT, "Pit")
    page.set_moment(WHEN + timedelta(hours=1))
    assert "At this moment" not in page.facts.accessibleDescription()
    settle(qtbot, atlas, page)
    assert "At this moment: dark" in page.facts.accessibleDescription()


def test_all_years_can_be_cancelled(atlas, page, qtbot, tmp_path):
    page.saver.write_to("all-light", tmp_path / "all.csv", ".csv")
    assert page.saver.busy
    with qtbot.waitSignal(page.saver.message):
        page.saver.cancel()
    assert not page.saver.busy
    settle(qtbot, atlas, page)
    assert list(tmp_path.glob("all*")) == []


def test_every_control_has_a_name_and_takes_the_keyboard(page):
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.focusProxy() is None:
            assert widget.accessibleName(), widget


def test_place_and_height_are_remembered(atlas, page, qtbot):
    page.place_bar.eye.setValue(7)
    settle(qtbot, atlas, page)
    other = HorizonPage(atlas.context)
    qtbot.addWidget(other)
    assert other.position == RIM
    assert other.name == "Rim"
    assert other.place_bar.eye.value() == 7
    other.go_on_from(page.standing())
    assert other.moment == page.moment
    settle(qtbot, atlas, other)


def test_on_the_map(atlas, page):
    page.place_bar.map.click()
    assert atlas.window.centre.current_key == "map"
