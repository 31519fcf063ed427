"""Positions: reading, writing, geometry of the sphere, the polar projection."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from atlas.domain.coordinates import (
    MOON_RADIUS_M,
    LatLon,
    destination,
    format_position,
    great_circle_m,
    initial_azimuth,
    normalise_lon,
    parse_position,
    project,
    scale_factor,
    telling_places,
    unproject,
)

R = MOON_RADIUS_M
positions = st.builds(LatLon, st.floats(-90, 90), st.floats(-720, 720))
southern = st.builds(LatLon, st.floats(-90, 20), st.floats(0, 359.999))


@pytest.mark.parametrize(
    "text",
    [
        "-89.67,129.78",
        "-89.67 129.78",
        "-89.67, 129.78",
        "-89.67;129.78",
        "-89.67\t129.78\n",
        "(-89.67, 129.78)",
        "[-89.67 129.78]",
        "89.67S 129.78E",
        "89.67s,129.78e",
        "89.67°S, 129.78°E",
        "89.67° S 129.78° E",
        "S89.67 E129.78",
        "S 89.67° E 129.78°",
        "129.78E 89.67S",
        "129.78°E, -89.67",
        "89.67S 230.22W",
        "-89.67, -230.22",
        "-89.67°S 129.78°E",
        "−89.67, 129.78",
        "–89.67 129.78",
        "Lat: -89.67, Lon: 129.78",
        "latitude = -89.67 longitude = 129.78",
        "Lon 129.78 Lat -89.67",
        "lat. -89.67 / long. 129.78",
        "89°40'12\"S 129°46'48\"E",
        "89°40′12″S, 129°46′48″E",
        "89° 40’ 12” S, 129° 46’ 48” E",
        "89°40'12''S 129°46'48''E",
        "89°40.2'S 129°46.8'E",
        "89 40 12 S 129 46 48 E",
        "89.67 South, 129.78 East",
        "89.67 deg S, 129.78 deg E",
        "-89,67 129,78",
        "南纬89.67度 东经129.78度",
        "纬度-89.67，经度129.78",
        "89,67° ю. ш. 129,78° в. д.",
        "８９.６７S １２９.７８E",
        "89.67S129.78E",
    ],
)
def test_parse_reads_usual_notations(text):
    p = parse_position(text)
    assert p.lat == pytest.approx(-89.67, abs=1e-9)
    assert p.lon == pytest.approx(129.78, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("0 0", 0, 0),
        ("-90 0", -90, 0),
        ("90,360", 90, 0),
        ("-45 -30", -45, 330),
        ("45N 30W", 45, 330),
        ("-89,129", -89, 129),
        ("+5 +6", 5, 6),
        (".5 .25", 0.5, 0.25),
        ("-45 -31.7E", -45, 328.3),
    ],
)
def test_parse_corners(text, lat, lon):
    p = parse_position(text)
    assert (p.lat, p.lon) == pytest.approx((lat, lon))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Shackleton",
        "89.67",
        "-89.67, 129.78, 5",
        "-91 0",
        "129.78, -89.67",
        "-80 361",
        "-80 -360.5",
        "89S 88S",
        "10E 20E",
        "lat -80 lat -70",
        "lat 10E lon 5",
        "nan nan",
        "nan, 5",
        "inf 0",
        "-89.67 abc",
        "1e5",
        "1e400 1e400",
        "89°70'S 10E",
        "89.5°30'S 10E",
        "--89 10",
        "89S; DROP TABLE",
        "٫",
        "9" * 400 + " 0",
    ],
)
def test_parse_refuses_with_a_sentence(text):
    with pytest.raises(ValueError, match=r"\.$") as caught:
        parse_position(text)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 220


@given(st.text(max_size=40))
def test_parse_never_fails_otherwise(text):
    try:
        p = parse_position(text)
    except ValueError:
        return
    assert -90 <= p.lat <= 90
    assert 0 <= p.lon < 360


@given(positions)
def test_format_is_read_back(p):
    again = parse_position(format_position(p, 6))
    assert great_circle_m(p, again) < 0.05


def test_format():
    assert format_position(LatLon(-89.67, 129.78)) == "89.67°S 129.78°E"
    assert format_position(LatLon(-0.001, 359.999)) == "0.00°N 0.00°E"
    assert format_position(LatLon(26.1323, 3.6335), 3) == "26.132°N 3.634°E"
    assert format_position(LatLon(-45, -30)) == "45.00°S 330.00°E"


@given(st.floats(-1e6, 1e6))
def test_normalise_lon(lon):
    turned = normalise_lon(lon)
    assert 0 <= turned < 360
    assert math.cos(math.radians(turned)) == pytest.approx(math.cos(math.radians(lon)), abs=1e-6)


def test_normalise_lon_tiny_negative():
    assert normalise_lon(-1e-17) == 0.0
    assert math.copysign(1, normalise_lon(-0.0)) == 1.0
    assert normalise_lon(720.0) == 0.0


@pytest.mark.parametrize(("lat", "lon"), [(math.nan, 0), (0, math.inf), (-90.0001, 0), (91, 0)])
def test_latlon_refuses(lat, lon):
    with pytest.raises(ValueError, match=r"finite|latitude"):
        LatLon(lat, lon)


def test_great_circle_known():
    assert great_circle_m(LatLon(-90, 0), LatLon(-80, 77)) == pytest.approx(R * math.radians(10), rel=1e-12)
    assert great_circle_m(LatLon(0, 0), LatLon(0, 90)) == pytest.approx(R * math.pi / 2, rel=1e-12)
    assert great_circle_m(LatLon(-90, 12), LatLon(-90, 200)) == pytest.approx(0, abs=1e-6)
    assert great_circle_m(LatLon(-89, 179.5), LatLon(-89, 180.5)) == pytest.approx(
        great_circle_m(LatLon(-89, 359.5), LatLon(-89, 0.5)), rel=1e-9
    )
    one_metre = math.degrees(1 / R)
    assert great_circle_m(LatLon(-45, 10), LatLon(-45 + one_metre, 10)) == pytest.approx(1, rel=1e-6)


@given(positions, positions)
def test_great_circle_agrees_with_chord(a, b):
    def cartesian(p):
        phi, lam = math.radians(p.lat), math.radians(p.lon)
        return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)

    chord = math.dist(cartesian(a), cartesian(b))
    assert great_circle_m(a, b) == pytest.approx(2 * R * math.asin(min(1, chord / 2)), rel=1e-6, abs=0.2)
    assert great_circle_m(a, b) == pytest.approx(great_circle_m(b, a), rel=1e-9, abs=1e-6)


@given(positions)
def test_antipode_is_half_round(p):
    assert great_circle_m(p, LatLon(-p.lat, p.lon + 180)) == pytest.approx(math.pi * R, rel=1e-12)


@given(positions, st.floats(0, 360), st.floats(1, 5_000_000))
def test_destination_round_trip(start, azimuth, distance):
    end = destination(start, azimuth, distance)
    assert great_circle_m(start, end) == pytest.approx(distance, rel=1e-7, abs=1e-3)
    assume(abs(start.lat) < 89.9)
    turn = math.radians(initial_azimuth(start, end) - azimuth)
    assert math.cos(turn) > 1 - 1e-6


def test_azimuth():
    assert initial_azimuth(LatLon(0, 0), LatLon(10, 0)) == pytest.approx(0)
    assert initial_azimuth(LatLon(0, 0), LatLon(0, 10)) == pytest.approx(90)
    assert initial_azimuth(LatLon(0, 0), LatLon(-10, 0)) == pytest.approx(180)
    assert initial_azimuth(LatLon(0, 5), LatLon(0, 355)) == pytest.approx(270)
    assert initial_azimuth(LatLon(-90, 0), LatLon(-80, 123)) == pytest.approx(123)
    assert initial_azimuth(LatLon(-90, 100), LatLon(-80, 123)) == pytest.approx(23)
    assert initial_azimuth(LatLon(-80, 40), LatLon(-90, 0)) == pytest.approx(180)
    assert initial_azimuth(LatLon(-80, 40), LatLon(-80, 40)) == 0


def test_projection_known():
    assert project(LatLon(-90, 250)) == pytest.approx((0, 0), abs=1e-9)
    x, y = project(LatLon(-80, 90))
    assert x == pytest.approx(2 * R * math.tan(math.radians(5)), rel=1e-12)
    assert y == pytest.approx(0, abs=1e-6)
    x, y = project(LatLon(-80, 0))
    assert (x, y) == pytest.approx((0, 2 * R * math.tan(math.radians(5))), abs=1e-6)
    # the terrain's half side: 70.1° S on the axes, near 62° S in the corners
    assert unproject(609_600, 0).lat == pytest.approx(-70.1, abs=0.05)
    assert unproject(609_600, 609_600).lat == pytest.approx(-62, abs=0.5)
    assert unproject(0, 0) == LatLon(-90, 0)
    assert unproject(-1, -1e-12).lon == pytest.approx(270)
    with pytest.raises(ValueError, match="infinity"):
        project(LatLon(90, 0))


@given(southern)
def test_projection_round_trip(p):
    x, y = project(p)
    assert great_circle_m(p, unproject(x, y)) < 1e-3


@given(st.floats(-2e6, 2e6), st.floats(-2e6, 2e6))
def test_unprojection_round_trip(x, y):
    assert project(unproject(x, y)) == pytest.approx((x, y), abs=1e-3)


@given(st.floats(-89.9, -30), st.floats(0, 359.9))
def test_scale_factor_is_the_local_stretch(lat, lon):
    a, b = LatLon(lat, lon), LatLon(lat, lon + 0.001)
    stretch = math.dist(project(a), project(b)) / great_circle_m(a, b)
    assert scale_factor(lat) == pytest.approx(stretch, rel=1e-5)


def test_scale_factor_at_pole():
    assert scale_factor(-90) == 1
    assert scale_factor(0) == pytest.approx(2)


def test_seam_is_continuous():
    assert math.dist(project(LatLon(-85, 359.9999999)), project(LatLon(-85, 0))) < 0.001
    assert math.dist(project(LatLon(-85, 180)), project(LatLon(-85, -180))) < 1e-6


@pytest.mark.parametrize(
    ("lat", "lon", "told"),
    [
        (-89.8, 130.0, "89.80°S 130.00°E"),
        (-89.463, 222.51, "89.463°S 222.510°E"),
        (-89.4632, 222.51, "89.4632°S 222.5100°E"),
        (-89.46321987, 222.512345678, "89.4632°S 222.5123°E"),
    ],
)
def test_a_place_is_told_as_it_was_given(lat, lon, told):
    p = LatLon(lat, lon)
    assert format_position(p, telling_places(p)) == told
