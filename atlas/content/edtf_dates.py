"""Reads EDTF text and ISO 8601 instants into `DateSpan`s (compile time only: the EDTF library builds a grammar)."""

import re
from datetime import UTC, date, datetime
from functools import cache
from time import struct_time

from atlas.domain.dates import DatePrecision, DateSpan

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z")


@cache
def parse_span(text: str) -> DateSpan:
    """Return the span of an EDTF text (levels 0 and 1) or of a UTC instant such as `2023-08-10T23:10Z`.

    Raises ValueError with what was expected.
    """
    match = _INSTANT.fullmatch(text)
    if match:
        day = datetime.fromisoformat(text).astimezone(UTC).date()
        precision = DatePrecision.SECOND if match.group(1) else DatePrecision.MINUTE
        return DateSpan(text, day, day, precision)
    if "T" in text or text.startswith("/") or text.endswith("/"):
        raise ValueError(
            f"{text!r}: expected an EDTF date such as 2026-08, 2023/2024, 2030~, ../2030, "
            "or a UTC instant such as 2023-08-10T23:10Z"
        )
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, ValueError, AttributeError, TypeError) as error:
        raise ValueError(f"{text!r}: expected an EDTF date such as 2026-08, 2023/2024, 2030~ or ../2030") from error
    earliest, latest = _day(lower), _day(upper)
    if earliest and latest and earliest > latest:
        raise ValueError(f"{text!r}: expected the earlier end of the span first")
    approximate = any(mark in text for mark in "~?%")
    return DateSpan(text, earliest, latest, _precision(text), approximate)


def _day(value: struct_time | float) -> date | None:
    return date(value.tm_year, value.tm_mon, value.tm_mday) if isinstance(value, struct_time) else None


def _precision(text: str) -> DatePrecision:
    plain = text.rstrip("~?%")
    if "/" in text:
        return DatePrecision.RANGE
    if "X" in plain:
        return DatePrecision.DECADE
    parts = plain.split("-")
    if len(parts) == 1:
        return DatePrecision.YEAR
    if len(parts) == 2:
        return DatePrecision.SEASON if int(parts[1]) > 12 else DatePrecision.MONTH
    return DatePrecision.DAY
