"""The commands as a script uses them, on the catalogue that ships."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from atlas.__main__ import main

Run = tuple[int, str, str]


class Shell:
    """Runs commands in this process with a data folder of their own."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data = data
        self._capsys = capsys

    def __call__(self, *argv: str) -> Run:
        code = main(["--data-dir", str(self._data), *argv])
        out, err = self._capsys.readouterr()
        return code, out, err

    def json(self, *argv: str) -> Any:
        code, out, err = self(*argv, "--format", "json")
        assert (code, err) == (0, "")
        return json.loads(out)

    def refused(self, *argv: str) -> str:
        code, out, err = self(*argv)
        assert (code, out) == (2, "")
        assert err.startswith("ilrs-atlas: ")
        assert err.count("\n") == 1
        return err


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "data", capsys)


def test_list_is_an_array_of_the_documented_objects(shell: Shell) -> None:
    items = shell.json("list")
    assert len(items) >= 84
    assert all(set(i) == {"slug", "kind", "name", "status", "date"} for i in items)
    assert all(set(i["name"]) == {"en", "zh", "ru"} for i in items)


def test_list_filters(shell: Shell) -> None:
    chinese = shell.json("list", "--kind", "mission", "--nation", "cn")
    assert {"change-6", "change-7"} <= {i["slug"] for i in chinese}
    assert {i["kind"] for i in chinese} == {"mission"}
    planned = shell.json("list", "--status", "planned", "--status", "overdue")
    assert {i["status"] for i in planned} <= {"planned", "overdue"}
    assert {"change-7", "luna-26"} <= {i["slug"] for i in planned}
    phase = {i["slug"] for i in shell.json("list", "--phase", "reconnaissance")}
    assert {"change-4", "change-6", "change-7", "luna-25", "luna-26", "luna-27"} <= phase
    assert shell.json("list", "--phase", "reconnaissance", "--as-of", "2021-03-10") == []


def test_as_of_turns_the_list_back(shell: Shell) -> None:
    then = {i["slug"]: i for i in shell.json("list", "--as-of", "2021-03-10")}
    assert then["change-6"]["date"] == "2023/2024"
    assert then["change-6"]["status"] == "planned"
    assert then["luna-25"]["status"] in {"planned", "overdue"}
    now = {i["slug"]: i for i in shell.json("list")}
    assert now["change-6"]["status"] == "succeeded"
    assert now["luna-25"]["status"] == "failed"
    assert now["gateway"]["status"] == "paused"
    assert len(then) < len(now)


@pytest.mark.parametrize("style", ["table", "csv", "geojson", "markdown"])
def test_list_formats(shell: Shell, style: str) -> None:
    code, out, err = shell("list", "--format", style)
    assert (code, err) == (0, "")
    assert "change-7" in out
    if style == "csv":
        rows = list(csv.DictReader(io.StringIO(out, newline="")))
        (seven,) = [r for r in rows if r["slug"] == "change-7"]
        assert seven["name_zh"] == "嫦娥七号"
        assert float(seven["latitude_deg"]) == -88.8
    if style == "geojson":
        data = json.loads(out)
        assert data["body"] == "Moon"
        (six,) = [f for f in data["features"] if f["id"] == "change-6"]
        lon, lat = six["geometry"]["coordinates"]
        assert lat == pytest.approx(-41.6, abs=0.1)
        assert lon == pytest.approx(206.0, abs=0.1)


def test_show_has_everything(shell: Shell) -> None:
    entry = shell.json("show", "change-7")
    assert set(entry) >= {
        "slug",
        "kind",
        "name",
        "summary",
        "status",
        "facts",
        "events",
        "relations",
        "quotes",
        "images",
        "sources",
        "notes",
    }
    wanted = {"property", "value", "unit", "precision", "basis", "asserted", "known", "sources", "superseded_by"}
    assert all(wanted <= set(f) for f in entry["facts"])
    launches = [f for f in entry["facts"] if f["property"] == "launch"]
    assert len(launches) >= 3
    (first,) = [f for f in launches if f["value"] == "2023/2024"]
    assert first["asserted"] == "2021-02-17"
    assert first["superseded_by"] in {f["id"] for f in launches}
    ids = {s["id"] for s in entry["sources"]}
    assert all(set(f["sources"]) <= ids for f in entry["facts"])
    assert all({"id", "title", "publisher", "date", "url", "language", "kind"} <= set(s) for s in entry["sources"])


def test_show_markdown_says_who_said_it(shell: Shell) -> None:
    code, out, err = shell("show", "change-7")
    assert (code, err) == (0, "")
    assert out.startswith("# Chang'e 7")
    assert "嫦娥七号" in out
    assert "SpaceNews" in out


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("嫦娥六号", "change-6"),
        ("change 6", "change-6"),
        ("Chang'e-6 AND (", "change-6"),
        ("Chang’e 6", "change-6"),
        ("Луна-25", "luna-25"),
        ("луна 25", "luna-25"),
        ("Luna-Glob", "luna-25"),
        ("梦舟", "mengzhou"),
        ("XGYZ", "mengzhou"),
        ("Орёл", "oryol"),
        ("Орел", "oryol"),
        ("Orel", "oryol"),
        ("ilrs", "ilrs"),
        ("viper", "viper"),
        ("Amundsen", "iau-247"),
    ],
)
def test_first_hits(shell: Shell, text: str, first: str) -> None:
    hits = shell.json("search", text)
    assert hits[0]["slug"] == first
    assert set(hits[0]) == {"slug", "kind", "name", "status", "date"}


@pytest.mark.parametrize("text", ["南极", "月"])
def test_short_chinese_words_find_what_holds_them(shell: Shell, text: str) -> None:
    hits = shell.json("search", text)
    assert hits
    for hit in hits[:3]:
        assert text in json.dumps(shell.json("show", hit["slug"]), ensure_ascii=False)


def test_search_finds_places_but_does_not_count_them_as_entries(shell: Shell) -> None:
    hits = shell.json("search", "Shackleton")
    assert "place" in {h["kind"] for h in hits}
    assert "place" not in {i["kind"] for i in shell.json("list")}


def test_no_hits_are_no_error(shell: Shell) -> None:
    assert shell.json("search", "zzzz qqqq") == []
    assert shell("search", '"<script>alert(1)</script>')[0] == 0


@pytest.mark.parametrize("ending", ["csv", "json", "geojson", "md"])
def test_export_writes_the_filtered_list(shell: Shell, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"out.{ending}"
    assert shell("export", "-o", str(file), "--nation", "RU", "--kind", "mission") == (0, "", "")
    text = file.read_text(encoding="utf-8")
    assert "luna-25" in text.lower()
    assert "viper" not in text.lower()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["show", "change-77"], "Did you mean change-7"),
        (["show", "artemis-2", "--as-of", "1999"], "not known yet on 1999-12-31"),
        (["list", "--as-of", "2021-02-30"], "has 28 days"),
        (["list", "--as-of", "yesterday"], "YYYY-MM-DD"),
        (["list", "--kind", "planet"], "invalid choice"),
        (["list", "--nation", "China"], "write an ISO code"),
        (["list", "--status", "lost"], "invalid choice"),
        (["list", "--format", "xml"], "invalid choice"),
        (["export", "-o", "x.docx"], "the ending says the format"),
        (["export", "-o", "/nowhere/at/all.csv"], "no folder"),
        (["map", "-o", "x.png", "--centre", "abc"], ""),
        (["map", "-o", "x.png", "--centre", "-99,0"], ""),
        (["map", "-o", "x.gif"], ""),
        (["map", "-o", "x.png", "--layers", "relief,roads"], ""),
        (["map", "-o", "x.png", "--size", "0x10"], ""),
        (["frobnicate"], "neither a command nor"),
        (["atlas://planet/mars"], ""),
        (["atlas://mission/../../etc"], ""),
        (["atlas:mission"], ""),
        (["show"], "required"),
        (["catalogue", "build", "/nowhere", "-o", "x.db"], "no folder"),
        (["--no-such-option"], "unrecognized"),
    ],
)
def test_what_can_not_be_done_is_told_in_one_line(shell: Shell, argv: list[str], says: str) -> None:
    assert says in shell.refused(*argv)


def test_check_finds_nothing_wrong(shell: Shell) -> None:
    report = shell.json("check")
    assert report["ok"], report["problems"]
    assert report["counts"]["entries"] >= 84
    assert report["counts"]["claims_sourced"] > report["counts"]["claims"] / 2


def test_catalogue_build_names_what_is_wrong(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "catalogue.toml").write_text('date = "2026-13-01"\ntitle = "t"\nlicence = "l"\n')
    code, out, err = shell("catalogue", "build", str(tmp_path / "content"), "-o", str(tmp_path / "c.db"))
    assert (code, out) == (2, "")
    assert err.startswith("catalogue.toml:1: date:")
    assert not (tmp_path / "c.db").exists()


def test_a_missing_catalogue_is_one_sentence(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from atlas.paths import Paths

    found = Paths.find()
    monkeypatch.setattr(Paths, "find", classmethod(lambda cls, data: Paths(tmp_path, tmp_path / "none", found.db)))
    assert "is missing" in shell.refused("list")
    code, out, _ = shell("check")
    assert code == 1
    assert "catalogue is missing" in out


def test_check_finds_lost_and_damaged_plates(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from atlas.paths import Paths

    found = Paths.find()
    resources = tmp_path / "resources"
    plates = resources / "plates" / "sites"
    plates.mkdir(parents=True)
    for name in ("catalogue.db", "terrain", "sky"):
        (resources / name).symlink_to(found.resources / name)
    for file in (found.resources / "plates" / "sites").iterdir():
        (plates / file.name).symlink_to(file)
    for name in ("machines", "typeset", "profiles"):
        (resources / "plates" / name).symlink_to(found.resources / "plates" / name)
    monkeypatch.setattr(Paths, "find", classmethod(lambda cls, data: Paths(data, resources, found.db)))
    whole = json.loads(shell("check", "--format", "json")[1])
    assert whole["ok"], whole["problems"]
    assert whole["counts"]["plates_sites_files"] > 70
    (plates / "map-im-2.webp").unlink()
    (plates / "map-im-1.webp").unlink()
    (plates / "map-im-1.webp").write_bytes(b"RIFF")
    code, out, _ = shell("check")
    assert code == 1
    assert f"The bundled picture {plates / 'map-im-2.webp'} is missing. Install the atlas again." in out
    assert f"The bundled file {plates / 'map-im-1.webp'} is damaged. Install the atlas again." in out


def test_show_tells_where_pictures_come_from(shell: Shell) -> None:
    images = {image["id"]: image for image in shell.json("show", "im-2")["images"]}
    image = images["map-im-2"]
    assert image["file"] == "plates/sites/map-im-2.webp"
    for key in ("caption", "credit", "licence", "date", "made"):
        assert image[key]
    assert "map-im-2" not in {i["id"] for i in shell.json("show", "im-2", "--as-of", "2025-03-07")["images"]}


def test_notes_are_found_and_shown(shell: Shell, tmp_path: Path) -> None:
    from atlas.paths import Paths
    from atlas.store.notebook import Notebook

    paths = Paths.find(tmp_path / "data")
    paths.data.mkdir()
    with Notebook.open(paths.notebook, paths.notebook_migrations) as notebook:
        notebook.save_draft("viper", "Ask about the *zirconium* drill <script>alert(1)</script>")
    (hit,) = shell.json("search", "zirconium")
    assert (hit["slug"], hit["kind"]) == ("viper", "note")
    (note,) = shell.json("show", "viper")["notes"]
    assert "zirconium" in note["text"]
    assert shell.json("check")["counts"]["notes"] == 1


def test_a_spoilt_notebook_is_a_problem_not_a_crash(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "notebook.db").write_bytes(b"SQLite format 3\x00" + b"garbage" * 1000)
    code, out, _ = shell("check")
    assert code == 1
    assert "PROBLEM" in out
    assert shell("list")[0] == 0
