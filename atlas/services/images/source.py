"""Opening a file that may be anything, and reading it within bounds."""

import errno
import os
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import SEEK_CUR, SEEK_END, SEEK_SET, BytesIO
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QCoreApplication

from atlas.services.images import limits
from atlas.services.images.errors import Reason, UnfitError, empty, file_too_large, too_slow, truncated, unreadable

Part = bytes | tuple[int, int]
"""Bytes of our own, or (offset, length) of a file."""


class Source:
    """A file's bytes; every read is whole or raises that the file ends too early."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self.size = size

    def at(self, offset: int, length: int) -> bytes:
        """Return `length` bytes from `offset` on."""
        if offset < 0 or length < 0 or offset + length > self.size:
            raise truncated(f"{length} bytes at {offset} of {self.size}")
        try:
            self._stream.seek(offset)
            data = self._stream.read(length)
        except OSError as problem:
            raise unreadable(problem) from problem
        if len(data) != length:
            raise truncated(f"{len(data)} of {length} bytes at {offset}")
        return data

    def head(self, length: int) -> bytes:
        """Return the first bytes, fewer where the file is shorter."""
        return self.at(0, min(length, self.size))

    def pieces(self, length: int = 2**20) -> Iterator[bytes]:
        """Go through the whole file, `length` bytes at a time."""
        for offset in range(0, self.size, length):
            yield self.at(offset, min(length, self.size - offset))


class Spliced:
    """A file put together from parts, of which a decoder sees nothing else; it ends when its time is over."""

    def __init__(self, source: Source, parts: Sequence[Part], seconds: float) -> None:
        self._source = source
        self._starts: list[int] = []
        self._parts = parts
        self._position = self._index = 0
        total = 0
        for part in parts:
            self._starts.append(total)
            total += len(part) if isinstance(part, bytes) else part[1]
        self._size = total
        self._ends_at = time.thread_time() + seconds

    def read(self, length: int = -1) -> bytes:
        """Return at most `length` bytes, all that is left without it."""
        # the clock of this thread's own work: a busy machine makes no picture bad
        if time.thread_time() > self._ends_at:
            raise too_slow("the decoder's time is over")
        left = self._size - self._position
        wanted = left if length < 0 else min(length, left)
        found: list[bytes] = []
        while wanted > 0:
            piece = self._piece(wanted)
            found.append(piece)
            self._position += len(piece)
            wanted -= len(piece)
        return found[0] if len(found) == 1 else b"".join(found)

    def _piece(self, wanted: int) -> bytes:
        while self._index + 1 < len(self._parts) and self._starts[self._index + 1] <= self._position:
            self._index += 1
        part = self._parts[self._index]
        inside = self._position - self._starts[self._index]
        if isinstance(part, bytes):
            return part[inside : inside + wanted]
        return self._source.at(part[0] + inside, min(wanted, part[1] - inside))

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        """Go to a place, counted as files do."""
        base = {SEEK_SET: 0, SEEK_CUR: self._position, SEEK_END: self._size}[whence]
        target = base + offset
        if target < 0:
            raise ValueError("before the beginning")
        if target < self._position:
            self._index = 0
        self._position = min(target, self._size)
        return self._position

    def tell(self) -> int:
        """Return where the next read begins."""
        return self._position


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open a regular file for reading, never waiting for a pipe or a device. Raises `UnfitError`."""
    stream = _open(path)
    with stream:
        size = os.fstat(stream.fileno()).st_size
        if size == 0:
            raise empty()
        if size > limits.FILE_BYTES:
            raise file_too_large(limits.FILE_BYTES)
        whole = Source(stream, size)
        yield whole if size > limits.MEMORY_BYTES else Source(BytesIO(whole.at(0, size)), size)


def _open(path: Path) -> BinaryIO:
    try:
        # looked at first: opening alone already acts on some devices
        _check_kind(path.stat().st_mode)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags)
    except OSError as problem:
        if problem.errno == errno.ELOOP:
            raise _link_loop() from problem
        raise unreadable(problem) from problem
    except ValueError as problem:
        # a name with a zero byte in it
        raise unreadable(OSError(errno.EINVAL, os.strerror(errno.EINVAL))) from problem
    try:
        _check_kind(os.fstat(descriptor).st_mode)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def _check_kind(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        text = QCoreApplication.translate("Pictures", "“{name}” is a folder: choose the pictures in it.")
    else:
        text = QCoreApplication.translate(
            "Pictures", "“{name}” is a device, a pipe or a socket: choose a file that holds a picture."
        )
    raise UnfitError(Reason.NOT_A_FILE, text)


def _link_loop() -> UnfitError:
    text = QCoreApplication.translate(
        "Pictures", "“{name}” is a link that leads back to itself: choose the picture that it was meant to lead to."
    )
    return UnfitError(Reason.NOT_A_FILE, text)
