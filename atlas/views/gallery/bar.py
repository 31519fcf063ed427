"""The bar over the viewer: where one is, how near, and what can be done."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from atlas.views.theme import UNIT, Theme
from atlas.views.themed import dress, label, tool_button

INTERVALS: Final = (3, 5, 10, 20, 60)
"""Seconds that a picture of a slide show may stay."""


class ViewerBar(QWidget):
    """Buttons in the colours of the dark ground, whatever the theme."""

    interval_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back = self._button("grid-view", self.tr("Back to all pictures (Esc)"))
        self.place = label("", "muted", self)
        self.smaller = self._button("minus", self.tr("Zoom out (−)"))
        self.scale = label("", "muted", self)
        self.larger = self._button("plus", self.tr("Zoom in (+)"))
        self.fit = self._button("fit", self.tr("Show all of the picture (0)"))
        self.true_size = self._button("true-size", self.tr("Show the picture pixel by pixel (1)"))
        self.compare = self._button("compare", self.tr("Compare two pictures (C)"), checkable=True)
        self.link = self._button("linked", self.tr("Zoom and move both together"), checkable=True)
        self.play = self._button("play", self.tr("Slide show (Space)"), checkable=True)
        self.full = self._button("full-screen", self.tr("Fill the screen (F11)"), checkable=True)
        self.more = self._button("more", self.tr("What can be done with this picture"))
        self._build()
        self._offer_intervals()

    def _button(self, name: str, tip: str, *, checkable: bool = False) -> QToolButton:
        button = tool_button(name, tip, self)
        button.setCheckable(checkable)
        dress(button, Theme.dark())
        return button

    def _build(self) -> None:
        self.scale.setMinimumWidth(self.fontMetrics().horizontalAdvance("3200 %"))
        self.scale.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.scale.setAccessibleName(self.tr("Magnification"))
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        row.setSpacing(2)
        parts: tuple[QWidget | int, ...] = (
            self.back,
            UNIT,
            self.place,
            -1,
            self.smaller,
            self.scale,
            self.larger,
            self.fit,
            self.true_size,
            UNIT,
            self.compare,
            self.link,
            self.play,
            self.full,
            self.more,
        )
        for part in parts:
            if isinstance(part, QWidget):
                row.addWidget(part)
            elif part < 0:
                row.addStretch(1)
            else:
                row.addSpacing(part)
        self.link.setChecked(True)
        self.link.hide()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _offer_intervals(self) -> None:
        self.intervals = QMenu(self.tr("Seconds for each picture"), self)
        self._group = QActionGroup(self)
        for seconds in INTERVALS:
            action = self.intervals.addAction(self.tr("%n second(s)", "", seconds))
            action.setCheckable(True)
            action.setData(seconds)
            self._group.addAction(action)
        self._group.triggered.connect(self._on_interval)

    def show_interval(self, seconds: int) -> None:
        """Mark how long a picture of the slide show stays."""
        for action in self._group.actions():
            action.setChecked(action.data() == seconds)

    def show_playing(self, *, playing: bool) -> None:
        """Let the button say what it does next."""
        self.play.setChecked(playing)
        self.play.setProperty("iconName", "pause" if playing else "play")
        tip = self.tr("Stop the slide show (Space)") if playing else self.tr("Slide show (Space)")
        self.play.setToolTip(tip)
        self.play.setAccessibleName(tip)
        dress(self.play, Theme.dark())

    def _on_interval(self) -> None:
        chosen = self._group.checkedAction()
        if chosen is not None:
            self.interval_chosen.emit(int(chosen.data()))


def edge_button(name: str, tip: str, parent: QWidget) -> QToolButton:
    """Return a round button that lies on the picture."""
    button = tool_button(name, tip, parent)
    button.setObjectName("edge")
    button.setFixedSize(5 * UNIT, 5 * UNIT)
    dress(button, Theme.dark())
    return button
