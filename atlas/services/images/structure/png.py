"""The chunks of a PNG (W3C Portable Network Graphics, third edition)."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from atlas.services.images import limits
from atlas.services.images.errors import damaged, too_many_frames, too_much_text, truncated
from atlas.services.images.source import Part, Source
from atlas.services.images.structure.survey import Survey, check_frames, check_size

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_DEPTHS: Final = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
"""Allowed bits of each colour type."""
_PALETTE: Final = 3
_TEXT: Final = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_WALKED: Final = frozenset({b"IDAT", b"fdAT"})


@dataclass
class _Walk:
    header: bytes = b""
    palette: list[Part] = field(default_factory=list)
    colours: bool = False
    pixels: list[tuple[int, int]] = field(default_factory=list)
    frames: int = 0
    extra: int = 0
    unpacked: int = 0
    exif: bytes = b""
    icc: bytes = b""
    xmp: bytes = b""
    texts: list[tuple[str, str]] = field(default_factory=list)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return one chunk with its length and checksum."""
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def survey(source: Source, *, thorough: bool) -> Survey:
    """Read all chunks; texts are unpacked only when `thorough`."""
    walk = _Walk()
    for kind, offset, length in chunks(source):
        _take(source, walk, kind, offset + 8, length - 12, thorough=thorough)
    return _result(walk)


def chunks(source: Source) -> Iterator[tuple[bytes, int, int]]:
    """Go through the chunks before IEND: kind, and where the whole of each lies (offset, length)."""
    offset, count = len(SIGNATURE), 0
    while True:
        head = source.at(offset, 8)
        length, kind = int.from_bytes(head[:4]), head[4:]
        if not kind.isalpha():
            raise damaged(f"chunk {kind!r}")
        if kind == b"IEND":
            return
        if offset + 12 + length > source.size:
            raise truncated(f"chunk {kind!r}")
        count += 1
        if count > limits.BLOCKS:
            raise damaged("too many chunks")
        yield kind, offset, 12 + length
        offset += 12 + length


def _take(source: Source, walk: _Walk, kind: bytes, offset: int, length: int, *, thorough: bool) -> None:
    if not walk.header:
        _take_header(source, walk, kind, offset, length)
    elif kind == b"IDAT":
        if length:
            walk.pixels.append((offset, length))
    elif kind in {b"PLTE", b"tRNS"} and not walk.pixels:
        if length > 768:
            raise damaged("palette too long")
        walk.palette.append((offset - 8, length + 12))
        walk.colours = walk.colours or (kind == b"PLTE" and length >= 3)
    elif kind == b"fcTL":
        walk.frames += 1
        if walk.frames > limits.FRAMES:
            raise too_many_frames(limits.FRAMES)
    elif kind not in _WALKED:
        walk.extra += length
        if walk.extra > limits.TEXT_BYTES:
            raise too_much_text("chunks beside the pixels")
        _take_extra(source, walk, kind, offset, length, thorough=thorough)


def _take_header(source: Source, walk: _Walk, kind: bytes, offset: int, length: int) -> None:
    if kind != b"IHDR" or length != 13:
        raise damaged("no header first")
    walk.header = source.at(offset, 13)
    width, height = int.from_bytes(walk.header[:4]), int.from_bytes(walk.header[4:8])
    depth, colour, packing, filtering, interlace = walk.header[8:]
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlace > 1:
        raise damaged("the header's depth, colour or methods")
    check_size(width, height, width * height * _deep(depth, colour))


def _deep(depth: int, colour: int) -> int:
    """Return the bytes of one pixel in the decoder, counting palettes and 16 bits as the colours made of them."""
    return 1 if colour == 0 and depth <= 8 else 4


def _take_extra(source: Source, walk: _Walk, kind: bytes, offset: int, length: int, *, thorough: bool) -> None:
    if kind == b"eXIf" and not walk.exif and length <= limits.EXIF_BYTES:
        walk.exif = source.at(offset, length)
    elif kind == b"iCCP" and not walk.icc:
        body = source.at(offset, length)
        walk.icc = _unpack(body[body.find(b"\0") + 2 :], limits.PROFILE_BYTES)
    elif kind in _TEXT and thorough:
        keyword, text = _text(kind, source.at(offset, length))
        walk.unpacked += len(text)
        if walk.unpacked > limits.UNPACKED_TEXT_BYTES:
            raise too_much_text("text unpacked")
        if keyword == "XML:com.adobe.xmp":
            walk.xmp = text
        elif len(text) < 10_000 and len(walk.texts) < 100:
            walk.texts.append((keyword, text.decode("utf-8" if kind == b"iTXt" else "latin-1", "replace")))


def _text(kind: bytes, body: bytes) -> tuple[str, bytes]:
    keyword, _, rest = body.partition(b"\0")
    name = keyword[:80].decode("latin-1")
    if kind == b"tEXt":
        return name, rest
    if kind == b"zTXt":
        return name, _unpack(rest[1:], limits.UNPACKED_TEXT_BYTES)
    packed = rest[:1] == b"\1"
    _, _, rest = rest[2:].partition(b"\0")
    _, _, text = rest.partition(b"\0")
    return name, _unpack(text, limits.UNPACKED_TEXT_BYTES) if packed else text


def _unpack(data: bytes, limit: int) -> bytes:
    """Return what is compressed, or as much as is not broken; refuse what unpacks to more than `limit`."""
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(data, limit + 1)
    except zlib.error:
        return b""
    if len(found) > limit:
        raise too_much_text("a compressed chunk")
    return found


def _result(walk: _Walk) -> Survey:
    total = sum(length for _, length in walk.pixels)
    if not walk.header or not total:
        raise truncated("no pixels before the end")
    if walk.header[9] == _PALETTE and not walk.colours:
        raise damaged("no palette")
    check_frames(walk.frames)
    width, height = int.from_bytes(walk.header[:4]), int.from_bytes(walk.header[4:8])
    # one chunk of all pixels: its checksum is not looked at, the compressed stream has one of its own
    start = SIGNATURE + chunk(b"IHDR", walk.header)
    parts = (start, *walk.palette, total.to_bytes(4) + b"IDAT", *walk.pixels, b"\0\0\0\0" + chunk(b"IEND", b""))
    return Survey(
        "PNG",
        "image/png",
        width,
        height,
        max(1, walk.frames),
        width * height * _deep(walk.header[8], walk.header[9]),
        parts,
        exif=walk.exif,
        xmp=walk.xmp,
        icc=walk.icc,
        texts=tuple(walk.texts),
    )
