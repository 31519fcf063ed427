"""What the commands about the horizon do; its page is made when the first of them is used."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from atlas.domain.coordinates import LatLon

if TYPE_CHECKING:
    from atlas.views.horizon.page import HorizonPage
    from atlas.views.main_window import MainWindow


class HorizonCommands(QObject):
    """Binds the commands about the horizon of a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told: HorizonPage | None = None
        window.registry.bind(
            {
                "show-horizon": window.centre.show_horizon,
                "horizon-from-entry": self.from_entry,
                "horizon-go-to": self.go_to,
                "export-horizon": self.export_panorama,
                "export-skyline": self.export_skyline,
                "export-light": self.export_light,
                "export-all-light": self.export_all_light,
                "copy-horizon": self.copy,
            }
        )
        window.centre.currentChanged.connect(self._on_tab)
        window.centre.map.horizon_wanted.connect(self.look_from)

    def look_from(self, position: LatLon, name: str = "") -> None:
        """Show the horizon of a place."""
        self._window.centre.show_horizon()
        self._page().look_from(position, name)

    @Slot()
    def from_entry(self) -> None:
        """Show the horizon of where the entry stands, struck or means to land."""
        entry = self._window.detail.entry
        if entry is not None and entry.row.location is not None:
            self.look_from(LatLon(*entry.row.location), entry.row.name)

    @Slot()
    def go_to(self) -> None:
        """Let the user type a coordinate or a name."""
        self._window.centre.show_horizon()
        self._page().focus_place()

    @Slot()
    def export_panorama(self) -> None:
        """Ask where to write the panorama."""
        self._shown().saver.panorama()

    @Slot()
    def export_skyline(self) -> None:
        """Ask where to write the skyline."""
        self._shown().saver.skyline()

    @Slot()
    def export_light(self) -> None:
        """Ask where to write the light of the span shown."""
        self._shown().saver.light()

    @Slot()
    def export_all_light(self) -> None:
        """Ask where to write the light of all the years that are known."""
        self._shown().saver.all_light()

    @Slot()
    def copy(self) -> None:
        """Copy the panorama."""
        self._shown().saver.copy()

    def _shown(self) -> "HorizonPage":
        self._window.centre.show_horizon()
        return self._page()

    def _page(self) -> "HorizonPage":
        page = self._window.centre.horizon
        if page is not self._told:
            # made just now, by whichever way it was opened
            self._told = page
            page.place_wanted.connect(self._on_place_wanted)
            names = ("copy-horizon", "export-horizon", "export-skyline", "export-light", "export-all-light")
            menu = page.place_bar.more.menu()
            for name in names:
                menu.addAction(self._window.registry[name])
        return page

    @Slot()
    def _on_tab(self) -> None:
        if self._window.centre.current_key == "horizon":
            self._page()
        elif self._window.centre.current_key == "map" and self._told is not None:
            # one date of the light for both; the page takes the map's when it is shown
            self._window.centre.map.sunlight.set_time(self._told.moment)

    def _on_place_wanted(self, position: LatLon) -> None:
        self._window.centre.show_map()
        self._window.centre.map.show_place(position)
