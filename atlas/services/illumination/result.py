"""An illumination map opened from its file: values at places, pictures, what it says of itself."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QColor, QImage

from atlas.services.illumination.job import MOST_CELLS, IlluminationError
from atlas.services.illumination.raster import DESCRIPTIONS
from atlas.services.map import style
from atlas.services.terrain.record import SOUTH

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.shadow import Rect

    Field = NDArray[np.float32]

_SHADES: Final = 256


class Band(IntEnum):
    """The bands of a file, by their numbers."""

    LIT = 1
    NIGHT = 2
    EARTH = 3
    NEVER = 4


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself."""

    begin: str
    end: str
    step_hours: float
    terrain: str
    bounds: tuple[float, float, float, float]
    width: int
    height: int
    bands: tuple[Band, ...]


class LightResult:
    """One file; every method may be called from any thread and reads at the first call for a band."""

    def __init__(self, path: Path, facts: Facts) -> None:
        self.path = path
        self.facts = facts
        self._lock = threading.Lock()
        self._kept: dict[Band, Field] = {}
        self._longest: float | None = None

    @classmethod
    def open(cls, path: Path) -> LightResult:
        """Open a file. Raises IlluminationError where it is none of ours, or damaged."""
        import rasterio
        from rasterio.errors import RasterioError

        try:
            with rasterio.open(path) as dataset:
                if dataset.descriptions != DESCRIPTIONS or dataset.width * dataset.height > MOST_CELLS:
                    raise IlluminationError(_strange(path))
                made = cls(path, _facts(dataset))
        except (RasterioError, KeyError, ValueError) as error:
            raise IlluminationError(_strange(path)) from error
        if made.facts.bounds[0] >= made.facts.bounds[2]:
            raise IlluminationError(_strange(path))
        made.band(Band.LIT)
        return made

    def band(self, band: Band) -> Field:
        """Return the values of a band, (rows, columns). Raises IlluminationError."""
        import rasterio
        from rasterio.errors import RasterioError

        with self._lock:
            kept = self._kept.get(band)
            if kept is None:
                try:
                    with rasterio.open(self.path) as dataset:
                        kept = dataset.read(int(band))
                except RasterioError as error:
                    raise IlluminationError(_strange(self.path)) from error
                self._kept = {**dict(list(self._kept.items())[-1:]), band: kept}
            return kept

    def most(self, band: Band) -> float:
        """Return the upper end of a band's scale: hours of the longest night, 1 for shares."""
        import numpy as np

        if band is not Band.NIGHT:
            return 1.0
        if self._longest is None:
            highest = float(np.fmax.reduce(self.band(band), axis=None))
            self._longest = highest if highest > 0.0 else 1.0
        return self._longest

    def value(self, band: Band, x: float, y: float) -> float | None:
        """Return the value at map metres, None off the map and while the band is not read; never waits."""
        west, south, east, north = self.facts.bounds
        if not (west <= x < east and south < y <= north):
            return None
        column = int((x - west) / (east - west) * self.facts.width)
        row = int((north - y) / (north - south) * self.facts.height)
        values = self._kept.get(band)
        if values is None:
            return None
        found = float(values[min(row, self.facts.height - 1), min(column, self.facts.width - 1)])
        return found if math.isfinite(found) else None

    def image(self, band: Band, rect: Rect) -> QImage:
        """Return a band in a map rectangle as premultiplied ARGB, cell by cell; nothing where it holds no value."""
        import numpy as np

        west, south, east, north = self.facts.bounds
        values = self.band(band)
        xs, ys = rect.centres()
        column = np.floor((xs - west) / (east - west) * values.shape[1]).astype(np.intp)
        row = np.floor((north - ys) / (north - south) * values.shape[0]).astype(np.intp)
        inside = (column >= 0) & (column < values.shape[1]), (row >= 0) & (row < values.shape[0])
        found = values[np.clip(row, 0, values.shape[0] - 1)][:, np.clip(column, 0, values.shape[1] - 1)]
        there = np.isfinite(found) & inside[1][:, None] & inside[0][None, :]
        shade = np.clip(np.nan_to_num(found) * ((_SHADES - 1) / self.most(band)), 0, _SHADES - 1).astype(np.uint8)
        pixels = np.where(there, _table(band).take(shade), np.uint32(0))
        height, width = pixels.shape
        return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()


@dataclass(frozen=True, eq=False)
class ShownLight:
    """A band of an opened file as a layer of the map."""

    result: LightResult
    band: Band
    opacity: float

    def image(self, rect: Rect) -> QImage:
        """Return it in a map rectangle."""
        return self.result.image(self.band, rect)

    def caption(self) -> str:
        """Return what it is, with its span and the ends of its scale, for a map on paper."""
        facts = self.result.facts
        text = QCoreApplication.translate("LightResult", "{what}, {begin} to {end}, every {step} h: {least} to {most}")
        return text.format(
            what=band_title(self.band),
            begin=facts.begin[:10],
            end=facts.end[:10],
            step=f"{facts.step_hours:g}",
            least=value_text(self.band, 0.0),
            most=value_text(self.band, self.result.most(self.band)),
        )


def band_title(band: Band) -> str:
    """Return what a band holds."""
    translate = QCoreApplication.translate
    return {
        Band.LIT: translate("LightResult", "Share of time in sunlight"),
        Band.NIGHT: translate("LightResult", "Longest night"),
        Band.EARTH: translate("LightResult", "Share of time with Earth in sight"),
        Band.NEVER: translate("LightResult", "Never lit in the span"),
    }[band]


def shade(band: Band, part: float) -> QColor:
    """Return the colour of a part (0–1) of a band's scale."""
    if band is Band.NEVER:
        never = QColor(style.PERMANENT_SHADOW)
        never.setAlpha(never.alpha() if part > 0.0 else 0)
        return never
    # a long night is dark
    at = (1.0 - part if band is Band.NIGHT else part) * (len(style.LIGHT_RAMP) - 1)
    left = min(int(at), len(style.LIGHT_RAMP) - 2)
    a, b, share = style.LIGHT_RAMP[left], style.LIGHT_RAMP[left + 1], at - left
    mixed = (round(p + (q - p) * share) for p, q in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True))  # type: ignore[index]
    return QColor(*mixed)


def value_text(band: Band, value: float) -> str:
    """Return a value in words."""
    translate = QCoreApplication.translate
    if band is Band.NIGHT:
        days = QLocale().toString(value / 24.0, "f", 1)
        return translate("LightResult", "{hours} h ({days} d)").format(hours=f"{value:g}", days=days)
    if band is Band.NEVER:
        return translate("LightResult", "never lit") if value > 0.0 else translate("LightResult", "lit at times")
    return translate("LightResult", "{percent} %").format(percent=QLocale().toString(value * 100.0, "f", 1))


def _table(band: Band) -> NDArray[np.uint32]:
    import numpy as np

    found = np.empty(_SHADES, np.uint32)
    for number in range(_SHADES):
        colour = shade(band, number / (_SHADES - 1))
        a = colour.alpha()
        red, green, blue = (part * a // 255 for part in (colour.red(), colour.green(), colour.blue()))
        found[number] = (a << 24) | (red << 16) | (green << 8) | blue
    return found


def _facts(dataset: Any) -> Facts:  # noqa: ANN401 - rasterio has no types
    import rasterio

    # a GeoTIFF keeps the parameters, not the name of the system
    keys = ("proj", "lat_0", "lon_0", "R")
    ours, theirs = rasterio.CRS.from_string(SOUTH).to_dict(), dataset.crs.to_dict()
    if any(ours.get(key) != theirs.get(key) for key in keys):
        raise ValueError("another projection")
    tags, step = dataset.tags(), dataset.transform
    west, north = step.c, step.f
    bounds = west, north + step.e * dataset.height, west + step.a * dataset.width, north
    bands = tuple(band for band in Band if band is not Band.EARTH or tags["EARTH"] == "1")
    return Facts(
        tags["SPAN_BEGIN"], tags["SPAN_END"], float(tags["STEP_HOURS"]), tags["TERRAIN"], bounds,
        dataset.width, dataset.height, bands,
    )  # fmt: skip


def _strange(path: Path) -> str:
    text = QCoreApplication.translate(
        "LightResult", "{name} is no illumination map of this atlas, or it is damaged. The file was not changed."
    )
    return text.format(name=path.name)
