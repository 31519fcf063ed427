"""The list of entries: what of a snapshot passes the filter, in order."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from itertools import compress
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal

from atlas.domain.dates import short_text
from atlas.domain.entries import EntryRow, Snapshot
from atlas.domain.facets import FACETS, FacetIndex, Filter
from atlas.domain.rowsets import Matches, flags_of, ordered
from atlas.models.sorting import SortKey, name_order, sort_order
from atlas.services.export.mime import MIME_TYPES, entry_mime
from atlas.services.labels import kind_label, status_label
from atlas.services.language import Language, shown_language
from atlas.services.names import main_name, second_name

_Index = QModelIndex | QPersistentModelIndex
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class Role(IntEnum):
    """Data of a row beyond Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The `EntryRow`."""
    SLUG = Qt.ItemDataRole.UserRole + 2
    SECOND = Qt.ItemDataRole.UserRole + 3
    WHEN = Qt.ItemDataRole.UserRole + 4
    STARRED = Qt.ItemDataRole.UserRole + 5


class EntryListModel(QStringListModel):
    """Rows of one snapshot after filter and order; holds the filtered list itself, so no proxy calls back.

    Its strings are empty: Qt asks for their number some times a row, and 100,000 answers in Python take long.
    """

    changed = Signal()
    """Rows, filter or order are others now: counts must be shown anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = shown_language()
        self._snapshot = Snapshot(date.min, (), 0)
        self._index = FacetIndex(())
        self._filter = Filter()
        self._matches: Matches | None = None
        self._tags: Mapping[str, Iterable[str]] = {}
        self._counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
        self._sort = SortKey.NEWEST
        self._starred: frozenset[str] = frozenset()
        self._by_name: list[int] = []
        self._order: list[int] = []
        self._shown: list[int] = []

    @property
    def total(self) -> int:
        """How many entries are known on the day, filtered or not."""
        return len(self._snapshot.rows)

    @property
    def shown(self) -> tuple[EntryRow, ...]:
        """What the list shows, in its order."""
        return self.rows_at(range(len(self._shown)))

    def rows_at(self, places: Iterable[int]) -> tuple[EntryRow, ...]:
        """Return the entries in some rows of the list."""
        rows = self._snapshot.rows
        return tuple(rows[self._shown[place]] for place in places)

    @property
    def not_yet_known(self) -> int:
        """How many entries of the catalogue were not known yet on the day."""
        return self._snapshot.not_yet_known

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        return self._filter

    @property
    def sort_key(self) -> SortKey:
        """The order the user chose; while a text is typed the best hits come first."""
        return self._sort

    def set_snapshot(self, snapshot: Snapshot) -> None:
        """Show another day's list; what a text found on the day before counts for nothing in it."""
        self._snapshot = snapshot
        self._matches = None
        self._index = FacetIndex(snapshot.rows)
        self._index.set_marks(self._tags, self._starred)
        self._by_name = name_order(snapshot.rows, self._language)
        self._order = sort_order(snapshot.rows, self._by_name, self._sort)
        self._refresh()

    @property
    def matches(self) -> Matches | None:
        """What a typed text found, None without a text."""
        return self._matches

    def set_filter(self, flt: Filter, matches: Matches | None) -> None:
        """Narrow the list. `matches` are what a typed text found in this snapshot, None without a text."""
        self._filter = flt
        self._matches = matches
        self._refresh()

    def set_sort(self, key: SortKey) -> None:
        """Choose the order."""
        self._sort = key
        self._order = sort_order(self._snapshot.rows, self._by_name, key)
        self._refresh()

    def set_marks(self, tags: Mapping[str, Iterable[str]], starred: frozenset[str]) -> None:
        """Take over the user's tags (slug to tags) and stars."""
        if tags == self._tags and starred == self._starred:
            return
        self._tags = dict(tags)
        self._starred = starred
        self._index.set_marks(self._tags, starred)
        self._refresh()

    def counts(self, facet: str) -> Counter[str]:
        """Return how many rows each value of a facet would show, whatever is chosen in that facet itself."""
        return self._counts[facet]

    @property
    def starred_count(self) -> int:
        """How many entries known on the day have a star."""
        return self._index.stars.bit_count()

    @property
    def narrowed(self) -> bool:
        """True where a filter or a text may hide entries."""
        return self._filter.active or self._matches is not None

    def row_of(self, slug: str) -> int:
        """Return the row of an entry, -1 where the list does not show it."""
        number = self._index.numbers.get(slug)
        try:
            return -1 if number is None else self._shown.index(number)
        except ValueError:
            return -1

    def index_of(self, slug: str) -> QModelIndex:
        """Return the index of an entry, invalid where the list does not show it."""
        row = self.row_of(slug)
        return self.index(row) if row >= 0 else QModelIndex()

    def slug_at(self, index: _Index) -> str:
        """Return the entry of an index; empty for an invalid one."""
        return self._snapshot.rows[self._shown[index.row()]].slug if index.isValid() else ""

    def knows(self, slug: str) -> bool:
        """Return whether the entry exists on the day, shown or filtered away."""
        return slug in self._index.numbers

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._snapshot.rows[self._shown[index.row()]]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return main_name(row, self._language)
            case Role.ROW:
                return row
            case Role.SLUG:
                return row.slug
            case Role.SECOND:
                return second_name(row, self._language)
            case Role.WHEN:
                return when_text(row)
            case Role.STARRED:
                return row.slug in self._starred
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, self._language)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return row.tagline
        return None

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802 - the name is Qt's
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - the name is Qt's
        return list(MIME_TYPES)

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - the name is Qt's
        return entry_mime(self.rows_at(sorted({index.row() for index in indexes})))

    def _refresh(self) -> None:
        kept, self._counts = self._index.filtered(self._filter, self._matches)
        if self._matches is not None:
            self._shown = self._by_rank(kept, self._matches)
        else:
            self._shown = self._order if kept == self._index.all else ordered(kept, self._order)
        self.setStringList([""] * len(self._shown))
        self.changed.emit()

    def _by_rank(self, kept: int, matches: Matches) -> list[int]:
        flags = bytearray(flags_of(kept, self.total))
        best = [number for number in matches.best if flags[number]]
        for number in best:
            flags[number] = 0
        if self._language is Language.EN:
            return best + list(compress(range(self.total), flags))
        # the snapshot is in the order of the English names
        return best + list(compress(self._by_name, map(flags.__getitem__, self._by_name)))


def when_text(row: EntryRow) -> str:
    """Return the date of a row as the list shows it, `—` where there is none."""
    return short_text(row.when, planned=row.when_planned) if row.when is not None else "—"


def spoken(row: EntryRow, language: Language) -> str:
    """Return a row as a screen reader says it."""
    parts = [main_name(row, language), second_name(row, language), kind_label(row.kind)]
    if row.status is not None:
        parts.append(status_label(row.status))
    if row.when is not None:
        parts.append(when_text(row))
    return ", ".join(part for part in parts if part)
