from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from atlas.content.compile import build_catalogue
from atlas.domain.facets import FacetIndex, Filter
from atlas.models.entries import EntryListModel, Role
from atlas.models.sorting import SortKey
from atlas.store.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    file = tmp_path_factory.mktemp("small") / "catalogue.db"
    build_catalogue(ROOT / "tests/fixtures/small", ROOT / "db/catalogue.sql", file)
    opened = Catalogue.open(file)
    yield opened
    opened.close()


@pytest.fixture
def model(qtbot, catalogue: Catalogue) -> Iterator[EntryListModel]:
    made = EntryListModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_snapshot(catalogue.snapshot(catalogue.date))
    yield made
    tester.deleteLater()
    made.deleteLater()


def shown(model: EntryListModel) -> list[str]:
    return [model.slug_at(model.index(row)) for row in range(model.rowCount())]


def test_all_rows_without_a_filter(model: EntryListModel) -> None:
    assert model.rowCount() == model.total == 10
    assert not model.narrowed


def test_a_filter_narrows_and_counts_follow_the_other_facets(model: EntryListModel) -> None:
    model.set_filter(Filter().toggled("kind", "mission"), None)
    assert set(shown(model)) == {"change-6", "change-7", "luna-25", "luna-26", "im-2"}
    assert model.counts("nation") == {"CN": 2, "RU": 2, "US": 1}
    assert model.counts("kind")["programme"] == 2, "a facet does not follow its own choice"


def test_a_text_orders_by_rank(model: EntryListModel, catalogue: Catalogue) -> None:
    before = shown(model)
    everything = FacetIndex(catalogue.snapshot(catalogue.date).rows).matches(["luna-26", "change-7"])
    model.set_filter(Filter(), everything)
    assert shown(model) == ["luna-26", "change-7"]
    model.set_filter(Filter(), replace(everything, rows=everything.rows | 0b1))
    assert shown(model)[:2] == ["luna-26", "change-7"], "the rest follows by name"
    model.set_filter(Filter(nation=frozenset({"CN"})), everything)
    assert shown(model) == ["change-7"]
    model.set_filter(Filter(), None)
    assert shown(model) == before


def test_what_a_text_found_is_forgotten_on_another_day(model: EntryListModel, catalogue: Catalogue) -> None:
    model.set_filter(Filter(), catalogue.find("luna", catalogue.date).matches)
    model.set_snapshot(catalogue.snapshot(date(2021, 3, 10)))
    assert model.matches is None
    assert model.rowCount() == model.total


def test_stars_and_tags(model: EntryListModel) -> None:
    model.set_marks({"luna-25": ("ice",)}, frozenset({"change-7"}))
    assert model.counts("tag") == {"ice": 1}
    assert model.starred_count == 1
    assert model.index_of("change-7").data(Role.STARRED) is True
    model.set_filter(Filter(starred=True), None)
    assert shown(model) == ["change-7"]


def test_a_row_says_itself(model: EntryListModel) -> None:
    index = model.index_of("luna-25")
    assert index.data() == "Luna-25"
    assert index.data(Role.SECOND) == "Луна-25"
    assert index.data(Role.WHEN) == "2023"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Luna-25, Луна-25, Mission, failed, 2023"
    assert model.index_of("change-7").data(Role.WHEN) == "2027?"


def test_what_is_filtered_away_has_no_index(model: EntryListModel) -> None:
    model.set_filter(Filter().toggled("nation", "US"), None)
    assert model.row_of("change-7") == -1
    assert not model.index_of("change-7").isValid()
    assert model.slug_at(model.index_of("change-7")) == ""


def test_another_order(model: EntryListModel) -> None:
    model.set_sort(SortKey.OLDEST)
    assert shown(model)[0] == "cnsa"
