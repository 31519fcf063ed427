"""Opens the user guide, once, on the page that was asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.main_window import MainWindow


class GuideCommands(QObject):
    """Binds the command of the guide."""

    def __init__(self, context: "AppContext", window: "MainWindow") -> None:
        super().__init__(window)
        self._context, self._window = context, window
        window.registry.bind({"guide": self.open})

    @Slot()
    def open(self) -> None:
        """Show the guide where it was left, or its first page."""
        self.show("")

    def show(self, name: str) -> None:
        """Show a page of the guide by its name."""
        from atlas.services.guide import GuideError, load_guide
        from atlas.views.guide.dialog import GuideDialog

        dialog = self._window.findChild(GuideDialog)
        if dialog is None:
            try:
                pages = load_guide(self._context.paths.guide)
            except GuideError as problem:
                self._window.status.say(str(problem))
                return
            dialog = GuideDialog(pages, self._window)
            dialog.link_activated.connect(self._window.commands.open_link)
        if name and not dialog.show_page(name):
            self._window.status.say(self.tr("The guide has no page “{name}”.").format(name=name))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
