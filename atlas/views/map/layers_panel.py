"""The panel that shows and hides layers and sets how strong they are."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from atlas.services.map.layers import Layer, Layers
from atlas.views.check_box import CheckBox
from atlas.views.map.overlay import Panel
from atlas.views.theme import UNIT
from atlas.views.themed import label

_ORDER: Final = (
    Layer.RELIEF,
    Layer.IMAGERY,
    Layer.SLOPE,
    Layer.SHADOW,
    Layer.NAMES,
    Layer.SITES,
    Layer.REGIONS,
    Layer.GRID,
    Layer.PINS,
)


class LayersPanel(Panel):
    """One row a layer: shown or not, opacity, and the opacity as a number."""

    layers_changed = Signal(object)
    """The user chose other `Layers`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers = Layers()
        self._rows: dict[Layer, tuple[CheckBox, QSlider, QLabel]] = {}
        self.set_title(self.tr("Layers"))
        grid = QGridLayout(self.body)
        grid.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        grid.setHorizontalSpacing(UNIT)
        grid.setVerticalSpacing(UNIT // 4)
        grid.setColumnStretch(0, 1)
        for row, layer in enumerate(_ORDER):
            self._add_row(grid, row if layer is Layer.RELIEF else row + 1, layer)
        self.sunlight = self._make_sunlight()
        grid.addWidget(self.sunlight, 1, 0, 1, 3)
        self.check_box(Layer.SITES).setToolTip(
            self.tr(
                "● succeeded   ▲ partly   ✕ failed   ✦ impact as meant\n"
                "○ planned   ◷ overdue   ◐ under way   ‖ paused   ◇ cancelled"
            )
        )
        self.check_box(Layer.SLOPE).setToolTip(
            self.tr(
                "How steep the ground is, in classes of five degrees, over a cell of the finest terrain at each place: "
                "steep slopes smaller than that do not show."
            )
        )
        self.check_box(Layer.SHADOW).setToolTip(
            self.tr(
                "Ground that no part of the Sun reaches from 1959 to 2060, in violet, on the atlas's own terrain: "
                "shadows smaller than its 1.6 km cells are not in it."
            )
        )
        self._show()

    def set_layers(self, layers: Layers) -> None:
        """Show which layers are on."""
        self._layers = layers
        self._show()

    def check_box(self, layer: Layer) -> CheckBox:
        """Return the check box of a layer."""
        return self._rows[layer][0]

    def slider(self, layer: Layer) -> QSlider:
        """Return the slider of a layer."""
        return self._rows[layer][1]

    def _make_sunlight(self) -> CheckBox:
        title = self.tr("Sunlight")
        box = CheckBox(title, self.body)
        box.setAccessibleName(self.tr("Show layer {name}").format(name=title))
        box.setToolTip(self.tr("The relief under the real Sun of a moment, with its shadows (Ctrl+L)"))
        box.toggled.connect(self._on_sunlight)
        return box

    def _on_sunlight(self, shown: bool) -> None:
        self._choose(self._layers.with_sunlight() if shown else self._layers.without_sunlight())

    def _add_row(self, grid: QGridLayout, row: int, layer: Layer) -> None:
        title = self._title(layer)
        box = CheckBox(title, self.body)
        box.setAccessibleName(self.tr("Show layer {name}").format(name=title))
        slider = QSlider(Qt.Orientation.Horizontal, self.body)
        slider.setRange(10, 100)
        slider.setPageStep(10)
        slider.setFixedWidth(72)
        slider.setAccessibleName(self.tr("Opacity of layer {name}").format(name=title))
        percent = label("", "faint", self.body)
        percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        percent.setMinimumWidth(percent.fontMetrics().horizontalAdvance("100 %"))
        grid.addWidget(box, row, 0)
        grid.addWidget(slider, row, 1)
        grid.addWidget(percent, row, 2)
        self._rows[layer] = (box, slider, percent)
        box.toggled.connect(partial(self._on_toggled, layer))
        slider.valueChanged.connect(partial(self._on_slid, layer))

    def _title(self, layer: Layer) -> str:
        return {
            Layer.RELIEF: self.tr("Relief"),
            Layer.IMAGERY: self.tr("Imagery"),
            Layer.SLOPE: self.tr("Slope"),
            Layer.SHADOW: self.tr("Permanent shadow"),
            Layer.NAMES: self.tr("Names"),
            Layer.SITES: self.tr("Landing sites"),
            Layer.REGIONS: self.tr("Candidate regions"),
            Layer.GRID: self.tr("Grid"),
            Layer.PINS: self.tr("My marks"),
        }[layer]

    def _on_toggled(self, layer: Layer, shown: bool) -> None:
        self._choose(self._layers.with_shown(layer, shown=shown))

    def _on_slid(self, layer: Layer, percent: int) -> None:
        self._choose(self._layers.with_opacity(layer, percent / 100.0))

    def _choose(self, layers: Layers) -> None:
        self._layers = layers
        self._show()
        self.layers_changed.emit(layers)

    def _show(self) -> None:
        with QSignalBlocker(self.sunlight):
            self.sunlight.setChecked(self._layers.sunlit)
        for layer, (box, slider, percent) in self._rows.items():
            shown, value = layer in self._layers.shown, round(self._layers.opacity[layer] * 100)
            with QSignalBlocker(box), QSignalBlocker(slider):
                box.setChecked(shown)
                slider.setValue(value)
            slider.setEnabled(shown)
            percent.setText(self.tr("{percent} %").format(percent=value))
            percent.setEnabled(shown)
