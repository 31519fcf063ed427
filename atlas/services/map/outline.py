"""Outlines of regions given in degrees: straight along meridians, curved along parallels."""

from atlas.domain.coordinates import LatLon, project
from atlas.domain.entries import Region
from atlas.services.map.graticule import Points, arc_points
from atlas.services.map.view import MapView


def outline(view: MapView, region: Region) -> Points:
    """Return the closed outline in pixels (the last point is not repeated); empty if it lies off the map."""
    west, south, east, north = region.bounds
    if north > -45.0:
        return []
    if east <= west:
        east += 360.0
    inner = project(LatLon(south, 0.0))[1]
    outer = project(LatLon(north, 0.0))[1]
    if east - west >= 360.0:
        return arc_points(view, outer, 0.0, 360.0)
    far_side = arc_points(view, outer, west, east)
    if inner < view.mpp:
        return [*far_side, view.to_screen(0.0, 0.0)]
    return far_side + arc_points(view, inner, west, east)[::-1]


def touches(points: Points, view: MapView) -> bool:
    """Return whether the outline's bounding box meets the view."""
    if not points:
        return False
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(xs) >= 0 and min(xs) <= view.width and max(ys) >= 0 and min(ys) <= view.height
