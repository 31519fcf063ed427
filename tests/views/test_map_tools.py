"""The tools of the map as a user works them: measuring, the profile below the map, pins and kept paths."""

import json

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from atlas.domain.coordinates import LatLon, great_circle_m, project
from atlas.domain.geodesy import Path, along
from atlas.services.map.layers import Layer
from atlas.store.notebook import NotebookFullError
from atlas.store.notebook.marks import MarkTable
from atlas.views.map import MapPane
from atlas.views.map.menu import open_map_menu
from atlas.views.map.tools_list import MarksDialog
from atlas.views.map.tools_marks import MarkEditor
from atlas.views.map.tools_own import _write


@pytest.fixture
def pane(atlas, qtbot):
    pane = atlas.window.centre.map
    qtbot.waitUntil(lambda: pane.canvas.is_sharp, timeout=15_000)
    return pane


def settled(atlas, qtbot):
    qtbot.wait(100)
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy, timeout=10_000)


def click(pane, x, y):
    QTest.mouseMove(pane.canvas, QPoint(x, y))
    QTest.mouseClick(pane.canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def drag(pane, start, end):
    QTest.mousePress(pane.canvas, Qt.MouseButton.LeftButton, pos=QPoint(*start))
    QTest.mouseMove(pane.canvas, QPoint(*end))
    QTest.mouseRelease(pane.canvas, Qt.MouseButton.LeftButton, pos=QPoint(*end))


def measured(atlas, qtbot, pane, *pixels):
    """Measure between pixels, as a user clicks them."""
    atlas.window.registry["measure"].trigger()
    qtbot.waitUntil(lambda: pane.tools.panel.isVisible())
    qtbot.wait(20)
    for x, y in pixels:
        click(pane, x, y)
    return pane.tools.measure


def test_points_are_clicked_and_the_read_out_follows(atlas, qtbot, pane):
    tool = measured(atlas, qtbot, pane, (120, 200), (220, 260), (300, 200))
    canvas = pane.canvas
    wanted = [canvas.view.position(*at) for at in ((120, 200), (220, 260), (300, 200))]
    assert [great_circle_m(a, b) < 1.0 for a, b in zip(tool.path.points, wanted, strict=True)] == [True] * 3
    qtbot.waitUntil(lambda: pane.tools.profile is not None, timeout=10_000)
    panel = pane.tools.panel
    assert "along the ground" in panel.total.text()
    assert panel.table.topLevelItemCount() == 3
    assert all(panel.table.topLevelItem(0).text(c) for c in range(8))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert not tool.is_drawing
    click(pane, 60, 300)
    assert len(tool.path.points) == 3


def test_double_click_ends_backspace_removes_escape_leaves_and_nothing_is_lost(atlas, qtbot, pane):
    tool = measured(atlas, qtbot, pane, (120, 200), (220, 260))
    click(pane, 300, 200)
    QTest.mouseDClick(pane.canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert (len(tool.path.points), tool.is_drawing) == (3, False)
    QTest.keyClick(pane.canvas, Qt.Key.Key_Backspace)
    assert (len(tool.path.points), tool.is_drawing) == (2, True)
    QTest.keyClick(pane.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(tool.path.points) == 3
    QTest.keyClick(pane.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(tool.path.points) == 2
    path = tool.path
    QTest.keyClick(pane.canvas, Qt.Key.Key_Escape)
    assert not pane.tools.panel.isVisible()
    assert not atlas.window.registry["measure"].isChecked()
    atlas.window.registry["measure"].trigger()
    assert pane.tools.measure.path == path


def test_a_point_is_dragged_and_empty_ground_pans(atlas, qtbot, pane):
    tool = measured(atlas, qtbot, pane, (120, 200), (220, 260))
    QTest.keyClick(pane.canvas, Qt.Key.Key_Return)
    view, before = pane.canvas.view, tool.path
    drag(pane, (220, 260), (260, 300))
    assert pane.canvas.view == view
    assert great_circle_m(tool.path.points[1], view.position(260, 300)) < 1.0
    assert tool.path.points[0] == before.points[0]
    tool.undo()
    assert tool.path == before
    drag(pane, (300, 120), (250, 150))
    assert pane.canvas.view != view
    assert tool.path == before


def test_a_click_on_the_first_point_closes_an_area(atlas, qtbot, pane):
    tool = measured(atlas, qtbot, pane, (120, 200), (220, 260), (300, 200))
    click(pane, 120, 200)
    assert tool.path.is_area
    assert "area" in pane.tools.panel.total.text()
    pane.tools.panel.area_button.click()
    assert not tool.path.closed


def test_a_click_on_the_line_sets_a_point_between(atlas, qtbot, pane):
    tool = measured(atlas, qtbot, pane, (120, 240), (320, 240))
    QTest.keyClick(pane.canvas, Qt.Key.Key_Return)
    pane.canvas.repaint()
    click(pane, 220, 240)
    assert len(tool.path.points) == 3
    assert great_circle_m(tool.path.points[1], pane.canvas.view.position(220, 240)) < 1.0


def test_what_is_under_the_pointer_is_told_along_the_great_circle(atlas, qtbot, pane):
    tool = measured(atlas, qtbot, pane)
    pane.show_whole()
    qtbot.waitUntil(lambda: pane.canvas.view.close_to(pane.canvas.view.whole()))
    a, b = LatLon(-72, 40), LatLon(-72, 140)
    tool.set_path(Path((a, b)), drawing=False)
    pane.canvas.repaint()
    middle = along(a, b, 0.5)
    view = pane.canvas.view
    x, y = view.to_screen(*project(middle))
    found = []
    tool.hovered.connect(found.append)
    tool.hover(QPointF(x, y))
    assert found[-1] == pytest.approx(great_circle_m(a, b) / 2, rel=0.01)


def test_points_are_typed_and_edited_in_the_table(atlas, qtbot, pane):
    tool = measured(atlas, qtbot, pane)
    panel = pane.tools.panel
    for text in ("89.67S 129.78E", "-88, 10", "nonsense"):
        panel.field.setText(text)
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert tool.path.points == (LatLon(-89.67, 129.78), LatLon(-88, 10))
    assert panel.field.text() == "nonsense"
    assert "nonsense" in atlas.window.status.currentMessage() or "nonsense" in panel.field.text()
    pane.goto.set_names([("Malapert massif", LatLon(-85.94, 2.93))])
    panel.field.setText("malapert")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert tool.path.points[2] == LatLon(-85.94, 2.93)
    tool.undo()
    panel.table.topLevelItem(1).setText(1, "-87.5, 20")
    assert tool.path.points[1] == LatLon(-87.5, 20)
    panel.table.topLevelItem(0).setText(1, "who knows")
    assert tool.path.points[0] == LatLon(-89.67, 129.78)
    assert panel.table.topLevelItem(0).text(1).startswith("89.67")
    panel.table.setCurrentItem(panel.table.topLevelItem(0))
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert tool.path.points == (LatLon(-87.5, 20),)


@pytest.mark.parametrize("typed", ["", " ", "'", "`"])
def test_an_emptied_cell_moves_no_point(atlas, qtbot, pane, typed):
    tool = measured(atlas, qtbot, pane)
    pane.goto.set_names([("Malapert massif", LatLon(-85.94, 2.93))])
    tool.set_path(Path((LatLon(-89.67, 129.78), LatLon(-88, 10))), drawing=False)
    table = pane.tools.panel.table
    table.topLevelItem(0).setText(1, typed)
    assert tool.path.points == (LatLon(-89.67, 129.78), LatLon(-88, 10))
    assert table.topLevelItem(0).text(1).startswith("89.67")
    with pytest.raises(ValueError, match="No place"):
        pane.goto.resolve(typed)


@pytest.mark.parametrize("by", ["keyboard", "mouse"])
def test_a_name_that_is_chosen_is_one_point(atlas, qtbot, pane, by):
    tool = measured(atlas, qtbot, pane)
    field = pane.tools.panel.field
    place = LatLon(-85.94, 2.93)
    pane.goto.set_names([("Malapert massif", place), ("Malapert crater", LatLon(-84.9, 12.9))])
    field.setFocus()
    QTest.keyClicks(field, "malap")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    if by == "keyboard":
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
    else:
        at = popup.visualRect(popup.model().index(1, 0)).center()
        QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: tool.path.points == (place,), timeout=2000)
    assert not popup.isVisible()
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.wait(20)
    assert tool.path.points == (place,)


def test_profile_and_map_point_to_each_other(atlas, qtbot, pane):
    tool = measured(atlas, qtbot, pane, (120, 240), (320, 240))
    atlas.window.registry["profile"].trigger()
    QTest.keyClick(pane.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.tools.profile is not None, timeout=10_000)
    chart = pane.tools.panel.chart
    qtbot.waitUntil(lambda: chart.isVisible() and chart.profile is not None)
    pane.canvas.repaint()
    tool.hover(QPointF(220, 240))
    wanted = great_circle_m(tool.path.points[0], pane.canvas.view.position(220, 240))
    assert chart.spot.distance_m == pytest.approx(wanted, rel=1e-3)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert great_circle_m(tool._spot, tool.path.points[0]) < 1.0
    assert "along the path" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    begin, end = chart.window_m
    assert end - begin < chart.profile.length_m
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert chart.window_m == (0.0, chart.profile.length_m)
    chart.grab()


def test_all_of_it_is_reached_by_keyboard_and_named(atlas, qtbot, pane):
    measured(atlas, qtbot, pane, (120, 240), (320, 240))
    panel = pane.tools.panel
    panel.want_profile(False)
    pane.canvas.setFocus()
    seen = []
    for _ in range(120):
        atlas.window.focusNextPrevChild(True)
        seen.append(QApplication.focusWidget())
    enabled = [button for button in panel.buttons() if button.isEnabled()]
    assert {panel.field, panel.table, *enabled, *pane.tools.bar.buttons()} <= set(seen)
    panel.want_profile(True)
    qtbot.waitUntil(lambda: not panel.chart.visibleRegion().isEmpty())
    panel.close_button.setFocus()
    for _ in range(5):
        atlas.window.focusNextPrevChild(True)
        seen.append(QApplication.focusWidget())
    assert panel.chart in seen
    named = [*panel.buttons(), *pane.tools.bar.buttons(), panel.field, panel.table, panel.chart, panel.splitter]
    assert all(widget.accessibleName() for widget in named)


@pytest.mark.parametrize("form", ["text", "csv", "geojson"])
def test_the_measurement_is_copied(atlas, qtbot, pane, form):
    measured(atlas, qtbot, pane, (120, 240), (320, 240))
    qtbot.waitUntil(lambda: pane.tools.profile is not None, timeout=10_000)
    pane.tools.copy(form)
    text = QGuiApplication.clipboard().text()
    assert {"text": "along the ground", "csv": "leg_ground_m", "geojson": '"body": "Moon"'}[form] in text


def test_the_path_is_there_again_in_the_next_window(atlas, qtbot, pane):
    tool = measured(atlas, qtbot, pane, (120, 240), (320, 240))
    settled(atlas, qtbot)
    other = MapPane(atlas.context)
    qtbot.addWidget(other)
    assert other.tools.active == {"measure"}
    assert other.tools.measure.path == tool.path


def test_the_menu_begins_at_the_place(atlas, qtbot, pane):
    menu = open_map_menu(pane.canvas, QPoint(200, 250))
    pane.tools.follow(menu)
    p = pane.canvas.view.position(200, 250)
    titles = [action.text() for action in menu.actions()]
    assert {"Measure from here", "Profile from here", "Pin here"} <= set(titles)
    menu.actions()[titles.index("Profile from here")].trigger()
    assert pane.tools.active == {"measure", "profile"}
    assert pane.tools.measure.path.points == (p,)
    menu.deleteLater()


# marks


def editor(qtbot):
    def there():
        return next((w for w in QApplication.topLevelWidgets() if isinstance(w, MarkEditor) and w.isVisible()), None)

    qtbot.waitUntil(lambda: there() is not None, timeout=5000)
    return there()


def test_a_pin_is_put_named_noted_and_kept(atlas, qtbot, pane):
    atlas.window.registry["pin"].trigger()
    assert pane.tools.active == {"pin"}
    click(pane, 200, 250)
    p = pane.canvas.view.position(200, 250)
    opened = editor(qtbot)
    assert pane.tools.active == set()
    opened.name.setText("Camp")
    opened.note.setPlainText("see [[change-7]]")
    assert "Chang'e 7" in opened.preview.toPlainText()
    opened.note.setPlainText("**flat**")
    assert "flat" in opened.preview.toPlainText()
    opened.accept()
    settled(atlas, qtbot)
    (mark,) = atlas.context.notebook.marks
    assert (mark.shape, mark.name, mark.note) == ("pin", "Camp", "**flat**")
    assert great_circle_m(LatLon(*mark.points[0]), p) < 1e-3
    assert pane.canvas.plan.mark_at(200, 245).mark == mark
    qtbot.waitUntil(lambda: any(row.mark == mark.id for row in pane._rows()))
    pane.tools.own.undo()
    settled(atlas, qtbot)
    assert atlas.context.notebook.marks[0].name == "Pin 1"
    pane.tools.own.undo()
    settled(atlas, qtbot)
    assert atlas.context.notebook.marks == ()
    assert pane.canvas.plan.marks == []


def test_a_measured_area_is_kept_found_deleted_and_put_back(atlas, qtbot, pane, tmp_path):
    tool = measured(atlas, qtbot, pane, (120, 200), (220, 260), (300, 200))
    tool.set_closed(True)
    pane.tools.keep()
    editor(qtbot).accept()
    settled(atlas, qtbot)
    (mark,) = pane.tools.own.service.marks
    assert mark.shape == "area"
    assert len(mark.points) == 3
    dialog = MarksDialog(pane.tools.own.service, pane.canvas.units, atlas.window)
    qtbot.addWidget(dialog)
    assert dialog.number == mark.id
    dialog.search.setText("no such thing")
    assert dialog.number is None
    dialog.search.clear()
    dialog.delete()
    settled(atlas, qtbot)
    assert pane.tools.own.service.marks == ()
    pane.tools.own.undo()
    settled(atlas, qtbot)
    assert pane.tools.own.service.marks == (mark,)
    target = tmp_path / "marks.geojson"
    _write((mark,), target)
    feature = json.loads(target.read_text(encoding="utf-8"))["features"][0]
    assert feature["geometry"]["type"] == "Polygon"
    assert feature["properties"]["name"] == "Area 1"


def test_what_is_typed_on_a_mark_is_written_while_it_is_typed(atlas, qtbot, pane):
    pane.tools.own.add_pin(LatLon(-88, 20))
    opened = editor(qtbot)
    opened.note.setPlainText("half a sent")
    qtbot.waitUntil(lambda: atlas.context.notebook.marks[0].note == "half a sent", timeout=5000)
    opened.accept()


def test_a_click_on_a_mark_opens_it_and_the_layer_hides_it(atlas, qtbot, pane):
    pane.tools.own.add_pin(pane.canvas.view.position(200, 250))
    editor(qtbot).accept()
    settled(atlas, qtbot)
    click(pane, 200, 243)
    editor(qtbot).accept()
    pane.set_layers(pane.canvas.layers.with_shown(Layer.PINS, shown=False))
    assert pane.canvas.plan.mark_at(200, 243) is None


def test_a_mark_that_could_not_be_written_is_opened_again(atlas, qtbot, pane, monkeypatch):
    pane.tools.own.add_pin(LatLon(-88, 20))
    opened = editor(qtbot)

    def full(self, mark):
        raise NotebookFullError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(MarkTable, "change", full)
        opened.note.setPlainText("not to be lost")
        opened.accept()
        qtbot.waitUntil(lambda: any(
            isinstance(w, MarkEditor) and w.isVisible() and w is not opened for w in QApplication.topLevelWidgets()
        ), timeout=5000)  # fmt: skip
    again = editor(qtbot)
    assert again.note.toPlainText() == "not to be lost"
    again.accept()
    settled(atlas, qtbot)
    assert atlas.context.notebook.marks[0].note == "not to be lost"
