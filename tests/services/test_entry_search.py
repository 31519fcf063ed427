"""Searching beside the window: the newest text wins, and nothing comes after a cancel."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from atlas.content.compile import build_catalogue
from atlas.domain.entries import Found
from atlas.services import entry_search
from atlas.services.entry_search import EntrySearch
from atlas.services.tasks import Tasks
from atlas.store.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("small") / "catalogue.db"
    build_catalogue(ROOT / "tests/fixtures/small", ROOT / "db/catalogue.sql", file)
    return file


@pytest.fixture
def catalogue(path: Path) -> Iterator[Catalogue]:
    opened = Catalogue.open(path)
    yield opened
    opened.close()


@pytest.fixture
def tasks(qtbot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def made(catalogue: Catalogue, path: Path, tasks: Tasks) -> tuple[EntrySearch, list[Found]]:
    search = EntrySearch(catalogue, path, tasks, tasks)
    heard: list[Found] = []
    search.found.connect(heard.append)
    return search, heard


def test_a_small_catalogue_answers_at_once(made, catalogue: Catalogue) -> None:
    search, heard = made
    search.prepare(TODAY)
    search.ask("luna", TODAY)
    assert heard == [catalogue.find("luna", TODAY)]
    assert not search.busy


def test_a_big_one_answers_the_newest_only(made, catalogue: Catalogue, tasks: Tasks, qtbot, monkeypatch) -> None:
    search, heard = made
    monkeypatch.setattr(entry_search, "BIG", 0)
    search.prepare(TODAY)
    for text in ("l", "lu", "luna"):
        search.ask(text, TODAY)
    assert search.busy
    assert heard == []
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard == [catalogue.find("luna", TODAY)]
    assert not search.busy


def test_nothing_comes_after_a_cancel(made, tasks: Tasks, qtbot, monkeypatch) -> None:
    search, heard = made
    monkeypatch.setattr(entry_search, "BIG", 0)
    search.ask("luna", TODAY)
    search.cancel()
    assert not search.busy
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard == []
