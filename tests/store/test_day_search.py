"""What the list is narrowed to while somebody types, ranked in full or, where too much is found, at its head only."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from atlas.content.compile import build_catalogue
from atlas.domain.entries import Found
from atlas.domain.text import query_start
from atlas.paths import Paths
from atlas.store import search
from atlas.store.catalogue import Catalogue
from atlas.store.search import find_slugs

FIXTURE = Path(__file__).parents[1] / "fixtures" / "small"
TODAY, EARLY = date(2026, 11, 22), date(2021, 3, 10)
TEXTS = ("c", "l", "m", "луна", "嫦娥", "change", "luna 2", "月", "a s", "2", "lunar", "moon", "no such thing", "(((")


@pytest.fixture(scope="module")
def small_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("catalogue") / "catalogue.db"
    build_catalogue(FIXTURE, Paths.find().catalogue_schema, output)
    return output


@pytest.fixture(params=["small", "shipped"])
def catalogue(request: pytest.FixtureRequest, small_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue.open(small_path if request.param == "small" else Paths.find().catalogue)
    yield opened
    opened.close()


def slugs(catalogue: Catalogue, found: Found, day: date) -> list[str]:
    rows = catalogue.snapshot(day).rows
    return [rows[number].slug for number in found.matches.best]


def all_slugs(catalogue: Catalogue, found: Found, day: date) -> set[str]:
    return {row.slug for n, row in enumerate(catalogue.snapshot(day).rows) if found.matches.rows >> n & 1}


@pytest.mark.parametrize("day", [TODAY, EARLY])
@pytest.mark.parametrize("text", TEXTS)
def test_few_hits_are_all_ranked(catalogue: Catalogue, text: str, day: date) -> None:
    found = catalogue.find(text, day)
    hits = catalogue.search(text, day, limit=10_000)
    assert slugs(catalogue, found, day) == [hit.slug for hit in hits if hit.kind != "place"]
    assert all_slugs(catalogue, found, day) == set(slugs(catalogue, found, day))
    assert list(found.places) == [hit for hit in hits[:60] if hit.kind == "place"][:6]


@pytest.mark.parametrize("day", [TODAY, EARLY])
@pytest.mark.parametrize("text", TEXTS)
def test_many_hits_are_the_same_hits(
    catalogue: Catalogue, text: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranked = catalogue.find(text, day)
    monkeypatch.setattr(search, "MANY", 0)
    found = catalogue.find(text, day)
    assert found.matches.rows == ranked.matches.rows
    assert set(found.matches.best) <= set(ranked.matches.best)


def test_the_head_of_many_hits_is_the_names_that_begin_so(small_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalogue.open(small_path)
    monkeypatch.setattr(search, "MANY", 0)
    assert slugs(catalogue, catalogue.find("luna 25", TODAY), TODAY)[0] == "luna-25"
    assert set(slugs(catalogue, catalogue.find("лун", TODAY), TODAY)) == {"luna-25", "luna-26"}
    assert slugs(catalogue, catalogue.find("嫦娥六号", TODAY), TODAY) == ["change-6"]
    catalogue.close()


def test_a_file_of_its_own_finds_the_same(catalogue: Catalogue, small_path: Path) -> None:
    path = Path(catalogue._db.execute("PRAGMA database_list").fetchone()["file"])
    for text in TEXTS:
        assert catalogue.day_search(TODAY).find_in(path, text) == catalogue.find(text, TODAY)


def test_rows_that_hold_today_come_first(catalogue: Catalogue) -> None:
    ids = [
        row["id"]
        for row in catalogue._db.execute(
            "SELECT id FROM search_row WHERE from_day <= :day AND :day < to_day ORDER BY id",
            {"day": catalogue.date.isoformat()},
        )
    ]
    assert ids == list(range(1, len(ids) + 1))
    for text in TEXTS:
        assert find_slugs(catalogue._db, text, TODAY, ids[-1]) == find_slugs(catalogue._db, text, TODAY)


@pytest.mark.parametrize("day", [TODAY, EARLY])
def test_starts_kept_in_the_catalogue_find_what_a_search_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: date
) -> None:
    monkeypatch.setattr("atlas.content.compile.MANY", 0)
    path = tmp_path / "catalogue.db"
    build_catalogue(FIXTURE, Paths.find().catalogue_schema, path)
    catalogue = Catalogue.open(path)
    kept = [row["start"] for row in catalogue._db.execute("SELECT start FROM search_start")]
    assert {"c", "lu", "л", "лу", "月"} <= set(kept)
    for start in kept:
        slugs_found = {slug for slug, is_place in find_slugs(catalogue._db, start, day) if not is_place}
        assert all_slugs(catalogue, catalogue.find(start, day), day) == slugs_found
    catalogue.close()


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("C", "c"),
        ("ch", "ch"),
        ("cha", None),
        ("c 1", None),
        ("月", "月"),
        ("月球", None),
        ("月 c", None),
        ("Ё", "е"),
        ("", None),
    ],
)
def test_only_the_beginning_of_one_word_is_a_start(text: str, start: str | None) -> None:
    assert query_start(text) == start
