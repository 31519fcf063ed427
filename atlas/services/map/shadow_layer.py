"""The layer of permanent shadow: ground on which no part of the Sun was or will be seen from 1959 to 2060.

What ships is how far the Sun's upper limb ever overtops the horizon of each cell of the bundled terrain. The edge of
the shadow is drawn where that is nought between the cells, so that it is a line and no staircase at any scale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage

from atlas.services.map import style
from atlas.services.terrain.files import DEM_CELL_M, HALF_SIDE_M

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.shadow import Rect

    Field = NDArray[np.float32]

LIT: Final = 128
"""Greater values are lit at some time."""
STEPS_A_DEGREE: Final = 64
_SOFT: Final = 6.0
"""Steps over which the edge fades."""


def shadow_image(stored: QImage, rect: Rect) -> QImage:
    """Return the shadow in a map rectangle, with an alpha channel; `stored` is what ships, as grey."""
    import numpy as np

    grey = np.frombuffer(stored.constBits(), np.uint8).reshape(stored.height(), stored.bytesPerLine())
    steps = grey[:, : stored.width()].astype(np.float32)
    xs, ys = rect.centres()
    column, row = (xs + HALF_SIDE_M) / DEM_CELL_M - 0.5, (HALF_SIDE_M - ys) / DEM_CELL_M - 0.5
    cover = np.clip((LIT + 0.5 - _between(steps, row, column)) / _SOFT + 0.5, 0.0, 1.0)
    cover[np.abs(ys) > HALF_SIDE_M] = 0.0
    cover[:, np.abs(xs) > HALF_SIDE_M] = 0.0
    return tinted(cover, style.PERMANENT_SHADOW)


def tinted(cover: Field, colour: QColor) -> QImage:
    """Return one colour as strong as a cover (0–1) says, premultiplied."""
    import numpy as np

    alpha = cover * np.float32(colour.alphaF())
    pixels = np.rint(alpha * 255.0).astype(np.uint32) << 24
    for shift, value in ((16, colour.red()), (8, colour.green()), (0, colour.blue())):
        pixels |= (alpha * np.float32(value)).astype(np.uint32) << shift
    height, width = pixels.shape
    return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()


def shadow_caption() -> str:
    """Return what the layer holds, in short."""
    text = QCoreApplication.translate("ShadowLayer", "Violet: never lit ({cell} km)")
    return text.format(cell=f"{DEM_CELL_M / 1000.0:g}")


def _between(field: Field, rows: NDArray[np.float64], columns: NDArray[np.float64]) -> Field:
    """Return a field at all crossings of rows and columns, linear between its nodes."""
    import numpy as np

    found = field
    for axis, places in enumerate((rows, columns)):
        places = np.clip(places, 0.0, field.shape[axis] - 1.001)
        first = places.astype(np.intp)
        part = (places - first).astype(np.float32)
        low, high = found.take(first, axis=axis), found.take(first + 1, axis=axis)
        found = low + (high - low) * (part[:, None] if axis == 0 else part)
    return found
