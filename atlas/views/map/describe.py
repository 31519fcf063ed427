"""Words for what lies on the map: tips, menu lines, list rows."""

from PySide6.QtCore import QCoreApplication

from atlas.domain.coordinates import LatLon, project
from atlas.domain.entries import Marker, Place
from atlas.models.in_view import InViewRow
from atlas.services.labels import kind_label, status_label
from atlas.services.map.data import MapData
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.view import MapView, on_map
from atlas.services.units import METRIC, Units

_MOST_ROWS = 300


def marker_facts(marker: Marker) -> str:
    """Return kind, status and date of a marker in one line."""
    parts = [kind_label(marker.kind).lower()]
    if marker.status is not None:
        parts.append(status_label(marker.status))
    if marker.impact and not marker.planned:
        parts.append(QCoreApplication.translate("MapDescribe", "impact"))
    if marker.year:
        parts.append(marker.year)
    return " · ".join(parts)


def marker_tip(marker: Marker, units: Units = METRIC) -> str:
    """Return the tip of a marker: name, status and date, position."""
    where = units.position(LatLon(marker.lat, marker.lon))
    return f"{marker.name}\n{marker_facts(marker)}\n{where}"


def place_facts(place: Place, units: Units = METRIC) -> str:
    """Return what a named place is and how large, in one line."""
    tr = QCoreApplication.translate
    words = {
        "AA": tr("MapDescribe", "crater"),
        "SF": tr("MapDescribe", "satellite crater"),
        "MO": tr("MapDescribe", "mountain"),
        "VA": tr("MapDescribe", "valley"),
    }
    parts = [words.get(place.type, tr("MapDescribe", "place"))]
    if place.diameter_km:
        parts.append(units.size(place.diameter_km))
    if place.informal:
        parts.append(tr("MapDescribe", "informal name"))
    return " · ".join(parts)


def rows_in_view(view: MapView, data: MapData, layers: Layers, units: Units = METRIC) -> list[InViewRow]:
    """Return what is in view on the layers shown: sites, then regions, then names, largest first."""
    found: list[tuple[str, str, LatLon, str | None]] = []
    if Layer.SITES in layers.shown:
        markers = [spot.marker for spot in data.spots_in(view)]
        found += [(m.name, marker_facts(m), LatLon(m.lat, m.lon), m.slug) for m in markers]
    if Layer.REGIONS in layers.shown:
        facts = QCoreApplication.translate("MapDescribe", "candidate region")
        centres = [(region, LatLon(region.lat, region.lon)) for region in data.regions]
        found += [(r.name, facts, p, r.slug) for r, p in centres if _within(view, p)]
    if Layer.NAMES in layers.shown:
        places = [named.place for named in data.names_in(view)]
        found += [(p.name, place_facts(p, units), LatLon(p.lat, p.lon), None) for p in places]
    return [InViewRow(name, facts, p, units.position(p), slug) for name, facts, p, slug in found[:_MOST_ROWS]]


def _within(view: MapView, p: LatLon) -> bool:
    if not on_map(p):
        return False
    x, y = view.to_screen(*project(p))
    return 0 <= x <= view.width and 0 <= y <= view.height
