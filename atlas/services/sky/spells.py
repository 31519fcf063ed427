"""When a body is in sight from a place: spells of light and dark over a span, their ends to some seconds.

The span is looked over in steps of ten minutes, in which the Sun moves by 0.08°; where the upper or the lower limb
crosses the skyline between two of them, the moment is found by halving. Spells shorter than a step may be missed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from atlas.services.sky.disc import clearances, half_widths, visible_shares
from atlas.services.sky.ephemeris import Directions, Sky
from atlas.services.sky.horizon import Skyline
from atlas.services.sky.observer import Apparent, Observer
from atlas.services.sky.time_scales import J2000
from atlas.services.tasks import CancelToken

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

STEP_S: Final = 600.0
_HALVINGS: Final = 9
"""From ten minutes to a little over a second."""
_CHUNK: Final = 26_352
"""Times worked on at once: half a year."""
_LOW_DEG: Final = 60.0
"""Up to this elevation a disc is less than four radii wide in azimuth."""


class Sight(StrEnum):
    """How much of a disc stands over the skyline."""

    HIDDEN = "hidden"
    PARTLY = "partly"
    WHOLE = "whole"


ANY_SIGHT: Final = (Sight.PARTLY, Sight.WHOLE)


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which the sight stays the same, UTC. `cut_begin`, `cut_end`: the span ends there, not the spell."""

    begin: datetime
    end: datetime
    sight: Sight
    cut_begin: bool = False
    cut_end: bool = False

    @property
    def length(self) -> timedelta:
        """How long it lasts within the span."""
        return self.end - self.begin


@dataclass(frozen=True, slots=True)
class Spells:
    """All spells of one body over a span, without a gap. `mean_share`: the mean share of its disc in sight, 0–1."""

    spells: tuple[Spell, ...]
    mean_share: float

    @property
    def begin(self) -> datetime:
        """The first moment of the span."""
        return self.spells[0].begin

    @property
    def end(self) -> datetime:
        """The last moment of the span."""
        return self.spells[-1].end

    def share(self, sights: Collection[Sight]) -> float:
        """Return the share of the span with such a sight, 0–1."""
        total = sum((s.length for s in self.spells if s.sight in sights), timedelta())
        return total / (self.end - self.begin)

    def runs(self, sights: Collection[Sight]) -> Iterator[Spell]:
        """Yield spells with such sights, neighbours as one; each has the sight of its first part."""
        run: Spell | None = None
        for spell in self.spells:
            if spell.sight not in sights:
                continue
            if run is not None and run.end == spell.begin:
                run = replace(run, end=spell.end, cut_end=spell.cut_end)
                continue
            if run is not None:
                yield run
            run = spell
        if run is not None:
            yield run

    def longest(self, sights: Collection[Sight]) -> Spell | None:
        """Return the longest time with such sights, None if there is none."""
        return max(self.runs(sights), key=_length, default=None)

    def next(self, after: datetime, sights: Collection[Sight]) -> Spell | None:
        """Return the first time with such sights that begins after a moment, None if none does in the span."""
        return next((run for run in self.runs(sights) if run.begin > after and not run.cut_begin), None)

    def at(self, moment: datetime) -> Spell | None:
        """Return the spell of a moment, None outside the span."""
        return next((s for s in self.spells if s.begin <= moment < s.end), None)

    def change_after(self, moment: datetime) -> Spell | None:
        """Return the next time out of sight if the body is in sight at a moment, else the next one in sight."""
        now = self.at(moment)
        if now is None:
            return None
        return self.next(moment, ANY_SIGHT if now.sight is Sight.HIDDEN else [Sight.HIDDEN])


class SpellProgress(CancelToken):
    """Tells how much of a table is done, 0–1; read by anybody, written by the worker, which it can stop."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0

    def step(self, share: float) -> None:
        """Note how much is done. Raises CancelledError once nobody waits any more."""
        self.check()
        self.share = share


@dataclass(frozen=True, slots=True)
class LightTable:
    """The spells of Sun and Earth from one place over one span."""

    sun: Spells
    earth: Spells


def light_table(
    sky: Sky, observer: Observer, line: Skyline, begin: datetime, end: datetime, progress: SpellProgress | None = None
) -> LightTable:
    """Return when Sun and Earth are in sight over a skyline that goes all round in even steps.

    A year takes some tenths of a second. Raises SkySpanError outside 1959–2060, ValueError for an empty span.
    """
    begin, end = begin.astimezone(UTC), end.astimezone(UTC)
    if end <= begin:
        raise ValueError("the span must end after it begins")
    # asked before the work begins, so that a span half outside is refused at once
    for body in (sky.sun, sky.earth):
        body([begin, end])
    told = progress or SpellProgress()
    sun = _Watch(sky.sun, observer, line).spells(begin, end, told, 0.0)
    return LightTable(sun, _Watch(sky.earth, observer, line).spells(begin, end, told, 0.5))


class _Watch:
    """One body over one skyline."""

    def __init__(self, body: Callable[[NDArray[np.datetime64]], Directions], observer: Observer, line: Skyline) -> None:
        self._body = body
        self._observer = observer
        self._line = line

    def spells(self, begin: datetime, end: datetime, progress: SpellProgress, done: float) -> Spells:
        """Return the spells of a span, half of a progress that stands at `done`."""
        import numpy as np

        first, last = (begin - J2000).total_seconds(), (end - J2000).total_seconds()
        times = np.append(np.arange(first, last, STEP_S), last)
        upper, lower = np.empty(len(times), bool), np.empty(len(times), bool)
        shares = np.empty(len(times))
        for start in range(0, len(times), _CHUNK):
            progress.step(done + 0.5 * start / len(times))
            part = slice(start, start + _CHUNK)
            upper[part], lower[part], shares[part] = self._signs(times[part])
        changes = [(at, True, up) for at, up in self._crossings(times, upper, 0)]
        changes += [(at, False, up) for at, up in self._crossings(times, lower, 1)]
        mean = float(np.trapezoid(shares, times) / (last - first))
        return Spells(_spells(first, last, bool(upper[0]), bool(lower[0]), sorted(changes)), mean)

    def _look(self, times: Floats) -> Apparent:
        return self._observer.look(self._body(_stamps(times)))

    def _signs(self, times: Floats) -> tuple[Bools, Bools, Floats]:
        """Return whether some and whether all of the disc is in sight, and how much of it."""
        import numpy as np

        seen = self._look(times)
        clear, hidden = self._surely(seen)
        upper, lower, shares = ~hidden, clear.copy(), clear.astype(np.float64)
        close = np.flatnonzero(~clear & ~hidden)
        if len(close):
            near = _chosen(seen, close)
            above, below = clearances(near, self._line)
            upper[close], lower[close] = above > 0.0, below >= 0.0
            shares[close] = visible_shares(near, self._line)
        return upper, lower, shares

    def _surely(self, seen: Apparent) -> tuple[Bools, Bools]:
        """Return where the disc stands so high or so low that the ground beside it need not be looked at closely."""
        import numpy as np

        radius = float(seen.angular_radius_deg.max())
        low = seen.elevation_deg < _LOW_DEG
        reach = float(half_widths(np.array([_LOW_DEG]), np.array([radius]))[0])
        lowest, highest = _extremes(self._line, reach)
        at = np.rint(seen.azimuth_deg / 360.0 * len(lowest)).astype(np.intp) % len(lowest)
        over = np.where(low, highest[at], highest.max())
        under = np.where(low, lowest[at], lowest.min())
        return seen.elevation_deg - radius > over, seen.elevation_deg + radius < under

    def _crossings(self, times: Floats, signs: Bools, limb: int) -> list[tuple[float, bool]]:
        """Return when a limb crosses the skyline, and whether it then stands over it."""
        import numpy as np

        at = np.flatnonzero(signs[1:] != signs[:-1])
        if not len(at):
            return []
        low, high, after = times[at].copy(), times[at + 1].copy(), signs[at + 1]
        for _ in range(_HALVINGS):
            middle = (low + high) / 2.0
            over = clearances(self._look(middle), self._line)[limb] > 0.0
            low, high = np.where(over == after, low, middle), np.where(over == after, middle, high)
        return list(zip(((low + high) / 2.0).tolist(), after.tolist(), strict=True))


def _extremes(line: Skyline, reach_deg: float) -> tuple[Floats, Floats]:
    """Return the lowest and the highest of the skyline within a reach of each of its azimuths."""
    import numpy as np

    count = len(line.elevations_deg)
    steps = min(count // 2, int(reach_deg / 360.0 * count) + 2)
    around = np.lib.stride_tricks.sliding_window_view(np.pad(line.elevations_deg, steps, mode="wrap"), 2 * steps + 1)
    return around.min(axis=1), around.max(axis=1)


def _spells(
    first: float, last: float, upper: bool, lower: bool, changes: list[tuple[float, bool, bool]]
) -> tuple[Spell, ...]:
    """Return the spells between the crossings of the limbs: (seconds, whether the upper limb's, over it after)."""
    sights, ends = [_sight(upper, lower)], [first]
    for at, of_upper, after in changes:
        upper, lower = (after, lower) if of_upper else (upper, after)
        now = _sight(upper, lower)
        if now is not sights[-1]:
            sights.append(now)
            ends.append(at)
    ends.append(last)
    moments = [J2000 + timedelta(seconds=round(end)) for end in ends]
    total = len(sights) - 1
    return tuple(
        Spell(a, b, sight, number == 0, number == total)
        for number, ((a, b), sight) in enumerate(zip(pairwise(moments), sights, strict=True))
    )


def _sight(upper: bool, lower: bool) -> Sight:
    if not upper:
        return Sight.HIDDEN
    return Sight.WHOLE if lower else Sight.PARTLY


def _chosen(seen: Apparent, which: NDArray[np.intp]) -> Apparent:
    return Apparent(
        seen.azimuth_deg[which], seen.elevation_deg[which], seen.angular_radius_deg[which], seen.distance_km[which]
    )


def _stamps(times: Floats) -> NDArray[np.datetime64]:
    """Return seconds of UTC since J2000 as moments."""
    import numpy as np

    found: NDArray[np.datetime64] = np.datetime64(J2000.replace(tzinfo=None), "us") + (times * 1e6).astype(
        "timedelta64[us]"
    )
    return found


def _length(spell: Spell) -> timedelta:
    return spell.length
