"""What the commands of the map's tools do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from atlas.services.map.layers import Layer

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.main_window import MainWindow

_TOOLS = ("measure", "profile", "pin")


class MapToolsCommands(QObject):
    """Binds the commands of a window, and keeps the ticks of those that stand for a tool in hand."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._tools = window.centre.map.tools
        self._tools.own.use_notebook(context.notebook)
        self._tools.own.link_title = window.title_of
        self._tools.own.link_activated.connect(window.centre.link_activated)
        self._tools.own.made.connect(self._show_layer)
        self._tools.changed.connect(self._mark)
        window.registry.bind(
            {
                "measure": self.measure,
                "profile": self.profile,
                "pin": self.pin,
                "keep-measured": self._tools.keep,
                "copy-measured": self.copy,
                "export-profile": self._tools.export_profile,
                "show-marks": self._tools.own.show_list,
                "undo-mark": self._tools.own.undo,
                "export-marks": self._tools.own.export,
            }
        )
        self._mark()

    def measure(self) -> None:
        """Measure on the map, or stop."""
        self._toggle("measure")

    def profile(self) -> None:
        """Show the elevation along a path, or hide it."""
        self._toggle("profile")

    def pin(self) -> None:
        """Let the next click put a pin."""
        self._toggle("pin")

    def copy(self) -> None:
        """Copy the measurement as text."""
        self._tools.copy("text")

    def _toggle(self, name: str) -> None:
        self._window.centre.show_map()
        self._tools.toggle(name)

    def _show_layer(self) -> None:
        """Show the layer of the user's marks: one was made or is to be seen."""
        pane = self._window.centre.map
        if Layer.PINS not in pane.canvas.layers.shown:
            pane.set_layers(pane.canvas.layers.with_shown(Layer.PINS, shown=True))

    def _mark(self) -> None:
        active = self._tools.active
        for name in _TOOLS:
            self._window.registry[name].setChecked(name in active)
