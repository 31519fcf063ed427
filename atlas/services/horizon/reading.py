"""What lies at a pixel of a panorama, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from atlas.domain.coordinates import LatLon, destination
from atlas.domain.entries import Place
from atlas.services.horizon.compose import number
from atlas.services.horizon.jobs import Prospect
from atlas.services.horizon.view import PanoramaView
from atlas.services.sky.features import feature_at
from atlas.services.units import Units


@dataclass(frozen=True, slots=True)
class Reading:
    """A direction, and the ground there: None where sky is seen, or where it is not drawn yet."""

    azimuth_deg: float
    elevation_deg: float
    distance_m: float | None
    position: LatLon | None
    feature: Place | None

    def text(self, units: Units) -> str:
        """Return everything in one line."""
        translate = QCoreApplication.translate
        parts = [
            translate("Horizon", "azimuth {degrees}°").format(degrees=number(self.azimuth_deg, 1)),
            translate("Horizon", "elevation {degrees}°").format(degrees=number(self.elevation_deg, 2)),
        ]
        if self.distance_m is None or self.position is None:
            parts.append(translate("Horizon", "sky"))
        else:
            parts.append(distance_words(self.distance_m, units))
            parts.append(units.position(self.position))
            if self.feature is not None:
                parts.append(self.feature.name)
        return "   ".join(parts)


def distance_words(metres: float, units: Units) -> str:
    """Write a distance: `640 m`, `23 km`."""
    return units.height(metres) if metres < 1000.0 else units.size(metres / 1000.0)


def reading_at(prospect: Prospect, view: PanoramaView, x: float, y: float, places: Sequence[Place]) -> Reading:
    """Return what lies at a pixel; its ground only for the view that was drawn last."""
    azimuth, elevation = view.azimuth_at(x), view.elevation_at(y)
    distance = prospect.scenery.distance_at(view, x, y)
    if distance is None:
        return Reading(azimuth, elevation, None, None, None)
    position = destination(prospect.lookout.position, azimuth, distance)
    return Reading(azimuth, elevation, distance, position, feature_at(places, position))
