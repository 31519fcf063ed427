"""The points of a measured path as a table: the map's twin for those who can't see it or use a mouse."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from atlas.domain.geodesy import Path, rise_deg
from atlas.services.measure.profile import Profile
from atlas.services.measure.words import NOTHING, azimuth_text, length_text, rise_text, slope_text
from atlas.services.units import METRIC, Units
from atlas.views.map.goto import GoTo
from atlas.views.theme import theme_manager
from atlas.views.themed import follow_theme

_POSITION: Final = 1
_PLACES: Final = 4


class PointsTable(QTreeWidget):
    """A row a point, with the leg that begins there. F2 types another position, Delete takes the point away."""

    path_changed = Signal(object)
    """The path as it was edited here."""
    message = Signal(str)

    def __init__(self, goto: GoTo, parent: QWidget | None = None) -> None:
        """Read what is typed as the map's own field for places reads it."""
        super().__init__(parent)
        self._resolve = goto.resolve
        self._path = Path()
        self._units = METRIC
        self._fitted: tuple[int, bool, bool, Units] = (0, False, False, METRIC)
        self.setAccessibleName(self.tr("Points of the path"))
        self.setAccessibleDescription(self.tr("F2 types another position for a point, Delete takes it away."))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHeaderLabels(
            [
                self.tr("#"),
                self.tr("Position"),
                self.tr("Height"),
                self.tr("Leg"),
                self.tr("Ground"),
                self.tr("Azimuth"),
                self.tr("Rise"),
                self.tr("Slope"),
            ]
        )
        for column in range(2, self.columnCount()):
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.headerItem().setToolTip(3, self.tr("To the next point: great circle on the sphere of 1737.4 km"))
        self.headerItem().setToolTip(4, self.tr("To the next point over the terrain, sample by sample"))
        self.headerItem().setToolTip(5, self.tr("Direction at the start of the leg, clockwise from north"))
        self.headerItem().setToolTip(7, self.tr("Of the straight line between the two points"))
        header = self.header()
        # fitted when other rows or heights came, not at every step of a point that is dragged
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        self.itemChanged.connect(self._on_changed)
        follow_theme(self._dress)

    def show_path(self, path: Path, profile: Profile | None, units: Units) -> None:
        """Show a path; heights stand there where the profile is the path's own."""
        self._path, self._units = path, units
        fitted, self._fitted = self._fitted, (len(path.points), path.closed, profile is not None, units)
        chosen = self.currentItem()
        current = self.indexOfTopLevelItem(chosen) if chosen is not None else -1
        with QSignalBlocker(self):
            while self.topLevelItemCount() > len(path.points):
                self.takeTopLevelItem(self.topLevelItemCount() - 1)
            for k in range(len(path.points)):
                item = self.topLevelItem(k)
                if item is None:
                    item = self._new_item()
                self._fill(item, k, profile)
        item = self.topLevelItem(min(current, self.topLevelItemCount() - 1))
        if current >= 0 and item is not None:
            self.setCurrentItem(item)

        # while heights are on their way the old widths serve
        if fitted != self._fitted and (profile is not None or not any(fitted[:1])):
            for column in range(self.columnCount()):
                self.resizeColumnToContents(column)
        elif fitted[0] != self._fitted[0]:
            self.resizeColumnToContents(_POSITION)

    def _new_item(self) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        for column in range(_POSITION + 1, self.columnCount()):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _fill(self, item: QTreeWidgetItem, k: int, profile: Profile | None) -> None:
        path, units = self._path, self._units
        cells = [str(k + 1), units.position(path.points[k], _PLACES)]
        height = profile.point_height_m(k) if profile is not None else None
        cells.append(NOTHING if height is None else units.height(height))
        if k < len(path.legs):
            leg = path.legs[k]
            ground = profile.leg_ground_m(k) if profile is not None else None
            after = profile.point_height_m(k + 1) if profile is not None else None
            rise = after - height if after is not None and height is not None else None
            cells += [
                length_text(leg.distance_m, units),
                NOTHING if ground is None else length_text(ground, units),
                azimuth_text(leg.azimuth),
                NOTHING if rise is None else rise_text(rise, units),
                NOTHING if rise is None else slope_text(rise_deg(rise, leg.distance_m)),
            ]
        for column in range(self.columnCount()):
            text = cells[column] if column < len(cells) else ""
            if item.text(column) != text:
                item.setText(column, text)
        head = self.headerItem()
        spoken = [f"{head.text(c)} {text}" for c, text in enumerate(cells) if text and text != NOTHING]
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex | QPersistentModelIndex,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: object = None,
    ) -> bool:
        """Edit the position, whichever cell was meant."""
        if index.isValid() and index.column() != _POSITION:
            index = index.sibling(index.row(), _POSITION)
        return bool(super().edit(index, trigger, event))  # type: ignore[call-overload]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and item is not None:
            self.path_changed.emit(self._path.without(self.indexOfTopLevelItem(item)))
        elif event.key() == Qt.Key.Key_F2 and item is not None:
            self.editItem(item, _POSITION)
        else:
            super().keyPressEvent(event)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        number = self.indexOfTopLevelItem(item)
        if column != _POSITION or not 0 <= number < len(self._path.points):
            return
        before, typed = self._path.points[number], item.text(_POSITION)
        if typed == self._units.position(before, _PLACES):
            return
        try:
            _, p = self._resolve(typed.strip())
        except ValueError as problem:
            self.message.emit(str(problem))
            p = before
        if p.lat >= 90.0:
            p = before
        with QSignalBlocker(self):
            item.setText(_POSITION, self._units.position(p, _PLACES))
        if p != before:
            self.path_changed.emit(self._path.moved(number, p))

    def _dress(self) -> None:
        manager = theme_manager()
        if manager is not None:
            small = manager.type_scale.small
            self.setStyleSheet(
                f"QTreeWidget {{ font-size: {small}px; }} QTreeWidget::item {{ padding: 3px 4px; }}"
                f"QHeaderView::section {{ font-size: {small}px; padding: 3px 4px; }}"
            )
