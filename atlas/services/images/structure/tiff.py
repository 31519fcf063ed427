"""The first directory of a TIFF (TIFF 6.0, BigTIFF), made into a file of its own without anything but pixels."""

import struct
from dataclasses import dataclass
from typing import Final

from atlas.services.images import limits
from atlas.services.images.errors import damaged, other_format, too_many_frames, too_many_pixels, truncated
from atlas.services.images.source import Part, Source
from atlas.services.images.structure import ifd
from atlas.services.images.structure.survey import Survey, check_size

WIDTH, HEIGHT, BITS, PACKING, PHOTOMETRIC, FILL_ORDER = 256, 257, 258, 259, 262, 266
STRIPS, ORIENTATION, SAMPLES, ROWS, COUNTS, PLANES = 273, 274, 277, 278, 279, 284
TILE_WIDTH, TILE_HEIGHT, TILES, TILE_COUNTS, EXTRA, FORMATS = 322, 323, 324, 325, 338, 339
XMP, IPTC, ICC, EXIF, GPS = 700, 33723, 34675, 34665, 34853
_PLAIN: Final = 1
_PACKINGS: Final = frozenset({_PLAIN, 2, 3, 4, 5, 7, 8, 32_773, 32_946})
"""None, CCITT, LZW, JPEG, Deflate, PackBits: what is common and does not multiply work beyond the pixels."""
_GREY: Final = frozenset({0, 1})
_DNG_VERSION: Final = 50_706
NUMBERS: Final = (PACKING, PHOTOMETRIC, FILL_ORDER, SAMPLES, PLANES, 292, 293, 317, 332)
LISTS: Final = (BITS, EXTRA, FORMATS, 320, 530, 532)
"""Tags that say how to read the pixels, copied for the decoder with tables of JPEG (347)."""
Tags = dict[int, tuple[int, bytes]]
"""Number -> (type, values in the file's byte order)."""
_LONGEST_LIST: Final = 3 * 65_536


@dataclass(frozen=True, slots=True)
class Pieces:
    """Strips or tiles: where they lie, and how many bytes each takes unpacked."""

    tags: tuple[int, int]
    spans: tuple[tuple[int, int], ...]
    unpacked: int


def survey(source: Source, *, thorough: bool) -> Survey:
    """Read the first directory, and count the others when `thorough`."""
    order, big, offset = ifd.header(source.at)
    first = ifd.directory(source.at, order, big, offset)
    if _is_raw(source, first):
        raise other_format("RAW")
    if sum(entry.length for entry in first.entries.values()) > limits.TAG_BYTES:
        raise damaged("tags with too many values")
    width, height = first.integer(WIDTH, 0), first.integer(HEIGHT, 0)
    deep = _decoded_bytes(first)
    check_size(width, height, width * height * deep)
    if width * height > limits.TIFF_PIXELS:
        raise too_many_pixels(width, height)
    pieces = read_pieces(source, first)
    packed = first.integer(PACKING, _PLAIN) != _PLAIN
    held = sum(length for _, length in pieces.spans) + 2 * pieces.unpacked if packed else 0
    cost = width * height * deep + held
    check_size(width, height, cost)
    frames = _count(source, order, big, first) if thorough else 1
    return Survey(
        "TIFF",
        "image/tiff",
        width,
        height,
        frames,
        cost,
        compact(first, pieces, {}),
        exif=b"",
        xmp=first.raw(XMP, limits.XMP_BYTES),
        iptc=first.raw(IPTC, limits.EXIF_BYTES),
        icc=first.raw(ICC, limits.PROFILE_BYTES),
        orientation=first.integer(ORIENTATION, 1),
    )


def _is_raw(source: Source, first: ifd.Directory) -> bool:
    """Return whether it is a camera's raw photograph, of which the first directory holds but a small preview."""
    preview = first.integer(254, 0) & 1 and 330 in first.entries
    return bool(preview) or _DNG_VERSION in first.entries or source.at(8, 2) == b"CR"


def _bits(first: ifd.Directory) -> int:
    """Return the bits of one pixel as stored."""
    if first.integer(PACKING, _PLAIN) not in _PACKINGS:
        raise damaged(f"compression {first.integer(PACKING, _PLAIN)}")
    samples = first.integer(SAMPLES, 1)
    bits = first.integers(BITS) or (1,)
    if not 1 <= samples <= 8 or not all(1 <= count <= 64 for count in bits):
        raise damaged(f"{samples} samples of {bits} bits")
    return sum(bits) if len(bits) == samples else bits[0] * samples


def _decoded_bytes(first: ifd.Directory) -> int:
    """Return what one pixel takes in the decoder, counting palettes and 16 bits as the colours made of them."""
    return 1 if _bits(first) <= 8 and first.integer(PHOTOMETRIC, 0) in _GREY else 4


def read_pieces(source: Source, first: ifd.Directory) -> Pieces:
    """Return the strips or tiles, each of which lies in the file."""
    bits = _bits(first)
    tiled = TILES in first.entries
    tags = (TILES, TILE_COUNTS) if tiled else (STRIPS, COUNTS)
    width, height = first.integer(WIDTH, 0), first.integer(HEIGHT, 0)
    across, down = (
        (first.integer(TILE_WIDTH, 0), first.integer(TILE_HEIGHT, 0))
        if tiled
        else (width, min(height, first.integer(ROWS, height)))
    )
    if not 0 < across <= limits.SIDE or not 0 < down <= limits.SIDE:
        raise damaged("size of strips or tiles")
    planes = first.integer(SAMPLES, 1) if first.integer(PLANES, 1) == 2 else 1
    wanted = -(-width // across) * -(-height // down) * planes
    if wanted > limits.STRIPS:
        raise damaged(f"{wanted} strips or tiles")
    unpacked = (across * bits // planes + 7) // 8 * down
    check_size(across, down, unpacked)
    offsets = first.integers(tags[0], wanted)
    counts = first.integers(tags[1], wanted)
    if first.integer(PACKING, _PLAIN) == _PLAIN and not tiled:
        counts = _plain_counts(first, bits // planes, len(offsets), down)
    if len(offsets) != wanted or len(counts) != wanted:
        raise damaged("the table of strips or tiles")
    return Pieces(tags, _checked(source, offsets, counts), unpacked)


def _plain_counts(first: ifd.Directory, bits: int, strips: int, rows: int) -> tuple[int, ...]:
    """Return the bytes that uncompressed strips must have; what files say of it is often wrong."""
    height = first.integer(HEIGHT, 0)
    row = (first.integer(WIDTH, 0) * bits + 7) // 8
    in_plane = -(-height // rows)
    return tuple(row * min(rows, height - rows * (number % in_plane)) for number in range(strips))


def _checked(source: Source, offsets: tuple[int, ...], counts: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    total = 0
    for offset, count in zip(offsets, counts, strict=True):
        total += count
        if offset < 0 or count < 0 or offset + count > source.size:
            raise truncated(f"{count} bytes of pixels at {offset}")
    if total > source.size:
        raise damaged("strips or tiles that lie over each other")
    return tuple(zip(offsets, counts, strict=True))


def _count(source: Source, order: ifd.ByteOrder, big: bool, first: ifd.Directory) -> int:
    """Count the directories; one that comes round again or lies beyond the end is the last."""
    seen: set[int] = set()
    following, inline, count_size, entry_size = first.following, *((8, 8, 20) if big else (4, 2, 12))
    while following and following not in seen and following + count_size <= source.size:
        seen.add(following)
        if len(seen) >= limits.FRAMES:
            raise too_many_frames(limits.FRAMES)
        table = int.from_bytes(source.at(following, count_size), order) * entry_size
        if following + count_size + table + inline > source.size:
            break
        following = int.from_bytes(source.at(following + count_size + table, inline), order)
    return 1 + len(seen)


def compact(first: ifd.Directory, pieces: Pieces, more: Tags) -> tuple[Part, ...]:
    """Return a classic TIFF of the same pixels: header, strips or tiles, then one directory.

    `more` adds tags.
    """
    sign = "<" if first.order == "little" else ">"
    at, offsets = 8, []
    for _, length in pieces.spans:
        offsets.append(at)
        at += length
    pad = b"\0" * (at & 1)
    tags = {
        **_copied(first, sign),
        pieces.tags[0]: (4, struct.pack(f"{sign}{len(offsets)}I", *offsets)),
        pieces.tags[1]: (4, struct.pack(f"{sign}{len(offsets)}I", *(length for _, length in pieces.spans))),
        **more,
    }
    mark = b"II" if sign == "<" else b"MM"
    head = mark + struct.pack(f"{sign}HI", 42, at + len(pad))
    return (head, *pieces.spans, pad + written(tags, sign, at + len(pad)))


def _copied(first: ifd.Directory, sign: str) -> Tags:
    """Return the tags that say how to read the pixels, as types 3 (16 bits) and 4 (32 bits)."""
    tags: Tags = {}
    for tag in (WIDTH, HEIGHT, ROWS, TILE_WIDTH, TILE_HEIGHT):
        if tag in first.entries:
            tags[tag] = (4, struct.pack(f"{sign}I", min(first.integer(tag, 0), 2**32 - 1)))
    for tag in NUMBERS:
        if (values := first.integers(tag)) and 0 <= values[0] < 65_536:
            tags[tag] = (3, struct.pack(f"{sign}H", values[0]))
    for tag in LISTS:
        values = first.integers(tag, _LONGEST_LIST)
        if values and all(0 <= value < 65_536 for value in values):
            tags[tag] = (3, struct.pack(f"{sign}{len(values)}H", *values))
    if tables := first.raw(347):
        tags[347] = (7, tables)
    return tags


def written(tags: Tags, sign: str, at: int) -> bytes:
    """Return a directory that begins at `at`, with its values behind it."""
    sizes = {2: 1, 3: 2, 4: 4, 7: 1}
    table, values = bytearray(struct.pack(f"{sign}H", len(tags))), bytearray()
    behind = at + 2 + 12 * len(tags) + 4
    for tag in sorted(tags):
        kind, data = tags[tag]
        table += struct.pack(f"{sign}HHI", tag, kind, len(data) // sizes[kind])
        if len(data) <= 4:
            table += data.ljust(4, b"\0")
        else:
            table += struct.pack(f"{sign}I", behind + len(values))
            values += data + b"\0" * (len(data) & 1)
    return bytes(table + b"\0\0\0\0" + values)
