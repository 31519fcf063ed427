"""Writes a map file and links with the light that the map has."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from atlas.domain.links import MAP, Link
from atlas.services.map.view import MapView
from atlas.services.terrain import GroundPictures, Terrain
from atlas.views.map.ground import Light

if TYPE_CHECKING:
    from atlas.services.map.export import MapRequest


def write_lit(
    path: Path,
    request: "MapRequest",
    light: Light | None,
    terrain: Terrain,
    pictures: GroundPictures,
    font: QFont,
) -> Path:
    """Write a map file, lit as the map is, and return its path; for a worker. Raises as `write_map` does."""
    from atlas.services.map.export import write_map

    if light is not None:
        request = replace(request, sunlight=light.desk.sunlight(light.time))
    write_map(path, request, terrain, pictures, font)
    return path


def link_to(view: MapView, light: Light | None) -> Link:
    """Return the link that leads back to a view under its light."""
    lat, lon = round(view.centre.lat, 5), round(view.centre.lon % 360.0, 5) % 360.0
    width = round(view.width * view.mpp / 1000.0, 3)
    return Link(MAP, lat=lat, lon=lon, width_km=width, light=light.time if light is not None else None)
