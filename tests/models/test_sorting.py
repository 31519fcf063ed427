from datetime import date

from atlas.domain.dates import DatePrecision, DateSpan
from atlas.domain.entries import EntryRow
from atlas.domain.vocabulary import Kind
from atlas.models.fuzzy import score
from atlas.models.sorting import SortKey, name_order, sort_order


def row(name: str, year: int | None = None, slip: int | None = None, lat: float | None = None) -> EntryRow:
    when = None
    if year is not None:
        when = DateSpan(str(year), date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)
    place = (lat, 0.0) if lat is not None else None
    return EntryRow(name.lower(), Kind.MISSION, {"en": name}, "", (), None, (), when, False, slip, place)


ROWS = [
    row("Luna 25", 2023, 600, -57.9),
    row("Luna 9", 1966, None, 7.1),
    row("Chang'e 7", 2027, 1200, -88.8),
    row("Treaty"),
]


def names(key: SortKey) -> list[str]:
    return [ROWS[number].name for number in sort_order(ROWS, name_order(ROWS), key)]


def test_newest_first_with_the_dateless_last() -> None:
    assert names(SortKey.NEWEST) == ["Chang'e 7", "Luna 25", "Luna 9", "Treaty"]


def test_oldest_first_with_the_dateless_last() -> None:
    assert names(SortKey.OLDEST) == ["Luna 9", "Luna 25", "Chang'e 7", "Treaty"]


def test_numbers_in_names_sort_as_numbers() -> None:
    assert names(SortKey.NAME) == ["Chang'e 7", "Luna 9", "Luna 25", "Treaty"]


def test_longest_slip_first() -> None:
    assert names(SortKey.SLIP)[:2] == ["Chang'e 7", "Luna 25"]


def test_nearest_to_the_pole_first() -> None:
    assert names(SortKey.POLE) == ["Chang'e 7", "Luna 25", "Luna 9", "Treaty"]


class TestFuzzy:
    def test_letters_in_order_are_found(self) -> None:
        assert score("cpmd", "Copy as Markdown") is not None
        assert score("dmpc", "Copy as Markdown") is None

    def test_beginnings_of_words_count_more(self) -> None:
        first = score("ct", "Copy as text")
        second = score("ct", "Next entry: act")
        assert first is not None
        assert second is not None
        assert first > second

    def test_a_title_that_begins_so_comes_first(self) -> None:
        begins, holds = score("illum", "Illumination of this view…"), score("illum", "Open an illumination map…")
        assert begins is not None
        assert holds is not None
        assert begins > holds

    def test_nothing_typed_finds_everything(self) -> None:
        assert score("", "Quit") == 0

    def test_case_and_accents_do_not_matter(self) -> None:
        assert score("DARK", "Dark theme") == score("dark", "Dark theme")
