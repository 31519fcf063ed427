"""Writes a map to PNG, SVG or PDF with scale, grid, credits and the resolution of the terrain."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QFont, QImage, QImageWriter, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter

from atlas.services.export.files import write_atomically
from atlas.services.map.data import MapData
from atlas.services.map.ground import compose_ground, credits_line
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.legend import SlopeLegend, broken
from atlas.services.map.lettering import Lettering, Role
from atlas.services.map.painter import draw_credits, draw_frame, draw_plan, draw_scale_bar, scale_bar
from atlas.services.map.plan import make_plan
from atlas.services.map.slope_layer import slope_words
from atlas.services.map.sunlit import Sunlight
from atlas.services.map.view import MapView
from atlas.services.terrain import GroundPictures, Terrain
from atlas.services.units import Units

if TYPE_CHECKING:
    from atlas.services.illumination.result import ShownLight

FORMATS: Final = (".png", ".svg", ".pdf")
LARGEST_SIDE: Final = 8192
_POINTS_PER_PIXEL: Final = 0.75
_VECTOR_GROUND_RATIO: Final = 1.5
_DPI: Final = 96
_EDGE: Final = 8.0
_LEGEND_SHARE: Final = 0.5
"""The most of a map's width and height that a legend may take."""


@dataclass(frozen=True)
class MapRequest:
    """What to draw. `caption` (such as the as-of day) stands before the credits."""

    view: MapView
    layers: Layers
    data: MapData
    caption: str = ""
    selected: str | None = None
    feet: bool = False
    """Whether lengths are in miles or feet."""
    sunlight: Sunlight | None = None
    """The Sun that lights the relief of sunlit layers; the credits line tells of it."""
    over: "ShownLight | None" = None
    """An illumination map over the ground; the credits line tells of it."""


def check_target(path: Path) -> None:
    """Raise ValueError unless the name of the file ends in a known format."""
    if path.suffix.casefold() not in FORMATS:
        raise ValueError(f"{path.name!r} does not end in .png, .svg or .pdf")


def write_map(path: Path, request: MapRequest, terrain: Terrain, pictures: GroundPictures, font: QFont) -> None:
    """Write the map; an older file is replaced only by a whole new one.

    Raises ValueError for an unknown format, OSError where the file can't be written, TerrainError, SkySpanError.
    """
    check_target(path)
    write = {".png": _write_png, ".svg": _write_svg, ".pdf": _write_pdf}[path.suffix.casefold()]
    ratio = 1.0 if path.suffix.casefold() == ".png" else _VECTOR_GROUND_RATIO
    ground = compose_ground(request.view, ratio, request.layers, terrain, pictures, request.sunlight, request.over)
    lettering = Lettering(font, cached=False)
    lit = request.sunlight.caption() if request.sunlight is not None and request.layers.sunlit else ""
    over = request.over.caption() if request.over is not None else ""
    whence = credits_line(request.layers, terrain, request.view)
    legend, slope = _slope_legend(request, ratio, terrain, lettering)
    lines = broken((lit, over, slope, request.caption, whence), request.view.width - 2 * _EDGE, lettering)

    def draw(painter: QPainter) -> None:
        _draw(painter, request, ground, lettering, lines, legend)

    # drawn in memory first: Qt's writers do not tell of a disk that fills up
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer, request.view, draw)
    buffer.close()
    write_atomically(path, bytes(buffer.data().data()))


def _slope_legend(
    request: MapRequest, ratio: float, terrain: Terrain, lettering: Lettering
) -> tuple[SlopeLegend | None, str]:
    """Return the legend of the slopes; where the map has no room for it, its title and note go into the credits."""
    strength = request.layers.strength(Layer.SLOPE)
    if not strength:
        return None, ""
    words = slope_words(terrain, request.view, ratio, Units(feet=request.feet))
    legend = SlopeLegend.of(words, strength, lettering)
    if legend.width < request.view.width * _LEGEND_SHARE and legend.height < request.view.height * _LEGEND_SHARE:
        return legend, ""
    return None, words.sentences()


def _draw(
    painter: QPainter,
    request: MapRequest,
    ground: QImage,
    lettering: Lettering,
    lines: Sequence[str],
    legend: SlopeLegend | None,
) -> None:
    view = request.view
    painter.drawImage(QRectF(0, 0, view.width, view.height), ground)
    length, _ = scale_bar(view, 150.0, feet=request.feet)
    sizes = [lettering.size(line, Role.FURNITURE) for line in lines]
    wide, high = max((size[0] for size in sizes), default=0.0), sum(size[1] for size in sizes)
    # beside the credits where there is room, or else over them
    lift = 0.0 if len(lines) < 2 and length + wide + 64.0 < view.width else high + 4.0
    reserved = [
        (0.0, view.height - 44.0 - lift, length + 40.0, float(view.height)),
        (view.width - wide - 2 * _EDGE, view.height - high - 12.0, float(view.width), float(view.height)),
    ]
    above = view.height - 52.0 - lift
    if legend is not None:
        reserved.append((0.0, above - legend.height - 8.0, 12.0 + legend.width + 8.0, above + 8.0))
    plan = make_plan(view, request.data, request.layers, lettering, selected=request.selected, reserved=reserved)
    draw_plan(painter, plan, request.layers, lettering)
    draw_frame(painter, view)
    draw_scale_bar(painter, view, lettering, 16.0, view.height - 12.0 - lift, feet=request.feet)
    if legend is not None:
        legend.draw(painter, lettering, 12.0, above - legend.height)
    bottom = view.height - 5.0
    for line, size in zip(reversed(lines), reversed(sizes), strict=True):
        draw_credits(painter, line, lettering, view.width - _EDGE, bottom)
        bottom -= size[1]


def _write_png(device: QIODevice, view: MapView, draw: Callable[[QPainter], None]) -> None:
    image = QImage(QSize(view.width, view.height), QImage.Format.Format_RGB32)
    _paint(image, draw)
    writer = QImageWriter(device, QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(writer.errorString())


def _write_svg(device: QIODevice, view: MapView, draw: Callable[[QPainter], None]) -> None:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(QSize(view.width, view.height))
    generator.setViewBox(QRectF(0, 0, view.width, view.height))
    generator.setResolution(_DPI)
    generator.setTitle(_title())
    _paint(generator, draw)


def _write_pdf(device: QIODevice, view: MapView, draw: Callable[[QPainter], None]) -> None:
    writer = QPdfWriter(device)
    writer.setResolution(_DPI)
    writer.setTitle(_title())
    points = QSizeF(view.width * _POINTS_PER_PIXEL, view.height * _POINTS_PER_PIXEL)
    page = QPageSize(points, QPageSize.Unit.Point, "map", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    _paint(writer, draw)


def _title() -> str:
    return QCoreApplication.translate("MapExport", "ILRS Atlas: map of the lunar south pole")


def _paint(device: QPaintDevice, draw: Callable[[QPainter], None]) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the map can't be written there")
    try:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw(painter)
    finally:
        painter.end()
