"""The segments of a JPEG (ITU-T T.81, annex B; colour profiles: ICC.1 annex B.4)."""

import re
from dataclasses import dataclass, field
from typing import Final

from atlas.services.images import limits
from atlas.services.images.errors import damaged, too_many_pixels, too_much_text, too_slow, truncated
from atlas.services.images.source import Part, Source
from atlas.services.images.structure.survey import Survey, check_size

SOI: Final = b"\xff\xd8"
EOI: Final = b"\xff\xd9"
_SOS, _EOI, _COM, _DHT, _DQT, _DRI, _DNL = 0xDA, 0xD9, 0xFE, 0xC4, 0xDB, 0xDD, 0xDC
_TABLES: Final = frozenset({_DHT, _DQT, _DRI})
_SEQUENTIAL: Final = frozenset({0xC0, 0xC1})
_PROGRESSIVE: Final = 0xC2
_OTHER_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - _SEQUENTIAL - {_PROGRESSIVE, _DHT, 0xC8, 0xCC}
# a marker other than a stuffed byte, a fill byte and the restart markers inside a scan
_NEXT_MARKER: Final = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_PIECE: Final = 2**20


@dataclass
class _Frame:
    """What SOFn says."""

    progressive: bool
    width: int
    height: int
    samplings: tuple[tuple[int, int], ...]

    @property
    def coefficients(self) -> int:
        """Bytes of all DCT coefficients, held at once where scans refine each other."""
        across = max(h for h, _ in self.samplings)
        down = max(v for _, v in self.samplings)
        area = (self.width + 8 * across) * (self.height + 8 * down) / (across * down)
        return int(2 * area * sum(h * v for h, v in self.samplings))


@dataclass
class _Walk:
    """What has been found on the way through the file."""

    parts: list[Part] = field(default_factory=lambda: [SOI])
    frame: _Frame | None = None
    scans: int = 0
    many_scans: bool = False
    segments: int = 0
    extra: int = 0
    exif: bytes = b""
    xmp: bytes = b""
    irb: bytes = b""
    icc: dict[int, bytes] = field(default_factory=dict)


def survey(source: Source, *, thorough: bool) -> Survey:
    """Read all segments; not `thorough` stops at the pixels of a plain JPEG, whose end the decoder finds."""
    walk = _Walk()
    offset = 2
    while (found := _next_segment(source, offset)) is not None:
        marker, offset = found
        walk.segments += 1
        if walk.segments > limits.BLOCKS // 10:
            raise too_much_text("too many segments")
        if marker == _EOI:
            break
        offset = _segment(source, walk, marker, offset, thorough=thorough)
        if offset == source.size and not thorough:
            break
    else:
        raise truncated("no end of image")
    return _result(walk)


def _result(walk: _Walk) -> Survey:
    frame = walk.frame
    if frame is None or walk.scans == 0:
        raise truncated("no picture before the end")
    fixed = frame.coefficients if walk.many_scans else 0
    deep = 1 if len(frame.samplings) == 1 else 4
    return Survey(
        "JPEG",
        "image/jpeg",
        frame.width,
        frame.height,
        1,
        fixed + deep * frame.width * frame.height,
        (*walk.parts, EOI),
        fixed,
        walk.exif,
        walk.xmp,
        iptc_of(walk.irb),
        b"".join(walk.icc[number] for number in sorted(walk.icc)),
    )


def _next_segment(source: Source, offset: int) -> tuple[int, int] | None:
    """Return the next marker and where its segment begins, None at the end of the file."""
    if offset + 2 > source.size:
        return None
    pair = source.at(offset, 2)
    if pair[0] == 0xFF and 0xFF != pair[1] != 0:
        return pair[1], offset + 2
    # fill bytes, or what careless writers leave between segments
    return _find_marker(source, offset)


def _find_marker(source: Source, offset: int) -> tuple[int, int] | None:
    while offset + 2 <= source.size:
        piece = source.at(offset, min(_PIECE, source.size - offset))
        if hit := _NEXT_MARKER.search(piece):
            return piece[hit.start() + 1], offset + hit.end()
        offset += len(piece) - 1
    return None


def _segment(source: Source, walk: _Walk, marker: int, offset: int, *, thorough: bool) -> int:
    """Take one segment and return where the next begins."""
    if marker in {0x01, 0xD8} or 0xD0 <= marker <= 0xD7:
        return offset
    length = int.from_bytes(source.at(offset, 2))
    if length < 2:
        raise damaged(f"segment {marker:02x} of length {length}")
    body = source.at(offset + 2, length - 2)
    after = offset + length
    if marker in _SEQUENTIAL or marker == _PROGRESSIVE:
        _take_frame(walk, marker, body)
    elif marker in _OTHER_FRAMES or marker == _DNL:
        raise damaged(f"JPEG of kind {marker:02x}")
    elif marker == _SOS:
        return _take_scan(source, walk, body, (offset - 2, after), thorough=thorough)
    elif marker not in _TABLES:
        _take_extra(walk, marker, body)
        if not _is_needed(marker, body):
            return after
    walk.parts.append((offset - 2, length + 2))
    return after


def _take_frame(walk: _Walk, marker: int, body: bytes) -> None:
    if walk.frame is not None or len(body) < 6 or len(body) != 6 + 3 * body[5]:
        raise damaged("the frame header of the JPEG")
    height, width = int.from_bytes(body[1:3]), int.from_bytes(body[3:5])
    samplings = tuple((body[at] >> 4, body[at] & 15) for at in range(7, len(body), 3))
    if body[0] != 8 or len(samplings) not in {1, 3, 4} or not all(0 < n < 5 for pair in samplings for n in pair):
        raise damaged("precision, components or sampling of the JPEG")
    check_size(width, height, 0)
    if width * height > limits.JPEG_PIXELS:
        raise too_many_pixels(width, height)
    walk.frame = _Frame(marker == _PROGRESSIVE, width, height, samplings)


def _take_scan(source: Source, walk: _Walk, body: bytes, span: tuple[int, int], *, thorough: bool) -> int:
    frame = walk.frame
    if frame is None or not body or len(body) != 4 + 2 * body[0]:
        raise damaged("the scan header of the JPEG")
    walk.scans += 1
    walk.many_scans = walk.many_scans or frame.progressive or body[0] < len(frame.samplings)
    if walk.many_scans:
        _check_scans(walk.scans, frame)
    elif not thorough:
        walk.parts.append((span[0], source.size - span[0]))
        return source.size
    end = _find_marker(source, span[1])
    if end is None:
        raise truncated("a scan without an end")
    if not walk.many_scans and end[0] != _EOI:
        # the decoder would meet what stands there, in the middle of the pixels
        raise damaged(f"marker {end[0]:02x} after the only scan")
    walk.parts.append((span[0], end[1] - 2 - span[0]))
    return end[1] - 2


def _check_scans(scans: int, frame: _Frame) -> None:
    if frame.coefficients + frame.width * frame.height // 16 > limits.DECODE_BYTES:
        raise too_many_pixels(frame.width, frame.height)
    if scans > limits.SCANS or scans * frame.width * frame.height > limits.SCAN_PIXELS:
        raise too_slow(f"{scans} scans")


def _take_extra(walk: _Walk, marker: int, body: bytes) -> None:
    walk.extra += len(body)
    if walk.extra > limits.TEXT_BYTES:
        raise too_much_text("application segments and comments")
    if marker == 0xE1 and body.startswith(b"Exif\0\0") and not walk.exif:
        walk.exif = body[6:]
    elif marker == 0xE1 and body.startswith(b"http://ns.adobe.com/xap/1.0/\0") and not walk.xmp:
        walk.xmp = body[29:]
    elif marker == 0xE2 and body.startswith(b"ICC_PROFILE\0") and len(body) > 14:
        walk.icc.setdefault(body[12], body[14:])
        if sum(map(len, walk.icc.values())) > limits.PROFILE_BYTES:
            raise too_much_text("colour profile")
    elif marker == 0xED and body.startswith(b"Photoshop 3.0\0") and not walk.irb:
        walk.irb = body[14:]


def _is_needed(marker: int, body: bytes) -> bool:
    """Return whether the decoder needs the segment to know what the components mean."""
    return (marker == 0xE0 and body.startswith(b"JFIF\0")) or (marker == 0xEE and body.startswith(b"Adobe"))


def iptc_of(resources: bytes) -> bytes:
    """Return the IPTC record of Photoshop's image resources (resource 0x0404)."""
    at = 0
    while resources[at : at + 4] == b"8BIM" and at + 12 <= len(resources):
        number = int.from_bytes(resources[at + 4 : at + 6])
        at += 6 + ((resources[at + 6] + 2) & ~1)
        length = int.from_bytes(resources[at : at + 4])
        if number == 0x0404:
            return resources[at + 4 : at + 4 + length]
        at += 4 + length + (length & 1)
    return b""
