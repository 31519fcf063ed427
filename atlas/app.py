"""Builds the context, the QApplication and the main window; nothing else."""

import sys
from types import TracebackType

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from atlas import __version__
from atlas.context import AppContext
from atlas.domain.links import parse_link
from atlas.paths import Paths
from atlas.services.instance import Instance, InstanceError, OpenRequest, hand_over
from atlas.services.notebook import NotebookService
from atlas.services.settings import Settings
from atlas.services.tasks import Tasks
from atlas.store.catalogue import Catalogue
from atlas.store.errors import CatalogueError
from atlas.views.errors import ErrorReporter, show_fatal
from atlas.views.icons import application_icon
from atlas.views.main_window import MainWindow
from atlas.views.theme import ThemeManager, theme_manager


def make_application() -> QApplication:
    """Return the QApplication of this process, made and named if there is none yet."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    QGuiApplication.setDesktopFileName("ilrs-atlas")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ilrs-atlas")
    app.setApplicationDisplayName("ILRS Atlas")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(application_icon())
    # the interface is English: so are its months and its decimal points
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return app


class Atlas(QObject):
    """An open atlas: its services and its window. Raises CatalogueError where there is no catalogue to open."""

    def __init__(self, app: QApplication, paths: Paths) -> None:
        super().__init__()
        paths.data.mkdir(parents=True, exist_ok=True)
        catalogue = Catalogue.open(paths.catalogue)
        settings = Settings(paths.data / "settings.ini")
        tasks = Tasks(self)
        notebook = NotebookService(tasks, paths.notebook, paths.notebook_migrations, self)
        self.context = AppContext(paths, catalogue, tasks, notebook, settings)
        self.theme = theme_manager() or ThemeManager(app, settings)
        self.window = MainWindow(self.context, self.theme)
        self.window.restore_geometry()
        self.reporter = ErrorReporter(self.window)
        tasks.error.connect(self._on_task_error)
        notebook.open()
        notebook.redirect_slugs(catalogue.redirects())

    def close(self) -> None:
        """Save everything and let go of files and threads."""
        self.window.close()
        self.context.notebook.close()
        self.context.tasks.close()
        self.context.catalogue.close()
        self.window.deleteLater()

    def _on_task_error(self, error: BaseException) -> None:
        trace: TracebackType | None = error.__traceback__
        self.reporter.take(type(error), error, trace)


def run(paths: Paths, link: str | None) -> int:
    """Open the window, at a link where one is given, and return the exit status when it is closed.

    Where the same data folder is open already, that window comes to the front instead.
    """
    if link:
        parse_link(link)
    app = make_application()
    instance = Instance(paths.data)
    try:
        if not instance.acquire():
            hand_over(paths.data, OpenRequest(link or ""))
            return 0
        atlas = Atlas(app, paths)
    except (InstanceError, CatalogueError) as error:
        instance.close()
        print(f"ilrs-atlas: {error}", file=sys.stderr)
        show_fatal(str(error))
        return 2
    atlas.reporter.install()
    instance.open_requested.connect(atlas.window.open_link)
    try:
        instance.serve(atlas.context.notebook)
        atlas.window.show()
        if link:
            atlas.window.open_link(link)
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        atlas.close()
        instance.close()
