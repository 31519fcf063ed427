"""What is said of the light: over the middle of the map, at a point, and why a moment is refused."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from atlas.domain.coordinates import LatLon
from atlas.domain.light import FIRST, LAST, write_time
from atlas.services.card.format import format_edtf
from atlas.services.map.sun_desk import LightReport, PointLight, Standing
from atlas.services.units import Units


def time_words(time: datetime) -> str:
    """Write a moment as `22 Nov 2026, 18:00 UTC`."""
    return format_edtf(write_time(time), short=True)


def light_words(time: datetime) -> str:
    """Say by which moment's Sun the map is lit."""
    text = QCoreApplication.translate("SunlightWords", "Lit by the Sun of {time}.")
    return text.format(time=time_words(time))


def refusal(time: datetime) -> str:
    """Say why a moment cannot be shown."""
    text = QCoreApplication.translate(
        "SunlightWords",
        "The Sun's place is known from {first} to {last}; {year} lies outside. The map keeps its light.",
    )
    return text.format(first=FIRST.year, last=LAST.year, year=time.year)


def standing_words(body: Standing) -> str:
    """Write where a body stands: `0.8° at 312°`."""
    # what rounds to nothing is neither above nor below
    elevation = f"{round(body.elevation, 1) + 0.0:.1f}".replace("-", "−")
    text = QCoreApplication.translate("SunlightWords", "{elevation}° at {azimuth}°")
    return text.format(elevation=elevation, azimuth=round(body.azimuth) % 360)


def report_words(report: LightReport, units: Units) -> str:
    """Return one line about Sun and Earth over the middle of the map."""
    translate = QCoreApplication.translate
    parts = [
        translate("SunlightWords", "Middle: Sun {where}").format(where=standing_words(report.sun)),
        translate("SunlightWords", "Earth {where}").format(where=standing_words(report.earth)),
        translate("SunlightWords", "Sun overhead at {position}").format(position=_short(report.sub_solar, units)),
    ]
    if report.extrapolated:
        parts.append(translate("SunlightWords", "UTC extrapolated"))
    hills = translate("SunlightWords", "{terrain}: smaller hills cast no shadow here")
    parts.append(hills.format(terrain=report.terrain))
    return " · ".join(parts)


def report_tip(report: LightReport, units: Units) -> str:
    """Return what the light is, how good it is, and what is left out."""
    translate = QCoreApplication.translate
    lines = [
        translate("SunlightWords", "Elevation and azimuth (clockwise from north) over the middle of the map."),
        report_words(report, units),
        translate(
            "SunlightWords",
            "Shadows are cast by the terrain, curvature included, and by mountains out of view. "
            "Where the Sun's disc is cut by the horizon the light is as partial as what is seen of it.",
        ),
        translate(
            "SunlightWords",
            "What lies in full shadow is shown faintly so that it can be made out: light from the Earth and from "
            "sunlit slopes is not computed.",
        ),
    ]
    if report.extrapolated:
        lines.append(
            translate(
                "SunlightWords",
                "No table of leap seconds reaches this date: UTC is extrapolated and may be off by some seconds.",
            )
        )
    return "\n".join(lines)


def point_words(light: PointLight) -> str:
    """Return what a point sees of the Sun: `Sun 0.8° at 312° · in shadow`."""
    text = QCoreApplication.translate("SunlightWords", "Sun {where}").format(where=standing_words(light.sun))
    share = share_words(light.sun_share)
    return f"{text} · {share}" if share else text


def share_words(share: float | None) -> str:
    """Say how much of the Sun's disc a point sees; nothing where that is not known."""
    translate = QCoreApplication.translate
    if share is None:
        return ""
    if share <= 0.0:
        return translate("SunlightWords", "in shadow")
    if share >= 1.0:
        return translate("SunlightWords", "lit")
    # a sliver is not none of it, nor is nearly all of it all
    return translate("SunlightWords", "lit {percent} %").format(percent=min(99, max(1, round(share * 100))))


def point_tip(light: PointLight) -> str:
    """Return what a point sees of Sun and Earth, when, and over which horizon."""
    translate = QCoreApplication.translate
    lines = [time_words(light.time), point_words(light), _earth_words(light)]
    lines.append(translate("SunlightWords", "Over the horizon of {terrain}").format(terrain=light.terrain))
    return "\n".join(lines)


def _earth_words(light: PointLight) -> str:
    translate = QCoreApplication.translate
    text = translate("SunlightWords", "Earth {where}").format(where=standing_words(light.earth))
    share = light.earth_share
    if share is None:
        return text
    if share <= 0.0:
        seen = translate("SunlightWords", "out of sight")
    elif share >= 1.0:
        seen = translate("SunlightWords", "in sight")
    else:
        percent = min(99, max(1, round(share * 100)))
        seen = translate("SunlightWords", "{percent} % in sight").format(percent=percent)
    return f"{text} · {seen}"


def _short(p: LatLon, units: Units) -> str:
    return units.position(p, 1)
