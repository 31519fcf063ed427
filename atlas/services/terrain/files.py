"""What lies in `resources/terrain`: file names, the square they cover, whom to credit."""

from typing import Final

DEM: Final = "dem.png"
SHADE: Final = "shade.jpg"
RELIEF: Final = "relief.jpg"
PREVIEW: Final = "relief-preview.jpg"
IMAGERY: Final = "imagery.jpg"
GLOBE: Final = "globe.jpg"
PERMANENT_SHADOW: Final = "permanent_shadow.png"

HALF_SIDE_M: Final = 609_600.0
"""The terrain covers ±609.6 km of map metres round the pole."""
DEM_CELL_M: Final = 1600.0
DEM_OFFSET_M: Final = 32_768
"""The 16-bit PNG holds metres above the 1737.4 km sphere plus this."""
SHADE_CELL_M: Final = 800.0
PICTURE_CELL_M: Final = 400.0

NAME: Final = "LOLA 1.6 km"
CREDITS: Final = "Relief: NASA/GSFC/LOLA"
IMAGERY_CREDITS: Final = "Imagery: NASA/GSFC/Arizona State University"

SUFFIXES: Final = (".tif", ".tiff", ".img", ".lbl", ".cub", ".jp2", ".xml")
"""Endings of files of heights that can be imported; what is dropped on the map is told by them."""


class TerrainError(Exception):
    """A terrain file is missing or damaged; the text is a sentence for the user."""
