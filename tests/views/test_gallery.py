"""The gallery in the real window: the grid follows list and day, own pictures come, go to the bin and come back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton

from atlas.app import Atlas
from atlas.domain.facets import Filter
from atlas.domain.own_pictures import Batch, Keeping, PictureQuery, PictureWords
from atlas.models.gallery import PictureOrder, Shelf
from atlas.views.gallery.refused_dialog import RefusedDialog
from atlas.views.gallery.words_dialog import WordsDialog


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
def photos(tmp_path: Path) -> list[Path]:
    from PIL import Image

    folder = tmp_path / "photos"
    folder.mkdir()
    files = []
    for number in range(3):
        file = folder / f"photo-{number}.jpg"
        Image.effect_noise((160 + number, 100), 50).convert("RGB").save(file)
        files.append(file)
    return files


@pytest.fixture
def added(pictured: Atlas, gallery, photos: list[Path], settle, qtbot):
    """Three own pictures in the gallery, the user's shelf in front."""
    service = pictured.context.pictures
    with qtbot.waitSignal(service.finished, timeout=10_000):
        service.add(photos, Batch(PictureWords(caption="A rim", credit="Me", on=("change-7",)), Keeping.IN_PLACE))
    choose(gallery, Shelf.MINE)
    settle()
    return gallery


def choose(gallery, shelf: Shelf) -> None:
    next(b for b in gallery.shelf.toolbar.shelves.buttons() if b.objectName() == shelf).click()


def keys(gallery) -> list[str]:
    return [item.key for item in gallery.model.items]


def dialogs(gallery, kind: type[QDialog]) -> list[QDialog]:
    return [d for d in gallery.window().findChildren(kind) if d.isVisible()]


class TestGrid:
    def test_stands_between_map_and_notebook(self, pictured: Atlas) -> None:
        centre = pictured.window.centre
        order = [key for key in centre._holders if key in {"map", "gallery", "notebook"}]
        assert order == ["map", "gallery", "notebook"]
        assert pictured.window.registry.commands["show-gallery"].shortcut == "Ctrl+3"
        assert "gallery" not in centre._pages, "it is made when somebody opens it"

    def test_shows_the_pictures_of_the_list_in_its_order(self, pictured: Atlas, gallery, settle) -> None:
        assert set(keys(gallery)) == {"luna-plan", "luna-crash", "change-site"}
        shown = pictured.window.list_pane.model.shown
        places = {row.slug: place for place, row in enumerate(shown)}
        assert [places[i.slugs[0]] for i in gallery.model.items] == sorted(
            places[i.slugs[0]] for i in gallery.model.items
        )
        pictured.window.list_pane.set_filter(Filter().toggled("nation", "CN"))
        settle()
        assert keys(gallery) == ["change-site"]

    def test_thumbnails_come_without_being_asked_for_twice(self, gallery) -> None:
        assert all(gallery.store.pixmap(key) is not None for key in keys(gallery))
        assert gallery.store.bytes_held > 0

    def test_a_picture_exists_from_its_day(self, pictured: Atlas, gallery, settle) -> None:
        pictured.window.session.set_as_of(date(2021, 3, 10))
        settle()
        assert set(keys(gallery)) == {"luna-plan", "change-site"}

    def test_tells_of_what_may_not_be_reproduced(self, gallery, settle) -> None:
        button = gallery.shelf._known
        assert button.isVisible()
        assert "1" in button.text()
        gallery.shelf._show_known()
        page = gallery.shelf.findChild(QDialog)
        assert "The crater that the impact likely made" in page.page.toPlainText()
        page.close()

    def test_search_order_and_empty_state(self, gallery, qtbot, settle) -> None:
        gallery.shelf.toolbar.search.setText("crash")
        qtbot.waitUntil(lambda: keys(gallery) == ["luna-crash"])
        gallery.shelf.toolbar.search.setText("zzz")
        qtbot.waitUntil(lambda: keys(gallery) == [])
        assert "No picture matches" in gallery.shelf._empty.text()
        assert not gallery.shelf._known.isVisible(), "what is only known of follows the search too"
        gallery.shelf.toolbar.search.setText("嫦娥")
        qtbot.waitUntil(lambda: keys(gallery) == ["change-site"])
        gallery.shelf.toolbar.search.setText("")
        qtbot.waitUntil(lambda: len(keys(gallery)) == 3)
        gallery._on_order(str(PictureOrder.NEWEST))
        settle()
        assert keys(gallery) == ["change-site", "luna-crash", "luna-plan"]

    def test_size_by_wheel_and_key_is_remembered(self, pictured: Atlas, gallery, qtbot) -> None:
        grid = gallery.shelf.grid
        before = grid.cell_width
        qtbot.keyClick(grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
        assert grid.cell_width < before
        assert gallery.shelf.toolbar.slider.value() == grid.cell_width
        assert pictured.context.settings.text("gallery/size") == str(grid.cell_width)
        grid.set_cell_width(10_000)
        assert grid.cell_width == gallery.shelf.toolbar.slider.maximum()

    def test_rows_in_sight_are_those_the_view_lays_out(self, gallery) -> None:
        grid = gallery.shelf.grid
        seen = [
            row
            for row in range(len(gallery.model.items))
            if grid.visualRect(gallery.model.index(row)).intersects(grid.viewport().rect())
        ]
        assert list(grid.rows_in_sight()) == seen

    def test_everything_has_a_name_and_can_be_reached(self, gallery) -> None:
        from test_window_keys import deaf, nameless

        window = gallery.window()
        assert not nameless(window)
        assert not deaf(window)
        gallery.open_key("luna-plan")
        gallery.viewer.set_comparing(True)
        assert not nameless(window)
        assert not deaf(window)


class TestOwn:
    def test_added_pictures_are_on_both_shelves(self, added, settle) -> None:
        assert len(keys(added)) == 3
        assert all(i.mine and i.entry == "Chang'e 7" for i in added.model.items)
        choose(added, Shelf.ALL)
        settle()
        assert len(keys(added)) == 6

    def test_the_empty_shelf_says_what_to_do(self, gallery, settle) -> None:
        choose(gallery, Shelf.MINE)
        settle()
        assert "No pictures of your own yet" in gallery.shelf._empty.text()
        choose(gallery, Shelf.BIN)
        settle()
        assert "The bin is empty" in gallery.shelf._empty.text()

    def test_drop_asks_once_and_adds(self, pictured: Atlas, gallery, photos, settle, qtbot) -> None:
        pictured.window.commands.open_entry("luna-25")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in photos])
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        drop = QDropEvent(QPointF(10, 10), action, data, button, Qt.KeyboardModifier.NoModifier)
        gallery.shelf.grid.dropEvent(drop)
        settle()
        dialog = dialogs(gallery, WordsDialog)[0]
        assert dialog.entries.text() == "Luna-25", "the entry that is shown is offered"
        dialog.caption.setPlainText("Three of them")
        dialog.credit.setText("Me")
        dialog.place.setText("nonsense")
        dialog._on_accepted()
        assert dialog.isVisible(), "what cannot be read is told, and nothing typed is lost"
        assert dialog._problem.isVisible()
        dialog.place.setText("-89.5, 10")
        with qtbot.waitSignal(pictured.context.pictures.finished, timeout=10_000):
            dialog._on_accepted()
        settle()
        choose(gallery, Shelf.MINE)
        settle()
        assert [(i.caption, i.credit, i.entry, i.place) for i in gallery.model.items] == [
            ("Three of them", "Me", "Luna-25", (-89.5, 10.0))
        ] * 3
        assert pictured.context.settings.text("gallery/credit") == "Me", "offered the next time"

    def test_two_drops_do_not_mix(self, pictured: Atlas, gallery, photos, settle, qtbot) -> None:
        gallery.desk.add(photos[:1])
        (first,) = dialogs(gallery, WordsDialog)
        gallery.desk.add(photos[1:])
        second = next(dialog for dialog in dialogs(gallery, WordsDialog) if dialog is not first)
        first.caption.setPlainText("One")
        second.caption.setPlainText("Two of them")
        for dialog in (first, second):
            with qtbot.waitSignal(pictured.context.pictures.finished, timeout=10_000):
                dialog._on_accepted()
        settle()
        choose(gallery, Shelf.MINE)
        settle()
        assert sorted(item.caption for item in gallery.model.items) == ["One", "Two of them", "Two of them"]

    def test_no_field_covers_another_when_sentences_come_in(
        self, pictured: Atlas, gallery, photos, settle, qtbot
    ) -> None:
        gallery.desk.add([photos[0]])
        dialog = dialogs(gallery, WordsDialog)[0]
        qtbot.waitExposed(dialog)
        settle()
        dialog.place.setText("somewhere")
        dialog._on_accepted()
        QApplication.processEvents()
        assert dialog._problem.isVisible()
        assert dialog.caption.geometry().bottom() < dialog.credit.geometry().top()
        dialog.reject()

    def test_what_is_refused_is_listed_and_the_rest_goes_in(
        self, pictured: Atlas, gallery, photos, tmp_path, settle, qtbot
    ) -> None:
        liar = tmp_path / "liar.jpg"
        liar.write_text("<svg onload='x()'/>")
        gallery.desk.add([photos[0], liar])
        dialog = dialogs(gallery, WordsDialog)[0]
        with qtbot.waitSignal(pictured.context.pictures.finished, timeout=10_000):
            dialog._on_accepted()
        settle()
        page = dialogs(gallery, RefusedDialog)[0]
        assert "liar.jpg" in page.page.toPlainText()
        assert str(liar) in page.text()
        page.close()
        choose(gallery, Shelf.MINE)
        settle()
        assert len(keys(gallery)) == 1

    def test_paste_keeps_a_picture_of_the_clipboard(self, pictured: Atlas, gallery, settle, qtbot) -> None:
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(0x336699)
        QGuiApplication.clipboard().setImage(image)
        qtbot.keyClick(gallery.shelf.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        with qtbot.waitSignal(pictured.context.pictures.finished, timeout=10_000):
            dialogs(gallery, WordsDialog)[0]._on_accepted()
        settle()
        choose(gallery, Shelf.MINE)
        settle()
        assert [(i.width, i.height) for i in gallery.model.items] == [(40, 30)]

    def test_bin_undo_restore_empty(self, pictured: Atlas, added, photos, settle, qtbot) -> None:
        first = keys(added)[0]
        added.shelf.grid.show_key(first)
        qtbot.keyClick(added.shelf.grid, Qt.Key.Key_Delete)
        settle()
        assert first not in keys(added)
        assert added.undo.isVisible()
        added.undo.acted.emit()
        settle()
        assert first in keys(added)
        added.desk.throw(added.model.items[:2])
        settle()
        choose(added, Shelf.BIN)
        settle()
        assert len(keys(added)) == 2
        added.shelf.grid.show_key(keys(added)[0])
        added.shelf._restore.click()
        settle()
        assert len(keys(added)) == 1
        added.shelf._clear.click()
        box = dialogs(added, QMessageBox)[0]
        box.findChild(QPushButton, "remove").click()
        settle()
        assert keys(added) == []
        assert all(file.exists() for file in photos), "files that were left in place stay there"
        found: list[list] = []
        pictured.context.pictures.rows(PictureQuery(), found.append)
        settle()
        assert len(found[0]) == 2

    def test_the_next_one_takes_the_place_of_one_thrown_away_in_the_viewer(self, added, settle, qtbot) -> None:
        first, second = keys(added)[:2]
        added.open_key(first)
        qtbot.keyClick(added.viewer.canvases[0], Qt.Key.Key_Delete)
        settle()
        assert added.viewer.item.key == second
        assert added.undo.isVisible()

    def test_pictures_of_the_atlas_cannot_be_thrown_away(self, gallery, qtbot) -> None:
        gallery.shelf.grid.show_key("luna-plan")
        with qtbot.waitSignal(gallery.message) as said:
            qtbot.keyClick(gallery.shelf.grid, Qt.Key.Key_Delete)
        assert "only your own" in said.args[0]

    def test_describing_several_changes_only_what_is_typed(self, added, settle) -> None:
        added.desk.edit(added.model.items[:1])
        settle()
        one = dialogs(added, WordsDialog)[0]
        one.caption.setPlainText("Another rim")
        one._on_accepted()
        settle()
        added.desk.edit(added.model.items)
        settle()
        several = next(d for d in dialogs(added, WordsDialog) if d is not one)
        assert several.caption.toPlainText() == ""
        assert "differs" in several.caption.placeholderText()
        several.licence.setCurrentText("CC0 1.0")
        several._on_accepted()
        settle()
        assert {i.licence for i in added.model.items} == {"CC0 1.0"}
        assert {i.caption for i in added.model.items} == {"A rim", "Another rim"}
        assert {i.credit for i in added.model.items} == {"Me"}
        added.undo.acted.emit()
        settle()
        assert {i.licence for i in added.model.items} == {""}

    def test_a_copy_never_takes_the_place_of_the_original(self, added, settle) -> None:
        item = added.model.items[0]
        before = item.file.read_bytes()
        added.acts.write_to(item.file, item)
        settle()
        (box,) = dialogs(added, QMessageBox)
        assert "never written over" in box.informativeText()
        assert item.file.read_bytes() == before
        box.close()

    def test_missing_files_are_told_and_found(self, pictured: Atlas, added, photos, tmp_path, settle, qtbot) -> None:
        elsewhere = tmp_path / "elsewhere"
        photos[0].parent.rename(elsewhere)
        pictured.context.pictures.check_files()
        settle()
        assert added.shelf.missing.isVisible()
        assert [i.missing for i in added.model.items] == [True] * 3
        added.desk._on_where([str(elsewhere)])
        qtbot.waitUntil(lambda: not pictured.context.pictures.busy, timeout=10_000)
        settle()
        assert not added.shelf.missing.isVisible()
        assert [i.missing for i in added.model.items] == [False] * 3

    def test_progress_can_be_cancelled(self, pictured: Atlas, gallery, qtbot) -> None:
        gallery.progress.set_busy(True)
        gallery.progress.show_progress(3, 10)
        qtbot.waitUntil(gallery.progress.isVisible)
        assert "3 of 10" in gallery.progress._words.text()
        with qtbot.waitSignal(gallery.progress.cancelled):
            gallery.progress._button.click()
        gallery.progress.set_busy(False)
        assert not gallery.progress.isVisible()

    def test_commands_open_the_gallery_first(self, pictured: Atlas, qtbot) -> None:
        pictured.window.registry["add-pictures"].trigger()
        assert pictured.window.centre.current_key == "gallery"
        gallery = pictured.window.centre.gallery
        assert len(gallery.shelf.toolbar.add.menu().actions()) == 3
        for dialog in gallery.window().findChildren(QFileDialog):
            dialog.reject()

    def test_menu_offers_what_makes_sense(self, added) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(added)
        added._fill_menu(menu, added.model.items[:1])
        said = [action.text() for action in menu.actions() if action.text()]
        assert "Copy picture with credit" in said
        assert "Open Chang'e 7" in said
        assert "Put into the bin" in said
        several = QMenu(added)
        added._fill_menu(several, added.model.items)
        assert "Export copies to a folder …" in [action.text() for action in several.actions()]

    def test_a_folder_is_no_thumbnail(self, gallery) -> None:
        assert gallery.shelf.grid.indexAt(QPoint(-5, -5)).row() == -1
