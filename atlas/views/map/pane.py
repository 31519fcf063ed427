"""The map pane: the canvas with its floating panels, and the links between them and the rest of the window."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.domain.coordinates import LatLon, project
from atlas.domain.entries import Marker, Place, Region
from atlas.domain.links import Link
from atlas.models.in_view import InViewRow
from atlas.services.map.data import MapData
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.view import MapView, on_map
from atlas.services.names import localised_markers, localised_regions
from atlas.services.units import Units
from atlas.views.map.arrange import arrange
from atlas.views.map.canvas import MapCanvas
from atlas.views.map.describe import rows_in_view
from atlas.views.map.goto import GoTo
from atlas.views.map.in_view import InViewPanel
from atlas.views.map.layers_panel import LayersPanel
from atlas.views.map.locator import Locator
from atlas.views.map.menu import open_map_menu
from atlas.views.map.overlay import Panel
from atlas.views.map.readout import scale_text
from atlas.views.map.slope import SlopeController
from atlas.views.map.sunlight import SunlightController
from atlas.views.map.sunlight_export import link_to, write_lit
from atlas.views.map.tools import MapTools
from atlas.views.map.zoom_buttons import ZoomButtons
from atlas.views.page import Page

if TYPE_CHECKING:
    from atlas.context import AppContext

_ROOMY: Final = 900
"""From this width on, layers and locator are open by themselves."""
_CLOSE_MPP: Final = 430.0
_PLACE_ZOOM: Final = 320.0
_REST_MS: Final = 150
_SETTINGS: Final = "map"


class MapPane(Page):
    """The map of the square with everything that belongs to it."""

    pointer_changed = Signal(object)
    """A `readout.PointerReading`, or None when the pointer leaves the map."""
    scale_changed = Signal(str)
    """The scale, such as `1:2,000,000`."""
    horizon_wanted = Signal(object)
    """The horizon of a place: a `LatLon`."""

    def __init__(self, context: "AppContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._terrain, pictures = context.terrain, context.ground
        self._selected: str | None = None
        self._ready_asked = False
        self._named = False
        self._day = date.min
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._catch_up)
        self._outside = False
        self.canvas = MapCanvas(context.tasks, self._terrain, pictures, self)
        self.goto = GoTo(self)
        self.in_view = InViewPanel(self)
        self.locator = Locator(context.tasks, pictures, self)
        self.layers = LayersPanel(self)
        self.zoom_buttons = ZoomButtons(self)
        self._panels: dict[str, Panel] = {
            "list_open": self.in_view,
            "locator_open": self.locator,
            "layers_open": self.layers,
        }
        self._folds: dict[str, bool] = {}
        """What the user chose to open (True) or fold, by key of the settings."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        self.sunlight = SunlightController(context, self.canvas, column, self)
        self.slope = SlopeController(self._terrain, self.canvas, column, self)
        self.tools = MapTools(context, self.canvas, self.goto, column, self)
        self.zoom_buttons.add_beside(self.tools.bar)
        self._arranged = self.canvas.size()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._connect()
        self._order_tabs()
        self._restore()

    @property
    def terrain_name(self) -> str:
        """What heights come from, such as `LOLA 1.6 km`."""
        return self._terrain.name

    @property
    def scale_text(self) -> str:
        """The scale, such as `1:2,000,000`."""
        return scale_text(self.canvas.view)

    def set_as_of(self, day: date) -> None:
        """Show the sites and regions known on a day, from the catalogue; list and card come first."""
        self._day = day
        if self._named:
            self._turn.start()
            return
        self._named = True
        catalogue = self._context.catalogue
        self.set_data(*self._sites(day), catalogue.places())

    def _catch_up(self) -> None:
        """Take over the as-of day that was chosen last."""
        self._turn.stop()
        # names are the same on every day
        self._take(self.canvas.data.with_sites(*self._sites(self._day)))

    def _sites(self, day: date) -> tuple[list[Marker], list[Region]]:
        """Return markers and regions with their names in the language of the interface."""
        catalogue, language = self._context.catalogue, self._context.language.language
        rows = catalogue.snapshot(day).rows
        return (
            localised_markers(catalogue.markers(day), rows, language),
            localised_regions(catalogue.regions(day), rows, language),
        )

    def set_data(self, markers: Iterable[Marker], regions: Iterable[Region], places: Iterable[Place]) -> None:
        """Show these markers, regions and names."""
        self._take(MapData.build(markers, regions, places))

    def _take(self, data: MapData) -> None:
        self.canvas.set_data(data)
        self.locator.set_markers(data.far)
        self._show_selection()
        self._fold_for_selection()
        named = [(spot.marker.name, LatLon(spot.marker.lat, spot.marker.lon)) for spot in data.spots]
        named += [(n.place.name, LatLon(n.place.lat, n.place.lon)) for n in data.names]
        named += [(region.name, LatLon(region.lat, region.lon)) for region in data.regions]
        self.goto.set_names(named)
        self._rest.start()

    def select(self, slug: str | None) -> None:
        """Mark an entry's place, and bring it into view if it lies in the square but out of sight."""
        if self._turn.isActive():
            self._catch_up()
        self._selected = slug
        self._show_selection()
        self._fold_for_selection()
        if self.selected_outside and self.locator.isHidden() and self.isVisible():
            self.message.emit(self.tr("This lies outside the map. Make the window larger to see the whole Moon."))
        p = self._position_of(slug) if slug else None
        if p is not None and not self._in_sight(p):
            view = self.canvas.view
            self.canvas.fly_to(view.centred(p, min(view.mpp, _CLOSE_MPP)))

    @property
    def selected_outside(self) -> bool:
        """Whether the selected entry lies on the Moon, but outside the square."""
        return self._selected is not None and any(m.slug == self._selected for m in self.canvas.data.far)

    def _fold_for_selection(self) -> None:
        """Show the whole Moon while what is selected is to be seen nowhere else."""
        outside = self.selected_outside
        if outside != self._outside:
            self._outside = outside
            self._arrange()

    def show_place(self, p: LatLon, diameter_km: float | None = None) -> None:
        """Go to a position, close enough for a feature of that size, and mark it; off the square say so."""
        if not on_map(p):
            self.message.emit(
                self.tr("{position} lies outside the map, which reaches 610 km round the pole.").format(
                    position=self.canvas.units.position(p)
                )
            )
            return
        mpp = min(self.canvas.view.mpp, _CLOSE_MPP)
        if diameter_km:
            mpp = min(_CLOSE_MPP, diameter_km * 1000.0 / _PLACE_ZOOM)
        self.canvas.fly_to(self.canvas.view.centred(p, mpp))
        self.canvas.set_target(p)

    def follow(self, link: Link) -> None:
        """Show the place, the width and the light of a map link."""
        if link.light is not None:
            self.sunlight.set_time(link.light)
            self.set_layers(self.canvas.layers.with_sunlight())
        if link.lat is None or link.lon is None:
            return
        p = LatLon(link.lat, link.lon)
        if link.width_km is None or not on_map(p):
            self.show_place(p)
            return
        view = self.canvas.view
        self.canvas.fly_to(view.centred(p, link.width_km * 1000.0 / view.width))
        self.canvas.set_target(p)

    @property
    def link(self) -> Link:
        """The link that leads back to this view."""
        return link_to(self.canvas.view, self.sunlight.light)

    def zoom_in(self) -> None:
        """Zoom in round the middle."""
        self.canvas.zoom(1.6)

    def zoom_out(self) -> None:
        """Zoom out round the middle."""
        self.canvas.zoom(1.0 / 1.6)

    def show_whole(self) -> None:
        """Show the whole square."""
        self.canvas.show_whole()

    def show_pole(self) -> None:
        """Show the pole as at the first start."""
        self.canvas.show_start()

    def take_focus(self) -> None:
        self.canvas.setFocus()

    def standing(self) -> object:
        return self.canvas.view

    def go_on_from(self, standing: object) -> None:
        if isinstance(standing, MapView):
            self.canvas.stop_flight()
            self.canvas.set_view(standing.resized(self.canvas.width(), self.canvas.height()))

    def focus_goto(self) -> None:
        """Put the keyboard into the field for a coordinate or a name."""
        self.goto.field.setFocus()
        self.goto.field.selectAll()

    def copy_position(self) -> None:
        """Copy the position in the middle of the map."""
        self._copy(self.canvas.units.position(self.canvas.view.centre, 4))

    def set_layers(self, layers: Layers) -> None:
        """Show other layers."""
        self.layers.set_layers(layers)
        self._on_layers(layers)

    def toggle_sunlight(self) -> None:
        """Let the Sun light the relief, or the map's own light."""
        layers = self.canvas.layers
        self.set_layers(layers.without_sunlight() if layers.sunlit else layers.with_sunlight())

    def set_units(self, units: Units) -> None:
        """Tell positions, heights and distances in other units."""
        self.canvas.set_units(units)
        self.slope.tell()
        self.tools.set_units(units)
        self.locator.globe.set_units(units)
        self._rest.start()

    def export_map(
        self,
        path: Path,
        caption: str = "",
        failed: Callable[[BaseException], object] | None = None,
        done: Callable[[Path], object] | None = None,
    ) -> None:
        """Write what is in view to a PNG, SVG or PDF file on a worker; `message` tells how it went.

        A failure goes to `failed` where that is given; `done` is called with the file once it is written.
        """
        from atlas.services.map.export import MapRequest

        canvas, feet = self.canvas, self.canvas.units.feet
        request = MapRequest(
            canvas.view, canvas.layers, canvas.data, caption, selected=self._selected, feet=feet, over=canvas.over
        )
        self._context.tasks.submit(
            write_lit,
            path,
            request,
            self.sunlight.light,
            self._terrain,
            self._context.ground,
            self.font(),
            done=partial(self._written, done),
            failed=failed or self._failed,
        )

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        if self._turn.isActive():
            self._catch_up()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._arrange()
        self._rest.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._rest.start()

    def _connect(self) -> None:
        self.canvas.entry_activated.connect(self.entry_activated)
        self.canvas.pointer_changed.connect(self.pointer_changed)
        self.canvas.message.connect(self.message)
        self.canvas.menu_wanted.connect(self._open_menu)
        self.canvas.view_changed.connect(self._on_view_changed)
        self.locator.entry_activated.connect(self.entry_activated)
        self.locator.square_activated.connect(self.show_whole)
        self.layers.layers_changed.connect(self._on_layers)
        self.sunlight.message.connect(self.message)
        self.tools.message.connect(self.message)
        self.sunlight.off_wanted.connect(self.toggle_sunlight)
        self.slope.off_wanted.connect(self._on_slope_off)
        self.sunlight.light_changed.connect(self._on_light)
        self.goto.position_wanted.connect(self._on_position_wanted)
        self.goto.message.connect(self.message)
        self.in_view.activated.connect(self._on_row_activated)
        self.zoom_buttons.zoom_in.connect(self.zoom_in)
        self.zoom_buttons.zoom_out.connect(self.zoom_out)
        self.zoom_buttons.whole.connect(self.show_whole)
        for key, panel in self._panels.items():
            panel.folded.connect(partial(self._on_folded, key))

    def _order_tabs(self) -> None:
        order: list[QWidget] = [self.canvas, self.goto.field, self.in_view.heading, self.in_view.list]
        order += [self.locator.heading, self.locator.globe, self.layers.heading]
        for layer in Layer:
            order += [self.layers.check_box(layer), self.layers.slider(layer)]
            order += [self.layers.sunlight] if layer is Layer.RELIEF else []
        order += self.tools.bar.buttons() + self.zoom_buttons.buttons()
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self.setFocusProxy(self.canvas)

    def _restore(self) -> None:
        settings = self._context.settings
        for key in self._panels:
            chosen = {"true": True, "false": False}.get(settings.text(f"{_SETTINGS}/{key}"))
            if chosen is not None:
                self._folds[key] = chosen
        self._fold()
        layers = Layers()
        saved = settings.text(f"{_SETTINGS}/layers")
        if saved:
            layers = Layers.from_text(saved)
        self.layers.set_layers(layers)
        self._put_layers(layers)

    def _remember(self) -> None:
        settings = self._context.settings
        for key, opened in self._folds.items():
            settings.set_flag(f"{_SETTINGS}/{key}", value=opened)
        settings.set_text(f"{_SETTINGS}/layers", self.canvas.layers.to_text())

    def _on_folded(self, key: str, opened: bool) -> None:
        self._folds[key] = opened
        # whoever folds it away has seen it
        self._outside = False
        self._arrange()
        self._remember()
        self._rest.start()

    def _fold(self) -> None:
        """Open and fold the panels as the user chose, else as the width allows."""
        roomy = self.width() >= _ROOMY
        for key, panel in self._panels.items():
            opened = self._folds.get(key, roomy and panel is not self.in_view)
            opened = opened or (self._outside and panel is self.locator)
            if panel.is_open != opened:
                panel.set_open(opened=opened)

    def _on_layers(self, layers: Layers) -> None:
        self._put_layers(layers)
        self._remember()
        self._rest.start()

    def _put_layers(self, layers: Layers) -> None:
        self.canvas.set_layers(layers)
        self.sunlight.switch(on=layers.sunlit)
        self.slope.set_layers(layers)

    def _on_slope_off(self) -> None:
        self.set_layers(self.canvas.layers.with_shown(Layer.SLOPE, shown=False))

    def _on_light(self) -> None:
        self.in_view.list.setAccessibleDescription(self.sunlight.words)

    def _on_view_changed(self) -> None:
        if self.canvas.size() != self._arranged:
            self._arrange()
        self.scale_changed.emit(self.scale_text)
        self._rest.start()

    def _on_position_wanted(self, p: LatLon, name: str) -> None:
        diameter = next((n.place.diameter_km for n in self.canvas.data.names if n.place.name == name), None)
        self.show_place(p, diameter if name else None)
        self.canvas.setFocus()

    def _on_row_activated(self, row: InViewRow) -> None:
        if row.slug is not None:
            self.entry_activated.emit(row.slug)
        elif row.mark is not None:
            self.tools.own.show_mark(row.mark)
            self.tools.own.open(row.mark)
        else:
            self.canvas.fly_to(self.canvas.view.centred(row.position))
            self.canvas.set_target(row.position)

    def _open_menu(self, at: QPoint, screen: QPoint) -> None:
        menu = open_map_menu(self.canvas, at)
        menu.setParent(self, menu.windowFlags())
        menu.add_link(str(self.link))
        menu.copy_wanted.connect(self._copy)
        menu.entry_wanted.connect(self.entry_activated)
        menu.place_wanted.connect(self.show_place)
        menu.horizon_wanted.connect(self.horizon_wanted)
        self.tools.follow(menu)
        menu.popup(screen)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.message.emit(self.tr("Copied {text}").format(text=text))

    def _written(self, then: Callable[[Path], object] | None, path: Path) -> None:
        if then is not None:
            then(path)
        self.message.emit(self.tr("The map is in {path}").format(path=path))

    def _failed(self, problem: BaseException) -> None:
        self.message.emit(str(problem))

    def _position_of(self, slug: str) -> LatLon | None:
        spot = self.canvas.data.by_slug.get(slug)
        if spot is not None:
            return LatLon(spot.marker.lat, spot.marker.lon)
        region = next((r for r in self.canvas.data.regions if r.slug == slug), None)
        return LatLon(region.lat, region.lon) if region is not None else None

    def _show_selection(self) -> None:
        self.canvas.set_selected(self._selected)
        self.locator.set_selected(self._selected)

    def _in_sight(self, p: LatLon) -> bool:
        """Return whether a position is in view and under no panel."""
        at = QPoint(*(round(v) for v in self.canvas.view.to_screen(*project(p))))
        inside = self.canvas.rect().adjusted(24, 24, -24, -24).contains(at)
        return inside and not any(rect.contains(at) for rect in self._panel_rects())

    def _panel_rects(self) -> list[QRect]:
        panels = (self.goto, self.in_view, self.locator, self.layers, self.zoom_buttons)
        return [panel.geometry() for panel in panels if not panel.isHidden()]

    def _terrain_ready(self, _nothing: None) -> None:
        self.terrain_changed()
        for problem in self._terrain.problems:
            self.message.emit(problem)

    def terrain_changed(self) -> None:
        """Draw and read anew: other terrain is in use."""
        self.canvas.terrain_changed()
        self.slope.tell()
        self.tools.terrain_changed()

    def _on_rest(self) -> None:
        if not self._ready_asked and self.isVisible() and not self._context.tasks.closed:
            # after the first frame, which it would hold up
            self._ready_asked = True
            self._context.tasks.submit(self._terrain.load, done=self._terrain_ready, failed=self._failed)
            self.sunlight.wait_for_a_gesture()
        self.in_view.set_rows(self._rows())

    def _rows(self) -> list[InViewRow]:
        canvas = self.canvas
        return rows_in_view(canvas.view, canvas.data, canvas.layers, canvas.units)

    def _arrange(self) -> None:
        self._fold()
        self._arranged = self.canvas.size()
        arrange(self._arranged, self.goto, self.in_view, self.locator, self.layers, self.zoom_buttons)
        self.canvas.set_covered(self._panel_rects())
