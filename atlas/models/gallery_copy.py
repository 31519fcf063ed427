"""Copies of pictures for the clipboard, made by workers."""

import base64
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter

from atlas.models.gallery import PictureItem
from atlas.models.gallery_files import PictureFiles
from atlas.models.gallery_words import credit_html, credit_text

_PASTED_SIDE: Final = 1600
"""Longest side of the picture within pasted HTML: enough for a page, and not too much for a letter."""
_QUALITY: Final = 88


@dataclass(frozen=True, slots=True)
class PictureCopy:
    """What goes to the clipboard, or the sentence that says why nothing does."""

    image: QImage
    text: str
    html: str
    refusal: str = ""


def make_copy(files: PictureFiles, item: PictureItem) -> PictureCopy:
    """Return a picture with its credit for the clipboard."""
    levels = files.whole(item)
    text = credit_text(item)
    if not levels.images:
        return PictureCopy(QImage(), text, "", levels.refusal or item.file.name)
    image = levels.images[0]
    return PictureCopy(image, text, f"<figure>{_inline(image)}<figcaption>{credit_html(item)}</figcaption></figure>")


def _inline(image: QImage) -> str:
    """Return an element that holds the picture itself: pasted into a text it needs no file."""
    side = Qt.AspectRatioMode.KeepAspectRatio
    if max(image.width(), image.height()) > _PASTED_SIDE:
        image = image.scaled(_PASTED_SIDE, _PASTED_SIDE, side, Qt.TransformationMode.SmoothTransformation)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kind = "png" if image.hasAlphaChannel() else "jpeg"
    writer = QImageWriter(buffer, kind.encode())
    writer.setQuality(_QUALITY if kind == "jpeg" else -1)
    writer.write(image)
    buffer.close()
    encoded = base64.b64encode(data.data()).decode("ascii")
    return f'<img src="data:image/{kind};base64,{encoded}" width="{image.width()}" height="{image.height()}">'
