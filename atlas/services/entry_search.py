"""Searches for the list while somebody types: at once in a small catalogue, beside the window in a big one."""

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from atlas.domain.entries import Found
from atlas.services.tasks import Job, Tasks
from atlas.store.catalogue import Catalogue

BIG: Final = 20_000
"""From so many entries on, a search may take longer than a frame."""


class EntrySearch(QObject):
    """One search at a time: a newer one makes the older one's finds be dropped."""

    found = Signal(object)
    """The `Found` of the newest text; sent before `ask` returns where the catalogue is small."""

    def __init__(self, catalogue: Catalogue, path: Path, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._path = path
        self._tasks = tasks
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """True where a text was asked for whose finds are not there yet."""
        return self._job is not None

    def prepare(self, as_of: date) -> None:
        """Make ready to search as of a day."""
        if self._is_big(as_of):
            self._tasks.submit(self._catalogue.day_search(as_of).prepare_in, self._path, key="search-prepare")

    def ask(self, text: str, as_of: date) -> None:
        """Search; `found` brings the answer."""
        self.cancel()
        if self._is_big(as_of):
            search = self._catalogue.day_search(as_of)
            self._job = self._tasks.submit(search.find_in, self._path, text, done=self._take, key="search")
        else:
            self.found.emit(self._catalogue.find(text, as_of))

    def cancel(self) -> None:
        """Nobody waits for the answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _is_big(self, as_of: date) -> bool:
        return len(self._catalogue.snapshot(as_of).rows) >= BIG

    def _take(self, found: Found) -> None:
        self._job = None
        self.found.emit(found)
