"""The guide in the window: opened once, beside the atlas; its links, its search, its keys, its languages."""

from functools import partial

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from atlas.services.guide import load_guide
from atlas.views.dialogs import AboutDialog
from atlas.views.guide.dialog import GuideDialog

NOTE = "This guide is in English."


def guide_of(atlas):
    atlas.window.registry["guide"].trigger()
    return atlas.window.findChild(GuideDialog)


@pytest.fixture
def guide(atlas):
    dialog = guide_of(atlas)
    yield dialog
    if atlas.window.findChild(GuideDialog) is not None:
        dialog.close()


def differs(atlas, window):
    return atlas.window is not window


def rows(guide):
    return [guide.list.item(k).text() for k in range(guide.list.count()) if not guide.list.item(k).isHidden()]


def test_it_opens_once_and_leaves_the_window_alone(atlas, guide):
    assert guide.isVisible()
    assert not guide.isModal()
    assert guide.page == "first-steps"
    assert "ILRS Atlas gathers" in guide.browser.toPlainText()
    guide.show_page("light")
    assert guide_of(atlas) is guide
    assert guide.page == "light"
    assert rows(guide) == [page.title for page in load_guide(atlas.context.paths.guide)]


def test_links_turn_pages_and_lead_back(guide):
    guide.browser.anchorClicked.emit(QUrl("atlas://guide/light"))
    assert guide.page == "light"
    assert guide.list.currentItem().text() == "Light and shadow"
    QTest.keyClick(guide.list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guide.page == "first-steps"
    assert not guide.back_button.isEnabled()
    guide.forward_button.click()
    assert guide.page == "light"
    guide.browser.anchorClicked.emit(QUrl("atlas://guide/no-such"))
    assert guide.page == "light"


def test_links_that_lead_out_are_handed_to_the_window(atlas, guide):
    guide.browser.anchorClicked.emit(QUrl("atlas://entry/luna-25"))
    assert atlas.window.session.slug == "luna-25"
    heard = []
    guide.link_activated.connect(heard.append)
    guide.browser.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert heard == []


def test_a_link_from_elsewhere_opens_its_page(atlas):
    atlas.window.open_link("atlas://guide/keys")
    dialog = atlas.window.findChild(GuideDialog)
    assert dialog.page == "keys"
    atlas.window.open_link("atlas://guide/no-such")
    assert dialog.page == "keys"
    dialog.close()


def test_the_search_goes_through_all_pages(guide):
    QTest.keyClick(guide.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(guide.search, "chebyshev")
    assert rows(guide) == ["Light and shadow"]
    assert guide.page == "light"
    assert guide.browser.textCursor().selectedText().casefold() == "chebyshev"
    assert len(guide.browser.extraSelections()) == 1
    guide.search.setText("Shackleton")
    seen = set()
    for _ in range(40):
        guide.next_hit()
        assert guide.browser.textCursor().selectedText() == "Shackleton"
        seen.add(guide.list.currentItem().text())
    assert seen == set(rows(guide))
    assert len(seen) > 1
    guide.previous_hit()
    assert guide.browser.textCursor().selectedText() == "Shackleton"
    guide.search.setText("warp drive")
    assert rows(guide) == []
    guide.next_hit()


def test_escape_first_gives_the_search_up(guide, qtbot):
    guide.search.setText("moon")
    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert guide.search.text() == ""
    assert guide.isVisible()
    with qtbot.waitSignal(guide.destroyed):
        QTest.keyClick(guide.list, Qt.Key.Key_Escape)


def test_about_leads_to_it(atlas):
    atlas.window.registry["about"].trigger()
    about = atlas.window.findChild(AboutDialog)
    assert "User guide" in about.page.toPlainText()
    about.page.anchorClicked.emit(QUrl("command:guide"))
    dialog = atlas.window.findChild(GuideDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_it_follows_the_theme(atlas, guide):
    sheets = set()
    for mode in ("light", "dark"):
        atlas.theme.set_mode(mode)
        sheets.add(guide.browser.document().defaultStyleSheet())
    assert len(sheets) == 2
    atlas.theme.set_mode("system")


def test_other_languages_are_told_that_it_is_english(atlas, qtbot):
    words = {}
    for code in ("ru", "zh", "en"):
        window = atlas.window
        atlas.context.language.choose(code)
        qtbot.waitUntil(partial(differs, atlas, window))
        dialog = guide_of(atlas)
        words[code] = [found.text() for found in dialog.findChildren(QLabel) if found.text()]
        dialog.close()
    assert words["en"] == []
    assert len(words["ru"]) == len(words["zh"]) == 1
    assert NOTE not in words["ru"] + words["zh"]


def test_a_guide_that_is_missing_is_told_in_the_window(atlas, tmp_path, monkeypatch):
    monkeypatch.setattr(type(atlas.context.paths), "guide", tmp_path)
    assert guide_of(atlas) is None
    assert "Install the atlas again" in atlas.window.status.currentMessage()
