"""The map's context menu: copy the coordinate, and what is there."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from atlas.domain.coordinates import LatLon
from atlas.services.map.data import Named
from atlas.services.map.view import on_map
from atlas.services.units import Units
from atlas.views.map.canvas import MapCanvas
from atlas.views.map.describe import mark_facts, mark_name, marker_facts, place_facts

_REACH = 14.0
_MOST = 6


class MapMenu(QMenu):
    """What can be done at a point; it is deleted when it closes."""

    copy_wanted = Signal(str)
    entry_wanted = Signal(str)
    place_wanted = Signal(object, object)
    """A `LatLon` and a diameter in km or None."""

    horizon_wanted = Signal(object)
    """The horizon of a place: a `LatLon`."""

    tool_wanted = Signal(str, object)
    """`measure`, `profile` or `pin`, from a `LatLon`."""
    mark_wanted = Signal(int)
    """One of the user's own marks: its number."""

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

    def add_link(self, address: str) -> None:
        """Add the link that leads back to this view, at the end."""
        self.addSeparator()
        self.addAction(self.tr("Copy link to this view")).triggered.connect(partial(self._copy, address))

    def add_horizon(self, p: LatLon) -> None:
        """Add what is seen from a position."""
        self.addAction(self.tr("Horizon from here")).triggered.connect(partial(self._horizon, p))

    def add_tools(self, p: LatLon) -> None:
        """Add what can be begun at a position."""
        self.addSeparator()
        for name, title in (
            ("measure", self.tr("Measure from here")),
            ("profile", self.tr("Profile from here")),
            ("pin", self.tr("Pin here")),
        ):
            self.addAction(title).triggered.connect(partial(self._tool, name, p))

    def add_mark(self, title: str, mark: int) -> None:
        """Add one of the user's own marks that is there."""
        self.addAction(title).triggered.connect(partial(self._mark, mark))

    def add_entry(self, title: str, slug: str) -> None:
        """Add an entry that is there."""
        self.addAction(title).triggered.connect(partial(self._entry, slug))

    def add_place(self, title: str, p: LatLon, diameter_km: float | None) -> None:
        """Add a named place that is there."""
        self.addAction(title).triggered.connect(partial(self._place, p, diameter_km))

    def _copy(self, text: str) -> None:
        self.copy_wanted.emit(text)

    def _horizon(self, p: LatLon) -> None:
        self.horizon_wanted.emit(p)

    def _tool(self, name: str, p: LatLon) -> None:
        self.tool_wanted.emit(name, p)

    def _mark(self, mark: int) -> None:
        self.mark_wanted.emit(mark)

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
        menu.add_horizon(p)
        menu.add_tools(p)
    near = [
        spot.marker
        for spot in canvas.data.spots_in(view)
        if _close(view.to_screen(spot.x, spot.y), QPointF(at), _REACH)
    ]
    under = canvas.site_at(QPointF(at))
    if under is not None and under.spot.marker not in near:
        near.insert(0, under.spot.marker)
    places = _places_at(canvas, at)
    own = canvas.plan.mark_at(at.x(), at.y())
    if near or places or own is not None:
        menu.addSeparator()
    if own is not None:
        menu.add_mark(f"{mark_name(own.mark)}  ({mark_facts(own.mark, canvas.units)})", own.mark.id)
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
