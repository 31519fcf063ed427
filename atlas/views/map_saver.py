"""Saves the map in view as a file that the user chooses."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from atlas.services.card.format import format_day
from atlas.services.terrain.files import TerrainError
from atlas.views.save_dialog import Destination, SaveDialog, Saving

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.main_window import MainWindow

_FORMAT: Final = "export/map-format"


class MapSaver(QObject):
    """Asks where the map is to go and has it written there."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._dialog = SaveDialog(context, window)

    def ask(self) -> None:
        """Open the file dialog."""
        self._dialog.ask(self._saving())

    def filters(self) -> dict[str, str]:
        """Return the formats as the dialog offers them, by their endings."""
        return {
            ".png": self.tr("Picture (PNG) (*.png)"),
            ".svg": self.tr("Drawing to enlarge (SVG) (*.svg)"),
            ".pdf": self.tr("Page to print (PDF) (*.pdf)"),
        }

    def write_to(self, asked: Path, suffix: str) -> None:
        """Write to a file that the user chose together with a format; an ending that was typed out wins."""
        self._dialog.write_to(self._saving(), asked, suffix)

    def _saving(self) -> Saving:
        return Saving(
            self.tr("Export the map"),
            "lunar-south-pole",
            self.filters(),
            self._write,
            self.tr("The map was not written."),
            self._context.settings.text(_FORMAT),
        )

    def _write(self, destination: Destination) -> None:
        caption = self.tr("As known on {day}").format(day=format_day(self._window.session.as_of))
        failed = partial(self._on_failed, destination)
        self._window.centre.map.export_map(destination.target, caption, failed, self._on_done)

    def _on_done(self, target: Path) -> None:
        self._dialog.remember(target)
        self._context.settings.set_text(_FORMAT, target.suffix.casefold())

    def _on_failed(self, destination: Destination, error: BaseException) -> None:
        self._dialog.tell(destination, error, TerrainError)
