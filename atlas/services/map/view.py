"""What part of the map is seen: centre and scale in projected metres, size in logical pixels."""

import math
from dataclasses import dataclass, replace
from typing import Final

from atlas.domain.coordinates import LatLon, project, unproject
from atlas.services.terrain.files import HALF_SIDE_M

FINEST: Final = 10.0
"""Metres a pixel at the closest zoom: the bundled terrain's cell is 160 pixels wide there."""
_CELL_PIXELS: Final = 8.0
METRES_PER_PIXEL_ON_PAPER: Final = 0.0254 / 96.0


@dataclass(frozen=True, slots=True)
class MapView:
    """A view of the square. `x`, `y`: map metres at its middle; `mpp`: map metres per logical pixel."""

    x: float
    y: float
    mpp: float
    width: int
    height: int
    finest: float = FINEST
    """Metres a pixel at the closest zoom."""

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Return logical pixels (from the top left) of map metres."""
        return (x - self.x) / self.mpp + self.width / 2.0, (self.y - y) / self.mpp + self.height / 2.0

    def to_map(self, px: float, py: float) -> tuple[float, float]:
        """Return map metres of logical pixels."""
        return self.x + (px - self.width / 2.0) * self.mpp, self.y - (py - self.height / 2.0) * self.mpp

    def position(self, px: float, py: float) -> LatLon:
        """Return the selenographic position at logical pixels."""
        return unproject(*self.to_map(px, py))

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(west, south, east, north) edges in map metres."""
        half_width, half_height = self.width * self.mpp / 2.0, self.height * self.mpp / 2.0
        return self.x - half_width, self.y - half_height, self.x + half_width, self.y + half_height

    @property
    def centre(self) -> LatLon:
        """The position in the middle."""
        return unproject(self.x, self.y)

    @property
    def scale(self) -> float:
        """Denominator of the scale at 96 pixels an inch."""
        return self.mpp / METRES_PER_PIXEL_ON_PAPER

    def resized(self, width: int, height: int) -> "MapView":
        """Return the view with another size; centre and scale stay."""
        return replace(self, width=max(1, width), height=max(1, height)).clamped()

    def panned(self, dx: float, dy: float) -> "MapView":
        """Return the view after the ground was dragged by logical pixels."""
        return replace(self, x=self.x - dx * self.mpp, y=self.y + dy * self.mpp).clamped()

    def zoomed(self, factor: float, px: float | None = None, py: float | None = None) -> "MapView":
        """Return the view enlarged by a factor with the ground at a pixel (default: the middle) kept in place."""
        px = self.width / 2.0 if px is None else px
        py = self.height / 2.0 if py is None else py
        x, y = self.to_map(px, py)
        mpp = min(max(self.mpp / factor, self.finest), self.coarsest)
        moved = replace(self, mpp=mpp)
        at_x, at_y = moved.to_map(px, py)
        return replace(moved, x=moved.x + x - at_x, y=moved.y + y - at_y).clamped()

    def centred(self, p: LatLon, mpp: float | None = None) -> "MapView":
        """Return the view with a position in the middle. Raises ValueError at the north pole."""
        x, y = project(p)
        return replace(self, x=x, y=y, mpp=self.mpp if mpp is None else mpp).clamped()

    def drawn_at(self, p: LatLon, mpp: float) -> "MapView":
        """Return the view at a position and scale as asked for, though it may reach over the square's edge."""
        x, y = project(p)
        return replace(self, x=x, y=y, mpp=mpp)

    def whole(self) -> "MapView":
        """Return the view that holds the whole square."""
        return replace(self, x=0.0, y=0.0, mpp=self.coarsest)

    @property
    def coarsest(self) -> float:
        """Metres a pixel at which the whole square is just in view."""
        return max(FINEST, 2.0 * HALF_SIDE_M / max(1, min(self.width, self.height)))

    def clamped(self) -> "MapView":
        """Return the nearest view whose middle lies in the square and whose scale is allowed."""
        mpp = min(max(self.mpp, self.finest), self.coarsest)
        # the square's edge may come as far in as the edge of the view, or the middle where the view is larger
        reach_x = max(0.0, HALF_SIDE_M - self.width * mpp / 2.0)
        reach_y = max(0.0, HALF_SIDE_M - self.height * mpp / 2.0)
        x, y = min(max(self.x, -reach_x), reach_x), min(max(self.y, -reach_y), reach_y)
        if (x, y, mpp) == (self.x, self.y, self.mpp):
            return self
        return replace(self, x=x, y=y, mpp=mpp)

    def close_to(self, other: "MapView") -> bool:
        """Return whether both show the same ground at the same scale and size."""
        return (
            (self.width, self.height) == (other.width, other.height)
            and math.isclose(self.mpp, other.mpp, rel_tol=1e-9)
            and abs(self.x - other.x) < self.mpp * 0.01
            and abs(self.y - other.y) < self.mpp * 0.01
        )


def finest_scale(cell_m: float) -> float:
    """Return metres a pixel at the closest zoom over terrain of such cells."""
    return min(FINEST, cell_m / _CELL_PIXELS)


def on_map(p: LatLon) -> bool:
    """Return whether a position lies in the square."""
    if p.lat > -55.0:
        return False
    x, y = project(p)
    return abs(x) <= HALF_SIDE_M and abs(y) <= HALF_SIDE_M
