"""Line drawings and their records: what the checker refuses, and what it compiles."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sample_drawings import drawing, record

from atlas.content.compile import build_catalogue
from atlas.content.credits import credits_page
from atlas.content.load import load_content
from atlas.content.reader import ContentError
from atlas.paths import Paths
from atlas.store.catalogue import Catalogue

FIXTURE = Path(__file__).parents[1] / "fixtures" / "content"
PATHS = Paths.find()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with a drawing of a mission and one of its rover."""
    folder = Path(shutil.copytree(FIXTURE, tmp_path / "content"))
    (folder / "profiles").mkdir()
    (folder / "profiles" / "machines.toml").write_text(
        record("flown-1", "small rover", 1.5, 1.0, "2012-01-01") + record("flown-1", known="2011-01-02"),
        encoding="utf-8",
    )
    drawings = tmp_path / "plates" / "profiles"
    drawings.mkdir(parents=True)
    (drawings / "flown-1.svg").write_bytes(drawing())
    (drawings / "flown-1--small-rover.svg").write_bytes(drawing(1.5, 1.0))
    return folder


def problems(content: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load_content(content)
    return "\n".join(str(problem) for problem in caught.value.problems)


def change(content: Path, old: str, new: str) -> None:
    file = content / "profiles" / "machines.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_drawings_are_compiled_the_whole_before_its_parts(content: Path, tmp_path: Path) -> None:
    built = build_catalogue(content, PATHS.catalogue_schema, tmp_path / "catalogue.db")
    with closing(Catalogue.open(tmp_path / "catalogue.db")) as catalogue:
        found = catalogue.entry("flown-1", catalogue.date).profiles
        assert [(p.key, p.part, p.width_m, p.height_m) for p in found] == [
            ("flown-1", "", 4.0, 3.0),
            ("flown-1--small-rover", "small rover", 1.5, 1.0),
        ]
        assert (found[0].credit, found[0].licence, found[0].date) == ("A. Drawer", "CC BY 4.0", "2026-11-22")
        assert [p.key for p in catalogue.profiles(date(2011, 6, 1))] == ["flown-1"]
        assert [p.key for p in catalogue.entry("flown-1", date(2011, 6, 1)).profiles] == ["flown-1"]
        assert catalogue.counts()["profiles"] == 2
    assert "`plates/profiles/flown-1--small-rover.svg`, 2026-11-22: Credit: A. Drawer." in credits_page(built)


def test_a_drawing_without_a_record_is_refused(content: Path, tmp_path: Path) -> None:
    (tmp_path / "plates" / "profiles" / "stray.svg").write_bytes(drawing())
    assert "plates/profiles/stray.svg" in problems(content)


def test_nothing_else_lies_among_the_drawings(content: Path, tmp_path: Path) -> None:
    (tmp_path / "plates" / "profiles" / "notes.txt").write_text("x")
    assert "plates/profiles/notes.txt" in problems(content)


def test_a_record_without_its_drawing_is_refused(content: Path, tmp_path: Path) -> None:
    (tmp_path / "plates" / "profiles" / "flown-1.svg").unlink()
    assert "expected to find" in problems(content)


def test_a_drawing_that_could_do_harm_is_refused(content: Path, tmp_path: Path) -> None:
    file = tmp_path / "plates" / "profiles" / "flown-1.svg"
    file.write_bytes(drawing(extra="<script>fetch('http://example.org')</script>"))
    assert "found <script>" in problems(content)
    file.write_bytes(b'<!DOCTYPE svg [<!ENTITY x "y">]>' + drawing())
    assert "no declaration, comment, instruction or entity" in problems(content)
    file.write_bytes(drawing() + b" " * 150_000)
    assert "at most 150000 bytes" in problems(content)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("width_m = 1.5", "width_m = 1.6", "expected 1.5 and 1.0 as in the file"),
        ("width_m = 1.5\n", "", "expected width_m = …, in metres"),
        ('code = "c0de"', 'code = "0ther"', "draw it again or record it anew"),
        ('code = "c0de"\n', "", 'expected code = "…"'),
        ('entry = "flown-1"', 'entry = "nobody"', "expected the slug of an entry"),
        ('part = "small rover"', 'part = "Small/../rover"', "part: expected lower-case words"),
        ("flown-1--small-rover.svg", "../../etc.svg", "expected plates/profiles/flown-1--small-rover.svg"),
        ('made = "Original line drawing to scale, drawn for tests"\n', "", 'expected made = "…"'),
        ('credit = "A. Drawer"\n', "", 'expected credit = "…"'),
        ('licence = "CC BY 4.0"\n', "", 'expected licence = "…"'),
        ('date = "2026-11-22"\n', "", 'expected date = "…"'),
        ("sources = []", 'sources = ["nowhere"]', "a source in sources/"),
        ("sources = []", 'sources = []\nscale = "1:1"', "unknown key 'scale'"),
        ("[[profile]]", 'title = "x"\n[[profile]]', "expected [[profile]] tables only"),
    ],
)
def test_a_record_that_is_amiss_is_refused(content: Path, old: str, new: str, why: str) -> None:
    change(content, old, new)
    assert why in problems(content)


def test_two_records_of_one_drawing_are_refused(content: Path) -> None:
    file = content / "profiles" / "machines.toml"
    file.write_text(file.read_text(encoding="utf-8") + record("flown-1"), encoding="utf-8")
    assert "stands twice" in problems(content)
