"""Machines side by side at one scale, with one scale bar and one person; as wide and as high as there is room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlas.domain.entries import Profile
from atlas.services.to_scale.export import labelled_room, unit_of
from atlas.services.to_scale.layout import Arrangement, arrange, profile_sizes
from atlas.services.to_scale.painter import Style, draw_scene
from atlas.services.to_scale.scene import Scene, load_scene
from atlas.services.to_scale.words import describe
from atlas.services.units import METRIC, Units
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import follow_theme
from atlas.views.to_scale.look import look_of

if TYPE_CHECKING:
    from atlas.context import AppContext

_LEAST: Final = QSize(240, 160)
_USUAL: Final = QSize(760, 460)


@dataclass(frozen=True)
class _Order:
    """What is to be painted: two that are equal give the same picture."""

    scene: Scene
    at: Arrangement
    size: QSize
    ratio: float
    style: Style


def _painted(order: _Order) -> QImage:
    """Paint a scene on a clear ground; for a worker."""
    picture = QImage(order.size * order.ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(order.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    # in the middle where the width decides how large machines are drawn
    painter.translate(UNIT, UNIT + max(0.0, (order.size.height() - 2.0 * UNIT - order.at.height) / 2))
    draw_scene(painter, order.scene, order.at, order.style)
    painter.end()
    return picture


class ScaleView(QWidget):
    """Shows drawings, each under the title that it is given, and says in words what is to be seen."""

    def __init__(self, context: "AppContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._titled: tuple[tuple[str, Profile], ...] = ()
        self._scene: Scene | None = None
        self._problem = ""
        self._units = METRIC
        self._picture: QPixmap | None = None
        self._drawn_for: _Order | None = None
        self.setAccessibleName(self.tr("Drawn to scale"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_theme(self._redraw)

    @property
    def scene(self) -> Scene | None:
        """What is shown, once it has been read."""
        return self._scene

    def show_profiles(self, titled: Sequence[tuple[str, Profile]]) -> None:
        """Show drawings from left to right; they are read by a worker."""
        self._titled = tuple(titled)
        self._scene, self._problem, self._picture, self._drawn_for = None, "", None, None
        self._describe()
        self._redraw()
        if self._titled:
            self._context.tasks.submit(
                load_scene,
                self._context.paths.resources,
                self._titled,
                done=self._on_scene,
                failed=self._on_failed,
                key=f"to-scale-{id(self)}",
            )

    def set_units(self, units: Units) -> None:
        """Tell sizes in other units."""
        self._units = units
        self._describe()
        self._redraw()

    def arrangement(self) -> Arrangement | None:
        """Return where everything stands on the widget."""
        if self._scene is None:
            return None
        titles = [title for title, _ in self._titled]
        room = labelled_room(self.width() - 2.0 * UNIT, self.height() - 2.0 * UNIT, self.font(), titles)
        return arrange(self._scene.sizes, room, unit_of(self._units))

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return _USUAL

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.surface)
        if self._problem:
            painter.setPen(theme.muted)
            area = self.rect().adjusted(2 * UNIT, UNIT, -2 * UNIT, -UNIT)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._problem)
        elif self._scene is not None:
            if self._picture is not None:
                painter.drawPixmap(0, 0, self._picture)
            if self._drawn_for != self._order():
                self._draw()
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.focus, 2.0))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._redraw()

    def _order(self) -> "_Order | None":
        """Return what is to be painted now, None where there is nothing yet."""
        at = self.arrangement()
        if self._scene is None or at is None:
            return None
        style = Style(look_of(current_theme()), self.font(), self._units, labels=True)
        return _Order(self._scene, at, self.size(), self.devicePixelRatioF(), style)

    def _draw(self) -> None:
        """Have it painted by a worker; until then what was there before stays."""
        order = self._drawn_for = self._order()
        if order is not None:
            self._context.tasks.submit(_painted, order, done=self._on_painted, key=f"draw-to-scale-{id(self)}")

    def _describe(self) -> None:
        profiles = [profile for _, profile in self._titled]
        words = describe([title for title, _ in self._titled], profile_sizes(profiles), self._units)
        self.setAccessibleDescription(words if profiles else "")
        self.setToolTip(words if profiles else "")

    def _redraw(self) -> None:
        self.update()

    def _on_painted(self, image: QImage) -> None:
        self._picture = QPixmap.fromImage(image)
        self.update()

    def _on_scene(self, scene: Scene) -> None:
        self._scene = scene
        self._redraw()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError | ValueError):
            self._context.tasks.error.emit(error)
        self._problem = self.tr("A drawing can't be read. Your notes are not affected. Install the atlas again.")
        self.setAccessibleDescription(self._problem)
        self._redraw()
