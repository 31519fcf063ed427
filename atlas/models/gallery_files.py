"""Pictures as pixels, for workers: tiles for the grid, whole pictures for the viewer."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from atlas.models.gallery import PictureItem

if TYPE_CHECKING:
    from atlas.services.images.thumbnails import Thumbnails

STEPS: Final = (256, 384, 512, 768, 1024)
"""Sides of thumbnails that are kept on disk: few, so that another size of tile finds them again."""
RADIUS: Final = 6
"""Corner of a tile in logical pixels."""
_MOST_CUT: Final = 0.22
"""A picture fills its tile where that cuts off no more than this share of it; otherwise it stands in it whole."""
_SMALLEST_LEVEL: Final = 900


@dataclass(frozen=True, slots=True)
class Tile:
    """A thumbnail as the grid paints it, or the sentence that says why there is none."""

    key: str
    image: QImage
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Levels:
    """A decoded picture with smaller copies of itself, the largest first."""

    key: str
    images: tuple[QImage, ...] = ()
    full: bool = False
    """Whether the first one holds all that the file does, as far as memory allows."""
    refusal: str = ""

    @property
    def size(self) -> QSize:
        """Pixels of the largest one."""
        return self.images[0].size() if self.images else QSize()

    @property
    def weight(self) -> int:
        """Bytes in memory."""
        return sum(image.sizeInBytes() for image in self.images)


class PictureFiles:
    """Reads pictures that ship and the user's own; every method may be called from any worker."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._caches: dict[bool, Thumbnails] = {}

    def tile(self, item: PictureItem, width: int, height: int, ratio: float = 1.0) -> Tile:
        """Return a picture's thumbnail for a tile of that many device pixels, its corners rounded."""
        from atlas.services.images.errors import PictureRefusedError

        side = next((step for step in STEPS if step >= width), STEPS[-1])
        try:
            image = self._thumbnails(item).get(item.file, (side, side))
        except (PictureRefusedError, OSError) as problem:
            return Tile(item.key, QImage(), str(problem) or type(problem).__name__)
        return Tile(item.key, tiled(image, width, height, RADIUS * ratio))

    def fitted(self, item: PictureItem, width: int, height: int) -> Levels:
        """Return a picture scaled down to fit a window of that many device pixels, never up."""
        return self._loaded(item, (width, height))

    def whole(self, item: PictureItem) -> Levels:
        """Return a picture in its full size, as far as memory allows, with smaller copies."""
        return self._loaded(item, None)

    def _loaded(self, item: PictureItem, box: tuple[int, int] | None) -> Levels:
        from atlas.services.images.errors import PictureRefusedError

        try:
            image = self._loader(item)(item.file, box)
        except (PictureRefusedError, OSError) as problem:
            return Levels(item.key, refusal=str(problem) or type(problem).__name__)
        except MemoryError:
            sentence = QCoreApplication.translate("PictureFiles", "{name} is too large for the memory that is free.")
            return Levels(item.key, refusal=sentence.format(name=item.file.name))
        whole = box is None or (image.width() >= item.width > 0 and image.height() >= item.height > 0)
        return Levels(item.key, _halved(image) if box is None else (image,), whole)

    @staticmethod
    def _loader(item: PictureItem) -> Callable[[Path, tuple[int, int] | None], QImage]:
        from atlas.services.images import decode, shipped

        return decode.load if item.mine else shipped.load

    def _thumbnails(self, item: PictureItem) -> "Thumbnails":
        found = self._caches.get(item.mine)
        if found is None:
            from atlas.services.images import shipped
            from atlas.services.images.thumbnails import Thumbnails

            made = Thumbnails(self._cache) if item.mine else shipped.thumbnails(self._cache)
            # two workers may come here at once: the first one's stays
            found = self._caches.setdefault(item.mine, made)
        return found


def tiled(image: QImage, width: int, height: int, radius: float) -> QImage:
    """Return a picture on a transparent tile: filling it where little is cut off, whole in its middle otherwise."""
    tile = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(0)
    size = QSizeF(image.size())
    if size.isEmpty():
        return tile
    filled = size.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    cut = 1.0 - (width * height) / (filled.width() * filled.height())
    shown = filled if cut <= _MOST_CUT else size.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)
    target = QRectF((width - shown.width()) / 2, (height - shown.height()) / 2, shown.width(), shown.height())
    plain = QImage(image)
    plain.setDevicePixelRatio(1.0)
    if shown.width() < size.width() * 0.6:
        # bilinear filtering alone would drop lines
        plain = plain.scaled(
            round(shown.width()),
            round(shown.height()),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    painter = QPainter(tile)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    corners = QPainterPath()
    corners.addRoundedRect(target.intersected(QRectF(0, 0, width, height)), radius, radius)
    painter.setClipPath(corners)
    painter.drawImage(target, plain)
    painter.end()
    return tile


def _halved(image: QImage) -> tuple[QImage, ...]:
    """Return a picture with copies of half, a quarter … its size: what is zoomed out then shows no false lines."""
    images = [image]
    while max(images[-1].width(), images[-1].height()) > 2 * _SMALLEST_LEVEL:
        last = images[-1]
        size = QSize((last.width() + 1) // 2, (last.height() + 1) // 2)
        images.append(
            last.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    return tuple(images)
