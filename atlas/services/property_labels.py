"""Names of the properties of a claim, in the language of the interface."""

from PySide6.QtCore import QCoreApplication


def property_label(name: str) -> str:
    """Return the label of a property; its id where it has none."""
    return {**_events(), **_places(), **_flight(), **_bodies()}.get(name, name)


def _events() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "announced": tr("Properties", "Announced"),
        "founded": tr("Properties", "Founded"),
        "dissolved": tr("Properties", "Dissolved"),
        "started": tr("Properties", "Started"),
        "signed": tr("Properties", "Signed"),
        "opened": tr("Properties", "Opened for signature"),
        "held": tr("Properties", "Held"),
        "launch": tr("Properties", "Launch"),
        "first_flight": tr("Properties", "First flight"),
        "lunar_orbit": tr("Properties", "In lunar orbit"),
        "flyby": tr("Properties", "Lunar fly-by"),
        "landing": tr("Properties", "Landing"),
        "impact": tr("Properties", "Impact"),
        "ascent": tr("Properties", "Left the Moon"),
        "earth_return": tr("Properties", "Return to Earth"),
        "contact_lost": tr("Properties", "Contact lost"),
        "ended": tr("Properties", "Ended"),
        "paused": tr("Properties", "Paused"),
        "resumed": tr("Properties", "Resumed"),
        "cancelled": tr("Properties", "Cancelled"),
        "completion": tr("Properties", "Completion"),
        "event": tr("Properties", "Event"),
        "outcome": tr("Properties", "Outcome"),
        "outcome_detail": tr("Properties", "What happened"),
        "cause": tr("Properties", "Cause"),
        "situation": tr("Properties", "Situation"),
    }


def _places() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "location": tr("Properties", "Location"),
        "landing_location": tr("Properties", "Landed at"),
        "impact_location": tr("Properties", "Impact at"),
        "target_location": tr("Properties", "Planned landing site"),
        "extent": tr("Properties", "Extent"),
        "site_type": tr("Properties", "Type of site"),
        "site_name": tr("Properties", "Site"),
        "target_name": tr("Properties", "Planned site"),
        "landing_accuracy": tr("Properties", "Distance from the aim point"),
    }


def _flight() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "launcher": tr("Properties", "Launcher"),
        "launch_site": tr("Properties", "Launch site"),
        "launch_mass": tr("Properties", "Launch mass"),
        "mass": tr("Properties", "Mass"),
        "lander_mass": tr("Properties", "Lander mass"),
        "rover_mass": tr("Properties", "Rover mass"),
        "payload_mass": tr("Properties", "Payload mass"),
        "payload_leo": tr("Properties", "Payload to low Earth orbit"),
        "payload_gto": tr("Properties", "Payload to geostationary transfer"),
        "payload_tli": tr("Properties", "Payload to the Moon"),
        "height": tr("Properties", "Height"),
        "spacecraft": tr("Properties", "Spacecraft"),
        "structure": tr("Properties", "Structure"),
        "engines": tr("Properties", "Engines"),
        "instrument": tr("Properties", "Instrument"),
        "payload": tr("Properties", "Payload"),
        "crew": tr("Properties", "Crew"),
        "orbit": tr("Properties", "Orbit"),
        "orbit_period": tr("Properties", "Orbital period"),
        "inclination": tr("Properties", "Inclination"),
        "antenna": tr("Properties", "Antenna"),
        "design_life": tr("Properties", "Design life"),
        "duration": tr("Properties", "Duration"),
        "closest_approach": tr("Properties", "Closest to the Moon"),
        "farthest": tr("Properties", "Farthest from Earth"),
        "sample_mass": tr("Properties", "Samples"),
        "sample_age": tr("Properties", "Age of the samples"),
        "stage": tr("Properties", "Programme stage"),
    }


def _bodies() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "objective": tr("Properties", "Objective"),
        "definition": tr("Properties", "Definition"),
        "phase": tr("Properties", "ILRS phase"),
        "plan": tr("Properties", "Plan"),
        "element": tr("Properties", "Element"),
        "member": tr("Properties", "Member"),
        "member_count": tr("Properties", "Members"),
        "signatory": tr("Properties", "Signatory"),
        "form": tr("Properties", "Form"),
        "role": tr("Properties", "Role"),
        "headquarters": tr("Properties", "Seat"),
        "head": tr("Properties", "Head"),
        "effect": tr("Properties", "Effect"),
        "energy": tr("Properties", "Energy"),
        "architecture": tr("Properties", "Architecture"),
        "cost": tr("Properties", "Cost"),
        "result": tr("Properties", "Result"),
        "remark": tr("Properties", "Remark"),
    }
