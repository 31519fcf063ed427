"""Own pictures in the real window: carried by notes, counted in backups, recorded when the window closes on them."""

import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from atlas.app import Atlas
from atlas.domain.own_pictures import Batch, Keeping, PictureQuery, PictureWords
from atlas.paths import Paths
from atlas.store.notebook import Notebook


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    from PIL import Image

    folder = tmp_path / "mine"
    folder.mkdir()
    for number in range(6):
        Image.new("RGB", (20, 10), (40 * number, 1, 2)).save(folder / f"{number}.png")
    return folder


def added(atlas: Atlas, qtbot, *files: Path, **words: str) -> None:
    with qtbot.waitSignal(atlas.context.pictures.finished, timeout=10_000):
        atlas.context.pictures.add(files, Batch(PictureWords(**words), Keeping.OWN))


def test_notes_are_exported_with_or_without_the_files(atlas, qtbot, mine, tmp_path, monkeypatch):
    added(atlas, qtbot, mine / "0.png", caption="a rim")
    atlas.context.notebook.type_text("change-7", "a note")
    keeper = atlas.window.keeper
    for number, kept in enumerate((0, 1)):
        file = tmp_path / f"{number}.zip"
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *args, f=file, n=number: (str(f), args[3].split(";;")[n])
        )
        with qtbot.waitSignal(keeper.message):
            keeper.export_notes()
        with zipfile.ZipFile(file) as archive:
            assert len([name for name in archive.namelist() if name.startswith("pictures/")]) == kept
            assert json.loads(archive.read("notebook.json"))["pictures"][0]["caption"] == "a rim"


def test_a_backup_says_that_files_are_not_in_it_and_restoring_brings_the_words_back(
    atlas, qtbot, mine, tmp_path, monkeypatch
):
    added(atlas, qtbot, mine / "0.png", caption="before")
    keeper, pictures = atlas.window.keeper, atlas.context.pictures
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "my.db"), ""))
    with qtbot.waitSignal(keeper.message) as said:
        keeper.back_up()
    assert "pictures: 1" in said.args[0]
    assert "files of your pictures are not in it" in said.args[0]
    pictures.delete([1])
    with qtbot.waitSignal(pictures.changed), qtbot.waitSignal(atlas.context.notebook.replaced):
        atlas.context.care.restore(tmp_path / "my.db", lambda _contents: None, pytest.fail)
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy)
    rows = []
    pictures.rows(PictureQuery(), rows.extend)
    qtbot.waitUntil(lambda: bool(rows))
    assert [row.caption for row in rows] == ["before"]
    qtbot.waitUntil(lambda: not atlas.context.tasks.busy)
    assert pictures.path_of(rows[0]).exists(), "out of the bin again, as the backup has it"
    assert pictures.missing == frozenset()


def test_the_window_closes_on_pictures_coming_in(qapp: QApplication, qtbot, small_paths: Paths, mine, monkeypatch):
    monkeypatch.setattr("atlas.services.pictures.runs.STEP_SECONDS", 0.0)
    atlas = Atlas(qapp, small_paths)
    atlas.window.show()
    with qtbot.waitSignal(atlas.context.pictures.changed, timeout=10_000):
        atlas.context.pictures.add([mine], Batch(keeping=Keeping.OWN))
    atlas.close()
    with Notebook.open(small_paths.notebook, small_paths.notebook_migrations) as book:
        recorded = {row.file for row in book.pictures.rows()}
    assert recorded == {file.name for file in (small_paths.data / "pictures").iterdir()}
    assert 0 < len(recorded) <= 6
