"""An entry's machines large, at one scale; to be copied and saved with scale bar, person and credit."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.domain.entries import Entry, Profile
from atlas.services.names import main_name
from atlas.services.to_scale.export import Sheet, picture, write_sheet
from atlas.services.to_scale.layout import profile_sizes
from atlas.services.to_scale.words import credit_lines, describe, part_title, source_lines
from atlas.services.units import Units
from atlas.views.theme import UNIT
from atlas.views.themed import label
from atlas.views.to_scale.view import ScaleView

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.views.save_dialog import FileSaver

_SIZE: Final = (980, 720)


class ScaleDialog(QDialog):
    """Shows every line drawing of an entry side by side."""

    message = Signal(str)

    def __init__(self, context: "AppContext", entry: Entry, units: Units, saver: "FileSaver", parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._units = units
        self._name = main_name(entry.row, context.language.language)
        self._slug = entry.slug
        titled = [(part_title(profile, self._name), profile) for profile in entry.profiles]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("To scale: {name}").format(name=self._name))
        self.view = ScaleView(context, self)
        self.view.set_units(units)
        self.view.show_profiles(titled)
        self.words = self._words(titled)
        self.buttons = self._buttons()
        # not its own: the file may be written after the dialog was closed
        self._saver = saver
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.view, 1)
        column.addWidget(self.words)
        column.addWidget(self.buttons)
        room = parent.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 4 * UNIT), min(_SIZE[1], room.height() - 8 * UNIT))

    def filters(self) -> dict[str, str]:
        """Return the formats as the dialog offers them, by their endings."""
        return {
            ".svg": self.tr("Drawing to enlarge (SVG) (*.svg)"),
            ".png": self.tr("Picture (PNG) (*.png)"),
            ".pdf": self.tr("Page to print (PDF) (*.pdf)"),
        }

    def sheet(self) -> Sheet | None:
        """Return what is copied and saved; None until the drawings have been read."""
        scene = self.view.scene
        return Sheet(scene, self.windowTitle(), self.font(), self._units) if scene is not None else None

    def copy(self) -> None:
        """Copy everything as a picture."""
        sheet = self.sheet()
        if sheet is not None:
            self._context.tasks.submit(picture, sheet, done=self._on_picture, key=f"copy-to-scale-{id(self)}")

    def save(self) -> None:
        """Ask where everything is to be saved."""
        sheet = self.sheet()
        if sheet is not None:
            self._saver.ask(
                self.tr("Save the drawing"), f"{self._slug}-to-scale", self.filters(), partial(_write, sheet), self
            )

    def _on_picture(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.message.emit(self.tr("The drawing was copied with its credit"))

    def _words(self, titled: list[tuple[str, Profile]]) -> QLabel:
        """Return the caption: sizes, how the drawings were made, whose they are."""
        profiles = [profile for _, profile in titled]
        said = describe([title for title, _ in titled], profile_sizes(profiles), self._units)
        words = label("\n".join([said, *credit_lines(profiles), *source_lines(profiles)]), "faint", self)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName(self.tr("Close"))
        close.setDefault(True)
        close.setFocus()
        box.rejected.connect(self.reject)
        for name, title, act in (
            ("copy", self.tr("Copy"), self.copy),
            ("save", self.tr("Save as …"), self.save),
        ):
            button = QPushButton(title, self)
            button.setObjectName(name)
            button.setAccessibleName(title)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return box


def _write(sheet: Sheet, target: Path) -> None:
    write_sheet(target, sheet)
