"""Sheets of ground inside the terrain's square: relief, relief under the Sun of a moment, imagery from orbit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import sheet
from plate_list import Plate, Subject
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from atlas.domain.coordinates import LatLon, format_position, project
from atlas.services.map import style
from atlas.services.map.data import MapData, region_label
from atlas.services.map.ground import compose_ground
from atlas.services.map.labels import Box
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.lettering import Lettering
from atlas.services.map.outline import outline
from atlas.services.map.painter import draw_plan, scale_bar
from atlas.services.map.plan import make_plan
from atlas.services.map.signs import draw_target
from atlas.services.map.sunlit import Sunlight, SunlitRelief
from atlas.services.map.view import MapView
from atlas.services.sky import Ground, Sky, sky_view
from atlas.services.terrain import GroundPictures, Terrain, files, look

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.domain.entries import Place

Z: Final = 1.5
"""Sheet pixels a logical pixel of the map: its lettering is meant for a screen, not for a page."""
CONTOUR_M: Final = 500.0
INDEX_M: Final = 2000.0
NAMED_LANDINGS_FROM: Final = date(2024, 3, 19)
"""Statio Shiv Shakti, the only landing site among the names of the square, is known by that name from this day."""
_LINE: Final = QColor(255, 244, 222)
_LOCATOR: Final = 150.0
_PAPERS: Final = {"relief": sheet.IVORY, "light": sheet.NIGHT, "imagery": sheet.SILVER}


@dataclass(frozen=True)
class Studio:
    """What sheets are drawn with; made once."""

    terrain: Terrain
    pictures: GroundPictures
    sky: Sky
    sunlit: SunlitRelief
    places: list[Place]


def draw(plate: Plate, about: Subject, studio: Studio) -> QImage:
    """Draw a sheet."""
    paper = _PAPERS[plate.style]
    view = _view(plate)
    image = sheet.blank(paper)
    painter = QPainter(image)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        ground, levels = _ground(plate, view, studio)
        _over(ground, plate, about, view, studio)
        painter.drawImage(sheet.MAP, ground)
        sheet.neat_line(painter, paper, QRectF(sheet.MAP))
        _panel(painter, plate, about, view, studio)
        _legend(painter, plate, view, studio.terrain, levels)
    finally:
        painter.end()
    return image


def _view(plate: Plate) -> MapView:
    width, height = round(sheet.MAP.width() / Z), round(sheet.MAP.height() / Z)
    mpp = plate.width_km * 1000.0 / width
    x, y = project(plate.centre)
    # a page shows ground to its edge: the view stays inside the terrain
    half_width, half_height = width * mpp / 2.0, height * mpp / 2.0
    reach_x, reach_y = files.HALF_SIDE_M - half_width, files.HALF_SIDE_M - half_height
    return MapView(_within(x, reach_x), _within(y, reach_y), mpp, width, height)


def _within(value: float, reach: float) -> float:
    return min(max(value, -reach), reach) if reach > 0.0 else 0.0


def _layers(plate: Plate) -> Layers:
    shown = {Layer.GRID, Layer.NAMES, Layer.SITES, Layer.REGIONS}
    if plate.style == "imagery":
        return Layers(frozenset({*shown, Layer.IMAGERY})).with_opacity(Layer.IMAGERY, 1.0)
    layers = Layers(frozenset({*shown, Layer.RELIEF}))
    return layers.with_sunlight() if plate.style == "light" else layers


@dataclass(frozen=True)
class Levels:
    """How a picture's brightness is stretched, from 0–255 to 0–255."""

    black: float = 0.0
    gain: float = 1.0

    def colour(self, colour: QColor) -> QColor:
        """Return a colour of a legend as it comes out in the picture."""
        parts = (colour.red(), colour.green(), colour.blue())
        return QColor(*(min(255, max(0, round((part - self.black) * self.gain))) for part in parts))


def _ground(plate: Plate, view: MapView, studio: Studio) -> tuple[QImage, Levels]:
    sunlight = Sunlight(studio.sunlit, plate.when) if plate.when is not None else None
    image = compose_ground(view, Z, _layers(plate), studio.terrain, studio.pictures, sunlight)
    image.setDevicePixelRatio(1.0)
    if plate.style == "imagery":
        return _lifted(image), Levels()
    levels = _levels(image) if plate.style == "relief" else Levels()
    return _contoured(image, plate, view, studio.terrain, levels), levels


def _levels(image: QImage) -> Levels:
    """Return the stretch that uses the page's whole range, so that low ground is not all dusk."""
    import numpy as np

    grey = _channels(image).mean(axis=2)
    black, white = np.percentile(grey, (0.5, 99.0))
    black = min(float(black), 24.0) * 0.8
    return Levels(black, min(1.55, max(0.85, 222.0 / max(1.0, float(white) - black))))


def _lifted(image: QImage) -> QImage:
    """Return imagery with its mid tones raised: on a page it is darker than on a screen."""
    import numpy as np

    grey = _channels(image)[:, :, 0].astype(np.float32) / 255.0
    tone = np.power(grey, 0.82) * 0.93
    # a trace of warmth in the lights, of blue in the shadows
    rgb = np.stack([tone * 1.0 + 0.012, tone * 0.99 + 0.014, tone * 0.965 + 0.024], axis=-1)
    return _image(np.clip(rgb * 255.0, 0, 255).astype(np.uint8))


def _contoured(image: QImage, plate: Plate, view: MapView, terrain: Terrain, levels: Levels) -> QImage:
    """Return the ground with contour lines: a line is where the height is within a pixel's climb of its level."""
    import numpy as np

    west, south, east, north = view.bounds
    columns, rows = image.width(), image.height()
    xs = west + (np.arange(columns) + 0.5) * ((east - west) / columns)
    ys = north - (np.arange(rows) + 0.5) * ((north - south) / rows)
    height = terrain.raster(xs, ys)
    climb = np.hypot(*np.gradient(height)) + 1e-3
    strength = _isoline(height, climb, CONTOUR_M, 0.55) * (0.13 if plate.style == "relief" else 0.07)
    strength = np.maximum(strength, _isoline(height, climb, INDEX_M, 0.8) * (0.30 if plate.style == "relief" else 0.14))
    ground = np.clip((_channels(image).astype(np.float32) - levels.black) * levels.gain, 0.0, 255.0)
    line = np.array([_LINE.red(), _LINE.green(), _LINE.blue()], np.float32)
    mixed = ground + (line - ground) * strength[:, :, None]
    return _image(mixed.astype(np.uint8))


def _isoline(
    height: NDArray[np.float32], climb: NDArray[np.float32], step: float, half_width: float
) -> NDArray[np.float32]:
    import numpy as np

    away = np.abs((height + step / 2.0) % step - step / 2.0) / climb
    line: NDArray[np.float32] = np.clip(half_width + 0.5 - away, 0.0, 1.0)
    # on nearly level ground a line would spread into a stain
    line *= np.clip(climb / 4.0, 0.0, 1.0)
    return line


def _channels(image: QImage) -> NDArray[np.uint8]:
    import numpy as np

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def _image(rgb: NDArray[np.uint8]) -> QImage:
    rows, columns, _ = rgb.shape
    return QImage(rgb.tobytes(), columns, rows, columns * 3, QImage.Format.Format_RGB888).copy()


def _over(image: QImage, plate: Plate, about: Subject, view: MapView, studio: Studio) -> None:
    """Draw grid, names, the site's sign and its outline over the ground."""
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(Z, Z)
        _lettered(painter, plate, about, view, studio)
    finally:
        painter.end()


def _lettered(painter: QPainter, plate: Plate, about: Subject, view: MapView, studio: Studio) -> None:
    lettering = Lettering(sheet.font(12, family=sheet.SANS), cached=False)
    markers = [about.marker] if about.marker is not None else []
    regions = [about.region] if about.region is not None else []
    data = MapData.build(markers, regions, _names(plate, about, studio.places))
    if about.region is not None:
        _dim_outside(painter, outline(view, about.region), view)
    elif about.marker is None:
        _mark(painter, about, plate, view)
    tag = _tag(plate, about, view, lettering)
    reserved = [] if tag is None else [tag[1]]
    plan = make_plan(view, data, _layers(plate), lettering, selected=plate.entry, reserved=reserved)
    draw_plan(painter, plan, _layers(plate), lettering)
    if tag is not None:
        lettering.draw_plate(painter, tag[0], "", tag[1][0] + 36.0, tag[1][1] + 8.0, marked=True)


def _dim_outside(painter: QPainter, points: list[tuple[float, float]], view: MapView) -> None:
    """Darken what lies outside a region a little, so that it is found in a thumbnail too."""
    shape = QPainterPath()
    shape.addRect(QRectF(0, 0, view.width, view.height))
    hole = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        hole.lineTo(QPointF(*point))
    hole.closeSubpath()
    painter.fillPath(shape.subtracted(hole), QColor(8, 10, 16, 40))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, colour in ((5.0, QColor(6, 16, 26, 120)), (2.6, style.REGION)):
        painter.strokePath(hole, QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))


def _has_target(about: Subject) -> bool:
    """Tell whether the site is marked by crosshairs: it has neither marker nor outline, and is no crater."""
    if about.marker is not None or about.region is not None:
        return False
    return about.place is None or not about.place.diameter_km or about.place.type not in {"AA", "SF"}


def _names(plate: Plate, about: Subject, places: list[Place]) -> list[Place]:
    """Return the names to letter: without one that the crosshairs carry, and without a landing not made by then."""
    tagged = about.place.id if about.place is not None and _has_target(about) else ""
    return [p for p in places if p.id != tagged and (p.type != "landing site" or plate.known >= NAMED_LANDINGS_FROM)]


def _tag(plate: Plate, about: Subject, view: MapView, lettering: Lettering) -> tuple[str, Box] | None:
    """Return the name that stands beside the crosshairs, and the room that both take."""
    if not _has_target(about):
        return None
    name = plate.feature or about.names["en"]
    width, height = lettering.plate_size(name, "")
    x, y = view.to_screen(*project(plate.position))
    return name, (x - 16.0, y - 8.0 - height / 2.0, x + 20.0 + width, y + 8.0 + height / 2.0)


def _mark(painter: QPainter, about: Subject, plate: Plate, view: MapView) -> None:
    """Mark a site without a marker of its own: a crater by its rim, anything else by crosshairs."""
    x, y = view.to_screen(*project(plate.position))
    if about.place is None or _has_target(about):
        draw_target(painter, x, y)
        return
    radius = (about.place.diameter_km or 0.0) * 500.0 / view.mpp
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, colour in ((4.5, QColor(10, 12, 18, 110)), (1.8, style.SELECTED)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.CustomDashLine if width < 2.0 else Qt.PenStyle.SolidLine))
        if width < 2.0:
            pen = painter.pen()
            pen.setDashPattern([5.0, 3.0])
            painter.setPen(pen)
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _panel(painter: QPainter, plate: Plate, about: Subject, view: MapView, studio: Studio) -> None:
    paper = _PAPERS[plate.style]
    column = sheet.Column(painter, paper)
    column.head(plate.heading, region_name(about), about.names)
    of = f"{plate.feature}: " if plate.feature else ""
    where = "90°S" if plate.position.lat == -90.0 else format_position(plate.position)
    column.lines(of + where, sheet.font(23), paper.ink, 1.3)
    for text in _facts(plate, about, studio):
        column.lines(text, sheet.font(20, italic=True), paper.soft, 1.25)
    bottom = sheet.PANEL.bottom() - (232.0 if plate.style == "relief" else 170.0)
    _locator(painter, plate, view, studio, column.y + 18.0, bottom)
    sheet.footing(painter, paper, _credits(plate))


def region_name(about: Subject) -> str:
    """Return the name without what stands in brackets behind it."""
    return region_label(about.region) if about.region is not None else about.names["en"].split(" (")[0]


def _facts(plate: Plate, about: Subject, studio: Studio) -> list[str]:
    if plate.when is None:
        return [text for text in (plate.remark, about.tagline) if text]
    ground = Ground.of(studio.terrain)
    sun = sky_view(studio.sky, ground, plate.position, plate.when).sun
    height = f"{abs(sun.elevation_deg):.1f}° {'above' if sun.elevation_deg >= 0 else 'below'} the horizontal"
    if plate.position.lat == -90.0:
        where = f"Sun over {sun.overhead.lon:.0f}°E, {height}"
    else:
        where = f"Sun {height}, in the {_quarter(sun.azimuth_deg)}"
    time = f"{plate.when.day} {plate.when:%B %Y, %H:%M} UTC"
    return [f"{plate.moment}, {time}" if plate.moment else time, where]


def _quarter(azimuth: float) -> str:
    names = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
    return names[round(azimuth / 45.0) % 8]


def _locator(painter: QPainter, plate: Plate, view: MapView, studio: Studio, top: float, bottom: float) -> None:
    """Draw the square's ground as a disc round the pole with the sheet's frame in it."""
    paper = _PAPERS[plate.style]
    r = min(_LOCATOR, (bottom - top - 26.0) / 2.0)
    middle = QPointF(sheet.PANEL.center().x(), bottom - 26.0 - r)
    picture = studio.pictures.imagery() if plate.style == "imagery" else studio.pictures.preview()
    small = picture.scaledToWidth(round(2 * r), Qt.TransformationMode.SmoothTransformation)
    disc = QPainterPath()
    disc.addEllipse(middle, r, r)
    painter.save()
    painter.setClipPath(disc)
    painter.drawImage(QRectF(middle.x() - r, middle.y() - r, 2 * r, 2 * r), small)
    _rings(painter, middle, r)
    west, south, east, north = view.bounds
    scale = r / files.HALF_SIDE_M
    frame = QRectF(
        middle.x() + west * scale, middle.y() - north * scale, (east - west) * scale, (north - south) * scale
    )
    for width, colour in ((5.0, QColor(10, 12, 18, 170)), (2.4, style.SELECTED)):
        painter.setPen(QPen(colour, width))
        painter.drawRect(frame)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(paper.ink, 1.2))
    painter.drawEllipse(middle, r, r)
    painter.setFont(sheet.font(16))
    painter.setPen(paper.soft)
    box = QRectF(sheet.PANEL.left(), middle.y() + r + 4.0, sheet.PANEL.width(), 24.0)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "Within 610 km of the pole, 0° above")


def _rings(painter: QPainter, middle: QPointF, r: float) -> None:
    """Draw every fifth parallel and four meridians."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(255, 255, 255, 90), 0.9))
    for lat in (-85.0, -80.0, -75.0):
        rho = project(LatLon(lat, 0.0))[1] * r / files.HALF_SIDE_M
        painter.drawEllipse(middle, rho, rho)
    painter.drawLine(QPointF(middle.x() - r, middle.y()), QPointF(middle.x() + r, middle.y()))
    painter.drawLine(QPointF(middle.x(), middle.y() - r), QPointF(middle.x(), middle.y() + r))


def _legend(painter: QPainter, plate: Plate, view: MapView, terrain: Terrain, levels: Levels) -> None:
    paper = _PAPERS[plate.style]
    length, text = scale_bar(view, sheet.PANEL.width() / Z * 0.92)
    sheet.bar(painter, paper, QPointF(sheet.PANEL.left() + 1.0, sheet.PANEL.bottom() - 82.0), length * Z, text)
    if plate.style != "relief":
        return
    low, high = _range(view, terrain)
    stops = [(float(h), levels.colour(QColor(r, g, b))) for h, r, g, b in look.TINT]
    box = QRectF(sheet.PANEL.left() + 1.0, sheet.PANEL.bottom() - 184.0, sheet.PANEL.width() - 2.0, 13.0)
    painter.setFont(sheet.font(16))
    painter.setPen(paper.soft)
    painter.drawText(QPointF(box.left(), box.top() - 8.0), f"Height in km; contours every {CONTOUR_M:.0f} m")
    sheet.ramp(painter, paper, box, _between(stops, low, high), low, high)


def _between(stops: list[tuple[float, QColor]], low: float, high: float) -> list[tuple[float, QColor]]:
    """Return colour stops that begin at low and end at high."""
    import numpy as np

    heights = [h for h, _ in stops]

    def at(height: float) -> QColor:
        parts = [[getattr(c, name)() for _, c in stops] for name in ("red", "green", "blue")]
        return QColor(*(round(float(np.interp(height, heights, part))) for part in parts))

    inner = [h for h in heights if low < h < high]
    return [(h, at(h)) for h in (low, *inner, high)]


def _range(view: MapView, terrain: Terrain) -> tuple[float, float]:
    """Return the lowest and highest whole kilometre round the heights in view."""
    heights = terrain.heights()
    west, south, east, north = view.bounds
    cell, half = files.DEM_CELL_M, files.HALF_SIDE_M
    rows = slice(int((half - north) // cell), int((half - south) // cell))
    part = heights[rows, int((west + half) // cell) : int((east + half) // cell)]
    return math.floor(float(part.min()) / 1000.0) * 1000.0, math.ceil(float(part.max()) / 1000.0) * 1000.0


def _credits(plate: Plate) -> list[str]:
    return {
        "relief": [
            f"Relief: NASA/GSFC/LOLA, {files.DEM_CELL_M / 1000:g} km a pixel",
            "Names: IAU/USGS · Plate: ILRS Atlas, CC BY 4.0",
        ],
        "light": [
            f"Heights: NASA/GSFC/LOLA, {files.DEM_CELL_M / 1000:g} km a pixel",
            "Sun: NASA/JPL DE440 · Names: IAU/USGS",
            "Plate: ILRS Atlas, CC BY 4.0",
        ],
        "imagery": [
            "Imagery: NASA/GSFC/Arizona State University",
            f"LROC WAC, {files.PICTURE_CELL_M:g} m a pixel · Names: IAU/USGS",
            "Plate: ILRS Atlas, CC BY 4.0",
        ],
    }[plate.style]
