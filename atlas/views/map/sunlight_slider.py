"""A strip of time with the Sun on it: dark where it is down at the map's centre, bright where it is up."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSlider, QWidget

from atlas.domain.light import DAY, Span, Window, window
from atlas.services.map import style
from atlas.views.theme import current_theme, mix, theme_manager
from atlas.views.themed import follow_theme

_STRIP: Final = 14
_SUN_R: Final = 8.0
_MARGIN: Final = 12
_LABEL_GAP: Final = 64
_FULL_DAY: Final = 1.6
"""Degrees of elevation from which on the strip is at its brightest."""


class TimeSlider(QSlider):
    """Chooses a step of a window of time. A click goes there at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(self.tr("Time of the light"))
        self.setAccessibleDescription(
            self.tr("Moves the Sun. Arrow keys go on in small steps, Page up and down in large ones.")
        )
        self.setMouseTracking(False)
        self._span = Span.DAY
        self._window: Window | None = None
        self._elevations: Sequence[float] = ()
        self._ground: QPixmap | None = None
        follow_theme(self._forget)

    @property
    def window_shown(self) -> Window | None:
        """The stretch of time from end to end."""
        return self._window

    def show_window(self, span: Span, time: datetime) -> bool:
        """Show the stretch that holds a time; return whether it is another one than before."""
        if self._window is not None and span is self._span and self._window.start <= time < self._window.end:
            return False
        self._span, self._window = span, window(span, time)
        self._elevations = ()
        self.setRange(0, self._window.count)
        hour = timedelta(hours=1)
        self.setSingleStep(max(1, round(hour / 6 / self._window.step)))
        self.setPageStep(max(1, round((hour if span is Span.DAY else DAY) / self._window.step)))
        self._forget()
        return True

    def show_elevations(self, degrees: Sequence[float]) -> None:
        """Show when the Sun is up: its elevations in the middles of equal pieces of the window."""
        self._elevations = degrees
        self._forget()

    def sizeHint(self) -> QSize:  # noqa: N802 - names of this class are Qt's
        return QSize(320, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, _STRIP + 14 + round(self._small() * 1.5))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._ground = None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._step_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.isSliderDown():
            self.setSliderPosition(self._step_at(event.position().x()))
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.size() != self.size() * ratio:
            self._ground = self._draw_ground(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self._x(self.sliderPosition()), self._strip().center().y())
        painter.setPen(QPen(style.SUN_EDGE, 1.5))
        painter.setBrush(style.SUN)
        painter.drawEllipse(centre, _SUN_R, _SUN_R)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(current_theme().focus, 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4.0, 4.0)
        painter.end()

    def _strip(self) -> QRectF:
        return QRectF(_MARGIN, 5.0, self.width() - 2 * _MARGIN, _STRIP)

    def _x(self, step: float) -> float:
        strip = self._strip()
        return strip.left() + strip.width() * step / max(1, self.maximum())

    def _step_at(self, x: float) -> int:
        strip = self._strip()
        return round(min(1.0, max(0.0, (x - strip.left()) / max(1.0, strip.width()))) * self.maximum())

    def _draw_ground(self, ratio: float) -> QPixmap:
        theme = current_theme()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        strip = self._strip()
        painter.fillRect(strip, style.NIGHT)
        if self._elevations:
            painter.drawImage(strip, _shaded(self._elevations))
        painter.setPen(QPen(theme.line, 1.0))
        painter.drawRect(strip.adjusted(-0.5, -0.5, 0.5, 0.5))
        font = self.font()
        font.setPixelSize(self._small())
        painter.setFont(font)
        for at, text in self._marks():
            painter.setPen(QPen(theme.faint, 1.0))
            painter.drawLine(QPointF(at, strip.bottom() + 1), QPointF(at, strip.bottom() + 4))
            painter.setPen(theme.muted)
            width = painter.fontMetrics().horizontalAdvance(text)
            left = min(max(0.0, at - width / 2.0), self.width() - width)
            painter.drawText(QPointF(left, strip.bottom() + 5 + painter.fontMetrics().ascent()), text)
        painter.end()
        return pixmap

    def _marks(self) -> list[tuple[float, str]]:
        """Return where what times stand under the strip."""
        if self._window is None:
            return []
        found: list[tuple[float, str]] = []
        for time, text in _times(self._span, self._window):
            at = self._x((time - self._window.start) / self._window.step)
            if not found or at - found[-1][0] >= _LABEL_GAP:
                found.append((at, text))
        return found

    def _small(self) -> int:
        manager = theme_manager()
        return manager.type_scale.small if manager is not None else 11

    def _forget(self) -> None:
        self._ground = None
        self.updateGeometry()
        self.update()


def _shaded(elevations: Sequence[float]) -> QImage:
    """Return a picture one pixel high; it is drawn at once as wide as the strip."""
    image = QImage(len(elevations), 1, QImage.Format.Format_RGB32)
    for k, elevation in enumerate(elevations):
        image.setPixelColor(k, 0, _shade(elevation))
    return image


def _shade(elevation: float) -> QColor:
    if math.isnan(elevation):
        return mix(style.NIGHT, style.DAYLIGHT, 0.1)
    up = min(1.0, max(0.0, (elevation + 0.27) / (_FULL_DAY + 0.27)))
    return mix(style.NIGHT, style.DAYLIGHT, math.sqrt(up))


def _times(span: Span, shown: Window) -> list[tuple[datetime, str]]:
    """Return the times that may be marked, as the language writes them."""
    locale = QLocale()
    hours, days = timedelta(hours=3), timedelta(days=1)
    if span is Span.DAY:
        return [(shown.start + hours * k, f"{3 * k:02}:00") for k in range(9)]
    if span is Span.YEAR:
        firsts = [shown.start.replace(month=month) for month in range(1, 13)]
        short = QLocale.FormatType.ShortFormat
        return [(first, locale.standaloneMonthName(first.month, short)) for first in firsts]
    pattern = QCoreApplication.translate("Format", "d MMM")
    found = []
    for k in range(32):
        time = shown.start + days * k
        if time <= shown.end:
            found.append((time, locale.toString(QDate(time.year, time.month, time.day), pattern)))
    return found
