"""Status is derived: from dated events and plans, as of a day."""

from datetime import date

import pytest

from atlas.content.edtf_dates import parse_span
from atlas.domain.claims import Claim, resolve
from atlas.domain.properties import PROPERTIES, ValueType
from atlas.domain.status import derive_status
from atlas.domain.vocabulary import Basis, Kind, Status

A, P = Basis.ACTUAL, Basis.PLANNED


def claim(name: str, value: str, basis: Basis = A, known: date | None = None) -> Claim:
    span = parse_span(value) if PROPERTIES[name].type is ValueType.DATE else None
    day = known or (span.latest if span else None) or date(2000, 1, 1)
    return Claim(f"x#{name}-{value}-{basis}", name, value, None, basis, None, day, (), span)


def status(kind: Kind, as_of: date, *claims: Claim) -> Status | None:
    return derive_status(kind, resolve(claims, as_of), as_of)


PLAN_21 = claim("launch", "2023/2024", P, date(2021, 2, 17))
PLAN_23 = claim("launch", "2026-08", P, date(2023, 5, 1))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 3, 10), Status.PLANNED),
        (date(2024, 12, 31), Status.PLANNED),
        (date(2026, 8, 31), Status.PLANNED),
        (date(2026, 9, 1), Status.OVERDUE),
    ],
)
def test_a_newer_plan_supersedes_an_older_one(day: date, expected: Status) -> None:
    assert status(Kind.MISSION, day, PLAN_21, PLAN_23) is expected


def test_without_the_newer_plan_it_would_be_overdue() -> None:
    assert status(Kind.MISSION, date(2025, 1, 1), PLAN_21) is Status.OVERDUE


def test_a_plan_with_no_date_is_a_plan() -> None:
    assert status(Kind.VEHICLE, date(2026, 1, 1), claim("mass", "1", P)) is Status.PLANNED


def test_a_flight() -> None:
    launch, lost = claim("launch", "2023-08-10T23:10:57Z"), claim("impact", "2023-08-19")
    failed = claim("outcome", "failed", A, date(2023, 8, 19))
    assert status(Kind.MISSION, date(2023, 8, 18), PLAN_21, launch, lost, failed) is Status.UNDER_WAY
    assert status(Kind.MISSION, date(2023, 8, 19), PLAN_21, launch, lost, failed) is Status.FAILED


def test_a_flight_that_is_over_without_a_verdict_has_no_status() -> None:
    assert status(Kind.MISSION, date(2026, 9, 1), claim("launch", "2025-01-15"), claim("impact", "2026-08-05")) is None


def test_pause_and_resumption() -> None:
    history = (claim("started", "2012"), claim("paused", "2024-07-17"), claim("resumed", "2025-09-19"))
    assert status(Kind.PROGRAMME, date(2024, 7, 16), *history) is Status.UNDER_WAY
    assert status(Kind.PROGRAMME, date(2025, 1, 1), *history) is Status.PAUSED
    assert status(Kind.PROGRAMME, date(2025, 9, 19), *history) is Status.UNDER_WAY


def test_cancelled_after_a_pause() -> None:
    history = (claim("paused", "2024-01-01"), claim("cancelled", "2024-06-01"))
    assert status(Kind.PROGRAMME, date(2024, 3, 1), *history) is Status.PAUSED
    assert status(Kind.PROGRAMME, date(2024, 6, 1), *history) is Status.CANCELLED


def test_a_planned_cancellation_cancels_nothing() -> None:
    assert (
        status(
            Kind.PROGRAMME, date(2026, 1, 1), claim("started", "2000"), claim("cancelled", "2030", P, date(2025, 1, 1))
        )
        is Status.UNDER_WAY
    )


def test_kinds_that_have_another_or_no_status() -> None:
    assert status(Kind.SITE, date(2026, 1, 1), claim("location", "x")) is None
    assert status(Kind.ORGANISATION, date(2026, 1, 1), claim("role", "x")) is Status.UNDER_WAY
    assert status(Kind.AGREEMENT, date(2026, 1, 1), claim("held", "2020-02")) is Status.SUCCEEDED
    assert (
        status(
            Kind.AGREEMENT,
            date(2021, 3, 8),
            claim("signed", "2021-03", P, date(2021, 2, 17)),
            claim("signed", "2021-03-09"),
        )
        is Status.PLANNED
    )
    assert status(Kind.AGREEMENT, date(2021, 3, 9), claim("signed", "2021-03-09")) is Status.UNDER_WAY


def test_reported_beats_planned_and_actual_beats_reported() -> None:
    reported = claim("launch_mass", "2", Basis.REPORTED, date(2024, 1, 1))
    planned, actual = claim("launch_mass", "1", P, date(2025, 1, 1)), claim("launch_mass", "3", A, date(2020, 1, 1))
    held = resolve([planned, reported], date(2026, 1, 1))[0]
    assert (held.claim.value, [c.value for c in held.superseded]) == ("2", ["1"])
    held = resolve([planned, reported, actual], date(2026, 1, 1))[0]
    assert held.claim.value == "3"
    assert [c.value for c in held.history] == ["3", "2", "1"]
