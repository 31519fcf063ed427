"""The tools of the map: measuring with its profile, pins, and the user's marks. Their parts are made when wanted."""

from functools import cached_property, partial
from pathlib import Path as File
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlas.domain.coordinates import LatLon, project
from atlas.domain.geodesy import Path
from atlas.services.map.view import on_map
from atlas.services.tasks import CancelToken
from atlas.services.units import Units
from atlas.views.map.canvas import MapCanvas
from atlas.views.map.goto import GoTo
from atlas.views.map.menu import MapMenu
from atlas.views.map.tools_bar import ToolsBar
from atlas.views.map.tools_own import OwnMarks

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.services.measure.profile import Profile
    from atlas.views.map.tools_measure import MeasureTool
    from atlas.views.profile.panel import MeasurePanel
    from atlas.views.save_dialog import FileSaver

_REFRESH_MS: Final = 80
_PATH: Final = "map/measured"
_CLOSED: Final = "map/measured-area"
_OPEN: Final = "map/measuring"
_CHART: Final = "map/measured-profile"


class MapTools(QObject):
    """Which tool is in hand, and what belongs to it."""

    message = Signal(str)
    changed = Signal()
    """Another tool is in hand."""

    def __init__(
        self, context: "AppContext", canvas: MapCanvas, goto: GoTo, column: QVBoxLayout, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._canvas, self._column, self._parent = context, canvas, column, parent
        self._goto = goto
        self.bar = ToolsBar(parent)
        self.own = OwnMarks(context, canvas, parent)
        self.own.message.connect(self.message)
        self.own.measure_wanted.connect(self._on_measure_mark)
        self.panel: MeasurePanel | None = None
        self.measure: MeasureTool | None = None
        self._tool = ""
        self._after_pin = ""
        self._profile: Profile | None = None
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self._sample)
        self.bar.wanted.connect(self.toggle)
        if context.settings.flag(_OPEN):
            self.show_measure(profile=context.settings.flag(_CHART), focus=False)

    @property
    def active(self) -> set[str]:
        """The tools in hand: `measure`, `profile`, `pin`."""
        found = {self._tool} if self._tool else set()
        if self._tool == "measure" and self.panel is not None and self.panel.profile_button.isChecked():
            found.add("profile")
        return found

    @property
    def profile(self) -> "Profile | None":
        """The elevation along the path that is measured, None until it is known."""
        path = self.measure.path if self.measure is not None else None
        return self._profile if self._profile is not None and self._profile.path == path else None

    # tools

    def toggle(self, name: str) -> None:
        """Take a tool in hand, or put it down."""
        if name == "pin":
            self._leave_pin() if self._tool == "pin" else self._take_pin()
        elif name == "profile" and self._tool == "measure" and self.panel is not None:
            self.panel.want_profile(not self.panel.profile_button.isChecked())
        elif name in self.active:
            self.put_down()
        else:
            self.show_measure(profile=name == "profile")
        self._tell()

    def start(self, name: str, p: LatLon) -> None:
        """Begin at a place: `measure`, `profile` or `pin`."""
        if name == "pin":
            self.own.add_pin(p)
            return
        measure = self.show_measure(profile=name == "profile")
        measure.set_path(Path((p,)), drawing=True)

    def show_measure(self, *, profile: bool, focus: bool = True) -> "MeasureTool":
        """Measure, with or without the chart of the elevation; return the tool."""
        measure, panel = self._need_measure()
        self._tool = "measure"
        panel.want_profile(profile)
        panel.show()
        self._canvas.set_tool(measure)
        if focus:
            self._canvas.setFocus()
        self._on_path()
        self._tell()
        return measure

    def put_down(self) -> None:
        """Use no tool; the path that was measured stays for the next time."""
        self._tool = ""
        self._canvas.set_tool(None)
        if self.panel is not None:
            self.panel.hide()
        self._tell()

    def set_units(self, units: Units) -> None:
        """Tell lengths and heights in other units."""
        if self.panel is not None:
            self.panel.set_units(units)
            self._on_path()

    def terrain_changed(self) -> None:
        """Sample anew: other terrain is in use."""
        self._profile = None
        if self._tool == "measure":
            self._on_path()

    def _tell(self) -> None:
        self.bar.show_active(self.active)
        settings = self._context.settings
        settings.set_flag(_OPEN, value=self._tool == "measure")
        settings.set_flag(_CHART, value="profile" in self.active)
        self.changed.emit()

    def _need_measure(self) -> "tuple[MeasureTool, MeasurePanel]":
        if self.measure is None or self.panel is None:
            from atlas.views.map.tools_measure import MeasureTool
            from atlas.views.profile.panel import MeasurePanel

            self.measure, self.panel = MeasureTool(self._canvas), MeasurePanel(self._goto, self._parent)
            self._column.insertWidget(1, self.panel)
            self._connect(self.measure, self.panel)
            self.panel.set_units(self._canvas.units)
            self.measure.start(self._remembered())
        return self.measure, self.panel

    def _connect(self, measure: "MeasureTool", panel: "MeasurePanel") -> None:
        measure.changed.connect(self._on_path)
        measure.left.connect(self.put_down)
        measure.hovered.connect(self._on_hovered)
        measure.message.connect(self.message)
        panel.point_typed.connect(self._on_typed)
        panel.path_changed.connect(measure.set_path)
        panel.close_wanted.connect(self.put_down)
        panel.clear_wanted.connect(measure.clear)
        panel.closed_chosen.connect(measure.set_closed)
        panel.undo_wanted.connect(measure.undo)
        panel.message.connect(self.message)
        panel.copy_wanted.connect(self.copy)
        panel.export_wanted.connect(self.export_profile)
        panel.save_wanted.connect(self.keep)
        panel.profile_toggled.connect(self._tell)
        panel.chart.spot_moved.connect(self._on_spot)

    def _on_typed(self, p: LatLon) -> None:
        if self.measure is not None:
            self.measure.add(p)
            if on_map(p) and not self._canvas.rect().contains(*(round(v) for v in self._pixel(p))):
                self._canvas.fly_to(self._canvas.view.centred(p))

    def _pixel(self, p: LatLon) -> tuple[float, float]:
        return self._canvas.view.to_screen(*project(p))

    def _on_path(self) -> None:
        if self.measure is None or self.panel is None:
            return
        self.panel.show_path(self.measure.path, self.profile, drawing=self.measure.is_drawing)
        self.panel.set_undoable(self.measure.can_undo)
        # not restarted: a point that is dragged about shows its profile meanwhile
        if not self._refresh.isActive():
            self._refresh.start()

    def _sample(self) -> None:
        from atlas.services.measure.profile import sample_profile

        if self.measure is None or self._context.tasks.closed:
            return
        path = self.measure.path
        self._remember(path)
        if path.length_m > 0.0 and self.profile is None:
            self._context.tasks.submit(
                sample_profile, self._context.terrain, path, CancelToken(),
                done=self._sampled, failed=self._failed, key="profile",
            )  # fmt: skip

    def _sampled(self, profile: "Profile") -> None:
        self._profile = profile
        if self.measure is not None and self.panel is not None:
            if profile.path == self.measure.path:
                self.panel.show_path(self.measure.path, profile, drawing=self.measure.is_drawing)
            else:
                self.panel.show_profile(profile, drawing=self.measure.is_drawing)

    def _failed(self, problem: BaseException) -> None:
        self.message.emit(str(problem))

    def _on_hovered(self, distance_m: float | None) -> None:
        """Let the chart follow the pointer on the map."""
        if self.panel is not None and self.measure is not None and self.profile is not None:
            spot = self.panel.chart.mark(distance_m)
            self.measure.set_spot(spot.position if spot is not None else None)

    def _on_spot(self, spot: object) -> None:
        """Let the map follow the pointer on the chart."""
        if self.measure is not None:
            position = getattr(spot, "position", None)
            self.measure.set_spot(position if isinstance(position, LatLon) else None)

    def _remember(self, path: Path) -> None:
        settings = self._context.settings
        settings.set_texts(_PATH, [f"{p.lat!r} {p.lon!r}" for p in path.points])
        settings.set_flag(_CLOSED, value=path.closed)

    def _remembered(self) -> Path:
        points = []
        for line in self._context.settings.texts(_PATH):
            try:
                lat, lon = map(float, line.split())
                points.append(LatLon(lat, lon))
            except ValueError:
                # a settings file that somebody edited is no reason not to measure
                return Path()
        return Path(tuple(points), self._context.settings.flag(_CLOSED))

    def _take_pin(self) -> None:
        from atlas.views.map.tools_pin import PinTool

        self._after_pin = self._tool
        pin = PinTool(self._canvas)
        pin.chosen.connect(self._on_pin)
        pin.left.connect(self._leave_pin)
        self._tool = "pin"
        self._canvas.set_tool(pin)
        self._canvas.setFocus()
        self.message.emit(self.tr("Click where the pin is to stand; Space puts it in the middle, Esc puts none."))

    def _on_pin(self, p: LatLon) -> None:
        self._leave_pin()
        self.own.add_pin(p)

    def _leave_pin(self) -> None:
        """Go on with what was done before the pin."""
        if self._after_pin == "measure" and self.measure is not None:
            self._tool = "measure"
            self._canvas.set_tool(self.measure)
            self._tell()
        else:
            self.put_down()

    def copy(self, form: str) -> None:
        """Copy what is measured: `text`, `csv` or `geojson`."""
        from atlas.services.measure.copies import path_csv, path_geojson, path_text

        if self.measure is None or not self.measure.path.points:
            return
        path, profile = self.measure.path, self.profile
        if form == "csv":
            text = path_csv(path, profile)
        elif form == "geojson":
            text = path_geojson(path)
        else:
            text = path_text(path, profile, self._canvas.units)
        QGuiApplication.clipboard().setText(text)
        self.message.emit(self.tr("Copied the measurement."))

    @cached_property
    def saver(self) -> "FileSaver":
        """What asks for a file and has it written."""
        from atlas.views.save_dialog import FileSaver

        saver = FileSaver(self._context, self._parent)
        saver.message.connect(self.message)
        return saver

    def export_profile(self) -> None:
        """Write the profile to a file that the user chooses."""
        profile = self.profile
        if profile is None or not profile.has_heights or self.panel is None:
            self.message.emit(self.tr("Measure a path over the terrain first: there is no profile to export yet."))
            return
        begin, end = self.panel.chart.window_m
        filters = {
            ".png": self.tr("Picture (PNG) (*.png)"),
            ".svg": self.tr("Drawing to enlarge (SVG) (*.svg)"),
            ".csv": self.tr("Table for spreadsheets (CSV) (*.csv)"),
        }
        request = (profile, begin, end, self._canvas.units, self._parent.font())
        self.saver.ask(self.tr("Export the profile"), "profile", filters, partial(_write_profile, *request))

    def keep(self) -> None:
        """Keep what is measured among the marks."""
        if self.measure is not None:
            self.own.keep(self.measure.path)

    def _on_measure_mark(self, path: Path) -> None:
        self.show_measure(profile=True).set_path(path, drawing=len(path.points) < 2)

    def follow(self, menu: MapMenu) -> None:
        """Do what is chosen in a context menu."""
        menu.tool_wanted.connect(self.start)
        menu.mark_wanted.connect(self.own.open)


def _write_profile(profile: "Profile", begin: float, end: float, units: Units, font: QFont, target: File) -> None:
    from atlas.services.measure.export import ProfileRequest, write_profile

    write_profile(target, ProfileRequest(profile, begin, end, "", units), font)
