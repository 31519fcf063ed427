"""Partial dates, EDTF spans, and how a list writes them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.content.edtf_dates import parse_span
from atlas.domain.dates import DatePrecision, last_day, midpoint, parse_instant, short_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021", date(2021, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2021-03-09", date(2021, 3, 9)),
        (" 1958 ", date(1958, 12, 31)),
    ],
)
def test_a_partial_date_counts_from_its_last_day(text: str, expected: date) -> None:
    assert last_day(text) == expected


@pytest.mark.parametrize(
    "text", ["", "21", "2021-13", "2021-00", "2021-02-29", "2021-2-1", "0000", "2021-03-09T10:00", "２０２１x", "-2021"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        last_day(text)


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_day_reads_as_itself(day: date) -> None:
    assert last_day(day.isoformat()) == day
    span = parse_span(day.isoformat()) if day.year >= 1000 else None
    if span is not None:
        assert (span.earliest, span.latest, span.precision) == (day, day, DatePrecision.DAY)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2023/2024", date(2023, 1, 1), date(2024, 12, 31), DatePrecision.RANGE),
        ("2026-08", date(2026, 8, 1), date(2026, 8, 31), DatePrecision.MONTH),
        ("2030~", date(2030, 1, 1), date(2030, 12, 31), DatePrecision.YEAR),
        ("2026-21", date(2026, 3, 1), date(2026, 5, 31), DatePrecision.SEASON),
        ("203X", date(2030, 1, 1), date(2039, 12, 31), DatePrecision.DECADE),
        ("2036/..", date(2036, 1, 1), None, DatePrecision.RANGE),
        ("../2030", None, date(2030, 12, 31), DatePrecision.RANGE),
        ("2023-08-10T23:10:57Z", date(2023, 8, 10), date(2023, 8, 10), DatePrecision.SECOND),
        ("2025-02-27T00:16Z", date(2025, 2, 27), date(2025, 2, 27), DatePrecision.MINUTE),
    ],
)
def test_spans(text: str, earliest: date | None, latest: date | None, precision: DatePrecision) -> None:
    span = parse_span(text)
    assert (span.text, span.earliest, span.latest, span.precision) == (text, earliest, latest, precision)
    assert span.approximate == ("~" in text)


@pytest.mark.parametrize(
    "text", ["", "soon", "2024/2023", "/2030", "2030/", "2025-02-27T00:16", "2025-02-30", "2026-13"]
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse_span(text)


@pytest.mark.parametrize(
    ("text", "planned", "expected"),
    [
        ("2027", True, "2027?"),
        ("2027", False, "2027"),
        ("2029~", True, "~2029"),
        ("2024-05-03", False, "2024"),
        ("2026-08", True, "2026"),
        ("2023/2024", True, "2023–2024?"),
        ("2036/..", True, "≥2036"),
        ("../2030", True, "≤2030"),
    ],
)
def test_dates_in_the_list(text: str, planned: bool, expected: str) -> None:
    assert short_text(parse_span(text), planned=planned) == expected


def test_midpoints() -> None:
    assert midpoint(parse_span("2023/2024")) == date(2024, 1, 1)
    assert midpoint(parse_span("2036/..")) == date(2036, 1, 1)


def test_instants_are_utc() -> None:
    assert parse_instant("2026-11-22") == datetime(2026, 11, 22, tzinfo=UTC)
    assert parse_instant("2026-11-22T17:00+03:00") == datetime(2026, 11, 22, 14, tzinfo=UTC)
    with pytest.raises(ValueError, match="write it like"):
        parse_instant("noon")
