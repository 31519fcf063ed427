"""UTC and TDB, the time of the ephemeris, as seconds since J2000 (2000-01-01 12:00).

From 1972 UTC keeps step with atomic time by leap seconds (IERS Bulletins C). From 1960 to 1971 it ran at a rate of
its own with small steps: the formulae of the Bureau International de l'Heure, which the US Naval Observatory's
tai-utc.dat still lists. For 1959, before UTC, the line of 1960 is carried back: it stays within 0.1 s of the published
difference between dynamical and universal time, and in that time the Sun moves by 0.05″. After the end of the table no
further leap second is assumed, and `extrapolated` says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Times = datetime | Sequence[datetime] | NDArray[Any] | float
    """Aware datetimes, an array of datetime64 (UTC), or TDB seconds since J2000 as a number or an array."""

J2000: Final = datetime(2000, 1, 1, 12, tzinfo=UTC)
LEAP_DAYS: Final = tuple(
    date(year, month, 1)
    for year, month in (
        (1972, 7), (1973, 1), (1974, 1), (1975, 1), (1976, 1), (1977, 1), (1978, 1), (1979, 1), (1980, 1), (1981, 7),
        (1982, 7), (1983, 7), (1985, 7), (1988, 1), (1990, 1), (1991, 1), (1992, 7), (1993, 7), (1994, 7), (1996, 1),
        (1997, 7), (1999, 1), (2006, 1), (2009, 1), (2012, 7), (2015, 7), (2017, 1),
    )
)  # fmt: skip
"""The days that began one second later: 27 since 1972."""
TABLE_END: Final = datetime(2027, 6, 28, tzinfo=UTC)
"""The list of July 2026 vouches for the table until this day."""
_TT_MINUS_TAI: Final = 32.184
_TAI_MINUS_UTC_1972: Final = 10.0
_DAY: Final = 86_400.0
_MJD_OF_J2000: Final = 51_544.5
_ORDINAL_OF_MJD_0: Final = 678_576
_DRIFTS: Final = (
    # from, TAI − UTC in seconds on a reference day (MJD), seconds a day
    (date(1959, 1, 1), 1.417818, 37_300, 0.001296),
    (date(1961, 1, 1), 1.422818, 37_300, 0.001296),
    (date(1961, 8, 1), 1.372818, 37_300, 0.001296),
    (date(1962, 1, 1), 1.845858, 37_665, 0.0011232),
    (date(1963, 11, 1), 1.945858, 37_665, 0.0011232),
    (date(1964, 1, 1), 3.240130, 38_761, 0.001296),
    (date(1964, 4, 1), 3.340130, 38_761, 0.001296),
    (date(1964, 9, 1), 3.440130, 38_761, 0.001296),
    (date(1965, 1, 1), 3.540130, 38_761, 0.001296),
    (date(1965, 3, 1), 3.640130, 38_761, 0.001296),
    (date(1965, 7, 1), 3.740130, 38_761, 0.001296),
    (date(1965, 9, 1), 3.840130, 38_761, 0.001296),
    (date(1966, 1, 1), 4.313170, 39_126, 0.002592),
    (date(1968, 2, 1), 4.213170, 39_126, 0.002592),
)


def to_tdb(times: Times) -> NDArray[np.float64]:
    """Return TDB seconds since J2000, shape (N,). Raises ValueError for a datetime without a time zone."""
    import numpy as np

    if isinstance(times, datetime):
        return _tdb_of_utc(np.array([_seconds(times)]))
    if isinstance(times, np.ndarray) and times.dtype.kind == "M":
        since = times.ravel() - np.datetime64(J2000.replace(tzinfo=None), "us")
        return _tdb_of_utc(since / np.timedelta64(1, "s"))
    if isinstance(times, Sequence):
        return _tdb_of_utc(np.array([_seconds(t) for t in times], dtype=np.float64))
    return np.atleast_1d(np.asarray(times, dtype=np.float64)).ravel()


def to_utc(tdb: float) -> datetime:
    """Return the UTC of TDB seconds since J2000, to the nearest microsecond."""
    import numpy as np

    utc = tdb
    # the difference changes by nanoseconds between the guesses, but for the second before a leap
    for _ in range(3):
        utc -= float(_tdb_of_utc(np.array([utc]))[0]) - tdb
    return J2000 + timedelta(seconds=utc)


def extrapolated(times: Times) -> NDArray[np.bool_]:
    """Return, shape (N,), whether a time lies beyond the end of the table of leap seconds."""
    return to_tdb(times) >= to_tdb(TABLE_END)


def tai_minus_utc(utc: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return TAI − UTC in seconds at UTC calendar seconds since J2000 (86,400 a day), shape (N,)."""
    import numpy as np

    mjd = utc / _DAY + _MJD_OF_J2000
    leaps = np.array([_mjd(day) for day in LEAP_DAYS])
    found: NDArray[np.float64] = _TAI_MINUS_UTC_1972 + np.searchsorted(leaps, mjd, side="right").astype(np.float64)
    early = mjd < _mjd(date(1972, 1, 1))
    if early.any():
        begins = np.array([_mjd(row[0]) for row in _DRIFTS])
        _, base, reference, rate = zip(*_DRIFTS, strict=True)
        row = np.clip(np.searchsorted(begins, mjd, side="right") - 1, 0, len(_DRIFTS) - 1)
        found = np.where(early, np.array(base)[row] + (mjd - np.array(reference)[row]) * np.array(rate)[row], found)
    return found


def _tdb_of_utc(utc: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    tt = utc + tai_minus_utc(utc) + _TT_MINUS_TAI
    # the yearly term (Moyer 1981); the rest stays below 0.05 ms
    anomaly = 6.239996 + 1.99096871e-7 * tt
    return tt + 0.001657 * np.sin(anomaly + 0.01671 * np.sin(anomaly))


def _seconds(when: datetime) -> float:
    if when.tzinfo is None:
        raise ValueError(f"{when.isoformat()} has no time zone: the sky needs UTC")
    return (when - J2000).total_seconds()


def _mjd(day: date) -> int:
    return day.toordinal() - _ORDINAL_OF_MJD_0
