"""One picture on a dark ground: fitted, zoomed at the pointer, dragged."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from atlas.models.gallery import PictureItem
from atlas.views.gallery.sight import Sight
from atlas.views.theme import UNIT, Theme, mix

if TYPE_CHECKING:
    from atlas.models.gallery_files import Levels

_REST_MS: Final = 120
_WHEEL: Final = 1.2
"""What a notch of the wheel zooms by."""
_CRISP: Final = 2.0
"""From this many screen pixels to a picture's pixel on, its pixels are shown as they are."""
_KEYBOARD: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class PictureCanvas(QWidget):
    """Shows what there is of a picture at once, and asks for more when it is zoomed into."""

    sight_changed = Signal()
    """The user zoomed or moved."""
    full_wanted = Signal()
    """All pixels of the picture are needed."""
    stepped = Signal(int)
    """The user wants the next (1) or the previous (-1) picture."""
    chosen = Signal()
    """The user touched this picture."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: PictureItem | None = None
        self.sight = Sight()
        self.marked = False
        """Whether it is the one of two that the keys move."""
        self._levels: Levels | None = None
        self._tile: QPixmap | None = None
        self._refusal = ""
        self._dragged: QPointF | None = None
        self._moving = QTimer(self)
        self._moving.setSingleShot(True)
        self._moving.setInterval(_REST_MS)
        self._moving.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(12 * UNIT, 12 * UNIT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_item(self, item: PictureItem | None, levels: "Levels | None", tile: QPixmap | None) -> None:
        """Show a picture: what of it is decoded, else its thumbnail until more is there."""
        self.item = item
        self.sight = Sight()
        self._tile = tile
        self._levels = None
        self._refusal = ""
        self.setAccessibleName(item.spoken if item is not None else "")
        self.take_levels(levels)
        self._settle()

    def take_levels(self, levels: "Levels | None") -> None:
        """Show more of the picture, where the user looks."""
        if levels is not None and (self.item is None or levels.key == self.item.key):
            self._levels = levels if levels.images else self._levels
            self._refusal = levels.refusal
        self.update()

    def take_tile(self, tile: QPixmap | None) -> None:
        """Show the thumbnail while there is nothing better."""
        if self._levels is None:
            self._tile = tile
            self.update()

    def say(self, words: str) -> None:
        """Tell why there is no picture."""
        self._refusal = words
        self.update()

    @property
    def natural(self) -> QSizeF:
        """Pixels of the whole picture: what its record says, or what was decoded."""
        item = self.item
        if item is not None and item.width and item.height:
            return QSizeF(item.width, item.height)
        if self._levels is not None and self._levels.images:
            return QSizeF(self._levels.size)
        return QSizeF(self._tile.size()) if self._tile is not None else QSizeF()

    @property
    def device_size(self) -> QSize:
        """The canvas in device pixels."""
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    @property
    def fit(self) -> float:
        """Device pixels to a picture's pixel where all of it is seen; small pictures are not blown up."""
        return self._fit_in(QSizeF(self.device_size))

    def _fit_in(self, room: QSizeF) -> float:
        natural = self.natural
        if natural.isEmpty() or room.isEmpty():
            return 1.0
        return min(room.width() / natural.width(), room.height() / natural.height(), self.devicePixelRatioF())

    @property
    def scale(self) -> float:
        """Device pixels to a picture's pixel as shown."""
        return self.fit * self.sight.ratio

    def set_sight(self, sight: Sight) -> None:
        """Look at another part, without telling of it."""
        self.sight = sight
        self._settle()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by a factor and keep what lies under a point (the middle by default) where it is."""
        self._zoom_to(self.sight.ratio * factor, at)

    def show_fitted(self) -> None:
        """Show all of the picture."""
        self._zoom_to(1.0, None)

    def show_true(self, at: QPointF | None = None) -> None:
        """Show a pixel of the picture as a pixel of the screen."""
        self._zoom_to(1.0 / self.fit, at)

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by so many logical pixels."""
        ratio = self.devicePixelRatioF()
        self._look(self.sight.moved(dx * ratio, dy * ratio, self._shown()))

    def _zoom_to(self, ratio: float, at: QPointF | None) -> None:
        middle = QPointF(self.width() / 2, self.height() / 2)
        point = ((at if at is not None else middle) - middle) * self.devicePixelRatioF()
        self._look(self.sight.zoomed(ratio, point, self._shown(), self.fit))

    def _look(self, sight: Sight) -> None:
        sight = sight.within(self._size_at(sight.ratio), QSizeF(self.device_size))
        if sight != self.sight:
            self.sight = sight
            self._settle()
            self.sight_changed.emit()

    def _settle(self) -> None:
        self._moving.start()
        self.update()
        if self.needs_full:
            self.full_wanted.emit()

    @property
    def needs_full(self) -> bool:
        """Whether the picture is zoomed into beyond what is decoded of it."""
        levels = self._levels
        if levels is None or not levels.images or levels.full:
            return False
        return self.scale * self.natural.width() > levels.images[0].width() * 1.02

    def _shown(self) -> QSizeF:
        return self._size_at(self.sight.ratio)

    def _size_at(self, ratio: float) -> QSizeF:
        return self.natural * (self.fit * ratio)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - names of this class are Qt's
        painter = QPainter(self)
        theme = Theme.dark()
        painter.fillRect(self.rect(), mix(theme.window, theme.shadow, 0.55))
        source = self._source()
        if source is not None:
            self._paint_picture(painter, source)
        if self._refusal:
            self._paint_words(painter, theme)
        if self.marked:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        elif self.hasFocus() and self.property("byKeyboard"):
            painter.setPen(QPen(theme.focus, 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _source(self) -> QImage | QPixmap | None:
        """Return the smallest copy that is large enough for what is shown."""
        if self._levels is None or not self._levels.images:
            return self._tile if not self._refusal else None
        wanted = self.scale * self.natural.width()
        enough = [image for image in self._levels.images if image.width() >= wanted - 1.0]
        return enough[-1] if enough else self._levels.images[0]

    def _paint_picture(self, painter: QPainter, source: QImage | QPixmap) -> None:
        ratio = self.devicePixelRatioF()
        target = self.sight.frame(self._shown(), QSizeF(self.device_size))
        # in device pixels, so that a pixel is a pixel at every ratio of the screen
        painter.scale(1.0 / ratio, 1.0 / ratio)
        seen = target.intersected(QRectF(0, 0, self.device_size.width(), self.device_size.height()))
        width, height = source.width(), source.height()
        if isinstance(source, QPixmap):
            # a tile may be cut; what it holds stands in the middle
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(target, source, tile_part(source, self.natural))
        elif abs(width - target.width()) < 1.0 and abs(height - target.height()) < 1.0:
            painter.drawImage(target.topLeft().toPoint(), source)
        else:
            fine = not self._moving.isActive() or self._dragged is None
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, fine and target.width() < width * _CRISP)
            part = QRectF(
                (seen.left() - target.left()) * width / target.width(),
                (seen.top() - target.top()) * height / target.height(),
                seen.width() * width / target.width(),
                seen.height() * height / target.height(),
            )
            painter.drawImage(seen, source, part)
        painter.resetTransform()

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(theme.muted)
        area = self.rect().adjusted(4 * UNIT, 4 * UNIT, -4 * UNIT, -4 * UNIT)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._refusal)

    # mouse, wheel, keys

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        before = QSizeF(event.oldSize()) * self.devicePixelRatioF()
        if not self.sight.is_fitted and not before.isEmpty():
            # what is zoomed into stays as near as it was
            self.sight = replace(self.sight, ratio=max(1.0, self.sight.ratio * self._fit_in(before) / self.fit))
        self.sight = self.sight.within(self._shown(), QSizeF(self.device_size))
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        steps = event.angleDelta().y() / 120.0
        if steps:
            self.chosen.emit()
            self.zoom(_WHEEL**steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.setProperty("byKeyboard", False)
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.chosen.emit()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._dragged is None:
            return
        way = event.position() - self._dragged
        self._dragged = event.position()
        self.pan(way.x(), way.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        self._dragged = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle_true(event.position())

    def toggle_true(self, at: QPointF | None = None) -> None:
        """Show the picture pixel by pixel where it is fitted, and fitted otherwise."""
        if self.sight.is_fitted:
            self.show_true(at)
        else:
            self.show_fitted()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.setProperty("byKeyboard", True)
        way = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }.get(Qt.Key(event.key()))
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if way is not None and (shifted or way[1]):
            self.pan(way[0] * self.width() / 8, way[1] * self.height() / 8)
        elif way is not None:
            self.stepped.emit(-way[0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        if event.reason() in _KEYBOARD:
            self.setProperty("byKeyboard", True)
        super().focusInEvent(event)

    def status_text(self) -> str:
        """Return the magnification: `100 %` shows each pixel of the picture as one of the screen."""
        return self.tr("{percent} %").format(percent=max(1, round(self.scale * 100)))


def tile_part(tile: QPixmap, natural: QSizeF) -> QRectF:
    """Return the part of a tile that holds the picture; where the tile cuts it, that is all of it."""
    whole = QSizeF(tile.size())
    inside = natural.scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
    filled = natural.scaled(whole, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if inside.isEmpty() or whole.width() * whole.height() >= 0.78 * filled.width() * filled.height():
        return QRectF(QPointF(), whole)
    return QRectF(
        (whole.width() - inside.width()) / 2,
        (whole.height() - inside.height()) / 2,
        inside.width(),
        inside.height(),
    )
