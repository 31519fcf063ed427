"""The only ways out of the atlas, each at a click: a web address to the browser, a folder to the file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def is_web_address(url: str) -> bool:
    """Return whether an address may be handed to the system's browser."""
    parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
    return parsed.isValid() and parsed.scheme() in {"http", "https"} and bool(parsed.host())


def open_web_address(url: str) -> bool:
    """Hand a web address to the system's browser; returns False, doing nothing, for any other."""
    return is_web_address(url) and QDesktopServices.openUrl(QUrl(url))


def open_folder(folder: Path) -> bool:
    """Show a folder of this machine in the system's file manager; returns False where that fails."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
