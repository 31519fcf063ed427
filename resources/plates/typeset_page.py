"""Sets an imprint on a sheet: title and names, facts, a roll of signatories or flights, and the line of years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from imprint import Imprint, Line, Tick
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF
from sheet import HEIGHT, IVORY, NIGHT, SANS, SERIF_CJK, SILVER, WIDTH, Paper, blank, font, neat_line, wrapped

from atlas.domain.vocabulary import Kind
from atlas.services.card.format import format_day, format_partial

PAPERS: Final = {Kind.AGREEMENT: IVORY, Kind.ORGANISATION: SILVER, Kind.PROGRAMME: NIGHT}
LEFT: Final = 96.0
RIGHT: Final = WIDTH - 96.0
TOP: Final = 104.0
STRIP: Final = 842.0
"""Where the line of years runs."""
FOOT: Final = HEIGHT - 62.0
ROLL: Final = QRectF(1090.0, TOP, RIGHT - 1090.0, 540.0)
WIDE: Final = 930.0
"""How wide the title and facts are set; the roll stands to their right."""
_LEAST: Final = 365
"""Days that the line of years spans at least."""


def draw(said: Imprint) -> QImage:
    """Return the sheet of an imprint."""
    paper = PAPERS[said.kind]
    image = blank(paper)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    neat_line(painter, paper, QRectF(44.0, 44.0, WIDTH - 88.0, HEIGHT - 88.0))
    if not said.roll and said.opening is not None:
        _numeral(painter, paper, str(said.opening.day.year))
    _text(painter, paper, said)
    if said.roll:
        _roll(painter, paper, said)
    if len(said.counts) > 1:
        _growth(painter, paper, said)
    _Years(painter, paper, said).draw()
    _foot(painter, paper, said)
    painter.end()
    return image


def _faint(paper: Paper, share: float) -> QColor:
    """Mix the ink into the paper."""
    ink, ground = paper.ink, paper.ground
    mixed = (round(g + (i - g) * share) for i, g in zip(ink.getRgb()[:3], ground.getRgb()[:3], strict=True))
    return QColor(*mixed)


def _numeral(painter: QPainter, paper: Paper, year: str) -> None:
    """Set the year large and pale behind everything, where no roll stands."""
    face = font(430, bold=True)
    painter.setFont(face)
    painter.setPen(_faint(paper, 0.075))
    metrics = QFontMetricsF(face)
    painter.drawText(QPointF(RIGHT - metrics.horizontalAdvance(year) + 14.0, 690.0), year)


def _text(painter: QPainter, paper: Paper, said: Imprint) -> None:
    floor = STRIP - (150.0 if len(said.counts) > 1 else 120.0)
    names = dict(said.names)
    wide = WIDE if said.roll else RIGHT - LEFT
    y = _put(painter, said.heading.upper(), font(19, family=SANS, bold=True, spread=14), paper.accent, TOP, wide)
    y = _title(painter, paper, names["en"], y + 18.0, wide)
    for lang, face in (("zh", _fitting(names.get("zh", ""), wide)), ("ru", font(33))):
        if names.get(lang) and names[lang] != names["en"]:
            y = _put(painter, names[lang], face, paper.soft, y + 14.0, wide)
    y = _put(painter, said.tagline, font(26, italic=True), paper.ink, y + 26.0, min(wide, 1000.0))
    y += 26.0
    painter.setPen(QPen(paper.accent, 2.0))
    painter.drawLine(QPointF(LEFT, y), QPointF(LEFT + 120.0, y))
    y = _facts(painter, paper, said.facts, y + 30.0, min(wide, 1000.0))
    if said.quote is not None:
        _quote(painter, paper, said.quote, y + 20.0, min(wide, 1000.0), floor)


def _fitting(text: str, wide: float) -> QFont:
    """Return the face for a Chinese name: it has no spaces to break at, so a long one is set smaller."""
    faces = [font(size, family=SERIF_CJK) for size in range(42, 21, -1)]
    return next((face for face in faces if QFontMetricsF(face).horizontalAdvance(text) <= wide - 12.0), faces[-1])


def _title(painter: QPainter, paper: Paper, text: str, top: float, wide: float) -> float:
    """Set the title as large as fits into at most three lines."""
    for size in range(112, 47, -2):
        face = font(size, bold=True)
        lines = wrapped(text, QFontMetricsF(face), wide)
        broad = max(QFontMetricsF(face).horizontalAdvance(line) for line in lines)
        if broad <= wide and len(lines) * size <= 215:
            break
    return _put(painter, text, face, paper.ink, top, wide, 1.02) + face.pixelSize() * 0.16


def _put(
    painter: QPainter,
    text: str,
    face: QFont,
    colour: QColor,
    top: float,
    wide: float,
    leading: float = 1.22,
    *,
    x: float = LEFT,
) -> float:
    """Set a text from `top` down; return where it ends."""
    metrics = QFontMetricsF(face)
    painter.setFont(face)
    painter.setPen(colour)
    for line in wrapped(text, metrics, wide):
        painter.drawText(QPointF(x, top + metrics.ascent()), line)
        top += face.pixelSize() * leading
    return top


def _facts(painter: QPainter, paper: Paper, facts: tuple[Line, ...], top: float, wide: float) -> float:
    """Set label and value in two columns, as many as there is room for above the line of years."""
    label, face = font(16, family=SANS, bold=True, spread=8), font(25)
    before = ""
    for fact in facts:
        tall = len(wrapped(fact.text, QFontMetricsF(face), wide - 240.0)) * 30.5
        if top + tall > STRIP - 130.0:
            return top
        if fact.label != before:
            _put(painter, fact.label.upper(), label, paper.soft, top + 5.0, 230.0)
        before = fact.label
        text = fact.text if fact.sure else f"{fact.text} (planned)"
        top = _put(painter, text, face, paper.ink, top, wide - 240.0, x=LEFT + 240.0) + 9.0
    return top


def _quote(painter: QPainter, paper: Paper, quote: tuple[str, str], top: float, wide: float, floor: float) -> None:
    """Set words said with who said them, in a size at which they fit; else leave them to the entry."""
    words, who = quote
    for size in (27, 24, 21):
        face = font(size, italic=True)
        tall = len(wrapped(words, QFontMetricsF(face), wide - 240.0)) * size * 1.22 + 34.0
        if top + tall <= floor:
            top = _put(painter, words, face, paper.ink, top, wide - 240.0, x=LEFT + 240.0) + 6.0
            _put(painter, who, font(18), paper.soft, top, wide - 240.0, x=LEFT + 240.0)
            return


def _roll(painter: QPainter, paper: Paper, said: Imprint) -> None:
    """Set the roll in the right margin, two columns where it is long; plans in the soft colour."""
    painter.setPen(QPen(paper.rule, 1.4))
    painter.drawLine(QPointF(ROLL.left() - 34.0, ROLL.top()), QPointF(ROLL.left() - 34.0, ROLL.bottom()))
    heading = f"{said.roll_title} · {len(said.roll)}".upper()
    face = font(16, family=SANS, bold=True, spread=10)
    top = _put(painter, heading, face, paper.accent, ROLL.top(), ROLL.width(), x=ROLL.left()) + 14.0
    room = ROLL.bottom() - top
    size = next((s for s in range(29, 14, -1) if _tall(said.roll, s) <= room), 15)
    indent = 0.0 if not any(line.label for line in said.roll) else size * 4.1
    for line in said.roll:
        colour = paper.ink if line.sure else paper.soft
        _put(painter, line.label, font(round(size * 0.8)), paper.soft, top + size * 0.16, indent, x=ROLL.left())
        face = font(size, italic=not line.sure)
        top = (
            _put(painter, line.text, face, colour, top, ROLL.width() - indent, 1.12, x=ROLL.left() + indent)
            + size * 0.2
        )


def _tall(roll: tuple[Line, ...], size: int) -> float:
    indent = 0.0 if not any(line.label for line in roll) else size * 4.1
    metrics = QFontMetricsF(font(size))
    return sum(len(wrapped(line.text, metrics, ROLL.width() - indent)) * size * 1.12 + size * 0.2 for line in roll)


def _growth(painter: QPainter, paper: Paper, said: Imprint) -> None:
    """Raise the counted members over the line of years, each count written where it was told.

    Only a dotted line leads from count to count: nobody told how many there were in between.
    """
    years = _Years(painter, paper, said)
    most = max(n for _, n in said.counts)
    base, tall = STRIP - 6.0, 118.0
    tops = [QPointF(years.x(day), base - tall * n / most) for day, n in said.counts]
    painter.setPen(QPen(paper.soft, 1.6, Qt.PenStyle.DotLine))
    painter.drawPolyline(QPolygonF(tops))
    face = font(24, bold=True)
    painter.setFont(face)
    metrics = QFontMetricsF(face)
    for (_, n), top in zip(said.counts, tops, strict=True):
        painter.setPen(QPen(paper.accent, 3.0))
        painter.drawLine(QPointF(top.x(), base), top)
        painter.setBrush(paper.accent)
        painter.drawEllipse(top, 4.0, 4.0)
        width = metrics.horizontalAdvance(str(n))
        painter.drawText(QPointF(min(top.x() - width / 2, RIGHT - width), top.y() - 12.0), str(n))


class _Label(NamedTuple):
    """A name over the line of years: its row from below, from where to where, and where its dot is."""

    row: int
    start: float
    end: float
    x: float


def _apart(a: _Label, b: _Label) -> bool:
    """Say whether two labels stay clear of each other, and of the hairlines down to their dots."""
    if a.row == b.row:
        return a.start > b.end + 16.0 or a.end < b.start - 16.0
    lower, upper = (a, b) if a.row < b.row else (b, a)
    return not lower.start - 5.0 < upper.x < lower.end + 5.0


class _Years:
    """The line of years: a tick a year or decade, a dot for what happened, a ring for what is planned."""

    def __init__(self, painter: QPainter, paper: Paper, said: Imprint) -> None:
        self._painter, self._paper, self._said = painter, paper, said
        days = [said.known, *(tick.day for tick in said.ticks), *(day for day, _ in said.counts)]
        first, last = min(days), max(days)
        spread = (last - first).days
        margin = timedelta(days=max(spread * 0.03, (_LEAST - spread) / 2.0))
        self._first, self._last = first - margin, last + margin

    def x(self, day: date) -> float:
        """Say where a day stands."""
        return LEFT + (day - self._first).days / (self._last - self._first).days * (RIGHT - LEFT)

    def draw(self) -> None:
        """Draw the line, its ticks, its dots and the names for which there is room."""
        painter, paper = self._painter, self._paper
        painter.setPen(QPen(paper.ink, 1.6))
        painter.drawLine(QPointF(LEFT, STRIP), QPointF(self.x(self._said.known), STRIP))
        painter.setPen(QPen(paper.soft, 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(self.x(self._said.known), STRIP), QPointF(RIGHT, STRIP))
        for day, text in self._marks():
            x = self.x(day)
            painter.setPen(QPen(paper.soft, 1.2))
            painter.drawLine(QPointF(x, STRIP), QPointF(x, STRIP + 9.0))
            painter.setFont(font(17))
            width = QFontMetricsF(painter.font()).horizontalAdvance(text)
            painter.drawText(QPointF(x - width / 2, STRIP + 30.0), text)
        self._dots()
        if len(self._said.counts) < 2:
            self._labels()

    def _marks(self) -> list[tuple[date, str]]:
        """Return the years that are marked below the line, or the months where it spans too few years."""
        span = self._last.year - self._first.year + 1
        step = next(s for s in (1, 2, 5, 10, 20, 25, 50) if span / s <= 14)
        firsts = [date(year, 1, 1) for year in range(self._first.year, self._last.year + 1) if year % step == 0]
        years = [(day, str(day.year)) for day in firsts if self._inside(day)]
        if len(years) > 1:
            return years
        months = [date(self._first.year + k // 12, k % 12 + 1, 1) for k in range(12 * span)]
        seen = [day for day in months if self._inside(day)]
        thin = -(-len(seen) // 12)
        return [(day, format_partial(day.isoformat()[:7], short=True)) for day in seen[::thin]]

    def _inside(self, day: date) -> bool:
        return LEFT + 10.0 < self.x(day) < RIGHT - 10.0

    def _dots(self) -> None:
        for tick in self._said.ticks:
            self._painter.setPen(QPen(self._paper.accent, 2.0))
            self._painter.setBrush(self._paper.accent if tick.sure else self._paper.ground)
            self._painter.drawEllipse(QPointF(self.x(tick.day), STRIP), 5.5, 5.5)

    def _labels(self) -> None:
        """Name the dots in up to four rows above the line, short names first; what finds no room keeps its dot."""
        face = font(18)
        metrics = QFontMetricsF(face)
        taken: list[_Label] = []
        for tick in sorted(self._said.ticks, key=lambda t: (len(t.text) > 44, t.day)):
            self._label(tick, tick.text, metrics.horizontalAdvance(tick.text), face, taken)

    def _label(self, tick: Tick, text: str, width: float, face: QFont, taken: list[_Label]) -> None:
        x = self.x(tick.day)
        left = min(max(x - 8.0, LEFT), RIGHT - width)
        for row in range(4):
            if all(_apart(_Label(row, left, left + width, x), other) for other in taken):
                taken.append(_Label(row, left, left + width, x))
                y = STRIP - 22.0 - 25.0 * row
                self._painter.setPen(QPen(self._paper.rule, 1.2))
                self._painter.drawLine(QPointF(x, STRIP - 7.0), QPointF(x, y + 5.0))
                self._painter.setFont(face)
                self._painter.setPen(self._paper.ink if tick.sure else self._paper.soft)
                self._painter.drawText(QPointF(left, y), text)
                return


def _foot(painter: QPainter, paper: Paper, said: Imprint) -> None:
    face = font(15, family=SANS)
    painter.setFont(face)
    painter.setPen(paper.soft)
    painter.drawText(QPointF(LEFT, FOOT), f"As known on {format_day(said.known)} · dots happened, rings are planned")
    right = "ILRS Atlas, CC BY 4.0; who said what stands with the entry"
    painter.drawText(QPointF(RIGHT - QFontMetricsF(face).horizontalAdvance(right), FOOT), right)
