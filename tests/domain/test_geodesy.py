"""Measures on the sphere against closed forms, the haversine and numeric integration; at the pole and across 180°."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon, great_circle_m
from atlas.domain.geodesy import (
    Leg,
    Path,
    along,
    crosses_itself,
    great_circle_points,
    polygon_area_m2,
    position,
    rise_deg,
    vector,
)

R = MOON_RADIUS_M
positions = st.builds(LatLon, st.floats(-90, 90), st.floats(0, 360))
polar = st.builds(LatLon, st.floats(-90, -70), st.floats(0, 360))


def haversine(a, b):
    phi1, phi2 = math.radians(a.lat), math.radians(b.lat)
    dphi, dlam = phi2 - phi1, math.radians(b.lon - a.lon)
    h = math.sin(dphi / 2) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(dlam / 2) ** 2
    return 2 * R * math.asin(min(1.0, math.sqrt(h)))


def lhuilier(a, b, c):
    """Return the area of a spherical triangle by l'Huilier's theorem, from its sides alone."""
    x, y, z = (great_circle_m(p, q) / R for p, q in ((b, c), (c, a), (a, b)))
    s = (x + y + z) / 2
    product = math.tan(s / 2) * math.tan((s - x) / 2) * math.tan((s - y) / 2) * math.tan((s - z) / 2)
    return 4 * math.atan(math.sqrt(max(0.0, product))) * R * R


@given(polar, polar)
def test_legs_agree_with_the_haversine(a, b):
    assert Leg.between(a, b).distance_m == pytest.approx(haversine(a, b), rel=1e-9, abs=1e-3)


@given(positions)
def test_a_vector_leads_back(p):
    assert great_circle_m(position(vector(p)), p) < 1e-3


@given(positions, positions, st.floats(0, 1))
def test_points_lie_on_the_great_circle_at_their_share(a, b, share):
    whole = great_circle_m(a, b)
    assume(1.0 < whole < math.pi * R - 1000.0)
    p = along(a, b, share)
    assert great_circle_m(a, p) == pytest.approx(whole * share, abs=1e-2)
    assert great_circle_m(a, p) + great_circle_m(p, b) == pytest.approx(whole, abs=1e-2)


def test_the_way_over_the_pole_goes_over_the_pole():
    over = great_circle_points(LatLon(-85, 20), LatLon(-85, 200), (0.0, 0.25, 0.5, 0.75, 1.0))
    assert [p.lat for p in over] == pytest.approx([-85, -87.5, -90, -87.5, -85])
    assert (over[1].lon, over[3].lon) == pytest.approx((20, 200))
    assert Path((LatLon(-85, 20), LatLon(-85, 200))).length_m == pytest.approx(math.radians(10) * R)


def test_from_the_pole_itself():
    leg = Leg.between(LatLon(-90, 0), LatLon(-80, 123))
    assert leg.distance_m == pytest.approx(math.radians(10) * R)
    assert leg.azimuth == pytest.approx(123)
    back = Leg.between(LatLon(-80, 123), LatLon(-90, 77))
    assert (back.distance_m, back.azimuth) == pytest.approx((leg.distance_m, 180))
    assert along(LatLon(-90, 55), LatLon(-80, 123), 0.5).lon == pytest.approx(123)


def test_across_180_nothing_jumps():
    a, b = LatLon(-80, 179.5), LatLon(-80, 180.5)
    middle = along(a, b, 0.5)
    assert middle.lon == pytest.approx(180)
    assert middle.lat < -80
    same = great_circle_m(LatLon(-80, 0), LatLon(-80, 1))
    assert great_circle_m(a, b) == pytest.approx(same)
    assert great_circle_m(LatLon(-80, 359.5), LatLon(-80, 0.5)) == pytest.approx(same)


def test_between_antipodes_there_is_still_a_way():
    for a in (LatLon(-90, 0), LatLon(0, 30), LatLon(-45, 200)):
        b = LatLon(-a.lat, a.lon + 180)
        assert great_circle_m(a, along(a, b, 0.5)) == pytest.approx(math.pi * R / 2, rel=1e-9)


# areas


def test_an_octant():
    corners = [LatLon(-90, 0), LatLon(0, 0), LatLon(0, 90)]
    assert polygon_area_m2(corners) == pytest.approx(4 * math.pi * R * R / 8)


@pytest.mark.parametrize("sides", [3, 4, 5, 12, 90])
@pytest.mark.parametrize("turn", [0.0, 17.0, 180.0])
def test_regular_polygons_round_the_pole_by_girard(sides, turn):
    """Girard: the area is the excess of the angles; those of a regular polygon follow from Napier's rules."""
    colatitude = math.radians(6.0)
    corners = [LatLon(-84.0, turn + k * 360.0 / sides) for k in range(sides)]
    half = math.atan(1.0 / (math.cos(colatitude) * math.tan(math.pi / sides)))
    excess = 2 * sides * half - (sides - 2) * math.pi
    assert polygon_area_m2(corners) == pytest.approx(excess * R * R, rel=1e-9)
    assert polygon_area_m2(corners[::-1]) == pytest.approx(excess * R * R, rel=1e-9)


def test_a_pole_within_by_numeric_integration():
    """Between pole and edge lies (1 + sin φ) dλ; φ of the edge follows from the great circle's own equation."""
    corners = [LatLon(-83, 10), LatLon(-86, 100), LatLon(-80, 215), LatLon(-88, 300)]
    area, pieces = 0.0, 4000
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        (ax, ay, az), (bx, by, bz) = vector(a), vector(b)
        n = (ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx)
        span = math.radians((b.lon - a.lon) % 360.0)
        for k in range(pieces):
            lam = math.radians(a.lon) + span * (k + 0.5) / pieces
            phi = math.atan2(-(n[0] * math.cos(lam) + n[1] * math.sin(lam)), n[2])
            phi = phi if phi < 0 else phi - math.pi
            area += (1 + math.sin(phi)) * span / pieces
    assert polygon_area_m2(corners) == pytest.approx(area * R * R, rel=1e-6)


@given(polar, polar, polar)
def test_triangles_agree_with_lhuilier(a, b, c):
    sides = sorted(great_circle_m(p, q) for p, q in ((a, b), (b, c), (c, a)))
    # l'Huilier's product itself is lost to rounding where the triangle is a line
    assume(sides[0] > 1000.0 and sides[0] + sides[1] - sides[2] > 100.0)
    assert polygon_area_m2([a, b, c]) == pytest.approx(lhuilier(a, b, c), rel=1e-6)


@pytest.mark.parametrize("centre", [LatLon(-90, 0), LatLon(-89.99, 180), LatLon(-75, 359.9999)])
def test_a_field_of_ten_metres(centre):
    from atlas.domain.coordinates import destination

    corners = [destination(centre, azimuth, 10 / math.sqrt(2)) for azimuth in (45, 135, 225, 315)]
    assert polygon_area_m2(corners) == pytest.approx(100.0, rel=1e-6)


def test_a_dented_outline_is_no_hull():
    square = [LatLon(-88, lon) for lon in (0, 90, 180, 270)]
    dented = [square[0], square[1], square[2], LatLon(-89.5, 225), square[3]]
    quarter = polygon_area_m2([LatLon(-90, 0), square[2], square[3]])
    notch = polygon_area_m2([square[2], LatLon(-89.5, 225), square[3]])
    assert polygon_area_m2(square) == pytest.approx(4 * quarter)
    assert polygon_area_m2(dented) == pytest.approx(4 * quarter - notch)


def test_an_outline_that_crosses_itself_has_no_area():
    corners = tuple(LatLon(-88, lon) for lon in (0, 180, 90, 270))
    assert crosses_itself(corners, closed=True)
    crossed = Path(corners, closed=True)
    assert crossed.is_crossed
    assert crossed.area_m2 is None
    assert not Path((corners[0], corners[2], corners[1], corners[3]), closed=True).is_crossed
    assert not crosses_itself([LatLon(-88, 175), LatLon(-88, 185), LatLon(-87, 185)], closed=True)


# paths


def test_a_path_closes_and_opens():
    a, b, c = (LatLon(-85, lon) for lon in (0, 10, 20))
    path = Path((a, b)).with_point(c)
    assert (len(path.legs), path.area_m2) == (2, None)
    area = Path(path.points, closed=True)
    assert len(area.legs) == 3
    assert area.legs[-1].end == a
    assert area.length_m == pytest.approx(path.length_m + great_circle_m(c, a))
    assert not area.without(1).closed
    assert path.with_point(c, 1).points == (a, c, b, c)
    assert path.moved(0, c).points == (c, b, c)
    assert Path().length_m == 0.0
    assert Path((a,)).legs == ()


def test_rises():
    assert rise_deg(100, 100) == pytest.approx(45)
    assert rise_deg(-100, 100) == pytest.approx(-45)
    assert rise_deg(5, 0) == 0.0
