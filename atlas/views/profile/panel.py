"""The panel below the map while something is measured: totals, the points, the profile, and what to do with them."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.geodesy import Path
from atlas.services.measure.copies import total_text
from atlas.services.measure.export import source_text
from atlas.services.measure.profile import Profile
from atlas.services.units import METRIC, Units
from atlas.views.map.goto import GoTo
from atlas.views.profile.chart import ProfileChart
from atlas.views.profile.points import PointsTable
from atlas.views.theme import UNIT, current_theme
from atlas.views.themed import dress, follow_theme, label, tool_button

_HEIGHT: Final = 236
_NARROW_HEIGHT: Final = 276
"""Where the totals have a line or two of their own."""
_WIDE: Final = 860
"""From this width on the table and the profile stand side by side."""
_SHARES: Final = (600, 400)
"""Widths of the table and the chart to begin with; both grow alike."""


class MeasurePanel(QWidget):
    """Table and chart of one path; signals say what the user wants."""

    point_typed = Signal(object)
    """A `LatLon` that was typed in."""
    path_changed = Signal(object)
    close_wanted = Signal()
    clear_wanted = Signal()
    closed_chosen = Signal(bool)
    """Close the path to an area, or open it."""
    copy_wanted = Signal(str)
    """`text`, `csv` or `geojson`."""
    save_wanted = Signal()
    export_wanted = Signal()
    undo_wanted = Signal()
    profile_toggled = Signal(bool)
    message = Signal(str)

    def __init__(self, goto: GoTo, parent: QWidget | None = None) -> None:
        """Read typed points as the map's own field for places reads them."""
        super().__init__(parent)
        self._units = METRIC
        self._resolve = goto.resolve
        self._path = Path()
        self._wants_profile = True
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(self.tr("Measure"))
        self.total = QLabel(self)
        self.total.setTextFormat(Qt.TextFormat.PlainText)
        self.total.setProperty("role", "strong")
        self.total.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.total.setWordWrap(True)
        self.total.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = PointsTable(goto, self)
        self.chart = ProfileChart(self)
        self.field = QLineEdit(self)
        self._names = goto.completer(self.field)
        self.field.setCompleter(self._names)
        self.source = label("", "faint", self)
        self.source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._make_buttons()
        self._build()
        self._connect()
        follow_theme(self._dress)
        self.show_path(Path(), None, drawing=True)

    def _make_buttons(self) -> None:
        self.profile_button = tool_button("profile", self.tr("Show the elevation profile"), self)
        self.profile_button.setCheckable(True)
        self.profile_button.setChecked(True)
        self.area_button = tool_button("area", self.tr("Close the path to an area"), self)
        self.area_button.setCheckable(True)
        self.undo_button = tool_button("undo", self.tr("Undo the last step (Ctrl+Z on the map)"), self)
        self.clear_button = tool_button("trash", self.tr("Begin anew"), self)
        self.copy_button = tool_button("copy", self.tr("Copy the measurement"), self)
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.save_button = tool_button("pin", self.tr("Keep among my marks"), self)
        self.export_button = tool_button("export", self.tr("Export the profile …"), self)
        self.close_button = tool_button("close", self.tr("End measuring (Esc)"), self)
        menu = QMenu(self.copy_button)
        for name, title in (
            ("text", self.tr("As text")),
            ("csv", self.tr("As a table (CSV)")),
            ("geojson", self.tr("As GeoJSON (Moon)")),
        ):
            menu.addAction(title).setObjectName(name)
        menu.triggered.connect(self._on_copy)
        self.copy_button.setMenu(menu)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons from the left."""
        first = [self.profile_button, self.area_button, self.undo_button, self.clear_button]
        return [*first, self.copy_button, self.save_button, self.export_button, self.close_button]

    def _build(self) -> None:
        self.field.setPlaceholderText(self.tr("Add a point: 89.67S 129.78E, or a name"))
        self.field.setAccessibleName(self.tr("Position or name of the next point"))
        self.field.setClearButtonEnabled(True)
        row = QHBoxLayout()
        row.setSpacing(UNIT // 2)
        row.addStretch(1)
        for button in self.buttons():
            row.addWidget(button)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(UNIT // 2)
        head.addWidget(self.total, 1)
        head.addLayout(row)
        left = QWidget(self)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(UNIT // 2)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.field)
        right = QWidget(self)
        below = QVBoxLayout(right)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.chart, 1)
        below.addWidget(self.source)
        self._left, self._right = left, right
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setAccessibleName(self.tr("Points and profile"))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(UNIT)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(_SHARES))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, UNIT // 2, 12, UNIT // 2)
        column.setSpacing(UNIT // 2)
        column.addLayout(head)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.field.returnPressed.connect(self._on_typed)
        # queued: the name that was chosen is in the field by then, and the names are gone
        self._names.activated.connect(self._on_typed, Qt.ConnectionType.QueuedConnection)
        self.table.path_changed.connect(self.path_changed)
        self.table.message.connect(self.message)
        self.profile_button.toggled.connect(self._on_profile)
        self.area_button.clicked.connect(self.closed_chosen)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.clear_button.clicked.connect(self.clear_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def set_units(self, units: Units) -> None:
        """Tell lengths and heights in other units."""
        self._units = units
        self.chart.set_units(units)

    def set_undoable(self, undoable: bool) -> None:
        """Say whether there is a step to take back."""
        self.undo_button.setEnabled(undoable)

    def show_path(self, path: Path, profile: Profile | None, *, drawing: bool) -> None:
        """Show a path, with the profile that belongs to it as soon as there is one."""
        self._path = path
        own = profile if profile is not None and profile.path == path else None
        self.table.show_path(path, own, self._units)
        words = total_text(path, own, self._units) if len(path.points) > 1 else self.tr("Measure")
        self.total.setText(words)
        self.total.setToolTip(words)
        if own is not None or len(path.points) < 2:
            self.show_profile(own, drawing=drawing)
        self.area_button.setEnabled(len(path.points) >= 3)
        self.area_button.setChecked(path.is_area)
        self.clear_button.setEnabled(bool(path.points))
        self.copy_button.setEnabled(bool(path.points))
        self.save_button.setEnabled(bool(path.points))
        self.export_button.setEnabled(own is not None and own.has_heights)

    def show_profile(self, profile: Profile | None, *, drawing: bool) -> None:
        """Show the elevation along the path."""
        if profile is not None and profile.has_heights:
            self.chart.set_profile(profile)
            self.source.setText(source_text(profile, self._units))
            self.source.setToolTip(source_text(profile, self._units))
            return
        self.source.clear()
        if profile is not None:
            self.chart.set_profile(None, self.tr("There is no terrain under this path: it lies outside the map."))
        elif drawing:
            self.chart.set_profile(
                None,
                self.tr(
                    "Click points on the map; double-click or Enter ends, Backspace takes the last one away. "
                    "A point can be dragged; a click on the first closes an area."
                ),
            )
        else:
            self.chart.set_profile(None, self.tr("Two points make a profile."))

    def want_profile(self, wanted: bool) -> None:
        """Show or hide the chart."""
        self.profile_button.setChecked(wanted)

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(600, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.surface)
        painter.setPen(theme.line)
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Where there is no room for both, the chart takes the table's place."""
        wide, chart = self.width() >= _WIDE, self.profile_button.isChecked()
        # the buttons come first where the totals need a line of their own
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.BottomToTop
        if self._head.direction() is not direction:
            self._head.setDirection(direction)
            self.setFixedHeight(_HEIGHT if wide else _NARROW_HEIGHT)
        self._right.setVisible(chart)
        self._left.setVisible(wide or not chart)

    def _on_profile(self, shown: bool) -> None:
        self._arrange()
        self.profile_toggled.emit(shown)

    def _on_typed(self) -> None:
        text = self.field.text().strip()
        offered = self._names.popup()
        assert offered is not None
        # Enter on a name reaches the field first, then chooses the name, which leads here again
        if not text or (offered.isVisible() and offered.currentIndex().isValid()):
            return
        try:
            _, p = self._resolve(text)
        except ValueError as problem:
            self.message.emit(str(problem))
            self.field.selectAll()
            return
        self.field.clear()
        self.point_typed.emit(p)

    def _on_copy(self, action: object) -> None:
        name = getattr(action, "objectName", str)()
        self.copy_wanted.emit(name)

    def _dress(self) -> None:
        for button in self.buttons():
            dress(button)
        self.update()
