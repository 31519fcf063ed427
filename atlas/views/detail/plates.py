"""The pictures of a card: decoded by workers while the text can be read already, and never moving it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath

from atlas.domain.entries import Entry
from atlas.models.gallery import PictureItem, atlas_items
from atlas.models.gallery_files import PictureFiles
from atlas.views.theme import current_theme

if TYPE_CHECKING:
    from atlas.context import AppContext

_RADIUS: Final = 8
_MOST_KEPT: Final = 8


class CardPlates(QObject):
    """Keeps the pictures of the entry shown, as wide as the card."""

    arrived = Signal(str)
    """A picture, by its id, is there."""

    def __init__(self, context: "AppContext", parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = context.tasks
        self._resources = context.paths.resources
        self._files = PictureFiles(context.paths.data / "thumbnails")
        self._items: dict[str, PictureItem] = {}
        self._made: dict[str, QImage] = {}
        self._asked: dict[str, tuple[QSize, float]] = {}

    def set_entry(self, entry: Entry) -> None:
        """Take over the pictures of an entry."""
        items, _ = atlas_items(((entry.slug, picture) for picture in entry.pictures), {}, self._resources)
        self._items = {item.key: item for item in items}
        self._asked = {}
        if len(self._made) > _MOST_KEPT:
            self._made = {key: image for key, image in self._made.items() if key in self._items}

    def image(self, key: str, size: QSize, ratio: float) -> QImage | None:
        """Return a picture for so many logical pixels: as it is so far, or a quiet ground until it arrives."""
        item = self._items.get(key)
        if item is None or size.isEmpty():
            return None
        wanted = size * ratio
        made = self._made.get(key)
        if made is None or made.size() != wanted:
            self._ask(item, wanted, ratio)
        return made if made is not None else _framed(QImage(), wanted, ratio)

    def _ask(self, item: PictureItem, size: QSize, ratio: float) -> None:
        if self._asked.get(item.key) == (size, ratio):
            return
        self._asked[item.key] = size, ratio
        self._tasks.submit(
            _plate, self._files, item, size, ratio, done=self._on_done, key=f"plate-{id(self)}-{item.key}"
        )

    def _on_done(self, made: tuple[str, QImage]) -> None:
        key, image = made
        if not image.isNull():
            self._made[key] = image
            self.arrived.emit(key)


def _plate(files: PictureFiles, item: PictureItem, size: QSize, ratio: float) -> tuple[str, QImage]:
    """Return a picture ready to be painted; for a worker."""
    levels = files.fitted(item, size.width(), size.height())
    return item.key, _framed(levels.images[0], size, ratio) if levels.images else QImage()


def _framed(image: QImage, size: QSize, ratio: float) -> QImage:
    """Return a picture with rounded corners, or the ground of one that is still to come."""
    framed = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    framed.fill(0)
    painter = QPainter(framed)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    corners = QPainterPath()
    corners.addRoundedRect(QRectF(framed.rect()), _RADIUS * ratio, _RADIUS * ratio)
    painter.setClipPath(corners)
    if image.isNull():
        painter.fillRect(framed.rect(), current_theme().raised)
    else:
        painter.drawImage(QRectF(framed.rect()), image)
    painter.end()
    return framed
