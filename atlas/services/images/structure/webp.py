"""The chunks of a WebP (RFC 9649)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from atlas.services.images import limits
from atlas.services.images.errors import damaged, too_much_text, truncated
from atlas.services.images.source import Part, Source
from atlas.services.images.structure.survey import Survey, check_frames, check_size

_DEEP: Final = 16
"""Bytes of one pixel while Pillow decodes: two canvases of libwebp's, the bytes handed over, its own image."""
ANIMATED, HAS_XMP, HAS_EXIF, HAS_ALPHA, HAS_ICC = 0x02, 0x04, 0x08, 0x10, 0x20
"""Flags of VP8X."""


@dataclass
class _Walk:
    extended: bytes = b""
    pixels: list[tuple[int, int]] = field(default_factory=list)
    animation: list[Part] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)
    frames: int = 0
    extra: int = 0
    metadata: dict[bytes, bytes] = field(default_factory=dict)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return one chunk with its length, padded to an even one."""
    return kind + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) & 1)


def survey(source: Source) -> Survey:
    """Read all chunks of the file."""
    walk = _Walk()
    for kind, offset, length in chunks(source):
        _take(source, walk, kind, offset, length - 8)
    return _result(walk)


def chunks(source: Source) -> Iterator[tuple[bytes, int, int]]:
    """Go through the chunks: kind, and where the whole of each lies without its padding (offset, length)."""
    end = 8 + int.from_bytes(source.at(4, 4), "little")
    if end > source.size + 1:
        raise truncated("the container is longer than the file")
    offset, count = 12, 0
    while offset + 8 <= min(end, source.size):
        head = source.at(offset, 8)
        length = int.from_bytes(head[4:], "little")
        if offset + 8 + length > source.size:
            raise truncated(f"chunk {head[:4]!r}")
        count += 1
        if count > limits.BLOCKS:
            raise damaged("too many chunks")
        yield head[:4], offset, 8 + length
        offset += 8 + length + (length & 1)


def is_transparent(source: Source, found: Iterable[tuple[bytes, int, int]]) -> bool:
    """Return whether some chunk may bring transparency."""
    kinds = {kind for kind, _, _ in found}
    if kinds & {b"ALPH", b"ANMF"}:
        return True
    # VP8L says it in the bit behind the two sizes of 14 bits
    return any(kind == b"VP8L" and source.at(at + 12, 1)[0] & 0x10 for kind, at, _ in found)


def _take(source: Source, walk: _Walk, kind: bytes, offset: int, length: int) -> None:
    if kind == b"VP8X" and not walk.extended and length >= 10:
        walk.extended = source.at(offset + 8, 10)
        _grow(walk, _three(walk.extended, 4) + 1, _three(walk.extended, 7) + 1)
    elif kind in {b"VP8 ", b"VP8L", b"ALPH"} and not walk.frames:
        if kind != b"ALPH":
            _grow(walk, *_coded_size(source, kind, offset + 8, length))
        walk.pixels.append((offset, 8 + length))
    elif kind == b"ANIM":
        walk.animation = [(offset, 8 + length)]
    elif kind == b"ANMF":
        walk.frames += 1
        check_frames(walk.frames)
        if walk.frames == 1:
            _grow(walk, *_first_frame(source, offset + 8, length))
            walk.pixels = [(offset, 8 + length)]
    else:
        _take_extra(source, walk, kind, offset + 8, length)


def _take_extra(source: Source, walk: _Walk, kind: bytes, offset: int, length: int) -> None:
    walk.extra += length
    if walk.extra > limits.TEXT_BYTES:
        raise too_much_text("chunks beside the pixels")
    if kind == b"ICCP" and length > limits.PROFILE_BYTES:
        raise too_much_text("colour profile")
    if kind in {b"ICCP", b"EXIF", b"XMP "} and kind not in walk.metadata:
        walk.metadata[kind] = source.at(offset, length)


def _first_frame(source: Source, offset: int, length: int) -> tuple[int, int]:
    if length < 24:
        raise damaged("a frame too short")
    head = source.at(offset, 12)
    return _three(head, 0) * 2 + _three(head, 6) + 1, _three(head, 3) * 2 + _three(head, 9) + 1


def _coded_size(source: Source, kind: bytes, offset: int, length: int) -> tuple[int, int]:
    if length < 10:
        raise damaged("a bitstream too short")
    head = source.at(offset, 10)
    if kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        if head[0] != 0x2F:
            raise damaged("the lossless bitstream")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if head[3:6] != b"\x9d\x01\x2a":
        raise damaged("the lossy bitstream")
    return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF


def _three(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")


def _grow(walk: _Walk, width: int, height: int) -> None:
    """Keep the largest size that any header claims: the decoder makes room for it."""
    walk.size = max(walk.size[0], width), max(walk.size[1], height)
    check_size(*walk.size, _DEEP * walk.size[0] * walk.size[1])


def _result(walk: _Walk) -> Survey:
    if not walk.pixels:
        raise truncated("no pixels before the end")
    parts: list[Part] = []
    if walk.extended:
        # announced are only the chunks that are handed on: animation and transparency
        flags = walk.extended[0] & (HAS_ALPHA | (ANIMATED if walk.frames else 0))
        parts.append(chunk(b"VP8X", bytes([flags]) + walk.extended[1:]))
        if walk.frames:
            parts += walk.animation
    for offset, length in walk.pixels:
        parts.append((offset, length))
        if length & 1:
            parts.append(b"\0")
    total = sum(len(part) if isinstance(part, bytes) else part[1] for part in parts)
    width, height = walk.size
    return Survey(
        "WEBP",
        "image/webp",
        width,
        height,
        max(1, walk.frames),
        _DEEP * width * height + 2 * total,
        (b"RIFF" + (total + 4).to_bytes(4, "little") + b"WEBP", *parts),
        exif=walk.metadata.get(b"EXIF", b"").removeprefix(b"Exif\0\0"),
        xmp=walk.metadata.get(b"XMP ", b""),
        icc=walk.metadata.get(b"ICCP", b""),
    )
