"""Sets of rows of one snapshot as integers, one bit a row: a set of 100,000 rows is joined in microseconds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

MANY: Final = 700
"""From so many finds on, only the best are ranked: no one reads further, and a letter may find 100,000."""

_TO_DIGITS = bytes.maketrans(b"\x00\x01", b"01")
_TO_FLAGS = bytes.maketrans(b"01", b"\x00\x01")


@dataclass(frozen=True, slots=True)
class Matches:
    """Rows that a text finds, by number in the snapshot: the best in their order, then all others as they stand."""

    best: tuple[int, ...]
    rows: int
    """All rows found, those of `best` included, as a set of bits."""


def bits_of(flags: bytes | bytearray) -> int:
    """Return the set of the rows whose flag (one byte a row, 0 or 1) is 1."""
    return int(flags.translate(_TO_DIGITS)[::-1], 2) if flags else 0


def flags_of(bits: int, count: int) -> bytes:
    """Return one byte a row for `count` rows: 1 where the row is in the set."""
    return f"{bits:0{count}b}".encode()[::-1].translate(_TO_FLAGS) if count else b""


def set_of(numbers: Iterable[int], count: int) -> int:
    """Return the set of these rows out of `count`."""
    flags = bytearray(count)
    for number in numbers:
        flags[number] = 1
    return bits_of(flags)


def ordered(bits: int, order: Sequence[int]) -> list[int]:
    """Return the rows of a set in an order, which names every row of the snapshot once."""
    flags = flags_of(bits, len(order))
    return [number for number in order if flags[number]]


def to_blob(bits: int) -> bytes:
    """Return a set as the catalogue keeps it."""
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def from_blob(blob: bytes) -> int:
    """Read what `to_blob` wrote."""
    return int.from_bytes(blob, "little")
