"""The bottom line: what lies under the pointer, the map's scale and terrain, and how fresh the catalogue is."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from atlas.services.card.format import format_day_short
from atlas.services.units import METRIC, Units
from atlas.views.map.readout import PointerReading


class StatusBar(QStatusBar):
    """Fields that the map fills, and short messages over them."""

    def __init__(self, catalogue_date: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._units = METRIC
        self._position = self._field(self.tr("Position under the pointer"))
        self._elevation = self._field(self.tr("Elevation"))
        self._slope = self._field(self.tr("Slope"))
        self._light = self._field(self.tr("Sun at the pointer"))
        self._light.hide()
        self._scale = self._field(self.tr("Scale of the map"))
        self._terrain = QLabel(self)
        self._terrain.setAccessibleName(self.tr("Terrain"))
        self.addPermanentWidget(self._terrain)
        offline = QLabel(self.tr("offline · catalogue of {day}").format(day=format_day_short(catalogue_date)), self)
        offline.setAccessibleName(offline.text())
        self.addPermanentWidget(offline)
        self.show_pointer("", "", "")
        self.show_scale("")
        self.show_terrain("")

    def _field(self, name: str) -> QLabel:
        field = QLabel(self)
        field.setAccessibleName(name)
        self.addWidget(field)
        return field

    def set_units(self, units: Units) -> None:
        """Tell positions and heights in other units."""
        self._units = units

    @Slot(object)
    def show_reading(self, reading: PointerReading | None) -> None:
        """Show what lies under the pointer, None where it is off the map."""
        if reading is None:
            self.show_pointer("", "", "")
        else:
            units = self._units
            slope = reading.slope_text(units)
            self.show_pointer(reading.position_text(2, units), reading.elevation_text(units), slope)
            if reading.terrain:
                self.show_terrain(reading.terrain)

    def show_pointer(self, position: str, elevation: str, slope: str) -> None:
        """Show what lies under the pointer; empty texts where it is off the map."""
        for field, text in ((self._position, position), (self._elevation, elevation), (self._slope, slope)):
            field.setText(text)
            self._show_field(field, text)

    @Slot(str, str)
    def show_light(self, text: str, tip: str) -> None:
        """Show what the point under the pointer sees of the Sun; empty texts where there is nothing to say."""
        self._light.setText(text)
        self._light.setToolTip(tip)
        self._light.setAccessibleDescription(tip)
        self._show_field(self._light, text)

    def show_scale(self, scale: str) -> None:
        """Show the map's scale."""
        self._scale.setText(scale)
        self._show_field(self._scale, scale)

    def _show_field(self, field: QLabel, text: str) -> None:
        # while a message is shown it has their place; Qt shows them all again after it
        field.setVisible(bool(text) and not self.currentMessage())

    def show_terrain(self, name: str) -> None:
        """Show what the map's heights come from."""
        self._terrain.setText(name)
        self._terrain.setVisible(bool(name))

    def say(self, text: str) -> None:
        """Show a short message for a few seconds."""
        self.showMessage(text, 4000)
