"""The ground under the map: one coarse picture of the square at once, the sharp one of the view when it rests."""

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from atlas.services.map import style
from atlas.services.map.ground import compose_ground, compose_square
from atlas.services.map.layers import Layers
from atlas.services.map.painter import square
from atlas.services.map.view import MapView
from atlas.services.tasks import Tasks
from atlas.services.terrain import GroundPictures, Terrain, TerrainError

REST_MS: Final = 40
_PREVIEW_SIDE: Final = 1016
_SQUARE_SIDE: Final = 3048


@dataclass(frozen=True)
class _Sharp:
    """A picture of exactly one view."""

    view: MapView
    ratio: float
    layers: Layers
    image: QImage


class Ground(QObject):
    """Draws relief and imagery; asks workers for what it lacks and tells when it can draw better."""

    changed = Signal()
    """A better picture has come."""
    failed = Signal(str)
    """A picture could not be made; a sentence for the user."""

    def __init__(self, tasks: Tasks, terrain: Terrain, pictures: GroundPictures, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._terrain = terrain
        self._pictures = pictures
        self._layers = Layers()
        self._coarse: QPixmap | None = None
        self._asked: tuple[MapView, float, Layers] | None = None
        """What a worker is making sharp now, or could not."""
        self._square_wanted = True
        self._problem = ""
        self._sharp: tuple[_Sharp, QPixmap] | None = None
        self._wanted: tuple[MapView, float] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)
        # decoded beside the building of the window, so that the first frame may be sharp already
        tasks.submit(pictures.relief, done=self._relief_came, failed=self._on_failed)

    def set_layers(self, layers: Layers) -> None:
        """Show the ground of these layers; the old ground stays until the new one is there."""
        if layers.same_ground(self._layers):
            self._layers = layers
            return
        self._layers = layers
        self._square_wanted = True
        self._rest.start()

    def want(self, view: MapView, ratio: float) -> None:
        """Say what is looked at; it becomes sharp when no other view is wanted for a moment."""
        self._wanted = (view, ratio)
        self._rest.start()

    def is_sharp(self, view: MapView, ratio: float) -> bool:
        """Return whether a view can be drawn at full sharpness with the layers as they are."""
        if self._sharp is None:
            return False
        sharp = self._sharp[0]
        return sharp.ratio == ratio and sharp.view.close_to(view) and sharp.layers.same_ground(self._layers)

    def draw(self, painter: QPainter, view: MapView, ratio: float) -> None:
        """Draw the best there is of a view."""
        frame = QRectF(0, 0, view.width, view.height)
        target = self._draw_sharp(painter, view, ratio)
        for rest in [frame] if target is None else _around(frame, target):
            self._draw_coarse(painter, view, rest)

    def _draw_sharp(self, painter: QPainter, view: MapView, ratio: float) -> QRectF | None:
        """Draw the sharp picture where it lies in this view; return what it covers, None if it was no use."""
        if self._sharp is None:
            return None
        (source, pixmap) = self._sharp[0].view, self._sharp[1]
        scale = source.mpp / view.mpp
        # a picture from far out is coarser than the square's, one from close by a stamp
        if not 0.2 < scale < 4.0:
            return None
        left, top = view.to_screen(*source.to_map(0.0, 0.0))
        if abs(scale - 1.0) < 1e-9:
            # on whole device pixels: a plain copy, and as crisp as it was made
            left, top = round(left * ratio) / ratio, round(top * ratio) / ratio
            painter.drawPixmap(QPointF(left, top), pixmap)
            return QRectF(left, top, source.width, source.height)
        target = QRectF(left, top, source.width * scale, source.height * scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
        # half a pixel of its edge is blended with what was there before
        return target.adjusted(1.0, 1.0, -1.0, -1.0)

    def _draw_coarse(self, painter: QPainter, view: MapView, frame: QRectF) -> None:
        if self._coarse is None:
            self._coarse = self._first()
        whole = square(view)
        target = whole.intersected(frame)
        if target != frame:
            painter.fillRect(frame, style.SPACE)
        if target.isEmpty():
            return
        scale = self._coarse.width() / whole.width()
        source = QRectF(
            (target.left() - whole.left()) * scale,
            (target.top() - whole.top()) * scale,
            target.width() * scale,
            target.height() * scale,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, self._coarse, source)

    def _first(self) -> QPixmap:
        """Return the ground of the first frame: small enough to decode on the spot."""
        try:
            return QPixmap.fromImage(compose_square(_PREVIEW_SIDE, self._layers, self._pictures, preview=True))
        except TerrainError as problem:
            # told after painting; the map can be used without its ground
            self._problem = str(problem)
        empty = QPixmap(1, 1)
        empty.fill(style.SPACE)
        return empty

    def _on_rest(self) -> None:
        if self._problem:
            self.failed.emit(self._problem)
            self._problem = ""
        # workers begin only now: their imports would hold the first frame up
        if self._tasks.closed:
            return
        self._ask_sharp()
        if self._square_wanted:
            self._square_wanted = False
            self._ask_square()

    def _ask_square(self) -> None:
        self._tasks.submit(
            _square_of,
            self._layers,
            self._pictures,
            done=self._square_came,
            failed=self._on_failed,
            key="map-square",
        )

    def _square_came(self, result: tuple[Layers, QImage]) -> None:
        layers, image = result
        self._coarse = QPixmap.fromImage(image)
        if self._sharp is not None and not self._sharp[0].layers.same_ground(layers):
            self._sharp = None
        self.changed.emit()

    def _ask_sharp(self) -> None:
        if self._wanted is None:
            return
        view, ratio = self._wanted
        asked = (view, ratio, self._layers)
        if self.is_sharp(view, ratio) or asked == self._asked:
            return
        self._asked = asked
        self._tasks.submit(
            _sharp_of,
            view,
            ratio,
            self._layers,
            self._terrain,
            self._pictures,
            done=self._sharp_came,
            failed=self._on_failed,
            key="map-ground",
        )

    def _sharp_came(self, sharp: _Sharp) -> None:
        self._asked = None
        self._sharp = (sharp, QPixmap.fromImage(sharp.image))
        self.changed.emit()

    def _relief_came(self, _picture: QImage) -> None:
        """Take what the first frame could not wait for."""

    def _on_failed(self, problem: BaseException) -> None:
        self.failed.emit(str(problem))


def _square_of(layers: Layers, pictures: GroundPictures) -> tuple[Layers, QImage]:
    return layers, compose_square(_SQUARE_SIDE, layers, pictures)


def _sharp_of(view: MapView, ratio: float, layers: Layers, terrain: Terrain, pictures: GroundPictures) -> _Sharp:
    return _Sharp(view, ratio, layers, compose_ground(view, ratio, layers, terrain, pictures))


def _around(frame: QRectF, hole: QRectF) -> list[QRectF]:
    """Return the parts of a frame that lie outside a hole, on whole pixels."""
    inner = frame.intersected(hole)
    if inner.isEmpty():
        return [frame]
    left, top = math.ceil(inner.left()), math.ceil(inner.top())
    right, bottom = math.floor(inner.right()), math.floor(inner.bottom())
    if left >= right or top >= bottom:
        return [frame]
    width, height = frame.width(), frame.height()
    parts = (
        QRectF(0, 0, width, top),
        QRectF(0, bottom, width, height - bottom),
        QRectF(0, top, left, bottom - top),
        QRectF(right, top, width - right, bottom - top),
    )
    return [part for part in parts if not part.isEmpty()]
