import sqlite3
import time
from itertools import pairwise
from pathlib import Path

import pytest

from atlas.services.notebook import NotebookService
from atlas.services.tasks import Tasks
from atlas.store.notebook import Notebook

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "notebook.db"


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def make(tasks, path, qtbot):
    made: list[NotebookService] = []

    def make(**timers: int) -> NotebookService:
        service = NotebookService(tasks, path, MIGRATIONS, **timers)
        with qtbot.waitSignal(service.ready):
            service.open()
        made.append(service)
        return service

    yield make
    for service in made:
        service.close()


@pytest.fixture
def service(make):
    return make()


def on_disk(path: Path) -> Notebook:
    return Notebook.open(path, MIGRATIONS)


def texts(path: Path, slug: str) -> list[str]:
    with on_disk(path) as book:
        return [revision.text for revision in book.revisions(slug)]


def test_typing_is_saved_within_a_second(service, path, qtbot):
    began = time.monotonic()
    with qtbot.waitSignal(service.saved, timeout=1500) as saved:
        service.type_text("change-7", "Ask")
    assert time.monotonic() - began < 1.0
    assert saved.args == ["change-7"]
    assert service.typed_text("change-7") is None
    assert service.saved_at("change-7") is not None
    with on_disk(path) as book:
        assert book.note("change-7").text == "Ask"
        assert book.note("change-7").has_draft


def test_typing_without_a_pause_is_saved_all_the_same(service, path, qtbot):
    saves: list[float] = []
    service.saved.connect(lambda _slug: saves.append(time.monotonic()))
    began = time.monotonic()
    text = ""
    while time.monotonic() - began < 2.4:
        text += "x"
        service.type_text("a", text)
        qtbot.wait(20)
    times = [began, *saves]
    assert len(saves) >= 2
    assert max(later - earlier for earlier, later in pairwise(times)) < 1.0


def test_typed_text_is_what_a_load_returns(service, qtbot):
    service.type_text("a", "not written yet")
    with qtbot.waitSignal(service.note_loaded) as loaded:
        service.load("a")
    assert loaded.args[0] == "a"
    assert loaded.args[1].note.text == "not written yet"


def test_leaving_closes_the_revision(service, path, qtbot):
    service.type_text("a", "one")
    service.leave("a")
    service.type_text("b", "other")
    assert service.flush()
    assert texts(path, "a") == ["one"]
    assert texts(path, "b") == ["other"]


def test_five_idle_minutes_close_the_revision(make, path, qtbot):
    service = make(draft_ms=5, idle_ms=60)
    service.type_text("a", "one")
    qtbot.waitUntil(lambda: texts(path, "a") == ["one"])


def test_typing_on_keeps_the_revision_open(make, path, qtbot):
    service = make(draft_ms=5, idle_ms=400)
    for text in ("o", "on", "one"):
        service.type_text("a", text)
        qtbot.wait(150)
    assert texts(path, "a") == []


def test_closing_writes_what_was_typed_a_moment_ago(make, path):
    service = make()
    service.type_text("a", "last words")
    assert service.close() is True
    assert texts(path, "a") == ["last words"]
    service.type_text("a", "too late")
    assert service.close() is True


def test_drafts_of_a_killed_run_become_revisions_at_the_start(path, make):
    with on_disk(path) as book:
        book.save_draft("a", "from the run before")
    make()
    assert texts(path, "a") == ["from the run before"]


def test_a_locked_file_loses_nothing(make, path, qtbot, monkeypatch):
    monkeypatch.setattr("atlas.store.notebook.schema.BUSY_MS", 20)
    service = make(draft_ms=5, retry_ms=60)
    problems: list[str] = []
    service.failed.connect(problems.append)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    service.type_text("a", "kept in memory")
    qtbot.waitUntil(lambda: len(problems) == 1)
    qtbot.wait(250)
    assert len(problems) == 1, "said once, not at every attempt"
    assert "Another program" in problems[0]
    assert service.typed_text("a") == "kept in memory"
    assert service.flush() is False
    with qtbot.waitSignal(service.saved):
        other.execute("ROLLBACK")
    other.close()
    assert service.typed_text("a") is None


def test_a_damaged_notebook_is_said_and_the_window_lives(tasks, path, qtbot):
    path.write_text("damaged " * 200)
    service = NotebookService(tasks, path, MIGRATIONS)
    with qtbot.waitSignal(service.failed) as failed:
        service.open()
    assert "is damaged" in failed.args[0]
    service.type_text("a", "text")
    service.set_star("a", True)
    service.load("a")
    assert service.close() is False
    assert service.unsaved == {"a": "text"}
    assert service.stars == frozenset()
    assert path.read_text() == "damaged " * 200


def test_stars_are_there_at_once_and_on_disk_soon(service, path, qtbot):
    changes: list[frozenset[str]] = []
    service.stars_changed.connect(lambda: changes.append(service.stars))
    service.set_star("a", True)
    service.set_star("a", True)
    service.set_star("b", True)
    service.set_star("a", False)
    assert changes == [{"a"}, {"a", "b"}, {"b"}]
    service.flush()
    with on_disk(path) as book:
        assert book.stars() == {"b"}


def test_tags_are_there_at_once_and_on_disk_soon(service, path, make):
    service.set_tags("a", ("#Ice", "ice", "talk"))
    service.set_tags("b", ("ice",))
    assert service.tags_of("a") == ("Ice", "talk")
    assert service.tag_counts() == {"Ice": 2, "talk": 1}
    service.set_tags("a", ())
    assert service.tag_counts() == {"ice": 1}
    service.close()
    again = make()
    assert again.tags_by_slug == {"b": ("ice",)}


def test_changes_made_before_the_notebook_is_open_are_kept(tasks, path, qtbot):
    with on_disk(path) as book:
        book.set_star("old", True)
    service = NotebookService(tasks, path, MIGRATIONS)
    service.open()
    service.set_star("new", True)
    service.set_tags("new", ("ice",))
    with qtbot.waitSignal(service.ready):
        pass
    assert service.stars == {"old", "new"}
    assert service.tags_of("new") == ("ice",)
    service.close()


def test_changes_that_cannot_be_written_go_back(make, path, qtbot, monkeypatch):
    monkeypatch.setattr("atlas.store.notebook.schema.BUSY_MS", 10)
    service = make()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    service.set_star("a", True)
    service.set_tags("a", ("ice",))
    qtbot.waitUntil(lambda: not service.stars and not service.tags_of("a"))
    other.execute("ROLLBACK")
    other.close()


def test_revisions_and_restore(service, qtbot):
    for text in ("one", "two"):
        service.type_text("a", text)
        service.leave("a")
    found: list[object] = []
    service.revisions("a", found.extend)
    qtbot.waitUntil(lambda: len(found) == 2)
    service.type_text("a", "three, unsaved")
    with qtbot.waitSignal(service.note_loaded) as loaded:
        service.restore("a", found[-1].id)
    assert loaded.args[1].note.text == "one"
    assert service.typed_text("a") is None
    again: list[object] = []
    service.revisions("a", again.extend)
    qtbot.waitUntil(lambda: bool(again))
    assert [revision.text for revision in again] == ["one", "three, unsaved", "two", "one"]


def test_notes_from_outside_replace_the_text_and_keep_the_old_one(service, path, qtbot):
    service.type_text("a", "being typed")
    answers: list[str] = []
    with qtbot.waitSignal(service.note_changed):
        service.write("a", "from the command line", answers.append)
    assert service.typed_text("a") == "from the command line"
    qtbot.waitUntil(lambda: answers == [""])
    service.flush()
    assert texts(path, "a") == ["from the command line", "being typed"]
    service.write("../x", "refused", answers.append)
    assert "names no entry" in answers[1]
    assert service.close() is True


def test_lists_searches_and_tags_together(service, qtbot):
    service.set_tags("a", ("ice",))
    service.type_text("a", "the hopper")
    service.type_text("b", "the hopper too")
    service.flush()
    lists: list[list[str]] = []

    def take(notes) -> None:
        lists.append(sorted(note.slug for note in notes))

    for number, (text, tag) in enumerate([("", ""), ("hopper", ""), ("hopper", "ICE"), ("", "ice"), ("x", "")]):
        service.notes(take, text, tag, key=f"test{number}")
    qtbot.waitUntil(lambda: len(lists) == 5)
    assert lists == [["a", "b"], ["a", "b"], ["a"], ["a"], []]


def test_pins_and_renamed_slugs(service, qtbot):
    with qtbot.waitSignal(service.marks_changed):
        service.add_pin(-89.67, 129.78, "Rim")
    (pin,) = service.marks
    assert pin.points == ((-89.67, 129.78),)
    with qtbot.waitSignal(service.marks_changed):
        service.remove_mark(pin.id)
    assert service.marks == ()
    service.set_star("federation", True)
    with qtbot.waitSignal(service.ready):
        service.redirect_slugs({"federation": "oryol"})
    assert service.stars == {"oryol"}
    slugs: list[str] = []
    service.create_note(slugs.append)
    qtbot.waitUntil(lambda: slugs == ["note.1"])
