"""An application object for commands that draw: nothing is shown, so no display is needed."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def application() -> "QGuiApplication":
    """Return the application object, made off-screen where there is none; keep it while fonts are needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtGui import QGuiApplication

    there = QGuiApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    # a name in a script for which this machine has no font is no error of the command
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    return QGuiApplication(sys.argv[:1])
