"""The whole Moon in small: what lies outside the square, and where the square is."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from atlas.domain.coordinates import unproject
from atlas.domain.entries import Marker
from atlas.services.map import style
from atlas.services.map.signs import draw_selection, draw_sign
from atlas.services.tasks import Tasks
from atlas.services.terrain import GroundPictures
from atlas.services.terrain.files import HALF_SIDE_M
from atlas.services.units import METRIC, Units
from atlas.views.map.describe import marker_tip
from atlas.views.map.overlay import Panel
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import label

WIDTH: Final = 272
_SIGN_R: Final = 3.6
_REACH: Final = 8.0


class Globe(QWidget):
    """Plate carrée from -180 to 180 with markers; click or arrow keys and Enter choose one."""

    entry_activated = Signal(str)
    square_activated = Signal()

    def __init__(self, tasks: Tasks, pictures: GroundPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pictures = pictures
        self._markers: tuple[Marker, ...] = ()
        self._selected: str | None = None
        self._units = METRIC
        self._keyed: int | None = None
        self._picture: QImage | None = None
        self._drawn: QPixmap | None = None
        self._drawn_for: tuple[str, bool, float] = ("", False, 1.0)
        self._asked = False
        self._edge = _square_edge()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(WIDTH, WIDTH // 2)
        self.set_markers(())

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """Show these markers."""
        self._markers = tuple(sorted(markers, key=_west_first))
        self._keyed = None
        self._drawn = None
        self.setAccessibleName(self.tr("Whole Moon, %n sites off the map", "", len(markers)))
        self.setAccessibleDescription(self.tr("Arrow keys go from site to site, Enter opens one."))
        self.update()

    def set_selected(self, slug: str | None) -> None:
        """Mark an entry; None for none."""
        self._selected = slug
        self.update()

    def set_units(self, units: Units) -> None:
        """Tell positions in other units."""
        self._units = units

    def to_pixel(self, lat: float, lon: float) -> QPointF:
        """Return where a position lies on the widget."""
        turned = (lon + 180.0) % 360.0 - 180.0
        return QPointF((turned + 180.0) / 360.0 * self.width(), (90.0 - lat) / 180.0 * self.height())

    def marker_at(self, at: QPointF) -> Marker | None:
        """Return the nearest marker within reach of a pixel."""
        best: tuple[float, Marker] | None = None
        for marker in self._markers:
            p = self.to_pixel(marker.lat, marker.lon) - at
            distance = math.hypot(p.x(), p.y())
            if distance <= _REACH and (best is None or distance < best[0]):
                best = (distance, marker)
        return best[1] if best else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        del event
        ratio = self.devicePixelRatioF()
        chosen = self._chosen()
        key = (chosen.slug if chosen else "", self.hasFocus(), ratio)
        # drawn only when something changes: the map below asks for it with every frame
        if self._drawn is None or self._drawn_for != key:
            self._drawn, self._drawn_for = self._draw(ratio, chosen), key
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self, ratio: float, chosen: Marker | None) -> QPixmap:
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        self._draw_moon(painter, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPolygonF([self.to_pixel(lat, lon) for lat, lon in self._edge])
        region = QPolygonF(edge)
        region.append(QPointF(self.width(), self.height()))
        region.append(QPointF(0, self.height()))
        shade = QColor(style.SELECTED)
        shade.setAlpha(60)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawPolygon(region)
        painter.setPen(QPen(style.SELECTED, 1.25))
        painter.drawPolyline(edge)
        for marker in self._markers:
            if marker is not chosen:
                self._draw_marker(painter, marker)
        if chosen is not None:
            at = self.to_pixel(chosen.lat, chosen.lon)
            draw_selection(painter, at.x(), at.y(), _SIGN_R - 1.0)
            self._draw_marker(painter, chosen)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(current_theme().focus, 2.0))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
        return pixmap

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        marker = self.marker_at(event.position())
        in_square = marker is None and self._in_square(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if marker or in_square else Qt.CursorShape.ArrowCursor)
        if marker is not None:
            text = marker_tip(marker, self._units)
        elif in_square:
            text = self.tr("The map's square; click to see all of it")
        else:
            text = ""
        QToolTip.showText(self.mapToGlobal(event.position().toPoint() + QPoint(6, 10)), text, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        marker = self.marker_at(event.position())
        if marker is not None:
            self.entry_activated.emit(marker.slug)
        elif self._in_square(event.position()):
            self.square_activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self._markers:
            start = -1 if self._keyed is None and steps[key] > 0 else self._keyed or 0
            self._keyed = (start + steps[key]) % len(self._markers)
            marker = self._markers[self._keyed]
            at = self.to_pixel(marker.lat, marker.lon).toPoint()
            QToolTip.showText(self.mapToGlobal(at + QPoint(6, 10)), marker_tip(marker, self._units), self)
            self.setAccessibleDescription(marker_tip(marker, self._units))
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._keyed is not None:
            self.entry_activated.emit(self._markers[self._keyed].slug)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(WIDTH, WIDTH // 2)

    def _chosen(self) -> Marker | None:
        if self._keyed is not None and self.hasFocus():
            return self._markers[self._keyed]
        return self.marker_of(self._selected)

    def marker_of(self, slug: str | None) -> Marker | None:
        """Return the marker of an entry, None where it has none here."""
        return next((m for m in self._markers if m.slug == slug), None)

    def _draw_moon(self, painter: QPainter, ratio: float) -> None:
        painter.fillRect(self.rect(), style.SPACE)
        if self._picture is None:
            if not self._asked and not self._tasks.closed:
                self._asked = True
                self._tasks.submit(self._pictures.globe, done=self._picture_came, failed=self._picture_failed)
            return
        scaled = self._picture.scaled(
            round(self.width() * ratio),
            round(self.height() * ratio),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(QRectF(self.rect()), scaled)

    def _draw_marker(self, painter: QPainter, marker: Marker) -> None:
        at = self.to_pixel(marker.lat, marker.lon)
        shape, colour = style.sign(marker)
        # whole signs at the edges, where east meets west
        x = min(max(at.x(), _SIGN_R + 1.0), self.width() - _SIGN_R - 1.0)
        draw_sign(painter, shape, colour, x, at.y(), _SIGN_R)

    def _picture_came(self, picture: QImage) -> None:
        self._picture = picture
        self._drawn = None
        self.update()

    def _picture_failed(self, problem: BaseException) -> None:
        # the markers can be used without the picture
        self.setToolTip(str(problem))

    def _in_square(self, at: QPointF) -> bool:
        lon = at.x() / self.width() * 360.0 - 180.0
        lat = 90.0 - at.y() / self.height() * 180.0
        nearest = min(self._edge, key=lambda edge: abs(edge[1] - lon))
        return lat <= nearest[0]


class Locator(Panel):
    """The globe under a heading."""

    entry_activated = Signal(str)
    square_activated = Signal()

    def __init__(self, tasks: Tasks, pictures: GroundPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.globe = Globe(tasks, pictures, self.body)
        self._words = label("", "muted", self.body)
        self._words.setWordWrap(True)
        self._words.setFixedWidth(WIDTH)
        self._words.hide()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, UNIT // 2, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(self._words)
        column.addWidget(self.globe)
        self.globe.entry_activated.connect(self.entry_activated)
        self.globe.square_activated.connect(self.square_activated)
        self.set_markers(())

    def set_selected(self, slug: str | None) -> None:
        """Mark an entry, and say so where it is to be seen here only."""
        self.globe.set_selected(slug)
        marker = self.globe.marker_of(slug)
        self._words.setVisible(marker is not None)
        if marker is not None:
            self._words.setText(self.tr("{name} lies outside the map:").format(name=marker.name))

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """Show the markers that lie outside the square."""
        self.globe.set_markers(markers)
        self.set_title(self.tr("Whole Moon · {count}").format(count=len(markers)))


def _west_first(marker: Marker) -> float:
    return (marker.lon + 180.0) % 360.0


def _square_edge() -> list[tuple[float, float]]:
    """Return the square's edge as (latitude, longitude -180 to 180), from west to east."""
    edge = []
    for step in range(-180, 181, 3):
        s, c = math.sin(math.radians(step)), math.cos(math.radians(step))
        reach = HALF_SIDE_M / max(abs(s), abs(c))
        edge.append((unproject(reach * s, reach * c).lat, float(step)))
    return edge
