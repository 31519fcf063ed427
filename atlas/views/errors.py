"""What a user sees when something went wrong: what happened, what it means for the notes, what can be done."""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from atlas import __version__

if TYPE_CHECKING:
    from atlas.views.error_dialog import ErrorDialog

_log = logging.getLogger(__name__)
QUIET_S: Final = 30.0
"""The same error is not shown again so soon after its dialog was closed; it stands in the log."""


def report_text(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None, about: str = "", log: str = ""
) -> str:
    """Return a report of an unexpected error, to be copied: versions, what happened where, and what went before."""
    import platform

    head = (
        f"ILRS Atlas {__version__}, Qt {qVersion()}, PySide {pyside_version}, Python {platform.python_version()}, "
        f"{platform.platform()}, {QGuiApplication.platformName() or 'no window'}"
    )
    parts = [head, about, "".join(traceback.format_exception(kind, error, trace)).strip()]
    if log:
        parts.append(f"Log:\n{log}")
    return "\n\n".join(part for part in parts if part) + "\n"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the reporter needs of the open atlas: what to say about it, and what its dialog can do."""

    about: str
    log: Callable[[], str]
    unsaved: Callable[[], int]
    save: Callable[[], object]
    close: Callable[[], object]


class ErrorReporter(QObject):
    """Takes what nobody caught, on any thread, shows it once at a time, and lets the atlas go on."""

    _arrived = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None, around: Surroundings | None = None) -> None:
        super().__init__(parent)
        self._window = parent
        self._around = around
        self._dialog: ErrorDialog | None = None
        self._quiet_until: dict[str, float] = {}
        self._shown: set[str] = set()
        # never at once: the error may come from the middle of painting, or from another thread
        self._arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def dialog(self) -> "ErrorDialog | None":
        """The dialog, while it is open."""
        return self._dialog

    def move_to(self, window: QWidget) -> None:
        """Belong to another window, with the dialog that may be open."""
        self._window = window
        self.setParent(window)
        if self._dialog is not None:
            self._dialog.setParent(window, self._dialog.windowFlags())
            self._dialog.show()

    def install(self) -> None:
        """Become the place for errors that nobody caught, on every thread."""
        sys.excepthook = self.take
        threading.excepthook = self._take_thread

    def uninstall(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the error to standard error and to the log, and show it soon. May be called on any thread."""
        if sys.stderr is not None:
            sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            # Ctrl+C in the terminal is a wish, not an error
            QCoreApplication.quit()
            return
        place = _place(trace)
        around = self._around
        report = report_text(kind, error, trace, around.about if around else "", around.log() if around else "")
        _log.error("unexpected %s at %s", kind.__name__, place)
        if QApplication.instance() is not None:
            self._arrived.emit(kind.__name__, f"{kind.__name__} {place}", report)

    def _take_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str, str, str)
    def _show(self, name: str, key: str, report: str) -> None:
        if self._dialog is not None:
            if key not in self._shown:
                self._shown.add(key)
                self._dialog.add(report)
            return
        if time.monotonic() < self._quiet_until.get(key, 0.0):
            return
        self._shown = {key}
        translate = QCoreApplication.translate
        happened = translate("Errors", "Something went wrong in the atlas ({name}).").format(name=name)
        from atlas.views.error_dialog import ErrorDialog

        around = self._around
        self._dialog = dialog = ErrorDialog(happened, around.unsaved if around else _none, self._window)
        dialog.add(report)
        dialog.finished.connect(self._closed)
        if around is not None:
            dialog.save_asked.connect(self._save)
            dialog.quit_asked.connect(self._quit)
        dialog.open()

    @Slot()
    def _save(self) -> None:
        if self._around is not None and self._dialog is not None:
            self._around.save()
            self._dialog.tell_notes()

    @Slot()
    def _quit(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        if self._around is not None:
            self._around.close()

    @Slot()
    def _closed(self) -> None:
        until = time.monotonic() + QUIET_S
        self._quiet_until.update(dict.fromkeys(self._shown, until))
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _none() -> int:
    return 0


def _place(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "an unknown place"


def show_fatal(sentence: str, report: str = "") -> None:
    """Say why the atlas cannot open, with a report where nobody foresaw it; returns when the user has read it."""
    translate = QCoreApplication.translate
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(translate("Errors", "ILRS Atlas"))
    box.setText(translate("Errors", "The atlas cannot open."))
    box.setInformativeText(sentence)
    copy = None
    if report:
        box.setDetailedText(report)
        copy = box.addButton(translate("Errors", "Copy the report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if copy is not None and box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(report)


def unforeseen() -> str:
    """Return what to say when the atlas cannot open and nobody foresaw why."""
    return QCoreApplication.translate(
        "Errors",
        "Something went wrong while it was opening. Your notes were not touched. Start it again; if it stays so, run "
        "“ilrs-atlas check”, and send the report to its makers.",
    )


def confirm_loss(parent: QWidget | None, problem: str, save: Callable[[], bool] | None = None) -> bool:
    """Ask whether to close although the last words of a note could not be written; `save` offers a file for them."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Errors", "ILRS Atlas"))
    box.setText(translate("Errors", "Your last changes to the notes could not be written."))
    hint = translate("Errors", "Save what you typed to a file, or stay and try again; or close and lose it.")
    box.setInformativeText(f"{problem} {hint}".strip())
    stay = box.addButton(translate("Errors", "Stay"), QMessageBox.ButtonRole.RejectRole)
    rescue = None
    if save is not None:
        rescue = box.addButton(translate("Errors", "Save my text to a file…"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(translate("Errors", "Close and lose it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(rescue or stay)
    box.exec()
    if save is not None and rescue is not None and box.clickedButton() is rescue:
        return save()
    return box.clickedButton() is close
