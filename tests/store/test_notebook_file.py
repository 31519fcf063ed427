"""The notebook's file in hard times: killed, damaged, newer, foreign, locked, full, not writable."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from atlas.store.notebook import (
    Notebook,
    NotebookCorruptError,
    NotebookError,
    NotebookFullError,
    NotebookLockedError,
    NotebookNewerError,
    NotebookReadOnlyError,
)
from atlas.store.notebook.schema import statements

ROOT = Path(__file__).parents[2]
MIGRATIONS = ROOT / "db" / "notebook"

WRITER = """
import sys
from pathlib import Path
from atlas.store.notebook import Notebook
book = Notebook.open(Path(sys.argv[1]), Path(sys.argv[2]))
number = int(sys.argv[3])
while True:
    number += 1
    book.save_draft("change-7", f"{number} " + "x" * 20_000)
    if number % 3 == 0:
        book.close_revision("change-7")
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "notebook.db"


@pytest.fixture
def written(path):
    with Notebook.open(path, MIGRATIONS) as book:
        book.save_draft("a", "kept")
    return path


@pytest.fixture
def newer_migrations(tmp_path):
    """The folder of migrations of a later atlas, with a second one."""
    folder = tmp_path / "later"
    shutil.copytree(MIGRATIONS, folder)
    (folder / "0099-later.sql").write_text(
        "CREATE TABLE later (x TEXT);\n-- a remark; with a semicolon\nINSERT INTO later VALUES (';');\n"
    )
    return folder


def start_writer(path: Path, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(MIGRATIONS), str(number)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_while_writing_nothing_confirmed_is_lost(path):
    confirmed = 0
    for round_ in range(5):
        with start_writer(path, confirmed) as writer:
            assert writer.stdout is not None
            first = writer.stdout.readline()
            time.sleep(0.02 * round_ + 0.011)
            writer.send_signal(signal.SIGKILL)
            lines = [first, *writer.stdout.read().split("\n")]
        confirmed = max(int(line) for line in lines if line.strip())
        with Notebook.open(path, MIGRATIONS) as book:
            number = int(book.note("change-7").text.split()[0])
            assert number in (confirmed, confirmed + 1)
            book.close_drafts()
            numbers = [int(revision.text.split()[0]) for revision in book.revisions("change-7")]
            assert numbers == sorted(numbers, reverse=True)
            assert set(range(3, confirmed, 3)) <= set(numbers)
            confirmed = number


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_at_its_first_start_the_file_is_still_good(tmp_path):
    for number in range(5):
        path = tmp_path / f"{number}.db"
        with start_writer(path, 0) as writer:
            deadline = time.monotonic() + 10
            while not path.exists() and time.monotonic() < deadline:
                time.sleep(0.0005)
            time.sleep(number * 0.004)
            writer.send_signal(signal.SIGKILL)
        with Notebook.open(path, MIGRATIONS) as book:
            book.save_draft("a", "works")


def test_a_start_killed_between_the_table_of_migrations_and_the_first_one(path):
    with sqlite3.connect(path) as db:
        columns = "id INTEGER PRIMARY KEY, migration_set, name, applied_at"
        db.execute(f"CREATE TABLE _sqlite_migrations ({columns})")
    db.close()
    with Notebook.open(path, MIGRATIONS) as book:
        book.save_draft("a", "works")


@pytest.mark.parametrize("damage", ["not a database at all " * 100, "x"])
def test_a_file_that_is_no_database_is_left_alone(path, damage):
    path.write_text(damage)
    with pytest.raises(NotebookCorruptError, match="left as it is"):
        Notebook.open(path, MIGRATIONS)
    assert path.read_text() == damage


def test_an_empty_file_becomes_a_notebook(path):
    path.touch()
    with Notebook.open(path, MIGRATIONS) as book:
        book.save_draft("a", "works")


def test_a_damaged_page_is_found_at_the_start_and_the_backup_is_named(written):
    backup = written.parent / "backups" / "20260101T000000-before-0002-notebook.db"
    backup.parent.mkdir()
    shutil.copy(written, backup)
    content = bytearray(written.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 200] = b"\xff" * 200
    written.write_bytes(content)
    with pytest.raises(NotebookCorruptError, match="20260101T000000"):
        Notebook.open(written, MIGRATIONS)
    assert written.read_bytes() == bytes(content)


def test_a_database_of_another_program_is_left_alone(path):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NotebookCorruptError, match="is not a notebook"):
        Notebook.open(path, MIGRATIONS)
    assert path.read_bytes() == before


def test_a_newer_notebook_is_refused_and_untouched(written, newer_migrations):
    with Notebook.open(written, newer_migrations) as book:
        book.save_draft("a", "written by a later atlas")
    before = written.read_bytes()
    with pytest.raises(NotebookNewerError, match="newer atlas"):
        Notebook.open(written, MIGRATIONS)
    assert written.read_bytes() == before


def test_a_checked_backup_is_made_before_a_migration(written, newer_migrations):
    with Notebook.open(written, newer_migrations) as book:
        assert book.note("a").text == "kept"
    (backup,) = (written.parent / "backups").iterdir()
    assert backup.name.endswith("-before-0099-notebook.db")
    with Notebook.open(backup, MIGRATIONS) as book:
        assert book.note("a").text == "kept"
    with Notebook.open(written, newer_migrations):
        assert len(list((written.parent / "backups").iterdir())) == 1


def test_a_migration_that_fails_leaves_the_notebook_as_it_was(written, newer_migrations):
    broken = "CREATE TABLE later (x);\nINSERT INTO nowhere VALUES (1);\n"
    (newer_migrations / "0099-later.sql").write_text(broken)
    with pytest.raises(NotebookError, match="nowhere"):
        Notebook.open(written, newer_migrations)
    with Notebook.open(written, MIGRATIONS) as book:
        assert book.note("a").text == "kept"
        assert not book._connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'later'").fetchall()
    (newer_migrations / "0099-later.sql").write_text("CREATE TABLE later (x);\n")
    with Notebook.open(written, newer_migrations) as book:
        assert book.note("a").text == "kept"


def test_old_backups_are_thinned_out(written, newer_migrations):
    for number in range(15):
        (newer_migrations / f"01{number:02d}-step.sql").write_text(f"CREATE TABLE step{number} (x);\n")
        Notebook.open(written, newer_migrations).close()
    assert len(list((written.parent / "backups").iterdir())) == 10


def test_another_writer_is_waited_for_and_then_named(written, monkeypatch):
    monkeypatch.setattr("atlas.store.notebook.schema.BUSY_MS", 50)
    other = sqlite3.connect(written, isolation_level=None)
    with Notebook.open(written, MIGRATIONS) as book:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotebookLockedError, match="Another program"):
            book.save_draft("a", "later")
        assert book.note("a").text == "kept"
        other.execute("ROLLBACK")
        book.save_draft("a", "later")
        assert book.note("a").text == "later"
    other.close()


def test_a_full_disk_is_named_and_nothing_is_half_written(written):
    with Notebook.open(written, MIGRATIONS) as book:
        pages = book._connection.execute("PRAGMA page_count").fetchone()[0]
        book._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(NotebookFullError, match="Free some space"):
            book.save_draft("a", "much more than fits " * 5000)
        assert book.note("a").text == "kept"
        book._connection.execute("PRAGMA max_page_count = 100000")
        book.save_draft("a", "much more than fits " * 5000)


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(NotebookError, match="cannot be opened"):
        Notebook.open(tmp_path / "file" / "notebook.db", MIGRATIONS)


READER = """
import os, sys
from pathlib import Path
from atlas.store.notebook import Notebook, NotebookReadOnlyError
path = Path(sys.argv[1])
if os.geteuid() == 0:
    os.setegid(65534)
    os.seteuid(65534)
book = Notebook.open(path, Path(sys.argv[2]))
assert book.note("a").text == "kept"
try:
    book.save_draft("a", "changed")
except NotebookReadOnlyError as problem:
    print(problem)
try:
    Notebook.open(path.parent / "new.db", Path(sys.argv[2]))
except NotebookReadOnlyError as problem:
    print(problem)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders have no write bit here")
def test_a_folder_that_cannot_be_written_can_still_be_read(tmp_path):
    # not below tmp_path: pytest's folders are closed to the unprivileged user that root becomes here
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "notebook.db"
        with Notebook.open(path, MIGRATIONS) as book:
            book.save_draft("a", "kept")
        path.chmod(0o444)
        folder.chmod(0o555)
        try:
            ran = subprocess.run(
                [sys.executable, "-c", READER, str(path), str(MIGRATIONS)],
                capture_output=True, text=True, cwd=ROOT, check=False,
            )  # fmt: skip
        finally:
            folder.chmod(0o755)
    assert ran.stderr == ""
    lines = ran.stdout.splitlines()
    assert len(lines) == 2
    assert all("cannot be written" in line for line in lines)


def test_errors_are_sentences_for_users():
    for error in (NotebookReadOnlyError, NotebookLockedError, NotebookFullError, NotebookCorruptError):
        assert issubclass(error, NotebookError)


def test_scripts_are_split_into_statements():
    script = "-- first\nCREATE TABLE a (x);\nINSERT INTO a VALUES ('one; two');\n-- last words\n"
    assert [statement.strip().splitlines()[-1] for statement in statements(script)] == [
        "CREATE TABLE a (x);",
        "INSERT INTO a VALUES ('one; two');",
    ]
    with pytest.raises(ValueError, match="semicolon"):
        list(statements("CREATE TABLE a (x)"))
