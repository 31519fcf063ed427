"""The panorama: its geometry, the terrain drawn where the skyline is, its light, its files and tables."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from atlas.domain.coordinates import LatLon, great_circle_m
from atlas.paths import Paths
from atlas.services.horizon.bodies import Path, separation
from atlas.services.horizon.compose import Span, compose, composed_caption, standing_words
from atlas.services.horizon.export import PanoramaRequest, panorama_image, write_panorama
from atlas.services.horizon.facts import duration_words, light_facts
from atlas.services.horizon.jobs import light_calendar, picture, prepare
from atlas.services.horizon.reading import reading_at
from atlas.services.horizon.tables import SPELL_COLUMNS, horizon_json, light_json, skyline_csv, spells_csv
from atlas.services.horizon.view import FINEST, PanoramaView, nice_step
from atlas.services.map import style
from atlas.services.sky.spells import SpellProgress
from atlas.services.sky.tracks import Disc, Track
from atlas.services.terrain import Terrain
from atlas.services.units import METRIC, Units
from atlas.store.catalogue import Catalogue

WHEN = datetime(2027, 2, 14, tzinfo=UTC)


@pytest.fixture(scope="module")
def places():
    return Catalogue.open(Paths.find().catalogue).places()


@pytest.fixture(scope="module")
def terrain():
    return Terrain(Paths.find().terrain)


@pytest.fixture(scope="module")
def rim(terrain, places):
    return prepare(Paths.find().sky, terrain, places, LatLon(-88.8, 123.4), 2.0)


@pytest.fixture(scope="module")
def pit(terrain, places):
    return prepare(Paths.find().sky, terrain, places, LatLon(-89.67, 129.78), 2.0)


views = st.builds(
    PanoramaView,
    st.floats(0, 359.9), st.floats(-10, 30), st.floats(0.01, 0.3), st.floats(1, 12), st.integers(50, 1000),
    st.integers(50, 800),
)  # fmt: skip


@given(views, st.floats(0, 1), st.floats(0, 1))
def test_pixels_and_directions_are_inverse(view, across, down):
    x, y = across * view.width, down * view.height
    assert view.elevation_at(view.y(view.elevation_at(y))) == pytest.approx(view.elevation_at(y), abs=1e-6)
    if abs((x - view.width / 2) * view.step) < 179:
        assert view.x(view.azimuth_at(x)) == pytest.approx(x, abs=1e-3)


@given(views, st.floats(0.3, 5))
def test_zooming_keeps_what_is_under_the_pointer(view, factor):
    x, y = view.width * 0.3, view.height * 0.6
    zoomed = view.zoomed(factor, x, y)
    assert FINEST <= zoomed.step <= view.widest + 1e-12
    apart = (zoomed.azimuth_at(x) - view.azimuth_at(x) + 180) % 360 - 180
    assert apart == pytest.approx(0, abs=1e-6)
    if -59 < zoomed.elevation < 89:
        assert zoomed.elevation_at(y) == pytest.approx(view.elevation_at(y), abs=1e-6)


def test_the_whole_circle_fits_and_turns_round():
    view = PanoramaView.whole(900, 300, -3, 5)
    assert view.x(0.0) == pytest.approx(0) or view.x(0.0) == pytest.approx(900)
    assert view.y(5) > 0
    assert view.y(-3) < 300
    turned = view.panned(450, 0)
    assert turned.azimuth == pytest.approx(0)
    assert view.resized(1800, 300).step == pytest.approx(view.step / 2)
    assert view.fitted(-3, 5, 10.0).exaggeration == 10.0
    assert nice_step(0.7, (0.5, 1.0, 2.0)) == 1.0
    assert nice_step(9.0, (0.5, 1.0, 2.0)) == 2.0


def test_ground_is_drawn_up_to_the_skyline(rim):
    view = PanoramaView.whole(720, 300, rim.low, rim.high)
    image = picture(rim, view, 1.0, WHEN).image
    for x in range(5, 720, 45):
        y = view.y(float(rim.lookout.line.at(np.array([view.azimuth_at(x + 0.5)]))[0]))
        if 4 < y < 296:
            assert image.pixelColor(x, int(y) - 3).alpha() == 0
            assert image.pixelColor(x, int(y) + 3).alpha() == 255
    assert image.pixelColor(360, 299).alpha() == 255


def test_far_mountains_are_paler_than_the_ground_near_by(rim):
    view = PanoramaView.whole(720, 300, rim.low, rim.high)
    image = rim.scenery.image(view, 1.0, None)
    # Mons Mouton, 145 km off, stands in the west; the peak next door in the south-east
    far, near = (image.pixelColor(round(view.x(azimuth)), round(view.y(elevation)) + 6)
                 for azimuth, elevation in ((258.0, -1.3), (150.0, 3.5)))  # fmt: skip
    assert far.lightness() > near.lightness() + 40


def test_the_ground_is_lit_by_the_sun_and_the_pit_never(rim, pit):
    def brightness(prospect, moment):
        view = PanoramaView.whole(360, 160, prospect.low, prospect.high)
        image = picture(prospect, view, 1.0, moment).image
        return np.mean([image.pixelColor(x, y).lightness() for x in range(0, 360, 12) for y in range(90, 160, 10)])

    # day and night at the rim: the Sun over it, and far under the horizon
    assert brightness(rim, datetime(2027, 2, 14, tzinfo=UTC)) > brightness(rim, datetime(2027, 4, 28, tzinfo=UTC)) + 8
    winter, summer = brightness(pit, datetime(2027, 4, 28, tzinfo=UTC)), brightness(pit, WHEN)
    assert summer == pytest.approx(winter, abs=1.5)


def test_a_pixel_tells_its_ground(rim, places):
    view = PanoramaView.whole(720, 300, rim.low, rim.high)
    rim.scenery.image(view, 1.0, None)
    for azimuth, elevation in ((258.0, -1.3), (150.0, 3.5), (20.0, -2.9)):
        found = reading_at(rim, view, view.x(azimuth), view.y(elevation), places)
        assert found.distance_m is not None
        seen = rim.lookout.observer
        height = rim.lookout.ground.elevation(found.position)
        arc = great_circle_m(rim.lookout.position, found.position) / 1_737_400.0
        up = np.degrees(np.arctan2(
            (1_737_400.0 + height) * np.cos(arc) - seen.radius_m, (1_737_400.0 + height) * np.sin(arc)
        ))  # fmt: skip
        assert up == pytest.approx(elevation, abs=0.15)
        assert "km" in found.text(METRIC) or " m" in found.text(METRIC)
    sky = reading_at(rim, view, view.x(20.0), view.y(4.0), places)
    assert sky.distance_m is None
    assert "sky" in sky.text(METRIC)
    assert reading_at(rim, view.panned(3, 0), 100, 290, places).distance_m is None


def test_composed_bodies_and_names(rim):
    found = compose(rim.lookout, rim.sky, WHEN, Span.MONTH)
    assert found.sun.share == 1.0
    assert "°" in found.panorama.sun_words
    assert "behind" not in found.panorama.sun_words
    names = [label.text for label in found.panorama.labels]
    assert any(name.startswith("Mons Mouton") for name in names)
    # each day's noon in sight is marked by its number
    assert {words for _, _, words in found.panorama.marks} > {"10", "12", "14", "16"}
    assert compose(rim.lookout, rim.sky, WHEN, Span.YEAR).panorama.marks == ()
    day = compose(rim.lookout, rim.sky, WHEN, Span.DAY)
    assert "12:00" in [words for _, _, words in day.panorama.marks]
    feet = compose(rim.lookout, rim.sky, WHEN, Span.MONTH, Units(feet=True))
    assert any(label.text.endswith("mi") for label in feet.panorama.labels)


def test_a_body_behind_the_ground_is_said_to_be(pit):
    found = compose(pit.lookout, pit.sky, WHEN, Span.MONTH)
    assert found.sun.share == 0.0
    assert "behind the horizon" in found.panorama.sun_words
    assert found.panorama.hidden == ("sun", "earth")
    assert "45 %" in standing_words("Sun", type(found.sun)(10.0, 1.0, 0.45))
    assert "99 %" in standing_words("Sun", type(found.sun)(10.0, 1.0, 0.9999))
    assert "1 %" in standing_words("Sun", type(found.sun)(10.0, 1.0, 0.0001))


def test_spans_are_those_of_the_calendar():
    leap = datetime(2028, 2, 29, 13, 5, tzinfo=UTC)
    assert Span.DAY.bounds(leap)[1] - Span.DAY.bounds(leap)[0] == timedelta(days=1)
    assert Span.MONTH.bounds(leap) == (datetime(2028, 2, 1, tzinfo=UTC), datetime(2028, 3, 1, tzinfo=UTC))
    assert Span.YEAR.bounds(leap) == (datetime(2028, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC))


def test_a_path_through_north_is_cut_there():
    times = tuple(WHEN + timedelta(hours=k) for k in range(4))
    path = Path.of(Track(times, (350.0, 355.0, 365.0, 370.0), (1.0, 1.1, 1.2, 1.3)), style.SUN)
    points = [path.line.elementAt(k) for k in range(path.line.elementCount())]
    # no stroke goes back across the whole sky
    assert all(b.isMoveTo() or abs(a.x - b.x) <= 10.001 for a, b in pairwise(points))
    assert sum(point.isMoveTo() for point in points) == 2


def test_directions_between_bodies():
    apart, bearing = separation(Disc(0, 0, 1, 1), Disc(90, 0, 1, 1))
    assert (apart, bearing) == pytest.approx((np.pi / 2, np.pi / 2))
    apart, bearing = separation(Disc(10, 0, 1, 1), Disc(10, 30, 1, 1))
    assert (apart, bearing) == pytest.approx((np.pi / 6, 0))


def request_for(prospect, qapp):
    view = PanoramaView.whole(600, 200, prospect.low, prospect.high)
    words = composed_caption(prospect.lookout, WHEN, view.exaggeration)
    found = compose(prospect.lookout, prospect.sky, WHEN, Span.MONTH)
    return PanoramaRequest(view, prospect.scenery, found, words, "©")


def test_files_with_a_caption(rim, qapp, tmp_path):
    request = request_for(rim, qapp)
    for part in ("88.80°S 123.40°E", "2 m", "14 Feb 2027 00:00 UTC", "LOLA 1.6 km", "m a cell", "times"):
        assert part in request.caption
    write_panorama(tmp_path / "a.png", request, qapp.font())
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (600, 230)
    assert len({image.pixel(x, y) for x in range(0, 600, 5) for y in range(0, 200, 5)}) > 200
    write_panorama(tmp_path / "a.svg", request, qapp.font())
    assert b"<svg" in (tmp_path / "a.svg").read_bytes()[:400]
    assert panorama_image(request, qapp.font(), 2.0).width() == 1200
    with pytest.raises(ValueError, match="does not end"):
        write_panorama(tmp_path / "a.gif", request, qapp.font())
    with pytest.raises(OSError, match="No such file"):
        write_panorama(tmp_path / "none" / "a.png", request, qapp.font())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "a.svg"]


def test_tables(rim, places):
    skyline = list(csv.DictReader(io.StringIO(skyline_csv(rim.lookout, places, 0.5))))
    assert len(skyline) == 720
    assert {row["formed_by"] for row in skyline} > {"Mons Mouton", "Faustini", ""}
    calendar = light_calendar(rim, WHEN, Span.MONTH, SpellProgress())
    lines = spells_csv(rim.lookout, calendar.table)
    rows = list(csv.DictReader(io.StringIO(lines)))
    assert tuple(rows[0]) == SPELL_COLUMNS
    assert {row["sight"] for row in rows if row["body"] == "sun"} == {"dark", "partly lit", "lit"}
    assert rows[0]["begin_utc"] == "2027-02-01T00:00:00Z"
    assert rows[0]["cut_by_span"] == "begin"
    assert rows[0]["terrain_resolution_m"] == "1600.0"
    for body in ("sun", "earth"):
        assert sum(float(row["hours"]) for row in rows if row["body"] == body) == pytest.approx(28 * 24, abs=0.1)
    found = json.loads(light_json(rim.lookout, calendar.table))
    assert found["sun"]["lit_share"] > found["sun"]["wholly_lit_share"] > 0.3
    assert found["sun"]["longest_night"]["hours"] > 100
    both = json.loads(horizon_json(rim.lookout, places, 30, calendar.table))
    assert len(both["skyline"]) == 12
    assert both["terrain"] == {"name": "LOLA 1.6 km", "resolution_m": 1600.0}
    assert "span" not in json.loads(horizon_json(rim.lookout, places, 30, None))


def test_facts(rim, pit):
    facts = light_facts(light_calendar(rim, WHEN, Span.YEAR, SpellProgress()))
    values = {fact.title: fact for fact in facts}
    assert facts[0].title == "At this moment"
    assert values["At this moment"].value in {"lit", "partly lit"}
    assert values["Sun in sight"].value == "60.5 % of the time"
    assert values["Longest night"].value.startswith("13 d")
    assert "21 Apr 2027" in values["Longest night"].detail
    # the Sun stands over the rim now: what comes next is its setting
    assert "2027" in values["Next sunset"].value
    dark = {fact.title: fact for fact in light_facts(light_calendar(pit, WHEN, Span.YEAR, SpellProgress()))}
    assert dark["Longest night"].value == "all the time shown"
    assert dark["Longest light"].value == "none"
    assert dark["At this moment"].value == "dark"
    assert dark["Next sunrise"].value == "not within 400 days"
    last = light_calendar(rim, datetime(2060, 12, 31, 23, 59, tzinfo=UTC), Span.DAY, SpellProgress())
    assert light_facts(last)
    assert duration_words(timedelta(days=17, hours=3.4)) == "17 d 3 h"
    assert duration_words(timedelta(hours=5, minutes=12)) == "5 h 12 min"
    assert duration_words(timedelta(minutes=8)) == "8 min"
