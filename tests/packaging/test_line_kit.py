"""What the line kit does without Blender: spans that are seen, runs joined and thinned, files written; and records."""

import importlib
import sys
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.domain.line_drawing import read_drawing
from atlas.paths import Paths

PLATES = Paths.find().resources / "plates"
RECORDS = Paths.find().content / "profiles" / "machines.toml"


@pytest.fixture(scope="module")
def tools() -> Iterator[Path]:
    """Let the drawing tools be imported as they import one another."""
    sys.path.insert(0, str(PLATES))
    yield PLATES
    sys.path.remove(str(PLATES))


@pytest.fixture(scope="module")
def strokes(tools: Path) -> ModuleType:
    return importlib.import_module("strokes")


class TestSpans:
    def test_changes_are_found_between_samples(self, strokes: ModuleType) -> None:
        spans = strokes.true_spans(lambda d: 0.23 < d < 0.71, 1.0, 0.1)
        assert spans == [pytest.approx((0.23, 0.71), abs=0.005)]

    def test_what_holds_everywhere_reaches_both_ends(self, strokes: ModuleType) -> None:
        assert strokes.true_spans(lambda _: True, 2.0, 0.5) == [(0.0, 2.0)]
        assert strokes.true_spans(lambda _: False, 2.0, 0.5) == []

    def test_small_gaps_close_and_specks_go(self, strokes: ModuleType) -> None:
        spans = [(0.0, 1.0), (1.05, 2.0), (3.0, 3.01), (4.0, 5.0)]
        assert strokes.tidy_spans(spans, 0.1, 0.1) == [(0.0, 2.0), (4.0, 5.0)]

    def test_a_piece_is_cut_out_round_a_corner(self, strokes: ModuleType) -> None:
        ruler = strokes.Ruler([(0, 0), (0, 0), (2, 0), (2, 2)])
        assert ruler.end == 4
        assert ruler.cut((1.0, 3.0)) == [(1.0, 0.0), (2, 0), (2.0, 1.0)]
        assert ruler.at(3.0) == ((2.0, 1.0), (0.0, 1.0))


class TestLines:
    def test_runs_are_joined_and_go_straight_on(self, strokes: ModuleType) -> None:
        lines = [[(0, 0), (1, 0)], [(2, 0), (1, 0)], [(1, 0), (1, 1)], [(5, 5), (6, 6)]]
        joined = sorted(strokes.join(lines, 0.01), key=len, reverse=True)
        assert len(joined) == 3
        assert {joined[0][0], joined[0][-1]} == {(0, 0), (2, 0)}

    def test_a_ring_comes_round(self, strokes: ModuleType) -> None:
        sides = [[(0, 0), (1, 0)], [(1, 1), (1, 0)], [(1, 1), (0, 1)], [(0, 0), (0, 1)]]
        (ring,) = strokes.join(sides, 0.01)
        assert len(ring) == 5
        assert ring[0] == ring[-1]

    @given(st.lists(st.tuples(st.floats(-5, 5), st.floats(-5, 5)), min_size=2, max_size=40))
    def test_no_point_is_farther_off_than_allowed(self, strokes: ModuleType, line: list[tuple[float, float]]) -> None:
        kept = strokes.simplify(line, 0.3)
        assert kept[0] == line[0]
        assert kept[-1] == line[-1]
        for point in line:
            assert min(strokes._away(point, a, b) for a, b in pairwise(kept)) <= 0.3 + 1e-9

    def test_a_line_close_beside_another_is_left_out_there_only(self, strokes: ModuleType) -> None:
        crowd = strokes.Crowd(0.1)
        crowd.add([(0, 0), (1, 0)])
        (piece,) = crowd.thin([(0.0, 0.05), (3.0, 0.05)])
        assert piece[0][0] == pytest.approx(1.08, abs=0.05)
        assert piece[-1] == (3.0, 0.05)
        assert crowd.thin([(0.5, -1.0), (0.5, 1.0)])[0][-1] == (0.5, 1.0)
        assert crowd.thin([(0.0, 0.02), (0.9, 0.02)]) == []


class TestWriting:
    def test_what_is_written_is_what_the_atlas_reads(self, strokes: ModuleType) -> None:
        body = [[(-1.0, 0.0), (2.0, 0.0), (2.0, 2.5), (-1.0, 2.5), (-1.0, 0.0)]]
        layers = {"edge": [[(-1.0, 1.25), (2.0, 1.25)]], "outline": body}
        text = strokes.svg_text((-1.0, 0.0, 2.0, 2.5), body, layers, ("A <box>", "Tom & Jerry's"), "c0de")
        found = read_drawing(text.encode())
        assert (found.width_m, found.height_m, found.code) == (3.0, 2.5, "c0de")
        assert (found.title, found.about) == ("A <box>", "Tom & Jerry's")
        assert found.layers["body"][0].points[:2] == ((0.0, 2.5), (3.0, 2.5))
        assert found.layers["edge"][0].points == ((0.0, 1.25), (3.0, 1.25))
        assert "fine" not in found.layers

    @pytest.mark.parametrize("size", [0.1, 0.34, 4.2, 57.0, 121.0])
    def test_rounding_is_finer_than_can_be_seen(self, strokes: ModuleType, size: float) -> None:
        unit = strokes.unit_of(size)
        assert size / 25_001 < unit <= size / 2500

    def test_numbers_are_short(self, strokes: ModuleType) -> None:
        line = [(0.0, 0.0), (0.0101, 0.02), (0.02, 0.0)]
        assert strokes.path_data([line], 0.02, 0.001) == "M0 20l10-20 10 20"
        assert strokes.path_data([line], 0.02, 0.0001) == "M0 20l10.1-20 9.9 20"
        assert strokes.path_data([line], 0.02, 0.001, closed=True) == "M0 20l10-20z"
        assert strokes.path_data([[(0.0, 0.0), (0.0001, 0.0)]], 0.0, 0.001) == ""


class TestRecords:
    def rows(self) -> list[dict[str, object]]:
        return list(tomllib.loads(RECORDS.read_text(encoding="utf-8"))["profile"])

    def test_every_drawing_is_of_a_machine_that_its_subject_lists(self, tools: Path) -> None:
        listed = importlib.import_module("subject_code").listed("PROFILES")
        for row in self.rows():
            name = Path(str(row["file"])).stem
            assert name in listed
            assert f"resources/plates/subjects/{listed[name].name}" in str(row["made"])
            assert str(row["made"]).startswith("Original line drawing to scale, simplified from published ")
            assert row["licence"] == "CC BY 4.0"

    def test_drawings_stay_small(self) -> None:
        sizes = [(PLATES / "profiles" / Path(str(row["file"])).name).stat().st_size for row in self.rows()]
        assert sizes
        assert sum(sizes) / len(sizes) < 60_000
