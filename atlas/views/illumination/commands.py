"""What the commands about light over a span do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.illumination.desk import IlluminationDesk
    from atlas.views.main_window import MainWindow


class IlluminationCommands(QObject):
    """Binds the commands of a window; what does the work is made when it is first asked for."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._desk: IlluminationDesk | None = None
        window.registry.bind({"illumination": self.ask, "open-illumination": self.choose})

    @property
    def desk(self) -> "IlluminationDesk":
        """What asks, computes and shows."""
        if self._desk is None:
            from atlas.views.illumination.desk import IlluminationDesk

            self._desk = IlluminationDesk(self._context, self._window)
        return self._desk

    @Slot()
    def ask(self) -> None:
        """Ask what is to be computed for the view."""
        self._window.centre.show_map()
        self.desk.ask()

    @Slot()
    def choose(self) -> None:
        """Ask for a file to be shown."""
        self._window.centre.show_map()
        self.desk.choose()
