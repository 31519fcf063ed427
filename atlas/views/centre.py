"""The middle of the window: the map and the notebook as tabs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from atlas.views.map import MapPane
from atlas.views.notes import NotebookPane

if TYPE_CHECKING:
    from atlas.context import AppContext


class Centre(QTabWidget):
    """Tabs of which each is a pane of its own."""

    entry_activated = Signal(str)
    link_activated = Signal(str)
    message = Signal(str)

    def __init__(
        self, context: "AppContext", link_title: Callable[[str], str | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Map and notebook"))
        self.tabBar().setAccessibleName(self.tr("Map and notebook"))
        self.tabBar().setExpanding(False)
        self.map = MapPane(context, self)
        self.notebook = NotebookPane(context.notebook, context.tasks, link_title, self)
        self.addTab(self.map, self.tr("Map"))
        self.addTab(self.notebook, self.tr("Notebook"))
        for pane in (self.map, self.notebook):
            pane.entry_activated.connect(self.entry_activated)
            pane.message.connect(self.message)
        self.notebook.link_activated.connect(self.link_activated)

    def show_map(self) -> None:
        """Bring the map to the front."""
        self.setCurrentWidget(self.map)
        self.map.canvas.setFocus()

    def show_notebook(self) -> None:
        """Bring the notebook to the front."""
        self.setCurrentWidget(self.notebook)
        self.notebook.focus_search()
