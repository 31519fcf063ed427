"""The date of the light: a moment in UTC, the spans of time it is moved in, the steps it takes."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

FIRST: Final = datetime(1959, 1, 1, tzinfo=UTC)
LAST: Final = datetime(2060, 12, 31, 23, 59, tzinfo=UTC)
"""The first and the last minute for which the places of Sun and Earth are known."""
LUNATION: Final = timedelta(days=29, hours=12, minutes=44)
"""The mean synodic month, 29.530589 days (Explanatory Supplement to the Astronomical Almanac), to the minute."""
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)


class Span(StrEnum):
    """How much time a sweep of the hand covers."""

    DAY = "day"
    LUNAR_DAY = "lunar-day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time, cut into `count` steps of `step`."""

    start: datetime
    step: timedelta
    count: int

    @property
    def end(self) -> datetime:
        """The end of the last step."""
        return self.start + self.step * self.count

    def index(self, time: datetime) -> int:
        """Return the step nearest to a time, held inside."""
        return min(max(round((time - self.start) / self.step), 0), self.count)

    def time(self, index: int) -> datetime:
        """Return the time of a step, held inside what is known."""
        return held(self.start + self.step * index)


_STEPS: Final = {
    Span.DAY: timedelta(minutes=2),
    Span.LUNAR_DAY: timedelta(minutes=20),
    Span.MONTH: timedelta(minutes=20),
    Span.YEAR: timedelta(hours=4),
}


def known(time: datetime) -> bool:
    """Return whether the places of Sun and Earth are known at a time."""
    return FIRST <= time < LAST + _MINUTE


def held(time: datetime) -> datetime:
    """Return the nearest time that is known."""
    return min(max(time, FIRST), LAST)


def to_minute(time: datetime) -> datetime:
    """Return a time in UTC without its seconds."""
    return time.astimezone(UTC).replace(second=0, microsecond=0)


def window(span: Span, time: datetime) -> Window:
    """Return the stretch that holds a time: its day, month or year; a lunar day has the time near its middle."""
    time = time.astimezone(UTC)
    midnight = time.replace(hour=0, minute=0, second=0, microsecond=0)
    if span is Span.DAY:
        start, end = midnight, midnight + DAY
    elif span is Span.LUNAR_DAY:
        # midnights, so that it stays put while the time moves within a day
        start = midnight - timedelta(days=14)
        end = start + LUNATION
    elif span is Span.MONTH:
        start = midnight.replace(day=1)
        end = (start + timedelta(days=32)).replace(day=1)
    else:
        start = midnight.replace(month=1, day=1)
        end = start.replace(year=start.year + 1)
    step = _STEPS[span]
    return Window(start, step, math.ceil((end - start) / step))


def read_time(text: str) -> datetime:
    """Read a moment in UTC such as `2026-11-22T18:00Z`. Raises ValueError for anything else."""
    time = datetime.fromisoformat(text)
    return to_minute(time if time.tzinfo is not None else time.replace(tzinfo=UTC))


def write_time(time: datetime) -> str:
    """Write a moment as `2026-11-22T18:00Z`."""
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M}Z"
