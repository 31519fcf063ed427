"""What the commands about terrain do, and what happens to a file dropped on the map."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from atlas.services.terrain.files import SUFFIXES

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.main_window import MainWindow
    from atlas.views.terrain.desk import TerrainDesk


class TerrainCommands(QObject):
    """Binds the commands about terrain of a window; what does the work is made when it is first asked for."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._desk: TerrainDesk | None = None
        window.registry.bind({"import-terrain": self.choose, "my-terrains": self.show_list})
        canvas = window.centre.map.canvas
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)

    @property
    def desk(self) -> "TerrainDesk":
        """What looks files over and opens the dialogs."""
        if self._desk is None:
            from atlas.views.terrain.desk import TerrainDesk

            self._desk = TerrainDesk(self._context, self._window)
        return self._desk

    @Slot()
    def choose(self) -> None:
        """Ask for a file of heights to import."""
        self.desk.choose()

    @Slot()
    def show_list(self) -> None:
        """Show what has been imported."""
        self.desk.show_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QDragEnterEvent):
            if _dropped(event) is not None:
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            path = _dropped(event)
            if path is not None:
                event.acceptProposedAction()
                self.desk.look_at(path)
            return True
        return super().eventFilter(watched, event)


def _dropped(event: QDropEvent) -> Path | None:
    """Return the file of heights among what is dropped."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.casefold() in SUFFIXES:
            return path
    return None
