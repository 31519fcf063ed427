"""What the command about sunlight does, and where the window tells of the light."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from atlas.views.main_window import MainWindow
    from atlas.views.map.sunlight_bar import SunlightBar


class SunlightCommands(QObject):
    """Binds the command of a window, keeps its tick, and lets the status bar follow the light."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        light = window.centre.map.sunlight
        window.registry.bind({"sunlight": self.toggle, "light-date": self.choose_date, "light-play": self.play})
        light.light_changed.connect(self._mark)
        light.point_changed.connect(window.status.show_light)
        self._mark()

    @Slot()
    def toggle(self) -> None:
        """Let the Sun light the map, or the map's own light."""
        self._window.centre.show_map()
        self._window.centre.map.toggle_sunlight()

    @Slot()
    def choose_date(self) -> None:
        """Put the keyboard into the field for the date of the light: that of the horizon where it is shown."""
        if self._window.centre.current_key == "horizon":
            self._window.centre.horizon.focus_moment()
            return
        self._lit_bar().focus_moment()

    @Slot()
    def play(self) -> None:
        """Let the light of the map run, or stop it."""
        self._lit_bar().play.toggle()

    def _lit_bar(self) -> "SunlightBar":
        """Return the time bar under the map, which the Sun lights from now on."""
        light = self._window.centre.map.sunlight
        self._window.centre.show_map()
        if not light.is_on:
            self._window.centre.map.toggle_sunlight()
        assert light.bar is not None
        return light.bar

    @Slot()
    def _mark(self) -> None:
        self._window.registry["sunlight"].setChecked(self._window.centre.map.sunlight.is_on)
