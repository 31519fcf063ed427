"""What the window writes to files: an entry, the list or a selection of it, the map."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.export_dialog import Exporter
    from atlas.views.main_window import MainWindow
    from atlas.views.map_saver import MapSaver


class WindowExports(QObject):
    """Hands what is shown to the exporters, with the as-of day in force."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        window.list_pane.view.selectionModel().selectionChanged.connect(self.name_list)
        window.list_pane.changed.connect(self.name_list)

    @cached_property
    def _exporter(self) -> "Exporter":
        from atlas.views.export_dialog import Exporter

        exporter = Exporter(self._context, self._window)
        exporter.message.connect(self._window.status.say)
        return exporter

    @cached_property
    def _map(self) -> "MapSaver":
        from atlas.views.map_saver import MapSaver

        return MapSaver(self._context, self._window)

    def entry(self) -> None:
        """Export the entry that is shown."""
        entry = self._window.detail.entry
        if entry is not None:
            self._exporter.export_entry(entry.row, self._window.session.as_of)

    def rows(self) -> None:
        """Export the selected entries where several are selected, else the list as it is filtered."""
        pane = self._window.list_pane
        chosen = pane.selected()
        rows = chosen if len(chosen) > 1 else pane.model.shown
        self._exporter.export_rows(rows, self._window.session.as_of)

    def map(self) -> None:
        """Export the map as it is in view."""
        self._window.centre.show_map()
        self._map.ask()

    def name_list(self) -> None:
        """Let the command say whether it takes the list or a selection."""
        count = len(self._window.list_pane.view.selected_rows())
        if count > 1:
            text = self.tr("Export the %n selected entries …", "", count)
        else:
            text = self.tr("Export the list (%n entries) …", "", self._window.list_pane.model.rowCount())
        self._window.registry["export-list"].setText(text)
