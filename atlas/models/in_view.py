"""What is in view on the map, as a list: the map's twin for those who can't see it or use a mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from atlas.domain.coordinates import LatLon

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class InViewRow:
    """One thing in view. `slug` is an entry's, None for a named place; `facts` and `where` are words for people.

    `mark` is the number of one of the user's own marks.
    """

    name: str
    facts: str
    position: LatLon
    where: str
    slug: str | None
    mark: int | None = None


class InViewModel(QAbstractListModel):
    """Rows in the order given: name, where it is, and below them what it is."""

    NameRole = Qt.ItemDataRole.UserRole + 1
    FactsRole = Qt.ItemDataRole.UserRole + 2
    PositionRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[InViewRow, ...] = ()

    def set_rows(self, rows: Sequence[InViewRow]) -> None:
        """Show other rows."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: _Index) -> InViewRow:
        """Return the row of a valid index."""
        return self._rows[index.row()]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.name}\n{row.facts} · {row.where}"
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return f"{row.name}, {row.facts}, {row.where}"
            case self.NameRole:
                return row.name
            case self.FactsRole:
                return row.facts
            case self.PositionRole:
                return row.where
        return None
