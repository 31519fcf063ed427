"""The list of imported terrain: what each is, whether it is used, and how to be rid of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from atlas.services.terrain.desk import records, switch, take_away
from atlas.services.terrain.files import TerrainError
from atlas.services.terrain.record import resolution_text
from atlas.services.units import load_units
from atlas.views.empty_state import EmptyState
from atlas.views.theme import UNIT
from atlas.views.themed import label

if TYPE_CHECKING:
    from atlas.context import AppContext
    from atlas.services.terrain import Terrain
    from atlas.services.terrain.record import TerrainRecord

_PATH: Final = Qt.ItemDataRole.UserRole


class TerrainsDialog(QDialog):
    """Switches imported terrain on and off, shows it on the map, removes it."""

    import_wanted = Signal()
    place_wanted = Signal(object)
    """The map is to show a `TerrainRecord`."""
    changed = Signal()
    """Other terrain is in use."""

    def __init__(self, context: "AppContext", parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._records: dict[Path, TerrainRecord] = {}
        self._filling = False
        self._revision = context.terrain.revision
        self.setObjectName("myTerrains")
        self.setWindowTitle(self.tr("My terrains"))
        self.tree = self._tree()
        self._empty = EmptyState("layers", self)
        self._empty.say(
            self.tr("No terrain of your own yet"),
            self.tr(
                "Import heights finer than the atlas's own, such as the polar products of LOLA, as GeoTIFF, PDS, ISIS "
                "cube or JPEG 2000; or drop a file on the map."
            ),
            self.tr("Import terrain…"),
        )
        self._empty.acted.connect(self.import_wanted)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self._empty)
        self._details = label("", "muted", self)
        self._details.setWordWrap(True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._pages, 1)
        column.addWidget(self._details)
        column.addLayout(self._buttons())
        self.resize(100 * UNIT, 52 * UNIT)
        self._show_chosen()

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName(self.tr("Imported terrains"))
        tree.setAccessibleDescription(self.tr("The space bar switches a terrain on or off."))
        tree.setHeaderLabels(
            [self.tr("In use"), self.tr("Cells"), self.tr("Lowest"), self.tr("Highest"), self.tr("On the disk")]
        )
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column in range(1, tree.columnCount()):
            tree.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.itemChanged.connect(self._on_checked)
        tree.currentItemChanged.connect(self._show_chosen)
        return tree

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self.import_button = self._button(self.tr("Import terrain…"), self.import_wanted.emit)
        self.show_button = self._button(self.tr("Show on the map"), self._on_show)
        self.remove_button = self._button(self.tr("Remove…"), self._on_remove)
        close = self._button(self.tr("Close"), self.accept)
        for button in (self.import_button, self.show_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def refresh(self) -> None:
        """Look at the folder again, on a worker."""
        self._context.tasks.submit(records, self._context.terrain, done=self._fill, key="terrain-list")

    def _fill(self, found: "dict[Path, TerrainRecord]") -> None:
        chosen = self.chosen()
        if self._revision != self._context.terrain.revision:
            self._revision = self._context.terrain.revision
            self.changed.emit()
        self._records = found
        self._filling = True
        self.tree.clear()
        for path, record in found.items():
            item = self._item(path, record)
            self.tree.addTopLevelItem(item)
            if path == chosen or chosen is None:
                self.tree.setCurrentItem(item)
                chosen = path
        first = self.tree.topLevelItem(0)
        if self.tree.currentItem() is None and first is not None:
            self.tree.setCurrentItem(first)
        self._filling = False
        self._pages.setCurrentWidget(self.tree if found else self._empty)
        self.import_button.setVisible(bool(found))
        self._show_chosen()

    def _item(self, path: Path, record: "TerrainRecord") -> QTreeWidgetItem:
        units = load_units(self._context.settings)
        item = QTreeWidgetItem(
            [
                record.name,
                resolution_text(record.cell_m),
                units.height(record.min_m),
                units.height(record.max_m),
                QLocale().formattedDataSize(record.size, 0),
            ]
        )
        item.setData(0, _PATH, str(path))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if record.enabled else Qt.CheckState.Unchecked)
        for column in range(1, 5):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def chosen(self) -> Path | None:
        """Return the tiles of the terrain that is selected."""
        item = self.tree.currentItem()
        return Path(item.data(0, _PATH)) if item is not None else None

    def _record(self) -> "TerrainRecord | None":
        path = self.chosen()
        return self._records.get(path) if path is not None else None

    @Slot()
    def _show_chosen(self) -> None:
        record = self._record()
        self.show_button.setEnabled(record is not None and record.on_map)
        self.remove_button.setEnabled(record is not None)
        for button in (self.show_button, self.remove_button):
            button.setVisible(bool(self._records))
        self._details.setVisible(record is not None)
        if record is not None:
            self._details.setText(self._told(record))

    def _told(self, record: "TerrainRecord") -> str:
        day = QDate.fromString(record.imported[:10], Qt.DateFormat.ISODate)
        lines = [
            self.tr("Imported on {day} from {source}").format(
                day=QLocale().toString(day, QLocale.FormatType.LongFormat), source=record.source
            ),
            self.tr("{crs}, resampled to the map's projection").format(crs=record.original_crs)
            if record.resampled
            else self.tr("{crs}, kept on its own grid").format(crs=record.original_crs),
        ]
        if record.credit:
            lines.append(self.tr("Credit: {credit}").format(credit=record.credit))
        if not record.on_map:
            lines.append(self.tr("It lies outside the map."))
        elif not record.finer:
            lines.append(self.tr("It is no finer than the terrain of the atlas, which is used in its place."))
        return "\n".join(lines)

    @Slot(QTreeWidgetItem, int)
    def _on_checked(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column != 0:
            return
        enabled = item.checkState(0) is Qt.CheckState.Checked
        self._context.tasks.submit(
            _switch,
            self._context.terrain,
            Path(item.data(0, _PATH)),
            enabled,
            done=self._on_changed,
            failed=self._on_failed,
        )

    @Slot()
    def _on_show(self) -> None:
        record = self._record()
        if record is not None:
            self.accept()
            self.place_wanted.emit(record)

    @Slot()
    def _on_remove(self) -> None:
        record = self._record()
        if record is None:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("My terrains"))
        box.setText(self.tr("Remove {name}?").format(name=record.name))
        box.setInformativeText(
            self.tr("What was imported is deleted. The file it came from is not touched: {source}").format(
                source=record.source
            )
        )
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        remove.setObjectName("remove")
        remove.clicked.connect(self.remove_chosen)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.finished.connect(box.deleteLater)
        box.open()

    @Slot()
    def remove_chosen(self) -> None:
        """Remove the terrain that is selected."""
        path = self.chosen()
        if path is not None:
            self._context.tasks.submit(
                take_away, self._context.terrain, path, done=self._on_changed, failed=self._on_failed
            )

    def _on_changed(self, _nothing: None) -> None:
        self.refresh()

    def _on_failed(self, error: BaseException) -> None:
        self.refresh()
        if not isinstance(error, TerrainError | OSError):
            self._context.tasks.error.emit(error)
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("My terrains"))
        box.setText(self.tr("That could not be done; nothing was lost."))
        box.setInformativeText(str(error))
        box.addButton(QMessageBox.StandardButton.Close)
        box.finished.connect(box.deleteLater)
        box.open()


def _switch(terrain: "Terrain", path: Path, enabled: bool) -> None:
    switch(terrain, path, enabled=enabled)
