"""Words on a panorama: names of what forms the skyline, the bodies, moments on the Sun's path; none on another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from atlas.services.horizon.bodies import disc_rect
from atlas.services.horizon.scene import Label, Panorama
from atlas.services.horizon.view import PanoramaView
from atlas.services.map import style
from atlas.services.map.lettering import Lettering, Role
from atlas.services.sky.tracks import Disc

AXIS_PX: Final = 26
"""The height of the scale of azimuths at the bottom."""
_LEVELS: Final = 6
_LEVEL_PX: Final = 17.0
_STALK_PX: Final = 11.0
_LEAST_PX: Final = 6.0


class Names:
    """Places words so that none lies on another."""

    def __init__(
        self,
        painter: QPainter,
        view: PanoramaView,
        scene: Panorama,
        lettering: Lettering,
        reserved: Sequence[QRectF],
    ) -> None:
        self._painter = painter
        self._view = view
        self._scene = scene
        self._lettering = lettering
        self._taken: list[QRectF] = list(reserved)

    def draw(self) -> None:
        """Draw the bodies' words first, then the moments on the Sun's path, then the names by their weight."""
        for disc, words, colour in (
            (self._scene.sun, self._scene.sun_words, style.SUN),
            (self._scene.earth, self._scene.earth_words, style.EARTH),
        ):
            if disc is not None and words:
                self._body(disc, words, colour)
        self._moments()
        for label in sorted(self._scene.labels, key=_weight, reverse=True):
            self._label(label)

    def _body(self, disc: Disc, words: str, colour: QColor) -> None:
        rect, view = disc_rect(self._view, disc), self._view
        if rect.right() < 0 or rect.left() > view.width:
            return
        if rect.top() > view.height - AXIS_PX or rect.bottom() < 0:
            # it stands lower or higher than what is shown
            words = f"↓ {words}" if rect.top() > 0 else f"↑ {words}"
        self._taken.append(rect)
        wide, high = self._lettering.size(words, Role.NAME)
        left = rect.right() + 8.0 if rect.right() + 8.0 + wide < view.width else rect.left() - 8.0 - wide
        top = min(max(rect.center().y() - high / 2.0, 2.0), view.height - AXIS_PX - high - 2.0)
        box = QRectF(left, top, wide, high)
        # the other body's words may stand there
        while any(box.intersects(other) for other in self._taken[:-1]) and box.top() > high:
            box.translate(0.0, -high)
        self._put(words, Role.NAME, box, colour)

    def _moments(self) -> None:
        view = self._view
        for azimuth, elevation, words in self._scene.marks:
            wide, high = self._lettering.size(words, Role.LESSER)
            box = QRectF(view.x(azimuth) - wide / 2.0, view.y(elevation) - high - 2.0, wide, high)
            inside = box.left() >= 30.0 and box.right() <= view.width and box.bottom() < view.height - AXIS_PX
            if inside and self._free(box, 2.0):
                self._put(words, Role.LESSER, box, style.TRACK_TEXT)

    def _label(self, label: Label) -> None:
        x, y = self._view.x(label.azimuth), self._view.y(label.elevation)
        wide, high = self._lettering.size(label.text, Role.NAME)
        if not 0.0 < x < self._view.width or label.width_deg / self._view.step < _LEAST_PX:
            return
        left = min(max(x - wide / 2.0, 2.0), self._view.width - wide - 2.0)
        for level in range(_LEVELS):
            box = QRectF(left, y - _STALK_PX - high - level * _LEVEL_PX, wide, high)
            if box.top() < 2.0:
                break
            if self._free(box, 5.0):
                self._painter.setPen(QPen(style.FURNITURE_FAINT, 1.0))
                self._painter.drawLine(QPointF(x, y - 3.0), QPointF(x, box.bottom() - 3.0))
                self._put(label.text, Role.NAME, box, style.NAME)
                return

    def _free(self, box: QRectF, beside: float) -> bool:
        roomy = box.adjusted(-beside, 2.0, beside, -2.0)
        return not any(roomy.intersects(other) for other in self._taken)

    def _put(self, words: str, role: Role, box: QRectF, colour: QColor) -> None:
        self._taken.append(box)
        self._lettering.draw(self._painter, words, role, box.left(), box.top(), colour)


def _weight(label: Label) -> float:
    return label.weight
