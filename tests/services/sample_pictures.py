"""Small real pictures of every kind that comes in, written by Pillow."""

from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

SIZE = (96, 64)


def scene(size: tuple[int, int] = SIZE) -> Image.Image:
    """Return a smooth picture, different in every corner, so that turning and colours can be told."""
    x, y = np.meshgrid(np.linspace(0, 1, size[0]), np.linspace(0, 1, size[1]))
    planes = (40 + 200 * x, 40 + 200 * y, 220 - 150 * x * y)
    return Image.fromarray(np.stack(planes, 2).round().astype(np.uint8))


def with_alpha() -> Image.Image:
    picture = scene().convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(SIZE))
    return picture


def exif(**tags: object) -> Image.Exif:
    """Return EXIF with a place, an author and a date; `tags` like t274=6 come on top."""
    found = Image.Exif()
    # Pillow writes text as ASCII and bytes as they are
    found[0x013B], found[0x8298], found[0x0110] = "Anna Müller".encode(), "2024 Anna Müller".encode(), "Camera X"
    found.get_ifd(0x8769).update({0x9003: "2024:05:01 12:33:10", 0xA431: "SERIAL-4711", 0x927C: b"NOTES" * 20})
    found.get_ifd(0x8825).update({1: "N", 2: (48.0, 8.0, 14.0), 3: "E", 4: (11.0, 34.0, 31.0)})
    for name, value in tags.items():
        found[int(name[1:])] = value
    return found


def kinds() -> dict[str, bytes]:
    """Return file name -> content: each format with each way of coding that Pillow writes."""
    photo, clear = scene(), with_alpha()
    ramp = np.linspace(0, 1, SIZE[0] * SIZE[1]).reshape(SIZE[1], SIZE[0])
    others = [photo.rotate(180), photo.rotate(90)]
    wanted: list[tuple[str, Image.Image, dict[str, object]]] = [
        ("plain.jpg", photo, {"quality": 92, "exif": exif(), "comment": b"made by code"}),
        ("progressive.jpg", photo, {"progressive": True, "quality": 92}),
        ("grey.jpg", photo.convert("L"), {"quality": 92}),
        ("press.jpg", photo.convert("CMYK"), {"quality": 92}),
        ("restarts.jpg", photo, {"restart_marker_rows": 1}),
        ("plain.png", photo, {"exif": exif()}),
        ("clear.png", clear, {}),
        ("grey-clear.png", clear.convert("LA"), {}),
        ("palette.png", photo.quantize(32), {}),
        ("bits.png", photo.convert("1"), {}),
        ("deep.png", Image.fromarray((ramp * 65535).astype(np.uint16)), {}),
        ("frames.png", photo, {"save_all": True, "append_images": others}),
        ("lossy.webp", photo, {"quality": 92, "exif": exif()}),
        ("lossless.webp", photo, {"lossless": True}),
        ("clear.webp", clear, {"quality": 92}),
        ("frames.webp", photo, {"save_all": True, "append_images": others}),
        ("plain.gif", photo.quantize(64), {"comment": b"made by code"}),
        ("frames.gif", photo, {"save_all": True, "append_images": others}),
        ("plain.bmp", photo, {}),
        ("palette.bmp", photo.quantize(32), {}),
        ("plain.tif", photo, {"exif": exif()}),
        ("lzw.tif", photo, {"compression": "tiff_lzw"}),
        ("deflate.tif", photo, {"compression": "tiff_adobe_deflate"}),
        ("packbits.tif", photo, {"compression": "packbits"}),
        ("jpeg.tif", photo, {"compression": "jpeg"}),
        ("fax.tif", photo.convert("1"), {"compression": "group4"}),
        ("press.tif", photo.convert("CMYK"), {"compression": "tiff_lzw"}),
        ("deep.tif", Image.fromarray((ramp * 65535).astype(np.uint16)), {}),
        ("heights.tif", Image.fromarray((ramp * 8000 - 4000).astype(np.float32)), {}),
        ("whole-numbers.tif", Image.fromarray((ramp * 8000 - 4000).astype(np.int32)), {}),
        ("pages.tif", photo, {"save_all": True, "append_images": others}),
    ]
    return {name: _written(name, picture, options) for name, picture, options in wanted}


def _written(name: str, picture: Image.Image, options: dict[str, object]) -> bytes:
    target = BytesIO()
    form = {"jpg": "JPEG", "tif": "TIFF"}.get(name.rpartition(".")[2], name.rpartition(".")[2].upper())
    picture.save(target, form, **options)
    return target.getvalue()


def write(folder: Path, names: dict[str, bytes]) -> list[Path]:
    """Write the files and return where they are."""
    for name, data in names.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in names]
