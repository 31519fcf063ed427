"""What the command about sunlight does, and where the window tells of the light."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from atlas.views.main_window import MainWindow


class SunlightCommands(QObject):
    """Binds the command of a window, keeps its tick, and lets the status bar follow the light."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        light = window.centre.map.sunlight
        window.registry.bind({"sunlight": self.toggle})
        light.light_changed.connect(self._mark)
        light.point_changed.connect(window.status.show_light)
        self._mark()

    @Slot()
    def toggle(self) -> None:
        """Let the Sun light the map, or the map's own light."""
        self._window.centre.show_map()
        self._window.centre.map.toggle_sunlight()

    @Slot()
    def _mark(self) -> None:
        self._window.registry["sunlight"].setChecked(self._window.centre.map.sunlight.is_on)
