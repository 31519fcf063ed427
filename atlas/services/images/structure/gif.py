"""The blocks of a GIF (CompuServe GIF89a specification)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from atlas.services.images import limits
from atlas.services.images.errors import damaged, file_too_large, truncated
from atlas.services.images.source import Part, Source
from atlas.services.images.structure.survey import Survey, check_frames, check_size

_FILE_BYTES: Final = 64 * 2**20
"""A GIF is gone through in memory."""
CONTROL, COMMENT, APPLICATION = 0xF9, 0xFE, 0xFF
"""Labels of extensions."""
_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B


@dataclass(frozen=True, slots=True)
class Block:
    """One block after the header: an image with its data, or an extension; `label` is 0 for images."""

    offset: int
    length: int
    label: int


def whole(source: Source) -> bytes:
    """Return the file, which is gone through in memory."""
    if source.size > _FILE_BYTES:
        raise file_too_large(_FILE_BYTES)
    return source.at(0, source.size)


def header_length(data: bytes) -> int:
    """Return where the first block begins."""
    length = 13 + _table(_byte(data, 10))
    if length > len(data):
        raise truncated("the colour table")
    return length


def blocks(data: bytes) -> Iterator[Block]:
    """Go through all blocks up to the end mark."""
    at, budget = header_length(data), limits.BLOCKS
    while (kind := _byte(data, at)) != _END:
        begins, label = at, 0
        if kind == _IMAGE:
            at += 11 + _table(_byte(data, at + 9))
        elif kind == _EXTENSION:
            label = _byte(data, at + 1)
            at += 2
        else:
            raise damaged(f"block {kind:02x}")
        at, budget = _skip(data, at, budget)
        yield Block(begins, at - begins, label)


def survey(source: Source) -> Survey:
    """Count the frames and find the first one, with the block that says how to show it."""
    data = whole(source)
    size = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    parts: list[Part] = [(0, header_length(data))]
    frames, control = 0, None
    for block in blocks(data):
        if block.label == CONTROL:
            control = block
        if block.label:
            continue
        frames += 1
        check_frames(frames)
        if frames == 1:
            size = _grown(size, data[block.offset : block.offset + 10])
            check_size(*size, 4 * size[0] * size[1])
            parts += [(part.offset, part.length) for part in (control, block) if part]
    if not frames:
        raise truncated("no picture before the end")
    return Survey("GIF", "image/gif", *size, frames, 4 * size[0] * size[1], (*parts, bytes([_END])))


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise truncated("a block without an end")
    return data[at]


def _table(flags: int) -> int:
    """Return the length of the colour table that follows."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _skip(data: bytes, at: int, budget: int) -> tuple[int, int]:
    """Return where the sub-blocks from `at` on end, and how many more the file may have."""
    while length := _byte(data, at):
        at += length + 1
        budget -= 1
        if not budget:
            raise damaged("too many blocks")
    return at + 1, budget


def _grown(size: tuple[int, int], descriptor: bytes) -> tuple[int, int]:
    """Return the canvas, which the first frame widens where it lies beyond."""
    left, top, width, height = (int.from_bytes(descriptor[at : at + 2], "little") for at in (1, 3, 5, 7))
    if not width or not height:
        raise damaged("a frame without pixels")
    return max(size[0], left + width), max(size[1], top + height)
