"""What the atlas did lately, for the report of an error: kept in memory, nothing of the user's in it."""

import logging
from collections import deque
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LINES: Final = 200
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_qt = logging.getLogger("atlas.qt")


class RecentLog(logging.Handler):
    """Keeps the last lines of everything that is logged under `atlas`, and of what Qt says."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[str] = deque(maxlen=LINES)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def install(self) -> None:
        """Begin to listen."""
        logger = logging.getLogger("atlas")
        logger.addHandler(self)
        logger.setLevel(logging.INFO)
        qInstallMessageHandler(_take_qt)

    def uninstall(self) -> None:
        """Listen no more."""
        qInstallMessageHandler(None)
        logging.getLogger("atlas").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self._lines.append(self.format(record))

    def text(self) -> str:
        """Return the lines kept, oldest first."""
        return "\n".join(self._lines)


def _take_qt(kind: QtMsgType, _where: QMessageLogContext, message: str | None) -> None:
    level = _LEVELS.get(kind, logging.WARNING)
    _qt.log(level, "%s", message)
    if level >= logging.WARNING:
        import sys

        if sys.stderr is not None:
            print(message, file=sys.stderr)
