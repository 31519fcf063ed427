from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from atlas.app import Atlas
from atlas.domain.facets import Filter
from atlas.models.sorting import SortKey
from atlas.views.as_of import THREAD_DAY, AsOfPopup
from atlas.views.detail.source_popup import SourcePopup
from atlas.views.dialogs import PageDialog
from atlas.views.facets import FacetPopup
from atlas.views.palette import CommandPalette

TODAY = date(2026, 11, 22)
_CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QAbstractSlider, QComboBox, QTextEdit)


def shown(atlas: Atlas) -> list[str]:
    model = atlas.window.list_pane.model
    return [model.slug_at(model.index(row)) for row in range(model.rowCount())]


def popup_of(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


class TestFirstStart:
    def test_something_worth_seeing_at_once(self, atlas: Atlas) -> None:
        window = atlas.window
        assert window.detail.header.name() == "International Lunar Research Station"
        assert window.windowTitle().startswith("International Lunar Research Station")
        assert len(shown(atlas)) == 10
        assert window.list_pane.count_text() == "10 entries"
        assert window.list_dock.isVisible()
        assert window.detail_dock.isVisible()
        assert not window.as_of_bar.isVisible()

    def test_every_command_is_bound(self, atlas: Atlas) -> None:
        from PySide6.QtCore import SIGNAL

        registry = atlas.window.registry
        loose = [
            name
            for name, command in registry.commands.items()
            if not registry[name].receivers(SIGNAL("triggered(bool)"))
            and not registry[name].receivers(SIGNAL("toggled(bool)"))
            and not command.choice
        ]
        assert loose == []


class TestSearchAndFacets:
    def test_typing_filters_and_return_opens_the_best_hit(self, atlas: Atlas, qtbot) -> None:
        search = atlas.window.top_bar.search
        qtbot.keyClicks(search, "change 6")
        assert shown(atlas)[0] == "change-6"
        qtbot.keyClick(search, Qt.Key.Key_Return)
        assert atlas.window.session.slug == "change-6"
        assert atlas.window.detail.header.name() == "Chang'e 6"

    @pytest.mark.parametrize(
        ("text", "first"), [("嫦娥六号", "change-6"), ("Luna-Glob", "luna-25"), ("луна 25", "luna-25")]
    )
    def test_other_languages(self, atlas: Atlas, text: str, first: str) -> None:
        atlas.window.top_bar.search.setText(text)
        assert shown(atlas)[0] == first

    def test_letters_typed_into_the_list_begin_a_search(self, atlas: Atlas, qtbot) -> None:
        qtbot.keyClicks(atlas.window.list_pane.view, "g")
        assert atlas.window.top_bar.search.text() == "g"
        assert "gateway" in shown(atlas)

    def test_hostile_text_does_nothing(self, atlas: Atlas) -> None:
        for text in ('AND ( "', "' OR 1=1 --", "*", "\x00", "a" * 5000):
            atlas.window.top_bar.search.setText(text)

    def test_no_hit_says_what_to_do(self, atlas: Atlas, qtbot) -> None:
        pane = atlas.window.list_pane
        atlas.window.top_bar.search.setText("zzzz")
        assert shown(atlas) == []
        assert "No entry matches" in pane._empty.text()
        assert pane._empty.isVisible()
        pane._empty.acted.emit()
        assert len(shown(atlas)) == 10
        assert atlas.window.top_bar.search.text() == ""

    def test_a_chip_narrows_and_is_removed_again(self, atlas: Atlas, qtbot) -> None:
        bar = atlas.window.list_pane.facets
        chip = bar._chips["nation", "RU"]
        assert chip.text() == "Russia 4"
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert set(shown(atlas)) == {"luna-25", "luna-26", "ilrs", "ilrs-mou-2021"}
        assert bar._chips["kind", "mission"].text() == "Missions 2"
        assert atlas.window.list_pane.count_text() == "4 of 10 entries"
        chosen = bar._chips["nation", "RU"]
        assert chosen.isChecked()
        qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
        assert len(shown(atlas)) == 10

    def test_the_popup_shows_every_facet(self, atlas: Atlas, qtbot) -> None:
        atlas.window.list_pane.facets.open_popup()
        popup = popup_of(FacetPopup)
        _, flow = popup._sections["decade"]
        qtbot.mouseClick(flow._chips["decade", "2010"], Qt.MouseButton.LeftButton)
        assert shown(atlas) == ["gateway"]
        popup.close()

    def test_a_chip_of_the_card_lists_its_kin(self, atlas: Atlas) -> None:
        atlas.window.commands.open_entry("luna-25")
        atlas.window.top_bar.search.setText("change")
        atlas.window.detail.header.kin_wanted.emit("status", "failed")
        assert shown(atlas) == ["luna-25"]
        assert atlas.window.top_bar.search.text() == ""

    def test_orders(self, atlas: Atlas) -> None:
        atlas.window.registry["sort-name"].trigger()
        assert shown(atlas)[0] == "boguslawsky"
        assert atlas.window.list_pane.model.sort_key is SortKey.NAME


class TestHistory:
    def test_back_and_forward(self, atlas: Atlas) -> None:
        window = atlas.window
        for slug in ("luna-25", "change-7"):
            window.commands.open_entry(slug)
        window.registry["back"].trigger()
        assert window.detail.header.name() == "Luna-25"
        assert window.list_pane.model.slug_at(window.list_pane.view.currentIndex()) == "luna-25"
        window.registry["forward"].trigger()
        assert window.detail.header.name() == "Chang'e 7"
        assert not window.registry["forward"].isEnabled()

    def test_next_and_previous_follow_the_list(self, atlas: Atlas) -> None:
        window = atlas.window
        order = shown(atlas)
        window.commands.open_entry(order[0])
        window.registry["next-entry"].trigger()
        assert window.session.slug == order[1]
        window.registry["previous-entry"].trigger()
        window.registry["previous-entry"].trigger()
        assert window.session.slug == order[0]

    def test_choosing_in_the_list_opens_the_entry(self, atlas: Atlas, qtbot) -> None:
        view = atlas.window.list_pane.view
        at = view.visualRect(atlas.window.list_pane.model.index_of("gateway")).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert atlas.window.session.slug == "gateway"
        qtbot.keyClick(view, Qt.Key.Key_Up)
        assert atlas.window.session.slug != "gateway"


class TestAsOf:
    def test_the_past_is_told_and_left_again(self, atlas: Atlas) -> None:
        window = atlas.window
        window.commands.open_entry("luna-25")
        window.registry["as-of-thread"].trigger()
        assert window.session.as_of == THREAD_DAY
        assert window.as_of_bar.isVisible()
        assert "As known on 10 March 2021" in window.as_of_bar.words()
        assert "10 Mar 2021" in window.top_bar.as_of.text()
        assert "im-2" not in shown(atlas)
        assert "not yet known" in window.list_pane.count_text()
        assert window.detail.entry is not None
        assert str(window.detail.entry.row.status) == "planned"
        window.as_of_bar.closed.emit()
        assert window.session.as_of == TODAY
        assert not window.as_of_bar.isVisible()
        assert str(window.detail.entry.row.status) == "failed"

    def test_an_entry_that_was_not_known_yet_says_so(self, atlas: Atlas) -> None:
        window = atlas.window
        window.commands.open_entry("im-2")
        window.session.set_as_of(THREAD_DAY)
        assert window.detail.entry is None
        assert "IM-2 Athena was not known yet on 10 March 2021" in window.detail._empty.text()
        window.detail._empty.acted.emit()
        assert window.detail.header.name() == "IM-2 Athena"

    def test_the_popup_offers_days(self, atlas: Atlas) -> None:
        atlas.window.registry["as-of"].trigger()
        popup = popup_of(AsOfPopup)
        popup._choices[-1].click()
        assert atlas.window.session.as_of == THREAD_DAY
        assert not popup.isVisible()

    def test_the_text_of_the_card_follows_the_day_in_the_next_turn(self, atlas: Atlas, qtbot) -> None:
        window = atlas.window
        window.commands.open_entry("change-6")

        def written() -> str:
            return window.detail.body.toPlainText()

        qtbot.wait(200)
        today = written()
        window.session.set_as_of(THREAD_DAY)
        assert str(window.detail.entry.row.status) == "planned"
        qtbot.waitUntil(lambda: not written().startswith(today[:100]) or len(written()) < len(today))
        # another entry opened before that turn is not written over
        window.session.set_as_of(TODAY)
        window.commands.open_entry("luna-25")
        shown = written()
        qtbot.wait(50)
        assert written().startswith(shown)
        assert shown[:60] != today[:60]

    def test_back_returns_to_the_day_too(self, atlas: Atlas) -> None:
        window = atlas.window
        window.session.set_as_of(date(2022, 12, 31))
        window.session.back()
        assert window.session.as_of == TODAY


class TestCommands:
    def test_the_palette_runs_a_command(self, atlas: Atlas, qtbot) -> None:
        atlas.window.registry["palette"].trigger()
        palette = popup_of(CommandPalette)
        qtbot.keyClicks(palette.query, "10 march")
        qtbot.keyClick(palette.query, Qt.Key.Key_Return)
        assert atlas.window.session.as_of == THREAD_DAY

    def test_the_palette_lists_what_makes_sense_only(self, atlas: Atlas, qtbot) -> None:
        atlas.window.commands.open_palette()
        palette = popup_of(CommandPalette)
        titles = [palette.model.index(row).data() for row in range(palette.model.rowCount())]
        assert "Forward" not in titles
        assert "Copy link" in titles
        qtbot.keyClicks(palette.query, "qqqq")
        assert palette.model.rowCount() == 0
        qtbot.keyClick(palette.query, Qt.Key.Key_Return)

    def test_copies(self, atlas: Atlas) -> None:
        window = atlas.window
        window.commands.open_entry("change-7")
        clipboard = QGuiApplication.clipboard()
        window.registry["copy-link"].trigger()
        assert clipboard.text() == "atlas://mission/change-7"
        window.registry["copy-markdown"].trigger()
        assert clipboard.text().startswith("# Chang'e 7")
        window.registry["copy-bibtex"].trigger()
        assert clipboard.text().startswith("@misc{")
        window.registry["report"].trigger()
        assert "atlas://mission/change-7" in clipboard.text()

    @pytest.mark.parametrize("name", ["shortcuts", "about"])
    def test_pages_open(self, atlas: Atlas, name: str) -> None:
        atlas.window.registry[name].trigger()
        page = popup_of(PageDialog)
        assert page.page.toPlainText().strip()
        page.close()

    def test_a_star_is_shown_in_the_list(self, atlas: Atlas, qtbot) -> None:
        window = atlas.window
        window.commands.open_entry("luna-25")
        window.registry["star"].trigger()
        qtbot.waitUntil(lambda: window.list_pane.model.starred_count == 1)
        assert window.registry["star"].isChecked()

    def test_f6_goes_round_the_panes(self, atlas: Atlas) -> None:
        window = atlas.window
        window.activateWindow()
        panes = [window.top_bar, window.list_pane, window.centre, window.detail, window.notes]
        seen = set()
        for _ in range(len(panes)):
            window.registry["next-pane"].trigger()
            focus = QApplication.focusWidget()
            seen |= {place for place, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)}
        assert seen == set(range(len(panes)))

    def test_links(self, atlas: Atlas) -> None:
        window = atlas.window
        window.open_link("atlas://mission/luna-25?as-of=2021-03-10")
        assert window.session.slug == "luna-25"
        assert window.session.as_of == THREAD_DAY
        for address in ("atlas://mission/no-such", "atlas://nonsense", "javascript:alert(1)", "file:///etc/passwd"):
            window.open_link(address)
        assert window.session.slug == "luna-25"


class TestTheme:
    def test_switching_is_live(self, atlas: Atlas) -> None:
        window = atlas.window
        window.registry["theme-dark"].trigger()
        assert atlas.theme.theme.is_dark
        assert window.palette().window().color() == atlas.theme.theme.window
        window.registry["theme-light"].trigger()
        assert not atlas.theme.theme.is_dark
        assert window.palette().window().color() == atlas.theme.theme.window
        window.registry["toggle-theme"].trigger()
        assert window.registry["theme-dark"].isChecked()
        window.registry["theme-system"].trigger()
        assert atlas.theme.mode == "system"


class TestSources:
    def test_a_mark_opens_its_source(self, atlas: Atlas, monkeypatch) -> None:
        opened: list[str] = []
        monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
        window = atlas.window
        window.commands.open_entry("luna-25")
        window.detail.body.source_wanted.emit(1, QPoint(100, 100))
        popup = popup_of(SourcePopup)
        assert opened == [], "nothing goes to the network before a click"
        buttons = {b.text(): b for b in popup.findChildren(QAbstractButton)}
        buttons["Open in the browser"].click()
        assert opened
        assert opened[0].startswith("https://")

    def test_the_card_loads_nothing(self, atlas: Atlas) -> None:
        body = atlas.window.detail.body
        for name in ("https://example.org/x.png", "file:///etc/passwd", "icon:../../atlas/text/14", "icon:menu"):
            assert body.loadResource(2, name) is None
        assert body.loadResource(2, "icon:status-planned/planned/14") is not None


def test_every_control_has_an_accessible_name(atlas: Atlas) -> None:
    window = atlas.window
    window.commands.open_entry("luna-25")
    nameless = [
        f"{type(w).__name__} {w.objectName()} in {type(w.parent()).__name__}"
        for w in window.findChildren(QWidget)
        if isinstance(w, _CONTROLS)
        and not isinstance(w, QScrollBar)
        and w.isVisibleTo(window)
        and type(w.parent()) is not QLineEdit
        and not w.objectName().startswith("qt_")
        and not w.accessibleName()
        and not (isinstance(w, QAbstractButton) and w.text())
    ]
    assert not nameless, "\n".join(nameless)


def test_the_layout_is_remembered(qapp, qtbot, small_paths) -> None:
    first = Atlas(qapp, small_paths)
    first.window.show()
    first.window.commands.open_entry("luna-25")
    first.window.list_pane.set_filter(Filter().toggled("nation", "RU"))
    first.window.registry["sort-slip"].trigger()
    first.window.session.set_as_of(date(2024, 12, 31))
    first.window.detail_dock.hide()
    first.window.centre.show_notebook()
    first.close()
    second = Atlas(qapp, small_paths)
    second.window.show()
    window = second.window
    assert window.session.slug == "luna-25"
    assert window.session.as_of == date(2024, 12, 31)
    assert window.list_pane.model.filter.nation == {"RU"}
    assert window.list_pane.model.sort_key is SortKey.SLIP
    assert window.detail_dock.isHidden()
    assert window.centre.current_key == "notebook"
    window.registry["reset-layout"].trigger()
    assert not window.detail_dock.isHidden()
    second.close()
