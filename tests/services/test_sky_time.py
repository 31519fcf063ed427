"""UTC and TDB: leap seconds, the years before them, the way back, the end of the table."""

from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.services.sky.time_scales import J2000, LEAP_DAYS, TABLE_END, extrapolated, tai_minus_utc, to_tdb, to_utc


def seconds(year, month=1, day=1):
    return np.array([(datetime(year, month, day, tzinfo=UTC) - J2000).total_seconds()])


@pytest.mark.parametrize(
    ("day", "difference"),
    [
        # from tai-utc.dat of the US Naval Observatory
        ((1961, 1, 1), 1.422818),
        ((1965, 7, 1), 3.7401300 + (38_942 - 38_761) * 0.001296),
        ((1968, 2, 1), 4.2131700 + (39_887 - 39_126) * 0.002592),
        ((1972, 1, 1), 10),
        ((1972, 6, 30), 10),
        ((1972, 7, 1), 11),
        ((1980, 1, 6), 19),
        ((1999, 1, 1), 32),
        ((2016, 12, 31), 36),
        ((2017, 1, 1), 37),
        ((2060, 1, 1), 37),
    ],
)
def test_tai_minus_utc(day, difference):
    assert tai_minus_utc(seconds(*day))[0] == pytest.approx(difference, abs=1e-9)


def test_27_leap_seconds():
    assert len(LEAP_DAYS) == 27
    assert list(LEAP_DAYS) == sorted(set(LEAP_DAYS))
    assert all((day.month, day.day) in {(1, 1), (7, 1)} for day in LEAP_DAYS)


@pytest.mark.parametrize(("year", "delta_t"), [(1959.0, 32.68), (1960.0, 33.15), (1965.0, 35.73), (1970.0, 40.18)])
def test_early_years_stay_near_the_published_difference_of_universal_time(year, delta_t):
    # dynamical minus universal time as in the Astronomical Almanac; UTC was steered to 0.1 s of universal time
    utc = seconds(2000) + (year - 2000.0) * 365.25 * 86_400
    assert (tai_minus_utc(utc) + 32.184)[0] == pytest.approx(delta_t, abs=0.15)


def test_tdb_of_a_moment():
    # 2000-01-01 12:00 terrestrial time is 11:58:55.816 UTC; TDB keeps within 2 ms of it
    assert to_tdb(datetime(2000, 1, 1, 11, 58, 55, 816_000, tzinfo=UTC))[0] == pytest.approx(0.0, abs=2e-3)
    # 8,818 days and 11:23 h of UTC since J2000, 37 s of TAI − UTC, 32.184 s of TT − TAI
    assert to_tdb(datetime(2024, 2, 22, 23, 23, tzinfo=UTC))[0] == pytest.approx(761_916_249.18, abs=0.01)


def test_all_forms_of_times_agree():
    when = datetime(2026, 11, 22, 18, 30, 0, 250_000, tzinfo=UTC)
    tdb = to_tdb(when)
    assert tdb.shape == (1,)
    assert to_tdb([when, when]).tolist() == [tdb[0]] * 2
    assert to_tdb(np.array([when.replace(tzinfo=None)], dtype="datetime64[us]"))[0] == tdb[0]
    assert to_tdb(when.astimezone(timezone(timedelta(hours=8))))[0] == tdb[0]
    assert to_tdb(float(tdb[0]))[0] == tdb[0]
    assert to_tdb(tdb)[0] == tdb[0]


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="UTC"):
        to_tdb(datetime(2026, 1, 1))  # noqa: DTZ001


@given(st.datetimes(datetime(1959, 1, 1), datetime(2060, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001
def test_there_and_back(when):
    back = to_utc(float(to_tdb(when)[0]))
    # the second before a leap is named twice, and so were tenths of a second before 1972
    leap = any(abs(when.date() - day) <= timedelta(days=1) for day in LEAP_DAYS)
    twice = timedelta(seconds=1.1 if leap else 0.11 if when.year < 1972 else 0)
    assert abs(back - when) <= max(twice, timedelta(microseconds=2))


def test_where_the_table_ends_it_says_so():
    before, after = TABLE_END - timedelta(seconds=1), TABLE_END
    assert extrapolated([before, after]).tolist() == [False, True]
    assert extrapolated(datetime(1959, 1, 1, tzinfo=UTC)).tolist() == [False]
