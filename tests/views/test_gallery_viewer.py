"""The viewer: zoom at the pointer, neighbours without a wait, two at once, full screen; and the plate on the card."""

import threading
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QMessageBox

from atlas.app import Atlas
from atlas.views.gallery import data
from atlas.views.gallery.sight import NEAREST, Sight


@pytest.fixture
def settle(pictured: Atlas, qtbot):
    def settle() -> None:
        for _ in range(3):
            qtbot.waitUntil(lambda: not pictured.context.tasks.busy, timeout=10_000)
            qtbot.wait(2)

    return settle


@pytest.fixture
def gallery(pictured: Atlas, settle):
    pictured.window.registry["show-gallery"].trigger()
    settle()
    return pictured.window.centre.gallery


@pytest.fixture
def viewer(gallery, settle):
    gallery.open_key("change-site")
    settle()
    return gallery.viewer


class TestSight:
    def test_zooming_keeps_what_lies_under_the_pointer(self) -> None:
        sight, shown = Sight(2.0, 0.4, 0.6), QSizeF(800, 500)
        at = QPointF(100, -40)

        def under(sight: Sight, shown: QSizeF) -> tuple[float, float]:
            return sight.x + at.x() / shown.width(), sight.y + at.y() / shown.height()

        nearer = sight.zoomed(5.0, at, shown, fit=0.5)
        assert under(nearer, shown * 2.5) == pytest.approx(under(sight, shown))

    def test_stays_between_fitted_and_the_nearest(self) -> None:
        shown = QSizeF(800, 500)
        assert Sight().zoomed(0.2, QPointF(), shown, fit=0.5).ratio == 1.0
        assert Sight().zoomed(1e6, QPointF(), shown, fit=0.5).ratio == NEAREST / 0.5

    def test_a_picture_is_not_dragged_out_of_sight(self) -> None:
        shown, room = QSizeF(1600, 400), QSizeF(800, 500)
        moved = Sight().moved(5000, 5000, shown).within(shown, room)
        assert (moved.x, moved.y) == (0.25, 0.5)
        frame = moved.frame(shown, room)
        assert (frame.left(), frame.top()) == (0, 50)


class TestViewer:
    def test_opens_by_key_and_returns_to_the_same_picture(self, gallery, qtbot, settle) -> None:
        grid = gallery.shelf.grid
        grid.show_key("luna-crash")
        qtbot.keyClick(grid, Qt.Key.Key_Return)
        assert gallery.is_viewing
        assert gallery.viewer.item.key == "luna-crash"
        qtbot.keyClick(gallery.viewer.canvases[0], Qt.Key.Key_Right)
        there = gallery.viewer.item.key
        assert there != "luna-crash"
        qtbot.keyClick(gallery.viewer.canvases[0], Qt.Key.Key_Escape)
        assert not gallery.is_viewing
        assert grid.current_key() == there

    def test_caption_credit_licence_and_making_are_in_sight(self, viewer) -> None:
        said = viewer.about.toPlainText()
        for words in ("What is seen of change-site", "A. Painter", "CC BY 4.0", "22 November 2026", "Drawn by hand"):
            assert words in said
        assert viewer.about.isVisible()
        assert viewer.canvases[0].accessibleName() == "Chang'e 7. Grey ground, change-site. A. Painter"

    def test_the_entry_opens_from_its_name(self, pictured: Atlas, viewer) -> None:
        viewer.about._on_clicked(QUrl("atlas://entry/change-7"))
        assert pictured.window.session.slug == "change-7"

    def test_neighbours_are_there_before_they_are_asked_for(self, gallery, viewer) -> None:
        assert all(viewer.loader.levels(item.key) is not None for item in gallery.model.items)
        viewer.go(1)
        assert viewer.canvases[0]._levels is not None

    def test_round_and_round(self, gallery, viewer) -> None:
        first = viewer.item.key
        for _ in gallery.model.items:
            viewer.go(1)
        assert viewer.item.key == first
        viewer.show_row(0)
        viewer.go(-1)
        assert viewer.item is gallery.model.items[-1]

    def test_pixel_by_pixel_and_beyond(self, viewer, settle) -> None:
        canvas = viewer.canvases[0]
        assert canvas.sight.is_fitted
        canvas.toggle_true()
        assert canvas.scale == pytest.approx(1.0)
        settle()
        assert canvas._levels.images[0].width() == 640, "all pixels are fetched"
        canvas.zoom(8)
        assert canvas.scale == pytest.approx(8.0)
        assert "800 %" in viewer.bar.scale.text()
        canvas.toggle_true()
        assert canvas.sight.is_fitted

    def test_zoomed_pixels_stay_crisp(self, viewer, settle) -> None:
        canvas = viewer.canvases[0]
        canvas.show_true()
        settle()
        canvas.zoom(16)
        shot = canvas.grab().toImage()
        middle = shot.height() // 2
        row = [shot.pixel(x, middle) for x in range(shot.width() // 2 - 48, shot.width() // 2 + 48)]
        changes = sum(a != b for a, b in pairwise(row))
        assert changes <= 8, "96 pixels of the screen show six or seven of the picture, without blends between them"

    def test_compare_links_zoom_and_pan(self, viewer, settle, qtbot) -> None:
        qtbot.keyClick(viewer.canvases[0], Qt.Key.Key_C)
        assert viewer.comparing
        settle()
        one, other = viewer.canvases
        assert one.item.key != other.item.key
        said = viewer.about.toPlainText()
        assert all(part in said for shown in (one.item, other.item) for part in (shown.entry, shown.caption))
        one.zoom(3)
        assert other.sight.ratio == pytest.approx(one.sight.ratio)
        viewer.bar.link.setChecked(False)
        one.zoom(2)
        assert other.sight.ratio < one.sight.ratio
        viewer._activate(1)
        viewer.go(1)
        assert viewer.item is other.item
        qtbot.keyClick(other, Qt.Key.Key_Escape)
        assert not viewer.comparing
        assert viewer.canvases[0].item is not None
        assert viewer.canvases[1].item.caption not in viewer.about.toPlainText() or one.item is other.item

    def test_two_selected_pictures_are_compared(self, gallery, settle) -> None:
        gallery.shelf.grid.selectAll()
        gallery.compare()
        chosen = [canvas.item.key for canvas in gallery.viewer.canvases]
        assert chosen == [item.key for item in gallery.model.items[:2]]

    def test_full_screen_and_back(self, gallery, viewer, qtbot) -> None:
        qtbot.keyClick(viewer.canvases[0], Qt.Key.Key_F11)
        assert viewer.window() is not gallery.window()
        assert gallery.is_viewing
        assert viewer.about.isVisible(), "the credit stays with the picture"
        qtbot.keyClick(viewer.canvases[0], Qt.Key.Key_Escape)
        assert viewer.window() is gallery.window()
        assert gallery.is_viewing

    def test_slide_show_goes_on_and_pauses(self, viewer, qtbot) -> None:
        first = viewer.item.key
        qtbot.keyClick(viewer.canvases[0], Qt.Key.Key_Space)
        assert viewer.playing
        viewer._slides.timeout.emit()
        assert viewer.item.key != first
        qtbot.keyClick(viewer.canvases[0], Qt.Key.Key_Space)
        assert not viewer.playing

    def test_slides_stop_when_another_tab_is_in_front(self, pictured: Atlas, viewer) -> None:
        viewer.set_playing(True)
        pictured.window.centre.show_map()
        assert not viewer.playing

    def test_copy_brings_the_credit_along(self, viewer, qtbot, settle) -> None:
        qtbot.keyClick(viewer.canvases[0], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        settle()
        data = QGuiApplication.clipboard().mimeData()
        assert data.hasImage()
        assert "A. Painter · CC BY 4.0" in data.text()
        assert "A. Painter" in data.html()

    def test_save_a_copy(self, gallery, viewer, tmp_path: Path, settle) -> None:
        gallery.acts.write_to(tmp_path / "copy.jpg", viewer.item)
        settle()
        assert (tmp_path / "copy.jpg").stat().st_size > 1000
        assert b"A. Painter" in (tmp_path / "copy.jpg").read_bytes()
        beside = (tmp_path / "copy.jpg.txt").read_text(encoding="utf-8")
        assert "A. Painter" in beside
        assert viewer.item.made in beside

    def test_a_copy_is_never_written_over_the_picture_itself(self, gallery, viewer, settle) -> None:
        file = viewer.item.file
        before = file.read_bytes()
        gallery.acts.write_to(file, viewer.item)
        settle()
        (box,) = gallery.findChildren(QMessageBox)
        assert "never written over" in box.informativeText()
        assert file.read_bytes() == before
        assert not file.with_name(f"{file.name}.txt").exists()
        box.close()

    def test_a_damaged_picture_says_so(self, gallery, viewer, settle, plate_resources: Path) -> None:
        canvas = viewer.canvases[0]
        gone = viewer.item._replace(key="gone", path=str(plate_resources / "gone.jpg"))
        viewer._show_in(0, gone)
        viewer.loader.keep([gone], [], canvas.device_size)
        settle()
        assert "gone.jpg" in canvas._refusal

    def test_memory_is_bounded_and_given_back(self, viewer, settle) -> None:
        assert viewer.loader.bytes_held > 0
        viewer.close_viewer()
        assert viewer.loader.bytes_held == 0

    def test_goes_on_where_another_window_stood(self, gallery, viewer, pictured: Atlas, settle) -> None:
        standing = gallery.standing()
        viewer.close_viewer()
        gallery.go_on_from(standing)
        gallery.data._arrange()
        settle()
        assert gallery.is_viewing
        assert gallery.viewer.item.key == "change-site"


class TestCard:
    def test_the_first_picture_stands_over_the_text(self, pictured: Atlas, settle) -> None:
        window = pictured.window
        window.commands.open_entry("change-7")
        body = window.detail.body
        body.finish()
        before = body.document().size()
        settle()
        assert body.document().size() == before, "nothing moves when the picture arrives"
        name = QUrl("picture:change-site")
        image = body.document().resource(QTextDocument.ResourceType.ImageResource.value, name)
        colours = {image.pixel(x, image.height() // 2) for x in range(0, image.width(), 7)}
        assert len(colours) > 10, "the picture, not the ground it was waited for on"
        assert body.document().find("A. Painter · CC BY 4.0").hasSelection()
        caption = next(p for p in window.detail.entry.pictures if p.id == "change-site").caption
        assert body.document().find(caption).hasSelection(), "it says what it shows"

    def test_a_click_opens_the_viewer(self, pictured: Atlas, settle) -> None:
        window = pictured.window
        window.commands.open_entry("luna-25")
        window.detail.body._on_clicked(QUrl("picture:luna-crash"))
        settle()
        assert window.centre.current_key == "gallery"
        assert window.centre.gallery.viewer.item.key == "luna-crash"

    def test_a_click_opens_it_past_a_search(self, pictured: Atlas, gallery, qtbot, settle) -> None:
        gallery.shelf.toolbar.search.setText("zzz")
        qtbot.waitUntil(lambda: not gallery.model.items)
        pictured.window.detail.picture_activated.emit("luna-crash")
        settle()
        assert gallery.viewer.item.key == "luna-crash"

    def test_pictures_of_this_entry(self, pictured: Atlas, settle, qtbot) -> None:
        window = pictured.window
        window.commands.open_entry("luna-25")
        window.registry["show-pictures"].trigger()
        settle()
        assert window.centre.gallery.viewer.item.slugs == ("luna-25",)
        window.commands.open_entry("gateway")
        with qtbot.waitSignal(window.centre.gallery.message) as said:
            window.registry["show-pictures"].trigger()
        assert "no picture" in said.args[0]

    def test_own_pictures_alone_are_no_answer(self, pictured: Atlas, settle, qtbot, monkeypatch) -> None:
        read, gate = data.pictures_on, threading.Event()

        def held_back(*asked: object) -> object:
            assert gate.wait(20)
            return read(*asked)

        monkeypatch.setattr(data, "pictures_on", held_back)
        window, tasks, said = pictured.window, pictured.context.tasks, []
        window.commands.open_entry("luna-25")
        window.centre.gallery.message.connect(said.append)
        window.registry["show-pictures"].trigger()
        # all but the catalogue's pictures has been read, chosen and ordered
        qtbot.waitUntil(lambda: len(tasks._jobs) == 1)
        gate.set()
        settle()
        assert said == []
        assert window.centre.gallery.viewer.item.slugs == ("luna-25",)

    def test_no_picture_no_room(self, pictured: Atlas) -> None:
        pictured.window.commands.open_entry("gateway")
        assert "picture:" not in pictured.window.detail.body.toHtml()

    def test_the_plate_follows_the_width(self, pictured: Atlas, settle) -> None:
        from atlas.views.detail.browser import _images

        window = pictured.window
        window.commands.open_entry("change-7")
        settle()
        body = window.detail.body
        body.finish()
        before = _images(body.document())[0][1].width()
        window.resizeDocks([window.detail_dock], [window.detail_dock.width() - 60], Qt.Orientation.Horizontal)
        settle()
        shape = next(s for _, s in _images(body.document()) if s.name() == "picture:change-site")
        assert shape.width() < before
        assert shape.height() == round(shape.width() * 400 / 640)
