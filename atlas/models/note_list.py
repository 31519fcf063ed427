"""All notes as rows of a list."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from atlas.domain.notes import FREE_PREFIX, NoteSummary

Index = QModelIndex | QPersistentModelIndex


class NoteRole(IntEnum):
    """What a row tells beside its title."""

    SLUG = Qt.ItemDataRole.UserRole + 1
    EXCERPT = Qt.ItemDataRole.UserRole + 2
    WHEN = Qt.ItemDataRole.UserRole + 3
    TAGS = Qt.ItemDataRole.UserRole + 4
    STARRED = Qt.ItemDataRole.UserRole + 5


class NoteListModel(QAbstractListModel):
    """Rows of NoteSummary. `link_title` gives the name of an entry by slug, or None."""

    def __init__(self, link_title: Callable[[str], str | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link_title = link_title
        self._notes: list[NoteSummary] = []
        self._locale = QLocale()

    def show_notes(self, notes: list[NoteSummary]) -> None:
        """Replace all rows, where they differ."""
        if notes == self._notes:
            return
        self.beginResetModel()
        self._notes = list(notes)
        self.endResetModel()

    def row_of(self, slug: str) -> int:
        """Return the row of a note, -1 when it is not shown."""
        return next((row for row, note in enumerate(self._notes) if note.slug == slug), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt has it
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._notes):
            return None
        note = self._notes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(note)
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (self._title(note), self._when(note), note.excerpt, *note.tags)
                return ", ".join(part for part in parts if part)
            case NoteRole.SLUG:
                return note.slug
            case NoteRole.EXCERPT:
                return note.excerpt
            case NoteRole.WHEN:
                return self._when(note)
            case NoteRole.TAGS:
                return " ".join(f"#{tag.replace(' ', '-')}" for tag in note.tags)
            case NoteRole.STARRED:
                return note.starred
        return None

    def _title(self, note: NoteSummary) -> str:
        if note.slug.startswith(FREE_PREFIX):
            return self.tr("A note of mine")
        return self._link_title(note.slug) or note.slug

    def _when(self, note: NoteSummary) -> str:
        moment = QDateTime.fromSecsSinceEpoch(int(note.changed.timestamp()))
        if moment.date() == QDateTime.currentDateTime().date():
            return self._locale.toString(moment.time(), "HH:mm")
        return self._locale.toString(moment, QLocale.FormatType.ShortFormat)
