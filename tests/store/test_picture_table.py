"""Records of own pictures in real notebooks: migrated, listed, edited, searched, merged, backed up and distrusted."""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from faults import fill, read_only, small_disk

from atlas.domain.own_pictures import (
    Keeping,
    NewPicture,
    Order,
    PictureCounts,
    PictureEdit,
    PicturePlace,
    PictureQuery,
    PictureWords,
)
from atlas.store.notebook import (
    BackupError,
    Notebook,
    NotebookError,
    NotebookFullError,
    NotebookMissingError,
    NotebookReadOnlyError,
    inspect,
    restore,
)

MIGRATIONS = Path(__file__).parents[2] / "db" / "notebook"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "notebook.db"


@pytest.fixture
def book(path):
    with Notebook.open(path, MIGRATIONS) as book:
        yield book


def new(number: int, file: str = "", keeping: Keeping = Keeping.OWN, **words) -> NewPicture:
    said = PictureWords(**words)
    return NewPicture(file or f"{number}.jpg", keeping, said, 1000 + number, 7, 4, 3, "image/jpeg", f"{number:064x}")


def captions(book: Notebook, **query) -> list[str]:
    return [row.caption for row in book.pictures.rows(PictureQuery(**query))]


@pytest.fixture
def first_migration(tmp_path):
    """Return a folder of migrations as the atlas had it before there were pictures."""
    folder = tmp_path / "before"
    folder.mkdir()
    shutil.copy(MIGRATIONS / "0001-notebook.sql", folder)
    return folder


@pytest.fixture
def old(path, first_migration):
    """Write a notebook as the atlas wrote it before there were pictures."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set, name, applied_at)")
    db.executescript((first_migration / "0001-notebook.sql").read_text())
    db.execute("INSERT INTO _sqlite_migrations VALUES (1, 'notebook', '0001-notebook.sql', '2026-01-01')")
    when = "2026-01-01T00:00:00.000+00:00"
    db.execute("INSERT INTO note VALUES ('change-7', ?)", (when,))
    db.executemany(
        "INSERT INTO revision (slug, text, closed) VALUES ('change-7', ?, ?)", [(f"text {n}", when) for n in range(50)]
    )
    db.execute("INSERT INTO draft VALUES ('change-7', 'being typed', ?)", (when,))
    db.execute("INSERT INTO star VALUES ('luna-25', ?)", (when,))
    db.close()
    return path


def test_a_notebook_without_pictures_is_migrated_after_a_backup(old):
    before = old.read_bytes()
    with Notebook.open(old, MIGRATIONS) as book:
        assert book.note("change-7").text == "being typed"
        assert len(book.revisions("change-7")) == 50
        assert book.stars() == {"luna-25"}
        assert book.pictures.counts() == PictureCounts(0, 0)
        assert book.contents().pictures == 0
        book.pictures.add([new(1, caption="new")])
    (backup,) = (old.parent / "backups").iterdir()
    assert backup.name.endswith("-before-0002-notebook.db")
    assert len(backup.read_bytes()) == len(before)
    contents = inspect.look_into(backup, MIGRATIONS)
    assert (contents.notes, contents.pictures) == (1, 0)
    restored = restore.restore(old, backup, MIGRATIONS, datetime.now(UTC))
    assert restored.kept is not None
    assert inspect.look_into(restored.kept, MIGRATIONS).pictures == 1
    with Notebook.open(old, MIGRATIONS) as book:
        assert book.pictures.counts() == PictureCounts(0, 0)
        assert book.note("change-7").text == "being typed"


def test_a_migration_that_meets_a_full_disk_leaves_the_old_notebook(old, tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        path = Path(shutil.copy(old, disk))
        before = path.read_bytes()
        fill(disk)
        with pytest.raises(NotebookError):
            Notebook.open(path, MIGRATIONS)
        assert path.read_bytes() == before
        (disk / "filler").unlink()
        with Notebook.open(path, MIGRATIONS) as book:
            assert book.note("change-7").text == "being typed"
            assert book.pictures.counts() == PictureCounts(0, 0)


def test_a_damaged_page_among_the_pictures_is_found(book, path):
    book.pictures.add([new(number, caption="x" * 500) for number in range(200)])
    book.close()
    content = bytearray(path.read_bytes())
    for page in range(len(content) // 2, len(content), 4096):
        content[page : page + 300] = b"\xff" * 300
    path.write_bytes(content)
    with pytest.raises(NotebookError, match="damaged"):
        Notebook.open(path, MIGRATIONS)
    with pytest.raises(BackupError):
        inspect.look_into(path, MIGRATIONS)


def test_listed_in_every_order(book):
    ids = book.pictures.add([
        new(1, caption="Éclair", taken="2020"), new(2, "Abc.jpg"), new(3, caption="zebra", taken="2024-05-01"),
    ])  # fmt: skip
    assert [row.id for row in book.pictures.rows()] == ids[::-1]
    assert [row.title for row in book.pictures.rows(PictureQuery(order=Order.CAPTION))] == ["Abc", "Éclair", "zebra"]
    assert [row.taken for row in book.pictures.rows(PictureQuery(order=Order.TAKEN))] == ["2024-05-01", "2020", ""]


def test_attached_to_entries_and_places(book):
    place = PicturePlace(-89.5, -10.0, 500.0)
    ids = book.pictures.add([new(1, on=("change-7", "luna-25", "change-7"), place=place), new(2)])
    row = book.pictures.some([ids[0]])[0]
    assert row.on == ("change-7", "luna-25")
    assert row.place == PicturePlace(-89.5, 350.0, 500.0)
    assert [row.id for row in book.pictures.rows(PictureQuery(on="luna-25"))] == [ids[0]]
    book.pictures.edit(ids, PictureEdit(on=("viper",), no_place=True))
    assert all(row.on == ("viper",) and row.place is None for row in book.pictures.rows())
    book.pictures.attach(ids, ["viper", "change-7"], PicturePlace(1.0, 2.0))
    assert all(row.on == ("viper", "change-7") and row.place == PicturePlace(1.0, 2.0) for row in book.pictures.rows())


def test_a_renamed_entry_keeps_its_pictures(book):
    (one, both) = book.pictures.add([new(1, on=("old",)), new(2, on=("old", "new"))])
    assert book.redirect_slugs({"old": "new"}) == 1
    assert [row.on for row in book.pictures.some([one, both])] == [("new",), ("new",)]
    (late,) = book.pictures.add([new(3, on=("old",))])
    assert book.pictures.some([late])[0].on == ("new",)
    assert {row.id for row in book.pictures.rows(PictureQuery(on="old"))} == {one, both, late}
    book.pictures.edit([one], PictureEdit(on=("old", "viper")))
    assert book.pictures.some([one])[0].on == ("new", "viper")


def test_what_cannot_be_kept_is_refused_and_nothing_changes(book):
    (one,) = book.pictures.add([new(1, caption="stays")])
    for edit in (
        PictureEdit(taken="yesterday"), PictureEdit(on=("Not a slug",)), PictureEdit(place=PicturePlace(91.0, 0.0)),
        PictureEdit(place=PicturePlace(float("nan"), 0.0)), PictureEdit(place=PicturePlace(0.0, 0.0, -1.0)),
        PictureEdit(on=tuple(f"a-{number}" for number in range(101))),
    ):  # fmt: skip
        with pytest.raises(NotebookError, match="Nothing was changed"):
            book.pictures.edit([one], edit)
    with pytest.raises(NotebookMissingError):
        book.pictures.edit([99], PictureEdit(caption="x"))
    book.pictures.edit([one], PictureEdit(credit="  a\x00b\ud800\n c "))
    row = book.pictures.some([one])[0]
    assert (row.caption, row.credit) == ("stays", "a b   c")


def test_bin_and_search(book):
    ids = book.pictures.add([new(number, caption=f"Чанъэ {number} 嫦娥六号", credit="Ёлка") for number in range(3)])
    assert len(captions(book, text="елка чанъэ")) == 3
    assert captions(book, text="六号 2") == ["Чанъэ 2 嫦娥六号"]
    assert captions(book, text='AND ( " NOT') == []
    book.pictures.set_binned({ids[0]: "bin/0.jpg"}, True)
    assert len(captions(book, text="чанъэ")) == 2
    assert captions(book, binned=True) == ["Чанъэ 0 嫦娥六号"]
    assert book.pictures.counts() == PictureCounts(2, 1)
    removed: list[str] = []
    assert book.pictures.forget_binned(None, lambda row: removed.append(row.file)) == (1, [])
    assert removed == ["bin/0.jpg"]
    assert book.pictures.counts() == PictureCounts(2, 0)
    assert not captions(book, text="0")
    assert book.pictures.forget_binned([ids[1]], removed.append) == (0, []), "not in the bin"


def test_a_file_that_will_not_go_keeps_its_record(book):
    ids = book.pictures.add([new(number, caption=str(number), on=("a",)) for number in range(3)])
    book.pictures.set_binned({number: f"bin/{number}.jpg" for number in ids}, True)

    def remove(row):
        if row.id == ids[1]:
            raise PermissionError(row.file)

    removed, kept = book.pictures.forget_binned(None, remove)
    assert (removed, [row.id for row in kept]) == (2, [ids[1]])
    assert [(row.id, row.on) for row in book.pictures.rows(PictureQuery(binned=True))] == [(ids[1], ("a",))]
    assert captions(book, text="1", binned=True) == ["1"]


def test_no_file_is_removed_where_the_notebook_cannot_be_written(path, tmp_path):
    folder = tmp_path / "data"
    with Notebook.open(folder / "notebook.db", MIGRATIONS) as book:
        (one,) = book.pictures.add([new(1)])
        book.pictures.set_binned({one: "bin/1.jpg"}, True)
    removed: list[object] = []
    with read_only(folder), Notebook.open(folder / "notebook.db", MIGRATIONS) as book:
        with pytest.raises(NotebookReadOnlyError):
            book.pictures.forget_binned(None, removed.append)
        assert captions(book, binned=True) == [""]
    with small_disk(tmp_path / "disk") as disk:
        shutil.copy(folder / "notebook.db", disk)
        with Notebook.open(disk / "notebook.db", MIGRATIONS) as book:
            fill(disk)
            with pytest.raises(NotebookFullError):
                book.pictures.forget_binned(None, removed.append)
            with pytest.raises(NotebookFullError):
                book.pictures.add([new(number, caption="x" * 4000) for number in range(50)])
            assert book.pictures.counts() == PictureCounts(0, 1)
    assert removed == []


def test_ten_thousand_records(book):
    ids = book.pictures.add([
        new(
            number, caption="floor 月" if number % 100 else "rim 月", taken=f"{1960 + number % 60}",
            on=(f"entry-{number % 50}", "all"),
        )
        for number in range(10_000)
    ])  # fmt: skip
    assert len(book.pictures.rows()) == len(set(ids)) == 10_000
    assert len(book.pictures.rows(PictureQuery(on="entry-7"))) == 200
    assert [row.id for row in book.pictures.rows(PictureQuery(limit=3))] == ids[:-4:-1]
    assert len(book.pictures.rows(PictureQuery(text="rim"))) == 100
    assert len(book.pictures.some(ids)) == 10_000
    assert len(book.pictures.edit(ids[:1500], PictureEdit(credit="all at once"))) == 1500
    assert len(book.pictures.rows(PictureQuery(text="at once"))) == 1500


def test_backup_and_copy_carry_the_records(book, tmp_path):
    place = PicturePlace(-89.0, 12.5, 2000.0)
    book.pictures.add([
        new(1, caption="rim 月", credit="me", licence="CC BY 4.0", taken="2025~", on=("a", "b"), place=place),
        new(2, "/home/somebody/2.jpg", Keeping.IN_PLACE), new(3, "gone.jpg"),
    ])  # fmt: skip
    book.pictures.set_binned({3: "bin/gone.jpg"}, True)
    book.backup(tmp_path / "copy.db")
    contents = inspect.look_into(tmp_path / "copy.db", MIGRATIONS)
    assert contents.pictures == 3
    assert not contents.is_empty
    assert contents.newest == book.pictures.some([3])[0].binned_at
    with Notebook.open(tmp_path / "copy.db", MIGRATIONS) as copy:
        assert copy.pictures.every() == book.pictures.every()
    with Notebook.open(tmp_path / "other.db", MIGRATIONS) as other:
        out = book.copy_out()
        assert len(out.pictures) == 2, "what was deleted does not travel"
        assert other.merge(out).pictures == 2
        assert [row._replace(id=0) for row in other.pictures.every()] == [row._replace(id=0) for row in out.pictures]
        assert other.merge(out).pictures == 0
        assert [row.caption for row in other.pictures.rows(PictureQuery(text="月"))] == ["rim 月"]


def test_the_same_picture_in_two_notebooks_is_one(book, tmp_path):
    book.pictures.add([new(1, "mine.jpg", caption="mine", on=("a",))])
    with Notebook.open(tmp_path / "other.db", MIGRATIONS) as other:
        other.pictures.add([new(1, "theirs.jpg", caption="theirs", credit="them", on=("b", "a"), taken="2020")])
        assert book.merge(other.copy_out()).pictures == 1
    (row,) = book.pictures.rows()
    assert (row.file, row.caption, row.credit, row.on, row.taken) == ("mine.jpg", "mine", "them", ("a", "b"), "2020")
    assert book.pictures.undo_edit([row.id]) == [row.id]
    assert book.pictures.rows()[0].on == ("a",)


HOSTILE = (
    ("file", "../../evil"), ("file", "/etc/passwd"), ("file", "bin/../notebook.db"), ("file", "C:\\evil"), ("file", ""),
    ("file", "bin"), ("file", "a\x00b"), ("file", ".part-x"), ("digest", "no digest"), ("added", "2026-01-01T00:00:00"),
    ("added", "soon"), ("size", -1), ("width", "wide"), ("lat", 91.0), ("taken", "soon"), ("binned", "x"),
    ("caption", b"x"),
)  # fmt: skip


@pytest.mark.parametrize(("column", "value"), HOSTILE, ids=str)
def test_a_hostile_record_is_not_restored(book, path, column, value):
    book.pictures.add([new(1, place=PicturePlace(1.0, 2.0))])
    book._connection.execute(f"UPDATE picture SET {column} = ?", (value,))
    book.close()
    with pytest.raises(BackupError):
        inspect.look_into(path, MIGRATIONS)


def test_a_hostile_undo_or_attachment_is_not_restored(book, path):
    book.pictures.add([new(1)])
    for statement in (
        "INSERT INTO picture_before VALUES (1, '[1]')",
        "INSERT INTO picture_on VALUES (1, '../x', 0)",
    ):
        book._connection.execute(statement)
        with pytest.raises(BackupError):
            inspect.look_into(path, MIGRATIONS)
        book._connection.execute("DELETE FROM picture_before")
        book._connection.execute("DELETE FROM picture_on")
    inspect.look_into(path, MIGRATIONS)
    book._connection.execute("CREATE TRIGGER evil AFTER INSERT ON picture BEGIN DELETE FROM note; END")
    with pytest.raises(BackupError, match="no notebook has"):
        inspect.look_into(path, MIGRATIONS)
