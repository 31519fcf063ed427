"""Orders of the list."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import Final

from PySide6.QtCore import QCollator, QLocale, Qt

from atlas.domain.coordinates import LatLon, great_circle_m
from atlas.domain.dates import midpoint
from atlas.domain.entries import EntryRow
from atlas.services.language import Language
from atlas.services.names import main_name

_SOUTH_POLE: Final = LatLon(-90.0, 0.0)
_DIGITS: Final = re.compile(r"(\d+)")


class SortKey(StrEnum):
    """An order of the list."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    SLIP = "slip"
    POLE = "pole"


def name_order(rows: Sequence[EntryRow], language: Language = Language.EN) -> list[int]:
    """Return the numbers of the rows by the name that the language shows, as that language orders words."""
    if language is Language.EN:
        return sorted(range(len(rows)), key=[_name_key(row) for row in rows].__getitem__)
    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    # names of spacecraft in quotation marks are not to come before all others
    collator.setIgnorePunctuation(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return sorted(range(len(rows)), key=[collator.sortKey(main_name(row, language)) for row in rows].__getitem__)


def sort_order(rows: Sequence[EntryRow], by_name: list[int], key: SortKey) -> list[int]:
    """Return the numbers of the rows in an order; those that lack what the order asks for come last, by name."""
    measure = _MEASURES.get(key)
    if measure is None:
        return by_name
    measured = [(measure(rows[number]), number) for number in by_name]
    there = [(value, number) for value, number in measured if value is not None]
    there.sort(key=itemgetter(0))
    return [number for _, number in there] + [number for value, number in measured if value is None]


def _name_key(row: EntryRow) -> list[tuple[int, str]]:
    # numbers sort as numbers: Luna 9 before Luna 25
    parts = _DIGITS.split(row.name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _day(row: EntryRow) -> float | None:
    day = midpoint(row.when) if row.when is not None else None
    return float(day.toordinal()) if day is not None else None


def _negative_day(row: EntryRow) -> float | None:
    day = _day(row)
    return -day if day is not None else None


def _negative_slip(row: EntryRow) -> float | None:
    return -float(row.slip_days) if row.slip_days is not None else None


def _pole_distance(row: EntryRow) -> float | None:
    return great_circle_m(LatLon(*row.location), _SOUTH_POLE) if row.location is not None else None


_MEASURES: Final[dict[SortKey, Callable[[EntryRow], float | None]]] = {
    SortKey.NEWEST: _negative_day,
    SortKey.OLDEST: _day,
    SortKey.SLIP: _negative_slip,
    SortKey.POLE: _pole_distance,
}
