"""The terrain of the atlas: what ships with it, and over that what the user imported; everywhere the finest counts."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage

from atlas.domain.coordinates import LatLon
from atlas.services.terrain import files, finer
from atlas.services.terrain.bundled import Bundled
from atlas.services.terrain.files import TerrainError
from atlas.services.terrain.library import Library
from atlas.services.terrain.own import OwnTerrain
from atlas.services.terrain.record import SOUTH, TerrainRecord, resolution_text
from atlas.services.terrain.tiles import TileCache

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from atlas.services.terrain.shading import Pixels
    from atlas.services.terrain.slopes import SlopeLayer

    Field = NDArray[np.float32]
    Floats = NDArray[np.float64]
    _Stamp = tuple[TerrainRecord, int, int]

__all__ = ["Reading", "Source", "Terrain", "TerrainError"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """Where heights come from. `label` names it with its resolution, such as `LOLA 1.6 km`."""

    name: str
    label: str
    resolution_m: float
    credits: str
    detail_m: float
    """The cells of the finest that its relief is drawn from."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known at a place: metres above the 1737.4 km sphere, degrees over a cell of its source, and from where.

    `settled`: no finer terrain has yet to be read from the disk for this place.
    """

    elevation: float
    slope: float
    source: Source
    settled: bool = True


BUNDLED = Source(files.NAME, files.NAME, files.DEM_CELL_M, files.CREDITS, files.SHADE_CELL_M)


class Terrain:
    """The bundled terrain with the imported ones over it. Every method may be called from any thread.

    Call `load` on a worker, then ask `ready`; the first relief takes tenths of a second. `name`, `resolution_m`,
    `credits` and `heights` are those of the bundled terrain; `source_at` tells what holds at a place. `revision`
    changes whenever other imported terrains are in use: what was drawn or computed before is then out of date.
    """

    name = files.NAME
    resolution_m = files.DEM_CELL_M
    half_side_m = files.HALF_SIDE_M
    credits = files.CREDITS

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        self._folder = folder
        self._bundled = Bundled(folder)
        self.library = Library(own) if own is not None else None
        """The imported terrains, None where there can be none."""
        self._cache = TileCache()
        self._lock = threading.Lock()
        self._own: tuple[OwnTerrain, ...] | None = None if own is not None else ()
        self._paths: dict[Path, OwnTerrain] = {}
        self._asked: dict[Path, _Stamp] = {}
        """The enabled terrains at the last look, the damaged ones among them."""
        self.problems: tuple[str, ...] = ()
        """A sentence for each imported terrain that cannot be used."""
        self.revision = 0

    def __reduce__(self) -> tuple[type[Terrain], tuple[Path, Path | None]]:
        """Let another process open the same files for itself: what is kept of them here is guarded by locks."""
        return Terrain, (self._folder, self.library.folder if self.library is not None else None)

    @property
    def ready(self) -> bool:
        """Whether heights can be had without waiting."""
        return self._bundled.ready and self._own is not None

    def load(self) -> None:
        """Read the heights (once; from any thread). Raises TerrainError if the file is missing or damaged."""
        self._bundled.load()
        self.own()

    def reload(self) -> None:
        """Look again which terrains were imported, removed, switched on or off."""
        with self._lock:
            self._read_library()
            self.revision += 1

    def close(self) -> None:
        """Let go of all files of imported terrain."""
        with self._lock:
            for own in self._paths.values():
                own.close()
            self._paths, self._own = {}, ()
            self._asked = {}

    def let_go(self, tiles: Path) -> None:
        """Close a terrain's file, so that it can be removed."""
        with self._lock:
            self._asked.pop(tiles, None)
            gone = self._paths.pop(tiles, None)
            if gone is not None:
                gone.close()
                self._own = tuple(own for own in self._own or () if own is not gone)
                self.revision += 1

    def has_read(self, records: dict[Path, TerrainRecord]) -> bool:
        """Whether the terrains in use, and those that are damaged, were read from these records and their files."""
        found = _stamps(records)
        with self._lock:
            return found == self._asked

    def own(self) -> tuple[OwnTerrain, ...]:
        """Return the imported terrains in use, the finest last."""
        with self._lock:
            if self._own is None:
                self._read_library()
            return self._own or ()

    def _read_library(self) -> None:
        if self.library is None:
            return
        records, problems = self.library.records()
        # taken before the files are opened: what changes meanwhile is read again
        self._asked = _stamps(records)
        opened: dict[Path, OwnTerrain] = {}
        for path, record in records.items():
            if not record.enabled:
                continue
            kept = self._paths.get(path)
            try:
                opened[path] = kept if kept and kept.record == record else OwnTerrain(path, record, self._cache)
            except TerrainError as error:
                problems.append(str(error))
        for path, own in self._paths.items():
            if opened.get(path) is not own:
                own.close()
        self._paths = opened
        self._own = tuple(sorted(opened.values(), key=_coarsest_first))
        self.problems = tuple(problems)

    def _set_aside(self, own: OwnTerrain, error: TerrainError) -> None:
        """Go on without a terrain whose file turned out damaged."""
        _log.warning("%s", error)
        with self._lock:
            self._own = tuple(other for other in self._own or () if other is not own)
            self.problems = (*self.problems, str(error))
            self.revision += 1

    # what is there

    def covers(self, x: float, y: float) -> bool:
        """Return whether map metres lie on the terrain."""
        return abs(x) <= self.half_side_m and abs(y) <= self.half_side_m

    def sources_in(self, west: float, south: float, east: float, north: float) -> tuple[Source, ...]:
        """Return what is seen in a rectangle of the map without waiting for the disk, the finest first."""
        found = []
        for own in reversed(self._own or ()):
            if own.record.finer and own.overlaps(west, south, east, north):
                found.append(source_of(own.record))
                w, s, e, n = own.record.bounds_m
                if w <= west and s <= south and e >= east and n >= north:
                    return tuple(found)
        return (*found, BUNDLED)

    @property
    def finest_m(self) -> float:
        """The smallest cells on the map."""
        return min([self.resolution_m, *(own.record.cell_m for own in self._own or () if own.record.on_map)])

    @property
    def has_finer(self) -> bool:
        """Whether imported terrain is in use that is finer than the bundled one."""
        return any(True for _ in self._finer())

    @property
    def highest_m(self) -> float:
        """The highest node of the imported terrains on the map."""
        return max([own.record.max_m for own in self._finer()], default=-math.inf)

    def finest_between(self, x: float, y: float, near: float, far: float) -> float:
        """Return the smallest cells anywhere between two distances, in map metres, from a place on the map."""
        found = self.resolution_m
        for own in self._finer():
            west, south, east, north = own.record.bounds_m
            closest = math.hypot(max(west - x, 0.0, x - east), max(south - y, 0.0, y - north))
            farthest = math.hypot(max(abs(west - x), abs(east - x)), max(abs(south - y), abs(north - y)))
            if closest < far and farthest > near:
                found = min(found, own.record.cell_m)
        return found

    def source_at(self, p: LatLon) -> Source | None:
        """Return where the height of a place comes from, None where there is none."""
        found = self.reading(p)
        return None if found is None else found.source

    # heights

    def heights(self) -> Field:
        """Return the bundled terrain's nodes: metres above the sphere at cell centres, row 0 towards +y.

        Raises TerrainError if the file is missing or damaged.
        """
        return self._bundled.heights()

    def reading(self, p: LatLon, *, wait: bool = True) -> Reading | None:
        """Return what is known at a place, None off all terrain.

        Without `wait` only what is at hand is asked: a reading may then be unsettled.
        """
        settled = True
        for own in reversed(self.own() if wait else self._own or ()):
            try:
                found = own.reading(p, wait=wait) if own.record.finer or not own.record.on_map else None
            except LookupError:
                settled, found = False, None
            except TerrainError as error:
                self._set_aside(own, error)
                found = None
            if found is not None:
                return Reading(found[0], found[1], source_of(own.record), settled)
        height, slope = self._bundled.elevation(p), self._bundled.slope_deg(p)
        return None if height is None or slope is None else Reading(height, slope, BUNDLED, settled)

    def elevation(self, p: LatLon) -> float | None:
        """Return metres above the 1737.4 km sphere, or None off the terrain."""
        found = self.reading(p)
        return None if found is None else found.elevation

    def slope_deg(self, p: LatLon) -> float | None:
        """Return the slope in degrees over a cell of the finest terrain, or None off the terrain."""
        found = self.reading(p)
        return None if found is None else found.slope

    def refine(self, x: NDArray[Any], y: NDArray[Any], heights: Floats, cell_m: float = 0.0) -> None:
        """Put the heights of imported terrain into those of the bundled one, at map metres in any order.

        Of what is finer than `cell_m`, means over cells of that size are taken.
        """
        import numpy as np

        for own in self._finer():
            w, s, e, n = own.record.bounds_m
            inside = (x > w) & (x < e) & (y > s) & (y < n)
            if not inside.any():
                continue
            try:
                found = own.sample(x[inside], y[inside], own.level_for(cell_m))
                share = own.weights_at(x[inside], y[inside])
            except TerrainError as error:
                self._set_aside(own, error)
                continue
            under = heights[inside]
            mixed = np.where(np.isnan(under), found, under + share * (found - under))
            heights[inside] = np.where(np.isnan(found), under, mixed)

    def raster(self, xs: Floats, ys: Floats) -> Field:
        """Return heights at all crossings of columns (growing) and rows (falling) in map metres, evenly spaced.

        The bundled terrain is a spline in it, the imported ones the level that fits. Off the terrain its border is
        drawn out.
        """
        import numpy as np

        out = self._bundled.smooth(xs, ys)
        for own in self._finer():
            if not own.overlaps(float(xs[0]), float(ys[-1]), float(xs[-1]), float(ys[0])):
                continue
            columns, rows = _part(own, xs, ys)
            try:
                share = own.weights(xs[columns], ys[rows])
                if not share.any():
                    continue
                found = finer.heights(own, xs[columns], ys[rows])
            except TerrainError as error:
                self._set_aside(own, error)
                continue
            part = out[rows, columns]
            part += np.where(np.isnan(found), np.float32(0.0), share * (found - part))
        return out

    def _finer(self) -> Iterator[OwnTerrain]:
        return (own for own in self.own() if own.record.crs == SOUTH and own.record.finer)

    # pictures

    def relief_image(self, x0: float, y0: float, x1: float, y1: float, width: int, height: int) -> QImage:
        """Return shaded relief of the map rectangle (west, south, east, north in metres) as RGB32.

        Smooth at any zoom; off the terrain its border is drawn out. Raises ValueError for an empty rectangle.
        """
        if width < 1 or height < 1 or x1 <= x0 or y1 <= y0:
            raise ValueError("the rectangle and the picture must not be empty")
        xs, ys = _centres(x0, y0, x1, y1, width, height)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        self._paint(image, xs, ys, bundled=True)
        return image

    def finer_image(
        self, x0: float, y0: float, x1: float, y1: float, width: int, height: int
    ) -> tuple[int, int, QImage] | None:
        """Return relief of the imported terrains in a map rectangle of so many pixels; None where there is none.

        It comes with the column and row of its upper left corner, and with an alpha channel.
        """
        xs, ys = _centres(x0, y0, x1, y1, width, height)
        parts = [_part(own, xs, ys) for own in self._finer() if own.overlaps(x0, y0, x1, y1)]
        if min(width, height) < 2 or not parts:
            return None
        left, right = min(across.start for across, _ in parts), max(across.stop for across, _ in parts)
        top, bottom = min(down.start for _, down in parts), max(down.stop for _, down in parts)
        image = QImage(right - left, bottom - top, QImage.Format.Format_ARGB32_Premultiplied)
        self._paint(image, xs[left:right], ys[top:bottom], bundled=False)
        return left, top, image

    def slope_image(self, x0: float, y0: float, x1: float, y1: float, width: int, height: int, table: Pixels) -> QImage:
        """Return the slopes of a map rectangle in the colours of a `slopes.colour_table` as RGB32.

        The baseline is a cell of the finest terrain at a place, or a pixel where that is larger. A picture has two
        columns and rows at least; off the terrain its border is drawn out.
        """
        from atlas.services.terrain import shading, slopes

        image = QImage(width, height, QImage.Format.Format_RGB32)
        work = partial(slopes.paint, table=table, out=shading.pixels_of(image))
        self._over_slopes(*_centres(x0, y0, x1, y1, width, height), work)
        return image

    def slopes(self, xs: Floats, ys: Floats) -> Field:
        """Return slopes in degrees at all crossings of columns (growing) and rows (falling), evenly spaced alike.

        The baseline is a cell of the finest terrain at a place, or the distance of the columns where that is larger.
        """
        import numpy as np

        from atlas.services.terrain import slopes

        out = np.empty((len(ys), len(xs)), np.float32)
        self._over_slopes(xs, ys, partial(slopes.steep, out=out))
        found: Field = np.degrees(np.arctan(np.sqrt(out)))
        return found

    def _over_slopes(self, xs: Floats, ys: Floats, work: Callable[[Sequence[SlopeLayer]], None]) -> None:
        """Do something with the slopes of all terrains at all crossings."""
        from atlas.services.terrain import finer, slopes

        while True:
            layers: list[SlopeLayer] = [self._bundled.slopes(xs, ys)]
            try:
                layers += [slopes.OwnSlopes(own, xs, ys, _part(own, xs, ys)) for own in self._among(xs, ys)]
                work(layers)
            except finer.DamagedTerrainError as broken:
                self._set_aside(broken.own, broken.error)
            else:
                return

    def _among(self, xs: Floats, ys: Floats) -> list[OwnTerrain]:
        """Return the imported terrains that lie among crossings of columns and rows, the finest last."""
        box = float(xs[0]), float(ys[-1]), float(xs[-1]), float(ys[0])
        return [own for own in self._finer() if own.overlaps(*box)]

    def _paint(self, image: QImage, xs: Floats, ys: Floats, *, bundled: bool) -> None:
        """Paint the relief at all crossings into a picture: the imported terrains, and what ships below them."""
        from atlas.services.terrain import finer, painting, shading

        while True:
            layers: list[painting.Layer] = [self._bundled.relief(xs, ys)] if bundled else []
            try:
                layers += self._reliefs(xs, ys)
                painting.paint(layers, shading.pixels_of(image))
            except finer.DamagedTerrainError as broken:
                self._set_aside(broken.own, broken.error)
            else:
                return

    def _reliefs(self, xs: Floats, ys: Floats) -> list[finer.FinerRelief]:
        """Return the reliefs of the imported terrains that lie among crossings of columns and rows."""
        if min(len(xs), len(ys)) < 2:
            return []
        return [finer.FinerRelief(own, self._bundled, xs, ys, _part(own, xs, ys)) for own in self._among(xs, ys)]


def _centres(x0: float, y0: float, x1: float, y1: float, width: int, height: int) -> tuple[Floats, Floats]:
    """Return the map metres of the middles of a rectangle's pixels: of columns, growing, and of rows, falling."""
    import numpy as np

    xs: Floats = x0 + np.arange(0.5, width) * ((x1 - x0) / width)
    ys: Floats = y1 - np.arange(0.5, height) * ((y1 - y0) / height)
    return xs, ys


def _stamps(records: dict[Path, TerrainRecord]) -> dict[Path, _Stamp]:
    """Return what tells whether an enabled terrain has to be read again: its record, the size and time of its tiles."""
    found: dict[Path, _Stamp] = {}
    for path, record in records.items():
        if record.enabled:
            try:
                tiles = path.stat()
            except OSError:
                found[path] = record, -1, -1
            else:
                found[path] = record, tiles.st_size, tiles.st_mtime_ns
    return found


def source_of(record: TerrainRecord) -> Source:
    """Return an imported terrain as a source of heights."""
    label = f"{record.name}, {resolution_text(record.cell_m)}"
    return Source(record.name, label, record.cell_m, f"Relief: {record.credit or record.name}", record.cell_m)


def _part(own: OwnTerrain, xs: Floats, ys: Floats) -> tuple[slice, slice]:
    """Return which columns and rows of a raster lie on a terrain; at least two of each."""
    import numpy as np

    west, south, east, north = own.record.bounds_m
    return (
        _slice(int(np.searchsorted(xs, west)), int(np.searchsorted(xs, east)), len(xs)),
        _slice(int(np.searchsorted(-ys, -north)), int(np.searchsorted(-ys, -south)), len(ys)),
    )


def _slice(first: int, last: int, count: int) -> slice:
    first = max(0, min(first, count - 2))
    return slice(first, min(count, max(last, first + 2)))


def _coarsest_first(own: OwnTerrain) -> tuple[float, str]:
    # of two that are equally fine, the newer one counts
    return -own.record.cell_m, own.record.imported
