"""The properties a claim may be about: type, unit, and the event an undated fact belongs to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from atlas.domain.vocabulary import Outcome, Phase, SiteType


class ValueType(StrEnum):
    """How a claim's value is written and read."""

    DATE = "date"
    """EDTF text, or ISO 8601 date-time in UTC."""
    NUMBER = "number"
    TEXT = "text"
    COORDINATE = "coordinate"
    """`[latitude, longitude]`, selenographic degrees, longitude east-positive 0–360."""
    REGION = "region"
    """`[west, south, east, north]`, degrees; west > east where it crosses the prime meridian."""
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Property:
    """One property. `many`: claims add up instead of superseding each other.

    `anchors`: events, in order, from whose day an undated actual fact counts as known.
    """

    id: str
    type: ValueType
    label: str
    unit: str | None = None
    many: bool = False
    anchors: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


_FLIGHT = ("launch", "first_flight")
_TOUCH = ("landing", "impact", "ended")
_END = ("ended", "earth_return", "impact", "contact_lost", "landing", "lunar_orbit", "flyby", "launch")
_START = ("founded", "started", "signed", "opened", "held", "launch", "first_flight")

START_EVENTS: Final = ("launch", "first_flight", "started", "signed", "opened", "founded")
"""Dated events with which an entry begins; the list's date is the first of them that is claimed."""

_D, _N, _T, _C = ValueType.DATE, ValueType.NUMBER, ValueType.TEXT, ValueType.COORDINATE

_ALL = (
    # events, each with a date of its own
    Property("announced", _D, "Announced"),
    Property("founded", _D, "Founded"),
    Property("dissolved", _D, "Dissolved"),
    Property("started", _D, "Started"),
    Property("signed", _D, "Signed"),
    Property("opened", _D, "Opened for signature"),
    Property("held", _D, "Held"),
    Property("launch", _D, "Launch"),
    Property("first_flight", _D, "First flight"),
    Property("lunar_orbit", _D, "In lunar orbit"),
    Property("flyby", _D, "Lunar fly-by"),
    Property("landing", _D, "Landing"),
    Property("impact", _D, "Impact"),
    Property("ascent", _D, "Left the Moon"),
    Property("earth_return", _D, "Return to Earth"),
    Property("contact_lost", _D, "Contact lost"),
    Property("ended", _D, "Ended"),
    Property("paused", _D, "Paused"),
    Property("resumed", _D, "Resumed"),
    Property("cancelled", _D, "Cancelled"),
    Property("completion", _D, "Completion"),
    Property("event", _D, "Event", many=True),
    # derived-status inputs that are judgements of a source
    Property("outcome", ValueType.CHOICE, "Outcome", anchors=_END, choices=tuple(Outcome)),
    Property("outcome_detail", _T, "What happened", anchors=_END),
    Property("cause", _T, "Cause", anchors=_END),
    Property("situation", _T, "Situation"),
    # where
    Property("location", _C, "Location", "deg", anchors=_TOUCH),
    Property("landing_location", _C, "Landed at", "deg", anchors=("landing",)),
    Property("impact_location", _C, "Impact at", "deg", anchors=("impact", "ended")),
    Property("target_location", _C, "Planned landing site", "deg", anchors=_FLIGHT),
    Property("extent", ValueType.REGION, "Extent", "deg"),
    Property("site_type", ValueType.CHOICE, "Type of site", choices=tuple(SiteType)),
    Property("site_name", _T, "Site", anchors=_TOUCH),
    Property("target_name", _T, "Planned site", anchors=_FLIGHT),
    Property("landing_accuracy", _N, "Distance from the aim point", "m", anchors=("landing",)),
    # the flight and its machine
    Property("launcher", _T, "Launcher", anchors=_FLIGHT),
    Property("launch_site", _T, "Launch site", anchors=_FLIGHT),
    Property("launch_mass", _N, "Launch mass", "kg", anchors=_FLIGHT),
    Property("mass", _N, "Mass", "kg", anchors=_FLIGHT),
    Property("lander_mass", _N, "Lander mass", "kg", anchors=_FLIGHT),
    Property("rover_mass", _N, "Rover mass", "kg", anchors=_FLIGHT),
    Property("payload_mass", _N, "Payload mass", "kg", anchors=_FLIGHT),
    Property("payload_leo", _N, "Payload to low Earth orbit", "kg", anchors=_FLIGHT),
    Property("payload_gto", _N, "Payload to geostationary transfer", "kg", anchors=_FLIGHT),
    Property("payload_tli", _N, "Payload to the Moon", "kg", anchors=_FLIGHT),
    Property("height", _N, "Height", "m", anchors=_FLIGHT),
    Property("spacecraft", _T, "Spacecraft", many=True, anchors=_FLIGHT),
    Property("structure", _T, "Structure", anchors=_FLIGHT),
    Property("engines", _T, "Engines", anchors=_FLIGHT),
    Property("instrument", _T, "Instrument", many=True, anchors=_FLIGHT),
    Property("payload", _T, "Payload", many=True, anchors=_FLIGHT),
    Property("crew", _T, "Crew", many=True, anchors=_FLIGHT),
    Property("orbit", _T, "Orbit", anchors=("lunar_orbit", "launch")),
    Property("orbit_period", _N, "Orbital period", "h", anchors=("lunar_orbit", "launch")),
    Property("inclination", _N, "Inclination", "deg", anchors=_FLIGHT),
    Property("antenna", _N, "Antenna", "m", anchors=_FLIGHT),
    Property("design_life", _N, "Design life", "a", anchors=_FLIGHT),
    Property("duration", _N, "Duration", "d", anchors=("ended", "earth_return")),
    Property("closest_approach", _N, "Closest to the Moon", "km", anchors=("flyby", "launch")),
    Property("farthest", _N, "Farthest from Earth", "km", anchors=("flyby", "earth_return", "launch")),
    Property("sample_mass", _N, "Samples", "g", anchors=("earth_return",)),
    Property("sample_age", _N, "Age of the samples", "Ga", anchors=("earth_return",)),
    Property("stage", _T, "Programme stage", anchors=_START),
    # programmes, organisations, agreements
    Property("objective", _T, "Objective", many=True, anchors=_START),
    Property("definition", _T, "Definition", anchors=_START),
    Property("phase", ValueType.CHOICE, "ILRS phase", many=True, choices=tuple(Phase)),
    Property("plan", _T, "Plan", many=True, anchors=_START),
    Property("element", _T, "Element", many=True, anchors=_START),
    Property("member", _T, "Member", many=True),
    Property("member_count", _N, "Members", None, anchors=_START),
    Property("signatory", _T, "Signatory", many=True, anchors=("signed", "opened")),
    Property("form", _T, "Form", anchors=("signed", "held")),
    Property("role", _T, "Role", anchors=("founded",)),
    Property("headquarters", _T, "Seat", anchors=("founded",)),
    Property("head", _T, "Head", anchors=("founded",)),
    Property("effect", _T, "Effect", many=True, anchors=_START),
    Property("energy", _T, "Energy", anchors=_START),
    Property("architecture", _T, "Architecture", anchors=_START),
    Property("cost", _T, "Cost", anchors=_START),
    Property("result", _T, "Result", many=True, anchors=_END),
    Property("remark", _T, "Remark", many=True),
)

PROPERTIES: Final[dict[str, Property]] = {p.id: p for p in _ALL}
"""Every property by id, in the order in which a card shows them."""

EVENT_PROPERTIES: Final = tuple(p.id for p in _ALL if p.type is ValueType.DATE)
