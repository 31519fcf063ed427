"""A copy to give away: no place of taking in it, the credit inside, the pixels as they are."""

import struct
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from atlas.services.export.files import write_atomically
from atlas.services.images import credit_blocks, gate, metadata
from atlas.services.images.credit_blocks import Words
from atlas.services.images.source import Part, Source
from atlas.services.images.structure import gif, ifd, jpeg, png, tiff, webp
from atlas.services.images.structure.survey import Survey

_PNG_KEPT: Final = frozenset(b"PLTE tRNS IDAT gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT pHYs bKGD acTL fcTL fdAT".split())
_WEBP_KEPT: Final = frozenset({b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"})
_GIF_KEPT: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
_ICC_PIECE: Final = 65_519
"""Bytes of a profile in one JPEG segment (ICC.1, annex B.4)."""


def export_clean(source: Path, target: Path, *, credit: str, caption: str, licence: str) -> None:
    """Write a copy of `source` to `target` without location, serial numbers, maker notes or embedded extras.

    Orientation, colour profile and date of taking stay; caption, credit and licence are written into EXIF and XMP (a
    comment in GIF; BMP has no place for them). The compressed pixels are copied as they are, never encoded again; of a
    TIFF with several pages the first. What is kept is listed, so nothing unknown comes along. The original is only
    read. Raises `PictureRefusedError` or, for the target, `OSError`.
    """
    with gate.admitted(source, thorough=True) as (opened, survey):
        known = metadata.read(survey, gate.own_tags(opened, survey))
        words = Words(caption.strip(), credit.strip(), licence.strip(), known.taken, known.orientation)
        parts = _WRITERS[survey.format](opened, survey, words)
        data = b"".join(part if isinstance(part, bytes) else opened.at(*part) for part in parts)
    write_atomically(target, data)


def _jpeg(source: Source, survey: Survey, words: Words) -> list[Part]:
    head: list[Part] = [jpeg.SOI]
    rest: list[Part] = []
    for part in survey.parts[1:]:
        if isinstance(part, bytes) or source.at(part[0], 2) != b"\xff\xe0":
            rest.append(part)
        else:
            # JFIF may bring a small picture of its own, which need not show the same: its size becomes zero
            head.append(_segment(0xE0, source.at(part[0] + 4, 12) + b"\0\0"))
    head.append(_segment(0xE1, b"Exif\0\0" + credit_blocks.exif(words)))
    head.append(_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + credit_blocks.xmp(words)))
    pieces = [survey.icc[at : at + _ICC_PIECE] for at in range(0, len(survey.icc), _ICC_PIECE)]
    for number, piece in enumerate(pieces, 1):
        head.append(_segment(0xE2, b"ICC_PROFILE\0" + bytes([number, len(pieces)]) + piece))
    return head + rest


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2) + body


def _png(source: Source, _survey: Survey, words: Words) -> list[Part]:
    own = [png.chunk(b"eXIf", credit_blocks.exif(words))]
    own.append(_international(b"XML:com.adobe.xmp", credit_blocks.xmp(words)))
    texts = ((b"Description", words.caption), (b"Author", words.credit), (b"Copyright", words.rights))
    own += [_international(key, text.encode()) for key, text in texts if text]
    kept: list[Part] = [(at, length) for kind, at, length in png.chunks(source) if kind in _PNG_KEPT]
    return [(0, len(png.SIGNATURE) + 25), *own, *kept, png.chunk(b"IEND", b"")]


def _international(key: bytes, text: bytes) -> bytes:
    return png.chunk(b"iTXt", key + b"\0\0\0\0\0" + text)


def _webp(source: Source, survey: Survey, words: Words) -> list[Part]:
    kept = [(kind, at, length) for kind, at, length in webp.chunks(source) if kind in _WEBP_KEPT]
    kinds = {kind for kind, _, _ in kept}
    size = (survey.width - 1).to_bytes(3, "little") + (survey.height - 1).to_bytes(3, "little")
    flags = webp.HAS_EXIF | webp.HAS_XMP | (webp.HAS_ICC if b"ICCP" in kinds else 0)
    flags |= (webp.ANIMATED if b"ANIM" in kinds else 0) | (webp.HAS_ALPHA if webp.is_transparent(source, kept) else 0)
    parts: list[Part] = [webp.chunk(b"VP8X", bytes([flags, 0, 0, 0]) + size)]
    for _, at, length in sorted(kept, key=_profile_first):
        parts.append((at, length))
        if length & 1:
            parts.append(b"\0")
    parts.append(webp.chunk(b"EXIF", credit_blocks.exif(words)) + webp.chunk(b"XMP ", credit_blocks.xmp(words)))
    total = sum(len(part) if isinstance(part, bytes) else part[1] for part in parts)
    return [b"RIFF" + (total + 4).to_bytes(4, "little") + b"WEBP", *parts]


def _profile_first(found: tuple[bytes, int, int]) -> bool:
    return found[0] != b"ICCP"


def _gif(source: Source, _survey: Survey, words: Words) -> list[Part]:
    data = gif.whole(source)
    kept: list[Part] = [b"GIF89a", (6, gif.header_length(data) - 6)]
    text = "\n".join(line for line in (words.caption, words.rights) if line).encode()
    pieces = [text[at : at + 255] for at in range(0, len(text), 255)]
    if pieces:
        kept.append(b"\x21\xfe" + b"".join(bytes([len(piece)]) + piece for piece in pieces) + b"\0")
    for block in gif.blocks(data):
        application = data[block.offset + 3 : block.offset + 14]
        if block.label in {0, gif.CONTROL} or (block.label == gif.APPLICATION and application in _GIF_KEPT):
            kept.append((block.offset, block.length))
    return [*kept, b";"]


def _tiff(source: Source, survey: Survey, words: Words) -> Iterable[Part]:
    order, big, offset = ifd.header(source.at)
    first = ifd.directory(source.at, order, big, offset)
    sign = "<" if order == "little" else ">"
    more: tiff.Tags = {**credit_blocks.text_tags(words), tiff.XMP: (7, credit_blocks.xmp(words))}
    more[tiff.ORIENTATION] = (3, struct.pack(f"{sign}H", words.orientation))
    if words.taken:
        more[306] = (2, f"{words.taken.replace('-', ':').replace('T', ' '):<19}"[:19].encode("ascii") + b"\0")
    if survey.icc:
        more[tiff.ICC] = (7, survey.icc)
    return tiff.compact(first, tiff.read_pieces(source, first), more)


def _bmp(source: Source, _survey: Survey, _words: Words) -> list[Part]:
    return [(0, source.size)]


_WRITERS: Final[dict[str, Callable[[Source, Survey, Words], Iterable[Part]]]] = {
    "JPEG": _jpeg,
    "PNG": _png,
    "WEBP": _webp,
    "GIF": _gif,
    "TIFF": _tiff,
    "BMP": _bmp,
}
