"""The ground under the map: one coarse picture of the square at once, the sharp one of the view when it rests."""

import math
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from atlas.services.map import style
from atlas.services.map.ground import compose_ground, compose_square
from atlas.services.map.layers import Layers
from atlas.services.map.painter import square
from atlas.services.map.sun_desk import SunDesk
from atlas.services.map.view import MapView
from atlas.services.tasks import Tasks
from atlas.services.terrain import GroundPictures, Terrain, TerrainError

if TYPE_CHECKING:
    from atlas.services.illumination.result import ShownLight

REST_MS: Final = 40
_LIGHT_REST_MS: Final = 50
"""How long the hand must be still before the shadows are made exact."""
_FAST_PIXELS: Final = (400_000, 200_000, 100_000, 50_000)
"""Pixels of a picture while the hand moves the Sun: as many as this machine draws 30 times a second."""
_FRAME_S: Final = 1 / 30
_PICTURES_TIMED: Final = 6
_PREVIEW_SIDE: Final = 1016
_SQUARE_SIDE: Final = 3048


@dataclass(frozen=True)
class Light:
    """The Sun of a moment; `moving` while the hand has not come to rest."""

    desk: SunDesk
    time: datetime
    moving: bool = False


@dataclass(frozen=True)
class _Wish:
    """What a picture is to show. `light` is None for the map's own; a `moving` one is drawn with fewer pixels."""

    view: MapView
    ratio: float
    layers: Layers
    light: Light | None
    revision: int
    """Of the terrain: one that changes meanwhile makes the picture an old one."""
    over: "ShownLight | None" = None
    """An illumination map to be laid over the ground."""


@dataclass(frozen=True)
class _Sharp:
    """A picture of exactly one view, as sharp as the screen unless its light was moving."""

    wish: _Wish
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
        self._light: Light | None = None
        self._over: ShownLight | None = None
        self._asked: _Wish | None = None
        """What a worker is making sharp now, or could not."""
        self._begun = 0.0
        self._haste = 1
        self._taken: list[float] = []
        self._hurried: _Wish | None = None
        """What a worker is drawing fast now, while the hand moves the Sun."""
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

    def set_light(self, light: Light) -> None:
        """Let the Sun of a moment light sunlit layers."""
        before, self._light = self._light, light
        if not self._layers.sunlit or (before is not None and before == light):
            return
        self._square_wanted = self._square_wanted or before is None or before.time != light.time
        if light.moving:
            self._hurry()
        self._rest.start(_LIGHT_REST_MS if light.moving else 0)

    def set_over(self, over: "ShownLight | None") -> None:
        """Lay an illumination map over the ground, or none."""
        self._over = over
        self._square_wanted = True
        self._rest.start(REST_MS)

    def terrain_changed(self) -> None:
        """Draw anew what other terrain changes: of the square, its slopes."""
        self._square_wanted = True
        self._rest.start(REST_MS)

    @property
    def is_hurried(self) -> bool:
        """Whether a picture of the Sun that moves is still being drawn."""
        return self._hurried is not None

    def want(self, view: MapView, ratio: float) -> None:
        """Say what is looked at; it becomes sharp when no other view is wanted for a moment."""
        if self._wanted == (view, ratio) and self._rest.isActive():
            # asked again by painting: it is no movement
            return
        self._wanted = (view, ratio)
        self._rest.start(REST_MS)

    def is_sharp(self, view: MapView, ratio: float) -> bool:
        """Return whether a view can be drawn at full sharpness with the layers as they are."""
        return self._sharp is not None and _serves(self._sharp[0].wish, self._wish(view, ratio))

    def _wish(self, view: MapView, ratio: float) -> _Wish:
        light = self._light if self._layers.sunlit else None
        still = replace(light, moving=False) if light is not None else None
        return _Wish(view, ratio, self._layers, still, self._terrain.revision, self._over)

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
        sharp, pixmap = self._sharp
        source = sharp.wish.view
        scale = source.mpp / view.mpp
        # a picture from far out is coarser than the square's, one from close by a stamp
        if not 0.2 < scale < 4.0:
            return None
        left, top = view.to_screen(*source.to_map(0.0, 0.0))
        if abs(scale - 1.0) < 1e-9 and pixmap.devicePixelRatio() == ratio:
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
        if self._square_wanted and (self._light is None or not self._light.moving):
            self._square_wanted = False
            self._ask_square()

    def _ask_square(self) -> None:
        self._tasks.submit(
            _square_of,
            self._layers,
            self._pictures,
            self._light,
            self._over,
            self._terrain,
            done=self._square_came,
            failed=self._on_failed,
            key="map-square",
        )

    def _square_came(self, result: tuple[Layers, QImage]) -> None:
        layers, image = result
        self._coarse = QPixmap.fromImage(image)
        if self._sharp is not None and not self._sharp[0].wish.layers.same_ground(layers):
            self._sharp = None
        self.changed.emit()

    def _ask_sharp(self) -> None:
        if self._wanted is None:
            return
        view, ratio = self._wanted
        asked = self._wish(view, ratio)
        if self.is_sharp(view, ratio) or asked == self._asked:
            return
        self._asked = asked
        self._tasks.submit(
            _sharp_of,
            asked,
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

    def _hurry(self) -> None:
        """Have the Sun that moves drawn fast; one picture at a time, so that each is seen, and the newest next."""
        if self._hurried is not None or self._wanted is None or self._tasks.closed:
            return
        view, ratio = self._wanted
        fast = math.sqrt(_FAST_PIXELS[self._haste] / (view.width * view.height))
        self._hurried = _Wish(view, min(ratio, fast), self._layers, self._light, self._terrain.revision, self._over)
        self._begun = monotonic()
        self._tasks.submit(
            _sharp_of,
            self._hurried,
            self._terrain,
            self._pictures,
            done=self._hurried_came,
            failed=self._on_hurry_failed,
        )

    def _hurried_came(self, sharp: _Sharp) -> None:
        self._hurried = None
        self._time_haste(monotonic() - self._begun)
        if self._wanted is None or self.is_sharp(*self._wanted):
            # the exact one was there first
            return
        if sharp.wish.layers.same_ground(self._layers):
            self._sharp = (sharp, QPixmap.fromImage(sharp.image))
            self.changed.emit()
        if self._light is not None and self._light.moving and self._light != sharp.wish.light:
            self._hurry()

    def _time_haste(self, taken: float) -> None:
        """Find out how many pixels can be drawn in time; the first picture of a size is made ready besides."""
        self._taken.append(taken)
        if len(self._taken) < _PICTURES_TIMED:
            return
        usual, self._taken = sorted(self._taken)[_PICTURES_TIMED // 2], []
        if usual > _FRAME_S:
            self._haste = min(len(_FAST_PIXELS) - 1, self._haste + 1)
        elif usual < _FRAME_S / 3.0:
            # twice the pixels take about twice as long: there is room for them
            self._haste = max(0, self._haste - 1)

    def _on_hurry_failed(self, problem: BaseException) -> None:
        self._hurried = None
        self._on_failed(problem)

    def _relief_came(self, _picture: QImage) -> None:
        """Take what the first frame could not wait for."""

    def _on_failed(self, problem: BaseException) -> None:
        self.failed.emit(str(problem))


def _square_of(
    layers: Layers, pictures: GroundPictures, light: Light | None, over: "ShownLight | None", terrain: Terrain
) -> tuple[Layers, QImage]:
    if not layers.sunlit or light is None:
        return layers, compose_square(_SQUARE_SIDE, layers, pictures, None, over, terrain)
    sunlight = light.desk.sunlight(light.time, fast=True)
    return layers, compose_square(_PREVIEW_SIDE, layers, pictures, sunlight, over, terrain)


def _sharp_of(wish: _Wish, terrain: Terrain, pictures: GroundPictures) -> _Sharp:
    view, ratio, light = wish.view, wish.ratio, wish.light
    if light is None:
        return _Sharp(wish, compose_ground(view, ratio, wish.layers, terrain, pictures, None, wish.over))
    sunlight = light.desk.sunlight(light.time, fast=light.moving)
    return _Sharp(wish, compose_ground(view, ratio, wish.layers, terrain, pictures, sunlight, wish.over))


def _serves(made: _Wish, wanted: _Wish) -> bool:
    """Return whether a picture is as good as the one that is wanted."""
    return (
        made.ratio == wanted.ratio
        and made.revision == wanted.revision
        and made.light == wanted.light
        and made.over == wanted.over
        and made.view.close_to(wanted.view)
        and made.layers.same_ground(wanted.layers)
    )


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
