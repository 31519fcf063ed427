"""The layer of slopes: how steep the ground is over the finest terrain at each place, in classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from atlas.services.map import style
from atlas.services.measure.words import length_text
from atlas.services.terrain.record import resolution_text
from atlas.services.units import METRES_PER_FOOT, METRIC, Units

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

    from atlas.services.map.view import MapView
    from atlas.services.sky.shadow import Rect
    from atlas.services.terrain import Terrain

BOUNDS: Final = (5.0, 10.0, 15.0, 20.0, 25.0)
"""Degrees between the classes."""
_CHANGE: Final = 4.0
"""Degrees by which the slope changes from one cell to the next where classes meet, as a rule: so much of it as a pixel
has is the width over which one colour passes into the other, so that their edge is no staircase."""
_SOFTEST: Final = 0.5


@dataclass(frozen=True, slots=True)
class SlopeWords:
    """What a legend says: a title with the baseline, its limit, and a colour with words for every class."""

    title: str
    note: str
    classes: tuple[tuple[QColor, str], ...]

    def sentences(self) -> str:
        """Return the title and its limit in one line."""
        return f"{self.title}. {self.note}"

    def text(self) -> str:
        """Return the title and the classes in one line, from gentle to steep."""
        return f"{self.title}: {', '.join(words for _, words in self.classes)}"


def slope_image(terrain: Terrain, rect: Rect) -> QImage:
    """Return the classes in a map rectangle of two pixels and more on each side. Raises TerrainError."""
    from atlas.services.terrain.slopes import colour_table

    edges = rect.west, rect.south, rect.east, rect.north
    cell = terrain.sources_in(*edges)[-1].resolution_m
    soft = min(_SOFTEST, _CHANGE * rect.pixel_m / cell)
    table = colour_table(BOUNDS, [colour.rgb() for colour in style.SLOPE_RAMP], soft)
    return terrain.slope_image(*edges, rect.width, rect.height, table)


def slope_words(terrain: Terrain, view: MapView, ratio: float = 1.0, units: Units = METRIC) -> SlopeWords:
    """Return what a legend says for a view that is drawn with so many device pixels to a pixel."""
    translate = QCoreApplication.translate
    cells = [source.resolution_m for source in terrain.sources_in(*view.bounds)]
    # to two digits: a pixel is as wide as one likes
    unit = METRES_PER_FOOT if units.feet else 1.0
    pixel = float(f"{view.mpp / ratio / unit:.2g}") * unit
    finest, *others = dict.fromkeys(_size(max(cell, pixel), units) for cell in cells)
    baseline = finest
    if others:
        baseline = translate("SlopeLayer", "{finest}, elsewhere {others}").format(
            finest=finest, others=", ".join(others)
        )
    if pixel > cells[0]:
        note = translate("SlopeLayer", "Steep slopes smaller than that do not show; the terrain’s cells are {cell}.")
        note = note.format(cell=_size(cells[0], units))
    else:
        note = translate("SlopeLayer", "Steep slopes smaller than that do not show.")
    title = translate("SlopeLayer", "Slope over {baseline}").format(baseline=baseline)
    return SlopeWords(title, note, tuple(zip(style.SLOPE_RAMP, _class_words(), strict=True)))


def baseline_text(metres: float, units: Units) -> str:
    """Return over how much ground a slope is told: `20 m`, `66 ft`, `1.6 km`."""
    return length_text(metres, units) if units.feet else resolution_text(metres)


def _size(metres: float, units: Units) -> str:
    """Return a length that no line is broken in."""
    return baseline_text(metres, units).replace(" ", "\u00a0")


def _class_words() -> list[str]:
    translate = QCoreApplication.translate
    between = translate("SlopeLayer", "{low}–{high}°")
    lows = (0.0, *BOUNDS[:-1])
    found = [between.format(low=f"{low:g}", high=f"{high:g}") for low, high in zip(lows, BOUNDS, strict=True)]
    return [*found, translate("SlopeLayer", "over {low}°").format(low=f"{BOUNDS[-1]:g}")]
