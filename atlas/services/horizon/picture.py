"""The terrain of a panorama as a picture: every pixel is the ground that is seen there, tinted by its distance.

Each column is a line of sight along a great circle; its ground comes into sight where it rises over all that lies
nearer. What the Sun lights at the moment, with the shadows of the terrain, is painted in sunlight.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QImage

from atlas.domain.coordinates import MOON_RADIUS_M, project
from atlas.services.horizon.view import PanoramaView
from atlas.services.map import style
from atlas.services.sky.ground import Ground
from atlas.services.sky.horizon import sight_lines, skyline
from atlas.services.sky.lookout import Lookout
from atlas.services.sky.shadow import Rect, Scene

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.sky.ephemeris import Directions

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]

_LIT_PIXELS: Final = 640
_LIT_REACH_M: Final = (160_000.0, 16_000.0)
"""Half the sides of the squares round the eye in which the Sun's shadows are worked out."""
_RINGS_M: Final = (1_000.0, 2_000.0, 5_000.0, 10_000.0, 20_000.0, 50_000.0, 100_000.0)
"""Where a faint line on the ground tells how far away it is."""
_RING_LIGHT: Final = 16.0
_TINTS: Final = 512
_EDGE: Final = 0.35
"""The jump of the distance's logarithm at which the crest of a nearer ridge is drawn in full."""
_HALF_BRIGHT: Final = 0.10
"""The sine of the Sun's height over a slope at which it has half the light of one that faces the Sun."""


@dataclass(frozen=True, eq=False)
class _Seen:
    """What stands at the pixels of a view, (rows, columns): distances, ground slopes, cover (0–1) by ground."""

    view: PanoramaView
    ratio: float
    log_distance: Field
    x: Field
    y: Field
    facing: tuple[Field, Field, Field]
    cover: Field


class Scenery:
    """Draws the terrain seen from a lookout; any thread may ask, one picture is made at a time."""

    def __init__(self, lookout: Lookout, ground: Ground) -> None:
        self.lookout = lookout
        self._ground = ground
        self._lock = threading.Lock()
        self._seen: _Seen | None = None
        self._lit: tuple[Scene, ...] = ()

    def image(self, view: PanoramaView, ratio: float, sun: Directions | None) -> QImage:
        """Return the terrain of a view on `ratio` device pixels a pixel, clear where the sky is seen.

        With the Sun's place (the first of `sun`) the ground is lit by it.
        """
        with self._lock:
            if self._seen is None or self._seen.view != view or self._seen.ratio != ratio:
                self._seen = self._look(view, ratio)
            return self._paint(self._seen, sun)

    def distance_at(self, view: PanoramaView, x: float, y: float) -> float | None:
        """Return how far off the ground at a pixel of the view drawn last is; None for sky and other views."""
        import math

        seen = self._seen
        if seen is None or seen.view != view:
            return None
        row, column = int(y * seen.ratio), int(x * seen.ratio)
        rows, columns = seen.cover.shape
        if not (0 <= row < rows and 0 <= column < columns) or seen.cover[row, column] < 0.5:
            return None
        return math.exp(float(seen.log_distance[row, column]))

    def _look(self, view: PanoramaView, ratio: float) -> _Seen:
        import numpy as np

        columns, rows = max(1, round(view.width * ratio)), max(1, round(view.height * ratio))
        half, side = view.width * view.step / 2.0, view.step / ratio / 2.0
        azimuths = np.linspace(view.azimuth - half + side, view.azimuth + half - side, columns) % 360.0
        tall = view.step_up / ratio / 2.0
        up = np.linspace(view.elevation_at(0.0) - tall, view.elevation_at(view.height) + tall, rows)
        distances, slopes = sight_lines(self.lookout.ground or self._ground, self.lookout.observer, azimuths)
        top = skyline(self.lookout.ground or self._ground, self.lookout.observer, azimuths).elevations_deg
        shown = _hits(distances, slopes, up)
        cover = np.clip((top[None, :] - up[:, None]) / (view.step_up / ratio) + 0.5, 0.0, 1.0).astype(np.float32)
        x, y, facing = self._places(azimuths, np.exp(shown), view)
        return _Seen(view, ratio, shown, x, y, facing, cover)

    def _places(
        self, azimuths: Floats, distances: Field, view: PanoramaView
    ) -> tuple[Field, Field, tuple[Field, Field, Field]]:
        """Return map metres of the ground at distances, and its normals in east, north and up of the eye's place."""
        import numpy as np

        ground, observer = self.lookout.ground or self._ground, self.lookout.observer
        east, north, up = observer.axes()
        theta = np.radians(azimuths)
        arc = distances.astype(np.float64) / MOON_RADIUS_M
        level, rise = np.sin(arc), np.cos(arc)
        px, py, pz = (
            level * (np.cos(theta) * north[k] + np.sin(theta) * east[k])[None, :] + rise * up[k] for k in range(3)
        )
        scale = 2.0 * MOON_RADIUS_M / (1.0 - pz)
        x, y = scale * py, scale * px
        # a baseline of a cell smooths the creases between cells away; farther off that of a few pixels
        base = np.maximum(ground.resolution_m, distances * (4.0 * np.radians(view.step)))
        slope_x = np.nan_to_num(ground.sample(x + base, y) - ground.sample(x - base, y)) / (2.0 * base)
        slope_y = np.nan_to_num(ground.sample(x, y + base) - ground.sample(x, y - base)) / (2.0 * base)
        length = np.sqrt(1.0 + slope_x**2 + slope_y**2)
        # the map keeps angles; from its axes to those of the eye's place
        lon = np.radians(self.lookout.position.lon)
        n_east = (slope_y * np.sin(lon) - slope_x * np.cos(lon)) / length
        n_north = -(slope_x * np.sin(lon) + slope_y * np.cos(lon)) / length
        normal = (n_east.astype(np.float32), n_north.astype(np.float32), (1.0 / length).astype(np.float32))
        return x.astype(np.float32), y.astype(np.float32), normal

    def _paint(self, seen: _Seen, sun: Directions | None) -> QImage:
        import numpy as np

        near, far = np.log(style.PANORAMA_NEAR_M), np.log(style.PANORAMA_FAR_M)
        at = np.clip((seen.log_distance - near) * ((_TINTS - 1) / (far - near)), 0.0, _TINTS - 1.0)
        rgb = _tints()[at.astype(np.intp)]
        east, north, up = seen.facing
        theta = np.radians(seen.view.azimuth)
        # a faint light from over the left shoulder, so that slopes can be told in the dark
        towards_east = -0.6 * np.sin(theta) - 0.35 * np.cos(theta)
        towards_north = -0.6 * np.cos(theta) + 0.35 * np.sin(theta)
        shade = 0.5 * (east * np.float32(towards_east) + north * np.float32(towards_north) + np.float32(0.55) * up)
        shade += 0.72
        np.clip(shade, 0.45, 1.5, out=shade)
        shade *= 1.0 - 0.5 * _crests(seen.log_distance, seen.cover)
        rgb *= shade[..., None]
        if sun is not None:
            light = self._sunlight(seen, sun)[..., None]
            rgb += (np.array(_rgb(style.PANORAMA_SUNLIT), np.float32) - rgb) * light
        rgb += _rings(seen.log_distance)[..., None] * np.float32(_RING_LIGHT)
        pixels = np.empty((*seen.cover.shape, 4), np.uint8)
        np.clip(rgb, 0.0, 255.0, out=rgb)
        rgb *= seen.cover[..., None]
        pixels[..., :3] = rgb[..., ::-1]
        pixels[..., 3] = seen.cover * np.float32(255.0)
        rows, columns = seen.cover.shape
        image = QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()
        image.setDevicePixelRatio(seen.ratio)
        return image

    def _sunlight(self, seen: _Seen, sun: Directions) -> Field:
        """Return how brightly the Sun lights the pixels, 0–1."""
        import numpy as np

        shares: Field | None = None
        for scene in self._scenes():
            shares = _sampled(scene, sun, seen, shares)
        apparent = self.lookout.observer.look(sun)
        azimuth, elevation = np.radians(apparent.azimuth_deg[0]), np.radians(apparent.elevation_deg[0])
        east, north, up = seen.facing
        level = np.cos(elevation)
        facing = east * (level * np.sin(azimuth)) + north * (level * np.cos(azimuth)) + up * np.sin(elevation)
        facing = np.maximum(facing, 0.0)
        found: Field = (shares * facing / (facing + _HALF_BRIGHT)).astype(np.float32)
        return found

    def _scenes(self) -> tuple[Scene, ...]:
        if not self._lit:
            x, y = project(self.lookout.position)
            rects = [Rect(x - m, y - m, x + m, y + m, _LIT_PIXELS, _LIT_PIXELS) for m in _LIT_REACH_M]
            self._lit = tuple(Scene(self._ground, rect) for rect in rects)
        return self._lit


def _tints() -> Field:
    """Return the ground's colours from near to far, (tints, 3)."""
    import numpy as np

    stops = np.array([_rgb(colour) for colour in style.PANORAMA_GROUND], np.float32)
    place = np.linspace(0.0, len(stops) - 1.0, _TINTS)
    return np.stack([np.interp(place, np.arange(len(stops)), stops[:, k]) for k in range(3)], axis=1).astype(np.float32)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _sampled(scene: Scene, sun: Directions, seen: _Seen, before: Field | None) -> Field:
    """Return the share of the Sun in sight at the pixels; outside the scene's rectangle what was found before."""
    import numpy as np

    rect, shares = scene.rect, scene.shares(sun)
    column = (seen.x - rect.west) / (rect.east - rect.west) * rect.width - 0.5
    row = (rect.north - seen.y) / (rect.north - rect.south) * rect.height - 0.5
    inside = (column >= 0.0) & (column < rect.width - 1.0) & (row >= 0.0) & (row < rect.height - 1.0)
    np.clip(column, 0.0, rect.width - 1.01, out=column)
    np.clip(row, 0.0, rect.height - 1.01, out=row)
    left, top = column.astype(np.intp), row.astype(np.intp)
    column -= left
    row -= top
    flat, at = shares.ravel(), top * rect.width + left
    upper = flat.take(at) * (1.0 - column) + flat.take(at + 1) * column
    at += rect.width
    lower = flat.take(at) * (1.0 - column) + flat.take(at + 1) * column
    found: Field = upper + (lower - upper) * row
    return found if before is None else np.where(inside, found, before)


def _hits(distances: Floats, slopes: Floats, up: Floats) -> Field:
    """Return the logarithms of the distances of the ground at (elevations, columns); in the sky the skyline's."""
    import numpy as np

    reached = np.maximum.accumulate(slopes, axis=1)
    tangents = np.tan(np.radians(np.clip(up, -89.9, 89.9)))
    logs = np.log(distances)
    last = slopes.argmax(axis=1)
    shown = np.empty((len(slopes), len(up)), np.float32)
    for column, (profile, end) in enumerate(zip(reached, last, strict=True)):
        at = np.minimum(np.searchsorted(profile[: end + 1], tangents), end)
        before = np.maximum(at - 1, 0)
        # from one sample to the next where both are in sight; ground that comes up behind a crest begins at its own
        rise = profile[at] - profile[before]
        seen = (slopes[column, before] >= profile[before]) & (rise > 0.0)
        share = np.clip((tangents - profile[before]) / np.where(rise > 0.0, rise, 1.0), 0.0, 1.0)
        shown[column] = logs[before] + (logs[at] - logs[before]) * np.where(seen, share, 1.0)
    return shown.T


def _crests(log_distance: Field, cover: Field) -> Field:
    """Return where the ground falls away behind a crest, 0–1: the first pixel of what stands behind."""
    import numpy as np

    found = np.zeros_like(log_distance)
    jump = log_distance[:-1] - log_distance[1:]
    found[:-1] = np.clip(jump / _EDGE, 0.0, 1.0) * (cover[:-1] > 0.0)
    return found


def _rings(log_distance: Field) -> Field:
    """Return where the ground passes one of the distances that are marked on it, 0–1."""
    import numpy as np

    found = np.zeros_like(log_distance)
    farther, nearer = log_distance[:-1], log_distance[1:]
    for ring in _RINGS_M:
        at = np.float32(np.log(ring))
        # not where it jumps over it at a crest
        found[:-1] += (farther >= at) & (nearer < at) & (farther - nearer < _EDGE)
    return found
