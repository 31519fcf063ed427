from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from atlas.app import Atlas
from atlas.services.units import Units, load_units
from atlas.views.dialogs import AboutDialog, ShortcutsDialog
from atlas.views.preferences import PreferencesDialog


def page_of(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def page(atlas: Atlas):
    atlas.window.registry["preferences"].trigger()
    opened = page_of(PreferencesDialog)
    yield opened
    if shiboken6.isValid(opened):
        opened.close()
    atlas.theme.set_text_size(100)


class TestPreferences:
    def test_the_theme(self, atlas: Atlas, page: PreferencesDialog, qtbot) -> None:
        dark = page.mode.buttons()[2]
        qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
        assert atlas.theme.theme.is_dark
        qtbot.keyClick(dark, Qt.Key.Key_Left)
        assert atlas.theme.mode == "light"
        atlas.window.registry["theme-dark"].trigger()
        assert page.mode.value == "dark", "the page follows the menu"
        atlas.theme.set_mode("system")

    def test_the_size_of_text_is_live(self, atlas: Atlas, page: PreferencesDialog) -> None:
        window = atlas.window
        window.commands.open_entry("luna-25")
        window.detail.body.finish()
        row = window.list_pane.view.sizeHintForRow(0)
        card = window.detail.body.document().size().height()
        page.text_size.setValue(15)
        assert atlas.theme.text_size == 150
        assert QApplication.font().pixelSize() == atlas.theme.type_scale.body
        assert window.list_pane.view.sizeHintForRow(0) > row * 1.25
        assert window.detail.body.document().size().height() > card * 1.25
        atlas.theme.set_text_size(4000)
        assert atlas.theme.text_size == 150

    def test_nothing_is_cut_at_the_largest_size(self, page: PreferencesDialog, qtbot) -> None:
        page.text_size.setValue(15)
        qtbot.wait(20)
        for button in page.findChildren(QPushButton):
            assert button.width() >= button.minimumSizeHint().width()
            assert button.height() >= button.minimumSizeHint().height()
        for button in (*page.mode.buttons(), *page.lengths.buttons(), *page.angles.buttons()):
            assert button.width() >= button.sizeHint().width(), button.text()

    def test_units(self, atlas: Atlas, page: PreferencesDialog, qtbot) -> None:
        window = atlas.window
        window.commands.open_entry("luna-25")
        window.detail.body.finish()
        assert "57.87°S" in window.detail.body.toPlainText().replace("57.865", "57.87")
        qtbot.mouseClick(page.angles.buttons()[1], Qt.MouseButton.LeftButton)
        qtbot.mouseClick(page.lengths.buttons()[1], Qt.MouseButton.LeftButton)
        assert load_units(atlas.context.settings) == Units(feet=True, minutes=True)
        assert "57°5" in window.detail.body.toPlainText()
        page.close()
        canvas = window.centre.map.canvas
        qtbot.waitUntil(lambda: not atlas.context.tasks.busy)
        qtbot.mouseMove(canvas, QPoint(canvas.width() // 2, canvas.height() // 2))
        qtbot.waitUntil(lambda: window.status._elevation.text().endswith(" ft"))
        assert "′" in window.status._position.text()

    def test_the_folder(self, atlas: Atlas, page: PreferencesDialog, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[QUrl] = []
        monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: bool(opened.append(url)) or True)
        page.open_button.click()
        assert [Path(url.toLocalFile()) for url in opened] == [atlas.context.paths.data]
        assert not page.move_button.isEnabled(), "a folder that was named at the start is not moved"
        assert "named when the atlas was started" in page.plan_text()

    def test_reset_the_layout(self, atlas: Atlas, page: PreferencesDialog) -> None:
        atlas.window.detail_dock.hide()
        next(b for b in page.findChildren(QPushButton) if b.text() == "Reset the layout").click()
        assert atlas.window.detail_dock.isVisible()


def test_the_data_moves_when_the_atlas_is_closed(qapp, qtbot, small_paths, tmp_path: Path) -> None:
    from dataclasses import replace

    pointer = tmp_path / "usual" / "moved-to.txt"
    paths = replace(small_paths, data=tmp_path / "usual", pointer=pointer)
    atlas = Atlas(qapp, paths)
    atlas.window.show()
    atlas.window.commands.open_entry("luna-25")
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy)
    atlas.context.notebook.type_text("luna-25", "a note")
    page = PreferencesDialog(atlas.context, atlas.theme, atlas.window)
    page.plan(str(tmp_path))
    assert "One folder lies in the other" in page.plan_text()
    page.plan(str(tmp_path / "new"))
    assert str(tmp_path / "new") in page.plan_text()
    page.move_button.click()
    assert page.plan_text() == ""
    page.plan(str(tmp_path / "new"))
    atlas.close()
    assert pointer.read_text(encoding="utf-8").strip() == str(tmp_path / "new")
    assert not (tmp_path / "usual" / "notebook.db").exists()
    again = Atlas(qapp, replace(paths, data=tmp_path / "new"))
    again.window.show()
    assert again.window.session.slug == "luna-25"
    qtbot.waitUntil(lambda: again.window.notes._editor.text == "a note")
    again.close()


class TestPages:
    def test_about_says_what_a_report_needs(self, atlas: Atlas) -> None:
        atlas.window.registry["about"].trigger()
        page = page_of(AboutDialog)
        shown = page.page.toPlainText()
        for word in ("22 November 2026", "10 entries", "Nothing is fetched", "SQLite 3.", "Qt 6.", "LOLA", "IAU/USGS"):
            assert word in shown, word
        for licence in ("LGPL-3.0", "BSD-3-Clause", "MIT-CMU", "Apache-2.0", "CC BY 4.0"):
            assert licence in shown, licence
        page.findChild(QPushButton, "copy").click()
        copied = QGuiApplication.clipboard().text()
        assert copied.startswith("ILRS Atlas ")
        assert "numpy".casefold() in copied.casefold()
        assert str(atlas.context.paths.data) in copied
        page.close()

    def test_a_shortcut_runs_its_command(self, atlas: Atlas) -> None:
        atlas.window.commands.open_entry("luna-25")
        atlas.window.registry["shortcuts"].trigger()
        page = page_of(ShortcutsDialog)
        assert "Ctrl+," in page.page.toPlainText()
        page.page.anchorClicked.emit(QUrl("command:copy-link"))
        assert not page.isVisible()
        assert QGuiApplication.clipboard().text() == "atlas://mission/luna-25"

    def test_a_page_follows_the_theme(self, atlas: Atlas) -> None:
        atlas.window.registry["theme-dark"].trigger()
        atlas.window.registry["shortcuts"].trigger()
        page = page_of(ShortcutsDialog)
        dark = page.page.toHtml()
        atlas.window.registry["theme-light"].trigger()
        assert page.page.toHtml() != dark
        for address in ("command:no-such", "https://example.org", "file:///etc/passwd"):
            page.page.anchorClicked.emit(QUrl(address))
            assert page.isVisible()
        page.close()
        atlas.theme.set_mode("system")
        assert isinstance(page, QDialog)
