"""The user's marks on the map: true great circles, what is under a pixel, the layer, the command line."""

import json
import math
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from atlas.__main__ import main
from atlas.domain.coordinates import LatLon, project, unproject
from atlas.domain.geodesy import Leg, Path, vector
from atlas.domain.notes import Mark
from atlas.services.map.data import MapData
from atlas.services.map.layers import Layer, Layers
from atlas.services.map.lettering import Lettering
from atlas.services.map.marks import chord_m, great_circle_lines, leg_points
from atlas.services.map.plan import make_plan
from atlas.services.map.view import MapView
from atlas.services.measure.copies import marks_geojson

WHEN = datetime(2026, 11, 22, tzinfo=UTC)
VIEW = MapView(0.0, 0.0, 400.0, 900, 700)


def mark(number, shape, *points, name="Mine", note=""):
    return Mark(number, shape, name, note, points, WHEN)


@pytest.mark.parametrize("mpp", [0.6, 10.0, 430.0, 1700.0])
@pytest.mark.parametrize(("a", "b"), [
    (LatLon(-72, 40), LatLon(-72, 140)),
    (LatLon(-80, 179), LatLon(-80, 181)),
    (LatLon(-75, 10), LatLon(-75, 190)),
    (LatLon(-90, 0), LatLon(-71, 300)),
])  # fmt: skip
def test_lines_are_great_circles_within_a_quarter_of_a_pixel(a, b, mpp):
    n = [u * w - v * x for u, w, v, x in (
        (vector(a)[1], vector(b)[2], vector(a)[2], vector(b)[1]),
        (vector(a)[2], vector(b)[0], vector(a)[0], vector(b)[2]),
        (vector(a)[0], vector(b)[1], vector(a)[1], vector(b)[0]),
    )]  # fmt: skip
    size = math.hypot(*n)
    points = leg_points(Leg.between(a, b), chord_m(mpp))
    assert points[0] == pytest.approx(project(a), abs=1e-3)
    assert points[-1] == pytest.approx(project(b), abs=1e-3)
    for one, other in pairwise(points):
        for x, y in (one, ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)):
            off = sum(c * v for c, v in zip(n, vector(unproject(x, y)), strict=True)) / size
            # metres on the ground are no longer than those on the map
            assert abs(off) * 1_737_400.0 <= 0.26 * mpp + 1e-3


def test_what_lies_far_away_is_cut_out():
    lines = great_circle_lines(Path((LatLon(-80, 0), LatLon(60, 0), LatLon(-80, 180))), 50_000.0)
    assert len(lines) >= 2
    assert all(math.hypot(x, y) < 2_100_000.0 for line in lines for x, y in line)
    assert great_circle_lines(Path((LatLon(40, 0),)), 1000.0) == []


def test_the_plan_finds_pins_before_lines_and_names_them(qapp):
    marks = [
        mark(1, "path", (-88.0, 90.0), (-88.0, 270.0), name="Way"),
        mark(2, "pin", (-90.0, 0.0), name="Pole"),
        mark(3, "area", (-87.0, 0.0), (-86.0, 0.0), (-86.0, 10.0), name="Field"),
        mark(4, "pin", (10.0, 0.0), name="Far"),
    ]
    data = MapData().with_marks(marks)
    assert [placed.mark.id for placed in data.marks] == [1, 2, 3]
    lettering = Lettering(qapp.font(), cached=False)
    plan = make_plan(VIEW, data, Layers(), lettering)
    assert {text.text for text in plan.mark_texts} == {"Way", "Pole", "Field"}
    assert plan.mark_at(450.0, 345.0).mark.id == 2
    x, y = VIEW.to_screen(*project(LatLon(-88.0, 90.0)))
    assert plan.mark_at(x - 30.0, y).mark.id == 1
    assert plan.mark_at(x - 30.0, y + 60.0) is None
    assert make_plan(VIEW, data, Layers().with_shown(Layer.PINS, shown=False), lettering).marks == []
    assert data.with_sites([], []).marks == data.marks


def test_marks_as_geojson():
    marks = [
        mark(1, "pin", (-89.0, 200.0), note="*mine*"),
        mark(2, "path", (-89.0, 200.0), (-88.0, 20.0)),
        mark(3, "area", (-89.0, 200.0), (-88.0, 20.0), (-88.0, 90.0)),
    ]
    written = json.loads(marks_geojson(marks))
    assert written["body"] == "Moon"
    assert [f["geometry"]["type"] for f in written["features"]] == ["Point", "LineString", "Polygon"]
    assert written["features"][0]["geometry"]["coordinates"] == [200.0, -89.0]
    assert written["features"][0]["properties"]["note"] == "*mine*"


def test_the_command_draws_pins(tmp_path, qapp, monkeypatch):
    from pathlib import Path as File

    from PySide6.QtGui import QImage

    from atlas.store.notebook import Notebook

    migrations = File(__file__).parents[2] / "db" / "notebook"
    folder = tmp_path / "data"
    with Notebook.open(folder / "notebook.db", migrations) as book:
        book.add_mark("pin", [(-90.0, 0.0)], "Pole")
    pictures = []
    for layers in ("grid", "grid,pins"):
        target = tmp_path / f"{len(pictures)}.png"
        command = ["--data-dir", str(folder), "map", "-o", str(target), "--size", "200x200", "--layers", layers]
        assert main(command) == 0
        pictures.append(QImage(str(target)))
    assert pictures[0] != pictures[1]
