"""The legend of the slopes on a map in a file: a dark plate with a colour and words for every class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPen

from atlas.services.map import style
from atlas.services.map.lettering import Lettering, Role
from atlas.services.map.slope_layer import SlopeWords

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from atlas.services.map.labels import Box

_PAD: Final = 7.0
_SWATCH: Final = (22.0, 12.0)
_GAP: Final = 6.0
_WIDEST: Final = 220.0


@dataclass(frozen=True)
class SlopeLegend:
    """What is written on the plate, line by line, and how large it is. `strength` is the opacity of the layer."""

    words: SlopeWords
    strength: float
    above: tuple[str, ...]
    below: tuple[str, ...]
    width: float
    height: float
    line: float

    @classmethod
    def of(cls, words: SlopeWords, strength: float, lettering: Lettering) -> SlopeLegend:
        """Measure a legend."""
        above = tuple(broken((words.title,), _WIDEST, lettering))
        below = tuple(broken((words.note,), _WIDEST, lettering))
        texts = [lettering.size(text, Role.FURNITURE)[0] for text in (*above, *below)]
        rows = [_SWATCH[0] + _GAP + lettering.size(text, Role.FURNITURE)[0] for _, text in words.classes]
        line = lettering.size(words.title, Role.FURNITURE)[1]
        lines = len(above) + len(words.classes) + len(below)
        return cls(words, strength, above, below, max(*texts, *rows) + 2.0 * _PAD, lines * line + 2.0 * _PAD, line)

    def draw(self, painter: QPainter, lettering: Lettering, left: float, top: float) -> Box:
        """Draw it with its upper left corner at (left, top); return its box."""
        plate = QRectF(left, top, self.width, self.height)
        painter.save()
        painter.setPen(QPen(style.FRAME, 1.0))
        painter.setBrush(style.PLATE)
        painter.drawRoundedRect(plate, 4.0, 4.0)
        painter.restore()
        x, y = left + _PAD, top + _PAD
        for text in self.above:
            lettering.draw(painter, text, Role.FURNITURE, x, y, style.FURNITURE)
            y += self.line
        for colour, text in self.words.classes:
            swatch = QRectF(x + 3.0, y + (self.line - _SWATCH[1]) / 2.0, *_SWATCH)
            painter.fillRect(swatch, over_ground(colour, self.strength))
            lettering.draw(painter, text, Role.FURNITURE, x + _SWATCH[0] + _GAP, y, style.FURNITURE)
            y += self.line
        for text in self.below:
            lettering.draw(painter, text, Role.FURNITURE, x, y, style.FURNITURE_FAINT)
            y += self.line
        return plate.left(), plate.top(), plate.right(), plate.bottom()


def over_ground(colour: QColor, strength: float) -> QColor:
    """Return how a colour looks over level ground, as strong as its layer is drawn."""
    under = style.SLOPE_UNDER
    parts = zip((colour.red(), colour.green(), colour.blue()), (under.red(), under.green(), under.blue()), strict=True)
    return QColor(*(round(over * strength + below * (1.0 - strength)) for over, below in parts))


def broken(parts: Iterable[str], room: float, lettering: Lettering) -> list[str]:
    """Return texts in as few lines as fit a width, those of one line with a dot between them.

    One that is longer is broken between words, or between letters where there are none.
    """
    lines: list[str] = []
    for part in filter(None, parts):
        between = " · "
        for piece in [part] if lettering.size(part, Role.FURNITURE)[0] <= room else _words(part):
            joined = f"{lines[-1]}{between}{piece}" if lines else ""
            if joined and lettering.size(joined.rstrip(), Role.FURNITURE)[0] <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
            between = ""
    return [line.rstrip() for line in lines]


def _words(text: str) -> list[str]:
    """Return the words of a text with the space behind each; Chinese characters are words of their own."""
    found = [""]
    for letter in text:
        found[-1] += letter
        if letter == " " or letter > "\u2e80":
            found.append("")
    return [word for word in found if word]
