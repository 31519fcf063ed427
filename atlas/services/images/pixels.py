"""From the parts that a survey admits to a QImage: the only place that lets Pillow decode."""

import struct
import threading
import zlib
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from PySide6.QtGui import QImage, QTransform

from atlas.services.images import limits
from atlas.services.images.colour import Converter, converter
from atlas.services.images.errors import UnfitError, damaged, no_memory, truncated
from atlas.services.images.source import Source, Spliced
from atlas.services.images.structure.survey import Survey

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image, ImageFile

Region = tuple[int, int, int, int]
"""Left, top, width, height in pixels as stored."""

TROUBLE: Final = (
    OSError,
    ValueError,
    TypeError,
    SyntaxError,
    LookupError,
    AttributeError,
    ArithmeticError,
    EOFError,
    MemoryError,
    AssertionError,
    RuntimeError,
    struct.error,
    zlib.error,
    Warning,
)
"""What Pillow raises on broken pictures, beside its `DecompressionBombError`; it promises no common class."""
_STRIP_PIXELS: Final = 1_000_000
_CORNER: Final = 64
_MARGIN: Final = 4
"""Rows beyond a strip that the filter looks at, so that strips meet without a seam."""
_SINGLE_RANGE: Final = 1e38
"""What the difference of two numbers of 32 bits may be."""
_ONE_BIG: Final = threading.Lock()


def render(source: Source, survey: Survey, region: Region, target: tuple[int, int], turn: int) -> QImage:
    """Decode a region of the stored picture, scale it down to `target` and turn it as EXIF's `turn` says."""
    scale = _scale(survey, region, target)
    with _room(_cost(survey, scale)):
        picture = _decoded(source, survey, scale, limits.SHOW_SECONDS)
        image = _image(picture, survey, region, target)
        picture.close()
        del picture
        alpha = image.format() == QImage.Format.Format_RGBA8888
        image.convertTo(QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32)
        return turned(image, turn)


def try_out(source: Source, survey: Survey) -> None:
    """Decode a picture as small as it goes and paint a corner of it, to see whether it can be. Raises `UnfitError`."""
    scale = 8 if survey.format == "JPEG" else 1
    corner = min(survey.width, _CORNER), min(survey.height, _CORNER)
    with _room(_cost(survey, scale)):
        picture = _decoded(source, survey, scale, limits.DECODE_SECONDS)
        _image(picture, survey, (0, 0, *corner), corner)
        picture.close()


def fitted(size: tuple[int, int], box: tuple[int, int]) -> tuple[int, int]:
    """Return the size that fits into `box`, never larger."""
    width, height = size
    factor = min(1.0, max(1, box[0]) / width, max(1, box[1]) / height)
    return max(1, round(width * factor)), max(1, round(height * factor))


def whole(survey: Survey) -> tuple[int, int]:
    """Return the largest size in which a picture may be held beside what its decoder holds."""
    scale = next(scale for scale in (1, 2, 4, 8) if scale == 8 or _cost(survey, scale) <= limits.DECODE_BYTES)
    area = survey.width * survey.height
    most = min(area / scale**2, (limits.BOTH_BYTES - _cost(survey, scale)) / 4)
    factor = min(1.0, sqrt(most / area), limits.FULL_SIDE / max(survey.width, survey.height))
    return max(1, int(survey.width * factor)), max(1, int(survey.height * factor))


def turned(image: QImage, turn: int) -> QImage:
    """Return the picture upright (EXIF 2.3, tag Orientation)."""
    matrix = {
        2: QTransform(-1, 0, 0, 1, 0, 0),
        3: QTransform(-1, 0, 0, -1, 0, 0),
        4: QTransform(1, 0, 0, -1, 0, 0),
        5: QTransform(0, 1, 1, 0, 0, 0),
        6: QTransform(0, 1, -1, 0, 0, 0),
        7: QTransform(0, -1, -1, 0, 0, 0),
        8: QTransform(0, -1, 1, 0, 0, 0),
    }.get(turn)
    if matrix is None:
        return image
    wanted = image.format()
    upright = image.transformed(matrix)
    upright.convertTo(wanted)
    return upright


def _room(cost: int) -> AbstractContextManager[object]:
    """Let small pictures through side by side and big ones one after the other: together they must fit."""
    return _ONE_BIG if cost > limits.BIG_BYTES else nullcontext()


def _scale(survey: Survey, region: Region, target: tuple[int, int]) -> int:
    """Return by how much a JPEG is decoded smaller: as far as the target allows, and as memory demands."""
    if survey.format != "JPEG":
        return 1
    wanted = min(region[2] / target[0], region[3] / target[1])
    return next(
        scale
        for scale in (8, 4, 2, 1)
        if scale == 1 or wanted >= scale or _cost(survey, scale // 2) > limits.DECODE_BYTES
    )


def _cost(survey: Survey, scale: int) -> int:
    return survey.fixed + (survey.cost - survey.fixed) // scale**2


def _decoded(source: Source, survey: Survey, scale: int, seconds: float) -> "Image.Image":
    from PIL.Image import DecompressionBombError

    stream = Spliced(source, survey.parts, seconds)
    try:
        picture = _plugin(survey.format)(cast("BinaryIO", stream))
        if scale > 1:
            picture.draft("RGB", (max(1, survey.width // scale), max(1, survey.height // scale)))
        elif picture.size != (survey.width, survey.height):
            raise damaged(f"{picture.size} instead of {survey.width} x {survey.height}")
        picture.load()
    except (*TROUBLE, DecompressionBombError) as problem:
        raise _told(problem) from problem
    return picture


def _told(problem: BaseException) -> UnfitError:
    """Return what a decoder's error means for the user."""
    if isinstance(problem, MemoryError):
        return no_memory()
    if "truncated" in str(problem) or isinstance(problem, EOFError):
        return truncated(repr(problem))
    return damaged(repr(problem))


def _plugin(name: str) -> "type[ImageFile.ImageFile]":
    """Return the class that decodes a format: never Pillow's `open`, which tries others and has limits of its own."""
    from PIL import (
        BmpImagePlugin,
        GifImagePlugin,
        JpegImagePlugin,
        PngImagePlugin,
        TiffImagePlugin,
        WebPImagePlugin,
    )

    classes: dict[str, type[ImageFile.ImageFile]] = {
        "JPEG": JpegImagePlugin.JpegImageFile,
        "PNG": PngImagePlugin.PngImageFile,
        "WEBP": WebPImagePlugin.WebPImageFile,
        "TIFF": TiffImagePlugin.TiffImageFile,
        "GIF": GifImagePlugin.GifImageFile,
        "BMP": BmpImagePlugin.BmpImageFile,
    }
    return classes[name]


def _image(picture: "Image.Image", survey: Survey, region: Region, target: tuple[int, int]) -> QImage:
    try:
        return _painted(picture, survey, region, target)
    except TROUBLE as problem:
        raise _told(problem) from problem


@dataclass(frozen=True, slots=True)
class _Look:
    """How the pixels of one picture become 8-bit colours."""

    alpha: bool
    low: float
    high: float
    colours: Converter


def _painted(picture: "Image.Image", survey: Survey, region: Region, target: tuple[int, int]) -> QImage:
    from PIL import Image

    across, down = picture.width / survey.width, picture.height / survey.height
    left, top, wide, tall = region[0] * across, region[1] * down, region[2] * across, region[3] * down
    width, height = target
    look = _look(picture, survey)
    form = QImage.Format.Format_RGBA8888 if look.alpha else QImage.Format.Format_RGBX8888
    image = QImage(width, height, form)
    if image.isNull():
        raise MemoryError
    bits = memoryview(image.bits())
    step = tall / height
    rows = max(1, int(_STRIP_PIXELS / max(wide * step, width)))
    same = (wide, tall) == (width, height)
    margin = 0 if same else _MARGIN
    for first in range(0, height, rows):
        last = min(height, first + rows)
        above, below = max(0, first - margin), min(height, last + margin)
        y0, y1 = top + above * step, min(top + below * step, float(picture.height))
        x0, x1 = floor(left), min(ceil(left + wide), picture.width)
        strip = _eight_bit(picture.crop((x0, floor(y0), x1, ceil(y1))), look)
        if not same:
            box = (left - x0, y0 - floor(y0), min(left + wide, float(picture.width)) - x0, y1 - floor(y0))
            strip = strip.resize((width, below - above), Image.Resampling.BICUBIC, box, 2.0)
        if strip.height > last - first:
            strip = strip.crop((0, first - above, width, last - above))
        strip = look.colours(strip)
        bits[first * width * 4 : last * width * 4] = strip.tobytes("raw", "RGBA" if look.alpha else "RGBX")
    return image


def _look(picture: "Image.Image", survey: Survey) -> _Look:
    mode = picture.mode
    alpha = picture.has_transparency_data and not _is_opaque(picture)
    low, high = _extremes(picture, survey) if mode in {"I", "F"} or mode.startswith("I;16") else (0.0, 255.0)
    base = "CMYK" if mode == "CMYK" else "L" if mode in {"1", "L", "I", "F"} or mode.startswith("I;16") else "RGB"
    if alpha:
        base = "RGBA"
    return _Look(alpha, low, high, converter(survey.icc, base))


def _is_opaque(picture: "Image.Image") -> bool:
    """Return whether transparency is possible and not used, as in most pictures of screens."""
    if picture.mode != "RGBA" or picture.width * picture.height > _STRIP_PIXELS * 16:
        return False
    return picture.getchannel("A").getextrema() == (255, 255)


def _eight_bit(strip: "Image.Image", look: _Look) -> "Image.Image":
    """Return the strip as L, RGB, RGBA or CMYK."""
    if strip.mode in {"I", "F"} or strip.mode.startswith("I;16"):
        strip = _stretched(strip, look.low, look.high)
    if look.alpha:
        return strip if strip.mode == "RGBA" else strip.convert("RGBA")
    if strip.mode in {"L", "RGB", "CMYK"}:
        return strip
    return strip.convert("L" if strip.mode == "1" else "RGB")


def _extremes(picture: "Image.Image", survey: Survey) -> tuple[float, float]:
    """Return which values become black and white.

    Photographs of 16 bits use their full range. Measurements (32 bits, or a TIFF that stays in the lowest quarter of
    its range) are stretched between the half percents at their ends, as viewers of such data do.
    """
    import numpy as np
    from PIL import Image

    small = picture.resize(
        (min(picture.width, 512), min(picture.height, 512)), Image.Resampling.NEAREST, reducing_gap=None
    )
    values = _numbers(small)
    values = values[np.isfinite(values)]
    if picture.mode.startswith("I;16") and (survey.format != "TIFF" or not values.size or values.max() >= 16_384):
        return 0.0, 65_535.0
    # a PNG of 16 bits that Pillow hands out as 32
    if picture.mode == "I" and survey.format == "PNG":
        return 0.0, 65_535.0
    if not values.size:
        return 0.0, 1.0
    low, high = (float(edge) for edge in np.percentile(values, (0.5, 99.5)))
    return (low, high) if high > low else (low - 1.0, low + 1.0)


def _stretched(strip: "Image.Image", low: float, high: float) -> "Image.Image":
    import numpy as np
    from PIL import Image

    values = np.asarray(strip)
    if values.dtype == np.uint16 and (low, high) == (0.0, 65_535.0):
        return Image.fromarray((values >> 8).astype(np.uint8))
    # 32 bits are quicker and, but for whole numbers and very long ranges, as good
    wide = values.dtype == np.int32 or high - low > _SINGLE_RANGE
    exact: NDArray[np.floating[Any]]
    # a signalling NaN is no news
    with np.errstate(invalid="ignore"):
        exact = values.astype(np.float64 if wide else np.float32)
    # no data is black
    np.nan_to_num(exact, copy=False, nan=low, posinf=high, neginf=low)
    np.clip(exact, low, high, out=exact)
    exact -= low
    exact *= 255.0 / (high - low)
    return Image.fromarray(exact.round().astype(np.uint8))


def _numbers(picture: "Image.Image") -> "NDArray[np.float64]":
    """Return the values, in twice the width of what comes in, so that no difference of two of them overflows."""
    import numpy as np

    with np.errstate(invalid="ignore"):
        return np.asarray(picture).astype(np.float64)
