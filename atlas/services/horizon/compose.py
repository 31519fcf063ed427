"""What a panorama shows at a moment: paths over a span, discs, and words for all of it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale

from atlas.domain.coordinates import telling_places
from atlas.services.card.format import format_day_short
from atlas.services.horizon.bodies import Path
from atlas.services.horizon.scene import Label, Panorama
from atlas.services.map import style
from atlas.services.sky.disc import visible_shares
from atlas.services.sky.ephemeris import Directions, Sky
from atlas.services.sky.lookout import Lookout, Stretch
from atlas.services.sky.tracks import Track, discs, tracks
from atlas.services.units import METRIC, Units

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST_WIDTH_DEG: Final = 0.75
_AGAIN_DEG: Final = 40.0
"""A feature whose heights stand apart in many places is named once in so much of the circle."""
_TALL: Final = 4.0
"""How many degrees of width a degree of height is worth when names contend for room."""


class Span(StrEnum):
    """How much time the paths and the calendar show: the UTC day, month or year of the moment."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"

    def bounds(self, moment: datetime) -> tuple[datetime, datetime]:
        """Return the first moment of the span and the first one after it."""
        day = moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        if self is Span.DAY:
            return day, day + timedelta(days=1)
        if self is Span.MONTH:
            first = day.replace(day=1)
            return first, first + timedelta(days=calendar.monthrange(day.year, day.month)[1])
        return day.replace(month=1, day=1), day.replace(year=day.year + 1, month=1, day=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """A body at the moment: degrees, and the share of its disc over the skyline, 0–1."""

    azimuth_deg: float
    elevation_deg: float
    share: float


@dataclass(frozen=True)
class Composed:
    """A panorama's lines and words, and where Sun and Earth stand."""

    panorama: Panorama
    sun: Standing
    earth: Standing
    directions: Directions
    """The Sun's place from the Moon's centre, to light the ground."""
    lookout: Lookout
    moment: datetime
    """From where and when all of this is seen."""


def compose(lookout: Lookout, sky: Sky, moment: datetime, span: Span, units: Units = METRIC) -> Composed:
    """Return what a panorama shows at a moment. Raises SkySpanError outside 1959–2060."""
    sun_way, earth_way = tracks(sky, lookout.observer, *span.bounds(moment))
    sun_disc, earth_disc = discs(sky, lookout.observer, moment)
    directions = sky.sun(moment)
    sun, earth = (
        Standing(disc.azimuth_deg, disc.elevation_deg, _share(lookout, body))
        for disc, body in ((sun_disc, directions), (earth_disc, sky.earth(moment)))
    )
    translate = QCoreApplication.translate
    panorama = Panorama(
        labels=tuple(_labels(lookout, units)),
        paths=(Path.of(sun_way, style.SUN_FAINT), Path.of(earth_way, style.EARTH)),
        path_opacity=0.5 if span is Span.YEAR else 1.0,
        dashed=span is not Span.YEAR,
        marks=tuple(_marks(lookout, sun_way, span)),
        sun=sun_disc,
        earth=earth_disc,
        sun_words=standing_words(translate("Horizon", "Sun"), sun),
        earth_words=standing_words(translate("Horizon", "Earth"), earth),
        compass=(
            translate("Horizon", "N"), translate("Horizon", "E"), translate("Horizon", "S"), translate("Horizon", "W"),
        ),
        hidden=tuple(name for name, body in (("sun", sun), ("earth", earth)) if body.share == 0.0),
    )  # fmt: skip
    return Composed(panorama, sun, earth, directions, lookout, moment)


def with_units(composed: Composed, lookout: Lookout, units: Units) -> Composed:
    """Return the same with distances in other units."""
    return replace(composed, panorama=replace(composed.panorama, labels=tuple(_labels(lookout, units))))


def composed_caption(lookout: Lookout, moment: datetime, exaggeration: float, units: Units = METRIC) -> str:
    """Return a line such as `89.45°S 222.70°E, eye 2 m over the ground · 3 Feb 2027 00:00 UTC · LOLA 1.6 km, …`."""
    translate = QCoreApplication.translate
    eye = translate("Horizon", "{position}, eye {height} over the ground").format(
        position=units.position(lookout.position, telling_places(lookout.position)),
        height=units.height(lookout.height_m),
    )
    if lookout.ground is None:
        terrain = translate("Horizon", "no terrain there: the bare sphere")
    else:
        terrain = translate("Horizon", "{terrain}, {metres} m a cell").format(
            terrain=lookout.ground.name, metres=number(lookout.ground.resolution_m, 0)
        )
    stretch = translate("Horizon", "heights stretched {factor} times").format(factor=number(exaggeration, 1))
    return " · ".join((eye, moment_words(moment, alone=True), terrain, stretch))


def moment_words(moment: datetime, *, alone: bool = False) -> str:
    """Write a moment to the minute: `3 Feb 2027 04:05`, with `UTC` where it stands alone."""
    # to the nearest minute, as clocks show it
    rounded = (moment.astimezone(UTC) + timedelta(seconds=30)).replace(second=0, microsecond=0)
    words = f"{format_day_short(rounded.date())} {rounded:%H:%M}"
    return QCoreApplication.translate("Horizon", "{moment} UTC").format(moment=words) if alone else words


def standing_words(name: str, body: Standing) -> str:
    """Return a line such as `Sun 1.24°, 45 % in sight`."""
    translate = QCoreApplication.translate
    degrees = number(body.elevation_deg, 2)
    if body.share <= 0.0:
        return translate("Horizon", "{name} {degrees}°, behind the horizon").format(name=name, degrees=degrees)
    if body.share >= 1.0:
        return translate("Horizon", "{name} {degrees}°").format(name=name, degrees=degrees)
    # a sliver is not nothing, and not quite all is not all
    percent = min(99, max(1, round(100.0 * body.share)))
    return translate("Horizon", "{name} {degrees}°, {percent} % in sight").format(
        name=name, degrees=degrees, percent=percent
    )


def number(value: float, digits: int) -> str:
    """Write a number as the locale does, with a real minus sign, never as minus nought."""
    return QLocale().toString(round(value, digits) + 0.0, "f", digits).replace("-", "−")


def _share(lookout: Lookout, body: Directions) -> float:
    return float(visible_shares(lookout.observer.look(body), lookout.line)[0])


def _labels(lookout: Lookout, units: Units) -> Iterator[Label]:
    kept: list[Stretch] = []
    for stretch in sorted(lookout.stretches, key=_weight, reverse=True):
        again = any(stretch.place is other.place and _apart(stretch, other) < _AGAIN_DEG for other in kept)
        if stretch.width_deg >= _LEAST_WIDTH_DEG and not again:
            kept.append(stretch)
            yield Label(
                stretch_words(stretch, units),
                stretch.peak_azimuth_deg,
                stretch.peak_elevation_deg,
                _weight(stretch),
                max(stretch.width_deg, 2.0),
            )


def _weight(stretch: Stretch) -> float:
    return stretch.width_deg + _TALL * stretch.peak_elevation_deg


def _apart(one: Stretch, other: Stretch) -> float:
    return abs((one.peak_azimuth_deg - other.peak_azimuth_deg + 180.0) % 360.0 - 180.0)


def stretch_words(stretch: Stretch, units: Units) -> str:
    """Return the name of what forms a part of the skyline, and how far off its highest point stands."""
    return f"{stretch.place.name} · {units.size(stretch.distance_m / 1000.0)}"


def _marks(lookout: Lookout, way: Track, span: Span) -> Iterator[tuple[float, float, str]]:
    import numpy as np

    if span is Span.YEAR or not way.times:
        return
    begin, end = way.times[0], way.times[-1]
    every = timedelta(hours=3) if span is Span.DAY else timedelta(days=1)
    seconds = np.array([(time - begin).total_seconds() for time in way.times])
    moment = begin
    while moment < end:
        at = (moment - begin).total_seconds()
        azimuth = float(np.interp(at, seconds, way.azimuths_deg)) % 360.0
        elevation = float(np.interp(at, seconds, way.elevations_deg))
        if elevation > float(lookout.line.at(np.array([azimuth]))[0]):
            yield azimuth, elevation, f"{moment:%H:%M}" if span is Span.DAY else str(moment.day)
        moment += every
