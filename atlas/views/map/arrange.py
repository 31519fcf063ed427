"""Where the floating panels of the map stand: two columns that never meet; what has no room is left out."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from atlas.views.map.overlay import Panel
from atlas.views.theme import UNIT

GAP: Final = 12
FURNITURE: Final = 44
"""Height at the bottom that the scale bar and the credits need."""
_LEFT_WIDTH: Final = 280
_LIST_HEIGHT: Final = 320


def arrange(size: QSize, goto: QWidget, in_view: Panel, locator: Panel, layers: Panel, buttons: QWidget) -> None:
    """Place the panels in a map of that size, left column and right column."""
    layers_size = layers.sizeHint()
    left_width = min(_LEFT_WIDTH, max(96, size.width() - layers_size.width() - 3 * GAP))
    hint = buttons.sizeHint()
    # the locator stands beside the open layers, or below them and beside the buttons
    room = size.width() - locator.sizeHint().width() - 3 * GAP
    below = size.height() - FURNITURE - locator.sizeHint().height() >= GAP + layers_size.height() + UNIT
    wide = room >= layers_size.width() or (below and room >= hint.width())
    _left(size, left_width, goto, in_view, locator if wide else None)
    locator.setVisible(wide and not locator.isHidden())
    layers.setGeometry(size.width() - layers_size.width() - GAP, GAP, layers_size.width(), layers_size.height())
    top = size.height() - FURNITURE + UNIT - hint.height()
    buttons.setVisible(top >= layers.geometry().bottom() + UNIT)
    buttons.setGeometry(size.width() - hint.width() - GAP, top, hint.width(), hint.height())


def _left(size: QSize, width: int, goto: QWidget, in_view: Panel, locator: Panel | None) -> None:
    y = GAP
    goto.setGeometry(GAP, y, width, goto.sizeHint().height())
    y += goto.height() + UNIT
    bottom = size.height() - FURNITURE
    folded_list = in_view.heading.sizeHint().height() + UNIT
    if locator is not None:
        hint = locator.sizeHint()
        locator.setVisible(bottom - hint.height() - UNIT - y >= folded_list)
        if not locator.isHidden():
            locator.setGeometry(GAP, bottom - hint.height(), hint.width(), hint.height())
            bottom -= hint.height() + UNIT
    if in_view.is_open:
        in_view.setGeometry(GAP, y, width, max(folded_list, min(_LIST_HEIGHT, bottom - y)))
    else:
        in_view.setGeometry(GAP, y, in_view.sizeHint().width(), in_view.sizeHint().height())
