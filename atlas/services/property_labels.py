"""Names of the properties of a claim, in the language of the interface."""

from PySide6.QtCore import QCoreApplication


def property_label(name: str) -> str:
    """Return the label of a property; its id where it has none."""
    return {**_events(), **_places(), **_flight(), **_bodies()}.get(name, name)


def _events() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "announced": translate("Properties", "Announced"),
        "founded": translate("Properties", "Founded"),
        "dissolved": translate("Properties", "Dissolved"),
        "started": translate("Properties", "Started"),
        "signed": translate("Properties", "Signed"),
        "opened": translate("Properties", "Opened for signature"),
        "held": translate("Properties", "Held"),
        "launch": translate("Properties", "Launch"),
        "first_flight": translate("Properties", "First flight"),
        "lunar_orbit": translate("Properties", "In lunar orbit"),
        "flyby": translate("Properties", "Lunar fly-by"),
        "landing": translate("Properties", "Landing"),
        "impact": translate("Properties", "Impact"),
        "ascent": translate("Properties", "Left the Moon"),
        "earth_return": translate("Properties", "Return to Earth"),
        "contact_lost": translate("Properties", "Contact lost"),
        "ended": translate("Properties", "Ended"),
        "paused": translate("Properties", "Paused"),
        "resumed": translate("Properties", "Resumed"),
        "cancelled": translate("Properties", "Cancelled"),
        "completion": translate("Properties", "Completion"),
        "event": translate("Properties", "Event"),
        "outcome": translate("Properties", "Outcome"),
        "outcome_detail": translate("Properties", "What happened"),
        "cause": translate("Properties", "Cause"),
        "situation": translate("Properties", "Situation"),
    }


def _places() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "location": translate("Properties", "Location"),
        "landing_location": translate("Properties", "Landed at"),
        "impact_location": translate("Properties", "Impact at"),
        "target_location": translate("Properties", "Planned landing site"),
        "extent": translate("Properties", "Extent"),
        "site_type": translate("Properties", "Type of site"),
        "site_name": translate("Properties", "Site"),
        "target_name": translate("Properties", "Planned site"),
        "landing_accuracy": translate("Properties", "Distance from the aim point"),
    }


def _flight() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "launcher": translate("Properties", "Launcher"),
        "launch_site": translate("Properties", "Launch site"),
        "launch_mass": translate("Properties", "Launch mass"),
        "mass": translate("Properties", "Mass"),
        "lander_mass": translate("Properties", "Lander mass"),
        "rover_mass": translate("Properties", "Rover mass"),
        "payload_mass": translate("Properties", "Payload mass"),
        "payload_leo": translate("Properties", "Payload to low Earth orbit"),
        "payload_gto": translate("Properties", "Payload to geostationary transfer"),
        "payload_tli": translate("Properties", "Payload to the Moon"),
        "height": translate("Properties", "Height"),
        "spacecraft": translate("Properties", "Spacecraft"),
        "structure": translate("Properties", "Structure"),
        "engines": translate("Properties", "Engines"),
        "instrument": translate("Properties", "Instrument"),
        "payload": translate("Properties", "Payload"),
        "crew": translate("Properties", "Crew"),
        "orbit": translate("Properties", "Orbit"),
        "orbit_period": translate("Properties", "Orbital period"),
        "inclination": translate("Properties", "Inclination"),
        "antenna": translate("Properties", "Antenna"),
        "design_life": translate("Properties", "Design life"),
        "duration": translate("Properties", "Duration"),
        "closest_approach": translate("Properties", "Closest to the Moon"),
        "farthest": translate("Properties", "Farthest from Earth"),
        "sample_mass": translate("Properties", "Samples"),
        "sample_age": translate("Properties", "Age of the samples"),
        "stage": translate("Properties", "Programme stage"),
    }


def _bodies() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "objective": translate("Properties", "Objective"),
        "definition": translate("Properties", "Definition"),
        "phase": translate("Properties", "ILRS phase"),
        "plan": translate("Properties", "Plan"),
        "element": translate("Properties", "Element"),
        "member": translate("Properties", "Member"),
        "member_count": translate("Properties", "Members"),
        "signatory": translate("Properties", "Signatory"),
        "form": translate("Properties", "Form"),
        "role": translate("Properties", "Role"),
        "headquarters": translate("Properties", "Seat"),
        "head": translate("Properties", "Head"),
        "effect": translate("Properties", "Effect"),
        "energy": translate("Properties", "Energy"),
        "architecture": translate("Properties", "Architecture"),
        "cost": translate("Properties", "Cost"),
        "result": translate("Properties", "Result"),
        "remark": translate("Properties", "Remark"),
    }
