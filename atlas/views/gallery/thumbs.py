"""Thumbnails for grid and strip: made by workers in the order they are wanted, kept within a bound of memory."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap

from atlas.models.gallery import PictureItem

if TYPE_CHECKING:
    from atlas.models.gallery_files import PictureFiles, Tile
    from atlas.services.tasks import Job, Tasks

BUDGET_BYTES: Final = 40 * 1024 * 1024
"""Memory for thumbnails: some screens full of them."""
_AT_ONCE: Final = 3
"""Jobs under way: both workers have one, and the next waits for them, not for the window."""


class TileStore(QObject):
    """Hands out pixmaps that are there and fetches those that are not.

    What is wanted is told anew at every scroll, so that what went by unseen is never decoded.
    """

    arrived = Signal(str)
    """The thumbnail of a picture, by its key, is there or will never be."""

    def __init__(self, tasks: "Tasks", files: "PictureFiles", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._files = files
        self._made: OrderedDict[str, QPixmap] = OrderedDict()
        self._bytes = 0
        self._wanted: list[PictureItem] = []
        self._size = QSize()
        self._ratio = 1.0
        self._running: dict[str, Job] = {}
        self._refused: dict[str, str] = {}

    @property
    def bytes_held(self) -> int:
        """How much memory the thumbnails take."""
        return self._bytes

    def want(self, items: Iterable[PictureItem], size: QSize, ratio: float) -> None:
        """Say which thumbnails are wanted, the most urgent first, in device pixels; nothing else is made."""
        if size != self._size:
            self._size, self._ratio = QSize(size), ratio
            self._refused.clear()
        self._wanted = [item for item in items if self._lacks(item)]
        self._go_on()

    def pixmap(self, key: str) -> QPixmap | None:
        """Return a picture's thumbnail, perhaps one made for another size; None where there is none yet."""
        found = self._made.get(key)
        if found is not None:
            self._made.move_to_end(key)
        return found

    def refusal(self, key: str) -> str:
        """Return why there will be no thumbnail; empty where there is or may be one."""
        return self._refused.get(key, "")

    def forget(self, keys: Iterable[str]) -> None:
        """Make thumbnails of pictures anew: their files changed or were found again."""
        for key in keys:
            self._refused.pop(key, None)
            old = self._made.pop(key, None)
            if old is not None:
                self._bytes -= _weight(old)

    def stop(self) -> None:
        """Make no more: nobody looks."""
        self._wanted = []
        for job in self._running.values():
            job.cancel()
        self._running.clear()

    def _lacks(self, item: PictureItem) -> bool:
        if item.key in self._refused or item.missing:
            return False
        found = self._made.get(item.key)
        return found is None or found.size() != self._size

    def _go_on(self) -> None:
        for item in self._wanted:
            if len(self._running) >= _AT_ONCE:
                return
            if item.key not in self._running and self._lacks(item):
                self._start(item)

    def _start(self, item: PictureItem) -> None:
        size = self._size
        self._running[item.key] = self._tasks.submit(
            self._files.tile, item, size.width(), size.height(), self._ratio, done=self._on_done, failed=self._on_failed
        )

    def _on_done(self, tile: "Tile") -> None:
        self._running.pop(tile.key, None)
        if tile.refusal:
            self._refused[tile.key] = tile.refusal
        else:
            made = QPixmap.fromImage(tile.image)
            made.setDevicePixelRatio(self._ratio)
            self._keep(tile.key, made)
        self.arrived.emit(tile.key)
        self._go_on()

    def _on_failed(self, problem: BaseException) -> None:
        """Let go of what broke off, so that the rest goes on; what broke it is told as any other fault."""
        self._running = {key: job for key, job in self._running.items() if not job.wait(0)}
        self._tasks.error.emit(problem)

    def _keep(self, key: str, made: QPixmap) -> None:
        old = self._made.pop(key, None)
        self._bytes += _weight(made) - (_weight(old) if old is not None else 0)
        self._made[key] = made
        while self._bytes > BUDGET_BYTES and len(self._made) > 1:
            self._bytes -= _weight(self._made.popitem(last=False)[1])


def _weight(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
