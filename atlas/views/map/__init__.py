"""The map pane: canvas, floating panels, whole-Moon locator and the list of what is in view."""

from atlas.views.map.pane import MapPane

__all__ = ["MapPane"]
