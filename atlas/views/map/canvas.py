"""The map itself: draws, pans, zooms, tells what is under the pointer."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from atlas.domain.coordinates import LatLon, project
from atlas.domain.notes import Mark
from atlas.services.map.data import MapData
from atlas.services.map.ground import credits_line
from atlas.services.map.labels import Box
from atlas.services.map.layers import Layers
from atlas.services.map.lettering import Lettering
from atlas.services.map.painter import draw_credits, draw_frame, draw_plan, draw_scale_bar
from atlas.services.map.plan import Plan, SiteSign, make_plan
from atlas.services.map.signs import draw_target
from atlas.services.map.view import MapView, finest_scale
from atlas.services.tasks import Tasks
from atlas.services.terrain import GroundPictures, Terrain
from atlas.services.units import METRIC, Units
from atlas.views.map.describe import what_is_at
from atlas.views.map.flight import PANS, between
from atlas.views.map.furniture import draw_ring, furniture_boxes
from atlas.views.map.ground import Ground, Light
from atlas.views.map.pointing import Pointing
from atlas.views.map.tool import MapTool

if TYPE_CHECKING:
    from atlas.services.illumination.result import ShownLight

START_MPP: Final = 430.0
_STEP: Final = 1.25
_KEY_STEP: Final = 1.6
_PAN_STEP: Final = 90.0
_FLIGHT_MS: Final = 160
_CLICK_SLOP: Final = 4
_REASON = Qt.FocusReason
_BY_KEY: Final = frozenset(
    {_REASON.TabFocusReason, _REASON.BacktabFocusReason, _REASON.ShortcutFocusReason, _REASON.OtherFocusReason}
)


class MapCanvas(QWidget):
    """Paints a view of the square and handles mouse, wheel, gestures and keys."""

    view_changed = Signal()
    pointer_changed = Signal(object)
    """A `PointerReading` of what `Pointing` tells of, or None when the pointer leaves."""
    entry_activated = Signal(str)
    mark_activated = Signal(int)
    """One of the user's own marks was clicked: its number."""
    menu_wanted = Signal(QPoint, QPoint)
    """A context menu is wanted: where on the canvas, where on the screen."""
    message = Signal(str)

    def __init__(self, tasks: Tasks, terrain: Terrain, pictures: GroundPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Map of the lunar south pole"))
        self.setAccessibleDescription(
            self.tr("Arrow keys pan, plus and minus zoom, Home shows everything. The list In view says what is there.")
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 200)
        self._tasks = tasks
        self._terrain = terrain
        self.over: ShownLight | None = None
        """The illumination map over the ground."""
        self._ground = Ground(tasks, terrain, pictures, self)
        self._ground.changed.connect(self.update)
        self._ground.failed.connect(self.message)
        self._lettering = Lettering(self.font(), cached=True, ratio=self.devicePixelRatioF())
        self._view = MapView(0.0, 0.0, START_MPP, max(1, self.width()), max(1, self.height()))
        self._data = MapData()
        self._layers = Layers()
        self._plan: Plan | None = None
        self._selected: str | None = None
        self._target: LatLon | None = None
        self._covered: tuple[Box, ...] = ()
        self._units = METRIC
        self._tool: MapTool | None = None
        self._holds = False
        self._pressed: QPoint | None = None
        self._dragged_from: QPointF | None = None
        self._hovered: str | None = None
        self._pointing = Pointing(self, tasks, terrain)
        self._pointing.told.connect(self.pointer_changed)
        self._ringed = False
        self._flight = QVariantAnimation(self)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.setDuration(_FLIGHT_MS)
        self._flight.valueChanged.connect(self._on_flight)
        self._route: tuple[MapView, MapView] | None = None

    @property
    def view(self) -> MapView:
        """What is in view."""
        return self._view

    @property
    def layers(self) -> Layers:
        """The layers shown."""
        return self._layers

    @property
    def data(self) -> MapData:
        """What lies on the map."""
        return self._data

    @property
    def units(self) -> Units:
        """The units that positions and distances are told in."""
        return self._units

    def set_units(self, units: Units) -> None:
        """Tell positions and distances in other units."""
        self._units = units
        self._changed()
        self.read_pointer_again()

    @property
    def plan(self) -> Plan:
        """What is drawn where in the present view."""
        if self._plan is None:
            self._plan = make_plan(
                self._view,
                self._data,
                self._layers,
                self._lettering,
                selected=self._selected,
                reserved=[*self._covered, *furniture_boxes(self._view, self._lettering, self._credits, self._units)],
            )
        return self._plan

    @property
    def _credits(self) -> str:
        return credits_line(self._layers, self._terrain, self._view)

    @property
    def is_sharp(self) -> bool:
        """Whether the ground in view is drawn at full sharpness."""
        return self._ground.is_sharp(self._view, self.devicePixelRatioF())

    def set_view(self, view: MapView) -> None:
        """Show a view at once."""
        if view == self._view:
            return
        self._view = view
        self._plan = None
        self._ground.want(view, self.devicePixelRatioF())
        self.update()
        self.view_changed.emit()
        self.read_pointer_again()

    def fly_to(self, view: MapView) -> None:
        """Show a view after a short movement; at once where it would be a long way or is not seen."""
        self.stop_flight()
        distance = math.hypot(view.x - self._view.x, view.y - self._view.y) / max(view.mpp, self._view.mpp)
        if not self.isVisible() or distance > 3.0 * self.width():
            self.set_view(view)
        else:
            self._route = (self._view, view)
            self._flight.start()

    def stop_flight(self) -> None:
        """End a movement where it is."""
        self._route = None
        self._flight.stop()

    def set_data(self, data: MapData) -> None:
        """Show other markers, regions and names; the user's marks stay."""
        self._data = replace(data, marks=self._data.marks)
        self._hovered = None
        self._changed()

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show other marks of the user's."""
        self._data = self._data.with_marks(marks)
        self._changed()

    def set_tool(self, tool: MapTool | None) -> None:
        """Give the mouse and the keys to a tool first; None for none."""
        self._tool, self._holds = tool, False
        self.update()

    def set_layers(self, layers: Layers) -> None:
        """Show other layers."""
        self._layers = layers
        self._ground.set_layers(layers)
        self._ground.want(self._view, self.devicePixelRatioF())
        self._changed()

    def set_light(self, light: Light) -> None:
        """Let the Sun of a moment light the relief where the layers are sunlit."""
        self._ground.set_light(light)

    def set_over(self, over: "ShownLight | None") -> None:
        """Lay an illumination map over the ground, or none."""
        self.over = over
        self._ground.set_over(over)

    @property
    def is_hurried(self) -> bool:
        """Whether a picture of the Sun that moves is still being drawn."""
        return self._ground.is_hurried

    def set_selected(self, slug: str | None) -> None:
        """Mark an entry's place; None for none."""
        if slug != self._selected:
            self._selected = slug
            self._changed()

    def set_target(self, p: LatLon | None) -> None:
        """Mark a position with crosshairs; None for none."""
        self._target = p
        if p is not None:
            self._pointing.lead_to(p)
        else:
            self._pointing.unmark()
        self.update()

    def set_covered(self, rects: Sequence[QRect]) -> None:
        """Keep labels from under these panels."""
        boxes = tuple((r.left() - 4.0, r.top() - 4.0, r.right() + 5.0, r.bottom() + 5.0) for r in rects)
        if boxes != self._covered:
            self._covered = boxes
            self._changed()

    def zoom(self, factor: float) -> None:
        """Zoom round the middle, with a short movement."""
        start = self._route[1] if self._route is not None else self._view
        self.fly_to(start.zoomed(factor))

    def show_start(self) -> None:
        """Show the pole as at the first start."""
        self.fly_to(self._view.centred(LatLon(-90.0, 0.0), START_MPP))

    def show_whole(self) -> None:
        """Show the whole square."""
        self.fly_to(self._view.whole())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        del event
        ratio = self.devicePixelRatioF()
        if ratio != self._lettering.ratio:
            self._new_lettering()
        plan = self.plan
        painter = QPainter(self)
        try:
            self._draw(painter, plan, ratio)
        finally:
            painter.end()
        if not self._ground.is_sharp(self._view, ratio):
            self._ground.want(self._view, ratio)

    def _draw(self, painter: QPainter, plan: Plan, ratio: float) -> None:
        self._ground.draw(painter, self._view, ratio)
        tool = self._tool
        if tool is not None:
            tool.paint_under(painter, self._view)
        draw_plan(painter, plan, self._layers, self._lettering)
        draw_frame(painter, self._view)
        if tool is not None:
            tool.paint(painter, self._view)
        if self._target is not None:
            draw_target(painter, *self._view.to_screen(*project(self._target)))
        draw_scale_bar(painter, self._view, self._lettering, 16.0, self.height() - 12.0, feet=self._units.feet)
        if text := self._credits:
            draw_credits(painter, text, self._lettering, self.width() - 8.0, self.height() - 4.0)
        if self._ringed:
            draw_ring(painter, self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        # a movement that is under way ends where it was to lead
        view = self._route[1] if self._route is not None else self._view
        self.stop_flight()
        self.set_view(view.resized(self.width(), self.height()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._new_lettering()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        pixels = event.pixelDelta().y()
        # a trackpad tells pixels, a wheel eighths of a degree, a notch being 120
        steps = pixels / 60.0 if pixels else event.angleDelta().y() / 120.0
        if steps:
            at = event.position()
            self.stop_flight()
            self._pointing.set_pointer(at)
            self.set_view(self._view.zoomed(_STEP**steps, at.x(), at.y()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            at = event.position()
            self.stop_flight()
            self.set_view(self._view.zoomed(math.exp(event.value()), at.x(), at.y()))
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.stop_flight()
            if self._tool is not None and self._tool.press(event.position()):
                self._holds = True
                QToolTip.hideText()
                return
            self._pressed = event.position().toPoint()
            self._dragged_from = None
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position()
        if self._holds and self._tool is not None:
            self._tool.drag(at)
        elif self._pressed is not None:
            far = (at.toPoint() - self._pressed).manhattanLength() > _CLICK_SLOP
            if self._dragged_from is None and far:
                self._dragged_from = QPointF(self._pressed)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                QToolTip.hideText()
            if self._dragged_from is not None:
                moved = at - self._dragged_from
                self._dragged_from = at
                self.set_view(self._view.panned(moved.x(), moved.y()))
        else:
            self._hover(at)
        self._read_pointer(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._holds and self._tool is not None:
            self._holds = False
            self._tool.release(event.position())
            return
        if not left or self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        dragged, self._pressed, self._dragged_from = self._dragged_from is not None, None, None
        (self._hover if dragged else self._click)(event.position())

    def _click(self, at: QPointF) -> None:
        if self._tool is not None and self._tool.click(at):
            return
        sign, mark = self.site_at(at), self.plan.mark_at(at.x(), at.y())
        if sign is not None:
            self.entry_activated.emit(sign.spot.marker.slug)
        elif mark is not None:
            self.mark_activated.emit(mark.mark.id)
        elif self._target is not None:
            self.set_target(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position()
        taken = self._tool is not None and self._tool.double_click(at)
        if not taken and event.button() is Qt.MouseButton.LeftButton and self.site_at(at) is None:
            self.fly_to(self._view.zoomed(2.0, at.x(), at.y()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._set_hovered(None)
        if self._tool is not None:
            self._tool.hover(None)
        self._pointing.leave()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self._read_pointer(event.position())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        # a click shows where the keyboard is; coming by key needs the ring
        self._ringed = event.reason() in _BY_KEY
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        at = event.pos() if event.reason() is QContextMenuEvent.Reason.Mouse else self.rect().center()
        self.menu_wanted.emit(at, self.mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._ringed = True
        taken = self._tool is not None and self._tool.key(event)
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not taken and not self._on_key(Qt.Key(event.key()), far=far):
            super().keyPressEvent(event)

    def site_at(self, at: QPointF) -> SiteSign | None:
        """Return the marker at a pixel."""
        return self.plan.site_at(at.x(), at.y())

    def _on_key(self, key: Qt.Key, *, far: bool) -> bool:
        step = _PAN_STEP * (3.0 if far else 1.0)
        if key in PANS:
            start = self._route[1] if self._route is not None else self._view
            self.fly_to(start.panned(PANS[key][0] * step, PANS[key][1] * step))
            self._pointing.lead_to(None)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(_KEY_STEP)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.zoom(1.0 / _KEY_STEP)
        elif key is Qt.Key.Key_0:
            self.show_start()
        elif key is Qt.Key.Key_Home:
            self.show_whole()
        elif key is Qt.Key.Key_Escape and self._target is not None:
            self.set_target(None)
        else:
            return False
        return True

    def _on_flight(self, value: float) -> None:
        if self._route is None:
            return
        start, end = self._route
        if value >= 1.0:
            self._route = None
            self.set_view(end.resized(self.width(), self.height()))
            return
        self.set_view(between(start, end, float(value)))

    def read_pointer_again(self) -> None:
        """Tell the reading anew: the view has moved or the terrain has been read."""
        self._pointing.again()

    def _read_pointer(self, at: QPointF) -> None:
        self._pointing.set_pointer(at)
        self._pointing.again()

    def terrain_changed(self) -> None:
        """Draw and read anew: other terrain is in use."""
        self.set_view(replace(self._view, finest=finest_scale(self._terrain.finest_m)).clamped())
        self._ground.terrain_changed()
        self._ground.want(self._view, self.devicePixelRatioF())
        self._changed()
        self.read_pointer_again()

    def _hover(self, at: QPointF) -> None:
        shape = self._tool.hover(at) if self._tool is not None else None
        if shape is not None:
            self._set_hovered(None)
            self.setCursor(shape)
            return
        hovered, text = what_is_at(self.plan, at.x(), at.y(), self._units)
        self._set_hovered(hovered)
        if hovered is None:
            return
        rect = QRect(at.toPoint() - QPoint(3, 3), at.toPoint() + QPoint(3, 3))
        where = self.mapToGlobal(at.toPoint() + QPoint(6, 10))
        QToolTip.showText(where, text, self, rect)

    def _set_hovered(self, slug: str | None) -> None:
        if slug != self._hovered:
            self._hovered = slug
            if slug is None:
                QToolTip.hideText()
        self.setCursor(Qt.CursorShape.PointingHandCursor if slug else Qt.CursorShape.ArrowCursor)

    def _new_lettering(self) -> None:
        self._lettering = Lettering(self.font(), cached=True, ratio=self.devicePixelRatioF())
        self._changed()

    def _changed(self) -> None:
        self._plan = None
        self.update()
