"""What stands on the map in the window at its edges: where scale bar and credits are, and the keyboard's ring."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from atlas.services.map.labels import Box
from atlas.services.map.lettering import Lettering, Role
from atlas.services.map.painter import scale_bar
from atlas.services.map.view import MapView
from atlas.services.units import Units
from atlas.views.theme import current_theme


def furniture_boxes(view: MapView, lettering: Lettering, credits_text: str, units: Units) -> list[Box]:
    """Return the boxes of the scale bar and of the credits, where there are any."""
    length, _ = scale_bar(view, 150.0, feet=units.feet)
    boxes: list[Box] = [(8.0, view.height - 42.0, length + 28.0, float(view.height))]
    if credits_text:
        width, height = lettering.size(credits_text, Role.FURNITURE)
        left, top = view.width - width - 10.0, view.height - height - 6.0
        boxes.append((left, top, float(view.width), float(view.height)))
    return boxes


def draw_ring(painter: QPainter, rect: QRect) -> None:
    """Draw the ring round the map that shows where the keyboard is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current_theme().focus, 2.0))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
