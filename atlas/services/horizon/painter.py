"""Puts a panorama together: sky, paths, discs, terrain, names and scales. Serves the window and the files alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPen, QPixmap

from atlas.services.horizon.bodies import GLOW_PX, disc_rect, draw_earth, draw_ring, draw_sun
from atlas.services.horizon.names import AXIS_PX, Names
from atlas.services.horizon.scene import Panorama
from atlas.services.horizon.view import PanoramaView, marks, nice_step
from atlas.services.map import style
from atlas.services.map.lettering import Lettering, Role

_AZIMUTH_STEPS: Final = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 45.0, 90.0)
_ELEVATION_STEPS: Final = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
_AZIMUTH_ROOM: Final = 74.0
_ELEVATION_ROOM: Final = 44.0


def draw_panorama(
    painter: QPainter,
    view: PanoramaView,
    scene: Panorama,
    terrain: QImage | QPixmap | None,
    lettering: Lettering,
    offset: QRectF | None = None,
    reserved: Sequence[QRectF] = (),
) -> None:
    """Draw a view. `terrain` is its picture, or one of another view that is put at `offset` meanwhile.

    No names are put on the rectangles that are `reserved`.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_sky(painter, view)
    _draw_levels(painter, view)
    for path in scene.paths:
        path.draw(painter, view, scene.path_opacity)
    _draw_marks(painter, view, scene)
    _draw_discs(painter, view, scene)
    _draw_terrain(painter, view, terrain, offset)
    for path in scene.paths:
        path.draw(painter, view, 0.4 * scene.path_opacity, dashed=scene.dashed)
    for name, disc, colour in (("sun", scene.sun, style.SUN), ("earth", scene.earth, style.EARTH)):
        if disc is not None and name in scene.hidden:
            draw_ring(painter, view, disc, colour)
    draw_scales(painter, view, scene, lettering)
    Names(painter, view, scene, lettering, reserved).draw()


def _draw_sky(painter: QPainter, view: PanoramaView) -> None:
    frame = QRectF(0, 0, view.width, view.height)
    sky = QLinearGradient(frame.topLeft(), frame.bottomLeft())
    sky.setColorAt(0.0, style.PANORAMA_SKY[0])
    sky.setColorAt(1.0, style.PANORAMA_SKY[1])
    painter.fillRect(frame, sky)


def _draw_terrain(
    painter: QPainter, view: PanoramaView, terrain: QImage | QPixmap | None, offset: QRectF | None
) -> None:
    if terrain is None:
        return
    target = offset or QRectF(0, 0, view.width, view.height)
    ratio = terrain.devicePixelRatio()
    source = QRectF(QPointF(0, 0), terrain.size().toSizeF())
    same = abs(target.width() * ratio - source.width()) < 0.5 and abs(target.height() * ratio - source.height()) < 0.5
    if same:
        # on whole device pixels: a plain copy, and as crisp as it was made
        corner = QPointF(round(target.left() * ratio) / ratio, round(target.top() * ratio) / ratio)
        target = QRectF(corner, source.size() / ratio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not same)
    around = 360.0 / view.step
    for shift in (-around, 0.0, around):
        place = target.translated(round(shift * ratio) / ratio if same else shift, 0.0)
        # a whole circle may be seen in two parts; one copy of it is never drawn over another
        if place.right() > 0.0 and place.left() < view.width and (shift == 0.0 or target.width() > around - 2.0):
            if isinstance(terrain, QPixmap):
                painter.drawPixmap(place, terrain, source)
            else:
                painter.drawImage(place, terrain, source)


def _levels(view: PanoramaView) -> tuple[float, list[float]]:
    step = nice_step(_ELEVATION_ROOM * view.step_up, _ELEVATION_STEPS)
    return step, marks(view.elevation_at(view.height - AXIS_PX), view.elevation_at(0.0), step)


def _draw_levels(painter: QPainter, view: PanoramaView) -> None:
    for elevation in _levels(view)[1]:
        painter.setPen(QPen(style.PANORAMA_GRID if abs(elevation) > 1e-9 else style.PANORAMA_LEVEL, 1.0))
        y = round(view.y(elevation)) + 0.5
        painter.drawLine(QPointF(0, y), QPointF(view.width, y))


def _draw_discs(painter: QPainter, view: PanoramaView, scene: Panorama) -> None:
    if scene.sun is None or scene.earth is None:
        return
    reach = disc_rect(view, scene.earth).width() + GLOW_PX
    for shift in (-360.0 / view.step, 0.0, 360.0 / view.step):
        # a disc on the border of the circle is seen on both sides of the picture
        painter.save()
        painter.translate(shift, 0.0)
        if -reach < view.x(scene.earth.azimuth_deg) + shift < view.width + reach:
            draw_earth(painter, view, scene.earth, scene.sun)
        if -reach < view.x(scene.sun.azimuth_deg) + shift < view.width + reach:
            draw_sun(painter, view, scene.sun)
        painter.restore()


def _draw_marks(painter: QPainter, view: PanoramaView, scene: Panorama) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.SUN)
    for azimuth, elevation, _ in scene.marks:
        painter.drawEllipse(QPointF(view.x(azimuth), view.y(elevation)), 2.2, 2.2)


def draw_scales(painter: QPainter, view: PanoramaView, scene: Panorama, lettering: Lettering) -> None:
    """Draw the azimuths along the bottom and the elevations along the left."""
    top = view.height - AXIS_PX
    painter.fillRect(QRectF(0, top, view.width, AXIS_PX), style.PANORAMA_AXIS)
    step = nice_step(_AZIMUTH_ROOM * view.step, _AZIMUTH_STEPS)
    span = min(360.0 - step / 2.0, view.width * view.step)
    compass = {0.0: scene.compass[0], 90.0: scene.compass[1], 180.0: scene.compass[2], 270.0: scene.compass[3]}
    painter.setPen(QPen(style.FURNITURE_FAINT, 1.0))
    for mark in marks(view.azimuth - span / 2.0, view.azimuth + span / 2.0, step):
        azimuth = round(mark % 360.0, 6) % 360.0
        x = view.width / 2.0 + (mark - view.azimuth) / view.step
        painter.drawLine(QPointF(x, top), QPointF(x, top + 5))
        words = f"{compass[azimuth]} {azimuth:g}°" if azimuth in compass else f"{azimuth:g}°"
        role = Role.REGION if azimuth in compass else Role.LESSER
        wide, high = lettering.size(words, role)
        left = min(max(x - wide / 2.0, 0.0), view.width - wide)
        lettering.draw(painter, words, role, left, view.height - high - 1.0, style.FURNITURE)
    for elevation in _levels(view)[1]:
        words = f"{elevation:+g}°".replace("-", "−") if abs(elevation) > 1e-9 else "0°"
        y = view.y(elevation) - lettering.size(words, Role.LESSER)[1]
        if 0.0 < y < top - 24.0:
            lettering.draw(painter, words, Role.LESSER, 4.0, y, style.FURNITURE_FAINT)
