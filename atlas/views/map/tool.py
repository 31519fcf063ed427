"""What a tool of the map is: it sees the mouse and the keys before the map does, and draws over it."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from atlas.services.map.view import MapView


class MapTool(Protocol):
    """The tool in hand. Positions are pixels of the canvas; True means that the map has nothing more to do with it."""

    def press(self, at: QPointF) -> bool:
        """Take hold of what is there; `drag` and `release` follow then, else the map is panned."""

    def drag(self, at: QPointF) -> None:
        """Move what is held."""

    def release(self, at: QPointF) -> None:
        """Let go of what is held."""

    def click(self, at: QPointF) -> bool:
        """Take a click that held nothing and moved nothing."""

    def double_click(self, at: QPointF) -> bool:
        """Take the second click; `click` took the first."""

    def hover(self, at: QPointF | None) -> Qt.CursorShape | None:
        """Follow the pointer (None when it leaves); return the pointer's shape, None where the map decides."""

    def key(self, event: QKeyEvent) -> bool:
        """Take a key."""

    def paint_under(self, painter: QPainter, view: MapView) -> None:
        """Draw over the ground, below all signs and names."""

    def paint(self, painter: QPainter, view: MapView) -> None:
        """Draw over the map."""
