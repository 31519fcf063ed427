"""The panorama on the screen: drawn, turned, zoomed, read with the pointer."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from atlas.services.horizon.jobs import Picture
from atlas.services.horizon.names import AXIS_PX
from atlas.services.horizon.painter import draw_panorama
from atlas.services.horizon.scene import Panorama
from atlas.services.horizon.view import PanoramaView
from atlas.services.map import style
from atlas.services.map.lettering import Lettering
from atlas.views.theme import current_theme

_STEP: Final = 1.25
_KEY_STEP: Final = 1.6
_PAN_STEP: Final = 90.0
_ALL: Final = 0.999
"""Of the widest view: from there on all directions are in it."""
_INSET: Final = 44.0
_ELIDE: Final = Qt.TextElideMode.ElideRight
_BY_KEY: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class PanoramaCanvas(QWidget):
    """Shows a view of a panorama. What it lacks it asks for with `view_changed`."""

    view_changed = Signal()
    pointed = Signal(object)
    """A pixel as a QPointF, or None when the pointer leaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Panorama of the horizon"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 160)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._low, self._high = -3.0, 3.0
        self._exaggeration: float | None = None
        self._view = PanoramaView.whole(max(1, self.width()), max(1, self.height()), self._low, self._high)
        self._panorama = Panorama()
        self._lettering = Lettering(self.font(), cached=True, ratio=self.devicePixelRatioF())
        self._sharp: tuple[PanoramaView, QPixmap] | None = None
        self._whole: tuple[PanoramaView, QPixmap] | None = None
        self._title = ("", "")
        self._words = ""
        self._pointer: QPointF | None = None
        self._dragged: QPointF | None = None
        self._ringed = False

    @property
    def view(self) -> PanoramaView:
        """What is in view."""
        return self._view

    @property
    def is_sharp(self) -> bool:
        """Whether the terrain in view is drawn for exactly this view."""
        return self._sharp is not None and self._sharp[0] == self._view

    def set_range(self, low: float, high: float) -> None:
        """Show another place, whose terrain and sky are worth seeing from one elevation to another."""
        self._low, self._high = low, high
        self._sharp = self._whole = None
        self.show_whole()

    def set_exaggeration(self, factor: float | None) -> None:
        """Stretch elevations; None for as much as fits."""
        self._exaggeration = factor
        self.set_view(self._view)

    def set_panorama(self, panorama: Panorama) -> None:
        """Show other lines and words."""
        self._panorama = panorama
        self.update()

    def set_picture(self, picture: Picture) -> None:
        """Show the terrain of a view."""
        kept = (picture.view, QPixmap.fromImage(picture.image))
        self._sharp = kept
        if picture.view.step >= picture.view.widest * _ALL:
            self._whole = kept
        self.update()

    def set_title(self, title: str, detail: str) -> None:
        """Say from where one looks."""
        self._title = (title, detail)
        self.setAccessibleName(self.tr("Panorama of the horizon: {place}").format(place=title))
        self.update()

    def set_words(self, words: str) -> None:
        """Say what is under the pointer."""
        if words != self._words:
            self._words = words
            self.update()

    def set_view(self, view: PanoramaView) -> None:
        """Show a view, stretched as chosen."""
        fitted = view.fitted(self._low, self._high, self._exaggeration)
        if fitted.exaggeration != view.exaggeration and view.step >= view.widest * _ALL:
            fitted = fitted.rested(self._low, self._high)
        if fitted != self._view:
            self._view = fitted
            self.view_changed.emit()
            self.update()

    def show_whole(self) -> None:
        """Show all directions."""
        size = self.size()
        self.set_view(PanoramaView.whole(size.width(), size.height(), self._low, self._high, self._exaggeration))

    def show_direction(self, azimuth: float, elevation: float, step: float | None = None) -> None:
        """Turn to a direction."""
        self.set_view(self._view.centred(azimuth, elevation, step))

    def zoom(self, factor: float) -> None:
        """Zoom in round the middle."""
        self._zoom(factor, self.width() / 2.0, self.height() / 2.0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        del event
        if self._lettering.ratio != self.devicePixelRatioF():
            self._lettering = Lettering(self.font(), cached=True, ratio=self.devicePixelRatioF())
        painter = QPainter(self)
        kept = self._sharp if self._is_near(self._sharp) else (self._whole or self._sharp)
        terrain, place = (kept[1], self._place(kept[0])) if kept is not None else (None, None)
        draw_panorama(painter, self._view, self._panorama, terrain, self._lettering, place, [self._title_box()])
        self._draw_title(painter)
        self._draw_pointer(painter)
        if self._ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(current_theme().focus, 2.0))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _is_near(self, kept: tuple[PanoramaView, QPixmap] | None) -> bool:
        """Return whether a picture still covers what is in view, nearly as sharp as it should be."""
        if kept is None:
            return False
        place = self._place(kept[0])
        whole = QRectF(0, 0, self._view.width, self._view.height)
        return place.contains(whole.adjusted(1, 1, -1, -1)) or kept[0] == self._view

    def _place(self, view: PanoramaView) -> QRectF:
        """Return where the picture of another view lies in this one."""
        now = self._view
        width, height = view.width * view.step / now.step, view.height * view.step_up / now.step_up
        left = now.x(view.azimuth) - width / 2.0
        return QRectF(left, now.y(view.elevation_at(0.0)), width, height)

    def _title_fonts(self) -> tuple[QFont, QFont]:
        bold, small = QFont(self.font()), QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(style.NAME_PX)
        return bold, small

    def _title_box(self) -> QRectF:
        """Return where the title stands: names keep away from there."""
        rooms = [QFontMetricsF(font) for font in self._title_fonts()]
        wide = max(room.horizontalAdvance(words) for room, words in zip(rooms, self._title, strict=True))
        return QRectF(_INSET, 0.0, wide, sum(room.height() for room in rooms) + 8.0)

    def _draw_title(self, painter: QPainter) -> None:
        base = 4.0
        colours = (style.FURNITURE, style.FURNITURE_FAINT)
        for font, words, colour in zip(self._title_fonts(), self._title, colours, strict=True):
            room = QFontMetricsF(font)
            base += room.height()
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QPointF(_INSET, base), room.elidedText(words, _ELIDE, self.width() - _INSET - 12.0))

    def _draw_pointer(self, painter: QPainter) -> None:
        if self._pointer is None or not self._words:
            return
        painter.setPen(QPen(style.FURNITURE_FAINT, 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(self._pointer.x(), 0.0), QPointF(self._pointer.x(), self.height()))
        painter.setFont(self.font())
        room = QFontMetricsF(self.font())
        wide, high = room.horizontalAdvance(self._words) + 20.0, room.height() + 8.0
        # over the near ground, where there is the least to see
        left = min(max(4.0, self._pointer.x() - wide / 2.0), self.width() - wide - 4.0)
        plate = QRectF(left, self.height() - AXIS_PX - high - 8.0, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.PLATE)
        painter.drawRoundedRect(plate, 4.0, 4.0)
        painter.setPen(style.PLATE_TEXT)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._lettering = Lettering(self.font(), cached=True, ratio=self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.set_view(self._view.resized(self.width(), self.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        pixels = event.pixelDelta().y()
        steps = pixels / 60.0 if pixels else event.angleDelta().y() / 120.0
        if steps:
            self._zoom(_STEP**steps, event.position().x(), event.position().y())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position()
        if self._dragged is not None:
            moved = at - self._dragged
            self._dragged = at
            self.set_view(self._view.panned(moved.x(), moved.y()))
        self._pointer = at
        self.pointed.emit(at)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = None
            self.setCursor(Qt.CursorShape.CrossCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._zoom(2.0, event.position().x(), event.position().y())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._pointer = None
        self.pointed.emit(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._ringed = True
        self.update()
        if not self._on_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._ringed = event.reason() in _BY_KEY
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def _on_key(self, key: Qt.Key) -> bool:
        pans = {
            Qt.Key.Key_Left: (_PAN_STEP, 0.0),
            Qt.Key.Key_Right: (-_PAN_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, _PAN_STEP / 2.0),
            Qt.Key.Key_Down: (0.0, -_PAN_STEP / 2.0),
        }
        if key in pans:
            self.set_view(self._view.panned(*pans[key]))
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(_KEY_STEP)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.zoom(1.0 / _KEY_STEP)
        elif key is Qt.Key.Key_Home:
            self.show_whole()
        elif key is Qt.Key.Key_S and self._panorama.sun is not None:
            self.show_direction(self._panorama.sun.azimuth_deg, self._panorama.sun.elevation_deg)
        elif key is Qt.Key.Key_E and self._panorama.earth is not None:
            self.show_direction(self._panorama.earth.azimuth_deg, self._panorama.earth.elevation_deg)
        else:
            return False
        return True

    def _zoom(self, factor: float, x: float, y: float) -> None:
        self.set_view(self._view.zoomed(factor, x, y).fitted(self._low, self._high, self._exaggeration))
