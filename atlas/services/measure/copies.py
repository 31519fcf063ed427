"""A measured path as text, CSV and GeoJSON, and a profile as CSV. Numbers there are plain: points, metres, degrees."""

import csv
import io
import json
import math
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from atlas.domain.geodesy import Path, rise_deg
from atlas.domain.notes import Mark
from atlas.services.measure.profile import Profile
from atlas.services.measure.words import area_text, azimuth_text, length_text, rise_text, slope_text
from atlas.services.units import Units

MOON_CRS: dict[str, object] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:IAU:2015:30100"}}
"""A foreign member: RFC 7946 knows only the Earth."""
_POINT_COLUMNS = (
    "point",
    "latitude_deg",
    "longitude_deg_east",
    "height_m",
    "leg_m",
    "leg_ground_m",
    "azimuth_deg",
    "rise_m",
    "slope_deg",
)
_PROFILE_COLUMNS = ("distance_m", "ground_m", "latitude_deg", "longitude_deg_east", "height_m", "slope_deg")


def path_text(path: Path, profile: Profile | None, units: Units) -> str:
    """Return the measurement in words, a line a leg."""
    translate = QCoreApplication.translate
    lines = [f"{k}. {units.position(p, 4)}{_height(profile, k - 1, units)}" for k, p in enumerate(path.points, 1)]
    for k, leg in enumerate(path.legs):
        parts = [
            translate("Measure", "{length} over the sphere").format(length=length_text(leg.distance_m, units)),
            translate("Measure", "azimuth {azimuth}").format(azimuth=azimuth_text(leg.azimuth)),
        ]
        parts += _over_ground(profile, k, leg.distance_m, units)
        after = (k + 1) % len(path.points) + 1
        lines.append(f"{k + 1} → {after}: {', '.join(parts)}")
    lines.append(total_text(path, profile, units))
    return "\n".join(lines)


def total_text(path: Path, profile: Profile | None, units: Units) -> str:
    """Return length, length over the ground and area in one line."""
    translate = QCoreApplication.translate
    length = length_text(path.length_m, units)
    if path.is_area:
        parts = [translate("Measure", "Perimeter {length}").format(length=length)]
    else:
        parts = [translate("Measure", "Length {length}").format(length=length)]
    ground = profile.ground_m if profile is not None else None
    if ground is not None:
        parts.append(translate("Measure", "{length} along the ground").format(length=length_text(ground, units)))
    if path.is_crossed:
        parts.append(translate("Measure", "the outline crosses itself: no area"))
    elif path.area_m2 is not None:
        parts.append(translate("Measure", "area {area}").format(area=area_text(path.area_m2, units)))
    return " · ".join(parts)


def _height(profile: Profile | None, index: int, units: Units) -> str:
    height = profile.point_height_m(index) if profile is not None else None
    return "" if height is None else f", {units.height(height)}"


def _over_ground(profile: Profile | None, leg: int, distance: float, units: Units) -> Iterator[str]:
    translate = QCoreApplication.translate
    if profile is None:
        return
    ground = profile.leg_ground_m(leg)
    if ground is not None:
        yield translate("Measure", "{length} along the ground").format(length=length_text(ground, units))
    rise = _rise(profile, leg)
    if rise is not None:
        yield translate("Measure", "{rise} ({slope})").format(
            rise=rise_text(rise, units), slope=slope_text(rise_deg(rise, distance))
        )


def _rise(profile: Profile, leg: int) -> float | None:
    low, high = profile.point_height_m(leg), profile.point_height_m(leg + 1)
    return None if low is None or high is None else high - low


def path_csv(path: Path, profile: Profile | None) -> str:
    """Return CSV (RFC 4180), a line a point, with the leg that begins there. Azimuth clockwise from north."""
    rows: list[tuple[object, ...]] = []
    for k, p in enumerate(path.points):
        height = profile.point_height_m(k) if profile is not None else None
        row: tuple[object, ...] = (k + 1, f"{p.lat:.6f}", f"{p.lon:.6f}", _metres(height))
        if k < len(path.legs):
            leg = path.legs[k]
            ground = profile.leg_ground_m(k) if profile is not None else None
            rise = _rise(profile, k) if profile is not None else None
            slope = "" if rise is None else f"{rise_deg(rise, leg.distance_m):.3f}"
            row += (_metres(leg.distance_m), _metres(ground), f"{leg.azimuth:.4f}", _metres(rise), slope)
        rows.append(row + ("",) * (len(_POINT_COLUMNS) - len(row)))
    return _csv(_POINT_COLUMNS, rows)


def profile_csv(profile: Profile) -> str:
    """Return CSV (RFC 4180), a line a sample; `slope_deg` is that from the sample before, positive upwards."""
    rows: list[tuple[object, ...]] = []
    ground = 0.0
    steps, slopes = profile.steps.tolist(), profile.slopes.tolist()
    columns = (profile.distance.tolist(), profile.lat.tolist(), profile.lon.tolist(), profile.height.tolist())
    for k, (distance, lat, lon, height) in enumerate(zip(*columns, strict=True)):
        slope = slopes[k - 1] if k else None
        ground += steps[k - 1] if k else 0.0
        rows.append((_metres(distance), _metres(ground), f"{lat:.6f}", f"{lon:.6f}", _metres(height), _plain(slope, 3)))
    return _csv(_PROFILE_COLUMNS, rows)


def path_geojson(path: Path) -> str:
    """Return a FeatureCollection with the path or area; longitudes run 0–360 east, on the Moon."""
    properties: dict[str, object] = {"length_m": round(path.length_m, 2)}
    if path.area_m2 is not None:
        properties["area_m2"] = round(path.area_m2, 1)
    shape = "area" if path.is_area else "path" if len(path.points) > 1 else "pin"
    points = [(p.lat, p.lon) for p in path.points]
    return _collection([{"type": "Feature", "geometry": _geometry(shape, points), "properties": properties}])


def marks_geojson(marks: Iterable[Mark]) -> str:
    """Return a FeatureCollection of what the user put on the map, on the Moon."""
    return _collection([_feature(mark) for mark in marks])


def _feature(mark: Mark) -> Mapping[str, object]:
    changed = mark.changed.isoformat(timespec="seconds")
    properties = {"name": mark.name, "shape": mark.shape, "note": mark.note, "changed": changed}
    return {"type": "Feature", "geometry": _geometry(mark.shape, mark.points), "properties": properties}


def _geometry(shape: str, points: Iterable[tuple[float, float]]) -> Mapping[str, object]:
    placed = [[round(lon, 7), round(lat, 7)] for lat, lon in points]
    if shape == "area" and len(placed) >= 3:
        return {"type": "Polygon", "coordinates": [[*placed, placed[0]]]}
    if len(placed) > 1:
        return {"type": "LineString", "coordinates": placed}
    return {"type": "Point", "coordinates": placed[0]}


def _collection(features: list[Mapping[str, object]]) -> str:
    collection = {"type": "FeatureCollection", "body": "Moon", "crs": MOON_CRS, "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue()


def _metres(value: float | None) -> str:
    return _plain(value, 2)


def _plain(value: float | None, places: int) -> str:
    return "" if value is None or math.isnan(value) else f"{value:.{places}f}"
