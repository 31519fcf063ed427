"""Own pictures as the window has them: added, described, found again, binned and exported; originals never change."""

import hashlib
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from atlas.domain.own_pictures import (
    Batch,
    BatchReport,
    Keeping,
    Order,
    OwnPicture,
    PictureEdit,
    PicturePlace,
    PictureQuery,
    PictureWords,
)
from atlas.services.notebook import NotebookService
from atlas.services.pictures.service import PictureService
from atlas.services.tasks import Tasks
from atlas.store.notebook import Notebook

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"


def make_picture(path: Path, colour=(90, 80, 70), size=(64, 40), **how) -> Path:
    """Write a picture with Pillow; the ending says as what."""
    from PIL import Image

    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path, **how)
    return path


def camera_exif() -> bytes:
    from PIL import Image

    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = "A rim", "Ann Example", "2024 Ann Example"
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2024:05:03 12:30:11"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (51.0, 28.0, 38.0), "E", (0.0, 0.0, 5.0)
    return exif.tobytes()


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def notebook(tasks, data, qtbot):
    service = NotebookService(tasks, data / "notebook.db", MIGRATIONS)
    with qtbot.waitSignal(service.ready):
        service.open()
    yield service
    service.close()


@pytest.fixture
def pictures(tasks, notebook, data, qtbot):
    service = PictureService(tasks, notebook, data / "pictures")
    yield service
    service.close()


@pytest.fixture
def settle(tasks, qtbot):
    def settle() -> None:
        qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)

    return settle


@pytest.fixture
def add(pictures, qtbot):
    def add(*files: Path, keeping: Keeping | None = Keeping.OWN, **words) -> BatchReport:
        with qtbot.waitSignal(pictures.finished, timeout=20_000) as finished:
            pictures.add(files, Batch(PictureWords(**words), keeping))
        return finished.args[0]

    return add


@pytest.fixture
def rows(pictures, settle):
    def rows(**query) -> list[OwnPicture]:
        got: list[list[OwnPicture]] = []
        pictures.rows(PictureQuery(**query), got.append)
        settle()
        return got[-1]

    return rows


@pytest.fixture
def said(pictures):
    said: list[str] = []
    pictures.message.connect(said.append)
    return said


def content(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_batch_of_files_and_folders(add, rows, data, tmp_path, pictures):
    folder = tmp_path / "mine"
    make_picture(folder / "one.jpg", exif=camera_exif())
    make_picture(folder / "deep" / "two.png", (1, 2, 3))
    make_picture(folder / ".hidden.png", (3, 2, 1))
    (folder / "notes.txt").write_text("not a picture")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing")
    make_picture(tmp_path / "three.webp", (9, 9, 9))
    before = content(folder)
    report = add(folder, tmp_path / "three.webp", credit="me", licence="my own", on=("change-7",))
    assert len(report.added) == 3
    assert [Path(refused.file).name for refused in report.refused] == ["broken.jpg"]
    assert report.refused[0].reason
    by_name = {row.name: row for row in rows(order=Order.CAPTION)}
    assert list(by_name) == ["one.jpg", "three.webp", "two.png"]
    one = by_name["one.jpg"]
    assert (one.width, one.height) == (40, 64), "as displayed"
    assert one.taken == "2024-05-03T12:30:11"
    assert "Ann Example" in one.credit
    assert one.licence == "my own"
    assert one.on == ("change-7",)
    assert one.slug == f"picture.{one.id}"
    assert by_name["two.png"].credit == "me"
    assert pictures.path_of(one) == data / "pictures" / "one.jpg"
    assert pictures.path_of(one).read_bytes() == (folder / "one.jpg").read_bytes()
    assert content(tmp_path / "mine") == before, "originals stay as they are"


def test_left_in_place(add, rows, data, tmp_path, pictures):
    file = make_picture(tmp_path / "mine" / "Rim at dawn.jpg")
    add(file, keeping=Keeping.IN_PLACE)
    (row,) = rows()
    assert row.keeping == "in-place"
    assert pictures.path_of(row) == file
    assert not list((data / "pictures").glob("*"))


def test_the_same_picture_twice_is_known(add, rows, tmp_path):
    one = make_picture(tmp_path / "one.png")
    other = tmp_path / "other.png"
    other.write_bytes(one.read_bytes())
    assert len(add(one, other).added) == 1
    report = add(other, on=("viper",), place=PicturePlace(-89.5, 120.0))
    assert (report.added, len(report.known)) == ((), 1)
    (row,) = rows()
    assert row.on == ("viper",), "what was meant by adding it again"
    assert row.place == PicturePlace(-89.5, 120.0)


def test_names_are_readable_and_collide_with_nothing(add, rows, data, tmp_path):
    for number in range(3):
        make_picture(tmp_path / str(number) / "Кратер: 月 *rim*.jpeg", (90 * number, 0, 0))
    wrong = make_picture(tmp_path / "really-a.png", (7, 7, 7)).rename(tmp_path / "wrong\nending.jpg")
    add(*(tmp_path / str(number) / "Кратер: 月 *rim*.jpeg" for number in range(3)), wrong)
    assert {file.name for file in (data / "pictures").iterdir()} == {
        "wrong ending.png", "Кратер- 月 -rim 2.jpeg", "Кратер- 月 -rim 3.jpeg", "Кратер- 月 -rim.jpeg",
    }  # fmt: skip


def test_pasted(pictures, rows, qtbot, settle, data):
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(0x203040)
    with qtbot.waitSignal(pictures.finished):
        pictures.add_image(image, Batch(PictureWords(caption="a paste")))
    (row,) = rows()
    assert row.file.startswith("Pasted ")
    assert row.file.endswith(".png")
    assert (row.width, row.height, row.caption) == (20, 10, "a paste")
    settle()
    assert content(data / "pictures").keys() == {row.file}


def test_words_are_edited_and_the_edit_undone(add, rows, pictures, tmp_path, settle, said):
    ids = add(make_picture(tmp_path / "a.png"), make_picture(tmp_path / "b.png", (1, 1, 1)), credit="me").added
    pictures.edit([ids[0]], PictureEdit(caption="first"))
    settle()
    pictures.edit(ids, PictureEdit(caption="Край кратера, 月球南极", credit="Ann", on=("luna-25", "change-7")))
    assert {row.caption for row in rows()} == {"Край кратера, 月球南极"}
    assert [row.id for row in rows(text="краи")] == []
    assert {row.id for row in rows(text="кратер ann")} == set(ids)
    assert {row.id for row in rows(text="南极")} == set(ids)
    assert rows(text="nobody") == []
    assert {row.id for row in rows(on="luna-25")} == set(ids)
    pictures.undo_edit(ids)
    assert {row.id: (row.caption, row.credit, row.on) for row in rows()} == {
        ids[0]: ("first", "me", ()), ids[1]: ("", "me", ()),
    }  # fmt: skip
    pictures.undo_edit([ids[0]])
    assert {row.caption for row in rows()} == {"Край кратера, 月球南极", ""}
    failures: list[str] = []
    pictures.edit(ids, PictureEdit(caption="kept nowhere", taken="last summer"), failed=failures.append)
    settle()
    assert "is not a date" in failures[0]
    assert not rows(text="nowhere")


def test_bin_and_back(add, rows, pictures, tmp_path, settle, data, said):
    mine = make_picture(tmp_path / "mine" / "place.png", (5, 5, 5))
    (own,) = add(make_picture(tmp_path / "own.png")).added
    (place,) = add(mine, keeping=Keeping.IN_PLACE).added
    pictures.delete([own, place])
    assert rows() == []
    assert {row.file for row in rows(binned=True)} == {"bin/own.png", str(mine)}
    assert mine.exists()
    assert (data / "pictures/bin/own.png").exists()
    pictures.restore([own])
    assert [row.file for row in rows()] == ["own.png"]
    assert content(data / "pictures").keys() == {"own.png"}
    pictures.empty_bin()
    settle()
    assert said[-1] == "1 picture(s) removed for good."
    assert mine.exists(), "a file left in place is never removed"
    assert rows(binned=True) == []
    pictures.delete([own])
    settle()
    (tmp_path / "again").mkdir()
    report = add(tmp_path / "own.png")
    assert report.known == (own,)
    assert [row.file for row in rows()] == ["own.png"], "adding it brings it back from the bin"
    pictures.delete([own])
    pictures.empty_bin([own])
    assert rows() == []
    assert content(data / "pictures") == {}


def test_missing_files_are_found_again(add, rows, pictures, tmp_path, settle, qtbot, data):
    folder = tmp_path / "mine"
    files = [make_picture(folder / f"{number}.png", (number, 9, 9), (30 + number, 20)) for number in range(4)]
    ids = add(*files, keeping=Keeping.IN_PLACE).added
    (own,) = add(make_picture(tmp_path / "own.png")).added
    rows()
    assert pictures.missing == frozenset()
    moved = tmp_path / "moved" / "deep"
    moved.parent.mkdir()
    folder.rename(moved)
    (moved / "3.png").unlink()
    touched = (moved / "1.png").rename(moved / "renamed.png")
    os.utime(touched, (1, 1))
    (data / "pictures/own.png").rename(tmp_path / "moved" / "taken out.png")
    with qtbot.waitSignal(pictures.missing_changed):
        pictures.check_files()
    assert pictures.missing == {*ids, own}
    assert pictures.path_of(next(row for row in rows() if row.id == ids[0])) == files[0], "its last known place"
    with qtbot.waitSignal(pictures.found) as found:
        pictures.find(tmp_path / "moved")
    assert found.args == [4, 1]
    assert pictures.missing == {ids[3]}
    now = {row.id: row for row in rows()}
    assert now[ids[0]].file == str(moved / "0.png")
    assert now[ids[1]].file == str(touched)
    assert now[own].file == "own.png"
    assert (data / "pictures/own.png").exists()
    make_picture(tmp_path / "elsewhere" / "x.png", (3, 9, 9), (33, 20))
    add(tmp_path / "elsewhere" / "x.png")
    settle()
    assert pictures.missing == frozenset(), "adding it again links it too"


def test_files_are_looked_for_a_while_after_the_first_pictures(add, rows, pictures, tmp_path, settle, qtbot):
    file = make_picture(tmp_path / "a.png")
    (here,) = add(file, keeping=Keeping.IN_PLACE).added
    file.unlink()
    rows()
    settle()
    assert pictures.missing == frozenset(), "the first pictures are drawn in peace"
    with qtbot.waitSignal(pictures.missing_changed):
        pass
    assert pictures.missing == {here}


def test_nobody_looks_for_files_after_the_end(add, rows, pictures, tmp_path, settle, qtbot):
    file = make_picture(tmp_path / "a.png")
    add(file, keeping=Keeping.IN_PLACE)
    rows()
    pictures.close()
    assert not any(timer.isActive() for timer in pictures.findChildren(QTimer))


def test_a_file_changed_with_another_program(add, rows, pictures, tmp_path, settle):
    file = make_picture(tmp_path / "a.png")
    add(file, keeping=Keeping.IN_PLACE, caption="stays")
    make_picture(file, (200, 1, 1), (77, 33))
    pictures.check_files()
    settle()
    (row,) = rows()
    assert (row.width, row.height, row.caption) == (77, 33, "stays")
    assert row.digest == hashlib.sha256(file.read_bytes()).hexdigest()
    assert pictures.missing == frozenset()


def test_export_writes_clean_copies_with_their_credit(add, pictures, rows, tmp_path, qtbot, data):
    ids = add(
        make_picture(tmp_path / "a.jpg", exif=camera_exif()), make_picture(tmp_path / "b.png"),
        caption="A rim", licence="CC BY 4.0",
    ).added  # fmt: skip
    before = content(data / "pictures")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.png").write_text("mine")
    with qtbot.waitSignal(pictures.exported) as exported:
        pictures.export(ids, tmp_path / "out")
    assert sorted(file.name for file in exported.args[0]) == ["a.jpg", "b 2.png"]
    assert (tmp_path / "out" / "b.png").read_text() == "mine"
    text = (tmp_path / "out" / "a.jpg.txt").read_text(encoding="utf-8")
    assert "A rim\nCredit: " in text
    assert "Licence: CC BY 4.0\nTaken: 2024-05-03T12:30:11\n" in text
    from PIL import Image

    with Image.open(tmp_path / "out" / "a.jpg") as image:
        assert not image.getexif().get_ifd(0x8825), "no place on Earth"
    assert content(data / "pictures") == before
    row = rows()[0]
    ended: list[str] = []
    pictures.export_one(pictures.path_of(row), row.words, pictures.path_of(row), ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert "never written over" in ended[0]
    assert content(data / "pictures") == before
    copy = tmp_path / "out" / "copy.jpg"
    copy.with_name("copy.jpg.txt").write_text("mine")
    for _ in range(2):
        pictures.export_one(pictures.path_of(row), row.words, copy, ended.append)
    qtbot.waitUntil(lambda: len(ended) == 3)
    assert ended[1:] == ["", ""]
    assert copy.with_name("copy.jpg.txt").read_text() == "mine"
    assert row.title in copy.with_name("copy.jpg 2.txt").read_text(encoding="utf-8")
    assert not copy.with_name("copy.jpg 3.txt").exists(), "the same text is there already"


def test_cancelled_in_the_middle_what_is_done_stays(pictures, rows, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr("atlas.services.pictures.runs.STEP_SECONDS", 0.0)
    for number in range(30):
        make_picture(tmp_path / "many" / f"{number:02}.png", (number, 0, 0))

    def stop(done: int, _total: int) -> None:
        if done >= 5:
            pictures.cancel()

    pictures.progress.connect(stop)
    with qtbot.waitSignal(pictures.finished) as finished:
        pictures.add([tmp_path / "many"], Batch())
    report = finished.args[0]
    assert report.cancelled
    assert 5 <= len(report.added) < 30
    assert len(rows()) == len(report.added)
    assert not pictures.busy


def test_work_waits_for_its_turn(pictures, rows, tmp_path, qtbot):
    reports: list[BatchReport] = []
    pictures.finished.connect(reports.append)
    for name in "abc":
        pictures.add([make_picture(tmp_path / f"{name}.png", (ord(name), 0, 0))], Batch(PictureWords(caption=name)))
    qtbot.waitUntil(lambda: len(reports) == 3)
    assert [row.caption for row in rows(order=Order.CAPTION)] == ["a", "b", "c"]


def test_closing_in_the_middle_records_what_was_copied(tasks, notebook, data, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr("atlas.services.pictures.runs.STEP_SECONDS", 0.0)
    for number in range(20):
        make_picture(tmp_path / "many" / f"{number:02}.png", (number, 0, 0))
    service = PictureService(tasks, notebook, data / "pictures")
    with qtbot.waitSignal(service.changed):
        service.add([tmp_path / "many"], Batch(keeping=Keeping.OWN))
    service.close()
    notebook.close()
    with Notebook.open(data / "notebook.db", MIGRATIONS) as book:
        recorded = {row.file for row in book.pictures.rows()}
    assert recorded == content(data / "pictures").keys()
    assert len(recorded) < 20


def test_the_proposal(pictures, tmp_path, settle, monkeypatch):
    make_picture(tmp_path / "mine" / "a.jpg", exif=camera_exif())
    make_picture(tmp_path / "mine" / "b.jpg", (1, 1, 1), exif=camera_exif())
    got = []
    pictures.propose([tmp_path / "mine"], got.append)
    settle()
    assert (got[0].files, got[0].keeping) == (2, Keeping.OWN)
    assert "Ann Example" in got[0].credit
    monkeypatch.setattr("atlas.services.pictures.importing.COPY_UP_TO", 10)
    monkeypatch.setattr("tempfile.gettempdir", lambda: "/nowhere")
    pictures.propose([tmp_path / "mine"], got.append)
    settle()
    assert got[1].keeping is Keeping.IN_PLACE
