"""pictures list, add, find and export as a script uses them, also while a window holds the notebook."""

import json
import shutil
from pathlib import Path

import pytest

from atlas.__main__ import main
from atlas.services.instance import AddPicturesRequest, Instance, decode_request
from atlas.services.notebook import NotebookService
from atlas.services.notebook_care import NotebookCare
from atlas.services.pictures.service import PictureService
from atlas.services.tasks import Tasks

ROOT = Path(__file__).parents[2]
MIGRATIONS = ROOT / "db" / "notebook"


@pytest.fixture
def mine(tmp_path):
    from PIL import Image

    folder = tmp_path / "mine"
    (folder / "deep").mkdir(parents=True)
    Image.new("RGB", (8, 6), (1, 2, 3)).save(folder / "rim.jpg")
    Image.new("RGB", (8, 6), (4, 5, 6)).save(folder / "deep" / "Край.png")
    (folder / "drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return folder


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def run(data, capsys):
    def run(*argv: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(data), *map(str, argv)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def listed(run, *argv: str) -> list[dict[str, object]]:
    code, out, err = run("pictures", "list", *argv, "--format", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_added_listed_found_and_exported(run, mine, data, tmp_path):
    assert listed(run) == []
    code, out, err = run("pictures", "add", mine, "--caption", "a rim", "--credit", "me", "--on", "change-7")
    assert (code, out) == (0, "")
    assert "Added: 2; here already: 0; refused: 1." in err
    assert f"refused: {mine / 'drawing.svg'}: " in err
    rows = listed(run)
    assert {row["slug"] for row in rows} == {"picture.1", "picture.2"}
    assert {(row["caption"], row["credit"], tuple(row["on"]), row["missing"]) for row in rows} == {
        ("a rim", "me", ("change-7",), False),
    }  # fmt: skip
    assert len(listed(run, "rim", "--on", "change-7")) == 2
    assert listed(run, "--on", "viper") == []
    assert run("check")[0] in (0, 1)
    (data / "pictures" / "rim.jpg").rename(tmp_path / "away.jpg")
    code, out, _ = run("check", "--format", "json")
    assert code == 1
    counts = json.loads(out)["counts"]
    assert (counts["pictures"], counts["pictures_missing"]) == (2, 1)
    assert "(missing)" in run("pictures", "list")[1]
    assert "Found again: 1; still missing: 0." in run("pictures", "find", tmp_path)[2]
    assert not any(row["missing"] for row in listed(run))
    code, _, err = run("pictures", "export", tmp_path / "out")
    assert (code, err) == (0, f"{tmp_path / 'out'}: 2 pictures\n")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "rim.jpg", "rim.jpg.txt", "Край.png", "Край.png.txt",
    ]  # fmt: skip


def test_what_cannot_be_done_is_one_sentence(run, mine, tmp_path):
    for argv in (
        ("pictures", "find", tmp_path / "nowhere"),
        ("pictures", "export", tmp_path / "out"),
        ("pictures", "export", tmp_path / "out", "change-7"),
        ("pictures", "add", mine / "rim.jpg", "--on", "Not A Slug"),
        ("pictures",),
    ):
        code, out, err = run(*argv)
        assert (code, out) == (2, ""), argv
        assert err.startswith("ilrs-atlas: ")
        assert err.count("\n") == 1
    code, _, err = run("pictures", "add", tmp_path / "nothing.jpg")
    assert code == 2
    assert "nothing.jpg" in err


def test_backup_says_that_files_are_not_in_it(run, mine, tmp_path, data):
    run("pictures", "add", mine)
    err = run("backup", tmp_path / "my.db")[2]
    assert "2 pictures" in err
    assert str(data / "pictures") in err


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_notes_carry_pictures(run, mine, data, tmp_path, name):
    run("pictures", "add", mine / "rim.jpg", "--caption", "copied", "--keep", "copy")
    run("pictures", "add", mine / "deep", "--caption", "in place", "--keep", "in-place")
    assert run("notes", "export", tmp_path / name, "--pictures")[0] == 0
    first = {row["sha256"]: row for row in listed(run)}
    shutil.rmtree(data)
    (mine / "deep" / "Край.png").unlink()
    code, _, err = run("notes", "import", tmp_path / name)
    assert code == 0
    assert "pictures 2." in err
    rows = {row["sha256"]: row for row in listed(run)}
    assert rows.keys() == first.keys()
    for digest, row in rows.items():
        assert (row["caption"], row["added"]) == (first[digest]["caption"], first[digest]["added"])
        assert not row["missing"]
        assert Path(str(row["file"])).parent == data / "pictures"
    assert "pictures 0." in run("notes", "import", tmp_path / name)[2]


def test_records_come_without_their_files_too(run, mine, data, tmp_path):
    run("pictures", "add", mine / "rim.jpg", "--caption", "somewhere")
    run("notes", "export", tmp_path / "out.zip")
    shutil.rmtree(data)
    run("pictures", "add", mine / "deep")
    (data / "pictures" / "rim.jpg").write_bytes(b"another file of that name")
    assert run("notes", "import", tmp_path / "out.zip")[0] == 0
    (row,) = listed(run, "somewhere")
    assert row["missing"]
    assert str(row["file"]).endswith("rim 2.jpg"), "not the one that lies there"
    assert run("pictures", "find", mine)[0] == 0
    assert not listed(run, "somewhere")[0]["missing"]


@pytest.fixture
def window(qapp, data):
    """Stand in for the window: what holds the folder and listens is the real thing."""
    instance, tasks = Instance(data), Tasks()
    notebook = NotebookService(tasks, data / "notebook.db", MIGRATIONS)
    care = NotebookCare(notebook, tasks)
    pictures = PictureService(tasks, notebook, data / "pictures")
    assert instance.acquire()
    notebook.open()
    instance.serve(notebook, care, lambda: pictures)
    yield pictures
    instance.close()
    care.close()
    pictures.close()
    notebook.close()
    tasks.close()


def outside(qtbot, data: Path, *argv: object) -> tuple[int, str]:
    import subprocess
    import sys

    process = subprocess.Popen(
        [sys.executable, "-m", "atlas", "--data-dir", str(data), *map(str, argv)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    _, err = process.communicate()
    return process.returncode, err


def test_the_window_does_the_work_where_it_holds_the_notebook(window, run, mine, data, tmp_path, qtbot):
    with qtbot.waitSignal(window.changed, timeout=20_000):
        code, err = outside(qtbot, data, "pictures", "add", mine / "rim.jpg", "--caption", "from a script")
    assert (code, err) == (0, "The open window added them.\n")
    assert listed(run, "script")[0]["slug"] == "picture.1"
    (data / "pictures/rim.jpg").rename(tmp_path / "elsewhere.jpg")
    code, err = outside(qtbot, data, "pictures", "find", tmp_path)
    assert (code, err) == (0, "The open window searched it.\n")
    assert not listed(run)[0]["missing"]
    code, err = outside(qtbot, data, "pictures", "add", mine / "drawing.svg")
    assert code == 2
    assert "drawing.svg" in err
    assert err.count("\n") == 1


def test_requests_are_read_back(tmp_path):
    request = AddPicturesRequest(tmp_path / "a.jpg")
    assert decode_request(request.encode().rstrip(b"\n")) == request
    for wrong in (b'"keeping": "own"', b'"keeping": "bin"', b'"on": "../x"'):
        name = wrong.split(b":")[0]
        line = request.encode().replace(name + b': ""', wrong)
        if wrong == b'"keeping": "own"':
            assert decode_request(line.rstrip(b"\n")).keeping == "own"
        else:
            with pytest.raises(ValueError, match=r"\w"):
                decode_request(line.rstrip(b"\n"))
