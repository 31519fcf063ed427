"""Builds the context, the QApplication and the main window; nothing else."""

import gc
import logging
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from atlas import __version__
from atlas.context import AppContext
from atlas.domain.links import parse_link
from atlas.paths import Paths
from atlas.services.data_folder import carry_out, failed_move
from atlas.services.instance import Instance, InstanceError, OpenRequest, hand_over
from atlas.services.language import Language, LanguageManager, use_locale
from atlas.services.log import RecentLog
from atlas.services.notebook import NotebookService
from atlas.services.notebook_care import NotebookCare
from atlas.services.settings import Settings
from atlas.services.tasks import Tasks
from atlas.services.terrain import GroundPictures, Terrain
from atlas.store.catalogue import Catalogue
from atlas.store.errors import CatalogueError
from atlas.views.errors import ErrorReporter, Surroundings, report_text, show_fatal, unforeseen
from atlas.views.icons import application_icon
from atlas.views.main_window import MainWindow
from atlas.views.theme import ThemeManager, theme_manager

if TYPE_CHECKING:
    from atlas.services.pictures.service import PictureService

_log = logging.getLogger(__name__)
_QUIET_MS = 500
"""From the first frame on until everything of the start is there."""


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
    # until the settings are read
    use_locale(Language.EN)
    return app


class Atlas(QObject):
    """An open atlas: its services and its window. Raises CatalogueError where there is no catalogue to open."""

    def __init__(self, app: QApplication, paths: Paths) -> None:
        super().__init__()
        settings = Settings(paths.data / "settings.ini")
        # first of all, so that also a refusal to open is told in it
        self.language = LanguageManager(settings, paths.translations, self)
        catalogue = Catalogue.open(paths.catalogue)
        tasks = Tasks(self)
        notebook = NotebookService(tasks, paths.notebook, paths.notebook_migrations, self)
        care = NotebookCare(notebook, tasks, self)
        terrain, ground = Terrain(paths.terrain, paths.own_terrain), GroundPictures(paths.terrain)
        self.context = AppContext(paths, catalogue, tasks, notebook, settings, care, terrain, ground, self.language)
        self.log = RecentLog()
        self.theme = theme_manager() or ThemeManager(app, settings)
        self.theme.take_language()
        self.window = MainWindow(self.context, self.theme)
        self.window.restore_geometry()
        self.reporter = ErrorReporter(self.window, self._surroundings())
        # never at once: the choice was made in a widget of the window that goes
        self.language.changed.connect(self._renew_window, Qt.ConnectionType.QueuedConnection)
        tasks.error.connect(self._on_task_error)
        notebook.open()
        notebook.redirect_slugs(catalogue.redirects())

    def close(self) -> None:
        """Save everything and let go of files and threads."""
        self.window.close()
        self.context.care.close()
        self.context.put_pictures_away()
        self.context.notebook.close()
        self.context.tasks.close()
        self.context.terrain.close()
        self.context.catalogue.close()
        self.window.deleteLater()
        self.language.unload()
        problem = carry_out(self.context.paths, self.context.settings)
        if problem:
            _log.warning("%s", problem)

    def install(self) -> None:
        """Take every error that nobody catches, and keep a log for its report."""
        self.log.install()
        self.reporter.install()
        _log.info("the atlas opens")

    def uninstall(self) -> None:
        """Leave errors and messages to Python and Qt again."""
        self.reporter.uninstall()
        self.log.uninstall()

    def _surroundings(self) -> Surroundings:
        return Surroundings(
            about=f"Catalogue of {self.context.catalogue.date.isoformat()}",
            log=self.log.text,
            unsaved=self._unsaved,
            save=self._save_text,
            close=self._close_window,
        )

    @Slot(str)
    def open_link(self, address: str) -> None:
        """Bring the window to the front and follow an `atlas://` link, where one is given."""
        self.window.open_link(address)

    @Slot()
    def _renew_window(self) -> None:
        """Put a new window, in the language chosen, in the place of the one there is; nothing is lost on the way."""
        old = self.window
        old.remember()
        self.theme.take_language()
        self.window = MainWindow(self.context, self.theme)
        self.window.take_place_of(old)
        self.reporter.move_to(self.window)
        old.hide()
        old.deleteLater()

    def pictures(self) -> "PictureService":
        """Return the service of own pictures, made when it is first asked for."""
        return self.context.pictures

    def _save_text(self) -> bool:
        return self.window.keeper.save_text()

    def _close_window(self) -> bool:
        return self.window.close()

    def _unsaved(self) -> int:
        return len(self.context.notebook.unsaved)

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
        if not _acquired(instance):
            hand_over(paths.data, OpenRequest(link or ""))
            return 0
        atlas = Atlas(app, paths)
    except (InstanceError, CatalogueError) as error:
        instance.close()
        return _refuse(str(error))
    except Exception as error:  # noqa: BLE001 - told whole, with a report: a start that fails must not be silent
        instance.close()
        return _refuse(f"{type(error).__name__}: {error}", report_text(type(error), error, error.__traceback__))
    atlas.install()
    instance.open_requested.connect(atlas.open_link)
    calm = QTimer(atlas, singleShot=True)
    calm.timeout.connect(_collect_again)
    try:
        _serve(instance, atlas)
        atlas.window.show()
        calm.start(_QUIET_MS)
        atlas.window.status.showMessage(failed_move(atlas.context.settings))
        if link:
            atlas.window.open_link(link)
        return app.exec()
    finally:
        calm.stop()
        atlas.uninstall()
        atlas.close()
        instance.close()


def _collect_again() -> None:
    """Let Python look for rubbish again, but not among what the start has made: that stays to the end."""
    gc.freeze()
    gc.enable()


def _acquired(instance: Instance) -> bool:
    """Take the data folder; one that cannot be written is opened all the same, to read, and the window says so."""
    try:
        return instance.acquire()
    except InstanceError as error:
        _log.warning("%s", error)
        return True


def _serve(instance: Instance, atlas: Atlas) -> None:
    """Listen for later starts; the atlas works without, only that a second one cannot reach it."""
    if not instance.held:
        return
    try:
        instance.serve(atlas.context.notebook, atlas.context.care, atlas.pictures)
    except InstanceError as error:
        _log.warning("%s", error)
        atlas.window.status.say(str(error))


def _refuse(sentence: str, report: str = "") -> int:
    print(f"ilrs-atlas: {' '.join(sentence.split())}", file=sys.stderr)
    if report:
        show_fatal(unforeseen(), report)
    else:
        show_fatal(sentence)
    return 2
