"""The line drawings of a card: read and painted by workers while the text can be read already."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QPainter

from atlas.domain.entries import Entry, Profile
from atlas.services.to_scale.export import unit_of
from atlas.services.to_scale.layout import Room, arrange
from atlas.services.to_scale.painter import Style, draw_scene
from atlas.services.to_scale.scene import load_scene
from atlas.services.to_scale.words import part_label
from atlas.services.units import METRIC, Units
from atlas.views.theme import current_theme
from atlas.views.to_scale.look import look_of

if TYPE_CHECKING:
    from atlas.context import AppContext

_MOST_KEPT: Final = 8


@dataclass(frozen=True)
class _Order:
    """What is to be painted, and how."""

    slug: str
    titled: tuple[tuple[str, Profile], ...]
    room: Room
    ratio: float
    style: Style

    @property
    def key(self) -> tuple[object, ...]:
        """Two orders of one key are of one picture."""
        look = self.style.look
        return (
            self.slug,
            tuple(profile.file for _, profile in self.titled),
            self.room,
            self.ratio,
            look.ink.name(),
            self.style.units,
            self.style.font.key(),
        )


class CardDrawings(QObject):
    """Keeps the drawings of the entry shown, all in one picture as wide as the card."""

    arrived = Signal(str)
    """The picture of an entry, by its slug, is there."""

    def __init__(self, context: "AppContext", parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._entry: Entry | None = None
        self._units = METRIC
        self._made: dict[tuple[object, ...], QImage] = {}
        self._asked: tuple[object, ...] = ()

    def set_entry(self, entry: Entry) -> None:
        """Take over the drawings of an entry."""
        self._entry = entry
        self._asked = ()

    def set_units(self, units: Units) -> None:
        """Tell sizes in other units."""
        self._units = units

    def image(self, room: Room, ratio: float, font: QFont) -> QImage | None:
        """Return all drawings in a room of logical pixels; a blank until they arrive, None where there are none."""
        entry = self._entry
        if entry is None or not entry.profiles or room.width <= 0:
            return None
        theme = current_theme()
        titled = tuple((part_label(profile.part), profile) for profile in entry.profiles)
        style = Style(look_of(theme), font, self._units)
        order = _Order(entry.slug, titled, room, ratio, style)
        made = self._made.get(order.key)
        if made is None and self._asked != order.key:
            self._asked = order.key
            self._context.tasks.submit(
                _painted,
                self._context.paths.resources,
                order,
                done=self._on_done,
                failed=partial(self._on_failed, order),
                key=f"drawings-{id(self)}",
            )
        return made if made is not None else _blank(QSize(1, 1), order)

    def _on_done(self, made: tuple[_Order, QImage]) -> None:
        self._keep(*made)

    def _on_failed(self, order: _Order, error: BaseException) -> None:
        """Say in the drawings' place that they can't be read."""
        if not isinstance(error, OSError | ValueError):
            self._context.tasks.error.emit(error)
        words = self.tr("A drawing can't be read. Your notes are not affected. Install the atlas again.")
        self._keep(order, _refusal(order, words))

    def _keep(self, order: _Order, image: QImage) -> None:
        while len(self._made) >= _MOST_KEPT:
            del self._made[next(iter(self._made))]
        self._made[order.key] = image
        self.arrived.emit(order.slug)


def _painted(resources: Path, order: _Order) -> tuple[_Order, QImage]:
    """Paint an order; for a worker. Raises OSError or ValueError where a drawing can't be read."""
    scene = load_scene(resources, order.titled)
    at = arrange(scene.sizes, order.room, unit_of(order.style.units))
    image = _blank(QSize(round(at.width * order.ratio), round(at.height * order.ratio)), order)
    painter = QPainter(image)
    draw_scene(painter, scene, at, order.style)
    painter.end()
    return order, image


def _refusal(order: _Order, words: str) -> QImage:
    image = _blank(QSize(round(order.room.width * order.ratio), round(64 * order.ratio)), order)
    painter = QPainter(image)
    painter.setFont(order.style.font)
    painter.setPen(order.style.look.faint)
    painter.drawText(QRectF(0, 0, order.room.width, 64), Qt.TextFlag.TextWordWrap, words)
    painter.end()
    return image


def _blank(size: QSize, order: _Order) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(order.ratio)
    image.fill(0)
    return image
