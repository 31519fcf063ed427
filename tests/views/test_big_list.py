"""The window over a catalogue so big that searching it must not hold up who types."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from atlas.app import Atlas
from atlas.services import entry_search

EARLY = date(2021, 3, 10)


@pytest.fixture(autouse=True)
def _big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_search, "BIG", 0)


def shown(atlas: Atlas) -> list[str]:
    model = atlas.window.list_pane.model
    return [model.slug_at(model.index(row)) for row in range(model.rowCount())]


def test_return_waits_for_what_was_typed(atlas: Atlas, qtbot) -> None:
    box = atlas.window.top_bar.search
    qtbot.keyClicks(box, "luna 26")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: atlas.window.session.slug == "luna-26")
    assert shown(atlas)[0] == "luna-26"


def test_a_text_taken_away_shows_everything_again(atlas: Atlas, qtbot) -> None:
    box = atlas.window.top_bar.search
    box.setText("luna")
    qtbot.waitUntil(lambda: not atlas.window.list_pane.searching)
    assert len(shown(atlas)) < 10
    box.setText("luna 2")
    box.clear()
    assert len(shown(atlas)) == 10
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy)
    assert len(shown(atlas)) == 10


def test_another_day_searches_again(atlas: Atlas, qtbot) -> None:
    atlas.window.top_bar.search.setText("luna")
    qtbot.waitUntil(lambda: not atlas.window.list_pane.searching)
    atlas.window.session.set_as_of(EARLY)
    qtbot.waitUntil(lambda: not atlas.window.list_pane.searching)
    found = atlas.context.catalogue.find("luna", EARLY)
    assert atlas.window.list_pane.model.matches == found.matches
    assert len(shown(atlas)) == found.matches.rows.bit_count() > 0
