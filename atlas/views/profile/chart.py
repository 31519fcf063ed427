"""The chart of a profile: zoomed by wheel and keys, with a mark that is linked to the map."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlas.services.map import style
from atlas.services.measure.chart import Frame, Look, draw_chart, draw_spot
from atlas.services.measure.profile import Profile, Spot
from atlas.services.measure.words import NOTHING, length_text, slope_text
from atlas.services.units import METRIC, Units
from atlas.views.theme import UNIT, Theme, current_theme
from atlas.views.themed import follow_theme

_STEP: Final = 1.25
_LEAST_M: Final = 20.0
_SLOP: Final = 4.0


class ProfileChart(QWidget):
    """Elevation over distance. The arrow keys move the mark, plus and minus zoom, 0 shows all of it."""

    spot_moved = Signal(object)
    """Where on the path the mark was moved to here: a `Spot`, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Elevation profile"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._profile: Profile | None = None
        self._units = METRIC
        self._hint = ""
        self._begin, self._end = 0.0, 0.0
        self._spot: Spot | None = None
        self._pressed: QPointF | None = None
        self._picture: QPixmap | None = None
        follow_theme(self._redraw)

    @property
    def profile(self) -> Profile | None:
        """What is shown."""
        return self._profile

    @property
    def window_m(self) -> tuple[float, float]:
        """The part in view, in metres along the path."""
        return self._begin, self._end

    @property
    def spot(self) -> Spot | None:
        """The place that is marked."""
        return self._spot

    def set_profile(self, profile: Profile | None, hint: str = "") -> None:
        """Show another profile, all of it where its length is another; `hint` stands there where there is none."""
        before, self._profile, self._hint = self._profile, profile, hint
        if profile is not None and (before is None or abs(before.length_m - profile.length_m) > 0.01):
            self._begin, self._end = 0.0, profile.length_m
        self._spot = None
        self._redraw()

    def set_units(self, units: Units) -> None:
        """Tell heights and distances in other units."""
        self._units = units
        self._redraw()

    def mark(self, distance_m: float | None) -> Spot | None:
        """Mark a place by its distance along the path, as the map points to it; return it."""
        profile = self._profile
        self._spot = profile.at(distance_m) if profile is not None and distance_m is not None else None
        self.setAccessibleDescription(self._words())
        self.update()
        return self._spot

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Zoom round a distance along the path, the middle by default."""
        if self._profile is None:
            return
        length = self._profile.length_m
        centre = (self._begin + self._end) / 2.0 if at is None else at
        span = min(length, max((self._end - self._begin) / factor, min(_LEAST_M, length)))
        share = (centre - self._begin) / (self._end - self._begin)
        self._show(centre - share * span, span)

    def show_all(self) -> None:
        """Show all of it."""
        if self._profile is not None:
            self._show(0.0, self._profile.length_m)

    def _show(self, begin: float, span: float) -> None:
        length = self._profile.length_m if self._profile is not None else 0.0
        self._begin = min(max(0.0, begin), max(0.0, length - span))
        self._end = min(length, self._begin + span)
        self._redraw()

    def frame(self) -> Frame | None:
        """Return where the chart lies on the widget."""
        if self._profile is None or self._end <= self._begin:
            return None
        return Frame.fit(self._profile, self.width(), self.height(), self._begin, self._end, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        del event
        theme, frame = current_theme(), self.frame()
        painter = QPainter(self)
        if frame is None or self._profile is None:
            painter.fillRect(self.rect(), theme.surface)
            painter.setPen(theme.muted)
            area = self.rect().adjusted(2 * UNIT, UNIT, -2 * UNIT, -UNIT)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        else:
            if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
                self._picture = self._drawn(frame, self._profile, theme)
            painter.drawPixmap(0, 0, self._picture)
            if self._spot is not None:
                draw_spot(painter, frame, self._spot, look_of(theme), self.font(), self._units)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.focus, 2.0))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _drawn(self, frame: Frame, profile: Profile, theme: Theme) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        draw_chart(painter, frame, profile, look_of(theme), self.font(), self._units)
        painter.end()
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        frame, steps = self.frame(), event.angleDelta().y() / 120.0
        if frame is not None and steps:
            self.zoom(_STEP**steps, frame.distance(event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed = event.position() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        frame = self.frame()
        if frame is None:
            return
        if self._pressed is not None and self._end - self._begin < (self._profile.length_m if self._profile else 0.0):
            moved = event.position().x() - self._pressed.x()
            if abs(moved) >= _SLOP:
                self._pressed = event.position()
                self._show(
                    self._begin - moved * (self._end - self._begin) / frame.area.width(), self._end - self._begin
                )
                return
        self._point_to(frame.distance(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        del event
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        del event
        self.show_all()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point_to(None)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        frame, key = self.frame(), Qt.Key(event.key())
        if frame is None:
            super().keyPressEvent(event)
            return
        step = (self._end - self._begin) / max(1.0, frame.area.width()) * (20.0 if _shifted(event) else 2.0)
        here = self._spot.distance_m if self._spot is not None else (self._begin + self._end) / 2.0
        ends = {Qt.Key.Key_Home: self._begin, Qt.Key.Key_End: self._end}
        moves = {Qt.Key.Key_Left: here - step, Qt.Key.Key_Right: here + step, **ends}
        if key in moves:
            self._point_to(min(max(moves[key], self._begin), self._end))
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(_STEP**2, here)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.zoom(_STEP**-2, here)
        elif key == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def _point_to(self, distance_m: float | None) -> None:
        self.spot_moved.emit(self.mark(distance_m))

    def _words(self) -> str:
        if self._spot is None:
            return self.tr("Left and right move the mark, plus and minus zoom, 0 shows all of it.")
        spot = self._spot
        return self.tr("{distance} along the path: {height}, slope {slope}, {position}").format(
            distance=length_text(spot.distance_m, self._units),
            height=NOTHING if spot.height_m is None else self._units.height(spot.height_m),
            slope=NOTHING if spot.slope_deg is None else slope_text(spot.slope_deg),
            position=self._units.position(spot.position, 3),
        )

    def _redraw(self) -> None:
        self._picture = None
        self.update()


def look_of(theme: Theme) -> Look:
    """Return the colours of a chart in a theme."""
    return Look(theme.surface, theme.line, theme.text, theme.faint, theme.text, style.PROFILE_HATCH, theme.accent)


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
