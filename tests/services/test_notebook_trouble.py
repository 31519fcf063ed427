"""The notebook in trouble, with real faults: what is typed stays in memory, is said, and is written when it can be."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from faults import fill, read_only, small_disk

from atlas.domain.trouble import TroubleKind
from atlas.services.notebook import NotebookService
from atlas.services.notebook_care import NotebookCare
from atlas.services.tasks import Tasks
from atlas.store.notebook import Notebook
from atlas.store.notebook.inspect import look_into

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def start(tasks, qtbot):
    made: list[NotebookService] = []

    def start(path: Path, *, wait: bool = True) -> NotebookService:
        service = NotebookService(tasks, path, MIGRATIONS, draft_ms=5, retry_ms=50)
        made.append(service)
        service.open()
        if wait:
            qtbot.waitUntil(lambda: service.is_open or service.trouble is not None)
        return service

    yield start
    for service in made:
        service.close()


def write(path: Path, text: str) -> Path:
    with Notebook.open(path, MIGRATIONS) as book:
        book.save_draft("a", text)
        book.close_revision("a")
        book.set_star("b", True)
    return path


def text(path: Path) -> str:
    with Notebook.open(path, MIGRATIONS) as book:
        return book.note("a").text


def saved(service: NotebookService) -> bool:
    return service.trouble is None and not service.unsaved


def kind(service: NotebookService) -> TroubleKind | None:
    return service.trouble.kind if service.trouble is not None else None


def test_a_full_disk(start, tmp_path, qtbot):
    with small_disk(tmp_path / "disk") as disk:
        path = write(disk / "notebook.db", "kept")
        service = start(path)
        filler = fill(disk)
        service.type_text("a", "typed on a full disk " * 2000)
        qtbot.waitUntil(lambda: kind(service) is TroubleKind.FULL)
        assert "Free some space" in service.problem
        assert service.unsaved == {"a": "typed on a full disk " * 2000}
        filler.unlink()
        qtbot.waitUntil(lambda: saved(service))
        assert text(path).startswith("typed on a full disk")
        service.close()


def test_a_full_disk_at_the_start_and_while_backing_up(start, tasks, tmp_path, qtbot):
    with small_disk(tmp_path / "disk") as disk:
        filler = fill(disk)
        service = start(disk / "data" / "notebook.db")
        assert kind(service) is TroubleKind.FULL
        service.type_text("a", "typed before it opened")
        filler.unlink()
        qtbot.waitUntil(lambda: saved(service))
        care = NotebookCare(service, tasks)
        said: list[str] = []
        assert service.flush()
        fill(disk, leave=8192)
        care.back_up(disk / "backup.db", said.append, said.append)
        qtbot.waitUntil(lambda: bool(said))
        assert "could not be made" in said[0]
        assert not (disk / "backup.db").exists()
        assert service.trouble is None
        assert look_into(disk / "data" / "notebook.db", MIGRATIONS).notes == 1
        # the backup at the end fails too, and nobody is kept from closing by it
        assert service.close()


def test_a_folder_that_cannot_be_written(start, tmp_path, qtbot):
    folder = tmp_path / "data"
    path = write(folder / "notebook.db", "kept")
    with read_only(folder):
        service = start(path)
        assert service.is_open, "it can be read all the same"
        assert service.stars == {"b"}
        assert kind(service) is TroubleKind.READ_ONLY
        with qtbot.waitSignal(service.note_loaded) as loaded:
            service.load("a")
        assert loaded.args[1].note.text == "kept"
        service.type_text("a", "typed")
        qtbot.wait(120)
        assert service.unsaved == {"a": "typed"}
    qtbot.waitUntil(lambda: saved(service))
    assert text(path) == "typed"


def test_a_folder_that_becomes_read_only(start, tmp_path, qtbot):
    folder = tmp_path / "data"
    service = start(write(folder / "notebook.db", "kept"))
    with read_only(folder):
        service.set_star("c", True)
        qtbot.waitUntil(lambda: kind(service) is TroubleKind.READ_ONLY)
        assert service.stars == {"b"}
    # nothing is typed: a probe finds out
    qtbot.waitUntil(lambda: service.trouble is None)


def test_a_folder_that_vanishes_and_comes_back(start, tmp_path, qtbot):
    folder = tmp_path / "data"
    path = write(folder / "notebook.db", "kept")
    service = start(path)
    folder.rename(tmp_path / "elsewhere")
    service.type_text("a", "typed")
    qtbot.waitUntil(lambda: kind(service) is TroubleKind.GONE)
    assert "no longer there" in service.problem
    qtbot.wait(150)
    assert not folder.exists(), "no empty notebook takes its place by itself"
    assert service.unsaved == {"a": "typed"}
    (tmp_path / "elsewhere").rename(folder)
    qtbot.waitUntil(lambda: saved(service))
    assert text(path) == "typed"


def test_a_deleted_folder_and_an_empty_notebook_begun(start, tasks, tmp_path, qtbot):
    path = write(tmp_path / "data" / "notebook.db", "kept")
    service = start(path)
    shutil.rmtree(path.parent)
    service.type_text("a", "typed")
    qtbot.waitUntil(lambda: kind(service) is TroubleKind.GONE)
    begun: list[object] = []
    NotebookCare(service, tasks).begin_anew(begun.append, begun.append)
    qtbot.waitUntil(lambda: begun == [None] and saved(service))
    assert text(path) == "typed"
    qtbot.waitUntil(lambda: service.stars == frozenset())


def test_a_file_that_is_deleted_or_exchanged_under_the_window(start, tmp_path, qtbot):
    path = write(tmp_path / "data" / "notebook.db", "kept")
    service = start(path)
    path.unlink()
    service.type_text("a", "typed")
    qtbot.waitUntil(lambda: kind(service) is TroubleKind.GONE)
    other = write(tmp_path / "other.db", "exchanged")
    with Notebook.open(other, MIGRATIONS) as book:
        book.set_star("z", True)
    other.rename(path)
    qtbot.waitUntil(lambda: saved(service))
    qtbot.waitUntil(lambda: service.stars == {"b", "z"})
    assert text(path) == "typed"
    with Notebook.open(path, MIGRATIONS) as book:
        assert "exchanged" in [revision.text for revision in book.revisions("a")]


def test_a_notebook_that_is_missing_beside_its_backups(start, tmp_path, qtbot):
    path = write(tmp_path / "data" / "notebook.db", "kept")
    with Notebook.open(path, MIGRATIONS) as book:
        assert book.back_up("daily", datetime.now(UTC))
    path.unlink()
    service = start(path)
    assert kind(service) is TroubleKind.GONE
    assert not service.is_open
    qtbot.wait(120)
    assert not path.exists()


def test_a_notebook_that_is_locked_when_it_opens(start, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr("atlas.store.notebook.schema.BUSY_MS", 20)
    path = write(tmp_path / "notebook.db", "kept")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        service = start(path)
        assert kind(service) is TroubleKind.LOCKED
        service.type_text("a", "typed")
        qtbot.wait(120)
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: saved(service) and service.is_open)
    assert service.stars == {"b"}
    assert text(path) == "typed"


def test_a_newer_notebook_is_said_and_left_alone(start, tmp_path, qtbot):
    path = write(tmp_path / "notebook.db", "kept")
    later = tmp_path / "later"
    shutil.copytree(MIGRATIONS, later)
    (later / "0099-later.sql").write_text("CREATE TABLE later (x TEXT);\n")
    Notebook.open(path, later).close()
    before = path.read_bytes()
    service = start(path)
    assert kind(service) is TroubleKind.NEWER
    service.set_star("c", True)
    qtbot.waitUntil(lambda: not service.stars)
    assert service.close()
    assert path.read_bytes() == before


def test_a_damaged_notebook_is_restored_and_what_was_typed_comes_along(start, tasks, tmp_path, qtbot):
    path = write(tmp_path / "notebook.db", "backed up")
    with Notebook.open(path, MIGRATIONS) as book:
        book.back_up("daily", datetime.now(UTC))
    path.write_bytes(b"damaged" * 1000)
    service = start(path)
    assert kind(service) is TroubleKind.CORRUPT
    care = NotebookCare(service, tasks)
    found: list[object] = []
    care.newest_good(found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    service.type_text("a", "typed in trouble")
    with qtbot.waitSignals([service.replaced, service.ready]):
        care.restore(found[0].backup.path, found.append, found.append)
    qtbot.waitUntil(lambda: saved(service))
    service.put_away()
    assert service.flush()
    with Notebook.open(path, MIGRATIONS) as book:
        assert [revision.text for revision in book.revisions("a")] == ["typed in trouble", "backed up"]
    (aside,) = tmp_path.glob("notebook-damaged-*.db")
    assert aside.read_bytes() == b"damaged" * 1000


def test_backups_come_by_themselves(start, tasks, tmp_path, qtbot):
    path = write(tmp_path / "notebook.db", "kept")
    folder = tmp_path / "backups"
    service = NotebookService(tasks, path, MIGRATIONS)
    care = NotebookCare(service, tasks)
    service.open()
    qtbot.waitUntil(lambda: len(list(folder.glob("*-daily-notebook.db"))) == 1)
    service.type_text("a", "changed")
    service.close()
    care.close()
    (made,) = folder.glob("*-exit-notebook.db")
    assert text(made) == "changed"
    again = start(path)
    again.close()
    assert len(list(folder.iterdir())) == 2, "nothing was written, nothing to back up"


def test_what_is_typed_goes_to_a_file(start, tasks, tmp_path, qtbot):
    path = tmp_path / "notebook.db"
    path.write_bytes(b"damaged" * 1000)
    service = start(path)
    care = NotebookCare(service, tasks)
    service.type_text("change-7", "one\n月")
    service.type_text("b", "two")
    assert care.save_unsaved(tmp_path / "my.md") == ""
    assert (tmp_path / "my.md").read_text(encoding="utf-8") == "# b\n\ntwo\n\n# change-7\n\none\n月"
    assert "another drive" in care.save_unsaved(tmp_path / "nowhere" / "my.md")


def test_half_a_surrogate_pair_is_no_trouble(start, tmp_path, qtbot):
    service = start(tmp_path / "notebook.db")
    service.type_text("a", "half \ud83c of a moon")
    qtbot.waitUntil(lambda: saved(service))
    assert text(tmp_path / "notebook.db").startswith("half ")
