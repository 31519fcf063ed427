"""Lengths, areas and angles as people read them, in the user's units and the numbers of the language."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from atlas.services.units import METRES_PER_FOOT, METRES_PER_MILE, Units

NOTHING: Final = "—"
"""What stands where there is no terrain."""


def length_text(metres: float, units: Units) -> str:
    """Write a distance with four digits or so: `845 m`, `12.34 km`, `1,204 km`, `7.67 mi`."""
    translate = QCoreApplication.translate
    if units.feet:
        feet = metres / METRES_PER_FOOT
        if feet < 5000.0:
            return translate("Measure", "{number} ft").format(number=_number(feet, 0 if feet >= 10.0 else 1))
        return translate("Measure", "{number} mi").format(number=_short(metres / METRES_PER_MILE))
    if metres < 999.5:
        return translate("Measure", "{number} m").format(number=_number(metres, 0 if metres >= 10.0 else 1))
    return translate("Measure", "{number} km").format(number=_short(metres / 1000.0))


def area_text(square_metres: float, units: Units) -> str:
    """Write an area: `8,420 m²`, `152.3 km²`."""
    translate = QCoreApplication.translate
    if units.feet:
        miles = square_metres / METRES_PER_MILE**2
        if miles < 0.01:
            feet = square_metres / METRES_PER_FOOT**2
            return translate("Measure", "{number} ft²").format(number=_number(feet, 0))
        return translate("Measure", "{number} mi²").format(number=_short(miles))
    if square_metres < 1e5:
        return translate("Measure", "{number} m²").format(number=_number(square_metres, 0))
    return translate("Measure", "{number} km²").format(number=_short(square_metres / 1e6))


def azimuth_text(degrees: float) -> str:
    """Write a direction clockwise from north: `312.4°`."""
    shown = round(degrees, 1) % 360.0
    return f"{_number(shown, 1)}°"


def slope_text(degrees: float) -> str:
    """Write a slope with its sign: `+3.2°`, `−12.0°`."""
    sign = "+" if degrees > 0.0 else "−" if degrees < 0.0 else ""
    return f"{sign}{_number(abs(degrees), 1)}°"


def rise_text(metres: float, units: Units) -> str:
    """Write a difference of heights with its sign: `+1,204 m`."""
    text = units.height(abs(metres))
    return f"+{text}" if metres > 0.0 else f"−{text}" if metres < 0.0 else text


def _short(value: float) -> str:
    return _number(value, 2 if value < 100.0 else 1 if value < 1000.0 else 0)


def _number(value: float, places: int) -> str:
    return QLocale().toString(value, "f", places)
