"""What the readers of the formats find, and the checks that all of them share."""

from dataclasses import dataclass

from atlas.services.images import limits
from atlas.services.images.errors import damaged, too_many_frames, too_many_pixels
from atlas.services.images.source import Part


@dataclass(frozen=True, slots=True)
class Survey:
    """The structure of one picture file.

    `width` and `height` are those stored, before any turning. `cost` is what decoding all pixels holds in memory,
    `fixed` the part of it that decoding to a smaller size does not save. `parts` make the file that the decoder gets.
    """

    format: str
    mime: str
    width: int
    height: int
    frames: int
    cost: int
    parts: tuple[Part, ...]
    fixed: int = 0
    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""
    icc: bytes = b""
    texts: tuple[tuple[str, str], ...] = ()
    orientation: int | None = None


def check_size(width: int, height: int, cost: int) -> None:
    """Refuse pictures without pixels and those with too many."""
    if width < 1 or height < 1:
        raise damaged(f"{width} x {height} pixels")
    if max(width, height) > limits.SIDE or cost > limits.DECODE_BYTES:
        raise too_many_pixels(width, height)


def check_frames(frames: int) -> None:
    """Refuse animations and documents without an end."""
    if frames > limits.FRAMES:
        raise too_many_frames(limits.FRAMES)
