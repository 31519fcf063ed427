"""Sheets of sites outside the terrain's square: the Moon as a globe, from the global LROC WAC mosaic."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import sheet
from plate_list import Plate, Subject
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QRadialGradient

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, destination, format_position
from atlas.services.map import style
from atlas.services.map.signs import draw_sign

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

_SHA256: Final = "1fabf9bcb708d7e71c7041980f53c580ad720b157c72dd2f3b5e1c21ae522cef"
_MIDDLE: Final = QPointF(602.0, 500.0)
_RADIUS: Final = 446.0
_CLOSE_R: Final = 168.0
_CLOSE_KM: Final = 400.0
_OVER: Final = 2


@dataclass(frozen=True)
class Mosaic:
    """The LROC WAC mosaic of the whole Moon, plate carrée, longitude -180 to 180, as grey from 0 to 1."""

    grey: NDArray[np.float32]

    @classmethod
    def read(cls, toolkit: Path | None) -> Mosaic:
        """Read it from the unpacked wheel; leave with a sentence where it is not there or not the one meant."""
        import numpy as np
        from PIL import Image

        if toolkit is None:
            raise SystemExit("globes need --toolkit: the folder into which the wheel lunar-toolkit 0.1.0 was unpacked")
        file = toolkit / "lunar_toolkit" / "static" / "basemaps" / "wac_global.jpg"
        if hashlib.sha256(file.read_bytes()).hexdigest() != _SHA256:
            raise SystemExit(f"{file} is not the mosaic that the plates are made from")
        with Image.open(file) as picture:
            return cls(np.asarray(picture.convert("L"), np.float32) / 255.0)

    def at(self, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float32]:
        """Return the grey at positions in degrees, bilinear."""
        import numpy as np

        rows, columns = self.grey.shape
        y = np.clip((90.0 - lat) / 180.0 * rows - 0.5, 0.0, rows - 1.001)
        x = ((lon + 180.0) / 360.0 * columns - 0.5) % columns
        top, left = y.astype(np.int32), x.astype(np.int32) % columns
        down, across = (y - top).astype(np.float32), (x - np.floor(x)).astype(np.float32)
        right = (left + 1) % columns
        upper = self.grey[top, left] * (1 - across) + self.grey[top, right] * across
        lower = self.grey[top + 1, left] * (1 - across) + self.grey[top + 1, right] * across
        mixed: NDArray[np.float32] = upper * (1 - down) + lower * down
        return mixed


def draw(plate: Plate, about: Subject, mosaic: Mosaic) -> QImage:
    """Draw a sheet."""
    paper = sheet.NIGHT
    image = sheet.blank(paper)
    painter = QPainter(image)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        _halo(painter)
        _disc(painter, _orthographic(mosaic, plate.centre, _RADIUS, MOON_RADIUS_M), _MIDDLE, _RADIUS)
        _grid(painter, plate.centre)
        x, y = _seen(plate.position, plate.centre)
        at = QPointF(_MIDDLE.x() + x * _RADIUS, _MIDDLE.y() - y * _RADIUS)
        _panel(painter, plate, about, mosaic)
        _sign(painter, about, at)
    finally:
        painter.end()
    return image


def _orthographic(mosaic: Mosaic, centre: LatLon, radius_px: float, reach_m: float) -> QImage:
    """Return a square picture of the Moon seen from afar over `centre`, `reach_m` from its middle to its edge."""
    import numpy as np

    side = math.ceil(2 * radius_px) * _OVER
    step = (np.arange(side) + 0.5) / side * 2.0 - 1.0
    u, v = np.meshgrid(step, -step)
    u, v = u * (reach_m / MOON_RADIUS_M), v * (reach_m / MOON_RADIUS_M)
    w = np.sqrt(np.clip(1.0 - u * u - v * v, 0.0, 1.0))
    phi, lam = math.radians(centre.lat), math.radians(centre.lon)
    lat = np.degrees(np.arcsin(np.clip(v * math.cos(phi) + w * math.sin(phi), -1.0, 1.0)))
    lon = np.degrees(lam + np.arctan2(u, w * math.cos(phi) - v * math.sin(phi)))
    lon = (lon + 180.0) % 360.0 - 180.0
    tone = np.clip(mosaic.at(lat, lon) * 1.75 - 0.12, 0.0, 1.25)
    # the limb a little darker: a ball, not a disc
    tone *= (0.50 + 0.50 * np.power(w, 0.42)).astype(np.float32)
    rgb = np.stack([tone * 1.0 + 0.008, tone * 0.985 + 0.008, tone * 0.955 + 0.014], axis=-1)
    data = np.clip(rgb * 255.0, 0, 255).astype(np.uint8)
    return QImage(data.tobytes(), side, side, side * 3, QImage.Format.Format_RGB888).copy()


def _disc(painter: QPainter, picture: QImage, middle: QPointF, radius: float) -> None:
    path = QPainterPath()
    path.addEllipse(middle, radius, radius)
    painter.save()
    painter.setClipPath(path)
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    smaller = picture.scaledToWidth(math.ceil(2 * radius), Qt.TransformationMode.SmoothTransformation)
    painter.drawImage(box, smaller)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(16, 19, 26), 2.0))
    painter.drawEllipse(middle, radius, radius)


def _halo(painter: QPainter) -> None:
    glow = QRadialGradient(_MIDDLE, _RADIUS * 1.16)
    glow.setColorAt(0.86, QColor(120, 132, 155, 60))
    glow.setColorAt(1.0, QColor(120, 132, 155, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(_MIDDLE, _RADIUS * 1.16, _RADIUS * 1.16)


def _seen(p: LatLon, centre: LatLon) -> tuple[float, float]:
    """Return where a position stands on the unit disc, right and up. Raises ValueError for one behind the limb."""
    phi, phi0, dlon = math.radians(p.lat), math.radians(centre.lat), math.radians(p.lon - centre.lon)
    if math.sin(phi0) * math.sin(phi) + math.cos(phi0) * math.cos(phi) * math.cos(dlon) <= 0.0:
        raise ValueError(f"{format_position(p)} lies behind the limb")
    return (
        math.cos(phi) * math.sin(dlon),
        math.cos(phi0) * math.sin(phi) - math.sin(phi0) * math.cos(phi) * math.cos(dlon),
    )


def _grid(painter: QPainter, centre: LatLon) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(255, 255, 255, 66), 1.2))
    for lat in range(-60, 61, 30):
        _line(painter, [LatLon(lat, lon) for lon in range(0, 362, 2)], centre)
    for lon in range(0, 360, 30):
        _line(painter, [LatLon(lat, lon) for lat in range(-90, 91, 2)], centre)


def _line(painter: QPainter, points: list[LatLon], centre: LatLon) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath()
    pen_down = False
    for p in points:
        try:
            x, y = _seen(p, centre)
        except ValueError:
            pen_down = False
            continue
        at = QPointF(_MIDDLE.x() + x * _RADIUS, _MIDDLE.y() - y * _RADIUS)
        if pen_down:
            path.lineTo(at)
        else:
            path.moveTo(at)
        pen_down = True
    painter.drawPath(path)


def _sign(painter: QPainter, about: Subject, at: QPointF) -> None:
    """Draw the site's sign on the globe with its name on a plate beside it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, colour in ((6.0, QColor(10, 12, 18, 200)), (3.0, style.SELECTED)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(at, 19.0, 19.0)
    _marker(painter, about, at, 10.0)
    face = sheet.font(26, bold=True)
    name = sheet.BRACKETS.sub("", about.names["en"])
    width, height = QFontMetricsF(face).horizontalAdvance(name) + 28.0, 44.0
    left = at.x() + 30.0 if at.x() + 30.0 + width < 1150.0 else at.x() - 30.0 - width
    box = QRectF(left, at.y() - height / 2.0, width, height)
    painter.setPen(QPen(style.SELECTED, 1.5))
    painter.setBrush(style.PLATE)
    painter.drawRoundedRect(box, 6.0, 6.0)
    painter.setPen(style.SELECTED)
    painter.setFont(face)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _marker(painter: QPainter, about: Subject, at: QPointF, r: float) -> None:
    if about.marker is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.SELECTED)
        painter.drawEllipse(at, r * 0.5, r * 0.5)
        return
    shape, colour = style.sign(about.marker)
    draw_sign(painter, shape, colour, at.x(), at.y(), r)


def _panel(painter: QPainter, plate: Plate, about: Subject, mosaic: Mosaic) -> None:
    paper = sheet.NIGHT
    column = sheet.Column(painter, paper)
    column.head(plate.heading, sheet.BRACKETS.sub("", about.names["en"]), about.names)
    column.lines(format_position(plate.position), sheet.font(23), paper.ink, 1.3)
    for text in filter(None, (plate.remark, about.tagline)):
        column.lines(text, sheet.font(20, italic=True), paper.soft, 1.25)
    middle = QPointF(sheet.PANEL.center().x(), sheet.PANEL.bottom() - 112.0 - _CLOSE_R)
    _close_up(painter, plate, about, mosaic, middle)
    sheet.footing(painter, paper, _credits(plate))


def _close_up(painter: QPainter, plate: Plate, about: Subject, mosaic: Mosaic, middle: QPointF) -> None:
    """Draw the surroundings of the site from straight above, in a disc."""
    paper = sheet.NIGHT
    _disc(painter, _orthographic(mosaic, plate.position, _CLOSE_R, _CLOSE_KM * 1000.0), middle, _CLOSE_R)
    painter.setPen(QPen(paper.ink, 1.2))
    painter.drawEllipse(middle, _CLOSE_R, _CLOSE_R)
    painter.setPen(QPen(style.SELECTED, 2.0))
    painter.drawEllipse(middle, 14.0, 14.0)
    _marker(painter, about, middle, 8.0)
    _ring_on_globe(painter, plate)
    painter.setFont(sheet.font(16))
    painter.setPen(paper.soft)
    box = QRectF(sheet.PANEL.left(), middle.y() + _CLOSE_R + 4.0, sheet.PANEL.width(), 26.0)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"Within {_CLOSE_KM:.0f} km of the site, north above")


def _ring_on_globe(painter: QPainter, plate: Plate) -> None:
    painter.setPen(QPen(QColor(255, 255, 255, 150), 1.3))
    _line(painter, [destination(plate.position, k * 4.0, _CLOSE_KM * 1000.0) for k in range(91)], plate.centre)


def _credits(plate: Plate) -> list[str]:
    side = f"Seen from afar over {format_position(plate.centre, 0)}; grid every 30°"
    return [
        side,
        "Imagery: NASA/GSFC/Arizona State University",
        "LROC WAC, 2.1 km a pixel · Plate: ILRS Atlas, CC BY 4.0",
    ]
