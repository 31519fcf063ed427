"""The map's context menu: copy the coordinate, and what is there."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from atlas.domain.coordinates import LatLon
from atlas.services.map.data import Named
from atlas.services.map.view import on_map
from atlas.services.units import Units
from atlas.views.map.canvas import MapCanvas
from atlas.views.map.describe import marker_facts, place_facts

_REACH = 14.0
_MOST = 6


class MapMenu(QMenu):
    """What can be done at a point; it is deleted when it closes."""

    copy_wanted = Signal(str)
    entry_wanted = Signal(str)
    place_wanted = Signal(object, object)
    """A `LatLon` and a diameter in km or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add_copy(self, p: LatLon, units: Units) -> None:
        """Add the coordinate as the user reads it and as programs do."""
        text = units.position(p, 4)
        plain = f"{p.lat:.4f}, {p.lon:.4f}"
        self.addAction(self.tr("Copy coordinate {text}").format(text=units.position(p))).triggered.connect(
            partial(self._copy, text)
        )
        self.addAction(self.tr("Copy as {text}").format(text=plain)).triggered.connect(partial(self._copy, plain))

    def add_entry(self, title: str, slug: str) -> None:
        """Add an entry that is there."""
        self.addAction(title).triggered.connect(partial(self._entry, slug))

    def add_place(self, title: str, p: LatLon, diameter_km: float | None) -> None:
        """Add a named place that is there."""
        self.addAction(title).triggered.connect(partial(self._place, p, diameter_km))

    def _copy(self, text: str) -> None:
        self.copy_wanted.emit(text)

    def _entry(self, slug: str) -> None:
        self.entry_wanted.emit(slug)

    def _place(self, p: LatLon, diameter_km: float | None) -> None:
        self.place_wanted.emit(p, diameter_km)


def open_map_menu(canvas: MapCanvas, at: QPoint) -> MapMenu:
    """Return the menu for a point of the canvas; the caller pops it up."""
    menu = MapMenu()
    view = canvas.view
    p = view.position(at.x(), at.y())
    if on_map(p):
        menu.add_copy(p, canvas.units)
    near = [
        spot.marker
        for spot in canvas.data.spots_in(view)
        if _close(view.to_screen(spot.x, spot.y), QPointF(at), _REACH)
    ]
    under = canvas.site_at(QPointF(at))
    if under is not None and under.spot.marker not in near:
        near.insert(0, under.spot.marker)
    places = _places_at(canvas, at)
    if near or places:
        menu.addSeparator()
    for marker in near[:_MOST]:
        menu.add_entry(f"{marker.name}  ({marker_facts(marker)})", marker.slug)
    for named in places[:_MOST]:
        place = named.place
        title = f"{place.name}  ({place_facts(place, canvas.units)})"
        menu.add_place(title, LatLon(place.lat, place.lon), place.diameter_km)
    return menu


def _places_at(canvas: MapCanvas, at: QPoint) -> list[Named]:
    """Return the named features that the point lies in, the smallest first."""
    view = canvas.view
    x, y = view.to_map(at.x(), at.y())
    found = [
        named
        for named in canvas.data.names
        if (named.x - x) ** 2 + (named.y - y) ** 2 <= max(named.radius, _REACH * view.mpp) ** 2
    ]
    return found[::-1]


def _close(one: tuple[float, float], other: QPointF, reach: float) -> bool:
    return abs(one[0] - other.x()) <= reach and abs(one[1] - other.y()) <= reach
