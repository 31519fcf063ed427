"""Pictures made to do harm, written by code: each family is small on disk and large in somebody's memory or time."""

import gzip
import os
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image

PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def zeros(length: int) -> bytes:
    """Return `length` zero bytes as a zlib stream, put together from one compressed megabyte."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    megabyte = packer.compress(bytes(2**20)) + packer.flush(zlib.Z_FULL_FLUSH)
    last = zlib.compressobj(9, zlib.DEFLATED, -15)
    end = last.compress(bytes(length % 2**20)) + last.flush()
    # Adler-32 of zeros: the first sum stays 1, the second counts them
    check = (length % 65_521 << 16) + 1
    return b"\x78\xda" + megabyte * (length // 2**20) + end + check.to_bytes(4)


def png(
    width: int,
    height: int,
    colour: int = 0,
    depth: int = 8,
    interlace: int = 0,
    extra: bytes = b"",
    idat: bytes | None = None,
) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    # interlaced rows come in seven passes with a filter byte each
    length = height * (1 + interlace + (width * channels * depth + 7) // 8)
    data = zeros((1 + interlace) * length) if idat is None else idat
    palette = chunk(b"PLTE", bytes(768)) if colour == 3 else b""
    return PNG + chunk(b"IHDR", header) + palette + extra + chunk(b"IDAT", data) + chunk(b"IEND")


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2) + body


def jpeg(width: int, height: int, *, progressive: int = 0, components: int = 1, extra: bytes = b"", body=None) -> bytes:
    """Return a JPEG whose coefficients are all zero: two bits a block, or a few bytes a scan."""
    parts = "".join(f"{n + 1:02x}1100" for n in range(components))
    frame = b"\x08" + struct.pack(">HHB", height, width, components) + bytes.fromhex(parts)
    head = b"\xff\xd8" + extra + segment(0xDB, b"\0" + b"\1" * 64) + segment(0xC2 if progressive else 0xC0, frame)
    # one code of one bit in both tables: difference 0, end of block
    head += segment(0xC4, b"\0\1" + bytes(15) + b"\0") + segment(0xC4, b"\x10\1" + bytes(15) + b"\0")
    blocks = -(-width // 8) * -(-height // 8) * components
    selectors = bytes.fromhex("".join(f"{n + 1:02x}00" for n in range(components)))
    if not progressive:
        data = bytes(blocks * 2 // 8 + 1) if body is None else body
        return head + segment(0xDA, bytes([components]) + selectors + b"\0\x3f\0") + data + b"\xff\xd9"
    scans = segment(0xDA, bytes([components]) + selectors + b"\0\0\1") + bytes(blocks // 8 + 1)
    # runs of 32,767 finished blocks (EOB14), fourteen bits of length each
    eobs = segment(0xC4, b"\x10\1" + bytes(15) + b"\xe0")
    runs = -(-blocks // components // 32_767)
    scan = segment(0xDA, b"\1\1\0\1\x3f\0") + _ones(runs)
    return head + scans + eobs + scan * progressive + b"\xff\xd9"


def _ones(runs: int) -> bytes:
    bits = ("0" + "1" * 14) * runs
    bits += "1" * (-len(bits) % 8)
    data = int(bits, 2).to_bytes(len(bits) // 8)
    return data.replace(b"\xff", b"\xff\0")


def gif(width: int, height: int, frames: int = 1, extra: bytes = b"") -> bytes:
    one = b"," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\2\2L\1\0"
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    return head + extra + one * frames + b";"


def riff(kind: bytes, data: bytes) -> bytes:
    return kind + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) & 1)


def webp(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def canvas(width: int, height: int, flags: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return riff(b"VP8X", bytes([flags, 0, 0, 0]) + size)


def still(width: int = 1, height: int = 1) -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height)).save(target, "WEBP", lossless=True, method=0)
    return target.getvalue()[12:]


def tiff(tags: dict[int, tuple[int, tuple[int, ...]]], pixels: bytes, following: int = 0) -> bytes:
    """Return a little-endian TIFF; the pixels lie at 8."""
    table, values = b"", b""
    at = 8 + len(pixels) + 2 + 12 * len(tags) + 4
    for tag in sorted(tags):
        kind, numbers = tags[tag]
        data = struct.pack(f"<{len(numbers)}{'?B?HI'[kind]}", *numbers)
        place = data.ljust(4, b"\0") if len(data) <= 4 else struct.pack("<I", at + len(values))
        values += b"" if len(data) <= 4 else data
        table += struct.pack("<HHI", tag, kind, len(numbers)) + place
    head = struct.pack("<2sHI", b"II", 42, 8 + len(pixels))
    return head + pixels + struct.pack("<H", len(tags)) + table + struct.pack("<I", following) + values


def grey_tiff(width: int, height: int, pixels: bytes, packing: int, strips=None, rows: int = 0, more=None) -> bytes:
    offsets, counts = strips or ((8,), (len(pixels),))
    tags = {
        256: (4, (width,)),
        257: (4, (height,)),
        258: (3, (8,)),
        259: (3, (packing,)),
        262: (3, (1,)),
        273: (4, tuple(offsets)),
        277: (3, (1,)),
        278: (4, (rows or height,)),
        279: (4, tuple(counts)),
        **(more or {}),
    }
    return tiff(tags, pixels)


def bmp(width: int, height: int, packing: int, body: bytes) -> bytes:
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, packing, len(body), 0, 0, 256, 0)
    return struct.pack("<2sIHHI", b"BM", 54 + 1024 + len(body), 0, 0, 54 + 1024) + info + bytes(1024) + body


def turning_directories(count: int) -> bytes:
    """Return a TIFF of one pixel with many empty directories, the last of which leads back to the second."""
    data = bytearray(grey_tiff(1, 1, b"\0\0", 1, ((8,), (1,))))
    first_end = 8 + 2 + 2 + 12 * 9
    start = len(data)
    data[first_end : first_end + 4] = struct.pack("<I", start)
    for number in range(count):
        data += struct.pack("<HI", 0, start + 6 * (number + 1) if number + 1 < count else start)
    return bytes(data)


def packbits_tiff(side: int) -> bytes:
    """Return a TIFF in strips of 100 rows; each pair of bytes stands for 128 pixels."""
    strip = b"\x81\0" * (side * 100 // 128)
    count = side // 100
    strips = range(8, 8 + count * len(strip), len(strip)), (len(strip),) * count
    return grey_tiff(side, side, strip * count, 32_773, strips, 100)


def strips_tiff(count: int) -> bytes:
    row = zeros(1000)
    strips = range(8, 8 + count * len(row), len(row)), (len(row),) * count
    return grey_tiff(1000, count, row * count, 8, strips, 1)


def many_scans_in_tiff() -> bytes:
    inner = jpeg(4000, 4000, progressive=3000)
    return grey_tiff(4000, 4000, inner, 7)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
SVGS = {
    "script.svg": '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "external.svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "entities.svg": f'<!DOCTYPE svg [<!ENTITY l0 "ha">{LAUGHS}]><svg>&l9;</svg>',
    "commented.svg": "<!-- svg " + "x" * 3000 + " --><svg/>",
}

FAMILIES: dict[str, Callable[[], bytes]] = {
    "png-claims-65000-squared.png": lambda: png(65_000, 65_000, idat=zeros(1000)),
    "png-65000-by-1.png": lambda: png(65_000, 1),
    "png-1-by-65000.png": lambda: png(1, 65_000, 2),
    "png-side-beyond.png": lambda: png(70_000, 1),
    "png-grey-16000-squared.png": lambda: png(16_000, 16_000),
    "png-colour-8400-squared.png": lambda: png(8400, 8400, 2),
    "png-alpha-8400-squared.png": lambda: png(8400, 8400, 6),
    "png-palette-8400-squared.png": lambda: png(8400, 8400, 3),
    "png-interlaced-8400-squared.png": lambda: png(8400, 8400, 6, interlace=1),
    "png-16-bit-colour-8400-squared.png": lambda: png(8400, 8400, 2, 16),
    "png-16-bit-grey-8400-squared.png": lambda: png(8400, 8400, 0, 16),
    "png-one-bit-16000-squared.png": lambda: png(16_000, 16_000, 0, 1),
    "png-more-pixels-than-said.png": lambda: png(10, 10, idat=zeros(2**30)),
    "png-fewer-pixels-than-said.png": lambda: png(8000, 8000, idat=zeros(1000)),
    "png-profile-bomb.png": lambda: png(9, 9, extra=chunk(b"iCCP", b"x\0\0" + zeros(2**30))),
    "png-text-bomb.png": lambda: png(9, 9, extra=chunk(b"zTXt", b"x\0\0" + zeros(2**30))),
    "png-huge-text.png": lambda: png(9, 9, extra=chunk(b"tEXt", b"x\0" + b"y" * 2**26)),
    "png-many-texts.png": lambda: png(9, 9, extra=chunk(b"tEXt", b"x\0y") * 300_000),
    "png-many-pieces.png": lambda: png(9, 9, idat=b"", extra=chunk(b"IDAT", b"\0") * 1_000_000),
    "png-million-frames.png": lambda: png(9, 9, extra=chunk(b"fcTL", bytes(26)) * 1_000_000),
    "jpeg-claims-65000-squared.jpg": lambda: jpeg(65_000, 65_000, body=b"\0" * 100),
    "jpeg-grey-17000-squared.jpg": lambda: jpeg(17_000, 17_000),
    "jpeg-colour-17000-squared.jpg": lambda: jpeg(17_000, 17_000, components=3),
    "jpeg-cmyk-17000-squared.jpg": lambda: jpeg(17_000, 17_000, components=4),
    "jpeg-colour-8000-squared.jpg": lambda: jpeg(8000, 8000, components=3),
    "jpeg-65000-by-1000.jpg": lambda: jpeg(65_000, 1000, components=3),
    "jpeg-progressive-17000-squared.jpg": lambda: jpeg(17_000, 17_000, progressive=1),
    "jpeg-progressive-colour-6500-squared.jpg": lambda: jpeg(6500, 6500, progressive=30, components=3),
    "jpeg-progressive-3800-squared-100-scans.jpg": lambda: jpeg(3800, 3800, progressive=99),
    "jpeg-many-scans.jpg": lambda: jpeg(4000, 4000, progressive=5000),
    "jpeg-many-segments.jpg": lambda: jpeg(9, 9, extra=segment(0xE5, b"") * 1_000_000),
    "jpeg-much-in-segments.jpg": lambda: jpeg(9, 9, extra=segment(0xE2, b"ICC_PROFILE\0\1\1" + bytes(65_000)) * 1000),
    "jpeg-many-comments.jpg": lambda: jpeg(9, 9, extra=segment(0xFE, bytes(60_000)) * 1000),
    "gif-million-frames.gif": lambda: gif(1, 1, 1_000_000),
    "gif-claims-65535-squared.gif": lambda: gif(65_535, 65_535),
    "gif-8400-squared.gif": lambda: gif(8400, 8400),
    "gif-many-blocks.gif": lambda: gif(1, 1, extra=b"!\xfe" + b"\1x" * 5_000_000 + b"\0"),
    "gif-many-comments.gif": lambda: gif(1, 1, extra=b"!\xfe\1x\0" * 150_000),
    "webp-16383-squared.webp": lambda: webp(canvas(16_383, 16_383, 2), riff(b"ANIM", bytes(6)), still()),
    "webp-4100-squared.webp": lambda: webp(still(4100, 4100)),
    "webp-million-frames.webp": lambda: webp(
        canvas(1, 1, 2), riff(b"ANIM", bytes(6)), riff(b"ANMF", bytes(16) + still()) * 1_000_000
    ),
    "webp-huge-xmp.webp": lambda: webp(canvas(1, 1, 4), still(), riff(b"XMP ", b"x" * 2**26)),
    "tiff-claims-65000-squared.tif": lambda: grey_tiff(65_000, 65_000, zeros(1000), 8),
    "tiff-deflate-9400-squared.tif": lambda: grey_tiff(9400, 9400, zeros(9400**2), 8),
    "tiff-packbits-16000-squared.tif": lambda: packbits_tiff(16_000),
    "tiff-strips-over-each-other.tif": lambda: grey_tiff(
        16_000, 16_000, bytes(16_000), 1, ((8,) * 16_000, (16_000,) * 16_000), 1
    ),
    "tiff-60000-strips.tif": lambda: strips_tiff(60_000),
    "tiff-directories-in-a-ring.tif": lambda: turning_directories(5),
    "tiff-million-pages.tif": lambda: turning_directories(1_000_000),
    "tiff-many-scans.tif": many_scans_in_tiff,
    "tiff-huge-tag.tif": lambda: grey_tiff(2, 2, bytes(4), 1, more={700: (1, (65,) * 20_000_000)}),
    "bmp-claims-65000-squared.bmp": lambda: bmp(65_000, 65_000, 0, bytes(100)),
    "bmp-run-lengths-16000-squared.bmp": lambda: bmp(16_000, 16_000, 1, b"\1\0" * 100_000),
    "bmp-run-lengths-2000-squared.bmp": lambda: bmp(2000, 2000, 1, b"\1\0" * 260_000),
    "bmp-fewer-rows.bmp": lambda: bmp(8000, 8000, 0, bytes(100)),
    "zipped.svgz": lambda: gzip.compress(SVGS["script.svg"].encode()),
    "zero-bytes.jpg": lambda: b"",
    "one-byte.jpg": lambda: b"\xff",
    "page.jpg": lambda: b"<!DOCTYPE html><html><body>Not found</body></html>",
    "document.png": lambda: b"%PDF-1.7\n",
    "layers.png": lambda: b"8BPS\0\1" + bytes(100),
    "phone.jpg": lambda: b"\0\0\0\x18ftypheic" + bytes(100),
    **{name: (lambda text=text: text.encode()) for name, text in SVGS.items()},
    "script-utf-16.svg": lambda: SVGS["script.svg"].encode("utf-16"),
}


def strange_files(folder: Path) -> list[Path]:
    """Make what is no regular file, and names that would break a line."""
    small = jpeg(8, 8)
    names = ["line\nbreak.jpg", "bell\x07 and \x1b[31mred.jpg", "\u202egpj.exe", "x" * 200 + ".jpg"]
    for name in names:
        (folder / name).write_bytes(small)
    made = [folder / name for name in names]
    raw = os.fsencode(folder) + b"/not \xff\xfe text.jpg"
    Path(os.fsdecode(raw)).write_bytes(small)
    os.mkfifo(folder / "pipe.jpg")
    (folder / "folder.jpg").mkdir()
    (folder / "loop.jpg").symlink_to(folder / "loop.jpg")
    (folder / "nowhere.jpg").symlink_to(folder / "missing.jpg")
    made += [Path(os.fsdecode(raw)), *(folder / f"{name}.jpg" for name in ("pipe", "folder", "loop", "nowhere"))]
    return [*made, Path("/dev/zero"), Path("/dev/stdin"), Path("/proc/self/mem"), folder / "zero\0inside.jpg"]
