"""What the checker says about broken content: file, line, and what was expected; nothing is compiled then."""

import shutil
from pathlib import Path

import pytest

from atlas.content.compile import build_catalogue
from atlas.content.load import load_content
from atlas.content.reader import ContentError
from atlas.paths import Paths

FIXTURE = Path(__file__).parents[1] / "fixtures" / "content"
SCHEMA = Paths.find().catalogue_schema


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURE, tmp_path / "content"))


def problems(content: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_content(content)
    return [str(p) for p in caught.value.problems]


def replace_in(file: Path, old: str, new: str) -> int:
    """Replace text that stands there once and return the line of the replacement."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("mission/probe-1.toml", 'value = "2023/2024"', 'value = "sometime"', "expected an EDTF date"),
        ("mission/probe-1.toml", 'value = "2023/2024"', 'value = "2024/2023"', "earlier end"),
        ("mission/probe-1.toml", "value = 8200", 'value = "heavy"', "expected a number"),
        ("mission/probe-1.toml", "value = [-88.8, 123.4]", "value = [-91.0, 123.4]", "latitudes from -90 to 90"),
        ("mission/probe-1.toml", "value = [-88.8, 123.4]", "value = [-88.8, -123.4]", "from 0 to below 360"),
        ("mission/probe-1.toml", "value = [-88.8, 123.4]", "value = [-88.8]", "[latitude, longitude]"),
        (
            "mission/probe-1.toml",
            'sources = ["daily-2021"]\n\n[[picture]]',
            "sources = []\n\n[[picture]]",
            "needs a source",
        ),
        ("mission/probe-1.toml", 'sources = ["mirror"]', 'sources = ["nowhere"]', "expected the id of a source"),
        ("mission/probe-1.toml", 'to = "base"', 'to = "bass"', "expected the slug of an entry"),
        ("mission/probe-1.toml", 'type = "part-of"', 'type = "rival-of"', "expected one of part-of"),
        ("mission/probe-1.toml", 'nations = ["CN", "RU"]', 'nations = ["China"]', "ISO 3166"),
        ("mission/probe-1.toml", 'property = "launch_mass"', 'property = "weight"', "expected one of"),
        ("mission/probe-1.toml", 'tagline = "a polar lander"', 'tagline = ""', "expected text"),
        ("mission/probe-1.toml", 'said = "2021-02"', 'said = "2021-13"', "there is no month 13"),
        ("mission/flown-1.toml", 'value = "succeeded"', 'value = "won"', "expected one of succeeded"),
        ("mission/flown-1.toml", 'value = "2010-03"', 'value = "2030-03"', "after the catalogue's own"),
        ("mission/flown-1.toml", 'replaces = "first-fix"', 'replaces = "last-fix"', "id of a claim of this file"),
        ("mission/flown-1.toml", 'title = "First picture"', 'titel = "First picture"', "unknown key 'titel'"),
        ("sources/all.toml", 'kind = "copy"', 'kind = "blog"', "expected one of original"),
        ("sources/all.toml", 'url = "https://example.org/plans"', 'url = "javascript:alert(1)"', "http or https"),
        ("sources/all.toml", 'id = "mirror"', 'id = "agency-2023"', "taken by another source"),
        ("places/iau.csv", "-89.67,129.78", "-99,129.78", "latitude -90 to 90"),
        ("places/iau.csv", "20.92", "wide", "expected a number"),
    ],
)
def test_a_fault_is_named_with_file_and_line(content: Path, file: str, old: str, new: str, expected: str) -> None:
    line = replace_in(content / file, old, new)
    found = problems(content)
    matching = [p for p in found if expected in p]
    assert matching, found
    name, at, _ = matching[0].split(":", 2)
    assert name == file
    assert abs(int(at) - line) <= 1 + new.count("\n")


def test_a_syntax_error_is_named_with_its_line(content: Path) -> None:
    file = content / "programme" / "base.toml"
    line = replace_in(file, 'en = "The Base"', "en = The Base")
    (found,) = problems(content)
    assert found.startswith(f"programme/base.toml:{line}: expected valid TOML")


def test_bytes_that_are_not_text(content: Path) -> None:
    (content / "mission" / "bad.toml").write_bytes(b'tagline = "x"\nsummary = "\xff"\n')
    assert problems(content) == ["mission/bad.toml:2: expected UTF-8 text"]


def test_every_fault_is_found_at_once(content: Path) -> None:
    replace_in(content / "mission" / "probe-1.toml", "value = 8200", 'value = "heavy"')
    replace_in(content / "mission" / "flown-1.toml", 'value = "succeeded"', 'value = "won"')
    assert len(problems(content)) == 2


def test_keys_inside_a_multi_line_text_are_not_keys(content: Path) -> None:
    file = content / "mission" / "probe-1.toml"
    text = file.read_text(encoding="utf-8").replace("It carries a drill.", "value = 3\n[[claim]]\nIt carries a drill.")
    file.write_text(text, encoding="utf-8")
    line = replace_in(file, "value = 8200", 'value = "heavy"')
    assert problems(content)[0].startswith(f"mission/probe-1.toml:{line}:")


def test_an_entry_in_a_strange_folder(content: Path) -> None:
    (content / "planet").mkdir()
    shutil.copy(content / "mission" / "flown-1.toml", content / "planet" / "mars.toml")
    assert "expected entries in a folder named" in problems(content)[0]


def test_a_former_slug_in_use(content: Path) -> None:
    replace_in(content / "mission" / "probe-1.toml", '["old-probe"]', '["base"]')
    assert "'base' is in use" in problems(content)[0]


def test_the_first_english_name_must_be_known_from_the_start(content: Path) -> None:
    file = content / "organisation" / "agency.toml"
    replace_in(file, 'en = "Agency"', 'en = "Agency"\nknown = "2001"')
    assert "expected an English [[name]] known by 1993-12-31" in problems(content)[0]


def test_nothing_is_compiled_from_broken_content(content: Path, tmp_path: Path) -> None:
    output = tmp_path / "catalogue.db"
    build_catalogue(content, SCHEMA, output)
    before = output.read_bytes()
    replace_in(content / "mission" / "flown-1.toml", 'value = "succeeded"', 'value = "won"')
    with pytest.raises(ContentError):
        build_catalogue(content, SCHEMA, output)
    assert output.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["catalogue.db", "content"]


def test_the_same_content_gives_the_same_bytes(content: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.db", tmp_path / "b.db"
    build_catalogue(content, SCHEMA, first)
    moved = content.rename(tmp_path / "moved")
    build_catalogue(moved, SCHEMA, second)
    assert first.read_bytes() == second.read_bytes()
