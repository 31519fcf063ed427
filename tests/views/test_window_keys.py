"""Everything by keyboard: where Tab goes, that focus is seen, and that every control has a name."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QSlider,
    QTextEdit,
    QToolButton,
    QWidget,
)

from atlas.app import Atlas
from atlas.services.map.layers import Layer
from atlas.views.tab_order import tab_stops
from atlas.views.theme import Theme, contrast

_CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QTextEdit,
    QPlainTextEdit,
)


def controls(top: QWidget) -> list[QWidget]:
    """Everything of a window that a user can work with, but the inner parts of Qt's own widgets."""
    return [
        w
        for w in top.findChildren(QWidget)
        if isinstance(w, _CONTROLS)
        and not isinstance(w, QScrollBar)
        and w.isVisibleTo(top)
        and not w.objectName().startswith("qt_")
        and not isinstance(w.parent(), QLineEdit | QComboBox)
    ]


def nameless(top: QWidget) -> list[str]:
    return [
        f"{type(w).__name__} {w.objectName()} in {type(w.parent()).__name__}"
        for w in controls(top)
        if not w.accessibleName() and not (isinstance(w, QAbstractButton) and w.text())
    ]


def deaf(top: QWidget) -> list[str]:
    """Controls that no key reaches; within a group one stop is enough."""
    return [
        f"{type(w).__name__} {w.accessibleName()}"
        for w in controls(top)
        if w.isEnabled()
        and not w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(w, QAbstractButton) and w.group() is not None)
        and not (isinstance(w, QAbstractItemView) and w.objectName() == "menuList")
    ]


@pytest.fixture
def window(atlas: Atlas):
    shown = atlas.window
    shown.commands.open_entry("luna-25")
    shown.activateWindow()
    QApplication.processEvents()
    return shown


class TestEveryControl:
    def test_of_the_window(self, window, qtbot) -> None:
        window.session.set_as_of(window.session.today.replace(year=2024))
        window.centre.map.layers.heading.click()
        assert not nameless(window)
        assert not deaf(window)
        window.centre.show_notebook()
        assert not nameless(window)
        assert not deaf(window)

    @pytest.mark.parametrize("name", ["shortcuts", "about", "guide", "preferences", "palette", "as-of"])
    def test_of_pages_and_popups(self, window, name: str) -> None:
        before = set(QApplication.topLevelWidgets())
        window.registry[name].trigger()
        opened = [w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()]
        assert len(opened) == 1
        page = opened[0]
        assert page.windowTitle() or page.accessibleName()
        assert not nameless(page)
        assert not deaf(page)
        page.close()

    def test_of_the_filters(self, window) -> None:
        window.list_pane.facets.open_popup()
        popup = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.objectName() == "popup")
        assert not nameless(popup)
        assert not deaf(popup)
        popup.close()


class TestTab:
    def test_goes_through_everything_once_and_back(self, window, qtbot) -> None:
        window.top_bar.search.setFocus()
        seen: list[QWidget] = []
        while (now := QApplication.focusWidget()) not in seen:
            assert now is not None
            seen.append(now)
            window.focusNextPrevChild(True)
        assert now is seen[0]
        missing = [
            w
            for w in controls(window)
            if w.isEnabled() and w not in seen and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.window() is window
        ]
        assert not missing, [w.accessibleName() for w in missing]
        window.focusNextPrevChild(False)
        assert QApplication.focusWidget() is seen[-1]

    def test_reads_pane_by_pane(self, window) -> None:
        panes = (window.top_bar, window.list_dock, window.centre, window.detail_dock)
        stops = tab_stops(panes)
        homes = [next(n for n, pane in enumerate(panes) if pane.isAncestorOf(stop)) for stop in stops]
        assert homes == sorted(homes)
        chips = [s for s in stops if s.property("chip") and window.list_pane.isAncestorOf(s)]
        assert stops.index(chips[-1]) < stops.index(window.list_pane.view)
        assert stops.index(window.detail.header._chips[0]) < stops.index(window.detail.body)

    def test_what_is_hidden_is_passed_by(self, window) -> None:
        window.list_dock.hide()
        assert not any(window.list_dock.isAncestorOf(s) for s in tab_stops((window.top_bar, window.list_dock)))


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


@pytest.mark.parametrize("theme", ["dark", "light"])
class TestSeen:
    def test_focus_changes_every_control(self, atlas: Atlas, window, theme: str) -> None:
        atlas.theme.set_mode(theme)
        window.centre.map.layers.heading.click()
        blind = []
        for control in tab_stops((window.top_bar, window.list_dock, window.centre, window.detail_dock)):
            QApplication.focusWidget() and QApplication.focusWidget().clearFocus()
            if isinstance(control, QTextEdit | QPlainTextEdit | QLineEdit):
                # a cursor, and for lines a ring
                continue
            without = picture(control)
            control.setFocus(Qt.FocusReason.TabFocusReason)
            if picture(control) == without:
                blind.append(f"{type(control).__name__} {control.accessibleName()}")
        atlas.theme.set_mode("system")
        assert not blind

    def test_a_check_box_without_its_mark(self, atlas: Atlas, window, theme: str) -> None:
        atlas.theme.set_mode(theme)
        tokens = Theme.dark() if theme == "dark" else Theme.light()
        panel = window.centre.map.layers
        panel.heading.click()
        box: QCheckBox = panel.check_box(Layer.IMAGERY)
        box.setChecked(False)
        image = picture(box)
        middle = box.height() // 2
        edge = max(contrast(QColor(image.pixelColor(x, middle)), tokens.window) for x in range(6))
        atlas.theme.set_mode("system")
        assert edge >= 3

    def test_words_of_menus_tips_and_tabs(self, atlas: Atlas, window, theme: str) -> None:
        tokens = Theme.dark() if theme == "dark" else Theme.light()
        for ground in (tokens.raised, tokens.selected, tokens.window):
            assert contrast(tokens.text, ground) >= 4.5
            assert contrast(tokens.muted, ground) >= 4.5
            assert contrast(tokens.faint, ground) >= 4.5


class TestHistoryOfSteps:
    def test_the_arrow_keys_leave_no_trail(self, window, qtbot) -> None:
        view = window.list_pane.view
        window.commands.open_entry(window.list_pane.model.shown[0].slug)
        first = window.session.slug
        view.setFocus()
        for _ in range(5):
            qtbot.keyClick(view, Qt.Key.Key_Down)
        assert window.session.slug == window.list_pane.model.shown[5].slug
        window.registry["back"].trigger()
        assert window.session.slug == first

    def test_a_click_is_remembered(self, window, qtbot) -> None:
        view, model = window.list_pane.view, window.list_pane.model
        slugs = [row.slug for row in model.shown[:3]]
        for slug in slugs:
            spot = view.visualRect(model.index_of(slug)).center()
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        window.registry["back"].trigger()
        assert window.session.slug == slugs[1]

    def test_shift_and_arrows_select_several(self, window, qtbot) -> None:
        view = window.list_pane.view
        window.commands.open_entry(window.list_pane.model.shown[0].slug)
        view.setFocus()
        for _ in range(2):
            qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert view.selected_rows() == [0, 1, 2]


def test_a_search_shows_its_best_match(window, qtbot) -> None:
    view = window.list_pane.view
    window.resize(1000, 420)
    QApplication.processEvents()
    view.scrollToBottom()
    assert view.verticalScrollBar().value() > 0
    window.top_bar.search.setText("l")
    qtbot.waitUntil(lambda: not window.list_pane.searching)
    QApplication.processEvents()
    assert window.list_pane.model.rowCount() > 3
    assert view.verticalScrollBar().value() == 0


class TestMapBesideTheList:
    def test_panels_are_folded_on_a_narrow_map(self, window) -> None:
        assert window.centre.map.width() < 900
        assert not window.centre.map.layers.is_open

    def test_what_lies_outside_is_shown_on_the_whole_moon(self, window) -> None:
        pane = window.centre.map
        assert pane.selected_outside
        assert pane.locator.is_open
        assert "Luna-25 lies outside the map" in pane.locator._words.text()
        window.commands.open_entry("change-7")
        assert not pane.selected_outside
        assert not pane.locator.is_open
        assert not pane.locator._words.isVisible()

    def test_the_height_comes_when_the_terrain_is_there(self, window, qtbot) -> None:
        from atlas.services.terrain import Terrain

        pane = window.centre.map
        fresh = Terrain(pane._context.paths.terrain)
        pane.canvas._terrain = fresh
        qtbot.mouseMove(pane.canvas, QPoint(pane.canvas.width() // 2, 60))
        qtbot.waitUntil(lambda: bool(window.status._position.text()))
        assert window.status._elevation.text() == ""
        pane._context.tasks.submit(fresh.load, done=pane._terrain_ready)
        qtbot.waitUntil(lambda: window.status._elevation.text().endswith(" m"))


class TestCard:
    def test_the_rest_of_a_long_card_follows(self, window, qtbot) -> None:
        from atlas.services.card.html import card_html
        from atlas.views.detail.browser import card_style
        from atlas.views.theme import current_theme

        body = window.detail.body
        window.commands.open_entry("luna-25")
        qtbot.waitUntil(lambda: not body._turn.isActive())
        whole = QTextEdit()
        whole.setHtml(card_html(body._card, card_style(current_theme())))
        assert body.toPlainText().split() == whole.toPlainText().split()

    def test_the_next_entry_does_not_get_the_rest_of_the_last(self, window, qtbot) -> None:
        body = window.detail.body
        window.commands.open_entry("luna-25")
        window.commands.open_entry("gateway")
        qtbot.waitUntil(lambda: not body._turn.isActive())
        assert "Lavochkin" not in body.toPlainText()
        window.commands.open_entry("luna-25")
        body.clear_entry()
        QApplication.processEvents()
        assert body.toPlainText() == ""

    def test_the_head_uses_its_chips_again(self, window) -> None:
        header = window.detail.header
        window.commands.open_entry("ilrs")
        window.commands.open_entry("gateway")
        shown = [chip.text() for chip in header._chips if not chip.isHidden()]
        assert len(shown) == len(set(shown))
        window.commands.open_entry("ilrs")
        assert [c.text() for c in header._chips if not c.isHidden()][:2] == ["planned", "Programme"]


def test_kinds_that_are_used_here() -> None:
    """The walk above knows the kinds of control there are."""
    assert issubclass(QSlider, _CONTROLS)
    assert issubclass(QToolButton, _CONTROLS)
    assert not issubclass(QMenu, QDialog)
