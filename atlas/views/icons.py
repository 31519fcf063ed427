"""Icons as Qt wants them: SVG files whose `currentColor` becomes a colour of the theme, sharp at every pixel ratio."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from atlas.domain.vocabulary import Kind, Status
from atlas.services.drawn_icons import render
from atlas.views.theme import Theme, mix

STANDARD: Final = 20
"""Side of an icon in bars and rows, in logical pixels."""

_LOGICAL: Final = (12, 16, STANDARD)


def _sides() -> list[int]:
    """Return the sides in device pixels that the screens of this machine need."""
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}
    return sorted({round(side * ratio) for side in _LOGICAL for ratio in ratios})


def draw(painter: QPainter, rect: QRectF, name: str, colour: str, side: int) -> None:
    """Paint an icon, rendered at `side` device pixels, into the middle of `rect`."""
    length = min(rect.width(), rect.height())
    target = QRectF(0, 0, length, length)
    target.moveCenter(rect.center())
    painter.drawImage(target, render(name, colour, side))


def icon(name: str, theme: Theme, colour: QColor | None = None, active: QColor | None = None) -> QIcon:
    """Return an icon in a colour (the theme's text colour by default), in `active` when it is checked.

    It holds a picture for every usual size and pixel ratio: a QIconEngine written in Python does not survive
    being cloned by Qt. Raises FileNotFoundError for a name that is not among the icons.
    """
    normal = colour or theme.text
    disabled = mix(normal, theme.window, 0.6)
    result = QIcon()
    for side in _sides():
        result.addPixmap(QPixmap.fromImage(render(name, normal.name(), side)))
        result.addPixmap(QPixmap.fromImage(render(name, disabled.name(), side)), QIcon.Mode.Disabled)
        if active:
            shape = QPixmap.fromImage(render(name, active.name(), side))
            result.addPixmap(shape, QIcon.Mode.Normal, QIcon.State.On)
    return result


def pixmap(name: str, colour: QColor, side: int, ratio: float) -> QPixmap:
    """Return an icon of `side` logical pixels for a screen of that pixel ratio."""
    result = QPixmap.fromImage(render(name, colour.name(), max(1, round(side * ratio))))
    result.setDevicePixelRatio(ratio)
    return result


def status_name(status: Status | None) -> str:
    """Return the name of the icon whose shape says the status."""
    return f"status-{status}" if status is not None else "status-none"


def kind_name(kind: Kind) -> str:
    """Return the name of the icon of a kind of entry."""
    return f"kind-{kind}"


def status_icon(status: Status | None, theme: Theme) -> QIcon:
    """Return the shape of a status in its colour."""
    return icon(status_name(status), theme, theme.status(status))


def draw_status(painter: QPainter, centre: QPoint, side: int, status: Status | None, theme: Theme) -> None:
    """Paint the shape of a status, `side` logical pixels wide, round a point."""
    rect = QRectF(0, 0, side, side)
    rect.moveCenter(centre.toPointF())
    device = max(1, round(side * painter.device().devicePixelRatioF()))
    draw(painter, rect, status_name(status), theme.status(status).name(), device)


def application_icon() -> QIcon:
    """Return the application's own icon at the usual sizes."""
    result = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(QPixmap.fromImage(render("atlas", "none", side)))
    return result


def transparent(size: QSize) -> QPixmap:
    """Return an empty pixmap, for rows that must line up with rows that have an icon."""
    result = QPixmap(size)
    result.fill(Qt.GlobalColor.transparent)
    return result
