"""What the commands about light over a span do."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.illumination.desk import IlluminationDesk
    from atlas.views.main_window import MainWindow

SHOWN: Final = "illumination/shown"
"""The setting that holds the file that is shown, for the next time."""


class IlluminationCommands(QObject):
    """Binds the commands of a window; what does the work is made when it is first asked for."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._desk: IlluminationDesk | None = None
        window.registry.bind({"illumination": self.ask, "open-illumination": self.choose})
        if context.settings.text(SHOWN):
            # once the window stands
            QTimer.singleShot(0, self, self._take_up)

    @property
    def desk(self) -> "IlluminationDesk":
        """What asks, computes and shows."""
        if self._desk is None:
            from atlas.views.illumination.desk import IlluminationDesk

            self._desk = IlluminationDesk(self._context, self._window)
        return self._desk

    def go_on_from(self, old: "IlluminationCommands") -> None:
        """Take over what the commands of another window compute."""
        if old._desk is not None and old._desk.busy:
            self.desk.go_on_from(old._desk)

    @Slot()
    def _take_up(self) -> None:
        self.desk.take_up()

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
