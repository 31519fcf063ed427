"""The headers of a BMP (Microsoft's BITMAPINFOHEADER and its relatives, OS/2's BITMAPCOREHEADER)."""

from typing import Final

from atlas.services.images import limits
from atlas.services.images.errors import damaged, too_many_pixels, truncated
from atlas.services.images.source import Source
from atlas.services.images.structure.survey import Survey, check_size

_HEADERS: Final = frozenset({12, 40, 52, 56, 64, 108, 124})
_PLAIN, _RLE8, _RLE4, _FIELDS = range(4)


def survey(source: Source) -> Survey:
    """Read the headers and see that the rows they promise are there."""
    head = source.at(0, 18)
    pixels_at, header = _little(head, 10, 4), _little(head, 14, 4)
    if header not in _HEADERS:
        raise damaged(f"header of {header} bytes")
    info = source.at(14, header)
    if header == 12:
        width, height, bits, packing, colours = _little(info, 4, 2), _little(info, 6, 2), _little(info, 10, 2), 0, 0
    else:
        width, bits = _little(info, 4, 4), _little(info, 14, 2)
        height = abs(int.from_bytes(info[8:12], "little", signed=True))
        packing, colours = _little(info, 16, 4), _little(info, 32, 4)
    if bits not in {1, 4, 8, 16, 24, 32} or packing > _FIELDS or (bits <= 8 and colours > 256):
        raise damaged(f"{bits} bits, packing {packing}, {colours} colours")
    cost = 4 * width * height
    check_size(width, height, cost)
    if packing in {_RLE8, _RLE4}:
        if width * height > limits.RLE_PIXELS or source.size > limits.RLE_BYTES:
            raise too_many_pixels(width, height)
    elif pixels_at + (width * bits + 31) // 32 * 4 * height > source.size:
        raise truncated("fewer rows than the header says")
    return Survey("BMP", "image/bmp", width, height, 1, cost, ((0, source.size),))


def _little(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "little")
