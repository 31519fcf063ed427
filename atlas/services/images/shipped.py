"""Pictures that ship with the atlas: they were checked when it was built, so nothing is hashed or tried out."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from atlas.services.images import decode
from atlas.services.images.errors import PictureRefusedError, shown_name
from atlas.services.images.thumbnails import Thumbnails


def load(path: Path, box: tuple[int, int] | None) -> QImage:
    """Return a picture as `decode.load` does. Raises `PictureRefusedError` where it is missing or damaged."""
    try:
        return decode.load(path, box)
    except PictureRefusedError as problem:
        text = QCoreApplication.translate(
            "Pictures",
            "The atlas's picture “{name}” is missing or damaged; your notes and pictures are not touched. "
            "Install the atlas again to get it back.",
        )
        raise PictureRefusedError(text.replace("{name}", shown_name(path)), path, problem.reason) from problem


def thumbnails(folder: Path) -> Thumbnails:
    """Return a cache for thumbnails of pictures that ship."""
    return Thumbnails(folder, loader=load)
