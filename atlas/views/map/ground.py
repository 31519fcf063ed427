"""The ground under the map: one coarse picture of the square at once, the sharp one of the view when it rests."""

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
from atlas.services.terrain import Pictures, Terrain

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

    def __init__(self, tasks: Tasks, terrain: Terrain, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._terrain = terrain
        self._pictures = pictures
        self._layers = Layers()
        self._coarse: QPixmap | None = None
        self._coarse_layers: Layers | None = None
        self._sharp: tuple[_Sharp, QPixmap] | None = None
        self._wanted: tuple[MapView, float] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask_sharp)

    def set_layers(self, layers: Layers) -> None:
        """Show the ground of these layers; the old ground stays until the new one is there."""
        if layers.same_ground(self._layers):
            self._layers = layers
            return
        self._layers = layers
        self._ask_square()
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
        sharp = self._sharp
        if sharp is None or not _covers(sharp[0].view, view):
            self._draw_coarse(painter, view)
        if sharp is None:
            return
        source = sharp[0].view
        left, top = view.to_screen(*source.to_map(0.0, 0.0))
        if abs(source.mpp / view.mpp - 1.0) < 1e-9:
            # on whole device pixels: a plain copy, and as crisp as it was made
            painter.drawPixmap(QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio), sharp[1])
            return
        scale = source.mpp / view.mpp
        # a picture from far out is coarser than the square's
        if scale > 4.0:
            self._draw_coarse(painter, view)
            return
        target = QRectF(left, top, source.width * scale, source.height * scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, sharp[1], QRectF(sharp[1].rect()))

    def _draw_coarse(self, painter: QPainter, view: MapView) -> None:
        frame = QRectF(0, 0, view.width, view.height)
        painter.fillRect(frame, style.SPACE)
        if self._coarse is None:
            # small enough to decode before the first frame
            self._coarse = QPixmap.fromImage(
                compose_square(_PREVIEW_SIDE, self._layers, self._pictures, preview=True)
            )
            self._ask_square()
        whole = square(view)
        target = whole.intersected(frame)
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

    def _ask_square(self) -> None:
        if self._tasks.closed:
            return
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
        if self._wanted is None or self._tasks.closed:
            return
        view, ratio = self._wanted
        if self.is_sharp(view, ratio):
            return
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
        self._sharp = (sharp, QPixmap.fromImage(sharp.image))
        self.changed.emit()

    def _on_failed(self, problem: BaseException) -> None:
        self.failed.emit(str(problem))


def _square_of(layers: Layers, pictures: Pictures) -> tuple[Layers, QImage]:
    return layers, compose_square(_SQUARE_SIDE, layers, pictures)


def _sharp_of(
    view: MapView, ratio: float, layers: Layers, terrain: Terrain, pictures: Pictures
) -> _Sharp:
    return _Sharp(view, ratio, layers, compose_ground(view, ratio, layers, terrain, pictures))


def _covers(outer: MapView, inner: MapView) -> bool:
    """Return whether a picture of one view holds all the ground of another."""
    a, b = outer.bounds, inner.bounds
    slack = inner.mpp * 0.5
    return a[0] <= b[0] + slack and a[1] <= b[1] + slack and a[2] >= b[2] - slack and a[3] >= b[3] - slack
