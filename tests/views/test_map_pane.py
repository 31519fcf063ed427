"""The map pane as a user works it: wheel, drag, keys, panels, list, locator."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QSlider, QToolTip

from atlas.domain.coordinates import LatLon, project
from atlas.domain.entries import Marker, Place, Region
from atlas.domain.vocabulary import Kind, Status
from atlas.models.in_view import InViewModel
from atlas.paths import Paths
from atlas.services.map.layers import Layer
from atlas.services.settings import Settings
from atlas.services.tasks import Tasks
from atlas.services.terrain import GroundPictures, Terrain
from atlas.views.map import MapPane
from atlas.views.map.menu import open_map_menu


def marker(slug, name, lat, lon, status, year, *, planned=False, impact=False):
    return Marker(slug, name, Kind.MISSION, status, lat, lon, planned, impact, year)


MARKERS = [
    marker("change-7", "Chang'e 7", -88.8, 123.4, Status.PLANNED, "2027?", planned=True),
    marker("lcross", "LCROSS", -84.675, 311.275, Status.SUCCEEDED, "2009", impact=True),
    marker("im-2", "IM-2", -84.79, 29.2, Status.PARTLY, "2025"),
    marker("chandrayaan-3", "Chandrayaan-3", -69.373, 32.319, Status.SUCCEEDED, "2023"),
    marker("change-4", "Chang'e 4", -45.457, 177.589, Status.SUCCEEDED, "2019"),
    marker("luna-9", "Luna 9", 7.08, 295.63, Status.SUCCEEDED, "1966"),
]
REGIONS = [Region("haworth-region", "Haworth rim", -86.75, 336.3, (325.0, -87.39, 347.6, -86.11))]
PLACES = [
    Place("iau-1", "Shackleton", "AA", -89.67, 129.78, 20.9),
    Place("iau-2", "Amundsen", "AA", -84.44, 83.07, 103.4),
    Place("iau-3", "Schrödinger", "AA", -74.73, 132.93, 316.4),
    Place("iau-4", "Mons Mouton", "MO", -84.6, 31.0, 130.0),
]


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def bare_context(paths, tasks, settings):
    """What a map needs of the atlas, without a catalogue."""
    terrain, ground = Terrain(paths.terrain), GroundPictures(paths.terrain)
    return SimpleNamespace(paths=paths, tasks=tasks, settings=settings, catalogue=None, terrain=terrain, ground=ground)


@pytest.fixture
def pane(qtbot, tasks, tmp_path):
    made = MapPane(bare_context(Paths.find(tmp_path), tasks, Settings(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.set_data(MARKERS, REGIONS, PLACES)
    made.resize(1000, 720)
    made.show()
    qtbot.waitUntil(lambda: made.canvas.is_sharp, timeout=15_000)
    yield made
    QToolTip.hideText()
    for widget in QApplication.topLevelWidgets():
        if widget.inherits("QTipLabel"):
            widget.deleteLater()


def pixel(pane, slug):
    spot = pane.canvas.data.by_slug[slug]
    x, y = pane.canvas.view.to_screen(spot.x, spot.y)
    return QPoint(round(x), round(y))


def wheel(canvas, at, delta, pixels=QPoint()):  # noqa: B008
    position = QPointF(at)
    event = QWheelEvent(
        position,
        canvas.mapToGlobal(position),
        pixels,
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_it_draws(pane):
    image = pane.grab().toImage()
    values = [image.pixelColor(x, y).lightness() for x in range(300, 700, 20) for y in range(100, 600, 20)]
    assert 50 < sum(values) / len(values) < 190
    assert max(values) - min(values) > 80


@pytest.mark.parametrize("delta", [120, -120, 360])
def test_wheel_zooms_at_the_pointer(pane, delta):
    at = QPoint(620, 310)
    before = pane.canvas.view
    ground = before.to_map(at.x(), at.y())
    wheel(pane.canvas, at, delta)
    after = pane.canvas.view
    assert (after.mpp < before.mpp) == (delta > 0)
    assert after.to_map(at.x(), at.y()) == pytest.approx(ground, abs=1)


def test_trackpads_zoom_by_pixels(pane):
    before = pane.canvas.view.mpp
    wheel(pane.canvas, QPoint(400, 300), 120, QPoint(0, 6))
    assert before * 0.95 < pane.canvas.view.mpp < before


def test_drag_pans_exactly_and_activates_nothing(pane, qtbot):
    canvas = pane.canvas
    start = pixel(pane, "im-2")
    ground = canvas.view.to_map(start.x(), start.y())
    with qtbot.assertNotEmitted(pane.entry_activated):
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(canvas, start + QPoint(-30, 25))
        QTest.mouseMove(canvas, start + QPoint(-80, 60))
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(-80, 60))
    assert canvas.view.to_map(start.x() - 80, start.y() + 60) == pytest.approx(ground, abs=1)


def test_click_on_a_site_opens_it(pane, qtbot):
    with qtbot.waitSignal(pane.entry_activated) as caught:
        QTest.mouseClick(pane.canvas, Qt.MouseButton.LeftButton, pos=pixel(pane, "change-7"))
    assert caught.args == ["change-7"]
    with qtbot.assertNotEmitted(pane.entry_activated):
        QTest.mouseClick(pane.canvas, Qt.MouseButton.LeftButton, pos=QPoint(500, 500))


def test_hover_shows_name_status_date_and_place(pane, qtbot):
    QTest.mouseMove(pane.canvas, QPoint(500, 600))
    QTest.mouseMove(pane.canvas, pixel(pane, "lcross"))
    qtbot.waitUntil(lambda: "LCROSS" in QToolTip.text(), timeout=5000)
    for word in ("succeeded", "impact", "2009", "84.67°S"):
        assert word in QToolTip.text()


def test_pointer_tells_height_and_slope(pane, qtbot):
    qtbot.waitUntil(lambda: pane._terrain.ready, timeout=10_000)
    x, y = pane.canvas.view.to_screen(*project(LatLon(-89.67, 129.78)))
    with qtbot.waitSignal(pane.pointer_changed) as caught:
        QTest.mouseMove(pane.canvas, QPoint(round(x), round(y)))
    reading = caught.args[0]
    assert reading.position.lat == pytest.approx(-89.67, abs=0.02)
    assert reading.elevation == pytest.approx(-2760, abs=80)
    assert reading.slope < 20
    assert reading.elevation_text().startswith("−2")
    assert "°S" in reading.text()
    with qtbot.waitSignal(pane.pointer_changed) as caught:
        QApplication.sendEvent(pane.canvas, QEvent(QEvent.Type.Leave))
    assert caught.args == [None]


def test_keys(pane, qtbot):
    canvas = pane.canvas
    canvas.setFocus()
    for key, check in (
        (Qt.Key.Key_Plus, lambda a, b: b.mpp < a.mpp),
        (Qt.Key.Key_Minus, lambda a, b: b.mpp > a.mpp),
        (Qt.Key.Key_Right, lambda a, b: b.x > a.x),
        (Qt.Key.Key_Up, lambda a, b: b.y > a.y),
        (Qt.Key.Key_Home, lambda a, b: b.mpp == b.coarsest),
        (Qt.Key.Key_0, lambda a, b: b.mpp < b.coarsest),
    ):
        before = canvas.view
        QTest.keyClick(canvas, key)
        qtbot.waitUntil(lambda before=before, check=check: check(before, canvas.view), timeout=5000)
        qtbot.waitUntil(lambda: canvas._route is None, timeout=5000)


def test_where_the_keys_lead_is_told_without_the_pointer(pane, qtbot):
    qtbot.waitUntil(lambda: pane._terrain.ready, timeout=10_000)
    told = []
    pane.pointer_changed.connect(told.append)
    pane.goto.field.setText("89.67S 129.78E")
    QTest.keyClick(pane.goto.field, Qt.Key.Key_Return)
    assert told[-1].position == LatLon(-89.67, 129.78)
    assert told[-1].elevation == pytest.approx(-2760, abs=80)
    # the pointer, wherever it lies, does not take that away by leaving
    QApplication.sendEvent(pane.canvas, QEvent(QEvent.Type.Leave))
    assert told[-1] is not None
    qtbot.waitUntil(lambda: pane.canvas._route is None, timeout=5000)
    QTest.keyClick(pane.canvas, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: pane.canvas._route is None, timeout=5000)
    assert told[-1].position == pane.canvas.view.centre
    pane.show_place(LatLon(-89.0, 10.0))
    QTest.keyClick(pane.canvas, Qt.Key.Key_Escape)
    assert told[-1] is None
    QTest.mouseMove(pane.canvas, QPoint(400, 500))
    assert told[-1].position == pane.canvas.view.position(400, 500)


def test_double_click_zooms_in(pane, qtbot):
    before = pane.canvas.view.mpp
    QTest.mouseDClick(pane.canvas, Qt.MouseButton.LeftButton, pos=QPoint(500, 560))
    qtbot.waitUntil(lambda: pane.canvas.view.mpp == pytest.approx(before / 2), timeout=5000)


def test_select_brings_into_view_and_marks(pane, qtbot):
    pane.select("chandrayaan-3")
    spot = pane.canvas.data.by_slug["chandrayaan-3"]

    def seen():
        x, y = pane.canvas.view.to_screen(spot.x, spot.y)
        return 0 < x < pane.canvas.width() and 0 < y < pane.canvas.height()

    qtbot.waitUntil(seen, timeout=5000)
    assert pane.canvas.plan.selected == "chandrayaan-3"
    before = pane.canvas.view
    pane.select("luna-9")
    pane.select(None)
    pane.select("unknown")
    assert pane.canvas.view == before


def test_go_to_a_coordinate_and_a_name(pane, qtbot):
    field = pane.goto.field
    for text, lat, lon in (
        ("89.67S 129.78E", -89.67, 129.78),
        ("-84.44, 83.07", -84.44, 83.07),
        ("schrodinger", -74.73, 132.93),
        ("mons", -84.6, 31.0),
        ("IM-2", -84.79, 29.2),
    ):
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)

        def there(lat=lat, lon=lon):
            p = pane.canvas.view.centre
            return (p.lat, p.lon) == pytest.approx((lat, lon), abs=0.05)

        qtbot.waitUntil(there, timeout=5000)


def test_what_can_not_be_found_is_told(pane, qtbot):
    for text, word in (("Atlantis", "Atlantis"), ("89S 88S", "two latitudes"), ("7, 3", "outside")):
        pane.goto.field.setText(text)
        before = pane.canvas.view
        with qtbot.waitSignal(pane.message) as caught:
            QTest.keyClick(pane.goto.field, Qt.Key.Key_Return)
        assert word in caught.args[0]
        assert pane.canvas.view == before


def test_layers_change_what_is_drawn_and_are_remembered(pane, qtbot, tasks):
    box = pane.layers.check_box(Layer.SITES)
    box.setChecked(False)
    assert not pane.canvas.plan.sites
    before = pane.canvas.grab().toImage().pixelColor(500, 650)
    pane.layers.check_box(Layer.IMAGERY).setChecked(True)
    pane.layers.slider(Layer.IMAGERY).setValue(100)
    qtbot.waitUntil(lambda: pane.canvas.is_sharp, timeout=10_000)
    qtbot.waitUntil(lambda: pane.canvas.grab().toImage().pixelColor(500, 650) != before, timeout=5000)
    again = MapPane(pane._context)
    qtbot.addWidget(again)
    assert not again.layers.check_box(Layer.SITES).isChecked()
    assert again.layers.slider(Layer.IMAGERY).value() == 100


def test_the_list_holds_what_is_in_view(pane, qtbot):
    pane.in_view.heading.click()
    qtbot.waitUntil(lambda: pane.in_view.model.rowCount() > 0, timeout=5000)
    names = [pane.in_view.model.index(k).data(InViewModel.NameRole) for k in range(pane.in_view.model.rowCount())]
    assert "Chang'e 7" in names
    assert "Shackleton" in names
    assert "Luna 9" not in names
    QAbstractItemModelTester(pane.in_view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = pane.in_view.model.index(names.index("Chang'e 7"))
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    for word in ("Chang'e 7", "planned", "88.80°S 123.40°E"):
        assert word in spoken
    pane.in_view.list.setFocus()
    pane.in_view.list.setCurrentIndex(first)
    with qtbot.waitSignal(pane.entry_activated) as caught:
        QTest.keyClick(pane.in_view.list, Qt.Key.Key_Return)
    assert caught.args == ["change-7"]
    place = pane.in_view.model.index(names.index("Amundsen"))
    pane.in_view.activated.emit(pane.in_view.model.row(place))
    qtbot.waitUntil(lambda: abs(pane.canvas.view.centre.lat + 84.44) < 0.01, timeout=5000)


def test_the_list_follows_the_view_and_the_layers(pane, qtbot):
    pane.canvas.set_view(pane.canvas.view.centred(LatLon(-74.73, 132.93), 100))
    qtbot.waitUntil(lambda: pane.in_view.model.rowCount() == 1, timeout=5000)
    pane.layers.check_box(Layer.NAMES).setChecked(False)
    qtbot.waitUntil(lambda: pane.in_view.model.rowCount() == 0, timeout=5000)


def test_locator_shows_the_rest_of_the_moon(pane, qtbot):
    globe = pane.locator.globe
    assert {m.slug for m in globe._markers} == {"change-4", "luna-9"}
    at = globe.to_pixel(7.08, 295.63)
    assert at.x() == pytest.approx(globe.width() * (295.63 - 180) / 360, abs=0.5)
    with qtbot.waitSignal(pane.entry_activated) as caught:
        QTest.mouseClick(globe, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert caught.args == ["luna-9"]
    QTest.mouseClick(globe, Qt.MouseButton.LeftButton, pos=QPoint(globe.width() // 2, globe.height() - 2))
    qtbot.waitUntil(lambda: pane.canvas.view.mpp == pane.canvas.view.coarsest, timeout=5000)
    globe.setFocus()
    QTest.keyClick(globe, Qt.Key.Key_Right)
    with qtbot.waitSignal(pane.entry_activated) as caught:
        QTest.keyClick(globe, Qt.Key.Key_Return)
    assert caught.args == ["luna-9"]


def test_menu_copies_and_lists_what_is_there(pane, qtbot):
    at = pixel(pane, "im-2")
    menu = open_map_menu(pane.canvas, at)
    qtbot.addWidget(menu)
    texts = [action.text() for action in menu.actions()]
    assert any(text.startswith("IM-2") for text in texts)
    assert any(text.startswith("Mons Mouton") for text in texts)
    menu.copy_wanted.connect(pane._copy)
    with qtbot.waitSignal(pane.message):
        menu.actions()[1].trigger()
    lat, lon = (float(part) for part in QGuiApplication.clipboard().text().split(","))
    assert (lat, lon) == pytest.approx((-84.79, 29.2), abs=0.1)
    with qtbot.waitSignal(menu.entry_wanted) as caught:
        next(a for a in menu.actions() if a.text().startswith("IM-2")).trigger()
    assert caught.args == ["im-2"]


@pytest.mark.parametrize("size", [(700, 500), (700, 900), (1000, 720), (1600, 1000), (480, 400)])
@pytest.mark.parametrize("opened", [True, False])
def test_panels_never_overlap(pane, qtbot, size, opened):
    for panel in (pane.in_view, pane.layers, pane.locator):
        if panel.is_open != opened:
            panel.heading.click()
    pane.resize(*size)
    qtbot.wait(20)
    panels = [p for p in (pane.goto, pane.in_view, pane.locator, pane.layers, pane.zoom_buttons) if p.isVisible()]
    assert pane.goto in panels
    for k, one in enumerate(panels):
        assert pane.rect().contains(one.geometry()), one
        for other in panels[k + 1 :]:
            assert not one.geometry().intersects(other.geometry()), (one, other)


def test_labels_stay_clear_of_panels(pane):
    for box in pane.canvas.plan.boxes():
        for panel in (pane.layers, pane.locator, pane.goto):
            rect = panel.geometry()
            apart = box[2] <= rect.left() or box[0] >= rect.right() or box[3] <= rect.top() or box[1] >= rect.bottom()
            assert apart


def test_everything_has_a_name_for_screen_readers(pane):
    controls = [pane.canvas, pane.locator.globe]
    for kind in (QAbstractButton, QLineEdit, QSlider, QAbstractItemView):
        controls += pane.findChildren(kind)
    for control in controls:
        inner = isinstance(control.parent(), QLineEdit)
        assert control.accessibleName() or inner, control


def test_tab_reaches_every_part(pane):
    seen, widget = [], pane.canvas
    for _ in range(60):
        seen.append(widget)
        widget = widget.nextInFocusChain()
    for part in (pane.goto.field, pane.in_view.heading, pane.in_view.list, pane.locator.globe, pane.layers.heading):
        assert part in seen
    assert pane.in_view.list.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_export(pane, qtbot, tmp_path):
    target = tmp_path / "map.png"
    with qtbot.waitSignal(pane.message, timeout=10_000):
        pane.export_map(target, "Known as of 2026-11-22")
    assert target.stat().st_size > 50_000
    with qtbot.waitSignal(pane.message) as caught:
        pane.export_map(tmp_path / "map.gif")
    assert ".png" in caught.args[0]


def test_reading_the_terrain_takes_no_time(pane, qtbot):
    import time

    qtbot.waitUntil(lambda: pane._terrain.ready, timeout=10_000)
    started = time.perf_counter()
    for k in range(200):
        p = pane.canvas.view.position(k * 4, k * 3)
        pane._terrain.elevation(p)
        pane._terrain.slope_deg(p)
    assert (time.perf_counter() - started) / 200 < 0.001


def test_without_its_files_the_map_still_works_and_says_so(qtbot, tasks, tmp_path):
    paths = Paths(tmp_path, tmp_path, tmp_path)
    made = MapPane(bare_context(paths, tasks, Settings(tmp_path / "s.ini")))
    qtbot.addWidget(made)
    made.set_data(MARKERS, REGIONS, PLACES)
    made.resize(800, 600)
    with qtbot.waitSignal(made.message, timeout=5000) as caught:
        made.show()
    assert "missing or damaged" in caught.args[0]
    assert made.canvas.plan.sites
    qtbot.waitUntil(lambda: not tasks.busy, timeout=5000)


def test_narrow_maps_fold_their_panels_until_the_user_opens_them(pane, qtbot):
    assert pane.layers.is_open
    assert pane.locator.is_open
    pane.resize(600, 500)
    qtbot.wait(20)
    assert not pane.layers.is_open
    assert not pane.locator.is_open
    pane.layers.heading.click()
    pane.resize(620, 500)
    qtbot.wait(20)
    assert pane.layers.is_open
    assert not pane.locator.is_open
    pane.resize(1000, 720)
    qtbot.wait(20)
    assert pane.locator.is_open
