"""The units that the user reads positions, heights and distances in. What sources say keeps the units of its source."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from atlas.domain.coordinates import LatLon, format_position, normalise_lon
from atlas.services.settings import Settings

METRES_PER_FOOT: Final = 0.3048
METRES_PER_MILE: Final = 1609.344
_FEET: Final = "units/feet"
_MINUTES: Final = "units/minutes"


@dataclass(frozen=True, slots=True)
class Units:
    """`feet`: feet and miles in the place of metres and kilometres; `minutes`: degrees, minutes and seconds."""

    feet: bool = False
    minutes: bool = False

    def position(self, p: LatLon, places: int = 2) -> str:
        """Write a position as exactly as `places` decimals of a degree."""
        return format_sexagesimal(p, places) if self.minutes else format_position(p, places)

    def height(self, metres: float) -> str:
        """Write a height above the sphere, with a real minus sign: `−2,785 m`, `−9,137 ft`."""
        translate = QCoreApplication.translate
        if self.feet:
            return translate("Units", "{feet} ft").format(feet=_whole(metres / METRES_PER_FOOT))
        return translate("Units", "{metres} m").format(metres=_whole(metres))

    def size(self, km: float) -> str:
        """Write a diameter: `21 km`, `4.3 mi`."""
        translate = QCoreApplication.translate
        value = km * 1000.0 / METRES_PER_MILE if self.feet else km
        text = QLocale().toString(value, "f", 0 if value >= 10 else 1)
        return (translate("Units", "{size} mi") if self.feet else translate("Units", "{size} km")).format(size=text)


METRIC: Final = Units()


def load_units(settings: Settings) -> Units:
    """Return the units of the last time."""
    return Units(settings.flag(_FEET), settings.flag(_MINUTES))


def save_units(settings: Settings, units: Units) -> None:
    """Remember the units."""
    settings.set_flag(_FEET, value=units.feet)
    settings.set_flag(_MINUTES, value=units.minutes)


def format_sexagesimal(p: LatLon, places: int = 2) -> str:
    """Write a position as `89°40′12″S 129°46′48″E`; from four places on the seconds have a decimal."""
    digits = max(0, places - 3)
    lon = normalise_lon(p.lon)
    return f"{_angle(abs(p.lat), digits, 90)}{'S' if p.lat < 0 else 'N'} {_angle(lon, digits, 360)}E"


def _angle(degrees: float, digits: int, full: int) -> str:
    parts = 10**digits
    whole = round(degrees * 3600 * parts)
    minutes, seconds = divmod(whole, 60 * parts)
    degree, minute = divmod(minutes, 60)
    if full == 360:
        degree %= full
    second = f"{seconds / parts:0{3 + digits if digits else 2}.{digits}f}"
    return f"{degree}°{minute:02d}′{second}″"


def _whole(value: float) -> str:
    return QLocale().toString(round(value)).replace("-", "−")
