from datetime import UTC, datetime, timedelta, timezone

import pytest

from atlas.domain.light import FIRST, LAST, Span, held, known, read_time, window, write_time

WHEN = datetime(2026, 11, 22, 18, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.DAY, "2026-11-22T00:00Z", "2026-11-23T00:00Z"),
        (Span.LUNAR_DAY, "2026-11-08T00:00Z", "2026-12-07T12:44Z"),
        (Span.MONTH, "2026-11-01T00:00Z", "2026-12-01T00:00Z"),
        (Span.YEAR, "2026-01-01T00:00Z", "2027-01-01T00:00Z"),
    ],
)
def test_a_window_holds_its_time(span, first, last):
    shown = window(span, WHEN)
    assert write_time(shown.start) == first
    assert timedelta(0) <= shown.end - read_time(last) < shown.step
    assert abs(shown.time(shown.index(WHEN)) - WHEN) <= shown.step / 2
    assert window(span, shown.time(shown.index(WHEN))).start == shown.start
    assert shown.index(shown.start - timedelta(days=9000)) == 0
    assert shown.index(shown.end + timedelta(days=9000)) == shown.count


@pytest.mark.parametrize("span", list(Span))
@pytest.mark.parametrize("time", [FIRST, LAST])
def test_windows_at_the_ends_stay_inside_what_is_known(span, time):
    shown = window(span, time)
    assert known(shown.time(0))
    assert known(shown.time(shown.count))


def test_what_is_known():
    assert known(FIRST)
    assert known(LAST)
    assert not known(FIRST - timedelta(minutes=1))
    assert not known(datetime(2061, 1, 1, tzinfo=UTC))
    assert held(datetime(1950, 1, 1, tzinfo=UTC)) == FIRST
    assert held(datetime(2070, 1, 1, tzinfo=UTC)) == LAST


def test_times_come_back():
    assert read_time(write_time(WHEN)) == WHEN
    assert write_time(WHEN.astimezone(timezone(timedelta(hours=8)))) == "2026-11-22T18:07Z"
    assert read_time("2026-11-22T18:07") == WHEN
    with pytest.raises(ValueError, match="yesterday"):
        read_time("yesterday")
