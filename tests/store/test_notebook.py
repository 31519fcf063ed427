import itertools
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.store.notebook import Notebook, NotebookError, NotebookMissingError

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"
START = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)


class Clock:
    """A clock that moves a second at every look."""

    def __init__(self) -> None:
        self.ticks = itertools.count()

    def __call__(self) -> datetime:
        return START + timedelta(seconds=next(self.ticks))


@pytest.fixture
def book(tmp_path):
    with Notebook.open(tmp_path / "new" / "notebook.db", MIGRATIONS, Clock()) as book:
        yield book


def reopened(book: Notebook) -> Notebook:
    book.close()
    return Notebook.open(book.path, MIGRATIONS, Clock())


def test_the_file_is_safe_for_network_drives(book):
    db = book._connection
    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.execute("PRAGMA busy_timeout").fetchone() == (5000,)


def test_an_unwritten_note_is_empty_and_leaves_nothing(book):
    assert book.note("change-7").text == ""
    book.save_draft("change-7", "")
    assert book.notes() == []
    assert book.close_revision("change-7") is False
    assert book.revisions("change-7") == []


def test_what_is_typed_is_a_draft_until_the_revision_closes(book):
    book.save_draft("change-7", "Ask whether")
    book.save_draft("change-7", "Ask whether the hopper")
    note = book.note("change-7")
    assert (note.text, note.has_draft, note.revisions) == ("Ask whether the hopper", True, 0)
    assert book.close_revision("change-7") is True
    note = book.note("change-7")
    assert (note.text, note.has_draft, note.revisions) == ("Ask whether the hopper", False, 1)
    assert note.changed == START + timedelta(seconds=1)


def test_drafts_survive_the_program(book):
    book.save_draft("change-7", "typed and not left")
    with reopened(book) as again:
        assert again.note("change-7").text == "typed and not left"
        assert again.close_drafts() == 1
        assert [revision.text for revision in again.revisions("change-7")] == ["typed and not left"]


def test_a_revision_is_kept_only_when_the_text_differs(book):
    for text in ("one", "one", "two", "one"):
        book.save_draft("x", text)
        book.close_revision("x")
    assert [revision.text for revision in book.revisions("x")] == ["one", "two", "one"]
    book.save_draft("x", "changed")
    book.save_draft("x", "one")
    assert book.close_revision("x") is False


def test_emptying_a_note_keeps_what_it_said(book):
    book.save_draft("x", "all of this")
    book.close_revision("x")
    book.save_draft("x", "")
    book.close_revision("x")
    assert book.notes() == []
    assert [revision.text for revision in book.revisions("x")] == ["", "all of this"]


def test_restoring_loses_neither_draft_nor_revision(book):
    for text in ("first", "second"):
        book.save_draft("x", text)
        book.close_revision("x")
    book.save_draft("x", "half a thought")
    oldest = book.revisions("x")[-1]
    assert book.restore_revision("x", oldest.id).text == "first"
    assert [revision.text for revision in book.revisions("x")] == [
        "first", "half a thought", "second", "first",
    ]  # fmt: skip
    with pytest.raises(NotebookMissingError, match="no revision 999"):
        book.restore_revision("x", 999)
    with pytest.raises(NotebookMissingError):
        book.restore_revision("y", oldest.id)


def test_all_notes_newest_first_with_excerpt_tags_and_star(book):
    book.save_draft("luna-25", "# Lost\nAugust 2023")
    book.save_draft("change-7", "Ask")
    book.set_tags("change-7", ["ice", "talk"])
    book.set_star("change-7", True)
    first, second = book.notes()
    assert (first.slug, first.excerpt, first.tags) == ("change-7", "Ask", ("ice", "talk"))
    assert (second.slug, second.excerpt, second.tags) == ("luna-25", "Lost August 2023", ())
    assert (first.starred, second.starred) == (True, False)
    assert [note.slug for note in book.notes(tag="ICE")] == ["change-7"]
    assert book.notes(tag="unused") == []


def test_free_notes_have_slugs_of_their_own(book):
    assert book.create_note("a thought") == "note.1"
    assert book.create_note() == "note.2"
    assert [note.slug for note in book.notes()] == ["note.1"]


def test_stars_come_and_go(book):
    book.set_star("a", True)
    book.set_star("a", True)
    book.set_star("b", True)
    book.set_star("a", False)
    assert book.stars() == {"b"}


def test_tags_are_counted_whatever_their_case(book):
    assert book.set_tags("a", ["#Ice", "ice", "talk, next week"]) == ("Ice", "talk next week")
    book.set_tags("b", ["ICE"])
    book.set_tags("c", ["gone"])
    book.set_tags("c", [])
    assert book.tags() == {"ICE": 2, "talk next week": 1}
    assert book.tags_by_slug() == {"a": ("Ice", "talk next week"), "b": ("ICE",)}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("hopper", ["en"]), ("HOPP", ["en"]), ("hopper crater", ["en"]), ("hopper ice", []),
        ("南极", ["zh"]), ("月", ["zh"]), ("月球南极", ["zh"]), ("南极 viper", ["zh"]), ("南月", []),
        ("еще", ["ru"]), ("ещё", ["ru"]), ("луноход", ["ru"]), ("chang'e 7", ["en"]), ("change 7", ["en"]),
        ("Chang'e-7 AND (", ["en"]), ('"', []), ("", []), ("AND", []), ("*", []), ("words : x", []),
    ],
)  # fmt: skip
def test_search_in_three_languages(book, query, found):
    book.save_draft("en", "Can the hopper of Chang’e 7 leave a crater?")
    book.save_draft("zh", "嫦娥七号飞往月球南极, like VIPER")
    book.save_draft("ru", "Ещё один луноход-2")
    book.save_draft("gone", "a hopper and a crater")
    book.save_draft("gone", "")
    assert [note.slug for note in book.search(query)] == found


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=60))
def test_no_query_breaks_the_search(book, query):
    book.save_draft("a", "嫦娥 hopper")
    assert isinstance(book.search(query), list)


def test_backlinks_follow_the_text(book):
    book.save_draft("change-7", "Compare [[viper]] and [[change-7]].")
    book.save_draft("luna-25", "One line.\nAnother, with [[viper|the rover]].")
    assert [(link.slug, link.excerpt) for link in book.backlinks("viper")] == [
        ("change-7", "Compare viper and change-7."),
        ("luna-25", "Another, with the rover."),
    ]
    assert book.backlinks("change-7") == []
    book.save_draft("change-7", "Compare nothing.")
    assert [link.slug for link in book.backlinks("viper")] == ["luna-25"]


def test_marks_on_the_map(book):
    pin = book.add_mark("pin", [(-89.67, 129.78)], "Rim", "steep")
    path = book.add_mark("path", [(-89, 1), (-88, 2)])
    assert book.marks() == [pin, path]
    book.remove_mark(pin.id)
    assert book.marks() == [path]
    with pytest.raises(NotebookMissingError):
        book.remove_mark(pin.id)
    with pytest.raises(NotebookError, match="0 points"):
        book.add_mark("pin", [])
    with pytest.raises(NotebookError):
        book.add_mark("circle", [(0, 0)])


def test_renamed_entries_keep_note_tags_stars_and_links(book):
    book.save_draft("federation", "Renamed in 2019")
    book.set_star("federation", True)
    book.set_tags("federation", ["crew"])
    book.save_draft("a", "see [[federation]]")
    assert book.redirect_slugs({"federation": "eagle", "eagle": "oryol"}) >= 3
    assert book.note("oryol").text == book.note("federation").text == "Renamed in 2019"
    assert book.stars() == {"oryol"}
    assert book.tags_by_slug() == {"oryol": ("crew",)}
    assert [link.slug for link in book.backlinks("oryol")] == ["a"]
    assert [note.slug for note in book.search("renamed")] == ["oryol"]
    book.save_draft("federation", "Renamed in 2019, it seems")
    assert [note.slug for note in book.notes()] == ["oryol", "a"]
    book.save_draft("a", "see [[federation]] again")
    assert [link.slug for link in book.backlinks("oryol")] == ["a"]
    assert book.redirect_slugs({"federation": "eagle", "eagle": "oryol"}) == 0


def test_two_notes_that_meet_are_both_kept(book):
    book.save_draft("old", "from the old [[x]]")
    book.save_draft("new", "from the new")
    book.set_tags("old", ["ice", "a"])
    book.set_tags("new", ["ice", "b"])
    book.redirect_slugs({"old": "new"})
    assert book.note("new").text == "from the new\n\n---\n\nfrom the old [[x]]"
    assert {revision.text for revision in book.revisions("new")} >= {"from the old [[x]]", "from the new"}
    assert set(book.tags_by_slug()["new"]) == {"ice", "a", "b"}
    assert [link.slug for link in book.backlinks("x")] == ["new"]
    assert [note.slug for note in book.search("old new")] == ["new"]


def test_circles_of_renaming_change_nothing(book):
    book.save_draft("a", "text")
    assert book.redirect_slugs({"a": "b", "b": "a", "c": "c"}) == 0
    assert book.note("a").text == "text"


@pytest.mark.parametrize("slug", ["", "../etc", "A b", "x" * 200, "a'; DROP TABLE note; --"])
def test_odd_slugs_are_refused(book, slug):
    with pytest.raises(NotebookError):
        book.save_draft(slug, "text")
    with pytest.raises(NotebookError):
        book.set_star(slug, True)


def test_a_note_beyond_all_measure_is_refused(book):
    with pytest.raises(NotebookError, match="Split it"):
        book.save_draft("a", "x" * 2_000_001)
    assert book.note("a").text == ""


def test_a_failed_write_changes_nothing(book, monkeypatch):
    book.save_draft("a", "before")

    def broken(*_):
        raise sqlite3.OperationalError("broken on purpose")

    monkeypatch.setattr("atlas.store.notebook.search.reindex", broken)
    with pytest.raises(NotebookError, match="broken on purpose"):
        book.save_draft("a", "after")
    assert book.note("a").text == "before"


def test_a_backup_is_a_whole_notebook(book, tmp_path):
    book.save_draft("a", "kept")
    book.backup(tmp_path / "copies" / "copy.db")
    with Notebook.open(tmp_path / "copies" / "copy.db", MIGRATIONS) as copy:
        assert copy.note("a").text == "kept"
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["copy.db"]
