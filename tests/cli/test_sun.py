"""`ilrs-atlas sun`: what it prints, how positions and times are read, what it refuses in one line."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from atlas.__main__ import main

ROOT = Path(__file__).parents[2]
WHEN = ["--at", "2026-11-22T18:00"]


def sun(capfdbinary, *arguments):
    assert main(["sun", *arguments, "--format", "json"]) == 0
    out, err = capfdbinary.readouterr()
    assert err == b""
    return json.loads(out)


def test_the_object_has_its_documented_form(capfdbinary):
    found = sun(capfdbinary, "-89.67", "129.78", *WHEN)
    assert list(found) == [
        "time", "lat", "lon", "sun", "earth", "sub_solar", "sub_earth", "terrain", "extrapolated",
    ]  # fmt: skip
    for body in ("sun", "earth"):
        assert set(found[body]) == {"azimuth", "elevation", "visible_fraction", "horizon"}
    assert found["time"] == "2026-11-22T18:00:00Z"
    assert (found["lat"], found["lon"]) == (-89.67, 129.78)
    assert found["terrain"] == {"name": "LOLA 1.6 km", "resolution_m": 1600.0}
    assert set(found["sub_solar"]) == set(found["sub_earth"]) == {"lat", "lon"}
    assert found["extrapolated"] is False


def test_the_floor_of_shackleton_is_dark_and_malapert_sees_the_earth(capfdbinary):
    shackleton = sun(capfdbinary, "-89.67", "129.78", *WHEN)
    assert shackleton["sun"]["visible_fraction"] == 0
    assert shackleton["sun"]["horizon"] > 15 > shackleton["sun"]["elevation"]
    malapert = sun(capfdbinary, "-85.99", "0", *WHEN)
    assert malapert["earth"]["visible_fraction"] == 1
    assert malapert["earth"]["elevation"] > malapert["earth"]["horizon"]


def test_a_plain_has_days_and_nights(capfdbinary):
    # the floor of Amundsen
    shares = [
        sun(capfdbinary, "-84.5", "83", "--at", f"2026-11-{day:02}")["sun"]["visible_fraction"] for day in range(1, 30)
    ]
    assert 0 in shares
    assert 1 in shares


@pytest.mark.parametrize(
    "position",
    [
        ["89.67S", "129.78E"],
        ["89.67S 129.78E"],
        ["-89.67,129.78"],
        ["-89.67, 129.78"],
        ["-89.67 129.78"],
        ["-89.67", "-230.22"],
        ["−89.67", "129.78"],
        ["89°40′12″S", "129°46′48″E"],
        ["89.67", "S", "129.78", "E"],
    ],
)
def test_positions_are_read_as_people_write_them(capfdbinary, position):
    found = sun(capfdbinary, *position, *WHEN)
    assert (found["lat"], found["lon"]) == pytest.approx((-89.67, 129.78))
    assert found["sun"]["azimuth"] == pytest.approx(250.4, abs=0.1)


def test_options_may_stand_first(capfdbinary):
    assert sun(capfdbinary, *WHEN, "--height", "10", "-89.67", "129.78")["lat"] == -89.67


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-11-22", "2026-11-22T00:00:00Z"),
        ("2026-11-22T18:00:00Z", "2026-11-22T18:00:00Z"),
        ("2026-11-22 18:00 UTC", "2026-11-22T18:00:00Z"),
        ("2026-11-23T02:00+08:00", "2026-11-22T18:00:00Z"),
        ("2026-11-22T18:00:00.5", "2026-11-22T18:00:00.500000Z"),
        ("1959-01-01", "1959-01-01T00:00:00Z"),
        ("2060-12-31T23:59:59", "2060-12-31T23:59:59Z"),
    ],
)
def test_times_are_utc(capfdbinary, text, time):
    assert sun(capfdbinary, "-89.67", "129.78", "--at", text)["time"] == time


def test_the_time_is_now_if_none_is_given(capfdbinary):
    before = datetime.now(UTC).replace(microsecond=0)
    time = datetime.fromisoformat(sun(capfdbinary, "-89", "0")["time"])
    assert before <= time <= datetime.now(UTC)


def test_beyond_the_leap_seconds_the_answer_says_so(capfdbinary):
    assert sun(capfdbinary, "-89", "0", "--at", "2040-01-01")["extrapolated"] is True
    assert main(["sun", "-89", "0", "--at", "2040-01-01"]) == 0
    assert b"extrapolated" in capfdbinary.readouterr().out


def test_outside_the_terrain_the_sky_is_still_given(capfdbinary):
    found = sun(capfdbinary, "0.67408", "23.47297", "--at", "1969-07-20T20:17:40")
    assert found["sun"]["elevation"] == pytest.approx(10.8, abs=0.3)
    assert found["terrain"] is None
    for body in ("sun", "earth"):
        assert found[body]["horizon"] is None
        assert found[body]["visible_fraction"] is None
    assert main(["sun", "0.67408", "23.47297"]) == 0
    assert b"outside the terrain: no horizon" in capfdbinary.readouterr().out


def test_the_table_says_whether_a_place_is_lit_and_until_when(capfdbinary):
    at = ["--at", "2027-03-01T12:00"]
    lines = {}
    for place in (["-89.463", "222.51"], ["-89.8", "130"], ["10", "10"]):
        assert main(["sun", *place, *at]) == 0
        lines[place[0]] = capfdbinary.readouterr().out.decode().splitlines()
    assert "89.463°S 222.510°E" in lines["-89.463"][0]
    (lit,) = (line for line in lines["-89.463"] if line.startswith("Light"))
    assert "lit; next sunset 2027-03-13T08:3" in lit
    assert any("dark; next sunrise not before 2028-04-04" in line for line in lines["-89.8"])
    # where there is no horizon nothing is said of it
    assert not any(line.startswith("Light") for line in lines["10"])


def test_near_the_edge_of_the_terrain_it_warns(capfdbinary):
    assert main(["sun", "-62.5", "45", "--at", "2024-02-22", "--format", "json"]) == 0
    out, err = capfdbinary.readouterr()
    assert json.loads(out)["sun"]["horizon"] is not None
    assert b"higher ground may stand beyond" in err


def test_a_higher_eye_has_a_lower_horizon(capfdbinary):
    low = sun(capfdbinary, "-89.45", "222.7", *WHEN, "--height", "0")
    high = sun(capfdbinary, "-89.45", "222.7", *WHEN, "--height", "200")
    assert high["sun"]["horizon"] < low["sun"]["horizon"]


def test_the_table(capfdbinary):
    assert main(["sun", "89.67S 129.78E", *WHEN]) == 0
    out = capfdbinary.readouterr().out.decode("utf-8")
    assert "89.67°S 129.78°E" in out
    assert "LOLA 1.6 km, 1600 m a pixel" in out
    assert "2026-11-22T18:00:00Z" in out
    line = next(line for line in out.splitlines() if line.startswith("Sun  "))
    assert "Shackleton" in line
    assert "0.0 %" in line
    assert "Sun overhead at" in out
    assert "Earth overhead at" in out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["-89.67"], "one number"),
        (["Shackleton"], "not a position"),
        (["-95", "10"], "latitude"),
        (["1", "2", "3"], "3 numbers"),
        ([], "LAT LON"),
        (["-89", "0", "--at", "yesterday"], "--at"),
        (["-89", "0", "--at", "2026-13-01"], "UTC"),
        (["-89", "0", "--at", "0001-01-01T00:00+14:00"], "--at"),
        (["-89", "0", "--at", "1958-12-31T23:59:59"], "1959 to 2060"),
        (["-89", "0", "--at", "2061-01-01"], "1959 to 2060"),
        (["-89", "0", "--at", "0001-01-01"], "1959 to 2060"),
        (["-89", "0", "--at", "9999-12-31"], "1959 to 2060"),
        (["-89", "0", "--height", "-5"], "--height"),
        (["-89", "0", "--height", "nan"], "--height"),
        (["-89", "0", "--height", "high"], "--height"),
        (["-89", "0", "--format", "xml"], "--format"),
        (["-89", "0", "--nonsense"], "--nonsense"),
    ],
)
def test_bad_input_is_one_line(capfdbinary, arguments, word):
    assert main(["sun", *arguments]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.count(b"\n") == 1
    assert word.lower() in err.decode("utf-8").lower()


def test_the_help_can_be_read(capfdbinary):
    with pytest.raises(SystemExit) as stopped:
        main(["sun", "--help"])
    assert stopped.value.code == 0
    assert b"sun LAT LON [--at UTC]" in capfdbinary.readouterr().out


def test_without_any_display(tmp_path):
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "--data-dir", str(tmp_path), "sun", "-90", "0", *WHEN, "--format", "json"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    # at the pole the azimuth of a body is the longitude under it
    assert found["sun"]["azimuth"] == pytest.approx(found["sub_solar"]["lon"], abs=1e-4)
    assert found["sun"]["elevation"] == pytest.approx(-found["sub_solar"]["lat"], abs=2e-3)
