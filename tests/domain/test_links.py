from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.links import Link, entry_link, is_slug, parse_link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("atlas://mission/change-7", Link("mission", "change-7")),
        ("atlas://mission/change-7/", Link("mission", "change-7")),
        ("  atlas://place/iau-1234\n", Link("place", "iau-1234")),
        ("atlas://entry/luna-25?as-of=2021-03-10", Link("entry", "luna-25", date(2021, 3, 10))),
        ("atlas://note/note.3", Link("note", "note.3")),
        ("atlas://map?lat=-89.67&lon=129.78&width=40", Link("map", "", None, -89.67, 129.78, 40.0)),
        ("atlas://map?lat=-89&lon=-10", Link("map", "", None, -89.0, 350.0)),
        ("atlas://map?lat=-89&lon=360", Link("map", "", None, -89.0, 0.0)),
        ("atlas://map", Link("map")),
        ("atlas://map?light=2026-11-22T18:00Z", Link("map", light=datetime(2026, 11, 22, 18, tzinfo=UTC))),
    ],
)
def test_links_that_lead_somewhere(text, link):
    assert parse_link(text) == link
    assert parse_link(str(link)) == link


@pytest.mark.parametrize(
    "text",
    [
        "", "change-7", "atlas:", "atlas://", "atlas://mission", "atlas://mission/", "atlas:mission/change-7",
        "http://mission/change-7", "file:///etc/passwd", "javascript:alert(1)", "atlas://rocket/change-7",
        "atlas://mission/../x", "atlas://mission/change-7/more", "atlas://mission/Change-7", "atlas://mission/a--b",
        "atlas://mission/change-7#x", "atlas://mission/change-7#", "atlas://user@mission/change-7",
        "atlas://mission:80/x", "atlas://mission/%2e%2e", "atlas://mission/change-7?as-of=yesterday",
        "atlas://mission/change-7?as-of=20210310", "atlas://mission/change-7?lat=1",
        "atlas://mission/change-7?as-of=2021-03-10&as-of=2021-03-11", "atlas://mission/change-7?as-of",
        "atlas://map/x", "atlas://map?lat=-89", "atlas://map?lon=3", "atlas://map?lat=-91&lon=0",
        "atlas://map?lat=nan&lon=0", "atlas://map?lat=1e1&lon=0", "atlas://map?lat=0&lon=0&width=-1",
        "atlas://map?light=noon", "atlas://map?light=2026-11-22", "atlas://map?light=1950-01-01T00:00Z",
        "atlas://map?light=2061-01-01T00:00Z", "atlas://mission/change-7?light=2026-11-22T18:00Z",
        "atlas://map?lat=0&lon=0&zoom=3", "atlas://mission/嫦娥", "atlas://mission/a\x00b", "atlas://[x/y",
        "atlas://mission/" + "a" * 600, "atlas://mission/" + "a" * 120,
    ],
)  # fmt: skip
def test_odd_links_are_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        parse_link(text)


@given(st.text())
def test_any_text_is_a_link_or_a_value_error(text):
    for tried in (text, f"atlas://{text}", f"atlas://map?{text}", f"atlas://mission/{text}"):
        try:
            link = parse_link(tried)
        except ValueError:
            continue
        assert parse_link(str(link)) == link


@given(st.floats(-90, 90), st.floats(0, 359.999999), st.none() | st.floats(0.02, 10_000), st.none() | st.dates())
def test_map_links_come_back(lat, lon, width, day):
    link = parse_link(str(Link("map", "", day, lat, lon, width)))
    assert link.lat == pytest.approx(lat, abs=1e-8)
    assert link.lon == pytest.approx(lon, abs=1e-8)
    assert link.as_of == day


def test_entry_links_need_no_kind():
    assert entry_link("change-7") == "atlas://entry/change-7"
    assert is_slug("iau-1234")
    assert not is_slug("")
    assert not is_slug("../x")
