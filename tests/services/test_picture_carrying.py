"""Own pictures in exported notes: what comes in is looked at like everything else, and nothing here is written over."""

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from atlas.domain.own_pictures import Batch, Keeping, OwnPicture, PictureWords
from atlas.services.export.notebook_files import VERSION, read_files
from atlas.services.pictures.carrying import merge_files, write_out
from atlas.services.pictures.folder import PictureFolder
from atlas.services.pictures.importing import ImportRun
from atlas.services.pictures.runs import carry_out
from atlas.store.notebook import BackupError, Notebook

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def book(tmp_path):
    with Notebook.open(tmp_path / "one" / "notebook.db", MIGRATIONS) as book:
        yield book


@pytest.fixture
def other(tmp_path):
    with Notebook.open(tmp_path / "other" / "notebook.db", MIGRATIONS) as other:
        yield other


@pytest.fixture
def exported(book, tmp_path):
    """Return a zip with a note and two pictures of one name, and their files."""
    from PIL import Image

    folder = PictureFolder(tmp_path / "one" / "pictures")
    for number in range(2):
        file = tmp_path / str(number) / "rim.png"
        file.parent.mkdir()
        Image.new("RGB", (9, 9), (number, 3, 4)).save(file)
        keeping = Keeping.OWN if number else Keeping.IN_PLACE
        carry_out(ImportRun([file], Batch(PictureWords(caption=f"rim {number}"), keeping), folder), book)
    book.create_note("a note")
    write_out(book.copy_out(), tmp_path / "out.zip", folder.root, replace=False, pictures=True)
    return tmp_path / "out.zip"


def brought(source: Path, other: Notebook, tmp_path: Path) -> list[OwnPicture]:
    merge_files(source, read_files(source, NOW), tmp_path / "other" / "pictures", other)
    return other.pictures.rows()


def rewritten(source: Path, target: Path, change: dict[str, bytes], **fields: object) -> Path:
    """Write the zip again with other contents, and other fields in the records of its pictures."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "notebook.json" and fields:
                index = json.loads(content)
                for record in index["pictures"]:
                    record.update(fields)
                content = json.dumps(index).encode()
            new.writestr(name, change.get(name, content))
    return target


def test_two_of_one_name(exported, other, tmp_path):
    with zipfile.ZipFile(exported) as archive:
        assert sorted(archive.namelist()) == [
            "notebook.json",
            "notes/note.1.md",
            "pictures/rim 2.png",
            "pictures/rim.png",
        ]
        assert json.loads(archive.read("notebook.json"))["version"] == VERSION
    rows = brought(exported, other, tmp_path)
    assert {(row.caption, row.file) for row in rows} == {
        ("rim 0", str(tmp_path / "0" / "rim.png")), ("rim 1", "rim.png"),
    }, "the one in place is still there"  # fmt: skip


@pytest.mark.parametrize("stranger", [b"private", "same size", "folder"])
def test_a_path_at_which_something_else_lies_is_not_kept(exported, other, tmp_path, stranger):
    place = tmp_path / "0" / "rim.png"
    size = place.stat().st_size
    place.unlink()
    if stranger == "folder":
        place.mkdir()
    else:
        place.write_bytes(b"x" * size if stranger == "same size" else stranger)
    # without its own file in the export there is nothing to take its place
    bare = rewritten(exported, tmp_path / "bare.zip", {"pictures/rim.png": b"", "pictures/rim 2.png": b""})
    rows = brought(bare, other, tmp_path)
    assert [(row.keeping, row.caption) for row in rows] == [("own", "rim 1"), ("own", "rim 0")]
    assert not any(PictureFolder(tmp_path / "other" / "pictures").path(row).exists() for row in rows)


@pytest.mark.parametrize(
    "lead", ["//host/share/rim.png", "\\\\host\\share\\rim.png", "\\\\.\\pipe\\rim.png", "C:\\rim.png"]
)
def test_a_path_on_another_computer_is_never_asked_for(exported, other, tmp_path, lead, monkeypatch):
    asked: list[str] = []
    real = Path.stat

    def stat(path: Path, **how: bool) -> object:
        asked.append(str(path))
        return real(path, **how)

    bad = rewritten(exported, tmp_path / "bad.zip", {}, file=lead, keeping="in-place", copy=None)
    monkeypatch.setattr(Path, "stat", stat)
    rows = brought(bad, other, tmp_path)
    assert [row.keeping for row in rows] == ["own", "own"]
    assert asked
    assert not [path for path in asked if "host" in path or "pipe" in path or "C:" in path]


def test_a_picture_that_lies_there_already_is_not_written_over(exported, other, tmp_path):
    folder = tmp_path / "other" / "pictures"
    folder.mkdir(parents=True)
    (folder / "rim.png").write_bytes(b"somebody's")
    (tmp_path / "0" / "rim.png").unlink()
    rows = brought(exported, other, tmp_path)
    assert {row.file for row in rows} == {"rim 2.png", "rim 3.png"}
    assert (folder / "rim.png").read_bytes() == b"somebody's"


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_a_file_that_is_not_what_its_record_says_stays_outside(exported, other, tmp_path, content):
    (tmp_path / "0" / "rim.png").unlink()
    names = {"pictures/rim.png": content, "pictures/rim 2.png": content}
    rows = brought(rewritten(exported, tmp_path / "bad.zip", names), other, tmp_path)
    assert [row.caption for row in rows] == ["rim 1", "rim 0"], "what was said of them is kept"
    folder = PictureFolder(tmp_path / "other" / "pictures")
    assert not any(folder.path(row).exists() for row in rows)
    assert not list(folder.root.iterdir())


def test_another_picture_than_the_record_says_stays_outside(exported, other, tmp_path):
    with zipfile.ZipFile(exported) as archive:
        one, two = (archive.read(f"pictures/{name}.png") for name in ("rim", "rim 2"))
    (tmp_path / "0" / "rim.png").unlink()
    names = {"pictures/rim.png": two, "pictures/rim 2.png": one}
    rows = brought(rewritten(exported, tmp_path / "swapped.zip", names), other, tmp_path)
    assert not any(PictureFolder(tmp_path / "other" / "pictures").path(row).exists() for row in rows)


@pytest.mark.parametrize(
    "fields",
    [
        {"file": "../../evil"}, {"file": "/etc/passwd", "keeping": "own"}, {"keeping": "elsewhere"}, {"digest": "x"},
        {"size": -1}, {"width": 1.5}, {"caption": None}, {"caption": "\ud800"}, {"slugs": "change-7"},
        {"slugs": ["../x"]}, {"added": "now"}, {"lat": 99.0, "lon": 0.0}, {"lat": "a", "lon": "b"}, {"taken": "soon"},
        {"copy": "../evil.png"}, {"copy": "pictures/../evil.png"}, {"copy": 7}, {"mtime_ns": True},
    ],
    ids=str,
)  # fmt: skip
def test_a_record_that_makes_no_sense_is_refused(exported, other, tmp_path, fields):
    bad = rewritten(exported, tmp_path / "bad.zip", {}, **fields)
    with pytest.raises(BackupError, match="cannot be imported"):
        brought(bad, other, tmp_path)
    assert other.pictures.rows() == []
    assert other.notes() == []


@pytest.mark.parametrize(
    "name", ["pictures/../evil.png", "pictures/a/b.png", "pictures/.hidden", "pictures/", "pictures/a:b"]
)
def test_names_that_lead_elsewhere_are_refused(exported, tmp_path, name):
    with zipfile.ZipFile(exported, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name + ("x" if name.endswith("/") else "")), "evil")
    if name == "pictures/":
        assert len(read_files(exported, NOW).pictures) == 2
    else:
        with pytest.raises(BackupError, match="not one of ours"):
            read_files(exported, NOW)


def test_a_folder_is_as_good_as_a_zip(book, exported, other, tmp_path):
    root = tmp_path / "one" / "pictures"
    write_out(book.copy_out(), tmp_path / "out", root, replace=False, pictures=True)
    assert sorted(file.name for file in (tmp_path / "out" / "pictures").iterdir()) == ["rim 2.png", "rim.png"]
    (tmp_path / "0" / "rim.png").unlink()
    rows = brought(tmp_path / "out", other, tmp_path)
    assert all(PictureFolder(tmp_path / "other" / "pictures").path(row).is_file() for row in rows)


def test_without_pictures_an_older_atlas_reads_it_too(other, tmp_path):
    other.create_note("only a note")
    write_out(other.copy_out(), tmp_path / "out.zip", tmp_path, replace=False, pictures=True)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        index = json.loads(archive.read("notebook.json"))
    assert (index["version"], "pictures" in index) == (1, False)


def test_a_file_that_took_a_pictures_place_is_not_given_away(book, exported, tmp_path):
    (tmp_path / "0" / "rim.png").write_bytes(b"private")
    write_out(book.copy_out(), tmp_path / "again.zip", tmp_path / "one" / "pictures", replace=False, pictures=True)
    with zipfile.ZipFile(tmp_path / "again.zip") as archive:
        assert b"private" not in [archive.read(name) for name in archive.namelist()]
        assert [name for name in archive.namelist() if name.startswith("pictures/")] == ["pictures/rim.png"]
