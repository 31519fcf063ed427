"""Measuring with the mouse: points are set, moved and taken away on the map, which shows the path as it grows."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from atlas.domain.coordinates import LatLon, great_circle_m, project
from atlas.domain.geodesy import Path
from atlas.services.map.view import MapView, on_map
from atlas.views.map.canvas import MapCanvas
from atlas.views.map.tools_trace import Trace

_REACH: Final = 10.0
_LINE_REACH: Final = 7.0
_STEPS: Final = 200


class MeasureTool(QObject):
    """The path that is measured, and what the mouse and the keys do to it."""

    changed = Signal()
    """The path is another one."""
    left = Signal()
    """The user is done with measuring."""
    hovered = Signal(object)
    """Metres along the path under the pointer, or None."""
    message = Signal(str)

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._path = Path()
        self._past: list[Path] = []
        self._future: list[Path] = []
        self._drawing = True
        self._held: int | None = None
        self._before = Path()
        self._pointer: LatLon | None = None
        self._hover: int | None = None
        self._spot: LatLon | None = None
        self._trace = Trace()

    @property
    def path(self) -> Path:
        """What is measured."""
        return self._path

    @property
    def is_drawing(self) -> bool:
        """Whether a click sets the next point."""
        return self._drawing

    def set_path(self, path: Path, *, drawing: bool | None = None) -> None:
        """Measure another path; the one before can be had back."""
        if drawing is not None:
            self._drawing = drawing
        if path != self._path:
            self._past = [*self._past, self._path][-_STEPS:]
            self._future.clear()
            self._take(path)
        self._canvas.update()

    def start(self, path: Path) -> None:
        """Take up a path from the last time, without a step to undo."""
        self._drawing = len(path.points) < 2
        self._take(path)

    def add(self, p: LatLon) -> None:
        """Set the next point; one on the spot of the last is not set."""
        points = self._path.points
        if points and great_circle_m(points[-1], p) < 0.01:
            return
        if p.lat >= 90.0:
            self.message.emit(self.tr("The north pole cannot stand on a map of the south; choose another point."))
            return
        self.set_path(self._path.with_point(p))

    def clear(self) -> None:
        """Begin anew."""
        self.set_path(Path(), drawing=True)

    def end(self) -> None:
        """Set no more points by clicking."""
        self._drawing = False
        self._canvas.update()

    def set_closed(self, closed: bool) -> None:
        """Close the path to an area, or open it."""
        self.set_path(Path(self._path.points, closed))
        if closed:
            self.end()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self._future.append(self._path)
            self._take(self._past.pop())

    def redo(self) -> None:
        """Take the step again that was taken back."""
        if self._future:
            self._past.append(self._path)
            self._take(self._future.pop())

    def set_spot(self, p: LatLon | None) -> None:
        """Mark a place of the path on the map, as the profile points to it."""
        if p != self._spot:
            self._spot = p
            self._canvas.update()

    def _take(self, path: Path) -> None:
        self._path = path
        self._hover = None
        self._canvas.update()
        self.changed.emit()

    # what the canvas asks of a tool

    def press(self, at: QPointF) -> bool:
        """Take hold of a point."""
        self._held = self._point_at(at)
        self._before = self._path
        return self._held is not None

    def drag(self, at: QPointF) -> None:
        """Move the point that is held."""
        if self._held is not None:
            self._path = self._path.moved(self._held, self._position(at))
            self._canvas.update()
            self.changed.emit()

    def release(self, at: QPointF) -> None:
        """Let go; a click on the first point closes the path, one on the last ends or goes on."""
        held, self._held = self._held, None
        if held is None:
            return
        if self._path != self._before:
            moved, self._path = self._path, self._before
            self.set_path(moved)
        elif held == 0 and self._drawing and len(self._path.points) >= 3:
            self.set_closed(True)
        elif held == len(self._path.points) - 1:
            self._drawing = not self._drawing
        self.hover(at)

    def click(self, at: QPointF) -> bool:
        """Set the next point, or one in the line where it is done."""
        if self._drawing:
            self.add(self._position(at))
            return True
        found = self._trace.nearest(self._canvas.view, at)
        if found is not None and found.away <= _LINE_REACH:
            self.set_path(self._path.with_point(self._canvas.view.position(at.x(), at.y()), found.leg + 1))
            return True
        return False

    def double_click(self, at: QPointF) -> bool:
        """End; the first click of the two has set the point."""
        if self._drawing:
            self.end()
            return True
        return self._point_at(at) is not None

    def hover(self, at: QPointF | None) -> Qt.CursorShape | None:
        """Show what is under the pointer."""
        self._pointer = None if at is None else self._position(at)
        self._hover = None if at is None else self._point_at(at)
        found = self._trace.nearest(self._canvas.view, at) if at is not None else None
        near = found is not None and found.away <= _LINE_REACH
        self.hovered.emit(found.distance_m if found is not None and near else None)
        self._canvas.update()
        if self._hover is not None:
            return Qt.CursorShape.PointingHandCursor
        if self._drawing:
            return Qt.CursorShape.CrossCursor
        return Qt.CursorShape.PointingHandCursor if near else None

    def key(self, event: QKeyEvent) -> bool:
        """Enter ends, Backspace takes the last point away, Space sets one in the middle, Escape leaves."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.end()
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._path.points:
            self.set_path(self._path.without(len(self._path.points) - 1), drawing=True)
        elif key == Qt.Key.Key_Space:
            self.add(self._canvas.view.centre)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Z and control:
            again = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.redo if again else self.undo)()
        else:
            return False
        return True

    def paint_under(self, painter: QPainter, view: MapView) -> None:
        """Draw the legs below the names."""
        self._trace.take(self._path, view, self._canvas)
        self._trace.draw_legs(painter, view)

    def paint(self, painter: QPainter, view: MapView) -> None:
        """Draw the points, the lengths, and the leg that a click would add."""
        pointer = self._pointer if self._drawing and self._held is None else None
        plan = self._canvas.plan
        labels = [*plan.boxes(), *plan.reserved]
        self._trace.draw(painter, view, self._canvas.units, labels, drawing=self._drawing, hover=self._hover)
        if pointer is not None and self._path.points and on_map(pointer):
            self._trace.draw_next(painter, view, self._canvas.units, self._path.points[-1], pointer)
        if self._spot is not None and self._spot.lat < 0.0:
            self._trace.draw_spot(painter, *view.to_screen(*project(self._spot)))

    def _position(self, at: QPointF) -> LatLon:
        """Return the place at a pixel; that of a landing site where its sign is under the pointer."""
        sign = self._canvas.site_at(at)
        if sign is not None and abs(sign.x - at.x()) + abs(sign.y - at.y()) <= _REACH:
            return LatLon(sign.spot.marker.lat, sign.spot.marker.lon)
        return self._canvas.view.position(at.x(), at.y())

    def _point_at(self, at: QPointF) -> int | None:
        view = self._canvas.view
        found: list[tuple[float, int]] = []
        for k, p in enumerate(self._path.points):
            if p.lat < 0.0:
                x, y = view.to_screen(*project(p))
                # of points one over another the one set last is held
                found.append((max(abs(x - at.x()), abs(y - at.y())), -k))
        away, number = min(found, default=(_REACH + 1.0, 0))
        return -number if away <= _REACH else None
