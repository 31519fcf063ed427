"""`ilrs-atlas horizon` and `ilrs-atlas light`: tables, JSON, CSV, pictures, and what they refuse in one line."""

import csv
import io
import json

import pytest
from PySide6.QtGui import QImage

from atlas.__main__ import main

PLACE = ["-88.8", "123.4"]
SPAN = ["--from", "2027-01-01", "--to", "2027-03-01"]


def told(capfdbinary, *arguments):
    assert main(list(arguments)) == 0
    out, err = capfdbinary.readouterr()
    assert err == b""
    return out.decode("utf-8")


def refused(capfdbinary, *arguments):
    assert main(list(arguments)) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.count(b"\n") == 1
    return err.decode("utf-8")


def test_the_skyline_as_a_table(capfdbinary):
    found = told(capfdbinary, "horizon", *PLACE, "--step", "30")
    assert "88.80°S 123.40°E, ground at 1517 m (LOLA 1.6 km, 1600 m a pixel), eye 2 m over it" in found
    lines = [line for line in found.splitlines() if " km" in line and "°" in line and "Place" not in line]
    assert len(lines) == 12
    assert "Mons Mouton" in found
    assert "Span" not in found
    assert "longest night" in told(capfdbinary, "horizon", *PLACE, "--step", "90", *SPAN)


def test_other_ways_to_write_a_place_and_a_height(capfdbinary):
    low = json.loads(told(capfdbinary, "horizon", "88.8S", "123.4E", "--step", "10", "--format", "json"))
    high = json.loads(
        told(capfdbinary, "horizon", *PLACE, "--step", "10", "--height", "1000", "--format", "json")
    )  # fmt: skip
    assert high["eye_height_m"] == 1000
    assert all(b["elevation_deg"] <= a["elevation_deg"] for a, b in zip(low["skyline"], high["skyline"], strict=True))


def test_outside_the_terrain_it_says_so(capfdbinary):
    found = told(capfdbinary, "horizon", "10", "20", "--step", "90")
    assert "outside the terrain: the horizon is that of the bare sphere" in found
    assert json.loads(told(capfdbinary, "horizon", "10", "20", "--format", "json"))["terrain"] is None
    assert "the terrain ends before" in told(capfdbinary, "horizon", "-70.2", "0", "--step", "90")


def test_light_in_all_formats(capfdbinary, tmp_path):
    table = told(capfdbinary, "light", *PLACE, *SPAN)
    assert "longest night" in table
    assert "partly lit" in table
    found = json.loads(told(capfdbinary, "light", *PLACE, *SPAN, "--format", "json"))
    assert found["span"] == {"from": "2027-01-01T00:00:00Z", "to": "2027-03-01T00:00:00Z"}
    rows = list(csv.DictReader(io.StringIO(told(capfdbinary, "light", *PLACE, *SPAN, "--format", "csv"))))
    assert len(rows) == len(found["sun"]["spells"]) + len(found["earth"]["spells"])
    assert told(capfdbinary, "light", *PLACE, *SPAN, "-o", str(tmp_path / "l.csv")) == ""
    assert (tmp_path / "l.csv").read_text(encoding="utf-8").startswith("body,sight,begin_utc")


def test_pictures(capfdbinary, tmp_path):
    for name in ("h.png", "h.svg"):
        assert told(capfdbinary, "horizon", *PLACE, "--at", "2027-02-14", "-o", str(tmp_path / name)) == ""
    image = QImage(str(tmp_path / "h.png"))
    assert image.width() == 2400
    assert b"<svg" in (tmp_path / "h.svg").read_bytes()[:400]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["horizon", *PLACE, "--format", "png"], "needs a file to write to"),
        (["horizon", *PLACE, "-o", "x.gif"], "does not end in"),
        (["horizon", *PLACE, "-o", "x.svg", "--format", "png"], "does not end in .png"),
        (["horizon", *PLACE, "-o", "nowhere/x.png"], "does not exist"),
        (["horizon", *PLACE, "-o", "x.png", *SPAN], "belong to tables"),
        (["horizon", *PLACE, "-o", "x.png", "--at", "1950-01-01"], "1950 lies outside"),
        (["horizon", *PLACE, "--step", "0.001"], "not a number of degrees"),
        (["horizon", *PLACE, "--height", "-3"], "not a number of metres"),
        (["horizon", "somewhere"], "not a position"),
        (["light", *PLACE, "--from", "1950-01-01"], "1950 lies outside"),
        (["light", *PLACE, "--from", "2060-06-01", "--to", "2062-01-01"], "2062 lies outside"),
        (["light", *PLACE, "--from", "2027-03-01", "--to", "2027-01-01"], "later than --from"),
        (["light", *PLACE, "--from", "soon"], "not a time in UTC"),
        (["light"], "required"),
    ],
)
def test_what_is_refused(capfdbinary, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    assert words in refused(capfdbinary, *arguments)
    assert list(tmp_path.iterdir()) == []
