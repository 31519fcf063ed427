"""Notes as files: out and back without loss, and nothing hostile comes in."""

import json
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from atlas.services.export import notebook_files
from atlas.services.export.notebook_files import read_files, write_files
from atlas.store.notebook import BackupError, Notebook

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = datetime(2027, 1, 1, tzinfo=UTC)


def new(path: Path) -> Notebook:
    return Notebook.open(path, MIGRATIONS)


@pytest.fixture
def book(tmp_path):
    with new(tmp_path / "one.db") as book:
        for text in ("first", "second\n\n[[luna-25]] 月 🌙\u2028", ""):
            book.save_draft("change-7", text)
            book.close_revision("change-7")
        book.save_draft("change-7", "being typed  \n")
        book.create_note("a note of its own, see [[note.1]]")
        book.set_star("luna-25", True)
        book.set_tags("luna-25", ["Ice", "talk"])
        book.add_mark("area", [(-89.5, 120.0), (-89.0, 121.0), (-88.0, 3.25)], "Rim", "why")
        yield book


@pytest.fixture
def other(tmp_path):
    with new(tmp_path / "other.db") as other:
        yield other


@pytest.mark.parametrize("name", ["out.zip", "out"])
def test_out_and_back_is_the_same(book, other, tmp_path, name):
    copy = book.copy_out()
    assert write_files(copy, tmp_path / name, NOW) == 2
    read = read_files(tmp_path / name, LATER)
    assert read == copy
    merged = other.merge(read)
    assert (merged.notes, merged.same, merged.stars, merged.tags, merged.marks) == (2, 0, 1, 2, 1)
    assert other.copy_out() == copy
    assert [note.slug for note in other.search("月")] == []
    assert [note.slug for note in other.search("typed")] == ["change-7"]
    assert [revision.text for revision in other.revisions("change-7")][1:3] == ["", "second\n\n[[luna-25]] 月 🌙\u2028"]
    again = other.merge(read)
    assert (again.notes, again.same, again.stars, again.tags, again.marks) == (0, 2, 0, 0, 0)
    assert other.copy_out() == copy


def test_the_same_notes_make_the_same_zip(book, tmp_path):
    for name in ("a.zip", "b.zip"):
        write_files(book.copy_out(), tmp_path / name, NOW)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_two_notebooks_become_one_and_nothing_is_lost(book, other, tmp_path):
    other.save_draft("change-7", "the other computer's")
    other.create_note("another note of its own")
    other.set_tags("luna-25", ["ICE", "other"])
    other.merge(book.copy_out())
    texts = {revision.text for revision in other.revisions("change-7")}
    assert texts >= {"first", "being typed  \n", "the other computer's"}
    assert other.note("change-7").text == "the other computer's", "the newest holds"
    assert other.note("note.1").text == "another note of its own"
    assert other.note("note.2").text == "a note of its own, see [[note.2]]"
    assert other.tags_by_slug()["luna-25"] == ("ICE", "other", "talk")
    before = other.copy_out()
    assert other.merge(book.copy_out()).notes == 0
    assert other.copy_out() == before


def test_an_edited_file_has_the_last_word(book, other, tmp_path):
    write_files(book.copy_out(), tmp_path / "out", NOW)
    (tmp_path / "out/notes/change-7.md").write_bytes(b"edited\r\nelsewhere\r\n")
    (tmp_path / "out/notes/viper.md").write_text("a new one")
    (tmp_path / "out/notes/README.txt").write_text("not a note")
    for when in (LATER, LATER.replace(day=2)):
        other.merge(read_files(tmp_path / "out", when))
    assert other.note("change-7").text == "edited\nelsewhere\n"
    assert other.note("viper").text == "a new one"
    assert [revision.text for revision in other.revisions("change-7")].count("edited\nelsewhere\n") == 1


def test_a_folder_of_plain_markdown(other, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "change-7.md").write_text("\ufeffhello", encoding="utf-8")
    (folder / "Not A Slug.md").write_text("x")
    other.merge(read_files(folder, NOW))
    assert [note.slug for note in other.notes()] == ["change-7"]
    assert other.note("change-7").text == "hello"


def test_nothing_is_overwritten(book, tmp_path):
    copy = book.copy_out()
    (tmp_path / "out.zip").write_text("mine")
    with pytest.raises(BackupError, match="exists already"):
        write_files(copy, tmp_path / "out.zip", NOW)
    assert (tmp_path / "out.zip").read_text() == "mine"
    write_files(copy, tmp_path / "out.zip", NOW, replace=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").touch()
    with pytest.raises(BackupError, match="not an empty folder"):
        write_files(copy, tmp_path / "out", NOW)
    (tmp_path / "out" / "mine").unlink()
    write_files(copy, tmp_path / "out", NOW)
    with pytest.raises(BackupError, match="could not be written"):
        write_files(copy, tmp_path / "nowhere" / "x.zip", NOW)
    assert not list(tmp_path.glob("*.part"))


def make_zip(file: Path, members: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file


NAMES = (
    "../evil.md", "/etc/evil.md", "notes/../../evil.md", "notes/..\\evil.md", "C:\\evil.md", "notes/sub/evil.md",
    "notes/evil.txt", "notes/EVIL.md", "notes/.md", "notebook.json/x", "evil",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_names_that_lead_elsewhere_are_refused(tmp_path, name):
    file = make_zip(tmp_path / "x.zip", {"notes/change-7.md": "x", name: "evil"})
    with pytest.raises(BackupError, match="not one of ours"):
        read_files(file, NOW)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.zip"]


def test_links_and_devices_are_refused(tmp_path):
    for kind in (stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO):
        with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
            entry = zipfile.ZipInfo("notes/change-7.md")
            entry.external_attr = (kind | 0o777) << 16
            archive.writestr(entry, "/etc/passwd")
        with pytest.raises(BackupError, match="link or a device"):
            read_files(tmp_path / "x.zip", NOW)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "change-7.md").symlink_to("/etc/passwd")
    with pytest.raises(BackupError, match="leads elsewhere"):
        read_files(folder, NOW)


def test_bombs_are_refused_without_being_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(notebook_files, "MAX_MARKDOWN", 10_000)
    monkeypatch.setattr(notebook_files, "MAX_NOTE", 10_000)
    monkeypatch.setattr(notebook_files, "MAX_INDEX", 10_000)
    monkeypatch.setattr(notebook_files, "MAX_TOTAL", 20_000)
    monkeypatch.setattr(notebook_files, "MAX_FILES", 20)
    zeros = b"0" * 30_000_000
    cases = {
        "longer": {"notes/a.md": zeros},
        "too large": {"notebook.json": zeros},
        "longer than": {f"notes/a{number}.md": "x" * 9000 for number in range(3)},
        "too many": {f"notes/a{number}.md": "" for number in range(21)},
    }
    for said, members in cases.items():
        with pytest.raises(BackupError, match=said):
            read_files(make_zip(tmp_path / "x.zip", members), NOW)


def test_a_size_that_lies_is_not_believed(tmp_path):
    file = make_zip(tmp_path / "x.zip", {"notes/a.md": b"x" * 5000})
    content = bytearray(file.read_bytes())
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    file.write_bytes(content)
    with pytest.raises(BackupError):
        read_files(file, NOW)


def test_a_name_that_stands_twice_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("notes/a.md", "1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("notes/a.md", "2")
    with pytest.raises(BackupError, match="not one of ours"):
        read_files(tmp_path / "x.zip", NOW)


def index(**fields: object) -> str:
    return json.dumps({"format": notebook_files.FORMAT, "version": 1, **fields})


DAY = "2026-01-01T00:00:00Z"
BROKEN = {
    "not JSON": ["[" * 100_000, "{", "\ufeff"],
    "not the notebook": ["[]", "{}", '{"format": "other"}'],
    "newer atlas": [json.dumps({"format": notebook_files.FORMAT, "version": 3})],
    "makes no sense": [
        index(notes=[{"slug": "../x", "created": DAY, "revisions": []}]),
        index(notes=[{"slug": "a", "created": "2026-01-01", "revisions": []}]),
        index(notes=[{"slug": "a", "created": DAY, "revisions": [{"text": 3, "closed": "x"}]}]),
        index(notes=[{"slug": "a", "created": DAY, "revisions": []}] * 2),
        index(notes=[{"slug": "a", "created": DAY, "revisions": [{"text": "\ud800", "closed": "x"}]}]),
        index(notes=3), index(tags=[]), index(tags={"A b": ["x"]}), index(tags={"a": "x"}), index(stars=[{}]),
        index(marks=[{"shape": "pin", "name": "", "note": "", "points": [[91, 0]], "changed": DAY}]),
        index(marks=[{"shape": "pin", "name": "", "note": "", "points": [["a", 0]], "changed": DAY}]),
        index(marks=[{"shape": "pin", "name": "", "note": "", "points": [[1, 2, 3]], "changed": DAY}]),
        index(marks=[{"shape": "pin", "name": "", "note": "", "points": [], "changed": DAY}]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("said", "text"), [(said, text) for said, texts in BROKEN.items() for text in texts])
def test_an_index_that_makes_no_sense_is_refused(tmp_path, said, text):
    with pytest.raises(BackupError, match=said):
        read_files(make_zip(tmp_path / "x.zip", {"notebook.json": text}), NOW)


def test_what_is_no_zip_is_refused(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04" + b"\xff" * 100)
    (tmp_path / "empty").mkdir()
    make_zip(tmp_path / "latin.zip", {"notes/a.md": b"\xff\xfe"})
    make_zip(tmp_path / "none.zip", {})
    for name in ("x.zip", "empty", "latin.zip", "none.zip", "nothing.zip"):
        with pytest.raises(BackupError):
            read_files(tmp_path / name, NOW)
