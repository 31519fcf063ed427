"""Decodes what the viewer shows, and its neighbours before anybody asks for them."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Signal

from atlas.models.gallery import PictureItem

if TYPE_CHECKING:
    from atlas.models.gallery_files import Levels, PictureFiles
    from atlas.services.tasks import Job, Tasks

BUDGET_BYTES: Final = 48 * 1024 * 1024
"""Memory for decoded pictures: the one shown in full, its neighbours as large as the window."""

_Wish = tuple[str, bool]
"""Key of a picture, and whether all of its pixels are wanted."""


@dataclass(slots=True)
class _Held:
    levels: "Levels"
    size: QSize
    """What it was fitted into."""


class PictureLoader(QObject):
    """Hands out decoded pictures that are there and fetches those that are not."""

    arrived = Signal(str)
    """More of a picture, by its key, is there now."""

    def __init__(self, tasks: "Tasks", files: "PictureFiles", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._files = files
        self._held: OrderedDict[_Wish, _Held] = OrderedDict()
        self._running: dict[_Wish, tuple[Job, QSize]] = {}
        self._pinned: set[str] = set()

    @property
    def bytes_held(self) -> int:
        """How much memory the pictures take."""
        return sum(held.levels.weight for held in self._held.values())

    def levels(self, key: str) -> "Levels | None":
        """Return the most that is there of a picture."""
        for wish in ((key, True), (key, False)):
            held = self._held.get(wish)
            if held is not None:
                self._held.move_to_end(wish)
                return held.levels
        return None

    def ask(self, item: PictureItem, size: QSize, *, full: bool) -> None:
        """Fetch a picture to fit so many device pixels, or all of it; `arrived` follows unless it is there."""
        self._fetch(item, size, full=full)

    def keep(self, items: Iterable[PictureItem], ahead: Iterable[PictureItem], size: QSize) -> None:
        """Say which pictures are shown and which come next: these are fetched, work on any other ends."""
        shown, coming = list(items), list(ahead)
        self._pinned = {item.key for item in shown}
        wanted = self._pinned | {item.key for item in coming}
        for wish in [wish for wish in self._running if wish[0] not in wanted]:
            self._running.pop(wish)[0].cancel()
        for item in (*shown, *coming):
            self._fetch(item, size, full=False)

    def forget(self, keys: Iterable[str]) -> None:
        """Decode pictures anew: their files changed or were found again."""
        for key in keys:
            self._held.pop((key, True), None)
            self._held.pop((key, False), None)

    def stop(self) -> None:
        """Let go of everything: nobody looks."""
        for job, _ in self._running.values():
            job.cancel()
        self._running.clear()
        self._held.clear()
        self._pinned.clear()

    def _fetch(self, item: PictureItem, size: QSize, *, full: bool) -> None:
        wish = (item.key, full)
        if size.isEmpty() or self._there(item, size, full=full):
            return
        running = self._running.get(wish)
        if running is not None:
            if full or running[1] == size:
                return
            running[0].cancel()
        if full:
            job = self._tasks.submit(self._files.whole, item, done=self._on_whole, failed=self._on_failed)
        else:
            job = self._tasks.submit(
                self._files.fitted, item, size.width(), size.height(), done=self._on_fitted, failed=self._on_failed
            )
        self._running[wish] = job, QSize(size)

    def _there(self, item: PictureItem, size: QSize, *, full: bool) -> bool:
        if (item.key, True) in self._held:
            return True
        held = self._held.get((item.key, False))
        if held is None:
            return False
        # a picture that fits with all of its pixels needs no second look, and one that is refused gets none
        return bool(held.levels.refusal) or held.levels.full or (not full and held.size == size)

    def _on_whole(self, levels: "Levels") -> None:
        self._take((levels.key, True), levels)

    def _on_fitted(self, levels: "Levels") -> None:
        self._take((levels.key, False), levels)

    def _on_failed(self, problem: BaseException) -> None:
        self._running = {wish: there for wish, there in self._running.items() if not there[0].wait(0)}
        self._tasks.error.emit(problem)

    def _take(self, wish: _Wish, levels: "Levels") -> None:
        running = self._running.pop(wish, None)
        self._held[wish] = _Held(levels, running[1] if running is not None else QSize())
        self._held.move_to_end(wish)
        self._let_go()
        self.arrived.emit(levels.key)

    def _let_go(self) -> None:
        """Drop what was looked at longest ago, all pixels of neighbours first, never what is shown."""
        held = self.bytes_held
        for wish in sorted(self._held, key=_fitted_last):
            if held <= BUDGET_BYTES:
                return
            if wish[0] not in self._pinned:
                held -= self._held.pop(wish).levels.weight


def _fitted_last(wish: _Wish) -> bool:
    return not wish[1]
