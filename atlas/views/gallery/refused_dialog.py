"""Which files were left out of adding, finding or exporting, and why: to read, and to copy."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from atlas.domain.own_pictures import RefusedPicture
from atlas.views.dialogs import PageDialog
from atlas.views.theme import current_theme
from atlas.views.themed import follow_theme

_MOST: int = 500
"""Files told one by one; a longer list is copied whole."""


class RefusedDialog(PageDialog):
    """The refused files of one piece of work; everything else is done."""

    message = Signal(str)

    def __init__(self, refused: Sequence[RefusedPicture], parent: QWidget) -> None:
        super().__init__("", (560, 480), parent)
        self._refused = tuple(refused)
        self.setWindowTitle(self.tr("%n file(s) were left out", "", len(refused)))
        self.page.setAccessibleName(self.windowTitle())
        copy = self.buttons.addButton(self.tr("Copy the list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAccessibleName(self.tr("Copy the list"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        follow_theme(self._refresh)

    def html(self) -> str:
        """Return the files with their reasons."""
        muted = current_theme().muted.name()
        intro = self.tr("These files were left out and stay as they are on your disk. Everything else is done.")
        parts = [f'<p style="margin-top:0">{escape(intro)}</p>']
        parts += [
            f'<p style="margin-bottom:2px"><b>{escape(name_of(one.file))}</b><br>'
            f'{escape(one.reason)}<br><span style="color:{muted}">{escape(one.file)}</span></p>'
            for one in self._refused[:_MOST]
        ]
        more = len(self._refused) - _MOST
        if more > 0:
            parts.append(f"<p>{escape(self.tr('… and %n more: copy the list to read all.', '', more))}</p>")
        return "".join(parts)

    def text(self) -> str:
        """Return the list as plain text."""
        return "\n".join(f"{one.file}: {one.reason}" for one in self._refused)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.message.emit(self.tr("Copied"))


def name_of(file: str) -> str:
    """Return the last part of a path of any system."""
    return file.replace("\\", "/").rsplit("/", 1)[-1]
