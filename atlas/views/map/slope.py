"""Keeps the legend of the slopes under the map while their layer is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.services.map.layers import Layer, Layers
from atlas.services.terrain import Terrain
from atlas.views.map.canvas import MapCanvas

if TYPE_CHECKING:
    from atlas.services.map.slope_layer import SlopeWords
    from atlas.views.map.slope_bar import SlopeBar


class SlopeController(QObject):
    """Makes the bar at the first need, and tells it what holds for the view."""

    off_wanted = Signal()

    def __init__(self, terrain: Terrain, canvas: MapCanvas, column: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._terrain, self._canvas, self._column, self._parent = terrain, canvas, column, parent
        self._strength = 0.0
        self._told: tuple[SlopeWords, float] | None = None
        self.bar: SlopeBar | None = None
        """Made when slopes are first shown."""
        canvas.view_changed.connect(self.tell)

    def set_layers(self, layers: Layers) -> None:
        """Show the legend while the layer is shown."""
        self._strength = layers.strength(Layer.SLOPE)
        if self._strength and self.bar is None:
            from atlas.views.map.slope_bar import SlopeBar

            self.bar = SlopeBar(self._parent)
            self.bar.closed.connect(self.off_wanted)
            self._column.insertWidget(1, self.bar)
        if self.bar is not None:
            self.bar.setVisible(bool(self._strength))
        self.tell()

    def tell(self) -> None:
        """Say what holds for the present view, terrain and units."""
        if self.bar is None or not self._strength:
            return
        from atlas.services.map.slope_layer import slope_words

        canvas = self._canvas
        told = slope_words(self._terrain, canvas.view, canvas.devicePixelRatioF(), canvas.units), self._strength
        if told != self._told:
            self._told = told
            self.bar.set_words(*told)
