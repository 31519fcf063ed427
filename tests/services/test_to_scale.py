"""Machines at one scale: where they stand, what is said of them, how they are painted and written to files."""

import tomllib
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer
from sample_drawings import drawing

from atlas.domain.claims import Source
from atlas.domain.entries import Profile
from atlas.domain.line_drawing import read_drawing
from atlas.domain.vocabulary import SourceKind
from atlas.paths import Paths
from atlas.services.to_scale.export import PAPER, Sheet, labelled_room, picture, write_sheet
from atlas.services.to_scale.layout import (
    FIGURES,
    Arrangement,
    Companion,
    Room,
    Size,
    arrange,
    card_room,
    companion_of,
    profile_sizes,
    round_length,
)
from atlas.services.to_scale.painter import Style, draw_scene
from atlas.services.to_scale.scene import Scene, load_scene
from atlas.services.to_scale.words import credit_lines, describe, part_labels, part_title, size_text, source_lines
from atlas.services.units import METRES_PER_FOOT, Units

FEET = Units(feet=True)
ROCKET, LANDER, CUBESAT = Size(9.0, 110.0), Size(7.2, 4.3), Size(0.5, 0.2)


def profile(name: str, wide: float, tall: float, part: str = "") -> Profile:
    key = f"{name}--{part}" if part else name
    return Profile(
        name, part, f"plates/profiles/{key}.svg", wide, tall, "Drawn for tests", "A. Drawer", "CC BY 4.0",
        "2026-11-22", date(2020, 1, 2),
    )  # fmt: skip


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """Resources with drawings of a lander, its rover and a rocket, beside the figures that ship."""
    (tmp_path / "plates" / "profiles").mkdir(parents=True)
    (tmp_path / "plates" / "figures").symlink_to(Paths.find().resources / "plates" / "figures")
    for name, wide, tall in (("lander", 7.2, 4.3), ("lander--rover", 2.0, 1.5), ("rocket", 9.0, 110.0)):
        (tmp_path / "plates" / "profiles" / f"{name}.svg").write_bytes(drawing(wide, tall))
    return tmp_path


@pytest.fixture
def scene(resources: Path) -> Scene:
    profiles = [profile("lander", 7.2, 4.3), profile("lander", 2.0, 1.5, "rover")]
    return load_scene(resources, [(part_title(p, "Lander"), p) for p in profiles])


class TestArrangement:
    @given(
        st.lists(st.builds(Size, st.floats(0.1, 120), st.floats(0.1, 120)), min_size=1, max_size=6),
        st.floats(400, 2000),
        st.floats(200, 1200),
        st.sampled_from((0.0, 90.0)),
    )
    def test_everything_stands_in_the_room_in_order_at_one_scale(
        self, sizes: list[Size], width: float, height: float, least: float
    ) -> None:
        room = Room(width, height, least=least if least * 7 + 200 < width else 0.0, label=30.0)
        at = arrange(sizes, room)
        assert at.height <= height + 1e-6
        slots = [*at.slots, *([at.figure] if at.figure else [])]
        assert slots[0].own_left >= -1e-6
        assert slots[-1].own_left + slots[-1].own_width <= width + 1e-6
        for one, two in pairwise(slots):
            assert one.own_left + one.own_width <= two.own_left + 1e-6
        for size, slot in zip(sizes, at.slots, strict=True):
            assert slot.width == pytest.approx(size.wide * at.scale)
            assert slot.own_left <= slot.left + 1e-6
            assert slot.left + slot.width <= slot.own_left + slot.own_width + 1e-6
            assert at.ground - size.tall * at.scale >= room.margin - 1e-6

    def test_height_or_width_is_used_up(self) -> None:
        tall = arrange([ROCKET], Room(400, 300))
        assert tall.height == pytest.approx(300)
        wide = arrange([Size(40, 4)], Room(400, 300))
        assert wide.height < 120
        assert wide.slots[0].own_left == pytest.approx(8.0)

    def test_a_person_is_tiny_beside_a_rocket(self) -> None:
        at = arrange([ROCKET], Room(400, 300))
        assert at.companion is Companion.PERSON
        assert 3 < FIGURES[Companion.PERSON].tall * at.scale < 6

    @pytest.mark.parametrize(
        ("sizes", "beside"),
        [
            ([ROCKET, CUBESAT], Companion.PERSON),
            ([LANDER], Companion.PERSON),
            ([CUBESAT], Companion.HAND),
            ([Size(0.03, 0.04)], Companion.NONE),
        ],
    )
    def test_what_stands_beside(self, sizes: list[Size], beside: Companion) -> None:
        assert companion_of(sizes) is beside
        at = arrange(sizes, Room(400, 300))
        assert (at.figure is None) == (beside is Companion.NONE)

    def test_the_scale_bar_is_round_and_fits(self) -> None:
        for size in (ROCKET, LANDER, CUBESAT):
            at = arrange([size], Room(400, 300))
            assert at.bar_m == round_length(at.bar_m)
            assert 0.1 * 400 <= at.bar_width <= 0.3 * 400
            assert at.bar_left + at.bar_width < 400

    @pytest.mark.parametrize(("most", "bar"), [(4.9, 2.0), (5.0, 5.0), (9.99, 5.0), (0.34, 0.2), (12, 10), (73, 50)])
    def test_round_lengths(self, most: float, bar: float) -> None:
        assert round_length(most) == pytest.approx(bar)
        assert round_length(most * METRES_PER_FOOT, METRES_PER_FOOT) == pytest.approx(bar * METRES_PER_FOOT)

    def test_nothing_cannot_be_arranged(self) -> None:
        with pytest.raises(ValueError, match="nothing"):
            arrange([], Room(400, 300))

    def test_labels_wider_than_the_room_leave_something_to_see(self) -> None:
        at = arrange([LANDER] * 8, Room(300, 300, least=96.0))
        assert at.scale > 0.5

    def test_on_a_card_drawings_take_a_third_of_a_screen_at_most(self) -> None:
        assert arrange([ROCKET], card_room(400, 900)).height <= 320
        assert arrange([ROCKET], card_room(400, 200)).height <= 200


class TestWords:
    def test_sizes(self) -> None:
        sizes = (0.344, 0.5, 4.33, 9.0, 56.86, 57.03, 110.2)
        assert [size_text(s) for s in sizes] == ["0.34 m", "0.5 m", "4.3 m", "9 m", "56.9 m", "57 m", "110 m"]
        assert size_text(4.33, FEET) == "14.2 ft"

    def test_what_is_seen_is_said(self) -> None:
        words = describe(["Chang'e 7", "Rover"], [LANDER, Size(2, 1.5)])
        assert words == (
            "Chang'e 7: about 4.3 m high and 7.2 m wide as drawn. Rover: about 1.5 m high and 2 m wide as drawn. "
            "At the right, at the same scale, a person of 1.8 m."
        )
        assert describe(["CubeSat"], [CUBESAT]).endswith("a hand of 0.19 m.")
        assert "At the right" not in describe(["Chip"], [Size(0.03, 0.04)])

    def test_titles(self) -> None:
        whole, part = profile("change-7", 7, 4), profile("change-7", 2, 2, "small rover")
        assert (part_title(whole, "Chang'e 7"), part_title(part, "Chang'e 7")) == ("Chang'e 7", "Small rover")

    def test_every_part_has_a_word(self) -> None:
        records = tomllib.loads((Paths.find().resources / "content/profiles/machines.toml").read_text(encoding="utf-8"))
        parts = {record["part"] for record in records["profile"] if "part" in record}
        assert len(parts) > 10
        assert parts <= set(part_labels())

    def test_credits_are_said_once(self) -> None:
        said = credit_lines([profile("a", 1, 1), profile("a", 1, 1, "b")])
        assert said == ["Drawn for tests.", "A. Drawer · CC BY 4.0 · made 22 November 2026"]

    def test_sources_are_named_once(self) -> None:
        source = Source("s", "On sizes", "Somebody", None, None, "en", SourceKind.ORIGINAL)
        drawn = [replace(profile("a", 1, 1), sources=(source,)), replace(profile("a", 1, 1, "b"), sources=(source,))]
        assert source_lines(drawn) == ["Sources: On sizes (Somebody)"]
        assert source_lines([profile("a", 1, 1)]) == []


class TestFigures:
    def test_figures_that_ship_are_as_tall_as_is_said(self) -> None:
        for companion, size in FIGURES.items():
            file = Paths.find().resources / "plates" / "figures" / f"{companion}.svg"
            found = read_drawing(file.read_bytes())
            assert (found.width_m, found.height_m) == pytest.approx((size.wide, size.tall), abs=0.001)


class TestPainting:
    def test_machines_are_painted_where_they_stand(self, qapp: QGuiApplication, scene: Scene) -> None:
        at = arrange(scene.sizes, Room(400, 300))
        image = self.painted(scene, at)
        lander = at.slots[0]
        inside = image.pixelColor(round(lander.left + lander.width * 0.3), round(at.ground - 0.8 * at.scale))
        assert inside == PAPER.paper
        assert at.figure is not None
        person = image.pixelColor(round(at.figure.left + at.figure.width / 2), round(at.ground - 1.3 * at.scale))
        assert person == PAPER.figure
        assert image.pixelColor(round(lander.left + lander.width + 8), 12).name() == "#ffffff"

    def painted(self, scene: Scene, at: Arrangement) -> QImage:
        image = QImage(round(at.width), round(at.height), QImage.Format.Format_RGB32)
        image.fill("#ffffff")
        painter = QPainter(image)
        draw_scene(painter, scene, at, Style(PAPER, QFont()))
        painter.end()
        return image

    def test_sizes_of_records_are_those_of_the_files(self, scene: Scene) -> None:
        assert profile_sizes([machine.profile for machine in scene.machines]) == scene.sizes

    def test_a_file_that_is_no_drawing_is_named(self, resources: Path) -> None:
        (resources / "plates" / "profiles" / "rocket.svg").write_bytes(b"<svg/>")
        with pytest.raises(ValueError, match=r"plates/profiles/rocket\.svg is not a line drawing"):
            load_scene(resources, [("Rocket", profile("rocket", 9, 110))])
        with pytest.raises(OSError, match="nobody"):
            load_scene(resources, [("Nobody", profile("nobody", 9, 110))])


class TestFiles:
    @pytest.fixture
    def sheet(self, qapp: QGuiApplication, scene: Scene) -> Sheet:
        return Sheet(scene, "To scale: Lander", QFont(), Units())

    def test_svg_has_bar_person_and_credit(self, sheet: Sheet, tmp_path: Path) -> None:
        write_sheet(tmp_path / "out.svg", sheet)
        root = ET.fromstring((tmp_path / "out.svg").read_text(encoding="utf-8"))
        words = " ".join(t for t in root.itertext() if t.strip())
        for part in (
            "To scale: Lander",
            "Rover",
            "4.3 m",
            "1.8 m",
            "2 m",
            "a person of 1.8 m",
            "A. Drawer · CC BY 4.0",
        ):
            assert part in words
        assert QSvgRenderer(str(tmp_path / "out.svg")).isValid()
        assert PAPER.figure.name() in (tmp_path / "out.svg").read_text(encoding="utf-8")

    def test_png_and_pdf(self, sheet: Sheet, tmp_path: Path) -> None:
        write_sheet(tmp_path / "out.png", sheet)
        write_sheet(tmp_path / "out.pdf", sheet)
        reader = QImageReader(str(tmp_path / "out.png"))
        assert reader.size() == sheet.size * 2
        assert "A. Drawer · CC BY 4.0" in reader.text("Description")
        assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")

    def test_another_ending_is_refused_and_nothing_written(self, sheet: Sheet, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match=r"\.svg, \.png, \.pdf"):
            write_sheet(tmp_path / "out.gif", sheet)
        assert not list(tmp_path.glob("out*"))

    def test_the_copy_is_as_sharp_as_the_file(self, sheet: Sheet) -> None:
        image = picture(sheet)
        assert image.size() == sheet.size * 2
        assert image.devicePixelRatio() == 1.0
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert image.save(buffer, "png")

    def test_labels_have_room_at_any_size_of_text(self, qapp: QGuiApplication) -> None:
        small, large = QFont(), QFont()
        small.setPixelSize(12)
        large.setPixelSize(24)
        usual, enlarged = (labelled_room(800, 600, font, ["Luna-25"]) for font in (small, large))
        assert enlarged.label > usual.label * 1.6

    def test_names_stand_in_full_where_they_fit(self, qapp: QGuiApplication) -> None:
        name = "Heavy launcher with a very long name"
        wide = QFontMetricsF(QFont()).horizontalAdvance(name)
        assert labelled_room(900, 600, QFont(), [name]).least >= wide
        assert labelled_room(500, 600, QFont(), [name] * 4).least < wide
