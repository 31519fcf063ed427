"""Spells of light: their ends against the disc looked at minute by minute, and places that are known to stay dark."""

import math
from concurrent.futures import CancelledError
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest

from atlas.domain.coordinates import MOON_RADIUS_M, LatLon
from atlas.paths import Paths
from atlas.services.sky import Ground, Observer, Sky, SkySpanError, sky_view
from atlas.services.sky.horizon import bare_skyline
from atlas.services.sky.lookout import look_out
from atlas.services.sky.spells import ANY_SIGHT, Sight, SpellProgress, light_table
from atlas.services.sky.tracks import discs, tracks
from atlas.services.terrain import Terrain

BEGIN, END = datetime(2027, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def sky():
    return Sky.load(Paths.find().sky)


@pytest.fixture(scope="module")
def real():
    return Ground.of(Terrain(Paths.find().terrain))


def bare(lat, lon, height=2.0):
    observer = Observer(LatLon(lat, lon), MOON_RADIUS_M + height)
    return observer, bare_skyline(observer, np.arange(0.0, 360.0, 0.05))


@pytest.mark.parametrize(("lat", "lon"), [(-89.45, 222.7), (-88.8, 123.4), (-85.3, 36.0)])
def test_spells_end_when_the_disc_says_so(sky, real, lat, lon):
    place = LatLon(lat, lon)
    found = look_out(real, place)
    table = light_table(sky, found.observer, found.line, BEGIN, BEGIN + timedelta(days=60))
    checked = 0
    for name, body in (("sun", table.sun), ("earth", table.earth)):
        for before, after in pairwise(body.spells):
            shares = [getattr(sky_view(sky, real, place, after.begin + k * MINUTE), name).visible for k in (-1, 1)]
            for share, spell in zip(shares, (before, after), strict=True):
                assert {Sight.HIDDEN: share == 0.0, Sight.WHOLE: share > 0.9999}.get(spell.sight, 0 < share < 1), (
                    f"{name} at {after.begin}: {shares} between {before.sight} and {after.sight}"
                )
            checked += 1
    assert checked > 10


def test_sunrise_over_the_bare_sphere_in_closed_form(sky):
    observer, line = bare(0.0, 0.0, 0.0)
    table = light_table(sky, observer, line, BEGIN, BEGIN + timedelta(days=60))
    rises = [run.begin for run in table.sun.runs(ANY_SIGHT) if not run.cut_begin]
    assert len(rises) == 2
    for rise in rises:
        sun = sky.sun(rise)
        seen = observer.look(sun)
        # the upper limb stands on the level
        assert seen.elevation_deg[0] + seen.angular_radius_deg[0] == pytest.approx(0.0, abs=1e-3)
        assert 80 < seen.azimuth_deg[0] < 100


def test_a_year_is_whole(sky, real):
    found = look_out(real, LatLon(-89.45, 222.7))
    table = light_table(sky, found.observer, found.line, BEGIN, END)
    for body in (table.sun, table.earth):
        assert body.begin == BEGIN
        assert body.end == END
        assert all(a.end == b.begin and a.sight is not b.sight for a, b in pairwise(body.spells))
        assert sum(body.share([sight]) for sight in Sight) == pytest.approx(1.0)
        assert body.share([Sight.WHOLE]) < body.mean_share < body.share(ANY_SIGHT)
        assert [s.cut_begin for s in body.spells].count(True) == 1
        longest = body.longest([Sight.HIDDEN])
        assert longest.length == max(s.length for s in body.spells if s.sight is Sight.HIDDEN)
    # the ridge is known for its light: summer (November to January) has long days
    assert 0.5 < table.sun.share(ANY_SIGHT) < 0.95
    assert table.sun.longest(ANY_SIGHT).length > timedelta(days=15)
    now = table.sun.at(BEGIN + timedelta(days=100))
    assert now.begin <= BEGIN + timedelta(days=100) < now.end
    assert table.sun.next(BEGIN + timedelta(days=100), [Sight.HIDDEN]).begin > BEGIN + timedelta(days=100)
    assert table.sun.at(END) is None


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(-89.67, 129.78), (-88.14, 45.91), (-87.45, 354.83), (-87.18, 84.31)],
    ids=["Shackleton", "Shoemaker", "Haworth", "Faustini"],
)
def test_a_draconic_year_without_a_spell_of_light(sky, real, lat, lon):
    found = look_out(real, LatLon(lat, lon))
    table = light_table(sky, found.observer, found.line, BEGIN, BEGIN + timedelta(days=346.62))
    assert [spell.sight for spell in table.sun.spells] == [Sight.HIDDEN]
    assert table.sun.mean_share == 0.0
    assert table.sun.longest(ANY_SIGHT) is None
    assert table.sun.next(BEGIN, ANY_SIGHT) is None


def test_the_earth_from_both_sides(sky):
    near = light_table(sky, *bare(0, 0), BEGIN, END)
    far = light_table(sky, *bare(0, 180), BEGIN, END)
    limb = light_table(sky, *bare(0, 90), BEGIN, END)
    assert near.earth.share([Sight.WHOLE]) == 1.0
    assert far.earth.share([Sight.HIDDEN]) == 1.0
    # it librates over the limb and under it
    assert 0.3 < limb.earth.share(ANY_SIGHT) < 0.7
    assert 10 < sum(1 for _ in limb.earth.runs(ANY_SIGHT)) < 16


def test_half_the_time_is_day_at_the_equator(sky):
    table = light_table(sky, *bare(0, 77), BEGIN, END)
    # the disc and the eye's height lengthen the day a little
    dip = 2 * math.degrees(math.acos(MOON_RADIUS_M / (MOON_RADIUS_M + 2)))
    assert table.sun.share(ANY_SIGHT) == pytest.approx(0.5 + (0.533 + dip) / 360, abs=0.01)


def test_it_can_be_stopped_and_tells_how_far_it_is(sky):
    told = []

    class Told(SpellProgress):
        def step(self, share):
            super().step(share)
            told.append(share)
            if share >= 0.4:
                self.cancel()

    with pytest.raises(CancelledError):
        light_table(sky, *bare(-89, 0), BEGIN, BEGIN + timedelta(days=3650), Told())
    assert told == sorted(told)
    assert told[0] == 0.0
    assert told[-1] < 0.6


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [(datetime(1958, 1, 1, tzinfo=UTC), BEGIN, "1958"), (BEGIN, datetime(2070, 1, 1, tzinfo=UTC), "2070")],
)
def test_what_the_tables_do_not_hold_is_refused(sky, begin, end, words):
    with pytest.raises(SkySpanError, match=words):
        light_table(sky, *bare(-89, 0), begin, end)


def test_an_empty_span_is_refused(sky):
    with pytest.raises(ValueError, match="end after it begins"):
        light_table(sky, *bare(-89, 0), BEGIN, BEGIN)


def test_tracks_run_on_without_a_jump(sky):
    observer, _ = bare(-89.9, 10)
    sun, earth = tracks(sky, observer, BEGIN, END)
    turns = np.diff(sun.azimuths_deg)
    # against the clock, once round in a lunation; at the pole the Sun goes round the horizon
    assert (np.abs(turns) < 20).all()
    assert abs(sun.azimuths_deg[-1] - sun.azimuths_deg[0]) / 360 == pytest.approx(365 / 29.53, abs=0.3)
    assert max(np.abs(sun.elevations_deg)) < 2.0
    assert np.ptp(earth.azimuths_deg) < 20
    disc, other = discs(sky, observer, sun.times[7])
    assert disc.elevation_deg == pytest.approx(sun.elevations_deg[7])
    assert disc.radius_deg == pytest.approx(0.267, abs=0.006)
    assert other.radius_deg == pytest.approx(0.95, abs=0.07)
    cut, _ = tracks(sky, observer, datetime(2060, 12, 1, tzinfo=UTC), datetime(2061, 3, 1, tzinfo=UTC))
    assert cut.times[-1].year == 2060
    assert tracks(sky, observer, datetime(1950, 1, 1, tzinfo=UTC), datetime(1951, 1, 1, tzinfo=UTC))[0].times == ()
