"""The two pictures over an import: the file's relief in small, and where it lies in the map's square."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlas.services.map import style
from atlas.services.terrain.files import HALF_SIDE_M

SIDE: Final = 272
_SMALLEST: Final = 10.0
"""An extent of fewer pixels gets a ring round it, so that it can be found."""


class Picture(QWidget):
    """A square that shows a picture whole, on the dark of space."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._image = QImage()

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.SPACE)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2.0, (self.height() - size.height()) / 2.0
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)


class Locator(Picture):
    """The map's square with the extent of a terrain in it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._bounds: tuple[float, float, float, float] | None = None

    def show_extent(self, bounds: tuple[float, float, float, float] | None) -> None:
        """Mark an extent in map metres (west, south, east, north); None for one that lies elsewhere."""
        self._bounds = bounds
        self.update()

    def _draw(self, painter: QPainter) -> None:
        super()._draw(painter)
        if self._bounds is None:
            return
        west, south, east, north = self._bounds
        scale = self.width() / (2.0 * HALF_SIDE_M)
        box = QRectF((west + HALF_SIDE_M) * scale, (HALF_SIDE_M - north) * scale,
                     (east - west) * scale, (north - south) * scale)  # fmt: skip
        shade = QColor(style.SELECTED)
        shade.setAlpha(50)
        for width, colour in ((3.5, style.HALO), (1.5, style.SELECTED)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(shade if colour == style.SELECTED else Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
            if max(box.width(), box.height()) < _SMALLEST:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(box.center(), _SMALLEST, _SMALLEST)
