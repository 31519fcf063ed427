"""The language is switched in the open window: nothing is lost on the way and nothing is left behind."""

from collections.abc import Iterator
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from atlas.app import Atlas
from atlas.domain.facets import Filter
from atlas.models.sorting import SortKey
from atlas.services.language import Language, system_language
from atlas.services.settings import Settings
from atlas.views.main_window import MainWindow
from atlas.views.preferences import PreferencesDialog
from atlas.views.theme import theme_manager


def windows() -> list[MainWindow]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and shiboken6.isValid(w)]
    return [w for w in found if w.isVisible()]


@pytest.fixture
def switch(atlas: Atlas, qtbot) -> Iterator[object]:
    """Return what chooses a language by its command and waits for the new window."""

    def choose(code: str) -> MainWindow:
        before = atlas.window
        atlas.window.registry[f"language-{code}"].trigger()
        qtbot.waitUntil(lambda: atlas.window is not before, timeout=10_000)
        qtbot.waitUntil(lambda: not atlas.context.tasks.busy, timeout=10_000)
        return atlas.window

    return choose


def first_name(window: MainWindow, slug: str) -> str:
    model = window.list_pane.model
    return str(model.index_of(slug).data())


class TestSwitching:
    def test_everything_speaks_the_language_at_once(self, atlas: Atlas, switch) -> None:
        window = switch("zh")
        assert atlas.language.language is Language.ZH
        assert QLocale().language() == QLocale.Language.Chinese
        assert window.list_dock.windowTitle() != "Entries"
        assert window.list_pane.count_text() == "10 个条目"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel", "Qt's own words are missing"
        assert window.registry["language-zh"].isChecked()
        assert "ILRS" in QApplication.applicationDisplayName()
        window = switch("ru")
        assert window.list_pane.count_text() == "10 записей"
        assert window.windowTitle().startswith("Международная научная лунная станция")
        window = switch("en")
        assert window.list_dock.windowTitle() == "Entries"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"

    def test_it_is_remembered(self, atlas: Atlas, switch) -> None:
        switch("ru")
        settings = Settings(atlas.context.paths.data / "settings.ini")
        assert settings.text("language") == "ru"

    def test_standard_buttons_follow(self, atlas: Atlas, switch, qtbot) -> None:
        window = switch("ru")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, window)
        assert "Закрыть" in box.buttons()[0].text().replace("&", "")

    def test_names_come_first_in_the_language(self, atlas: Atlas, switch) -> None:
        window = switch("zh")
        assert first_name(window, "change-7") == "嫦娥七号"
        window.session.open("change-7")
        assert window.detail.header.name() == "嫦娥七号"
        assert window.windowTitle().startswith("嫦娥七号")
        spots = {spot.marker.slug: spot.marker.name for spot in window.centre.map.canvas.data.spots}
        assert spots["change-7"] == "嫦娥七号"
        assert first_name(window, "im-2") == "IM-2 Athena", "an entry without a Chinese name keeps its English one"

    def test_order_by_name_is_that_of_the_language(self, atlas: Atlas, switch) -> None:
        window = switch("ru")
        window.registry["sort-name"].trigger()
        model = window.list_pane.model
        names = [str(model.index(row).data()) for row in range(model.rowCount())]
        cyrillic = [name for name in names if name[0] > "z"]
        assert cyrillic == sorted(cyrillic, key=str.casefold)
        assert names[: len(cyrillic)] == cyrillic, "Russian puts its own letters first"


class TestNothingIsLost:
    def test_where_the_user_was(self, atlas: Atlas, switch) -> None:
        window = atlas.window
        for slug in ("change-6", "luna-25", "change-7"):
            window.session.open(slug)
        window.session.set_as_of(date(2022, 1, 1))
        window.list_pane.set_filter(Filter(kind=frozenset({"mission"})))
        window.list_pane.set_sort(SortKey.OLDEST)
        window.top_bar.search.setText("chang")
        window.centre.show_page("notebook")
        window.notes.set_mode("both")
        window.resize(1180, 760)
        window.centre.map.canvas.set_view(window.centre.map.canvas.view.resized(400, 300).panned(30.0, 40.0))
        view = window.centre.map.canvas.view
        new = switch("zh")
        assert new is not window
        assert windows() == [new]
        assert new.session.slug == "change-7"
        assert new.session.as_of == date(2022, 1, 1)
        assert new.list_pane.model.filter.kind == frozenset({"mission"})
        assert new.list_pane.model.sort_key is SortKey.OLDEST
        assert new.top_bar.search.text() == "chang"
        assert new.centre.current_key == "notebook"
        assert new.notes.mode == "both"
        assert (new.width(), new.height()) == (1180, 760)
        assert (new.centre.map.canvas.view.x, new.centre.map.canvas.view.y) == pytest.approx((view.x, view.y))
        assert new.centre.map.canvas.view.mpp == pytest.approx(view.mpp)
        new.session.back()
        assert new.session.as_of == atlas.context.catalogue.date
        new.session.back()
        assert new.session.slug == "luna-25"
        assert new.session.can_go_forward

    def test_how_far_down_the_card_was_read(self, atlas: Atlas, switch) -> None:
        window = atlas.window
        window.session.open("change-7")
        window.detail.body.finish()
        bar = window.detail.body.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        share = bar.value() / bar.maximum()
        new = switch("ru").detail.body.verticalScrollBar()
        assert new.value() / new.maximum() == pytest.approx(share, abs=0.1)

    def test_what_is_being_typed(self, atlas: Atlas, switch, qtbot) -> None:
        window = atlas.window
        window.session.open("change-7")
        qtbot.waitUntil(lambda: not atlas.context.tasks.busy)
        window.notes.focus_text()
        qtbot.keyClicks(window.notes._editor._text, "half a thought")
        new = switch("ru")
        qtbot.waitUntil(lambda: new.notes._editor._text.toPlainText() == "half a thought", timeout=5000)
        qtbot.keyClicks(new.notes._editor._text, "!")
        qtbot.waitUntil(lambda: not atlas.context.notebook.unsaved, timeout=5000)
        assert "half a thought" in new.notes._editor._text.toPlainText()

    def test_preferences_come_back(self, atlas: Atlas, qtbot) -> None:
        window = atlas.window
        window.registry["preferences"].trigger()
        page = window.findChild(PreferencesDialog)
        qtbot.mouseClick(page.language.buttons()[2], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: atlas.window is not window, timeout=10_000)
        again = atlas.window.findChild(PreferencesDialog)
        assert again.isVisible()
        assert again.language.value == "zh"
        assert again.windowTitle() != "Preferences"
        assert [button.text() for button in again.language.buttons()[1:]] == ["English", "中文", "Русский"]
        again.close()

    def test_an_error_shown_stays(self, atlas: Atlas, switch, qtbot) -> None:
        atlas.reporter._arrived.emit("ValueError", "here", "a report")
        qtbot.waitUntil(lambda: atlas.reporter.dialog is not None)
        new = switch("ru")
        assert atlas.reporter.dialog is not None
        assert atlas.reporter.dialog.isVisible()
        assert atlas.reporter.dialog.parent() is new
        atlas.reporter.dialog.reject()

    def test_links_reach_the_new_window(self, atlas: Atlas, switch) -> None:
        new = switch("ru")
        atlas.open_link("atlas://mission/luna-25")
        assert new.session.slug == "luna-25"


class TestLongWords:
    def test_a_note_of_its_own_does_not_widen_the_window(self, atlas: Atlas, switch, qtbot) -> None:
        window = switch("ru")
        atlas.theme.set_text_size(150)
        try:
            window.resize(1280, 800)
            window.centre.show_page("notebook")
            notebook = window.centre.notebook
            atlas.context.notebook.create_note(notebook.show_note)
            qtbot.waitUntil(lambda: notebook._panel.isVisible())
            qtbot.wait(50)
            assert window.width() == 1280
            button = notebook._new
            assert button.width() >= button.sizeHint().width(), "its words are cut"
        finally:
            atlas.theme.set_text_size(100)


class TestNothingIsLeft:
    def test_old_windows_go_with_all_they_held(self, atlas: Atlas, switch, qtbot) -> None:
        def live() -> tuple[int, int, int]:
            for _ in range(3):
                QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete
                QCoreApplication.processEvents()
            timers = len([t for t in QApplication.instance().findChildren(QTimer) if t.isActive()])
            return len(QApplication.allWidgets()), timers, receivers()

        def receivers() -> int:
            from PySide6.QtCore import SIGNAL

            notebook, theme = atlas.context.notebook, theme_manager()
            return (
                notebook.receivers(SIGNAL("saved(QString)"))
                + notebook.receivers(SIGNAL("stars_changed()"))
                + atlas.language.receivers(SIGNAL("chosen()"))
                + theme.receivers(SIGNAL("changed()"))
            )

        for code in ("zh", "ru"):
            switch(code)
        gone: list[QWidget] = []
        counts = []
        for code in ("en", "zh", "en", "zh"):
            gone.append(atlas.window)
            switch(code)
            counts.append(live())
        assert counts[1] == counts[3], "each switch leaves something behind"
        assert counts[0] == counts[2]
        assert not any(shiboken6.isValid(window) for window in gone)
        assert windows() == [atlas.window]


class TestFirstStart:
    @pytest.mark.parametrize(
        ("names", "language"),
        [
            (["zh-Hans-CN", "zh-CN", "zh"], Language.ZH),
            (["ru-RU", "ru"], Language.RU),
            (["de-DE", "de", "ru-RU"], Language.RU),
            (["fr-FR", "fr"], Language.EN),
            ([], Language.EN),
        ],
    )
    def test_the_system_says(self, names: list[str], language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
        class System:
            def uiLanguages(self) -> list[str]:  # noqa: N802 - Qt's
                return names

        monkeypatch.setattr(QLocale, "system", staticmethod(System))
        assert system_language() is language

    def test_nonsense_in_the_settings_counts_for_nothing(self, qapp, small_paths, qtbot) -> None:
        Settings(small_paths.data / "settings.ini").set_text("language", "tlh")
        atlas = Atlas(qapp, small_paths)
        try:
            assert atlas.language.choice == "system"
        finally:
            atlas.close()

    def test_missing_words_do_no_harm(self, qapp, small_paths, qtbot, tmp_path, monkeypatch, caplog) -> None:
        monkeypatch.setattr(type(small_paths), "translations", property(lambda self: tmp_path / "nowhere"))
        Settings(small_paths.data / "settings.ini").set_text("language", "ru")
        atlas = Atlas(qapp, small_paths)
        try:
            assert atlas.window.list_dock.windowTitle() == "Entries"
            assert "no words" in caplog.text
        finally:
            atlas.close()
