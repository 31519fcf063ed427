"""Backups and restoring with real files: made, checked, thinned out, refused, and put back."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from atlas.domain.backups import Backup
from atlas.store.notebook import BackupError, Notebook, NotebookLockedError, NotebookNewerError, backups, restore
from atlas.store.notebook.inspect import look_into

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "data" / "notebook.db"
    with Notebook.open(path, MIGRATIONS) as book:
        book.save_draft("change-7", "first")
        book.close_revision("change-7")
        book.save_draft("change-7", "second")
        book.set_star("luna-25", True)
        book.set_tags("luna-25", ["Ice", "talk"])
        book.add_mark("pin", [(-89.5, 120.0)], "Rim")
    return path


def back_up(path: Path, reason: str, now: datetime) -> Backup:
    with Notebook.open(path, MIGRATIONS) as book:
        made = book.back_up(reason, now)
    assert made is not None
    return made


def text(path: Path, slug: str = "change-7") -> str:
    with Notebook.open(path, MIGRATIONS) as book:
        return book.note(slug).text


def damage(path: Path) -> bytes:
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 200] = b"\xff" * 200
    path.write_bytes(content)
    return bytes(content)


def test_a_backup_tells_when_and_why(path):
    made = back_up(path, "daily", NOW)
    assert made.path.name == "20261122T120000000000-daily-notebook.db"
    assert backups.listed(path) == [made]
    found = look_into(made.path, MIGRATIONS)
    assert (found.notes, found.revisions, found.stars, found.tags, found.marks) == (1, 1, 1, 2, 1)
    assert found.newest is not None
    (path.parent / "backups" / "x-notebook.db").touch()
    (path.parent / "backups" / "99999999T999999-daily-notebook.db").touch()
    assert backups.listed(path) == [made]


def test_nothing_is_not_backed_up(tmp_path):
    with Notebook.open(tmp_path / "new.db", MIGRATIONS) as book:
        assert book.back_up("exit", NOW) is None
    assert not (tmp_path / "backups").exists()


def test_the_newest_ten_a_week_of_days_and_a_year_of_months_are_kept():
    every = [
        Backup(Path(f"{hours}"), NOW - timedelta(hours=hours), "exit")
        for hours in (*range(48), *range(48, 24 * 30 * 30, 24))
    ]
    gone = backups.superfluous(every)
    kept = [backup for backup in every if backup not in gone]
    assert kept[:10] == every[:10]
    assert {backup.made.date() for backup in kept} >= {(NOW - timedelta(days=days)).date() for days in range(7)}
    assert len({(backup.made.year, backup.made.month) for backup in kept}) == 12
    assert len(kept) < 30
    assert backups.superfluous(kept) == []


def test_daily_means_once_a_day_and_only_after_writing(path):
    assert backups.daily_is_due(path, NOW)
    made = back_up(path, "daily", NOW)
    os.utime(path, (NOW.timestamp() - 60,) * 2)
    assert not backups.changed_since_newest(path)
    assert not backups.daily_is_due(path, NOW + timedelta(days=3))
    os.utime(path, (NOW.timestamp() + 60,) * 2)
    assert backups.changed_since_newest(path)
    assert not backups.daily_is_due(path, NOW + timedelta(hours=23))
    assert backups.daily_is_due(path, NOW + timedelta(hours=24))
    assert backups.listed(path) == [made]


def test_a_backup_of_a_locked_notebook_gives_up(path, tmp_path, monkeypatch):
    monkeypatch.setattr("atlas.store.notebook.schema.BUSY_MS", 30)
    with Notebook.open(path, MIGRATIONS) as book, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotebookLockedError):
            book.backup(tmp_path / "out.db")
        other.execute("ROLLBACK")
        book.backup(tmp_path / "out.db")
    assert text(tmp_path / "out.db") == "second"
    assert not list(tmp_path.glob("*.part"))


def test_a_backup_that_fails_leaves_the_old_one(path, tmp_path):
    target = tmp_path / "out.db"
    target.write_text("older")
    (tmp_path / "out.db.part").mkdir()
    with Notebook.open(path, MIGRATIONS) as book, pytest.raises(BackupError, match="could not be made"):
        book.backup(target)
    assert target.read_text() == "older"


def test_restoring_keeps_what_was_there(path, tmp_path):
    back_up(path, "daily", NOW)
    with Notebook.open(path, MIGRATIONS) as book:
        book.save_draft("change-7", "third")
    restored = restore.restore(path, backups.listed(path)[0].path, MIGRATIONS, NOW + timedelta(hours=1))
    assert text(path) == "second"
    assert restored.contents.notes == 1
    assert restored.kept is not None
    assert "before-restore" in restored.kept.name
    assert text(restored.kept) == "third"
    restore.restore(path, restored.kept, MIGRATIONS, NOW + timedelta(hours=2))
    assert text(path) == "third"
    assert sorted(p.name for p in path.parent.iterdir()) == ["backups", "notebook.db"]


def test_restoring_over_a_damaged_notebook_sets_it_aside(path):
    made = back_up(path, "daily", NOW)
    damaged = damage(path)
    path.with_name("notebook.db-journal").write_bytes(b"stale")
    restored = restore.restore(path, made.path, MIGRATIONS, NOW)
    assert restored.kept == path.with_name("notebook-damaged-2026-11-22T120000.db")
    assert restored.kept.read_bytes() == damaged
    assert not path.with_name("notebook.db-journal").exists()
    assert text(path) == "second"


def test_beginning_anew_keeps_the_damaged_one(path):
    damaged = damage(path)
    aside = restore.begin_anew(path, MIGRATIONS, NOW)
    assert aside is not None
    assert aside.read_bytes() == damaged
    assert text(path) == ""
    damage(path)
    again = restore.begin_anew(path, MIGRATIONS, NOW)
    assert again is not None
    assert again != aside


def test_restoring_where_there_is_no_notebook(path, tmp_path):
    made = back_up(path, "daily", NOW)
    path.unlink()
    assert restore.present(path, MIGRATIONS) is None
    assert restore.restore(path, made.path, MIGRATIONS, NOW).kept is None
    assert text(path) == "second"


def test_a_notebook_of_a_newer_atlas_is_not_replaced(path, tmp_path):
    made = back_up(path, "daily", NOW)
    later = tmp_path / "later"
    shutil.copytree(MIGRATIONS, later)
    (later / "0099-later.sql").write_text("CREATE TABLE later (x TEXT);\n")
    Notebook.open(path, later).close()
    before = path.read_bytes()
    with pytest.raises(NotebookNewerError, match="Nothing was restored"):
        restore.restore(path, made.path, MIGRATIONS, NOW)
    assert path.read_bytes() == before
    with pytest.raises(BackupError, match="newer atlas"):
        look_into(path, MIGRATIONS)
    # and an older one is brought up to date
    restore.restore(tmp_path / "new.db", made.path, later, NOW)
    with Notebook.open(tmp_path / "new.db", later) as book:
        assert book.note("change-7").text == "second"


HOSTILE = {
    "trigger": "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM revision; END",
    "view": "CREATE VIEW evil AS SELECT 1",
    "another view": "DROP VIEW current_note; "
    "CREATE VIEW current_note AS SELECT 'a' slug, 'b' text, 'c' changed, 0 has_draft",
    "virtual table": "CREATE VIRTUAL TABLE evil USING fts5 (x)",
    "other columns": "DROP TABLE star; CREATE TABLE star (slug TEXT, starred TEXT DEFAULT (hex(zeroblob(1000000))))",
    "index": "CREATE INDEX evil ON star (hex(slug))",
    "slug": "INSERT INTO star VALUES ('../etc', '2026-01-01T00:00:00.000+00:00')",
    "time": "INSERT INTO star VALUES ('a', 'yesterday')",
    "mark": "INSERT INTO mark (shape, name, note, points, changed) "
    "VALUES ('pin', '', '', '{}', '2026-01-01T00:00:00+00:00')",
    "blob": "UPDATE revision SET text = x'00ff'",
    "orphan": "INSERT INTO draft VALUES ('nobody', '', '2026-01-01T00:00:00.000+00:00')",
    "identity": "PRAGMA application_id = 5",
    "migrations": "DROP TABLE _sqlite_migrations; CREATE VIEW _sqlite_migrations AS SELECT 'notebook' migration_set, "
    "'0001-notebook.sql' name",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_notebook_is_refused(path, name):
    with closing(sqlite3.connect(path)) as db:
        db.executescript(HOSTILE[name])
    before = path.read_bytes()
    with pytest.raises(BackupError, match="Nothing was changed"):
        look_into(path, MIGRATIONS)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_notebook_is_refused(tmp_path, content):
    file = tmp_path / "file.db"
    file.write_bytes(content)
    with pytest.raises(BackupError):
        look_into(file, MIGRATIONS)
    assert file.read_bytes() == content


def test_folders_pipes_and_nothing_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for file in (tmp_path, tmp_path / "pipe", tmp_path / "nothing"):
        with pytest.raises(BackupError):
            look_into(file, MIGRATIONS)


def test_a_damaged_backup_is_passed_over(path):
    back_up(path, "daily", NOW)
    newer = back_up(path, "exit", NOW + timedelta(hours=1))
    damage(newer.path)
    good = restore.newest_good(path, MIGRATIONS)
    assert good is not None
    assert good.backup.reason == "daily"
    assert [one.backup.reason for one in restore.checked(path, MIGRATIONS)] == ["daily"]


def test_a_file_that_was_being_written_is_refused(path):
    path.with_name("notebook.db-journal").write_bytes(b"half")
    with pytest.raises(BackupError, match="was stopped"):
        look_into(path, MIGRATIONS)
