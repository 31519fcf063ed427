"""Points and outlines on the Moon as GeoPackage geometry.

A GeoPackage is planar in x and y: longitudes run from -180 to 180 here, and nowhere else in the atlas.
"""

import math
import struct
from collections.abc import Sequence
from typing import Final

Point = tuple[float, float]
Ring = list[Point]
Bounds = tuple[float, float, float, float]

STEP_DEG: Final = 0.5
"""Longest piece of a parallel drawn straight: at 80° S the chord leaves the circle by less than 3 m."""

_MAGIC: Final = b"GP"
_LITTLE_ENDIAN: Final = 1
_WITH_BOX: Final = 0b10
_WKB_POINT, _WKB_POLYGON, _WKB_MULTIPOLYGON = 1, 3, 6


def planar_lon(lon: float) -> float:
    """Return a longitude in [-180, 180)."""
    # 180 is not added first: that would cost the last digits of what needs no turning
    turned = math.fmod(lon, 360.0)
    if turned >= 180.0:
        return turned - 360.0
    return turned + 360.0 if turned < -180.0 else turned


def point_blob(lat: float, lon: float, srs_id: int) -> bytes:
    """Return a point (degrees, longitude east in any turn) as GeoPackageBinary."""
    point = struct.pack("<BI2d", _LITTLE_ENDIAN, _WKB_POINT, planar_lon(lon), lat)
    return _MAGIC + struct.pack("<BBi", 0, _LITTLE_ENDIAN, srs_id) + point


def region_rings(bounds: Bounds, step: float = STEP_DEG) -> list[Ring]:
    """Return the closed outlines, counter-clockwise in x and y, of a region (west, south, east, north) in degrees.

    Parallels are cut into pieces of at most `step` degrees, since a straight line between their ends would leave
    them on a polar map. A region across 180° comes in two parts, east and west of it; equal west and east mean the
    whole circle.
    """
    west, south, east, north = bounds
    width = math.fmod(east - west, 360.0)
    width = width if width > 0.0 else width + 360.0
    if width >= 360.0:
        return [_ring(-180.0, south, 180.0, north, step)]
    start = planar_lon(west)
    end = start + width
    if end <= 180.0:
        return [_ring(start, south, end, north, step)]
    return [_ring(start, south, 180.0, north, step), _ring(-180.0, south, end - 360.0, north, step)]


def _ring(west: float, south: float, east: float, north: float, step: float) -> Ring:
    pieces = max(1, math.ceil((east - west) / step))
    lons = [west + (east - west) * n / pieces for n in range(pieces)] + [east]
    there = [(lon, south) for lon in lons]
    back = [(lon, north) for lon in reversed(lons)]
    return [*there, *back, there[0]]


def rings_box(rings: Sequence[Ring]) -> Bounds:
    """Return (min x, min y, max x, max y)."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def rings_blob(rings: Sequence[Ring], srs_id: int) -> bytes:
    """Return a multipolygon of outer rings as GeoPackageBinary with its box."""
    west, south, east, north = rings_box(rings)
    head = struct.pack("<BBi4d", 0, _LITTLE_ENDIAN | _WITH_BOX, srs_id, west, east, south, north)
    body = struct.pack("<BII", _LITTLE_ENDIAN, _WKB_MULTIPOLYGON, len(rings))
    for ring in rings:
        body += struct.pack("<BIII", _LITTLE_ENDIAN, _WKB_POLYGON, 1, len(ring))
        body += b"".join(struct.pack("<2d", *point) for point in ring)
    return _MAGIC + head + body
