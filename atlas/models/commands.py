"""The commands of the palette, narrowed by what is typed."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction

from atlas.models.fuzzy import score

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CommandRole(IntEnum):
    """Data of a command beyond Qt's own roles."""

    SHORTCUT = Qt.ItemDataRole.UserRole + 1
    ACTION = Qt.ItemDataRole.UserRole + 2
    MENU = Qt.ItemDataRole.UserRole + 3


class CommandModel(QAbstractListModel):
    """Commands with the menu they stand in, best match first."""

    def __init__(self, commands: Sequence[tuple[str, QAction]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = list(commands)
        self._shown = list(commands)

    def narrow(self, text: str) -> None:
        """Keep the commands that hold the letters typed, best first."""
        self.beginResetModel()
        rated = [(score(text, action.text()), place) for place, (_, action) in enumerate(self._all)]
        kept = sorted((-rating, place) for rating, place in rated if rating is not None)
        self._shown = [self._all[place] for _, place in kept]
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - the name is Qt's
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        menu, action = self._shown[index.row()]
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return action.text()
            case Qt.ItemDataRole.DecorationRole:
                return action.icon()
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (action.text(), menu, keys) if part)
            case CommandRole.SHORTCUT:
                return keys
            case CommandRole.ACTION:
                return action
            case CommandRole.MENU:
                return menu
        return None
