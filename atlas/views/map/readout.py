"""What the status bar says about the point under the pointer and the scale."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from atlas.domain.coordinates import LatLon
from atlas.services.map.slope_layer import baseline_text
from atlas.services.map.view import MapView, on_map
from atlas.services.terrain import Terrain
from atlas.services.units import METRIC, Units


@dataclass(frozen=True, slots=True)
class PointerReading:
    """The point under the pointer. Elevation in metres above the 1737.4 km sphere, slope in degrees.

    Both are None off the terrain and while it is still being read.
    """

    position: LatLon
    elevation: float | None
    slope: float | None
    terrain: str = ""
    """What the height comes from, such as `LOLA 1.6 km`."""
    settled: bool = True
    """Whether no finer terrain has yet to be read for this place."""
    baseline_m: float = 0.0
    """Over how many metres the slope is told: a cell of the terrain."""

    def position_text(self, places: int = 2, units: Units = METRIC) -> str:
        """Return the position as `89.67°S 129.78°E`."""
        return units.position(self.position, places)

    def elevation_text(self, units: Units = METRIC) -> str:
        """Return the elevation as `−2,785 m`, or an empty text."""
        return "" if self.elevation is None else units.height(self.elevation)

    def slope_text(self, units: Units = METRIC) -> str:
        """Return the slope as `slope 24.3° over 1.6 km`, or an empty text."""
        if self.slope is None:
            return ""
        text = QCoreApplication.translate("MapReadout", "slope {degrees}° over {baseline}")
        baseline = baseline_text(self.baseline_m, units)
        return text.format(degrees=QLocale().toString(self.slope, "f", 1), baseline=baseline)

    def text(self) -> str:
        """Return everything in one line."""
        parts = (self.position_text(), self.elevation_text(), self.slope_text())
        return "   ".join(part for part in parts if part)


def scale_text(view: MapView) -> str:
    """Return the scale as `1:2,000,000`, rounded to two digits."""
    digits = 10 ** max(0, len(str(int(view.scale))) - 2)
    return f"1:{QLocale().toString(round(view.scale / digits) * digits)}"


def places_for(mpp: float) -> int:
    """Return how many decimals of a degree are worth showing at a scale."""
    return 2 if mpp > 100.0 else 3


def reading_at(p: LatLon, terrain: Terrain) -> PointerReading:
    """Return what is known at a position without waiting for the terrain."""
    if not terrain.ready or not on_map(p):
        return PointerReading(p, None, None)
    found = terrain.reading(p, wait=False)
    if found is None:
        return PointerReading(p, None, None)
    source = found.source
    return PointerReading(p, found.elevation, found.slope, source.label, found.settled, source.resolution_m)
