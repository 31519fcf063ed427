"""Writes machines at one scale to SVG, PNG or PDF, with scale bar, person, how they were drawn and whose they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)

from atlas.services.export.files import write_atomically
from atlas.services.map import style
from atlas.services.to_scale.layout import Arrangement, Room, arrange
from atlas.services.to_scale.painter import Look, Style, draw_scene
from atlas.services.to_scale.scene import Scene
from atlas.services.to_scale.words import credit_lines, describe, source_lines
from atlas.services.units import METRES_PER_FOOT, Units

FORMATS: Final = (".svg", ".png", ".pdf")
_WIDTH: Final = 1200
_HEIGHT: Final = 800
_EDGE: Final = 28.0
_HEAD: Final = 40.0
_DPI: Final = 96
_POINTS_PER_PIXEL: Final = 72.0 / _DPI
_PNG_RATIO: Final = 2
_WRAPPED: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
PAPER: Final = Look(
    style.PROFILE_TEXT,
    style.DRAWING_PAPER,
    style.PROFILE_TEXT,
    style.PROFILE_FAINT,
    style.DRAWING_FIGURE,
    style.PROFILE_GRID,
)


def unit_of(units: Units) -> float:
    """Return the unit that a scale bar is a round number of, in metres."""
    return METRES_PER_FOOT if units.feet else 1.0


def labelled_room(width: float, height: float, font: QFont, titles: Sequence[str]) -> Room:
    """Return the room for machines with their names under them, in full where all of them fit."""
    metrics = QFontMetricsF(font)
    line = metrics.height()
    widest = max((metrics.horizontalAdvance(title) for title in titles), default=0.0) + 8.0
    room = Room(width, height, side=0.0, label=2 * line + 8.0, foot=line + 12.0)
    share = (width - 2 * room.margin) / (len(titles) + 1) - room.gap
    return replace(room, least=max(line * 6.5, min(widest, share)))


@dataclass(frozen=True)
class Sheet:
    """A page with everything on it."""

    scene: Scene
    title: str
    font: QFont
    units: Units

    @property
    def arrangement(self) -> Arrangement:
        """Where everything stands, under the title."""
        titles = [machine.title for machine in self.scene.machines]
        room = labelled_room(_WIDTH - 2 * _EDGE, _HEIGHT, self._font(13), titles)
        return arrange(self.scene.sizes, room, unit_of(self.units))

    @property
    def size(self) -> QSize:
        """The page in pixels."""
        below = sum(height + 4.0 for _, height in self.words())
        return QSize(_WIDTH, round(_EDGE + _HEAD + self.arrangement.height + 12.0 + below + _EDGE))

    def draw(self, painter: QPainter) -> None:
        """Draw the page."""
        size, at = self.size, self.arrangement
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), style.PROFILE_PAPER)
        self._line(painter, self.title, _EDGE, 20, PAPER.text, bold=True)
        painter.save()
        painter.translate(_EDGE, _EDGE + _HEAD)
        draw_scene(painter, self.scene, at, Style(PAPER, self._font(13), self.units, labels=True))
        painter.restore()
        top = _EDGE + _HEAD + at.height + 12.0
        for text, height in self.words():
            painter.setFont(self._font(12))
            painter.setPen(PAPER.faint)
            painter.drawText(QRectF(_EDGE, top, _WIDTH - 2 * _EDGE, height + 2.0), _WRAPPED, text)
            top += height + 4.0

    def words(self) -> list[tuple[str, float]]:
        """Return what stands under the drawings, and how high each paragraph is."""
        machines = self.scene.machines
        profiles = [machine.profile for machine in machines]
        texts = [
            describe([m.title for m in machines], self.scene.sizes, self.units),
            *credit_lines(profiles),
            *source_lines(profiles),
        ]
        metrics = QFontMetricsF(self._font(12))
        room = QRectF(0, 0, _WIDTH - 2 * _EDGE, 10_000)
        return [(text, metrics.boundingRect(room, _WRAPPED, text).height()) for text in texts]

    def _font(self, px: int) -> QFont:
        font = QFont(self.font)
        font.setPixelSize(px)
        return font

    def _line(self, painter: QPainter, text: str, top: float, px: int, colour: QColor, *, bold: bool) -> None:
        font = self._font(px)
        font.setBold(bold)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _WIDTH - 2 * _EDGE)
        painter.drawText(QRectF(_EDGE, top, _WIDTH - 2 * _EDGE, metrics.height()), Qt.AlignmentFlag.AlignLeft, shown)


def write_sheet(path: Path, sheet: Sheet) -> None:
    """Write a page in the format of the file's ending; an older file is replaced only by a whole new one.

    Raises ValueError for an unknown ending, OSError where the file can't be written.
    """
    writers: dict[str, Callable[[QIODevice, Sheet], None]] = {
        ".svg": _write_svg,
        ".png": _write_png,
        ".pdf": _write_pdf,
    }
    suffix = path.suffix.casefold()
    if suffix not in writers:
        raise ValueError(f"{path.name!r} does not end in {', '.join(FORMATS)}")
    # drawn in memory first: Qt's writers do not tell of a disk that fills up
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writers[suffix](buffer, sheet)
    buffer.close()
    write_atomically(path, bytes(buffer.data().data()))


def picture(sheet: Sheet) -> QImage:
    """Return a page as a picture, for the clipboard."""
    image = QImage(sheet.size * _PNG_RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_RATIO)
    _paint(image, sheet)
    image.setDevicePixelRatio(1.0)
    return image


def _write_png(device: QIODevice, sheet: Sheet) -> None:
    image = picture(sheet)
    words = " ".join(text for text, _ in sheet.words())
    image.setText("Title", sheet.title)
    image.setText("Description", words)
    writer = QImageWriter(device, QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(writer.errorString())


def _write_svg(device: QIODevice, sheet: Sheet) -> None:
    from PySide6.QtSvg import QSvgGenerator

    size = sheet.size
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(_DPI)
    generator.setTitle(_title(sheet))
    generator.setDescription(" ".join(text for text, _ in sheet.words()))
    _paint(generator, sheet)


def _write_pdf(device: QIODevice, sheet: Sheet) -> None:
    size = sheet.size
    writer = QPdfWriter(device)
    writer.setResolution(_DPI)
    writer.setTitle(_title(sheet))
    points = QSizeF(size.width() * _POINTS_PER_PIXEL, size.height() * _POINTS_PER_PIXEL)
    page = QPageSize(points, QPageSize.Unit.Point, "sheet", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    _paint(writer, sheet)


def _title(sheet: Sheet) -> str:
    return QCoreApplication.translate("ToScale", "ILRS Atlas: {title}").format(title=sheet.title)


def _paint(device: QPaintDevice, sheet: Sheet) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the drawing can't be written there")
    try:
        sheet.draw(painter)
    finally:
        painter.end()
