"""Directories of tags as in TIFF 6.0, BigTIFF and EXIF, read within bounds."""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from atlas.services.images import limits
from atlas.services.images.errors import UnfitError, damaged, truncated

Fetch = Callable[[int, int], bytes]
"""Returns (offset, length) of what the directory lies in, or raises that it ends too early."""
ByteOrder = Literal["little", "big"]

_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes of one value of each type."""
_INTEGERS: Final = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I", 16: "Q", 17: "q", 18: "Q"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One tag: its values lie at `offset`."""

    type: int
    count: int
    offset: int

    @property
    def length(self) -> int:
        """Bytes of all values, 0 where the type is unknown."""
        return _SIZES.get(self.type, 0) * self.count


@dataclass(frozen=True, slots=True)
class Directory:
    """The tags of one directory and where the next one lies (0: nowhere)."""

    fetch: Fetch
    order: ByteOrder
    entries: dict[int, Entry]
    following: int

    def raw(self, tag: int, longest: int = 65_536) -> bytes:
        """Return a tag's values as they lie there, b"" where it is missing or too long."""
        entry = self.entries.get(tag)
        if entry is None or not 0 < entry.length <= longest:
            return b""
        return self.fetch(entry.offset, entry.length)

    def integers(self, tag: int, most: int = 1024) -> tuple[int, ...]:
        """Return a tag's values where they are whole numbers, else nothing."""
        entry = self.entries.get(tag)
        if entry is None or entry.type not in _INTEGERS or not 0 < entry.count <= most:
            return ()
        data = self.fetch(entry.offset, entry.length)
        sign = "<" if self.order == "little" else ">"
        return struct.unpack(f"{sign}{entry.count}{_INTEGERS[entry.type]}", data)

    def integer(self, tag: int, otherwise: int) -> int:
        """Return a tag's first value."""
        return (self.integers(tag) or (otherwise,))[0]

    def text(self, tag: int, longest: int = 4096) -> str:
        """Return the beginning of a text tag, its zero-separated parts as lines."""
        entry = self.entries.get(tag)
        if entry is None or not entry.length:
            return ""
        data = self.fetch(entry.offset, min(entry.length, longest)).replace(b"\0", b"\n").strip()
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("utf-8" if entry.length > longest else "latin-1", "ignore")


def header(fetch: Fetch) -> tuple[ByteOrder, bool, int]:
    """Return byte order, whether it is BigTIFF, and where the first directory lies."""
    head = fetch(0, 8)
    if head[:2] not in {b"II", b"MM"}:
        raise damaged("byte order of the tags")
    order: ByteOrder = "little" if head[:2] == b"II" else "big"
    version = int.from_bytes(head[2:4], order)
    if version == 42:
        return order, False, int.from_bytes(head[4:], order)
    if version == 43 and int.from_bytes(head[4:6], order) == 8:
        return order, True, int.from_bytes(fetch(8, 8), order)
    raise damaged("version of the tags")


def directory(fetch: Fetch, order: ByteOrder, big: bool, offset: int) -> Directory:
    """Read one directory; later entries with the same tag are left out."""
    count_size, entry_size, inline = (8, 20, 8) if big else (2, 12, 4)
    count = int.from_bytes(fetch(offset, count_size), order)
    if count > limits.TAGS:
        raise damaged(f"{count} tags")
    begins = offset + count_size
    table = fetch(begins, count * entry_size)
    entries: dict[int, Entry] = {}
    for number in range(count):
        at = number * entry_size
        values = at + entry_size - inline
        kind = int.from_bytes(table[at + 2 : at + 4], order)
        length = int.from_bytes(table[at + 4 : values], order)
        fits = _SIZES.get(kind, 0) * length <= inline
        where = begins + values if fits else int.from_bytes(table[values : values + inline], order)
        entries.setdefault(int.from_bytes(table[at : at + 2], order), Entry(kind, length, where))
    try:
        following = int.from_bytes(fetch(begins + len(table), inline), order)
    except UnfitError:
        # EXIF written without the pointer at its end is common
        following = 0
    return Directory(fetch, order, entries, following)


def within(data: bytes) -> Fetch:
    """Return a reader of parts of `data`."""

    def fetch(offset: int, length: int) -> bytes:
        if offset < 0 or offset + length > len(data):
            raise truncated(f"tags point to {length} bytes at {offset}")
        return data[offset : offset + length]

    return fetch
