"""From the colours of an embedded profile to sRGB."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from atlas.services.images.metadata import profile_name

if TYPE_CHECKING:
    from PIL import Image, ImageCms

Converter = Callable[["Image.Image"], "Image.Image"]
"""Takes L, RGB, RGBA or CMYK and returns RGB or RGBA."""

_SPACES: Final = {"L": b"GRAY", "RGB": b"RGB ", "RGBA": b"RGB ", "CMYK": b"CMYK"}
"""What a profile must be for (ICC.1, bytes 16 to 19) to be meant for pictures of a mode."""


def converter(icc: bytes, mode: str) -> Converter:
    """Return what brings pictures of one mode to sRGB; a profile that is missing, broken or not theirs is ignored."""
    target = "RGBA" if mode == "RGBA" else "RGB"
    transform = _transform(icc, mode, target)
    return partial(_plain, target) if transform is None else partial(_managed, transform)


def _plain(target: str, picture: "Image.Image") -> "Image.Image":
    return picture if picture.mode == target else picture.convert(target)


def _managed(transform: "ImageCms.ImageCmsTransform", picture: "Image.Image") -> "Image.Image":
    from PIL import ImageCms

    converted = ImageCms.applyTransform(picture, transform)
    return picture if converted is None else converted


def _transform(icc: bytes, mode: str, target: str) -> "ImageCms.ImageCmsTransform | None":
    if icc[16:20] != _SPACES[mode] or (profile_name(icc) or "").startswith("sRGB"):
        return None
    from io import BytesIO

    from PIL import ImageCms

    try:
        return ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(BytesIO(icc)),
            ImageCms.createProfile("sRGB"),
            mode,
            target,
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        # a broken profile says nothing about the colours; the picture is shown as if it were sRGB
        return None
