"""From a file that passes the gate to a QImage."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from atlas.services.images import gate, pixels
from atlas.services.images.metadata import orientation


def load(path: Path, box: tuple[int, int] | None) -> QImage:
    """Return the picture upright, in sRGB, scaled down to fit `box` (never up), as RGB32 or ARGB32_Premultiplied.

    For any worker thread. Raises `PictureRefusedError`. Without a box the picture comes in full size up to
    about 43 megapixels, beyond that as large as memory allows: compare its width with the facts', and take `crop`.
    """
    with gate.admitted(path) as (source, survey):
        turn = orientation(survey)
        size = (survey.width, survey.height)
        target = pixels.whole(survey) if box is None else pixels.fitted(size, _turned(*box, turn))
        return pixels.render(source, survey, (0, 0, *size), target, turn)


def crop(path: Path, rect: QRect, size: tuple[int, int]) -> QImage:
    """Return a part of the picture as displayed (`rect` in its full pixels), scaled down to fit `size`.

    For zooming into pictures that `load(path, None)` cannot give in full. Decodes the file anew at each call. Parts
    outside the picture are left out; a null image means that nothing of it lies inside.
    """
    with gate.admitted(path) as (source, survey):
        turn = orientation(survey)
        inside = rect & QRect(0, 0, *_turned(survey.width, survey.height, turn))
        if inside.isEmpty():
            return QImage()
        target = pixels.fitted((inside.width(), inside.height()), size)
        region = _stored(inside, survey.width, survey.height, turn)
        return pixels.render(source, survey, region, _turned(*target, turn), turn)


def _turned(width: int, height: int, turn: int) -> tuple[int, int]:
    return (height, width) if turn >= 5 else (width, height)


def _stored(rect: QRect, width: int, height: int, turn: int) -> pixels.Region:
    """Return where a part of the picture as displayed lies in the picture as stored (EXIF's orientations 1 to 8)."""
    x, y, w, h = rect.x(), rect.y(), rect.width(), rect.height()
    if turn >= 5:
        x, y, w, h = y, x, h, w
    if turn in {2, 3, 7, 8}:
        x = width - x - w
    if turn in {3, 4, 6, 7}:
        y = height - y - h
    return x, y, w, h
