"""The files of a thumbnail cache: checked when read, bounded in size, never needed."""

import logging
import os
import threading
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Final

_LOG: Final = logging.getLogger(__name__)
_MARK: Final = b"ILRS"
"""Stands behind each picture with the checksum of what is before it."""
_SUFFIX: Final = ".thumb"
_KEEP: Final = 0.8
"""How much of the limit is left after throwing away, so that it is not done for every new file."""
_DAY: Final = 86_400.0
_LEFT_OVER: Final = 3600.0
"""Seconds after which a half-written file belongs to nobody."""


class ThumbnailStore:
    """Named pieces of data in a folder; may be used from any thread and by several processes."""

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder = folder
        self._limit = limit
        self._lock = threading.Lock()
        self._total: int | None = None
        self._told = False

    def has(self, key: str) -> bool:
        """Return whether there is something of that name."""
        return self._place(key).is_file()

    def read(self, key: str) -> bytes | None:
        """Return what was kept, None where nothing was or it is damaged."""
        place = self._place(key)
        try:
            data = place.read_bytes()
        except OSError:
            return None
        kept, mark, check = data[:-8], data[-8:-4], data[-4:]
        if mark != _MARK or zlib.crc32(kept).to_bytes(4) != check:
            with suppress(OSError):
                place.unlink()
            return None
        self._touch(place)
        return kept

    def write(self, key: str, data: bytes) -> None:
        """Keep `data`; where that fails, things are slower and nothing else."""
        place = self._place(key)
        draft = place.with_name(f".{os.urandom(6).hex()}.tmp")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data + _MARK + zlib.crc32(data).to_bytes(4))
            draft.replace(place)
        except OSError as problem:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            self._tell(problem)
            return
        self._count(len(data) + 8)

    def _place(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}{_SUFFIX}"

    def _touch(self, place: Path) -> None:
        """Note that a file was used today; what was not used longest goes first."""
        with suppress(OSError):
            if time.time() - place.stat().st_mtime > _DAY:
                os.utime(place)

    def _tell(self, problem: OSError) -> None:
        if not self._told:
            self._told = True
            _LOG.warning("thumbnails are not kept: %s", problem.strerror)

    def _count(self, added: int) -> None:
        with self._lock:
            if self._total is None:
                self._total = sum(size for _, size, _ in self._files())
            else:
                self._total += added
            if self._total > self._limit:
                self._total = self._thrown_away()

    def _thrown_away(self) -> int:
        """Remove the files not used longest; return the bytes that are left."""
        files = sorted(self._files())
        total = sum(size for _, size, _ in files)
        for _, size, place in files:
            if total <= self._limit * _KEEP:
                break
            with suppress(OSError):
                place.unlink()
            total -= size
        return total

    def _files(self) -> list[tuple[float, int, Path]]:
        """Return time of use, size and place of all files, clearing away drafts that a crash left behind."""
        found = []
        for place in self._folder.glob("??/*"):
            with suppress(OSError):
                facts = place.stat()
                if place.suffix == ".tmp" and time.time() - facts.st_mtime > _LEFT_OVER:
                    place.unlink()
                else:
                    found.append((facts.st_mtime, facts.st_size, place))
        return found
