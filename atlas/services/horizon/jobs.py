"""The work behind the horizon page, for workers: what is slow, in pieces that can be asked for one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

from atlas.domain.coordinates import LatLon
from atlas.domain.entries import Place
from atlas.services.horizon.compose import Composed, Span, compose
from atlas.services.horizon.picture import Scenery
from atlas.services.horizon.view import PanoramaView
from atlas.services.sky.ephemeris import END, FIRST, Sky
from atlas.services.sky.ground import Ground
from atlas.services.sky.lookout import Lookout, look_out
from atlas.services.sky.spells import LightTable, SpellProgress, light_table
from atlas.services.units import Units

if TYPE_CHECKING:
    from atlas.services.terrain import Terrain

COMING: Final = timedelta(days=400)
"""How far ahead the next sunrise is looked for."""
_SKY_DEG: Final = 2.6
_BELOW_DEG: Final = 0.7


@dataclass(frozen=True, eq=False)
class Prospect:
    """A place made ready: its lookout, the sky over it, the terrain to be drawn; elevations worth showing, degrees.

    `revision` is that of the terrain it was looked out over.
    """

    sky: Sky
    lookout: Lookout
    scenery: Scenery
    low: float
    high: float
    revision: int


@dataclass(frozen=True)
class Picture:
    """The terrain of one view of a prospect at one moment."""

    prospect: Prospect
    view: PanoramaView
    image: QImage


@dataclass(frozen=True)
class Calendar:
    """The light over a span, and what comes after the moment (cut at the end of 2060)."""

    span: Span
    moment: datetime
    table: LightTable
    coming: LightTable | None


def prepare(folder: Path, terrain: Terrain, places: Sequence[Place], position: LatLon, height_m: float) -> Prospect:
    """Return a place made ready, in some tenths of a second. Raises SkyError, TerrainError."""
    sky = Sky.load(folder)
    # asked first: what changes from here on makes this prospect an old one
    revision = terrain.revision
    ground = Ground.of(terrain)
    lookout = look_out(ground, position, height_m, places)
    line = lookout.line.elevations_deg
    low, high = float(line.min()), float(line.max())
    return Prospect(sky, lookout, Scenery(lookout, ground), low - _BELOW_DEG, max(high + 1.0, _SKY_DEG), revision)


def composed(prospect: Prospect, moment: datetime, span: Span, units: Units) -> Composed:
    """Return what is drawn at a moment. Raises SkySpanError outside 1959–2060."""
    return compose(prospect.lookout, prospect.sky, moment, span, units)


def picture(prospect: Prospect, view: PanoramaView, ratio: float, moment: datetime) -> Picture:
    """Return the terrain of a view as it is lit at a moment. Raises SkySpanError outside 1959–2060."""
    return Picture(prospect, view, prospect.scenery.image(view, ratio, prospect.sky.sun(moment)))


def light_calendar(prospect: Prospect, moment: datetime, span: Span, progress: SpellProgress) -> Calendar:
    """Return the light over the span of a moment, and after the moment. Raises SkySpanError outside 1959–2060."""
    sky, lookout = prospect.sky, prospect.lookout
    begin, end = span.bounds(moment)
    last = END - timedelta(seconds=1)
    table = light_table(sky, lookout.observer, lookout.line, max(begin, FIRST), min(end, last), progress)
    return Calendar(span, moment, table, coming_light(sky, lookout, moment, progress))


def coming_light(sky: Sky, lookout: Lookout, moment: datetime, progress: SpellProgress) -> LightTable | None:
    """Return the light after a moment, None where 2060 is over. Raises SkySpanError outside 1959–2060."""
    until = min(moment + COMING, END - timedelta(seconds=1))
    return light_table(sky, lookout.observer, lookout.line, moment, until, progress) if until > moment else None


def whole_table(prospect: Prospect, begin: datetime, end: datetime, progress: SpellProgress) -> LightTable:
    """Return the light over any span. Raises SkySpanError outside 1959–2060."""
    return light_table(prospect.sky, prospect.lookout.observer, prospect.lookout.line, begin, end, progress)
