"""Measuring on the Moon's sphere: points along great circles, legs of a path, the area inside a closed one.

Vectors are unit vectors from the Moon's middle: x towards 0° E, y towards 90° E on the equator, z towards the north.
Nothing here breaks down at the poles or where the longitudes begin anew.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, great_circle_m, initial_azimuth

Vector = tuple[float, float, float]
_SAME: Final = 1e-12


def vector(p: LatLon) -> Vector:
    """Return the unit vector of a position."""
    phi, lam = math.radians(p.lat), math.radians(p.lon)
    flat = math.cos(phi)
    return flat * math.cos(lam), flat * math.sin(lam), math.sin(phi)


def position(v: Vector) -> LatLon:
    """Return the position that a vector points to; at a pole its longitude is 0."""
    flat = math.hypot(v[0], v[1])
    lon = math.degrees(math.atan2(v[1], v[0])) if flat > _SAME else 0.0
    return LatLon(max(-90.0, min(90.0, math.degrees(math.atan2(v[2], flat)))), lon)


def tangent(a: LatLon, b: LatLon) -> Vector:
    """Return the unit vector along the ground at `a` that leads to `b` the shorter way.

    Between antipodes all ways are equal: the one over the north pole is taken, from a pole that along its own meridian.
    """
    start, end = vector(a), vector(b)
    # the part of the difference that is square to the start keeps its digits for close neighbours
    across = _minus(end, start)
    across = _minus(across, _times(start, _dot(across, start)))
    length = math.hypot(*across)
    if length < _SAME:
        phi, lam = math.radians(a.lat), math.radians(a.lon)
        return -math.sin(phi) * math.cos(lam), -math.sin(phi) * math.sin(lam), math.cos(phi)
    return _times(across, 1.0 / length)


def along(a: LatLon, b: LatLon, share: float) -> LatLon:
    """Return the point at a share (0–1) of the great circle from a to b."""
    return great_circle_points(a, b, (share,))[0]


def great_circle_points(a: LatLon, b: LatLon, shares: Sequence[float]) -> list[LatLon]:
    """Return the points at shares (0–1) of the great circle from a to b; the ends are a and b themselves."""
    arc = great_circle_m(a, b) / MOON_RADIUS_M
    start, ahead = vector(a), tangent(a, b)
    found = []
    for share in shares:
        if share in {0.0, 1.0}:
            found.append(b if share else a)
            continue
        c, s = math.cos(arc * share), math.sin(arc * share)
        found.append(position((start[0] * c + ahead[0] * s, start[1] * c + ahead[1] * s, start[2] * c + ahead[2] * s)))
    return found


def polygon_area_m2(points: Sequence[LatLon]) -> float:
    """Return the area in square metres inside a closed outline of great circles; of its two sides the smaller one.

    The spherical excess is summed over the signed triangles from the first corner, each by the formula of
    F. Eriksson ("On the measure of solid angles", Mathematics Magazine 63, 1990): tan(E/2) is the triple product over
    1 + a·b + b·c + c·a. It stays exact for outlines of metres and for such that hold a pole.
    """
    if len(points) < 3:
        return 0.0
    corners = [vector(p) for p in points]
    first = corners[0]
    excess = 0.0
    for b, c in pairwise(corners[1:]):
        # of differences, as the triple product of three close neighbours would lose all digits
        volume = _dot(first, _cross(_minus(b, first), _minus(c, first)))
        excess += 2.0 * math.atan2(volume, 1.0 + _dot(first, b) + _dot(b, c) + _dot(c, first))
    whole = abs(excess) % (4.0 * math.pi)
    return min(whole, 4.0 * math.pi - whole) * MOON_RADIUS_M**2


def crosses_itself(points: Sequence[LatLon], *, closed: bool) -> bool:
    """Return whether two legs of an outline cross, other than where they are joined."""
    corners = [vector(p) for p in points]
    sides = list(pairwise([*corners, corners[0]] if closed and corners else corners))
    normals = [_cross(a, b) for a, b in sides]
    last = len(sides) - 1
    for i, (one, normal) in enumerate(zip(sides, normals, strict=True)):
        beside = [_dot(normal, corner) for corner in corners]
        for j in range(i + 2, len(sides)):
            # most pairs are told apart at once: both ends lie on one side
            apart = beside[j] * beside[(j + 1) % len(corners)] > 0.0
            if not apart and not (closed and i == 0 and j == last) and _cross_over(*one, *sides[j]):
                return True
    return False


def _cross_over(a: Vector, b: Vector, c: Vector, d: Vector) -> bool:
    """Return whether the arcs a–b and c–d cross between their ends."""
    one, other = _cross(a, b), _cross(c, d)
    meeting = _cross(one, other)
    if math.hypot(*meeting) < _SAME * math.hypot(*one) * math.hypot(*other):
        return False
    for side in (meeting, _times(meeting, -1.0)):
        within = (
            _dot(_cross(a, side), one),
            _dot(_cross(side, b), one),
            _dot(_cross(c, side), other),
            _dot(_cross(side, d), other),
        )
        if min(within) > 0.0:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg of a path: metres over the 1737.4 km sphere, and its direction at the start, clockwise from north.

    At a pole every direction is north or south: there the azimuth is the longitude that the leg leads to, less the
    one that the start was written with.
    """

    start: LatLon
    end: LatLon
    distance_m: float
    azimuth: float

    @classmethod
    def between(cls, start: LatLon, end: LatLon) -> "Leg":
        """Measure a leg."""
        return cls(start, end, great_circle_m(start, end), initial_azimuth(start, end))


@dataclass(frozen=True)
class Path:
    """Points in the order in which they were set; a closed path has a last leg back to its first point."""

    points: tuple[LatLon, ...] = ()
    closed: bool = False

    @cached_property
    def corners(self) -> tuple[LatLon, ...]:
        """The points, the first once more at the end where the path is closed."""
        return (*self.points, self.points[0]) if self.is_area else self.points

    @property
    def is_area(self) -> bool:
        """Whether it has an inside."""
        return self.closed and len(self.points) >= 3

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """The legs, measured."""
        return tuple(Leg.between(a, b) for a, b in pairwise(self.corners))

    @cached_property
    def length_m(self) -> float:
        """The length of all legs over the sphere; of an area its perimeter."""
        return math.fsum(leg.distance_m for leg in self.legs)

    @cached_property
    def area_m2(self) -> float | None:
        """The area inside, None for an open path and for an outline that crosses itself."""
        return None if not self.is_area or self.is_crossed else polygon_area_m2(self.points)

    @cached_property
    def is_crossed(self) -> bool:
        """Whether the outline of an area crosses itself, so that it has no one inside."""
        return self.is_area and crosses_itself(self.points, closed=True)

    def with_point(self, p: LatLon, at: int | None = None) -> "Path":
        """Return the path with one more point, at the end or before another."""
        where = len(self.points) if at is None else at
        return Path((*self.points[:where], p, *self.points[where:]), self.closed)

    def moved(self, index: int, p: LatLon) -> "Path":
        """Return the path with a point at another place."""
        return Path((*self.points[:index], p, *self.points[index + 1 :]), self.closed)

    def without(self, index: int) -> "Path":
        """Return the path without a point; fewer than three have no inside."""
        points = (*self.points[:index], *self.points[index + 1 :])
        return Path(points, self.closed and len(points) >= 3)

    def reversed(self) -> "Path":
        """Return the path the other way round."""
        return Path(self.points[::-1], self.closed)


def rise_deg(rise_m: float, distance_m: float) -> float:
    """Return the slope of the straight line between two points in degrees, positive upwards."""
    return math.degrees(math.atan2(rise_m, distance_m)) if distance_m > 0.0 else 0.0


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _minus(a: Vector, b: Vector) -> Vector:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def _times(a: Vector, k: float) -> Vector:
    return a[0] * k, a[1] * k, a[2] * k
