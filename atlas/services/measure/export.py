"""Writes a profile to CSV, PNG or SVG, with a caption, the terrain and its resolution, and credits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter

from atlas.services.export.files import write_atomically
from atlas.services.map import style
from atlas.services.measure.chart import Frame, Look, draw_chart
from atlas.services.measure.copies import profile_csv, total_text
from atlas.services.measure.profile import Profile
from atlas.services.measure.words import length_text
from atlas.services.units import Units

FORMATS: Final = (".csv", ".png", ".svg")
_SIZE: Final = QSize(1600, 520)
_HEAD: Final = 54.0
_FOOT: Final = 30.0
_DPI: Final = 96
PAPER: Final = Look(
    style.PROFILE_PAPER,
    style.PROFILE_GRID,
    style.PROFILE_TEXT,
    style.PROFILE_FAINT,
    style.PROFILE_LINE,
    style.PROFILE_HATCH,
    style.PROFILE_TEXT,
)


@dataclass(frozen=True)
class ProfileRequest:
    """A profile, the window of it that is in view (metres along the path), and what stands over it."""

    profile: Profile
    begin: float
    end: float
    title: str
    units: Units


def write_profile(path: Path, request: ProfileRequest, font: QFont) -> None:
    """Write a profile in the format of the file's ending; an older file is replaced only by a whole new one.

    CSV holds all of the profile. Raises ValueError for an unknown ending, OSError where the file can't be written.
    """
    suffix = path.suffix.casefold()
    if suffix == ".csv":
        write_atomically(path, profile_csv(request.profile).encode("utf-8"))
        return
    writers: dict[str, Callable[[QIODevice, _Drawing], None]] = {".png": _write_png, ".svg": _write_svg}
    if suffix not in writers:
        raise ValueError(f"{path.name!r} does not end in .csv, .png or .svg")
    # drawn in memory first: Qt's writers do not tell of a disk that fills up
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writers[suffix](buffer, _Drawing(request, font))
    buffer.close()
    write_atomically(path, bytes(buffer.data().data()))


def source_text(profile: Profile, units: Units) -> str:
    """Say which terrain the heights come from and how far the samples lie apart."""
    translate = QCoreApplication.translate
    named = [f"{label} ({share:.0%})" if share < 0.995 else label for label, share in profile.sources]
    every = translate("Measure", "a sample every {step}")
    if len(named) > 1:
        every = translate("Measure", "a sample every {step} on the finest")
    parts = [", ".join(named), every.format(step=length_text(profile.step_m, units))]
    if profile.coarsened:
        parts.append(translate("Measure", "coarser than the terrain: the path is long"))
    return " · ".join(parts)


@dataclass(frozen=True)
class _Drawing:
    request: ProfileRequest
    font: QFont

    def draw(self, painter: QPainter) -> None:
        request, profile, units = self.request, self.request.profile, self.request.units
        painter.fillRect(QRectF(0, 0, _SIZE.width(), _SIZE.height()), PAPER.ground)
        height = _SIZE.height() - _HEAD - _FOOT
        frame = Frame.fit(profile, _SIZE.width(), height, request.begin, request.end, self.font)
        painter.save()
        painter.translate(0.0, _HEAD)
        draw_chart(painter, frame, profile, PAPER, self.font, units)
        painter.restore()
        first, last = profile.path.corners[0], profile.path.corners[-1]
        span = f"{units.position(first, 3)} → {units.position(last, 3)}"
        self._line(painter, 16, 24.0, request.title or span, PAPER.text, bold=True)
        total = total_text(profile.path, profile, units)
        self._line(painter, 12, 44.0, f"{span} · {total}" if request.title else total, PAPER.faint)
        base = _SIZE.height() - 11.0
        self._line(painter, 12, base, source_text(profile, units), PAPER.faint)
        self._line(painter, 12, base, " · ".join(profile.credits), PAPER.faint, right=True)

    def _line(
        self,
        painter: QPainter,
        px: int,
        base: float,
        text: str,
        colour: QColor,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        font = QFont(self.font)
        font.setPixelSize(px)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(colour)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _SIZE.width() * (0.5 if right else 0.96))
        left = _SIZE.width() - 14.0 - metrics.horizontalAdvance(shown) if right else 14.0
        painter.drawText(QPointF(left, base), shown)


def _write_png(device: QIODevice, drawing: _Drawing) -> None:
    image = QImage(_SIZE * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    painter = QPainter(image)
    try:
        drawing.draw(painter)
    finally:
        painter.end()
    writer = QImageWriter(device, QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(writer.errorString())


def _write_svg(device: QIODevice, drawing: _Drawing) -> None:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(_SIZE)
    generator.setViewBox(QRectF(0, 0, _SIZE.width(), _SIZE.height()))
    generator.setResolution(_DPI)
    generator.setTitle(QCoreApplication.translate("Measure", "ILRS Atlas: elevation profile"))
    generator.setDescription(drawing.request.title)
    painter = QPainter(generator)
    try:
        drawing.draw(painter)
    finally:
        painter.end()
