"""The layers of the map, bottom first, and how strongly each is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType


class Layer(StrEnum):
    """The words of the command line's `--layers`."""

    RELIEF = "relief"
    IMAGERY = "imagery"
    SLOPE = "slope"
    """How steep the ground is, in classes."""
    SHADOW = "shadow"
    """Ground that is never lit."""
    GRID = "grid"
    REGIONS = "regions"
    NAMES = "names"
    SITES = "sites"
    PINS = "pins"
    """What the user put on the map: pins, paths and areas."""


SUNLIGHT = "sunlight"
"""The word of `--layers` for relief under the Sun of a moment: no layer of its own, but another light on the relief."""
GROUND = frozenset({Layer.RELIEF, Layer.IMAGERY, Layer.SLOPE, Layer.SHADOW})
_DEFAULT: Mapping[Layer, float] = {
    Layer.RELIEF: 1.0,
    Layer.IMAGERY: 0.6,
    Layer.SLOPE: 0.6,
    Layer.SHADOW: 0.7,
    Layer.GRID: 1.0,
    Layer.REGIONS: 1.0,
    Layer.NAMES: 1.0,
    Layer.SITES: 1.0,
    Layer.PINS: 1.0,
}


def _defaults() -> Mapping[Layer, float]:
    return MappingProxyType(dict(_DEFAULT))


@dataclass(frozen=True)
class Layers:
    """Which layers are shown, and the opacity (0–1) of each, shown or not."""

    shown: frozenset[Layer] = frozenset({Layer.RELIEF, Layer.GRID, Layer.NAMES, Layer.SITES, Layer.PINS})
    opacity: Mapping[Layer, float] = field(default_factory=_defaults)
    sunlit: bool = False
    """Whether the Sun of a moment lights the relief in the place of the map's own light."""

    def strength(self, layer: Layer) -> float:
        """Return the opacity with which a layer is to be drawn: 0 if it is not shown."""
        return self.opacity[layer] if layer in self.shown else 0.0

    def with_shown(self, layer: Layer, *, shown: bool) -> "Layers":
        """Return the layers with one shown or hidden; without relief there is nothing for the Sun to light."""
        sunlit = self.sunlit and (shown or layer is not Layer.RELIEF)
        return replace(self, shown=self.shown | {layer} if shown else self.shown - {layer}, sunlit=sunlit)

    def with_opacity(self, layer: Layer, opacity: float) -> "Layers":
        """Return the layers with another opacity of one."""
        clipped = min(1.0, max(0.0, opacity))
        return replace(self, opacity=MappingProxyType({**self.opacity, layer: clipped}))

    def with_sunlight(self) -> "Layers":
        """Return the layers with the relief shown, lit by the Sun."""
        return replace(self, shown=self.shown | {Layer.RELIEF}, sunlit=True)

    def without_sunlight(self) -> "Layers":
        """Return the layers with the map's own light on the relief."""
        return replace(self, sunlit=False)

    def same_ground(self, other: "Layers") -> bool:
        """Return whether the ground looks the same under both."""
        return self.sunlit == other.sunlit and all(self.strength(layer) == other.strength(layer) for layer in GROUND)

    @staticmethod
    def named(text: str) -> "Layers":
        """Return the layers of a comma-separated list; raises ValueError for an unknown word.

        Imagery alone is drawn at full strength; `sunlight` stands for relief lit by the Sun.
        """
        words = [word.strip().casefold() for word in text.split(",") if word.strip()]
        unknown = [word for word in words if word not in {*Layer, SUNLIGHT}]
        if unknown or not words:
            what = f"there is no layer {unknown[0]!r}" if unknown else "no layer is named"
            raise ValueError(f"{what}; layers are {', '.join([*Layer, SUNLIGHT])}")
        layers = Layers(frozenset(Layer(word) for word in words if word != SUNLIGHT))
        if SUNLIGHT in words:
            return layers.with_sunlight()
        return layers if Layer.RELIEF in layers.shown else layers.with_opacity(Layer.IMAGERY, 1.0)

    def to_text(self) -> str:
        """Return a line from which `from_text` makes the same layers."""
        words = [f"{layer}{'' if layer in self.shown else '-'}={round(self.opacity[layer] * 100)}" for layer in Layer]
        return ",".join([*words, SUNLIGHT] if self.sunlit else words)

    @staticmethod
    def from_text(text: str) -> "Layers":
        """Read what `to_text` wrote; what can't be read stays as by default."""
        layers = Layers()
        for part in text.split(","):
            name, _, percent = part.partition("=")
            word = name.removesuffix("-")
            if word in set(Layer) and percent.isdecimal():
                layers = layers.with_shown(Layer(word), shown=not name.endswith("-"))
                layers = layers.with_opacity(Layer(word), int(percent) / 100.0)
        sunlit = SUNLIGHT in text.split(",") and Layer.RELIEF in layers.shown
        return layers.with_sunlight() if sunlit else layers
