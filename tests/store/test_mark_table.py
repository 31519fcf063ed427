"""Marks in the notebook's file: changed, removed, put back."""

from dataclasses import replace
from pathlib import Path

import pytest

from atlas.store.notebook import Notebook, NotebookError, NotebookMissingError

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"


@pytest.fixture
def book(tmp_path):
    with Notebook.open(tmp_path / "notebook.db", MIGRATIONS) as book:
        yield book


def test_a_mark_is_changed_and_stays_the_same_mark(book):
    table = book.mark_table
    mark = table.add("path", [(-85, 0), (-86, 10)], "Way", "")
    changed = table.change(replace(mark, name="Way out", note="**steep**"))
    assert changed.changed >= mark.changed
    assert table.every() == [changed]
    assert (changed.id, changed.name, changed.note, changed.points) == (mark.id, "Way out", "**steep**", mark.points)


def test_what_was_removed_comes_back_with_its_number(book):
    table = book.mark_table
    first, second = table.add("pin", [(-85, 0)], "A"), table.add("pin", [(-86, 0)], "B")
    gone = table.remove(first.id)
    assert gone == first
    assert table.every() == [second]
    table.put_back(gone)
    table.put_back(gone)
    assert table.every() == [first, second]


def test_what_cannot_be_is_refused_and_changes_nothing(book):
    table = book.mark_table
    mark = table.add("pin", [(-85, 0)], "A")
    with pytest.raises(NotebookError):
        table.change(replace(mark, points=((-85, 0), (-86, 0))))
    with pytest.raises(NotebookError):
        table.change(replace(mark, note="x" * 2_000_001))
    with pytest.raises(NotebookMissingError):
        table.change(replace(mark, id=99))
    with pytest.raises(NotebookMissingError):
        table.remove(99)
    assert table.every() == [mark]
