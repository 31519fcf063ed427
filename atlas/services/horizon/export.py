"""Writes a panorama to PNG or SVG, with a caption that says where, when, from which terrain and how stretched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QImageWriter, QPaintDevice, QPainter

from atlas.services.export.files import write_atomically
from atlas.services.horizon.compose import Composed
from atlas.services.horizon.painter import draw_panorama
from atlas.services.horizon.picture import Scenery
from atlas.services.horizon.view import PanoramaView
from atlas.services.map import style
from atlas.services.map.lettering import Lettering

PICTURES: Final = (".png", ".svg")
_CAPTION_PX: Final = 30
_TEXT_PX: Final = 12
_VECTOR_RATIO: Final = 1.5
_DPI: Final = 96


@dataclass(frozen=True)
class PanoramaRequest:
    """What to draw: a view (without the caption, which is added below it), its lines, and words for the caption."""

    view: PanoramaView
    scenery: Scenery
    composed: Composed
    caption: str
    credits: str


def write_panorama(path: Path, request: PanoramaRequest, font: QFont) -> None:
    """Write a panorama; an older file is replaced only by a whole new one.

    Raises ValueError for an unknown ending, OSError where the file can't be written.
    """
    writers = {".png": _write_png, ".svg": _write_svg}
    suffix = path.suffix.casefold()
    if suffix not in writers:
        raise ValueError(f"{path.name!r} does not end in .png or .svg")
    # drawn in memory first: Qt's writers do not tell of a disk that fills up
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = QSize(request.view.width, request.view.height + _CAPTION_PX)
    ratio = 1.0 if suffix == ".png" else _VECTOR_RATIO
    terrain = request.scenery.image(request.view, ratio, request.composed.directions)
    drawing = _Drawing(request, terrain, font)
    writers[suffix](buffer, size, drawing.draw)
    buffer.close()
    write_atomically(path, bytes(buffer.data().data()))


def panorama_image(request: PanoramaRequest, font: QFont, ratio: float = 1.0) -> QImage:
    """Return the panorama with its caption as a picture, for the clipboard."""
    size = QSize(request.view.width, request.view.height + _CAPTION_PX)
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    _paint(image, _Drawing(request, request.scenery.image(request.view, ratio, request.composed.directions), font).draw)
    return image


@dataclass(frozen=True)
class _Drawing:
    request: PanoramaRequest
    terrain: QImage
    font: QFont

    def draw(self, painter: QPainter) -> None:
        request, view = self.request, self.request.view
        painter.save()
        painter.setClipRect(QRectF(0, 0, view.width, view.height))
        draw_panorama(painter, view, request.composed.panorama, self.terrain, Lettering(self.font, cached=False))
        painter.restore()
        painter.fillRect(QRectF(0, view.height, view.width, _CAPTION_PX), style.SPACE)
        words = QFont(self.font)
        words.setPixelSize(_TEXT_PX)
        painter.setFont(words)
        room = QFontMetricsF(words)
        base = view.height + _CAPTION_PX / 2.0 + room.ascent() / 2.0 - 1.0
        right = view.width - 10.0 - room.horizontalAdvance(request.credits)
        painter.setPen(style.FURNITURE_FAINT)
        painter.drawText(QPointF(right, base), request.credits)
        painter.setPen(style.FURNITURE)
        shown = room.elidedText(request.caption, Qt.TextElideMode.ElideRight, max(40.0, right - 24.0))
        painter.drawText(QPointF(10.0, base), shown)


def _write_png(device: QIODevice, size: QSize, draw: Callable[[QPainter], None]) -> None:
    image = QImage(size, QImage.Format.Format_RGB32)
    _paint(image, draw)
    writer = QImageWriter(device, QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(writer.errorString())


def _write_svg(device: QIODevice, size: QSize, draw: Callable[[QPainter], None]) -> None:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(_DPI)
    generator.setTitle(QCoreApplication.translate("Horizon", "ILRS Atlas: the horizon of a place on the Moon"))
    _paint(generator, draw)


def _paint(device: QPaintDevice, draw: Callable[[QPainter], None]) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the panorama can't be written there")
    try:
        draw(painter)
    finally:
        painter.end()
