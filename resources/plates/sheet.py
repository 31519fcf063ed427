"""The page of a plate: paper, neat line, title block, legends. Sizes are pixels of a sheet of 1600 x 1000."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QImage, QLinearGradient, QPainter, QPen

WIDTH: Final = 1600
HEIGHT: Final = 1000
MAP: Final = QRect(40, 40, 1125, 920)
"""The picture of a sheet; three units of the map's own lettering are two of its pixels."""
PANEL: Final = QRectF(1204, 44, 356, 912)

BRACKETS: Final = re.compile(r"\s*[(（][^()（）]*[)）]$")
"""What stands behind a name, such as `(candidate region)`: the heading says it."""

SERIF: Final = "P052 [urw]"
SERIF_CJK: Final = "Noto Serif CJK SC"
SANS: Final = "Noto Sans CJK SC"

_BREAKABLE: Final = re.compile(r"(?:[^ -]|[ -](?=\S{1,2}$))+[ -]?|[ -]")


class FontMissingError(Exception):
    """A family that the sheets are set in is not installed; the plates would not come out the same."""


@dataclass(frozen=True)
class Paper:
    """Colours of a sheet."""

    ground: QColor
    ink: QColor
    soft: QColor
    accent: QColor
    rule: QColor


IVORY: Final = Paper(QColor("#f4efe5"), QColor("#231f1a"), QColor("#6a6155"), QColor("#9c4a1c"), QColor("#cabfae"))
NIGHT: Final = Paper(QColor("#10131a"), QColor("#f1ebdd"), QColor("#a7a493"), QColor("#f0b35a"), QColor("#3a3f4a"))
SILVER: Final = Paper(QColor("#e7e9ea"), QColor("#1b1f24"), QColor("#59636d"), QColor("#1f5f86"), QColor("#b7bfc6"))


def check_fonts() -> None:
    """Raise FontMissingError where a family is not there."""
    for family in (SERIF, SERIF_CJK, SANS):
        if family not in QFontDatabase.families():
            raise FontMissingError(f"the font {family} is missing: install fonts-urw-base35 and fonts-noto-cjk")


def font(size: float, *, family: str = SERIF, italic: bool = False, bold: bool = False, spread: float = 0.0) -> QFont:
    """Return a font of a size in pixels; missing letters (Chinese) come from the CJK serif."""
    made = QFont([family, SERIF_CJK])
    made.setPixelSize(round(size))
    made.setItalic(italic)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if spread:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100.0 + spread)
    return made


def blank(paper: Paper) -> QImage:
    """Return an empty sheet."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(paper.ground)
    return image


def neat_line(painter: QPainter, paper: Paper, frame: QRectF) -> None:
    """Draw the double line round a map."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(paper.ink, 1.5))
    painter.drawRect(frame)
    painter.setPen(QPen(paper.ink, 0.8))
    painter.drawRect(frame.adjusted(-6.0, -6.0, 6.0, 6.0))
    painter.restore()


class Column:
    """Sets the panel's text from the top down."""

    def __init__(self, painter: QPainter, paper: Paper) -> None:
        self._painter = painter
        self.paper = paper
        self.y = PANEL.top()

    def gap(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def rule(self) -> None:
        """Draw a hairline over the panel's width."""
        self._painter.setPen(QPen(self.paper.rule, 1.2))
        self._painter.drawLine(QPointF(PANEL.left(), self.y), QPointF(PANEL.right(), self.y))

    def lines(self, text: str, face: QFont, colour: QColor, leading: float = 1.2) -> None:
        """Set a text, broken at words and after hyphens."""
        metrics = QFontMetricsF(face)
        self._painter.setFont(face)
        self._painter.setPen(colour)
        for line in wrapped(text, metrics, PANEL.width()):
            self.y += metrics.ascent()
            self._painter.drawText(QPointF(PANEL.left(), self.y), line)
            self.y += face.pixelSize() * leading - metrics.ascent()

    def title(self, text: str) -> None:
        """Set the title as large as the panel allows, in one line or two unless that were small."""
        sizes = [(size, 1) for size in range(66, 55, -2)]
        sizes += [(size, 2) for size in range(66, 49, -2)] + [(size, 3) for size in range(48, 37, -2)]
        for size, most in sizes:
            face = font(size, bold=True)
            metrics = QFontMetricsF(face)
            broken = wrapped(text, metrics, PANEL.width())
            if len(broken) <= most and all(metrics.horizontalAdvance(line) <= PANEL.width() for line in broken):
                break
        self.lines(text, face, self.paper.ink, 1.02)

    def head(self, heading: str, title: str, names: Mapping[str, str]) -> None:
        """Set what kind of sheet it is, the title, the Chinese and Russian names, and a rule."""
        self.lines(heading.upper(), font(17, family=SANS, bold=True, spread=9), self.paper.accent, 1.3)
        self.gap(6)
        self.title(title)
        self.gap(20)
        for lang, size in (("zh", 26), ("ru", 23)):
            if names.get(lang):
                self.lines(BRACKETS.sub("", names[lang]), font(size), self.paper.soft, 1.3)
        self.gap(8)
        self.rule()
        self.gap(12)


def wrapped(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Break a text at words and after hyphens, but never before a last sign or two, such as the 1 of `Rim 1`."""
    lines: list[str] = []
    line = ""
    for word in _BREAKABLE.findall(text):
        if line and metrics.horizontalAdvance((line + word).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += word
    return [*lines, line.rstrip()]


def bar(painter: QPainter, paper: Paper, at: QPointF, length: float, text: str) -> None:
    """Draw a scale bar of four fields with the length written at its end; `at` is its lower left corner."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(paper.ink, 1.0))
    for k in range(4):
        painter.setBrush(paper.ink if k % 2 == 0 else paper.ground)
        painter.drawRect(QRectF(at.x() + k * length / 4.0, at.y() - 8.0, length / 4.0, 7.0))
    painter.restore()
    face = font(17)
    painter.setFont(face)
    painter.setPen(paper.ink)
    painter.drawText(QPointF(at.x(), at.y() - 15.0), "0")
    width = QFontMetricsF(face).horizontalAdvance(text)
    painter.drawText(QPointF(at.x() + length - width, at.y() - 15.0), text)


def ramp(
    painter: QPainter, paper: Paper, box: QRectF, stops: Sequence[tuple[float, QColor]], low: float, high: float
) -> None:
    """Draw a legend of heights in metres from low to high, lettered in kilometres."""
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    for height, colour in stops:
        if low <= height <= high:
            gradient.setColorAt((height - low) / (high - low), colour)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(gradient)
    painter.setPen(QPen(paper.ink, 1.0))
    painter.drawRect(box)
    painter.restore()
    face = font(17)
    metrics = QFontMetricsF(face)
    painter.setFont(face)
    painter.setPen(paper.ink)
    step = 1000.0 if high - low <= 6000.0 else 2000.0
    for k in range(math.ceil(low / step), math.floor(high / step) + 1):
        x = box.left() + (k * step - low) / (high - low) * box.width()
        text = f"{k * step / 1000.0:+.0f}".replace("-", "\N{MINUS SIGN}") if k else "0"
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + 5.0))
        width = metrics.horizontalAdvance(text)
        left = min(max(x - width / 2.0, box.left()), box.right() - width)
        painter.drawText(QPointF(left, box.bottom() + 22.0), text)


def footing(painter: QPainter, paper: Paper, lines: Sequence[str]) -> None:
    """Set the credits at the foot of the panel."""
    face = font(14, family=SANS)
    metrics = QFontMetricsF(face)
    painter.setFont(face)
    painter.setPen(paper.soft)
    broken = [part for line in lines for part in wrapped(line, metrics, PANEL.width())]
    for k, line in enumerate(broken):
        painter.drawText(QPointF(PANEL.left(), PANEL.bottom() + 4.0 - (len(broken) - 1 - k) * 19.0), line)
