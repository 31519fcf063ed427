"""Words for what lies on the map: tips, menu lines, list rows."""

from PySide6.QtCore import QCoreApplication

from atlas.domain.coordinates import LatLon, project, unproject
from atlas.domain.entries import Marker, Place
from atlas.domain.notes import Mark, excerpt
from atlas.models.in_view import InViewRow
from atlas.services.labels import kind_label, status_label
from atlas.services.map.data import MapData
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.marks import Placed, mark_path
from atlas.services.map.plan import Plan
from atlas.services.map.view import MapView, on_map
from atlas.services.measure.words import area_text, length_text
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


def mark_name(mark: Mark) -> str:
    """Return the name of one of the user's marks, or what it is."""
    translate = QCoreApplication.translate
    unnamed = {
        "pin": translate("MapDescribe", "Pin without a name"),
        "path": translate("MapDescribe", "Path without a name"),
        "area": translate("MapDescribe", "Area without a name"),
    }
    return mark.name or unnamed[mark.shape]


def mark_facts(mark: Mark, units: Units = METRIC) -> str:
    """Return what one of the user's marks is and how large, in one line."""
    translate = QCoreApplication.translate
    path = mark_path(mark)
    if path.is_area and path.area_m2 is not None:
        return translate("MapDescribe", "my area · {size}").format(size=area_text(path.area_m2, units))
    if mark.shape == "pin":
        return translate("MapDescribe", "my pin")
    return translate("MapDescribe", "my path · {size}").format(size=length_text(path.length_m, units))


def mark_tip(mark: Mark, units: Units = METRIC) -> str:
    """Return the tip of one of the user's marks: name, what it is, how its note begins."""
    return "\n".join(part for part in (mark_name(mark), mark_facts(mark, units), excerpt(mark.note)) if part)


def what_is_at(plan: Plan, x: float, y: float, units: Units) -> tuple[str | None, str]:
    """Return a name for what is under a pixel, None where nothing is, and its tip."""
    sign = plan.site_at(x, y)
    if sign is not None:
        return sign.spot.marker.slug, marker_tip(sign.spot.marker, units)
    mark = plan.mark_at(x, y)
    return (None, "") if mark is None else (f"mark.{mark.mark.id}", mark_tip(mark.mark, units))


def place_facts(place: Place, units: Units = METRIC) -> str:
    """Return what a named place is and how large, in one line."""
    translate = QCoreApplication.translate
    words = {
        "AA": translate("MapDescribe", "crater"),
        "SF": translate("MapDescribe", "satellite crater"),
        "MO": translate("MapDescribe", "mountain"),
        "VA": translate("MapDescribe", "valley"),
    }
    parts = [words.get(place.type, translate("MapDescribe", "place"))]
    if place.diameter_km:
        parts.append(units.size(place.diameter_km))
    if place.informal:
        parts.append(translate("MapDescribe", "informal name"))
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
    rows = [InViewRow(name, facts, p, units.position(p), slug) for name, facts, p, slug in found[:_MOST_ROWS]]
    own = data.marks if Layer.PINS in layers.shown else ()
    return [_mark_row(placed, units) for placed in own if _within(view, unproject(*placed.anchor))] + rows


def _mark_row(placed: Placed, units: Units) -> InViewRow:
    mark, p = placed.mark, unproject(*placed.anchor)
    return InViewRow(mark_name(mark), mark_facts(mark, units), p, units.position(p), None, mark.id)


def _within(view: MapView, p: LatLon) -> bool:
    if not on_map(p):
        return False
    x, y = view.to_screen(*project(p))
    return 0 <= x <= view.width and 0 <= y <= view.height
