"""Values as people read them: dates in words, numbers with their units, positions."""

import re
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from atlas.domain.claims import Claim
from atlas.domain.coordinates import LatLon
from atlas.domain.entries import Picture
from atlas.domain.properties import PROPERTIES, ValueType
from atlas.services.labels import choice_label
from atlas.services.units import METRIC, Units

NARROW: Final = "\u202f"
"""Narrow no-break space: between groups of digits."""
NO_BREAK: Final = "\u00a0"

_PART: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_INSTANT: Final = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})T(?P<clock>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z")
_DECADE: Final = re.compile(r"(\d{3})X")


def format_day(day: date) -> str:
    """Write a day in words: `10 August 2023`."""
    translate = QCoreApplication.translate
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("Format", "d MMMM yyyy"))


def format_day_short(day: date) -> str:
    """Write a day in little room: `10 Aug 2023`."""
    translate = QCoreApplication.translate
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("Format", "d MMM yyyy"))


def format_partial(text: str, *, short: bool = False) -> str:
    """Write a partial ISO date (`2021`, `2021-03`, `2021-03-09`) in words; other text comes back as it is."""
    match = _PART.fullmatch(text)
    if match is None:
        return text
    year, month, day = (int(part) if part else 0 for part in match.groups())
    translate = QCoreApplication.translate
    if not month:
        # Chinese writes 年 behind it
        return translate("Format", "{year}").format(year=year)
    if month > 12:
        return _season(year, month)
    if not day:
        return _month(year, month, short=short)
    try:
        whole = date(year, month, day)
    except ValueError:
        return text
    return format_day_short(whole) if short else format_day(whole)


def _month(year: int, month: int, *, short: bool, leaning: bool = False) -> str:
    """Write a month; `leaning`: after a preposition, where Russian bends its name."""
    translate, locale = QCoreApplication.translate, QLocale()
    pattern = translate("Format", "MMM yyyy") if short else translate("Format", "MMMM yyyy")
    if not leaning:
        # Qt's pattern always bends it
        length = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
        pattern = re.sub("M{3,4}", f"'{locale.standaloneMonthName(month, length)}'", pattern)
    return locale.toString(QDate(year, month, 1), pattern)


def _season(year: int, code: int) -> str:
    translate = QCoreApplication.translate
    words = {
        21: translate("Format", "spring {year}"),
        22: translate("Format", "summer {year}"),
        23: translate("Format", "autumn {year}"),
        24: translate("Format", "winter {year}"),
        33: translate("Format", "first quarter of {year}"),
        34: translate("Format", "second quarter of {year}"),
        35: translate("Format", "third quarter of {year}"),
        36: translate("Format", "fourth quarter of {year}"),
        40: translate("Format", "first half of {year}"),
        41: translate("Format", "second half of {year}"),
    }
    return words.get(code, "{year}").format(year=year)


def format_edtf(text: str, *, short: bool = False) -> str:
    """Write an EDTF date or a UTC instant in words.

    `2023-08-10T23:10Z` is "10 August 2023, 23:10 UTC", `2023/2024` is "2023–2024", `2030~` "about 2030",
    `2028?` "2028, uncertain", `../2030` "by 2030", `2035/..` "from 2035", `203X` "the 2030s".
    """
    translate = QCoreApplication.translate
    instant = _INSTANT.fullmatch(text)
    if instant:
        day = datetime.fromisoformat(instant["day"]).date()
        written = format_day_short(day) if short else format_day(day)
        return translate("Format", "{day}, {clock} UTC").format(day=written, clock=instant["clock"])
    if "/" in text:
        start, _, end = text.partition("/")
        if start in {"", ".."}:
            return translate("Format", "by {end}").format(end=_leaning(end, short=short))
        if end in {"", ".."}:
            return translate("Format", "from {start}").format(start=_leaning(start, short=short))
        return _joined(start, end, short=short)
    mark = text[-1:] if text[-1:] in "~?%" else ""
    plain = text.rstrip("~?%")
    written = format_partial(plain, short=short)
    if _DECADE.fullmatch(plain):
        written = translate("Format", "the {year}s").format(year=f"{plain[:3]}0")
    elif mark in {"~", "%"}:
        written = _leaning(plain, short=short)
    if mark == "~":
        return translate("Format", "about {date}").format(date=written)
    if mark == "?":
        return translate("Format", "{date}, uncertain").format(date=written)
    if mark == "%":
        return translate("Format", "about {date}, uncertain").format(date=written)
    return written


def _leaning(text: str, *, short: bool) -> str:
    """Write a date that stands after a preposition."""
    match = _PART.fullmatch(text)
    if match is not None and match["month"] and not match["day"] and int(match["month"]) <= 12:
        return _month(int(match["year"]), int(match["month"]), short=short, leaning=True)
    return format_edtf(text, short=short)


def _joined(start: str, end: str, *, short: bool) -> str:
    # a dash between bare years stands tight, between dates of several words it has air
    if start.isdigit() and end.isdigit():
        return QCoreApplication.translate("Format", "{start}–{end}").format(start=start, end=end)
    return f"{format_edtf(start, short=short)} – {format_edtf(end, short=short)}"


def format_number(value: float) -> str:
    """Write a number with at most four decimals, its thousands apart: `8 200`, `1 935.3`."""
    rounded = round(float(value), 4)
    whole, _, decimals = f"{abs(rounded):.4f}".rstrip("0").rstrip(".").partition(".")
    if len(whole) > 3:
        groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)]
        whole = NARROW.join(reversed(groups))
    sign = "−" if rounded < 0 else ""
    point = QLocale().decimalPoint()
    return f"{sign}{whole}{point}{decimals}" if decimals else f"{sign}{whole}"


def format_quantity(value: float, unit: str | None, uncertainty: float | None = None) -> str:
    """Write a number with its unit and, where known, its uncertainty."""
    number = format_number(value)
    if uncertainty:
        number = f"{number} ± {format_number(uncertainty)}"
    if not unit:
        return number
    if unit == "deg":
        return f"{number}°"
    count = _count(value)
    translate = QCoreApplication.translate
    words = {
        # commands have no plural forms loaded: one of a thing is a text of its own
        "a": translate("Format", "year") if count == 1 else translate("Format", "years", "", count),
        "d": translate("Format", "day") if count == 1 else translate("Format", "days", "", count),
        "h": translate("Format", "hour") if count == 1 else translate("Format", "hours", "", count),
        "Ga": translate("Format", "billion years"),
        "m": translate("Format", "m"),
        "km": translate("Format", "km"),
        "g": translate("Format", "g"),
        "kg": translate("Format", "kg"),
        "t": translate("Format", "t"),
    }
    return f"{number}{NO_BREAK}{words.get(unit, unit)}"


def format_region(bounds: tuple[float, ...]) -> str:
    """Write an extent (west, south, east, north) in degrees."""
    west, south, east, north = bounds
    low, high = sorted((abs(south), abs(north)))
    half = "S" if south < 0 else "N"
    return f"{low:.2f}–{high:.2f}°{half}, {west:.2f}–{east:.2f}°E"


def format_claim(claim: Claim, *, short: bool = False, units: Units = METRIC) -> str:
    """Write a claim's value as plain text; positions in the units given, figures in those of their source."""
    value = claim.value
    kind = PROPERTIES[claim.property].type
    if kind is ValueType.DATE and isinstance(value, str):
        return format_edtf(value, short=short)
    if kind is ValueType.CHOICE and isinstance(value, str):
        return choice_label(value)
    if isinstance(value, tuple):
        if len(value) == 2:
            return units.position(LatLon(*value))
        return format_region(value) if len(value) == 4 else ", ".join(format_number(part) for part in value)
    if isinstance(value, str):
        return value
    return format_quantity(value, claim.unit or PROPERTIES[claim.property].unit, claim.uncertainty)


def format_days(days: int) -> str:
    """Write a slip: days below two months, then months, then years."""
    translate = QCoreApplication.translate
    size = abs(days)
    if size < 60:
        return translate("Format", "1 day") if size == 1 else translate("Format", "%n days", "", size)
    months = round(size / 30.44)
    if size < 730:
        return translate("Format", "%n months", "", months)
    return format_quantity(round(size / 365.25, 1), "a").replace(NO_BREAK, " ")


def _count(value: float) -> int:
    """Return the number by which a language chooses its plural form; Russian bends words after fractions as after 2."""
    return round(value) if float(value).is_integer() else 2


def picture_credit(picture: Picture) -> str:
    """Return what always stands with a picture: whose it is, its licence, when it was made."""
    parts = [part for part in (picture.credit, picture.licence) if part]
    if picture.date:
        day = format_partial(picture.date)
        parts.append(day if picture.file is None else made_on(day))
    if picture.file is None:
        parts.append(QCoreApplication.translate("Card", "not reproduced here"))
    return " · ".join(parts)


def made_on(day: str) -> str:
    """Say when a picture was made: a bare date beside a lander of 2013 would be taken for the day it shows."""
    return QCoreApplication.translate("Card", "made {date}").format(date=day)
