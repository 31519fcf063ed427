"""What the commands about light over a span do."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.services.illumination.result import LightResult
    from atlas.views.illumination.desk import IlluminationDesk
    from atlas.views.main_window import MainWindow

SHOWN: Final = "illumination/shown"
"""The setting that holds the file that is shown, for the next time."""
OPENING: Final = "open-light"
"""The key of the work that opens a file."""


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
            QTimer.singleShot(0, self, self.take_up)

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
    def take_up(self) -> None:
        """Show the file of the last time again, where it still is one; the map stays where it is."""
        path = Path(self._context.settings.text(SHOWN))
        self._context.tasks.submit(_open, path, done=self._taken_up, failed=self._gone, key=OPENING)

    def _taken_up(self, result: "LightResult") -> None:
        self.desk.take_up(result)

    def _gone(self, error: BaseException) -> None:
        self.desk.let_go(error)

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


def _open(path: Path) -> "LightResult":
    """Open a file on a worker, which also imports what is needed for it, for the window too."""
    from atlas.services.illumination.result import LightResult

    return LightResult.open(path)
