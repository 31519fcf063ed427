"""What the window says and offers when the notebook is in trouble, with the real window and real faults."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from faults import fill, read_only, small_disk
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPlainTextEdit, QPushButton

from atlas import app as app_module
from atlas.app import Atlas, run
from atlas.domain.trouble import TroubleKind
from atlas.paths import Paths
from atlas.store.notebook import Notebook
from atlas.views.notes.restore_dialog import DamagedDialog, PreviewDialog

ROOT = Path(__file__).resolve().parents[2]
MIGRATIONS = ROOT / "db" / "notebook"
SLUG = "luna-25"


@pytest.fixture
def opened(qapp, qtbot, small_paths: Paths) -> Iterator[list[Atlas]]:
    made: list[Atlas] = []
    yield made
    with pytest.MonkeyPatch.context() as patch:
        # a test that fails must not leave a question that nobody answers
        patch.setattr("atlas.views.main_window.confirm_loss", lambda *_: True)
        _close_all(made)


def _close_all(made: list[Atlas]) -> None:
    for atlas in made:
        atlas.close()


@pytest.fixture
def start(qapp, qtbot, small_paths: Paths, opened):
    def start(data: Path | None = None) -> Atlas:
        paths = Paths(data or small_paths.data, small_paths.resources, small_paths.db)
        atlas = Atlas(qapp, paths)
        opened.append(atlas)
        atlas.context.notebook._retry_timer.setInterval(50)
        atlas.window.resize(1280, 800)
        atlas.window.show()
        atlas.window.session.open(SLUG)
        notebook = atlas.context.notebook
        qtbot.waitUntil(lambda: notebook.is_open or notebook.trouble is not None)
        return atlas

    return start


def write(path: Path, text: str, *, backup: bool = False) -> Path:
    with Notebook.open(path, MIGRATIONS) as book:
        book.save_draft(SLUG, text)
        book.set_star("change-7", True)
        if backup:
            book.back_up("daily", datetime.now(UTC))
    return path


def editor(atlas: Atlas) -> QPlainTextEdit:
    return atlas.window.notes.findChild(QPlainTextEdit, "field")


def type_into(qtbot, atlas: Atlas, words: str) -> None:
    qtbot.waitUntil(lambda: not editor(atlas).isReadOnly())
    editor(atlas).moveCursor(editor(atlas).textCursor().MoveOperation.End)
    qtbot.keyClicks(editor(atlas), words)


def press(parent, text: str) -> None:
    found = [b for b in parent.findChildren(QPushButton) if b.text() == text and not b.isHidden()]
    assert len(found) == 1, [b.text() for b in parent.findChildren(QPushButton) if not b.isHidden()]
    found[0].click()


def buttons(parent) -> set[str]:
    return {b.text() for b in parent.findChildren(QPushButton) if not b.isHidden()}


def dialog(qtbot, atlas: Atlas, kind: type) -> QDialog:
    def there() -> list[QDialog]:
        return [d for d in atlas.window.findChildren(kind) if d.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    return there()[0]


def test_all_is_well_and_there_is_no_bar(start, qtbot) -> None:
    atlas = start()
    assert not atlas.window.keeper.bar.isVisible()


def test_a_full_disk_is_said_above_the_notes_and_typing_goes_on(start, opened, qtbot, tmp_path, monkeypatch) -> None:
    with small_disk(tmp_path / "disk") as disk:
        write(disk / "data" / "notebook.db", "kept")
        atlas = start(disk / "data")
        bar = atlas.window.keeper.bar
        filler = fill(disk)
        type_into(qtbot, atlas, " typed on a full disk")
        qtbot.waitUntil(bar.isVisible)
        assert "The disk is full" in bar.text()
        assert "stays in memory" in bar.text()
        assert buttons(bar) == {"Save my text to a file…", "Try again now"}
        assert atlas.window.isAncestorOf(bar)
        assert bar.mapToGlobal(bar.rect().bottomLeft()).y() < editor(atlas).mapToGlobal(editor(atlas).pos()).y()
        type_into(qtbot, atlas, " and on")
        assert editor(atlas).toPlainText() == "kept typed on a full disk and on"

        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "my.md"), ""))
        press(bar, "Save my text to a file…")
        assert (tmp_path / "my.md").read_text() == f"# {SLUG}\n\nkept typed on a full disk and on"

        filler.unlink()
        press(bar, "Try again now")
        qtbot.waitUntil(lambda: not bar.isVisible())
        qtbot.waitUntil(lambda: not atlas.context.notebook.unsaved)
        opened.remove(atlas)
        atlas.close()
        with Notebook.open(disk / "data" / "notebook.db", MIGRATIONS) as book:
            assert book.note(SLUG).text == "kept typed on a full disk and on"


def test_a_read_only_folder_opens_to_read(start, qtbot, tmp_path) -> None:
    data = tmp_path / "data"
    write(data / "notebook.db", "kept")
    with read_only(data):
        atlas = start(data)
        qtbot.waitUntil(lambda: editor(atlas).toPlainText() == "kept")
        bar = atlas.window.keeper.bar
        qtbot.waitUntil(bar.isVisible)
        assert "cannot be written" in bar.text()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_run_opens_where_nothing_can_be_written(qapp, small_paths: Paths, tmp_path, monkeypatch) -> None:
    data = tmp_path / "data"
    write(data / "notebook.db", "kept")
    seen: list[str] = []

    def look(_self: QApplication) -> int:
        window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow")
        for _ in range(500):
            QApplication.processEvents()
            if window.keeper.bar.isVisible():
                break
        seen.append(window.keeper.bar.text())
        return 0

    monkeypatch.setattr(QApplication, "exec", look)
    with read_only(data):
        assert run(Paths(data, small_paths.resources, small_paths.db), None) == 0
    assert "cannot be written" in seen[0]


def test_a_newer_notebook_switches_notes_off(start, qtbot, small_paths: Paths, tmp_path) -> None:
    later = tmp_path / "later"
    shutil.copytree(MIGRATIONS, later)
    (later / "0099-later.sql").write_text("CREATE TABLE later (x TEXT);\n")
    path = small_paths.notebook
    Notebook.open(path, later).close()
    before = path.read_bytes()
    atlas = start()
    bar = atlas.window.keeper.bar
    assert bar.isVisible()
    assert "A newer atlas wrote this notebook" in bar.text()
    assert buttons(bar) == set()
    assert editor(atlas).isReadOnly()
    assert atlas.window.detail.entry is not None
    atlas.close()
    assert path.read_bytes() == before


def test_a_damaged_notebook_and_its_backup(start, qtbot, small_paths: Paths) -> None:
    path = write(small_paths.notebook, "backed up", backup=True)
    path.write_bytes(b"damaged" * 1000)
    atlas = start()
    asked = dialog(qtbot, atlas, DamagedDialog)
    assert "Your notebook is damaged" in asked.text()
    assert "notes: 1, stars: 1" in asked.text()
    assert buttons(asked) == {"Restore it", "Start empty", "Quit"}
    assert path.read_bytes() == b"damaged" * 1000, "nothing happens before the answer"
    assert editor(atlas).isReadOnly()
    press(asked, "Restore it")
    qtbot.waitUntil(lambda: editor(atlas).toPlainText() == "backed up")
    assert not atlas.window.keeper.bar.isVisible()
    assert atlas.context.notebook.stars == {"change-7"}
    (aside,) = path.parent.glob("notebook-damaged-*.db")
    assert aside.read_bytes() == b"damaged" * 1000
    type_into(qtbot, atlas, " and on")
    assert atlas.context.notebook.flush()


def test_a_damaged_notebook_without_a_backup(start, qtbot, small_paths: Paths) -> None:
    path = small_paths.notebook
    path.parent.mkdir(parents=True)
    path.write_bytes(b"damaged" * 1000)
    atlas = start()
    asked = dialog(qtbot, atlas, DamagedDialog)
    assert "no backup" in asked.text()
    assert buttons(asked) == {"Start empty", "Quit"}
    asked.reject()
    bar = atlas.window.keeper.bar
    assert bar.isVisible()
    press(bar, "Restore a backup…")
    press(dialog(qtbot, atlas, DamagedDialog), "Start empty")
    qtbot.waitUntil(lambda: not bar.isVisible())
    type_into(qtbot, atlas, "works")
    assert atlas.context.notebook.flush()
    assert list(path.parent.glob("notebook-damaged-*.db"))


def test_quitting_leaves_the_damaged_notebook(start, qtbot, small_paths: Paths) -> None:
    path = small_paths.notebook
    path.parent.mkdir(parents=True)
    path.write_bytes(b"damaged" * 1000)
    atlas = start()
    press(dialog(qtbot, atlas, DamagedDialog), "Quit")
    qtbot.waitUntil(lambda: not atlas.window.isVisible())
    atlas.close()
    assert path.read_bytes() == b"damaged" * 1000


def test_a_missing_notebook_beside_its_backups(start, qtbot, small_paths: Paths) -> None:
    write(small_paths.notebook, "backed up", backup=True).unlink()
    atlas = start()
    asked = dialog(qtbot, atlas, DamagedDialog)
    assert "is not there" in asked.text()
    press(asked, "Restore it")
    qtbot.waitUntil(lambda: editor(atlas).toPlainText() == "backed up")


def test_a_folder_that_vanishes(start, qtbot, small_paths: Paths) -> None:
    write(small_paths.notebook, "kept")
    atlas = start()
    type_into(qtbot, atlas, " typed")
    assert atlas.context.notebook.flush()
    shutil.rmtree(small_paths.data)
    type_into(qtbot, atlas, " later")
    bar = atlas.window.keeper.bar
    qtbot.waitUntil(bar.isVisible)
    assert atlas.context.notebook.trouble.kind is TroubleKind.GONE
    assert "Begin an empty notebook" in buttons(bar)
    assert not atlas.window.findChildren(DamagedDialog), "nobody is interrupted while typing"
    press(bar, "Begin an empty notebook")
    qtbot.waitUntil(lambda: not bar.isVisible() and not atlas.context.notebook.unsaved)
    with Notebook.open(small_paths.notebook, MIGRATIONS) as book:
        assert book.note(SLUG).text == "kept typed later"


def test_closing_offers_a_file_for_what_cannot_be_written(
    start, qtbot, small_paths: Paths, tmp_path, monkeypatch
) -> None:
    write(small_paths.notebook, "kept")
    atlas = start()
    type_into(qtbot, atlas, " typed")
    shutil.rmtree(small_paths.data)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "my.md"), ""))

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if b.text() == "Save my text to a file…").click()

    QTimer.singleShot(0, answer)
    assert atlas.window.close()
    assert (tmp_path / "my.md").read_text() == f"# {SLUG}\n\nkept typed"


def test_back_up_and_restore_from_the_menu(start, qtbot, small_paths: Paths, tmp_path, monkeypatch) -> None:
    write(small_paths.notebook, "first")
    atlas = start()
    said: list[str] = []
    atlas.window.keeper.message.connect(said.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "my.db"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "my.db"), ""))
    atlas.window.registry["back-up-notes"].trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert "notes: 1, stars: 1" in said[0]
    type_into(qtbot, atlas, " and later")
    atlas.window.registry["restore-notes"].trigger()
    asked = dialog(qtbot, atlas, PreviewDialog)
    assert "In the file" in asked.text()
    press(asked, "Cancel")
    assert editor(atlas).toPlainText() == "first and later"
    atlas.window.registry["restore-notes"].trigger()
    press(dialog(qtbot, atlas, PreviewDialog), "Restore it")
    qtbot.waitUntil(lambda: editor(atlas).toPlainText() == "first")
    (kept,) = (small_paths.data / "backups").glob("*-before-restore-notebook.db")
    with Notebook.open(kept, MIGRATIONS) as book:
        assert book.note(SLUG).text == "first and later"


def test_a_foreign_file_is_refused_in_the_window(start, qtbot, tmp_path, monkeypatch) -> None:
    atlas = start()
    (tmp_path / "my.db").write_text("no notebook")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "my.db"), ""))
    atlas.window.registry["restore-notes"].trigger()
    box = dialog(qtbot, atlas, QMessageBox)
    assert "it is not a notebook" in box.text()
    box.close()


def test_export_and_import_from_the_menu(start, qtbot, small_paths: Paths, tmp_path, monkeypatch) -> None:
    write(small_paths.notebook, "first")
    atlas = start()
    said: list[str] = []
    atlas.window.keeper.message.connect(said.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "my.zip"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "my.zip"), ""))
    atlas.window.registry["export-notes"].trigger()
    qtbot.waitUntil(lambda: bool(said))
    atlas.window.registry["import-notes"].trigger()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "the same as before: 1" in said[1]


def test_every_button_of_the_dialogs_has_a_name(start, qtbot, small_paths: Paths) -> None:
    write(small_paths.notebook, "x", backup=True).write_bytes(b"damaged" * 1000)
    atlas = start()
    asked = dialog(qtbot, atlas, DamagedDialog)
    for button in (*asked.findChildren(QPushButton), *atlas.window.keeper.bar.findChildren(QPushButton)):
        assert button.accessibleName()
    asked.reject()


def test_a_start_that_fails_for_an_unknown_reason_is_told(qapp, small_paths: Paths, monkeypatch, capsys) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(app_module, "show_fatal", lambda sentence, report="": said.append((sentence, report)))

    class Broken:
        def __init__(self, *_: object) -> None:
            raise RuntimeError("nobody foresaw this")

    monkeypatch.setattr(app_module, "MainWindow", Broken)
    assert run(small_paths, None) == 2
    assert "Your notes were not touched" in said[0][0]
    assert "nobody foresaw this" in said[0][1]
    assert capsys.readouterr().err == "ilrs-atlas: RuntimeError: nobody foresaw this\n"
