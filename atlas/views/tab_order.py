"""Where Tab goes: pane by pane in the order of reading, whatever was made first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

_LINE: Final = 40
"""Widgets that begin within so many pixels (or the first one's half height) stand in one line."""


def tab_stops(panes: Sequence[QWidget]) -> list[QWidget]:
    """Return the widgets that take the keyboard: the panes in the order given, in each line by line."""
    found: list[QWidget] = []
    for pane in panes:
        if pane.isVisible():
            found += _by_lines(pane, [pane, *pane.findChildren(QWidget)])
    return found


def next_stop(panes: Sequence[QWidget], now: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return the widget after (or before) the one that has the keyboard, round and round.

    None where that one is not among the stops, as when it has just been hidden.
    """
    stops = tab_stops(panes)
    here = next((place for place, stop in enumerate(stops) if stop is now), None)
    if here is None:
        return None
    return stops[(here + (1 if forward else -1)) % len(stops)]


def _by_lines(pane: QWidget, widgets: Sequence[QWidget]) -> list[QWidget]:
    stops = [(w.mapTo(pane, QPoint(0, 0)), w) for w in widgets if _takes_tab(w)]
    stops.sort(key=_from_top)
    lines: list[list[tuple[QPoint, QWidget]]] = []
    for at, widget in stops:
        first = lines[-1][0] if lines else None
        if first is not None and at.y() - first[0].y() <= min(_LINE, first[1].height()) // 2:
            lines[-1].append((at, widget))
        else:
            lines.append([(at, widget)])
    return [widget for line in lines for _, widget in sorted(line, key=_from_left)]


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisible()
        and not widget.visibleRegion().isEmpty()
    )


def _from_top(stop: tuple[QPoint, QWidget]) -> tuple[int, int]:
    return stop[0].y(), stop[0].x()


def _from_left(stop: tuple[QPoint, QWidget]) -> int:
    return stop[0].x()
