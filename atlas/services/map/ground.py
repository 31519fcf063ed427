"""Composes relief, imagery, slopes and shadow into one picture, on any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from atlas.services.map import style
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.painter import square
from atlas.services.map.shadow_layer import shadow_caption, shadow_image
from atlas.services.map.view import MapView
from atlas.services.terrain import GroundPictures, Terrain
from atlas.services.terrain.files import HALF_SIDE_M, IMAGERY_CREDITS, PICTURE_CELL_M
from atlas.services.terrain.record import resolution_text

if TYPE_CHECKING:
    from atlas.services.illumination.result import ShownLight
    from atlas.services.map.sunlit import Sunlight
    from atlas.services.sky.shadow import Rect


_ENLARGED: Final = 4.0
"""Pixels to a cell of the terrain beyond which a relief shows nothing more, however smooth it is."""

_COARSE: Final = 1016
"""The side of the square in which slopes and light over all moments are drawn while the view moves."""


def compose_ground(
    view: MapView,
    ratio: float,
    layers: Layers,
    terrain: Terrain,
    pictures: GroundPictures,
    sunlight: Sunlight | None = None,
    light: ShownLight | None = None,
) -> QImage:
    """Return the sharp ground of a view as RGB32 in device pixels (tagged with the ratio); takes tenths of a second.

    Sunlit relief needs `sunlight`; without it relief has the map's own light. `light` is an
    illumination map to be laid over it. Raises TerrainError, SkySpanError.
    """
    image = QImage(max(1, round(view.width * ratio)), max(1, round(view.height * ratio)), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(style.SPACE)
    painter = QPainter(image)
    # a picture that dies under its painter takes the process with it
    try:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        strength = layers.strength(Layer.RELIEF)
        if strength:
            painter.setOpacity(strength)
            if layers.sunlit and sunlight is not None:
                _draw_sunlit(painter, view, ratio, sunlight)
            else:
                _draw_relief(painter, view, ratio, terrain, pictures)
        strength = layers.strength(Layer.IMAGERY)
        if strength:
            painter.setOpacity(strength)
            _draw_picture(painter, view, ratio, pictures.imagery())
        _draw_slope(painter, view, ratio, layers, terrain)
        _draw_light(painter, view, ratio, layers, pictures, light)
    finally:
        painter.end()
    return image


def compose_square(
    side: int,
    layers: Layers,
    pictures: GroundPictures,
    sunlight: Sunlight | None = None,
    light: ShownLight | None = None,
    terrain: Terrain | None = None,
    *,
    preview: bool = False,
) -> QImage:
    """Return the ground of the whole square at side × side pixels: what is shown while sharpness is computed.

    With `preview` relief comes from the small picture that decodes in no time; sunlit relief needs `sunlight`, slopes
    need `terrain`.
    """
    sources: list[tuple[float, QImage]] = []
    if layers.strength(Layer.RELIEF):
        if layers.sunlit and sunlight is not None:
            relief = sunlight.square()
        else:
            relief = pictures.preview() if preview else pictures.relief()
        sources.append((layers.strength(Layer.RELIEF), relief))
    if layers.strength(Layer.IMAGERY) and not preview:
        sources.append((layers.strength(Layer.IMAGERY), pictures.imagery()))
    shadow = layers.strength(Layer.SHADOW)
    slopes = terrain if layers.strength(Layer.SLOPE) else None
    if len(sources) == 1 and sources[0][0] == 1.0 and sources[0][1].width() == side and not (shadow or slopes or light):
        # shared, not copied
        return sources[0][1]
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(style.SPACE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for strength, source in sources:
        painter.setOpacity(strength)
        painter.drawImage(QRect(0, 0, side, side), _shrunk(source, side))
    if not preview and (shadow or slopes or light):
        from atlas.services.sky.shadow import Rect

        half = HALF_SIDE_M
        whole = Rect(-half, -half, half, half, _COARSE, _COARSE)
        if slopes is not None:
            _lay_slope(painter, QRectF(0, 0, side, side), whole, layers, slopes)
        _lay_light(painter, QRectF(0, 0, side, side), whole, layers, pictures, light)
    painter.end()
    return image


def credits_line(layers: Layers, terrain: Terrain, view: MapView) -> str:
    """Return whom the ground in view comes from, how fine its terrain is, and if the view is finer by far."""
    parts = []
    slope = bool(layers.strength(Layer.SLOPE))
    if layers.strength(Layer.RELIEF) or slope:
        cells: dict[str, list[str]] = {}
        sources = terrain.sources_in(*view.bounds)
        for source in sources:
            cells.setdefault(source.credits, []).append(resolution_text(source.resolution_m))
        parts += [f"{whom} ({', '.join(dict.fromkeys(sizes))})" for whom, sizes in cells.items()]
        if view.mpp * _ENLARGED < (sources[0].resolution_m if slope else sources[0].detail_m):
            parts.append(QCoreApplication.translate("MapGround", "enlarged beyond the terrain’s resolution"))
    if layers.strength(Layer.IMAGERY):
        parts.append(IMAGERY_CREDITS)
    if layers.strength(Layer.SHADOW):
        parts.append(shadow_caption())
    return " · ".join(parts)


def _draw_slope(painter: QPainter, view: MapView, ratio: float, layers: Layers, terrain: Terrain) -> None:
    part = _device_part(view, ratio) if layers.strength(Layer.SLOPE) else None
    if part is not None:
        _lay_slope(painter, *part, layers, terrain)


def _lay_slope(painter: QPainter, target: QRectF, rect: Rect, layers: Layers, terrain: Terrain) -> None:
    # of a single line of pixels no slope can be told
    if layers.strength(Layer.SLOPE) and min(rect.width, rect.height) > 1:
        from atlas.services.map.slope_layer import slope_image

        painter.setOpacity(layers.strength(Layer.SLOPE))
        painter.drawImage(target, slope_image(terrain, rect))


def _draw_light(
    painter: QPainter, view: MapView, ratio: float, layers: Layers, pictures: GroundPictures, light: ShownLight | None
) -> None:
    part = _device_part(view, ratio)
    if part is not None:
        _lay_light(painter, *part, layers, pictures, light)


def _lay_light(
    painter: QPainter, target: QRectF, rect: Rect, layers: Layers, pictures: GroundPictures, light: ShownLight | None
) -> None:
    """Draw what is known of the light over all moments: permanent shadow, an illumination map."""
    strength = layers.strength(Layer.SHADOW)
    if strength:
        painter.setOpacity(strength)
        painter.drawImage(target, shadow_image(pictures.permanent_shadow(), rect))
    if light is not None:
        painter.setOpacity(light.opacity)
        painter.drawImage(target, light.image(rect))


def _draw_relief(painter: QPainter, view: MapView, ratio: float, terrain: Terrain, pictures: GroundPictures) -> None:
    part = _device_part(view, ratio)
    if part is None:
        return
    target, rect = part
    edges = rect.west, rect.south, rect.east, rect.north
    if view.mpp / ratio < PICTURE_CELL_M:
        painter.drawImage(target, terrain.relief_image(*edges, rect.width, rect.height))
        return
    _draw_picture(painter, view, ratio, pictures.relief())
    finer = terrain.finer_image(*edges, rect.width, rect.height)
    if finer is not None:
        left, top, image = finer
        image.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(target.left() + left / ratio, target.top() + top / ratio), image)


def _draw_sunlit(painter: QPainter, view: MapView, ratio: float, sunlight: Sunlight) -> None:
    part = _device_part(view, ratio)
    if part is not None:
        target, rect = part
        painter.drawImage(target, sunlight.image(rect))


def _device_part(view: MapView, ratio: float) -> tuple[QRectF, Rect] | None:
    """Return where the square is in view, in logical pixels and as map metres with device pixels; None if nowhere."""
    from atlas.services.sky.shadow import Rect

    visible = square(view).intersected(QRectF(0, 0, view.width, view.height))
    if visible.isEmpty():
        return None
    # on whole device pixels, so that nothing is resampled once more
    left, top = round(visible.left() * ratio), round(visible.top() * ratio)
    width, height = round(visible.right() * ratio) - left, round(visible.bottom() * ratio) - top
    if width < 1 or height < 1:
        return None
    x0, y1 = view.to_map(left / ratio, top / ratio)
    x1, y0 = view.to_map((left + width) / ratio, (top + height) / ratio)
    target = QRectF(left / ratio, top / ratio, width / ratio, height / ratio)
    return target, Rect(x0, y0, x1, y1, width, height)


def _draw_picture(painter: QPainter, view: MapView, ratio: float, picture: QImage) -> None:
    """Draw the part of a picture of the whole square that is in view."""
    west, south, east, north = view.bounds
    cell = 2.0 * HALF_SIDE_M / picture.width()
    west, east = max(west, -HALF_SIDE_M), min(east, HALF_SIDE_M)
    south, north = max(south, -HALF_SIDE_M), min(north, HALF_SIDE_M)
    if west >= east or south >= north:
        return
    source = QRectF(
        (west + HALF_SIDE_M) / cell, (HALF_SIDE_M - north) / cell, (east - west) / cell, (north - south) / cell
    )
    left, top = view.to_screen(west, north)
    target = QRectF(left, top, (east - west) / view.mpp, (north - south) / view.mpp)
    shrink = source.width() / max(1.0, target.width() * ratio)
    if shrink > 1.3:
        # bilinear sampling skips pixels of the source: shrink by areas first
        whole = source.toAlignedRect()
        part = _shrunk(picture.copy(whole), round(whole.width() / shrink))
        factor = part.width() / whole.width()
        source = QRectF(
            (source.left() - whole.left()) * factor,
            (source.top() - whole.top()) * factor,
            source.width() * factor,
            source.height() * factor,
        )
        picture = part
    painter.drawImage(target, picture, source)


def _shrunk(picture: QImage, width: int) -> QImage:
    if picture.width() <= width:
        return picture
    return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
