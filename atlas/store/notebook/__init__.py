"""The user's notebook in SQLite: notes with all their revisions, tags, stars, marks and own pictures' records."""

from atlas.store.notebook.errors import (
    BackupError,
    NotebookCorruptError,
    NotebookError,
    NotebookFullError,
    NotebookGoneError,
    NotebookLockedError,
    NotebookMissingError,
    NotebookNewerError,
    NotebookReadOnlyError,
)
from atlas.store.notebook.notebook import Notebook

__all__ = [
    "BackupError",
    "Notebook",
    "NotebookCorruptError",
    "NotebookError",
    "NotebookFullError",
    "NotebookGoneError",
    "NotebookLockedError",
    "NotebookMissingError",
    "NotebookNewerError",
    "NotebookReadOnlyError",
]
