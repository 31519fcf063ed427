"""Pictures that come without a file: their bytes are written into our folder before the gate looks at them."""

import errno
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from atlas.services.pictures.folder import PictureFolder


def as_part(image: QImage, folder: PictureFolder) -> Path:
    """Write what was pasted to a file that is not in the gallery yet. Raises OSError."""
    return folder.write_part(_png(image))


def pasted_name() -> str:
    """Return a file name that tells when it was pasted (local time)."""
    return f"Pasted {datetime.now(UTC).astimezone():%Y-%m-%d %H.%M.%S}.png"


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise OSError(errno.EINVAL, QCoreApplication.translate("OwnPictures", "what was pasted is no picture"))
    return bytes(buffer.data().data())
