"""Icons drawn out of SVG files in any colour and size."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from atlas.paths import Paths


@lru_cache(maxsize=1)
def _folder() -> Path:
    return Paths.find().icons


@lru_cache(maxsize=256)
def svg_text(name: str) -> str:
    """Return the text of an icon. Raises FileNotFoundError for a name that is not among the icons."""
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def render(name: str, colour: str, side: int) -> QImage:
    """Return the icon drawn in a colour (`#rrggbb`) on a square of `side` device pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    renderer = QSvgRenderer(svg_text(name).replace("currentColor", colour).encode())
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image
