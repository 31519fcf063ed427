"""What a user sees when something went wrong: what happened, what it means for the notes, what can be done."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from atlas import __version__


def report_text(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return a report of an unexpected error, to be copied: versions and where it happened, nothing of the user's."""
    lines = traceback.format_exception(kind, error, trace)
    head = f"ILRS Atlas {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}"
    return f"{head}\n\n{''.join(lines)}"


class ErrorReporter:
    """Takes what nobody caught, shows it once at a time, and lets the atlas go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent
        self._open = False

    def install(self) -> None:
        """Become the place for errors that nobody caught."""
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the error to standard error and show it."""
        sys.__excepthook__(kind, error, trace)
        if self._open or issubclass(kind, KeyboardInterrupt) or QApplication.instance() is None:
            return
        self._open = True
        try:
            self.show(report_text(kind, error, trace))
        finally:
            self._open = False

    def show(self, report: str) -> None:
        """Show a report and offer to copy it."""
        translate = QCoreApplication.translate
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Errors", "ILRS Atlas"))
        box.setText(translate("Errors", "Something went wrong in the atlas."))
        box.setInformativeText(
            translate(
                "Errors",
                "Your notes are kept: whatever you typed is written within a second, and you can go on. If it happens "
                "again, close the atlas, open it again, and send the report to its makers.",
            )
        )
        box.setDetailedText(report)
        copy = box.addButton(translate("Errors", "Copy the report"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(report)


def show_fatal(sentence: str) -> None:
    """Say why the atlas cannot open; returns when the user has read it."""
    translate = QCoreApplication.translate
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(translate("Errors", "ILRS Atlas"))
    box.setText(translate("Errors", "The atlas cannot open."))
    box.setInformativeText(sentence)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()


def confirm_loss(parent: QWidget, problem: str) -> bool:
    """Ask whether to close although the last words of a note could not be written."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Errors", "ILRS Atlas"))
    box.setText(translate("Errors", "Your last changes to the notes could not be written."))
    hint = translate("Errors", "Stay, copy what you typed, and try again; or close and lose it.")
    box.setInformativeText(f"{problem} {hint}".strip())
    stay = box.addButton(translate("Errors", "Stay"), QMessageBox.ButtonRole.RejectRole)
    close = box.addButton(translate("Errors", "Close and lose it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is close
