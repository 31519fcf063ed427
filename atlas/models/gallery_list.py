"""The pictures of the gallery as rows of a view."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from operator import is_
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, QUrl

from atlas.models.gallery import PictureItem

_Index = QModelIndex | QPersistentModelIndex
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class PictureRole(IntEnum):
    """Data of a row beyond Qt's own roles."""

    ITEM = Qt.ItemDataRole.UserRole + 1
    """The `PictureItem`."""


class GalleryListModel(QStringListModel):
    """Pictures in the order they are given.

    Its strings are empty: Qt asks for their number some times a row, and 10,000 answers in Python take long.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[PictureItem] = ()
        self._rows: dict[str, int] = {}

    @property
    def items(self) -> Sequence[PictureItem]:
        """The pictures."""
        return self._items

    def show_items(self, items: Sequence[PictureItem]) -> None:
        """Show other pictures."""
        if len(items) == len(self._items) and all(map(is_, items, self._items)):
            return
        self._items = items
        self._rows = {item.key: row for row, item in enumerate(items)}
        self.setStringList([""] * len(items))

    def item_at(self, index: _Index) -> PictureItem | None:
        """Return the picture of an index, None for none."""
        row = index.row()
        return self._items[row] if index.isValid() and row < len(self._items) else None

    def items_at(self, indexes: Iterable[_Index]) -> list[PictureItem]:
        """Return the pictures of some indexes, in the order of the rows."""
        return [self._items[row] for row in sorted(index.row() for index in indexes) if row < len(self._items)]

    def row_of(self, key: str) -> int:
        """Return the row of a picture, -1 where it is not shown."""
        return self._rows.get(key, -1)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        item = self.item_at(index)
        if item is None:
            return None
        if role == PictureRole.ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            # letters typed into the grid go to what begins with them
            return item.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return item.spoken
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - the name is Qt's
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - the name is Qt's
        found = self.items_at(indexes)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(item.file)) for item in found])
        data.setText("\n".join(f"{item.caption} ({item.credit}, {item.licence})" for item in found))
        return data
