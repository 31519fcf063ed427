import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QMessageBox, QPushButton

from atlas.app import Atlas


def only(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def click(atlas: Atlas, qtbot, slug: str, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    view, model = atlas.window.list_pane.view, atlas.window.list_pane.model
    index = model.index_of(slug)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, view.visualRect(index).center())


class TestEntriesAndLists:
    def test_the_entry(self, atlas: Atlas, qtbot, tmp_path: Path) -> None:
        atlas.window.commands.open_entry("luna-25")
        atlas.window.registry["export-entry"].trigger()
        dialog = only(QFileDialog)
        assert dialog.windowTitle() == "Export this entry"
        dialog.reject()
        exporter = atlas.window.commands.exports._exporter
        exporter.write_to(tmp_path / "one.md", "md")
        qtbot.waitUntil(lambda: not exporter.busy)
        assert (tmp_path / "one.md").read_text(encoding="utf-8").startswith("# Luna-25")
        assert "one.md" in atlas.window.status.currentMessage()

    def test_the_list_as_it_is_filtered(self, atlas: Atlas) -> None:
        window = atlas.window
        assert window.registry["export-list"].text() == "Export the list (10 entries) …"
        window.list_pane.filter_by("nation", "RU")
        assert window.registry["export-list"].text() == "Export the list (4 entries) …"
        window.registry["export-list"].trigger()
        dialog = only(QFileDialog)
        assert dialog.windowTitle() == "Export 4 entries"
        dialog.reject()

    def test_several_selected_ones(self, atlas: Atlas, qtbot) -> None:
        window = atlas.window
        click(atlas, qtbot, "change-6")
        click(atlas, qtbot, "luna-25", Qt.KeyboardModifier.ControlModifier)
        click(atlas, qtbot, "gateway", Qt.KeyboardModifier.ControlModifier)
        assert {row.slug for row in window.list_pane.selected()} == {"change-6", "luna-25", "gateway"}
        assert window.session.slug == "gateway"
        assert window.registry["export-list"].text() == "Export the 3 selected entries …"
        window.registry["export-list"].trigger()
        dialog = only(QFileDialog)
        assert dialog.windowTitle() == "Export 3 entries"
        dialog.reject()
        click(atlas, qtbot, "ilrs")
        assert [row.slug for row in window.list_pane.selected()] == ["ilrs"]

    def test_an_entry_is_dragged_out(self, atlas: Atlas, qtbot) -> None:
        pane = atlas.window.list_pane
        assert pane.view.dragEnabled()
        assert pane.view.dragDropMode() is QAbstractItemView.DragDropMode.DragOnly
        index = pane.model.index_of("luna-25")
        assert pane.model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
        data = pane.model.mimeData([index])
        assert data.urls()[0].toString() == "atlas://mission/luna-25"
        assert data.text().startswith("Luna-25")
        assert pane.model.mimeTypes() == list(data.formats()) or set(pane.model.mimeTypes()) <= set(data.formats())


class TestMap:
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path, atlas: Atlas, qtbot) -> None:
        self.folder = tmp_path / "maps"
        self.folder.mkdir()
        atlas.context.settings.set_text("export/folder", str(self.folder))
        self.saver = atlas.window.commands.exports._map
        self.atlas, self.qtbot = atlas, qtbot

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.atlas.context.tasks.busy, timeout=20_000)

    def test_asked_for_and_written(self) -> None:
        self.atlas.window.registry["export-map"].trigger()
        dialog = only(QFileDialog)
        assert Path(dialog.directory().absolutePath()) == self.folder
        dialog.selectNameFilter(self.saver.filters()[".svg"])
        dialog.filterSelected.emit(self.saver.filters()[".svg"])
        dialog.selectFile("pole")
        dialog.accept()
        self.wait()
        assert "<svg" in (self.folder / "pole.svg").read_text(encoding="utf-8")
        assert "pole.svg" in self.atlas.window.status.currentMessage()
        assert self.atlas.context.settings.text("export/map-format") == ".svg"

    def test_the_folder_is_offered_again_once_it_was_written_to(self) -> None:
        (self.folder / "other").mkdir()
        self.saver.write_to(self.folder / "other" / "pole", ".svg")
        assert self.atlas.context.settings.text("export/folder") == str(self.folder)
        self.wait()
        assert self.atlas.context.settings.text("export/folder") == str(self.folder / "other")

    @pytest.mark.parametrize("suffix", [".png", ".pdf"])
    def test_other_formats(self, suffix: str) -> None:
        self.saver.write_to(self.folder / "pole", suffix)
        self.wait()
        target = self.folder / f"pole{suffix}"
        assert target.stat().st_size > 20_000
        if suffix == ".png":
            assert QImage(str(target)).size() == self.atlas.window.centre.map.canvas.size()

    def test_a_file_in_the_way_is_asked_about(self) -> None:
        (self.folder / "v1.2.png").write_text("old")
        self.saver.write_to(self.folder / "v1.2", ".png")
        box = only(QMessageBox)
        assert "v1.2.png is there already." in box.text()
        box.reject()
        assert (self.folder / "v1.2.png").read_text() == "old"
        self.saver.write_to(self.folder / "v1.2", ".png")
        only(QMessageBox).findChild(QPushButton, "replace").click()
        self.wait()
        assert not QImage(str(self.folder / "v1.2.png")).isNull()

    def test_a_failure_is_told_and_leaves_the_old_file(self) -> None:
        self.saver.write_to(self.folder / "gone" / "a.png", ".png")
        self.wait()
        box = only(QMessageBox)
        assert box.text() == "The map was not written."
        assert "is not there" in box.informativeText()
        assert self.atlas.context.settings.text("export/folder") == str(self.folder)
        assert self.atlas.context.settings.text("export/map-format") == ""
        box.findChild(QPushButton, "again").click()
        only(QFileDialog).reject()

    @pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write everywhere")
    def test_a_closed_folder(self) -> None:
        (self.folder / "a.png").write_text("old")
        self.folder.chmod(0o555)
        self.saver.write_to(self.folder / "a.png", ".png")
        self.wait()
        self.folder.chmod(0o755)
        only(QMessageBox).reject()
        assert (self.folder / "a.png").read_text() == "old"
