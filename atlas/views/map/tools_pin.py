"""Putting a pin on the map: the next click says where."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from atlas.services.map import style
from atlas.services.map.marks import draw_pin
from atlas.services.map.view import MapView, on_map
from atlas.views.map.canvas import MapCanvas


class PinTool(QObject):
    """One click puts a pin; Space puts it in the middle of the map, Escape puts none."""

    chosen = Signal(object)
    """A `LatLon` for the pin."""
    left = Signal()

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._at: QPointF | None = None

    def press(self, at: QPointF) -> bool:
        """Hold nothing: the map may be panned."""
        del at
        return False

    def drag(self, at: QPointF) -> None:
        """Nothing is held."""
        self._at = at

    def release(self, at: QPointF) -> None:
        """Nothing is held."""
        self._at = at

    def click(self, at: QPointF) -> bool:
        """Put the pin."""
        p = self._canvas.view.position(at.x(), at.y())
        if on_map(p):
            self.chosen.emit(p)
        return True

    def double_click(self, at: QPointF) -> bool:
        """Do nothing more: the first click has put the pin."""
        del at
        return True

    def hover(self, at: QPointF | None) -> Qt.CursorShape | None:
        """Show the pin where it would stand."""
        self._at = at
        self._canvas.update()
        return Qt.CursorShape.CrossCursor

    def key(self, event: QKeyEvent) -> bool:
        """Take Space, Enter and Escape."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(self._canvas.view.centre)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def paint_under(self, painter: QPainter, view: MapView) -> None:
        """Draw nothing below the names."""

    def paint(self, painter: QPainter, view: MapView) -> None:
        """Draw the pin under the pointer, paler than one that stands."""
        del view
        if self._at is not None:
            painter.save()
            painter.setOpacity(0.7)
            draw_pin(painter, self._at.x(), self._at.y(), style.MARK)
            painter.restore()
