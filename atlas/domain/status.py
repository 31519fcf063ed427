"""What has become of an entry, derived from what is claimed about it; a status is never typed in."""

from collections.abc import Iterable
from datetime import date

from atlas.domain.claims import Claim, Holding
from atlas.domain.properties import START_EVENTS
from atlas.domain.vocabulary import Basis, Kind, Status


def _day(claim: Claim) -> date:
    span = claim.span
    if span is None:
        return claim.known
    return span.latest or span.earliest or claim.known


def derive_status(kind: Kind, holdings: Iterable[Holding], as_of: date) -> Status | None:
    """Return the status on a day, from what holds on that day; None where the question has no sense.

    It has none for sites, and for a flight that is over and of which no source says how it ended.

    In this order: cancelled or paused unless resumed since; a claimed outcome; a beginning that happened;
    the newest plan of a beginning (overdue once its last day is past); otherwise planned.
    """
    if kind is Kind.SITE:
        return None
    held = {h.property: h.claim for h in holdings if h.property != "event"}
    done = {name: claim for name, claim in held.items() if claim.basis is not Basis.PLANNED}
    stopped = _stopped(done)
    if stopped is not None:
        return stopped
    if "outcome" in done:
        return Status(str(done["outcome"].value))
    if kind is Kind.MISSION and not done.keys().isdisjoint(("impact", "ended", "earth_return")):
        return None
    if "held" in done:
        return Status.SUCCEEDED
    if "dissolved" in done:
        return Status.CANCELLED
    if kind is Kind.ORGANISATION or any(name in done for name in START_EVENTS):
        return Status.UNDER_WAY
    for name in (*START_EVENTS, "held", "landing"):
        plan = held.get(name)
        if plan is not None:
            latest = plan.span.latest if plan.span is not None else None
            return Status.OVERDUE if latest is not None and latest < as_of else Status.PLANNED
    return Status.PLANNED


def _stopped(done: dict[str, Claim]) -> Status | None:
    """Return cancelled or paused, whichever came last, unless a resumption came after it."""
    resumed = _day(done["resumed"]) if "resumed" in done else date.min
    stops = [
        (_day(done[name]), status)
        for name, status in (("paused", Status.PAUSED), ("cancelled", Status.CANCELLED))
        if name in done and _day(done[name]) > resumed
    ]
    return max(stops)[1] if stops else None
