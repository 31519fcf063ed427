"""Own pictures where disks are full, folders read-only and processes killed: no picture is lost or half there."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from faults import fill, read_only, small_disk

from atlas.domain.own_pictures import Batch, Keeping, NewPicture, OwnPicture, PictureQuery, PictureWords
from atlas.models.gallery_own import own_items
from atlas.services.notebook import NotebookService
from atlas.services.pictures import binning, finding
from atlas.services.pictures.folder import ChangedError, PictureFolder, digest_of, is_local_path, readable_name
from atlas.services.pictures.importing import ImportRun
from atlas.services.pictures.runs import Walk, carry_out
from atlas.services.pictures.service import PictureService
from atlas.services.tasks import CancelToken, Tasks
from atlas.store.notebook import Notebook, NotebookError, NotebookFullError

ROOT = Path(__file__).parents[2]
MIGRATIONS = ROOT / "db" / "notebook"


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def book(data):
    with Notebook.open(data / "notebook.db", MIGRATIONS) as book:
        yield book


@pytest.fixture
def folder(data):
    return PictureFolder(data / "pictures")


@pytest.fixture
def mine(tmp_path):
    """Return a folder of some noisy pictures, of about 60 kB each."""
    from PIL import Image

    mine = tmp_path / "mine"
    mine.mkdir()
    for number in range(12):
        Image.frombytes("RGB", (160, 120), os.urandom(57_600)).save(mine / f"{number:02}.png")
    return mine


def add(book: Notebook, folder: PictureFolder, *sources: Path, keeping: Keeping | None = Keeping.OWN) -> ImportRun:
    run = ImportRun(sources, Batch(PictureWords(), keeping), folder)
    carry_out(run, book)
    return run


def digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


KILLED = """
import sys
from pathlib import Path
from atlas.domain.own_pictures import Batch, Keeping, PictureWords
from atlas.services.pictures import runs
from atlas.services.pictures.folder import PictureFolder
from atlas.services.pictures.importing import ImportRun
from atlas.store.notebook import Notebook
runs.STEP_SECONDS = 0.0
data = Path(sys.argv[1])
with Notebook.open(data / "notebook.db", Path(sys.argv[2])) as book:
    run = ImportRun([Path(sys.argv[3])], Batch(PictureWords(), Keeping.OWN), PictureFolder(data / "pictures"))
    print("ready", flush=True)
    runs.carry_out(run, book)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_at_any_moment_nothing_half_is_shown_and_the_next_time_completes_it(data, mine):
    originals = digests(mine)
    for moment in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(data), str(MIGRATIONS), str(mine)], stdout=subprocess.PIPE, cwd=ROOT
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.004 + moment * 0.013)
            process.send_signal(signal.SIGKILL)
        with Notebook.open(data / "notebook.db", MIGRATIONS) as book:
            for row in book.pictures.every():
                assert digest_of(data / "pictures" / row.file) == row.digest, "whole"
        for file in (data / "pictures").glob("[!.]*"):
            assert hashlib.sha256(file.read_bytes()).hexdigest() in originals.values(), "a name means a whole file"
    with Notebook.open(data / "notebook.db", MIGRATIONS) as book:
        folder = PictureFolder(data / "pictures")
        folder.remove_parts()
        add(book, folder, mine)
        rows = book.pictures.rows()
        assert sorted(row.digest for row in rows) == sorted(originals.values())
        assert digests(data / "pictures").keys() == {row.file for row in rows}, "copies of the killed runs are used"
    assert digests(mine) == originals


def test_killed_between_copy_and_record(book, folder, mine):
    run = ImportRun([mine / "00.png"], Batch(PictureWords(), Keeping.OWN), folder)
    run.begin(book)
    while run.step(CancelToken()) is None:
        pass
    assert book.pictures.every() == [], "the copy is there and nothing shows it"
    assert [file.name for file in folder.strays(())] == ["00.png"]
    add(book, folder, mine / "00.png")
    assert [row.file for row in book.pictures.rows()] == ["00.png"]
    assert folder.strays({"00.png"}) == []


def test_what_a_crash_left_half_copied_is_swept_away(folder):
    folder.root.mkdir(parents=True)
    (folder.root / ".part-0badc0de-1").write_bytes(b"half")
    ours = folder.write_part(b"being pasted")
    assert folder.remove_parts() == 1
    assert ours.exists()


def test_the_disk_fills_up_in_the_middle(tmp_path, mine, monkeypatch):
    monkeypatch.setattr("atlas.services.pictures.importing.ROOM_LEFT", 0)
    monkeypatch.setattr("shutil.disk_usage", lambda _path: shutil._ntuple_diskusage(10**9, 0, 10**9))
    monkeypatch.setattr("atlas.services.pictures.runs.STEP_SECONDS", 0.0)
    originals = digests(mine)
    with small_disk(tmp_path / "disk") as disk, Notebook.open(disk / "notebook.db", MIGRATIONS) as book:
        fill(disk, leave=300_000)
        folder = PictureFolder(disk / "pictures")
        with pytest.raises((OSError, NotebookFullError)):
            add(book, folder, mine)
        rows = book.pictures.rows()
        assert 0 < len(rows) < 12
        assert all(digest_of(folder.path(row)) == row.digest for row in rows)
        assert not list(folder.root.glob(".part-*"))
    assert digests(mine) == originals


def test_too_little_room_is_said_before_anything_is_copied(book, folder, mine, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _path: shutil._ntuple_diskusage(10**9, 10**9, 1000))
    with pytest.raises(OSError, match="No space left"):
        add(book, folder, mine)
    assert digests(folder.root) == {}
    add(book, folder, mine, keeping=Keeping.IN_PLACE)
    assert len(book.pictures.rows()) == 12


def test_a_folder_that_cannot_be_written(book, folder, mine):
    add(book, folder, mine / "00.png", mine / "01.png")
    ids = [row.id for row in book.pictures.rows()]
    binning.throw(ids[:1], folder, book)
    before = digests(folder.root)
    with read_only(folder.root):
        with pytest.raises(OSError, match=r"Permission denied|Read-only"):
            add(book, folder, mine)
        with pytest.raises(OSError, match=r"Permission denied|Read-only"):
            binning.throw(ids, folder, book)
        with pytest.raises(OSError, match=r"Permission denied|Read-only"):
            binning.bring_back(ids, folder, book)
        removed, kept = binning.empty(None, folder, book)
        assert (removed, len(kept)) == (0, 1)
    assert digests(folder.root) == before
    assert {row.file: bool(row.binned) for row in book.pictures.every()} == {"00.png": False, "bin/01.png": True}


def test_a_notebook_that_cannot_be_written_leaves_files_where_they_were(book, folder, mine, data, tmp_path):
    add(book, folder, mine / "00.png", mine / "01.png")
    ids = [row.id for row in book.pictures.rows()]
    before = digests(folder.root)
    book._connection.execute("PRAGMA query_only = ON")
    for work in (binning.throw, binning.bring_back):
        if work is binning.bring_back:
            book._connection.execute("PRAGMA query_only = OFF")
            binning.throw(ids, folder, book)
            book._connection.execute("PRAGMA query_only = ON")
            before = digests(folder.root)
        with pytest.raises(NotebookError):
            work(ids, folder, book)
        assert digests(folder.root) == before
    with pytest.raises(NotebookError):
        binning.empty(None, folder, book)
    assert digests(folder.root) == before


def test_killed_between_a_move_and_its_record(book, folder, mine):
    add(book, folder, mine / "00.png", mine / "01.png")
    one, other = book.pictures.rows()
    binning.throw([other.id], folder, book)
    binned = book.pictures.some([other.id])[0]
    folder.to_bin(one)
    folder.from_bin(binned)
    files = finding.look(book.pictures.every(), folder, CancelToken())
    assert files.missing == frozenset()
    assert folder.path(one).exists()
    assert folder.path(binned).exists()


def row(file: str, keeping: str = "own") -> OwnPicture:
    return OwnPicture(1, file, keeping, "", "", "", "", "", 4, 0, 1, 1, "image/png", "", "now", None, None, None, "")


@pytest.mark.parametrize(
    "file", ["../secret", "bin/../../secret", "/etc/passwd", "bin/", "", ".part-x", "a/b", "bin/bin"]
)
def test_a_record_that_leads_elsewhere_touches_nothing(folder, file):
    folder.root.mkdir(parents=True)
    secret = folder.root.parent / "secret"
    secret.write_text("kept")
    assert not folder.path(row(file)).exists()
    folder.remove_binned(row(file))
    assert folder.to_bin(row(file)) == file
    assert folder.from_bin(row(file)) == file
    assert not folder.put_right(row(file))
    assert secret.read_text() == "kept"
    assert digests(folder.root) == {}


REMOTE = ["//host/share/a.png", "\\\\host\\a.png", "\\\\?\\C:\\a.png", "\\\\.\\COM1", "/\\host/a.png", "\\/host/a.png"]


@pytest.mark.parametrize("file", REMOTE)
def test_a_record_that_leads_to_another_computer_is_missing_and_not_asked_for(folder, file, monkeypatch):
    asked: list[str] = []
    real = Path.stat

    def stat(path: Path, **how: bool) -> object:
        asked.append(str(path))
        return real(path, **how)

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr("atlas.services.pictures.folder.is_local_path", partial(is_local_path, windows=file[1] != "/"))
    remote = row(file, "in-place")._replace(binned=None)
    assert finding.look([remote], folder, CancelToken()).missing == {1}
    assert set(asked) == {str(folder.root / ".part-nowhere")}
    (item,) = own_items([remote], {}, folder.root)
    assert item.path == str(folder.root / ".part-nowhere"), "nor does the gallery"


def test_which_paths_are_of_this_computer():
    assert not any(is_local_path(file, windows=True) for file in (*REMOTE, "/a.png", "C:a.png", "C:/x/NUL.png"))
    assert all(is_local_path(file, windows=True) for file in ("C:\\x\\a.png", "z:/console/a.b.png"))
    assert not any(is_local_path(file, windows=False) for file in ("//host/a.png", "C:\\a.png", "a.png", "\\\\host\\a"))
    assert is_local_path("/home/x/a:b.png", windows=False)


def test_what_lies_on_another_computer_is_copied(book, folder, mine, monkeypatch):
    for part in ("importing", "folder", "finding"):
        monkeypatch.setattr(f"atlas.services.pictures.{part}.is_local_path", lambda _file: False)
    run = add(book, folder, mine / "00.png", keeping=Keeping.IN_PLACE)
    assert run.refused == []
    (kept,) = book.pictures.rows()
    assert (kept.keeping, kept.file) == ("own", "00.png")
    assert finding.look([kept], folder, CancelToken()).missing == frozenset()


def test_another_file_of_the_same_name_and_size_stays_in_the_bin(book, folder, mine):
    add(book, folder, mine / "00.png")
    (kept,) = book.pictures.rows()
    (folder.root / "bin").mkdir()
    folder.path(kept).unlink()
    other = folder.root / "bin" / "00.png"
    other.write_bytes(b"x" * kept.size)
    assert not folder.put_right(kept)
    assert other.exists()
    other.write_bytes((mine / "00.png").read_bytes())
    assert folder.put_right(kept)
    assert digest_of(folder.path(kept)) == kept.digest


def test_emptying_the_bin_removes_nothing_that_lies_in_place(folder, tmp_path):
    (folder.root / "bin").mkdir(parents=True)
    mine = tmp_path / "mine.png"
    mine.write_text("mine")
    folder.remove_binned(row(str(mine), "in-place"))
    folder.remove_binned(row("own.png"))
    assert mine.exists()


def test_a_link_in_the_folder_is_removed_and_not_what_it_leads_to(folder, tmp_path):
    (folder.root / "bin").mkdir(parents=True)
    mine = tmp_path / "mine.png"
    mine.write_text("mine")
    (folder.root / "bin" / "x.png").symlink_to(mine)
    folder.remove_binned(row("bin/x.png"))
    assert mine.read_text() == "mine"
    assert not (folder.root / "bin" / "x.png").is_symlink()


def test_a_file_that_changes_while_it_is_copied_is_not_taken(folder, mine):
    with pytest.raises(ChangedError):
        folder.take_copy(mine / "00.png", "00.png", "0" * 64, ())
    assert digests(folder.root) == {}


def test_a_disk_without_second_names(folder, mine, monkeypatch, book):
    def refuse(*_args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    add(book, folder, mine / "00.png", mine / "01.png")
    one, other = book.pictures.rows()
    binning.throw([one.id, other.id], folder, book)
    binning.bring_back([one.id], folder, book)
    assert digests(folder.root).keys() == {one.file, f"bin/{other.file}"}


@pytest.mark.parametrize(
    ("name", "mime", "kept"),
    [
        ("IMG_1.JPG", "image/jpeg", "IMG_1.jpg"), ("a.b.c", "image/png", "a.b.c.png"),
        ("../../x", "image/png", "x.png"), ("con.png", "image/png", "con-.png"), ("  . ", "image/webp", "picture.webp"),
        ("é\n\u202e?.gif", "image/gif", "é.gif"), ("月" * 200, "image/bmp", "月" * 50 + ".bmp"),
        ("photo.heic", "image/jpeg", "photo.jpg"), (".hidden.png", "image/png", "hidden.png"),
    ],
)  # fmt: skip
def test_names_that_every_system_takes(name, mime, kept):
    assert readable_name(name, mime) == kept


def test_a_walk_follows_no_circles_and_can_be_left(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "back").symlink_to(tmp_path, target_is_directory=True)
    (deep / "x.PNG").touch()
    (deep / "y.txt").touch()
    walk = Walk([tmp_path, tmp_path / "named.txt"])
    from atlas.services.pictures.runs import Clock

    while not walk.go_on(Clock(), CancelToken()):
        pass
    assert walk.found == [deep / "x.PNG", tmp_path / "named.txt"]
    token = CancelToken()
    token.cancel()
    assert not Walk([tmp_path]).go_on(Clock(), token)


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_no_text(book, folder, mine):
    odd = Path(os.fsdecode(os.fsencode(mine) + b"/\xff.png"))
    shutil.copy(mine / "00.png", odd)
    run = add(book, folder, odd, mine / "01.png", keeping=Keeping.IN_PLACE)
    assert len(run.report().added) == 1
    assert "UTF-8" in run.refused[0].reason


def test_moving_the_data_folder_keeps_them(book, folder, mine, data, tmp_path):
    add(book, folder, mine)
    book.close()
    data.rename(tmp_path / "moved")
    moved = PictureFolder(tmp_path / "moved" / "pictures")
    with Notebook.open(tmp_path / "moved" / "notebook.db", MIGRATIONS) as book:
        assert finding.look(book.pictures.every(), moved, CancelToken()).missing == frozenset()


def test_an_older_backup_shows_what_it_knew(book, folder, mine, data):
    """A picture deleted since then is there again, one added since lies in the folder and can be added."""
    add(book, folder, mine / "00.png")
    (one,) = book.pictures.rows()
    book.backup(data / "old.db")
    binning.throw([one.id], folder, book)
    add(book, folder, mine / "01.png")
    book.close()
    shutil.copy(data / "old.db", data / "notebook.db")
    with Notebook.open(data / "notebook.db", MIGRATIONS) as book:
        assert finding.look(book.pictures.every(), folder, CancelToken()).missing == frozenset()
        strays = folder.strays({row.file for row in book.pictures.every()})
        assert [file.name for file in strays] == ["01.png"]
        add(book, folder, *strays, keeping=Keeping.IN_PLACE)
        assert {row.file for row in book.pictures.rows()} == {"00.png", "01.png"}
        assert {row.keeping for row in book.pictures.rows()} == {"own"}, "what lies in our folder is ours"


def test_the_window_says_what_stopped_it(qapp, qtbot, data, mine, monkeypatch):
    tasks = Tasks()
    notebook = NotebookService(tasks, data / "notebook.db", MIGRATIONS)
    with qtbot.waitSignal(notebook.ready):
        notebook.open()
    pictures = PictureService(tasks, notebook, data / "pictures")
    said: list[str] = []
    pictures.message.connect(said.append)
    monkeypatch.setattr("shutil.disk_usage", lambda _path: shutil._ntuple_diskusage(10**9, 10**9, 1000))
    with qtbot.waitSignal(pictures.finished) as finished:
        pictures.add([mine], Batch(keeping=Keeping.OWN))
    assert not finished.args[0].added
    assert "No space left" in said[0]
    assert "free some space" in said[0]
    assert not pictures.busy
    for part in (pictures, notebook, tasks):
        part.close()


def test_ten_thousand_files_are_looked_for(book, folder, tmp_path):
    place = tmp_path / "many"
    place.mkdir()
    files = []
    for number in range(10_000):
        file = place / f"{number}.png"
        files.append(NewPicture(str(file), Keeping.IN_PLACE, PictureWords(), 1, 5, 1, 1, "image/png", f"{number:064x}"))
    for number in range(0, 10_000, 100):
        (place / f"{number}.png").write_bytes(b"x")
        os.utime(place / f"{number}.png", ns=(5, 5))
    book.pictures.add(files)
    looked = finding.look(book.pictures.rows(PictureQuery()), folder, CancelToken())
    assert len(looked.missing) == 9900
    assert looked.changed == ()
