"""Preferences: language, theme, size of text, units, where the data lies, the layout. Everything counts at once."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from atlas.services.data_folder import MoveError, failed_move, plan_move, planned_move
from atlas.services.language import OWN_NAMES, SYSTEM
from atlas.services.units import Units, load_units, save_units
from atlas.views.segments import Segments
from atlas.views.theme import TEXT_SIZES, UNIT, ThemeManager
from atlas.views.themed import label
from atlas.views.web import open_folder

if TYPE_CHECKING:
    from atlas.context import AppContext

_STEP = 10


class PreferencesDialog(QDialog):
    """One page; closing it is all there is to do."""

    units_chosen = Signal(object)
    """Other `Units`."""
    layout_reset = Signal()
    message = Signal(str)

    def __init__(self, context: "AppContext", theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Preferences"))
        content = QWidget(self)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 0)
        self._grid.setHorizontalSpacing(3 * UNIT)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(1, 1)
        self._add_language()
        self._add_look()
        self._add_units()
        self._add_data()
        self._add_layout()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAccessibleName(self.tr("Close"))
        buttons.setContentsMargins(3 * UNIT, 0, 3 * UNIT, 2 * UNIT)
        self._buttons = buttons
        # large type on a small screen needs more room than there is
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._scroll, 1)
        column.addWidget(buttons)
        self._grid.setColumnMinimumWidth(1, 46 * UNIT)
        theme.changed.connect(self._show_mode)

    def _heading(self, text: str) -> None:
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, UNIT)
            row += 1
        self._grid.addWidget(label(text, "section", self), row, 0, 1, 2)

    def _row(self, name: str, content: QWidget) -> None:
        row = self._grid.rowCount()
        words = label(name, "muted", self)
        words.setBuddy(content)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(content, row, 1)

    def _add_language(self) -> None:
        self._heading(self.tr("Language"))
        language = self._context.language
        names = {SYSTEM: self.tr("As the system"), **{str(code): name for code, name in OWN_NAMES.items()}}
        self.language = Segments(self.tr("Language"), names, self)
        self.language.set_value(language.choice)
        self.language.chosen.connect(language.choose)
        language.chosen.connect(self._show_language)
        self._row(self.tr("Language of the interface"), self.language)

    def _add_look(self) -> None:
        self._heading(self.tr("Look"))
        modes = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.mode = Segments(self.tr("Theme"), modes, self)
        self.mode.set_value(self._theme.mode)
        self.mode.chosen.connect(self._theme.set_mode)
        self._row(self.tr("Theme"), self.mode)
        self.text_size = QSlider(Qt.Orientation.Horizontal, self)
        self.text_size.setAccessibleName(self.tr("Size of text in per cent"))
        self.text_size.setRange(TEXT_SIZES[0] // _STEP, TEXT_SIZES[1] // _STEP)
        self.text_size.setPageStep(1)
        self.text_size.setValue(round(self._theme.text_size / _STEP))
        self._percent = label("", "muted", self)
        self._percent.setMinimumWidth(6 * UNIT)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.text_size.valueChanged.connect(self._on_size)
        self._show_size()
        self._row(self.tr("Size of text"), self._beside(self.text_size, self._percent))

    def _add_units(self) -> None:
        self._heading(self.tr("Units"))
        units = load_units(self._context.settings)
        self.lengths = Segments(
            self.tr("Heights and distances"),
            {"metres": self.tr("metres, kilometres"), "feet": self.tr("feet, miles")},
            self,
        )
        self.lengths.set_value("feet" if units.feet else "metres")
        self.angles = Segments(
            self.tr("Coordinates"), {"decimal": self.tr("89.67°S"), "minutes": self.tr("89°40′12″S")}, self
        )
        self.angles.set_value("minutes" if units.minutes else "decimal")
        for choice in (self.lengths, self.angles):
            choice.chosen.connect(self._on_units)
        self._row(self.tr("Heights, distances"), self.lengths)
        self._row(self.tr("Coordinates"), self.angles)
        words = label(self.tr("Figures on a card keep the units of their sources."), "faint", self)
        words.setWordWrap(True)
        self._grid.addWidget(words, self._grid.rowCount(), 1)

    def _add_data(self) -> None:
        self._heading(self.tr("My data"))
        folder = self._context.paths.data
        self._folder = QLabel(str(folder), self)
        self._folder.setTextFormat(Qt.TextFormat.PlainText)
        self._folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._folder.setWordWrap(True)
        self._folder.setAccessibleName(self.tr("Folder of my data: {folder}").format(folder=folder))
        self._row(self.tr("Notes, tags, stars"), self._folder)
        self.open_button = self._button(self.tr("Open the folder"), self._on_open)
        self.move_button = self._button(self.tr("Move …"), self._on_move)
        self._planned = label("", "muted", self)
        self._planned.setWordWrap(True)
        row = self._grid.rowCount()
        self._grid.addWidget(self._beside(self.open_button, self.move_button, stretch=True), row, 1)
        self._grid.addWidget(self._planned, row + 1, 1)
        self._show_plan()

    def _add_layout(self) -> None:
        self._heading(self.tr("Window"))
        reset = self._button(self.tr("Reset the layout"), self.layout_reset.emit)
        self._row(self.tr("Panes"), self._beside(reset, stretch=True))

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _beside(self, *widgets: QWidget, stretch: bool = False) -> QWidget:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        for widget in widgets:
            row.addWidget(widget)
        if stretch:
            row.addStretch(1)
        return both

    def _on_size(self, steps: int) -> None:
        self._theme.set_text_size(steps * _STEP)
        self._show_size()

    def _show_size(self) -> None:
        self._percent.setText(self.tr("{percent} %").format(percent=self._theme.text_size))

    def _on_units(self) -> None:
        units = Units(self.lengths.value == "feet", self.angles.value == "minutes")
        save_units(self._context.settings, units)
        self.units_chosen.emit(units)

    def _on_open(self) -> None:
        folder = self._context.paths.data
        if not folder.is_dir() or not open_folder(folder):
            self.message.emit(self.tr("The folder {folder} could not be opened.").format(folder=folder))

    def _on_move(self) -> None:
        if planned_move(self._context.settings) is not None:
            plan_move(self._context.paths, self._context.settings, None)
            self._show_plan()
            return
        above = str(self._context.paths.data.parent)
        dialog = QFileDialog(self, self.tr("Choose an empty folder for your data"), above)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.plan)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def plan(self, folder: str) -> None:
        """Plan to move the data into a folder, or say why that cannot be."""
        try:
            plan_move(self._context.paths, self._context.settings, Path(folder))
        except MoveError as error:
            self._show_plan()
            self._planned.setText(str(error))
        else:
            self._show_plan()

    def plan_text(self) -> str:
        """Return what is said about moving the data."""
        return self._planned.text()

    def _show_plan(self) -> None:
        settings, paths = self._context.settings, self._context.paths
        target = planned_move(settings)
        self.move_button.setText(self.tr("Move …") if target is None else self.tr("Do not move"))
        self.move_button.setAccessibleName(self.move_button.text())
        self.move_button.setEnabled(paths.pointer is not None)
        if paths.pointer is None:
            words = self.tr("This folder was named when the atlas was started.")
        elif target is not None:
            words = self.tr(
                "Moves to {folder} when you close the atlas: all is copied and compared before anything is removed."
            ).format(folder=target)
        else:
            words = failed_move(settings)
        self._planned.setText(words)
        self._planned.setVisible(bool(words))

    def _show_language(self) -> None:
        self.language.set_value(self._context.language.choice)

    def _show_mode(self) -> None:
        self.mode.set_value(self._theme.mode)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """Leave nothing cut off: a layout with lines that wrap does not ask for the height it needs."""
        least = self._grid.totalMinimumSize().width() + self._scroll.verticalScrollBar().sizeHint().width()
        width = max(self.width(), least)
        wanted = self._grid.totalHeightForWidth(width) + self._buttons.sizeHint().height() + 2 * UNIT
        height = min(wanted, self.screen().availableSize().height() - 4 * UNIT)
        self.setMinimumSize(least, height)
        self.resize(width, height)
