"""Days and imprecise dates. Parsing of EDTF proper happens when content is compiled (`atlas.content.edtf_dates`)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class DatePrecision(StrEnum):
    """How finely a date is stated."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """An imprecise date: its EDTF text and the first and last day (UTC) it can mean.

    `earliest` or `latest` is None where the text leaves that end open (`2035/..`).
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: DatePrecision
    approximate: bool = False
    """Marked `~` (about) or `?` (uncertain) in the text."""


def last_day(text: str) -> date:
    """Return the last day that a partial ISO date (`2021`, `2021-03`, `2021-03-09`) can mean.

    Raises ValueError for anything else and for days that do not exist.
    """
    match = _PARTIAL.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(g) if g else None for g in match.groups())
    if year is None or year == 0:
        raise ValueError(f"{text!r} is not a date: the year 0000 does not exist")
    if month is None:
        return date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"{text!r} is not a date: there is no month {month:02d}")
    days = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, days)
    if not 1 <= day <= days:
        raise ValueError(f"{text!r} is not a date: {year}-{month:02d} has {days} days")
    return date(year, month, day)


def parse_instant(text: str) -> datetime:
    """Return a UTC instant from ISO 8601 text; a bare date means 00:00 UTC, no zone means UTC.

    Raises ValueError if it is not one.
    """
    from datetime import UTC

    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise ValueError(f"{text!r} is not a time: write it like 2026-11-22T14:00Z") from error
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def short_text(span: DateSpan, *, planned: bool) -> str:
    """Write a date for a list: the year, `~` for about, `?` for a plan known only to the year or worse."""
    if span.earliest is None:
        return f"≤{span.latest.year}" if span.latest else "?"
    if span.latest is None:
        return f"≥{span.earliest.year}"
    years = (
        str(span.earliest.year)
        if span.earliest.year == span.latest.year
        else f"{span.earliest.year}–{span.latest.year}"
    )
    if span.approximate:
        return f"~{years}"
    vague = span.precision in {DatePrecision.YEAR, DatePrecision.RANGE, DatePrecision.DECADE, DatePrecision.SEASON}
    return f"{years}?" if planned and vague else years


def midpoint(span: DateSpan) -> date | None:
    """Return the day in the middle of the span (its known end where one end is open), for sorting and drawing."""
    if span.earliest is None or span.latest is None:
        return span.earliest or span.latest
    return span.earliest + timedelta(days=(span.latest - span.earliest).days // 2)
