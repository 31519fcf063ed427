"""The calendar of light: a strip for the Sun and one for the Earth over the span, and the moment on it."""

from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from atlas.services.card.format import format_day_short, format_partial
from atlas.services.horizon.compose import Span, moment_words
from atlas.services.horizon.facts import duration_words
from atlas.services.horizon.jobs import Calendar
from atlas.services.map import style
from atlas.services.sky.spells import Sight, Spell, Spells
from atlas.views.theme import current_theme

_SHORT: Final = QLocale.FormatType.ShortFormat
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BAND: Final = 22.0
_GAP: Final = 4.0
_TOP: Final = 8.0
_AXIS: Final = 20.0
_SHARES: Final = {Sight.HIDDEN: 0.12, Sight.PARTLY: 0.5, Sight.WHOLE: 1.0}
"""How much of a band's height a spell fills: the shape tells what the colour tells."""
_KEY_STEPS: Final = {Span.DAY: timedelta(minutes=10), Span.MONTH: timedelta(hours=6), Span.YEAR: timedelta(days=1)}


class LightStrip(QWidget):
    """Shows when Sun and Earth are in sight; a click or the arrow keys choose a moment."""

    moment_chosen = Signal(object)
    """A `datetime` in UTC."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Calendar of light"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFixedHeight(self.sizeHint().height())
        self._calendar: Calendar | None = None
        self._span = Span.MONTH
        self._moment = datetime.now(UTC)
        self._progress: float | None = None

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(640, round(_TOP + 2.0 * _BAND + _GAP + _AXIS))

    def set_calendar(self, calendar: Calendar | None) -> None:
        """Show the light of a span, None while it is unknown."""
        self._calendar = calendar
        self._progress = None
        self.update()

    def set_progress(self, share: float) -> None:
        """Say how much of the calendar is worked out."""
        self._progress = share
        self.update()

    def set_moment(self, moment: datetime, span: Span) -> None:
        """Show where the moment lies in its span."""
        self._moment, self._span = moment, span
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.PANORAMA_SKY[0])
        small = QFont(self.font())
        small.setPixelSize(style.SMALL_PX)
        painter.setFont(small)
        current = self._current()
        names = (self.tr("Sun"), self.tr("Earth"))
        bodies: tuple[Spells | None, Spells | None] = (None, None)
        if current is not None:
            bodies = (current.table.sun, current.table.earth)
        for row, (name, body, colour) in enumerate(zip(names, bodies, (style.SUN, style.EARTH), strict=True)):
            self._draw_band(painter, row, name, body, colour)
        self._draw_axis(painter)
        if current is None and self._progress is not None:
            bar = QRectF(self._left(), _TOP + _BAND, self._wide() * self._progress, _GAP)
            painter.fillRect(bar, style.FURNITURE_FAINT)
        x = self._x(self._moment)
        painter.setPen(QPen(style.FURNITURE, 1.5))
        painter.drawLine(QPointF(x, 2.0), QPointF(x, _TOP + 2.0 * _BAND + _GAP + 3.0))
        if self.hasFocus():
            painter.setPen(QPen(current_theme().focus, 2.0))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _current(self) -> Calendar | None:
        """Return the calendar if it is the one of the span in view."""
        there = self._calendar
        if there is None or there.span is not self._span:
            return None
        return there if self._span.bounds(there.moment) == self._bounds() else None

    def _draw_band(self, painter: QPainter, row: int, name: str, body: Spells | None, colour: QColor) -> None:
        top = _TOP + row * (_BAND + _GAP)
        painter.setPen(style.FURNITURE_FAINT)
        painter.drawText(QRectF(0, top, self._left() - 8.0, _BAND), _RIGHT, name)
        painter.fillRect(QRectF(self._left(), top, self._wide(), _BAND), style.LIGHT_GROUND)
        for spell in body.spells if body is not None else ():
            left, right = self._x(spell.begin), self._x(spell.end)
            high = _BAND * _SHARES[spell.sight]
            shade = QColor(colour)
            shade.setAlphaF({Sight.HIDDEN: 0.35, Sight.PARTLY: 0.7, Sight.WHOLE: 1.0}[spell.sight])
            # the shortest spell is seen too
            painter.fillRect(QRectF(left, top + _BAND - high, max(right - left, 0.75), high), shade)

    def _draw_axis(self, painter: QPainter) -> None:
        room = QFontMetricsF(painter.font())
        top = _TOP + 2.0 * _BAND + _GAP
        last = -1e9
        for moment, words in self._ticks():
            x = self._x(moment)
            painter.setPen(style.FURNITURE_FAINT)
            painter.drawLine(QPointF(x, top + 1.0), QPointF(x, top + 4.0))
            wide = room.horizontalAdvance(words)
            if x + 3.0 > last and x + wide < self.width():
                painter.drawText(QPointF(x + 3.0, top + _AXIS - 6.0), words)
                last = x + wide + 10.0

    def _ticks(self) -> list[tuple[datetime, str]]:
        begin, end = self._bounds()
        if self._span is Span.DAY:
            return [(begin + timedelta(hours=h), f"{h:02d}:00") for h in range(0, 24, 3)]
        # the first says the year, the others need not
        if self._span is Span.MONTH:
            days = [begin + timedelta(days=day) for day in range((end - begin).days)]
            return [(days[0], format_day_short(days[0].date())), *((day, str(day.day)) for day in days[1:])]
        months = [begin.replace(month=month) for month in range(1, 13)]
        names = [QLocale().standaloneMonthName(month.month, _SHORT) for month in months]
        return list(zip(months, [format_partial(f"{begin:%Y-%m}", short=True), *names[1:]], strict=True))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.moment_chosen.emit(self._time(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moment_chosen.emit(self._time(event.position().x()))
            return
        words = self._words_at(event.position())
        if words:
            QToolTip.showText(event.globalPosition().toPoint(), words, self)
        else:
            QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        sign = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if sign is None:
            super().keyPressEvent(event)
            return
        self.moment_chosen.emit(self._moment + sign * _KEY_STEPS[self._span])

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        self.update()

    def _words_at(self, at: QPointF) -> str:
        """Return what a band says at a pixel."""
        row = int((at.y() - _TOP) // (_BAND + _GAP))
        current = self._current()
        if current is None or row not in {0, 1} or at.x() < self._left():
            return ""
        body = current.table.sun if row == 0 else current.table.earth
        spell = body.at(self._time(at.x()))
        return "" if spell is None else self.spell_words(spell, sun=row == 0)

    def spell_words(self, spell: Spell, *, sun: bool) -> str:
        """Return a spell in words."""
        if sun:
            what = {
                Sight.HIDDEN: self.tr("Dark: the Sun is behind the horizon"),
                Sight.PARTLY: self.tr("Partly lit: the horizon cuts the Sun"),
                Sight.WHOLE: self.tr("Lit: all of the Sun is in sight"),
            }[spell.sight]
        else:
            what = {
                Sight.HIDDEN: self.tr("Earth is behind the horizon"),
                Sight.PARTLY: self.tr("The horizon cuts the Earth"),
                Sight.WHOLE: self.tr("Earth is in sight"),
            }[spell.sight]
        when = f"{moment_words(spell.begin)} – {moment_words(spell.end, alone=True)}"
        return f"{what}\n{when}\n{duration_words(spell.length)}"

    def _bounds(self) -> tuple[datetime, datetime]:
        return self._span.bounds(self._moment)

    def _left(self) -> float:
        small = QFont(self.font())
        small.setPixelSize(style.SMALL_PX)
        room = QFontMetricsF(small)
        return max(44.0, max(room.horizontalAdvance(name) for name in (self.tr("Sun"), self.tr("Earth"))) + 16.0)

    def _wide(self) -> float:
        return max(1.0, self.width() - self._left() - 8.0)

    def _x(self, moment: datetime) -> float:
        begin, end = self._bounds()
        share = (moment - begin) / (end - begin)
        return self._left() + self._wide() * min(max(share, 0.0), 1.0)

    def _time(self, x: float) -> datetime:
        begin, end = self._bounds()
        share = min(max((x - self._left()) / self._wide(), 0.0), 0.99999)
        return begin + (end - begin) * share
